"""A scan while it is planned, what planning depends on, and how columns and filters fit into a request."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlglot import exp

from creatio_dbapi.catalog import Catalog, Column, link_of
from creatio_dbapi.plan.constants import Evaluate
from creatio_dbapi.plan.equalities import Equality
from creatio_dbapi.plan.filters import Context, Field, all_of, node_count
from creatio_dbapi.plan.nodes import Predicate, Reduction, ResultColumn, Scan
from creatio_dbapi.plan.ordering import Segments
from creatio_dbapi.plan.resolve import Resolution, Source
from creatio_dbapi.profile import Profile
from creatio_dbapi.request import And, Comparison, Filter, Query, query_url

ONE_PAGE = 500  # rows that always come as one page, so that no page has to be matched with the one before
Describe = Callable[[str, tuple[Scan, ...]], tuple[ResultColumn, ...]]


@dataclass(frozen=True, slots=True)
class Environment:
    """What planning depends on besides the statement.

    `describe` gives the result columns of local SQL over the scans' columns, and raises ProgrammingError for SQL that
    the local engine does not understand; `evaluate` computes a constant. `counts_looked_up` lets rows be read until
    enough of them have the lookups that they are joined to.
    """

    catalog: Catalog
    profile: Profile
    evaluate: Evaluate
    describe: Describe
    now: dt.datetime
    pushdown: bool = True
    counts_looked_up: bool = True


@dataclass(eq=False, slots=True)
class Draft:
    """A scan while it is planned: what its filter is so far and how much of the server's limits is left."""

    source: Source
    name: str
    filters: list[Filter]
    forms: set[str]
    predicates: list[Predicate]
    exact: bool = True
    count: bool = False
    limit: int | None = None
    offset: int = 0
    segments: Segments | None = None
    ties: tuple[str, ...] = ()
    needed: frozenset[int] = frozenset()
    nodes: int = 0
    length: int = 0
    reductions: list[Reduction] = field(default_factory=list)
    embedded: list[tuple[Equality, str, Draft]] = field(default_factory=list)
    is_embedded: bool = False
    twin: Draft | None = None
    shared: bool = False


def scan_names(tree: exp.Expr, resolution: Resolution) -> dict[int, str]:
    """Name the scan of each table by its id(): as the table, with a number where something else has that name."""
    taken = {cte.alias.lower() for cte in tree.find_all(exp.CTE)}
    names: dict[int, str] = {}
    for block in resolution.blocks:
        for source in block.sources:
            name, number = source.table.name, 1
            while name.lower() in taken:
                number += 1
                name = f"{source.table.name}_{number}"
            taken.add(name.lower())
            names[id(source)] = name
    return names


def over_limits(item: Filter, draft: Draft, profile: Profile) -> str:
    """Count a filter against the server's limits, or say which of them it would go beyond."""
    nodes, length = node_count(item) + 1, len(query_url(Query("", filter=item)))
    if draft.nodes + nodes > profile.filter_nodes:
        return f"the filter would have more than {profile.filter_nodes} nodes"
    if draft.length + length > profile.url_length * 3 // 4:
        return f"the address would be longer than {profile.url_length} characters"
    draft.nodes += nodes
    draft.length += length
    return ""


def context_of(source: Source, resolution: Resolution, environment: Environment) -> Context:
    """Say which columns a condition on one table may be asked of the server by."""

    def of_source(node: exp.Column) -> Field | None:
        resolved = resolution.of(node)
        if resolved is None or resolved[0] is not source:
            return None
        return field_of(source, resolved[1], environment.profile)

    return Context(of_source, environment.profile, environment.evaluate)


def field_of(source: Source, column: Column, profile: Profile) -> Field:
    """Address a column as a filter must: a lookup by its link's key (facts 3.5)."""
    link = link_of(source.table, column) if column.link is not None and profile.link_by_path else None
    path = (column.name,) if link is None else (link.name, link.key)
    return Field(source.table, column, path)


def has_few_rows(draft: Draft) -> bool:
    """Say whether the rows of a scan fit into one page for sure."""
    limited = draft.limit is not None and draft.limit <= ONE_PAGE and len(draft.source.table.key) == 1
    return not draft.count and (limited or names_key(all_of(draft.filters), draft.source))


def conjuncts(item: Filter) -> tuple[Filter, ...]:
    """Return the filters that all have to be true."""
    return item.items if isinstance(item, And) else (item,)


def is_shaped(draft: Draft) -> bool:
    """Say whether a scan is more than all rows of a filter: counted, cut or in an order."""
    return draft.count or draft.limit is not None or bool(draft.offset) or draft.segments is not None


def names_key(wanted: Filter, source: Source) -> bool:
    """Say whether a filter names one value of the whole key, so that there is at most one row."""
    items = wanted.items if isinstance(wanted, And) else (wanted,)
    named = {
        item.path[0] for item in items if isinstance(item, Comparison) and item.operator == "eq" and len(item.path) == 1
    }
    return bool(source.table.key) and named.issuperset(source.table.key)
