"""Every known body of a failed answer, and the exception it becomes."""

from __future__ import annotations

import json

import pytest

from creatio_dbapi.errors import (
    DatabaseError,
    DataError,
    IntegrityError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
)
from creatio_dbapi.replies import Reply, failure_of, is_json, is_login_page, is_refusal, page_title

JSON = "application/json; odata.metadata=minimal"
PLAIN = "application/json; charset=utf-8"
HTML = "text/html; charset=utf-8"
SERIALIZATION = "The 'ObjectContent`1' type failed to serialize the response body for content type 'application/json'."
QUERY = "The query specified in the URI is not valid."


def odata(message: str, *inner: str) -> bytes:
    """Write an OData error body: innererror first, internalexception below it."""
    detail: dict[str, object] | None = None
    for text in reversed(inner):
        level: dict[str, object] = {"message": text, "type": "System.Exception", "stacktrace": "at X"}
        detail = level if detail is None else {**level, "internalexception": detail}
    error = {"code": "", "message": message} | ({"innererror": detail} if detail else {})
    return json.dumps({"error": error}).encode()


def web_api(**members: object) -> bytes:
    return json.dumps(members).encode()


def answer(status: int, body: bytes = b"", kind: str = JSON, **headers: str) -> Reply:
    return Reply(status, {"Content-Type": kind, **headers}, body)


# name: answer, class, what the message says, table, column
BODIES: dict[str, tuple[Reply, type[DatabaseError], str, str | None, str | None]] = {
    "parser error": (
        answer(
            400,
            odata(
                f"{QUERY} Could not find a property named 'Foo' on type 'Terrasoft.Configuration.OData.SysSchema'.",
                "Could not find a property named 'Foo' on type 'Terrasoft.Configuration.OData.SysSchema'.",
            ),
        ),
        ProgrammingError,
        "Could not find a property named 'Foo'",
        "SysSchema",
        "Foo",
    ),
    "parser error without a level below": (
        answer(400, odata(f"{QUERY} Syntax error at position 7 in 'Name eq'.")),
        ProgrammingError,
        "Syntax error at position 7",
        None,
        None,
    ),
    "filter by a raw lookup column": (
        answer(
            500,
            odata(
                "An error has occurred.",
                SERIALIZATION,
                "Column by path SysSettingsId not found in schema SysSettingsValue.",
            ),
        ),
        ProgrammingError,
        "Column by path SysSettingsId not found",
        "SysSettingsValue",
        "SysSettingsId",
    ),
    "memory limit": (
        answer(
            500,
            odata(
                "An error has occurred.",
                SERIALIZATION,
                "Request processing terminated because it reached the RAM consumption limit of 2000 MB.",
            ),
        ),
        OperationalError,
        "ask for fewer rows or columns",
        None,
        None,
    ),
    "row limit": (
        answer(
            500,
            odata(
                "An error has occurred.",
                'Maximum number of 20000 records exceeded while loading "Case" object data',
            ),
        ),
        OperationalError,
        "at most 20,000 rows",
        None,
        None,
    ),
    "foreign key, PostgreSQL": (
        answer(
            500,
            odata(
                "An error has occurred.",
                '23503: insert or update on table "Contact" violates foreign key constraint "FK_Account"',
            ),
        ),
        IntegrityError,
        "FK_Account",
        None,
        None,
    ),
    "foreign key, SQL Server": (
        answer(
            500,
            odata(
                "An error has occurred.",
                'The INSERT statement conflicted with the FOREIGN KEY constraint "FKA". The conflict occurred in '
                'database "c", table "dbo.Account", column "Id".',
            ),
        ),
        IntegrityError,
        "FKA",
        None,
        None,
    ),
    "row that is referred to, SQL Server": (
        answer(
            500,
            odata("An error has occurred.", 'The DELETE statement conflicted with the REFERENCE constraint "FKC".'),
        ),
        IntegrityError,
        "REFERENCE constraint",
        None,
        None,
    ),
    "duplicate key, PostgreSQL": (
        answer(
            500,
            odata("An error has occurred.", '23505: duplicate key value violates unique constraint "PKContact"'),
        ),
        IntegrityError,
        "PKContact",
        None,
        None,
    ),
    "duplicate key, SQL Server": (
        answer(500, odata("An error has occurred.", "Cannot insert duplicate key in object 'dbo.Contact'.")),
        IntegrityError,
        "duplicate key",
        None,
        None,
    ),
    "NULL in a required column, PostgreSQL": (
        answer(
            500,
            odata(
                "An error has occurred.",
                '23502: null value in column "Name" of relation "Contact" violates not-null constraint',
            ),
        ),
        IntegrityError,
        "null value",
        "Contact",
        "Name",
    ),
    "NULL in a required column, SQL Server": (
        answer(
            500,
            odata("An error.", "Cannot insert the value NULL into column 'Name', table 'crm.dbo.Contact'; no nulls."),
        ),
        IntegrityError,
        "value NULL",
        "Contact",
        "Name",
    ),
    "required text left empty": (
        answer(500, odata("An error has occurred.", "Name field must be filled in")),
        IntegrityError,
        "must be filled in",
        None,
        None,
    ),
    "text too long": (
        answer(500, odata("An error has occurred.", "22001: value too long for type character varying(250)")),
        DataError,
        "too long",
        None,
        None,
    ),
    "unknown member in a body": (
        answer(
            400,
            odata(
                "The request is invalid.",
                "item : The property 'labNope' does not exist on type 'Terrasoft.Configuration.OData.Contact'. Make "
                "sure to only use property names that are defined by the type.",
            ),
        ),
        ProgrammingError,
        "labNope",
        "Contact",
        "labNope",
    ),
    "value of the wrong type in a body": (
        answer(400, odata("The request is invalid.", "item : Cannot convert the literal 'x' to 'Edm.Guid'.")),
        DataError,
        "Cannot convert the literal 'x'",
        None,
        None,
    ),
    "unrouted name": (
        answer(
            404,
            web_api(
                Message="No HTTP resource was found that matches the request URI 'https://c/0/odata/UsrX'.",
                MessageDetail="No type was found that matches the controller named 'UsrX'.",
            ),
            PLAIN,
        ),
        ProgrammingError,
        "controller named 'UsrX'",
        None,
        None,
    ),
    "exception of the Web API": (
        answer(
            500,
            web_api(
                Message="An error has occurred.",
                ExceptionMessage="Collection was modified; enumeration operation may not execute.",
                ExceptionType="System.InvalidOperationException",
                StackTrace="at X",
            ),
            PLAIN,
        ),
        OperationalError,
        "rebuilds its model",
        None,
        None,
    ),
    "nested exception of the Web API": (
        answer(
            500,
            web_api(
                Message="An error has occurred.",
                ExceptionMessage="outer",
                InnerException={"Message": "An error has occurred.", "ExceptionMessage": "the real reason"},
            ),
            PLAIN,
        ),
        OperationalError,
        "the real reason",
        None,
        None,
    ),
    "expired session": (
        answer(
            401,
            web_api(
                Message="Authentication failed.", StackTrace=None, ExceptionType="System.InvalidOperationException"
            ),
            PLAIN,
        ),
        OperationalError,
        "Authentication failed.; the session was not accepted",
        None,
        None,
    ),
    "no right": (
        answer(403, web_api(Message="Authorization has been denied for this request."), PLAIN),
        OperationalError,
        "CanUseODataService",
        None,
        None,
    ),
    "no such row": (answer(404), ProgrammingError, "the answer is empty; no such object or row", None, None),
    "page of IIS for a name it does not know": (
        answer(404, b"<!DOCTYPE html><html><head><title>404 - not found</title></head></html>", HTML),
        ProgrammingError,
        "404 - not found",
        None,
        None,
    ),
    "page of a proxy": (
        answer(502, b"<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>", HTML),
        OperationalError,
        "HTTP 502: an HTML page came instead of data: 502 Bad Gateway",
        None,
        None,
    ),
    "page with status 200": (
        answer(200, b"<html><head><title>Wartung</title></head></html>", HTML),
        OperationalError,
        "HTTP 200: an HTML page came instead of data: Wartung",
        None,
        None,
    ),
    "page that calls itself JSON": (
        answer(500, b"\r\n<!DOCTYPE html><title>Runtime Error</title>", JSON),
        OperationalError,
        "Runtime Error",
        None,
        None,
    ),
    "page without a title": (answer(500, b"<html></html>", HTML), OperationalError, "without a title", None, None),
    "redirect": (
        answer(307, b"", PLAIN, Location="https://u:p@sso.example.com/in?ticket=t"),
        OperationalError,
        "redirects to https://sso.example.com/in",
        None,
        None,
    ),
    "method that is not allowed": (
        answer(405, web_api(Message="The requested resource does not support http method 'PUT'."), PLAIN),
        NotSupportedError,
        "'PUT'",
        None,
        None,
    ),
    "part after a failed one": (answer(424), OperationalError, "an earlier part of the batch failed", None, None),
    "too many requests": (
        answer(429, b"slow down", "text/plain", **{"Retry-After": "7"}),
        OperationalError,
        "slow down; too many requests; wait and try again (Retry-After: 7)",
        None,
        None,
    ),
    "not ready": (answer(503), OperationalError, "not ready", None, None),
    "not built": (
        answer(501, odata("The operation is not implemented.")),
        NotSupportedError,
        "not implemented",
        None,
        None,
    ),
    "text": (answer(500, b"Server  too\nbusy", "text/plain"), OperationalError, "Server too busy", None, None),
    "broken JSON": (answer(500, b'{"error": {"mess'), OperationalError, '{"error": {"mess', None, None),
    "JSON that is no object": (answer(500, b"[1]"), OperationalError, "[1]", None, None),
    "error that is no object": (answer(500, b'{"error": 1}'), OperationalError, '{"error": 1}', None, None),
    "messages that are no texts": (
        answer(500, b'{"error": {"message": {"lang": "en"}, "innererror": [1]}}'),
        OperationalError,
        "lang",
        None,
        None,
    ),
    "JSON nested without end": (answer(500, b'{"error":' * 100_000), OperationalError, '{"error":', None, None),
    "bytes": (answer(500, b"\xff\xfe\x00", "application/octet-stream"), OperationalError, "HTTP 500", None, None),
}


@pytest.mark.parametrize("name", BODIES)
def test_body_becomes_exception(name: str) -> None:
    reply, kind, text, table, column = BODIES[name]
    failure = failure_of(reply, action="reading", table=None)
    assert type(failure) is kind
    assert str(failure).startswith(f"reading failed with HTTP {reply.status}: ")
    assert text in str(failure)
    assert (failure.status, failure.table, failure.column) == (reply.status, table, column)


def test_the_table_that_was_asked_for_is_the_table_of_the_failure() -> None:
    reply, *_ = BODIES["filter by a raw lookup column"]
    assert failure_of(reply, action="reading", table="Mine").table == "Mine"


def test_a_long_text_is_cut() -> None:
    message = str(failure_of(answer(500, b"x" * 100_000, "text/plain"), action="reading", table=None))
    assert len(message) < 1000
    assert message.endswith("…")


REFUSALS = {
    "parser error": True,
    "filter by a raw lookup column": True,
    "not built": True,
    "memory limit": False,  # a smaller plan is not what would help
    "row limit": False,
    "exception of the Web API": False,
    "expired session": False,
    "unrouted name": False,
    "page with status 200": False,
    "broken JSON": False,
    "too many requests": False,
}


@pytest.mark.parametrize("name", REFUSALS)
def test_refusal_of_a_form_is_told_from_other_failures(name: str) -> None:
    assert is_refusal(BODIES[name][0]) is REFUSALS[name]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (JSON, True),
        ("application/json", True),
        ("APPLICATION/JSON;charset=utf-8", True),
        ("application/problem+json", True),
        (HTML, False),
        ("", False),
    ],
)
def test_json_is_told_by_its_header(kind: str, expected: bool) -> None:
    assert is_json(Reply(200, {"content-type": kind}, b"{}")) is expected


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (b"<title>A &amp; B</title>", "A & B"),
        (b"<html><head><TITLE>\n Two\n lines </TITLE></head>", "Two lines"),
        ("<title>Ошибка</title>".encode(), "Ошибка"),
        (b"<svg><title>first</title></svg><title>second</title>", "first"),
        (b"<title>never closed", "never closed"),
        (b"<p>none</p>", ""),
        (b"", ""),
        (b"\xff<title>\xff</title>", "\ufffd"),
    ],
)
def test_title_of_a_page(page: bytes, title: str) -> None:
    assert page_title(page) == title


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b"<html><head><title>Login</title></head></html>", True),
        (b'<html><script src="/0/Login/NuiLogin.js"></script></html>', True),
        (b'<form><input type="password" name="p"></form>', True),
        (b"<html><head><title>502 Bad Gateway</title></head></html>", False),
    ],
)
def test_login_page_is_told_from_other_pages(page: bytes, expected: bool) -> None:
    assert is_login_page(page) is expected
