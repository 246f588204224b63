"""The PEP 249 connection: state only; what statements share is in `execution.Services`."""

from __future__ import annotations

import importlib
import tempfile
import threading
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, cast

from creatio_dbapi import errors
from creatio_dbapi.auth import Authentication, FormsAuthentication, Secret
from creatio_dbapi.cursor import Cursor
from creatio_dbapi.engine import Engine
from creatio_dbapi.errors import InterfaceError, NotSupportedError, OperationalError
from creatio_dbapi.instance import InstanceCatalog
from creatio_dbapi.options import Options, asks_for_probe, form_names, make_options
from creatio_dbapi.profile import PROFILES, Collation, EmptyText, Profile
from creatio_dbapi.services import Services
from creatio_dbapi.session import Meter, Session, address_of
from creatio_dbapi.undo import UndoLog, UndoReport
from creatio_dbapi.write_report import WriteSettings


def connect(url: str, user: str | None = None, password: str | None = None, **options: Any) -> Connection:
    """Open a connection to a Creatio instance; nothing is sent before the first statement.

    `url` is the instance's address; a bare host name means HTTPS, and `"sandbox"` is this process's built-in sandbox.
    `options` are the fields of `creatio_dbapi.options.Options`, such as `timeout` (seconds). Raises InterfaceError for
    an address or an option that cannot be.
    """
    secret = None if password is None else Secret(password)
    del password  # a traceback that shows the locals of this function must not show it
    if not isinstance(url, str):
        raise InterfaceError(f"the address of an instance is a text, not {type(url).__name__}")
    if url == "sandbox":
        # Another process's sandbox may have had the same port, and other objects: nothing of it is kept on disk.
        options.setdefault("cache_directory", "")
    chosen = make_options(options)
    if url == "sandbox":
        url, user, secret = _sandbox(user, secret)
    if user is None or secret is None:
        raise InterfaceError('give user and password: connect("https://crm.example.com", user="…", password="…")')
    address = address_of(url, allow_http=chosen.allow_http)
    return Connection(address, FormsAuthentication(user, secret.reveal()), user, chosen)


def _sandbox(user: str | None, secret: Secret | None) -> tuple[str, str, Secret]:
    # Named at run time, so that the driver stands without the sandbox and its web framework.
    sandbox = importlib.import_module("creatio_dbapi.sandbox").shared_sandbox()
    return sandbox.url, sandbox.user if user is None else user, secret or Secret(sandbox.password)


class Connection:
    """One signed-in user of one instance; threads may share it (threadsafety 2), each with cursors of its own."""

    Warning = errors.Warning
    Error = errors.Error
    InterfaceError = errors.InterfaceError
    DatabaseError = errors.DatabaseError
    DataError = errors.DataError
    OperationalError = errors.OperationalError
    IntegrityError = errors.IntegrityError
    InternalError = errors.InternalError
    ProgrammingError = errors.ProgrammingError
    NotSupportedError = errors.NotSupportedError

    def __init__(self, address: str, authentication: Authentication, user: str, options: Options) -> None:
        self._options = options
        self._session = Session(
            address,
            authentication,
            timeout=options.timeout,
            connect_timeout=options.connect_timeout,
            verify=options.verify,
            proxies={"http": options.proxy, "https": options.proxy} if options.proxy else None,
        )
        self._engine = Engine(
            memory_limit=options.memory_limit,
            temp_directory=options.temp_directory or str(Path(tempfile.gettempdir()) / "creatio_dbapi"),
            nocase=options.collation == "nocase",
        )
        self._catalog = InstanceCatalog(self._session, user, options)
        self._services = Services(
            self._session,
            self._engine,
            self._catalog.load,
            _profile(options),
            pushdown=options.pushdown,
            read_only=options.read_only,
            writes=WriteSettings(options.on_error, options.batches_in_flight, options.max_rows_changed),
            probes=asks_for_probe(options),
            undo=UndoLog() if options.transactions == "undo" else None,
        )
        self._undo_report: UndoReport | None = None
        self._lock = threading.Lock()
        self._closed = False

    def __repr__(self) -> str:
        return f"<creatio_dbapi.Connection to {self._session.address}{' (closed)' if self._closed else ''}>"

    def __enter__(self) -> Connection:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def catalog(self) -> InstanceCatalog:
        """The instance's tables, columns, keys and links; its `refresh()` reads them anew."""
        self.services()
        return self._catalog.load()

    @property
    def options(self) -> Options:
        """The options that this connection was opened with."""
        return self._options

    def cursor(self) -> Cursor:
        """Make a cursor."""
        self.services()
        return Cursor(self)

    def commit(self) -> None:
        """Succeed: in Creatio each write is in effect at once. An undo log is emptied."""
        self.services().forget_written()

    def rollback(self) -> None:
        """Take back what was written since the last commit, with `transactions="undo"`; else refuse.

        Raises NotSupportedError where something was written and there is no undo log, and OperationalError where a
        write could not be taken back: `undo_report` tells which, and why.
        """
        services = self.services()
        rows = services.rows_written
        if services.undo is None:
            services.forget_written()
            if rows:
                raise NotSupportedError(
                    f"Creatio has no transactions: {rows} rows that were written are in effect and stay; "
                    'connect(..., transactions="undo") keeps a log to take them back'
                )
            return
        self._undo_report = report = services.undo.take_back(self._session, Meter())
        services.forget_written()
        if report.kept:
            first = report.kept[0]
            raise OperationalError(
                f"{len(report.kept)} of {report.taken_back + len(report.kept)} writes could not be taken back, such as "
                f"the {first.change} of {first.table}: {first.reason}; connection.undo_report tells all",
                table=first.table,
            )

    @property
    def undo_report(self) -> UndoReport | None:
        """What the last rollback() took back and what it could not, with `transactions="undo"`."""
        return self._undo_report

    def close(self) -> None:
        """Sign out and let go of everything; closing twice does nothing."""
        with self._lock:
            already, self._closed = self._closed, True
        if not already:
            self._session.close()
            self._engine.close()

    def services(self) -> Services:
        """Return what statements share; raises InterfaceError when the connection is closed."""
        if self._closed:
            raise InterfaceError("the connection is closed; open a new one with creatio_dbapi.connect(…)")
        return self._services


def _profile(options: Options) -> Profile:
    profile = PROFILES[options.profile]
    return replace(
        profile,
        forms=profile.forms | frozenset(form_names(options)),
        collation=cast(Collation, options.collation),
        empty_text=cast(EmptyText, options.empty_text),
    )
