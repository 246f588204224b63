"""INSERT, UPDATE, DELETE, MERGE: what is sent, what is changed, what is said; the request log proves it."""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable
from typing import Any

import pytest

from creatio_dbapi import (
    Connection,
    Cursor,
    DataError,
    IntegrityError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
)
from creatio_dbapi.sandbox import Column, Sandbox
from tests.fix_connection import connect_to, query

COLUMNS: dict[str, Column | str] = {
    "Title": "Edm.String",
    "Code": Column("Edm.String", nullable=True),
    "Age": Column("Edm.Int32", nullable=True),
    "Price": Column("Edm.Decimal", nullable=True),
    "ParentId": Column("Edm.Guid", target="UsrItem"),
    "CityId": Column("Edm.Guid", target="City"),
    "Photo": "Edm.Stream",
}


def sent(sandbox: Sandbox) -> list[str]:
    """Return what was asked for: requests, and the parts of batches behind `+`."""
    lines = []
    for record in sandbox.requests:
        if record.parts:
            lines += [f"+ {part.method} {part.url.partition('/odata/')[2]}" for part in record.parts]
        elif "/odata/" in record.url:
            lines.append(f"{record.method} {record.url.partition('/odata/')[2]}")
    return lines


def stored(sandbox: Sandbox, *names: str, order: str = "Title") -> list[tuple[Any, ...]]:
    """Return the rows of UsrItem as the server holds them."""
    rows = sorted(sandbox.rows("UsrItem"), key=lambda row: str(row[order]))
    return [tuple(row[name] for name in names) for row in rows]


# -- INSERT --------------------------------------------------------------------------------------------------


def test_insert_one_row_is_one_post_with_a_key_of_our_own(items: Sandbox, run: Cursor) -> None:
    run.execute("INSERT INTO UsrItem (Title, Age) VALUES (?, ?)", ["one", 1])
    assert run.rowcount == 1 and isinstance(run.lastrowid, uuid.UUID)
    assert sent(items) == ["POST UsrItem"]
    assert str(run.lastrowid) in items.requests[0].body
    assert run.write_report is not None and run.write_report.written == (0,)
    assert stored(items, "Title", "Age") == [("one", 1)]


def test_insert_many_rows_is_one_batch_and_defaults_are_the_servers(items: Sandbox, run: Cursor) -> None:
    run.execute("INSERT INTO UsrItem (Title, Age) VALUES ('a', 1), ('b', DEFAULT), (upper('c'), 1 + 2)")
    assert (run.rowcount, sent(items)) == (3, ["+ POST UsrItem"] * 3)
    assert len(items.requests) == 1
    assert stored(items, "Title", "Age") == [("C", 3), ("a", 1), ("b", None)]


def test_insert_with_a_given_id(items: Sandbox, run: Cursor) -> None:
    key = uuid.uuid4()
    run.execute("INSERT INTO UsrItem (Id, Title) VALUES (?, 'x')", [key])
    assert run.lastrowid == key
    assert stored(items, "Id") == [(str(key),)]


def test_insert_of_a_subquerys_value(items: Sandbox, connected: Connection, run: Cursor) -> None:
    run.execute(
        "INSERT INTO UsrItem (Title, CityId) VALUES ('x', (SELECT Id FROM City ORDER BY Name LIMIT 1)), ('y', NULL)"
    )
    cities = query(connected, "SELECT Id FROM City ORDER BY Name LIMIT 1")
    assert stored(items, "CityId") == [(str(cities[0][0]),), (None,)]


def test_insert_select_reads_everything_before_it_writes(items: Sandbox, run: Cursor) -> None:
    run.execute("INSERT INTO UsrItem (Title) SELECT Name FROM Contact WHERE Name <> '' ORDER BY Name LIMIT 5")
    assert run.rowcount == 5
    run.execute("INSERT INTO UsrItem (Title, Age) SELECT Title || '!', 1 FROM UsrItem")
    assert run.rowcount == 5
    assert len(items.rows("UsrItem")) == 10


def test_insert_select_with_a_cte(items: Sandbox, run: Cursor) -> None:
    run.execute("WITH n AS (SELECT 'a' AS t UNION ALL SELECT 'b') INSERT INTO UsrItem (Title) SELECT t FROM n")
    assert stored(items, "Title") == [("a",), ("b",)]


def test_rows_whose_bytes_are_null_go_in_one_batch(items: Sandbox, run: Cursor) -> None:
    run.execute("INSERT INTO UsrItem (Title, Photo) VALUES ('a', NULL), ('b', NULL), ('c', NULL)")
    assert stored(items, "Title", "Photo") == [("a", None), ("b", None), ("c", None)]
    assert len(items.requests) == 1


def test_insert_default_values(items: Sandbox, run: Cursor) -> None:
    run.execute("INSERT INTO UsrItem DEFAULT VALUES RETURNING Id")
    assert run.fetchall() == [(run.lastrowid,)]


def test_insert_returning_expressions_over_the_servers_record(items: Sandbox, run: Cursor) -> None:
    run.execute(
        "INSERT INTO UsrItem (Title, Age) VALUES ('a', 1), ('b', 2) "
        "RETURNING Title, Age * 10 AS tens, CreatedOn IS NOT NULL, Code"
    )
    assert run.rowcount == 2
    assert run.description is not None and [column[0] for column in run.description][:2] == ["Title", "tens"]
    assert sorted(run.fetchall()) == [("a", 10, True, None), ("b", 20, True, None)]
    assert sent(items) == ["+ POST UsrItem"] * 2


def test_insert_returning_star_gives_every_column_but_streams(items: Sandbox, run: Cursor) -> None:
    run.execute("INSERT INTO UsrItem (Title) VALUES ('a') RETURNING *")
    assert run.description is not None
    names = [column[0] for column in run.description]
    assert "Title" in names and "CreatedOn" in names and "Photo" not in names
    assert len(run.fetchall()) == 1


@pytest.mark.parametrize(
    ("sql", "text"),
    [
        ("INSERT INTO UsrItem (Titel) VALUES ('a')", 'did you mean "Title"'),
        ("INSERT INTO UsrItme (Title) VALUES ('a')", 'did you mean "UsrItem"'),
        ("INSERT INTO UsrItem (Title, Title) VALUES ('a', 'b')", "named twice"),
        ("INSERT INTO UsrItem (Title) VALUES ('a', 'b')", "1 columns"),
        ("INSERT INTO UsrItem (Title, Age) SELECT Name FROM City LIMIT 1", "the SELECT gives 1"),
        ("INSERT INTO UsrItem (Title) VALUES ('a') RETURNING Titel", 'did you mean "Title"'),
        ("UPDATE UsrItem SET Titel = 'x' WHERE TRUE", 'did you mean "Title"'),
        ("UPDATE UsrItem SET Title = 'x', Title = 'y' WHERE TRUE", "set twice"),
        ("UPDATE UsrItem SET Title = Agee WHERE TRUE", 'did you mean "Age"'),
        ("DELETE FROM UsrItem WHERE Titel = 'x'", 'did you mean "Title"'),
        ("INSERT INTO UsrItem (Id) VALUES (NULL) ON CONFLICT (Id) DO UPDATE SET Title = exclude.Title", "exclude"),
    ],
)
def test_a_wrong_name_is_found_before_anything_is_sent(items: Sandbox, run: Cursor, sql: str, text: str) -> None:
    with pytest.raises(ProgrammingError, match=text):
        run.execute(sql)
    assert [line for line in sent(items) if not line.startswith("GET City")] == []


# -- UPDATE and DELETE ---------------------------------------------------------------------------------------


@pytest.fixture
def ten(items: Sandbox) -> Sandbox:
    """Ten rows: titles t0 to t9, ages 0 to 9."""
    items.insert("UsrItem", [{"Id": str(uuid.UUID(int=n + 1)), "Title": f"t{n}", "Age": n} for n in range(10)])
    return items


def test_update_by_key_asks_first_and_looks_afterwards_in_one_request(ten: Sandbox, run: Cursor) -> None:
    key = uuid.UUID(int=1)
    run.execute("UPDATE UsrItem SET Title = 'new' WHERE Id = ?", [key])
    assert run.rowcount == 1
    assert sent(ten) == [
        f"+ GET UsrItem({key})?$select=Id,CreatedOn",
        f"+ PATCH UsrItem({key})",
        f"+ GET UsrItem?$select=Id,CreatedOn&$filter=Id eq {key}&$top=1",
    ]
    assert len(ten.requests) == 1


def test_update_of_an_unknown_id_changes_nothing(items: Sandbox, run: Cursor) -> None:
    run.execute("UPDATE UsrItem SET Title = 'new' WHERE Id = ?", [uuid.uuid4()])
    assert run.rowcount == 0
    assert items.rows("UsrItem") == []
    assert not any("PATCH" in line for line in sent(items))
    assert run.write_report is not None and run.write_report.not_found == (0,)


def delete_singly(sandbox: Sandbox, keys: list[uuid.UUID], after: Callable[[], bool]) -> threading.Thread:
    """Delete rows from another session, one request each, once `after` holds."""

    def delete() -> None:
        with connect_to(sandbox) as other, other.cursor() as cursor:
            assert "UsrItem" in other.catalog
            while not after():
                time.sleep(0.005)
            for key in keys:
                cursor.execute("DELETE FROM UsrItem WHERE Id = ?", [key])

    thread = threading.Thread(target=delete)
    thread.start()
    return thread


def test_rows_deleted_between_finding_and_changing_stay_deleted(ten: Sandbox, run: Cursor) -> None:
    """Somebody else deletes three of the rows just before the batch with the changes."""
    gone = [uuid.UUID(int=n + 1) for n in (0, 3, 9)]
    deletes = [{"method": "DELETE", "path": f"UsrItem({key})"} for key in gone]
    ten.add_fault("meanwhile", others=deletes, method="POST", path="$batch")
    run.execute("UPDATE UsrItem SET Code = 'c' WHERE TRUE")
    assert run.rowcount == 7
    assert len(ten.rows("UsrItem")) == 7
    assert run.write_report is not None and len(run.write_report.not_found) == 3


def test_rows_deleted_while_they_are_changed_stay_deleted(ten: Sandbox, run: Cursor) -> None:
    """Rows go while updates of them run without a pause: whatever the order, none comes back."""
    keys = [uuid.UUID(int=n + 1) for n in range(10)]
    thread = delete_singly(ten, keys, lambda: len(ten.requests) > 3)
    while thread.is_alive():
        run.executemany("UPDATE UsrItem SET Code = 'x' WHERE Id = ?", [[key] for key in keys])
    thread.join()
    assert ten.rows("UsrItem") == []


def test_update_with_expressions_over_the_row(ten: Sandbox, run: Cursor) -> None:
    run.execute("UPDATE UsrItem SET Title = upper(Title), Age = Age * 2, Code = 'c' WHERE Age BETWEEN 2 AND 4")
    assert run.rowcount == 3
    changed = [row for row in stored(ten, "Title", "Age", "Code") if row[2] == "c"]
    assert sorted(changed) == [("T2", 4, "c"), ("T3", 6, "c"), ("T4", 8, "c")]
    assert any(line.startswith("GET UsrItem?$select=Id,Title,Age&$filter=Age ge 2 and Age le 4") for line in sent(ten))


def test_update_that_computes_nothing_fetches_only_keys(ten: Sandbox, run: Cursor) -> None:
    run.execute("UPDATE UsrItem SET Code = 'c' WHERE Age > 7")
    assert run.rowcount == 2
    assert sent(ten)[0].startswith("GET UsrItem?$select=Id&$filter=Age gt 7")


def test_update_returning_shows_what_the_server_has_now(ten: Sandbox, run: Cursor) -> None:
    run.execute("UPDATE UsrItem SET Age = Age + 100 WHERE Age < 2 RETURNING Title, Age, Age > 100 AS more")
    assert sorted(run.fetchall()) == [("t0", 100, False), ("t1", 101, True)]
    assert run.rowcount == 2


def test_update_from_another_table(ten: Sandbox, run: Cursor) -> None:
    run.execute("UPDATE UsrItem AS i SET Code = s.c FROM (VALUES (1, 'one'), (2, 'two')) AS s(n, c) WHERE i.Age = s.n")
    assert run.rowcount == 2
    assert [row for row in stored(ten, "Title", "Code") if row[1]] == [("t1", "one"), ("t2", "two")]


def test_update_from_that_finds_a_row_twice_changes_it_once(ten: Sandbox, run: Cursor) -> None:
    run.execute("UPDATE UsrItem AS i SET Code = s.c FROM (VALUES (1, 'one'), (1, 'uno')) AS s(n, c) WHERE i.Age = s.n")
    assert run.rowcount == 1


def test_update_with_a_subquery(ten: Sandbox, run: Cursor) -> None:
    run.execute(
        "UPDATE UsrItem SET Price = (SELECT max(Age) FROM UsrItem) WHERE Id IN (SELECT Id FROM UsrItem WHERE Age > 7)"
    )
    assert run.rowcount == 2
    assert {row[0] for row in stored(ten, "Price") if row[0] is not None} == {9}


def test_update_tuple_assignment(ten: Sandbox, run: Cursor) -> None:
    run.execute("UPDATE UsrItem SET (Code, Age) = ('c', Age + 1) WHERE Age = 9")
    assert [row for row in stored(ten, "Code", "Age") if row[0]] == [("c", 10)]


def test_delete_by_key_is_one_request(ten: Sandbox, run: Cursor) -> None:
    run.execute("DELETE FROM UsrItem WHERE Id = ?", [uuid.UUID(int=1)])
    assert (run.rowcount, sent(ten)) == (1, [f"DELETE UsrItem({uuid.UUID(int=1)})"])
    run.execute("DELETE FROM UsrItem WHERE Id = ?", [uuid.UUID(int=1)])
    assert run.rowcount == 0


def test_delete_with_a_where_and_returning(ten: Sandbox, run: Cursor) -> None:
    run.execute("DELETE FROM UsrItem WHERE Title IN ('t1', 't2') AND Age > 0 RETURNING Title, Age")
    assert sorted(run.fetchall()) == [("t1", 1), ("t2", 2)]
    assert len(ten.rows("UsrItem")) == 8


def test_delete_using(ten: Sandbox, run: Cursor) -> None:
    run.execute("DELETE FROM UsrItem USING (VALUES (1), (2), (2)) AS s(n) WHERE UsrItem.Age = s.n")
    assert run.rowcount == 2


def test_delete_of_parents_and_children_goes_in_the_order_that_creatio_takes(items: Sandbox, run: Cursor) -> None:
    grandparent, parent, child, other = (str(uuid.UUID(int=number)) for number in (4, 3, 2, 1))
    rows = [(grandparent, None), (parent, grandparent), (child, parent), (other, None)]
    items.insert("UsrItem", [{"Id": key, "ParentId": above} for key, above in rows])
    items.insert("UsrItem", [{"Id": str(uuid.UUID(int=9)), "ParentId": str(uuid.UUID(int=9))}])  # its own parent
    run.execute("DELETE FROM UsrItem WHERE TRUE RETURNING Id")
    assert run.rowcount == 5
    assert stored(items, "Id") == []


def test_delete_of_rows_that_are_each_others_parents_says_why_it_cannot(items: Sandbox, run: Cursor) -> None:
    keys = [str(uuid.UUID(int=number)) for number in (1, 2)]
    items.insert("UsrItem", [{"Id": key, "ParentId": above} for key, above in zip(keys, keys[::-1], strict=True)])
    with pytest.raises(IntegrityError, match="foreign key"):
        run.execute("DELETE FROM UsrItem WHERE TRUE")
    assert len(stored(items, "Id")) == 2


def test_delete_where_true_is_all(ten: Sandbox, run: Cursor) -> None:
    run.execute("DELETE FROM UsrItem WHERE TRUE")
    assert (run.rowcount, ten.rows("UsrItem")) == (10, [])


def test_where_that_finds_nothing(ten: Sandbox, run: Cursor) -> None:
    run.execute("DELETE FROM UsrItem WHERE Age = 77")
    assert run.rowcount == 0
    run.execute("UPDATE UsrItem SET Age = 1 WHERE Id IS NULL")
    assert run.rowcount == 0
    assert not any(line.startswith("+") for line in sent(ten))


# -- guards --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sql", ["UPDATE UsrItem SET Age = 1", "DELETE FROM UsrItem"])
def test_without_where_it_is_refused(ten: Sandbox, run: Cursor, sql: str) -> None:
    with pytest.raises(ProgrammingError, match="say WHERE TRUE"):
        run.execute(sql)
    with pytest.raises(ProgrammingError, match="say WHERE TRUE"):
        run.executemany(sql, [[]])
    assert sent(ten) == []


def test_read_only_refuses_before_any_request(items: Sandbox) -> None:
    with connect_to(items, read_only=True) as connection, connection.cursor() as cursor:
        for sql in ("INSERT INTO UsrItem (Title) VALUES ('a')", "DELETE FROM UsrItem WHERE TRUE"):
            with pytest.raises(OperationalError, match="read-only"):
                cursor.execute(sql)
        with pytest.raises(OperationalError, match="read-only"):
            cursor.executemany("INSERT INTO UsrItem (Title) VALUES (?)", [["a"]])
    assert items.requests == []


def test_max_rows_changed_stops_before_the_first_write(ten: Sandbox) -> None:
    with connect_to(ten, max_rows_changed=3) as connection, connection.cursor() as cursor:
        with pytest.raises(OperationalError, match="would change 10 rows of UsrItem, but max_rows_changed=3"):
            cursor.execute("UPDATE UsrItem SET Age = 1 WHERE TRUE")
        assert not any("PATCH" in line for line in sent(ten))
        cursor.execute("UPDATE UsrItem SET Age = 1 WHERE Age < 3")
        assert cursor.rowcount == 3


def test_explain_shows_and_sends_nothing(ten: Sandbox, run: Cursor) -> None:
    run.execute("EXPLAIN UPDATE UsrItem SET Title = upper(Title) WHERE Age > 3")
    lines = run.fetchall()
    assert ("send", "PATCH UsrItem(Id) with Title for each row found, 45 in a request") in lines
    assert any("$filter=Age gt 3" in text for _, text in lines)
    assert sent(ten) == []
    run.execute("EXPLAIN ANALYZE DELETE FROM UsrItem WHERE Age > 3")
    assert ("found", "6 rows; nothing was written") in run.fetchall()
    assert len(ten.rows("UsrItem")) == 10
    for sql in (
        "EXPLAIN INSERT INTO UsrItem (Title) VALUES ('a')",
        "EXPLAIN INSERT INTO UsrItem (Title) SELECT Name FROM City",
        "EXPLAIN DELETE FROM UsrItem WHERE Id = '00000000-0000-0000-0000-000000000001'",
        "EXPLAIN INSERT INTO UsrItem (Id) VALUES (NULL) ON CONFLICT (Id) DO UPDATE SET Age = 1",
        "EXPLAIN MERGE INTO UsrItem USING City ON UsrItem.Id = City.Id WHEN MATCHED THEN DELETE",
    ):
        assert run.execute(sql).fetchall()[-1][0] in ("send",)


@pytest.mark.parametrize(
    ("sql", "text"),
    [
        ("CREATE TABLE x (a int)", "CREATE TABLE .*Advanced settings"),
        ("CREATE INDEX x ON UsrItem (Age)", "CREATE INDEX"),
        ("ALTER TABLE UsrItem ADD x int", "ALTER TABLE"),
        ("DROP TABLE UsrItem", "DROP TABLE"),
        ("TRUNCATE TABLE UsrItem", "TRUNCATE is not supported: say DELETE FROM … WHERE TRUE"),
        ("GRANT SELECT ON UsrItem TO x", "GRANT .* System designer"),
        ("BEGIN", "BEGIN"),
        ("COMMIT", "COMMIT"),
        ("VACUUM", "VACUUM"),
        ("UPDATE UsrItem SET Id = NULL WHERE TRUE", "key column Id"),
        ("UPDATE UsrItem SET Age = DEFAULT WHERE TRUE", "DEFAULT"),
        ("INSERT INTO UsrItem (Age) VALUES (1) ON CONFLICT (Age) DO NOTHING", "use MERGE"),
        ("MERGE INTO UsrItem USING City ON TRUE WHEN NOT MATCHED BY SOURCE THEN DELETE", "BY SOURCE"),
    ],
)
def test_what_creatio_cannot_do_is_named(items: Sandbox, run: Cursor, sql: str, text: str) -> None:
    with pytest.raises(NotSupportedError, match=text):
        run.execute(sql)
    assert sent(items) == []


# -- errors of the server ------------------------------------------------------------------------------------


def test_errors_have_class_row_and_table(items: Sandbox, run: Cursor) -> None:
    key = uuid.uuid4()
    run.execute("INSERT INTO UsrItem (Id) VALUES (?)", [key])
    with pytest.raises(IntegrityError, match="duplicate key") as caught:
        run.execute("INSERT INTO UsrItem (Id) VALUES (?)", [key])
    assert (caught.value.status, caught.value.table) == (500, "UsrItem")
    with pytest.raises(IntegrityError, match="foreign key") as caught:
        run.executemany("INSERT INTO UsrItem (CityId) VALUES (?)", [[None], [uuid.uuid4()], [None]])
    assert (caught.value.row, caught.value.table) == (1, "UsrItem")
    with pytest.raises(IntegrityError, match="foreign key"):
        run.execute("UPDATE UsrItem SET CityId = ? WHERE TRUE", [uuid.uuid4()])
    with pytest.raises(IntegrityError, match="must be filled in"):
        run.execute("INSERT INTO Contact (Name) VALUES ('')")


def test_values_that_do_not_fit_are_found_before_anything_is_sent(items: Sandbox, run: Cursor) -> None:
    with pytest.raises(DataError) as caught:
        run.executemany("INSERT INTO UsrItem (Title, Age) VALUES (?, ?)", [["a", 1], ["b", "x"]])
    assert (caught.value.row, caught.value.table, caught.value.column) == (1, "UsrItem", "Age")
    with pytest.raises(DataError):
        run.execute("INSERT INTO UsrItem (Age) VALUES (?)", [2**31])
    with pytest.raises(DataError, match="takes bytes"):
        run.execute("INSERT INTO UsrItem (Photo) VALUES (?)", ["text"])
    with pytest.raises(ProgrammingError, match="2 placeholders") as wrong:
        run.executemany("INSERT INTO UsrItem (Title, Age) VALUES (?, ?)", [["a", 1], ["b"]])
    assert wrong.value.row == 1
    assert sent(items) == []


def test_a_system_table_is_refused_by_the_server(items: Sandbox, run: Cursor) -> None:
    with pytest.raises(OperationalError) as caught:
        run.execute("INSERT INTO SysAdminUnit (Name) VALUES ('x')")
    assert caught.value.status == 403
