"""Parts and truncations of moments, turned into ranges that every server can compare.

`extract(year FROM CreatedOn) = 2025` is the range from 2025-01-01 up to, and without, 2026-01-01. Every such function
maps a moment to the start of a period, so any comparison with it is a comparison with the start of one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlglot import exp

from creatio_dbapi.types import UTC

Moment = dt.datetime


@dataclass(frozen=True, slots=True)
class Period:
    """The function that a column goes through: which column, how long a period is, and how constants become moments.

    A text beside a year is no number, and beside a date (`is_date`) a date, so that its time of day does not count.
    """

    column: exp.Column
    unit: str
    is_year: bool = False
    is_date: bool = False


_UNITS = ("YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "HOUR", "MINUTE", "SECOND")


def period_of(node: exp.Expr) -> Period | None:
    """Recognize `x::date`, `date_trunc(unit, x)`, `extract(year FROM x)` and `year(x)` over a column."""
    if isinstance(node, exp.Cast) and node.to.this == exp.DataType.Type.DATE:
        return _over(node.this, "DAY", is_date=True)
    if isinstance(node, (exp.TimestampTrunc, exp.DateTrunc)) and not node.args.get("zone"):
        unit = node.args.get("unit")
        name = unit.name.upper() if unit is not None else ""
        return _over(node.this, name) if name in _UNITS else None
    if isinstance(node, exp.Extract) and node.name.upper() == "YEAR":
        return _over(node.expression, "YEAR", is_year=True)
    if isinstance(node, exp.Year):
        return _over(node.this, "YEAR", is_year=True)
    return None


def part_of(node: exp.Expr) -> tuple[str, exp.Column] | None:
    """Recognize `extract(month FROM x)`, `month(x)`, and the same of the day, over a column or its date."""
    if isinstance(node, exp.Extract):
        part, inner = node.name.lower(), node.expression
    else:
        part, inner = _PARTS.get(type(node), ""), node.this
    if part not in _PARTS.values():
        return None
    found = period_of(inner) if isinstance(inner, exp.Cast) else _over(inner, "DAY", is_date=True)
    return (part, found.column) if found is not None and found.is_date else None


_PARTS: dict[type[exp.Expr], str] = {exp.Month: "month", exp.Day: "day", exp.DayOfMonth: "day"}


def _over(node: Any, unit: str, *, is_year: bool = False, is_date: bool = False) -> Period | None:
    inner = node.this if isinstance(node, exp.Paren) else node
    if isinstance(inner, (exp.TsOrDsToDate, exp.TsOrDsToTimestamp)):
        inner = inner.this
    return Period(inner, unit, is_year, is_date) if isinstance(inner, exp.Column) else None


def start_of(period: Period, value: object) -> Moment | None:
    """Return the moment that a constant means beside the period, or None where it is of another kind."""
    if period.is_year:
        is_number = isinstance(value, int) and not isinstance(value, bool)
        return dt.datetime(int(str(value)), 1, 1, tzinfo=UTC) if is_number and 2 <= int(str(value)) <= 9000 else None
    return value if isinstance(value, dt.datetime) and 2 <= value.year <= 9000 else None


def truncate(unit: str, moment: Moment) -> Moment:
    """Return the start of the period that a moment is in.

    >>> truncate("QUARTER", dt.datetime(2025, 8, 9, 10, 11)).isoformat()
    '2025-07-01T00:00:00'
    """
    if unit == "WEEK":
        return truncate("DAY", moment) - dt.timedelta(days=moment.weekday())
    if unit == "QUARTER":
        month = truncate("MONTH", moment)
        return month.replace(month=(month.month - 1) // 3 * 3 + 1)
    parts = ("month", "day", "hour", "minute", "second", "microsecond")
    first = {"YEAR": 0, "MONTH": 1, "DAY": 2, "HOUR": 3, "MINUTE": 4, "SECOND": 5}[unit]
    return moment.replace(**{part: 1 if part in ("month", "day") else 0 for part in parts[first:]})  # type: ignore[arg-type]


def following(unit: str, start: Moment) -> Moment:
    """Return the start of the next period after the one that begins at `start`."""
    if unit in _STEPS:
        return start + _STEPS[unit]
    months = {"YEAR": 12, "QUARTER": 3, "MONTH": 1}[unit]
    total = start.year * 12 + start.month - 1 + months
    return start.replace(year=total // 12, month=total % 12 + 1)


_STEPS = {
    "WEEK": dt.timedelta(days=7),
    "DAY": dt.timedelta(days=1),
    "HOUR": dt.timedelta(hours=1),
    "MINUTE": dt.timedelta(minutes=1),
    "SECOND": dt.timedelta(seconds=1),
}

Range = tuple[Moment | None, Moment | None]  # from the first on, before the second


def ranges_of(unit: str, operator: str, value: Moment) -> list[Range]:
    """Return the ranges of moments whose period's start compares with `value` as `operator` says."""
    start = truncate(unit, value)
    end = following(unit, start)
    whole = start == value
    ranges: dict[str, Callable[[], list[Range]]] = {
        "eq": lambda: [(start, end)] if whole else [],
        "ne": lambda: [(None, start), (end, None)] if whole else [(None, None)],
        "lt": lambda: [(None, start if whole else end)],
        "le": lambda: [(None, end)],
        "gt": lambda: [(end, None)],
        "ge": lambda: [(start if whole else end, None)],
    }
    return ranges[operator]()
