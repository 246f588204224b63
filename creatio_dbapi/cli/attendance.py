"""Attends a statement that runs: shows how far it is, and stops it at Ctrl-C."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, Generic, TypeVar

from creatio_dbapi import Cursor, Progress
from creatio_dbapi.cli.bar import Bar, State, make_bar
from creatio_dbapi.cli.formats import Row

Value = TypeVar("Value")

_PATIENCE = 1.0  # seconds before a bar is shown
_TICK = 0.1
_ROWS_AT_ONCE = 1_000


class Attendance:
    """Runs the work of one cursor in a thread, so that this one can show progress and hear Ctrl-C at any time."""

    def __init__(self, *, shows_progress: bool, verb: str = "reading", total: int | None = None) -> None:
        self._bar: Bar | None = make_bar(verb) if shows_progress else None
        self._total = total
        self._started = time.monotonic()
        self._cursor: Cursor | None = None
        self._latest = Progress(0, None, 0, 0, 0.0)
        self._rows_before = self._requests_before = 0

    def attend(self, cursor: Cursor) -> Cursor:
        """Attend this cursor from now on; what was counted of cursors before it still counts."""
        self._rows_before += self._latest.rows
        self._requests_before += self._latest.requests
        self._latest = Progress(0, None, 0, 0, 0.0)
        self._cursor = cursor
        cursor.progress = self._note
        return cursor

    def run(self, work: Callable[[], Value]) -> Value:
        """Return what `work` returns; at Ctrl-C the statement is stopped and KeyboardInterrupt raised.

        The statement's end is waited for, so that the report of a write is whole; a second Ctrl-C does not wait.
        """
        outcome: _Outcome[Value] = _Outcome(work)
        threading.Thread(target=outcome.settle, name="creatio-statement", daemon=True).start()
        try:
            while not outcome.done.wait(_TICK):
                self._show()
        except KeyboardInterrupt:
            if self._cursor is not None:
                self._cursor.cancel()
            self._hide()
            self._await_end(outcome)
            raise
        finally:
            self._hide()
        return outcome.value()

    def rows(self, cursor: Cursor) -> Iterator[Row]:
        """Give the rows of a statement, in portions that are fetched attended."""
        while rows := self.run(lambda: cursor.fetchmany(_ROWS_AT_ONCE)):
            yield from rows

    def each(self, items: Iterable[Value]) -> Iterator[Value]:
        """Give what an iterable gives, each attended."""
        iterator = iter(items)
        while found := self.run(lambda: list(islice(iterator, 1))):
            yield found[0]

    def _note(self, progress: Progress) -> None:
        self._latest = progress

    def _show(self) -> None:
        elapsed = time.monotonic() - self._started
        if self._bar is None or elapsed < _PATIENCE:
            return
        latest, total = self._latest, self._total
        if total is None and latest.rows_expected is not None:
            total = self._rows_before + latest.rows_expected
        requests = self._requests_before + latest.requests
        self._bar.show(State(self._rows_before + latest.rows, total, requests, elapsed))

    def _hide(self) -> None:
        if self._bar is not None:
            self._bar.hide()

    def _await_end(self, outcome: _Outcome[Any]) -> None:
        if not outcome.done.wait(_PATIENCE):
            print("creatio: what is under way is being ended; Ctrl-C again does not wait for it", file=sys.stderr)
            outcome.done.wait()


class _Outcome(Generic[Value]):
    """What became of a piece of work."""

    def __init__(self, work: Callable[[], Value]) -> None:
        self._work = work
        self._values: list[Value] = []
        self._error: BaseException | None = None
        self.done = threading.Event()

    def settle(self) -> None:
        try:
            self._values.append(self._work())
        except BaseException as error:  # raised where it is waited for
            self._error = error
        finally:
            self.done.set()

    def value(self) -> Value:
        if self._error is not None:
            raise self._error
        return self._values[0]
