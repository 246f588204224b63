"""The $metadata document: written for this instance, read to add objects to it."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import quoteattr

from creatio_dbapi.sandbox.edm import TYPES
from creatio_dbapi.sandbox.model import NAMESPACE
from creatio_dbapi.sandbox.schema import Back, Column, Constraint, Entity, Schema

_HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>'
    f'<Schema Namespace="{NAMESPACE}" xmlns="http://docs.oasis-open.org/odata/ns/edm">\n'
)
_TAIL = "</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>"
_EDM = "{http://docs.oasis-open.org/odata/ns/edm}"


def write_metadata(schema: Schema) -> bytes:
    """Write the document of all objects, in the shape that a real server prints (facts 6.1)."""
    entities = [entity for _, entity in sorted(schema.entities.items())]
    types = "\n".join(_entity_type(schema, entity) for entity in entities)
    sets = "".join(
        f"<EntitySet Name={quoteattr(entity.name)} EntityType={quoteattr(f'{NAMESPACE}.{entity.name}')} />"
        for entity in entities
    )
    return f'{_HEAD}{types}\n<EntityContainer Name="EntityContainer">{sets}{_TAIL}'.encode()


def _entity_type(schema: Schema, entity: Entity) -> str:
    keys = "".join(f"<PropertyRef Name={quoteattr(name)} />" for name in entity.key)
    parts = [f"<Key>{keys}</Key>" if keys else ""]
    parts += [_property(name, column) for name, column in entity.columns.items()]
    parts += _links(schema, entity)
    parts += [
        f"<NavigationProperty Name={quoteattr(name)} Type={quoteattr(f'Collection({NAMESPACE}.{back.entity})')} "
        f"Partner={quoteattr(back.column.removesuffix('Id'))} />"
        for name, back in schema.backs(entity.name).items()
    ]
    return f"<EntityType Name={quoteattr(entity.name)}>{''.join(parts)}</EntityType>"


def _property(name: str, column: Column) -> str:
    # Facts 6.1: text says Nullable="false" although it may be empty, nothing else says anything.
    nullable = {True: ' Nullable="true"', False: ' Nullable="false"'}.get(column.nullable, "")  # type: ignore[arg-type]
    if column.nullable is None and column.type == "Edm.String":
        nullable = ' Nullable="false"'
    return f"<Property Name={quoteattr(name)} Type={quoteattr(column.type)}{nullable}{_facets(column)} />"


def _facets(column: Column) -> str:
    facets = {"MaxLength": column.max_length, "Precision": column.precision, "Scale": column.scale}
    told = {facet: value for facet, value in facets.items() if value is not None and column.facets}
    return "".join(f' {facet}="{value}"' for facet, value in told.items())


def _links(schema: Schema, entity: Entity) -> Iterator[str]:
    for name, link in entity.links.items():
        if link.target not in schema.entities:
            continue
        partner = f"{entity.name}CollectionBy{name}"
        known = schema.backs(link.target).get(partner)
        suffix = f" Partner={quoteattr(partner)}" if known and known.entity == entity.name else ""
        if name not in entity.constraints:
            yield f"<NavigationProperty {_name_and_type(name, link.target)}{suffix} />"
    for name, constraint in entity.constraints.items():
        pairs = "".join(
            f"<ReferentialConstraint Property={quoteattr(column)} ReferencedProperty={quoteattr(referenced)} />"
            for column, referenced in constraint.columns.items()
        )
        yield f"<NavigationProperty {_name_and_type(name, constraint.target)}>{pairs}</NavigationProperty>"


def _name_and_type(name: str, target: str) -> str:
    return f"Name={quoteattr(name)} Type={quoteattr(f'{NAMESPACE}.{target}')}"


@dataclass
class _Found:
    """What one EntityType element says."""

    name: str
    key: list[str] = field(default_factory=list)
    columns: dict[str, Column] = field(default_factory=dict)
    navigation: dict[str, tuple[str, str]] = field(default_factory=dict)
    constraints: dict[str, Constraint] = field(default_factory=dict)


def read_metadata(schema: Schema, document: str | Path | bytes) -> list[str]:
    """Add every EntityType of a document that is not there yet; return the names added."""
    content = document if isinstance(document, bytes) else Path(document).read_bytes()
    found = [_read_type(element) for element in _elements(content)]
    new = [entity for entity in found if entity.name not in schema.entities]
    schema.add_many((entity.name, _linked(entity), tuple(entity.key), entity.constraints) for entity in new)
    schema.add_backs(_backs(found))
    return [entity.name for entity in new]


def _elements(content: bytes) -> Iterator[ElementTree.Element]:
    for _, element in ElementTree.iterparse(io.BytesIO(content)):  # noqa: S314 - the user's own file
        if element.tag == f"{_EDM}EntityType":
            yield element
            element.clear()


def _read_type(element: ElementTree.Element) -> _Found:
    found = _Found(element.get("Name", ""))
    found.key = [reference.get("Name", "") for reference in element.iter(f"{_EDM}PropertyRef")]
    for item in element.findall(f"{_EDM}Property"):
        kind = item.get("Type", "")
        if kind in TYPES:
            found.columns[item.get("Name", "")] = _read_column(item.attrib)
    for item in element.findall(f"{_EDM}NavigationProperty"):
        kind = item.get("Type", "")
        found.navigation[item.get("Name", "")] = (kind, item.get("Partner", ""))
        pairs = {
            pair.get("Property", ""): pair.get("ReferencedProperty", "")
            for pair in item.findall(f"{_EDM}ReferentialConstraint")
        }
        if pairs and not kind.startswith("Collection(") and found.columns.keys() >= pairs.keys():
            found.constraints[item.get("Name", "")] = Constraint(kind.rpartition(".")[2], pairs)
    return found


def _read_column(attributes: Mapping[str, str]) -> Column:
    kind = attributes["Type"]
    stated = attributes.get("Nullable")
    nullable = {"true": True, "false": False}.get(stated or "")
    if kind == "Edm.String" and nullable is False:
        nullable = None  # that is how Creatio marks any text
    length, scale = attributes.get("MaxLength", ""), attributes.get("Scale", "")
    return Column(
        kind,
        nullable=nullable,
        max_length=int(length) if length.isdigit() else None,
        scale=int(scale) if scale.isdigit() else None,
    )


def _linked(found: _Found) -> dict[str, Column]:
    columns = dict(found.columns)
    for name, (kind, _) in found.navigation.items():
        column = columns.get(f"{name}Id")
        if column is not None and column.type == "Edm.Guid" and not kind.startswith("Collection("):
            columns[f"{name}Id"] = Column(column.type, nullable=column.nullable, target=kind.rpartition(".")[2])
    return columns


def _backs(found: Iterable[_Found]) -> Iterator[tuple[str, str, Back]]:
    for entity in found:
        for name, (kind, partner) in entity.navigation.items():
            if kind.startswith("Collection(") and partner:
                yield entity.name, name, Back(kind[:-1].rpartition(".")[2], f"{partner}Id")
