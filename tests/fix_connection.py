"""Fixtures: connections to the sandboxes, without a catalog on disk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote_plus

import pytest

import creatio_dbapi
from creatio_dbapi import Connection, Cursor
from creatio_dbapi.sandbox import Sandbox
from tests.fix_sandbox import data_requests

Rows = list[tuple[Any, ...]]


def connect_to(sandbox: Sandbox, **options: Any) -> Connection:
    """Connect to a sandbox with its own user."""
    options.setdefault("cache_directory", "")
    return creatio_dbapi.connect(sandbox.url, sandbox.user, sandbox.password, **options)


def query(connection: Connection, sql: str, parameters: Any = None) -> Rows:
    """Run one query and return all of its rows."""
    with connection.cursor() as cursor:
        return cursor.execute(sql, parameters).fetchall()


def as_rows(table: Any) -> Rows:
    """Return the rows of an Arrow table, for columns that may have one name."""
    return list(zip(*(column.to_pylist() for column in table.columns), strict=True))


def in_any_order(rows: Rows) -> Counter[str]:
    """Return rows so that their order does not count."""
    return Counter(map(str, rows))


def asked_for(sandbox: Sandbox, connection: Connection, sql: str) -> list[str]:
    """Run a query that has been seen before, and return what was asked for it, decoded."""
    query(connection, sql)
    sandbox.clear_requests()
    query(connection, sql)
    return [unquote_plus(record.url) for record in data_requests(sandbox)]


@pytest.fixture(scope="session")
def demo_connection(demo: Sandbox) -> Iterator[Connection]:
    """A connection to the demo data."""
    with connect_to(demo) as connection:
        yield connection


@pytest.fixture(scope="session")
def local_connection(demo: Sandbox) -> Iterator[Connection]:
    """A connection to the demo data that pushes nothing down."""
    with connect_to(demo, pushdown=False) as connection:
        yield connection


@pytest.fixture
def connection(sandbox: Sandbox) -> Iterator[Connection]:
    """A connection to the test's own sandbox."""
    with connect_to(sandbox) as connection:
        yield connection


@pytest.fixture
def cursor(connection: Connection) -> Iterator[Cursor]:
    """A cursor on the test's own sandbox."""
    with connection.cursor() as cursor:
        yield cursor
