"""SQL predicates become OData filters: which part of one goes to the server, and whether that part says all of it.

A predicate is TRUE, FALSE or NULL for a row, and WHERE keeps the TRUE ones. So a predicate is translated twice, as the
set of rows where it is TRUE and the set where it is FALSE; NOT swaps the two, and the rows where it is NULL are in
neither. What a row *shows* is what counts (an empty number shows 0, an empty date NULL), not what the server keeps.
"""

from __future__ import annotations

import datetime as dt
import operator
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

from sqlglot import exp

from creatio_dbapi.catalog import Column, Table
from creatio_dbapi.plan.constants import Constant, Evaluate, constant_of, is_quantified
from creatio_dbapi.plan.moments import part_of, period_of, ranges_of, start_of
from creatio_dbapi.plan.patterns import pattern_parts
from creatio_dbapi.profile import LOOKUP_NULL, Profile, tells_text_apart
from creatio_dbapi.request import And, Call, Comparison, Filter, FunctionComparison, In, Not, Operator, Or, Value
from creatio_dbapi.types import TYPES, UTC, ZERO_GUID, normal_decimal

ALL = And(())  # every row: the conjunction of nothing
NONE = Or(())  # no row: the disjunction of nothing

_MICROSECOND = dt.timedelta(microseconds=1)
_EMPTY_MOMENT = dt.datetime(1, 1, 1, tzinfo=UTC)
_LAST_MOMENT = dt.datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Translation:
    """The rows that a server can be asked for: exactly those of the predicate, or more of them (`exact` False)."""

    filter: Filter
    exact: bool = True
    forms: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Local:
    """A predicate that stays here, and why."""

    reason: str


Outcome = Translation | Local


@dataclass(frozen=True, slots=True)
class Field:
    """A column as a filter addresses it: by its path, through the link for a lookup (facts 3.5, the lookup rule)."""

    table: Table
    column: Column
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What a translation needs: whose columns a name means, the server's profile, and how to compute constants."""

    field: Callable[[exp.Column], Field | None]
    profile: Profile
    evaluate: Evaluate


def translate(node: exp.Expr, context: Context) -> Outcome:
    """Translate a predicate into the rows where it is TRUE."""
    return _set_of(node, True, context)


# -- and, or, not --------------------------------------------------------------------------------------------


def _set_of(node: exp.Expr, truth: bool, context: Context) -> Outcome:
    if isinstance(node, exp.Paren):
        return _set_of(node.this, truth, context)
    if isinstance(node, exp.Not):
        return _set_of(node.this, not truth, context)
    if isinstance(node, (exp.And, exp.Or)):
        parts = [_set_of(part, truth, context) for part in node.flatten()]  # thousands, in a chain of OR
        # De Morgan holds in three-valued logic: a conjunction is FALSE where any part is FALSE.
        return _both(parts) if isinstance(node, exp.And) is truth else _either(parts)
    for node_type, handler in _ATOMS.items():
        if isinstance(node, node_type):
            return handler(node, truth is not _is_negated(node), context)
    constant = constant_of(node, context.evaluate)
    if constant is not None and (constant.value is None or isinstance(constant.value, bool)):
        return Translation(ALL if constant.value is truth else NONE)
    return Local(f"OData cannot say {_kind(node)}")


def _is_negated(node: exp.Expr) -> bool:
    # Newer versions of sqlglot write NOT LIKE, NOT IN and IS NOT as one node; older ones put a Not around it.
    return bool(node.args.get("negate"))


def _kind(node: exp.Expr) -> str:
    if isinstance(node, exp.Func) and not isinstance(node, (exp.Anonymous, exp.Case)):
        return f"{node.sql_name()}()"
    return node.key.upper()


def _both(parts: Iterable[Outcome]) -> Outcome:
    parts = list(parts)
    known = [part for part in parts if isinstance(part, Translation)]
    if not known:
        return parts[0]
    exact = len(known) == len(parts) and all(part.exact for part in known)
    return Translation(all_of(part.filter for part in known), exact, _forms(known))


def _either(parts: Iterable[Outcome]) -> Outcome:
    known: list[Translation] = []
    for part in parts:
        if isinstance(part, Local):
            return part
        known.append(part)
    return Translation(any_of(part.filter for part in known), all(part.exact for part in known), _forms(known))


def _forms(parts: Iterable[Translation]) -> frozenset[str]:
    return frozenset().union(*(part.forms for part in parts))


def all_of(filters: Iterable[Filter]) -> Filter:
    """Join filters by `and`, without nesting and without the ones that say nothing."""
    items: list[Filter] = []
    for item in filters:
        if item == NONE:
            return NONE
        items.extend(item.items if isinstance(item, And) else (item,))
    items = [item for item in dict.fromkeys(items) if not _is_implied(item, items)]
    return items[0] if len(items) == 1 else And(tuple(items))


def given(wanted: Filter | None) -> tuple[Filter, ...]:
    """Return the filter of a query as a list to join others to."""
    return () if wanted is None else (wanted,)


def _is_implied(item: Filter, others: list[Filter]) -> bool:
    """Say whether a test for a moment that is not empty adds nothing beside a later bound of the same column."""
    if not (isinstance(item, Comparison) and item.operator == "gt" and item.value.value == _EMPTY_MOMENT):
        return False
    return any(
        isinstance(other, Comparison)
        and other.path == item.path
        and other.operator in ("gt", "ge")
        and other.value.value != _EMPTY_MOMENT
        for other in others
    )


def any_of(filters: Iterable[Filter]) -> Filter:
    """Join filters by `or`, without nesting and without the ones that match nothing."""
    items: list[Filter] = []
    for item in filters:
        if item == ALL:
            return ALL
        items.extend(item.items if isinstance(item, Or) else (item,))
    items = list(dict.fromkeys(items))
    return items[0] if len(items) == 1 else Or(tuple(items))


def node_count(item: Filter) -> int:
    """Return about how many nodes a server's parser makes of a filter; its default limit is 100 (facts 3.5)."""
    if isinstance(item, (And, Or)):
        return sum(node_count(part) for part in item.items) + max(0, len(item.items) - 1)
    if isinstance(item, Not):
        return 1 + node_count(item.item)
    return 2 + len(item.path)


# -- atoms ---------------------------------------------------------------------------------------------------

_NEGATED: dict[Operator, Operator] = {"eq": "ne", "ne": "eq", "lt": "ge", "ge": "lt", "gt": "le", "le": "gt"}
_SWAPPED: dict[Operator, Operator] = {"eq": "eq", "ne": "ne", "lt": "gt", "gt": "lt", "le": "ge", "ge": "le"}
_PYTHON: dict[Operator, Callable[[Any, Any], bool]] = {
    "eq": operator.eq, "ne": operator.ne, "lt": operator.lt, "le": operator.le, "gt": operator.gt, "ge": operator.ge,
}  # fmt: skip
_OPERATORS: dict[type[exp.Expr], Operator] = {
    exp.EQ: "eq", exp.NEQ: "ne", exp.LT: "lt", exp.LTE: "le", exp.GT: "gt", exp.GTE: "ge",
}  # fmt: skip


def _comparison(node: exp.Expr, truth: bool, context: Context) -> Outcome:
    named = _OPERATORS[type(node)]
    left, right = node.this.unnest(), node.expression.unnest()
    if isinstance(right, exp.Column) and not isinstance(left, exp.Column):
        left, right, named = right, left, _SWAPPED[named]
    if period_of(right) is not None:
        left, right, named = right, left, _SWAPPED[named]
    if not truth:
        named = _NEGATED[named]
    if named == "ne" and (trimmed := _differs_trimmed(left, right, context)) is not None:
        return trimmed
    if not isinstance(left, exp.Column):
        called = compare_call(left, named, right, context)
        if called is not None:
            return called
        return _compare_period(left, named, right, context) or _constant_predicate(node, truth, context)
    field, constant = context.field(left), constant_of(right, context.evaluate)
    if field is None:
        return Local("the column is not this table's")
    if constant is None:
        return _where_neither_is_null(field, right, context)
    return compare(field, named, constant, context.profile)


def _where_neither_is_null(field: Field, right: exp.Expr, context: Context) -> Outcome:
    """Ask for the rows whose cell is not NULL: no comparison of the others is TRUE, nor FALSE."""
    other = context.field(right) if isinstance(right, exp.Column) else None
    fields = [field] if other is None else [field, other]
    tests = [null_test(each, False, context.profile) for each in fields if each.column.type != "Edm.Stream"]
    known = [test for test in tests if isinstance(test, Translation)]
    wanted = all_of(test.filter for test in known)
    if wanted == ALL or is_quantified(right):
        return Local("it compares with something that is not a constant")
    return Translation(wanted, False, _forms(known))


def _compare_period(left: exp.Expr, named: Operator, right: exp.Expr, context: Context) -> Outcome | None:
    """Translate a comparison of a moment's year, day, month … with a constant into ranges of moments."""
    period = period_of(left)
    field = context.field(period.column) if period is not None else None
    constant = constant_of(right, context.evaluate) if field is not None else None
    if period is None or field is None or constant is None or field.column.type != "Edm.DateTimeOffset":
        return None
    if constant.value is None:
        return Translation(NONE)
    if period.is_date and isinstance(constant.value, str) and len(constant.value) != len("2025-01-02"):
        return Local("it compares a date with a text that says more, or is written in another way")
    value = start_of(period, constant.value if period.is_year else _moment(constant))
    if value is None:
        return Local("it compares a part of a moment with something else")
    bounds = [_within(field, low, high) for low, high in ranges_of(period.unit, named, value)]
    return Translation(any_of(bounds), True, _used(field, "compare"))


def _within(field: Field, low: dt.datetime | None, high: dt.datetime | None) -> Filter:
    lower = _not_empty_moment(field) if low is None else _at_least(field, low)
    upper = ALL if high is None else Comparison(field.path, "lt", Value("Edm.DateTimeOffset", high))
    return all_of([lower, upper])


def _constant_predicate(node: exp.Expr, truth: bool, context: Context) -> Outcome:
    constant = constant_of(node, context.evaluate)
    if constant is None:
        return Local("it compares an expression, which OData cannot compute")
    return Translation(ALL if constant.value is truth else NONE)


def _column_alone(node: exp.Expr, truth: bool, context: Context) -> Outcome:
    field = context.field(node) if isinstance(node, exp.Column) else None
    if field is None or field.column.type != "Edm.Boolean":
        return Local("it is not a Boolean column")
    return compare(field, "eq", Constant(truth), context.profile)


def _in(node: exp.Expr, truth: bool, context: Context) -> Outcome:
    if node.args.get("query") or node.args.get("unnest") or node.args.get("field") or not node.expressions:
        return Local("it looks into a subquery")
    listed = _as_list(node, context) if truth else None
    if listed is not None:
        return listed
    equals = [exp.EQ(this=node.this, expression=item) for item in node.expressions]
    parts = [_comparison(equal, truth, context) for equal in equals]
    return _either(parts) if truth else _both_or_local(parts)


def _as_list(node: exp.Expr, context: Context) -> Outcome | None:
    """Translate IN with OData's own `in`, which is shorter than a chain of `or`, where the profile has it."""
    field = context.field(node.this) if isinstance(node.this, exp.Column) else None
    if field is None or "in" not in context.profile.forms:
        return None
    equal = [_comparison(exp.EQ(this=node.this, expression=item), True, context) for item in node.expressions]
    filters = [each.filter for each in equal if isinstance(each, Translation)]
    single = [item for item in filters if isinstance(item, Comparison) and item.operator == "eq"]
    if len(filters) != len(equal) or len(single) < 2:
        return None
    values = tuple(dict.fromkeys(item.value for item in single))
    others = [item for item in filters if item not in single]
    exact = all(isinstance(each, Translation) and each.exact for each in equal)
    forms = _forms(each for each in equal if isinstance(each, Translation)) | {"in"}
    return Translation(any_of([In(field.path, values), *others]), exact, forms)


def _both_or_local(parts: list[Outcome]) -> Outcome:
    # NOT IN over half of its list would still be a superset, but one that moves nearly everything.
    return next((part for part in parts if isinstance(part, Local)), None) or _both(parts)


def _between(node: exp.Expr, truth: bool, context: Context) -> Outcome:
    if node.args.get("symmetric"):
        return Local("OData cannot say BETWEEN SYMMETRIC")
    low = exp.GTE(this=node.this, expression=node.args["low"])
    high = exp.LTE(this=node.this, expression=node.args["high"])
    parts = [_comparison(bound, truth, context) for bound in (low, high)]
    return _between_bounds(parts) if truth else _either(parts)


def _between_bounds(parts: list[Outcome]) -> Outcome:
    """Join two bounds; empty cells that only one of them lets through need not be asked for."""
    known = [part for part in parts if isinstance(part, Translation) and part.exact]
    if len(known) != len(parts):
        return _both(parts)
    alternatives = [part.filter.items if isinstance(part.filter, Or) else (part.filter,) for part in known]
    common = [item for item in alternatives[0] if _is_null(item) and item in alternatives[1]]
    bounds = [any_of(item for item in items if not _is_null(item)) for items in alternatives]
    return Translation(any_of([all_of(bounds), *common]), True, _forms(known))


def _is_null(item: Filter) -> bool:
    return isinstance(item, Comparison) and item.operator == "eq" and item.value.value is None


def _is(node: exp.Expr, truth: bool, context: Context) -> Outcome:
    right = node.expression
    left = node.this.unnest()
    field = context.field(left) if isinstance(left, exp.Column) else None
    if field is None:
        return _constant_predicate(node, truth, context)
    if isinstance(right, exp.Null):
        return null_test(field, truth, context.profile)
    if isinstance(right, exp.Boolean) and field.column.type == "Edm.Boolean":
        return _is_boolean(field, bool(right.this), truth, context.profile)
    return Local("OData cannot say IS with this")


def _is_boolean(field: Field, value: bool, truth: bool, profile: Profile) -> Outcome:
    equal = compare(field, "eq", Constant(value if truth else not value), profile)
    return equal if truth else _either([equal, null_test(field, True, profile)])


def _distinct_from(node: exp.Expr, truth: bool, context: Context) -> Outcome:
    differs = isinstance(node, exp.NullSafeNEQ) is truth
    left, right = node.this.unnest(), node.expression.unnest()
    if isinstance(right, exp.Column):
        left, right = right, left
    field = context.field(left) if isinstance(left, exp.Column) else None
    constant = constant_of(right, context.evaluate)
    if field is None or constant is None:
        return Local("it does not compare a column with a constant")
    if constant.value is None:
        return null_test(field, not differs, context.profile)
    if not differs:
        return compare(field, "eq", constant, context.profile)
    return _either([compare(field, "ne", constant, context.profile), null_test(field, True, context.profile)])


def _like(node: exp.Expr, truth: bool, context: Context) -> Outcome:
    pattern_node, escape = node.expression, ""
    if isinstance(pattern_node, (exp.Any, exp.All)):
        return Local("OData cannot say LIKE ANY")
    field = context.field(node.this) if isinstance(node.this, exp.Column) else None
    pattern = constant_of(pattern_node, context.evaluate)
    if isinstance(node.parent, exp.Escape):
        escape = str(node.parent.expression.name)
    if field is None or field.column.type != "Edm.String" or pattern is None or not isinstance(pattern.value, str):
        return Local("it does not match a text column with a constant pattern")
    return _like_filter(field, pattern.value, escape, truth, context.profile)


def _escape(node: exp.Expr, truth: bool, context: Context) -> Outcome:
    like = node.this
    escape = node.expression
    if not isinstance(like, exp.Like) or not isinstance(escape, exp.Literal) or len(escape.name) > 1:
        return Local("OData cannot say ESCAPE here")
    return _like(like, truth is not _is_negated(like), context)


# What SQL Server and PostgreSQL read in a LIKE pattern, should the server build one without escaping them: these could
# make it find less, which no filter may do ...
_WILDCARDS = frozenset("[\\")
# ... and these only more.
_JOKERS = frozenset("%_")


def _like_filter(field: Field, pattern: str, escape: str, truth: bool, profile: Profile) -> Outcome:
    parts = pattern_parts(pattern, escape)
    if parts is None:
        return Local("the pattern ends in its escape character")
    if parts.equals is not None:
        return compare(field, "eq" if truth else "ne", Constant(parts.equals, True), profile)
    if parts.anything:
        return null_test(field, not truth, profile) if truth else Translation(NONE)
    calls = [Call(name, field.path, Value("Edm.String", text)) for name, text in parts.calls]
    if not calls:
        return Local("the pattern has no fixed text at its ends")
    unknown = {call.function for call in calls} - profile.forms
    if unknown:
        return Local(f"the server's profile has no {min(unknown)}")
    fixed = "".join(text for _, text in parts.calls)
    if not _WILDCARDS.isdisjoint(fixed):
        return Local("the server may take a character of the pattern for a wildcard of its own")
    # A server that does not escape % and _ finds more, which is then sorted out here.
    told_apart = tells_text_apart(profile) and _JOKERS.isdisjoint(fixed)
    if truth:
        return Translation(all_of(calls), parts.whole and told_apart, _used(field, *(call.function for call in calls)))
    if not (told_apart and parts.whole and len(calls) == 1 and "not" in profile.forms) or profile.empty_text == "null":
        return Local("how the server compares text is not known, so the opposite cannot be asked for")
    return _with_empty(field, Not(calls[0]), True, profile, {"not", calls[0].function}, negated=True)


# What trim() takes away: the characters that Unicode calls spaces. The plain one is in nearly every text, the others in
# few, so that they may stand anywhere: at either end each, they would not fit into a filter.
_OTHER_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"


def _differs_trimmed(left: exp.Expr, right: exp.Expr, context: Context) -> Outcome | None:
    """Translate `column <> trim(column)`, in either order, into the rows that may have spaces at an end."""
    column, trim = (right, left) if isinstance(left, exp.Trim) else (left, right)
    if not isinstance(trim, exp.Trim) or trim.expression is not None or trim.args.get("collation"):
        return None
    field = context.field(column) if isinstance(column, exp.Column) else None
    inner = context.field(trim.this) if isinstance(trim.this, exp.Column) else None
    if field is None or field != inner or field.column.type != "Edm.String":
        return None
    missing = {"startswith", "endswith", "contains"} - context.profile.forms
    if missing:
        return Local(f"the server's profile has no {min(missing)}")
    calls = [("startswith", " "), ("endswith", " "), *(("contains", space) for space in _OTHER_SPACES)]
    filters = [Call(function, field.path, Value("Edm.String", text)) for function, text in calls]
    return Translation(any_of(filters), False, _used(field, "startswith", "endswith", "contains"))


def may_start_otherwise(table: Table, column: Column, profile: Profile) -> bool:
    """Say whether a server can be asked for the texts of a column that do not begin in some ways."""
    forms = {"not", "startswith", "null"}
    known = tells_text_apart(profile) and profile.empty_text == "text" and forms <= profile.forms
    return known and column.type == "Edm.String" and column.name not in table.key


def is_start(text: str) -> bool:
    """Say whether `start_otherwise` can be asked of a text: a server could take some characters for wildcards."""
    return (_WILDCARDS | _JOKERS).isdisjoint(text)


def start_otherwise(path: tuple[str, ...], starts: Iterable[str]) -> Translation:
    """Return the rows whose text begins with none of `starts`, and those without a text."""
    calls = [Not(Call("startswith", path, Value("Edm.String", start))) for start in starts]
    empty = Comparison(path, "eq", Value("Edm.String", None))
    return Translation(any_of([all_of(calls), empty]), True, frozenset({"not", "startswith", "null"}))


_LETTER_CASES: tuple[tuple[type[exp.Expr], str], ...] = ((exp.Lower, "tolower"), (exp.Upper, "toupper"))


def compare_call(left: exp.Expr, named: Operator, right: exp.Expr, context: Context) -> Outcome | None:
    """Translate `lower(column) = text` and `extract(month FROM column) = number`, where the profile has the function.

    Only equality: whether a server folds every letter as SQL does is not known, so this is a superset at best.
    """
    for node_type, function in _LETTER_CASES:
        if isinstance(left, node_type):
            return _compare_folded(left.this, function, named, right, context)
    part = part_of(left)
    return None if part is None else _compare_part(*part, named, right, context)


def _compare_folded(
    inner: exp.Expr, function: str, named: Operator, right: exp.Expr, context: Context
) -> Outcome | None:
    field = context.field(inner) if isinstance(inner, exp.Column) else None
    constant = constant_of(right, context.evaluate) if field is not None else None
    if field is None or constant is None or field.column.type != "Edm.String" or not isinstance(constant.value, str):
        return None
    if function not in context.profile.forms:
        return Local(f"the server's profile has no {function}; the option forms={function} switches it on")
    if named != "eq" or context.profile.empty_text == "null":
        return Local("how the server compares text is not known")
    base = FunctionComparison(function, field.path, "eq", Value("Edm.String", constant.value))
    outcome = _with_empty(field, base, constant.value == "", context.profile, {function})
    return Translation(outcome.filter, False, outcome.forms) if isinstance(outcome, Translation) else outcome


def _compare_part(part: str, column: exp.Column, named: Operator, right: exp.Expr, context: Context) -> Outcome | None:
    """Translate a comparison of a moment's month or day; a superset, as nobody has seen by which zone servers tell."""
    field = context.field(column)
    constant = constant_of(right, context.evaluate) if field is not None else None
    if field is None or constant is None or field.column.type != "Edm.DateTimeOffset":
        return None
    missing = {"month", "day"} - context.profile.forms
    if missing:
        return Local(f"the server's profile has no {min(missing)}; the option forms={min(missing)} switches it on")
    if not isinstance(constant.value, int):
        return Local("it compares a part of a moment with something else")
    wanted = [number for number in range(1, _PARTS[part] + 1) if _PYTHON[named](number, constant.value)]
    if not wanted:
        return Translation(NONE)
    nearly = any_of((_about_months if part == "month" else _about_days)(field, wanted))
    return Translation(all_of([_not_empty_moment(field), nearly]), False, _used(field, "month", "day"))


_PARTS = {"month": 12, "day": 31}
_SHORTEST = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # days of each month, at the least


def _about_months(field: Field, wanted: list[int]) -> Iterator[Filter]:
    """Give what finds the months, and a day before and behind each."""
    for first, last in _runs(wanted):
        yield from _between_parts(field, "month", first, last, 12)
        before, behind = (first - 2) % 12 + 1, last % 12 + 1
        if before not in wanted:
            yield all_of([_part(field, "month", "eq", before), _part(field, "day", "ge", _SHORTEST[before - 1])])
        if behind not in wanted:
            yield all_of([_part(field, "month", "eq", behind), _part(field, "day", "eq", 1)])


def _about_days(field: Field, wanted: list[int]) -> Iterator[Filter]:
    """Give what finds the days of a month, and those beside them."""
    beside = {number for day in wanted for number in (day - 1, day, day + 1) if 1 <= number <= 31}
    if 1 in wanted:
        beside |= {28, 29, 30, 31}
    if max(wanted) >= min(_SHORTEST):
        beside.add(1)
    for first, last in _runs(sorted(beside)):
        yield from _between_parts(field, "day", first, last, 31)


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Give the first and the last of the numbers that follow each other without a gap."""
    for _, run in groupby(enumerate(numbers), lambda each: each[1] - each[0]):
        found = [number for _, number in run]
        yield found[0], found[-1]


def _between_parts(field: Field, part: str, first: int, last: int, most: int) -> Iterator[Filter]:
    if first == last:
        yield _part(field, part, "eq", first)
        return
    lower = [_part(field, part, "ge", first)] if first > 1 else []
    upper = [_part(field, part, "le", last)] if last < most else []
    yield all_of([*lower, *upper])


def _part(field: Field, part: str, named: Operator, number: int) -> Filter:
    return FunctionComparison(part, field.path, named, Value("Edm.Int32", number))


def _ilike(node: exp.Expr, truth: bool, context: Context) -> Outcome:
    """Translate ILIKE through `tolower`, where the profile has it; a superset, as the folding of letters may differ."""
    field = context.field(node.this) if isinstance(node.this, exp.Column) else None
    pattern = constant_of(node.expression, context.evaluate)
    if field is None or field.column.type != "Edm.String" or pattern is None or not isinstance(pattern.value, str):
        return Local("it does not match a text column with a constant pattern")
    if "tolower" not in context.profile.forms:
        return Local("the server's profile has no tolower; the option forms=tolower switches it on")
    parts = pattern_parts(pattern.value.lower())
    fixed = "".join(text for _, text in parts.calls) if parts is not None else ""
    if not truth or parts is None or not parts.calls or not _WILDCARDS.isdisjoint(fixed):
        return Local("OData cannot say this pattern")
    calls = [Call(name, field.path, Value("Edm.String", text), "tolower") for name, text in parts.calls]
    return Translation(all_of(calls), False, _used(field, "tolower", *(call.function for call in calls)))


_ATOMS: dict[type[exp.Expr], Callable[[exp.Expr, bool, Context], Outcome]] = {
    **dict.fromkeys(_OPERATORS, _comparison),
    exp.Column: _column_alone,
    exp.In: _in,
    exp.Between: _between,
    exp.Is: _is,
    exp.NullSafeEQ: _distinct_from,
    exp.NullSafeNEQ: _distinct_from,
    exp.Escape: _escape,
    exp.Like: _like,
    exp.ILike: _ilike,
}


# -- one column against one constant -------------------------------------------------------------------------


def compare(field: Field, named: Operator, constant: Constant, profile: Profile) -> Outcome:
    """Translate `column operator constant` into the rows where it is TRUE."""
    if constant.value is None:
        return Translation(NONE)
    handler = _COMPARE.get(field.column.type)
    if handler is None:
        return Local(f"OData cannot compare {field.column.type}")
    return handler(field, named, constant, profile)


def _used(field: Field, *forms: str) -> frozenset[str]:
    return frozenset(forms) | ({"path"} if len(field.path) > 1 else frozenset())


def shows_null(field: Field, profile: Profile) -> bool:
    """Say whether an empty cell of the column is shown as NULL, not as a zero value."""
    if field.column.name in field.table.key:
        return False
    if field.column.type == "Edm.String" and profile.empty_text == "null":
        return True
    return not profile.empty_cells or field.column.nullable is True or TYPES[field.column.type].shown_empty is None


def _null(field: Field, named: Operator) -> Filter:
    return Comparison(field.path, named, Value(field.column.type, None))


def _with_empty(
    field: Field, base: Filter, matches_empty: bool, profile: Profile, forms: set[str], *, negated: bool = False
) -> Outcome:
    """Add to a filter what makes it right for rows whose cell is NULL inside the server.

    Such a row must be in the set if what it shows matches, and must not be if not. OData says `null ne 'x'` is true and
    a database says unknown, so after a negation (`negated`) neither is relied upon.
    """
    if field.column.name in field.table.key:
        return Translation(base, True, _used(field, *forms))
    if "null" not in profile.forms and (negated or matches_empty):
        return Local("the server's profile has no comparison with null")
    if shows_null(field, profile):
        filters = all_of([base, _null(field, "ne")]) if negated else base
        return Translation(filters, True, _used(field, *forms, *(["null"] if negated else [])))
    if matches_empty:
        return Translation(any_of([base, _null(field, "eq")]), True, _used(field, "null", *forms))
    if negated:
        return Translation(all_of([base, _null(field, "ne")]), True, _used(field, "null", *forms))
    return Translation(base, True, _used(field, *forms))


def _simple(field: Field, named: Operator, value: object, profile: Profile) -> Outcome:
    base = Comparison(field.path, named, Value(field.column.type, value))
    empty = TYPES[field.column.type].shown_empty
    matches = empty is not None and _PYTHON[named](empty, value)
    return _with_empty(field, base, matches, profile, {"compare"}, negated=named == "ne")


def _compare_text(field: Field, named: Operator, constant: Constant, profile: Profile) -> Outcome:
    if not isinstance(constant.value, str):
        return Local("it compares text with another type")
    if profile.empty_text == "null":
        return _compare_text_or_null(field, named, constant.value, profile)
    known = profile.collation == "binary" or (named == "ne" and tells_text_apart(profile))
    if named != "eq" and not known:
        return Local(
            "how the server compares text is not known" if named == "ne" else "how it orders text is not known"
        )
    outcome = _simple(field, named, constant.value, profile)
    if not tells_text_apart(profile) and isinstance(outcome, Translation):
        return Translation(outcome.filter, False, outcome.forms)
    return outcome


def _compare_text_or_null(field: Field, named: Operator, value: str, profile: Profile) -> Outcome:
    """Compare a text column whose empty cells are read as NULL."""
    if value == "":
        # No text that is left equals '' or comes before it, and all come after it.
        return Translation(NONE) if named in ("eq", "lt", "le") else null_test(field, False, profile)
    if named != "eq":
        return Local("an empty text is read as NULL, and the server keeps it as a text")
    base = Comparison(field.path, "eq", Value("Edm.String", value))
    return Translation(base, tells_text_apart(profile), _used(field, "compare"))


def _compare_guid(field: Field, named: Operator, constant: Constant, profile: Profile) -> Outcome:
    if named not in ("eq", "ne"):
        return Local("servers order Guids differently")
    value = _guid(constant)
    if value is None:
        return Local("it compares a Guid with another type")
    if str(value) == ZERO_GUID:
        # The zero Guid is shown as NULL, so nothing equals it.
        return Translation(NONE) if named == "eq" else null_test(field, False, profile)
    base = Comparison(field.path, named, Value("Edm.Guid", value))
    if named == "eq" or field.column.name in field.table.key:
        return Translation(base, True, _used(field, "compare"))
    # `ne` on a lookup also matches empty ones (facts 3.1, UseLookupNotEqualOrNullQueryCondition): without the second
    # part it is a superset.
    return _both([Translation(base, True, _used(field, "compare")), null_test(field, False, profile)])


def _guid(constant: Constant) -> uuid.UUID | None:
    if isinstance(constant.value, uuid.UUID):
        return constant.value
    if constant.literal:
        try:
            return uuid.UUID(constant.value)
        except ValueError:
            return None  # the local engine says what is wrong with it
    return None


def _compare_boolean(field: Field, named: Operator, constant: Constant, profile: Profile) -> Outcome:
    if not isinstance(constant.value, bool) or named not in ("eq", "ne"):
        return Local("it compares a Boolean with another type")
    # `x <> true` is `x = false` for every value that is not NULL.
    return _simple(field, "eq", constant.value if named == "eq" else not constant.value, profile)


_INT32 = range(-(2**31), 2**31)


def _compare_integer(field: Field, named: Operator, constant: Constant, profile: Profile) -> Outcome:
    value = constant.value
    if isinstance(value, Decimal) and value == value.to_integral_value():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        return Local("it compares an integer with another type")
    if value not in _INT32:
        return Local("the number is outside the column's range")
    return _simple(field, named, value, profile)


def _compare_decimal(field: Field, named: Operator, constant: Constant, profile: Profile) -> Outcome:
    if isinstance(constant.value, float):
        return _compare_with_float(field, named, constant.value, profile)
    if isinstance(constant.value, bool) or not isinstance(constant.value, (int, Decimal)):
        return Local("it compares a number with another type")
    return _simple(field, named, normal_decimal(Decimal(constant.value)), profile)


def _compare_with_float(field: Field, named: Operator, value: float, profile: Profile) -> Outcome:
    """Compare a decimal column with a float: SQL does that in floating point, so the bounds are set a little wider."""
    if named == "ne" or value != value or abs(value) > 1e15:
        return Local("it compares in floating point")
    margin = Decimal(abs(value)) * Decimal("1e-15") + Decimal("1e-10")
    low = normal_decimal((Decimal(value) - margin).quantize(Decimal("1e-12")))
    high = normal_decimal((Decimal(value) + margin).quantize(Decimal("1e-12")))
    parts: list[Outcome] = []
    if named in ("eq", "gt", "ge"):
        parts.append(_simple(field, "ge", low, profile))
    if named in ("eq", "lt", "le"):
        parts.append(_simple(field, "le", high, profile))
    outcome = _both(parts)
    return Translation(outcome.filter, False, outcome.forms) if isinstance(outcome, Translation) else outcome


def _compare_double(field: Field, named: Operator, constant: Constant, profile: Profile) -> Outcome:
    if isinstance(constant.value, bool) or not isinstance(constant.value, (int, float, Decimal)):
        return Local("it compares a number with another type")
    value = float(constant.value)
    if value != value or value in (float("inf"), float("-inf")):
        return Local("it compares with a special number")
    return _simple(field, named, value, profile)


def _compare_moment(field: Field, named: Operator, constant: Constant, profile: Profile) -> Outcome:
    """Compare a column of moments, of which seven fraction digits are kept and six are shown.

    `= t` is therefore a range of one microsecond, and `> t` begins a microsecond later; an empty moment is the first
    one of the calendar and shown as NULL, so every range begins above it.
    """
    moment = _moment(constant)
    if moment is None:
        return Local("it compares a moment with another type")
    if moment > _LAST_MOMENT - _MICROSECOND:
        return Local("the moment is the last one there is")
    after = moment + _MICROSECOND
    if named in ("gt", "ge"):
        bound = _at_least(field, after if named == "gt" else moment)
    elif named in ("lt", "le"):
        bound = _below(field, moment if named == "lt" else after)
    elif named == "eq":
        bound = all_of([_at_least(field, moment), _below(field, after)]) if moment > _EMPTY_MOMENT else NONE
    else:
        bound = any_of([_below(field, moment), _at_least(field, after)])
    return Translation(bound, True, _used(field, "compare"))


def _at_least(field: Field, moment: dt.datetime) -> Filter:
    # Seven digits are kept: the empty moment itself is exactly 0001-01-01T00:00:00.0000000.
    named: Operator = "gt" if moment <= _EMPTY_MOMENT else "ge"
    return Comparison(field.path, named, Value("Edm.DateTimeOffset", max(moment, _EMPTY_MOMENT)))


def _below(field: Field, moment: dt.datetime) -> Filter:
    if moment <= _EMPTY_MOMENT:
        return NONE
    below = Comparison(field.path, "lt", Value("Edm.DateTimeOffset", moment))
    return all_of([_not_empty_moment(field), below])


def _not_empty_moment(field: Field) -> Filter:
    return Comparison(field.path, "gt", Value("Edm.DateTimeOffset", _EMPTY_MOMENT))


def _moment(constant: Constant) -> dt.datetime | None:
    value = constant.value
    if constant.literal and isinstance(value, str):
        try:
            # Python 3.10 does not know Z for UTC.
            value = dt.datetime.fromisoformat(f"{value[:-1]}+00:00" if value.endswith("Z") else value)
        except ValueError:
            return None  # the local engine reads more ways to write a moment, or says what is wrong with it
    if isinstance(value, dt.datetime):
        try:
            return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
        except OverflowError:
            return None
    if isinstance(value, dt.date):
        return dt.datetime(value.year, value.month, value.day, tzinfo=UTC)
    return None


def _compare_day(field: Field, named: Operator, constant: Constant, profile: Profile) -> Outcome:
    value = constant.value
    if constant.literal and isinstance(value, str):
        try:
            value = TYPES[field.column.type].read([value])[0]
        except ValueError:
            return Local("it compares with a text that is not in ISO form")
    if type(value) is not TYPES[field.column.type].python:
        return Local(f"it compares {field.column.type} with another type")
    return _simple(field, named, value, profile)


_COMPARE: dict[str, Callable[[Field, Operator, Constant, Profile], Outcome]] = {
    "Edm.String": _compare_text,
    "Edm.Guid": _compare_guid,
    "Edm.Boolean": _compare_boolean,
    "Edm.Int16": _compare_integer,
    "Edm.Int32": _compare_integer,
    "Edm.Int64": _compare_integer,
    "Edm.Byte": _compare_integer,
    "Edm.SByte": _compare_integer,
    "Edm.Decimal": _compare_decimal,
    "Edm.Double": _compare_double,
    "Edm.DateTimeOffset": _compare_moment,
    "Edm.Date": _compare_day,
    "Edm.TimeOfDay": _compare_day,
}


def null_test(field: Field, is_null: bool, profile: Profile) -> Outcome:
    """Translate IS NULL (or IS NOT NULL) into the rows where it is TRUE."""
    if not shows_null(field, profile):
        return Translation(NONE if is_null else ALL)
    if "null" not in profile.forms:
        return Local("the server's profile has no comparison with null")
    if field.column.link is not None and LOOKUP_NULL not in profile.forms:
        return Local("whether the server compares a lookup with null is not known")
    if field.column.type == "Edm.DateTimeOffset" and not is_null:
        return Translation(_not_empty_moment(field), True, _used(field, "compare"))
    empties: list[Filter] = [_null(field, "eq" if is_null else "ne")]
    if field.column.type == "Edm.DateTimeOffset":
        empties.append(Comparison(field.path, "eq", Value("Edm.DateTimeOffset", _EMPTY_MOMENT)))
    elif field.column.type == "Edm.String" and profile.empty_text == "null":
        empties.append(Comparison(field.path, "eq" if is_null else "ne", Value("Edm.String", "")))
    elif field.column.type == "Edm.Guid" and field.column.link is None:
        empties.append(Comparison(field.path, "eq" if is_null else "ne", Value("Edm.Guid", uuid.UUID(ZERO_GUID))))
    forms = _used(field, "null", *([LOOKUP_NULL] if field.column.link else []))
    return Translation(any_of(empties) if is_null else all_of(empties), True, forms)
