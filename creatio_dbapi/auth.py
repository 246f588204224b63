"""Ways to sign in to Creatio: user and password, a session that is there already, or a token."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import NoReturn, Protocol

import msgspec
import requests

from creatio_dbapi.errors import InterfaceError, OperationalError
from creatio_dbapi.gate import Answer, SecretBody, Timeouts, ask, cookies_of
from creatio_dbapi.platforms import Platform, find_platform
from creatio_dbapi.replies import HTML, location_of, page_title, type_of
from creatio_dbapi.secret import Secret, SecretMapping, without

__all__ = [
    "Authentication", "Credentials", "FormsAuthentication", "SessionCookies", "SignInRefusedError", "Timeouts",
    "TokenAuthentication", "bearer", "cookie_credentials", "cookies_of", "renewed",
]  # fmt: skip

_SERVICE = "/ServiceModel/AuthService.svc"  # at the site root on both platforms, never under /0
_LOGOUT_SECONDS = 5.0
_LONGEST_REASON = 600
_TOKEN = re.compile(r"[A-Za-z0-9._~+/-]+=*")  # https://www.rfc-editor.org/rfc/rfc6750#section-2.1
_COOKIE_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")  # https://www.rfc-editor.org/rfc/rfc6265#section-4.1.1
# Wider than the RFC, which servers do not keep to; but nothing that ends a cookie or a header.
_COOKIE_VALUE = re.compile(r"[\x20-\x3a\x3c-\x7e\xa0-\xff]*")


class SignInRefusedError(OperationalError):
    """The server said no to these credentials; trying them again could lock the account."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a sign-in gave: the headers of every request, and which build of Creatio answered."""

    headers: SecretMapping
    platform: Platform
    cookies: SecretMapping = field(default_factory=SecretMapping)


class Authentication(Protocol):
    """A way to sign in.

    `renewable` says whether doing it again can help after a session has expired. Two of them with equal `key` sign in
    the same user in the same way, so that one session can serve both.
    """

    @property
    def renewable(self) -> bool: ...

    @property
    def key(self) -> Hashable: ...

    def sign_in(self, http: requests.Session, address: str, timeout: Timeouts) -> Credentials: ...

    def sign_out(self, http: requests.Session, address: str, credentials: Credentials) -> None: ...


class FormsAuthentication:
    """User and password, through Creatio's AuthService."""

    renewable = True

    def __init__(self, user: str, password: str | Secret) -> None:
        self.user = user
        self._password = password if isinstance(password, Secret) else Secret(password)

    @property
    def key(self) -> Hashable:
        """What tells this way to sign in from others."""
        return "password", self.user, self._password

    def __repr__(self) -> str:
        return f"FormsAuthentication(user={self.user!r}, password='***')"

    def __reduce__(self) -> NoReturn:
        raise InterfaceError("an authentication holds a password and cannot be pickled")

    def sign_in(self, http: requests.Session, address: str, timeout: Timeouts) -> Credentials:
        """Ask for a session; `ForceUseSession` makes its end a clean 401 instead of a redirect."""
        answer = ask(
            http,
            "POST",
            f"{address}{_SERVICE}/Login",
            timeout,
            body=self._body(),
            headers={"Content-Type": "application/json", "Accept": "application/json", "ForceUseSession": "true"},
        )
        failure = _login_failure(answer, address, self._password)
        if failure is not None:
            raise failure
        return cookie_credentials(answer.cookies)

    def _body(self) -> SecretBody:
        if not (is_unicode(self.user) and is_unicode(self._password.reveal())):
            raise InterfaceError("user and password are texts of whole Unicode characters, without lone surrogates")
        return SecretBody(msgspec.json.encode({"UserName": self.user, "UserPassword": self._password.reveal()}))

    def sign_out(self, http: requests.Session, address: str, credentials: Credentials) -> None:
        """End the session on the server, so that sessions do not pile up there."""
        headers = credentials.headers.merged(SecretMapping({"Content-Type": "application/json"}))
        ask(http, "POST", f"{address}{_SERVICE}/Logout", (_LOGOUT_SECONDS, _LOGOUT_SECONDS), headers=headers)


class SessionCookies:
    """A session that is there already; it is used as it is and never signed out."""

    renewable = False

    def __init__(
        self,
        cookies: Mapping[str, str] | SecretMapping,
        csrf: str | Secret | None = None,
        platform: Platform | None = None,
    ) -> None:
        self._cookies = SecretMapping(cookies)
        self._platform = platform
        if csrf is not None:
            self._cookies = self._cookies.merged(
                SecretMapping(BPMCSRF=csrf.reveal() if isinstance(csrf, Secret) else csrf)
            )
        _check_cookies(self._cookies)

    @property
    def key(self) -> Hashable:
        """What tells this session from others."""
        return "cookies", self._cookies, self._platform

    def __repr__(self) -> str:
        return f"SessionCookies({sorted(self._cookies)})"

    def sign_in(self, http: requests.Session, address: str, timeout: Timeouts) -> Credentials:
        """Hand the cookies over; nothing is asked of the server."""
        credentials = cookie_credentials(self._cookies)
        return Credentials(credentials.headers, self._platform or credentials.platform, credentials.cookies)

    def sign_out(self, http: requests.Session, address: str, credentials: Credentials) -> None:
        """Leave the session to whoever opened it."""


class TokenAuthentication:
    """A bearer token, or a function that gives one and is called again when a token is refused."""

    def __init__(self, token: str | Secret | Callable[[], str], platform: Platform | None = None) -> None:
        self._token = Secret(token) if isinstance(token, str) else token
        self._platform = platform

    @property
    def renewable(self) -> bool:
        """Whether another token can be had."""
        return not isinstance(self._token, Secret)

    @property
    def key(self) -> Hashable:
        """What tells this token from others."""
        return "token", self._token, self._platform

    def __repr__(self) -> str:
        return f"TokenAuthentication({'***' if isinstance(self._token, Secret) else self._token!r})"

    def __reduce__(self) -> NoReturn:
        raise InterfaceError("an authentication holds a token and cannot be pickled")

    def sign_in(self, http: requests.Session, address: str, timeout: Timeouts) -> Credentials:
        """Take the token, or ask for one; which build of Creatio answers is found out once."""
        token = self._token if isinstance(self._token, Secret) else _called(self._token)
        self._platform = self._platform or find_platform(http, address, timeout)
        return bearer(token, self._platform)

    def sign_out(self, http: requests.Session, address: str, credentials: Credentials) -> None:
        """Leave the token to whoever gave it."""


def _called(give: Callable[[], str]) -> Secret:
    try:
        token = give()
    except Exception as error:
        raise OperationalError(f"the function that gives tokens failed with {type(error).__name__}") from error
    if isinstance(token, str):
        return Secret(token)
    raise InterfaceError(f"the function that gives tokens gave {type(token).__name__}, not a text")


def bearer(token: Secret, platform: Platform) -> Credentials:
    """Build the headers of a token; facts: no cookie, CSRF token or ForceUseSession is needed beside it.

    Raises OperationalError for a text that is no token, so that it can end no header.
    """
    if not _TOKEN.fullmatch(token.reveal()):
        raise OperationalError("what was given as a token has characters that no token has")
    return Credentials(SecretMapping(Authorization=f"Bearer {token.reveal()}"), platform)


def is_unicode(text: str) -> bool:
    """Say whether a text can be sent: one with lone surrogates cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def cookie_credentials(cookies: SecretMapping) -> Credentials:
    """Build the headers of a session: the whole jar, and the CSRF token a second time where there is one."""
    _check_cookies(cookies)
    # BPMLOADER is the session cookie of ASP.NET, which only the .NET Framework build has.
    return Credentials(_headers(cookies), "framework" if "BPMLOADER" in cookies else "net", cookies)


def _check_cookies(cookies: SecretMapping) -> None:
    # Not even the name is told: where a text is given that is no cookie, it may be the secret.
    if not all(_is_cookie(name, value) for name, value in cookies.reveal().items()):
        raise InterfaceError("the name or the value of a cookie has characters that no cookie has")


def _is_cookie(name: str, value: str) -> bool:
    return bool(_COOKIE_NAME.fullmatch(name) and _COOKIE_VALUE.fullmatch(value)) and value == value.strip()


def _headers(cookies: SecretMapping) -> SecretMapping:
    jar = "; ".join(f"{name}={value}" for name, value in cookies.reveal().items())
    csrf = cookies.reveal().get("BPMCSRF")
    return SecretMapping(
        {"ForceUseSession": "true"} | ({"Cookie": jar} if cookies else {}) | ({"BPMCSRF": csrf} if csrf else {})
    )


def renewed(credentials: Credentials, cookies: SecretMapping) -> Credentials:
    """Take over cookies that the server renewed in passing, such as a sliding ticket."""
    merged = credentials.cookies.merged(cookies)
    if not credentials.cookies or merged == credentials.cookies:
        return credentials
    _check_cookies(merged)
    return Credentials(credentials.headers.merged(_headers(merged)), credentials.platform, merged)


def _login_failure(answer: Answer, address: str, password: Secret) -> OperationalError | None:
    """Say why a login failed, or None; bad credentials are HTTP 200 with a `Code` other than 0.

    Nothing is raised here, where the server's words, which may repeat the password, are in a variable.
    """
    if 300 <= answer.status < 400:
        target = location_of(answer.headers)
        return _failure(answer, address, f"it redirects to {target}; give that address if it is the right one")
    if type_of(answer.headers) == HTML:
        return _failure(answer, address, f"an HTML page came instead of JSON, titled {page_title(answer.body)!r}")
    verdict = answer.json()
    if verdict is None or {"Code", "Message"}.isdisjoint(verdict):
        return _failure(answer, address, "the answer is not Creatio's; check the address")
    if answer.status >= 400 or verdict.get("Code") != 0:
        return _refusal(answer.status, verdict, password)
    return None


def _failure(answer: Answer, address: str, detail: str) -> OperationalError:
    kind = SignInRefusedError if answer.status in (401, 403) else OperationalError
    return kind(f"sign-in at {address} failed with HTTP {answer.status}: {detail}", status=answer.status)


def _refusal(status: int, verdict: Mapping[str, object], password: Secret) -> OperationalError:
    exception = verdict.get("Exception")
    fallback = exception.get("Message") if isinstance(exception, dict) else None
    message = verdict.get("Message") or fallback or f"Creatio gave code {verdict.get('Code')} and no reason"
    text = f"sign-in refused: {without(str(message)[:_LONGEST_REASON], password)}"
    if verdict.get("PasswordChangeUrl"):
        text += "; the password has expired: change it in Creatio, then connect with the new one"
    refused = status in (200, 401, 403)
    return (SignInRefusedError if refused else OperationalError)(text, status=status)
