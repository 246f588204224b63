"""One request of a sign-in: what it sends is in no traceback, what it is answered has a bound."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from typing import Any

import msgspec
import requests

from creatio_dbapi.errors import OperationalError
from creatio_dbapi.secret import SecretMapping, unseen

Timeouts = tuple[float, float]

_LARGEST_ANSWER = 2**20


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a request of a sign-in; its body and its cookies may hold what nobody is to see."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    cookies: SecretMapping
    body: bytes = field(repr=False)

    def json(self) -> dict[str, Any] | None:
        """Return the body as a JSON object, or None if it is none; do not keep it in a variable."""
        try:
            value = msgspec.json.decode(self.body)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return None
        return value if isinstance(value, dict) else None


def ask(
    http: requests.Session,
    method: str,
    url: str,
    timeout: Timeouts,
    *,
    body: SecretBody | None = None,
    headers: Mapping[str, str] | SecretMapping | None = None,
) -> Answer:
    """Send a request and return its whole answer; redirects are answers, too.

    Raises OperationalError for an answer that is too large or takes longer than the time to read it, and what requests
    raises where none comes.
    """
    return unseen(lambda: _ask(http, method, url, timeout, body, SecretMapping(headers)))


class SecretBody:
    """The body of a request, which no repr shows."""

    __slots__ = ("_content",)

    def __init__(self, content: bytes) -> None:
        self._content = content

    def reveal(self) -> bytes:
        """Return the bytes themselves."""
        return self._content

    def __repr__(self) -> str:
        return "b'***'"


def _ask(
    http: requests.Session,
    method: str,
    url: str,
    timeout: Timeouts,
    body: SecretBody | None,
    headers: SecretMapping,
) -> Answer:
    with http.request(
        method,
        url,
        data=None if body is None else body.reveal(),
        headers=headers.reveal(),
        timeout=timeout,
        allow_redirects=False,
        stream=True,
    ) as answer:
        content = _content(answer, url, time.monotonic() + timeout[1])
        plain = {name: value for name, value in answer.headers.items() if name.lower() != "set-cookie"}
        return Answer(answer.status_code, plain, cookies_of(answer.cookies), content)


def _content(answer: requests.Response, url: str, deadline: float) -> bytes:
    content = bytearray()
    for chunk in answer.iter_content(65536):
        content += chunk
        if len(content) > _LARGEST_ANSWER:
            raise OperationalError(f"the answer of {url} is larger than {_LARGEST_ANSWER} bytes; check the address")
        if time.monotonic() > deadline:
            raise requests.ReadTimeout(f"the answer of {url} takes too long")
    return bytes(content)


def cookies_of(jar: CookieJar) -> SecretMapping:
    """Read the cookies of an answer."""
    return SecretMapping({cookie.name: cookie.value or "" for cookie in jar})
