"""What answers have shown of tables, so that later ones are shorter: how many rows, and which lookups are empty."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from operator import is_not
from typing import TypeVar

from creatio_dbapi.catalog import Column
from creatio_dbapi.plan.chunks import is_too_long
from creatio_dbapi.plan.filters import all_of, given
from creatio_dbapi.plan.nodes import Embedded, Plan, Predicate, Scan
from creatio_dbapi.plan.numbering import slightest, without_keys
from creatio_dbapi.plan.pages import page_rows
from creatio_dbapi.profile import LOOKUP_NULL, Profile
from creatio_dbapi.request import Filter, Query

_Asked = TypeVar("_Asked", bound=Hashable)
_Value = TypeVar("_Value")

_MOST_COUNTS = 1_000
_SOME, _SHARE = 10, 0.05  # empty lookups, and their share of an answer, from which on they are worth a filter


@dataclass(frozen=True, slots=True)
class Bound:
    """The value of an order's first key in the last of the first rows; None where it is of no use.

    It is `doubted` where the time before, what was seen did not hold any more.
    """

    value: object
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class Ends:
    """What the first rows of an order showed: whether some are equal in it, and how the texts behind them begin.

    It is `doubted` where the time before, what was seen did not hold any more.
    """

    has_ties: bool
    starts: tuple[str, ...] = ()
    doubted: bool = False


class TableSizes:
    """What one connection has seen of its tables; a table that did not come in one answer is not tried again.

    `links_are_null` says that the server was seen to show an empty lookup as null, not as a row of empty cells.
    """

    def __init__(self) -> None:
        self._counts: OrderedDict[tuple[str, Filter | None], int] = OrderedDict()
        self._paged: set[str] = set()
        self._cut: set[str] = set()
        self._bounds: OrderedDict[Hashable, Bound] = OrderedDict()
        self._refuses_bounds = False
        self._ends: OrderedDict[Hashable, Ends] = OrderedDict()
        self._lock = threading.Lock()
        self._sparse: set[tuple[str, str]] = set()
        self.links_are_null = False

    def note(self, table: str, wanted: Filter | None, rows: int) -> None:
        """Remember how many rows of a table a filter gave, or None for all of them."""
        self._remember(self._counts, (table, wanted), rows)

    def _remember(self, values: OrderedDict[_Asked, _Value], asked: _Asked, value: _Value) -> None:
        """Keep a value, and forget the one that was kept longest ago where there are many."""
        with self._lock:
            values[asked] = value
            values.move_to_end(asked)
            if len(values) > _MOST_COUNTS:
                values.popitem(last=False)

    def note_paged(self, table: str) -> None:
        """Remember that a table takes several answers, whatever is known of its rows: it grew, or the server cut it."""
        self._paged.add(table)

    def note_links(self, table: str, link: str, rows: int, empty: int) -> None:
        """Remember that many rows of an answer had no lookup."""
        if empty >= _SOME and empty >= rows * _SHARE:
            self._sparse.add((table, link))

    @property
    def any_sparse(self) -> bool:
        """Whether there is any lookup that many rows were seen without."""
        return bool(self._sparse)

    def sparse(self, scan: Scan) -> Iterator[tuple[Embedded, Filter]]:
        """Give the lookups that many rows were seen without, where such rows do not matter and may be many.

        With each comes the filter that lets the other rows pass.
        """
        if scan.unique or (scan.limit is not None and not scan.ties):
            return
        for each in scan.embedded:
            if each.present is not None and (scan.table.name, each.link) in self._sparse:
                yield each, each.present

    def fits(self, query: Query, rows: int) -> bool:
        """Say whether a query, or its table as a whole, is known to have no more than so many rows."""
        if query.table in self._paged:
            return False
        known = (self._counts.get((query.table, wanted)) for wanted in (None, query.filter))
        return any(count is not None and count <= rows for count in known)

    def note_bound(self, asked: Hashable, bound: Bound) -> None:
        """Remember how far the first rows of an order go."""
        self._remember(self._bounds, asked, bound)

    def bound(self, asked: Hashable) -> Bound | None:
        """Return how far they went the last time, or None where it is not known, or not to be asked for."""
        return None if self._refuses_bounds else self._bounds.get(asked)

    def refuse_bounds(self) -> None:
        """Remember that the server did not take a filter by such a value."""
        self._refuses_bounds = True

    def note_ends(self, asked: Hashable, ends: Ends) -> None:
        """Remember what the first rows of an order showed."""
        self._remember(self._ends, asked, ends)

    def ends(self, asked: Hashable) -> Ends | None:
        """Return what they showed the last time, or None where that is not known."""
        return self._ends.get(asked)

    def note_cut(self, table: str) -> None:
        """Remember that the server gave fewer rows of a table than were asked for, and not its last ones."""
        self._cut.add(table)

    def expected(self, query: Query) -> int:
        """Return how many rows a query is likely to have where its pages come as they are asked for; else 0."""
        return 0 if query.table in self._cut else self.seen(query)

    def seen(self, query: Query) -> int:
        """Return how many rows a query had when it was last counted; 0 where it was not."""
        return self._counts.get((query.table, query.filter), 0)


def leanest(plan: Plan, sizes: TableSizes, profile: Profile, compares_links: bool) -> Plan:
    """Make a plan lean, and the shorter ones for the same rows as well."""
    ways = [replace(each, plan=lean(each.plan, sizes, profile, compares_links)) for each in plan.shorter or ()]
    return lean(replace(plan, shorter=tuple(ways)) if ways else plan, sizes, profile, compares_links)


def lean(plan: Plan, sizes: TableSizes, profile: Profile, compares_links: bool) -> Plan:
    """Leave out the keys that only tell rows apart, where one answer is likely to bring all rows of a scan.

    The count that comes along says whether the answer was the whole; if it was not, the scan is read anew with its
    keys. Lookups that come along have no keys where an empty one is known by its being null. Rows whose lookup is empty
    are not asked for where they do not matter, there are many, and the server `compares_links` with null.
    """
    scans = plan.scans
    if compares_links:
        scans = tuple([_without_empty(scan, sizes, profile) for scan in scans])
    if sizes.links_are_null:
        scans = tuple([without_keys(scan) for scan in scans])
    if "count" in profile.forms:
        scans = tuple([_lean(scan, sizes) for scan in scans])
    if not any(map(is_not, scans, plan.scans)):
        return plan
    names = [column.name for column in scans[0].columns]
    direct = tuple(names.index(plan.scans[0].columns[place].name) for place in plan.direct)
    return replace(plan, scans=scans, direct=direct)


def _without_empty(scan: Scan, sizes: TableSizes, profile: Profile) -> Scan:
    found = list(sizes.sparse(scan))
    if not found:
        return scan
    present = [item for _, item in found]
    queries = tuple([replace(query, filter=all_of([*given(query.filter), *present])) for query in scan.queries])
    if any(is_too_long(query, profile) for query in queries):
        return scan
    reason = "many rows were seen without it"
    predicates = [Predicate(f"{each.by} IS NOT NULL", "superset", reason) for each, _ in found]
    forms = scan.forms | {"null", LOOKUP_NULL}
    leading = scan.leading and replace(scan.leading, filter=all_of([*given(scan.leading.filter), *present]))
    return replace(scan, queries=queries, forms=forms, predicates=(*scan.predicates, *predicates), leading=leading)


def _lean(scan: Scan, sizes: TableSizes) -> Scan:
    rows = page_rows(scan)
    if not scan.unused or scan.count or not all(sizes.fits(query, rows) for query in scan.queries):
        return scan
    if any(column.type == "Edm.Stream" for column in scan.columns) or not all(query.select for query in scan.queries):
        return scan
    left = [_without(query.select, scan.unused) for query in scan.queries]
    if not all(left):
        return _slight(scan)
    columns = _by_variety(scan.loaded)
    selects = [tuple([column.name for column in columns if column.name in names]) for names in left]
    queries = [replace(query, select=select) for query, select in zip(scan.queries, selects, strict=True)]
    return replace(scan, columns=columns, queries=tuple(queries), unused=frozenset())


# What differs in each row before what repeats: then longer stretches of a row are those of an earlier one, all the
# more as lookups, which repeat, stand at its end. A text often is the name of what a Guid beside it means. Of the
# orders that were tried, this one takes least on tests/queries, with the later ones of each type first.
_VARIED = ("Edm.DateTimeOffset", "Edm.Decimal", "Edm.Double", "Edm.Guid", "Edm.String", "Edm.Int32", "Edm.Boolean")
_VARIETY = {name: rank for rank, name in enumerate(_VARIED)}


def _by_variety(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Sort columns as their rows compress best."""
    backwards = columns[::-1]
    return tuple(sorted(backwards, key=lambda column: _VARIETY.get(column.type, len(_VARIETY))))


def _slight(scan: Scan) -> Scan:
    """Ask for one small column in the place of the key: without any, an answer would have all."""
    column = slightest(scan.table)
    if column is None:
        return scan
    queries = tuple([replace(query, select=(column.name,)) for query in scan.queries])
    return replace(scan, columns=(*scan.loaded, column), queries=queries, unused=frozenset((column.name,)))


def _without(names: tuple[str, ...], unused: frozenset[str]) -> tuple[str, ...]:
    return tuple([name for name in names if name not in unused])
