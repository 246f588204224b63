"""The kinds of statements of the fault matrix, over two small objects, with what each does to which rows."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from creatio_dbapi import Connection, Cursor
from creatio_dbapi.sandbox import Column, Sandbox

ITEMS, GROUPS = 22, 4
MANY = 104  # rows of an executemany(): two batches
ITEM, GROUP = "UsrItem", "UsrGroup"
_COLUMNS: dict[str, Column | str] = {
    "N": "Edm.Int32",
    "Name": "Edm.String",
    "Amount": "Edm.Decimal",
    "Code": "Edm.String",
    "GroupId": Column("Edm.Guid", target=GROUP),
}
Cells = tuple[Any, ...]


def item_key(number: int) -> uuid.UUID:
    """Return the key of an item; keys sort as the numbers do."""
    return uuid.UUID(int=0xA000 + number)


def group_key(number: int) -> uuid.UUID:
    """Return the key of a group."""
    return uuid.UUID(int=0xB000 + number)


def create_groups(sandbox: Sandbox) -> None:
    """Make the object that items link to."""
    rows = [{"Id": group_key(n), "Name": f"Group {n}", "Code": f"c{n}"} for n in range(GROUPS)]
    sandbox.create_object(GROUP, {"Name": "Edm.String", "Code": "Edm.String"}, rows=rows)


def create_items(sandbox: Sandbox) -> None:
    """Make the object that the statements are about, anew."""
    rows = [
        {
            "Id": item_key(n),
            "N": n,
            "Name": f"item {n}",
            "Amount": Decimal(n) / 4,
            "Code": f"c{n % GROUPS}",
            "GroupId": group_key(n % GROUPS),
        }
        for n in range(ITEMS)
    ]
    sandbox.create_object(ITEM, _COLUMNS, rows=rows)


def contents(sandbox: Sandbox) -> Counter[Cells]:
    """Count the rows of the object by what they hold: a row that was written twice shows."""
    return Counter((row["N"], row["Name"]) for row in sandbox.rows(ITEM))


@dataclass(frozen=True)
class Effect:
    """What a write does to one row: what the row held before (None: not there) and what it holds after it."""

    before: Cells | None
    after: Cells | None


@dataclass(frozen=True)
class Kind:
    """One kind of statement: how it is run, and for a write what it does to each row."""

    name: str
    run: Callable[[Connection], Any]
    effects: tuple[Effect, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    fresh: bool = False  # needs a connection that has asked nothing yet
    pages: bool = False  # reads pages of rows

    @property
    def writes(self) -> bool:
        """Whether it is a write."""
        return bool(self.effects)


def _rows(sql: str, parameters: Any = None) -> Callable[[Connection], Any]:
    ordered = "ORDER BY" in sql

    def run(connection: Connection) -> Any:
        with connection.cursor() as cursor:
            rows = cursor.execute(sql, parameters).fetchall()
            return rows if ordered else sorted(rows, key=repr)

    return run


def _write(sql: str, parameters: Any = None, *, many: bool = False) -> Callable[[Connection], Any]:
    def run(connection: Connection) -> Any:
        with connection.cursor() as cursor:
            if many:
                cursor.executemany(sql, parameters)
            else:
                cursor.execute(sql, parameters)
            return cursor.rowcount, _returned(cursor)

    return run


def _returned(cursor: Cursor) -> list[Cells]:
    return [] if cursor.description is None else sorted(cursor.fetchall())


def _catalog(connection: Connection) -> Any:
    connection.catalog.refresh()
    return sorted(connection.catalog), connection.catalog[ITEM]


def _inserted(numbers: range) -> tuple[Effect, ...]:
    return tuple(Effect(None, (n, f"new {n}")) for n in numbers)


def _changed(numbers: range) -> tuple[Effect, ...]:
    return tuple(Effect((n, f"item {n}"), (n, f"item {n}!")) for n in numbers)


_NEW = range(100, 105)
_VALUES = ", ".join(f"({n}, 'new {n}')" for n in _NEW)
_MANY = range(100, 100 + MANY)
_UPSERTED = [(item_key(n), n, f"item {n}!" if n < ITEMS else f"new {n}") for n in range(ITEMS - 3, ITEMS + 3)]

KINDS = (
    Kind("key lookup", _rows(f"SELECT Name FROM {ITEM} WHERE Id = ?", [item_key(3)])),
    Kind("paged scan", _rows(f"SELECT N, Name, Amount FROM {ITEM}"), pages=True),
    Kind("filtered scan", _rows(f"SELECT N FROM {ITEM} WHERE N >= 2 AND Name <> 'item 5'"), pages=True),
    Kind("count", _rows(f"SELECT count(*) FROM {ITEM}")),
    Kind("top n", _rows(f"SELECT N FROM {ITEM} ORDER BY N DESC LIMIT 13"), pages=True),
    Kind(
        "join of two scans",
        # With the key of the small table, which would not be read otherwise once it is known to fit into one answer.
        _rows(f"SELECT i.N, g.Id, g.Name FROM {ITEM} i JOIN {GROUP} g ON g.Code = i.Code AND g.Name <> 'Group 1'"),
        pages=True,
    ),
    Kind("group by", _rows(f"SELECT GroupId, sum(Amount), count(*) FROM {ITEM} GROUP BY GroupId"), pages=True),
    Kind("expand", _rows(f"SELECT i.N, g.Name FROM {ITEM} i JOIN {GROUP} g ON g.Id = i.GroupId"), pages=True),
    Kind("metadata", _catalog, fresh=True),
    Kind("probe", _rows(f"SELECT N FROM {ITEM} WHERE lower(Name) = 'item 4'"), options={"forms": "probe"}, fresh=True),
    Kind("INSERT one", _write(f"INSERT INTO {ITEM} (N, Name) VALUES (100, 'new 100')"), _inserted(range(100, 101))),
    Kind("INSERT many", _write(f"INSERT INTO {ITEM} (N, Name) VALUES {_VALUES}"), _inserted(_NEW)),
    Kind("RETURNING", _write(f"INSERT INTO {ITEM} (N, Name) VALUES {_VALUES} RETURNING N, Name"), _inserted(_NEW)),
    Kind(
        "executemany",
        _write(f"INSERT INTO {ITEM} (N, Name) VALUES (?, ?)", [[n, f"new {n}"] for n in _MANY], many=True),
        _inserted(_MANY),
        options={"batches_in_flight": 1},
    ),
    Kind(
        "UPDATE by key",
        _write(f"UPDATE {ITEM} SET Name = 'item 2!' WHERE Id = ?", [item_key(2)]),
        _changed(range(2, 3)),
    ),
    Kind(
        "UPDATE",
        _write(f"UPDATE {ITEM} SET Name = Name || '!' WHERE N BETWEEN 3 AND 9"),
        _changed(range(3, 10)),
        pages=True,
    ),
    Kind(
        "DELETE",
        _write(f"DELETE FROM {ITEM} WHERE N < 9"),
        tuple(Effect((n, f"item {n}"), None) for n in range(9)),
        pages=True,
    ),
    Kind(
        "MERGE",
        _write(
            f"MERGE INTO {ITEM} AS t USING (SELECT * FROM (VALUES (1, 'item 1!'), (2, 'item 2!'), (100, 'new 100'), "
            "(101, 'new 101')) AS v (N, Name)) AS s ON t.N = s.N WHEN MATCHED THEN UPDATE SET Name = s.Name "
            "WHEN NOT MATCHED THEN INSERT (N, Name) VALUES (s.N, s.Name)"
        ),
        (*_inserted(range(100, 102)), *_changed(range(1, 3))),
        pages=True,
    ),
    Kind(
        "upsert",
        _write(
            f"INSERT INTO {ITEM} (Id, N, Name) VALUES (?, ?, ?) ON CONFLICT (Id) DO UPDATE SET Name = excluded.Name",
            _UPSERTED,
            many=True,
        ),
        (*_changed(range(ITEMS - 3, ITEMS)), *(Effect(None, (n, f"new {n}")) for n in range(ITEMS, ITEMS + 3))),
    ),
)
