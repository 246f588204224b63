"""Single questions: a key lookup beside a bare GET, and real work beside an expert's requests and bytes."""

from __future__ import annotations

import itertools
import time
import warnings
from collections.abc import Iterator

import creatio_dbapi
from benchmarks.by_hand import ByHand
from benchmarks.measure import Row, pairs, shown
from benchmarks.servers import sandbox
from tests.expert import Expert
from tests.test_queries import AS_MANY, Comparison, all_questions, compare

LOOKUPS = 200
_RIVAL = "the fewest that an expert needs by hand"
_AIM = "equal on ≥ 90 %, ≤ 2 ×"


def rows(number: int) -> Iterator[Row]:
    """Measure all of it."""
    with sandbox() as place, creatio_dbapi.connect(*place, cache_directory="") as connection:
        yield lookup(connection, ByHand(place), number)
        compared = real_work(connection, Expert(*place))
        yield requests(compared)
        yield received(compared)


def lookup(connection: creatio_dbapi.Connection, by_hand: ByHand, number: int) -> Row:
    """Look up one contact after another, by the processor time of this process."""
    cursor = connection.cursor()
    keys = itertools.cycle([str(key) for (key,) in cursor.execute("SELECT Id FROM Contact").fetchall()])

    def ours() -> None:
        for _ in range(LOOKUPS):
            assert cursor.execute("SELECT Id, Name FROM Contact WHERE Id = ?", [next(keys)]).fetchone()

    def theirs() -> None:
        for _ in range(LOOKUPS):
            query = {"$select": "Id,Name", "$filter": f"Id eq {next(keys)}", "$orderby": "Id", "$top": "1"}
            assert by_hand.get("Contact", query)

    measured = pairs(ours, theirs, number, time.process_time)
    mine, other = measured.ours / LOOKUPS, measured.theirs / LOOKUPS
    more = (mine - other) * 1000
    work, rival = "primary-key lookup, warm, another key each time", "a bare `requests.Session.get`"
    result = f"{more:.2f} ms of processor time more"
    return Row(work, rival, "≤ 2 ms more", shown(mine), shown(other), result, more <= 2)


def real_work(connection: creatio_dbapi.Connection, expert: Expert) -> list[Comparison]:
    """Ask the questions in tests/queries, and send the requests that an expert wrote down for each."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for question in all_questions() * 2:  # the first times may learn something about the server
            connection.cursor().execute(question.sql).fetchall()
        return [compare(connection, expert, question) for question in all_questions()]


def requests(compared: list[Comparison]) -> Row:
    """Count the requests."""
    ratios = [each.requests / each.requests_by_hand for each in compared]
    equal, mean = sum(ratio <= 1 for ratio in ratios), sum(ratios) / len(ratios)
    work = f"the {len(ratios)} real-work queries of `tests/queries`, requests"
    result = f"equal on {equal} of {len(ratios)}, {max(ratios):.2g} × at the most"
    met = equal >= 0.9 * len(ratios) and max(ratios) <= 2
    return Row(work, _RIVAL, _AIM, f"{mean:.2f} ×", "1 ×", result, met)


def received(compared: list[Comparison]) -> Row:
    """Count the bytes, compressed, and those that the expert would have received with keys and counts as well."""
    ratios = [each.bytes / each.bytes_by_hand for each in compared]
    equal, twice = sum(ratio <= AS_MANY for ratio in ratios), sum(ratio <= 2 for ratio in ratios)
    ours, theirs = sum(each.bytes for each in compared), sum(each.bytes_by_hand for each in compared)
    proved = sum(each.bytes_proved for each in compared)
    result = (
        f"equal on {equal} of {len(ratios)}, ≤ 2 × on {twice}, {max(ratios):.0f} × at the most; {ours / theirs:.1f} × "
        f"in all, {ours / proved:.1f} × where the expert takes keys and counts, too"
    )
    met = equal >= 0.9 * len(ratios) and max(ratios) <= 2
    work = "the same, bytes received, compressed"
    return Row(work, _RIVAL, _AIM, f"{ours / 1e6:.2f} MB", f"{theirs / 1e6:.2f} MB", result, met)
