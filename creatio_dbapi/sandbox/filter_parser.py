"""The text of a $filter, read into a tree with the precedence of the OData library."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from creatio_dbapi.sandbox.edm import TYPES, Stored
from creatio_dbapi.sandbox.replies import query_refused


@dataclass(frozen=True)
class Literal:
    """A constant; type None is null."""

    type: str | None
    value: Stored | Decimal


@dataclass(frozen=True)
class Path:
    """A property, by its name or through navigation properties."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class Call:
    """A function with its arguments."""

    name: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True)
class Binary:
    """A comparison or an arithmetic operation."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True)
class Junction:
    """Operands joined by `and` or by `or`."""

    operator: str
    operands: tuple[Node, ...]


@dataclass(frozen=True)
class Unary:
    """A `not` or a minus sign before an operand."""

    operator: str
    operand: Node


@dataclass(frozen=True)
class Membership:
    """An `in` with its list."""

    operand: Node
    items: tuple[Node, ...]


@dataclass(frozen=True)
class Quantifier:
    """An `any` or `all` over a collection."""

    kind: str
    path: Path
    variable: str
    predicate: Node | None


Node = Literal | Path | Call | Binary | Junction | Unary | Membership | Quantifier


@dataclass(frozen=True)
class Token:
    """One word of the text."""

    kind: str
    text: str
    position: int


_GUID = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?!\w)"
_DATETIME = r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:\d\d)?"
_TOKENS = re.compile(
    rf"(?P<space>\s+)|(?P<guid>{_GUID})|(?P<datetime>{_DATETIME})|(?P<date>\d{{4}}-\d\d-\d\d)"
    r"|(?P<time>\d\d:\d\d(?::\d\d(?:\.\d+)?)?)"
    r"|(?P<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?[LlMmFfDd]?(?![\w.]))"
    r"|(?P<string>'(?:[^']|'')*')|(?P<name>[^\W\d]\w*|\$it)|(?P<symbol>[(),/:\-*=])"
)
_COMPARISONS = frozenset({"eq", "ne", "gt", "ge", "lt", "le"})
_LEVELS = (_COMPARISONS, frozenset({"add", "sub"}), frozenset({"mul", "div", "mod"}))
_CONSTANTS: dict[str, Literal] = {
    "null": Literal(None, None),
    "true": Literal("Edm.Boolean", 1),
    "false": Literal("Edm.Boolean", 0),
    "INF": Literal("Edm.Double", float("inf")),
    "NaN": Literal("Edm.Double", None),
}


def parse_filter(text: str) -> Node:
    """Read a whole $filter.

    >>> parse_filter("Account/Id eq null or not contains(Name,'O''B')").operator
    'or'
    """
    try:
        return _Parser(text).whole()
    except RecursionError:
        raise query_refused("Recursion depth exceeded allowed limit.") from None


def _tokens(text: str) -> list[Token]:
    found, position = [], 0
    while position < len(text):
        match = _TOKENS.match(text, position)
        if match is None:
            raise query_refused(
                f"Syntax error: character '{text[position]}' is not valid at position {position} in '{text}'."
            )
        if match.lastgroup != "space":
            found.append(Token(str(match.lastgroup), match.group(), position))
        position = match.end()
    return [*found, Token("end", "", len(text))]


class _Parser:
    """A cursor over the tokens of one filter."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = _tokens(text)
        self._index = 0

    def whole(self) -> Node:
        node = self._junction("or")
        if self._token.kind != "end":
            raise self._error()
        return node

    @property
    def _token(self) -> Token:
        return self._tokens[self._index]

    def _next(self) -> Token:
        token = self._token
        self._index += 1
        return token

    def _error(self) -> Exception:
        return query_refused(f"Syntax error at position {self._token.position} in '{self._text}'.")

    def _accept(self, symbol: str) -> bool:
        if self._token.kind == "symbol" and self._token.text == symbol:
            self._index += 1
            return True
        return False

    def _expect(self, symbol: str) -> None:
        if not self._accept(symbol):
            raise self._error()

    def _accept_word(self, words: frozenset[str]) -> str | None:
        if self._token.kind == "name" and self._token.text in words:
            return self._next().text
        return None

    def _junction(self, operator: str) -> Node:
        operands = [self._junction("and") if operator == "or" else self._level(0)]
        while self._accept_word(frozenset({operator})):
            operands.append(self._junction("and") if operator == "or" else self._level(0))
        return operands[0] if len(operands) == 1 else Junction(operator, tuple(operands))

    def _level(self, level: int) -> Node:
        if level == len(_LEVELS):
            return self._unary()
        node = self._level(level + 1)
        while True:
            if level == 0 and self._accept_word(frozenset({"in"})):
                node = Membership(node, self._list())
                continue
            word = self._accept_word(_LEVELS[level])
            if word is None:
                return node
            node = Binary(word, node, self._level(level + 1))

    def _unary(self) -> Node:
        # The library binds `not` tighter than comparisons: `not Name eq 'x'` is `(not Name) eq 'x'`.
        if self._accept_word(frozenset({"not"})):
            return Unary("not", self._unary())
        if self._accept("-"):
            return Unary("-", self._unary())
        return self._primary()

    def _primary(self) -> Node:
        if self._accept("("):
            node = self._junction("or")
            self._expect(")")
            return node
        if self._token.kind in _READERS:
            return self._literal()
        if self._token.kind != "name":
            raise self._error()
        if self._token.text in _CONSTANTS:
            return _CONSTANTS[self._next().text]
        return self._named()

    def _named(self) -> Node:
        name = self._next().text
        if self._accept("("):
            return Call(name, self._arguments())
        names = [name]
        while self._accept("/"):
            if self._token.kind != "name":
                raise self._error()
            step = self._next().text
            if step in ("any", "all") and self._accept("("):
                return self._quantifier(step, Path(tuple(names)))
            names.append(step)
        return Path(tuple(names))

    def _quantifier(self, kind: str, path: Path) -> Node:
        if kind == "any" and self._accept(")"):
            return Quantifier(kind, path, "", None)
        if self._token.kind != "name":
            raise self._error()
        variable = self._next().text
        self._expect(":")
        predicate = self._junction("or")
        self._expect(")")
        return Quantifier(kind, path, variable, predicate)

    def _arguments(self) -> tuple[Node, ...]:
        if self._accept(")"):
            return ()
        arguments = [self._junction("or")]
        while self._accept(","):
            arguments.append(self._junction("or"))
        self._expect(")")
        return tuple(arguments)

    def _list(self) -> tuple[Node, ...]:
        self._expect("(")
        return self._arguments()

    def _literal(self) -> Literal:
        token = self._next()
        try:
            return _READERS[token.kind](token.text)
        except ValueError:
            kind = {"datetime": "Edm.DateTimeOffset", "date": "Edm.Date", "time": "Edm.TimeOfDay"}.get(token.kind)
            text = (
                f"Unrecognized '{kind or 'Edm.Int64'}' literal '{token.text}' at '{token.position}' in '{self._text}'."
            )
            raise query_refused(text) from None


def _datetime(text: str) -> Literal:
    if not re.search(r"([Zz]|[+-]\d\d:\d\d)$", text[16:]):
        raise ValueError(text)  # the library knows no date-time without a zone
    return Literal("Edm.DateTimeOffset", TYPES["Edm.DateTimeOffset"].read(text))


def _number(text: str) -> Literal:
    digits = text.rstrip("LlMmFfDd")
    if text[-1] in "FfDd":
        return Literal("Edm.Double", float(digits))
    number = Decimal(digits)
    if text[-1] in "Mm" or not re.fullmatch(r"-?\d+", digits):
        return Literal("Edm.Decimal", number)
    kind = "Edm.Int32" if text[-1] not in "Ll" and -(2**31) <= number < 2**31 else "Edm.Int64"
    if not -(2**63) <= number < 2**63:
        return Literal("Edm.Decimal", number)
    return Literal(kind, int(number))


_READERS: dict[str, Callable[[str], Literal]] = {
    "guid": lambda text: Literal("Edm.Guid", text.lower()),
    "datetime": _datetime,
    "date": lambda text: Literal("Edm.Date", TYPES["Edm.Date"].read(text)),
    "time": lambda text: Literal("Edm.TimeOfDay", TYPES["Edm.TimeOfDay"].read(text)),
    "number": _number,
    "string": lambda text: Literal("Edm.String", text[1:-1].replace("''", "'")),
}


def count_nodes(node: Node) -> int:
    """Count nodes as the library's MaxNodeCount does: about four for each `a eq x or` (facts 3.5)."""
    if isinstance(node, Literal):
        return 1
    if isinstance(node, Path):
        return len(node.names)
    if isinstance(node, Junction):
        return len(node.operands) - 1 + sum(map(count_nodes, node.operands))
    return 1 + sum(map(count_nodes, _children(node)))


def _children(node: Node) -> tuple[Node, ...]:
    if isinstance(node, Binary):
        return (node.left, node.right)
    if isinstance(node, Call):
        return node.arguments
    if isinstance(node, Unary):
        return (node.operand,)
    if isinstance(node, Membership):
        return (node.operand, *node.items)
    if isinstance(node, Quantifier):
        return (node.path,) if node.predicate is None else (node.path, node.predicate)
    return ()
