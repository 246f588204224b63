"""The local engine: DuckDB runs here what Creatio cannot, over the rows that came."""

from __future__ import annotations

import ctypes
import itertools
import os
import re
import threading
import weakref
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Any

import pyarrow as pa

from creatio_dbapi.batches import Batch
from creatio_dbapi.catalog import Column
from creatio_dbapi.errors import (
    DataError,
    Error,
    InterfaceError,
    InternalError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
)
from creatio_dbapi.interrupts import interruptible
from creatio_dbapi.types import TYPES, edm_of_sql

BATCH_ROWS = 10_000
# Pages wait until there is enough of them: one INSERT of 200,000 rows takes a quarter of the time of twenty of 10,000.
_HELD_BYTES = 16 * 2**20


@dataclass(frozen=True, slots=True)
class LocalColumn:
    """A column that local SQL gives: its name in the engine, its EDM type, and a decimal's precision and scale."""

    name: str
    type: str
    precision: int | None = None
    scale: int | None = None


class Engine:
    """One embedded database per connection, without access to files or the network; close it when done.

    It starts when it is first needed, or by `start()`. `nocase` makes all text compare without regard to case, as on a
    server that does so.
    """

    def __init__(
        self, *, memory_limit: str | None = None, temp_directory: str | None = None, nocase: bool = False
    ) -> None:
        given = {"memory_limit": memory_limit, "temp_directory": temp_directory}
        self._settings = {name: value for name, value in given.items() if value is not None}
        self.nocase = nocase
        self._process = os.getpid()
        _live.add(self)
        self._lock = threading.Lock()
        self._database: Any = None
        self._closed = False

    def start(self) -> None:
        """Start now; raises InterfaceError for settings that the engine does not take."""
        with self._lock:
            self._started()

    def _started(self) -> Any:
        if self._closed:
            raise InterfaceError("the connection is closed; open a new one with creatio_dbapi.connect(…)")
        if self._database is None:
            self._database = _new_database(self._settings)
        return self._database

    def workspace(self) -> Workspace:
        """Open the tables of one statement."""
        with self._lock:
            return Workspace(self._started().cursor(), self.nocase)

    def evaluate(self, expression: str) -> Any:
        """Compute one constant expression; raises DataError or ProgrammingError when it cannot be."""
        with self.workspace() as workspace:
            batch = next(workspace.run(f"SELECT {expression}"))
            return batch[0][0]

    def close(self) -> None:
        """Let go of everything the engine holds."""
        if os.getpid() != self._process:
            return
        with self._lock:
            self._closed = True
            if self._database is not None:
                self._database.close()
                self._database = None


# DuckDB before 2.0 makes a wrong comparison of one of date_trunc() with a constant: for NULL, and at the border of a
# period. Inside another function it does not see one.
_SETTLED_TRUNCATION = "CREATE MACRO {}(unit, moment) AS coalesce(system.main.date_trunc(unit, moment), NULL)"


def _new_database(settings: dict[str, str]) -> Any:
    import duckdb  # here, because a connection may never need it: it takes 13 MB and 30 ms

    fixed: dict[str, Any] = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
    try:
        database = duckdb.connect(":memory:", config={**fixed, **settings})
        database.execute("SET python_enable_replacements = false")
        # SQL from outside must not read this machine's files: read_csv('/etc/passwd') is not a table of Creatio.
        database.execute("SET enable_external_access = false")
        if int(duckdb.__version__.partition(".")[0]) < 2:
            for name in ("date_trunc", "datetrunc"):
                database.execute(_SETTLED_TRUNCATION.format(name))
    except duckdb.Error as error:
        raise InterfaceError(f"the local engine does not start with these options: {error}") from error
    return database


class Workspace:
    """The scans of one statement as tables, and the SQL over them; close it when the rows have been read."""

    def __init__(self, database: Any, nocase: bool) -> None:
        self._database = database
        self._process = os.getpid()
        _live.add(self)
        self._database.execute("SET TimeZone = 'UTC'")
        if nocase:
            self._database.execute("SET default_collation = 'nocase'")
        self._columns: dict[str, tuple[Column, ...]] = {}
        self._held: dict[str, list[pa.Table]] = {}
        self._pages = itertools.count()
        self._rows: pa.RecordBatchReader | None = None

    def __enter__(self) -> Workspace:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def create(self, name: str, columns: tuple[Column, ...]) -> None:
        """Make the empty table of a scan."""
        definitions = ", ".join(f"{_quoted(column.name)} {sql_type(column)}" for column in columns)
        with _translated():
            self._database.execute(f"CREATE TEMP TABLE {_quoted(name)} ({definitions})")
        self._columns[name] = columns

    def load(self, name: str, page: pa.Table, *, replace: bool = False) -> None:
        """Append a page of rows to a scan's table, or put it in the place of what is there."""
        if replace:
            self.clear(name)
        held = self._held.setdefault(name, [])
        if held and held[0].schema != page.schema:
            self._insert(name)
        held.append(page)
        if sum(each.nbytes for each in held) >= _HELD_BYTES:
            self._insert(name)

    def _insert(self, name: str) -> None:
        """Put the pages that wait into a scan's table."""
        held = self._held[name]
        if not held:
            return
        casts = ", ".join(f"CAST({_quoted(c.name)} AS {sql_type(c)})" for c in self._columns[name])
        view = f"page_{next(self._pages)}"
        with _translated():
            self._database.register(view, pa.concat_tables(held))
            held.clear()
            try:
                self._database.execute(f"INSERT INTO {_quoted(name)} SELECT {casts} FROM {view}")  # noqa: S608 - quoted names
            finally:
                self._database.unregister(view)

    def distinct(self, name: str, column: str, most: int | None = None) -> list[Any]:
        """Return the different values of a scan's column that are not NULL: sorted, or any `most` of them."""
        quoted = _quoted(column)
        end = "ORDER BY 1" if most is None else f"LIMIT {most}"
        sql = f"SELECT DISTINCT {quoted} FROM {_quoted(name)} WHERE {quoted} IS NOT NULL {end}"  # noqa: S608
        return [value for batch in self.run(sql) for value in batch[0]]

    def clear(self, name: str) -> None:
        """Take all rows out of a scan's table."""
        self._held.pop(name, None)
        with _translated():
            self._database.execute(f"DELETE FROM {_quoted(name)}")  # noqa: S608 - a quoted name

    def describe(self, sql: str) -> tuple[LocalColumn, ...]:
        """Return the columns of a query without running it; raises ProgrammingError where it is wrong."""
        with _translated():
            relation = self._database.sql(sql)
            types = [str(each) for each in relation.types]
            return tuple(_local_column(name, text) for name, text in zip(relation.columns, types, strict=True))

    def run(self, sql: str) -> Iterator[Batch]:
        """Run a query and give its rows in batches, as they are asked for."""
        for batch, types in self._run(sql):
            yield _local_batch(batch, types)

    def _run(self, sql: str) -> Iterator[tuple[pa.RecordBatch, tuple[str, ...]]]:
        for name in self._held:
            self._insert(name)
        with _translated():
            relation = self._database.sql(sql)
            if relation is None:
                raise InternalError("the local SQL gives no rows")
            types = tuple(edm_of_sql(str(each)) for each in relation.types)
            read = relation.to_arrow_reader if hasattr(relation, "to_arrow_reader") else relation.fetch_arrow_reader
            self._rows = interruptible(lambda: read(BATCH_ROWS), self.interrupt)  # a join is computed here
            del relation
        while True:
            with _translated():
                batch = interruptible(self._next, self.interrupt)
            if batch is None:
                self._rows = None
                return
            if batch.num_rows:
                yield batch, types

    def _next(self) -> pa.RecordBatch | None:
        return next(iter(self._rows), None) if self._rows is not None else None

    def interrupt(self) -> None:
        """Stop a running query from another thread; does nothing where the engine was closed meanwhile."""
        import duckdb  # loaded already, as the workspace is one of its connections

        with suppress(duckdb.Error):
            self._database.interrupt()

    def close(self) -> None:
        """Drop the statement's tables; a result that was not read to its end is stopped first."""
        if os.getpid() != self._process:
            return
        if self._rows is not None:
            self._rows.close()
            self._rows = None
        self._database.close()


_live: weakref.WeakSet[Engine | Workspace] = weakref.WeakSet()


def _keep_inherited() -> None:
    """Never free what a forked process has of its parent's engines: DuckDB's threads are not there, it would crash."""
    for each in list(_live):
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(each))


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_keep_inherited)


def _local_column(name: str, sql: str) -> LocalColumn:
    edm = edm_of_sql(sql)
    if edm != "Edm.Decimal":
        return LocalColumn(name, edm)
    precision, scale = sql.partition("(")[2].rstrip(")").split(",")
    return LocalColumn(name, edm, int(precision), int(scale))


def _local_batch(batch: pa.RecordBatch, types: tuple[str, ...]) -> Batch:
    return Batch(
        batch.num_rows,
        lambda: [_values(edm, column) for edm, column in zip(types, batch.columns, strict=True)],
        lambda: batch.columns,
    )


class _BeyondPythonError(DataError, OverflowError):
    """A value of the local engine that no value of Python can stand for."""


def _values(edm: str, column: pa.Array) -> list[Any]:
    try:
        return TYPES[edm].read_arrow(column)
    except (OverflowError, ValueError) as error:  # infinity and years before Christ, too
        raise _BeyondPythonError(
            f"a result is beyond what Python's type can hold, as are years before 1 and after 9999: {error}"
        ) from None


def sql_type(column: Column) -> str:
    """Return the local engine's type of a column; a decimal's scale is the catalog's where it tells one."""
    if column.type == "Edm.Decimal" and column.scale is not None:
        return f"DECIMAL(38,{column.scale})"
    return TYPES[column.type].sql


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


@contextmanager
def _translated() -> Iterator[None]:
    """Turn the engine's exceptions into this package's."""
    import duckdb

    try:
        yield
    except (duckdb.Error, pa.ArrowException, OSError) as error:
        raise error_of(error) from error
    except RuntimeError as error:
        if str(error) == "Query interrupted":  # how DuckDB tells of Ctrl-C
            raise KeyboardInterrupt from error
        raise


_CLASSES: Sequence[tuple[tuple[str, ...], type[Error]]] = (
    (("OutOfMemory", "IOException"), OperationalError),
    (("Interrupt",), OperationalError),
    (("Conversion", "OutOfRange", "InvalidInput", "TypeMismatch"), DataError),
    (("NotImplemented", "Permission"), NotSupportedError),
    (("Parser", "Binder", "Catalog", "Syntax"), ProgrammingError),
    (("Internal", "Fatal"), InternalError),
)


def error_of(error: BaseException) -> Error:
    """Build the PEP 249 exception of something that the local engine raised."""
    name = type(error).__name__
    for words, error_class in _CLASSES:
        if any(word in name for word in words):
            return error_class(_readable(str(error)))
    return OperationalError(_readable(str(error)))


def _readable(message: str) -> str:
    """Keep the engine's sentence and its candidates; drop its own class name and its excerpt of SQL we generated."""
    text = message.split("\n\nLINE ")[0].split("\nLINE ")[0].strip()
    return re.sub(r"^(\w+ )+Error: ", "", text)
