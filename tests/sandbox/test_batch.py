"""$batch on the sandbox, JSON and multipart (facts 5)."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
import requests

from creatio_dbapi.sandbox import Sandbox


def part(identity: str, method: str, url: str, body: object = None, group: str | None = None) -> dict[str, object]:
    """Write one request of a JSON batch."""
    request: dict[str, object] = {"id": identity, "method": method, "url": url, "headers": {}}
    if body is not None:
        request["body"] = body
    if group is not None:
        request["atomicityGroup"] = group
    return request


def run(client: requests.Session, *parts: dict[str, object], prefer: str | None = None) -> list[dict[str, Any]]:
    """Send a JSON batch and return its responses."""
    headers = {} if prefer is None else {"Prefer": prefer}
    answer = client.post("/odata/$batch", json={"requests": parts}, headers=headers)
    assert answer.status_code == 200, answer.text
    responses = answer.json()["responses"]
    assert isinstance(responses, list)
    return responses


def test_the_sample_of_the_documentation(sandbox: Sandbox, client: requests.Session) -> None:
    city = str(uuid4())
    responses = run(
        client,
        part("t1", "POST", "City", {"Id": city, "Name": "Burbank"}, "g1"),
        part("t2", "PATCH", f"City/{city}", {"Name": "Burbank 2"}),
        part("t3", "GET", f"City({city})?$select=Name"),
        part("t3", "DELETE", f"City/{city}"),
    )
    assert [(answer["id"], answer["status"]) for answer in responses] == [
        ("t1", 201), ("t2", 204), ("t3", 200), ("t3", 204)
    ]  # fmt: skip
    assert responses[0]["headers"] == {
        "odata-version": "4.0",
        "location": f"{sandbox.url}/odata/City({city})",
        "content-type": "application/json; odata.metadata=minimal",
    }
    assert responses[0]["atomicityGroup"] != "g1"
    assert responses[0]["body"]["@odata.context"] == f"{sandbox.url}/odata/$metadata#City/$entity"
    assert responses[1] == {"id": "t2", "status": 204, "headers": {"odata-version": "4.0"}}
    assert responses[2]["body"]["Name"] == "Burbank 2"
    record = sandbox.requests[-1]
    assert [(one.method, one.status) for one in record.parts] == [
        ("POST", 201), ("PATCH", 204), ("GET", 200), ("DELETE", 204)
    ]  # fmt: skip


def test_it_stops_at_the_first_failure(client: requests.Session) -> None:
    name = str(uuid4())
    parts = (
        part("1", "POST", "City", {"Name": name}),
        part("2", "POST", "City", {"Nope": 1}),
        part("3", "POST", "City", {"Name": name}),
    )
    assert [answer["status"] for answer in run(client, *parts)] == [201, 400]
    assert client.get(f"/odata/City/$count?$filter=Name eq '{name}'").text == "1"
    statuses = [answer["status"] for answer in run(client, *parts, prefer="continue-on-error")]
    assert statuses == [201, 400, 201]
    assert client.get(f"/odata/City/$count?$filter=Name eq '{name}'").text == "3"


def test_more_than_a_hundred_parts_are_refused_whole(client: requests.Session) -> None:
    name = str(uuid4())
    parts = [part(str(n), "POST", "City", {"Name": name}) for n in range(101)]
    answer = client.post("/odata/$batch", json={"requests": parts})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "")
    assert client.get(f"/odata/City/$count?$filter=Name eq '{name}'").text == "0"
    assert len(run(client, *parts[:100])) == 100


def test_groups_are_undone_only_if_switched_on(sandbox: Sandbox, client: requests.Session) -> None:
    name = str(uuid4())
    parts = (
        part("1", "POST", "City", {"Name": name}, "g"),
        part("2", "POST", "City", {"Name": ""}, "g"),
    )
    assert [answer["status"] for answer in run(client, *parts)] == [201, 500]
    assert client.get(f"/odata/City/$count?$filter=Name eq '{name}'").text == "1"
    sandbox.switch(atomic_groups=True)
    assert [answer["status"] for answer in run(client, *parts)] == [424, 500]
    assert client.get(f"/odata/City/$count?$filter=Name eq '{name}'").text == "1"


@pytest.mark.parametrize("url", ["City?$top=1", "{root}/odata/City?$top=1", "/odata/City?$top=1"])
def test_addresses_may_be_relative_or_not(sandbox: Sandbox, client: requests.Session, url: str) -> None:
    (answer,) = run(client, part("1", "GET", url.replace("{root}", sandbox.url)))
    assert (answer["status"], len(answer["body"]["value"])) == (200, 1)


def test_leading_slash_leaves_the_service(client: requests.Session) -> None:
    assert run(client, part("1", "GET", "/City"))[0]["status"] == 404


def test_counts_and_long_filters_go_in_a_batch(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.switch(url_limit=2000, node_limit=1000)
    long = " or ".join(f"Name eq '{n:050d}'" for n in range(100))
    answers = run(client, part("1", "GET", "City/$count"), part("2", "GET", f"City?$filter={long}"))
    assert answers[0]["body"].isdigit()
    assert answers[1]["body"]["value"] == []


@pytest.mark.parametrize("body", [{}, {"requests": 1}, {"requests": [{"id": "1"}]}, {"requests": [1]}, []])
def test_what_is_no_batch_is_400(client: requests.Session, body: object) -> None:
    assert client.post("/odata/$batch", json=body).status_code == 400


def test_a_batch_needs_the_csrf_token(client: requests.Session) -> None:
    del client.headers["BPMCSRF"]
    assert client.post("/odata/$batch", json={"requests": [part("1", "GET", "City")]}).status_code == 403


MULTIPART = """--batch_x
Content-Type: multipart/mixed;boundary=changeset_y

--changeset_y
Content-Type: application/http
Content-Transfer-Encoding: binary
Content-ID: 1

POST City HTTP/1.1
Content-Type: application/json

{"Id": "<id>", "Name": "Burbank"}
--changeset_y
Content-Type: application/http
Content-Transfer-Encoding: binary
Content-ID: 2

PATCH City/<id> HTTP/1.1
Content-Type: application/json

{"Name": "Burbank 2"}
--changeset_y--
--batch_x
Content-Type: application/http
Content-Transfer-Encoding: binary

GET City(<id>)?$select=Name HTTP/1.1

--batch_x--
"""


@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_multipart(client: requests.Session, newline: str) -> None:
    body = MULTIPART.replace("<id>", str(uuid4())).replace("\n", newline)
    headers = {"Content-Type": "multipart/mixed;boundary=batch_x"}
    answer = client.post("/odata/$batch", data=body.encode(), headers=headers)
    assert answer.status_code == 200
    boundary = answer.headers["Content-Type"].removeprefix("multipart/mixed; boundary=")
    assert boundary.startswith("batchresponse_")
    assert answer.text.count(f"--{boundary}\r\n") == 2
    assert answer.text.endswith(f"--{boundary}--\r\n")
    assert "boundary=changesetresponse_" in answer.text
    assert "Content-ID: 1\r\n\r\nHTTP/1.1 201 Created\r\n" in answer.text
    assert "Content-ID: 2\r\n\r\nHTTP/1.1 204 No Content\r\n" in answer.text
    assert '"Name":"Burbank 2"' in answer.text


def test_multipart_answered_in_json_when_asked(client: requests.Session) -> None:
    headers = {"Content-Type": "multipart/mixed;boundary=batch_x", "Accept": "application/json"}
    body = MULTIPART.replace("<id>", str(uuid4())).replace("\n", "\r\n")
    answers = client.post("/odata/$batch", data=body.encode(), headers=headers).json()["responses"]
    assert [(answer["id"], answer["status"]) for answer in answers[:2]] == [("1", 201), ("2", 204)]
    assert answers[2]["body"]["Name"] == "Burbank 2"


def test_a_broken_multipart_body_is_400(client: requests.Session) -> None:
    headers = {"Content-Type": "multipart/mixed;boundary=batch_x"}
    answer = client.post("/odata/$batch", data=b"--batch_x\r\nContent-Type: application/http\r\n", headers=headers)
    assert answer.status_code == 400
