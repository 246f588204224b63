"""Connections that can be stopped in the middle: what a request waits for ends at once."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from types import TracebackType
from typing import Any, TypeVar

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

_T = TypeVar("_T")

_CONNECTIONS = 256  # kept alive for one host; how many are used at once is for the limits to say


class Flight:
    """One request on its way; whoever has it may stop it from another thread. In a `with` it is this thread's."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._interrupted = False
        self._socket: socket.socket | None = None
        self._awaited: Future[Any] | None = None

    def __enter__(self) -> Flight:
        _this_thread.flight = self
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _this_thread.flight = None

    def interrupt(self) -> None:
        """End what the request waits for: its thread gets an OSError, or an answer that ends early."""
        with self._lock:
            self._interrupted = True
            self._end()

    def use(self, wire: socket.socket | None) -> None:
        """Note the socket that the request uses from now on."""
        with self._lock:
            self._socket = wire
            if self._interrupted:
                self._end()

    def connect(self, connect: Callable[[], None], drop: Callable[[], None]) -> None:
        """Connect in a thread of its own, as nothing ends a look-up of a host or a handshake; `drop` undoes it late."""
        outcome: Future[None] = Future()
        threading.Thread(target=_connect, args=(connect, drop, outcome), name="creatio-connect", daemon=True).start()
        try:
            self.wait_for(outcome)
        finally:
            outcome.cancel()

    def wait_for(self, outcome: Future[_T], seconds: float | None = None) -> _T:
        """Return what another thread brings about; raises an OSError as soon as the request is stopped."""
        with self._lock:
            self._awaited = outcome
            if self._interrupted:
                self._end()
        try:
            return outcome.result(seconds)
        finally:
            with self._lock:
                self._awaited = None

    def _end(self) -> None:
        if self._awaited is not None:
            with suppress(InvalidStateError):
                self._awaited.set_exception(InterruptedError("the request was stopped"))
        if self._socket is not None:
            with suppress(OSError):
                # The reader may be another thread inside TLS: the connection is shut below that, and not closed here.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)


class _ThisThread(threading.local):
    flight: Flight | None = None


_this_thread = _ThisThread()


def wait_for(outcome: Future[_T], seconds: float) -> _T:
    """Return what another thread brings about; a stop of this thread's request, if it has one, ends the wait."""
    flight = _this_thread.flight
    return outcome.result(seconds) if flight is None else flight.wait_for(outcome, seconds)


def _connect(connect: Callable[[], None], drop: Callable[[], None], outcome: Future[None]) -> None:
    try:
        try:
            connect()
        except BaseException as error:
            outcome.set_exception(error)
        else:
            outcome.set_result(None)
    except InvalidStateError:  # nobody waits any more
        drop()


class _Connection(HTTPConnection):
    def connect(self) -> None:
        _connected(self, super().connect)

    def request(self, *args: Any, **options: Any) -> None:
        _using(self)
        super().request(*args, **options)


class _SecureConnection(HTTPSConnection):
    def connect(self) -> None:
        _connected(self, super().connect)

    def request(self, *args: Any, **options: Any) -> None:
        _using(self)
        super().request(*args, **options)


def _connected(connection: HTTPConnection, connect: Callable[[], None]) -> None:
    flight = _this_thread.flight
    if flight is None:
        connect()
        return
    flight.connect(connect, connection.close)
    flight.use(connection.sock)


def _using(connection: HTTPConnection) -> None:
    flight = _this_thread.flight
    if flight is not None and connection.sock is not None:
        flight.use(connection.sock)


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


_POOLS = {"http": _Pool, "https": _SecurePool}


class InterruptibleAdapter(HTTPAdapter):
    """Sends over connections that a `Flight` can stop; a SOCKS proxy has connections of its own, and they cannot be."""

    def __init__(self) -> None:
        super().__init__(pool_maxsize=_CONNECTIONS)

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        """Make the pools of direct connections."""
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, proxy: Any, **options: Any) -> Any:
        """Make the pools of connections by way of a proxy."""
        manager = super().proxy_manager_for(proxy, **options)
        if not str(proxy).lower().startswith("socks"):
            manager.pool_classes_by_scheme = _POOLS
        return manager
