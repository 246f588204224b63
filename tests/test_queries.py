"""Queries over the CRM that read like real work: tests/queries/*.sql, with their rows and an expert's requests.

Each block is a comment, `-- requests: n` (what an expert would need, who knows OData and writes the requests by hand,
with lookups expanded), the SQL, `----` and the rows. The rows are checked against DuckDB, too, asked directly over the
sandbox's rows as Creatio shows them. UPDATE_QUERIES=1 rewrites the expected rows from DuckDB's; the diff is the review.
"""

from __future__ import annotations

import datetime as dt
import logging
import os
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from creatio_dbapi import Connection
from creatio_dbapi.sandbox import Sandbox
from tests.fix_connection import Rows, connect_to, query
from tests.fix_sandbox import data_requests
from tests.fix_things import SQL_TYPES, shown
from tests.hostile import UTC

FOLDER = Path(__file__).parent / "queries"
_MARK = "-- requests: "
_WORD = re.compile(r"\w+")
_BARE_CASE = re.compile(r"\b(FROM|JOIN) Case\b")  # the driver takes the object's name unquoted, DuckDB does not


@dataclass(frozen=True)
class Question:
    """A query of a file: its comment, an expert's number of requests, its SQL and the rows that are expected."""

    file: str
    comment: str
    requests: int
    sql: str
    rows: tuple[str, ...]


def read_questions(path: Path) -> list[Question]:
    """Read a file of blocks with empty lines between them."""
    return [
        _question(path.stem, block.split("\n")) for block in path.read_text(encoding="utf-8").strip("\n").split("\n\n")
    ]


def _question(file: str, lines: list[str]) -> Question:
    comments = [line for line in lines if line.startswith("-- ") and not line.startswith(_MARK)]
    requests = next(int(line.removeprefix(_MARK)) for line in lines if line.startswith(_MARK))
    place = lines.index("----")
    sql = "\n".join(line for line in lines[:place] if not line.startswith("-- "))
    return Question(file, "\n".join(comments), requests, sql, tuple(lines[place + 1 :]))


def write_questions(path: Path, questions: list[Question]) -> None:
    """Write the blocks back."""
    blocks = ["\n".join([each.comment, f"{_MARK}{each.requests}", each.sql, "----", *each.rows]) for each in questions]
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


@cache
def all_questions() -> tuple[Question, ...]:
    """Read all files."""
    return tuple(each for path in sorted(FOLDER.glob("*.sql")) for each in read_questions(path))


# -- rows as text --------------------------------------------------------------------------------------------


def as_text(rows: Rows) -> tuple[str, ...]:
    """Write rows as lines."""
    return tuple(" | ".join(_cell(value) for value in row) for row in rows)


def _cell(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}" if value else "0"
    if isinstance(value, dt.datetime):
        return (value.astimezone(UTC) if value.tzinfo else value).isoformat(sep=" ")
    if isinstance(value, bytes):
        return str(uuid.UUID(bytes=value))
    return str(value).replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r") or "''"


# -- the right answers, on another way -----------------------------------------------------------------------


class Crm:
    """The demo's rows in DuckDB, as they are shown; a table is loaded when a query names it."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._words = {word for each in all_questions() for word in _WORD.findall(each.sql)}
        self._database = duckdb.connect(":memory:")
        for setting in ("TimeZone = 'UTC'", "default_null_order = 'postgres'"):
            self._database.execute(f"SET {setting}")
        self._loaded: set[str] = set()

    def rows(self, sql: str) -> Rows:
        """Return the rows of a query."""
        entities = self._sandbox.site.schema.entities
        for name in set(_WORD.findall(sql)) & set(entities) - self._loaded:
            self._load(name)
        found = self._database.sql(_BARE_CASE.sub(r'\1 "Case"', sql)).to_arrow_table()
        return list(zip(*[column.to_pylist() for column in found.columns], strict=True))

    def _load(self, name: str) -> None:
        self._loaded.add(name)
        rows = self._sandbox.rows(name)
        specs = self._sandbox.site.schema.entities[name].columns
        columns = {column: spec for column, spec in specs.items() if column in self._words}
        cells = {column: [_plain(shown(spec, row[column])) for row in rows] for column, spec in columns.items()}
        page = pa.table({column: pa.array(values, _arrow(values)) for column, values in cells.items()})
        casts = ", ".join(
            f'CAST("{column}" AS {SQL_TYPES[spec.type]}) AS "{column}"' for column, spec in columns.items()
        )
        self._database.register("page", page)
        self._database.execute(f'CREATE TABLE "{name}" AS SELECT {casts} FROM page')
        self._database.unregister("page")

    def close(self) -> None:
        """Let go of the rows."""
        self._database.close()


def _plain(value: object) -> object:
    return str(value) if isinstance(value, (uuid.UUID, Decimal)) else value


def _arrow(values: list[object]) -> pa.DataType:
    """Take a column without any value for one of text, which casts to everything."""
    return None if any(value is not None for value in values) else pa.string()


@pytest.fixture(scope="module")
def crm(demo: Sandbox) -> Iterator[Crm]:
    """The right answers over the demo data."""
    answers = Crm(demo)
    yield answers
    answers.close()


@pytest.fixture(scope="module", autouse=True)
def rewritten(crm: Crm) -> None:
    """Rewrite the expected rows where that is asked for."""
    if not os.environ.get("UPDATE_QUERIES"):
        return
    for path in sorted(FOLDER.glob("*.sql")):
        questions = read_questions(path)
        write_questions(path, [replace(each, rows=as_text(crm.rows(each.sql))) for each in questions])


# -- the tests -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def known(demo: Sandbox) -> Iterator[Connection]:
    """A connection that has learned what it asks a server once."""
    with connect_to(demo) as connection:
        query(connection, "SELECT Id FROM ContactType WHERE Name = 'Customer'")
        yield connection


_NAMES = [f"{each.file}-{each.comment.removeprefix('-- ').partition(chr(10))[0]}" for each in all_questions()]


@pytest.mark.parametrize("question", all_questions(), ids=_NAMES)
def test_the_rows_are_those_expected(crm: Crm, known: Connection, question: Question) -> None:
    right = as_text(crm.rows(question.sql))
    assert as_text(query(known, question.sql)) == right
    if not os.environ.get("UPDATE_QUERIES"):
        assert question.rows == right


@pytest.mark.parametrize("question", all_questions(), ids=_NAMES)
def test_without_pushdown_too(local_connection: Connection, question: Question) -> None:
    if not os.environ.get("UPDATE_QUERIES"):
        assert as_text(query(local_connection, question.sql)) == question.rows


@pytest.mark.parametrize("question", all_questions(), ids=_NAMES)
def test_an_expert_would_not_need_half_of_the_requests(demo: Sandbox, known: Connection, question: Question) -> None:
    requests = spent(demo, known, question)
    assert requests <= 2 * question.requests


def spent(sandbox: Sandbox, connection: Connection, question: Question) -> int:
    """Return how many requests a query takes."""
    sandbox.clear_requests()
    query(connection, question.sql)
    return len(data_requests(sandbox))


def test_how_often_an_expert_would_need_as_many(demo: Sandbox, known: Connection) -> None:
    """Print the share of queries for which no expert would send fewer requests."""
    differences = [spent(demo, known, each) - each.requests for each in all_questions()]
    equal = sum(difference <= 0 for difference in differences)
    print(f"{equal} of {len(differences)} queries take no more requests than by hand")  # noqa: T201
    assert equal >= 0.75 * len(differences)


def test_a_query_logs_no_warning(known: Connection, caplog: pytest.LogCaptureFixture) -> None:
    """What reads the SQL must not talk to the user of a driver."""
    query(known, "SELECT extract(year FROM RegisteredOn) FROM Case LIMIT 1")
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_there_are_many_queries() -> None:
    assert len(all_questions()) >= 60
