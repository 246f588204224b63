"""Statements that are easily narrowed too far, and servers that page, show and leave out in their own ways."""

from __future__ import annotations

import json
import os
import re
import signal
import threading
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

import creatio_dbapi
from creatio_dbapi import Connection, DataError, OperationalError
from creatio_dbapi.sandbox import Column, Sandbox
from tests.fix_connection import as_rows, connect_to, query
from tests.fix_sandbox import data_requests
from tests.scripted import Asked, Said, Server, login, said

AGGREGATES = ("max(c.Age)", "count(*)", "string_agg(c.Name, ',')", "fsum(c.Age)", "list(c.Age)", "1 + sum(c.Age)")
EXISTS = "EXISTS (SELECT {} FROM Contact c WHERE c.AccountId = a.Id AND c.Age > 80)"


@pytest.mark.parametrize("aggregate", AGGREGATES)
@pytest.mark.parametrize("word", ["", "NOT "])
def test_an_aggregate_is_there_whatever_there_is(
    aggregate: str, word: str, demo_connection: Connection, local_connection: Connection
) -> None:
    sql = f"SELECT count(*) FROM Account a WHERE {word}{EXISTS.format(aggregate)}"
    assert query(demo_connection, sql) == query(local_connection, sql)


def test_rows_that_an_aggregate_finds_are_all_changed(sandbox: Sandbox) -> None:
    sandbox.insert("Account", [{"Name": f"a{number}"} for number in range(5)])
    with connect_to(sandbox) as connection, connection.cursor() as cursor:
        found = "EXISTS (SELECT max(c.Age) FROM Contact c WHERE c.AccountId = Account.Id)"
        cursor.execute(f"UPDATE Account SET Code = 'x' WHERE {found}")
    assert {row["Code"] for row in sandbox.rows("Account")} == {"x"}


@pytest.mark.parametrize("beside", ["mean(Age)", "len(list(Age))", "quantile_cont(Age, 0.5)", "product(Age % 3 + 1)"])
def test_an_aggregate_without_a_filter_is_over_all_rows(
    beside: str, demo_connection: Connection, local_connection: Connection
) -> None:
    sql = f"SELECT count(*) FILTER (WHERE Age > 50), {beside}, count(*) FILTER (WHERE Age > 60) FROM Contact"
    assert query(demo_connection, sql) == query(local_connection, sql)


# -- rows that move ------------------------------------------------------------------------------------------

ROWS = 60


def key(number: int) -> uuid.UUID:
    """Return a key; keys sort as their numbers."""
    return uuid.UUID(int=number)


@pytest.fixture
def paged(sandbox: Sandbox) -> Sandbox:
    """A sandbox with an object that takes three pages by nextLink."""
    rows = [{"Id": key(number), "Name": f"r{number}", "N": number % 10} for number in range(1, ROWS + 1)]
    sandbox.create_object("UsrPaged", {"Name": "Edm.String", "N": Column("Edm.Int32", nullable=True)}, rows=rows)
    sandbox.switch(next_link=20)
    return sandbox


DELETED = {"method": "DELETE", "path": f"UsrPaged({key(1)})"}
INSERTED = {"method": "POST", "path": "UsrPaged", "body": {"Id": str(key(5000)), "Name": "new"}}


@pytest.mark.parametrize("others", [[DELETED], [DELETED, INSERTED]], ids=["deleted", "deleted and inserted"])
@pytest.mark.parametrize("after", [1, 2])
@pytest.mark.parametrize("sql", ["SELECT Id, Name FROM UsrPaged", "SELECT Name FROM UsrPaged"])
def test_no_row_is_lost_behind_a_next_link(sql: str, after: int, others: list[Any], paged: Sandbox) -> None:
    with connect_to(paged) as connection:
        assert "UsrPaged" in connection.catalog
        paged.add_fault("meanwhile", 1, after=after, method="GET", others=others)
        try:
            found = {row[-1] for row in query(connection, sql)}
        except OperationalError as error:
            assert "run the statement again" in str(error)
        else:
            assert {f"r{number}" for number in range(2, ROWS + 1)} <= found


def test_a_row_that_moves_from_one_part_of_an_order_to_another_is_seen(paged: Sandbox) -> None:
    paged.reset_switches()
    paged.insert("UsrPaged", [{"Id": key(100), "Name": "null", "N": None}])
    moved = [{"method": "PATCH", "path": f"UsrPaged({key(100)})", "body": {"N": 3}}]
    with connect_to(paged) as connection:
        assert "UsrPaged" in connection.catalog
        paged.add_fault("meanwhile", 1, after=1, method="GET", others=moved)
        with pytest.raises(OperationalError, match="run the statement again"):
            query(connection, "SELECT Id, N FROM UsrPaged ORDER BY N NULLS FIRST LIMIT 55")


@pytest.fixture
def mixed(sandbox: Sandbox) -> Sandbox:
    """A sandbox with an object in large pages of which some have escapes and nulls, and are read in another way."""
    rows = [{"Id": key(number), "Name": f"r{number}" + "x" * 20_000, "N": number % 10} for number in range(1, 2 * ROWS)]
    rows[ROWS] |= {"Name": 'a\\b"c', "N": None}
    sandbox.create_object("UsrPaged", {"Name": "Edm.String", "N": Column("Edm.Int32", nullable=True)}, rows=rows)
    sandbox.switch(page_cap=20)
    return sandbox


LOCAL = "SELECT N % 5, count(*), count(DISTINCT Id), min(Name), max(Name) FROM UsrPaged GROUP BY N % 5 ORDER BY 1"


def test_pages_that_are_read_in_two_ways_are_one_table(mixed: Sandbox) -> None:
    groups: dict[Any, list[dict[str, Any]]] = {}
    rows: Any = mixed.rows("UsrPaged")
    for row in rows:
        groups.setdefault(None if row["N"] is None else row["N"] % 5, []).append(row)
    found = [
        (group, len(rows), len(rows), min(row["Name"] for row in rows), max(row["Name"] for row in rows))
        for group, rows in sorted(groups.items(), key=lambda item: (item[0] is None, item[0]))
    ]
    with connect_to(mixed) as connection:
        assert query(connection, LOCAL) == found
        assert query(connection, LOCAL) == found  # asked for ahead, as its size is known
        # Without keys, as it should fit into one answer; which it does not.
        assert query(connection, LOCAL.replace("count(DISTINCT Id)", "count(*)")) == found


WHOLE = "SELECT Id, Name, N FROM UsrPaged"


def with_guids(arrow: Any) -> list[tuple[Any, ...]]:
    """Return the rows of an Arrow table or batch as a fetch has them."""
    return [(uuid.UUID(key), *rest) for key, *rest in as_rows(arrow)]


def test_arrow_is_given_the_rows_of_pages_that_are_read_in_two_ways(mixed: Sandbox) -> None:
    with connect_to(mixed) as connection, connection.cursor() as cursor:
        rows = cursor.execute(WHOLE).fetchall()
        assert with_guids(cursor.execute(WHOLE).fetch_arrow_table()) == rows
        batches = cursor.execute(WHOLE).fetch_record_batches()
        given = [*with_guids(next(batches)), *with_guids(next(batches))]
        assert given + with_guids(cursor.fetch_arrow_table()) == rows


@pytest.mark.parametrize("after", range(6))
def test_a_row_that_leaves_while_arrow_is_read_is_seen(after: int, mixed: Sandbox) -> None:
    with connect_to(mixed) as other, connect_to(mixed) as connection, connection.cursor() as cursor:
        expected = query(other, WHOLE)
        assert "UsrPaged" in connection.catalog
        mixed.add_fault("meanwhile", 1, after=after, method="GET", others=[DELETED])
        try:
            found = with_guids(cursor.execute(WHOLE).fetch_arrow_table())
        except OperationalError as error:
            assert "run the statement again" in str(error)
        else:
            mixed.clear_faults()
            assert found in (expected, query(other, WHOLE))


@pytest.mark.parametrize("after", range(6))
@pytest.mark.parametrize("seen", [False, True], ids=["first", "again"])
def test_a_row_that_leaves_while_pages_are_read_in_two_ways_is_seen(seen: bool, after: int, mixed: Sandbox) -> None:
    with connect_to(mixed) as other, connect_to(mixed) as connection:
        expected = query(connection if seen else other, LOCAL)
        assert "UsrPaged" in connection.catalog
        mixed.add_fault("meanwhile", 1, after=after, method="GET", others=[DELETED])
        try:
            found = query(connection, LOCAL)
        except OperationalError as error:
            assert "run the statement again" in str(error)
        else:
            mixed.clear_faults()
            assert found in (expected, query(other, LOCAL))


# -- other servers' answers ----------------------------------------------------------------------------------

METADATA = b"""<?xml version="1.0"?><edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
<edmx:DataServices><Schema Namespace="S" xmlns="http://docs.oasis-open.org/odata/ns/edm"><EntityType Name="A"><Key>
<PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Guid" Nullable="false"/><Property Name="Name"
Type="Edm.String"/></EntityType><EntityType Name="T"><Key><PropertyRef Name="Id"/></Key><Property Name="Id"
Type="Edm.Guid" Nullable="false"/><Property Name="Day" Type="Edm.DateTimeOffset"/><Property Name="AId"
Type="Edm.Guid"/><NavigationProperty Name="A" Type="S.A"/></EntityType><EntityContainer Name="C"><EntitySet Name="A"
EntityType="S.A"/><EntitySet Name="T" EntityType="S.T"><NavigationPropertyBinding Path="A" Target="A"/></EntitySet>
</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>"""


@pytest.fixture
def one_row() -> Iterator[dict[str, Any]]:
    """What the one row of T is shown as; the server is at "url"."""
    shown: dict[str, Any] = {}

    def rule(asked: Asked) -> Said:
        if "$metadata" in asked.target:
            return said(200, METADATA, kind="application/xml")
        row = {name: value for name, value in shown.items() if name != "url"}
        return said(200, json.dumps({"value": [row], "@odata.count": 1}).encode())

    server = Server(rule=rule, logins=[login("BPMCSRF=x; path=/", ".ASPXAUTH=y; path=/")])
    shown["url"] = server.url
    yield shown
    server.stop()


def connect(shown: dict[str, Any]) -> Connection:
    return creatio_dbapi.connect(shown["url"], "u", "p", cache_directory="", collation="binary")


@pytest.mark.parametrize("join", ["JOIN", "LEFT JOIN"])
def test_a_lookup_that_was_to_come_along_and_did_not_is_an_error(join: str, one_row: dict[str, Any]) -> None:
    one_row |= {"Id": str(key(1)), "AId": str(key(2))}
    with connect(one_row) as connection, pytest.raises(OperationalError, match="lacks the link A,"):
        query(connection, f"SELECT t.Id, a.Name FROM T t {join} A a ON a.Id = t.AId LIMIT 3")


@pytest.mark.parametrize(
    "moment",
    ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000Z", "0001-01-01T00:00:00+00:00", "0001-01-01T03:00:00+03:00"],
)
@pytest.mark.parametrize("rest", ["", " ORDER BY Day + INTERVAL 1 DAY"])
def test_the_empty_moment_is_null_however_it_is_written(moment: str, rest: str, one_row: dict[str, Any]) -> None:
    one_row |= {"Id": str(key(1)), "Day": moment}
    with connect(one_row) as connection:
        assert query(connection, f"SELECT Day FROM T{rest}") == [(None,)]


@pytest.mark.parametrize("rest", ["", " ORDER BY Day + INTERVAL 1 DAY"])
def test_guids_in_arrow_are_written_as_python_writes_them(rest: str, one_row: dict[str, Any]) -> None:
    capitals = str(uuid.UUID("ab" * 16)).upper()
    one_row |= {"Id": capitals, "Day": "2024-01-01T00:00:00Z"}
    with connect(one_row) as connection, connection.cursor() as cursor:
        assert cursor.execute(f"SELECT Id FROM T{rest}").fetch_arrow_table()["Id"].to_pylist() == [capitals.lower()]


def test_a_moment_before_the_calendar_is_an_error_of_the_driver(one_row: dict[str, Any]) -> None:
    one_row |= {"Id": str(key(1)), "Day": "0001-01-01T00:00:00+03:00"}
    with connect(one_row) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT Day FROM T")
        with pytest.raises(DataError):
            cursor.fetchone()
        with pytest.raises(OperationalError, match="run the statement again"):
            cursor.fetchone()


# -- pages ahead ---------------------------------------------------------------------------------------------

FULL = 20_000  # two pages
NUMBERED = METADATA.replace(b'Name="Day" Type="Edm.DateTimeOffset"', b'Name="N" Type="Edm.Int32"')
LOCALLY = "SELECT N % 2, count(*), max(N) FROM T GROUP BY 1 ORDER BY 1"


@dataclass
class Numbers:
    """A server whose T has numbered rows: `now` for the answers with a count and at the end, `before` for others."""

    before: list[int]
    now: list[int]
    server: Server = field(init=False)

    def __post_init__(self) -> None:
        self.server = Server(rule=self.rule, logins=[login("BPMCSRF=x; path=/", ".ASPXAUTH=y; path=/")])

    def rule(self, asked: Asked) -> Said:
        if "$metadata" in asked.target:
            return said(200, NUMBERED, kind="application/xml")
        wanted = {name: int(value) for name, value in re.findall(r"(?:\$|%24)(skip|top)=(\d+)", asked.target)}
        late = "count=true" in asked.target or wanted.get("skip", 0) >= FULL - 1
        rows = self.now if late else self.before
        skip = wanted.get("skip", 0)
        shown = [{"Id": str(key(number + 1)), "N": number} for number in rows[skip : skip + wanted["top"]]]
        answer = {"value": shown} if "count=true" not in asked.target else {"@odata.count": len(rows), "value": shown}
        return said(200, json.dumps(answer, separators=(",", ":")).encode())


@pytest.fixture
def numbers() -> Iterator[Numbers]:
    """Two full pages of rows."""
    made = Numbers(list(range(FULL)), list(range(FULL)))
    yield made
    made.server.stop()


def test_a_row_behind_a_full_last_page_is_not_lost_where_the_count_comes_last(numbers: Numbers) -> None:
    with creatio_dbapi.connect(numbers.server.url, "u", "p", cache_directory="", collation="binary") as connection:
        found = [(0, FULL // 2, FULL - 2), (1, FULL // 2, FULL - 1)]
        assert query(connection, LOCALLY) == query(connection, LOCALLY) == found
        numbers.before = [*range(FULL), 1_000_000]
        numbers.now = [number for number in numbers.before if number != 15_000]
        with pytest.raises(OperationalError, match="run the statement again"):
            query(connection, LOCALLY)


def test_a_table_that_shrank_since_is_read_whole(numbers: Numbers) -> None:
    with creatio_dbapi.connect(numbers.server.url, "u", "p", cache_directory="", collation="binary") as connection:
        query(connection, LOCALLY)
        for rows in (FULL - 1, 10_001, 10_000, 9_999, 1, 0):
            numbers.before = numbers.now = list(range(rows))
            found = [(part, len(range(part, rows, 2)), max(range(part, rows, 2))) for part in (0, 1) if rows > part]
            assert query(connection, LOCALLY) == found


def test_large_pages_are_not_asked_for_ahead_in_vain(sandbox: Sandbox) -> None:
    names = [f"C{number}" for number in range(80)]
    rows = [{"Id": key(number + 1), **dict.fromkeys(names, ""), "C0": "x" * 10_000} for number in range(2_500)]
    sandbox.create_object("UsrWide", {"Id": "Edm.Guid", **dict.fromkeys(names, "Edm.String")}, base=False, rows=rows)
    sql = f"SELECT count(*), sum(length({' || '.join(names)})) FROM UsrWide"
    with connect_to(sandbox) as connection:
        for _ in range(3):
            sandbox.clear_requests()
            assert query(connection, sql) == [(2_500, 25_000_000)]
            asked = [record for record in data_requests(sandbox) if "UsrWide" in record.url]
            assert sum(record.rows for record in asked) < len(rows) + len(asked)


def test_few_rows_of_a_large_table_do_not_bring_all_of_a_small_one(sandbox: Sandbox) -> None:
    code, row = {"Id": "Edm.Guid", "Name": "Edm.String"}, {"Id": "Edm.Guid", "CodeId": "Edm.Guid", "N": "Edm.Int32"}
    codes = [{"Id": key(number + 1), "Name": f"c{number}"} for number in range(50)]
    rows = [{"Id": key(number + 1), "CodeId": key(number % 50 + 1), "N": number} for number in range(600)]
    sandbox.create_object("UsrCode", code, base=False, rows=codes)
    sandbox.create_object("UsrRow", row, base=False, rows=rows)
    with connect_to(sandbox, collation="sensitive") as connection:
        query(connection, "SELECT (SELECT count(*) FROM UsrCode), (SELECT count(*) FROM UsrRow)")
        join = "SELECT c.Name, r.N FROM UsrRow r LEFT JOIN UsrCode c ON c.Id = r.CodeId"
        assert query(connection, f"{join} ORDER BY r.N DESC LIMIT 2") == [("c49", 599), ("c48", 598)]
        assert query(connection, f"{join} LIMIT 2") == [("c0", 0), ("c1", 1)]
        assert sum(record.rows for record in data_requests(sandbox)) < 10
        sandbox.clear_requests()
        assert len(query(connection, f"SELECT Name, sum(N % 7) FROM ({join}) GROUP BY Name")) == 50
        assert len(data_requests(sandbox)) == 2


def test_a_signal_that_the_program_takes_does_not_end_a_statement(sandbox: Sandbox) -> None:
    rows = [{"Id": key(number + 1), "N": number} for number in range(25_000)]
    sandbox.create_object("UsrRow", {"Id": "Edm.Guid", "N": "Edm.Int32"}, base=False, rows=rows)
    noted: list[int] = []
    done = threading.Event()

    def send() -> None:
        while not done.wait(0.003):
            os.kill(os.getpid(), signal.SIGTERM)

    before = signal.signal(signal.SIGTERM, lambda number, _: noted.append(number))
    sender = threading.Thread(target=send)
    sender.start()
    try:
        with connect_to(sandbox) as connection:
            found = [len(query(connection, "SELECT N, upper('x' || N) FROM UsrRow WHERE N % 1 = 0")) for _ in range(5)]
    finally:
        done.set()
        sender.join()
        signal.signal(signal.SIGTERM, before)
    assert noted
    assert found == [25_000] * 5
