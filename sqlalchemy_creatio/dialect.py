"""The dialect: from a SQLAlchemy URL to a connection of the driver, and what SQLAlchemy may expect of it."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

import sqlalchemy
from sqlalchemy import exc, pool
from sqlalchemy import types as sqltypes
from sqlalchemy.engine import URL, default

import creatio_dbapi
from creatio_dbapi.catalog import did_you_mean, nearest
from creatio_dbapi.options import SECRETS, SIGN_IN, make_options, read_argument
from creatio_dbapi.secret import Secret
from sqlalchemy_creatio.compiler import CreatioCompiler, CreatioDDLCompiler, CreatioTypeCompiler
from sqlalchemy_creatio.reflection import (
    CreatioInspector,
    catalog_of,
    columns_of,
    find_table,
    foreign_keys_of,
    is_of,
    is_view,
    remembered,
    table_of,
)
from sqlalchemy_creatio.types import COLUMN_TYPES

SANDBOX = "sandbox"
_IS_OLD = sqlalchemy.__version__.startswith("1.")


class CreatioDialect(default.DefaultDialect):
    """Creatio over HTTPS: `creatio://user:password@crm.example.com`, or `creatio://sandbox`."""

    name = "creatio"
    driver = "https"
    scheme = "https"

    statement_compiler = CreatioCompiler
    ddl_compiler = CreatioDDLCompiler
    type_compiler = CreatioTypeCompiler
    type_compiler_cls = CreatioTypeCompiler
    inspector = CreatioInspector
    default_paramstyle = "qmark"
    colspecs = COLUMN_TYPES

    supports_statement_cache = True
    supports_native_boolean = True
    supports_native_decimal = True
    supports_native_uuid = True
    supports_unicode_statements = True
    supports_unicode_binds = True
    returns_unicode_strings = getattr(sqltypes.String, "RETURNS_UNICODE", True)  # a word of SQLAlchemy 1.4
    supports_sane_rowcount = True
    supports_sane_multi_rowcount = True
    supports_sane_rowcount_returning = True
    supports_default_values = True
    supports_empty_insert = False
    supports_multivalues_insert = True
    supports_simple_order_by_label = True
    supports_sequences = False
    supports_alter = False
    supports_comments = False
    supports_is_distinct_from = True
    supports_identity_columns = False
    implicit_returning = True
    insert_returning = True
    update_returning = True
    delete_returning = True
    update_returning_multifrom = True
    delete_returning_multifrom = True
    insert_executemany_returning = True
    use_insertmanyvalues = True
    postfetch_lastrowid = True
    favor_returning_over_lastrowid = True
    div_is_floordiv = False
    preexecute_autoincrement_sequences = False
    cte_follows_insert = True
    tuple_in_values = True
    requires_name_normalize = False
    max_identifier_length = 255

    def __init__(
        self,  # SQLAlchemy looks for the names of its options among those of positional arguments
        json_serializer: Callable[[Any], str] | None = None,
        json_deserializer: Callable[[str], Any] | None = None,
        isolation_level: str | None = None,
        **options: Any,
    ) -> None:
        """Take the options of `create_engine`; JSON is kept as text, and written and read by these functions."""
        if not _IS_OLD:
            options["isolation_level"] = isolation_level
        elif isolation_level is not None:  # SQLAlchemy 1.4 leaves it to the dialects
            self.set_isolation_level(None, isolation_level)
        super().__init__(**options)
        self._json_serializer = json_serializer
        self._json_deserializer = json_deserializer
        self._missed: tuple[str, tuple[str, ...]] = ("", ())  # what was looked for in vain, and what there is

    @classmethod
    def import_dbapi(cls) -> ModuleType:
        """Return the driver."""
        return creatio_dbapi

    if _IS_OLD:

        @classmethod
        def dbapi(cls) -> ModuleType:  # type: ignore[override,unused-ignore]
            """Return the driver, as SQLAlchemy 1.4 asks for it."""
            return cls.import_dbapi()

    @classmethod
    def get_pool_class(cls, url: URL) -> type[pool.Pool]:
        """Return the pool of a database that is reached over a network, as the sandbox is too."""
        return pool.QueuePool

    # -- connecting --------------------------------------------------------------------------------------------

    def create_connect_args(self, url: URL) -> tuple[list[Any], dict[str, Any]]:
        """Turn a URL into the arguments of `connect`; raises ArgumentError naming what is missing or wrong.

        The password's place takes the secret of every way in: the client's secret, a token.
        """
        options = _options_of(url)
        user = {"user": url.username} if url.username else {}
        # SQLAlchemy keeps these arguments, where a traceback that shows locals must not show the password.
        password = {"password": Secret(str(url.password))} if url.password is not None else {}
        address = [] if not url.host and "login" in options else [self._address(url)]
        return address, {**user, **password, **options}

    def _address(self, url: URL) -> str:
        if not url.host:
            raise exc.ArgumentError(
                "the URL names no host; write creatio://user:password@crm.example.com, or creatio://sandbox"
            )
        if url.host == SANDBOX and url.port is None and not url.database:
            return SANDBOX
        host = f"[{url.host}]" if ":" in url.host else url.host
        port = f":{url.port}" if url.port is not None else ""
        path = f"/{url.database}" if url.database else ""
        return f"{self.scheme}://{host}{port}{path}"

    def initialize(self, connection: Any) -> None:
        """Know everything without asking the server: a connection costs no request before its first statement."""
        self.server_version_info = None
        self.default_schema_name = None
        self.default_isolation_level = "AUTOCOMMIT"

    def do_ping(self, dbapi_connection: Any) -> bool:
        """Say whether a connection is open, and sign in where it did not speak yet, so that a wrong password is told.

        Later pings send nothing: a session that has ended is renewed by itself.
        """
        try:
            dbapi_connection.services().session.sign_in()
        except creatio_dbapi.Error as error:
            if self.is_disconnect(error, dbapi_connection, None):  # SQLAlchemy 1.4 does not ask
                return False
            raise
        return True

    def is_disconnect(self, e: Exception, connection: Any, cursor: Any) -> bool:
        """Say whether an error means that the connection is of no more use: only when it was closed."""
        return isinstance(e, creatio_dbapi.InterfaceError) and "connection is closed" in str(e)

    def do_execute(self, cursor: Any, statement: str, parameters: Any, context: Any = None) -> None:
        """Run a statement; raises for rows that were refused, of which SQLAlchemy would know nothing otherwise."""
        super().do_execute(cursor, statement, parameters, context)  # type: ignore[no-untyped-call]
        _check_refused(getattr(cursor, "write_report", None))

    def do_executemany(self, cursor: Any, statement: str, parameters: Any, context: Any = None) -> None:
        """Run a statement for many sets of parameters; raises for rows that were refused."""
        values = _values_of_row(context)
        if values is None:
            super().do_executemany(cursor, statement, parameters, context)  # type: ignore[no-untyped-call]
        else:
            rows = ", ".join([values] * len(parameters))
            cursor.execute(statement.replace(values, rows, 1), [value for row in parameters for value in row])
        _check_refused(getattr(cursor, "write_report", None))

    def do_rollback(self, dbapi_connection: Any) -> None:
        """Take back what an undo log can; where there is none, warn how many rows stay as they were written."""
        try:
            dbapi_connection.rollback()
        except creatio_dbapi.NotSupportedError as error:
            warnings.warn(str(error), exc.SAWarning, stacklevel=2)

    # -- isolation ---------------------------------------------------------------------------------------------

    def get_isolation_level_values(self, dbapi_conn: Any) -> Sequence[Any]:
        """Return the one level that Creatio offers."""
        return ["AUTOCOMMIT"]

    def get_isolation_level(self, dbapi_connection: Any) -> Any:
        """Return the one level that Creatio offers."""
        return "AUTOCOMMIT"

    def get_default_isolation_level(self, dbapi_conn: Any) -> Any:
        """Return the one level that Creatio offers."""
        return "AUTOCOMMIT"

    def reset_isolation_level(self, dbapi_conn: Any) -> None:
        """Do nothing: there is only one level."""

    def set_isolation_level(self, dbapi_connection: Any, level: Any) -> None:
        """Take AUTOCOMMIT, which is what Creatio does; raises ArgumentError for anything else."""
        if str(level).replace("_", " ").upper() != "AUTOCOMMIT":
            raise exc.ArgumentError(
                f"isolation level {level!r} is not offered by Creatio, where each write is in effect at once; "
                "the only level is AUTOCOMMIT"
            )

    # -- reflection: the catalog is in memory; an inspector remembers what it said ------------------------------------

    def get_schema_names(self, connection: Any, **kw: Any) -> list[str]:
        """Return no names: the objects of Creatio are in no schema, though `creatio` is taken for one."""
        return []

    @remembered
    def get_table_names(self, connection: Any, schema: str | None = None, **kw: Any) -> list[str]:
        """Return the names of all objects but views."""
        return [name for name in catalog_of(connection) if not is_view(name)] if is_of(schema) else []

    @remembered
    def get_view_names(self, connection: Any, schema: str | None = None, **kw: Any) -> list[str]:
        """Return the names of the objects that are views of Creatio's database."""
        return [name for name in catalog_of(connection) if is_view(name)] if is_of(schema) else []

    @remembered
    def has_table(self, connection: Any, table_name: str, schema: str | None = None, **kw: Any) -> bool:
        """Say whether there is an object of this name, a view or not."""
        if not is_of(schema):
            return False
        catalog = catalog_of(connection)
        if find_table(catalog, table_name) is not None:
            return True
        self._missed = table_name, tuple(catalog)
        return False

    def absence_of(self, name: str) -> str:
        """Begin a message with what is known of an object that was looked for just now; empty where it was not."""
        missed, known = self._missed
        if name != missed:
            return ""
        return f'table "{name}" not found{did_you_mean(nearest(name, list(known))) or ";"} '

    @remembered
    def get_columns(self, connection: Any, table_name: str, schema: str | None = None, **kw: Any) -> Any:
        """Describe the columns of a table."""
        return columns_of(table_of(connection, table_name, schema))

    @remembered
    def get_pk_constraint(self, connection: Any, table_name: str, schema: str | None = None, **kw: Any) -> Any:
        """Describe the key of a table."""
        return {"constrained_columns": list(table_of(connection, table_name, schema).key), "name": None}

    @remembered
    def get_foreign_keys(self, connection: Any, table_name: str, schema: str | None = None, **kw: Any) -> Any:
        """Describe the lookups of a table."""
        return foreign_keys_of(catalog_of(connection), table_of(connection, table_name, schema))

    def get_indexes(self, connection: Any, table_name: str, schema: str | None = None, **kw: Any) -> Any:
        """Return no indexes: `$metadata` does not tell of them."""
        table_of(connection, table_name, schema)
        return []

    def get_unique_constraints(self, connection: Any, table_name: str, schema: str | None = None, **kw: Any) -> Any:
        """Return no constraints: `$metadata` does not tell of them."""
        table_of(connection, table_name, schema)
        return []

    def get_check_constraints(self, connection: Any, table_name: str, schema: str | None = None, **kw: Any) -> Any:
        """Return no constraints: `$metadata` does not tell of them."""
        table_of(connection, table_name, schema)
        return []

    def get_table_comment(self, connection: Any, table_name: str, schema: str | None = None, **kw: Any) -> Any:
        """Return no comment: `$metadata` does not tell of any."""
        table_of(connection, table_name, schema)
        return {"text": None}

    def get_table_options(self, connection: Any, table_name: str, schema: str | None = None, **kw: Any) -> Any:
        """Return no options: an object of Creatio has none."""
        table_of(connection, table_name, schema)
        return {}

    def get_view_definition(self, connection: Any, view_name: str, schema: str | None = None, **kw: Any) -> Any:
        """Refuse: Creatio does not show how its views are made."""
        table_of(connection, view_name, schema)
        raise NotImplementedError("Creatio does not tell how its views are defined")


class CreatioHttpDialect(CreatioDialect):
    """Creatio over plain HTTP, for this machine, or anywhere with `allow_http=true`."""

    driver = "http"
    scheme = "http"
    supports_statement_cache = True


def _values_of_row(context: Any) -> str | None:
    """Return how the values of a row are written where SQLAlchemy 1.4 wants many new rows back, or None."""
    if not _IS_OLD or context is None or not context.isinsert or not context.compiled.returning:
        return None
    expression = context.compiled.insert_single_values_expr
    return f"({expression})" if expression else None


def _check_refused(report: Any) -> None:
    """Raise for rows that were refused while the others were written, as on_error="continue" has it."""
    if report is not None and report.failed:
        first = report.failed[0]
        error = creatio_dbapi.DatabaseError(f"row {first.row}: {first.message} ({report})", status=first.status)
        error.report = report
        raise error


def _options_of(url: URL) -> dict[str, Any]:
    given: dict[str, Any] = {}
    for name, value in url.query.items():
        if name in SECRETS or "@" in str(value) * (name == "proxy"):
            raise exc.ArgumentError(
                f"{name} does not belong into the query of a URL, which is printed and logged; write the secret in the "
                "place of the password, or give connect_args, the environment or a stored login"
            )
        if not isinstance(value, str):
            raise exc.ArgumentError(f"option {name} is given {len(value)} times in the URL; give it once")
        given[name] = value
    try:
        make_options({name: value for name, value in given.items() if name not in SIGN_IN or name == "user"})
        for name in given.keys() & set(SIGN_IN):
            read_argument(name, given[name])
    except creatio_dbapi.InterfaceError as error:
        raise exc.ArgumentError(str(error)) from None
    return given
