"""Writes on the sandbox: POST, PATCH, DELETE, and what they are refused with (facts 4, the connector reference)."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest
import requests

from creatio_dbapi.sandbox import Column, Sandbox

SUPERVISOR = "410006e1-ca4e-4502-a9ec-e54d922d2c00"
ZERO = "00000000-0000-0000-0000-000000000000"
ABSENT = "ffffffff-0000-0000-0000-000000000000"


def deepest(answer: requests.Response) -> str:
    """Return the deepest text of an OData error."""
    level = answer.json()["error"]["innererror"]
    while "internalexception" in level:
        level = level["internalexception"]
    return str(level["message"])


def created(client: requests.Session, **members: object) -> dict[str, Any]:
    """Create a contact and return the answer."""
    answer = client.post("/odata/Contact", json={"Name": "API Test", **members})
    assert answer.status_code == 201, answer.text
    record = answer.json()
    assert isinstance(record, dict)
    return record


def test_post_answers_like_the_connector_reference(sandbox: Sandbox, client: requests.Session) -> None:
    account = client.post("/odata/Account", json={"Name": "API 1", "Phone": "+1 206 480 3801", "Fax": ""}).json()["Id"]
    body = {
        "Name": "API Test",
        "AccountId": account,
        "JobTitle": "Marketing manager",
        "BirthDate": "0001-01-01T00:00:00Z",
        "Phone": "",
        "MobilePhone": "+1 213 566 34 22",
        "Email": "test@gmail",
        "Completeness": 30,
        "Age": 19,
    }
    answer = client.post("/odata/Contact", json=body)
    record = answer.json()
    assert answer.status_code == 201
    assert answer.headers["Location"] == f"{sandbox.url}/odata/Contact({record['Id']})"
    assert record["@odata.context"] == f"{sandbox.url}/odata/$metadata#Contact/$entity"
    assert {name: record[name] for name in body} == body
    for name in ("OwnerId", "CreatedById", "ModifiedById"):
        assert record[name] == SUPERVISOR
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z", record["CreatedOn"])
    assert record["CreatedOn"] == record["ModifiedOn"]
    assert (record["GivenName"], record["Surname"], record["MiddleName"]) == ("API", "Test", "")
    assert (record["Confirmed"], record["LanguageId"]) == (True, "6ebc31fa-ee6c-48e9-81bf-8003ac03b019")
    assert (record["GenderId"], record["Notes"], record["DoNotUseSms"]) == (ZERO, "", False)
    assert client.get(f"/odata/Contact({record['Id']})").json() == record


def test_case_of_the_connector_reference(client: requests.Session) -> None:
    body = {
        "Number": "SR00000040",
        "RegisteredOn": "2021-07-16T11:00:00Z",
        "Subject": "Consultation on functionality",
        "Symptoms": "Comparison of different DBMS in accordance with the customer's needs",
        "Notes": "",
        "SolutionRemains": 0.0,
    }
    record = client.post("/odata/Case", json=body).json()
    assert {name: record[name] for name in body} == body


def test_client_may_send_its_own_id_once(client: requests.Session) -> None:
    identity = str(uuid4())
    assert created(client, Id=identity.upper())["Id"] == identity
    again = client.post("/odata/Contact", json={"Id": identity, "Name": "twice"})
    assert again.status_code == 500
    assert deepest(again) == '23505: duplicate key value violates unique constraint "PK_Contact_Id"'


REFUSED_POSTS = [
    ({"Name": "x", "labNope": 1}, 400, "item : The property 'labNope' does not exist on type 'Terrasoft.Configuration."
     "OData.Contact'. Make sure to only use property names that are defined by the type."),
    ({"Name": "x", "AccountId": ZERO}, 500, '23503: insert or update on table "Contact" violates foreign key '
     'constraint "FK_Contact_AccountId"'),
    ({"Name": "x", "AccountId": ABSENT}, 500, '23503: insert or update on table "Contact" violates foreign key '
     'constraint "FK_Contact_AccountId"'),
    ({"Name": ""}, 500, "Name field must be filled in"),
    ({"Name": None}, 500, "Name field must be filled in"),
    ({"Age": 1}, 500, "Name field must be filled in"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "status", "text"), REFUSED_POSTS)
def test_what_post_is_refused_with(client: requests.Session, body: object, status: int, text: str) -> None:
    before = client.get("/odata/Contact/$count").text
    answer = client.post("/odata/Contact", json=body)
    assert (answer.status_code, deepest(answer)) == (status, text)
    assert client.get("/odata/Contact/$count").text == before


@pytest.mark.parametrize(
    "members",
    [
        {"BirthDate": "2020-01-01T00:00:00"},
        {"BirthDate": "yesterday"},
        {"BirthDate": "2020-02-30T00:00:00Z"},
        {"BirthDate": 5},
        {"Age": 2**31},
        {"Age": "19"},
        {"Age": 1.5},
        {"Age": True},
        {"AccountId": "not-a-guid"},
        {"AccountId": 7},
        {"Name": 7},
        {"Confirmed": "true"},
        {"Confirmed": 1},
        {"Notes": "\ud800"},
        {"ContactPhoto": "AAAA"},
    ],
)
def test_values_that_do_not_fit_are_400(client: requests.Session, members: dict[str, object]) -> None:
    for answer in (
        client.post("/odata/Contact", json={"Name": "x", **members}),
        client.patch(f"/odata/Contact({SUPERVISOR})", json=members),
    ):
        assert (answer.status_code, answer.json()["error"]["message"]) == (400, "The request is invalid.")


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'{"Age": NaN}', b"\xff", b"[" * 100_000])
def test_a_body_that_is_no_object_is_400(client: requests.Session, body: bytes) -> None:
    answer = client.post("/odata/Contact", data=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["error"]["message"]) == (400, "The request is invalid.")


def test_navigation_name_in_a_body_is_ignored(client: requests.Session) -> None:
    record = created(client, Account={"Id": ABSENT}, **{"Account@odata.bind": "Account(1)"})
    assert record["AccountId"] == ZERO


def test_a_read_record_can_be_sent_back(client: requests.Session) -> None:
    record = created(client)
    assert client.patch(f"/odata/Contact({record['Id']})", json=record).status_code == 204


def test_patch_changes_what_it_names_and_the_modification(sandbox: Sandbox, client: requests.Session) -> None:
    record = created(client, Age=1, Email="a@b")
    answer = client.patch(f"/odata/Contact({record['Id']})", json={"Age": 2})
    assert (answer.status_code, answer.content) == (204, b"")
    after = client.get(f"/odata/Contact({record['Id']})").json()
    assert (after["Age"], after["Email"], after["CreatedOn"]) == (2, "a@b", record["CreatedOn"])
    assert after["ModifiedOn"] > record["ModifiedOn"]
    assert sandbox.requests[-2].body == '{"Age": 2}'


def test_patch_to_an_unknown_id_creates_the_record(sandbox: Sandbox, client: requests.Session) -> None:
    identity = str(uuid4())
    answer = client.patch(f"/odata/Contact/{identity}", json={"Name": "Upserted"})
    assert answer.status_code == 204
    assert client.get(f"/odata/Contact({identity})").json()["Name"] == "Upserted"
    sandbox.switch(patch_creates=False)
    assert client.patch(f"/odata/Contact({uuid4()})", json={"Name": "no"}).status_code == 404


def test_patch_drops_a_zero_guid_and_clears_with_null(client: requests.Session) -> None:
    account = client.post("/odata/Account", json={"Name": "Parent"}).json()["Id"]
    path = f"/odata/Contact({created(client, AccountId=account)['Id']})"
    assert client.patch(path, json={"AccountId": ZERO}).status_code == 204
    assert client.get(path).json()["AccountId"] == account
    assert client.patch(path, json={"AccountId": None}).status_code == 204
    assert client.get(path).json()["AccountId"] == ZERO


def test_patch_ignores_unknown_members_unless_told_to_reject(sandbox: Sandbox, client: requests.Session) -> None:
    record = created(client)
    path = f"/odata/Contact({record['Id']})"
    assert client.patch(path, json={"labNope": 1}).status_code == 204
    assert client.get(path).json() == record
    sandbox.switch(patch_unknown="reject")
    assert client.patch(path, json={"labNope": 1}).status_code == 400


def test_null_and_empty_text_differ_inside(sandbox: Sandbox, client: requests.Session) -> None:
    for email in ("", None):
        identity = created(client, Email=email)["Id"]
        stored = next(row for row in sandbox.rows("Contact") if row["Id"] == identity)
        assert stored["Email"] == email
        assert client.get(f"/odata/Contact({identity})").json()["Email"] == ""


def test_delete_and_what_points_at_the_record(client: requests.Session) -> None:
    account = client.post("/odata/Account", json={"Name": "Parent"}).json()["Id"]
    contact = created(client, AccountId=account)["Id"]
    answer = client.delete(f"/odata/Account({account})")
    assert answer.status_code == 500
    assert deepest(answer) == (
        '23503: update or delete on table "Account" violates foreign key constraint "FK_Contact_AccountId" '
        'on table "Contact"'
    )
    for path in (f"/odata/Contact({contact})", f"/odata/Account({account})"):
        assert client.delete(path).status_code == 204
        assert client.delete(path).status_code == 404
        assert client.get(path).status_code == 404


def test_put_on_a_record_and_post_on_a_key_are_405(client: requests.Session) -> None:
    assert client.put(f"/odata/Contact({SUPERVISOR})", json={}).status_code == 405
    assert client.post(f"/odata/Contact({SUPERVISOR})", json={}).status_code == 405


def test_system_tables_are_403(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.create_object("SysSchema", {"Name": "Edm.String"})
    assert client.post("/odata/SysSchema", json={"Name": "x"}).status_code == 403
    sandbox.drop_object("SysSchema")


def test_created_columns_are_enforced(sandbox: Sandbox, client: requests.Session) -> None:
    columns = {
        "Number": Column("Edm.Int32", identity=True),
        "Code": Column("Edm.String", max_length=3, unique=True),
        "Price": Column("Edm.Decimal", scale=2, precision=5),
        "Count": Column("Edm.Int64", nullable=False, default=7),
        "Maybe": Column("Edm.DateTimeOffset", nullable=True),
    }
    sandbox.create_object("UsrStrict", columns, key=("Number",), base=False)
    first = client.post("/odata/UsrStrict", json={"Code": "ä😀c", "Price": 1.005}).json()
    assert (first["Number"], first["Price"], first["Count"], first["Maybe"]) == (1, 1.01, 7, None)
    assert client.post("/odata/UsrStrict", json={"Code": "2"}).json()["Number"] == 2
    assert "22001" in deepest(client.post("/odata/UsrStrict", json={"Code": "long"}))
    assert "22003" in deepest(client.post("/odata/UsrStrict", json={"Price": 1000}))
    assert "UQ_UsrStrict_Code" in deepest(client.post("/odata/UsrStrict", json={"Code": "2"}))
    assert client.post("/odata/UsrStrict", json={"Count": None}).status_code == 400
    assert client.patch("/odata/UsrStrict(2)", json={"Maybe": "0001-01-01T00:00:00Z"}).status_code == 204
    assert client.get("/odata/UsrStrict(2)").json()["Maybe"] == "0001-01-01T00:00:00Z"
    assert client.patch("/odata/UsrStrict(2)", json={"Maybe": None}).status_code == 204
    assert client.get("/odata/UsrStrict(2)").json()["Maybe"] is None
    sandbox.drop_object("UsrStrict")


HOSTILE = ["'", "''", "%", "&", "#", "+", "\\", '"', "\n\r\t", "ünïcødé 日本語 😀", "<b>", "{}", " ", "x" * 10_000_000]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_comes_back_as_it_went(client: requests.Session, text: str) -> None:
    identity = created(client, Notes=text)["Id"]
    assert client.get(f"/odata/Contact({identity})").json()["Notes"] == text


def test_a_zero_character_is_refused_by_the_database(client: requests.Session) -> None:
    answer = client.post("/odata/Contact", json={"Name": "a\x00b"})
    assert (answer.status_code, "22021" in deepest(answer)) == (500, True)


def test_decimals_stay_exact(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.create_object("UsrExact", {"A": "Edm.Decimal"})
    for text in ("0.1", "12345678901234567890.123456789", "-0.0000000001", "1e3"):
        answer = client.post("/odata/UsrExact", data=f'{{"A": {text}}}', headers={"Content-Type": "application/json"})
        shown = "1000" if text == "1e3" else text
        assert f'"A":{shown}' in answer.text
    sandbox.drop_object("UsrExact")
