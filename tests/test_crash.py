"""Bad days of a write: the connection is cut at every point; afterwards report, server and a resumed run agree."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from creatio_dbapi import Connection, OperationalError
from creatio_dbapi.sandbox import Sandbox
from tests.fix_connection import connect_to

ROWS = 220  # three batches: 100, 100 and 20 rows
COLUMNS = {"Title": "Edm.String", "Age": "Edm.Int32"}
INSERT = "INSERT INTO UsrRow (Title, Age) VALUES (?, ?)"
INSERT_WITH_ID = "INSERT INTO UsrRow (Id, Title, Age) VALUES (?, ?, ?)"

# Where a connection is cut: before the request is read, after so many parts, with all done, in the answer's body.
CUTS: list[dict[str, Any]] = [
    {"stage": "before_reading"},
    *({"stage": "mid_batch", "parts": parts} for parts in (0, 1, 2, 13, 50, 98, 99, 100)),
    {"stage": "before_answer"},
    {"stage": "mid_body"},
]
# Answers that say nothing of what was done.
LOSSES: list[dict[str, Any]] = [
    {"kind": "broken_json"},
    {"kind": "truncated"},
    {"kind": "html", "status": 200},
    {"kind": "status", "status": 500, "worked": True},
    {"kind": "status", "status": 502, "worked": True},
    {"kind": "status", "status": 503},
    {"kind": "status", "status": 504, "worked": True},
    {"kind": "status", "status": 429},
]


@pytest.fixture(scope="module")
def site() -> Iterator[Sandbox]:
    """One sandbox for this file."""
    with Sandbox(contacts=0) as sandbox:
        sandbox.create_object("UsrRow", COLUMNS)
        yield sandbox


@pytest.fixture
def rows(site: Sandbox) -> Iterator[Sandbox]:
    """The sandbox with an empty object UsrRow and no faults."""
    site.reset_switches()
    site.create_object("UsrRow", COLUMNS)
    site.clear_requests()
    yield site
    site.reset_switches()


@pytest.fixture(scope="module")
def connected(site: Sandbox) -> Iterator[Connection]:
    """A connection that has read the catalog."""
    with connect_to(site) as connection:
        assert "UsrRow" in connection.catalog
        yield connection


def titles(sandbox: Sandbox) -> Counter[object]:
    """Count the stored titles: a row that was written twice shows."""
    return Counter(row["Title"] for row in sandbox.rows("UsrRow"))


def expected(numbers: Any = range(ROWS)) -> Counter[object]:
    """Each of some rows exactly once."""
    return Counter(f"t{number}" for number in numbers)


def add_loss(sandbox: Sandbox, loss: dict[str, Any], **details: Any) -> None:
    """Order a fault for the next batches."""
    sandbox.add_fault(**{"kind": "drop", **loss, **details}, method="POST", path="$batch")


@pytest.mark.parametrize("batch", [0, 2])
@pytest.mark.parametrize("cut", CUTS + LOSSES, ids=str)
def test_one_lost_answer_of_an_executemany_is_made_good(
    rows: Sandbox, connected: Connection, cut: dict[str, Any], batch: int
) -> None:
    add_loss(rows, cut, after=batch)
    with connected.cursor() as cursor:
        cursor.executemany(INSERT, [[f"t{n}", n] for n in range(ROWS)])
        report = cursor.write_report
    assert report is not None and report.written == tuple(range(ROWS))
    assert titles(rows) == expected()


@pytest.mark.parametrize("batch", [0, 2])
@pytest.mark.parametrize("cut", CUTS[3::5] + LOSSES[::4], ids=str)
def test_an_outage_is_reported_and_the_run_resumed(
    rows: Sandbox, connected: Connection, cut: dict[str, Any], batch: int
) -> None:
    """From one batch on nothing gets through to the end; rows can still be looked for."""
    add_loss(rows, cut, after=batch, count=None)
    keys = [uuid.uuid4() for _ in range(ROWS)]
    data = [[key, f"t{n}", n] for n, key in enumerate(keys)]
    with connected.cursor() as cursor:
        try:
            cursor.executemany(INSERT_WITH_ID, data)
        except OperationalError as error:
            assert error.report is cursor.write_report
        report = cursor.write_report
        assert report is not None and not report.failed
        there = {int(str(title)[1:]) for title in titles(rows)}
        assert set(report.written) <= there <= set(report.written) | set(report.unknown)
        assert sorted([*report.written, *report.not_sent, *report.unknown]) == list(range(ROWS))
        rows.clear_faults()
        again = [data[row] for row in (*report.not_sent, *report.unknown)]
        cursor.executemany(INSERT_WITH_ID + " ON CONFLICT (Id) DO NOTHING", again)
    assert titles(rows) == expected()


@pytest.mark.parametrize("batch", [0, 1])
def test_a_server_that_is_gone_leaves_rows_unknown(rows: Sandbox, batch: int) -> None:
    """Nothing gets through any more, so nothing can be looked for."""
    keys = [uuid.uuid4() for _ in range(ROWS)]
    data = [[key, f"t{n}", n] for n, key in enumerate(keys)]
    with connect_to(rows, batches_in_flight=1) as connection, connection.cursor() as cursor:
        assert "UsrRow" in connection.catalog
        rows.drop_next(None, stage="before_answer", after=batch)
        with pytest.raises(OperationalError, match="is not known"):
            cursor.executemany(INSERT_WITH_ID, data)
        rows.clear_faults()
        report = cursor.write_report
        assert report is not None
        assert report.written == tuple(range(100 * batch))
        assert report.unknown == tuple(range(100 * batch, min(100 * batch + 100, ROWS)))
        assert set(report.not_sent) == set(range(ROWS)) - set(report.written) - set(report.unknown)
        again = [data[row] for row in (*report.unknown, *report.not_sent)]
        cursor.executemany(INSERT_WITH_ID + " ON CONFLICT DO NOTHING", again)
    assert titles(rows) == expected()


@pytest.mark.parametrize("cut", CUTS + LOSSES, ids=str)
def test_lost_answers_of_updates_and_deletes(rows: Sandbox, connected: Connection, cut: dict[str, Any]) -> None:
    keys = [uuid.UUID(int=n + 1) for n in range(60)]
    rows.insert("UsrRow", [{"Id": str(key), "Title": f"t{n}", "Age": 0} for n, key in enumerate(keys)])
    with connected.cursor() as cursor:
        add_loss(rows, cut)
        cursor.execute("UPDATE UsrRow SET Age = Age + 1, Title = Title || '!' WHERE TRUE")
        assert cursor.rowcount == 60
        assert {(row["Age"], str(row["Title"])[-2:-1] != "!") for row in rows.rows("UsrRow")} == {(1, True)}
        add_loss(rows, cut)
        cursor.execute("DELETE FROM UsrRow WHERE Title LIKE 't%'")
        assert (cursor.rowcount, rows.rows("UsrRow")) == (60, [])


@pytest.mark.parametrize("cut", CUTS[::4], ids=str)
def test_returning_and_the_undo_log_survive_lost_answers(rows: Sandbox, cut: dict[str, Any]) -> None:
    keys = [uuid.UUID(int=n + 1) for n in range(30)]
    rows.insert("UsrRow", [{"Id": str(key), "Title": f"t{n}", "Age": n} for n, key in enumerate(keys)])
    with connect_to(rows, transactions="undo") as connection, connection.cursor() as cursor:
        add_loss(rows, cut, after=1)  # spares the look before the change
        cursor.execute("UPDATE UsrRow SET Title = Title || '!' WHERE TRUE RETURNING Title")
        assert Counter(row[0] for row in cursor.fetchall()) == Counter(f"t{n}!" for n in range(30))
        add_loss(rows, cut, after=1)
        cursor.execute("DELETE FROM UsrRow WHERE TRUE RETURNING Title")
        assert Counter(row[0] for row in cursor.fetchall()) == Counter(f"t{n}!" for n in range(30))
        add_loss(rows, cut)
        cursor.executemany(INSERT, [[f"n{n}", n] for n in range(30)])
        rows.clear_faults()
        connection.rollback()
    assert titles(rows) == expected(range(30))


@pytest.mark.parametrize("stage", ["before_reading", "before_answer", "mid_body"])
def test_single_requests_whose_answer_is_lost(rows: Sandbox, connected: Connection, stage: str) -> None:
    key = uuid.uuid4()
    with connected.cursor() as cursor:
        rows.drop_next(1, stage=stage, method="POST")
        cursor.execute("INSERT INTO UsrRow (Title) VALUES ('a') RETURNING Title")
        assert (cursor.rowcount, cursor.fetchall(), titles(rows)) == (1, [("a",)], Counter("a"))
        rows.drop_next(1, stage=stage, method="POST")
        cursor.execute("INSERT INTO UsrRow (Id, Title) VALUES (?, 'b')", [key])
        assert (cursor.rowcount, titles(rows)) == (1, Counter("ab"))
        rows.drop_next(1, stage=stage, method="POST")
        cursor.execute("UPDATE UsrRow SET Title = 'c' WHERE Id = ?", [key])
        assert (cursor.rowcount, titles(rows)) == (1, Counter("ac"))
        rows.drop_next(1, stage=stage, method="DELETE")
        cursor.execute("DELETE FROM UsrRow WHERE Title = 'c'")
        assert (cursor.rowcount, titles(rows)) == (1, Counter("a"))


@pytest.mark.parametrize("present", [True, False])
def test_a_delete_by_key_whose_answer_is_lost_is_unknown(rows: Sandbox, connected: Connection, present: bool) -> None:
    """Nobody has seen the row before: whether it was there, and is gone by us, cannot be found out."""
    key = uuid.uuid4()
    rows.insert("UsrRow", [{"Id": str(key), "Title": "a"}] if present else [])
    rows.drop_next(1, stage="before_answer", method="DELETE")
    with connected.cursor() as cursor, pytest.raises(OperationalError, match="not known") as caught:
        cursor.execute("DELETE FROM UsrRow WHERE Id = ?", [key])
    assert caught.value.report is not None
    assert (caught.value.report.unknown, titles(rows)) == ((0,), Counter())


def test_a_row_that_was_there_before_is_not_taken_for_ours(rows: Sandbox, connected: Connection) -> None:
    key = uuid.uuid4()
    rows.insert("UsrRow", [{"Id": str(key), "Title": "somebody's"}])
    add_loss(rows, {"stage": "mid_batch", "parts": 0})
    with connected.cursor() as cursor, pytest.raises(connected.IntegrityError):
        cursor.executemany("INSERT INTO UsrRow (Id, Title) VALUES (?, ?)", [[key, "ours"], [uuid.uuid4(), "x"]])
    assert titles(rows) == Counter(["somebody's"])


def test_a_session_that_expires_between_batches(rows: Sandbox) -> None:
    with connect_to(rows, batches_in_flight=1) as connection, connection.cursor() as cursor:
        assert "UsrRow" in connection.catalog
        rows.expire_sessions(after=1)
        cursor.executemany(INSERT, [[f"t{n}", n] for n in range(ROWS)])
    assert titles(rows) == expected()


def test_continue_goes_on_after_a_lost_answer(rows: Sandbox) -> None:
    with connect_to(rows, on_error="continue") as connection, connection.cursor() as cursor:
        assert "UsrRow" in connection.catalog
        add_loss(rows, {"stage": "mid_batch", "parts": 40}, after=1)
        cursor.executemany(INSERT, [[f"t{n}", n] for n in range(ROWS)])
        assert cursor.rowcount == ROWS
    assert titles(rows) == expected()


def test_a_thousand_rows_with_a_cut_in_every_batch(rows: Sandbox, connected: Connection) -> None:
    for cut in CUTS[:10]:
        add_loss(rows, cut)
    with connected.cursor() as cursor:
        cursor.executemany(INSERT, [[f"t{n}", n] for n in range(1000)])
        assert cursor.rowcount == 1000
    assert titles(rows) == expected(range(1000))
