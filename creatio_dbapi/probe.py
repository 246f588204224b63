"""Finds out which unproven forms of query a server takes, by asking it about a row whose answer is known."""

from __future__ import annotations

from collections.abc import Iterator

from creatio_dbapi.catalog import Catalog, Table, find_column
from creatio_dbapi.collation import SAMPLE_TABLES, rows_of
from creatio_dbapi.meter import Meter
from creatio_dbapi.plan.filters import all_of
from creatio_dbapi.request import (
    And,
    Comparison,
    Filter,
    FunctionComparison,
    In,
    Operator,
    Or,
    Order,
    Query,
    Value,
    query_url,
)
from creatio_dbapi.session import Session
from creatio_dbapi.types import ZERO_GUID


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
    for link in table.links:
        is_empty = row.get(link.column) in (None, ZERO_GUID)
        yield "lookup_null", Comparison((link.name, link.key), "eq" if is_empty else "ne", Value("Edm.Guid", None))
        return


def probe_links(session: Session, table: Table, link: str, meter: Meter) -> bool | None:
    """Say whether a server tells empty lookups from others by `ne null` and `eq null`; three requests.

    None where the table's first rows do not have both, so that there is nothing to ask about.
    """
    asked = next(each for each in table.links if each.name == link)
    first = Query(table.name, (*table.key, asked.column), order=tuple(Order((name,)) for name in table.key), top=_SOME)
    keys: dict[bool, Filter] = {}
    for row in rows_of(session, table, query_url(first), meter):
        keys.setdefault(row.get(asked.column) in (None, ZERO_GUID), _itself(table, row))
    if len(keys) < 2:
        return None
    for operator, is_empty in _OPERATORS:
        test = Comparison((link, asked.key), operator, Value("Edm.Guid", None))
        query = Query(table.name, table.key, filter=And((Or(tuple(keys.values())), test)), top=2)
        if [_itself(table, row) for row in rows_of(session, table, query_url(query), meter)] != [keys[is_empty]]:
            return False
    return True


_SOME = 100  # rows among which there are likely both
_OPERATORS: tuple[tuple[Operator, bool], ...] = (("ne", False), ("eq", True))


def _itself(table: Table, row: dict[str, object]) -> Filter:
    types = {column.name: column.type for column in table.columns}
    return all_of([Comparison((name,), "eq", Value(types[name], row[name])) for name in table.key])


def _finds(session: Session, table: Table, row: dict[str, object], test: Filter, meter: Meter) -> bool:
    query = Query(table.name, select=("Id",), filter=And((_itself(table, row), test)), top=1)
    return [each.get("Id") for each in rows_of(session, table, query_url(query), meter)] == [row["Id"]]
