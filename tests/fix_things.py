"""Fixtures: one object with every kind of column, full of NULLs, duplicates and hostile values, and its right answers.

The right answers come from DuckDB, asked directly over the rows as Creatio shows them: an empty text is `''`, an empty
number 0, an empty moment or lookup NULL, and a column that is really nullable shows its NULLs.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import duckdb
import pytest

from creatio_dbapi.sandbox import Column, Sandbox
from tests.fix_secrets import PASSWORD
from tests.hostile import DECIMALS, INTEGERS, MOMENTS, TEXTS, UTC

TABLE = "UsrThing"

COLUMNS: dict[str, Column | str] = {
    "N": "Edm.Int32",
    "Title": Column("Edm.String", nullable=True),
    "Code": "Edm.String",
    "Age": Column("Edm.Int32", nullable=True),
    "Score": "Edm.Int32",
    "Price": Column("Edm.Decimal", nullable=True),
    "Cost": "Edm.Decimal",
    "Active": Column("Edm.Boolean", nullable=True),
    "Done": "Edm.Boolean",
    "Born": Column("Edm.DateTimeOffset", nullable=True),
    "Seen": "Edm.DateTimeOffset",
    "CityId": Column("Edm.Guid", target="City"),
    "Ref": Column("Edm.Guid", nullable=True),
    "Big": Column("Edm.Int64", nullable=True),
    "Ratio": Column("Edm.Double", nullable=True),
    "Day": Column("Edm.Date", nullable=True),
    "Clock": Column("Edm.TimeOfDay", nullable=True),
}
SQL_TYPES = {
    "Edm.String": "VARCHAR",
    "Edm.Int32": "INTEGER",
    "Edm.Int64": "BIGINT",
    "Edm.Decimal": "DECIMAL(38, 10)",
    "Edm.Double": "DOUBLE",
    "Edm.Boolean": "BOOLEAN",
    "Edm.DateTimeOffset": "TIMESTAMPTZ",
    "Edm.Guid": "UUID",
    "Edm.Date": "DATE",
    "Edm.TimeOfDay": "TIME",
}
EMPTY = {"Edm.String": "", "Edm.Int32": 0, "Edm.Int64": 0, "Edm.Decimal": Decimal(0), "Edm.Boolean": False}
CITIES = tuple(uuid.UUID(int=0xC1000 + number) for number in range(4))
NAMES = ("Anna", "ANNA", "anna", "Annabel", "Bob", "", None, "100% sure", "a_b", "O'Brien", "Привет", "привет")

_MOMENTS = (
    *MOMENTS,
    None,
    "2024-02-29T12:30:45.1234567Z",  # seven digits: Python keeps six
    "2024-02-29T12:30:45.1234561Z",
    "2024-02-29T12:30:45.123457Z",
    "2024-02-29T00:00:00Z",
    "2024-02-29T23:59:59.9999999Z",
    "2024-03-01T00:00:00Z",
    "2023-12-31T23:59:59.9999999Z",
    "2025-01-01T00:00:00Z",
)
_AGES = (30, None, 0, -5, 30, 41, 41, 99, *INTEGERS)
_PRICES = (None, *(number for number in DECIMALS if abs(number) < 10**27), Decimal("100.1"), Decimal(0))
_BIGS = (None, 0, 2**63 - 1, -(2**63), 2**53 + 1, 2**31, 5)
_RATIOS = (None, 0.1, -2.5, 1e300, 0.0, 0.30000000000000004, 3.0)
_DAYS = (None, dt.date(1, 1, 2), dt.date(2024, 2, 29), dt.date(9999, 12, 31), dt.date(1970, 1, 1))
_CLOCKS = (None, dt.time(0), dt.time(23, 59, 59, 999999), dt.time(12, 30))


def _row(number: int) -> dict[str, object]:
    texts = (*NAMES, *TEXTS)

    def pick(values: tuple[Any, ...], step: int) -> Any:
        return values[number * step % len(values)]

    return {
        "Id": uuid.UUID(int=0xF00D0000 + number * 7919 % 104729),
        "N": number,
        "Title": texts[number % len(texts)],
        "Code": pick((*NAMES, "x"), 5),
        "Age": pick(_AGES, 3),
        "Score": pick(_AGES, 5),
        "Price": pick(_PRICES, 3),
        "Cost": pick(_PRICES, 5),
        "Active": pick((True, None, False, True, None), 3),
        "Done": pick((True, None, False), 2),
        "Born": pick(_MOMENTS, 5),
        "Seen": pick((*_MOMENTS, "0001-01-01T00:00:00Z"), 7),
        "CityId": pick((*CITIES, None), 3),
        "Ref": pick((*CITIES, None, uuid.UUID(int=2**128 - 1)), 5),
        "Big": pick(_BIGS, 3),
        "Ratio": pick(_RATIOS, 5),
        "Day": pick(_DAYS, 2),
        "Clock": pick(_CLOCKS, 3),
    }


ROWS = tuple(_row(number) for number in range(150))


def create_things(sandbox: Sandbox) -> None:
    """Make the object and its rows, and the rows that its lookups point at."""
    sandbox.insert("City", [{"Id": city, "Name": f"City {place}"} for place, city in enumerate(CITIES)])
    sandbox.create_object(TABLE, COLUMNS, rows=ROWS)


def shown(column: Column, value: object) -> object:
    """Return what a row shows for a value as it is stored."""
    if value is None:
        return None if column.nullable else EMPTY.get(column.type)
    if column.type == "Edm.Guid":
        guid = uuid.UUID(str(value))
        return guid if guid.int else None
    if column.type == "Edm.DateTimeOffset":
        return shown_moment(str(value))
    return value


def shown_moment(text: str) -> dt.datetime | None:
    """Read a moment of up to seven digits, of which six are kept."""
    if text == "0001-01-01T00:00:00Z":
        return None
    seconds, _, fraction = text.removesuffix("Z").partition(".")
    moment = dt.datetime.fromisoformat(seconds).replace(tzinfo=UTC)
    return moment.replace(microsecond=int(fraction[:6].ljust(6, "0")))


class Oracle:
    """The right answers: DuckDB over the rows as they are shown."""

    def __init__(self, sandbox: Sandbox, *, nocase: bool = False) -> None:
        self._database = duckdb.connect(":memory:")
        for setting in ("TimeZone = 'UTC'", "default_null_order = 'postgres'"):
            self._database.execute(f"SET {setting}")
        if nocase:
            self._database.execute("SET default_collation = 'nocase'")
        columns = {"Id": Column("Edm.Guid"), **{name: as_column(spec) for name, spec in COLUMNS.items()}}
        definitions = ", ".join(f"{name} {SQL_TYPES[column.type]}" for name, column in columns.items())
        self._database.execute(f"CREATE TABLE {TABLE} ({definitions})")
        marks = ", ".join("?" * len(columns))
        for row in sandbox.rows(TABLE):
            values = [shown(column, row[name]) for name, column in columns.items()]
            self._database.execute(f"INSERT INTO {TABLE} VALUES ({marks})", values)

    def rows(self, sql: str, parameters: Any = None) -> list[tuple[Any, ...]]:
        """Return the rows of a query, as plain values."""
        found = self._database.sql(sql, params=parameters or []).to_arrow_table()
        columns = [column.to_pylist() for column in found.columns]
        return [plain_row(row) for row in zip(*columns, strict=True)]

    def close(self) -> None:
        """Drop the rows."""
        self._database.close()


def as_column(spec: Column | str) -> Column:
    """Return a column's specification whole."""
    return Column(spec) if isinstance(spec, str) else spec


def plain_row(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Make values comparable that two libraries give as different types."""
    return tuple(_plain(value) for value in row)


def _plain(value: Any) -> Any:
    if isinstance(value, bytes) and len(value) == 16:
        return str(uuid.UUID(bytes=value))
    if isinstance(value, uuid.UUID):
        return str(value)
    if isinstance(value, Decimal):
        return value.normalize() if value else Decimal(0)
    if isinstance(value, dt.datetime) and value.tzinfo is not None:
        return value.astimezone(UTC)
    return value


@pytest.fixture(scope="session")
def things() -> Iterator[Sandbox]:
    """A sandbox with the object, for tests that only read."""
    with Sandbox(contacts=0, password=PASSWORD) as sandbox:
        create_things(sandbox)
        yield sandbox


@pytest.fixture(scope="session")
def oracle(things: Sandbox) -> Iterator[Oracle]:
    """The right answers where text is compared by code point."""
    answers = Oracle(things)
    yield answers
    answers.close()


@pytest.fixture(scope="session")
def nocase_oracle(things: Sandbox) -> Iterator[Oracle]:
    """The right answers where text is compared without regard to case."""
    answers = Oracle(things, nocase=True)
    yield answers
    answers.close()
