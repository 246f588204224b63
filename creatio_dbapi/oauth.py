"""OAuth 2.0 through Creatio's Identity Service: client credentials, and authorization code with PKCE and refresh."""

from __future__ import annotations

import base64
import hashlib
import logging
import secrets
import webbrowser
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import NoReturn, Protocol
from urllib.parse import urlencode, urlsplit

import requests
from urllib3.exceptions import HTTPError

from creatio_dbapi.auth import Credentials, SignInRefusedError, bearer, is_unicode
from creatio_dbapi.errors import InterfaceError, OperationalError
from creatio_dbapi.gate import Answer, SecretBody, Timeouts, ask
from creatio_dbapi.loopback import Listener
from creatio_dbapi.platforms import Platform, find_platform, prefix_of
from creatio_dbapi.replies import HTML, location_of, page_title, type_of
from creatio_dbapi.secret import Secret, SecretMapping, without

logger = logging.getLogger(__name__)

REDIRECT = "http://127.0.0.1:8765/callback"
_FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
_LOGOUT_SECONDS = 5.0
_LONGEST_REASON = 300
# What tells that other credentials are needed (RFC 6749, section 5.2), and not that the service is in trouble.
_REFUSALS = frozenset(
    (
        "invalid_request",
        "invalid_client",
        "invalid_grant",
        "unauthorized_client",
        "unsupported_grant_type",
        "invalid_scope",
    )
)


class CodeLostError(OperationalError):
    """A code could not be exchanged; nothing is tried again by itself, because a person would have to sign in again."""

    passing = False


class GrantEndedError(SignInRefusedError):
    """A code or a refresh token is not good any more: it has ended, or was used before."""


@dataclass(frozen=True, slots=True)
class Application:
    """What the Identity Service knows this program as, and where that service is; None: where Creatio has it."""

    client_id: str
    secret: Secret | None = None
    identity: str | None = None
    scope: str | None = None
    platform: Platform | None = None


class RefreshTokens(Protocol):
    """Where a refresh token is kept between sign-ins; `lasting` says whether it outlives the connection.

    Two are equal when they are one place.
    """

    @property
    def lasting(self) -> bool: ...

    def read(self) -> Secret | None: ...

    def write(self, token: Secret | None) -> None: ...


class HeldToken:
    """A refresh token that is kept in memory, and revoked when the connection is closed."""

    lasting = False

    def __init__(self, token: Secret | None = None) -> None:
        self._token = token

    def read(self) -> Secret | None:
        """Return the token, if there is one."""
        return self._token

    def write(self, token: Secret | None) -> None:
        """Put another token in its place."""
        self._token = token


@dataclass(frozen=True, slots=True)
class _Tokens:
    access: Secret
    refresh: Secret | None


class _OAuth:
    """What the two grants share: the application, and what was found out about the site."""

    renewable = True

    def __init__(self, application: Application) -> None:
        if application.secret is not None and not is_unicode(application.secret.reveal()):
            raise InterfaceError("client_secret has lone surrogates, which cannot be sent")
        self._application = application
        self._platform = application.platform

    def __repr__(self) -> str:
        return f"{type(self).__name__}(client_id={self._application.client_id!r})"

    def __reduce__(self) -> NoReturn:
        raise InterfaceError("an authentication holds secrets and cannot be pickled")

    def _build(self, http: requests.Session, address: str, timeout: Timeouts) -> Platform:
        self._platform = self._platform or find_platform(http, address, timeout)
        return self._platform

    def _tokens(self, http: requests.Session, identity: str, timeout: Timeouts, form: SecretMapping) -> _Tokens:
        """Ask the token endpoint (RFC 6749, section 3.2)."""
        form = self._with_client(form)
        answer = ask(http, "POST", f"{identity}/connect/token", timeout, body=_encoded(form), headers=_FORM)
        known = (Secret(text) for name, text in form.reveal().items() if name in _SECRET_FIELDS)
        return _tokens_of(answer, identity, self._application.client_id, *known)

    def _with_client(self, form: SecretMapping) -> SecretMapping:
        client = SecretMapping(client_id=self._application.client_id)
        if self._application.secret is not None:
            client = client.merged(SecretMapping(client_secret=self._application.secret.reveal()))
        return client.merged(form)

    def _revoke(self, http: requests.Session, identity: str, token: Secret) -> None:
        form = self._with_client(SecretMapping(token=token.reveal()))
        timeout = (_LOGOUT_SECONDS, _LOGOUT_SECONDS)
        ask(http, "POST", f"{identity}/connect/revocation", timeout, body=_encoded(form), headers=_FORM)


class ClientCredentials(_OAuth):
    """A program that signs in as itself; its calls run as the user whom the integration is set up with."""

    def __init__(self, application: Application) -> None:
        super().__init__(application)
        if application.secret is None:
            raise InterfaceError("signing in by client_credentials needs client_secret")

    @property
    def key(self) -> Hashable:
        """What tells this way to sign in from others."""
        return "client_credentials", self._application

    def sign_in(self, http: requests.Session, address: str, timeout: Timeouts) -> Credentials:
        """Ask for a token; there is no refresh token for this grant, so that each renewal asks anew."""
        platform = self._build(http, address, timeout)
        identity = self._application.identity or identity_of(address, platform)
        form = SecretMapping(grant_type="client_credentials")
        if self._application.scope:
            form = form.merged(SecretMapping(scope=self._application.scope))
        return bearer(self._tokens(http, identity, timeout, form).access, platform)

    def sign_out(self, http: requests.Session, address: str, credentials: Credentials) -> None:
        """Let the token end by itself: no session stands behind it."""


class AuthorizationCode(_OAuth):
    """A person who signs in in the browser; refresh tokens spare the browser until they end."""

    def __init__(
        self,
        application: Application,
        *,
        tokens: RefreshTokens | None = None,
        browser: Callable[[str], object] | None = None,
        redirect: str = REDIRECT,
        patience: float = 300.0,
    ) -> None:
        super().__init__(application)
        self._held = tokens or HeldToken()
        self._browser = browser
        self._redirect = redirect
        self._patience = patience

    @property
    def key(self) -> Hashable:
        """What tells this way to sign in from others: each has a person of its own."""
        return "authorization_code", self._application, self._held

    def sign_in(self, http: requests.Session, address: str, timeout: Timeouts) -> Credentials:
        """Use the refresh token while it is good; else let the person sign in."""
        platform = self._build(http, address, timeout)
        # Where Creatio's documentation has this grant: at the site itself.
        identity = self._application.identity or address + prefix_of(platform)
        tokens = self._refreshed(http, identity, timeout) or self._asked(http, identity, timeout)
        if tokens.refresh is not None:
            self._held.write(tokens.refresh)
        return bearer(tokens.access, platform)

    def sign_out(self, http: requests.Session, address: str, credentials: Credentials) -> None:
        """Revoke a refresh token that nobody will use any more."""
        token = self._held.read()
        if self._held.lasting or token is None:
            return
        self._held.write(None)
        self._revoke(http, self._application.identity or address + prefix_of(credentials.platform), token)

    def _refreshed(self, http: requests.Session, identity: str, timeout: Timeouts) -> _Tokens | None:
        """Use the refresh token; None when there is none that is good.

        A token is good once. Another process may have used a stored one in between, and have stored the next.
        """
        tried: Secret | None = None
        for _ in range(2):
            token = self._held.read()
            if token is None or token == tried:
                return None
            try:
                form = SecretMapping(grant_type="refresh_token", refresh_token=token.reveal())
                return self._tokens(http, identity, timeout, form)
            except GrantEndedError:
                logger.info("the refresh token for %s is not good any more", identity)
            tried = token
        return None

    def _asked(self, http: requests.Session, identity: str, timeout: Timeouts) -> _Tokens:
        state, verifier = Secret(secrets.token_urlsafe(32)), Secret(secrets.token_urlsafe(64))
        with Listener(self._redirect, state) as listener:
            self._open(self._authorize_url(identity, listener.redirect, state, verifier))
            answer = listener.wait(self._patience)
            redirect = listener.redirect
        self._check_answer(answer, identity)
        form = answer.only("code").merged(
            SecretMapping(grant_type="authorization_code", redirect_uri=redirect, code_verifier=verifier.reveal())
        )
        return self._exchanged(http, identity, timeout, form)

    def _exchanged(self, http: requests.Session, identity: str, timeout: Timeouts, form: SecretMapping) -> _Tokens:
        """Exchange the code; what goes wrong on the way must not open the browser again."""
        status = None
        try:
            return self._tokens(http, identity, timeout, form)
        except SignInRefusedError:
            raise
        except OperationalError as error:
            failed, status = str(error), error.status
        except (requests.RequestException, HTTPError, OSError) as error:
            failed = type(error).__name__
        raise CodeLostError(
            f"the person signed in, but {identity} gave no token ({failed}); run the statement again", status=status
        )

    def _authorize_url(self, identity: str, redirect: str, state: Secret, verifier: Secret) -> str:
        """Write the address that the browser is sent to, with the challenge of PKCE (RFC 7636, section 4.3)."""
        digest = hashlib.sha256(verifier.reveal().encode()).digest()
        query = {
            "client_id": self._application.client_id,
            "redirect_uri": redirect,
            "response_type": "code",
            "scope": self._application.scope or "offline_access",
            "state": state.reveal(),
            "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="),
            "code_challenge_method": "S256",
        }
        return f"{identity}/connect/authorize?{urlencode(query)}"

    def _open(self, url: str) -> None:
        if self._browser is not None:
            try:
                self._browser(url)
            except Exception as error:
                raise OperationalError(
                    f"the function that opens a browser failed with {type(error).__name__}"
                ) from error
        elif not webbrowser.open(url):
            raise OperationalError(
                "signing in takes a browser, and none could be opened here; sign in where there is one and store the "
                "login, or give browser= a function that shows its argument, the address to open, to the person"
            )

    def _check_answer(self, answer: SecretMapping, identity: str) -> None:
        if "code" in answer:
            return
        reason = " ".join(answer.only("error", "error_description").reveal().values())
        raise SignInRefusedError(f"sign-in at {identity} refused: {reason[:_LONGEST_REASON] or 'it gave no code'}")


_SECRET_FIELDS = ("client_secret", "refresh_token", "code", "code_verifier")


def identity_of(address: str, platform: Platform) -> str:
    """Return where the Identity Service of a site is by convention: beside it in Creatio's cloud, else below it.

    >>> identity_of("https://acme.creatio.com", "framework")
    'https://acme-is.creatio.com'
    """
    host = urlsplit(address).hostname or ""
    site, dot, domain = host.partition(".")
    if dot + domain == ".creatio.com":
        return f"https://{site}-is.creatio.com"
    return address + prefix_of(platform)


def _encoded(form: SecretMapping) -> SecretBody:
    return SecretBody(urlencode(form.reveal()).encode())


def _tokens_of(answer: Answer, identity: str, client: str, *secret: Secret) -> _Tokens:
    """Read the answer of the token endpoint (RFC 6749, sections 5.1 and 5.2)."""
    url = f"{identity}/connect/token"
    if 300 <= answer.status < 400:
        raise _failure(url, answer, f"it redirects to {location_of(answer.headers)}; check identity_url")
    if type_of(answer.headers) == HTML:
        raise _failure(url, answer, f"an HTML page came, titled {page_title(answer.body)!r}; check identity_url")
    given = SecretMapping({name: value for name, value in (answer.json() or {}).items() if isinstance(value, str)})
    if answer.status == 200 and "access_token" in given:
        return _tokens_in(given, url)
    if "error" not in given:
        raise _failure(url, answer, "the answer is not that of a token endpoint; check identity_url")
    raise _refusal(answer.status, given, f"sign-in of client {client!r} at {url} refused", secret)


def _refusal(status: int, given: SecretMapping, what: str, secret: Sequence[Secret]) -> OperationalError:
    """Say what the token endpoint refused; here its words, which may repeat a secret, are in no variable."""
    words = without(" ".join(given.only("error", "error_description").reveal().values()), *secret)
    kind = words.partition(" ")[0]
    failure: type[OperationalError] = GrantEndedError if kind == "invalid_grant" else SignInRefusedError
    if status not in (400, 401, 403) or kind not in {*_REFUSALS, "invalid_grant"}:
        failure = OperationalError
    return failure(f"{what}: {words[:_LONGEST_REASON]}", status=status)


def _tokens_in(given: SecretMapping, url: str) -> _Tokens:
    values = given.only("access_token", "refresh_token", "token_type")
    if values.reveal().get("token_type", "Bearer").lower() != "bearer":
        raise OperationalError(f"{url} gave a token that is no bearer token")
    refresh = Secret(values.reveal()["refresh_token"]) if "refresh_token" in values else None
    return _Tokens(Secret(values.reveal()["access_token"]), refresh)


def _failure(url: str, answer: Answer, detail: str) -> OperationalError:
    return OperationalError(f"sign-in at {url} failed with HTTP {answer.status}: {detail}", status=answer.status)
