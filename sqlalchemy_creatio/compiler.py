"""SQLAlchemy's expressions as the SQL that the driver reads: PostgreSQL's, with DuckDB's type names."""

from __future__ import annotations

from typing import Any

from sqlalchemy import exc, func
from sqlalchemy import types as sqltypes
from sqlalchemy.dialects.postgresql.base import PGCompiler
from sqlalchemy.sql import compiler, expression
from sqlalchemy.sql import util as sql_util

_NO_DDL = (
    "Creatio's OData service cannot create, change or drop objects; do it in Creatio's configuration section and read "
    "the catalog anew (connection.catalog.refresh())"
)


class CreatioCompiler(compiler.SQLCompiler):
    """Compiles statements; ON CONFLICT is that of `sqlalchemy.dialects.postgresql.insert`, and written as it is."""

    _on_conflict_target = PGCompiler._on_conflict_target
    visit_on_conflict_do_nothing = PGCompiler.visit_on_conflict_do_nothing
    visit_on_conflict_do_update = PGCompiler.visit_on_conflict_do_update

    def visit_select(self, select_stmt: Any, *args: Any, **kw: Any) -> str:
        """Write a SELECT; one that asks for windows and no order has that of its last window, as in other databases."""
        outermost = not self.stack
        text = str(super().visit_select(select_stmt, *args, **kw))  # type: ignore[no-untyped-call,unused-ignore]
        order = _order_of_window(select_stmt) if outermost else []
        literal = {"literal_binds": True} if kw.get("literal_binds") else {}
        return f"{text} ORDER BY {', '.join(self.process(each, **literal) for each in order)}" if order else text

    def visit_empty_set_expr(self, element_types: Any, **kw: Any) -> str:
        """Write the query that gives no rows, for an IN over nothing."""
        columns = ", ".join("NULL" for _ in element_types or [None])
        return f"SELECT {columns} WHERE 1 != 1"

    def get_select_precolumns(self, select: Any, **kw: Any) -> str:
        """Write DISTINCT, and DISTINCT ON where columns are named."""
        if not getattr(select, "_distinct_on", ()):
            return str(super().get_select_precolumns(select, **kw))
        columns = ", ".join(self.process(column, **kw) for column in select._distinct_on)
        return f"DISTINCT ON ({columns}) "

    def limit_clause(self, select: Any, **kw: Any) -> str:
        """Write LIMIT and OFFSET, each without the other where it is alone."""
        text = ""
        if select._limit_clause is not None:
            text += f"\n LIMIT {self.process(select._limit_clause, **kw)}"
        return text + self._offset(select, **kw)

    def _offset(self, select: Any, **kw: Any) -> str:
        clause = select._offset_clause
        return "" if clause is None else f"\n OFFSET {self.process(clause, **kw)}"

    def order_by_clause(self, select: Any, **kw: Any) -> str:
        """Write ORDER BY, and before it the QUALIFY that stands for a FETCH with PERCENT or WITH TIES."""
        written = str(super().order_by_clause(select, **kw))  # type: ignore[no-untyped-call,unused-ignore]
        return self._qualify(select, **kw) + written

    def fetch_clause(self, select: Any, *args: Any, **kw: Any) -> str:
        """Write FETCH FIRST as the LIMIT that it is, which takes expressions; percents and ties are in QUALIFY."""
        if _is_qualified(select):
            return "" if select._order_by_clauses else self._qualify(select, **kw)
        return f"\n LIMIT {self.process(select._fetch_clause, **kw)}" + self._offset(select, **kw)

    def _qualify(self, select: Any, **kw: Any) -> str:
        if not _is_qualified(select):
            return ""
        if not isinstance(select, expression.Select) or select._distinct:
            raise exc.CompileError(
                "FETCH with PERCENT or WITH TIES is for a SELECT without DISTINCT; "
                "put the UNION or the DISTINCT into a subquery"
            )
        return f"\n QUALIFY {self.process(_fetched(select), **kw)}"

    def visit_floordiv_binary(self, binary: Any, operator: Any, **kw: Any) -> str:
        """Divide whole numbers as whole numbers, as PostgreSQL does; by way of a float, large ones lose digits."""
        if all(side.type._type_affinity is sqltypes.Integer for side in (binary.left, binary.right)):
            return f"{self.process(binary.left, **kw)} // {self.process(binary.right, **kw)}"
        return f"FLOOR({self.process(binary.left, **kw)} / {self.process(binary.right, **kw)})"

    def visit_bitwise_xor_op_binary(self, binary: Any, operator: Any, **kw: Any) -> str:
        """Write an exclusive or, as PostgreSQL has it."""
        return f"{self.process(binary.left, **kw)} # {self.process(binary.right, **kw)}"

    def visit_ilike_op_binary(self, binary: Any, operator: Any, **kw: Any) -> str:
        """Write ILIKE as the driver's SQL has it."""
        return self._like(binary, "ILIKE", **kw)

    def visit_not_ilike_op_binary(self, binary: Any, operator: Any, **kw: Any) -> str:
        """Write NOT ILIKE as the driver's SQL has it."""
        return self._like(binary, "NOT ILIKE", **kw)

    def _like(self, binary: Any, word: str, **kw: Any) -> str:
        escape = binary.modifiers.get("escape")
        text = f"{self.process(binary.left, **kw)} {word} {self.process(binary.right, **kw)}"
        return text if escape is None else f"{text} ESCAPE {self.render_literal_value(escape, sqltypes.String())}"

    def visit_json_getitem_op_binary(self, binary: Any, operator: Any, **kw: Any) -> str:
        """Write what is at a place of a JSON text: JSON again, or a value of the type that is asked for."""
        document = f"nullif({self.process(binary.left, **kw)}, '')"  # an empty text is what nobody has filled
        place = f"({document}, {self.process(binary.right, **kw)})"
        if binary.type._type_affinity is sqltypes.JSON:
            return f"json_extract{place}"
        text = f"json_extract_string{place}"
        if binary.type._type_affinity is sqltypes.String:
            return text
        return f"CAST({text} AS {binary.type.compile(self.dialect)})"

    def visit_json_path_getitem_op_binary(self, binary: Any, operator: Any, **kw: Any) -> str:
        """Write what is at the end of a path into a JSON text."""
        return self.visit_json_getitem_op_binary(binary, operator, **kw)

    def visit_regexp_match_op_binary(self, binary: Any, operator: Any, **kw: Any) -> str:
        """Write a match with a regular expression."""
        arguments = [self.process(binary.left, **kw), self.process(binary.right, **kw), *self._flags(binary, "", **kw)]
        return f"regexp_matches({', '.join(arguments)})"

    def visit_not_regexp_match_op_binary(self, binary: Any, operator: Any, **kw: Any) -> str:
        """Write the opposite of a match with a regular expression."""
        return f"NOT {self.visit_regexp_match_op_binary(binary, operator, **kw)}"

    def visit_regexp_replace_op_binary(self, binary: Any, operator: Any, **kw: Any) -> str:
        """Write a replacement of all matches of a regular expression."""
        # The first versions of SQLAlchemy 2.0 keep the replacement beside the pattern, others after it.
        replacement = binary.modifiers.get("replacement")
        given = [binary.left, binary.right, *([] if replacement is None else [replacement])]
        arguments = [self.process(each, **kw) for each in given] + self._flags(binary, "g", **kw)
        return f"regexp_replace({', '.join(arguments)})"

    def _flags(self, binary: Any, always: str, **kw: Any) -> list[str]:
        flags = binary.modifiers.get("flags")
        text = always + str(getattr(flags, "value", flags) or "")  # a parameter in SQLAlchemy 1.4, a text since
        return [self.render_literal_value(text, sqltypes.String())] if text else []

    def visit_aggregate_strings_func(self, fn: Any, **kw: Any) -> str:
        """Write texts joined into one, in the order that is asked for."""
        joined = ", ".join(self.process(argument, **kw) for argument in list(fn.clauses)[:2])
        order = getattr(fn.clauses, "aggregate_order_by", None)  # SQLAlchemy 2.1 knows of one
        return (
            f"string_agg({joined})" if order is None else f"string_agg({joined} ORDER BY {self.process(order, **kw)})"
        )

    def visit_delete(self, delete_stmt: Any, *args: Any, **kw: Any) -> str:
        """Write DELETE; one of all rows says so, as the driver wants it said."""
        written = super().visit_delete(_of_all(delete_stmt), *args, **kw)  # type: ignore[no-untyped-call,unused-ignore]
        return str(written)

    def visit_update(self, update_stmt: Any, *args: Any, **kw: Any) -> str:
        """Write UPDATE; one of all rows says so, as the driver wants it said."""
        written = super().visit_update(_of_all(update_stmt), *args, **kw)
        return str(written)

    def update_from_clause(
        self, update_stmt: Any, from_table: Any, extra_froms: Any, from_hints: Any, **kw: Any
    ) -> str:
        """Write UPDATE … FROM."""
        kw["asfrom"] = True
        return "FROM " + ", ".join(t._compiler_dispatch(self, fromhints=from_hints, **kw) for t in extra_froms)

    def delete_extra_from_clause(
        self, delete_stmt: Any, from_table: Any, extra_froms: Any, from_hints: Any, **kw: Any
    ) -> str:
        """Write DELETE … USING."""
        kw["asfrom"] = True
        return "USING " + ", ".join(t._compiler_dispatch(self, fromhints=from_hints, **kw) for t in extra_froms)

    def returning_clause(self, stmt: Any, returning_cols: Any, **kw: Any) -> str:
        """Write RETURNING."""
        if kw:  # SQLAlchemy 2 writes it itself; 1.4 leaves it to the dialects
            return str(super().returning_clause(stmt, returning_cols, **kw))
        columns = expression._select_iterables(returning_cols)
        return "RETURNING " + ", ".join(self._label_returning_column(stmt, column) for column in columns)  # type: ignore[no-untyped-call, call-arg, unused-ignore]


def _of_all(statement: Any) -> Any:
    return statement if statement._where_criteria else statement.where(expression.true())


def _order_of_window(select: Any) -> list[Any]:
    if select._order_by_clauses or select._has_row_limiting_clause or select._distinct or select._for_update_arg:
        return []
    unlabelled = (each.element if isinstance(each, expression.Label) else each for each in select._raw_columns)
    windows = [column for column in unlabelled if isinstance(column, expression.Over)]
    clauses = (windows[-1].partition_by, windows[-1].order_by) if windows else ()
    return [clause for clause in clauses if clause is not None and len(clause)]


def _is_qualified(select: Any) -> bool:
    return select._fetch_clause is not None and any(select._fetch_clause_options.values())


def _fetched(select: Any) -> Any:
    """Return the condition that a row is among those that FETCH asks for, ties counted by the rank of the last row."""
    unwrap: Any = sql_util.unwrap_label_reference
    order = [unwrap(each) for each in select._order_by_clauses]
    number = func.row_number().over(order_by=order)
    place = func.rank().over(order_by=order) if select._fetch_clause_options["with_ties"] else number
    skipped = 0 if select._offset_clause is None else select._offset_clause
    wanted = select._fetch_clause
    if select._fetch_clause_options["percent"]:
        wanted = func.ceil(func.count().over() * wanted / 100.0)
    return expression.and_(number > skipped, place <= wanted + skipped)


class CreatioDDLCompiler(compiler.DDLCompiler):
    """Refuses to define anything, and says where it can be done."""

    def visit_create_table(self, create: Any, **kw: Any) -> str:
        """Refuse CREATE TABLE; whoever was told before that there is no such table may have mistyped its name."""
        dialect: Any = self.dialect
        name = create.element.name
        told = dialect.absence_of(name) or f'CREATE TABLE "{name}": '
        raise exc.CompileError(f"{told}{_NO_DDL}")

    def visit_drop_table(self, drop: Any, **kw: Any) -> str:
        """Refuse DROP TABLE."""
        raise exc.CompileError(f'DROP TABLE "{drop.element.name}": {_NO_DDL}')

    def visit_create_index(self, create: Any, *args: Any, **kw: Any) -> str:
        """Refuse CREATE INDEX."""
        raise exc.CompileError(f"CREATE INDEX: {_NO_DDL}")

    def visit_drop_index(self, drop: Any, **kw: Any) -> str:
        """Refuse DROP INDEX."""
        raise exc.CompileError(f"DROP INDEX: {_NO_DDL}")


class CreatioTypeCompiler(compiler.GenericTypeCompiler):
    """Writes type names, as CAST has them."""

    def visit_DATETIME(self, type_: Any, **kw: Any) -> str:  # noqa: N802 - SQLAlchemy's name
        """Write a moment: of UTC where it has a zone, of no zone else."""
        return "TIMESTAMPTZ" if type_.timezone else "TIMESTAMP"

    visit_TIMESTAMP = visit_DATETIME  # noqa: N815 - SQLAlchemy's name

    def visit_unicode(self, type_: Any, **kw: Any) -> str:
        """Write a text."""
        return "VARCHAR"

    visit_string = visit_unicode_text = visit_text = visit_unicode

    def visit_VARCHAR(self, type_: Any, **kw: Any) -> str:  # noqa: N802 - SQLAlchemy's name
        """Write a text, whose length Creatio checks and not the engine."""
        return "VARCHAR"

    visit_CHAR = visit_NVARCHAR = visit_NCHAR = visit_TEXT = visit_CLOB = visit_VARCHAR  # noqa: N815

    def visit_large_binary(self, type_: Any, **kw: Any) -> str:
        """Write bytes."""
        return "BLOB"

    def visit_float(self, type_: Any, **kw: Any) -> str:
        """Write a binary floating-point number."""
        return "DOUBLE"

    visit_FLOAT = visit_DOUBLE = visit_double = visit_REAL = visit_float  # noqa: N815

    def visit_INTERVAL(self, type_: Any, **kw: Any) -> str:  # noqa: N802 - SQLAlchemy's name
        """Write a span of time."""
        return "INTERVAL"

    def visit_uuid(self, type_: Any, **kw: Any) -> str:
        """Write a Guid."""
        return "UUID"

    def visit_JSON(self, type_: Any, **kw: Any) -> str:  # noqa: N802 - SQLAlchemy's name
        """Write a JSON text."""
        return "JSON"

    visit_UUID = visit_uuid  # noqa: N815 - SQLAlchemy's name
