"""Ctrl-C while C code works: Python handles a signal only where its main thread runs Python."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from contextvars import copy_context
from typing import TypeVar

from creatio_dbapi.write_report import WriteReport

_T = TypeVar("_T")
_LOOK_AGAIN = 0.5  # seconds; on Windows, a wait without an end is not interrupted


class InterruptedWriteError(KeyboardInterrupt):
    """Ctrl-C stopped a write; `report` says what became of each row, as far as one was begun.

    Not `known` is what was written, where a second Ctrl-C came before that was found out.
    """

    def __init__(self, report: WriteReport | None, *, known: bool = True) -> None:
        told = "nothing was written" if report is None else f"{report}; cursor.write_report tells which"
        super().__init__(f"the write was interrupted: {told if known else 'what was written by then is not known'}")
        self.report = report


def interruptible(call: Callable[[], _T], interrupt: Callable[[], None]) -> _T:
    """Return what `call` gives; an interrupt from the keyboard calls `interrupt`, which must end the call soon.

    So does whatever else the handler of a signal raises here, such as the time limits of Celery: nothing goes on behind
    the back of who was told that it is over.
    """
    if threading.current_thread() is not threading.main_thread():
        return call()
    outcome: Future[_T] = Future()
    run = copy_context().run
    thread = threading.Thread(target=run, args=(_run, call, outcome), name="creatio-engine", daemon=True)
    try:
        thread.start()
        # Not `thread.join()`: Python 3.11 takes a thread for ended when that is interrupted.
        while not outcome.done():
            wait([outcome], _LOOK_AGAIN)
    except BaseException:
        while not (outcome.cancel() or outcome.done()):  # only what has not begun can be cancelled
            interrupt()  # again, because one that comes before the call has begun to work is lost
            wait([outcome], 0.05)
        raise
    finally:
        if thread.ident is not None:
            thread.join(0.05)  # it has nothing left to do
    return outcome.result()


def _run(call: Callable[[], _T], outcome: Future[_T]) -> None:
    if not outcome.set_running_or_notify_cancel():
        return
    try:
        outcome.set_result(call())
    except BaseException as error:
        outcome.set_exception(error)
