"""What the site answers: the reply value, and every error body shape that Creatio is known to print."""

from __future__ import annotations

from dataclasses import dataclass

import orjson

ODATA_JSON = "application/json; odata.metadata=minimal"
PLAIN_JSON = "application/json; charset=utf-8"
HTML = "text/html; charset=utf-8"
TEXT = "text/plain"
BYTES = "application/octet-stream"
ODATA_VERSION = ("OData-Version", "4.0")

ODATA_EXCEPTION = "Microsoft.OData.ODataException"
SERIALIZATION_FAILED = (
    "The 'ObjectContent`1' type failed to serialize the response body for content type "
    "'application/json; odata.metadata=minimal'."
)


@dataclass(frozen=True)
class Part:
    """One answered part of a $batch, as the request log shows it."""

    method: str
    url: str
    status: int


@dataclass(frozen=True)
class Reply:
    """One answer: status, body and headers, with the number of rows in it for the request log."""

    status: int
    body: bytes = b""
    content_type: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    rows: int = 0
    parts: tuple[Part, ...] = ()


class Refusal(Exception):  # noqa: N818 - it is an answer, not a failure of the sandbox
    """An answer that ends the work on a request early."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.status, reply.body[:500])
        self.reply = reply


def odata_json(value: object, *, status: int = 200, headers: tuple[tuple[str, str], ...] = (), rows: int = 0) -> Reply:
    """Answer a JSON value the way the OData service does."""
    return Reply(status, orjson.dumps(value), ODATA_JSON, (ODATA_VERSION, *headers), rows)


def plain_json(value: object, *, status: int = 200, headers: tuple[tuple[str, str], ...] = ()) -> Reply:
    """Answer a JSON value the way Creatio's other services do."""
    return Reply(status, orjson.dumps(value), PLAIN_JSON, headers)


def html_page(status: int, title: str, text: str, headers: tuple[tuple[str, str], ...] = ()) -> Reply:
    """Answer an HTML page, as proxies, IIS and the login page do."""
    page = f"<!DOCTYPE html>\r\n<html><head><title>{title}</title></head><body><h2>{text}</h2></body></html>\r\n"
    return Reply(status, page.encode(), HTML, headers)


def no_content() -> Reply:
    """Answer 204 without a body."""
    return Reply(204, headers=(ODATA_VERSION,))


def odata_error(status: int, message: str, *inner: tuple[str, str]) -> Reply:
    """Build the OData error body of facts 4.2: `code` is empty, the levels are innererror and internalexception."""
    detail: dict[str, object] | None = None
    for text, kind in reversed(inner):
        level: dict[str, object] = {"message": _printable(text), "type": kind, "stacktrace": ""}
        if detail is not None:
            level["internalexception"] = detail
        detail = level
    error: dict[str, object] = {"code": "", "message": _printable(message)}
    if detail is not None:
        error["innererror"] = detail
    return odata_json({"error": error}, status=status)


def _printable(text: str) -> str:
    """Replace lone surrogates, which a request may hold and an answer may not."""
    return text.encode("utf-8", "replace").decode()


def query_refused(text: str) -> Refusal:
    """Refuse a query at the parser: 400."""
    message = f"The query specified in the URI is not valid. {text}"
    return Refusal(odata_error(400, message, (text, ODATA_EXCEPTION)))


def translation_failed(text: str, kind: str = "Terrasoft.Common.ItemNotFoundException") -> Refusal:
    """Fail a query that the parser let pass and the translation to SQL could not do: 500, three levels deep."""
    outer = (SERIALIZATION_FAILED, "System.InvalidOperationException")
    return Refusal(odata_error(500, "An error has occurred.", outer, (text, kind)))


def request_invalid(text: str) -> Refusal:
    """Refuse a body that does not fit the model: 400."""
    return Refusal(odata_error(400, "The request is invalid.", (f"item : {text}", ODATA_EXCEPTION)))


def database_failed(text: str, kind: str = "Npgsql.PostgresException") -> Refusal:
    """Fail a write the way the database below Creatio fails it: 500."""
    return Refusal(odata_error(500, "An error has occurred.", (text, kind)))


def not_routed(url: str, name: str) -> Reply:
    """Answer 404 as the Web API router does for a name that is no entity set."""
    return plain_json(
        {
            "Message": f"No HTTP resource was found that matches the request URI '{url}'.",
            "MessageDetail": f"No type was found that matches the controller named '{name}'.",
        },
        status=404,
    )


def method_refused(method: str) -> Reply:
    """Answer 405 as the Web API does."""
    message = f"The requested resource does not support http method '{method}'."
    return plain_json({"Message": message}, status=405)


def authentication_failed() -> Reply:
    """Answer 401 as Creatio does for an expired or missing session (facts 1.4)."""
    body = {
        "Message": "Authentication failed.",
        "StackTrace": None,
        "ExceptionType": "System.InvalidOperationException",
    }
    return plain_json(body, status=401)


def access_denied(status: int = 403) -> Reply:
    """Answer with the body that the Web API prints when it denies access (facts 4.2)."""
    return plain_json({"Message": "Authorization has been denied for this request."}, status=status)
