"""Where a command goes and as whom: options, environment, a stored login, or the built-in sandbox."""

from __future__ import annotations

import functools
import getpass
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import urlsplit

import click

import creatio_dbapi
from creatio_dbapi.addresses import PlainHttpError
from creatio_dbapi.catalog import did_you_mean, nearest
from creatio_dbapi.credentials import Login, default_login, read_login, secret_of
from creatio_dbapi.secret import Secret

SANDBOX = "sandbox"


@dataclass(frozen=True, slots=True)
class Place:
    """Arguments of `connect`; `name` is what people call the instance."""

    name: str
    url: str | None = None
    user: str | None = None
    password: Secret | None = None
    login: str | None = None
    options: dict[str, Any] = field(default_factory=dict, repr=False)  # a proxy's address may hold a password

    @property
    def is_sandbox(self) -> bool:
        """Whether this is the built-in sandbox."""
        return self.url == SANDBOX


THE_SANDBOX = Place(SANDBOX, SANDBOX)


@contextmanager
def http_allowed_by(way: str) -> Iterator[None]:
    """Say in the refusal of plain HTTP how a command allows it."""
    try:
        yield
    except PlainHttpError as error:
        raise PlainHttpError(error.host, way) from None


@http_allowed_by("--option allow_http=true")
def connect(place: Place) -> creatio_dbapi.Connection:
    """Open a connection to a place."""
    named = {} if place.login is None else {"login": place.login}
    return creatio_dbapi.connect(place.url, place.user, place.password, **named, **place.options)


Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--url", metavar="URL", help="The instance, such as https://crm.example.com. [CREATIO_URL]"),
    click.option("--user", metavar="NAME", help="The name to sign in with. [CREATIO_USER]"),
    click.option("--password", metavar="WORD", help="Better in CREATIO_PASSWORD, or typed when asked for."),
    click.option("--login", metavar="NAME", help="A login that `creatio login` stored. [CREATIO_LOGIN]"),
    click.option("--option", "options", metavar="NAME=VALUE", multiple=True, help="An option of connect()."),
    click.option("--debug", is_flag=True, help="Show where in the program an error comes from."),
)


def with_place(command: Command) -> Command:
    """Give a command the options that say where it goes; it gets a Place as `place`."""

    @functools.wraps(command)
    def placed(
        url: str | None,
        user: str | None,
        password: str | None,
        login: str | None,
        options: tuple[str, ...],
        debug: bool,
        **others: Any,
    ) -> Any:
        secret = None if password is None else Secret(password)
        del password
        place = place_of(url, user, secret, login, dict(map(_option, options)))
        with _told_warnings():
            return command(place=place, **others)

    for option in reversed(_OPTIONS):
        placed = option(placed)
    return placed  # type: ignore[return-value]


def place_of(
    url: str | None, user: str | None, password: Secret | None, login: str | None, options: dict[str, Any]
) -> Place:
    """Decide where to go: what is given counts, then the environment, then the default login, then the sandbox."""
    if url == SANDBOX:
        return Place(SANDBOX, SANDBOX, user, password, options=options)
    login = login or (os.environ.get("CREATIO_LOGIN") if url is None else None) or None
    known = url or os.environ.get("CREATIO_URL") or None
    stored = read_login(login) if login else default_login() if known is None else None
    if stored is not None:
        known = stored.url
    if known == SANDBOX or known is None:
        if user or password:
            raise click.UsageError("--user and --password are for an instance: give --url too")
        return Place(SANDBOX, SANDBOX, options=options)
    if password is None and _signs_in_by_password(stored, options):
        user = user or (stored.user if stored else None) or os.environ.get("CREATIO_USER") or None
        if not user:
            near = did_you_mean(nearest(host_of(known), [SANDBOX]))
            raise click.UsageError(f"who signs in? give --user, or set CREATIO_USER{near}")
        if not _has_password(stored, user):
            password = ask_password(user)
    return Place(host_of(known), url, user, password, login, options)


def _signs_in_by_password(stored: Login | None, options: dict[str, Any]) -> bool:
    if stored is not None:
        return stored.authentication == "password"
    others = ("authentication", "client_id", "token", "cookies")
    return not any(name in options or os.environ.get(f"CREATIO_{name.upper()}") for name in others)


def _has_password(stored: Login | None, user: str) -> bool:
    if os.environ.get("CREATIO_PASSWORD"):
        return True
    return stored is not None and stored.user == user and secret_of(stored, "password") is not None


def host_of(url: str) -> str:
    """Return the host of an address, which may lack its scheme."""
    return urlsplit(url if "://" in url else f"//{url}").hostname or url


def ask_password(user: str, variable: str = "CREATIO_PASSWORD") -> Secret:
    """Ask for a password on the terminal; it is not shown. `variable` could have given it."""
    if not sys.stdin.isatty():
        raise click.UsageError(f"the password is missing: set {variable}")
    return Secret(getpass.getpass(f"Password of {user}: "))


def _option(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise click.UsageError("--option is NAME=VALUE, such as --option timeout=10")
    if name in ("url", "user", "password"):
        raise click.UsageError(f"there is --{name} for that")
    return name, value


@contextmanager
def _told_warnings() -> Iterator[None]:
    """Print the driver's warnings as sentences."""
    with warnings.catch_warnings():
        warnings.simplefilter("always", creatio_dbapi.Warning)
        warnings.showwarning = _show_warning
        yield


def _show_warning(message: Warning | str, category: type[Warning], *place: Any, **line: Any) -> None:
    print(f"creatio: warning: {message}", file=sys.stderr)
