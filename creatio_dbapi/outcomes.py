"""What became of the rows of a write, told by what the server shows of them."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

import msgspec

from creatio_dbapi.catalog import Column
from creatio_dbapi.errors import DatabaseError, DataError, Error, OperationalError
from creatio_dbapi.lookup import Record, key_in, key_of
from creatio_dbapi.plan.dml_nodes import Change
from creatio_dbapi.types import TYPES, read_column

State = Literal["written", "missing", "failed", "unsent", "unknown", "kept"]  # kept: by ON CONFLICT
CREATED = "CreatedOn"
_SECOND = dt.timedelta(seconds=1)  # a server keeps at least the second


@dataclass(slots=True)
class Outcome:
    """What became of one row; `before` and `after` are its columns as the server showed them, if asked for."""

    change: Change
    state: State
    error: DatabaseError | None = None
    before: Record | None = None
    after: Record | None = None
    present: bool = False  # although it failed, the row is as the change would have left it
    created: bool = False  # by a PATCH of ours that met no row

    @property
    def may_be_written(self) -> bool:
        """Whether the change is in effect, or nobody knows that it is not."""
        return self.state in ("written", "unknown") or (self.state == "failed" and self.present)


def as_database_error(error: Error) -> DatabaseError:
    """Return an error as one that a row can have."""
    return error if isinstance(error, DatabaseError) else OperationalError(str(error))


def made_of(change: Change, record: Record) -> Outcome:
    """Tell of a new row by what the server shows of it; one with another key than ours cannot be found again."""
    try:
        key = key_in(change.table, record)
    except DataError as error:
        return Outcome(change, "unknown", error)
    if change.key and key != key_of(change.key):
        text = f"a new row of {change.table.name} was sent with the key {change.key[0].value}, and has got {key[0]}"
        return Outcome(change, "failed", OperationalError(text, table=change.table.name), present=True)
    return Outcome(change, "written", after=record)


def is_another(outcome: Outcome) -> bool:
    """Say whether a row that was updated is newer than the one that was there before: the PATCH has made it."""
    before, after = outcome.before or {}, outcome.after or {}
    if CREATED in outcome.change.members or not (before.get(CREATED) and after.get(CREATED)):
        return False
    was, now = (shown("Edm.DateTimeOffset", record[CREATED]) for record in (before, after))
    return isinstance(was, dt.datetime) and isinstance(now, dt.datetime) and now > was


def is_done(change: Change, record: Record | None) -> bool:
    """Say whether a row is as a change would have left it."""
    if change.kind == "insert" or record is None:
        return (record is None) == (change.kind == "delete")
    return change.kind == "update" and _holds(record, change)


def settled(change: Change, record: Record | None, *, seen: bool = False) -> Outcome | None:
    """Tell from a row as it is now whether a change was carried out; None when it was not.

    Of a row that is gone, and was not `seen` before, nobody knows whether it was there to be deleted.
    """
    if change.kind == "delete":
        return Outcome(change, "written" if seen else "unknown") if record is None else None
    if record is None:
        return Outcome(change, "missing") if change.kind == "update" else None
    if (change.streams and change.kind == "update") or not (change.made or _holds(record, change)):
        return None
    return Outcome(change, "written", after=record)


def _holds(record: Record, change: Change) -> bool:
    """Say whether a row holds what a change writes, as far as the server keeps it."""
    columns = {column.name: column for column in change.table.columns}
    return all(_is_kept(columns[name], member, record.get(name)) for name, member in change.members.items())


def _is_kept(column: Column, member: object, kept: object) -> bool:
    """Say whether a member is what the server makes of another: moments may lose fractions, decimals digits."""
    ours, its = shown(column.type, member), shown(column.type, kept)
    if isinstance(ours, dt.datetime) and isinstance(its, dt.datetime):
        return abs(ours - its) < _SECOND
    if isinstance(ours, dt.time) and isinstance(its, dt.time):
        return ours.replace(microsecond=0) == its.replace(microsecond=0)
    if isinstance(ours, Decimal) and isinstance(its, Decimal):
        places = column.scale if column.scale is not None else max(2, -int(its.as_tuple().exponent))
        return abs(ours - its) < Decimal(1).scaleb(-places)
    if isinstance(ours, float) and isinstance(its, float):
        return math.isclose(ours, its, rel_tol=1e-12)
    return ours == its


def shown(edm: str, member: Any) -> object:
    """Return the value that a JSON member stands for; what Creatio shows for an empty cell is what null is shown as."""
    if isinstance(member, msgspec.Raw):
        member = Decimal(bytes(member).decode())
    try:
        (value,) = read_column(edm, [member], table="", column="")
    except DataError:
        return member  # no value of the column: it is equal to itself alone
    return TYPES[edm].shown_empty if value is None else value


def lastrowid_of(outcome: Outcome) -> object:
    """Return the key of a row that was inserted."""
    change = outcome.change
    if change.key:
        return change.key[0].value
    return key_in(change.table, outcome.after)[0] if outcome.after else None
