"""What an instance holds: tables, columns, keys and links, as `$metadata` tells them."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from creatio_dbapi.errors import ProgrammingError

SCHEMA = "creatio"  # taken where a program cannot do without one; the objects of Creatio are in no schema


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; `type` is its EDM name, such as `Edm.Guid`.

    `nullable` is what `$metadata` says outright (True or False) and None where it says nothing, as Creatio does for
    everything but text. `link` names the navigation property behind a lookup column (`Account` for `AccountId`).
    """

    name: str
    type: str
    nullable: bool | None = None
    link: str | None = None
    max_length: int | None = None
    precision: int | None = None
    scale: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A lookup: column `column` of a table holds the key `key` of one row of `target`; OData calls it `name`."""

    name: str
    column: str
    target: str
    partner: str | None = None
    key: str = "Id"


@dataclass(frozen=True, slots=True)
class Reference:
    """What is declared to refer to another table and is no lookup: several columns, or a column that is no key there.

    `columns` hold the values of `target_columns` of one row of `target`; OData calls it `name`.
    """

    name: str
    columns: tuple[str, ...]
    target: str
    target_columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Collection:
    """The rows of `target` that point back to a row of the table, as a to-many navigation property."""

    name: str
    target: str


@dataclass(frozen=True, slots=True)
class Table:
    """An object of the instance: its entity set's name, columns in the order of `$metadata`, key and links.

    Creatio has lookups alone; `references` are what other OData servers declare beside them.
    """

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    links: tuple[Link, ...] = ()
    collections: tuple[Collection, ...] = ()
    references: tuple[Reference, ...] = ()


class Catalog(Mapping[str, Table]):
    """All tables of an instance by name; iteration follows `$metadata`, and a table is built when it is asked for."""

    def __init__(self, tables: Mapping[str, Table], *, fetched_at: float = 0.0) -> None:
        self._tables = tables
        self._lower: dict[str, str] | None = None
        self.fetched_at = fetched_at
        self.version = 0  # how often what is held was replaced

    def __getitem__(self, name: str) -> Table:
        return self._tables[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def replace(self, other: Catalog) -> None:
        """Hold what `other` holds, from now on."""
        self._tables, self._lower, self.fetched_at = other._tables, None, other.fetched_at
        self.version += 1

    def find(self, name: str, *, exact: bool = False) -> Table:
        """Return the table called `name`: as written if `exact`, else without regard to case.

        Raises ProgrammingError with the nearest names when there is none.
        """
        if name in self._tables:
            return self._tables[name]
        if self._lower is None:
            self._lower = {known.lower(): known for known in self._tables}
        known = self._lower.get(name.lower())
        if known is not None and not exact:
            return self._tables[known]
        near = [known] if known else nearest(name, list(self._tables))
        hint = _SQLITE if name == "sqlite_master" else did_you_mean(near)
        raise ProgrammingError(f'table "{name}" not found{hint}', table=name)


_SQLITE = "; pandas takes a connection for one of SQLite: give it an engine of SQLAlchemy, create_engine('creatio://…')"


def find_column(table: Table, name: str, *, exact: bool = False) -> Column | None:
    """Return the column of `table` called `name`, without regard to case unless `exact`, or None."""
    lower = name.lower()
    found = None
    for column in table.columns:
        if column.name == name:
            return column
        if not exact and column.name.lower() == lower:
            found = column
    return found


def link_of(table: Table, column: Column) -> Link | None:
    """Return the link behind a lookup column, or None for any other column."""
    return next((link for link in table.links if link.column == column.name), None)


def nearest(name: str, names: list[str]) -> list[str]:
    """Return up to three of `names` that look like `name`, the likeliest first."""
    by_lower = {known.lower(): known for known in names}
    return [by_lower[match] for match in difflib.get_close_matches(name.lower(), list(by_lower), n=3, cutoff=0.6)]


def did_you_mean(names: list[str]) -> str:
    """Write `names` as the end of a message: `; did you mean "Contact"?`, or nothing when there are none."""
    if not names:
        return ""
    return "; did you mean " + " or ".join(f'"{name}"' for name in names) + "?"
