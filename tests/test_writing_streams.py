"""Bytes that go by requests of their own after the row: what is told where the row is written and they are not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from creatio_dbapi import Connection, OperationalError
from creatio_dbapi.sandbox import Sandbox
from tests.fix_connection import connect_to

TABLE = "UsrPicture"
NEW, OLD = f"INSERT INTO {TABLE} (N, Photo) VALUES (1, ?)", f"UPDATE {TABLE} SET N = 1, Photo = ? WHERE N = 7"
FAULTS: dict[str, dict[str, Any]] = {
    "a page with status 200": {"kind": "html", "status": 200},
    "a page with status 502": {"kind": "html", "status": 502},
    "redirects, also after a new sign-in": {"kind": "status", "status": 302, "count": None, "location": "/Login/x"},
    "500": {"kind": "status", "status": 500},
    "503": {"kind": "status", "status": 503},
    "dropped before it was read": {"kind": "drop", "stage": "before_reading"},
    "dropped when it was done": {"kind": "drop", "stage": "before_answer"},
}


@pytest.fixture(scope="module")
def site() -> Iterator[Sandbox]:
    """One sandbox for this file."""
    with Sandbox(contacts=0) as sandbox:
        yield sandbox


@pytest.fixture
def pictures(site: Sandbox) -> Iterator[Connection]:
    """A connection to it, with a new object of one row."""
    site.create_object(TABLE, {"N": "Edm.Int32", "Photo": "Edm.Stream"}, rows=[{"N": 7}])
    with connect_to(site) as connection:
        yield connection
    site.clear_faults()


@pytest.mark.parametrize("sql", [NEW, OLD], ids=["INSERT", "UPDATE"])
@pytest.mark.parametrize("fault", FAULTS)
def test_bytes_that_were_not_written_are_an_error_that_tells_of_the_row(
    fault: str, sql: str, pictures: Connection, site: Sandbox
) -> None:
    site.add_fault(**{**FAULTS[fault], "method": "PUT"})
    with pictures.cursor() as cursor, pytest.raises(OperationalError) as caught:
        cursor.execute(sql, [b"abc"])
    report = caught.value.report
    assert report is not None
    assert report.written == ()
    assert report.unknown or [row.present for row in report.failed] == [True]
    assert [row["N"] for row in site.rows(TABLE)].count(1) == 1


def test_a_redirect_is_told_with_where_it_leads(pictures: Connection, site: Sandbox) -> None:
    site.add_fault("status", None, status=302, location="/Login/x", method="PUT")
    with pictures.cursor() as cursor, pytest.raises(OperationalError, match=r"writing Photo .* HTTP 302: .* /Login/x"):
        cursor.execute(NEW, [b"abc"])
