"""What Superset makes of the engine spec, asked through its own API: the form, SQL Lab, charts, errors, stopping."""

from __future__ import annotations

import datetime as dt
import json
import threading
import time
import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from creatio_dbapi import Connection
from creatio_dbapi.sandbox import Sandbox
from tests.fix_connection import query
from tests.fix_sandbox import asked
from tests.superset.conftest import Superset, fields_of

MONTHS = 'SELECT "RegisteredOn", s.Name AS status, c.Id FROM Case c JOIN CaseStatus s ON s.Id = c.StatusId'


# -- the form ------------------------------------------------------------------------------------------------


def test_the_form_is_offered(superset: Superset) -> None:
    offered = superset.call("GET", "database/available/").json()["databases"]
    ours = next(each for each in offered if each["engine"] == "creatio")
    assert ours["name"] == "Creatio"
    assert ours["default_driver"] == "https"
    assert set(ours["available_drivers"]) >= {"http", "https"}
    assert set(ours["parameters"]["properties"]) == {"host", "port", "username", "password", "query", "encryption"}
    assert ours["parameters"]["required"] == ["host", "username"]


@pytest.mark.parametrize(
    ("change", "kind", "fields"),
    [
        ({"password": ""}, "CONNECTION_MISSING_PARAMETERS_ERROR", ["password"]),
        ({"host": "no.such.host.invalid"}, "CONNECTION_INVALID_HOSTNAME_ERROR", ["host"]),
        ({"host": "http://127.0.0.1", "port": 1}, "CONNECTION_PORT_CLOSED_ERROR", ["host", "port"]),
        ({"password": "wrong"}, "CONNECTION_ACCESS_DENIED_ERROR", ["username", "password"]),
    ],
)
def test_the_form_marks_what_is_wrong(superset: Superset, change: dict[str, Any], kind: str, fields: list[str]) -> None:
    with Sandbox(contacts=0) as sandbox:
        body = {
            "engine": "creatio",
            "configuration_method": "dynamic_form",
            "parameters": fields_of(sandbox) | change,
            "database_name": "x",
        }
        answer = superset.call("POST", "database/validate_parameters/", json=body)
    assert answer.status_code in (400, 422), answer.text
    (error,) = answer.json()["errors"]
    assert error["error_type"] == kind
    assert (error["extra"].get("invalid") or error["extra"].get("missing")) == fields


def test_the_form_is_shown_again_without_its_password(superset: Superset, database: int, demo: Sandbox) -> None:
    shown = superset.call("GET", f"database/{database}/connection").json()["result"]
    assert shown["parameters"]["host"] == "127.0.0.1"
    assert shown["parameters"]["port"] == int(demo.url.rpartition(":")[2])
    assert shown["parameters"]["encryption"] is False
    assert shown["parameters"]["password"] == "XXXXXXXXXX"


def test_secrets_are_masked_and_kept(superset: Superset, demo: Sandbox) -> None:
    url = demo.url.replace("http://", f"creatio+http://{demo.user}@")
    secret = json.dumps({"connect_args": {"password": demo.password, "timeout": 30}})
    number = superset.made("database", database_name="Secret", sqlalchemy_uri=url, masked_encrypted_extra=secret)
    try:
        shown = superset.call("GET", f"database/{number}/connection").json()["result"]["masked_encrypted_extra"]
        assert demo.password not in shown
        assert "connect_args" in shown
        changed = superset.call("PUT", f"database/{number}", json={"masked_encrypted_extra": shown})
        assert changed.status_code == 200, changed.text
        assert superset.run(number, "SELECT 1 AS one").json()["data"] == [{"one": 1}]
    finally:
        superset.call("DELETE", f"database/{number}")


def test_a_refused_sign_in_is_told_plainly(superset: Superset, demo: Sandbox) -> None:
    uri = demo.url.replace("http://", f"creatio+http://{demo.user}:wrong@")
    answer = superset.call("POST", "database/test_connection/", json={"database_name": "x", "sqlalchemy_uri": uri})
    (error,) = answer.json()["errors"]
    assert error["error_type"] == "CONNECTION_ACCESS_DENIED_ERROR"
    assert error["message"].startswith("sign-in refused: ")


# -- what there is -------------------------------------------------------------------------------------------


def test_tables_and_columns_are_listed(superset: Superset, database: int) -> None:
    assert superset.call("GET", f"database/{database}/schemas/").json()["result"] == ["creatio"]
    listed = superset.call("GET", f"database/{database}/tables/?q=(schema_name:creatio,force:!t)").json()["result"]
    assert {"Case", "Contact", "VwRemindings"} & {each["value"] for each in listed} >= {"Case", "Contact"}
    table = superset.call("GET", f"database/{database}/table_metadata/?name=Case&schema=creatio").json()
    types = {column["name"]: column["type"] for column in table["columns"]}
    assert types["RegisteredOn"] in ("DATETIME", "TIMESTAMP")
    assert 'FROM creatio."Case"' in table["selectStar"].replace("\n", " ")
    extra = superset.call("GET", f"database/{database}/table_metadata/extra/?name=Case&schema=creatio").json()
    assert extra["metadata"]["key"] == ["Id"]
    assert extra["metadata"]["lookups"]["StatusId"] == "CaseStatus"
    assert "DATE_TRUNC" in superset.call("GET", f"database/{database}/function_names/").json()["function_names"]


# -- SQL Lab -------------------------------------------------------------------------------------------------


def test_a_query_runs_in_sql_lab(superset: Superset, database: int, demo_connection: Connection) -> None:
    sql = "SELECT Id, Name, Age, BirthDate, CreatedOn FROM creatio.Contact WHERE Age > 80 ORDER BY Name, Id"
    answer = superset.run(database, sql).json()
    right = query(demo_connection, sql)
    assert [(row["Id"], row["Name"], row["Age"]) for row in answer["data"]] == [
        (str(row[0]), row[1], row[2]) for row in right
    ]
    assert [column["type"] for column in answer["columns"]] == [
        "UUID", "TEXT", "INTEGER", "TIMESTAMP WITH TIME ZONE", "TIMESTAMP WITH TIME ZONE",
    ]  # fmt: skip
    assert [column["is_dttm"] for column in answer["columns"]] == [False, False, False, True, True]


@pytest.mark.parametrize(
    ("sql", "limit", "rows"),
    [
        ("SELECT * FROM Case", 7, 7),
        ("SELECT TOP 3 [Number] FROM [Case] -- the newest", 1000, 3),
        ("WITH c AS (SELECT Number FROM Case) SELECT * FROM (SELECT * FROM c) AS virtual_table LIMIT 5", 1000, 5),
        (
            "SELECT s.Name, count(*) FROM Case c JOIN CaseStatus s ON s.Id = c.StatusId GROUP BY 1 HAVING count(*) > 9",
            2,
            2,
        ),
        ("EXPLAIN SELECT Name FROM Contact WHERE Age > 30", 1000, 4),
    ],
)
def test_statements_of_every_shape_run(superset: Superset, database: int, sql: str, limit: int, rows: int) -> None:
    answer = superset.run(database, sql, queryLimit=limit)
    assert answer.status_code == 200, answer.text
    assert len(answer.json()["data"]) == rows


def test_the_limit_of_sql_lab_reaches_creatio(superset: Superset, database: int, demo: Sandbox) -> None:
    before = len(asked(demo))
    superset.run(database, "SELECT Number, Subject FROM Case", queryLimit=10)
    assert ["$top=11" in url for url in asked(demo)[before:]] == [True]


@pytest.mark.parametrize(
    ("sql", "kind", "words"),
    [
        ("SELECT Name FROM Contct", "TABLE_DOES_NOT_EXIST_ERROR", 'did you mean "Contact"'),
        ("SELECT Nme FROM Contact", "COLUMN_DOES_NOT_EXIST_ERROR", 'did you mean "Name"'),
        ("SELECT Name FROM crm.Contact", "SCHEMA_DOES_NOT_EXIST_ERROR", 'schema "crm" not found'),
        ("SELECT nofunc(Name) FROM Contact", "OBJECT_DOES_NOT_EXIST_ERROR", "nofunc"),
    ],
)
def test_an_error_is_told_by_its_kind(superset: Superset, database: int, sql: str, kind: str, words: str) -> None:
    (error,) = superset.run(database, sql).json()["errors"]
    assert error["error_type"] == kind
    assert words in error["message"]
    assert error["extra"]["engine_name"] == "Creatio"


def test_a_right_that_is_missing_is_told_so(superset: Superset) -> None:
    with Sandbox(contacts=0) as sandbox:
        number = superset.made("database", database_name="Rights", engine="creatio", parameters=fields_of(sandbox),
                               configuration_method="dynamic_form", expose_in_sqllab=True)  # fmt: skip
        try:
            superset.run(number, "SELECT Name FROM Contact")
            sandbox.fail_next(None, status=403)
            (error,) = superset.run(number, "SELECT Name, Email FROM Contact").json()["errors"]
        finally:
            superset.call("DELETE", f"database/{number}")
    assert error["error_type"] == "CONNECTION_DATABASE_PERMISSIONS_ERROR"
    assert "CanUseODataService" in error["message"]


def test_a_server_that_is_too_slow_is_told_so(superset: Superset) -> None:
    with Sandbox(contacts=0) as sandbox:
        fields = fields_of(sandbox, query={"timeout": "0.5"})
        number = superset.made("database", database_name="Slow", engine="creatio", parameters=fields,
                               configuration_method="dynamic_form", expose_in_sqllab=True)  # fmt: skip
        try:
            superset.run(number, "SELECT Name FROM Contact")
            sandbox.delay_next(None, milliseconds=3000)
            (error,) = superset.run(number, "SELECT Name, Email FROM Contact").json()["errors"]
        finally:
            superset.call("DELETE", f"database/{number}")
    assert error["error_type"] == "CONNECTION_DATABASE_TIMEOUT"
    assert "did not answer within 0.5 s" in error["message"]


def test_a_write_is_refused_by_superset_and_by_the_connection(superset: Superset, database: int, demo: Sandbox) -> None:
    before = len(demo.requests)
    for sql in ("DELETE FROM Contact WHERE Age > 0", "EXPLAIN ANALYZE DELETE FROM Contact WHERE Age > 0"):
        (error,) = superset.run(database, sql).json()["errors"]
        assert error["error_type"] == "DML_NOT_ALLOWED_ERROR"
    assert [each for each in demo.requests[before:] if each.method not in ("GET", "HEAD")] == []


def test_a_query_is_stopped(superset: Superset) -> None:
    with Sandbox() as sandbox:
        number = superset.made("database", database_name="Stopped", engine="creatio", parameters=fields_of(sandbox),
                               configuration_method="dynamic_form", expose_in_sqllab=True)  # fmt: skip
        try:
            sandbox.set_latency(1500)
            slow = superset.run(number, "SELECT Name FROM Contact WHERE Age > 90").json()["query"]
            assert (slow["state"], slow["limitingFactor"]) == ("success", "NOT_LIMITED")
            client = uuid.uuid4().hex[:10]
            answers: list[Any] = []
            sql = "SELECT Name, Email, Notes FROM Contact UNION ALL SELECT Title, Notes, Notes FROM Activity"
            asking = threading.Thread(
                target=lambda: answers.append(superset.run(number, sql, client_id=client, queryLimit=100000))
            )
            asking.start()
            time.sleep(1.0)
            stopped = superset.call("POST", "query/stop", json={"client_id": client})
            assert stopped.status_code == 200, stopped.text
            asking.join(60)
            seen = len(asked(sandbox))
            time.sleep(2.5)
            assert len(asked(sandbox)) == seen  # nothing more is asked for
        finally:
            superset.call("DELETE", f"database/{number}")
    assert answers[0].json()["status"] == "stopped"


def test_the_cost_is_estimated_without_a_request(superset: Superset, database: int, demo: Sandbox) -> None:
    before = len(asked(demo))
    body = {"database_id": database, "schema": "creatio", "sql": "SELECT Name FROM Contact WHERE Age > 30"}
    rows = superset.call("POST", "sqllab/estimate/", json=body).json()["result"]
    assert rows[0] == {"Part": "Requests", "Plan": "1 request or more: one for every 10,000 rows of Contact"}
    assert rows[1]["Part"] == "Read from Creatio"
    assert rows[1]["Plan"].startswith("Contact?$select=Id,Name&$filter=Age gt 30")
    assert len(asked(demo)) == before


# -- datasets and charts -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def cases(superset: Superset, database: int) -> int:
    """A dataset of one object."""
    return superset.made("dataset", database=database, schema="creatio", table_name="Case")


@pytest.fixture(scope="module")
def statuses(superset: Superset, database: int) -> Iterator[int]:
    """A virtual dataset: cases with the names of their statuses."""
    yield superset.made("dataset", database=database, schema="creatio", table_name="case_status", sql=MONTHS)


def chart(superset: Superset, dataset: int, **asks: Any) -> Any:
    """Ask for the data of a chart and return its rows and its SQL."""
    body = {"datasource": {"id": dataset, "type": "table"}, "force": True, "queries": [{"row_limit": 50000, **asks}]}
    answer = superset.call("POST", "chart/data", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()["result"][0]


def by_grain(grain: str | None) -> dict[str, Any]:
    """Return what a chart over time asks for: cases in buckets of this width."""
    axis = {"timeGrain": grain, "columnType": "BASE_AXIS", "sqlExpression": "RegisteredOn", "label": "RegisteredOn",
            "expressionType": "SQL"}  # fmt: skip
    return {
        "columns": [axis],
        "metrics": ["count"],
        "filters": [{"col": "RegisteredOn", "op": "TEMPORAL_RANGE", "val": "2025-01-01 : 2026-01-01"}],
        "extras": {"time_grain_sqla": grain},
    }


GRAINS = {
    "PT1S": dt.timedelta(seconds=1), "PT5S": dt.timedelta(seconds=5), "PT30S": dt.timedelta(seconds=30),
    "PT1M": dt.timedelta(minutes=1), "PT5M": dt.timedelta(minutes=5), "PT10M": dt.timedelta(minutes=10),
    "PT15M": dt.timedelta(minutes=15), "PT30M": dt.timedelta(minutes=30),
    "PT1H": dt.timedelta(hours=1), "PT6H": dt.timedelta(hours=6), "P1D": dt.timedelta(days=1),
}  # fmt: skip
DAY = dt.timedelta(days=1)


def bucket(grain: str, moment: dt.datetime) -> dt.datetime:
    """Say in which bucket a moment is, in Python."""
    if grain in GRAINS:
        start = moment.replace(hour=0, minute=0, second=0, microsecond=0)
        return start + (moment - start) // GRAINS[grain] * GRAINS[grain]
    day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    monday, sunday = day - moment.weekday() * DAY, day - moment.isoweekday() % 7 * DAY
    months = {"P1M": moment.month, "P3M": (moment.month - 1) // 3 * 3 + 1}
    if grain in months:
        return day.replace(month=months[grain], day=1)
    return {
        "P1W": monday,
        "1969-12-28T00:00:00Z/P1W": sunday,
        "1969-12-29T00:00:00Z/P1W": monday,
        "P1W/1970-01-03T00:00:00Z": sunday + 6 * DAY,
        "P1W/1970-01-04T00:00:00Z": monday + 6 * DAY,
        "P1Y": day.replace(month=1, day=1),
    }[grain]


@pytest.mark.parametrize(
    "grain",
    [*GRAINS, "P1W", "1969-12-28T00:00:00Z/P1W", "1969-12-29T00:00:00Z/P1W", "P1W/1970-01-03T00:00:00Z",
     "P1W/1970-01-04T00:00:00Z", "P1M", "P3M", "P1Y"],
)  # fmt: skip
def test_every_time_grain(
    superset: Superset, cases: int, demo_connection: Connection, demo: Sandbox, grain: str
) -> None:
    before = len(asked(demo))
    result = chart(superset, cases, **by_grain(grain))
    assert all("RegisteredOn ge 2025-01-01" in url for url in asked(demo)[before:])
    sql = "SELECT RegisteredOn FROM Case WHERE RegisteredOn >= '2025-01-01' AND RegisteredOn < '2026-01-01'"
    right: dict[dt.datetime, int] = {}
    for (moment,) in query(demo_connection, sql):
        place = bucket(grain, moment)
        right[place] = right.get(place, 0) + 1
    shown = {
        dt.datetime.fromtimestamp(row["RegisteredOn"] / 1000, dt.timezone.utc): row["count"] for row in result["data"]
    }
    assert shown == right


@pytest.mark.parametrize(
    ("filters", "condition"),
    [
        ([{"col": "status", "op": "IN", "val": ["New", "Closed", "O'Hara %"]}], "s.Name IN ('New', 'Closed')"),
        ([{"col": "status", "op": "NOT IN", "val": ["Closed"]}], "s.Name NOT IN ('Closed')"),
        ([{"col": "status", "op": "LIKE", "val": "%e%"}], "s.Name LIKE '%e%'"),
        ([{"col": "status", "op": "ILIKE", "val": "IN%"}], "s.Name ILIKE 'IN%'"),
        ([{"col": "status", "op": "IS NOT NULL"}], "s.Name IS NOT NULL"),
        ([{"col": "status", "op": "!=", "val": "Closed"}], "s.Name <> 'Closed'"),
        (
            [{"col": "RegisteredOn", "op": "TEMPORAL_RANGE", "val": "2025-03-01T10:30:00 : 2026-02-01"}],
            "c.RegisteredOn >= '2025-03-01 10:30' AND c.RegisteredOn < '2026-02-01'",
        ),
    ],
)
def test_filters_of_a_virtual_dataset(
    superset: Superset, statuses: int, demo_connection: Connection, filters: list[Any], condition: str
) -> None:
    result = chart(superset, statuses, columns=["status"], metrics=["count"], filters=filters)
    right = query(
        demo_connection, f"SELECT s.Name, count(*) {MONTHS[MONTHS.index('FROM') :]} WHERE {condition} GROUP BY 1"
    )
    assert {row["status"]: row["count"] for row in result["data"]} == dict(right)


def test_a_filter_of_many_values(superset: Superset, database: int, demo_connection: Connection) -> None:
    contacts = superset.made("dataset", database=database, schema="creatio", table_name="Contact")
    names = [name for (name,) in query(demo_connection, "SELECT Name FROM Contact ORDER BY Id LIMIT 1500")]
    result = chart(
        superset, contacts, columns=["Name"], metrics=["count"], filters=[{"col": "Name", "op": "IN", "val": names}]
    )
    assert {row["Name"] for row in result["data"]} == set(names)
    values = chart(superset, contacts, columns=["Name"], metrics=[], orderby=[["Name", True]])["data"]
    assert len(values) == query(demo_connection, "SELECT count(DISTINCT Name) FROM Contact")[0][0]


def test_a_chart_shifted_by_a_year(superset: Superset, cases: int) -> None:
    result = chart(superset, cases, **by_grain("P1M"), time_offsets=["1 year ago"], orderby=[["RegisteredOn", True]])
    earlier = chart(
        superset,
        cases,
        **by_grain("P1M")
        | {"filters": [{"col": "RegisteredOn", "op": "TEMPORAL_RANGE", "val": "2024-01-01 : 2025-01-01"}]},
    )
    shifted = {row["RegisteredOn"]: row["count__1 year ago"] for row in result["data"]}
    assert [shifted[month] for month in sorted(shifted)] == [
        row["count"] for row in sorted(earlier["data"], key=lambda row: row["RegisteredOn"])
    ]


def test_the_order_and_the_top_of_a_chart(superset: Superset, statuses: int) -> None:
    most = {"expressionType": "SQL", "sqlExpression": "COUNT(*)", "label": "n"}
    result = chart(superset, statuses, columns=["status"], metrics=[most], orderby=[[most, False]], row_limit=3)
    counts = [row["n"] for row in result["data"]]
    assert len(counts) == 3
    assert counts == sorted(counts, reverse=True)


def test_a_dataset_of_money_has_its_sum(superset: Superset, database: int) -> None:
    number = superset.made("dataset", database=database, schema="creatio", table_name="Opportunity")
    metrics = superset.call("GET", f"dataset/{number}").json()["result"]["metrics"]
    assert {"count", "sum_Amount", "sum_Budget"} <= {each["metric_name"] for each in metrics}
    assert float(chart(superset, number, columns=[], metrics=["sum_Amount"])["data"][0]["sum_Amount"]) > 0


# -- upload --------------------------------------------------------------------------------------------------


def test_a_file_is_appended_to_an_object(superset: Superset) -> None:
    with Sandbox(contacts=0) as sandbox:
        number = superset.made("database", database_name="Upload", engine="creatio", parameters=fields_of(sandbox),
                               configuration_method="dynamic_form", allow_file_upload=True,
                               extra='{"schemas_allowed_for_file_upload": ["creatio"]}')  # fmt: skip
        try:
            body = {"type": "csv", "table_name": "Account", "schema": "creatio", "already_exists": "append"}
            file = {"file": ("people.csv", "Name,Web\nAda,ada.example.com\nGrace,grace.example.com\n", "text/csv")}
            done = superset.call("POST", f"database/{number}/upload/", data=body, files=file)
            assert done.status_code == 201, done.text
            other = {**body, "table_name": "Acount"}
            file = {"file": ("people.csv", "Name\nAda\n", "text/csv")}
            refused = superset.call("POST", f"database/{number}/upload/", data=other, files=file)
            assert '"Acount" is no object of Creatio' in refused.json()["errors"][0]["message"], refused.text
            rows = superset.run(number, "SELECT Name FROM Account WHERE Web LIKE '%.example.com' ORDER BY Name")
        finally:
            superset.call("DELETE", f"database/{number}")
    assert [row["Name"] for row in rows.json()["data"]] == ["Ada", "Grace"]
