"""The soak: many mixed statements on many threads, with faults by chance; the table ends as without faults.

python -m tests.faults.soak --statements 10000 --threads 16 --seed 1

Each thread has rows of its own, so that what the table must hold does not depend on who comes first; what it reads of
them is compared with what it wrote. A write that fails is done again, in a form that may be done twice. The
sandbox runs in another process: memory, sockets and threads are the driver's.
"""

from __future__ import annotations

import argparse
import gc
import random
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests

import creatio_dbapi
from creatio_dbapi import Connection, Cursor, DatabaseError

TABLE = "UsrSoak"
COLUMNS = {"Owner": "Edm.Int32", "N": "Edm.Int32", "Name": "Edm.String", "Amount": "Edm.Decimal"}
CONNECTIONS = 4  # shared by the threads
TRIES = 40  # of one statement
FAULT_EVERY = 3  # statements, on average
OPTIONS: dict[str, Any] = {
    "cache_directory": "",
    "collation": "sensitive",
    "timeout": 10.0,
    "retry_wait": 0.01,
    "retry_wait_most": 0.1,
}

# What can go wrong; each hits whichever request comes next. A lie that no client can see is not among them.
FAULTS: tuple[dict[str, Any], ...] = (
    {"kind": "expire"},
    *({"kind": "status", "status": status} for status in (401, 403, 408, 429, 500, 502, 503, 504)),
    *({"kind": "status", "status": status, "worked": True} for status in (500, 502, 504)),
    {"kind": "status", "status": 429, "retry_after": 0},
    {"kind": "status", "status": 302, "location": "/Login/NuiLogin.aspx"},
    *({"kind": "drop", "stage": stage} for stage in ("before_reading", "before_answer", "mid_body")),
    {"kind": "drop", "stage": "mid_batch", "parts": 3},
    {"kind": "html", "status": 200},
    {"kind": "html", "status": 502},
    {"kind": "broken_json"},
    {"kind": "truncated"},
    {"kind": "gzip_cut"},
    {"kind": "slow", "milliseconds": 2},
    {"kind": "latency", "milliseconds": 20},
    {"kind": "repeat", "rows": 1},
    {"kind": "lost_part", "parts": 1},
    {"kind": "refuse", "milliseconds": 30},
)

Row = tuple[int, str]
Model = dict[uuid.UUID, Row]


@dataclass(frozen=True)
class Usage:
    """What the process holds: memory in megabytes, open sockets, threads."""

    memory: float
    sockets: int
    threads: int


@dataclass
class Figures:
    """What a soak came to."""

    statements: int = 0
    failures: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    faults: int = 0
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)
    rows: Counter[tuple[Any, ...]] = field(default_factory=Counter)
    early: Usage = Usage(0, 0, 0)
    late: Usage = Usage(0, 0, 0)
    before: Usage = Usage(0, 0, 0)
    after: Usage = Usage(0, 0, 0)


class Server:
    """A sandbox in a process of its own, told what to do by its control routes."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "creatio_dbapi.sandbox", "--port", "0", "--contacts", "0"]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 - words of our own
        assert self._process.stdout is not None
        self.url = self._process.stdout.readline().split()[2]
        self._control = requests.Session()
        self._control.trust_env = False
        self._lock = threading.Lock()

    def tell(self, method: str, route: str, body: object = None) -> Any:
        """Use a control route; while the server is away, try again."""
        for _ in range(200):
            try:
                with self._lock:
                    answer = self._control.request(method, f"{self.url}/sandbox/{route}", json=body, timeout=30)
                answer.raise_for_status()
                return answer.json()["result"]
            except requests.ConnectionError:
                time.sleep(0.02)
        raise RuntimeError("the sandbox does not answer")

    def stop(self) -> None:
        """End the process."""
        self._control.close()
        self._process.send_signal(signal.SIGTERM)
        self._process.communicate(timeout=30)


@contextmanager
def serving() -> Iterator[Server]:
    """Run a sandbox with an empty table."""
    server = Server()
    try:
        server.tell("POST", "objects", {"name": TABLE, "columns": COLUMNS})
        yield server
    finally:
        server.stop()


def usage() -> Usage:
    """Measure this process, by /proc."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    links = [_target(link) for link in Path("/proc/self/fd").iterdir()]
    sockets = sum(link.startswith("socket:") for link in links)
    return Usage(pages * 4096 / 2**20, sockets, threading.active_count())


def _target(link: Path) -> str:
    try:
        return str(link.readlink())
    except OSError:
        return ""


class Worker:
    """One thread's statements: a mix by chance, the same for the same seed, and what its rows must hold."""

    def __init__(self, server: Server, connection: Connection, owner: int, seed: int, figures: Figures) -> None:
        self._server, self._connection, self._owner, self._figures = server, connection, owner, figures
        self._chance = random.Random(f"{seed} {owner}")  # noqa: S311 - a test's choices
        self._faults: random.Random | None = random.Random(f"faults {seed} {owner}")  # noqa: S311
        self.model: Model = {}
        self._lock = threading.Lock()
        self._next = 0

    def without_faults(self) -> Worker:
        """Order no faults."""
        self._faults = None
        return self

    def run(self, statements: int) -> None:
        """Run so many statements."""
        for _ in range(statements):
            if self._faults is not None and self._faults.randrange(FAULT_EVERY) == 0:
                self._server.tell("POST", "faults", self._faults.choice(FAULTS))
                self._figures.faults += 1
            self._chance.choice(self._mix())()
            self._figures.statements += 1

    def _mix(self) -> list[Callable[[], None]]:
        if len(self.model) < 5:
            return [self._insert_many]
        reads = [self._look_up, self._count, self._scan, self._group, self._join, self._first]
        return [self._insert, self._insert_many, self._update, self._update_some, self._delete, self._upsert, *reads]

    # -- writes

    def _row(self) -> tuple[uuid.UUID, int, str]:
        self._next += 1
        return uuid.UUID(int=(self._owner << 64) + self._next), self._next, f"row {self._next} of {self._owner}"

    def _insert(self) -> None:
        key, number, name = self._row()
        self._write(f"INSERT INTO {TABLE} (Id, Owner, N, Name) VALUES (?, {self._owner}, ?, ?)", [[key, number, name]])
        self.model[key] = (number, name)

    def _insert_many(self) -> None:
        rows = [self._row() for _ in range(self._chance.randrange(2, 12))]
        self._write(
            f"INSERT INTO {TABLE} (Id, Owner, N, Name) VALUES (?, {self._owner}, ?, ?)", [[*row] for row in rows]
        )
        self.model |= {key: (number, name) for key, number, name in rows}

    def _upsert(self) -> None:
        changed = self._chance.sample(sorted(self.model), 2)
        rows = [(key, self.model[key][0], f"changed {self._next}") for key in changed] + [self._row()]
        sql = (
            f"INSERT INTO {TABLE} (Id, Owner, N, Name) VALUES (?, {self._owner}, ?, ?) "
            "ON CONFLICT (Id) DO UPDATE SET Name = excluded.Name"
        )
        self._write(sql, [[*row] for row in rows])
        self.model |= {key: (number, name) for key, number, name in rows}

    def _update(self) -> None:
        key = self._chance.choice(sorted(self.model))
        name = f"new {self._chance.randrange(10**6)} 'x' & y"
        self._write(f"UPDATE {TABLE} SET Name = ? WHERE Id = ?", [[name, key]])
        self.model[key] = (self.model[key][0], name)

    def _update_some(self) -> None:
        part, name = self._chance.randrange(5), f"part {self._chance.randrange(10**6)}"
        self._write(f"UPDATE {TABLE} SET Name = ? WHERE Owner = {self._owner} AND N % 5 = ?", [[name, part]])
        self.model = {key: (n, name if n % 5 == part else old) for key, (n, old) in self.model.items()}

    def _delete(self) -> None:
        keys = self._chance.sample(sorted(self.model), min(3, len(self.model)))
        marks = ", ".join("?" * len(keys))
        self._write(f"DELETE FROM {TABLE} WHERE Id IN ({marks})", [keys])
        self.model = {key: row for key, row in self.model.items() if key not in keys}

    def _write(self, sql: str, sets: list[list[Any]]) -> None:
        """Run a write until all of its rows are written; the later tries take rows that are there for written."""

        def once(cursor: Cursor, again: bool) -> None:
            safe = (
                sql if not again or "INSERT" not in sql or "CONFLICT" in sql else f"{sql} ON CONFLICT (Id) DO NOTHING"
            )
            if len(sets) == 1:
                cursor.execute(safe, sets[0])
            else:
                cursor.executemany(safe, sets)

        self._until_done(once)

    def _until_done(self, once: Callable[[Cursor, bool], Any]) -> Any:
        for attempt in range(TRIES):
            with self._connection.cursor() as cursor:
                try:
                    return once(cursor, attempt > 0)
                except DatabaseError as error:
                    self._note(error)
        raise RuntimeError(f"{TRIES} tries have failed")

    def _note(self, error: DatabaseError) -> None:
        with self._lock:
            kind = next(each for each in type(error).__mro__ if each.__module__ == "creatio_dbapi")
            self._figures.failures[kind.__name__] += 1
            self._figures.examples.setdefault(kind.__name__, str(error)[:300])

    # -- reads

    def _read(self, sql: str, parameters: list[Any], right: list[tuple[Any, ...]]) -> None:
        rows = self._until_done(lambda cursor, again: cursor.execute(sql, parameters).fetchall())
        if Counter(rows) != Counter(right):
            more, less = Counter(rows) - Counter(right), Counter(right) - Counter(rows)
            self._figures.wrong.append(f"{sql} {parameters}: {dict(more)!r:.300} instead of {dict(less)!r:.300}")

    def _look_up(self) -> None:
        key = self._chance.choice(sorted(self.model))
        self._read(f"SELECT N, Name FROM {TABLE} WHERE Id = ?", [key], [self.model[key]])

    def _count(self) -> None:
        self._read(f"SELECT count(*) FROM {TABLE} WHERE Owner = ?", [self._owner], [(len(self.model),)])

    def _scan(self) -> None:
        # With its key: without one, nobody sees a row twice in the one answer that a small result is.
        right = [(key, *row) for key, row in self.model.items()]
        self._read(f"SELECT Id, N, Name FROM {TABLE} WHERE Owner = ?", [self._owner], right)

    def _group(self) -> None:
        parts: dict[int, list[uuid.UUID]] = {}
        for key, (number, _) in self.model.items():
            parts.setdefault(number % 3, []).append(key)
        # With the key itself, for the same reason: it is not read where it is only counted.
        sql = f"SELECT N % 3, count(DISTINCT Id), max(Id) FROM {TABLE} WHERE Owner = ? GROUP BY N % 3"
        self._read(sql, [self._owner], [(part, len(keys), max(keys)) for part, keys in parts.items()])

    def _join(self) -> None:
        sql = f"SELECT a.N, b.Name FROM {TABLE} a JOIN {TABLE} b ON a.Id = b.Id WHERE a.Owner = ? AND b.Owner = ?"
        self._read(sql, [self._owner, self._owner], [*self.model.values()])

    def _first(self) -> None:
        right = sorted(((row[0], key) for key, row in self.model.items()), reverse=True)[:3]
        sql = f"SELECT N, Id FROM {TABLE} WHERE Owner = ? ORDER BY N DESC LIMIT 3"
        self._read(sql, [self._owner], right)


def soak(statements: int, threads: int, seed: int, *, faults: bool = True) -> Figures:
    """Run a soak against a sandbox of its own; returns its figures."""
    figures = Figures()
    with serving() as server:
        figures.before = usage()
        connections = [
            creatio_dbapi.connect(server.url, "Supervisor", "Supervisor", **OPTIONS) for _ in range(CONNECTIONS)
        ]
        workers = [Worker(server, connections[n % CONNECTIONS], n, seed, figures) for n in range(threads)]
        if not faults:
            workers = [worker.without_faults() for worker in workers]
        for connection in connections:
            connection.catalog.load()
        started = time.monotonic()
        first = statements * 3 // 10 // threads
        _together(workers, first)
        figures.early = usage()
        _together(workers, statements // threads - first)
        figures.late = usage()
        figures.seconds = time.monotonic() - started
        server.tell("DELETE", "faults")
        figures.rows = Counter(
            (row["Owner"], row["N"], row["Name"]) for row in server.tell("GET", f"objects/{TABLE}/rows")
        )
        right = Counter((owner, *row) for owner, worker in enumerate(workers) for row in worker.model.values())
        if figures.rows != right:
            figures.wrong.append(
                f"the table holds {figures.rows - right} too much and {right - figures.rows} too little"
            )
        for connection in connections:
            connection.close()
        figures.after = usage()
    return figures


def _together(workers: list[Worker], statements: int) -> None:
    failures: list[BaseException] = []

    def run(worker: Worker) -> None:
        try:
            worker.run(statements)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=run, args=(worker,)) for worker in workers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def main() -> None:
    """Run the soak with and without faults, compare the tables, and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--statements", type=int, default=10_000)
    parser.add_argument("--threads", type=int, default=16)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    bad = soak(given.statements, given.threads, given.seed)
    good = soak(given.statements, given.threads, given.seed, faults=False)
    print(f"{bad.statements} statements on {given.threads} threads, seed {given.seed}, {bad.faults} faults", end=" ")
    print(f"in {bad.seconds:.0f} s; {good.seconds:.0f} s without faults")
    print(f"exceptions: {dict(bad.failures)}; wrong: {bad.wrong + good.wrong or 'nothing'}")
    print(f"such as {bad.examples}")
    print(f"rows at the end: {sum(bad.rows.values())}, as without faults: {bad.rows == good.rows}")
    for name in ("before", "early", "late", "after"):
        seen: Usage = getattr(bad, name)
        print(f"{name}: {seen.memory:.0f} MB, {seen.sockets} sockets, {seen.threads} threads")
    sys.exit(0 if bad.rows == good.rows and not bad.wrong + good.wrong else 1)


if __name__ == "__main__":
    main()
