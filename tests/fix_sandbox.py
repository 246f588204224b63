"""Fixtures: sandboxes, one with the demo data to read from, and small ones to change and to break."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from creatio_dbapi.sandbox import RequestRecord, Sandbox


@pytest.fixture(scope="session")
def demo() -> Iterator[Sandbox]:
    """The sandbox with the default demo data, for tests that only read."""
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """A sandbox of one test's own, with lookups and without contacts."""
    with Sandbox(contacts=0) as sandbox:
        yield sandbox


def data_requests(sandbox: Sandbox) -> list[RequestRecord]:
    """Return the logged requests to entity sets: not sign-ins, not `$metadata`."""
    return [record for record in sandbox.requests if "/odata/" in record.url and "$metadata" not in record.url]


def asked(sandbox: Sandbox) -> list[str]:
    """Return the logged requests to entity sets as `METHOD Set?query`, decoded."""
    return [f"{record.method} {record.url.partition('/odata/')[2]}" for record in data_requests(sandbox)]
