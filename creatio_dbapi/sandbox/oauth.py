"""OAuth 2.0 of the Identity Service: client credentials, authorization code with PKCE, refresh, revocation."""

from __future__ import annotations

import base64
import hashlib
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from creatio_dbapi.sandbox.call import Call
from creatio_dbapi.sandbox.issued import issue
from creatio_dbapi.sandbox.options import query_pairs
from creatio_dbapi.sandbox.replies import Reply, method_refused, plain_json
from creatio_dbapi.sandbox.settings import Settings

SCOPE = "ApplicationAccess_sandbox"


@dataclass(frozen=True)
class Grant:
    """A code or a refresh token: whose it is, how long it lives, what proves that the holder asked for it."""

    client: str
    ends: float
    redirect: str = ""
    challenge: str = ""


class Tokens:
    """All codes and tokens of one instance."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._access: dict[str, float] = {}
        self._codes: dict[str, Grant] = {}
        self._refresh: dict[str, Grant] = {}

    def valid(self, token: str) -> bool:
        """Say whether an access token is known and has not ended."""
        with self._lock:
            return self._access.get(token, 0.0) > time.monotonic()

    def expire(self, *, access: bool = True, refresh: bool = False) -> dict[str, int]:
        """End every access token, or every refresh token, or both; return how many of each there were."""
        with self._lock:
            counts = {"access": len(self._access), "refresh": len(self._refresh)}
            if access:
                self._access.clear()
            if refresh:
                self._refresh.clear()
            return counts

    def discovery(self, call: Call, settings: Settings) -> Reply:
        """Answer the discovery document."""
        base = f"{call.origin}{settings.prefix}"
        return plain_json(
            {
                "issuer": base,
                "authorization_endpoint": f"{base}/connect/authorize",
                "token_endpoint": f"{base}/connect/token",
                "revocation_endpoint": f"{base}/connect/revocation",
                "grant_types_supported": ["client_credentials", "authorization_code", "refresh_token"],
                "code_challenge_methods_supported": ["S256"],
            }
        )

    def token(self, call: Call, settings: Settings) -> Reply:
        """Answer the token endpoint."""
        if call.method != "POST":
            return method_refused(call.method)
        form = dict(parse_qsl(call.body.decode("utf-8", "replace")))
        if form.get("client_id") != settings.client_id:
            return _refused("invalid_client")
        grant = form.get("grant_type")
        # A public client proves itself with PKCE; the secret is compared when there is one to compare.
        if grant == "client_credentials" or "client_secret" in form:
            if form.get("client_secret") != settings.client_secret:
                return _refused("invalid_client")
            if grant == "client_credentials":
                return self._issue(settings.token_seconds)
        if grant == "authorization_code":
            return self._redeem(form)
        if grant == "refresh_token":
            return self._renew(form)
        return _refused("unsupported_grant_type")

    def authorize(self, call: Call, settings: Settings) -> Reply:
        """Answer the authorization endpoint to a user who has signed in: back to the client, with a code."""
        asked = dict(query_pairs(call.query))
        redirect = asked.get("redirect_uri", "")
        if asked.get("client_id") != settings.client_id or asked.get("response_type") != "code" or not redirect:
            return _refused("invalid_request")
        if "code_challenge" in asked and asked.get("code_challenge_method") != "S256":
            return _refused("invalid_request")
        code = issue(24)
        with self._lock:
            ends = time.monotonic() + 300
            self._codes[code] = Grant(asked["client_id"], ends, redirect, asked.get("code_challenge", ""))
        answer = urlencode({"code": code, "state": asked.get("state", "")})
        return Reply(302, headers=(("Location", f"{redirect}{'&' if '?' in redirect else '?'}{answer}"),))

    def revoke(self, call: Call) -> Reply:
        """Answer the revocation endpoint: 200, also for tokens that nobody knows."""
        token = dict(parse_qsl(call.body.decode("utf-8", "replace"))).get("token", "")
        with self._lock:
            self._access.pop(token, None)
            self._refresh.pop(token, None)
        return Reply(200)

    def _redeem(self, form: Mapping[str, str]) -> Reply:
        with self._lock:
            grant = self._codes.pop(form.get("code", ""), None)
        if grant is None or grant.ends < time.monotonic() or grant.redirect != form.get("redirect_uri"):
            return _refused("invalid_grant")
        if grant.challenge and grant.challenge != _challenge(form.get("code_verifier", "")):
            return _refused("invalid_grant")
        return self._issue(180, refresh=grant.client)

    def _renew(self, form: Mapping[str, str]) -> Reply:
        with self._lock:
            grant = self._refresh.pop(form.get("refresh_token", ""), None)
        if grant is None or grant.ends < time.monotonic():
            return _refused("invalid_grant")
        return self._issue(180, refresh=grant.client)

    def _issue(self, seconds: float, refresh: str | None = None) -> Reply:
        token = issue(48)
        body: dict[str, object] = {
            "access_token": token,
            "expires_in": int(seconds),
            "token_type": "Bearer",
            "scope": SCOPE,
        }
        with self._lock:
            self._access[token] = time.monotonic() + seconds
            if refresh is not None:
                # Facts 2: access 180 seconds, refresh 48 hours; no refresh token for client credentials.
                body["refresh_token"] = issue(48)
                self._refresh[str(body["refresh_token"])] = Grant(refresh, time.monotonic() + 48 * 3600)
        return plain_json(body)


def _challenge(verifier: str) -> str:
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def _refused(error: str) -> Reply:
    return plain_json({"error": error}, status=400)
