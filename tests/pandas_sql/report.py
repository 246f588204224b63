"""Run pandas' own tests of SQL and print their figures: `python tests/pandas_sql/report.py`, `--update` the page."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pandas
import pytest

from tests.outcomes import Outcomes
from tests.pandas_sql.closed import DRIVER, OTHERS, SERVICE

REASONS = (OTHERS, SERVICE, DRIVER)
OWN = "pandas' own"
_FOLDER = Path(__file__).parent
PAGE = _FOLDER.parent.parent / "docs" / "pandas.md"
HEAD = f"| pandas | collected | passed | {' | '.join((*REASONS, OWN))} | failed |"


class Figures(Outcomes):
    """What became of each test."""

    def reason(self, words: str) -> str:
        """Tell our reasons by how they begin."""
        for reason in REASONS:
            if words.removeprefix("Skipped: ").startswith(reason):
                return reason
        self.others[words[:120]] += 1
        return OWN


def main(arguments: list[str]) -> int:
    """Run, print, and fail where a test did; `--others` lists the skips and expected failures that are pandas' own."""
    figures = Figures()
    # pandas expects one test to fail over PostgreSQL and one over SQLite that pass here.
    options = [str(_FOLDER), "-q", "--no-header", "--no-summary", "-p", "no:cacheprovider", "--tb=short"]
    pytest.main([*options, "-o", "xfail_strict=false"], plugins=[figures])
    line = figures.line(pandas.__version__, *REASONS, OWN)
    sys.stdout.write(f"\n{HEAD}\n{line}\n")
    if "--others" in arguments:
        sys.stdout.writelines(f"{count:5} {words}\n" for words, count in figures.others.most_common())
    if "--update" in arguments:
        text = PAGE.read_text(encoding="utf-8")
        row = re.compile(rf"(?<={re.escape(HEAD)}\n)(\|[-|]+\n).*\n")
        PAGE.write_text(row.sub(rf"\1{line}\n", text), encoding="utf-8")
    return figures.code()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
