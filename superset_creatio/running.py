"""Runs a statement of SQL Lab so that it can be stopped, from another process too, and tells how far it is."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

_PAUSE = 0.5  # seconds between two looks at what Superset wants

Rows = list[tuple[Any, ...]]

_fetched: WeakKeyDictionary[Any, Rows] = WeakKeyDictionary()  # by cursor, until Superset asks for them


class Run(threading.Thread):
    """One statement in a thread of its own; its rows are read there, too, because most of the time goes into that."""

    def __init__(self, cursor: Any, sql: str) -> None:
        super().__init__(name="creatio statement", daemon=True)
        self._cursor, self._sql = cursor, sql
        self.error: Exception | None = None

    def run(self) -> None:
        """Run the statement and keep its rows, or its error."""
        try:
            self._cursor.execute(self._sql)
            if self._cursor.description is not None:
                _fetched[self._cursor] = self._cursor.fetchall()
        except Exception as error:  # it is raised where the statement was asked for
            self.error = error


def run_watched(cursor: Any, sql: str, look: Callable[[str], bool]) -> None:
    """Run a statement to its end; `look` is told now and then how far it is, and answers whether it shall stop.

    Raises what the statement raised. It is stopped, too, when this thread is interrupted, as by a time limit.
    """
    run = Run(cursor, sql)
    run.start()
    try:
        while run.is_alive():
            run.join(_PAUSE)
            if run.is_alive() and look(_progress(cursor)):
                cursor.cancel()
    except BaseException:
        cursor.cancel()
        run.join()
        raise
    if run.error is not None:
        raise run.error


def take_rows(cursor: Any) -> Rows | None:
    """Return the rows of a statement that was run watched, once; None where there are none to take."""
    return _fetched.pop(cursor, None)


def _progress(cursor: Any) -> str:
    stats = cursor.stats
    return f"{stats.rows_received:,} rows in {stats.requests:,} request{'' if stats.requests == 1 else 's'}"
