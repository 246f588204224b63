"""creatio tables and creatio describe: what an instance holds, from its catalog."""

from __future__ import annotations

import fnmatch
import sys
from collections.abc import Iterable

import click

from creatio_dbapi import Connection
from creatio_dbapi.catalog import Column as CatalogColumn
from creatio_dbapi.catalog import Table, did_you_mean, nearest
from creatio_dbapi.cli.files import written
from creatio_dbapi.cli.formats import TEXT_FORMATS, Column, Row
from creatio_dbapi.cli.place import Place, connect, with_place
from creatio_dbapi.cli.statement import counted
from creatio_dbapi.cli.table import write_table
from creatio_dbapi.cli.terminal import style_of
from creatio_dbapi.cli.values import sql_type

_FORMATS = ("table", *TEXT_FORMATS)
_format = click.option("--format", type=click.Choice(_FORMATS), default="table", show_default=True)


@click.command("tables", short_help="List the tables, all or those of a pattern.")
@click.argument("pattern", default="*", metavar="[PATTERN]")
@_format
@with_place
def tables(pattern: str, format: str, place: Place) -> None:
    """List the instance's tables. PATTERN is a part of their names, or a pattern such as 'Case*'."""
    with connect(place) as connection:
        show_tables(connection, pattern, format)


@click.command("describe", short_help="Show the columns of a table.")
@click.argument("table")
@_format
@with_place
def describe(table: str, format: str, place: Place) -> None:
    """Show the columns of TABLE, their types, and where lookups lead."""
    with connect(place) as connection:
        show_columns(connection, table, format)


def show_tables(connection: Connection, pattern: str, format: str = "table") -> None:
    """Write the tables whose names fit a pattern, without regard to case."""
    wanted = (pattern if any(mark in pattern for mark in "*?[") else f"*{pattern}*").lower()
    catalog = connection.catalog
    names = sorted(name for name in catalog if fnmatch.fnmatchcase(name.lower(), wanted))
    if not names and format == "table":
        near = did_you_mean(nearest(pattern.strip("*"), list(catalog)))
        print(f'no table of {len(catalog):,} has a name like "{pattern}"{near}', file=sys.stderr)
        return
    rows = [(name, len(catalog[name].columns), ", ".join(catalog[name].key)) for name in names]
    _write([Column("table", False), Column("columns", True), Column("key", False)], rows, format)
    if format == "table":
        print(f"{counted(len(rows), 'table')} of {len(catalog):,}", file=sys.stderr)


def show_columns(connection: Connection, name: str, format: str = "table") -> None:
    """Write the columns of a table; raises ProgrammingError with the nearest names when there is none."""
    table = connection.catalog.find(name)
    targets = {link.column: link.target for link in table.links}
    headings = [Column(heading, False) for heading in ("column", "type", "null", "what")]
    rows = [
        (column.name, sql_type(column), _nullable(table, column), _what(table, column, targets))
        for column in table.columns
    ]
    _write(headings, rows, format)


def _nullable(table: Table, column: CatalogColumn) -> str:
    # Creatio says it of texts alone; a key of OData is never null, whether that is said or not.
    return "not null" if column.nullable is False or column.name in table.key else ""


def _what(table: Table, column: CatalogColumn, targets: dict[str, str]) -> str:
    if column.name in table.key:
        return "key"
    return f"→ {targets[column.name]}" if column.name in targets else ""


def _write(headings: list[Column], rows: Iterable[Row], format: str) -> None:
    with written(None) as out:
        if format == "table":
            write_table(headings, rows, out, style_of(out))
        else:
            TEXT_FORMATS[format](headings, rows, out)
