"""Statements that come again: the plan that is kept gives what a new one gives, whatever the parameters are."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from creatio_dbapi import Connection
from creatio_dbapi.plan_cache import PlanCache, question_of
from creatio_dbapi.profile import CREATIO
from creatio_dbapi.request import Comparison
from creatio_dbapi.sandbox import Sandbox
from creatio_dbapi.types import ZERO_GUID
from tests.fix_connection import connect_to, query
from tests.fix_sandbox import asked

SAME = "SELECT Id, Name FROM Contact WHERE Id = ?"
STATEMENTS: tuple[tuple[str, int], ...] = (
    ("SELECT Id, Name FROM Contact WHERE Id = ?", 1),
    ("SELECT Id, ? AS Given FROM Contact WHERE Id = ?", 2),
    ("SELECT Id FROM Contact WHERE Id = ? OR Id = ? ORDER BY Id", 2),
    ("SELECT Id FROM Contact WHERE Id IN (?, ?, ?) ORDER BY Id", 3),
    ("SELECT Id FROM Contact WHERE Id IN (?, ?) AND Id <> ? ORDER BY Id", 3),
    ("SELECT Id FROM Contact WHERE Id = ? AND ? = ?", 3),
    ("SELECT count(*) FROM Contact WHERE AccountId = ?", 1),
    ("SELECT count(*) FROM Contact WHERE NOT (AccountId = ? OR AccountId IS NULL)", 1),
    ("SELECT Id FROM Contact WHERE Id > ? ORDER BY Id LIMIT 3", 1),
    ("SELECT Id FROM Contact WHERE Name = ? OR Id = ?", 2),
    ("SELECT c.Id, a.Name FROM Contact c LEFT JOIN Account a ON a.Id = c.AccountId AND a.Id <> ? WHERE c.Id = ?", 2),
    ("SELECT Id FROM Contact WHERE CAST(Id AS VARCHAR) LIKE ? ORDER BY Id LIMIT 2", 1),
)


@pytest.fixture(scope="module")
def keys(demo: Sandbox) -> list[str]:
    return [str(row["Id"]) for row in demo.rows("Contact")[:3]]


@pytest.mark.parametrize(("sql", "number"), STATEMENTS, ids=[sql for sql, _ in STATEMENTS])
def test_other_parameters_give_other_rows(
    demo: Sandbox, demo_connection: Connection, keys: list[str], sql: str, number: int
) -> None:
    account = next(str(row["AccountId"]) for row in demo.rows("Contact") if row["AccountId"] not in (None, ZERO_GUID))
    values: list[Any] = [
        *keys,
        uuid.UUID(keys[0]),
        keys[1].upper(),
        ZERO_GUID,
        str(uuid.UUID(int=7)),
        account,
        None,
        "",
    ]
    with connect_to(demo, pushdown=False) as fresh:
        for turn in range(len(values)):
            given = [values[(turn + place * (turn % 4)) % len(values)] for place in range(number)]
            expected = outcome(fresh, f"/* {turn} */ {sql}", given)
            assert outcome(demo_connection, sql, given) == expected, given
            assert outcome(demo_connection, sql, given) == expected, given


def outcome(connection: Connection, sql: str, parameters: list[Any]) -> object:
    """Return the rows of a query, or the class of its error."""
    try:
        return query(connection, sql, parameters)
    except connection.Error as error:
        return type(error)


def test_values_of_different_types_are_different_parameters(demo_connection: Connection) -> None:
    sql = "SELECT ? AS Given FROM Contact LIMIT 1"
    for value in (1, True, 1.0, "1", 0, False, 0.0, -0.0, "", None, b"1"):
        for _ in range(2):
            ((given,),) = query(demo_connection, sql, [value])
            assert (type(given), repr(given)) == (type(value), repr(value))


def test_a_moment_is_not_kept(demo_connection: Connection) -> None:
    sql = "SELECT now(), current_timestamp FROM Contact LIMIT 1"
    ((first, _),), ((second, _),) = query(demo_connection, sql), query(demo_connection, sql)
    assert second > first


def test_a_catalog_that_was_read_anew_is_planned_anew(sandbox: Sandbox) -> None:
    sandbox.create_object("UsrThing", {"Note": "Edm.String"}, rows=[{"Note": "a"}])
    with connect_to(sandbox) as connection:
        rows = query(connection, "SELECT * FROM UsrThing")
        sandbox.drop_object("UsrThing")
        columns = {"Note": "Edm.String", "More": "Edm.String"}
        sandbox.create_object("UsrThing", columns, rows=[{"Note": "a", "More": "b"}])
        connection.catalog.refresh()
        assert len(query(connection, "SELECT * FROM UsrThing")[0]) == len(rows[0]) + 1


def test_a_form_that_was_refused_is_not_sent_again(sandbox: Sandbox) -> None:
    with connect_to(sandbox, forms="tolower") as connection:
        with pytest.warns(connection.Warning, match="tolower"):
            query(connection, "SELECT Name FROM Account WHERE lower(Name) = 'x'")
        sandbox.clear_requests()
        query(connection, "SELECT Name FROM Account WHERE lower(Name) = 'x'")
        assert not any("tolower" in request for request in asked(sandbox))


def test_a_plan_is_kept_for_all_guids(demo_connection: Connection, keys: list[str]) -> None:
    cache = PlanCache()
    services = demo_connection.services()
    query(demo_connection, SAME, [keys[0]])
    profile = services.profile
    first, second = (question_of(SAME, [key], services.catalog().version, profile, True) for key in keys[:2])
    assert first is not None
    assert second is not None
    plan = services.plans.find(first)
    assert plan is not None
    cache.keep(first, plan)
    assert cache.find(first) is plan
    other = cache.find(second)
    assert other is not None
    condition = other.scans[0].queries[0].filter
    assert isinstance(condition, Comparison)
    assert str(condition.value.value) == keys[1]


@pytest.mark.parametrize("parameters", [[object()], [[1]], list(range(1000))], ids=["object", "list", "many"])
def test_what_cannot_be_told_apart_is_not_kept(parameters: list[Any]) -> None:
    assert question_of("SELECT ?", parameters, 0, CREATIO, True) is None


def test_the_empty_guid_is_no_guid_like_others() -> None:
    empty, other = (question_of(SAME, [each], 0, CREATIO, True) for each in (ZERO_GUID, str(uuid.UUID(int=1))))
    assert empty is not None
    assert other is not None
    assert empty.shape != other.shape
    assert (empty.guids, other.guids) == ((), (str(uuid.UUID(int=1)),))


@pytest.mark.parametrize(
    "order", ["a.StartDate DESC", "a.StartDate DESC, a.Title", "a.Title, a.StartDate", "a.Title || a.Notes, a.Id"]
)
def test_the_first_rows_are_those_of_each_guid(
    demo: Sandbox, demo_connection: Connection, local_connection: Connection, order: str
) -> None:
    """Where the first rows of one guid ended says nothing of those of another."""
    owners = list(dict.fromkeys(str(row["OwnerId"]) for row in demo.rows("Activity") if row["OwnerId"] is not None))
    sql = f"SELECT a.Title, a.StartDate FROM Activity a WHERE a.OwnerId = ? ORDER BY {order} LIMIT 4"
    for owner in [*owners[:3], *owners[:5]] * 3:
        assert query(demo_connection, sql, [owner]) == query(local_connection, sql, [owner])


def test_a_condition_on_the_guid_itself_holds_for_that_guid(demo_connection: Connection, keys: list[str]) -> None:
    least, _, greatest = sorted(keys)
    sql = f"SELECT Id FROM Contact WHERE Id = :key AND :key > '{least[:-1]}g'"
    for key, number in ((greatest, 1), (least, 0), (greatest, 1)):
        assert len(query(demo_connection, sql, {"key": key})) == number
