"""Statements that are easily narrowed too far, and servers that page, show and leave out in their own ways."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from typing import Any

import pytest

import creatio_dbapi
from creatio_dbapi import Connection, DataError, OperationalError
from creatio_dbapi.sandbox import Column, Sandbox
from tests.fix_connection import connect_to, query
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
def mixed(paged: Sandbox) -> Sandbox:
    """A sandbox with the same object in pages of which some have escapes and nulls, and are read in another way."""
    paged.reset_switches()
    paged.insert("UsrPaged", [{"Id": key(ROWS + 1), "Name": 'a\\b"c', "N": None}])
    paged.insert("UsrPaged", [{"Id": key(ROWS + number), "Name": f"r{number}", "N": 3} for number in range(2, 60)])
    paged.switch(page_cap=20)
    return paged


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


def test_a_moment_before_the_calendar_is_an_error_of_the_driver(one_row: dict[str, Any]) -> None:
    one_row |= {"Id": str(key(1)), "Day": "0001-01-01T00:00:00+03:00"}
    with connect(one_row) as connection, pytest.raises(DataError):
        query(connection, "SELECT Day FROM T")
