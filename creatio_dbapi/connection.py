"""The PEP 249 connection: state only; what statements share is in `execution.Services`."""

from __future__ import annotations

import tempfile
import threading
import warnings
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, NoReturn, cast

from creatio_dbapi import errors
from creatio_dbapi.addresses import address_of
from creatio_dbapi.auth import Authentication
from creatio_dbapi.certificates import read_certificate
from creatio_dbapi.cursor import Cursor
from creatio_dbapi.engine import Engine
from creatio_dbapi.errors import InterfaceError, NotSupportedError, OperationalError
from creatio_dbapi.instance import InstanceCatalog
from creatio_dbapi.limits import Limits
from creatio_dbapi.meter import Meter
from creatio_dbapi.options import Options, asks_for_probe, form_names, make_options
from creatio_dbapi.profile import PROFILES, Collation, EmptyText, Profile
from creatio_dbapi.retries import RetryPolicy
from creatio_dbapi.secret import Secret, SecretMapping
from creatio_dbapi.services import Services
from creatio_dbapi.session import Session
from creatio_dbapi.signing_in import SANDBOX, find_way, take_arguments
from creatio_dbapi.undo import UndoLog, UndoReport
from creatio_dbapi.write_report import WriteSettings


def connect(
    url: str | None = None, user: str | None = None, password: str | Secret | None = None, **options: Any
) -> Connection:
    """Open a connection to a Creatio instance; nothing is sent before the first statement.

    `url` is the instance's address; a bare host name means HTTPS, and `"sandbox"` is this process's built-in sandbox.
    `options` are the fields of `creatio_dbapi.options.Options`, such as `timeout` (seconds), and those of
    `SIGN_IN` there, for other ways in than user and password. What is not given is looked for in the login that
    `login` names, in the environment and in the default login. Raises InterfaceError for an address or an option that
    cannot be, or where something is missing.
    """
    given = take_arguments(url, user, password, options)
    del password, options  # a traceback that shows the locals of this function must not show them
    way = find_way(given)
    chosen = make_options(way.options if url != SANDBOX else {**_NOTHING_KEPT, **way.options})
    address = address_of(way.url, allow_http=chosen.allow_http)
    return Connection(address, way.authentication, way.user, chosen)


# Another process's sandbox may have had the same port, and other objects: nothing of it is kept on disk.
_NOTHING_KEPT = {"cache_directory": ""}


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

    _closed = True  # until it is whole

    def __init__(self, address: str, authentication: Authentication, user: str | None, options: Options) -> None:
        self._options = options
        self._engine = Engine(
            memory_limit=options.memory_limit,
            temp_directory=options.temp_directory or str(Path(tempfile.gettempdir()) / "creatio_dbapi"),
            nocase=options.collation == "nocase",
        )
        if options.memory_limit is not None or options.temp_directory is not None:
            self._engine.start()  # options that it does not take are told now
        self._session = Session(
            address,
            authentication,
            timeout=options.timeout,
            connect_timeout=options.connect_timeout,
            verify=options.verify,
            proxies=_proxies(options),
            certificate=read_certificate(options.client_certificate, options.client_key),
            policy=RetryPolicy(options.retries, options.retry_wait, options.retry_wait_most, options.retry_budget),
            limits=Limits(options.requests_in_flight, options.requests_per_second, options.max_answer_bytes),
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
            statement_timeout=options.statement_timeout,
            progress=options.progress,
        )
        self._undo_report: UndoReport | None = None
        self._lock = threading.Lock()
        self._closed = False

    def __repr__(self) -> str:
        return f"<creatio_dbapi.Connection to {self._session.address}{' (closed)' if self._closed else ''}>"

    def __reduce__(self) -> NoReturn:
        raise InterfaceError("a connection cannot be pickled; open one in each process, or give it the arguments")

    def __del__(self) -> None:
        if self._closed:
            return
        if self._session.inherited:
            return
        advice = f"{self!r} was not closed; use it in a with statement, or close() it"
        warnings.warn(advice, ResourceWarning, stacklevel=2, source=self)
        self._session.abandon()
        self._engine.close()

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
        # What another thread writes meanwhile stays in the log.
        self._undo_report = report = services.undo.take_back(self._session, Meter())
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
        """Let go of everything, and sign out unless another connection shares the sign-in; twice does nothing.

        In a process that was forked off, this neither signs out nor harms the connection of the parent.
        """
        if self._session.inherited:
            self._closed = True
            return
        with self._lock:
            already, self._closed = self._closed, True
        if not already:
            self._session.close()
            self._engine.close()

    def services(self) -> Services:
        """Return what statements share; raises InterfaceError when the connection is closed."""
        if self._closed:
            raise InterfaceError("the connection is closed; open a new one with creatio_dbapi.connect(…)")
        self._session.check_process()
        return self._services


def _proxies(options: Options) -> SecretMapping | None:
    if not options.proxy:
        return None
    address = options.proxy.reveal() if isinstance(options.proxy, Secret) else options.proxy
    return SecretMapping(http=address, https=address)


def _profile(options: Options) -> Profile:
    profile = PROFILES[options.profile]
    return replace(
        profile,
        forms=profile.forms | frozenset(form_names(options)),
        collation=cast(Collation, options.collation),
        empty_text=cast(EmptyText, options.empty_text),
    )
