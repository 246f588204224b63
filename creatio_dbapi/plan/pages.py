"""How many rows of a scan are asked for at once, and how many requests that makes."""

from __future__ import annotations

from creatio_dbapi.plan.nodes import Scan

_CELLS = 80_000
_MOST_ROWS = 10_000
LEAST_ROWS = 500


def page_rows(scan: Scan) -> int:
    """Return how many rows of a scan to ask for at once: fewer when they are wide."""
    columns = len(scan.columns) + sum(len(each.scan.columns) for each in scan.embedded)
    return max(LEAST_ROWS, min(_MOST_ROWS, _CELLS // max(1, columns)))


def least_requests(scan: Scan) -> int:
    """Return the number of requests that a scan makes at the least."""
    if not scan.queries:
        return 0
    return 1 if scan.limit is None else max(1, -(-scan.limit // page_rows(scan)))


def is_bounded(scan: Scan) -> bool:
    """Say whether a scan makes no more requests than that, however many rows the table has."""
    limited = scan.limit is not None and not scan.ties and len(scan.queries) == 1
    return scan.count or scan.unique or not scan.queries or limited
