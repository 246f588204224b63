"""A long list of keys, split over queries that are each short enough for a server."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from creatio_dbapi.plan.filters import all_of, any_of, node_count
from creatio_dbapi.profile import Profile
from creatio_dbapi.request import Filter, Query, query_url


def chunks_of(query: Query, items: Iterable[Filter], profile: Profile) -> Iterator[Query]:
    """Give the queries that together read the rows that fit one of `items`; these are for different rows each."""
    free_nodes = profile.filter_nodes - (node_count(query.filter) if query.filter is not None else 0)
    free_length = profile.url_length - len(query_url(query)) - len("&$filter=&$count=true&$top=10000&$skip=10000")
    chunk: list[Filter] = []
    nodes = length = 0
    for item in items:
        # Spaces and quotes take three characters each once they are percent-encoded.
        size = len(query_url(Query("", filter=item))) + len("%20or%20")
        if chunk and (nodes + node_count(item) + 1 > free_nodes or length + size > free_length):
            yield _with(query, chunk)
            chunk, nodes, length = [], 0, 0
        chunk.append(item)
        nodes += node_count(item) + 1
        length += size
    if chunk:
        yield _with(query, chunk)


def _with(query: Query, chunk: list[Filter]) -> Query:
    parts = [any_of(chunk)] if query.filter is None else [query.filter, any_of(chunk)]
    return replace(query, filter=all_of(parts))


def is_too_long(query: Query, profile: Profile) -> bool:
    """Say whether a query is beyond what a server takes: nodes of its filter, characters of its address."""
    nodes = 0 if query.filter is None else node_count(query.filter)
    return nodes > profile.filter_nodes or len(query_url(query)) > profile.url_length
