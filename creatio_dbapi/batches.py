"""The rows of an answer in batches of columns: Python values, or Arrow, made only when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, overload

import pyarrow as pa

from creatio_dbapi.collector import resting_collector
from creatio_dbapi.plan.nodes import ResultColumn
from creatio_dbapi.types import DECIMAL_PRECISION, DECIMAL_SCALE, TYPES

Columns = list[list[Any]]


class Batch(Sequence[list[Any]]):
    """Some rows, as a sequence of columns of Python values; `arrow()` gives the same without making them."""

    def __init__(self, rows: int, columns: Callable[[], Columns], arrow: Callable[[], list[pa.Array]]) -> None:
        self.rows = rows
        self._make_columns, self._make_arrow = columns, arrow
        self._columns: Columns | None = None

    @property
    def columns(self) -> Columns:
        """The columns as lists of Python values."""
        if self._columns is None:
            with resting_collector():
                self._columns = self._make_columns()
        return self._columns

    def arrow(self) -> list[pa.Array]:
        """Return the columns as Arrow arrays."""
        return self._make_arrow()

    def __len__(self) -> int:
        return len(self.columns)

    @overload
    def __getitem__(self, place: int) -> list[Any]: ...
    @overload
    def __getitem__(self, place: slice) -> list[list[Any]]: ...
    def __getitem__(self, place: int | slice) -> list[Any] | list[list[Any]]:
        return self.columns[place]

    def __iter__(self) -> Iterator[list[Any]]:
        return iter(self.columns)

    def cut(self, start: int, end: int) -> Batch:
        """Return the rows from `start` up to, and without, `end`."""
        return Batch(
            end - start,
            lambda: [column[start:end] for column in self.columns],
            lambda: [array.slice(start, end - start) for array in self.arrow()],
        )

    def without_last(self, columns: int) -> Batch:
        """Return the rows without their last columns."""
        return Batch(self.rows, lambda: self.columns[:-columns], lambda: self.arrow()[:-columns])


def plain_batch(columns: Columns, types: Iterable[str]) -> Batch:
    """Make a batch of Python values that are at hand, of the EDM types `types`."""
    arrow_types = [arrow_type(ResultColumn("", edm)) for edm in types]
    return Batch(
        len(columns[0]) if columns else 0,
        lambda: columns,
        lambda: [_array(values, to) for values, to in zip(columns, arrow_types, strict=True)],
    )


def _array(values: list[Any], to: pa.DataType) -> pa.Array:
    return pa.array([str(value) if pa.types.is_string(to) and value is not None else value for value in values], to)


def arrow_type(column: ResultColumn) -> pa.DataType:
    """Return the Arrow type of an answer's column."""
    if column.type == "Edm.Decimal":
        precision = DECIMAL_PRECISION if column.precision is None else column.precision
        return pa.decimal128(precision, DECIMAL_SCALE if column.scale is None else column.scale)
    return TYPES[column.type].arrow


def arrow_schema(columns: Iterable[ResultColumn]) -> pa.Schema:
    """Return the Arrow schema of an answer, also where it has no rows."""
    return pa.schema([pa.field(column.name, arrow_type(column)) for column in columns])


def record_batch(schema: pa.Schema, batch: Batch) -> pa.RecordBatch:
    """Return rows of an answer as an Arrow record batch of its schema."""
    arrays = []
    for array, wanted in zip(batch.arrow(), schema, strict=True):
        known = array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array
        # What only the local engine makes (lists, structures) has no type of ours to be cast to.
        is_same = known.type == wanted.type or pa.types.is_null(wanted.type)
        arrays.append(known if is_same else known.cast(wanted.type))
    return pa.record_batch(arrays, names=schema.names)
