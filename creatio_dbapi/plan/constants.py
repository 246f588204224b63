"""Constant expressions of a statement and the values they stand for."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlglot import exp

from creatio_dbapi.parse import value_of

Evaluate = Callable[[str], Any]  # runs one expression of the local engine's SQL, raises Error when it cannot

VOLATILE = frozenset(
    {"RANDOM", "GEN_RANDOM_UUID", "UUID", "UUIDV4", "UUIDV7", "NEXTVAL", "SETSEED", "CURRVAL", "PG_SLEEP", "VERSION"}
)


@dataclass(frozen=True, slots=True)
class Constant:
    """A value that is known before any request; `literal` says that it was written or bound as plain text.

    SQL lets a text literal take the type of what it is compared with; a computed text stays text.
    """

    value: Any
    literal: bool = False


def constant_of(node: exp.Expr, evaluate: Evaluate) -> Constant | None:
    """Return the value of an expression without columns, subqueries or volatile functions, else None."""
    found, value = value_of(node)
    if found:
        return Constant(value, isinstance(value, str))
    if isinstance(node, exp.Paren):
        return constant_of(node.this, evaluate)
    if isinstance(node, exp.Literal):
        return Constant(node.this, True) if node.is_string else _number(node.this)
    if isinstance(node, exp.Boolean):
        return Constant(bool(node.this))
    if isinstance(node, exp.Null):
        return Constant(None)
    if isinstance(node, exp.Neg) and _is_whole(node.this):
        return Constant(-int(node.this.this))  # the local engine takes a millisecond for each of what may be thousands
    if not _is_constant(node):
        return None
    try:
        value = evaluate(node.sql("duckdb"))
    except OverflowError:
        return None  # such as DATE 'infinity', which Python does not know
    return Constant(value) if _is_plain(value) else None


def _is_whole(node: object) -> bool:
    return isinstance(node, exp.Literal) and not node.is_string and node.this.isdigit() and len(node.this) < _LONG


_LONG = 19  # digits: such numbers fit into 64 bits


def _number(text: str) -> Constant | None:
    if text.isdigit():
        return Constant(int(text))
    if text.replace(".", "", 1).isdigit():
        return Constant(Decimal(text))
    return Constant(float(text))


def _is_constant(node: exp.Expr) -> bool:
    if node.find(*_NO_CONSTANTS) or is_quantified(node):
        return False
    names = {call.name.upper() for call in node.find_all(exp.Anonymous)} | {
        call.sql_name().upper() for call in node.find_all(exp.Func) if not isinstance(call, exp.Anonymous)
    }
    return not names.intersection(VOLATILE)


_NO_CONSTANTS = (
    exp.Column,
    exp.Query,
    exp.Star,
    exp.AggFunc,
    exp.Window,
    exp.Rand,
    exp.Parameter,
    exp.Placeholder,
)


def is_quantified(node: exp.Expr) -> bool:
    """Say whether there is `ANY (…)` or `ALL (…)` in an expression: `NULL = ALL ([])` is TRUE, and `ANY` FALSE."""
    if node.find(exp.Any, exp.All):
        return True
    return any(call.name.upper() in ("ALL", "ANY", "SOME") for call in node.find_all(exp.Anonymous))


_PLAIN = (type(None), bool, int, float, Decimal, str, bytes, uuid.UUID, dt.datetime, dt.date, dt.time)


def _is_plain(value: Any) -> bool:
    return isinstance(value, _PLAIN)


def fix_clock(tree: exp.Expr, now: dt.datetime) -> exp.Expr:
    """Put one moment for now(), CURRENT_TIMESTAMP and CURRENT_DATE, so that every part of a statement agrees on it."""
    stamp = exp.Cast(this=exp.Literal.string(now.isoformat(sep=" ")), to=exp.DataType.build("TIMESTAMPTZ"))
    for moment in list(tree.find_all(exp.CurrentTimestamp)):
        moment.replace(stamp.copy())
    for day in list(tree.find_all(exp.CurrentDate)):
        day.replace(exp.Cast(this=stamp.copy(), to=exp.DataType.build("DATE")))
    return tree
