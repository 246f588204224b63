"""INSERT … ON CONFLICT: which rows are there already, and what is written to those."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import msgspec

from creatio_dbapi.catalog import Table
from creatio_dbapi.decoding import arrow_page
from creatio_dbapi.engine import Engine
from creatio_dbapi.errors import Error, IntegrityError, ProgrammingError
from creatio_dbapi.lookup import Key, Record, key_of, look_up
from creatio_dbapi.outcomes import Outcome, as_database_error
from creatio_dbapi.plan.dml_insert import EXCLUDED
from creatio_dbapi.plan.dml_names import change_of
from creatio_dbapi.plan.dml_nodes import Change, Conflict
from creatio_dbapi.plan.nodes import Scan
from creatio_dbapi.returning import page_of
from creatio_dbapi.writes import Writer

_ROUNDS = 3  # a row may come or go between looking and writing; more often than this it is somebody's loop


@dataclass(frozen=True, slots=True)
class Present:
    """How SET and WHERE see the rows that are there: by which engine, called what, and what an empty text is."""

    engine: Engine
    alias: str
    empty_text: str


def upsert(writer: Writer, present: Present, conflict: Conflict, inserts: Sequence[Change]) -> list[Outcome]:
    """Insert the rows that are not there; for the others do what ON CONFLICT says."""
    inserts = _distinct(inserts, conflict)
    decided: dict[int, Outcome] = {}
    left = list(inserts)
    for number in range(_ROUNDS):
        try:
            outcomes = _round(writer, present, conflict, left)
        except Error as error:
            if number == 0:
                raise  # nothing was written
            outcomes = [Outcome(change, "unsent", as_database_error(error)) for change in left]
        again = {outcome.change.row for outcome in outcomes if _is_overtaken(outcome, conflict)}
        if again:
            again |= {outcome.change.row for outcome in outcomes if outcome.state == "unsent"}
        decided |= {outcome.change.row: outcome for outcome in outcomes}
        left = [change for change in left if change.row in again]
        if not left or writer.meter.stopped_by is not None:
            break
        writer.resume()
    return [decided[row] for row in sorted(decided)]


def _distinct(inserts: Sequence[Change], conflict: Conflict) -> list[Change]:
    """Keep one change for each key, as SQL says: a second row is a conflict with the first one."""
    seen: dict[Key, Change] = {}
    kept: list[Change] = []
    for change in inserts:
        key = key_of(change.key)
        if not key or key not in seen:
            seen[key] = change
            kept.append(change)
        elif conflict.select is not None:
            raise ProgrammingError(
                f"ON CONFLICT DO UPDATE cannot change the row {change.key[0].value} of {change.table.name} twice",
                table=change.table.name,
                row=change.row,
            )
    return kept


def _is_overtaken(outcome: Outcome, conflict: Conflict) -> bool:
    """Say whether a row came or went after it was looked for."""
    if outcome.change.kind == "update":
        return outcome.state == "missing"
    if outcome.state != "failed" or not isinstance(outcome.error, IntegrityError) or outcome.change.made:
        return False
    return "duplicate" in str(outcome.error).lower() or "unique" in str(outcome.error).lower()


def _round(writer: Writer, present: Present, conflict: Conflict, inserts: Sequence[Change]) -> list[Outcome]:
    given = [change for change in inserts if change.key and not change.made]
    found: dict[Key, Record] = {}
    if given:
        table = given[0].table
        names = [column.name for column in conflict.needed]
        found = look_up(writer.session, table, [change.key for change in given], names, writer.meter)
    new = [change for change in inserts if key_of(change.key) not in found]
    there = [change for change in given if key_of(change.key) in found]
    skipped = [Outcome(replace(change, kind="update"), "unsent") for change in there]
    if conflict.select is None:
        return writer.run(new) + [_left_alone(outcome) for outcome in skipped]
    updates = _updates(present, conflict, there, [found[key_of(change.key)] for change in there])
    written = writer.run([*new, *updates])
    rows = {outcome.change.row for outcome in written}
    return written + [_left_alone(outcome) for outcome in skipped if outcome.change.row not in rows]


def _left_alone(outcome: Outcome) -> Outcome:
    outcome.state = "kept"
    return outcome


def _updates(present: Present, conflict: Conflict, there: Sequence[Change], records: Sequence[Record]) -> list[Change]:
    """Compute SET over the rows that are there and those that were to be inserted."""
    if not there or conflict.select is None:
        return []
    table = there[0].table
    by_key = {key_of(change.key): change for change in there}
    keys = len(table.key)
    changes: list[Change] = []
    for values in _computed(present, conflict, table, there, records):
        key, new = values[:keys], values[keys:]
        change = by_key[tuple(key)]
        assigned = dict(zip(conflict.columns, new, strict=True))
        changes.append(change_of("update", table, change.key, assigned, row=change.row))
    return sorted(changes, key=lambda change: change.row)


def _computed(
    present: Present,
    conflict: Conflict,
    table: Table,
    there: Sequence[Change],
    records: Sequence[Record],
) -> list[tuple[Any, ...]]:
    columns = tuple(column for column in table.columns if column.type != "Edm.Stream")
    old, new = Scan(present.alias, table, conflict.needed, ()), Scan(EXCLUDED, table, columns, ())
    select = conflict.select.sql("duckdb") if conflict.select is not None else ""
    with present.engine.workspace() as workspace:
        for scan, rows in ((old, records), (new, [_members(change) for change in there])):
            workspace.create(scan.name, scan.loaded)
            page = page_of(scan.columns, rows, empty_text=present.empty_text)
            workspace.load(scan.name, arrow_page(scan, page))
        return [row for batch in workspace.run(select) for row in zip(*batch, strict=True)]


def _members(change: Change) -> Mapping[str, Any]:
    return {
        name: Decimal(bytes(member).decode()) if isinstance(member, msgspec.Raw) else member
        for name, member in change.members.items()
    }
