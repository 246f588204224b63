"""SQL that a program reads and writes anew before it runs it, as Superset does: it keeps its meaning."""

from __future__ import annotations

import pytest
import sqlglot

from creatio_dbapi import Connection
from creatio_dbapi.parse import CreatioScript, parse
from tests.fix_connection import query
from tests.test_plans import FOLDER as PLANS
from tests.test_plans import read_golden
from tests.test_queries import FOLDER as QUERIES
from tests.test_queries import read_questions
from tests.test_random_queries import OLD

FUNCTIONS = (QUERIES / "functions.txt").read_text(encoding="utf-8").splitlines()
STATEMENTS = sorted(
    {golden.sql for path in PLANS.glob("*.sql") for golden in read_golden(path)}
    | {question.sql for path in QUERIES.glob("*.sql") for question in read_questions(path)}
    | {line for line in FUNCTIONS if line and not line.startswith("--")}
)
READS = [sql for sql in STATEMENTS if sql.upper().startswith(("SELECT", "WITH", "(", "VALUES", "FROM"))]


def rewritten(sql: str) -> str:
    """Write a statement anew, as Superset does before it runs it."""
    (tree,) = sqlglot.parse(sql, dialect=CreatioScript)
    assert tree is not None
    return tree.sql(CreatioScript, pretty=True)


def meaning(sql: str) -> str:
    """Return a statement as the local engine would be given it whole."""
    return parse(sql).tree.sql("duckdb").replace("ANY (", "ANY(")


@pytest.mark.skipif(OLD, reason="the oldest versions of the parser have no words for some functions")
@pytest.mark.parametrize("sql", [sql for sql in READS if "?" not in sql])
def test_a_query_written_anew_means_the_same(sql: str) -> None:
    assert meaning(rewritten(sql)) == meaning(sql)


@pytest.mark.parametrize(
    ("sql", "written"),
    [
        ("select * from case where Case.Number = 'a'", "SELECT * FROM case WHERE Case.Number = 'a'"),
        ("SELECT TOP 5 [Order Id], `x` FROM [Case] c", 'SELECT "Order Id", "x" FROM "Case" AS c LIMIT 5'),
        ("SELECT 1_000", "SELECT 1000"),
        ("EXPLAIN SELECT Name FROM Contact", "EXPLAIN SELECT Name FROM Contact"),
        ("EXPLAIN ANALYZE SELECT Name FROM Case", "EXPLAIN ANALYZE SELECT Name FROM Case"),
    ],
)
def test_what_is_written(sql: str, written: str) -> None:
    (tree,) = sqlglot.parse(sql, dialect=CreatioScript)
    assert tree is not None
    assert tree.sql(CreatioScript) == written


def test_what_is_written_runs(demo_connection: Connection) -> None:
    sql = rewritten("explain select top 3 case.* from case join casestatus s on s.id = case.statusid -- any")
    assert query(demo_connection, sql)[0][0] == "remote"


def test_a_script_is_split_into_its_statements() -> None:
    trees = sqlglot.parse("SELECT 1 FROM Case; SELECT ';' FROM Order", dialect=CreatioScript)
    assert [tree.sql(CreatioScript) for tree in trees if tree] == ["SELECT 1 FROM Case", "SELECT ';' FROM Order"]
