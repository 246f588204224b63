"""What a server is believed to take: forms, limits and how it compares text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Collation = Literal["auto", "unknown", "sensitive", "binary", "nocase"]
EmptyText = Literal["text", "null"]

# Forms that Creatio's documentation or real client code shows at work (facts 3.4 and 3.5).
EVIDENCED = frozenset(
    {
        "compare",
        "null",
        "contains",
        "startswith",
        "endswith",
        "not",
        "path",
        "order",
        "count",
        "skip",
        "expand",
        "month",
        "day",
    }
)
# Forms that OData 4 has, and whose support by Creatio nobody has shown; a probe or the user switches them on.
LOOKUP_NULL = "lookup_null"
UNPROVEN = frozenset({LOOKUP_NULL, "tolower", "toupper", "in"})


@dataclass(frozen=True, slots=True)
class Profile:
    """The forms that are pushed to a server and the limits that are kept.

    `empty_cells` is True where an empty cell is shown as a zero value and never as `null` (Creatio). `collation` says
    how the server compares text: `sensitive` (texts that differ in anything differ), `binary` (that, and ordered by
    code point), `nocase`, `unknown`, or `auto` while it is to be learned. Where it is none of the first two, a text
    predicate is only ever a superset, applied again here. `empty_text` says whether '' is read as text or as NULL.
    """

    name: str
    forms: frozenset[str] = EVIDENCED
    empty_cells: bool = True
    link_by_path: bool = True
    empty_text: EmptyText = "text"
    collation: Collation = "auto"
    rows_per_answer: int = 20_000
    filter_nodes: int = 96
    url_length: int = 2_000


CREATIO = Profile("creatio")
ODATA = Profile("odata", forms=EVIDENCED | {LOOKUP_NULL}, empty_cells=False, link_by_path=False)
PROFILES = {profile.name: profile for profile in (CREATIO, ODATA)}


def tells_text_apart(profile: Profile) -> bool:
    """Say whether the server takes two texts for equal only if they are, so that text predicates can be exact."""
    return profile.collation in ("sensitive", "binary")


def without(profile: Profile, forms: frozenset[str]) -> Profile:
    """Return the profile with some forms switched off, as when a server refused them."""
    return replace(profile, forms=profile.forms - forms)
