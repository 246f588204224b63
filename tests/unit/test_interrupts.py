"""What an interrupt does to a call in a thread of its own."""

from __future__ import annotations

import signal
import threading
from contextvars import ContextVar

import pytest

from creatio_dbapi.interrupts import InterruptedWriteError, interruptible

WHO: ContextVar[str] = ContextVar("WHO", default="nobody")
PATIENCE = 20.0


def test_the_call_knows_the_context_of_its_caller() -> None:
    token = WHO.set("anna")
    try:
        assert interruptible(WHO.get, lambda: None) == "anna"
    finally:
        WHO.reset(token)


def test_it_is_over_when_an_interrupt_is_raised() -> None:
    stop, ended = threading.Event(), threading.Event()

    def call() -> None:
        signal.raise_signal(signal.SIGINT)
        stop.wait(PATIENCE)
        ended.set()

    with pytest.raises(KeyboardInterrupt):
        interruptible(call, stop.set)
    assert ended.is_set()


def test_a_second_interrupt_does_not_wait_for_the_end() -> None:
    stop = threading.Event()

    def call() -> None:
        signal.raise_signal(signal.SIGINT)
        stop.wait(PATIENCE)

    with pytest.raises(KeyboardInterrupt):
        interruptible(call, lambda: signal.raise_signal(signal.SIGINT))
    stop.set()


def test_what_is_not_known_is_not_called_nothing() -> None:
    assert "nothing was written" in str(InterruptedWriteError(None))
    assert "not known" in str(InterruptedWriteError(None, known=False))
