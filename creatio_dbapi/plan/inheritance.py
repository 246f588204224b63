"""A condition on a joined lookup is also one on the table that looks it up: `Account/Name eq 'x'`."""

from __future__ import annotations

from collections.abc import Iterable

from creatio_dbapi.catalog import Column, Table, link_of
from creatio_dbapi.plan.equalities import Equality
from creatio_dbapi.request import And, Call, Comparison, Filter, FunctionComparison, In, Not, Or


def link_between(equality: Equality) -> str | None:
    """Return the link by which the reduced table looks up the other one, or None where the equality is no lookup."""
    (source, column), (target, key) = equality.reduced, equality.by
    link = link_of(source.table, column)
    if link is None or not _is_key(target.table, key) or link.target != target.table.name:
        return None
    return link.name


def _is_key(table: Table, column: Column) -> bool:
    return table.key == (column.name,)


def through(link: str, item: Filter) -> Filter:
    """Write a filter on a lookup's columns as one on the table that looks it up.

    >>> from creatio_dbapi.request import Value, filter_text
    >>> filter_text(through("Account", Comparison(("Name",), "eq", Value("Edm.String", "x"))))
    "Account/Name eq 'x'"
    """
    if isinstance(item, And):
        return And(_all_through(link, item.items))
    if isinstance(item, Or):
        return Or(_all_through(link, item.items))
    if isinstance(item, Comparison):
        return Comparison((link, *item.path), item.operator, item.value)
    if isinstance(item, Call):
        return _call_through(link, item)
    if isinstance(item, Not):
        return Not(_call_through(link, item.item))
    if isinstance(item, In):
        return In((link, *item.path), item.values)
    return FunctionComparison(item.function, (link, *item.path), item.operator, item.value)


def _call_through(link: str, item: Call) -> Call:
    return Call(item.function, (link, *item.path), item.value, item.inner)


def _all_through(link: str, items: Iterable[Filter]) -> tuple[Filter, ...]:
    return tuple(through(link, item) for item in items)


def paths_of(item: Filter) -> set[tuple[str, ...]]:
    """Return the columns that a filter is about."""
    if isinstance(item, (And, Or)):
        return {path for part in item.items for path in paths_of(part)}
    return {item.item.path if isinstance(item, Not) else item.path}
