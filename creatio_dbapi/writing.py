"""INSERT, UPDATE and DELETE, from the parsed statement to the number of rows that were changed."""

from __future__ import annotations

from collections.abc import Iterable

from creatio_dbapi.errors import OperationalError, ProgrammingError
from creatio_dbapi.parse import Parameters, Statement, parse, statement_kind
from creatio_dbapi.plan.dml import plan_change
from creatio_dbapi.plan.nodes import ResultColumn
from creatio_dbapi.services import Result, Select, Services
from creatio_dbapi.session import Meter
from creatio_dbapi.writes import apply_change


def run_write(services: Services, statement: Statement, meter: Meter, select: Select) -> Result:
    """Run one write; `select` finds rows where the statement does not name them by their key."""
    if services.read_only:
        raise OperationalError("the connection is read-only (read_only=True); nothing was sent")
    change = plan_change(statement.tree, services.catalog(), services.engine.evaluate)
    if statement.explain:
        columns = (ResultColumn("part", "Edm.String", False), ResultColumn("plan", "Edm.String", False))
        return Result(columns, iter([[["remote"], [change.text]]]))
    outcome = apply_change(services.session, change, meter)
    services.wrote = services.wrote or outcome.rowcount > 0
    return Result(None, iter(()), outcome.rowcount, outcome.lastrowid)


def run_many(
    services: Services, sql: str, parameter_sets: Iterable[Parameters], meter: Meter, select: Select
) -> Result:
    """Run one write for every set of parameters; the result's `rowcount` is the sum."""
    changed, lastrowid = 0, None
    for parameters in parameter_sets:
        statement = parse(sql, parameters)
        if statement_kind(statement.tree) == "SELECT":
            raise ProgrammingError("executemany() is for writes; a SELECT goes through execute()")
        result = run_write(services, statement, meter, select)
        changed, lastrowid = changed + result.rowcount, result.lastrowid
    return Result(None, iter(()), changed, lastrowid)
