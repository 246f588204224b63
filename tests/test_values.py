"""Values travel both ways unharmed: through INSERT, WHERE, LIKE and SELECT, pushed or not."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from creatio_dbapi import Connection, DataError
from creatio_dbapi.sandbox import Column, Sandbox
from tests.fix_connection import Rows, connect_to, query
from tests.fix_sandbox import data_requests
from tests.hostile import DECIMALS, GUIDS, INTEGERS, LONG_TEXT, MOMENTS, TEXTS, UTC

TABLE = "UsrValue"
COLUMNS: dict[str, Column | str] = {
    "Text": "Edm.String",
    "Note": Column("Edm.String", nullable=True),
    "Whole": "Edm.Int32",
    "Small": Column("Edm.Int16", nullable=True),
    "Big": Column("Edm.Int64", nullable=True),
    "Amount": "Edm.Decimal",
    "Price": Column("Edm.Decimal", nullable=True),
    "Ratio": Column("Edm.Double", nullable=True),
    "Flag": "Edm.Boolean",
    "Maybe": Column("Edm.Boolean", nullable=True),
    "Moment": "Edm.DateTimeOffset",
    "Born": Column("Edm.DateTimeOffset", nullable=True),
    "Day": Column("Edm.Date", nullable=True),
    "Clock": Column("Edm.TimeOfDay", nullable=True),
    "Ref": "Edm.Guid",
    "CityId": Column("Edm.Guid", target="City"),
    "Bytes": Column("Edm.Binary", nullable=True),
    "Photo": "Edm.Stream",
}
# column, Python type, type code, values; pushed or not makes no difference
KINDS: list[tuple[str, type, tuple[Any, ...]]] = [
    ("Text", str, TEXTS),
    ("Note", str, ("", *TEXTS)),
    ("Whole", int, INTEGERS),
    ("Small", int, (0, 2**15 - 1, -(2**15))),
    ("Big", int, (0, 2**63 - 1, -(2**63), 2**53 + 1)),
    ("Amount", Decimal, DECIMALS),
    ("Price", Decimal, DECIMALS),
    ("Ratio", float, (0.0, 0.1, -2.5, 1e300, 5e-324, 0.30000000000000004, 1 / 3)),
    ("Flag", bool, (True, False)),
    ("Maybe", bool, (True, False)),
    ("Moment", dt.datetime, MOMENTS),
    ("Born", dt.datetime, MOMENTS),
    ("Day", dt.date, (dt.date(1, 1, 2), dt.date(1969, 12, 31), dt.date(2024, 2, 29), dt.date(9999, 12, 31))),
    ("Clock", dt.time, (dt.time(0, 0, 0, 1), dt.time(12, 30), dt.time(23, 59, 59, 999999))),
    ("Ref", uuid.UUID, GUIDS),
    ("Bytes", bytes, (b"\x00", b"'%&#+", bytes(range(256)))),
]
CASES = [(column, value) for column, _, values in KINDS for value in values]


@pytest.fixture(scope="module")
def site() -> Iterator[Sandbox]:
    """A sandbox with an object that has a column of every type."""
    with Sandbox(contacts=0) as sandbox:
        yield sandbox


@pytest.fixture(autouse=True)
def empty_table(site: Sandbox) -> None:
    """Start each test without rows."""
    site.create_object(TABLE, COLUMNS)


@pytest.fixture(scope="module")
def pushed(site: Sandbox) -> Iterator[Connection]:
    """A connection that believes the server to compare text exactly, so that everything is pushed that can be."""
    with connect_to(site, collation="binary") as connection:
        yield connection


@pytest.fixture(scope="module")
def local(site: Sandbox) -> Iterator[Connection]:
    """A connection that pushes nothing."""
    with connect_to(site, pushdown=False) as connection:
        yield connection


def insert(connection: Connection, **values: object) -> uuid.UUID:
    """Insert one row by parameters and return its key."""
    marks = ", ".join("?" * len(values))
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {TABLE} ({', '.join(values)}) VALUES ({marks})", list(values.values()))
        assert cursor.rowcount == 1
        assert isinstance(cursor.lastrowid, uuid.UUID)
        return cursor.lastrowid


def both(pushed: Connection, local: Connection, sql: str, parameters: Any = None) -> Rows:
    """Return the rows of a query, which are the same whether it is pushed or not."""
    rows = query(pushed, sql, parameters)
    assert sorted(map(repr, query(local, sql, parameters))) == sorted(map(repr, rows))
    return rows


@pytest.mark.parametrize(("column", "value"), CASES, ids=ascii)
def test_there_and_back(pushed: Connection, local: Connection, column: str, value: Any) -> None:
    key = insert(pushed, **{column: value})
    ((back,),) = both(pushed, local, f"SELECT {column} FROM {TABLE} WHERE Id = ?", [key])
    assert back == value
    assert type(back) is type(value)
    found = both(pushed, local, f"SELECT Id FROM {TABLE} WHERE {column} = ?", [value])
    assert (key,) in found
    unlike = both(pushed, local, f"SELECT Id FROM {TABLE} WHERE {column} <> ?", [value])
    assert (key,) not in unlike


@pytest.mark.parametrize(
    ("column", "value"), [case for case in CASES if case[0] in ("Text", "Moment", "Ref")], ids=ascii
)
def test_named_parameters_and_in_lists(pushed: Connection, local: Connection, column: str, value: Any) -> None:
    key = insert(pushed, **{column: value})
    named = {"value": value, "key": key}
    sql = f"SELECT {column} FROM {TABLE} WHERE {column} IN (:value, :value) AND Id = :key"
    assert both(pushed, local, sql, named) == [(value,)]


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_text_in_a_statement_of_its_own(pushed: Connection, local: Connection, text: str) -> None:
    """The same value written into the SQL as a literal, its quotes doubled."""
    literal = "'" + text.replace("'", "''") + "'"
    key = uuid.uuid4()
    with pushed.cursor() as cursor:
        cursor.execute(f"INSERT INTO {TABLE} (Id, Text) VALUES ('{key}', {literal})")
    assert both(pushed, local, f"SELECT Text FROM {TABLE} WHERE Text = {literal} AND Id = '{key}'") == [(text,)]


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_text_in_patterns(pushed: Connection, local: Connection, text: str) -> None:
    key = insert(pushed, Text=f"<{text}>")
    other = insert(pushed, Text="")
    escaped = "".join(f"!{character}" if character in "!%_" else character for character in text)
    for pattern in (f"<{escaped}%", f"%{escaped}>", f"_{escaped}_"):
        sql = f"SELECT Id FROM {TABLE} WHERE Text LIKE ? ESCAPE '!'"
        assert both(pushed, local, sql, [pattern]) == [(key,)]
    sql = f"SELECT Id FROM {TABLE} WHERE Text NOT LIKE ? ESCAPE '!'"
    assert both(pushed, local, sql, [f"%{escaped}%"]) == [(other,)]


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_text_in_an_update(pushed: Connection, local: Connection, text: str) -> None:
    key = insert(pushed, Text="before")
    with pushed.cursor() as cursor:
        cursor.execute(f"UPDATE {TABLE} SET Text = ?, Note = ? WHERE Id = ?", [text, text, key])
        assert cursor.rowcount == 1
    assert both(pushed, local, f"SELECT Text, Note FROM {TABLE} WHERE Id = ?", [key]) == [(text, text)]


def test_ten_megabytes_of_text(site: Sandbox, pushed: Connection) -> None:
    assert len(LONG_TEXT.encode()) > 10 * 1024 * 1024 - 100
    key = insert(pushed, Text=LONG_TEXT)
    ((back,),) = query(pushed, f"SELECT Text FROM {TABLE} WHERE Id = ?", [key])
    assert back == LONG_TEXT
    site.clear_requests()
    found = query(pushed, f"SELECT Id FROM {TABLE} WHERE Text = ? AND Id = ?", [LONG_TEXT, key])
    assert found == [(key,)]
    assert all(len(record.url) < 2100 for record in site.requests)
    with pushed.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE} WHERE Id = ?", [key])


def test_seven_digits_are_shown_as_six(site: Sandbox, pushed: Connection, local: Connection) -> None:
    key = uuid.uuid4()
    site.insert(TABLE, [{"Id": key, "Moment": "2022-04-07T09:37:58.5679414Z"}])
    six = dt.datetime(2022, 4, 7, 9, 37, 58, 567941, UTC)
    for condition in ("Moment = ?", "Moment >= ?", "Moment <= ?", "NOT Moment > ?", "NOT Moment < ?"):
        sql = f"SELECT Moment FROM {TABLE} WHERE {condition} AND Id = ?"
        assert both(pushed, local, sql, [six, key]) == [(six,)]
    for condition in ("Moment > ?", "Moment < ?", "Moment <> ?"):
        assert both(pushed, local, f"SELECT Moment FROM {TABLE} WHERE {condition} AND Id = ?", [six, key]) == []


def test_moments_are_aware_and_in_utc(pushed: Connection) -> None:
    there = dt.datetime(2024, 7, 1, 2, 0, tzinfo=dt.timezone(dt.timedelta(hours=5, minutes=45)))
    key = insert(pushed, Moment=there)
    ((back,),) = query(pushed, f"SELECT Moment FROM {TABLE} WHERE Id = ?", [key])
    assert back == there
    assert back.utcoffset() == dt.timedelta(0)
    assert back.isoformat() == "2024-06-30T20:15:00+00:00"


def test_naive_moments_and_dates_are_utc(pushed: Connection, local: Connection) -> None:
    naive = dt.datetime.fromisoformat("2024-07-01T00:00:00")
    key = insert(pushed, Moment=naive, Born=dt.date(2024, 7, 1))
    midnight = naive.replace(tzinfo=UTC)
    sql = f"SELECT Moment, Born FROM {TABLE} WHERE Moment = ? AND Born = ? AND Id = ?"
    assert both(pushed, local, sql, [naive, dt.date(2024, 7, 1), key]) == [(midnight, midnight)]


def test_decimals_never_pass_through_a_float(site: Sandbox, pushed: Connection) -> None:
    site.clear_requests()
    insert(pushed, Amount=Decimal("9999999999999999.99"))
    (record,) = data_requests(site)
    assert "9999999999999999.99" in record.body
    assert json.loads(record.body, parse_float=Decimal)["Amount"] == Decimal("9999999999999999.99")


def test_sums_of_decimals_are_exact(pushed: Connection, local: Connection) -> None:
    keys = [insert(pushed, Price=Decimal("0.1")) for _ in range(10)]
    marks = ", ".join("?" * len(keys))
    ((total,),) = both(pushed, local, f"SELECT sum(Price) FROM {TABLE} WHERE Id IN ({marks})", keys)
    assert total == 1
    assert type(total) is Decimal


# -- empty and NULL ------------------------------------------------------------------------------------------

NULLABLE = tuple(name for name, spec in COLUMNS.items() if isinstance(spec, Column) and spec.nullable)
EMPTY: dict[str, object] = {
    "Text": "",
    "Whole": 0,
    "Amount": Decimal(0),
    "Flag": False,
    "Moment": None,
    "Ref": None,
    "CityId": None,
    "Photo": None,
}


@pytest.mark.parametrize("column", NULLABLE)
def test_null_where_a_column_has_it(pushed: Connection, local: Connection, column: str) -> None:
    key = insert(pushed, **{column: None})
    for condition in (f"{column} IS NULL", f"NOT {column} IS NOT NULL", f"{column} IS NOT DISTINCT FROM NULL"):
        assert both(pushed, local, f"SELECT {column} FROM {TABLE} WHERE {condition} AND Id = ?", [key]) == [(None,)]
    assert both(pushed, local, f"SELECT Id FROM {TABLE} WHERE {column} = ? AND Id = ?", [None, key]) == []


@pytest.mark.parametrize(("column", "shown"), EMPTY.items())
def test_an_empty_cell_shows_what_a_filter_sees(
    site: Sandbox, pushed: Connection, local: Connection, column: str, shown: object
) -> None:
    """What a row shows is what a filter sees, also for a cell that is NULL inside the server."""
    key = uuid.uuid4()
    site.insert(TABLE, [{"Id": key, column: None}])
    assert both(pushed, local, f"SELECT {column} FROM {TABLE} WHERE Id = ?", [key]) == [(shown,)]
    if column == "Photo":
        return
    null = both(pushed, local, f"SELECT Id FROM {TABLE} WHERE {column} IS NULL AND Id = ?", [key])
    assert null == ([(key,)] if shown is None else [])
    equal = both(pushed, local, f"SELECT Id FROM {TABLE} WHERE {column} = ? AND Id = ?", [shown, key])
    assert equal == ([] if shown is None else [(key,)])


def test_empty_text_can_be_read_as_null(site: Sandbox) -> None:
    key = uuid.uuid4()
    site.insert(TABLE, [{"Id": key, "Text": ""}])
    with (
        connect_to(site, empty_text="null") as pushed,
        connect_to(site, empty_text="null", pushdown=False) as local,
    ):
        assert both(pushed, local, f"SELECT Text FROM {TABLE} WHERE Text IS NULL AND Id = ?", [key]) == [(None,)]
        assert both(pushed, local, f"SELECT Text FROM {TABLE} WHERE Text = '' AND Id = ?", [key]) == []


# -- types ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("column", "kind"), [(column, kind) for column, kind, _ in KINDS])
def test_type_codes_come_from_the_catalog_also_without_rows(pushed: Connection, column: str, kind: type) -> None:
    spec = COLUMNS[column]
    expected = spec.type if isinstance(spec, Column) else spec
    for sql in (f"SELECT {column} FROM {TABLE} WHERE false", f"SELECT {column} FROM {TABLE} ORDER BY {column} LIMIT 1"):
        with pushed.cursor() as cursor:
            cursor.execute(sql)
            assert cursor.description is not None
            assert cursor.description[0][:2] == (column, expected)
            assert all(value is None or type(value) is kind for (value,) in cursor)


def test_streams_are_fetched_only_when_named(site: Sandbox, pushed: Connection) -> None:
    key = uuid.uuid4()
    site.insert(TABLE, [{"Id": key, "Photo": b"\x89PNG'%&"}])
    site.clear_requests()
    assert b"\x89PNG'%&" not in query(pushed, f"SELECT * FROM {TABLE} WHERE Id = ?", [key])[0]
    assert all("/Photo" not in record.url for record in site.requests)
    assert query(pushed, f"SELECT Photo FROM {TABLE} WHERE Id = ?", [key]) == [(b"\x89PNG'%&",)]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("Whole", "x"),
        ("Whole", 2**31),
        ("Whole", 1.5),
        ("Small", 2**15),
        ("Amount", "ten"),
        ("Moment", "yesterday"),
        ("Ref", "not-a-guid"),
        ("Flag", "perhaps"),
        ("Text", 5),
        ("Text", b"bytes"),
    ],
    ids=str,
)
def test_a_value_that_does_not_fit_is_a_data_error(
    site: Sandbox, pushed: Connection, column: str, value: object
) -> None:
    site.clear_requests()
    with pytest.raises(DataError, match=column) as raised:
        insert(pushed, **{column: value})
    assert str(value) in str(raised.value)
    assert site.requests == []


def test_a_value_that_cannot_be_decoded_names_its_column(site: Sandbox) -> None:
    """The catalog says integer, the server has become text behind its back."""
    site.create_object("UsrTurned", {"Code": "Edm.Int32"}, rows=[{"Code": 1}])
    with connect_to(site) as connection:
        assert query(connection, "SELECT Code FROM UsrTurned") == [(1,)]
        site.create_object("UsrTurned", {"Code": "Edm.String"}, rows=[{"Code": "seven"}])
        with pytest.raises(DataError, match=r"UsrTurned\.Code.*Int32.*seven") as raised:
            query(connection, "SELECT Code FROM UsrTurned")
        assert (raised.value.table, raised.value.column) == ("UsrTurned", "Code")
        connection.catalog.refresh()
        assert query(connection, "SELECT Code FROM UsrTurned") == [("seven",)]
