"""RETURNING: expressions over the written rows, computed like a SELECT over what the server showed of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from creatio_dbapi.batches import Batch, plain_batch
from creatio_dbapi.catalog import Column
from creatio_dbapi.decoding import Page, arrow_page, read_values
from creatio_dbapi.engine import Engine
from creatio_dbapi.errors import NotSupportedError
from creatio_dbapi.meter import Meter
from creatio_dbapi.plan.dml_nodes import Tree
from creatio_dbapi.plan.drafts import Environment
from creatio_dbapi.plan.nodes import Plan, ResultColumn, Scan
from creatio_dbapi.plan.split import plan_select
from creatio_dbapi.services import Services
from creatio_dbapi.types import UTC


def environment(services: Services, *, pushdown: bool) -> Environment:
    """Return what planning a SELECT depends on."""
    return Environment(
        catalog=services.catalog(),
        profile=services.profile,
        evaluate=services.engine.evaluate,
        describe=lambda sql, scans: _described(services.engine, sql, scans),
        now=dt.datetime.now(UTC),
        pushdown=pushdown,
    )


def _described(engine: Engine, sql: str, scans: tuple[Scan, ...]) -> tuple[ResultColumn, ...]:
    with engine.workspace() as workspace:
        for scan in scans:
            workspace.create(scan.name, scan.loaded)
        return tuple(ResultColumn(column.name, column.type) for column in workspace.describe(sql))


def plan_returning(services: Services, select: Tree, meter: Meter) -> Plan:
    """Plan a RETURNING; raises ProgrammingError for what is no column of the written table."""
    plan = plan_select(select.copy(), environment(services, pushdown=False))
    if plan.compares_text and services.profile.collation == "auto":
        services.learn_collation(meter)
        plan = plan_select(select.copy(), environment(services, pushdown=False))
    if len(plan.scans) != 1:
        raise NotSupportedError("RETURNING can read the written table only; a subquery goes into a SELECT of its own")
    streams = [column.name for column in plan.scans[0].columns if column.type == "Edm.Stream"]
    if streams:
        raise NotSupportedError(f"RETURNING {streams[0]} is not supported; read it by a SELECT")
    return plan


def needed_columns(plan: Plan) -> tuple[str, ...]:
    """Return the columns of the written table that a RETURNING reads."""
    return tuple(column.name for column in plan.scans[0].columns)


def returned(services: Services, plan: Plan, records: Sequence[Mapping[str, Any]]) -> Iterator[Batch]:
    """Compute a RETURNING over the written rows."""
    if not records:
        return
    scan = plan.scans[0]
    page = page_of(scan.columns, records, empty_text=services.profile.empty_text)
    if plan.local is None:
        yield plain_batch(read_values(scan, page, plan.direct), [column.type for column in plan.result])
        return
    with services.engine.workspace() as workspace:
        workspace.create(scan.name, scan.loaded)
        workspace.load(scan.name, arrow_page(scan, page))
        yield from workspace.run(plan.local)


def page_of(columns: Sequence[Column], records: Sequence[Mapping[str, Any]], *, empty_text: str = "text") -> Page:
    """Put the JSON of rows into columns."""
    cells = [[record.get(column.name) for record in records] for column in columns]
    if empty_text == "null":
        cells = [
            [value or None for value in values] if column.type == "Edm.String" else values
            for column, values in zip(columns, cells, strict=True)
        ]
    return Page(tuple(cells), len(records))
