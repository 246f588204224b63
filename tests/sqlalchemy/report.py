"""Run the suite on this Python's SQLAlchemy and print its figures: `python tests/sqlalchemy/report.py`."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy

from tests.outcomes import Outcomes

REASONS = ("the service cannot", "we do not yet")
OTHER = "for SQLAlchemy's own reasons"
_FOLDER = Path(__file__).parent


class Figures(Outcomes):
    """What became of each test, and of whole classes."""

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
                self.outcomes[item.nodeid] = self.reason(" ".join(map(str, reasons)))

    @pytest.hookimpl(tryfirst=True)
    def pytest_unconfigure(self) -> None:
        """Let what the suite dropped be collected in silence: pytest does that last, when its own filters are gone."""
        warnings.simplefilter("ignore", ResourceWarning)

    def reason(self, words: str) -> str:
        """Tell our reasons by their words, wherever they stand."""
        for reason in REASONS:
            if reason in words:
                return reason
        self.others[words[-120:]] += 1
        return OTHER


def main(arguments: list[str]) -> int:
    """Run, print, and fail where a test did; `--others` lists the skips that have neither of our reasons."""
    figures = Figures()
    options = [str(_FOLDER), "-q", "--no-header", "-rfE", "-p", "no:cacheprovider", "--tb=short"]
    # SQLAlchemy 1.4 leaves a connection to the garbage collector in a test of its own; pytest meets it at the very end.
    options += ["-W", "ignore:.*was not closed:ResourceWarning"]
    pytest.main(options, plugins=[figures])
    line = figures.line(sqlalchemy.__version__, *REASONS, OTHER)
    sys.stdout.write(f"\n| SQLAlchemy | collected | passed | {' | '.join((*REASONS, OTHER))} | failed |\n{line}\n")
    if "--others" in arguments:
        sys.stdout.writelines(f"{count:5} {words}\n" for words, count in figures.others.most_common())
    return figures.code()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
