"""COUNT, MIN, MAX, EXISTS, LIMIT and ORDER BY: which of them Creatio answers, so that fewer rows come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlglot import exp

from creatio_dbapi.catalog import Column
from creatio_dbapi.plan.constants import Evaluate, constant_of
from creatio_dbapi.plan.drafts import Draft, Environment, field_of, is_shaped
from creatio_dbapi.plan.filters import ALL, Translation, all_of, null_test
from creatio_dbapi.plan.ordering import Key, segments_of, without_middle
from creatio_dbapi.plan.resolve import Block, Resolution, Source
from creatio_dbapi.plan.shapes import SHAPING, is_plain


@dataclass(frozen=True, slots=True)
class Beside:
    """What is joined to the first table of a SELECT so that its first rows are enough for the first rows of the answer.

    Rows without a row of the `needed` tables are not given. Where the joins `repeat` rows, even fewer are enough.
    """

    needed: list[Source]
    repeat: bool


def beside_of(block: Block, resolution: Resolution) -> Beside | None:
    """Return what is joined to the first table, or None where joins leave rows of it out as nobody can tell here."""
    start = block.select.args.get("from_") or block.select.args.get("from")
    if start is None or block.nested or block.sources[0].node is not start.this:
        return None
    needed: list[Source] = []
    repeat = False
    for join in block.select.args.get("joins") or ():
        side, kind, condition = join.side.upper(), join.kind.upper(), join.args.get("on")
        if side not in ("", "LEFT") or kind not in ("", "INNER", "OUTER") or join.method or condition is None:
            return None
        looked_up = _looked_up(join, resolution)
        if not side and looked_up is None:
            return None
        repeat = repeat or looked_up is None
        needed += [] if side or looked_up is None else [looked_up]
    return Beside(needed, repeat)


def _looked_up(join: exp.Join, resolution: Resolution) -> Source | None:
    """Return the table of a join by its key, which finds one row at the most."""
    condition = join.args.get("on")
    if not isinstance(condition, exp.EQ):
        return None
    sides = (condition.this, condition.expression)
    found = [each for side in sides if isinstance(side, exp.Column) and (each := resolution.of(side)) is not None]
    own = [source for source, _ in found if source.node is join.this]
    by_key = len(own) == 1 and len(found) == 2 and any(_is_key_of_join(each, join) for each in found)
    return own[0] if by_key else None


def _is_key_of_join(found: tuple[Source, Column], join: exp.Join) -> bool:
    source, column = found
    return source.node is join.this and source.table.key == (column.name,)


def push_joined_limit(
    block: Block, draft: Draft, beside: Beside, resolution: Resolution, environment: Environment
) -> None:
    """Read only the first rows of a table that others are joined to; the order is done again here, over them.

    Where a lookup is needed, only rows that have one count; its rows must then come along.
    """
    select = block.select
    order, limit = select.args.get("order"), select.args.get("limit")
    if limit is None or not is_plain(select):
        return
    if beside.needed or beside.repeat:
        cut = limit_of(select, environment.evaluate)
        asks_more = any(item.find(exp.Query) for item in (*select.expressions, order) if item is not None)
        counts = environment.counts_looked_up or not beside.needed
        if counts and cut is not None and order is not None and not asks_more:
            _push_first(_order_keys(block, draft, resolution, environment), *cut, draft, environment)
            draft.needed = frozenset(id(source) for source in beside.needed if draft.ties)
        return
    push_limit(block, draft, resolution, environment)
    if draft.limit is not None and not draft.ties:
        select.set("order", order)
        select.set("limit", limit)


def push_extreme(block: Block, draft: Draft, resolution: Resolution, environment: Environment) -> None:
    """Ask for the one row that has the least or the greatest value, where that is all a SELECT wants."""
    select = block.select
    if any(select.args.get(key) for key in (*SHAPING, "order", "limit", "offset")) or len(select.expressions) != 1:
        return
    item = select.expressions[0].unalias()
    resolved = resolution.of(item.this) if isinstance(item, (exp.Min, exp.Max)) and not item.expressions else None
    if resolved is None or resolved[0] is not draft.source or isinstance(item.this.parent, exp.Distinct):
        return
    field = field_of(draft.source, resolved[1], environment.profile)
    segments = segments_of([(field, isinstance(item, exp.Max), False)], all_of(draft.filters), environment.profile)
    if segments is not None:
        draft.segments, draft.limit = segments, 1
        draft.forms |= segments.forms


def push_existence(block: Block, draft: Draft) -> None:
    """Ask for one row where a subquery only has to find out whether there is any."""
    select = block.select
    cut = any(select.args.get(key) for key in ("limit", "offset", "order"))
    if isinstance(select.parent, exp.Exists) and not (cut or is_shaped(draft)) and is_plain(select):
        draft.limit = 1


def push_count(block: Block, draft: Draft, resolution: Resolution, environment: Environment) -> None:
    """Ask for the number of rows alone, where the items of the SELECT are constants and counts that it answers."""
    select = block.select
    if any(select.args.get(key) for key in (*SHAPING, "order", "limit", "offset")):
        return
    if "count" not in environment.profile.forms or not select.expressions:
        return
    items = [item for each in select.expressions if not isinstance(item := each.unalias(), exp.Literal)]
    if not items or not all(_is_plain_count(item) for item in items):
        return
    filters = [_counted_filter(item, draft, resolution, environment) for item in items]
    first = filters[0]
    if first is None or any(other != first for other in filters):
        return
    if first.filter != ALL:
        draft.filters.append(first.filter)
        draft.forms |= first.forms
    draft.count = True
    draft.forms.add("count")
    for item in items:
        item.replace(exp.column("count", quoted=True))


def _is_plain_count(item: exp.Expr) -> bool:
    plain = isinstance(item, exp.Count) and not item.expressions and not isinstance(item.this, exp.Distinct)
    return plain and isinstance(item.parent, (exp.Select, exp.Alias))


def _counted_filter(
    item: exp.Expr, draft: Draft, resolution: Resolution, environment: Environment
) -> Translation | None:
    """Return the filter under which COUNT(item) counts all rows, or None where there is no such filter."""
    if item.this is None or isinstance(item.this, exp.Star):  # COUNT() is COUNT(*)
        return Translation(ALL)
    constant = constant_of(item.this, environment.evaluate)
    if constant is not None:
        return Translation(ALL) if constant.value is not None else None
    resolved = resolution.of(item.this) if isinstance(item.this, exp.Column) else None
    if resolved is None or resolved[0] is not draft.source:
        return None
    outcome = null_test(field_of(draft.source, resolved[1], environment.profile), False, environment.profile)
    return outcome if isinstance(outcome, Translation) and outcome.exact else None


def push_limit(block: Block, draft: Draft, resolution: Resolution, environment: Environment) -> None:
    """Ask for the first rows alone, in their order where the server can give it."""
    select = block.select
    if draft.count or not is_plain(select) or select.find(exp.Query) is not select:
        return
    cut = limit_of(select, environment.evaluate)
    if cut is None:
        return
    limit, offset = cut
    order = select.args.get("order")
    if limit is None and not (offset and order is None):
        return
    if order is not None:
        keys = _order_keys(block, draft, resolution, environment)
        segments = segments_of(keys, all_of(draft.filters), environment.profile)
        if segments is None or len(keys) < len(order.expressions):
            _push_first(keys, limit, offset, draft, environment)
            return
        if offset and len(segments.items) > 1 and "count" not in environment.profile.forms:
            return
        draft.segments = segments
        draft.forms |= segments.forms
    elif "order" not in environment.profile.forms:
        return
    draft.limit, draft.offset = limit, offset
    for key in ("limit", "offset", "order"):
        select.set(key, None)


def limit_of(select: exp.Expr, evaluate: Evaluate) -> tuple[int | None, int] | None:
    """Return LIMIT and OFFSET (no limit and 0 where there are none), or None where they are not plain numbers."""
    limit = row_number(select.args.get("limit"), evaluate)
    offset = row_number(select.args.get("offset"), evaluate)
    if limit == _NOT_A_NUMBER or offset == _NOT_A_NUMBER:
        return None
    return limit, offset or 0


_NOT_A_NUMBER = -1


def row_number(clause: exp.Expr | None, evaluate: Evaluate) -> int | None:
    """Return the number that a LIMIT or OFFSET says, None where there is none, -1 where it is not a plain one."""
    if clause is None:
        return None
    node = clause.args.get("count") if isinstance(clause, exp.Fetch) else clause.expression
    options = clause.args.get("limit_options")
    if node is None or (options is not None and (options.args.get("with_ties") or options.args.get("percent"))):
        return _NOT_A_NUMBER
    constant = constant_of(node, evaluate)
    value = constant.value if constant is not None else None
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else _NOT_A_NUMBER


def _push_first(keys: list[Key], limit: int | None, offset: int, draft: Draft, environment: Environment) -> None:
    """Read the first rows by as many keys of an order as the server sorts by, and all that are equal to the last.

    The order is done here, over these.
    """
    for number in range(len(keys), 0, -1):
        segments = segments_of(keys[:number], all_of(draft.filters), environment.profile)
        if segments is not None and limit:
            draft.segments, draft.limit = without_middle(segments), limit + offset
            draft.ties = tuple(field.column.name for field, _, _ in keys[:number])
            draft.forms |= segments.forms
            return


def _order_keys(block: Block, draft: Draft, resolution: Resolution, environment: Environment) -> list[Key]:
    """Return the keys of ORDER BY, up to the first one that is no column of the table."""
    keys: list[Key] = []
    for ordered in block.select.args["order"].expressions:
        node = _behind_alias(ordered.this, block)
        resolved = resolution.of(node) if isinstance(node, exp.Column) else None
        if resolved is None or resolved[0] is not draft.source:
            break
        field = field_of(draft.source, resolved[1], environment.profile)
        keys.append((field, bool(ordered.args.get("desc")), bool(ordered.args.get("nulls_first"))))
    return keys


def _behind_alias(node: exp.Expr, block: Block) -> Any:
    """Return what an ORDER BY key stands for: an output name, the number of an output, or itself."""
    items = block.select.expressions
    if (
        isinstance(node, exp.Literal)
        and not node.is_string
        and node.name.isdigit()
        and 1 <= int(node.name) <= len(items)
    ):
        return items[int(node.name) - 1].unalias()
    if isinstance(node, exp.Column) and not node.table:
        for item in items:
            if isinstance(item, exp.Alias) and item.alias.lower() == node.name.lower():
                return item.this
    return node
