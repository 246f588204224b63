"""Lookups that come along without their keys: a Guid is random, so it is most of a compressed answer."""

from __future__ import annotations

from dataclasses import replace

from creatio_dbapi.catalog import Column, Table
from creatio_dbapi.plan.nodes import Embedded, Scan
from creatio_dbapi.request import Expand, Query


def expands(embedded: tuple[Embedded, ...]) -> tuple[Expand, ...]:
    """Return what a query asks for of the scans that come along with it."""
    return tuple([Expand(each.link, each.asked, expands(each.scan.embedded)) for each in embedded if each.comes])


def without_keys(scan: Scan) -> Scan:
    """Leave out the keys of the lookups that come along: what looks them up tells them, or nobody but the join asks.

    The server must be one that shows an empty lookup as null.
    """
    if not scan.embedded or not all(query.select for query in scan.queries):
        return scan
    embedded = tuple(sorted(map(_without_key, scan.embedded), key=_repeats))
    if embedded == scan.embedded:
        return scan
    queries = tuple(_without_made(query, embedded) for query in scan.queries)
    return replace(scan, embedded=embedded, queries=queries)


def _repeats(embedded: Embedded) -> bool:
    """Say whether what comes of a lookup has few values, so that it compresses best at the end of its row."""
    return not any(column.type == "Edm.String" for column in embedded.scan.columns if column.name in embedded.asked)


def _without_key(embedded: Embedded) -> Embedded:
    scan = without_keys(embedded.scan)
    found = replace(embedded, scan=scan, key="made" if embedded.lone else "looked up")
    if found.asked or (found.certain and found.lone and not found.comes):
        return found
    # Nothing is read of the lookup itself, but whether there is one.
    witness = slightest(scan.table)
    return replace(found, key="comes") if witness is None else replace(found, scan=_with(scan, witness))


def _with(scan: Scan, column: Column) -> Scan:
    queries = tuple(replace(query, select=(*query.select, column.name)) for query in scan.queries)
    return replace(scan, columns=(*scan.columns, column), queries=queries, unused=scan.unused | {column.name})


_SLIGHT = ("Edm.Boolean", "Edm.Int32")


def slightest(table: Table) -> Column | None:
    """Return the column of a table that takes least in an answer, or None where none takes little.

    Nearly every object of Creatio has `ProcessListeners`, which is 0 in nearly every row.
    """
    slight = [column for column in table.columns if column.type in _SLIGHT]
    return min(slight, key=lambda each: (each.name != "ProcessListeners", _SLIGHT.index(each.type)), default=None)


def _without_made(query: Query, embedded: tuple[Embedded, ...]) -> Query:
    made = {each.by for each in embedded if each.key == "made"}
    select = tuple([name for name in query.select if name not in made])
    return replace(query, select=select, expand=expands(embedded))


def apart(scan: Scan) -> tuple[Scan, ...]:
    """Return a scan and those that come along with it as scans that are read each by itself."""
    names = tuple(column.name for column in scan.columns if column.type != "Edm.Stream")
    queries = tuple(replace(query, select=query.select and names, expand=()) for query in scan.queries)
    alone = replace(scan, queries=queries, embedded=(), expand_rows=None)
    return (alone, *(embedded.scan for embedded in scan.embedded))
