"""Lets Python's garbage collector rest while many objects are made that all are kept."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_resting = 0
_resumes = False


@contextmanager
def resting_collector() -> Iterator[None]:
    """Make objects without the collector looking at all there are, again and again, for garbage that is not there.

    It runs when enough objects were made since the last time, whether there is garbage or not; with a page of rows that
    took a third of the time. The pause is one of the whole process and lasts for one page of rows at the most. Threads
    may overlap: the last one lets it go on, if it was on before.
    """
    global _resting, _resumes
    with _lock:
        if _resting == 0:
            _resumes = gc.isenabled()
            gc.disable()
        _resting += 1
    try:
        yield
    finally:
        with _lock:
            _resting -= 1
            if _resting == 0 and _resumes:
                gc.enable()
