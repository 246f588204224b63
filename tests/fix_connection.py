"""Fixtures: connections to the sandboxes, without a catalog on disk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import creatio_dbapi
from creatio_dbapi import Connection, Cursor
from creatio_dbapi.sandbox import Sandbox

Rows = list[tuple[Any, ...]]


def connect_to(sandbox: Sandbox, **options: Any) -> Connection:
    """Connect to a sandbox with its own user."""
    options.setdefault("cache_directory", "")
    return creatio_dbapi.connect(sandbox.url, sandbox.user, sandbox.password, **options)


def query(connection: Connection, sql: str, parameters: Any = None) -> Rows:
    """Run one query and return all of its rows."""
    with connection.cursor() as cursor:
        return cursor.execute(sql, parameters).fetchall()


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
