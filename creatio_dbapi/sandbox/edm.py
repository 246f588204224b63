"""The EDM types: how a value arrives in JSON or in a URL, how it is stored in SQLite, how it is shown."""

from __future__ import annotations

import base64
import binascii
import re
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from decimal import Context, Decimal, InvalidOperation
from functools import lru_cache

import orjson

Stored = str | int | float | bytes | None
ZERO_GUID = "00000000-0000-0000-0000-000000000000"
EMPTY_DATETIME = "0001-01-01T00:00:00"
LARGEST_DECIMAL = Decimal(2**96 - 1)  # System.Decimal, the CLR type behind Edm.Decimal

_GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_DATETIME = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,7}))?)?(Z|[+-]\d\d:\d\d))?", re.ASCII | re.IGNORECASE
)
_TIME = re.compile(r"(\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,7}))?)?", re.ASCII)
_WIDE = Context(prec=60)
_ENDLESS = {"INF": float("inf"), "-INF": float("-inf")}  # as OData's JSON has them; SQLite keeps no NaN
_COMPLEMENT = str.maketrans("0123456789", "9876543210")


def _read_guid(value: object) -> Stored:
    if isinstance(value, uuid.UUID):
        return str(value)
    if isinstance(value, str) and _GUID.fullmatch(value):
        return value.lower()
    raise ValueError(value)


def _read_string(value: object) -> Stored:
    if not isinstance(value, str):
        raise ValueError(value)
    value.encode()  # a lone surrogate is no text: UnicodeEncodeError is a ValueError
    return value


def _read_boolean(value: object) -> Stored:
    if isinstance(value, bool):
        return int(value)
    raise ValueError(value)


def _integer_reader(bits: int) -> Callable[[object], Stored]:
    limit = 2 ** (bits - 1)

    def read(value: object) -> Stored:
        if isinstance(value, int) and not isinstance(value, bool) and -limit <= value < limit:
            return value
        raise ValueError(value)

    return read


def _read_double(value: object) -> Stored:
    if isinstance(value, str) and value in _ENDLESS:
        return _ENDLESS[value]
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return float(value)
    raise ValueError(value)


def _read_decimal(value: object) -> Stored:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str | float):
        raise ValueError(value)
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        raise ValueError(value) from None
    if not number.is_finite() or number.copy_abs() > LARGEST_DECIMAL:
        raise ValueError(value)
    return encode_decimal(number)


def _read_datetime(value: object) -> Stored:
    if isinstance(value, datetime):
        return _trimmed(value.astimezone(timezone.utc).replace(tzinfo=None).isoformat())
    match = _DATETIME.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise ValueError(value)
    day, clock, second, fraction, zone = match.groups()
    moment = datetime.fromisoformat(f"{day}T{clock or '00:00'}:{second or '00'}")
    if zone and zone.upper() != "Z":
        sign = -1 if zone[0] == "-" else 1
        moment -= sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[4:]))
    # The fraction has up to seven digits, one more than Python keeps, so it is carried as text.
    return _trimmed(f"{moment.isoformat()}.{fraction or 0}")


def _trimmed(moment: str) -> str:
    return moment.rstrip("0").rstrip(".") if "." in moment else moment


def _read_date(value: object) -> Stored:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, str) and len(value) == 10:
        return date.fromisoformat(value).isoformat()
    raise ValueError(value)


def _read_time(value: object) -> Stored:
    if isinstance(value, time):
        value = value.isoformat()
    match = _TIME.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise ValueError(value)
    clock, second, fraction = match.groups()
    time.fromisoformat(f"{clock}:{second or '00'}")
    return f"{clock}:{second or '00'}.{(fraction or '').ljust(7, '0')}"


def _read_binary(value: object) -> Stored:
    if isinstance(value, bytes):
        return value
    if not isinstance(value, str):
        raise ValueError(value)
    text = value.replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except binascii.Error:
        raise ValueError(value) from None


def encode_decimal(number: Decimal) -> str:
    """Write a decimal as text that sorts as the number does (SQLite has no exact decimal).

    >>> sorted(map(encode_decimal, map(Decimal, ["10", "9.5", "-1.55", "-1.5", "0", "1E-3"])))
    ['44999844:', '4499984:', '5', '649971', '6500095', '650011']
    """
    sign, digits, exponent = number.normalize(_WIDE).as_tuple()
    text = "".join(map(str, digits))
    if text == "0":
        return "5"
    magnitude = 5000 + len(text) + int(exponent) - 1
    if not sign:
        return f"6{magnitude:04d}{text}"
    return f"4{9999 - magnitude:04d}{text.translate(_COMPLEMENT)}:"


@lru_cache(maxsize=65536)
def decode_decimal(stored: str) -> Decimal:
    """Read back what `encode_decimal` wrote, without trailing zeros.

    >>> decode_decimal(encode_decimal(Decimal("-1234567.8900")))
    Decimal('-1234567.89')
    """
    if stored == "5":
        return Decimal(0)
    negative = stored[0] == "4"
    digits = stored[5:-1].translate(_COMPLEMENT) if negative else stored[5:]
    magnitude = 9999 - int(stored[1:5]) if negative else int(stored[1:5])
    exponent = magnitude - 5000 - len(digits) + 1
    if exponent > 0:
        digits, exponent = digits + "0" * exponent, 0
    return Decimal((int(negative), tuple(map(int, digits)), exponent))


def decimal_text(stored: str) -> str:
    """Write a stored decimal as plain digits, never with an exponent."""
    return f"{decode_decimal(stored):f}"


@lru_cache(maxsize=65536)
def _decimal_number(stored: str) -> object:
    return orjson.Fragment(decimal_text(stored).encode())


def _datetime_text(stored: Stored) -> object:
    return str(stored) + "Z"


def _double(stored: Stored) -> object:
    return next((text for text, number in _ENDLESS.items() if stored == number), stored)


def _base64url(stored: Stored) -> object:
    return base64.urlsafe_b64encode(stored).decode() if isinstance(stored, bytes) else stored


def _same(stored: Stored) -> object:
    return stored


@dataclass(frozen=True)
class EdmType:
    """One EDM type: reader of values, the value that stands for "empty", and both ways to show a stored value."""

    name: str
    read: Callable[[object], Stored]
    empty: Stored
    raw: Callable[[Stored], object] = _same
    shown: Callable[[Stored], object] | None = None
    shown_sql: str = "{}"


_TYPES = (
    EdmType("Edm.Guid", _read_guid, ZERO_GUID),
    EdmType("Edm.String", _read_string, ""),
    EdmType("Edm.Boolean", _read_boolean, 0, raw=bool, shown=bool),
    EdmType("Edm.Int16", _integer_reader(16), 0),
    EdmType("Edm.Int32", _integer_reader(32), 0),
    EdmType("Edm.Int64", _integer_reader(64), 0),
    EdmType("Edm.Single", _read_double, 0.0, shown=_double),
    EdmType("Edm.Double", _read_double, 0.0, shown=_double),
    EdmType(
        "Edm.Decimal", _read_decimal, "5", raw=lambda v: decode_decimal(str(v)), shown=lambda v: _decimal_number(str(v))
    ),
    EdmType("Edm.DateTimeOffset", _read_datetime, EMPTY_DATETIME, raw=_datetime_text, shown_sql="{} || 'Z'"),
    EdmType("Edm.Date", _read_date, "0001-01-01"),
    EdmType("Edm.TimeOfDay", _read_time, "00:00:00.0000000"),
    EdmType("Edm.Binary", _read_binary, b"", shown=_base64url),
    EdmType("Edm.Stream", _read_binary, b""),
)
TYPES: Mapping[str, EdmType] = {edm.name: edm for edm in _TYPES}
INTEGERS = frozenset({"Edm.Int16", "Edm.Int32", "Edm.Int64"})
NUMBERS = INTEGERS | {"Edm.Single", "Edm.Double", "Edm.Decimal"}
