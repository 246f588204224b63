"""What a SELECT makes of the rows that it reads: one for each, or fewer, or more."""

from __future__ import annotations

from sqlglot import exp

SHAPING = ("group", "having", "qualify", "distinct", "windows", "connect", "sample", "pivots", "locks", "match")
_AGGREGATES = (exp.AggFunc, exp.List)
_NOT_ROW_BY_ROW = (*_AGGREGATES, exp.Window, exp.Unnest, exp.UDTF, exp.Explode, exp.GenerateSeries)

# Functions that sqlglot does not know may aggregate or give several rows; these are known to do neither.
_SCALAR = frozenset(
    {
        "FROM_HEX",
        "STRFTIME",
        "REGEXP_MATCHES",
        "LIST_VALUE",
        "STRUCT_PACK",
        "FORMAT",
        "PRINTF",
        "MD5",
        "DATE_DIFF",
        "DATE_SUB",
    }
)


def is_plain(select: exp.Select) -> bool:
    """Say whether a SELECT gives one row for each row that it reads."""
    if any(select.args.get(key) for key in SHAPING):
        return False
    items = [*select.expressions, *([select.args["order"]] if select.args.get("order") else [])]
    found = (node for item in items for node in item.find_all(*_NOT_ROW_BY_ROW, exp.Anonymous))
    return not any(not isinstance(node, exp.Anonymous) or _is_unknown_function(node) for node in found)


def may_aggregate(node: exp.Expr) -> bool:
    """Say whether a node may make one value of all rows, as functions do that the parser does not know."""
    return isinstance(node, _AGGREGATES) or _is_unknown_function(node)


def _is_unknown_function(node: exp.Expr) -> bool:
    return isinstance(node, exp.Anonymous) and node.name.upper() not in _SCALAR
