"""Ways to sign in to Creatio: user and password, or a session that is there already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from typing import Literal, NoReturn, Protocol

import msgspec
import requests

from creatio_dbapi.errors import InterfaceError, OperationalError
from creatio_dbapi.replies import HTML, location_of, page_title, type_of

Platform = Literal["framework", "net"]
Timeouts = tuple[float, float]

_SERVICE = "/ServiceModel/AuthService.svc"  # at the site root on both platforms, never under /0
_LOGOUT_SECONDS = 5.0


class SignInRefusedError(OperationalError):
    """The server said no to these credentials; trying them again could lock the account."""


class Secret:
    """A text that no repr, traceback or pickle shows."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """Return the text itself."""
        return self._value

    def __repr__(self) -> str:
        return "'***'"

    def __reduce__(self) -> NoReturn:
        raise InterfaceError("a secret cannot be pickled")


class SecretMapping(dict[str, str]):
    """Headers or cookies whose values no repr, traceback or pickle shows."""

    def __repr__(self) -> str:
        return "{***}"

    def __reduce__(self) -> NoReturn:
        raise InterfaceError("a secret cannot be pickled")


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a sign-in gave: the headers of every request, and which build of Creatio answered."""

    headers: Mapping[str, str] = field(repr=False)
    platform: Platform
    cookies: Mapping[str, str] = field(default_factory=SecretMapping, repr=False)


class Authentication(Protocol):
    """A way to sign in. `renewable` says whether doing it again can help after a session has expired."""

    @property
    def renewable(self) -> bool: ...

    def sign_in(self, http: requests.Session, address: str, timeout: Timeouts) -> Credentials: ...

    def sign_out(self, http: requests.Session, address: str, credentials: Credentials) -> None: ...


class FormsAuthentication:
    """User and password, through Creatio's AuthService."""

    renewable = True

    def __init__(self, user: str, password: str) -> None:
        self.user = user
        self._password = Secret(password)

    def __repr__(self) -> str:
        return f"FormsAuthentication(user={self.user!r}, password='***')"

    def __reduce__(self) -> NoReturn:
        raise InterfaceError("an authentication holds a password and cannot be pickled")

    def sign_in(self, http: requests.Session, address: str, timeout: Timeouts) -> Credentials:
        """Ask for a session; `ForceUseSession` makes its end a clean 401 instead of a redirect."""
        answer = http.post(
            f"{address}{_SERVICE}/Login",
            data=msgspec.json.encode({"UserName": self.user, "UserPassword": self._password.reveal()}),
            headers={"Content-Type": "application/json", "Accept": "application/json", "ForceUseSession": "true"},
            timeout=timeout,
            allow_redirects=False,
        )
        _check_login(answer, address)
        return cookie_credentials(cookies_of(answer.cookies))

    def sign_out(self, http: requests.Session, address: str, credentials: Credentials) -> None:
        """End the session on the server, so that sessions do not pile up there."""
        http.post(
            f"{address}{_SERVICE}/Logout",
            headers={**credentials.headers, "Content-Type": "application/json"},
            timeout=_LOGOUT_SECONDS,
            allow_redirects=False,
        )


class SessionCookies:
    """A session that is there already; it is used as it is and never signed out."""

    renewable = False

    def __init__(self, cookies: Mapping[str, str], csrf: str | None = None) -> None:
        self._cookies = SecretMapping(cookies)
        self._csrf = None if csrf is None else Secret(csrf)

    def __repr__(self) -> str:
        return f"SessionCookies({sorted(self._cookies)})"

    def sign_in(self, http: requests.Session, address: str, timeout: Timeouts) -> Credentials:
        """Hand the cookies over; nothing is asked of the server."""
        credentials = cookie_credentials(self._cookies)
        if self._csrf is None:
            return credentials
        headers = SecretMapping(credentials.headers, BPMCSRF=self._csrf.reveal())
        return Credentials(headers, credentials.platform, credentials.cookies)

    def sign_out(self, http: requests.Session, address: str, credentials: Credentials) -> None:
        """Leave the session to whoever opened it."""


def cookies_of(jar: CookieJar) -> SecretMapping:
    """Read the cookies of an answer."""
    return SecretMapping({cookie.name: cookie.value or "" for cookie in jar})


def cookie_credentials(cookies: Mapping[str, str]) -> Credentials:
    """Build the headers of a session: the whole jar, and the CSRF token a second time where there is one."""
    headers = SecretMapping({"ForceUseSession": "true"})
    if cookies:
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
    if cookies.get("BPMCSRF"):
        headers["BPMCSRF"] = cookies["BPMCSRF"]
    # BPMLOADER is the session cookie of ASP.NET, which only the .NET Framework build has.
    return Credentials(headers, "framework" if "BPMLOADER" in cookies else "net", SecretMapping(cookies))


def renewed(credentials: Credentials, cookies: Mapping[str, str]) -> Credentials:
    """Take over cookies that the server renewed in passing, such as a sliding ticket."""
    merged = SecretMapping({**credentials.cookies, **cookies})
    if not credentials.cookies or merged == credentials.cookies:
        return credentials
    headers = SecretMapping({**credentials.headers, **cookie_credentials(merged).headers})
    return Credentials(headers, credentials.platform, merged)


def _check_login(answer: requests.Response, address: str) -> None:
    """Raise unless the login succeeded; bad credentials are HTTP 200 with a `Code` other than 0."""
    if answer.is_redirect or 300 <= answer.status_code < 400:
        target = location_of(answer.headers)
        raise _failure(answer, address, f"it redirects to {target}; give that address if it is the right one")
    if type_of(answer.headers) == HTML:
        raise _failure(answer, address, f"an HTML page came instead of JSON, titled {page_title(answer.content)!r}")
    verdict = _verdict(answer)
    if verdict is None:
        raise _failure(answer, address, "the answer is not Creatio's; check the address")
    if answer.status_code >= 400 or verdict.get("Code") != 0:
        raise _refusal(answer, verdict)


def _verdict(answer: requests.Response) -> dict[str, object] | None:
    try:
        value = msgspec.json.decode(answer.content)
    except (msgspec.DecodeError, UnicodeDecodeError):
        value = None
    known = isinstance(value, dict) and not {"Code", "Message"}.isdisjoint(value)
    return value if known else None


def _failure(answer: requests.Response, address: str, detail: str) -> OperationalError:
    kind = SignInRefusedError if answer.status_code in (401, 403) else OperationalError
    return kind(f"sign-in at {address} failed with HTTP {answer.status_code}: {detail}", status=answer.status_code)


def _refusal(answer: requests.Response, verdict: Mapping[str, object]) -> OperationalError:
    exception = verdict.get("Exception")
    fallback = exception.get("Message") if isinstance(exception, dict) else None
    message = verdict.get("Message") or fallback or f"Creatio gave code {verdict.get('Code')} and no reason"
    text = f"sign-in refused: {message}"
    if verdict.get("PasswordChangeUrl"):
        text += "; the password has expired: change it in Creatio, then connect with the new one"
    refused = answer.status_code in (200, 401, 403)
    return (SignInRefusedError if refused else OperationalError)(text, status=answer.status_code)
