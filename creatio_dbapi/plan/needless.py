"""What inner SELECTs give and no outer one reads is left out, so that Creatio need not be asked for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sqlglot import exp

from creatio_dbapi.catalog import Catalog
from creatio_dbapi.parse import NODE
from creatio_dbapi.plan.constants import VOLATILE
from creatio_dbapi.plan.resolve import Block, Resolution, Source, from_items, resolve, visible_columns
from creatio_dbapi.plan.shapes import may_aggregate


@dataclass(frozen=True, slots=True)
class _Statement:
    """What is known of a statement: tables by node; those of WITH and who reads them, by name; what keys are called."""

    names: Resolution
    sources: dict[int, Source]
    ctes: dict[str, list[exp.CTE]]
    readers: dict[str, list[exp.Table]]
    keys: frozenset[str]
    columns: tuple[exp.Column, ...]  # as written; what was left out is held here, since `names` goes by id()


def without_needless(tree: exp.Expr, catalog: Catalog) -> exp.Expr | None:
    """Leave out of inner SELECTs what is not read of them, and of GROUP BY what its other columns decide.

    `SELECT City FROM (SELECT * FROM Contact) c` becomes `SELECT City FROM (SELECT "Contact"."City" FROM Contact) c`.
    Returns None where there is nothing to leave out; raises ProgrammingError where a table or column cannot be.
    """
    if not any(map(_has_several, tree.find_all(exp.CTE, exp.Subquery, exp.Exists, exp.Group))):
        return None
    tree = tree.copy()
    names = resolve(tree, catalog)
    if any(call.name.upper() in _BY_TEXT for call in tree.find_all(exp.Anonymous)):
        return None
    statement = _statement(tree, names)
    narrowed = [_narrow(node, statement) for node in _outer_first(tree)]
    grouped = [_group_by_less(block, names) for block in names.blocks]
    return tree if any(narrowed) or any(grouped) else None


def _has_several(node: exp.Expr) -> bool:
    """Say whether something can be needless in a node: where a SELECT or a GROUP BY has only one, it stays."""
    several = node if isinstance(node, exp.Group) else node.this
    return len(several.expressions) > 1 or (isinstance(several, exp.Select) and several.is_star)


_BY_TEXT = ("QUERY", "QUERY_TABLE")  # which read a table of WITH whose name stands in a text


def _statement(tree: exp.Expr, names: Resolution) -> _Statement:
    sources = [source for block in names.blocks for source in block.sources]
    keys = frozenset(name.lower() for source in sources for name in source.table.key)
    columns = tuple(tree.find_all(exp.Column))
    statement = _Statement(names, {id(source.node): source for source in sources}, {}, {}, keys, columns)
    for cte in tree.find_all(exp.CTE):
        statement.ctes.setdefault(cte.alias.lower(), []).append(cte)
    for table in tree.find_all(exp.Table):
        if id(table) not in statement.sources:
            statement.readers.setdefault(table.name.lower(), []).append(table)
    return statement


def _outer_first(tree: exp.Expr) -> Iterator[exp.Expr]:
    """Give all nodes, tables of WITH after what can read them: the later ones, and the query that they belong to."""
    stack = [tree]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(sorted(node.iter_expressions(), key=lambda child: not isinstance(child, exp.With)))


# -- what is read of a SELECT --------------------------------------------------------------------------------


def _narrow(node: exp.Expr, statement: _Statement) -> bool:
    """Leave out of the SELECT in a WITH, FROM, JOIN or EXISTS what is not read of it."""
    readers: list[exp.Expr]
    if isinstance(node, exp.CTE) and _is_clear_cte(node):
        readers = [*statement.readers.get(node.alias.lower(), ())]
    elif isinstance(node, exp.Subquery) and _reading_select(node) is not None:
        readers = [node]
    elif isinstance(node, exp.Exists):
        readers = []
    else:
        return False
    wanted: set[str] = set()
    for reader in readers:
        read = _read_of(reader, statement)
        if read is None:
            return False
        wanted |= read
    return isinstance(node.this, exp.Select) and _give_only(node.this, wanted, statement)


def _is_clear_cte(cte: exp.CTE) -> bool:
    recursive = cte.parent is not None and cte.parent.args.get("recursive")
    return _is_bare(cte, "materialized") and not recursive


def _is_bare(item: exp.Expr, *more: str) -> bool:
    """Say whether a table of any kind has no more to it than its name: no PIVOT, no names for its columns."""
    alias = item.args.get("alias")
    return _clauses(item) <= {"this", "alias", *more} and not (alias is not None and alias.args.get("columns"))


def _clauses(node: exp.Expr) -> set[str]:
    return {key for key, value in node.args.items() if value}


def _reading_select(item: exp.Expr) -> exp.Select | None:
    """Return the SELECT that has a table in its FROM or JOIN, by itself and with no more to it than its name."""
    clause = item.parent
    select = clause.parent if isinstance(clause, (exp.From, exp.Join)) else None
    return select if isinstance(select, exp.Select) and _is_bare(item) else None


def _read_of(item: exp.Expr, statement: _Statement) -> set[str] | None:
    """Return the names that may be read of a table of a FROM, in lower case; None where that can be all of it."""
    select = _reading_select(item)
    if select is None or (not item.alias_or_name and select.args.get("joins")):
        return None
    read: set[str] = set()
    alias = item.alias_or_name.lower() or _UNNAMED
    for node in select.walk(prune=lambda node: node is item or _is_own_with(node, select)):
        found = _names_at(node, select, alias, statement.names)
        if found is None:
            return None
        read |= found
    return read


_UNNAMED = "unnamed_subquery"  # the local engine's name for what has none


def _is_own_with(node: exp.Expr, select: exp.Select) -> bool:
    return isinstance(node, exp.With) and node.parent is select


def _names_at(node: exp.Expr, select: exp.Select, alias: str, names: Resolution) -> set[str] | None:
    """Return the names at one node that can be outputs of the table `alias`; None where all of them can be meant."""
    if isinstance(node, exp.Star):
        return None if _means_all(node, select, alias) else set()
    if isinstance(node, (exp.Columns, exp.PositionalColumn)) or (isinstance(node, exp.Join) and node.method):
        return None
    if isinstance(node, exp.Identifier):
        return set() if isinstance(node.parent, _NAMING) else {node.name.lower()}
    if not isinstance(node, exp.Column) or _is_certain(node, names):
        return set()
    first, *parts = [part.name.lower() for part in node.parts]
    if not parts and first == alias:
        return None  # the whole row
    return {first, *parts} if len(parts) != 1 else {*parts} if first == alias else {first}


_NAMING = (exp.Column, exp.Table, exp.TableAlias, exp.Alias)  # whose identifiers are no columns, or are seen as such


def _means_all(star: exp.Star, select: exp.Select, alias: str) -> bool:
    parent = star.parent
    if isinstance(parent, exp.Column):
        return parent.table.lower() == alias
    if isinstance(parent, exp.Count):
        return False
    return parent is select or not isinstance(parent, exp.Select)


def _is_certain(node: exp.Column, names: Resolution) -> bool:
    """Say whether a name is that of a table's column, and cannot be one of what stands nearer."""
    resolved = names.of(node)
    if resolved is None:
        return False
    return bool(node.table) or resolved[0].node.find_ancestor(exp.Select) is node.find_ancestor(exp.Select)


# -- what a SELECT gives -------------------------------------------------------------------------------------


def _give_only(select: exp.Select, wanted: set[str], statement: _Statement) -> bool:
    """Leave all outputs out of a SELECT but those that are wanted, or that cannot be missed; say whether there are."""
    items = _written_out(select, statement)
    if items is None or not _clauses(select) <= _CLEAR_CLAUSES or select.find(*_BY_PLACE):
        return False
    places = _places(select, len(items))
    used = _used_inside(select, items, statement.names)
    if places is None or _are_numbered(items, wanted | used):
        return False
    staying = {place for _, place in places}
    kept = [place for place, item in enumerate(items) if place in staying or _must_stay(item, wanted | used)]
    if not select.args.get("group"):
        kept = _with_aggregate(items, kept)
    kept = kept or [min(range(len(items)), key=lambda place: _cost(items[place], statement))]
    if len(kept) == len(items):
        return False
    for key, place in places:
        key.replace(exp.Literal.number(kept.index(place) + 1))
    select.set("expressions", [items[place] for place in kept])
    return True


_CLEAR_CLAUSES = {
    *("expressions", "from_", "from", "joins", "where", "group", "having"),
    *("qualify", "windows", "order", "limit", "offset", "with_", "with"),
}
_BY_PLACE = (exp.PositionalColumn, exp.Columns)


def _written_out(select: exp.Select, statement: _Statement) -> list[exp.Expr] | None:
    """Return the outputs of a SELECT with each `*` as the columns that it stands for; None where it is not certain."""
    items: list[exp.Expr] = []
    for item in select.expressions:
        found = _starred(item, select, statement) if item.is_star else [item] if _is_one(item) else None
        if found is None:
            return None
        items += found
    return items


def _is_one(item: exp.Expr) -> bool:
    """Say whether an item is one output, and not as many as a structure or a pattern of names has parts."""
    stars = item.find_all(exp.Star)
    return item.find(*_MANY) is None and all(isinstance(star.parent, (exp.Count, exp.Select)) for star in stars)


_MANY = (exp.Columns, exp.PositionalColumn, exp.UDTF, exp.Explode)


def _starred(item: exp.Expr, select: exp.Select, statement: _Statement) -> list[exp.Expr] | None:
    star = item.this if isinstance(item, exp.Column) else item
    if _clauses(star) or not all(_is_side_by_side(join) for join in select.args.get("joins") or ()):
        return None
    columns: list[exp.Expr] = []
    for each in from_items(select):
        alias = each.alias_or_name
        if isinstance(item, exp.Column) and item.table.lower() != alias.lower():
            continue
        outputs = _outputs(each, statement) if alias else None
        if outputs is None:
            return None
        table = exp.to_identifier(alias, quoted=True)
        columns += [exp.column(exp.to_identifier(name, quoted=True), table=table.copy()) for name in outputs]
    return columns or None


def _is_side_by_side(join: exp.Join) -> bool:
    """Say whether a join puts all columns of both sides side by side."""
    return not (join.args.get("using") or join.method or join.kind.upper() in ("SEMI", "ANTI"))


def _outputs(item: exp.Expr, statement: _Statement) -> list[str] | None:
    """Return the names of all columns of a table of a FROM; None where they are not certain."""
    if not _is_bare(item):
        return None
    if id(item) in statement.sources:
        return [column.name for column in visible_columns(statement.sources[id(item)].table)]
    query = item.this if isinstance(item, exp.Subquery) else _query_of(item, statement)
    items = _written_out(query, statement) if isinstance(query, exp.Select) else None
    names = [_name_of(each) for each in items or ()]
    return names if names and "" not in names and len({name.lower() for name in names}) == len(names) else None


def _query_of(item: exp.Expr, statement: _Statement) -> exp.Expr | None:
    """Return what a name of WITH stands for, where there is only one of that name."""
    ctes = statement.ctes.get(item.name.lower(), ()) if isinstance(item, exp.Table) else ()
    return ctes[0].this if len(ctes) == 1 and _is_clear_cte(ctes[0]) else None


def _name_of(item: exp.Expr) -> str:
    """Return the name of an output, or nothing where the local engine makes one."""
    return item.alias_or_name if isinstance(item, (exp.Alias, exp.Column)) else ""


# -- what has to stay ----------------------------------------------------------------------------------------


def _places(select: exp.Select, number: int) -> list[tuple[exp.Literal, int]] | None:
    """Return the keys of GROUP BY and ORDER BY that are numbers of outputs; None where other keys may count them."""
    group, order = select.args.get("group"), select.args.get("order")
    keys = [*(group.expressions if group else ()), *(each.this for each in (order.expressions if order else ()))]
    if (group and _clauses(group) != {"expressions"}) or any(isinstance(key, _UNCLEAR_KEYS) for key in keys):
        return None
    numbers = [key for key in keys if isinstance(key, exp.Literal) and not key.is_string and key.name.isdigit()]
    places = [(key, int(key.name) - 1) for key in numbers]
    return places if all(0 <= place < number for _, place in places) else None


_UNCLEAR_KEYS = (exp.Var, exp.Paren, exp.Tuple, exp.Cube, exp.Rollup, exp.GroupingSets)  # Var is the ALL of BY ALL


def _used_inside(select: exp.Select, items: list[exp.Expr], names: Resolution) -> set[str]:
    """Return the names of outputs that the SELECT may use itself: in a clause, or in another output."""
    used = [_first_names(item, names) for item in items]
    often = Counter(name for each in used for name in each)
    for node in _clauses_but(select, {"expressions", "with_", "with"}):
        often.update(2 * [*_first_names(node, names)])
    own = [_name_of(item).lower() for item in items]
    return {name for name, inside in zip(own, used, strict=True) if often[name] > (name in inside)}


def _clauses_but(select: exp.Select, left_out: set[str]) -> Iterator[exp.Expr]:
    for key, clause in select.args.items():
        for node in clause if isinstance(clause, list) else [clause]:
            if isinstance(node, NODE) and key not in left_out:
                yield node


def _first_names(node: exp.Expr, names: Resolution) -> set[str]:
    columns = (column for column in node.find_all(exp.Column) if not _is_certain(column, names))
    return {column.parts[0].name.lower() for column in columns}


def _are_numbered(items: list[exp.Expr], wanted: set[str]) -> bool:
    """Say whether a name may be one that the local engine makes where outputs are called alike: `Id_1`."""
    numbers = Counter(_name_of(item).lower() for item in items)
    return any(name.startswith(f"{each}_") for each, number in numbers.items() if number > 1 for name in wanted)


def _must_stay(item: exp.Expr, wanted: set[str]) -> bool:
    """Say whether an output may be missed: if it is read, has no name, or does more than to give a value."""
    return _name_of(item).lower() in {*wanted, ""} or any(
        isinstance(node, _DOING) or (isinstance(node, exp.Func) and node.sql_name().upper() in VOLATILE)
        for node in item.walk()
    )


# Functions that the parser does not know may give several rows, or another value each time.
_DOING = (exp.Query, exp.Anonymous, exp.Rand)


def _with_aggregate(items: list[exp.Expr], kept: list[int]) -> list[int]:
    """Keep an aggregate where there was one: without it, there would be a row for each row that is read."""
    aggregates = [place for place, item in enumerate(items) if any(may_aggregate(node) for node in item.walk())]
    certain = [place for place in aggregates if not items[place].find(exp.Window, exp.Query, exp.Anonymous)]
    if not set(aggregates) - set(kept) or not set(certain).isdisjoint(kept):
        return kept
    return sorted([*kept, *(certain[:1] or aggregates)])


def _cost(item: exp.Expr, statement: _Statement) -> tuple[bool, ...]:
    """Say how much an output costs that is only there so that there is one: a key is read in any case."""
    node = item.unalias()
    key = isinstance(node, exp.Column) and node.name.lower() in statement.keys
    return not isinstance(node, exp.Literal), not key, not isinstance(node, exp.Column)


# -- what GROUP BY needs -------------------------------------------------------------------------------------


def _group_by_less(block: Block, names: Resolution) -> bool:
    """Leave columns of a row out of GROUP BY that its whole key is in; say whether there are any."""
    group = block.select.args.get("group")
    if group is None or _clauses(group) != {"expressions"} or block.select.find(exp.Columns):
        return False
    if any(isinstance(key, (*_UNCLEAR_KEYS, exp.Literal)) for key in group.expressions):
        return False
    needless = [key for source in block.sources for key in _decided(group, source, block.select, names)]
    if needless:
        group.set("expressions", [key for key in group.expressions if all(key is not each for each in needless)])
    return bool(needless)


def _decided(group: exp.Group, source: Source, select: exp.Select, names: Resolution) -> list[exp.Expr]:
    """Return the columns of a table in GROUP BY that its key decides, and that nothing else needs there."""
    found = [(key, names.of(key)) for key in group.expressions if isinstance(key, exp.Column)]
    own = [(key, resolved[1]) for key, resolved in found if resolved is not None and resolved[0] is source]
    keys = {column.name for _, column in own if column.type != "Edm.String"}  # text may be equal without being the same
    if not source.table.key or not keys.issuperset(source.table.key):
        return []
    used = _used_of(source, select, names)
    if source.alias.lower() in used:
        return []
    return [key for key, column in own if column.name not in source.table.key and column.name.lower() not in used]


def _used_of(source: Source, select: exp.Select, names: Resolution) -> set[str]:
    """Return the names that may be read of a table, or the table's own, where there are groups already."""
    used: set[str] = set()
    for node in _clauses_but(select, _BEFORE_GROUPS):
        if node.is_star:
            return {source.alias.lower()}
        for column in node.find_all(exp.Column):
            resolved = names.of(column)
            if resolved is None:
                used.update(part.name.lower() for part in column.parts)
            elif resolved[0] is source:
                used.add(column.name.lower())
    return used


_BEFORE_GROUPS = {"from_", "from", "joins", "laterals", "where", "group", "with_", "with"}
