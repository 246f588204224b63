"""Many rows at once: batches, their order, what a failed row does to the others, and the report."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from creatio_dbapi import Cursor, IntegrityError, OperationalError, ProgrammingError
from creatio_dbapi.sandbox import Column, Sandbox
from tests.fix_connection import connect_to, query

COLUMNS: dict[str, Column | str] = {
    "Title": "Edm.String",
    "Age": "Edm.Int32",
    "ParentId": Column("Edm.Guid", target="UsrItem"),
    "CityId": Column("Edm.Guid", target="City"),
}


@pytest.fixture
def items(items: Sandbox) -> Sandbox:
    """The sandbox with two empty objects: UsrItem, which refers to itself, and UsrPlain."""
    items.create_object("UsrPlain", {"Title": "Edm.String", "Age": "Edm.Int32"})
    return items


def sizes(sandbox: Sandbox) -> list[int]:
    """Return the number of parts of each request."""
    return [len(record.parts) or 1 for record in sandbox.requests]


def titles(sandbox: Sandbox, name: str = "UsrPlain") -> set[object]:
    """Return the titles that are stored."""
    return {row["Title"] for row in sandbox.rows(name)}


def test_executemany_inserts_in_batches_of_a_hundred(items: Sandbox, run: Cursor) -> None:
    run.executemany("INSERT INTO UsrPlain (Title, Age) VALUES (?, ?)", [[f"t{n}", n] for n in range(250)])
    assert (run.rowcount, sorted(sizes(items))) == (250, [50, 100, 100])
    assert titles(items) == {f"t{n}" for n in range(250)}
    assert run.write_report is not None and run.write_report.written == tuple(range(250))
    assert isinstance(run.lastrowid, uuid.UUID)


def test_executemany_takes_names_and_generators(items: Sandbox, run: Cursor) -> None:
    run.executemany("INSERT INTO UsrPlain (Title, Age) VALUES (:t, 1 + 1)", ({"t": f"t{n}"} for n in range(3)))
    assert run.rowcount == 3
    assert {row["Age"] for row in items.rows("UsrPlain")} == {2}
    run.executemany("INSERT INTO UsrPlain (Title) VALUES (?)", [])
    assert run.rowcount == 0


def test_executemany_updates_and_deletes_by_key(items: Sandbox, run: Cursor) -> None:
    keys = [uuid.uuid4() for _ in range(100)]
    run.executemany("INSERT INTO UsrPlain (Id, Title) VALUES (?, ?)", [[key, str(key)] for key in keys])
    items.clear_requests()
    run.executemany(
        "UPDATE UsrPlain SET Title = ?, Age = 7 WHERE Id = ?", [[f"u{n}", key] for n, key in enumerate(keys)]
    )
    assert (run.rowcount, sorted(sizes(items))) == (100, [21, 93, 93])
    assert titles(items) == {f"u{n}" for n in range(100)}
    items.clear_requests()
    run.executemany("DELETE FROM UsrPlain WHERE Id = ?", [[key] for key in keys])
    assert (run.rowcount, sizes(items), items.rows("UsrPlain")) == (100, [100], [])


def test_updates_and_deletes_of_rows_that_are_not_there(items: Sandbox, run: Cursor) -> None:
    keys = [uuid.uuid4() for _ in range(40)]
    run.executemany("INSERT INTO UsrPlain (Id, Title) VALUES (?, 'x')", [[key] for key in keys[::2]])
    items.clear_requests()
    run.executemany("UPDATE UsrPlain SET Title = 'y' WHERE Id = ?", [[key] for key in keys])
    assert run.rowcount == 20
    assert run.write_report is not None and run.write_report.not_found == tuple(range(1, 40, 2))
    assert len(items.requests) <= 4
    run.executemany("DELETE FROM UsrPlain WHERE Id = ?", [[key] for key in keys])
    assert (run.rowcount, items.rows("UsrPlain")) == (20, [])


def test_executemany_of_a_general_update_runs_set_by_set(items: Sandbox, run: Cursor) -> None:
    run.executemany("INSERT INTO UsrPlain (Title, Age) VALUES (?, 1)", [["a"], ["a"], ["b"]])
    run.executemany("UPDATE UsrPlain SET Age = Age + ? WHERE Title = ?", [[10, "a"], [100, "a"], [5, "c"]])
    assert run.rowcount == 4
    assert sorted(int(str(row["Age"])) for row in items.rows("UsrPlain")) == [1, 111, 111]
    assert run.write_report is not None
    assert (run.write_report.written, run.write_report.not_found) == ((0, 1), (2,))


def test_the_last_of_several_updates_of_one_row_wins(items: Sandbox, run: Cursor) -> None:
    key = uuid.uuid4()
    run.execute("INSERT INTO UsrPlain (Id, Title) VALUES (?, 'x')", [key])
    run.executemany("UPDATE UsrPlain SET Age = ? WHERE Id = ?", [[n, key] for n in range(300)])
    assert run.rowcount == 300
    assert [row["Age"] for row in items.rows("UsrPlain")] == [299]


def test_parents_go_before_their_children_and_after_them(items: Sandbox, run: Cursor) -> None:
    """A chain of 350 rows, each the child of the one before, over several batches that wait for each other."""
    keys = [uuid.uuid4() for _ in range(350)]
    rows = [[key, f"t{n}", keys[n - 1] if n else None] for n, key in enumerate(keys)]
    items.switch(latency=2)
    run.executemany("INSERT INTO UsrItem (Id, Title, ParentId) VALUES (?, ?, ?)", rows)
    assert run.rowcount == 350
    run.executemany("DELETE FROM UsrItem WHERE Id = ?", [[key] for key in reversed(keys)])
    assert (run.rowcount, items.rows("UsrItem")) == (350, [])


def test_a_failed_row_stops_the_rest(items: Sandbox, run: Cursor) -> None:
    rows: list[list[Any]] = [[f"t{n}", None] for n in range(30)]
    rows[10][1] = uuid.uuid4()
    with pytest.raises(IntegrityError, match=r"row 10: .*foreign key.* \(10 written, 1 failed, 19 not sent") as caught:
        run.executemany("INSERT INTO UsrItem (Title, CityId) VALUES (?, ?)", rows)
    report = run.write_report
    assert report is not None and report is caught.value.report
    assert (report.written, report.not_sent) == (tuple(range(10)), tuple(range(11, 30)))
    assert [(row.row, row.status) for row in report.failed] == [(10, 500)]
    assert titles(items, "UsrItem") == {f"t{n}" for n in range(10)}
    assert caught.value.row == 10


def test_continue_writes_the_others(items: Sandbox) -> None:
    rows: list[list[Any]] = [[f"t{n}", uuid.uuid4() if n % 50 == 7 else None] for n in range(250)]
    with connect_to(items, on_error="continue") as connection, connection.cursor() as cursor:
        cursor.executemany("INSERT INTO UsrItem (Title, CityId) VALUES (?, ?)", rows)
        report = cursor.write_report
        assert report is not None and cursor.rowcount == 245
        assert [row.row for row in report.failed] == [7, 57, 107, 157, 207]
        assert all("foreign key" in row.message for row in report.failed)
        cities = [row[0] for row in query(connection, "SELECT Id FROM City ORDER BY Id LIMIT 1")]
        keys = [row["Id"] for row in items.rows("UsrItem")][:20]
        bad = [[uuid.uuid4() if n == 3 else cities[0], key] for n, key in enumerate(keys)]
        cursor.executemany("UPDATE UsrItem SET CityId = ? WHERE Id = ?", bad)
        assert cursor.rowcount == 19
        assert cursor.write_report is not None and [row.row for row in cursor.write_report.failed] == [3]
        cursor.executemany("UPDATE UsrItem SET CityId = ? WHERE Title = ?", [[uuid.uuid4(), "t1"], [cities[0], "t2"]])
        assert cursor.rowcount == 1
        assert cursor.write_report is not None and [row.row for row in cursor.write_report.failed] == [0]


def test_stop_on_one_batch_stops_the_batches_behind_it(items: Sandbox) -> None:
    rows: list[list[Any]] = [[f"t{n}", uuid.uuid4() if n == 0 else None] for n in range(1000)]
    with connect_to(items, batches_in_flight=1) as connection, connection.cursor() as cursor:
        with pytest.raises(IntegrityError):
            cursor.executemany("INSERT INTO UsrItem (Title, CityId) VALUES (?, ?)", rows)
        assert cursor.write_report is not None and len(cursor.write_report.not_sent) == 999
    with connect_to(items, batches_in_flight=3) as connection, connection.cursor() as cursor:
        with pytest.raises(IntegrityError):
            cursor.executemany("INSERT INTO UsrItem (Title, CityId) VALUES (?, ?)", rows)
        report = cursor.write_report
        assert report is not None
        assert titles(items, "UsrItem") == {f"t{row}" for row in report.written}
        assert len(report.written) + len(report.not_sent) + 1 == 1000


def test_a_failing_set_of_a_general_statement_reports_sets(items: Sandbox, run: Cursor) -> None:
    run.executemany("INSERT INTO UsrItem (Title) VALUES (?)", [["a"], ["b"], ["c"]])
    with pytest.raises(IntegrityError) as caught:
        run.executemany(
            "UPDATE UsrItem SET CityId = ? WHERE Title = ?", [[None, "a"], [uuid.uuid4(), "b"], [None, "c"]]
        )
    report = run.write_report
    assert report is not None and caught.value.row == 1
    assert (report.written, [row.row for row in report.failed], report.not_sent) == ((0,), [1], (2,))


def test_batches_are_under_way_at_once(items: Sandbox) -> None:
    """The server holds the first one back; others are answered before it."""
    with connect_to(items, batches_in_flight=10) as connection, connection.cursor() as cursor:
        assert "UsrPlain" in connection.catalog
        items.clear_requests()
        items.add_fault(kind="latency", milliseconds=3000, path="$batch", count=1)
        cursor.executemany("INSERT INTO UsrPlain (Title) VALUES (?)", [[f"t{n}"] for n in range(1000)])
        assert cursor.rowcount == 1000
    batches = [record for record in items.requests if record.url.endswith("$batch")]
    assert len(batches) == 10
    assert batches[0].fault is None
    assert any(record.fault for record in batches[1:])


def test_a_server_without_batch_gets_single_requests(items: Sandbox, run: Cursor) -> None:
    items.fail_next(None, status=404, path="$batch")
    run.executemany("INSERT INTO UsrPlain (Title) VALUES (?)", [["a"], ["b"]])
    assert (run.rowcount, titles(items)) == (2, {"a", "b"})
    run.execute("UPDATE UsrPlain SET Title = Title || '!' WHERE TRUE")
    assert (run.rowcount, titles(items)) == (2, {"a!", "b!"})
    run.execute("UPDATE UsrPlain SET Title = 'x' WHERE Id = ?", [uuid.uuid4()])
    assert (run.rowcount, titles(items)) == (0, {"a!", "b!"})
    run.execute("DELETE FROM UsrPlain WHERE TRUE")
    assert (run.rowcount, items.rows("UsrPlain")) == (2, [])


def test_a_text_of_ten_megabytes_goes_by_itself(items: Sandbox, run: Cursor) -> None:
    big = "ü" * 5_000_000
    run.executemany("INSERT INTO UsrPlain (Title) VALUES (?)", [["a"], [big], ["b"]])
    assert titles(items) == {"a", big, "b"}
    assert [record.url.rpartition("/")[2] for record in items.requests] == ["UsrPlain"] * 3
    run.execute("UPDATE UsrPlain SET Title = Title || 'x' WHERE length(Title) > 1000")
    assert run.rowcount == 1
    assert titles(items) == {"a", big + "x", "b"}


def test_executemany_refuses_selects_and_explain(items: Sandbox, run: Cursor) -> None:
    with pytest.raises(ProgrammingError, match="executemany"):
        run.executemany("SELECT 1", [[]])
    with pytest.raises(ProgrammingError, match="EXPLAIN"):
        run.executemany("EXPLAIN DELETE FROM UsrPlain WHERE TRUE", [[]])
    with pytest.raises(OperationalError):
        items.fail_next(1, status=403, path="$batch")
        items.fail_next(1, status=403, path="$batch")
        run.executemany("INSERT INTO UsrPlain (Title) VALUES (?)", [["a"], ["b"]])
    assert items.rows("UsrPlain") == []
