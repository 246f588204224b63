"""SQLAlchemy Core over the sandbox: expressions, types, writes."""

from __future__ import annotations

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

import pytest

import creatio_dbapi
from creatio_dbapi.sandbox import Sandbox
from tests.fix_engine import SUPERVISOR, url_of
from tests.fix_sandbox import asked
from tests.hostile import TEXTS

sqlalchemy = pytest.importorskip("sqlalchemy")
from sqlalchemy import exc, func, select, text  # noqa: E402


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


@pytest.mark.skipif(sqlalchemy.__version__ < "2", reason="SQLAlchemy 1.4 has no operator // in SQL")
def test_a_division_of_whole_numbers_is_whole(demo_engine: Any, tables: Any) -> None:
    large, contact = sqlalchemy.literal(2**60 + 1), tables["Contact"]
    values = (large // 1, sqlalchemy.literal(7) // 2, sqlalchemy.literal(7.5) // 2, 2 * contact.c.Completeness // 4)
    with demo_engine.connect() as connection:
        found = connection.execute(sqlalchemy.select(*values, contact.c.Completeness).limit(1)).one()
    assert found[:3] == (2**60 + 1, 3, 3.0)
    assert (type(found[0]), type(found[3]), found[3]) == (int, int, 2 * found[4] // 4)


def test_rows_that_are_refused_are_told_also_where_the_others_are_written(sandbox: Sandbox) -> None:
    """The unit of work looks at no report: a commit must not pass for written what was refused."""
    engine = sqlalchemy.create_engine(url_of(sandbox), connect_args={"cache_directory": "", "on_error": "continue"})
    contact = sqlalchemy.Table("Contact", sqlalchemy.MetaData(), autoload_with=engine, resolve_fks=False)
    rows = [{"Name": f"c{n}", "AccountId": uuid.uuid4() if n == 1 else None} for n in range(3)]
    with (
        engine.begin() as connection,
        pytest.raises(exc.DBAPIError, match=r"row 1: .*\(2 written, 1 failed\)") as caught,
    ):
        connection.execute(contact.insert(), rows)
    assert isinstance(caught.value.orig, creatio_dbapi.Error)
    assert caught.value.orig.report is not None
    assert caught.value.orig.report.written == (0, 2)
    engine.dispose()


def test_a_delete_without_a_condition_is_of_all_rows(engine: Any) -> None:
    contact = sqlalchemy.Table("Contact", sqlalchemy.MetaData(), autoload_with=engine, resolve_fks=False)
    with engine.begin() as connection:
        connection.execute(contact.insert(), [{"Name": "One"}, {"Name": "Two"}])
        everyone = connection.execute(select(func.count()).select_from(contact)).scalar()
        assert connection.execute(contact.update().values(Age=1)).rowcount == everyone
        assert connection.execute(contact.delete().where(contact.c.Id != SUPERVISOR)).rowcount == everyone - 1
    with pytest.raises(exc.ProgrammingError, match="WHERE TRUE"), engine.begin() as connection:
        connection.execute(text("DELETE FROM Contact"))


def test_json_is_text_with_paths_into_it(engine: Any) -> None:
    kept = {"key": [1, {'a "b" \\': "x'y"}], "none": None, "🔑": 2.5, "yes": True}
    json_notes = sqlalchemy.type_coerce(sqlalchemy.column("Notes"), sqlalchemy.JSON())
    contact = sqlalchemy.table("Contact", sqlalchemy.column("Name"), sqlalchemy.column("Notes", sqlalchemy.JSON()))
    wanted = {
        json_notes[("key", 1, 'a "b" \\')]: "x'y",
        json_notes["🔑"].as_float(): 2.5,
        json_notes["yes"].as_boolean(): True,
        json_notes[("key", 0)].as_integer(): 1,
        json_notes["none"].as_string(): None,
        json_notes["absent"]: None,
        json_notes["key"]: kept["key"],
    }
    with engine.begin() as connection:
        connection.execute(contact.insert().values(Name="json", Notes=kept))
        assert connection.execute(select(contact.c.Notes).where(contact.c.Name == "json")).scalar() == kept
        found = connection.execute(select(*wanted).select_from(contact).where(contact.c.Name == "json")).one()
        by_number = json_notes[("key", 0)].as_integer() == 1
        assert connection.execute(select(contact.c.Name).where(contact.c.Name == "json", by_number)).scalar() == "json"
    assert list(found) == list(wanted.values())
