"""What nobody is to see is in no exception, frame, repr, plan, pickle or file; and the watch over the run works."""

from __future__ import annotations

import copy
import io
import logging
import os
import pickle
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from rich.traceback import Traceback

import creatio_dbapi
from creatio_dbapi import Connection, Error, InterfaceError
from creatio_dbapi.sandbox import Sandbox
from creatio_dbapi.sandbox.issued import MARK
from creatio_dbapi.secret import Secret, SecretMapping, unseen
from tests.fix_connection import query
from tests.fix_engine import IS_OLD, engine_of, sqlalchemy
from tests.fix_secrets import PASSWORD
from tests.scripted import Server, login, said

SECRET = PASSWORD + "-client"
COUNT = "SELECT count(*) FROM Contact"
ROOT = Path(__file__).parent.parent


def rendered(error: BaseException) -> str:
    """Write a traceback as rich does with the locals of every frame, without the frames of the tests."""
    frames = error.__traceback__
    while frames is not None and Path(frames.tb_frame.f_code.co_filename).parent.name == "tests":
        frames = frames.tb_next
    console = Console(file=io.StringIO(), width=400, color_system=None)
    console.print(
        Traceback.from_exception(
            type(error), error, frames, show_locals=True, locals_max_length=1000, locals_max_string=10_000, width=400
        )
    )
    return f"{console.file.getvalue()}{error!r}{error}{vars(error)}"  # type: ignore[attr-defined]


def raised(call: Callable[[], object], kind: type[BaseException] = Error) -> BaseException:
    """Run what must fail; what rich shows of it is long enough to hold something, and holds no secret."""
    with pytest.raises(kind) as caught:
        call()
    text = rendered(caught.value)
    assert len(text) > 500
    hides(text)
    return caught.value


def hides(text: str) -> None:
    """Check that a text holds no secret."""
    place = text.find(MARK)
    assert place < 0, text[max(0, place - 300) : place]


@pytest.fixture(scope="module")
def running() -> Iterator[Sandbox]:
    """A sandbox whose every secret is marked."""
    with Sandbox(contacts=50, password=PASSWORD, client_secret=SECRET) as sandbox:
        yield sandbox


@pytest.fixture
def site(running: Sandbox) -> Sandbox:
    """The sandbox as it is at the start."""
    running.reset_switches()
    running.expire_sessions()
    return running


def bearer_of(site: Sandbox) -> Callable[[], str]:
    """Return a function that gives tokens."""
    import requests

    form = {"client_id": "sandbox", "client_secret": SECRET, "grant_type": "client_credentials"}
    return lambda: str(requests.post(f"{site.url}/connect/token", data=form, timeout=5).json()["access_token"])


def cookies_of(site: Sandbox) -> dict[str, str]:
    """Sign in and return the cookies."""
    import requests

    given = {"UserName": site.user, "UserPassword": PASSWORD}
    answer = requests.post(f"{site.url}/ServiceModel/AuthService.svc/Login", json=given, timeout=5)
    return {cookie.name: cookie.value or "" for cookie in answer.cookies}


WAYS: dict[str, Callable[[Sandbox], dict[str, Any]]] = {
    "password": lambda site: {"user": site.user, "password": PASSWORD},
    "client_credentials": lambda site: {"client_id": "sandbox", "client_secret": SECRET},
    "cookies": lambda site: {"cookies": cookies_of(site)},
    "token function": lambda site: {"token": bearer_of(site)},
    "token": lambda site: {"token": bearer_of(site)()},
}


@pytest.fixture(params=WAYS)
def connection(request: pytest.FixtureRequest, site: Sandbox) -> Iterator[Connection]:
    """A connection by each way in."""
    options = {"cache_directory": "", "retry_wait": 0.01, "retry_wait_most": 0.05, **WAYS[request.param](site)}
    with creatio_dbapi.connect(site.url, **options) as opened:
        yield opened


# Nothing shows.


def test_no_statement_shows_a_secret(connection: Connection, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    texts = []
    for sql in (
        COUNT,
        f"EXPLAIN {COUNT}",
        f"EXPLAIN ANALYZE {COUNT}",
        "INSERT INTO City (Name) VALUES ('x') RETURNING Id",
    ):
        with connection.cursor() as cursor:
            texts += [repr(cursor.execute(sql).fetchall()), repr(cursor.stats), repr(cursor), repr(vars(cursor))]
    texts += [repr(connection), repr(vars(connection)), repr(connection.options), repr(vars(connection._session))]
    texts += [repr(connection._session._login), repr(connection._session._login.access)]
    hides("".join(texts) + caplog.text)
    assert "/odata/Contact" in caplog.text


FAULTS: dict[str, Callable[[Sandbox], None]] = {
    "status": lambda site: site.fail_next(None, status=500),
    "gate": lambda site: site.fail_next(None, status=401),
    "html": lambda site: site.html_next(None),
    "drop": lambda site: site.drop_next(None),
    "drop in the body": lambda site: site.drop_next(None, stage="mid_body"),
    "broken": lambda site: site.break_json_next(None),
    "truncated": lambda site: site.truncate_next(None),
    "redirect": lambda site: site.fail_next(None, status=302, location="https://evil.example/"),
    "no sign-in": lambda site: site.fail_next(None, status=500, login=True),
    "lost sign-in": lambda site: site.drop_next(None, login=True),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("connection", ["password", "client_credentials"], indirect=True)
def test_no_failure_shows_a_secret(connection: Connection, site: Sandbox, fault: str) -> None:
    connection.catalog.load()
    if "sign-in" in fault:
        site.expire_sessions()
    FAULTS[fault](site)
    raised(lambda: query(connection, "SELECT Name FROM Contact"))
    if fault in ("drop", "gate"):
        raised(lambda: connection.cursor().execute("INSERT INTO City (Name) VALUES ('x')"))


@pytest.mark.parametrize(
    "given",
    [
        {"timeout": "soon"},
        {"colour": "red"},
        {
            "identity_url": "http://identity.example.com",
            "client_secret": SECRET,
            "authentication": "client_credentials",
        },
        {"client_id": "sandbox"},
        {"token": 5.0},
        {"cookies": {"a": "x\r\ny"}},
        {"proxy": f"http://name:{PASSWORD}@"},
        {"proxy": f"http://name:{PASSWORD}@127.0.0.1:1"},
        {"login": "nobody"},
        {"csrf": PASSWORD},
        {"refresh_token": PASSWORD, "platform": "java"},
        {"client_certificate": "nowhere.pem"},
        {"cookies": {"a": f"{PASSWORD}\n"}, "authentication": "cookies", "password": None},
    ],
    ids=lambda given: ",".join(given),
)
def test_no_argument_shows_a_secret(site: Sandbox, given: dict[str, Any]) -> None:
    arguments = {"user": "Sue", "password": PASSWORD, **given}

    def count() -> None:
        with creatio_dbapi.connect(site.url, cache_directory="", **arguments) as opened:
            query(opened, COUNT)

    raised(count)


@pytest.mark.parametrize("length", [0, 1, 50])
def test_a_server_that_repeats_the_password_is_not_repeated(length: int) -> None:
    server = Server(logins=[login(Code=1, Message="x" * length + f" wrong password {PASSWORD} for Sue")])
    try:
        with creatio_dbapi.connect(server.url, "Sue", PASSWORD, cache_directory="") as connection:
            assert "wrong password *** for Sue" in str(raised(lambda: query(connection, COUNT)))
    finally:
        server.stop()


@pytest.mark.parametrize("where", ["sign-in", "data"])
def test_control_c_shows_no_secret(where: str) -> None:
    slow = said(200, b"{}", wait=4)
    server = Server(logins=[slow if where == "sign-in" else login(f".ASPXAUTH={PASSWORD}; path=/")], answers=[slow])
    timer = threading.Timer(0.5, signal.pthread_kill, (threading.main_thread().ident, signal.SIGINT))
    try:
        with creatio_dbapi.connect(server.url, "Sue", PASSWORD, cache_directory="") as connection:
            timer.start()
            raised(lambda: query(connection, COUNT), KeyboardInterrupt)
    finally:
        timer.cancel()
        server.stop()


def test_sqlalchemy_shows_no_secret(site: Sandbox) -> None:
    engine = engine_of(site)
    hides(repr(engine) + repr(vars(engine)) + repr(engine.url))
    if not IS_OLD:  # SQLAlchemy 1.4 writes the password into the text of a URL, whatever the dialect
        hides(str(engine.url))
    site.fail_next(None, status=500, login=True)
    with closing(engine.connect()) as connected:
        raised(lambda: connected.execute(sqlalchemy.text(COUNT)), sqlalchemy.exc.DBAPIError)
    engine.dispose()


def test_nothing_is_pickled_or_copied(connection: Connection) -> None:
    query(connection, COUNT)
    login = connection._session._login
    for thing in (connection, connection._session, login, login.authentication, login.access):
        for way in (pickle.dumps, copy.deepcopy):
            with pytest.raises((InterfaceError, TypeError, AttributeError, pickle.PicklingError)) as caught:
                way(thing)
            hides(str(caught.value))


def test_the_cache_holds_no_secret(site: Sandbox, tmp_path: Path) -> None:
    for name, way in WAYS.items():
        with creatio_dbapi.connect(site.url, cache_directory=str(tmp_path / name), **way(site)) as connection:
            query(connection, COUNT)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    # Nothing is kept for whom the driver does not know: with cookies and tokens.
    assert {path.parent.name for path in files} == {"password", "client_credentials"}
    for path in files:
        hides(path.read_bytes().decode("latin-1") + path.name)


# The wrappings.


def test_a_wrapping_shows_nothing() -> None:
    secret, mapping = Secret(PASSWORD), SecretMapping({"Cookie": PASSWORD}, more=PASSWORD)
    console = Console(file=io.StringIO(), width=200)
    console.print(secret, mapping, [secret], {"a": mapping})
    texts = [repr(secret), str(secret), f"{secret}", repr(mapping), console.file.getvalue()]  # type: ignore[attr-defined]
    hides("".join(texts))
    assert secret.reveal() == PASSWORD
    assert mapping.reveal() == {"Cookie": PASSWORD, "more": PASSWORD}
    assert (secret == Secret(PASSWORD), secret == Secret("x"), secret == PASSWORD) == (True, False, False)
    assert copy.deepcopy(secret) == secret
    for each in (secret, mapping):
        with pytest.raises(InterfaceError):
            pickle.dumps(each)


def test_unseen_frames_are_cut_off_with_all_causes() -> None:
    def inner(text: str) -> None:
        try:
            raise KeyError(len(text))
        except KeyError as error:
            raise ValueError from error

    with pytest.raises(ValueError) as caught:
        unseen(lambda: inner(PASSWORD))
    text = rendered(caught.value)
    hides(text)
    assert "KeyError" in text


# The watch.

LEAKS = """\
import logging, subprocess, sys, warnings
from creatio_dbapi.sandbox.issued import issue

def test_clean(): print("nothing")
def test_printed(): print("printed", issue(8))
def test_printed_to_standard_error(): print("printed", issue(8), file=sys.stderr)
def test_logged(): logging.getLogger("creatio_dbapi.session").debug("a %s", issue(8))
def test_logged_by_a_library(): logging.getLogger("urllib3.connectionpool").debug("a %s", issue(8))
def test_logged_in_a_traceback():
    try:
        raise ValueError(issue(8))
    except ValueError:
        logging.getLogger("x").exception("failed")
def test_of_another_process(): subprocess.run([sys.executable, "-c", f"print('{issue(8)}')"])
"""
WRITES = """\
from creatio_dbapi.sandbox.issued import issue
def test_written(tmp_path): (tmp_path / "file.bin").write_bytes(b"\\xff" + issue(8).encode())
def test_stored(tmp_path): (tmp_path / "logins.toml").write_text(issue(8))
"""
WARNS = """\
import warnings
from creatio_dbapi.sandbox.issued import issue
def test_warned(): warnings.warn(issue(8))
"""


@pytest.mark.parametrize(
    ("code", "counts"),
    [(LEAKS, "6 failed, 1 passed"), (WRITES, "2 passed, 1 error"), (WARNS, "1 passed, 1 warning")],
    ids=["printed and logged", "written", "warned"],
)
def test_the_watch_sees_what_comes_out(tmp_path: Path, code: str, counts: str) -> None:
    (tmp_path / "test_leaks.py").write_text(code)
    words = ["-m", "pytest", "-q", "-p", "tests.fix_secrets", "-p", "no:cacheprovider", "--rootdir", str(tmp_path)]
    done = subprocess.run(  # noqa: S603 - words of our own
        [sys.executable, *words, f"--basetemp={tmp_path / 'base'}", "-c", os.devnull, str(tmp_path)],
        capture_output=True, text=True, check=False, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    (tmp_path / "base").rename(tmp_path / "logins.toml.d")
    for path in (tmp_path / "logins.toml.d").rglob("*.bin"):
        path.unlink()
    assert done.returncode == 1
    assert counts in done.stdout, re.sub(MARK + r"\S*", "***", done.stdout + done.stderr)
    assert "a secret came out" in done.stdout
