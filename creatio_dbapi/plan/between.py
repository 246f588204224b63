"""What one table says about another: lookups that come along, scans that are shared, and keys that narrow."""

from __future__ import annotations

from collections.abc import Iterator

from creatio_dbapi.plan.drafts import Draft, Environment, conjuncts, field_of, has_few_rows, is_shaped, over_limits
from creatio_dbapi.plan.equalities import Equality, equalities
from creatio_dbapi.plan.filters import ALL, NONE, all_of
from creatio_dbapi.plan.inheritance import link_between, paths_of, through
from creatio_dbapi.plan.nodes import Reduction
from creatio_dbapi.plan.resolve import Resolution
from creatio_dbapi.profile import Profile
from creatio_dbapi.request import Filter


def reduce_all(drafts: dict[int, Draft], resolution: Resolution, environment: Environment) -> None:
    """Let conditions on lookups narrow the tables that look them up, and the keys of one scan narrow another."""
    found = equalities(resolution) if environment.pushdown else []
    _inherit_all(drafts, found, environment.profile)
    _mirror_all(drafts, found, environment.profile)
    _share(drafts, found, environment)
    for equality in found:
        source, column = equality.reduced
        draft, by = drafts[id(source)], drafts[id(equality.by[0])]
        if is_shaped(draft) or draft.shared or column.type != "Edm.Guid" or equality.by[1].type != "Edm.Guid":
            continue
        path = field_of(source, column, environment.profile).path
        draft.reductions.append(Reduction(column, path, by.name, equality.by[1].name))


_EXPAND_DEPTH = 2  # what Creatio is configured to take (facts 3.1)


def embed(drafts: dict[int, Draft], found: list[Equality], environment: Environment) -> None:
    """Let lookups come along with the rows that look them up (`$expand`), which saves a request for each of them.

    Where there may be many of these rows, a lookup of few columns comes along, and only while they are few.
    """
    if not environment.pushdown or "expand" not in environment.profile.forms:
        return
    looked_up = {id(equality.reduced[0]) for equality in found if _link_back(equality) is not None}
    few = [draft for draft in drafts.values() if has_few_rows(draft)]
    roots = [draft for place, draft in drafts.items() if place not in looked_up and draft not in few]
    for outer in (*few, *roots, *drafts.values()):
        if not (outer.is_embedded or outer.shared or outer.count):
            _embed_in(outer, outer not in few, drafts, found, 0)


def _embed_in(outer: Draft, soft: bool, drafts: dict[int, Draft], found: list[Equality], depth: int) -> None:
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


def comes_with_all(draft: Draft, drafts: dict[int, Draft]) -> bool:
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


def _can_come_along(inner: Draft, outer: Draft, link: str) -> bool:
    if inner is outer or inner.is_embedded or inner.embedded or inner.shared or is_shaped(inner):
        return False
    if not set(inner.source.table.key) <= set(inner.source.used):
        return False
    if has_few_rows(inner) or any(column.type == "Edm.Stream" for column in inner.source.used.values()):
        return False
    # What narrows the lookup must narrow the rows that look it up, or too much would come along.
    wanted = conjuncts(all_of(outer.filters))
    narrowed = all(through(link, item) in wanted for item in conjuncts(all_of(inner.filters)))
    return narrowed and link not in {name for _, name, _ in outer.embedded}


def _share(drafts: dict[int, Draft], found: list[Equality], environment: Environment) -> None:
    """Let mentions of a table that need the same rows share one scan.

    A shared scan is not narrowed: what narrows one mention would take rows from the other.
    """
    mentions: dict[tuple[str, Filter], list[Draft]] = {}
    for draft in drafts.values():
        if not (is_shaped(draft) or draft.reductions):
            mentions.setdefault((draft.source.table.name, all_of(draft.filters)), []).append(draft)
    for first, *others in mentions.values():
        if len(others) == 1 and _looks_up_itself(first, others[0], found, environment):
            continue
        for draft in others:
            draft.twin, draft.name = first, first.name
            draft.shared = first.shared = True


def _looks_up_itself(one: Draft, other: Draft, found: list[Equality], environment: Environment) -> bool:
    """Say whether one mention of a table is the lookup of the other one, and can come along with its rows."""
    if "expand" not in environment.profile.forms or not environment.pushdown:
        return False
    for equality in found:
        link, inner, outer = _link_back(equality), equality.reduced[0], equality.by[0]
        if link is not None and {id(inner), id(outer)} == {id(one.source), id(other.source)}:
            draft, by = (one, other) if inner is one.source else (other, one)
            return len(inner.used) <= _FEW_COLUMNS and _can_come_along(draft, by, link)
    return False


def _inherit_all(drafts: dict[int, Draft], found: list[Equality], profile: Profile) -> None:
    own = {place: all_of(draft.filters) for place, draft in drafts.items()}
    for place, draft in drafts.items():
        if not is_shaped(draft) or draft.needed:
            for item in _inherited(place, found, own, (place,)):
                _inherit(item, draft, profile)


def _mirror_all(drafts: dict[int, Draft], found: list[Equality], profile: Profile) -> None:
    """Ask of a column what is asked of the same column of another mention of its table, where the two are equal."""
    own = {place: conjuncts(all_of(draft.filters)) for place, draft in drafts.items()}
    for equality in found:
        (source, column), (other, by) = equality.reduced, equality.by
        draft = drafts[id(source)]
        if source.table is not other.table or column != by or draft.source is other or is_shaped(draft):
            continue
        path = field_of(source, column, profile).path
        for item in own[id(other)]:
            if paths_of(item) == {path} and item not in own[id(source)] and not over_limits(item, draft, profile):
                draft.filters.append(item)
                draft.forms |= drafts[id(other)].forms


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


def _inherit(item: Filter, draft: Draft, profile: Profile) -> None:
    if item == NONE:
        draft.filters.append(NONE)
    elif "path" in profile.forms and not over_limits(item, draft, profile):
        draft.filters.append(item)
        draft.forms.add("path")
