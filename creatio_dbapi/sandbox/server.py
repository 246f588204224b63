"""The HTTP server: uvicorn on a loopback port, in a thread of its own or in the foreground."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable

import uvicorn
from starlette.applications import Starlette
from starlette.types import Scope
from uvicorn.protocols.http.h11_impl import H11Protocol

HOST = "127.0.0.1"
_BACKLOG = 1024


class Connections:
    """The open connections, by the client's address, so that a fault can drop one."""

    def __init__(self) -> None:
        self._transports: dict[tuple[object, ...], asyncio.Transport] = {}
        self.close_listener: Callable[[float], None] = lambda seconds: None  # set by the server

    def protocol(self) -> type[H11Protocol]:
        """Return uvicorn's protocol, told to keep this register."""
        transports = self._transports

        class Registered(H11Protocol):
            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
                super().connection_made(transport)
                transports[tuple(transport.get_extra_info("peername") or ())] = transport

            def connection_lost(self, exc: Exception | None) -> None:
                if self.transport is not None:
                    transports.pop(tuple(self.transport.get_extra_info("peername") or ()), None)
                super().connection_lost(exc)

        return Registered

    def abort(self, scope: Scope) -> None:
        """Drop the connection of a request at once."""
        transport = self._transports.get(tuple(scope["client"] or ()))
        if transport is not None:
            transport.abort()

    def refuse(self, seconds: float) -> None:
        """Drop all connections at once and take none for a time, as a server that is started anew."""
        self.close_listener(seconds)
        self.abort_all()

    def abort_all(self) -> None:
        """Drop all connections at once."""
        for transport in list(self._transports.values()):
            transport.abort()


def listen(port: int) -> socket.socket:
    """Bind a loopback port (0: any free one); connections queue from here on."""
    # With the protocol named, asyncio turns TCP_NODELAY on for accepted connections; without, each answer waits 40 ms.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen(_BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener


class _Uvicorn(uvicorn.Server):
    """Leaves no connection open at its end, not even one whose request was still being answered."""

    def __init__(self, config: uvicorn.Config, connections: Connections) -> None:
        super().__init__(config)
        self._connections = connections

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await super().shutdown(sockets)
        self._connections.abort_all()
        await asyncio.sleep(0)  # the loop closes what was aborted in its next turn


class Server:
    """A uvicorn server over a socket that listens already."""

    def __init__(self, application: Starlette, connections: Connections, listener: socket.socket) -> None:
        self._listener = listener
        self._port: int = listener.getsockname()[1]
        self._connections = connections
        connections.close_listener = self._close_listener
        self._thread: threading.Thread | None = None
        self._tasks: set[asyncio.Future[None]] = set()
        self._uvicorn = _Uvicorn(
            uvicorn.Config(
                application,
                http=connections.protocol(),
                ws="none",
                loop="asyncio",
                lifespan="off",
                log_config=None,
                log_level="critical",
                access_log=False,
                server_header=False,
                timeout_graceful_shutdown=1,
                timeout_keep_alive=75,
                backlog=_BACKLOG,
                h11_max_incomplete_event_size=1024 * 1024,
            ),
            connections,
        )

    def start(self) -> None:
        """Serve in a daemon thread."""
        self._thread = threading.Thread(target=self.run, name="creatio-sandbox", daemon=True)
        self._thread.start()

    def run(self) -> None:
        """Serve until told to stop; in the main thread Ctrl-C and SIGTERM say so."""
        self._uvicorn.run(sockets=[self._listener])

    def _close_listener(self, seconds: float) -> None:
        while self._uvicorn.servers:
            self._uvicorn.servers.pop().close()
        asyncio.get_running_loop().call_later(seconds, lambda: self._tasks.add(asyncio.ensure_future(self._reopen())))

    async def _reopen(self) -> None:
        if self._uvicorn.should_exit:
            return
        self._listener = listen(self._port)
        protocol, config = self._connections.protocol(), self._uvicorn.config
        server = await asyncio.get_running_loop().create_server(
            lambda: protocol(config=config, server_state=self._uvicorn.server_state, app_state={}),
            sock=self._listener,
            backlog=_BACKLOG,
        )
        self._uvicorn.servers.append(server)

    def stop(self) -> None:
        """Stop serving and wait until it has stopped."""
        self._uvicorn.should_exit = True
        if self._thread is not None:
            self._thread.join(timeout=30)
        self._listener.close()
