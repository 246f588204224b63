"""creatio login and logout: what works is stored, commands use it, and no secret is shown."""

from __future__ import annotations

import stat
import sys
import time
from pathlib import Path

import pytest

from creatio_dbapi.cli.failures import FAILED, INTERRUPTED, NO_CONNECTION, WRONG_USAGE
from creatio_dbapi.sandbox import Sandbox
from tests.cli.terminal import Terminal
from tests.fix_command import CLIENT_SECRET, creatio

COUNT = ("SELECT count(*) AS n FROM Contact", "--format=csv")


def log_in(sandbox: Sandbox, environment: dict[str, str], *words: str, password: str | None = None) -> Terminal:
    """Sign in with the password typed; returns the terminal at its end."""
    terminal = Terminal("login", sandbox.url, "--user", sandbox.user, *words, environment=environment)
    terminal.wait_for(f"Password of {sandbox.user}:")
    terminal.send(f"{password or sandbox.password}\r")
    return terminal


def test_a_login_is_stored_used_and_forgotten(small: Sandbox, environment: dict[str, str]) -> None:
    with log_in(small, environment, "--name", "work", "--keep", "file") as terminal:
        assert terminal.wait_for_end() == 0, terminal.text
        assert "Signed in at" in terminal.text
        assert 'Stored as "work"' in terminal.text
    file = Path(environment["XDG_CONFIG_HOME"]) / "creatio_dbapi" / "logins.toml"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert creatio(*COUNT, environment=environment).stdout == "n\n60\n"  # the first one is the default
    assert creatio("--login", "work", *COUNT, environment=environment).stdout == "n\n60\n"
    listed = creatio("login", environment=environment).stdout
    assert "work" in listed
    assert creatio("logout", "work", environment=environment).stdout == f'Forgot "work" ({small.url}).\n'
    assert small.password not in file.read_text().replace(small.user, "", 1)
    gone = creatio("--login", "work", *COUNT, environment=environment)
    assert (gone.returncode, gone.stdout) == (WRONG_USAGE, "")
    assert 'there is no login "work"' in gone.stderr


def test_without_a_keyring_the_password_is_asked_for(small: Sandbox, environment: dict[str, str]) -> None:
    plain = environment | {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    with log_in(small, plain) as terminal:
        assert terminal.wait_for_end() == 0, terminal.text
        assert "asked for each time" in terminal.text
    with Terminal("--login", "127.0.0.1", *COUNT, environment=plain) as terminal:
        terminal.wait_for(f"Password of {small.user}:")
        terminal.send(f"{small.password}\r")
        assert terminal.wait_for_end() == 0
        assert "60" in terminal.text
    piped = creatio("--login", "127.0.0.1", *COUNT, environment=plain)
    assert piped.returncode == WRONG_USAGE
    assert "set CREATIO_PASSWORD" in piped.stderr


def test_a_wrong_password_stores_nothing(small: Sandbox, environment: dict[str, str]) -> None:
    with log_in(small, environment, "--keep", "file", password="hidden-word") as terminal:
        assert terminal.wait_for_end() == NO_CONNECTION
        assert "sign-in refused" in terminal.text
        assert "hidden-word" not in terminal.raw
    assert creatio("login", environment=environment).returncode == FAILED


def test_an_application_signs_in_with_its_secret(small: Sandbox, environment: dict[str, str]) -> None:
    words = ("login", small.url, "--client-id", "sandbox", "--name", "program", "--keep", "file")
    with Terminal(*words, environment=environment) as terminal:
        terminal.wait_for("Password of application sandbox:")
        terminal.send(f"{CLIENT_SECRET}\r")
        assert terminal.wait_for_end() == 0, terminal.text
        assert CLIENT_SECRET not in terminal.raw
    assert creatio("--login", "program", *COUNT, environment=environment).stdout == "n\n60\n"


PERSON = """
import sys, requests
with requests.Session() as browser:
    given = {{"UserName": "{user}", "UserPassword": "{password}"}}
    browser.post("{url}/ServiceModel/AuthService.svc/Login", json=given)
    browser.get(sys.argv[1]).raise_for_status()
"""


def test_a_person_signs_in_in_the_browser(small: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    script = tmp_path / "person.py"
    script.write_text(PERSON.format(url=small.url, user=small.user, password=small.password))
    opener = f"{sys.executable} {script} %s"
    words = ("login", small.url, "--client-id", "sandbox", "--browser", "--redirect-uri", "http://127.0.0.1:0/callback")
    with Terminal(*words, "--name", "me", "--keep", "file", environment=environment | {"BROWSER": opener}) as terminal:
        assert terminal.wait_for_end() == 0, terminal.text
        assert 'Stored as "me"' in terminal.text
    script.unlink()
    nobody = environment | {"BROWSER": opener}
    # The refresh token was stored, so the browser is not needed again.
    assert creatio("--login", "me", *COUNT, environment=nobody).stdout == "n\n60\n"
    assert "signing-in" not in creatio("login", environment=environment).stdout


AS_A_PERSON = ("client_id=sandbox", "authentication=authorization_code", "redirect_uri=http://127.0.0.1:0/callback")


@pytest.mark.parametrize("command", ["login", "query"])
def test_ctrl_c_ends_the_wait_for_the_browser(command: str, small: Sandbox, environment: dict[str, str]) -> None:
    redirect = AS_A_PERSON[2].partition("=")[2]
    words = {
        "login": ("login", small.url, "--client-id", "sandbox", "--browser", "--redirect-uri", redirect),
        "query": ("--url", small.url, *(word for each in AS_A_PERSON for word in ("--option", each)), *COUNT),
    }
    nobody = environment | {"BROWSER": "sh -c 'echo shown' %s"}
    with Terminal(*words[command], environment=nobody) as terminal:
        terminal.wait_for("shown")
        started = time.monotonic()
        terminal.send("\x03")
        assert terminal.wait_for_end() == INTERRUPTED, terminal.text
        assert time.monotonic() - started < 10
    assert "no login is stored" in creatio("login", environment=environment).stderr


def test_wrong_usage(environment: dict[str, str]) -> None:
    done = creatio("login", "https://crm.example.com", environment=environment)
    assert (done.returncode, "give --user, or --client-id" in done.stderr) == (WRONG_USAGE, True)
    done = creatio("login", "http://crm.example.com", "--user", "u", environment=environment)
    assert (done.returncode, "https" in done.stderr) == (WRONG_USAGE, True)
    done = creatio(
        "login",
        "https://crm.example.com",
        "--client-id",
        "x",
        "--redirect-uri",
        "http://127.0.0.1",
        environment=environment,
    )
    assert (done.returncode, "goes with --browser" in done.stderr) == (WRONG_USAGE, True)
    done = creatio("logout", environment=environment)
    assert (done.returncode, "there is no default login" in done.stderr) == (FAILED, True)


def test_a_password_in_the_environment_is_not_asked_for(place: dict[str, str], small: Sandbox) -> None:
    words = ("login", small.url, "--user", small.user, "--keep", "none")
    assert creatio(*words, environment=place).returncode == 0
    bare = {name: value for name, value in place.items() if name not in ("CREATIO_URL", "CREATIO_USER")}
    assert creatio(*words, environment=bare).returncode == 0


@pytest.mark.parametrize(("name", "value"), [("CREATIO_URL", "https://other.example"), ("CREATIO_USER", "Somebody")])
def test_a_password_of_another_site_or_user_is_not_sent(
    name: str, value: str, place: dict[str, str], small: Sandbox
) -> None:
    done = creatio("login", small.url, "--user", small.user, environment=place | {name: value})
    assert done.returncode == WRONG_USAGE
    assert "the password is missing" in done.stderr
