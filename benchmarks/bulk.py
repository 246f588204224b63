"""Serves two large tables whose pages cost the server nearly nothing: python -m benchmarks.bulk --rows 1000000.

A sandbox makes one page after another and takes longer over each than a driver does, so it would hide what is measured.
Here rows are made by their number and answers are kept, compressed, so that the second who asks gets them at once; both
sides ask the same server. It knows `$select`, `$top`, `$skip`, `$count`, the order by Id and one
`$expand`, and refuses all else.
"""

from __future__ import annotations

import argparse
import gzip
import threading
import time
import uuid
from collections.abc import Callable
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

NAMESPACE = "Terrasoft.Configuration"
ACCOUNTS = 1_000
KEPT_ANSWERS = 400
_EDM = "http://docs.oasis-open.org/odata/ns/edm"


def guid(number: int, kind: int) -> str:
    """Make a Guid whose order is that of the numbers."""
    return str(uuid.UUID(int=((number + 1) << 88) | (kind << 64) | (number * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF)))


def _moment(number: int) -> str:
    day, second = 1 + number % 28, number % 60
    return (
        f'"20{10 + number % 15}-{1 + number % 12:02}-{day:02}T{number % 24:02}:{number * 7 % 60:02}:{second:02}.125Z"'
    )


def _account(number: int) -> str:
    return f'"{uuid.UUID(int=0)}"' if number % 10 == 0 else f'"{guid(number * 7 % ACCOUNTS, 2)}"'


Column = tuple[str, str, Callable[[int], str]]
STANDARD: tuple[Column, ...] = (
    ("Id", "Edm.Guid", lambda n: f'"{guid(n, 1)}"'),
    ("Name", "Edm.String", lambda n: f'"Customer {n % 9973} of {n % 271}"'),
    ("Email", "Edm.String", lambda n: f'"customer.{n}@example.com"'),
    ("Age", "Edm.Int32", lambda n: str(n % 97)),
    ("Amount", "Edm.Decimal", lambda n: f"{n % 10_000}.{n % 9 + 1}{n % 8 + 1}"),
    ("CreatedOn", "Edm.DateTimeOffset", _moment),
    ("AccountId", "Edm.Guid", _account),
    ("Active", "Edm.Boolean", lambda n: "true" if n % 3 else "false"),
)
NAMES = tuple(name for name, _, _ in STANDARD)
_MORE = STANDARD[1:6] + STANDARD[7:]


def columns_of(number: int) -> tuple[Column, ...]:
    """Return `number` columns: the standard ones, and more of their types, 99 at the most."""
    more = ((f"Column{place}", *_MORE[place % len(_MORE)][1:]) for place in range(number - len(STANDARD)))
    return (*STANDARD[:number], *more)


class Tables:
    """Contact and Account by number: their rows, and what is said about them."""

    def __init__(self, rows: int, columns: int) -> None:
        account: tuple[Column, ...] = (
            ("Id", "Edm.Guid", lambda n: f'"{guid(n, 2)}"'),
            ("Name", "Edm.String", lambda n: f'"Account {n}"'),
            ("Size", "Edm.Int32", lambda n: str(n % 17)),
        )
        self.tables = {"Contact": (rows, columns_of(columns)), "Account": (ACCOUNTS, account)}
        self.answer = lru_cache(maxsize=KEPT_ANSWERS)(self._answer)

    def metadata(self) -> bytes:
        """Write the $metadata document."""
        types = "".join(self._type(name) for name in self.tables)
        sets = "".join(f'<EntitySet Name="{name}" EntityType="{NAMESPACE}.{name}" />' for name in self.tables)
        return (
            '<?xml version="1.0" encoding="utf-8"?><edmx:Edmx Version="4.0" '
            'xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>'
            f'<Schema Namespace="{NAMESPACE}" xmlns="{_EDM}">{types}'
            f'<EntityContainer Name="Container">{sets}</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>'
        ).encode()

    def _type(self, name: str) -> str:
        _, columns = self.tables[name]
        scale = {"Edm.Decimal": ' Scale="2"'}
        properties = "".join(f'<Property Name="{each}" Type="{edm}"{scale.get(edm, "")} />' for each, edm, _ in columns)
        link = f'<NavigationProperty Name="Account" Type="{NAMESPACE}.Account" />' if name == "Contact" else ""
        key = '<Key><PropertyRef Name="Id" /></Key>'
        return f'<EntityType Name="{name}">{key}{properties}{link}</EntityType>'

    def _answer(self, query: str, name: str, compressed: bool) -> bytes:
        options = dict(parse_qsl(query))
        unknown = options.keys() - {"$select", "$orderby", "$top", "$skip", "$count", "$expand"}
        if unknown or options.get("$orderby", "Id") != "Id":
            raise NotImplementedError(query)
        total, columns = self.tables[name]
        makers = {each: make for each, _, make in columns}
        wanted = options["$select"].split(",") if "$select" in options else list(makers)
        skip = int(options.get("$skip", 0))
        numbers = range(skip, min(total, skip + int(options.get("$top", total))))
        cells = [[f'"{each}":{text}' for text in map(makers[each], numbers)] for each in wanted]
        if "$expand" in options:
            cells.append([f'"Account":{text}' for text in map(self._linked(options["$expand"]), numbers)])
        rows = ",".join("{" + ",".join(row) + "}" for row in zip(*cells, strict=True))
        count = f'"@odata.count":{total},' if options.get("$count") == "true" else ""
        body = f'{{"@odata.context":"$metadata#{name}",{count}"value":[{rows}]}}'.encode()
        return gzip.compress(body, 1) if compressed else body

    def _linked(self, expand: str) -> Callable[[int], str]:
        link, _, inner = expand.rstrip(")").partition("($select=")
        if link != "Account":
            raise NotImplementedError(expand)
        _, columns = self.tables["Account"]
        wanted = inner.split(",")
        rows = [
            "{" + ",".join(f'"{name}":{make(number)}' for name, _, make in columns if name in wanted) + "}"
            for number in range(ACCOUNTS)
        ]
        return lambda number: "null" if number % 10 == 0 else rows[number * 7 % ACCOUNTS]


def handler_of(tables: Tables, latency: float) -> type[BaseHTTPRequestHandler]:
    """Make the class that answers requests; `latency` is in seconds."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        wbufsize = -1

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self._send(200, b'{"Code":0,"Message":""}', [("Set-Cookie", "BPMCSRF=x; path=/")])

        def do_GET(self) -> None:
            time.sleep(latency)
            parts = urlsplit(self.path)
            name = parts.path.rpartition("/odata/")[2]
            compressed = "gzip" in self.headers.get("Accept-Encoding", "")
            try:
                if name == "$metadata":
                    self._send(200, tables.metadata(), [("Content-Type", "application/xml")])
                    return
                body = tables.answer(parts.query, name, compressed)
            except (NotImplementedError, KeyError) as error:
                self._send(501, f"this server does not know {error}".encode())
                return
            self._send(200, body, [("Content-Encoding", "gzip")] if compressed else [])

        def _send(self, status: int, body: bytes, headers: list[tuple[str, str]] | None = None) -> None:
            self.send_response_only(status)
            for header, value in [("Content-Length", str(len(body))), *(headers or [])]:
                self.send_header(header, value)
            if not any(header == "Content-Type" for header, _ in headers or []):
                self.send_header("Content-Type", "application/json; odata.metadata=minimal")
            self.end_headers()
            self.wfile.write(body)
            self.wfile.flush()

    return Handler


def main() -> None:
    """Serve until the parent ends: one address for each latency, over the same answers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--columns", type=int, default=len(STANDARD))
    parser.add_argument("--latency", type=float, nargs="*", default=[0.0], metavar="MS", help="one address for each")
    given = parser.parse_args()
    tables = Tables(given.rows, given.columns)
    servers: list[Any] = []
    for latency in given.latency:
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(tables, latency / 1000))
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
    print(*(f"http://127.0.0.1:{server.server_address[1]}" for server in servers), flush=True)
    threading.Event().wait()


if __name__ == "__main__":
    main()
