"""The progress bar of a long statement: rows, requests, time gone and time left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class State:
    """How far a statement is; `total` is None while nobody knows, `elapsed` is in seconds."""

    rows: int
    total: int | None
    requests: int
    elapsed: float


class Bar(Protocol):
    """What shows progress."""

    def show(self, state: State) -> None:
        """Be on the screen, up to date."""
        ...

    def hide(self) -> None:
        """Be off the screen."""
        ...


def make_bar(verb: str) -> Bar | None:
    """Make a bar on standard error, or none where rich, of the extra `cli`, is not installed."""
    try:
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn
        from rich.progress import Progress as RichProgress
    except ImportError:
        return None
    columns = (TextColumn(verb), BarColumn(bar_width=None), TextColumn("{task.fields[told]}"))
    console = Console(stderr=True)
    console.width -= len("^C ")  # a terminal shows Ctrl-C; in the next line, it would stay there with the bar
    return _RichBar(
        lambda: RichProgress(
            *columns, console=console, transient=True, expand=True, redirect_stdout=False, redirect_stderr=False
        )
    )


class _RichBar:
    """A bar that comes and goes: rows are printed between two times of waiting."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make = make
        self._live: Any = None
        self._task: Any = None

    def show(self, state: State) -> None:
        if self._live is None:
            self._live = self._make()
            self._task = self._live.add_task("", total=state.total, told="")
            self._live.start()
        self._live.update(self._task, total=state.total, completed=state.rows, told=told(state))

    def hide(self) -> None:
        live, self._live = self._live, None
        if live is not None:
            live.stop()


def told(state: State) -> str:
    """Write how far a statement is.

    >>> told(State(500, 2_000, 3, 4.0))
    '500 of 2,000 rows, 3 requests, 0:04 gone, 0:12 left'
    >>> told(State(500, None, 1, 75.0))
    '500 rows, 1 request, 1:15 gone'
    """
    of = "" if state.total is None else f" of {state.total:,}"
    text = f"{state.rows:,}{of} rows, {state.requests:,} request{'' if state.requests == 1 else 's'}"
    text += f", {_clock(state.elapsed)} gone"
    if state.total is not None and 0 < state.rows <= state.total:
        text += f", {_clock(state.elapsed * (state.total - state.rows) / state.rows)} left"
    return text


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
