"""Stored logins: the file, who may read it, and the keyring."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from creatio_dbapi import InterfaceError
from creatio_dbapi.credentials import (
    Login,
    choose_default_login,
    default_login,
    keep_secret,
    keyring_is_usable,
    list_logins,
    logins_file,
    read_login,
    remove_login,
    secret_of,
    store_login,
)
from creatio_dbapi.secret import Secret
from tests.hostile import TEXTS

PASSWORD = "file-p4ss'w\"ord\\ÿ"
WORK = Login("work", "https://crm.example.com", user="Supervisor", kept_in="file", options={"timeout": 30})
APP = Login("app", "https://crm.example.com", "client_credentials", client_id="id", kept_in="keyring")


class MemoryKeyring(KeyringBackend):
    """A keyring that forgets everything with the test."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.entries: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._check()
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._check()
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._check()
        del self.entries[service, username]

    def _check(self) -> None:
        if self.locked:
            raise KeyringLocked("locked")


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of logins of the test's own, which is not there yet."""
    monkeypatch.setenv("CREATIO_LOGINS", str(tmp_path / "folder" / "logins.toml"))
    return logins_file()


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    """A keyring in memory, in the place of the system's."""
    before, memory = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


def revealed(login: Login, kind: str = "password") -> str | None:
    secret = secret_of(login, kind)  # type: ignore[arg-type]
    return None if secret is None else secret.reveal()


def test_nothing_is_stored_at_first(file: Path) -> None:
    assert (list_logins(), default_login()) == ([], None)
    with pytest.raises(InterfaceError, match='there is no login "work"'):
        read_login("work")
    assert not file.exists()


def test_a_login_comes_back_as_it_was_stored(file: Path) -> None:
    store_login(WORK, {"password": PASSWORD}, default=True)
    assert list_logins() == [WORK]
    assert read_login("work") == default_login() == WORK
    assert revealed(WORK) == PASSWORD
    assert revealed(WORK, "client_secret") is None
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert PASSWORD not in repr((WORK, secret_of(WORK, "password")))


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_any_text_is_a_password(text: str) -> None:
    store_login(WORK, {"password": text})
    assert revealed(WORK) == text


def test_what_a_person_wrote_stays(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('# mine\n[logins.old]\nurl = "old.example"  # the old one\nuser = "Sue"\n')
    file.chmod(0o600)
    assert read_login("old") == Login("old", "old.example", user="Sue")
    store_login(WORK, {"password": PASSWORD}, default=True)
    store_login(Login("third", "https://a.example", user="x"), {})
    assert "# mine" in file.read_text()
    assert "# the old one" in file.read_text()
    assert [login.name for login in list_logins()] == ["old", "third", "work"]
    choose_default_login("old")
    assert default_login() == read_login("old")
    remove_login("old")
    assert default_login() is None
    assert [login.name for login in list_logins()] == ["third", "work"]
    choose_default_login(None)
    with pytest.raises(InterfaceError, match='did you mean "work"'):
        choose_default_login("wrok")


def test_a_link_to_the_file_stays_a_link(file: Path, tmp_path: Path) -> None:
    file.parent.mkdir()
    file.symlink_to(tmp_path / "elsewhere.toml")
    store_login(WORK, {"password": PASSWORD})
    assert file.is_symlink()
    assert "crm.example.com" in (tmp_path / "elsewhere.toml").read_text()


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o666, 0o620])
@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_a_file_that_others_can_read_is_refused(file: Path, mode: int) -> None:
    store_login(WORK, {"password": PASSWORD})
    file.chmod(mode)
    for use in (list_logins, default_login, lambda: secret_of(WORK, "password"), lambda: store_login(WORK, {})):
        with pytest.raises(InterfaceError, match=r"others can read the secrets in .*chmod 600"):
            use()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_without_secrets_only_writing_is_refused(file: Path) -> None:
    store_login(Login("open", "https://a.example", user="x"), {})
    file.chmod(0o644)
    assert len(list_logins()) == 1
    file.chmod(0o646)
    with pytest.raises(InterfaceError, match="others can change"):
        list_logins()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give a file away")
def test_a_file_of_another_user_is_refused(file: Path) -> None:
    store_login(WORK, {"password": PASSWORD})
    os.chown(file, 12345, -1)
    with pytest.raises(InterfaceError, match="belongs to another user"):
        list_logins()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[logins.work\npassword = 'p4ss'", "it is not TOML, from line 1 on"),
        ('[logins.work]\npassword = "p4ss', "it is not TOML"),
        ("\xff\xfe", "it is not TOML"),
        ("logins = 3", r"are tables, such as \[logins.work\]"),
        ("logins.work = 'p4ss'", r"are tables, such as \[logins.work\]"),
        ("[logins.work]\nuser = 'Sue'\npassword = 'p4ss'", "names no url"),
        ("[logins.work]\nurl = 'a.example'\npassword = 'p4ss'", "signs in by password and needs user"),
        ("[logins.work]\nurl = 'a.example'\nuser = 3\npassword = 'p4ss'", "user of login 'work' .* is a text"),
        ("[logins.work]\nurl = 'a.example'\nuser = 's'\npasword = 'p4ss'", 'unknown key "pasword"; did you mean'),
        ("[logins.work]\nurl = 'a.example'\nuser = 's'\nauthentication = 'magic'", "authentication is one of password"),
        ("[logins.work]\nurl = 'a.example'\nuser = 's'\noptions = 3", "options of login 'work' .* is a table"),
        ("[logins.'a b']\nurl = 'a.example'\nuser = 's'", "a login's name is up to 64 letters"),
    ],
)
def test_a_file_that_is_wrong_says_where_and_shows_no_secret(file: Path, text: str, message: str) -> None:
    file.parent.mkdir()
    file.write_text(text, encoding="latin-1")
    file.chmod(0o600)
    with pytest.raises(InterfaceError, match=message) as caught:
        list_logins()
    assert "p4ss" not in str(caught.value)
    assert caught.value.__context__ is None


def test_a_folder_in_the_place_of_the_file(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(InterfaceError, match="it is no plain file"):
        list_logins()


def test_a_place_that_cannot_be_written(file: Path) -> None:
    file.parent.write_text("a file where the folder would be")
    with pytest.raises(InterfaceError, match=r"cannot be stored|cannot be read"):
        store_login(WORK, {"password": PASSWORD})


@pytest.mark.parametrize(
    ("login", "message"),
    [
        (Login("", "https://a.example", user="x"), "a login's name"),
        (Login("a/b", "https://a.example", user="x"), "a login's name"),
        (Login("a", "", user="x"), "names no url"),
        (Login("a", "https://a.example"), "needs user"),
        (Login("a", "https://a.example", "authorization_code"), "needs client_id"),
        (Login("a", "https://a.example", "magic", user="x"), "authentication is one of"),  # type: ignore[arg-type]
        (Login("a", "https://a.example", user="x", kept_in="attic"), "kept_in is one of"),  # type: ignore[arg-type]
        (Login("a", "https://a.example", user="x"), "keeps no secret"),
    ],
)
def test_a_login_that_cannot_be_stored(file: Path, login: Login, message: str) -> None:
    with pytest.raises(InterfaceError, match=message):
        store_login(login, {"password": PASSWORD})
    assert not file.exists()


def test_the_keyring_holds_what_the_file_does_not(file: Path, ring: MemoryKeyring) -> None:
    assert keyring_is_usable()
    store_login(APP, {"client_secret": PASSWORD})
    assert PASSWORD not in file.read_text()
    assert revealed(APP, "client_secret") == PASSWORD
    keep_secret(APP, "client_secret", Secret("renewed"))
    assert revealed(read_login("app"), "client_secret") == "renewed"
    remove_login("app")
    assert ring.entries == {}
    assert list_logins() == []


def test_a_login_that_is_moved_leaves_nothing_behind(file: Path, ring: MemoryKeyring) -> None:
    store_login(APP, {"client_secret": PASSWORD})
    moved = Login("app", "https://crm.example.com", "client_credentials", client_id="id", kept_in="file")
    store_login(moved, {"client_secret": PASSWORD})
    assert ring.entries == {}
    assert revealed(moved, "client_secret") == PASSWORD
    keep_secret(moved, "client_secret", Secret("renewed"))
    assert revealed(moved, "client_secret") == "renewed"
    store_login(APP, {"client_secret": PASSWORD})
    assert PASSWORD not in file.read_text()


def test_a_login_made_to_lead_elsewhere_finds_no_secret(file: Path, ring: MemoryKeyring) -> None:
    store_login(APP, {"client_secret": PASSWORD})
    file.write_text(file.read_text().replace("crm.example.com", "evil.example"))
    assert secret_of(read_login("app"), "client_secret") is None


def test_a_locked_keyring_is_told(ring: MemoryKeyring) -> None:
    store_login(APP, {"client_secret": PASSWORD})
    ring.locked = True
    with pytest.raises(InterfaceError, match=r"keyring .* 'app' \(KeyringLocked\)") as caught:
        secret_of(APP, "client_secret")
    assert caught.value.__context__ is None


def test_without_a_keyring_there_is_advice() -> None:
    script = (
        "from creatio_dbapi.credentials import *\n"
        "print(keyring_is_usable())\n"
        "store_login(Login('a', 'https://a.example', user='x', kept_in='keyring'), {'password': 'p4ss'})"
    )
    environment = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
    done = subprocess.run(  # noqa: S603 - words of our own
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, env=environment
    )
    assert done.stdout == "False\n"
    assert 'pip install "creatio-dbapi[keyring]"' in done.stderr
