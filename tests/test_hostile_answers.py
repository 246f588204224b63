"""Hostile and broken servers: XML and JSON bombs, bodies without end; each ends in an error, within bounded memory."""

from __future__ import annotations

import itertools
import json
import os
import socket
import subprocess
import sys
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping

import pytest

MEGABYTE = 2**20
LIMIT = 48 * MEGABYTE  # of an answer, so that the tests are quick
PEAK = 700  # megabytes of the whole process, the local engine and Arrow included
GUID = "00000000-0000-0000-0000-000000000001"
ROW = f'{{"Id":"{GUID}","Name":"x","N":1,"Price":1.5}}'
COLUMNS = {"Id": "Edm.Guid", "Name": "Edm.String", "N": "Edm.Int32", "Price": "Edm.Decimal"}
JSON = "application/json; odata.metadata=minimal"
HEAD = (
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>'
    '<Schema Namespace="N" xmlns="http://docs.oasis-open.org/odata/ns/edm">'
)
TABLE = (
    '<EntityType Name="T"><Key><PropertyRef Name="Id"/></Key>'
    + "".join(f'<Property Name="{name}" Type="{edm}"/>' for name, edm in COLUMNS.items())
    + "</EntityType>"
)
TAIL = (
    '<EntityContainer Name="C"><EntitySet Name="T" EntityType="N.T"/></EntityContainer>'
    "</Schema></edmx:DataServices></edmx:Edmx>"
)
METADATA = HEAD + TABLE + TAIL

Body = Callable[[], Iterable[bytes]]


def endless(text: str) -> Iterator[bytes]:
    """Repeat a text for ever, in pieces of some size."""
    return itertools.repeat(text.encode() * max(1, 65536 // len(text)))


def after(start: str, rest: Iterable[bytes]) -> Iterator[bytes]:
    """Put a beginning before the rest."""
    yield start.encode()
    yield from rest


def zipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Compress without end; a megabyte of blanks becomes a kilobyte."""
    packer = zlib.compressobj(9, wbits=31)
    for piece in pieces:
        yield packer.compress(piece) + packer.flush(zlib.Z_SYNC_FLUSH)


def exactly(size: int, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Stop after about so many bytes."""
    for piece in pieces:
        yield piece
        size -= len(piece)
        if size < 0:
            return


def page(cell: str) -> str:
    """Write a page of one row with a cell of N."""
    return f'{{"value":[{{"Id":"{GUID}","Name":"x","N":{cell},"Price":1.5}}],"@odata.count":1}}'


def some(text: str) -> Body:
    """Make a body that ends."""
    return lambda: [text.encode()]


# What a read may be answered with, and a part of what the driver says of it.
READS: Mapping[str, tuple[Body, str]] = {
    "rows without end": (lambda: after('{"value":[', endless(ROW + ",")), "larger than"),
    "a text without end": (lambda: after('{"value":[{"Id":"', endless("x")), "larger than"),
    "blanks without end": (lambda: after('{"value":', endless(" ")), "larger than"),
    "members without end": (lambda: after("{", (f'"a{n}":1,'.encode() * 99 for n in itertools.count())), "larger than"),
    "lists in lists": (lambda: exactly(40 * MEGABYTE, endless("[")), "more than 16777216 values"),
    "objects in objects": (lambda: exactly(30 * MEGABYTE, endless('{"value":')), "not whole JSON"),
    "deep, in a cell": (some(page("[" * 100_000 + "]" * 100_000)), "not whole JSON"),
    "deep, in a member that is not read": (some('{"more":' + "[" * 9_000_000 + ',"value":[]}'), "not whole JSON"),
    "many lists": (lambda: after('{"value":[', exactly(40 * MEGABYTE, endless("[],"))), "more than 16777216 values"),
    "many lists in a cell": (
        lambda: after(page("[").partition("]")[0], exactly(40 * MEGABYTE, endless("[],"))),
        "more than 16777216 values",
    ),
    "many texts": (lambda: after('{"value":[', exactly(45 * MEGABYTE, endless('"",'))), "not whole JSON"),
    "a number of a million digits": (some(page("9" * 1_000_000)), "out of range"),
    "a number that is too large": (some(page("1e999999999")), ""),
    "a decimal of a million digits": (some(page("1").replace("1.5", "9" * 1_000_000)), "Price"),
    "a decimal that is too large": (some(page("1").replace("1.5", "1e999999999")), "Price"),
    "a decimal with too many places": (some(page("1").replace("1.5", "1e-999999999")), "Price"),
    "nothing": (some(""), "not whole JSON"),
    "bytes that are no text": (some('{"value":"\xff\xfe"}'), ""),
    "a list": (some("[]"), "not a JSON object"),
}
PACKED: Mapping[str, tuple[Body, str]] = {
    "a gzip bomb": (lambda: zipped(after('{"value":[', itertools.repeat(b" " * MEGABYTE))), "larger than"),
}
METADATAS: Mapping[str, tuple[Body, str]] = {
    "entities in entities": (
        some(
            '<!DOCTYPE lolz [<!ENTITY l0 "lol">'
            + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
            + "]>"
            + METADATA.replace('Name="N"', 'Name="&l11;"')
        ),
        "document type declaration",
    ),
    "one long entity": (
        some(f'<!DOCTYPE a [<!ENTITY a "{"a" * 50_000}">]>' + HEAD + "&a;" * 50_000 + TAIL),
        "document type declaration",
    ),
    "a parameter entity": (
        some('<!DOCTYPE a [<!ENTITY % p SYSTEM "CANARY">%p;]>' + METADATA),
        "document type declaration",
    ),
    "an entity of this machine": (
        some('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + HEAD + "&x;" + TAIL),
        "document type declaration",
    ),
    "an external document type": (some('<!DOCTYPE a SYSTEM "CANARY">' + METADATA), "document type declaration"),
    "an entity of another server": (
        some('<!DOCTYPE a [<!ENTITY x SYSTEM "CANARY">]>' + HEAD + "&x;" + TAIL),
        "document type declaration",
    ),
    "100 megabytes": (lambda: after(HEAD, exactly(100 * MEGABYTE, endless('<Annotation Term="t"/>'))), "larger than"),
    "an element without end": (lambda: after(HEAD + '<Property Name="', endless("x")), "more than 1048576 bytes"),
    "elements in elements": (lambda: after(HEAD, endless("<a>")), "more than 100 deep"),
    "blanks without end": (lambda: after(HEAD, endless(" ")), "larger than"),
    "cut off": (some(METADATA[: len(METADATA) // 2]), "ends early"),
    "nothing": (some(""), "empty"),
    "JSON": (some('{"value":[]}'), "not XML"),
}
PACKED_METADATA: Mapping[str, tuple[Body, str]] = {
    "a gzip bomb": (lambda: zipped(after(HEAD, itertools.repeat(b" " * MEGABYTE))), "larger than"),
}
ERRORS: Mapping[str, tuple[Body, str]] = {
    "an error without end": (lambda: after('{"error":{"message":"', endless("x")), "500"),
    "an error of many lists": (lambda: exactly(40 * MEGABYTE, endless("[],")), "500"),
    "a deep error": (some('{"error":' + "[" * 500_000), "500"),
}


class HostileServer:
    """Signs everybody in, and answers from the case that is named in the path that the child asks for first."""

    def __init__(self) -> None:
        self.canary = 0
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=16)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.metadata: tuple[Body, bool] = (some(METADATA), False)
        self.data: tuple[int, Body, bool] = (200, some(page("1")), False)
        self.login: Body = some('{"Code":0}')
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, connection.makefile("rb") as reader:
            try:
                while (first := reader.readline().decode("latin-1").split()) and len(first) == 3:
                    headers = dict(
                        line.decode("latin-1").lower().strip().split(": ", 1)
                        for line in iter(reader.readline, b"\r\n")
                        if b": " in line
                    )
                    reader.read(int(headers.get("content-length", "0")))
                    self._answer(connection, first[1])
            except OSError:
                return

    def _answer(self, connection: socket.socket, target: str) -> None:
        if "canary" in target:
            self.canary += 1
        if target.endswith("/Login"):
            self._send(connection, 200, JSON, self.login(), False, "Set-Cookie: BPMCSRF=x; path=/\r\n")
        elif "$metadata" in target:
            body, packed = self.metadata
            self._send(connection, 200, "application/xml", body(), packed)
        elif "AuthService" in target:
            self._send(connection, 200, JSON, [b"{}"], False)
        else:
            status, body, packed = self.data
            self._send(connection, status, JSON, body(), packed)

    def _send(
        self, connection: socket.socket, status: int, kind: str, body: Iterable[bytes], packed: bool, more: str = ""
    ) -> None:
        coding = "Content-Encoding: gzip\r\n" if packed else ""
        head = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nTransfer-Encoding: chunked\r\n{coding}{more}\r\n"
        connection.sendall(head.encode())
        for piece in body:
            if piece:
                canaried = piece.replace(b"CANARY", f"{self.url}/canary".encode())
                connection.sendall(b"%x\r\n%s\r\n" % (len(canaried), canaried))
        connection.sendall(b"0\r\n\r\n")


CHILD = """\
import json, resource, sys, creatio_dbapi
def most_memory():
    try:  # on Linux, what the parent had when it forked counts in ru_maxrss
        return int(open("/proc/self/status").read().partition("VmHWM:")[2].split()[0]) // 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 * 1024 if sys.platform == "darwin" else 1024)
url, limit = sys.argv[1], int(sys.argv[2])
for line in sys.stdin:
    statement = json.loads(line)
    try:
        with creatio_dbapi.connect(url, "u", "p", cache_directory="", collation="sensitive", retries=0, timeout=60,
                                   max_answer_bytes=limit) as connection, connection.cursor() as cursor:
            answer = ["no error", repr(cursor.execute(statement).fetchall())[:300]]
    except creatio_dbapi.Error as error:
        answer = ["Error", f"{type(error).__name__}: {error}"[:2000]]
    except BaseException as error:
        answer = ["outside", f"{type(error).__name__}: {error}"[:2000]]
    peak = most_memory()
    print(json.dumps([*answer, peak]), flush=True)
"""


class Child:
    """A process that asks, and tells what came of it and the most memory that it has taken so far."""

    def __init__(self, url: str) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - words of our own
            [sys.executable, "-c", CHILD, url, str(LIMIT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def ask(self, statement: str) -> tuple[str, str, int]:
        """Run a statement; return how it ended, what was said, and megabytes."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(statement) + "\n")
        self._process.stdin.flush()
        ended, told, peak = json.loads(self._process.stdout.readline() or '["gone", "", 0]')
        return ended, told, peak

    def stop(self) -> None:
        """Let it end."""
        self._process.communicate()


pytestmark = pytest.mark.skipif(os.name == "nt", reason="the most memory of a process is told on POSIX systems")


@pytest.fixture(scope="module")
def server() -> Iterator[HostileServer]:
    """The server."""
    running = HostileServer()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def child(server: HostileServer) -> Iterator[Child]:
    """The process that asks."""
    asking = Child(server.url)
    yield asking
    asking.stop()


@pytest.fixture(autouse=True)
def friendly(server: HostileServer) -> None:
    """Let the server be friendly at the start of each test."""
    server.metadata = (some(METADATA), False)
    server.data = (200, some(page("1")), False)
    server.login = some('{"Code":0}')


SELECT = "SELECT Id, Name, N, Price FROM T"


def ends_well(child: Child, statement: str, words: str) -> None:
    """Check that a statement ends in an error of the driver, and what memory that took."""
    ended, told, peak = child.ask(statement)
    assert (ended, words in told) == ("Error", True), (told, words)
    assert peak < PEAK


def test_a_friendly_answer_is_read(server: HostileServer, child: Child) -> None:
    ended, told, peak = child.ask(SELECT)
    assert (ended, "Decimal('1.5')" in told) == ("no error", True), told
    assert peak < PEAK


@pytest.mark.parametrize("case", READS)
def test_an_answer_that_is_a_bomb(server: HostileServer, child: Child, case: str) -> None:
    body, words = READS[case]
    server.data = (200, body, False)
    ends_well(child, SELECT, words)


@pytest.mark.parametrize("case", PACKED)
def test_a_packed_answer_that_is_a_bomb(server: HostileServer, child: Child, case: str) -> None:
    body, words = PACKED[case]
    server.data = (200, body, True)
    ends_well(child, SELECT, words)


@pytest.mark.parametrize("case", ERRORS)
@pytest.mark.parametrize("statement", [SELECT, "INSERT INTO T (Name) VALUES ('x')"], ids=["read", "write"])
def test_an_error_that_is_a_bomb(server: HostileServer, child: Child, case: str, statement: str) -> None:
    body, words = ERRORS[case]
    server.data = (500, body, False)
    ends_well(child, statement, words)


@pytest.mark.parametrize("case", ["rows without end", "lists in lists", "many lists", "deep, in a cell", "nothing"])
def test_the_answer_to_a_write_that_is_a_bomb(server: HostileServer, child: Child, case: str) -> None:
    server.data = (200, READS[case][0], False)
    ended, told, peak = child.ask("UPDATE T SET Name = 'x' WHERE N > 0")
    assert ended == "Error", told
    assert peak < PEAK


@pytest.mark.parametrize("case", METADATAS)
def test_metadata_that_are_a_bomb(server: HostileServer, child: Child, case: str) -> None:
    body, words = METADATAS[case]
    server.metadata = (body, False)
    ends_well(child, SELECT, words)
    assert server.canary == 0  # nothing outside the document was asked for


def test_packed_metadata_that_are_a_bomb(server: HostileServer, child: Child) -> None:
    body, words = PACKED_METADATA["a gzip bomb"]
    server.metadata = (body, True)
    ends_well(child, SELECT, words)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (lambda: after('{"Code":0,"Message":"', endless("x")), "larger than 1048576 bytes"),
        (some('{"Code":0,"Message":' + "[" * 500_000), "not Creatio's"),
        (some('{"Code":' + "9" * 900_000 + "}"), ""),
    ],
    ids=["without end", "deep", "a long number"],
)
def test_a_sign_in_that_is_a_bomb(server: HostileServer, child: Child, body: Body, words: str) -> None:
    server.login = body
    ends_well(child, SELECT, words)
