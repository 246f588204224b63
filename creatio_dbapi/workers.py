"""Threads that work for one statement, and end with it."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from creatio_dbapi.cancellation import Cancellation
from creatio_dbapi.errors import Error

_working: weakref.WeakSet[Cancellation] = weakref.WeakSet()


@contextmanager
def workers(number: int, name: str, cancellation: Cancellation) -> Iterator[ThreadPoolExecutor]:
    """Give threads, and wait for them at the end; an interrupt stops what they are doing for the statement."""
    with worker_pool(number, name, cancellation) as pool:
        try:
            yield pool
        except Error:
            raise  # such as a form that the server refuses: the statement may go on without it
        except BaseException:
            cancellation.cancel()
            raise


def worker_pool(number: int, name: str, cancellation: Cancellation) -> ThreadPoolExecutor:
    """Make threads that end when the statement is stopped, or when the interpreter ends."""
    _working.add(cancellation)
    return ThreadPoolExecutor(number, thread_name_prefix=name)


def _stop_all() -> None:
    for cancellation in list(_working):
        cancellation.cancel("the interpreter ends")


# The interpreter waits for the threads of every pool before it runs what `atexit` knows of, so that a statement whose
# rows were left lying would hold it up until its last answer came. `concurrent.futures` itself stands on this function.
threading._register_atexit(_stop_all)  # type: ignore[attr-defined]
