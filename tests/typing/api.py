"""What a program that uses the packages may say of their types: `mypy` and `pyright tests/typing/api.py` read it."""

from __future__ import annotations

import datetime as dt
import decimal
import uuid
from typing import Any

import sqlalchemy as sa
from sqlalchemy import orm
from typing_extensions import assert_type

import creatio_dbapi
from sqlalchemy_creatio import CreatioDialect, CreatioHttpDialect
from sqlalchemy_creatio.models import Account, Case, Contact, Order


def driver() -> None:
    """The PEP 249 surface."""
    with creatio_dbapi.connect("sandbox", timeout=5, read_only=True) as connection:
        assert_type(connection, creatio_dbapi.Connection)
        with connection.cursor() as cursor:
            assert_type(cursor, creatio_dbapi.Cursor)
            assert_type(cursor.execute("SELECT Name FROM Contact WHERE Age > ?", [40]), creatio_dbapi.Cursor)
            assert_type(cursor.execute("SELECT Name FROM Contact WHERE Age > :age", {"age": 40}), creatio_dbapi.Cursor)
            assert_type(cursor.fetchone(), tuple[Any, ...] | None)
            assert_type(cursor.fetchmany(5), list[tuple[Any, ...]])
            assert_type(cursor.rowcount, int)
            assert_type(cursor.stats.requests, int)
            for row in cursor:
                assert_type(row, tuple[Any, ...])
    table = connection.catalog["Contact"]
    assert_type(table.key, tuple[str, ...])
    assert_type([column.max_length for column in table.columns], list[int | None])


def errors(error: creatio_dbapi.IntegrityError) -> None:
    """What an exception tells."""
    assert_type(error.table, str | None)
    assert_type(error.status, int | None)
    raised: Exception = error
    assert isinstance(raised, creatio_dbapi.DatabaseError)


def dialects() -> None:
    """The dialects as classes."""
    assert_type(CreatioDialect.scheme, str)
    assert_type(CreatioHttpDialect.driver, str)


def models(session: orm.Session, contact: Contact) -> None:
    """The ready-made classes."""
    assert_type(contact.Id, uuid.UUID)
    assert_type(contact.Name, str)
    assert_type(contact.Age, int)
    assert_type(contact.AccountId, uuid.UUID | None)
    assert_type(contact.CreatedOn, dt.datetime | None)
    assert_type(contact.account, Account | None)
    assert_type(contact.case_collection_by_contact, list[Case])
    assert_type(session.get(Account, contact.Id), Account | None)
    found = session.scalars(sa.select(Order.Amount).where(Order.Number == "1"))
    assert_type(found.one(), decimal.Decimal)
    paired = sa.select(Contact.Name, Account.Name).join(Contact.account)
    name, company = session.execute(paired).one()
    assert_type(name, str)
    assert_type(company, str)
