"""Which conditions of a SELECT belong to which side of its joins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlglot import exp

from creatio_dbapi.plan.resolve import Block, Source


@dataclass(frozen=True, slots=True)
class Side:
    """The conditions of one WHERE or ON, joined by AND, and the tables whose rows they may be asked of.

    A table is `open` where a condition on it alone decides about its rows; it is `extended` where an outer join may put
    a row of NULLs in its place afterwards. The table of an ASOF join is neither.
    """

    conditions: tuple[exp.Expr, ...]
    sources: list[Source]
    open: frozenset[int]
    extended: frozenset[int]
    replace: Callable[[list[exp.Expr]], None]

    def pushable(self, source: Source) -> bool:
        """Say whether a condition on `source` may be moved into its scan."""
        return id(source) in self.open

    def null_extended(self, source: Source) -> bool:
        """Say whether rows of NULLs may stand for `source`."""
        return id(source) in self.extended


def sides_of(block: Block) -> list[Side]:
    """Return the WHERE and every ON of a SELECT as sides."""
    select = block.select
    if block.nested:
        return []
    matched = _matched_by_place(block)
    outer = extended(block) - matched
    everything = frozenset(id(source) for source in block.sources) - matched
    sides = []
    where = select.args.get("where")
    if where is not None:
        sides.append(_side(where, "where", select, block, everything - outer, outer))
    for join in select.args.get("joins") or ():
        on = join.args.get("on")
        if on is not None:
            sides.append(_side(on, "on", join, block, _open_in_join(join, block, outer | matched), frozenset()))
    return sides


def _side(
    clause: exp.Expr,
    key: str,
    owner: exp.Expr,
    block: Block,
    is_open: frozenset[int],
    extended: frozenset[int],
) -> Side:
    condition = clause.this if key == "where" else clause
    conditions = tuple(condition.flatten()) if isinstance(condition, exp.And) else (condition,)

    def put_back(kept: list[exp.Expr]) -> None:
        if len(kept) == len(conditions):
            return
        joined = exp.and_(*kept, copy=False) if kept else None
        if key == "where":
            owner.set("where", exp.Where(this=joined) if joined is not None else None)
        else:
            owner.set("on", joined if joined is not None else exp.true())

    return Side(conditions, block.sources, is_open, extended, put_back)


def _matched_by_place(block: Block) -> frozenset[int]:
    """Return the tables of ASOF joins: without some of their rows, others would be the next ones."""
    joins = [join.this for join in block.select.args.get("joins") or () if join.method.upper() == "ASOF"]
    return frozenset(id(source) for source in block.sources if any(source.node is each for each in joins))


def extended(block: Block) -> frozenset[int]:
    """Return the tables that LEFT, RIGHT and FULL joins may replace by NULLs."""
    found: set[int] = set()
    before: list[Source] = []
    joins = {id(join.this): join for join in block.select.args.get("joins") or ()}
    for source in block.sources:
        join = joins.get(id(source.node))
        side = join.side.upper() if join is not None else ""
        if side in ("LEFT", "FULL"):
            found.add(id(source))
        if side in ("RIGHT", "FULL"):
            found.update(id(each) for each in before)
        before.append(source)
    # A join to something that is no table (a subquery) may still extend the tables before it.
    for join in block.select.args.get("joins") or ():
        if join.side.upper() in ("RIGHT", "FULL"):
            found.update(id(source) for source in before if source.node is not join.this)
    return frozenset(found)


def _open_in_join(join: exp.Join, block: Block, extended: frozenset[int]) -> frozenset[int]:
    side = join.side.upper()
    if join.kind.upper() in ("SEMI", "ANTI") or join.method:
        return frozenset()
    if side == "LEFT":
        return frozenset(id(source) for source in block.sources if source.node is join.this)
    if side in ("RIGHT", "FULL"):
        return frozenset()
    return frozenset(id(source) for source in block.sources) - extended


_REJECTING = (exp.EQ, exp.NEQ, exp.LT, exp.LTE, exp.GT, exp.GTE, exp.In, exp.Between, exp.Like, exp.ILike)


def null_rejecting(condition: exp.Expr) -> bool:
    """Say whether a condition is surely not TRUE for a row of NULLs."""
    node = condition.unnest()
    if isinstance(node, exp.Not):
        node = node.this.unnest()
    if not isinstance(node, _REJECTING):
        return False
    return isinstance(node.this.unnest(), exp.Column) or isinstance(node.args.get("expression"), exp.Column)
