"""What one part of a statement tells of the rows that another one needs: the answer stays, and fewer rows come."""

from __future__ import annotations

import duckdb
import pytest

from creatio_dbapi import Connection
from creatio_dbapi.sandbox import Sandbox
from tests.fix_connection import asked_for, in_any_order, query

_OLD = "Contact c WHERE c.Age > 80"
_PHONES = "FROM Contact a {} Contact b ON b.MobilePhone = a.MobilePhone AND b.Id > a.Id"

# a statement, and what its requests have to ask for
NARROWED = (
    # a filter on a table is one on what looks it up: in subqueries and behind outer joins, too
    (f"SELECT c.Name FROM {_OLD} AND NOT EXISTS (SELECT 1 FROM Activity a WHERE a.ContactId = c.Id)",
     ["Contact/Age gt 80"]),
    (f"SELECT c.Name, (SELECT count(*) FROM Activity a WHERE a.ContactId = c.Id) FROM {_OLD}", ["Contact/Age gt 80"]),
    ("SELECT c.Name, a.Title FROM Contact c LEFT JOIN Activity a ON a.ContactId = c.Id WHERE c.Age > 80",
     ["Contact/Age gt 80"]),
    ("SELECT p.Title, l.Day FROM Opportunity p LEFT JOIN LATERAL (SELECT max(a.StartDate) AS Day FROM Activity a "
     "WHERE a.OpportunityId = p.Id) l ON true WHERE p.Amount > 80000", ["Opportunity/Amount gt 80000"]),
    ("SELECT t.Name, a.Subject FROM Account t LEFT JOIN Contact c ON c.AccountId = t.Id "
     "LEFT JOIN Case a ON a.ContactId = c.Id WHERE t.Name LIKE '%a%'",
     ["(Account/Name,'a')", "(Contact/Account/Name,'a')"]),
    # a column that equals the same one of another mention of its table
    (f"SELECT a.Name, b.Name {_PHONES.format('JOIN')} WHERE a.MobilePhone <> ''", ["MobilePhone ne ''"]),
    (f"SELECT a.Name, b.Name {_PHONES.format('LEFT JOIN')} WHERE a.MobilePhone LIKE '%49%'",
     ["contains(MobilePhone,'49')"]),
    # aggregates that all have a FILTER
    ("SELECT count(*) FILTER (WHERE Age > 90), min(Name) FILTER (WHERE Name LIKE 'Z%') FROM Contact WHERE Age > 50",
     ["Age gt 90 or startswith(Name,'Z')"]),
    ("SELECT count(*) FILTER (WHERE Notes LIKE '%&%'), sum(Age) FILTER (WHERE Notes LIKE '%;%') FROM Contact",
     ["contains(Notes,'&') or contains(Notes,';')"]),
)  # fmt: skip

# statements like these that must not be narrowed in the same way
OTHERS = (
    "SELECT c.Name FROM Contact c WHERE c.Age > 80 OR NOT EXISTS (SELECT 1 FROM Activity a WHERE a.ContactId = c.Id)",
    "SELECT c.Name, a.Title FROM Activity a LEFT JOIN Contact c ON a.ContactId = c.Id AND Age > 80 WHERE a.Title < 'C'",
    "SELECT count(*) FROM Activity a LEFT JOIN Contact c ON a.ContactId = c.Id AND c.Age > 80",
    "SELECT count(*) FROM Activity a WHERE NOT EXISTS (SELECT 1 FROM Contact c WHERE c.Id = a.ContactId AND Age > 80)",
    "SELECT count(*), count(b.Id) FROM Contact a LEFT JOIN Contact b ON b.MobilePhone = a.MobilePhone AND a.Age > 80",
    "SELECT count(*) FROM Contact a FULL JOIN Contact b ON b.Email = a.Email AND a.Age > 80",
    "SELECT count(*) FILTER (WHERE Age > 90), count(*) FROM Contact",
    "SELECT count(*) FILTER (WHERE Age > 90), 1 + max(Age) FROM Contact",
    "SELECT JobTitle, count(*) FILTER (WHERE Age > 90) FROM Contact GROUP BY JobTitle",
    "SELECT count(*) FILTER (WHERE Age > 900), sum(Age) FILTER (WHERE Age IS NULL) FROM Contact",
    "SELECT count(*) FILTER (WHERE Age > 90) FROM Contact HAVING count(*) > 10",
    "SELECT count(*) FILTER (WHERE length(Name) > 20) FROM Contact",
    "SELECT * FROM Contact SEMI JOIN Account ON Account.Id = Contact.AccountId AND Account.Name LIKE 'A%'",
    "SELECT * FROM Contact c ANTI JOIN Account a ON a.Id = c.AccountId",
    # a key that only says whether there is a row
    "SELECT a.Name FROM Account a LEFT JOIN Contact c ON c.AccountId = a.Id WHERE c.Id IS NULL",
    "SELECT a.Name FROM Account a LEFT JOIN Contact c ON c.AccountId = a.Id AND c.Age > 60 WHERE c.Id IS NOT NULL",
    "SELECT a.Code, count(c.Id) FROM Account a LEFT JOIN Contact c ON c.AccountId = a.Id AND c.Age > 60 GROUP BY 1",
    "SELECT a.Name, count(DISTINCT c.Id) FROM Account a LEFT JOIN Contact c ON c.AccountId = a.Id GROUP BY 1",
    "SELECT a.Name, c.Id FROM Account a LEFT JOIN Contact c ON c.AccountId = a.Id WHERE c.Id IS NULL OR Age > 80",
    "SELECT count(c.Id) FROM Account a LEFT JOIN Contact c ON c.AccountId = a.Id OR c.OwnerId = a.OwnerId",
    "SELECT count(c.Id), count(s.Id) FROM Account a LEFT JOIN Contact c ON c.AccountId = a.Id "
    "RIGHT JOIN Contact s ON s.Id = c.Id",
    "SELECT count(o.Id), count(*) FROM Contact c LEFT JOIN Contact o ON o.Id = c.OwnerId",
    "SELECT b.Id IS NULL, count(*) FROM Account a LEFT JOIN Contact b ON b.AccountId = a.Id GROUP BY b.Id",
    "SELECT b.Id, count(*) FROM Account a LEFT JOIN Contact b ON b.AccountId = a.Id GROUP BY b.Id HAVING b.Id IS NULL",
    "SELECT d, count(*) FROM generate_series(DATE '2026-06-01', DATE '2026-06-05', INTERVAL 1 DAY) g(d) "
    "LEFT JOIN Activity b ON b.StartDate::date = g.d GROUP BY d, b.Id HAVING b.Id IS NULL",
)  # fmt: skip


@pytest.mark.parametrize("sql", [*(sql for sql, _ in NARROWED), *OTHERS])
def test_the_rows_are_those_of_whole_tables(
    demo_connection: Connection, local_connection: Connection, sql: str
) -> None:
    right = in_any_order(query(local_connection, sql))
    for _ in range(2):  # the second time, it is known how much there is
        assert in_any_order(query(demo_connection, sql)) == right


@pytest.mark.parametrize(("sql", "conditions"), NARROWED)
def test_what_is_asked_for(demo: Sandbox, demo_connection: Connection, sql: str, conditions: list[str]) -> None:
    asked = asked_for(demo, demo_connection, sql)
    for condition in conditions:
        assert any(condition in each for each in asked), asked


def test_two_mentions_that_need_the_same_rows_take_one_request(demo: Sandbox, demo_connection: Connection) -> None:
    sql = f"SELECT a.Name, b.Name {_PHONES.format('JOIN')} WHERE a.MobilePhone <> ''"
    assert len(asked_for(demo, demo_connection, sql)) == 1


@pytest.mark.parametrize("sql", [OTHERS[14], OTHERS[16]])
def test_a_key_that_only_says_whether_there_is_a_row_does_not_come(
    demo: Sandbox, demo_connection: Connection, sql: str
) -> None:
    assert any("Contact?$select=AccountId&" in each for each in asked_for(demo, demo_connection, sql))


@pytest.mark.skipif(duckdb.__version__ < "2", reason="DuckDB 1 has no outer joins by ALL")
def test_null_is_equal_to_all_of_nothing(demo_connection: Connection) -> None:
    """So that a column may be NULL in a row that was found."""
    sql = (
        "SELECT count(b.Id), count(*), count(b.ClosureDate) < count(*) "
        "FROM (VALUES (list_filter([DATE '2020-01-01'], x -> false))) v(l) "
        "LEFT JOIN Case b ON b.ClosureDate::date = ALL (v.l)"
    )
    ((found, rows, is_open),) = query(demo_connection, sql)
    assert (found, is_open) == (rows, True)
