"""The values a plan is made of: scans, predicates, result columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from creatio_dbapi.catalog import Column, Table
from creatio_dbapi.request import Filter, Query

Verdict = Literal["exact", "superset", "local"]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A condition of the statement and where it is decided; `reason` says why it stays, where it does."""

    sql: str
    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reduction:
    """What lets a scan be read by keys: only rows whose `column` is among some values can matter.

    The values are those of column `by_column` of the scan called `by`; or they were given, and `filters` has one for
    each, all for different rows. `path` is how a filter addresses the column.
    """

    column: Column
    path: tuple[str, ...]
    by: str = ""
    by_column: str = ""
    filters: tuple[Filter, ...] = ()


@dataclass(frozen=True, slots=True)
class Embedded:
    """A scan without requests of its own: its rows come along with another one's, behind the link `link`."""

    link: str
    scan: Scan


@dataclass(frozen=True, slots=True)
class Scan:
    """One read of a table.

    `queries` are read one after another and give disjoint rows: more than one where an order has to put empty cells in
    their place. `limit` and `offset` count over all of them. `unique` says that the key allows one row at the most;
    `count` that only the number of rows is wanted, as the one value of the column `count`. Where there are more than
    `expand_rows` rows, the embedded scans are read by themselves after all.
    """

    name: str
    table: Table
    columns: tuple[Column, ...]
    queries: tuple[Query, ...]
    limit: int | None = None
    offset: int = 0
    unique: bool = False
    count: bool = False
    forms: frozenset[str] = frozenset()
    predicates: tuple[Predicate, ...] = ()
    reductions: tuple[Reduction, ...] = ()
    embedded: tuple[Embedded, ...] = ()
    expand_rows: int | None = None


@dataclass(frozen=True, slots=True)
class ResultColumn:
    """A column of the answer: its name, EDM type, and whether it may be NULL (None: not known).

    `precision` and `scale` are those of a decimal, where they are known.
    """

    name: str
    type: str
    nullable: bool | None = None
    precision: int | None = None
    scale: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """How a SELECT is answered.

    Without `local`, the answer is the columns of the one scan at the places `direct`. With it, the local engine runs
    that SQL over the scans: page by page when `row_wise` (then `limit` and `offset` are kept here), else over all rows.
    """

    scans: tuple[Scan, ...]
    local: str | None = None
    local_reasons: tuple[str, ...] = ()
    row_wise: bool = False
    limit: int | None = None
    offset: int = 0
    direct: tuple[int, ...] = ()
    compares_text: bool = False
    result: tuple[ResultColumn, ...] = ()


def with_embedded(scans: Iterable[Scan]) -> Iterator[Scan]:
    """Give scans, each followed by those whose rows come along with it."""
    for scan in scans:
        yield scan
        yield from with_embedded(embedded.scan for embedded in scan.embedded)
