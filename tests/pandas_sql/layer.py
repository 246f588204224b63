"""For pandas' own tests only: their CREATE, DROP and `SELECT *` over a sandbox; all else is the product's dialect."""

from __future__ import annotations

import uuid
from typing import Any

import sqlalchemy
import sqlglot
from sqlalchemy import schema as definitions
from sqlglot import exp

from tests.sqlalchemy import layer
from tests.sqlalchemy.layer import SuiteDialect, sandbox

ROW_KEY = (
    "RowKey"  # every object has a key, and pandas' tables have none: they get one, which keeps their rows in order
)
HIDDEN = frozenset({ROW_KEY, layer._KEY})

_TYPES: dict[str, Any] = {
    "INT": sqlalchemy.Integer(),
    "SERIAL": sqlalchemy.Integer(),
    "BIGINT": sqlalchemy.BigInteger(),
    "DECIMAL": sqlalchemy.Numeric(),
    "DOUBLE": sqlalchemy.Float(53),
    "FLOAT": sqlalchemy.Float(53),
    "TEXT": sqlalchemy.Text(),
    "VARCHAR": sqlalchemy.Text(),
    "TIMESTAMPTZ": sqlalchemy.DateTime(timezone=True),
}


class PandasDialect(SuiteDialect):
    """The product's dialect, whose definitions reach the sandbox and whose rows do not show the key they were given."""

    driver = "pandas"
    supports_statement_cache = True

    def get_columns(self, connection: Any, table_name: str, schema: str | None = None, **options: Any) -> Any:
        """Describe the columns that pandas defined."""
        columns = super().get_columns(connection, table_name, schema, **options)
        return [column for column in columns if column["name"] not in HIDDEN]

    def get_pk_constraint(self, connection: Any, table_name: str, schema: str | None = None, **options: Any) -> Any:
        """Describe the key that pandas defined."""
        key = super().get_pk_constraint(connection, table_name, schema, **options)
        return {**key, "constrained_columns": [name for name in key["constrained_columns"] if name not in HIDDEN]}

    def do_execute(self, cursor: Any, statement: str, parameters: Any, context: Any = None) -> None:
        """Run statements, or define what they define."""
        if context is not None and context.isddl:
            _define(context.compiled.statement, statement, self)
        elif not _is_special(statement):
            super().do_execute(cursor, statement, parameters, context)
            return
        else:
            for tree in filter(None, sqlglot.parse(statement, read="postgres" if "?" not in statement else None)):
                self._execute_tree(cursor, tree, parameters, context)
        cursor.connection.commit()

    def _execute_tree(self, cursor: Any, tree: exp.Expression, parameters: Any, context: Any) -> None:
        if isinstance(tree, exp.Create) and tree.kind == "TABLE":
            _define(definitions.CreateTable(_table_of(tree)), "", self)
        elif isinstance(tree, exp.Create):
            _create_view(tree)
        elif isinstance(tree, exp.Drop):
            layer._define_view(tree)
        else:
            super().do_execute(cursor, without_keys(tree, cursor.connection.catalog), parameters, context)


def without_keys(tree: exp.Expression, catalog: Any) -> str:
    """Write `SELECT *` and `INSERT INTO` with the columns that pandas knows; any other text as it was."""
    for select in tree.find_all(exp.Select):
        if any(isinstance(each, exp.Star) for each in select.expressions):
            columns = [
                exp.column(name, table=source.alias_or_name, quoted=True)
                for source in select.find_all(exp.Table)
                for name in _known(source, catalog)
            ]
            select.set("expressions", columns)
    if isinstance(tree, exp.Insert) and isinstance(tree.this, exp.Table):
        names = [exp.to_identifier(name, quoted=True) for name in _known(tree.this, catalog)]
        tree.set("this", exp.Schema(this=tree.this, expressions=names))
    return tree.sql()


def _known(table: exp.Table, catalog: Any) -> list[str]:
    return [column.name for column in catalog[table.name].columns if column.name not in HIDDEN]


def _is_special(statement: str) -> bool:
    words = statement.upper().split()
    return words[:1] in (["CREATE"], ["DROP"]) or words[:2] == ["SELECT", "*"]


def _define(statement: Any, sql: str, dialect: Any) -> None:
    if isinstance(statement, definitions.CreateTable) and not list(statement.element.primary_key.columns):
        table = statement.element.to_metadata(sqlalchemy.MetaData())
        table.append_column(sqlalchemy.Column(ROW_KEY, sqlalchemy.Integer, primary_key=True))
        statement = definitions.CreateTable(table)
    layer._define(statement, sql, dialect)


def _table_of(tree: exp.Create) -> sqlalchemy.Table:
    columns = [_column_of(definition) for definition in tree.find_all(exp.ColumnDef)]
    return sqlalchemy.Table(tree.find(exp.Table).name, sqlalchemy.MetaData(), *columns)


def _column_of(definition: exp.ColumnDef) -> sqlalchemy.Column[Any]:
    constraints = {type(each.kind) for each in definition.constraints}
    return sqlalchemy.Column(
        definition.name,
        _TYPES[definition.kind.this.value],
        primary_key=exp.PrimaryKeyColumnConstraint in constraints,
        unique=exp.UniqueColumnConstraint in constraints,
        nullable=not constraints & {exp.NotNullColumnConstraint, exp.PrimaryKeyColumnConstraint},
        autoincrement=False,
    )


def _create_view(definition: exp.Create) -> None:
    """Make an object with the columns and the rows that the view's one table has now."""
    layer._define_view(definition)
    source = definition.expression.find(exp.Table).name
    rows = [{**row, layer._KEY: uuid.UUID(int=number + 1)} for number, row in enumerate(sandbox.rows(source))]
    sandbox.insert(definition.this.name, rows)
    for connection in list(layer._connections):
        if not connection._closed:
            connection.catalog.refresh()
