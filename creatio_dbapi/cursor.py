"""The PEP 249 cursor: state only; no SQL and no HTTP."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from types import TracebackType
from typing import Any, Protocol

import pyarrow as pa

from creatio_dbapi.batches import Batch, arrow_schema, record_batch
from creatio_dbapi.cancellation import Cancellation
from creatio_dbapi.collector import resting_collector
from creatio_dbapi.errors import InterfaceError, OperationalError, ProgrammingError
from creatio_dbapi.execution import execute, execute_many
from creatio_dbapi.frames import frame_of
from creatio_dbapi.meter import Meter, ProgressCallback, Statistics
from creatio_dbapi.parse import Parameters
from creatio_dbapi.plan.nodes import ResultColumn
from creatio_dbapi.services import Result, Services
from creatio_dbapi.telemetry import begin_statement
from creatio_dbapi.types import DECIMAL_PRECISION, DECIMAL_SCALE
from creatio_dbapi.write_report import WriteReport


class Owner(Protocol):
    """What a cursor needs of the connection that made it."""

    def services(self) -> Services:
        """Return what the connection's statements share; raises InterfaceError when it is closed."""
        ...


Row = tuple[Any, ...]
Description = tuple[str, str, None, int | None, int | None, int | None, bool | None]


class Cursor:
    """Runs statements and gives their rows; rows are fetched as they are asked for, a page at a time.

    `arraysize` is how many rows `fetchmany()` gives when it is not told. `progress`, a function, is called with a
    `Progress` after each answer of the server, from whichever thread it came to; what it raises stops the statement.
    """

    def __init__(self, connection: Owner) -> None:
        self._connection = connection
        self._meter = Meter()
        self._result: Result | None = None
        self._rows: _Rows | None = None
        self._report: WriteReport | None = None
        self._closed = False
        self._process = os.getpid()
        self.arraysize = 1
        self.progress: ProgressCallback | None = None

    def __enter__(self) -> Cursor:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __iter__(self) -> Iterator[Row]:
        return self

    def __next__(self) -> Row:
        rows = self._open_rows().check()
        try:
            return next(rows)
        except StopIteration:
            raise
        except BaseException as error:
            rows.end(error)
            raise

    @property
    def connection(self) -> Owner:
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
    def write_report(self) -> WriteReport | None:
        """What became of each row of the last write, also after an error; None after a SELECT."""
        return self._report

    @property
    def stats(self) -> Statistics:
        """What the last statement cost so far: requests, bytes and rows received, seconds."""
        return self._meter.snapshot()

    def execute(self, operation: str, parameters: Parameters | None = None) -> Cursor:
        """Run one statement and return the cursor; `parameters` are a sequence for `?` or a mapping for `:name`."""
        services = self._begin()
        with self._working():
            self._result = execute(services, operation, parameters, self._meter)
        self._report = self._result.report
        if self._result.columns is not None:
            self._rows = _Rows(_counted(self._result.batches, self._meter))
        else:
            self._meter.stop()
        return self

    def executemany(self, operation: str, seq_of_parameters: Iterable[Parameters]) -> Cursor:
        """Run a write once for each set of parameters; `rowcount` is their sum."""
        sets = list(seq_of_parameters)  # which may be rows of this cursor
        services = self._begin()
        with self._working():
            self._result = execute_many(services, operation, sets, self._meter)
        self._report = self._result.report
        self._meter.stop()
        return self

    def _begin(self) -> Services:
        """Leave the last statement behind, whatever is left of it."""
        services = self._usable()
        self._drop_rows()
        self._result = self._report = None
        span = begin_statement(services.session.address)
        self._meter = Meter(Cancellation(services.statement_timeout), self.progress or services.progress, span)
        return services

    @contextmanager
    def _working(self) -> Iterator[None]:
        """Keep to the statement's time, and keep the report of a write that fails."""
        try:
            with self._meter.cancellation.working():
                yield
        except BaseException as error:
            self._meter.stop(error)
            report = getattr(error, "report", None)
            self._report = report if isinstance(report, WriteReport) else None
            raise

    def fetchone(self) -> Row | None:
        """Return the next row, or None when there are no more."""
        rows = self._open_rows().check()
        try:  # not `with`: behind its end, Ctrl-C would take the row along before it is returned
            return next(rows, None)
        except BaseException as error:
            rows.end(error)
            raise

    def fetchmany(self, size: int | None = None) -> list[Row]:
        """Return the next `size` rows (`arraysize` if not told), fewer at the end."""
        wanted = self.arraysize if size is None else size
        if wanted < 0:
            raise ProgrammingError(f"fetchmany() of {wanted} rows; ask for 0 or more, or for all with fetchall()")
        with self._open_rows() as rows:
            return list(islice(rows, wanted))

    def fetchall(self) -> list[Row]:
        """Return all rows that are left."""
        with self._open_rows() as rows:
            return rows.all()

    def fetch_record_batches(self) -> Iterator[pa.RecordBatch]:
        """Give all rows that are left as Arrow record batches of one schema, a page at a time; Guids are text."""
        columns, rows = self._open_columns()
        return _RecordBatches(columns, rows)

    def fetch_arrow_table(self) -> pa.Table:
        """Return all rows that are left as an Arrow table; an empty one keeps its columns and types."""
        columns, rows = self._open_columns(whole=True)
        with rows:
            found = list(_RecordBatches(columns, rows))
        return pa.Table.from_batches(found) if found else arrow_schema(columns).empty_table()

    def fetch_df(self) -> Any:
        """Return all rows that are left as a pandas DataFrame; integers and Booleans with NULLs stay what they are.

        Raises InterfaceError where pandas is not installed.
        """
        return frame_of(self.fetch_arrow_table())

    def setinputsizes(self, sizes: Sequence[object]) -> None:
        """Do nothing, as PEP 249 allows: types come from the catalog."""
        self._usable()

    def setoutputsize(self, size: int, column: int | None = None) -> None:
        """Do nothing, as PEP 249 allows: values are never cut."""
        self._usable()

    def cancel(self) -> None:
        """Stop the statement that is running, from another thread; there it raises OperationalError at once."""
        self._meter.cancellation.cancel()

    def close(self) -> None:
        """Stop what is running, and let go of the rows that were not fetched; `stats` still tells what they cost."""
        self._drop_rows()
        self._closed = True

    def _drop_rows(self) -> None:
        rows, self._rows = self._rows, None
        if os.getpid() != self._process:
            return  # they are the parent's, whose reading goes on
        self._meter.cancellation.cancel("the cursor was closed, or runs another statement")
        if rows is not None:
            rows.close()

    def _usable(self) -> Services:
        if self._closed:
            raise InterfaceError("the cursor is closed; make a new one with connection.cursor()")
        return self._connection.services()

    def _open_rows(self) -> _Rows:
        self._usable()
        if self._rows is None:
            raise ProgrammingError("there are no rows to fetch; execute() a SELECT first")
        return self._rows

    def _open_columns(self, *, whole: bool = False) -> tuple[tuple[ResultColumn, ...], _Rows]:
        """Return the columns of the answer with the rows that are left; `whole` where all of these are kept."""
        rows = self._open_rows()
        result = self._result
        if result is None or result.columns is None:
            raise ProgrammingError("there are no rows to fetch; execute() a SELECT first")
        if whole:
            result.as_arrow()  # of pages that are let go, the 100 MB that it takes would be most of the memory
        return result.columns, rows


class _Rows(Iterator[Row]):
    """The rows of a result one by one, or what is left of them in batches.

    An error in a fetch ends them: whoever asks again must not take that for their end, nor go on behind rows that were
    lost with the error.
    """

    def __init__(self, batches: Generator[Batch, None, None]) -> None:
        self._batches = batches
        self._batch: Batch | None = None
        self._given = 0
        self._current: Iterator[Row] = iter(())
        self._ended_by = ""

    def check(self) -> _Rows:
        """Return the rows, or raise OperationalError where an earlier fetch ended with an error."""
        if self._ended_by:
            raise OperationalError(f"there are no more rows, run the statement again: {self._ended_by}")
        return self

    __enter__ = check

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self.check()  # they may have been closed meanwhile
        else:
            self.end(error)

    def end(self, error: BaseException) -> None:
        """Give no more rows behind an error."""
        self._ended_by = self._ended_by or str(error) or type(error).__name__

    def __next__(self) -> Row:
        while True:
            row = next(self._current, None)
            if row is not None:
                self._given += 1
                return row
            self._batch, self._current = None, iter(())  # let go of one page before the next is made
            self._batch, self._given = self._following(), 0
            if self._batch is None:
                self.check()
                raise StopIteration
            self._current = zip(*self._batch, strict=True)

    def all(self) -> list[Row]:
        """Return all rows that are left, a batch at a time."""
        rows = list(self._current)
        while (batch := self._following()) is not None:
            with resting_collector():
                rows.extend(zip(*batch, strict=True))
            del batch
        self._batch = None
        return rows

    def next_batch(self) -> Batch | None:
        """Return the rest of the batch that was begun, or the next one; None at the end."""
        begun, given = self._batch, self._given
        self._batch, self._current = None, iter(())
        if begun is not None and given < begun.rows:
            return begun.cut(given, begun.rows)
        return self._following()

    def _following(self) -> Batch | None:
        try:
            return next(self._batches, None)
        except ValueError as error:
            if "already executing" not in str(error):
                raise
        raise OperationalError("another thread fetches from this cursor; threads share a connection, not a cursor")

    def close(self) -> None:
        """Stop the reading behind the rows; where another thread is at it, it has been told to stop."""
        self._ended_by = self._ended_by or "the cursor was closed, or runs another statement"
        with suppress(ValueError):
            self._batches.close()


class _RecordBatches(Iterator[pa.RecordBatch]):
    """What is left of rows as Arrow record batches of one schema; other fetches may take some of the rows."""

    def __init__(self, columns: tuple[ResultColumn, ...], rows: _Rows) -> None:
        self._rows = rows
        self._schema = arrow_schema(columns)
        self._is_done = False

    def __next__(self) -> pa.RecordBatch:
        if not self._is_done:
            with self._rows:
                batch = self._rows.next_batch()
                if batch is not None:
                    return record_batch(self._schema, batch)
            self._is_done = True
        raise StopIteration


def _counted(batches: Iterator[Batch], meter: Meter) -> Generator[Batch, None, None]:
    """Give the batches of a result, and count the time that they take; what the caller does between them is its own."""
    try:
        while True:
            batch = None
            with meter.cancellation.working():
                meter.cancellation.check()
                batch = next(batches, None)
            if batch is None:
                return
            yield batch
    except GeneratorExit:
        raise
    except BaseException as error:
        meter.stop(error)
        raise
    finally:
        meter.stop()
        if isinstance(batches, Generator):
            batches.close()


def _describe(column: ResultColumn) -> Description:
    precision, scale = column.precision, column.scale
    if column.type == "Edm.Decimal":
        # What Creatio does not tell is what Arrow and the local engine hold it in: polars reads no decimals without it.
        precision = DECIMAL_PRECISION if precision is None else precision
        scale = DECIMAL_SCALE if scale is None else scale
    return (column.name, column.type, None, None, precision, scale, column.nullable)
