"""A plan as text for people: the requests, and what runs here and why."""

from __future__ import annotations

from creatio_dbapi.plan.nodes import Plan, Reduction, Scan
from creatio_dbapi.request import query_text

Line = tuple[str, str]


def explain(plan: Plan) -> list[Line]:
    """Write a plan as lines of (part, text): `remote` for each request, its predicates, and `local` for the rest."""
    lines: list[Line] = []
    for scan in plan.scans:
        lines += _scan_lines(scan)
    if plan.local is None:
        lines.append(("local", "-"))
        return lines
    lines.append(("local", plan.local))
    if plan.limit is not None or plan.offset:
        limit = "all" if plan.limit is None else str(plan.limit)
        lines.append(("", f"limit {limit} offset {plan.offset}, stopping the requests"))
    return lines


def _scan_lines(scan: Scan) -> list[Line]:
    lines = [("remote", query_text(query)) for query in scan.queries]
    if not scan.queries:
        lines = [("remote", f"no request: {scan.table.name} has no row that fits")]
    if scan.limit is not None or scan.offset:
        limit = "all" if scan.limit is None else str(scan.limit)
        lines.append(("", f"rows: {limit}, after the first {scan.offset}" if scan.offset else f"rows: {limit}"))
    for predicate in scan.predicates:
        reason = f" ({predicate.reason})" if predicate.reason else ""
        lines.append(("", f"{predicate.verdict}: {predicate.sql}{reason}"))
    lines += [("", f"with it, by link {each.link}: {each.scan.name}") for each in scan.embedded]
    lines += [("", _reduction_line(scan, reduction)) for reduction in scan.reductions]
    return lines


def _reduction_line(scan: Scan, reduction: Reduction) -> str:
    keys = f"{reduction.by}.{reduction.by_column}" if reduction.by else f"{len(reduction.filters)} given values"
    return f"by keys, where that takes less: {scan.name}.{reduction.column.name} = {keys}"


def explain_text(plan: Plan) -> str:
    """Write a plan as one text, a line for each request, predicate and local step."""
    return "\n".join(f"{part:<7} {text}".rstrip() for part, text in explain(plan))
