"""Equalities between two tables: what lets one scan be read by the keys that another one brought."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlglot import exp

from creatio_dbapi.catalog import find_column
from creatio_dbapi.parse import NODE
from creatio_dbapi.plan.joins import Side, sides_of
from creatio_dbapi.plan.resolve import Block, Mention, Resolution, from_items
from creatio_dbapi.plan.shapes import is_plain


@dataclass(frozen=True, slots=True)
class Equality:
    """Rows of `reduced` matter only where its column equals one of `by`; `inner` if the reverse holds as well.

    Where it `joins`, rows of the reduced table are given beside rows of the other one, or not at all, but never by
    themselves.
    """

    reduced: Mention
    by: Mention
    inner: bool
    joins: bool = False


def equalities(resolution: Resolution) -> list[Equality]:
    """Find the equalities of all SELECTs of a statement that let a scan be reduced."""
    found: list[Equality] = []
    for block in resolution.blocks:
        for side in sides_of(block):
            for condition in side.conditions:
                found.extend(_of_condition(condition.unnest(), side, block, resolution))
        found.extend(_of_using(block))
    return found


def _of_condition(condition: exp.Expr, side: Side, block: Block, resolution: Resolution) -> Iterator[Equality]:
    if isinstance(condition, exp.EQ):
        yield from _of_comparison(condition, side, block, resolution)
    elif isinstance(condition, exp.In) and not condition.args.get("negate"):
        yield from _of_membership(condition, side, resolution)
    elif isinstance(condition, exp.Exists):
        yield from _of_existence(condition, side, resolution)


def _mention(node: object, resolution: Resolution) -> Mention | None:
    inner = node.unnest() if isinstance(node, NODE) else None
    return resolution.of(inner) if isinstance(inner, exp.Column) else None


def _of_comparison(condition: exp.EQ, side: Side, block: Block, resolution: Resolution) -> Iterator[Equality]:
    left, right = _mention(condition.this, resolution), _mention(condition.expression, resolution)
    if left is None or right is None or left[0] is right[0]:
        return
    here = {id(source) for source in block.sources}
    inner = all(id(each[0]) in here and side.pushable(each[0]) for each in (left, right))
    for reduced, by in ((left, right), (right, left)):
        # A table of an outer SELECT is not reduced by what an inner one says, but the inner one by it always is.
        if id(reduced[0]) in here and side.pushable(reduced[0]):
            yield Equality(reduced, by, inner, joins=True)


def _of_membership(condition: exp.In, side: Side, resolution: Resolution) -> Iterator[Equality]:
    outer = _mention(condition.this, resolution)
    query = condition.args.get("query")
    select = _plain_select(query)
    if outer is None or select is None or len(select.expressions) != 1 or not side.pushable(outer[0]):
        return
    inner = _mention(select.expressions[0].unalias(), resolution)
    # A column of an outer SELECT is not the subquery's own, and its table is not narrowed by what an inner one says.
    if inner is not None and any(item is inner[0].node for item in from_items(select)):
        yield Equality(outer, inner, True)
        yield Equality(inner, outer, True, joins=True)


def _of_existence(condition: exp.Exists, side: Side, resolution: Resolution) -> Iterator[Equality]:
    select = _plain_select(condition.this)
    where = select.args.get("where") if select is not None else None
    if select is None or where is None or not is_plain(select):  # an aggregate gives a row whatever there is
        return
    conditions = where.this.flatten() if isinstance(where.this, exp.And) else [where.this]
    own = {id(source) for source in side.sources}
    for each in conditions:
        node = each.unnest()
        if not isinstance(node, exp.EQ):
            continue
        left, right = _mention(node.this, resolution), _mention(node.expression, resolution)
        for outer, inner in ((left, right), (right, left)):
            if outer is None or inner is None or id(outer[0]) not in own or id(inner[0]) in own:
                continue
            if side.pushable(outer[0]):
                yield Equality(outer, inner, False)


_SHAPING = ("group", "having", "qualify", "limit", "offset", "distinct", "windows")


def _plain_select(node: object) -> exp.Select | None:
    """Return a subquery's SELECT over one table, without anything that could give other values than the table's."""
    inner = node.unnest() if isinstance(node, NODE) else None
    if not isinstance(inner, exp.Select) or any(inner.args.get(key) for key in (*_SHAPING, "joins", "with_", "with")):
        return None
    return inner


def _of_using(block: Block) -> Iterator[Equality]:
    """Treat USING (x) as an equality with the one table before it that has x."""
    for place, source in enumerate(block.sources):
        join = source.node.parent
        if not isinstance(join, exp.Join) or not join.args.get("using") or join.side.upper() in ("RIGHT", "FULL"):
            continue
        if join.method:
            continue
        for name in join.args["using"]:
            own = find_column(source.table, name.name)
            before = [
                (each, column)
                for each in block.sources[:place]
                if (column := find_column(each.table, name.name)) is not None
            ]
            if own is not None and len(before) == 1:
                yield Equality((source, own), before[0], False)
