"""Counts what became of tests that are another project's, and why those that were skipped were."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from typing import Any


class Outcomes(ABC):
    """A plug-in of pytest that notes the outcome of each test; `others` are the words that have none of our reasons."""

    def __init__(self) -> None:
        self.outcomes: dict[str, str] = {}
        self.others: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Note the outcome of a test: the worst of its set-up, its call and its tear-down."""
        if report.failed:
            self.outcomes[report.nodeid] = "failed"
        elif report.skipped:
            self.outcomes[report.nodeid] = self.reason(getattr(report, "wasxfail", None) or str(report.longrepr[2]))
        elif report.when == "call":
            self.outcomes.setdefault(report.nodeid, "passed")

    @abstractmethod
    def reason(self, words: str) -> str:
        """Return under which reason the words of a skipped test count."""

    def line(self, version: str, *reasons: str) -> str:
        """Write the figures as a row of a table: collected, passed, skipped for each reason, failed."""
        counts = Counter(self.outcomes.values())
        cells = [version, len(self.outcomes), counts["passed"], *(counts[each] for each in reasons), counts["failed"]]
        return f"| {' | '.join(map(str, cells))} |"

    def code(self) -> int:
        """Return the exit code: 1 where a test failed, or none ran."""
        return int(not self.outcomes or "failed" in self.outcomes.values())
