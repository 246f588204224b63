"""The rows: SQLite in a temporary folder, one writer, a few readers, tables made when first needed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Context, Decimal
from pathlib import Path

from creatio_dbapi.sandbox.edm import Stored, decode_decimal, encode_decimal
from creatio_dbapi.sandbox.schema import Entity

_WIDE = Context(prec=60)
_READERS = 8


class Store:
    """One instance's database file."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="creatio-sandbox-"))
        self._process = os.getpid()
        self._writing = threading.RLock()
        self._depth = 0
        self._owner: int | None = None
        self._readers: list[sqlite3.Connection] = []
        self._pool = threading.Lock()
        self._tables: set[str] = set()
        self._indexes: set[str] = set()
        self._writer = self._connect()
        # No journal while the first rows are loaded: nobody reads yet and the file dies with the process.
        self._writer.execute("PRAGMA journal_mode = OFF")

    def open_to_readers(self) -> None:
        """Switch to write-ahead logging: from now on reads and one write run side by side."""
        self._writer.execute("PRAGMA journal_mode = WAL")

    def close(self) -> None:
        """Close every connection and remove the folder."""
        if os.getpid() != self._process:
            return  # a forked child has the parent's files open; they are not its own to close or remove
        with self._writing, self._pool:
            for connection in (*self._readers, self._writer):
                connection.close()
            self._readers.clear()
        shutil.rmtree(self.folder, ignore_errors=True)

    def ensure(self, entity: Entity) -> None:
        """Create the object's table if it is not there yet."""
        if entity.table in self._tables:
            return
        with self.change() as connection:
            # Inside a larger change the table may be rolled back with it, so it is not remembered.
            outermost = self._depth == 1
            connection.execute(_create_table(entity))
            for columns in _unique_columns(entity):
                _unique_index(connection, entity, columns)
        if outermost:
            self._tables.add(entity.table)
        for name, column in entity.columns.items():
            if column.indexed:
                self.ensure_index(entity, name)

    def ensure_index(self, entity: Entity, *names: str) -> None:
        """Create an index on columns if it is not there yet."""
        physical = [entity.physical[name] for name in names]
        index = "_".join([entity.table, *physical])
        if index in self._indexes or names == entity.key:
            return
        with self.change() as connection:
            outermost = self._depth == 1
            connection.execute(f"CREATE INDEX IF NOT EXISTS {index} ON {entity.table} ({', '.join(physical)})")
        if outermost:
            self._indexes.add(index)

    def made(self) -> frozenset[str]:
        """Return the names of the tables that exist; an object without one has no rows."""
        with self.change() as connection:
            return frozenset(
                row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            )

    def drop(self, entity: Entity) -> None:
        """Remove the object's table."""
        self._tables.discard(entity.table)
        with self.change() as connection:
            connection.execute(f"DROP TABLE IF EXISTS {entity.table}")

    def read(self, sql: str, parameters: Sequence[Stored] = ()) -> list[tuple[Stored, ...]]:
        """Run one SELECT on a connection of the pool, or on the writing one by the thread that is changing rows."""
        if self._owner == threading.get_ident():
            return self._writer.execute(sql, parameters).fetchall()
        with self._reader() as connection:
            return connection.execute(sql, parameters).fetchall()

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """Hold the one writing connection in a transaction; inner uses are savepoints of it."""
        with self._writing:
            point = f"p{self._depth}"
            self._writer.execute(f"SAVEPOINT {point}" if self._depth else "BEGIN IMMEDIATE")
            self._depth, self._owner = self._depth + 1, threading.get_ident()
            try:
                yield self._writer
                self._writer.execute(f"RELEASE {point}" if self._depth > 1 else "COMMIT")
            except BaseException:
                self._writer.execute(f"ROLLBACK TO {point}" if self._depth > 1 else "ROLLBACK")
                raise
            finally:
                self._depth -= 1
                if not self._depth:
                    self._owner = None

    def load(self, entity: Entity, names: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Insert many rows as they are into a table that `ensure` will give its keys afterwards, which is quicker."""
        columns = ", ".join(entity.physical[name] for name in names)
        values = ", ".join(_placeholder(entity.columns[name].type, n) for n, name in enumerate(names, 1))
        decimals = [n for n, name in enumerate(names) if entity.columns[name].type == "Edm.Decimal"]
        with self.change() as connection:
            connection.execute(_create_table(entity))
            connection.executemany(
                f"INSERT INTO {entity.table} ({columns}) VALUES ({values})",  # noqa: S608 - names are made here
                _with_decimals(rows, decimals) if decimals else rows,
            )

    def insert(self, entity: Entity, values: Mapping[str, Stored]) -> None:
        """Insert one row whose values are in their stored form already."""
        columns = ", ".join(entity.physical[name] for name in values)
        marks = ", ".join("?" * len(values))
        with self._writing:
            sql = f"INSERT INTO {entity.table} ({columns}) VALUES ({marks})"  # noqa: S608
            self._writer.execute(sql, tuple(values.values()))

    @contextmanager
    def _reader(self) -> Iterator[sqlite3.Connection]:
        with self._pool:
            connection = self._readers.pop() if self._readers else None
        if connection is None:
            connection = self._connect()
        try:
            yield connection
        finally:
            self._give_back(connection)

    def _give_back(self, connection: sqlite3.Connection) -> None:
        with self._pool:
            if len(self._readers) < _READERS:
                self._readers.append(connection)
                return
        connection.close()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.folder / "rows.db", isolation_level=None, check_same_thread=False, cached_statements=256, timeout=60
        )
        for pragma in ("synchronous = OFF", "temp_store = MEMORY", "cache_size = -32768", "mmap_size = 1073741824"):
            connection.execute(f"PRAGMA {pragma}")
        for name, (count, function) in _FUNCTIONS.items():
            connection.create_function(name, count, function, deterministic=True)
        return connection


def _unique_index(connection: sqlite3.Connection, entity: Entity, columns: Sequence[str]) -> None:
    physical = [entity.physical[name] for name in columns]
    name = "_".join(["unique", entity.table, *physical])
    connection.execute(f"CREATE UNIQUE INDEX IF NOT EXISTS {name} ON {entity.table} ({', '.join(physical)})")


def _unique_columns(entity: Entity) -> list[tuple[str, ...]]:
    unique = [(name,) for name, column in entity.columns.items() if column.unique and (name,) != entity.key]
    return [entity.key, *unique] if entity.key else list(unique)


def _create_table(entity: Entity) -> str:
    return f"CREATE TABLE IF NOT EXISTS {entity.table} ({', '.join(entity.physical.values())})"


def _placeholder(kind: str, number: int) -> str:
    if kind != "Edm.DateTimeOffset":
        return f"?{number}"
    # Without the Z and the zeros that end a fraction, as `edm` stores it; in SQL because a million rows pass here.
    text = f"?{number}"
    return f"CASE substr({text}, 20, 1) WHEN '.' THEN rtrim(rtrim({text}, '0Z'), '.') ELSE substr({text}, 1, 19) END"


def _with_decimals(rows: Iterable[Sequence[object]], positions: Sequence[int]) -> Iterator[list[object]]:
    for row in rows:
        cells = list(row)
        for position in positions:
            if cells[position] is not None:
                cells[position] = encode_decimal(Decimal(str(cells[position])))
        yield cells


def _fold(value: Stored) -> Stored:
    return value.casefold() if isinstance(value, str) else value


def _lower(value: Stored) -> Stored:
    return value.lower() if isinstance(value, str) else value


def _upper(value: Stored) -> Stored:
    return value.upper() if isinstance(value, str) else value


def _number(value: Stored) -> Decimal:
    return decode_decimal(value) if isinstance(value, str) else Decimal(str(value))


def _to_decimal(value: Stored) -> Stored:
    return value if value is None or isinstance(value, str) else encode_decimal(_number(value))


_OPERATIONS: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "add": _WIDE.add,
    "sub": _WIDE.subtract,
    "mul": _WIDE.multiply,
    "div": _WIDE.divide,
    "mod": _WIDE.remainder,
}


def _decimal_arithmetic(operator: Stored, left: Stored, right: Stored) -> Stored:
    if left is None or right is None:
        return None
    try:
        return encode_decimal(_OPERATIONS[str(operator)](_number(left), _number(right)))
    except ArithmeticError:
        return None  # what SQLite makes of a division by zero


def _rounded(rounding: Stored, value: Stored) -> Stored:
    if value is None:
        return None
    number = _number(value).to_integral_value(str(rounding))
    return encode_decimal(number) if isinstance(value, str) else float(number)


# SQLite knows the case of ASCII letters only and has no exact decimals.
_FUNCTIONS: dict[str, tuple[int, Callable[..., Stored]]] = {
    "fold": (1, _fold),
    "lower_text": (1, _lower),
    "upper_text": (1, _upper),
    "to_decimal": (1, _to_decimal),
    "decimal_arithmetic": (3, _decimal_arithmetic),
    "rounded": (2, _rounded),
}
