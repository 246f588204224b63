"""One signed-in HTTP session: sign in, send, try again. All cursors of a connection share it."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import NoReturn, TypeVar

from creatio_dbapi.addresses import origin_of, target_of
from creatio_dbapi.auth import Authentication, Credentials, SignInRefusedError, Timeouts
from creatio_dbapi.cancellation import CancelledError
from creatio_dbapi.certificates import Certificate
from creatio_dbapi.errors import InterfaceError, OperationalError
from creatio_dbapi.flights import Flight
from creatio_dbapi.limits import Limiter, Limits, limiter_of
from creatio_dbapi.logins import Access, leave, share
from creatio_dbapi.meter import Meter
from creatio_dbapi.observers import Exchange, Observer, logger, report
from creatio_dbapi.replies import HTML, Reply, is_login_page, type_of
from creatio_dbapi.retries import BUSY, RetryPolicy, Tries
from creatio_dbapi.secret import SecretMapping
from creatio_dbapi.telemetry import step
from creatio_dbapi.transport import Call, Http, StreamedReply, prepared
from creatio_dbapi.troubles import READS, TRANSPORT_ERRORS, BrokenError, UnsentError, quiet, request_failure

_T = TypeVar("_T")

_EXPIRED = frozenset({401, 403, 301, 302})  # what the connector reference signs in again for


class Session:
    """One signed-in HTTP session; any number of threads may use it at once.

    Sessions at the same site with the same credentials share one sign-in, and the limits of all of them count together.
    """

    def __init__(
        self,
        address: str,
        authentication: Authentication,
        *,
        timeout: float = 60.0,
        connect_timeout: float = 10.0,
        verify: bool | str = True,
        proxies: Mapping[str, str] | SecretMapping | None = None,
        certificate: Certificate | None = None,
        root: str | None = None,
        observers: Iterable[Observer] = (),
        policy: RetryPolicy | None = None,
        limits: Limits | None = None,
    ) -> None:
        if isinstance(verify, str) and not Path(verify).exists():
            raise InterfaceError(
                f"verify={verify!r} names no file or folder; give a PEM file with the authorities to trust"
            )
        if root is not None and origin_of(root) != origin_of(address):
            raise InterfaceError(f"root {root!r} is not on the server {address!r}; give an address on the same server")
        self._address = address
        self._timeouts: Timeouts = (connect_timeout, timeout)
        self._given_root = root.rstrip("/") if root is not None else None
        self._observers = tuple(observers)
        self._policy, self._limits = policy or RetryPolicy(), limits or Limits()
        self._limiter = limiter_of(address)
        by = SecretMapping(proxies)
        way = (verify, by, certificate)
        self._login = share(address, authentication, way, lambda: Http(by, verify, certificate, address))
        self._lock = threading.Lock()
        self._process = os.getpid()
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
        if self._login.access is None:
            raise InterfaceError(
                "the OData root is known only after the sign-in; call sign_in() or send a request first"
            )
        return self._root(self._login.access)

    @property
    def policy(self) -> RetryPolicy:
        """How requests are sent again."""
        return self._policy

    @property
    def closed(self) -> bool:
        """Whether `close` was called."""
        return self._closed

    @property
    def inherited(self) -> bool:
        """Whether this process was forked off from the one that the session belongs to."""
        return os.getpid() != self._process

    def check_process(self) -> None:
        """Raise InterfaceError in a process that was forked off: two processes cannot use the same sockets."""
        if self.inherited:
            raise InterfaceError(
                "the connection was opened by another process, of which this one is a fork; open one in each process "
                "(with SQLAlchemy: engine.dispose(close=False) at the start of the new process)"
            )

    def sign_in(self, meter: Meter | None = None) -> None:
        """Sign in unless that was done already; the first request does so by itself."""
        meter = meter or Meter()
        Tries("signing in", True, meter).run(lambda: self._newer_than(0, meter), self._policy)

    def request(
        self,
        method: str,
        path: str,
        *,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        meter: Meter | None = None,
        repeatable: bool | None = None,
    ) -> Reply:
        """Send a request and return its whole answer, whatever its status.

        `path` is as for `open`. A request that may be `repeatable` (reads are, unless that is told) is sent again after
        a failure that may pass; a write only where it never reached the server.
        """
        started = time.monotonic()

        def whole(answer: StreamedReply) -> Reply:
            with answer:
                body = answer.read()
            return Reply(answer.status, answer.headers, body, answer.url, time.monotonic() - started)

        call = Call(method, path, body, headers or {}, meter or Meter(), _repeatable(method, repeatable))
        return self._run(call, whole)

    def read(
        self,
        path: str,
        take: Callable[[StreamedReply], _T],
        *,
        headers: Mapping[str, str] | None = None,
        meter: Meter | None = None,
    ) -> _T:
        """Send a GET and give its answer to `take` while it arrives; both again when it turns out not to be whole."""

        def taken(answer: StreamedReply) -> _T:
            with answer:
                return take(answer)

        return self._run(Call("GET", path, None, headers or {}, meter or Meter(), True), taken)

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
        call = Call(method, path, body, headers or {}, meter or Meter(), _repeatable(method, None))
        return self._run(call, lambda answer: answer)

    def close(self) -> None:
        """Leave the sign-in, and sign out where no other session shares it; closing twice does nothing.

        In a process that was forked off, nothing is sent and nothing closed: all of it is the parent's.
        """
        if self._leave():
            self._sign_out()
            self._login.http.close()

    def abandon(self) -> None:
        """Leave without a word to the server, as what is collected as garbage must not wait for an answer."""
        if self._leave():
            self._login.http.close()

    def _leave(self) -> bool:
        if self.inherited:
            self._closed = True
            return False
        with self._lock:
            already, self._closed = self._closed, True
        return not already and leave(self._login)

    def _sign_out(self) -> None:
        access = self._login.access
        if access is None:
            return
        try:
            self._login.authentication.sign_out(self._login.http, self._address, access.credentials)
        except TRANSPORT_ERRORS as error:  # the session ends on the server by itself, after an hour without requests
            logger.info("sign-out at %s failed: %s", self._address, type(error).__name__)

    # -- one request

    def _run(self, call: Call, take: Callable[[StreamedReply], _T]) -> _T:
        """Send a request, once more if the session had ended, and again after failures that may pass."""
        tries = Tries(f"{call.method} {call.path}", call.repeatable, call.meter)

        def attempt() -> _T:
            answer = self._answered(call, tries)
            tries.note(answer.status, answer.headers)
            if tries.repeatable and answer.status in BUSY:
                answer.hold()
            return take(answer)

        return tries.run(attempt, self._policy)

    def _answered(self, call: Call, tries: Tries) -> StreamedReply:
        access = self._newer_than(tries.expired, call.meter)
        answer = self._send(access, call)
        if tries.expired or not self._login.authentication.renewable or not _has_expired(answer, call.method):
            return answer
        answer.discard()
        tries.expired = access.generation  # also for a later try, where the new sign-in fails at first
        call.meter.add(retries=1)
        return self._send(self._newer_than(access.generation, call.meter), call)

    def _send(self, access: Access, call: Call) -> StreamedReply:
        self._check_usable()
        url = target_of(self._root(access), call.path)
        underway = _Underway(self._limiter, self._limits, call, url, self._observers)
        try:
            request = prepared(call, url, access.credentials)
            with underway.flight:
                answer = self._login.http.send(request, stream=True, timeout=self._timeouts, allow_redirects=False)
        except BaseException as error:
            underway.end(None, 0)
            if not isinstance(error, TRANSPORT_ERRORS):
                raise
            call.check()
            raise request_failure(error, self._address, self._timeouts, call.method) from quiet(error)
        if answer.status_code < 200:  # the answer itself is still to come, and must not be taken for that of another
            answer.raw.close()
            underway.end(answer.status_code, 0)
            text = f"{self._address} sent HTTP {answer.status_code} before its answer, which cannot be read; try again"
            raise BrokenError(text, status=answer.status_code)
        self._login.renew(access, answer)
        end = partial(underway.end, answer.status_code)
        return StreamedReply(call, answer, self._address, self._timeouts, end, self._limits.answer_bytes)

    # -- signing in

    def _root(self, access: Access) -> str:
        if self._given_root is not None:
            return self._given_root
        return f"{self._address}{'/0' if access.credentials.platform == 'framework' else ''}/odata"

    def _newer_than(self, generation: int, meter: Meter) -> Access:
        self._check_usable()
        return self._login.newer_than(generation, lambda: self._sign_in(meter), meter.cancellation)

    def _sign_in(self, meter: Meter) -> Credentials:
        """Sign in; a failure means that the request which needed it was not sent."""
        started = time.monotonic()
        meter.add(sign_ins=1)
        self._limiter.enter(self._limits, meter.cancellation)
        try:
            with step(meter.span, "sign in"):
                credentials = self._signed_in(meter)
        except (SignInRefusedError, CancelledError):
            raise
        except OperationalError as error:
            logger.info("sign-in at %s failed: %s", self._address, error)
            unsent = UnsentError(str(error), status=error.status)
            unsent.passing = isinstance(error, BrokenError) or getattr(error, "passing", error.status in BUSY)
            raise unsent from error.__cause__
        finally:
            self._limiter.leave()
        logger.info("signed in at %s in %.3f s", self._address, time.monotonic() - started)
        return credentials

    def _signed_in(self, meter: Meter) -> Credentials:
        login, flight = self._login, Flight()
        try:
            with meter.cancellation.watching(flight), flight:
                return login.authentication.sign_in(login.http, self._address, self._timeouts)
        except TRANSPORT_ERRORS as error:
            meter.cancellation.check()
            raise request_failure(error, self._address, self._timeouts) from quiet(error)

    def _check_usable(self) -> None:
        if self._closed:
            raise InterfaceError("the connection is closed; open a new one with creatio_dbapi.connect(...)")
        self.check_process()


def _has_expired(answer: StreamedReply, method: str) -> bool:
    """Tell whether the gate, not the service, answered."""
    if answer.status in _EXPIRED:
        return True
    page = answer.status == 200 and method == "GET" and type_of(answer.headers) == HTML
    return page and is_login_page(answer.hold())


class _Underway:
    """One request that counts against the limits, and can be stopped, until its answer has come or cannot any more."""

    def __init__(self, limiter: Limiter, limits: Limits, call: Call, url: str, observers: tuple[Observer, ...]) -> None:
        limiter.enter(limits, call.meter.cancellation)
        self.flight = Flight()
        self._limiter, self._call, self._url, self._observers = limiter, call, url, observers
        self._started = time.monotonic()
        try:
            call.meter.cancellation.watch(self.flight)
        except CancelledError:
            limiter.leave()
            raise
        call.meter.add(requests=1)

    def end(self, status: int | None, received: int) -> None:
        """Count the answer, of which so many bytes came, and tell of it."""
        meter, elapsed = self._call.meter, time.monotonic() - self._started
        self._limiter.leave()
        meter.cancellation.unwatch(self.flight)
        report(Exchange(self._call.method, self._url, status, received, elapsed), self._observers)
        if meter.span is not None:
            meter.span.request(self._call.method, self._url, status, received, elapsed)
        meter.add(received=received)


def _repeatable(method: str, told: bool | None) -> bool:
    return method in READS if told is None else told
