"""Drafts become scans: the columns to fetch, the requests, and the lookups that come along."""

from __future__ import annotations

import uuid
from dataclasses import replace

from creatio_dbapi.catalog import Column
from creatio_dbapi.plan.drafts import ONE_PAGE, Draft, conjuncts, field_of, has_few_rows, names_key
from creatio_dbapi.plan.equalities import Equality
from creatio_dbapi.plan.filters import ALL, NONE, Translation, all_of, null_test
from creatio_dbapi.plan.inheritance import through
from creatio_dbapi.plan.nodes import Embedded, Leading, Scan
from creatio_dbapi.plan.numbering import expands
from creatio_dbapi.plan.resolve import Source, visible_columns
from creatio_dbapi.profile import LOOKUP_NULL, Profile
from creatio_dbapi.request import Comparison, Filter, Or, Order, Query

_EXPAND_ROWS = 20_000  # beyond, what is repeated with every row weighs more than the requests that it saves


def leading(drafts: dict[int, Draft]) -> list[Draft]:
    """Return the drafts that become scans; one that others share has the columns of all of them."""
    for draft in drafts.values():
        if draft.twin is not None:
            draft.twin.source.used |= draft.source.used
    return [draft for draft in drafts.values() if draft.twin is None and not draft.is_embedded]


def scan_of(draft: Draft, profile: Profile, needed: frozenset[int] = frozenset()) -> Scan:
    """Make the scan of a draft; rows without one of the `needed` lookups are not given."""
    table = draft.source.table
    wanted = all_of(draft.filters)
    unique = names_key(wanted, draft.source)
    columns = _fetched(draft, unique)
    embedded = tuple(_embedded(draft, *each, needed | draft.needed, profile) for each in draft.embedded)
    queries = () if wanted == NONE else _queries(draft, columns, wanted, embedded)
    if draft.limit == 0:
        queries = ()
    return Scan(
        name=draft.name,
        table=table,
        columns=(Column("count", "Edm.Int64", nullable=False),) if draft.count else columns,
        queries=queries,
        limit=draft.limit,
        offset=draft.offset,
        unique=unique,
        count=draft.count,
        forms=frozenset(draft.forms),
        predicates=tuple(draft.predicates),
        reductions=tuple(each for each in draft.reductions if each.by not in {e.scan.name for e in embedded}),
        embedded=embedded,
        expand_rows=_EXPAND_ROWS if embedded and not (has_few_rows(draft) or draft.needed) else None,
        ties=draft.ties,
        unused=_unused(draft, columns),
        leading=_leading(draft, condition=None if wanted == ALL else wanted),
    )


def _leading(draft: Draft, condition: Filter | None) -> Leading | None:
    if draft.segments is None or draft.count:
        return None
    field, descending, nulls_first = draft.segments.first
    return Leading(field.column, descending, nulls_first, condition)


def _embedded(
    outer: Draft, equality: Equality, link: str, inner: Draft, needed: frozenset[int], profile: Profile
) -> Embedded:
    (_, key), (_, by) = equality.reduced, equality.by
    often = by.name in {*outer.source.often, *outer.source.table.key} or key.name in inner.source.often
    narrowed = conjuncts(all_of(outer.filters))
    certain = any(_proves(item) and through(link, item) in narrowed for item in conjuncts(all_of(inner.filters)))
    return Embedded(
        link,
        scan_of(inner, profile, needed),
        by.name,
        lone=equality.joins and not often,
        certain=certain,
        needed=id(inner.source) in needed,
        present=None if certain or not equality.inner else _present(outer.source, by, profile),
    )


def _present(source: Source, by: Column, profile: Profile) -> Filter | None:
    """Return the filter that finds the rows whose lookup is not empty; None where no row shows an empty one."""
    outcome = null_test(
        field_of(source, by, profile), False, replace(profile, forms=profile.forms | {LOOKUP_NULL, "null"})
    )
    return outcome.filter if isinstance(outcome, Translation) and outcome.filter != ALL else None


def _proves(item: Filter) -> bool:
    """Say whether a filter is true only where there is a row: a cell that is equal to something that is not empty."""
    if isinstance(item, Or):
        return all(map(_proves, item.items))
    if not isinstance(item, Comparison) or item.operator != "eq" or item.value.type == "Edm.DateTimeOffset":
        return False
    return bool(item.value.value) and item.value.value != uuid.UUID(int=0)


def _fetched(draft: Draft, unique: bool) -> tuple[Column, ...]:
    """Return the columns to fetch: those in use, and the key where pages or streams have to be told apart by it."""
    table, used = draft.source.table, draft.source.used
    one_page = unique or (draft.limit is not None and draft.limit <= ONE_PAGE)
    streams = any(column.type == "Edm.Stream" for column in used.values())
    names = set(used) if used and one_page and not streams else set(used) | set(table.key)
    return tuple(column for column in table.columns if column.name in names) or table.columns[:1]


def _unused(draft: Draft, columns: tuple[Column, ...]) -> frozenset[str]:
    used = draft.source.used
    return frozenset(column.name for column in columns if column.name not in used) if used else frozenset()


def _queries(
    draft: Draft, columns: tuple[Column, ...], wanted: Filter, embedded: tuple[Embedded, ...]
) -> tuple[Query, ...]:
    table = draft.source.table
    condition = None if wanted == ALL else wanted
    if draft.count:
        return (Query(table.name, filter=condition, top=0, count=True),)
    named = tuple(
        column for column in columns if column.type != "Edm.Stream"
    )  # $select of a stream is a 500 (facts 4.2)
    select = tuple(column.name for column in named)
    if named == tuple(visible_columns(table)):
        select = ()  # all of them is what a server sends without being asked, in a shorter address
    base = Query(table.name, select=select, filter=condition, expand=expands(embedded))
    tail = tuple(Order((name,)) for name in table.key)
    if draft.segments is None:
        return (replace(base, order=tail),)
    return tuple(
        replace(
            base,
            filter=_and(condition, segment.filter),
            order=(*segment.order, *(key for key in tail if key.path not in {o.path for o in segment.order})),
        )
        for segment in draft.segments.items
    )


def _and(one: Filter | None, other: Filter) -> Filter | None:
    joined = all_of([part for part in (one, other) if part is not None])
    return None if joined == ALL else joined
