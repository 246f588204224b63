"""What statements cost, counted in the server's request log: requests are what a subscription counts."""

from __future__ import annotations

import uuid
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

import creatio_dbapi
from creatio_dbapi import Connection
from creatio_dbapi.sandbox import Column, RequestRecord, Sandbox
from tests.fix_connection import Rows, connect_to, query
from tests.fix_sandbox import data_requests

LONG = 10_000  # values in an IN list


@dataclass(frozen=True)
class Cost:
    """The rows of a statement and the requests that brought them."""

    rows: Rows
    requests: list[RequestRecord]

    @property
    def received(self) -> int:
        """How many rows the server sent."""
        return sum(record.rows for record in self.requests)

    @property
    def tables(self) -> list[str]:
        """The entity sets asked, in alphabetical order."""
        return sorted(record.url.partition("/odata/")[2].partition("?")[0] for record in self.requests)


def cost_of(sandbox: Sandbox, connection: Connection, sql: str, parameters: object = None) -> Cost:
    """Run a query and return what it brought and what was asked for it."""
    sandbox.clear_requests()
    rows = query(connection, sql, parameters)
    return Cost(rows, data_requests(sandbox))


@pytest.fixture(scope="module")
def known(demo: Sandbox, demo_connection: Connection) -> Connection:
    """A connection that has learned what it asks a server once: its tables, and how it compares text."""
    query(demo_connection, "SELECT Id FROM ContactType WHERE Name = 'Customer'")
    return demo_connection


# -- one request for what one request can tell ---------------------------------------------------------------


def test_a_primary_key_takes_one_request_and_one_row(demo: Sandbox, known: Connection) -> None:
    key = str(demo.rows("Contact")[7]["Id"])
    cost = cost_of(demo, known, "SELECT * FROM Contact WHERE Id = ?", [uuid.UUID(key)])
    assert len(cost.rows) == len(cost.requests) == cost.received == 1


def test_the_statistics_of_a_cursor_say_the_same(demo: Sandbox, known: Connection) -> None:
    key = str(demo.rows("Contact")[7]["Id"])
    with known.cursor() as cursor:
        cursor.execute("SELECT Name FROM Contact WHERE Id = ?", [key]).fetchall()
        assert (cursor.stats.requests, cursor.stats.rows_received) == (1, 1)


def test_a_primary_key_that_is_not_there_takes_one_request(demo: Sandbox, known: Connection) -> None:
    cost = cost_of(demo, known, "SELECT Name FROM Contact WHERE Id = ?", [uuid.UUID(int=1)])
    assert (cost.rows, len(cost.requests), cost.received) == ([], 1, 0)


@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        ("SELECT count(*) FROM Contact", 2000),
        ("SELECT count(Id) FROM Contact", 2000),
        ("SELECT count(*) FROM Contact WHERE Age > 40", None),
        ("SELECT count(*) FROM Case WHERE extract(year FROM RegisteredOn) = 2025", None),
        ("SELECT count(BirthDate) FROM Contact", None),
    ],
)
def test_a_count_takes_one_request_and_under_a_kilobyte(
    demo: Sandbox, known: Connection, local_connection: Connection, sql: str, rows: int | None
) -> None:
    cost = cost_of(demo, known, sql)
    assert (len(cost.requests), cost.received) == (1, 0)
    assert cost.requests[0].bytes < 1024
    assert cost.rows == query(local_connection, sql)
    assert rows is None or cost.rows == [(rows,)]


def test_a_lookup_of_one_row_takes_two_requests_at_most(demo: Sandbox, known: Connection) -> None:
    row = next(row for row in demo.rows("Contact") if row["AccountId"] and row["Name"])
    sql = "SELECT c.Name, a.Name FROM Contact c JOIN Account a ON a.Id = c.AccountId WHERE c.Id = ?"
    cost = cost_of(demo, known, sql, [row["Id"]])
    assert [found[0] for found in cost.rows] == [row["Name"]]
    assert len(cost.requests) <= 2
    assert cost.received <= 2


def test_three_lookups_of_one_row_take_a_request_each(demo: Sandbox, known: Connection) -> None:
    row = next(row for row in demo.rows("Contact") if row["AccountId"] and row["CityId"])
    sql = (
        "SELECT c.Name, a.Name, t.Name, o.Name FROM Contact c LEFT JOIN Account a ON a.Id = c.AccountId "
        "LEFT JOIN City t ON t.Id = c.CityId LEFT JOIN Contact o ON o.Id = c.OwnerId WHERE c.Id = ?"
    )
    cost = cost_of(demo, known, sql, [row["Id"]])
    assert len(cost.rows) == 1
    assert len(cost.requests) <= 4
    assert cost.received <= 4


def test_a_limit_takes_one_request_and_its_rows(demo: Sandbox, known: Connection) -> None:
    cost = cost_of(demo, known, "SELECT Name FROM Contact LIMIT 5")
    assert len(cost.rows) == cost.received == 5
    assert len(cost.requests) == 1
    assert "$select=Name&" in cost.requests[0].url


def test_a_limit_around_a_subquery_takes_what_it_needs(demo: Sandbox, known: Connection) -> None:
    """The shape that BI tools send; what they look at is not the table whole."""
    cost = cost_of(demo, known, "SELECT * FROM (SELECT Name, Email FROM Contact) AS virtual_table LIMIT 5")
    assert len(cost.rows) == 5
    assert len(cost.requests) == 1


@pytest.mark.parametrize("call", ["min", "max"])
def test_an_extreme_takes_one_row(demo: Sandbox, known: Connection, call: str) -> None:
    cost = cost_of(demo, known, f"SELECT {call}(RegisteredOn) FROM Case")
    assert (len(cost.rows), len(cost.requests), cost.received) == (1, 1, 1)


@pytest.mark.parametrize(
    ("sql", "rows", "requests"),
    [
        ("SELECT max(Age) FROM Contact WHERE Age < 41", [(40,)], 1),
        ("SELECT Name IS NULL FROM Contact LIMIT 1", [(False,)], 1),
        ("SELECT 1 WHERE EXISTS (SELECT 1 FROM Contact WHERE Age > 30)", [(1,)], 1),
        ("SELECT Name FROM Contact WHERE Age > 5000 LIMIT 1", [], 2),
        ("SELECT 1 WHERE EXISTS (SELECT 1 FROM Contact WHERE Age > 5000)", [], 2),
    ],
)
def test_no_server_has_to_count_for_one_row(
    demo: Sandbox, known: Connection, sql: str, rows: Rows, requests: int
) -> None:
    """Only where no row comes must the count say that there is none."""
    cost = cost_of(demo, known, sql)
    assert cost.rows == rows
    assert ["$count=true" in record.url for record in cost.requests] == [False, True][:requests]


def test_the_first_by_a_moment_take_one_request(demo: Sandbox, known: Connection) -> None:
    sql = "SELECT Number, RegisteredOn FROM Case WHERE RegisteredOn >= '2025-01-01' ORDER BY RegisteredOn LIMIT 10"
    cost = cost_of(demo, known, sql)
    assert len(cost.rows) == cost.received == 10
    assert len(cost.requests) == 1


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT Name FROM Contact LIMIT 0",
        "SELECT Name FROM Contact WHERE false",
        "SELECT Name FROM Contact WHERE 1 = 0",
        "SELECT Name FROM Contact WHERE Name = NULL",
        "SELECT count(*) FROM Contact WHERE false",
        "SELECT c.Name FROM Contact c JOIN Account a ON a.Id = c.AccountId WHERE 1 = 2",
        "SELECT * FROM (SELECT Name FROM Contact) AS virtual_table WHERE false",
        "SELECT * FROM (SELECT Name FROM Contact) AS virtual_table LIMIT 0",
        "SELECT c.Name FROM Contact c JOIN Account a ON a.Id = c.AccountId LIMIT 0",
        "SELECT 1",
        "VALUES (1, 'a'), (2, 'b')",
    ],
)
def test_what_needs_no_row_asks_for_none(demo: Sandbox, known: Connection, sql: str) -> None:
    cost = cost_of(demo, known, sql)
    assert cost.requests == []


def test_nothing_is_asked_for_a_statement_that_fails_to_plan(demo: Sandbox, known: Connection) -> None:
    for sql in ("SELECT Nmae FROM Contact", "SELECT Name FROM Contcat", "SELECT FROM WHERE", "DROP TABLE Contact"):
        demo.clear_requests()
        with pytest.raises(creatio_dbapi.Error):
            query(known, sql)
        assert demo.requests == []


def selected(cost: Cost) -> list[set[str]]:
    """Return the columns that each request asked for."""
    return [set(record.url.partition("$select=")[2].partition("&")[0].split(",")) for record in cost.requests]


LENGTHY = "SELECT upper(Name) FROM Contact WHERE length(Email) > 10"


def test_only_columns_in_use_are_fetched_and_the_key_where_several_answers_may_come(demo: Sandbox) -> None:
    with connect_to(demo, collation="sensitive") as connection:
        connection.catalog.load()
        assert selected(cost_of(demo, connection, LENGTHY)) == [{"Id", "Name", "Email"}]
        assert selected(cost_of(demo, connection, LENGTHY)) == [{"Name", "Email"}]
        explained = query(connection, f"EXPLAIN {LENGTHY}")
        assert "Contact?$select=Email,Name&$orderby=Id" in {text for _, text in explained}


# -- identical scans, and joins ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT Name FROM City UNION ALL SELECT Name FROM City",
        "SELECT a.Name, b.Name FROM City a JOIN City b ON a.Name > b.Name AND length(a.Name) = length(b.Name)",
        "WITH c AS (SELECT Name FROM City) SELECT * FROM c EXCEPT SELECT Name FROM City WHERE true",
        "SELECT Name, (SELECT count(*) FROM City) FROM City WHERE length(Name) > (SELECT avg(length(Name)) FROM City)",
    ],
)
def test_identical_scans_are_fetched_once(
    demo: Sandbox, known: Connection, local_connection: Connection, sql: str
) -> None:
    cost = cost_of(demo, known, sql)
    assert Counter(cost.rows) == Counter(query(local_connection, sql))
    assert cost.received <= len(demo.rows("City"))
    assert len([record for record in cost.requests if record.rows]) == 1


def test_a_predicate_on_a_lookup_narrows_what_looks_it_up(demo: Sandbox, known: Connection) -> None:
    sql = "SELECT c.Name FROM Contact c JOIN City t ON t.Id = c.CityId WHERE t.Name = 'Berlin'"
    cost = cost_of(demo, known, sql)
    assert 0 < len(cost.rows) < 500
    assert cost.received <= len(cost.rows) + 2
    assert any("City/Name eq 'Berlin'" in record.url for record in cost.requests)


def test_the_smaller_side_of_a_join_narrows_the_other(demo: Sandbox, known: Connection) -> None:
    sql = (
        'SELECT o.Number, p.Name FROM OrderProduct p JOIN "Order" o ON o.Id = p.OrderId '
        "WHERE o.Date >= '2026-06-01' AND o.Amount > 100"
    )
    cost = cost_of(demo, known, sql)
    assert cost.rows
    assert cost.received < 0.5 * len(demo.rows("OrderProduct"))


# -- long lists ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def strict() -> Iterator[Sandbox]:
    """A sandbox whose web server takes no address beyond IIS' limit, with an object to look up in."""
    with Sandbox(contacts=0, url_limit=2048) as sandbox:
        columns: dict[str, Column | str] = {
            "Id": "Edm.Guid",
            "N": "Edm.Int32",
            "Name": "Edm.String",
            "Amount": "Edm.Decimal",
        }
        rows = [{"Id": uuid.UUID(int=n + 1), "N": n, "Name": f"thing '{n}'", "Amount": n} for n in range(3000)]
        sandbox.create_object("UsrThing", columns, base=False, rows=rows)
        yield sandbox


def _list(values: list[str]) -> str:
    return ", ".join("'" + value.replace("'", "''") + "'" for value in values)


_KEYS = [str(uuid.UUID(int=1 + 2 * number)) for number in range(LONG)]
_NUMBERS = ", ".join(str(2 * number) for number in range(LONG))
_TEXTS = [f"thing '{2 * number}'" for number in range(LONG)]


@pytest.mark.parametrize(
    ("condition", "rows"),
    [
        (f"Id IN ({_list(_KEYS)})", 1500),
        (f"Id NOT IN ({_list(_KEYS)})", 1500),
        (f"N IN ({_NUMBERS})", 1500),
        (f"N NOT IN ({_NUMBERS})", 1500),
        (f"Name IN ({_list(_TEXTS)})", 1500),
        (f"Amount IN ({_NUMBERS})", 1500),
        (f"Id IN ({_list(_KEYS[:400])})", 400),
        (f"Id IN ({_list(_KEYS[:400])}) AND N < 100", 50),
    ],
    ids=["keys", "not keys", "numbers", "not numbers", "texts", "decimals", "400 keys", "400 keys and more"],
)
def test_long_lists(strict: Sandbox, condition: str, rows: int) -> None:
    with connect_to(strict) as connection:
        cost = cost_of(strict, connection, f"SELECT N FROM UsrThing WHERE {condition}")
    assert len(cost.rows) == len(set(cost.rows)) == rows
    assert {record.status for record in cost.requests} == {200}
    assert all(len(record.url) <= 2048 for record in cost.requests)


def test_a_long_list_of_parameters(strict: Sandbox) -> None:
    marks = ", ".join("?" * LONG)
    with connect_to(strict) as connection:
        rows = query(connection, f"SELECT count(*) FROM UsrThing WHERE Id IN ({marks})", _KEYS)
    assert rows == [(1500,)]


def test_a_list_of_a_few_keys_takes_one_request(strict: Sandbox) -> None:
    with connect_to(strict) as connection:
        query(connection, "SELECT N FROM UsrThing LIMIT 1")
        cost = cost_of(strict, connection, f"SELECT N FROM UsrThing WHERE Id IN ({_list(_KEYS[:10])})")
    assert len(cost.requests) == 1
    assert len(cost.rows) == cost.received == 10


# -- law 11 --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Refused:
    """A form that a server does not take, what the driver calls it, and a statement that would use it."""

    server: str
    driver: str
    sql: str
    forms: str = ""


REFUSED = (
    Refused("contains", "contains", "SELECT Name FROM City WHERE Name LIKE '%an%'"),
    Refused("startswith", "startswith", "SELECT Name FROM City WHERE Name LIKE 'B%'"),
    Refused("endswith", "endswith", "SELECT Name FROM City WHERE Name LIKE '%n'"),
    Refused("not", "not", "SELECT Name FROM City WHERE Name NOT LIKE 'B%'"),
    Refused("path", "path", "SELECT t.Name FROM City t JOIN Country c ON c.Id = t.CountryId WHERE c.Name = 'Germany'"),
    Refused("tolower", "tolower", "SELECT Name FROM City WHERE lower(Name) = 'berlin'", "tolower"),
    Refused("in", "in", "SELECT Name FROM City WHERE Name IN ('Berlin', 'Paris', 'Rome')", "in"),
)


@pytest.mark.parametrize("refused", REFUSED, ids=lambda refused: refused.server)
def test_a_form_that_the_server_refuses_is_left_out(refused: Refused) -> None:
    """The rows are the same, and one warning for each connection names the form."""
    with Sandbox(contacts=0) as sandbox:
        with connect_to(sandbox, pushdown=False) as connection:
            right = Counter(query(connection, refused.sql))
        sandbox.switch_forms(off=[refused.server])
        for _ in range(2):
            with connect_to(sandbox, forms=refused.forms) as connection:
                _check_one_warning(sandbox, connection, refused, right)


def _check_one_warning(
    sandbox: Sandbox, connection: Connection, refused: Refused, right: Counter[tuple[Any, ...]]
) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert Counter(query(connection, refused.sql)) == right
        assert any(record.status >= 400 for record in data_requests(sandbox))
        assert Counter(query(connection, refused.sql)) == right
    assert [warning.category for warning in caught] == [creatio_dbapi.Warning]
    assert f'"{refused.driver}"' in str(caught[0].message)


def test_a_refused_form_costs_one_request_once(demo: Sandbox) -> None:
    """What a connection has learned it does not ask again."""
    with Sandbox(contacts=0) as sandbox, connect_to(sandbox) as connection:
        sandbox.switch_forms(off=["contains"])
        sql = "SELECT Name FROM City WHERE Name LIKE '%an%'"
        with pytest.warns(creatio_dbapi.Warning, match="contains"):
            query(connection, sql)
        cost = cost_of(sandbox, connection, sql)
        assert [record.status for record in cost.requests] == [200]
