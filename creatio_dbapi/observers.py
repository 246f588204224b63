"""Who is told of each request: the log, one line a request, and whoever else asked to be."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TextIO
from urllib.parse import unquote

logger = logging.getLogger("creatio_dbapi.requests")


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer, for observers; `status` is None when no answer came.

    `url` is as it was sent, with the values of the statement in it, and without a secret; `bytes` counts the body as it
    was sent, `elapsed` is in seconds.
    """

    method: str
    url: str
    status: int | None
    bytes: int
    elapsed: float


Observer = Callable[[Exchange], object]

_observers: tuple[Observer, ...] = ()  # of all requests of the process


def report(exchange: Exchange, observers: Iterable[Observer] = ()) -> None:
    """Tell of a request that has ended: the log at level DEBUG, those who watch the process, and `observers`."""
    logger.debug(
        "%s %s: %s, %d bytes, %.3f s",
        exchange.method,
        exchange.url,
        exchange.status or "no answer",
        exchange.bytes,
        exchange.elapsed,
    )
    for observer in (*_observers, *observers):
        observer(exchange)


@contextmanager
def observing(observer: Observer) -> Iterator[None]:
    """Tell an observer of every request that this process sends while the block runs, from whichever thread."""
    global _observers
    _observers = (*_observers, observer)
    try:
        yield
    finally:
        _observers = tuple(each for each in _observers if each is not observer)


@contextmanager
def show_requests(file: TextIO | None = None) -> Iterator[None]:
    """Print each request of this process when its answer has come, until the block ends; to standard error, or `file`.

    The lines show the values of the statements, and no password, cookie or token.
    """
    out = sys.stderr if file is None else file

    def show(exchange: Exchange) -> None:
        out.write(_line(exchange) + "\n")
        out.flush()

    with observing(show):
        yield


def _line(exchange: Exchange) -> str:
    site, odata, path = exchange.url.partition("/odata/")
    shown = unquote(path if odata else site)
    status = "no answer" if exchange.status is None else str(exchange.status)
    return f"{exchange.method} {shown} -> {status}, {exchange.bytes:,} bytes, {exchange.elapsed:.3f} s"
