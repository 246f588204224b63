"""pandas over the dialect: reading in every way, writing by append, and types that arrive right."""

from __future__ import annotations

import uuid
from decimal import Decimal
from typing import Any

import pytest

from creatio_dbapi import Connection, ProgrammingError
from creatio_dbapi.sandbox import Column, Sandbox
from tests.fix_sandbox import data_requests

sqlalchemy = pytest.importorskip("sqlalchemy")
pandas = pytest.importorskip("pandas")
if sqlalchemy.__version__.startswith("1.") and pandas.__version__ >= "2.2":
    pytest.skip("this pandas does not take SQLAlchemy 1.4", allow_module_level=True)

SQL = "SELECT Name, Age, CreatedOn, Confirmed, AccountId FROM Contact WHERE Age > 80"


def test_read_sql_query(demo_engine: Any) -> None:
    frame = pandas.read_sql_query(SQL, demo_engine)
    assert len(frame) == 136
    assert frame.Age.dtype.kind == "i"
    assert frame.Confirmed.dtype == bool
    assert str(frame.CreatedOn.dtype).endswith("UTC]")


def test_read_sql_with_parameters(demo_engine: Any) -> None:
    statement = sqlalchemy.text("SELECT Name FROM Contact WHERE Age > :age")
    assert len(pandas.read_sql(statement, demo_engine, params={"age": 80})) == 136


def test_read_sql_table_takes_the_columns_asked_for(demo_engine: Any, demo: Sandbox) -> None:
    demo.clear_requests()
    frame = pandas.read_sql_table("CaseStatus", demo_engine, columns=["Name"])
    assert list(frame.columns) == ["Name"]
    assert "New" in set(frame.Name)
    (asked,) = data_requests(demo)
    assert "$select=Id,Name&" in asked.url or "$select=Name&" in asked.url  # known to be small, it needs no keys


def test_chunks(demo_engine: Any) -> None:
    with demo_engine.connect() as connection:
        chunks = list(pandas.read_sql(SQL, connection, chunksize=50))
    assert [len(chunk) for chunk in chunks] == [50, 50, 36]


def test_parse_dates_and_index(demo_engine: Any) -> None:
    frame = pandas.read_sql(SQL, demo_engine, parse_dates=["CreatedOn"], index_col="Name")
    assert frame.index.name == "Name"
    assert str(frame.CreatedOn.dtype).endswith("UTC]")


@pytest.mark.parametrize("backend", ["numpy_nullable", "pyarrow"])
def test_dtype_backends(demo_engine: Any, backend: Any) -> None:
    frame = pandas.read_sql("SELECT Name, Age FROM Contact WHERE Age > 80", demo_engine, dtype_backend=backend)
    assert len(frame) == 136
    assert "int" in str(frame.Age.dtype).lower()


def test_an_empty_result_keeps_its_columns(demo_engine: Any) -> None:
    frame = pandas.read_sql("SELECT Name, Age FROM Contact WHERE Age > 1000", demo_engine)
    assert list(frame.columns) == ["Name", "Age"]
    assert frame.empty


def test_an_empty_table_keeps_its_types(engine: Any) -> None:
    frame = pandas.read_sql_table("Activity", engine, columns=["DurationInMinutes", "ShowInScheduler", "StartDate"])
    assert frame.empty
    assert [str(each) for each in frame.dtypes[:2]] == ["int64", "bool"]
    assert str(frame.StartDate.dtype).endswith("UTC]")


def test_an_empty_frame_of_the_driver_keeps_its_types(demo_connection: Any) -> None:
    with demo_connection.cursor() as cursor:
        frames = [cursor.execute(f"{SQL} AND Age < {limit}").fetch_df() for limit in (0, 200)]
    assert frames[0].empty
    assert list(frames[0].dtypes.astype(str)) == list(frames[1].dtypes.astype(str))


# -- types ---------------------------------------------------------------------------------------------------


ORDERS = "SELECT Id, Amount, CreatedOn, CurrencyId FROM Order WHERE Amount > 0 ORDER BY Amount DESC LIMIT 5"


def test_guids_and_moments(demo_engine: Any) -> None:
    frame = pandas.read_sql(ORDERS, demo_engine)
    assert {type(value) for value in frame.Id} == {uuid.UUID}
    assert str(frame.CreatedOn.dtype).endswith("UTC]")


def test_decimals_stay_exact_when_they_are_asked_for(demo_engine: Any) -> None:
    frame = pandas.read_sql(ORDERS, demo_engine, coerce_float=False)
    assert {type(value) for value in frame.Amount} == {Decimal}
    assert pandas.read_sql(ORDERS, demo_engine).Amount.dtype == "float64"


@pytest.mark.parametrize(
    ("backend", "types"),
    [
        ("numpy_nullable", ["Int64", "boolean", "string", "string"]),
        ("pyarrow", ["int64[pyarrow]", "bool[pyarrow]", "string[pyarrow]", "string[pyarrow]"]),
    ],
)
def test_integers_and_booleans_with_nulls(sandbox: Sandbox, engine: Any, backend: Any, types: list[str]) -> None:
    nullable = {"Seats": "Edm.Int32", "Open": "Edm.Boolean", "Label": "Edm.String", "Ref": "Edm.Guid"}
    rows = [{"Seats": 12, "Open": True, "Label": "x", "Ref": uuid.UUID(int=1)}, dict.fromkeys(nullable)]
    sandbox.create_object("UsrRoom", {name: Column(edm, nullable=True) for name, edm in nullable.items()}, rows=rows)
    frame = pandas.read_sql("SELECT Seats, Open, Label, Ref FROM UsrRoom", engine, dtype_backend=backend)
    assert [str(each) for each in frame.dtypes] == types
    assert sorted(frame.isna().sum()) == [1, 1, 1, 1]
    assert frame.dropna().iloc[0].tolist() == [12, True, "x", str(uuid.UUID(int=1))]


def test_numbers_as_dates(demo_engine: Any) -> None:
    statement = "SELECT 86400 AS seconds, '02.03.2026' AS day"
    frame = pandas.read_sql(statement, demo_engine, parse_dates={"seconds": "s", "day": "%d.%m.%Y"})
    assert frame.iloc[0].tolist() == [pandas.Timestamp("1970-01-02"), pandas.Timestamp("2026-03-02")]


@pytest.mark.parametrize(("condition", "given"), [("Age > ?", [80]), ("Age > :age", {"age": 80})])
def test_a_connection_of_the_driver(demo_connection: Connection, condition: str, given: Any) -> None:
    statement = f"SELECT Name, Age, CreatedOn FROM Contact WHERE {condition}"
    with pytest.warns(UserWarning, match="pandas only supports SQLAlchemy"):
        frame = pandas.read_sql(statement, demo_connection, params=given)
    assert len(frame) == 136
    assert str(frame.CreatedOn.dtype).endswith("UTC]")


# -- writing -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", [None, "multi"])
@pytest.mark.parametrize("chunksize", [None, 40])
def test_every_way_of_appending(engine: Any, method: Any, chunksize: int | None) -> None:
    frame = pandas.DataFrame({"Name": [f"N{number}" for number in range(100)], "Age": range(100)})
    written = frame.to_sql("Contact", engine, if_exists="append", index=False, method=method, chunksize=chunksize)
    assert written == 100
    assert pandas.read_sql("SELECT sum(Age) AS total FROM Contact", engine).total[0] == 4950


def test_an_index_is_a_column_too(engine: Any) -> None:
    frame = pandas.DataFrame({"Age": [36, 85]}, index=pandas.Index(["Ada", "Grace"], name="Name"))
    assert frame.to_sql("Contact", engine, if_exists="append") == 2
    assert set(pandas.read_sql("SELECT Name FROM Contact WHERE Age > 0", engine).Name) == {"Ada", "Grace"}


def test_an_index_that_is_no_column_is_refused_before_anything_is_sent(engine: Any, sandbox: Sandbox) -> None:
    frame = pandas.DataFrame({"Name": ["Ada"]})
    refusals = (pandas.errors.DatabaseError, sqlalchemy.exc.ProgrammingError)  # pandas 2 lets SQLAlchemy's through
    with pytest.raises(refusals, match='column "index" not found in table "Contact"'):
        frame.to_sql("Contact", engine, if_exists="append")
    assert [record for record in data_requests(sandbox) if record.method == "POST"] == []


@pytest.mark.parametrize(
    ("name", "mode", "told"),
    [
        ("Contact", "replace", 'DROP TABLE "Contact": '),
        ("UsrNothing", "append", 'table "UsrNothing" not found; '),
        ("Contcat", "append", 'table "Contcat" not found; did you mean "Contact" or "Contract" or "ContactTag"? '),
    ],
)
def test_objects_are_not_made(engine: Any, name: str, mode: Any, told: str) -> None:
    with pytest.raises(sqlalchemy.exc.CompileError) as caught:
        pandas.DataFrame({"Name": ["Ada"]}).to_sql(name, engine, if_exists=mode, index=False)
    assert str(caught.value).startswith(f"{told}Creatio's OData service cannot create, change or drop objects; ")


def test_a_connection_of_the_driver_is_not_written_to(demo_connection: Connection) -> None:
    refusals = (pandas.errors.DatabaseError, ProgrammingError)  # pandas 2 lets the driver's through
    with (
        pytest.warns(UserWarning, match="pandas only supports SQLAlchemy"),
        pytest.raises(refusals, match=r"give it an engine of SQLAlchemy, create_engine\('creatio://"),
    ):
        pandas.DataFrame({"Name": ["Ada"]}).to_sql("Contact", demo_connection, if_exists="append", index=False)


def upsert(table: Any, connection: Any, keys: list[str], rows: Any) -> int:
    """Write rows that may be there already, as a method of `to_sql`."""
    from sqlalchemy.dialects.postgresql import insert

    statement = insert(table.table)
    changes = {name: statement.excluded[name] for name in keys if name != "Id"}
    statement = statement.on_conflict_do_update(index_elements=["Id"], set_=changes)
    given = [dict(zip(keys, row, strict=True)) for row in rows]
    return int(connection.execute(statement, given).rowcount)


def test_rows_that_may_be_there_already(engine: Any) -> None:
    frame = pandas.DataFrame({"Id": [str(uuid.UUID(int=n)) for n in (1, 2)], "Name": ["Ada", "Grace"], "Age": [36, 85]})
    for _ in range(2):
        assert frame.to_sql("Contact", engine, if_exists="append", index=False, method=upsert) == 2
        frame["Age"] += 1
    back = pandas.read_sql("SELECT Name, Age FROM Contact WHERE Age > 0 ORDER BY Name", engine)
    assert list(back.itertuples(index=False, name=None)) == [("Ada", 37), ("Grace", 86)]


def test_to_sql_appends(engine: Any, sandbox: Sandbox) -> None:
    frame = pandas.DataFrame({"Name": [f"N{number}" for number in range(250)], "Age": range(250)})
    sandbox.clear_requests()
    assert frame.to_sql("Contact", engine, if_exists="append", index=False) == 250
    assert len([record for record in sandbox.requests if record.method == "POST" and "$batch" in record.url]) == 3
    back = pandas.read_sql("SELECT Age FROM Contact WHERE Name LIKE 'N%'", engine)
    assert sorted(back.Age) == list(range(250))


def test_missing_values_become_null(engine: Any) -> None:
    frame = pandas.DataFrame({"Name": ["a", "b"], "BirthDate": [pandas.Timestamp("2000-01-02", tz="UTC"), pandas.NaT]})
    frame.to_sql("Contact", engine, if_exists="append", index=False)
    back = pandas.read_sql("SELECT Name, BirthDate FROM Contact WHERE Name IN ('a', 'b') ORDER BY Name", engine)
    assert back.BirthDate.isna().tolist() == [False, True]


def test_the_drivers_own_frame(demo_connection: Any) -> None:
    with demo_connection.cursor() as cursor:
        frame = cursor.execute(SQL).fetch_df()
    assert len(frame) == 136
    assert str(frame.CreatedOn.dtype) == "datetime64[us, UTC]"
