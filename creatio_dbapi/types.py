"""One row a type: EDM ↔ Python ↔ Arrow ↔ SQL, each reader beside its writer."""

from __future__ import annotations

import base64
import datetime as dt
import math
import sys
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact, InvalidOperation, Overflow
from typing import Annotated, Any

import msgspec
import pyarrow as pa

from creatio_dbapi.errors import DataError, NotSupportedError, ProgrammingError

UTC = dt.timezone.utc
ZERO_GUID = "00000000-0000-0000-0000-000000000000"
EMPTY_MOMENT = "0001-01-01T00:00:00Z"
DECIMAL_PRECISION = 38
DECIMAL_SCALE = 10
_EXACT = Context(prec=60, traps=[Inexact, InvalidOperation, Overflow])  # what cannot be kept is an error
_BEYOND_INTEGERS = 2**64
# What the readers and writers below raise for a value that is not of their type.
_UNREADABLE = (ValueError, TypeError, AttributeError, ArithmeticError)


@dataclass(frozen=True, slots=True)
class Type:
    """How values of one EDM type travel.

    `sql` is the local engine's name, `arrow` the type of a column. `read` takes the JSON values of a column and gives
    the Python ones; `read_arrow` gives the Python values of an Arrow column of the local engine. `write` gives OData
    text, `write_json` a JSON value. `shown_empty` is the value that Creatio shows where a cell is empty and that stays
    a value; None where an empty cell is shown as NULL.
    """

    edm: str
    sql: str
    arrow: pa.DataType
    python: type
    read: Callable[[Sequence[Any]], list[Any]]
    read_arrow: Callable[[pa.Array], list[Any]]
    write: Callable[[Any], str]
    write_json: Callable[[Any], object]
    shown_empty: object = None


# -- text ----------------------------------------------------------------------------------------------------


_TEXTS, _INTEGERS, _FLAGS = {str, type(None)}, {int, type(None)}, {bool, type(None)}


def _kinds(values: Iterable[Any]) -> set[type]:
    return set(map(type, values))


def _read_text(values: Sequence[Any]) -> list[Any]:
    if not _kinds(values) <= _TEXTS:
        raise _UnreadableError(values)
    return list(values)


def _write_text(value: Any) -> str:
    return "'" + str(value).replace("'", "''") + "'"


# -- Guid ----------------------------------------------------------------------------------------------------


_GUIDS = list[uuid.UUID | None]


def _read_guid(values: Sequence[Any]) -> list[Any]:
    texts = [None if value == ZERO_GUID else value for value in values]
    try:
        return msgspec.convert(texts, _GUIDS)  # five times as fast as the class itself
    except msgspec.ValidationError:  # another way to write them
        guid = uuid.UUID
        return [None if value is None else guid(value) for value in texts]


def _guid_from_arrow(array: pa.Array) -> list[Any]:
    guid = uuid.UUID
    return [None if value is None else guid(value) for value in array.to_pylist()]


def _write_guid(value: Any) -> str:
    return str(value if isinstance(value, uuid.UUID) else uuid.UUID(str(value)))


# -- numbers -------------------------------------------------------------------------------------------------


def _read_integer(values: Sequence[Any]) -> list[Any]:
    if not _kinds(values) <= _INTEGERS:
        return [_one_integer(each) for each in values]
    return list(values)


def _one_integer(value: Any) -> int | None:
    # An IEEE754Compatible server writes Int64 as text (OData JSON 7.1); 5.0 is an integer in JSON, 5.5 is not.
    if value is None or type(value) is int:
        return value
    # The size comes first: int() of the few bytes 1e999999999 would take all the memory there is.
    if isinstance(value, (float, Decimal)) and not (
        -_BEYOND_INTEGERS < value < _BEYOND_INTEGERS and value == int(value)
    ):
        raise _UnreadableError(value)
    if isinstance(value, (str, float, Decimal)):
        return int(value)
    raise _UnreadableError(value)


def _read_decimal(values: Sequence[Any]) -> list[Any]:
    return [value if type(value) is Decimal and _is_normal(value) else _one_decimal(value) for value in values]


def _is_normal(number: Decimal) -> bool:
    """Say of most of those that normal_decimal() would not change that it would not; taking one apart is slow."""
    text = str(number)
    return text[-1] in "123456789" and len(text) < 30 and "E" not in text


def _one_decimal(value: Any) -> Decimal | None:
    """Read a JSON number or text without passing through a binary float; trailing zeros carry no meaning.

    >>> _one_decimal("100.10"), _one_decimal(0), _one_decimal("1e3")
    (Decimal('100.1'), Decimal('0'), Decimal('1000'))
    """
    if value is None:
        return None
    if isinstance(value, bool):
        raise _UnreadableError(value)
    # repr() of a JSON float is the shortest text that reads back the same, which is what the server wrote.
    number = Decimal(repr(value) if isinstance(value, float) else value)
    return normal_decimal(number)


def normal_decimal(number: Decimal) -> Decimal:
    """Drop the trailing zeros of a decimal, without an exponent, so that equal values look alike."""
    if _is_normal(number):
        return number
    if not number.is_finite():
        raise _UnreadableError(number)
    _, digits, exponent = number.as_tuple()
    if isinstance(exponent, int) and -30 < exponent <= 0 and (exponent == 0 or digits[-1] != 0):
        return number
    normal = number.normalize(_EXACT)
    return normal if int(normal.as_tuple().exponent) <= 0 else normal.quantize(Decimal(1), context=_EXACT)


def _decimal_from_arrow(array: pa.Array) -> list[Any]:
    return [None if value is None else normal_decimal(value) for value in array.to_pylist()]


def _integer_from_arrow(array: pa.Array) -> list[Any]:
    return [None if value is None else int(value) for value in array.to_pylist()]


def _write_decimal(value: Any) -> str:
    return format(normal_decimal(Decimal(value)), "f")


def _read_double(values: Sequence[Any]) -> list[Any]:
    # OData JSON 7.1 writes the special doubles as the texts NaN, INF and -INF.
    return [None if value is None else float(value) for value in values]


def _write_double(value: Any) -> str:
    return repr(float(value))


def _write_double_json(value: Any) -> object:
    return float(value)


# -- Boolean -------------------------------------------------------------------------------------------------


def _read_boolean(values: Sequence[Any]) -> list[Any]:
    if not _kinds(values) <= _FLAGS:
        raise _UnreadableError(values)
    return list(values)


def _write_boolean(value: Any) -> str:
    return "true" if value else "false"


# -- dates and times -----------------------------------------------------------------------------------------


_MOMENTS = list[Annotated[dt.datetime, msgspec.Meta(tz=True)] | None]
_FIRST = dt.datetime(1, 1, 1, tzinfo=dt.timezone.utc)
_SIX_DIGITS = len("0001-01-01T00:00:00.000000Z")


def _read_moment(values: Sequence[Any]) -> list[Any]:
    texts = [None if value == EMPTY_MOMENT else value for value in values]
    moments: list[dt.datetime | None] = []
    try:
        if max(map(len, filter(None, texts)), default=0) <= _SIX_DIGITS:
            moments = msgspec.convert(texts, _MOMENTS)  # it would round a seventh digit
    except msgspec.ValidationError:  # another way to write them
        pass
    moments = moments or [None if text is None else _moment(text) for text in texts]
    if not {moment.tzinfo for moment in moments if moment is not None} <= {UTC}:
        moments = [None if moment is None else _in_utc(moment) for moment in moments]
    if _FIRST in moments:  # the empty moment, written in another way
        moments = [None if moment == _FIRST else moment for moment in moments]
    return moments


def _in_utc(moment: dt.datetime) -> dt.datetime:
    if moment.tzinfo is None:
        raise _UnreadableError(moment)
    try:
        return moment.astimezone(UTC)
    except OverflowError:  # at the ends of the calendar
        raise _UnreadableError(moment) from None


def _one_moment(text: str) -> dt.datetime | None:
    """Read a DateTimeOffset as an aware UTC datetime; of seven fraction digits Python keeps six.

    >>> _one_moment("2022-04-07T09:37:58.5679414Z").isoformat()
    '2022-04-07T09:37:58.567941+00:00'
    """
    head, zone = (text[:-1], "") if text.endswith("Z") else _split_zone(text)
    seconds, _, fraction = head.partition(".")
    if fraction and not fraction.isdigit():
        raise _UnreadableError(text)
    moment = dt.datetime.fromisoformat(seconds).replace(tzinfo=UTC)
    if fraction:
        moment = moment.replace(microsecond=int(fraction[:6].ljust(6, "0")))
    return moment - _offset(zone) if zone else moment


# From Python 3.11 on the standard library reads OData's moments itself, and drops the seventh digit as we do.
_moment = dt.datetime.fromisoformat if sys.version_info >= (3, 11) else _one_moment


def _split_zone(text: str) -> tuple[str, str]:
    if len(text) > len("+00:00") and text[-6] in "+-" and text[-3] == ":":
        return text[:-6], text[-6:]
    raise _UnreadableError(text)


def _offset(zone: str) -> dt.timedelta:
    offset = dt.timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6]))
    return -offset if zone[0] == "-" else offset


def _moment_from_arrow(array: pa.Array) -> list[Any]:
    values = array.cast(pa.int64()).to_pylist()
    delta = dt.timedelta
    return [None if value is None else _EPOCH + delta(microseconds=value) for value in values]


_EPOCH = dt.datetime(1970, 1, 1, tzinfo=UTC)


def _write_moment(value: Any) -> str:
    """Write an aware datetime, or a naive one that is meant as UTC, as an OData literal.

    >>> _write_moment(dt.datetime(2025, 1, 2, 3, 4, 5, 600000, tzinfo=dt.timezone(dt.timedelta(hours=3))))
    '2025-01-02T00:04:05.6Z'
    """
    moment = value if value.tzinfo is None else value.astimezone(UTC)
    fraction = f".{moment.microsecond:06d}".rstrip("0") if moment.microsecond else ""
    # Only to the second, as a moment of pandas has nanoseconds beside what is left out here.
    return f"{moment.replace(microsecond=0, tzinfo=None).isoformat(timespec='seconds')}{fraction}Z"


def _read_date(values: Sequence[Any]) -> list[Any]:
    return [None if value is None else dt.date.fromisoformat(value) for value in values]


def _read_time(values: Sequence[Any]) -> list[Any]:
    return [None if value is None else _one_time(value) for value in values]


def _one_time(text: str) -> dt.time:
    seconds, _, fraction = text.partition(".")
    return dt.time.fromisoformat(seconds).replace(microsecond=int(fraction[:6].ljust(6, "0")) if fraction else 0)


def _write_iso(value: Any) -> str:
    return str(value.isoformat())


# -- bytes ---------------------------------------------------------------------------------------------------


def _read_bytes(values: Sequence[Any]) -> list[Any]:
    # Edm.Binary is base64url in JSON (OData JSON 7.1); b64decode with altchars takes both alphabets' padding.
    return [None if value is None else _one_bytes(value) for value in values]


def _one_bytes(value: Any) -> bytes:
    if isinstance(value, bytes):
        return value
    text = value.replace("-", "+").replace("_", "/")
    return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)


def _write_bytes(value: Any) -> str:
    return f"binary'{_write_bytes_json(value)}'"


def _write_bytes_json(value: Any) -> object:
    return base64.urlsafe_b64encode(bytes(value)).decode("ascii")


# -- what only the local engine makes ------------------------------------------------------------------------


def _read_as_is(values: Sequence[Any]) -> list[Any]:
    return list(values)


def _from_arrow(array: pa.Array) -> list[Any]:
    return list(array.to_pylist())


def _nested_from_arrow(array: pa.Array) -> list[Any]:
    try:
        return list(array.to_pylist())
    except ValueError as error:  # a structure with two fields of one name is no dictionary
        raise DataError(f"a nested value has no form in Python: {error}") from None


def _duration_from_arrow(array: pa.Array) -> list[Any]:
    return [None if value is None else _timedelta(value) for value in array.to_pylist()]


def _timedelta(value: Any) -> dt.timedelta:
    # An interval of months has no fixed length; a month counts 30 days, as in DuckDB's own Python client.
    return dt.timedelta(days=value.months * 30 + value.days, microseconds=value.nanoseconds // 1000)


def _no_literal(value: Any) -> str:
    raise ProgrammingError(f"a value of type {type(value).__name__} has no OData literal")


def _same(value: Any) -> object:
    return value


class _UnreadableError(ValueError):
    """A JSON value that is not of the column's type."""


_NAIVE = pa.timestamp("us")
_AWARE = pa.timestamp("us", "UTC")

TYPES: dict[str, Type] = {
    row.edm: row
    for row in (
        Type("Edm.Guid", "UUID", pa.string(), uuid.UUID, _read_guid, _guid_from_arrow, _write_guid, _write_guid),
        Type("Edm.String", "VARCHAR", pa.string(), str, _read_text, _from_arrow, _write_text, str, ""),
        Type("Edm.Int16", "SMALLINT", pa.int16(), int, _read_integer, _from_arrow, str, int, 0),
        Type("Edm.Int32", "INTEGER", pa.int32(), int, _read_integer, _from_arrow, str, int, 0),
        Type("Edm.Int64", "BIGINT", pa.int64(), int, _read_integer, _from_arrow, str, int, 0),
        Type("Edm.Byte", "UTINYINT", pa.uint8(), int, _read_integer, _from_arrow, str, int, 0),
        Type("Edm.SByte", "TINYINT", pa.int8(), int, _read_integer, _from_arrow, str, int, 0),
        Type(
            "Edm.Decimal",
            f"DECIMAL({DECIMAL_PRECISION},{DECIMAL_SCALE})",
            pa.decimal128(DECIMAL_PRECISION, DECIMAL_SCALE),
            Decimal,
            _read_decimal,
            _decimal_from_arrow,
            _write_decimal,
            _write_decimal,
            Decimal(0),
        ),
        Type(
            "Edm.Double",
            "DOUBLE",
            pa.float64(),
            float,
            _read_double,
            _from_arrow,
            _write_double,
            _write_double_json,
            0.0,
        ),
        Type(
            "Edm.Single",
            "FLOAT",
            pa.float32(),
            float,
            _read_double,
            _from_arrow,
            _write_double,
            _write_double_json,
            0.0,
        ),
        Type("Edm.Boolean", "BOOLEAN", pa.bool_(), bool, _read_boolean, _from_arrow, _write_boolean, bool, False),
        Type(
            "Edm.DateTimeOffset",
            "TIMESTAMPTZ",
            _AWARE,
            dt.datetime,
            _read_moment,
            _moment_from_arrow,
            _write_moment,
            _write_moment,
        ),
        Type("Edm.Date", "DATE", pa.date32(), dt.date, _read_date, _from_arrow, _write_iso, _write_iso, dt.date.min),
        Type(
            "Edm.TimeOfDay",
            "TIME",
            pa.time64("us"),
            dt.time,
            _read_time,
            _from_arrow,
            _write_iso,
            _write_iso,
            dt.time.min,
        ),
        Type("Edm.Binary", "BLOB", pa.binary(), bytes, _read_bytes, _from_arrow, _write_bytes, _write_bytes_json, b""),
        Type("Edm.Stream", "BLOB", pa.binary(), bytes, _read_bytes, _from_arrow, _no_literal, _write_bytes_json),
        # What only the local engine makes; the names are ours, in OData's manner.
        Type(
            "Edm.Duration",
            "INTERVAL",
            pa.month_day_nano_interval(),
            dt.timedelta,
            _read_as_is,
            _duration_from_arrow,
            _no_literal,
            _same,
        ),
        Type("Integer", "HUGEINT", pa.decimal128(38, 0), int, _read_as_is, _integer_from_arrow, _no_literal, _same),
        Type("Timestamp", "TIMESTAMP", _NAIVE, dt.datetime, _read_as_is, _from_arrow, _no_literal, _same),
        Type("Null", "NULL", pa.null(), type(None), _read_as_is, _from_arrow, _no_literal, _same),
        Type("Collection", "JSON", pa.null(), object, _read_as_is, _nested_from_arrow, _no_literal, _same),
    )
}


def literal_text(edm: str, value: object) -> str:
    """Write a constant of an EDM type as OData text; None is `null`, whatever the type.

    >>> literal_text("Edm.String", "it's"), literal_text("Edm.Boolean", True), literal_text("Edm.Guid", None)
    ("'it''s'", 'true', 'null')
    """
    return "null" if value is None else TYPES[edm].write(value)


def read_column(edm: str, values: Sequence[Any], *, table: str, column: str) -> list[Any]:
    """Turn the JSON values of one column into Python ones; raises DataError naming column, type and text."""
    try:
        return TYPES[edm].read(values)
    except _UNREADABLE:
        raise _data_error(edm, values, table, column) from None


def _data_error(edm: str, values: Iterable[Any], table: str, column: str) -> DataError:
    for value in values:
        try:
            TYPES[edm].read([value])
        except _UNREADABLE:
            shown = repr(value) if len(repr(value)) <= 80 else repr(value)[:80] + "…"
            return DataError(f"column {table}.{column} of type {edm} cannot hold {shown}", table=table, column=column)
    return DataError(f"column {table}.{column} of type {edm} cannot be read", table=table, column=column)


def json_value(edm: str, value: Any, *, table: str, column: str) -> object:
    """Turn a Python value into the JSON that is written for a column; raises DataError for one that does not fit.

    >>> bytes(json_value("Edm.Decimal", "12.50", table="Order", column="Amount"))
    b'12.5'
    """
    if value is None:
        return None
    try:
        return _COERCE[edm](value)
    except (KeyError, *_UNREADABLE):
        shown = repr(value) if len(repr(value)) <= 80 else repr(value)[:80] + "…"
        raise DataError(
            f"column {table}.{column} of type {_sql_name(edm)} cannot hold {shown} ({type(value).__name__})"
            f"{_EXAMPLES.get(edm, '')}",
            table=table,
            column=column,
        ) from None


_EXAMPLES = {
    "Edm.Decimal": "; give a number such as 1234.5",
    "Edm.Double": "; give a number such as 1234.5",
    "Edm.Boolean": "; give true or false",
    "Edm.DateTimeOffset": "; give a moment such as 2025-12-31 23:59:00+01:00",
    "Edm.Date": "; give a date such as 2025-12-31",
    "Edm.TimeOfDay": "; give a time such as 23:59:00",
}


def _sql_name(edm: str) -> str:
    """Name a type as SQL does, which is how people who write statements or files know it."""
    return TYPES[edm].sql.partition("(")[0] if edm in TYPES else edm


def _as_text(value: Any) -> object:
    if not isinstance(value, str):
        raise _UnreadableError(value)
    return value


def _as_integer(low: int, high: int) -> Callable[[Any], object]:
    def coerce(value: Any) -> object:
        if isinstance(value, (float, Decimal)) and not -_BEYOND_INTEGERS < value < _BEYOND_INTEGERS:
            raise _UnreadableError(value)
        _refuse_underscores(value)
        number = int(value)
        if isinstance(value, bool) or (not isinstance(value, str) and number != value) or not low <= number <= high:
            raise _UnreadableError(value)
        return number

    return coerce


def _refuse_underscores(value: Any) -> None:
    if isinstance(value, str) and "_" in value:  # which Python takes for digits apart, as in 1_000
        raise _UnreadableError(value)


def _as_decimal(value: Any) -> object:
    if isinstance(value, bool):
        raise _UnreadableError(value)
    _refuse_underscores(value)
    number = normal_decimal(Decimal(repr(value) if isinstance(value, float) else value))
    return msgspec.Raw(format(number, "f").encode())


def _as_double(value: Any) -> object:
    _refuse_underscores(value)
    number = float(value)
    if math.isfinite(number):
        return number
    # JSON has no such numbers; OData writes them as texts (OData JSON 7.1).
    return "NaN" if math.isnan(number) else "INF" if number > 0 else "-INF"


def _as_boolean(value: Any) -> object:
    words = {"true": True, "false": False, "t": True, "f": False, "1": True, "0": False}
    if isinstance(value, str):
        return words[value.lower()]
    if value in (0, 1):
        return bool(value)
    raise _UnreadableError(value)


def _as_moment(value: Any) -> object:
    if isinstance(value, str):
        text = value.strip().replace(" ", "T", 1)
        value = dt.date.fromisoformat(text) if len(text) == len("2025-01-01") else _loose_moment(text)
    if not isinstance(value, dt.datetime):
        value = dt.datetime(value.year, value.month, value.day, tzinfo=UTC)
    return _write_moment(value)


def _loose_moment(text: str) -> dt.datetime | None:
    """Read a moment as SQL may write it: without a zone, or with one such as Z, +02, +0200 or +02:00."""
    place = max(text.rfind("+"), text.rfind("-", len("2025-01-01")))
    if place < 0:
        return _one_moment(text if text.endswith("Z") else text + "Z")
    digits = text[place + 1 :].replace(":", "")
    if not digits.isdigit() or len(digits) not in (2, 4):
        raise _UnreadableError(text)
    return _one_moment(f"{text[: place + 1]}{digits[:2]}:{digits[2:] or '00'}")


def _as_date(value: Any) -> object:
    if isinstance(value, str):
        value = dt.date.fromisoformat(value)
    return (value.date() if isinstance(value, dt.datetime) else value).isoformat()


def _as_time(value: Any) -> object:
    return (dt.time.fromisoformat(value) if isinstance(value, str) else value).isoformat()


def _as_bytes(value: Any) -> object:
    if not isinstance(value, (bytes, bytearray, memoryview)):  # bytes(5) would be five zeros
        raise _UnreadableError(value)
    return _write_bytes_json(value)


_COERCE: dict[str, Callable[[Any], object]] = {
    "Edm.Guid": _write_guid,
    "Edm.String": _as_text,
    "Edm.Int16": _as_integer(-(2**15), 2**15 - 1),
    "Edm.Int32": _as_integer(-(2**31), 2**31 - 1),
    "Edm.Int64": _as_integer(-(2**63), 2**63 - 1),
    "Edm.Byte": _as_integer(0, 255),
    "Edm.SByte": _as_integer(-128, 127),
    "Edm.Decimal": _as_decimal,
    "Edm.Double": _as_double,
    "Edm.Single": _as_double,
    "Edm.Boolean": _as_boolean,
    "Edm.DateTimeOffset": _as_moment,
    "Edm.Date": _as_date,
    "Edm.TimeOfDay": _as_time,
    "Edm.Binary": _as_bytes,
    "Edm.Stream": _as_bytes,
}

# -- Python values that come in as parameters ----------------------------------------------------------------


def edm_of_sql(sql: str) -> str:
    """Return the EDM name of a type of the local engine, such as `DECIMAL(18,2)` or `TIMESTAMP WITH TIME ZONE`.

    Raises NotSupportedError for a type whose values do not come whole.
    """
    base = sql.split("(")[0].strip().upper()
    if sql.endswith("]") or base in ("STRUCT", "MAP", "UNION", "LIST", "ARRAY", "TUPLE"):
        return "Collection"
    if base in _NO_FORM:
        raise NotSupportedError(f"values of the type {base} have no form in Python; CAST them to VARCHAR")
    return _EDM_OF_SQL.get(base, "Edm.String")


_NO_FORM = ("UHUGEINT", "BIT", "VARINT", "BIGNUM")
_EDM_OF_SQL = {
    "UUID": "Edm.Guid", "VARCHAR": "Edm.String", "BOOLEAN": "Edm.Boolean", "TINYINT": "Edm.SByte",
    "SMALLINT": "Edm.Int16", "INTEGER": "Edm.Int32", "BIGINT": "Edm.Int64", "HUGEINT": "Integer",
    "UTINYINT": "Edm.Byte", "USMALLINT": "Edm.Int32", "UINTEGER": "Edm.Int64", "UBIGINT": "Integer",
    "FLOAT": "Edm.Single", "DOUBLE": "Edm.Double", "DECIMAL": "Edm.Decimal",
    "DATE": "Edm.Date", "TIME": "Edm.TimeOfDay", "BLOB": "Edm.Binary", "INTERVAL": "Edm.Duration",
    "TIMESTAMP": "Timestamp", "TIMESTAMP_NS": "Timestamp", "TIMESTAMP_MS": "Timestamp", "TIMESTAMP_S": "Timestamp",
    "TIMESTAMP WITH TIME ZONE": "Edm.DateTimeOffset", "TIMESTAMPTZ": "Edm.DateTimeOffset", '"NULL"': "Null",
    "NULL": "Null",
}  # fmt: skip
