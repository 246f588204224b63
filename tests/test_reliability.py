"""Bad days: what is sent again and what never, shared sign-ins, limits, time, and statements that are stopped."""

from __future__ import annotations

import datetime as dt
import email.utils
import socket
import subprocess
import sys
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from creatio_dbapi import Connection, Cursor, Error, InterfaceError, OperationalError
from creatio_dbapi.auth import FormsAuthentication, SessionCookies
from creatio_dbapi.cancellation import Cancellation
from creatio_dbapi.limits import Limiter, Limits
from creatio_dbapi.meter import Meter
from creatio_dbapi.sandbox import Sandbox
from creatio_dbapi.session import Session
from tests.fix_connection import connect_to, query
from tests.fix_sandbox import LONG_TABLE, data_requests, long_sandbox
from tests.scripted import Said, Server, said

TABLE, ROWS = LONG_TABLE, 25_000
ALL = [(number,) for number in range(ROWS)]
SCAN = f"SELECT N FROM {TABLE}"
FAST = {"retry_wait": 0.01, "retry_wait_most": 0.05, "collation": "sensitive"}
LONG = 600_000  # milliseconds, which no test waits for
PATIENCE = 60  # seconds until a test gives up on a thread that should have ended at once


@pytest.fixture(scope="module")
def long() -> Iterator[Sandbox]:
    """A sandbox with an object that takes several pages."""
    with long_sandbox(ROWS) as sandbox:
        yield sandbox


@pytest.fixture
def reader(long: Sandbox) -> Iterator[Connection]:
    """A connection whose catalog is there already, so that faults hit the data."""
    long.clear_faults()
    with connect_to(long, **FAST) as connection:
        connection.catalog.load()
        long.clear_requests()
        yield connection
        long.clear_faults()


# -- reads ---------------------------------------------------------------------------------------------------

PASSING: dict[str, Callable[[Sandbox, int], None]] = {
    "status 408": lambda long, after: long.fail_next(status=408, after=after),
    "status 429": lambda long, after: long.fail_next(status=429, after=after),
    "status 502": lambda long, after: long.fail_next(status=502, after=after),
    "status 503": lambda long, after: long.fail_next(status=503, after=after),
    "status 504": lambda long, after: long.fail_next(status=504, after=after),
    "an HTML page with status 502": lambda long, after: long.html_next(status=502, after=after),
    "no answer": lambda long, after: long.drop_next(after=after),
    "a connection that drops in the body": lambda long, after: long.drop_next(stage="mid_body", after=after),
    "a body that ends early": lambda long, after: long.truncate_next(after=after),
    "broken JSON": lambda long, after: long.break_json_next(after=after),
}


@pytest.mark.parametrize("after", [0, 1, 2], ids=["first", "middle", "last"])
@pytest.mark.parametrize("fault", PASSING)
def test_a_page_is_read_again(reader: Connection, long: Sandbox, fault: str, after: int) -> None:
    PASSING[fault](long, after)
    with reader.cursor() as cursor:
        assert sorted(cursor.execute(SCAN).fetchall()) == ALL
        assert cursor.stats.retries == 1
        assert cursor.stats.requests == len(data_requests(long)) == 4


@pytest.mark.parametrize("sql", [f"SELECT count(*) FROM {TABLE}", f"SELECT sum(N) FROM {TABLE}", f"{SCAN} WHERE N = 7"])
@pytest.mark.parametrize("fault", PASSING)
def test_other_reads_are_too(reader: Connection, long: Sandbox, fault: str, sql: str) -> None:
    right = query(reader, sql)
    PASSING[fault](long, 0)
    assert query(reader, sql) == right


@pytest.mark.parametrize("fault", [name for name in PASSING if "JSON" not in name])
def test_the_catalog_is_read_again(long: Sandbox, fault: str) -> None:
    with connect_to(long, **FAST) as connection:
        long.clear_faults()
        PASSING[fault](long, 0)
        assert TABLE in connection.catalog


@pytest.mark.parametrize("status", [400, 404, 500, 501])
def test_other_answers_are_errors_at_once(reader: Connection, long: Sandbox, status: int) -> None:
    long.fail_next(status=status)
    with pytest.raises(Error):
        query(reader, SCAN)
    assert len(data_requests(long)) == 1


def test_a_failure_that_stays_is_an_error_with_the_number_of_tries(reader: Connection, long: Sandbox) -> None:
    long.drop_next(None)
    with pytest.raises(OperationalError, match=r"dropped the connection .*tried 5 times in "):
        query(reader, SCAN)
    long.clear_faults()
    assert sorted(query(reader, SCAN)) == ALL


def test_no_answer_in_time_is_not_asked_for_again(long: Sandbox, reader: Connection) -> None:
    with connect_to(long, timeout=0.2, **FAST) as connection:
        connection.catalog.load()
        long.clear_requests()
        long.delay_next(milliseconds=LONG)
        with pytest.raises(OperationalError, match=r"did not answer within 0\.2 s"):
            query(connection, SCAN)
    assert len(data_requests(long)) <= 1


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_retry_after_is_kept_to(reader: Connection, long: Sandbox, form: str) -> None:
    later = dt.datetime.now(dt.timezone.utc) + dt.timedelta(seconds=2)
    value: int | str = 1 if form == "seconds" else email.utils.format_datetime(later, usegmt=True)
    long.fail_next(status=429, retry_after=value)
    with reader.cursor() as cursor:
        cursor.execute(f"{SCAN} WHERE N = 7").fetchall()
        assert cursor.stats.retries == 1
        assert (
            cursor.stats.elapsed >= 1
            if form == "seconds"
            else dt.datetime.now(dt.timezone.utc) >= later.replace(microsecond=0)
        )


@pytest.mark.parametrize("value", [3600, "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_a_server_that_asks_for_too_much_time_is_an_error_at_once(
    reader: Connection, long: Sandbox, value: int | str
) -> None:
    long.fail_next(None, status=429, retry_after=value)
    with pytest.raises(OperationalError, match=r"wait and try again \(Retry-After: "):
        query(reader, SCAN)
    assert len(data_requests(long)) == 1


@pytest.mark.parametrize("value", ["soon", "-5", "1e3", "", "\u00e9"])
def test_retry_after_that_says_nothing(reader: Connection, long: Sandbox, value: str) -> None:
    long.fail_next(status=503, retry_after=value)
    assert query(reader, f"{SCAN} WHERE N = 7") == [(7,)]


def test_retries_can_be_turned_off(long: Sandbox, reader: Connection) -> None:
    for off in ({"retries": 0}, {"retry_budget": 0}):
        with connect_to(long, collation="sensitive", **off) as connection:
            connection.catalog.load()
            long.clear_requests()
            long.fail_next(status=503)
            with pytest.raises(OperationalError, match="503"):
                query(connection, SCAN)
        assert len(data_requests(long)) == 1


# -- writes --------------------------------------------------------------------------------------------------

NEW = [(str(uuid.UUID(int=10**9 + number)), -1) for number in range(250)]
INSERT = f"INSERT INTO {TABLE} (Id, N) VALUES (?, ?)"


@pytest.fixture
def clean(long: Sandbox, reader: Connection) -> Iterator[Cursor]:
    """A cursor whose rows are deleted afterwards."""
    with reader.cursor() as cursor:
        yield cursor
        long.clear_faults()
        cursor.execute(f"DELETE FROM {TABLE} WHERE N < 0")


@pytest.mark.parametrize("worked", [False, True])
@pytest.mark.parametrize("after", [0, 1, 2])
@pytest.mark.parametrize("status", [408, 429, 502, 503, 504])
def test_a_batch_whose_answer_says_little_is_looked_up(
    clean: Cursor, long: Sandbox, status: int, after: int, worked: bool
) -> None:
    """Each row is there once, whether the server had done the work or not."""
    long.fail_next(status=status, after=after, method="POST", worked=worked)
    clean.executemany(INSERT, NEW)
    assert clean.rowcount == len(NEW)
    assert clean.write_report is not None
    assert len(clean.write_report.written) == len(NEW)
    assert query(clean.connection, f"SELECT count(*) FROM {TABLE} WHERE N = -1") == [(len(NEW),)]  # type: ignore[arg-type]


@pytest.mark.parametrize("stage", ["before_reading", "mid_batch", "before_answer", "mid_body"])
def test_a_batch_whose_answer_is_lost_is_looked_up(clean: Cursor, long: Sandbox, stage: str) -> None:
    long.drop_next(stage=stage, parts=40, method="POST")
    clean.executemany(INSERT, NEW)
    assert clean.rowcount == len(NEW)
    clean.execute(f"UPDATE {TABLE} SET N = -2 WHERE N = -1")
    long.drop_next(stage=stage, parts=20, method="POST")
    clean.execute(f"UPDATE {TABLE} SET N = -3 WHERE N = -2")
    assert clean.rowcount == len(NEW)
    long.drop_next(stage=stage, parts=20, method="POST")
    clean.execute(f"DELETE FROM {TABLE} WHERE N = -3")
    assert clean.rowcount == len(NEW)
    assert query(clean.connection, f"SELECT count(*) FROM {TABLE}") == [(ROWS,)]  # type: ignore[arg-type]


def test_a_write_that_never_reached_the_server_is_unsent() -> None:
    gone = Server()
    session = Session(gone.url, SessionCookies({}))
    gone.stop()
    with session, pytest.raises(OperationalError, match="refused the connection") as raised:
        session.request("POST", "Contact", body=b"{}")
    assert "is not known" not in str(raised.value)


# -- sessions ------------------------------------------------------------------------------------------------


def test_connections_share_a_sign_in_and_the_last_one_signs_out(sandbox: Sandbox) -> None:
    connections = [connect_to(sandbox, **FAST) for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda each: query(each, "SELECT count(*) FROM City"), connections))
    assert sandbox.logins == 1
    for connection in connections:
        assert logouts(sandbox) == 0
        assert query(connection, "SELECT count(*) FROM City")
        connection.close()
    assert logouts(sandbox) == 1
    with connect_to(sandbox) as another:
        query(another, "SELECT count(*) FROM City")
    assert (sandbox.logins, logouts(sandbox)) == (2, 2)


def logouts(sandbox: Sandbox) -> int:
    return sum(record.url.endswith("/Logout") for record in sandbox.requests)


def test_other_credentials_are_another_session(sandbox: Sandbox) -> None:
    with connect_to(sandbox) as one, connect_to(sandbox, verify=False) as other:
        for connection in (one, other):
            query(connection, "SELECT count(*) FROM City")
    assert (sandbox.logins, logouts(sandbox)) == (2, 2)


def test_a_session_that_ends_is_renewed_once_for_all(long: Sandbox, reader: Connection) -> None:
    """Connections and threads that meet the end of their session in the middle of their pages."""
    connections = [connect_to(long, **FAST) for _ in range(3)]
    for connection in connections:
        connection.catalog.load()
    before = long.logins
    long.expire_sessions(after=5)
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda each: query(each, SCAN), connections * 2))
    for connection in connections:
        connection.close()
    assert all(sorted(rows) == ALL for rows in found)
    assert long.logins == before + 1


def test_a_refused_sign_in_is_asked_for_once(sandbox: Sandbox) -> None:
    wrong = FormsAuthentication("Supervisor", "wrong")
    with Session(sandbox.url, wrong) as one, Session(sandbox.url, FormsAuthentication("Supervisor", "wrong")) as other:
        for session in (one, other, one):
            with pytest.raises(OperationalError, match="sign-in refused"):
                session.request("GET", "City")
    assert sum(record.url.endswith("/Login") for record in sandbox.requests) == 1
    with Session(sandbox.url, wrong) as again, pytest.raises(OperationalError):
        again.request("GET", "City")
    assert sum(record.url.endswith("/Login") for record in sandbox.requests) == 2


# -- limits --------------------------------------------------------------------------------------------------


@pytest.fixture
def server() -> Iterator[Server]:
    """A scripted server, whose answers take a moment."""
    running = Server()
    running.rule = lambda _: said(200, b'{"value":[]}', wait=0.02)
    yield running
    running.stop()


@pytest.mark.parametrize("most", [1, 3])
def test_requests_in_flight_are_limited_for_the_process(server: Server, most: int) -> None:
    sessions = [Session(server.url, SessionCookies({"a": str(n)}), limits=Limits(in_flight=most)) for n in range(3)]
    with ThreadPoolExecutor(12) as pool:
        replies = list(pool.map(lambda n: sessions[n % 3].request("GET", f"Contact({n})").status, range(48)))
    for session in sessions:
        session.close()
    assert set(replies) == {200}
    assert server.most_busy <= most


@pytest.mark.parametrize(("rate", "number", "window"), [(5.0, 12, 1.0), (1.5, 3, 1.0), (0.8, 2, 1.25)])
def test_requests_per_second_are_limited(rate: float, number: int, window: float) -> None:
    limiter, moments = Limiter(), []
    most = max(1, int(rate))
    for _ in range(number):
        before = time.monotonic()
        limiter.enter(Limits(per_second=rate), Cancellation())
        moments.append((before, time.monotonic()))
        limiter.leave()
    for (before, _), (_, after) in zip(moments, moments[most:], strict=False):
        assert after - before >= window


def test_limits_are_options(sandbox: Sandbox) -> None:
    with connect_to(sandbox, requests_in_flight=1, requests_per_second="50", collation="sensitive") as connection:
        assert query(connection, "SELECT c.Name FROM City c JOIN Country o ON c.CountryId = o.Id")
    for wrong in ({"requests_in_flight": 0}, {"requests_per_second": 0}, {"retries": -1}, {"statement_timeout": 0}):
        with pytest.raises(InterfaceError, match=next(iter(wrong))):
            connect_to(sandbox, **wrong)


# -- stopping ------------------------------------------------------------------------------------------------

ENDLESS = (
    "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 1000000000) "
    f"SELECT count(*) FROM r JOIN {TABLE} ON true"
)
WAITS: dict[str, tuple[Callable[[Sandbox], object], dict[str, Any]]] = {
    "an answer": (lambda long: long.delay_next(milliseconds=LONG), {}),
    "an answer to a page ahead": (lambda long: long.delay_next(None, milliseconds=LONG, after=2), {}),
    "the next try": (lambda long: long.fail_next(None, status=503, retry_after=300), {"retry_budget": 1000}),
    "a place under the limit": (lambda long: None, {"requests_per_second": 0.001, "fresh": True}),
    "the catalog": (lambda long: long.delay_next(None, milliseconds=LONG, path="$metadata"), {"fresh": True}),
    "the sign-in": (
        lambda long: long.delay_next(None, milliseconds=LONG, path="/Login", login=True),
        {"fresh": True, "verify": False},
    ),
}


@pytest.mark.parametrize("way", ["cancel", "close", "time"])
@pytest.mark.parametrize("wait", WAITS)
def test_what_a_statement_waits_for_ends_at_once(long: Sandbox, wait: str, way: str) -> None:
    prepare, options = WAITS[wait]
    fresh = options.get("fresh", False)
    given = FAST | {name: value for name, value in options.items() if name != "fresh"}
    long.clear_faults()
    with connect_to(long, **given, **({"statement_timeout": 2} if way == "time" else {})) as connection:
        if not fresh:
            connection.catalog.load()
        prepare(long)
        with connection.cursor() as cursor, ThreadPoolExecutor(1) as pool:
            running = pool.submit(lambda: cursor.execute(SCAN).fetchall())
            if way != "time":
                time.sleep(0.5)  # most of it is spent in the wait, and where it is not, stopping must work as well
                getattr(cursor, way)()
            words = {"cancel": "cancelled", "close": "closed", "time": "statement_timeout"}[way]
            with pytest.raises(Error, match=words):
                running.result(PATIENCE)
        long.clear_faults()
        if "limit" not in wait:
            with connection.cursor() as cursor:
                assert cursor.execute(f"SELECT max(N) FROM {TABLE}").fetchone() == (ROWS - 1,)


def test_the_rest_of_a_body_is_not_waited_for(server: Server) -> None:
    server.rule = lambda _: Said(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{")
    with Session(server.url, SessionCookies({})) as session:
        check_stops(session, server)


def test_a_body_without_a_length_is_not_taken_for_whole(server: Server) -> None:
    server.rule = lambda _: Said(b"HTTP/1.1 200 OK\r\n\r\n{}")
    with Session(server.url, SessionCookies({})) as session:
        check_stops(session, server)


def check_stops(session: Session, server: Server) -> None:
    """Stop a request in the middle of its answer, and send another."""
    meter = Meter()
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(session.request, "GET", "Contact", meter=meter)
        deadline = time.monotonic() + PATIENCE
        while not server.data and time.monotonic() < deadline:
            time.sleep(0.01)
        meter.cancellation.cancel()
        with pytest.raises(OperationalError, match="cancelled"):
            running.result(PATIENCE)
    server.rule = lambda _: said(200, b"[]")
    assert session.request("GET", "Contact").body == b"[]"


def test_a_connection_that_does_not_come_about_is_not_waited_for() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        fillers = [socket.socket() for _ in range(4)]  # a full queue answers nobody
        for filler in fillers:
            filler.setblocking(False)
            filler.connect_ex(listener.getsockname())
        meter = Meter()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with Session(url, SessionCookies({}), connect_timeout=5) as session, ThreadPoolExecutor(1) as pool:
            running = pool.submit(session.request, "GET", "Contact", meter=meter)
            time.sleep(0.2)
            meter.cancellation.cancel()
            with pytest.raises(OperationalError, match="cancelled"):
                running.result(PATIENCE)
        for filler in fillers:
            filler.close()


def test_one_statement_that_is_stopped_leaves_the_sign_in_to_the_others(server: Server) -> None:
    """The one that signs in for all is stopped; one of those that wait for it does so in its place."""
    server.logins = [Said(server.logins[0].raw, wait=1.0), server.logins[0]]
    session = Session(server.url, FormsAuthentication("Sue", "x"))
    first = Meter()
    with session, ThreadPoolExecutor(4) as pool:
        leading = pool.submit(session.request, "GET", "Contact", meter=first)
        deadline = time.monotonic() + PATIENCE
        while not server.sign_ins and time.monotonic() < deadline:
            time.sleep(0.01)
        others = [pool.submit(session.request, "GET", "Account") for _ in range(3)]
        first.cancellation.cancel()
        with pytest.raises(OperationalError, match="cancelled"):
            leading.result(PATIENCE)
        assert [other.result(PATIENCE).status for other in others] == [200] * 3
    assert len(server.sign_ins) == 2


def test_a_write_that_is_stopped_says_what_is_not_known(clean: Cursor, long: Sandbox) -> None:
    """Of three batches side by side, of 100, 100 and 50 rows, the one that comes last is not answered."""
    long.delay_next(None, milliseconds=LONG, method="POST", after=2)
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(clean.executemany, INSERT, NEW)
        deadline = time.monotonic() + PATIENCE
        while len(long.rows(TABLE)) < ROWS + 150 and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(0.2)
        clean.cancel()
        with pytest.raises(OperationalError, match="cancelled; whether the POST was carried out is not known"):
            running.result(PATIENCE)
    report = clean.write_report
    assert report is not None
    assert sorted([*report.written, *report.unknown, *report.not_sent]) == list(range(250))
    assert len(report.unknown) in (50, 100)


def test_the_time_between_fetches_does_not_count(long: Sandbox, reader: Connection) -> None:
    with connect_to(long, statement_timeout=3, **FAST) as connection, connection.cursor() as cursor:
        cursor.execute(SCAN)
        rows = cursor.fetchmany(10)
        time.sleep(3.1)
        assert sorted([*rows, *cursor.fetchall()]) == ALL


def test_the_local_engine_is_stopped_when_the_time_is_up(long: Sandbox, reader: Connection) -> None:
    with connect_to(long, statement_timeout=1, **FAST) as connection:
        with pytest.raises(OperationalError, match="longer than 1 s"):
            query(connection, ENDLESS)
        assert query(connection, f"SELECT max(N) FROM {TABLE}") == [(ROWS - 1,)]


def test_closing_a_cursor_stops_its_downloads(reader: Connection, long: Sandbox) -> None:
    long.delay_next(None, milliseconds=LONG, path="$skip=19999")
    with reader.cursor() as cursor:
        cursor.execute(SCAN)
        cursor.fetchmany(10_001)
    deadline = time.monotonic() + PATIENCE
    while threads() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert threads() == []


def threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("creatio-page")]


# -- Ctrl-C --------------------------------------------------------------------------------------------------

INTERRUPTED = """
import os, signal, sys, threading, time
import creatio_dbapi
url, user, password, sql = sys.argv[1:]
connection = creatio_dbapi.connect(url, user, password, cache_directory="", collation="sensitive", retry_budget=1000)
connection.catalog.load()
cursor = connection.cursor()
threading.Timer(1.0, os.kill, [os.getpid(), signal.SIGINT]).start()
try:
    cursor.execute(sql).fetchall()
    print("not interrupted")
except KeyboardInterrupt:
    print("interrupted")
cursor.execute("SELECT 'and goes on'")
print(cursor.fetchone())
connection.close()
print([thread.name for thread in threading.enumerate() if thread.name.startswith("creatio-")])
"""
SIDE_BY_SIDE = f"SELECT a.N FROM {TABLE} a JOIN City b ON b.Name = 'x'"
MANY = f"UPDATE {TABLE} SET N = N WHERE N < 500"
CROSS = f"SELECT count(*) FROM {TABLE} a JOIN {TABLE} b ON a.N * b.N % 7 = 3 JOIN {TABLE} c ON b.N * c.N % 11 = 5"


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize(
    ("sql", "prepare"),
    [
        (SCAN, lambda long: long.delay_next(milliseconds=LONG, path=TABLE)),
        (SCAN, lambda long: long.delay_next(None, milliseconds=LONG, after=1, path=TABLE)),
        (SCAN, lambda long: long.fail_next(None, status=503, retry_after=300, path=TABLE)),
        (SIDE_BY_SIDE, lambda long: long.delay_next(None, milliseconds=LONG, path="$select")),
        (ENDLESS, lambda long: None),
        (CROSS, lambda long: None),
        (MANY, lambda long: long.delay_next(None, milliseconds=LONG, method="POST")),
    ],
    ids=["an answer", "pages ahead", "the next try", "scans side by side", "the engine", "a join", "batches"],
)
def test_ctrl_c_stops_at_once(
    long: Sandbox, reader: Connection, sql: str, prepare: Callable[[Sandbox], object]
) -> None:
    prepare(long)
    done = run_script(INTERRUPTED, long, sql)
    assert done.stdout.splitlines() == ["interrupted", "('and goes on',)", "[]"]


INTERRUPTED_WRITE = """
import os, signal, sys, threading
import creatio_dbapi
url, user, password, table = sys.argv[1:]
connection = creatio_dbapi.connect(url, user, password, cache_directory="", transactions="undo", batches_in_flight=1)
connection.catalog.load()
cursor = connection.cursor()
threading.Timer(1.0, os.kill, [os.getpid(), signal.SIGINT]).start()
try:
    cursor.executemany(f"INSERT INTO {table} (Name) VALUES (?)", iter([f"city {number}"] for number in range(300)))
except KeyboardInterrupt as error:
    print(error)
report = cursor.write_report
print(len(report.written), len(report.not_sent), len(report.unknown))
connection.rollback()
print(connection.undo_report.taken_back)
connection.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_write_stopped_by_ctrl_c_tells_what_it_wrote_and_can_be_taken_back(long: Sandbox, reader: Connection) -> None:
    before = query(reader, "SELECT count(*) FROM City")
    long.delay_next(milliseconds=LONG, after=1, method="POST", path="$batch")
    done = run_script(INTERRUPTED_WRITE, long, "City")
    assert done.stdout.splitlines() == [
        "the write was interrupted: 100 written, 100 not sent, 100 unknown; cursor.write_report tells which",
        "100 100 100",
        "100",
    ]
    assert query(reader, "SELECT count(*) FROM City") == before


LATE_WRITE = """
import signal, sys
import creatio_dbapi
url, user, password, table = sys.argv[1:]

class Late(Exception):
    pass

def too_late(*_):
    raise Late

signal.signal(signal.SIGALRM, too_late)
connection = creatio_dbapi.connect(url, user, password, cache_directory="", transactions="undo", batches_in_flight=1)
connection.catalog.load()
signal.setitimer(signal.ITIMER_REAL, 1.0)
cursor = connection.cursor()
try:
    cursor.executemany(f"INSERT INTO {table} (Name) VALUES (?)", [[f"city {n}"] for n in range(300)])
except Late:
    print("late", cursor.write_report)
connection.rollback()
print(connection.undo_report.taken_back)
connection.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_write_is_stopped_by_what_the_handler_of_any_signal_raises(long: Sandbox, reader: Connection) -> None:
    """As time limits do: what was given up does not go on in the background."""
    before = query(reader, "SELECT count(*) FROM City")
    long.delay_next(milliseconds=3000, after=1, method="POST", path="$batch")
    done = run_script(LATE_WRITE, long, "City")
    assert done.stdout.splitlines() == ["late 100 written, 100 not sent, 100 unknown", "100"]
    long.clear_faults()
    assert query(reader, "SELECT count(*) FROM City") == before


def run_script(script: str, sandbox: Sandbox, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a script in a process of its own, which says nothing on standard error."""
    done = subprocess.run(  # noqa: S603 - words of our own
        [sys.executable, "-", sandbox.url, sandbox.user, sandbox.password, *words],
        input=script,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done


def test_every_row_comes_once_however_often_the_server_fails(reader: Connection, long: Sandbox) -> None:
    for fault in PASSING:
        for after in (0, 2, 3):
            PASSING[fault](long, after)
    with connect_to(long, retries=50, **FAST) as connection, connection.cursor() as cursor:
        counted = Counter(number for (number,) in cursor.execute(SCAN).fetchall())
        assert cursor.stats.retries >= len(PASSING)
    assert set(counted.values()) == {1}
    assert len(counted) == ROWS
