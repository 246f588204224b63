"""Reads `$metadata`, an OData 4 schema in XML, as a stream into a Catalog."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat

from creatio_dbapi.catalog import Catalog, Collection, Column, Link, Reference, Table
from creatio_dbapi.errors import OperationalError
from creatio_dbapi.troubles import BrokenError
from creatio_dbapi.types import TYPES

MAX_BYTES = 64 * 2**20
# What a column of Creatio can be; Edm.Duration is a type of the local engine alone.
COLUMN_TYPES = frozenset(edm for edm in TYPES if edm.startswith("Edm.")) - {"Edm.Duration"}
_KEY = "Id"  # of every object of Creatio
NULLABLE: dict[str, bool | None] = {"-": None, "0": False, "1": True}

_EDMX = "http://docs.oasis-open.org/odata/ns/edmx "
_EDM = "http://docs.oasis-open.org/odata/ns/edm "
_BLOCK = 64 * 2**10
# Far above any real document; a hostile one must not make the parser hoard what the catalog does not need.
_LONGEST_TAG = 2**20
_DEEPEST_TAG = 100
_MOST_NAMES = 5_000
_MOST_BASES = 50
_MOST_COLUMNS = 1_000_000
# What expat says of a document that is sound as far as it goes.
_CUT_OFF = {
    expat.errors.codes[reason]
    for reason in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    )
}

_Attributes = dict[str, str]
Facets = Sequence["int | None"]  # max_length, precision, scale


@dataclass(frozen=True, slots=True)
class Record:
    """A table before it is built, one short list per aspect: thousands are kept, stored and checked cheaply.

    `nullable` has one character of NULLABLE per column. `links` repeats name, column, target, partner and key,
    `collections` repeats name and target; a partner that is not named is empty. `references` are lists of name, target
    and pairs of a column and the one that it refers to.
    """

    names: Sequence[str]
    types: Sequence[str]
    nullable: str
    facets: Mapping[str, Facets]
    key: Sequence[str]
    links: Sequence[str]
    collections: Sequence[str]
    references: Sequence[Sequence[str]] = ()


class RecordedCatalog(Catalog):
    """A catalog whose tables are built from records, each when it is first asked for."""

    def __init__(self, records: Mapping[str, Record], *, fetched_at: float = 0.0) -> None:
        super().__init__(_BuiltTables(records), fetched_at=fetched_at)
        self.records = records


class _BuiltTables(Mapping[str, Table]):
    def __init__(self, records: Mapping[str, Record]) -> None:
        self._records = records
        self._built: dict[str, Table] = {}

    def __getitem__(self, name: str) -> Table:
        table = self._built.get(name)
        if table is None:
            # Two threads may both build it; setdefault lets them agree on one.
            table = self._built.setdefault(name, _table_of(name, self._records[name]))
        return table

    def __contains__(self, name: object) -> bool:
        return name in self._records

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)


def records_of(catalog: Catalog) -> Mapping[str, Record]:
    """Return the tables of any catalog as records."""
    if isinstance(catalog, RecordedCatalog):
        return catalog.records
    return {name: _record_of(table) for name, table in catalog.items()}


def _table_of(name: str, record: Record) -> Table:
    parts = iter(record.links)
    links = tuple(
        Link(link, column, target, partner or None, key)
        for link, column, target, partner, key in zip(parts, parts, parts, parts, parts, strict=True)
    )
    link_names: dict[str, str] = {}
    for link in links:
        link_names.setdefault(link.column, link.name)
    columns = tuple(
        Column(name, edm, NULLABLE[mark], link_names.get(name), *record.facets.get(name, ()))
        for name, edm, mark in zip(record.names, record.types, record.nullable, strict=True)
    )
    pairs = iter(record.collections)
    collections = tuple(Collection(*pair) for pair in zip(pairs, pairs, strict=True))
    references = tuple(
        Reference(reference, tuple(names[::2]), target, tuple(names[1::2]))
        for reference, target, *names in record.references
    )
    return Table(name, columns, tuple(record.key), links, collections, references)


def _record_of(table: Table) -> Record:
    marks = {nullable: mark for mark, nullable in NULLABLE.items()}
    facets = {column.name: (column.max_length, column.precision, column.scale) for column in table.columns}
    return Record(
        names=[column.name for column in table.columns],
        types=[column.type for column in table.columns],
        nullable="".join(marks[column.nullable] for column in table.columns),
        facets={name: values for name, values in facets.items() if any(value is not None for value in values)},
        key=table.key,
        links=[text for each in table.links for text in _link_texts(each)],
        collections=[text for each in table.collections for text in (each.name, each.target)],
        references=[_reference_texts(each) for each in table.references],
    )


def _link_texts(link: Link) -> tuple[str, ...]:
    return (link.name, link.column, link.target, link.partner or "", link.key)


def _reference_texts(reference: Reference) -> list[str]:
    pairs = zip(reference.columns, reference.target_columns, strict=True)
    return [reference.name, reference.target, *(name for pair in pairs for name in pair)]


# -- XML to what it declares -----------------------------------------------------------------------------------------


def read_metadata(chunks: Iterable[bytes], *, max_bytes: int = MAX_BYTES, fetched_at: float = 0.0) -> Catalog:
    """Read the body of a `$metadata` answer, piece by piece, into a catalog.

    Raises OperationalError for whatever is not a whole OData 4 schema of at most `max_bytes`.
    """
    schema = _Schema()
    _Reader(schema).read(chunks, max_bytes)
    records = _records(schema)
    if not records:
        sets = f"{len(schema.sets)} entity sets" if schema.has_container else "no entity container"
        raise OperationalError(
            f"$metadata declares no table ({len(schema.types)} entity types, {sets}); "
            "check that the URL is an OData 4 service and what the user may read"
        )
    return RecordedCatalog(records, fetched_at=fetched_at)


@dataclass(slots=True)
class _EntityType:
    """What one EntityType element says; `constraints` are (property, referenced property) by navigation property."""

    name: str
    base: str | None
    key: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    nullable: list[str] = field(default_factory=list)
    facets: dict[str, Facets] = field(default_factory=dict)
    navigations: list[tuple[str, str, str]] = field(default_factory=list)
    constraints: dict[str, list[tuple[str, str]]] = field(default_factory=dict)


@dataclass(slots=True)
class _Schema:
    """What a document declares, by qualified name, as it is written: references may point forwards."""

    types: dict[str, _EntityType] = field(default_factory=dict)
    scalars: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    has_container: bool = False
    sets: dict[str, str] = field(default_factory=dict)
    bindings: dict[str, dict[str, str]] = field(default_factory=dict)

    def qualified(self, reference: str) -> str:
        """Return `reference` with its namespace in place of an alias."""
        namespace, _, name = reference.rpartition(".")
        return f"{self.aliases[namespace]}.{name}" if namespace in self.aliases else reference

    def column_type(self, reference: str) -> str | None:
        """Return the EDM type of a column, or None for a type that no column has: a structure, a collection."""
        if reference in COLUMN_TYPES:
            return reference
        edm = self.scalars.get(self.qualified(reference))
        return edm if edm in COLUMN_TYPES else None


class _Reader:
    """Feeds a document to the parser and keeps what its elements declare in `schema`."""

    def __init__(self, schema: _Schema) -> None:
        self._schema = schema
        self._namespace = ""
        self._type: _EntityType | None = None
        self._navigation = ""
        self._bindings: dict[str, str] = {}
        self._depth = 0
        self._names: dict[str, str] = {}
        # expat itself: it streams, is the fastest parser of the standard library, and lets a DTD be refused outright.
        self._parser = expat.ParserCreate(namespace_separator=" ", intern=self._names)
        self._parser.StartElementHandler = self._root
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._doctype
        # With a handler the prefixes count among the names.
        self._parser.StartNamespaceDeclHandler = lambda prefix, uri: None
        self._elements: dict[str, Callable[[_Attributes], None]] = {
            _EDM + "Property": self._property,
            _EDM + "NavigationProperty": self._navigation_property,
            _EDM + "PropertyRef": self._property_ref,
            _EDM + "ReferentialConstraint": self._constraint,
            _EDM + "EntityType": self._entity_type,
            _EDM + "ComplexType": self._complex_type,
            _EDM + "EnumType": self._enum_type,
            _EDM + "TypeDefinition": self._type_definition,
            _EDM + "EntityContainer": self._container,
            _EDM + "EntitySet": self._entity_set,
            _EDM + "NavigationPropertyBinding": self._binding,
            _EDM + "Schema": self._start_schema,
            _EDMX + "Include": self._alias,
        }

    def read(self, chunks: Iterable[bytes], max_bytes: int) -> None:
        size = 0
        for block in _blocks(chunks, max_bytes):
            size += len(block)
            self._parse(block, size)
            self._refuse_hoards(size)
        if not size:
            raise OperationalError("the answer to $metadata is empty; check that the URL is an OData 4 service")
        self._parse(b"", size, last=True)

    def _parse(self, block: bytes, size: int, *, last: bool = False) -> None:
        try:
            self._parser.Parse(block, last)
        except (expat.ExpatError, LookupError, ValueError) as error:  # the latter two: an encoding Python cannot read
            if isinstance(error, expat.ExpatError) and error.code in _CUT_OFF:
                raise BrokenError(f"$metadata ends early, after {size} bytes ({error}); read it again") from error
            message = f"the answer to $metadata is not XML ({error}); check that the URL is an OData 4 service"
            raise OperationalError(message) from error

    def _refuse_hoards(self, size: int) -> None:
        if size - self._parser.CurrentByteIndex > _LONGEST_TAG:
            raise OperationalError(f"$metadata has an element or comment of more than {_LONGEST_TAG} bytes")
        if len(self._names) > _MOST_NAMES:
            raise OperationalError(f"$metadata uses more than {_MOST_NAMES} names for elements and attributes")

    def _doctype(self, name: str, *_: object) -> None:
        # It comes before anything that it holds, so that no entity is ever declared.
        if name.lower() == "html":
            raise _html()
        raise OperationalError("$metadata has a document type declaration, which OData does not use; it was not read")

    def _root(self, name: str, attributes: _Attributes) -> None:
        if name.rpartition(" ")[2].lower() == "html":
            raise _html()
        if name != _EDMX + "Edmx":
            raise OperationalError(
                f"the answer to $metadata starts with <{name[:80]}>, not with the <Edmx> of OData 4; "
                "check that the URL is an OData 4 service"
            )
        self._parser.StartElementHandler = self._start

    def _start(self, name: str, attributes: _Attributes) -> None:
        self._depth += 1
        if self._depth > _DEEPEST_TAG:
            raise OperationalError(f"$metadata has elements more than {_DEEPEST_TAG} deep")
        element = self._elements.get(name)
        if element is not None:
            element(attributes)

    def _end(self, _: str) -> None:
        self._depth -= 1

    def _start_schema(self, attributes: _Attributes) -> None:
        self._namespace = attributes.get("Namespace", "")
        self._alias(attributes)

    def _alias(self, attributes: _Attributes) -> None:
        if "Alias" in attributes:
            self._schema.aliases[attributes["Alias"]] = attributes.get("Namespace", "")

    def _qualified_name(self, attributes: _Attributes) -> str:
        return f"{self._namespace}.{attributes.get('Name', '')}"

    def _entity_type(self, attributes: _Attributes) -> None:
        self._type = _EntityType(self._qualified_name(attributes), attributes.get("BaseType"))
        if attributes.get("Name"):
            self._schema.types.setdefault(self._type.name, self._type)

    def _complex_type(self, _: _Attributes) -> None:
        self._type = None  # the properties that follow are no columns

    def _enum_type(self, attributes: _Attributes) -> None:
        self._schema.scalars[self._qualified_name(attributes)] = "Edm.String"  # JSON shows a member by its name

    def _type_definition(self, attributes: _Attributes) -> None:
        self._schema.scalars[self._qualified_name(attributes)] = attributes.get("UnderlyingType", "")

    def _property(self, attributes: _Attributes) -> None:
        entity, name = self._type, attributes.get("Name")
        if entity is None or not name:
            return
        entity.names.append(name)
        entity.types.append(attributes.get("Type", ""))
        entity.nullable.append({"true": "1", "false": "0"}.get(attributes.get("Nullable", ""), "-"))
        if len(attributes) > 2:
            facets = tuple(_whole_number(attributes.get(facet)) for facet in ("MaxLength", "Precision", "Scale"))
            if facets != (None, None, None):
                entity.facets.setdefault(name, facets)

    def _property_ref(self, attributes: _Attributes) -> None:
        if self._type is not None:
            self._type.key.append(attributes.get("Name", ""))

    def _navigation_property(self, attributes: _Attributes) -> None:
        self._navigation = attributes.get("Name", "")
        if self._type is not None and self._navigation:
            navigation = (self._navigation, attributes.get("Type", ""), attributes.get("Partner", ""))
            self._type.navigations.append(navigation)

    def _constraint(self, attributes: _Attributes) -> None:
        if self._type is not None:
            pair = (attributes.get("Property", ""), attributes.get("ReferencedProperty", ""))
            self._type.constraints.setdefault(self._navigation, []).append(pair)

    def _container(self, _: _Attributes) -> None:
        self._type = None
        self._schema.has_container = True

    def _entity_set(self, attributes: _Attributes) -> None:
        name = attributes.get("Name")
        self._bindings = {}
        if name and name not in self._schema.sets:
            self._schema.sets[name] = attributes.get("EntityType", "")
            self._schema.bindings[name] = self._bindings

    def _binding(self, attributes: _Attributes) -> None:
        # A target in another container is written Namespace.Container/Set.
        self._bindings[attributes.get("Path", "")] = attributes.get("Target", "").rpartition("/")[2]


def _html() -> OperationalError:
    return OperationalError(
        "the answer to $metadata is an HTML page, such as that of a sign-in or a proxy; "
        "check the URL, and that the sign-in is still valid"
    )


def _blocks(chunks: Iterable[bytes], max_bytes: int) -> Iterator[bytes]:
    """Join chunks into blocks: the parser starts an element again with each block that does not end it."""
    size = 0
    block = bytearray()
    for chunk in chunks:
        size += len(chunk)
        if size > max_bytes:
            raise OperationalError(f"$metadata is larger than {max_bytes} bytes; a higher max_bytes would read it")
        block += chunk
        if len(block) >= _BLOCK:
            yield bytes(block)
            block.clear()
    if block:
        yield bytes(block)


def _whole_number(text: str | None) -> int | None:
    # "max", "variable" and "floating" leave the facet open, as its absence does.
    return int(text) if text is not None and len(text) < 10 and text.isascii() and text.isdigit() else None


# -- what it declares to tables --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Tables:
    """Which tables there are, of what type, and which one stands for a type that several have."""

    schema: _Schema
    types: Mapping[str, _EntityType]
    first: Mapping[str, str]


def _records(schema: _Schema) -> dict[str, Record]:
    types = _types_by_table(schema)
    tables = _Tables(schema, types, {entity.name: table for table, entity in reversed(types.items())})
    records: dict[str, Record] = {}
    size = 0
    for table, entity in types.items():
        lineage = _lineage(schema, entity)
        size += sum(len(each.names) + len(each.navigations) for each in lineage)
        if size > _MOST_COLUMNS:  # a small document can say so much by inheritance
            raise OperationalError(f"$metadata declares more than {_MOST_COLUMNS} columns and links")
        records[table] = _record(tables, table, lineage)
    return records


def _types_by_table(schema: _Schema) -> dict[str, _EntityType]:
    if schema.has_container:
        found = {table: schema.types.get(schema.qualified(reference)) for table, reference in schema.sets.items()}
        return {table: entity for table, entity in found.items() if entity is not None}
    by_name: dict[str, _EntityType] = {}
    for entity in schema.types.values():
        by_name.setdefault(entity.name.rpartition(".")[2], entity)
    return by_name


def _lineage(schema: _Schema, entity: _EntityType) -> list[_EntityType]:
    """Return `entity` after all the types it is based on, the most basic first."""
    lineage = [entity]
    while (base := lineage[-1].base) and (found := schema.types.get(schema.qualified(base))):
        if len(lineage) > _MOST_BASES:
            raise OperationalError(
                f"entity type {entity.name[:80]} of $metadata is based on more than {_MOST_BASES} others, or on itself"
            )
        lineage.append(found)
    return lineage[::-1]


def _key(lineage: list[_EntityType]) -> list[str]:
    return next((entity.key for entity in lineage if entity.key), [])


def _record(tables: _Tables, table: str, lineage: list[_EntityType]) -> Record:
    columns = _columns(tables.schema, lineage)
    navigations = _navigations(tables, table, lineage, {name: edm for name, (edm, _) in columns.items()})
    key = _key(lineage)
    return Record(
        names=list(columns),
        types=[edm for edm, _ in columns.values()],
        nullable="".join([mark for _, mark in columns.values()]),
        facets={name: values for each in reversed(lineage) for name, values in each.facets.items() if name in columns},
        key=key if all(name in columns for name in key) else [],  # a part of a key would not be unique
        links=navigations.links,
        collections=navigations.collections,
        references=navigations.references,
    )


def _columns(schema: _Schema, lineage: list[_EntityType]) -> dict[str, tuple[str, str]]:
    """Return the EDM type and nullability of each column by name; what is declared first stands."""
    columns: dict[str, tuple[str, str]] = {}
    for entity in lineage:
        for name, reference, mark in zip(entity.names, entity.types, entity.nullable, strict=True):
            edm = schema.column_type(reference)
            if edm is not None:
                columns.setdefault(name, (edm, mark))
    return columns


@dataclass(frozen=True, slots=True)
class _Navigations:
    """The navigation properties of a table in the way that a record has them."""

    links: list[str] = field(default_factory=list)
    collections: list[str] = field(default_factory=list)
    references: list[list[str]] = field(default_factory=list)


def _navigations(tables: _Tables, table: str, lineage: list[_EntityType], columns: Mapping[str, str]) -> _Navigations:
    found = _Navigations()
    bindings = tables.schema.bindings.get(table, {})
    for entity in lineage:
        for name, reference, partner in entity.navigations:
            many = reference.startswith("Collection(") and reference.endswith(")")
            qualified = tables.schema.qualified(reference[len("Collection(") : -1] if many else reference)
            bound = bindings.get(name, "")
            target = bound if bound in tables.types else tables.first.get(qualified, qualified)
            constraints = entity.constraints.get(name)
            if many:
                found.collections.extend((name, target))
            elif link := _link(tables.schema, name, qualified, constraints, columns):
                column, key = link
                found.links.extend((name, column, target, partner, key))
            elif constraints and _is_sound(tables.schema, qualified, constraints, columns):
                found.references.append([name, target, *(each for pair in constraints for each in pair)])
    return found


def _link(
    schema: _Schema,
    navigation: str,
    target: str,
    constraints: list[tuple[str, str]] | None,
    columns: Mapping[str, str],
) -> tuple[str, str] | None:
    """Return the column that holds the key of the row that `navigation` leads to, and that key, if one column does."""
    if not constraints:
        column = navigation + "Id"  # Creatio declares no constraints, but names all of its lookups so
        return (column, _KEY) if columns.get(column) == "Edm.Guid" else None
    column, referenced = constraints[0]
    if len(constraints) > 1 or column not in columns:
        return None
    entity = schema.types.get(target)
    is_key = entity is None or _key(_lineage(schema, entity)) == [referenced]
    return (column, referenced) if is_key else None


def _is_sound(schema: _Schema, target: str, constraints: list[tuple[str, str]], columns: Mapping[str, str]) -> bool:
    entity = schema.types.get(target)
    known = {name for each in _lineage(schema, entity) for name in each.names} if entity is not None else set()
    return all(column in columns and referenced in known for column, referenced in constraints)
