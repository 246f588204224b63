"""INSERT, and what it does with rows that are there already (ON CONFLICT)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from creatio_dbapi.catalog import Catalog, Column, Table
from creatio_dbapi.errors import NotSupportedError, ProgrammingError
from creatio_dbapi.plan.constants import Evaluate, constant_of
from creatio_dbapi.plan.dml_names import (
    alias_of,
    column_of,
    different_columns,
    key_columns,
    returning_of,
    target_table,
)
from creatio_dbapi.plan.dml_nodes import Conflict, InsertPlan
from creatio_dbapi.plan.resolve import COMPARING

EXCLUDED = "excluded"


def plan_insert(tree: exp.Insert, catalog: Catalog) -> InsertPlan:
    """Plan an INSERT; raises ProgrammingError for names and numbers of values that cannot be."""
    target, names = tree.this, None
    if isinstance(target, exp.Schema):
        target, names = target.this, target.expressions
    elif target.args.get("alias") and target.args["alias"].args.get("columns"):
        names = target.args["alias"].args["columns"]  # where sqlglot 28 puts what stands behind an alias
    table, alias = target_table(target, catalog), alias_of(target)
    columns = different_columns(table, names) if names is not None else _all_columns(table)
    source = tree.expression
    rows: tuple[tuple[exp.Expr, ...], ...] = ()
    query: exp.Expr | None = None
    if tree.args.get("default"):
        columns, rows = (), ((),)
    elif isinstance(source, exp.Values):
        rows = tuple(_cells(row, table, columns) for row in source.expressions)
    elif isinstance(source, (exp.Query, exp.Table)):
        query = _query(tree, source)
    else:
        raise ProgrammingError(f"{table.name}: give the new rows as VALUES or as a SELECT", table=table.name)
    conflict = _conflict(tree, table, alias)
    return InsertPlan(table, alias, columns, rows, query, conflict, returning_of(tree, table, alias))


def _all_columns(table: Table) -> tuple[Column, ...]:
    return tuple(column for column in table.columns if column.type != "Edm.Stream")


def _cells(row: exp.Expr, table: Table, columns: tuple[Column, ...]) -> tuple[exp.Expr, ...]:
    cells = tuple(row.expressions) if isinstance(row, exp.Tuple) else (row.unnest(),)
    if len(cells) != len(columns):
        raise ProgrammingError(
            f"INSERT names {len(columns)} columns of {table.name}, but gives {len(cells)} values", table=table.name
        )
    return cells


def _query(tree: exp.Insert, source: exp.Expr) -> exp.Expr:
    query: exp.Expr = source.copy()
    if isinstance(query, exp.Table):
        query = exp.Select(expressions=[exp.Star()]).from_(query)
    clause = tree.args.get("with_") or tree.args.get("with")
    if clause is not None:
        query = query.unnest()
        query.set("with_" if "with_" in exp.Select.arg_types else "with", clause.copy())
    return query


def is_default(cell: exp.Expr) -> bool:
    """Say whether a cell of VALUES is DEFAULT; sqlglot has read it as a name in some versions."""
    bare = isinstance(cell, exp.Var) or (isinstance(cell, exp.Column) and not cell.table)
    return bare and cell.name.upper() == "DEFAULT"


def known_values(
    columns: Sequence[Column], cells: Sequence[exp.Expr], evaluate: Evaluate
) -> tuple[dict[Column, object], tuple[Column, ...], exp.Select]:
    """Return a row's constants, and for its other cells the columns and the SELECT that computes them."""
    values: dict[Column, object] = {}
    computed: dict[Column, exp.Expr] = {}
    for column, cell in zip(columns, cells, strict=True):
        if is_default(cell):
            continue
        constant = constant_of(cell, evaluate)
        if constant is not None:
            values[column] = constant.value
        else:
            computed[column] = cell
    items = [exp.alias_(exp.paren(cell.copy()), f"value_{place}") for place, cell in enumerate(computed.values())]
    return values, tuple(computed), exp.Select(expressions=items)


# -- ON CONFLICT ---------------------------------------------------------------------------------------------


def _conflict(tree: exp.Insert, table: Table, alias: str) -> Conflict | None:
    clause = tree.args.get("conflict")
    if clause is None:
        return None
    _check_target(clause, table)
    action = clause.args.get("action")
    if action is None or action.name.upper() != "DO UPDATE":
        return Conflict()
    if not clause.args.get("conflict_keys"):
        raise ProgrammingError(f"ON CONFLICT DO UPDATE says which column: ON CONFLICT ({', '.join(table.key)})")
    return _update(clause, table, alias)


def _check_target(clause: exp.Expr, table: Table) -> None:
    keys = clause.args.get("conflict_keys") or []
    named = {column_of(table, key.this if isinstance(key, exp.Ordered) else key).name for key in keys}
    if clause.args.get("constraint") or (keys and named != set(table.key)):
        raise NotSupportedError(
            f"ON CONFLICT knows only the key ({', '.join(table.key)}) of {table.name}; use MERGE for other columns",
            table=table.name,
        )


def _update(clause: exp.Expr, table: Table, alias: str) -> Conflict:
    columns = different_columns(table, [item.this for item in clause.expressions])
    for column in columns:
        if column.name in table.key:
            raise NotSupportedError(f"the key column {column.name} of {table.name} cannot be changed", table=table.name)
    where = clause.args.get("where")
    select = exp.Select(
        expressions=[
            *(_named(key.name, alias) for key in key_columns(table)),
            *(item.expression.copy() for item in clause.expressions),
        ]
    )
    select = select.from_(exp.to_identifier(alias, quoted=True).sql("duckdb"), dialect="duckdb")
    on = [exp.EQ(this=_named(name, alias), expression=_named(name, EXCLUDED)) for name in table.key]
    select.append("joins", exp.Join(this=exp.to_table(EXCLUDED), on=exp.and_(*on)))
    if where is not None:
        select.set("where", where.copy())
    needed = _qualify(select, table, alias)
    return Conflict(columns, select, needed, _compares_text(select, table))


def _compares_text(select: exp.Select, table: Table) -> bool:
    parts = [*select.expressions, *filter(None, [select.args.get("where")])]
    comparing = [part for part in parts if part.find(*COMPARING)]
    names = [node for part in comparing for node in part.find_all(exp.Column)]
    return any(column_of(table, node).type == "Edm.String" for node in names)


def _named(name: str, table: str) -> exp.Column:
    return exp.column(exp.to_identifier(name, quoted=True), table=exp.to_identifier(table, quoted=True))


def _qualify(select: exp.Select, table: Table, alias: str) -> tuple[Column, ...]:
    """Say of every name which row it means, the one that is there or the excluded one; return the former's columns."""
    if len(list(select.find_all(exp.Select))) > 1:
        raise NotSupportedError("a subquery in ON CONFLICT DO UPDATE is not supported; use MERGE")
    needed: dict[str, Column] = {column.name: column for column in key_columns(table)}
    for node in list(select.find_all(exp.Column)):
        owner = node.table or alias
        if owner.lower() not in (alias.lower(), table.name.lower(), EXCLUDED):
            raise ProgrammingError(f'"{node.table}" is not a table of this statement', table=node.table)
        column = column_of(table, node)
        excluded = owner.lower() == EXCLUDED
        if not excluded:
            needed[column.name] = column
        node.replace(_named(column.name, EXCLUDED if excluded else alias))
    return tuple(needed.values())
