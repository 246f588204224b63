"""Times how a full-size `$metadata`, or that of a file given, becomes a catalog: from XML and from the cache."""

from __future__ import annotations

import io
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

from creatio_dbapi import connect
from creatio_dbapi.metadata import read_metadata
from creatio_dbapi.metadata_cache import CachedInstance, load_cached, store_cached
from creatio_dbapi.sandbox import Sandbox

NAMESPACE = "Terrasoft.Configuration.OData"
_CHUNK = 64 * 2**10
_TYPES = ("Edm.String", "Edm.DateTimeOffset", "Edm.Int32", "Edm.Boolean", "Edm.Decimal", "Edm.Stream")
_INSTANCE = ("https://crm.example.com", "Supervisor")


def full_size_document(tables: int = 1406) -> bytes:
    """Write a document of the size and shape of Creatio's own: 2 MB, 1,406 types, a few of them very wide."""
    names = [f"UsrConfigurationObject{number}" for number in range(tables)]
    types = "\n".join(_entity_type(number, names) for number in range(tables))
    sets = "".join(f'<EntitySet Name="{name}" EntityType="{NAMESPACE}.{name}" />' for name in names)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>'
        f'<Schema Namespace="{NAMESPACE}" xmlns="http://docs.oasis-open.org/odata/ns/edm">\n{types}\n'
        f'<EntityContainer Name="Container">{sets}</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>'
    ).encode()


def _entity_type(number: int, names: list[str]) -> str:
    parts = [
        f'<EntityType Name="{names[number]}"><Key><PropertyRef Name="Id" /></Key><Property Name="Id" Type="Edm.Guid" />'
    ]
    for column in range(120 if number % 100 == 0 else 6):
        edm = _TYPES[column % len(_TYPES)]
        nullable = ' Nullable="false"' if edm == "Edm.String" else ""
        parts.append(f'<Property Name="SomeColumn{column}" Type="{edm}"{nullable} />')
    lookups = range(60 if number % 100 == 0 else 3)
    parts += [f'<Property Name="SomeLookup{lookup}Id" Type="Edm.Guid" />' for lookup in lookups]
    for lookup in lookups:
        target = names[(number * 7 + lookup) % len(names)]
        partner = f"{names[number]}CollectionBySomeLookup{lookup}"
        parts.append(
            f'<NavigationProperty Name="SomeLookup{lookup}" Type="{NAMESPACE}.{target}" Partner="{partner}" />'
        )
    for back in range(2):
        name = names[number - back]
        parts.append(f'<NavigationProperty Name="{name}CollectionBy{back}" Type="Collection({NAMESPACE}.{name})" />')
    return "".join((*parts, "</EntityType>"))


def best_of(times: int, work: Callable[[], object]) -> float:
    """Return the shortest of `times` runs in milliseconds: the others measure the rest of the machine."""
    shortest = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        shortest = min(shortest, time.perf_counter() - start)
    return shortest * 1000


def first_plans(document: bytes) -> tuple[float, float]:
    """Return the milliseconds from `connect` to the plan of a first query: without a kept catalog, and with one."""
    taken = []
    with tempfile.TemporaryDirectory() as directory, Sandbox(contacts=0, metadata=document) as sandbox:
        for _ in range(4):
            start = time.perf_counter()
            with connect(sandbox.url, sandbox.user, sandbox.password, cache_directory=directory) as connection:
                connection.cursor().execute("EXPLAIN SELECT Id FROM Contact WHERE Age > 30")
                taken.append((time.perf_counter() - start) * 1000)
    return taken[0], min(taken[1:])


def main() -> None:
    """Print the table."""
    document = Path(sys.argv[1]).read_bytes() if len(sys.argv) > 1 else full_size_document()
    chunks = [document[start : start + _CHUNK] for start in range(0, len(document), _CHUNK)]
    catalog = read_metadata(chunks)
    first = next(iter(catalog))

    def element_tree() -> None:
        for _, element in ElementTree.iterparse(io.BytesIO(document)):  # noqa: S314 - our own document
            element.clear()

    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)

        def load() -> object:
            cached = load_cached(directory, *_INSTANCE, max_age=None, now=time.time())
            return None if cached is None else cached.catalog[first]

        yardstick = best_of(7, element_tree)
        rows: tuple[tuple[str, float], ...] = (
            ("ElementTree.iterparse alone", yardstick),
            ("read_metadata to a catalog", best_of(7, lambda: read_metadata(chunks))),
            ("store_cached", best_of(7, lambda: store_cached(directory, *_INSTANCE, CachedInstance(catalog, {}, 0.0)))),
            ("load_cached and first table", best_of(7, load)),
        )
    columns = sum(len(table.columns) for table in catalog.values())
    print(f"{len(document):,} bytes, {len(catalog):,} tables, {columns:,} columns")
    cold, warm = first_plans(document)
    rows += (("connect to first plan, cold", cold), ("connect to first plan, warm", warm))
    for title, milliseconds in rows:
        print(f"{title:30}{milliseconds:8.1f} ms{milliseconds / yardstick:8.2f} x")


if __name__ == "__main__":
    main()
