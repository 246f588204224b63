"""For the suite's tables only: CREATE and DROP TABLE as operations of a sandbox; all else is the product's dialect."""

from __future__ import annotations

import dataclasses
import weakref
from typing import Any

import sqlglot
from sqlalchemy import schema as definitions
from sqlalchemy import types as sqltypes
from sqlalchemy.sql import compiler

from creatio_dbapi.sandbox import Column, Constraint, Sandbox
from sqlalchemy_creatio.dialect import CreatioHttpDialect

sandbox = Sandbox(contacts=0)
_KEEPER = "Keeper"  # no instance is without objects, and the driver says so; the suite does not see this one
_KEY = "SuiteKey"  # nor this column: every object has a key, so that a table without one gets it
_views: set[str] = set()  # Creatio's views are called Vw…, and the suite's are not
_connections: weakref.WeakSet[Any] = weakref.WeakSet()

# The first class that a type belongs to says what the sandbox makes of it.
_EDM_TYPES: tuple[tuple[type[Any], str], ...] = (
    (sqltypes.SmallInteger, "Edm.Int16"),
    (sqltypes.BigInteger, "Edm.Int64"),
    (sqltypes.Integer, "Edm.Int32"),
    (sqltypes.Boolean, "Edm.Boolean"),
    (getattr(sqltypes, "Uuid", sqltypes.Boolean), "Edm.Guid"),
    (sqltypes.Float, "Edm.Double"),
    (getattr(sqltypes, "Double", sqltypes.Float), "Edm.Double"),
    (sqltypes.Numeric, "Edm.Decimal"),
    (sqltypes.String, "Edm.String"),
    (sqltypes.JSON, "Edm.String"),
    (sqltypes.DateTime, "Edm.DateTimeOffset"),
    (sqltypes.Date, "Edm.Date"),
    (sqltypes.Time, "Edm.TimeOfDay"),
    (sqltypes.LargeBinary, "Edm.Binary"),
)

# Definitions that nothing would tell of: the suite makes them in passing, and asks for none that is not opened.
_UNSEEN = ("CreateIndex", "DropIndex")


class SuiteDialect(CreatioHttpDialect):
    """The product's dialect, whose CREATE TABLE and DROP TABLE reach the sandbox instead of being refused."""

    driver = "suite"
    supports_statement_cache = True
    ddl_compiler = compiler.DDLCompiler

    def connect(self, *arguments: Any, **options: Any) -> Any:
        """Connect, keeping no catalog on disk: the suite changes it all the time."""
        connection = super().connect(*arguments, **{**options, "cache_directory": ""})
        _connections.add(connection)
        return connection

    def get_table_names(self, connection: Any, schema: str | None = None, **options: Any) -> list[str]:
        """Return the names of the suite's tables."""
        names = super().get_table_names(connection, schema, **options)
        return [name for name in names if name != _KEEPER and name not in _views]

    def get_view_names(self, connection: Any, schema: str | None = None, **options: Any) -> list[str]:
        """Return the names of the suite's views."""
        return [] if schema is not None else sorted(_views)

    def get_columns(self, connection: Any, table_name: str, schema: str | None = None, **options: Any) -> Any:
        """Describe the columns that the suite defined."""
        columns = super().get_columns(connection, table_name, schema, **options)
        return [column for column in columns if column["name"] != _KEY]

    def get_pk_constraint(self, connection: Any, table_name: str, schema: str | None = None, **options: Any) -> Any:
        """Describe the key that the suite defined."""
        key = super().get_pk_constraint(connection, table_name, schema, **options)
        return {**key, "constrained_columns": [name for name in key["constrained_columns"] if name != _KEY]}

    def do_execute(self, cursor: Any, statement: str, parameters: Any, context: Any = None) -> None:
        """Run a statement, or define what it defines."""
        if context is not None and context.isddl:
            _define(context.compiled.statement, statement, self)
            cursor.connection.commit()
        else:
            super().do_execute(cursor, statement, parameters, context)


def clear() -> None:
    """Drop every object of the sandbox: the suite expects an empty database."""
    for name in list(sandbox.site.schema.entities):
        sandbox.drop_object(name)
    sandbox.create_object(_KEEPER, {})


def _define(statement: Any, sql: str, dialect: Any) -> None:
    table = getattr(statement, "element", None)
    if isinstance(statement, definitions.CreateTable):
        columns = {"".join(column.name): _column(column, dialect) for column in table.columns}
        key = ["".join(column.name) for column in table.primary_key.columns]
        if not key:
            columns[_KEY], key = Column("Edm.Guid"), [_KEY]
        sandbox.create_object("".join(table.name), columns, key=key, base=False, constraints=_constraints(table))
    elif isinstance(statement, definitions.DropTable):
        sandbox.drop_object(table.name)
    elif type(statement).__name__ in ("CreateView", "DropView", "DDL"):
        _define_view(sqlglot.parse_one(sql, read="postgres"))
    elif type(statement).__name__ not in _UNSEEN:
        raise NotImplementedError(f"{type(statement).__name__} has no meaning for the sandbox")
    for connection in list(_connections):
        if not connection._closed:
            connection.catalog.refresh()


def _define_view(definition: Any) -> None:
    """Make an object with the columns of a view, or drop it: what a view reads is of no matter to its reflection."""
    name = definition.find(sqlglot.exp.Table).name
    if isinstance(definition, sqlglot.exp.Drop):
        _views.discard(name)
        sandbox.drop_object(name)
        return
    select = definition.expression
    source = sandbox.site.schema.entities[select.args.get("from_", select.args.get("from")).this.name].columns
    chosen = [each.name for each in select.expressions if not isinstance(each, sqlglot.exp.Star)] or list(source)
    columns = {column: dataclasses.replace(source[column], identity=False, target=None) for column in chosen}
    sandbox.create_object(name, {**columns, _KEY: Column("Edm.Guid")}, key=[_KEY], base=False)
    _views.add(name)


def _column(column: Any, dialect: Any) -> Column:
    kind = _plain(column.type, dialect)
    if getattr(kind, "native_uuid", True) is False:
        kind = sqltypes.String(32)
    edm = next((name for group, name in _EDM_TYPES if isinstance(kind, group)), None)
    if edm is None:
        raise NotImplementedError(f"the sandbox has no column of type {kind!r}")
    return Column(
        edm,
        nullable=column.nullable,
        max_length=getattr(kind, "length", None) if edm == "Edm.String" else None,
        precision=kind.precision if edm == "Edm.Decimal" else None,
        scale=kind.scale if edm == "Edm.Decimal" else None,
        facets=True,
        default=_default(column, edm),
        unique=bool(column.unique) or _is_unique(column),
        identity=column is column.table._autoincrement_column,
    )


def _constraints(table: Any) -> dict[str, Constraint]:
    """Return the foreign keys of a table by a name that no column has."""
    found = {}
    for number, constraint in enumerate(sorted(table.foreign_key_constraints, key=lambda each: each.column_keys)):
        columns = {"".join(each.parent.name): "".join(each.column.name) for each in constraint.elements}
        found[f"SuiteLink{number}"] = Constraint("".join(constraint.referred_table.name), columns)
    return found


def _plain(kind: Any, dialect: Any) -> Any:
    kind = kind.dialect_impl(dialect)
    while isinstance(kind, sqltypes.TypeDecorator):
        kind = kind.load_dialect_impl(dialect)
    return kind


def _default(column: Any, edm: str) -> Any:
    value = getattr(column.server_default, "arg", None)
    if value is None:
        return None
    text = str(getattr(value, "text", value)).strip("'")
    return int(text) if "Int" in edm else text


def _is_unique(column: Any) -> bool:
    constraints = (each for each in column.table.constraints if isinstance(each, definitions.UniqueConstraint))
    return any(list(each.columns) == [column] for each in constraints)
