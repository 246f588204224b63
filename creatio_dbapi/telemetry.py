"""Spans for OpenTelemetry, where it is installed and records: a statement, its plan and each of its requests.

Names and attributes follow the semantic conventions for database clients and HTTP. No value of a statement and no
secret is in them: of an address, only the name of the object is kept, and of an error its class.
https://opentelemetry.io/docs/specs/semconv/database/database-spans/
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

try:
    from opentelemetry import trace
except ImportError:  # the extra "telemetry"
    _installed = False
else:
    _installed = True

_SYSTEM = {"db.system.name": "creatio"}


@dataclass(frozen=True, slots=True)
class Totals:
    """What a statement came to, for the attributes of its span."""

    requests: int
    bytes: int
    rows: int
    retries: int


class StatementSpan:
    """The span of one statement; those of its parts are begun from whichever thread."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        self._server: dict[str, str | int] = {"server.address": parts.hostname or "", "server.port": port}
        self._tracer = trace.get_tracer("creatio_dbapi")
        self._span = self._tracer.start_span(
            "statement", kind=trace.SpanKind.CLIENT, attributes={**_SYSTEM, **self._server}
        )
        self._inside = trace.set_span_in_context(self._span)

    @property
    def records(self) -> bool:
        """Whether somebody listens."""
        return self._span.is_recording()

    def describe(self, operation: str) -> None:
        """Name the statement by what it does, such as SELECT."""
        self._span.set_attribute("db.operation.name", operation)
        self._span.update_name(operation)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Measure a part of the statement."""
        span = self._tracer.start_span(name, context=self._inside)
        try:
            yield
        except BaseException as error:
            _fail(span, error)
            raise
        finally:
            span.end()

    def request(self, method: str, url: str, status: int | None, received: int, elapsed: float) -> None:
        """Note a request that has ended just now."""
        ended = time.time_ns()
        path = urlsplit(url).path.partition("(")[0]
        span = self._tracer.start_span(
            f"{method} {path.rpartition('/')[2]}",
            context=self._inside,
            kind=trace.SpanKind.CLIENT,
            start_time=ended - int(elapsed * 1e9),
            attributes={
                **self._server,
                "http.request.method": method,
                "url.path": path,
                "http.response.body.size": received,
            },
        )
        if status is not None:
            span.set_attribute("http.response.status_code", status)
        if status is None or status >= 400:
            span.set_status(trace.StatusCode.ERROR)
            span.set_attribute("error.type", "no answer" if status is None else str(status))
        span.end(ended)

    def end(self, totals: Totals, error: BaseException | None) -> None:
        """End the span with what the statement came to."""
        if error is not None:
            _fail(self._span, error)
        self._span.set_attribute("db.response.returned_rows", totals.rows)
        self._span.set_attribute("creatio.requests", totals.requests)
        self._span.set_attribute("creatio.bytes_received", totals.bytes)
        self._span.set_attribute("creatio.retries", totals.retries)
        self._span.end()


def begin_statement(address: str) -> StatementSpan | None:
    """Begin the span of a statement, as a part of what the caller is doing; None where nobody listens."""
    if not _installed:
        return None
    span = StatementSpan(address)
    return span if span.records else None


@contextmanager
def step(span: StatementSpan | None, name: str) -> Iterator[None]:
    """Measure a part of a statement, if somebody listens."""
    if span is None:
        yield
        return
    with span.step(name):
        yield


def _fail(span: trace.Span, error: BaseException) -> None:
    """Mark a span as failed; what the error says may hold values."""
    span.set_status(trace.StatusCode.ERROR)
    span.set_attribute("error.type", type(error).__name__)
