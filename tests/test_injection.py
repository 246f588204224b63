"""No parameter, name, header, cookie, token or link changes the shape of a request: by chance, over real sockets."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import creatio_dbapi
from creatio_dbapi import Connection, Error
from creatio_dbapi.addresses import address_of, service_address_of, target_of
from creatio_dbapi.auth import FormsAuthentication, SessionCookies, TokenAuthentication
from creatio_dbapi.oauth import Application, AuthorizationCode, ClientCredentials
from creatio_dbapi.sandbox.filter_parser import Literal, parse_filter
from creatio_dbapi.secret import Secret
from creatio_dbapi.session import Session
from tests.hostile import TEXTS
from tests.scripted import Asked, Said, Server, login, said
from tests.test_hostile_answers import HEAD, METADATA

MANY = settings(max_examples=150, deadline=None, database=None, derandomize=True)
SOME = settings(max_examples=60, deadline=None, database=None, derandomize=True)
BREAKS = (
    "\r\n",
    "\n",
    "\r",
    "\0",
    "\x1f",
    "\x85",
    "\u2028",
    " HTTP/1.1\r\nX-Evil: 1\r\n\r\nGET /evil",
    "\ud800",
    "; a=b",
)
PIECES = (
    "'",
    "''",
    "%27",
    "%0d%0a",
    "%",
    "#",
    "&$top=1",
    "?",
    "/",
    "\\",
    "..",
    "/../",
    "//",
    "@",
    ":",
    ";",
    "=",
    "é",
    "😀",
)
texts = st.one_of(
    st.sampled_from(TEXTS),
    st.text(max_size=20),
    st.lists(st.sampled_from((*BREAKS, *PIECES, "x", "eq", " or ", "null")), min_size=1, max_size=6).map("".join),
)
TARGET = re.compile(r"/[A-Za-z0-9!$&'()*+,\-./:;=?@_~%]*")
EMPTY = b'{"value":[],"@odata.count":0}'


def answer(asked: Asked) -> Said:
    """Answer as a service with one table and no rows; every write works."""
    if "$metadata" in asked.target:
        return said(200, METADATA.encode(), kind="application/xml")
    if "$count" in asked.target.partition("?")[0]:
        return said(200, b"0", kind="text/plain")
    if asked.target.endswith("/$batch"):
        parts = json.loads(asked.body)["requests"]
        replies = [{"id": part["id"], "status": 200 if part["method"] == "GET" else 204, "body": {}} for part in parts]
        return said(200, json.dumps({"responses": replies}).encode())
    return said(200, EMPTY) if asked.method == "GET" else said(201, asked.body)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server that writes down what came, byte for byte as far as lines and headers go."""
    running = Server(rule=answer, logins=[login("BPMCSRF=x; path=/", ".ASPXAUTH=y; path=/")])
    yield running
    running.stop()


@pytest.fixture(scope="module")
def connection(server: Server) -> Iterator[Connection]:
    """A connection to it that pushes text down."""
    with creatio_dbapi.connect(server.url, "u", "p", cache_directory="", collation="binary", retries=0) as opened:
        opened.catalog.load()
        yield opened


def sent(server: Server, call: Callable[[], object]) -> list[Asked]:
    """Return the requests that a call sends; one that the driver refuses sends none, or none that is different."""
    server.asked.clear()
    with suppress(Error):
        call()
    return list(server.asked)


def blanked(node: Any) -> Any:
    """Return a filter without the values of its literals."""
    if isinstance(node, Literal):
        return node.type
    if isinstance(node, (tuple, list)):
        return [blanked(each) for each in node]
    if is_dataclass(node):
        return [type(node).__name__, *(blanked(getattr(node, each.name)) for each in fields(node))]
    return node


def literals(node: Any) -> list[Any]:
    """Return the values of a filter's literals."""
    if isinstance(node, Literal):
        return [node.value]
    if isinstance(node, (tuple, list)):
        return [value for each in node for value in literals(each)]
    return [v for each in fields(node) for v in literals(getattr(node, each.name))] if is_dataclass(node) else []


def shape(asked: Asked) -> list[Any]:
    """Return what a request is without its values: method, path, names of options and headers, the filter's tree."""
    assert TARGET.fullmatch(asked.target), asked.target
    parts = urlsplit(asked.target)
    options = [part.partition("=")[::2] for part in parts.query.split("&") if part]
    tree = [blanked(parse_filter(unquote(value))) for name, value in options if unquote(name) == "$filter"]
    plain = [(name, value) for name, value in options if unquote(name) != "$filter"]
    return [asked.method, parts.path, [name for name, _ in options], plain, tree, sorted(asked.headers)]


# Values in statements.

SELECTS = (
    "SELECT Id FROM T WHERE Name = ?",
    "SELECT Id FROM T WHERE Name <> ?",
    "SELECT Id, N FROM T WHERE Name IN (?, 'other') OR N = 3",
    "SELECT count(*) FROM T WHERE Name = ? AND N > 1",
    "SELECT Name FROM T WHERE Name > ? ORDER BY Name LIMIT 3",
)


@pytest.mark.parametrize("sql", SELECTS)
def test_a_parameter_stays_a_value(server: Server, connection: Connection, sql: str) -> None:
    plain = [shape(asked) for asked in sent(server, lambda: connection.cursor().execute(sql, ["plain"]).fetchall())]
    assert plain

    @MANY
    @given(texts.filter(lambda text: text.strip() != ""))
    def check(value: str) -> None:
        requests = sent(server, lambda: connection.cursor().execute(sql, [value]).fetchall())
        assert [shape(asked) for asked in requests] in (plain, [])
        for asked in requests:
            pushed = [unquote(value) for name, value in _pairs(asked) if name == "$filter"]
            assert value in literals([parse_filter(text) for text in pushed])

    check()


def _pairs(asked: Asked) -> list[tuple[str, str]]:
    return [
        (unquote(name), value)
        for name, _, value in (p.partition("=") for p in asked.target.partition("?")[2].split("&"))
    ]


@MANY
@given(value=texts, number=st.integers(-(2**31), 2**31 - 1))
def test_a_written_value_stays_a_value(server: Server, connection: Connection, value: str, number: int) -> None:
    insert = "INSERT INTO T (Name, N) VALUES (?, ?)"
    for asked in sent(server, lambda: connection.cursor().execute(insert, [value, number])):
        assert (asked.method, urlsplit(asked.target).path) in (("POST", "/odata/T"), ("POST", "/odata/$batch"))
        members = json.loads(asked.body)
        assert {name: members[name] for name in members if name != "Id"} == {"Name": value, "N": number}


@SOME
@given(text=texts)
def test_a_statement_asks_for_nothing_but_its_tables(server: Server, connection: Connection, text: str) -> None:
    for sql in (f"SELECT {text} FROM T", f"SELECT Id FROM T WHERE Name = '{text}'", f'SELECT "{text}" FROM T', text):
        for asked in sent(server, lambda sql=sql: connection.cursor().execute(sql)):  # type: ignore[misc]
            assert TARGET.fullmatch(asked.target)
            assert urlsplit(asked.target).path in ("/odata/T", "/odata/T/$count", "/odata/$metadata", "/odata/$batch")
            assert set(asked.headers) <= HEADERS


HEADERS = {
    "host", "user-agent", "accept", "accept-encoding", "connection", "forceusesession", "cookie", "bpmcsrf",
    "content-type", "content-length", "authorization",
}  # fmt: skip


# Names, which the server gives.


@SOME
@given(
    name=st.one_of(
        texts, st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=9)
    )
)
@example("T?$filter=1 eq 1#")
@example("../../evil")
@example("..")
@example("%2e%2e")
@example("T HTTP/1.1")
def test_a_name_stays_one_segment(name: str) -> None:
    entity = quoteattr(name)
    document = (
        f"{HEAD}<EntityType Name={entity}><Key><PropertyRef Name='Id'/></Key><Property Name='Id' Type='Edm.Guid'/>"
        f"<Property Name={entity} Type='Edm.String'/></EntityType><EntityContainer Name='C'>"
        f"<EntitySet Name={entity} EntityType={quoteattr('N.' + name)}/></EntityContainer></Schema>"
        "</edmx:DataServices></edmx:Edmx>"
    )

    def rule(asked: Asked) -> Said:
        if "$metadata" in asked.target:
            return said(200, document.encode("utf-8", "replace"), kind="application/xml")
        return answer(asked)

    server = Server(rule=rule)
    quoted = '"' + name.replace('"', '""') + '"'
    try:
        with creatio_dbapi.connect(server.url, "u", "p", cache_directory="", collation="binary", retries=0) as opened:
            sql = f"SELECT {quoted} FROM {quoted} WHERE {quoted} = 'x'"
            requests = sent(server, lambda: opened.cursor().execute(sql).fetchall())
    finally:
        server.stop()
    for asked in requests:
        if "AuthService" in asked.target or "$metadata" in asked.target:
            continue
        assert TARGET.fullmatch(asked.target)
        path, _, query = asked.target.partition("?")
        segments = path.split("/")
        assert [unquote(segment) for segment in segments] == ["", "odata", name]
        assert {unquote(part.partition("=")[0]) for part in query.split("&") if part} <= {
            "$select", "$filter", "$orderby", "$top", "$skip", "$count",
        }  # fmt: skip
        assert set(asked.headers) <= HEADERS


# Headers, cookies, tokens.


def one_request(server: Server, authentication: Any) -> Asked | None:
    """Send one request by a way to sign in; None when the driver refuses."""
    with Session(server.url, authentication) as session:
        data = [each for each in sent(server, lambda: session.request("GET", "T")) if each.target.endswith("/odata/T")]
    assert len(data) <= 1
    return data[0] if data else None


@MANY
@given(name=st.one_of(texts, st.just("BPMCSRF"), st.just(".ASPXAUTH")), value=texts)
@example("a", "x\r\nX-Evil: 1")
@example("a", "x; b=c")
@example("a=b; c", "x")
@example("BPMCSRF", "x\nX-Evil: 1")
def test_a_cookie_stays_one_cookie(server: Server, name: str, value: str) -> None:
    try:
        ready = SessionCookies({name: value})
    except Error as error:
        assert "has characters that no cookie has" in str(error)
        return
    asked = one_request(server, ready)
    assert asked is not None
    assert asked.headers["cookie"].encode("latin-1") == f"{name}={value}".strip().encode("latin-1")
    assert set(asked.headers) <= HEADERS


@MANY
@given(value=texts)
def test_a_csrf_value_and_a_token_stay_one_header(server: Server, value: str) -> None:
    for make in (
        lambda: SessionCookies({}, csrf=value, platform="net"),
        lambda: TokenAuthentication(value, "net"),
    ):
        try:
            asked = one_request(server, make())
        except Error:
            continue
        if asked is not None:
            assert set(asked.headers) <= HEADERS
            assert asked.headers.get("authorization", f"Bearer {value}") == f"Bearer {value}"


@MANY
@given(headers=st.lists(texts, min_size=1, max_size=3))
def test_cookies_that_a_server_sets_stay_cookies(headers: list[str]) -> None:
    server = Server(rule=answer)
    lines = [
        f"Set-Cookie: {text}".encode("utf-8", "replace").replace(b"\r", b"").replace(b"\n", b"") for text in headers
    ]
    body = b'{"Code":0}'
    server.logins = [
        Said(b"HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n\r\n%s"
             % (len(body), b"\r\n".join(lines), body))
    ]  # fmt: skip
    try:
        asked = one_request(server, FormsAuthentication("u", "p"))
    finally:
        server.stop()
    if asked is not None:
        assert set(asked.headers) <= HEADERS


# Signing in.


@MANY
@given(user=texts, password=texts)
def test_user_and_password_stay_what_they_are(server: Server, user: str, password: str) -> None:
    with Session(server.url, FormsAuthentication(user, password)) as session:
        requests = [each for each in sent(server, session.sign_in) if each.target.endswith("/Login")]
    for asked in requests:
        assert json.loads(asked.body) == {"UserName": user, "UserPassword": password}
        assert set(asked.headers) <= HEADERS


@MANY
@given(client=texts.filter(bool), secret=texts, scope=texts)
def test_an_oauth_form_stays_a_form(server: Server, client: str, secret: str, scope: str) -> None:
    def by_client() -> None:
        application = Application(client, Secret(secret), server.url, scope, "net")
        with Session(server.url, ClientCredentials(application)) as session:
            session.sign_in()

    for asked in sent(server, by_client):
        assert asked.target == "/connect/token"
        expected = {"client_id": client, "client_secret": secret, "grant_type": "client_credentials", "scope": scope}
        given = dict(parse_qsl(asked.body.decode(), keep_blank_values=True, strict_parsing=True))
        assert given == {name: value for name, value in expected.items() if value or name != "scope"}


@SOME
@given(client=texts.filter(bool), scope=texts)
def test_the_address_for_the_browser_stays_what_it_is(server: Server, client: str, scope: str) -> None:
    opened: list[str] = []

    def browser(url: str) -> None:
        opened.append(url)
        raise RuntimeError

    def sign_in() -> None:
        application = Application(client, None, server.url, scope or None, "net")
        way = AuthorizationCode(application, browser=browser, redirect="http://127.0.0.1:0/callback")
        with Session(server.url, way) as session:
            session.sign_in()

    sent(server, sign_in)
    for url in opened:
        assert url.startswith(f"{server.url}/connect/authorize?")
        assert url.isascii()
        assert url.isprintable()
        asked = dict(parse_qsl(urlsplit(url).query, strict_parsing=True))
        assert (asked["client_id"], asked["scope"]) == (client, scope or "offline_access")
        assert len(asked) == 7


# Links and addresses.

ROOT = "https://crm.example.com/0/odata"


@settings(MANY, max_examples=500)
@given(st.one_of(texts, texts.map(lambda text: f"{ROOT}/{text}"), texts.map(lambda text: f"https://{text}")))
@example("https://crm.example.com@evil.example/0/odata/T")
@example("https://crm.example.com:443.evil.example/0/odata/T")
@example(f"{ROOT}/../../evil")
@example(f"{ROOT}/%2e%2e/evil")
@example(f"{ROOT}/T?x=\r\nX-Evil: 1")
@example("//evil.example/0/odata/T")
@example("\\\\evil.example")
@example("https:crm.example.com/0/odata")
def test_a_link_stays_inside_the_service(link: str) -> None:
    try:
        target = target_of(ROOT, link)
    except Error:
        return
    assert target.startswith(f"{ROOT}/")
    assert TARGET.fullmatch(target.removeprefix("https://crm.example.com"))
    assert not {".", ".."} & {unquote(segment) for segment in urlsplit(target).path.split("/")}


@settings(MANY, max_examples=500)
@given(st.one_of(texts, texts.map(lambda text: f"https://{text}"), texts.map(lambda text: f"http://localhost/{text}")))
def test_an_address_is_written_so_that_it_is_read_the_same(text: str) -> None:
    for write in (address_of, service_address_of):
        try:
            address = write(text)
        except Error:
            continue
        assert write(address) == address
        assert TARGET.fullmatch(urlsplit(address).path or "/")
        assert "@" not in urlsplit(address).netloc
        assert urlsplit(address).scheme == "https" or urlsplit(address).hostname in ("localhost", "127.0.0.1", "::1")
