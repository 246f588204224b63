"""Writing many rows: executemany and DataFrame.to_sql beside single POSTs, 20 ms away."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pandas
import requests
import sqlalchemy

import creatio_dbapi
from benchmarks.by_hand import ByHand
from benchmarks.measure import Row, faster_row, of_times
from benchmarks.servers import sandbox

INSERT = "INSERT INTO Contact (Id, Name, Age, Email) VALUES (?, ?, ?, ?)"
LATENCY = 20.0
MANY, FEW = 10_000, 100
Rows = list[tuple[str, str, int, str]]


def rows(number: int) -> Iterator[Row]:
    """Measure both; the times of the table are those of 10,000 rows, of which single POSTs send 100."""
    with sandbox(contacts=0) as place, creatio_dbapi.connect(*place, cache_directory="") as connection:
        url, user, password = place
        address = sqlalchemy.make_url(f"creatio+{url}").set(username=user, password=password)
        engine = sqlalchemy.create_engine(address, connect_args={"cache_directory": ""})
        assert sqlalchemy.inspect(engine).has_table("Contact")
        assert "Contact" in connection.catalog
        by_hand, cursor = ByHand(place), connection.cursor()
        requests.post(f"{url}/sandbox/switches", json={"latency": LATENCY}, timeout=60).raise_for_status()

        def many(written: Rows) -> None:
            cursor.executemany(INSERT, written)

        def frame(written: Rows) -> None:
            columns = ["Id", "Name", "Age", "Email"]
            pandas.DataFrame(written, columns=columns).to_sql("Contact", engine, if_exists="append", index=False)

        def singly(written: Rows) -> None:
            for key, name, age, email in written:
                body: dict[str, Any] = {"Id": key, "Name": name, "Age": age, "Email": email}
                by_hand.session.post(f"{url}/odata/Contact", json=body, timeout=60).raise_for_status()

        for name, ours, turns in (("`executemany`", many, number), ("`DataFrame.to_sql`", frame, number)):
            times = [(of_many(ours, MANY), of_many(singly, FEW)) for _ in range(turns)]
            yield faster_row(f"{MANY:,} inserts by {name}, {LATENCY:g} ms latency", "single POSTs", 20, of_times(times))
        engine.dispose()


def of_many(write: Callable[[Rows], None], number: int) -> float:
    """Time writing so many rows, and return what 10,000 take at that pace."""
    made = [(str(uuid.uuid4()), f"Trial {n}", n % 90, f"trial{n}@example.com") for n in range(number)]
    start = time.perf_counter()
    write(made)
    return (time.perf_counter() - start) * MANY / number
