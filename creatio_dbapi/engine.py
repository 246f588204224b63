"""The local engine: DuckDB runs here what Creatio cannot, over the rows that came."""

from __future__ import annotations

import itertools
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Any

import duckdb
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
from creatio_dbapi.types import TYPES, edm_of_sql

BATCH_ROWS = 10_000


@dataclass(frozen=True, slots=True)
class LocalColumn:
    """A column that local SQL gives: its name in the engine, its EDM type, and a decimal's precision and scale."""

    name: str
    type: str
    precision: int | None = None
    scale: int | None = None


class Engine:
    """One embedded database per connection, without access to files or the network; close it when done.

    `nocase` makes all text compare without regard to case, as on a server that does so.
    """

    def __init__(
        self, *, memory_limit: str | None = None, temp_directory: str | None = None, nocase: bool = False
    ) -> None:
        settings: dict[str, Any] = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
        if memory_limit is not None:
            settings["memory_limit"] = memory_limit
        if temp_directory is not None:
            settings["temp_directory"] = temp_directory
        try:
            self._database = duckdb.connect(":memory:", config=settings)
            self._database.execute("SET python_enable_replacements = false")
            # SQL from outside must not read this machine's files: read_csv('/etc/passwd') is not a table of Creatio.
            self._database.execute("SET enable_external_access = false")
        except duckdb.Error as error:
            raise InterfaceError(f"the local engine does not start with these options: {error}") from error
        self.nocase = nocase
        self._lock = threading.Lock()
        self._closed = False

    def workspace(self) -> Workspace:
        """Open the tables of one statement."""
        with self._lock:
            if self._closed:
                raise InterfaceError("the connection is closed; open a new one with creatio_dbapi.connect(…)")
            return Workspace(self._database.cursor(), self.nocase)

    def evaluate(self, expression: str) -> Any:
        """Compute one constant expression; raises DataError or ProgrammingError when it cannot be."""
        with self.workspace() as workspace:
            batch = next(workspace.run(f"SELECT {expression}"))
            return batch[0][0]

    def close(self) -> None:
        """Let go of everything the engine holds."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._database.close()


class Workspace:
    """The scans of one statement as tables, and the SQL over them; close it when the rows have been read."""

    def __init__(self, database: duckdb.DuckDBPyConnection, nocase: bool) -> None:
        self._database = database
        self._database.execute("SET TimeZone = 'UTC'")
        if nocase:
            self._database.execute("SET default_collation = 'nocase'")
        self._columns: dict[str, tuple[Column, ...]] = {}
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
        casts = ", ".join(f"CAST({_quoted(c.name)} AS {sql_type(c)})" for c in self._columns[name])
        view = f"page_{next(self._pages)}"
        with _translated():
            if replace:
                self.clear(name)
            self._database.register(view, page)
            try:
                self._database.execute(f"INSERT INTO {_quoted(name)} SELECT {casts} FROM {view}")  # noqa: S608 - quoted names  # noqa: S608
            finally:
                self._database.unregister(view)

    def distinct(self, name: str, column: str) -> list[Any]:
        """Return the different values of a scan's column that are not NULL."""
        quoted = _quoted(column)
        sql = f"SELECT DISTINCT {quoted} FROM {_quoted(name)} WHERE {quoted} IS NOT NULL ORDER BY 1"  # noqa: S608
        return [value for batch in self.run(sql) for value in batch[0]]

    def clear(self, name: str) -> None:
        """Take all rows out of a scan's table."""
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
        with _translated():
            relation = self._database.sql(sql)
            if relation is None:
                raise InternalError("the local SQL gives no rows")
            types = tuple(edm_of_sql(str(each)) for each in relation.types)
            read = relation.to_arrow_reader if hasattr(relation, "to_arrow_reader") else relation.fetch_arrow_reader
            self._rows = read(BATCH_ROWS)
            del relation
        while True:
            with _translated():
                batch = next(iter(self._rows), None) if self._rows is not None else None
            if batch is None:
                self._rows = None
                return
            if batch.num_rows:
                yield batch, types

    def interrupt(self) -> None:
        """Stop a running query from another thread."""
        self._database.interrupt()

    def close(self) -> None:
        """Drop the statement's tables; a result that was not read to its end is stopped first."""
        if self._rows is not None:
            self._rows.close()
            self._rows = None
        self._database.close()


def _local_column(name: str, sql: str) -> LocalColumn:
    edm = edm_of_sql(sql)
    if edm != "Edm.Decimal":
        return LocalColumn(name, edm)
    precision, scale = sql.partition("(")[2].rstrip(")").split(",")
    return LocalColumn(name, edm, int(precision), int(scale))


def _local_batch(batch: pa.RecordBatch, types: tuple[str, ...]) -> Batch:
    return Batch(
        batch.num_rows,
        lambda: [TYPES[edm].read_arrow(column) for edm, column in zip(types, batch.columns, strict=True)],
        lambda: batch.columns,
    )


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
    try:
        yield
    except (duckdb.Error, pa.ArrowException, OSError) as error:
        raise error_of(error) from error


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
