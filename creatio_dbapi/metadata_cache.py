"""Keeps catalogs on disk, one file per instance and user; a file that is not ours is as good as none."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from platformdirs import user_cache_dir

from creatio_dbapi.catalog import Catalog
from creatio_dbapi.collector import resting_collector
from creatio_dbapi.metadata import COLUMN_TYPES, NULLABLE, Record, RecordedCatalog, records_of

_FORMAT = 2
_LARGEST_FILE = 256 * 2**20


@dataclass(frozen=True, slots=True)
class CachedInstance:
    """A catalog, what was learned of the server beside it, and when it was fetched (seconds since the epoch).

    Facts are written as they are: they must hold nothing secret.
    """

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
    references: list[list[str]]


class _File(msgspec.Struct):
    """What stands under the seal of a file."""

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
    body = _read_body(_file(directory, signature), signature)
    with resting_collector():
        kept = None if body is None else _read_content(body)
    if kept is None:
        return None
    # A file from the future was written under another clock, so that its age is not known.
    age = now - kept.fetched_at
    if age < 0 or (max_age is not None and age > max_age):
        return None
    with resting_collector():
        records = {name: _record(row) for name, row in kept.tables.items()}
    return CachedInstance(RecordedCatalog(records, fetched_at=kept.fetched_at), kept.facts, kept.fetched_at)


def store_cached(directory: Path, instance: str, user: str, cached: CachedInstance) -> None:
    """Keep a catalog; where it cannot be written, nothing is kept and nothing is said."""
    signature = _signature(instance, user)
    tables = {name: _row(record) for name, record in records_of(cached.catalog).items()}
    # A ValueError is text that has no UTF-8, or a directory whose name cannot be one.
    with contextlib.suppress(OSError, ValueError):
        body = msgspec.json.encode(_File(cached.fetched_at, dict(cached.facts), tables))
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(_file(directory, signature), _seal(signature, body) + body)


def _signature(instance: str, user: str) -> str:
    """Name the format, an instance and a user without telling them; credentials in an address do not count."""
    scheme, separator, address = instance.rpartition("://")
    authority, slash, path = address.partition("/")
    place = scheme + separator + authority.rpartition("@")[2] + slash + path
    return hashlib.sha256(f"{_FORMAT}\0{place}\0{user}".encode("utf-8", "surrogatepass")).hexdigest()


def _file(directory: Path, signature: str) -> Path:
    return directory / f"{signature[:40]}.json"


def _seal(signature: str, body: bytes) -> bytes:
    """Make the first line of a file: it tells one that was damaged, or that was written for another instance or user.

    It is no protection against forgery, which the look at the content's shape is for.
    """
    digest = hashlib.blake2b(body, digest_size=32, key=bytes.fromhex(signature))
    return b'"' + digest.hexdigest().encode("ascii") + b'"\n'


def _read_body(file: Path, signature: str) -> bytes | None:
    try:
        # What is no plain file, such as a pipe, may never end.
        if not file.is_file() or file.stat().st_size > _LARGEST_FILE:
            return None
        seal, newline, body = file.read_bytes().partition(b"\n")
    except (OSError, ValueError):
        return None
    return body if seal + newline == _seal(signature, body) else None


def _read_content(body: bytes) -> _File | None:
    try:
        kept = msgspec.json.decode(body, type=_File)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    return kept if kept.tables and all(map(_is_sound, kept.tables.values())) else None


def _replace(file: Path, content: bytes) -> None:
    """Write `file` in one step: a reader sees the old content or the new one, never half of one."""
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.stem}.")
    try:
        with os.fdopen(descriptor, "wb") as temporary:
            temporary.write(content)
        os.replace(name, file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


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
        list(map(list, record.references)),
    )


def _record(row: _Row) -> Record:
    facets: Mapping[str, Sequence[int | None]] = row.facets
    return Record(row.names, row.types, row.nullable, facets, row.key, row.links, row.collections, row.references)


def _is_sound(row: _Row) -> bool:
    """Say whether a row of the file can be a table: what was tampered with may have any lengths."""
    return (
        len(row.names) == len(row.types) == len(row.nullable)
        and NULLABLE.keys() >= set(row.nullable)
        and set(row.types) <= COLUMN_TYPES
        and len(row.links) % 5 == 0
        and len(row.collections) % 2 == 0
        and set(row.names).issuperset((*row.key, *row.links[1::5], *row.facets))
        and all(len(values) == 3 for values in row.facets.values())
        and all(len(texts) > 3 and len(texts) % 2 == 0 for texts in row.references)
    )
