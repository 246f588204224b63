"""The values that writes are made of: changes of single rows, and the plans that lead to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from sqlglot import exp

from creatio_dbapi.catalog import Column, Table
from creatio_dbapi.request import Value

Tree: TypeAlias = "exp.Expr"
Kind = Literal["insert", "update", "delete"]


@dataclass(frozen=True, slots=True)
class Change:
    """One row to insert, update or delete: its key, and the JSON members and streams that are written.

    The key is empty where the server makes it; `made` says that it was made here, so that nobody else can have it.
    `seen` says that the row was there a moment ago.
    `row` is the place of the row in the statement: of a parameter set, of a row of VALUES, or of a row that was found.
    """

    kind: Kind
    table: Table
    key: tuple[Value, ...]
    members: Mapping[str, object]
    streams: Mapping[str, bytes | None] = field(default_factory=dict)
    row: int = 0
    made: bool = False
    seen: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """What INSERT does with a row whose key is there: nothing, or set `columns` to what `select` gives.

    `select` reads the local tables `alias` (the rows that are there) and `excluded` (those that were to be inserted);
    its first columns are the key, then come the new values of `columns`. `compares_text` says that what it gives
    depends on how text compares.
    """

    columns: tuple[Column, ...] = ()
    select: exp.Select | None = None
    needed: tuple[Column, ...] = ()
    compares_text: bool = False


@dataclass(frozen=True, slots=True)
class InsertPlan:
    """INSERT: the columns that are named and where their values come from: `rows` of expressions, or a `query`."""

    table: Table
    alias: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[exp.Expr, ...], ...]
    query: exp.Expr | None
    conflict: Conflict | None = None
    returning: exp.Select | None = None


@dataclass(frozen=True, slots=True)
class ChangePlan:
    """UPDATE or DELETE: of the row with `key`, or of the rows that `find` gives.

    `find` gives the key, then the new values of the columns `computed`; `constants` are those known already. Of a
    DELETE from a table that looks itself up it gives the keys of the row's parents, so that children go first.
    """

    kind: Literal["update", "delete"]
    table: Table
    alias: str
    constants: Mapping[Column, object]
    computed: tuple[Column, ...]
    key: tuple[Value, ...]
    find: exp.Select | None
    returning: exp.Select | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    """One WHEN of a MERGE: what it does, the columns it writes, and where their values stand in the found row."""

    kind: Literal["insert", "update", "delete", "nothing"]
    columns: tuple[Column, ...] = ()
    start: int = 0


@dataclass(frozen=True, slots=True)
class MergePlan:
    """MERGE: `find` gives the number of the branch, the key of the row that matched, then all branches' values."""

    table: Table
    alias: str
    branches: tuple[Branch, ...]
    find: exp.Select
    returning: exp.Select | None = None


WritePlan = InsertPlan | ChangePlan | MergePlan
