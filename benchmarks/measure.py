"""Pairs that alternate, their medians, and the table that comes of them."""

from __future__ import annotations

import gc
import importlib.metadata
import os
import platform
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone

Work = Callable[[], object]
_PACKAGES = ("duckdb", "msgspec", "orjson", "pandas", "pyarrow", "requests", "sqlalchemy", "sqlglot")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `met` says whether the aim was reached."""

    work: str
    rival: str
    aim: str
    ours: str
    theirs: str
    result: str
    met: bool


@dataclass(frozen=True, slots=True)
class Pairs:
    """The medians of both sides, in seconds, and the median of the ratios with its spread."""

    ours: float
    theirs: float
    ratio: float
    least: float
    most: float

    def __str__(self) -> str:
        return f"{self.ratio:.2f} × ({self.least:.2f} – {self.most:.2f})"


def pairs(ours: Work, theirs: Work, number: int, clock: Callable[[], float] = time.perf_counter) -> Pairs:
    """Time both sides right after each other, `number` times; whose turn is first alternates. Both ran once before."""
    ours(), theirs()
    times: list[tuple[float, float]] = []
    for turn in range(number):
        if turn % 2:
            times.append((seconds(ours, clock), seconds(theirs, clock)))
        else:
            other = seconds(theirs, clock)
            times.append((seconds(ours, clock), other))
    return of_times(times)


def of_times(times: Sequence[tuple[float, float]]) -> Pairs:
    """Sum up pairs of times."""
    ratios = sorted(mine / other for mine, other in times)
    mine, other = (statistics.median(side) for side in zip(*times, strict=True))
    return Pairs(mine, other, statistics.median(ratios), ratios[0], ratios[-1])


def seconds(work: Work, clock: Callable[[], float] = time.perf_counter) -> float:
    """Time one run, with the garbage of the one before out of the way."""
    gc.collect()
    start = clock()
    result = work()
    taken = clock() - start
    del result
    return taken


def shown(time_in_seconds: float) -> str:
    """Write a time for people."""
    return f"{time_in_seconds * 1000:,.3g} ms" if time_in_seconds < 1 else f"{time_in_seconds:,.2f} s"


def ratio_row(work: str, rival: str, most: float, measured: Pairs) -> Row:
    """Make the line of a work that may take `most` times as long as its rival."""
    met = measured.ratio <= most
    return Row(work, rival, f"≤ {most:g} ×", shown(measured.ours), shown(measured.theirs), str(measured), met)


def faster_row(work: str, rival: str, least: float, measured: Pairs) -> Row:
    """Make the line of a work that is to be `least` times as fast as its rival."""
    result = f"{1 / measured.ratio:.1f} × faster ({1 / measured.most:.1f} – {1 / measured.least:.1f})"
    met = 1 / measured.ratio >= least
    return Row(work, rival, f"≥ {least:g} × faster", shown(measured.ours), shown(measured.theirs), result, met)


def table(rows: Sequence[Row]) -> str:
    """Write the lines as Markdown."""
    lines = ["| work | rival | aim | driver | rival's | result | |", "|---|---|---|---|---|---|---|"]
    for row in rows:
        cells = (row.work, row.rival, row.aim, row.ours, row.theirs, row.result, "met" if row.met else "**missed**")
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def circumstances() -> str:
    """Say where and with what was measured."""
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in _PACKAGES)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    return (
        f"Measured on {datetime.now(timezone.utc):%Y-%m-%d}: {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores, load {load:.1f}; Python {platform.python_version()}; {versions}."
    )
