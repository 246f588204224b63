"""URLs: which instance they name, passwords, options, and what a wrong one says."""

from __future__ import annotations

from typing import Any

import pytest

from creatio_dbapi.sandbox import Sandbox
from tests.fix_engine import engine_of

sqlalchemy = pytest.importorskip("sqlalchemy")
from sqlalchemy import exc, text  # noqa: E402
from sqlalchemy.engine import make_url  # noqa: E402


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("creatio://u:p@crm.example.com", "https://crm.example.com"),
        ("creatio+https://u:p@crm.example.com:8443/path", "https://crm.example.com:8443/path"),
        ("creatio+http://u:p@127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("creatio://sandbox", "sandbox"),
        ("creatio://u:p@[::1]:8080", "https://[::1]:8080"),
    ],
)
def test_a_url_names_the_instance(url: str, address: str) -> None:
    arguments, _ = sqlalchemy.create_engine(url).dialect.create_connect_args(make_url(url))
    assert arguments == [address]


def test_every_character_of_a_password_arrives() -> None:
    password = "".join(chr(code) for code in range(33, 127)) + "пароль 🔑"
    build: Any = getattr(sqlalchemy.engine.URL, "create", None)
    url = build("creatio", username="u", password=password, host="crm.example.com")
    _, options = sqlalchemy.create_engine(url).dialect.create_connect_args(url)
    assert options["password"].reveal() == password


def test_such_a_password_signs_in() -> None:
    password = "".join(chr(code) for code in range(33, 127)) + "пароль"
    with Sandbox(contacts=0, password=password) as sandbox:
        build: Any = sqlalchemy.engine.URL
        url = build.create("creatio+http", "Supervisor", password, "127.0.0.1", sandbox.port)
        engine = engine_of(sandbox, url.render_as_string(hide_password=False))
        with engine.connect() as connection:
            assert connection.execute(text("SELECT count(*) FROM CaseStatus")).scalar() > 0
        engine.dispose()


def test_an_option_is_a_query_parameter() -> None:
    url = make_url("creatio://u:p@crm.example.com?timeout=5&pushdown=false")
    _, options = sqlalchemy.create_engine(url).dialect.create_connect_args(url)
    assert (options["timeout"], options["pushdown"]) == ("5", "false")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("creatio://", "names no host"),
        ("creatio://u:p@h?timeot=3", 'no option "timeot"; did you mean "timeout"'),
        ("creatio://u:p@h?timeout=soon", "timeout is a number of seconds"),
        ("creatio://u:p@h?pushdown=maybe", "pushdown is true or false"),
        ("creatio://u:p@h?timeout=1&timeout=2", "given 2 times"),
        ("creatio://u:p@h?profile=odate", "profile is one of creatio, odata"),
        ("creatio://u:p@h?password=p", "password does not belong into the query"),
    ],
)
def test_a_wrong_url_says_what_would_work(url: str, words: str) -> None:
    with pytest.raises(exc.ArgumentError, match=words):
        sqlalchemy.create_engine(url).connect()


def test_connecting_sends_nothing(engine: Any, sandbox: Sandbox) -> None:
    with engine.connect():
        assert not sandbox.requests


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("creatio://u:p@h:99999", "not the address of a site"),
        ("creatio://:p@h", "give user and password"),
        ("creatio+http://u:p@crm.example.com", "plain HTTP"),
    ],
)
def test_what_the_driver_refuses_is_an_interface_error(url: str, words: str) -> None:
    with pytest.raises(exc.InterfaceError, match=words):
        sqlalchemy.create_engine(url).connect()
