"""Lookups that come along with the rows that look them up: without keys, where nothing but the join reads them."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from creatio_dbapi import Connection
from creatio_dbapi.sandbox import Column, Sandbox
from tests.fix_connection import connect_to, in_any_order, query
from tests.fix_sandbox import data_requests

_KINDS = ("Big", "Big", "", "small", None)  # two are alike, and two show an empty name
_MANY = 20_001  # more rows than lookups come along with


def key(number: int) -> uuid.UUID:
    """Return the key of a kind, or of no row from 5 on."""
    return uuid.UUID(int=number + 1)


@pytest.fixture(scope="module")
def crm() -> Iterator[Sandbox]:
    """Things of five kinds of two groups; some point at no kind, one at a kind that is gone."""
    with Sandbox(contacts=0) as sandbox:
        sandbox.create_object("UsrGroup", {"Name": "Edm.String"}, rows=[{"Id": key(n), "Name": "g"} for n in range(2)])
        sandbox.create_object(
            "UsrKind",
            {
                "Name": Column("Edm.String"),
                "Good": Column("Edm.Boolean"),
                "GroupId": Column("Edm.Guid", target="UsrGroup"),
            },
        )
        kinds = [
            {"Id": key(n), "Name": name, "Good": n % 2 == 0, "GroupId": key(n % 2) if n < 3 else None}
            for n, name in enumerate(_KINDS)
        ]
        sandbox.insert("UsrKind", kinds)
        sandbox.create_object("UsrThing", {"N": Column("Edm.Int32"), "KindId": Column("Edm.Guid", target="UsrKind")})
        things = [{"N": n, "KindId": key(n % 7) if n % 7 < 6 else None} for n in range(40)]
        sandbox.insert("UsrThing", things)
        yield sandbox


@pytest.fixture(scope="module")
def local(crm: Sandbox) -> Iterator[Connection]:
    """A connection that reads every table whole."""
    with connect_to(crm, pushdown=False, collation="sensitive") as connection:
        yield connection


@pytest.fixture(scope="module")
def known(crm: Sandbox) -> Iterator[Connection]:
    """A connection that has seen the server show an empty lookup as null, and how many rows there are."""
    with connect_to(crm, collation="sensitive") as connection:
        query(connection, "SELECT t.N, k.Name FROM UsrThing t LEFT JOIN UsrKind k ON k.Id = t.KindId")
        yield connection


_JOINED = "FROM UsrThing t JOIN UsrKind k ON k.Id = t.KindId"
STATEMENTS = (
    "SELECT t.N, k.Name FROM UsrThing t JOIN UsrKind k ON k.Id = t.KindId",
    "SELECT t.N, k.Name, k.Good FROM UsrThing t LEFT JOIN UsrKind k ON t.KindId = k.Id",
    "SELECT k.Name, count(*) FROM UsrThing t LEFT JOIN UsrKind k ON k.Id = t.KindId GROUP BY k.Name",
    "SELECT count(*), count(k.Name) FROM UsrThing t LEFT JOIN UsrKind k ON k.Id = t.KindId",
    "SELECT count(*) FROM UsrThing t JOIN UsrKind k ON k.Id = t.KindId",
    "SELECT count(*) FROM UsrThing t, UsrKind k WHERE k.Id = t.KindId AND k.Name = 'Big'",
    "SELECT t.N FROM UsrThing t JOIN UsrKind k ON k.Id = t.KindId WHERE k.Name = ''",
    "SELECT t.N FROM UsrThing t JOIN UsrKind k ON k.Id = t.KindId WHERE k.Good",
    "SELECT t.N FROM UsrThing t JOIN UsrKind k ON k.Id = t.KindId WHERE NOT k.Good",
    "SELECT t.N FROM UsrThing t JOIN UsrKind k ON k.Id = t.KindId WHERE k.Name IN ('Big', 'small') AND t.N > 5",
    "SELECT t.N, k.Name FROM UsrThing t LEFT JOIN UsrKind k ON k.Id = t.KindId AND k.Name = 'Big'",
    "SELECT t.N, k.Name FROM UsrThing t LEFT JOIN UsrKind k ON k.Id = t.KindId WHERE k.Name = 'Big'",
    "SELECT DISTINCT k.Name, k.Good FROM UsrThing t JOIN UsrKind k ON k.Id = t.KindId",
    # what reads a key besides, so that kinds that are alike stay two
    "SELECT k.Id, k.Name, count(*) FROM UsrThing t JOIN UsrKind k ON k.Id = t.KindId GROUP BY k.Id, k.Name",
    "SELECT k.Name, count(DISTINCT k.Id) FROM UsrThing t JOIN UsrKind k ON k.Id = t.KindId GROUP BY k.Name",
    "SELECT k.Name, count(DISTINCT t.KindId) FROM UsrThing t JOIN UsrKind k ON k.Id = t.KindId GROUP BY k.Name",
    "SELECT * FROM UsrThing t JOIN UsrKind k ON k.Id = t.KindId",
    "SELECT t.*, k.Name FROM UsrThing t LEFT JOIN UsrKind k ON k.Id = t.KindId",
    "SELECT a.N, b.N, k.Name FROM UsrThing a JOIN UsrKind k ON k.Id = a.KindId JOIN UsrThing b ON b.KindId = k.Id",
    # rows of the lookup itself, not of what looks it up
    "SELECT k.Name FROM UsrKind k WHERE k.Id IN (SELECT t.KindId FROM UsrThing t)",
    "SELECT k.Name FROM UsrKind k WHERE EXISTS (SELECT 1 FROM UsrThing t WHERE t.KindId = k.Id)",
    "SELECT k.Name FROM UsrKind k WHERE NOT EXISTS (SELECT 1 FROM UsrThing t WHERE t.KindId = k.Id AND t.N > 20)",
    "SELECT k.Name, count(t.N) FROM UsrKind k LEFT JOIN UsrThing t ON t.KindId = k.Id GROUP BY k.Id, k.Name",
    "SELECT k.Name, t.N FROM UsrThing t RIGHT JOIN UsrKind k ON k.Id = t.KindId",
    "SELECT k.Name, t.N FROM UsrThing t FULL JOIN UsrKind k ON k.Id = t.KindId",
    "SELECT N FROM UsrThing t WHERE t.KindId IN (SELECT k.Id FROM UsrKind k WHERE k.Good)",
    "SELECT N FROM UsrThing t WHERE t.KindId NOT IN (SELECT k.Id FROM UsrKind k WHERE k.Good)",
    "SELECT N FROM UsrThing t WHERE EXISTS (SELECT 1 FROM UsrKind k WHERE k.Id = t.KindId AND k.Name = 'Big')",
    "SELECT N, (SELECT k.Name FROM UsrKind k WHERE k.Id = t.KindId) FROM UsrThing t",
    "SELECT N, (SELECT count(*) FROM UsrKind k WHERE k.Id = t.KindId) FROM UsrThing t",
    # a lookup's own lookup
    f"SELECT t.N, k.Name, g.Name {_JOINED} LEFT JOIN UsrGroup g ON g.Id = k.GroupId",
    f"SELECT g.Name, count(*) {_JOINED} JOIN UsrGroup g ON g.Id = k.GroupId GROUP BY 1",
    f"SELECT g.Id, count(*) {_JOINED} JOIN UsrGroup g ON g.Id = k.GroupId GROUP BY 1",
    f"SELECT count(*) {_JOINED} JOIN UsrGroup g ON g.Id = k.GroupId AND g.Name = 'g'",
    # two mentions of one lookup
    "SELECT k.Name, o.Good FROM UsrThing t JOIN UsrKind k ON k.Id = t.KindId JOIN UsrKind o ON o.Id = t.KindId",
    "SELECT t.N FROM UsrThing t JOIN UsrKind USING (Id)",
)  # fmt: skip


@pytest.mark.parametrize("sql", STATEMENTS)
def test_the_rows_are_those_of_whole_tables(known: Connection, local: Connection, sql: str) -> None:
    right = in_any_order(query(local, sql))
    for _ in range(2):  # the second time, it is known how much there is
        assert in_any_order(query(known, sql)) == right


@pytest.mark.parametrize("sql", STATEMENTS)
def test_on_pages_too(crm: Sandbox, local: Connection, sql: str) -> None:
    right = in_any_order(query(local, sql))
    crm.switch(page_cap=9)
    try:
        with connect_to(crm, collation="sensitive") as connection:
            query(connection, "SELECT t.N, k.Name FROM UsrThing t LEFT JOIN UsrKind k ON k.Id = t.KindId")
            assert in_any_order(query(connection, sql)) == right
    finally:
        crm.reset_switches()


def asked(sandbox: Sandbox, connection: Connection, sql: str) -> list[str]:
    """Run a query, and return what was asked for it of the columns."""
    sandbox.clear_requests()
    query(connection, sql)
    addresses = [record.url.partition("/odata/")[2] for record in data_requests(sandbox)]
    return [address.partition("&$filter")[0].partition("&$orderby")[0] for address in addresses]


@pytest.mark.parametrize(
    ("sql", "columns"),
    [
        (STATEMENTS[0], "UsrThing?$select=N&$expand=Kind($select=Name)"),
        (STATEMENTS[4], "UsrThing?$select=ProcessListeners&$expand=Kind($select=ProcessListeners)"),
        (STATEMENTS[5], "UsrThing?$select=ProcessListeners"),
        (STATEMENTS[13], "UsrThing?$select=KindId&$expand=Kind($select=Name)"),
    ],
)
def test_what_is_asked_for(crm: Sandbox, known: Connection, sql: str, columns: str) -> None:
    query(known, sql)
    assert asked(crm, known, sql) == [columns]


def test_until_an_empty_lookup_was_seen_keys_come_along(crm: Sandbox) -> None:
    """Nobody wrote what an empty lookup is expanded to: null, or a row of empty cells that only its key would tell."""
    with connect_to(crm, collation="sensitive") as connection:
        query(connection, "SELECT count(*) FROM UsrThing")
        assert asked(crm, connection, f"{STATEMENTS[0]} WHERE t.N = 1") == [
            "UsrThing?$select=KindId,N&$expand=Kind($select=Id,Name)"
        ]


def test_too_many_rows_to_come_with_their_lookups(crm: Sandbox) -> None:
    crm.create_object("UsrMany", {"N": Column("Edm.Int32"), "KindId": Column("Edm.Guid", target="UsrKind")})
    crm.insert("UsrMany", [{"N": n, "KindId": key(n % 7)} for n in range(_MANY)])
    with connect_to(crm, collation="sensitive") as connection:
        query(connection, "SELECT t.N, k.Name FROM UsrThing t LEFT JOIN UsrKind k ON k.Id = t.KindId")
        sql = "SELECT k.Name, count(*) FROM UsrMany t JOIN UsrKind k ON k.Id = t.KindId GROUP BY k.Name ORDER BY 1"
        counts = Counter(n % 7 for n in range(_MANY))
        empty = counts[2] + counts[4]
        for _ in range(2):
            assert query(connection, sql) == [("", empty), ("Big", counts[0] + counts[1]), ("small", counts[3])]


# -- rows without the lookup that they are joined to ---------------------------------------------------------


def filters(sandbox: Sandbox, connection: Connection, sql: str) -> list[str]:
    """Run a query, and return what was asked for it, as conditions."""
    sandbox.clear_requests()
    query(connection, sql)
    addresses = [unquote(record.url) for record in data_requests(sandbox)]
    return [address.partition("$filter=")[2].partition("&$orderby")[0] for address in addresses]


PRESENT = "Kind/Id ne null"


def test_rows_that_were_seen_without_their_lookup_are_not_asked_for(crm: Sandbox, tmp_path: Path) -> None:
    with connect_to(crm, collation="sensitive", cache_directory=str(tmp_path)) as connection:
        assert filters(crm, connection, STATEMENTS[0]) == [""]
        *learning, asked_for = filters(crm, connection, STATEMENTS[0])
        assert (len(learning), asked_for) == (3, PRESENT)
        assert filters(crm, connection, f"{STATEMENTS[0]} WHERE t.N > 5 OR k.Good") == [PRESENT]
        assert filters(crm, connection, f"{STATEMENTS[0]} WHERE t.N > 5") == [f"N gt 5 and {PRESENT}"]
        for sql in (STATEMENTS[1], STATEMENTS[21], STATEMENTS[24]):
            assert PRESENT not in str(filters(crm, connection, sql))
    with connect_to(crm, collation="sensitive", cache_directory=str(tmp_path)) as connection:
        assert filters(crm, connection, STATEMENTS[0]) == [""]
        assert filters(crm, connection, STATEMENTS[0]) == [PRESENT]


def test_nothing_is_asked_where_it_is_known_that_lookups_compare_with_null(crm: Sandbox) -> None:
    with connect_to(crm, collation="sensitive", forms="lookup_null") as connection:
        assert [filters(crm, connection, STATEMENTS[0]) for _ in range(2)] == [[""], [PRESENT]]


def test_nothing_is_learned_of_rows_that_all_have_the_lookup(crm: Sandbox) -> None:
    crm.create_object("UsrLate", {"N": Column("Edm.Int32"), "KindId": Column("Edm.Guid", target="UsrKind")})
    late = [{"Id": key(n), "N": n, "KindId": key(n % 5) if n < 150 else None} for n in range(200)]
    crm.insert("UsrLate", late)
    sql = "SELECT t.N, k.Name FROM UsrLate t JOIN UsrKind k ON k.Id = t.KindId"
    with connect_to(crm, collation="sensitive") as connection:
        assert [len(filters(crm, connection, sql)) for _ in range(3)] == [1, 2, 1]
        assert filters(crm, connection, sql) == [""]
        assert len(query(connection, sql)) == 150


def test_where_the_server_does_not_take_it_the_rows_are_the_same(crm: Sandbox, local: Connection) -> None:
    right = in_any_order(query(local, STATEMENTS[0]))
    crm.switch(node_limit=3)
    try:
        with connect_to(crm, collation="sensitive") as connection:
            for _ in range(3):
                assert in_any_order(query(connection, STATEMENTS[0])) == right
    finally:
        crm.reset_switches()


# -- a table that looks itself up ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def tree() -> Iterator[Sandbox]:
    """Nodes with their parents; one is its own parent, the parents of some are gone."""
    with Sandbox(contacts=0) as sandbox:
        columns = {"N": Column("Edm.Int32"), "ParentId": Column("Edm.Guid", target="UsrNode")}
        sandbox.create_object("UsrNode", columns)
        parents = [None if n % 3 == 0 else key(n // 2) if n % 11 else key(900) for n in range(60)]
        sandbox.insert("UsrNode", [{"Id": key(n), "N": n, "ParentId": parents[n]} for n in range(60)])
        yield sandbox


_PARENTS = "FROM UsrNode c JOIN UsrNode p ON p.Id = c.ParentId"


@pytest.mark.parametrize(
    ("sql", "requests"),
    [
        (f"SELECT c.N, p.N {_PARENTS}", 1),
        (f"SELECT p.N, count(*) {_PARENTS} GROUP BY p.Id, p.N", 1),
        ("SELECT c.N, p.N FROM UsrNode c LEFT JOIN UsrNode p ON p.Id = c.ParentId", 1),
        ("SELECT p.N, count(c.Id) FROM UsrNode p LEFT JOIN UsrNode c ON p.Id = c.ParentId GROUP BY 1", 1),
        ("SELECT N FROM UsrNode p WHERE NOT EXISTS (SELECT 1 FROM UsrNode c WHERE p.Id = c.ParentId)", 1),
        ("SELECT N FROM UsrNode c WHERE ParentId IN (SELECT p.Id FROM UsrNode p)", 1),
        ("SELECT N FROM UsrNode p WHERE Id IN (SELECT c.ParentId FROM UsrNode c)", 1),
        (f"SELECT c.N, g.N {_PARENTS} JOIN UsrNode g ON g.Id = p.ParentId", 1),
        ("SELECT c.N, p.N FROM UsrNode c, UsrNode p WHERE p.ParentId = c.ParentId", 1),
        ("SELECT c.N, p.N FROM UsrNode c JOIN UsrNode p ON p.Id = c.ParentId AND c.Id = p.ParentId", 1),
    ],
)
def test_a_table_that_looks_itself_up(tree: Sandbox, sql: str, requests: int) -> None:
    with connect_to(tree, pushdown=False) as connection:
        right = in_any_order(query(connection, sql))
    with connect_to(tree) as connection:
        for _ in range(3):
            tree.clear_requests()
            assert in_any_order(query(connection, sql)) == right
        assert len(data_requests(tree)) == requests


def test_a_parent_comes_along_with_its_child(tree: Sandbox) -> None:
    with connect_to(tree) as connection:
        query(connection, f"SELECT c.N, p.N {_PARENTS}")
        query(connection, f"SELECT c.N, p.N {_PARENTS}")
        assert asked(tree, connection, f"SELECT c.N, p.N {_PARENTS}") == ["UsrNode?$select=N&$expand=Parent($select=N)"]
