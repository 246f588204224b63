"""The objects of an instance: columns, keys, lookups and their back-references."""

from __future__ import annotations

import csv
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from creatio_dbapi.sandbox.edm import TYPES

# Facts 6.3: the columns that every object of Creatio starts with.
_BASE = (
    ("Id", "Edm.Guid", None),
    ("CreatedOn", "Edm.DateTimeOffset", None),
    ("CreatedById", "Edm.Guid", "Contact"),
    ("ModifiedOn", "Edm.DateTimeOffset", None),
    ("ModifiedById", "Edm.Guid", "Contact"),
    ("ProcessListeners", "Edm.Int32", None),
)
# Facts 6.2: digits after the point by Creatio's own type.
_SCALES = {"Float1": 1, "Float2": 2, "Float3": 3, "Float4": 4, "Float8": 8, "Money": 2}
_AUTHORS = ("CreatedById", "ModifiedById")


@dataclass(frozen=True)
class Column:
    """One column: its EDM type and what the server knows about it."""

    type: str
    nullable: bool | None = field(default=None, kw_only=True)  # True: really answers null, and $metadata says so
    target: str | None = field(default=None, kw_only=True)  # the object that a lookup points at
    max_length: int | None = field(default=None, kw_only=True)
    scale: int | None = field(default=None, kw_only=True)
    precision: int | None = field(default=None, kw_only=True)
    default: object = field(default=None, kw_only=True)
    unique: bool = field(default=False, kw_only=True)
    identity: bool = field(default=False, kw_only=True)
    indexed: bool = field(default=False, kw_only=True)
    required: bool = field(default=False, kw_only=True)
    facets: bool = field(default=False, kw_only=True)  # $metadata tells length and digits, which Creatio's does not


@dataclass(frozen=True)
class Link:
    """A to-one navigation property: the lookup column and the object it points at."""

    column: str
    target: str


@dataclass(frozen=True)
class Constraint:
    """A to-one navigation property that says which columns refer to which of the object it points at.

    Creatio has none, other OData servers do (OData CSDL 4.01, 8.5). One that leads from one column to the key of an
    object is followed and enforced as a lookup is; any other is only told of.
    """

    target: str
    columns: Mapping[str, str]


@dataclass(frozen=True)
class Back:
    """A to-many navigation property: the object whose lookup column points here."""

    entity: str
    column: str


@dataclass(frozen=True)
class Entity:
    """One object; `table` and `physical` are its names in SQLite, which ignores the case of names."""

    name: str
    key: tuple[str, ...]
    columns: Mapping[str, Column]
    links: Mapping[str, Link]
    table: str
    physical: Mapping[str, str]
    constraints: Mapping[str, Constraint]

    @property
    def streams(self) -> tuple[str, ...]:
        """Names of the columns whose bytes have an address of their own."""
        return tuple(name for name, column in self.columns.items() if column.type == "Edm.Stream")


class Schema:
    """All objects of one instance."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._serial = 0
        self.version = 0
        self.entities: dict[str, Entity] = {}
        self.collections: dict[str, dict[str, Back]] = {}

    def add(
        self,
        name: str,
        columns: Mapping[str, Column],
        key: Sequence[str],
        constraints: Mapping[str, Constraint] | None = None,
    ) -> Entity:
        """Add an object, and the back-references to it."""
        with self._lock:
            self._serial += 1
            entity = _entity(name, columns, tuple(key), f"t{self._serial}")
            keys = {name: entity.key, **{other: known.key for other, known in self.entities.items()}}
            entity = _constrained(entity, constraints or {}, keys)
            self.entities = {**self.entities, name: entity}
            self._add_backs(entity)
            self.version += 1
            return entity

    def add_many(
        self, entities: Iterable[tuple[str, Mapping[str, Column], tuple[str, ...], Mapping[str, Constraint]]]
    ) -> None:
        """Add many objects at once, without back-references."""
        with self._lock:
            added = dict(self.entities)
            constrained: dict[str, Mapping[str, Constraint]] = {}
            for name, columns, key, constraints in entities:
                self._serial += 1
                added[name] = _entity(name, columns, key, f"t{self._serial}")
                constrained[name] = constraints
            keys = {name: entity.key for name, entity in added.items()}
            added.update({name: _constrained(added[name], found, keys) for name, found in constrained.items() if found})
            self.entities = added
            self.version += 1

    def add_backs(self, backs: Iterable[tuple[str, str, Back]]) -> None:
        """Add to-many navigation properties: (object, name of the property, what points at it)."""
        with self._lock:
            for owner, name, back in backs:
                self.collections.setdefault(owner, {})[name] = back
            self.version += 1

    def drop(self, name: str) -> Entity | None:
        """Forget an object and the back-references from it."""
        with self._lock:
            entity = self.entities.get(name)
            self.entities = {other: kept for other, kept in self.entities.items() if other != name}
            self.collections.pop(name, None)
            for owner, backs in list(self.collections.items()):
                self.collections[owner] = {key: back for key, back in backs.items() if back.entity != name}
            self.version += 1
            return entity

    def backs(self, name: str) -> Mapping[str, Back]:
        """Return the to-many navigation properties of an object."""
        return self.collections.get(name, {})

    def referrers(self, name: str) -> list[tuple[Entity, str]]:
        """Return every lookup column that points at an object."""
        return [
            (entity, link.column)
            for entity in self.entities.values()
            for link in entity.links.values()
            if link.target == name
        ]

    def _add_backs(self, entity: Entity) -> None:
        backs = (
            (link.target, f"{entity.name}CollectionBy{name}", Back(entity.name, link.column))
            for name, link in entity.links.items()
            if name not in entity.constraints and link.column not in _AUTHORS  # facts 6.1: authors have no partner
        )
        self.add_backs(backs)


def _entity(name: str, columns: Mapping[str, Column], key: tuple[str, ...], table: str) -> Entity:
    links = {
        column.removesuffix("Id"): Link(column, spec.target)
        for column, spec in columns.items()
        if spec.target is not None and column.endswith("Id")
    }
    physical = {column: f"c{number}" for number, column in enumerate(columns)}
    return Entity(name, key, dict(columns), links, table, physical, {})


def _constrained(entity: Entity, constraints: Mapping[str, Constraint], keys: Mapping[str, tuple[str, ...]]) -> Entity:
    columns, links = dict(entity.columns), dict(entity.links)
    for navigation, constraint in constraints.items():
        if keys.get(constraint.target) == tuple(constraint.columns.values()) and len(constraint.columns) == 1:
            column = next(iter(constraint.columns))
            links[navigation] = Link(column, constraint.target)
            columns[column] = replace(columns[column], target=constraint.target)
    return replace(entity, columns=columns, links=links, constraints=constraints)


def with_base_columns(columns: Mapping[str, Column]) -> dict[str, Column]:
    """Put the columns that every object has before the object's own."""
    base = {name: Column(kind, target=target) for name, kind, target in _BASE}
    return {**base, **columns}


def as_columns(columns: Mapping[str, Column | str]) -> dict[str, Column]:
    """Read column specifications: a bare EDM type name is a column with nothing special."""
    specs = {name: Column(spec) if isinstance(spec, str) else spec for name, spec in columns.items()}
    for name, spec in specs.items():
        if spec.type not in TYPES:
            raise ValueError(f"column {name!r}: unknown type {spec.type!r}; the types are {', '.join(TYPES)}")
        if spec.target is not None and not name.endswith("Id"):
            raise ValueError(f"column {name!r}: a lookup's name ends in Id, so that its navigation property has a name")
    return specs


def as_constraints(
    name: str, columns: Mapping[str, Column], constraints: Mapping[str, Constraint | Mapping[str, object]]
) -> dict[str, Constraint]:
    """Read constraints by the name of their navigation property; raises ValueError for one that cannot be."""
    specs = {
        navigation: spec if isinstance(spec, Constraint) else Constraint(**spec)  # type: ignore[arg-type]
        for navigation, spec in constraints.items()
    }
    for navigation, spec in specs.items():
        if not isinstance(spec.columns, Mapping) or not spec.columns or not spec.columns.keys() <= columns.keys():
            raise ValueError(f"constraint {navigation!r}: columns maps columns of {name!r} to others")
        if navigation in columns:
            raise ValueError(f"constraint {navigation!r}: {name!r} has a column of that name")
    return specs


def load_schema(folder: Path) -> Schema:
    """Read the objects of the built-in instance from its data files."""
    schema = Schema()
    entities: dict[str, dict[str, Column]] = {}
    for row in _rows(folder / "columns.csv"):
        entities.setdefault(row["entity"], {})[row["property"]] = _column(row)
    schema.add_many((name, columns, ("Id",) if "Id" in columns else (), {}) for name, columns in entities.items())
    schema.add_backs(
        (row["entity"], row["collection_property"], Back(row["target"], _lookup_of(row["collection_property"])))
        for row in _rows(folder / "collections.csv")
    )
    return schema


def _lookup_of(collection: str) -> str:
    return collection.rpartition("CollectionBy")[2] + "Id"


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _column(row: Mapping[str, str]) -> Column:
    kind = row["edm_type"]
    column = Column(kind, target=row["target"] or None, scale=_SCALES.get(row["creatio_type"]))
    # Only required text is refused when empty: facts 4 know of "Name field must be filled in", of nothing else.
    if row["required"] == "1" and kind == "Edm.String":
        return replace(column, required=True)
    default = _DEFAULTS.get((row["entity"], row["property"]))
    return column if default is None else replace(column, default=default)


# What the sample answers of the connector reference show besides what the client sent.
_DEFAULTS: Mapping[tuple[str, str], object] = {
    ("Contact", "Confirmed"): True,
    ("Contact", "LanguageId"): "6ebc31fa-ee6c-48e9-81bf-8003ac03b019",
    ("Contact", "OwnerId"): "410006e1-ca4e-4502-a9ec-e54d922d2c00",
}
