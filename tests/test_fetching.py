"""Fetches of one result in any mixture, left in the middle or interrupted: each row once, or an error."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from creatio_dbapi import Cursor, InterfaceError, OperationalError, ProgrammingError
from creatio_dbapi.sandbox import Column, Sandbox
from tests.fix_connection import as_rows, connect_to
from tests.test_processes import run

ROWS = 119
CAP = 20
SQL = "SELECT N FROM UsrFew"


@pytest.fixture(scope="module")
def site() -> Iterator[Sandbox]:
    """A sandbox with a few rows on several pages, rows of 2 kB that are sorted by values of several types, and many."""
    few = [{"Id": uuid.UUID(int=n + 1), "N": n} for n in range(ROWS)]
    many = [{"Id": uuid.UUID(int=n + 1), "N": n} for n in range(25_000)]
    moments = [f"2024-01-01T00:{n // 60:02}:{n % 60:02}Z" for n in range(500)]
    broad = [
        {"Name": f"r{n}" + "x" * 2000, "N": n, "Big": 2**53 + n, "Amount": n / 4, "Day": moment}
        for n, moment in enumerate(moments)
    ]
    columns: dict[str, Column | str] = {
        "Name": "Edm.String",
        "N": "Edm.Int32",
        "Big": "Edm.Int64",
        "Amount": Column("Edm.Decimal", scale=2),
        "Day": "Edm.DateTimeOffset",
    }
    with Sandbox(contacts=0) as sandbox:
        sandbox.create_object("UsrFew", {"Id": "Edm.Guid", "N": "Edm.Int32"}, base=False, rows=few)
        sandbox.create_object("UsrMany", {"Id": "Edm.Guid", "N": "Edm.Int32"}, base=False, rows=many)
        sandbox.create_object("UsrBroad", columns, rows=broad)
        yield sandbox


@pytest.fixture
def paged(site: Sandbox) -> Iterator[Sandbox]:
    """The sandbox with small pages."""
    site.switch(page_cap=CAP)
    yield site
    site.reset_switches()


@pytest.fixture
def cursor(paged: Sandbox) -> Iterator[Cursor]:
    """A cursor with the rows on their way."""
    with connect_to(paged) as connection, connection.cursor() as cursor:
        yield cursor.execute(SQL)


# Each takes some rows, and leaves the rest.
SOME: dict[str, Callable[[Cursor], list[int]]] = {
    "fetchone": lambda cursor: [n for (n,) in [cursor.fetchone() or ()]],
    "fetchmany": lambda cursor: [n for (n,) in cursor.fetchmany(30)],
    "iteration": lambda cursor: [n for (n,) in [next(cursor), next(cursor)]],
    "a batch": lambda cursor: next(cursor.fetch_record_batches())["N"].to_pylist(),
    "batches left in a loop": lambda cursor: _left_in_a_loop(cursor),
    "batches never begun": lambda cursor: _not_begun(cursor),
}
ALL: dict[str, Callable[[Cursor], list[int]]] = {
    "fetchall": lambda cursor: [n for (n,) in cursor.fetchall()],
    "iteration": lambda cursor: [n for (n,) in cursor],
    "fetch_arrow_table": lambda cursor: cursor.fetch_arrow_table()["N"].to_pylist(),
    "fetch_record_batches": lambda cursor: numbers(cursor.fetch_record_batches()),
}


def numbers(batches: Iterator[Any]) -> list[int]:
    """Return the numbers of all batches."""
    return [n for batch in batches for n in batch["N"].to_pylist()]


def _not_begun(cursor: Cursor) -> list[int]:
    cursor.fetch_record_batches()
    return []


def _left_in_a_loop(cursor: Cursor) -> list[int]:
    found: list[int] = []
    for batch in cursor.fetch_record_batches():
        found += batch["N"].to_pylist()
        if len(found) > CAP:
            break
    return found


@pytest.mark.parametrize("rest", ALL)
@pytest.mark.parametrize("then", SOME)
@pytest.mark.parametrize("first", SOME)
def test_every_row_is_given_once(cursor: Cursor, first: str, then: str, rest: str) -> None:
    found = [*SOME[first](cursor), *SOME[then](cursor), *ALL[rest](cursor)]
    assert sorted(found) == list(range(ROWS))
    assert cursor.fetchall() == []


def test_two_iterators_of_batches_share_the_rows(cursor: Cursor) -> None:
    one, other = cursor.fetch_record_batches(), cursor.fetch_record_batches()
    found = [*next(one)["N"].to_pylist(), *next(other)["N"].to_pylist()]
    assert cursor.fetchone() is not None
    found += [*numbers(one), *numbers(other)]
    assert len(found) == len(set(found)) == ROWS - 1
    assert [next(one, None), next(other, None)] == [None, None]


ENDS: dict[str, Callable[[Cursor], object]] = {
    "another statement": lambda cursor: cursor.execute("SELECT 1"),
    "close": lambda cursor: cursor.close(),
    "cancel": lambda cursor: cursor.cancel(),
}


@pytest.mark.parametrize("begun", [False, True], ids=["not begun", "begun"])
@pytest.mark.parametrize("end", ENDS)
def test_batches_of_a_statement_that_was_ended_do_not_look_whole(cursor: Cursor, end: str, begun: bool) -> None:
    batches = cursor.fetch_record_batches()
    if begun:
        next(batches)
    ENDS[end](cursor)
    for _ in range(2):
        with pytest.raises(OperationalError):
            list(batches)


def test_batches_do_not_look_whole_when_another_fetch_fails(paged: Sandbox, cursor: Cursor) -> None:
    batches = cursor.fetch_record_batches()
    next(batches)
    paged.add_fault("shift", rows=1)
    with pytest.raises(OperationalError, match="while it was read"):
        cursor.fetchall()
    with pytest.raises(OperationalError, match=r"run the statement again: .*while it was read"):
        list(batches)


def test_batches_that_were_all_given_are_at_their_end_whatever_comes(cursor: Cursor) -> None:
    batches = cursor.fetch_record_batches()
    assert sum(batch.num_rows for batch in batches) == ROWS
    cursor.close()
    assert list(batches) == []
    with pytest.raises(InterfaceError):
        cursor.fetchall()


@pytest.mark.parametrize("size", [-1, -5])
def test_fewer_than_no_rows_are_refused(cursor: Cursor, size: int) -> None:
    with pytest.raises(ProgrammingError, match=rf"{size} rows; ask for 0 or more"):
        cursor.fetchmany(size)
    assert cursor.fetchmany(0) == []
    assert len(cursor.fetchall()) == ROWS


INTERRUPTED = """
import signal
def interrupt(number, frame):
    # Elsewhere it would be the program itself that loses what it was given.
    if "creatio_dbapi" in frame.f_code.co_filename:
        raise KeyboardInterrupt
signal.signal(signal.SIGALRM, interrupt)
hits = wrong = 0
with connect() as connection:
    cursor = connection.cursor()
    for number in range(1, 26):
        cursor.execute("SELECT N FROM UsrMany")
        found, part, is_hit = 0, [()], False
        try:
            while part:
                if not is_hit:
                    signal.setitimer(signal.ITIMER_REAL, number / 20_000)
                try:
                    part = FETCH
                    found += len(part)
                except KeyboardInterrupt:
                    is_hit = True
        except creatio_dbapi.OperationalError:
            pass
        else:
            wrong += found != 25_000
        signal.setitimer(signal.ITIMER_REAL, 0)
        hits += is_hit
print(hits > 0, wrong)
"""


@pytest.mark.parametrize(
    "fetch",
    [
        "cursor.fetchmany(5000)",
        "cursor.fetchall()",
        "cursor.fetch_arrow_table()",
        "[*filter(None, [cursor.fetchone()])]",
    ],
)
def test_rows_that_are_lost_with_an_interrupt_are_an_error(site: Sandbox, fetch: str) -> None:
    assert run(site, INTERRUPTED.replace("FETCH", fetch)) == "True 0\n"


CLOSED = """
import signal
signal.signal(signal.SIGALRM, lambda *_: cursor.close())
ends = set()
with connect() as connection:
    for number in range(1, 9):
        cursor = connection.cursor()
        cursor.execute("SELECT a.N, b.N FROM UsrFew a CROSS JOIN UsrFew b, range(40)")
        signal.setitimer(signal.ITIMER_REAL, number / 40)
        try:
            ends.add("all" if len(FETCH) == 119 ** 2 * 40 else "some")
        except creatio_dbapi.Error as error:
            ends.add("error")
        signal.setitimer(signal.ITIMER_REAL, 0)
print("error" in ends, "some" in ends)
"""


@pytest.mark.parametrize("fetch", ["cursor.fetchall()", "cursor.fetchmany(1_000_000)", "list(cursor)"])
def test_rows_of_a_cursor_that_is_closed_meanwhile_are_an_error(site: Sandbox, fetch: str) -> None:
    assert run(site, CLOSED.replace("FETCH", fetch)) == "True False\n"


def test_two_threads_do_not_fetch_from_one_cursor(site: Sandbox) -> None:
    site.delay_next(milliseconds=1500, after=1, method="GET", path="UsrFew")
    site.switch(page_cap=CAP)
    with connect_to(site, statement_timeout=30) as connection, connection.cursor() as cursor:
        cursor.execute(SQL)
        with ThreadPoolExecutor(1) as other:
            found = other.submit(cursor.fetchall)
            time.sleep(0.5)
            with pytest.raises(OperationalError, match="another thread fetches from this cursor"):
                cursor.fetchone()
            with pytest.raises(OperationalError, match="another thread fetches"):
                found.result()  # as its rows may be divided
    site.reset_switches()


def test_rows_of_a_cursor_are_its_parameters(site: Sandbox) -> None:
    site.create_object("UsrCopy", {"N": "Edm.Int32"})
    with connect_to(site) as connection, connection.cursor() as cursor:
        cursor.execute(f"{SQL} WHERE N < 7")
        cursor.executemany("INSERT INTO UsrCopy (N) VALUES (?)", cursor)
        assert (cursor.rowcount, cursor.description) == (7, None)
        with pytest.raises(ProgrammingError, match="no rows to fetch"):
            cursor.fetchall()
        connection.commit()


# -- the row that reaches a LIMIT ----------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["N", "Big", "Amount", "Day"])
@pytest.mark.parametrize("name", ["Name", "upper(Name) AS Name"], ids=["as it comes", "computed"])
@pytest.mark.parametrize("cap", [None, 150])
def test_a_limit_on_pages_that_are_read_by_columns(site: Sandbox, key: str, name: str, cap: int | None) -> None:
    site.reset_switches()
    site.switch(page_cap=cap)
    sql = f"SELECT {name}, {key} FROM UsrBroad WHERE N > 5 ORDER BY {key} LIMIT 400"
    with connect_to(site) as connection, connection.cursor() as cursor:
        rows = cursor.execute(sql).fetchall()
        assert [name[:4].lower().rstrip("x") for name, _ in rows] == [f"r{n}" for n in range(6, 406)]
        assert as_rows(cursor.execute(sql).fetch_arrow_table()) == rows
    site.reset_switches()


def test_many_rows_of_an_order_as_arrow(site: Sandbox) -> None:
    sql = "SELECT Id, N FROM UsrMany WHERE N > 5 ORDER BY N LIMIT 15000"
    with connect_to(site) as connection, connection.cursor() as cursor:
        for _ in range(3):
            assert cursor.execute(sql).fetch_arrow_table()["N"].to_pylist() == list(range(6, 15006))
