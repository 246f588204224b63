"""Creatio as if it were a database: the PEP 249 surface on one screen.

https://peps.python.org/pep-0249/
"""

from creatio_dbapi.connection import Connection, connect
from creatio_dbapi.cursor import Cursor
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
    # https://peps.python.org/pep-0249/#type-objects-and-constructors
    "Date", "Time", "Timestamp", "DateFromTicks", "TimeFromTicks", "TimestampFromTicks", "Binary",
    "STRING", "BINARY", "NUMBER", "DATETIME", "ROWID",
]  # fmt: skip
