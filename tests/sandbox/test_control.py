"""The control routes: the same powers over HTTP, marked as not in Creatio."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from creatio_dbapi.sandbox import Sandbox


def result(answer: requests.Response) -> Any:
    """Return what a control route answered."""
    assert answer.status_code == 200, answer.text
    assert answer.headers["X-Creatio-Sandbox"] == answer.json()["sandbox"]
    assert "not in Creatio" in answer.json()["sandbox"]
    return answer.json()["result"]


def test_routes_are_listed(stranger: requests.Session) -> None:
    assert "POST /sandbox/reset" in result(stranger.get("/sandbox/"))["routes"]


def test_request_log(client: requests.Session) -> None:
    client.get("/odata/Contact?$top=3&$filter=Name ne 'ä'&$select=Name", headers={"Accept-Encoding": "identity"})
    records = result(client.get("/sandbox/requests"))
    assert [(record["method"], record["status"]) for record in records] == [("POST", 200), ("GET", 200)]
    assert records[1]["url"] == "/odata/Contact?$top=3&$filter=Name ne 'ä'&$select=Name"
    assert (records[1]["rows"], records[1]["bytes"] > 100) == (3, True)
    assert records[0]["body"] == ""
    assert "Supervisor" not in str(records[0])
    assert result(client.delete("/sandbox/requests")) == []


def test_faults_and_sessions(client: requests.Session) -> None:
    waiting = result(client.post("/sandbox/faults", json={"kind": "status", "status": 503, "count": 2}))
    assert (waiting[0]["kind"], waiting[0]["count"]) == ("status", 2)
    assert client.get("/odata/Contact/$count").status_code == 503
    assert result(client.delete("/sandbox/faults")) == []
    result(client.post("/sandbox/sessions/expire", json={"after": 1}))
    assert [client.get("/odata/Contact/$count").status_code for _ in range(2)] == [200, 401]


def test_switches_and_forms(sandbox: Sandbox, client: requests.Session) -> None:
    switches = result(client.post("/sandbox/switches", json={"text": "insensitive", "page_cap": 2}))
    assert (switches["text"], switches["page_cap"]) == ("insensitive", 2)
    assert "password" not in switches
    assert len(client.get("/odata/Contact").json()["value"]) == 2
    assert "tolower" in result(client.post("/sandbox/forms", json={"on": ["tolower"], "off": ["year"]}))
    assert "tolower" in sandbox.site.settings.forms
    assert "year" not in result(client.get("/sandbox/switches"))["forms"]


def test_objects_and_rows(client: requests.Session) -> None:
    columns = {"Code": "Edm.String", "Amount": {"type": "Edm.Decimal", "nullable": True}}
    body = {"name": "UsrControl", "columns": columns, "rows": [{"Code": "a", "Amount": "1.5"}, {"Code": None}]}
    assert result(client.post("/sandbox/objects", json=body))["UsrControl"] == 2
    assert result(client.post("/sandbox/objects/UsrControl/rows", json=[{"Code": "b"}])) == 3
    rows = result(client.get("/sandbox/objects/UsrControl/rows"))
    assert [(row["Code"], row["Amount"]) for row in rows] == [("a", "1.5"), (None, None), ("b", None)]
    assert "UsrControl" not in result(client.delete("/sandbox/objects/UsrControl"))
    assert client.get("/odata/UsrControl").status_code == 404


def test_objects_refer_to_others_by_columns_of_any_name(client: requests.Session) -> None:
    parts = {"name": "UsrPart", "columns": {"Number": "Edm.Int32"}, "key": ["Number"], "base": False}
    result(client.post("/sandbox/objects", json={**parts, "rows": [{"Number": 7}]}))
    columns = {"Line": "Edm.Int32", "Piece": "Edm.Int32", "Other": "Edm.Int32"}
    constraints = {
        "Part": {"target": "UsrPart", "columns": {"Piece": "Number"}},
        "Twin": {"target": "UsrUse", "columns": {"Line": "Piece", "Other": "Line"}},
    }
    uses = {"name": "UsrUse", "columns": columns, "key": ["Line"], "base": False, "constraints": constraints}
    result(client.post("/sandbox/objects", json=uses))
    assert (
        '<NavigationProperty Name="Part" Type="Terrasoft.Configuration.OData.UsrPart">'
        '<ReferentialConstraint Property="Piece" ReferencedProperty="Number" /></NavigationProperty>'
    ) in client.get("/odata/$metadata").text
    assert client.post("/odata/UsrUse", json={"Line": 1, "Piece": 7, "Other": 1}).status_code == 201
    assert client.post("/odata/UsrUse", json={"Line": 2, "Piece": 8, "Other": 1}).status_code == 500
    assert client.delete("/odata/UsrPart(7)").status_code == 500
    found = client.get("/odata/UsrUse?$filter=Part/Number eq 7&$expand=Part").json()["value"]
    assert [(row["Line"], row["Part"]["Number"]) for row in found] == [(1, 7)]


def test_metadata_is_loaded(client: requests.Session) -> None:
    document = client.get("/odata/$metadata").text.replace("CaseStatus", "UsrOtherStatus")
    assert "UsrOtherStatus" in result(client.post("/sandbox/metadata", data=document.encode()))
    assert client.get("/odata/UsrOtherStatus").json()["value"] == []


def test_reset_goes_back_to_the_start(sandbox: Sandbox, client: requests.Session) -> None:
    before = result(client.get("/sandbox/objects"))["Country"]
    client.post("/odata/Country", json={"Name": "Atlantis"})
    sandbox.create_object("UsrGone", {"N": "Edm.Int32"})
    sandbox.switch(page_cap=1)
    result(client.post("/sandbox/reset"))
    assert client.get("/odata/Country/$count").status_code == 401
    assert result(client.get("/sandbox/objects"))["Country"] == before
    assert "UsrGone" not in sandbox.site.schema.entities
    assert sandbox.site.settings.page_cap is None


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/sandbox/switches", {"nonsense": 1}),
        ("/sandbox/switches", {"text": "loud"}),
        ("/sandbox/switches", {"page_cap": "many"}),
        ("/sandbox/forms", {"on": ["soundex"]}),
        ("/sandbox/faults", {"kind": "flood"}),
        ("/sandbox/faults", {"kind": "status", "colour": "red"}),
        ("/sandbox/objects", {"columns": {}}),
        ("/sandbox/objects", {"name": "UsrBad", "columns": {"A": "Edm.Nothing"}}),
        ("/sandbox/objects", {"name": "UsrBad", "columns": {"A": "Edm.Int32"}, "key": ["B"]}),
        ("/sandbox/objects", {"name": "UsrBad", "columns": {"A": "Edm.Int32"}, "rows": [{"A": "text"}]}),
        ("/sandbox/objects", {"name": "UsrBad", "columns": {}, "constraints": {"A": {"target": "City"}}}),
        (
            "/sandbox/objects",
            {"name": "UsrBad", "columns": {}, "constraints": {"A": {"target": "City", "columns": {}}}},
        ),
        ("/sandbox/objects", {"name": "UsrBad", "columns": {}, "constraints": {"Id": {"target": "C", "columns": "a"}}}),
        ("/sandbox/objects", []),
        ("/sandbox/metadata", "no XML"),
    ],
)
def test_wrong_orders_are_400_with_a_reason(stranger: requests.Session, path: str, body: object) -> None:
    answer = stranger.post(path, json=body)
    assert answer.status_code == 400
    assert answer.json()["result"]["error"]
