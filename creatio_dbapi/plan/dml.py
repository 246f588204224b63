"""INSERT, UPDATE and DELETE become changes of single rows."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlglot import exp

from creatio_dbapi.catalog import Catalog, Column, Table, did_you_mean, find_column, nearest
from creatio_dbapi.errors import NotSupportedError, ProgrammingError
from creatio_dbapi.plan.constants import Evaluate, constant_of
from creatio_dbapi.request import Value, key_url
from creatio_dbapi.types import TYPES, json_value


@dataclass(frozen=True, slots=True)
class Change:
    """One row to insert, update or delete: its key, and the JSON members that are written."""

    kind: Literal["insert", "update", "delete"]
    table: Table
    key: tuple[Value, ...]
    members: Mapping[str, object]
    text: str


def plan_change(tree: exp.Expr, catalog: Catalog, evaluate: Evaluate) -> Change:
    """Plan a write; raises ProgrammingError for an unknown name and NotSupportedError for what is not possible yet."""
    for part in ("with_", "with", "returning", "conflict"):
        if tree.args.get(part):
            raise NotSupportedError(f"{part.strip('_').upper()} in {tree.key.upper()} is not supported yet")
    if isinstance(tree, exp.Insert):
        return _insert(tree, catalog, evaluate)
    if isinstance(tree, exp.Update):
        return _update(tree, catalog, evaluate)
    if isinstance(tree, exp.Delete):
        return _delete(tree, catalog, evaluate)
    raise NotSupportedError(f"{tree.key.upper()} is not supported yet; use INSERT, UPDATE or DELETE")


# -- INSERT --------------------------------------------------------------------------------------------------


def _insert(tree: exp.Insert, catalog: Catalog, evaluate: Evaluate) -> Change:
    target, names = tree.this, None
    if isinstance(target, exp.Schema):
        target, names = target.this, target.expressions
    table = _table(target, catalog)
    columns = _named_columns(table, names) if names is not None else list(table.columns)
    source = tree.expression
    if isinstance(source, exp.Values):
        rows = source.expressions
    elif tree.args.get("default"):
        rows, columns = [exp.Tuple(expressions=[])], []
    else:
        raise NotSupportedError("INSERT ... SELECT is not supported yet; INSERT takes VALUES")
    if len(rows) != 1:
        raise NotSupportedError("INSERT of several rows is not supported yet; insert them one by one")
    cells = rows[0].expressions if isinstance(rows[0], exp.Tuple) else [rows[0]]
    if len(cells) != len(columns):
        raise ProgrammingError(
            f"INSERT names {len(columns)} columns of {table.name}, but gives {len(cells)} values", table=table.name
        )
    members = {
        column.name: json_value(column.type, _value(cell, evaluate), table=table.name, column=column.name)
        for column, cell in zip(columns, cells, strict=True)
        if not _is_default(cell)
    }
    key = _new_key(table, members)
    return Change("insert", table, key, members, f"POST {table.name}")


def _named_columns(table: Table, names: Iterable[exp.Expr]) -> list[Column]:
    columns = [_column(table, node) for node in names]
    doubled = {column.name for column in columns if columns.count(column) > 1}
    if doubled:
        raise ProgrammingError(f'column "{min(doubled)}" is named twice', table=table.name, column=min(doubled))
    return columns


def _is_default(cell: exp.Expr) -> bool:
    return isinstance(cell, exp.Column) and not cell.table and cell.name.upper() == "DEFAULT"


def _new_key(table: Table, members: dict[str, object]) -> tuple[Value, ...]:
    """Return the key of the row to be, made here where it is a Guid that was not given.

    With a key of our own making, a row whose answer was lost can be looked for instead of being sent again (law 7).
    """
    types = {column.name: column.type for column in table.columns}
    if len(table.key) == 1 and types[table.key[0]] == "Edm.Guid":
        members.setdefault(table.key[0], str(uuid.uuid4()))
    if not set(table.key) <= set(members):
        return ()
    return tuple(Value(types[name], TYPES[types[name]].read([members[name]])[0]) for name in table.key)


# -- UPDATE and DELETE ---------------------------------------------------------------------------------------


def _update(tree: exp.Update, catalog: Catalog, evaluate: Evaluate) -> Change:
    table = _table(tree.this, catalog)
    if tree.args.get("from_") or tree.args.get("from"):
        raise NotSupportedError("UPDATE ... FROM is not supported yet")
    members: dict[str, object] = {}
    for assignment in tree.expressions:
        if not isinstance(assignment, exp.EQ) or not isinstance(assignment.this, exp.Column):
            raise NotSupportedError(f"SET {assignment.sql()} is not supported yet; give column = value")
        column = _column(table, assignment.this)
        if column.name in table.key:
            raise NotSupportedError(f"the key column {column.name} of {table.name} cannot be changed")
        value = _value(assignment.expression, evaluate)
        members[column.name] = json_value(column.type, value, table=table.name, column=column.name)
    key = _key(tree, table, evaluate)
    return Change("update", table, key, members, f"PATCH {key_url(table.name, key, table.key)}")


def _delete(tree: exp.Delete, catalog: Catalog, evaluate: Evaluate) -> Change:
    table = _table(tree.this, catalog)
    if tree.args.get("using"):
        raise NotSupportedError("DELETE ... USING is not supported yet")
    key = _key(tree, table, evaluate)
    return Change("delete", table, key, {}, f"DELETE {key_url(table.name, key, table.key)}")


def _key(tree: exp.Expr, table: Table, evaluate: Evaluate) -> tuple[Value, ...]:
    where = tree.args.get("where")
    wanted = " AND ".join(f"{name} = …" for name in table.key)
    if where is None:
        raise ProgrammingError(f"{tree.key.upper()} without WHERE would change all of {table.name}; say WHERE {wanted}")
    found: dict[str, Value] = {}
    for condition in where.this.flatten() if isinstance(where.this, exp.And) else [where.this]:
        node = condition.unnest()
        if not isinstance(node, exp.EQ) or not isinstance(node.this, exp.Column):
            raise NotSupportedError(f"{tree.key.upper()} with this WHERE is not supported yet; say WHERE {wanted}")
        column = _column(table, node.this)
        value = _value(node.expression, evaluate)
        if column.name not in table.key or column.name in found or value is None:
            raise NotSupportedError(f"{tree.key.upper()} with this WHERE is not supported yet; say WHERE {wanted}")
        shown = json_value(column.type, value, table=table.name, column=column.name)
        found[column.name] = Value(column.type, TYPES[column.type].read([shown])[0])
    if set(found) != set(table.key):
        raise NotSupportedError(f"{tree.key.upper()} with this WHERE is not supported yet; say WHERE {wanted}")
    return tuple(found[name] for name in table.key)


# -- names and values ----------------------------------------------------------------------------------------


def _table(node: exp.Expr, catalog: Catalog) -> Table:
    if not isinstance(node, exp.Table) or not isinstance(node.this, exp.Identifier):
        raise ProgrammingError(f"{node.sql()} is not a table")
    return catalog.find(node.name, exact=bool(node.this.quoted))


def _column(table: Table, node: exp.Expr) -> Column:
    identifier = node.this if isinstance(node, exp.Column) else node
    name, quoted = node.name, isinstance(identifier, exp.Identifier) and bool(identifier.quoted)
    column = find_column(table, name, exact=quoted)
    if column is None:
        near = did_you_mean(nearest(name, [each.name for each in table.columns]))
        raise ProgrammingError(
            f'column "{name}" not found in table "{table.name}"{near}', table=table.name, column=name
        )
    return column


def _value(node: exp.Expr, evaluate: Evaluate) -> Any:
    constant = constant_of(node, evaluate)
    if constant is None:
        raise NotSupportedError(f"{node.sql()} is not a constant; expressions over the row are not supported yet")
    return constant.value
