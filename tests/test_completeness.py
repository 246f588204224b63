"""Laws 4 and 5: the whole right answer or the right exception, never fewer rows, whatever the server does."""

from __future__ import annotations

import threading
import uuid
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from creatio_dbapi import Connection, Cursor, DatabaseError, OperationalError
from creatio_dbapi.auth import FormsAuthentication
from creatio_dbapi.meter import Meter
from creatio_dbapi.plan.nodes import Scan
from creatio_dbapi.profile import CREATIO, without
from creatio_dbapi.request import Order, Query
from creatio_dbapi.sandbox import Column, Sandbox
from creatio_dbapi.session import Session
from creatio_dbapi.stream import Source, read_scan
from tests.fix_connection import connect_to, query
from tests.fix_sandbox import asked, data_requests

ROWS = 25_000  # more than Creatio answers at once, and more than two pages
TABLE = "UsrMany"


def key_of(number: int) -> str:
    """Return a key that does not sort as the numbers do."""
    return str(uuid.UUID(int=number * 7919 % 999_983 + 1000))


@pytest.fixture(scope="module")
def filled() -> Iterator[Sandbox]:
    """A sandbox with an object of many rows."""
    with Sandbox(contacts=0) as sandbox:
        fill(sandbox)
        yield sandbox


def fill(sandbox: Sandbox) -> None:
    """Make the object anew."""
    rows = [
        {"Id": key_of(number), "N": number, "Parity": number % 2, "Name": f"row {number}"} for number in range(ROWS)
    ]
    columns = {"N": "Edm.Int32", "Parity": "Edm.Int32", "Name": "Edm.String"}
    sandbox.create_object(TABLE, {**columns}, rows=rows)


@pytest.fixture
def many(filled: Sandbox) -> Iterator[Sandbox]:
    """The object of many rows on a server that behaves, until the test makes it misbehave."""
    filled.reset_switches()
    filled.clear_requests()
    yield filled
    filled.reset_switches()


@pytest.fixture
def reader(many: Sandbox) -> Iterator[Connection]:
    """A connection whose catalog is there already, so that faults hit the data, and that tries nothing again."""
    with connect_to(many, retries=0) as connection:
        connection.catalog.load()
        many.clear_requests()
        yield connection


ALL = [(number,) for number in range(ROWS)]

# Queries with their right answers: streamed, ordered here, counted here and there, cut off.
QUERIES: dict[str, list[tuple[object, ...]]] = {
    f"SELECT N FROM {TABLE}": [*ALL],
    f"SELECT N FROM {TABLE} WHERE Parity = 1": [*ALL[1::2]],
    f"SELECT N FROM {TABLE} WHERE Name <> 'row 7'": [row for row in ALL if row != (7,)],
    f"SELECT N FROM {TABLE} ORDER BY N DESC": [*ALL],
    f"SELECT sum(N), count(*) FROM {TABLE}": [(sum(range(ROWS)), ROWS)],
    f"SELECT count(*) FROM {TABLE}": [(ROWS,)],
    f"SELECT N FROM {TABLE} ORDER BY N LIMIT 12000 OFFSET 3000": [*ALL[3000:15000]],
    f"SELECT N FROM {TABLE} ORDER BY N OFFSET 24990": [*ALL[24990:]],
}


def check(connection: Connection, sql: str) -> None:
    """Compare an answer with the right one, and in its order where there is one."""
    answer = query(connection, sql)
    right = QUERIES[sql]
    if "DESC" in sql:
        assert answer == right[::-1]
    elif "ORDER BY" in sql:
        assert answer == right
    else:
        assert len(answer) == len(right)
        assert Counter(answer) == Counter(right)


@pytest.mark.parametrize("sql", QUERIES)
def test_more_than_20000_rows(reader: Connection, many: Sandbox, sql: str) -> None:
    check(reader, sql)
    assert all(record.rows <= 20_000 and record.status == 200 for record in many.requests)


@pytest.mark.parametrize("sql", QUERIES)
def test_a_server_that_caps_its_pages_in_silence(reader: Connection, many: Sandbox, sql: str) -> None:
    many.switch(page_cap=5000)
    check(reader, sql)


# -- a table that is known to fit into one answer is read without its keys -----------------------------------

FEW = "UsrFew"
JOINED = f"SELECT f.N, a.Name FROM {FEW} f JOIN {FEW} a ON a.Id = f.ParentId"


@pytest.fixture
def few(many: Sandbox, reader: Connection) -> Sandbox:
    """A table of 2,000 rows that look each other up; the connection knows how many there are."""
    grow(many, 2000)
    reader.catalog.refresh()
    assert query(reader, f"SELECT count(*) FROM {FEW}") == [(2000,)]
    return many


def grow(sandbox: Sandbox, rows: int) -> None:
    """Make the table of so many rows anew."""
    made = [{"Id": key_of(n), "N": n, "Name": f"row {n}", "ParentId": key_of(n // 2)} for n in range(rows)]
    columns: dict[str, Column | str] = {"N": "Edm.Int32", "Name": "Edm.String"}
    columns["ParentId"] = Column("Edm.Guid", target=FEW)
    sandbox.create_object(FEW, columns, rows=made)


def whole(connection: Connection, rows: int) -> None:
    """Read the table in several ways, and find all of it."""
    assert sorted(query(connection, f"SELECT N FROM {FEW}")) == [(n,) for n in range(rows)]
    assert query(connection, f"SELECT N FROM {FEW} ORDER BY N DESC LIMIT 3 OFFSET 700") == [
        (rows - 701 - n,) for n in range(3)
    ]
    assert query(connection, f"SELECT sum(N) FROM {FEW} WHERE length(Name) > 0") == [(sum(range(rows)),)]
    assert sorted(query(connection, JOINED)) == [(n, f"row {n // 2}") for n in range(rows)]


def reads_without_keys(sandbox: Sandbox, connection: Connection, rows: int) -> list[bool]:
    """Read the table twice, all of it; say of each time whether it was first asked for without its keys."""
    first = []
    for _ in range(2):
        sandbox.clear_requests()
        assert sorted(query(connection, f"SELECT N FROM {FEW}")) == [(n,) for n in range(rows)]
        first.append("$select=N&" in asked(sandbox)[0])
    return first


def test_a_table_that_fits_into_an_answer_is_read_without_its_keys(reader: Connection, few: Sandbox) -> None:
    assert reads_without_keys(few, reader, 2000) == [True, True]
    whole(reader, 2000)


def test_a_table_that_outgrows_an_answer_is_read_anew_with_its_keys(reader: Connection, few: Sandbox) -> None:
    grow(few, 23_000)
    assert reads_without_keys(few, reader, 23_000) == [True, False]
    whole(reader, 23_000)


@pytest.mark.parametrize("switch", [{"page_cap": 999}, {"page_cap": 1999}, {"next_link": 700}], ids=str)
def test_a_known_table_of_a_server_that_cuts_its_pages(
    reader: Connection, few: Sandbox, switch: dict[str, int]
) -> None:
    few.switch(**switch)
    assert reads_without_keys(few, reader, 2000) == [True, False]
    whole(reader, 2000)


def test_a_server_with_tiny_pages(reader: Connection, many: Sandbox) -> None:
    many.switch(page_cap=999)
    check(reader, f"SELECT N FROM {TABLE}")


@pytest.mark.parametrize("sql", list(QUERIES)[1::2])
def test_next_links(reader: Connection, many: Sandbox, sql: str) -> None:
    many.switch(next_link=4000)
    check(reader, sql)


def test_a_list_is_one_list_of_all_pages(reader: Connection, many: Sandbox) -> None:
    many.switch(page_cap=5000)
    assert query(reader, f"SELECT len(list(N)) FROM {TABLE}") == [(ROWS,)]


@pytest.mark.parametrize("switches", [{}, {"page_cap": 4000}, {"next_link": 4000}], ids=str)
def test_a_server_that_does_not_count(reader: Connection, many: Sandbox, switches: dict[str, int]) -> None:
    """Without a total, only a page without rows proves the end: a short one may be a capped one."""
    many.switch(**switches)
    table = reader.catalog[TABLE]
    columns = tuple(column for column in table.columns if column.name in ("Id", "N"))
    asking = Query(TABLE, select=tuple(column.name for column in columns), order=(Order(("Id",)),))
    with Session(many.url, FormsAuthentication(many.user, many.password)) as session:
        source = Source(session, without(CREATIO, frozenset({"count"})), Meter())
        pages = list(read_scan(source, Scan(TABLE, table, columns, (asking,))))
    place = [column.name for column in columns].index("N")
    assert sorted(number for page in pages for number in page.columns[place]) == list(range(ROWS))
    assert not any("$count" in record.url for record in data_requests(many))


@pytest.mark.parametrize("limit", [1, 3999, 4000, 4001, 8001])
def test_a_limit_on_a_server_with_small_pages(reader: Connection, many: Sandbox, limit: int) -> None:
    right = [(number,) for number in range(limit)]
    for switches in ({"page_cap": 4000}, {"page_cap": None, "next_link": 4000}):
        many.switch(**switches)
        assert query(reader, f"SELECT N FROM {TABLE} ORDER BY N LIMIT {limit}") == right


@pytest.mark.parametrize("after", [0, 1, 2])
@pytest.mark.parametrize("rows", [0, 1, 4999])
def test_one_page_is_cut(reader: Connection, many: Sandbox, after: int, rows: int) -> None:
    many.cut_next(rows=rows, after=after)
    try:
        answer = query(reader, f"SELECT N FROM {TABLE}")
    except OperationalError as error:
        assert TABLE in str(error)
        assert rows <= 1  # of a later page, the first row only shows that nothing moved
    else:
        assert sorted(answer) == ALL
    assert len(many.requests) < 30


def test_every_page_is_empty_although_there_are_rows(reader: Connection, many: Sandbox) -> None:
    many.cut_next(None, rows=0)
    with pytest.raises(OperationalError, match="25000 rows"):
        query(reader, f"SELECT N FROM {TABLE}")


FETCHES: dict[str, Callable[[Cursor], object]] = {
    "fetchone": lambda cursor: list(iter(cursor.fetchone, None)),
    "fetchmany": lambda cursor: list(iter(lambda: cursor.fetchmany(700), [])),
    "fetchall": lambda cursor: cursor.fetchall(),
    "iteration": list,
    "fetch_arrow_table": lambda cursor: cursor.fetch_arrow_table(),
    "fetch_record_batches": lambda cursor: list(cursor.fetch_record_batches()),
}


@pytest.mark.parametrize("then", FETCHES)
@pytest.mark.parametrize("fetch", FETCHES)
def test_an_error_is_not_the_end_of_the_rows(reader: Connection, many: Sandbox, fetch: str, then: str) -> None:
    with reader.cursor() as cursor:
        cursor.execute(f"SELECT Id, N FROM {TABLE}")
        many.switch(page_cap=1000)
        many.cut_next(None, rows=0)
        with pytest.raises(OperationalError, match="while it was read"):
            FETCHES[fetch](cursor)
        many.reset_switches()
        for _ in range(2):
            with pytest.raises(OperationalError, match=r"run the statement again: .*while it was read"):
                FETCHES[then](cursor)
        assert len(cursor.execute(f"SELECT N FROM {TABLE}").fetchall()) == ROWS


def test_a_next_link_to_another_host_is_not_followed(reader: Connection, many: Sandbox) -> None:
    with Sandbox(contacts=0) as foreign:
        many.switch(next_link=4000, next_link_host=foreign.url.removeprefix("http://"))
        with pytest.raises(OperationalError, match="next link"):
            query(reader, f"SELECT N FROM {TABLE}")
        assert foreign.requests == []


def test_a_next_link_that_leads_nowhere_new(reader: Connection, many: Sandbox) -> None:
    many.switch(next_link=0)  # pages without rows and with a link to the next, for ever
    watchdog = threading.Timer(3, many.reset_switches)
    watchdog.start()
    with pytest.raises(OperationalError):
        query(reader, f"SELECT N FROM {TABLE} WHERE Parity = 1")
    watchdog.cancel()
    assert len(many.requests) < 100


# -- rows that come and go while they are read ---------------------------------------------------------------


def read_with_change(reader: Connection, change: Callable[[], None]) -> list[int] | None:
    """Change the rows after the first page was read; return the numbers that came, or None when the read failed."""
    with reader.cursor() as cursor:
        cursor.execute(f"SELECT N FROM {TABLE}")
        first = cursor.fetchmany(10)
        change()
        try:
            return [number for (number,) in [*first, *cursor.fetchall()]]
        except OperationalError as error:
            assert "run the statement again" in str(error)
            return None


def check_stable(came: list[int] | None, lost: set[int]) -> None:
    """Check that a read failed, or brought every row that was there all the time, once."""
    if came is not None:
        counted = Counter(came)
        assert max(counted.values()) == 1
        assert set(range(ROWS)) - lost <= set(counted)


@pytest.fixture
def writer(many: Sandbox) -> Iterator[Cursor]:
    """A cursor of another user of the same server."""
    with connect_to(many) as other, other.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {TABLE}")
        yield cursor


def victim_at(place: str) -> int:
    """Return the number of the row whose key stands at a place."""
    order = sorted(range(ROWS), key=key_of)
    return {"front": order[5], "middle": order[ROWS // 2], "end": order[-1]}[place]


@pytest.mark.parametrize("place", ["front", "middle", "end"])
@pytest.mark.parametrize("kind", ["insert", "delete", "both"])
def test_rows_inserted_or_deleted_while_they_are_read(
    reader: Connection, writer: Cursor, kind: str, place: str
) -> None:
    victim = uuid.UUID(key_of(victim_at(place)))
    newcomer = {"front": uuid.UUID(int=1), "middle": uuid.UUID(int=victim.int + 1), "end": uuid.UUID(int=2**100)}[place]

    def change() -> None:
        if kind != "insert":
            writer.execute(f"DELETE FROM {TABLE} WHERE Id = ?", [victim])
            assert writer.rowcount == 1
        if kind != "delete":
            writer.execute(f"INSERT INTO {TABLE} (Id, N) VALUES (?, -1)", [newcomer])

    came = read_with_change(reader, change)
    if kind != "insert":
        values = [victim, victim_at(place), victim_at(place) % 2, f"row {victim_at(place)}"]
        writer.execute(f"INSERT INTO {TABLE} (Id, N, Parity, Name) VALUES (?, ?, ?, ?)", values)
    if kind != "delete":
        writer.execute(f"DELETE FROM {TABLE} WHERE Id = ?", [newcomer])
    check_stable(came, {victim_at(place)} if kind != "insert" else set())


def test_an_update_of_the_sort_key_loses_nothing(reader: Connection, writer: Cursor) -> None:
    """A row that moves from the back to the front while pages are read must not push another one out."""
    last = uuid.UUID(key_of(ROWS - 1))
    with reader.cursor() as cursor:
        cursor.execute(f"SELECT Id, N FROM {TABLE} WHERE N >= 0 ORDER BY N")
        first = cursor.fetchmany(3)
        writer.execute(f"UPDATE {TABLE} SET N = 1 WHERE Id = ?", [last])
        assert writer.rowcount == 1
        try:
            keys = [row[0] for row in [*first, *cursor.fetchall()]]
        except OperationalError:
            return
        finally:
            writer.execute(f"UPDATE {TABLE} SET N = ? WHERE Id = ?", [ROWS - 1, last])
    assert Counter(keys) == Counter(uuid.UUID(key_of(number)) for number in range(ROWS))


# -- answers that are none -----------------------------------------------------------------------------------

FAULTS: dict[str, Callable[[Sandbox, int], None]] = {
    "the body ends early": lambda many, after: many.truncate_next(after=after),
    "the JSON is broken": lambda many, after: many.break_json_next(after=after),
    "the connection drops in the body": lambda many, after: many.drop_next(stage="mid_body", after=after),
    "the connection drops before the answer": lambda many, after: many.drop_next(2, after=after),
    "an HTML page with status 200": lambda many, after: many.html_next(after=after),
    "an HTML page with status 502": lambda many, after: many.html_next(status=502, after=after),
    "status 500": lambda many, after: many.fail_next(status=500, after=after),
    "status 404": lambda many, after: many.fail_next(status=404, after=after),
}


@pytest.mark.parametrize("chunked", [False, True], ids=["whole", "chunked"])
@pytest.mark.parametrize("fault", list(FAULTS)[:4])
def test_a_body_that_fails(reader: Connection, many: Sandbox, fault: str, chunked: bool) -> None:
    many.switch(chunked=chunked)
    check_failing_page(reader, many, fault, 1)


@pytest.mark.parametrize("after", [0, 2], ids=["first", "last"])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_page_that_fails(reader: Connection, many: Sandbox, fault: str, after: int) -> None:
    check_failing_page(reader, many, fault, after)


def check_failing_page(reader: Connection, many: Sandbox, fault: str, after: int) -> None:
    """Read while one page fails; check that it is told, and that the connection works afterwards."""
    FAULTS[fault](many, after)
    with pytest.raises(DatabaseError) as raised:
        answer = query(reader, f"SELECT N FROM {TABLE}")
        assert sorted(answer) == ALL  # a read may be retried, but then all of it must come
        raise OperationalError("the read was repeated")
    assert isinstance(raised.value, OperationalError) or fault == "status 404"
    assert len(str(raised.value)) > 20
    many.reset_switches()
    check(reader, f"SELECT count(*) FROM {TABLE}")


def test_an_html_page_tells_status_and_title(reader: Connection, many: Sandbox) -> None:
    for status in (200, 502):
        many.html_next(status=status)
        with pytest.raises(OperationalError, match="Maintenance") as raised:
            query(reader, f"SELECT N FROM {TABLE}")
        assert raised.value.status == status
        assert str(status) in str(raised.value)


def test_an_html_page_instead_of_the_catalog_does_too(many: Sandbox) -> None:
    for status in (200, 502):
        many.html_next(path="$metadata", status=status)
        with connect_to(many, retries=0) as connection, pytest.raises(OperationalError, match="Maintenance") as raised:
            query(connection, f"SELECT N FROM {TABLE}")
        assert raised.value.status == status


def test_the_iterator_never_just_ends(reader: Connection, many: Sandbox) -> None:
    many.drop_next(stage="mid_body", after=1)
    came = 0
    with reader.cursor() as cursor:
        cursor.execute(f"SELECT N FROM {TABLE}")
        with pytest.raises(OperationalError):
            for _ in cursor:
                came += 1
    assert 0 < came < ROWS


@pytest.mark.parametrize("sql", [f"SELECT count(*) FROM {TABLE}", f"SELECT max(N) FROM {TABLE}", *list(QUERIES)[3:4]])
@pytest.mark.parametrize("fault", list(FAULTS)[:7:2])
def test_aggregates_are_of_all_rows_or_none(reader: Connection, many: Sandbox, sql: str, fault: str) -> None:
    FAULTS[fault](many, 0)
    with pytest.raises(OperationalError):
        query(reader, sql)


# -- sessions that end ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("after", [1, 2])
def test_the_session_ends_in_the_middle_of_a_scan(reader: Connection, many: Sandbox, after: int) -> None:
    logins = many.logins
    many.expire_sessions(after=after)
    check(reader, f"SELECT N FROM {TABLE}")
    assert many.logins == logins + 1
    assert 401 in [record.status for record in data_requests(many)]


@pytest.mark.parametrize("status", [401, 403, 301, 302])
def test_a_gate_that_answers_once(reader: Connection, many: Sandbox, status: int) -> None:
    many.fail_next(status=status, location="/Login/Login.html", after=1)
    check(reader, f"SELECT N FROM {TABLE}")


@pytest.mark.parametrize("status", [401, 403, 302])
def test_a_gate_that_stays_shut(reader: Connection, many: Sandbox, status: int) -> None:
    many.fail_next(None, status=status, location="/Login/Login.html", after=1)
    with pytest.raises(OperationalError, match=str(status)):
        query(reader, f"SELECT N FROM {TABLE}")
    repeated = Counter(record.url for record in data_requests(many) if record.status == status)
    assert max(repeated.values()) == 2  # the original and one repetition


# -- the shape of the requests -------------------------------------------------------------------------------


def test_every_read_asks_for_its_size_in_a_stable_order(reader: Connection, many: Sandbox) -> None:
    for sql in QUERIES:
        query(reader, sql)
    requests = [request for request in asked(many) if TABLE in request]
    assert len(requests) > len(QUERIES)
    for request in requests:
        assert "$top=" in request
        assert "$top=0" in request or "$orderby=" in request
        ordering = request.partition("$orderby=")[2].partition("&")[0]
        assert ordering == "" or ordering.split(",")[-1].split(" ")[0] == "Id"
