"""The file of an export: what is written so far, in a directory beside it, and the state from which it goes on."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import IO, Any, Protocol

import pyarrow as pa
import pyarrow.parquet

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment,unused-ignore]

from creatio_dbapi.cli.failures import CommandError
from creatio_dbapi.cli.formats import Column, Row, write_csv, write_jsonl

FORMATS = ("csv", "jsonl", "parquet")


def format_of(target: str) -> str:
    """Tell the format by a file's name."""
    suffix = Path(target).suffix.removeprefix(".").lower()
    if suffix not in FORMATS:
        raise CommandError(f"{target} is to end in .{', .'.join(FORMATS)}, or give --format", exit_status=2)
    return suffix


@dataclass(frozen=True, slots=True)
class State:
    """How far an export is: the query and where it is asked, the latest change in the table when it began, and what is
    in the file.

    `size` is the bytes that count of a file of text, or the number of parts of Parquet; `last_key` is the key of the
    last row that was written.
    """

    query: str
    format: str
    latest: str | None
    rows: int = 0
    size: int = 0
    last_key: str | None = None
    address: str = ""


_STATE, _LOCK = "state.json", "lock"


class ExportFile:
    """A target, and beside it the directory of an export that is under way; the target is whole or not there."""

    def __init__(self, target: str, format: str) -> None:
        self.target = Path(target)
        self._directory = self.target.with_name(f"{self.target.name}.export")
        self._writer: _Writer = _Parquet(self._directory) if format == "parquet" else _Text(self._directory, format)
        self.state = State("", format, None)
        self._lock: Any = None

    def lock(self) -> None:
        """Keep other exports away from the target until `close()`; raises CommandError where one is under way."""
        path = self._directory / _LOCK
        while self._lock is None:
            held = self._opened(path)
            if held is None:
                continue  # an export that has just ended took the directory away
            if _is_held(held, path):
                self._lock = held
            else:
                held.close()

    def _opened(self, path: Path) -> IO[str] | None:
        try:
            self._directory.mkdir(exist_ok=True)
            return path.open("w")
        except OSError as error:
            if isinstance(error, FileNotFoundError) and self.target.parent.is_dir():
                return None
            raise CommandError(f"{self.target} cannot be written: {error.strerror}") from error

    def kept_state(self) -> State | None:
        """Return the state of an export that broke off, or None; raises CommandError where it cannot be read."""
        path = self._directory / _STATE
        try:
            return State(**json.loads(path.read_text(encoding="utf-8")))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (ValueError, TypeError) as error:
            raise CommandError(f"{path} is not the state of an export; --restart begins anew") from error

    def begin(self, state: State) -> None:
        """Start, or go on from a state: what was written after it was kept is dropped."""
        if state.rows == 0:
            for path in self._directory.iterdir():
                if path.name != _LOCK:
                    with suppress(OSError):  # what is left counts for nothing, as the state tells
                        path.unlink()
        self._writer.open(state.size)
        self._keep(state)

    def add(self, columns: list[Column], portion: Any, rows: int, last_key: str) -> None:
        """Write rows, then keep the new state, in this order: a break in between costs only what is read again."""
        size = self._writer.add(columns, portion, first=self.state.rows == 0)
        self._keep(replace(self.state, rows=self.state.rows + rows, size=size, last_key=last_key))

    def finish(self, columns: list[Column], schema: pa.Schema) -> None:
        """Move the whole file to its place."""
        os.replace(self._writer.finish(columns, schema, empty=self.state.rows == 0), self.target)
        self._end()

    def close(self) -> None:
        """Let go of the open file; the state stays on disk, if there is one."""
        self._writer.close()
        if self._lock is not None and not (self._directory / _STATE).exists():
            self._end()
        if self._lock is not None:
            self._lock.close()

    def _keep(self, state: State) -> None:
        path = self._directory / _STATE
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps(asdict(state)), encoding="utf-8")
        os.replace(fresh, path)
        self.state = state

    def _end(self) -> None:
        """Leave nothing behind, and let another export begin: from here on, the directory is no more this one's."""
        shutil.rmtree(self._directory, ignore_errors=True)
        self._lock.close()
        self._lock = None


def _is_held(file: IO[str], path: Path) -> bool:
    """Lock a file and say whether it is still the one of that name; raises CommandError where it is locked already."""
    if fcntl is not None:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            target = path.parent.with_suffix("")
            raise CommandError(f"another export to {target} is under way; wait for its end") from None
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


class _Writer(Protocol):
    """What the two kinds of files have in common; sizes are those of `State`."""

    def open(self, size: int) -> None: ...

    def add(self, columns: list[Column], portion: Any, *, first: bool) -> int: ...

    def finish(self, columns: list[Column], schema: pa.Schema, *, empty: bool) -> Path: ...

    def close(self) -> None: ...


class _Text:
    """CSV or lines of JSON, one file that grows."""

    def __init__(self, directory: Path, format: str) -> None:
        self._path = directory / f"rows.{format}"
        self._format = format
        self._out: Any = None

    def open(self, size: int) -> None:
        self._out = self._path.open("a+", encoding="utf-8", newline="")
        self._out.truncate(size)
        self._out.seek(size)

    def add(self, columns: list[Column], portion: Sequence[Row], *, first: bool) -> int:
        if self._format == "csv":
            write_csv(columns, portion, self._out, heading=first)
        else:
            write_jsonl(columns, portion, self._out)
        self._out.flush()
        os.fsync(self._out.fileno())
        return int(self._path.stat().st_size)

    def finish(self, columns: list[Column], schema: pa.Schema, *, empty: bool) -> Path:
        if empty:
            self.add(columns, [], first=True)
        self.close()
        return self._path

    def close(self) -> None:
        if self._out is not None:
            self._out.close()


class _Parquet:
    """A Parquet file for each portion, one after another put into one at the end."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._parts = 0

    def open(self, size: int) -> None:
        self._parts = size

    def add(self, columns: list[Column], portion: pa.Table, *, first: bool) -> int:
        pa.parquet.write_table(portion, self._part(self._parts))
        self._parts += 1
        return self._parts

    def finish(self, columns: list[Column], schema: pa.Schema, *, empty: bool) -> Path:
        whole = self._directory / "rows.parquet"
        with pa.parquet.ParquetWriter(whole, schema) as writer:
            for number in range(self._parts):
                with pa.parquet.ParquetFile(self._part(number)) as part:
                    for batch in part.iter_batches():
                        writer.write_batch(batch)
        return whole

    def close(self) -> None:
        """There is nothing open between two portions."""

    def _part(self, number: int) -> Path:
        return self._directory / f"{number:06}.parquet"
