"""INSERT, UPDATE, DELETE and MERGE, from the parsed statement to what became of every row."""

from __future__ import annotations

import datetime as dt
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from creatio_dbapi.batches import plain_batch
from creatio_dbapi.catalog import Column
from creatio_dbapi.errors import DatabaseError, Error, OperationalError, ProgrammingError
from creatio_dbapi.interrupts import InterruptedWriteError, interruptible
from creatio_dbapi.lookup import key_of
from creatio_dbapi.meter import Meter
from creatio_dbapi.outcomes import Outcome, as_database_error, lastrowid_of
from creatio_dbapi.parse import Parameters, Statement, parse, parse_unbound, statement_kind
from creatio_dbapi.plan.dml import plan_write
from creatio_dbapi.plan.dml_insert import known_values
from creatio_dbapi.plan.dml_names import change_of, insert_of, key_columns, key_value
from creatio_dbapi.plan.dml_nodes import Change, ChangePlan, InsertPlan, Kind, MergePlan, WritePlan
from creatio_dbapi.plan.dml_template import Template, plan_template
from creatio_dbapi.plan.nodes import Plan, ResultColumn
from creatio_dbapi.request import Value
from creatio_dbapi.returning import needed_columns, plan_returning, returned
from creatio_dbapi.services import Result, Select, Services
from creatio_dbapi.telemetry import step
from creatio_dbapi.types import UTC
from creatio_dbapi.upsert import Present, upsert
from creatio_dbapi.write_explain import explain_write
from creatio_dbapi.write_report import FailedRow, WriteReport
from creatio_dbapi.writes import Wanted, Writer


@dataclass(frozen=True, slots=True)
class _Context:
    """What a write works with; `select` finds rows where the statement does not name them by their key."""

    services: Services
    meter: Meter
    select: Select


def run_write(services: Services, statement: Statement, meter: Meter, select: Select) -> Result:
    """Run one write; `select` runs the queries in it."""
    return _whole(meter, lambda: _run_one(_Context(services, meter, select), statement))


def _whole(meter: Meter, write: Callable[[], Result]) -> Result:
    """Have Ctrl-C stop a write as `cancel()` does, so that what became of its rows is found out, noted and told."""
    begun, reports = threading.Event(), list[WriteReport | None]()

    def run() -> Result:
        begun.set()
        try:
            result = write()
        except Error as error:
            reports.append(error.report)
            raise
        reports.append(result.report)
        return result

    try:
        return interruptible(run, meter.cancellation.cancel)
    except KeyboardInterrupt:
        raise InterruptedWriteError(
            reports[0] if reports else None, known=bool(reports) or not begun.is_set()
        ) from None
    except Error:
        raise
    except BaseException as error:  # of the handler of another signal
        if reports and reports[0] is not None:
            _with_report(error, reports[0])
        raise


def _run_one(context: _Context, statement: Statement) -> Result:
    services, meter = context.services, context.meter
    _check_writable(services, statement)
    with step(meter.span, "plan"):
        services.catalog(meter)
        plan = _planned(services, statement)
    if statement.explain:
        found = len(_changes(context, plan)) if statement.analyze else None
        return _lines(explain_write(services, plan, found))
    return _run(context, plan)


def _check_writable(services: Services, statement: Statement) -> None:
    if services.read_only and not statement.explain:
        raise OperationalError("the connection is read-only (read_only=True); nothing was sent")


def _planned(services: Services, statement: Statement) -> WritePlan:
    tree = statement.tree.copy()
    return plan_write(tree, services.catalog(), services.engine.evaluate, dt.datetime.now(UTC))


def _lines(lines: list[tuple[str, str]]) -> Result:
    columns = (ResultColumn("part", "Edm.String", False), ResultColumn("plan", "Edm.String", False))
    cells = [list(column) for column in zip(*lines, strict=True)]
    return Result(columns, iter([plain_batch(cells, [column.type for column in columns])]))


def _run(context: _Context, plan: WritePlan) -> Result:
    returning = plan_returning(context.services, plan.returning, context.meter) if plan.returning is not None else None
    changes = _changes(context, plan)
    return _result(context, plan, _outcomes(context, plan, changes, returning), returning)


def _outcomes(
    context: _Context, plan: WritePlan, changes: Sequence[Change], returning: Plan | None = None
) -> list[Outcome]:
    services = context.services
    writer = Writer(services.session, context.meter, services.writes, _wanted(services, plan, returning))
    if isinstance(plan, InsertPlan) and plan.conflict is not None:
        if plan.conflict.compares_text and services.profile.collation == "auto":
            services.learn_collation(context.meter)
        present = Present(services.engine, plan.alias, services.profile.empty_text)
        outcomes = upsert(writer, present, plan.conflict, changes)
    else:
        outcomes = writer.run(changes)
    services.note_written(outcomes)
    return outcomes


def _wanted(services: Services, plan: WritePlan, returning: Plan | None) -> Wanted:
    """Say which columns have to be read along: for RETURNING, and for taking the write back later."""
    needed = needed_columns(returning) if returning is not None else ()
    before = after = needed
    if services.undo is not None:
        columns = tuple(column.name for column in plan.table.columns if column.type != "Edm.Stream")
        before = after = columns
    if isinstance(plan, ChangePlan) and plan.kind == "update" and services.undo is None:
        before = ()
    return Wanted(before, after, new=bool(needed) or services.undo is not None)


# -- from plans to changes -----------------------------------------------------------------------------------


def _changes(context: _Context, plan: WritePlan, row: int = 0) -> list[Change]:
    """Find what is to be changed; nothing is written yet."""
    if isinstance(plan, InsertPlan):
        return _inserts(context, plan, row)
    changes = _merged(context, plan) if isinstance(plan, MergePlan) else _found(context, plan, row)
    _check_number(context.services, plan, changes)
    return changes


def _check_number(services: Services, plan: WritePlan, changes: Sequence[Change]) -> None:
    most = services.writes.max_rows_changed
    if most is not None and len(changes) > most:
        raise OperationalError(
            f"the statement would change {len(changes)} rows of {plan.table.name}, but max_rows_changed={most}; "
            "nothing was written",
            table=plan.table.name,
        )


def _inserts(context: _Context, plan: InsertPlan, row: int) -> list[Change]:
    if plan.query is None:
        return [
            insert_of(plan.table, _row_values(context, plan, place), row=row + place) for place in range(len(plan.rows))
        ]
    result = context.select(plan.query)
    if len(result.columns or ()) != len(plan.columns):
        raise ProgrammingError(
            f"INSERT names {len(plan.columns)} columns of {plan.table.name}, "
            f"but the SELECT gives {len(result.columns or ())}",
            table=plan.table.name,
        )
    # Read to its end before the first row is written: what is written must not be read again.
    rows = list(_rows(result))
    return [
        insert_of(plan.table, dict(zip(plan.columns, values, strict=True)), row=row + place)
        for place, values in enumerate(rows)
    ]


def _rows(result: Result) -> Iterator[tuple[Any, ...]]:
    for batch in result.batches:
        yield from zip(*batch, strict=True)


def _row_values(context: _Context, plan: InsertPlan, place: int) -> dict[Column, object]:
    values, columns, select = known_values(plan.columns, plan.rows[place], context.services.engine.evaluate)
    if columns:
        found = list(_rows(context.select(select)))
        values |= dict(zip(columns, found[0], strict=True))
    return values


def _found(context: _Context, plan: ChangePlan, row: int) -> list[Change]:
    if plan.key:
        return [change_of(plan.kind, plan.table, plan.key, plan.constants, row=row)]
    if plan.find is None:
        return []
    rows: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    for values in _rows(context.select(plan.find.copy())):
        # UPDATE … FROM may find a row several times; SQL changes it once, with any of the matches.
        rows.setdefault(values[: len(plan.table.key)], values)
    changes = [_found_change(plan, values, place) for place, values in enumerate(rows.values())]
    return [changes[place] for place in _children_first(rows)] if plan.kind == "delete" else changes


def _children_first(rows: Mapping[tuple[Any, ...], tuple[Any, ...]]) -> list[int]:
    """Return the places of rows (key, then the keys of parents) so that none is deleted before what points at it.

    A database looks at the end of a statement whether anything still points at a row that is gone; Creatio after each.
    """
    places = {key: place for place, key in enumerate(rows)}
    parents = [
        [places[(value,)] for value in values[len(key) :] if places.get((value,), place) != place]
        for place, (key, values) in enumerate(rows.items())
    ]
    waiting = Counter(parent for found in parents for parent in found)
    order = [place for place in places.values() if not waiting[place]]
    for place in order:  # which grows meanwhile
        for parent in parents[place]:
            waiting[parent] -= 1
            if waiting[parent] == 0:
                order.append(parent)
    circular = set(places.values()).difference(order)  # Creatio will say that they cannot go
    return [*order, *sorted(circular)]


def _found_change(plan: ChangePlan, values: tuple[Any, ...], row: int) -> Change:
    key = _key(plan, values)
    computed = dict(zip(plan.computed, values[len(key) : len(key) + len(plan.computed)], strict=True))
    return replace(change_of(plan.kind, plan.table, key, {**plan.constants, **computed}, row=row), seen=True)


def _key(plan: WritePlan, values: Sequence[Any]) -> tuple[Value, ...]:
    columns = key_columns(plan.table)
    return tuple(key_value(plan.table, column, value) for column, value in zip(columns, values, strict=False))


_ORDER: dict[Kind, int] = {"insert": 0, "update": 1, "delete": 2}


def _merged(context: _Context, plan: MergePlan) -> list[Change]:
    changes: list[Change] = []
    seen: set[tuple[Any, ...]] = set()
    for values in _rows(context.select(plan.find.copy())):
        if values[0] is None:
            continue
        branch = plan.branches[values[0]]
        if branch.kind == "nothing":
            continue
        given = dict(zip(branch.columns, values[branch.start : branch.start + len(branch.columns)], strict=True))
        if branch.kind == "insert":
            changes.append(insert_of(plan.table, given))
            continue
        found = values[1 : 1 + len(plan.table.key)]
        if found in seen:
            raise ProgrammingError(
                f"MERGE cannot change the row {found[0]} of {plan.table.name} twice: the source matches it twice",
                table=plan.table.name,
            )
        seen.add(found)
        changes.append(replace(change_of(branch.kind, plan.table, _key(plan, found), given), seen=True))
    changes.sort(key=lambda change: _ORDER[change.kind])
    return [replace(change, row=row) for row, change in enumerate(changes)]


# -- from outcomes to the result -----------------------------------------------------------------------------


def _result(context: _Context, plan: WritePlan, outcomes: Sequence[Outcome], returning: Plan | None) -> Result:
    report = report_of(outcomes)
    if context.meter.stopped_by is not None:
        raise _with_report(context.meter.stopped_by, report)
    _raise_failure(context.services, outcomes, report)
    written = [outcome for outcome in outcomes if outcome.state == "written"]
    inserted = [outcome for outcome in written if outcome.change.kind == "insert"]
    lastrowid = lastrowid_of(inserted[-1]) if inserted else None
    if returning is None:
        return Result(None, iter(()), len(written), lastrowid, report)
    shown = [outcome.before if outcome.change.kind == "delete" else outcome.after for outcome in written]
    records = [record for record in shown if record is not None]
    if len(records) < len(written):
        lost = OperationalError("rows were written, but what they hold now could not be read for RETURNING")
        raise failure_with(lost, report, written[0].change.row, many=True)
    batches = returned(context.services, returning, records)
    return Result(returning.result, batches, len(written), lastrowid, report)


def _with_report(error: BaseException, report: WriteReport) -> BaseException:
    """Return what the caller's own function has raised, with the report that `cursor.write_report` then shows."""
    with suppress(AttributeError):  # a class of the caller's may take no attribute
        error.report = report  # type: ignore[attr-defined]
    return error


def report_of(outcomes: Iterable[Outcome]) -> WriteReport:
    """Sort rows by what became of them."""
    rows: dict[str, list[int]] = {"written": [], "missing": [], "unsent": [], "unknown": []}
    failed: list[FailedRow] = []
    for outcome in outcomes:
        row = outcome.change.row
        if outcome.state == "failed":
            status = outcome.error.status if outcome.error is not None else None
            failed.append(FailedRow(row, status, str(outcome.error), outcome.present))
        elif outcome.state in rows:
            rows[outcome.state].append(row)
    return WriteReport(
        tuple(rows["written"]), tuple(failed), tuple(rows["missing"]), tuple(rows["unsent"]), tuple(rows["unknown"])
    )


def _raise_failure(services: Services, outcomes: Sequence[Outcome], report: WriteReport) -> None:
    """Raise the first failure; with on_error="continue" only where it is not a row's own."""
    first = next((each for each in outcomes if _ends(services, each) and each.error is not None), None)
    if first is not None and first.error is not None:
        raise failure_with(first.error, report, first.change.row, many=len(outcomes) > 1)


def failure_with(error: DatabaseError, report: WriteReport, row: int, *, many: bool) -> DatabaseError:
    """Say in an error which row it is about and what became of the others."""
    message = f"row {row}: {error} ({report}; cursor.write_report tells which)" if many else str(error)
    kind = OperationalError if type(error).__module__ != "creatio_dbapi" else type(error)
    failure = kind(message, status=error.status, table=error.table, column=error.column, row=row)
    failure.report = report
    failure.__cause__ = error.__cause__
    return failure


# -- executemany ---------------------------------------------------------------------------------------------


def run_many(services: Services, sql: str, sets: Sequence[Parameters], meter: Meter, select: Select) -> Result:
    """Run one write for every set of parameters; the result's `rowcount` is the sum."""
    return _whole(meter, lambda: _run_sets(_Context(services, meter, select), sql, sets))


def _run_sets(context: _Context, sql: str, sets: Sequence[Parameters]) -> Result:
    services, meter = context.services, context.meter
    unbound = parse_unbound(sql)
    if statement_kind(unbound.tree) == "SELECT":
        raise ProgrammingError("executemany() is for writes; a SELECT goes through execute()")
    if unbound.explain:
        raise ProgrammingError("EXPLAIN goes through execute()")
    _check_writable(services, unbound)
    if meter.span is not None:
        meter.span.describe(statement_kind(unbound.tree))
    if not sets:
        return Result(None, iter(()), 0, None, WriteReport())
    template = plan_template(unbound.tree, services.catalog(meter), services.engine.evaluate, dt.datetime.now(UTC))
    if template is not None:
        return _run_template(context, template, sql, sets)
    return _run_one_by_one(context, sql, sets)


def _run_template(context: _Context, template: Template, sql: str, sets: Sequence[Parameters]) -> Result:
    """Make all changes first, so that a value that does not fit is found before anything is sent."""
    changes = []
    for row, parameters in enumerate(sets):
        if not template.takes(parameters):
            _plan_of_set(context.services, sql, parameters, row)  # says what is wrong
        changes.append(template.change(parameters, row))
    outcomes = _outcomes(context, template.plan, changes)
    return _result(context, template.plan, outcomes, None)


def _plan_of_set(services: Services, sql: str, parameters: Parameters, row: int) -> WritePlan:
    try:
        return _planned(services, parse(sql, parameters))
    except Error as error:
        error.row = row
        raise


def _run_one_by_one(context: _Context, sql: str, sets: Sequence[Parameters]) -> Result:
    """Run the statement for each set of parameters, one after another, after all of them have been planned."""
    plans = [_plan_of_set(context.services, sql, parameters, row) for row, parameters in enumerate(sets)]
    if all(_is_same_upsert(plan, plans[0]) for plan in plans):
        return _run_upserts(context, plans)
    totals = _Totals()
    for row, plan in enumerate(plans):
        try:
            outcomes = _outcomes(context, plan, _changes(context, plan))
            totals.add(row, outcomes)
            result = _result(context, plan, outcomes, None)
        except Error as error:
            error.row = row
            error.report = totals.report(row, error, len(plans))
            going_on = context.services.writes.on_error == "continue" and context.meter.stopped_by is None
            if not going_on or row in {*totals.unknown, *totals.not_sent} or not isinstance(error, DatabaseError):
                raise
            totals.failed = list(error.report.failed)
            continue
        except BaseException as error:
            raise _with_report(error, totals.report(row, None, row + 1)) from None
        totals.lastrowid = result.lastrowid if result.lastrowid is not None else totals.lastrowid
    return Result(None, iter(()), totals.rowcount, totals.lastrowid, totals.report(len(plans), None, len(plans)))


def _is_same_upsert(plan: WritePlan, first: WritePlan) -> bool:
    """Say whether sets of parameters differ in the rows to insert alone, so that many can be looked for at once."""
    if not isinstance(plan, InsertPlan) or not isinstance(first, InsertPlan):
        return False
    return plan.conflict is not None and plan.conflict == first.conflict and len(plan.rows) == 1


def _run_upserts(context: _Context, plans: Sequence[WritePlan]) -> Result:
    """Upsert the rows of all sets together, but a key that comes again after what was done to it before."""
    changes = [change for row, plan in enumerate(plans) for change in _changes(context, plan, row)]
    outcomes: list[Outcome] = []
    for together in _runs_of_different_keys(changes):
        if any(_ends(context.services, outcome) for outcome in outcomes):
            outcomes += [Outcome(change, "unsent") for change in together]
            continue
        try:
            outcomes += _outcomes(context, plans[0], together)
        except Error as error:
            if not outcomes:
                raise  # nothing was written
            outcomes += [Outcome(change, "unsent", as_database_error(error)) for change in together]
    return _result(context, plans[0], outcomes, None)


def _ends(services: Services, outcome: Outcome) -> bool:
    """Say whether what became of a row ends the statement; its own failure may be gone over."""
    return outcome.state in ("unknown", "unsent") or (
        outcome.state == "failed" and services.writes.on_error != "continue"
    )


def _runs_of_different_keys(changes: Iterable[Change]) -> Iterator[list[Change]]:
    run: list[Change] = []
    keys: set[tuple[Any, ...]] = set()
    for change in changes:
        key = key_of(change.key)
        if key in keys:
            yield run
            run, keys = [], set()
        run.append(change)
        keys.add(key)
    if run:
        yield run


class _Totals:
    """What the sets of an executemany() came to so far."""

    def __init__(self) -> None:
        self.rowcount = 0
        self.lastrowid: object = None
        self.written: list[int] = []
        self.not_found: list[int] = []
        self.not_sent: list[int] = []
        self.unknown: list[int] = []
        self.failed: list[FailedRow] = []

    def add(self, row: int, outcomes: Sequence[Outcome]) -> None:
        """Note what became of the rows of one set; where it is open for one of them, it is for the set."""
        states = Counter(outcome.state for outcome in outcomes)
        written = states["written"]
        self.rowcount += written
        failed = next((outcome.error for outcome in outcomes if outcome.state == "failed"), None)
        if states["unknown"]:
            self.unknown.append(row)
        elif failed is not None:
            present = any(outcome.present for outcome in outcomes) or bool(written)
            self.failed.append(FailedRow(row, failed.status, str(failed), present))
        elif states["unsent"]:
            (self.unknown if written else self.not_sent).append(row)
        elif written:
            self.written.append(row)
        elif all(outcome.state in ("missing", "kept") for outcome in outcomes):
            self.not_found.append(row)

    def report(self, row: int, error: Error | None, sets: int) -> WriteReport:
        """Report in numbers of parameter sets; `row` is the one that failed, if one did."""
        known = error is None or row in {*self.unknown, *self.not_sent, *(each.row for each in self.failed)}
        failed = [] if known or error is None else [FailedRow(row, error.status, str(error))]
        rest = range(row + 1, sets) if error is not None else ()
        failures, unsent = (*self.failed, *failed), (*self.not_sent, *rest)
        return WriteReport(tuple(self.written), failures, tuple(self.not_found), unsent, tuple(self.unknown))
