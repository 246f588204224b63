"""The dialect as its users meet it: URLs, Core, ORM and reflection, on every version of SQLAlchemy it runs on."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import subprocess
import sys
import types
import uuid
from collections.abc import Callable, Coroutine
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from creatio_dbapi.sandbox import Column as SandboxColumn
from creatio_dbapi.sandbox import Sandbox
from tests.fix_engine import engine_of, url_of
from tests.fix_sandbox import asked
from tests.hostile import TEXTS

sqlalchemy = pytest.importorskip("sqlalchemy")
from sqlalchemy import exc, func, orm, select, text  # noqa: E402
from sqlalchemy.engine import make_url  # noqa: E402
from sqlalchemy.ext.hybrid import hybrid_property  # noqa: E402

from sqlalchemy_creatio import generate  # noqa: E402

SUPERVISOR = uuid.UUID("410006e1-ca4e-4502-a9ec-e54d922d2c00")
ALPHA = uuid.UUID("ff7e089f-1fe9-4ca9-bc30-2d76ad39d178")
IS_OLD = sqlalchemy.__version__.startswith("1.")


@pytest.fixture(scope="module")
def tables(demo_engine: Any) -> Any:
    """Contact, Account and what they look up, reflected."""
    metadata = sqlalchemy.MetaData()
    metadata.reflect(demo_engine, only=["Contact", "Account", "Case", "Order"])
    return metadata.tables


# -- URLs ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("creatio://u:p@crm.example.com", "https://crm.example.com"),
        ("creatio+https://u:p@crm.example.com:8443/path", "https://crm.example.com:8443/path"),
        ("creatio+http://u:p@127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("creatio://sandbox", "sandbox"),
        ("creatio://u:p@[::1]:8080", "https://[::1]:8080"),
    ],
)
def test_a_url_names_the_instance(url: str, address: str) -> None:
    arguments, _ = sqlalchemy.create_engine(url).dialect.create_connect_args(make_url(url))
    assert arguments == [address]


def test_every_character_of_a_password_arrives() -> None:
    password = "".join(chr(code) for code in range(33, 127)) + "пароль 🔑"
    build: Any = getattr(sqlalchemy.engine.URL, "create", None)
    url = build("creatio", username="u", password=password, host="crm.example.com")
    _, options = sqlalchemy.create_engine(url).dialect.create_connect_args(url)
    assert options["password"] == password


def test_such_a_password_signs_in() -> None:
    password = "".join(chr(code) for code in range(33, 127)) + "пароль"
    with Sandbox(contacts=0, password=password) as sandbox:
        build: Any = sqlalchemy.engine.URL
        url = build.create("creatio+http", "Supervisor", password, "127.0.0.1", sandbox.port)
        engine = engine_of(sandbox, url.render_as_string(hide_password=False))
        with engine.connect() as connection:
            assert connection.execute(text("SELECT count(*) FROM CaseStatus")).scalar() > 0
        engine.dispose()


def test_an_option_is_a_query_parameter() -> None:
    url = make_url("creatio://u:p@crm.example.com?timeout=5&pushdown=false")
    _, options = sqlalchemy.create_engine(url).dialect.create_connect_args(url)
    assert (options["timeout"], options["pushdown"]) == ("5", "false")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("creatio://", "names no host"),
        ("creatio://u:p@h?timeot=3", 'no option "timeot"; did you mean "timeout"'),
        ("creatio://u:p@h?timeout=soon", "timeout is a number of seconds"),
        ("creatio://u:p@h?pushdown=maybe", "pushdown is true or false"),
        ("creatio://u:p@h?timeout=1&timeout=2", "given 2 times"),
    ],
)
def test_a_wrong_url_says_what_would_work(url: str, words: str) -> None:
    with pytest.raises(exc.ArgumentError, match=words):
        sqlalchemy.create_engine(url).connect()


def test_connecting_sends_nothing(engine: Any, sandbox: Sandbox) -> None:
    with engine.connect():
        assert not sandbox.requests


# -- Core ----------------------------------------------------------------------------------------------------


def test_text(demo_engine: Any) -> None:
    with demo_engine.connect() as connection:
        count = connection.execute(text("SELECT count(*) FROM Contact WHERE Age > :age"), {"age": 80}).scalar()
    assert count == 136


def test_a_select_is_pushed(demo_engine: Any, tables: Any, demo: Sandbox) -> None:
    contact = tables["Contact"]
    statement = select(contact.c.Name).where(contact.c.Age > 80).order_by(contact.c.Age.desc()).limit(2)
    demo.clear_requests()
    with demo_engine.connect() as connection:
        assert connection.execute(statement).scalars().all()[0] == "Methuselah Elder"
    assert asked(demo)[0].startswith("GET Contact?$select=Name&$filter=Age gt 80&$orderby=Age desc,Id&$top=2")


def test_joins_groups_and_functions(demo_engine: Any, tables: Any) -> None:
    contact, account = tables["Contact"], tables["Account"]
    number = func.count().label("number")
    statement = (
        select(account.c.Name, number)
        .join_from(contact, account, contact.c.AccountId == account.c.Id)
        .group_by(account.c.Name)
        .having(number > 30)
        .order_by(number.desc())
    )
    with demo_engine.connect() as connection:
        assert connection.execute(statement).all() == [("Alpha Business", 90), ('"Horns & Hooves" LLC', 38)]


def test_keywords_are_names(demo_engine: Any, tables: Any) -> None:
    case, order = tables["Case"], tables["Order"]
    with demo_engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(case)).scalar() == 3000
        assert connection.execute(select(func.count(order.c.Number))).scalar() == 700


def test_types_arrive_right(demo_engine: Any, tables: Any) -> None:
    contact = tables["Contact"]
    row = (contact.c.Id, contact.c.CreatedOn, contact.c.Age, contact.c.Confirmed, contact.c.Name)
    with demo_engine.connect() as connection:
        values = connection.execute(select(*row).where(contact.c.Id == SUPERVISOR)).one()
        amount = connection.execute(text('SELECT max("Amount") FROM "Order"')).scalar()
    assert [type(value) for value in values] == [uuid.UUID, dt.datetime, int, bool, str]
    assert values[1].tzinfo is not None
    assert isinstance(amount, Decimal)


def test_like_in_and_nothing(demo_engine: Any, tables: Any) -> None:
    contact = tables["Contact"]

    def count(condition: Any) -> Any:
        return connection.execute(select(func.count()).select_from(contact).where(condition)).scalar()

    with demo_engine.connect() as connection:
        assert count(contact.c.Id.in_([])) == 0
        assert count(contact.c.Id.not_in([])) == 2000
        assert count(contact.c.Name.ilike("ANNA%")) == count(func.lower(contact.c.Name).like("anna%")) > 0
        assert count(contact.c.Notes.contains("%", autoescape=True)) == count(func.strpos(contact.c.Notes, "%") > 0)
        assert count(contact.c.AccountId.is_(None)) + count(contact.c.AccountId.is_not(None)) == 2000


def test_fetch_counts_ties_and_percents(demo_engine: Any, tables: Any) -> None:
    contact = tables["Contact"]
    by_age = select(contact.c.Age).where(contact.c.Age > 80).order_by(contact.c.Age.desc())
    with demo_engine.connect() as connection:
        ages = connection.execute(by_age).scalars().all()
        tied = connection.execute(by_age.fetch(2, with_ties=True)).scalars().all()
        assert tied == [age for age in ages if age >= ages[1]]
        assert connection.execute(by_age.fetch(10, percent=True)).scalars().all() == ages[:14]
        assert connection.execute(by_age.fetch(10, percent=True).offset(3)).scalars().all() == ages[3:17]
        without_order = select(contact.c.Age).where(contact.c.Age > 80).fetch(10, percent=True)
        assert len(connection.execute(without_order).all()) == 14
        with pytest.raises(exc.CompileError, match="subquery"):
            connection.execute(by_age.distinct().fetch(2, with_ties=True))


def test_windows_give_rows_in_their_order(demo_engine: Any, tables: Any) -> None:
    contact = tables["Contact"]
    place = func.row_number().over(partition_by=contact.c.AccountId, order_by=[contact.c.Age.desc(), contact.c.Id])
    statement = select(contact.c.AccountId, place.label("place")).where(contact.c.AccountId.is_not(None))
    with demo_engine.connect() as connection:
        rows = connection.execute(statement).all()
        inner = statement.subquery()
        assert connection.execute(select(func.max(inner.c.place))).scalar() == 90
    assert rows == sorted(rows)


def test_regular_expressions_take_flags(demo_engine: Any, tables: Any) -> None:
    name = tables["Contact"].c.Name
    with demo_engine.connect() as connection:
        assert not connection.execute(select(name).where(name.regexp_match("^METHUSELAH"))).all()
        found = connection.execute(select(name).where(name.regexp_match("^METHUSELAH", flags="i"))).scalars().all()
        assert found == ["Methuselah Elder"]
        replaced = select(name.regexp_replace("E", "_", flags="i")).where(name == "Methuselah Elder")
        assert connection.execute(replaced).scalar() == "M_thus_lah _ld_r"


def test_hostile_texts_go_there_and_back(engine: Any) -> None:
    contact = sqlalchemy.Table("Contact", sqlalchemy.MetaData(), autoload_with=engine, resolve_fks=False)
    values = [value for value in TEXTS if value]
    with engine.begin() as connection:
        connection.execute(contact.insert(), [{"Name": "n", "Notes": value} for value in values])
        for value in values:
            found = connection.execute(select(contact.c.Notes).where(contact.c.Notes == value)).scalars().all()
            assert found == [value]


def test_writing_with_returning_and_rowcount(engine: Any) -> None:
    contact = sqlalchemy.Table("Contact", sqlalchemy.MetaData(), autoload_with=engine, resolve_fks=False)
    with engine.begin() as connection:
        made = connection.execute(contact.insert().values(Name="One", Age=1))
        assert isinstance(made.inserted_primary_key[0], uuid.UUID)
        connection.execute(contact.insert(), [{"Name": "Two", "Age": 2}, {"Name": "Three", "Age": 3}])
        older = contact.update().where(contact.c.Age >= 2).values(Age=contact.c.Age + 1)
        assert connection.execute(older).rowcount == 2
        gone = connection.execute(contact.delete().where(contact.c.Age == 4).returning(contact.c.Name))
        assert gone.scalars().all() == ["Three"]
        left = select(contact.c.Name).where(contact.c.Name != "Supervisor").order_by(contact.c.Age)
        assert connection.execute(left).scalars().all() == ["One", "Two"]


def test_statements_are_cached(demo_engine: Any, tables: Any) -> None:
    contact = tables["Contact"]
    assert demo_engine.dialect.supports_statement_cache
    with demo_engine.connect() as connection:
        for age in (70, 80, 85):
            statement = select(func.count()).select_from(contact).where(contact.c.Age > age)
            assert connection.execute(statement).scalar() > 0


def test_a_moment_has_a_zone_where_its_column_says_so(demo_engine: Any, tables: Any) -> None:
    moment = tables["Contact"].c.CreatedOn
    plain = sqlalchemy.type_coerce(moment, sqlalchemy.DateTime())
    with demo_engine.connect() as connection:
        aware, naive = connection.execute(select(moment, plain).limit(1)).one()
    assert (aware.tzinfo, naive) == (dt.timezone.utc, aware.replace(tzinfo=None))


def test_an_offset_alone_and_fetch(demo_engine: Any) -> None:
    status = sqlalchemy.Table("CaseStatus", sqlalchemy.MetaData(), autoload_with=demo_engine, resolve_fks=False)
    names = select(status.c.Name).order_by(status.c.Name)
    with demo_engine.connect() as connection:
        found = connection.execute(names).all()
        assert connection.execute(names.offset(1)).all() == found[1:]
        assert connection.execute(names.offset(1).fetch(2)).all() == found[1:3]


def test_a_division_is_exact_and_a_span_is_a_span(demo_engine: Any) -> None:
    numbers = sqlalchemy.literal(Decimal("5.52")) / sqlalchemy.literal(Decimal("2.4"))
    span = sqlalchemy.literal(dt.timedelta(days=1), sqlalchemy.Interval())
    exclusive = sqlalchemy.literal(5).op("#")(3)
    with demo_engine.connect() as connection:
        row = connection.execute(select(numbers, sqlalchemy.literal(15) / 10, span)).one()
        assert tuple(row) == (Decimal("2.3"), Decimal("1.5"), dt.timedelta(days=1))
        assert connection.execute(select(exclusive)).scalar() == 6


def test_a_delete_without_a_condition_is_of_all_rows(engine: Any) -> None:
    contact = sqlalchemy.Table("Contact", sqlalchemy.MetaData(), autoload_with=engine, resolve_fks=False)
    with engine.begin() as connection:
        connection.execute(contact.insert(), [{"Name": "One"}, {"Name": "Two"}])
        everyone = connection.execute(select(func.count()).select_from(contact)).scalar()
        assert connection.execute(contact.update().values(Age=1)).rowcount == everyone
        assert connection.execute(contact.delete().where(contact.c.Id != SUPERVISOR)).rowcount == everyone - 1
    with pytest.raises(exc.ProgrammingError, match="WHERE TRUE"), engine.begin() as connection:
        connection.execute(text("DELETE FROM Contact"))


# -- transactions --------------------------------------------------------------------------------------------


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


# -- reflection ----------------------------------------------------------------------------------------------


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


@pytest.mark.skipif(IS_OLD, reason="SQLAlchemy 1.4 reflects one table at a time")
def test_many_tables_at_once(demo_engine: Any) -> None:
    inspector = sqlalchemy.inspect(demo_engine)
    columns = inspector.get_multi_columns(filter_names=["Contact", "Case"])
    assert {name for _, name in columns} == {"Contact", "Case"}
    assert len(inspector.get_multi_foreign_keys()) > 200


# -- ORM -----------------------------------------------------------------------------------------------------

Base: Any = orm.declarative_base()


class Account(Base):  # type: ignore[misc]
    """Some columns of an account."""

    __tablename__ = "Account"
    Id = sqlalchemy.Column(sqlalchemy.CHAR(36) if IS_OLD else sqlalchemy.Uuid, primary_key=True, default=uuid.uuid4)
    Name = sqlalchemy.Column(sqlalchemy.Unicode)
    contacts = orm.relationship("Contact", back_populates="account")


class Contact(Base):  # type: ignore[misc]
    """Some columns of a contact."""

    __tablename__ = "Contact"
    Id = sqlalchemy.Column(sqlalchemy.CHAR(36) if IS_OLD else sqlalchemy.Uuid, primary_key=True, default=uuid.uuid4)
    Name = sqlalchemy.Column(sqlalchemy.Unicode)
    Age = sqlalchemy.Column(sqlalchemy.Integer)
    AccountId = sqlalchemy.Column(sqlalchemy.ForeignKey("Account.Id"))
    account = orm.relationship(Account, back_populates="contacts")

    @hybrid_property
    def is_old(self) -> Any:
        """Whether a contact is over eighty: in Python and in SQL."""
        return self.Age > 80


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


def test_rows_are_streamed(demo_engine: Any) -> None:
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


# -- generated classes ---------------------------------------------------------------------------------------

needs_mapped_columns = pytest.mark.skipif(IS_OLD, reason="the classes are written for SQLAlchemy 2")


def generated(sandbox: Sandbox, capsys: pytest.CaptureFixture[str], *tables: str) -> str:
    """Return what the generator writes for a sandbox."""
    assert generate.main([url_of(sandbox, cache_directory="none"), *tables]) == 0
    return capsys.readouterr().out


def test_the_ready_made_classes_are_what_the_generator_writes(demo: Sandbox, capsys: Any) -> None:
    ready_made = Path(generate.__file__).with_name("models.py")
    assert generated(demo, capsys) == ready_made.read_text(encoding="utf-8")


@needs_mapped_columns
def test_ready_made_classes_go_both_ways_and_leave_defaults_to_creatio(engine: Any) -> None:
    from sqlalchemy_creatio.models import Account, Case, Contact

    with orm.Session(engine) as session:
        contact = Contact(Name="Ada", account=Account(Name="Acme"))
        session.add_all([contact, Case(Subject="late", contact=contact)])
        session.commit()
        assert contact.account is not None
        assert contact.account.contact_collection_by_account == [contact]
        assert contact.owner is not None
        assert contact.owner.Name == "Supervisor"
        statement = select(Case.Subject).join(Case.contact).join(Contact.account).where(Account.Name == "Acme")
        assert session.scalars(statement).all() == ["late"]
        before = contact.ModifiedOn
        contact.JobTitle = "Analyst"
        session.commit()
        assert contact.ModifiedOn is not None
        assert before is not None
        assert contact.ModifiedOn > before


@needs_mapped_columns
def test_ones_own_objects_become_classes_whatever_their_columns_are_called(sandbox: Sandbox, capsys: Any) -> None:
    columns: dict[str, Any] = dict.fromkeys(("class", "metadata", "uuid", "UsrThing", "_filled"), "Edm.String")
    columns |= {"UsrPart": "Edm.Int64", "UsrParentId": SandboxColumn("Edm.Guid", target="UsrThing")}
    sandbox.create_object("UsrThing", columns)
    found = types.ModuleType("usr_things")
    sys.modules[found.__name__] = found
    exec(generated(sandbox, capsys, "UsrThing", "--only"), found.__dict__)  # noqa: S102 - what was just generated
    thing = found.UsrThing
    engine = engine_of(sandbox)
    with orm.Session(engine) as session:
        parent = thing(class_="first", metadata_="m", uuid_="u", UsrThing_="t", UsrPart=2**40)
        session.add(thing(class_="second", usr_parent=parent))
        session.commit()
        children = parent.usr_thing_collection_by_usr_parent
        assert [(child.class_, child.usr_parent.UsrPart) for child in children] == [("second", 2**40)]
    engine.dispose()


@needs_mapped_columns
def test_sqlacodegen_makes_classes(sandbox: Sandbox, tmp_path: Path) -> None:
    pytest.importorskip("sqlacodegen")
    out = tmp_path / "made_by_sqlacodegen.py"
    words = [url_of(sandbox, cache_directory="none"), "--tables", "Contact,Account,Case", "--outfile", str(out)]
    subprocess.run([sys.executable, "-m", "sqlacodegen", *words], check=True, capture_output=True)  # noqa: S603
    found = types.ModuleType(out.stem)
    sys.modules[out.stem] = found
    exec(out.read_text(encoding="utf-8"), found.__dict__)  # noqa: S102 - what was just generated
    orm.configure_mappers()
    assert found.Contact.__table__.c.AccountId.foreign_keys


# -- asyncio -------------------------------------------------------------------------------------------------


def run_async(sandbox: Sandbox, work: Callable[[Any], Coroutine[Any, Any, None]], **options: Any) -> None:
    """Run a coroutine with an asynchronous engine over a sandbox."""
    pytest.importorskip("greenlet")
    from sqlalchemy.ext.asyncio import create_async_engine

    url = url_of(sandbox, cache_directory="none").replace("creatio+http", "creatio+aio_http")

    async def main() -> None:
        engine = create_async_engine(url, **options)
        try:
            await work(engine)
        finally:
            await engine.dispose()

    asyncio.run(main())


def test_async_statements_streams_and_reflection(demo: Sandbox) -> None:
    async def work(engine: Any) -> None:
        async with engine.connect() as connection:
            assert (await connection.execute(text("SELECT count(*) FROM Contact"))).scalar() == 2000
            streamed = await connection.stream(text("SELECT Name FROM Contact ORDER BY Name"))
            assert len([row async for row in streamed]) == 2000
            assert "Contact" in await connection.run_sync(lambda it: sqlalchemy.inspect(it).get_table_names())
            with pytest.raises(exc.ProgrammingError, match='did you mean "Contact"'):
                await connection.execute(text("SELECT Name FROM Contcat"))

    run_async(demo, work)


def test_async_writes(sandbox: Sandbox) -> None:
    async def work(engine: Any) -> None:
        from sqlalchemy.ext.asyncio import AsyncSession

        async with AsyncSession(engine) as session:
            session.add(Contact(Name="Ada", Age=36))
            await session.commit()
            assert (await session.execute(select(Contact.Age).where(Contact.Name == "Ada"))).scalar() == 36
        async with engine.begin() as connection:
            many = [{"name": f"N{number}"} for number in range(3)]
            written = await connection.execute(text("INSERT INTO Contact (Name) VALUES (:name)"), many)
            assert written.rowcount == 3

    run_async(sandbox, work)


def test_the_event_loop_goes_on_while_statements_wait(sandbox: Sandbox) -> None:
    async def work(engine: Any) -> None:
        async def count() -> Any:
            async with engine.connect() as connection:
                return (await connection.execute(text("SELECT count(*) FROM Contact"))).scalar()

        assert await count() == 1
        sandbox.set_latency(200)
        counting = asyncio.gather(count(), count())
        turns = 0
        while not counting.done():
            await asyncio.sleep(0.01)
            turns += 1
        assert list(await counting) == [1, 1]
        assert turns > 3

    run_async(sandbox, work)


def test_a_cancelled_task_stops_its_statement_and_spoils_nothing(sandbox: Sandbox) -> None:
    async def work(engine: Any) -> None:
        async with engine.connect() as connection:
            await connection.execute(text("SELECT count(*) FROM Contact"))
        sandbox.set_latency(400)
        with pytest.raises(asyncio.TimeoutError):
            async with engine.connect() as connection:
                await asyncio.wait_for(connection.execute(text("SELECT Name FROM Contact")), 0.05)
        sandbox.set_latency(0)
        async with engine.connect() as connection:
            assert (await connection.execute(text("SELECT count(*) FROM Contact"))).scalar() == 1

    run_async(sandbox, work, pool_size=1, max_overflow=0)
