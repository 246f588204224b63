"""The rows of a file to import, a block at a time: CSV, lines of JSON or Parquet."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from creatio_dbapi.cli.failures import CommandError

FORMATS = ("csv", "jsonl", "parquet")
Record = Mapping[str, Any]

_BLOCK = 16 * 1024 * 1024  # bytes of CSV that are read at once; the longest row must fit
_ROWS = 10_000


def read_records(path: str, format: str, delimiter: str) -> Iterator[Record]:
    """Give the rows of a file; an empty field of CSV without quotes is NULL. Raises CommandError for a broken file."""
    try:
        yield from _READERS[format](path, delimiter)
    except UnicodeDecodeError as error:
        raise _no_text(path, error) from None
    except RecursionError:
        raise CommandError(f"{path} cannot be read as {format}: it is nested too deeply") from None
    except (pa.ArrowException, ValueError, OverflowError) as error:  # such as a moment beyond the years of Python
        raise CommandError(f"{path} cannot be read as {format}: {error}") from error


def _csv_records(path: str, delimiter: str) -> Iterator[Record]:
    names = _heading(path, delimiter)
    _check_quotes(path, delimiter)
    reader = pa.csv.open_csv(
        path,
        read_options=pa.csv.ReadOptions(block_size=_BLOCK, skip_rows=0),
        parse_options=pa.csv.ParseOptions(
            delimiter=delimiter, newlines_in_values=True, ignore_empty_lines=len(names) > 1
        ),
        convert_options=pa.csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()),
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
        ),
    )
    # In the main thread, Arrow would take Ctrl-C for the end of its reading.
    with reader, ThreadPoolExecutor(1) as pool:
        while (batch := pool.submit(next, reader, None).result()) is not None:
            yield from batch.to_pylist()


def _heading(path: str, delimiter: str) -> list[str]:
    """Read the names in the first line of CSV; raises CommandError where they cannot be names of columns."""
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            names = next(csv.reader(file, delimiter=delimiter), [])
    except UnicodeDecodeError as error:
        raise _no_text(path, error) from None
    if not any(names):
        raise CommandError(f"{path} has no line of column names")
    _check_names(path, names)
    other = [mark for mark in ";\t|," if mark != delimiter and mark in names[0]]
    if len(names) == 1 and other:
        raise CommandError(f"{path} seems to be separated by {other[0]!r}: give --delimiter {other[0]!r}")
    return names


def _check_names(path: str, names: list[str]) -> None:
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise CommandError(f'{path} has the column "{min(twice)}" twice')


def _check_quotes(path: str, delimiter: str) -> None:
    """Read CSV to its end once, before a row of it is written: behind a quote that is never closed, all is one field.

    Raises CommandError.
    """
    csv.field_size_limit(2**31 - 1)
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader, line = csv.reader(file, delimiter=delimiter, strict=True), 1
        try:
            for _ in reader:
                line = reader.line_num + 1
        except csv.Error as error:
            said = "a quote is not closed" if "end of data" in str(error) else str(error)
            raise CommandError(f"{path} cannot be read as csv: in the row that begins in line {line}, {said}") from None


def _no_text(path: str, error: UnicodeDecodeError) -> CommandError:
    found = error.object[error.start]
    return CommandError(f"{path} is not UTF-8 text (a byte is 0x{found:02x}); save it as UTF-8")


def _json_records(path: str, delimiter: str) -> Iterator[Record]:
    with Path(path).open("rb") as file:
        for number, raw in enumerate(file, 1):
            try:
                line = raw.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as error:
                raise _no_text(f"line {number} of {path}", error) from None
            if not line.strip():
                continue
            try:
                # A decimal keeps its digits.
                record = json.loads(line.rstrip(), parse_float=str, object_pairs_hook=_object)
            except ValueError as error:
                said = (
                    f"{error.msg}, at character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else error
                )
                raise CommandError(f"line {number} of {path} is not JSON: {said}") from None
            if not isinstance(record, dict):
                raise CommandError(f"line {number} of {path} is not a JSON object")
            yield record


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object of JSON; raises ValueError where it has a key twice, of which the first would be lost."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f'the key "{next(name for name in names if names.count(name) > 1)}" is there twice')
    return found


def _parquet_records(path: str, delimiter: str) -> Iterator[Record]:
    with pa.parquet.ParquetFile(path) as file:
        _check_names(path, file.schema_arrow.names)
        for batch in file.iter_batches(_ROWS):
            yield from batch.to_pylist()


_READERS: dict[str, Callable[[str, str], Iterator[Record]]] = {
    "csv": _csv_records,
    "jsonl": _json_records,
    "parquet": _parquet_records,
}
