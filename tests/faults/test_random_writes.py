"""Writes that meet one to three faults by chance: what is told of each row is what the table holds.

A normal run tries the same cases each time; RANDOM_SEED=number tries others, RANDOM_WRITES=5000 more of them.
"""

from __future__ import annotations

import os
import random
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from creatio_dbapi import Connection, Error
from creatio_dbapi.sandbox import Sandbox
from creatio_dbapi.write_report import WriteReport
from tests.fix_connection import connect_to

SEED = int(os.environ.get("RANDOM_SEED") or 1)
CASES = int(os.environ.get("RANDOM_WRITES") or 160)
TABLE, THERE, ALL = "UsrRow", range(1, 8), range(1, 14)
STATUSES = (404, 408, 429, 500, 502, 503, 524)
FAULTS: tuple[dict[str, Any], ...] = (
    *({"kind": "drop", "stage": stage} for stage in ("before_reading", "before_answer", "mid_body")),
    *({"kind": "drop", "stage": "mid_batch", "path": "$batch", "parts": parts} for parts in (1, 2, 3)),
    *({"kind": "status", "status": status} for status in STATUSES),
    *({"kind": "status", "status": status, "worked": True} for status in STATUSES[1:]),
    *({"kind": "status", "status": status} for status in (202, 302)),
    *({"kind": "html", "status": status} for status in (200, 502)),
    *({"kind": kind} for kind in ("truncated", "gzip_cut", "broken_json", "expire")),
    *({"kind": "lost_part", "parts": parts} for parts in (0, 2)),
    {"kind": "cut", "rows": 1},
    {"kind": "count", "rows": -1},
)
Rows = dict[int, str]


@dataclass(frozen=True)
class Kind:
    """A kind of write: its SQL, the parameters for a row, and when a row was written by it."""

    sql: str
    parameters: Callable[[int], list[Any]]
    done: Callable[[str | None, str | None, int], bool]


def key(number: int) -> uuid.UUID:
    """Return the key of a row."""
    return uuid.UUID(int=number)


def _new(before: str | None, after: str | None, number: int) -> bool:
    return after == f"new{number}"


KINDS = {
    "insert": Kind(
        f"INSERT INTO {TABLE} (Id, Name) VALUES (?, ?)",
        lambda number: [key(number), f"new{number}"],
        lambda before, after, number: before is None and _new(before, after, number),
    ),
    "update": Kind(f"UPDATE {TABLE} SET Name = ? WHERE Id = ?", lambda number: [f"new{number}", key(number)], _new),
    "update found": Kind(
        f"UPDATE {TABLE} SET Name = 'new' || ? WHERE Name = ?", lambda number: [str(number), f"r{number}"], _new
    ),
    "delete": Kind(
        f"DELETE FROM {TABLE} WHERE Id = ?",
        lambda number: [key(number)],
        lambda before, after, number: before is not None and after is None,
    ),
    "upsert": Kind(
        f"INSERT INTO {TABLE} (Id, Name) VALUES (?, ?) ON CONFLICT (Id) DO UPDATE SET Name = excluded.Name",
        lambda number: [key(number), f"new{number}"],
        _new,
    ),
}


@pytest.fixture(scope="module")
def site() -> Iterator[Sandbox]:
    """One sandbox for this file."""
    with Sandbox(contacts=0) as sandbox:
        yield sandbox


def contents(site: Sandbox) -> Rows:
    """Return the names of the rows by the numbers of their keys."""
    return {uuid.UUID(str(row["Id"])).int: str(row["Name"]) for row in site.rows(TABLE)}


@pytest.mark.parametrize("case", range(CASES))
def test_what_is_told_of_each_row_is_what_the_table_holds(site: Sandbox, case: int) -> None:
    chance = random.Random(f"{SEED} {case}")  # noqa: S311 - a test's choices
    kind = KINDS[chance.choice(list(KINDS))]
    numbers = chance.sample(ALL, chance.choice((1, 3, 5)))
    options = {"on_error": chance.choice(("stop", "continue")), "transactions": chance.choice(("none", "undo", "none"))}
    site.create_object(TABLE, {"Name": "Edm.String"}, rows=[{"Id": key(n), "Name": f"r{n}"} for n in THERE])
    before = contents(site)
    with connect_to(site, retries=1, retry_wait=0.01, retry_wait_most=0.02, **options) as connection:
        assert TABLE in connection.catalog
        if chance.random() < 0.4:
            site.add_fault("status", None, status=404, path="$batch")
        for _ in range(chance.choice((1, 2, 2, 3))):
            site.add_fault(**{"count": 1, **chance.choice(FAULTS), "after": chance.choice((0, 0, 1, 2))})
        report, count, raised = write(connection, kind, numbers)
        site.clear_faults()
        after = contents(site)
        assert untrue(kind, numbers, report, before, after) == []
        assert set(after) - set(before) <= set(numbers)
        if not raised:
            assert report is not None
            assert (count, report.not_sent, report.unknown) == (len(report.written), (), ())
        if options["transactions"] == "undo" and taken_back(connection):
            assert contents(site) == before


def write(connection: Connection, kind: Kind, numbers: list[int]) -> tuple[WriteReport | None, int, bool]:
    """Run a write; returns its report, its number of rows, and whether it raised."""
    with connection.cursor() as cursor:
        try:
            cursor.executemany(kind.sql, [kind.parameters(number) for number in numbers])
        except Error:
            return cursor.write_report, 0, True
        return cursor.write_report, cursor.rowcount, False


def untrue(kind: Kind, numbers: list[int], report: WriteReport | None, before: Rows, after: Rows) -> list[str]:
    """Return what a report says and the table does not."""
    if report is None:
        return [] if before == after else ["the table changed, and there is no report"]
    present = {failed.row: failed.present for failed in report.failed}
    told = [*report.written, *present, *report.not_found, *report.not_sent, *report.unknown]
    wrong = [] if sorted(told) == list(range(len(numbers))) else [f"rows are told twice, or not at all: {report!r}"]
    for row, number in enumerate(numbers):
        done = kind.done(before.get(number), after.get(number), number)
        if row in report.written and not done:
            wrong.append(f"{number} is written, but not there")
        if done and (row in {*report.not_found, *report.not_sent} or present.get(row) is False):
            wrong.append(f"{number} is not written, but there")
    return wrong


def taken_back(connection: Connection) -> bool:
    """Take the write back; returns whether all of it was."""
    try:
        connection.rollback()
    except Error:
        return False
    return True
