"""creatio export: a table, or a part of it, into a file; it streams, and goes on after a break."""

from __future__ import annotations

import datetime as dt
import itertools
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click
import pyarrow as pa

from creatio_dbapi import Connection, Cursor, ProgrammingError, explain
from creatio_dbapi.catalog import Table, did_you_mean, find_column, nearest
from creatio_dbapi.cli.attendance import Attendance
from creatio_dbapi.cli.export_file import FORMATS, ExportFile, State, format_of
from creatio_dbapi.cli.failures import CommandError
from creatio_dbapi.cli.files import check_folder
from creatio_dbapi.cli.formats import Column, columns_of
from creatio_dbapi.cli.place import Place, connect, with_place
from creatio_dbapi.cli.statement import counted, shows_progress

_PORTION = 5_000  # rows that are written, and their state kept, at once
_WINDOW = 1_000  # rows around the last one in which it is looked for, where the table moved


@click.command("export", short_help="Write a table to a file; an export that broke off goes on.")
@click.argument("table")
@click.option("--to", "target", required=True, metavar="FILE", help="A name that ends in .csv, .jsonl or .parquet.")
@click.option("--format", type=click.Choice(FORMATS), help="Instead of what the name ends in.")
@click.option("--where", metavar="SQL", help='Only the rows that a condition fits, such as "Age > 40".')
@click.option("--columns", metavar="NAMES", help="Only these columns, separated by commas.")
@click.option("--overwrite", is_flag=True, help="Replace a file that is there.")
@click.option("--restart", is_flag=True, help="Begin anew instead of going on after a break.")
@with_place
def export(
    table: str,
    target: str,
    format: str | None,
    where: str | None,
    columns: str | None,
    overwrite: bool,
    restart: bool,
    place: Place,
) -> None:
    """Write TABLE to a file, a page at a time. After a break, the same command goes on where it was."""
    file = ExportFile(target, format or format_of(target))
    if Path(target).exists() and not overwrite:
        raise CommandError(f"{target} is there already; --overwrite replaces it")
    check_folder(Path(target))
    with connect(place) as connection, closing(file):
        exported = connection.catalog.find(table)
        query = _Query(exported, tuple(_names(exported, columns)), where)
        _check_condition(connection, query)
        address = place.name if place.is_sandbox else connection.services().session.address
        try:
            _Export(connection, query, file, address).run(restart=restart)
        except (Exception, KeyboardInterrupt):
            if file.state.rows:
                written = counted(file.state.rows, "row")
                print(f"creatio: {written} are written; the same command goes on after them", file=sys.stderr)
            raise


def _check_condition(connection: Connection, query: _Query) -> None:
    """Refuse a condition that cannot be read, in words that show it and not the statement around it."""
    if query.where is None:
        return
    try:
        explain(connection, query.count())
    except ProgrammingError as error:
        if error.position is None:
            raise
        reason = str(error).partition(" at line")[0].removeprefix("syntax error: ")
        raise CommandError(f"--where {query.where!r} cannot be read as a condition: {reason}") from None


def _names(table: Table, given: str | None) -> Iterator[str]:
    """Give the columns of an export: those named, or all but streams of bytes, which cost a request for each row."""
    if given is None:
        yield from (column.name for column in table.columns if column.type != "Edm.Stream")
        return
    for name in given.split(","):
        column = find_column(table, name.strip())
        if column is None:
            known = [column.name for column in table.columns]
            near = did_you_mean(nearest(name.strip(), known)) or f", which has {', '.join(known)}"
            raise CommandError(f'column "{name.strip()}" not found in table "{table.name}"{near}')
        yield column.name


@dataclass(frozen=True, slots=True)
class _Query:
    """What is exported; `ordered` where the rows have to be sorted here to come in one order each time."""

    table: Table
    names: tuple[str, ...]
    where: str | None
    ordered: bool = False

    @property
    def key(self) -> str:
        """The column by which an export goes on."""
        if len(self.table.key) != 1:
            raise CommandError(f"table {self.table.name} has no key of one column, by which an export could go on")
        return self.table.key[0]

    def select(self, names: tuple[str, ...], more: str = "") -> str:
        """Write the query for some columns."""
        listed = ", ".join(map(_quoted, names))
        order = f" ORDER BY {_quoted(self.key)}" if self.ordered else ""
        return f"SELECT {listed} FROM {_quoted(self.table.name)}{self._condition()}{order}{more}"  # noqa: S608 - names of the catalog

    def count(self, changed_after: str | None = None) -> str:
        """Write the query for the number of rows, all or those that changed after a moment."""
        changed = "" if changed_after is None else f"ModifiedOn > TIMESTAMP WITH TIME ZONE '{changed_after}'"
        return f"SELECT count(*) FROM {_quoted(self.table.name)}{self._condition(changed)}"  # noqa: S608 - as above

    def _condition(self, more: str = "") -> str:
        # A line break ends a comment in which a condition may end.
        conditions = [f"({self.where}\n)"] if self.where else []
        conditions += [more] if more else []
        return f" WHERE {' AND '.join(conditions)}" if conditions else ""


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _cut(query: str) -> str:
    """Show a query in one line, both its ends where it is long: the columns, and the condition."""
    line = " ".join(query.split())
    return line if len(line) <= 200 else f"{line[:60]} … {line[-130:]}"


class _Export:
    """One export, from the start or from where it broke off."""

    def __init__(self, connection: Connection, query: _Query, file: ExportFile, address: str) -> None:
        self._connection = connection
        self._address = address
        self._query = replace(query, ordered=not _streams(connection, query))
        self._file = file
        self._names = query.names if query.key in query.names else (*query.names, query.key)
        self._columns: list[Column] = []
        self._schema: pa.Schema = pa.schema([])

    def run(self, *, restart: bool) -> None:
        """Write what is not written yet."""
        table = self._query.table.name
        self._file.lock()
        self._file.begin(self._first_state(restart))
        state = self._file.state
        offset = self._offset_of(state) if state.rows else 0
        if state.rows:
            print(f"going on after {counted(state.rows, 'row')} of {table}", file=sys.stderr)
        total = self._number(self._query.count())
        attendance = Attendance(shows_progress=shows_progress(str(self._file.target)), total=max(0, total - offset))
        with self._connection.cursor() as cursor:
            attendance.attend(cursor)
            statement = self._query.select(self._names, f" OFFSET {max(0, offset - 1)}")
            attendance.run(lambda: cursor.execute(statement))
            self._write(attendance, cursor, check=offset > 0)
        self._file.finish(self._columns, self._schema)
        self._tell_moves()
        print(f"{counted(self._file.state.rows, 'row')} of {table} in {self._file.target}", file=sys.stderr)

    def _first_state(self, restart: bool) -> State:
        query = self._query.select(self._names)
        kept = None if restart else self._file.kept_state()
        if kept is None:
            return State(query, self._file.state.format, self._latest_change(), address=self._address)
        if (kept.query, kept.format) != (query, self._file.state.format):
            raise CommandError(
                f"an export of something else broke off at {self._file.target} ({kept.format}: {_cut(kept.query)}); "
                "--restart begins anew"
            )
        if kept.address != self._address:
            raise CommandError(
                f"an export from {kept.address or 'elsewhere'} broke off at {self._file.target}, and this is "
                f"{self._address}; --restart begins anew"
            )
        return kept

    # -- rows ------------------------------------------------------------------------------------------------

    def _write(self, attendance: Attendance, cursor: Cursor, *, check: bool) -> None:
        """Write the rows of the cursor; with `check`, the first of them must be the last that was written before."""
        count = len(self._query.names)
        place = self._names.index(self._query.key)
        self._columns = columns_of(cursor.description or ())[:count]
        if self._file.state.format == "parquet":
            portions = self._tables(attendance, cursor, count, place)
        else:
            portions = self._rows(attendance, cursor, count, place)
        for first_key, last_key, rows, cut in portions:
            skip = 1 if check else 0
            if check and first_key != self._file.state.last_key:
                raise self._moved()
            check = False
            if rows > skip:
                self._file.add(self._columns, cut(skip), rows - skip, last_key)

    def _rows(self, attendance: Attendance, cursor: Cursor, count: int, place: int) -> Iterator[_Portion]:
        while rows := attendance.run(lambda: cursor.fetchmany(_PORTION)):
            yield (
                str(rows[0][place]),
                str(rows[-1][place]),
                len(rows),
                lambda skip, rows=rows: [row[:count] for row in rows[skip:]],
            )

    def _tables(self, attendance: Attendance, cursor: Cursor, count: int, place: int) -> Iterator[_Portion]:
        batches = attendance.each(cursor.fetch_record_batches())
        first = next(batches, None)
        schema = cursor.fetch_arrow_table().schema if first is None else first.schema
        self._schema = pa.schema([schema.field(number) for number in range(count)])
        for batch in itertools.chain([] if first is None else [first], batches):
            if batch.num_rows:
                keys = batch.column(place)
                yield (
                    str(keys[0].as_py()),
                    str(keys[-1].as_py()),
                    batch.num_rows,
                    lambda skip, batch=batch: pa.Table.from_batches([batch]).slice(skip).select(list(range(count))),
                )

    # -- a table that moves ----------------------------------------------------------------------------------

    def _offset_of(self, state: State) -> int:
        """Find after how many rows the last row that was written stands now."""
        first = max(0, state.rows - 1 - _WINDOW)
        window = f" LIMIT {2 * _WINDOW + 1} OFFSET {first}"
        with self._connection.cursor() as cursor:
            keys = [str(row[0]) for row in cursor.execute(self._query.select((self._query.key,), window))]
        if state.last_key not in keys:
            raise self._moved()
        offset = first + keys.index(state.last_key) + 1
        if offset != state.rows:
            moved = counted(abs(offset - state.rows), "row")
            _warn(f"{moved} {'came' if offset > state.rows else 'went'} before the place of the break")
        return offset

    def _moved(self) -> CommandError:
        return CommandError(
            f"{self._query.table.name} moved since the break: the last row that was written is not where it was; "
            "--restart begins anew"
        )

    def _latest_change(self) -> str | None:
        """Return when the table changed last, by the server's own clock; None where it does not tell."""
        column = find_column(self._query.table, "ModifiedOn", exact=True)
        if column is None or column.type != "Edm.DateTimeOffset":
            return None
        name = _quoted(self._query.table.name)
        statement = f"SELECT ModifiedOn FROM {name} ORDER BY ModifiedOn DESC NULLS LAST LIMIT 1"  # noqa: S608 - a name of the catalog
        latest = self._value(statement)
        return latest.isoformat() if isinstance(latest, dt.datetime) else None

    def _tell_moves(self) -> None:
        """Tell of rows that came, changed or went while the export was under way."""
        state, table = self._file.state, self._query.table.name
        changed = 0 if state.latest is None else self._number(self._query.count(state.latest))
        if changed:
            _warn(f"{counted(changed, 'row')} of {table} came or changed meanwhile; the file may have what was before")
        now = self._number(self._query.count())
        if now != state.rows:
            _warn(f"{table} has {counted(now, 'such row')} now, and the file {state.rows:,}")

    def _number(self, sql: str) -> int:
        return int(self._value(sql))

    def _value(self, sql: str) -> Any:
        with self._connection.cursor() as cursor:
            row = cursor.execute(sql).fetchone()
        return None if row is None else row[0]


_Portion = tuple[str, str, int, Any]  # the first and the last key, the number of rows, and what gives all but some


def _streams(connection: Connection, query: _Query) -> bool:
    """Say whether rows come as the scan brings them, which is in the order of the key, and so the same each time."""
    for step in explain(connection, query.select((query.key,), " OFFSET 1")).steps:
        if step.part == "local":
            return step.text == "-" or any("stopping the requests" in detail for detail in step.details)
    return False


def _warn(text: str) -> None:
    print(f"creatio: warning: {text}", file=sys.stderr)
