"""Law 3 for whole statements: random ones, pushed, not pushed, and asked of DuckDB directly, give the same rows.

A normal run tries the same six hundred statements each time; RANDOM_SEED=number tries others, RANDOM_QUERIES=50000 is
the nightly size. A failure prints its statement and its server; that one is run again by
RANDOM_SERVER=name RANDOM_SQL='SELECT …' pytest tests/test_random_queries.py::test_random_queries

The functions and shapes that the generator does not write are listed in tests/queries/functions.txt.
"""

from __future__ import annotations

import os
import random
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, assume, given, seed, settings
from hypothesis import strategies as st

from creatio_dbapi import Connection
from creatio_dbapi.profile import UNPROVEN
from creatio_dbapi.sandbox import Column, Sandbox
from tests.fix_connection import connect_to, query
from tests.fix_things import EMPTY, SQL_TYPES, plain_row, shown_moment
from tests.random_sql import OBJECTS, PREDICATES, Statement, make_predicate, make_rows, make_statement

SEED = int(os.environ.get("RANDOM_SEED") or 1)
QUERIES = int(os.environ.get("RANDOM_QUERIES") or 600)
_MOST_ROWS = 3000

Rows = list[tuple[Any, ...]]


@dataclass(frozen=True)
class Server:
    """How a server behaves, and what the driver is told of it."""

    name: str
    switches: dict[str, Any] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)
    nocase: bool = False
    dangling: bool = True


_ALL_FORMS = ",".join(sorted(UNPROVEN))
SERVERS = (
    Server("plain", {"zone": -8}),
    Server("nocase", {"text": "insensitive", "nulls": "first", "null_ne": "odata"}, {}, nocase=True),
    Server("binary", {"null_ne": "odata", "nulls": "first"}, {"collation": "binary"}),
    Server("forms", {"forms": "all", "zone": 5.75}, {"forms": _ALL_FORMS, "collation": "sensitive"}, dangling=False),
    Server(
        "nocase forms",
        {"forms": "all", "text": "insensitive", "null_ne": "odata"},
        {"forms": _ALL_FORMS, "collation": "nocase"},
        nocase=True,
        dangling=False,
    ),
    Server("unknown", {"text": "insensitive", "nulls": "first", "zone": 14}, {"collation": "unknown"}),
    Server("short pages", {"page_cap": 20}, {"empty_text": "null", "collation": "sensitive"}),
    Server("links", {"next_link": 20, "null_ne": "odata"}, {"collation": "binary", "empty_text": "null"}),
)


def cell(column: Column, value: object, *, empty_text: object) -> object:
    """Return what a row shows for a value as it is stored."""
    if column.type == "Edm.String" and (value is None or value == ""):
        return None if column.nullable and value is None else empty_text
    if value is None:
        return None if column.nullable else EMPTY.get(column.type)
    if column.type == "Edm.Guid":
        guid = uuid.UUID(str(value))
        return guid if guid.int else None
    return shown_moment(str(value)) if column.type == "Edm.DateTimeOffset" else value


class Answers:
    """The right answers: DuckDB over the rows as they are shown."""

    def __init__(self, sandbox: Sandbox, server: Server) -> None:
        self._database = duckdb.connect(":memory:")
        self._nocase = server.nocase
        if duckdb.__version__ < "2":  # it compares date_trunc() wrongly with constants, unless something is done to it
            sum_of_two = "CREATE MACRO date_trunc(unit, x) AS system.main.date_trunc(unit, x) + INTERVAL 0 SECOND"
            self._database.execute(sum_of_two)
        for setting in ("TimeZone = 'UTC'", "default_null_order = 'postgres'"):
            self._database.execute(f"SET {setting}")
        if server.nocase:
            self._database.execute("SET default_collation = 'nocase'")
        empty_text = None if server.options.get("empty_text") == "null" else ""
        for name, columns in OBJECTS.items():
            definitions = ", ".join(f"{column} {SQL_TYPES[spec.type]}" for column, spec in columns.items())
            self._database.execute(f"CREATE TABLE {name} ({definitions})")
            for row in sandbox.rows(name):
                values = [cell(spec, row[column], empty_text=empty_text) for column, spec in columns.items()]
                self._database.execute(f"INSERT INTO {name} VALUES ({', '.join('?' * len(values))})", values)

    def rows(self, sql: str) -> Rows:
        """Return the rows of a query; where the server ignores case, LIKE does so too."""
        if self._nocase:
            sql = sql.replace(" LIKE ", " ILIKE ")
        found = self._database.sql(sql).to_arrow_table()
        return list(zip(*[column.to_pylist() for column in found.columns], strict=True))

    def close(self) -> None:
        """Let go of the rows."""
        self._database.close()


@dataclass
class Bench:
    """A server that runs, asked with and without pushdown, and the right answers."""

    server: Server
    pushed: Connection
    local: Connection
    answers: Answers
    tried: int = 0
    discarded: int = 0

    def comparable(self, rows: Rows) -> Rows:
        """Make rows comparable: of equal texts, the one in lower letters stands for all."""
        return [tuple(self._plain(value) for value in plain_row(row)) for row in rows]

    def _plain(self, value: Any) -> Any:
        if self.server.nocase and isinstance(value, str):
            return value.lower()
        return f"{value:.9g}" if isinstance(value, float) else value


@pytest.fixture(scope="module")
def crm() -> Iterator[Sandbox]:
    """A sandbox for the four objects."""
    with Sandbox(contacts=0) as sandbox:
        yield sandbox


def prepare(sandbox: Sandbox, server: Server) -> None:
    """Let a sandbox behave as a server, and hold the objects' rows."""
    sandbox.reset_switches()
    switches = dict(server.switches)
    if switches.pop("forms", ""):
        sandbox.switch_forms(on=["tolower", "toupper", "in", "orderby_path", "orderby_lookup"])
    sandbox.switch(**switches)
    for name, columns in OBJECTS.items():
        sandbox.create_object(name, columns, base=False)
    for name in OBJECTS:
        sandbox.insert(name, make_rows(name, 1, dangling=server.dangling))


@pytest.fixture(scope="module", params=SERVERS, ids=lambda server: server.name.replace(" ", "-"))
def bench(request: pytest.FixtureRequest, crm: Sandbox) -> Iterator[Bench]:
    """A bench for each server."""
    server: Server = request.param
    prepare(crm, server)
    answers = Answers(crm, server)
    with (
        connect_to(crm, **server.options) as pushed,
        connect_to(crm, pushdown=False, **server.options) as local,
    ):
        yield Bench(server, pushed, local, answers)
    answers.close()


def check(bench: Bench, statement: Statement) -> None:
    """Compare the three answers of one statement; one that DuckDB itself refuses is discarded."""
    bench.tried += 1
    right = expected(bench, statement.whole or statement.sql)
    if right is None:
        bench.discarded += 1
        assume(False)
        return
    few = bench.answers.rows(f"SELECT count(*) FROM ({statement.sql})")[0][0] if statement.whole else len(right)
    for name, connection in (("pushed", bench.pushed), ("not pushed", bench.local)):
        given_rows = bench.comparable(answer(bench, name, connection, statement.sql))
        problem = difference(right, given_rows, statement, few)
        assert not problem, described(bench, name, statement.sql, problem)


def expected(bench: Bench, sql: str) -> Rows | None:
    """Return the right answer, or None where DuckDB gives none, or too much."""
    try:
        rows = bench.answers.rows(sql)
    except duckdb.Error:
        return None
    return bench.comparable(rows) if len(rows) <= _MOST_ROWS else None


def answer(bench: Bench, name: str, connection: Connection, sql: str) -> Rows:
    """Return the driver's answer; an error is a failure."""
    try:
        return query(connection, sql)
    except Exception as error:
        raise AssertionError(described(bench, name, sql, f"{type(error).__name__}: {error}")) from error


def difference(right: Rows, given_rows: Rows, statement: Statement, few: int) -> str:
    """Say how an answer differs from the right one, or nothing."""
    if statement.whole:
        extra = Counter(given_rows) - Counter(right)
        return "" if not extra and len(given_rows) == few else f"{len(given_rows)} rows, not {few}; extra {extra}"
    if given_rows == right if statement.ordered else Counter(given_rows) == Counter(right):
        return ""
    missing, extra = Counter(right) - Counter(given_rows), Counter(given_rows) - Counter(right)
    if not missing and not extra:
        place = next(place for place, (one, two) in enumerate(zip(right, given_rows, strict=True)) if one != two)
        return f"another order from row {place} on: {given_rows[place]}, not {right[place]}"
    return f"missing {dict(missing.most_common(3))}, extra {dict(extra.most_common(3))}"


def described(bench: Bench, name: str, sql: str, problem: str) -> str:
    """Write what went wrong, and how to see it again."""
    variables = f"RANDOM_SERVER={bench.server.name!r} RANDOM_SQL={shell_quoted(sql)}"
    return f"{name}: {problem}\nagain: {variables} pytest tests/test_random_queries.py::test_random_queries"


def shell_quoted(text: str) -> str:
    """Quote a text for a POSIX shell."""
    return "'" + text.replace("'", "'\\''") + "'"


def test_random_queries(bench: Bench) -> None:
    """Try statements made by hypothesis; the seed of the run is printed with a failure."""
    given_sql = os.environ.get("RANDOM_SQL")
    if given_sql is not None:
        if os.environ.get("RANDOM_SERVER", bench.server.name) == bench.server.name:
            check(bench, Statement(given_sql))
        return

    @seed(SEED)
    @settings(
        max_examples=-(-QUERIES // len(SERVERS)),
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.randoms(use_true_random=False))
    def run(chooser: random.Random) -> None:
        check(bench, make_statement(chooser))

    print(f"RANDOM_SEED={SEED}")  # noqa: T201 - pytest shows it with a failure
    run()
    assert bench.discarded < 0.15 * bench.tried, f"{bench.discarded} of {bench.tried} statements were refused by DuckDB"


@pytest.mark.parametrize("kind", PREDICATES)
def test_every_row_is_once_true_false_or_unknown(bench: Bench, kind: str) -> None:
    """WHERE p, WHERE NOT p and WHERE p IS NULL give every row once, for every kind of predicate, and the right ones."""
    print(f"RANDOM_SEED={SEED}")  # noqa: T201
    every = Counter(row["N"] for row in make_rows("UsrPerson", 1))
    for number in range(3):
        chooser = random.Random(f"{SEED} {kind} {number}")  # noqa: S311 - test data
        source, predicate = make_predicate(chooser, "UsrPerson", kind)
        parts = (f"({predicate})", f"NOT ({predicate})", f"({predicate}) IS NULL")
        queries = [f"SELECT N FROM {source} WHERE {part}" for part in parts]
        right = [expected(bench, sql) for sql in queries]
        if None in right:
            continue  # DuckDB refuses the predicate
        found = [bench.comparable(answer(bench, "pushed", bench.pushed, sql)) for sql in queries]
        counted = Counter(row[0] for rows in found for row in rows)
        assert counted == every, described(bench, "pushed", queries[0], "not every row once")
        for sql, rows, wanted in zip(queries, found, right, strict=True):
            problem = difference(wanted or [], rows, Statement(sql), 0)
            assert not problem, described(bench, "pushed", sql, problem)


# -- functions, operators and shapes, one after another ------------------------------------------------------

OLD = int(version("sqlglot").partition(".")[0]) < 30
_LISTED = (Path(__file__).parent / "queries" / "functions.txt").read_text(encoding="utf-8").split("\n")


@pytest.fixture(scope="module")
def plain_bench() -> Iterator[Bench]:
    """A bench for the plain server, on a sandbox of its own."""
    with Sandbox(contacts=0) as sandbox:
        prepare(sandbox, SERVERS[0])
        answers = Answers(sandbox, SERVERS[0])
        with connect_to(sandbox) as pushed, connect_to(sandbox, pushdown=False) as local:
            yield Bench(SERVERS[0], pushed, local, answers)
        answers.close()


@pytest.mark.skipif(OLD, reason="the list is of what the newest versions of the parser and the engine know")
@pytest.mark.parametrize("sql", [line for line in _LISTED if line and not line.startswith("--")])
def test_what_the_local_engine_knows(plain_bench: Bench, sql: str) -> None:
    """Each function, operator and shape of tests/queries/functions.txt means here what it means in DuckDB."""
    try:
        right = spelled(plain_bench, plain_bench.answers.rows(sql))
    except duckdb.Error as error:
        pytest.skip(f"this version of DuckDB does not know it: {error}")
    assert spelled(plain_bench, query(plain_bench.pushed, sql)) == right
    assert spelled(plain_bench, query(plain_bench.local, sql)) == right


def spelled(bench: Bench, rows: Rows) -> list[str]:
    """Write rows as texts, in an order of their own, with one spelling for whole numbers of any type."""
    return sorted(str([_spelled(value) for value in row]) for row in bench.comparable(rows))


def _spelled(value: Any) -> Any:
    is_number = isinstance(value, (int, Decimal)) and not isinstance(value, bool)
    return f"{Decimal(value).normalize():f}" if is_number else value
