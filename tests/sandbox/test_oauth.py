"""OAuth 2.0 on the sandbox (facts 2)."""

from __future__ import annotations

import base64
import hashlib
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from creatio_dbapi.sandbox import Sandbox

CREDENTIALS = {"client_id": "sandbox", "client_secret": "sandbox-secret", "grant_type": "client_credentials"}
REDIRECT = "http://127.0.0.1:1/callback"


def bearer(token: str) -> dict[str, str]:
    """Return the header that carries a token."""
    return {"Authorization": f"Bearer {token}"}


@pytest.mark.parametrize(("platform", "prefix"), [("net", ""), ("framework", "/0")])
def test_client_credentials(sandbox: Sandbox, stranger: requests.Session, platform: str, prefix: str) -> None:
    sandbox.switch(platform=platform)
    endpoint = stranger.get(f"{prefix}/.well-known/openid-configuration").json()["token_endpoint"]
    assert endpoint == f"{sandbox.url}{prefix}/connect/token"
    answer = stranger.post(f"{prefix}/connect/token", data=CREDENTIALS)
    assert (answer.status_code, answer.json()["expires_in"], answer.json()["token_type"]) == (200, 3600, "Bearer")
    assert "refresh_token" not in answer.json()
    del stranger.headers["ForceUseSession"]
    headers = bearer(answer.json()["access_token"])
    assert stranger.get(f"{prefix}/odata/Contact/$count", headers=headers).status_code == 200
    made = stranger.post(f"{prefix}/odata/City", json={"Name": "x"}, headers=headers)
    assert made.status_code == 201  # no BPMCSRF is needed
    assert sandbox.requests[1].body == ""


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"client_secret": "wrong"}, "invalid_client"),
        ({"client_id": "wrong"}, "invalid_client"),
        ({"grant_type": "password"}, "unsupported_grant_type"),
    ],
)
def test_what_the_token_endpoint_refuses(stranger: requests.Session, change: dict[str, str], error: str) -> None:
    answer = stranger.post("/connect/token", data={**CREDENTIALS, **change})
    assert (answer.status_code, answer.json()) == (400, {"error": error})


def test_tokens_end(sandbox: Sandbox, stranger: requests.Session) -> None:
    token = stranger.post("/connect/token", data=CREDENTIALS).json()["access_token"]
    sandbox.expire_sessions()
    assert stranger.get("/odata/Contact/$count", headers=bearer(token)).status_code == 401
    sandbox.switch(token_seconds=0)
    token = stranger.post("/connect/token", data=CREDENTIALS).json()["access_token"]
    assert stranger.get("/odata/Contact/$count", headers=bearer(token)).status_code == 401
    assert stranger.get("/odata/Contact/$count", headers=bearer("forged")).status_code == 401


def test_tokens_end_by_a_control_route(sandbox: Sandbox, stranger: requests.Session) -> None:
    sandbox.expire_tokens(refresh=True)
    token = stranger.post("/connect/token", data=CREDENTIALS).json()["access_token"]
    kept = stranger.post("/sandbox/tokens/expire", json={"access": False, "refresh": True}).json()["result"]
    assert kept == {"access": 1, "refresh": 0}
    assert stranger.get("/odata/Contact/$count", headers=bearer(token)).status_code == 200
    stranger.post("/sandbox/tokens/expire")
    assert stranger.get("/odata/Contact/$count", headers=bearer(token)).status_code == 401


def test_authorization_code_with_pkce_and_refresh(client: requests.Session) -> None:
    verifier = "v" * 64
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
    query = {
        "client_id": "sandbox",
        "redirect_uri": REDIRECT,
        "response_type": "code",
        "state": "s1",
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }

    def code() -> str:
        answer = client.get("/connect/authorize", params=query, allow_redirects=False)
        assert answer.status_code == 302
        found = parse_qs(urlsplit(answer.headers["Location"]).query)
        assert answer.headers["Location"].startswith(f"{REDIRECT}?")
        assert found["state"] == ["s1"]
        return found["code"][0]

    form = {"client_id": "sandbox", "grant_type": "authorization_code", "redirect_uri": REDIRECT}
    wrong = client.post("/connect/token", data={**form, "code": code(), "code_verifier": "w" * 64})
    assert wrong.json() == {"error": "invalid_grant"}
    used = code()
    tokens = client.post("/connect/token", data={**form, "code": used, "code_verifier": verifier}).json()
    assert tokens["expires_in"] == 180
    again = client.post("/connect/token", data={**form, "code": used, "code_verifier": verifier})
    assert again.json() == {"error": "invalid_grant"}
    refresh = {"client_id": "sandbox", "grant_type": "refresh_token", "refresh_token": tokens["refresh_token"]}
    renewed = client.post("/connect/token", data=refresh).json()
    assert renewed["access_token"] != tokens["access_token"]
    assert client.post("/connect/token", data=refresh).json() == {"error": "invalid_grant"}
    client.cookies.clear()
    headers = bearer(renewed["access_token"])
    assert client.get("/odata/Contact/$count", headers=headers).status_code == 200
    assert client.post("/connect/revocation", data={"token": renewed["access_token"]}).status_code == 200
    assert client.post("/connect/revocation", data={"token": "unknown"}).status_code == 200
    assert client.get("/odata/Contact/$count", headers=headers).status_code == 401


def test_authorize_sends_a_stranger_to_the_login_page(stranger: requests.Session) -> None:
    del stranger.headers["ForceUseSession"]
    query = {"client_id": "sandbox", "redirect_uri": REDIRECT, "response_type": "code"}
    answer = stranger.get("/connect/authorize", params=query, allow_redirects=False)
    assert answer.headers["Location"].startswith("/Login/Login.html?ReturnUrl=")
