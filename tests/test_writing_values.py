"""Every type of value, written and read back; empty values as Creatio stores them; bytes; the ends of ranges."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from creatio_dbapi import Connection, Cursor, DataError
from creatio_dbapi.sandbox import Column, Sandbox
from tests.fix_connection import connect_to, query
from tests.hostile import DECIMALS, INTEGERS, MOMENTS, TEXTS, UTC

COLUMNS: dict[str, Column | str] = {
    "Text": "Edm.String",
    "MaybeText": Column("Edm.String", nullable=True),
    "Whole": "Edm.Int32",
    "MaybeWhole": Column("Edm.Int32", nullable=True),
    "Big": "Edm.Int64",
    "Exact": "Edm.Decimal",
    "Ratio": "Edm.Double",
    "Flag": "Edm.Boolean",
    "Moment": "Edm.DateTimeOffset",
    "Day": Column("Edm.Date", nullable=True),
    "Clock": Column("Edm.TimeOfDay", nullable=True),
    "CityId": Column("Edm.Guid", target="City"),
    "Raw": Column("Edm.Binary", nullable=True),
    "Photo": "Edm.Stream",
}


@pytest.fixture(scope="module")
def site() -> Iterator[Sandbox]:
    """One sandbox for this file."""
    with Sandbox(contacts=0) as sandbox:
        sandbox.create_object("UsrValue", COLUMNS)
        yield sandbox


@pytest.fixture(scope="module")
def connected(site: Sandbox) -> Iterator[Connection]:
    """A connection to it."""
    with connect_to(site) as connection:
        yield connection


@pytest.fixture
def run(connected: Connection) -> Iterator[Cursor]:
    """A cursor."""
    with connected.cursor() as cursor:
        yield cursor


def back_and_forth(cursor: Cursor, column: str, values: list[Any]) -> tuple[list[Any], list[Any]]:
    """Write values by INSERT and by UPDATE; return what is read after each."""
    keys = [uuid.uuid4() for _ in values]
    pairs = list(zip(values, keys, strict=True))
    found: list[list[Any]] = []
    cursor.executemany(f"INSERT INTO UsrValue ({column}, Id) VALUES (?, ?)", [list(pair) for pair in pairs])
    for write in ("", f"UPDATE UsrValue SET {column} = ? WHERE Id = ?"):
        if write:
            cursor.executemany(f"UPDATE UsrValue SET {column} = NULL WHERE Id = ?", [[key] for key in keys])
            cursor.executemany(write, [list(pair) for pair in pairs])
        rows: dict[Any, Any] = {}
        for key, value in cursor.execute(f"SELECT Id, {column} FROM UsrValue"):
            rows[key] = value
        found.append([rows[key] for key in keys])
    return found[0], found[1]


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("Text", list(TEXTS)),
        ("MaybeText", [None, "", *TEXTS]),
        ("Whole", list(INTEGERS)),
        ("MaybeWhole", [None, 0, -1]),
        ("Big", [0, 2**63 - 1, -(2**63)]),
        ("Exact", [*DECIMALS, Decimal("0.1"), Decimal("-12345678901234567890.12345")]),
        ("Ratio", [0.0, -1.5, 1e300, 5e-324, 0.1]),
        ("Flag", [True, False]),
        ("Moment", [*MOMENTS, None, dt.datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)]),
        ("Day", [dt.date(1, 1, 1), dt.date(2024, 2, 29), dt.date(9999, 12, 31), None]),
        ("Clock", [dt.time(0), dt.time(23, 59, 59), None]),
        ("Raw", [b"", b"\x00\xff", bytes(range(256)), None]),
    ],
)
def test_values_come_back_as_they_were_written(run: Cursor, column: str, values: list[Any]) -> None:
    inserted, updated = back_and_forth(run, column, values)
    assert inserted == values
    assert updated == values


def test_literals_and_computed_values(run: Cursor, connected: Connection) -> None:
    run.execute(
        "INSERT INTO UsrValue (Text, Exact, Moment, Day, Whole) VALUES "
        "('it''s', 0.1 + 0.2, '2024-01-02 03:04:05+02', DATE '2024-01-02' + 1, '7') RETURNING Id"
    )
    key = run.fetchall()[0][0]
    assert query(connected, "SELECT Text, Exact, Moment, Day, Whole FROM UsrValue WHERE Id = ?", [key]) == [
        ("it's", Decimal("0.3"), dt.datetime(2024, 1, 2, 1, 4, 5, tzinfo=UTC), dt.date(2024, 1, 3), 7)
    ]


def test_one_clock_for_a_whole_statement(run: Cursor, connected: Connection) -> None:
    run.execute("INSERT INTO UsrValue (Text, Moment) VALUES ('clock', now()), ('clock', CURRENT_TIMESTAMP)")
    assert len({row[0] for row in query(connected, "SELECT Moment FROM UsrValue WHERE Text = 'clock'")}) == 1


def test_null_as_creatio_stores_it(site: Sandbox, run: Cursor, connected: Connection) -> None:
    """Facts 6: text is declared as never null, so NULL is its empty value; a lookup is cleared by null."""
    city = query(connected, "SELECT Id FROM City LIMIT 1")[0][0]
    run.execute("INSERT INTO UsrValue (Text, CityId, Moment) VALUES (?, ?, ?)", ["x", city, dt.date(2024, 1, 1)])
    key = run.lastrowid
    run.execute("UPDATE UsrValue SET Text = NULL, CityId = NULL, Moment = NULL WHERE Id = ?", [key])
    stored = next(row for row in site.rows("UsrValue") if row["Id"] == str(key))
    assert (stored["Text"], stored["CityId"], stored["Moment"]) == ("", None, None)
    assert query(connected, "SELECT Text, CityId, Moment FROM UsrValue WHERE Id = ?", [key]) == [("", None, None)]


def test_a_zero_guid_clears_a_lookup_and_is_never_sent(site: Sandbox, run: Cursor, connected: Connection) -> None:
    """Facts 4: a zero Guid in a PATCH is dropped in silence, and in a POST breaks the foreign key."""
    city = query(connected, "SELECT Id FROM City LIMIT 1")[0][0]
    run.execute("INSERT INTO UsrValue (CityId) VALUES (?)", [uuid.UUID(int=0)])
    run.execute("INSERT INTO UsrValue (CityId) VALUES (?)", [city])
    key = run.lastrowid
    site.clear_requests()
    run.execute("UPDATE UsrValue SET CityId = ? WHERE Id = ?", [uuid.UUID(int=0), key])
    assert query(connected, "SELECT CityId FROM UsrValue WHERE Id = ?", [key]) == [(None,)]
    assert not any("00000000-0000-0000-0000-000000000000" in record.body for record in site.requests)


def test_bytes_go_by_requests_of_their_own(site: Sandbox, run: Cursor, connected: Connection) -> None:
    content = bytes(range(256)) * 100
    run.execute("INSERT INTO UsrValue (Text, Photo) VALUES ('p', ?)", [content])
    key = run.lastrowid
    read = "SELECT Photo FROM UsrValue WHERE Id = ?"
    assert query(connected, read, [key]) == [(content,)]
    site.clear_requests()
    run.execute("UPDATE UsrValue SET Photo = ?, Text = 'q' WHERE Id = ?", [memoryview(b"new"), key])
    assert (run.rowcount, query(connected, read, [key])) == (1, [(b"new",)])
    assert any(record.method == "PUT" and record.url.endswith(f"UsrValue({key})/Photo") for record in site.requests)
    run.execute("UPDATE UsrValue SET Photo = NULL WHERE Id = ?", [key])
    assert (run.rowcount, query(connected, read, [key])) == (1, [(None,)])
    run.execute("UPDATE UsrValue SET Photo = ? WHERE Id = ?", [b"x", uuid.uuid4()])
    assert run.rowcount == 0
    run.execute("INSERT INTO UsrValue (Text, Photo) SELECT 'copy', Photo FROM UsrValue WHERE Id = ?", [key])
    assert run.rowcount == 1


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("Whole", 2**31),
        ("Whole", 1.5),
        ("Whole", "x"),
        ("Big", 2**63),
        ("Exact", "x"),
        ("Flag", 7),
        ("Moment", "yesterday"),
        ("Day", 5),
        ("CityId", "not a guid"),
        ("Raw", "text"),
        ("Photo", "text"),
        ("Text", 5),
        ("Text", b"bytes"),
    ],
)
def test_a_value_that_does_not_fit_names_its_column(site: Sandbox, run: Cursor, column: str, value: Any) -> None:
    site.clear_requests()
    with pytest.raises(DataError) as caught:
        run.execute(f"INSERT INTO UsrValue ({column}) VALUES (?)", [value])
    assert (caught.value.table, caught.value.column) == ("UsrValue", column)
    with pytest.raises(DataError) as caught:
        run.executemany(f"INSERT INTO UsrValue ({column}) VALUES (?)", [[None], [value]])
    assert (caught.value.column, caught.value.row) == (column, 1)
    assert site.requests == []
