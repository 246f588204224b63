"""Columns of the catalog as SQLAlchemy types, on every version of SQLAlchemy that the dialect runs on."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from sqlalchemy import types as sqltypes

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
    "Edm.DateTimeOffset": lambda _: sqltypes.DateTime(timezone=True),
    "Edm.Date": lambda _: sqltypes.Date(),
    "Edm.TimeOfDay": lambda _: sqltypes.Time(),
    "Edm.Binary": lambda _: sqltypes.LargeBinary(),
    "Edm.Stream": lambda _: sqltypes.LargeBinary(),
}


def type_of(column: Column) -> sqltypes.TypeEngine[Any]:
    """Return the SQLAlchemy type of a column of the catalog."""
    return _TYPES[column.type](column)
