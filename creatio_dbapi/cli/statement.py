"""Runs one statement and writes what it gives, for the command line and for the shell."""

from __future__ import annotations

import itertools
import sys
from dataclasses import dataclass
from typing import Any

import click

from creatio_dbapi import Connection, Cursor
from creatio_dbapi.cli.attendance import Attendance
from creatio_dbapi.cli.files import written
from creatio_dbapi.cli.formats import TEXT_FORMATS, columns_of, write_parquet
from creatio_dbapi.cli.table import write_table
from creatio_dbapi.cli.terminal import style_of


@dataclass(frozen=True, slots=True)
class Output:
    """Where rows go and how; `timing` tells more of what they cost, and `note` follows it."""

    format: str = "table"
    path: str | None = None
    quiet: bool = False
    expanded: bool = False
    timing: bool = False
    note: str = ""


def run_statement(connection: Connection, sql: str, output: Output) -> None:
    """Run a statement and write its rows, or say how many it changed."""
    attendance = Attendance(shows_progress=shows_progress(output.path))
    with connection.cursor() as cursor:
        attendance.attend(cursor)
        try:
            attendance.run(lambda: cursor.execute(sql))
            done = _changed(cursor) if cursor.description is None else _write_rows(cursor, attendance, output)
        except KeyboardInterrupt:
            report = cursor.write_report
            print(f"cancelled{'' if report is None else f': {report}'}", file=sys.stderr)
            raise
        if not output.quiet:
            print(f"{done}, {_cost(cursor, output.timing)}{output.note}", file=sys.stderr)


def _cost(cursor: Cursor, timing: bool) -> str:
    cost = cursor.stats
    if not timing:
        return f"{counted(cost.requests, 'request')}, {cost.elapsed:.2f} s"
    parts = [(cost.requests, "request"), (cost.bytes_received, "byte"), (cost.rows_received, "row")]
    requests, received, rows = (counted(*part) for part in parts)
    return f"{requests}, {received} and {rows} received, {counted(cost.retries, 'repeat')}, {cost.elapsed:.3f} s"


def shows_progress(path: str | None) -> bool:
    """Say whether a bar would be seen and harm nothing: on a terminal, where rows do not go into a pipe."""
    return sys.stderr.isatty() and (sys.stdout.isatty() or path not in (None, "-"))


def counted(number: int, thing: str) -> str:
    """Write a number of things.

    >>> counted(1, "row"), counted(2_000, "row")
    ('1 row', '2,000 rows')
    """
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _changed(cursor: Cursor) -> str:
    done = f"{counted(cursor.rowcount, 'row')} changed"
    return done if cursor.lastrowid is None else f"{done}, Id {cursor.lastrowid}"


def _write_rows(cursor: Cursor, attendance: Attendance, output: Output) -> str:
    binary = output.format == "parquet"
    if binary and output.path is None and sys.stdout.isatty():
        raise click.UsageError("Parquet is not for a terminal: give --output FILE")
    with written(output.path, binary=binary) as out:
        if binary:
            return counted(_write_parquet(cursor, attendance, out), "row")
        columns, rows = columns_of(cursor.description or ()), attendance.rows(cursor)
        if output.format == "table":
            return counted(write_table(columns, rows, out, style_of(out), expanded=output.expanded), "row")
        return counted(TEXT_FORMATS[output.format](columns, rows, out), "row")


def _write_parquet(cursor: Cursor, attendance: Attendance, out: Any) -> int:
    batches = attendance.each(cursor.fetch_record_batches())
    first = next(batches, None)
    if first is None:
        return write_parquet(cursor.fetch_arrow_table().schema, [], out)
    return write_parquet(first.schema, itertools.chain([first], batches), out)
