"""One request as the site sees it, and the address inside its path."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from creatio_dbapi.sandbox.edm import Stored
from creatio_dbapi.sandbox.filter_parser import Literal, Unary, parse_filter
from creatio_dbapi.sandbox.replies import Refusal
from creatio_dbapi.sandbox.schema import Entity


@dataclass(frozen=True)
class Call:
    """One request: what is asked, still as text, and by whom."""

    method: str
    path: str  # percent-encoded
    query: str
    headers: Mapping[str, str]  # names in lower case
    body: bytes
    origin: str  # scheme and host, as the client wrote them
    members: object = None  # the body of a part of a JSON $batch, which arrives parsed
    keep: int | None = None  # a fault: answer only so many rows of the page
    parts: int | None = None  # a fault: do only so many parts of a $batch

    @property
    def url(self) -> str:
        """The whole address, decoded."""
        return self.origin + self.target

    @property
    def target(self) -> str:
        """Path and query, decoded."""
        return unquote(self.path) + (f"?{unquote(self.query)}" if self.query else "")

    @property
    def ieee754(self) -> bool:
        """Whether the client wants decimals as strings (facts 6.2: the OData rule looks at Accept)."""
        return "ieee754compatible=true" in self.headers.get("accept", "").lower()


@dataclass(frozen=True)
class Address:
    """The segments after the service root: a set, the text of a key, what follows."""

    name: str
    key: str | None
    rest: tuple[str, ...]


_SEGMENT = re.compile(r"([^()/]+)(?:\((.*)\))?", re.DOTALL)


def read_address(path: str) -> Address | None:
    """Split a path such as `Contact(…)/Name/$value` or `Contact/…`; None if it has no such form."""
    segments = [unquote(segment) for segment in path.strip("/").split("/")]
    match = _SEGMENT.fullmatch(segments[0])
    if match is None:
        return None
    name, key, rest = match[1], match[2], tuple(segments[1:])
    if key is None and rest and not rest[0].startswith("$"):
        key, rest = rest[0], rest[1:]  # facts 3.2: key as segment
    return Address(name, key, rest)


def read_key(entity: Entity, text: str) -> tuple[Stored, ...] | None:
    """Read the text of a key into stored values; None if it does not fit the object's key."""
    parts = _named_parts(entity, text)
    if parts is None or len(parts) != len(entity.key):
        return None
    values = [_key_value(entity.columns[name].type, parts.get(name)) for name in entity.key]
    return None if None in values else tuple(values)


def _named_parts(entity: Entity, text: str) -> dict[str, str] | None:
    parts = re.findall(r"\s*(?:([^\W\d]\w*)\s*=)?\s*('(?:[^']|'')*'|[^,'=]+)\s*(?:,|$)", text)
    if len(parts) == 1 and not parts[0][0] and len(entity.key) == 1:
        return {entity.key[0]: parts[0][1]}
    return {name: value for name, value in parts if name}


def _key_value(kind: str, text: str | None) -> Stored:
    if text is None:
        return None
    try:
        node = parse_filter(text.strip())
    except Refusal:
        # A key as segment is written bare, text without quotes.
        return text if kind == "Edm.String" else None
    if isinstance(node, Unary):
        return None
    if kind == "Edm.String" and not (isinstance(node, Literal) and node.type == "Edm.String"):
        return text
    if isinstance(node, Literal) and (node.type == kind or (kind == "Edm.Int64" and node.type == "Edm.Int32")):
        return node.value if not hasattr(node.value, "as_tuple") else None
    return None
