"""Holds what statements cost to what they cost in the last release: python -m benchmarks.guard [--record].

Times differ from run to run, so they are not looked at. What is counted repeats exactly: requests, rows received, and
calls of the driver's own functions in the thread that runs the statement, when it is new and when it is well known.
Requests and rows may not grow at all, calls by a tenth. Calls are compared on the Python that they were recorded on.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import sys
import uuid
import warnings
from collections.abc import Callable
from pathlib import Path

import creatio_dbapi
from creatio_dbapi.sandbox import Sandbox

RECORD = Path(__file__).with_suffix(".json")
PYTHON = "{}.{}".format(*sys.version_info)
MOST = 1.10
Counts = dict[str, int]
Statement = Callable[[creatio_dbapi.Cursor], object]

QUERIES = {
    "count": "SELECT count(*) FROM Contact",
    "condition, order and limit": "SELECT Name, Age FROM Contact WHERE Age BETWEEN 30 AND 40 ORDER BY Age LIMIT 9",
    "text condition": "SELECT Name, Email FROM Contact WHERE Name LIKE 'A%' AND Email <> ''",
    "lookup's column": "SELECT c.Name FROM Contact c JOIN Account a ON a.Id = c.AccountId WHERE a.Name = 'Alpha'",
    "join": "SELECT a.Name, count(*) FROM Contact c JOIN Account a ON a.Id = c.AccountId GROUP BY a.Name ORDER BY 2, 1",
    "GROUP BY": "SELECT Age, count(*) FROM Contact GROUP BY Age ORDER BY Age",
    "EXISTS": "SELECT Name FROM Account a WHERE EXISTS (SELECT 1 FROM Contact c WHERE c.AccountId = a.Id AND Age > 9)",
    "full scan": "SELECT Id, Name, Email, Age, BirthDate, CreatedOn, AccountId, DoNotUseEmail FROM Contact",
    "decimals": 'SELECT Id, Number, Amount FROM "Order"',
    "window": "SELECT Name, rank() OVER (ORDER BY Age) FROM Contact",
    "star": "SELECT * FROM Contact LIMIT 5",
}
KEYS = [str(uuid.UUID(int=number)) for number in range(1, 1001)]


def statements() -> dict[str, Statement]:
    """Return the statements by their names."""
    found: dict[str, Statement] = {name: _query(sql) for name, sql in QUERIES.items()}
    found["key lookup"] = _query("SELECT Id, Name FROM Contact WHERE Id = ?", KEYS[:1])
    found["IN list of 20"] = _query(f"SELECT Name FROM Contact WHERE Id IN ({', '.join('?' * 20)})", KEYS[:20])
    found["IN list of 1,000"] = _query(f"SELECT Name FROM Contact WHERE Id IN ({', '.join('?' * 1000)})", KEYS)
    found["Arrow"] = lambda cursor: cursor.execute(QUERIES["full scan"]).fetch_arrow_table()
    found["UPDATE of no row"] = lambda cursor: cursor.execute("UPDATE Contact SET Age = 1 WHERE Age > 1000")
    found["INSERT of 250 rows"] = lambda cursor: cursor.executemany(
        "INSERT INTO City (Name) VALUES (?)", [[f"City {number}"] for number in range(250)]
    )
    return found


def _query(sql: str, parameters: list[str] | None = None) -> Statement:
    return lambda cursor: cursor.execute(sql, parameters).fetchall()


def measured() -> dict[str, Counts]:
    """Run every statement three times on a connection that is warm, and count the first time and the last."""
    found = {}
    with (
        Sandbox(contacts=2000) as sandbox,
        creatio_dbapi.connect(sandbox.url, sandbox.user, sandbox.password, cache_directory="") as connection,
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        cursor = connection.cursor()
        cursor.execute("SELECT Id FROM ContactType WHERE Name = 'Customer'").fetchall()
        for table in ("Contact", "Account", '"Order"', "City"):  # the sizes of tables are planned with
            cursor.execute(f"SELECT count(*) FROM {table}").fetchall()
        for name, run in statements().items():
            new = _calls(cursor, run)
            run(cursor)  # which may learn something about the server from what came at first
            again = _calls(cursor, run)
            cost = cursor.stats
            found[name] = {
                "requests": cost.requests, "rows": cost.rows_received, "calls, new": new, "calls, again": again,
            }  # fmt: skip
    return found


def _calls(cursor: creatio_dbapi.Cursor, run: Statement) -> int:
    profile = cProfile.Profile()
    profile.enable()
    run(cursor)
    profile.disable()
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    return sum(calls for (file, _, _), (calls, *_) in stats.items() if _is_ours(file))


def _is_ours(file: str) -> bool:
    return "creatio_dbapi" in Path(file).parts and "sandbox" not in Path(file).parts


def regressions(now: dict[str, Counts], before: dict[str, Counts], *, calls: bool) -> list[str]:
    """Say what costs more than it did."""
    found = []
    for name, counts in before.items():
        for kind, count in counts.items():
            most = int(count * MOST) + 2 if kind.startswith("calls") else count
            if name in now and now[name][kind] > most and (calls or not kind.startswith("calls")):
                found.append(f"{name}: {now[name][kind]:,} {kind}, {count:,} in the last release")
    return found


def main() -> int:
    """Compare, or record; return 1 where something got dearer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--record", action="store_true", help="at a release: write what statements cost now")
    given = parser.parse_args()
    if os.environ.get("PYTHONHASHSEED") != "0":  # sets are walked in another order each time
        os.environ["PYTHONHASHSEED"] = "0"
        os.execv(sys.executable, [sys.executable, "-m", "benchmarks.guard", *sys.argv[1:]])  # noqa: S606 - this again
    now = measured()
    if given.record:
        release = {"release": creatio_dbapi.__version__, "python": PYTHON, "statements": now}
        RECORD.write_text(json.dumps(release, indent=1) + "\n", encoding="utf-8")
        return 0
    release = json.loads(RECORD.read_text(encoding="utf-8"))
    found = regressions(now, release["statements"], calls=release["python"] == PYTHON)
    print(*found or [f"{len(now)} statements cost no more than in {release['release']}"], sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
