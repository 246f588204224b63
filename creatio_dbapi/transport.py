"""HTTP on the wire: sends one request without memory or redirects, and gives its answer while that arrives."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from http.cookiejar import DefaultCookiePolicy
from types import TracebackType
from typing import Any

import requests

from creatio_dbapi.auth import Credentials, Timeouts
from creatio_dbapi.cancellation import CancelledError
from creatio_dbapi.certificates import Certificate
from creatio_dbapi.errors import OperationalError
from creatio_dbapi.flights import InterruptibleAdapter
from creatio_dbapi.meter import Meter
from creatio_dbapi.observers import Exchange, report
from creatio_dbapi.replies import type_of
from creatio_dbapi.secret import SecretMapping, unseen
from creatio_dbapi.troubles import TRANSPORT_ERRORS, body_failure, quiet
from creatio_dbapi.unpacking import unpacked

_CHUNK = 65536
_LARGEST_ERROR = 2**20
_CHECKED_SIZE = 32 * 2**20  # far above the pages that are asked for; smaller ones cannot become large
_MOST_VALUES = 2**24


@dataclass(frozen=True, slots=True)
class Call:
    """One request as the caller gave it."""

    method: str
    path: str
    body: bytes | None
    headers: Mapping[str, str]
    meter: Meter
    repeatable: bool

    def check(self) -> None:
        """Raise when the statement is to stop; after a write has been sent, what became of it is not known."""
        try:
            self.meter.cancellation.check()
        except CancelledError as error:
            if self.repeatable:
                raise
            raise OperationalError(f"{error}; whether the {self.method} was carried out is not known") from None


class Http(requests.Session):
    """A requests session without memory: no cookies kept, no redirects followed, nothing read from the environment."""

    def __init__(
        self, proxies: SecretMapping, verify: bool | str, certificate: Certificate | None, origin: str
    ) -> None:
        super().__init__()
        settings = self.merge_environment_settings(origin, proxies.reveal(), False, verify, None)
        self.trust_env = False  # a .netrc must not add an Authorization header
        self.proxies = settings["proxies"]
        self.verify = settings["verify"]
        self.cert = certificate
        self.headers = requests.structures.CaseInsensitiveDict(
            {"User-Agent": "creatio-dbapi", "Accept": "application/json", "Accept-Encoding": "gzip"}
        )
        self.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self.mount("https://", InterruptibleAdapter())
        self.mount("http://", InterruptibleAdapter())

    def request(self, method: Any, url: Any, *args: Any, **options: Any) -> requests.Response:
        """Send what a way to sign in asks for, and tell of it without its query; what it sends is not shown."""
        started, answer = time.monotonic(), None
        try:
            answer = super().request(method, url, *args, **options)
        finally:
            status = None if answer is None else answer.status_code
            size = 0 if answer is None else _length(answer.headers) or 0
            report(Exchange(str(method).upper(), str(url).partition("?")[0], status, size, time.monotonic() - started))
        return answer

    def send(self, request: requests.PreparedRequest, **settings: Any) -> requests.Response:
        """Send; what goes wrong shows no frame of the libraries, whose locals hold passwords, cookies and tokens."""
        return unseen(lambda: super(Http, self).send(request, **settings))

    def get_redirect_target(self, resp: requests.Response) -> None:
        """Follow nothing: a redirect is an answer here."""


class StreamedReply:
    """An answer whose body is still arriving; close it, or use it in a `with` statement."""

    def __init__(
        self,
        call: Call,
        answer: requests.Response,
        origin: str,
        timeouts: Timeouts,
        done: Callable[[int], None],
        most: int,
    ) -> None:
        self._call = call
        self.status = answer.status_code
        self.url = answer.url
        # Cookies are secrets and belong to the session alone.
        self.headers: Mapping[str, str] = requests.structures.CaseInsensitiveDict(
            {name: value for name, value in answer.headers.items() if name.lower() != "set-cookie"}
        )
        self._answer = answer
        self._origin = origin
        self._timeouts = timeouts
        self._done: Callable[[int], None] | None = done
        self._received = 0
        self._most = most
        self._held: bytes | None = None

    def __enter__(self) -> StreamedReply:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<StreamedReply {self.status} {self.url}>"

    def chunks(self) -> Iterator[bytes]:
        """Yield the decoded body as it arrives; a body that ends early is an OperationalError."""
        if self._held is not None:
            yield self._held
            return
        try:
            yield from self._limited(unpacked(self._wire(), self.headers.get("Content-Encoding", "")))
            self._call.check()  # where the length of a body is not told, one that was stopped looks whole
        except TRANSPORT_ERRORS as error:
            self._call.check()
            raise body_failure(error, self._origin, self._timeouts, self._received, self.status) from quiet(error)
        finally:
            self.close()

    def read(self) -> bytes:
        """Return the whole body, or the beginning of one that tells of an error."""
        if self.status < 300:
            body = b"".join(self.chunks())
            self._refuse_bomb(body)
            return body
        told = bytearray()
        for chunk in self.chunks():
            told += chunk
            if len(told) > _LARGEST_ERROR:
                break
        self.close()
        return bytes(told)

    def hold(self) -> bytes:
        """Read the whole body now, and keep it for whoever reads it later."""
        self._held = self.read()
        return self._held

    def discard(self) -> None:
        """Close, after reading a short body to its end so that the connection can be used again."""
        with self, suppress(OperationalError):
            length = _length(self.headers)
            if length is not None and length < _CHUNK:
                self.hold()

    def close(self) -> None:
        """Give the connection back, or drop it when the body was not read to its end."""
        done, self._done = self._done, None
        if done is not None:
            self._answer.close()
            done(self._received)

    def _limited(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        size = 0
        for chunk in chunks:
            size += len(chunk)
            if size > self._most:
                raise OperationalError(
                    f"the answer of {self._origin} is larger than {self._most} bytes; ask for fewer rows or columns at "
                    "once, or raise max_answer_bytes=",
                    status=self.status,
                )
            yield chunk

    def _refuse_bomb(self, body: bytes) -> None:
        """Raise for JSON that would take many times its size in memory: values are counted before any is made."""
        if len(body) < _CHECKED_SIZE or type_of(self.headers) != "application/json":
            return
        if sum(map(body.count, (b",", b"[", b"{"))) > _MOST_VALUES:
            raise OperationalError(
                f"the answer of {self._origin} holds more than {_MOST_VALUES} values, far more than was asked for; it "
                "was not read",
                status=self.status,
            )

    def _wire(self) -> Iterator[bytes]:
        raw = self._answer.raw
        raw.enforce_content_length = True  # urllib3 1.26 does not by itself
        # Decoded here, not by urllib3, which takes a gzip stream without an end for a whole one.
        for chunk in raw.stream(_CHUNK, decode_content=False):
            self._received += len(chunk)
            yield chunk


def _length(headers: Mapping[str, str]) -> int | None:
    text = headers.get("Content-Length", "")
    return int(text) if text.isdecimal() and len(text) < 20 else None


def prepared(call: Call, url: str, credentials: Credentials) -> requests.PreparedRequest:
    """Write a request for the wire; the headers of the session go above those of the caller."""
    prepared = requests.Request(
        call.method,
        url,
        data=call.body,
        headers={
            "Accept": "application/json",
            "User-Agent": "creatio-dbapi",
            **call.headers,
            "Accept-Encoding": "gzip",
            **credentials.headers.reveal(),
        },
    ).prepare()
    prepared.url = url  # requests would decode some of the escapes that the path was written with
    return prepared
