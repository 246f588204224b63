"""polars, DuckDB and dask: tables of theirs out of Creatio, by way of the dialect or of Arrow."""

from __future__ import annotations

from typing import Any

import pytest

from creatio_dbapi import Connection
from creatio_dbapi.sandbox import Sandbox
from tests.fix_engine import url_of
from tests.fix_sandbox import data_requests

ORDERS = "SELECT Id, Number, Amount, CreatedOn FROM Order WHERE Amount > 0"


# -- polars --------------------------------------------------------------------------------------------------


def test_polars_reads_and_writes(engine: Any) -> None:
    polars = pytest.importorskip("polars")
    people = polars.DataFrame({"Name": ["Ada", "Grace"], "Age": [36, 85]})
    people.write_database("Contact", engine, if_table_exists="append")
    statement = "SELECT Name, Age, CreatedOn FROM Contact WHERE Age > :age"
    with engine.connect() as connection:
        found = polars.read_database(statement, connection, execute_options={"parameters": {"age": 40}})
    assert found.select("Name", "Age").rows() == [("Grace", 85)]
    assert found.schema["CreatedOn"] == polars.Datetime("us", "UTC")


def test_polars_takes_arrow_from_the_driver(demo_connection: Connection) -> None:
    """Decimals stay exact, and an empty table has its types."""
    polars = pytest.importorskip("polars")
    frames = []
    for limit in (" LIMIT 0", ""):
        with demo_connection.cursor() as cursor:
            frames.append(polars.from_arrow(cursor.execute(ORDERS + limit).fetch_arrow_table()))
    assert frames[0].schema == frames[1].schema
    assert frames[1].schema["Amount"] == polars.Decimal(38, 10)
    assert frames[1].schema["CreatedOn"] == polars.Datetime("us", "UTC")


EXPECTED = ["String", "Decimal(precision=38, scale=10)", "Datetime(time_unit='us', time_zone='UTC')"]


def test_polars_reads_from_the_driver(demo_connection: Connection) -> None:
    polars = pytest.importorskip("polars")
    statement = ORDERS.replace("Id, ", "")
    frame = polars.read_database(statement, demo_connection)
    assert [str(each) for each in frame.dtypes] == EXPECTED
    batches = polars.read_database(statement, demo_connection, iter_batches=True, batch_size=200)
    assert sum(batch.height for batch in batches) == frame.height > 200


# -- DuckDB --------------------------------------------------------------------------------------------------


def test_duckdb_reads_arrow(demo_connection: Connection) -> None:
    import duckdb

    with demo_connection.cursor() as cursor:
        orders = cursor.execute(ORDERS).fetch_arrow_table()
    with duckdb.connect() as local:
        local.register("orders", orders)
        types = local.execute("SELECT typeof(Amount), typeof(CreatedOn) FROM orders LIMIT 1").fetchone()
        assert types == ("DECIMAL(38,10)", "TIMESTAMP WITH TIME ZONE")


def test_duckdb_reads_a_stream_of_batches(demo_connection: Connection) -> None:
    """What is larger than memory goes through page by page."""
    import duckdb
    import pyarrow as pa

    with demo_connection.cursor() as cursor, duckdb.connect() as local:
        batches = cursor.execute("SELECT Name, Age FROM Contact").fetch_record_batches()
        first = next(batches)
        reader = pa.RecordBatchReader.from_batches(first.schema, iter([first, *batches]))
        local.register("people", reader)
        assert local.execute("SELECT count(*) FROM people").fetchone() == (2000,)


# -- dask ----------------------------------------------------------------------------------------------------


def test_dask_reads_a_table_in_parts(demo: Sandbox) -> None:
    dask = pytest.importorskip("dask.dataframe")
    demo.clear_requests()
    frame = dask.read_sql_table("Contact", url_of(demo, cache_directory="none"), "Age", columns=["Name"], npartitions=3)
    assert frame.npartitions == 3
    assert len(frame.compute(scheduler="synchronous")) == 2000
    parts = [record.url for record in data_requests(demo) if "Age ge" in record.url]
    assert len(parts) >= 3
