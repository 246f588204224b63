"""Names of a statement become tables and columns of the catalog."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sqlglot import exp

from creatio_dbapi.catalog import Catalog, Column, Table, did_you_mean, find_column, nearest
from creatio_dbapi.errors import NotSupportedError, ProgrammingError


@dataclass(eq=False, slots=True)
class Source:
    """One mention of a table in a FROM or JOIN, and the columns of it that the statement uses, once or `often`."""

    node: exp.Table
    table: Table
    alias: str
    used: dict[str, Column] = field(default_factory=dict)
    often: set[str] = field(default_factory=set)

    def use(self, columns: Iterable[Column]) -> None:
        """Note columns that are used without being named one by one."""
        named = {column.name: column for column in columns}
        self.used = named | self.used
        self.often.update(named)


Mention = tuple[Source, Column]


@dataclass(eq=False, slots=True)
class Block:
    """One SELECT: the tables it names itself, and whether it reads anything else (subqueries, CTEs, functions)."""

    select: exp.Select
    sources: list[Source]
    others: list[str]
    parent: Block | None

    @property
    def nested(self) -> bool:
        """Say whether a join in parentheses stands among the tables, whose outer rows are then hard to tell."""
        return _NESTED in self.others

    def find(self, alias: str) -> Source | None:
        """Return the table that `alias` means in this SELECT, or None."""
        return next((source for source in self.sources if source.alias.lower() == alias.lower()), None)


@dataclass(frozen=True, slots=True)
class Resolution:
    """All SELECTs of a statement, outermost first, and the table mention behind every column that has one for sure."""

    blocks: tuple[Block, ...]
    columns: dict[int, tuple[Source, Column]]
    mentions: dict[int, list[tuple[Source, Column]]]

    def of(self, node: exp.Column) -> tuple[Source, Column] | None:
        """Return the table mention and column that a name means, or None where it is not a table's own column."""
        return self.columns.get(id(node))


def resolve(tree: exp.Expr, catalog: Catalog) -> Resolution:
    """Find what every table and column name of a query means.

    Raises ProgrammingError with "did you mean" for a table or column that cannot be.
    """
    _wrap_pivoted(tree)
    blocks: dict[int, Block] = {}
    for select in tree.find_all(exp.Select, bfs=True):
        parent = _enclosing(select.parent, blocks)
        sources, others = _sources(select, catalog)
        blocks[id(select)] = Block(select, sources, others, parent)
        _expand_stars(blocks[id(select)])
    names = Resolution(tuple(blocks.values()), {}, {})
    for node in tree.find_all(exp.Column):
        block = _enclosing(node, blocks)
        if block is not None and not isinstance(node.this, exp.Star):
            _resolve_column(node, block, names)
    return names


def compares_text(tree: exp.Expr, names: Resolution) -> bool:
    """Say whether the answer depends on how text compares: a text column stands anywhere but among plain outputs."""
    grouped = bool(tree.find(exp.Distinct, exp.Union, exp.Except, exp.Intersect))
    outputs: set[str] = set()
    compared: list[tuple[str, bool]] = []  # name, and whether it is a table's column for sure
    for node in tree.find_all(exp.Column):
        mentions, is_plain = names.mentions.get(id(node), ()), _is_plain_output(node)
        is_text = any(column.type == "Edm.String" for _, column in mentions)
        if is_text and (grouped or not is_plain):
            return True
        if is_text:
            outputs.add(_output_of(node).alias_or_name.lower())
        elif not is_plain:
            compared.append((node.name.lower(), bool(mentions)))
    # An output of text may be compared by the name that it has outside, or in ORDER BY; or without any name.
    return bool(outputs) and (any(not known or name in outputs for name, known in compared) or _compares_outputs(tree))


def _compares_outputs(tree: exp.Expr) -> bool:
    """Say whether outputs may be compared without being named."""
    if any(join.args.get("using") or join.method for join in tree.find_all(exp.Join)):
        return True
    keys = [key for clause in tree.find_all(exp.Order, exp.Group) for key in clause.expressions]
    inner = [key.this if isinstance(key, exp.Ordered) else key for key in keys]
    if any(isinstance(key, (exp.Literal, exp.Var)) for key in inner):
        return True
    return any(group.args.get("all") for group in tree.find_all(exp.Group)) or any(
        not isinstance(query.parent, _AROUND) and not _is_plain_output(query) for query in tree.find_all(exp.Query)
    )


# Where a query stands for its rows; elsewhere it stands for a value.
_AROUND = (exp.From, exp.Join, exp.Lateral, exp.CTE, exp.Subquery, exp.SetOperation, exp.Exists, type(None))

COMPARING = (
    exp.Predicate,
    exp.Case,
    exp.If,
    exp.AggFunc,
    exp.Window,
    exp.Nullif,
    exp.Greatest,
    exp.Least,
    exp.Anonymous,
)


def _is_plain_output(node: exp.Expr) -> bool:
    """Say whether a value only goes into an output, through functions at the most that do not compare it."""
    item: exp.Expr = node
    while item.parent is not None and not isinstance(item.parent, exp.Select):
        item = item.parent
        if isinstance(item, COMPARING):
            return False
    return item.parent is not None and item.arg_key == "expressions"


def _output_of(node: exp.Expr) -> exp.Expr:
    """Return the output that an expression goes into."""
    while node.parent is not None and not isinstance(node.parent, exp.Select):
        node = node.parent
    return node


def note_used(tree: exp.Expr, names: Resolution) -> None:
    """Note at every table mention which of its columns the statement, as it is now, still reads."""
    for block in names.blocks:
        for source in block.sources:
            source.used.clear()
            source.often.clear()
    for node in tree.find_all(exp.Column):
        for source, column in names.mentions.get(id(node), ()):
            if column.name in source.used:
                source.often.add(column.name)
            source.used[column.name] = column
    for block in names.blocks:
        _use_stars(block)
        _use_join_columns(block)


def _enclosing(node: exp.Expr | None, blocks: dict[int, Block]) -> Block | None:
    while node is not None:
        if isinstance(node, exp.Select):
            return blocks.get(id(node))
        node = node.parent
    return None


# -- tables --------------------------------------------------------------------------------------------------


_NESTED = "(a join in parentheses)"


def from_items(select: exp.Select) -> Iterator[exp.Expr]:
    """Give what stands in the FROM and the joins of a SELECT."""
    start = select.args.get("from_") or select.args.get("from")  # the key's name changed in sqlglot 28
    if start is not None:
        yield start.this
    for join in select.args.get("joins") or ():
        yield join.this
    yield from select.args.get("laterals") or ()


def _sources(select: exp.Select, catalog: Catalog) -> tuple[list[Source], list[str]]:
    sources: list[Source] = []
    others: list[str] = []
    for item in from_items(select):
        _add_source(item, catalog, sources, others)
    named = Counter(name.lower() for name in (*(source.alias for source in sources), *others) if name)
    twice = [name for name, number in named.items() if number > 1 and name != _NESTED]
    if twice:
        raise ProgrammingError(
            f'"{twice[0]}" names two tables of one FROM; give each a name of its own, as in Contact a JOIN Contact b'
        )
    return sources, others


def _add_source(item: exp.Expr, catalog: Catalog, sources: list[Source], others: list[str]) -> None:
    if isinstance(item, (exp.Paren, exp.Subquery)) and not isinstance(item.this, exp.Query):
        others.append(_NESTED)
        _add_source(item.this, catalog, sources, others)
    elif isinstance(item, exp.Table) and isinstance(item.this, exp.Identifier) and not _is_cte(item):
        sources.append(_source(item, catalog))
        for join in item.args.get("joins") or ():
            others.append(_NESTED)
            _add_source(join.this, catalog, sources, others)
    else:
        others.append(item.alias_or_name)


def _wrap_pivoted(tree: exp.Expr) -> None:
    """Let PIVOT and UNPIVOT read a subquery of all columns, as they group by or repeat those that nobody names."""
    for table in list(tree.find_all(exp.Table)):
        pivots = table.args.get("pivots")
        if pivots:
            table.set("pivots", None)
            inner = exp.Select(expressions=[exp.Star()]).from_(table.copy())
            table.replace(exp.Subquery(this=inner, pivots=pivots))


def _is_cte(table: exp.Table) -> bool:
    """Say whether a name means a table of a WITH: an earlier one, itself if recursive, or one of an outer query."""
    child: exp.Expr = table
    node: exp.Expr | None = table.parent
    name = table.name.lower()
    while node is not None and not table.args.get("db"):
        if isinstance(node, exp.With):
            place = next(index for index, cte in enumerate(node.expressions) if cte is child)
            visible = node.expressions if node.args.get("recursive") else node.expressions[:place]
        else:
            clause = node.args.get("with_") or node.args.get("with")
            visible = clause.expressions if clause is not None and clause is not child else []
        if any(cte.alias.lower() == name for cte in visible):
            return True
        child, node = node, node.parent
    return False


def _source(node: exp.Table, catalog: Catalog) -> Source:
    if node.args.get("db") or node.args.get("catalog"):
        raise ProgrammingError(f'schema "{node.db}" not found; the objects of Creatio are in no schema')
    if node.args.get("sample"):
        raise NotSupportedError("TABLESAMPLE is not supported; use ORDER BY random() LIMIT n")
    if node.args.get("alias") is not None and node.args["alias"].args.get("columns"):
        raise NotSupportedError(
            f"a list of names behind {node.alias} is not supported; name columns of {node.name} by AS, in a subquery"
        )
    identifier = node.this
    table = catalog.find(identifier.name, exact=bool(identifier.quoted))
    return Source(node, table, node.alias or identifier.name)


# -- columns -------------------------------------------------------------------------------------------------


def _resolve_column(node: exp.Column, block: Block, names: Resolution) -> None:
    if node.table:
        _resolve_qualified(node, block, names)
    else:
        _resolve_bare(node, block, names)


def _resolve_qualified(node: exp.Column, block: Block, names: Resolution) -> None:
    level: Block | None = block
    while level is not None:
        source = level.find(node.table)
        if source is not None:
            column = find_column(source.table, node.name, exact=_is_quoted(node))
            if column is None:
                raise _unknown_column(node, [source], [])
            names.mentions[id(node)] = [(source, column)]
            names.columns[id(node)] = (source, column)
            return
        if any(other.lower() == node.table.lower() for other in level.others):
            return
        level = level.parent
    if not _has_others(block) and not node.args.get("db"):
        aliases = [source.alias for each in _levels(block) for source in each.sources]
        raise ProgrammingError(
            f'"{node.table}" is not a table of this query{did_you_mean(nearest(node.table, aliases))}', table=node.table
        )


def _resolve_bare(node: exp.Column, block: Block, names: Resolution) -> None:
    if _is_all(node):
        node.replace(exp.var("ALL"))
        return
    for level in _levels(block):
        matches = [
            (source, column)
            for source in level.sources
            if (column := find_column(source.table, node.name, exact=_is_quoted(node))) is not None
        ]
        names.mentions.setdefault(id(node), []).extend(matches or _of_whole_row(node, level))
        if len(matches) == 1 and not level.others:
            if not _is_alias(node, level):
                names.columns[id(node)] = matches[0]
            return
        if matches and not level.others:
            return  # ambiguous, or joined by USING: the local engine decides
    if not _has_others(block) and not _is_output_name(node, block):
        sources = [source for level in _levels(block) for source in level.sources]
        if sources:
            aliases = [item.alias for item in block.select.expressions if item.alias]
            raise _unknown_column(node, sources, aliases)


def _of_whole_row(node: exp.Column, level: Block) -> list[tuple[Source, Column]]:
    """Give all columns of the table that a name may mean as a value, a row with all that is in it."""
    source = level.find(node.name)
    return [] if source is None else [(source, column) for column in visible_columns(source.table)]


def _is_all(node: exp.Column) -> bool:
    """Say whether this is the ALL of ORDER BY ALL or GROUP BY ALL, which the local engine knows."""
    return node.name.upper() == "ALL" and isinstance(node.parent, (exp.Ordered, exp.Group)) and not _is_quoted(node)


def _is_output_name(node: exp.Column, block: Block) -> bool:
    return any(
        isinstance(item, exp.Alias) and item.alias.lower() == node.name.lower() for item in block.select.expressions
    )


def _is_alias(node: exp.Column, block: Block) -> bool:
    """Say whether a bare name may be an output name of the SELECT (in ORDER BY, GROUP BY, HAVING or a later item)."""
    names = {item.alias.lower() for item in block.select.expressions if isinstance(item, exp.Alias)}
    return node.name.lower() in names and not _inside_where(node)


def _inside_where(node: exp.Expr) -> bool:
    parent = node.parent
    while parent is not None and not isinstance(parent, exp.Select):
        if isinstance(parent, (exp.Where, exp.Alias)):
            return True
        parent = parent.parent
    return False


def _levels(block: Block) -> Iterator[Block]:
    level: Block | None = block
    while level is not None:
        yield level
        level = level.parent


def _has_others(block: Block) -> bool:
    return any(level.others for level in _levels(block))


def _is_quoted(node: exp.Column) -> bool:
    return isinstance(node.this, exp.Identifier) and bool(node.this.quoted)


def _unknown_column(node: exp.Column, sources: list[Source], more: list[str]) -> ProgrammingError:
    names = [column.name for source in sources for column in source.table.columns] + more
    where = f' in table "{sources[0].table.name}"' if len(sources) == 1 else ""
    if len(sources) == 1 and (column := find_column(sources[0].table, node.name)) is not None:
        near = [column.name]
    else:
        near = nearest(node.name, names)
    table = sources[0].table.name if len(sources) == 1 else None
    hint = did_you_mean(near) or ("; a text stands in single quotes" if _is_quoted(node) else "")
    return ProgrammingError(f'column "{node.name}" not found{where}{hint}', table=table, column=node.name)


# -- stars ---------------------------------------------------------------------------------------------------


def visible_columns(table: Table) -> list[Column]:
    """Return what `*` stands for: all columns but streams, which are fetched only when named."""
    return [column for column in table.columns if column.type != "Edm.Stream"]


def _use_join_columns(block: Block) -> None:
    """Note the columns that USING names, and all of them where NATURAL compares whatever is called alike."""
    joins = [join for item in from_items(block.select) for join in _joins_at(item)]
    natural = any(join.method.upper() == "NATURAL" for join in joins)
    names = [each.name for join in joins for each in join.args.get("using") or ()]
    for source in block.sources:
        columns = visible_columns(source.table) if natural else [find_column(source.table, name) for name in names]
        source.use(column for column in columns if column is not None)


def _joins_at(item: exp.Expr) -> Iterator[exp.Join]:
    """Give the join that brings an item of a FROM, and those in parentheses within it."""
    if isinstance(item.parent, exp.Join):
        yield item.parent
    if isinstance(item, (exp.Paren, exp.Subquery)) and not isinstance(item.this, exp.Query):
        yield from _joins_at(item.this)
    for join in item.args.get("joins") or ():
        yield join
        yield from (each for each in _joins_at(join.this) if each is not join)


def _is_star(item: exp.Expr) -> bool:
    return isinstance(item, exp.Star) or (isinstance(item, exp.Column) and isinstance(item.this, exp.Star))


def _use_stars(block: Block) -> None:
    if block.select.find(exp.Columns):  # COLUMNS('…') chooses among all columns, so all must be there
        for each in block.sources:
            each.use(visible_columns(each.table))
    for item in block.select.expressions:
        if isinstance(item, exp.Star):
            starred = block.sources
        elif isinstance(item, exp.Column) and isinstance(item.this, exp.Star):
            source = block.find(item.table)
            starred = [source] if source is not None else []
        else:
            if isinstance(item, exp.Alias) and _is_star(item.this):
                raise ProgrammingError(f'* stands for columns with names of their own, so it cannot be "{item.alias}"')
            continue
        for source in starred:
            source.use(visible_columns(source.table))


def _expand_stars(block: Block) -> None:
    """Write `*` and `t.*` as the columns they stand for, where the SELECT reads nothing but tables side by side."""
    if block.others or any(join.args.get("using") or join.method for join in block.select.args.get("joins") or ()):
        return
    items: list[exp.Expr] = []
    for item in block.select.expressions:
        items.extend(_expanded(item, block))
    block.select.set("expressions", items)


def _given(block: Block) -> list[Source]:
    """Return the tables whose rows a SELECT gives: all but those that a SEMI or ANTI JOIN only looks into."""
    only_asked = [join.this for join in block.select.args.get("joins") or () if join.kind.upper() in ("SEMI", "ANTI")]
    return [source for source in block.sources if all(source.node is not each for each in only_asked)]


def _expanded(item: exp.Expr, block: Block) -> list[exp.Expr]:
    star = item.this if isinstance(item, exp.Column) else item
    if not isinstance(star, exp.Star) or any(star.args.get(key) for key in ("except_", "except", "replace", "rename")):
        return [item]
    named = block.find(item.table) if isinstance(item, exp.Column) else None
    sources = [named] if named is not None else _given(block) if isinstance(item, exp.Star) else []
    if not sources:
        return [item]
    return [
        exp.column(exp.to_identifier(column.name, quoted=True), table=exp.to_identifier(source.alias, quoted=True))
        for source in sources
        for column in visible_columns(source.table)
    ]
