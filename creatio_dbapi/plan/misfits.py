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
            for text in texts:
                _check(text, kind, f"{source.table.name}.{column.name}", evaluate)


def _sides(comparison: exp.Expr) -> Iterator[exp.Expr]:
    for key in ("this", "expression", "expressions", "low", "high"):
        value = comparison.args.get(key)
        for side in value if isinstance(value, list) else [value]:
            if isinstance(side, NODE):
                yield side.unnest()


def _check(text: exp.Literal, kind: str, named: str, evaluate: Evaluate) -> None:
    try:
        evaluate(f"CAST({text.sql('duckdb')} AS {kind})")
    except DataError:
        table, _, column = named.partition(".")
        shown = text.sql("duckdb") if len(text.this) <= 80 else text.sql("duckdb")[:80] + "…"
        message = f"{named} is {kind.partition('(')[0]}, which cannot be compared with {shown}"
        raise DataError(message, table=table, column=column) from None
