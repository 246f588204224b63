"""Fixtures: SQLAlchemy engines over the sandboxes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from creatio_dbapi.sandbox import Sandbox

sqlalchemy = pytest.importorskip("sqlalchemy")


def url_of(sandbox: Sandbox, **options: str) -> str:
    """Return the URL of a sandbox, for a dialect that keeps no catalog on disk."""
    given = "&".join(f"{name}={value}" for name, value in {"cache_directory": "", **options}.items())
    return f"creatio+http://{sandbox.user}:{sandbox.password}@{sandbox.url.partition('://')[2]}?{given}"


def engine_of(sandbox: Sandbox, **options: Any) -> Any:
    """Make an engine for a sandbox; SQLAlchemy 1.4 then works as 2.0 does."""
    return sqlalchemy.create_engine(url_of(sandbox), future=True, **options)


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
