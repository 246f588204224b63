"""Transactions, told truthfully: what commit and rollback do, and the undo log."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from creatio_dbapi import Connection, InterfaceError, NotSupportedError, OperationalError
from creatio_dbapi.sandbox import Column, Sandbox
from tests.fix_connection import connect_to

COLUMNS: dict[str, Column | str] = {
    "Title": "Edm.String",
    "Age": Column("Edm.Int32", nullable=True),
    "Price": "Edm.Decimal",
    "CityId": Column("Edm.Guid", target="City"),
    "Born": "Edm.DateTimeOffset",
    "Photo": "Edm.Stream",
}
ROWS = [
    {"Id": str(uuid.UUID(int=n)), "Title": f"t{n}", "Age": n, "Price": f"{n}.25", "Born": f"200{n}-01-02T03:04:05Z"}
    for n in range(1, 6)
]


@pytest.fixture
def undoing(items: Sandbox) -> Iterator[Connection]:
    """A connection that keeps an undo log."""
    with connect_to(items, transactions="undo") as connection:
        yield connection


def stored(sandbox: Sandbox) -> list[tuple[object, ...]]:
    """Return the rows without what the server keeps itself."""
    names = ("Id", "Title", "Age", "Price", "CityId", "Born")
    return sorted((tuple(row[name] for name in names) for row in sandbox.rows("UsrItem")), key=str)


def test_commit_succeeds_and_rollback_says_what_stays(items: Sandbox) -> None:
    with connect_to(items) as connection, connection.cursor() as cursor:
        connection.commit()
        connection.rollback()
        cursor.execute("UPDATE UsrItem SET Age = 0 WHERE Age > 3")
        with pytest.raises(NotSupportedError, match=r"2 rows that were written .* stay"):
            connection.rollback()
        connection.rollback()
        cursor.execute("DELETE FROM UsrItem WHERE Age = 1")
        connection.commit()
        connection.rollback()
        cursor.execute("DELETE FROM UsrItem WHERE Age = 77")
        connection.rollback()
    assert len(items.rows("UsrItem")) == 4


def test_rollback_of_a_row_that_one_statement_changed_several_times(items: Sandbox, undoing: Connection) -> None:
    before = stored(items)
    first, second = (uuid.UUID(int=number) for number in (1, 2))
    with undoing.cursor() as cursor:
        sets = [("a", first), ("b", first), ("c", second), ("d", first)]
        cursor.executemany("UPDATE UsrItem SET Title = ? WHERE Id = ?", sets)
    undoing.rollback()
    assert undoing.undo_report is not None
    assert undoing.undo_report.taken_back == 4
    assert stored(items) == before


def test_rollback_takes_everything_back(items: Sandbox, undoing: Connection) -> None:
    before = stored(items)
    with undoing.cursor() as cursor:
        cursor.execute("SELECT Id FROM City LIMIT 1")
        city = cursor.fetchall()[0][0]
        cursor.executemany("INSERT INTO UsrItem (Title, Age) VALUES (?, ?)", [[f"n{n}", n] for n in range(30)])
        cursor.execute("UPDATE UsrItem SET Title = Title || '!', Age = NULL, CityId = ? WHERE Age < 4", [city])
        cursor.execute("UPDATE UsrItem SET Title = Title || '?' WHERE Title LIKE 't%'")
        cursor.execute("DELETE FROM UsrItem WHERE Title LIKE 't1%' OR Title LIKE 'n2%' OR Age = 5")
        cursor.execute(
            "INSERT INTO UsrItem (Id, Title) VALUES (?, 'x') ON CONFLICT (Id) DO UPDATE SET Price = 9",
            [uuid.UUID(int=2)],
        )
        cursor.execute("MERGE INTO UsrItem USING (VALUES ('t3!?')) AS s(t) ON Title = s.t WHEN MATCHED THEN DELETE")
    assert stored(items) != before
    undoing.rollback()
    assert stored(items) == before
    assert undoing.undo_report is not None and not undoing.undo_report.kept
    undoing.rollback()
    assert stored(items) == before


def test_what_is_written_during_a_rollback_can_be_taken_back(items: Sandbox, undoing: Connection) -> None:
    before = stored(items)
    undoing.cursor().executemany("INSERT INTO UsrItem (Title) VALUES (?)", [["x"]] * 3)
    items.delay_next(milliseconds=1000, method="POST", path="$batch")
    with ThreadPoolExecutor(1) as other:
        done = other.submit(undoing.rollback)
        time.sleep(0.3)
        undoing.cursor().execute("INSERT INTO UsrItem (Title) VALUES ('y')")
        done.result()
    assert len(stored(items)) == len(before) + 1
    undoing.rollback()
    assert stored(items) == before


def test_commit_ends_what_can_be_taken_back(items: Sandbox, undoing: Connection) -> None:
    with undoing.cursor() as cursor:
        cursor.execute("DELETE FROM UsrItem WHERE Age = 1")
        undoing.commit()
        cursor.execute("DELETE FROM UsrItem WHERE Age = 2")
    undoing.rollback()
    assert {row["Age"] for row in items.rows("UsrItem")} == {2, 3, 4, 5}


def test_what_somebody_else_changed_stays_and_is_reported(items: Sandbox, undoing: Connection) -> None:
    with undoing.cursor() as cursor, connect_to(items) as other, other.cursor() as somebody:
        cursor.execute("UPDATE UsrItem SET Title = 'ours' WHERE Age <= 3")
        cursor.execute("INSERT INTO UsrItem (Title) VALUES ('new')")
        somebody.execute("UPDATE UsrItem SET Title = 'theirs' WHERE Age = 2 OR Title = 'new'")
        somebody.execute("DELETE FROM UsrItem WHERE Age = 3")
        with pytest.raises(OperationalError, match="3 of 4 writes could not be taken back"):
            undoing.rollback()
    report = undoing.undo_report
    assert report is not None and report.taken_back == 1
    reasons = sorted((row.change, row.reason) for row in report.kept)
    assert reasons == [
        ("insert", "Title was changed by somebody else meanwhile"),
        ("update", "Title was changed by somebody else meanwhile"),
        ("update", "the row was deleted meanwhile"),
    ]
    assert {(row["Age"], row["Title"]) for row in items.rows("UsrItem")} == {
        (1, "t1"), (2, "theirs"), (4, "t4"), (5, "t5"), (None, "theirs"),
    }  # fmt: skip


def test_a_binary_column_cannot_be_taken_back(items: Sandbox, undoing: Connection) -> None:
    with undoing.cursor() as cursor:
        cursor.execute("UPDATE UsrItem SET Photo = ? WHERE Age = 1", [b"x"])
        with pytest.raises(OperationalError, match="binary column"):
            undoing.rollback()


def test_options_are_checked(items: Sandbox) -> None:
    for option in (
        {"transactions": "real"},
        {"on_error": "ignore"},
        {"max_rows_changed": "x"},
        {"batches_in_flight": 0},
    ):
        with pytest.raises(InterfaceError, match=next(iter(option))):
            connect_to(items, **option)
    with connect_to(items, max_rows_changed="5", batches_in_flight="2", transactions="none", on_error="stop") as made:
        assert (made.options.max_rows_changed, made.options.batches_in_flight) == (5, 2)
