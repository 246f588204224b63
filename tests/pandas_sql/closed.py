"""Which of pandas' tests are left out, and for which reason."""

from __future__ import annotations

SERVICE = "the service cannot"
DRIVER = "the driver refuses"
OTHERS = "another database's"

# The fixtures of the other databases: `postgresql_psycopg2` and `sqlite_str` are what the sandbox stands for.
_OTHER_FIXTURES = (
    "mysql_pymysql",
    "sqlite_adbc",
    "postgresql_adbc",
    "sqlite_buildin",
    "sqlite_builtin",
    "sqlite_engine",
    "sqlite_conn",
)

# The reason, what stands behind it, and how the names of the tests begin; the first that fits is told.
_CLOSED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        SERVICE,
        "a moment of Creatio is one of UTC, and pandas expects back one without a zone",
        (
            "test_api_custom_dateparsing_error",
            "test_api_date_and_index",
            "test_api_date_parsing[",
            "test_date_parsing",
            "test_datetime[",
            "test_datetime_NaT",
            "test_default_date_load",
            "test_naive_datetimeindex_roundtrip",
            "test_out_of_bounds_datetime",
        ),
    ),
    (SERVICE, "its numbers have no infinity", ("test_to_sql_with_negative_npinf",)),
    (SERVICE, "it has no schemas", ("test_to_sql_on_public_schema", "test_psycopg2_schema_support")),
    (SERVICE, "its names are letters, digits and _", ("test_api_table_name_quoted",)),
    (SERVICE, "it tells of no indexes", ("test_to_sql_save_index[postgresql",)),
    (DRIVER, "a Boolean in a column of text", ("test_dtype[",)),
    (OTHERS, "COPY of psycopg2", ("test_copy_from_callable_insertion_method",)),
    (OTHERS, "cursors of psycopg2 and PyMySQL", ("test_read_sql_psycopg2", "test_read_sql_pymysql")),
    (OTHERS, "its list of indexes", ("test_to_sql_save_index[sqlite",)),
    (OTHERS, "a type that it takes and does not know", ("test_not_reflect_all_tables",)),
    (
        OTHERS,
        "Booleans as numbers, moments and times as text, names in backticks",
        (
            "test_api_escaped_table_name[sqlite",
            "test_datetime_time[sqlite",
            "test_datetime_with_timezone_roundtrip[sqlite",
            "test_default_type_conversion[sqlite",
            "test_roundtripping_datetimes",
        ),
    ),
)


def reason_of(name: str) -> str | None:
    """Say why a test is left out, by its name with its parameters; None where it runs."""
    if any(fixture in name for fixture in _OTHER_FIXTURES):
        return f"{OTHERS}: its own connection"
    if name.startswith("test_read_sql_dtype_backend[") and "sqlite" in name:
        return f"{OTHERS}: Booleans as numbers"
    found = (f"{reason}: {why}" for reason, why, starts in _CLOSED if name.startswith(starts))
    return next(found, None)
