"""Which way in: what arguments, a stored login and the environment give together.

Arguments come first, then the login that is named, the environment, and the default login. A secret is only used with
the address and the user that it stands beside: one for another site, or for somebody else, does not count.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast, get_args

from creatio_dbapi.addresses import address_of, service_address_of
from creatio_dbapi.auth import Authentication, FormsAuthentication, SessionCookies, TokenAuthentication
from creatio_dbapi.catalog import did_you_mean, nearest
from creatio_dbapi.credentials import Kind, Login, default_login, keep_secret, read_login, secret_of
from creatio_dbapi.errors import InterfaceError
from creatio_dbapi.oauth import REDIRECT, Application, AuthorizationCode, ClientCredentials, HeldToken, RefreshTokens
from creatio_dbapi.options import SECRETS, SIGN_IN, read_argument, wrapped
from creatio_dbapi.platforms import Platform
from creatio_dbapi.secret import Secret, SecretMapping

SANDBOX = "sandbox"
_ENVIRONMENT = ("user", "password", "authentication", "client_id", "client_secret", "identity_url", "scope", "token")
_KINDS: tuple[str, ...] = get_args(Kind)
_PATIENCE = 300.0


@dataclass(frozen=True, slots=True)
class WayIn:
    """Where to connect, and how to sign in there; `user` is whom a catalog on disk is kept for, if that is known."""

    url: str
    authentication: Authentication
    user: str | None
    options: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of `connect`, with what nobody is to see in wrappings."""

    url: Any
    sign_in: Mapping[str, Any]
    options: Mapping[str, Any]


def take_arguments(url: Any, user: Any, password: Any, options: dict[str, Any]) -> Arguments:
    """Wrap the secrets among the arguments of `connect` and take them out of `options`; checks nothing."""
    given = {"user": user, "password": password, **{name: options.pop(name) for name in SIGN_IN if name in options}}
    sign_in = {name: wrapped(name, value) for name, value in given.items() if value is not None}
    rest = {name: wrapped(name, options.pop(name)) for name in list(options)}
    return Arguments(url, sign_in, rest)


def find_way(given: Arguments) -> WayIn:
    """Find the way in; raises InterfaceError for what is missing or does not fit together, before anything is sent."""
    if given.url is not None and not isinstance(given.url, str):
        raise InterfaceError(f"the address of an instance is a text, not {type(given.url).__name__}")
    sources = _sources(given)
    url = next((source.url for source in sources if source.url is not None), None)
    if url is None:
        raise InterfaceError(_NO_ADDRESS)
    fitting = [source for source in sources if source.url is None or _same_site(source.url, url)]
    options: dict[str, Any] = {}
    for source in reversed(fitting):
        options.update(source.options)
    return _Finder(url, fitting, options).way()


_NO_ADDRESS = (
    'give the address of an instance: connect("https://crm.example.com", …), the name of a stored login: '
    'connect(login="…"), or CREATIO_URL in the environment; connect("sandbox") is the built-in sandbox'
)
_NO_USER = 'give user and password: connect("https://crm.example.com", user="…", password="…")'


@dataclass(frozen=True, slots=True)
class _Source:
    """One place that arguments come from."""

    name: str
    url: str | None
    values: Mapping[str, Any]
    options: Mapping[str, Any] = field(default_factory=dict, repr=False)
    login: Login | None = None

    def secret(self, kind: str) -> Any:
        if kind in self.values:
            return self.values[kind]
        return secret_of(self.login, cast(Kind, kind)) if self.login is not None and kind in _KINDS else None


def _sources(given: Arguments) -> list[_Source]:
    """Return the sources in their order; the default login is looked at only when something is missing."""
    named = {name: read_argument(name, value) for name, value in given.sign_in.items()}
    sources = [_Source("the arguments", given.url, named, given.options)]
    name = named.get("login") or (os.environ.get("CREATIO_LOGIN") if given.url is None else None)
    if name:
        sources.append(_of_login(read_login(name)))
        if given.url is not None and not _same_site(given.url, sources[1].url or ""):
            raise InterfaceError(f"login {name!r} is for {sources[1].url}, not for {given.url}; give one of the two")
    if given.url != SANDBOX:
        sources.append(_of_environment())
    told = any(_evidence(source) for source in sources)
    if not told or all(source.url is None for source in sources):
        login = default_login() if given.url != SANDBOX else None
        sources += [_of_login(login)] if login is not None else []
    return sources


def _of_login(login: Login) -> _Source:
    values: dict[str, Any] = {"authentication": login.authentication}
    values |= {name: getattr(login, name) for name in ("user", "client_id", "identity_url")}
    values |= {name: read_argument(name, value) for name, value in login.options.items() if name in SIGN_IN}
    known = {name: value for name, value in values.items() if value is not None and name not in SECRETS}
    options = {name: value for name, value in login.options.items() if name not in SIGN_IN}
    return _Source(f"login {login.name!r}", login.url, known, options, login)


def _of_environment() -> _Source:
    names = {name: f"CREATIO_{name.upper()}" for name in _ENVIRONMENT}
    found = {name: wrapped(name, os.environ[key]) for name, key in names.items() if os.environ.get(key)}
    values = {name: read_argument(name, value) for name, value in found.items()}
    return _Source("the environment", os.environ.get("CREATIO_URL") or None, values)


def _evidence(source: _Source) -> list[str]:
    """Return the ways in that a source speaks of."""
    if "authentication" in source.values:
        return [source.values["authentication"]]
    ways = {
        "token": {"token"},
        "cookies": {"cookies"},
        "client": {"client_id", "client_secret"},
        "password": {"password"},
    }
    found = [way for way, names in ways.items() if names & source.values.keys()]
    # A user beside a token or cookies only says whose they are.
    return found or (["password"] if "user" in source.values else [])


def _same_site(one: str, other: str) -> bool:
    """Say whether two addresses are of one site; what is no address is no site."""
    try:
        return one == other or address_of(one, allow_http=True) == address_of(other, allow_http=True)
    except InterfaceError:
        return False


class _Finder:
    """Puts together what the sources give for one site."""

    def __init__(self, url: str, sources: Sequence[_Source], options: Mapping[str, Any]) -> None:
        self._url = url
        self._sources = sources
        self._options = options

    def way(self) -> WayIn:
        """Make the way in that the sources speak of."""
        name = self._name()
        if name is None and self._url == SANDBOX:
            return self._sandbox()
        makers: Mapping[str, Callable[[], tuple[Authentication, str | None]]] = {
            "password": self._password,
            "client_credentials": self._client_credentials,
            "authorization_code": self._authorization_code,
            "cookies": self._cookies,
            "token": self._token,
        }
        if name is None:
            host = self._url.rpartition("//")[2]
            raise InterfaceError(f"{_NO_USER}{did_you_mean(nearest(host, [SANDBOX]))}")
        if self._url == SANDBOX and name == "password":
            return self._sandbox()
        authentication, user = makers[name]()
        url = _shared_sandbox().url if self._url == SANDBOX else self._url
        return WayIn(url, authentication, user, self._options)

    def _name(self) -> str | None:
        for source in self._sources:
            found = _evidence(source)
            if len(found) > 1:
                raise InterfaceError(
                    f"{source.name} speak of {' and '.join(found)}; say which by authentication=…"
                    if source.name != "the environment"
                    else f"the environment speaks of {' and '.join(found)}; say which in CREATIO_AUTHENTICATION"
                )
            if found == ["client"]:
                has_secret = self._secret("client_secret", "client_id") is not None
                return "client_credentials" if has_secret else "authorization_code"
            if found:
                return found[0]
        return None

    def _value(self, name: str) -> Any:
        return next((source.values[name] for source in self._sources if name in source.values), None)

    def _secret(self, kind: str, whose: str) -> Any:
        """Return a secret that stands beside the one whose it is, or beside nobody."""
        owner = self._value(whose)
        for source in self._sources:
            if source.values.get(whose, owner) == owner:
                secret = source.secret(kind)
                if secret is not None:
                    return secret
        return None

    def _sandbox(self) -> WayIn:
        sandbox = _shared_sandbox()
        user = self._value("user")
        password = self._secret("password", "user") or Secret(sandbox.password)
        authentication = FormsAuthentication(sandbox.user if user is None else user, password)
        return WayIn(sandbox.url, authentication, authentication.user, self._options)

    def _password(self) -> tuple[Authentication, str | None]:
        user, password = self._value("user"), self._secret("password", "user")
        if user is None or password is None:
            raise InterfaceError(_NO_USER if user is None else f"{_NO_USER}; there is no password for {user!r}")
        return FormsAuthentication(user, password), user

    def _client_credentials(self) -> tuple[Authentication, str | None]:
        application = self._application()
        return ClientCredentials(application), application.client_id

    def _authorization_code(self) -> tuple[Authentication, str | None]:
        application = self._application()
        return AuthorizationCode(
            application,
            tokens=self._refresh_tokens(),
            browser=self._value("browser"),
            redirect=self._value("redirect_uri") or REDIRECT,
            patience=self._value("browser_timeout") or _PATIENCE,
        ), self._value("user")

    def _application(self) -> Application:
        # In a URL, and for who knows only these, user and password stand for the client and its secret.
        arguments = self._sources[0].values
        client = self._value("client_id") or arguments.get("user")
        secret = self._secret("client_secret", "client_id") or arguments.get("password")
        if client is None:
            raise InterfaceError('give client_id: connect("https://crm.example.com", client_id="…", client_secret="…")')
        identity, allow = self._value("identity_url"), _is_true(self._options.get("allow_http"))
        return Application(
            client,
            secret,
            None if identity is None else service_address_of(identity, allow_http=allow),
            self._value("scope"),
            cast("Platform | None", self._value("platform")),
        )

    def _refresh_tokens(self) -> RefreshTokens:
        given = self._sources[0].values.get("refresh_token")
        client = self._value("client_id")
        for source in self._sources:
            if source.login is not None and given is None and source.values.get("client_id") == client:
                return _StoredToken(source.login) if source.login.kept_in != "none" else HeldToken()
        return HeldToken(given)

    def _cookies(self) -> tuple[Authentication, str | None]:
        cookies = self._value("cookies")
        if cookies is None:
            raise InterfaceError("give cookies: those of a session that is there already, as a mapping")
        jar = cookies if isinstance(cookies, SecretMapping) else _jar(cookies)
        platform = cast("Platform | None", self._value("platform"))
        return SessionCookies(jar, self._value("csrf"), platform), self._value("user")

    def _token(self) -> tuple[Authentication, str | None]:
        token = self._value("token") or self._sources[0].values.get("password")
        if token is None:
            raise InterfaceError("give token: a text, or a function that gives one")
        return TokenAuthentication(token, cast("Platform | None", self._value("platform"))), self._value("user")


class _StoredToken:
    """The refresh token of a stored login, in the place where that is kept."""

    lasting = True

    def __init__(self, login: Login) -> None:
        self._login = login

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _StoredToken) and (other._login.name, other._login.url) == (
            self._login.name,
            self._login.url,
        )

    def __hash__(self) -> int:
        return hash((self._login.name, self._login.url))

    def read(self) -> Secret | None:
        """Return the token as it is stored now: another process may have renewed it."""
        return secret_of(self._login, "refresh_token")

    def write(self, token: Secret | None) -> None:
        """Store another token."""
        if token is not None:
            keep_secret(self._login, "refresh_token", token)


def _jar(cookies: Secret) -> SecretMapping:
    """Read the text of a Cookie header."""
    pairs = (part.strip().partition("=") for part in cookies.reveal().split(";") if part.strip())
    return SecretMapping({name: value for name, _, value in pairs})


def _is_true(value: Any) -> bool:
    return str(value).lower() in ("true", "1", "yes", "on")


def _shared_sandbox() -> Any:
    # Named at run time, so that the driver stands without the sandbox and its web framework.
    return importlib.import_module("creatio_dbapi.sandbox").shared_sandbox()
