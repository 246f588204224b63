"""Signing in through the Identity Service, by a browser, by ready sessions and tokens: over real HTTP."""

from __future__ import annotations

import http.client
import secrets
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

import creatio_dbapi
from creatio_dbapi import Connection, InterfaceError, OperationalError
from creatio_dbapi.auth import SignInRefusedError
from creatio_dbapi.credentials import Login, secret_of, store_login
from creatio_dbapi.oauth import identity_of
from creatio_dbapi.sandbox import Sandbox
from creatio_dbapi.sandbox.issued import MARK
from tests.fix_connection import query

REDIRECT = "http://127.0.0.1:0/callback"
COUNT = "SELECT count(*) FROM Contact"
SECRET = MARK + secrets.token_urlsafe(12)


@pytest.fixture(scope="module", params=["net", "framework"])
def running(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """A sandbox of each build."""
    with Sandbox(contacts=5, platform=request.param, client_secret=SECRET) as sandbox:
        yield sandbox


@pytest.fixture
def site(running: Sandbox) -> Sandbox:
    """The sandbox without faults, requests and tokens of the test before."""
    running.clear_faults()
    running.expire_sessions()
    running.expire_tokens(refresh=True)
    running.clear_requests()
    return running


@pytest.fixture(autouse=True)
def logins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Logins and environment of the test's own."""
    monkeypatch.setenv("CREATIO_LOGINS", str(tmp_path / "logins.toml"))


def as_program(site: Sandbox, **options: object) -> Connection:
    """Connect by client credentials."""
    given = {"client_id": "sandbox", "client_secret": SECRET, "cache_directory": "", **options}
    return creatio_dbapi.connect(site.url, **given)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Page:
    """What a browser shows."""

    url: str
    status: int
    text: str
    headers: Mapping[str, str]


def visit(url: str, method: str = "GET", host: str | None = None) -> Page:
    """Go to an address on this machine as a browser does, which logs nothing."""
    parts = urlsplit(url)
    with closing(http.client.HTTPConnection(parts.netloc, timeout=5)) as connection:
        connection.request(method, f"{parts.path}?{parts.query}", headers={"Host": host or parts.netloc})
        answer = connection.getresponse()
        return Page(url, answer.status, answer.read().decode(), dict(answer.headers))


class Person:
    """A browser with a person before it: signs in, and goes where it is sent; `change` rewrites the last address."""

    def __init__(self, site: Sandbox, change: Callable[[str], str] = str) -> None:
        self.site = site
        self.change = change
        self.opened: list[str] = []
        self.pages: list[Page] = []

    def __call__(self, url: str) -> None:
        self.opened.append(url)
        with requests.Session() as browser:
            browser.trust_env = False
            login = {"UserName": self.site.user, "UserPassword": self.site.password}
            browser.post(f"{self.site.url}/ServiceModel/AuthService.svc/Login", json=login, timeout=5)
            answer = browser.get(url, allow_redirects=False, timeout=5)
            self.pages.append(visit(self.change(answer.headers["Location"])))


def as_person(site: Sandbox, browser: Callable[[str], object], **options: object) -> Connection:
    """Connect by authorization code."""
    given = {"client_id": "sandbox", "redirect_uri": REDIRECT, "browser_timeout": 5, "cache_directory": "", **options}
    return creatio_dbapi.connect(site.url, browser=browser, **given)  # type: ignore[arg-type]


def asked(site: Sandbox, path: str) -> int:
    """Count the requests to a path."""
    return sum(urlsplit(record.url).path.endswith(path) for record in site.requests)


def fails(call: Callable[[], object], kind: type[Exception], *words: str) -> Exception:
    """Run what must fail, and check the class and the words of the message."""
    with pytest.raises(kind) as caught:
        call()
    assert [word for word in words if word not in str(caught.value)] == []
    assert SECRET not in str(caught.value)
    return caught.value


# Client credentials.


def test_a_program_signs_in_as_itself(site: Sandbox) -> None:
    with as_program(site) as connection, connection.cursor() as cursor:
        assert cursor.execute(COUNT).fetchall() == [(5,)]
        assert cursor.execute("INSERT INTO City (Name) VALUES ('x')").rowcount == 1
    assert asked(site, "/connect/token") == 1
    assert asked(site, "/Login") == 0


def test_a_token_that_ends_is_asked_for_anew(site: Sandbox) -> None:
    with as_program(site) as connection:
        query(connection, COUNT)
        site.expire_tokens()
        assert query(connection, COUNT) == [(5,)]
    assert asked(site, "/connect/token") == 2
    assert asked(site, "HealthCheck/Ping") <= 2  # which build it is was found out once


def test_a_refused_program_is_not_tried_again(site: Sandbox) -> None:
    with as_program(site, client_secret="wrong-" + SECRET) as connection:
        for _ in range(2):
            fails(lambda: query(connection, COUNT), SignInRefusedError, "'sandbox'", "/connect/token", "invalid_client")
    assert asked(site, "/connect/token") == 1


def test_trouble_of_the_identity_service_is_no_refusal(site: Sandbox) -> None:
    site.fail_next(1, status=503, login=True, path="/connect/token")
    with as_program(site, retries=0) as connection:
        error = fails(lambda: query(connection, COUNT), OperationalError, "HTTP 503", "check identity_url")
        assert not isinstance(error, SignInRefusedError)
        assert query(connection, COUNT) == [(5,)]


def test_a_wrong_address_of_the_identity_service_is_told(site: Sandbox) -> None:
    site.html_next(1, login=True, path="/connect/token")
    with as_program(site) as connection:
        fails(lambda: query(connection, COUNT), OperationalError, "HTML page", "'Maintenance'", "check identity_url")
    site.fail_next(1, status=302, location="https://elsewhere.example/connect/token", login=True, path="/connect/token")
    with as_program(site) as connection:
        fails(lambda: query(connection, COUNT), OperationalError, "redirects to", "elsewhere.example")


def test_the_identity_service_may_be_elsewhere(site: Sandbox) -> None:
    with Sandbox(contacts=0, client_secret=SECRET) as other:
        with as_program(site, identity_url=other.url) as connection:
            fails(lambda: query(connection, COUNT), OperationalError)  # its token is no token of the site
        assert asked(other, "/connect/token") == 2  # once for each cause: to sign in, and because it was refused
        assert asked(site, "/connect/token") == 0


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"identity_url": "http://identity.example.com"}, ["plain HTTP to 'identity.example.com'", "allow_http=True"]),
        ({"identity_url": "https://u:p4ss@identity.example.com"}, ["the address holds credentials"]),
        ({"client_id": None}, ["give client_id"]),
        ({"authentication": "magic"}, ["authentication is one of password, client_credentials"]),
        ({"platform": "java"}, ["platform is one of net, framework"]),
        ({"user": "Sue", "password": "p4ss"}, ["client and password", "say which by authentication="]),
        ({"browser": 5}, ["browser is a function"]),
    ],
)
def test_arguments_that_cannot_be(site: Sandbox, given: dict[str, object], words: list[str]) -> None:
    error = fails(lambda: as_program(site, **given), InterfaceError, *words)
    assert "p4ss" not in str(error)
    assert site.requests == []


@pytest.mark.parametrize(
    ("address", "identity"),
    [
        ("https://acme.creatio.com", "https://acme-is.creatio.com"),
        ("https://crm.example.com", "https://crm.example.com/0"),
        ("https://acme.creatio.com.evil.example", "https://acme.creatio.com.evil.example/0"),
        ("https://a.b.creatio.com", "https://a.b.creatio.com/0"),
    ],
)
def test_where_the_identity_service_is_by_convention(address: str, identity: str) -> None:
    assert identity_of(address, "framework") == identity


# Authorization code.


def test_a_person_signs_in_in_the_browser(site: Sandbox) -> None:
    person = Person(site)
    with as_person(site, person) as connection:
        assert query(connection, COUNT) == [(5,)]
        site.expire_tokens()
        assert query(connection, COUNT) == [(5,)]  # by the refresh token
    assert len(person.opened) == 1
    asked_for = parse_qs(urlsplit(person.opened[0]).query)
    assert asked_for["code_challenge_method"] == ["S256"]
    assert asked_for["scope"] == ["offline_access"]
    page = person.pages[0]
    assert (page.status, "handed to the program" in page.text) == (200, True)
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert asked(site, "/connect/token") == 2
    assert asked(site, "/connect/revocation") == 1  # of the refresh token, which nobody needs any more
    fails(lambda: visit(page.url), ConnectionRefusedError)  # nobody listens there now


def test_when_the_refresh_token_ends_the_person_is_asked_again(site: Sandbox) -> None:
    person = Person(site)
    with as_person(site, person) as connection:
        query(connection, COUNT)
        site.expire_tokens(refresh=True)
        assert query(connection, COUNT) == [(5,)]
    assert len(person.opened) == 2


def test_a_refresh_token_spares_the_browser(site: Sandbox) -> None:
    stored = Login("me", site.url, "authorization_code", client_id="sandbox", kept_in="file")
    store_login(stored, {})
    person = Person(site)
    given = {"browser": person, "redirect_uri": REDIRECT, "cache_directory": ""}
    with creatio_dbapi.connect(login="me", **given) as connection:  # type: ignore[arg-type]
        query(connection, COUNT)
    first = secret_of(stored, "refresh_token")
    for _ in range(2):
        with creatio_dbapi.connect(login="me", **given) as connection:  # type: ignore[arg-type]
            assert query(connection, COUNT) == [(5,)]
    assert len(person.opened) == 1
    assert secret_of(stored, "refresh_token") not in (None, first)  # each is good once
    assert asked(site, "/connect/revocation") == 0


def test_two_processes_share_a_stored_refresh_token(site: Sandbox) -> None:
    store_login(Login("me", site.url, "authorization_code", client_id="sandbox", kept_in="file"), {})
    person = Person(site)
    given = {"browser": person, "redirect_uri": REDIRECT, "cache_directory": ""}
    with (
        creatio_dbapi.connect(login="me", **given) as one,  # type: ignore[arg-type]
        creatio_dbapi.connect(login="me", **given) as two,  # type: ignore[arg-type]
    ):
        for connection in (one, two, one, two):
            assert query(connection, COUNT) == [(5,)]
            site.expire_tokens()
    assert len(person.opened) == 1


def test_an_answer_that_nobody_asked_for_is_refused(site: Sandbox) -> None:
    def tampered(location: str) -> str:
        for forged in ("state=forged", "nothing=1", "state=%FF", "state="):
            page = visit(f"{location.partition('?')[0]}?code=stolen&{forged}")
            assert (page.status, "does not belong" in page.text) == (400, True)
        place = urlsplit(location)
        assert visit(location, host="evil.example").status == 404
        assert visit(f"http://{place.netloc}/elsewhere?{place.query}").status == 404
        assert visit(location, "POST").status == 501
        return location

    with as_person(site, Person(site, tampered)) as connection:
        assert query(connection, COUNT) == [(5,)]


def test_a_forged_answer_alone_does_not_sign_in(site: Sandbox) -> None:
    person = Person(site, lambda location: location.replace("state=", "state=x"))
    with as_person(site, person, browser_timeout=0.3) as connection:
        fails(lambda: query(connection, COUNT), OperationalError, "within 0.3 s", "1 answers came", "did not ask for")
    assert asked(site, "/connect/token") == 0


def test_a_person_who_says_no(site: Sandbox) -> None:
    def denied(location: str) -> str:
        state = parse_qs(urlsplit(location).query)["state"][0]
        return f"{location.partition('?')[0]}?error=access_denied&error_description=No%20thanks&state={state}"

    person = Person(site, denied)
    with as_person(site, person) as connection:
        for _ in range(2):
            fails(lambda: query(connection, COUNT), SignInRefusedError, "access_denied No thanks")
    assert len(person.opened) == 1


def test_a_code_that_somebody_else_took(site: Sandbox) -> None:
    person = Person(site, lambda location: location.replace("code=", "code=x"))
    with as_person(site, person) as connection:
        fails(lambda: query(connection, COUNT), SignInRefusedError, "invalid_grant")


@pytest.mark.parametrize("fault", ["drop", "status"])
def test_a_code_that_cannot_be_exchanged_does_not_open_the_browser_again(site: Sandbox, fault: str) -> None:
    site.add_fault(fault, None, login=True, path="/connect/token", **({"status": 503} if fault == "status" else {}))
    person = Person(site)
    with as_person(site, person) as connection:
        fails(lambda: query(connection, COUNT), OperationalError, "gave no token", "run the statement again")
    assert len(person.opened) == 1


@pytest.mark.parametrize("way", ["cancel", "close", "time"])
def test_a_wait_for_the_browser_ends_with_its_statement(site: Sandbox, way: str) -> None:
    shown = threading.Event()
    limit = {"statement_timeout": 1} if way == "time" else {}
    person = Person(site)
    browsers: Iterator[Callable[[str], object]] = iter([lambda url: shown.set(), person])
    with as_person(site, lambda url: next(browsers)(url), browser_timeout=60, **limit) as connection:
        cursor = connection.cursor()
        with ThreadPoolExecutor() as pool:
            waiting = pool.submit(cursor.execute, COUNT)
            assert shown.wait(10)
            started = time.monotonic()
            if way != "time":
                getattr(cursor, way)()
            words = {"cancel": "cancelled", "close": "closed", "time": "statement_timeout"}[way]
            fails(lambda: waiting.result(10), OperationalError, words)
            assert time.monotonic() - started < 5
        if way == "cancel":
            assert query(connection, COUNT) == [(5,)]  # the next statement asks the person again
            assert len(person.opened) == 1


def test_a_browser_that_fails(site: Sandbox) -> None:
    def broken(url: str) -> None:
        raise RuntimeError("no display")

    with as_person(site, broken) as connection:
        fails(lambda: query(connection, COUNT), OperationalError, "opens a browser failed with RuntimeError")


@pytest.mark.parametrize(
    "redirect",
    ["https://127.0.0.1:1/x", "http://crm.example.com/callback", "http://0.0.0.0:1/", "http://127.0.0.1:1/?x=1"],
)
def test_the_answer_comes_to_this_machine_only(site: Sandbox, redirect: str) -> None:
    with as_person(site, Person(site), redirect_uri=redirect) as connection:
        fails(lambda: query(connection, COUNT), InterfaceError, "redirect_uri is an address on this machine")


def test_a_port_that_is_taken(site: Sandbox) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        redirect = f"http://127.0.0.1:{other.getsockname()[1]}/callback"
        with as_person(site, Person(site), redirect_uri=redirect) as connection:
            fails(lambda: query(connection, COUNT), OperationalError, "Address already in use")


# Ready sessions and tokens.


def session_of(site: Sandbox) -> dict[str, str]:
    """Sign in and return the cookies."""
    login = {"UserName": site.user, "UserPassword": site.password}
    answer = requests.post(f"{site.url}/ServiceModel/AuthService.svc/Login", json=login, timeout=5)
    return {cookie.name: cookie.value or "" for cookie in answer.cookies}


@pytest.mark.parametrize("as_text", [False, True])
def test_a_session_that_is_there_already(site: Sandbox, as_text: bool) -> None:
    cookies = session_of(site)
    site.clear_requests()
    given = "; ".join(f"{name}={value}" for name, value in cookies.items()) if as_text else cookies
    with creatio_dbapi.connect(site.url, cookies=given) as connection, connection.cursor() as cursor:
        assert cursor.execute(COUNT).fetchall() == [(5,)]
        assert cursor.execute("INSERT INTO City (Name) VALUES ('x')").rowcount == 1
        site.expire_sessions()
        fails(lambda: cursor.execute(COUNT), OperationalError, "401")
    assert [asked(site, "/Login"), asked(site, "/Logout")] == [0, 0]


def test_a_function_gives_tokens_and_is_called_again_once(site: Sandbox) -> None:
    given: list[str] = []

    def token() -> str:
        form = {"client_id": "sandbox", "client_secret": SECRET, "grant_type": "client_credentials"}
        prefix = site.site.settings.prefix
        given.append(requests.post(f"{site.url}{prefix}/connect/token", data=form, timeout=5).json()["access_token"])
        return given[-1]

    with creatio_dbapi.connect(site.url, token=token) as connection:
        assert query(connection, COUNT) == [(5,)]
        site.expire_tokens()
        assert query(connection, COUNT) == [(5,)]
        assert len(given) == 2
        assert given[0] not in repr(connection) + repr(vars(connection))
    with creatio_dbapi.connect(site.url, token=given[-1]) as connection:
        assert query(connection, COUNT) == [(5,)]
        site.expire_tokens()
        fails(lambda: query(connection, COUNT), OperationalError, "401")


def test_a_token_that_stays_refused_is_asked_for_once_more_and_no_more(site: Sandbox) -> None:
    calls: list[int] = []

    def token() -> str:
        calls.append(1)
        return "forged"

    with creatio_dbapi.connect(site.url, token=token) as connection:
        fails(lambda: query(connection, COUNT), OperationalError, "401")
    assert len(calls) == 2


@pytest.mark.parametrize(
    ("token", "kind", "words"),
    [
        (lambda: "a\r\nX-Evil: 1", OperationalError, "characters that no token has"),
        (lambda: "", OperationalError, "characters that no token has"),
        (lambda: 5, InterfaceError, "gave int, not a text"),
        (lambda: 1 / 0, OperationalError, "gives tokens failed with ZeroDivisionError"),
    ],
)
def test_a_function_that_gives_no_token(
    site: Sandbox, token: Callable[[], str], kind: type[Exception], words: str
) -> None:
    with creatio_dbapi.connect(site.url, token=token) as connection:
        fails(lambda: query(connection, COUNT), kind, words)


def test_a_server_that_is_neither_build(site: Sandbox) -> None:
    site.fail_next(None, status=404, login=True)
    with as_program(site) as connection:
        fails(lambda: query(connection, COUNT), OperationalError, "cannot be told", "platform=net")
    site.clear_faults()
    with as_program(site, platform=site.site.settings.platform) as connection:
        assert query(connection, COUNT) == [(5,)]
