"""Fixtures: SQLAlchemy engines over the sandboxes."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from creatio_dbapi.sandbox import Sandbox

sqlalchemy = pytest.importorskip("sqlalchemy")

SUPERVISOR = uuid.UUID("410006e1-ca4e-4502-a9ec-e54d922d2c00")
ALPHA = uuid.UUID("ff7e089f-1fe9-4ca9-bc30-2d76ad39d178")
IS_OLD = sqlalchemy.__version__.startswith("1.")


def url_of(sandbox: Sandbox, **options: str) -> str:
    """Return the URL of a sandbox."""
    given = "&".join(f"{name}={value}" for name, value in options.items())
    return f"creatio+http://{sandbox.user}:{sandbox.password}@{sandbox.url.partition('://')[2]}?{given}"


def engine_of(sandbox: Sandbox, url: str | None = None, **options: Any) -> Any:
    """Make an engine for a sandbox that keeps no catalog on disk; SQLAlchemy 1.4 then works as 2.0 does.

    SQLAlchemy drops an option without a value from a URL, so that `cache_directory=` has no effect there.
    """
    arguments = {"cache_directory": ""}
    return sqlalchemy.create_engine(url or url_of(sandbox), future=True, connect_args=arguments, **options)


@pytest.fixture(scope="session")
def demo_engine(demo: Sandbox) -> Iterator[Any]:
    """An engine over the demo data."""
    engine = engine_of(demo)
    yield engine
    engine.dispose()


@pytest.fixture
def engine(sandbox: Sandbox) -> Iterator[Any]:
    """An engine over the test's own sandbox."""
    engine = engine_of(sandbox)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def tables(demo_engine: Any) -> Any:
    """Contact, Account and what they look up, reflected."""
    metadata = sqlalchemy.MetaData()
    metadata.reflect(demo_engine, only=["Contact", "Account", "Case", "Order"])
    return metadata.tables
