"""The undo log: what a transaction wrote, and how it is taken back."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from creatio_dbapi.catalog import Column, Table
from creatio_dbapi.errors import DatabaseError
from creatio_dbapi.lookup import Key, Record, key_in, key_of, look_up
from creatio_dbapi.meter import Meter
from creatio_dbapi.outcomes import Outcome, shown
from creatio_dbapi.plan.dml_nodes import Change
from creatio_dbapi.request import Value
from creatio_dbapi.session import Session
from creatio_dbapi.types import EMPTY_MOMENT, ZERO_GUID, json_value
from creatio_dbapi.write_report import WriteSettings
from creatio_dbapi.writes import Writer


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A write that could not be taken back, and why."""

    table: str
    key: tuple[object, ...]
    change: str
    reason: str


@dataclass(frozen=True, slots=True)
class UndoReport:
    """What rollback() did: how many writes it took back, and those that stay."""

    taken_back: int = 0
    kept: tuple[KeptRow, ...] = ()


@dataclass(frozen=True, slots=True)
class _Step:
    kind: str
    table: Table
    key: tuple[Value, ...]
    columns: tuple[str, ...]
    before: Record | None
    after: Record | None
    streams: bool
    made: bool
    sure: bool  # that it was carried out


# What the server keeps itself: it differs after every write, whoever changed what.
_SERVERS = frozenset({"ModifiedOn", "ModifiedById", "CreatedOn", "CreatedById", "ProcessListeners"})


class UndoLog:
    """What one connection wrote since its last commit, in order."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._steps: list[_Step] = []

    def add(self, outcomes: Sequence[Outcome]) -> None:
        """Note rows that were written."""
        steps = _chained([_step(outcome) for outcome in outcomes])
        with self._lock:
            self._steps += steps

    def forget(self) -> None:
        """Forget everything, as after a commit."""
        with self._lock:
            self._steps.clear()

    def take_back(self, session: Session, meter: Meter) -> UndoReport:
        """Take all writes back, the last one first; what somebody else changed meanwhile stays and is reported.

        Each is forgotten when it is done, so that what is broken off can be called again.
        """
        with self._lock:
            steps = list(self._steps)
        writer = Writer(session, meter, WriteSettings(on_error="continue"))
        done, kept = 0, []
        for group in _groups(reversed(steps)):
            reasons, idle = _undone(writer, group)
            gone = set(map(id, group))
            with self._lock:
                self._steps = [step for step in self._steps if id(step) not in gone]
            done += len(group) - len(reasons) - idle
            for step, reason in reasons:
                kept.append(KeptRow(step.table.name, key_of(step.key), step.kind, reason))
        return UndoReport(done, tuple(kept))


def _groups(steps: Iterable[_Step]) -> Iterator[list[_Step]]:
    """Put steps together that can be taken back together: of one kind, one table, and each row once."""
    group: list[_Step] = []
    keys: set[Key] = set()
    for step in steps:
        key = key_of(step.key)
        if (group and (step.kind, step.table.name) != (group[0].kind, group[0].table.name)) or key in keys:
            yield group
            group, keys = [], set()
        group.append(step)
        keys.add(key)
    if group:
        yield group


def _step(outcome: Outcome) -> _Step:
    change = outcome.change
    columns = tuple(change.members) if change.kind == "update" else _own_columns(change.table)
    key = change.key or _key(change.table, outcome.after)
    streams = bool(change.streams)
    return _Step(
        change.kind,
        change.table,
        key,
        columns,
        outcome.before,
        outcome.after,
        streams,
        change.made,
        sure=outcome.state == "written",
    )


def _chained(steps: list[_Step]) -> list[_Step]:
    """Let each write of a row begin where the one before it ended.

    Of a row that was updated twice in one batch, only what it was before the batch and after it is known.
    """
    later: dict[Key, _Step] = {}
    chained: list[_Step] = []
    for step in reversed(steps):
        next_one = later.get(key_of(step.key)) if step.kind == "update" else None
        twice = next_one is not None and (next_one.before, next_one.after) == (step.before, step.after)
        chained.append(replace(step, after=step.before) if twice else step)
        later[key_of(step.key)] = step
    return chained[::-1]


def _own_columns(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.columns if column.type != "Edm.Stream" and column.name not in _SERVERS)


def _key(table: Table, record: Record | None) -> tuple[Value, ...]:
    """Read the key that the server gave a new row."""
    types = {column.name: column.type for column in table.columns}
    if record is None or not all(name in record for name in table.key):
        return ()
    return tuple(Value(types[name], value) for name, value in zip(table.key, key_in(table, record), strict=True))


def _undone(writer: Writer, steps: list[_Step]) -> tuple[list[tuple[_Step, str]], int]:
    """Take writes back; return those that stay and why, and the number of those that had not been carried out."""
    reasons = [(step, reason) for step in steps if (reason := _hindrance(step))]
    steps = [step for step in steps if not _hindrance(step)]
    if not steps:
        return reasons, 0
    names = dict.fromkeys(name for step in steps for name in step.columns)
    try:
        found = look_up(writer.session, steps[0].table, [step.key for step in steps], names, writer.meter)
    except DatabaseError as error:
        return reasons + [(step, str(error)) for step in steps], 0
    changes: list[Change] = []
    idle = 0
    for row, step in enumerate(steps):
        change = _opposite(step, found.get(key_of(step.key)), row)
        if isinstance(change, str):
            reasons.append((step, change))
        elif change is not None:
            changes.append(change)
        elif not step.sure:
            idle += 1
    writer.resume()
    for outcome in writer.run(changes):
        if outcome.state != "written":
            reason = str(outcome.error) if outcome.error is not None else "the row was deleted meanwhile"
            reasons.append((steps[outcome.change.row], reason))
    return reasons, idle


def _hindrance(step: _Step) -> str:
    """Say why a write cannot be taken back whatever the row is now, or nothing."""
    if not step.key:
        return "its key is not known"
    if step.kind == "insert" and step.made:
        return ""  # nobody else can have made a row with this key
    if step.streams and step.kind != "insert":
        return "it wrote a binary column, whose former content was not kept"
    lost = step.before is None if step.kind == "delete" else step.after is None
    if lost or (step.kind == "update" and step.before is None):
        return "its former values are not known, because an answer was lost"
    return ""


def _opposite(step: _Step, found: Record | None, row: int) -> Change | str | None:
    """Return the change that takes a write back, None where there is nothing left to do, or why it stays."""
    before = step.before or {}
    if step.kind != "insert" and found is not None and not _difference(step, before, found):
        return None  # as it was
    if step.kind == "delete":
        return "a row with its key is there again" if found is not None else _written_again(step, row)
    if found is None:
        return None if step.kind == "insert" else "the row was deleted meanwhile"
    changed = _difference(step, step.after or {}, found)
    if changed:
        return f"{changed} was changed by somebody else meanwhile"
    if step.kind == "insert":
        return Change("delete", step.table, step.key, {}, row=row, seen=True)
    members = {name: _writable(column, before[name]) for name, column in _columns(step) if name in before}
    return Change("update", step.table, step.key, members, row=row)


def _columns(step: _Step) -> list[tuple[str, Column]]:
    by_name = {column.name: column for column in step.table.columns}
    return [(name, by_name[name]) for name in step.columns]


def _difference(step: _Step, left: Record, found: Record) -> str:
    """Return the first column whose value is not the one that was left there."""
    for name, column in _columns(step):
        if name in left and shown(column.type, found.get(name)) != shown(column.type, left[name]):
            return name
    return ""


def _written_again(step: _Step, row: int) -> Change:
    record: Mapping[str, Any] = step.before or {}
    members = {
        column.name: _writable(column, record[column.name])
        for column in step.table.columns
        if column.type != "Edm.Stream" and record.get(column.name) not in (None, ZERO_GUID, EMPTY_MOMENT)
    }
    members.pop("ProcessListeners", None)
    return Change("insert", step.table, step.key, members, row=row, made=True)


def _writable(column: Column, value: object) -> object:
    if isinstance(value, Decimal):
        # Numbers were read as decimals; each is written as its column takes it.
        return json_value(column.type, value, table="", column=column.name)
    return None if value in (ZERO_GUID, EMPTY_MOMENT) and column.type != "Edm.String" else value
