"""Cells as text, for people and for JSON."""

from __future__ import annotations

import base64
import datetime as dt
import json
import math
import uuid
from decimal import Decimal
from typing import Any

from creatio_dbapi.catalog import Column


def plain_text(value: Any) -> str:
    """Write a cell as a person or a spreadsheet reads it.

    >>> plain_text(Decimal("12.50")), plain_text(True)
    ('12.50', 'true')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, (list, dict)):
        return json_text(value)
    return str(value)


def json_text(value: Any) -> str:
    """Write a cell as JSON; a decimal keeps every digit, a moment is ISO 8601 in UTC, bytes are base64.

    >>> json_text([Decimal("0.10"), None, "é"])
    '[0.10, null, "é"]'
    """
    if isinstance(value, Decimal) and value.is_finite():
        return format(value, "f")
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(json_text(each) for each in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json_text(str(key))}: {json_text(each)}" for key, each in value.items()) + "}"
    return json.dumps(_json_value(value), ensure_ascii=False)


def _json_value(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)  # JSON has no number for it
    if isinstance(value, (uuid.UUID, Decimal, dt.timedelta)):
        return str(value)
    return value


def sql_type(column: Column) -> str:
    """Write a column's type as SQL has it.

    >>> sql_type(Column("Name", "Edm.String", max_length=250)), sql_type(Column("Id", "Edm.Guid"))
    ('VARCHAR(250)', 'UUID')
    """
    name = _SQL_TYPES.get(column.type, column.type)
    if column.type == "Edm.String" and column.max_length is not None:
        return f"{name}({column.max_length})"
    if column.type == "Edm.Decimal" and column.precision is not None:
        return f"{name}({column.precision}, {column.scale or 0})"
    return name


_SQL_TYPES = {
    "Edm.Guid": "UUID",
    "Edm.String": "VARCHAR",
    "Edm.Boolean": "BOOLEAN",
    "Edm.Byte": "SMALLINT",
    "Edm.SByte": "SMALLINT",
    "Edm.Int16": "SMALLINT",
    "Edm.Int32": "INTEGER",
    "Edm.Int64": "BIGINT",
    "Edm.Decimal": "DECIMAL",
    "Edm.Single": "REAL",
    "Edm.Double": "DOUBLE",
    "Edm.Date": "DATE",
    "Edm.TimeOfDay": "TIME",
    "Edm.DateTimeOffset": "TIMESTAMPTZ",
    "Edm.Duration": "INTERVAL",
    "Edm.Binary": "BLOB",
    "Edm.Stream": "BLOB",
}
