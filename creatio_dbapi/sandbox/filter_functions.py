"""The functions of $filter: their signatures and the SQL that does the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timezone

from creatio_dbapi.sandbox.edm import Stored


@dataclass(frozen=True)
class Term:
    """A piece of SQL with its parameters and its EDM type (None is null)."""

    sql: str
    parameters: tuple[Stored, ...] = ()
    type: str | None = "Edm.Boolean"
    lookup: bool = False


def folded(term: Term) -> Term:
    """Compare a text without regard to case."""
    return replace(term, sql=f"fold({term.sql})")


def accepts(signature: Sequence[str], kinds: Sequence[str | None]) -> bool:
    """Say whether arguments of these types fit a signature."""
    return len(signature) == len(kinds) and all(
        kind is None or kind == wanted or (wanted == "Edm.Int32" and kind == "Edm.Int64")
        for wanted, kind in zip(signature, kinds, strict=True)
    )


@dataclass(frozen=True)
class Function:
    """One function: the arguments it takes, the type of its result (None: of its argument), its SQL."""

    signatures: tuple[tuple[str, ...], ...]
    result: str | None
    write: Callable[[Sequence[Term]], Term]
    folds: bool = False


def _template(text: str, *order: int) -> Callable[[Sequence[Term]], Term]:
    """Write SQL from a template whose {} are the arguments numbered by `order`."""

    def write(arguments: Sequence[Term]) -> Term:
        used = [arguments[number] for number in order]
        sql = text.format(*(term.sql for term in used))
        return Term(sql, tuple(value for term in used for value in term.parameters))

    return write


def _now(arguments: Sequence[Term]) -> Term:
    return Term("?", (datetime.now(timezone.utc).replace(tzinfo=None).isoformat(),))


_TEXT = "Edm.String"
_MOMENT = "Edm.DateTimeOffset"
_DATED = ((_MOMENT,), ("Edm.Date",))
_CLOCKED = ((_MOMENT,), ("Edm.TimeOfDay",))
_REAL = (("Edm.Decimal",), ("Edm.Double",))
_CLOCK = "substr({}, CASE WHEN substr({}, 3, 1) = ':' THEN %d ELSE %d END, 2)"


def _clock_part(offset: int) -> Function:
    text = f"CAST({_CLOCK % (offset, offset + 11)} AS INTEGER)"
    return Function(_CLOCKED, "Edm.Int32", _template(text, 0, 0))


FUNCTIONS: Mapping[str, Function] = {
    "contains": Function(((_TEXT, _TEXT),), "Edm.Boolean", _template("(instr({}, {}) > 0)", 0, 1), folds=True),
    "startswith": Function(
        ((_TEXT, _TEXT),), "Edm.Boolean", _template("(substr({}, 1, length({})) = {})", 0, 1, 1), folds=True
    ),
    "endswith": Function(
        ((_TEXT, _TEXT),),
        "Edm.Boolean",
        _template("(CASE WHEN {} = '' THEN {} = {} ELSE substr({}, -length({})) = {} END)", 1, 0, 0, 0, 1, 1),
        folds=True,
    ),
    "length": Function(((_TEXT,),), "Edm.Int32", _template("length({})", 0)),
    "year": Function(_DATED, "Edm.Int32", _template("CAST(substr({}, 1, 4) AS INTEGER)", 0)),
    "month": Function(_DATED, "Edm.Int32", _template("CAST(substr({}, 6, 2) AS INTEGER)", 0)),
    "day": Function(_DATED, "Edm.Int32", _template("CAST(substr({}, 9, 2) AS INTEGER)", 0)),
    "hour": _clock_part(1),
    "minute": _clock_part(4),
    "second": _clock_part(7),
    "date": Function(((_MOMENT,),), "Edm.Date", _template("substr({}, 1, 10)", 0)),
    "time": Function(
        ((_MOMENT,),),
        "Edm.TimeOfDay",
        _template("substr(substr({}, 12, 8) || '.' || substr({}, 21) || '0000000', 1, 16)", 0, 0),
    ),
    "now": Function(((),), _MOMENT, _now),
    "tolower": Function(((_TEXT,),), _TEXT, _template("lower_text({})", 0)),
    "toupper": Function(((_TEXT,),), _TEXT, _template("upper_text({})", 0)),
    "trim": Function(((_TEXT,),), _TEXT, _template("trim({}, char(32, 9, 10, 11, 12, 13, 160))", 0)),
    "concat": Function(((_TEXT, _TEXT),), _TEXT, _template("({} || {})", 0, 1)),
    "indexof": Function(((_TEXT, _TEXT),), "Edm.Int32", _template("(instr({}, {}) - 1)", 0, 1), folds=True),
    "substring": Function(
        ((_TEXT, "Edm.Int32"), (_TEXT, "Edm.Int32", "Edm.Int32")),
        _TEXT,
        lambda arguments: _template(
            "substr({}, {} + 1)" if len(arguments) == 2 else "substr({}, {} + 1, {})", *range(len(arguments))
        )(arguments),
    ),
    "round": Function(_REAL, None, _template("rounded('ROUND_HALF_UP', {})", 0)),
    "floor": Function(_REAL, None, _template("rounded('ROUND_FLOOR', {})", 0)),
    "ceiling": Function(_REAL, None, _template("rounded('ROUND_CEILING', {})", 0)),
}
