"""Whether an outer join found a row is asked of the column that it joins by, so that the row's key need not be read."""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot import exp

from creatio_dbapi.catalog import Column
from creatio_dbapi.plan.constants import is_quantified
from creatio_dbapi.plan.moments import period_of
from creatio_dbapi.plan.resolve import Block, Resolution, Source


def ask_what_joins(tree: exp.Expr, names: Resolution) -> None:
    """Write `b.Id IS NULL` and `count(b.Id)` as tests of `b.AId`, where `LEFT JOIN b ON b.AId = a.Id`.

    A key is never NULL, nor is what was equal to something: both are NULL where there is no row, and only there.
    """
    joined = {id(source): column for block in names.blocks for source, column in _joined(block, names)}
    for node in list(tree.find_all(exp.Column)):
        resolved = names.of(node) if _asks_whether(node) else None
        if resolved is None or id(resolved[0]) not in joined or resolved[0].table.key != (resolved[1].name,):
            continue
        if isinstance(node.parent, exp.Is) and _is_grouped(node, resolved, names):
            continue
        column = joined[id(resolved[0])]
        node.set("this", exp.to_identifier(column.name, quoted=True))
        names.columns[id(node)] = (resolved[0], column)
        names.mentions[id(node)] = [(resolved[0], column)]


def _asks_whether(node: exp.Column) -> bool:
    parent = node.parent
    if isinstance(parent, exp.Is):
        return parent.this is node and isinstance(parent.expression, exp.Null)
    return isinstance(parent, exp.Count) and parent.this is node and not parent.expressions


def _is_grouped(node: exp.Column, resolved: tuple[Source, Column], names: Resolution) -> bool:
    """Say whether a SELECT groups by the column, so that another one would not be allowed in its place."""
    select = node.find_ancestor(exp.Select)
    group = select.args.get("group") if select is not None else None
    if group is None:
        return False
    return bool(group.args.get("all")) or any(names.of(each) == resolved for each in group.find_all(exp.Column))


def _joined(block: Block, names: Resolution) -> Iterator[tuple[Source, Column]]:
    """Give the tables of LEFT JOINs with a column of theirs that is equal to another table's where there is a row."""
    sources = {id(source.node): source for source in block.sources}
    for join in block.select.args.get("joins") or ():
        source, on = sources.get(id(join.this)), join.args.get("on")
        if block.nested or source is None or on is None or join.side.upper() != "LEFT" or join.method or join.kind:
            continue
        for condition in on.flatten() if isinstance(on, exp.And) else [on]:
            column = _equal(condition.unnest(), source, names)
            if column is not None:
                yield source, column
                break


def _equal(condition: exp.Expr, source: Source, names: Resolution) -> Column | None:
    """Return the column of a table that an equality makes equal to what stands beside the table."""
    if not isinstance(condition, exp.EQ):
        return None
    for own, other in ((condition.this, condition.expression), (condition.expression, condition.this)):
        period = period_of(own)  # NULL, where the column is
        node = own if period is None else period.column
        found = names.of(node) if isinstance(node, exp.Column) else None
        beside = [names.of(each) for each in other.find_all(exp.Column)]
        if found is None or found[0] is not source or found[1].type == "Edm.Stream":
            continue
        if other.find(exp.Query) or is_quantified(other):
            continue
        return found[1] if beside and all(each is None or each[0] is not source for each in beside) else None
    return None
