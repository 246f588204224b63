"""One signed-in HTTP session: sign in, send, tell failures apart. All cursors of a connection share it."""

from __future__ import annotations

import ipaddress
import logging
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from http.cookiejar import DefaultCookiePolicy
from pathlib import Path
from types import TracebackType
from typing import NoReturn
from urllib.parse import SplitResult, quote, unquote, urlsplit

import requests
import urllib3.exceptions
from requests.adapters import HTTPAdapter

from creatio_dbapi.auth import Authentication, Credentials, SignInRefusedError, Timeouts, cookies_of, renewed
from creatio_dbapi.errors import Error, InterfaceError, InternalError, OperationalError
from creatio_dbapi.replies import HTML, Reply, is_login_page, type_of

__all__ = ["Exchange", "Meter", "Reply", "Session", "Statistics", "StreamedReply", "address_of"]

logger = logging.getLogger(__name__)

_CHUNK = 65536
_CONNECTIONS = 32
_READS = frozenset({"GET", "HEAD"})
_EXPIRED = frozenset({401, 403, 301, 302})  # what the connector reference signs in again for
_PORTS = {"http": 80, "https": 443}
_SAFE = "!$&'()*+,-./:;=?@_~%"
_ENCODED = re.compile(r"(?:[A-Za-z0-9!$&'()*+,\-./:;=?@_~]|%[0-9A-Fa-f]{2})*")
_TRANSPORT = (requests.RequestException, urllib3.exceptions.HTTPError, OSError, zlib.error, UnicodeError)


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a statement cost so far; `elapsed` is in seconds, `bytes_received` counts bodies as they were sent."""

    requests: int
    bytes_received: int
    rows_received: int
    elapsed: float
    sign_ins: int
    retries: int


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer, for observers; `status` is None when no answer came."""

    method: str
    url: str
    status: int | None
    bytes: int
    elapsed: float


Observer = Callable[[Exchange], None]


class Meter:
    """Counts what a statement costs, from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._started = time.monotonic()
        self._stopped: float | None = None
        self._requests = self._bytes = self._rows = self._sign_ins = self._retries = 0

    def add(self, *, requests: int = 0, received: int = 0, rows: int = 0, sign_ins: int = 0, retries: int = 0) -> None:
        """Add to the counts; `received` is bytes."""
        with self._lock:
            self._requests += requests
            self._bytes += received
            self._rows += rows
            self._sign_ins += sign_ins
            self._retries += retries

    def stop(self) -> None:
        """Stop the clock; what is counted later still counts."""
        with self._lock:
            self._stopped = time.monotonic()

    def snapshot(self) -> Statistics:
        """Return the counts of this moment."""
        with self._lock:
            elapsed = (self._stopped or time.monotonic()) - self._started
            return Statistics(self._requests, self._bytes, self._rows, elapsed, self._sign_ins, self._retries)


@dataclass(frozen=True, slots=True)
class _Access:
    """The credentials of one sign-in; generation 0 is the time before the first."""

    generation: int
    credentials: Credentials
    root: str


@dataclass(frozen=True, slots=True)
class _Call:
    """One request as the caller gave it."""

    method: str
    path: str
    body: bytes | None
    headers: Mapping[str, str]
    meter: Meter


class _Http(requests.Session):
    """A requests session without memory: no cookies kept, no redirects followed, nothing read from the environment."""

    def __init__(self, proxies: Mapping[str, str] | None, verify: bool | str, origin: str) -> None:
        super().__init__()
        settings = self.merge_environment_settings(origin, dict(proxies or {}), False, verify, None)
        self.trust_env = False  # a .netrc must not add an Authorization header
        self.proxies = settings["proxies"]
        self.verify = settings["verify"]
        self.headers = requests.structures.CaseInsensitiveDict(
            {"User-Agent": "creatio-dbapi", "Accept": "application/json", "Accept-Encoding": "gzip"}
        )
        self.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self.mount("https://", HTTPAdapter(pool_maxsize=_CONNECTIONS))
        self.mount("http://", HTTPAdapter(pool_maxsize=_CONNECTIONS))

    def get_redirect_target(self, resp: requests.Response) -> None:
        """Follow nothing: a redirect is an answer here."""


class StreamedReply:
    """An answer whose body is still arriving; close it, or use it in a `with` statement."""

    def __init__(self, answer: requests.Response, origin: str, timeouts: Timeouts, done: Callable[[int], None]) -> None:
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
            yield from _decoded(self._wire(), self.headers.get("Content-Encoding", ""))
        except _TRANSPORT as error:
            raise self._broken(error) from _quiet(error)
        finally:
            self.close()

    def read(self) -> bytes:
        """Return the whole body."""
        return b"".join(self.chunks())

    def hold(self) -> bytes:
        """Read the whole body now, and keep it for whoever reads it later."""
        self._held = self.read()
        return self._held

    def discard(self) -> None:
        """Close, after reading a short body to its end so that the connection can be used again."""
        with self, suppress(OperationalError):
            if int(self.headers.get("Content-Length") or _CHUNK) < _CHUNK:
                self.hold()

    def close(self) -> None:
        """Give the connection back, or drop it when the body was not read to its end."""
        done, self._done = self._done, None
        if done is not None:
            self._answer.close()
            done(self._received)

    def _broken(self, error: BaseException) -> OperationalError:
        text = f"the answer of {{origin}} ended early, after {self._received} bytes of its body ({{detail}}); try again"
        return _failure(error, self._origin, self._timeouts, _Trouble((), text), status=self.status)

    def _wire(self) -> Iterator[bytes]:
        raw = self._answer.raw
        raw.enforce_content_length = True  # urllib3 1.26 does not by itself
        # Decoded here, not by urllib3, which takes a gzip stream without an end for a whole one.
        for chunk in raw.stream(_CHUNK, decode_content=False):
            self._received += len(chunk)
            yield chunk


class Session:
    """One signed-in HTTP session; any number of threads may use it at once."""

    def __init__(
        self,
        address: str,
        authentication: Authentication,
        *,
        timeout: float = 60.0,
        connect_timeout: float = 10.0,
        verify: bool | str = True,
        proxies: Mapping[str, str] | None = None,
        root: str | None = None,
        observers: Iterable[Observer] = (),
    ) -> None:
        if isinstance(verify, str) and not Path(verify).exists():
            raise InterfaceError(
                f"verify={verify!r} names no file or folder; give a PEM file with the authorities to trust"
            )
        if root is not None and _origin(root) != _origin(address):
            raise InterfaceError(f"root {root!r} is not on the server {address!r}; give an address on the same server")
        self._address = address
        self._authentication = authentication
        self._timeouts: Timeouts = (connect_timeout, timeout)
        self._given_root = root.rstrip("/") if root is not None else None
        self._observers = tuple(observers)
        self._http = _Http(proxies, verify, address)
        self._lock = threading.Lock()
        self._access: _Access | None = None
        self._attempt: Future[_Access] | None = None
        self._refusal: SignInRefusedError | None = None
        self._closed = False

    def __repr__(self) -> str:
        return f"<creatio_dbapi session at {self._address}, {'closed' if self._closed else 'open'}>"

    def __reduce__(self) -> NoReturn:
        raise InterfaceError("a session holds secrets and connections and cannot be pickled")

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def address(self) -> str:
        """The site, as `address_of` writes it."""
        return self._address

    @property
    def root(self) -> str:
        """The OData root; the cookies of the sign-in tell whether it stands under `/0`."""
        if self._given_root is not None:
            return self._given_root
        if self._access is None:
            raise InterfaceError(
                "the OData root is known only after the sign-in; call sign_in() or send a request first"
            )
        return self._access.root

    @property
    def closed(self) -> bool:
        """Whether `close` was called."""
        return self._closed

    def sign_in(self, meter: Meter | None = None) -> None:
        """Sign in unless that was done already; the first request does so by itself."""
        self._newer_than(0, meter or Meter())

    def request(
        self,
        method: str,
        path: str,
        *,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        meter: Meter | None = None,
    ) -> Reply:
        """Send a request and return its whole answer, whatever its status; `path` is as for `open`."""
        started = time.monotonic()
        with self.open(method, path, body=body, headers=headers, meter=meter) as answer:
            whole = answer.read()
        return Reply(answer.status, answer.headers, whole, answer.url, time.monotonic() - started)

    def open(
        self,
        method: str,
        path: str,
        *,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        meter: Meter | None = None,
    ) -> StreamedReply:
        """Send a request and return its answer while the body is still arriving.

        `path` is percent-encoded and relative to the OData root; the absolute address of a nextLink is taken too,
        if it leads to the same root. After 401, 403, 301 or 302 the session signs in again and repeats once: these
        come from the gate, before anything was executed.
        """
        call = _Call(method, path, body, headers or {}, meter or Meter())
        access = self._newer_than(0, call.meter)
        answer = self._send(access, call)
        if not self._authentication.renewable or not _has_expired(answer, method):
            return answer
        answer.discard()
        call.meter.add(retries=1)
        return self._send(self._newer_than(access.generation, call.meter), call)

    def close(self) -> None:
        """Sign out and drop all connections; closing twice does nothing."""
        with self._lock:
            already, self._closed = self._closed, True
            access = self._access
        if already:
            return
        if access is not None:
            self._sign_out(access)
        self._http.close()

    def _sign_out(self, access: _Access) -> None:
        try:
            self._authentication.sign_out(self._http, self._address, access.credentials)
        except _TRANSPORT as error:  # the session ends on the server by itself, after an hour without requests
            logger.info("sign-out at %s failed: %s", self._address, type(error).__name__)

    def _newer_than(self, generation: int, meter: Meter) -> _Access:
        """Return an access newer than `generation`; one thread signs in, the others wait for what comes of it."""
        with self._lock:
            self._check_usable()
            if self._access is not None and self._access.generation > generation:
                return self._access
            attempt, mine = self._attempt or Future(), self._attempt is None
            self._attempt = attempt
        if mine:
            self._settle(attempt, generation + 1, meter)
        failure = attempt.exception()
        if isinstance(failure, Error):
            raise type(failure)(str(failure), status=failure.status) from failure.__cause__
        return attempt.result()

    def _check_usable(self) -> None:
        if self._closed:
            raise InterfaceError("the connection is closed; open a new one with creatio_dbapi.connect(...)")
        if self._refusal is not None:
            # Not asked again: Creatio locks an account after a few refused sign-ins.
            raise SignInRefusedError(str(self._refusal), status=self._refusal.status)

    def _settle(self, attempt: Future[_Access], generation: int, meter: Meter) -> None:
        """Make one attempt to sign in and tell its outcome to every thread that waits for it."""
        access: _Access | None = None
        failure: BaseException | None = None
        try:
            access = self._sign_in(generation, meter)
        except Error as error:
            failure = error.with_traceback(None)
        except BaseException:
            failure = OperationalError("the sign-in was interrupted in another thread; try again")
            raise
        finally:
            with self._lock:
                self._attempt = None
                self._access = access or self._access
                self._refusal = failure if isinstance(failure, SignInRefusedError) else None
            if access is not None:
                attempt.set_result(access)
            else:
                attempt.set_exception(failure)

    def _sign_in(self, generation: int, meter: Meter) -> _Access:
        started = time.monotonic()
        meter.add(sign_ins=1)
        try:
            credentials = self._authentication.sign_in(self._http, self._address, self._timeouts)
        except _TRANSPORT as error:
            failure = _failure(error, self._address, self._timeouts)
            logger.info("sign-in at %s failed: %s", self._address, failure)
            raise failure from _quiet(error)
        prefix = "/0" if credentials.platform == "framework" else ""
        root = self._given_root or f"{self._address}{prefix}/odata"
        logger.info("signed in at %s in %.3f s", self._address, time.monotonic() - started)
        return _Access(generation, credentials, root)

    def _send(self, access: _Access, call: _Call, *, again: bool = True) -> StreamedReply:
        """Send once; a read whose kept-alive connection turns out to be closed goes out a second time."""
        self._check_open()
        url = _target(access.root, call.path)
        started = time.monotonic()
        call.meter.add(requests=1)
        try:
            answer = self._http.send(
                _prepared(url, call, access.credentials), stream=True, timeout=self._timeouts, allow_redirects=False
            )
        except _TRANSPORT as error:
            self._report(Exchange(call.method, url, None, 0, time.monotonic() - started))
            if not (again and call.method in _READS and _was_stale(error)):
                raise _request_failure(error, self._address, self._timeouts, call.method) from _quiet(error)
        else:
            self._renew(access, answer)
            return StreamedReply(answer, self._address, self._timeouts, self._recorder(call, answer, started))
        call.meter.add(retries=1)
        return self._send(access, call, again=False)

    def _check_open(self) -> None:
        with self._lock:
            self._check_usable()

    def _renew(self, access: _Access, answer: requests.Response) -> None:
        """Take over cookies that came with good data, unless a newer sign-in has its own."""
        if answer.status_code >= 300 or not answer.cookies:
            return
        with self._lock:
            if self._access is not None and self._access.generation == access.generation:
                credentials = renewed(self._access.credentials, cookies_of(answer.cookies))
                self._access = _Access(access.generation, credentials, access.root)

    def _recorder(self, call: _Call, answer: requests.Response, started: float) -> Callable[[int], None]:
        def record(received: int) -> None:
            call.meter.add(received=received)
            elapsed = time.monotonic() - started
            self._report(Exchange(call.method, answer.url, answer.status_code, received, elapsed))

        return record

    def _report(self, exchange: Exchange) -> None:
        status = exchange.status or "no answer"
        logger.debug(
            "%s %s: %s, %d bytes, %.3f s", exchange.method, exchange.url, status, exchange.bytes, exchange.elapsed
        )
        for observer in self._observers:
            observer(exchange)


def address_of(url: str, *, allow_http: bool = False) -> str:
    """Write the address of a site the one way the session uses it.

    >>> address_of("crm.example.com/0/odata/")
    'https://crm.example.com'
    """
    if not url or not _ENCODED.fullmatch(url.replace("[", "").replace("]", "")) or "@" in url or "?" in url:
        raise InterfaceError(_address_advice(url))
    parts = _split(url if "://" in url else f"https://{url}")
    host = parts.hostname or ""
    if parts.scheme == "http" and not allow_http and not _is_loopback(host):
        raise InterfaceError(
            f"plain HTTP to {host!r} would show the password to the network; use https://{host}, or allow_http=True"
        )
    port = f":{parts.port}" if parts.port and parts.port != _PORTS[parts.scheme] else ""
    host = f"[{host}]" if ":" in host else host
    path = parts.path.rstrip("/").removesuffix("/odata").rstrip("/").removesuffix("/0").rstrip("/")
    return f"{parts.scheme}://{host}{port}{path}"


def _address_advice(url: str) -> str:
    """Say what is wrong with an address, without repeating what may be a password."""
    if "@" in url:
        return "the address holds credentials; give them as user= and password=, and the address as https://host[:port]"
    if "?" in url or "#" in url:
        return "the address holds a query or a fragment; give only https://host[:port][/path]"
    return "the address is empty or holds characters that no address has; give https://host[:port][/path]"


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        valid = parts.scheme in _PORTS and bool(parts.hostname) and parts.port != 0 and not parts.netloc.endswith(":")
    except ValueError:
        valid = False
    if not valid:
        raise InterfaceError(f"{url!r} is not the address of a site; give https://host[:port][/path]")
    return parts


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _origin(url: str) -> tuple[str, str | None, int | None]:
    try:
        parts = urlsplit(url)
        return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme)
    except ValueError:
        return "", None, None


def _target(root: str, path: str) -> str:
    """Write the address of a request; nothing outside the OData root is ever asked for."""
    if path.startswith("/"):
        path = root.removesuffix(urlsplit(root).path) + path
    if "://" not in path.partition("?")[0]:
        url = f"{root}/{path}"
        if not _ENCODED.fullmatch(path) or _climbs(path):
            raise InternalError(f"the path {path!r} is not percent-encoded or leaves the OData root")
        return url
    url = quote(path, safe=_SAFE)
    inside = urlsplit(url).path.startswith(f"{urlsplit(root).path}/")
    if _origin(url) != _origin(root) or "@" in urlsplit(url).netloc or not inside or _climbs(url):
        raise OperationalError(
            f"the server's next link leads to {quote(path.partition('?')[0], safe=_SAFE)}, outside {root}; it is not "
            "followed, so that the session is not shown to another server"
        )
    return url


def _climbs(path: str) -> bool:
    return any(unquote(segment) in (".", "..") for segment in path.partition("?")[0].split("/"))


def _prepared(url: str, call: _Call, credentials: Credentials) -> requests.PreparedRequest:
    prepared = requests.Request(
        call.method,
        url,
        data=call.body,
        headers={
            "Accept": "application/json",
            "User-Agent": "creatio-dbapi",
            **call.headers,
            "Accept-Encoding": "gzip",
            **credentials.headers,
        },
    ).prepare()
    prepared.url = url  # requests would decode some of the escapes that the path was written with
    return prepared


def _has_expired(answer: StreamedReply, method: str) -> bool:
    """Tell whether the gate, not the service, answered."""
    if answer.status in _EXPIRED:
        return True
    page = answer.status == 200 and method == "GET" and type_of(answer.headers) == HTML
    return page and is_login_page(answer.hold())


def _decoded(wire: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    if encoding.lower() in ("gzip", "x-gzip"):
        return _unzipped(wire)
    if encoding.lower() in ("", "identity"):
        return wire
    raise OperationalError(f"the server compressed its answer with {encoding!r}; only gzip was asked for")


def _unzipped(wire: Iterator[bytes]) -> Iterator[bytes]:
    """Unpack gzip in bounded pieces; raise zlib.error when it stops before its end."""
    decoder = None
    for packed in wire:
        rest = packed
        while rest:
            if decoder is None or decoder.eof:
                decoder = zlib.decompressobj(wbits=31)
            yield decoder.decompress(rest, _CHUNK * 16)
            rest = decoder.unconsumed_tail or decoder.unused_data
    if decoder is not None:
        yield decoder.flush()
        if not decoder.eof:
            raise zlib.error("the gzip stream has no end")


@dataclass(frozen=True, slots=True)
class _Trouble:
    """A kind of transport failure: what it looks like, and what to say; `sent` when the request may have arrived."""

    signs: tuple[type[BaseException], ...]
    text: str
    sent: bool = field(default=False)


_TROUBLES = (
    _Trouble((requests.exceptions.ProxyError,), "the proxy before {origin} failed ({detail}); check proxies="),
    _Trouble((socket.gaierror,), "the host of {origin} is not known ({detail}); check its name"),
    _Trouble((ConnectionRefusedError,), "{origin} refused the connection; check host and port, and that it runs"),
    _Trouble(
        (ssl.SSLCertVerificationError,),
        "the certificate of {origin} is not trusted ({detail}); pass verify='ca.pem' with the authority that signed it",
    ),
    _Trouble(
        (ssl.SSLError, requests.exceptions.SSLError, urllib3.exceptions.SSLError),
        "TLS with {origin} failed ({detail}); check the port, and verify= if the site has a certificate of its own",
    ),
    _Trouble(
        (requests.ConnectTimeout,),
        "no connection to {origin} within {connect:g} s; check host and port, or raise connect_timeout=",
    ),
    _Trouble(
        (requests.ReadTimeout, urllib3.exceptions.ReadTimeoutError),
        "{origin} did not answer within {read:g} s; ask for less at once, or raise timeout=",
        sent=True,
    ),
    _Trouble(
        (requests.exceptions.InvalidURL, requests.exceptions.InvalidHeader, UnicodeError),
        "the request to {origin} cannot be written ({detail}); check the address and the headers",
    ),
    _Trouble((urllib3.exceptions.NewConnectionError,), "no connection to {origin} ({detail}); check host and port"),
)
_DROPPED = _Trouble((), "{origin} dropped the connection before it answered ({detail}); try again", sent=True)


def _failure(
    error: BaseException, origin: str, timeouts: Timeouts, fallback: _Trouble = _DROPPED, status: int | None = None
) -> OperationalError:
    """Say what kind of trouble it was and what would help."""
    trouble, detail = _told_apart(error, fallback)
    text = trouble.text.format(origin=origin, detail=detail, connect=timeouts[0], read=timeouts[1])
    return OperationalError(text, status=status)


def _request_failure(error: BaseException, origin: str, timeouts: Timeouts, method: str) -> OperationalError:
    failure = _failure(error, origin, timeouts)
    if method in _READS or not _told_apart(error, _DROPPED)[0].sent:
        return failure
    return OperationalError(f"{failure}; whether the {method} was carried out is not known")


def _told_apart(error: BaseException, fallback: _Trouble) -> tuple[_Trouble, str]:
    chain = tuple(_chain(error))
    for trouble in _TROUBLES:
        for link in chain:
            if isinstance(link, trouble.signs):
                return trouble, _detail(chain)
    return fallback, _detail(chain)


def _detail(chain: tuple[BaseException, ...]) -> str:
    """Name the innermost cause, by the system's words where it has some."""
    for link in reversed(chain):
        if isinstance(link, ssl.SSLCertVerificationError):
            return link.verify_message
        if isinstance(link, OSError) and link.strerror:
            return link.strerror
        if isinstance(link, zlib.error):
            return str(link)
    return type(chain[-1]).__name__


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an exception and everything below it; requests and urllib3 keep causes in three places."""
    waiting, seen = [error], set()
    while waiting:
        link = waiting.pop(0)
        if id(link) in seen:
            continue
        seen.add(id(link))
        yield link
        below = (link.__cause__, link.__context__, getattr(link, "reason", None), *link.args)
        waiting += [item for item in below if isinstance(item, BaseException)]


def _was_stale(error: BaseException) -> bool:
    """Tell whether the connection was closed before a byte of the answer, as happens to kept-alive ones."""
    closed = (ConnectionResetError, BrokenPipeError, ConnectionAbortedError)  # RemoteDisconnected is the first
    return any(isinstance(link, closed) for link in _chain(error))


def _quiet(error: BaseException) -> BaseException:
    """Cut off the frames and the request below a failure: their locals hold the password and the cookies."""
    for link in _chain(error):
        link.__traceback__ = None
        if isinstance(link, requests.RequestException):
            link.request = None
            link.response = None
    return error
