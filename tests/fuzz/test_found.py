"""What fuzzing found once: hostile numbers, keys and moments, and statements that are nearly right."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, cast

import pytest

from creatio_dbapi import Connection, DatabaseError, DataError, ProgrammingError
from creatio_dbapi.meter import Meter
from creatio_dbapi.profile import CREATIO
from creatio_dbapi.sandbox import Sandbox
from creatio_dbapi.session import Session
from creatio_dbapi.stream import Source, read_scan
from creatio_dbapi.types import json_value, read_column
from tests.fix_connection import connect_to
from tests.fuzz.targets import SCAN, Answering, check_record


@pytest.mark.parametrize("value", ["1e999999999", Decimal("1e999999999"), float("inf"), Decimal("NaN"), 2.5, 2.0**64])
@pytest.mark.parametrize("kind", ["Edm.Int32", "Edm.Int64"])
def test_a_number_without_measure_is_no_integer(kind: str, value: Any) -> None:
    """A few bytes that stand for a billion digits must not be worked out."""
    with pytest.raises(DataError, match="cannot hold"):
        read_column(kind, [value], table="T", column="C")
    with pytest.raises(DataError, match="cannot hold"):
        json_value(kind, value, table="T", column="C")


@pytest.mark.parametrize("value", ["1e999999999", Decimal("1e999999"), "sNaN"])
def test_a_number_without_measure_is_no_decimal(value: Any) -> None:
    with pytest.raises(DataError, match="cannot hold"):
        read_column("Edm.Decimal", [value], table="T", column="C")


@pytest.mark.parametrize("text", ["9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "2024-01-01T00:00:00", "x"])
def test_a_moment_outside_the_calendar_or_without_a_zone(text: str) -> None:
    with pytest.raises(DataError, match="cannot hold"):
        read_column("Edm.DateTimeOffset", [text], table="T", column="C")


def test_a_moment_of_another_zone_is_read_as_utc() -> None:
    (moment,) = read_column("Edm.DateTimeOffset", ["2024-01-01T01:30:00+02:00"], table="T", column="C")
    assert moment.isoformat() == "2023-12-31T23:30:00+00:00"


@pytest.mark.parametrize("key", [b"[]", b'{"a": 1}', b'"x"', b"7"])
def test_a_row_whose_key_is_none(key: bytes) -> None:
    """Pages of a scan, and rows that are looked up."""
    row = b'{"Id": %s, "Name": "x"}'
    right = row % b'"410006e1-ca4e-4502-a9ec-e54d922d2c00"'
    check_record(b'{"value": [%s]}' % (row % key))
    check_record(b'{"value": [{"Name": "x"}]}')
    linked = b'{"@odata.count": 2, "@odata.nextLink": "x", "value": [%s]}' % right
    source = Source(cast(Session, Answering(linked, b'{"value": [%s]}' % (row % key))), CREATIO, Meter())
    with pytest.raises(DataError):
        list(read_scan(source, SCAN))


@pytest.mark.parametrize("value", [5, 84567947843892, "text", [1, 2]])
def test_what_is_no_bytes_is_not_written_as_bytes(value: Any) -> None:
    """bytes(n) makes n zeros, however many that are."""
    with pytest.raises(DataError, match="cannot hold"):
        json_value("Edm.Binary", value, table="T", column="C")


def test_a_number_that_no_decimal_can_be() -> None:
    body = b'{"value": [{"Id": "410006e1-ca4e-4502-a9ec-e54d922d2c00", "Amount": 9e99999999999999254740993}]}'
    check_record(body)
    source = Source(cast(Session, Answering(body)), CREATIO, Meter())
    with pytest.raises(DatabaseError):
        list(read_scan(source, SCAN))


@pytest.fixture(scope="module")
def planner() -> Iterator[Connection]:
    """A connection that plans."""
    with Sandbox(contacts=0) as sandbox, connect_to(sandbox) as connection:
        yield connection


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("SELECT a&$top=1 FROM Contact", "placeholder"),
        ("SELECT $name", "placeholder"),
        ("SELECT * Name FROM Contact", "of their own"),
        ("SELECT c.* x FROM Contact c", "of their own"),
        ("DELETE Contact WHERE Age = 1", "after FROM"),
        ("DELETE a FROM Contact c JOIN Account a ON a.Id = c.AccountId WHERE TRUE", "after FROM"),
        ("DELETE FROM Contact WHERE AccountId IN (SELECT FROM Account)", "."),
    ],
)
def test_a_statement_that_is_nearly_right(planner: Connection, sql: str, message: str) -> None:
    with planner.cursor() as cursor, pytest.raises(ProgrammingError, match=message):
        cursor.execute(sql)
