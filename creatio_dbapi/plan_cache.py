"""Plans of statements that come again, so that they are not planned again.

A plan depends on the statement, its parameters, the catalog and the profile, and all of them are its key: a parameter
by its type and its value. Guids are the exception, because a key that is looked up is another one each time. The
planner asks of a Guid only whether it is the empty one and whether it is equal to another, so a plan that has Guids in
its filters and nowhere else holds for other Guids in their places.
"""

from __future__ import annotations

import datetime as dt
import re
import threading
import uuid
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from creatio_dbapi.parse import Parameters
from creatio_dbapi.plan.nodes import Leading, Plan, Scan
from creatio_dbapi.profile import Profile
from creatio_dbapi.request import And, Comparison, Filter, In, Not, Or, Query, Value
from creatio_dbapi.types import ZERO_GUID

_MOST_PLANS = 500
_MOST_PARAMETERS = 100
_LONGEST_STATEMENT = 20_000
_GUID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_BY_TEXT = (dt.datetime, dt.date, dt.time)
_BY_VALUE = (type(None), bool, int, float, str, bytes, Decimal, uuid.UUID)
_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What a plan is asked for: everything that it depends on but the Guids, and these by themselves."""

    shape: _Key
    guids: tuple[str, ...]


def question_of(
    sql: str, parameters: Parameters | None, version: int, profile: Profile, pushdown: bool
) -> Question | None:
    """Return what identifies the plan of a statement, or None for one whose plan is not kept.

    `version` is that of the catalog.
    """
    if not sql or len(sql) > _LONGEST_STATEMENT or len(parameters or ()) > _MOST_PARAMETERS:
        return None
    named = isinstance(parameters, Mapping)
    values: Sequence[Any] = list(parameters.values()) if isinstance(parameters, Mapping) else list(parameters or ())
    names = tuple(parameters) if named and parameters else ()
    parts: list[_Key] = []
    guids: list[str] = []
    for value in values:
        guid = _guid_text(value)
        if guid is not None and guid not in sql.lower():
            if guid not in guids:
                guids.append(guid)
            parts.append((type(value), guids.index(guid)))
        elif type(value) in _BY_VALUE:
            parts.append((type(value), repr(value)))
        elif type(value) in _BY_TEXT:
            parts.append((type(value), value.isoformat()))
        else:
            return None
    return Question((sql, names, *parts, version, profile, pushdown), tuple(guids))


def _guid_text(value: object) -> str | None:
    text = str(value) if type(value) is uuid.UUID else value
    if type(text) is str and len(text) == len(ZERO_GUID) and text != ZERO_GUID and _GUID.fullmatch(text):
        return text
    return None


class PlanCache:
    """The plans of one connection's statements, the latest used of them; threads may share it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._plans: OrderedDict[_Key, tuple[Plan, tuple[str, ...]]] = OrderedDict()

    def find(self, question: Question) -> Plan | None:
        """Return the plan for a question that was answered before."""
        with self._lock:
            found = self._take(question.shape) or self._take((question.shape, question.guids))
        if found is None:
            return None
        plan, guids = found
        return plan if guids == question.guids else _with_guids(plan, dict(zip(guids, question.guids, strict=True)))

    def keep(self, question: Question, plan: Plan, repeated: frozenset[str] = frozenset()) -> None:
        """Keep a plan: for all Guids where it holds for all of them, else for its own.

        A `repeated` one was bound at several places: one may be in a condition that was true of this Guid alone.
        """
        everywhere = repeated.isdisjoint(question.guids) and _holds_for_all(plan, question.guids)
        with self._lock:
            self._plans[question.shape if everywhere else (question.shape, question.guids)] = (plan, question.guids)
            if len(self._plans) > _MOST_PLANS:
                self._plans.popitem(last=False)

    def _take(self, key: _Key) -> tuple[Plan, tuple[str, ...]] | None:
        found = self._plans.get(key)
        if found is not None:
            self._plans.move_to_end(key)
        return found


# -- other Guids in the same plan ----------------------------------------------------------------------------


def _holds_for_all(plan: Plan, guids: tuple[str, ...]) -> bool:
    """Say whether every one of the Guids is in a filter of the plan, as a Guid, and nowhere else."""
    if not guids:
        return True
    if not all(_holds_for_all(each.plan, guids) for each in plan.shorter or ()):
        return False
    values = [value for scan in plan.scans for value in _values_of_scan(scan)]
    found = {str(value.value) for value in values if value.type == "Edm.Guid"}
    others = [str(value.value) for value in values if value.type != "Edm.Guid"]
    elsewhere = " ".join([*others, plan.local or "", *(column.name for column in plan.result)]).lower()
    return found.issuperset(guids) and not any(guid in elsewhere for guid in guids)


def _values_of_scan(scan: Scan) -> list[Value]:
    filters = [query.filter for query in scan.queries if query.filter is not None]
    filters += [each for reduction in scan.reductions for each in reduction.filters]
    values = [value for each in filters for value in _values_of(each)]
    return values + [value for inner in scan.embedded for value in _values_of_scan(inner.scan)]


def _values_of(item: Filter) -> list[Value]:
    if isinstance(item, (And, Or)):
        return [value for part in item.items for value in _values_of(part)]
    if isinstance(item, In):
        return list(item.values)
    return [item.item.value if isinstance(item, Not) else item.value]


def _with_guids(plan: Plan, guids: Mapping[str, str]) -> Plan:
    scans = tuple(_scan_with(scan, guids) for scan in plan.scans)
    shorter = plan.shorter and tuple(replace(each, plan=_with_guids(each.plan, guids)) for each in plan.shorter)
    return replace(plan, scans=scans, shorter=shorter)


def _scan_with(scan: Scan, guids: Mapping[str, str]) -> Scan:
    return replace(
        scan,
        queries=tuple(_query_with(query, guids) for query in scan.queries),
        reductions=tuple(
            replace(each, filters=tuple(_filter_with(item, guids) for item in each.filters)) for each in scan.reductions
        ),
        embedded=tuple(replace(each, scan=_scan_with(each.scan, guids)) for each in scan.embedded),
        leading=None if scan.leading is None else _leading_with(scan.leading, guids),
        predicates=(),  # they are for EXPLAIN, which plans anew
    )


def _leading_with(leading: Leading, guids: Mapping[str, str]) -> Leading:
    return leading if leading.filter is None else replace(leading, filter=_filter_with(leading.filter, guids))


def _query_with(query: Query, guids: Mapping[str, str]) -> Query:
    return query if query.filter is None else replace(query, filter=_filter_with(query.filter, guids))


def _filter_with(item: Filter, guids: Mapping[str, str]) -> Filter:
    if isinstance(item, (And, Or)):
        return replace(item, items=tuple(_filter_with(part, guids) for part in item.items))
    if isinstance(item, In):
        return replace(item, values=tuple(_value_with(value, guids) for value in item.values))
    if isinstance(item, Comparison):
        return replace(item, value=_value_with(item.value, guids))
    return item


def _value_with(value: Value, guids: Mapping[str, str]) -> Value:
    if value.type != "Edm.Guid" or str(value.value) not in guids:
        return value
    text = guids[str(value.value)]
    return Value("Edm.Guid", uuid.UUID(text) if isinstance(value.value, uuid.UUID) else text)
