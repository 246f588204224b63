"""Signing in: the forms login, its cookies, the sessions behind them, lock-out and expiry."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote

from creatio_dbapi.sandbox.call import Call
from creatio_dbapi.sandbox.issued import issue
from creatio_dbapi.sandbox.oauth import Tokens
from creatio_dbapi.sandbox.replies import (
    Refusal,
    Reply,
    access_denied,
    authentication_failed,
    html_page,
    plain_json,
)
from creatio_dbapi.sandbox.settings import Settings

_FAILURE = "System.Security.SecurityException"
_READ_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass
class Session:
    """One signed-in session."""

    csrf: str
    loader: str
    used: float = field(default_factory=time.monotonic)


class Sessions:
    """All sessions of one instance, by their ticket."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sessions: dict[str, Session] = {}
        self._failures = 0
        self.logins = 0
        self.tokens = Tokens()

    def sign_in(self, call: Call, settings: Settings) -> Reply:
        """Answer AuthService.svc/Login: HTTP 200 whether it worked or not (facts 1.1)."""
        credentials = _credentials(call.body)
        loader = issue(12)
        with self._lock:
            refusal = self._refusal(credentials, settings)
            if refusal is not None:
                return _failed(refusal, settings, loader)
            if settings.single_session:
                self._sessions.clear()
            ticket, session = issue(48), Session(issue(16), loader)
            self._sessions[ticket] = session
            self.logins += 1
        return _succeeded(ticket, session, settings)

    def _refusal(self, credentials: Mapping[str, object], settings: Settings) -> str | None:
        if settings.lockout is not None and self._failures >= settings.lockout:
            return "The account is locked. Try again later or contact your system administrator."
        given = (credentials.get("UserName"), credentials.get("UserPassword"))
        if given == (settings.user, settings.password):
            self._failures = 0
            return None
        self._failures += 1
        return "Invalid username or password specified."

    def sign_out(self, call: Call) -> Reply:
        """Answer AuthService.svc/Logout."""
        with self._lock:
            self._sessions.pop(_cookies(call).get(".ASPXAUTH", ""), None)
        return plain_json({})

    def expire(self) -> int:
        """End every session and access token, and unlock the account; return how many sessions there were."""
        with self._lock:
            count = len(self._sessions)
            self._sessions.clear()
            self._failures = 0
        self.tokens.expire()
        return count

    def check(self, call: Call, settings: Settings) -> None:
        """Let a request with a living session pass; refuse any other (facts 1.2 and 1.4)."""
        kind, _, token = call.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            if not self.tokens.valid(token):
                raise Refusal(access_denied(401))
            return  # facts 2: no cookie, BPMCSRF or ForceUseSession is needed beside a token
        cookies = _cookies(call)
        session = self._session(cookies, settings)
        if session is None:
            raise Refusal(_unauthenticated(call, settings))
        if call.method in _READ_METHODS:
            return
        if not call.headers.get("bpmcsrf") == cookies.get("BPMCSRF") == session.csrf:
            raise Refusal(access_denied())

    def _session(self, cookies: Mapping[str, str], settings: Settings) -> Session | None:
        ticket = cookies.get(".ASPXAUTH", "")
        with self._lock:
            session = self._sessions.get(ticket)
            if session is None:
                return None
            if settings.platform == "framework" and cookies.get("BPMLOADER") != session.loader:
                return None
            now = time.monotonic()
            if now - session.used > settings.session_seconds:
                del self._sessions[ticket]
                return None
            session.used = now
            return session


def _credentials(body: bytes) -> Mapping[str, object]:
    try:
        value = json.loads(body)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _cookies(call: Call) -> Mapping[str, str]:
    try:
        jar: SimpleCookie = SimpleCookie(call.headers.get("cookie", ""))
    except CookieError:
        return {}
    return {name: morsel.value for name, morsel in jar.items()}


def _succeeded(ticket: str, session: Session, settings: Settings) -> Reply:
    framework = settings.platform == "framework"
    body: dict[str, object] = {
        "Code": 0,
        "Message": "",
        "Exception": None,
        "PasswordChangeUrl": None,
        "RedirectUrl": "/0/Shell" if framework else None,
    }
    if not framework:
        body["UserType"] = "General"
    cookies = [f".ASPXAUTH={ticket}; path=/; HttpOnly", f"BPMCSRF={session.csrf}; path=/", "UserType=General; path=/"]
    if framework:
        cookies.insert(0, _loader(session.loader))
        name = "|".join(str(ord(character)) for character in settings.user)
        cookies.append(f"UserName={name}; path=/; Max-Age=2592000")
    else:
        cookies += [f"CsrfToken={issue(48)}; path=/; HttpOnly", f"CRT_CSRF={session.csrf}; path=/"]
        cookies = [f"{cookie}; SameSite=Lax" for cookie in cookies]
    return plain_json(body, headers=tuple(("Set-Cookie", cookie) for cookie in cookies))


def _failed(message: str, settings: Settings, loader: str) -> Reply:
    exception = {"HelpLink": None, "InnerException": None, "Message": message, "StackTrace": None, "Type": _FAILURE}
    body = {
        "Code": 1,
        "Message": message,
        "Exception": exception,
        "PasswordChangeUrl": None,
        "RedirectUrl": None,
    }
    # Facts 1.1: a failed login sets BPMLOADER only, a cookie of the .NET Framework build.
    cookies = (("Set-Cookie", _loader(loader)),) if settings.platform == "framework" else ()
    return plain_json(body, headers=cookies)


def _loader(value: str) -> str:
    return f"BPMLOADER={value}; path=/; HttpOnly"


def _unauthenticated(call: Call, settings: Settings) -> Reply:
    if call.headers.get("forceusesession", "").lower() == "true":
        return authentication_failed()
    page = login_page_path(settings)
    target = f"{page}?ReturnUrl={quote(call.path, safe='')}"
    return html_page(302, "Object moved", f'Object moved to <a href="{target}">here</a>.', (("Location", target),))


def login_page_path(settings: Settings) -> str:
    """The page that a browser without a session is sent to."""
    return "/Login/NuiLogin.aspx" if settings.platform == "framework" else "/Login/Login.html"
