"""How text compares: the connection learns it from the server, or is told; the rows are the same, pushed or not."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import duckdb
import pytest

import creatio_dbapi
from creatio_dbapi import Connection
from creatio_dbapi.sandbox import Column, Sandbox
from tests.fix_connection import connect_to, query
from tests.fix_sandbox import asked
from tests.hostile import TEXTS

TABLE = "UsrWord"
TWINS = (
    "anna",
    "Anna",
    "ANNA",
    "Anna ",
    " anna",
    "bob",
    "BOB",
    "Élan",
    "élan",
    "привет",
    "ПРИВЕТ",
    "ß",
    "ss",
    "",
    None,
)
WORDS = tuple(text for text in (*TWINS, *TWINS, *TEXTS) if text is None or ("\x00" not in text and len(text) < 40))


@pytest.fixture(scope="module")
def words() -> Iterator[Sandbox]:
    """A sandbox with a table of words: twins in upper and lower case, spaces, accents, hostile texts."""
    with Sandbox(contacts=0) as sandbox:
        columns: dict[str, Column | str] = {
            "Id": "Edm.Guid",
            "N": "Edm.Int32",
            "Word": Column("Edm.String", nullable=True),
            "Other": "Edm.String",
        }
        rows = [
            {"Id": uuid.UUID(int=n + 1), "N": n, "Word": word, "Other": WORDS[(n * 7 + 3) % len(WORDS)]}
            for n, word in enumerate(WORDS)
        ]
        sandbox.create_object(TABLE, columns, base=False, rows=rows)
        yield sandbox


@pytest.fixture(autouse=True)
def as_it_was(words: Sandbox) -> Iterator[None]:
    """Turn the sandbox's switches back after each test."""
    yield
    words.reset_switches()


Answers = dict[bool, duckdb.DuckDBPyConnection]


@pytest.fixture(scope="module")
def answers(words: Sandbox) -> Iterator[Answers]:
    """DuckDB over the rows as they are shown: where case matters (False), and where it does not (True)."""
    databases = {False: duckdb.connect(":memory:"), True: duckdb.connect(":memory:")}
    databases[True].execute("SET default_collation = 'nocase'")
    for database in databases.values():
        database.execute("SET default_null_order = 'postgres'")
        database.execute(f"CREATE TABLE {TABLE} (Id UUID, N INTEGER, Word VARCHAR, Other VARCHAR)")
        for row in words.rows(TABLE):
            values = [row["Id"], row["N"], row["Word"], row["Other"] or ""]
            database.execute(f"INSERT INTO {TABLE} VALUES (?, ?, ?, ?)", values)
    yield databases
    for database in databases.values():
        database.close()


def right_rows(answers: Answers, sql: str, *, nocase: bool) -> list[tuple[Any, ...]]:
    """Return the right answer; where case does not matter, LIKE ignores it, too."""
    return answers[nocase].execute(sql.replace(" LIKE ", " ILIKE ") if nocase else sql).fetchall()


def folded(rows: list[tuple[Any, ...]], *, nocase: bool) -> Counter[tuple[Any, ...]]:
    """Count rows; where case does not matter, the text in lower letters stands for its twins."""
    if not nocase:
        return Counter(rows)
    return Counter(tuple(value.lower() if isinstance(value, str) else value for value in row) for row in rows)


QUERIES = (
    "SELECT N FROM UsrWord WHERE Word = 'anna'",
    "SELECT N FROM UsrWord WHERE Word <> 'ANNA'",
    "SELECT N FROM UsrWord WHERE Word = 'Anna '",
    "SELECT N FROM UsrWord WHERE Other = ''",
    "SELECT N FROM UsrWord WHERE Other <> ''",
    "SELECT N FROM UsrWord WHERE Word IN ('aNNA', 'Bob', '')",
    "SELECT N FROM UsrWord WHERE Word NOT IN ('aNNA', 'Bob')",
    "SELECT N FROM UsrWord WHERE Word IS DISTINCT FROM 'ANNA'",
    "SELECT N FROM UsrWord WHERE Word IS NOT DISTINCT FROM 'ANNA'",
    "SELECT N FROM UsrWord WHERE NOT (Word = 'anna' OR Word = 'bob')",
    "SELECT N FROM UsrWord WHERE Word > 'ANNA'",
    "SELECT N FROM UsrWord WHERE Word BETWEEN 'a' AND 'C'",
    "SELECT N FROM UsrWord WHERE Word LIKE 'an%'",
    "SELECT N FROM UsrWord WHERE Word NOT LIKE 'an%'",
    "SELECT N FROM UsrWord WHERE Word LIKE '%NN%'",
    "SELECT N FROM UsrWord WHERE Word LIKE 'a__a'",
    "SELECT N FROM UsrWord WHERE Word LIKE 'ПРИ%'",
    "SELECT N FROM UsrWord WHERE Word ILIKE 'ANN%'",
    "SELECT N FROM UsrWord WHERE lower(Word) = 'anna'",
    "SELECT N FROM UsrWord WHERE upper(Word) = 'ANNA'",
    "SELECT N FROM UsrWord WHERE Word = Other",
    "SELECT count(*) FROM UsrWord WHERE Word = 'Anna'",
    "SELECT count(DISTINCT Word) FROM UsrWord",
    "SELECT Word, count(*) FROM UsrWord GROUP BY Word",
    "SELECT DISTINCT Word FROM UsrWord",
    "SELECT max(Word) FROM UsrWord WHERE N < 13",
    "SELECT a.N, b.N FROM UsrWord a JOIN UsrWord b ON a.Word = b.Other WHERE a.N < 20",
    "SELECT Word FROM UsrWord WHERE N < 13 UNION SELECT Other FROM UsrWord WHERE N < 13",
    "SELECT Word FROM UsrWord WHERE N < 13 EXCEPT SELECT Other FROM UsrWord",
    "SELECT N FROM UsrWord WHERE Word IN (SELECT Other FROM UsrWord WHERE N > 15)",
    "SELECT N FROM UsrWord WHERE CASE Word WHEN 'ANNA' THEN true ELSE false END",
    "SELECT N FROM UsrWord WHERE Word IS NULL",
)
# How the server compares, what the driver is told, and whether case then does not matter.
SETTINGS = (
    ("sensitive", "auto", False),
    ("insensitive", "auto", True),
    ("sensitive", "sensitive", False),
    ("sensitive", "binary", False),
    ("insensitive", "nocase", True),
    ("sensitive", "unknown", False),
    ("insensitive", "unknown", False),
)


@pytest.mark.parametrize(("text", "collation", "nocase"), SETTINGS)
def test_the_rows_are_the_same_pushed_or_not(
    words: Sandbox, answers: Answers, text: str, collation: str, nocase: bool
) -> None:
    words.switch(text=text)
    with (
        connect_to(words, collation=collation) as pushed,
        connect_to(words, collation=collation, pushdown=False) as local,
    ):
        for sql in QUERIES:
            right = folded(right_rows(answers, sql, nocase=nocase), nocase=nocase)
            assert folded(query(pushed, sql), nocase=nocase) == right, sql
            assert folded(query(local, sql), nocase=nocase) == right, sql


@pytest.mark.parametrize(("text", "collation", "nocase"), SETTINGS)
@pytest.mark.parametrize("order", ["Word", "Word DESC", "Word NULLS FIRST", "Word DESC NULLS LAST"])
def test_the_order_is_the_same_pushed_or_not(
    words: Sandbox, answers: Answers, text: str, collation: str, nocase: bool, order: str
) -> None:
    words.switch(text=text)
    sql = f"SELECT N FROM UsrWord ORDER BY {order}, N LIMIT 40"
    right = right_rows(answers, sql, nocase=nocase)
    for pushdown in (True, False):
        with connect_to(words, collation=collation, pushdown=pushdown) as connection:
            assert query(connection, sql) == right


def names_of(connection: Connection) -> list[str]:
    """Return the cities that are called like Berlin in capitals."""
    return [name for (name,) in query(connection, "SELECT Name FROM City WHERE Name = 'BERLIN'")]


@pytest.mark.parametrize(("text", "found"), [("sensitive", []), ("insensitive", ["Berlin"])])
def test_a_connection_learns_it_from_the_server(words: Sandbox, text: str, found: list[str]) -> None:
    words.switch(text=text)
    for pushdown in (True, False):
        with connect_to(words, pushdown=pushdown) as connection:
            assert names_of(connection) == found


@pytest.mark.parametrize("text", ["sensitive", "insensitive"])
def test_it_is_learned_once_and_with_few_requests(words: Sandbox, text: str) -> None:
    words.switch(text=text)
    with connect_to(words) as connection:
        query(connection, "SELECT N FROM UsrWord LIMIT 1")
        words.clear_requests()
        names_of(connection)
        assert len(asked(words)) <= 4
        words.clear_requests()
        names_of(connection)
        assert len(asked(words)) == 1


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FROM (SELECT Word AS w FROM UsrWord) x WHERE w = 'anna'",
        "WITH x(w) AS (SELECT Word FROM UsrWord) SELECT count(*) FROM x WHERE w = 'anna'",
        "SELECT N, Word AS w FROM UsrWord WHERE w = 'ANNA'",
        "SELECT N, Word AS Other FROM UsrWord WHERE N < 13 ORDER BY Other, N",
        "SELECT N, Word AS Id FROM UsrWord WHERE N < 13 ORDER BY Id, N",
        "SELECT Word, N FROM UsrWord WHERE N < 13 ORDER BY 1, 2",
        "SELECT Word, N FROM UsrWord WHERE N < 13 ORDER BY ALL",
        "SELECT Word FROM UsrWord GROUP BY ALL",
        "SELECT Word FROM UsrWord GROUP BY 1",
        "SELECT w, count(*) FROM (SELECT Word AS w FROM UsrWord) x GROUP BY w",
        "SELECT count(*) FROM (SELECT Word AS w FROM UsrWord) x JOIN (SELECT Other AS w FROM UsrWord) y USING (w)",
        "SELECT count(*) FROM (SELECT Word FROM UsrWord) x NATURAL JOIN (SELECT Other AS Word FROM UsrWord) y",
        "SELECT (SELECT Word FROM UsrWord WHERE N = 0) = (SELECT Word FROM UsrWord WHERE N = 2)",
    ],
)
def test_a_text_that_is_compared_by_another_name(words: Sandbox, answers: Answers, sql: str) -> None:
    """It is learned how the server compares, be it the first statement of a connection."""
    words.switch(text="insensitive")
    right = right_rows(answers, sql, nocase=True)
    with connect_to(words) as connection:
        rows = query(connection, sql)
    assert folded(rows, nocase=True) == folded(right, nocase=True)
    if "ORDER BY" in sql:
        assert [sorted(map(str, row))[0] for row in rows] == [sorted(map(str, row))[0] for row in right]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE UsrWord SET N = 0 WHERE Id = ? RETURNING Word = 'ANNA'",
        "INSERT INTO UsrWord (Id) VALUES (?) ON CONFLICT (Id) DO UPDATE SET N = 0 WHERE UsrWord.Word = 'ANNA' "
        "RETURNING true",
    ],
)
@pytest.mark.parametrize(("text", "found"), [("sensitive", False), ("insensitive", True)])
def test_a_write_that_compares_text_learns_it(words: Sandbox, sql: str, text: str, found: bool) -> None:
    words.switch(text=text)
    with connect_to(words) as connection:
        assert query(connection, sql, [uuid.UUID(int=1)]) in ([(found,)], [(True,)] if found else [])


def test_it_is_not_asked_where_no_text_is_compared(words: Sandbox) -> None:
    with connect_to(words) as connection:
        query(connection, "SELECT N FROM UsrWord LIMIT 1")
        words.clear_requests()
        query(connection, "SELECT Word FROM UsrWord WHERE N < 3")
        assert len(asked(words)) == 1
        words.clear_requests()
        query(connection, "SELECT x.w, M FROM (SELECT N + 1 AS M, upper(Word) AS w FROM UsrWord) x")
        assert len(asked(words)) == 1


@pytest.mark.parametrize("collation", ["sensitive", "binary", "nocase", "unknown"])
def test_it_is_not_asked_where_it_is_told(words: Sandbox, collation: str) -> None:
    with connect_to(words, collation=collation) as connection:
        query(connection, "SELECT N FROM UsrWord LIMIT 1")
        words.clear_requests()
        query(connection, "SELECT N FROM UsrWord WHERE Word = 'anna'")
        assert len(asked(words)) == 1


def test_a_server_that_tells_texts_apart_filters_exactly(words: Sandbox) -> None:
    """So that COUNT is one request without rows; elsewhere a filter brings candidates, which are compared here."""
    counts = {}
    for collation in ("sensitive", "unknown"):
        with connect_to(words, collation=collation) as connection, connection.cursor() as cursor:
            cursor.execute("EXPLAIN SELECT count(*) FROM UsrWord WHERE Word = 'anna'")
            counts[collation] = "\n".join(text for _, text in cursor.fetchall())
    assert "exact: Word = 'anna'" in counts["sensitive"]
    assert "superset: Word = 'anna'" in counts["unknown"]


def test_a_server_without_a_text_to_ask_about(words: Sandbox) -> None:
    """Nothing is learned from it, and the rows are right all the same."""
    with Sandbox(contacts=0) as sandbox:
        for name in ("ContactType", "CaseStatus", "AccountType", "Gender", "SysAdminUnit", "Contact", "Account"):
            sandbox.drop_object(name)
        columns: dict[str, Column | str] = {"Id": "Edm.Guid", "Word": "Edm.String"}
        sandbox.create_object("UsrOnly", columns, base=False, rows=[{"Id": uuid.UUID(int=1), "Word": "Anna"}])
        with connect_to(sandbox) as connection:
            assert query(connection, "SELECT Word FROM UsrOnly WHERE Word = 'anna'") == []
            assert query(connection, "SELECT Word FROM UsrOnly WHERE Word = 'Anna'") == [("Anna",)]


@pytest.mark.parametrize("text", ["sensitive", "insensitive"])
@pytest.mark.parametrize("after", [0, 1, 2])
def test_a_server_that_does_not_answer_teaches_nothing(words: Sandbox, tmp_path: Path, text: str, after: int) -> None:
    """Neither for this query nor, kept on disk, for later ones."""
    words.switch(text=text)
    with connect_to(words) as connection:
        expected = names_of(connection)
    for _ in range(2):
        with connect_to(words, cache_directory=str(tmp_path)) as connection:
            query(connection, "SELECT N FROM UsrWord LIMIT 1")
            words.html_next(3, after=after)
            with suppress(creatio_dbapi.OperationalError):
                assert names_of(connection) == expected
            words.clear_faults()
            assert names_of(connection) == expected


def test_a_collation_that_there_is_not(words: Sandbox) -> None:
    with pytest.raises(creatio_dbapi.InterfaceError, match="collation is one of"):
        connect_to(words, collation="latin1")
