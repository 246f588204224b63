"""The undo log: what a transaction wrote, and how it is taken back."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from creatio_dbapi.catalog import Column, Table
from creatio_dbapi.errors import DatabaseError
from creatio_dbapi.lookup import Record, key_of, look_up
from creatio_dbapi.plan.dml_nodes import Change
from creatio_dbapi.request import Value
from creatio_dbapi.session import Meter, Session
from creatio_dbapi.types import EMPTY_MOMENT, TYPES, ZERO_GUID
from creatio_dbapi.writes import Outcome, Writer, shown


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


# What the server keeps itself: it differs after every write, whoever changed what.
_SERVERS = frozenset({"ModifiedOn", "ModifiedById", "CreatedOn", "CreatedById", "ProcessListeners"})


class UndoLog:
    """What one connection wrote since its last commit, in order."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._steps: list[_Step] = []

    def add(self, outcomes: Sequence[Outcome]) -> None:
        """Note rows that were written."""
        steps = [_step(outcome) for outcome in outcomes]
        with self._lock:
            self._steps += steps

    def forget(self) -> None:
        """Forget everything, as after a commit."""
        with self._lock:
            self._steps.clear()

    def take_back(self, session: Session, meter: Meter) -> UndoReport:
        """Take all writes back, the last one first; what somebody else changed meanwhile stays and is reported."""
        with self._lock:
            steps, self._steps = self._steps, []
        done, kept = 0, []
        for step in reversed(steps):
            reason = _undone(Writer(session, meter), step)
            if reason:
                key = tuple(value.value for value in step.key)
                kept.append(KeptRow(step.table.name, key, step.kind, reason))
            else:
                done += 1
        return UndoReport(done, tuple(kept))


def _step(outcome: Outcome) -> _Step:
    change = outcome.change
    columns = tuple(change.members) if change.kind == "update" else _own_columns(change.table)
    key = change.key or _key(change.table, outcome.after)
    streams = bool(change.streams)
    return _Step(change.kind, change.table, key, columns, outcome.before, outcome.after, streams)


def _own_columns(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.columns if column.type != "Edm.Stream" and column.name not in _SERVERS)


def _key(table: Table, record: Record | None) -> tuple[Value, ...]:
    """Read the key that the server gave a new row."""
    types = {column.name: column.type for column in table.columns}
    if record is None or not all(name in record for name in table.key):
        return ()
    return tuple(Value(types[name], TYPES[types[name]].read([record[name]])[0]) for name in table.key)


def _undone(writer: Writer, step: _Step) -> str:
    """Take one write back; return why not, or nothing."""
    if not step.key:
        return "its key is not known"
    if step.streams:
        return "it wrote a binary column, whose former content was not kept"
    try:
        found = look_up(writer.session, step.table, [step.key], step.columns, writer.meter).get(key_of(step.key))
        return _taken_back(writer, step, found)
    except DatabaseError as error:
        return str(error)


def _taken_back(writer: Writer, step: _Step, found: Record | None) -> str:
    if step.kind == "delete":
        return "a row with its key is there again" if found is not None else _written_again(writer, step)
    if found is None:
        return "" if step.kind == "insert" else "the row was deleted meanwhile"
    if step.after is None or (step.kind == "update" and step.before is None):
        return "its former values are not known, because an answer was lost"
    changed = _difference(step, found)
    if changed:
        return f"{changed} was changed by somebody else meanwhile"
    if step.kind == "insert":
        return _sent(writer, Change("delete", step.table, step.key, {}))
    before = step.before or {}
    members = {name: _writable(column, before[name]) for name, column in _columns(step) if name in before}
    return _sent(writer, Change("update", step.table, step.key, members))


def _columns(step: _Step) -> list[tuple[str, Column]]:
    by_name = {column.name: column for column in step.table.columns}
    return [(name, by_name[name]) for name in step.columns]


def _difference(step: _Step, found: Record) -> str:
    """Return the first column whose value is not the one that we left there."""
    after: Mapping[str, Any] = step.after or {}
    for name, column in _columns(step):
        if name in after and shown(column.type, found.get(name)) != shown(column.type, after[name]):
            return name
    return ""


def _written_again(writer: Writer, step: _Step) -> str:
    if step.before is None:
        return "its values are not known, because an answer was lost"
    record = step.before
    members = {
        column.name: record[column.name]
        for column in step.table.columns
        if column.name in record
        and column.type != "Edm.Stream"
        and record[column.name] not in (ZERO_GUID, EMPTY_MOMENT)
    }
    members.pop("ProcessListeners", None)
    return _sent(writer, Change("insert", step.table, step.key, members, made=True))


def _writable(column: Column, value: object) -> object:
    return None if value in (ZERO_GUID, EMPTY_MOMENT) and column.type != "Edm.String" else value


def _sent(writer: Writer, change: Change) -> str:
    outcome = writer.run([change])[0]
    writer.resume()
    if outcome.state == "written":
        return ""
    return str(outcome.error) if outcome.error is not None else "the row was deleted meanwhile"
