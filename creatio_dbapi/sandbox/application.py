"""The web application: reads a request, lets the site answer it, applies faults, logs, sends."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Mapping
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
from creatio_dbapi.sandbox.replies import Reply, html_page
from creatio_dbapi.sandbox.server import Connections
from creatio_dbapi.sandbox.site import Site, internal_error
from creatio_dbapi.sandbox.spoiling import failure, hampered, meanwhile, spoiled

_LOGGED_BODY = 100_000
_SMALLEST_GZIP = 1024
_CHUNK = 16_384
_SLOW_PIECES = 6


class Exchange:
    """One ASGI endpoint for everything that is not a control route."""

    def __init__(self, site: Site, faults: Faults, journal: Journal, connections: Connections) -> None:
        self._site = site
        self._faults = faults
        self._journal = journal
        self._connections = connections

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or do not, if a fault says so."""
        request = Request(scope, receive)
        call = _call(request, b"")
        in_service = call.path.startswith(f"{self._site.settings.prefix}/odata")
        hits = {fault.kind: fault for fault in self._faults.take(call.method, call.target, in_service=in_service)}
        await self._wait(hits)
        drop = hits.get("drop")
        if _is_unread(hits):
            await self._hang_up(scope, receive, call, hits)
            return
        try:
            call = replace(call, body=await request.body())
        except ClientDisconnect:
            return
        reply = await run_in_threadpool(self._answer, call, hits)
        if "silence" in hits or (drop is not None and drop.stage in ("mid_batch", "before_answer")):
            await self._hang_up(scope, receive, call, hits, reply)
            return
        await self._send(scope, receive, send, call, reply, hits)

    async def _wait(self, hits: Mapping[str, Fault]) -> None:
        latency = self._site.settings.latency + (hits["latency"].milliseconds if "latency" in hits else 0.0)
        if latency > 0:
            await asyncio.sleep(latency / 1000)

    def _answer(self, call: Call, hits: Mapping[str, Fault]) -> Reply:
        if "meanwhile" in hits:
            meanwhile(self._site, call, hits["meanwhile"])
        if "expire" in hits:
            self._site.sessions.expire()
        if "html" in hits:
            return html_page(hits["html"].status, "Maintenance", "The service is temporarily unavailable.")
        status = hits.get("status")
        if status is not None and not status.worked:
            return failure(status)
        try:
            reply = self._site.answer(hampered(call, hits))
        except Exception as error:
            reply = internal_error(error)
        return failure(status) if status is not None else spoiled(reply, hits)

    async def _hang_up(
        self, scope: Scope, receive: Receive, call: Call, hits: Mapping[str, Fault], reply: Reply | None = None
    ) -> None:
        """Give no answer: drop the connection, or all of them, or wait until the client has had enough."""
        rows, parts = (reply.rows, reply.parts) if reply is not None else (0, ())
        drop = hits.get("drop")
        fault = drop.stage if drop is not None else "refuse" if "refuse" in hits else "silence"
        self._journal.add(RequestRecord(call.method, call.target, 0, 0, rows, _logged(call), parts, fault))
        if "refuse" in hits:
            self._connections.refuse(hits["refuse"].milliseconds / 1000)
        elif drop is not None:
            self._connections.abort(scope)
        while (await receive())["type"] != "http.disconnect":
            pass

    async def _send(
        self, scope: Scope, receive: Receive, send: Send, call: Call, reply: Reply, hits: Mapping[str, Fault]
    ) -> None:
        body, headers = _encoded(call, reply, chunked=self._site.settings.chunked, cut="gzip_cut" in hits)
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
            size = _CHUNK if self._site.settings.chunked else len(body)
            for piece in _pieces(body, -(-len(body) // _SLOW_PIECES) if "slow" in hits else size):
                await send({"type": "http.response.body", "body": piece, "more_body": True})
                await asyncio.sleep(hits["slow"].milliseconds / 1000 if "slow" in hits else 0)
            await send({"type": "http.response.body", "body": b""})
            return
        await send({"type": "http.response.body", "body": sent, "more_body": True})
        await asyncio.sleep(0.01)  # lets the half reach the client before the connection goes
        self._connections.abort(scope)
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


def _is_unread(hits: Mapping[str, Fault]) -> bool:
    """Say whether a request meets nobody who would read it."""
    drop, silence = hits.get("drop"), hits.get("silence")
    early = drop is not None and drop.stage == "before_reading"
    return early or "refuse" in hits or (silence is not None and not silence.worked)


def _pieces(body: bytes, size: int) -> list[bytes]:
    return [body[start : start + size] for start in range(0, len(body), max(size, 1))]


def _encoded(call: Call, reply: Reply, *, chunked: bool, cut: bool) -> tuple[bytes, list[tuple[bytes, bytes]]]:
    """Compress the body when the client accepts it, and write the headers; `cut` ends a compressed body early."""
    body, headers = reply.body, [(name.encode(), value.encode("latin-1", "replace")) for name, value in reply.headers]
    if reply.content_type is not None:
        headers.append((b"content-type", reply.content_type.encode()))
    if (len(body) >= _SMALLEST_GZIP or cut) and "gzip" in call.headers.get("accept-encoding", ""):
        body = gzip.compress(body, 1, mtime=0)
        body = body[: len(body) // 2] if cut else body
        headers += [(b"content-encoding", b"gzip"), (b"vary", b"Accept-Encoding")]
    if reply.status != 204 and not chunked:
        headers.append((b"content-length", str(len(body)).encode()))
    return body, headers


def build_application(
    site: Site, faults: Faults, journal: Journal, control: Control, connections: Connections
) -> Starlette:
    """Put the control routes and the site together."""
    return Starlette(routes=[*control.routes(), Mount("/", app=Exchange(site, faults, journal, connections))])
