"""MERGE: one SELECT that joins source and table, and for each row the first WHEN that fits."""

from __future__ import annotations

from dataclasses import dataclass

from sqlglot import exp

from creatio_dbapi.catalog import Catalog, Column, Table
from creatio_dbapi.errors import NotSupportedError, ProgrammingError
from creatio_dbapi.plan.dml_change import WITH, assignments, key_column
from creatio_dbapi.plan.dml_insert import is_default
from creatio_dbapi.plan.dml_names import alias_of, different_columns, key_columns, returning_of, target_table
from creatio_dbapi.plan.dml_nodes import Branch, MergePlan


@dataclass(frozen=True, slots=True)
class _When:
    branch: Branch
    condition: exp.Expr
    values: tuple[exp.Expr, ...]


def plan_merge(tree: exp.Merge, catalog: Catalog) -> MergePlan:
    """Plan a MERGE; every value of every branch is computed by the SELECT that finds the rows."""
    target = tree.this
    table, alias = target_table(target, catalog), alias_of(target)
    keys = [key_column(column.name, target, alias) for column in key_columns(table)]
    whens: list[_When] = []
    start = 1 + len(keys)
    for node in tree.args["whens"].expressions:
        when = _when(node, table, keys[0], start)
        start += len(when.values)
        whens.append(when)
    find = _find(tree, keys, whens)
    branches = tuple(when.branch for when in whens)
    return MergePlan(table, alias, branches, find, returning_of(tree, table, alias))


def _when(node: exp.Expr, table: Table, key: exp.Expr, start: int) -> _When:
    if node.args.get("source"):
        raise NotSupportedError("WHEN NOT MATCHED BY SOURCE is not supported; use DELETE … WHERE NOT EXISTS (…)")
    matched = bool(node.args.get("matched"))
    condition: exp.Expr = exp.Is(this=key.copy(), expression=exp.Null())
    condition = exp.not_(condition) if matched else condition
    extra = node.args.get("condition")
    if extra is not None:
        condition = exp.and_(condition, exp.paren(extra.copy()))
    branch, values = _branch(node.args["then"], table, start)
    if matched == (branch.kind == "insert") and branch.kind != "nothing":
        raise ProgrammingError(f"WHEN {'MATCHED' if matched else 'NOT MATCHED'} cannot {branch.kind.upper()}")
    return _When(branch, condition, values)


def _branch(then: exp.Expr, table: Table, start: int) -> tuple[Branch, tuple[exp.Expr, ...]]:
    if isinstance(then, exp.Update):
        pairs = tuple(assignments(then.expressions, table))
        columns, values = tuple(column for column, _ in pairs), tuple(value for _, value in pairs)
        return Branch("update", columns, start), values
    if isinstance(then, exp.Insert):
        return _insert(then, table, start)
    words = then.name.upper()
    if words not in ("DELETE", "DO NOTHING"):
        raise NotSupportedError(f"{words} in MERGE is not supported")
    return Branch("delete" if words == "DELETE" else "nothing", start=start), ()


def _insert(then: exp.Insert, table: Table, start: int) -> tuple[Branch, tuple[exp.Expr, ...]]:
    names, values = then.this, then.expression
    if not isinstance(names, exp.Tuple) or not isinstance(values, exp.Tuple):
        raise NotSupportedError("INSERT in MERGE names its columns: INSERT (Name, …) VALUES (…)")
    columns = different_columns(table, names.expressions)
    if len(columns) != len(values.expressions):
        raise ProgrammingError(f"INSERT names {len(columns)} columns, but gives {len(values.expressions)} values")
    given: list[tuple[Column, exp.Expr]] = [
        (column, cell) for column, cell in zip(columns, values.expressions, strict=True) if not is_default(cell)
    ]
    return Branch("insert", tuple(column for column, _ in given), start), tuple(cell for _, cell in given)


def _find(tree: exp.Merge, keys: list[exp.Column], whens: list[_When]) -> exp.Select:
    which = exp.Case(
        ifs=[exp.If(this=when.condition.copy(), true=exp.Literal.number(place)) for place, when in enumerate(whens)]
    )
    items: list[exp.Expr] = [exp.alias_(which, "branch")]
    items += [exp.alias_(key.copy(), f"key_{place}") for place, key in enumerate(keys)]
    for when in whens:
        # Computed only where the branch fits: an expression may fail on the rows of another one.
        values = [exp.Case(ifs=[exp.If(this=when.condition.copy(), true=value.copy())]) for value in when.values]
        items += [exp.alias_(value, f"set_{len(items) + place}") for place, value in enumerate(values)]
    select = exp.Select(expressions=items).from_(tree.args["using"].copy())
    select.append("joins", exp.Join(this=tree.this.copy(), side="LEFT", on=tree.args["on"].copy()))
    clause = tree.args.get("with_") or tree.args.get("with")
    if clause is not None:
        select.set(WITH, clause.copy())
    return select
