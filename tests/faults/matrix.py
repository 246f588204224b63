"""Runs the fault matrix: every fault, every kind of statement it can meet, the first, a middle and the last request.

A cell is right when the whole right answer came, or an exception of the right class whose message says what to do; when
the table holds what the report of a write says, nothing of it twice; and when the connection works afterwards.

python -m tests.faults.matrix        # prints the cells that are wrong, and writes the table of docs/faults.md anew
"""

from __future__ import annotations

import re
import shutil
import socket
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from creatio_dbapi import Connection, OperationalError
from creatio_dbapi.sandbox import Sandbox
from creatio_dbapi.write_report import WriteReport
from tests.faults.faults import ANSWER, EITHER, ERROR, TROUBLES, Trouble
from tests.faults.page import write_table
from tests.faults.statements import ITEM, KINDS, Cells, Effect, Kind, contents, create_groups, create_items
from tests.fix_connection import connect_to, query

LANES = 4  # sandboxes at once: much of a bad day is waiting
CAP = 8  # rows of a page, so that small objects have several
_QUICK = {"collation": "sensitive", "retry_wait": 0.01, "retry_wait_most": 0.1, "retries": 3}
PATIENCE = 10.0  # seconds for a server that goes to come back


@dataclass(frozen=True)
class Cell:
    """One fault, one statement, one of its requests by its number from 0 (None: the whole statement)."""

    trouble: Trouble
    kind: Kind
    request: int | None

    def __str__(self) -> str:
        place = "throughout" if self.request is None else f"request {self.request + 1}"
        return f"{self.trouble.name} / {self.kind.name} / {place}"


@dataclass(frozen=True)
class Finding:
    """What came of a cell: what was wrong (nothing, if all was right), and whether the answer came."""

    cell: Cell
    answered: bool
    wrong: str = ""


@dataclass(frozen=True)
class Faultless:
    """A statement without faults: its result, its number of requests, and the table's rows after it."""

    result: Any
    requests: int
    after: Counter[Cells]


class Lane:
    """A sandbox, the connections to it, and what every statement does there when nothing goes wrong."""

    def __init__(self, sandbox: Sandbox, kept: Path) -> None:
        self._sandbox, self._kept = sandbox, kept
        create_groups(sandbox)
        create_items(sandbox)
        self._before = contents(sandbox)
        self._connections: dict[str, Connection] = {}
        with connect_to(sandbox, cache_directory=str(kept), collation="sensitive") as connection:
            connection.catalog.load()
        self._faultless: dict[str, Faultless] = {}

    def close(self) -> None:
        """Close the connections."""
        for connection in self._connections.values():
            connection.close()

    def cells(self, trouble: Trouble) -> list[Cell]:
        """Return the cells of a fault."""
        found: list[Cell] = []
        for kind in (kind for kind in KINDS if trouble.concerns(kind)):
            if not trouble.order:
                found.append(Cell(trouble, kind, None))
                continue
            last = self.faultless(kind).requests - 1
            places = sorted({0, last // 2, last} - ({0} if trouble.later else set()))
            found += [Cell(trouble, kind, place) for place in places]
        return found

    def faultless(self, kind: Kind) -> Faultless:
        """Run a statement without faults, once."""
        if kind.name not in self._faultless:
            self._reset()
            with self._connection(kind, {}) as connection:
                self._sandbox.clear_requests()
                result = kind.run(connection)
                sent = [record for record in self._sandbox.requests if "/odata/" in record.url]
            after = contents(self._sandbox)
            assert after == expected(self._before, kind, set(range(len(kind.effects))))
            self._faultless[kind.name] = Faultless(result, len(sent), after)
        return self._faultless[kind.name]

    def _reset(self) -> None:
        self._sandbox.reset_switches()
        self._sandbox.switch(page_cap=CAP)
        if contents(self._sandbox) != self._before:
            create_items(self._sandbox)

    def _connection(self, kind: Kind, options: Any) -> Any:
        """Open a connection, or take one that was used already; the catalog is there, from the disk."""
        wanted = {"cache_directory": str(self._kept), **_QUICK, **kind.options, **options}
        if kind.fresh:
            return _Fresh(self._sandbox, wanted)
        name = repr(sorted(wanted.items()))
        if name not in self._connections:
            self._connections[name] = connect_to(self._sandbox, **wanted)
            query(self._connections[name], f"SELECT count(*) FROM {ITEM}")
            query(self._connections[name], f"SELECT N FROM {ITEM}")  # which teaches that it takes several answers
        return _Kept(self._connections[name])

    def run(self, cell: Cell) -> Finding:
        """Run one cell."""
        trouble, kind = cell.trouble, cell.kind
        right = self.faultless(kind)
        self._reset()
        with self._connection(kind, trouble.options) as connection:
            self._sandbox.switch(**trouble.switches)
            if trouble.order:
                self._sandbox.add_fault(**{"count": 1, **trouble.order, "after": cell.request})
            if trouble.also is not None:
                self._sandbox.add_fault(**trouble.also)
            error, result = _outcome(kind, connection)
            self._sandbox.clear_faults()
            _wait_for(self._sandbox)
            wrong = self._judge(cell, right, error, result)
            self._sandbox.switch(chunked=False)
            wrong = wrong or self._usable(connection)
        return Finding(cell, error is None, wrong)

    def _judge(self, cell: Cell, right: Faultless, error: Exception | None, result: Any) -> str:
        trouble, kind = cell.trouble, cell.kind
        wanted = trouble.writes if kind.writes else trouble.reads
        if kind.name == "probe" and wanted == ERROR:
            wanted = EITHER  # what cannot be learnt of a server is not believed of it, and the answer comes
        found = contents(self._sandbox)
        if trouble.order.get("kind") == "meanwhile":
            return _judge_meanwhile(kind, right, error, result, trouble)
        if error is None:
            if wanted == ERROR:
                return f"an answer came: {result!r:.200}"
            if result != right.result:
                return f"a wrong answer: {result!r:.300} instead of {right.result!r:.300}"
            return (
                ""
                if found == right.after
                else f"the answer came, but the table holds {_difference(found, right.after)}"
            )
        if wanted == ANSWER:
            return f"no answer came: {_told(error)}"
        return _judge_error(trouble, error) or (self._judge_report(kind, error, found) if kind.writes else "")

    def _judge_report(self, kind: Kind, error: Exception, found: Counter[Cells]) -> str:
        """Compare what the report says with what the table holds."""
        report = getattr(error, "report", None) or WriteReport()
        done = {place for place, effect in enumerate(kind.effects) if _is_done(effect, found)}
        if found != expected(self._before, kind, done):
            return f"rows are lost or doubled: {_difference(found, expected(self._before, kind, done))}"
        sure = len(report.written)
        open_ = len(report.unknown) + sum(row.present for row in report.failed)
        if not sure <= len(done) <= sure + open_:
            return f"{len(done)} rows are written, but the report says {report}; {_told(error)}"
        return ""

    def _usable(self, connection: Connection) -> str:
        """Run another statement on the same connection."""
        try:
            rows = query(connection, f"SELECT N, Name FROM {ITEM}")
        except Exception as error:
            return f"the next statement fails: {_told(error)}"
        return "" if Counter(rows) == contents(self._sandbox) else "the next statement gives other rows"


class _Kept:
    """A connection that is used again, for a `with` statement."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __enter__(self) -> Connection:
        return self._connection

    def __exit__(self, *details: object) -> None:
        """Keep it."""


class _Fresh:
    """A connection of its own, with a copy of the catalog on disk: nothing has been learnt of the server yet."""

    def __init__(self, sandbox: Sandbox, options: dict[str, Any]) -> None:
        self._folder = tempfile.TemporaryDirectory()
        copy = shutil.copytree(options["cache_directory"], Path(self._folder.name, "kept"))
        self._connection = connect_to(sandbox, **{**options, "cache_directory": str(copy)})
        self._connection.catalog.load()

    def __enter__(self) -> Connection:
        return self._connection

    def __exit__(self, *details: object) -> None:
        self._connection.close()
        self._folder.cleanup()


def _outcome(kind: Kind, connection: Connection) -> tuple[Exception | None, Any]:
    try:
        return None, kind.run(connection)
    except Exception as error:
        return error, None


def expected(before: Counter[Cells], kind: Kind, done: set[int]) -> Counter[Cells]:
    """Return the rows that a table holds when these rows of a write were carried out."""
    rows = Counter(before)
    for place in done:
        effect = kind.effects[place]
        if effect.before is not None:
            rows[effect.before] -= 1
        if effect.after is not None:
            rows[effect.after] += 1
    return +rows


def _is_done(effect: Effect, found: Counter[Cells]) -> bool:
    return found[effect.after] > 0 if effect.after is not None else found[effect.before or ()] == 0


def _judge_error(trouble: Trouble, error: Exception) -> str:
    if not isinstance(error, OperationalError):  # the network, the sign-in or the server
        return f"an exception of the wrong class: {_told(error)}"
    if not re.search(trouble.says, str(error)) or len(str(error)) < 25:
        return f"a message without {trouble.says!r}: {_told(error)}"
    return ""


def _judge_meanwhile(kind: Kind, right: Faultless, error: Exception | None, result: Any, trouble: Trouble) -> str:
    """Rows that are there all the time come once; the one that somebody else writes may come or not."""
    if error is not None:
        return _judge_error(trouble, error)
    if kind.writes or kind.name in ("group by", "top n", "key lookup"):
        return ""
    mine = Counter(map(repr, result))
    others = {line for line in mine if "item 0" in line or "(0," in line or "other" in line or "(-1," in line}
    wanted = Counter(map(repr, right.result))
    moved = {line for line in wanted if "item 0" in line or "(0," in line}
    return (
        "" if {*mine} - others == {*wanted} - moved and max(mine.values()) == 1 else f"a wrong answer: {result!r:.300}"
    )


def _difference(found: Counter[Cells], wanted: Counter[Cells]) -> str:
    return f"too much {dict(found - wanted)!r:.200}, too little {dict(wanted - found)!r:.200}"


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error!s:.300}"


def _wait_for(sandbox: Sandbox) -> None:
    """Wait until a server that went is back."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(OSError), closing(socket.create_connection(("127.0.0.1", sandbox.port), 1)):
            return
        time.sleep(0.02)


def run_matrix(troubles: tuple[Trouble, ...] = TROUBLES) -> list[Finding]:
    """Run all cells, in several lanes; returns what came of each."""
    waiting = iter(troubles)
    lock = threading.Lock()
    findings: list[Finding] = []

    def lane() -> None:
        with (
            Sandbox(contacts=0) as sandbox,
            tempfile.TemporaryDirectory() as kept,
            closing(Lane(sandbox, Path(kept))) as mine,
        ):
            for trouble in _shared(waiting, lock):
                found = [mine.run(cell) for cell in mine.cells(trouble)]
                with lock:
                    findings.extend(found)

    with ThreadPoolExecutor(LANES) as pool:
        for future in [pool.submit(lane) for _ in range(LANES)]:
            future.result()
    return findings


def _shared(waiting: Iterator[Trouble], lock: threading.Lock) -> Iterator[Trouble]:
    while True:
        with lock:
            trouble = next(waiting, None)
        if trouble is None:
            return
        yield trouble


def table_of(groups: Sequence[Sequence[Finding]]) -> str:
    """Write the number of cells of each fault as a table, and their sum."""
    lines = ["| fault | statements | cells |", "|---|---|---|"]
    for cells in groups:
        kinds = {finding.cell.kind.name for finding in cells}
        lines.append(f"| {cells[0].cell.trouble.name} | {len(kinds)} | {len(cells)} |")
    total = sum(len(cells) for cells in groups)
    lines.append(f"| **{len(groups)} faults** | **{len(KINDS)}** | **{total}** |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Run the matrix, print what is wrong, and write the table of the page."""
    started = time.monotonic()
    findings = run_matrix()
    groups = [[found for found in findings if found.cell.trouble == trouble] for trouble in TROUBLES]
    for finding in findings:
        if finding.wrong:
            print(f"{finding.cell}: {finding.wrong}")
    wrong, answered = sum(bool(found.wrong) for found in findings), sum(found.answered for found in findings)
    print(f"{len(findings)} cells, {answered} answers, {len(findings) - answered} exceptions, {wrong} wrong", end="")
    print(f", {time.monotonic() - started:.0f} s")
    write_table("matrix", table_of(groups))


if __name__ == "__main__":
    main()
