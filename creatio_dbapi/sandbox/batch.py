"""$batch: JSON and multipart, up to 100 parts, stopping at the first failure unless asked to go on."""

from __future__ import annotations

import base64
import json
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urljoin, urlsplit

import orjson

from creatio_dbapi.sandbox.call import Call
from creatio_dbapi.sandbox.model import Model
from creatio_dbapi.sandbox.multipart import parts_of, request_of, write_multipart
from creatio_dbapi.sandbox.reading import root
from creatio_dbapi.sandbox.replies import (
    ODATA_VERSION,
    Part,
    Refusal,
    Reply,
    odata_error,
    odata_json,
    request_invalid,
)

Execute = Callable[[Call], Reply]


@dataclass(frozen=True)
class Request:
    """One part of a batch: its number, its group, and the request in it."""

    identity: str
    group: str | None
    call: Call


@dataclass(frozen=True)
class Answer:
    """What came of one part."""

    request: Request
    reply: Reply


class _Undone(Exception):  # noqa: N818 - a way out of a transaction
    """Takes a failed group out of its transaction."""


def answer_batch(model: Model, call: Call, execute: Execute) -> Reply:
    """Run the parts of a batch in order and answer in the form that was asked for."""
    multipart = call.headers.get("content-type", "").lower().startswith("multipart/mixed")
    requests = _multipart_requests(model, call) if multipart else _json_requests(model, call)
    limit = model.settings.batch_limit
    if len(requests) > limit:
        message = (
            "The current batch message contains too many parts. Only batch messages with a maximum number of "
            f"'{limit}' query operations and changesets are allowed."
        )
        return odata_error(400, message, (message, "Microsoft.OData.ODataException"))
    keep_going = "continue-on-error" in call.headers.get("prefer", "").lower()
    answers = _run(model, requests[: call.parts], execute, keep_going=keep_going)
    log = tuple(Part(a.request.call.method, a.request.call.target, a.reply.status) for a in answers)
    rows = sum(answer.reply.rows for answer in answers)
    if multipart and "application/json" not in call.headers.get("accept", "").lower():
        body, content_type = write_multipart([(a.request.identity, a.request.group, a.reply) for a in answers])
        return Reply(200, body, content_type, (ODATA_VERSION,), rows, log)
    reply = odata_json({"responses": _json_answers(answers)})
    return Reply(200, reply.body, reply.content_type, reply.headers, rows, log)


def _run(model: Model, requests: Sequence[Request], execute: Execute, *, keep_going: bool) -> list[Answer]:
    answers: list[Answer] = []
    for group in _groups(requests, atomic=model.settings.atomic_groups):
        if group[0].group is not None and model.settings.atomic_groups:
            answers += _run_group(model, group, execute)
        else:
            answers.append(Answer(group[0], execute(group[0].call)))
        # Facts 5: the batch stops at the first failure unless the outer request prefers otherwise.
        if answers[-1].reply.status >= 400 and not keep_going:
            break
    return answers


def _groups(requests: Iterable[Request], *, atomic: bool) -> list[list[Request]]:
    groups: list[list[Request]] = []
    for request in requests:
        if atomic and groups and request.group is not None and groups[-1][0].group == request.group:
            groups[-1].append(request)
        else:
            groups.append([request])
    return groups


def _run_group(model: Model, group: Sequence[Request], execute: Execute) -> list[Answer]:
    """Run a group as one transaction (a switch: facts 5 does not know whether Creatio does)."""
    answers: list[Answer] = []
    try:
        with model.store.change():
            for request in group:
                answers.append(Answer(request, execute(request.call)))
                if answers[-1].reply.status >= 400:
                    raise _Undone
    except _Undone:
        undone = odata_error(424, "The request was undone because another request of its group failed.")
        return [Answer(answer.request, undone) for answer in answers[:-1]] + answers[-1:]
    return answers


def _json_requests(model: Model, call: Call) -> list[Request]:
    try:
        body = json.loads(call.body, parse_float=Decimal)
        return [_json_request(model, call, item) for item in body["requests"]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise request_invalid("The batch is not an object with a list of requests.") from None


def _json_request(model: Model, call: Call, item: dict[str, object]) -> Request:
    headers = item.get("headers") or {}
    if not isinstance(headers, dict):
        raise TypeError(headers)
    lowered = {str(name).lower(): str(value) for name, value in headers.items()}
    body = item.get("body")
    content = base64.b64decode(body) if isinstance(body, str) else b""
    part = _part(model, call, (str(item["method"]), str(item["url"]), lowered, content), None if content else body)
    group = item.get("atomicityGroup")
    return Request(str(item["id"]), None if group is None else str(group), part)


def _part(model: Model, call: Call, request: tuple[str, str, dict[str, str], bytes], members: object = None) -> Call:
    method, url, headers, body = request
    # Relative addresses stand below the service root; one with a leading slash below the site's.
    address = urlsplit(urljoin(f"{root(model, call)}/", url))
    return Call(method.upper(), address.path, address.query, headers, body, call.origin, members)


def _multipart_requests(model: Model, call: Call) -> list[Request]:
    requests: list[Request] = []
    for number, (kind, headers, content) in enumerate(parts_of(call.headers["content-type"], call.body)):
        if kind == "multipart/mixed":
            group = str(uuid.uuid4())
            for _, inner_headers, inner in parts_of(headers["content-type"], content):
                identity = inner_headers.get("content-id", "")
                requests.append(Request(identity, group, _part(model, call, request_of(inner))))
        else:
            identity = headers.get("content-id", str(number))
            requests.append(Request(identity, None, _part(model, call, request_of(content))))
    if not requests:
        raise Refusal(odata_error(400, "The batch has no parts."))
    return requests


def _json_answers(answers: Iterable[Answer]) -> list[dict[str, object]]:
    groups: dict[str, str] = {}
    return [_json_answer(answer, groups) for answer in answers]


def _json_answer(answer: Answer, groups: dict[str, str]) -> dict[str, object]:
    value: dict[str, object] = {"id": answer.request.identity}
    if answer.request.group is not None:
        # Facts 5: the group in the answer is one that the server made up.
        value["atomicityGroup"] = groups.setdefault(answer.request.group, str(uuid.uuid4()))
    reply = answer.reply
    headers = {name.lower(): content for name, content in reply.headers}
    if reply.body and reply.content_type:
        headers["content-type"] = reply.content_type
    value |= {"status": reply.status, "headers": headers}
    if reply.body:
        value["body"] = _json_body(reply)
    return value


def _json_body(reply: Reply) -> object:
    kind = reply.content_type or ""
    if "json" in kind:
        return orjson.Fragment(reply.body)
    return reply.body.decode() if kind.startswith("text/") else base64.urlsafe_b64encode(reply.body).decode()
