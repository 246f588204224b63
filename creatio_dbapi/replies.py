"""What a server's answer means: status and body to the PEP 249 exception."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlsplit

import msgspec

from creatio_dbapi.errors import (
    DatabaseError,
    DataError,
    IntegrityError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
)

HTML = "text/html"
# What decoding raises for a body that is no JSON, is nested without end, or has numbers that no Decimal can be.
UNDECODABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ArithmeticError)
_TEXT_LIMIT = 600
_PAGE_LIMIT = 65536


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole answer; `headers` carry no cookies, `body` is decoded, `elapsed` is in seconds."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    url: str = ""
    elapsed: float = 0.0


@dataclass(frozen=True, slots=True)
class _Meaning:
    """A text that Creatio or its database is known to print, the class it means, and the advice that goes with it."""

    pattern: re.Pattern[str]
    kind: type[DatabaseError]
    advice: str = ""


def _meaning(pattern: str, kind: type[DatabaseError], advice: str = "") -> _Meaning:
    return _Meaning(re.compile(pattern, re.IGNORECASE | re.DOTALL), kind, advice)


# The first that matches any level of the error decides, so the more telling text stands above the vaguer one.
_LIMITS = (
    _meaning(r"RAM consumption limit", OperationalError, "ask for fewer rows or columns at once"),
    _meaning(
        r"MaxEntityRowCount|maximum number of (\d+ )?(rows|records)",
        OperationalError,
        "Creatio answers at most 20,000 rows at once; ask for a smaller page",
    ),
    _meaning(r"timeout expired|statement timeout|\b57014\b|execution timeout", OperationalError),
    _meaning(
        r"Collection was modified; enumeration",
        OperationalError,
        "Creatio rebuilds its model after a schema change; try again in a minute",
    ),
)
_MEANINGS = (
    *_LIMITS,
    _meaning(r"\b23503\b|foreign key|REFERENCE constraint|Error Number: ?547\b", IntegrityError),
    _meaning(r"\b23505\b|duplicate key|unique constraint|UNIQUE KEY", IntegrityError),
    _meaning(r"\b23502\b|null value in column|Cannot insert the value NULL", IntegrityError),
    _meaning(r"\b23514\b|check constraint", IntegrityError),
    _meaning(r"must be filled in", IntegrityError),
    _meaning(r"\b22001\b|value too long for type|would be truncated", DataError),
    _meaning(r"Column by path .+ not found|Could not find a property", ProgrammingError),
    _meaning(r"The property '.+' does not exist on type", ProgrammingError),
    _meaning(r"No HTTP resource was found|Resource not found for the segment", ProgrammingError),
    _meaning(r"The request is invalid\.", DataError),
)

_COLUMNS = (
    re.compile(r"Could not find a property named '(?P<column>[^']+)'(?: on type '(?:[^']*\.)?(?P<table>[^'.]+)')?"),
    re.compile(r"The property '(?P<column>[^']+)' does not exist on type '(?:[^']*\.)?(?P<table>[^'.]+)'"),
    re.compile(r"Column by path (?P<column>\S+) not found in schema (?P<table>\w+)"),
    re.compile(r"""null value in column "(?P<column>[^"]+)"(?: of relation "(?P<table>[^"]+)")?"""),
    re.compile(
        r"Cannot insert the value NULL into column '(?P<column>[^']+)'(?:, table '(?:[^']*\.)?(?P<table>\w+)')?"
    ),
)

_KINDS: Mapping[int, type[DatabaseError]] = {
    400: ProgrammingError,
    404: ProgrammingError,
    405: NotSupportedError,
    501: NotSupportedError,
}
_ADVICE: Mapping[int, str] = {
    401: "the session was not accepted, also after a new sign-in; some sites answer so for an unknown object",
    403: "the user may lack the operation CanUseODataService or rights to the object, "
    "or it is a system object that OData does not open",
    404: "no such object or row",
    424: "it was not executed, because an earlier part of the batch failed",
    429: "too many requests; wait and try again",
    503: "the server is not ready; try again later",
}


def failure_of(reply: Reply, *, action: str, table: str | None) -> DatabaseError:
    """Build the exception that an answer means; `action` says in the message what was being done."""
    levels = tuple(_levels(reply))
    meaning = _meaning_of(levels) if levels else None
    kind = meaning.kind if meaning else _KINDS.get(reply.status, OperationalError)
    if _is_html(reply):
        kind = ProgrammingError if reply.status == 404 else OperationalError
    column, owner = _place(levels)
    parts = [_text(reply, levels), meaning.advice if meaning else _advice(reply)]
    message = f"{action} failed with HTTP {reply.status}: " + "; ".join(part for part in parts if part)
    return kind(message, status=reply.status, table=table or owner, column=column)


def is_refusal(reply: Reply) -> bool:
    """Tell whether the server understood a query and did not want its form, as against a limit or a broken server."""
    if reply.status not in (400, 500, 501) or not isinstance(_member(_value(reply), "error"), dict):
        return False
    return not any(limit.pattern.search(text) for text in _levels(reply) for limit in _LIMITS)


def is_json(reply: Reply) -> bool:
    """Tell whether the body calls itself JSON."""
    kind = type_of(reply.headers)
    return kind == "application/json" or kind.endswith("+json")


def is_login_page(body: bytes) -> bool:
    """Tell whether an HTML page asks to sign in, as an ended session answers to clients that follow redirects."""
    page = body[:_PAGE_LIMIT].lower()
    marks = (b"nuilogin", b"login/login.html", b"authservice.svc", b'type="password"', b"type='password'")
    title = page_title(body).lower()
    return any(mark in page for mark in marks) or any(word in title for word in ("login", "log in", "sign in"))


def page_title(html: bytes) -> str:
    """Read the title of an HTML page.

    >>> page_title(b"<html><head><title> 502 Bad\\n Gateway</title>")
    '502 Bad Gateway'
    """
    reader = _TitleReader()
    reader.feed(html[:_PAGE_LIMIT].decode("utf-8", "replace"))
    return _short(" ".join("".join(reader.parts).split()))


def type_of(headers: Mapping[str, str]) -> str:
    """Read the media type out of the headers, without its parameters."""
    return _header(headers, "content-type").partition(";")[0].strip().lower()


def location_of(headers: Mapping[str, str]) -> str:
    """Read where a redirect leads, without its query, which may hold anything."""
    try:
        parts = urlsplit(_header(headers, "location"))
    except ValueError:
        return "an address that is none"
    host = parts.netloc.rpartition("@")[2]
    return _short(f"{parts.scheme}://{host}{parts.path}" if host else parts.path) or "nowhere"


class _TitleReader(HTMLParser):
    """Collects the text of the first title."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._state = "before"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "title" and self._state == "before":
            self._state = "inside"

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._state = "after"

    def handle_data(self, data: str) -> None:
        if self._state == "inside":
            self.parts.append(data)


def _levels(reply: Reply) -> Iterator[str]:
    """Yield the messages of an error body, from the outermost to the deepest."""
    value = _value(reply)
    error = _member(value, "error")
    if isinstance(error, dict):
        yield from _descend(error)
        return
    if isinstance(value, dict):
        yield from _web_api_messages(value)


def _descend(level: object) -> Iterator[str]:
    """Follow `innererror` and then `internalexception`, as Creatio nests what its database said."""
    while isinstance(level, dict):
        message = level.get("message")
        if isinstance(message, str) and message.strip():
            yield message.strip()
        level = level.get("innererror") or level.get("internalexception")


def _web_api_messages(level: object) -> Iterator[str]:
    """Read `Message`, `MessageDetail` and `ExceptionMessage`, as the Web API prints what never reached OData."""
    while isinstance(level, dict):
        for name in ("Message", "MessageDetail", "ExceptionMessage"):
            message = level.get(name)
            if isinstance(message, str) and message.strip():
                yield message.strip()
        level = level.get("InnerException")


def _meaning_of(levels: tuple[str, ...]) -> _Meaning | None:
    text = "\n".join(levels)
    return next((meaning for meaning in _MEANINGS if meaning.pattern.search(text)), None)


def _place(levels: tuple[str, ...]) -> tuple[str | None, str | None]:
    """Find the column and the table that the deepest telling message names."""
    for text in reversed(levels):
        for pattern in _COLUMNS:
            found = pattern.search(text)
            if found:
                return found["column"], found["table"]
    return None, None


def _text(reply: Reply, levels: tuple[str, ...]) -> str:
    if _is_html(reply):
        title = page_title(reply.body) or "without a title"
        return f"an HTML page came instead of data: {title}"
    if 300 <= reply.status < 400:
        return f"the server redirects to {location_of(reply.headers)}"
    if levels:
        return _short(levels[-1])
    body = reply.body[:_PAGE_LIMIT].decode("utf-8", "replace")
    return _short(" ".join(body.split())) or "the answer is empty"


def _advice(reply: Reply) -> str:
    wait = _header(reply.headers, "retry-after")
    advice = _ADVICE.get(reply.status, "")
    return f"{advice} (Retry-After: {_short(wait)})" if wait and advice else advice


def _value(reply: Reply) -> object:
    try:
        value: object = msgspec.json.decode(reply.body)
    except UNDECODABLE:
        return None
    return value


def _member(value: object, name: str) -> object:
    return value.get(name) if isinstance(value, dict) else None


def _is_html(reply: Reply) -> bool:
    return type_of(reply.headers) == HTML or reply.body[:64].lstrip().lower().startswith((b"<!doctype html", b"<html"))


def _header(headers: Mapping[str, str], name: str) -> str:
    return next((value for key, value in headers.items() if key.lower() == name), "")


def _short(text: str) -> str:
    return text if len(text) <= _TEXT_LIMIT else f"{text[:_TEXT_LIMIT]}…"
