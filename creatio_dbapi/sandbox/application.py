"""The web application: reads a request, lets the site answer it, applies faults, logs, sends."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Callable, Mapping
from dataclasses import replace

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.routing import Mount
from starlette.types import Receive, Scope, Send

from creatio_dbapi.sandbox.call import Call
from creatio_dbapi.sandbox.control import Control
from creatio_dbapi.sandbox.faults import Fault, Faults
from creatio_dbapi.sandbox.journal import Journal, RequestRecord
from creatio_dbapi.sandbox.replies import Reply, html_page, plain_json
from creatio_dbapi.sandbox.site import Site, internal_error

_LOGGED_BODY = 100_000
_SMALLEST_GZIP = 1024
_CHUNK = 16_384
Abort = Callable[[Scope], None]


class Exchange:
    """One ASGI endpoint for everything that is not a control route."""

    def __init__(self, site: Site, faults: Faults, journal: Journal, abort: Abort) -> None:
        self._site = site
        self._faults = faults
        self._journal = journal
        self._abort = abort

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or do not, if a fault says so."""
        request = Request(scope, receive)
        call = _call(request, b"")
        in_service = call.path.startswith(f"{self._site.settings.prefix}/odata")
        hits = {fault.kind: fault for fault in self._faults.take(call.method, call.target, in_service=in_service)}
        await self._wait(hits)
        drop = hits.get("drop")
        if drop is not None and drop.stage == "before_reading":
            await self._hang_up(scope, receive, call, drop)
            return
        try:
            call = replace(call, body=await request.body())
        except ClientDisconnect:
            return
        reply = await run_in_threadpool(self._answer, call, hits)
        if drop is not None and drop.stage in ("mid_batch", "before_answer"):
            await self._hang_up(scope, receive, call, drop, reply)
            return
        await self._send(scope, receive, send, call, reply, hits)

    async def _wait(self, hits: Mapping[str, Fault]) -> None:
        latency = self._site.settings.latency + (hits["latency"].milliseconds if "latency" in hits else 0.0)
        if latency > 0:
            await asyncio.sleep(latency / 1000)

    def _answer(self, call: Call, hits: Mapping[str, Fault]) -> Reply:
        if "expire" in hits:
            self._site.sessions.expire()
        if "html" in hits:
            return html_page(hits["html"].status, "Maintenance", "The service is temporarily unavailable.")
        status = hits.get("status")
        if status is not None and not status.worked:
            return _failure(status)
        try:
            reply = self._site.answer(_hampered(call, hits))
        except Exception as error:
            reply = internal_error(error)
        return _failure(status) if status is not None else _spoiled(reply, hits)

    async def _hang_up(
        self, scope: Scope, receive: Receive, call: Call, fault: Fault, reply: Reply | None = None
    ) -> None:
        rows, parts = (reply.rows, reply.parts) if reply is not None else (0, ())
        self._journal.add(RequestRecord(call.method, call.target, 0, 0, rows, _logged(call), parts, fault.stage))
        self._abort(scope)
        while (await receive())["type"] != "http.disconnect":
            pass

    async def _send(
        self, scope: Scope, receive: Receive, send: Send, call: Call, reply: Reply, hits: Mapping[str, Fault]
    ) -> None:
        body, headers = _encoded(call, reply, chunked=self._site.settings.chunked)
        drop = hits.get("drop")
        sent = body if drop is None else body[: max(len(body) // 2, 1)]
        fault = next(iter(hits), None) if drop is None else drop.stage
        record = RequestRecord(
            call.method, call.target, reply.status, len(sent), reply.rows, _logged(call), reply.parts, fault
        )
        self._journal.add(record)
        start = {"type": "http.response.start", "status": reply.status, "headers": headers}
        await send(start)
        if drop is None:
            for piece in _pieces(body, chunked=self._site.settings.chunked):
                await send({"type": "http.response.body", "body": piece, "more_body": True})
            await send({"type": "http.response.body", "body": b""})
            return
        await send({"type": "http.response.body", "body": sent, "more_body": True})
        await asyncio.sleep(0.01)  # lets the half reach the client before the connection goes
        self._abort(scope)
        while (await receive())["type"] != "http.disconnect":
            pass


def _call(request: Request, body: bytes) -> Call:
    raw = request.scope.get("raw_path") or request.scope["path"].encode()
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in request.scope["headers"]}
    origin = f"{request.url.scheme}://{headers.get('host', 'localhost')}"
    path = raw.decode("latin-1").partition("?")[0]
    query = request.scope["query_string"].decode("latin-1")
    return Call(request.method, path, query, headers, body, origin)


def _logged(call: Call) -> str:
    if "AuthService" in call.path or "/connect/" in call.path:
        return ""
    return call.body[:_LOGGED_BODY].decode("utf-8", "replace")


def _failure(fault: Fault) -> Reply:
    named = (("Retry-After", fault.retry_after), ("Location", fault.location))
    headers = tuple((name, str(value)) for name, value in named if value is not None)
    return plain_json({"Message": f"A fault of the sandbox: {fault.status}."}, status=fault.status, headers=headers)


def _hampered(call: Call, hits: Mapping[str, Fault]) -> Call:
    """Hand the site a request with the faults that it has to commit itself."""
    drop, cut = hits.get("drop"), hits.get("cut")
    parts = drop.parts if drop is not None and drop.stage == "mid_batch" else None
    return replace(call, parts=parts, keep=cut.rows if cut is not None else None)


def _spoiled(reply: Reply, hits: Mapping[str, Fault]) -> Reply:
    """Break the body in the middle, or end it there."""
    middle = len(reply.body) // 2
    if "broken_json" in hits:
        return replace(reply, body=reply.body[:middle] + b"\x00<broken>" + reply.body[middle + 9 :])
    return replace(reply, body=reply.body[:middle]) if "truncated" in hits else reply


def _pieces(body: bytes, *, chunked: bool) -> list[bytes]:
    if not chunked:
        return [body]
    return [body[start : start + _CHUNK] for start in range(0, len(body), _CHUNK)]


def _encoded(call: Call, reply: Reply, *, chunked: bool) -> tuple[bytes, list[tuple[bytes, bytes]]]:
    """Compress the body when the client accepts it, and write the headers."""
    body, headers = reply.body, [(name.encode(), value.encode("latin-1", "replace")) for name, value in reply.headers]
    if reply.content_type is not None:
        headers.append((b"content-type", reply.content_type.encode()))
    if len(body) >= _SMALLEST_GZIP and "gzip" in call.headers.get("accept-encoding", ""):
        body = gzip.compress(body, 1, mtime=0)
        headers += [(b"content-encoding", b"gzip"), (b"vary", b"Accept-Encoding")]
    if reply.status != 204 and not chunked:
        headers.append((b"content-length", str(len(body)).encode()))
    return body, headers


def build_application(site: Site, faults: Faults, journal: Journal, control: Control, abort: Abort) -> Starlette:
    """Put the control routes and the site together."""
    return Starlette(routes=[*control.routes(), Mount("/", app=Exchange(site, faults, journal, abort))])
