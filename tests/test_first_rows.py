"""ORDER BY with LIMIT where the server sorts by some keys only: the first rows come, and all that equal the last."""

from __future__ import annotations

import itertools
import random
import uuid
from collections.abc import Iterator

import pytest

from creatio_dbapi import Connection
from creatio_dbapi.sandbox import Column, Sandbox
from tests.fix_connection import Rows, asked_for, connect_to, query
from tests.fix_sandbox import data_requests

_ROWS = 600
_TEXTS = ("b", "B", "a", "", "ä", "я", "a b", "'", "😀")
_OBJECT = {
    "N": Column("Edm.Int32"),
    "Score": Column("Edm.Int32", nullable=True),
    "Level": Column("Edm.Int32"),
    "Rank": Column("Edm.Int32"),
    "Name": Column("Edm.String"),
    "Done": Column("Edm.DateTimeOffset"),
    "KindId": Column("Edm.Guid", target="UsrKind"),
}
_KIND = {
    "Name": Column("Edm.String"),
    "Final": Column("Edm.Boolean"),
    "GroupId": Column("Edm.Guid", target="UsrGroup"),
}


def key(number: int) -> uuid.UUID:
    """Return the key of a kind or a group."""
    return uuid.UUID(int=number + 1)


def row(number: int) -> dict[str, object]:
    """Return a row: each score thrice, four levels, moments that differ in the digit that is not shown."""
    moment = f"2024-01-01T00:00:{number // 100:02}.12345{number % 100 // 10}{number % 10}Z"
    return {
        "N": number,
        "Score": None if number % 50 == 0 else number // 3,
        "Level": number % 4 - 1,
        "Rank": (None, 0, 1, -1)[number % 4],  # what is empty shows 0, too
        "Name": f"{_TEXTS[number % len(_TEXTS)]}{number % 7}",
        "Done": None if number % 90 == 0 else moment,
        "KindId": None if number % 5 < 2 else key(number % 7),  # the last two kinds are gone
    }


@pytest.fixture(scope="module")
def scores() -> Iterator[Sandbox]:
    """A sandbox with an object whose rows are equal in many ways."""
    with Sandbox(contacts=0) as sandbox:
        sandbox.create_object("UsrGroup", {"Name": "Edm.String"}, rows=[{"Id": key(0), "Name": "g"}])
        sandbox.create_object("UsrKind", _KIND)
        kinds = [
            {"Id": key(n), "Name": f"k{n % 2}", "Final": (True, False, None)[n % 3], "GroupId": key(n % 3)}
            for n in range(5)
        ]
        sandbox.insert("UsrKind", kinds)
        sandbox.create_object("UsrScore", _OBJECT, rows=[row(number) for number in range(_ROWS)])
        others = [{"N": number, "Name": "0a"[number // 2 % 2]} for number in range(0, _ROWS, 2)]
        sandbox.create_object("UsrScore_2", {"N": Column("Edm.Int32"), "Name": Column("Edm.String")}, rows=others)
        yield sandbox


@pytest.fixture(scope="module")
def local(scores: Sandbox) -> Iterator[Connection]:
    """A connection that reads the table whole."""
    with connect_to(scores, pushdown=False, collation="sensitive") as connection:
        yield connection


_LEFT = "FROM UsrScore LEFT JOIN UsrKind k ON k.Id = KindId"
_KINDS = "FROM UsrScore JOIN UsrKind k ON k.Id = KindId"
_LAST = "SELECT k.Name FROM UsrKind k WHERE k.Id = s.KindId"
STATEMENTS = (
    "SELECT N FROM UsrScore ORDER BY Score DESC, Name, N LIMIT 5",
    "SELECT N FROM UsrScore ORDER BY Score, Name, N LIMIT 5",
    "SELECT N FROM UsrScore ORDER BY Score DESC NULLS LAST, Name DESC, N LIMIT 4 OFFSET 3",
    "SELECT N FROM UsrScore ORDER BY Score NULLS FIRST, lower(Name), N LIMIT 20",
    "SELECT N FROM UsrScore WHERE Score > 190 ORDER BY Score, Name, N LIMIT 7",
    "SELECT N FROM UsrScore WHERE Score > 190 ORDER BY Score, Name, N LIMIT 27",
    "SELECT N FROM UsrScore WHERE Score > 190 ORDER BY Score, Name, N LIMIT 28",
    "SELECT N FROM UsrScore WHERE Score > 190 ORDER BY Score, Name, N LIMIT 1000",
    "SELECT N FROM UsrScore WHERE Score = 150 ORDER BY Score, Name, N LIMIT 2",
    "SELECT N FROM UsrScore WHERE Score > 5000 ORDER BY Score, Name, N LIMIT 2",
    "SELECT N FROM UsrScore ORDER BY Level, Name, N LIMIT 3",
    "SELECT N FROM UsrScore ORDER BY Level DESC, Name, N LIMIT 160",
    "SELECT N FROM UsrScore ORDER BY Rank, Name, N LIMIT 160",
    "SELECT N FROM UsrScore WHERE N > 5 ORDER BY Rank, N LIMIT 160",
    "SELECT N, Rank FROM UsrScore WHERE N > 5 ORDER BY Rank DESC, N DESC LIMIT 20 OFFSET 145",
    "SELECT N FROM UsrScore WHERE Score > 5 ORDER BY Rank, Score DESC, N LIMIT 160",
    f"SELECT N, k.Name {_KINDS} WHERE N > 9 ORDER BY Rank, N LIMIT 90",
    "SELECT N FROM UsrScore ORDER BY Done DESC NULLS LAST, N LIMIT 12",
    "SELECT N FROM UsrScore ORDER BY Done, N LIMIT 12 OFFSET 1",
    "SELECT N, Name AS Score FROM UsrScore ORDER BY Level, 2, N LIMIT 9",
    "SELECT N, k.Name FROM UsrScore LEFT JOIN UsrKind k ON k.Id = KindId ORDER BY Score DESC, k.Name, N LIMIT 9",
    "SELECT N FROM UsrScore ORDER BY Name, Score, N LIMIT 9",
    "SELECT N FROM UsrScore ORDER BY Score + 1, N LIMIT 9",
    "SELECT DISTINCT Level FROM UsrScore ORDER BY Level, Level LIMIT 2",
    "SELECT Level, count(*) FROM UsrScore GROUP BY Level ORDER BY Level, 2 LIMIT 2",
    "SELECT * FROM (SELECT N, Name FROM UsrScore ORDER BY Score DESC, Name, N LIMIT 10) ORDER BY Name, N LIMIT 3",
    "SELECT N FROM UsrScore WHERE length(Name) > 1 ORDER BY Score DESC, Name, N LIMIT 5",
    # by a text, which is sorted here
    "SELECT N FROM UsrScore ORDER BY Name, N LIMIT 9",
    "SELECT N, Name FROM UsrScore ORDER BY Name DESC, N LIMIT 9 OFFSET 3",
    "SELECT Name FROM UsrScore ORDER BY Name LIMIT 500",
    "SELECT N FROM UsrScore WHERE Score > 20 ORDER BY Name, Score DESC, N LIMIT 40",
    "SELECT N FROM UsrScore WHERE Score > 20 AND Name > 'b' ORDER BY Name, N LIMIT 40",
    "SELECT N FROM UsrScore WHERE Score > 190 ORDER BY Name, N LIMIT 40",
    "SELECT N FROM UsrScore ORDER BY lower(Name), Name, N LIMIT 9",
    f"SELECT N, k.Name {_KINDS} ORDER BY UsrScore.Name, N LIMIT 9",
    f"SELECT N, k.Name {_LEFT} ORDER BY UsrScore.Name DESC, N LIMIT 9",
    f"SELECT N, k.Name {_LEFT} ORDER BY k.Name, N LIMIT 90",
    "SELECT s.N, k.Name FROM UsrKind k LEFT JOIN UsrScore s ON s.KindId = k.Id ORDER BY s.Name, N LIMIT 9",
    "SELECT s.N, k.Name FROM UsrScore s RIGHT JOIN UsrKind k ON s.KindId = k.Id ORDER BY s.Name NULLS FIRST, N LIMIT 3",
    "SELECT k.Name, s.N FROM UsrKind k JOIN UsrScore s ON s.KindId = k.Id ORDER BY k.Name DESC, s.N LIMIT 5",
    "SELECT a.N, b.N FROM UsrScore a JOIN UsrScore b ON b.Name = a.Name AND b.N > a.N ORDER BY a.Name, 1, 2 LIMIT 9",
    "SELECT N, (SELECT k.Name FROM UsrKind k WHERE k.Id = s.KindId) FROM UsrScore s ORDER BY Name, N LIMIT 9",
    "SELECT a.N, b.N FROM UsrScore a JOIN UsrScore b ON b.N = a.N + (a.N % 4) * 9 ORDER BY a.Name, a.N LIMIT 2",
    "SELECT a.N, b.N FROM UsrScore a LEFT JOIN UsrScore b ON b.N = a.N + 1 ORDER BY b.Name DESC, a.N LIMIT 9",
    # by a key, where all else is equal
    "SELECT N FROM UsrScore ORDER BY Name, Id LIMIT 9",
    "SELECT N FROM UsrScore ORDER BY Name || N, Id LIMIT 9",
    "SELECT N FROM UsrScore ORDER BY Name DESC, N DESC, Id LIMIT 9 OFFSET 2",
    "SELECT N FROM UsrScore ORDER BY length(Name), Name, Score, Id DESC LIMIT 30",
    "SELECT N, Name AS Score FROM UsrScore ORDER BY Name, Score, Id LIMIT 9",
    "SELECT N, Id FROM UsrScore ORDER BY Name, Id LIMIT 9",
    "SELECT N FROM UsrScore ORDER BY 1 % 7, Name, Id LIMIT 9",
    f"SELECT N, k.Name {_LEFT} ORDER BY k.Name, UsrScore.Id LIMIT 9",
    f"SELECT N, k.Name {_LEFT} ORDER BY N % 100, k.Name, k.Id LIMIT 9",
    f"SELECT N, k.Name {_KINDS} ORDER BY abs(N - 300), UsrScore.Id LIMIT 3",
    f"SELECT N, k.Name {_KINDS} ORDER BY UsrScore.Name, k.Name, UsrScore.Id LIMIT 9",
    # with what comes along, but is not sorted by
    f"SELECT N, k.Name {_LEFT} WHERE N > 3 ORDER BY N LIMIT 5 OFFSET 3",
    f"SELECT N, k.Name {_LEFT} WHERE N > 3 ORDER BY N DESC LIMIT 5",
    f"SELECT sum(N) FROM (SELECT N, k.Name {_LEFT} WHERE N > 3 ORDER BY N LIMIT 5 OFFSET 3) AS page",
    f"SELECT N, ({_LAST}) FROM UsrScore s WHERE N > 5 ORDER BY N DESC LIMIT 5 OFFSET 2",
    f"SELECT count(*) FROM (SELECT N, ({_LAST}) FROM UsrScore s WHERE N > 5 ORDER BY N DESC LIMIT 5) AS page",
    f"SELECT k.Name, N {_KINDS} ORDER BY Name, N, UsrScore.Id LIMIT 5",
    f"SELECT k.Name, N {_KINDS} WHERE k.Name = 'k1' ORDER BY UsrScore.Name, UsrScore.Id LIMIT 7",
    "SELECT a.N, b.Name, c.N FROM UsrScore a JOIN UsrScore_2 b ON b.N = a.N JOIN UsrScore c ON c.N = b.N + 1 "
    "ORDER BY c.Name, c.N LIMIT 3",
    # rows that are not given without their lookups
    f"SELECT N, k.Name {_KINDS} ORDER BY Score DESC, N LIMIT 9",
    f"SELECT N, k.Name {_KINDS} ORDER BY Score DESC NULLS LAST, k.Name, N LIMIT 6 OFFSET 4",
    f"SELECT N, k.Name {_KINDS} AND NOT k.Final ORDER BY Score DESC, N LIMIT 9",
    f"SELECT N {_KINDS} AND k.Final ORDER BY Done DESC NULLS LAST, N LIMIT 3",
    f"SELECT N {_KINDS} WHERE k.Final AND Score > 20 ORDER BY Score, N LIMIT 3",
    f"SELECT N, k.Final {_KINDS} WHERE NOT k.Final OR Score > 190 ORDER BY Score, N LIMIT 3",
    f"SELECT N {_KINDS} WHERE k.Name = 'k1' ORDER BY Score DESC NULLS LAST, N LIMIT 40",
    f"SELECT N {_KINDS} WHERE k.Name = 'no' ORDER BY Score DESC NULLS LAST, N LIMIT 4",
    f"SELECT N {_KINDS} WHERE length(k.Name) = 2 ORDER BY Score DESC NULLS LAST, N LIMIT 4",
    f"SELECT N, g.Name {_KINDS} JOIN UsrGroup g ON g.Id = k.GroupId ORDER BY Score DESC NULLS LAST, N LIMIT 4",
    f"SELECT N, g.Name {_KINDS} LEFT JOIN UsrGroup g ON g.Id = k.GroupId ORDER BY Score DESC NULLS LAST, N LIMIT 4",
    f"SELECT N, g.Name {_LEFT} JOIN UsrGroup g ON g.Id = k.GroupId ORDER BY Score DESC NULLS LAST, N LIMIT 4",
    f"SELECT N, k.Name {_KINDS} ORDER BY Score DESC, N LIMIT 1000",
    f"SELECT N, k.Name {_KINDS} ORDER BY Level, N LIMIT 60",
    f"SELECT N, k.Name {_KINDS} ORDER BY k.Name, N LIMIT 6",
    f"SELECT * FROM (SELECT N, k.Name {_KINDS} ORDER BY Score DESC, N LIMIT 9) AS first ORDER BY N",
    f"SELECT k.Name, count(*) {_KINDS} GROUP BY k.Name ORDER BY 1 LIMIT 1",
    # the first row of another table beside each
    f"SELECT N, l.Name FROM UsrScore s LEFT JOIN LATERAL ({_LAST} ORDER BY k.Name DESC LIMIT 1) l ON true "
    "ORDER BY s.Score DESC, s.N LIMIT 9",
    f"SELECT N, l.Name FROM UsrScore s LEFT JOIN LATERAL ({_LAST} ORDER BY k.Name LIMIT 2) l ON true "
    "ORDER BY s.Score DESC, s.N, l.Name LIMIT 9",
    f"SELECT N, l.Name FROM UsrScore s JOIN LATERAL ({_LAST} LIMIT 1) l ON true ORDER BY s.Score DESC, s.N LIMIT 9",
    f"SELECT N, l.Name FROM UsrScore s LEFT JOIN LATERAL ({_LAST} LIMIT 1) l ON l.Name = 'k0' "
    "ORDER BY s.Score, s.N LIMIT 9",
    f"SELECT N, k.Name, l.Name FROM UsrScore s JOIN UsrKind k ON k.Id = s.KindId "
    f"LEFT JOIN LATERAL ({_LAST} LIMIT 1) l ON true ORDER BY s.Score DESC, s.N LIMIT 9",
    f"SELECT N FROM UsrScore s LEFT JOIN LATERAL ({_LAST} LIMIT 1) l ON true ORDER BY l.Name, s.N LIMIT 9",
    # rows that come several times
    "SELECT s.N FROM UsrScore s LEFT JOIN UsrScore o ON o.Level = s.Level AND o.N < 20 ORDER BY s.N LIMIT 9 OFFSET 40",
    "SELECT s.N, k.Name FROM UsrScore s RIGHT JOIN UsrKind k ON k.Id = s.KindId AND s.N > 590 "
    "ORDER BY s.Score DESC, s.N, k.Name LIMIT 9",
    "SELECT s.N, k.Name FROM UsrScore s FULL JOIN UsrKind k ON k.Id = s.KindId "
    "ORDER BY s.Score DESC, s.N, k.Name LIMIT 4 OFFSET 12",
    "SELECT s.N, k.Name FROM UsrScore s RIGHT JOIN UsrKind k ON k.Id = s.KindId "
    "ORDER BY s.Score DESC, s.N, k.Name LIMIT 4 OFFSET 4",
    "SELECT s.N, o.N FROM UsrScore s LEFT JOIN UsrScore o ON o.Level = s.Level ORDER BY s.Score DESC, s.N, o.N LIMIT 9",
    "SELECT s.N, o.N FROM UsrScore s LEFT JOIN UsrScore o ON o.Score = s.Score AND o.N > s.N "
    "ORDER BY s.Score NULLS FIRST, s.N, o.N LIMIT 20 OFFSET 7",
    "SELECT s.N, o.N FROM UsrScore s LEFT JOIN UsrScore o ON o.Score = s.N AND s.Level > 0 "
    "ORDER BY s.Score DESC NULLS LAST, s.N, o.N LIMIT 9",
    "SELECT s.N FROM UsrScore s LEFT JOIN UsrScore o ON o.Score = s.N WHERE o.N IS NULL ORDER BY s.Score, 1 LIMIT 9",
    "SELECT s.N, o.N FROM UsrScore s LEFT JOIN UsrScore o ON o.Score = s.N ORDER BY o.Score, s.N, o.N LIMIT 9",
    "SELECT k.Name, s.N FROM UsrKind k LEFT JOIN UsrScore s ON s.KindId = k.Id ORDER BY k.Final, s.N LIMIT 6",
    "SELECT s.N, o.N FROM UsrScore s JOIN UsrKind k ON k.Id = s.KindId LEFT JOIN UsrScore o ON o.Score = s.N "
    "ORDER BY s.Score DESC, s.N, o.N LIMIT 9",
    "SELECT s.N, v.x FROM UsrScore s LEFT JOIN (VALUES (1), (2), (2)) AS v(x) ON v.x > s.Level "
    "ORDER BY s.Score DESC, s.N, v.x LIMIT 9",
    "SELECT s.N, v.x FROM UsrScore s JOIN (VALUES (1), (2), (2)) AS v(x) ON v.x > s.Level "
    "ORDER BY s.Score DESC, s.N, v.x LIMIT 9",
    "SELECT s.N, count(o.N) FROM UsrScore s LEFT JOIN UsrScore o ON o.Score = s.N GROUP BY s.N ORDER BY s.N LIMIT 9",
    "SELECT k.Name, N FROM UsrKind k JOIN UsrScore s ON s.KindId = k.Id ORDER BY k.Final, N LIMIT 6",
    "SELECT s.N, o.N FROM UsrScore s JOIN UsrScore o ON o.Id = s.KindId ORDER BY s.Score, s.N LIMIT 6",
    f"SELECT N {_KINDS} AND k.Id = '{key(1)}' ORDER BY Score DESC NULLS LAST, N LIMIT 4",
)  # fmt: skip


@pytest.fixture(scope="module")
def right(local: Connection) -> dict[str, Rows]:
    """The right rows of every statement."""
    return {sql: query(local, sql) for sql in STATEMENTS}


@pytest.fixture(scope="module", params=[{"page_cap": 24, "nulls": "first"}, {"next_link": 15}, {}], ids=str)
def pushed(request: pytest.FixtureRequest, scores: Sandbox, right: dict[str, Rows]) -> Iterator[Connection]:
    """A connection to a server that behaves in one of several ways; as it is by itself last."""
    assert right
    scores.reset_switches()
    scores.switch(**request.param)
    with connect_to(scores, collation="sensitive") as connection:
        yield connection


@pytest.mark.parametrize("sql", STATEMENTS)
def test_the_rows_are_those_of_the_whole_table(pushed: Connection, right: dict[str, Rows], sql: str) -> None:
    for _ in range(3):  # the second time, it is known how much there is, and then, where the first rows end
        assert query(pushed, sql) == right[sql]


_SHORT = [sql for sql in STATEMENTS if "BY Score DESC" in sql and "LIMIT 9" in sql and "(" not in sql]


@pytest.mark.parametrize("sql", [sql for sql in _SHORT if "RIGHT" not in sql and "UsrScore o" not in sql])
def test_few_rows_come(scores: Sandbox, sql: str) -> None:
    with connect_to(scores, collation="sensitive") as connection:
        query(connection, "SELECT count(*) FROM UsrScore")
        scores.clear_requests()
        query(connection, sql)
        assert sum(record.rows for record in data_requests(scores)) < _ROWS // 3


def test_rows_behind_the_last_one_of_the_last_time_do_not_come(scores: Sandbox) -> None:
    with connect_to(scores, collation="sensitive") as connection:
        assert query(connection, BEST) == query(connection, BEST)
        scores.clear_requests()
        query(connection, BEST)
        (request,) = data_requests(scores)
    assert request.rows == 9  # three of each score, of which the limit of 7 ends in the third


def test_an_answer_with_nothing_else_stays_as_it_is(scores: Sandbox) -> None:
    with connect_to(scores, collation="sensitive") as connection:
        for _ in range(4):
            scores.clear_requests()
            query(connection, "SELECT N, Score FROM UsrScore WHERE Score > 20 ORDER BY Score LIMIT 4")
            (request,) = data_requests(scores)
            assert request.rows == 4  # of which the last has the score of two more


def test_a_bound_that_does_not_hold_is_forgotten(sandbox: Sandbox) -> None:
    sql = "SELECT N, Level FROM UsrScore WHERE Level > 0 ORDER BY Level DESC, Name LIMIT 7"
    rows = [{**row(number), "Level": number // 3 + 1} for number in range(90)]
    sandbox.create_object("UsrKind", _KIND)
    sandbox.create_object("UsrGroup", {"Name": "Edm.String"})
    sandbox.create_object("UsrScore", _OBJECT, rows=rows)
    with connect_to(sandbox, collation="sensitive") as connection:
        query(connection, sql)
        with connect_to(sandbox) as other, other.cursor() as cursor:
            cursor.execute("DELETE FROM UsrScore WHERE N > 6")  # less than are wanted, and more than a bound tells of
        query(connection, sql)
        sandbox.clear_requests()
        assert len(query(connection, sql)) == 7
        assert len(data_requests(sandbox)) == 1


_SORTED = (
    "SELECT Score, Name FROM UsrScore WHERE Score > 20 ORDER BY Score DESC, Name DESC LIMIT 7",
    "SELECT Score FROM UsrScore WHERE Score > 20 ORDER BY Score LIMIT 5 OFFSET 2",
    "SELECT Done FROM UsrScore ORDER BY Done DESC LIMIT 4",
    "SELECT Done FROM UsrScore ORDER BY Done NULLS FIRST LIMIT 4",
    "SELECT Rank FROM UsrScore WHERE Score > 20 ORDER BY Rank DESC LIMIT 6",
    "SELECT Score, Name FROM UsrScore WHERE Score > 20 ORDER BY Name, Score LIMIT 7",
    "SELECT Score, Name FROM UsrScore WHERE Score > 20 ORDER BY Name DESC, Score LIMIT 7 OFFSET 1",
    "SELECT Score, Name, N FROM UsrScore WHERE Score > 20 ORDER BY Name, Id LIMIT 5",
    "SELECT Score, Name, N FROM UsrScore WHERE Score > 20 ORDER BY Name || N, Score, Id LIMIT 5",
    "SELECT Score, k.Name FROM UsrScore JOIN UsrKind k ON k.Id = KindId ORDER BY UsrScore.Name, Score, N LIMIT 5",
)
BEST = "SELECT Score, Name FROM UsrScore WHERE Score > 20 ORDER BY Score DESC, Name DESC LIMIT 7"


@pytest.mark.parametrize(("sql", "cap"), list(zip(_SORTED, itertools.cycle([None, 4, None]))))
def test_what_was_seen_is_not_taken_for_what_is(cap: int | None, sandbox: Sandbox, sql: str) -> None:
    chance = random.Random(f"{sql}{cap}")  # noqa: S311 - not for secrets
    kinds = [{"Id": key(n), "Name": f"k{n % 2}", "Final": None, "GroupId": None} for n in range(5)]
    sandbox.create_object("UsrGroup", {"Name": "Edm.String"})
    sandbox.create_object("UsrKind", _KIND, rows=kinds)
    sandbox.create_object("UsrScore", _OBJECT, rows=[row(number) for number in range(80)])
    sandbox.switch(page_cap=cap)
    with connect_to(sandbox, collation="sensitive") as connection, connect_to(sandbox, pushdown=False) as whole:
        for _ in range(12):
            if chance.random() < 0.5:
                numbers = [chance.randrange(80) for _ in range(chance.randint(1, 5))]
                sandbox.insert(
                    "UsrScore", [{**row(number), "N": number + chance.choice((0, 500))} for number in numbers]
                )
            else:
                some = chance.choice(
                    ("Score > 26", "Score < 24", "Rank = 1", "Name < 'a'", "Name > 'b'", "Done IS NULL")
                )
                with whole.cursor() as cursor:
                    cursor.execute(f"DELETE FROM UsrScore WHERE {some} AND N % 3 = {chance.randrange(3)}")
            for _ in range(chance.randint(1, 2)):
                assert query(connection, sql) == query(whole, sql)


@pytest.mark.parametrize(("added", "some", "of"), [(0, 1, 8), (100, 2, 3)])
def test_rows_without_their_lookup_are_no_first_rows(added: int, some: int, of: int, sandbox: Sandbox) -> None:
    def things(first: int, number: int) -> list[dict[str, object]]:
        keys = [key(n % 5) if n % of < some else None for n in range(first, first + number)]
        return [{"N": first + place, "KindId": kind} for place, kind in enumerate(keys)]

    sandbox.create_object("UsrKind", {"Name": "Edm.String"}, rows=[{"Id": key(n), "Name": f"k{n}"} for n in range(5)])
    thing = {"N": Column("Edm.Int32"), "KindId": Column("Edm.Guid", target="UsrKind")}
    sandbox.create_object("UsrThing", thing, rows=things(1, 600))
    sql = "SELECT N, k.Name FROM UsrThing JOIN UsrKind k ON k.Id = KindId WHERE N > 0 ORDER BY N DESC LIMIT 9"
    with connect_to(sandbox, statement_timeout=20) as connection, connect_to(sandbox, pushdown=False) as whole:
        for turn in range(5):
            assert query(connection, sql) == query(whole, sql)
            sandbox.insert("UsrThing", things(601 + turn * added, added))


def test_texts_that_begin_with_wildcards_are_asked_for(sandbox: Sandbox) -> None:
    rows = [{"N": n, "Name": f"_y{n}" if n > 5 else f"Z{n}", "Other": f"o{n}"} for n in range(40)]
    sandbox.create_object("UsrWild", {"N": "Edm.Int32", "Name": "Edm.String", "Other": "Edm.String"}, rows=rows)
    with connect_to(sandbox, collation="sensitive") as connection:
        for _ in range(4):
            assert len(query(connection, "SELECT N, Name FROM UsrWild ORDER BY Name, N LIMIT 6")) == 6
        (asked,) = asked_for(sandbox, connection, "SELECT N FROM UsrWild WHERE Other NOT LIKE 'o1%' AND N < 4")
    assert "not startswith(Other,'o1')" in asked


def test_pages_by_a_moment_hold_all_rows(sandbox: Sandbox) -> None:
    """Also where the server keeps a digit that it does not show, and one page has come more often than the other."""
    rows = [{"N": n, "Done": f"2024-01-01T00:00:00.123456{n % 10}Z"} for n in range(20)]
    sandbox.create_object("UsrDone", {"N": "Edm.Int32", "Done": "Edm.DateTimeOffset"}, rows=rows)
    with connect_to(sandbox) as connection:
        for _ in range(4):
            query(connection, "SELECT N, Done FROM UsrDone ORDER BY Done LIMIT 10")
            first = query(connection, "SELECT N, Done FROM UsrDone ORDER BY Done LIMIT 10")
            second = query(connection, "SELECT N, Done FROM UsrDone ORDER BY Done LIMIT 10 OFFSET 10")
            assert sorted(number for number, _ in first + second) == list(range(20))


def test_a_list_that_is_worked_off_takes_a_request_each_time(sandbox: Sandbox) -> None:
    rows = [{"N": n, "Name": "new"} for n in range(1, 200)]
    sandbox.create_object("UsrWork", {"N": "Edm.Int32", "Name": "Edm.String"}, rows=rows)
    requests = []
    with connect_to(sandbox) as connection, connect_to(sandbox) as worker:
        for turn in range(8):
            found = [n for n, _ in query(connection, "SELECT N, Id FROM UsrWork WHERE N > 0 ORDER BY N LIMIT 20")]
            assert found == list(range(turn * 20 + 1, turn * 20 + 21))
            requests.append(len(data_requests(sandbox)))
            with worker.cursor() as cursor:
                cursor.execute(f"DELETE FROM UsrWork WHERE N <= {found[-1]}")
            sandbox.clear_requests()
    assert requests[3:] == [1] * 5


def test_rows_that_are_equal_in_the_only_key_all_come(scores: Sandbox) -> None:
    with connect_to(scores, collation="sensitive") as connection:
        query(connection, "SELECT count(*) FROM UsrScore")
        scores.clear_requests()
        query(connection, "SELECT N FROM UsrScore ORDER BY Level DESC, Name, N LIMIT 3")
        assert sum(record.rows for record in data_requests(scores)) >= _ROWS // 4


def test_explain_says_so(scores: Sandbox) -> None:
    with connect_to(scores, collation="sensitive") as connection:
        plan = query(connection, f"EXPLAIN {STATEMENTS[2]}")
    assert ("", "rows: 7, and all that are equal to the last by Score") in plan
