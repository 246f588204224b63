"""Values are read unharmed and found by what they show: every type, hostile ones too, pushed down or not."""

from __future__ import annotations

import datetime as dt
import uuid
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest

from creatio_dbapi import Connection, DataError, NotSupportedError
from creatio_dbapi.sandbox import Column, Sandbox
from tests.fix_connection import Rows, connect_to, query
from tests.hostile import DECIMALS, FIRST_MOMENT, GUIDS, INTEGERS, LAST_MOMENT, LONG_TEXT, MOMENTS, TEXTS, UTC


@dataclass(frozen=True)
class Kind:
    """An EDM type, what Python has for it, values of it, and what a cell shows that is empty as Creatio has it."""

    edm: str
    python: type
    values: tuple[Any, ...]
    empty: Any

    @property
    def name(self) -> str:
        """The type's name without its namespace."""
        return self.edm.removeprefix("Edm.")


DAYS = (dt.date(1, 1, 2), dt.date(1969, 12, 31), dt.date(2024, 2, 29), dt.date(9999, 12, 31))
CLOCKS = (dt.time(0, 0, 0, 1), dt.time(12, 30), dt.time(23, 59, 59, 999999))
KINDS = (
    Kind("Edm.String", str, TEXTS, ""),
    Kind("Edm.Int16", int, (1, -1, 2**15 - 1, -(2**15)), 0),
    Kind("Edm.Int32", int, INTEGERS[1:], 0),
    Kind("Edm.Int64", int, (7, 2**63 - 1, -(2**63), 2**53 + 1), 0),
    Kind("Edm.Decimal", Decimal, DECIMALS[1:], Decimal(0)),
    Kind("Edm.Double", float, (0.1, -2.5, 1e300, 5e-324, 0.30000000000000004, 1 / 3), 0.0),
    Kind("Edm.Single", float, (0.5, -2.25), 0.0),
    Kind("Edm.Boolean", bool, (True,), False),
    Kind("Edm.DateTimeOffset", dt.datetime, MOMENTS, None),
    Kind("Edm.Date", dt.date, DAYS, dt.date(1, 1, 1)),
    Kind("Edm.TimeOfDay", dt.time, CLOCKS, dt.time(0)),
    Kind("Edm.Guid", uuid.UUID, GUIDS, None),
    Kind("Edm.Binary", bytes, (b"\x00", b"'%&#+", bytes(range(256))), b""),
)
CASES = [(kind, value) for kind in KINDS for value in kind.values]
DIGITS = (  # more than the local engine has before the point or behind it
    "12345678901234567890123456789",
    "-12345678901234567890123456789",
    "0.12345678901",
    "1234567890.123456789012345678",
)
FRACTIONS = ("5679414", "5679419", "567941", "5")
TURNED: tuple[tuple[str, str, object], ...] = (  # what the catalog says, what the server has become, a value
    ("Edm.Int32", "Edm.String", "seven"),
    ("Edm.Int32", "Edm.Decimal", "5.5"),
    ("Edm.String", "Edm.Int32", 5),
    ("Edm.Boolean", "Edm.Int32", 1),
    ("Edm.Boolean", "Edm.String", "true"),
    ("Edm.Decimal", "Edm.String", "ten"),
    ("Edm.Decimal", "Edm.Boolean", True),
    ("Edm.DateTimeOffset", "Edm.String", "yesterday"),
    ("Edm.DateTimeOffset", "Edm.String", "2024-02-30T00:00:00Z"),
    ("Edm.Date", "Edm.String", "29.02.2024"),
    ("Edm.TimeOfDay", "Edm.String", "noon"),
    ("Edm.Guid", "Edm.String", "not-a-guid"),
    ("Edm.Guid", "Edm.Int32", 5),
    ("Edm.Double", "Edm.String", "much"),
    ("Edm.Binary", "Edm.String", "!"),
)


def kind_name(item: object) -> str:
    """Name a parameter of a test."""
    return item.name if isinstance(item, Kind) else ascii(item)


@pytest.fixture(scope="module")
def site() -> Iterator[Sandbox]:
    """For each type an object with its values in order, then an empty cell; `V` is as Creatio has it, `M` nullable."""
    with Sandbox(contacts=0) as sandbox:
        for kind in KINDS:
            cells = (*kind.values, None)
            rows = [{"N": number, "V": cell, "M": cell} for number, cell in enumerate(cells)]
            columns: dict[str, Column | str] = {"N": "Edm.Int32", "V": kind.edm, "M": Column(kind.edm, nullable=True)}
            sandbox.create_object(f"Usr{kind.name}", columns, rows=rows)
        create_others(sandbox)
        yield sandbox


def create_others(sandbox: Sandbox) -> None:
    """Make the objects that single tests need."""
    moments = [{"N": number, "V": f"2022-04-07T09:37:58.{digits}Z"} for number, digits in enumerate(FRACTIONS)]
    sandbox.create_object("UsrFraction", {"N": "Edm.Int32", "V": "Edm.DateTimeOffset"}, rows=moments)
    zero = uuid.UUID(int=0)
    guids: dict[str, Column | str] = {
        "CityId": Column("Edm.Guid", target="City"),
        "M": Column("Edm.Guid", nullable=True),
    }
    sandbox.create_object("UsrZero", guids, rows=[{"CityId": zero, "M": zero}])
    sandbox.create_object("UsrLong", {"Text": "Edm.String"}, rows=[{"Text": LONG_TEXT}, {"Text": LONG_TEXT[:500_000]}])
    photos: list[dict[str, object]] = [{"N": 0, "Photo": b"\x89PNG'%&"}, {"N": 1, "Photo": None}]
    sandbox.create_object("UsrPhoto", {"N": "Edm.Int32", "Photo": "Edm.Stream"}, rows=photos)
    sandbox.create_object("UsrTenth", {"Price": "Edm.Decimal"}, rows=[{"Price": "0.1"}] * 10)
    wide = [{"N": number, "Wide": text} for number, text in enumerate(DIGITS)]
    sandbox.create_object("UsrDigits", {"N": "Edm.Int32", "Wide": "Edm.Decimal"}, rows=wide)


@pytest.fixture(scope="module")
def pushed(site: Sandbox) -> Iterator[Connection]:
    """A connection that knows the server to compare text exactly, so that everything is pushed that can be."""
    with connect_to(site, collation="binary") as connection:
        yield connection


@pytest.fixture(scope="module")
def local(site: Sandbox) -> Iterator[Connection]:
    """A connection that pushes nothing."""
    with connect_to(site, pushdown=False) as connection:
        yield connection


@dataclass(frozen=True)
class Both:
    """Two connections whose answers are the same."""

    pushed: Connection
    local: Connection

    def rows(self, sql: str, parameters: Any = None) -> Rows:
        """Return the rows of a query."""
        rows = query(self.pushed, sql, parameters)
        assert query(self.local, sql, parameters) == rows
        return rows

    def places(self, kind: Kind, condition: str, parameters: Any = None) -> list[int]:
        """Return the places of the values of a kind that fulfil a condition."""
        sql = f"SELECT N FROM Usr{kind.name} WHERE {condition} ORDER BY N"
        return [place for (place,) in self.rows(sql, parameters)]


@pytest.fixture(scope="module")
def both(pushed: Connection, local: Connection) -> Both:
    """Both connections."""
    return Both(pushed, local)


def expected(kind: Kind, fits: Callable[[Any], bool], *, empty: Any) -> list[int]:
    """Return the places of the values that fit, the empty cell among them; NULL never does."""
    return [place for place, cell in enumerate((*kind.values, empty)) if cell is not None and fits(cell)]


# -- reading -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS, ids=kind_name)
def test_values_are_read_as_they_are(both: Both, kind: Kind) -> None:
    rows = both.rows(f"SELECT V, M FROM Usr{kind.name} ORDER BY N")
    assert rows == [*((value, value) for value in kind.values), (kind.empty, None)]
    assert {type(cell) for row in rows for cell in row if cell is not None} == {kind.python}


@pytest.mark.parametrize("rest", [" ORDER BY N", " WHERE false", " WHERE V IS NULL AND V IS NOT NULL"])
@pytest.mark.parametrize("kind", KINDS, ids=kind_name)
def test_type_codes_come_from_the_catalog(both: Both, kind: Kind, rest: str) -> None:
    for connection in (both.pushed, both.local):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT V, M FROM Usr{kind.name}{rest}")
            assert cursor.description is not None
            assert [column[:2] for column in cursor.description] == [("V", kind.edm), ("M", kind.edm)]
            assert [column[6] for column in cursor.description] == [kind.empty is None, True]


@pytest.mark.parametrize(("place", "digits"), tuple(enumerate(FRACTIONS)))
def test_of_seven_digits_six_are_shown(both: Both, place: int, digits: str) -> None:
    shown = dt.datetime(2022, 4, 7, 9, 37, 58, int(digits[:6].ljust(6, "0")), UTC)
    for condition in ("V = ?", "V >= ?", "V <= ?", "V IN (?)", "NOT V > ?", "NOT V < ?"):
        sql = f"SELECT V FROM UsrFraction WHERE {condition} AND N = ?"
        assert both.rows(sql, [shown, place]) == [(shown,)]
    for condition in ("V > ?", "V < ?", "V <> ?"):
        assert both.rows(f"SELECT V FROM UsrFraction WHERE {condition} AND N = ?", [shown, place]) == []


def test_the_ends_of_the_calendar(both: Both) -> None:
    rows = both.rows("SELECT min(V), max(V), count(V), count(*) FROM UsrDateTimeOffset")
    assert rows == [(FIRST_MOMENT, LAST_MOMENT, len(MOMENTS), len(MOMENTS) + 1)]
    assert all(value.utcoffset() == dt.timedelta(0) for value in rows[0][:2])


def test_a_moment_is_compared_in_any_zone(both: Both) -> None:
    there = dt.datetime(2025, 3, 30, 7, 15, tzinfo=dt.timezone(dt.timedelta(hours=5, minutes=45)))
    for value in (there, dt.datetime(2025, 3, 30, 1, 30), "2025-03-30 01:30:00"):  # noqa: DTZ001 - naive is UTC
        assert both.rows("SELECT V FROM UsrDateTimeOffset WHERE V = ?", [value]) == [(there,)]


def test_a_zero_guid_is_null(both: Both) -> None:
    assert both.rows("SELECT CityId, M FROM UsrZero WHERE CityId IS NULL AND M IS NULL") == [(None, None)]
    assert (
        both.rows("SELECT M FROM UsrZero WHERE CityId IS NOT NULL OR M IS NOT NULL OR CityId = ?", [uuid.UUID(int=0)])
        == []
    )
    assert both.rows("SELECT count(*), count(CityId), count(M) FROM UsrZero") == [(1, 0, 0)]


def test_ten_megabytes_of_text(both: Both) -> None:
    assert len(LONG_TEXT.encode()) > 10 * 1024 * 1024 - 100
    texts = {text for (text,) in query(both.pushed, "SELECT Text FROM UsrLong")}
    assert texts == {LONG_TEXT, LONG_TEXT[:500_000]}
    lengths = query(both.local, "SELECT length(Text), right(Text, 3) FROM UsrLong ORDER BY 1 DESC LIMIT 1")
    assert lengths == [(len(LONG_TEXT), LONG_TEXT[-3:])]


def test_a_long_text_is_found_by_requests_that_are_not_long(site: Sandbox, both: Both) -> None:
    text = LONG_TEXT[:500_000]
    site.clear_requests()
    assert query(both.pushed, "SELECT Text FROM UsrLong WHERE Text = ?", [text]) == [(text,)]
    assert all(len(record.url) < 2100 for record in site.requests)


def test_streams_are_fetched_only_when_named(site: Sandbox, both: Both) -> None:
    site.clear_requests()
    rows = query(both.pushed, "SELECT * FROM UsrPhoto")
    assert b"\x89PNG'%&" not in [cell for row in rows for cell in row]
    assert not any("/Photo" in record.url for record in site.requests)
    photos = query(both.pushed, "SELECT N, Photo FROM UsrPhoto ORDER BY N")
    assert photos == [(0, b"\x89PNG'%&"), (1, None)]


# -- finding -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "value"), CASES, ids=kind_name)
def test_a_value_is_found_by_itself(both: Both, kind: Kind, value: Any) -> None:
    same = expected(kind, lambda cell: cell == value, empty=None)
    assert len(same) == 1
    assert both.places(kind, "M = ?", [value]) == same
    assert both.places(kind, "V IN (:it, :it)", {"it": value}) == same
    unlike = expected(kind, lambda cell: cell != value, empty=kind.empty)
    assert both.places(kind, "V <> :it", {"it": value}) == unlike


@pytest.mark.parametrize("kind", KINDS, ids=kind_name)
def test_an_empty_cell_is_found_by_what_it_shows(both: Both, kind: Kind) -> None:
    last = len(kind.values)
    values = list(range(last))
    assert both.places(kind, "M IS NULL") == both.places(kind, "M IS NOT DISTINCT FROM NULL") == [last]
    assert both.places(kind, "M IS NOT NULL") == both.places(kind, "NOT M IS NULL") == values
    assert both.places(kind, "V IS NULL") == ([last] if kind.empty is None else [])
    assert both.places(kind, "V = ?", [kind.empty]) == ([] if kind.empty is None else [last])
    assert both.places(kind, "V = ? OR M = ?", [None, None]) == []


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_text_in_patterns(both: Both, text: str) -> None:
    kind = KINDS[0]
    escaped = "".join(f"!{character}" if character in "!%_" else character for character in text)
    for pattern, fits in (
        (f"{escaped}%", lambda cell: cell.startswith(text)),
        (f"%{escaped}%", lambda cell: text in cell),
    ):
        places = both.places(kind, "V LIKE ? ESCAPE '!'", [pattern])
        assert places == expected(kind, fits, empty="")
        assert kind.values.index(text) in places
    unlike = both.places(kind, "M NOT LIKE ? ESCAPE '!'", [f"%{escaped}%"])
    assert unlike == expected(kind, lambda cell: text not in cell, empty=None)


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_text_written_into_a_statement(both: Both, text: str) -> None:
    literal = "'" + text.replace("'", "''") + "'"
    place = TEXTS.index(text)
    rows = both.rows(f"SELECT {literal}, V, ?, N FROM UsrString WHERE V = {literal} AND M IN ({literal}, 'x')", [text])
    assert rows == [(text, text, text, place)]


@pytest.mark.parametrize(
    ("kind", "literal", "value"),
    [
        ("Int64", "-9223372036854775808", -(2**63)),
        ("Decimal", "9999999999999999.99", Decimal("9999999999999999.99")),
        ("Decimal", "0.30", Decimal("0.3")),
        ("Double", "0.1", 0.1),
        ("Boolean", "true", True),
        ("DateTimeOffset", "'2024-02-29T12:30:45.12Z'", MOMENTS[5]),
        ("DateTimeOffset", "TIMESTAMPTZ '2024-02-29 13:30:45.12+01'", MOMENTS[5]),
        ("Date", "DATE '2024-02-29'", dt.date(2024, 2, 29)),
        ("TimeOfDay", "'12:30'", dt.time(12, 30)),
        ("Guid", "'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF'", GUIDS[1]),
    ],
)
def test_other_literals(both: Both, kind: str, literal: str, value: object) -> None:
    assert both.rows(f"SELECT V FROM Usr{kind} WHERE V = {literal}") == [(value,)]


# -- decimals ------------------------------------------------------------------------------------------------


def test_decimals_are_summed_exactly(both: Both) -> None:
    ((total, product),) = both.rows("SELECT sum(Price), max(Price) * 3 FROM UsrTenth")
    assert (total, product) == (Decimal(1), Decimal("0.3"))
    assert type(total) is type(product) is Decimal


@pytest.mark.parametrize(("place", "text"), tuple(enumerate(DIGITS)))
def test_a_decimal_too_long_for_the_local_engine(pushed: Connection, place: int, text: str) -> None:
    """It is read exactly as it comes; to compute with it is an error, and no rounding."""
    exact = Decimal(text)
    assert query(pushed, "SELECT Wide FROM UsrDigits WHERE N = ?", [place]) == [(exact,)]
    assert query(pushed, "SELECT Wide FROM UsrDigits WHERE Wide = ?", [exact]) == [(exact,)]
    with pytest.raises(DataError, match=r"UsrDigits\.Wide") as raised:
        query(pushed, "SELECT Wide + 0 FROM UsrDigits WHERE N = ?", [place])
    assert (raised.value.table, raised.value.column) == ("UsrDigits", "Wide")


# -- what cannot be read -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def turned() -> Iterator[Connection]:
    """A connection behind whose back the columns of an object have become others, and one has gone."""
    before: dict[str, Column | str] = {f"Code{place}": edm for place, (edm, _, _) in enumerate(TURNED)}
    after: dict[str, Column | str] = {f"Code{place}": edm for place, (_, edm, _) in enumerate(TURNED)}
    with Sandbox(contacts=0) as sandbox, connect_to(sandbox) as connection:
        sandbox.create_object("UsrTurned", {"N": "Edm.Int32", "Gone": "Edm.Int32", **before})
        assert query(connection, "SELECT * FROM UsrTurned") == []
        row = {f"Code{place}": value for place, (_, _, value) in enumerate(TURNED)}
        sandbox.create_object("UsrTurned", {"N": "Edm.Int32", **after}, rows=[{"N": 7, **row}])
        yield connection


@pytest.mark.parametrize("place", range(len(TURNED)), ids=lambda place: "-".join(map(str, TURNED[place])))
@pytest.mark.parametrize("rest", ["", ", N + 1"], ids=["as it comes", "computed"])
def test_a_value_that_cannot_be_decoded(turned: Connection, place: int, rest: str) -> None:
    told, _, value = TURNED[place]
    with pytest.raises(DataError, match=rf"UsrTurned\.Code{place}\b") as raised:
        query(turned, f"SELECT Code{place}{rest} FROM UsrTurned")
    assert (raised.value.table, raised.value.column) == ("UsrTurned", f"Code{place}")
    assert told in str(raised.value)
    assert str(value) in str(raised.value)


def test_the_columns_beside_it_are_read(turned: Connection) -> None:
    assert query(turned, "SELECT N FROM UsrTurned") == [(7,)]


def test_a_column_that_is_gone_is_named(turned: Connection) -> None:
    with pytest.raises(turned.DatabaseError, match="Gone"):
        query(turned, "SELECT Gone FROM UsrTurned")


def test_a_refreshed_catalog_reads_what_there_is() -> None:
    with Sandbox(contacts=0) as sandbox, connect_to(sandbox) as connection:
        sandbox.create_object("UsrTurned", {"Code": "Edm.Int32"}, rows=[{"Code": 1}])
        assert query(connection, "SELECT Code FROM UsrTurned") == [(1,)]
        sandbox.create_object("UsrTurned", {"Code": "Edm.String"}, rows=[{"Code": "seven"}])
        connection.catalog.refresh()
        assert query(connection, "SELECT Code FROM UsrTurned") == [("seven",)]


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT DATE '9999-12-31' + 1",
        "SELECT 'infinity'::timestamp",
        "SELECT max(CreatedOn) + INTERVAL '8000 years' FROM Contact",
        "SELECT coalesce(BirthDate, 'infinity') FROM Contact",
        "SELECT DATE '0044-03-15 (BC)'",
    ],
)
def test_a_moment_that_python_cannot_hold_is_an_error_of_the_driver(demo_connection: Connection, sql: str) -> None:
    with pytest.raises(DataError, match="years before 1 and after 9999"):
        query(demo_connection, sql)


@pytest.mark.parametrize("value", ["'101'::bit", "170141183460469231731687303715884105728::uhugeint"])
def test_a_value_without_a_form_in_python_is_refused(demo_connection: Connection, value: str) -> None:
    with pytest.raises(NotSupportedError, match="CAST them to VARCHAR"):
        query(demo_connection, f"SELECT {value} AS x FROM Contact LIMIT 1")
    assert len(query(demo_connection, f"SELECT CAST({value} AS VARCHAR) AS x FROM Contact LIMIT 1")) == 1


def test_a_moment_of_pandas_is_a_moment(demo_connection: Connection) -> None:
    pandas = pytest.importorskip("pandas")
    moment = pandas.Timestamp("2020-01-02 03:04:05.123456789", tz="UTC")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pandas warns of the nanoseconds that a datetime has not
        (pushed,) = query(demo_connection, "SELECT count(*) FROM Contact WHERE CreatedOn > ?", [moment])
        (plain,) = query(demo_connection, "SELECT count(*) FROM Contact WHERE CreatedOn > ?", [moment.to_pydatetime()])
    assert pushed == plain


@pytest.mark.parametrize("text", ["1_000", "12_34"])
def test_digits_with_underscores_are_no_number(sandbox: Sandbox, text: str) -> None:
    with connect_to(sandbox) as connection, pytest.raises(DataError, match="cannot hold"):
        connection.cursor().execute("UPDATE Contact SET Age = ? WHERE Id = ?", [text, uuid.uuid4()])
