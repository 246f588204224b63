"""Reading: fetches, descriptions, streams, cancelling, names, parameters, EXPLAIN, and the catalog behind it all."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
import threading
import time
import uuid
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import creatio_dbapi
from creatio_dbapi import Connection, Cursor, InterfaceError, OperationalError, ProgrammingError
from creatio_dbapi.sandbox import Column, Sandbox
from tests.fix_connection import connect_to, query
from tests.fix_sandbox import asked, data_requests

ROWS = 60_000
WIDTH = 500
DOCUMENT = Path(__file__).parent.parent / "benchmarks" / "metadata.py"


@pytest.fixture(scope="module")
def many() -> Iterator[Sandbox]:
    """A sandbox with an object of many rows, and one of two."""
    rows = ({"Id": uuid.UUID(int=number + 1), "N": number, "Text": "x" * WIDTH} for number in range(ROWS))
    columns: dict[str, Column | str] = {
        "Amount": Column("Edm.Decimal", nullable=True),
        "Age": "Edm.Int32",
        "Title": "Edm.String",
        "Note": Column("Edm.String", nullable=True),
        "CityId": Column("Edm.Guid", target="City"),
    }
    with Sandbox(contacts=0) as sandbox:
        sandbox.create_object("UsrMany", {"Id": "Edm.Guid", "N": "Edm.Int32", "Text": "Edm.String"}, base=False)
        sandbox.insert("UsrMany", rows)
        sandbox.create_object("UsrTwo", columns, rows=[{"Amount": "1.5", "Age": 1, "Title": "a"}, {"Age": 2}])
        yield sandbox


@pytest.fixture(scope="module")
def known(many: Sandbox) -> Iterator[Connection]:
    """A connection that has read its catalog."""
    with connect_to(many) as connection:
        assert "UsrMany" in connection.catalog
        yield connection


@pytest.fixture
def reader(many: Sandbox, known: Connection) -> Connection:
    """That connection; the server is as it was at first, and its request log empty."""
    many.reset_switches()
    many.clear_requests()
    return known


@pytest.fixture
def run(reader: Connection) -> Iterator[Cursor]:
    """A cursor on the object of many rows."""
    with reader.cursor() as cursor:
        yield cursor


# -- fetching ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", ["N", "N + 0"], ids=["as it comes", "computed"])
def test_every_way_to_fetch_goes_on_where_the_last_one_ended(run: Cursor, columns: str) -> None:
    run.execute(f"SELECT {columns} FROM UsrMany WHERE N < 12 ORDER BY N")
    assert run.fetchone() == (0,)
    assert run.fetchmany() == [(1,)]
    run.arraysize = 3
    assert run.fetchmany() == [(2,), (3,), (4,)]
    assert run.fetchmany(2) == [(5,), (6,)]
    assert run.fetchmany(size=0) == []
    assert next(run) == (7,)
    assert run.fetchall() == [(8,), (9,), (10,), (11,)]


@pytest.mark.parametrize("columns", ["N", "N + 0"], ids=["as it comes", "computed"])
def test_behind_the_last_row(run: Cursor, columns: str) -> None:
    run.execute(f"SELECT {columns} FROM UsrMany WHERE N < 2")
    assert len(run.fetchmany(5)) == 2
    for _ in range(2):
        assert (run.fetchone(), run.fetchmany(3), run.fetchall(), list(run)) == (None, [], [], [])


def test_fetchmany_goes_over_the_ends_of_pages(run: Cursor, many: Sandbox) -> None:
    many.switch(page_cap=7)
    run.execute("SELECT N FROM UsrMany WHERE N < 50 ORDER BY N")
    sizes, numbers = [], []
    while rows := run.fetchmany(20):
        sizes.append(len(rows))
        numbers += [number for (number,) in rows]
    assert sizes == [20, 20, 10]
    assert numbers == list(range(50))


def test_a_cursor_starts_with_an_arraysize_of_one(reader: Connection) -> None:
    assert reader.cursor().arraysize == 1


def test_a_new_statement_forgets_the_rows_of_the_last(run: Cursor) -> None:
    run.execute("SELECT N FROM UsrMany")
    assert run.fetchone() is not None
    assert run.execute("SELECT 'next'").fetchall() == [("next",)]


def test_a_statement_that_fails_leaves_no_rows_of_the_last(run: Cursor) -> None:
    run.execute("SELECT N FROM UsrMany")
    with pytest.raises(ProgrammingError):
        run.execute("SELECT Nothing FROM UsrMany")
    assert run.description is None
    with pytest.raises(ProgrammingError, match="SELECT"):
        run.fetchone()


@pytest.mark.parametrize("fetch", ["fetchone", "fetchmany", "fetchall", "__next__"])
def test_fetching_what_is_not_there(reader: Connection, fetch: str) -> None:
    cursor = reader.cursor()
    with pytest.raises(ProgrammingError, match="SELECT"):
        getattr(cursor, fetch)()
    cursor.execute("UPDATE UsrTwo SET Age = 5 WHERE Age = 77")
    with pytest.raises(ProgrammingError, match="SELECT"):
        getattr(cursor, fetch)()
    cursor.execute("SELECT N FROM UsrMany")
    cursor.close()
    with pytest.raises(InterfaceError, match="closed"):
        getattr(cursor, fetch)()


def test_a_closed_connection_gives_no_rows(many: Sandbox) -> None:
    with connect_to(many) as connection:
        cursor = connection.cursor().execute("SELECT N FROM UsrMany")
        assert cursor.fetchone() is not None
    with pytest.raises(InterfaceError, match="closed"):
        cursor.fetchone()


# -- description, rowcount, stats ----------------------------------------------------------------------------

DESCRIPTIONS = {  # what is selected: name, type code, precision, scale, nullable
    "Age": ("Age", "Edm.Int32", None, None, False),
    "age": ("Age", "Edm.Int32", None, None, False),
    'Age AS "ÄGE"': ("ÄGE", "Edm.Int32", None, None, False),
    "Title": ("Title", "Edm.String", None, None, False),
    "Note": ("Note", "Edm.String", None, None, True),
    "CityId": ("CityId", "Edm.Guid", None, None, True),
    "CreatedOn": ("CreatedOn", "Edm.DateTimeOffset", None, None, True),
    "count(*) AS n": ("n", "Edm.Int64", None, None, None),
    "sum(Amount) AS s": ("s", "Edm.Decimal", 38, 10, None),
    "CAST(1 AS DECIMAL(18, 2)) AS d": ("d", "Edm.Decimal", 18, 2, None),
    "1.25 AS d": ("d", "Edm.Decimal", 3, 2, None),
    "Amount > 1 AS more": ("more", "Edm.Boolean", None, None, None),
    "Age / 2.5e0 AS half": ("half", "Edm.Double", None, None, None),
}


@pytest.mark.parametrize("rest", ["", " LIMIT 0"])
@pytest.mark.parametrize("item", DESCRIPTIONS)
def test_description(run: Cursor, item: str, rest: str) -> None:
    run.execute(f"SELECT {item} FROM UsrTwo{rest}")
    name, code, precision, scale, nullable = DESCRIPTIONS[item]
    assert run.description is not None
    ((*found, null),) = run.description
    assert found == [name, code, None, None, precision, scale]
    # A count is never NULL, which a plan may know or not; what the catalog tells is told.
    assert null is nullable or (nullable is None and null is False and "count" in item)


@pytest.mark.parametrize(
    "sql", ["SELECT Amount FROM UsrTwo", "SELECT Amount FROM UsrTwo WHERE Age + 1 > 0 ORDER BY Title"]
)
def test_description_of_a_decimal_column(run: Cursor, sql: str) -> None:
    run.execute(sql)
    assert run.description is not None
    ((name, code, *_, precision, scale, nullable),) = run.description
    assert (name, code, precision, scale, nullable) == ("Amount", "Edm.Decimal", 38, 10, True)


def test_description_stays_while_rows_are_fetched_and_not_behind_a_write(run: Cursor) -> None:
    run.execute("SELECT Age, Title FROM UsrTwo")
    before = run.description
    run.fetchall()
    assert run.description == before
    run.execute("UPDATE UsrTwo SET Age = 5 WHERE Age = 77")
    assert run.description is None


@pytest.mark.parametrize("sql", ["SELECT N FROM UsrMany", "SELECT N + 1 FROM UsrMany", "SELECT sum(N) FROM UsrMany"])
def test_rowcount_is_minus_one_and_asks_for_nothing(run: Cursor, many: Sandbox, sql: str) -> None:
    assert run.rowcount == -1
    run.execute(sql)
    before = len(many.requests)
    assert run.rowcount == -1
    assert len(many.requests) == before
    run.fetchall()
    assert run.rowcount == -1


def test_stats_are_what_the_server_counted(run: Cursor, many: Sandbox) -> None:
    run.execute("SELECT N, upper(Text) FROM UsrMany WHERE N < 30000").fetchall()
    log = data_requests(many)
    assert run.stats.requests == len(log) >= 3
    assert run.stats.rows_received == sum(record.rows for record in log)
    assert 0 < run.stats.bytes_received <= 30_000 * (WIDTH + 100)
    assert run.stats.elapsed > 0
    run.execute("SELECT 1")
    assert (run.stats.requests, run.stats.rows_received, run.stats.bytes_received) == (0, 0, 0)


def test_stats_grow_with_what_was_read(run: Cursor) -> None:
    run.execute("SELECT N FROM UsrMany")
    first = run.stats
    run.fetchall()
    assert first.requests == 1
    assert first.rows_received < ROWS <= run.stats.rows_received


# -- streams -------------------------------------------------------------------------------------------------

STREAMED = """
import sys, tracemalloc
import creatio_dbapi

url, user, password = sys.argv[1:]
with creatio_dbapi.connect(url, user, password, cache_directory="") as connection, connection.cursor() as cursor:
    cursor.execute("SELECT N, Text FROM UsrMany LIMIT 1").fetchall()
    tracemalloc.start()
    cursor.execute("SELECT N, Text FROM UsrMany")
    numbers = size = 0
    while rows := cursor.fetchmany(500):
        numbers += sum(row[0] for row in rows)
        size += sum(sys.getsizeof(row) + sys.getsizeof(row[1]) for row in rows)
    print(numbers, tracemalloc.get_traced_memory()[1], size)
"""


def test_a_stream_is_never_in_memory_whole(many: Sandbox) -> None:
    """In a process of its own, so that the server's memory is not counted; a few pages are under way at once."""
    many.reset_switches()
    many.switch(page_cap=1000)
    words = [sys.executable, "-c", STREAMED, many.url, many.user, many.password]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)  # noqa: S603 - our own
    many.reset_switches()
    assert done.returncode == 0, done.stderr
    numbers, streamed, whole = map(int, done.stdout.split())
    assert numbers == ROWS * (ROWS - 1) // 2
    assert whole > ROWS * WIDTH
    assert streamed < whole / 2


@pytest.mark.parametrize("columns", ["N", "N, upper(Text)"], ids=["as it comes", "computed"])
def test_the_first_row_comes_before_the_other_pages(run: Cursor, many: Sandbox, columns: str) -> None:
    run.execute(f"SELECT {columns} FROM UsrMany")
    assert run.fetchone() is not None
    assert len(data_requests(many)) == 1
    assert len(run.fetchall()) == ROWS - 1
    assert len(data_requests(many)) >= 6


def wait_until_quiet(sandbox: Sandbox) -> int:
    """Wait until no request has come for a while; return how many there were."""
    before = -1
    while before != len(sandbox.requests):
        before = len(sandbox.requests)
        time.sleep(0.15)
    return before


@pytest.mark.parametrize("columns", ["N", "N, upper(Text)"], ids=["as it comes", "computed"])
@pytest.mark.parametrize("end", ["close", "execute"])
def test_rows_that_nobody_wants_are_not_asked_for(run: Cursor, many: Sandbox, columns: str, end: str) -> None:
    many.switch(page_cap=2000)
    run.execute(f"SELECT {columns} FROM UsrMany")
    assert len(run.fetchmany(5000)) == 5000
    if end == "close":
        run.close()
    else:
        run.execute("SELECT 1")
    # Of the thirty pages, those that were read and those that were on their way.
    assert wait_until_quiet(many) <= 8


def test_a_cursor_that_was_left_after_the_first_row_has_made_one_request(run: Cursor, many: Sandbox) -> None:
    run.execute("SELECT N FROM UsrMany")
    assert run.fetchone() is not None
    run.close()
    assert wait_until_quiet(many) == 1


def test_two_cursors_of_one_connection_take_turns(reader: Connection) -> None:
    with reader.cursor() as one, reader.cursor() as other:
        one.execute("SELECT N FROM UsrMany WHERE N < 15000 ORDER BY N")
        other.execute("SELECT N + 0 FROM UsrMany WHERE N < 15000 ORDER BY N")
        for number in range(15_000):
            assert one.fetchone() == other.fetchone() == (number,)


# -- threads and cancelling ----------------------------------------------------------------------------------


def test_threads_share_a_connection(many: Sandbox) -> None:
    """The process signs in once and reads the catalog once, and each thread has its own rows."""
    many.reset_switches()
    many.clear_requests()
    before = many.logins
    with connect_to(many) as connection, ThreadPoolExecutor(8) as pool:

        def read(part: int) -> list[tuple[Any, ...]]:
            column = "N" if part % 2 else "N + 0"
            return query(
                connection, f"SELECT {column} FROM UsrMany WHERE N >= ? AND N < ?", [part * 900, part * 900 + 900]
            )

        parts = list(pool.map(read, range(24)))
    assert [sorted(part) for part in parts] == [[(part * 900 + n,) for n in range(900)] for part in range(24)]
    assert many.logins <= before + 1
    assert len([record for record in many.requests if "$metadata" in record.url]) == 1


ENDLESS = (
    "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 1000000000) "
    "SELECT count(*) FROM r JOIN UsrTwo ON true"
)


def test_a_running_statement_is_cancelled(run: Cursor) -> None:
    timer = threading.Timer(0.3, run.cancel)
    timer.start()
    start = time.monotonic()
    with pytest.raises(OperationalError, match="cancelled"):
        run.execute(ENDLESS).fetchall()
    timer.join()
    assert time.monotonic() - start < 10
    assert run.execute("SELECT 'again'").fetchall() == [("again",)]


def test_a_cancelled_stream_raises_and_asks_no_more(run: Cursor, many: Sandbox) -> None:
    many.switch(page_cap=2000)
    run.execute("SELECT N FROM UsrMany")
    assert len(run.fetchmany(3000)) == 3000
    run.cancel()
    with pytest.raises(OperationalError, match="cancelled"):
        run.fetchall()
    assert wait_until_quiet(many) <= 8


def test_cancelling_one_cursor_leaves_the_others(reader: Connection, run: Cursor) -> None:
    with reader.cursor() as other:
        other.execute("SELECT N FROM UsrMany")
        run.execute("SELECT N FROM UsrMany")
        run.cancel()
        assert len(other.fetchall()) == ROWS


# -- EXPLAIN -------------------------------------------------------------------------------------------------


def explained(cursor: Cursor, sql: str, parameters: Any = None) -> list[tuple[str, str]]:
    """Return the lines of an EXPLAIN."""
    lines = cursor.execute(sql, parameters).fetchall()
    assert cursor.description is not None
    assert [column[:2] for column in cursor.description] == [("part", "Edm.String"), ("plan", "Edm.String")]
    return [(part, plan) for part, plan in lines]


def test_explain_tells_the_plan_and_asks_nothing(run: Cursor, many: Sandbox) -> None:
    sql = "EXPLAIN SELECT upper(Text) FROM UsrMany WHERE N > ? AND length(Text) > 3"
    explained(run, sql, [5])  # how the server compares text is learned once
    many.clear_requests()
    lines = explained(run, sql, [5])
    assert lines[0] == ("remote", "UsrMany?$select=Id,Text&$filter=N gt 5&$orderby=Id")
    assert lines[1] == ("", "exact: N > 5")
    assert lines[2][1].startswith("local: LENGTH(Text) > 3 (")
    assert [part for part, _ in lines[3:]] == ["local", "cost"]
    assert many.requests == []


def test_explain_of_a_query_that_is_pushed_whole(run: Cursor) -> None:
    lines = explained(run, "EXPLAIN SELECT count(*) FROM UsrMany WHERE N < 5")
    assert lines[1:] == [("", "exact: N < 5"), ("local", "-"), ("cost", "1 request")]


def test_explain_analyze_tells_what_it_took(run: Cursor, many: Sandbox) -> None:
    lines = explained(run, "EXPLAIN ANALYZE SELECT N FROM UsrMany WHERE N < 25000 AND N % 2 = 0")
    log = data_requests(many)
    assert len(log) == run.stats.requests
    total = lines.index(("total", f"{len(log)} requests, {run.stats.bytes_received} bytes received"))
    assert lines[total + 1] == ("", f"{run.stats.rows_received} rows received, 12500 rows given")
    assert re.fullmatch(r"\d+\.\d{3} seconds", lines[total + 2][1])
    (took,) = [plan for _, plan in lines if plan.startswith("took:")]
    assert took.startswith(f"took: {len(log)} requests, {run.stats.rows_received} rows, ")


# -- names and parameters ------------------------------------------------------------------------------------

SAME = (
    "SELECT Number FROM Case LIMIT 3",
    "SELECT Number FROM Order LIMIT 3",
    "select number from case limit 3",
    "SELECT o.NUMBER FROM ORDER AS o ORDER BY o.Number LIMIT 3",
    'SELECT "Number" FROM "Case" LIMIT 3',
    "SELECT [Number] FROM [Order] LIMIT 3",
    "SELECT `c`.`Number` FROM `Case` AS `c` LIMIT 3",
    "SELECT TOP 3 Number FROM Case",
    "SELECT TOP 3 [Number] FROM Order ORDER BY [CreatedOn]",
    "SELECT Number FROM Case WHERE CASE WHEN Number <> '' THEN true END LIMIT 3",
    "SELECT Case.Number FROM Case LIMIT 3",
    "SELECT x.Number FROM (SELECT * FROM Order) AS x LIMIT 3",
)


@pytest.mark.parametrize("sql", SAME)
def test_ways_to_write_names(demo_connection: Connection, local_connection: Connection, sql: str) -> None:
    for connection in (demo_connection, local_connection):
        with connection.cursor() as cursor:
            rows = cursor.execute(sql).fetchall()
            assert cursor.description is not None
            assert cursor.description[0][0].lower() == "number"
        assert len(rows) == 3
        assert all(number for (number,) in rows)


def test_a_join_of_objects_named_like_keywords(demo_connection: Connection, local_connection: Connection) -> None:
    sql = (
        "SELECT count(*) FROM Case c JOIN Account a ON a.Id = c.AccountId "
        "LEFT JOIN Order o ON o.AccountId = c.AccountId WHERE a.Name LIKE 'A%'"
    )
    assert query(demo_connection, sql) == query(local_connection, sql) != [(0,)]


def test_top_is_a_limit(demo: Sandbox, demo_connection: Connection) -> None:
    demo.clear_requests()
    assert len(query(demo_connection, "SELECT TOP 2 Name FROM Contact")) == 2
    assert [record.rows for record in data_requests(demo)] == [2]


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("SELECT Name FROM Contcat", r'table "Contcat" not found; did you mean "Contact"'),
        ("SELECT Nmae FROM Contact", r'column "Nmae" not found.*did you mean "Name"'),
        ("SELECT c.Nmae FROM Contact c", r'column "Nmae" not found.*did you mean "Name"'),
        ("SELECT Name FROM Contact WHERE Emial = 'x'", r'"Emial" not found.*did you mean "Email"'),
        ('SELECT Name FROM "contact"', r'table "contact" not found; did you mean "Contact"'),
        ('SELECT "name" FROM Contact', r'column "name" not found.*did you mean "Name"'),
        ("SELECT [NAME] FROM Contact", r'column "NAME" not found.*did you mean "Name"'),
        ("SELECT Name FROM `CONTACT`", r'table "CONTACT" not found; did you mean "Contact"'),
    ],
)
def test_names_that_there_are_not(demo: Sandbox, demo_connection: Connection, sql: str, message: str) -> None:
    assert demo_connection.catalog
    demo.clear_requests()
    with pytest.raises(ProgrammingError, match=message):
        query(demo_connection, sql)
    assert demo.requests == []


@pytest.mark.parametrize(
    ("sql", "parameters", "value"),
    [
        ("SELECT :a", {"a": 5}, 5),
        ("SELECT :a || :b || :a", {"a": "x", "b": "'"}, "x'x"),
        ("SELECT :a", {"a": 5, "not_used": 6}, 5),
        ("SELECT ':a' || :a", {"a": "!"}, ":a!"),
        ("SELECT :a::text", {"a": 5}, "5"),
        ("SELECT '?' || ?", ["!"], "?!"),
        ('SELECT ? AS "?" -- and ?', ("x",), "x"),
        ("SELECT /* :b */ :a", {"a": "a"}, "a"),
        ("SELECT ?", [":a"], ":a"),
        ("SELECT :a", {"a": "?"}, "?"),
    ],
)
def test_parameters(run: Cursor, sql: str, parameters: Any, value: object) -> None:
    assert run.execute(sql, parameters).fetchall() == [(value,)]


@pytest.mark.parametrize(
    ("sql", "parameters"),
    [
        ("SELECT N FROM UsrMany WHERE N = ?", None),
        ("SELECT N FROM UsrMany WHERE N = ?", []),
        ("SELECT N FROM UsrMany WHERE N = ?", [1, 2]),
        ("SELECT N FROM UsrMany WHERE N = ?", {"n": 1}),
        ("SELECT N FROM UsrMany WHERE N = :n", {"m": 1}),
        ("SELECT N FROM UsrMany WHERE N = :n", [1]),
        ("SELECT N FROM UsrMany WHERE N = :n OR N = ?", [1, 2]),
        ("SELECT N FROM UsrMany", [1]),
        ("SELECT N FROM UsrMany WHERE N = ?", [object()]),
    ],
)
def test_parameters_that_do_not_fit(run: Cursor, many: Sandbox, sql: str, parameters: Any) -> None:
    with pytest.raises((ProgrammingError, InterfaceError)):
        run.execute(sql, parameters)
    assert many.requests == []


# -- options -------------------------------------------------------------------------------------------------


def test_without_pushdown_everything_is_decided_here(reader: Connection, many: Sandbox) -> None:
    sql = "SELECT Title, count(*) FROM UsrTwo WHERE Age >= 1 GROUP BY Title ORDER BY Title LIMIT 5"
    pushed = query(reader, sql)
    assert any("$filter=Age ge 1" in url for url in asked(many))
    with connect_to(many, pushdown=False) as connection:
        many.clear_requests()
        assert query(connection, sql) == pushed == [("", 1), ("a", 1)]
        assert query(connection, "SELECT count(*) FROM UsrTwo WHERE Age = 1") == [(1,)]
        assert not any("$filter" in url for url in asked(many) if "UsrTwo" in url)


@pytest.mark.parametrize("pushdown", [True, False])
def test_empty_text_as_null(many: Sandbox, pushdown: bool) -> None:
    many.reset_switches()
    with connect_to(many, empty_text="null", pushdown=pushdown) as connection, connection.cursor() as cursor:
        assert sorted(cursor.execute("SELECT Age, Title FROM UsrTwo")) == [(1, "a"), (2, None)]
        cursor.execute("SELECT Title FROM UsrTwo")
        assert cursor.description is not None
        assert cursor.description[0][6] is True
        for condition, ages in {
            "Title IS NULL": [2],
            "Title IS NOT NULL": [1],
            "Title = ''": [],
            "Title <> 'a'": [],
            "Title IS DISTINCT FROM 'a'": [2],
            "coalesce(Title, 'none') = 'none'": [2],
            "NOT (Title = 'b')": [1],
        }.items():
            assert cursor.execute(f"SELECT Age FROM UsrTwo WHERE {condition}").fetchall() == [(age,) for age in ages]
        assert cursor.execute("SELECT count(Title), count(*) FROM UsrTwo").fetchall() == [(1, 2)]


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO UsrTwo (Age) VALUES (9)",
        "UPDATE UsrTwo SET Age = 9 WHERE Age = 1",
        "DELETE FROM UsrTwo WHERE Age = 1",
    ],
)
def test_a_read_only_connection_reads_only(many: Sandbox, sql: str) -> None:
    many.reset_switches()
    with connect_to(many, read_only=True) as connection:
        assert len(query(connection, "SELECT Age FROM UsrTwo")) == 2
        many.clear_requests()
        with pytest.raises(OperationalError, match="read_only"):
            query(connection, sql)
        assert many.requests == []


def test_the_warning_of_a_refused_form_points_at_its_caller() -> None:
    """Law 11: said once for each connection, and with no effect on the rows."""
    sql = "SELECT Name FROM City WHERE Name LIKE '%an%'"
    with Sandbox(contacts=0) as sandbox, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        with connect_to(sandbox) as connection:
            right = query(connection, sql)
        assert caught == []
        sandbox.switch_forms(off=["contains"])
        for _ in range(2):
            with connect_to(sandbox) as connection, connection.cursor() as cursor:
                for _ in range(2):
                    assert sorted(cursor.execute(sql).fetchall()) == sorted(right) != []
    assert [(warning.category, warning.filename) for warning in caught] == [(creatio_dbapi.Warning, __file__)] * 2
    assert '"contains"' in str(caught[0].message)


# -- the catalog ---------------------------------------------------------------------------------------------


def documents(sandbox: Sandbox) -> int:
    """Count the times that `$metadata` was asked for."""
    return len([record for record in sandbox.requests if "$metadata" in record.url])


def test_every_object_of_a_full_size_document_is_a_table() -> None:
    document = runpy.run_path(str(DOCUMENT))["full_size_document"]()
    with Sandbox(contacts=0, metadata=document) as sandbox, connect_to(sandbox) as connection:
        names = re.findall(r'<EntitySet Name="(\w+)"', document.decode())
        assert len(names) == 1406
        assert set(names) < set(connection.catalog)
        with connection.cursor() as cursor:
            for name in names:
                cursor.execute(f"SELECT id, SomeColumn0, SomeLookup2Id FROM {name.lower()} LIMIT 0")
                assert cursor.description is not None
                assert [column[1] for column in cursor.description] == ["Edm.Guid", "Edm.String", "Edm.Guid"]
            for name in names[::100]:
                assert cursor.execute(f"SELECT * FROM {name}").fetchall() == []
                assert len(cursor.description or ()) > 150
        assert documents(sandbox) == 1


@pytest.fixture
def small(many: Sandbox) -> Sandbox:
    """The sandbox as it was at first, with an empty request log."""
    many.reset_switches()
    many.drop_object("UsrNew")
    many.clear_requests()
    return many


@pytest.fixture
def kept(small: Sandbox, tmp_path: Path) -> dict[str, Any]:
    """Options that keep catalogs in a directory of the test's own, with one kept there already."""
    options = {"cache_directory": str(tmp_path / "catalogs")}
    with connect_to(small, **options) as connection:
        assert query(connection, "SELECT count(*) FROM City") != [(0,)]
    assert documents(small) == 1
    return options


def cache_file(options: dict[str, Any]) -> Path:
    """Return the one file that is kept."""
    (file,) = Path(options["cache_directory"]).iterdir()
    return file


def test_a_second_connection_takes_the_catalog_from_disk(small: Sandbox, kept: dict[str, Any]) -> None:
    with connect_to(small, **kept) as connection:
        assert query(connection, "SELECT count(*) FROM City") != [(0,)]
        assert connection.catalog["City"].key == ("Id",)
    assert documents(small) == 1


def test_refresh_reads_the_catalog_anew(small: Sandbox, kept: dict[str, Any]) -> None:
    with connect_to(small, **kept) as connection:
        small.create_object("UsrNew", {"A": "Edm.String"}, rows=[{"A": "a"}])
        assert "UsrNew" not in connection.catalog
        assert "UsrNew" in connection.catalog.refresh()
        assert query(connection, "SELECT A FROM UsrNew") == [("a",)]
        assert documents(small) == 2
    with connect_to(small, **kept) as connection:
        assert query(connection, "SELECT A FROM UsrNew") == [("a",)]
    assert documents(small) == 2


def test_a_new_object_is_found_although_the_kept_catalog_lacks_it(small: Sandbox, kept: dict[str, Any]) -> None:
    small.create_object("UsrNew", {"A": "Edm.String"}, rows=[{"A": "a"}])
    with connect_to(small, **kept) as connection:
        assert query(connection, "SELECT A FROM usrnew") == [("a",)]
    small.create_object("UsrNew", {"A": "Edm.String", "B": "Edm.Int32"}, rows=[{"A": "a", "B": 7}])
    with connect_to(small, **kept) as connection:
        assert query(connection, "SELECT n.B FROM UsrNew n") == [(7,)]
    assert documents(small) == 3


def test_a_name_that_is_nowhere_is_looked_for_once(small: Sandbox, kept: dict[str, Any]) -> None:
    with connect_to(small, **kept) as connection:
        for _ in range(3):
            with pytest.raises(ProgrammingError, match="did you mean"):
                query(connection, "SELECT Name FROM Ctiy")
    assert documents(small) == 2


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[: len(content) // 2],
        lambda content: content.replace(b"Edm.String", b"Edm.Nothing"),
        lambda content: content.replace(b"City", b"Ctiy"),
        lambda content: b"\xff\x00" * 1000,
        lambda content: b"{}",
        lambda content: b'"' + b"0" * 64 + b'"\n{"tables": {}}',
    ],
    ids=["empty", "half", "other types", "other names", "noise", "other JSON", "forged"],
)
def test_a_damaged_file_is_as_good_as_none(small: Sandbox, kept: dict[str, Any], damage: Any) -> None:
    file = cache_file(kept)
    damaged = damage(file.read_bytes())
    assert damaged != file.read_bytes()
    file.write_bytes(damaged)
    for _ in range(2):  # the second time it is sound again
        with connect_to(small, **kept) as connection:
            assert query(connection, "SELECT count(*) FROM City") != [(0,)]
    assert documents(small) == 2


@pytest.mark.parametrize("options", [{"catalog_max_age": 0}, {"cache_directory": ""}], ids=str)
def test_a_catalog_can_be_read_anew_each_time(small: Sandbox, kept: dict[str, Any], options: dict[str, Any]) -> None:
    with connect_to(small, **{**kept, **options}) as connection:
        assert query(connection, "SELECT count(*) FROM City") != [(0,)]
    assert documents(small) == 2


def test_nothing_secret_is_kept(tmp_path: Path) -> None:
    with (
        Sandbox(contacts=0, user="somebody", password="correct-horse-Battery") as sandbox,
        connect_to(sandbox, cache_directory=str(tmp_path)) as connection,
    ):
        query(connection, "SELECT Id FROM City WHERE Name = 'Berlin'")  # something is learned and kept beside it
        (file,) = tmp_path.iterdir()
        content = file.read_bytes() + file.name.encode()
        assert b"CountryId" in content
        for secret in (sandbox.password, sandbox.user, sandbox.url, "BPMCSRF", "ASPXAUTH", "cookie"):
            assert secret.lower().encode() not in content.lower()
