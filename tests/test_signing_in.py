"""Where credentials come from and in which order, URLs of SQLAlchemy, certificates and proxies."""

from __future__ import annotations

import base64
import secrets
import socket
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import creatio_dbapi
from creatio_dbapi import InterfaceError, OperationalError
from creatio_dbapi.credentials import Login, store_login
from creatio_dbapi.sandbox import Sandbox
from creatio_dbapi.sandbox.issued import MARK
from tests.fix_connection import query
from tests.fix_engine import sqlalchemy
from tests.fix_secrets import PASSWORD
from tests.scripted import Server
from tests.test_session import CERTIFICATE, KEY

SECRET = MARK + secrets.token_urlsafe(12)
COUNT = "SELECT count(*) FROM Contact"


@pytest.fixture(scope="module")
def running() -> Iterator[Sandbox]:
    """A sandbox with credentials of its own."""
    with Sandbox(contacts=5, user="Sue", password=PASSWORD, client_secret=SECRET) as sandbox:
        yield sandbox


@pytest.fixture
def site(running: Sandbox) -> Sandbox:
    """The sandbox with an empty request log."""
    running.clear_requests()
    return running


@pytest.fixture(autouse=True)
def logins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Logins and caches of the test's own."""
    monkeypatch.setenv("CREATIO_LOGINS", str(tmp_path / "logins.toml"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def counted(*arguments: Any, **options: Any) -> int:
    """Connect, and count the contacts."""
    with creatio_dbapi.connect(*arguments, **options) as connection:
        return int(query(connection, COUNT)[0][0])


def refused(words: str, *arguments: Any, **options: Any) -> None:
    """Connect where that cannot be, and look at the reason."""
    with pytest.raises(InterfaceError) as caught:
        creatio_dbapi.connect(*arguments, **options)
    assert words in str(caught.value)
    assert not [secret for secret in (PASSWORD, SECRET) if secret in str(caught.value)]


def ways_used(site: Sandbox) -> set[str]:
    """Return who signed in, by the requests."""
    return {record.url.rpartition("/")[2] for record in site.requests if "Login" in record.url or "token" in record.url}


def set_all(monkeypatch: pytest.MonkeyPatch, **values: str) -> None:
    """Set environment variables of the driver."""
    for name, value in values.items():
        monkeypatch.setenv(f"CREATIO_{name.upper()}", value)


# The four sources.


def test_everything_from_the_environment(site: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, url=site.url, user="Sue", password=PASSWORD)
    assert counted() == 5
    assert ways_used(site) == {"Login"}


def test_a_program_from_the_environment(site: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, url=site.url, client_id="sandbox", client_secret=SECRET)
    assert counted() == 5
    assert "token" in ways_used(site)


def test_arguments_go_above_a_login_and_that_above_the_environment(
    site: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_all(monkeypatch, user="Sue", password="of the environment")
    store_login(Login("work", site.url, user="Sue", kept_in="file"), {"password": PASSWORD})
    assert counted(login="work") == 5
    assert counted(site.url, "Sue", PASSWORD) == 5
    assert counted(site.url, password=PASSWORD) == 5  # the user is the one of the environment
    with pytest.raises(OperationalError, match="sign-in refused"):
        counted(site.url)
    with pytest.raises(OperationalError, match="sign-in refused"):
        counted(login="work", password="of the arguments")


def test_a_login_without_a_secret_takes_it_from_the_environment(site: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    store_login(Login("work", site.url, user="Sue"), {})
    refused("there is no password for 'Sue'", login="work")
    set_all(monkeypatch, password=PASSWORD)
    assert counted(login="work") == 5


def test_the_default_login_comes_last(site: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    refused("give the address of an instance")
    store_login(Login("work", site.url, user="Sue", kept_in="file"), {"password": PASSWORD}, default=True)
    assert counted() == 5
    assert counted(site.url) == 5  # it is for that address
    refused("give user and password", "https://crm.example.com")
    set_all(monkeypatch, url=site.url, user="Sue", password="wrong")
    with pytest.raises(OperationalError, match="sign-in refused"):
        counted()


@pytest.mark.parametrize("url", ["sandbx", "Sandbox", "https://sandbox"])
def test_a_mistyped_sandbox(url: str) -> None:
    refused('user="…", password="…"); did you mean "sandbox"?', url)


def test_the_environment_names_a_login(site: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    login = Login("app", site.url, "client_credentials", client_id="sandbox", kept_in="file", options={"timeout": 7})
    store_login(login, {"client_secret": SECRET})
    set_all(monkeypatch, login="app")
    with creatio_dbapi.connect() as connection:
        assert connection.options.timeout == 7
        assert query(connection, COUNT) == [(5,)]
    with creatio_dbapi.connect(timeout=8) as connection:
        assert connection.options.timeout == 8
    refused("give user and password", "https://crm.example.com")  # an address of its own is another matter


def test_a_secret_is_not_sent_to_another_site_or_for_another_user(
    site: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_all(monkeypatch, url="https://other.example.com", user="Sue", password=PASSWORD)
    refused("give user and password", site.url)
    refused("there is no password for 'Sue'", site.url, "Sue")
    set_all(monkeypatch, url=f"{site.url}/0/odata/")  # the same site, written otherwise
    assert counted(site.url) == 5
    refused("there is no password for 'Bob'", site.url, "Bob")
    store_login(Login("work", "https://other.example.com", user="Sue", kept_in="file"), {"password": PASSWORD})
    refused("login 'work' is for https://other.example.com", site.url, login="work")


def test_the_sandbox_takes_nothing_from_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, url="https://other.example.com", user="Bob", password="x", login="none")
    assert counted("sandbox") > 100
    assert counted("sandbox", client_id="sandbox", client_secret="sandbox-secret") > 100
    set_all(monkeypatch, url="sandbox")
    monkeypatch.delenv("CREATIO_LOGIN")
    with pytest.raises(OperationalError, match="sign-in refused"):
        counted()


def test_what_is_not_clear_is_asked_for(site: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, password=PASSWORD, client_id="sandbox", client_secret=SECRET)
    refused("say which in CREATIO_AUTHENTICATION", site.url)
    set_all(monkeypatch, authentication="client_credentials")
    assert counted(site.url) == 5
    assert "token" in ways_used(site)


def test_a_login_that_is_not_there(site: Sandbox) -> None:
    store_login(Login("work", site.url, user="Sue"), {})
    refused('there is no login "wrok"', login="wrok")
    refused('did you mean "work"', login="wrok")


def test_options_of_a_login_are_checked_like_others(site: Sandbox) -> None:
    login = Login("work", site.url, user="Sue", kept_in="file", options={"timeot": 7})
    store_login(login, {"password": PASSWORD})
    refused('no option "timeot"; did you mean "timeout"', login="work")


# URLs of SQLAlchemy.


def place(site: Sandbox) -> str:
    """Return host and port."""
    return site.url.partition("://")[2]


def counted_by(url: str, **arguments: Any) -> int:
    """Count the contacts through an engine."""
    engine = sqlalchemy.create_engine(url, connect_args=arguments)
    try:
        with engine.connect() as connection:
            return int(connection.execute(sqlalchemy.text(COUNT)).scalar())
    finally:
        engine.dispose()


def test_a_url_takes_every_way_in(site: Sandbox) -> None:
    assert counted_by(f"creatio+http://sandbox:{SECRET}@{place(site)}?authentication=client_credentials") == 5
    query_part = "client_id=sandbox&authentication=client_credentials"
    assert counted_by(f"creatio+http://:{SECRET}@{place(site)}?{query_part}") == 5
    assert counted_by(f"creatio+http://{place(site)}?client_id=sandbox", client_secret=SECRET) == 5
    with creatio_dbapi.connect(site.url, client_id="sandbox", client_secret=SECRET) as connection:
        query(connection, COUNT)
    assert "Login" not in ways_used(site)
    store_login(Login("work", site.url, user="Sue", kept_in="file"), {"password": PASSWORD})
    assert counted_by("creatio:///?login=work") == 5
    assert "Login" in ways_used(site)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("client_secret=x", "client_secret does not belong into the query"),
        ("token=x", "token does not belong into the query"),
        ("cookies=x", "cookies does not belong into the query"),
        ("refresh_token=x", "refresh_token does not belong into the query"),
        ("proxy=http%3A//name%3Ax%40proxy.example.com", "proxy does not belong into the query"),
        ("authentication=magic", "authentication is one of"),
        ("platform=java", "platform is one of"),
        ("browser=x", "browser is a function"),
        ("cleint_id=x", 'no option "cleint_id"; did you mean "client_id"'),
        ("client_certificate=no.pem", None),
    ],
)
def test_what_a_url_may_not_hold(query: str, words: str | None) -> None:
    error = sqlalchemy.exc.ArgumentError if words else sqlalchemy.exc.InterfaceError
    with pytest.raises(error) as caught:
        sqlalchemy.create_engine(f"creatio://u:p@crm.example.com?{query}").connect()
    assert (words or "client_certificate='no.pem'") in str(caught.value)


# Certificates and proxies.


@pytest.fixture
def pem(tmp_path: Path) -> Path:
    """A folder with a certificate and its key."""
    (tmp_path / "certificate.pem").write_text(CERTIFICATE)
    (tmp_path / "key.pem").write_text(KEY)
    (tmp_path / "locked.pem").write_text(ENCRYPTED)
    (tmp_path / "both.pem").write_text(CERTIFICATE + KEY)
    return tmp_path


@pytest.fixture
def guarded(pem: Path) -> Iterator[Server]:
    """A server that speaks only with who shows the certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem / "both.pem")
    context.load_verify_locations(pem / "certificate.pem")
    context.verify_mode = ssl.CERT_REQUIRED
    server = Server(context=context)
    yield server
    server.stop()


def test_a_client_certificate_is_shown(guarded: Server, pem: Path) -> None:
    ca = str(pem / "certificate.pem")
    for files in (
        {"client_certificate": str(pem / "both.pem")},
        {"client_certificate": str(pem / "certificate.pem"), "client_key": str(pem / "key.pem")},
    ):
        with (
            creatio_dbapi.connect(guarded.url, "Sue", PASSWORD, verify=ca, cache_directory="", **files) as connection,
            pytest.raises(OperationalError, match="metadata"),  # what it answers is no catalog; but it answers
        ):
            query(connection, COUNT)
    assert len(guarded.sign_ins) == 2
    with (
        creatio_dbapi.connect(guarded.url, "Sue", PASSWORD, verify=ca, cache_directory="") as connection,
        pytest.raises(OperationalError, match=r"TLS with|dropped the connection"),
    ):
        query(connection, COUNT)
    assert len(guarded.sign_ins) == 2


# The key of the certificate, behind a passphrase.
ENCRYPTED = """\
-----BEGIN ENCRYPTED PRIVATE KEY-----
MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAh0jPBQPdB0VAICCAAw
DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEK3oc8+PVWm1wq4TxxRgiBQEgZBv
fs0McLwKcDXFK21otyxlkXSqWGx4G+jFS6EWFOjPaY8BQjE+dbp/I65Go0HGvA6E
OXfHcQfZnRqXeSL2y9QAGSCAQXIicIaURsO010m2SrPJkqHl4+gMUW4JIcBzPcRn
XIvXNR/LMnJGSUkUS2GKDvjLXaTqZLSA5qs/hFywzIWvoiI0eI27QTpM38bKHMU=
-----END ENCRYPTED PRIVATE KEY-----
"""


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"client_certificate": "nowhere.pem"}, "No such file"),
        ({"client_certificate": "key.pem"}, "cannot be used"),
        ({"client_certificate": "certificate.pem", "client_key": "locked.pem"}, "protected by a passphrase"),
        ({"client_certificate": "certificate.pem"}, "cannot be used"),
        ({"client_key": "key.pem"}, "give client_certificate, too"),
    ],
)
def test_certificates_that_cannot_be_used(pem: Path, files: dict[str, str], words: str) -> None:
    given = {name: str(pem / file) for name, file in files.items()}
    refused(words, "https://crm.example.com", "Sue", PASSWORD, **given)


class Proxy:
    """A proxy that asks for a name and a password, and passes plain requests on."""

    def __init__(self) -> None:
        self.heads: list[str] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.place = f"127.0.0.1:{self._listener.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                self.heads.append(connection.recv(65536).decode("latin-1"))
                connection.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")

    def stop(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    """A proxy."""
    running = Proxy()
    yield running
    running.stop()


def test_a_proxy_gets_its_password_and_shows_it_to_nobody(proxy: Proxy, site: Sandbox) -> None:
    address = f"http://name:{PASSWORD}@{proxy.place}"
    with creatio_dbapi.connect(site.url, "Sue", "x", proxy=address, cache_directory="") as connection:
        assert PASSWORD not in repr(connection.options)
        with pytest.raises(OperationalError) as caught:
            query(connection, COUNT)
    assert PASSWORD not in str(caught.value)
    expected = base64.b64encode(f"name:{PASSWORD}".encode()).decode()
    assert f"Proxy-Authorization: Basic {expected}" in proxy.heads[0]
    assert site.requests == []


@pytest.mark.parametrize("address", ["http://", "ftp://p.example", "http://u:p4ss@", "http://u:p4ss@h:port", "a\nb", 5])
def test_an_address_that_is_no_proxy(address: object) -> None:
    with pytest.raises(InterfaceError, match="option proxy") as caught:
        creatio_dbapi.connect("https://crm.example.com", "Sue", PASSWORD, proxy=address)
    assert "p4ss" not in str(caught.value)
