"""A SELECT becomes a plan: scans for Creatio, and SQL for the local engine over what they bring."""

from __future__ import annotations

from dataclasses import replace

from sqlglot import exp
from sqlglot.errors import ErrorLevel

from creatio_dbapi.plan.between import comes_with_all, embed, reduce_all
from creatio_dbapi.plan.conditions import leave_out, push_aggregates, push_conditions, push_held
from creatio_dbapi.plan.constants import fix_clock
from creatio_dbapi.plan.counted import count_row_numbers
from creatio_dbapi.plan.drafts import Draft, Environment, field_of, scan_names
from creatio_dbapi.plan.equalities import equalities
from creatio_dbapi.plan.filters import shows_null
from creatio_dbapi.plan.joins import sides_of
from creatio_dbapi.plan.known import give_known_texts
from creatio_dbapi.plan.matched import ask_what_joins
from creatio_dbapi.plan.needless import without_needless
from creatio_dbapi.plan.nodes import Plan, ResultColumn, Scan
from creatio_dbapi.plan.resolve import Block, Resolution, compares_text, note_used, resolve
from creatio_dbapi.plan.scans import leading, scan_of
from creatio_dbapi.plan.shapes import is_plain
from creatio_dbapi.plan.shaping import (
    beside_of,
    limit_of,
    push_count,
    push_existence,
    push_extreme,
    push_joined_limit,
    push_limit,
)
from creatio_dbapi.profile import Profile


def plan_select(tree: exp.Expr, environment: Environment) -> Plan:
    """Plan a query; raises ProgrammingError or NotSupportedError before anything is sent."""
    shorter = without_needless(tree, environment.catalog) if environment.pushdown else None
    plan = _plan_as_it_is(tree, environment)  # what is wrong with an output is told, also where nobody reads it
    return plan if shorter is None else _plan_as_it_is(shorter, environment)


def _plan_as_it_is(tree: exp.Expr, environment: Environment) -> Plan:
    """Plan a query with all that is written in it."""
    tree = fix_clock(tree, environment.now)
    again = tree.copy() if tree.find(exp.Join) and tree.find(exp.Limit) else tree
    resolution = resolve(tree, environment.catalog)
    textual = compares_text(tree, resolution)
    names = _result_names(tree)
    nullables = _result_nullables(tree, resolution, environment.profile)
    drafts = _drafts(tree, resolution)
    if environment.pushdown:
        leave_out(tree, resolution, drafts, environment)
    for block in resolution.blocks:
        _plan_block(block, resolution, drafts, environment)
    ask_what_joins(tree, resolution)
    if environment.pushdown:
        give_known_texts(tree, resolution, drafts, environment)
        count_row_numbers(tree, resolution, drafts)
    note_used(tree, resolution)
    reduce_all(drafts, resolution, environment)
    embed(drafts, equalities(resolution), environment)
    if not all(comes_with_all(draft, drafts) for draft in drafts.values()):
        return _plan_as_it_is(again, replace(environment, counts_looked_up=False))
    scans = tuple(scan_of(draft, environment.profile) for draft in leading(drafts))
    direct = _direct(tree, resolution, drafts, scans, environment.profile)
    if direct is not None:
        places, columns = direct
        return Plan(scans, direct=places, compares_text=textual, result=columns)
    cut = limit_of(tree, environment.evaluate)
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


def _drafts(tree: exp.Expr, resolution: Resolution) -> dict[int, Draft]:
    names = scan_names(tree, resolution)
    sources = [source for block in resolution.blocks for source in block.sources]
    return {id(source): Draft(source, names[id(source)], [], set(), []) for source in sources}


# -- one SELECT ----------------------------------------------------------------------------------------------


def _plan_block(block: Block, resolution: Resolution, drafts: dict[int, Draft], environment: Environment) -> None:
    if not block.sources:
        return
    if environment.pushdown:
        for side in sides_of(block):
            push_conditions(side, resolution, drafts, environment)
            for condition in side.conditions:
                push_held(condition, side, block, resolution, drafts, environment)
    if len(block.sources) == 1 and not block.others and not block.select.args.get("joins"):
        draft = drafts[id(block.sources[0])]
        if environment.pushdown:
            push_aggregates(block, draft, resolution, environment)
        if environment.pushdown and draft.exact and not block.select.args.get("where"):
            push_count(block, draft, resolution, environment)
            push_extreme(block, draft, resolution, environment)
            push_limit(block, draft, resolution, environment)
            push_existence(block, draft)
    elif environment.pushdown and not block.select.args.get("where"):
        beside = beside_of(block, resolution)
        draft = drafts[id(block.sources[0])]
        if beside is not None and all(each.verdict == "exact" for each in draft.predicates):
            push_joined_limit(block, draft, beside, resolution, environment)


# -- what is left for the local engine -----------------------------------------------------------------------


def _direct(
    tree: exp.Expr,
    resolution: Resolution,
    drafts: dict[int, Draft],
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
    return single and not tree.args.get("order") and is_plain(tree)


def _ignore_case(tree: exp.Expr) -> None:
    """Let LIKE ignore case, as `=` does through the local engine's collation."""
    for like in list(tree.find_all(exp.Like)):
        like.replace(exp.ILike(**like.args))


def _point_at_scan(draft: Draft) -> None:
    """Let the local SQL read the scan under the name that the statement gave the table."""
    node, source = draft.source.node, draft.source
    node.set("this", exp.to_identifier(draft.name, quoted=True))
    if not node.alias and draft.name.lower() != source.alias.lower():
        node.set("alias", exp.TableAlias(this=exp.to_identifier(source.alias, quoted=True)))


def _reasons(scans: tuple[Scan, ...]) -> tuple[str, ...]:
    return tuple(
        f"{predicate.sql}: {predicate.reason}" for scan in scans for predicate in scan.predicates if predicate.reason
    )
