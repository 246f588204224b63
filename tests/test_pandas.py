"""pandas over the dialect: reading in every way, writing by append, and types that arrive right."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from creatio_dbapi.sandbox import Sandbox
from tests.fix_engine import url_of
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
    assert "$select=Id,Name" in data_requests(demo)[0].url


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


def test_an_empty_frame_of_the_driver_keeps_its_types(demo_connection: Any) -> None:
    with demo_connection.cursor() as cursor:
        frames = [cursor.execute(f"{SQL} AND Age < {limit}").fetch_df() for limit in (0, 200)]
    assert frames[0].empty
    assert list(frames[0].dtypes.astype(str)) == list(frames[1].dtypes.astype(str))


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


# -- what stands on SQLAlchemy or Arrow, where it is installed ---------------------------------------------------


def test_polars_reads_and_writes(engine: Any, sandbox: Sandbox) -> None:
    polars = pytest.importorskip("polars")
    people = polars.DataFrame({"Name": ["Ada", "Grace"], "Age": [36, 85]})
    people.write_database("Contact", engine, if_table_exists="append")
    statement = "SELECT Name, Age, CreatedOn FROM Contact WHERE Age > :age"
    with engine.connect() as connection:
        found = polars.read_database(statement, connection, execute_options={"parameters": {"age": 40}})
    assert found.select("Name", "Age").rows() == [("Grace", 85)]
    assert found.schema["CreatedOn"] == polars.Datetime("us", "UTC")


def test_duckdb_reads_arrow(demo_connection: Any) -> None:
    duckdb = pytest.importorskip("duckdb")
    with demo_connection.cursor() as cursor:
        people = cursor.execute(SQL).fetch_arrow_table()
    with duckdb.connect() as local:
        local.register("people", people)
        assert local.execute("SELECT count(*), min(Age) > 80 FROM people").fetchall() == [(136, True)]


def test_dask_reads_a_table_in_parts(demo: Sandbox) -> None:
    dask = pytest.importorskip("dask.dataframe")
    url = url_of(demo, cache_directory="none")
    frame = dask.read_sql_table("Contact", url, index_col="Age", columns=["Name", "CreatedOn"], npartitions=3)
    assert frame.npartitions == 3
    assert len(frame.compute(scheduler="synchronous")) == 2000


def test_jupysql_runs_sql(demo: Sandbox, tmp_path: Path) -> None:
    pytest.importorskip("sql.magic", reason="JupySQL is not installed")
    script = tmp_path / "notebook.ipy"
    url = url_of(demo, cache_directory="none")
    question = "SELECT Name FROM Contact ORDER BY Age DESC LIMIT 1"
    script.write_text(f"%load_ext sql\n%sql {url}\nfound = %sql {question}\nprint([tuple(row) for row in found])\n")
    words = [sys.executable, "-m", "IPython", str(script)]
    ran = subprocess.run(words, capture_output=True, text=True, env={**os.environ, "HOME": str(tmp_path)})  # noqa: S603
    assert "[('Methuselah Elder',)]" in ran.stdout, ran.stderr
