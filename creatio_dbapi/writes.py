"""Changes become requests, and their answers the number of rows that were really changed."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from creatio_dbapi.plan.dml import Change
from creatio_dbapi.replies import failure_of
from creatio_dbapi.request import And, Comparison, Query, key_url, query_url
from creatio_dbapi.session import Meter, Session


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a write did: how many rows it changed, and the key of the row that it inserted."""

    rowcount: int
    lastrowid: object = None


def apply_change(session: Session, change: Change, meter: Meter) -> Outcome:
    """Send one change, once (law 7); raises the PEP 249 exception of a refusal."""
    if change.kind == "insert":
        return _insert(session, change, meter)
    if change.kind == "update":
        return _update(session, change, meter)
    return _delete(session, change, meter)


_JSON = {"Content-Type": "application/json; charset=utf-8"}


def _insert(session: Session, change: Change, meter: Meter) -> Outcome:
    body = msgspec.json.encode(change.members)
    reply = session.request("POST", query_url(Query(change.table.name)), body=body, headers=_JSON, meter=meter)
    if reply.status not in (200, 201):
        raise failure_of(reply, action=f"inserting into {change.table.name}", table=change.table.name)
    answer = msgspec.json.decode(reply.body) if reply.body else {}
    key = change.table.key[0] if change.table.key else ""
    shown = answer.get(key) if isinstance(answer, dict) else None
    made = change.key[0].value if change.key else None
    return Outcome(1, made if made is not None else shown)


def _update(session: Session, change: Change, meter: Meter) -> Outcome:
    # PATCH of a key that is not there would create the row (connector reference, contactUpdate), so it is looked for.
    if not _exists(session, change, meter):
        return Outcome(0)
    url = key_url(change.table.name, change.key, change.table.key)
    reply = session.request("PATCH", url, body=msgspec.json.encode(change.members), headers=_JSON, meter=meter)
    if reply.status == 404:
        return Outcome(0)
    if reply.status not in (200, 204):
        raise failure_of(reply, action=f"updating {change.table.name}", table=change.table.name)
    return Outcome(1)


def _exists(session: Session, change: Change, meter: Meter) -> bool:
    names = change.table.key
    equals = tuple(Comparison((name,), "eq", value) for name, value in zip(names, change.key, strict=True))
    query = Query(change.table.name, select=names, filter=equals[0] if len(equals) == 1 else And(equals), top=1)
    reply = session.request("GET", query_url(query), meter=meter)
    if reply.status != 200:
        raise failure_of(reply, action=f"looking for a row of {change.table.name}", table=change.table.name)
    return bool(msgspec.json.decode(reply.body).get("value"))


def _delete(session: Session, change: Change, meter: Meter) -> Outcome:
    url = key_url(change.table.name, change.key, change.table.key)
    reply = session.request("DELETE", url, meter=meter)
    if reply.status == 404:
        return Outcome(0)
    if reply.status not in (200, 204):
        raise failure_of(reply, action=f"deleting from {change.table.name}", table=change.table.name)
    return Outcome(1)
