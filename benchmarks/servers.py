"""Servers in processes of their own, so that their work does not slow down who is measured."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
Place = tuple[str, str, str]  # address, user, password


@contextmanager
def sandbox(*, contacts: int = 2000, metadata: Path | None = None) -> Iterator[Place]:
    """Serve a sandbox."""
    more = ["--metadata", str(metadata)] if metadata is not None else []
    with _process("creatio_dbapi.sandbox", "--port", "0", "--contacts", str(contacts), *more) as line:
        said = line.split()
        yield tuple(said[said.index(name) + 1] for name in ("sandbox:", "user:", "password:"))  # type: ignore[misc]


@contextmanager
def bulk(*, rows: int, columns: int = 8, latency: tuple[float, ...] = (0.0,)) -> Iterator[tuple[Place, ...]]:
    """Serve two large tables, once for each latency in milliseconds."""
    latencies = [str(each) for each in latency]
    words = ["--rows", str(rows), "--columns", str(columns), "--latency", *latencies]
    with _process("benchmarks.bulk", *words) as line:
        yield tuple((address, "Supervisor", "Supervisor") for address in line.split())


@contextmanager
def _process(*module: str) -> Iterator[str]:
    """Run a module and give the first line that it prints."""
    command = [sys.executable, "-m", *module]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout
        try:
            yield process.stdout.readline()
        finally:
            process.terminate()
