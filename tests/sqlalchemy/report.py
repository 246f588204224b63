"""Run the suite on this Python's SQLAlchemy and print its figures: `python tests/sqlalchemy/report.py`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy

REASONS = ("the service cannot", "we do not yet")
OTHER = "for SQLAlchemy's own reasons"
_FOLDER = Path(__file__).parent


class Figures:
    """What became of each test, and why those that were skipped were."""

    def __init__(self) -> None:
        self.outcomes: dict[str, str] = {}
        self.others: Counter[str] = Counter()

    @pytest.hookimpl(wrapper=True)
    def pytest_collection_modifyitems(self, items: list[Any]) -> Iterator[None]:
        """Note the tests of whole classes that are closed: SQLAlchemy's plugin drops them without a word."""
        from sqlalchemy.testing.plugin import plugin_base  # pytest has to load the suite's assertions first

        before = list(items)
        yield
        kept = {getattr(item.cls, "_sa_orig_cls_name", item.cls.__name__) for item in items}
        for item in before:
            if item.cls is not None and item.cls.__name__ not in kept:
                reasons: list[str] = []
                plugin_base._possible_configs_for_cls(item.cls, reasons)
                self.outcomes[item.nodeid] = self._closed(" ".join(map(str, reasons)))

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Note the outcome of a test: the worst of its set-up, its call and its tear-down."""
        if report.failed:
            self.outcomes[report.nodeid] = "failed"
        elif report.skipped:
            self.outcomes[report.nodeid] = self._reason(report)
        elif report.when == "call":
            self.outcomes.setdefault(report.nodeid, "passed")

    def _reason(self, report: Any) -> str:
        return self._closed(getattr(report, "wasxfail", None) or str(report.longrepr[2]))

    def _closed(self, words: str) -> str:
        for reason in REASONS:
            if reason in words:
                return reason
        self.others[words[-120:]] += 1
        return OTHER

    def line(self) -> str:
        """Write the figures as a row of the table in the documentation."""
        counts = Counter(self.outcomes.values())
        cells = [
            len(self.outcomes),
            counts["passed"],
            *(counts[reason] for reason in (*REASONS, OTHER)),
            counts["failed"],
        ]
        return f"| {sqlalchemy.__version__} | " + " | ".join(str(cell) for cell in cells) + " |"


def main(arguments: list[str]) -> int:
    """Run, print, and fail where a test did; `--others` lists the skips that have neither of our reasons."""
    figures = Figures()
    options = [str(_FOLDER), "-q", "--no-header", "--no-summary", "-p", "no:cacheprovider", "--tb=no"]
    pytest.main(options, plugins=[figures])
    sys.stdout.write(
        f"\n| SQLAlchemy | collected | passed | {' | '.join((*REASONS, OTHER))} | failed |\n{figures.line()}\n"
    )
    if "--others" in arguments:
        sys.stdout.writelines(f"{count:5} {words}\n" for words, count in figures.others.most_common())
    return int(not figures.outcomes or "failed" in figures.outcomes.values())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
