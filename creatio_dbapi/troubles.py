"""Telling failures of the network apart: what happened, what would help, and whether a request may have arrived."""

from __future__ import annotations

import socket
import ssl
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import requests
import urllib3.exceptions

from creatio_dbapi.auth import Timeouts
from creatio_dbapi.errors import OperationalError

READS = frozenset({"GET", "HEAD"})
TRANSPORT_ERRORS = (requests.RequestException, urllib3.exceptions.HTTPError, OSError, zlib.error, UnicodeError)


class UnsentError(OperationalError):
    """A request that never reached the server; `passing` says that this may be over after a while."""

    passing = False


class BrokenError(OperationalError):
    """An answer that never came, or not whole; `stale` says that the connection had been closed before."""

    stale = False


@dataclass(frozen=True, slots=True)
class _Trouble:
    """A kind of transport failure: what it looks like, and what to say.

    `sent` says that the request may have arrived, `passing` that the same request may go through a little later.
    """

    signs: tuple[type[BaseException], ...]
    text: str
    sent: bool = False
    passing: bool = False


_TROUBLES = (
    _Trouble((requests.exceptions.ProxyError,), "the proxy before {origin} failed ({detail}); check proxies="),
    _Trouble((socket.gaierror,), "the host of {origin} is not known ({detail}); check its name"),
    _Trouble(
        (ConnectionRefusedError,),
        "{origin} refused the connection; check host and port, and that it runs",
        passing=True,
    ),
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
        passing=True,
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
    _Trouble(
        (urllib3.exceptions.NewConnectionError,),
        "no connection to {origin} ({detail}); check host and port",
        passing=True,
    ),
)
_DROPPED = _Trouble(
    (), "{origin} dropped the connection before it answered ({detail}); try again", sent=True, passing=True
)


def request_failure(error: BaseException, origin: str, timeouts: Timeouts, method: str = "GET") -> OperationalError:
    """Say why a request has no answer and what would help; of a write, also whether it may have been carried out."""
    trouble, detail = _told_apart(error, _DROPPED)
    text = _text(trouble, origin, timeouts, detail)
    if not trouble.sent:
        unsent = UnsentError(text)
        unsent.passing = trouble.passing
        return unsent
    if method not in READS:
        text += f"; whether the {method} was carried out is not known"
    if not trouble.passing:
        return OperationalError(text)
    broken = BrokenError(text)
    broken.stale = _was_stale(error)
    return broken


def body_failure(error: BaseException, origin: str, timeouts: Timeouts, received: int, status: int) -> OperationalError:
    """Say why an answer, of which `received` bytes came, is not whole."""
    text = f"the answer of {{origin}} ended early, after {received} bytes of its body ({{detail}}); try again"
    trouble, detail = _told_apart(error, _Trouble((), text, passing=True))
    kind = BrokenError if trouble.passing else OperationalError
    return kind(_text(trouble, origin, timeouts, detail), status=status)


def _text(trouble: _Trouble, origin: str, timeouts: Timeouts, detail: str) -> str:
    return trouble.text.format(origin=origin, detail=detail, connect=timeouts[0], read=timeouts[1])


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


def quiet(error: BaseException) -> BaseException:
    """Cut off the frames and the request below a failure: their locals hold the password and the cookies."""
    for link in _chain(error):
        link.__traceback__ = None
        if isinstance(link, requests.RequestException):
            link.request = None
            link.response = None
    return error
