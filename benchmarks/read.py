"""Reads many contacts through the driver and through a hand-written loop, on one server in one run, as ratios."""

from __future__ import annotations

import argparse
import datetime as dt
import statistics
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import orjson
import pandas
import pyarrow as pa
import requests

import creatio_dbapi

COLUMNS = ("Id", "Name", "Email", "Age", "BirthDate", "CreatedOn", "AccountId", "DoNotUseEmail")
SQL = f"SELECT {', '.join(COLUMNS)} FROM Contact"  # noqa: S608 - names of our own
PAGE = 5_000
NO_GUID, NO_MOMENT = "00000000-0000-0000-0000-000000000000", "0001-01-01T00:00:00Z"
MOMENT = pa.timestamp("us", "UTC")
SCHEMA = pa.schema(
    zip(
        COLUMNS,
        (pa.string(), pa.string(), pa.string(), pa.int32(), MOMENT, MOMENT, pa.string(), pa.bool_()),
        strict=True,
    )
)
Place = tuple[str, str, str]


@contextmanager
def served(contacts: int) -> Iterator[Place]:
    """Serve a sandbox in a process of its own, so that its work does not slow the readers down."""
    command = [sys.executable, "-m", "creatio_dbapi.sandbox", "--port", "0", "--contacts", str(contacts)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        said = process.stdout.readline().split()
        try:
            yield tuple(said[said.index(name) + 1] for name in ("sandbox:", "user:", "password:"))  # type: ignore[misc]
        finally:
            process.terminate()


class ByHand:
    """What one writes without a driver: sign in, ask for page after page, convert each value by its type."""

    def __init__(self, place: Place) -> None:
        self.url, user, password = place
        self.session = requests.Session()
        login = {"UserName": user, "UserPassword": password}
        answer = self.session.post(f"{self.url}/ServiceModel/AuthService.svc/Login", json=login, timeout=60)
        answer.raise_for_status()
        self.session.headers["BPMCSRF"] = self.session.cookies["BPMCSRF"]

    def records(self) -> Iterator[dict[str, Any]]:
        skip = 0
        while True:
            query = {"$select": ",".join(COLUMNS), "$orderby": "Id", "$top": str(PAGE), "$skip": str(skip)}
            answer = self.session.get(f"{self.url}/odata/Contact", params=query, timeout=60)
            answer.raise_for_status()
            page = orjson.loads(answer.content)["value"]
            yield from page
            if len(page) < PAGE:
                return
            skip += PAGE

    def tuples(self) -> list[tuple[Any, ...]]:
        return [
            (
                uuid.UUID(record["Id"]),
                record["Name"],
                record["Email"],
                record["Age"],
                moment(record["BirthDate"]),
                moment(record["CreatedOn"]),
                None if record["AccountId"] == NO_GUID else uuid.UUID(record["AccountId"]),
                record["DoNotUseEmail"],
            )
            for record in self.records()
        ]

    def arrow(self) -> pa.Table:
        rows = []
        for record in self.records():
            record["BirthDate"], record["CreatedOn"] = moment(record["BirthDate"]), moment(record["CreatedOn"])
            if record["AccountId"] == NO_GUID:
                record["AccountId"] = None
            rows.append(record)
        return pa.Table.from_pylist(rows, SCHEMA)

    def frame(self) -> Any:
        frame = pandas.DataFrame(self.records(), columns=list(COLUMNS))
        for name in ("BirthDate", "CreatedOn"):
            texts = frame[name].mask(frame[name] == NO_MOMENT)
            frame[name] = pandas.to_datetime(texts, utc=True, format="ISO8601")
        frame["AccountId"] = frame["AccountId"].mask(frame["AccountId"] == NO_GUID)
        return frame


def moment(text: str) -> dt.datetime | None:
    """Read a moment as Creatio writes it; Python before 3.11 reads neither the Z nor a seventh digit."""
    if text == NO_MOMENT:
        return None
    seconds, _, fraction = text.removesuffix("Z").partition(".")
    read = dt.datetime.fromisoformat(seconds).replace(tzinfo=dt.timezone.utc)
    return read.replace(microsecond=int(fraction[:6].ljust(6, "0"))) if fraction else read


def readers(connection: creatio_dbapi.Connection, by_hand: ByHand) -> dict[str, tuple[Callable[[], Any], ...]]:
    """Return, for each kind of result, how the driver and how the loop make it."""
    cursor = connection.cursor()
    return {
        "tuples": (lambda: cursor.execute(SQL).fetchall(), by_hand.tuples),
        "arrow": (lambda: cursor.execute(SQL).fetch_arrow_table(), by_hand.arrow),
        "pandas": (lambda: cursor.execute(SQL).fetch_df(), by_hand.frame),
    }


def check(kinds: dict[str, tuple[Callable[[], Any], ...]], contacts: int) -> None:
    """See that both sides give the same before anything is timed; this warms the server up, too."""
    ours, theirs = (read() for read in kinds["tuples"])
    assert len(ours) >= contacts
    assert sorted(ours) == sorted(theirs)
    ours, theirs = (read().sort_by("Id") for read in kinds["arrow"])
    assert ours.to_pylist() == theirs.to_pylist()
    ours, theirs = (read().sort_values("Id", ignore_index=True) for read in kinds["pandas"])
    assert all(ours[name].isna().equals(theirs[name].isna()) for name in COLUMNS)
    assert ours["Name"].tolist() == theirs["Name"].tolist()


def timed(read: Callable[[], Any]) -> float:
    start = time.perf_counter()
    read()
    return time.perf_counter() - start


def timed_pair(pair: tuple[Callable[[], Any], ...], *, turned: bool) -> list[float]:
    """Time both sides right after each other; whose turn is first alternates."""
    times = [timed(read) for read in (reversed(pair) if turned else pair)]
    return times[::-1] if turned else times


def main() -> None:
    """Run the pairs and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contacts", type=int, default=50_000)
    parser.add_argument("--pairs", type=int, default=5, help="how often each side reads; the median counts")
    given = parser.parse_args()
    with served(given.contacts) as place, creatio_dbapi.connect(*place, cache_directory="") as connection:
        kinds = readers(connection, ByHand(place))
        check(kinds, given.contacts)
        print(f"{given.contacts:,} contacts, {len(COLUMNS)} columns, medians of {given.pairs} pairs\n")
        print(f"{'result':<8} {'driver':>9} {'by hand':>9} {'ratio':>7}   spread of the ratio")
        for kind, pair in kinds.items():
            times = [timed_pair(pair, turned=bool(number % 2)) for number in range(given.pairs)]
            ours, theirs = (statistics.median(side) for side in zip(*times, strict=True))
            ratios = sorted(mine / other for mine, other in times)
            print(
                f"{kind:<8} {ours:>7.3f} s {theirs:>7.3f} s {ours / theirs:>7.2f}   {ratios[0]:.2f} – {ratios[-1]:.2f}"
            )
        cost = connection.cursor().execute(SQL)
        rows = len(cost.fetchall())
        print(
            f"\nthe driver's cost: {cost.stats.requests} requests, {cost.stats.bytes_received:,} bytes, {rows:,} rows"
        )


if __name__ == "__main__":
    main()
