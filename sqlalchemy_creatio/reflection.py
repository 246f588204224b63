"""Tables, columns, keys and links of the catalog, in the shape that SQLAlchemy's inspector wants."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import event, exc, schema
from sqlalchemy import types as sqltypes
from sqlalchemy.engine.reflection import Inspector

from creatio_dbapi import ProgrammingError
from creatio_dbapi.catalog import SCHEMA, Catalog, Column, Table, did_you_mean, nearest
from sqlalchemy_creatio.types import type_of

_VIEW_PREFIX = "Vw"  # how Creatio calls the objects that are views of its database; `$metadata` does not tell

_COUNTED = ("Edm.Int16", "Edm.Int32", "Edm.Int64")  # keys that only the server can make

_Answer = TypeVar("_Answer")


def remembered(method: Callable[..., _Answer]) -> Callable[..., _Answer]:
    """Answer from what an inspector has heard already.

    `reflection.cache` of SQLAlchemy does so too, but that of 1.4 cannot read our annotations.
    """

    @functools.wraps(method)
    def answer(self: Any, connection: Any, *args: Any, info_cache: dict[Any, Any] | None = None, **kw: Any) -> _Answer:
        if info_cache is None:
            return method(self, connection, *args, **kw)
        quotes = tuple(getattr(value, "quote", None) for value in args)  # which are no part of a name's equality
        key = (method.__name__, args, quotes, kw.get("schema"))
        if key not in info_cache:
            info_cache[key] = method(self, connection, *args, **kw)
        found: _Answer = info_cache[key]
        return found

    return answer


def catalog_of(connection: Any) -> Catalog:
    """Return the catalog behind a SQLAlchemy connection."""
    catalog: Catalog = connection.connection.catalog
    return catalog


def is_view(name: str) -> bool:
    """Say whether an object is a view, by Creatio's way to call them."""
    return name.startswith(_VIEW_PREFIX) and name[len(_VIEW_PREFIX) : len(_VIEW_PREFIX) + 1].isupper()


def is_of(schema: str | None) -> bool:
    """Say whether a schema is Creatio's: none, or the name that stands for it where a program wants one."""
    return schema is None or schema.lower() == SCHEMA


def table_of(connection: Any, name: str, schema: str | None) -> Table:
    """Return a table of the catalog; raises NoSuchTableError where there is none."""
    catalog = catalog_of(connection)
    found = find_table(catalog, name) if is_of(schema) else None
    if found is None:
        raise exc.NoSuchTableError(f"{name if schema is None else f'{schema}.{name}'}{_similar(catalog, name)}")
    return found


def find_table(catalog: Catalog, name: str) -> Table | None:
    """Return the table of this name, or None; a name in lower case stands for any case, as everywhere in SQLAlchemy."""
    exact = name != name.lower() or bool(getattr(name, "quote", False))
    try:
        return catalog.find(name, exact=exact)
    except ProgrammingError:
        return None


def _similar(catalog: Catalog, name: str) -> str:
    return did_you_mean(nearest(name, list(catalog)))


def columns_of(table: Table) -> list[dict[str, Any]]:
    """Describe the columns of a table."""
    return [
        {
            "name": column.name,
            "type": type_of(column),
            "nullable": _may_be_null(table, column),
            "default": _default_of(table, column),
            "autoincrement": table.key == (column.name,) and column.type in _COUNTED,
        }
        for column in table.columns
    ]


def _default_of(table: Table, column: Column) -> str | None:
    # A Guid key that is not given is made by the driver, so that a lost answer can be looked up.
    return "gen_random_uuid()" if table.key == (column.name,) and column.type == "Edm.Guid" else None


def _may_be_null(table: Table, column: Column) -> bool:
    return column.name not in table.key and column.nullable is not False


def foreign_keys_of(catalog: Catalog, table: Table) -> list[dict[str, Any]]:
    """Describe the lookups of a table, and what other servers declare beside them, as foreign keys."""
    lookups = [
        ((link.column,), link.target, catalog[link.target].key)
        for link in table.links
        if link.target in catalog and len(catalog[link.target].key) == 1
    ]
    others = [(each.columns, each.target, each.target_columns) for each in table.references if each.target in catalog]
    return [
        {
            "name": None,
            "constrained_columns": list(columns),
            "referred_schema": None,
            "referred_table": target,
            "referred_columns": list(target_columns),
            "options": {},
        }
        for columns, target, target_columns in (*lookups, *others)
    ]


class CreatioInspector(Inspector):
    """Follows foreign keys from table to table in a loop.

    SQLAlchemy does so by recursion, which is deeper than Python allows where a thousand objects look each other up.
    """

    def reflect_table(  # type: ignore[override]  # 1.4 hands on fewer options
        self, table: schema.Table, include_columns: Any, exclude_columns: Any = (), resolve_fks: bool = True, **kw: Any
    ) -> None:
        """Fill a table from the catalog; with `resolve_fks`, the tables that it leads to are made, too."""
        super().reflect_table(table, include_columns, exclude_columns, False, **kw)
        waiting = [table] if resolve_fks else []
        new: Any = schema.Table  # the options of its own that SQLAlchemy hands on have no types
        while waiting:
            waiting += [
                new(name, table.metadata, autoload_with=self, resolve_fks=False, **kw)
                for name in sorted(_referred(waiting.pop()))
                if name not in table.metadata.tables
            ]


def _referred(table: schema.Table) -> set[str]:
    return {key.target_fullname.rpartition(".")[0] for key in table.foreign_keys}


# Only that there is a default counts here; as text, it is one that every database takes that the tables are made in.
_FILLED = "NULL"


@event.listens_for(schema.Table, "column_reflect")
def leave_defaults_to_creatio(inspector: Any, table: schema.Table, column: dict[str, Any]) -> None:
    """Mark a column of a reflected table as filled by the server, or the ORM would write NULL where nothing is set.

    What the defaults are (an owner, a number from a sequence, the time) `$metadata` does not tell. Bytes are no part of
    the record that an INSERT answers with, so that they could not be fetched with it.
    """
    if inspector.dialect.name != "creatio" or isinstance(column["type"], sqltypes.LargeBinary):
        return
    in_key = column["name"] in inspector.get_pk_constraint(table.name, table.schema)["constrained_columns"]
    if not in_key or column["default"] is not None:
        column["default"] = _FILLED
