"""Finds out which unproven forms of query a server takes, by asking it about a row whose answer is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from creatio_dbapi.catalog import Catalog, Table, find_column
from creatio_dbapi.collation import SAMPLE_TABLES, rows_of
from creatio_dbapi.errors import DataError
from creatio_dbapi.meter import Meter
from creatio_dbapi.request import And, Comparison, Filter, FunctionComparison, In, Order, Query, Value, query_url
from creatio_dbapi.session import Session
from creatio_dbapi.types import ZERO_GUID, read_column


def probe_forms(session: Session, catalog: Catalog, meter: Meter) -> frozenset[str]:
    """Return the unproven forms that a server answers as it should; one request for each, and one for a row.

    A form is taken for known only if the row comes that must come: an error, or another answer, leaves it out.
    """
    for name in SAMPLE_TABLES:
        table = catalog.get(name)
        if table is None or table.key != ("Id",) or find_column(table, "Name", exact=True) is None:
            continue
        first = Query(name, order=(Order(("Id",)),), top=1)
        for row in rows_of(session, table, query_url(first), meter):
            return frozenset(form for form, test in _tests(table, row) if _finds(session, table, row, test, meter))
    return frozenset()


def _tests(table: Table, row: dict[str, object]) -> Iterator[tuple[str, Filter]]:
    """Give, for each form, a filter that the row must pass."""
    name, key = str(row.get("Name")), Value("Edm.Guid", row["Id"])
    yield "tolower", FunctionComparison("tolower", ("Name",), "eq", Value("Edm.String", name.lower()))
    yield "toupper", FunctionComparison("toupper", ("Name",), "eq", Value("Edm.String", name.upper()))
    yield "in", In(("Id",), (key, Value("Edm.Guid", ZERO_GUID)))
    moment = _moment(table, row)
    if moment is not None:
        yield "month", FunctionComparison("month", ("CreatedOn",), "eq", Value("Edm.Int32", moment.month))
        yield "day", FunctionComparison("day", ("CreatedOn",), "eq", Value("Edm.Int32", moment.day))
    for link in table.links:
        is_empty = row.get(link.column) in (None, ZERO_GUID)
        yield "lookup_null", Comparison((link.name, link.key), "eq" if is_empty else "ne", Value("Edm.Guid", None))
        return


def _moment(table: Table, row: dict[str, object]) -> dt.datetime | None:
    column = find_column(table, "CreatedOn", exact=True)
    if column is None or column.type != "Edm.DateTimeOffset":
        return None
    try:
        moment = read_column(column.type, [row.get("CreatedOn")], table=table.name, column=column.name)[0]
    except DataError:
        return None
    return moment if isinstance(moment, dt.datetime) else None


def _finds(session: Session, table: Table, row: dict[str, object], test: Filter, meter: Meter) -> bool:
    itself = Comparison(("Id",), "eq", Value("Edm.Guid", row["Id"]))
    query = Query(table.name, select=("Id",), filter=And((itself, test)), top=1)
    return [each.get("Id") for each in rows_of(session, table, query_url(query), meter)] == [row["Id"]]
