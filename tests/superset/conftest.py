"""Fixtures: a real Superset in a process of its own, connected to a sandbox in this one."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests

from creatio_dbapi.sandbox import Sandbox

USER = PASSWORD = "admin"
_STARTS_WITHIN = 120.0  # seconds


@dataclass(frozen=True)
class Superset:
    """A running Superset, and a session that is signed in to its API."""

    url: str
    session: requests.Session

    def call(self, method: str, path: str, **arguments: Any) -> requests.Response:
        """Call its API."""
        return self.session.request(method, f"{self.url}/api/v1/{path}", timeout=90, **arguments)

    def made(self, path: str, **body: Any) -> int:
        """Make something and return its number."""
        answer = self.call("POST", f"{path}/", json=body)
        assert answer.status_code == 201, answer.text
        number: int = answer.json()["id"]
        return number

    def run(self, database: int, sql: str, **more: Any) -> requests.Response:
        """Run a statement in SQL Lab."""
        body = {"database_id": database, "sql": sql, "schema": "creatio", "runAsync": False, "queryLimit": 1000}
        return self.call("POST", "sqllab/execute/", json={**body, **more})


@pytest.fixture(scope="session")
def superset() -> Iterator[Superset]:
    """A Superset of the tests' own, whose place `tests/superset/run` has made ready."""
    command = shutil.which("superset", path=str(Path(sys.executable).parent))
    assert command, "there is no superset beside this Python; start the tests by tests/superset/run"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    words = [command, "run", "--host", "127.0.0.1", "--port", port, "--with-threads"]
    with (
        Path(os.environ["SUPERSET_HOME"], "superset.log").open("w") as log,
        subprocess.Popen(words, stdout=log, stderr=subprocess.STDOUT) as server,  # noqa: S603 - words of our own
    ):
        try:
            url = f"http://127.0.0.1:{port}"
            _wait_for(f"{url}/health", server)
            yield Superset(url, _signed_in(url))
        finally:
            server.terminate()
            server.wait(30)


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < end and server.poll() is None:
        try:
            if requests.get(url, timeout=5).ok:
                return
        except requests.ConnectionError:
            time.sleep(0.5)
    raise AssertionError("Superset did not start; see superset.log")


def _signed_in(url: str) -> requests.Session:
    session = requests.Session()
    body = {"username": USER, "password": PASSWORD, "provider": "db", "refresh": True}
    answer = session.post(f"{url}/api/v1/security/login", json=body, timeout=60)
    session.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
    session.headers["Accept"] = "application/json"
    return session


def fields_of(sandbox: Sandbox, **more: Any) -> dict[str, Any]:
    """Return what a person types into the connection form to reach a sandbox."""
    return {"host": sandbox.url, "username": sandbox.user, "password": sandbox.password, "query": {}, **more}


@pytest.fixture(scope="session")
def database(superset: Superset, demo: Sandbox) -> int:
    """A database of Superset over the demo data, made by the fields of the form."""
    return superset.made(
        "database",
        database_name="Creatio",
        engine="creatio",
        configuration_method="dynamic_form",
        parameters=fields_of(demo),
        expose_in_sqllab=True,
        extra='{"cost_estimate_enabled": true, "allows_virtual_table_explore": true}',
    )
