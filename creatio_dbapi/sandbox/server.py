"""The HTTP server: uvicorn on a loopback port, in a thread of its own or in the foreground."""

from __future__ import annotations

import asyncio
import socket
import threading

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


class Server:
    """A uvicorn server over a socket that listens already."""

    def __init__(self, application: Starlette, connections: Connections, listener: socket.socket) -> None:
        self._listener = listener
        self._thread: threading.Thread | None = None
        self._uvicorn = uvicorn.Server(
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
            )
        )

    def start(self) -> None:
        """Serve in a daemon thread."""
        self._thread = threading.Thread(target=self.run, name="creatio-sandbox", daemon=True)
        self._thread.start()

    def run(self) -> None:
        """Serve until told to stop; in the main thread Ctrl-C and SIGTERM say so."""
        self._uvicorn.run(sockets=[self._listener])

    def stop(self) -> None:
        """Stop serving and wait until it has stopped."""
        self._uvicorn.should_exit = True
        if self._thread is not None:
            self._thread.join(timeout=5)
        self._listener.close()
