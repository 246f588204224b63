"""The first rows of an order, asked for by the value that the last of them had the last time.

Rows beyond it do not come at all, nor does one more row to show where those end that are equal to the last. If at
least as many as are wanted are at or before that value, the first ones are among them, whatever changed since.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import Any

from creatio_dbapi.decoding import Page
from creatio_dbapi.plan.constants import Constant
from creatio_dbapi.plan.drafts import ONE_PAGE
from creatio_dbapi.plan.filters import Field, Translation, all_of, any_of, compare, node_count, null_test
from creatio_dbapi.plan.nodes import Leading, Scan
from creatio_dbapi.profile import Profile
from creatio_dbapi.request import query_url
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

    One row alone is asked for without a count as it is.
    """
    leading = scan.leading
    if leading is None or scan.limit is None or not 1 < wanted_rows(scan) <= ONE_PAGE:
        return False
    if leading.column.type == "Edm.Boolean" or any(column.type == "Edm.Stream" for column in scan.columns):
        return False
    return leading.column in scan.columns


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
    wanted = all_of([*([] if leading.filter is None else [leading.filter]), any_of(each.filter for each in known)])
    # By the rest of the order: what shows the same in this key may differ in it inside the server.
    order = tuple(each for each in scan.queries[0].order if each.path != field.path)
    query = replace(scan.queries[0], filter=wanted, order=order)
    if node_count(wanted) > profile.filter_nodes or len(query_url(query)) > profile.url_length:
        return None
    forms = scan.forms.union(*(each.forms for each in known))
    return replace(scan, queries=(query,), limit=None, offset=0, ties=(), leading=None, forms=forms)


def first_rows(scan: Scan, pages: list[Page]) -> list[Page] | None:
    """Return the rows that are wanted of all that are at or before a bound; None where their order cannot be told.

    Where rows that equal the last are wanted as well, or lookups come along, they are sorted and cut elsewhere.
    """
    if scan.ties or scan.embedded or scan.leading is None:
        return pages
    columns = [[cell for page in pages for cell in page.columns[place]] for place in range(len(scan.columns))]
    order = _order(scan, scan.leading, columns)
    if order is None:
        return None
    chosen = order[scan.offset : wanted_rows(scan)]
    return [Page(tuple([column[row] for row in chosen] for column in columns), len(chosen))]


def _order(scan: Scan, leading: Leading, columns: list[list[Any]]) -> list[int] | None:
    """Return the places of rows that are in the order of all keys but the first, in the order of all of them."""
    place = scan.columns.index(leading.column)
    name, table = leading.column.name, scan.table.name
    cells = read_column(leading.column.type, columns[place], table=table, column=name)
    if any(cell != cell for cell in cells):  # NaN, which Python does not sort
        return None
    empty = [row for row, cell in enumerate(cells) if cell is None]
    others = [row for row, cell in enumerate(cells) if cell is not None]
    others.sort(key=lambda row: cells[row], reverse=leading.descending)
    return [*empty, *others] if leading.nulls_first else [*others, *empty]
