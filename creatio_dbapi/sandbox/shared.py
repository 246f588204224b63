"""The sandbox that all connections of a process share."""

from __future__ import annotations

import atexit
import os
import threading

from creatio_dbapi.sandbox.instance import Sandbox

_lock = threading.Lock()
_shared: dict[int, Sandbox] = {}


def shared_sandbox() -> Sandbox:
    """Return this process's sandbox: started at the first call, gone at exit, never inherited over a fork."""
    with _lock:
        process = os.getpid()
        if process not in _shared:
            _shared.clear()
            _shared[process] = Sandbox().start()
            atexit.register(_shared[process].close)
        return _shared[process]


def _renew_lock() -> None:
    global _lock
    _lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew_lock)
