"""Stops a running statement: from another thread, when its time is up, or when nobody wants its rows any more."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Protocol

from creatio_dbapi.errors import OperationalError

_LOOK_AGAIN = 0.05  # seconds; nothing wakes who waits for a lock


class CancelledError(OperationalError):
    """The statement was stopped before it was whole; the request that it was about to send was not sent."""


class Interruptible(Protocol):
    """What can be stopped in the middle of its work."""

    def interrupt(self) -> None:
        """Stop what is running."""
        ...


class Cancellation:
    """Whether one statement is to stop, and what has to be told so; `seconds` is the time that it may work."""

    def __init__(self, seconds: float | None = None) -> None:
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._reason = ""
        self._running: list[Interruptible] = []
        self._given, self._left = seconds, seconds

    @property
    def stopped(self) -> bool:
        """Whether the statement is to stop."""
        return self._stopped.is_set()

    def cancel(self, reason: str = "the statement was cancelled") -> None:
        """Stop the statement: what it waits for is interrupted, and nothing more is sent."""
        with self._lock:
            if self._stopped.is_set():
                return
            self._reason = reason
            self._stopped.set()
            running = list(self._running)
        for each in running:
            each.interrupt()

    def check(self) -> None:
        """Raise CancelledError if the statement is to stop."""
        if self._stopped.is_set():
            raise CancelledError(self._reason)

    def wait(self, seconds: float) -> None:
        """Wait, but not longer than until the statement is to stop; raises CancelledError then."""
        self._stopped.wait(seconds)
        self.check()

    def watch(self, running: Interruptible) -> None:
        """Have something interrupted from now on; raises CancelledError if the statement is to stop already."""
        with self._lock:
            if not self._stopped.is_set():
                self._running.append(running)
        self.check()

    def unwatch(self, running: Interruptible) -> None:
        """Have something interrupted no longer."""
        with self._lock, suppress(ValueError):
            self._running.remove(running)

    @contextmanager
    def watching(self, running: Interruptible) -> Iterator[None]:
        """Have something interrupted, should the statement be stopped while it runs."""
        self.watch(running)
        try:
            yield
        except OperationalError:
            self.check()  # what was interrupted says only that it was
            raise
        finally:
            self.unwatch(running)

    @contextmanager
    def holding(self, lock: threading.Lock) -> Iterator[None]:
        """Hold a lock, under which another statement may wait for the server; raises CancelledError while waiting."""
        while not lock.acquire(timeout=_LOOK_AGAIN):
            self.check()
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def working(self) -> Iterator[None]:
        """Count the time that passes inside, and stop the statement when it has worked for as long as it may.

        An interrupt from the keyboard stops it too, with all that other threads do for it.
        """
        timer, started = self._timer(), time.monotonic()
        try:
            yield
        except (KeyboardInterrupt, SystemExit, GeneratorExit):
            self.cancel()
            raise
        finally:
            if timer is not None and self._left is not None:
                timer.cancel()
                self._left -= time.monotonic() - started

    def _timer(self) -> threading.Timer | None:
        if self._left is None:
            return None
        reason = f"the statement took longer than {self._given:g} s (statement_timeout); ask for less, or raise it"
        timer = threading.Timer(max(0.0, self._left), self.cancel, [reason])
        timer.daemon = True
        timer.start()
        return timer
