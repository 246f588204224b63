"""Draws how time and memory grow with size: python -m benchmarks.growth, into docs/growth.svg."""

from __future__ import annotations

import argparse
import math
import os
import tempfile
import time
import uuid
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import creatio_dbapi
from benchmarks.bulk import columns_of
from benchmarks.metadata import full_size_document
from benchmarks.reading import peak
from benchmarks.servers import ROOT, bulk, sandbox
from benchmarks.streaming import SQL
from creatio_dbapi.metadata import read_metadata
from creatio_dbapi.metadata_cache import CachedInstance, load_cached, store_cached

PICTURE = ROOT / "docs" / "growth.svg"
ROWS = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
COLUMNS = (1, 2, 5, 10, 20, 40, 70, 99)
OBJECTS = (10, 30, 100, 300, 1_000, 3_000, 10_000)
LISTS = (1, 10, 100, 1_000, 10_000, 100_000)
JOINS = (1, 2, 3, 4, 5, 6)
WRITTEN = (10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000)
Points = dict[int, float]


@dataclass(frozen=True, slots=True)
class Curve:
    """What grows with what; seconds or megabytes by size."""

    title: str
    size: str
    unit: str
    lines: dict[str, Points]


def processor(work: Callable[[], object], times: int = 3) -> float:
    """Return the least processor time of some runs, in seconds: the others measure the rest of the machine."""
    least = math.inf
    for _ in range(times):
        start = time.process_time()
        work()
        least = min(least, time.process_time() - start)
    return least


def rows() -> tuple[Curve, Curve]:
    """Read 1,000 to 1,000,000 rows in portions; of some, the memory of a process that does nothing else."""
    with bulk(rows=ROWS[-1]) as (place,), creatio_dbapi.connect(*place, cache_directory="") as connection:

        def read(number: int) -> None:
            cursor = connection.cursor().execute(f"{SQL} LIMIT {number}")
            assert sum(len(portion) for portion in iter(lambda: cursor.fetchmany(10_000), [])) == number

        read(ROWS[-1])  # the server's answers are kept from here on
        taken = {number: processor(lambda n=number: read(n), 2) for number in ROWS}  # type: ignore[misc]
    memory: Points = {}
    for number in (1_000, 10_000, 100_000, 1_000_000):
        with bulk(rows=number) as (place,):
            memory[number] = peak(place, "fetchmany", number)
    return (
        Curve("rows × 8 columns, streamed", "rows", "s", {"fetchmany": taken}),
        Curve("the same, most memory of the process", "rows", "MB", {"fetchmany": memory}),
    )


def columns() -> Curve:
    """Read 10,000 rows of 1 to 99 columns."""
    names = [name for name, _, _ in columns_of(COLUMNS[-1])]
    taken: dict[str, Points] = {"tuples": {}, "Arrow": {}}
    with (
        bulk(rows=10_000, columns=COLUMNS[-1]) as (place,),
        creatio_dbapi.connect(*place, cache_directory="") as connection,
    ):
        cursor = connection.cursor()
        for number in COLUMNS:
            sql = f"SELECT {', '.join(names[:number])} FROM Contact"
            cursor.execute(sql).fetchall()
            taken["tuples"][number] = processor(lambda sql=sql: cursor.execute(sql).fetchall())  # type: ignore[misc]
            taken["Arrow"][number] = processor(lambda sql=sql: cursor.execute(sql).fetch_arrow_table())  # type: ignore[misc]
    return Curve("10,000 rows", "columns", "s", taken)


def objects() -> Curve:
    """Read the catalog of 10 to 10,000 objects from its document, and from where it is kept."""
    taken: dict[str, Points] = {"$metadata": {}, "kept": {}}
    for number in OBJECTS:
        document = full_size_document(number)
        catalog = read_metadata([document])
        with tempfile.TemporaryDirectory() as name:
            place = (Path(name), "https://crm.example.com", "user")
            store_cached(*place, CachedInstance(catalog, {}, 0.0))
            taken["$metadata"][number] = processor(lambda d=document: read_metadata([d]))  # type: ignore[misc]
            taken["kept"][number] = processor(lambda p=place: load_cached(*p, max_age=None, now=0.0))  # type: ignore[misc]
    return Curve("catalog", "objects", "s", taken)


def questions() -> tuple[Curve, Curve]:
    """Ask with lists of 1 to 100,000 keys, and through chains of 1 to 6 joins."""
    with sandbox() as place, creatio_dbapi.connect(*place, cache_directory="") as connection:
        cursor = connection.cursor()
        known = [str(key) for (key,) in cursor.execute("SELECT Id FROM Contact").fetchall()]
        lists = {number: processor(lambda n=number: _listed(cursor, known, n)) for number in LISTS}  # type: ignore[misc]
        chains: dict[str, Points] = {"new": {}, "again": {}}
        for number in JOINS:
            texts = iter([f"{_chain(number)} /* {turn} */" for turn in range(6)])
            cursor.execute(next(texts)).fetchall()
            chains["new"][number] = processor(lambda t=texts: cursor.execute(next(t)).fetchall())  # type: ignore[misc]
            sql = _chain(number)
            cursor.execute(sql).fetchall()
            chains["again"][number] = processor(lambda s=sql: cursor.execute(s).fetchall())  # type: ignore[misc]
    return Curve("IN list", "keys", "s", {"tuples": lists}), Curve("join chain", "joins", "s", chains)


def _listed(cursor: creatio_dbapi.Cursor, known: Sequence[str], number: int) -> None:
    keys = [*known[:number], *(str(uuid.UUID(int=n + 1)) for n in range(number - len(known)))]
    found = cursor.execute(f"SELECT Name FROM Contact WHERE Id IN ({', '.join('?' * number)})", keys).fetchall()
    assert len(found) == min(number, len(known))


def _chain(joins: int) -> str:
    tables = [f"JOIN Contact c{n + 1} ON c{n + 1}.Id = c{n}.CreatedById" for n in range(joins)]
    return f"SELECT c0.Name, c{joins}.Name FROM Contact c0 {' '.join(tables)} WHERE c0.Age > 80"


def written() -> Curve:
    """Insert 10 to 30,000 rows by one executemany."""
    with sandbox(contacts=0) as place, creatio_dbapi.connect(*place, cache_directory="") as connection:
        cursor = connection.cursor()
        insert = "INSERT INTO City (Name) VALUES (?)"
        cursor.executemany(insert, [["first"]])
        taken = {}
        for number in WRITTEN:
            made = [[f"City {n}"] for n in range(number)]
            taken[number] = processor(lambda m=made: cursor.executemany(insert, m), 2)  # type: ignore[misc]
    return Curve("executemany", "rows", "s", {"INSERT": taken})


def draw(curves: Sequence[Curve]) -> None:
    """Draw all curves into one picture, both axes logarithmic, with a straight line to compare with."""
    os.environ.setdefault("MPLBACKEND", "svg")
    import matplotlib.pyplot as plt

    plt.rcParams.update({"svg.hashsalt": "growth", "font.size": 8})
    figure, places = plt.subplots(2, 4, figsize=(12, 5.5), layout="constrained")
    for place, curve in zip(places.flat, curves, strict=False):
        for name, points in curve.lines.items():
            place.plot(list(points), list(points.values()), marker="o", markersize=3, label=name)
        last = next(iter(curve.lines.values()))
        size, value = max(last.items())
        if curve.unit == "s":
            place.plot(
                list(last), [value * each / size for each in last], linestyle=":", color="gray", label="straight"
            )
            place.set_yscale("log")
        else:
            place.set_ylim(0, max(last.values()) * 1.3)
        place.set_xscale("log")
        place.set(title=curve.title, xlabel=curve.size, ylabel=curve.unit)
        place.legend()
    for place in places.flat[len(curves) :]:
        place.axis("off")
    figure.savefig(PICTURE, metadata={"Date": None})


def told(curve: Curve) -> str:
    """Write a curve's values, and how it grows over its last tenfold: 1 is straight, below it flatter."""
    lines = []
    for name, points in curve.lines.items():
        sizes = sorted(points)
        early = min(sizes, key=lambda size: abs(math.log(size * 10 / sizes[-1])))
        power = math.log(points[sizes[-1]] / points[early]) / math.log(sizes[-1] / early)
        values = ", ".join(f"{size:,}: {points[size]:.4g}" for size in sizes)
        lines.append(f"{curve.title}, {name} ({curve.unit}): {values}; power {power:.2f}")
    return "\n".join(lines)


def main() -> None:
    """Measure, print and draw."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    warnings.simplefilter("ignore")
    curves: list[Curve] = []
    for part in (rows, columns, objects, questions, written):
        found = part()
        new = found if isinstance(found, tuple) else (found,)
        curves += new
        print(*(told(curve) for curve in new), sep="\n", flush=True)
    draw(curves)


if __name__ == "__main__":
    main()
