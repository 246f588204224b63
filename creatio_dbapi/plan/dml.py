"""A write becomes a plan: which rows, found how, and what is written to each."""

from __future__ import annotations

import datetime as dt

from sqlglot import exp

from creatio_dbapi.catalog import Catalog
from creatio_dbapi.errors import NotSupportedError
from creatio_dbapi.plan.constants import Evaluate, fix_clock
from creatio_dbapi.plan.dml_change import plan_delete, plan_update
from creatio_dbapi.plan.dml_insert import plan_insert
from creatio_dbapi.plan.dml_merge import plan_merge
from creatio_dbapi.plan.dml_nodes import WritePlan


def plan_write(tree: exp.Expr, catalog: Catalog, evaluate: Evaluate, now: dt.datetime) -> WritePlan:
    """Plan INSERT, UPDATE, DELETE or MERGE; raises ProgrammingError or NotSupportedError before anything is sent."""
    tree = fix_clock(tree, now)
    if isinstance(tree, exp.Insert):
        return plan_insert(tree, catalog)
    if isinstance(tree, exp.Update):
        return plan_update(tree, catalog, evaluate)
    if isinstance(tree, exp.Delete):
        return plan_delete(tree, catalog, evaluate)
    if isinstance(tree, exp.Merge):
        return plan_merge(tree, catalog)
    raise NotSupportedError(f"{tree.key.upper()} is not supported; use INSERT, UPDATE, DELETE or MERGE")
