"""Rows as CSV, JSON, Markdown and Parquet; all of them stream."""

from __future__ import annotations

import csv
import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, TextIO

import pyarrow as pa
import pyarrow.parquet

import creatio_dbapi
from creatio_dbapi.cli.values import json_text, plain_text


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the result: its heading, and whether it holds numbers."""

    name: str
    number: bool


Row = Sequence[Any]
Writer = Callable[[list[Column], Iterable[Row], TextIO], int]  # writes rows and returns how many they were


def columns_of(description: Iterable[Sequence[Any]]) -> list[Column]:
    """Return the columns of a cursor's description."""
    return [
        Column(name, bool(code == creatio_dbapi.NUMBER) and code != "Edm.Boolean") for name, code, *_ in description
    ]


def write_csv(columns: list[Column], rows: Iterable[Row], out: TextIO, *, heading: bool = True) -> int:
    """Write CSV; NULL is an empty field and an empty text is `""`, so that both come back as they were."""
    if heading:
        csv.writer(out, lineterminator="\n").writerow([column.name for column in columns])
    count = 0
    for row in rows:
        count += 1
        out.write(csv_line(row))
    return count


def csv_line(row: Row) -> str:
    """Write one row as CSV.

    >>> csv_line(["a", None, "", "b, c"]).rstrip()
    'a,,"","b, c"'
    """
    return ",".join(map(_csv_field, row)) + "\n"


def _csv_field(value: Any) -> str:
    if value is None:
        return ""
    text = plain_text(value)
    if not text or any(mark in text for mark in ',"\r\n') or text != text.strip():
        return '"' + text.replace('"', '""') + '"'
    return text


def write_jsonl(columns: list[Column], rows: Iterable[Row], out: TextIO) -> int:
    """Print one JSON object a line."""
    count = 0
    for text in _objects(columns, rows):
        count += 1
        out.write(text + "\n")
    return count


def write_json(columns: list[Column], rows: Iterable[Row], out: TextIO) -> int:
    """Print one JSON array of objects."""
    count = 0
    out.write("[")
    for count, text in enumerate(_objects(columns, rows), 1):
        out.write(("\n  " if count == 1 else ",\n  ") + text)
    out.write("\n]\n" if count else "]\n")
    return count


def _objects(columns: list[Column], rows: Iterable[Row]) -> Iterator[str]:
    names = [json.dumps(name, ensure_ascii=False) for name in _different([column.name for column in columns])]
    for row in rows:
        cells = (f"{name}: {json_text(value)}" for name, value in zip(names, row, strict=True))
        yield "{" + ", ".join(cells) + "}"


def _different(names: list[str]) -> list[str]:
    """Number the names that occur again: an object with one key twice would lose a value.

    >>> _different(["Name", "Id", "Name"])
    ['Name', 'Id', 'Name_2']
    """
    given: list[str] = []
    for name in names:
        candidates = itertools.chain([name], (f"{name}_{number}" for number in itertools.count(2)))
        given.append(next(each for each in candidates if each not in given))
    return given


def write_markdown(columns: list[Column], rows: Iterable[Row], out: TextIO) -> int:
    """Print a table as Markdown has them."""
    out.write("| " + " | ".join(_markdown_cell(column.name) for column in columns) + " |\n")
    out.write("| " + " | ".join("---:" if column.number else "---" for column in columns) + " |\n")
    count = 0
    for row in rows:
        count += 1
        out.write("| " + " | ".join(map(_markdown_cell, row)) + " |\n")
    return count


def _markdown_cell(value: Any) -> str:
    if value is None:
        return "*NULL*"
    text = plain_text(value).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")
    return "<br>".join(text.splitlines())


TEXT_FORMATS: dict[str, Writer] = {
    "csv": write_csv,
    "json": write_json,
    "jsonl": write_jsonl,
    "markdown": write_markdown,
}
FORMATS = ("table", *TEXT_FORMATS, "parquet")


def write_parquet(schema: pa.Schema, batches: Iterable[pa.RecordBatch], out: BinaryIO) -> int:
    """Write Parquet, a row group for each batch; names that occur again are numbered."""
    schema = pa.schema([pa.field(*pair) for pair in zip(_different(schema.names), schema.types, strict=True)])
    count, sink = 0, _Sink(out)
    with pyarrow.parquet.ParquetWriter(sink, schema) as writer:
        try:
            for batch in batches:
                writer.write_batch(pa.record_batch(batch.columns, schema=schema))
                count += batch.num_rows
        except BaseException:
            sink.is_broken = True
            raise
    return count


class _Sink:
    """Where Parquet goes; its end, which makes it whole and which the writer always writes, is left out when broken."""

    closed = False

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self.is_broken = False

    def write(self, data: bytes) -> int:
        return len(data) if self.is_broken else self._out.write(data)

    def flush(self) -> None:
        self._out.flush()

    def close(self) -> None:
        """Leave the file open for whoever opened it."""
