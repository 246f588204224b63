"""Errors of the driver as kinds that Superset knows, so that it shows advice and marks the field that is wrong."""

from __future__ import annotations

import re
from typing import Any

from superset.db_engine_specs import exceptions
from superset.errors import SupersetErrorType

import creatio_dbapi

# The driver's own sentences say what was given and what would work, so they are shown as they are.
_AS_IT_IS = ""

_FIELDS = {
    "CONNECTION_ACCESS_DENIED_ERROR": ["username", "password"],
    "CONNECTION_INVALID_HOSTNAME_ERROR": ["host"],
    "CONNECTION_PORT_CLOSED_ERROR": ["host", "port"],
    "CONNECTION_HOST_DOWN_ERROR": ["host", "port"],
}

_SIGNS: tuple[tuple[str, str], ...] = (
    (r"sign-in refused", "CONNECTION_ACCESS_DENIED_ERROR"),
    (r"the host of .+ is not known", "CONNECTION_INVALID_HOSTNAME_ERROR"),
    (r"refused the connection", "CONNECTION_PORT_CLOSED_ERROR"),
    (r"no connection to .+ within", "CONNECTION_HOST_DOWN_ERROR"),
    (r"dropped the connection", "CONNECTION_HOST_DOWN_ERROR"),
    (r"did not answer within", "CONNECTION_DATABASE_TIMEOUT"),
    (r"failed with HTTP 403", "CONNECTION_DATABASE_PERMISSIONS_ERROR"),
    (r"failed with HTTP 504", "CONNECTION_DATABASE_TIMEOUT"),
    (r'table ".+" not found', "TABLE_DOES_NOT_EXIST_ERROR"),
    (r'column ".+" not found', "COLUMN_DOES_NOT_EXIST_ERROR"),
    (r'schema ".+" not found', "SCHEMA_DOES_NOT_EXIST_ERROR"),
    (r'".+" is not a table of this', "TABLE_DOES_NOT_EXIST_ERROR"),
    (r"Function with name .+ does not exist", "OBJECT_DOES_NOT_EXIST_ERROR"),
    (r"syntax error", "SYNTAX_ERROR"),
    (r"the connection is read-only", "DML_NOT_ALLOWED_ERROR"),
)

CUSTOM_ERRORS: dict[re.Pattern[str], tuple[str, Any, dict[str, Any]]] = {
    re.compile(sign): (_AS_IT_IS, SupersetErrorType(kind), {"invalid": _FIELDS[kind]} if kind in _FIELDS else {})
    for sign, kind in _SIGNS
}

_KINDS: tuple[tuple[type[creatio_dbapi.Error], Any], ...] = (
    (creatio_dbapi.DataError, exceptions.SupersetDBAPIDataError),
    (creatio_dbapi.OperationalError, exceptions.SupersetDBAPIOperationalError),
    (creatio_dbapi.ProgrammingError, exceptions.SupersetDBAPIProgrammingError),
    (creatio_dbapi.DatabaseError, exceptions.SupersetDBAPIDatabaseError),
    (creatio_dbapi.Error, exceptions.SupersetDBAPIError),
)


class ExceptionMapping(dict[type[Exception], type[Exception]]):
    """From classes of the driver, and what is derived from them, to those of Superset."""

    def get(self, key: type[Exception], default: Any = None) -> Any:
        """Return Superset's class for a class of the driver, the nearest one first."""
        return next((theirs for ours, theirs in _KINDS if issubclass(key, ours)), default)


_STATUSES = {
    403: SupersetErrorType.CONNECTION_DATABASE_PERMISSIONS_ERROR,
    504: SupersetErrorType.CONNECTION_DATABASE_TIMEOUT,
}


def kind_of(error: BaseException) -> Any:
    """Return the kind of an error by the HTTP status that it carries, or None where that tells nothing."""
    return _STATUSES.get(getattr(getattr(error, "orig", None) or error, "status", None) or 0)


def sentence_of(error: BaseException) -> str:
    """Return what the driver said, without what SQLAlchemy puts around it."""
    # Where Superset tests a connection, it puts the driver's words in the place of the statement.
    return str(getattr(error, "orig", None) or getattr(error, "statement", None) or error)
