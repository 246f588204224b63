"""Writes many rows by executemany, by DataFrame.to_sql and by a loop of single requests, on one server, as ratios."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pandas
import requests
import sqlalchemy

import creatio_dbapi

Place = tuple[str, str, str]
Rows = list[tuple[str, str, int, str]]

INSERT = "INSERT INTO Contact (Id, Name, Age, Email) VALUES (?, ?, ?, ?)"
UPDATE = "UPDATE Contact SET JobTitle = 'changed' WHERE Id = ?"
DELETE = "DELETE FROM Contact WHERE Id = ?"


@contextmanager
def served() -> Iterator[Place]:
    """Serve a sandbox in a process of its own, so that its work does not slow the writers down."""
    command = [sys.executable, "-m", "creatio_dbapi.sandbox", "--port", "0", "--contacts", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        said = process.stdout.readline().split()
        try:
            yield tuple(said[said.index(name) + 1] for name in ("sandbox:", "user:", "password:"))  # type: ignore[misc]
        finally:
            process.terminate()


class ByHand:
    """What one writes without a driver: sign in, then one POST for each row on a connection that is kept open."""

    def __init__(self, place: Place) -> None:
        self.url, user, password = place
        self.session = requests.Session()
        login = {"UserName": user, "UserPassword": password}
        self.session.post(f"{self.url}/ServiceModel/AuthService.svc/Login", json=login, timeout=60).raise_for_status()
        self.session.headers["BPMCSRF"] = self.session.cookies["BPMCSRF"]

    def insert(self, rows: Rows) -> None:
        for key, name, age, email in rows:
            body: dict[str, Any] = {"Id": key, "Name": name, "Age": age, "Email": email}
            self.session.post(f"{self.url}/odata/Contact", json=body, timeout=60).raise_for_status()

    def update(self, rows: Rows) -> None:
        for key, *_ in rows:
            body = {"JobTitle": "changed"}
            self.session.patch(f"{self.url}/odata/Contact({key})", json=body, timeout=60).raise_for_status()

    def delete(self, rows: Rows) -> None:
        for key, *_ in rows:
            self.session.delete(f"{self.url}/odata/Contact({key})", timeout=60).raise_for_status()

    def add_latency(self, milliseconds: float) -> None:
        switches = {"latency": milliseconds}
        requests.post(f"{self.url}/sandbox/switches", json=switches, timeout=60).raise_for_status()


def made(number: int) -> Rows:
    """Make rows with keys of their own."""
    return [(str(uuid.uuid4()), f"Trial {n}", n % 90, f"trial{n}@example.com") for n in range(number)]


def per_row(write: Callable[[Rows], object], rows: Rows) -> float:
    start = time.perf_counter()
    write(rows)
    return (time.perf_counter() - start) / len(rows)


def compare(cursor: creatio_dbapi.Cursor, by_hand: ByHand, given: argparse.Namespace, latency: float) -> None:
    """Insert, change and delete the same kind of rows on both sides; print a line for each."""
    by_hand.add_latency(latency)
    many, few = made(given.rows), made(given.singles)
    works: list[tuple[str, str, Callable[[Rows], None], bool]] = [
        ("insert", INSERT, by_hand.insert, False),
        ("update", UPDATE, by_hand.update, True),
        ("delete", DELETE, by_hand.delete, True),
    ]
    for name, sql, single, by_key in works:
        theirs = per_row(single, few)
        parameters: list[Any] = [[row[0]] for row in many] if by_key else list(many)
        start = time.perf_counter()
        cursor.executemany(sql, parameters)
        ours = (time.perf_counter() - start) / len(many)
        assert cursor.rowcount == len(many)
        show(latency, name, ours, theirs, cursor.stats.requests)


def compare_frames(engine: sqlalchemy.Engine, by_hand: ByHand, given: argparse.Namespace, latency: float) -> None:
    """Append a DataFrame to the table, and the same kind of rows by hand; print a line."""
    by_hand.add_latency(latency)
    frame = pandas.DataFrame(made(given.rows), columns=["Id", "Name", "Age", "Email"])
    theirs = per_row(by_hand.insert, made(given.singles))
    with requests_of(engine) as sent:
        start = time.perf_counter()
        written = frame.to_sql("Contact", engine, if_exists="append", method=None, index=False)
        ours = (time.perf_counter() - start) / len(frame)
    assert written == len(frame)
    show(latency, "to_sql", ours, theirs, sum(sent))


@contextmanager
def requests_of(engine: sqlalchemy.Engine) -> Iterator[list[int]]:
    """Collect how many requests each statement of an engine sends."""
    sent: list[int] = []

    def note(_connection: Any, cursor: Any, *_: Any) -> None:
        sent.append(cursor.stats.requests)

    sqlalchemy.event.listen(engine, "after_cursor_execute", note)
    try:
        yield sent
    finally:
        sqlalchemy.event.remove(engine, "after_cursor_execute", note)


@contextmanager
def engine_for(place: Place) -> Iterator[sqlalchemy.Engine]:
    """Make an engine that keeps no catalog on disk and has read it already, as the cursor's connection has."""
    url, user, password = place
    address = sqlalchemy.make_url(f"creatio+{url}").set(username=user, password=password)
    engine = sqlalchemy.create_engine(address, connect_args={"cache_directory": ""})
    try:
        assert sqlalchemy.inspect(engine).has_table("Contact")
        yield engine
    finally:
        engine.dispose()


def show(latency: float, name: str, ours: float, theirs: float, sent: int) -> None:
    print(
        f"{latency:>5.0f} ms  {name:<7} {ours * 1000:>8.3f} ms {theirs * 1000:>8.3f} ms "
        f"{theirs / ours:>7.1f} times faster   {sent} requests"
    )


def main() -> None:
    """Run both sides without and with latency, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000, help="rows through the driver")
    parser.add_argument("--singles", type=int, default=1_000, help="rows by hand; times are per row")
    parser.add_argument("--latency", type=float, default=20.0, help="milliseconds added to every answer")
    given = parser.parse_args()
    with (
        served() as place,
        creatio_dbapi.connect(*place, cache_directory="") as connection,
        engine_for(place) as engine,
    ):
        by_hand, cursor = ByHand(place), connection.cursor()
        assert "Contact" in connection.catalog
        print(f"{given.rows:,} rows by the driver, {given.singles:,} by single requests; times per row\n")
        print(f"{'latency':<9} {'write':<7} {'driver':>8} {'by hand':>14}")
        for latency in (0.0, given.latency):
            compare(cursor, by_hand, given, latency)
            compare_frames(engine, by_hand, given, latency)


if __name__ == "__main__":
    main()
