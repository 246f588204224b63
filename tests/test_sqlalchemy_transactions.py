"""Rollback, isolation, pools and what cannot be made."""

from __future__ import annotations

from typing import Any

import pytest

from creatio_dbapi.sandbox import Sandbox
from tests.fix_engine import engine_of, url_of
from tests.fix_sandbox import asked

sqlalchemy = pytest.importorskip("sqlalchemy")
from sqlalchemy import exc, text  # noqa: E402


def test_rollback_after_a_write_warns_how_many_rows_stay(engine: Any) -> None:
    with engine.connect() as connection:
        connection.execute(text("INSERT INTO Contact (Name) VALUES ('stays')"))
        with pytest.warns(exc.SAWarning, match="1 rows that were written"):
            connection.rollback()
        assert connection.execute(text("SELECT count(*) FROM Contact WHERE Name = 'stays'")).scalar() == 1


def test_an_undo_log_takes_back_what_a_session_wrote(sandbox: Sandbox) -> None:
    engine = engine_of(sandbox, url_of(sandbox, transactions="undo"))
    with engine.connect() as connection:
        connection.execute(text("INSERT INTO Contact (Name) VALUES ('goes')"))
        connection.rollback()
        assert connection.execute(text("SELECT count(*) FROM Contact WHERE Name = 'goes'")).scalar() == 0
    engine.dispose()


def test_autocommit_is_the_one_isolation_level(engine: Any) -> None:
    with engine.connect() as connection:
        assert connection.get_isolation_level() == "AUTOCOMMIT"
        assert connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("SELECT 1")).scalar() == 1
    with pytest.raises(exc.ArgumentError, match=r"SERIALIZABLE|AUTOCOMMIT"), engine.connect() as connection:
        connection.execution_options(isolation_level="SERIALIZABLE")


def test_pre_ping_costs_no_request(sandbox: Sandbox) -> None:
    engine = engine_of(sandbox, pool_pre_ping=True)
    for _ in range(2):
        with engine.connect() as connection:
            assert connection.execute(text("SELECT 1")).scalar() == 1
    engine.dispose()
    assert not asked(sandbox)


def test_objects_cannot_be_made(engine: Any) -> None:
    table = sqlalchemy.Table("UsrNew", sqlalchemy.MetaData(), sqlalchemy.Column("Id", sqlalchemy.Integer))
    with pytest.raises(exc.CompileError, match="cannot create"):
        table.create(engine)


def test_a_connection_that_was_closed_below_is_replaced(sandbox: Sandbox) -> None:
    engine = engine_of(sandbox)
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))
        connection.connection.dbapi_connection.close()
        with pytest.raises(exc.InterfaceError, match="closed") as caught:
            connection.execute(text("SELECT 1"))
        assert caught.value.connection_invalidated
        connection.rollback()
        assert connection.execute(text("SELECT 1")).scalar() == 1
    engine.dispose()


def test_a_ping_replaces_a_closed_connection(sandbox: Sandbox) -> None:
    engine = engine_of(sandbox, pool_pre_ping=True)
    with engine.connect() as connection:
        closed = connection.connection.dbapi_connection
    closed.close()
    with engine.connect() as connection:
        assert connection.execute(text("SELECT 1")).scalar() == 1
    engine.dispose()


def test_a_session_that_ended_is_renewed_and_an_error_keeps_the_connection(sandbox: Sandbox) -> None:
    engine = engine_of(sandbox, pool_size=1, max_overflow=0)
    with engine.connect() as connection:
        before = connection.connection.dbapi_connection
        connection.execute(text("SELECT count(*) FROM Contact"))
        sandbox.expire_sessions()
        assert connection.execute(text("SELECT count(*) FROM Contact")).scalar() == 1
        with pytest.raises(exc.ProgrammingError, match="did you mean"):
            connection.execute(text("SELECT Nmae FROM Contact"))
    with engine.connect() as connection:
        assert connection.connection.dbapi_connection is before
    engine.dispose()


def test_an_engine_takes_no_other_isolation_level(sandbox: Sandbox) -> None:
    with pytest.raises(exc.ArgumentError, match="AUTOCOMMIT"):
        engine_of(sandbox, isolation_level="SERIALIZABLE").connect()
