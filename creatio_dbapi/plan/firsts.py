"""A shorter way to the first rows of an order that is made here: without the key by which equal rows are sorted."""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot import exp

from creatio_dbapi.catalog import Column
from creatio_dbapi.errors import NotSupportedError, ProgrammingError
from creatio_dbapi.plan.drafts import ONE_PAGE, Environment, scan_names
from creatio_dbapi.plan.filters import may_start_otherwise
from creatio_dbapi.plan.joins import extended
from creatio_dbapi.plan.nodes import FirstText, Plan, Shorter, with_embedded
from creatio_dbapi.plan.resolve import Resolution, Source, resolve
from creatio_dbapi.plan.shapes import is_plain
from creatio_dbapi.plan.shaping import limit_of
from creatio_dbapi.plan.split import plan_select


def shorter_ways(tree: exp.Expr, plan: Plan, environment: Environment) -> tuple[Shorter, ...]:
    """Return the shorter ways to the first rows of a query, if it asks for those alone and is answered here."""
    if not environment.pushdown or plan.local is None or any(scan.limit is not None for scan in plan.scans):
        return ()
    return tuple(_shorter(tree, plan, environment)) if isinstance(tree, exp.Select) and _is_cut(tree) else ()


def _is_cut(tree: exp.Select) -> bool:
    """Say whether a SELECT, which has none within it, gives the first rows in an order."""
    cut = tree.args.get("order") and tree.args.get("limit")
    return bool(cut) and is_plain(tree) and len(list(tree.find_all(exp.Query))) == 1


def _shorter(tree: exp.Select, plan: Plan, environment: Environment) -> Iterator[Shorter]:
    limit, offset = limit_of(tree, environment.evaluate) or (None, 0)
    # The local engine of a server that takes cases for the same sorts in another way than it tells rows apart.
    if limit is None or not 0 < limit + offset <= ONE_PAGE or environment.profile.collation == "nocase":
        return
    shape = tree.copy()
    names = resolve(shape, environment.catalog)
    keys = tree.args["order"].expressions
    first = _first_text(shape, names, limit, environment)
    if len(keys) > 1 and not _names_outputs(shape, names) and _is_lone_key(shape, names):
        yield from _planned(tree, True, first, plan, environment)
    if first is not None:
        yield from _planned(tree, False, first, plan, environment)


def _planned(
    tree: exp.Select, ties: bool, first: FirstText | None, plan: Plan, environment: Environment
) -> Iterator[Shorter]:
    """Plan a SELECT again: without the last key of its order, if that only sorts `ties`, and with what proves it."""
    tree = tree.copy()
    order = tree.args["order"].expressions
    text = order[0].this.copy()
    if ties:
        order[-1].pop()
        alike = [key.this.copy() for key in tree.args["order"].expressions]
        tree.append("expressions", exp.Window(this=exp.Count(this=exp.Star()), partition_by=alike))
    if first is not None:
        tree.append("expressions", text)
    try:
        found = plan_select(tree, environment)
    except (ProgrammingError, NotSupportedError):
        return  # the statement itself has been planned
    comes = first is None or _comes_alone(first, tree, found)
    added = ties + (first is not None)
    if found.local is not None and comes and len(found.result) == len(plan.result) + added and _reads_less(found, plan):
        yield Shorter(found, ties, first)


def _reads_less(found: Plan, plan: Plan) -> bool:
    """Say whether one plan reads no more than another, so that its SQL can run over what the other one brings."""
    read = {scan.name: {column.name for column in scan.columns} for scan in with_embedded(plan.scans)}
    return all(
        {column.name for column in scan.loaded} <= read.get(scan.name, set()) for scan in with_embedded(found.scans)
    )


def _comes_alone(first: FirstText, tree: exp.Select, plan: Plan) -> bool:
    """Say whether the scan of a text is read for one mention of its table alone, as rows that others need must come."""
    scan = next((each for each in plan.scans if each.name == first.scan and each.queries), None)
    if scan is None:
        return False
    mentions = sum(table.name.lower() == scan.table.name.lower() for table in tree.find_all(exp.Table))
    return mentions <= sum(each.table is scan.table for each in with_embedded(plan.scans))


def _names_outputs(tree: exp.Select, names: Resolution) -> bool:
    """Say whether some key of the order means an output by its number, or may mean one that is another column."""
    keys = tree.args["order"].expressions
    for column in (each for key in keys for each in key.find_all(exp.Column) if not each.table):
        own = names.of(column)
        meant = [item.unalias() for item in tree.expressions if item.alias_or_name.lower() == column.name.lower()]
        if meant and (own is None or any(not isinstance(node, exp.Column) or names.of(node) != own for node in meant)):
            return True
    return any(isinstance(key.this, (exp.Literal, exp.Var)) for key in keys)


def _is_lone_key(tree: exp.Expr, names: Resolution) -> bool:
    """Say whether an order ends with the key of a table, which nothing else mentions."""
    found = _column_of(tree.args["order"].expressions[-1], names)
    if found is None or found[0].table.key != (found[1].name,):
        return False
    mentions = [names.mentions.get(id(node), ()) for node in tree.find_all(exp.Column)]
    return sum(found in each for each in mentions) == 1


def _column_of(ordered: exp.Expr, names: Resolution) -> tuple[Source, Column] | None:
    return names.of(ordered.this) if isinstance(ordered.this, exp.Column) else None


def _first_text(tree: exp.Expr, names: Resolution, rows: int, environment: Environment) -> FirstText | None:
    """Return the text that an order begins with, where the server can leave out the texts that begin in some way."""
    key = tree.args["order"].expressions[0]
    found, block = _column_of(key, names), names.blocks[0]
    if found is None or block.nested or not may_start_otherwise(found[0].table, found[1], environment.profile):
        return None
    joins = tree.args.get("joins") or ()
    if id(found[0]) in extended(block) or any(join.method or join.kind.upper() not in _JOINING for join in joins):
        return None
    name = scan_names(tree, names)[id(found[0])]
    return FirstText(name, found[1], bool(key.args.get("desc")), rows)


_JOINING = ("", "INNER", "OUTER", "CROSS")  # where a row that is left out takes nothing with it but rows made of it
