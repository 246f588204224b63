"""The parts of Superset's engine spec that need no Superset; `tests/superset/run` tests the whole in a real one."""

from __future__ import annotations

import json
from datetime import datetime

import duckdb
import pytest

import creatio_dbapi
from creatio_dbapi import Connection
from creatio_dbapi.sandbox import Sandbox
from superset_creatio.functions import FUNCTIONS
from superset_creatio.grains import TIME_GRAINS
from superset_creatio.masking import MASK, masked, unmasked
from superset_creatio.running import run_watched, take_rows
from tests.fix_connection import connect_to, query
from tests.hostile import TEXTS

# -- time grains and functions -------------------------------------------------------------------------------


@pytest.mark.parametrize("grain", [grain for grain in TIME_GRAINS if grain])
def test_a_time_grain_puts_every_moment_into_a_bucket(demo_connection: Connection, grain: str) -> None:
    bucket = TIME_GRAINS[grain].format(col="RegisteredOn")
    rows = query(demo_connection, f"SELECT {bucket} AS bucket, count(*) FROM Case GROUP BY 1")
    assert all(isinstance(start, datetime) and start.tzinfo is None for start, _ in rows)
    assert sum(count for _, count in rows) == query(demo_connection, "SELECT count(*) FROM Case")[0][0]


def test_the_named_functions_are_known() -> None:
    words = {"COALESCE", "EXTRACT", "IFNULL", "NULLIF", "POSITION", "TRY_CAST"}  # of the grammar, not of a list
    windows = {"DENSE_RANK", "FIRST_VALUE", "LAG", "LAST_VALUE", "LEAD", "NTILE", "PERCENT_RANK", "RANK", "ROW_NUMBER"}
    known = {name.upper() for (name,) in duckdb.execute("SELECT function_name FROM duckdb_functions()").fetchall()}
    assert set(FUNCTIONS) - words - windows - known == set()
    assert list(FUNCTIONS) == sorted(set(FUNCTIONS))


# -- secrets -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("secret", [text for text in TEXTS if len(text) > 3])
def test_a_secret_is_hidden_and_put_back(secret: str) -> None:
    stored = json.dumps({"connect_args": {"password": secret, "timeout": 30}, "pool_size": 3})
    shown = masked(stored)
    assert shown is not None
    assert json.loads(shown) == {"connect_args": {"password": MASK, "timeout": MASK}, "pool_size": MASK}
    assert json.loads(unmasked(stored, shown) or "") == json.loads(stored)


def test_a_secret_that_was_changed_is_the_new_one() -> None:
    old, new = '{"connect_args": {"password": "old"}}', '{"connect_args": {"password": "new", "token": "XXXXXXXXXX"}}'
    assert json.loads(unmasked(old, new) or "") == {"connect_args": {"password": "new", "token": None}}


@pytest.mark.parametrize("text", ["password=secret", "{", '"secret"'])
def test_a_text_that_is_no_mapping_is_hidden_whole(text: str) -> None:
    shown = masked(text)
    assert shown is not None
    assert "secret" not in shown
    assert unmasked(text, shown) == text


@pytest.mark.parametrize("nothing", [None, ""])
def test_nothing_stays_nothing(nothing: str | None) -> None:
    assert masked(nothing) == nothing
    assert unmasked(None, nothing) == nothing


# -- stopping ------------------------------------------------------------------------------------------------


def test_a_watched_statement_gives_its_rows_once(demo_connection: Connection) -> None:
    cursor = demo_connection.cursor()
    run_watched(cursor, "SELECT count(*) FROM Contact", lambda progress: False)
    assert take_rows(cursor) == [(2000,)]
    assert take_rows(cursor) is None


def test_a_watched_statement_raises_what_went_wrong(demo_connection: Connection) -> None:
    with pytest.raises(creatio_dbapi.ProgrammingError, match='did you mean "Contact"'):
        run_watched(demo_connection.cursor(), "SELECT count(*) FROM Contct", lambda progress: False)


@pytest.mark.parametrize("interrupted", [False, True], ids=["asked to stop", "interrupted"])
def test_a_watched_statement_is_stopped(interrupted: bool) -> None:
    seen: list[str] = []

    def look(progress: str) -> bool:
        seen.append(progress)
        if interrupted:
            raise TimeoutError
        return True

    with Sandbox(contacts=0) as sandbox, connect_to(sandbox) as connection:
        query(connection, "SELECT Name FROM Contact")
        sandbox.set_latency(5000)
        with pytest.raises((creatio_dbapi.OperationalError, TimeoutError)):
            run_watched(connection.cursor(), "SELECT Name, Email FROM Contact", look)
        sandbox.set_latency(0)
    assert seen[0].startswith("0 rows in ")
