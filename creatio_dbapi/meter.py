"""What a statement costs: requests, bytes and rows, counted from any thread, told to whoever watches its progress."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from creatio_dbapi.cancellation import Cancellation
from creatio_dbapi.telemetry import StatementSpan, Totals


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a statement cost so far; `elapsed` is in seconds, `bytes_received` counts bodies as they were sent."""

    requests: int
    bytes_received: int
    rows_received: int
    elapsed: float
    sign_ins: int
    retries: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a statement is: rows read or written, how many there will be as far as that is known, and the cost.

    `bytes` counts bodies as they were sent, `elapsed` is in seconds.
    """

    rows: int
    rows_expected: int | None
    requests: int
    bytes: int
    elapsed: float


ProgressCallback = Callable[[Progress], object]


@dataclass(frozen=True, slots=True)
class _Counts:
    requests: int
    received: int
    rows: int
    sign_ins: int
    retries: int


class Meter:
    """Counts what a statement costs; it goes along with each request, which by it learns that it is to stop."""

    def __init__(
        self,
        cancellation: Cancellation | None = None,
        progress: ProgressCallback | None = None,
        span: StatementSpan | None = None,
    ) -> None:
        self.cancellation = cancellation or Cancellation()
        self.span = span
        self.stopped_by: BaseException | None = None  # what `progress` has raised while rows were written
        self._progress = progress
        self._lock, self._telling = threading.Lock(), threading.Lock()
        self._started = time.monotonic()
        self._stopped: float | None = None
        self._requests = self._bytes = self._rows = self._sign_ins = self._retries = 0
        self._advanced = self._written = 0
        self._rows_expected: int | None = None
        self._writes_expected: int | None = None

    def add(
        self,
        *,
        requests: int = 0,
        received: int = 0,
        rows: int = 0,
        sign_ins: int = 0,
        retries: int = 0,
    ) -> None:
        """Add to the counts; `received` is bytes."""
        self._count(_Counts(requests, received, rows, sign_ins, retries))

    def _count(self, more: _Counts) -> None:
        with self._lock:
            self._requests += more.requests
            self._bytes += more.received
            self._rows += more.rows
            self._sign_ins += more.sign_ins
            self._retries += more.retries
        if more.received:
            self._tell()

    def expect(self, *, rows: int = 0, writes: int = 0) -> None:
        """Note that this many rows more are to come, or to be written; once rows are written, only those count."""
        with self._lock:
            if rows:
                self._rows_expected = (self._rows_expected or 0) + rows
            if writes:
                self._writes_expected = (self._writes_expected or 0) + writes

    def advance(self, *, rows: int = 0, writes: int = 0) -> None:
        """Note rows that are read for good, each once, or written."""
        with self._lock:
            self._advanced += rows
            self._written += writes
        self._tell()

    def stop(self, error: BaseException | None = None) -> None:
        """Stop the clock, as the statement has ended, with an error or without; what is counted later still counts."""
        with self._lock:
            again, self._stopped = self._stopped is not None, time.monotonic()
            totals = Totals(self._requests, self._bytes, self._written or self._advanced, self._retries)
        if self.span is not None and not again:
            self.span.end(totals, error)

    def snapshot(self) -> Statistics:
        """Return the counts of this moment."""
        with self._lock:
            return Statistics(self._requests, self._bytes, self._rows, self._elapsed(), self._sign_ins, self._retries)

    def _elapsed(self) -> float:
        return (self._stopped or time.monotonic()) - self._started

    def _tell(self) -> None:
        """Call back, one call at a time, so that no figure ever goes back."""
        if self._progress is None:
            return
        with self._telling:
            with self._lock:
                rows, expected = self._advanced, self._rows_expected
                if self._writes_expected is not None:
                    rows, expected = self._written, self._writes_expected
                now = Progress(rows, expected, self._requests, self._bytes, self._elapsed())
            try:
                self._progress(now)
            except BaseException as error:
                if self._writes_expected is None:
                    raise
                # An answer that has come is read first, so that what is written is known.
                self.stopped_by = self.stopped_by or error


class ScanMeter(Meter):
    """Counts what one scan costs, as part of what its statement costs."""

    def __init__(self, statement: Meter) -> None:
        super().__init__(statement.cancellation, span=statement.span)
        self._statement = statement

    def stop(self, error: BaseException | None = None) -> None:
        """Stop the clock of this scan alone."""
        with self._lock:
            self._stopped = time.monotonic()

    def _count(self, more: _Counts) -> None:
        """Count here and for the statement."""
        super()._count(more)
        self._statement._count(more)
        self.stop()

    def expect(self, *, rows: int = 0, writes: int = 0) -> None:
        """Note it for the statement, which is what somebody watches."""
        self._statement.expect(rows=rows, writes=writes)

    def advance(self, *, rows: int = 0, writes: int = 0) -> None:
        """Note it for the statement."""
        self._statement.advance(rows=rows, writes=writes)
