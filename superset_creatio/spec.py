"""The engine spec: what Superset may expect of Creatio, and how it asks for it."""

from __future__ import annotations

import dataclasses
import re
from datetime import datetime
from typing import Any

from sqlalchemy import types
from superset import db
from superset.common.db_query_status import QueryStatus
from superset.db_engine_specs.base import BaseEngineSpec, DatabaseCategory
from superset.db_engine_specs.exceptions import SupersetDBAPIProgrammingError
from superset.exceptions import SupersetParseError
from superset.sql.parse import SQLGLOT_DIALECTS, LimitMethod, SQLScript
from superset.utils.core import GenericDataType

from creatio_dbapi.catalog import SCHEMA
from creatio_dbapi.parse import CreatioScript
from superset_creatio.form import ConnectionForm
from superset_creatio.functions import FUNCTIONS
from superset_creatio.grains import TIME_GRAINS
from superset_creatio.masking import masked, unmasked
from superset_creatio.running import run_watched, take_rows
from superset_creatio.troubles import CUSTOM_ERRORS, ExceptionMapping, kind_of, sentence_of

# Superset reads each statement, and writes it anew, before it runs it.
SQLGLOT_DIALECTS["creatio"] = CreatioScript

_STOPPED = (QueryStatus.STOPPED, QueryStatus.TIMED_OUT)

# By the type codes of the cursor's description; a name of a type in SQL is what the mappings below look at.
_SQL_NAMES = {
    "Edm.Guid": "UUID",
    "Edm.String": "TEXT",
    "Edm.Int16": "SMALLINT",
    "Edm.Int32": "INTEGER",
    "Edm.Int64": "BIGINT",
    "Edm.Byte": "SMALLINT",
    "Edm.SByte": "SMALLINT",
    "Integer": "BIGINT",
    "Edm.Decimal": "DECIMAL",
    "Edm.Double": "DOUBLE",
    "Edm.Single": "FLOAT",
    "Edm.Boolean": "BOOLEAN",
    "Edm.DateTimeOffset": "TIMESTAMP WITH TIME ZONE",
    "Timestamp": "TIMESTAMP",
    "Edm.Date": "DATE",
    "Edm.TimeOfDay": "TIME",
    "Edm.Duration": "INTERVAL",
    "Edm.Binary": "BLOB",
    "Edm.Stream": "BLOB",
}


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


class CreatioEngineSpec(ConnectionForm, BaseEngineSpec):
    """Creatio, as a database of Superset: `creatio://user:password@crm.example.com`, or `creatio://sandbox`."""

    engine = "creatio"
    engine_name = "Creatio"
    drivers = {"https": "Creatio over HTTPS", "http": "Creatio over plain HTTP"}  # noqa: RUF012 - Superset's convention
    default_driver = "https"
    sqlalchemy_uri_placeholder = "creatio://user:password@crm.example.com[:port][/path][?option=value]"
    metadata = {  # noqa: RUF012
        "description": "The objects of Creatio as tables, over its OData 4 service.",
        "logo": "creatio-dbapi.svg",
        "categories": [DatabaseCategory.OTHER, DatabaseCategory.OPEN_SOURCE],
        "pypi_packages": ["creatio-dbapi[sqlalchemy]"],
        "connection_string": sqlalchemy_uri_placeholder,
        "default_port": 443,
        "notes": "creatio://sandbox is a small Creatio with demo data inside Superset; it needs the extra sandbox.",
    }

    limit_method = LimitMethod.FORCE_LIMIT
    max_column_name_length = 255
    allows_joins = True
    allows_subqueries = True
    allows_alias_in_select = True
    allows_alias_in_orderby = True
    allows_alias_to_source_column = True
    allows_hidden_orderby_agg = True
    allows_hidden_cc_in_orderby = True
    allows_cte_in_subquery = True
    allows_sql_comments = True
    supports_file_upload = True
    supports_dynamic_schema = False
    supports_catalog = False

    custom_errors = CUSTOM_ERRORS
    encrypted_extra_sensitive_fields = {"$.connect_args.*": "Options of the connection"}  # noqa: RUF012

    _time_grain_expressions = TIME_GRAINS
    column_type_mappings = (
        (_pattern("^uuid|^guid"), types.CHAR(36), GenericDataType.STRING),
        (_pattern("^blob|^binary|^bytea"), types.LargeBinary(), GenericDataType.STRING),
        (_pattern("^timestamp with"), types.TIMESTAMP(timezone=True), GenericDataType.TEMPORAL),
        (_pattern("^interval"), types.Interval(), GenericDataType.STRING),
    )
    column_type_mutators = {types.CHAR: lambda value: None if value is None else str(value)}  # noqa: RUF012

    # -- types and moments -------------------------------------------------------------------------------------

    @classmethod
    def get_datatype(cls, type_code: Any) -> str | None:
        """Return the name in SQL of a type of the cursor's description."""
        name: str | None = _SQL_NAMES.get(type_code) or super().get_datatype(type_code)
        return name

    @classmethod
    def convert_dttm(cls, target_type: str, dttm: datetime, db_extra: dict[str, Any] | None = None) -> str | None:
        """Write a moment, which Superset gives in UTC, as a literal for a column of this type."""
        kind = cls.get_sqla_column_type(target_type)
        if isinstance(kind, types.Date):
            return f"CAST('{dttm.date().isoformat()}' AS DATE)"
        if isinstance(kind, types.DateTime):
            return f"CAST('{dttm.isoformat(sep=' ', timespec='microseconds')}+00:00' AS TIMESTAMPTZ)"
        return None

    @classmethod
    def epoch_to_dttm(cls) -> str:
        """Return the moment of a number of seconds since 1970."""
        return "TO_TIMESTAMP({col})"

    # -- what there is -----------------------------------------------------------------------------------------

    @classmethod
    def get_default_schema(cls, database: Any, catalog: str | None) -> str | None:
        """Return the name that stands for all of Creatio, because Superset lists the tables of a schema only."""
        return SCHEMA

    @classmethod
    def get_schema_names(cls, inspector: Any) -> set[str]:
        """Return the one name that stands for all of Creatio."""
        return {SCHEMA}

    @classmethod
    def get_function_names(cls, database: Any) -> list[str]:
        """Return functions for SQL Lab to complete."""
        return list(FUNCTIONS)

    @classmethod
    def get_metrics(cls, database: Any, inspector: Any, table: Any) -> list[Any]:
        """Return the metrics of a new dataset: how many rows, and the sum of each column of money."""
        known = inspector.has_table(table.table, table.schema)  # a dataset of a query has a name of its own
        columns = inspector.get_columns(table.table, table.schema) if known else []
        amounts = [column["name"] for column in columns if isinstance(column["type"], types.Numeric)]
        sums = [
            {
                "metric_name": f"sum_{name}",
                "verbose_name": f"SUM({name})",
                "metric_type": "sum",
                "expression": f'SUM("{name}")',
            }
            for name in amounts
        ]
        return [*super().get_metrics(database, inspector, table), *sums]

    @classmethod
    def get_extra_table_metadata(cls, database: Any, table: Any) -> dict[str, Any]:
        """Return the key of a table, and the tables that its lookups lead to."""
        with database.get_inspector() as inspector:
            key = inspector.get_pk_constraint(table.table, table.schema)["constrained_columns"]
            links = inspector.get_foreign_keys(table.table, table.schema)
        lookups = {link["constrained_columns"][0]: link["referred_table"] for link in links}
        return {"metadata": {"key": key, "lookups": lookups}}

    # -- running and stopping ----------------------------------------------------------------------------------

    @classmethod
    def has_implicit_cancel(cls) -> bool:
        """Say that a statement stops by itself when Superset marks its query as stopped."""
        return True

    @classmethod
    def execute_with_cursor(cls, cursor: Any, sql: str, query: Any) -> None:
        """Run a statement of SQL Lab, watching whether it is to stop and telling how far it is."""

        def look(progress: str) -> bool:
            db.session.commit()  # what another process wrote is seen by a new transaction only
            db.session.refresh(query)
            if query.status in _STOPPED:
                return True
            query.set_extra_json_key("progress", progress)
            db.session.commit()
            return False

        try:
            run_watched(cursor, _with_own_limit(sql, query.sql), look)
        except Exception as error:
            raise cls.get_dbapi_mapped_exception(error) from error
        cls.handle_cursor(cursor, query)

    @classmethod
    def fetch_data(cls, cursor: Any, limit: int | None = None) -> list[tuple[Any, ...]]:
        """Return the rows of a statement; those of SQL Lab are here already."""
        rows = take_rows(cursor)
        found: list[tuple[Any, ...]] = super().fetch_data(cursor if rows is None else _Fetched(cursor, rows), limit)
        return found

    # -- cost --------------------------------------------------------------------------------------------------

    @classmethod
    def get_allow_cost_estimate(cls, extra: dict[str, Any]) -> bool:
        """Say that the cost of a statement can be told; EXPLAIN sends no request for it."""
        return True

    @classmethod
    def estimate_statement_cost(cls, database: Any, statement: str, cursor: Any) -> dict[str, Any]:
        """Return what a statement would ask Creatio for, what is done here, and how many requests that takes."""
        cursor.execute(f"EXPLAIN {statement}")
        costs: dict[str, list[str]] = {}
        for part, plan in cursor.fetchall():
            if part:
                costs.setdefault(part, []).append(plan)
        return {part: "; ".join(lines) for part, lines in costs.items()}

    @classmethod
    def query_cost_formatter(cls, raw_cost: list[dict[str, Any]]) -> list[dict[str, str]]:
        """Return an estimate as rows of two columns, the requests first: that is what a query costs."""
        names = {"cost": "Requests", "remote": "Read from Creatio", "local": "Done here"}
        return [{"Part": names[part], "Plan": row[part]} for row in raw_cost for part in names if part in row]

    # -- errors and secrets ------------------------------------------------------------------------------------

    @classmethod
    def get_dbapi_exception_mapping(cls) -> dict[type[Exception], type[Exception]]:
        """Return Superset's exceptions for those of the driver."""
        return ExceptionMapping()

    @classmethod
    def extract_errors(cls, ex: Exception, context: Any = None, database_name: str | None = None) -> list[Any]:
        """Return what went wrong as a kind that Superset knows, in the driver's own sentence."""
        found: list[Any] = super().extract_errors(ex, context, database_name)
        kind = kind_of(ex)
        return found if kind is None else [dataclasses.replace(each, error_type=kind) for each in found]

    @classmethod
    def extract_error_message(cls, ex: Exception) -> str:
        """Return the driver's own sentence, which names what was given and what would work."""
        return sentence_of(ex)

    @classmethod
    def _extract_error_message(cls, ex: Exception) -> str:
        return sentence_of(ex)

    @classmethod
    def mask_encrypted_extra(cls, encrypted_extra: str | None) -> str | None:
        """Hide every value of the secret part of a connection."""
        return masked(encrypted_extra)

    @classmethod
    def unmask_encrypted_extra(cls, old: str | None, new: str | None) -> str | None:
        """Put back the values that were hidden and not changed."""
        return unmasked(old, new)

    @staticmethod
    def get_extra_params(database: Any, source: Any = None) -> dict[str, Any]:
        """Have the connection refuse writes itself, unless the database is one that they are allowed for."""
        extra: dict[str, Any] = BaseEngineSpec.get_extra_params(database, source)
        if not (database.allow_dml or database.allow_file_upload):
            extra.setdefault("engine_params", {}).setdefault("connect_args", {})["read_only"] = True
        return extra

    # -- upload ------------------------------------------------------------------------------------------------

    @classmethod
    def df_to_sql(cls, database: Any, table: Any, df: Any, to_sql_kwargs: dict[str, Any]) -> None:
        """Append the rows of a file to an object that is there; refuses an upload that wants to make one."""
        with cls.get_engine(database, catalog=table.catalog, schema=table.schema) as engine:
            if to_sql_kwargs.get("if_exists") != "append":
                raise SupersetDBAPIProgrammingError(
                    'Creatio takes rows into objects that are there; choose "Append" for a table that exists'
                )
            with engine.connect() as connection:
                if not engine.dialect.has_table(connection, table.table, None):
                    raise SupersetDBAPIProgrammingError(
                        f'"{table.table}" is no object of Creatio; objects are made in its configuration section'
                    )
            df.to_sql(table.table, engine, **{**to_sql_kwargs, "index": False, "method": None})


def _with_own_limit(sql: str, written: str) -> str:
    """Return a statement with the LIMIT that its author wrote, where that is the smaller one.

    Superset 6 puts the limit of SQL Lab in its place when a query runs at once: what was read of the statement is
    left in another session of its own database.
    """
    try:
        originals = SQLScript(written, CreatioEngineSpec.engine).statements
        (statement,) = SQLScript(sql, CreatioEngineSpec.engine).statements
    except (SupersetParseError, ValueError):  # a template, several statements
        return sql
    own, forced = originals[0].get_limit_value() if len(originals) == 1 else None, statement.get_limit_value()
    if own is None or forced is None or own >= forced:
        return sql
    statement.set_limit_value(own)
    limited: str = statement.format()
    return limited


class _Fetched:
    """A cursor whose rows were read already."""

    def __init__(self, cursor: Any, rows: list[tuple[Any, ...]]) -> None:
        self.description = cursor.description
        self._rows = rows

    def fetchall(self) -> list[tuple[Any, ...]]:
        """Return the rows."""
        return self._rows
