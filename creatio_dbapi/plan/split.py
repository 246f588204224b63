"""A SELECT becomes a plan: scans for Creatio, and SQL for the local engine over what they bring."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from sqlglot import exp
from sqlglot.errors import ErrorLevel

from creatio_dbapi.catalog import Catalog, Column, link_of
from creatio_dbapi.plan.constants import Evaluate, constant_of, fix_clock
from creatio_dbapi.plan.equalities import Equality, equalities
from creatio_dbapi.plan.filters import (
    ALL,
    NONE,
    Context,
    Field,
    Local,
    Translation,
    all_of,
    any_of,
    node_count,
    null_test,
    shows_null,
    translate,
)
from creatio_dbapi.plan.inheritance import link_between, paths_of, through
from creatio_dbapi.plan.joins import Side, null_rejecting, sides_of
from creatio_dbapi.plan.local_tables import asked_of_one
from creatio_dbapi.plan.matched import ask_what_joins
from creatio_dbapi.plan.misfits import check_texts
from creatio_dbapi.plan.nodes import Embedded, Plan, Predicate, Reduction, ResultColumn, Scan
from creatio_dbapi.plan.numbering import expands
from creatio_dbapi.plan.ordering import Key, Segments, segments_of, without_middle
from creatio_dbapi.plan.resolve import (
    Block,
    Resolution,
    Source,
    compares_text,
    from_items,
    note_used,
    resolve,
    visible_columns,
)
from creatio_dbapi.profile import LOOKUP_NULL, Profile
from creatio_dbapi.request import And, Comparison, Filter, Or, Order, Query, query_url

Describe = Callable[[str, tuple[Scan, ...]], tuple[ResultColumn, ...]]


@dataclass(frozen=True, slots=True)
class Environment:
    """What planning depends on besides the statement.

    `describe` gives the result columns of local SQL over the scans' columns, and raises ProgrammingError for SQL that
    the local engine does not understand; `evaluate` computes a constant. `counts_looked_up` lets rows be read until
    enough of them have the lookups that they are joined to.
    """

    catalog: Catalog
    profile: Profile
    evaluate: Evaluate
    describe: Describe
    now: dt.datetime
    pushdown: bool = True
    counts_looked_up: bool = True


@dataclass(eq=False, slots=True)
class _Draft:
    """A scan while it is planned: what its filter is so far and how much of the server's limits is left."""

    source: Source
    name: str
    filters: list[Filter]
    forms: set[str]
    predicates: list[Predicate]
    exact: bool = True
    count: bool = False
    limit: int | None = None
    offset: int = 0
    segments: Segments | None = None
    ties: tuple[str, ...] = ()
    needed: frozenset[int] = frozenset()
    nodes: int = 0
    length: int = 0
    reductions: list[Reduction] = field(default_factory=list)
    embedded: list[tuple[Equality, str, _Draft]] = field(default_factory=list)
    is_embedded: bool = False
    twin: _Draft | None = None
    shared: bool = False


def plan_select(tree: exp.Expr, environment: Environment) -> Plan:
    """Plan a query; raises ProgrammingError or NotSupportedError before anything is sent."""
    tree = fix_clock(tree, environment.now)
    again = tree.copy() if tree.find(exp.Join) and tree.find(exp.Limit) else tree
    resolution = resolve(tree, environment.catalog)
    textual = compares_text(tree, resolution)
    names = _result_names(tree)
    nullables = _result_nullables(tree, resolution, environment.profile)
    drafts = _drafts(tree, resolution)
    if environment.pushdown:
        _leave_out(tree, resolution, drafts, environment)
    for block in resolution.blocks:
        _plan_block(block, resolution, drafts, environment)
    ask_what_joins(tree, resolution)
    note_used(tree, resolution)
    _reduce(drafts, resolution, environment)
    _embed(drafts, equalities(resolution), environment)
    if not all(_comes_with_all(draft, drafts) for draft in drafts.values()):
        return plan_select(again, replace(environment, counts_looked_up=False))
    scans = tuple(_scan(draft, environment.profile) for draft in _leading(drafts))
    direct = _direct(tree, resolution, drafts, scans, environment.profile)
    if direct is not None:
        places, columns = direct
        return Plan(scans, direct=places, compares_text=textual, result=columns)
    cut = _limit_of(tree, environment.evaluate)
    row_wise = cut is not None and _is_row_wise(tree, resolution)
    limit, offset = cut if cut is not None and row_wise else (None, 0)
    if row_wise:
        tree.set("limit", None)
        tree.set("offset", None)
    for draft in drafts.values():
        _point_at_scan(draft)
    if environment.profile.collation == "nocase":
        _ignore_case(tree)
    local = tree.sql("duckdb", unsupported_level=ErrorLevel.IGNORE)
    described = environment.describe(local, scans)
    result = tuple(
        replace(column, name=column.name if name is None else name, nullable=nullable)
        for name, nullable, column in zip(
            names or [None] * len(described), nullables or [None] * len(described), described, strict=True
        )
    )
    return Plan(scans, local, _reasons(scans), row_wise, limit, offset, (), textual, result)


# -- names ---------------------------------------------------------------------------------------------------


def _result_names(tree: exp.Expr) -> list[str | None] | None:
    """Name the result's columns as PostgreSQL does; None where the local engine has to, behind a star."""
    select = tree
    while isinstance(select, exp.SetOperation):
        select = select.this
    select = select.unnest() if isinstance(select, exp.Subquery) else select
    if not isinstance(select, exp.Select) or any(item.is_star or item.find(exp.Columns) for item in select.expressions):
        return None
    return [_result_name(item) for item in select.expressions]


def _result_nullables(tree: exp.Expr, resolution: Resolution, profile: Profile) -> list[bool | None] | None:
    """Say of each output that is a column as it comes whether it may be NULL; None where an outer join decides, too."""
    if not isinstance(tree, exp.Select) or any(item.is_star or item.find(exp.Columns) for item in tree.expressions):
        return None
    outer = any(join.side for join in tree.args.get("joins") or ())
    found = [
        resolution.of(node) if isinstance(node := item.unalias(), exp.Column) else None for item in tree.expressions
    ]
    return [
        None if each is None or outer else shows_null(field_of(each[0], each[1], profile), profile) for each in found
    ]


def _result_name(item: exp.Expr) -> str | None:
    if item.alias_or_name and isinstance(item, (exp.Alias, exp.Column)):
        return str(item.alias_or_name)
    if isinstance(item, (exp.Cast, exp.Paren)):
        return _result_name(item.this)
    if isinstance(item, exp.Anonymous):
        return str(item.name).lower()
    if isinstance(item, exp.Func) and not isinstance(item, (exp.Connector, exp.Case)):
        return item.sql_name().lower()
    return "case" if isinstance(item, exp.Case) else "?column?"


def _drafts(tree: exp.Expr, resolution: Resolution) -> dict[int, _Draft]:
    taken = {cte.alias.lower() for cte in tree.find_all(exp.CTE)}
    drafts: dict[int, _Draft] = {}
    for block in resolution.blocks:
        for source in block.sources:
            name, number = source.table.name, 1
            while name.lower() in taken:
                number += 1
                name = f"{source.table.name}_{number}"
            taken.add(name.lower())
            drafts[id(source)] = _Draft(source, name, [], set(), [])
    return drafts


# -- what no row is needed of --------------------------------------------------------------------------------


def _leave_out(tree: exp.Expr, resolution: Resolution, drafts: dict[int, _Draft], environment: Environment) -> None:
    """Read nothing of the tables behind a LIMIT 0 or a condition that is never true."""
    parts: list[exp.Expr] = [
        query for query in tree.find_all(exp.Query) if _row_number(query.args.get("limit"), environment.evaluate) == 0
    ]
    for block in resolution.blocks:
        if any(_is_never_true(condition, environment) for condition in _necessary(block)):
            parts += [*from_items(block.select), *filter(None, [block.select.args.get("where")])]
    needless = {id(table) for part in parts for table in part.find_all(exp.Table)}
    for draft in drafts.values():
        if id(draft.source.node) in needless:
            draft.filters.append(NONE)


def _necessary(block: Block) -> Iterator[exp.Expr]:
    """Give the conditions without which a SELECT has no rows: those of WHERE, and of inner joins."""
    clauses = [block.select.args["where"].this] if block.select.args.get("where") else []
    joins = block.select.args.get("joins") or ()
    if not any(join.side or join.kind.upper() in ("SEMI", "ANTI") for join in joins):
        clauses += [join.args["on"] for join in joins if join.args.get("on")]
    for clause in clauses:
        yield from clause.flatten() if isinstance(clause, exp.And) else [clause]


def _is_never_true(condition: exp.Expr, environment: Environment) -> bool:
    constant = constant_of(condition, environment.evaluate)
    return constant is not None and constant.value in (None, 0)  # which False is, too


# -- one SELECT ----------------------------------------------------------------------------------------------


def _plan_block(block: Block, resolution: Resolution, drafts: dict[int, _Draft], environment: Environment) -> None:
    if not block.sources:
        return
    if environment.pushdown:
        for side in sides_of(block):
            _push_conditions(side, resolution, drafts, environment)
            for condition in side.conditions:
                _push_held(condition, side, block, resolution, drafts, environment)
    if len(block.sources) == 1 and not block.others and not block.select.args.get("joins"):
        draft = drafts[id(block.sources[0])]
        if environment.pushdown:
            _push_aggregates(block, draft, resolution, environment)
        if environment.pushdown and draft.exact and not block.select.args.get("where"):
            _push_count(block, draft, resolution, environment)
            _push_extreme(block, draft, resolution, environment)
            _push_limit(block, draft, resolution, environment)
            _push_existence(block, draft)
    elif environment.pushdown and not block.select.args.get("where"):
        beside = _beside(block, resolution)
        draft = drafts[id(block.sources[0])]
        if beside is not None and all(each.verdict == "exact" for each in draft.predicates):
            _push_joined_limit(block, draft, beside, resolution, environment)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What is joined to the first table of a SELECT so that its first rows are enough for the first rows of the answer.

    Rows without a row of the `needed` tables are not given. Where the joins `repeat` rows, even fewer are enough.
    """

    needed: list[Source]
    repeat: bool


def _beside(block: Block, resolution: Resolution) -> _Beside | None:
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
    return _Beside(needed, repeat)


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


def _push_joined_limit(
    block: Block, draft: _Draft, beside: _Beside, resolution: Resolution, environment: Environment
) -> None:
    """Read only the first rows of a table that others are joined to; the order is done again here, over them.

    Where a lookup is needed, only rows that have one count; its rows must then come along.
    """
    select = block.select
    order, limit = select.args.get("order"), select.args.get("limit")
    if limit is None or not _is_plain(select):
        return
    if beside.needed or beside.repeat:
        cut = _limit_of(select, environment.evaluate)
        asks_more = any(item.find(exp.Query) for item in (*select.expressions, order) if item is not None)
        counts = environment.counts_looked_up or not beside.needed
        if counts and cut is not None and order is not None and not asks_more:
            _push_first(_order_keys(block, draft, resolution, environment), *cut, draft, environment)
            draft.needed = frozenset(id(source) for source in beside.needed if draft.ties)
        return
    _push_limit(block, draft, resolution, environment)
    if draft.limit is not None and not draft.ties:
        select.set("order", order)
        select.set("limit", limit)


def _push_conditions(side: Side, resolution: Resolution, drafts: dict[int, _Draft], environment: Environment) -> None:
    """Push what can be of one WHERE or ON; take the conditions out that the server decides exactly."""
    kept: list[exp.Expr] = []
    undecided: list[exp.Expr] = []
    for condition in side.conditions:
        source = _only_source(condition, side.sources, resolution)
        if source is None:
            kept.append(condition)
            _note_undecided(condition, side, drafts)
            continue
        pushable = side.pushable(source) or (side.null_extended(source) and null_rejecting(condition))
        draft = drafts[id(source)]
        if not pushable:
            kept.append(condition)
            if not (isinstance(condition, exp.Boolean) and condition.this):
                draft.exact = False
                draft.predicates.append(Predicate(condition.sql("duckdb"), "local", "an outer join may add empty rows"))
            continue
        by_keys = len(draft.reductions)
        exact = _push(condition, draft, resolution, environment)
        if not exact and len(draft.reductions) == by_keys:
            undecided.append(condition)
        if not (exact and side.pushable(source)):
            kept.append(condition)
    if not any(NONE in drafts[id(source)].filters for source in side.sources):
        for condition in undecided:  # where no row is read, nothing is compared
            check_texts(condition, resolution, environment.evaluate)
    side.replace(kept)


def _push_held(
    condition: exp.Expr,
    side: Side,
    block: Block,
    resolution: Resolution,
    drafts: dict[int, _Draft],
    environment: Environment,
) -> None:
    """Let what a local table holds, such as VALUES, narrow the table that is joined to it."""
    if not block.others and not isinstance(condition, exp.In):
        return
    found = asked_of_one(condition, block, resolution, environment.evaluate)
    if found is None:
        return
    own, asked = found
    source = _only_source(own, side.sources, resolution)
    if source is not None and (side.pushable(source) or (side.null_extended(source) and null_rejecting(condition))):
        _ask_held(asked, condition, drafts[id(source)], resolution, environment)
    own.parent, own.arg_key = condition, "this" if condition.this is own else "expression"


def _ask_held(
    asked: exp.Expr, condition: exp.Expr, draft: _Draft, resolution: Resolution, environment: Environment
) -> None:
    outcome = translate(asked, _context(draft.source, resolution, environment))
    if not isinstance(outcome, Translation) or outcome.filter == ALL:
        return
    draft.exact = False
    sql = condition.sql("duckdb")
    if not _over_limits(outcome.filter, draft, environment.profile):
        draft.filters.append(outcome.filter)
        draft.forms |= outcome.forms
        draft.predicates.append(Predicate(sql, "superset", "by what is held here"))
    elif (many := _by_keys(asked, draft, resolution, environment)) is not None:
        draft.predicates.append(Predicate(sql, "local", many.reason))


def _note_undecided(condition: exp.Expr, side: Side, drafts: dict[int, _Draft]) -> None:
    for source in side.sources:
        drafts[id(source)].exact = False
    if len(side.sources) == 1:
        reason = "it reads more than this table"
        drafts[id(side.sources[0])].predicates.append(Predicate(condition.sql("duckdb"), "local", reason))


def _only_source(condition: exp.Expr, sources: list[Source], resolution: Resolution) -> Source | None:
    """Return the one table that a condition is about, or None when it reads several, none, or a subquery."""
    if condition.find(exp.Query):
        return None
    found: set[int] = set()
    for node in condition.find_all(exp.Column):
        resolved = resolution.of(node)
        if resolved is None:
            return None
        found.add(id(resolved[0]))
    matches = [source for source in sources if id(source) in found]
    if not found and len(sources) == 1:
        return sources[0]  # a constant condition, such as 1 = 0
    return matches[0] if len(matches) == 1 and len(found) == 1 else None


def _push(condition: exp.Expr, draft: _Draft, resolution: Resolution, environment: Environment) -> bool:
    outcome = translate(condition, _context(draft.source, resolution, environment))
    sql = condition.sql("duckdb")
    if isinstance(outcome, Translation):
        too_much = _over_limits(outcome.filter, draft, environment.profile)
        if too_much:
            outcome = _by_keys(condition, draft, resolution, environment) or Local(too_much)
    if isinstance(outcome, Local):
        draft.exact = False
        draft.predicates.append(Predicate(sql, "local", outcome.reason))
        return False
    if outcome.filter == ALL and not outcome.exact:
        draft.exact = False
        draft.predicates.append(Predicate(sql, "local", "nothing of it can be asked for"))
        return False
    draft.filters.append(outcome.filter)
    draft.forms |= outcome.forms
    draft.exact = draft.exact and outcome.exact
    draft.predicates.append(Predicate(sql, "exact" if outcome.exact else "superset"))
    return outcome.exact


def _by_keys(condition: exp.Expr, draft: _Draft, resolution: Resolution, environment: Environment) -> Local | None:
    """Read a long list of values in chunks; whether that is done, or the whole table read, is decided by a count."""
    node = condition.unnest()
    resolved = resolution.of(node.this) if isinstance(node, exp.In) and isinstance(node.this, exp.Column) else None
    if resolved is None or node.args.get("negate") or node.args.get("query"):
        return None
    context = _context(draft.source, resolution, environment)
    equal = [translate(exp.EQ(this=node.this, expression=item), context) for item in node.expressions]
    filters = [each.filter for each in equal if isinstance(each, Translation) and each.exact]
    if len(filters) != len(equal):
        return None
    different = tuple(dict.fromkeys(item for item in filters if item != NONE))
    path = field_of(draft.source, resolved[1], environment.profile).path
    draft.reductions.append(Reduction(resolved[1], path, filters=different))
    return Local(f"{len(different)} values are asked for in several requests")


def _over_limits(item: Filter, draft: _Draft, profile: Profile) -> str:
    nodes, length = node_count(item) + 1, len(query_url(Query("", filter=item)))
    if draft.nodes + nodes > profile.filter_nodes:
        return f"the filter would have more than {profile.filter_nodes} nodes"
    if draft.length + length > profile.url_length * 3 // 4:
        return f"the address would be longer than {profile.url_length} characters"
    draft.nodes += nodes
    draft.length += length
    return ""


def _context(source: Source, resolution: Resolution, environment: Environment) -> Context:
    def of_source(node: exp.Column) -> Field | None:
        resolved = resolution.of(node)
        if resolved is None or resolved[0] is not source:
            return None
        return field_of(source, resolved[1], environment.profile)

    return Context(of_source, environment.profile, environment.evaluate)


def field_of(source: Source, column: Column, profile: Profile) -> Field:
    """Address a column as a filter must: a lookup by its link's key (facts 3.5)."""
    link = link_of(source.table, column) if column.link is not None and profile.link_by_path else None
    path = (column.name,) if link is None else (link.name, link.key)
    return Field(source.table, column, path)


# -- what one table says about another -----------------------------------------------------------------------


def _reduce(drafts: dict[int, _Draft], resolution: Resolution, environment: Environment) -> None:
    """Let conditions on lookups narrow the tables that look them up, and the keys of one scan narrow another."""
    found = equalities(resolution) if environment.pushdown else []
    _inherit_all(drafts, found, environment.profile)
    _mirror_all(drafts, found, environment.profile)
    _share(drafts, found, environment)
    for equality in found:
        source, column = equality.reduced
        draft, by = drafts[id(source)], drafts[id(equality.by[0])]
        if _is_shaped(draft) or draft.shared or column.type != "Edm.Guid" or equality.by[1].type != "Edm.Guid":
            continue
        path = field_of(source, column, environment.profile).path
        draft.reductions.append(Reduction(column, path, by.name, equality.by[1].name))


_EXPAND_ROWS = 20_000  # beyond, what is repeated with every row weighs more than the requests that it saves
_EXPAND_DEPTH = 2  # what Creatio is configured to take (facts 3.1)


def _embed(drafts: dict[int, _Draft], found: list[Equality], environment: Environment) -> None:
    """Let lookups come along with the rows that look them up (`$expand`), which saves a request for each of them.

    Where there may be many of these rows, a lookup of few columns comes along, and only while they are few.
    """
    if not environment.pushdown or "expand" not in environment.profile.forms:
        return
    looked_up = {id(equality.reduced[0]) for equality in found if _link_back(equality) is not None}
    few = [draft for draft in drafts.values() if _has_few_rows(draft)]
    roots = [draft for place, draft in drafts.items() if place not in looked_up and draft not in few]
    for outer in (*few, *roots, *drafts.values()):
        if not (outer.is_embedded or outer.shared or outer.count):
            _embed_in(outer, outer not in few, drafts, found, 0)


def _embed_in(outer: _Draft, soft: bool, drafts: dict[int, _Draft], found: list[Equality], depth: int) -> None:
    if depth == _EXPAND_DEPTH:
        return
    for equality in found:
        inner, link = drafts[id(equality.reduced[0])], _link_back(equality)
        if drafts[id(equality.by[0])] is not outer or link is None or not _can_come_along(inner, outer, link):
            continue
        if soft and len(inner.source.used) > _FEW_COLUMNS:
            continue
        inner.is_embedded = True
        outer.embedded.append((equality, link, inner))
        outer.forms.add("expand")
        _embed_in(inner, soft, drafts, found, depth + 1)


_FEW_COLUMNS = 6


def _comes_with_all(draft: _Draft, drafts: dict[int, _Draft]) -> bool:
    """Say whether the lookups without which a row is not given come along with it."""
    along: set[int] = set()
    waiting = [draft]
    while waiting:
        inner = [each for _, _, each in waiting.pop().embedded]
        along.update(id(each.source) for each in inner)
        waiting += inner
    return draft.needed <= along


def _link_back(equality: Equality) -> str | None:
    """Return the link by which the other table looks the reduced one up."""
    return link_between(Equality(equality.by, equality.reduced, True))


def _has_few_rows(draft: _Draft) -> bool:
    limited = draft.limit is not None and draft.limit <= _ONE_PAGE and len(draft.source.table.key) == 1
    return not draft.count and (limited or _by_key(all_of(draft.filters), draft.source))


def _can_come_along(inner: _Draft, outer: _Draft, link: str) -> bool:
    if inner is outer or inner.is_embedded or inner.embedded or inner.shared or _is_shaped(inner):
        return False
    if not set(inner.source.table.key) <= set(inner.source.used):
        return False
    if _has_few_rows(inner) or any(column.type == "Edm.Stream" for column in inner.source.used.values()):
        return False
    # What narrows the lookup must narrow the rows that look it up, or too much would come along.
    wanted = _conjuncts(all_of(outer.filters))
    narrowed = all(through(link, item) in wanted for item in _conjuncts(all_of(inner.filters)))
    return narrowed and link not in {name for _, name, _ in outer.embedded}


def _conjuncts(item: Filter) -> tuple[Filter, ...]:
    return item.items if isinstance(item, And) else (item,)


def _share(drafts: dict[int, _Draft], found: list[Equality], environment: Environment) -> None:
    """Let mentions of a table that need the same rows share one scan.

    A shared scan is not narrowed: what narrows one mention would take rows from the other.
    """
    mentions: dict[tuple[str, Filter], list[_Draft]] = {}
    for draft in drafts.values():
        if not (_is_shaped(draft) or draft.reductions):
            mentions.setdefault((draft.source.table.name, all_of(draft.filters)), []).append(draft)
    for first, *others in mentions.values():
        if len(others) == 1 and _looks_up_itself(first, others[0], found, environment):
            continue
        for draft in others:
            draft.twin, draft.name = first, first.name
            draft.shared = first.shared = True


def _looks_up_itself(one: _Draft, other: _Draft, found: list[Equality], environment: Environment) -> bool:
    """Say whether one mention of a table is the lookup of the other one, and can come along with its rows."""
    if "expand" not in environment.profile.forms or not environment.pushdown:
        return False
    for equality in found:
        link, inner, outer = _link_back(equality), equality.reduced[0], equality.by[0]
        if link is not None and {id(inner), id(outer)} == {id(one.source), id(other.source)}:
            draft, by = (one, other) if inner is one.source else (other, one)
            return len(inner.used) <= _FEW_COLUMNS and _can_come_along(draft, by, link)
    return False


def _inherit_all(drafts: dict[int, _Draft], found: list[Equality], profile: Profile) -> None:
    own = {place: all_of(draft.filters) for place, draft in drafts.items()}
    for place, draft in drafts.items():
        if not _is_shaped(draft) or draft.needed:
            for item in _inherited(place, found, own, (place,)):
                _inherit(item, draft, profile)


def _mirror_all(drafts: dict[int, _Draft], found: list[Equality], profile: Profile) -> None:
    """Ask of a column what is asked of the same column of another mention of its table, where the two are equal."""
    own = {place: _conjuncts(all_of(draft.filters)) for place, draft in drafts.items()}
    for equality in found:
        (source, column), (other, by) = equality.reduced, equality.by
        draft = drafts[id(source)]
        if source.table is not other.table or column != by or draft.source is other or _is_shaped(draft):
            continue
        path = field_of(source, column, profile).path
        for item in own[id(other)]:
            if paths_of(item) == {path} and item not in own[id(source)] and not _over_limits(item, draft, profile):
                draft.filters.append(item)
                draft.forms |= drafts[id(other)].forms


def _is_shaped(draft: _Draft) -> bool:
    return draft.count or draft.limit is not None or bool(draft.offset) or draft.segments is not None


def _inherited(place: int, found: list[Equality], own: dict[int, Filter], seen: tuple[int, ...]) -> Iterator[Filter]:
    for equality in found:
        target = id(equality.by[0])
        link = link_between(equality) if id(equality.reduced[0]) == place else None
        if link is None or target in seen:
            continue
        if own[target] != ALL:
            yield through(link, own[target])
        for item in _inherited(target, found, own, (*seen, target)):
            yield through(link, item)


def _inherit(item: Filter, draft: _Draft, profile: Profile) -> None:
    if item == NONE:
        draft.filters.append(NONE)
    elif "path" in profile.forms and not _over_limits(item, draft, profile):
        draft.filters.append(item)
        draft.forms.add("path")


# -- COUNT, LIMIT, ORDER BY ----------------------------------------------------------------------------------


_SHAPING = ("group", "having", "qualify", "distinct", "windows", "connect", "sample", "pivots", "locks", "match")


def _is_plain(select: exp.Select) -> bool:
    """Say whether a SELECT gives one row for each row that it reads."""
    if any(select.args.get(key) for key in _SHAPING):
        return False
    items = [*select.expressions, *([select.args["order"]] if select.args.get("order") else [])]
    return not any(
        isinstance(node, _NOT_ROW_BY_ROW) or _is_unknown_function(node) for item in items for node in item.walk()
    )


_NOT_ROW_BY_ROW = (exp.AggFunc, exp.List, exp.Window, exp.Unnest, exp.UDTF, exp.Explode, exp.GenerateSeries)

# Functions that sqlglot does not know may aggregate or give several rows; these are known to do neither.
_SCALAR = frozenset(
    {
        "FROM_HEX",
        "STRFTIME",
        "REGEXP_MATCHES",
        "LIST_VALUE",
        "STRUCT_PACK",
        "FORMAT",
        "PRINTF",
        "MD5",
        "DATE_DIFF",
        "DATE_SUB",
    }
)


def _is_unknown_function(node: exp.Expr) -> bool:
    return isinstance(node, exp.Anonymous) and node.name.upper() not in _SCALAR


def _push_extreme(block: Block, draft: _Draft, resolution: Resolution, environment: Environment) -> None:
    """Ask for the one row that has the least or the greatest value, where that is all a SELECT wants."""
    select = block.select
    if any(select.args.get(key) for key in (*_SHAPING, "order", "limit", "offset")) or len(select.expressions) != 1:
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


def _push_existence(block: Block, draft: _Draft) -> None:
    """Ask for one row where a subquery only has to find out whether there is any."""
    select = block.select
    cut = any(select.args.get(key) for key in ("limit", "offset", "order"))
    if isinstance(select.parent, exp.Exists) and not (cut or _is_shaped(draft)) and _is_plain(select):
        draft.limit = 1


def _push_aggregates(block: Block, draft: _Draft, resolution: Resolution, environment: Environment) -> None:
    """Read only rows that some aggregate's FILTER lets pass, where that is all a SELECT is made of."""
    select = block.select
    if any(select.args.get(key) for key in (*_SHAPING, "order", "limit", "offset")) or select.find(exp.Window):
        return
    filters = [node.parent for item in select.expressions for node in item.find_all(exp.AggFunc)]
    conditions = [each.expression.this for each in filters if isinstance(each, exp.Filter)]
    if not conditions or len(conditions) < len(filters) or select.find(exp.Query) is not select:
        return
    context = _context(draft.source, resolution, environment)
    outcomes = [translate(condition, context) for condition in conditions]
    found = [each for each in outcomes if isinstance(each, Translation)]
    wanted = any_of(each.filter for each in found)
    if len(found) < len(outcomes) or wanted == ALL or _over_limits(wanted, draft, environment.profile):
        return
    draft.filters.append(wanted)
    draft.forms |= {form for each in found for form in each.forms}
    draft.exact = False
    text = " OR ".join(condition.sql("duckdb") for condition in conditions)
    draft.predicates.append(Predicate(text, "superset", "every aggregate has a FILTER"))


def _push_count(block: Block, draft: _Draft, resolution: Resolution, environment: Environment) -> None:
    """Ask for the number of rows alone, where the items of the SELECT are constants and counts that it answers."""
    select = block.select
    if any(select.args.get(key) for key in (*_SHAPING, "order", "limit", "offset")):
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
    item: exp.Expr, draft: _Draft, resolution: Resolution, environment: Environment
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


def _push_limit(block: Block, draft: _Draft, resolution: Resolution, environment: Environment) -> None:
    select = block.select
    if draft.count or not _is_plain(select) or select.find(exp.Query) is not select:
        return
    cut = _limit_of(select, environment.evaluate)
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


def _limit_of(select: exp.Expr, evaluate: Evaluate) -> tuple[int | None, int] | None:
    """Return LIMIT and OFFSET (no limit and 0 where there are none), or None where they are not plain numbers."""
    limit = _row_number(select.args.get("limit"), evaluate)
    offset = _row_number(select.args.get("offset"), evaluate)
    if limit == _NOT_A_NUMBER or offset == _NOT_A_NUMBER:
        return None
    return limit, offset or 0


_NOT_A_NUMBER = -1


def _row_number(clause: exp.Expr | None, evaluate: Evaluate) -> int | None:
    if clause is None:
        return None
    node = clause.args.get("count") if isinstance(clause, exp.Fetch) else clause.expression
    options = clause.args.get("limit_options")
    if node is None or (options is not None and (options.args.get("with_ties") or options.args.get("percent"))):
        return _NOT_A_NUMBER
    constant = constant_of(node, evaluate)
    value = constant.value if constant is not None else None
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else _NOT_A_NUMBER


def _push_first(keys: list[Key], limit: int | None, offset: int, draft: _Draft, environment: Environment) -> None:
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


def _order_keys(block: Block, draft: _Draft, resolution: Resolution, environment: Environment) -> list[Key]:
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


# -- from drafts to scans ------------------------------------------------------------------------------------


def _leading(drafts: dict[int, _Draft]) -> list[_Draft]:
    """Return the drafts that become scans; one that others share has the columns of all of them."""
    for draft in drafts.values():
        if draft.twin is not None:
            draft.twin.source.used |= draft.source.used
    return [draft for draft in drafts.values() if draft.twin is None and not draft.is_embedded]


def _scan(draft: _Draft, profile: Profile, needed: frozenset[int] = frozenset()) -> Scan:
    table = draft.source.table
    wanted = all_of(draft.filters)
    unique = _by_key(wanted, draft.source)
    columns = _fetched(draft, unique)
    embedded = tuple(_embedded(draft, *each, needed | draft.needed, profile) for each in draft.embedded)
    queries = () if wanted == NONE else _queries(draft, columns, wanted, embedded)
    if draft.limit == 0:
        queries = ()
    return Scan(
        name=draft.name,
        table=table,
        columns=(Column("count", "Edm.Int64", nullable=False),) if draft.count else columns,
        queries=queries,
        limit=draft.limit,
        offset=draft.offset,
        unique=unique,
        count=draft.count,
        forms=frozenset(draft.forms),
        predicates=tuple(draft.predicates),
        reductions=tuple(each for each in draft.reductions if each.by not in {e.scan.name for e in embedded}),
        embedded=embedded,
        expand_rows=_EXPAND_ROWS if embedded and not (_has_few_rows(draft) or draft.needed) else None,
        ties=draft.ties,
        unused=_unused(draft, columns),
    )


def _embedded(
    outer: _Draft, equality: Equality, link: str, inner: _Draft, needed: frozenset[int], profile: Profile
) -> Embedded:
    (_, key), (_, by) = equality.reduced, equality.by
    often = by.name in {*outer.source.often, *outer.source.table.key} or key.name in inner.source.often
    narrowed = _conjuncts(all_of(outer.filters))
    certain = any(_proves(item) and through(link, item) in narrowed for item in _conjuncts(all_of(inner.filters)))
    return Embedded(
        link,
        _scan(inner, profile, needed),
        by.name,
        lone=equality.joins and not often,
        certain=certain,
        needed=id(inner.source) in needed,
        present=None if certain or not equality.inner else _present(outer.source, by, profile),
    )


def _present(source: Source, by: Column, profile: Profile) -> Filter | None:
    """Return the filter that finds the rows whose lookup is not empty; None where no row shows an empty one."""
    outcome = null_test(
        field_of(source, by, profile), False, replace(profile, forms=profile.forms | {LOOKUP_NULL, "null"})
    )
    return outcome.filter if isinstance(outcome, Translation) and outcome.filter != ALL else None


def _proves(item: Filter) -> bool:
    """Say whether a filter is true only where there is a row: a cell that is equal to something that is not empty."""
    if isinstance(item, Or):
        return all(map(_proves, item.items))
    if not isinstance(item, Comparison) or item.operator != "eq" or item.value.type == "Edm.DateTimeOffset":
        return False
    return bool(item.value.value) and item.value.value != uuid.UUID(int=0)


_ONE_PAGE = 500  # rows that always come as one page, so that no page has to be matched with the one before


def _fetched(draft: _Draft, unique: bool) -> tuple[Column, ...]:
    """Return the columns to fetch: those in use, and the key where pages or streams have to be told apart by it."""
    table, used = draft.source.table, draft.source.used
    one_page = unique or (draft.limit is not None and draft.limit <= _ONE_PAGE)
    streams = any(column.type == "Edm.Stream" for column in used.values())
    names = set(used) if used and one_page and not streams else set(used) | set(table.key)
    return tuple(column for column in table.columns if column.name in names) or table.columns[:1]


def _unused(draft: _Draft, columns: tuple[Column, ...]) -> frozenset[str]:
    used = draft.source.used
    return frozenset(column.name for column in columns if column.name not in used) if used else frozenset()


def _queries(
    draft: _Draft, columns: tuple[Column, ...], wanted: Filter, embedded: tuple[Embedded, ...]
) -> tuple[Query, ...]:
    table = draft.source.table
    condition = None if wanted == ALL else wanted
    if draft.count:
        return (Query(table.name, filter=condition, top=0, count=True),)
    named = tuple(
        column for column in columns if column.type != "Edm.Stream"
    )  # $select of a stream is a 500 (facts 4.2)
    select = tuple(column.name for column in named)
    if named == tuple(visible_columns(table)):
        select = ()  # all of them is what a server sends without being asked, in a shorter address
    base = Query(table.name, select=select, filter=condition, expand=expands(embedded))
    tail = tuple(Order((name,)) for name in table.key)
    if draft.segments is None:
        return (replace(base, order=tail),)
    return tuple(
        replace(
            base,
            filter=_and(condition, segment.filter),
            order=(*segment.order, *(key for key in tail if key.path not in {o.path for o in segment.order})),
        )
        for segment in draft.segments.items
    )


def _and(one: Filter | None, other: Filter) -> Filter | None:
    joined = all_of([part for part in (one, other) if part is not None])
    return None if joined == ALL else joined


def _by_key(wanted: Filter, source: Source) -> bool:
    """Say whether a filter names one value of the whole key, so that there is at most one row."""
    items = wanted.items if isinstance(wanted, And) else (wanted,)
    named = {
        item.path[0] for item in items if isinstance(item, Comparison) and item.operator == "eq" and len(item.path) == 1
    }
    return bool(source.table.key) and named.issuperset(source.table.key)


# -- what is left for the local engine -----------------------------------------------------------------------


def _direct(
    tree: exp.Expr,
    resolution: Resolution,
    drafts: dict[int, _Draft],
    scans: tuple[Scan, ...],
    profile: Profile,
) -> tuple[tuple[int, ...], tuple[ResultColumn, ...]] | None:
    """Return the places of the scan's columns that are the answer as they come, or None where SQL is left to run."""
    if not isinstance(tree, exp.Select) or len(resolution.blocks) != 1 or len(drafts) != 1:
        return None
    left = {key for key, value in tree.args.items() if value} - {"expressions", "from_", "from", "kind", "hint"}
    if left or resolution.blocks[0].others:
        return None
    draft, scan = next(iter(drafts.values())), scans[0]
    names = [column.name for column in scan.columns]
    places, columns = [], []
    for item in tree.expressions:
        node = item.unalias()
        if not isinstance(node, exp.Column):
            return None
        resolved = resolution.of(node)
        if draft.count:
            places.append(0)
            columns.append(ResultColumn(item.alias_or_name, "Edm.Int64", False))
        elif resolved is None:
            return None
        else:
            places.append(names.index(resolved[1].name))
            field = field_of(draft.source, resolved[1], profile)
            name = item.alias if isinstance(item, exp.Alias) else resolved[1].name
            precision = 38 if resolved[1].type == "Edm.Decimal" else None
            columns.append(
                ResultColumn(name, resolved[1].type, shows_null(field, profile), precision, resolved[1].scale)
            )
    return tuple(places), tuple(columns)


def _is_row_wise(tree: exp.Expr, resolution: Resolution) -> bool:
    """Say whether the local SQL can run on each page by itself."""
    if not isinstance(tree, exp.Select) or len(resolution.blocks) != 1:
        return False
    block = resolution.blocks[0]
    single = len(block.sources) == 1 and not block.others and not tree.args.get("joins") and not tree.args.get("with_")
    return single and not tree.args.get("order") and _is_plain(tree)


def _ignore_case(tree: exp.Expr) -> None:
    """Let LIKE ignore case, as `=` does through the local engine's collation."""
    for like in list(tree.find_all(exp.Like)):
        like.replace(exp.ILike(**like.args))


def _point_at_scan(draft: _Draft) -> None:
    """Let the local SQL read the scan under the name that the statement gave the table."""
    node, source = draft.source.node, draft.source
    node.set("this", exp.to_identifier(draft.name, quoted=True))
    if not node.alias and draft.name.lower() != source.alias.lower():
        node.set("alias", exp.TableAlias(this=exp.to_identifier(source.alias, quoted=True)))


def _reasons(scans: tuple[Scan, ...]) -> tuple[str, ...]:
    return tuple(
        f"{predicate.sql}: {predicate.reason}" for scan in scans for predicate in scan.predicates if predicate.reason
    )
