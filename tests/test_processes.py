"""Processes and threads: forks, pickles, connections that are not closed, and the end of the interpreter."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import subprocess
import sys
import threading
import time
import warnings

import duckdb
import pytest

import creatio_dbapi
from creatio_dbapi import Connection, InterfaceError
from creatio_dbapi.sandbox import Sandbox
from tests.fix_connection import connect_to, query

BEGIN = """
import os, sys
import creatio_dbapi
url, user, password = sys.argv[1:]
def connect(**options):
    return creatio_dbapi.connect(url, user, password, cache_directory="", **options)
"""


def run(sandbox: Sandbox, code: str, *, seconds: float = 60) -> str:
    """Run a program against a sandbox; return what it printed, after checking that it ended well and said no more."""
    command = [sys.executable, "-W", "ignore::DeprecationWarning", "-", sandbox.url, sandbox.user, sandbox.password]
    done = subprocess.run(  # noqa: S603 - words of our own
        command, input=BEGIN + code, capture_output=True, text=True, timeout=seconds, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def ends_of(sandbox: Sandbox, name: str) -> int:
    """Count the requests whose address ends so."""
    return sum(record.url.endswith(name) for record in sandbox.requests)


# DuckDB 1 makes a connection of its own when it is imported, and a forked process that takes Python down crashes over
# its threads, now and then; one that ends as those of multiprocessing do, does not.
LEAVE = "os._exit(0)" if duckdb.__version__ < "2" else "sys.exit(0)"

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")

FORK = """
connection = connect()
cursor = connection.cursor()
cursor.execute("SELECT Name || 'x' FROM City ORDER BY 1")
first = cursor.fetchone()
sys.stdout.flush()
child = os.fork()
if child == 0:
    for use in (connection.cursor, connection.commit, cursor.fetchone, lambda: cursor.execute("SELECT 1")):
        try:
            use()
        except creatio_dbapi.InterfaceError as error:
            print("another process" in str(error), "dispose(close=False)" in str(error))
    {close}
    with connect() as own:
        print(own.cursor().execute("SELECT count(*) FROM City").fetchone())
    sys.stdout.flush()
    {leave}
print(os.waitpid(child, 0)[1], len(cursor.fetchall()) + 1)
print(connection.cursor().execute("SELECT count(*) FROM City").fetchone())
connection.close()
"""


@needs_fork
@pytest.mark.parametrize("close", ["cursor.close(); connection.close()", "del cursor, connection", "pass"])
def test_a_connection_in_a_forked_process(sandbox: Sandbox, close: str) -> None:
    """The child is told what to do and can open its own; the parent's session, sockets and rows are as they were."""
    with connect_to(sandbox) as connection:
        cities = query(connection, "SELECT count(*) FROM City")[0][0]
    logins, logouts = sandbox.logins, ends_of(sandbox, "/Logout")
    lines = run(sandbox, FORK.format(close=close, leave=LEAVE)).splitlines()
    assert lines[:4] == ["True True"] * 4
    assert lines[4:] == [f"({cities},)", f"0 {cities}", f"({cities},)"]
    assert sandbox.logins == logins + 2  # the parent's and the child's own
    assert ends_of(sandbox, "/Logout") == logouts + 2


def _count(url: str, user: str, password: str) -> int:
    with creatio_dbapi.connect(url, user, password, cache_directory="") as connection:
        return int(query(connection, "SELECT count(*) FROM City")[0][0])


def test_a_spawned_process_opens_its_own(sandbox: Sandbox, connection: Connection) -> None:
    right = query(connection, "SELECT count(*) FROM City")[0][0]
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        given = (sandbox.url, sandbox.user, sandbox.password)
        assert pool.starmap(_count, [given] * 4) == [right] * 4


def test_a_connection_is_not_pickled(connection: Connection) -> None:
    with pytest.raises(InterfaceError, match="open one in each process"):
        pickle.dumps(connection)


def test_a_connection_that_is_not_closed_warns(sandbox: Sandbox) -> None:
    connection = connect_to(sandbox)
    query(connection, "SELECT count(*) FROM City")
    with pytest.warns(ResourceWarning, match=r"Connection to http://.* was not closed"):
        del connection
        gc.collect()
    with connect_to(sandbox) as other:
        query(other, "SELECT count(*) FROM City")
    assert sandbox.logins == 2  # what was left lying is not used any more


def test_a_connection_that_is_closed_does_not(sandbox: Sandbox) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        connection = connect_to(sandbox)
        connection.close()
        del connection
        gc.collect()


LEFT = """
import warnings
connection = connect()
cursor = connection.cursor()
cursor.execute("SELECT Name FROM Contact")
print(len(cursor.fetchmany(10_001)))
"""


def test_the_interpreter_does_not_wait_for_rows_that_nobody_wants() -> None:
    """Pages ahead are on their way, and would be for ten minutes."""
    with Sandbox(contacts=25_000) as sandbox:
        sandbox.delay_next(None, milliseconds=600_000, path="$skip=2")
        assert run(sandbox, LEFT, seconds=120) == "10001\n"


def test_no_thread_is_left(connection: Connection) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT a.Name FROM City a JOIN Country b ON a.CountryId = b.Id").fetchall()
        cursor.executemany("INSERT INTO City (Name) VALUES (?)", [[f"c{number}"] for number in range(250)])
        cursor.execute("SELECT Name || 'x' FROM City").fetchone()
    deadline = time.monotonic() + 30
    while (left := names_of_threads()) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert left == []


def names_of_threads() -> list[str]:
    return [
        thread.name
        for thread in threading.enumerate()
        if thread.name.startswith("creatio-") and thread.name != "creatio-sandbox"
    ]
