"""A short soak, mixed statements with faults by chance; `python -m tests.faults.soak` is the long one."""

from __future__ import annotations

from tests.faults.soak import soak

STATEMENTS, THREADS, SEED = 400, 8, 1


def test_the_table_ends_as_without_faults() -> None:
    bad = soak(STATEMENTS, THREADS, SEED)
    assert bad.wrong == []
    assert (bad.statements, bad.faults > STATEMENTS // 6) == (STATEMENTS, True)
    good = soak(STATEMENTS, THREADS, SEED, faults=False)
    assert (good.wrong, good.failures) == ([], {})
    assert bad.rows == good.rows
    for figures in (bad, good):  # of other tests' sandboxes, threads and idle connections may end meanwhile
        assert figures.after.threads <= figures.before.threads
        assert figures.after.sockets <= figures.before.sockets
        assert figures.late.memory < figures.early.memory + 50
