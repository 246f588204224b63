"""Keeps catalogs on disk, one file per instance and user; a file that is not ours is as good as none."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from platformdirs import user_cache_dir

from creatio_dbapi.catalog import Catalog
from creatio_dbapi.metadata import COLUMN_TYPES, NULLABLE, Record, RecordedCatalog, records_of

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class CachedInstance:
    """A catalog, what was learned of the server beside it, and when it was fetched (seconds since the epoch)."""

    catalog: Catalog
    facts: Mapping[str, str]
    fetched_at: float


class _Row(msgspec.Struct, array_like=True):
    """A Record as it stands in a file."""

    names: list[str]
    types: list[str]
    nullable: str
    facets: dict[str, list[int | None]]
    key: list[str]
    links: list[str]
    collections: list[str]


class _File(msgspec.Struct):
    """The whole file; `signature` names the format, the instance and the user without telling them."""

    signature: str
    fetched_at: float
    facts: dict[str, str]
    tables: dict[str, _Row]


def default_cache_directory() -> Path:
    """Return where the system keeps caches of this package."""
    return Path(user_cache_dir("creatio_dbapi", appauthor=False))


def load_cached(
    directory: Path, instance: str, user: str, *, max_age: float | None, now: float
) -> CachedInstance | None:
    """Return what is kept for an instance and user, or None: nothing is, it is too old, or the file is not sound."""
    signature = _signature(instance, user)
    try:
        kept = msgspec.json.decode((directory / f"{signature}.json").read_bytes(), type=_File)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    age = now - kept.fetched_at
    if kept.signature != signature or not kept.tables or age < 0 or (max_age is not None and age > max_age):
        return None
    if not all(_is_sound(row) for row in kept.tables.values()):
        return None
    records = {name: _record(row) for name, row in kept.tables.items()}
    return CachedInstance(RecordedCatalog(records, fetched_at=kept.fetched_at), kept.facts, kept.fetched_at)


def store_cached(directory: Path, instance: str, user: str, cached: CachedInstance) -> None:
    """Keep a catalog; where the directory cannot be written, nothing is kept and nothing is said."""
    signature = _signature(instance, user)
    tables = {name: _row(record) for name, record in records_of(cached.catalog).items()}
    content = msgspec.json.encode(_File(signature, cached.fetched_at, dict(cached.facts), tables))
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        # A reader sees the old file or the new one, never half of one.
        descriptor, name = tempfile.mkstemp(dir=directory, prefix=f".{signature}.")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
            os.replace(name, directory / f"{signature}.json")
        except OSError:
            Path(name).unlink(missing_ok=True)
    except OSError:
        return


def _signature(instance: str, user: str) -> str:
    return hashlib.sha256(f"{_FORMAT}\0{instance}\0{user}".encode("utf-8", "surrogatepass")).hexdigest()[:40]


def _row(record: Record) -> _Row:
    facets = {name: list(values) for name, values in record.facets.items()}
    return _Row(
        list(record.names),
        list(record.types),
        record.nullable,
        facets,
        list(record.key),
        list(record.links),
        list(record.collections),
    )


def _record(row: _Row) -> Record:
    facets: Mapping[str, Sequence[int | None]] = row.facets
    return Record(row.names, row.types, row.nullable, facets, row.key, row.links, row.collections)


def _is_sound(row: _Row) -> bool:
    """Say whether a row of the file can be a table: what was tampered with may have any lengths."""
    return (
        len(row.names) == len(row.types) == len(row.nullable)
        and NULLABLE.keys() >= set(row.nullable)
        and set(row.types) <= COLUMN_TYPES
        and set(row.key) <= set(row.names)
        and len(row.links) % 4 == 0
        and len(row.collections) % 2 == 0
        and all(len(values) == 3 for values in row.facets.values())
    )
