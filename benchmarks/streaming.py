"""Streams all rows in portions and prints their number and the most memory it took, in MB: fetchmany or read_sql."""

from __future__ import annotations

import sys
from pathlib import Path

import creatio_dbapi

NAMES = ("Id", "Name", "Email", "Age", "Amount", "CreatedOn", "AccountId", "Active")
SQL = f"SELECT {', '.join(NAMES)} FROM Contact"
PORTION = 10_000


def by_fetchmany(url: str, user: str, password: str) -> int:
    """Read through a cursor; neither SQLAlchemy nor pandas is loaded."""
    with creatio_dbapi.connect(url, user, password, cache_directory="") as connection:
        cursor = connection.cursor().execute(SQL)
        return sum(len(portion) for portion in iter(lambda: cursor.fetchmany(PORTION), []))


def by_read_sql(url: str, user: str, password: str) -> int:
    """Read through SQLAlchemy and pandas."""
    import pandas
    import sqlalchemy

    address = sqlalchemy.make_url(f"creatio+{url}").set(username=user, password=password)
    engine = sqlalchemy.create_engine(address, connect_args={"cache_directory": ""})
    with engine.connect().execution_options(stream_results=True) as connected:
        return sum(len(frame) for frame in pandas.read_sql(SQL, connected, chunksize=PORTION))


def most_memory() -> float:
    """Return the most memory that this process had, in MB; what its parent had counts in `ru_maxrss`, but not here."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def main() -> None:
    """Stream, and print."""
    kind, url, user, password = sys.argv[1:]
    read = by_fetchmany if kind == "fetchmany" else by_read_sql
    print(read(url, user, password), most_memory())


if __name__ == "__main__":
    main()
