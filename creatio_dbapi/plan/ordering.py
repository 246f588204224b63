"""ORDER BY as a server can do it, with the empty cells where SQL wants them.

A server keeps NULL in an empty cell and sorts it first or last, as its database does; Creatio shows 0 there, or what we
read as NULL. So an order is asked for in segments, each without empty cells in between: the rows below zero, those that
show zero, those above; or the moments and, before or after them, the rows without one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from creatio_dbapi.plan.constants import Constant
from creatio_dbapi.plan.filters import (
    ALL,
    NONE,
    Field,
    Local,
    Outcome,
    Translation,
    any_of,
    compare,
    null_test,
    shows_null,
)
from creatio_dbapi.profile import Profile
from creatio_dbapi.request import And, Comparison, Filter, Operator, Order
from creatio_dbapi.types import TYPES

_MOST_KEYS = 4  # a server takes five, and the table's key is always the last (facts 3.4)

Key = tuple[Field, bool, bool]  # field, descending, nulls first

_NUMBERS = ("Edm.Int16", "Edm.Int32", "Edm.Int64", "Edm.Byte", "Edm.SByte", "Edm.Decimal", "Edm.Double")


@dataclass(frozen=True, slots=True)
class Segment:
    """Some of the rows, all before those of the next segment; within it, the server's `order` is SQL's.

    One without an order is read whole, or its rows are all equal in what they are sorted by.
    """

    filter: Filter
    order: tuple[Order, ...]


@dataclass(frozen=True, slots=True)
class Segments:
    """The segments in their order, the forms they use, and the key by which rows are in one or another."""

    items: tuple[Segment, ...]
    forms: frozenset[str]
    first: Key


def segments_of(keys: list[Key], filters: Filter, profile: Profile) -> Segments | None:
    """Return how to read rows in the order of `keys`, or None where the server's order is not known to be SQL's."""
    if "order" not in profile.forms or not keys:
        return None
    if len(keys) > _MOST_KEYS or any(not _keeps_order(field, profile) for field, _, _ in keys):
        return None
    if any(not _is_full(field, filters, profile) for field, _, _ in keys[1:]):
        return None
    # A server sorts moments by seven digits, of which six are shown: what comes next would not sort equal ones.
    if any(field.column.type == "Edm.DateTimeOffset" for field, _, _ in keys[:-1]):
        return None
    once = {field.column.name: descending for field, descending, _ in reversed(keys)}
    order = tuple(Order((name,), once[name]) for name in dict.fromkeys(field.column.name for field, _, _ in keys))
    first, descending, nulls_first = keys[0]
    if _is_full(first, filters, profile):
        return Segments((Segment(ALL, order),), frozenset({"order"}), keys[0])
    parts = _parts(first, nulls_first, profile)
    if descending and not shows_null(first, profile):
        parts = parts[::-1]
    if any(isinstance(part, Local) or not part.exact for part, _ in parts):
        return None
    known = [(part, equal) for part, equal in parts if isinstance(part, Translation) and part.filter != NONE]
    forms = frozenset({"order"}).union(*(part.forms for part, _ in known))
    # Rows that show the same in the first key may differ in it inside the server, which would sort them by that.
    return Segments(tuple(Segment(part.filter, order[equal:]) for part, equal in known), forms, keys[0])


def without_middle(segments: Segments) -> Segments:
    """Join the rows that show zero to those below it: a request less where rows that equal the last one all come.

    The rows that show zero are all equal, so that they all come once one is reached; few are below zero.
    """
    if len(segments.items) != 3:
        return segments
    first, middle, last = segments.items
    is_rising = not first.order[0].descending
    joined = Segment(any_of([middle.filter, (first if is_rising else last).filter]), ())
    return replace(segments, items=(joined, last) if is_rising else (first, joined))


def _keeps_order(field: Field, profile: Profile) -> bool:
    if field.column.type == "Edm.String":
        return profile.collation == "binary"
    return field.column.type in (*_NUMBERS, "Edm.DateTimeOffset", "Edm.Boolean", "Edm.Date", "Edm.TimeOfDay")


def _is_full(field: Field, filters: Filter, profile: Profile) -> bool:
    """Say whether no row can have an empty cell in this column: a key, or a filter that no empty cell passes."""
    if field.column.name in field.table.key:
        return True
    for item in filters.items if isinstance(filters, And) else (filters,):
        if isinstance(item, Comparison) and item.path == field.path and item.operator not in ("eq", "ne"):
            return True
    return False


def _parts(field: Field, nulls_first: bool, profile: Profile) -> list[tuple[Outcome, bool]]:
    """Return which rows come one after another, and of each part whether all of its rows show the same in the field."""
    if shows_null(field, profile):
        parts = [(null_test(field, True, profile), True), (null_test(field, False, profile), False)]
        return parts if nulls_first else parts[::-1]
    empty = Constant(TYPES[field.column.type].shown_empty)
    named: list[Operator] = ["eq"] if field.column.type == "Edm.Boolean" else ["lt", "eq", "gt"]
    parts = [(compare(field, operator, empty, profile), operator == "eq") for operator in named]
    if field.column.type == "Edm.Boolean":
        parts.append((compare(field, "eq", Constant(True), profile), True))
    if field.column.type == "Edm.String":
        parts = parts[1:]  # nothing is below ''
    return parts
