"""The fault matrix: the whole right answer or the right exception, the right rows, and a connection that works.

`python -m tests.faults.matrix` prints the cells that are wrong, and writes the table of `docs/faults.md` anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest

from tests.faults.faults import TROUBLES
from tests.faults.matrix import Finding, run_matrix, table_of
from tests.faults.page import shown_table
from tests.faults.statements import KINDS

Findings = Mapping[str, list[Finding]]


@pytest.fixture(scope="module")
def findings() -> Findings:
    """Run all cells once, and group them by fault."""
    grouped: dict[str, list[Finding]] = {trouble.name: [] for trouble in TROUBLES}
    for finding in run_matrix():
        grouped[finding.cell.trouble.name].append(finding)
    return grouped


@pytest.mark.parametrize("name", [trouble.name for trouble in TROUBLES])
def test_an_answer_or_an_exception_and_the_right_rows(findings: Findings, name: str) -> None:
    assert [f"{finding.cell}: {finding.wrong}" for finding in findings[name] if finding.wrong] == []


def test_every_fault_met_statements_and_every_statement_met_faults(findings: Findings) -> None:
    met = Counter(finding.cell.kind.name for cells in findings.values() for finding in cells)
    assert all(findings[trouble.name] for trouble in TROUBLES)
    assert all(met[kind.name] > 20 for kind in KINDS)


def test_the_page_tells_the_faults_and_the_number_of_cells(findings: Findings) -> None:
    """The number of cells follows that of the requests, which may differ a little where pages are asked for ahead."""
    shown, actual = shown_table("matrix").splitlines(), table_of(list(findings.values())).splitlines()
    advice = "run: python -m tests.faults.matrix"
    assert [line.rsplit("|", 2)[0] for line in shown] == [line.rsplit("|", 2)[0] for line in actual], advice
    told, made = (int(lines[-1].rsplit("|", 2)[1].strip(" *")) for lines in (shown, actual))
    print(f"{made} cells")
    assert abs(told - made) <= told / 50, advice
