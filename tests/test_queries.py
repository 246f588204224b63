"""Queries over the CRM that read like real work: tests/queries/*.sql, with their rows and an expert's requests.

Each block is a comment, `-- by hand:` with a request in each line, the SQL, `----` and the rows. The rows are checked
against DuckDB, too, asked directly over the sandbox's rows as Creatio shows them. UPDATE_QUERIES=1 rewrites the
expected rows from DuckDB's; the diff is the review.

The expert takes the fewest requests, and of these the ones that bring the fewest bytes, in forms that Creatio is known
to take: lookups are expanded, and nothing is asked for that the answer does not need. The expert knows the data, so no
key or count proves that the rows are all there, the server's order of text is trusted, and a value that an earlier
answer brought stands in the later request.
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
from tests.expert import Expert, with_proof
from tests.fix_connection import Rows, connect_to, query
from tests.fix_sandbox import data_requests
from tests.fix_things import SQL_TYPES, shown
from tests.hostile import UTC

FOLDER = Path(__file__).parent / "queries"
_MARK = "-- by hand: "
_WORD = re.compile(r"\w+")
_BARE_CASE = re.compile(r"\b(FROM|JOIN) Case\b")  # the driver takes the object's name unquoted, DuckDB does not


@dataclass(frozen=True)
class Question:
    """A query of a file: its comment, an expert's requests, its SQL and the rows that are expected."""

    file: str
    comment: str
    by_hand: tuple[str, ...]
    sql: str
    rows: tuple[str, ...]


def read_questions(path: Path) -> list[Question]:
    """Read a file of blocks with empty lines between them."""
    return [
        _question(path.stem, block.split("\n")) for block in path.read_text(encoding="utf-8").strip("\n").split("\n\n")
    ]


def _question(file: str, lines: list[str]) -> Question:
    comments = [line for line in lines if line.startswith("-- ") and not line.startswith(_MARK)]
    by_hand = tuple(line.removeprefix(_MARK) for line in lines if line.startswith(_MARK))
    place = lines.index("----")
    sql = "\n".join(line for line in lines[:place] if not line.startswith("-- "))
    return Question(file, "\n".join(comments), by_hand, sql, tuple(lines[place + 1 :]))


def write_questions(path: Path, questions: list[Question]) -> None:
    """Write the blocks back."""
    blocks = [
        "\n".join([each.comment, *(_MARK + request for request in each.by_hand), each.sql, "----", *each.rows])
        for each in questions
    ]
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
        for _ in range(2):  # the second time, it asks whether lookups can be compared with null
            query(connection, "SELECT c.Name, k.Name FROM Contact c JOIN Country k ON k.Id = c.CountryId")
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


# -- an expert's requests and bytes --------------------------------------------------------------------------

AS_MANY = 1.1  # times the bytes are taken for as many: the same rows in another order compress differently


@dataclass(frozen=True)
class Comparison:
    """What a query cost beside an expert's requests: their number, their bytes, their bytes with `with_proof`."""

    requests: int
    bytes: int
    requests_by_hand: int
    bytes_by_hand: int
    bytes_proved: int


def compare(connection: Connection, expert: Expert, question: Question) -> Comparison:
    """Ask on both ways; the connection must know its catalog, which an expert does not read either."""
    with connection.cursor() as cursor:
        cursor.execute(question.sql).fetchall()
        cost = cursor.stats
    asked = question.by_hand
    received, proved = expert.received(*asked), expert.received(*map(with_proof, asked))
    return Comparison(cost.requests, cost.bytes_received, len(asked), received, proved)


@pytest.fixture(scope="module")
def expert(demo: Sandbox) -> Iterator[Expert]:
    """An expert at the demo data."""
    expert = Expert(demo.url, demo.user, demo.password)
    yield expert
    expert.close()


@pytest.fixture(scope="module")
def comparisons(known: Connection, expert: Expert) -> list[Comparison]:
    """All queries, on both ways, when the connection has seen each before, and so knows tables and lookups."""
    for each in all_questions() * 2:
        query(known, each.sql)
    return [compare(known, expert, each) for each in all_questions()]


_CUT_OFF = [each for each in all_questions() if "LIMIT" in each.sql and re.search(r"[$]top=[1-9]", each.by_hand[0])]


@pytest.mark.parametrize("question", _CUT_OFF, ids=[each.comment.removeprefix("-- ") for each in _CUT_OFF])
def test_the_first_rows_by_hand_are_those_of_the_answer(expert: Expert, question: Question) -> None:
    for row, expected in zip(expert.rows(question.by_hand[0]), question.rows, strict=True):
        assert expected.partition(" | ")[0] in map(_cell, row.values())


@pytest.mark.parametrize("sql", ["SELECT count(*) FROM Opportunity", "SELECT Name FROM Account"])
def test_both_sides_weigh_an_answer_alike(demo: Sandbox, known: Connection, expert: Expert, sql: str) -> None:
    demo.clear_requests()
    with known.cursor() as cursor:
        cursor.execute(sql).fetchall()
        (asked,) = (record.url.partition("/odata/")[2] for record in data_requests(demo))
        assert expert.received(asked) == cursor.stats.bytes_received


@pytest.mark.parametrize("question", all_questions(), ids=_NAMES)
def test_an_expert_would_not_need_half_of_the_requests(demo: Sandbox, known: Connection, question: Question) -> None:
    demo.clear_requests()
    query(known, question.sql)
    assert 0 < len(data_requests(demo)) <= 2 * len(question.by_hand)


def test_how_often_an_expert_would_need_as_many_requests(comparisons: list[Comparison]) -> None:
    equal = sum(each.requests <= each.requests_by_hand for each in comparisons)
    assert equal >= 0.9 * len(comparisons)


def test_most_answers_are_as_short_as_an_expert_gets_them_with_keys_and_counts(comparisons: list[Comparison]) -> None:
    """What proves an answer whole (law 4) is counted on both sides; what is longer has rows or columns too many."""
    ratios = [each.bytes / each.bytes_proved for each in comparisons]
    equal, twice = _shares(ratios, "as short as with keys and counts")
    assert equal >= 0.85
    assert twice >= 0.95
    assert _total(comparisons, "bytes") <= 0.6 * _total(comparisons, "bytes_proved")


def test_how_long_answers_are_beside_those_of_an_expert_who_proves_nothing(comparisons: list[Comparison]) -> None:
    """Some are longer; docs/performance.md says where the bytes go."""
    ratios = [each.bytes / each.bytes_by_hand for each in comparisons]
    equal, twice = _shares(ratios, "as short as by hand")
    assert equal >= 0.88  # a few are at the edge, and the same rows compress differently elsewhere
    assert twice == 1
    assert _total(comparisons, "bytes") <= 1.02 * _total(comparisons, "bytes_by_hand")


def _shares(ratios: list[float], named: str) -> tuple[float, float]:
    """Return which share of answers is about as short, and which is not above twice; print both as numbers."""
    equal, twice = sum(ratio <= AS_MANY for ratio in ratios), sum(ratio <= 2 for ratio in ratios)
    print(f"{equal} of {len(ratios)} {named}, {twice} not above twice")  # noqa: T201
    return equal / len(ratios), twice / len(ratios)


def _total(comparisons: list[Comparison], field: str) -> int:
    return sum(getattr(each, field) for each in comparisons)


def test_a_query_logs_no_warning(known: Connection, caplog: pytest.LogCaptureFixture) -> None:
    """What reads the SQL must not talk to the user of a driver."""
    query(known, "SELECT extract(year FROM RegisteredOn) FROM Case LIMIT 1")
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_there_are_many_queries() -> None:
    assert len(all_questions()) >= 60
