"""The $batch protocol against servers that answer in their own way: a small HTTP server says what it is told to."""

from __future__ import annotations

import json
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from creatio_dbapi import OperationalError
from creatio_dbapi.auth import FormsAuthentication
from creatio_dbapi.batch import LostAnswerError, Part, send_batch
from creatio_dbapi.catalog import Column, Table
from creatio_dbapi.meter import Meter
from creatio_dbapi.plan.dml_nodes import Change
from creatio_dbapi.request import Value
from creatio_dbapi.session import Session
from creatio_dbapi.writes import Writer

Answer = Callable[[str, str, Any], tuple[int, Any]]  # method, path, JSON body → status, JSON


@contextmanager
def server(answer: Answer) -> Iterator[Session]:
    """Serve logins and whatever `answer` says, and give a session with it."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if "Login" in self.path:
                status, value = 200, {"Code": 0}
            else:
                status, value = answer(self.command, self.path, json.loads(body) if body else None)
            content = b"" if value is None else json.dumps(value).encode()
            self.send_response(status)
            if "Login" in self.path:
                self.send_header("Set-Cookie", "BPMCSRF=x; path=/")
                self.send_header("Set-Cookie", ".ASPXAUTH=y; path=/")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PATCH = do_DELETE = _answer  # noqa: N815

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    try:
        with Session(f"http://127.0.0.1:{httpd.server_port}", FormsAuthentication("u", "p")) as session:
            yield session
    finally:
        httpd.shutdown()
        httpd.server_close()
        thread.join()


PARTS = [Part("PATCH", "A", b"{}"), Part("PATCH", "B", b"{}"), Part("PATCH", "C", b"{}")]


def batch_answering(responses: list[dict[str, Any]]) -> Answer:
    """Answer every batch with these responses."""
    return lambda method, path, body: (200, {"responses": responses})


@pytest.mark.parametrize(
    ("responses", "statuses"),
    [
        ([{"id": "0", "status": 200}, {"id": "1", "status": 201}, {"id": "2", "status": 204}], [200, 201, 204]),
        # Facts 5: ids may be anything, so the position counts …
        ([{"id": "t", "status": 200}, {"id": "t", "status": 201}, {"id": "t", "status": 204}], [200, 201, 204]),
        ([{"status": 200}, {"status": 201}, {"status": 204}], [200, 201, 204]),
        # … unless they are ours, in another order.
        ([{"id": "2", "status": 204}, {"id": "0", "status": 200}, {"id": 1, "status": 201}], [200, 201, 204]),
        ([{"id": "0", "status": 200}, {"id": "1", "status": 404}], [200, 404]),
    ],
)
def test_answers_are_matched_by_position_then_by_id(responses: list[dict[str, Any]], statuses: list[int]) -> None:
    with server(batch_answering(responses)) as session:
        assert [reply.status for reply in send_batch(session, PARTS)] == statuses


@pytest.mark.parametrize(
    "responses",
    [[], [{"id": "0", "status": 200}], [{"status": 200}] * 4, [{"status": "x"}], [{"id": "0"}], [{"status": 202}] * 3],
)
def test_an_answer_that_is_not_whole_counts_as_lost(responses: list[dict[str, Any]]) -> None:
    with server(batch_answering(responses)) as session, pytest.raises(LostAnswerError):
        send_batch(session, PARTS)


COLUMNS = (Column("Id", "Edm.Guid"), Column("CreatedOn", "Edm.DateTimeOffset"), Column("Title", "Edm.String"))
TABLE = Table("UsrT", COLUMNS, ("Id",))
KEY = uuid.UUID(int=7)


def update() -> Change:
    """An UPDATE of one row."""
    return Change("update", TABLE, (Value("Edm.Guid", KEY),), {"Title": "x"})


def created(moment: str) -> dict[str, str]:
    """The row as a server shows it."""
    return {"Id": str(KEY), "CreatedOn": moment}


def test_a_row_that_a_patch_has_created_is_taken_away_again() -> None:
    """Between the look and the PATCH the row was deleted: it was there before, and is another one afterwards."""
    seen: list[str] = []

    def answer(method: str, path: str, body: Any) -> tuple[int, Any]:
        seen.append(f"{method} {path}")
        if method == "DELETE":
            return 204, None
        old, new = created("2020-01-01T00:00:00Z"), created("2026-01-01T00:00:00Z")
        return 200, {
            "responses": [{"status": 200, "body": old}, {"status": 204}, {"status": 200, "body": {"value": [new]}}]
        }

    with server(answer) as session:
        outcomes = Writer(session, Meter()).run([update()])
    assert [outcome.state for outcome in outcomes] == ["missing"]
    assert f"DELETE /odata/UsrT({KEY})" in seen


def test_a_server_that_does_not_stop_at_a_failure_makes_no_rows_either() -> None:
    seen: list[str] = []

    def answer(method: str, path: str, body: Any) -> tuple[int, Any]:
        seen.append(f"{method} {path}")
        if method == "DELETE":
            return 204, None
        new = created("2026-01-01T00:00:00Z")
        return 200, {
            "responses": [{"status": 404, "body": {}}, {"status": 204}, {"status": 200, "body": {"value": [new]}}]
        }

    with server(answer) as session:
        outcomes = Writer(session, Meter()).run([update()])
    assert [outcome.state for outcome in outcomes] == ["missing"]
    assert f"DELETE /odata/UsrT({KEY})" in seen


def test_a_refused_post_that_left_its_row_says_so() -> None:
    """Facts 4: a handler behind the insert may fail when the row is in already."""

    def answer(method: str, path: str, body: Any) -> tuple[int, Any]:
        if method == "GET":
            return 200, {"value": [created("2026-01-01T00:00:00Z")]}
        return 500, {"error": {"message": "a handler failed"}}

    change = Change("insert", TABLE, (Value("Edm.Guid", KEY),), {"Id": str(KEY)}, made=True)
    with server(answer) as session:
        outcomes = Writer(session, Meter()).run([change])
    assert [(outcome.state, outcome.present) for outcome in outcomes] == [("failed", True)]
    assert isinstance(outcomes[0].error, OperationalError)
