"""The options of `connect`, which are the query parameters of a SQLAlchemy URL too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from creatio_dbapi.catalog import did_you_mean, nearest
from creatio_dbapi.errors import InterfaceError
from creatio_dbapi.profile import EVIDENCED, PROFILES, UNPROVEN


def _about(text: str, default: Any) -> Any:
    return field(default=default, metadata={"about": text})


@dataclass(frozen=True, slots=True)
class Options:
    """How a connection behaves; every field has its meaning in `metadata["about"]`."""

    timeout: float = _about("seconds to wait for an answer", 60.0)
    connect_timeout: float = _about("seconds to wait for a connection", 10.0)
    verify: bool | str = _about("check TLS certificates: True, False, or the path of a file of authorities", True)
    allow_http: bool = _about("allow plain HTTP to hosts other than this machine", False)
    proxy: str | None = _about("the address of a proxy for all requests", None)
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


PROBE = "probe"
_CHOICES = {
    "profile": tuple(PROFILES),
    "collation": ("auto", "unknown", "sensitive", "binary", "nocase"),
    "empty_text": ("text", "null"),
    "on_error": ("stop", "continue"),
    "transactions": ("none", "undo"),
}
_WORDS = {"true": True, "1": True, "yes": True, "on": True, "false": False, "0": False, "no": False, "off": False}


def make_options(given: Mapping[str, Any]) -> Options:
    """Build Options from arguments or from the texts of a URL; raises InterfaceError naming what is wrong."""
    names = {each.name: each for each in fields(Options)}
    values: dict[str, Any] = {}
    for name, value in given.items():
        if name not in names:
            near = did_you_mean(nearest(name, list(names)))
            raise InterfaceError(f'there is no option "{name}"{near or "; there are " + ", ".join(sorted(names))}')
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


def _as_count(name: str, value: Any) -> int | None:
    try:
        number = None if value is None else int(value)
    except (TypeError, ValueError):
        number = -1
    least = 1 if name == "batches_in_flight" else 0
    if (number is None and name == "batches_in_flight") or (number is not None and number < least):
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


_READERS: dict[str, Callable[[str, Any], Any]] = {
    "float": _as_number,
    "int": _as_count,
    "int | None": _as_count,
    "bool": _as_flag,
    "bool | str": _as_flag_or_path,
    "str": _as_text,
    "str | None": _as_text,
}
