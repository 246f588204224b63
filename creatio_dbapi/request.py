"""An OData query as a value, and the URL text it becomes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal as OneOf
from urllib.parse import quote

from creatio_dbapi.errors import NotSupportedError
from creatio_dbapi.types import literal_text

Operator = OneOf["eq", "ne", "gt", "ge", "lt", "le"]


@dataclass(frozen=True, slots=True)
class Value:
    """A constant of an EDM type; None is OData's `null`."""

    type: str
    value: object


@dataclass(frozen=True, slots=True)
class Comparison:
    """`Path operator value`, the path through links: `("Account", "Name")` is `Account/Name`."""

    path: tuple[str, ...]
    operator: Operator
    value: Value


@dataclass(frozen=True, slots=True)
class Call:
    """A Boolean function of a path and a constant, such as `contains(Name,'x')`, or `contains(tolower(Name),'x')`."""

    function: str
    path: tuple[str, ...]
    value: Value
    inner: str = ""


@dataclass(frozen=True, slots=True)
class FunctionComparison:
    """`function(Path) operator value`, such as `tolower(Name) eq 'x'` or `year(CreatedOn) eq 2025`."""

    function: str
    path: tuple[str, ...]
    operator: Operator
    value: Value


@dataclass(frozen=True, slots=True)
class And:
    """All of `items` hold."""

    items: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of `items` holds."""

    items: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """`item` does not hold; only ever put around a Call, where OData has no opposite."""

    item: Call


@dataclass(frozen=True, slots=True)
class In:
    """`Path in (a,b,c)`, which only some servers take."""

    path: tuple[str, ...]
    values: tuple[Value, ...]


Filter = Comparison | Call | FunctionComparison | And | Or | Not | In


@dataclass(frozen=True, slots=True)
class Order:
    """One sort key: a path and its direction."""

    path: tuple[str, ...]
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Expand:
    """A to-one link whose columns come along with each row."""

    link: str
    select: tuple[str, ...]
    expand: tuple[Expand, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """One read of an entity set; `count_only` asks for the number of rows and none of them (`$count=true&$top=0`)."""

    table: str
    select: tuple[str, ...] = ()
    filter: Filter | None = None
    order: tuple[Order, ...] = ()
    top: int | None = None
    skip: int | None = None
    count: bool = False
    expand: tuple[Expand, ...] = ()


# An OData identifier has letters, digits and _ (OData CSDL 15.2); no less than this is what could change a request.
_NAME = re.compile(r"(?![.$])[^\s\x00-\x1f\x7f,()/'\";=&?#%:@+\\]*")


def _name(name: str) -> str:
    """Return a name of the catalog as it stands in a request; raises NotSupportedError for one that could change it."""
    if not _NAME.fullmatch(name):
        raise NotSupportedError(f"the name {name!r} cannot stand in an OData request: names are letters, digits and _")
    return name


def _path(names: tuple[str, ...]) -> str:
    return "/".join(map(_name, names))


def filter_text(item: Filter) -> str:
    """Write a filter as OData text, not yet percent-encoded.

    >>> filter_text(Comparison(("Account", "Name"), "eq", Value("Edm.String", "O'Brien & Co")))
    "Account/Name eq 'O''Brien & Co'"
    >>> small, empty = Value("Edm.Int32", 5), Value("Edm.Int32", None)
    >>> filter_text(Or((Comparison(("Age",), "lt", small), Comparison(("Age",), "eq", empty))))
    'Age lt 5 or Age eq null'
    """
    if isinstance(item, Comparison):
        return f"{_path(item.path)} {item.operator} {literal_text(item.value.type, item.value.value)}"
    if isinstance(item, Call):
        path = f"{item.inner}({_path(item.path)})" if item.inner else _path(item.path)
        return f"{item.function}({path},{literal_text(item.value.type, item.value.value)})"
    if isinstance(item, FunctionComparison):
        text = literal_text(item.value.type, item.value.value)
        return f"{item.function}({_path(item.path)}) {item.operator} {text}"
    if isinstance(item, Not):
        return f"not {filter_text(item.item)}"
    if isinstance(item, In):
        values = ",".join(literal_text(value.type, value.value) for value in item.values)
        return f"{_path(item.path)} in ({values})"
    return _joined(item)


def _joined(item: And | Or) -> str:
    # `and` binds tighter than `or` (OData URL conventions 5.1.1.9), so only an Or inside an And needs parentheses.
    if isinstance(item, Or):
        return " or ".join(filter_text(part) for part in item.items)
    return " and ".join(f"({filter_text(part)})" if isinstance(part, Or) else filter_text(part) for part in item.items)


def _order_text(order: tuple[Order, ...]) -> str:
    return ",".join(_path(key.path) + (" desc" if key.descending else "") for key in order)


def _expand_text(expand: tuple[Expand, ...]) -> str:
    parts = []
    for link in expand:
        inner = "$select=" + ",".join(map(_name, link.select)) if link.select else ""
        if link.expand:
            inner += (";" if inner else "") + "$expand=" + _expand_text(link.expand)
        parts.append(f"{_name(link.link)}({inner})" if inner else _name(link.link))
    return ",".join(parts)


def _options(query: Query) -> list[tuple[str, str]]:
    options: list[tuple[str, str]] = []
    if query.select:
        options.append(("$select", ",".join(map(_name, query.select))))
    if query.expand:
        options.append(("$expand", _expand_text(query.expand)))
    if query.filter is not None:
        options.append(("$filter", filter_text(query.filter)))
    if query.order:
        options.append(("$orderby", _order_text(query.order)))
    if query.skip:
        options.append(("$skip", str(query.skip)))
    if query.top is not None:
        options.append(("$top", str(query.top)))
    if query.count:
        options.append(("$count", "true"))
    return options


def query_text(query: Query) -> str:
    """Write a query for people, unencoded: `Contact?$select=Name&$filter=Age eq 30`."""
    options = "&".join(f"{name}={value}" for name, value in _options(query))
    return f"{query.table}?{options}" if options else query.table


def query_url(query: Query) -> str:
    """Write a query as a URL relative to the OData root, every value percent-encoded.

    >>> query_url(Query("Contact", filter=Comparison(("Name",), "eq", Value("Edm.String", "a&b#c+d%"))))
    "Contact?$filter=Name%20eq%20'a%26b%23c%2Bd%25'"
    """
    options = "&".join(f"{name}={quote(value, safe=_SAFE)}" for name, value in _options(query))
    return f"{quote(_name(query.table))}?{options}" if options else quote(_name(query.table))


_SAFE = "',()/$=:"


def key_url(table: str, key: tuple[Value, ...], names: tuple[str, ...] = ()) -> str:
    """Write the address of one row: `Contact(12d21632-…)`; a composite key names its columns."""
    values = [literal_text(value.type, value.value) for value in key]
    inner = (
        values[0]
        if len(values) == 1
        else ",".join(f"{_name(name)}={value}" for name, value in zip(names, values, strict=True))
    )
    return f"{quote(_name(table))}({quote(inner, safe=_SAFE_KEY)})"


_SAFE_KEY = "',=:"
