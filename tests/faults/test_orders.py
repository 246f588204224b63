"""The faults that the sandbox can be told to make, seen by a plain client without the driver."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from collections.abc import Iterator
from typing import Any

import pytest
import requests

from creatio_dbapi.sandbox import Sandbox

PAGE = "/odata/UsrRow?$orderby=Id&$count=true&$top=5"


class Client(requests.Session):
    """A signed-in client."""

    def __init__(self, sandbox: Sandbox) -> None:
        super().__init__()
        self.site = sandbox.url
        self.trust_env = False
        self.post(f"{self.site}/ServiceModel/AuthService.svc/Login", json=_LOGIN)
        self.headers["BPMCSRF"] = self.cookies["BPMCSRF"]

    def page(self, path: str = PAGE, **details: Any) -> Any:
        """Return the answer to a GET as JSON."""
        return self.get(self.site + path, **details).json()


_LOGIN = {"UserName": "Supervisor", "UserPassword": "Supervisor"}


@pytest.fixture(scope="module")
def server() -> Iterator[Sandbox]:
    """A sandbox with ten rows."""
    with Sandbox(contacts=0) as sandbox:
        yield sandbox


@pytest.fixture
def site(server: Sandbox) -> Sandbox:
    """The sandbox with its ten rows as at first."""
    server.reset_switches()
    rows = [{"Id": f"00000000-0000-0000-0000-{n:012}", "N": n} for n in range(1, 11)]
    server.create_object("UsrRow", {"N": "Edm.Int32"}, rows=rows)
    return server


@pytest.fixture
def client(site: Sandbox) -> Iterator[Client]:
    """A client of it."""
    with Client(site) as client:
        yield client


def numbers(page: dict[str, Any]) -> list[int]:
    """Return the numbers of the rows of a page."""
    return [row["N"] for row in page["value"]]


def test_pages_that_say_something_wrong(site: Sandbox, client: Client) -> None:
    site.add_fault("repeat", rows=2)
    assert numbers(client.page()) == [1, 2, 3, 1, 2]
    site.add_fault("shift", rows=3)
    assert numbers(client.page()) == [4, 5, 6, 7, 8]
    site.add_fault("count", rows=-4)
    assert client.page()["@odata.count"] == 6
    site.add_fault("link", location="http://evil.example/")
    assert client.page()["@odata.nextLink"] == "http://evil.example/"
    assert numbers(client.page()) == [1, 2, 3, 4, 5]


def test_somebody_else_writes_first(site: Sandbox, client: Client) -> None:
    site.add_fault("meanwhile", others=[{"method": "DELETE", "path": "UsrRow(00000000-0000-0000-0000-000000000002)"}])
    assert numbers(client.page()) == [1, 3, 4, 5, 6]
    site.add_fault("meanwhile", others=[{"method": "POST", "path": "UsrRow", "body": {"N": 99}}])
    assert client.page()["@odata.count"] == 10


def test_a_batch_without_a_part(site: Sandbox, client: Client) -> None:
    parts = [{"id": str(n), "method": "GET", "url": "UsrRow?$top=1"} for n in range(3)]
    site.add_fault("lost_part", parts=1)
    answer = client.post(f"{site.url}/odata/$batch", json={"requests": parts}).json()
    assert [response["id"] for response in answer["responses"]] == ["0", "2"]


def test_a_compressed_body_that_is_cut(site: Sandbox, client: Client) -> None:
    site.add_fault("gzip_cut")
    with client.get(site.url + PAGE, headers={"Accept-Encoding": "gzip"}, stream=True) as answer:
        body = answer.raw.read(decode_content=False)
        assert int(answer.headers["Content-Length"]) == len(body)
    with pytest.raises((EOFError, zlib.error)):
        gzip.decompress(body)


@pytest.mark.parametrize("worked", [False, True])
def test_no_answer_with_and_without_the_work_done(site: Sandbox, client: Client, worked: bool) -> None:
    site.add_fault("silence", worked=worked)
    with pytest.raises(requests.ReadTimeout):
        client.post(f"{site.url}/odata/UsrRow", json={"N": 7}, timeout=0.3)
    assert len(site.rows("UsrRow")) == (11 if worked else 10)
    assert site.requests[-1].fault == "silence"


def test_a_slow_body_is_whole(site: Sandbox, client: Client) -> None:
    site.add_fault("slow", milliseconds=2)
    assert numbers(client.page()) == [1, 2, 3, 4, 5]


def test_a_server_that_goes_and_comes_back(site: Sandbox, client: Client) -> None:
    site.add_fault("refuse", milliseconds=200)
    with pytest.raises(requests.ConnectionError):
        client.page()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", site.port), 1).close()
    for _ in range(500):
        try:
            socket.create_connection(("127.0.0.1", site.port), 1).close()
            break
        except ConnectionRefusedError:
            time.sleep(0.02)
    assert numbers(client.page()) == [1, 2, 3, 4, 5]
