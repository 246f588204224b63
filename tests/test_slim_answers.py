"""What a statement can do without does not come: keys that are only counted, texts that are asked for, other rows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from creatio_dbapi import Connection, ProgrammingError
from creatio_dbapi.sandbox import Sandbox
from tests.fix_connection import asked_for, connect_to, in_any_order, query
from tests.hostile import TEXTS

_ORDERS = 'FROM OrderProduct l JOIN "Order" o ON o.Id = l.OrderId'
_KNOWN = f"{_ORDERS} WHERE o.Number = 'ORD-6'"
_LEADS = "FROM Lead l JOIN Contact c ON lower(c.Email) = lower(l.Email)"

# a statement, what its requests select of the first table, and what they must not mention
SLIM = (
    # a key that is only counted
    (f"SELECT count(DISTINCT l.Id) {_LEADS}", "Lead?$select=Email&", "Id,"),
    (f"SELECT l.Score, count(DISTINCT l.Id), count(l.Id), count(c.Name) {_LEADS} GROUP BY l.Score", "Lead?", "Id"),
    (f"SELECT count(DISTINCT l.Id) FILTER (WHERE l.Score > 50) {_LEADS}", "Lead?", "Id"),
    ("SELECT JobTitle, count(Id) FROM Contact GROUP BY JobTitle", "Contact?$select=JobTitle&", "Id,"),
    # a text that is asked for
    (f"SELECT o.Number, l.Name {_KNOWN}", "OrderProduct?$select=Name&", "expand"),
    (f"SELECT l.Name, o.Number AS number, l.Price {_KNOWN} ORDER BY l.Price, l.Name", "OrderProduct?", "expand"),
    (f"SELECT o.Number, o.Amount {_KNOWN}", "OrderProduct?", "Number,"),
    # a lookup that only has to be there
    ("SELECT Title FROM Opportunity WHERE StageId IN (SELECT Id FROM OpportunityStage WHERE NOT \"End\")",
     "Opportunity?$select=Title&", "StageId"),
)  # fmt: skip

# statements like these, in which that is read, or means something else
OTHERS = (
    f"SELECT count(DISTINCT l.Id), min(l.Id) {_LEADS}",
    f"SELECT l.Id, count(l.Id) {_LEADS} GROUP BY l.Id",
    f"SELECT count(DISTINCT (l.Id, c.Id)), count(DISTINCT l.Score) {_LEADS}",
    f"SELECT count(DISTINCT l.Id) {_LEADS} WHERE l.Id <> '00000000-0000-0000-0000-000000000001'",
    "SELECT count(DISTINCT c.Id), count(a.Id) FROM Account a LEFT JOIN Contact c ON c.Email = a.Name",
    "SELECT count(DISTINCT c.Id), count(a.Id) FROM Account a FULL JOIN Contact c ON c.Email = a.Name",
    "SELECT a.Name, (SELECT count(DISTINCT c.Id) FROM Contact c WHERE c.AccountId = a.Id) FROM Account a",
    "SELECT a.Name, count(c.Id) FROM Account a JOIN Contact c ON c.AccountId = a.Id GROUP BY a.Name",
    "SELECT count(Id) FROM Contact",
    "SELECT count(DISTINCT Id), count(DISTINCT JobTitle) FROM Contact",
    "SELECT JobTitle, count(Id) OVER (PARTITION BY JobTitle) FROM Contact",
    "SELECT count(DISTINCT Id), count(*) FROM (SELECT Id FROM Contact WHERE Age > 40) AS old",
    f"SELECT o.Number, count(*) {_KNOWN} GROUP BY o.Number",
    f"SELECT o.Number, count(*) {_KNOWN} GROUP BY 1",
    f"SELECT DISTINCT o.Number {_KNOWN}",
    f"SELECT o.Number, l.Name {_KNOWN} ORDER BY 1, 2",
    f"SELECT o.Number, l.Name {_KNOWN} ORDER BY o.Number, l.Name",
    f"SELECT o.Number AS x, l.Name {_KNOWN} ORDER BY x, l.Name",
    f"SELECT o.Number, l.Name {_ORDERS} WHERE o.Number = 'ORD-6' OR o.Number = 'ORD-7'",
    "SELECT o.Number, l.Name FROM OrderProduct l LEFT JOIN \"Order\" o ON o.Id = l.OrderId AND o.Number = 'ORD-6'",
    "SELECT o.Number, l.Name FROM \"Order\" o RIGHT JOIN OrderProduct l ON o.Id = l.OrderId AND o.Number = 'ORD-6'",
    "SELECT o.Number, l.Name FROM \"Order\" o FULL JOIN OrderProduct l ON o.Id = l.OrderId WHERE o.Number = 'ORD-6'",
    "SELECT o.Number, a.Name FROM \"Order\" o, Account a WHERE a.Id = o.AccountId AND o.Number IN ('ORD-6')",
    "SELECT a.Name, b.Name FROM Contact a JOIN Contact b ON b.Id = a.OwnerId AND b.Name = a.Name AND a.Name = 'x'",
    "SELECT Title FROM Opportunity WHERE StageId IN (SELECT Id FROM OpportunityStage) AND StageId IS NOT NULL",
    "SELECT Title, StageId FROM Opportunity WHERE StageId IN (SELECT Id FROM OpportunityStage WHERE \"End\")",
    "SELECT Title FROM Opportunity WHERE StageId IN (SELECT Id FROM OpportunityStage WHERE \"End\") OR Amount > 9000",
    "SELECT Title FROM Opportunity WHERE StageId NOT IN (SELECT Id FROM OpportunityStage WHERE \"End\")",
    "SELECT Title FROM Opportunity WHERE StageId IN (SELECT Id FROM OpportunityStage WHERE \"End\" LIMIT 1)",
)  # fmt: skip


@pytest.mark.parametrize("sql", [*(sql for sql, _, _ in SLIM), *OTHERS])
def test_the_rows_are_those_of_whole_tables(
    demo_connection: Connection, local_connection: Connection, sql: str
) -> None:
    right = in_any_order(query(local_connection, sql))
    for _ in range(3):  # from the second time on, it is known how much there is, and from the third, more
        assert in_any_order(query(demo_connection, sql)) == right


@pytest.mark.parametrize(("sql", "selected", "needless"), SLIM)
def test_what_is_not_asked_for(
    demo: Sandbox, demo_connection: Connection, sql: str, selected: str, needless: str
) -> None:
    asked = asked_for(demo, demo_connection, sql)
    (first,) = [each.partition("/odata/")[2] for each in asked if selected in each]
    assert needless not in first.partition("&$filter")[0].partition("&$orderby")[0]


def test_a_name_that_is_grouped_nowhere_is_an_error_still(demo_connection: Connection) -> None:
    with pytest.raises(ProgrammingError, match="GROUP BY"):
        query(demo_connection, f"SELECT o.Number, count(*) {_KNOWN}")


def test_a_known_text_keeps_its_name_and_type(demo_connection: Connection) -> None:
    with demo_connection.cursor() as cursor:
        cursor.execute(f"SELECT o.Number, l.Name, o.Number AS again {_KNOWN}")
        described = [(name, code) for name, code, *_ in cursor.description or ()]
    assert described == [("Number", "Edm.String"), ("Name", "Edm.String"), ("again", "Edm.String")]


@pytest.mark.parametrize("text", TEXTS)
def test_a_known_text_is_the_one_that_is_asked_for(things: Sandbox, text: str) -> None:
    sql = "SELECT t.Title, c.Name FROM UsrThing t JOIN City c ON c.Id = t.CityId WHERE t.Title = ?"
    with connect_to(things, collation="sensitive") as connection, connect_to(things, pushdown=False) as local:
        assert in_any_order(query(connection, sql, [text])) == in_any_order(query(local, sql, [text]))


def test_where_texts_are_equal_that_differ_each_row_has_its_own(things: Sandbox) -> None:
    sql = "SELECT t.Title, c.Name FROM UsrThing t JOIN City c ON c.Id = t.CityId WHERE t.Title = 'anna'"
    things.switch(text="insensitive")
    try:
        with connect_to(things) as connection:
            assert {title for title, _ in query(connection, sql)} == {"Anna", "ANNA", "anna"}
    finally:
        things.reset_switches()


# -- spaces at the ends of texts ------------------------------------------------------------------------------

SPACES = "\u0020\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_NONE = "\u0009\u000a\u000b\u000d\u0085\u180e\u200b\u2028\u2029\u2060\ufeff"
TRIMMED = (
    "Name <> trim(Name)",
    "trim(Name) <> Name",
    "ltrim(Name) <> Name",
    "Name <> rtrim(Name)",
    "Name <> trim(Name) OR Name LIKE '%  %'",
    "NOT (Name = trim(Name))",
    "Name <> trim(Name) AND Code > 3",
)
_NOT_TRIMMED = (
    "NOT (Name <> trim(Name))",
    "Name = trim(Name)",
    "Name <> trim(Name, 'x')",
    "Name <> trim(lower(Name))",
    "Name <> trim(Other)",
    "Name > trim(Name)",
)


@pytest.fixture(scope="module")
def spaced() -> Iterator[Sandbox]:
    """A sandbox with an object whose names have spaces of every kind at either end, within, or nowhere."""
    kinds = [*SPACES, *_NONE, "x"]
    names = [text for space in kinds for text in (f"{space}a", f"a{space}", f"a{space}b", f"a{space}{space}b", space)]
    rows = [{"Name": name, "Code": number % 9, "Other": "a"} for number, name in enumerate([*names, "", None])]
    with Sandbox(contacts=0) as sandbox:
        columns = {"Name": "Edm.String", "Code": "Edm.Int32", "Other": "Edm.String"}
        sandbox.create_object("UsrSpaced", columns, rows=rows)
        yield sandbox


@pytest.mark.parametrize("options", [{}, {"empty_text": "null"}], ids=str)
@pytest.mark.parametrize("condition", [*TRIMMED, *_NOT_TRIMMED])
def test_texts_with_spaces_around_them(spaced: Sandbox, condition: str, options: dict[str, str]) -> None:
    sql = f"SELECT Name, Code FROM UsrSpaced WHERE {condition}"
    with connect_to(spaced, **options) as connection, connect_to(spaced, pushdown=False, **options) as local:
        right = query(local, sql)
        assert in_any_order(query(connection, sql)) == in_any_order(right)
        assert right


@pytest.mark.parametrize("condition", TRIMMED)
def test_texts_without_spaces_around_them_do_not_come(spaced: Sandbox, condition: str) -> None:
    with connect_to(spaced) as connection:
        (asked,) = asked_for(spaced, connection, f"SELECT Name FROM UsrSpaced WHERE {condition}")
    assert all(f"contains(Name,'{space}')" in asked for space in SPACES[1:])
    assert "startswith(Name,' ')" in asked
    assert "endswith(Name,' ')" in asked


# -- the order of columns -------------------------------------------------------------------------------------


def test_what_differs_in_each_row_comes_before_what_repeats(things: Sandbox) -> None:
    sql = "SELECT Done, N, CityId, Title, Cost, Seen FROM UsrThing WHERE N < 50"
    with connect_to(things) as connection, connect_to(things, pushdown=False) as local:
        (asked,) = asked_for(things, connection, sql)
        assert in_any_order(query(connection, sql)) == in_any_order(query(local, sql))
    assert "?$select=Seen,Cost,CityId,Title,N,Done&" in asked
