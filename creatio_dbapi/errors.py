"""The PEP 249 exception tree; everything this package raises is under `Error`.

Exception
├── Warning
└── Error
    ├── InterfaceError              the driver was used wrongly (a closed cursor, an unknown option)
    └── DatabaseError
        ├── DataError               a value does not fit its type, or cannot be decoded
        ├── OperationalError        network, sign-in, time-outs, a server that fails or answers nonsense
        ├── IntegrityError          the server refused a write: a key, a link or a required column
        ├── InternalError           the driver or the local engine broke its own rules
        ├── ProgrammingError        the statement is wrong: syntax, an unknown name, parameters
        └── NotSupportedError       the statement is right, but cannot be run here
"""

from __future__ import annotations

import builtins

from creatio_dbapi.write_report import WriteReport


class Warning(builtins.Warning):
    """Something important happened that did not stop the statement; shown through the `warnings` module."""


class Error(Exception):
    """The base of every exception of this package; `attributes` of a failure are attributes of the exception.

    `status` is the HTTP status when a server's answer is the cause; `table` and `column` name what it was about;
    `line` and `position` (both from 1) mark the place in the SQL text; `row` is the index of a parameter set.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int | None = None,
        table: str | None = None,
        column: str | None = None,
        line: int | None = None,
        position: int | None = None,
        row: int | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.table = table
        self.column = column
        self.line = line
        self.position = position
        self.row = row
        self.report: WriteReport | None = None  # of a write: what became of each row


class InterfaceError(Error):
    """The driver itself was used wrongly."""


class DatabaseError(Error):
    """The base of everything that concerns the database."""


class DataError(DatabaseError):
    """A value does not fit its type, or cannot be decoded."""


class OperationalError(DatabaseError):
    """The network, the sign-in or the server failed."""


class IntegrityError(DatabaseError):
    """The server refused a write because of a key, a link or a required column."""


class InternalError(DatabaseError):
    """The driver or the local engine met a state that should not exist."""


class ProgrammingError(DatabaseError):
    """The statement is wrong: its syntax, a name in it, or its parameters."""


class NotSupportedError(DatabaseError):
    """The statement is right, but this driver or Creatio cannot run it."""


for _class in (
    Warning, Error, InterfaceError, DatabaseError, DataError, OperationalError,
    IntegrityError, InternalError, ProgrammingError, NotSupportedError,
):  # fmt: skip
    _class.__module__ = "creatio_dbapi"  # tracebacks show the public name
