"""SQL text and parameters become one sqlglot tree, every parameter a typed literal."""

from __future__ import annotations

import datetime as dt
import logging
import uuid
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Any, ClassVar

from sqlglot import exp
from sqlglot.dialects.duckdb import DuckDB
from sqlglot.dialects.postgres import Postgres
from sqlglot.errors import ParseError, TokenError
from sqlglot.tokens import Token, TokenType  # type: ignore[attr-defined, unused-ignore]

from creatio_dbapi.catalog import SCHEMA, did_you_mean, nearest
from creatio_dbapi.errors import DataError, NotSupportedError, ProgrammingError

Parameters = Sequence[Any] | Mapping[str, Any]

# Before its version 30, sqlglot's class of all nodes was called Expression.
NODE: type[exp.Expr] = getattr(exp, "Expr", exp.Expression)

_MARK = "parameter"  # the key under which a literal's meta keeps the Python value it was made from


# Without a handler of the application, logging would print sqlglot's warnings to standard error.
logging.getLogger("sqlglot").addHandler(logging.NullHandler())


def _keep(name: str) -> Callable[[list[exp.Expr]], exp.Expr]:
    return lambda arguments: exp.Anonymous(this=name, expressions=arguments)


def _truncated(args: list[exp.Expr]) -> exp.Expr:
    """Build `date_trunc(unit, moment[, zone])`; older versions of the parser forget the zone."""
    build: Callable[[list[exp.Expr]], exp.Expr] = Postgres.Parser.FUNCTIONS["DATE_TRUNC"]
    if len(args) != 3:  # the zone is the third
        return build(args)
    unit, moment, zone = args
    inner = build([unit, exp.AtTimeZone(this=moment, zone=zone)])
    return exp.AtTimeZone(this=inner, zone=zone.copy())


class CreatioSQL(Postgres):
    """PostgreSQL's grammar with `TOP n` and backtick quotes; bracket quotes and `FROM Case` are a matter of tokens."""

    # `/` divides as the local engine does, whether or not the types of its operands can be seen in the text.
    TYPED_DIVISION = False

    class Tokenizer(Postgres.Tokenizer):
        IDENTIFIERS = ['"', "`"]  # noqa: RUF012 - sqlglot's own convention
        KEYWORDS = {  # noqa: RUF012
            # Without its keyword EXPLAIN is an ordinary word, so that what follows it is tokenized too.
            word: kind
            for word, kind in {
                **Postgres.Tokenizer.KEYWORDS,
                "TOP": TokenType.TOP,
                "//": TokenType.DIV,
                "**": TokenType.DSTAR,
            }.items()
            if word != "EXPLAIN"
        }

    class Parser(Postgres.Parser):  # type: ignore[misc, valid-type, unused-ignore]
        # The local engine's functions of moments, whose arguments sqlglot would put in another database's order.
        EXPONENT = {**Postgres.Parser.EXPONENT, TokenType.DSTAR: exp.Pow}  # noqa: RUF012
        FUNCTIONS = {  # noqa: RUF012
            **Postgres.Parser.FUNCTIONS,
            **dict.fromkeys(("DATE_DIFF", "DATEDIFF"), lambda args: _as_written("DATE_DIFF", args)),
            **dict.fromkeys(("DATE_SUB", "DATESUB"), lambda args: _as_written("DATE_SUB", args)),
            **{name: _keep(name) for name in ("XOR", "ENCODE")},
            "DATE_TRUNC": lambda args: _truncated(args),
        }


class CreatioScript(CreatioSQL):
    """The same grammar for programs that read and write SQL with sqlglot, as Superset does before it runs a statement.

    What `parse` does with tokens and with EXPLAIN is part of it, and what is written can be read by `parse` again.
    """

    def tokenize(self, sql: str, *arguments: Any, **options: Any) -> list[Token]:
        """Split a text into tokens, names told from the keywords that they look like."""
        return _retype(super().tokenize(sql, *arguments, **options), sql)

    class Tokenizer(CreatioSQL.Tokenizer):
        KEYWORDS = {**CreatioSQL.Tokenizer.KEYWORDS, "EXPLAIN": TokenType.DESCRIBE}  # noqa: RUF012

    class Generator(DuckDB.Generator):  # type: ignore[misc, valid-type, unused-ignore]
        # The local engine's grammar has words for all that can be read; PostgreSQL's has none for TRY_CAST or PIVOT.
        RESERVED_KEYWORDS: ClassVar[set[str]] = set()  # a name in quotes would be one of exactly this case

        def describe_sql(self, expression: exp.Describe) -> str:
            """Write EXPLAIN or EXPLAIN ANALYZE."""
            style = expression.args.get("style")
            return f"EXPLAIN {f'{style} ' if style else ''}{self.sql(expression, 'this')}"


def _as_written(name: str, arguments: list[exp.Expr]) -> exp.Expr:
    """Keep a function as it was written; its unit may be a bare word, as in `DATEDIFF(day, a, b)`."""
    first = arguments[0] if len(arguments) == 3 else None
    if isinstance(first, (exp.Column, exp.Var)):
        arguments = [exp.Literal.string(first.name), *arguments[1:]]
    return exp.Anonymous(this=name, expressions=arguments)


@dataclass(frozen=True, slots=True)
class Statement:
    """One parsed statement: its tree, and whether EXPLAIN or EXPLAIN ANALYZE stood before it.

    `steady` says that it means the same whenever it is run: no constant of it depends on the time, or on chance.
    """

    tree: exp.Expr
    sql: str
    explain: bool = False
    analyze: bool = False
    parameters: Parameters | None = None
    steady: bool = False


def parse(sql: str, parameters: Parameters | None = None) -> Statement:
    """Parse one statement and bind `parameters` (a sequence for `?`, a mapping for `:name`).

    Raises ProgrammingError for a syntax error (with line, position and the place marked), for no or several
    statements, and for parameters that do not fit the placeholders.
    """
    parsed = _parsed(sql)
    tree = _bind(parsed.tree.copy(), parameters)
    return Statement(tree, sql, parsed.explain, parsed.analyze, parameters, parsed.steady)


def parse_unbound(sql: str) -> Statement:
    """Parse one statement and leave its placeholders as they are."""
    parsed = _parsed(sql)
    return Statement(parsed.tree.copy(), sql, parsed.explain, parsed.analyze)


@lru_cache(maxsize=512)
def _parsed(sql: str) -> Statement:
    dialect = CreatioSQL()
    if not _is_encodable(sql):
        raise ProgrammingError("the statement has half of a surrogate pair in it, which is no text")
    tokens: list[Token] = []
    try:
        tokens = dialect.tokenize(sql)
        explain, analyze, tokens = _strip_explain(tokens)
        _check_ends(tokens, sql)
        trees = dialect.parser().parse(_retype(tokens, sql), sql)
    except ParseError as error:
        raise _no_statement(tokens, sql) or _syntax_error(error, sql) from None
    except TokenError as error:
        raise _open_ended(error, sql) from None
    except ValueError as error:  # some versions of the parser read operators that they do not know as numbers
        raise ProgrammingError(f"syntax error: {error}") from None
    except RecursionError:
        raise ProgrammingError("the statement is nested too deeply to be read") from None
    statements = [tree for tree in trees if tree is not None and not isinstance(tree, exp.Semicolon)]
    if len(statements) != 1:
        given = "no statement" if not statements else f"{len(statements)} statements"
        raise ProgrammingError(f"{given} given; execute() takes exactly one")
    _leave_out_schema(statements[0])
    return Statement(statements[0], sql, explain, analyze, steady=_is_steady(statements[0]))


_STEADY = (exp.AggFunc, exp.Cast, exp.TryCast, exp.And, exp.Or, exp.Case, exp.If, exp.Coalesce, exp.Lower, exp.Upper)


def _is_steady(tree: exp.Expr) -> bool:
    """Say whether no function of a statement, but these, is without a column, and so computed before it is run."""
    return all(isinstance(call, _STEADY) or call.find(exp.Column) for call in tree.find_all(exp.Func))


def _leave_out_schema(tree: exp.Expr) -> None:
    """Take the name of the one schema off tables and columns, so that `creatio.Contact` is `Contact`.

    Raises ProgrammingError for a schema in which other databases tell of their tables.
    """
    for node in tree.find_all(exp.Table, exp.Column):
        schema = node.text("db").lower()
        if schema == SCHEMA and not node.text("catalog"):
            node.set("db", None)
        elif schema in _CATALOGS and isinstance(node, exp.Table):
            raise ProgrammingError(f'schema "{node.text("db")}" not found: {_LISTS}')


_CATALOGS = {"information_schema", "pg_catalog", "sys"}
_LISTS = (
    "connection.catalog has the tables and their columns, and `creatio tables` and `creatio describe TABLE` list them"
)


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _text(value: str) -> exp.Expr:
    if not _is_encodable(value):
        raise DataError("a text with half of a surrogate pair in it was given, which no server could read")
    return exp.Literal.string(str(value))


_BEGINNINGS = ["SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "WITH", "VALUES", "EXPLAIN"]


def _no_statement(tokens: list[Token], sql: str) -> ProgrammingError | None:
    """Build the error of a text that begins with a word that means nothing there, as `SELEC` does."""
    if not tokens or tokens[0].token_type != TokenType.VAR:
        return None
    word = tokens[0].text
    near = did_you_mean(nearest(word, _BEGINNINGS))
    message = f'syntax error: a statement begins with SELECT, INSERT, UPDATE or DELETE, not with "{word}"{near}'
    return _error_at_offset(message, sql, tokens[0].start)


def _syntax_error(error: ParseError, sql: str) -> ProgrammingError:
    details: dict[str, Any] = error.errors[0] if error.errors else {}
    line, position = details.get("line"), details.get("col")
    found = str(details.get("highlight") or "")
    message = f"syntax error: {_plain_words(str(details.get('description') or error), found)}"
    if line is None or position is None:
        return ProgrammingError(message)
    # sqlglot counts the last character of the offending token; people look for its first.
    start = max(1, position - len(details.get("highlight") or "") + 1)
    return _error_at(message, sql, line, start)


def _error_at(message: str, sql: str, line: int, position: int) -> ProgrammingError:
    """Build the error of a place in the text, both counted from 1, which it shows and marks."""
    lines = sql.splitlines()
    shown = lines[line - 1] if line <= len(lines) else ""
    place = f"line {line}, position {position}:\n  {shown}\n  {' ' * (position - 1)}^"
    return ProgrammingError(f"{message} at {place}", line=line, position=position)


def _error_at_offset(message: str, sql: str, offset: int) -> ProgrammingError:
    before = sql[:offset]
    return _error_at(message, sql, before.count("\n") + 1, offset - before.rfind("\n"))


def _open_ended(error: TokenError, sql: str) -> ProgrammingError:
    """Build the error of a text, name or comment that is opened and not closed."""
    words = str(error.__cause__).split()
    place = words[-1].partition(":") if words[:1] == ["Missing"] else ("", "", "")
    if place[0].isdigit() and place[2].isdigit():
        return _error_at_offset(f"syntax error: {words[1]} is opened and not closed", sql, int(place[2]))
    return _error_at_offset("syntax error: a comment is opened and not closed", sql, max(0, sql.rfind("/*")))


_WANT_MORE = {TokenType.GROUP_BY, TokenType.ORDER_BY, TokenType.PARTITION_BY, TokenType.COMMA}


def _check_ends(tokens: list[Token], sql: str) -> None:
    """Refuse what the parser would overlook: a clause that says nothing, and a statement that has another name."""
    if tokens and tokens[-1].token_type in _WANT_MORE:
        message = f"syntax error: something is missing after {tokens[-1].text.upper()}"
        raise _error_at_offset(message, sql, tokens[-1].start)
    for place, (one, next_one) in enumerate(pairwise(tokens)):
        if one.token_type == next_one.token_type == TokenType.COMMA:
            raise _error_at_offset("syntax error: something is missing between two commas", sql, next_one.start)
        if next_one.token_type == TokenType.R_PAREN and one.token_type == TokenType.L_PAREN:
            _check_condition(tokens, place, sql)
    word = tokens[0].text.upper() if tokens else ""
    if word in _OTHER_WORDS:
        second = f" {tokens[1].text.upper()}" if word in ("START", "RELEASE") and len(tokens) > 1 else ""
        raise NotSupportedError(f"{word}{second} is not supported: {_OTHER_WORDS[word]}")


_BEFORE_CONDITION = {
    TokenType.WHERE, TokenType.HAVING, TokenType.QUALIFY, TokenType.ON, TokenType.AND, TokenType.OR, TokenType.NOT
}  # fmt: skip


def _check_condition(tokens: list[Token], place: int, sql: str) -> None:
    """Refuse the empty parentheses that open at a place where a condition is to be; to the engine they are a row."""
    before = place - 1
    while before >= 0 and tokens[before].token_type == TokenType.L_PAREN:
        before -= 1
    if before >= 0 and tokens[before].token_type in _BEFORE_CONDITION:
        raise _error_at_offset("syntax error: there is no condition in the parentheses", sql, tokens[place].start)


def _plain_words(description: str, found: str) -> str:
    """Say what the parser missed, or did not expect, without its own class names."""
    if description.startswith("Required keyword"):
        name = description.rpartition(".")[2].rstrip("'>")
        kind = getattr(exp, name, exp.Expression)
        if issubclass(kind, exp.Binary):
            return "an operator has only one side"
        return "something is missing in " + ("parentheses" if kind is exp.Paren else name.upper())
    if description.startswith("Invalid expression") and found:
        return f'"{found}" cannot stand here'
    return description.partition(" but got <Token")[0].rstrip(".")


def _strip_explain(tokens: list[Token]) -> tuple[bool, bool, list[Token]]:
    if not tokens or tokens[0].text.upper() != "EXPLAIN":
        return False, False, tokens
    if len(tokens) > 1 and tokens[1].text.upper() in ("ANALYZE", "ANALYSE"):
        return True, True, tokens[2:]
    return True, False, tokens[1:]


# -- objects called like keywords, and names in brackets -----------------------------------------------------


def _retype(tokens: list[Token], sql: str) -> list[Token]:
    """Make names of the tokens that only look like keywords: `Case` where no CASE … END is meant, and `[Order Id]`."""
    tokens = _close_typed_literals(_join_digits(_number_placeholders(_bracket_names(tokens, sql))))
    for index in _lone_cases(tokens):
        tokens[index] = _renamed(tokens[index], tokens[index].text, TokenType.VAR)
    for index, token in enumerate(tokens):
        if token.token_type == TokenType.LIKE and _is_name_here(tokens, index):
            tokens[index] = _renamed(token, token.text, TokenType.VAR)
    return tokens


def _join_digits(tokens: list[Token]) -> list[Token]:
    """Read `1_000` as one number, not as `1 AS _000`."""
    result: list[Token] = []
    for token in tokens:
        if result and _continues_number(result[-1], token):
            text = result.pop().text + token.text.replace("_", "")
            result.append(_renamed(token, text, TokenType.NUMBER))
        else:
            result.append(token)
    return result


def _continues_number(before: Token, token: Token) -> bool:
    adjacent = before.token_type == TokenType.NUMBER and before.end + 1 == token.start
    return adjacent and token.text.startswith("_") and token.text.replace("_", "").isdigit()


_LITERAL_TYPES = {TokenType.DATE, TokenType.TIME, TokenType.TIMESTAMP, TokenType.TIMESTAMPTZ}


def _close_typed_literals(tokens: list[Token]) -> list[Token]:
    """Put `DATE '2025-06-15'` in parentheses before `::`, which would otherwise be taken to belong to the text."""
    result: list[Token] = []
    for index, token in enumerate(tokens):
        kinds = [each.token_type for each in tokens[max(0, index - 1) : index + 2]]
        closes = len(kinds) == 3 and kinds[0] in _LITERAL_TYPES and kinds[1:] == [TokenType.STRING, TokenType.DCOLON]
        if closes:
            result.insert(-1, _renamed(tokens[index - 1], "(", TokenType.L_PAREN))
        result.append(token)
        if closes:
            result.append(_renamed(token, ")", TokenType.R_PAREN))
    return result


def _number_placeholders(tokens: list[Token]) -> list[Token]:
    """Write each `?` as `$1`, `$2` …, because a tree does not keep the order in which they stood in the text."""
    result: list[Token] = []
    count = 0
    for token in tokens:
        if token.token_type != TokenType.PLACEHOLDER:
            result.append(token)
            continue
        count += 1
        result += [_renamed(token, "$", TokenType.PARAMETER), _renamed(token, str(count), TokenType.NUMBER)]
    return result


def _renamed(token: Token, text: str, token_type: TokenType) -> Token:
    return Token(token_type, text, token.line, token.col, token.start, token.end, token.comments)


_BEFORE_OPERAND = {
    TokenType.FROM, TokenType.JOIN, TokenType.SELECT, TokenType.COMMA, TokenType.DOT, TokenType.L_PAREN,
    TokenType.WHERE, TokenType.AND, TokenType.OR, TokenType.NOT, TokenType.ON, TokenType.ALIAS, TokenType.UPDATE,
    TokenType.INTO, TokenType.SET, TokenType.EQ, TokenType.NEQ, TokenType.LT, TokenType.GT, TokenType.LTE,
    TokenType.GTE, TokenType.GROUP_BY, TokenType.ORDER_BY, TokenType.HAVING, TokenType.DISTINCT, TokenType.PLUS,
    TokenType.DASH, TokenType.STAR, TokenType.SLASH, TokenType.DPIPE, TokenType.WHEN, TokenType.THEN,
    TokenType.ELSE, TokenType.BETWEEN, TokenType.LIKE, TokenType.ILIKE, TokenType.USING, TokenType.PARTITION_BY,
    TokenType.DELETE,
}  # fmt: skip


def _bracket_names(tokens: list[Token], sql: str) -> list[Token]:
    result: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        opens = token.token_type == TokenType.L_BRACKET and _operand_follows(result)
        end = _closing_bracket(tokens, index) if opens else None
        if end is not None and not _NO_NAME.isdisjoint(each.token_type for each in tokens[index + 1 : end]):
            end = None  # a list, as the local engine writes it
        if end is None:
            result.append(token)
            index += 1
            continue
        name = sql[token.end + 1 : tokens[end].start]
        result.append(_renamed(token, name, TokenType.IDENTIFIER))
        index = end + 1
    return result


# What stands in a list in brackets, but never in a name in brackets.
_NO_NAME = {TokenType.COMMA, TokenType.NUMBER, TokenType.STRING, TokenType.L_PAREN, TokenType.PARAMETER, TokenType.NULL}


def _operand_follows(before: list[Token]) -> bool:
    if len(before) > 1 and before[-2].token_type == TokenType.TOP:
        return before[-1].token_type == TokenType.NUMBER
    return bool(before) and before[-1].token_type in _BEFORE_OPERAND


def _closing_bracket(tokens: list[Token], start: int) -> int | None:
    for index in range(start + 1, len(tokens)):
        if tokens[index].token_type == TokenType.R_BRACKET:
            return index
    return None


_BEFORE_TABLE = {TokenType.FROM, TokenType.JOIN, TokenType.INTO, TokenType.UPDATE, TokenType.DOT, TokenType.USING}


def _lone_cases(tokens: list[Token]) -> list[int]:
    """Return the places of CASE tokens that are names: beside a dot, where a table stands, or without an END."""
    lone: list[int] = []
    open_cases: list[tuple[int, int]] = []  # (place, depth of parentheses)
    depth = 0
    for index, token in enumerate(tokens):
        kind = token.token_type
        if kind == TokenType.L_PAREN:
            depth += 1
        elif kind == TokenType.R_PAREN:
            depth -= 1
            while open_cases and open_cases[-1][1] > depth:
                lone.append(open_cases.pop()[0])
        elif kind == TokenType.END and open_cases:
            open_cases.pop()
        elif kind == TokenType.CASE:
            if _is_name_here(tokens, index):
                lone.append(index)
            else:
                open_cases.append((index, depth))
    return lone + [place for place, _ in open_cases]


def _is_name_here(tokens: list[Token], index: int) -> bool:
    before = tokens[index - 1].token_type if index else None
    after = tokens[index + 1].token_type if index + 1 < len(tokens) else None
    return before in _BEFORE_TABLE or after == TokenType.DOT


# -- parameters ----------------------------------------------------------------------------------------------


def _bind(tree: exp.Expr, parameters: Parameters | None) -> exp.Expr:
    named = list(tree.find_all(exp.Placeholder))
    numbered = sorted(tree.find_all(exp.Parameter), key=_number_of)
    if named and numbered:
        raise ProgrammingError("the statement mixes ? and :name placeholders; use one of the two")
    values = _named_values(named, parameters) if named else _positional_values(numbered, parameters)
    places: list[exp.Expr] = [*named, *numbered]
    for node, value in zip(places, values, strict=True):
        _put_in_place(node, literal_of(value))
    return tree


def _number_of(node: exp.Parameter) -> int:
    # The tokenizer numbers each ?; what else is written as a parameter comes from the statement's own text.
    if not (node.name.isascii() and node.name.isdecimal()):
        raise ProgrammingError(f"a placeholder is written ? or :name, not {node.sql()}")
    return int(node.name)


def _put_in_place(node: exp.Expr, literal: exp.Expr) -> None:
    """Put a literal where a placeholder is; unlike `replace`, in a time that does not grow with the list it is in."""
    parent, key, index = node.parent, node.arg_key, node.index
    if parent is None or key is None or index is None:
        node.replace(literal)
        return
    parent.args[key][index] = literal
    literal.parent, literal.arg_key, literal.index = parent, key, index


def _positional_values(places: list[exp.Parameter], parameters: Parameters | None) -> list[Any]:
    given = [] if parameters is None else parameters
    if isinstance(given, Mapping):
        if places or given:
            raise ProgrammingError("a mapping of parameters goes with :name placeholders; for ? give a sequence")
        return []
    if isinstance(given, (str, bytes)) or not isinstance(given, Sequence):
        kind = type(given).__name__
        raise ProgrammingError(f"parameters are a sequence or a mapping, not {kind}; give one value as [value]")
    if len(given) != len(places):
        given_were = "1 parameter was" if len(given) == 1 else f"{len(given)} parameters were"
        marks = f"{len(places)} placeholder{'' if len(places) == 1 else 's'}"
        raise ProgrammingError(f"the statement has {marks}, but {given_were} given")
    return list(given)


def _named_values(places: list[exp.Placeholder], parameters: Parameters | None) -> list[Any]:
    if any(not node.args.get("this") for node in places):
        raise ProgrammingError("a placeholder is written ? or :name, not %s")
    if not isinstance(parameters, Mapping):
        raise ProgrammingError("the statement has :name placeholders; give the parameters as a mapping")
    missing = sorted({node.name for node in places if node.name not in parameters})
    if missing:
        raise ProgrammingError(f"no parameter given for :{', :'.join(missing)}")
    return [parameters[node.name] for node in places]


def literal_of(value: Any) -> exp.Expr:
    """Make the typed literal of a Python value; raises ProgrammingError for a type that has none.

    >>> literal_of(dt.date(2025, 1, 2)).sql("duckdb"), literal_of("it's").sql("duckdb"), literal_of(None).sql("duckdb")
    ("CAST('2025-01-02' AS DATE)", "'it''s'", 'NULL')
    """
    value = plain_value(value)
    for python_type, write in _LITERALS:
        if isinstance(value, python_type):
            node = write(value)
            node.meta[_MARK] = value
            return node
    raise ProgrammingError(
        f"a parameter of type {type(value).__name__} has no literal; give None, bool, int, float, Decimal, str, bytes, "
        "date, time, datetime, timedelta or UUID"
    )


def value_of(node: exp.Expr) -> tuple[bool, Any]:
    """Return (True, value) for a literal that a parameter was bound to, else (False, None)."""
    return (True, node.meta[_MARK]) if _MARK in node.meta else (False, None)


def repeated_values(tree: exp.Expr) -> frozenset[str]:
    """Return, as texts, the values that are bound at several places of a tree."""
    seen = Counter(str(value) for found, value in map(value_of, tree.walk()) if found)
    return frozenset(text for text, number in seen.items() if number > 1)


def plain_value(value: Any) -> Any:
    """Take a value out of the wrapping that numpy and pandas put around it."""
    # pandas' missing values and numpy's scalars arrive through to_sql; both say what they are without an import.
    if type(value).__name__ in ("NaTType", "NAType"):
        return None
    if type(value).__module__ == "numpy" and hasattr(value, "item"):
        return value.item()
    if isinstance(value, (bytearray, memoryview)):
        return bytes(value)
    return value


def _cast(text: str, to: str) -> exp.Expr:
    return exp.Cast(this=exp.Literal.string(text), to=exp.DataType.build(to))


def _integer(value: int) -> exp.Expr:
    if abs(value) >= 2**127:
        raise DataError(f"an integer of {value.bit_length()} bits is too large; 127 bits are the limit")
    number = exp.Literal.number(str(abs(value)))
    return exp.Neg(this=number) if value < 0 else number


def _decimal(value: Decimal) -> exp.Expr:
    if not value.is_finite():
        raise DataError(f"{value} is not a decimal number that SQL knows")
    text = format(abs(value), "f")
    if len(text.replace(".", "").lstrip("0")) > 38:
        raise DataError("a decimal of more than 38 digits was given; 38 is the limit")
    scale = len(text.partition(".")[2])
    number = _cast(text, f"DECIMAL(38, {scale})") if scale <= 38 else exp.Literal.number(text)
    return exp.Neg(this=number) if value.is_signed() and value else number


def _moment(value: dt.datetime) -> exp.Expr:
    aware = value.replace(tzinfo=dt.timezone.utc) if value.tzinfo is None else value.astimezone(dt.timezone.utc)
    return _cast(aware.isoformat(sep=" "), "TIMESTAMPTZ")


def _time(value: dt.time) -> exp.Expr:
    if value.tzinfo is not None:
        raise ProgrammingError("a time with a zone has no literal; give a plain time or a datetime")
    return _cast(value.isoformat(), "TIME")


def _interval(value: dt.timedelta) -> exp.Expr:
    microseconds = (value.days * 86_400 + value.seconds) * 1_000_000 + value.microseconds
    return exp.Interval(this=exp.Literal.string(str(microseconds)), unit=exp.var("MICROSECOND"))


def _blob(value: bytes) -> exp.Expr:
    return exp.Anonymous(this="FROM_HEX", expressions=[exp.Literal.string(value.hex())])


_LITERALS: tuple[tuple[type, Callable[[Any], exp.Expr]], ...] = (
    (type(None), lambda _: exp.Null()),
    (bool, lambda value: exp.Boolean(this=value)),
    (int, lambda value: _integer(int(value))),
    (float, lambda value: _cast(repr(float(value)), "DOUBLE")),
    (Decimal, _decimal),
    (str, _text),
    (bytes, _blob),
    (uuid.UUID, lambda value: _cast(str(value), "UUID")),
    (dt.datetime, _moment),
    (dt.date, lambda value: _cast(value.isoformat(), "DATE")),
    (dt.time, _time),
    (dt.timedelta, _interval),
)


def statement_kind(tree: exp.Expr) -> str:
    """Return SELECT, INSERT, UPDATE, DELETE or MERGE; raises NotSupportedError naming anything else."""
    _refuse_lost_words(tree)
    if isinstance(tree, (exp.Query, exp.Values)):
        if tree.find(exp.Into):
            raise NotSupportedError(
                f"SELECT INTO is not supported: {_SECTION}; INSERT INTO … SELECT fills one that is there"
            )
        return "SELECT"
    for kind, node_type in (
        ("INSERT", exp.Insert),
        ("UPDATE", exp.Update),
        ("DELETE", exp.Delete),
        ("MERGE", exp.Merge),
    ):
        if isinstance(tree, node_type):
            return kind
    if isinstance(tree, (exp.Condition, exp.Alias, exp.Identifier)):
        start = tree.sql().split(maxsplit=1)[0]
        raise ProgrammingError(
            f'syntax error: a statement begins with SELECT, INSERT, UPDATE or DELETE, not with "{start}" '
            "at line 1, position 1",
            line=1,
            position=1,
        )
    raise _cannot(tree)


def _refuse_lost_words(tree: exp.Expr) -> None:
    """Refuse words that get lost on the way to the local engine, without which the answer would be another one."""
    lock = tree.find(exp.Lock)
    if lock is not None:
        words = "FOR UPDATE" if lock.args.get("update") else "FOR SHARE"
        raise NotSupportedError(f"{words} is not supported: Creatio has no locks; leave them out")
    for options in tree.find_all(exp.LimitOptions):
        if options.args.get("with_ties"):
            raise NotSupportedError("WITH TIES is not supported; use QUALIFY rank() OVER (ORDER BY …) <= n")
        if options.args.get("percent") and isinstance(options.parent, exp.Fetch):
            raise NotSupportedError("FETCH FIRST n PERCENT is not supported; use LIMIT n PERCENT")


_SECTION = "objects and columns are made in Creatio, in the section wizard or the configuration (Advanced settings)"
_RIGHTS = "rights are given in Creatio, under System designer: Object permissions and Operation permissions"
_TRANSACTIONS = "each write is in effect at once; Connection.commit() and rollback() say what they can do"
_WAYS = {
    "CREATE": _SECTION,
    "ALTER": _SECTION,
    "DROP": _SECTION,
    "COMMENT": _SECTION,
    "TRUNCATE": "say DELETE FROM … WHERE TRUE",
    "GRANT": _RIGHTS,
    "REVOKE": _RIGHTS,
    "BEGIN": _TRANSACTIONS,
    "COMMIT": _TRANSACTIONS,
    "ROLLBACK": _TRANSACTIONS,
    "SAVEPOINT": _TRANSACTIONS,
    "SHOW": "connection.catalog has the tables, and `creatio tables` lists them",
    "DESCRIBE": "connection.catalog has the columns, and `creatio describe TABLE` lists them",
    "COPY": "use INSERT with executemany(), which sends rows in batches",
}
# Statements that the parser would take for expressions.
_OTHER_WORDS = {
    "SAVEPOINT": _TRANSACTIONS,
    "START": _TRANSACTIONS,
    "RELEASE": _TRANSACTIONS,
    "ATTACH": "a connection has the objects of one instance",
    "DETACH": "a connection has the objects of one instance",
}
_KEYS = {"TRUNCATETABLE": "TRUNCATE", "TRANSACTION": "BEGIN"}


def _cannot(tree: exp.Expr) -> NotSupportedError:
    """Name a statement that Creatio cannot do, and the way to do it where there is one."""
    word = str(tree.this if isinstance(tree, exp.Command) else tree.key).upper()
    word = _KEYS.get(word, word)
    kind = str(tree.args.get("kind") or "").upper() if word in ("CREATE", "ALTER", "DROP") else ""
    way = _WAYS.get(word, "Creatio takes SELECT, INSERT, UPDATE, DELETE and MERGE")
    return NotSupportedError(f"{f'{word} {kind}'.strip()} is not supported: {way}")
