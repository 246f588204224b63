"""Starting: importing, the catalog of 1,406 objects, the first query, and reflection."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

import sqlalchemy

import creatio_dbapi
from benchmarks.measure import Row, of_times, ratio_row, seconds, shown
from benchmarks.metadata import full_size_document
from benchmarks.servers import Place, sandbox
from creatio_dbapi.metadata import read_metadata

TABLES = 1_406
FIRST = "SELECT Id FROM Contact WHERE Age > 30 LIMIT 1"
_CLOCK = "import time; start = time.process_time(); import {}; print(time.process_time() - start)"


def rows(number: int) -> Iterator[Row]:
    """Measure all of it."""
    times = [(imported("creatio_dbapi"), imported("sqlalchemy")) for _ in range(max(number, 5))]
    yield ratio_row("`import creatio_dbapi`", "`import sqlalchemy`", 2, of_times(times))
    times = [(imported("creatio_dbapi.connection"), imported("sqlalchemy")) for _ in range(max(number, 5))]
    yield ratio_row("what the first `connect` loads besides, all of it", "`import sqlalchemy`", 4, of_times(times))
    with tempfile.TemporaryDirectory() as folder:
        document = Path(folder) / "metadata.xml"
        document.write_bytes(full_size_document(TABLES))
        with sandbox(contacts=10, metadata=document) as place:
            yield from first_query(place, document, Path(folder), number)
            yield reflection(place, number)


def imported(module: str) -> float:
    """Return the processor seconds that a new process needs to import a module."""
    command = [sys.executable, "-c", _CLOCK.format(module)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def first_query(place: Place, document: Path, folder: Path, number: int) -> Iterator[Row]:
    """Time the way from `connect` to the first row, without a kept catalog and with one."""
    text = document.read_bytes()

    def from_connect(directory: str) -> float:
        start = time.perf_counter()
        with creatio_dbapi.connect(*place, cache_directory=directory) as connection:
            connection.cursor().execute(FIRST).fetchall()
            return time.perf_counter() - start

    def bare() -> object:
        with creatio_dbapi.connect(*place, cache_directory="") as connection:
            return connection.services().session.request("GET", "$metadata", headers={"Accept": "application/xml"})

    cold = statistics.median(from_connect("") for _ in range(number))
    arrived = statistics.median(seconds(bare) for _ in range(number))
    from_connect(str(folder))
    warm = statistics.median(from_connect(str(folder)) for _ in range(number))
    parsed = statistics.median(seconds(lambda: read_metadata([text])) for _ in range(number))
    yield Row(
        f"first query, cold: {len(text) / 2**20:.1f} MB of `$metadata`, {TABLES:,} objects",
        "signing in and receiving the document", "< 1.5 s more", shown(cold), shown(arrived),
        f"{shown(cold - arrived)} more, {shown(parsed)} of it to read the document", cold - arrived < 1.5,
    )  # fmt: skip
    yield Row(
        "first query, warm: the catalog was kept", "–", "< 50 ms", shown(warm), "–",
        "from `connect` to the first row, with the sign-in", warm < 0.05,
    )  # fmt: skip


def reflection(place: Place, number: int) -> Row:
    """Reflect all tables through SQLAlchemy, and count the requests for `$metadata`."""
    url, user, password = place
    address = sqlalchemy.make_url(f"creatio+{url}").set(username=user, password=password)
    taken, sent, tables = [], [], 0
    for _ in range(min(number, 3)):
        engine = sqlalchemy.create_engine(address, connect_args={"cache_directory": ""})
        metadata = sqlalchemy.MetaData()
        documents_sent(place)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # A table at a time: SQLAlchemy follows foreign keys by recursion, deeper than Python goes.
            taken.append(seconds(lambda: metadata.reflect(engine, resolve_fks=False)))  # noqa: B023 - called at once
        sent.append(documents_sent(place))
        tables = len(metadata.tables)
        engine.dispose()
    met = max(sent) == 1 and tables >= TABLES
    result = f"{statistics.median(taken) / tables * 1000:.2f} ms a table, {max(sent)} request for `$metadata`"
    work = f"`MetaData.reflect(resolve_fks=False)` of {tables:,} objects"
    return Row(work, "one request", "1 `$metadata` request", shown(statistics.median(taken)), "–", result, met)


def documents_sent(place: Place) -> int:
    """Return how often `$metadata` was asked for since the last time, from the server's log."""
    import requests

    address = f"{place[0]}/sandbox/requests"
    log = requests.get(address, timeout=60).json()["result"]
    requests.delete(address, timeout=60).raise_for_status()
    return sum("$metadata" in record["url"] for record in log)
