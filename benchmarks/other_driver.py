"""The kinds of queries that sqlalchemy-odata on Shillelagh has, on both drivers and one server, side by side.

It lives in an environment of its own, made at the first run, because it needs other versions than the driver may. It
knows Basic authentication only, so it is handed a session with the cookies of a sign-in; all else is as it comes. It
asks for pages without an order, which a server need not keep from one page to the next: then rows come twice, or not.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy

from benchmarks.measure import pairs, shown
from benchmarks.servers import Place, sandbox

RELEASE = "sqlalchemy-odata==0.2.3"
CHILD = Path(__file__).with_name("other_driver_child.py")
HOME = Path(tempfile.gettempdir()) / "creatio-benchmarks" / RELEASE.replace("==", "-")
CONTACTS = 2_000
QUERIES = {
    "key lookup": "SELECT Id, Name FROM Contact WHERE Id = '{key}'",
    "COUNT": "SELECT COUNT(*) FROM Contact",
    "COUNT with a condition": "SELECT COUNT(*) FROM Contact WHERE Age > 40",
    "LIMIT": "SELECT Id, Name FROM Contact LIMIT 10",
    "join to a lookup": "SELECT c.Name, t.Name FROM Contact c JOIN ContactType t ON t.Id = c.TypeId",
    "full scan": "SELECT Id, Name, Email, Age, CreatedOn FROM Contact",
    "reflection of ten tables": "",
}
SLOW = "join to a lookup"  # a request for each row, there


def table(number: int) -> str:
    """Run every kind on both sides and write the table."""
    lines = ["| query | driver | | | | sqlalchemy-odata | | | | result |", "|---|---|---|---|---|---|---|---|---|---|"]
    lines.append("| | rows | requests | bytes | time | rows | requests | bytes | time | |")
    with sandbox(contacts=CONTACTS) as place, theirs(place) as ask, engine_for(place) as engine:
        with engine.connect() as connection:
            key = connection.exec_driver_sql("SELECT Id FROM Contact LIMIT 1").scalar()
        for name, template in QUERIES.items():
            lines.append(_line(name, template.format(key=key), engine, ask, 1 if name == SLOW else number))
    return "\n".join(lines)


def _line(name: str, sql: str, engine: sqlalchemy.Engine, ask: Any, number: int) -> str:
    mine: dict[str, Any] = ours(engine, sql)  # which may learn something about the server, once more in the first pair
    other: dict[str, Any] = {}
    measured = pairs(lambda: mine.update(ours(engine, sql)), lambda: other.update(ask(sql)), number)
    if not sql:
        mine["bytes"] = other["bytes"] // other["requests"]  # both receive the same document
    cells = [f"{each['rows']:,} | {each['requests']:,} | {each['bytes']:,}" for each in (mine, other)]
    faster = 1 / measured.ratio
    result = f"{faster:,.0f} × faster" if faster > 10 else f"{faster:.1f} × faster"
    if mine["rows"] != other["rows"]:
        result += ", and the other answer is wrong"
    return f"| {name} | {cells[0]} | {shown(measured.ours)} | {cells[1]} | {shown(measured.theirs)} | {result} |"


def ours(engine: sqlalchemy.Engine, sql: str) -> dict[str, int]:
    """Run a query through the driver's dialect; return its rows, requests and bytes."""
    if not sql:
        return reflect(engine)
    with engine.connect() as connection:
        result = connection.exec_driver_sql(sql)
        rows = len(result.fetchall())
        cost = result.context.cursor.stats
    return {"rows": rows, "requests": cost.requests, "bytes": cost.bytes_received}


def reflect(engine: sqlalchemy.Engine) -> dict[str, int]:
    """Reflect ten tables as after a change there: the catalog is read anew, as the other driver does for each."""
    with engine.connect() as connection:
        driver: Any = connection.connection.dbapi_connection
        driver.catalog.refresh()
        inspector = sqlalchemy.inspect(connection)
        columns = sum(len(inspector.get_columns(name)) for name in sorted(driver.catalog)[:10])
    return {"rows": columns, "requests": 1, "bytes": 0}  # of the document


@contextmanager
def engine_for(place: Place) -> Iterator[sqlalchemy.Engine]:
    """Make an engine whose catalog is read."""
    url, user, password = place
    address = sqlalchemy.make_url(f"creatio+{url}").set(username=user, password=password)
    engine = sqlalchemy.create_engine(address, connect_args={"cache_directory": ""})
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def theirs(place: Place) -> Iterator[Any]:
    """Run the other driver in a process of its own, and give a function that asks it."""
    command = [str(python()), str(CHILD), *place]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        write, read = process.stdin, process.stdout

        def ask(sql: str) -> dict[str, int]:
            write.write(json.dumps(sql) + "\n")
            write.flush()
            answer: dict[str, int] = json.loads(read.readline())
            return answer

        try:
            yield ask
        finally:
            write.close()
            process.terminate()


def python() -> Path:
    """Return the Python of the other driver's environment, which is made if it is not there."""
    found = HOME / "bin" / "python"
    if not (HOME / "ready").exists():
        print(f"installing {RELEASE} into {HOME} …", file=sys.stderr)
        venv.create(HOME, with_pip=True, clear=True)
        subprocess.run([str(found), "-m", "pip", "install", "--quiet", RELEASE], check=True)
        (HOME / "ready").touch()
    return found
