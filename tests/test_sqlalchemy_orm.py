"""The ORM: loading, sessions, bulk writes, streams, automap."""

from __future__ import annotations

import json
import uuid
from typing import Any

import pytest

from creatio_dbapi.sandbox import Sandbox
from tests.fix_engine import ALPHA, IS_OLD, SUPERVISOR
from tests.fix_orm import Account, Contact
from tests.fix_sandbox import asked

sqlalchemy = pytest.importorskip("sqlalchemy")
from sqlalchemy import func, orm, select, text  # noqa: E402


@pytest.mark.parametrize("load", [orm.lazyload, orm.joinedload, orm.selectinload, orm.subqueryload])
def test_relationships_load(demo_engine: Any, load: Any) -> None:
    with orm.Session(demo_engine) as session:
        account = (
            session.execute(select(Account).where(Account.Name == "Alpha Business").options(load(Account.contacts)))
            .unique()
            .scalar_one()
        )
        assert len(account.contacts) == 90
        assert {contact.account.Name for contact in account.contacts} == {"Alpha Business"}


@pytest.mark.parametrize("load", [orm.lazyload, orm.joinedload, orm.selectinload, orm.subqueryload])
def test_lookups_load_from_the_other_side(demo_engine: Any, load: Any) -> None:
    with orm.Session(demo_engine) as session:
        question = select(Contact).where(Contact.Age > 80, Contact.Age < 90).options(load(Contact.account))
        contacts = session.execute(question).scalars().all()
        named = {contact.Id: contact.account.Name for contact in contacts if contact.account}
        joined = select(Contact.Id, Account.Name).join(Contact.account).where(Contact.Age > 80, Contact.Age < 90)
        assert named == dict(tuple(row) for row in session.execute(joined))
        assert len(contacts) > len(named) > 0


def test_a_unit_of_work_is_sent_in_batches(engine: Any, sandbox: Sandbox) -> None:
    with orm.Session(engine) as session:
        session.add_all([Contact(Name=f"N{n}", account=Account(Name=f"A{n}")) for n in range(60)])
        session.commit()
        assert session.execute(select(func.count()).where(Contact.AccountId.is_not(None))).scalar() == 60
    assert [each.partition("?")[0] for each in asked(sandbox)[:2]] == ["POST $batch", "POST $batch"]
    assert len(asked(sandbox)) < 5


def test_merge_changes_what_is_there_and_adds_what_is_not(engine: Any) -> None:
    with orm.Session(engine) as session:
        there = Contact(Name="there", Age=1)
        session.add(there)
        session.commit()
        merged = session.merge(Contact(Id=there.Id, Name="changed"))
        assert merged is there
        session.merge(Contact(Id=uuid.uuid4(), Name="new", Age=2))
        session.commit()
        found = select(Contact.Name, Contact.Age).where(Contact.Age.in_([1, 2])).order_by(Contact.Age)
        assert session.execute(found).all() == [("changed", 1), ("new", 2)]


def test_a_session_writes_reads_changes_and_deletes(engine: Any) -> None:
    with orm.Session(engine) as session:
        account = Account(Name="ТОВ «Зозуля»")
        session.add_all([account, *(Contact(Name=f"N{number}", Age=number, account=account) for number in range(5))])
        session.commit()
        assert session.get(Account, account.Id) is account
        by_age = sorted(account.contacts, key=lambda contact: contact.Age)
        by_age[0].Name = "changed"
        session.delete(by_age[1])
        session.commit()
        session.execute(sqlalchemy.update(Contact).where(Contact.Age == 3).values(Name="three"))
        session.commit()
        names = session.execute(select(Contact.Name).where(Contact.AccountId == account.Id)).scalars().all()
        assert sorted(names) == ["N2", "N4", "changed", "three"]
        session.merge(Contact(Id=by_age[0].Id, Name="merged"))
        session.commit()


def test_bulk_writes_and_an_orm_enabled_delete(engine: Any) -> None:
    with orm.Session(engine) as session:
        session.bulk_save_objects([Contact(Name=f"B{number}", Age=number) for number in range(30)])
        session.bulk_insert_mappings(Contact, [{"Name": f"M{number}", "Age": number} for number in range(30)])
        session.commit()
        keys = session.execute(select(Contact.Id).where(Contact.Name.like("M%"))).scalars().all()
        session.bulk_update_mappings(Contact, [{"Id": key, "Age": 99} for key in keys])
        session.commit()
        gone: Any = session.execute(sqlalchemy.delete(Contact).where(Contact.Age == 99))
        session.commit()
        assert gone.rowcount == len(keys) == 30
        assert session.execute(select(func.count()).where(Contact.Name.like("B%"))).scalar() == 30


def test_rows_are_streamed(demo_engine: Any, demo: Sandbox) -> None:
    demo.clear_requests()
    with demo_engine.connect() as connection:
        rows = connection.execution_options(yield_per=10).execute(text("SELECT * FROM Contact"))
        assert rows.fetchone() is not None
        first = len(asked(demo))
        assert len(rows.fetchall()) == 1999
        assert first < len(asked(demo))
    with orm.Session(demo_engine) as session:
        query = select(Contact).execution_options(yield_per=500)
        assert sum(1 for _ in session.execute(query).scalars()) == 2000


def test_automap(demo_engine: Any) -> None:
    from sqlalchemy.ext.automap import automap_base

    base: Any = automap_base()
    base.prepare(autoload_with=demo_engine, reflection_options={"only": ["CaseStatus", "Contact", "SysImage"]})
    with orm.Session(demo_engine) as session:
        statuses = session.execute(select(base.classes.CaseStatus.Name)).scalars().all()
    assert "New" in statuses


def test_the_orm_asks_in_all_its_ways(demo_engine: Any) -> None:
    number = select(Contact.AccountId, func.count().label("number")).group_by(Contact.AccountId).cte()
    colleague = orm.aliased(Contact)
    pair = sqlalchemy.and_(colleague.AccountId == Contact.AccountId, colleague.Id > Contact.Id)
    place = func.rank().over(order_by=Contact.Age.desc()).label("place")
    counted = select(func.count()).where(Contact.AccountId == Account.Id).scalar_subquery()
    questions = {
        90: select(number.c.number).join(Account, Account.Id == number.c.AccountId).where(Account.Id == ALPHA),
        90 * 89 // 2: select(func.count()).select_from(Contact).join(colleague, pair).where(Contact.AccountId == ALPHA),
        1: select(place).where(Contact.Name == "Methuselah Elder"),
        126: select(func.max(Contact.Age)).where(Contact.is_old),
        38: select(counted).where(Account.Name == '"Horns & Hooves" LLC'),
        136: select(func.count()).select_from(Contact).where(Contact.is_old),
    }  # fmt: skip
    with orm.Session(demo_engine) as session:
        for answer, question in questions.items():
            assert session.execute(question).scalars().all() == [answer], str(question)
        assert session.execute(select(Contact).where(Contact.Age == 126)).scalars().one().is_old
        without = select(func.count()).select_from(Account).where(~Account.contacts.any())
        total = session.execute(select(func.count()).select_from(Account)).scalar_one()
        with_some = session.execute(select(func.count(Contact.AccountId.distinct()))).scalar_one()
        assert session.execute(without).scalar_one() == total - with_some


@pytest.mark.skipif(IS_OLD, reason="SQLAlchemy 1.4 has no RETURNING for many rows")
def test_orm_writes_give_back_objects(engine: Any) -> None:
    with orm.Session(engine) as session:
        made = session.scalars(sqlalchemy.insert(Contact).returning(Contact), [{"Name": n, "Age": 1} for n in "abc"])
        assert {contact.Name for contact in made} == {"a", "b", "c"}
        older = sqlalchemy.update(Contact).where(Contact.Age == 1).values(Age=Contact.Age + 1).returning(Contact.Age)
        assert session.scalars(older).all() == [2, 2, 2]
        gone: Any = session.execute(sqlalchemy.delete(Contact).where(Contact.Name.in_(["a", "b"])))
        assert gone.rowcount == 2
        session.commit()
        assert session.scalars(select(Contact.Name).where(Contact.Age == 2)).all() == ["c"]


def test_what_a_class_does_not_set_is_left_to_creatio(engine: Any, sandbox: Sandbox) -> None:
    from sqlalchemy.ext.automap import automap_base

    base: Any = automap_base()
    base.prepare(autoload_with=engine, reflection_options={"only": ["Contact"]})
    with orm.Session(engine) as session:
        contact = base.classes.Contact(Name="with defaults")
        session.add(contact)
        session.commit()
        assert contact.OwnerId == SUPERVISOR
        assert contact.Confirmed
        assert contact.CreatedOn is not None
    written = [record for record in sandbox.requests if record.method == "POST" and record.url.endswith("/Contact")]
    assert [set(json.loads(record.body)) for record in written] == [{"Id", "Name"}]


def test_a_row_that_is_gone_is_noticed(engine: Any) -> None:
    with orm.Session(engine) as session:
        contact = Contact(Name="soon gone")
        session.add(contact)
        session.commit()
        key = contact.Id
        with engine.begin() as connection:
            connection.execute(sqlalchemy.delete(Contact.__table__).where(Contact.__table__.c.Id == key))
        contact.Name = "too late"
        with pytest.raises(orm.exc.StaleDataError):
            session.commit()
