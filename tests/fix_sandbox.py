"""Fixtures: sandboxes, one with the demo data to read from, and small ones to change and to break."""

from __future__ import annotations

import os
import runpy
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from creatio_dbapi.sandbox import RequestRecord, Sandbox
from tests.fix_secrets import PASSWORD

_DOCUMENTS = Path(__file__).parent.parent / "benchmarks" / "metadata.py"


@pytest.fixture(scope="session")
def demo() -> Iterator[Sandbox]:
    """The sandbox with the default demo data, for tests that only read."""
    with Sandbox(password=PASSWORD) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """A sandbox of one test's own, with lookups and without contacts."""
    with Sandbox(contacts=0, password=PASSWORD) as sandbox:
        yield sandbox


@pytest.fixture(scope="session")
def full_size() -> bytes:
    """Return a generated `$metadata` of full size, 1,406 objects, or the one that CREATIO_METADATA names."""
    name = os.environ.get("CREATIO_METADATA")
    document = Path(name).read_bytes() if name else runpy.run_path(str(_DOCUMENTS))["full_size_document"]()
    assert isinstance(document, bytes)
    return document


@pytest.fixture(scope="session")
def large(full_size: bytes) -> Iterator[Sandbox]:
    """A sandbox with all objects of a full-size instance, most of them empty, for tests that only read."""
    with Sandbox(contacts=20, metadata=full_size, password=PASSWORD) as sandbox:
        yield sandbox


LONG_TABLE = "UsrLong"


@contextmanager
def long_sandbox(rows: int) -> Iterator[Sandbox]:
    """A sandbox with an object that takes several pages: UsrLong, whose N are the numbers below `rows`."""
    with Sandbox(contacts=0) as sandbox:
        numbered = [{"Id": uuid.UUID(int=n + 1), "N": n} for n in range(rows)]
        sandbox.create_object(LONG_TABLE, {"Id": "Edm.Guid", "N": "Edm.Int32"}, base=False, rows=numbered)
        yield sandbox


def data_requests(sandbox: Sandbox) -> list[RequestRecord]:
    """Return the logged requests to entity sets: not sign-ins, not `$metadata`."""
    return [record for record in sandbox.requests if "/odata/" in record.url and "$metadata" not in record.url]


def asked(sandbox: Sandbox) -> list[str]:
    """Return the logged requests to entity sets as `METHOD Set?query`, decoded."""
    return [f"{record.method} {record.url.partition('/odata/')[2]}" for record in data_requests(sandbox)]
