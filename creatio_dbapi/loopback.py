"""Waits on this machine for the browser that comes back from a sign-in (RFC 8252, section 7.3)."""

from __future__ import annotations

import hmac
import threading
import time
from concurrent.futures import Future, InvalidStateError
from concurrent.futures import TimeoutError as TooLateError
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs, urlsplit

from creatio_dbapi.errors import InterfaceError, OperationalError
from creatio_dbapi.flights import wait_for
from creatio_dbapi.secret import Secret, SecretMapping

_HOSTS = ("127.0.0.1", "localhost")
_LONGEST_TARGET = 16_384
_LOOK_AGAIN = 0.5  # seconds; on Windows, Ctrl-C is heard only between two waits
_PAGE = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
    "<body><h1>{title}</h1><p>{text}</p></body></html>"
)


class Listener:
    """Listens for one answer of the authorization endpoint; close it, or use it in a `with` statement.

    `redirect` is an address on this machine, with port 0 for any free one. Raises InterfaceError for another address
    and OperationalError where its port is taken.
    """

    def __init__(self, redirect: str, state: Secret) -> None:
        parts = urlsplit(redirect)
        if parts.scheme != "http" or parts.hostname not in _HOSTS or parts.query or parts.fragment:
            raise InterfaceError(
                f"redirect_uri is an address on this machine, such as http://127.0.0.1:8765/callback, not {redirect!r}"
            )
        self._answer: Future[SecretMapping] = Future()
        taken = None
        try:
            self._server = _Server(("127.0.0.1", parts.port or 0), parts.path or "/", state, self._answer)
        except OSError as error:
            taken = error.strerror
        if taken is not None:
            raise OperationalError(f"the answer to the sign-in is awaited at {redirect}, but there: {taken}")
        port = self._server.server_address[1]
        self.redirect = f"http://{parts.hostname}:{port}{parts.path}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def __enter__(self) -> Listener:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def wait(self, seconds: float) -> SecretMapping:
        """Return the parameters of the answer; raises OperationalError when none comes in time.

        Where the statement that signs in is stopped, the wait ends at once by an OSError.
        """
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            with suppress(TooLateError):
                return wait_for(self._answer, min(left, _LOOK_AGAIN))
        foreign = self._server.foreign
        strange = f"; {foreign} answers came that this sign-in did not ask for" if foreign else ""
        raise OperationalError(f"nobody signed in in the browser within {seconds:g} s{strange}; try again")

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    """Answers the browser, and hands the first answer on that belongs to this sign-in."""

    daemon_threads = True
    block_on_close = False  # a browser keeps connections open on which it never asks for anything
    allow_reuse_address = True

    def __init__(self, place: tuple[str, int], path: str, state: Secret, answer: Future[SecretMapping]) -> None:
        self.path = path
        self.foreign = 0
        self._state = state
        self._answer = answer
        super().__init__(place, _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a browser that hangs up is no matter, and a traceback could show the code."""

    def take(self, parameters: dict[str, list[str]]) -> bool:
        """Hand an answer on if its state is the one of this sign-in, and it is the first (RFC 6749, section 10.12)."""
        given = "".join(parameters.get("state", [])).encode("utf-8", "replace")
        if not hmac.compare_digest(given, self._state.reveal().encode()):
            self.foreign += 1
            return False
        with suppress(InvalidStateError):  # the first is handed on, while somebody waits for it
            self._answer.set_result(SecretMapping({name: values[0] for name, values in parameters.items()}))
        return True


class _Handler(BaseHTTPRequestHandler):
    """One request of the browser."""

    server: _Server
    timeout = 10.0
    server_version = "creatio-dbapi"
    sys_version = ""

    def do_GET(self) -> None:
        """Take the answer from the address, and tell the person how it went."""
        target = urlsplit(self.path)
        hosts = [f"{host}:{self.server.server_address[1]}" for host in _HOSTS]
        if target.path != self.server.path or len(self.path) > _LONGEST_TARGET or self.headers.get("Host") not in hosts:
            self._say(404, "Not found", "There is nothing here.")
        elif self.server.take(parse_qs(target.query)):
            self._say(200, "Creatio", "The answer was handed to the program. You can close this window.")
        else:
            self._say(400, "Creatio", "This answer does not belong to a sign-in that is under way.")

    def _say(self, status: int, title: str, text: str) -> None:
        page = _PAGE.format(title=title, text=text).encode()
        self.send_response(status)
        # The address of this page holds the code.
        for name, value in (
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Length", str(len(page))),
            ("Referrer-Policy", "no-referrer"),
            ("Cache-Control", "no-store"),
            ("Connection", "close"),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:
        """Write nothing to standard error: the address holds the code."""
