"""The asynchronous edge: the same dialect, whose statements run in a thread while the event loop goes on."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from sqlalchemy import pool
from sqlalchemy.engine import URL, default
from sqlalchemy.util.concurrency import await_only

import creatio_dbapi
from sqlalchemy_creatio.dialect import CreatioDialect, CreatioHttpDialect

_Answer = TypeVar("_Answer")


class AsyncModule:
    """The driver, as SQLAlchemy looks at it: its connections are adapted, all else is its own."""

    def __getattr__(self, name: str) -> Any:
        return getattr(creatio_dbapi, name)

    def connect(self, *arguments: Any, **options: Any) -> AsyncConnection:
        """Open a connection, which starts its engine but sends nothing."""
        thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="creatio")
        try:
            return AsyncConnection(_wait(thread, lambda: creatio_dbapi.connect(*arguments, **options)), thread)
        except BaseException:
            thread.shutdown(wait=False)
            raise


class AsyncConnection:
    """A connection of the driver, and the one thread that its statements run in, one after another."""

    def __init__(self, connection: creatio_dbapi.Connection, thread: ThreadPoolExecutor) -> None:
        self._connection = connection
        self._thread = thread

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    @property
    def driver_connection(self) -> creatio_dbapi.Connection:
        """The connection of the driver."""
        return self._connection

    @property
    def catalog(self) -> Any:
        """The catalog, which is read from the instance when it is first looked at."""
        return self.run(lambda connection: connection.catalog)

    def cursor(self, *, server_side: bool = False) -> AsyncCursor:
        """Make a cursor: one that keeps all rows of an answer, or one that reads them as they are asked for."""
        kind = AsyncStreamingCursor if server_side else AsyncCursor
        return kind(self._connection.cursor(), self._thread)

    def run(self, work: Callable[[creatio_dbapi.Connection], _Answer]) -> _Answer:
        """Give the connection of the driver to a function that runs in its thread."""
        return _wait(self._thread, lambda: work(self._connection))

    def commit(self) -> None:
        """Commit; Creatio is not asked."""
        self._connection.commit()

    def rollback(self) -> None:
        """Take back what an undo log can."""
        _wait(self._thread, self._connection.rollback)

    def close(self) -> None:
        """Sign out."""
        _wait(self._thread, self._connection.close)
        self._thread.shutdown(wait=False)

    def terminate(self) -> None:
        """Sign out as soon as the thread is free, without waiting for it."""
        self._thread.submit(self._connection.close)
        self._thread.shutdown(wait=False)


class AsyncCursor:
    """A cursor whose rows are all here when a statement is done: outside of `stream()` nobody awaits them.

    Without rows, it gives what the driver's cursor gives behind them: their end, or an error where there were none.
    """

    def __init__(self, cursor: creatio_dbapi.Cursor, thread: ThreadPoolExecutor) -> None:
        self._cursor = cursor
        self._thread = thread
        self._rows: deque[Any] = deque()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)

    def __iter__(self) -> Iterator[Any]:
        while (row := self.fetchone()) is not None:
            yield row

    def execute(self, operation: str, parameters: Any = None) -> None:
        """Run a statement and read its rows."""
        self._rows.clear()
        self._rows = self._run(lambda: self._executed(operation, parameters))

    def _executed(self, operation: str, parameters: Any) -> deque[Any]:
        self._cursor.execute(operation, parameters)
        return deque(self._cursor.fetchall() if self._cursor.description else ())

    def executemany(self, operation: str, parameters: Any) -> None:
        """Run a write once for each set of parameters."""
        self._rows.clear()
        self._run(lambda: self._cursor.executemany(operation, parameters))

    def _run(self, work: Callable[[], _Answer]) -> _Answer:
        return _wait(self._thread, work, self._cursor.cancel)

    def fetchone(self) -> Any:
        """Return the next row, or None."""
        return self._rows.popleft() if self._rows else self._cursor.fetchone()

    def fetchmany(self, size: int | None = None) -> Sequence[Any]:
        """Return the next rows."""
        wanted = self._cursor.arraysize if size is None else size
        found = [self._rows.popleft() for _ in range(min(wanted, len(self._rows)))]
        return found or self._cursor.fetchmany(size)

    def fetchall(self) -> Sequence[Any]:
        """Return all rows that are left."""
        rows, self._rows = list(self._rows), deque()
        return rows or self._cursor.fetchall()

    def close(self) -> None:
        """Let go of the rows."""
        self._rows.clear()
        self._cursor.close()

    async def _async_soft_close(self) -> None:
        """Do nothing, as SQLAlchemy asks here for what would have to wait for a server."""


class AsyncStreamingCursor(AsyncCursor):
    """A cursor that reads a page when its rows are asked for, for `stream()`."""

    def _executed(self, operation: str, parameters: Any) -> deque[Any]:
        self._cursor.execute(operation, parameters)
        return deque()

    def fetchone(self) -> Any:
        """Return the next row, or None."""
        return self._run(self._cursor.fetchone)

    def fetchmany(self, size: int | None = None) -> Sequence[Any]:
        """Return the next rows."""
        return self._run(lambda: self._cursor.fetchmany(size))

    def fetchall(self) -> Sequence[Any]:
        """Return all rows that are left."""
        return self._run(self._cursor.fetchall)


def _wait(thread: ThreadPoolExecutor, work: Callable[[], _Answer], cancel: Callable[[], None] | None = None) -> _Answer:
    """Let the event loop go on until `work` is done; a task that is cancelled meanwhile stops the work, too."""

    async def waited() -> _Answer:
        try:
            return await asyncio.get_running_loop().run_in_executor(thread, work)
        except asyncio.CancelledError:
            if cancel is not None:
                cancel()
            raise

    answer: _Answer = await_only(waited())
    return answer


class _Context(default.DefaultExecutionContext):
    def create_server_side_cursor(self) -> Any:
        return self._dbapi_connection.cursor(server_side=True)  # type: ignore[call-arg,unused-ignore]


class CreatioAsyncDialect(CreatioDialect):
    """Creatio over HTTPS for asyncio: `create_async_engine("creatio+aio://…")`."""

    driver = "aio"
    supports_statement_cache = True
    is_async = True
    has_terminate = True
    supports_server_side_cursors = True
    execution_ctx_cls = _Context

    @classmethod
    def import_dbapi(cls) -> Any:
        """Return the driver with adapted connections."""
        return AsyncModule()

    @classmethod
    def get_pool_class(cls, url: URL) -> type[pool.Pool]:
        """Return the pool whose waiting does not stop the event loop."""
        return pool.AsyncAdaptedQueuePool

    def get_driver_connection(self, connection: Any) -> Any:
        """Return the connection of the driver."""
        return connection.driver_connection

    def do_ping(self, dbapi_connection: Any) -> bool:
        """Say whether a connection is open; where it signs in for that, the event loop goes on."""
        return bool(dbapi_connection.run(super().do_ping))

    def do_terminate(self, dbapi_connection: Any) -> None:
        """Close a connection that nobody waits for."""
        dbapi_connection.terminate()


class CreatioAsyncHttpDialect(CreatioAsyncDialect):
    """The same over plain HTTP: `creatio+aio_http://…`, for this machine, or anywhere with `allow_http=true`."""

    driver = "aio_http"
    scheme = CreatioHttpDialect.scheme
    supports_statement_cache = True
