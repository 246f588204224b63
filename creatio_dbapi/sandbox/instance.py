"""A sandbox that runs: an instance of the small Creatio behind a port of this machine."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from creatio_dbapi.sandbox.application import build_application
from creatio_dbapi.sandbox.control import Control
from creatio_dbapi.sandbox.operations import Operations
from creatio_dbapi.sandbox.server import HOST, Connections, Server, listen
from creatio_dbapi.sandbox.settings import Settings, chosen_forms


class Sandbox(Operations):
    """A small Creatio on real HTTP; `with Sandbox() as sandbox:` starts it and stops it."""

    def __init__(
        self,
        *,
        contacts: int = 2000,
        port: int = 0,
        forms: str | Iterable[str] = (),
        metadata: str | Path | bytes | None = None,
        **switches: object,
    ) -> None:
        settings = Settings(forms=chosen_forms(forms), **switches)  # type: ignore[arg-type]
        super().__init__(contacts, settings, metadata)
        self._process = os.getpid()
        self._closed = False
        try:
            listener = listen(port)
        except OSError:
            self.site.store.close()
            raise
        self.port: int = listener.getsockname()[1]
        connections = Connections()
        application = build_application(self.site, self.faults, self.journal, Control(self), connections)
        self._server = Server(application, connections, listener)

    @property
    def url(self) -> str:
        """The address of the site."""
        return f"http://{HOST}:{self.port}"

    @property
    def user(self) -> str:
        """The name to sign in with."""
        return self.site.settings.user

    @property
    def password(self) -> str:
        """The password to sign in with."""
        return self.site.settings.password

    def start(self) -> Sandbox:
        """Serve in the background from now on."""
        self._server.start()
        return self

    def run(self) -> None:
        """Serve in the foreground until Ctrl-C or SIGTERM."""
        try:
            self._server.run()
        finally:
            self.close()

    def close(self) -> None:
        """Stop serving and remove the rows; a forked child leaves both to its parent."""
        if self._closed or os.getpid() != self._process:
            return
        self._closed = True
        self._server.stop()
        self.site.store.close()

    def __enter__(self) -> Sandbox:
        """Start serving."""
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Stop serving."""
        self.close()
