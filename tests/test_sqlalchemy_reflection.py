"""What the inspector tells of the catalog, and how many requests it takes."""

from __future__ import annotations

from typing import Any

import pytest

from creatio_dbapi.sandbox import Column, Sandbox
from tests.fix_engine import IS_OLD, engine_of
from tests.fix_sandbox import asked

sqlalchemy = pytest.importorskip("sqlalchemy")
from sqlalchemy import exc, func, select  # noqa: E402


def test_the_inspector_knows_the_catalog(demo_engine: Any) -> None:
    inspector = sqlalchemy.inspect(demo_engine)
    columns = {column["name"]: column for column in inspector.get_columns("Contact")}
    assert {"Contact", "Case", "Order"} <= set(inspector.get_table_names())
    assert all(name.startswith("Vw") for name in inspector.get_view_names())
    assert inspector.get_pk_constraint("Contact")["constrained_columns"] == ["Id"]
    assert isinstance(columns["Age"]["type"], sqlalchemy.Integer)
    assert not columns["Id"]["nullable"]
    assert inspector.has_table("Account")
    assert not inspector.has_table("Acount")
    with pytest.raises(exc.NoSuchTableError, match='did you mean "Account"'):
        inspector.get_columns("Acount")


def test_a_name_in_lower_case_stands_for_any_case(demo_engine: Any) -> None:
    inspector = sqlalchemy.inspect(demo_engine)
    assert inspector.has_table("contact")
    assert not inspector.has_table("CONTACT")
    assert not inspector.has_table(sqlalchemy.sql.quoted_name("contact", quote=True))
    contact = sqlalchemy.Table("contact", sqlalchemy.MetaData(), autoload_with=demo_engine, resolve_fks=False)
    with demo_engine.connect() as connection:
        assert connection.execute(select(func.count(contact.c.Id))).scalar() == 2000


def test_lookups_are_foreign_keys_and_texts_that_end_in_id_are_not(demo_engine: Any) -> None:
    keys = sqlalchemy.inspect(demo_engine).get_foreign_keys("Contact")
    found = {key["constrained_columns"][0]: (key["referred_table"], key["referred_columns"]) for key in keys}
    assert found["AccountId"] == ("Account", ["Id"])
    assert "FacebookId" not in found


def test_reflecting_everything_takes_one_request(sandbox: Sandbox) -> None:
    engine = engine_of(sandbox)
    metadata = sqlalchemy.MetaData()
    metadata.reflect(engine)
    assert len(metadata.tables) > 200
    assert len([record for record in sandbox.requests if "$metadata" in record.url]) == 1
    assert not asked(sandbox)
    engine.dispose()


def test_a_long_chain_of_lookups_is_reflected(sandbox: Sandbox) -> None:
    length = 400
    for place in reversed(range(length)):
        target = f"UsrLink{place + 1}" if place + 1 < length else None
        columns = {"Id": Column("Edm.Guid"), "NextId": Column("Edm.Guid", target=target)}
        sandbox.create_object(f"UsrLink{place}", columns, base=False)
    engine = engine_of(sandbox)
    metadata = sqlalchemy.MetaData()
    sqlalchemy.Table("UsrLink0", metadata, autoload_with=engine)
    assert len(metadata.tables) == length
    assert metadata.tables["UsrLink0"].c.NextId.references(metadata.tables["UsrLink1"].c.Id)
    everything = sqlalchemy.MetaData()
    everything.reflect(engine)
    assert set(metadata.tables) < set(everything.tables)
    engine.dispose()


@pytest.mark.skipif(IS_OLD, reason="SQLAlchemy 1.4 reflects one table at a time")
def test_many_tables_at_once(demo_engine: Any) -> None:
    inspector = sqlalchemy.inspect(demo_engine)
    columns = inspector.get_multi_columns(filter_names=["Contact", "Case"])
    assert {name for _, name in columns} == {"Contact", "Case"}
    assert len(inspector.get_multi_foreign_keys()) > 200
