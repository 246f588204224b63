"""The session over real sockets: a scripted server says word for word what Creatio and networks are known to say."""

from __future__ import annotations

import gzip
import json
import logging
import pickle
import socket
import ssl
import threading
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from creatio_dbapi.addresses import address_of
from creatio_dbapi.auth import FormsAuthentication, SessionCookies
from creatio_dbapi.errors import Error, InterfaceError, InternalError, OperationalError
from creatio_dbapi.meter import Meter
from creatio_dbapi.observers import Exchange
from creatio_dbapi.replies import failure_of
from creatio_dbapi.retries import BUSY, RetryPolicy
from creatio_dbapi.sandbox import Sandbox
from creatio_dbapi.session import Session
from tests.scripted import (
    EXPIRED,
    FRAMEWORK_COOKIES,
    GOOD,
    LOADER,
    NET_COOKIES,
    PASSWORD,
    SECRETS,
    TICKET,
    TOKEN,
    Said,
    Server,
    login,
    said,
)  # fmt: skip

LOGIN_PAGE = b'<html><head><title>Login</title></head><body><input type="password"></body></html>'

# A self-signed certificate for 127.0.0.1 and localhost; it guards nothing.
CERTIFICATE = """\
-----BEGIN CERTIFICATE-----
MIIBmjCCAUGgAwIBAgIUBPqYWW/BT/C+r8GbdcuSrwiDyq8wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNDA4NTIyNVoYDzIxMjYxMDMx
MDg1MjI1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASqYt4Hqcz0XvYwL1umpa460ke/Ch8hF9CDEqiM2VxOYdvGl0oJNVV5
r0vNRQiXbATsPKt9CnPyzjQMxTF9e6KIo28wbTAdBgNVHQ4EFgQUqmHFYiNhf/qE
aTN+40Khq3Lw62owHwYDVR0jBBgwFoAUqmHFYiNhf/qEaTN+40Khq3Lw62owDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARhwR/AAABgglsb2NhbGhvc3QwCgYIKoZI
zj0EAwIDRwAwRAIgdV421EVcRUn4erxEDV0xzfNWIvYaeBoU+7v/xJdGwh8CIAji
FpZcvmfXnhNiGC3UYHQsVi8sh/0RvRgxYz1wnMSG
-----END CERTIFICATE-----
"""
KEY = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgC7mMVeglnB+T6mNZ
ni9U8PmjFE93LWyK4/9rMdCRvO2hRANCAASqYt4Hqcz0XvYwL1umpa460ke/Ch8h
F9CDEqiM2VxOYdvGl0oJNVV5r0vNRQiXbATsPKt9CnPyzjQMxTF9e6KI
-----END PRIVATE KEY-----
"""


SOON = RetryPolicy(retries=3, first_wait=0.01, longest_wait=0.05)
TRIES = SOON.retries + 1


@pytest.fixture
def server() -> Iterator[Server]:
    """A scripted server."""
    running = Server()
    yield running
    running.stop()


@pytest.fixture
def session(server: Server) -> Iterator[Session]:
    """A session at the scripted server, which does not wait for long before it tries again."""
    with Session(server.url, FormsAuthentication("Sue", PASSWORD), timeout=5.0, policy=SOON) as opened:
        yield opened


def raises(call: Callable[[], object], kind: type[Error] = OperationalError) -> Error:
    with pytest.raises(kind) as caught:
        call()
    assert type(caught.value).__mro__[0] is kind or issubclass(type(caught.value), kind)
    return caught.value


def rendered(error: BaseException) -> str:
    """Write everything that a traceback can show of the driver, the locals of every frame included."""
    frames = error.__traceback__
    while frames is not None and Path(frames.tb_frame.f_code.co_filename).parent.name != "creatio_dbapi":
        frames = frames.tb_next  # the frames of the test know the password
    assert frames is not None
    plain = "".join(traceback.format_exception(type(error), error, frames))
    full = traceback.TracebackException(type(error), error, frames, capture_locals=True)
    return plain + "".join(full.format()) + repr(error)


def shows_no_secret(text: str) -> None:
    assert not [secret for secret in SECRETS if secret in text]


# Signing in.


def test_first_request_signs_in_and_sends_both_values(server: Server, session: Session) -> None:
    assert session.request("GET", "Contact").body == b'{"value":[]}'
    session.request("GET", "Account")
    sign_in, contact, account = server.asked
    assert (sign_in.method, sign_in.target) == ("POST", "/ServiceModel/AuthService.svc/Login")
    assert json.loads(sign_in.body) == {"UserName": "Sue", "UserPassword": PASSWORD}
    assert sign_in.headers["forceusesession"] == "true"
    assert sign_in.headers["content-type"] == "application/json"
    for request in (contact, account):
        assert request.headers["bpmcsrf"] == TOKEN
        assert request.headers["forceusesession"] == "true"
        cookies = set(request.headers["cookie"].split("; "))
        assert cookies == {f".ASPXAUTH={TICKET}", f"BPMCSRF={TOKEN}", "UserType=General"}
    assert {asked.connection for asked in server.asked} == {1}


def test_root_is_told_by_the_cookies(server: Server, session: Session) -> None:
    assert "known only after the sign-in" in str(raises(lambda: session.root, InterfaceError))
    session.sign_in()
    assert session.root == f"{server.url}/odata"


def test_dotnet_framework_has_its_prefix(server: Server, session: Session) -> None:
    server.logins = [login(*FRAMEWORK_COOKIES)]
    session.request("GET", "Contact")
    assert session.root == f"{server.url}/0/odata"
    assert server.data[0].target == "/0/odata/Contact"
    assert "UserName=83|117" in server.data[0].headers["cookie"]


def test_given_root_is_used(server: Server) -> None:
    with Session(server.url, SessionCookies({}), root=f"{server.url}/service/v4/") as session:
        assert session.root == f"{server.url}/service/v4"
        session.request("GET", "People")
    assert [asked.target for asked in server.asked] == ["/service/v4/People"]
    raises(lambda: Session(server.url, SessionCookies({}), root="https://elsewhere.example/odata"), InterfaceError)


def test_without_csrf_cookie_there_is_no_header(server: Server, session: Session) -> None:
    server.logins = [login(".ASPXAUTH=x")]
    session.request("GET", "Contact")
    assert "bpmcsrf" not in server.data[0].headers


@pytest.mark.parametrize("status", [401, 403, 301, 302])
@pytest.mark.parametrize("method", ["GET", "POST", "PATCH", "DELETE"])
def test_expired_session_is_renewed_and_the_request_repeated(
    server: Server, session: Session, status: int, method: str
) -> None:
    server.answers = [GOOD, said(status, b"", "Location: /Login/NuiLogin.aspx?ReturnUrl=x"), said(204)]
    server.logins = [login(*NET_COOKIES), login("BPMCSRF=second", ".ASPXAUTH=other")]
    session.request("GET", "Contact")
    meter = Meter()
    reply = session.request(method, "Contact(1)", body=b'{"Name":"x"}', meter=meter)
    assert reply.status == 204
    first, repeated = server.data[1:]
    assert (repeated.method, repeated.target, repeated.body) == (first.method, first.target, first.body)
    assert repeated.connection == first.connection
    assert (first.headers["bpmcsrf"], repeated.headers["bpmcsrf"]) == (TOKEN, "second")
    assert TICKET not in repeated.headers["cookie"]
    assert "cookie" not in server.sign_ins[1].headers
    figures = meter.snapshot()
    assert (figures.requests, figures.sign_ins, figures.retries) == (2, 1, 1)


def test_second_refusal_goes_to_the_caller(server: Server, session: Session) -> None:
    server.answers = [EXPIRED]
    assert session.request("GET", "UsrUnknown").status == 401
    assert (len(server.data), len(server.sign_ins)) == (2, 2)


@pytest.mark.parametrize("status", [200, 204, 303, 307, 400, 404, 405, 409, 429, 500, 501, 503])
def test_other_statuses_go_to_the_caller_as_they_are(server: Server, session: Session, status: int) -> None:
    server.answers = [said(status, b"" if status == 204 else b"body", "Location: http://127.0.0.1:1/x")]
    reply = session.request("GET", "Contact")
    assert (reply.status, reply.body) == (status, b"" if status == 204 else b"body")
    assert (len(server.data), len(server.sign_ins)) == (TRIES if status in BUSY else 1, 1)


def test_login_page_instead_of_data_is_an_expired_session(server: Server, session: Session) -> None:
    server.answers = [said(200, LOGIN_PAGE, kind="text/html; charset=utf-8"), GOOD]
    assert session.request("GET", "Contact").body == b'{"value":[]}'
    assert len(server.sign_ins) == 2


def test_write_is_not_repeated_for_a_page(server: Server, session: Session) -> None:
    server.answers = [said(200, LOGIN_PAGE, kind="text/html")]
    assert session.request("POST", "Contact", body=b"{}").body == LOGIN_PAGE
    assert len(server.data) == 1


def test_other_pages_go_to_the_caller_whole(server: Server, session: Session) -> None:
    page = b"<html><title>Maintenance</title>" + b"<p>wait</p>" * 1000
    server.answers = [said(200, page, kind="text/html")]
    reply = session.request("GET", "Contact")
    assert reply.body == page
    assert "Maintenance" in str(failure_of(reply, action="reading", table="Contact"))
    assert len(server.data) == 1


def test_cookies_renewed_in_passing_are_taken_over(server: Server, session: Session) -> None:
    server.answers = [said(200, b"{}", "Set-Cookie: .ASPXAUTH=slid; path=/"), said(500, b"", "Set-Cookie: a=b"), GOOD]
    replies = [session.request("GET", "Contact") for _ in range(3)]
    cookies = [asked.headers["cookie"] for asked in server.data]
    assert ".ASPXAUTH=slid" in cookies[1]
    assert TICKET not in cookies[1]
    assert f"BPMCSRF={TOKEN}" in cookies[1]
    assert cookies[2] == cookies[1]
    assert not any("slid" in repr(dict(reply.headers)) for reply in replies)


def test_ready_session_is_used_as_it_is(server: Server) -> None:
    server.answers = [GOOD, EXPIRED]
    ready = SessionCookies({"BPMLOADER": LOADER, ".ASPXAUTH": TICKET}, csrf=TOKEN)
    with Session(server.url, ready) as session:
        session.request("GET", "Contact")
        assert session.request("GET", "Contact").status == 401
    assert [asked.target for asked in server.asked] == ["/0/odata/Contact"] * 2
    assert server.data[0].headers["bpmcsrf"] == TOKEN
    assert f".ASPXAUTH={TICKET}" in server.data[0].headers["cookie"]
    shows_no_secret(repr(ready))


EXCEPTION = {"HelpLink": None, "InnerException": None, "Message": "Said by the exception.", "StackTrace": None}
IIS = b"<!DOCTYPE html><html><head><title>503 Service Unavailable</title></head></html>"


@pytest.mark.parametrize(
    ("answer", "status", "message"),
    [
        (
            login(Code=1, Message="Invalid username or password specified."),
            200,
            "Invalid username or password specified.",
        ),
        (login(Code=1, Message="", Exception=EXCEPTION), 200, "Said by the exception."),
        (login(Code=-1, Message=None), 200, "Creatio gave code -1 and no reason"),
        (login(Code=1, Message="Expired.", PasswordChangeUrl="/x"), 200, "Expired.; the password has expired"),
        (said(401, b'{"Message":"No."}'), 401, "sign-in refused: No."),
        (said(403, b"<html><title>Forbidden</title></html>", kind="text/html"), 403, "'Forbidden'"),
        (said(503, IIS, kind="text/html"), 503, "HTML page came instead of JSON, titled '503 Service Unavailable'"),
        (said(200, LOGIN_PAGE, kind="text/html"), 200, "HTML page came instead of JSON, titled 'Login'"),
        (said(500, b'{"Message":"An error has occurred."}'), 500, "An error has occurred."),
        (said(404), 404, "HTTP 404: the answer is not Creatio's; check the address"),
        (said(200, b"{}"), 200, "the answer is not Creatio's"),
        (said(200, b"[1]"), 200, "the answer is not Creatio's"),
        (said(200, b'{"Code"'), 200, "the answer is not Creatio's"),
        (
            said(302, b"", "Location: https://sso.example.com/in?ticket=T"),
            302,
            "redirects to https://sso.example.com/in;",
        ),
        (said(308, b"", "Location: http://["), 308, "an address that is none"),
    ],
)
def test_failed_sign_in_says_why(server: Server, session: Session, answer: Said, status: int, message: str) -> None:
    server.logins = [answer]
    error = raises(lambda: session.request("GET", "Contact"))
    assert message in str(error)
    assert "ticket=T" not in str(error)
    assert error.status == status
    assert not server.data
    shows_no_secret(rendered(error))


def test_refused_sign_in_is_not_tried_again(server: Server, session: Session) -> None:
    server.logins = [login(Code=1, Message="Wrong.")]
    errors = [raises(lambda: session.request("GET", "Contact")) for _ in range(3)]
    assert [str(error) for error in errors] == ["sign-in refused: Wrong."] * 3
    assert len(set(map(id, errors))) == 3
    assert len(server.sign_ins) == 1


def test_sign_in_that_met_a_sick_server_is_tried_again(server: Server, session: Session) -> None:
    server.logins = [said(503, IIS, kind="text/html"), login(*NET_COOKIES)]
    meter = Meter()
    assert session.request("GET", "Contact", meter=meter).status == 200
    assert (len(server.sign_ins), meter.snapshot().retries) == (2, 1)


def test_sign_in_that_a_server_cannot_do_is_not_tried_for_ever(server: Server, session: Session) -> None:
    server.logins = [said(503, IIS, kind="text/html")]
    error = raises(lambda: session.request("GET", "Contact"))
    assert (error.status, len(server.sign_ins)) == (503, TRIES)
    assert f"(tried {TRIES} times in " in str(error)


def test_failed_renewal_is_the_error_of_the_request(server: Server, session: Session) -> None:
    server.answers = [EXPIRED]
    server.logins = [login(*NET_COOKIES), login(Code=1, Message="Locked.")]
    assert "Locked." in str(raises(lambda: session.request("GET", "Contact")))
    assert (len(server.data), len(server.sign_ins)) == (1, 2)


def test_threads_sign_in_once(server: Server, session: Session) -> None:
    server.logins = [said(200, b'{"Code":0}', f"Set-Cookie: BPMCSRF={TOKEN}", wait=0.1)]
    with ThreadPoolExecutor(12) as pool:
        replies = list(pool.map(lambda number: session.request("GET", f"Contact({number})"), range(24)))
    assert {reply.status for reply in replies} == {200}
    assert (len(server.data), len(server.sign_ins)) == (24, 1)


def test_threads_renew_an_expired_session_once(server: Server, session: Session) -> None:
    server.logins = [login("BPMCSRF=first"), said(200, b'{"Code":0}', "Set-Cookie: BPMCSRF=second", wait=0.1)]
    server.rule = lambda asked: GOOD if asked.headers["bpmcsrf"] == "second" else EXPIRED
    session.sign_in()
    with ThreadPoolExecutor(12) as pool:
        replies = list(pool.map(lambda number: session.request("GET", f"Contact({number})"), range(24)))
    assert {reply.status for reply in replies} == {200}
    assert len(server.sign_ins) == 2


def test_waiting_threads_share_a_failed_sign_in(server: Server, session: Session) -> None:
    server.logins = [said(500, IIS, kind="text/html", wait=0.8)]
    start = threading.Barrier(8)

    def ask(number: int) -> str:
        start.wait()
        return str(raises(lambda: session.request("GET", f"Contact({number})")))

    with ThreadPoolExecutor(8) as pool:
        messages = set(pool.map(ask, range(8)))
    assert len(messages) == 1
    assert len(server.sign_ins) == 1


# What goes over the wire.


@pytest.mark.parametrize(
    "path",
    [
        "Contact?$filter=Name%20eq%20'O''Brien'&$top=5",
        "Contact?$filter=Name%20eq%20%27a%27",
        "Contact(00000000-0000-0000-0000-000000000001)/Name/$value",
        "Contact?$filter=contains(Name,'100%25%20%26%20%23%2B%2F%3F%3D')&$select=Id,Name",
        "Contact?$filter=Name%20eq%20'%F0%9F%98%80'&$orderby=Name%20desc,Id",
        "Contact?$filter=Name%20eq%20'%41%7E~*!%22%3C%3E%5B%5D%5C%5E%60%7B%7C%7D'",
        "Set('a%2Fb%0A')?$expand=Account($select=Name;$top=1)&x=@p",
        "Contact?$filter=Url%20eq%20'http://a//../b'",
        "$metadata",
        "",
    ],
)
def test_path_reaches_the_wire_as_written(server: Server, session: Session, path: str) -> None:
    session.request("GET", path)
    assert server.data[0].target == f"/odata/{path}"


@pytest.mark.parametrize(
    "path", ["Contact x", "Contact#x", "Contact?a=%2", "Contact\r\nX: y", "Ünï", "../x", "a/%2e%2E/b", "a\\b"]
)
def test_path_that_is_no_path_is_not_sent(server: Server, session: Session, path: str) -> None:
    raises(lambda: session.request("GET", path), InternalError)
    assert not server.data


def test_headers_and_body_are_sent(server: Server, session: Session) -> None:
    session.request(
        "POST", "Contact", body=b"\x00{}", headers={"Content-Type": "x/y", "Accept": "a/b", "BPMCSRF": "no"}
    )
    asked = server.data[0]
    assert (asked.method, asked.body) == ("POST", b"\x00{}")
    sent = {
        name: asked.headers[name] for name in ("content-type", "accept", "accept-encoding", "user-agent", "bpmcsrf")
    }
    assert sent == {
        "content-type": "x/y",
        "accept": "a/b",
        "accept-encoding": "gzip",
        "user-agent": "creatio-dbapi",
        "bpmcsrf": TOKEN,
    }
    assert "authorization" not in asked.headers


def test_header_that_is_none_is_an_error(server: Server, session: Session) -> None:
    assert "cannot be written" in str(raises(lambda: session.request("GET", "Contact", headers={"A": "b\r\nc"})))
    assert not server.data


def test_next_link_on_the_same_root_is_followed(server: Server, session: Session) -> None:
    session.sign_in()
    session.request("GET", f"{session.root}/Contact?$skiptoken='a b|ü'")
    session.request("GET", "/odata/Contact?$skip=5")
    assert [asked.target for asked in server.data] == [
        "/odata/Contact?$skiptoken='a%20b%7C%C3%BC'",
        "/odata/Contact?$skip=5",
    ]


@pytest.mark.parametrize(
    "link",
    [
        "https://evil.example/odata/Contact",
        "http://127.0.0.1:1/odata/Contact?token=TOKEN-4567",
        "//evil.example/odata/Contact",
        "{url}/odataX/Contact",
        "{url}/other",
        "{url}/odata/../ServiceModel/x",
        "{url}/odata/%2e%2e/ServiceModel/x",
        "{user}/odata/Contact",
        "ftp://127.0.0.1/odata/Contact",
        "http://[/odata/",
        "http://127.0.0.1:port/odata/Contact",
    ],
)
def test_next_link_elsewhere_is_refused(server: Server, session: Session, link: str) -> None:
    session.sign_in()
    target = link.format(url=server.url, user=server.url.replace("//", "//u:p@"))
    error = raises(lambda: session.request("GET", target))
    assert "not followed" in str(error)
    shows_no_secret(str(error))
    assert not server.data


def test_keep_alive_serves_many_requests_over_one_connection(server: Server, session: Session) -> None:
    packed = gzip.compress(b"x" * 100_000)
    server.answers = [
        said(204),
        said(200, packed, "Content-Encoding: gzip"),
        chunked(b"a", b"b"),
        said(404, b"{}"),
        GOOD,
    ]
    for _ in range(6):
        session.request("GET", "Contact")
    assert {asked.connection for asked in server.asked} == {1}


# Bodies.


def chunked(*parts: bytes, end: bytes = b"0\r\n\r\n", headers: str = "", hang_up: bool = False) -> Said:
    body = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts)
    return Said(f"HTTP/1.1 200 OK\r\n{headers}Transfer-Encoding: chunked\r\n\r\n".encode() + body + end, hang_up)


def sized(length: int, body: bytes, headers: str = "") -> Said:
    return Said(f"HTTP/1.1 200 OK\r\n{headers}Content-Length: {length}\r\n\r\n".encode() + body, hang_up=True)


TEXT = b'{"value":[' + b"1," * 300_000 + b"1]}"
PACKED = gzip.compress(TEXT)
GZIP = "Content-Encoding: gzip\r\n"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (sized(len(TEXT), TEXT), TEXT),
        (sized(len(PACKED), PACKED, GZIP), TEXT),
        (sized(len(PACKED) * 2, PACKED * 2, GZIP), TEXT * 2),
        (sized(0, b"", GZIP), b""),
        (chunked(TEXT[:1000], TEXT[1000:]), TEXT),
        (chunked(PACKED[:50], PACKED[50:], headers=GZIP), TEXT),
        (chunked(*(bytes([byte]) for byte in PACKED[:-1]), PACKED[-1:], headers=GZIP), TEXT),
        (Said(b"HTTP/1.0 200 OK\r\n\r\n" + TEXT, hang_up=True), TEXT),
    ],
)
def test_whole_body_arrives(server: Server, session: Session, answer: Said, expected: bytes) -> None:
    server.answers = [answer]
    meter = Meter()
    assert session.request("GET", "Contact", meter=meter).body == expected
    with session.open("GET", "Contact") as stream:
        pieces = list(stream.chunks())
    assert b"".join(pieces) == expected
    assert max(map(len, pieces), default=0) <= 1024 * 1024
    assert meter.snapshot().bytes_received <= len(expected)


@pytest.mark.parametrize(
    "answer",
    [
        sized(len(TEXT) + 1, TEXT),
        sized(len(TEXT), b""),
        sized(len(PACKED), PACKED[:-20], GZIP),
        sized(len(PACKED) - 20, PACKED[:-20], GZIP),
        sized(len(PACKED) - 4, PACKED[:-4], GZIP),
        sized(len(PACKED), PACKED[:-8] + b"\x00" * 8, GZIP),
        sized(len(PACKED), b"\x00" * 8 + PACKED[8:], GZIP),
        sized(len(TEXT), TEXT, GZIP),
        sized(len(TEXT), TEXT, "Content-Encoding: br\r\n"),
        chunked(TEXT[:1000], end=b"", hang_up=True),
        chunked(TEXT[:1000], end=b"ff\r\nshort", hang_up=True),
        chunked(TEXT[:1000], end=b"nonsense\r\n\r\n", hang_up=True),
        chunked(PACKED[:-20], headers=GZIP),
    ],
)
def test_body_that_ends_early_is_an_error(server: Server, session: Session, answer: Said) -> None:
    server.answers = [answer]
    error = raises(lambda: session.request("GET", "Contact"))
    assert "ended early" in str(error) or "only gzip was asked for" in str(error)
    shows_no_secret(rendered(error))
    tries = len(server.data)
    assert tries == (1 if "only gzip" in str(error) else TRIES)
    with session.open("GET", "Contact") as stream, pytest.raises(OperationalError):
        list(stream.chunks())
    assert len(server.data) == tries + 1  # who reads while it arrives has had the beginning already


def test_lost_body_of_a_write_tells_its_status(server: Server, session: Session) -> None:
    server.answers = [Said(b"HTTP/1.1 201 Created\r\nContent-Length: 9\r\n\r\n{", hang_up=True)]
    assert raises(lambda: session.request("POST", "Contact", body=b"{}")).status == 201
    assert len(server.data) == 1


def test_half_read_stream_can_be_left(server: Server, session: Session) -> None:
    server.answers = [sized(len(TEXT), TEXT), GOOD]
    exchanges: list[Exchange] = []
    with Session(server.url, SessionCookies({}), observers=[exchanges.append]) as other:
        with other.open("GET", "Contact") as stream:
            assert (stream.status, stream.headers["content-length"]) == (200, str(len(TEXT)))
            next(stream.chunks())
        assert other.request("GET", "Contact").status == 200
    assert [exchange.status for exchange in exchanges] == [200, 200]
    assert 0 < exchanges[0].bytes < len(TEXT)


# Connections that fail.


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def failing(url: str, *, connect_timeout: float = 5.0, timeout: float = 5.0, verify: bool | str = True) -> Error:
    with Session(
        url,
        FormsAuthentication("Sue", PASSWORD),
        connect_timeout=connect_timeout,
        timeout=timeout,
        verify=verify,
        policy=SOON,
    ) as session:
        error = raises(lambda: session.request("GET", "Contact"))
    assert isinstance(error.__cause__, Exception)
    shows_no_secret(rendered(error))
    return error


def test_refused_connection() -> None:
    url = f"http://127.0.0.1:{closed_port()}"
    assert f"{url} refused the connection; check host and port" in str(failing(url))


def test_unknown_host() -> None:
    assert "the host of https://nosuch.invalid is not known" in str(failing("https://nosuch.invalid"))


def test_host_name_that_cannot_be_one() -> None:
    assert "cannot be written" in str(failing(f"https://{'a' * 70}.example"))


def test_tls_to_a_port_without_tls(server: Server) -> None:
    assert "TLS with https://127" in str(failing(server.url.replace("http:", "https:")))


@pytest.fixture
def secure(tmp_path: Path) -> Iterator[Server]:
    """A scripted server behind the self-signed certificate, which is written to `ca.pem`."""
    (tmp_path / "ca.pem").write_text(CERTIFICATE)
    (tmp_path / "both.pem").write_text(CERTIFICATE + KEY)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "both.pem")
    running = Server(context=context)
    yield running
    running.stop()


def test_certificate_that_is_not_trusted(secure: Server) -> None:
    message = str(failing(secure.url))
    assert "is not trusted" in message
    assert "verify=" in message


def test_certificate_that_verify_names(secure: Server, tmp_path: Path) -> None:
    with Session(secure.url, FormsAuthentication("Sue", PASSWORD), verify=str(tmp_path / "ca.pem")) as session:
        assert session.request("GET", "Contact").status == 200


def test_verify_that_names_no_file() -> None:
    error = raises(lambda: Session("https://a.example", SessionCookies({}), verify="nowhere.pem"), InterfaceError)
    assert "'nowhere.pem' names no file" in str(error)


def test_connect_timeout() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        fillers = [socket.socket() for _ in range(4)]  # a full queue answers nobody
        for filler in fillers:
            filler.setblocking(False)
            filler.connect_ex(listener.getsockname())
        message = str(failing(f"http://127.0.0.1:{listener.getsockname()[1]}", connect_timeout=0.4))
        for filler in fillers:
            filler.close()
    assert "within 0.4 s" in message
    assert "connect_timeout=" in message


def test_read_timeout(server: Server) -> None:
    server.answers = [said(200, b"{}", wait=0.9)]
    message = str(failing(server.url, timeout=0.4))
    assert "did not answer within 0.4 s" in message
    assert "timeout=" in message
    assert len(server.data) == 1


def test_read_timeout_of_the_sign_in(server: Server) -> None:
    server.logins = [said(200, b"{}", wait=0.9)]
    assert "within 0.4 s" in str(failing(server.url, timeout=0.4))


def test_read_timeout_in_the_middle_of_a_body(server: Server) -> None:
    server.answers = [Said(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{")]
    assert "within 0.4 s" in str(failing(server.url, timeout=0.4))


def test_read_over_a_connection_that_was_closed_goes_out_again(server: Server, session: Session) -> None:
    server.answers = [Said(b"", hang_up=True), GOOD]
    meter = Meter()
    assert session.request("GET", "Contact", meter=meter).status == 200
    assert (meter.snapshot().requests, meter.snapshot().retries) == (2, 1)


def test_read_goes_out_again_only_so_often(server: Server) -> None:
    server.answers = [Said(b"", hang_up=True)]
    message = str(failing(server.url))
    assert "dropped the connection before it answered" in message
    assert f"(tried {TRIES} times in " in message
    assert len(server.data) == TRIES


@pytest.mark.parametrize("method", ["POST", "PATCH", "PUT", "DELETE"])
def test_write_whose_answer_was_lost_is_not_sent_again(server: Server, session: Session, method: str) -> None:
    server.answers = [Said(b"", hang_up=True)]
    error = raises(lambda: session.request(method, "Contact(1)", body=b"{}"))
    assert f"whether the {method} was carried out is not known" in str(error)
    assert len(server.data) == 1


def test_nonsense_instead_of_http(server: Server) -> None:
    server.answers = [Said(b"220 mail.example ESMTP\r\n", hang_up=True)]
    assert "dropped the connection" in str(failing(server.url))


# Closing, watching, keeping quiet.


def test_close_signs_out_once(server: Server, session: Session) -> None:
    session.request("GET", "Contact")
    session.close()
    session.close()
    logouts = [asked for asked in server.asked if asked.target == "/ServiceModel/AuthService.svc/Logout"]
    assert len(logouts) == 1
    assert logouts[0].headers["bpmcsrf"] == TOKEN
    assert session.closed
    assert "closed" in str(raises(lambda: session.request("GET", "Contact"), InterfaceError))


def test_close_without_a_sign_in_asks_nothing(server: Server, session: Session) -> None:
    session.close()
    assert not server.asked


def test_close_survives_a_dead_server() -> None:
    server = Server()
    session = Session(server.url, FormsAuthentication("Sue", PASSWORD), policy=SOON)
    session.request("GET", "Contact")
    server.stop()
    session.close()
    assert session.closed


def test_observers_see_every_exchange(server: Server) -> None:
    server.answers = [said(500, b"no"), Said(b"", hang_up=True)]
    exchanges: list[Exchange] = []
    with Session(server.url, FormsAuthentication("Sue", PASSWORD), observers=[exchanges.append]) as session:
        session.request("GET", "Contact")
        raises(lambda: session.request("POST", "Contact"))
    assert [(seen.method, seen.url, seen.status, seen.bytes) for seen in exchanges] == [
        ("GET", f"{server.url}/odata/Contact", 500, 2),
        ("POST", f"{server.url}/odata/Contact", None, 0),
    ]


def test_meter_adds_up_over_threads() -> None:
    meter = Meter()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: meter.add(requests=1, received=10, rows=2), range(1000)))
    meter.stop()
    figures = meter.snapshot()
    assert (figures.requests, figures.bytes_received, figures.rows_received) == (1000, 10_000, 2000)
    assert meter.snapshot().elapsed == figures.elapsed


def test_no_secret_is_shown_anywhere(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    authentication = FormsAuthentication("Sue", PASSWORD)
    server.logins = [login(*FRAMEWORK_COOKIES)]
    seen: list[object] = []
    with Session(server.url, authentication, timeout=0.5, observers=[seen.append], policy=SOON) as session:
        for answer in (GOOD, EXPIRED, Said(b"", hang_up=True), sized(9, b"{"), said(200, b"", wait=0.8), GOOD):
            server.answers = [answer]
            for method in ("GET", "POST"):
                try:
                    seen.append(session.request(method, "Contact"))
                except OperationalError as error:
                    seen.append(rendered(error))
        with session.open("GET", "$metadata") as stream:
            seen += [session, stream, vars(stream), authentication, vars(authentication), vars(session)]
    shows_no_secret(repr(seen) + caplog.text)
    assert f"POST {server.url}/0/odata/Contact: 401" in caplog.text


@pytest.mark.parametrize("holder", [FormsAuthentication("Sue", PASSWORD), SessionCookies({".ASPXAUTH": TICKET})])
def test_secrets_are_not_pickled(holder: object) -> None:
    raises(lambda: pickle.dumps(holder), InterfaceError)
    with Session("https://a.example", FormsAuthentication("Sue", PASSWORD)) as session:
        raises(lambda: pickle.dumps(session), InterfaceError)


# Addresses.


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("crm.example.com", "https://crm.example.com"),
        ("crm.example.com:8443", "https://crm.example.com:8443"),
        ("HTTPS://CRM.example.com:443/", "https://crm.example.com"),
        ("https://crm.example.com/0", "https://crm.example.com"),
        ("https://crm.example.com/0/", "https://crm.example.com"),
        ("https://crm.example.com/odata", "https://crm.example.com"),
        ("https://crm.example.com/0/odata//", "https://crm.example.com"),
        ("https://example.com/app/0/odata", "https://example.com/app"),
        ("https://example.com/app10", "https://example.com/app10"),
        ("http://localhost:8080", "http://localhost:8080"),
        ("http://127.0.0.5:80", "http://127.0.0.5"),
        ("http://[::1]:8080/", "http://[::1]:8080"),
    ],
)
def test_address_is_written_one_way(given: str, address: str) -> None:
    assert address_of(given) == address


@pytest.mark.parametrize(
    ("given", "advice"),
    [
        ("http://crm.example.com", "allow_http=True"),
        ("http://localhost.evil.example", "allow_http=True"),
        ("https://Sue:p4ss@crm.example.com", "user= and password="),
        ("Sue:p4ss/x@crm.example.com", "user= and password="),
        ("https://Sue:p4ss#1@crm.example.com", "user= and password="),
        ("https://crm.example.com?password=p4ss", "a query or a fragment"),
        ("https://crm.example.com/#p4ss", "a query or a fragment"),
        ("https://", "https://host[:port]"),
        ("", "https://host[:port]"),
        ("ftp://crm.example.com", "https://host[:port]"),
        ("crm.example.com:port", "https://host[:port]"),
        ("https://crm.example.com:99999", "https://host[:port]"),
        ("https://[::1", "https://host[:port]"),
        ("https://crm example.com", "https://host[:port]"),
        ("https:/crm.example.com", "https://host[:port]"),
        ("\n", "https://host[:port]"),
    ],
)
def test_address_that_cannot_be_used(given: str, advice: str) -> None:
    error = raises(lambda: address_of(given), InterfaceError)
    assert advice in str(error)
    shows_no_secret(str(error))


def test_plain_http_can_be_allowed() -> None:
    assert address_of("http://crm.example.com/", allow_http=True) == "http://crm.example.com"


# The sandbox, which holds itself to what Creatio is known to do.


@pytest.mark.parametrize(("platform", "root"), [("net", "/odata"), ("framework", "/0/odata")])
def test_sandbox_session_lives_through_an_expiry(platform: str, root: str) -> None:
    with Sandbox(contacts=5, platform=platform) as sandbox:
        authentication = FormsAuthentication(sandbox.user, sandbox.password)
        meter = Meter()
        with Session(address_of(sandbox.url), authentication) as session:
            assert session.request("GET", "Contact/$count", meter=meter).body == b"5"
            assert session.root == sandbox.url + root
            sandbox.site.sessions.expire()
            body = b'{"Name":"written after the expiry"}'
            made = session.request(
                "POST", "Contact", body=body, headers={"Content-Type": "application/json"}, meter=meter
            )
            assert made.status == 201
            assert session.request("GET", "Contact/$count", meter=meter).body == b"6"
        assert meter.snapshot().sign_ins == 2


def test_sandbox_refuses_a_wrong_password() -> None:
    with Sandbox(contacts=0) as sandbox, Session(sandbox.url, FormsAuthentication("Supervisor", "no")) as session:
        assert "Invalid username or password specified." in str(raises(session.sign_in))
