"""Bad days made to order: every fault, where it hits, and that it is counted right under concurrency."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from creatio_dbapi.sandbox import Sandbox

PAGE = "/odata/Contact?$top=50&$orderby=Id"


def statuses(client: requests.Session, count: int, path: str = "/odata/Contact/$count") -> list[int]:
    """Send so many requests and return their statuses."""
    return [client.get(path).status_code for _ in range(count)]


@pytest.mark.parametrize("retry_after", [None, 3, "Wed, 21 Oct 2026 07:28:00 GMT"])
def test_status_for_the_next_requests_with_retry_after(
    sandbox: Sandbox, client: requests.Session, retry_after: int | str | None
) -> None:
    sandbox.fail_next(2, status=429, retry_after=retry_after, after=1)
    assert client.get("/odata/Contact/$count").status_code == 200
    answer = client.get("/odata/Contact/$count")
    assert answer.status_code == 429
    assert answer.headers.get("Retry-After") == (None if retry_after is None else str(retry_after))
    assert statuses(client, 2) == [429, 200]
    assert [record.fault for record in sandbox.requests] == [None, None, "status", "status", None]


def test_fault_for_one_method_or_one_path(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.fail_next(1, status=503, method="POST")
    sandbox.fail_next(1, status=502, path="/Account")
    assert statuses(client, 1) == [200]
    assert client.post("/odata/City", json={"Name": "x"}).status_code == 503
    assert client.get("/odata/Account?$top=1").status_code == 502
    assert sandbox.faults.waiting() == []


def test_login_is_spared_unless_asked_for(sandbox: Sandbox, client: requests.Session) -> None:
    login = "/ServiceModel/AuthService.svc/Login"
    sandbox.fail_next(1, status=503)
    assert client.post(login, json={}).status_code == 200
    sandbox.clear_faults()
    sandbox.fail_next(1, status=503, login=True)
    assert client.post(login, json={}).status_code == 503


@pytest.mark.parametrize("stage", ["before_reading", "before_answer"])
def test_dropped_connection_with_and_without_the_work_done(
    sandbox: Sandbox, client: requests.Session, stage: str
) -> None:
    sandbox.create_object("UsrDrop", {"N": "Edm.Int32"})
    sandbox.drop_next(1, stage=stage, path="UsrDrop")
    with pytest.raises(requests.ConnectionError):
        client.post("/odata/UsrDrop", json={"N": 1})
    assert len(sandbox.rows("UsrDrop")) == (1 if stage == "before_answer" else 0)
    record = sandbox.requests[-1]
    assert (record.status, record.fault, record.bytes) == (0, stage, 0)
    assert statuses(client, 1) == [200]
    sandbox.drop_object("UsrDrop")


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_body_that_ends_in_the_middle(sandbox: Sandbox, client: requests.Session, encoding: str) -> None:
    sandbox.drop_next(1, stage="mid_body")
    with pytest.raises((requests.ConnectionError, requests.exceptions.ChunkedEncodingError)):
        client.get(PAGE, headers={"Accept-Encoding": encoding})
    assert (sandbox.requests[-1].status, sandbox.requests[-1].fault) == (200, "mid_body")
    assert client.get(PAGE).status_code == 200


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_chunked_bodies_whole_and_broken(sandbox: Sandbox, client: requests.Session, encoding: str) -> None:
    sandbox.switch(chunked=True)
    sandbox.drop_next(1, stage="mid_body", after=1)
    answer = client.get(PAGE, headers={"Accept-Encoding": encoding})
    assert (answer.headers["Transfer-Encoding"], len(answer.json()["value"])) == ("chunked", 50)
    with pytest.raises(requests.exceptions.ChunkedEncodingError):
        client.get(PAGE, headers={"Accept-Encoding": encoding})


def test_batch_dropped_after_some_of_its_parts(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.create_object("UsrDropped", {"N": "Edm.Int32"})
    parts = [{"id": str(n), "method": "POST", "url": "UsrDropped", "body": {"N": n}} for n in range(10)]
    sandbox.drop_next(1, stage="mid_batch", parts=4)
    with pytest.raises(requests.ConnectionError):
        client.post("/odata/$batch", json={"requests": parts})
    assert [row["N"] for row in sandbox.rows("UsrDropped")] == [0, 1, 2, 3]
    assert len(sandbox.requests[-1].parts) == 4
    sandbox.drop_object("UsrDropped")


def test_failed_answer_to_work_that_was_done(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.create_object("UsrDone", {"N": "Edm.Int32"})
    sandbox.fail_next(1, status=500, worked=True)
    assert client.post("/odata/UsrDone", json={"N": 1}).status_code == 500
    assert len(sandbox.rows("UsrDone")) == 1
    sandbox.drop_object("UsrDone")


def test_redirect_to_another_host(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.fail_next(1, status=302, location="http://evil.example/")
    answer = client.get(PAGE, allow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (302, "http://evil.example/")


def test_body_that_ends_early_and_does_not_say_so(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.truncate_next(1)
    answer = client.get(PAGE)
    with pytest.raises(requests.exceptions.JSONDecodeError):
        answer.json()


@pytest.mark.parametrize("status", [200, 503])
def test_html_where_json_was_expected(sandbox: Sandbox, client: requests.Session, status: int) -> None:
    sandbox.html_next(1, status=status)
    answer = client.get(PAGE)
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "text/html; charset=utf-8")
    assert "<title>Maintenance</title>" in answer.text


def test_json_broken_in_the_middle(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.break_json_next(1)
    answer = client.get(PAGE)
    assert answer.status_code == 200
    with pytest.raises(requests.exceptions.JSONDecodeError):
        answer.json()


def test_page_cut_short_without_a_word(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.cut_next(1, rows=7, after=1)
    pages = [client.get(PAGE).json() for _ in range(3)]
    assert [len(page["value"]) for page in pages] == [50, 7, 50]
    assert "@odata.nextLink" not in pages[1]
    assert [record.rows for record in sandbox.requests[1:]] == [50, 7, 50]


def test_sessions_that_end_after_so_many_requests(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.expire_sessions(after=2)
    assert statuses(client, 4) == [200, 200, 401, 401]


def test_latency_for_all_and_for_the_next(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.set_latency(60)
    start = time.monotonic()
    statuses(client, 1)
    assert time.monotonic() - start >= 0.06
    sandbox.set_latency(0)
    sandbox.delay_next(1, milliseconds=70)
    start = time.monotonic()
    statuses(client, 1)
    assert time.monotonic() - start >= 0.07


def test_latency_does_not_hold_up_other_requests(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.clear_requests()
    sandbox.delay_next(1, milliseconds=2000)
    with ThreadPoolExecutor(10) as pool:
        assert set(pool.map(lambda _: client.get("/odata/Contact/$count").status_code, range(10))) == {200}
    first, *others = sandbox.requests
    assert first.fault is None
    assert [record.fault for record in others if record.fault] == ["latency"]


def test_different_faults_can_hit_the_same_request(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.cut_next(1, rows=1)
    sandbox.delay_next(1, milliseconds=1)
    assert len(client.get(PAGE).json()["value"]) == 1
    assert sandbox.faults.waiting() == []


def test_faults_of_one_kind_wait_for_each_other(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.fail_next(1, status=502)
    sandbox.fail_next(1, status=504)
    assert statuses(client, 3) == [502, 504, 200]


def test_counts_hold_under_concurrency(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.fail_next(7, status=503, after=10)
    with ThreadPoolExecutor(8) as pool:
        seen = list(pool.map(lambda _: client.get("/odata/Contact/$count").status_code, range(40)))
    assert (seen.count(503), seen.count(200)) == (7, 33)


@pytest.mark.parametrize("details", [{"kind": "flood"}, {"kind": "drop", "stage": "never"}])
def test_unknown_faults_are_an_error(sandbox: Sandbox, details: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="unknown"):
        sandbox.add_fault(**details)  # type: ignore[arg-type]


def test_readers_and_writers_at_once(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.create_object("UsrBusy", {"N": "Edm.Int32"})
    failures: list[object] = []

    def write(number: int) -> None:
        for n in range(10):
            answer = client.post("/odata/UsrBusy", json={"N": number * 10 + n})
            if answer.status_code != 201:
                failures.append(answer.text)

    def read(_: int) -> None:
        for _ in range(10):
            answer = client.get("/odata/UsrBusy?$orderby=N,Id&$top=100&$count=true&$expand=CreatedBy($select=Name)")
            if answer.status_code != 200:
                failures.append(answer.text)

    threads = [threading.Thread(target=job, args=(n,)) for n in range(6) for job in (write, read)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert sorted(str(row["N"]) for row in sandbox.rows("UsrBusy")) == sorted(map(str, range(60)))
    sandbox.drop_object("UsrBusy")
