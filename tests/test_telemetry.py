"""What can be seen of a statement from outside: the log, spans of OpenTelemetry, and requests as they go."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

import creatio_dbapi
from creatio_dbapi import Connection, OperationalError, ProgrammingError
from creatio_dbapi.sandbox import Sandbox
from tests.fix_connection import connect_to, query

VALUE = "Sp1der-value"
SQL = f"SELECT Name FROM City WHERE Name = '{VALUE}'"


class Spans:
    """The spans that were recorded, by the real SDK's exporter."""

    def __init__(self) -> None:
        self.exporter = InMemorySpanExporter()
        provider = TracerProvider()
        provider.add_span_processor(SimpleSpanProcessor(self.exporter))
        trace.set_tracer_provider(provider)
        self.tracer = provider.get_tracer("test")

    def named(self, name: str) -> list[ReadableSpan]:
        return [span for span in self.exporter.get_finished_spans() if span.name == name]

    def one(self, name: str) -> ReadableSpan:
        (span,) = self.named(name)
        return span


@pytest.fixture(scope="module")
def recorder() -> Spans:
    """The one provider that a process can have."""
    return Spans()


@pytest.fixture
def spans(recorder: Spans) -> Iterator[Spans]:
    recorder.exporter.clear()
    yield recorder
    for span in recorder.exporter.get_finished_spans():
        assert VALUE not in span.to_json()
        assert "Supervisor" not in span.to_json()


# -- spans ---------------------------------------------------------------------------------------------------


def test_a_query_is_a_span_with_its_plan_and_its_requests(spans: Spans, sandbox: Sandbox) -> None:
    with connect_to(sandbox, collation="sensitive") as connection, connection.cursor() as cursor:
        cursor.execute("SELECT Name FROM City").fetchall()
        stats = cursor.stats
    statement = spans.one("SELECT")
    assert statement.attributes is not None
    assert statement.attributes["db.system.name"] == "creatio"
    assert statement.attributes["server.address"] == "127.0.0.1"
    assert statement.attributes["db.response.returned_rows"] == stats.rows_received > 0
    assert statement.attributes["creatio.requests"] == stats.requests
    assert statement.attributes["creatio.bytes_received"] == stats.bytes_received
    inside = [spans.one(name) for name in ("plan", "sign in", "GET City", "GET $metadata")]
    assert {span.parent and span.parent.span_id for span in inside} == {statement.context and statement.context.span_id}
    request = spans.one("GET City")
    assert request.attributes is not None
    assert request.attributes["http.response.status_code"] == 200
    assert isinstance(request.attributes["http.response.body.size"], int)
    assert all((statement.start_time or 0) <= (span.start_time or 0) for span in inside)
    assert all((span.end_time or 0) <= (statement.end_time or 0) for span in inside)


def test_a_statement_is_part_of_what_the_caller_does(spans: Spans, connection: Connection) -> None:
    with spans.tracer.start_as_current_span("report") as report:
        query(connection, SQL)
    parent = spans.one("SELECT").parent
    assert parent is not None
    assert parent.span_id == report.get_span_context().span_id


def test_pages_ahead_belong_to_their_statement(spans: Spans) -> None:
    with Sandbox(contacts=12_000) as sandbox, connect_to(sandbox) as connection:
        assert len(query(connection, "SELECT Name FROM Contact")) == 12_000
    pages = spans.named("GET Contact")
    assert len(pages) > 1
    statement = spans.one("SELECT").context
    assert statement is not None
    assert {span.parent and span.parent.span_id for span in pages} == {statement.span_id}


def test_a_write_is_a_span(spans: Spans, connection: Connection) -> None:
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO City (Name) VALUES (?)", [[f"{VALUE} {number}"] for number in range(3)])
    statement = spans.one("INSERT")
    assert statement.attributes is not None
    assert statement.attributes["db.response.returned_rows"] == 3
    assert spans.one("POST $batch").attributes is not None


def test_failures_are_told_by_their_class(spans: Spans, connection: Connection, sandbox: Sandbox) -> None:
    with pytest.raises(ProgrammingError):
        query(connection, f"SELECT Nothing FROM City WHERE Name = '{VALUE}'")
    sandbox.fail_next(status=500)
    with pytest.raises(OperationalError):
        query(connection, "SELECT Name FROM City LIMIT 3")
    kinds = [span.attributes and span.attributes["error.type"] for span in spans.named("SELECT")]
    assert kinds == ["ProgrammingError", "OperationalError"]
    failed = spans.one("GET City").attributes
    assert failed is not None
    assert failed["error.type"] == "500"


# -- the log -------------------------------------------------------------------------------------------------


def test_each_request_is_one_line(connection: Connection, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "creatio_dbapi")
    with connection.cursor() as cursor:
        cursor.execute("SELECT Name FROM City LIMIT 3").fetchall()
        lines = [record for record in caplog.records if record.name == "creatio_dbapi.requests"]
        texts = [record.getMessage() for record in lines if record.levelno == logging.DEBUG]
        # The sign-in, and what the statement sent.
        assert len([text for text in texts if "/odata/" in text]) == cursor.stats.requests
    assert any(text.startswith("POST ") and "/AuthService.svc/Login: 200" in text for text in texts)
    assert any("/odata/City?" in text and ": 200, " in text for text in texts)
    assert any(record.levelno == logging.INFO and "signed in" in record.getMessage() for record in lines)


def test_a_retry_is_a_warning(connection: Connection, sandbox: Sandbox, caplog: pytest.LogCaptureFixture) -> None:
    query(connection, "SELECT Name FROM City LIMIT 3")
    sandbox.fail_next(status=503)
    with connection.cursor() as cursor:
        cursor.execute("SELECT Name FROM City LIMIT 3").fetchall()
        assert cursor.stats.retries == 1
    warned = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert len(warned) == 1
    assert "HTTP 503; again in " in warned[0]


# -- show_requests -------------------------------------------------------------------------------------------


def test_requests_are_shown_as_they_go(connection: Connection) -> None:
    out = io.StringIO()
    query(connection, SQL)
    with creatio_dbapi.show_requests(out):
        query(connection, SQL)
        shown = out.getvalue().splitlines()
        assert len(shown) == 1
        assert shown[0].startswith("GET City?$select=")
        assert f"&$filter=Name eq '{VALUE}'&" in shown[0]
        assert " -> 200, " in shown[0]
    query(connection, SQL)
    assert out.getvalue().splitlines() == shown


def test_requests_are_shown_on_standard_error(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    with creatio_dbapi.show_requests(), connect_to(sandbox) as connection:
        query(connection, "SELECT Name FROM City LIMIT 1")
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "GET City?" in printed.err
    assert "AuthService.svc/Login -> 200" in printed.err
    assert "AuthService.svc/Logout -> 200" in printed.err
    assert sandbox.password not in printed.err
