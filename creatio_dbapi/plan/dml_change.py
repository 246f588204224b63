"""UPDATE and DELETE: which rows are found, by which SELECT, and what is written to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlglot import exp

from creatio_dbapi.catalog import Catalog, Column, Table
from creatio_dbapi.errors import NotSupportedError, ProgrammingError
from creatio_dbapi.plan.constants import Evaluate, constant_of
from creatio_dbapi.plan.dml_insert import is_default
from creatio_dbapi.plan.dml_names import alias_of, column_of, key_columns, key_value, returning_of, target_table
from creatio_dbapi.plan.dml_nodes import ChangePlan
from creatio_dbapi.request import Value

WITH = "with_" if "with_" in exp.Select.arg_types else "with"  # the key's name changed in sqlglot 28


def plan_update(tree: exp.Update, catalog: Catalog, evaluate: Evaluate) -> ChangePlan:
    """Plan an UPDATE; what SET computes from the row is computed by the SELECT that finds the rows."""
    table = target_table(tree.this, catalog)
    check_where(tree, table)
    constants: dict[Column, object] = {}
    computed: dict[Column, exp.Expr] = {}
    for column, expression in assignments(tree.expressions, table):
        constant = constant_of(expression, evaluate)
        if constant is None:
            computed[column] = expression
        else:
            constants[column] = constant.value
    start = tree.args.get("from_") or tree.args.get("from")
    others = [] if start is None else [start.this]
    key = () if computed else _key(tree, table, others, evaluate)
    alias = alias_of(tree.this)
    find = None if key else _find(tree, table, others, computed.values())
    returning = returning_of(tree, table, alias)
    return ChangePlan("update", table, alias, constants, tuple(computed), key, find, returning)


def plan_delete(tree: exp.Delete, catalog: Catalog, evaluate: Evaluate) -> ChangePlan:
    """Plan a DELETE."""
    if tree.args.get("tables") or not isinstance(tree.this, exp.Expression):
        raise ProgrammingError("DELETE names one table, after FROM: DELETE FROM Contact WHERE …")
    table = target_table(tree.this, catalog)
    check_where(tree, table)
    others = tree.args.get("using") or []
    alias = alias_of(tree.this)
    key = _key(tree, table, others, evaluate)
    parents = dict.fromkeys(link.column for link in table.links if link.target == table.name)
    find = None if key else _find(tree, table, others, [key_column(name, tree.this, alias) for name in parents])
    return ChangePlan("delete", table, alias, {}, (), key, find, returning_of(tree, table, alias))


def check_where(tree: exp.Expr, table: Table) -> None:
    """Refuse an UPDATE or DELETE that would, perhaps by an oversight, change all rows."""
    if tree.args.get("where") is None:
        raise ProgrammingError(
            f"{tree.key.upper()} without WHERE would change every row of {table.name}; "
            "say WHERE TRUE if that is what is meant",
            table=table.name,
        )
    for clause in ("order", "limit"):
        if tree.args.get(clause):
            raise NotSupportedError(
                f"{clause.upper()} in {tree.key.upper()} is not supported; use WHERE Id IN (SELECT …)"
            )


def assignments(items: Iterable[exp.Expr], table: Table) -> Iterator[tuple[Column, exp.Expr]]:
    """Give the columns that SET writes and their expressions; raises ProgrammingError for one that is set twice."""
    seen: set[str] = set()
    for item in items:
        for left, right in _pairs(item):
            column = column_of(table, left)
            if column.name in table.key:
                raise NotSupportedError(
                    f"the key column {column.name} of {table.name} cannot be changed",
                    table=table.name,
                    column=column.name,
                )
            if column.name in seen:
                raise ProgrammingError(f'column "{column.name}" is set twice', table=table.name, column=column.name)
            if is_default(right):
                raise NotSupportedError("SET … = DEFAULT is not supported: Creatio fills in defaults only for new rows")
            seen.add(column.name)
            yield column, right


def _pairs(item: exp.Expr) -> Iterator[tuple[exp.Expr, exp.Expr]]:
    left, right = item.this, item.expression
    if isinstance(item, exp.EQ) and isinstance(left, exp.Column):
        yield left, right
    elif isinstance(item, exp.EQ) and isinstance(left, exp.Tuple) and isinstance(right, exp.Tuple):
        if len(left.expressions) != len(right.expressions):
            raise ProgrammingError(f"SET {item.sql()} has not as many values as columns")
        yield from zip(left.expressions, right.expressions, strict=True)
    else:
        raise NotSupportedError(f"SET {item.sql()} is not supported; give column = value")


# -- which rows ----------------------------------------------------------------------------------------------


def _key(tree: exp.Expr, table: Table, others: list[exp.Expr], evaluate: Evaluate) -> tuple[Value, ...]:
    """Return the key of the one row that a WHERE names by key and nothing else, or () where rows have to be found."""
    if others or tree.args.get("with_") or tree.args.get("with"):
        return ()
    where = tree.args["where"].this
    found: dict[str, Value] = {}
    for condition in where.flatten() if isinstance(where, exp.And) else [where]:
        node = condition.unnest()
        if not isinstance(node, exp.EQ) or not isinstance(node.this, exp.Column):
            return ()
        if node.this.table and node.this.table.lower() != alias_of(tree.this).lower():
            return ()
        column = column_of(table, node.this)
        constant = constant_of(node.expression, evaluate)
        if column.name not in table.key or column.name in found or constant is None or constant.value is None:
            return ()
        found[column.name] = key_value(table, column, constant.value)
    return tuple(found[name] for name in table.key) if set(found) == set(table.key) else ()


def _find(tree: exp.Expr, table: Table, others: Iterable[exp.Expr], computed: Iterable[exp.Expr]) -> exp.Select:
    """Write the SELECT that finds the rows: their keys, and what SET computes from them."""
    return finding(tree, table, alias_of(tree.this), others, computed, tree.args["where"])


def finding(
    tree: exp.Expr,
    table: Table,
    alias: str,
    others: Iterable[exp.Expr],
    computed: Iterable[exp.Expr],
    where: exp.Expr | None,
) -> exp.Select:
    """Write a SELECT of the keys of `table` and of `computed`, from the table and `others`."""
    items: list[exp.Expr] = [
        exp.alias_(key_column(column.name, tree.this, alias), f"key_{place}")
        for place, column in enumerate(key_columns(table))
    ]
    items += [exp.alias_(exp.paren(each.copy()), f"set_{place}") for place, each in enumerate(computed)]
    select = exp.Select(expressions=items).from_(tree.this.copy())
    for other in others:
        for join in _lifted(other.copy()):
            select.append("joins", join)
    if where is not None:
        select.set("where", where.copy())
    clause = tree.args.get("with_") or tree.args.get("with")
    if clause is not None:
        select.set(WITH, clause.copy())
    return select


def key_column(name: str, target: exp.Expr, alias: str) -> exp.Column:
    """Name a column of the written table as the statement calls that table."""
    quoted = not target.args.get("alias") and isinstance(target.this, exp.Identifier) and bool(target.this.quoted)
    return exp.column(exp.to_identifier(name, quoted=True), table=exp.to_identifier(alias, quoted=quoted))


def _lifted(item: exp.Expr) -> Iterator[exp.Join]:
    """Give a FROM item and the joins that hang on it as joins of their own."""
    joins = item.args.get("joins") or []
    item.set("joins", None)
    yield exp.Join(this=item)
    yield from joins
