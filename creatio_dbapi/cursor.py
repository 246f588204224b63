"""The PEP 249 cursor: state only; no SQL and no HTTP."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Any

from creatio_dbapi.errors import InterfaceError, ProgrammingError
from creatio_dbapi.execution import execute, execute_many
from creatio_dbapi.parse import Parameters
from creatio_dbapi.plan.nodes import ResultColumn
from creatio_dbapi.services import Result, Services
from creatio_dbapi.session import Meter, Statistics

if TYPE_CHECKING:
    from creatio_dbapi.connection import Connection

Row = tuple[Any, ...]
Description = tuple[str, str, None, int | None, int | None, int | None, bool | None]


class Cursor:
    """Runs statements and gives their rows; rows are fetched as they are asked for, a page at a time.

    `arraysize` is how many rows `fetchmany()` gives when it is not told.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._meter = Meter()
        self._result: Result | None = None
        self._rows: Iterator[Row] | None = None
        self._closed = False
        self.arraysize = 1

    def __enter__(self) -> Cursor:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __iter__(self) -> Iterator[Row]:
        return self

    def __next__(self) -> Row:
        row = self.fetchone()
        if row is None:
            raise StopIteration
        return row

    @property
    def connection(self) -> Connection:
        """The connection that made this cursor."""
        return self._connection

    @property
    def description(self) -> list[Description] | None:
        """Seven items a column: name, type code, and what the catalog tells of NULLs; None where there are no rows."""
        if self._result is None or self._result.columns is None:
            return None
        return [_describe(column) for column in self._result.columns]

    @property
    def rowcount(self) -> int:
        """The number of rows that a write changed; -1 for a SELECT, whose rows are not counted before they come."""
        return -1 if self._result is None else self._result.rowcount

    @property
    def lastrowid(self) -> object:
        """The key of the row that the last INSERT made, or None."""
        return None if self._result is None else self._result.lastrowid

    @property
    def stats(self) -> Statistics:
        """What the last statement cost so far: requests, bytes and rows received, seconds."""
        return self._meter.snapshot()

    def execute(self, operation: str, parameters: Parameters | None = None) -> Cursor:
        """Run one statement and return the cursor; `parameters` are a sequence for `?` or a mapping for `:name`."""
        services = self._usable()
        self._forget()
        self._meter = Meter()
        self._result = execute(services, operation, parameters, self._meter)
        if self._result.columns is not None:
            self._rows = _rows(self._result)
        return self

    def executemany(self, operation: str, seq_of_parameters: Iterable[Parameters]) -> Cursor:
        """Run a write once for each set of parameters; `rowcount` is their sum."""
        services = self._usable()
        self._forget()
        self._meter = Meter()
        self._result = execute_many(services, operation, seq_of_parameters, self._meter)
        return self

    def fetchone(self) -> Row | None:
        """Return the next row, or None when there are no more."""
        return next(self._open_rows(), None)

    def fetchmany(self, size: int | None = None) -> list[Row]:
        """Return the next `size` rows (`arraysize` if not told), fewer at the end."""
        return list(islice(self._open_rows(), self.arraysize if size is None else size))

    def fetchall(self) -> list[Row]:
        """Return all rows that are left."""
        return list(self._open_rows())

    def setinputsizes(self, sizes: Sequence[object]) -> None:
        """Do nothing, as PEP 249 allows: types come from the catalog."""
        self._usable()

    def setoutputsize(self, size: int, column: int | None = None) -> None:
        """Do nothing, as PEP 249 allows: values are never cut."""
        self._usable()

    def close(self) -> None:
        """Let go of the rows that were not fetched; the cursor is then of no more use."""
        self._forget()
        self._closed = True

    def _forget(self) -> None:
        rows, self._rows = self._rows, None
        self._result = None
        close = getattr(rows, "close", None)
        if close is not None:
            close()

    def _usable(self) -> Services:
        if self._closed:
            raise InterfaceError("the cursor is closed")
        return self._connection.services()

    def _open_rows(self) -> Iterator[Row]:
        self._usable()
        if self._rows is None:
            raise ProgrammingError("there are no rows to fetch; execute() a SELECT first")
        return self._rows


def _rows(result: Result) -> Iterator[Row]:
    for batch in result.batches:
        yield from zip(*batch, strict=True)


def _describe(column: ResultColumn) -> Description:
    return (column.name, column.type, None, None, None, None, column.nullable)
