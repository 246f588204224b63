"""The first rows of an order by a shorter way, with the proof that they are the first; else by the longer one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from os.path import commonprefix

from creatio_dbapi.batches import Batch
from creatio_dbapi.engine import Workspace
from creatio_dbapi.plan.chunks import is_too_long
from creatio_dbapi.plan.filters import all_of, given, is_start, start_otherwise
from creatio_dbapi.plan.nodes import FirstText, Plan, Scan, Shorter
from creatio_dbapi.profile import Profile
from creatio_dbapi.sizes import Ends, TableSizes

_MOST_STARTS = 15  # each takes five nodes of a filter
_MOST_TEXTS = 100_000  # enough to tell how most of them begin

Run = Callable[[Plan, Callable[[Workspace], None]], Iterator[Batch]]


def by_shortcut(
    plan: Plan, ways: tuple[Shorter, ...], sizes: TableSizes, profile: Profile, run: Run
) -> Iterator[Batch]:
    """Give the rows of a plan, by one of the shorter ways where it is known to lead there.

    `run` gives the rows of a plan, and has its second argument look at what was read for them.
    """
    asked = (plan.local, *(scan.queries for scan in plan.scans))
    ends = sizes.ends(asked)
    if ends is None:
        yield from run(plan, lambda workspace: sizes.note_ends(asked, _ends(ways[0], workspace)))
        return
    shorter = next((each for each in ways if not (each.ties and ends.has_ties)), None)
    chosen = None if shorter is None else _chosen(plan, shorter, ends.starts, profile)
    if shorter is None or chosen is None:
        yield from run(plan, lambda _: None)
        return
    batches = list(run(chosen, lambda _: None))
    if _is_proved(shorter, ends.starts, batches):
        sizes.note_ends(asked, replace(ends, doubted=False))
        yield from (batch.without_last(_hidden(shorter)) for batch in batches)
    else:
        yield from run(plan, lambda workspace: sizes.note_ends(asked, _next_ends(ends, _ends(ways[0], workspace))))


def _next_ends(old: Ends, new: Ends) -> Ends:
    """Return what to go by after something did not hold: nothing, if that is so time and again."""
    if new.has_ties != old.has_ties or not old.doubted:
        return replace(new, doubted=True)
    return Ends(has_ties=True)


def _hidden(shorter: Shorter) -> int:
    return shorter.ties + (shorter.first is not None)


def _chosen(plan: Plan, shorter: Shorter, starts: tuple[str, ...], profile: Profile) -> Plan | None:
    """Return the shorter plan, without the rows that begin in these ways; None where it is not shorter."""
    first, scans = shorter.first, shorter.plan.scans
    if first is not None and starts:
        scans = tuple(_without(scan, first, starts, profile) if scan.name == first.scan else scan for scan in scans)
    if scans == shorter.plan.scans and _cells(scans) >= _cells(plan.scans):
        return None
    return replace(shorter.plan, scans=scans)


def _cells(scans: Iterable[Scan]) -> int:
    return sum(len(scan.columns) for scan in scans)


def _without(scan: Scan, first: FirstText, starts: tuple[str, ...], profile: Profile) -> Scan:
    while starts:
        others = start_otherwise((first.column.name,), starts)
        queries = tuple(replace(query, filter=all_of([*given(query.filter), others.filter])) for query in scan.queries)
        if not any(is_too_long(query, profile) for query in queries):
            return replace(scan, queries=queries, forms=scan.forms | others.forms)
        starts = starts[: len(starts) // 2]
    return scan


def _is_proved(shorter: Shorter, starts: tuple[str, ...], batches: list[Batch]) -> bool:
    """Say whether no two of the rows are equal in the order, and all that did not come are behind the last of them."""
    hidden = [[cell for batch in batches for cell in batch[place]] for place in range(-_hidden(shorter), 0)]
    if shorter.ties and any(number != 1 for number in hidden[0]):
        return False
    if shorter.first is None or not starts:
        return True
    texts = hidden[-1]
    return len(texts) == shorter.first.rows and _is_before(texts[-1], starts, shorter.first)


def _is_before(text: object, starts: tuple[str, ...], first: FirstText) -> bool:
    """Say whether a text comes before all that begin in these ways."""
    if not isinstance(text, str):
        return False
    if first.descending:
        return all(text > start and not text.startswith(start) for start in starts)
    return all(text < start for start in starts)


def _ends(shorter: Shorter, workspace: Workspace) -> Ends:
    """Return what all that was read shows: whether a shorter way leads to the same rows, and what it can leave out."""
    batches = list(workspace.run(shorter.plan.local or ""))
    has_ties = not _is_proved(shorter, (), batches)
    first = shorter.first
    last = next((batch[-1][-1] for batch in reversed(batches) if batch.rows), None)
    if first is None or not isinstance(last, str) or sum(batch.rows for batch in batches) < first.rows:
        return Ends(has_ties)
    return Ends(has_ties, _starts(workspace.distinct(first.scan, first.column.name, _MOST_TEXTS), last, first))


def _starts(texts: list[str], last: str, first: FirstText) -> tuple[str, ...]:
    """Return how most of the texts behind the last one begin, in ways in which no text before it does."""
    found: Counter[str] = Counter()
    for text in texts:
        common = len(commonprefix([text, last]))  # noqa: RUF071 - characters, as they are compared
        start = text[: common + 1]
        if common < len(text) and is_start(start) and _is_before(last, (start,), first):
            found[start] += 1
    return tuple(start for start, _ in found.most_common(_MOST_STARTS))
