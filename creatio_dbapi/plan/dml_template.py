"""A write that is planned once for many sets of parameters: its values are parameters or constants."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlglot import exp

from creatio_dbapi.catalog import Catalog, Column
from creatio_dbapi.errors import ProgrammingError
from creatio_dbapi.parse import Parameters, literal_of, plain_value
from creatio_dbapi.plan.constants import Evaluate, constant_of, fix_clock
from creatio_dbapi.plan.dml_change import assignments, check_where
from creatio_dbapi.plan.dml_insert import is_default, plan_insert
from creatio_dbapi.plan.dml_names import alias_of, change_of, column_of, insert_of, key_columns, key_value, target_table
from creatio_dbapi.plan.dml_nodes import Change, ChangePlan, InsertPlan


@dataclass(frozen=True, slots=True)
class _Slot:
    """The place of a parameter: its number from 0 on, or its name."""

    name: int | str


@dataclass(frozen=True, slots=True)
class Template:
    """A write of one row for each set of parameters; cells are slots or Python values."""

    plan: InsertPlan | ChangePlan
    cells: tuple[tuple[Column, object], ...]
    key: tuple[object, ...]
    slots: frozenset[int | str]

    def takes(self, parameters: Parameters) -> bool:
        """Say whether a set of parameters fits the placeholders."""
        if any(isinstance(name, str) for name in self.slots):
            return isinstance(parameters, Mapping) and all(name in parameters for name in self.slots)
        plain = isinstance(parameters, Sequence) and not isinstance(parameters, (str, bytes))
        return plain and len(parameters) == len(self.slots)

    def change(self, parameters: Parameters, row: int) -> Change:
        """Make the change for one set of parameters."""
        table = self.plan.table
        values = {column: _filled(cell, parameters) for column, cell in self.cells}
        if isinstance(self.plan, InsertPlan):
            return insert_of(table, values, row=row)
        given = zip(key_columns(table), self.key, strict=True)
        key = tuple(key_value(table, column, _filled(cell, parameters)) for column, cell in given)
        return change_of(self.plan.kind, table, key, values, row=row)


def _filled(cell: object, parameters: Any) -> Any:
    if not isinstance(cell, _Slot):
        return cell
    value = plain_value(parameters[cell.name])
    if type(value) not in _USUAL:
        literal_of(value)  # raises for a type that no parameter can have
    return value


_USUAL = frozenset({type(None), bool, int, float, str, bytes})


def plan_template(tree: exp.Expr, catalog: Catalog, evaluate: Evaluate, now: dt.datetime) -> Template | None:
    """Plan a write whose parameters are not bound yet; None where each set needs a plan of its own."""
    tree = fix_clock(tree, now)
    plain = not any(
        tree.args.get(name) for name in ("with_", "with", "from_", "from", "using", "returning", "conflict")
    )
    if not plain:
        return None
    if isinstance(tree, exp.Insert):
        return _insert(tree, catalog, evaluate)
    if isinstance(tree, (exp.Update, exp.Delete)):
        return _change(tree, catalog, evaluate)
    return None


def _insert(tree: exp.Insert, catalog: Catalog, evaluate: Evaluate) -> Template | None:
    plan = plan_insert(tree, catalog)
    if len(plan.rows) != 1:
        return None
    cells = [
        (column, _cell(node, evaluate))
        for column, node in zip(plan.columns, plan.rows[0], strict=True)
        if not is_default(node)
    ]
    return _template(plan, cells, ())


def _change(tree: exp.Update | exp.Delete, catalog: Catalog, evaluate: Evaluate) -> Template | None:
    table = target_table(tree.this, catalog)
    check_where(tree, table)
    items = tree.expressions if isinstance(tree, exp.Update) else ()
    cells = [(column, _cell(node, evaluate)) for column, node in assignments(items, table)]
    key: dict[str, object] = {}
    where = tree.args["where"].this
    for condition in where.flatten() if isinstance(where, exp.And) else [where]:
        node = condition.unnest()
        if not isinstance(node, exp.EQ) or not isinstance(node.this, exp.Column):
            return None
        if node.this.table and node.this.table.lower() != alias_of(tree.this).lower():
            return None
        column = column_of(table, node.this)
        if column.name not in table.key or column.name in key:
            return None
        key[column.name] = _cell(node.expression, evaluate)
    if set(key) != set(table.key):
        return None
    kind = "update" if isinstance(tree, exp.Update) else "delete"
    plan = ChangePlan(kind, table, alias_of(tree.this), {}, (), (), None)  # type: ignore[arg-type]
    return _template(plan, cells, tuple(key[name] for name in table.key))


_NOT_PLAIN = object()


def _cell(node: exp.Expr, evaluate: Evaluate) -> object:
    node = node.unnest()
    if isinstance(node, exp.Parameter) and node.name.isdigit():
        return _Slot(int(node.name) - 1)
    if isinstance(node, exp.Placeholder):
        return _Slot(node.name)
    if node.find(exp.Parameter, exp.Placeholder):
        return _NOT_PLAIN
    try:
        constant = constant_of(node, evaluate)
    except ProgrammingError:
        return _NOT_PLAIN
    return _NOT_PLAIN if constant is None else constant.value


def _template(
    plan: InsertPlan | ChangePlan, cells: list[tuple[Column, object]], key: tuple[object, ...]
) -> Template | None:
    values = [*(cell for _, cell in cells), *key]
    if any(value is _NOT_PLAIN for value in values) or any(value is None for value in key):
        return None
    slots = frozenset(value.name for value in values if isinstance(value, _Slot))
    return Template(plan, tuple(cells), key, slots)
