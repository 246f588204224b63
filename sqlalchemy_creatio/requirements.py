"""What SQLAlchemy's suite for dialects may expect of Creatio, and why the rest is closed."""

from __future__ import annotations

from typing import Any

from sqlalchemy.testing import exclusions
from sqlalchemy.testing.requirements import SuiteRequirements

# What can never be: Creatio's OData service has nothing of the kind. The words after the name say what is missing.
THE_SERVICE_CANNOT = {
    "fk_constraint_option_reflection_ondelete_restrict": "$metadata tells of no rules",
    "fk_constraint_option_reflection_ondelete_noaction": "$metadata tells of no rules",
    "fk_constraint_option_reflection_onupdate_restrict": "$metadata tells of no rules",
    "indexes_check_column_order": "$metadata tells of no indexes",
    "array_type": "no arrays",
    "autocommit": "no transactions beside it",
    "check_constraint_reflection": "$metadata tells of no checks",
    "column_collation_reflection": "$metadata tells of no collations",
    "comment_reflection": "$metadata tells of no comments",
    "comment_reflection_full_unicode": "$metadata tells of no comments",
    "computed_columns": "no computed columns",
    "constraint_comment_reflection": "$metadata tells of no constraints",
    "create_or_replace_view": "views cannot be created",
    "create_table_as": "tables cannot be created",
    "create_temp_table_as": "no temporary tables",
    "cross_schema_fk_reflection": "no schemas",
    "default_schema_name_switch": "no schemas",
    "deferrable_fks": "no deferred constraints",
    "repeated_column_foreign_keys": "OData's constraints name a column once",
    "repeated_remote_col_foreign_keys": "OData's constraints name a column once",
    "named_constraints": "$metadata tells no names of constraints",
    "implicitly_named_constraints": "$metadata tells no names of constraints",
    "foreign_key_constraint_name_reflection": "$metadata tells no names of constraints",
    "foreign_key_constraint_option_reflection_ondelete": "$metadata tells of no rules",
    "foreign_key_constraint_option_reflection_onupdate": "$metadata tells of no rules",
    "foreign_keys_reflect_as_index": "$metadata tells of no indexes",
    "has_temp_table": "no temporary tables",
    "identity_columns": "$metadata tells of no identities",
    "identity_columns_standard": "$metadata tells of no identities",
    "implicit_default_schema": "no schemas",
    "index_ddl_if_exists": "indexes cannot be created",
    "index_reflection": "$metadata tells of no indexes",
    "index_reflects_included_columns": "$metadata tells of no indexes",
    "indexes_with_ascdesc": "indexes cannot be created",
    "indexes_with_expressions": "indexes cannot be created",
    "inline_check_constraint_reflection": "$metadata tells of no checks",
    "materialized_views": "views cannot be created",
    "on_update_cascade": "no rules of cascading",
    "on_update_or_deferrable_fks": "no rules of cascading",
    "recursive_fk_cascade": "no rules of cascading",
    "precision_numerics_retains_significant_digits": "numbers have no zeros at their end",
    "reflect_indexes_with_ascdesc": "$metadata tells of no indexes",
    "reflect_tables_no_columns": "no tables without columns",
    "reflects_pk_names": "$metadata tells no names of constraints",
    "savepoints": "no transactions",
    "schema_create_delete": "no schemas",
    "schema_reflection": "no schemas",
    "schemas": "no schemas",
    "sequences": "no sequences",
    "sequences_optional": "no sequences",
    "server_side_cursors": "no cursors; every one of ours reads a page at a time as it is",
    "server_defaults": "$metadata tells of no defaults",
    "symbol_names_w_double_quote": "OData's names are letters, digits and underscores",
    "temp_table_comment_reflection": "no temporary tables",
    "temp_table_names": "no temporary tables",
    "temp_table_reflect_indexes": "no temporary tables",
    "temp_table_reflection": "no temporary tables",
    "temporary_tables": "no temporary tables",
    "temporary_views": "no temporary tables",
    "time_timezone": "no time of day with a zone",
    "two_phase_transactions": "no transactions",
    "unique_constraint_reflection": "$metadata tells of no constraints",
    "unique_constraints_reflect_as_index": "$metadata tells of no constraints",
    "unique_index_reflect_as_unique_constraints": "$metadata tells of no constraints",
    "unusual_column_name_characters": "OData's names are letters, digits and underscores",
    "percent_schema_names": "OData's names are letters, digits and underscores",
}

_OF_SPANS = ("literal", "arithmetic_operation_table_")
_OF_VIEWS = (
    "compound_select_smoke[create_view",
    "literal_inlining_inside_select[create_view",
    "view_dependencies_with_metadata",
    "with_bind_param_executes[create_view",
    "with_labels[create_view",
    "with_metadata[not_use_drop_all-not_use_temp-create_view",
    "with_metadata[use_drop_all-not_use_temp-create_view",
)
_OF_JSON = ("index_typed_access", "index_typed_comparison", "path_typed_comparison")

# The same for tests that no requirement stands before.
_TESTS_THE_SERVICE_CANNOT = {
    "ComponentReflectionTest.test_get_view_definition": "views do not tell how they are defined",
    "ComponentReflectionTest.test_get_indexes": "$metadata tells of no indexes",
    "ComponentReflectionTestExtra.test_string_length_reflection[CHAR": "one kind of text",
    "ComponentReflectionTestExtra.test_string_length_reflection[VARCHAR": "one kind of text",
    "HasIndexTest.test_has_index": "$metadata tells of no indexes",
    **dict.fromkeys(
        (f"JSONTest.test_{name}[_decimal1" for name in _OF_JSON),
        "JSON is text to it, and the local engine reads its numbers as doubles",
    ),
    "LongNameBlowoutTest.test_long_convention_name[ix": "$metadata tells of no indexes",
    **dict.fromkeys(
        (f"{kind}.test_{name}" for kind in ("IntervalTest", "PrecisionIntervalTest") for name in _OF_SPANS),
        "no columns of spans of time",
    ),
    "IsolationLevelTest.test_dialect_user_setting_is_restored": "one isolation level only",
    "QuotedNameArgumentTest.": "OData's names are letters, digits and underscores",
    "TableViaSelectTest.test_without_metadata[plain": "tables cannot be created",
    **dict.fromkeys((f"TableViaSelectTest.test_{name}" for name in _OF_VIEWS), "views cannot be created"),
}

# What a later version of the dialect or the driver can open. This list is to stay empty.
WE_DO_NOT_YET: dict[str, str] = {}
_TESTS_WE_DO_NOT_YET: dict[str, str] = {}
CLOSED = {"the service cannot": THE_SERVICE_CANNOT, "we do not yet": WE_DO_NOT_YET}
CLOSED_TESTS = {"the service cannot": _TESTS_THE_SERVICE_CANNOT, "we do not yet": _TESTS_WE_DO_NOT_YET}

_OPEN = (
    "reflect_table_options",
    "view_reflection",
    "view_column_reflection",
    "float_or_double_precision_behaves_generically",
    "numeric_received_as_decimal_untyped",
    "dbapi_lastrowid",
    "binary_literals",
    "boolean_col_expressions",
    "cast_precision_numerics_many_significant_digits",
    "ctes",
    "date_implicit_bound",
    "skip_autocommit_rollback",
    "ctes_with_update_delete",
    "ctes_with_values",
    "datetime_historic",
    "datetime_literals",
    "datetime_timezone",
    "datetime_timezone_historic",
    "date_historic",
    "delete_from",
    "delete_returning",
    "dialect_level_isolation_level_param",
    "except_",
    "expression_server_defaults",
    "fetch_expression",
    "fetch_first",
    "fetch_offset_with_options",
    "fetch_percent",
    "fetch_ties",
    "fetch_no_order_by",
    "foreign_key_constraint_reflection",
    "get_isolation_level_values",
    "insert_executemany_returning",
    "insert_returning",
    "insertmanyvalues",
    "intersect",
    "json_type",
    "legacy_unconditional_json_extract",
    "nullsordering",
    "order_by_label_with_expression",
    "precision_numerics_enotation_large",
    "precision_numerics_enotation_small",
    "precision_numerics_many_significant_digits",
    "regexp_match",
    "regexp_replace",
    "self_referential_foreign_keys",
    "supports_bitwise_and",
    "supports_bitwise_not",
    "supports_bitwise_or",
    "supports_bitwise_shift",
    "supports_bitwise_xor",
    "supports_distinct_on",
    "supports_is_distinct_from",
    "table_value_constructor",
    "tuple_in",
    "tuple_in_w_empty",
    "update_from",
    "update_returning",
    "uuid_data_type",
    "isolation_level",
    "unicode_ddl",
    "timestamp_microseconds",
    "infinity_floats",
    "datetime_interval",
    "table_ddl_if_exists",
    "views",
    "window_functions",
    "window_range",
    "window_range_non_numeric",
    "window_range_numeric",
)


class Requirements(SuiteRequirements):
    """The requirements of the suite, opened or closed by the tables of this module."""

    def get_isolation_levels(self, config: Any) -> dict[str, Any]:
        """Return the one level that Creatio offers."""
        return {"default": "AUTOCOMMIT", "supported": ["AUTOCOMMIT"]}

    def get_order_by_collation(self, config: Any) -> str:
        """Return a collation of the local engine."""
        return "POSIX"


# Each look at a requirement makes a new exclusion: SQLAlchemy joins those of one test into the first of them.
def _opened() -> Any:
    return property(lambda _: exclusions.open())  # type: ignore[no-untyped-call,unused-ignore]


def _closed(reason: str, why: str) -> Any:
    def exclusion(_: Any) -> Any:
        return exclusions.skip_if(lambda: True, f"{reason}: {why}")  # type: ignore[no-untyped-call,unused-ignore]

    return property(exclusion)


for _name in _OPEN:
    setattr(Requirements, _name, _opened())
for _reason, _names in CLOSED.items():
    for _name, _why in _names.items():
        setattr(Requirements, _name, _closed(_reason, _why))
