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
    """A scan without requests of its own: its rows come along with another one's, behind the link `link`.

    The other one's column `by` looks them up. Their key comes with them, or it is that column's value, or it is made
    here: rows behind the link that are alike in all that is read of them are then one row. That can be where a `lone`
    condition, the one that joins the two, is all that reads the key and `by`, which then are not in the answer. A
    `certain` lookup is there, as the filter of the rows says. Where one is `needed`, a row without it does not count
    for the limit of its scan. Where rows without it do not matter at all, `present` is a filter that lets the others
    pass, for a server that is known to compare lookups with null.
    """

    link: str
    scan: Scan
    by: str
    lone: bool = False
    certain: bool = False
    needed: bool = False
    present: Filter | None = None
    key: Literal["comes", "looked up", "made"] = "comes"

    @property
    def asked(self) -> tuple[str, ...]:
        """The columns that come with the answer."""
        absent = self.scan.made | (set() if self.key == "comes" else set(self.scan.table.key))
        return tuple([column.name for column in self.scan.columns if column.name not in absent])

    @property
    def is_needed(self) -> bool:
        """Whether a row without it, or without what it looks up itself, does not count."""
        return self.needed or any(each.is_needed for each in self.scan.embedded)

    @property
    def comes(self) -> bool:
        """Whether there is anything of it in the answer."""
        return bool(self.asked) or any(each.comes for each in self.scan.embedded)


@dataclass(frozen=True, slots=True)
class Leading:
    """The first key of the order that the first rows of a scan are asked for in.

    `filter` is that of all rows of the scan, whichever of its queries gives them.
    """

    column: Column
    descending: bool
    nulls_first: bool
    filter: Filter | None


@dataclass(frozen=True, slots=True)
class Scan:
    """One read of a table.

    `queries` are read one after another and give disjoint rows: more than one where an order has to put empty cells in
    their place. `limit` and `offset` count over all of them; rows that are equal to the last of them in the columns
    `ties` are wanted as well. `unique` says that the key allows one row at the most;
    `count` that only the number of rows is wanted, as the one value of the column `count`. Where there are more than
    `expand_rows` rows, the embedded scans are read by themselves after all. `unused` columns are read to tell rows
    apart, and local SQL does not mention them.
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
    ties: tuple[str, ...] = ()
    unused: frozenset[str] = frozenset()
    leading: Leading | None = None

    @property
    def made(self) -> frozenset[str]:
        """The columns that are not in the answer, but made of what came along."""
        return frozenset([each.by for each in self.embedded if each.key == "made"] if self.embedded else ())

    @property
    def loaded(self) -> tuple[Column, ...]:
        """The columns that the local engine is given."""
        return tuple([column for column in self.columns if column.name not in self.unused])


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
class FirstText:
    """The text that an answer of `rows` rows at the most is sorted by before all else: a column of one scan.

    Where there are so many, rows of that scan which come later in this order than the last of them do not matter.
    """

    scan: str
    column: Column
    descending: bool
    rows: int


@dataclass(frozen=True, slots=True)
class Shorter:
    """Another plan for the same first rows, which needs less, and columns behind the answer's that prove it.

    Where it has no key to sort by, `ties` says, and the first of these columns holds the number of rows that are equal
    in all other keys of the order. The other one is the text of `first`, if that is known.
    """

    plan: Plan
    ties: bool
    first: FirstText | None


@dataclass(frozen=True, slots=True)
class Plan:
    """How a SELECT is answered.

    Without `local`, the answer is the columns of the one scan at the places `direct`. With it, the local engine runs
    that SQL over the scans: page by page when `row_wise` (then `limit` and `offset` are kept here), else over all rows.
    There may be `shorter` ways to the same rows, the shortest first; None where nobody has looked for them yet.
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
    shorter: tuple[Shorter, ...] | None = None


def with_embedded(scans: Iterable[Scan]) -> Iterator[Scan]:
    """Give scans, each followed by those whose rows come along with it."""
    for scan in scans:
        yield scan
        yield from with_embedded([embedded.scan for embedded in scan.embedded])
