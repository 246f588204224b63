"""PEP 249's type objects and constructors."""

from __future__ import annotations

import datetime as dt


class TypeObject:
    """Equals every type code (an EDM name) of one kind, as PEP 249 asks of STRING, NUMBER and the others."""

    def __init__(self, name: str, *codes: str) -> None:
        self._name, self._codes = name, frozenset(codes)

    def __eq__(self, other: object) -> bool:
        return other in self._codes if isinstance(other, str) else self is other

    def __hash__(self) -> int:
        return hash(self._codes)

    def __repr__(self) -> str:
        return f"creatio_dbapi.{self._name}"


STRING = TypeObject("STRING", "Edm.String")
BINARY = TypeObject("BINARY", "Edm.Binary", "Edm.Stream")
NUMBER = TypeObject(
    "NUMBER", "Edm.Int16", "Edm.Int32", "Edm.Int64", "Edm.Byte", "Edm.SByte", "Integer", "Edm.Decimal", "Edm.Double",
    "Edm.Single", "Edm.Boolean",
)  # fmt: skip
DATETIME = TypeObject("DATETIME", "Edm.DateTimeOffset", "Edm.Date", "Edm.TimeOfDay", "Timestamp", "Edm.Duration")
ROWID = TypeObject("ROWID", "Edm.Guid")

Date = dt.date
Time = dt.time
Timestamp = dt.datetime
Binary = bytes


def DateFromTicks(ticks: float) -> dt.date:  # noqa: N802 - PEP 249's name
    """Return the date of a time in seconds since the epoch, in the local zone as PEP 249 says."""
    return dt.datetime.fromtimestamp(ticks).astimezone().date()


def TimeFromTicks(ticks: float) -> dt.time:  # noqa: N802 - PEP 249's name
    """Return the time of day of a time in seconds since the epoch, in the local zone."""
    return dt.datetime.fromtimestamp(ticks).astimezone().time()


def TimestampFromTicks(ticks: float) -> dt.datetime:  # noqa: N802 - PEP 249's name
    """Return the moment of a time in seconds since the epoch, aware, in the local zone."""
    return dt.datetime.fromtimestamp(ticks).astimezone()
