"""Signing in to the sandbox: facts 1.1 to 1.4."""

from __future__ import annotations

import pytest
import requests

from creatio_dbapi.sandbox import Sandbox

LOGIN = "/ServiceModel/AuthService.svc/Login"
RIGHT = {"UserName": "Supervisor", "UserPassword": "Supervisor"}
WRONG = {"UserName": "Supervisor", "UserPassword": "wrong"}


def test_login_on_net_answers_code_0_and_the_cookies_of_that_platform(stranger: requests.Session) -> None:
    answer = stranger.post(LOGIN, json=RIGHT)
    assert answer.status_code == 200
    assert answer.json() == {
        "Code": 0,
        "Message": "",
        "Exception": None,
        "PasswordChangeUrl": None,
        "RedirectUrl": None,
        "UserType": "General",
    }
    assert set(stranger.cookies.keys()) == {".ASPXAUTH", "BPMCSRF", "UserType", "CsrfToken", "CRT_CSRF"}
    assert answer.headers["Set-Cookie"].count("SameSite=Lax") == 5


def test_login_on_framework_sets_the_loader_and_the_coded_user_name(
    sandbox: Sandbox, stranger: requests.Session
) -> None:
    sandbox.switch(platform="framework")
    answer = stranger.post(LOGIN, json=RIGHT)
    assert answer.json()["RedirectUrl"] == "/0/Shell"
    assert set(stranger.cookies.keys()) == {"BPMLOADER", ".ASPXAUTH", "BPMCSRF", "UserType", "UserName"}
    assert str(stranger.cookies["UserName"]).startswith("83|117|112|")


@pytest.mark.parametrize("body", [WRONG, {"UserName": "nobody", "UserPassword": "Supervisor"}, {}, []])
def test_wrong_credentials_are_code_1_with_status_200(stranger: requests.Session, body: object) -> None:
    answer = stranger.post(LOGIN, json=body)
    assert (answer.status_code, answer.json()["Code"]) == (200, 1)
    assert answer.json()["Exception"]["Type"] == "System.Security.SecurityException"
    assert answer.json()["Message"] == answer.json()["Exception"]["Message"] != ""
    assert not stranger.cookies.keys()


def test_failed_login_on_framework_sets_the_loader_only(sandbox: Sandbox, stranger: requests.Session) -> None:
    sandbox.switch(platform="framework")
    stranger.post(LOGIN, json=WRONG)
    assert stranger.cookies.keys() == ["BPMLOADER"]


def test_login_below_0_is_401_and_an_unknown_method_403(stranger: requests.Session) -> None:
    assert stranger.post(f"/0{LOGIN}", json=RIGHT).status_code == 401
    assert stranger.post("/ServiceModel/AuthService.svc/Nonsense", json={}).status_code == 403


def test_without_a_session_the_answer_is_401_json(stranger: requests.Session) -> None:
    answer = stranger.get("/odata/Contact?$top=1")
    assert answer.status_code == 401
    assert answer.json() == {
        "Message": "Authentication failed.",
        "StackTrace": None,
        "ExceptionType": "System.InvalidOperationException",
    }


@pytest.mark.parametrize(
    ("platform", "path", "page"),
    [("net", "/odata/Contact", "/Login/Login.html"), ("framework", "/0/odata/Contact", "/Login/NuiLogin.aspx")],
)
def test_without_force_use_session_it_is_a_redirect_to_the_login_page(
    sandbox: Sandbox, stranger: requests.Session, platform: str, path: str, page: str
) -> None:
    sandbox.switch(platform=platform)
    del stranger.headers["ForceUseSession"]
    answer = stranger.get(path, allow_redirects=False)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(f"{page}?ReturnUrl=")
    followed = stranger.get(answer.headers["Location"])
    assert (followed.status_code, followed.headers["Content-Type"]) == (200, "text/html; charset=utf-8")


def test_expired_session_is_401_and_a_new_login_works(sandbox: Sandbox, client: requests.Session) -> None:
    assert client.get("/odata/Contact/$count").status_code == 200
    sandbox.expire_sessions()
    assert client.get("/odata/Contact/$count").status_code == 401
    logins = sandbox.logins
    client.post(LOGIN, json=RIGHT)
    assert sandbox.logins == logins + 1
    assert client.get("/odata/Contact/$count").status_code == 200


def test_session_ends_after_its_idle_time_and_at_logout(sandbox: Sandbox, client: requests.Session) -> None:
    client.post("/ServiceModel/AuthService.svc/Logout")
    assert client.get("/odata/Contact/$count").status_code == 401
    client.post(LOGIN, json=RIGHT)
    sandbox.switch(session_seconds=0.0)
    assert client.get("/odata/Contact/$count").status_code == 401


def test_single_session_ends_the_older_one(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.switch(single_session=True)
    requests.post(sandbox.url + LOGIN, json=RIGHT, timeout=10).close()
    assert client.get("/odata/Contact/$count").status_code == 401


@pytest.mark.parametrize("token", [None, "", "forged"])
def test_write_needs_the_csrf_token_and_a_read_does_not(client: requests.Session, token: str | None) -> None:
    if token is None:
        del client.headers["BPMCSRF"]
    else:
        client.headers["BPMCSRF"] = token
    assert client.get("/odata/Contact/$count").status_code == 200
    assert client.post("/odata/Contact", json={"Name": "x"}).status_code == 403
    assert client.delete("/odata/Contact(00000000-0000-0000-0000-000000000001)").status_code == 403


def test_account_is_locked_after_so_many_wrong_passwords_if_switched_on(
    sandbox: Sandbox, stranger: requests.Session
) -> None:
    sandbox.switch(lockout=3)
    for _ in range(3):
        stranger.post(LOGIN, json=WRONG)
    assert "locked" in stranger.post(LOGIN, json=RIGHT).json()["Message"]
    sandbox.expire_sessions()
    assert stranger.post(LOGIN, json=RIGHT).json()["Code"] == 0


def test_without_the_right_to_use_the_service_it_is_a_403_page(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.switch(may_use_odata=False)
    answer = client.get("/odata/Contact")
    assert (answer.status_code, answer.headers["Content-Type"]) == (403, "text/html; charset=utf-8")


def test_platform_decides_where_the_service_is(sandbox: Sandbox, client: requests.Session) -> None:
    assert client.get("/odata/Contact/$count").status_code == 200
    assert client.get("/0/odata/Contact/$count").status_code == 404
    sandbox.switch(platform="framework")
    client.post(LOGIN, json=RIGHT)
    assert client.get("/0/odata/Contact/$count").status_code == 200
    assert client.get("/odata/Contact/$count").status_code == 404
    context = client.get("/0/odata/Contact?$top=1").json()["@odata.context"]
    assert context == f"{sandbox.url}/0/odata/$metadata#Contact"
