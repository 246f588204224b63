"""Tables that hold nothing of Creatio, as VALUES or a series of days: what they hold narrows the tables beside them."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from sqlglot import exp

from creatio_dbapi.errors import Error
from creatio_dbapi.parse import NODE, literal_of
from creatio_dbapi.plan.constants import VOLATILE, Evaluate
from creatio_dbapi.plan.resolve import Block, Resolution, from_items

_MOST_VALUES = 2_000  # beyond, a list is no shorter way than the table


def asked_of_one(
    condition: exp.Expr, block: Block, names: Resolution, evaluate: Evaluate
) -> tuple[exp.Expr, exp.Expr] | None:
    """Write `c.Email = v.email` as `c.Email IN (…)`, with what the local table `v` holds.

    Returns the expression over Creatio's table and a condition on it that is TRUE wherever the first one is, or None
    where there is no such. Moments are asked for from the first to the last.
    """
    for own, values in _held(condition, block, names, evaluate):
        asked = _among(own, values, names)
        if asked is not None:
            return own, asked
    return None


def _held(
    condition: exp.Expr, block: Block, names: Resolution, evaluate: Evaluate
) -> Iterator[tuple[exp.Expr, list[Any]]]:
    """Give the sides of an equality that read Creatio's tables, with the values that the other one can have."""
    if isinstance(condition, exp.In) and not condition.args.get("negate") and _reads_tables(condition.this, names):
        query = condition.args.get("query")
        inner = query.unnest() if isinstance(query, NODE) else None
        values = _values(inner, block, names, evaluate) if isinstance(inner, exp.Query) else None
        if values is not None:
            yield condition.this, values
    if not isinstance(condition, exp.EQ):
        return
    for own, other in ((condition.this, condition.expression), (condition.expression, condition.this)):
        query = _column_of(other.unnest(), block, names) if _reads_tables(own, names) else None
        values = None if query is None else _values(query, block, names, evaluate)
        if values is not None:
            yield own, values


def _reads_tables(node: exp.Expr, names: Resolution) -> bool:
    columns = list(node.find_all(exp.Column))
    return bool(columns) and not node.find(exp.Query) and all(names.of(column) is not None for column in columns)


def _column_of(column: exp.Expr, block: Block, names: Resolution) -> exp.Query | None:
    """Return the query of the one column of what stands beside tables in a FROM: VALUES, a subquery, a function."""
    if not isinstance(column, exp.Column) or names.of(column) is not None or not column.table or block.nested:
        return None
    found = [item for item in from_items(block.select) if item.alias_or_name.lower() == column.table.lower()]
    if len(found) != 1 or isinstance(found[0], exp.Lateral) or found[0].args.get("joins"):
        return None
    return exp.select(column.copy()).from_(found[0].copy()) if _is_local(found[0], names) else None


def _values(query: exp.Query, block: Block, names: Resolution, evaluate: Evaluate) -> list[Any] | None:
    """Return the values of a query of one column, each once and no NULL; None where there are many or it fails."""
    if not _is_local(query, names):
        return None
    given = _named_tables(block.select, names)
    if given is None:
        return None
    some = exp.select(exp.Star()).from_(query.copy().subquery("held")).distinct().limit(_MOST_VALUES + 1)
    try:
        values = evaluate(f"({_in_with(some, given)})") or []
    except (Error, OverflowError):  # which a DATE 'infinity' is to Python
        return None  # whoever runs the statement is told of an error
    return values if len(values) <= _MOST_VALUES else None


def _in_with(query: exp.Select, given: Sequence[exp.CTE]) -> str:
    """Write a query that lists the values of another one, behind what it may read of the statement's WITH clauses."""
    tables = ", ".join(cte.sql("duckdb") for cte in given)
    recursive = (
        "RECURSIVE " if any(cte.parent is not None and cte.parent.args.get("recursive") for cte in given) else ""
    )
    listed = f"SELECT list(found) FROM ({query.sql('duckdb')}) AS held(found) WHERE found IS NOT NULL"  # noqa: S608
    return f"WITH {recursive}{tables} {listed}" if tables else listed


def _named_tables(select: exp.Select, names: Resolution) -> list[exp.CTE] | None:
    """Return the local tables of the WITH clauses that a SELECT sees, or None where a name means one of several."""
    node: exp.Expr | None = select
    seen: list[exp.CTE] = []
    while node is not None:
        clause = node.args.get("with_") or node.args.get("with")
        seen = [*(clause.expressions if isinstance(clause, exp.With) else ()), *seen]
        node = node.parent
    if len({cte.alias.lower() for cte in seen}) < len(seen):
        return None
    return [cte for cte in seen if _is_local(cte, names)]


def _is_local(part: exp.Expr, names: Resolution) -> bool:
    """Say whether a part of a statement reads no table of Creatio, and means the same whenever it is run.

    A text with a collation of its own is equal to others than it says.
    """
    tables = {id(source.node) for block in names.blocks for source in block.sources}
    if any(id(table) in tables for table in part.find_all(exp.Table)):
        return False
    if any(names.of(column) is not None for column in part.find_all(exp.Column)):
        return False
    calls = list(part.find_all(exp.Func))
    called = {call.name.upper() if isinstance(call, exp.Anonymous) else call.sql_name().upper() for call in calls}
    return not called & (VOLATILE | _CLOCKS) and not part.find(*_NOT_LOCAL)


_NOT_LOCAL = (exp.Rand, exp.Parameter, exp.Placeholder, exp.TableSample, exp.Collate)

# What fix_clock() does not put one moment for.
_CLOCKS = frozenset(
    {
        "CURRENT_DATE",
        "CURRENT_LOCALTIME",
        "CURRENT_LOCALTIMESTAMP",
        "CURRENT_TIME",
        "CURRENT_TIMESTAMP",
        "GET_CURRENT_TIME",
        "GET_CURRENT_TIMESTAMP",
        "LOCALTIME",
        "LOCALTIMESTAMP",
        "NOW",
        "TODAY",
        "TRANSACTION_TIMESTAMP",
    }
)


def _among(own: exp.Expr, values: list[Any], names: Resolution) -> exp.Expr | None:
    kinds = {type(value) for value in values}
    if not values:
        return exp.false()
    if len(kinds) > 1 or not kinds <= {*_IN_LISTS, *_FROM_TO}:
        return None
    values = sorted(values)  # DISTINCT gives them in an order that is another one each time
    if kinds <= _FROM_TO:
        return exp.Between(this=own, low=literal_of(values[0]), high=literal_of(values[-1]))
    known = names.of(own) if isinstance(own, exp.Column) else None
    if kinds == {str} and known is not None and known[1].type == "Edm.Guid":
        values = _guids(values)
    elif kinds == {str}:
        values = values if known is not None and known[1].type == "Edm.String" else []
    elif any(abs(value) >= _LARGE for value in values):
        values = []
    return exp.In(this=own, expressions=[literal_of(value) for value in values]) if values else None


def _guids(texts: list[str]) -> list[uuid.UUID]:
    """Read Guids as the local engine does, with braces or without hyphens; none where one is written otherwise."""
    try:
        return [uuid.UUID(text) for text in texts]
    except ValueError:
        return []


_IN_LISTS = {str, int, Decimal}
_FROM_TO = {dt.date, dt.datetime}
_LARGE = 10**18  # beyond what a column of integers holds
