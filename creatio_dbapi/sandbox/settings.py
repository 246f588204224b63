"""The switches of a sandbox: where Creatio's installations differ, and where nobody knows what Creatio does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# Facts 3.5: forms that documentation or real clients show at work.
EVIDENCED_FORMS = frozenset(
    [
        "eq",
        "ne",
        "gt",
        "ge",
        "lt",
        "le",
        "and",
        "or",
        "not",
        "contains",
        "startswith",
        "endswith",
        "length",
        "year",
        "month",
        "day",
        "path",
    ]
)
# Facts 3.5: forms that OData has and nobody has seen working on Creatio. Off until switched on.
UNPROVEN_FORMS = frozenset(
    [
        "hour",
        "minute",
        "second",
        "tolower",
        "toupper",
        "trim",
        "concat",
        "substring",
        "indexof",
        "date",
        "time",
        "now",
        "round",
        "floor",
        "ceiling",
        "add",
        "sub",
        "mul",
        "div",
        "mod",
        "in",
        "any",
        "all",
        "orderby_path",
        "orderby_lookup",
    ]
)
ALL_FORMS = EVIDENCED_FORMS | UNPROVEN_FORMS


_CHOICES: Mapping[str, tuple[object, ...]] = {
    "platform": ("net", "framework"),
    "text": ("sensitive", "insensitive"),
    "nulls": ("last", "first"),
    "null_ne": ("sql", "odata"),
    "patch_unknown": ("ignore", "reject"),
    "unknown_set": (404, 401),
}
_NUMBERS = [
    "row_limit",
    "node_limit",
    "orderby_limit",
    "expand_depth",
    "batch_limit",
    "url_limit",
    "lockout",
    "session_seconds",
    "token_seconds",
    "page_cap",
    "next_link",
    "latency",
]


@dataclass(frozen=True)
class Settings:
    """How this instance behaves; every field is a switch that can be turned while it runs."""

    platform: str = "net"  # or "framework": the .NET Framework build, everything but login below /0
    user: str = "Supervisor"
    password: str = "Supervisor"  # noqa: S105 - the documented demo password
    client_id: str = "sandbox"
    client_secret: str = "sandbox-secret"  # noqa: S105
    token_seconds: float = 3600.0  # facts 2
    forms: frozenset[str] = EVIDENCED_FORMS
    text: str = "sensitive"  # or "insensitive": how the database below compares text
    nulls: str = "last"  # PostgreSQL; or "first", SQL Server: where NULL sorts in ascending order
    null_ne: str = "sql"  # or "odata": is `null ne 'x'` unknown or true
    zone: float = 0.0  # hours east of UTC of the clock that year(), month() and day() read: nobody has seen which it is
    row_limit: int = 20000  # facts 3.1: MaxEntityRowCount
    node_limit: int = 100  # facts 3.5: MaxNodeCount
    orderby_limit: int = 5  # facts 3.4: the library's cap
    expand_depth: int = 2  # facts 3.1: ODataMaxExpansionDepth
    batch_limit: int = 100  # facts 5
    url_limit: int | None = None  # characters of path and query; IIS answers 404 beyond its limit
    id_tiebreak: bool = True  # facts 3.1: UseAdditionalSortingByIdWhenOffsetFetch
    patch_creates: bool = True  # facts 10
    patch_unknown: str = "ignore"  # or "reject": unknown members in PATCH (facts 4)
    atomic_groups: bool = False  # facts 5: roll-back of an atomicityGroup is not documented
    unknown_set: int = 404  # or 401, which a cloud site answers (facts 1.4)
    lockout: int | None = None  # wrong passwords before the account is locked (facts 1.1)
    session_seconds: float = 3600.0  # facts 1.4: UserSessionTimeout
    single_session: bool = False  # facts 1.4: Feature-AllowOnlyOneSessionPerUser
    page_cap: int | None = None  # answer at most so many rows a page, silently
    next_link: int | None = None  # answer at most so many rows a page, with @odata.nextLink
    next_link_host: str | None = None  # write this host into @odata.nextLink (a hostile server)
    may_use_odata: bool = True  # facts 1.4: without the right CanUseODataService the answer is a 403 page
    chunked: bool = False  # send bodies in chunks, without Content-Length
    latency: float = 0.0  # milliseconds before each answer

    def __post_init__(self) -> None:
        for name, choices in _CHOICES.items():
            if getattr(self, name) not in choices:
                raise ValueError(f"{name} is {getattr(self, name)!r}; it can be {' or '.join(map(repr, choices))}")
        for name in _NUMBERS:
            value = getattr(self, name)
            if value is not None and (isinstance(value, bool) or not isinstance(value, int | float) or value < 0):
                raise ValueError(f"{name} is {value!r}; it must be a number that is not negative")

        if isinstance(self.zone, bool) or not isinstance(self.zone, int | float) or abs(self.zone) > 14:
            raise ValueError(f"zone is {self.zone!r}; it must be hours from UTC, from -14 to 14")

    @property
    def prefix(self) -> str:
        """The path below which everything but login lives (facts 1.3)."""
        return "/0" if self.platform == "framework" else ""


def chosen_forms(forms: str | Iterable[str]) -> frozenset[str]:
    """Read the `forms` argument: "all", or names of forms that are on besides the evidenced ones."""
    if forms == "all":
        return ALL_FORMS
    names = frozenset({forms} if isinstance(forms, str) else forms)
    return EVIDENCED_FORMS | known_forms(names)


def known_forms(names: frozenset[str]) -> frozenset[str]:
    """Return the names, or raise for the first that is no form."""
    unknown = sorted(names - ALL_FORMS)
    if unknown:
        raise ValueError(f"unknown form {unknown[0]!r}; the forms are {', '.join(sorted(ALL_FORMS))}")
    return names
