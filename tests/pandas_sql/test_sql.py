"""The whole of pandas' own tests of SQL; what they call psycopg2's PostgreSQL and SQLite's URL is the sandbox here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy
from pandas.tests.io.test_sql import *  # noqa: F403
from pandas.tests.io.test_sql import create_and_load_iris, create_and_load_iris_view, create_and_load_types

from tests.sqlalchemy.layer import sandbox


def url() -> str:
    """Return the sandbox's URL; writes follow one another, so that rows keep their order, and can be taken back."""
    address = f"{sandbox.user}:{sandbox.password}@{sandbox.url.partition('://')[2]}"
    return f"creatio+pandas://{address}?transactions=undo&batches_in_flight=1"


@pytest.fixture
def iris_path() -> Path:
    """Return Fisher's measurements of 150 irises: the wheel of pandas comes without its data."""
    return Path(__file__).parent / "iris.csv"


@pytest.fixture
def sql_strings() -> dict[str, dict[str, str]]:
    """Write parameters as the driver takes them: `?` and `:name`."""
    by_place = 'SELECT * FROM iris WHERE "Name"=? AND "SepalLength"=?'
    by_name = 'SELECT * FROM iris WHERE "Name"=:name AND "SepalLength"=:length'
    percent = "SELECT * FROM iris WHERE \"Name\" LIKE '%'"
    queries = {
        "read_parameters": by_place,
        "read_named_parameters": by_name,
        "read_no_parameters_with_percent": percent,
    }
    return {name: dict.fromkeys(("sqlite", "mysql", "postgresql"), query) for name, query in queries.items()}


@pytest.fixture(scope="module")
def _postgresql_psycopg2_engine() -> Iterator[Any]:
    engine = sqlalchemy.create_engine(url())
    yield engine
    engine.dispose()


@pytest.fixture
def sqlite_engine(postgresql_psycopg2_engine: Any) -> Any:
    """What tests without a choice of databases take."""
    return postgresql_psycopg2_engine


@pytest.fixture
def sqlite_str(postgresql_psycopg2_engine: Any) -> str:
    """A URL as text."""
    return url()


@pytest.fixture
def sqlite_str_iris(sqlite_str: str, postgresql_psycopg2_engine: Any, iris_path: Path) -> str:
    """A URL as text, of a database with the irises."""
    create_and_load_iris(postgresql_psycopg2_engine, iris_path)
    create_and_load_iris_view(postgresql_psycopg2_engine)
    return sqlite_str


@pytest.fixture
def sqlite_str_types(sqlite_str: str, postgresql_psycopg2_engine: Any, types_data: Any) -> str:
    """A URL as text, of a database with a table of types."""
    create_and_load_types(postgresql_psycopg2_engine, types_data, "postgres")
    return sqlite_str
