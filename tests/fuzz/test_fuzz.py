"""A small fixed run of the fuzz targets; `python -m tests.fuzz.campaign` is the large one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from creatio_dbapi import Connection
from creatio_dbapi.sandbox import Sandbox
from tests.fix_connection import connect_to
from tests.fuzz.campaign import run
from tests.fuzz.targets import targets

CASES = 300
NAMES = ("sql", "literals", "keys", "values", "pages", "failures", "batches", "records", "probes", "metadata")


@pytest.fixture(scope="module")
def planner() -> Iterator[Connection]:
    """A connection whose catalog is read and that asks nothing more."""
    with Sandbox(contacts=0) as sandbox, connect_to(sandbox, collation="sensitive") as connection:
        assert "Contact" in connection.catalog
        yield connection


@pytest.mark.parametrize("name", NAMES)
def test_nothing_but_the_drivers_own_errors_comes_out(planner: Connection, name: str) -> None:
    target = next(target for target in targets(planner) if target.name == name)
    run(target, CASES, 1)


def test_every_target_is_run(planner: Connection) -> None:
    assert [target.name for target in targets(planner)] == [*NAMES]
