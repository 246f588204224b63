"""The one schema: for programs that want a name before a table's, `creatio` is taken and changes nothing."""

from __future__ import annotations

from typing import Any

import pytest

from creatio_dbapi import Connection
from tests.fix_connection import query


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FROM creatio.Contact",
        'SELECT count(*) FROM CREATIO."Contact"',
        "SELECT count(creatio.Contact.Id) FROM creatio.Contact",
        "SELECT sum(n) FROM (SELECT count(*) AS n FROM creatio.Contact AS c WHERE c.Id IS NOT NULL) AS virtual_table",
        "WITH c AS (SELECT Id FROM creatio.Contact) SELECT count(*) FROM c",
    ],
)
def test_it_may_stand_before_a_table(demo_connection: Connection, sql: str) -> None:
    assert query(demo_connection, sql) == query(demo_connection, "SELECT count(*) FROM Contact")


def test_it_may_stand_before_a_table_that_is_written(connection: Connection) -> None:
    query_of = connection.cursor().execute
    query_of("INSERT INTO creatio.Contact (Name) VALUES (?)", ["Ada"])
    query_of("UPDATE creatio.Contact SET Name = 'Ada L.' WHERE Name = 'Ada'")
    assert query(connection, "SELECT Name FROM Contact ORDER BY Name") == [("Ada L.",), ("Supervisor",)]
    query_of("DELETE FROM creatio.Contact WHERE Name = 'Ada L.'")
    assert query(connection, "SELECT Name FROM Contact") == [("Supervisor",)]


def test_a_table_is_reflected_with_it(demo_engine: Any) -> None:
    sqlalchemy = pytest.importorskip("sqlalchemy")
    inspector = sqlalchemy.inspect(demo_engine)
    assert inspector.get_table_names("creatio") == inspector.get_table_names()
    assert inspector.get_view_names("creatio") == inspector.get_view_names()
    assert inspector.has_table("Contact", "creatio")
    contact = sqlalchemy.Table("Contact", sqlalchemy.MetaData(), schema="creatio", autoload_with=demo_engine)
    assert [column.name for column in contact.primary_key] == ["Id"]
    with demo_engine.connect() as connection:
        assert connection.execute(sqlalchemy.select(contact.c.Name).limit(1)).scalar()
