"""Reads on the sandbox: addresses, query options, paging, empty values, limits (facts 3 and 6.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
import requests

from creatio_dbapi.sandbox import Column, Sandbox

SUPERVISOR = "410006e1-ca4e-4502-a9ec-e54d922d2c00"
ZERO = "00000000-0000-0000-0000-000000000000"


def ids(number: int) -> str:
    """Return the Id of a row by its number."""
    return str(UUID(int=number))


@pytest.fixture
def things(sandbox: Sandbox) -> Iterator[str]:
    """An object with thirty rows, ten of each `Kind`, in an order that is none."""
    rows = [{"Id": ids(n * 7 % 30 + 1), "Number": n * 7 % 30 + 1, "Kind": f"k{n % 3}"} for n in range(30)]
    sandbox.create_object("UsrThing", {"Number": "Edm.Int32", "Kind": "Edm.String"}, rows=rows)
    yield "/odata/UsrThing"
    sandbox.drop_object("UsrThing")


def values(client: requests.Session, path: str) -> list[dict[str, Any]]:
    """Return the rows of a page."""
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    rows = answer.json()["value"]
    assert isinstance(rows, list)
    return rows


def error_text(answer: requests.Response) -> str:
    """Return the deepest text of an OData error."""
    level = answer.json()["error"]
    assert level["code"] == ""
    level = level.get("innererror", level)
    while "internalexception" in level:
        level = level["internalexception"]
    return str(level["message"])


def test_collection_has_context_value_and_headers(client: requests.Session) -> None:
    answer = client.get("/odata/Contact?$top=2")
    assert answer.headers["Content-Type"] == "application/json; odata.metadata=minimal"
    assert answer.headers["OData-Version"] == "4.0"
    assert list(answer.json()) == ["@odata.context", "value"]
    assert answer.json()["@odata.context"].endswith("/odata/$metadata#Contact")
    assert len(answer.json()["value"]) == 2


@pytest.mark.parametrize("path", [f"/odata/Contact({SUPERVISOR})", f"/odata/Contact/{SUPERVISOR}"])
def test_record_by_key_in_both_forms(client: requests.Session, path: str) -> None:
    record = client.get(path).json()
    assert record["@odata.context"].endswith("#Contact/$entity")
    assert (record["Id"], record["Name"]) == (SUPERVISOR, "Supervisor")


def test_stream_column_has_three_media_members(client: requests.Session) -> None:
    record = client.get(f"/odata/Contact({SUPERVISOR})").json()
    assert record["ContactPhoto@odata.mediaEditLink"] == f"Contact({SUPERVISOR})/ContactPhoto"
    assert record["ContactPhoto@odata.mediaReadLink"] == f"Contact({SUPERVISOR})/ContactPhoto"
    assert record["ContactPhoto@odata.mediaContentType"] == "application/octet-stream"


def test_property_and_its_raw_value(client: requests.Session) -> None:
    answer = client.get(f"/odata/Contact({SUPERVISOR})/Name")
    assert answer.json()["value"] == "Supervisor"
    assert answer.json()["@odata.context"].endswith(f"/odata/$metadata#Contact({SUPERVISOR})/Name")
    assert client.get(f"/odata/Contact({SUPERVISOR})/Name/$value").text == "Supervisor"


@pytest.mark.parametrize(
    "path",
    [f"/odata/Contact({ids(5)})", f"/odata/Contact/{ids(5)}", f"/odata/Contact({ids(5)})/Name"],
)
def test_missing_record_is_404(client: requests.Session, path: str) -> None:
    assert client.get(path).status_code == 404


def test_unknown_set_is_404_of_the_router_or_401(sandbox: Sandbox, client: requests.Session) -> None:
    answer = client.get("/odata/UsrX")
    assert answer.status_code == 404
    assert answer.json() == {
        "Message": f"No HTTP resource was found that matches the request URI '{sandbox.url}/odata/UsrX'.",
        "MessageDetail": "No type was found that matches the controller named 'UsrX'.",
    }
    sandbox.switch(unknown_set=401)
    assert client.get("/odata/UsrX").status_code == 401


def test_quoted_guid_as_key_is_404(client: requests.Session) -> None:
    assert client.get(f"/odata/Contact('{SUPERVISOR}')").status_code == 404


def test_null_never_appears(sandbox: Sandbox, client: requests.Session) -> None:
    columns: dict[str, Column | str] = {
        "Text": "Edm.String",
        "Whole": "Edm.Int32",
        "Amount": "Edm.Decimal",
        "Flag": "Edm.Boolean",
        "Moment": "Edm.DateTimeOffset",
        "AccountId": Column("Edm.Guid", target="Account"),
    }
    sandbox.create_object("UsrEmpty", columns, rows=[dict.fromkeys(columns, None)])
    row = values(client, "/odata/UsrEmpty?$select=" + ",".join(columns))[0]
    assert row == {
        "Text": "",
        "Whole": 0,
        "Amount": 0,
        "Flag": False,
        "Moment": "0001-01-01T00:00:00Z",
        "AccountId": ZERO,
    }
    assert sandbox.rows("UsrEmpty")[0]["Text"] is None
    sandbox.create_object(
        "UsrEmpty",
        {name: Column(str(kind), nullable=True) for name, kind in {"Text": "Edm.String", "Whole": "Edm.Int32"}.items()},
        rows=[{"Text": None}],
    )
    assert values(client, "/odata/UsrEmpty?$select=Text,Whole")[0] == {"Text": None, "Whole": None}
    sandbox.drop_object("UsrEmpty")


def test_values_are_shown_exactly(sandbox: Sandbox, client: requests.Session) -> None:
    shown: list[tuple[str, object, str]] = [
        ("Edm.Decimal", "100.10", "100.1"),
        ("Edm.Decimal", "-79228162514264337593543950335", "-79228162514264337593543950335"),
        ("Edm.Decimal", "0.0000000000000000000000000001", "0.0000000000000000000000000001"),
        ("Edm.Int32", -(2**31), str(-(2**31))),
        ("Edm.Int64", 2**63 - 1, str(2**63 - 1)),
        ("Edm.Double", 0.1, "0.1"),
        ("Edm.DateTimeOffset", "9999-12-31T23:59:59.9999999Z", '"9999-12-31T23:59:59.9999999Z"'),
        ("Edm.DateTimeOffset", "2020-01-02T03:04:05.9200000Z", '"2020-01-02T03:04:05.92Z"'),
        ("Edm.DateTimeOffset", "2020-01-02T03:04:05+05:30", '"2020-01-01T21:34:05Z"'),
        ("Edm.Date", "2020-02-29", '"2020-02-29"'),
        ("Edm.TimeOfDay", "23:59:59.5", '"23:59:59.5000000"'),
        ("Edm.Binary", b"\xff\x00", '"_wA="'),
        ("Edm.String", "O''Brien %&#+ \\ \" \n \t 😀 日本", r'"O' + "''" + r'Brien %&#+ \\ \" \n \t 😀 日本"'),
    ]
    columns = {f"C{number}": kind for number, (kind, _, _) in enumerate(shown)}
    rows = [{f"C{number}": value for number, (_, value, _) in enumerate(shown)}]
    sandbox.create_object("UsrExact", columns, rows=rows)
    text = client.get("/odata/UsrExact?$select=" + ",".join(columns)).content.decode()
    for number, (_, _, written) in enumerate(shown):
        assert f'"C{number}":{written}' in text
    sandbox.drop_object("UsrExact")


def test_decimals_are_strings_when_accept_asks_for_it(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.create_object("UsrDecimal", {"Amount": "Edm.Decimal"}, rows=[{"Amount": "1.50"}])
    accept = {"Accept": "application/json;IEEE754Compatible=true"}
    assert client.get("/odata/UsrDecimal?$select=Amount", headers=accept).json()["value"] == [{"Amount": "1.5"}]
    sandbox.drop_object("UsrDecimal")


def test_select_takes_direct_columns_and_names_the_first_bad_one(client: requests.Session) -> None:
    answer = client.get("/odata/Contact?$select=Name,AccountId&$top=1")
    assert list(answer.json()["value"][0]) == ["Name", "AccountId"]
    assert answer.json()["@odata.context"].endswith("#Contact(Name,AccountId)")
    refused = client.get("/odata/Contact?$select=Name,Foo,Bar")
    assert refused.status_code == 400
    text = "Could not find a property named 'Foo' on type 'Terrasoft.Configuration.OData.Contact'."
    assert refused.json()["error"]["message"] == f"The query specified in the URI is not valid. {text}"
    assert error_text(refused) == text
    assert client.get("/odata/Contact?$select=Account/Name").status_code == 400


def test_select_of_a_stream_is_500(client: requests.Session) -> None:
    answer = client.get("/odata/Contact?$select=ContactPhoto")
    assert answer.status_code == 500
    assert error_text(answer) == "Value cannot be null.\r\nParameter name: property"


def test_count_ignores_top_and_skip(client: requests.Session, things: str) -> None:
    answer = client.get(f"{things}?$count=true&$top=3&$skip=2&$filter=Kind eq 'k1'").json()
    assert (answer["@odata.count"], len(answer["value"])) == (10, 3)
    answer = client.get(f"{things}?$count=true&$top=0").json()
    assert (answer["@odata.count"], answer["value"]) == (30, [])
    counted = client.get(f"{things}/$count?$filter=Kind eq 'k1'")
    assert (counted.text, counted.headers["Content-Type"]) == ("10", "text/plain")


def test_orderby_takes_several_columns_and_directions(client: requests.Session, things: str) -> None:
    rows = values(client, f"{things}?$orderby=Kind desc,Number&$select=Kind,Number")
    assert rows == sorted(sorted(rows, key=lambda row: row["Number"]), key=lambda row: row["Kind"], reverse=True)


def test_without_orderby_the_order_is_none_and_changes(client: requests.Session, things: str) -> None:
    orders = [tuple(row["Number"] for row in values(client, f"{things}?$select=Number")) for _ in range(3)]
    assert len(set(orders)) > 1
    assert all(order != tuple(sorted(order)) for order in orders)


def test_paging_without_orderby_loses_rows(client: requests.Session, things: str) -> None:
    pages = [values(client, f"{things}?$select=Number&$top=10&$skip={skip}") for skip in (0, 10, 20)]
    assert len({row["Number"] for page in pages for row in page}) < 30


@pytest.mark.parametrize(("tiebreak", "complete"), [(True, True), (False, False)])
def test_id_breaks_ties_while_paging_if_the_server_is_set_so(
    sandbox: Sandbox, client: requests.Session, things: str, tiebreak: bool, complete: bool
) -> None:
    sandbox.switch(id_tiebreak=tiebreak)
    pages = [values(client, f"{things}?$orderby=Kind&$select=Number&$top=5&$skip={skip}") for skip in range(0, 30, 5)]
    assert (len({row["Number"] for page in pages for row in page}) == 30) is complete


def test_paging_with_id_is_complete(client: requests.Session, things: str) -> None:
    pages = [values(client, f"{things}?$orderby=Kind,Id&$top=7&$skip={skip}") for skip in range(0, 35, 7)]
    assert len({row["Id"] for page in pages for row in page}) == 30


def test_sorting_of_null_is_a_switch(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.create_object("UsrNull", {"N": "Edm.Int32"}, rows=[{"N": 1}, {"N": None}, {"N": -1}])

    def order(direction: str) -> list[int]:
        return [row["N"] for row in values(client, f"/odata/UsrNull?$orderby=N {direction}&$select=N")]

    assert (order("asc"), order("desc")) == ([-1, 1, 0], [0, 1, -1])
    sandbox.switch(nulls="first")
    assert (order("asc"), order("desc")) == ([0, -1, 1], [1, -1, 0])
    sandbox.drop_object("UsrNull")


def test_text_order_follows_the_text_switch(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.create_object("UsrText", {"T": "Edm.String"}, rows=[{"T": t} for t in ("b", "A", "Ä", "a", "B", "ä")])

    def order() -> list[str]:
        return [row["T"] for row in values(client, "/odata/UsrText?$orderby=T,Id&$select=T")]

    assert order() == ["A", "B", "a", "b", "Ä", "ä"]
    sandbox.switch(text="insensitive")
    assert [text.casefold() for text in order()] == ["a", "a", "b", "b", "ä", "ä"]
    sandbox.drop_object("UsrText")


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("$orderby=Account/Name", 500),
        ("$orderby=AccountId", 500),
        ("$orderby=Foo", 400),
        ("$orderby=length(Name)", 400),
        ("$orderby=Name,Name desc", 400),
        ("$orderby=Name,Dear,Email,Zip,Notes,Id", 400),
        ("$top=-1", 400),
        ("$top=x", 400),
        ("$top=", 400),
        ("$filter=", 400),
        ("$count=maybe", 400),
        ("$top=1&$top=2", 400),
        ("$apply=aggregate($count as N)", 400),
        ("$search=x", 400),
        ("$compute=1 as X", 400),
        ("$skiptoken=1", 400),
        ("$expand=Foo", 400),
        ("$expand=Account($expand=City($expand=Country))", 400),
    ],
)
def test_what_the_service_refuses(client: requests.Session, query: str, status: int) -> None:
    answer = client.get(f"/odata/Contact?{query}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, "")


def test_unproven_orders_can_be_switched_on(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.switch_forms(on=["orderby_path", "orderby_lookup"])
    assert client.get("/odata/Contact?$orderby=Account/Name,AccountId&$top=1").status_code == 200


def test_unknown_options_without_a_dollar_are_ignored(client: requests.Session, things: str) -> None:
    assert len(values(client, f"{things}?debug=1&$top=1")) == 1


def test_too_many_rows_in_one_answer_are_500(sandbox: Sandbox, client: requests.Session, things: str) -> None:
    sandbox.switch(row_limit=29)
    answer = client.get(things)
    assert answer.status_code == 500
    assert error_text(answer) == 'Maximum number of 29 records exceeded while loading "UsrThing" object data.'
    assert client.get(f"{things}?$top=40").status_code == 500
    assert len(values(client, f"{things}?$top=29")) == 29
    assert len(values(client, f"{things}?$top=40&$filter=Number le 10")) == 10
    sandbox.switch(row_limit=30)
    assert len(values(client, things)) == 30


def test_url_limit_is_a_404_page(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.switch(url_limit=2048)
    answer = client.get("/odata/Contact?$filter=Name eq '" + "x" * 2048 + "'")
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "text/html; charset=utf-8")


def test_expand_to_one_record_and_to_many(sandbox: Sandbox, client: requests.Session) -> None:
    account = client.post("/odata/Account", json={"Name": "Expanded"}).json()["Id"]
    for number in range(4):
        client.post("/odata/Contact", json={"Name": f"Expanded {number}", "AccountId": account, "Age": number})
    rows = values(
        client,
        "/odata/Contact?$filter=startswith(Name,'Expanded')&$orderby=Name,Id&$select=Name"
        "&$expand=Account($select=Name),City",
    )
    assert rows[0] == {"Name": "Expanded 0", "Account": {"Name": "Expanded"}, "City": None}
    query = "$select=Name;$orderby=Age desc;$skip=1;$top=2;$count=true;$filter=Age ge 1"
    answer = client.get(f"/odata/Account({account})?$select=Name&$expand=ContactCollectionByAccount({query})").json()
    assert answer["ContactCollectionByAccount"] == [{"Name": "Expanded 2"}, {"Name": "Expanded 1"}]
    assert answer["ContactCollectionByAccount@odata.count"] == 3
    assert answer["@odata.context"].endswith("#Account(Name,ContactCollectionByAccount(Name))/$entity")


def test_expand_two_levels_deep(client: requests.Session) -> None:
    rows = values(client, "/odata/Contact?$filter=Account/City/Name ne null&$top=1&$expand=Account($expand=City)")
    assert rows[0]["Account"]["City"]["Id"] == rows[0]["Account"]["CityId"]


def test_stream_is_written_read_and_cleared(client: requests.Session) -> None:
    path = f"/odata/Contact({SUPERVISOR})/ContactPhoto"
    assert client.put(path, data=b"\x00\xff\r\n" * 100).status_code == 200
    answer = client.get(path)
    assert (answer.content, answer.headers["Content-Type"]) == (b"\x00\xff\r\n" * 100, "application/octet-stream")
    assert client.delete(path).status_code == 204
    assert client.get(path).content == b""


def test_composite_and_text_keys(sandbox: Sandbox, client: requests.Session) -> None:
    rows = [{"Year": 2024, "Code": "a'b/c", "Amount": 1}, {"Year": 2025, "Code": "a'b/c", "Amount": 2}]
    columns = {"Year": "Edm.Int32", "Code": "Edm.String", "Amount": "Edm.Int32"}
    sandbox.create_object("UsrBudget", columns, key=("Year", "Code"), base=False, rows=rows)
    found = client.get("/odata/UsrBudget(Year=2025,Code='a''b%2Fc')")
    assert (found.status_code, found.json()["Amount"]) == (200, 2)
    sandbox.create_object("UsrCode", {"Code": "Edm.String"}, key=("Code",), base=False)
    made = client.post("/odata/UsrCode", json={"Code": "é'(1)"})
    assert made.headers["Location"] == f"{sandbox.url}/odata/UsrCode('%C3%A9''(1)')"
    assert client.get(made.headers["Location"].removeprefix(sandbox.url)).json()["Code"] == "é'(1)"


def test_answers_are_compressed_when_the_client_takes_it(client: requests.Session) -> None:
    assert client.get("/odata/Contact").headers["Content-Encoding"] == "gzip"
    plain = client.get("/odata/Contact", headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in plain.headers


def test_next_links_and_silent_caps_are_switches(sandbox: Sandbox, client: requests.Session, things: str) -> None:
    sandbox.switch(page_cap=4)
    answer = client.get(f"{things}?$top=10&$orderby=Id").json()
    assert (len(answer["value"]), "@odata.nextLink" in answer) == (4, False)
    sandbox.switch(page_cap=None, next_link=12, row_limit=20)
    seen, path = 0, f"{things}?$orderby=Id&$top=25"
    while path:
        answer = client.get(path).json()
        seen += len(answer["value"])
        path = answer.get("@odata.nextLink", "").removeprefix(sandbox.url)
    assert seen == 25
    sandbox.switch(next_link_host="evil.example:1")
    link = client.get(f"{things}?$orderby=Id").json()["@odata.nextLink"]
    assert re.match(r"http://evil\.example:1/odata/UsrThing\?", link)
