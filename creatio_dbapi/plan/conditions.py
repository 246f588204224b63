"""Conditions of WHERE, ON and FILTER: what of them goes to Creatio, what stays here, and where no row is needed."""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot import exp

from creatio_dbapi.plan.constants import constant_of
from creatio_dbapi.plan.drafts import Draft, Environment, context_of, field_of, over_limits
from creatio_dbapi.plan.filters import ALL, NONE, Local, Translation, any_of, translate
from creatio_dbapi.plan.joins import Side, null_rejecting
from creatio_dbapi.plan.local_tables import asked_of_one
from creatio_dbapi.plan.misfits import check_texts
from creatio_dbapi.plan.nodes import Predicate, Reduction
from creatio_dbapi.plan.resolve import Block, Resolution, Source, from_items
from creatio_dbapi.plan.shapes import SHAPING, may_aggregate
from creatio_dbapi.plan.shaping import row_number


def leave_out(tree: exp.Expr, resolution: Resolution, drafts: dict[int, Draft], environment: Environment) -> None:
    """Read nothing of the tables behind a LIMIT 0 or a condition that is never true."""
    parts: list[exp.Expr] = [
        query for query in tree.find_all(exp.Query) if row_number(query.args.get("limit"), environment.evaluate) == 0
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


def push_conditions(side: Side, resolution: Resolution, drafts: dict[int, Draft], environment: Environment) -> None:
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


def push_held(
    condition: exp.Expr,
    side: Side,
    block: Block,
    resolution: Resolution,
    drafts: dict[int, Draft],
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
    asked: exp.Expr, condition: exp.Expr, draft: Draft, resolution: Resolution, environment: Environment
) -> None:
    outcome = translate(asked, context_of(draft.source, resolution, environment))
    if not isinstance(outcome, Translation) or outcome.filter == ALL:
        return
    draft.exact = False
    sql = condition.sql("duckdb")
    if not over_limits(outcome.filter, draft, environment.profile):
        draft.filters.append(outcome.filter)
        draft.forms |= outcome.forms
        draft.predicates.append(Predicate(sql, "superset", "by what is held here"))
    elif (many := _by_keys(asked, draft, resolution, environment)) is not None:
        draft.predicates.append(Predicate(sql, "local", many.reason))


def _note_undecided(condition: exp.Expr, side: Side, drafts: dict[int, Draft]) -> None:
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


def _push(condition: exp.Expr, draft: Draft, resolution: Resolution, environment: Environment) -> bool:
    outcome = translate(condition, context_of(draft.source, resolution, environment))
    sql = condition.sql("duckdb")
    if isinstance(outcome, Translation):
        too_much = over_limits(outcome.filter, draft, environment.profile)
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


def _by_keys(condition: exp.Expr, draft: Draft, resolution: Resolution, environment: Environment) -> Local | None:
    """Read a long list of values in chunks; whether that is done, or the whole table read, is decided by a count."""
    node = condition.unnest()
    resolved = resolution.of(node.this) if isinstance(node, exp.In) and isinstance(node.this, exp.Column) else None
    if resolved is None or node.args.get("negate") or node.args.get("query"):
        return None
    context = context_of(draft.source, resolution, environment)
    equal = [translate(exp.EQ(this=node.this, expression=item), context) for item in node.expressions]
    filters = [each.filter for each in equal if isinstance(each, Translation) and each.exact]
    if len(filters) != len(equal):
        return None
    different = tuple(dict.fromkeys(item for item in filters if item != NONE))
    path = field_of(draft.source, resolved[1], environment.profile).path
    draft.reductions.append(Reduction(resolved[1], path, filters=different))
    return Local(f"{len(different)} values are asked for in several requests")


def push_aggregates(block: Block, draft: Draft, resolution: Resolution, environment: Environment) -> None:
    """Read only rows that some aggregate's FILTER lets pass, where that is all a SELECT is made of."""
    select = block.select
    if any(select.args.get(key) for key in (*SHAPING, "order", "limit", "offset")) or select.find(exp.Window):
        return
    filters = [node.parent for item in select.expressions for node in item.walk() if may_aggregate(node)]
    conditions = [each.expression.this for each in filters if isinstance(each, exp.Filter)]
    if not conditions or len(conditions) < len(filters) or select.find(exp.Query) is not select:
        return
    context = context_of(draft.source, resolution, environment)
    outcomes = [translate(condition, context) for condition in conditions]
    found = [each for each in outcomes if isinstance(each, Translation)]
    wanted = any_of(each.filter for each in found)
    if len(found) < len(outcomes) or wanted == ALL or over_limits(wanted, draft, environment.profile):
        return
    draft.filters.append(wanted)
    draft.forms |= {form for each in found for form in each.forms}
    draft.exact = False
    text = " OR ".join(condition.sql("duckdb") for condition in conditions)
    draft.predicates.append(Predicate(text, "superset", "every aggregate has a FILTER"))
