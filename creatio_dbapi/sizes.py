"""What answers have shown of tables, so that later ones need not bring keys: how many rows, what empty lookups are."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import replace
from operator import is_not

from creatio_dbapi.plan.nodes import Plan, Scan
from creatio_dbapi.plan.numbering import slightest, without_keys
from creatio_dbapi.plan.pages import page_rows
from creatio_dbapi.profile import Profile
from creatio_dbapi.request import Filter, Query

_MOST_COUNTS = 1_000


class TableSizes:
    """What one connection has seen of its tables; a table that did not come in one answer is not tried again.

    `links_are_null` says that the server was seen to show an empty lookup as null, not as a row of empty cells.
    """

    def __init__(self) -> None:
        self._counts: OrderedDict[tuple[str, Filter | None], int] = OrderedDict()
        self._paged: set[str] = set()
        self._lock = threading.Lock()
        self.links_are_null = False

    def note(self, table: str, wanted: Filter | None, rows: int) -> None:
        """Remember how many rows of a table a filter gave, or None for all of them."""
        with self._lock:
            self._counts[table, wanted] = rows
            self._counts.move_to_end((table, wanted))
            if len(self._counts) > _MOST_COUNTS:
                self._counts.popitem(last=False)

    def note_paged(self, table: str) -> None:
        """Remember that a table takes several answers, whatever is known of its rows: it grew, or the server cut it."""
        self._paged.add(table)

    def note_empty_link(self) -> None:
        """Remember that an empty lookup was null."""
        self.links_are_null = True

    def fits(self, query: Query, rows: int) -> bool:
        """Say whether a query, or its table as a whole, is known to have no more than so many rows."""
        if query.table in self._paged:
            return False
        known = (self._counts.get((query.table, wanted)) for wanted in (None, query.filter))
        return any(count is not None and count <= rows for count in known)


def lean(plan: Plan, sizes: TableSizes, profile: Profile) -> Plan:
    """Leave out the keys that only tell rows apart, where one answer is likely to bring all rows of a scan.

    The count that comes along says whether the answer was the whole; if it was not, the scan is read anew with its
    keys. Lookups that come along have no keys where an empty one is known by its being null.
    """
    scans = plan.scans
    if sizes.links_are_null:
        scans = tuple([without_keys(scan) for scan in scans])
    if "count" in profile.forms:
        scans = tuple([_lean(scan, sizes) for scan in scans])
    if not any(map(is_not, scans, plan.scans)):
        return plan
    names = [column.name for column in scans[0].columns]
    direct = tuple(names.index(plan.scans[0].columns[place].name) for place in plan.direct)
    return replace(plan, scans=scans, direct=direct)


def _lean(scan: Scan, sizes: TableSizes) -> Scan:
    rows = page_rows(scan)
    if not scan.unused or scan.count or not all(sizes.fits(query, rows) for query in scan.queries):
        return scan
    if any(column.type == "Edm.Stream" for column in scan.columns) or not all(query.select for query in scan.queries):
        return scan
    if any(not _without(query.select, scan.unused) for query in scan.queries):
        return _slight(scan)
    queries = [replace(query, select=_without(query.select, scan.unused)) for query in scan.queries]
    return replace(scan, columns=scan.loaded, queries=tuple(queries), unused=frozenset())


def _slight(scan: Scan) -> Scan:
    """Ask for one small column in the place of the key: without any, an answer would have all."""
    column = slightest(scan.table)
    if column is None:
        return scan
    queries = tuple([replace(query, select=(column.name,)) for query in scan.queries])
    return replace(scan, columns=(*scan.loaded, column), queries=queries, unused=frozenset((column.name,)))


def _without(names: tuple[str, ...], unused: frozenset[str]) -> tuple[str, ...]:
    return tuple([name for name in names if name not in unused])
