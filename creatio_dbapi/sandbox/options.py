"""The query options of a URL, read into values."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote_plus

from creatio_dbapi.sandbox.replies import query_refused


@dataclass(frozen=True)
class Order:
    """One sort key."""

    path: tuple[str, ...]
    descending: bool


@dataclass(frozen=True)
class Expand:
    """One navigation property to expand, with its own options."""

    navigation: str
    options: Options


@dataclass(frozen=True)
class Options:
    """What one query asks for."""

    select: tuple[str, ...] | None = None
    expand: tuple[Expand, ...] = ()
    filter: str | None = None
    orderby: tuple[Order, ...] = ()
    top: int | None = None
    skip: int = 0
    count: bool = False


_ORDER = re.compile(r"\s*([^\W\d]\w*(?:/[^\W\d]\w*)*)(?:\s+(asc|desc))?\s*")


def query_pairs(query: str) -> list[tuple[str, str]]:
    """Split a query string; `+` is a space in it, as everywhere in ASP.NET."""
    pairs = (part.partition("=") for part in query.split("&") if part)
    return [(unquote_plus(name), unquote_plus(value)) for name, _, value in pairs]


def read_options(query: str) -> Options:
    """Read the query string of a request."""
    named = [(name, value) for name, value in query_pairs(query) if name.startswith("$")]
    seen: dict[str, str] = {}
    for name, value in named:
        if name in seen:
            raise query_refused(
                f"Query option '{name}' was specified more than once, but it must be specified at most once."
            )
        seen[name] = value
    return _options(seen)


def _options(named: Mapping[str, str]) -> Options:
    values: dict[str, Any] = {}
    for name, value in named.items():
        reader = _READERS.get(name)
        if reader is None:
            # Facts 3.4: $apply, $search, $compute, $skiptoken and the like leave no trace anywhere.
            raise query_refused(f"The query parameter '{name}' is not supported.")
        if not value.strip():
            raise query_refused(f"The value for OData query '{name}' cannot be empty.")
        values[name[1:]] = reader(value)
    return Options(**values)


def _number(name: str) -> Callable[[str], int]:
    def read(value: str) -> int:
        if not re.fullmatch(r"\d{1,9}", value.strip(), re.ASCII):
            raise query_refused(
                f"Invalid value '{value}' for {name} query option found. "
                f"The {name} query option requires a non-negative integer value."
            )
        return int(value)

    return read


def _flag(value: str) -> bool:
    if value.strip() not in ("true", "false"):
        raise query_refused(
            f"Invalid value '{value}' for $count query option found. Valid values are 'true' or 'false'."
        )
    return value.strip() == "true"


def _select(value: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in value.split(","))


def _orderby(value: str) -> tuple[Order, ...]:
    orders: list[Order] = []
    for part in value.split(","):
        match = _ORDER.fullmatch(part)
        if match is None:
            raise query_refused(f"Syntax error in '$orderby': '{part.strip()}' is not a property.")
        path = tuple(match[1].split("/"))
        if any(order.path == path for order in orders):
            raise query_refused(f"Duplicate property named '{match[1]}' is not supported in '$orderby'.")
        orders.append(Order(path, match[2] == "desc"))
    return tuple(orders)


def _expand(value: str) -> tuple[Expand, ...]:
    return tuple(map(_expand_item, _split(value, ",")))


def _expand_item(text: str) -> Expand:
    match = re.fullmatch(r"\s*([^\W\d]\w*)\s*(?:\((.*)\))?\s*", text, re.DOTALL)
    if match is None:
        raise query_refused(f"Syntax error in '$expand': '{text.strip()}'.")
    named: dict[str, str] = {}
    for part in _split(match[2], ";") if match[2] else ():
        name, _, value = part.partition("=")
        named[name.strip()] = value
    return Expand(match[1], _options(named))


def _split(text: str, separator: str) -> Sequence[str]:
    """Split at a separator that stands outside parentheses and quotes."""
    parts, depth, quoted, start = [], 0, False, 0
    for position, character in enumerate(text):
        if character == "'":
            quoted = not quoted
        elif not quoted:
            depth += (character == "(") - (character == ")")
            if character == separator and depth == 0:
                parts.append(text[start:position])
                start = position + 1
    return [*parts, text[start:]]


_READERS: Mapping[str, Callable[[str], object]] = {
    "$select": _select,
    "$expand": _expand,
    "$filter": str,
    "$orderby": _orderby,
    "$top": _number("$top"),
    "$skip": _number("$skip"),
    "$count": _flag,
}
