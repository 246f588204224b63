"""Reading by columns: Arrow gets what the rows would have given, or the answer is left to them."""

from __future__ import annotations

import json
import random
import sys
import uuid
from typing import Any

import pyarrow as pa
import pytest

from creatio_dbapi.catalog import Column, Table
from creatio_dbapi.columnar import guid_array, is_plain
from creatio_dbapi.decoding import Answer, are_disjoint, arrow_page, cells, decode, decode_columns, page_of
from creatio_dbapi.errors import Error
from creatio_dbapi.plan.nodes import Scan
from creatio_dbapi.request import Query
from creatio_dbapi.types import EMPTY_MOMENT, ZERO_GUID
from tests.hostile import DECIMALS, INTEGERS, LONG_TEXT, MOMENTS, TEXTS

pytestmark = pytest.mark.skipif(sys.version_info < (3, 11), reason="on Python 3.10, nothing is read by columns")

READS_DECIMALS = int(pa.__version__.partition(".")[0]) >= 17
ALL_COLUMNS = (
    Column("Id", "Edm.Guid"),
    Column("Name", "Edm.String"),
    Column("Age", "Edm.Int32"),
    Column("Amount", "Edm.Decimal", scale=2),
    Column("Day", "Edm.DateTimeOffset"),
    Column("Active", "Edm.Boolean"),
    Column("AId", "Edm.Guid"),
)
# An older Arrow does not turn text into decimals: there, nothing with one is read by columns.
COLUMNS = tuple(column for column in ALL_COLUMNS if column.type != "Edm.Decimal" or READS_DECIMALS)
SCAN = Scan("t", Table("T", COLUMNS, ("Id",)), COLUMNS, (Query("T"),))
HEAD = '{"@odata.context":"http://h/odata/$metadata#T","@odata.count":3,"value":['
GUID = "8ecab4a1-0ca3-4515-9399-efe0a19390bd"
VALUES: dict[str, Any] = {
    "Id": GUID,
    "Name": "Ann",
    "Age": 5,
    "Amount": 1.25,
    "Day": "2025-01-02T03:04:05Z",
    "Active": True,
    "AId": ZERO_GUID,
}
ROW = {column.name: VALUES[column.name] for column in COLUMNS}


def written(row: dict[str, Any], *, escaped: bool = False) -> str:
    """Write a row as a server does, without spaces."""
    return json.dumps(row, separators=(",", ":"), ensure_ascii=escaped)


def body_of(*rows: str | dict[str, Any], head: str = HEAD, tail: str = "]}") -> bytes:
    """Write an answer."""
    return (head + ",".join(row if isinstance(row, str) else written(row) for row in rows) + tail).encode()


def loaded(answer: Answer) -> list[dict[str, Any]] | str:
    """Return what the local engine would be given of an answer, or the error that there is instead."""
    try:
        rows = arrow_page(SCAN, page_of(SCAN, answer, "text", {})).to_pylist()
    except Error as error:
        return f"{type(error).__name__}: {error}"
    return [{**row, **{name: row[name] and str(row[name]).lower() for name in ("Id", "AId")}} for row in rows]


def checked(body: bytes) -> bool:
    """Check that an answer read by columns is the one of its rows; say whether it was read so."""
    read = decode_columns(SCAN, body)
    if read is None:
        return False
    rows = decode(SCAN, body)
    assert (read.rows, read.total, read.link, read.size) == (rows.rows, rows.total, rows.link, rows.size)
    assert list(map(cells, read.columns)) == list(rows.columns)
    assert cells(read.keys) == rows.keys
    by_rows = loaded(rows)
    assert loaded(read) == by_rows
    if isinstance(by_rows, list):
        assert loaded(read.cut(1)) == by_rows[1:]  # as without the row that comes again
    return True


def with_value(name: str, value: Any) -> dict[str, Any]:
    return {**ROW, name: value}


# -- what is read by columns ---------------------------------------------------------------------------------


PLAIN: list[tuple[str, Any]] = [
    *(("Name", text) for text in TEXTS if json.dumps(text, ensure_ascii=False)[1:-1] == text),
    *(("Age", number) for number in (*INTEGERS, None)),
    *(("Amount", number) for number in (0, -1, 0.25, -0.01, 1234567.89, None) if READS_DECIMALS),
    *(("Day", moment.isoformat().replace("+00:00", "Z")) for moment in MOMENTS),
    *(("Day", text) for text in (EMPTY_MOMENT, "2025-01-02T03:04:05.1234567Z", "2025-01-02T03:04:05+03:00", "x", "")),
    *(("Active", flag) for flag in (True, False, None)),
    *(("AId", text) for text in (GUID, GUID.upper(), GUID.replace("-", ""), "{" + GUID + "}", "x", GUID[:-1] + "g")),
    *(("Id", text) for text in (GUID.upper(), "not a Guid", "")),
]


@pytest.mark.parametrize(("name", "value"), PLAIN, ids=repr)
def test_a_value_is_the_one_of_its_row(name: str, value: Any) -> None:
    assert checked(body_of(ROW, with_value(name, value), ROW))


def test_a_long_text_is_read_by_columns() -> None:
    assert checked(body_of(with_value("Name", LONG_TEXT), ROW))


@pytest.mark.parametrize("order", [list(ROW), list(reversed(ROW)), sorted(ROW)], ids=" ".join)
def test_columns_may_come_in_any_order_that_all_rows_have(order: list[str]) -> None:
    assert checked(body_of(*({name: row[name] for name in order} for row in (ROW, with_value("Name", "},{"), ROW))))


@pytest.mark.parametrize("head", ['{"value":[', '{"@odata.count":0,"x":[{"value":1}],"value":[', HEAD])
def test_what_stands_before_the_rows_is_read(head: str) -> None:
    assert checked(body_of(ROW, head=head))


def test_no_text_looks_like_the_end_of_a_row() -> None:
    for text in ("},{", "},{Id", "]}", ",", ":", "}]}", "value:[{", ""):
        assert checked(body_of(with_value("Name", text), with_value("Name", text)))


# -- what is left to the rows --------------------------------------------------------------------------------

NO_NUMBERS = ("+7", "007", "-07", "0x1F", "7 ", "nul", "--7", "")
LEFT: dict[str, bytes] = {
    "nothing": b"",
    "no rows": body_of(),
    "an escape": body_of(with_value("Name", 'a"b')),
    "a letter as an escape": body_of(written(with_value("Name", "ü"), escaped=True)),
    "a null text": body_of(ROW, with_value("Name", None)),
    "a null Guid": body_of(ROW, with_value("AId", None)),
    "a null moment": body_of(with_value("Day", None), ROW),
    "a number as text": body_of(ROW, with_value("Age", "5")),
    "text as a number": body_of(ROW, with_value("Name", 5)),
    "a whole number as a float": body_of(ROW, with_value("Age", 5.0)),
    "a number that is too large": body_of(ROW, with_value("Age", 2**31)),
    **({"more digits than the column has": body_of(ROW, with_value("Amount", 1.255))} if READS_DECIMALS else {}),
    "a flag as a number": body_of(ROW, with_value("Active", 1)),
    "a flag as text": body_of(ROW, with_value("Active", "true")),
    **{f"the number {text}": body_of(ROW, written(ROW).replace('"Age":5', f'"Age":{text}')) for text in NO_NUMBERS},
    **{
        f"the decimal {text}": body_of(ROW, written(ROW).replace('"Amount":1.25', f'"Amount":{text}'))
        for text in (*NO_NUMBERS, "1.", ".5", "1e", "1.e2")
        if READS_DECIMALS
    },
    "a list": body_of(ROW, with_value("Age", [1])),
    "an object": body_of(ROW, with_value("Name", {"x": "y"})),
    "another order": body_of(ROW, dict(reversed(ROW.items())), ROW),
    "two columns changed": body_of(ROW, {"Id": GUID, "AId": ZERO_GUID, **ROW}),
    "a column less": body_of(ROW, {name: value for name, value in ROW.items() if name != "Age"}),
    "a column less everywhere": body_of({name: value for name, value in ROW.items() if name != "Age"}),
    "a column more": body_of(ROW, {**ROW, "More": 1}),
    "a column more everywhere": body_of({**ROW, "More": 1}),
    "a column twice": body_of(ROW, written(ROW)[:-1] + ',"Age":6}'),
    "a column twice everywhere": body_of(*[written(ROW)[:-1] + ',"Age":6}'] * 2),
    "another name": body_of(ROW, {"Agf" if name == "Age" else name: value for name, value in ROW.items()}),
    "a row in two pieces": body_of(ROW, {"Id": GUID}, {name: value for name, value in ROW.items() if name != "Id"}),
    "a row that is none": body_of(ROW, "null", ROW),
    "an empty row": body_of(ROW, "{}", ROW),
    "spaces in a row": body_of(ROW, json.dumps(ROW)),
    "spaces between rows": body_of(ROW, " " + written(ROW)),
    "lines": body_of(ROW, "\n" + written(ROW)),
    "a line in a text": body_of(ROW, written(ROW).replace("Ann", "A\nn")),
    "a tab in a text": body_of(ROW, written(ROW).replace("Ann", "A\tn")),
    "a carriage return in a text": body_of(ROW, written(ROW).replace("Ann", "A\rn")),
    "no comma": body_of(written(ROW) + written(ROW)),
    "what is no UTF-8": body_of(ROW, written(ROW).replace("Ann", "A?n")).replace(b"A?n", b"A\xffn"),
    "more behind the rows": body_of(ROW, tail='],"@odata.nextLink":"x"}'),
    "a space behind the rows": body_of(ROW, tail="]} "),
    "no end": body_of(ROW, tail=""),
    "another end": body_of(ROW, tail="]]"),
    "half of it": body_of(ROW, ROW)[:-40] + b"}]}",
    "a head that is none": body_of(ROW, head='{"value":[' + written(ROW) + '],"value":['),
    "a list around it": b"[" + body_of(ROW) + b"]}]}",
    "another name for the rows": body_of(ROW, head='{"abc":['),
    "a comma in the place of a digit": body_of(ROW, written(ROW).replace('"Age":5', '"Age":,5')),
    "a comma in the place of a colon": body_of(ROW, written(ROW).replace('"Age":5', '"Age",5')),
    "two colons": body_of(ROW, written(ROW).replace('"Name":', '"Name"::')),
    "two colons before a number": body_of(ROW, written(ROW).replace('"Age":5', '"Age"::5')),
    "no colon": body_of(ROW, written(ROW).replace('"Age":5', '"Age"5')),
    "a brace behind a number": body_of(ROW, written(ROW).replace('"Age":5,', '"Age":5}')),
}  # fmt: skip


@pytest.mark.parametrize("kind", LEFT)
def test_what_is_not_plain_is_left_to_the_rows(kind: str) -> None:
    assert decode_columns(SCAN, LEFT[kind]) is None


@pytest.mark.skipif(not READS_DECIMALS, reason="an older Arrow does not turn text into decimals")
@pytest.mark.parametrize("number", DECIMALS, ids=str)
def test_a_decimal_is_exact_or_left_to_the_rows(number: Any) -> None:
    body = body_of(ROW, written(ROW).replace("1.25", f"{number:f}"))
    assert checked(body) is (number * 100 == int(number * 100))


# -- anything ------------------------------------------------------------------------------------------------


def any_row(chance: random.Random) -> str:
    """Write a row that is plain, or strange in one way."""
    values = {**ROW, "Id": str(uuid.UUID(int=chance.getrandbits(128)))}
    for name, value in chance.sample(PLAIN, 2):
        values[name] = value
    if chance.random() < 0.02:
        values[chance.choice(list(values))] = chance.choice([None, 5, 5.5, "5", True, [], {}, "\n"])
    if chance.random() < 0.02:
        del values[chance.choice(list(values))]
    if chance.random() < 0.01:
        values = dict(chance.sample(list(values.items()), len(values)))
    return written(values, escaped=chance.random() < 0.01)


def test_anything_is_read_as_its_rows_are_or_left_to_them() -> None:
    chance = random.Random(7)  # noqa: S311 - not for secrets
    read = sum(_is_as_its_rows(body_of(*(any_row(chance) for _ in range(chance.randint(1, 9))))) for _ in range(1_000))
    assert 250 < read < 950


def _is_as_its_rows(body: bytes) -> bool:
    try:
        decode(SCAN, body)
    except Error:
        assert decode_columns(SCAN, body) is None
        return False
    return checked(body)


def test_a_byte_that_is_changed_is_seen_or_read_as_it_is_in_a_row() -> None:
    chance = random.Random(8)  # noqa: S311 - not for secrets
    body, read = body_of(ROW, with_value("Name", "Bob"), ROW), 0
    for _ in range(3_000):
        broken = bytearray(body)
        broken[chance.randrange(len(broken))] = chance.choice(b'"{}[],:5a-+.eE\\ \n\t\x00')
        read += _is_as_its_rows(bytes(broken))
    assert read > 200


# -- which scans, and their keys -----------------------------------------------------------------------------


def test_a_scan_without_its_key_is_not_plain() -> None:
    assert is_plain(SCAN)
    assert not is_plain(Scan("t", SCAN.table, COLUMNS[1:], SCAN.queries))
    assert not is_plain(Scan("t", Table("T", COLUMNS, ("Id", "Name")), COLUMNS, SCAN.queries))
    assert not is_plain(Scan("t", SCAN.table, COLUMNS, SCAN.queries * 2))
    assert not is_plain(Scan("t", SCAN.table, (*COLUMNS, Column("Data", "Edm.Stream")), SCAN.queries))


@pytest.mark.parametrize("make", [list, pa.array], ids=["lists", "arrays"])
@pytest.mark.parametrize(
    ("keys", "others", "disjoint"),
    [
        ("bcd", "a", True),
        ("bdc", "a", True),
        ("bcb", "a", False),
        ("bcd", "xab", False),
        ("bcd", "xay", True),
        ("b", "b", False),
        ("bcc", "", False),
        ("bcd", "", True),
    ],
)
def test_a_key_that_comes_twice_is_seen(make: Any, keys: str, others: str, disjoint: bool) -> None:
    assert are_disjoint(make(list(keys)), make(list(others)) if others else []) is disjoint
    assert are_disjoint(make(list(keys)), list(others)) is disjoint
    assert are_disjoint(list(keys), make(list(others)) if others else []) is disjoint


def test_keys_that_are_null_are_no_order() -> None:
    assert not are_disjoint(pa.array(["a", None, None, "b"]), [])
    assert are_disjoint(pa.array(["a", None, "b"]), [])


MISPLACED = "8ecab4a1-0ca34-515-9399-efe0a19390bd"


@pytest.mark.skipif(not hasattr(pa, "uuid"), reason="an older Arrow has no UUIDs")
def test_guids_of_a_part_of_an_array_are_read() -> None:
    texts = [str(uuid.UUID(int=number)) for number in range(5)]
    read = guid_array(pa.array(["skipped", *texts]).slice(1))
    assert cells(read) == [None, *map(uuid.UUID, texts[1:])]
    for other in ("x" * 36, GUID.replace("a", "-"), GUID[:-1] + "ü", GUID[:-1], GUID.replace("-", "0"), MISPLACED):
        assert guid_array(pa.array([GUID, other])) is None
