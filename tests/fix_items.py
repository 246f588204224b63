"""Fixtures: a sandbox whose object UsrItem each test has anew; a file says by COLUMNS and ROWS what is in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from creatio_dbapi import Connection, Cursor
from creatio_dbapi.sandbox import Sandbox
from tests.fix_connection import connect_to


@pytest.fixture(scope="module")
def written_to() -> Iterator[Sandbox]:
    """One sandbox for the tests of a file."""
    with Sandbox(contacts=60) as sandbox:
        yield sandbox


@pytest.fixture
def items(written_to: Sandbox, request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """That sandbox with UsrItem as the file's COLUMNS and ROWS have it, and an empty log."""
    written_to.reset_switches()
    written_to.create_object("UsrItem", request.module.COLUMNS, rows=getattr(request.module, "ROWS", ()))
    written_to.clear_requests()
    yield written_to
    written_to.reset_switches()


@pytest.fixture
def connected(items: Sandbox) -> Iterator[Connection]:
    """A connection that has read the catalog already, so that the log shows the statement alone."""
    with connect_to(items) as connection:
        assert "UsrItem" in connection.catalog
        items.clear_requests()
        yield connection


@pytest.fixture
def run(connected: Connection) -> Iterator[Cursor]:
    """A cursor of that connection."""
    with connected.cursor() as cursor:
        yield cursor
