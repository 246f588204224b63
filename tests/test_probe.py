"""forms=probe asks the server which unproven forms of query it takes, and believes only the right answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from creatio_dbapi.sandbox import Sandbox
from tests.fix_connection import connect_to, query
from tests.fix_sandbox import asked

LOWER = "SELECT count(*) FROM Contact WHERE lower(Name) = 'anna schmidt'"


def pushed(sandbox: Sandbox) -> bool:
    """Say whether the last request used tolower."""
    return "tolower(Name)" in asked(sandbox)[-1]


@pytest.mark.parametrize("takes", [True, False])
def test_a_form_is_pushed_where_the_server_takes_it(takes: bool) -> None:
    with (
        Sandbox(contacts=100, forms="all" if takes else ()) as sandbox,
        connect_to(sandbox, forms="probe") as connection,
    ):
        rows = query(connection, LOWER)
        assert pushed(sandbox) == takes
        with connect_to(sandbox) as plain:
            assert query(plain, LOWER) == rows


def test_every_form_is_found() -> None:
    with Sandbox(contacts=0, forms="all") as sandbox, connect_to(sandbox, forms="probe") as connection:
        query(connection, "SELECT count(*) FROM Contact")
        assert {"tolower", "toupper", "in", "lookup_null"} <= connection.services().profile.forms


def test_the_answer_is_kept_beside_the_catalog(sandbox: Sandbox, tmp_path: Path) -> None:
    sandbox.switch_forms(on=["tolower"])
    for first in (True, False):
        sandbox.clear_requests()
        with connect_to(sandbox, forms="probe", cache_directory=str(tmp_path)) as connection:
            query(connection, "SELECT count(*) FROM Contact")
        assert (len(asked(sandbox)) > 1) == first


def test_nothing_is_asked_unless_it_is_wanted(sandbox: Sandbox) -> None:
    with connect_to(sandbox) as connection:
        query(connection, "SELECT count(*) FROM Contact")
    assert len(asked(sandbox)) == 1
