"""Writes SQLAlchemy classes of an instance's objects: `python -m sqlalchemy_creatio.generate URL Contact Account`."""

from __future__ import annotations

import argparse
import keyword
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy

from creatio_dbapi.catalog import Catalog, Column, Link, Table

READY_MADE = ("Account", "Activity", "Case", "Contact", "Lead", "Opportunity", "Order", "Product")

_WIDTH = 120
_RESERVED = frozenset(
    ("Base", "metadata", "registry", "sa", "orm", "dt", "uuid", "decimal", "Any", "ClassVar", "Mapped", "_filled")
)
_TOUCHED = ("ModifiedOn", "ModifiedById")  # the server changes them with every update

# What a column is in Python, and the SQLAlchemy type where that does not say it all.
_KINDS: Mapping[str, tuple[str, str]] = {
    "Edm.Guid": ("uuid.UUID", ""),
    "Edm.String": ("str", ""),
    "Edm.Int16": ("int", "sa.SmallInteger"),
    "Edm.Int32": ("int", ""),
    "Edm.Int64": ("int", "sa.BigInteger"),
    "Edm.Byte": ("int", "sa.SmallInteger"),
    "Edm.SByte": ("int", "sa.SmallInteger"),
    "Edm.Decimal": ("decimal.Decimal", ""),
    "Edm.Double": ("float", ""),
    "Edm.Single": ("float", ""),
    "Edm.Boolean": ("bool", ""),
    "Edm.DateTimeOffset": ("dt.datetime", ""),
    "Edm.Date": ("dt.date", ""),
    "Edm.TimeOfDay": ("dt.time", ""),
    "Edm.Binary": ("bytes", ""),
    "Edm.Stream": ("bytes", ""),
}
_EMPTY_IS_NULL = ("Edm.Guid", "Edm.DateTimeOffset", "Edm.Date", "Edm.TimeOfDay", "Edm.Binary", "Edm.Stream")

_HEAD = '''"""{title}

Written by `{command}`; do not edit.
"""

from __future__ import annotations

import datetime as dt
import decimal
import uuid
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy import orm

try:
    from sqlalchemy.orm import Mapped
except ImportError:
    raise ImportError(
        "these classes need SQLAlchemy 2.0 or newer; on 1.4, automap makes some from the catalog"
    ) from None


class Base(orm.DeclarativeBase):
    """What these classes have in common."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {{dt.datetime: sa.DateTime(timezone=True)}}


def _filled(*arguments: Any, **options: Any) -> Any:
    """Declare a column that the server fills where nothing is set."""
    return orm.mapped_column(*arguments, server_default=sa.FetchedValue(), **options)
'''


@dataclass(frozen=True, slots=True)
class _Names:
    """The classes by table, and the attributes of each class by column or navigation property."""

    classes: Mapping[str, str]
    attributes: Mapping[str, Mapping[str, str]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the classes of the tables that are named, and of what these look up, to standard output."""
    parser = argparse.ArgumentParser(prog="python -m sqlalchemy_creatio.generate", description=__doc__)
    parser.add_argument("url", help="such as creatio://user:password@crm.example.com, or creatio://sandbox")
    parser.add_argument("tables", nargs="*", help="objects of the instance; those of the ready-made module if none")
    parser.add_argument("--only", action="store_true", help="not the objects that these look up")
    parser.add_argument("--all", action="store_true", help="every object of the instance")
    given = parser.parse_args(arguments)
    catalog = _catalog(given.url)
    wanted = list(catalog) if given.all else [catalog.find(name).name for name in given.tables or READY_MADE]
    chosen = wanted if given.only else with_lookups(catalog, wanted)
    flags = [f"--{name}" for name in ("only", "all") if getattr(given, name)]
    command = " ".join(["python -m sqlalchemy_creatio.generate URL", *given.tables, *flags])
    sys.stdout.write(source_of(catalog, chosen, command=command))
    return 0


def _catalog(url: str) -> Catalog:
    engine = sqlalchemy.create_engine(url)
    try:
        with engine.connect() as connection:
            catalog: Catalog = connection.connection.catalog
            return catalog
    finally:
        engine.dispose()


def with_lookups(catalog: Catalog, wanted: Iterable[str]) -> list[str]:
    """Return `wanted` and the tables that they look up."""
    names = list(wanted)
    looked_up = (link.target for name in names for link in catalog[name].links)
    return list(dict.fromkeys([*names, *(target for target in looked_up if target in catalog)]))


def source_of(catalog: Catalog, wanted: Iterable[str], *, command: str) -> str:
    """Write a module with a class for each of the wanted tables that have a key; SQLAlchemy wants one."""
    tables = {name: catalog[name] for name in sorted(wanted) if catalog[name].key}
    names = _names(tables)
    head = _HEAD.format(title=_title(tables), command=command)
    return head + "".join(_class(table, tables, names) for table in tables.values())


def _title(tables: Mapping[str, Table]) -> str:
    return f"SQLAlchemy classes of {len(tables)} objects of Creatio, with their lookups both ways."


# -- names ---------------------------------------------------------------------------------------------------


def _names(tables: Mapping[str, Table]) -> _Names:
    classes: dict[str, str] = {}
    for name in tables:
        classes[name] = _free(name, {*_RESERVED, *classes.values()})
    taken = frozenset(classes.values())
    return _Names(classes, {name: _attributes(table, tables, taken) for name, table in tables.items()})


def _attributes(table: Table, tables: Mapping[str, Table], classes: frozenset[str]) -> dict[str, str]:
    # An attribute that is called like a class would hide it from the annotations after it.
    found: dict[str, str] = {}
    for column in table.columns:
        found[column.name] = _free(column.name, {*_RESERVED, *classes, *found.values()})
    for link in _links(table, tables):
        found[f"/{link.name}"] = _free(_snake(link.name), {*_RESERVED, *classes, *found.values()})
    for _, link in _backs(table, tables):
        found[f"/{link.partner}"] = _free(_snake(str(link.partner)), {*_RESERVED, *classes, *found.values()})
    return found


def _free(name: str, taken: Iterable[str]) -> str:
    """Return a name that Python can have and that is not taken yet."""
    name = f"_{name}" if name.startswith("__") or not name.isidentifier() else name
    while keyword.iskeyword(name) or name in taken:
        name += "_"
    return name


def _snake(name: str) -> str:
    """Write a navigation property as Python writes attributes.

    >>> _snake("CreatedBy"), _snake("SysAdminUnitCollectionByContact"), _snake("CRMUser2")
    ('created_by', 'sys_admin_unit_collection_by_contact', 'crm_user2')
    """
    letters = []
    for place, letter in enumerate(name):
        after_small = place > 0 and not name[place - 1].isupper() and name[place - 1] != "_"
        before_small = place > 0 and name[place + 1 : place + 2].islower() and name[place - 1] != "_"
        letters.append(f"_{letter.lower()}" if letter.isupper() and (after_small or before_small) else letter.lower())
    return "".join(letters)


# -- classes -------------------------------------------------------------------------------------------------


def _class(table: Table, tables: Mapping[str, Table], names: _Names) -> str:
    attributes = names.attributes[table.name]
    lines = [f'\n\nclass {names.classes[table.name]}(Base):\n    """The object {table.name}."""\n\n']
    lines.append(f'    __tablename__ = "{table.name}"\n\n')
    targets = {link.column: f"{link.target}.{tables[link.target].key[0]}" for link in _links(table, tables)}
    lines += [_column(table, column, attributes[column.name], targets) for column in table.columns]
    lines += [_many_to_one(table, link, names) for link in _links(table, tables)]
    lines += [_one_to_many(table, other, link, names) for other, link in _backs(table, tables)]
    return "".join(lines)


def _links(table: Table, tables: Mapping[str, Table]) -> list[Link]:
    return [link for link in table.links if link.target in tables and len(tables[link.target].key) == 1]


def _backs(table: Table, tables: Mapping[str, Table]) -> Iterator[tuple[Table, Link]]:
    """Give the lookups that point to a table, where Creatio has a collection for them."""
    own = {collection.name for collection in table.collections}
    for other in tables.values():
        for link in _links(other, tables):
            if link.target == table.name and link.partner in own:
                yield other, link


def _column(table: Table, column: Column, attribute: str, targets: Mapping[str, str]) -> str:
    kind, sql_type = _KINDS[column.type]
    sql_type = f"sa.Unicode({column.max_length})" if column.type == "Edm.String" and column.max_length else sql_type
    arguments = [f'"{column.name}"'] if attribute != column.name else []
    arguments += [sql_type] if sql_type else []
    if column.name in targets:
        arguments.append(f'sa.ForeignKey("{targets[column.name]}")')
    if column.name in table.key:
        arguments += ["primary_key=True", *(["default=uuid.uuid4"] if column.type == "Edm.Guid" else [])]
        return _assignment(f"{attribute}: Mapped[{kind}]", "orm.mapped_column", arguments)
    kind += " | None" if column.nullable or column.type in _EMPTY_IS_NULL else ""
    if column.type == "Edm.Stream":  # its bytes are asked for by a request of their own
        return _assignment(f"{attribute}: Mapped[{kind}]", "orm.mapped_column", [*arguments, "deferred=True"])
    arguments += ["server_onupdate=sa.FetchedValue()"] if column.name in _TOUCHED else []
    return _assignment(f"{attribute}: Mapped[{kind}]", "_filled", arguments)


def _many_to_one(table: Table, link: Link, names: _Names) -> str:
    attributes = names.attributes[table.name]
    arguments = [f"foreign_keys=[{attributes[link.column]}]"]
    if link.target == table.name:
        arguments.append(f"remote_side=[{attributes[table.key[0]]}]")
    partner = names.attributes[link.target].get(f"/{link.partner}")
    arguments += [f'back_populates="{partner}"'] if partner else []
    kind = f"Mapped[{names.classes[link.target]} | None]"
    return _assignment(f"{attributes[f'/{link.name}']}: {kind}", "orm.relationship", arguments)


def _one_to_many(table: Table, other: Table, link: Link, names: _Names) -> str:
    back = names.attributes[other.name]
    class_name = names.classes[other.name]
    arguments = [
        f'foreign_keys="{class_name}.{back[link.column]}"',
        f'back_populates="{back[f"/{link.name}"]}"',
        'passive_deletes="all"',
    ]
    attribute = names.attributes[table.name][f"/{link.partner}"]
    return _assignment(f"{attribute}: Mapped[list[{class_name}]]", "orm.relationship", arguments)


def _assignment(target: str, function: str, arguments: Sequence[str]) -> str:
    """Write `target = function(arguments)` on as many lines as it needs."""
    line = f"    {target} = {function}({', '.join(arguments)})\n"
    if len(line) <= _WIDTH + 1:
        return line
    inner = f"        {', '.join(arguments)}\n"
    if len(inner) > _WIDTH + 1:
        inner = "".join(f"        {argument},\n" for argument in arguments)
    return f"    {target} = {function}(\n{inner}    )\n"


if __name__ == "__main__":
    sys.exit(main())
