"""Decoding: what JSON becomes, as Python values and as Arrow, by the short ways and by the long ones alike."""

from __future__ import annotations

import gc
import json
import threading
from typing import Any

import pytest

from creatio_dbapi.catalog import Column, Table
from creatio_dbapi.collector import resting_collector
from creatio_dbapi.decoding import arrow_page, decode, page_of, read_values
from creatio_dbapi.errors import DataError, Error, OperationalError
from creatio_dbapi.plan.nodes import Scan
from creatio_dbapi.types import EMPTY_MOMENT, ZERO_GUID

GUID = "8ecab4a1-0ca3-4515-9399-efe0a19390bd"
# A type, and values of it: some that the short ways take, and some that they do not.
VALUES: tuple[tuple[str, list[Any]], ...] = (
    ("Edm.Guid", [GUID, ZERO_GUID, None]),
    ("Edm.Guid", [GUID, GUID.upper(), GUID.replace("-", "")]),
    ("Edm.String", ["", "x", "ü'\"\\", None]),
    ("Edm.Int32", [0, -5, None, 2**31 - 1]),
    ("Edm.Int32", [5.0, "7", None]),
    ("Edm.Int64", [2**62, None]),
    ("Edm.Boolean", [True, False, None]),
    ("Edm.Decimal", [1, 1.5, 100.10, None, 0, -0.25]),
    ("Edm.Decimal", ["12.50", 3]),
    ("Edm.DateTimeOffset", ["2025-01-02T03:04:05Z", EMPTY_MOMENT, None]),
    ("Edm.DateTimeOffset", ["2025-01-02T03:04:05.1234567Z", "2025-01-02T03:04:05.9999999Z"]),
    ("Edm.DateTimeOffset", ["1600-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z", "2025-01-02T03:04:05+03:00"]),
)
# A type, and a value that is none of it.
UNREADABLE: tuple[tuple[str, Any], ...] = (
    ("Edm.Guid", "x"),
    ("Edm.Guid", 5),
    ("Edm.String", 5),
    ("Edm.String", 5.5),
    ("Edm.Int32", 5.5),
    ("Edm.Int32", True),
    ("Edm.Boolean", 1),
    ("Edm.Decimal", True),
    ("Edm.Decimal", "x"),
    ("Edm.DateTimeOffset", "yesterday"),
    ("Edm.DateTimeOffset", "0000-01-01T00:00:00Z"),
    ("Edm.DateTimeOffset", "2025-02-30T00:00:00Z"),
    ("Edm.DateTimeOffset", 5),
)


def scan_of(edm: str) -> Scan:
    columns = (Column("Id", "Edm.Guid"), Column("Some Value", edm, scale=4 if edm == "Edm.Decimal" else None))
    return Scan("T", Table("T", columns, ("Id",)), columns, ())


def body_of(values: list[Any]) -> bytes:
    rows = [{"Extra": [1], "Some Value": value, "Id": GUID} for value in values]
    return json.dumps({"@odata.count": len(rows), "value": rows}).encode()


@pytest.mark.parametrize(("edm", "values"), VALUES, ids=lambda each: each if isinstance(each, str) else "")
def test_arrow_holds_the_values_that_python_gets(edm: str, values: list[Any]) -> None:
    scan = scan_of(edm)
    answer = decode(scan, body_of(values))
    assert (answer.rows, answer.total, answer.keys) == (len(values), len(values), [GUID] * len(values))
    page = page_of(scan, answer, "text", {})
    (python,) = read_values(scan, page, (1,))
    assert as_shown(edm, arrow_page(scan, page).column(1).to_pylist()) == as_shown(edm, python)


def as_shown(edm: str, values: list[Any]) -> list[Any]:
    """Return values as Arrow shows them: Guids are text, in whichever case they came."""
    return [str(value).lower() if edm == "Edm.Guid" and value is not None else value for value in values]


@pytest.mark.parametrize(("edm", "value"), UNREADABLE)
def test_a_value_of_another_type_is_told_by_column(edm: str, value: Any) -> None:
    scan = scan_of(edm)
    page = page_of(scan, decode(scan, body_of([None, value])), "text", {})
    for read in (lambda: read_values(scan, page, (1,)), lambda: arrow_page(scan, page)):
        with pytest.raises(DataError, match=r"column T\.Some Value"):
            read()


@pytest.mark.parametrize(
    ("body", "error", "text"),
    [
        (b'{"value": [', OperationalError, "not whole JSON"),
        (b"[]", OperationalError, "not a JSON object"),
        (b"{}", OperationalError, 'no list "value"'),
        (b'{"value": {}}', OperationalError, 'no list "value"'),
        (b'{"value": [null]}', DataError, "lacks column Id"),
        (b'{"value": [{"Id": "x"}]}', DataError, "lacks column Some Value"),
        (b'{"value": ["\xff"]}', OperationalError, "not whole JSON"),
    ],
)
def test_an_answer_that_is_none_says_what_it_lacks(body: bytes, error: type[Error], text: str) -> None:
    with pytest.raises(error, match=text):
        decode(scan_of("Edm.String"), body)


def test_the_collector_goes_on_when_the_last_thread_is_done() -> None:
    entered, leave = threading.Event(), threading.Event()

    def rest() -> None:
        with resting_collector():
            entered.set()
            leave.wait(10)

    thread = threading.Thread(target=rest)
    with resting_collector():
        thread.start()
        assert entered.wait(10)
        assert not gc.isenabled()
    assert not gc.isenabled()
    leave.set()
    thread.join()
    assert gc.isenabled()
    gc.disable()
    try:
        with resting_collector():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
