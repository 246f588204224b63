"""Creatio as if it were a database: the PEP 249 surface on one screen.

https://peps.python.org/pep-0249/
"""

import importlib
import logging
from typing import TYPE_CHECKING, Any

from creatio_dbapi.errors import (
    DatabaseError,
    DataError,
    Error,
    IntegrityError,
    InterfaceError,
    InternalError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
    Warning,
)
from creatio_dbapi.typeobjects import (
    BINARY,
    DATETIME,
    NUMBER,
    ROWID,
    STRING,
    Binary,
    Date,
    DateFromTicks,
    Time,
    TimeFromTicks,
    Timestamp,
    TimestampFromTicks,
)

if TYPE_CHECKING:  # at run time they are loaded when they are first asked for, by __getattr__
    from creatio_dbapi.connection import Connection, connect
    from creatio_dbapi.cursor import Cursor
    from creatio_dbapi.explanation import Explanation, explain
    from creatio_dbapi.meter import Progress
    from creatio_dbapi.observers import show_requests

logging.getLogger(__name__).addHandler(logging.NullHandler())  # who wants the log says so

__version__ = "0.1.0"

apilevel = "2.0"
threadsafety = 2  # threads may share the module and connections
paramstyle = "qmark"  # and a mapping with :name is accepted too

__all__ = [  # noqa: RUF022 - grouped as PEP 249 groups them
    # https://peps.python.org/pep-0249/#module-interface
    "connect", "apilevel", "threadsafety", "paramstyle",
    # https://peps.python.org/pep-0249/#exceptions
    "Warning", "Error", "InterfaceError", "DatabaseError", "DataError", "OperationalError", "IntegrityError",
    "InternalError", "ProgrammingError", "NotSupportedError",
    # https://peps.python.org/pep-0249/#connection-objects and #cursor-objects
    "Connection", "Cursor",
    # beyond PEP 249
    "Progress", "show_requests", "Explanation", "explain",
    # https://peps.python.org/pep-0249/#type-objects-and-constructors
    "Date", "Time", "Timestamp", "DateFromTicks", "TimeFromTicks", "TimestampFromTicks", "Binary",
    "STRING", "BINARY", "NUMBER", "DATETIME", "ROWID",
]  # fmt: skip

# What stands on Arrow, DuckDB and sqlglot takes a third of a second to load; who only imports need not wait for it.
_HOMES = {
    "connect": "connection", "Connection": "connection", "Cursor": "cursor", "Progress": "meter",
    "show_requests": "observers", "Explanation": "explanation", "explain": "explanation",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
