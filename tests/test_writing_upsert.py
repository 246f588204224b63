"""INSERT … ON CONFLICT and MERGE."""

from __future__ import annotations

import uuid

import pytest

from creatio_dbapi import Cursor, ProgrammingError
from creatio_dbapi.sandbox import Sandbox
from tests.fix_connection import connect_to

COLUMNS = {"Title": "Edm.String", "Age": "Edm.Int32", "Price": "Edm.Decimal"}
ONE, TWO, THREE = (uuid.UUID(int=number) for number in (1, 2, 3))
ROWS = [{"Id": str(ONE), "Title": "one", "Age": 10, "Price": "1.50"}]


def stored(sandbox: Sandbox) -> dict[int, tuple[object, object]]:
    """Return title and age by the number in the key."""
    return {uuid.UUID(str(row["Id"])).int: (row["Title"], row["Age"]) for row in sandbox.rows("UsrItem")}


def test_do_nothing_skips_what_is_there(items: Sandbox, run: Cursor) -> None:
    run.execute(
        "INSERT INTO UsrItem (Id, Title) VALUES (?, 'x'), (?, 'two'), (?, 'again') ON CONFLICT DO NOTHING",
        [ONE, TWO, TWO],
    )
    assert run.rowcount == 1
    assert stored(items) == {1: ("one", 10), 2: ("two", 0)}


def test_do_update_with_both_rows(items: Sandbox, run: Cursor) -> None:
    run.execute(
        "INSERT INTO UsrItem AS i (Id, Title, Age, Price) VALUES (?, 'uno', 5, 2.25), (?, 'dos', 6, 3) "
        "ON CONFLICT (Id) DO UPDATE SET Title = i.Title || '/' || excluded.Title, Age = Age + excluded.Age, "
        "Price = excluded.Price * 2 RETURNING Title, Age, Price",
        [ONE, TWO],
    )
    assert run.rowcount == 2
    assert stored(items) == {1: ("one/uno", 15), 2: ("dos", 6)}
    assert sorted((title, age, str(price)) for title, age, price in run.fetchall()) == [
        ("dos", 6, "3"),
        ("one/uno", 15, "4.5"),
    ]


def test_do_update_where(items: Sandbox, run: Cursor) -> None:
    sql = (
        "INSERT INTO UsrItem (Id, Age) VALUES (?, ?) ON CONFLICT (Id) "
        "DO UPDATE SET Age = excluded.Age WHERE UsrItem.Age < excluded.Age"
    )
    run.execute(sql, [ONE, 5])
    assert (run.rowcount, stored(items)[1][1]) == (0, 10)
    run.execute(sql, [ONE, 50])
    assert (run.rowcount, stored(items)[1][1]) == (1, 50)


def test_do_update_cannot_change_a_row_twice(items: Sandbox, run: Cursor) -> None:
    with pytest.raises(ProgrammingError, match="twice"):
        run.execute(
            "INSERT INTO UsrItem (Id, Age) VALUES (?, 1), (?, 2) ON CONFLICT (Id) DO UPDATE SET Age = 3", [TWO, TWO]
        )
    assert stored(items) == {1: ("one", 10)}


def test_executemany_of_an_upsert(items: Sandbox, run: Cursor) -> None:
    run.executemany(
        "INSERT INTO UsrItem (Id, Title, Age) VALUES (?, ?, ?) ON CONFLICT (Id) "
        "DO UPDATE SET Age = UsrItem.Age + excluded.Age",
        [[ONE, "a", 1], [TWO, "b", 2], [TWO, "b", 3]],
    )
    assert run.rowcount == 3
    assert stored(items) == {1: ("one", 11), 2: ("b", 5)}


def test_executemany_of_an_upsert_looks_and_writes_in_batches(items: Sandbox, run: Cursor) -> None:
    rows = [[uuid.UUID(int=n), f"t{n}", n] for n in range(1, 91)]
    sql = (
        "INSERT INTO UsrItem (Id, Title, Age) VALUES (?, ?, ?) ON CONFLICT (Id) DO UPDATE SET Age = excluded.Age + 100"
    )
    run.executemany(sql, rows)
    assert (run.rowcount, len(items.requests)) == (90, 3)
    assert stored(items)[1] == ("one", 101)
    assert stored(items)[90] == ("t90", 90)
    run.executemany(sql, rows)
    assert run.rowcount == 90
    assert stored(items)[90] == ("t90", 190)
    run.executemany("INSERT INTO UsrItem (Id) VALUES (?) ON CONFLICT DO NOTHING", [[row[0]] for row in rows])
    assert (run.rowcount, len(items.rows("UsrItem"))) == (0, 90)


def test_a_row_that_comes_between_looking_and_inserting(items: Sandbox, run: Cursor) -> None:
    """The look is answered as if the row were not there; the POST then says that it is."""
    items.cut_next(1, rows=0, method="GET", path="UsrItem?")
    run.execute("INSERT INTO UsrItem (Id, Age) VALUES (?, 7) ON CONFLICT (Id) DO UPDATE SET Age = excluded.Age", [ONE])
    assert (run.rowcount, stored(items)) == (1, {1: ("one", 7)})
    items.cut_next(1, rows=0, method="GET", path="UsrItem?")
    run.execute("INSERT INTO UsrItem (Id, Age) VALUES (?, 8) ON CONFLICT DO NOTHING", [ONE])
    assert (run.rowcount, stored(items)) == (0, {1: ("one", 7)})


def test_merge_updates_inserts_and_deletes(items: Sandbox, run: Cursor) -> None:
    items.insert("UsrItem", [{"Id": str(TWO), "Title": "two", "Age": 20}])
    run.execute(
        "MERGE INTO UsrItem AS i "
        "USING (VALUES (?, 'uno', 1), (?, NULL, 2), (?, 'tres', 3), (?, NULL, 4)) AS s(Id, t, a) ON i.Id = s.Id "
        "WHEN MATCHED AND s.t IS NULL THEN DELETE "
        "WHEN MATCHED THEN UPDATE SET Title = s.t, Age = i.Age + s.a "
        "WHEN NOT MATCHED AND s.t IS NOT NULL THEN INSERT (Id, Title, Age) VALUES (s.Id, s.t, s.a)",
        [ONE, TWO, THREE, uuid.UUID(int=4)],
    )
    assert run.rowcount == 3
    assert stored(items) == {1: ("uno", 11), 3: ("tres", 3)}


def test_merge_by_another_column(items: Sandbox, run: Cursor) -> None:
    run.execute(
        "MERGE INTO UsrItem USING (VALUES ('one', 5), ('new', 6)) AS s(t, a) ON UsrItem.Title = s.t "
        "WHEN MATCHED THEN UPDATE SET Age = s.a "
        "WHEN NOT MATCHED THEN INSERT (Title, Age) VALUES (s.t, s.a) RETURNING Title, Age"
    )
    assert sorted(run.fetchall()) == [("new", 6), ("one", 5)]
    assert sorted(map(str, stored(items).values())) == ["('new', 6)", "('one', 5)"]


def test_merge_with_do_nothing_and_a_source_that_matches_twice(items: Sandbox, run: Cursor) -> None:
    source = "MERGE INTO UsrItem USING (VALUES ('one', 5), ('one', 6)) AS s(t, a) ON UsrItem.Title = s.t "
    run.execute(source + "WHEN MATCHED THEN DO NOTHING")
    assert run.rowcount == 0
    with pytest.raises(ProgrammingError, match="twice"):
        run.execute(source + "WHEN MATCHED THEN UPDATE SET Age = s.a")
    with pytest.raises(ProgrammingError, match="NOT MATCHED cannot DELETE"):
        run.execute(source + "WHEN NOT MATCHED THEN DELETE")
    assert stored(items) == {1: ("one", 10)}


def test_an_empty_text_is_what_it_is_to_a_query(items: Sandbox) -> None:
    items.insert("UsrItem", [{"Id": str(TWO), "Title": "", "Age": 1}])
    sql = "INSERT INTO UsrItem (Id) VALUES (?) ON CONFLICT (Id) DO UPDATE SET Title = coalesce(UsrItem.Title, 'none')"
    for empty_text, title in (("text", ""), ("null", "none")):
        with connect_to(items, empty_text=empty_text) as connection, connection.cursor() as cursor:
            cursor.execute(sql, [TWO])
        assert stored(items)[2] == (title, 1)
