"""The options of `connect`, which are the query parameters of a SQLAlchemy URL too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, cast

from creatio_dbapi.addresses import is_proxy
from creatio_dbapi.catalog import did_you_mean, nearest
from creatio_dbapi.errors import InterfaceError
from creatio_dbapi.meter import ProgressCallback
from creatio_dbapi.profile import EVIDENCED, PROFILES, UNPROVEN
from creatio_dbapi.secret import Secret, SecretMapping


def _about(text: str, default: Any) -> Any:
    return field(default=default, metadata={"about": text})


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of `connect` about who signs in, and how; a secret one is never part of a URL's query."""

    about: str
    secret: bool = False


SIGN_IN: Mapping[str, Argument] = {
    "user": Argument("the name to sign in with"),
    "password": Argument("the password that goes with it", secret=True),
    "login": Argument("the name of a stored login"),
    "authentication": Argument(
        "how to sign in: password, client_credentials, authorization_code, cookies or token; told by what else is given"
    ),
    "client_id": Argument("what the Identity Service knows this program as"),
    "client_secret": Argument("the secret that goes with it", secret=True),
    "identity_url": Argument(
        "the Identity Service, the part before /connect/token; SITE-is.creatio.com in Creatio's cloud, else the site"
    ),
    "scope": Argument("what is asked of the Identity Service; offline_access for authorization_code"),
    "redirect_uri": Argument(
        "where the browser comes back to, as it is registered; http://127.0.0.1:8765/callback, port 0 for any"
    ),
    "browser": Argument("a function that opens an address in a browser; not from a URL"),
    "browser_timeout": Argument("seconds to wait for the person in the browser; 300"),
    "refresh_token": Argument("a refresh token to begin with, which spares the browser", secret=True),
    "token": Argument(
        "a bearer token, or a function that gives one and is called again when it is refused", secret=True
    ),
    "cookies": Argument(
        "the cookies of a session that is there already: a mapping, or the text of a Cookie header", secret=True
    ),
    "csrf": Argument("its BPMCSRF value, where that is not among the cookies", secret=True),
    "platform": Argument("the build of Creatio, which else is found out: net (/odata) or framework (/0/odata)"),
}
SECRETS = frozenset(name for name, argument in SIGN_IN.items() if argument.secret)


@dataclass(frozen=True, slots=True)
class Options:
    """How a connection behaves; every field has its meaning in `metadata["about"]`."""

    timeout: float = _about("seconds to wait for an answer", 60.0)
    connect_timeout: float = _about("seconds to wait for a connection", 10.0)
    statement_timeout: float | None = _about("seconds that a statement may work in all; none means no limit", None)
    retries: int = _about("how often a read is sent again after a failure that may pass", 4)
    retry_wait: float = _about("seconds before the first of these; each later wait is up to twice as long", 0.2)
    retry_wait_most: float = _about("seconds that such a wait may grow to", 20.0)
    retry_budget: float = _about("seconds for all tries of one request; none begins later", 60.0)
    requests_in_flight: int = _about("how many requests this process has under way at the instance at once", 16)
    requests_per_second: float | None = _about(
        "how many requests this process sends to the instance in a second; none means no limit", None
    )
    max_answer_bytes: int = _about("how large one answer of the server may be, unpacked", 512 * 2**20)
    verify: bool | str = _about("check TLS certificates: True, False, or the path of a file of authorities", True)
    allow_http: bool = _about("allow plain HTTP to hosts other than this machine", False)
    client_certificate: str | None = _about("the path of a PEM file with a certificate to show the server", None)
    client_key: str | None = _about("the path of its key, where the certificate's file does not hold it", None)
    proxy: str | Secret | None = _about("the address of a proxy for all requests", None)  # noqa: RUF009
    pushdown: bool = _about("let Creatio do the part of a query that it can", True)
    read_only: bool = _about("refuse every write before anything is sent", False)
    on_error: str = _about("after a row that the server refuses: stop, or continue with the others", "stop")
    max_rows_changed: int | None = _about("refuse an UPDATE, DELETE or MERGE that would change more rows", None)
    batches_in_flight: int = _about("how many batches of a write are under way at once", 4)
    transactions: str = _about("what rollback() does after a write: none (refuse) or undo (take back)", "none")
    profile: str = _about("what the server is believed to take: creatio or odata", "creatio")
    forms: str = _about(
        "more query forms to push, separated by commas, such as tolower,in; or probe, to ask the server which it takes",
        "",
    )
    collation: str = _about(
        "how the server compares text: auto (it is asked), sensitive, binary (ordered so, too), nocase or unknown",
        "auto",
    )
    empty_text: str = _about("read an empty text as text or as null", "text")
    catalog_max_age: float = _about("seconds for which a catalog kept on disk is used; 0 reads it anew", 86_400.0)
    cache_directory: str | None = _about("where catalogs are kept; none, or an empty text, keeps none", None)
    memory_limit: str | None = _about("memory of the local engine, such as 500MB; beyond it, it uses the disk", None)
    temp_directory: str | None = _about("where the local engine puts what does not fit into memory", None)
    progress: ProgressCallback | None = _about(  # noqa: RUF009 - a field like the others
        "a function that is called with a Progress after each answer of the server; not from a URL", None
    )


PROBE = "probe"
WAYS = ("password", "client_credentials", "authorization_code", "cookies", "token")
_CHOICES = {
    "profile": tuple(PROFILES),
    "collation": ("auto", "unknown", "sensitive", "binary", "nocase"),
    "empty_text": ("text", "null"),
    "on_error": ("stop", "continue"),
    "transactions": ("none", "undo"),
}
_WORDS = {"true": True, "1": True, "yes": True, "on": True, "false": False, "0": False, "no": False, "off": False}


def wrapped(name: str, value: Any) -> Any:
    """Return an argument of `connect` as it is handed on: what no one is to see, in a wrapping that shows nothing."""
    if name == "proxy":
        return Secret(value) if isinstance(value, str) and "@" in value else value
    if name not in SECRETS or value is None or callable(value) or isinstance(value, (Secret, SecretMapping)):
        return value
    if isinstance(value, Mapping):
        return SecretMapping({str(key): str(each) for key, each in value.items()})
    return Secret(value if isinstance(value, str) else str(value))


def read_argument(name: str, value: Any) -> Any:
    """Check an argument about signing in; raises InterfaceError, which does not repeat a secret."""
    if name in SECRETS:
        return wrapped(name, value)
    if name == "browser":
        return _as_callable(name, value)
    if name == "browser_timeout":
        return _as_limit(name, value)
    text = _as_text(name, value)
    choices = {"authentication": WAYS, "platform": ("net", "framework")}.get(name)
    if text is not None and choices is not None and text not in choices:
        raise InterfaceError(f"option {name} is one of {', '.join(choices)}, not {text!r}")
    return text


def make_options(given: Mapping[str, Any]) -> Options:
    """Build Options from arguments or from the texts of a URL; raises InterfaceError naming what is wrong."""
    names = {each.name: each for each in fields(Options)}
    values: dict[str, Any] = {}
    for name, value in given.items():
        if name not in names:
            known = sorted({*names, *SIGN_IN} - {"user", "password"})
            near = did_you_mean(nearest(name, known))
            raise InterfaceError(f'there is no option "{name}"{near or "; there are " + ", ".join(known)}')
        read: Callable[[str, Any], Any] = _READERS.get(str(names[name].type), _as_text)
        values[name] = read(name, value)
    options = Options(**values)
    _check_choices(options)
    return options


def _check_choices(options: Options) -> None:
    for name, choices in _CHOICES.items():
        if getattr(options, name) not in choices:
            raise InterfaceError(f"option {name} is one of {', '.join(choices)}, not {getattr(options, name)!r}")
    unknown = set(form_names(options)) - EVIDENCED - UNPROVEN
    if unknown:
        raise InterfaceError(f'there is no form "{min(unknown)}"; there are {", ".join(sorted(EVIDENCED | UNPROVEN))}')


def form_names(options: Options) -> list[str]:
    """Return the forms that the option `forms` names."""
    return [name for name in _words(options.forms) if name != PROBE]


def asks_for_probe(options: Options) -> bool:
    """Say whether the option `forms` wants the server to be asked."""
    return PROBE in _words(options.forms)


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _as_number(name: str, value: Any) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError):
        raise InterfaceError(f"option {name} is a number of seconds, not {value!r}") from None
    if not number >= 0:
        raise InterfaceError(f"option {name} is a number of seconds from 0 on, not {value!r}")
    return number


def _as_limit(name: str, value: Any) -> float | None:
    number = None if value is None else _as_number(name, value)
    if number == 0:
        raise InterfaceError(f"option {name} is a number above 0, not {value!r}")
    return number


def _as_callable(name: str, value: Any) -> Callable[..., Any] | None:
    if value is not None and not callable(value):
        raise InterfaceError(f"option {name} is a function, not {value!r}")
    function: Callable[..., Any] | None = value
    return function


def _as_count(name: str, value: Any) -> int | None:
    try:
        number = None if value is None else int(value)
    except (TypeError, ValueError):
        number = -1
    least = 1 if name in ("batches_in_flight", "requests_in_flight", "max_answer_bytes") else 0
    if (number is None and name != "max_rows_changed") or (number is not None and number < least):
        raise InterfaceError(f"option {name} is a whole number from {least} on, not {value!r}")
    return number


def _as_flag(name: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    word = _WORDS.get(str(value).lower())
    if word is None:
        raise InterfaceError(f"option {name} is true or false, not {value!r}")
    return word


def _as_flag_or_path(name: str, value: Any) -> bool | str:
    if isinstance(value, bool):
        return value
    return _WORDS.get(str(value).lower(), str(value))


def _as_text(name: str, value: Any) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise InterfaceError(f"option {name} is a text, not {value!r}")
    return value


def _as_proxy(name: str, value: Any) -> str | Secret | None:
    """Read the address of a proxy, which may hold a password and is then not to be seen."""
    given = wrapped(name, value)
    text = given.reveal() if isinstance(given, Secret) else _as_text(name, given)
    if text is None or is_proxy(text):
        return cast("str | Secret | None", given)
    del text, value
    raise InterfaceError(
        f"option {name} is the address of a proxy, such as http://proxy.example.com:3128, not {given!r}"
    )


_READERS: dict[str, Callable[[str, Any], Any]] = {
    "float": _as_number,
    "float | None": _as_limit,
    "ProgressCallback | None": _as_callable,
    "int": _as_count,
    "int | None": _as_count,
    "bool": _as_flag,
    "bool | str": _as_flag_or_path,
    "str": _as_text,
    "str | Secret | None": _as_proxy,
    "str | None": _as_text,
}
