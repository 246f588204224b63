"""What must come here: a join and a GROUP BY over 200,000 rows, beside a bare download and DuckDB on Parquet."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow.parquet

import creatio_dbapi
from benchmarks.bulk import ACCOUNTS
from benchmarks.by_hand import ByHand
from benchmarks.measure import Row, pairs, ratio_row
from benchmarks.servers import bulk

CONTACTS = 200_000
PAGE = 10_000
LATENCY = 30.0
WORKS = {
    "GROUP BY": (
        "SELECT Age, count(*) AS number, avg(Amount) AS mean, max(CreatedOn) AS latest FROM Contact "
        "GROUP BY Age ORDER BY Age",
        ("Age", "Amount", "CreatedOn"),
    ),
    "join": (
        "SELECT a.Size, count(*) AS number, sum(c.Amount) AS total FROM Contact c JOIN Account a ON a.Id = c.AccountId "
        "GROUP BY a.Size ORDER BY a.Size",
        ("AccountId", "Amount"),
    ),
}


def rows(number: int) -> Iterator[Row]:
    """Measure both, on a server whose answers cost nothing and on one that takes 30 ms over each."""
    with bulk(rows=CONTACTS, latency=(LATENCY, 0.0)) as places:
        for place, server in zip(places, (f"{LATENCY:g} ms an answer", "answers at once"), strict=True):
            with (
                creatio_dbapi.connect(*place, cache_directory="") as connection,
                tempfile.TemporaryDirectory() as folder,
            ):
                database = parquet(connection, Path(folder))
                for name in WORKS:
                    yield _row(name, server, connection.cursor(), ByHand(place), database, number)


def _row(
    name: str,
    server: str,
    cursor: creatio_dbapi.Cursor,
    by_hand: ByHand,
    database: duckdb.DuckDBPyConnection,
    turns: int,
) -> Row:
    sql, columns = WORKS[name]

    def ours() -> list[tuple[object, ...]]:
        return cursor.execute(sql).fetchall()

    def theirs() -> list[tuple[object, ...]]:
        by_hand.bodies("Contact", ("Id", *columns), CONTACTS, PAGE)
        if name == "join":
            by_hand.bodies("Account", ("Id", "Size"), ACCOUNTS, PAGE)
        return database.execute(sql).fetchall()

    assert [row[:2] for row in ours()] == [row[:2] for row in theirs()]
    rival = "the bare download, pages of 10,000, and DuckDB on the rows in Parquet"
    return ratio_row(f"{name} over {CONTACTS:,} rows, done here; {server}", rival, 1.3, pairs(ours, theirs, turns))


def parquet(connection: creatio_dbapi.Connection, folder: Path) -> duckdb.DuckDBPyConnection:
    """Write the rows into Parquet files and return a database with a view of each."""
    database = duckdb.connect()
    for table in ("Contact", "Account"):
        file = folder / f"{table}.parquet"
        arrow = connection.cursor().execute(f"SELECT * FROM {table}").fetch_arrow_table()
        pyarrow.parquet.write_table(arrow, file)
        database.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{file}')")
    return database
