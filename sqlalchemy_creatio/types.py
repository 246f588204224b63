"""Columns of the catalog as SQLAlchemy types, on every version of SQLAlchemy that the dialect runs on."""

from __future__ import annotations

import datetime as dt
import sys
import uuid
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from sqlalchemy import types as sqltypes
from sqlalchemy.sql import sqltypes as sqltype_module
from sqlalchemy.sql import type_api

from creatio_dbapi.catalog import Column
from creatio_dbapi.types import DECIMAL_PRECISION, DECIMAL_SCALE


class GUID(sqltypes.TypeDecorator):  # type: ignore[type-arg,unused-ignore]
    """A Guid as `uuid.UUID`, for SQLAlchemy 1.4, which has no type of its own for it."""

    impl = sqltypes.CHAR(36)
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> uuid.UUID | None:
        """Take a UUID or its text."""
        return value if value is None or isinstance(value, uuid.UUID) else uuid.UUID(str(value))

    def process_result_value(self, value: Any, dialect: Any) -> uuid.UUID | None:
        """Give a UUID."""
        return value if value is None or isinstance(value, uuid.UUID) else uuid.UUID(str(value))


class _Moment(sqltypes.DateTime):
    """A moment: aware where the column says so, else UTC without its zone, as a plain DateTime promises."""

    def result_processor(self, dialect: Any, coltype: Any) -> Callable[[Any], Any] | None:
        """Take the zone off where the column has none."""
        return None if self.timezone else _naive

    def literal_processor(self, dialect: Any) -> Callable[[Any], str]:
        """Write a moment as a literal, which SQLAlchemy 1.4 leaves to the dialects."""
        return _quoted_moment


class _Day(sqltypes.Date):
    """A day."""

    def literal_processor(self, dialect: Any) -> Callable[[Any], str]:
        """Write a day as a literal."""
        return _quoted_day


class _TimeOfDay(sqltypes.Time):
    """A time of day."""

    def literal_processor(self, dialect: Any) -> Callable[[Any], str]:
        """Write a time of day as a literal."""
        return _quoted_time


def _quoted_moment(value: dt.datetime) -> str:
    return f"'{value.isoformat(' ')}'"


def _quoted_day(value: dt.date) -> str:
    return f"'{value.isoformat().partition('T')[0]}'"


def _quoted_time(value: dt.time) -> str:
    return f"'{value.isoformat().rpartition('T')[2]}'"


def _naive(value: Any) -> Any:
    if isinstance(value, dt.datetime) and value.tzinfo is not None:
        return value.astimezone(dt.timezone.utc).replace(tzinfo=None)
    return value


class _Text(sqltypes.String):
    """Text; a Guid column that is declared as one gives the text of its Guids, as the declaration promises."""

    def result_processor(self, dialect: Any, coltype: Any) -> Callable[[Any], Any] | None:
        """Write Guids as text."""
        return _guid_text if coltype == "Edm.Guid" else super().result_processor(dialect, coltype)


def _guid_text(value: Any) -> Any:
    return str(value) if isinstance(value, uuid.UUID) else value


class _Choice(sqltypes.Enum):
    """One of several words. Creatio shows a text that nobody has filled as '', which is no word of most."""

    def result_processor(self, dialect: Any, coltype: Any) -> Callable[[Any], Any] | None:
        """Give None for an empty text that is no word."""
        read = super().result_processor(dialect, coltype)  # type: ignore[no-untyped-call,unused-ignore]
        return read if "" in self.enums else _unless_empty(read)


class _Document(sqltypes.JSON):
    """JSON, kept as text. Creatio shows a text that nobody has filled as '', which is no JSON."""

    def result_processor(self, dialect: Any, coltype: Any) -> Callable[[Any], Any] | None:
        """Give None for an empty text."""
        return _unless_empty(super().result_processor(dialect, coltype))  # type: ignore[no-untyped-call,unused-ignore]


def _unless_empty(read: Callable[[Any], Any] | None) -> Callable[[Any], Any]:
    return lambda value: None if value == "" else value if read is None else read(value)


class _Number(sqltypes.Numeric[Any] if hasattr(sqltypes.Numeric, "__class_getitem__") else sqltypes.Numeric):  # type: ignore[misc,unused-ignore]
    """An exact number, also where the engine computed it in binary, as it does in a division."""

    def result_processor(self, dialect: Any, coltype: Any) -> Callable[[Any], Any] | None:
        """Give what the column asks for: Decimal or float."""
        return _exact if self.asdecimal else super().result_processor(dialect, coltype)


def _exact(value: Any) -> Any:
    if not isinstance(value, float):
        return value
    # Only so many digits of a binary number are those of the decimal it stands for: 7.000000000000001 was a 7. Of a
    # large one, all that there are.
    return Decimal(f"{value:.{sys.float_info.dig}g}") if abs(value) < 10**sys.float_info.dig else Decimal(repr(value))


class _Span(type_api.NativeForEmulated, sqltype_module._AbstractInterval):  # type: ignore[misc,name-defined,unused-ignore]
    """A span of time: the engine has a type of its own for it."""

    __visit_name__ = "INTERVAL"
    native = True

    @classmethod
    def adapt_emulated_to_native(cls, impl: Any, **kw: Any) -> _Span:  # type: ignore[override,unused-ignore]
        """Stand for SQLAlchemy's Interval, which is a moment elsewhere."""
        return cls()

    @property
    def python_type(self) -> type[dt.timedelta]:
        """The type of its values."""
        return dt.timedelta


class _JSONPlace(sqltypes.JSON.JSONElementType):
    """A place in a JSON text, written as the engine reads it: `$."key"[0]`."""

    def bind_processor(self, dialect: Any) -> Callable[[Any], Any]:
        """Write the path of a place."""
        return json_path

    def literal_processor(self, dialect: Any) -> Callable[[Any], str]:
        """Write the path of a place as a literal."""
        quoted: Any = self.string_literal_processor(dialect)  # type: ignore[no-untyped-call,unused-ignore]
        return lambda value: str(quoted(json_path(value)))


class _JSONIndex(_JSONPlace, sqltypes.JSON.JSONIndexType):
    """A key of an object, or a place of an array."""


class _JSONPath(_JSONPlace, sqltypes.JSON.JSONPathType):
    """Keys and places, one inside the other."""


def json_path(steps: Any) -> str:
    r"""Write the path to a value of a JSON text.

    >>> json_path(("key", 3, 'a "quoted" one', -1))
    '$."key"[3]."a \\"quoted\\" one"[#-1]'
    """
    return "$" + "".join(map(_step, steps if isinstance(steps, (tuple, list)) else [steps]))


def _step(step: Any) -> str:
    if isinstance(step, int):
        return f"[{step}]" if step >= 0 else f"[#{step}]"
    escaped = str(step).replace("\\", "\\\\").replace('"', '\\"')
    return f'."{escaped}"'


COLUMN_TYPES: dict[Any, Any] = {
    sqltypes.DateTime: _Moment,
    sqltypes.Date: _Day,
    sqltypes.Time: _TimeOfDay,
    sqltypes.Float: sqltypes.Float,  # which is a Numeric before SQLAlchemy 2.1
    sqltypes.Numeric: _Number,
    sqltypes.Interval: _Span,
    sqltypes.String: _Text,
    sqltypes.Enum: _Choice,
    sqltypes.JSON: _Document,
    sqltypes.JSON.JSONIndexType: _JSONIndex,
    sqltypes.JSON.JSONPathType: _JSONPath,
}

if hasattr(sqltypes, "Uuid"):

    class _Guid(sqltypes.Uuid):  # type: ignore[type-arg,unused-ignore]
        """A Guid, which comes as `uuid.UUID` from a Guid column, whatever the declaration says of the database."""

        def result_processor(self, dialect: Any, coltype: Any) -> Callable[[Any], Any] | None:
            """Give what the declaration asks for: a UUID or its text."""
            if coltype != "Edm.Guid":
                return super().result_processor(dialect, coltype)  # type: ignore[no-any-return,no-untyped-call,unused-ignore]
            return None if self.as_uuid else _guid_text

    COLUMN_TYPES[sqltypes.Uuid] = _Guid


def _guid(_: Column) -> sqltypes.TypeEngine[Any]:
    return sqltypes.Uuid() if hasattr(sqltypes, "Uuid") else GUID()


def _decimal(column: Column) -> sqltypes.TypeEngine[Any]:
    return sqltypes.Numeric(
        DECIMAL_PRECISION if column.precision is None else column.precision,
        DECIMAL_SCALE if column.scale is None else column.scale,
    )


_TYPES: dict[str, Callable[[Column], sqltypes.TypeEngine[Any]]] = {
    "Edm.Guid": _guid,
    "Edm.String": lambda column: sqltypes.Unicode(column.max_length) if column.max_length else sqltypes.UnicodeText(),
    "Edm.Int16": lambda _: sqltypes.SmallInteger(),
    "Edm.Int32": lambda _: sqltypes.Integer(),
    "Edm.Int64": lambda _: sqltypes.BigInteger(),
    "Edm.Byte": lambda _: sqltypes.SmallInteger(),
    "Edm.SByte": lambda _: sqltypes.SmallInteger(),
    "Edm.Decimal": _decimal,
    "Edm.Double": lambda _: sqltypes.Float(53),
    "Edm.Single": lambda _: sqltypes.Float(24),
    "Edm.Boolean": lambda _: sqltypes.Boolean(),
    "Edm.DateTimeOffset": lambda _: sqltypes.TIMESTAMP(timezone=True),  # whose zone pandas sees, as not a DateTime's
    "Edm.Date": lambda _: sqltypes.Date(),
    "Edm.TimeOfDay": lambda _: sqltypes.Time(),
    "Edm.Binary": lambda _: sqltypes.LargeBinary(),
    "Edm.Stream": lambda _: sqltypes.LargeBinary(),
}


def type_of(column: Column) -> sqltypes.TypeEngine[Any]:
    """Return the SQLAlchemy type of a column of the catalog."""
    return _TYPES[column.type](column)
