"""Fixtures: one sandbox for all tests of this folder, its switches turned back after each, and a signed-in client."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import requests

from creatio_dbapi.sandbox import Sandbox

CREDENTIALS = {"UserName": "Supervisor", "UserPassword": "Supervisor"}


class SiteSession(requests.Session):
    """A session whose addresses are paths of one site."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.trust_env = False
        self.url = url
        self.headers["ForceUseSession"] = "true"

    def request(self, method: str, url: str, *args: object, **kwargs: object) -> requests.Response:  # type: ignore[override]
        """Send a request to a path of the site."""
        kwargs.setdefault("timeout", 10)
        return super().request(method, self.url + url, *args, **kwargs)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def running() -> Iterator[Sandbox]:
    """A sandbox for the whole run."""
    with Sandbox(contacts=200) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(running: Sandbox) -> Iterator[Sandbox]:
    """The sandbox with every switch as it is at the start and an empty request log."""
    running.reset_switches()
    running.clear_requests()
    yield running
    running.reset_switches()


@pytest.fixture
def stranger(sandbox: Sandbox) -> Iterator[requests.Session]:
    """A client that has not signed in."""
    with SiteSession(sandbox.url) as session:
        yield session


@pytest.fixture
def client(stranger: requests.Session) -> requests.Session:
    """A client that has signed in and sends BPMCSRF."""
    stranger.post("/ServiceModel/AuthService.svc/Login", json=CREDENTIALS)
    stranger.headers["BPMCSRF"] = str(stranger.cookies["BPMCSRF"])
    return stranger
