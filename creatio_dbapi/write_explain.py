"""EXPLAIN of a write: what would be found and what would be sent, without sending it."""

from __future__ import annotations

from creatio_dbapi.plan.dml_nodes import ChangePlan, InsertPlan, MergePlan, WritePlan
from creatio_dbapi.plan.explain import Line, explain
from creatio_dbapi.plan.split import plan_select
from creatio_dbapi.request import key_url
from creatio_dbapi.returning import environment
from creatio_dbapi.services import Services

_VERBS = {"insert": "POST", "update": "PATCH", "delete": "DELETE", "nothing": "nothing"}


def explain_write(services: Services, plan: WritePlan, found: int | None) -> list[Line]:
    """Write a plan of a write as lines; `found` is the number of rows, where they were looked for."""
    if isinstance(plan, InsertPlan):
        lines = _insert(services, plan)
    elif isinstance(plan, MergePlan):
        lines = explain(plan_select(plan.find.copy(), environment(services, pushdown=services.pushdown)))
        lines += [("send", _sent(branch.kind, plan, [c.name for c in branch.columns])) for branch in plan.branches]
    else:
        lines = _change(services, plan)
    if found is not None:
        lines.append(("found", f"{found} rows; nothing was written"))
    return lines


def _insert(services: Services, plan: InsertPlan) -> list[Line]:
    lines: list[Line] = []
    if plan.query is not None:
        lines = explain(plan_select(plan.query.copy(), environment(services, pushdown=services.pushdown)))
    number = f"{len(plan.rows)} rows" if len(plan.rows) > 1 else "each row found" if plan.query is not None else "a row"
    if plan.conflict is not None:
        lines.append(("look", f"which of the given keys {plan.table.name} has"))
        action = [column.name for column in plan.conflict.columns]
        lines.append(("send", _sent("update", plan, action) if action else "nothing for rows that are there"))
    names = ", ".join(column.name for column in plan.columns)
    lines.append(("send", f"POST {plan.table.name} with {names or 'defaults'} for {number}, 100 in a request"))
    return lines


def _change(services: Services, plan: ChangePlan) -> list[Line]:
    names = [column.name for column in (*plan.constants, *plan.computed)]
    if plan.find is None:
        address = key_url(plan.table.name, plan.key, plan.table.key)
        with_names = f" with {', '.join(names)}" if names else ""
        guard = ", if the row is there" if plan.kind == "update" else ""
        return [("send", f"{_VERBS[plan.kind]} {address}{with_names}{guard}")]
    lines = explain(plan_select(plan.find.copy(), environment(services, pushdown=services.pushdown)))
    return [*lines, ("send", _sent(plan.kind, plan, names))]


def _sent(kind: str, plan: WritePlan, names: list[str]) -> str:
    if kind == "nothing":
        return "nothing for rows of this branch"
    many = "45" if kind == "update" else "100"
    with_names = f" with {', '.join(names)}" if names else ""
    place = plan.table.name if kind == "insert" else f"{plan.table.name}({', '.join(plan.table.key)})"
    return f"{_VERBS[kind]} {place}{with_names} for each row found, {many} in a request"
