"""Stored logins: where a site is, who signs in there and how; the secret is in the system's keyring or in the file.

    [logins.work]
    url = "https://crm.example.com"
    authentication = "password"
    user = "Supervisor"
    kept_in = "keyring"

The file is `logins.toml` in the user's configuration directory, or the one that CREATIO_LOGINS names. Where others can
change it, or read a secret in it, it is refused.
"""

from __future__ import annotations

import os
import re
import stat
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeVar, cast, get_args

import tomlkit
from platformdirs import user_config_dir
from tomlkit.exceptions import TOMLKitError

from creatio_dbapi.catalog import did_you_mean, nearest
from creatio_dbapi.errors import InterfaceError
from creatio_dbapi.secret import Secret, unseen

Kind = Literal["password", "client_secret", "refresh_token"]
Place = Literal["keyring", "file", "none"]
StoredWay = Literal["password", "client_credentials", "authorization_code"]

_KINDS: tuple[Kind, ...] = get_args(Kind)
_SERVICE = "creatio-dbapi"
_NAME = re.compile(r"[\w.-]{1,64}")
_LARGEST_FILE = 2**20
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Login:
    """One way in to one site, under a name; `options` are options of `connect` that go with it."""

    name: str
    url: str
    authentication: StoredWay = "password"
    user: str | None = None
    client_id: str | None = None
    identity_url: str | None = None
    kept_in: Place = "none"
    options: Mapping[str, Any] = field(default_factory=dict, repr=False)  # a proxy's address may hold a password


_CHOICES: Mapping[str, tuple[str, ...]] = {"authentication": get_args(StoredWay), "kept_in": get_args(Place)}
_TEXTS = ("url", "authentication", "user", "client_id", "identity_url", "kept_in")


def logins_file() -> Path:
    """Return where logins are stored."""
    named = os.environ.get("CREATIO_LOGINS")
    return Path(named) if named else Path(user_config_dir("creatio_dbapi", appauthor=False)) / "logins.toml"


def list_logins() -> list[Login]:
    """Return the stored logins by name; raises InterfaceError for a file that cannot be used."""
    file = _File(logins_file())
    return [file.login(name) for name in sorted(file.names())]


def read_login(name: str) -> Login:
    """Return a stored login; raises InterfaceError where there is none of that name."""
    return _File(logins_file()).login(name)


def default_login() -> Login | None:
    """Return the login that stands in where none is named, if one was chosen."""
    file = _File(logins_file())
    return None if file.default is None else file.login(file.default)


def store_login(login: Login, secrets: Mapping[Kind, str | Secret], *, default: bool = False) -> None:
    """Store a login, in the place of one of its name; its secrets go where `kept_in` says.

    Raises InterfaceError for a login that cannot be used, a keyring that is not there, or a file that is not safe.
    """
    kept = {kind: _as_secret(secret) for kind, secret in secrets.items()}
    del secrets  # a traceback that shows the locals of this function must not show them
    _check(login)
    if kept and login.kept_in == "none":
        raise InterfaceError(f"login {login.name!r} keeps no secret; set kept_in to keyring or file")
    file = _File(logins_file())
    if login.name in file.names():
        _forget_secrets(file.login(login.name))
    if login.kept_in == "keyring":
        for kind, secret in kept.items():
            _keyring_set(login, kind, secret)
    file.put(login, kept if login.kept_in == "file" else {})
    if default:
        file.default = login.name
    file.write()


def remove_login(name: str) -> None:
    """Remove a stored login and its secrets; raises InterfaceError where there is none of that name."""
    file = _File(logins_file())
    login = file.login(name)
    _forget_secrets(login)
    file.remove(name)
    file.write()


def choose_default_login(name: str | None) -> None:
    """Make a stored login the one that stands in where none is named; None: there is none any more."""
    file = _File(logins_file())
    file.default = None if name is None else file.login(name).name
    file.write()


def secret_of(login: Login, kind: Kind) -> Secret | None:
    """Return a secret of a stored login, or None where it has none of that kind."""
    if login.kept_in == "keyring":
        return _keyring_get(login, kind)
    return _File(logins_file()).secret(login.name, kind) if login.kept_in == "file" else None


def keep_secret(login: Login, kind: Kind, secret: Secret) -> None:
    """Keep a secret of a stored login in the place of the old one, such as a refresh token that was renewed."""
    if login.kept_in == "keyring":
        _keyring_set(login, kind, secret)
    elif login.kept_in == "file":
        file = _File(logins_file())
        file.put_secret(login.name, kind, secret)
        file.write()


def keyring_is_usable() -> bool:
    """Say whether the system has a keyring that secrets can be stored in, and the package for it is installed."""
    try:
        import keyring
        from keyring.backends import fail, null
    except ImportError:
        return False
    return not isinstance(keyring.get_keyring(), (fail.Keyring, null.Keyring))


def _as_secret(value: str | Secret) -> Secret:
    return value if isinstance(value, Secret) else Secret(value)


def _check(login: Login) -> None:
    if not _NAME.fullmatch(login.name):
        raise InterfaceError(f"a login's name is up to 64 letters, digits, dots, dashes and _, not {login.name!r}")
    if not login.url:
        raise InterfaceError(f"login {login.name!r} names no url")
    for name, choices in _CHOICES.items():
        if getattr(login, name) not in choices:
            raise InterfaceError(
                f"login {login.name!r}: {name} is one of {', '.join(choices)}, not {getattr(login, name)!r}"
            )
    needed = "user" if login.authentication == "password" else "client_id"
    if not getattr(login, needed):
        raise InterfaceError(f"login {login.name!r} signs in by {login.authentication} and needs {needed}")


# -- the file ------------------------------------------------------------------------------------------------


class _File:
    """The file of logins; its text is in an attribute, where no traceback looks, because it may hold secrets."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._document = _parsed(path)
        if any(self.secret(name, kind) for name in self.names() for kind in _KINDS):
            _refuse_others(path, stat.S_IRWXG | stat.S_IRWXO, "others can read the secrets in")
        _refuse_others(path, stat.S_IWGRP | stat.S_IWOTH, "others can change")

    def __repr__(self) -> str:
        return f"<the file of logins {str(self._path)!r}>"

    @property
    def default(self) -> str | None:
        """The name of the login that stands in where none is named."""
        return self._text(self._document, "default", "the file of logins")

    @default.setter
    def default(self, name: str | None) -> None:
        self._document.pop("default", None)
        if name is not None:
            # Before the first table, or it would be a key of that table.
            self._document = tomlkit.parse(tomlkit.dumps({"default": name}) + self._document.as_string())

    def names(self) -> list[str]:
        return list(self._logins())

    def login(self, name: str) -> Login:
        if name not in self._logins():
            near = did_you_mean(nearest(name, self.names()))
            raise InterfaceError(f'there is no login "{name}" in {self._path}{near or ""}; `creatio login` stores one')
        self._check_keys(name)
        texts = {key: self._text(self._table(name), key, f"login {name!r}") for key in _TEXTS}
        given = {key: value for key, value in texts.items() if value is not None}
        if "url" not in given:
            raise InterfaceError(f"login {name!r} in {self._path} names no url")
        login = Login(name=name, **cast(Any, given), options=self._options(name))
        _check(login)
        return login

    def secret(self, name: str, kind: Kind) -> Secret | None:
        if not isinstance(self._table(name).get(kind), str):
            return None
        return Secret(str(self._table(name)[kind]))

    def put(self, login: Login, secrets: Mapping[Kind, Secret]) -> None:
        values = {key: getattr(login, key) for key in _TEXTS}
        table = tomlkit.table()
        for key, value in values.items():
            if value is not None:
                table.add(key, value)
        if login.options:
            table.add("options", dict(login.options))
        if "logins" not in self._document:
            self._document.add("logins", tomlkit.table(is_super_table=True))
        self._logins()[login.name] = table
        for kind, secret in secrets.items():
            self.put_secret(login.name, kind, secret)

    def put_secret(self, name: str, kind: Kind, secret: Secret) -> None:
        if name not in self._logins():
            raise InterfaceError(f'login "{name}" was removed from {self._path}')
        self._table(name)[kind] = secret.reveal()

    def remove(self, name: str) -> None:
        self._logins().pop(name)
        if self.default == name:
            self.default = None

    def write(self) -> None:
        """Write the file in one step, for its owner alone."""
        path = Path(os.path.realpath(self._path))  # a link stays one
        failed = None
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._replace(path)
        except OSError as error:
            failed = error.strerror
        if failed is not None:
            raise InterfaceError(f"logins cannot be stored in {self._path}: {failed}")

    def _replace(self, path: Path) -> None:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # its mode is 600
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as temporary:
                temporary.write(self._document.as_string())
            os.replace(name, path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def _logins(self) -> Any:
        tables = self._document.get("logins", {})
        if not isinstance(tables, dict) or not all(isinstance(each, dict) for each in tables.values()):
            raise InterfaceError(f"logins in {self._path} are tables, such as [logins.work]")
        return tables

    def _table(self, name: str) -> Any:
        return self._logins()[name]

    def _check_keys(self, name: str) -> None:
        known = [*_TEXTS, *_KINDS, "options"]
        for key in self._table(name):
            if key not in known:
                near = did_you_mean(nearest(key, known)) or "; there are " + ", ".join(known)
                raise InterfaceError(f'login {name!r} in {self._path} has an unknown key "{key}"{near}')

    def _options(self, name: str) -> dict[str, Any]:
        if not isinstance(self._table(name).get("options", {}), dict):
            raise InterfaceError(f"options of login {name!r} in {self._path} is a table of options of connect()")
        return {str(key): _plain(value) for key, value in self._table(name).get("options", {}).items()}

    def _text(self, table: Any, key: str, of: str) -> str | None:
        if key in table and not isinstance(table[key], str):
            raise InterfaceError(f"{key} of {of} in {self._path} is a text")
        return str(table[key]) if key in table else None


def _plain(value: Any) -> Any:
    return value.unwrap() if hasattr(value, "unwrap") else value


def _parsed(path: Path) -> tomlkit.TOMLDocument:
    failed = "it is no plain file, or larger than 1 MB"
    try:
        if not path.exists():
            return tomlkit.document()
        if path.is_file() and path.stat().st_size <= _LARGEST_FILE:
            return tomlkit.parse(path.read_bytes())
    except OSError as error:
        failed = error.strerror or type(error).__name__
    except (TOMLKitError, UnicodeDecodeError, RecursionError) as error:
        # Only the place is told: what stands there may be a secret, and so may the locals of the parser.
        line = getattr(error, "line", None)
        failed = "it is not TOML" + (f", from line {line} on" if line else "")
    raise InterfaceError(f"the file of logins {path} cannot be read: {failed}")


def _refuse_others(path: Path, bits: int, trouble: str) -> None:
    """Raise where the file's mode or owner gives it to others; Windows has neither."""
    if os.name == "nt" or not path.exists():
        return
    status = path.stat()
    if status.st_uid not in (os.geteuid(), 0):
        raise InterfaceError(f"{path} belongs to another user (uid {status.st_uid}) and is not used for signing in")
    if status.st_mode & bits:
        mode = stat.S_IMODE(status.st_mode)
        raise InterfaceError(f"{trouble} {path} (mode {mode:o}), so it is not used; run: chmod 600 {path}")


# -- the keyring ---------------------------------------------------------------------------------------------


def _keyring_get(login: Login, kind: Kind) -> Secret | None:
    found = _with_keyring(login, lambda keyring: keyring.get_password(*_entry(login, kind)))
    return None if found is None else Secret(found)


def _keyring_set(login: Login, kind: Kind, secret: Secret) -> None:
    _with_keyring(login, lambda keyring: keyring.set_password(*_entry(login, kind), secret.reveal()))


def _keyring_delete(login: Login, kind: Kind) -> None:
    _with_keyring(login, lambda keyring: keyring.delete_password(*_entry(login, kind)))


def _forget_secrets(login: Login) -> None:
    if login.kept_in != "keyring":
        return
    for kind in _KINDS:
        if _keyring_get(login, kind) is not None:
            _keyring_delete(login, kind)


def _entry(login: Login, kind: Kind) -> tuple[str, str]:
    # Found by the address as well: a login that is made to lead elsewhere finds no secret to send there.
    return f"{_SERVICE} {login.url}", f"{login.name} {login.user or login.client_id} {kind}"


def _with_keyring(login: Login, use: Callable[[Any], _T]) -> _T:
    if not keyring_is_usable():
        raise InterfaceError(
            f"the secret of login {login.name!r} is in the system's keyring, and there is none here; "
            'pip install "creatio-dbapi[keyring]", or store the login with its secret in the file'
        )
    import keyring

    try:
        return unseen(lambda: use(keyring))
    except Exception as error:  # each backend has its own
        failed = type(error).__name__
    raise InterfaceError(f"the keyring did not give or take the secret of login {login.name!r} ({failed})")
