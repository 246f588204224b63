"""The first rows of an order, asked for by the value that the last of them had the last time.

Rows beyond it do not come at all, nor does one more row to show where those end that are equal to the last. If at
least as many as are wanted are at or before that value, the first ones are among them, whatever changed since.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import Any

from creatio_dbapi.decoding import Page
from creatio_dbapi.plan.chunks import is_too_long
from creatio_dbapi.plan.constants import Constant
from creatio_dbapi.plan.drafts import ONE_PAGE
from creatio_dbapi.plan.filters import Field, Translation, all_of, any_of, compare, given, null_test
from creatio_dbapi.plan.nodes import Leading, Scan
from creatio_dbapi.profile import Profile
from creatio_dbapi.request import Order
from creatio_dbapi.types import read_column

_TIMES, _SOME = 4, 20  # more rows than these, in place of those that are wanted, are no way to read few


def question(scan: Scan) -> Hashable:
    """Return what a scan asks for, by which its bound is remembered."""
    return scan.queries, scan.limit, scan.offset


def wanted_rows(scan: Scan) -> int:
    """Return how many rows have to be at or before a bound."""
    return (scan.limit or 0) + scan.offset


def most_rows(scan: Scan) -> int:
    """Return how many rows may be there before the bound is of no use any more."""
    return wanted_rows(scan) * _TIMES + _SOME


def is_bounded(scan: Scan) -> bool:
    """Say whether the first rows of a scan may be asked for by a bound: few of them, in the order of a key that comes.

    One row alone is asked for without a count as it is. What comes along is not sorted and cut with its rows here.
    """
    leading = scan.leading
    if leading is None or scan.limit is None or not 1 < wanted_rows(scan) <= ONE_PAGE:
        return False
    if leading.column.type == "Edm.Boolean" or "Edm.Stream" in [column.type for column in scan.columns]:
        return False
    return leading.column in scan.columns and (bool(scan.ties) or not scan.embedded)


def within(scan: Scan, bound: object, profile: Profile) -> Scan | None:
    """Return the scan of all rows at or before a bound, or None where they cannot be asked for."""
    leading = scan.leading
    if leading is None:
        return None
    field = Field(scan.table, leading.column, (leading.column.name,))
    outcomes = [compare(field, "ge" if leading.descending else "le", Constant(bound), profile)]
    if leading.nulls_first:
        outcomes.append(null_test(field, True, profile))
    known = [each for each in outcomes if isinstance(each, Translation) and each.exact]
    if len(known) < len(outcomes):
        return None
    wanted = all_of([*given(leading.filter), any_of(each.filter for each in known)])
    query = replace(scan.queries[0], filter=wanted, order=_server_order(scan, leading))
    if is_too_long(query, profile):
        return None
    forms = scan.forms.union(*(each.forms for each in known))
    return replace(scan, queries=(query,), limit=None, offset=0, ties=(), leading=None, forms=forms)


_FINER = ("Edm.DateTimeOffset", "Edm.TimeOfDay")  # a server sorts by a digit that it does not show


def _server_order(scan: Scan, leading: Leading) -> tuple[Order, ...]:
    """Return the order to ask for: all keys, or those behind the first one, by which the rows are then sorted here.

    What shows the same in the first key may differ inside the server: a number that is 0 from one that is empty, which
    SQL takes for equal, and a moment from one that is a little later, which stay as the server has them.
    """
    path = (leading.column.name,)
    orders = [query.order for query in scan.queries]
    full = next((order for order in orders if order and order[0].path == path), orders[0])
    return full if leading.column.type in _FINER else tuple(each for each in full if each.path != path)


def first_rows(scan: Scan, pages: list[Page]) -> list[Page] | None:
    """Return the rows that are wanted of all that are at or before a bound; None where their order cannot be told.

    Where rows that equal the last are wanted as well, they are sorted and cut elsewhere.
    """
    if scan.ties:
        return pages
    columns = [[cell for page in pages for cell in page.columns[place]] for place in range(len(scan.columns))]
    cells = _keys(scan, pages)
    if cells is None or (None in cells and scan.leading is not None and scan.leading.column.type in _FINER):
        return None  # among the empty ones, the server's order is not that of their keys
    chosen = _order(scan, cells)[scan.offset : wanted_rows(scan)]
    return [Page(tuple([column[row] for row in chosen] for column in columns), len(chosen))]


def next_bound(scan: Scan, pages: list[Page]) -> object:
    """Return the value in the last of the rows that are wanted, of more than these; None where it is not known."""
    cells = None if any(each.is_needed for each in scan.embedded) else _keys(scan, pages)
    return None if cells is None else cells[_order(scan, cells)[wanted_rows(scan) - 1]]


def _keys(scan: Scan, pages: list[Page]) -> list[Any] | None:
    """Return the first key of the order in each row; None where Python does not sort it."""
    if scan.leading is None:
        return None
    column, place = scan.leading.column, scan.columns.index(scan.leading.column)
    shown = [cell for page in pages for cell in page.columns[place]]
    cells = read_column(column.type, shown, table=scan.table.name, column=column.name)
    return None if any(cell != cell for cell in cells) else cells  # NaN


def _order(scan: Scan, cells: list[Any]) -> list[int]:
    """Return the places of rows by the first key of an order, those that are equal in it as they came."""
    empty = [row for row, cell in enumerate(cells) if cell is None]
    others = [row for row, cell in enumerate(cells) if cell is not None]
    descending, nulls_first = (scan.leading.descending, scan.leading.nulls_first) if scan.leading else (False, False)
    others.sort(key=lambda row: cells[row], reverse=descending)
    return [*empty, *others] if nulls_first else [*others, *empty]
