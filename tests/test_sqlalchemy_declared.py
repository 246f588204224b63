"""Columns that are declared in other ways than Creatio keeps them: Guids as text, words and documents in text."""

from __future__ import annotations

import datetime as dt
import enum
import uuid
from typing import Any, ClassVar

import pytest

from creatio_dbapi.sandbox import Sandbox
from tests.fix_engine import IS_OLD

sqlalchemy = pytest.importorskip("sqlalchemy")
from sqlalchemy import func, orm, select  # noqa: E402

Base: Any = orm.declarative_base()


class Job(enum.Enum):
    """Some jobs."""

    CLERK = "clerk"
    PILOT = "pilot"


class Person(Base):  # type: ignore[misc]
    """A contact whose Guids are text."""

    __tablename__ = "Contact"
    Id = sqlalchemy.Column(sqlalchemy.CHAR(36), primary_key=True, default=lambda: str(uuid.uuid4()))
    Name = sqlalchemy.Column(sqlalchemy.Unicode)
    Age = sqlalchemy.Column(sqlalchemy.Integer)
    JobTitle = sqlalchemy.Column(sqlalchemy.Enum(Job))
    Notes = sqlalchemy.Column(sqlalchemy.JSON)
    AccountId = sqlalchemy.Column(sqlalchemy.String(36), sqlalchemy.ForeignKey("Account.Id"))
    CreatedOn = sqlalchemy.Column(sqlalchemy.TIMESTAMP(timezone=True), server_default=sqlalchemy.FetchedValue())
    company = orm.relationship("Company", back_populates="people")
    __mapper_args__: ClassVar[dict[str, Any]] = {"eager_defaults": True}


class Company(Base):  # type: ignore[misc]
    """An account whose Guids are text."""

    __tablename__ = "Account"
    Id = sqlalchemy.Column(sqlalchemy.CHAR(36), primary_key=True, default=lambda: str(uuid.uuid4()))
    Name = sqlalchemy.Column(sqlalchemy.Unicode)
    people = orm.relationship(Person, back_populates="company")


def test_a_row_whose_guid_is_text_is_one_object(engine: Any) -> None:
    with orm.Session(engine) as session:
        person = Person(Name="Text", Age=1)
        session.add(person)
        session.flush()
        found = session.execute(select(Person).where(Person.Name == "Text")).scalar_one()
        assert found is person
        assert isinstance(person.CreatedOn, dt.datetime)
        session.execute(sqlalchemy.update(Person).where(Person.Name == "Text").values(Age=9))
        assert person.Age == 9
        assert session.merge(Person(Id=person.Id, Name="Merged")) is person
        session.commit()


def test_many_rows_whose_guids_are_text_are_written_once(engine: Any) -> None:
    with orm.Session(engine) as session:
        company = Company(Name="Co")
        company.people = [Person(Name=f"P{number}") for number in range(5)]
        session.add(company)
        session.commit()
        added = Person(Name="P5")
        company.people.append(added)
        session.commit()
        assert added in company.people
        assert added.company is company
        assert session.execute(select(func.count()).where(Person.Name.like("P_"))).scalar() == 6


def test_an_empty_text_is_no_word_and_no_document(engine: Any) -> None:
    with orm.Session(engine) as session:
        session.add_all([Person(Name="none"), Person(Name="both", JobTitle=Job.PILOT, Notes={"a": {"b": 1}})])
        session.commit()
        rows = session.execute(select(Person.Name, Person.JobTitle, Person.Notes).order_by(Person.Name)).all()
        assert {name: (job, notes) for name, job, notes in rows if name in ("none", "both")} == {
            "none": (None, None),
            "both": (Job.PILOT, {"a": {"b": 1}}),
        }
        by_path = select(Person.Name).where(Person.Notes[("a", "b")].as_integer() == 1)
        assert session.execute(by_path).scalars().all() == ["both"]


@pytest.mark.skipif(IS_OLD, reason="SQLAlchemy 1.4 has no type Uuid")
@pytest.mark.parametrize("as_uuid", [True, False])
def test_a_uuid_that_no_database_has_is_read_all_the_same(engine: Any, as_uuid: bool) -> None:
    contact = sqlalchemy.table("Contact", sqlalchemy.column("Id", sqlalchemy.Uuid(as_uuid, native_uuid=False)))
    with engine.connect() as connection:
        found = connection.execute(select(contact.c.Id)).scalars().first()
        assert isinstance(found, uuid.UUID if as_uuid else str)


def test_reflected_tables_can_be_made_in_another_database(engine: Any) -> None:
    metadata = sqlalchemy.MetaData()
    metadata.reflect(engine, only=["TimeUnit"])  # and what it refers to
    other = sqlalchemy.create_engine("sqlite://")
    metadata.create_all(other)
    assert sqlalchemy.inspect(other).has_table("TimeUnit")
    other.dispose()


def test_literals_stand_in_the_order_of_a_window_too(engine: Any, sandbox: Sandbox) -> None:
    sandbox.insert("Contact", [{"Name": f"c{number}", "Age": number} for number in range(20)])
    contact = sqlalchemy.table("Contact", sqlalchemy.column("Age", sqlalchemy.Integer))
    number = func.row_number().over(order_by=(contact.c.Age + 7) % 11)
    sql = str(select(contact.c.Age, number).compile(engine, compile_kwargs={"literal_binds": True}))
    with engine.connect() as connection:
        assert len(connection.exec_driver_sql(sql).all()) > 20
