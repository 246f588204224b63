"""creatio import: the rows of a file into a table, in batches, with a report of each row."""

from __future__ import annotations

import base64
import itertools
import shlex
import signal
import sys
import threading
import uuid
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, TextIO

import click

from creatio_dbapi import Connection, DataError, Error
from creatio_dbapi.catalog import Column, Link, Table, find_column, nearest
from creatio_dbapi.cli.attendance import Attendance
from creatio_dbapi.cli.failures import ROWS_REFUSED, CommandError
from creatio_dbapi.cli.files import written
from creatio_dbapi.cli.formats import csv_line
from creatio_dbapi.cli.load_file import FORMATS, Record, read_records
from creatio_dbapi.cli.place import Place, connect, with_place
from creatio_dbapi.cli.statement import counted, shows_progress
from creatio_dbapi.types import json_value
from creatio_dbapi.write_report import WriteReport

_PORTION = 1_000  # rows that are checked and sent at once


@click.command("import", short_help="Write the rows of a file into a table, with a report of each row.")
@click.argument("table")
@click.option("--from", "source", required=True, metavar="FILE", help="A name that ends in .csv, .jsonl or .parquet.")
@click.option("--format", type=click.Choice(FORMATS), help="Instead of what the name ends in.")
@click.option("--map", "mapped", multiple=True, metavar="FIELD=COLUMN", help="A field of the file and its column.")
@click.option("--skip", multiple=True, metavar="FIELD", help="A field of the file that is left out.")
@click.option("--delimiter", default=",", show_default=True, help="What separates the fields of CSV.")
@click.option("--dry-run", is_flag=True, help="Check every row against the table, and write nothing.")
@click.option("--on-error", type=click.Choice(["stop", "continue"]), default="stop", show_default=True)
@click.option("--report", metavar="FILE", help="Write what became of each row to a CSV file.")
@click.option(
    "--refused", metavar="FILE", help="Write the rows that were not written to a CSV file, to mend and try again."
)
@with_place
def load(
    table: str,
    source: str,
    format: str | None,
    mapped: tuple[str, ...],
    skip: tuple[str, ...],
    delimiter: str,
    dry_run: bool,
    on_error: str,
    report: str | None,
    refused: str | None,
    place: Place,
) -> None:
    """Write the rows of a file into TABLE, many in a request. A field belongs to the column of its name."""
    kind = format or Path(source).suffix.removeprefix(".").lower()
    if kind not in FORMATS:
        raise CommandError(f"{source} is to end in .{', .'.join(FORMATS)}, or give --format", exit_status=2)
    files_given = [path for path in map(_resolved, (source, report, refused)) if path is not None]
    if len(set(files_given)) < len(files_given):
        raise CommandError("--from, --report and --refused are files of their own", exit_status=2)
    records = read_records(source, kind, _one_character(delimiter))
    place = replace(place, options={**place.options, "on_error": on_error})
    with connect(place) as connection, ExitStack() as files:
        target = connection.catalog.find(table)
        first = next(records, None)
        if first is None:
            print(f"{source} has no rows", file=sys.stderr)
            return
        fields = _fields(target, first, mapped, skip)
        sinks = _Sinks(
            files.enter_context(written(report)) if report else None,
            files.enter_context(written(refused)) if refused else None,
        )
        run = _Import(connection, fields, sinks, dry_run=dry_run)
        with _Interrupts(waits_for_pipe=not Path(source).is_file()) as interrupts:
            run.all(itertools.chain([first], records), interrupts, stops=on_error == "stop")
    run.end()


def _resolved(path: str | None) -> Path | None:
    return None if path is None or path == "-" else Path(path).resolve()


def _one_character(delimiter: str) -> str:
    if delimiter == "\\t":
        return "\t"
    if len(delimiter) != 1 or not delimiter.isascii():
        raise click.UsageError(f"--delimiter is one character, such as ';', or \\t for a tabulator; not {delimiter!r}")
    return delimiter


@dataclass(frozen=True, slots=True)
class _Fields:
    """The table, and for each field of the file that counts the column that it goes to."""

    table: Table
    names: tuple[str, ...]
    columns: tuple[Column, ...]
    known: frozenset[str]

    def pairs(self) -> Iterator[tuple[str, Column]]:
        """Give fields with their columns."""
        return zip(self.names, self.columns, strict=True)


def _fields(table: Table, record: Record, mapped: Sequence[str], skip: Sequence[str]) -> _Fields:
    """Find the column of each field; raises CommandError naming fields that have none."""
    given = dict(_pair(text) for text in mapped)
    for name in (*given, *skip):
        if name not in record:
            raise CommandError(f'there is no field "{name}" in the file; there are {", ".join(record)}')
    names = tuple(name for name in record if name not in skip)
    columns = []
    for name in names:
        wanted = given.get(name, name)
        column = find_column(table, wanted)
        if column is None:
            raise _no_column(table, name, wanted, mapped=name in given)
        columns.append(column)
    twice = [name for name, times in Counter(column.name for column in columns).items() if times > 1]
    if twice:
        raise CommandError(f"more than one field goes to column {table.name}.{twice[0]}")
    return _Fields(table, names, tuple(columns), frozenset(record))


def _no_column(table: Table, field: str, wanted: str, *, mapped: bool) -> CommandError:
    """Build the error of a field that has no column, with what `--map` could say."""
    link = next((link for link in table.links if link.name.lower() == wanted.lower()), None)
    # A name that --map gives is a slip; a field's own name may mean anything, so none is guessed.
    near = nearest(wanted, [each.name for each in table.columns]) if mapped else []
    likely = link.column if link else near[0] if near else "COLUMN"
    return CommandError(
        f'field "{field}" has no column "{wanted}" in {table.name}{_lookup_advice(link)}; '
        f"--map {shlex.quote(f'{field}={likely}')} names one, --skip {shlex.quote(field)} leaves it out"
    )


def _lookup_advice(link: Link | None) -> str:
    """Say what a lookup takes, for a file that gives the name of what is looked up."""
    if link is None:
        return ""
    query = f"SELECT {link.key}, Name FROM {link.target}"  # noqa: S608 - it is only shown
    return (
        f"; the lookup {link.column} takes the {link.key} of a row of {link.target}, such as {query} gives "
        "(docs/tasks/load.md puts Ids in the place of names)"
    )


def _pair(text: str) -> tuple[str, str]:
    field, equals, column = text.rpartition("=")
    if not equals or not field or not column:
        raise click.UsageError("--map is FIELD=COLUMN, such as --map 'Full name=Name'")
    return field, column


@dataclass(frozen=True, slots=True)
class _Sinks:
    """Where the report and the rows that were not written go."""

    report: TextIO | None
    refused: TextIO | None


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of one row: written, refused, not sent, unknown; or, of a row that was only checked, fit."""

    outcome: str
    key: str = ""
    message: str = ""


class _Interrupts:
    """Ctrl-C during an import: the first one ends the sending, so that the report tells of all rows; the next, all.

    Where neither rows are sent nor a pipe is waited for, the first one is only noted, and nothing more is sent.
    """

    def __init__(self, *, waits_for_pipe: bool) -> None:
        self.waits_for_pipe = waits_for_pipe  # what is read from it may not come at all
        self._is_open = False  # to an interrupt
        self.number = 0

    def __enter__(self) -> _Interrupts:
        self._before = signal.getsignal(signal.SIGINT)
        self._is_ours = (
            threading.current_thread() is threading.main_thread() and self._before is signal.default_int_handler
        )
        if self._is_ours:
            signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._is_ours:
            signal.signal(signal.SIGINT, self._before)

    def _note(self, number: int, frame: FrameType | None) -> None:
        self.number += 1
        if self._is_open or self.number > 1:
            raise KeyboardInterrupt

    @contextmanager
    def heard(self, *, when: bool = True) -> Iterator[None]:
        """Let the first one through."""
        self._is_open = when
        try:
            yield
        finally:
            self._is_open = False


class _Import:
    """Writes portions of rows and tells what became of each."""

    def __init__(self, connection: Connection, fields: _Fields, sinks: _Sinks, *, dry_run: bool) -> None:
        self._connection = connection
        self._fields = fields
        self._sinks = sinks
        self._dry_run = dry_run
        self._counts: Counter[str] = Counter()
        self._trouble: _Outcome | None = None
        self._failure: BaseException | None = None
        keys = [column for column in fields.table.columns if column.name in fields.table.key]
        # A key that is made here says in the report which row is which.
        self._made_key = (
            keys[0] if [key.type for key in keys] == ["Edm.Guid"] and keys[0] not in fields.columns else None
        )

    def all(self, records: Iterator[Record], interrupts: _Interrupts, *, stops: bool) -> None:
        """Write all rows, or those before the first trouble where it `stops`, and tell what became of each.

        What is raised here ends that early; the report and the refused rows, which would look whole, are not kept then.
        """
        _line(self._sinks.report, ["row", "outcome", "key", "message"])
        _line(self._sinks.refused, [*self._fields.names, "error"])
        attendance = Attendance(shows_progress=shows_progress("a file"), verb="writing")
        done = 0
        try:
            while portion := self._portion(records, interrupts):
                if interrupts.number and self._failure is None:
                    self._failure = KeyboardInterrupt()
                ended = self._failure is not None or (stops and self._trouble is not None)
                outcomes = self._not_sent(portion) if ended else self._write(attendance, interrupts, portion, stops)
                for number, (record, outcome) in enumerate(zip(portion, outcomes, strict=True), done + 1):
                    self._tell(number, record, outcome)
                done += len(portion)
        except BaseException:
            self._tell_counts()
            if self._sinks.report or self._sinks.refused:
                print("creatio: not all rows are told of; --report and --refused are left out", file=sys.stderr)
            raise
        if interrupts.number and self._failure is None:
            self._failure = KeyboardInterrupt()

    def _portion(self, records: Iterator[Record], interrupts: _Interrupts) -> list[Record]:
        """Read so many rows; those that come before one that cannot be read are told of, too."""
        portion: list[Record] = []
        try:
            with interrupts.heard(when=interrupts.waits_for_pipe):
                for record in itertools.islice(records, _PORTION):
                    portion.append(record)
        except CommandError as error:
            self._failure = error
        except KeyboardInterrupt as error:
            if interrupts.number > 1:
                raise
            self._failure = error
        return portion

    def end(self) -> None:
        """Say how many rows were written; raises what ended the import early, and CommandError after trouble."""
        self._tell_counts()
        if self._failure is not None:
            raise self._failure
        if self._trouble is not None:
            raise CommandError("not all rows were written" if not self._dry_run else "not all rows fit", ROWS_REFUSED)

    def _tell_counts(self) -> None:
        told = ", ".join(f"{number:,} {outcome}" for outcome, number in self._counts.items())
        rows = counted(sum(self._counts.values()), "row")
        print(f"{rows} for {self._fields.table.name}: {told or 'none was sent'}", file=sys.stderr)

    def _not_sent(self, portion: list[Record]) -> list[_Outcome]:
        return [_Outcome("not sent")] * len(portion)

    def _write(
        self, attendance: Attendance, interrupts: _Interrupts, portion: list[Record], stops: bool
    ) -> list[_Outcome]:
        """Check one portion against the table, then send it; say what became of its rows."""
        outcomes = self._not_sent(portion)
        rows: dict[int, list[Any]] = {}
        for place, record in enumerate(portion):
            try:
                rows[place] = self._values(record)
            except (DataError, CommandError) as error:
                outcomes[place] = _Outcome("refused", message=f"{error}{self._advice(error)}")
        if self._dry_run:
            return [_Outcome("fit") if place in rows else outcome for place, outcome in enumerate(outcomes)]
        if rows and (len(rows) == len(portion) or not stops) and not interrupts.number:
            for place, outcome in zip(rows, self._send(attendance, interrupts, list(rows.values())), strict=True):
                outcomes[place] = outcome
        return outcomes

    def _advice(self, error: Error) -> str:
        links = self._fields.table.links
        return _lookup_advice(next((link for link in links if link.column == error.column), None))

    def _values(self, record: Record) -> list[Any]:
        """Return the values of a row; raises DataError for one that its column cannot hold."""
        strange = [name for name in record if name not in self._fields.known]
        if strange:
            raise CommandError(f'the row has a field "{strange[0]}", which the first row has not')
        values = [_decoded(record.get(name), column) for name, column in self._fields.pairs()]
        _check_text(dict(zip(self._fields.names, values, strict=True)))
        for value, column in zip(values, self._fields.columns, strict=True):
            json_value(column.type, value, table=self._fields.table.name, column=column.name)
        return values if self._made_key is None else [uuid.uuid4(), *values]

    def _send(self, attendance: Attendance, interrupts: _Interrupts, rows: list[list[Any]]) -> list[_Outcome]:
        columns = self._fields.columns if self._made_key is None else (self._made_key, *self._fields.columns)
        names = ", ".join(_quoted(column.name) for column in columns)
        marks = ", ".join("?" * len(columns))
        statement = f"INSERT INTO {_quoted(self._fields.table.name)} ({names}) VALUES ({marks})"  # noqa: S608 - names of the catalog
        keys = ["" if self._made_key is None else str(row[0]) for row in rows]
        with self._connection.cursor() as cursor:
            attendance.attend(cursor)
            try:
                with interrupts.heard():
                    attendance.run(lambda: cursor.executemany(statement, rows))
            except KeyboardInterrupt as error:
                if interrupts.number > 1:
                    raise
                self._failure = error
            except Error as error:
                self._failure = None if error.row is not None else error
            return _outcomes(cursor.write_report, keys)

    def _tell(self, number: int, record: Record, outcome: _Outcome) -> None:
        self._counts[outcome.outcome] += 1
        _line(self._sinks.report, [number, outcome.outcome, outcome.key, outcome.message])
        if outcome.outcome in ("written", "fit"):
            return
        _line(self._sinks.refused, [*map(record.get, self._fields.names), outcome.message or outcome.outcome])
        if self._trouble is None and outcome.outcome != "not sent":
            self._trouble = outcome
            print(f"creatio: row {number} was {outcome.outcome}: {outcome.message}", file=sys.stderr)


def _outcomes(report: WriteReport | None, keys: list[str]) -> list[_Outcome]:
    """Say of each row what a report says; without one, nothing was sent."""
    if report is None:
        return [_Outcome("not sent")] * len(keys)
    found = {row: _Outcome("written", keys[row]) for row in report.written}
    for failed in report.failed:
        there = "; it is there all the same" if failed.present else ""
        found[failed.row] = _Outcome("refused", keys[failed.row] if failed.present else "", failed.message + there)
    found |= {row: _Outcome("not sent") for row in report.not_sent}
    unknown = "it was sent and no answer came; look whether it is there"
    return [found.get(row, _Outcome("unknown", key, unknown)) for row, key in enumerate(keys)]


def _check_text(values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        try:
            "" if not isinstance(value, str) else value.encode()
        except UnicodeEncodeError:
            raise CommandError(f'field "{name}" holds half of a surrogate pair, which is no text') from None


def _decoded(value: Any, column: Column) -> Any:
    """Read the text of bytes, which is Base64 in CSV and JSON."""
    if column.type not in ("Edm.Binary", "Edm.Stream") or not isinstance(value, str):
        return value
    try:
        return base64.b64decode(value, validate=True)
    except ValueError:
        raise CommandError(f"column {column.name} holds bytes, and the text is not Base64") from None


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _line(sink: TextIO | None, values: list[Any]) -> None:
    if sink is not None:
        sink.write(csv_line(values))
