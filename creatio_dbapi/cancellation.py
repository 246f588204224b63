"""Stops a running statement from another thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from creatio_dbapi.errors import OperationalError


class Interruptible(Protocol):
    """What can be stopped in the middle of its work."""

    def interrupt(self) -> None:
        """Stop what is running."""
        ...


class Cancellation:
    """Whether one statement is to stop, and what has to be told so."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._cancelled = False
        self._running: list[Interruptible] = []

    def cancel(self) -> None:
        """Stop the statement: no further request is sent, and the local engine is interrupted."""
        with self._lock:
            self._cancelled = True
            running = list(self._running)
        for each in running:
            each.interrupt()

    def check(self) -> None:
        """Raise OperationalError if the statement is to stop."""
        if self._cancelled:
            raise OperationalError("the statement was cancelled")

    @contextmanager
    def watching(self, running: Interruptible) -> Iterator[None]:
        """Have something interrupted, should the statement be cancelled while it runs."""
        with self._lock:
            self._running.append(running)
        try:
            yield
        except OperationalError:
            self.check()  # an interrupted engine says only that it was
            raise
        finally:
            with self._lock:
                self._running.remove(running)
