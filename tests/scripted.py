"""A scripted server: says word for word what Creatio and networks are known to say, over real sockets."""

from __future__ import annotations

import json
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BufferedReader

from creatio_dbapi.sandbox.issued import MARK

PASSWORD = f"p4ss'w\"ord-ÿ{MARK}"
TICKET, TOKEN, LOADER = f"{MARK}-TICKET-0123", f"{MARK}-TOKEN-4567", f"{MARK}-LOADER-89ab"
SECRETS = ("p4ss", TICKET, TOKEN, LOADER)
NET_COOKIES = (f".ASPXAUTH={TICKET}; path=/; HttpOnly", f"BPMCSRF={TOKEN}; path=/; SameSite=Lax", "UserType=General")
FRAMEWORK_COOKIES = (*NET_COOKIES, f"BPMLOADER={LOADER}; path=/; HttpOnly", "UserName=83|117; path=/")


@dataclass(frozen=True)
class Asked:
    """A request as it came over the wire; `connection` counts from 1."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes
    connection: int


@dataclass(frozen=True)
class Said:
    """The bytes of an answer; `wait` is the pause before them, `hang_up` closes the connection after them."""

    raw: bytes
    hang_up: bool = False
    wait: float = 0.0


def said(
    status: int,
    body: bytes = b"",
    *headers: str,
    kind: str = "application/json; odata.metadata=minimal",
    wait: float = 0.0,
) -> Said:
    lines = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body)}", f"Content-Type: {kind}", *headers]
    return Said("\r\n".join(lines).encode() + b"\r\n\r\n" + body, wait=wait)


def login(*cookies: str, **members: object) -> Said:
    body = {"Code": 0, "Message": "", "Exception": None, "PasswordChangeUrl": None, "RedirectUrl": None} | members
    return said(200, json.dumps(body).encode(), *(f"Set-Cookie: {cookie}" for cookie in cookies))


GOOD = said(200, b'{"value":[]}')
EXPIRED = said(401, b'{"Message":"Authentication failed.","StackTrace":null}')


@dataclass
class Server:
    """Answers sign-ins and data requests from two lists; the last entry of each is said again and again."""

    logins: list[Said] = field(default_factory=lambda: [login(*NET_COOKIES)])
    answers: list[Said] = field(default_factory=lambda: [GOOD])
    asked: list[Asked] = field(default_factory=list)
    context: ssl.SSLContext | None = None
    rule: Callable[[Asked], Said] | None = None
    busy: int = 0  # how many requests are being answered
    most_busy: int = 0

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self._open: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    @property
    def url(self) -> str:
        scheme = "https" if self.context else "http"
        return f"{scheme}://127.0.0.1:{self._listener.getsockname()[1]}"

    @property
    def data(self) -> list[Asked]:
        return [asked for asked in self.asked if "AuthService.svc" not in asked.target]

    @property
    def sign_ins(self) -> list[Asked]:
        return [asked for asked in self.asked if asked.target.endswith("/Login")]

    def stop(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in self._open:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self._open.append(connection)
            thread = threading.Thread(target=self._serve, args=(connection, len(self._threads)))
            self._threads.append(thread)
            thread.start()

    def _serve(self, plain: socket.socket, number: int) -> None:
        connection = plain
        try:
            if self.context is not None:
                connection = self.context.wrap_socket(plain, server_side=True)
                self._open.append(connection)  # which has taken the plain one's place
            with connection, connection.makefile("rb") as reader:
                while self._answer_one(connection, reader, number):
                    pass
        except OSError:
            plain.close()

    def _answer_one(self, connection: socket.socket, reader: BufferedReader, number: int) -> bool:
        if reader.peek(1)[:1] == b"\x16":  # a TLS greeting; real servers refuse it in plain text
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")
            return False
        first = reader.readline().decode("latin-1").split()
        if len(first) != 3:
            return False
        headers = {}
        while line := reader.readline().strip().decode("latin-1"):
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        body = reader.read(int(headers.get("content-length", "0")))
        asked = Asked(first[0], first[1], headers, body, number)
        answer = self._choose(asked)
        time.sleep(answer.wait)
        with self._lock:
            self.busy -= 1
        connection.sendall(answer.raw)
        return not answer.hang_up

    def _choose(self, asked: Asked) -> Said:
        with self._lock:
            self.busy += 1
            self.most_busy = max(self.most_busy, self.busy)
            self.asked.append(asked)
            if asked.target.endswith("/Logout"):
                return said(200, b"{}")
            if asked.target.endswith("/Login"):
                return self.logins.pop(0) if len(self.logins) > 1 else self.logins[0]
            if self.rule is not None:
                return self.rule(asked)
            return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
