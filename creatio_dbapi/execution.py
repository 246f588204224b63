"""One statement, text to result. READ THIS FIRST: the way of a query as a few lines of code."""

from __future__ import annotations

import datetime as dt
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from creatio_dbapi.batches import Batch, plain_batch
from creatio_dbapi.catalog import Catalog
from creatio_dbapi.decoding import Page, arrow_page, scan_batch
from creatio_dbapi.engine import Engine, Workspace
from creatio_dbapi.errors import ProgrammingError, Warning  # noqa: A004, RUF100 - PEP 249's name
from creatio_dbapi.gather import gather, narrowed
from creatio_dbapi.meter import Meter, ScanMeter, Statistics
from creatio_dbapi.parse import Parameters, Statement, parse, repeated_values, statement_kind
from creatio_dbapi.plan.drafts import Environment
from creatio_dbapi.plan.explain import explain
from creatio_dbapi.plan.firsts import shorter_ways
from creatio_dbapi.plan.nodes import Plan, ResultColumn, Scan, with_embedded
from creatio_dbapi.plan.split import plan_select
from creatio_dbapi.plan_cache import question_of
from creatio_dbapi.profile import LOOKUP_NULL, Profile, without
from creatio_dbapi.services import Result, Select, Services
from creatio_dbapi.shortcut import by_shortcut
from creatio_dbapi.sizes import leanest
from creatio_dbapi.stream import RefusedError, Source, read_scan
from creatio_dbapi.telemetry import step
from creatio_dbapi.types import UTC
from creatio_dbapi.writing import run_many, run_write


def execute(services: Services, sql: str, parameters: Parameters | None, meter: Meter) -> Result:
    """Run one statement: parse, plan, then read or write; nothing is sent for a statement that fails to plan."""
    statement = parse(sql, parameters)
    kind = statement_kind(statement.tree)
    if meter.span is not None:
        meter.span.describe(f"EXPLAIN {kind}" if statement.explain else kind)
    if kind != "SELECT":
        return run_write(services, statement, meter, _select(services, meter))
    if statement.explain:
        return _explain(services, statement, meter)
    return _read(services, statement, meter)


def _read(services: Services, statement: Statement, meter: Meter) -> Result:
    """Plan and start to read; when the server refuses a form, plan again with less pushed (law 11)."""
    tried: list[str] = []
    while True:
        with step(meter.span, "plan"):
            plan = _plan(services, statement, frozenset(tried), meter)
        as_arrow = threading.Event()
        batches = _batches(services, plan, meter, by_columns=as_arrow.is_set)
        try:
            first = next(batches, None)  # errors belong to execute(), not to the first fetch
        except RefusedError as error:
            tried.append(_suspect(error, tried))
            continue
        if tried:
            _give_up_form(services, tried[-1])
        return Result(plan.result, _from_first(first, batches), as_arrow=as_arrow.set)


def _from_first(first: Batch | None, batches: Iterator[Batch]) -> Iterator[Batch]:
    if first is not None:
        yield first
        del first  # or the first page would stay in memory to the end
        yield from batches


def _plan(services: Services, statement: Statement, avoided: frozenset[str], meter: Meter) -> Plan:
    """Plan a query; learn first how the server compares what it compares: text, and lookups that are often empty."""
    services.catalog(meter)
    if services.probes:
        services.learn_forms(meter)
    plan = _plan_once(services, statement, avoided)
    if plan.compares_text and services.profile.collation == "auto":
        services.learn_collation(meter)
        plan = _plan_once(services, statement, avoided)
    if services.learn_links(plan.scans, meter):
        plan = _plan_once(services, statement, avoided)
    return plan


def _plan_once(services: Services, statement: Statement, avoided: frozenset[str]) -> Plan:
    """Plan with the catalog at hand; a name that it lacks may be newer than a catalog that was kept on disk."""
    try:
        return _plan_now(services, statement, avoided)
    except RecursionError:
        raise ProgrammingError("the statement is nested too deeply to be planned") from None
    except ProgrammingError as error:
        if (error.table is None and error.column is None) or not services.catalog().refresh_kept():
            raise
        return _plan_now(services, statement, avoided)


def _plan_now(services: Services, statement: Statement, avoided: frozenset[str]) -> Plan:
    """Plan, unless the same was planned before; EXPLAIN always plans."""
    catalog, profile = services.catalog(), without(services.profile, avoided | frozenset(services.refused))
    question = None
    if statement.steady and not statement.explain:
        question = question_of(statement.sql, statement.parameters, catalog.version, profile, services.pushdown)
    plan = None if question is None else services.plans.find(question)
    if plan is None or plan.shorter is None:
        plan = _new_plan(services, statement, catalog, profile, plan)
        if question is not None:
            services.plans.keep(question, plan, repeated_values(statement.tree))
    return leanest(plan, services.sizes, profile, _compares_links(services, avoided))


def _compares_links(services: Services, avoided: frozenset[str]) -> bool:
    known = services.compares_links or LOOKUP_NULL in services.profile.forms
    return known and not {LOOKUP_NULL, "null"} & (avoided | services.refused.keys())


def _new_plan(services: Services, statement: Statement, catalog: Catalog, profile: Profile, known: Plan | None) -> Plan:
    """Plan a statement; one that comes again is worth looking for shorter ways, too."""
    environment = Environment(
        catalog=catalog,
        profile=profile,
        evaluate=services.engine.evaluate,
        describe=lambda sql, scans: _describe(services.engine, sql, scans),
        now=dt.datetime.now(UTC),
        pushdown=services.pushdown,
    )
    if known is None:
        return plan_select(statement.tree.copy(), environment)
    return replace(known, shorter=shorter_ways(statement.tree.copy(), known, environment))


def _describe(engine: Engine, sql: str, scans: tuple[Scan, ...]) -> tuple[ResultColumn, ...]:
    with engine.workspace() as workspace:
        for scan in with_embedded(scans):
            workspace.create(scan.name, scan.loaded)
        return tuple(
            ResultColumn(column.name, column.type, None, column.precision, column.scale)
            for column in workspace.describe(sql)
        )


# -- law 11 --------------------------------------------------------------------------------------------------

# From the least to the best evidenced, so that the likeliest culprit is left out first.
_SUSPECTS = (
    "in", "tolower", "toupper", "lookup_null", "day", "month", "expand", "not",
    "endswith", "startswith", "contains", "null", "path", "count", "skip", "order", "compare",
)  # fmt: skip


def _suspect(error: RefusedError, tried: list[str]) -> str:
    for form in _SUSPECTS:
        if form in error.scan.forms and form not in tried:
            return form
    raise error.cause


def _give_up_form(services: Services, form: str) -> None:
    """Remember the form whose absence made the server answer, and say so once per connection."""
    with services.lock:
        if form in services.refused:
            return
        services.refused[form] = form
    warnings.warn(
        f'the server refused a query with "{form}"; this connection no longer pushes it, the rows are the same',
        Warning,
        stacklevel=5,
    )


# -- reading -------------------------------------------------------------------------------------------------


def _batches(
    services: Services,
    plan: Plan,
    meter: Meter,
    meters: dict[str, ScanMeter] | None = None,
    by_columns: Callable[[], bool] = lambda: False,
) -> Iterator[Batch]:
    source = Source(services.session, services.profile, meter, meters, services.sizes, by_columns)
    if plan.local is None:
        scan = narrowed(source, plan.scans[0])
        return _as_they_come(_without_refused(source, services), scan, plan.direct)
    source = replace(source, by_columns=lambda: True)  # all that the local engine takes
    source = _without_refused(source, services)
    if plan.row_wise:
        return _page_by_page(services, plan, source)
    if not plan.shorter:
        return _all_at_once(services, source, plan)
    run = partial(_all_at_once, services, source)
    return by_shortcut(plan, plan.shorter, services.sizes, source.profile, run)


def _as_they_come(source: Source, scan: Scan, places: tuple[int, ...]) -> Iterator[Batch]:
    for page in read_scan(source, scan):
        yield scan_batch(scan, page, places)
        del page  # or it would stay in memory while the next one is made


def _without_refused(source: Source, services: Services) -> Source:
    return replace(source, profile=without(source.profile, frozenset(services.refused)))


def _page_by_page(services: Services, plan: Plan, source: Source) -> Iterator[Batch]:
    """Run the local SQL on each page by itself, so that only one page is in memory."""
    scan = narrowed(source, plan.scans[0])
    with services.engine.workspace() as workspace, source.meter.cancellation.watching(workspace):
        workspace.create(scan.name, scan.loaded)
        yield from _cut(_local_pages(workspace, plan, scan, read_scan(source, scan)), plan.limit, plan.offset)


def _local_pages(workspace: Workspace, plan: Plan, scan: Scan, pages: Iterator[Page]) -> Iterator[Batch]:
    for page in pages:
        workspace.load(scan.name, arrow_page(scan, page), replace=True)
        yield from workspace.run(plan.local or "")


def _cut(batches: Iterator[Batch], limit: int | None, offset: int) -> Iterator[Batch]:
    """Keep the rows from `offset` on, `limit` at the most; stops asking for batches when it has them."""
    if limit == 0:
        return
    for batch in batches:
        rows = batch.rows
        if offset >= rows:
            offset -= rows
            continue
        end = rows if limit is None else min(rows, offset + limit)
        yield batch.cut(offset, end)
        if limit is not None:
            limit -= end - offset
            if limit <= 0:
                return
        offset = 0


def _all_at_once(
    services: Services, source: Source, plan: Plan, look: Callable[[Workspace], None] = lambda _: None
) -> Iterator[Batch]:
    """Bring all scans here, then run the local SQL over them; `look` at them when all of its rows are given."""
    with services.engine.workspace() as workspace, source.meter.cancellation.watching(workspace):
        for scan in with_embedded(plan.scans):
            workspace.create(scan.name, scan.loaded)
        gather(source, plan.scans, workspace)
        yield from workspace.run(plan.local or "")
        look(workspace)


# -- EXPLAIN, and the way to writing -------------------------------------------------------------------------


def _explain(services: Services, statement: Statement, meter: Meter) -> Result:
    plan = _plan(services, statement, frozenset(), meter)
    lines = _analyze(services, plan, meter) if statement.analyze else explain(plan)
    columns = (ResultColumn("part", "Edm.String", False), ResultColumn("plan", "Edm.String", False))
    return Result(
        columns, iter([plain_batch([list(column) for column in zip(*lines, strict=True)], ["Edm.String"] * 2)])
    )


def _analyze(services: Services, plan: Plan, meter: Meter) -> list[tuple[str, str]]:
    """Run a plan and give it with what each scan, and all of it, took."""
    meters: dict[str, ScanMeter] = {}
    rows = sum(batch.rows for batch in _batches(services, plan, meter, meters))
    costs = {name: _cost_text(each.snapshot()) for name, each in meters.items()}
    return explain(plan, costs) + _measured(rows, meter)


def _cost_text(cost: Statistics) -> str:
    parts = [(cost.requests, "request"), (cost.rows_received, "row"), (cost.bytes_received, "byte")]
    return ", ".join(_counted(number, thing) for number, thing in parts) + f", {cost.elapsed:.3f} seconds"


def _measured(rows: int, meter: Meter) -> list[tuple[str, str]]:
    cost = meter.snapshot()
    return [
        ("total", f"{_counted(cost.requests, 'request')}, {_counted(cost.bytes_received, 'byte')} received"),
        ("", f"{_counted(cost.rows_received, 'row')} received, {_counted(rows, 'row')} given"),
        ("", f"{cost.elapsed:.3f} seconds"),
    ]


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def execute_many(
    services: Services,
    sql: str,
    sets: Sequence[Parameters],
    meter: Meter,
) -> Result:
    """Run one write for every set of parameters."""
    return run_many(services, sql, sets, meter, _select(services, meter))


def _select(services: Services, meter: Meter) -> Select:
    """Give writes a way to find rows: they are found by the same road as any other query's."""
    return lambda tree: _read(services, Statement(tree, ""), meter)
