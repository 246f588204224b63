"""A text beside a column of another type, such as `Age = 'abc'`: the error names both."""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot import exp

from creatio_dbapi.errors import DataError
from creatio_dbapi.parse import NODE
from creatio_dbapi.plan.constants import Evaluate
from creatio_dbapi.plan.resolve import Resolution
from creatio_dbapi.types import TYPES

_COMPARISONS = (exp.EQ, exp.NEQ, exp.LT, exp.LTE, exp.GT, exp.GTE, exp.In, exp.Between)


def check_texts(condition: exp.Expr, resolution: Resolution, evaluate: Evaluate) -> None:
    """Raise DataError for a text that the local engine could not turn into the type of the column beside it."""
    for comparison in condition.find_all(*_COMPARISONS):
        sides = list(_sides(comparison))
        texts = [side for side in sides if isinstance(side, exp.Literal) and side.is_string]
        columns = [found for side in sides if isinstance(side, exp.Column) and (found := resolution.of(side))]
        for source, column in columns:
            if column.type == "Edm.String" or column.type not in TYPES:
                continue
            kind = TYPES[column.type].sql
            if texts and not _fit(texts, kind, evaluate):
                misfit = next(text for text in texts if len(texts) == 1 or not _fit([text], kind, evaluate))
                raise _error(misfit, kind, source.table.name, column.name)


def _sides(comparison: exp.Expr) -> Iterator[exp.Expr]:
    for key in ("this", "expression", "expressions", "low", "high"):
        value = comparison.args.get(key)
        for side in value if isinstance(value, list) else [value]:
            if isinstance(side, NODE):
                yield side.unnest()


def _fit(texts: list[exp.Literal], kind: str, evaluate: Evaluate) -> bool:
    listed = ", ".join(text.sql("duckdb") for text in texts)
    try:
        evaluate(f"CAST([{listed}] AS {kind}[]) IS NULL")
    except DataError:
        return False
    return True


def _error(text: exp.Literal, kind: str, table: str, column: str) -> DataError:
    shown = text.sql("duckdb") if len(text.this) <= 80 else text.sql("duckdb")[:80] + "…"
    message = f"{table}.{column} is {kind.partition('(')[0]}, which cannot be compared with {shown}"
    return DataError(message, table=table, column=column)
