"""What faults do to a request before it is answered, and to its answer: wrong, broken, or somebody else was first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import orjson

from creatio_dbapi.sandbox.call import Call
from creatio_dbapi.sandbox.faults import Fault
from creatio_dbapi.sandbox.options import query_pairs
from creatio_dbapi.sandbox.replies import Reply, plain_json
from creatio_dbapi.sandbox.site import Site


def meanwhile(site: Site, call: Call, fault: Fault) -> None:
    """Let somebody else send requests first, whom nobody asks to sign in."""
    for other in fault.others:
        path = f"{site.settings.prefix}/odata/{other['path']}"
        body = orjson.dumps(other.get("body") or {})
        request = Call(str(other["method"]), path, "", {"content-type": "application/json"}, body, call.origin)
        reply = site.execute(request, site.model)
        if reply.status >= 400:
            raise ValueError(f"the request of somebody else was answered with {reply.status}: {reply.body.decode()}")


def failure(fault: Fault) -> Reply:
    """Answer with a status and nothing of use."""
    named = (("Retry-After", fault.retry_after), ("Location", fault.location))
    headers = tuple((name, str(value)) for name, value in named if value is not None)
    return plain_json({"Message": f"A fault of the sandbox: {fault.status}."}, status=fault.status, headers=headers)


def hampered(call: Call, hits: Mapping[str, Fault]) -> Call:
    """Hand the site a request with the faults that it has to commit itself."""
    drop, cut, shift = hits.get("drop"), hits.get("cut"), hits.get("shift")
    parts = drop.parts if drop is not None and drop.stage == "mid_batch" else None
    if shift is not None:
        pairs = dict(query_pairs(call.query))
        pairs["$skip"] = str(max(0, int(pairs.get("$skip", "0")) + shift.rows))
        call = replace(call, query=urlencode(pairs))
    return replace(call, parts=parts, keep=cut.rows if cut is not None else None)


def spoiled(reply: Reply, hits: Mapping[str, Fault]) -> Reply:
    """Make the answer say something wrong, break it in the middle, or end it there."""
    for kind, change in _WRONG.items():
        if kind in hits and reply.status == 200 and (reply.content_type or "").startswith("application/json"):
            value = orjson.loads(reply.body)
            change(value, hits[kind])
            reply = replace(reply, body=orjson.dumps(value))
    middle = len(reply.body) // 2
    if "broken_json" in hits:
        return replace(reply, body=reply.body[:middle] + b"\x00<broken>" + reply.body[middle + 9 :])
    return replace(reply, body=reply.body[:middle]) if "truncated" in hits else reply


def _repeat(answer: dict[str, Any], fault: Fault) -> None:
    rows = answer.get("value")
    if isinstance(rows, list) and len(rows) > fault.rows:
        rows[-fault.rows :] = rows[: fault.rows]


def _count(answer: dict[str, Any], fault: Fault) -> None:
    if "@odata.count" in answer:
        answer["@odata.count"] += fault.rows


def _link(answer: dict[str, Any], fault: Fault) -> None:
    if "value" in answer:
        answer["@odata.nextLink"] = fault.location


def _lose_part(answer: dict[str, Any], fault: Fault) -> None:
    responses = answer.get("responses")
    if isinstance(responses, list) and len(responses) > fault.parts:
        del responses[fault.parts]


_WRONG: Mapping[str, Callable[[dict[str, Any], Fault], None]] = {
    "repeat": _repeat,
    "count": _count,
    "link": _link,
    "lost_part": _lose_part,
}
