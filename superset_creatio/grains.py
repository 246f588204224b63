"""Time grains: how a chart's moments are put into buckets, in SQL that the driver reads."""

from __future__ import annotations

# A moment in UTC without its zone, which is how Superset compares and shifts the moments of a chart.
_MOMENT = "CAST({col} AS TIMESTAMP)"


def _truncated(unit: str) -> str:
    # The cast is for DuckDB before 2.0, which truncates a moment to a date when the unit is a day or more.
    return f"CAST(DATE_TRUNC('{unit}', {_MOMENT}) AS TIMESTAMP)"


def _bucket(width: str) -> str:
    return f"TIME_BUCKET(INTERVAL '{width}', {_MOMENT})"


def _from_sunday(days: int) -> str:
    """Return a day of the week that starts on Sunday; `DATE_TRUNC` knows only weeks that start on Monday."""
    return f"DATE_TRUNC('week', {_MOMENT} + INTERVAL '1 day') + INTERVAL '{days} days'"


TIME_GRAINS: dict[str | None, str] = {
    None: "{col}",
    "PT1S": _truncated("second"),
    "PT5S": _bucket("5 seconds"),
    "PT30S": _bucket("30 seconds"),
    "PT1M": _truncated("minute"),
    "PT5M": _bucket("5 minutes"),
    "PT10M": _bucket("10 minutes"),
    "PT15M": _bucket("15 minutes"),
    "PT30M": _bucket("30 minutes"),
    "PT0.5H": _bucket("30 minutes"),
    "PT1H": _truncated("hour"),
    "PT6H": _bucket("6 hours"),
    "P1D": _truncated("day"),
    "P1W": _truncated("week"),
    "1969-12-28T00:00:00Z/P1W": _from_sunday(-1),
    "1969-12-29T00:00:00Z/P1W": _truncated("week"),
    "P1W/1970-01-03T00:00:00Z": _from_sunday(5),
    "P1W/1970-01-04T00:00:00Z": _truncated("week") + " + INTERVAL '6 days'",
    "P1M": _truncated("month"),
    "P3M": _truncated("quarter"),
    "P0.25Y": _truncated("quarter"),
    "P1Y": _truncated("year"),
}
