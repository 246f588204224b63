"""Reading many rows: beside a loop by hand, with and without latency, and in bounded memory."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pandas
import sqlalchemy

import creatio_dbapi
from benchmarks.bulk import NAMES
from benchmarks.by_hand import ByHand
from benchmarks.measure import Row, faster_row, pairs, ratio_row
from benchmarks.servers import ROOT, Place, bulk

SQL = f"SELECT {', '.join(NAMES)} FROM Contact"
LATENCY = 30.0
MOST_MEMORY = 200.0
_LOOP = "`requests` + `orjson`, pages of 5,000, "


def rows(number: int) -> Iterator[Row]:
    """Measure all of it."""
    yield from beside_a_loop(number)
    yield from streamed()


def beside_a_loop(number: int, contacts: int = 50_000) -> Iterator[Row]:
    """Read 50,000 rows both ways."""
    with bulk(rows=contacts, latency=(0.0, LATENCY)) as (near, far):
        for place in (near, far):
            with readers(place) as works:
                check(works)
                for name, (ours, theirs, most) in works.items():
                    measured = pairs(ours, theirs, number)
                    if place is near:
                        yield ratio_row(f"{contacts:,} rows × 8 columns, {name}", f"{_LOOP}{name}", most, measured)
                    elif name in ("typed tuples", "Arrow"):
                        work = f"the same, {LATENCY:g} ms latency, {name}, 4 requests in flight"
                        yield faster_row(work, "the same loop, one page after another", 3, measured)


@contextmanager
def readers(place: Place) -> Iterator[dict[str, tuple[Callable[[], Any], Callable[[], Any], float]]]:
    """Give, for each kind of result, how the driver and how the loop make it, and how long the driver may take."""
    url, user, password = place
    address = sqlalchemy.make_url(f"creatio+{url}").set(username=user, password=password)
    engine = sqlalchemy.create_engine(address, connect_args={"cache_directory": ""})
    by_hand = ByHand(place)
    with creatio_dbapi.connect(*place, cache_directory="") as connection:
        cursor = connection.cursor()
        yield {
            "typed tuples": (lambda: cursor.execute(SQL).fetchall(), by_hand.tuples, 1.15),
            "Arrow": (lambda: cursor.execute(SQL).fetch_arrow_table(), by_hand.arrow, 1.0),
            "`fetch_df`": (lambda: cursor.execute(SQL).fetch_df(), by_hand.frame, 1.0),
            "`read_sql`": (lambda: pandas.read_sql(SQL, engine), by_hand.frame, 1.0),
        }
    engine.dispose()


def check(works: dict[str, tuple[Callable[[], Any], Callable[[], Any], float]]) -> None:
    """See that both sides give the same before anything is timed."""
    ours, theirs, _ = works["typed tuples"]
    assert ours() == theirs()
    ours, theirs, _ = works["Arrow"]
    assert ours().to_pylist() == theirs().to_pylist()
    ours, theirs, _ = works["`read_sql`"]
    assert all(
        ours()[name].tolist() == theirs()[name].tolist() for name in NAMES if name not in ("Amount", "AccountId")
    )


# -- memory --------------------------------------------------------------------------------------------------


def streamed() -> Iterator[Row]:
    """Stream 100,000 and 1,000,000 rows in processes of their own, and look at what these needed at the most."""
    peaks: dict[str, list[float]] = {"fetchmany": [], "read_sql": []}
    for contacts in (100_000, 1_000_000):
        with bulk(rows=contacts) as (place,):
            for kind, found in peaks.items():
                found.append(peak(place, kind, contacts))
    for kind, (few, many) in peaks.items():
        call = "fetchmany(10_000)" if kind == "fetchmany" else "read_sql(chunksize=10_000)"
        work, aim = f"1,000,000 rows by `{call}`, memory", f"< {MOST_MEMORY:g} MB at the most, as for 100,000"
        met = many < MOST_MEMORY and many < few * 1.15
        yield Row(work, "100,000 rows", aim, f"{many:.0f} MB", f"{few:.0f} MB", f"{many / few:.2f} ×", met)


def peak(place: Place, kind: str, contacts: int) -> float:
    """Return the most memory, in MB, that a process had that read all rows and kept none."""
    command = [sys.executable, "-m", "benchmarks.streaming", kind, *place]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    read, most = re.findall(r"[\d.]+", done.stdout)
    assert int(read) == contacts
    return float(most)
