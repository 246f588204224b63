"""Tables that a statement brings itself, as VALUES or a series of days: only what they hold is asked of Creatio."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from creatio_dbapi import Connection
from creatio_dbapi.sandbox import Column, Sandbox
from tests.fix_connection import asked_for, connect_to, in_any_order, query
from tests.fix_sandbox import data_requests
from tests.hostile import TEXTS

_DAYS = (
    "WITH RECURSIVE days(day) AS (SELECT DATE '2026-06-22' UNION ALL "
    "SELECT (day + INTERVAL 1 DAY)::date FROM days WHERE day < DATE '2026-06-28') "
)
_MONTHS = "generate_series(TIMESTAMPTZ '2026-01-01', TIMESTAMPTZ '2026-03-01', INTERVAL 1 MONTH) AS m(first)"
_PEOPLE = "(VALUES ('Anna Schmidt', 40), ('nobody', 7), (NULL, 8)) AS v(name, n)"

# a statement, and what its requests have to ask for
NARROWED = (
    (f"{_DAYS}SELECT days.day, count(a.Id) FROM days LEFT JOIN Activity a ON a.StartDate::date = days.day GROUP BY 1",
     ["StartDate ge 2026-06-22T00:00:00Z and StartDate lt 2026-06-29T00:00:00Z"]),
    (f"SELECT m.first, count(c.Id) FROM {_MONTHS} LEFT JOIN Case c ON date_trunc('month', c.RegisteredOn) = m.first "
     "GROUP BY 1", ["RegisteredOn ge 2026-01-01T00:00:00Z and RegisteredOn lt 2026-04-01T00:00:00Z"]),
    (f"SELECT c.Id, v.n FROM Contact c JOIN {_PEOPLE} ON c.Name = v.name",
     ["Name eq 'Anna Schmidt' or Name eq 'nobody'"]),
    (f"SELECT v.name, c.Email FROM {_PEOPLE} LEFT JOIN Contact c ON v.name = c.Name",
     ["Name eq 'Anna Schmidt' or Name eq 'nobody'"]),
    (f"SELECT count(*) FROM Contact c, {_PEOPLE} WHERE c.Age = v.n", ["Age eq 40", "Age eq 7"]),
    ("SELECT Name FROM Contact WHERE Age IN (SELECT n FROM generate_series(30, 32) AS g(n))",
     ["Age eq 30 or Age eq 31 or Age eq 32"]),
    ("WITH w(n) AS (VALUES (30), (31)), old AS (SELECT Id FROM Account WHERE Code = '1') "
     "SELECT Name FROM Contact c JOIN w ON c.Age = w.n", ["Age eq 30 or Age eq 31"]),
    ("SELECT Name FROM Contact WHERE BirthDate::date IN (SELECT d FROM (VALUES (DATE '1990-01-01')) AS v(d))",
     ["BirthDate ge 1990-01-01T00:00:00Z and BirthDate lt 1990-01-02T00:00:00Z"]),
    ("SELECT c.Name FROM Contact c JOIN City t ON t.Id = c.CityId JOIN (VALUES ('Berlin')) AS v(city) ON t.Name = "
     "v.city", ["City/Name eq 'Berlin'"]),
)  # fmt: skip

# statements like these whose tables are not narrowed in the same way
OTHERS = (
    f"SELECT count(*), count(v.n) FROM Contact c LEFT JOIN {_PEOPLE} ON c.Name = v.name",
    f"SELECT count(*), count(v.n) FROM Contact c FULL JOIN {_PEOPLE} ON c.Age = v.n",
    f"SELECT count(*), count(v.n) FROM {_PEOPLE} RIGHT JOIN Contact c ON c.Age = v.n",
    f"SELECT count(*) FROM Contact c JOIN {_PEOPLE} ON c.Name <> v.name",
    f"SELECT count(*) FROM Contact c JOIN {_PEOPLE} ON c.Age = v.n OR c.Age > 90",
    f"SELECT count(*) FROM Contact c JOIN {_PEOPLE} ON c.Age = v.n + 1",
    "SELECT count(*) FROM Contact WHERE Age NOT IN (SELECT n FROM generate_series(30, 32) AS g(n))",
    "SELECT count(*) FROM Contact c JOIN (SELECT DISTINCT Age AS n FROM Contact WHERE Age < 40) v ON c.Age = v.n",
    "SELECT count(*) FROM Contact c, LATERAL (SELECT c.Age + 0 AS n) v WHERE c.Age = v.n",
    "SELECT count(*) FROM Contact c JOIN (SELECT (30 + floor(random()))::int AS n) v ON c.Age = v.n",
    "SELECT count(*) FROM Contact c JOIN (VALUES ('30'), ('31')) AS v(n) ON c.Age::varchar = v.n",
    "SELECT count(*) FROM Contact c JOIN (VALUES (30.0), (31.5)) AS v(n) ON c.Age = v.n",
    "SELECT count(*) FROM Contact c JOIN (VALUES (30::double), (31.5)) AS v(n) ON c.Age = v.n",
    "SELECT count(*) FROM Contact c JOIN (SELECT 1 AS n WHERE false) v ON c.Age = v.n",
    "SELECT count(*), count(c.Id) FROM (VALUES (1), (2)) AS v(n) LEFT JOIN Contact c ON c.Age = v.n AND c.Age > 5000",
    "SELECT count(*) FROM Contact c JOIN (VALUES (today())) AS v(d) ON c.BirthDate::date = v.d",
    "SELECT v.n, count(c.Id) FROM generate_series(1, 5000) AS v(n) LEFT JOIN Contact c ON c.Age = v.n GROUP BY 1",
    "SELECT count(*) FROM Contact c JOIN (VALUES (true)) AS v(b) ON c.DoNotUseEmail = v.b",
    "SELECT count(*) FROM Contact c LEFT JOIN Account a ON a.Id = c.AccountId, (VALUES ('x')) AS v(t) "
    "WHERE coalesce(a.Name, 'x') = v.t",
    # names that mean something else further in
    "WITH w(n) AS (VALUES (30)) SELECT * FROM (WITH w(n) AS (SELECT Age FROM Contact WHERE Age < 50) "
    "SELECT c.Name FROM Contact c JOIN w ON c.Age = w.n) q",
    "WITH w(n) AS (VALUES (30)), v AS (WITH w AS (SELECT DISTINCT Age AS n FROM Contact WHERE Age < 40) "
    "SELECT c.Id FROM Contact c WHERE c.Age IN (SELECT n FROM w)) SELECT count(*) FROM v",
    "WITH w(n) AS (VALUES (30)) SELECT count(*) FROM (WITH w(n) AS (VALUES (31)) SELECT c.Age FROM Contact c "
    "JOIN w ON c.Age = w.n) q",
    # text with a collation of its own
    "SELECT count(*) FROM Contact c JOIN (SELECT 'anna schmidt' COLLATE NOCASE AS x) v ON c.Name = v.x",
    "WITH w AS (SELECT x COLLATE NOCASE AS x FROM (VALUES ('ANNA SCHMIDT')) q(x)) SELECT count(*) FROM Contact c, w "
    "WHERE c.Name = w.x",
    # values that Python does not know, or that are larger than any column
    "SELECT count(*) FROM Contact c JOIN (VALUES (DATE '2020-01-01'), (DATE 'infinity')) v(x) ON c.CreatedOn::date = x",
    "SELECT count(*) FROM Contact WHERE CreatedOn < DATE 'infinity'",
    "SELECT count(*) FROM Contact c JOIN (VALUES (1), (170141183460469231731687303715884105727)) v(x) ON v.x = c.Age",
    "SELECT count(*) FROM Contact WHERE Age = ANY ([30, 31])",
)


@pytest.mark.parametrize("sql", [*(sql for sql, _ in NARROWED), *OTHERS])
def test_the_rows_are_those_of_whole_tables(
    demo_connection: Connection, local_connection: Connection, sql: str
) -> None:
    assert in_any_order(query(demo_connection, sql)) == in_any_order(query(local_connection, sql))


@pytest.mark.parametrize(("sql", "conditions"), NARROWED)
def test_what_is_asked_for(demo: Sandbox, demo_connection: Connection, sql: str, conditions: list[str]) -> None:
    asked = asked_for(demo, demo_connection, sql)
    assert [condition for condition in conditions if not any(condition in each for each in asked)] == []


def test_guids_in_other_spellings(demo: Sandbox, demo_connection: Connection) -> None:
    one, two, three, four = (str(row["Id"]) for row in demo.rows("Contact")[:4])
    keys = [one, f"{{{two}}}", three.upper(), four.replace("-", "")]
    sql = "SELECT count(*) FROM (VALUES (?), (?), (?), (?)) v(id) JOIN Contact c ON c.Id = v.id"
    assert query(demo_connection, sql, keys) == [(4,)]


@pytest.mark.parametrize(
    "drawn",
    [
        "(SELECT n FROM generate_series(1, 120) g(n) USING SAMPLE 60 ROWS)",
        "(SELECT (hash(uuidv4()) % 80)::int AS n FROM generate_series(1, 20) g(n))",
    ],
)
def test_what_is_drawn_by_chance_is_drawn_once(demo: Sandbox, demo_connection: Connection, drawn: str) -> None:
    demo.clear_requests()
    query(demo_connection, f"SELECT count(*), count(c.Id) FROM {drawn} v LEFT JOIN Contact c ON c.Age = v.n")
    assert not any("filter" in record.url for record in data_requests(demo))


@pytest.mark.parametrize("sql", [OTHERS[0], OTHERS[4], OTHERS[6], OTHERS[9]])
def test_what_is_not_narrowed(demo: Sandbox, demo_connection: Connection, sql: str) -> None:
    demo.clear_requests()
    query(demo_connection, sql)
    assert not any("filter" in record.url for record in data_requests(demo))


def test_no_row_is_asked_for_beside_an_empty_table(demo: Sandbox, demo_connection: Connection) -> None:
    demo.clear_requests()
    sql = "SELECT v.n, c.Id FROM (SELECT 1 AS n WHERE false) v JOIN Contact c ON c.Age = v.n"
    assert query(demo_connection, sql) == []
    assert data_requests(demo) == []


@pytest.fixture(scope="module")
def things() -> Iterator[Sandbox]:
    """An object with every hostile text."""
    with Sandbox(contacts=0) as sandbox:
        sandbox.create_object("UsrThing", {"N": Column("Edm.Int32"), "Name": Column("Edm.String")})
        sandbox.insert("UsrThing", [{"N": number, "Name": text} for number, text in enumerate(TEXTS)])
        yield sandbox


def test_hostile_texts(things: Sandbox) -> None:
    """Each finds its own row, given all together and one by one."""
    marks = ", ".join(["(?)"] * len(TEXTS))
    with connect_to(things) as connection:
        sql = f"SELECT t.N, t.Name = v.name FROM (VALUES {marks}) AS v(name) JOIN UsrThing t ON t.Name = v.name"
        assert {row for row, same in query(connection, sql, list(TEXTS)) if same} == set(range(len(TEXTS)))
        for number, text in enumerate(TEXTS):
            found = query(connection, "SELECT t.N FROM (VALUES (?)) AS v(x) JOIN UsrThing t ON t.Name = v.x", [text])
            assert (number,) in found


def test_a_long_list_is_read_by_its_keys(demo: Sandbox, demo_connection: Connection) -> None:
    keys = [str(row["Id"]) for row in demo.rows("Contact")[:30]]
    marks = ", ".join(["(?)"] * len(keys))
    sql = f"SELECT c.Id FROM (VALUES {marks}) AS v(id) JOIN Contact c ON c.Id = v.id"
    demo.clear_requests()
    assert {str(found) for (found,) in query(demo_connection, sql, keys)} == set(keys)
    with demo_connection.cursor() as cursor:
        cursor.execute(sql, keys).fetchall()
        assert cursor.stats.rows_received < 200
