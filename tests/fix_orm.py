"""Two classes over the demo data, on every version of SQLAlchemy: some columns of accounts and contacts."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from tests.fix_engine import IS_OLD

sqlalchemy = pytest.importorskip("sqlalchemy")
from sqlalchemy import orm  # noqa: E402
from sqlalchemy.ext.hybrid import hybrid_property  # noqa: E402

from sqlalchemy_creatio.types import GUID  # noqa: E402

Base: Any = orm.declarative_base()


class Account(Base):  # type: ignore[misc]
    """Some columns of an account."""

    __tablename__ = "Account"
    Id = sqlalchemy.Column(GUID if IS_OLD else sqlalchemy.Uuid, primary_key=True, default=uuid.uuid4)
    Name = sqlalchemy.Column(sqlalchemy.Unicode)
    contacts = orm.relationship("Contact", back_populates="account")


class Contact(Base):  # type: ignore[misc]
    """Some columns of a contact."""

    __tablename__ = "Contact"
    Id = sqlalchemy.Column(GUID if IS_OLD else sqlalchemy.Uuid, primary_key=True, default=uuid.uuid4)
    Name = sqlalchemy.Column(sqlalchemy.Unicode)
    Age = sqlalchemy.Column(sqlalchemy.Integer)
    AccountId = sqlalchemy.Column(sqlalchemy.ForeignKey("Account.Id"))
    account = orm.relationship(Account, back_populates="contacts")

    @hybrid_property
    def is_old(self) -> Any:
        """Whether a contact is over eighty: in Python and in SQL."""
        return self.Age > 80
