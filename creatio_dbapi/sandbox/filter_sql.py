"""A $filter tree, typed and turned into one parameterised SQL condition."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from creatio_dbapi.sandbox.edm import INTEGERS, NUMBERS, encode_decimal
from creatio_dbapi.sandbox.filter_functions import FUNCTIONS, Term, accepts, folded
from creatio_dbapi.sandbox.filter_parser import (
    Binary,
    Call,
    Junction,
    Literal,
    Membership,
    Node,
    Path,
    Quantifier,
    Unary,
    count_nodes,
    parse_filter,
)
from creatio_dbapi.sandbox.model import NAMESPACE, Model
from creatio_dbapi.sandbox.replies import Refusal, query_refused, translation_failed
from creatio_dbapi.sandbox.schema import Entity

_KINDS = {
    "eq": "Equal",
    "ne": "NotEqual",
    "gt": "GreaterThan",
    "ge": "GreaterThanOrEqual",
    "lt": "LessThan",
    "le": "LessThanOrEqual",
    "and": "And",
    "or": "Or",
    "add": "Add",
    "sub": "Subtract",
    "mul": "Multiply",
    "div": "Divide",
    "mod": "Modulo",
}
_COMPARE = {"eq": "=", "ne": "<>", "gt": ">", "ge": ">=", "lt": "<", "le": "<="}
_ARITHMETIC = {"add": "+", "sub": "-", "mul": "*", "div": "/", "mod": "%"}


@dataclass
class Scope:
    """One SELECT under construction: the object it reads and the joins that paths have asked for."""

    model: Model
    entity: Entity
    alias: str = "r"
    joins: dict[tuple[str, ...], tuple[str, Entity]] = field(default_factory=dict)
    clauses: list[str] = field(default_factory=list)
    variables: Mapping[str, Scope] = field(default_factory=dict)

    @property
    def source(self) -> str:
        """The FROM clause."""
        return " ".join([f"{self.entity.table} AS {self.alias}", *self.clauses])

    def column(self, name: str) -> str:
        """Name one column of the object itself."""
        return f"{self.alias}.{self.entity.physical[name]}"


def condition(scope: Scope, text: str) -> Term:
    """Translate the text of a $filter, or refuse it with Creatio's status and words."""
    node = parse_filter(text)
    limit = scope.model.settings.node_limit
    if count_nodes(node) > limit:
        raise query_refused(
            f"The node count limit of '{limit}' has been exceeded. To increase the limit, set the 'MaxNodeCount' "
            "property on EnableQueryAttribute or ODataValidationSettings."
        )
    term = _translate(scope, node)
    if term.type != "Edm.Boolean":
        raise query_refused("The $filter expression must evaluate to a single boolean value.")
    return term


def unknown_property(name: str, entity: Entity) -> Refusal:
    """Refuse a name that the object does not have (facts 4.2)."""
    return query_refused(f"Could not find a property named '{name}' on type '{NAMESPACE}.{entity.name}'.")


def path_term(scope: Scope, names: Sequence[str]) -> Term:
    """Resolve a path: navigation properties to one record, then a column that is no raw lookup."""
    alias, entity, hops = scope.alias, scope.entity, tuple(names[:-1])
    for depth, hop in enumerate(hops):
        link = entity.links.get(hop)
        if link is None:
            raise unknown_property(hop, entity)
        target = scope.model.entity(link.target)
        if depth == len(hops) - 1 and (names[-1],) == target.key:
            return Term(f"{alias}.{entity.physical[link.column]}", type=target.columns[names[-1]].type, lookup=True)
        alias = _joined(scope, hops[: depth + 1], alias, entity, target)
        entity = target
    return _column_term(scope, alias, entity, names)


def _joined(scope: Scope, path: tuple[str, ...], alias: str, entity: Entity, target: Entity) -> str:
    if path not in scope.joins:
        name = f"{scope.alias}j{len(scope.joins)}"
        link = entity.links[path[-1]]
        scope.joins[path] = (name, target)
        on = f"{name}.{target.physical[target.key[0]]} = {alias}.{entity.physical[link.column]}"
        scope.clauses.append(f"LEFT JOIN {target.table} AS {name} ON {on}")
    return scope.joins[path][0]


def _column_term(scope: Scope, alias: str, entity: Entity, names: Sequence[str]) -> Term:
    name = names[-1]
    column = entity.columns.get(name)
    if column is None:
        if name in entity.links or name in scope.model.schema.backs(entity.name):
            raise query_refused(f"The navigation property '{name}' can not be used as a value.")
        raise unknown_property(name, entity)
    if column.target is not None and name not in entity.key:
        # Facts 3.5, the lookup rule: the column itself has no path, only its navigation property has; a key has one.
        path = ".".join(names)
        raise translation_failed(f"Column by path {path} not found in schema {scope.entity.name}.")
    if column.type == "Edm.Stream":
        raise translation_failed("Value cannot be null.\r\nParameter name: property", "System.ArgumentNullException")
    return Term(f"{alias}.{entity.physical[name]}", type=column.type)


def _translate(scope: Scope, node: Node) -> Term:
    return _TRANSLATIONS[type(node)](scope, node)


def _require(scope: Scope, form: str) -> None:
    """Fail for a form that this instance does not do: the parser knows it, the translation does not (facts 3.5)."""
    if form in scope.model.settings.forms:
        return
    if form == "in":
        raise query_refused("Syntax error: the operator 'in' is not supported.")
    raise translation_failed(f"Expression '{form}' is not supported.", "System.NotSupportedException")


def _literal(scope: Scope, node: Literal) -> Term:
    value = node.value
    stored = encode_decimal(value) if isinstance(value, Decimal) else value
    if node.type is None:
        return Term("NULL", type=None)
    return Term("?", (stored,), node.type)


def _path(scope: Scope, node: Path) -> Term:
    if node.names[0] in scope.variables:
        if len(node.names) == 1:
            raise query_refused(f"The range variable '{node.names[0]}' can not be used as a value.")
        return path_term(scope.variables[node.names[0]], node.names[1:])
    names = node.names[1:] if node.names[0] == "$it" and len(node.names) > 1 else node.names
    if len(names) > 1:
        _require(scope, "path")
    return path_term(scope, names)


def _unary(scope: Scope, node: Unary) -> Term:
    term = _translate(scope, node.operand)
    if node.operator == "not":
        _require(scope, "not")
        if term.type != "Edm.Boolean":
            raise query_refused(
                "A unary operator with an incompatible type was detected. "
                f"Found operand type '{term.type}' for operator kind 'Not'."
            )
        return Term(f"(NOT {term.sql})", term.parameters)
    if term.type not in NUMBERS:
        raise query_refused(
            "A unary operator with an incompatible type was detected. "
            f"Found operand type '{term.type}' for operator kind 'Negate'."
        )
    if term.type == "Edm.Decimal":
        return Term(f"decimal_arithmetic('sub', 0, {term.sql})", term.parameters, "Edm.Decimal")
    return Term(f"(-{term.sql})", term.parameters, term.type)


def _junction(scope: Scope, node: Junction) -> Term:
    _require(scope, node.operator)
    terms = [_translate(scope, operand) for operand in node.operands]
    for term in terms:
        if term.type != "Edm.Boolean":
            raise _incompatible(node.operator, term, Term("", type="Edm.Boolean"))
    sql = _balanced([term.sql for term in terms], node.operator.upper())
    return Term(sql, tuple(value for term in terms for value in term.parameters))


def _balanced(parts: Sequence[str], operator: str) -> str:
    # A plain chain nests as deep as it is long, and SQLite takes a depth of 1,000.
    if len(parts) == 1:
        return parts[0]
    middle = len(parts) // 2
    return f"({_balanced(parts[:middle], operator)} {operator} {_balanced(parts[middle:], operator)})"


def _incompatible(operator: str, left: Term, right: Term) -> Refusal:
    return query_refused(
        "A binary operator with incompatible types was detected. "
        f"Found operand types '{left.type or '<null>'}' and '{right.type or '<null>'}' "
        f"for operator kind '{_KINDS[operator]}'."
    )


def _binary(scope: Scope, node: Binary) -> Term:
    _require(scope, node.operator)
    left, right = _translate(scope, node.left), _translate(scope, node.right)
    if node.operator in _ARITHMETIC:
        return _arithmetic(node.operator, left, right)
    return _comparison(scope, node.operator, left, right)


def _arithmetic(operator: str, left: Term, right: Term) -> Term:
    if left.type not in NUMBERS or right.type not in NUMBERS:
        raise _incompatible(operator, left, right)
    parameters = left.parameters + right.parameters
    if "Edm.Decimal" in (left.type, right.type):
        return Term(f"decimal_arithmetic('{operator}', {left.sql}, {right.sql})", parameters, "Edm.Decimal")
    integers = {left.type, right.type} <= INTEGERS
    kind = "Edm.Int64" if integers else "Edm.Double"
    return Term(f"({left.sql} {_ARITHMETIC[operator]} {right.sql})", parameters, kind)


def _comparison(scope: Scope, operator: str, left: Term, right: Term) -> Term:
    if left.type is None or right.type is None:
        return _null_comparison(operator, left, right)
    left, right = _promoted(operator, left, right)
    if left.type == "Edm.String" and scope.model.settings.text == "insensitive":
        left, right = folded(left), folded(right)
    parameters = left.parameters + right.parameters
    sql = f"({left.sql} {_COMPARE[operator]} {right.sql})"
    if operator == "ne" and (left.lookup or right.lookup):
        # Facts 3.1, UseLookupNotEqualOrNullQueryCondition: an empty lookup is "not equal" too.
        return Term(f"({left.sql} IS NOT {right.sql})", parameters)
    if scope.model.settings.null_ne == "odata":
        if operator in ("eq", "ne"):
            return Term(f"({left.sql} IS {'NOT ' if operator == 'ne' else ''}{right.sql})", parameters)
        return Term(f"COALESCE({sql}, 0)", parameters)
    return Term(sql, parameters)


def _null_comparison(operator: str, left: Term, right: Term) -> Term:
    term = right if left.type is None else left
    if operator == "eq":
        return Term(f"({term.sql} IS NULL)", term.parameters)
    if operator == "ne":
        return Term(f"({term.sql} IS NOT NULL)", term.parameters)
    return Term(f"({term.sql} > NULL)", term.parameters)  # any other comparison with null is unknown


def _promoted(operator: str, left: Term, right: Term) -> tuple[Term, Term]:
    if left.type == right.type:
        return left, right
    if left.type in NUMBERS and right.type in NUMBERS:
        if "Edm.Decimal" in (left.type, right.type):
            return _as_decimal(left), _as_decimal(right)
        return left, right
    if {left.type, right.type} == {"Edm.Date", "Edm.DateTimeOffset"}:
        # Facts 3.5: `CreatedOn ge 2026-01-01` is in use on a real site; midnight UTC is inferred.
        return _as_datetime(left), _as_datetime(right)
    raise _incompatible(operator, left, right)


def _as_decimal(term: Term) -> Term:
    if term.type == "Edm.Decimal":
        return term
    return replace(term, sql=f"to_decimal({term.sql})", type="Edm.Decimal")


def _as_datetime(term: Term) -> Term:
    if term.type == "Edm.DateTimeOffset":
        return term
    return replace(term, sql=f"({term.sql} || 'T00:00:00')", type="Edm.DateTimeOffset")


def _membership(scope: Scope, node: Membership) -> Term:
    _require(scope, "in")
    operand = _translate(scope, node.operand)
    terms = [_comparison(scope, "eq", operand, _translate(scope, item)) for item in node.items]
    if not terms:
        return Term("0")
    sql = _balanced([term.sql for term in terms], "OR")
    return Term(sql, tuple(value for term in terms for value in term.parameters))


def _quantifier(scope: Scope, node: Quantifier) -> Term:
    _require(scope, node.kind)
    *hops, name = node.path.names
    owner, alias = scope.entity, scope.alias
    for depth, hop in enumerate(hops):
        if hop not in owner.links:
            raise unknown_property(hop, owner)
        target = scope.model.entity(owner.links[hop].target)
        alias = _joined(scope, tuple(hops[: depth + 1]), alias, owner, target)
        owner = target
    back = scope.model.schema.backs(owner.name).get(name)
    if back is None:
        raise unknown_property(name, owner)
    inner = Scope(scope.model, scope.model.entity(back.entity), f"{scope.alias}q{len(name)}")
    inner.variables = {**scope.variables, node.variable: inner}
    scope.model.store.ensure_index(inner.entity, back.column)
    predicate = _translate(inner, node.predicate) if node.predicate is not None else Term("1")
    link = f"{inner.column(back.column)} = {alias}.{owner.physical[owner.key[0]]}"
    test = predicate.sql if node.kind == "any" else f"COALESCE(NOT {predicate.sql}, 1)"
    sql = f"EXISTS (SELECT 1 FROM {inner.source} WHERE {link} AND {test})"  # noqa: S608
    return Term(sql if node.kind == "any" else f"(NOT {sql})", predicate.parameters)


def _call(scope: Scope, node: Call) -> Term:
    function = FUNCTIONS.get(node.name)
    if function is None:
        raise query_refused(f"An unknown function with name '{node.name}' was found.")
    _require(scope, node.name)
    arguments = [_translate(scope, argument) for argument in node.arguments]
    kinds = tuple(argument.type for argument in arguments)
    if not any(accepts(signature, kinds) for signature in function.signatures):
        considered = "; ".join(f"{node.name}({', '.join(signature)})" for signature in function.signatures)
        raise query_refused(
            f"No function signature for the function with name '{node.name}' matches the specified arguments. "
            f"The function signatures considered are: {considered}."
        )
    if function.folds and scope.model.settings.text == "insensitive":
        arguments = [folded(argument) for argument in arguments]
    if node.name in _OF_DAYS and scope.model.settings.zone and kinds == ("Edm.DateTimeOffset",):
        arguments = [_by_the_clock(arguments[0], scope.model.settings.zone)]
    term = function.write(arguments)
    return replace(term, type=function.result or arguments[0].type)


_OF_DAYS = ("year", "month", "day")


def _by_the_clock(moment: Term, hours: float) -> Term:
    """Write a moment, which is kept in UTC, as a clock of another zone shows it."""
    shifted = f"strftime('%Y-%m-%dT%H:%M:%S', substr({moment.sql}, 1, 19), '{hours * 60:+.0f} minutes')"
    # .NET does not go beyond its last moment, and SQLite has none there.
    return replace(moment, sql=f"COALESCE({shifted}, {moment.sql})", parameters=moment.parameters * 2)


_TRANSLATIONS: Mapping[type, Callable[..., Term]] = {
    Literal: _literal,
    Path: _path,
    Unary: _unary,
    Junction: _junction,
    Binary: _binary,
    Membership: _membership,
    Quantifier: _quantifier,
    Call: _call,
}
