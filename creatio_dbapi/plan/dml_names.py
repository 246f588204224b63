"""Names and values of a write: the table, its columns, keys, and values as JSON members."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from sqlglot import exp

from creatio_dbapi.catalog import Catalog, Column, Table, did_you_mean, find_column, nearest
from creatio_dbapi.errors import DataError, NotSupportedError, ProgrammingError
from creatio_dbapi.plan.dml_nodes import Change, Kind
from creatio_dbapi.request import Value
from creatio_dbapi.types import TYPES, ZERO_GUID, json_value


def target_table(node: exp.Expr, catalog: Catalog) -> Table:
    """Return the table that a write is about."""
    if not isinstance(node, exp.Table) or not isinstance(node.this, exp.Identifier):
        raise ProgrammingError(f"{node.sql()} is not a table")
    if node.args.get("db"):
        raise ProgrammingError(f'schema "{node.args["db"].name}" not found; the objects of Creatio are in no schema')
    table = catalog.find(node.name, exact=bool(node.this.quoted))
    if not table.key:
        raise NotSupportedError(f"{table.name} has no key, so its rows cannot be written", table=table.name)
    return table


def column_of(table: Table, node: exp.Expr) -> Column:
    """Return the column that a name in a column list or on the left of SET means."""
    identifier = node.this if isinstance(node, exp.Column) else node
    name, quoted = node.name, isinstance(identifier, exp.Identifier) and bool(identifier.quoted)
    column = find_column(table, name, exact=quoted)
    if column is None:
        near = did_you_mean(nearest(name, [each.name for each in table.columns]))
        raise ProgrammingError(
            f'column "{name}" not found in table "{table.name}"{near}', table=table.name, column=name
        )
    return column


def different_columns(table: Table, names: Iterable[exp.Expr]) -> tuple[Column, ...]:
    """Return the columns of a list; raises ProgrammingError for one that stands there twice."""
    columns = tuple(column_of(table, node) for node in names)
    doubled = sorted({column.name for column in columns if columns.count(column) > 1})
    if doubled:
        raise ProgrammingError(f'column "{doubled[0]}" is named twice', table=table.name, column=doubled[0])
    return columns


def key_columns(table: Table) -> tuple[Column, ...]:
    """Return the columns of a table's key."""
    by_name = {column.name: column for column in table.columns}
    return tuple(by_name[name] for name in table.key)


def written(table: Table, column: Column, value: Any) -> object:
    """Turn a Python value into the JSON member of a column, NULL as Creatio stores it; raises DataError.

    Facts 4 and 6: a lookup is cleared by null, for a zero Guid in a PATCH is dropped in silence; text is declared as
    never null, so its empty value is ''.
    """
    if value is None:
        return "" if column.type == "Edm.String" and column.nullable is False else None
    member = json_value(column.type, value, table=table.name, column=column.name)
    return None if member == ZERO_GUID and column.type == "Edm.Guid" else member


def key_value(table: Table, column: Column, value: Any) -> Value:
    """Make one value of a key out of a Python value or what SQL gave for it."""
    member = json_value(column.type, value, table=table.name, column=column.name)
    return Value(column.type, TYPES[column.type].read([member])[0])


def change_of(
    kind: Kind, table: Table, key: tuple[Value, ...], values: Mapping[Column, Any], *, row: int = 0, made: bool = False
) -> Change:
    """Make the change that writes Python values; streams travel by themselves, as bytes."""
    members: dict[str, object] = {}
    streams: dict[str, bytes | None] = {}
    try:
        for column, value in values.items():
            if column.type == "Edm.Stream":
                if value is not None or kind != "insert":  # a new row has no bytes, and rows without go in batches
                    streams[column.name] = _stream(table, column, value)
            else:
                members[column.name] = written(table, column, value)
    except DataError as error:
        error.row = row
        raise
    return Change(kind, table, key, members, streams, row, made)


def _stream(table: Table, column: Column, value: Any) -> bytes | None:
    if value is None:
        return None
    if not isinstance(value, (bytes, bytearray, memoryview)):
        raise DataError(
            f"column {table.name}.{column.name} takes bytes, not {type(value).__name__}",
            table=table.name,
            column=column.name,
        )
    return bytes(value)


def insert_of(table: Table, values: Mapping[Column, Any], *, row: int = 0) -> Change:
    """Make an INSERT of one row; a Guid for a key that is not given is made here.

    With a key of our own making, a row whose answer was lost can be looked for instead of being sent again (law 7).
    """
    given = dict(values)
    key = key_columns(table)
    made = False
    for column in key:
        if given.get(column) is None or key_value(table, column, given[column]).value is None:  # as a zero Guid is
            given.pop(column, None)
            if column.type == "Edm.Guid" and len(key) == 1:
                given[column] = uuid.uuid4()
                made = True
    known = all(column in given for column in key)
    values_of_key = tuple(key_value(table, column, given[column]) for column in key) if known else ()
    return change_of("insert", table, values_of_key, given, row=row, made=made)


def returning_of(tree: exp.Expr, table: Table, alias: str) -> exp.Select | None:
    """Write RETURNING as a SELECT over the written table."""
    clause = tree.args.get("returning")
    if clause is None:
        return None
    source = exp.Table(this=exp.to_identifier(table.name, quoted=True))
    source.set("alias", exp.TableAlias(this=exp.to_identifier(alias)))
    return exp.Select(expressions=[item.copy() for item in clause.expressions]).from_(source)


def alias_of(node: exp.Expr) -> str:
    """Return the name by which a statement's expressions call its table."""
    return str(node.alias or node.name)
