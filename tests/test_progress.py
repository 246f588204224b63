"""Progress of long statements: what is told, how far it goes, and what a callback can do."""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from creatio_dbapi import Connection, InterfaceError, Progress
from creatio_dbapi.sandbox import Sandbox
from tests.fix_connection import connect_to
from tests.fix_sandbox import LONG_TABLE, long_sandbox

TABLE, ROWS = LONG_TABLE, 12_000


@pytest.fixture(scope="module")
def long() -> Iterator[Sandbox]:
    """A sandbox with an object that takes several pages."""
    with long_sandbox(ROWS) as sandbox:
        yield sandbox


@pytest.fixture
def seen() -> list[Progress]:
    return []


@pytest.fixture
def watched(long: Sandbox, seen: list[Progress]) -> Iterator[Connection]:
    """A connection whose progress is noted."""
    with connect_to(long, progress=seen.append) as connection:
        yield connection


def check_rising(seen: list[Progress]) -> None:
    for before, after in itertools.pairwise(seen):
        assert before.rows <= after.rows
        assert before.requests <= after.requests
        assert before.bytes <= after.bytes
        assert before.elapsed <= after.elapsed


def test_a_scan_tells_how_far_it_is(watched: Connection, seen: list[Progress]) -> None:
    with watched.cursor() as cursor:
        cursor.execute(f"SELECT N FROM {TABLE}")
        cursor.fetchmany(10)
        assert 0 < seen[-1].rows < ROWS == seen[-1].rows_expected
        assert len(cursor.fetchall()) == ROWS - 10
        check_rising(seen)
        assert (seen[-1].rows, seen[-1].rows_expected) == (ROWS, ROWS)
        assert (seen[-1].requests, seen[-1].bytes) == (cursor.stats.requests, cursor.stats.bytes_received)


def test_explain_analyze_tells_how_far_its_scans_are(watched: Connection, seen: list[Progress]) -> None:
    watched.cursor().execute(f"EXPLAIN ANALYZE SELECT N FROM {TABLE}")
    assert (seen[-1].rows, seen[-1].rows_expected) == (ROWS, ROWS)
    check_rising(seen)


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        (f"SELECT N FROM {TABLE} LIMIT 30 OFFSET 5", 30),
        (f"SELECT N FROM {TABLE} LIMIT 30 OFFSET {ROWS - 7}", 7),
        (f"SELECT a.N FROM {TABLE} a JOIN {TABLE} b ON a.N = b.N + 1", ROWS),
    ],
    ids=["limit", "the end", "a join with itself, which is read once"],
)
def test_what_is_expected_is_what_comes(watched: Connection, seen: list[Progress], sql: str, expected: int) -> None:
    with watched.cursor() as cursor:
        cursor.execute(sql).fetchall()
    assert (seen[-1].rows, seen[-1].rows_expected) == (expected, expected)


def test_a_write_counts_the_rows_that_it_wrote(watched: Connection, seen: list[Progress]) -> None:
    sets = [(str(uuid.UUID(int=10**6 + n)), -1) for n in range(450)]
    with watched.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {TABLE} (Id, N) VALUES (?, ?)", sets)
        check_rising(seen)
        assert (seen[-1].rows, seen[-1].rows_expected) == (450, 450)
        assert 0 < min(step.rows for step in seen if step.rows) < 450
        cursor.execute(f"DELETE FROM {TABLE} WHERE N = -1")
        assert (cursor.rowcount, seen[-1].rows, seen[-1].rows_expected) == (450, 450, 450)


def test_a_cursor_has_a_callback_of_its_own(watched: Connection, seen: list[Progress]) -> None:
    mine: list[Progress] = []
    with watched.cursor() as cursor:
        cursor.progress = mine.append
        cursor.execute(f"SELECT N FROM {TABLE} LIMIT 5").fetchall()
    assert mine[-1].rows == 5
    assert seen == []


def test_what_a_callback_raises_stops_the_statement(long: Sandbox) -> None:
    def refuse(progress: Progress) -> None:
        if progress.rows > 5000:
            raise LookupError("enough")

    with connect_to(long) as connection, connection.cursor() as cursor:
        cursor.progress = refuse
        with pytest.raises(LookupError, match="enough"):
            cursor.execute(f"SELECT N FROM {TABLE}").fetchall()
        cursor.progress = None
        assert len(cursor.execute(f"SELECT N FROM {TABLE}").fetchall()) == ROWS


def test_what_a_callback_raises_in_a_write_leaves_its_report(sandbox: Sandbox) -> None:
    def refuse(progress: Progress) -> None:
        if progress.rows > 150:
            raise LookupError("enough")

    names = [[f"c{number}"] for number in range(1000)]
    with connect_to(sandbox, transactions="undo", batches_in_flight=2) as connection, connection.cursor() as cursor:
        cursor.progress = refuse
        with pytest.raises(LookupError, match="enough"):
            cursor.executemany("INSERT INTO City (Name) VALUES (?)", names)
        report = cursor.write_report
        assert report is not None
        assert 200 <= len(report.written) < 500
        assert (report.unknown, len(report.written) + len(report.not_sent)) == ((), 1000)
        assert len([row for row in sandbox.rows("City") if row["Name"] in {n for (n,) in names}]) == len(report.written)
        connection.rollback()
    assert not [row for row in sandbox.rows("City") if row["Name"] in {n for (n,) in names}]


@pytest.mark.parametrize("given", ["print", 5, True])
def test_a_callback_is_a_function(long: Sandbox, given: Any) -> None:
    with pytest.raises(InterfaceError, match="option progress is a function"):
        connect_to(long, progress=given)
