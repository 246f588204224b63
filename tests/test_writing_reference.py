"""The write operations of Creatio's connector reference, with its own sample values, proven by the request log."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from creatio_dbapi import Connection
from creatio_dbapi.sandbox import Sandbox
from tests.fix_connection import connect_to, query
from tests.samples import ACCOUNT, CASE, CONTACT

SAMPLES = [("Contact", CONTACT), ("Case", CASE), ("Account", ACCOUNT)]


@pytest.fixture(scope="module")
def site() -> Iterator[Sandbox]:
    """A sandbox with the records that the samples refer to."""
    with Sandbox(contacts=60) as sandbox:
        yield sandbox


@pytest.fixture
def connected(site: Sandbox) -> Iterator[Connection]:
    """A connection whose log begins behind the reading of the catalog."""
    with connect_to(site) as connection:
        assert "Contact" in connection.catalog
        site.clear_requests()
        yield connection


def sample(connection: Connection, table: str, values: dict[str, Any]) -> dict[str, Any]:
    """Leave out what the instance does not have: columns, and records that lookups point to."""
    columns = {column.name for column in connection.catalog[table].columns}
    kept = {name: value for name, value in values.items() if name in columns}
    for name in [name for name in kept if name.endswith("Id")]:
        target = name.removesuffix("Id")
        if not query(connection, f'SELECT Id FROM "{target}" WHERE Id = ?', [kept[name]]):
            kept[name] = query(connection, f'SELECT Id FROM "{target}" ORDER BY Id LIMIT 1')[0][0]
    return kept


@pytest.mark.parametrize(("table", "values"), SAMPLES)
def test_create_update_and_delete(site: Sandbox, connected: Connection, table: str, values: dict[str, Any]) -> None:
    """contactCreate, contactUpdate, contactDelete; caseCreate …; accountCreate …"""
    values = sample(connected, table, values)
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    site.clear_requests()
    with connected.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table} ({names}) VALUES ({marks}) RETURNING *", list(values.values()))
        assert cursor.description is not None
        record = dict(zip([column[0] for column in cursor.description], cursor.fetchall()[0], strict=True))
        key = record["Id"]
        assert key == cursor.lastrowid and record["CreatedOn"] is not None
        created = site.requests[0]
        assert (created.method, created.url, created.status) == ("POST", f"/odata/{table}", 201)
        assert set(json.loads(created.body)) == {"Id", *values}

        site.clear_requests()
        changed = "Name" if "Name" in values else "Subject"
        cursor.execute(f"UPDATE {table} SET {changed} = 'changed' WHERE Id = ?", [key])
        assert cursor.rowcount == 1
        parts = [(part.method, part.url, part.status) for part in site.requests[0].parts]
        assert ("PATCH", f"/odata/{table}({key})", 204) in parts

        site.clear_requests()
        cursor.execute(f"DELETE FROM {table} WHERE Id = ?", [key])
        assert cursor.rowcount == 1
        deleted = site.requests[0]
        assert (deleted.method, deleted.url, deleted.status) == ("DELETE", f"/odata/{table}({key})", 204)


@pytest.mark.parametrize("table", ["Contact", "Case", "Account"])
def test_update_and_delete_of_an_unknown_id(site: Sandbox, connected: Connection, table: str) -> None:
    """The reference: an update of an unknown Id creates a record, a delete answers 404. Here both change nothing."""
    before = site.row_counts()[table]
    with connected.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET Notes = 'x' WHERE Id = ?", [uuid.uuid4()])
        assert cursor.rowcount == 0
        cursor.execute(f"DELETE FROM {table} WHERE Id = ?", [uuid.uuid4()])
        assert cursor.rowcount == 0
    assert site.requests[-1].status == 404
    assert site.row_counts()[table] == before
    assert not any(part.method == "PATCH" for record in site.requests for part in record.parts)
