"""A write is told as done only where that is proven, as not done only where that is, and else as unknown."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest

import creatio_dbapi
from creatio_dbapi import Connection, Cursor, DatabaseError, DataError, IntegrityError, OperationalError
from creatio_dbapi.sandbox import Column, Sandbox
from creatio_dbapi.write_report import WriteReport
from tests.fix_connection import connect_to, query
from tests.scripted import Asked, Said, Server, login, said

TABLE = "UsrThing"
COLUMNS: dict[str, Column | str] = {
    "Name": "Edm.String", "N": "Edm.Int32", "Amount": "Edm.Decimal", "Due": "Edm.DateTimeOffset", "Photo": "Edm.Stream",
}  # fmt: skip
KEYS = [uuid.UUID(int=number) for number in range(30)]
INSERT = f"INSERT INTO {TABLE} (Name) VALUES (?)"


@pytest.fixture
def things(sandbox: Sandbox) -> Sandbox:
    """A sandbox with an object of five rows."""
    rows = [{"Id": KEYS[n], "Name": f"r{n}", "Amount": 1, "N": 1} for n in range(1, 6)]
    sandbox.create_object(TABLE, COLUMNS, rows=rows)
    return sandbox


@pytest.fixture
def cursor(things: Sandbox) -> Iterator[Cursor]:
    """A cursor on it."""
    with connect_to(things, retry_wait=0.01) as connection, connection.cursor() as opened:
        assert TABLE in connection.catalog
        yield opened


def names(sandbox: Sandbox, table: str = TABLE) -> Counter[str]:
    """Count the names of the rows."""
    return Counter(str(row["Name"]) for row in sandbox.rows(table))


def row(sandbox: Sandbox, key: uuid.UUID) -> dict[str, Any]:
    """Return one row."""
    return next(row for row in sandbox.rows(TABLE) if uuid.UUID(str(row["Id"])) == key)


def report_of(error: DatabaseError) -> WriteReport:
    """Return the report that an exception carries."""
    assert error.report is not None
    return error.report


# -- done, and told as done ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sql",
    [
        f"UPDATE {TABLE} SET CreatedOn = '2020-01-01T00:00:00Z' WHERE Id = '{KEYS[1]}'",
        f"UPDATE {TABLE} SET CreatedOn = '2030-01-01T00:00:00Z' WHERE N = 1",
        f"INSERT INTO {TABLE} (Id, CreatedOn) VALUES ('{KEYS[1]}', '2030-01-01T00:00:00Z') "
        "ON CONFLICT (Id) DO UPDATE SET CreatedOn = excluded.CreatedOn",
    ],
)
def test_a_row_whose_creation_is_set_stays(sql: str, things: Sandbox, cursor: Cursor) -> None:
    """By when it was created, a row that a PATCH has made is told from the one that was there, and taken away."""
    cursor.execute(sql)
    assert cursor.rowcount == (5 if "N = 1" in sql else 1)
    assert names(things) == Counter(f"r{n}" for n in range(1, 6))
    assert row(things, KEYS[1])["Amount"] == 1


@pytest.mark.parametrize("stage", ["before_reading", "before_answer"])
@pytest.mark.parametrize(
    ("column", "value"),
    [("Amount", Decimal("99.5")), ("Due", dt.datetime(2024, 5, 6, 7, 8, 9, tzinfo=dt.timezone.utc)), ("Name", "new")],
)
def test_an_update_whose_answer_is_lost_is_in_the_table(
    column: str, value: Any, stage: str, things: Sandbox, cursor: Cursor
) -> None:
    things.drop_next(1, stage=stage, method="POST", path="$batch")
    cursor.execute(f"UPDATE {TABLE} SET {column} = ? WHERE Id = ?", [value, KEYS[1]])
    assert cursor.rowcount == 1
    assert cursor.execute(f"SELECT {column} FROM {TABLE} WHERE Id = ?", [KEYS[1]]).fetchone() == (value,)


@pytest.mark.parametrize("stage", ["before_reading", "before_answer"])
def test_a_key_that_is_taken_is_an_error_whatever_is_lost(stage: str, things: Sandbox, cursor: Cursor) -> None:
    things.drop_next(1, stage=stage, method="POST", path=TABLE)
    with pytest.raises(IntegrityError) as caught:
        cursor.execute(f"INSERT INTO {TABLE} (Id, Amount) VALUES (?, 77)", [KEYS[2]])
    assert report_of(caught.value).written == ()
    assert row(things, KEYS[2])["Amount"] == 1


def test_the_later_of_two_updates_of_a_row_stays(things: Sandbox, cursor: Cursor) -> None:
    things.drop_next(1, stage="before_answer", path="$batch")
    cursor.executemany(f"UPDATE {TABLE} SET Name = ? WHERE Id = ?", [["a", KEYS[1]], ["b", KEYS[1]]])
    assert (cursor.rowcount, row(things, KEYS[1])["Name"]) == (2, "b")


def test_a_row_that_is_inserted_twice_is_refused_once(things: Sandbox, cursor: Cursor) -> None:
    things.drop_next(1, stage="before_answer")
    with pytest.raises(IntegrityError) as caught:
        cursor.executemany(f"INSERT INTO {TABLE} (Id, Name) VALUES (?, 'x')", [[KEYS[9]], [KEYS[9]]])
    assert (report_of(caught.value).written, names(things)["x"]) == ((0,), 1)


def test_a_zero_guid_is_no_key(things: Sandbox, cursor: Cursor) -> None:
    things.drop_next(1, stage="before_answer", method="POST", path=TABLE)
    cursor.execute(f"INSERT INTO {TABLE} (Id, Name) VALUES (?, 'zero')", [KEYS[0]])
    assert cursor.lastrowid not in (None, KEYS[0])
    assert (cursor.rowcount, names(things)["zero"]) == (1, 1)


def test_a_new_row_with_bytes_whose_answer_is_lost_has_its_bytes(things: Sandbox, cursor: Cursor) -> None:
    things.drop_next(1, stage="before_answer", method="POST", path=TABLE)
    cursor.execute(f"INSERT INTO {TABLE} (Name, Photo) VALUES ('p', ?)", [b"abc"])
    assert cursor.execute(f"SELECT Photo FROM {TABLE} WHERE Name = 'p'").fetchall() == [(b"abc",)]


# -- not told as done, or as not done ------------------------------------------------------------------------


@pytest.mark.parametrize("status", [200, 202, 204, 205, 206])
def test_a_status_alone_proves_no_new_row(status: int, things: Sandbox, cursor: Cursor) -> None:
    things.add_fault("status", 1, status=status, method="POST", path=TABLE)
    cursor.execute(INSERT, ["new"])  # which is looked up, is not there, and is sent again
    assert (cursor.rowcount, names(things)["new"]) == (1, 1)
    things.add_fault("status", None, status=status, method="POST", path=TABLE)
    with pytest.raises(OperationalError, match=f"HTTP {status}") as caught:
        cursor.execute(INSERT, ["other"])
    assert (report_of(caught.value).not_sent, names(things)["other"]) == ((0,), 0)


@pytest.mark.parametrize("status", [520, 524, 598, 307])
def test_a_batch_that_a_proxy_gave_up_on_is_looked_up(status: int, things: Sandbox, cursor: Cursor) -> None:
    things.add_fault("status", 1, status=status, worked=True, path="$batch", location="/x")
    cursor.executemany(INSERT, [["a"], ["b"], ["c"]])
    assert (cursor.rowcount, names(things) & Counter("abc")) == (3, Counter("abc"))


def test_a_new_row_that_cannot_be_looked_for_is_unknown(things: Sandbox, cursor: Cursor) -> None:
    things.add_fault("status", 1, status=500, worked=True, method="POST", path=TABLE)
    things.add_fault("status", None, status=500, method="GET")
    with pytest.raises(OperationalError) as caught:
        cursor.execute(INSERT, ["new"])
    assert report_of(caught.value).unknown == (0,)


@pytest.mark.parametrize(
    ("sql", "method", "path"),
    [
        (f"DELETE FROM {TABLE} WHERE Id = '{KEYS[1]}'", "DELETE", TABLE),
        (f"UPDATE {TABLE} SET Amount = 8 WHERE Id = '{KEYS[1]}'", "PATCH", TABLE),
    ],
)
def test_a_failure_after_the_work_says_that_it_was_done(
    sql: str, method: str, path: str, things: Sandbox, cursor: Cursor
) -> None:
    things.add_fault("status", None, status=404, path="$batch")
    things.add_fault("status", 1, status=500, worked=True, method=method, path=path)
    with pytest.raises(OperationalError, match="500") as caught:
        cursor.execute(sql)
    assert [failed.present for failed in report_of(caught.value).failed] == [True]


def test_what_single_requests_wrote_before_the_sign_in_failed_is_told(things: Sandbox, cursor: Cursor) -> None:
    things.add_fault("status", None, status=404, path="$batch")
    things.add_fault("expire", 1, after=2, method="POST", path=TABLE)
    things.add_fault("status", None, status=503, login=True, path="Login")
    with pytest.raises(OperationalError) as caught:
        cursor.executemany(INSERT, [["a"], ["b"], ["c"], ["d"]])
    report = report_of(caught.value)
    assert (report.written, report.not_sent, names(things) & Counter("abcd")) == ((0, 1), (2, 3), Counter("ab"))


def test_an_answer_without_its_last_parts_doubles_no_row(things: Sandbox) -> None:
    columns: dict[str, Column | str] = {
        "Key": Column("Edm.Int32", identity=True),
        "Name": "Edm.String",
        "ThingId": Column("Edm.Guid", target=TABLE),
    }
    things.create_object("UsrCounted", columns, key=("Key",))
    with connect_to(things, on_error="continue") as connection, connection.cursor() as cursor:
        assert "UsrCounted" in connection.catalog
        things.add_fault("lost_part", 1, parts=2)
        with pytest.raises(OperationalError) as caught:
            cursor.executemany(
                "INSERT INTO UsrCounted (Name, ThingId) VALUES (?, ?)", [["a", None], ["bad", KEYS[29]], ["z", None]]
            )
    report = report_of(caught.value)
    assert (report.written, [failed.row for failed in report.failed], report.unknown) == ((0,), [1], (2,))
    assert names(things, "UsrCounted") == Counter("az")


def test_a_row_that_is_deleted_before_its_patch_is_not_made_anew(things: Sandbox, cursor: Cursor) -> None:
    things.add_fault("status", None, status=404, path="$batch")
    gone = [{"method": "DELETE", "path": f"{TABLE}({KEYS[2]})"}]
    things.add_fault("meanwhile", 1, others=gone, method="PATCH")
    things.drop_next(1, stage="before_answer", method="PATCH")
    cursor.execute(f"UPDATE {TABLE} SET Name = 'new' WHERE Id = ?", [KEYS[2]])
    assert (cursor.rowcount, names(things)["new"], names(things)["r2"]) == (0, 0, 0)


# -- reports -------------------------------------------------------------------------------------------------


def test_an_upsert_that_fails_later_tells_what_it_wrote(things: Sandbox) -> None:
    sql = (
        f"INSERT INTO {TABLE} (Id, Name, N) VALUES (?, ?, ?) ON CONFLICT (Id) DO UPDATE SET N = {TABLE}.N + excluded.N"
    )
    sets = [[KEYS[21], "a", 5], [KEYS[22], "b", 5], [KEYS[21], "c", 2**31 - 1]]
    with connect_to(things, transactions="undo") as connection, connection.cursor() as cursor:
        with pytest.raises(DataError) as caught:
            cursor.executemany(sql, sets)
        report = report_of(caught.value)
        assert (report.written, report.not_sent) == ((0, 1), (2,))
        connection.rollback()
    assert names(things) == Counter(f"r{n}" for n in range(1, 6))


def test_a_set_of_an_executemany_is_told_once(things: Sandbox) -> None:
    things.insert(TABLE, [{"Id": uuid.uuid4(), "Name": "many", "N": 2} for _ in range(60)])
    with connect_to(things, batches_in_flight=1, retries=0) as connection, connection.cursor() as cursor:
        assert TABLE in connection.catalog
        things.drop_next(None, stage="before_answer", path="$batch", after=1)
        things.add_fault("status", None, status=500, method="GET", after=1)
        with pytest.raises(OperationalError) as caught:
            cursor.executemany(f"UPDATE {TABLE} SET Name = Name || ? WHERE N = 2", [["!"], ["?"]])
    report = report_of(caught.value)
    assert (report.written, report.failed, report.unknown, report.not_sent) == ((), (), (0,), (1,))


@pytest.mark.parametrize("fault", [{"status": 500, "worked": True}, {"status": 504, "worked": True}])
def test_rollback_takes_back_what_may_have_been_written(fault: dict[str, Any], things: Sandbox) -> None:
    with connect_to(things, transactions="undo", retries=0) as connection, connection.cursor() as cursor:
        assert TABLE in connection.catalog
        things.add_fault("status", 1, method="POST", path=TABLE, **fault)
        things.add_fault("status", None, status=500, method="GET")
        with pytest.raises(OperationalError):
            cursor.execute(INSERT, ["new"])
        assert names(things)["new"] == 1
        things.clear_faults()
        connection.rollback()
    assert names(things)["new"] == 0


# -- answers that only a strange server gives ----------------------------------------------------------------

METADATA = b"""<?xml version="1.0"?><edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
<edmx:DataServices><Schema Namespace="S" xmlns="http://docs.oasis-open.org/odata/ns/edm"><EntityType Name="T"><Key>
<PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Guid" Nullable="false"/><Property Name="Name"
Type="Edm.String"/></EntityType><EntityContainer Name="C"><EntitySet Name="T" EntityType="S.T"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>"""
Rule = Callable[[Asked], Said | None]


@pytest.fixture
def strange() -> Iterator[Callable[[Rule], Connection]]:
    """A function that connects to a server with a table T (Id, Name), which answers by a rule, or with no rows."""
    opened: list[Connection] = []
    servers: list[Server] = []

    def connect(rule: Rule) -> Connection:
        def answer(asked: Asked) -> Said:
            if "$metadata" in asked.target:
                return said(200, METADATA, kind="application/xml")
            return rule(asked) or said(200, b'{"value":[],"@odata.count":0}')

        servers.append(Server(rule=answer, logins=[login("BPMCSRF=x; path=/", ".ASPXAUTH=y; path=/")]))
        opened.append(creatio_dbapi.connect(servers[0].url, "u", "p", cache_directory="", retry_wait=0.01))
        assert "T" in opened[0].catalog
        return opened[0]

    yield connect
    for connection in opened:
        connection.close()
    for server in servers:
        server.stop()


@pytest.mark.parametrize(
    "part",
    [
        {"status": 200, "body": {"error": {"message": "no"}}},
        {"status": 200},
        {"status": 201, "body": "<html>"},
        {"status": 201, "body": None},
        {"status": 201, "body": {"id": str(KEYS[1])}},
    ],
)
def test_a_part_that_shows_no_new_row_proves_none(part: dict[str, Any], strange: Callable[[Rule], Connection]) -> None:
    def rule(asked: Asked) -> Said | None:
        if not asked.target.endswith("$batch"):
            return None
        sent = json.loads(asked.body)["requests"]
        none = {"status": 200, "body": {"value": [], "@odata.count": 0}}
        answers = [{"id": each["id"], **(none if each["method"] == "GET" else part)} for each in sent]
        return said(200, json.dumps({"responses": answers}).encode())

    with strange(rule).cursor() as cursor, pytest.raises(OperationalError, match="not what one is answered") as caught:
        cursor.executemany("INSERT INTO T (Name) VALUES (?)", [["a"], ["b"]])
    assert report_of(caught.value).written == ()


def test_a_row_with_another_key_than_it_was_sent_is_told(strange: Callable[[Rule], Connection]) -> None:
    def rule(asked: Asked) -> Said | None:
        return said(201, json.dumps({"Id": str(KEYS[7]), "Name": "a"}).encode()) if asked.method == "POST" else None

    with strange(rule).cursor() as cursor, pytest.raises(OperationalError, match=str(KEYS[7])) as caught:
        cursor.execute("INSERT INTO T (Name) VALUES ('a') RETURNING Id")
    assert [failed.present for failed in report_of(caught.value).failed] == [True]


@pytest.mark.parametrize("found", [True, False])
def test_returning_does_not_make_up_what_the_answer_lacks(found: bool, strange: Callable[[Rule], Connection]) -> None:
    def rule(asked: Asked) -> Said | None:
        if asked.method == "POST":
            return said(201, json.dumps({"Id": json.loads(asked.body)["Id"]}).encode())
        return said(200, json.dumps({"value": [{"Id": str(KEYS[8]), "Name": "kept"}] if found else []}).encode())

    with strange(rule).cursor() as cursor:
        sql = f"INSERT INTO T (Id, Name) VALUES ('{KEYS[8]}', 'a') RETURNING Name"
        if found:
            assert cursor.execute(sql).fetchall() == [("kept",)]
        else:
            with pytest.raises(OperationalError, match="RETURNING") as caught:
                cursor.execute(sql)
            assert report_of(caught.value).written == (0,)


def test_what_comes_before_an_answer_is_not_taken_for_it(strange: Callable[[Rule], Connection]) -> None:
    """http.client skips 100 alone; behind a 103, the answer of one statement would come as that of the next."""
    early = b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"
    rows = {f"{n}": f'{{"value":[{{"Id":"{KEYS[1]}","Name":"{n}"}}],"@odata.count":1}}'.encode() for n in "ab"}

    def rule(asked: Asked) -> Said | None:
        body = next(body for name, body in rows.items() if f"'{name}'" in asked.target.replace("%27", "'"))
        answer = said(200, body)
        return Said(early + answer.raw) if b'"a"' in body else answer

    connection = strange(rule)
    with pytest.raises(OperationalError, match="103"):
        query(connection, "SELECT Name FROM T WHERE Name = 'a'")
    assert query(connection, "SELECT Name FROM T WHERE Name = 'b'") == [("b",)]
