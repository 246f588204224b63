"""Random writes, sent through the driver and run by DuckDB: after each of them both hold the same rows."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from creatio_dbapi import Connection, Error
from creatio_dbapi.sandbox import Column, Sandbox
from tests.fix_connection import connect_to

# Really nullable columns, so that NULL stays NULL on the server as it does in DuckDB.
COLUMNS: dict[str, Column | str] = {
    "Title": Column("Edm.String", nullable=True),
    "Age": Column("Edm.Int32", nullable=True),
    "Price": Column("Edm.Decimal", nullable=True),
    "Done": Column("Edm.Boolean", nullable=True),
}
TABLE = 'UsrR ("Id" UUID PRIMARY KEY, "Title" VARCHAR, "Age" INTEGER, "Price" DECIMAL(38, 10), "Done" BOOLEAN)'
KEYS = [uuid.UUID(int=number) for number in range(1, 9)]

Write = tuple[str, list[Any]]

keys = st.sampled_from(KEYS)
texts = st.one_of(st.none(), st.sampled_from(["", "a", "b", "O'Neil", "é😀", "a%b", "\n"]))
ages = st.one_of(st.none(), st.integers(-3, 9))
prices = st.one_of(st.none(), st.sampled_from([Decimal("0"), Decimal("1.5"), Decimal("-2.25")]))
flags = st.sampled_from([None, True, False])
rows = st.tuples(keys, texts, ages, prices, flags)
assignments = st.sampled_from(
    [
        "Age = Age + 1",
        "Title = Title || '!'",
        "Title = NULL, Age = 0",
        "Price = Age * 1.5",
        "Done = NOT Done",
        "Title = coalesce(Title, 'none'), Price = NULL",
        "Age = (SELECT max(Age) FROM UsrR)",
        "Title = CASE WHEN Age > 3 THEN 'old' ELSE Title END",
        "Age = length(Title)",
    ]
)
conditions = st.sampled_from(
    [
        "TRUE",
        "Age > 3",
        "Age IS NULL",
        "Title = 'a'",
        "Title LIKE 'a%'",
        "Title <> 'a'",
        "NOT (Age > 3)",
        "Age > 2 AND Done",
        "Price IS NOT NULL OR Age = 1",
        "Age IN (1, 2, 3)",
        "Id IN (SELECT Id FROM UsrR WHERE Age < 5)",
        "Age = (SELECT min(Age) FROM UsrR)",
        "EXISTS (SELECT 1 FROM UsrR AS o WHERE o.Age = UsrR.Age AND o.Id <> UsrR.Id)",
        "coalesce(Title, '') = ''",
    ]
)


def insert(given_rows: list[tuple[Any, ...]], conflict: str = "") -> Write:
    """Write an INSERT of rows with different keys."""
    different = list({row[0]: row for row in given_rows}.values())
    marks = ", ".join("(?, ?, ?, ?, ?)" for _ in different)
    parameters = [value for row in different for value in row]
    return f"INSERT INTO UsrR (Id, Title, Age, Price, Done) VALUES {marks} {conflict}".strip(), parameters


writes = st.one_of(
    st.lists(rows, min_size=1, max_size=5).map(insert),
    st.lists(rows, min_size=1, max_size=5).map(lambda given_rows: insert(given_rows, "ON CONFLICT DO NOTHING")),
    st.lists(rows, min_size=1, max_size=5).map(
        lambda given_rows: insert(
            given_rows, "ON CONFLICT (Id) DO UPDATE SET Title = excluded.Title, Age = UsrR.Age + excluded.Age"
        )
    ),
    st.tuples(assignments, conditions).map(lambda pair: (f"UPDATE UsrR SET {pair[0]} WHERE {pair[1]}", [])),
    st.tuples(texts, ages, keys).map(lambda each: ("UPDATE UsrR SET Title = ?, Age = ? WHERE Id = ?", list(each))),
    conditions.map(lambda condition: (f"DELETE FROM UsrR WHERE {condition}", [])),
    keys.map(lambda key: ("DELETE FROM UsrR WHERE Id = ?", [key])),
)


@pytest.fixture(scope="module")
def connected() -> Iterator[tuple[Sandbox, Connection]]:
    """A sandbox with the object UsrR, and a connection to it."""
    with Sandbox(contacts=0) as sandbox:
        sandbox.create_object("UsrR", COLUMNS)
        with connect_to(sandbox) as connection:
            assert "UsrR" in connection.catalog
            yield sandbox, connection


def held_by_creatio(sandbox: Sandbox) -> list[tuple[Any, ...]]:
    """Return the rows as the server holds them."""
    names = ("Id", "Title", "Age", "Price", "Done")
    found = [tuple(row[name] for name in names) for row in sandbox.rows("UsrR")]
    return sorted(
        (uuid.UUID(str(key)), title, age, None if price is None else Decimal(str(price)), done)
        for key, title, age, price, done in found
    )


def run_both(
    connection: Connection, database: duckdb.DuckDBPyConnection, write: Write
) -> tuple[int | None, int | None]:
    """Run a write on both sides; return how many rows each changed, None where it refused."""
    sql, parameters = write
    try:
        found = database.execute(sql, parameters).fetchone()
        theirs = None if found is None else int(found[0])
    except duckdb.ConstraintException:
        theirs = None
    with connection.cursor() as cursor:
        try:
            ours: int | None = cursor.execute(sql, parameters).rowcount
        except Error as error:
            assert isinstance(error, connection.IntegrityError), error
            ours = None
            # The rows before the refused one are written, for there are no transactions: take DuckDB's way.
            written = {parameters[5 * row] for row in cursor.write_report.written} if cursor.write_report else set()
            cursor.executemany("DELETE FROM UsrR WHERE Id = ?", [[key] for key in written])
    return ours, theirs


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
)
@given(st.lists(rows, max_size=6), st.lists(writes, min_size=1, max_size=6))
def test_creatio_and_duckdb_hold_the_same_rows(
    connected: tuple[Sandbox, Connection], first: list[tuple[Any, ...]], sequence: list[Write]
) -> None:
    sandbox, connection = connected
    sandbox.create_object("UsrR", COLUMNS)
    with duckdb.connect(":memory:") as database:
        database.execute(f"CREATE TABLE {TABLE}")
        for write in [insert(first)] * bool(first) + sequence:
            ours, theirs = run_both(connection, database, write)
            expected = sorted(database.execute("SELECT * FROM UsrR").fetchall())
            assert held_by_creatio(sandbox) == expected, write
            assert ours == theirs, write
