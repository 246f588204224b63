"""Results as Arrow tables, record batches and pandas frames: the rows and types that a fetch has."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest

from creatio_dbapi import Connection, Cursor, DataError, InterfaceError, OperationalError, ProgrammingError
from creatio_dbapi.sandbox import Column, Sandbox
from tests.fix_connection import as_rows, connect_to
from tests.fix_sandbox import data_requests
from tests.fix_things import COLUMNS, ROWS, TABLE, create_things

pandas = pytest.importorskip("pandas")

# column, EDM type, Arrow type, a value as it is stored, the value in Arrow
SPECIMENS: tuple[tuple[str, str, Any, object, object], ...] = (
    ("Text", "Edm.String", pa.string(), "ñ '", "ñ '"),
    ("Small", "Edm.Int16", pa.int16(), -(2**15), -(2**15)),
    ("Whole", "Edm.Int32", pa.int32(), 2**31 - 1, 2**31 - 1),
    ("Big", "Edm.Int64", pa.int64(), 2**63 - 1, 2**63 - 1),
    ("Exact", "Edm.Decimal", pa.decimal128(38, 10), "9007199254740993.1", Decimal("9007199254740993.1")),
    ("Ratio", "Edm.Double", pa.float64(), 0.1, 0.1),
    ("Short", "Edm.Single", pa.float32(), 0.25, 0.25),
    ("Flag", "Edm.Boolean", pa.bool_(), True, True),
    (
        "Moment",
        "Edm.DateTimeOffset",
        pa.timestamp("us", "UTC"),
        "9999-12-31T23:59:59.9999999Z",
        dt.datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=dt.timezone.utc),
    ),
    ("Day", "Edm.Date", pa.date32(), dt.date(1, 1, 2), dt.date(1, 1, 2)),
    ("Clock", "Edm.TimeOfDay", pa.time64("us"), "23:59:59.9999999", dt.time(23, 59, 59, 999999)),
    ("Ref", "Edm.Guid", pa.string(), uuid.UUID(int=7), str(uuid.UUID(int=7))),
    ("Raw", "Edm.Binary", pa.binary(), b"\x00\xff", b"\x00\xff"),
)
NAMES = ", ".join(name for name, *_ in SPECIMENS)
SCHEMA = pa.schema([pa.field(name, arrow) for name, _, arrow, _, _ in SPECIMENS])
MANY = 25_000
THING_COLUMNS = ", ".join(["Id", *COLUMNS])


@pytest.fixture(scope="module")
def site() -> Iterator[Sandbox]:
    """The things, an object of every type with a full row and an empty one, and an object of many rows."""
    full = {name: stored for name, _, _, stored, _ in SPECIMENS}
    nullable = {name: Column(edm, nullable=True) for name, edm, *_ in SPECIMENS}
    rows = ({"Id": uuid.UUID(int=number + 1), "N": number} for number in range(MANY))
    with Sandbox(contacts=0) as sandbox:
        create_things(sandbox)
        sandbox.create_object("UsrEvery", nullable, rows=[full, {"Text": None}])
        sandbox.create_object("UsrMany", {"Id": "Edm.Guid", "N": "Edm.Int32"}, base=False, rows=rows)
        yield sandbox


@pytest.fixture(scope="module", params=["direct", "local"])
def reader(request: pytest.FixtureRequest, site: Sandbox) -> Iterator[Connection]:
    """A connection whose rows come as Creatio gives them, and one whose rows go through the local engine."""
    with connect_to(site, pushdown=request.param == "direct") as connection:
        yield connection


@pytest.fixture
def cursor(reader: Connection) -> Iterator[Cursor]:
    """A cursor of each."""
    with reader.cursor() as cursor:
        yield cursor


def with_text_guids(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return fetched rows as Arrow has them, where Guids are text."""
    return [tuple(str(value) if isinstance(value, uuid.UUID) else value for value in row) for row in rows]


# -- types ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rest", ["", " ORDER BY Whole", " WHERE Whole > 5", " WHERE false", " LIMIT 0", " LIMIT 1"])
def test_types_come_from_the_catalog_whatever_the_rows(cursor: Cursor, rest: str) -> None:
    table = cursor.execute(f"SELECT {NAMES} FROM UsrEvery{rest}").fetch_arrow_table()
    assert table.schema == SCHEMA


@pytest.mark.parametrize(("name", "shown"), [(name, shown) for name, _, _, _, shown in SPECIMENS])
def test_values_and_nulls_of_every_type(cursor: Cursor, name: str, shown: object) -> None:
    table = cursor.execute(f"SELECT {name} FROM UsrEvery").fetch_arrow_table()
    assert sorted(table[name].to_pylist(), key=lambda value: value is None) == [shown, None]


def test_local_columns_have_the_engines_types(cursor: Cursor) -> None:
    sql = (
        "SELECT count(*), sum(Whole), avg(Ratio), sum(Exact), max(Moment), min(Day), upper(Text), 1.25, 'x', "
        "true FROM UsrEvery GROUP BY Text"
    )
    table = cursor.execute(sql).fetch_arrow_table()
    decimals = [pa.decimal128(38, 0), pa.float64(), pa.decimal128(38, 10)]
    others = [pa.timestamp("us", "UTC"), pa.date32(), pa.string(), pa.decimal128(3, 2), pa.string(), pa.bool_()]
    found = list(table.schema.types)
    assert found == [pa.int64(), *decimals, *others]
    assert table.num_rows == 2


def test_names_are_those_of_the_description(cursor: Cursor) -> None:
    sql = 'SELECT whole, Whole AS "Two words", Whole, upper(text), Text AS "ñ" FROM UsrEvery'
    table = cursor.execute(sql).fetch_arrow_table()
    assert table.column_names == [column[0] for column in cursor.description or ()]
    assert table.column_names[1::3] == ["Two words", "ñ"]


def test_a_decimal_beyond_arrow_names_its_column(site: Sandbox, reader: Connection) -> None:
    """The rows of a fetch hold what Arrow's 28 digits before the point do not."""
    site.create_object("UsrWide", {"Wide": "Edm.Decimal"}, rows=[{"Wide": "12345678901234567890123456789"}])
    reader.catalog.refresh()
    with reader.cursor() as cursor:
        with pytest.raises(DataError, match=r"UsrWide\.Wide") as raised:
            cursor.execute("SELECT Wide FROM UsrWide").fetch_arrow_table()
        assert (raised.value.table, raised.value.column) == ("UsrWide", "Wide")
        with pytest.raises(OperationalError, match=r"run the statement again: .*UsrWide\.Wide"):
            cursor.fetchall()  # whose rows are behind those of the error


# -- rows ----------------------------------------------------------------------------------------------------

QUERIES = (
    f"SELECT {THING_COLUMNS} FROM {TABLE} ORDER BY Id",
    f"SELECT {THING_COLUMNS} FROM {TABLE} WHERE Score > 0 ORDER BY N",
    f"SELECT N, upper(Title), Price * 2, Seen FROM {TABLE} ORDER BY N",
    f"SELECT CityId, count(*), sum(Cost), max(Born) FROM {TABLE} GROUP BY CityId ORDER BY CityId",
    f"SELECT t.N, c.Name FROM {TABLE} t LEFT JOIN City c ON c.Id = t.CityId ORDER BY t.N",
    "SELECT count(*) FROM UsrMany",
    "VALUES (1, 'a'), (2, NULL)",
)


@pytest.mark.parametrize("sql", QUERIES)
def test_a_table_has_the_rows_of_a_fetch(cursor: Cursor, sql: str) -> None:
    rows = cursor.execute(sql).fetchall()
    assert rows
    assert as_rows(cursor.execute(sql).fetch_arrow_table()) == with_text_guids(rows)


@pytest.mark.parametrize("sql", QUERIES)
def test_direct_and_local_tables_are_equal(site: Sandbox, sql: str) -> None:
    tables = []
    for pushdown in (True, False):
        with connect_to(site, pushdown=pushdown) as connection, connection.cursor() as cursor:
            tables.append(cursor.execute(sql).fetch_arrow_table().combine_chunks())
    assert tables[0].schema == tables[1].schema
    assert tables[0].equals(tables[1])


@pytest.mark.parametrize("columns", ["N", "N, N + 1 AS Next"], ids=["as it comes", "computed"])
def test_what_was_fetched_is_not_given_again(cursor: Cursor, columns: str) -> None:
    cursor.execute(f"SELECT {columns} FROM {TABLE}")
    fetched = [cursor.fetchone(), *cursor.fetchmany(10), next(cursor)]
    table = cursor.fetch_arrow_table()
    seen = [row[0] for row in fetched if row is not None] + table["N"].to_pylist()
    assert len(fetched) == 12
    assert sorted(seen) == list(range(len(ROWS)))
    assert cursor.fetchall() == []
    assert cursor.fetch_arrow_table() == table.schema.empty_table()


def test_a_fetch_goes_on_behind_a_record_batch(reader: Connection) -> None:
    with reader.cursor() as cursor:
        cursor.execute("SELECT N FROM UsrMany")
        one = cursor.fetchone()
        batch = next(cursor.fetch_record_batches())
        rest = cursor.fetchall()
    assert one is not None
    assert 0 < batch.num_rows < MANY - 1
    assert sorted([one[0], *batch["N"].to_pylist(), *(n for (n,) in rest)]) == list(range(MANY))


def test_record_batches_have_one_schema_and_all_rows(cursor: Cursor) -> None:
    batches = list(cursor.execute("SELECT Id, N FROM UsrMany").fetch_record_batches())
    assert len(batches) > 1
    assert {batch.schema for batch in batches} == {pa.schema([("Id", pa.string()), ("N", pa.int32())])}
    assert sorted(n for batch in batches for n in batch["N"].to_pylist()) == list(range(MANY))


def test_the_first_record_batch_comes_before_the_last_page(site: Sandbox) -> None:
    with connect_to(site) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT Id, N FROM UsrMany LIMIT 1").fetchall()
        site.clear_requests()
        batches = cursor.execute("SELECT Id, N FROM UsrMany").fetch_record_batches()
        first = next(batches)
        assert len(data_requests(site)) == 1
        assert first.num_rows == data_requests(site)[0].rows < MANY
        assert first.num_rows + sum(batch.num_rows for batch in batches) == MANY
        assert len(data_requests(site)) >= 3


@pytest.mark.parametrize("fetch", ["fetch_arrow_table", "fetch_record_batches", "fetch_df"])
def test_there_is_nothing_to_fetch(site: Sandbox, fetch: str) -> None:
    with connect_to(site) as connection:
        cursor = connection.cursor()
        with pytest.raises(ProgrammingError, match="SELECT"):
            getattr(cursor, fetch)()
        cursor.execute("SELECT 1")
        cursor.close()
        with pytest.raises(InterfaceError, match="closed"):
            getattr(cursor, fetch)()


# -- pandas --------------------------------------------------------------------------------------------------


def frame_of(cursor: Cursor, sql: str) -> Any:
    """Return the rows of a query as a frame."""
    return cursor.execute(sql).fetch_df()


def test_integers_and_booleans_with_nulls_stay_what_they_are(cursor: Cursor) -> None:
    frame = frame_of(cursor, f"SELECT {NAMES} FROM UsrEvery")
    types = {name: str(frame[name].dtype) for name in ("Small", "Whole", "Big", "Flag")}
    assert types == {"Small": "Int16", "Whole": "Int32", "Big": "Int64", "Flag": "boolean"}
    assert frame["Big"].dropna().tolist() == [2**63 - 1]  # as a float it would be 2**63
    assert frame["Flag"].isna().sum() == 1


def test_integers_and_booleans_without_nulls_are_plain(cursor: Cursor) -> None:
    frame = frame_of(cursor, f"SELECT {NAMES} FROM UsrEvery WHERE Whole > 0")
    types = [str(frame[name].dtype) for name in ("Small", "Whole", "Big", "Flag", "Ratio")]
    assert types == ["int16", "int32", "int64", "bool", "float64"]


def test_moments_and_decimals_in_a_frame(cursor: Cursor) -> None:
    frame = frame_of(cursor, "SELECT Moment, Exact FROM UsrEvery ORDER BY Whole")
    assert str(frame["Moment"].dtype) == "datetime64[us, UTC]"
    assert frame["Moment"].isna().tolist() == [False, True]
    assert frame["Exact"][0] == Decimal("9007199254740993.1")
    assert frame["Exact"][1] is None


def test_a_frame_keeps_columns_of_one_name(cursor: Cursor) -> None:
    frame = frame_of(cursor, "SELECT Whole AS a, Flag AS a, Text AS b FROM UsrEvery")
    assert list(frame.columns) == ["a", "a", "b"]
    assert [str(kind) for kind in frame.dtypes[:2]] == ["Int32", "boolean"]


def test_an_empty_frame_keeps_columns_and_types(cursor: Cursor) -> None:
    frame = frame_of(cursor, f"SELECT {NAMES} FROM UsrEvery WHERE Whole < 0")
    assert list(frame.columns) == NAMES.split(", ")
    assert len(frame) == 0
    types = [str(frame[name].dtype) for name in ("Small", "Whole", "Big", "Flag", "Ratio", "Moment")]
    assert types == ["int16", "int32", "int64", "bool", "float64", "datetime64[us, UTC]"]


def test_a_frame_begins_behind_what_was_fetched(cursor: Cursor) -> None:
    cursor.execute("SELECT N FROM UsrMany WHERE N < 5 ORDER BY N")
    assert cursor.fetchmany(2) == [(0,), (1,)]
    assert cursor.fetch_df()["N"].tolist() == [2, 3, 4]
