"""Fixtures: SQLAlchemy engines over the sandboxes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from creatio_dbapi.sandbox import Sandbox

sqlalchemy = pytest.importorskip("sqlalchemy")


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
