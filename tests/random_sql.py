"""Random SELECT statements over four small objects, and the objects themselves; every choice is hypothesis' own.

A statement is made so that any right engine gives the same answer: LIMIT comes with a total order, window frames with
one too, and nothing depends on which of two equal texts stands for a group. Where a column of an object is called
nullable, its NULLs are shown; elsewhere Creatio shows an empty text, 0, false, or (moments, lookups) NULL.
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from creatio_dbapi.sandbox import Column as StoredColumn

T = TypeVar("T")

# -- the objects ---------------------------------------------------------------------------------------------

_GUID, _TEXT, _INT, _DECIMAL = "Edm.Guid", "Edm.String", "Edm.Int32", "Edm.Decimal"
_BOOLEAN, _MOMENT = "Edm.Boolean", "Edm.DateTimeOffset"

OBJECTS: dict[str, dict[str, StoredColumn]] = {
    "UsrCity": {
        "Id": StoredColumn(_GUID),
        "Name": StoredColumn(_TEXT),
        "People": StoredColumn(_INT, nullable=True),
        "Founded": StoredColumn(_MOMENT),
    },
    "UsrFirm": {
        "Id": StoredColumn(_GUID),
        "Name": StoredColumn(_TEXT, nullable=True),
        "Kind": StoredColumn(_TEXT),
        "CityId": StoredColumn(_GUID, target="UsrCity"),
        "Size": StoredColumn(_INT),
        "Revenue": StoredColumn(_DECIMAL, nullable=True),
        "Active": StoredColumn(_BOOLEAN),
    },
    "UsrPerson": {
        "Id": StoredColumn(_GUID),
        "N": StoredColumn(_INT),
        "Name": StoredColumn(_TEXT),
        "Title": StoredColumn(_TEXT, nullable=True),
        "Age": StoredColumn(_INT, nullable=True),
        "Score": StoredColumn(_INT),
        "Price": StoredColumn(_DECIMAL, nullable=True),
        "Cost": StoredColumn(_DECIMAL),
        "Active": StoredColumn(_BOOLEAN, nullable=True),
        "Done": StoredColumn(_BOOLEAN),
        "Born": StoredColumn(_MOMENT, nullable=True),
        "Seen": StoredColumn(_MOMENT),
        "FirmId": StoredColumn(_GUID, target="UsrFirm"),
        "CityId": StoredColumn(_GUID, target="UsrCity"),
        "BossId": StoredColumn(_GUID, target="UsrPerson"),
        "Mark": StoredColumn(_GUID, nullable=True),
    },
    "UsrDeal": {
        "Id": StoredColumn(_GUID),
        "FirmId": StoredColumn(_GUID, target="UsrFirm"),
        "PersonId": StoredColumn(_GUID, target="UsrPerson"),
        "Amount": StoredColumn(_DECIMAL),
        "Stage": StoredColumn(_TEXT),
        "Closed": StoredColumn(_MOMENT),
        "Won": StoredColumn(_BOOLEAN),
    },
}

TEXTS = (
    "Anna", "ANNA", "anna", "Anna ", "Annabel", "Bob", "", "O'Brien", "''", "100%", "a_b", "[x]", "back\\slash", "a&b",
    "#1", "+", "line\nbreak", "😀", "Привет", "ПРИВЕТ", "straße", "é", "B", "b",
)  # fmt: skip
INTEGERS = (0, 1, -1, 7, 30, 30, 41, 99, 2**31 - 1, -(2**31))
DECIMALS = tuple(map(Decimal, ("0", "0.1", "0.3", "-0.01", "100.1", "100.10", "1234567.89", "-5", "9007199254740993")))
MOMENTS = (
    "2024-02-29T12:30:45.1234567Z",
    "2024-02-29T12:30:45.123456Z",
    "2024-02-29T23:59:59.9999999Z",
    "2024-03-01T00:00:00Z",
    "2024-01-01T00:00:00Z",
    "2023-12-31T23:59:59.9999999Z",
    "2025-06-15T08:00:00Z",
    "2025-06-30T22:15:00.5Z",
    "1969-12-31T23:59:59.999999Z",
    "1582-10-15T00:00:00Z",
)
_EMPTY = {_GUID: str(uuid.UUID(int=0)), _MOMENT: "0001-01-01T00:00:00Z"}
_SIZES = {"UsrCity": 6, "UsrFirm": 14, "UsrPerson": 45, "UsrDeal": 30}


def key_of(name: str, number: int) -> uuid.UUID:
    """Return the key of one row of an object; the numbers from the object's size on have no row."""
    return uuid.UUID(int=(list(OBJECTS).index(name) + 1) << 64 | (number * 7919 + 13) % 10007)


def make_rows(name: str, seed: int, *, dangling: bool = True) -> list[dict[str, object]]:
    """Return an object's rows, the same for the same seed; about one cell in six is NULL.

    Where `dangling`, some lookups point at rows that are not there, which no foreign key would allow.
    """
    chooser = random.Random(f"{name} {seed}")  # noqa: S311 - test data
    return [_row(name, number, chooser, 2 if dangling else 0) for number in range(_SIZES[name])]


def _row(name: str, number: int, chooser: random.Random, missing: int) -> dict[str, object]:
    row: dict[str, object] = {}
    for column, spec in OBJECTS[name].items():
        row[column] = _cell(spec, chooser, missing)
    return {**row, "Id": key_of(name, number), **({"N": number} if "N" in row else {})}


def _cell(spec: StoredColumn, chooser: random.Random, missing: int) -> object:
    if chooser.random() < 1 / 6:
        return None
    # A lookup that holds the empty key points at no row, too.
    if spec.type in _EMPTY and (missing or not spec.target) and chooser.random() < 1 / 8:
        return _EMPTY[spec.type]
    if spec.type == _GUID:
        target = spec.target or "UsrCity"
        return key_of(target, chooser.randrange(_SIZES[target] + missing))
    values: dict[str, Sequence[object]] = {
        _TEXT: TEXTS, _INT: INTEGERS, _DECIMAL: DECIMALS, _BOOLEAN: (True, False), _MOMENT: MOMENTS,
    }  # fmt: skip
    return chooser.choice(values[spec.type])


# -- what a statement is made of -----------------------------------------------------------------------------

KINDS = {_GUID: "guid", _TEXT: "text", _INT: "int", _DECIMAL: "decimal", _BOOLEAN: "bool", _MOMENT: "moment"}


@dataclass(frozen=True)
class Name:
    """A column that an expression can use: how it is written, and its kind."""

    sql: str
    kind: str


@dataclass(frozen=True)
class Relation:
    """Something to select from: its text in FROM, its alias, its columns, and those that tell its rows apart."""

    sql: str
    alias: str
    columns: tuple[Name, ...]
    key: tuple[str, ...]
    table: str = ""


@dataclass(frozen=True)
class Statement:
    """A statement; `ordered` says that its rows come in one order only.

    `whole` is the same without its LIMIT where no order says which rows are given: any of them would do.
    """

    sql: str
    ordered: bool = False
    whole: str = ""


@dataclass(frozen=True)
class Scope:
    """The columns within reach, and how much more may be nested."""

    columns: tuple[Name, ...]
    depth: int

    def deeper(self) -> Scope:
        """Return the same scope one level further down."""
        return replace(self, depth=self.depth - 1)

    def of_kind(self, kind: str) -> list[Name]:
        """Return the columns of one kind."""
        return [name for name in self.columns if name.kind == kind]


def literal(text: str) -> str:
    """Write a text as SQL."""
    return "'" + text.replace("'", "''") + "'"


_COMPARISONS = ("=", "<>", "<", "<=", ">", ">=")
_UNITS = ("year", "quarter", "month", "week", "day", "hour")
_PATTERNS = (
    "A%", "%a", "%nn%", "Ann_", "%", "", "_", "a!_b", "%!%", "O'%", "%[x]%", "b%k%", "Anna", "П%", "%\\%", "%&%", "a%a",
    "% ", "%\n%", "😀",
)  # fmt: skip
_STEMS = ("int", "text", "bool", "decimal", "moment", "guid")


class Maker:
    """Makes one statement; what it chooses comes from `chooser`, where less is always simpler."""

    def __init__(self, chooser: random.Random) -> None:
        self._chooser = chooser
        self._aliases = 0

    def pick(self, items: Sequence[T]) -> T:
        """Return one of some things; the first is the simplest."""
        return items[self._chooser.randrange(len(items))]

    def chance(self, percent: int) -> bool:
        """Say yes in so many of a hundred cases."""
        return self._chooser.randrange(100) >= 100 - percent

    def some(self, items: Sequence[T], most: int) -> list[T]:
        """Return one up to `most` things, which may repeat."""
        return [self.pick(items) for _ in range(1 + self._chooser.randrange(most))]

    def alias(self) -> str:
        """Return a name that the statement does not have yet."""
        self._aliases += 1
        return f"t{self._aliases}"

    # -- values

    def constant(self, kind: str) -> str:
        """Write a constant of a kind."""
        if kind == "int":
            return self.pick(("30", "0", "1", "-5", "41", "7 + 23", "30.5", "2147483647", "99999999999", "abs(-1)"))
        if kind == "decimal":
            return self.pick(("0", "0.1", "100.1", "-0.01", "1234567.89", "30", "100.10 + 0"))
        if kind == "text":
            return literal(self.pick(TEXTS))
        if kind == "bool":
            return self.pick(("true", "false"))
        if kind == "guid":
            return literal(str(self.guid()))
        return self.moment()

    def guid(self) -> uuid.UUID:
        """Return the key of some row, or of none, or the empty one."""
        name = self.pick(("UsrFirm", "UsrCity", "UsrPerson"))
        return uuid.UUID(int=0) if self.chance(10) else key_of(name, self._chooser.randrange(_SIZES[name] + 2))

    def moment(self) -> str:
        """Write a moment: typed, as plain text, computed, or as a date."""
        text = self.pick(MOMENTS)[:26].removesuffix("Z").replace("T", " ")
        form = self.pick(("typed", "typed", "text", "date", "sum"))
        if form == "text":
            return literal(text)
        if form == "date":
            return f"DATE '{text[:10]}'"
        typed = f"TIMESTAMPTZ '{text}+00'"
        return f"({typed} + INTERVAL 1 DAY)" if form == "sum" else typed

    def column(self, scope: Scope, kind: str) -> str:
        """Write a column of a kind, or a constant where there is none."""
        names = scope.of_kind(kind)
        return self.pick(names).sql if names else self.constant(kind)

    def value(self, scope: Scope, kind: str) -> str:
        """Write an expression of a kind."""
        if scope.depth <= 0 or self.chance(55):
            return self.constant(kind) if self.chance(15) else self.column(scope, kind)
        inner = scope.deeper()
        if self.chance(20):
            return self.general(inner, kind)
        makers: dict[str, Callable[[Scope], str]] = {
            "int": self.integer,
            "decimal": self.decimal,
            "text": self.text,
            "bool": lambda scope: f"({self.predicate(scope)})",
        }
        return makers[kind](inner) if kind in makers else self.column(scope, kind)

    def general(self, scope: Scope, kind: str) -> str:
        """Write what gives any kind: CASE, coalesce, nullif, a scalar subquery."""
        one, other = self.value(scope, kind), self.column(scope, kind)
        form = self.pick(("coalesce", "case", "nullif", "scalar", "simple case"))
        if form == "case":
            return f"CASE WHEN {self.predicate(scope)} THEN {one} ELSE {other} END"
        if form == "simple case":
            subject = self.column(scope, "int")
            return f"CASE {subject} WHEN 30 THEN {one} WHEN 0 THEN {other} END"
        if form == "scalar" and kind in ("int", "decimal", "moment"):
            return self.scalar(scope, kind)
        return f"{form if form in ('coalesce', 'nullif') else 'coalesce'}({other}, {one})"

    def integer(self, scope: Scope) -> str:
        """Write an integer made of other things."""
        form = self.pick(("length", "abs", "sum", "rest", "extract", "cast", "count", "month"))
        if form == "length":
            return f"length({self.value(scope, 'text')})"
        if form in ("extract", "month"):
            part = self.pick(("year", "month", "day", "quarter", "dow", "hour"))
            return f"extract({part} FROM {self.column(scope, 'moment')}{self._stamp(scope)})"
        if form == "cast":
            return f"CAST({self.value(scope, 'bool')} AS INTEGER)"
        if form == "count":
            return self.scalar_count(scope)
        small = f"({self.column(scope, 'int')} % 1000)"
        return {"abs": f"abs({small})", "sum": f"({small} + {small})", "rest": f"({small} % 7)"}[form]

    def _stamp(self, scope: Scope) -> str:
        return "" if scope.of_kind("moment") else "::TIMESTAMPTZ"

    def decimal(self, scope: Scope) -> str:
        """Write a decimal made of other things."""
        column = self.column(scope, "decimal")
        form = self.pick(("round", "sum", "product", "abs", "negative"))
        texts = {
            "round": f"round({column}, 1)",
            "sum": f"({column} + {self.column(scope, 'decimal')})",
            "product": f"({column} * 2)",
            "abs": f"abs({column})",
            "negative": f"(- {column})",
        }
        return texts[form]

    def text(self, scope: Scope) -> str:
        """Write a text made of other things; equal texts of another case give equal texts again."""
        column = self.column(scope, "text")
        form = self.pick(("lower", "upper", "concat", "substr", "trim", "left", "cast", "concat function", "replace"))
        texts = {
            "lower": f"lower({column})",
            "upper": f"upper({column})",
            "concat": f"({column} || {self.column(scope, 'text')})",
            "concat function": f"concat({column}, '-', {self.column(scope, 'text')})",
            "substr": f"substr({column}, 1, 2)",
            "trim": f"trim({column})",
            "left": f"left({column}, 3)",
            "cast": f"CAST({self.column(scope, 'int')} AS VARCHAR)",
            "replace": f"replace(lower({column}), 'a', 'o')",
        }
        return texts[form]

    # -- predicates

    def predicate(self, scope: Scope) -> str:
        """Write a predicate."""
        if scope.depth > 0 and self.chance(40):
            inner = scope.deeper()
            form = self.pick(("AND", "OR", "NOT"))
            if form == "NOT":
                return f"NOT ({self.predicate(inner)})"
            return f"({self.predicate(inner)} {form} {self.predicate(inner)})"
        atoms = [
            self.comparison, self.comparison, self.range, self.among, self.null_test, self.like, self.flag,
            self.distinctness, self.period, self.computed,
        ]  # fmt: skip
        if scope.depth > 0:
            atoms += [self.exists, self.within, self.quantified]
        return self.pick(atoms)(scope)

    def _operands(self, scope: Scope) -> tuple[str, str]:
        kinds = [kind for kind in _STEMS if scope.of_kind(kind)] or ["int"]
        kind = self.pick(kinds)
        return kind, self.column(scope, kind)

    def comparison(self, scope: Scope) -> str:
        """Compare a column with a constant, on either side, or with another column."""
        kind, column = self._operands(scope)
        operator = self.pick(_COMPARISONS)
        other = self.column(scope, kind) if self.chance(20) else self.constant(kind)
        if self.chance(5):
            other = "NULL"
        return f"{other} {operator} {column}" if self.chance(15) else f"{column} {operator} {other}"

    def computed(self, scope: Scope) -> str:
        """Compare two expressions of a kind, or give a constant."""
        if self.chance(10):
            return self.pick(("true", "false", "NULL", "1 = 0", "1 = 1"))
        kind = self.pick(("int", "text", "decimal", "bool"))
        inner = replace(scope, depth=min(scope.depth, 1))
        return f"{self.value(inner, kind)} {self.pick(_COMPARISONS)} {self.value(inner, kind)}"

    def range(self, scope: Scope) -> str:
        """Write BETWEEN."""
        kind, column = self._operands(scope)
        word = self.pick(("BETWEEN", "NOT BETWEEN"))
        return f"{column} {word} {self.constant(kind)} AND {self.constant(kind)}"

    def among(self, scope: Scope) -> str:
        """Write IN with a list of constants, some of them NULL."""
        kind, column = self._operands(scope)
        items = [self.constant(kind) for _ in range(1 + self._chooser.randrange(4))]
        if self.chance(10):
            items.append("NULL")
        return f"{column} {self.pick(('IN', 'NOT IN'))} ({', '.join(items)})"

    def null_test(self, scope: Scope) -> str:
        """Write IS NULL, or IS NOT NULL."""
        return f"{self._operands(scope)[1]} IS {self.pick(('', 'NOT '))}NULL"

    def like(self, scope: Scope) -> str:
        """Write LIKE, NOT LIKE or ILIKE, with and without ESCAPE, or a comparison of lower()."""
        column, pattern = self.column(scope, "text"), self.pick(_PATTERNS)
        form = self.pick(("LIKE", "NOT LIKE", "ILIKE", "lower", "NOT ILIKE"))
        if form == "lower":
            return f"{self.pick(('lower', 'upper'))}({column}) {self.pick(('=', '<>'))} {literal(self.pick(TEXTS))}"
        escape = " ESCAPE '!'" if "!" in pattern and not pattern.endswith("!") else ""
        pattern = "%!%%" if pattern == "%!%" and escape else pattern
        return f"{column} {form} {literal(pattern)}{escape}"

    def flag(self, scope: Scope) -> str:
        """Use a Boolean as a predicate."""
        column = self.column(scope, "bool")
        return self.pick(("{}", "NOT {}", "{} IS TRUE", "{} IS NOT TRUE", "{} IS FALSE", "{} IS NOT FALSE")).format(
            column
        )

    def distinctness(self, scope: Scope) -> str:
        """Write IS [NOT] DISTINCT FROM."""
        kind, column = self._operands(scope)
        other = "NULL" if self.chance(15) else self.constant(kind)
        return f"{column} IS {self.pick(('', 'NOT '))}DISTINCT FROM {other}"

    def period(self, scope: Scope) -> str:
        """Compare a part of a moment, or a moment truncated, with a constant."""
        column = self.column(scope, "moment") + self._stamp(scope)
        operator = self.pick(_COMPARISONS)
        form = self.pick(("year", "date", "trunc", "years", "year()", "dates", "part"))
        forms = {
            "year": f"extract(year FROM {column}) {operator} {self.pick((2024, 2025, 1969))}",
            "year()": f"year({column}) {operator} {self.pick((2024, 2025, 1969))}",
            "years": f"extract(year FROM {column}) {self.pick(('IN', 'NOT IN'))} (2023, 2024)",
            "date": f"{column}::date {operator} DATE '2024-02-29'",
            "dates": f"CAST({column} AS DATE) BETWEEN DATE '2024-01-01' AND DATE '2024-02-29'",
            "part": f"extract({self.pick(('month', 'day', 'dow'))} FROM {column}) {operator} 2",
            "trunc": f"date_trunc('{self.pick(_UNITS)}', {column}) {operator} {self._typed_moment()}",
        }
        return forms[form]

    def _typed_moment(self) -> str:
        return f"TIMESTAMPTZ '{self.pick(MOMENTS)[:10]} 00:00:00+00'"

    # -- subqueries

    def _inner(self, scope: Scope) -> tuple[Relation, Scope]:
        relation = self.table()
        return relation, Scope((*relation.columns, *relation.columns, *scope.columns), scope.depth - 1)

    def _condition(self, relation: Relation, inner: Scope, scope: Scope) -> str:
        """Tie a subquery to what is around it in most cases; add a condition of its own in some."""
        parts = []
        keys = [name for name in relation.columns if name.kind == "guid"]
        outer = scope.of_kind("guid")
        if outer and self.chance(65):
            parts.append(f"{self.pick(keys).sql} = {self.pick(outer).sql}")
        if not parts or self.chance(50):
            parts.append(self.predicate(replace(inner, depth=min(inner.depth, 1))))
        return " AND ".join(parts)

    def exists(self, scope: Scope) -> str:
        """Write EXISTS or NOT EXISTS."""
        relation, inner = self._inner(scope)
        condition = self._condition(relation, inner, scope)
        return f"{self.pick(('', 'NOT '))}EXISTS (SELECT 1 FROM {relation.sql} WHERE {condition})"

    def within(self, scope: Scope) -> str:
        """Write IN or NOT IN a subquery."""
        relation, inner = self._inner(scope)
        kind = self.pick(("guid", "int", "text"))
        mine = self.column(scope, kind)
        theirs = self.column(Scope(relation.columns, 0), kind)
        condition = f" WHERE {self.predicate(replace(inner, depth=0))}" if self.chance(60) else ""
        return f"{mine} {self.pick(('IN', 'NOT IN'))} (SELECT {theirs} FROM {relation.sql}{condition})"

    def quantified(self, scope: Scope) -> str:
        """Compare with ANY or ALL of a subquery, or with a scalar one."""
        kind = self.pick(("int", "decimal"))
        compared = f"{self.column(scope, kind)} {self.pick(_COMPARISONS)}"
        if self.chance(50):
            return f"{compared} {self.scalar(scope, kind)}"
        relation = self.table()
        theirs = self.column(Scope(relation.columns, 0), kind)
        where = self.predicate(Scope(relation.columns, 0))
        return f"{compared} {self.pick(('ANY', 'ALL'))} (SELECT {theirs} FROM {relation.sql} WHERE {where})"

    def scalar(self, scope: Scope, kind: str) -> str:
        """Write a scalar subquery: the least or the greatest of something."""
        relation, inner = self._inner(scope)
        condition = self._condition(relation, inner, scope)
        value = self.column(Scope(relation.columns, 0), kind)
        return f"(SELECT {self.pick(('max', 'min'))}({value}) FROM {relation.sql} WHERE {condition})"

    def scalar_count(self, scope: Scope) -> str:
        """Write a scalar subquery that counts."""
        relation, inner = self._inner(scope)
        return f"(SELECT count(*) FROM {relation.sql} WHERE {self._condition(relation, inner, scope)})"

    # -- FROM

    def table(self, name: str = "") -> Relation:
        """Return one of the objects under a new alias."""
        name = name or self.pick(("UsrPerson", "UsrFirm", "UsrDeal", "UsrCity", "UsrPerson"))
        alias = self.alias()
        columns = tuple(Name(f"{alias}.{column}", KINDS[spec.type]) for column, spec in OBJECTS[name].items())
        return Relation(f"{name} {self.pick(('', 'AS '))}{alias}", alias, columns, (f"{alias}.Id",), name)

    def derived(self, depth: int) -> Relation:
        """Return a subquery in FROM, or a VALUES list."""
        if self.chance(15):
            return self.values()
        body, kinds = self.block(depth - 1)
        return self.named(f"({body}) AS {{}}", kinds)

    def named(self, form: str, kinds: Sequence[str]) -> Relation:
        """Return a relation of columns c1, c2 … that `form` gives when an alias is put into it."""
        alias = self.alias()
        columns = tuple(Name(f"{alias}.c{place}", kind) for place, kind in enumerate(kinds, 1))
        return Relation(form.format(alias), alias, columns, tuple(name.sql for name in columns))

    def values(self) -> Relation:
        """Return a VALUES list: keys of firms with a number, a text, a moment and a decimal."""
        rows = ", ".join(
            f"(CAST('{key_of('UsrFirm', number)}' AS UUID), {self.pick((number, *INTEGERS))}, "
            f"{literal(self.pick(TEXTS))}, {self._typed_moment()}, {self.pick(DECIMALS)}::DECIMAL(38, 2))"
            for number in range(1 + self._chooser.randrange(4))
        )
        return self.named(f"(VALUES {rows}) AS {{}}(c1, c2, c3, c4, c5)", ("guid", "int", "text", "moment", "decimal"))

    def relation(self, depth: int, ctes: Sequence[tuple[str, tuple[str, ...]]] = ()) -> Relation:
        """Return something to select from."""
        if ctes and self.chance(60):
            name, kinds = self.pick(ctes)
            return self.named(f"{name} AS {{}}", kinds)
        if self.chance(8):
            return self.values()
        return self.derived(depth) if depth > 1 and self.chance(15) else self.table()

    def joined(self, depth: int, ctes: Sequence[tuple[str, tuple[str, ...]]] = ()) -> tuple[str, list[Relation]]:
        """Return FROM's text and what it joins: one relation, often two, at times three."""
        relations = [self.relation(depth, ctes)]
        text = relations[0].sql
        wide = False
        while len(relations) < 3 and self.chance(45 if len(relations) == 1 else 30):
            form = self.pick(("lookup", "lookup", "lookup", "any", "USING", "cross", "comma", "LATERAL", "natural"))
            if form in ("any", "cross", "comma", "natural"):
                if wide:
                    break
                wide = True
            text += self._join(form, relations, depth)
        return text, relations

    def _join(self, form: str, relations: list[Relation], depth: int) -> str:
        left = relations[-1]
        if form == "LATERAL":
            return self._lateral(relations, depth)
        right = self._looked_up(left) if form == "lookup" else self.relation(depth)
        kind = self.pick(("JOIN", "LEFT JOIN", "INNER JOIN", "RIGHT JOIN", "FULL JOIN", "LEFT OUTER JOIN"))
        before = tuple(name for relation in relations for name in relation.columns)
        relations.append(right)
        if form == "cross":
            return f" CROSS JOIN {right.sql}"
        if form == "natural" and left.table and right.table and len(relations) == 2:
            return f" NATURAL {self.pick(('', 'LEFT ', 'FULL '))}JOIN {right.sql}"
        if form == "comma":
            return f", {right.sql}"
        shared = [name for name in ("CityId", "FirmId") if self._has(left, name) and self._has(right, name)]
        if form == "USING" and shared and len(relations) == 2:
            return f" {kind} {right.sql} USING ({self.pick(shared)})"
        return f" {kind} {right.sql} ON {self._on(form, left, right, before)}"

    @staticmethod
    def _has(relation: Relation, column: str) -> bool:
        return column in OBJECTS.get(relation.table, {})

    def _looked_up(self, left: Relation) -> Relation:
        """Return the object that a lookup of `left` points at, or one that points at `left`."""
        links = [spec.target for spec in OBJECTS.get(left.table, {}).values() if spec.target]
        back = [name for name, specs in OBJECTS.items() if any(s.target == left.table for s in specs.values())]
        choices = [*links, *back]
        return self.table(self.pick(choices)) if choices else self.table()

    def _on(self, form: str, left: Relation, right: Relation, before: tuple[Name, ...]) -> str:
        scope = Scope((*right.columns, *before), 1)
        if form == "any":
            return self.predicate(scope)
        condition = self._link(left, right) or self._any_equality(left, right)
        return f"{condition} AND {self.predicate(replace(scope, depth=0))}" if self.chance(25) else condition

    def _link(self, left: Relation, right: Relation) -> str:
        links = [
            f"{one.alias}.{column} = {other.alias}.Id"
            for one, other in ((left, right), (right, left))
            for column, spec in OBJECTS.get(one.table, {}).items()
            if spec.target and spec.target == other.table
        ]
        return self.pick(links) if links else ""

    def _any_equality(self, left: Relation, right: Relation) -> str:
        kinds = [k for k in ("guid", "int", "text", "moment", "decimal") if _of(left, k) and _of(right, k)]
        if not kinds:
            return "true"
        kind = self.pick(kinds)
        return f"{self.pick(_of(left, kind)).sql} = {self.pick(_of(right, kind)).sql}"

    def _lateral(self, relations: list[Relation], depth: int) -> str:
        table, outer = self.table(), relations[-1]
        scope = Scope((*table.columns, *outer.columns), 0)
        condition = self._link(outer, table) or self.predicate(scope)
        if self.chance(50):
            body = f"SELECT count(*) AS c1, max({self.column(scope, 'int')}) AS c2 FROM {table.sql} WHERE {condition}"
            right = self.named(f"LATERAL ({body}) AS {{}}", ("int", "int"))
        else:
            kind = self.pick(("int", "text", "decimal"))
            value = self.column(Scope(table.columns, 0), kind)
            first = f"ORDER BY 1, {table.key[0]} LIMIT {self.pick((2, 1))}"
            body = f"SELECT {value} AS c1 FROM {table.sql} WHERE {condition} {first}"
            right = self.named(f"LATERAL ({body}) AS {{}}", (kind,))
        relations.append(right)
        return f" LEFT JOIN {right.sql} ON true" if self.chance(40) else f" CROSS JOIN {right.sql}"

    # -- SELECT

    def block(self, depth: int, ctes: Sequence[tuple[str, tuple[str, ...]]] = ()) -> tuple[str, tuple[str, ...]]:
        """Write a SELECT with columns c1, c2 …, whose rows are the same each time, and return their kinds."""
        form = self.pick(("plain", "plain", "grouped", "distinct", "limited", "set"))
        if form == "grouped":
            statement, kinds = self.grouped(depth, ctes)
            return statement.sql, kinds
        if form == "set" and depth > 0:
            return self.combined(depth)
        text, relations = self.joined(depth, ctes)
        scope = Scope(_columns(relations), depth)
        items, kinds = self._items(scope)
        where = self._where(scope)
        word = "DISTINCT " if form == "distinct" else ""
        sql = f"SELECT {word}{items} FROM {text}{where}"
        if form == "limited":
            order = ", ".join(f"{place}{self._direction()}" for place in range(1, len(kinds) + 1))
            sql += f" ORDER BY {order} LIMIT {self.pick((3, 1, 10))}{self.pick(('', ' OFFSET 2'))}"
        return sql, kinds

    def _items(self, scope: Scope, most: int = 3) -> tuple[str, tuple[str, ...]]:
        kinds = tuple(self.some(("int", "text", "decimal", "bool", "moment", "guid"), most))
        return ", ".join(f"{self._item(scope, kind)} AS c{place}" for place, kind in enumerate(kinds, 1)), kinds

    def _item(self, scope: Scope, kind: str) -> str:
        sql = self.value(scope, kind)
        casts = {
            "moment": "TIMESTAMPTZ",
            "guid": "UUID",
            "text": "VARCHAR",
            "int": "BIGINT",
            "decimal": "DECIMAL(38,10)",
        }
        needs = kind in ("moment", "guid", "int", "decimal") and not any(name.sql == sql for name in scope.columns)
        return f"CAST({sql} AS {casts[kind]})" if needs else sql

    def _where(self, scope: Scope) -> str:
        return f" WHERE {self.predicate(scope)}" if self.chance(80) else ""

    def _direction(self) -> str:
        return self.pick(("", " DESC", " ASC", " NULLS FIRST", " DESC NULLS LAST", " NULLS LAST", " DESC NULLS FIRST"))

    def plain(self, depth: int, ctes: Sequence[tuple[str, tuple[str, ...]]] = ()) -> Statement:
        """Write a SELECT without grouping: some items, a WHERE, often an order that is total, then a LIMIT."""
        text, relations = self.joined(depth, ctes)
        scope = Scope(_columns(relations), depth)
        items, _ = self._items(scope)
        counted: tuple[str, ...] = ()
        if self.chance(20):
            items += f", {self._windowed(scope, relations)}"
            counted = ("w",)  # rows of a subquery that are alike in all of its columns differ in their numbers
        if len(relations) == 1 and self.chance(10):
            items, counted = "*", ()
        sql = f"SELECT {items} FROM {text}{self._where(scope)}"
        if not self.chance(40):
            return self._unordered(sql)
        keys = [f"{self.pick(scope.columns).sql}{self._direction()}"] if self.chance(70) else []
        order = ", ".join([*keys, *(key for relation in relations for key in relation.key), *counted])
        return Statement(f"{sql} ORDER BY {order}{self._limit()}", ordered=True)

    def _unordered(self, sql: str) -> Statement:
        if self.chance(10):
            return Statement(f"{sql} LIMIT {self.pick((5, 0, 1))}{self.pick(('', ' OFFSET 2'))}", whole=sql)
        return Statement(sql)

    def _limit(self) -> str:
        if not self.chance(60):
            return ""
        return f" LIMIT {self.pick((5, 1, 0, 20, 1000))}{self.pick(('', '', ' OFFSET 1', ' OFFSET 7'))}"

    def _windowed(self, scope: Scope, relations: list[Relation]) -> str:
        keys = ", ".join(key for relation in relations for key in relation.key)
        value = self.column(scope, self.pick(("int", "decimal")))
        part = f"PARTITION BY {self.column(scope, self.pick(('text', 'int', 'bool')))}" if self.chance(60) else ""
        call = self.pick(("row_number()", "rank()", "lag({})", "sum({})", "first_value({})", "ntile(3)", "count(*)"))
        order = f"ORDER BY {self.pick(scope.columns).sql}, {keys}"
        return f"{call.format(value)} OVER ({part} {order}) AS w"

    def top(self) -> Statement:
        """Write an ORDER BY with LIMIT over one object, as a server can do it: the items are the order's keys."""
        relation = self.table()
        keys = [self.pick(relation.columns) for _ in range(1 + self._chooser.randrange(2))]
        order = ", ".join(f"{self.pick((key.sql, str(place)))}{self._direction()}" for place, key in enumerate(keys, 1))
        where = self._where(Scope(relation.columns, 0))
        items = ", ".join(key.sql for key in keys)
        limit = f"LIMIT {self.pick((5, 1, 20, 0))}{self.pick(('', ' OFFSET 1', ' OFFSET 12'))}"
        return Statement(f"SELECT {items} FROM {relation.sql}{where} ORDER BY {order} {limit}", ordered=True)

    def _aggregate(self, scope: Scope) -> tuple[str, str]:
        kind = self.pick(("int", "decimal", "text", "moment"))
        column = self.column(scope, kind)
        if kind == "moment":
            column += self._stamp(scope)
        forms = [("count(*)", "int"), (f"count({column})", "int"), (f"count(DISTINCT {column})", "int")]
        forms += [(f"max({column})", kind), (f"min({column})", kind)]
        if kind in ("int", "decimal"):
            forms.append((f"sum({column})", "decimal"))
        forms.append((f"bool_or({self.column(scope, 'bool')})", "bool"))
        sql, result = self.pick(forms)
        if self.chance(20):
            sql += f" FILTER (WHERE {self.predicate(replace(scope, depth=0))})"
        return sql, result

    def total(self) -> Statement:
        """Write aggregates over one object or a join, without GROUP BY: often what a server can answer alone."""
        if self.chance(50):
            relation = self.table()
            text, relations = relation.sql, [relation]
        else:
            text, relations = self.joined(1)
        scope = Scope(_columns(relations), 1)
        items = [self._aggregate(replace(scope, depth=0))[0] for _ in range(1 + self._chooser.randrange(2))]
        return Statement(f"SELECT {', '.join(items)} FROM {text}{self._where(scope)}")

    def grouped(
        self, depth: int, ctes: Sequence[tuple[str, tuple[str, ...]]] = ()
    ) -> tuple[Statement, tuple[str, ...]]:
        """Write a SELECT with GROUP BY."""
        text, relations = self.joined(depth, ctes)
        scope = Scope(_columns(relations), depth)
        kinds = [self.pick(("text", "int", "bool", "moment", "guid")) for _ in range(1 + self._chooser.randrange(2))]
        keys = [self._item(replace(scope, depth=min(depth, 1)), kind) for kind in kinds]
        keys = [f"CAST({key} AS VARCHAR)" if key.startswith("'") else key for key in keys]
        aggregates = [self._aggregate(replace(scope, depth=0)) for _ in range(1 + self._chooser.randrange(2))]
        items = [*keys, *(sql for sql, _ in aggregates)]
        named = ", ".join(f"{item} AS c{place}" for place, item in enumerate(items, 1))
        by = self.pick((", ".join(map(str, range(1, len(keys) + 1))), ", ".join(keys)))
        if any(key.isdigit() for key in keys):
            by = ", ".join(map(str, range(1, len(keys) + 1)))
        having = f" HAVING {self.pick(('count(*) > 1', aggregates[0][0] + ' IS NOT NULL'))}" if self.chance(30) else ""
        sql = f"SELECT {named} FROM {text}{self._where(scope)} GROUP BY {by}{having}"
        ordered = self.chance(30)
        if ordered:
            order = ", ".join(f"{place}{self._direction()}" for place in range(1, len(keys) + 1))
            sql += f" ORDER BY {order}{self._limit()}"
        return Statement(f"({sql})" if ordered and depth < 2 else sql, ordered), (*kinds, *(k for _, k in aggregates))

    def combined(self, depth: int) -> tuple[str, tuple[str, ...]]:
        """Write a set operation over two or three blocks of the same kinds."""
        kinds = tuple(self.some(("int", "text", "guid", "moment", "decimal"), 2))
        parts = [self._simple(kinds) for _ in range(2 + self.chance(20))]
        operators = ("UNION ALL", "UNION", "INTERSECT", "EXCEPT", "EXCEPT ALL", "INTERSECT ALL")
        return f" {self.pick(operators)} ".join(parts), kinds

    def _simple(self, kinds: tuple[str, ...]) -> str:
        relation = self.table()
        scope = Scope(relation.columns, 0)
        items = ", ".join(f"{self._item(scope, kind)} AS c{place}" for place, kind in enumerate(kinds, 1))
        return f"SELECT {items} FROM {relation.sql}{self._where(replace(scope, depth=1))}"

    def set_operation(self, depth: int) -> Statement:
        """Write a set operation, at times ordered by all of its columns."""
        sql, kinds = self.combined(depth)
        if self.chance(60):
            return Statement(sql)
        order = ", ".join(f"{place}{self._direction()}" for place in range(1, len(kinds) + 1))
        return Statement(f"{sql} ORDER BY {order}{self._limit()}", ordered=True)

    def with_ctes(self, depth: int) -> Statement:
        """Write a SELECT over one or two common table expressions, one of which may be recursive."""
        ctes: list[tuple[str, tuple[str, ...]]] = []
        texts = []
        for number in range(1 + self.chance(40)):
            body, kinds = self.block(depth - 1, ctes)
            ctes.append((f"w{number}", kinds))
            texts.append(f"w{number} AS ({body})")
        word = ""
        if self.chance(20):
            word = "RECURSIVE "
            texts.append("w9(c1) AS (SELECT 1 UNION ALL SELECT c1 + 1 FROM w9 WHERE c1 < 5)")
            ctes.append(("w9", ("int",)))
        statement = self.grouped(1, ctes)[0] if self.chance(30) else self.plain(depth - 1, ctes)
        prefix = f"WITH {word}{', '.join(texts)} "
        return replace(statement, sql=prefix + statement.sql, whole=statement.whole and prefix + statement.whole)

    def wrapped(self, depth: int) -> Statement:
        """Write what a BI tool puts around a query: SELECT … FROM (…) AS virtual_table."""
        body, kinds = self.block(depth)
        names = tuple(Name(f"virtual_table.c{place}", kind) for place, kind in enumerate(kinds, 1))
        scope = Scope(names, 0)
        form = self.pick(("star", "count", "filter"))
        if form == "count":
            return Statement(f"SELECT count(*) FROM ({body}) AS virtual_table")
        where = self._where(scope) if form == "filter" else ""
        sql = f"SELECT * FROM ({body}) AS virtual_table{where}"
        return Statement(f"{sql} LIMIT 1001", whole=sql) if self.chance(50) else Statement(sql)

    def distinct_on(self) -> Statement:
        """Write DISTINCT ON over one object."""
        relation = self.table()
        scope = Scope(relation.columns, 0)
        column = self.pick([name for name in relation.columns if name.kind in ("int", "text", "guid")]).sql
        items = ", ".join(name.sql for name in relation.columns[:3])
        order = f"{column}, {self.pick(scope.columns).sql}{self._direction()}, {relation.key[0]}"
        sql = f"SELECT DISTINCT ON ({column}) {items} FROM {relation.sql}{self._where(scope)} ORDER BY {order}"
        return Statement(sql)

    def listed(self) -> Statement:
        """Write texts of a group as one, in a total order."""
        relation = self.table("UsrPerson")
        where = self._where(Scope(relation.columns, 1))
        keys = f"{relation.alias}.Score, {relation.alias}.N"
        sql = (
            f"SELECT {relation.alias}.Done, string_agg({relation.alias}.Name, ',' ORDER BY {keys}) FROM {relation.sql}"
        )
        return Statement(f"{sql}{where} GROUP BY 1")

    def without_table(self) -> Statement:
        """Write a SELECT without FROM."""
        scope = Scope((), 1)
        return Statement(f"SELECT {self.value(scope, 'int')}, {self.value(scope, 'text')}, {self.predicate(scope)}")

    def statement(self) -> Statement:
        """Write a statement of any shape."""
        depth = 1 + self.chance(50)
        shapes: list[tuple[int, Callable[[], Statement]]] = [
            (34, lambda: self.plain(depth)), (12, lambda: self.grouped(2)[0]), (13, self.top), (9, self.total),
            (8, lambda: self.set_operation(depth)), (9, lambda: self.with_ctes(depth + 1)),
            (9, lambda: self.wrapped(depth)), (3, self.distinct_on), (2, self.listed), (1, self.without_table),
        ]  # fmt: skip
        return self.pick([shape for weight, shape in shapes for _ in range(weight)])()


def _of(relation: Relation, kind: str) -> list[Name]:
    return [name for name in relation.columns if name.kind == kind]


def _columns(relations: Sequence[Relation]) -> tuple[Name, ...]:
    return tuple(name for relation in relations for name in relation.columns)


PREDICATES = (
    "comparison", "range", "among", "null_test", "like", "flag", "distinctness", "period", "computed", "exists",
    "within", "quantified", "predicate",
)  # fmt: skip


def make_predicate(chooser: random.Random, name: str, kind: str) -> tuple[str, str]:
    """Make a random predicate of a kind of PREDICATES; return FROM's text for an object, and the predicate."""
    maker = Maker(chooser)
    relation = maker.table(name)
    make: Callable[[Scope], str] = getattr(maker, kind)
    return relation.sql, make(Scope(relation.columns, 2))


def make_statement(chooser: random.Random) -> Statement:
    """Make one random statement."""
    return Maker(chooser).statement()
