"""Rows that are looked up after a lost answer, by a server whose pages are small or say something wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from creatio_dbapi import Connection
from creatio_dbapi.sandbox import Sandbox
from tests.faults.statements import ITEM, ITEMS, contents, create_groups, create_items
from tests.fix_connection import connect_to


@pytest.fixture(scope="module")
def server() -> Iterator[Sandbox]:
    """A sandbox with the objects of the fault matrix."""
    with Sandbox(contacts=0) as sandbox:
        create_groups(sandbox)
        create_items(sandbox)
        yield sandbox


@pytest.fixture(scope="module")
def connection(server: Sandbox) -> Iterator[Connection]:
    """A connection to it that knows the catalog."""
    with connect_to(server, retry_wait=0.01) as connection:
        connection.catalog.load()
        yield connection


@pytest.mark.parametrize(
    "wrong", [{"switch": {"page_cap": 5}}, {"switch": {"next_link": 5}}, {"kind": "repeat"}], ids=str
)
@pytest.mark.parametrize("sql", [f"DELETE FROM {ITEM} WHERE N < 9", f"UPDATE {ITEM} SET Name = 'x' WHERE N < 9"])
@pytest.mark.parametrize("stage", ["before_reading", "before_answer"])
def test_no_row_is_taken_for_deleted_that_did_not_come(
    server: Sandbox, connection: Connection, sql: str, stage: str, wrong: dict[str, Any]
) -> None:
    create_items(server)
    server.reset_switches()
    server.switch(**wrong.get("switch", {}))
    server.add_fault("drop", stage=stage, method="POST", path="$batch")
    if "kind" in wrong:
        server.add_fault(wrong["kind"], method="GET", path="Id eq")
    with connection.cursor() as cursor:
        cursor.execute(sql)
        assert cursor.rowcount == 9
    left = contents(server)
    if sql.startswith("DELETE"):
        assert set(left) == {(n, f"item {n}") for n in range(9, ITEMS)}
    else:
        assert set(left) == {(n, "x" if n < 9 else f"item {n}") for n in range(ITEMS)}
    server.reset_switches()
