"""The rows of a file to import, a block at a time: CSV, lines of JSON or Parquet."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
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
    except pa.ArrowInvalid as error:
        raise CommandError(f"{path} cannot be read as {format}: {error}") from error


def _csv_records(path: str, delimiter: str) -> Iterator[Record]:
    names = _heading(path, delimiter)
    reader = pa.csv.open_csv(
        path,
        read_options=pa.csv.ReadOptions(block_size=_BLOCK, skip_rows=0),
        parse_options=pa.csv.ParseOptions(delimiter=delimiter, newlines_in_values=True),
        convert_options=pa.csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()),
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
        ),
    )
    with reader:
        for batch in reader:
            yield from batch.to_pylist()


def _heading(path: str, delimiter: str) -> list[str]:
    """Read the names in the first line of CSV; raises CommandError where they cannot be names of columns."""
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            names = next(csv.reader(file, delimiter=delimiter), [])
    except UnicodeDecodeError as error:
        found = error.object[error.start]
        raise CommandError(f"{path} is not UTF-8 text (a byte is 0x{found:02x}); save it as UTF-8") from None
    if not any(names):
        raise CommandError(f"{path} has no line of column names")
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise CommandError(f'{path} has the column "{min(twice)}" twice')
    other = [mark for mark in ";\t|," if mark != delimiter and mark in names[0]]
    if len(names) == 1 and other:
        raise CommandError(f"{path} seems to be separated by {other[0]!r}: give --delimiter {other[0]!r}")
    return names


def _json_records(path: str, delimiter: str) -> Iterator[Record]:
    with Path(path).open(encoding="utf-8-sig") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line.rstrip(), parse_float=str)  # a decimal keeps its digits
            except ValueError as error:
                said = (
                    f"{error.msg}, at character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else error
                )
                raise CommandError(f"line {number} of {path} is not JSON: {said}") from None
            if not isinstance(record, dict):
                raise CommandError(f"line {number} of {path} is not a JSON object")
            yield record


def _parquet_records(path: str, delimiter: str) -> Iterator[Record]:
    with pa.parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(_ROWS):
            yield from batch.to_pylist()


_READERS: dict[str, Callable[[str, str], Iterator[Record]]] = {
    "csv": _csv_records,
    "jsonl": _json_records,
    "parquet": _parquet_records,
}
