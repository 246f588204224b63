"""Politeness: how many requests this process has under way at one instance, and sends there in a second."""

from __future__ import annotations

import os
import threading
import time
import weakref
from collections import deque
from dataclasses import dataclass

from creatio_dbapi.cancellation import Cancellation


@dataclass(frozen=True, slots=True)
class Limits:
    """What one connection keeps to; the requests of all connections of the process count.

    `answer_bytes` is how large one answer may be, unpacked.
    """

    in_flight: int = 16
    per_second: float | None = None
    answer_bytes: int = 512 * 2**20

    @property
    def window(self) -> tuple[int, float]:
        """How many requests may be sent within how many seconds; less than one a second makes the time longer."""
        rate = self.per_second or 0.0
        return (int(rate), 1.0) if rate >= 1 else (1, 1.0 / rate)


class Limiter:
    """Counts the requests of this process to one instance, whichever connection sends them."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._in_flight = 0
        self._sent: deque[float] = deque()
        self._longest = 1.0

    def enter(self, limits: Limits, cancellation: Cancellation) -> None:
        """Wait until one more request is allowed, and count it; raises CancelledError when the statement is to stop."""
        with self._changed:
            if self._pause(limits) != 0:
                self._wait(limits, cancellation)
            self._in_flight += 1
            self._sent.append(time.monotonic())

    def leave(self) -> None:
        """Count a request no longer: its answer has come, or never will."""
        with self._changed:
            self._in_flight -= 1
            self._changed.notify_all()

    def interrupt(self) -> None:
        """Let those who wait look whether they are to stop."""
        with self._changed:
            self._changed.notify_all()

    def _wait(self, limits: Limits, cancellation: Cancellation) -> None:
        with cancellation.watching(self):
            while (pause := self._pause(limits)) != 0:
                self._changed.wait(pause)
                cancellation.check()

    def _pause(self, limits: Limits) -> float | None:
        """Return for how many seconds to wait: 0 for not at all, None until some request has ended."""
        if self._in_flight >= limits.in_flight:
            return None
        now = time.monotonic()
        while self._sent and self._sent[0] <= now - self._longest:
            self._sent.popleft()
        if limits.per_second is None:
            return 0
        most, seconds = limits.window
        self._longest = max(self._longest, seconds)
        recent = [moment for moment in self._sent if moment > now - seconds]
        return 0 if len(recent) < most else recent[-most] + seconds - now


_lock = threading.Lock()
_limiters: weakref.WeakValueDictionary[str, Limiter] = weakref.WeakValueDictionary()


def limiter_of(address: str) -> Limiter:
    """Return the one that all connections of this process to an instance share."""
    with _lock:
        return _limiters.setdefault(address, Limiter())


def _start_anew() -> None:
    """In a process that was forked off, what the parent has under way does not count, and no lock is held."""
    global _lock
    _lock = threading.Lock()
    _limiters.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_start_anew)
