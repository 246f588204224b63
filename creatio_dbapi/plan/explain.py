"""A plan as text for people: the requests, and what runs here and why."""

from __future__ import annotations

from collections.abc import Mapping

from creatio_dbapi.plan.nodes import Embedded, Plan, Reduction, Scan
from creatio_dbapi.plan.pages import is_bounded, least_requests, page_rows
from creatio_dbapi.request import query_text

Line = tuple[str, str]


def explain(plan: Plan, costs: Mapping[str, str] | None = None) -> list[Line]:
    """Write a plan as lines of (part, text): `remote` for each request, its predicates, and `local` for the rest.

    `costs` says, for the scans that were run, what each of them took.
    """
    lines: list[Line] = []
    for scan in plan.scans:
        lines += _scan_lines(scan)
        if costs is not None:
            lines.append(("", f"took: {costs.get(scan.name, 'no request')}"))
    if plan.local is None:
        return [*lines, ("local", "-"), *_estimate(plan)]
    lines.append(("local", plan.local))
    if plan.limit is not None or plan.offset:
        limit = "all" if plan.limit is None else str(plan.limit)
        lines.append(("", f"limit {limit} offset {plan.offset}, stopping the requests"))
    return [*lines, *_estimate(plan)]


def _estimate(plan: Plan) -> list[Line]:
    """Say how many requests the plan makes: exactly, or at the least and what each further one brings."""
    least = sum(least_requests(scan) for scan in plan.scans)
    growing = [scan for scan in plan.scans if not is_bounded(scan)]
    about = f"{least} request" if least == 1 else f"{least} requests"
    if not growing:
        return [("cost", about)]
    more = ", ".join(f"{page_rows(scan):,} rows of {scan.name}" for scan in growing)
    return [("cost", f"{about} or more: one for every {more}")]


def _scan_lines(scan: Scan) -> list[Line]:
    lines = [("remote", query_text(query)) for query in scan.queries]
    if not scan.queries:
        lines = [("remote", f"no request: {scan.table.name} has no row that fits")]
    if scan.limit is not None or scan.offset:
        limit = "all" if scan.limit is None else str(scan.limit)
        after = f", after the first {scan.offset}" if scan.offset else ""
        equal = f", and all that are equal to the last by {', '.join(scan.ties)}" if scan.ties else ""
        lines.append(("", f"rows: {limit}{after}{equal}"))
    for predicate in scan.predicates:
        reason = f" ({predicate.reason})" if predicate.reason else ""
        lines.append(("", f"{predicate.verdict}: {predicate.sql}{reason}"))
    beyond = "" if scan.expand_rows is None else f", up to {scan.expand_rows:,} rows"
    lines += [("", _embedded_line(each) + beyond) for each in scan.embedded]
    lines += [("", _reduction_line(scan, reduction)) for reduction in scan.reductions]
    return lines


def _embedded_line(embedded: Embedded) -> str:
    if not embedded.comes:
        return f"there, as the condition says, and not read: {embedded.scan.name} of link {embedded.link}"
    return f"with it, by link {embedded.link}: {embedded.scan.name}"


def _reduction_line(scan: Scan, reduction: Reduction) -> str:
    keys = f"{reduction.by}.{reduction.by_column}" if reduction.by else f"{len(reduction.filters)} given values"
    return f"by keys, where that takes less: {scan.name}.{reduction.column.name} = {keys}"


def explain_text(plan: Plan) -> str:
    """Write a plan as one text, a line for each request, predicate and local step."""
    return "\n".join(f"{part:<7} {text}".rstrip() for part, text in explain(plan))
