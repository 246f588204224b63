"""What is fuzzed: a strategy that makes a case, and a check that lets nothing out but creatio_dbapi.Error.

Each case goes to one reader or writer of the driver; what it makes of the case is checked where that can be told.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeVar, cast
from urllib.parse import urlsplit

import msgspec
import orjson
from hypothesis import strategies as st

from creatio_dbapi import Connection, Error
from creatio_dbapi.batch import Part, PartReply, send_batch
from creatio_dbapi.catalog import Catalog, Column, Link, Table
from creatio_dbapi.collation import learn_collation
from creatio_dbapi.decoding import arrow_page, read_values
from creatio_dbapi.lookup import decoded, records_of
from creatio_dbapi.metadata import read_metadata
from creatio_dbapi.meter import Meter
from creatio_dbapi.plan.nodes import Embedded, Scan
from creatio_dbapi.probe import probe_forms
from creatio_dbapi.profile import CREATIO
from creatio_dbapi.replies import Reply, failure_of, is_json, is_login_page, is_refusal, location_of
from creatio_dbapi.request import And, Call, Comparison, Or, Order, Query, Value, key_url, query_url
from creatio_dbapi.retries import RetryPolicy
from creatio_dbapi.sandbox.edm import TYPES as SANDBOX_TYPES
from creatio_dbapi.sandbox.filter_parser import Binary, Junction, Literal, parse_filter
from creatio_dbapi.sandbox.filter_parser import Call as ReadCall
from creatio_dbapi.sandbox.options import query_pairs, read_options
from creatio_dbapi.session import Session
from creatio_dbapi.stream import Source, read_scan
from creatio_dbapi.types import json_value, literal_text, read_column
from tests.hostile import DECIMALS, GUIDS, INTEGERS, MOMENTS, TEXTS

_T = TypeVar("_T")

HERE = Path(__file__).parent
MOST_REQUESTS = 200  # of one scan; beyond it an answer has sent the reader in a circle


@dataclass(frozen=True)
class Target:
    """One thing that is fuzzed.

    `weight` is its part of a campaign's cases. `from_bytes` makes a case of plain bytes, and `corpus` is what such
    bytes begin with, for a fuzzer that is guided by the branches that they reach.
    """

    name: str
    strategy: st.SearchStrategy[Any]
    check: Callable[[Any], None]
    weight: int = 1
    from_bytes: Callable[[bytes], Any] | None = None
    corpus: tuple[bytes, ...] = ()


# -- texts and bytes that are nearly right -------------------------------------------------------------------

texts = st.one_of(st.sampled_from(TEXTS), st.text(max_size=12))


@st.composite
def damaged(draw: st.DrawFn, whole: Sequence[bytes], pieces: Sequence[bytes]) -> bytes:
    """Take a right document and damage it in a few places: cut, doubled, overwritten, a foreign piece in it."""
    body = draw(st.sampled_from(whole))
    for _ in range(draw(st.integers(0, 4))):
        start, length = draw(st.integers(0, len(body))), draw(st.integers(0, 24))
        kind = draw(st.integers(0, 4))
        end = start + length
        if kind == 0:
            body = body[:start] + body[end:]
        elif kind == 1:
            body = body[:end] + body[start:]
        elif kind == 2:
            body = body[:start] + draw(st.sampled_from(pieces)) + body[start:]
        elif kind == 3:
            body = body[:start] + draw(st.binary(max_size=4)) + body[end:]
        else:
            body = body[:start]
    return body


# -- SQL -----------------------------------------------------------------------------------------------------

_TOKEN = re.compile(r"'(?:[^']|'')*'|\"[^\"]*\"|[A-Za-z_]\w*|\d+(?:\.\d+)?|\s+|.", re.DOTALL)
_WRITES = (
    "INSERT INTO Contact (Name, Age) VALUES ('x', 1), ('y', NULL) RETURNING Id, Name",
    "INSERT INTO Contact (Name) SELECT Name FROM Account WHERE Name LIKE 'A%'",
    "INSERT INTO Contact (Id, Name) VALUES (?, 'x') ON CONFLICT (Id) DO UPDATE SET Name = excluded.Name",
    "UPDATE Contact SET Age = Age + 1, Name = Name || '!' WHERE AccountId IN (SELECT Id FROM Account)",
    "UPDATE Contact SET Name = a.Name FROM Account a WHERE a.Id = Contact.AccountId",
    "DELETE FROM Contact WHERE Id = '410006e1-ca4e-4502-a9ec-e54d922d2c00'",
    "DELETE FROM Contact WHERE Age > 3 RETURNING *",
    "MERGE INTO Contact AS t USING Account AS s ON t.AccountId = s.Id WHEN MATCHED THEN UPDATE SET Name = s.Name "
    "WHEN NOT MATCHED THEN INSERT (Name) VALUES (s.Name)",
)
_VOCABULARY = (
    "SELECT", "FROM", "WHERE", "AND", "OR", "NOT", "NULL", "IS", "IN", "(", ")", ",", "*", "=", "<>", "<", "||", "+",
    "-", "/", "%", ".", ";", "--", "/*", "*/", "'", '"', "`", "[", "]", "?", ":name", "$1", "::", "CAST", "AS", "JOIN",
    "LEFT", "CROSS", "LATERAL", "ON", "USING", "GROUP BY", "HAVING", "ORDER BY", "LIMIT", "OFFSET", "DISTINCT", "UNION",
    "EXCEPT", "ALL", "EXISTS", "CASE", "WHEN", "THEN", "ELSE", "END", "BETWEEN", "LIKE", "ESCAPE", "WITH", "RECURSIVE",
    "OVER", "PARTITION BY", "FILTER", "COUNT(*)", "SUM", "MAX", "LOWER", "DATE", "TIMESTAMP", "INTERVAL", "TRUE", "0",
    "1", "-1", "1e400", "9999999999999999999999", "0x1F", "0.1", "'2024-02-30'", "Contact", "Account", "City", "Case",
    "Id", "Name", "Age", "AccountId", "CreatedOn", "Account.Name", "c", "a", "VALUES", "INSERT INTO", "UPDATE", "SET",
    "DELETE FROM", "MERGE INTO", "RETURNING", "TOP 3", "PIVOT", "QUALIFY", "EXPLAIN", "ATTACH", "COPY", "PRAGMA",
)  # fmt: skip


def seed_statements() -> list[str]:
    """Return the statements of the golden plans, of the queries like real work, and some writes."""
    found = list(_WRITES)
    for page in sorted([*(HERE.parent / "plans").glob("*.sql"), *(HERE.parent / "queries").glob("*.sql")]):
        lines = [line for line in page.read_text(encoding="utf-8").splitlines() if not line.startswith("--")]
        for block in "\n".join(lines).split("\n\n"):
            statement = block.partition(";")[0].strip()
            if statement:
                found.append(statement)
    return found


@st.composite
def statements(draw: st.DrawFn) -> str:
    """Make a statement: a right one, changed in a few places; a soup of words; or any text at all."""
    kind = draw(st.integers(0, 9))
    if kind == 0:
        return draw(st.text(max_size=60))
    if kind <= 2:
        return " ".join(draw(st.lists(st.sampled_from(_VOCABULARY), max_size=14)))
    tokens = _TOKEN.findall(draw(st.sampled_from(_SEEDS)))
    for _ in range(draw(st.integers(1, 4))):
        place, other = draw(st.integers(0, len(tokens))), draw(st.integers(0, len(tokens)))
        edit = draw(st.integers(0, 4))
        if edit == 0:
            del tokens[place : place + 1]
        elif edit == 1:
            tokens[place:place] = tokens[other : other + 3]
        elif edit == 2:
            tokens[place : place + 1] = [draw(st.sampled_from(_VOCABULARY))]
        elif edit == 3:
            tokens[place:place] = [" ", draw(st.sampled_from(_VOCABULARY)), " "]
        else:
            tokens[place : place + 1] = [draw(texts)]
    return "".join(tokens)


_SEEDS = seed_statements()
_parameters = st.lists(
    st.one_of(
        st.none(),
        texts,
        st.integers(-(10**20), 10**20),
        st.booleans(),
        st.floats(),
        st.decimals(allow_nan=True),
        st.uuids(),
        st.datetimes(),
        st.dates(),
        st.times(),
        st.timedeltas(),
        st.binary(max_size=8),
        st.sampled_from((*INTEGERS, *DECIMALS, *MOMENTS, *GUIDS)),
        st.just([1, "x"]),
        st.just({"a": object}),
    ),
    max_size=3,
)


def sql_target(connection: Connection) -> Target:
    """Fuzz the SQL entry: parse, resolve and plan, by EXPLAIN; nothing may be sent for it."""

    def check(case: tuple[str, list[Any], bool]) -> None:
        sql, parameters, bound = case
        with connection.cursor() as cursor:
            try:
                cursor.execute(f"EXPLAIN {sql}", parameters if bound else None)
                cursor.fetchall()
            except Error as error:
                assert str(error)
            if "ANALYZE" not in sql.upper():
                assert cursor.stats is None or cursor.stats.requests == 0, sql

    cases = st.tuples(statements(), _parameters, st.booleans())
    seeds = tuple(sql.encode() for sql in _SEEDS)
    return Target("sql", cases, check, 3, lambda body: (body.decode("utf-8", "replace"), [], False), seeds)


# -- literals ------------------------------------------------------------------------------------------------

_VALUES: Mapping[str, st.SearchStrategy[Any]] = {
    "Edm.String": st.one_of(st.sampled_from(TEXTS), st.text(st.characters(codec="utf-8"), max_size=30)),
    "Edm.Guid": st.uuids(),
    "Edm.Int32": st.integers(-(2**31), 2**31 - 1),
    "Edm.Int64": st.integers(-(2**63), 2**63 - 1),
    "Edm.Boolean": st.booleans(),
    "Edm.Decimal": st.one_of(
        st.sampled_from(DECIMALS), st.decimals(-(10**27), 10**27, allow_nan=False, allow_infinity=False, places=9)
    ),
    "Edm.DateTimeOffset": st.one_of(st.sampled_from(MOMENTS), st.datetimes(timezones=st.timezones())),
    "Edm.Date": st.dates(),
}
_names = st.sampled_from(("Id", "Name", "Age", "UsrЯ", "Account"))


@st.composite
def constants(draw: st.DrawFn) -> Value:
    """Make a constant of any type."""
    kind = draw(st.sampled_from(sorted(_VALUES)))
    return Value(kind, draw(st.one_of(st.none(), _VALUES[kind])))


def same_value(read: object, value: Value) -> bool:
    """Compare what the sandbox's own parser read with the constant that was written."""
    if not isinstance(read, Literal):
        return False
    if value.value is None:
        return read.type is None
    if value.type == "Edm.Decimal":
        return Decimal(str(read.value)) == value.value
    return read.value == SANDBOX_TYPES[value.type].read(value.value)


def json_text(value: Value) -> bytes:
    """Write a constant as the JSON of a column."""
    return msgspec.json.encode(json_value(value.type, value.value, table="T", column="C"))


def check_literal(case: tuple[list[tuple[str, Value]], bool, Value]) -> None:
    """Write a filter; the sandbox's parser must read the same names, operators and values, and nothing else."""
    comparisons, disjunction, wanted = case
    items = tuple(Comparison((name,), "eq", value) for name, value in comparisons)
    joined: Any = items[0] if len(items) == 1 else Or(items) if disjunction else And(items)
    url = query_url(Query("Contact", select=("Id",), filter=joined, order=(Order(("Id",)),), top=7))
    parts = urlsplit(f"http://127.0.0.1/odata/{url}")
    assert (parts.path, parts.fragment) == ("/odata/Contact", "")
    pairs = query_pairs(parts.query)
    assert [name for name, _ in pairs] == ["$select", "$filter", "$orderby", "$top"], url
    node = parse_filter(str(read_options(parts.query).filter))
    operands = node.operands if isinstance(node, Junction) and len(items) > 1 else (node,)
    assert len(operands) == len(items)
    for operand, (name, value) in zip(operands, comparisons, strict=True):
        assert isinstance(operand, Binary) and operand.operator == "eq", url
        assert getattr(operand.left, "names", None) == (name,), url
        assert same_value(operand.right, value), (url, operand.right, value)
    if wanted.value is not None and wanted.type == "Edm.String":
        call = parse_filter(dict(query_pairs(urlsplit(_call_url(wanted)).query))["$filter"])
        assert isinstance(call, ReadCall) and call.arguments[1] == Literal("Edm.String", str(wanted.value))


def _literal_case(body: bytes) -> tuple[list[tuple[str, Value]], bool, Value]:
    value = Value("Edm.String", body.decode("utf-8", "replace"))
    return [("Name", value)], True, value


def _call_url(value: Value) -> str:
    return "http://127.0.0.1/odata/" + query_url(Query("Contact", filter=Call("contains", ("Name",), value)))


def check_key(case: list[Value]) -> None:
    """Write the address of a row; no value may leave its parentheses."""
    names = tuple(f"Key{place}" for place in range(len(case)))
    url = key_url("Contact", tuple(case), names)
    parts = urlsplit(f"http://127.0.0.1/odata/{url}")
    assert (parts.query, parts.fragment, parts.netloc) == ("", "", "127.0.0.1"), url
    assert parts.path.startswith("/odata/Contact(") and parts.path.endswith(")")
    assert parts.path.count("/") == 2, url


_odd = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(2**70), 2**70),
        st.floats(),
        st.decimals(),
        texts,
        st.sampled_from(("1e999999999", "INF", "NaN", "-0", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00")),
        st.sampled_from((Decimal("1e999999"), Decimal("1e-999999"), Decimal("-0"), uuid.UUID(int=0))),
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
_kinds = st.sampled_from(sorted(SANDBOX_TYPES))


def check_value(case: tuple[str, Any]) -> None:
    """Read and write any value as any type: the driver's own exceptions, and what is read has the column's type."""
    kind, value = case
    with suppress(Error):
        (read,) = read_column(kind, [value], table="T", column="C")
        literal_text(kind, read)
    with suppress(Error):
        orjson.loads(json_text(Value(kind, value)))


# -- answers -------------------------------------------------------------------------------------------------

_COLUMNS = (
    Column("Id", "Edm.Guid"),
    Column("Name", "Edm.String"),
    Column("Age", "Edm.Int32"),
    Column("Big", "Edm.Int64"),
    Column("Amount", "Edm.Decimal", scale=2),
    Column("Ratio", "Edm.Double"),
    Column("Active", "Edm.Boolean"),
    Column("CreatedOn", "Edm.DateTimeOffset"),
    Column("Day", "Edm.Date"),
    Column("Clock", "Edm.TimeOfDay"),
    Column("Data", "Edm.Binary"),
    Column("AccountId", "Edm.Guid", link="Account"),
)
_ACCOUNT = Table("Account", _COLUMNS[:2], ("Id",))
_TABLE = Table("Contact", _COLUMNS, ("Id",), (Link("Account", "AccountId", "Account"),))
_NAMES = tuple(column.name for column in _COLUMNS)
_QUERY = Query("Contact", select=_NAMES, order=(Order(("Id",)),))
SCAN = Scan("Contact", _TABLE, _COLUMNS, (_QUERY,))
_LINKED = Embedded("Account", Scan("Account", _ACCOUNT, _COLUMNS[:2], ()), "AccountId")
_SCANS = (
    SCAN,
    *(replace(SCAN, embedded=(replace(_LINKED, key=key),)) for key in ("comes", "looked up", "made")),
)
_ROW: Mapping[str, object] = {
    "Id": "410006e1-ca4e-4502-a9ec-e54d922d2c00",
    "Name": "O'Brien \u00e9 \U0001f600",
    "Age": 30,
    "Big": 9007199254740993,
    "Amount": 12.5,
    "Ratio": 0.1,
    "Active": True,
    "CreatedOn": "2024-02-29T12:30:45.1234567Z",
    "Day": "2024-02-29",
    "Clock": "12:30:45.5000000",
    "Data": "AP8_",
    "AccountId": "00000000-0000-0000-0000-000000000000",
    "Account": {"Id": "e308b781-3c5b-4ecb-89ef-5c1ed4da488e", "Name": "x"},
}


class Answering:
    """Stands for a session whose server gives one answer, and then an empty page; it holds no connection."""

    address = "https://crm.example.com"
    policy = RetryPolicy(retries=0)

    def __init__(self, *bodies: bytes, status: int = 200, headers: Mapping[str, str] | None = None) -> None:
        self._bodies = list(bodies)
        self._status, self._headers = status, headers or {"content-type": "application/json"}
        self.requests = 0

    def request(self, method: str, path: str, **details: Any) -> Reply:
        """Give the next answer."""
        self.requests += 1
        assert self.requests < MOST_REQUESTS, "the reader asks for ever"
        return Reply(self._status, self._headers, self._bodies.pop(0) if self._bodies else b'{"value":[]}')

    def read(self, path: str, take: Callable[[Any], _T], **details: Any) -> _T:
        """Give the next answer to `take`, as one whose body has yet to be read."""
        reply = self.request("GET", path)
        return take(SimpleNamespace(status=reply.status, headers=reply.headers, url=path, read=lambda: reply.body))


def _page(rows: Sequence[Mapping[str, object]], **more: object) -> bytes:
    return orjson.dumps({"@odata.context": "x", "@odata.count": len(rows), **more, "value": rows})


_ROWS = [{**_ROW, "Id": str(uuid.UUID(int=n + 1)), "Age": n} for n in range(3)]
_PAGES = (
    _page([]),
    _page(_ROWS[:1]),
    _page(_ROWS),
    _page(_ROWS, **{"@odata.nextLink": "Contact?$skip=3"}),
)
_PIECES = (
    b"null", b"0", b"-1", b"1e400", b"1e-400", b"1e999999999", b"123456789012345678901234567890", b'""', b"[]", b"{}",
    b"[[[[", b"{{", b'"\\ud800"', b'"\\u0000"', b"\xff", b"NaN", b"true", b'{"value":', b'"@odata.count":', b",", b":",
    b'"', b'"9999-12-31T23:59:59.9999999-14:00"', b'"0001-01-01T00:00:00+14:00"', b'"2024-02-30"', b'"24:00:00"',
)  # fmt: skip
_cells = st.dictionaries(st.sampled_from(sorted(_ROW)), _odd.filter(lambda value: "Decimal" not in repr(value)))


@st.composite
def wrong_rows(draw: st.DrawFn) -> bytes:
    """Make a page that is JSON and whose cells are wrong: another type, missing, nested, huge."""
    rows = [{**row, **draw(_cells)} for row in _ROWS[: draw(st.integers(1, 3))]]
    if draw(st.integers(0, 3)) == 0:
        rows[0].pop(draw(st.sampled_from(sorted(_ROW))))
    more = {"@odata.count": draw(st.one_of(st.just(len(rows)), st.integers(-1, 99)))}
    if draw(st.booleans()):
        more["@odata.nextLink"] = draw(st.one_of(st.just("Contact?$skip=1"), texts))  # type: ignore[assignment]
    return json.dumps({**more, "value": rows}, default=str).encode()


pages = st.one_of(damaged(_PAGES, _PIECES), wrong_rows(), st.binary(max_size=64))


_page_cases = st.tuples(st.lists(pages, min_size=1, max_size=3), st.sampled_from(_SCANS))


def check_page(case: tuple[list[bytes], Scan]) -> None:
    """Read a scan whose pages are damaged: whole rows of the columns' types come out, or an Error."""
    bodies, scan = case
    source = Source(cast(Session, Answering(*bodies)), CREATIO, Meter())
    try:
        for page in read_scan(source, scan):
            table = arrow_page(scan, page)
            columns = read_values(scan, page, tuple(range(len(scan.columns))))
            assert table.num_rows == page.rows == len(columns[0])
            for embedded, inner in zip(scan.embedded, page.embedded, strict=True):
                assert arrow_page(embedded.scan, inner).num_rows == inner.rows
    except Error as error:
        assert str(error)


_ERRORS: tuple[bytes, ...] = tuple(
    orjson.dumps(body)
    for body in (
        {"error": {"code": "", "message": "x", "innererror": {"message": "y", "internalexception": {"message": "z"}}}},
        {"error": {"message": "Could not find a property named 'A' on type 'N.Contact'"}},
        {"Message": "a", "ExceptionMessage": "b", "InnerException": {"Message": "c"}},
        {"error": {"message": 'null value in column "A" of relation "B" violates'}},
    )
)
_ERROR_PAGES = (
    b"<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body>x</body></html>",
    b"<html><title>Log in</title><input type='password'></html>",
)
_HTML_PIECES = (*_PIECES, b"<title>", b"</title>", b"<!--", b"<![CDATA[", b"<!DOCTYPE", b"&#x110000;", b"&amp", b"<?")
_headers = st.fixed_dictionaries(
    {"content-type": st.sampled_from(("application/json", "text/html", "text/plain", "application/xml", "", ";", "x"))},
    optional={"retry-after": texts, "location": st.one_of(texts, st.sampled_from(("http://[", "//u:p@h/x?y", "\\\\")))},
)


_failure_cases = st.tuples(st.integers(100, 599), _headers, damaged((*_ERRORS, *_ERROR_PAGES), _HTML_PIECES))


def check_failure(case: tuple[int, dict[str, str], bytes]) -> None:
    """Read an answer that is an error: always a DatabaseError with the status, never longer than a page of text."""
    status, headers, body = case
    reply = Reply(status, headers, body)
    error = failure_of(reply, action="reading", table=None)
    assert isinstance(error, Error) and error.status == status
    assert len(str(error)) < 3000
    is_refusal(reply), is_json(reply), is_login_page(body), location_of(headers)


def _failure_case(body: bytes) -> tuple[int, dict[str, str], bytes]:
    return 500, {"content-type": ""}, body


_BATCH = orjson.dumps(
    {
        "responses": [
            {"id": "0", "status": 201, "headers": {"content-type": "application/json"}, "body": dict(_ROW)},
            {"id": "1", "status": 204, "headers": {}},
            {"id": "2", "status": 404, "body": {"error": {"message": "x"}}},
        ]
    }
)
_PARTS = [Part("POST", "Contact", b"{}"), Part("DELETE", "Contact(1)"), Part("GET", "Contact(1)")]
_batches = damaged((_BATCH,), (*_PIECES, b'"status":', b'"id":"2"', b'{"id":"1","status":204},', b'"responses":'))


def check_batch(case: bytes) -> None:
    """Read the answer to a batch: never more answers than parts, or an Error."""
    try:
        answers = send_batch(cast(Session, Answering(case)), _PARTS)
        assert len(answers) <= len(_PARTS)
        for answer in answers:
            assert isinstance(answer.succeeded, bool)
    except Error as error:
        assert str(error)


def check_record(case: bytes) -> None:
    """Read the JSON of rows that were looked up: keys of the right type, or an Error."""
    reply = send_singly_reply(case)
    try:
        decoded(case)
        records_of(_TABLE, [reply])
    except Error as error:
        assert str(error)


def send_singly_reply(body: bytes) -> Any:
    """Make the answer to one part."""
    return PartReply(200, body)


def check_probe(case: list[bytes]) -> None:
    """Learn from damaged answers: how a server compares text, or an Error; which forms it takes, never an error."""
    catalog = Catalog({"Contact": _TABLE})
    try:
        assert learn_collation(cast(Session, Answering(*case)), catalog, Meter()) in ("unknown", "sensitive", "nocase")
    except Error as error:
        assert "collation" in str(error)
    assert isinstance(probe_forms(cast(Session, Answering(*case)), catalog, Meter()), frozenset)


# -- $metadata -----------------------------------------------------------------------------------------------

_HEAD = (
    '<?xml version="1.0" encoding="utf-8"?><edmx:Edmx Version="4.0" '
    'xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>'
    '<Schema Namespace="N" Alias="A" xmlns="http://docs.oasis-open.org/odata/ns/edm">'
)
_TAIL = "</Schema></edmx:DataServices></edmx:Edmx>"
_MODEL = (
    '<EntityType Name="Base" Abstract="true"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Guid"/>'
    '</EntityType><EntityType Name="Contact" BaseType="N.Base">'
    '<Property Name="Name" Type="Edm.String" MaxLength="max"/>'
    '<Property Name="Amount" Type="Edm.Decimal" Precision="18" Scale="2"/><Property Name="AccountId" Type="Edm.Guid"/>'
    '<NavigationProperty Name="Account" Type="N.Account" Partner="Contacts"/></EntityType>'
    '<EntityType Name="Account" BaseType="A.Base"><Property Name="Name" Type="Edm.String" Nullable="false"/>'
    '<NavigationProperty Name="Contacts" Type="Collection(N.Contact)" Partner="Account"/></EntityType>'
    '<EntityContainer Name="C"><EntitySet Name="Contact" EntityType="N.Contact"/>'
    '<EntitySet Name="Account" EntityType="N.Account"/></EntityContainer>'
)
_XML_PIECES = (
    b"<", b">", b"/>", b"&", b"&lol;", b"&#0;", b"\x00", b"\xff\xfe", b"<!DOCTYPE x [<!ENTITY lol 'lol'>]>", b"<!--",
    b"-->", b"<![CDATA[", b"]]>", b"<?xml version='1.0' encoding='utf-16'?>", b' Name=""', b' Name="a&quot;b"',
    b' BaseType="N.Contact"', b' BaseType="N.Account"', b' Type="Collection()"', b' Type="Edm.Nothing"', b' Type=""',
    b' Precision="99999999999999999999"', b' Scale="variable"', b' Scale="-1"', b' MaxLength="-5"', b' Partner="Id"',
    b"<EntityType>", b"</EntityType>", b'<Property Name="Id"/>', b'<PropertyRef Name="Nothing"/>', b"<Key/>",
    b'<EntitySet Name="x" EntityType="N.x"/>', b"</Schema>", b"<Schema>", b'xmlns="urn:x"', b"<a>" * 120,
)  # fmt: skip


def check_metadata(case: tuple[bytes, int]) -> None:
    """Read a schema that is damaged, in pieces of any size: a catalog whose tables can all be built, or an Error."""
    body, size = case
    try:
        catalog = read_metadata(body[start : start + size] for start in range(0, len(body), size))
        for name in catalog:
            table = catalog[name]
            names = {column.name for column in table.columns}
            assert set(table.key) <= names
            assert {link.column for link in table.links} <= names
    except Error as error:
        assert str(error)


_SCHEMAS = ((_HEAD + _MODEL + _TAIL).encode(),)
_schema_cases = st.tuples(damaged(_SCHEMAS, _XML_PIECES), st.sampled_from((7, 64, 4096)))


def targets(connection: Connection) -> list[Target]:
    """Return everything that is fuzzed; `connection` plans the SQL."""
    literals = st.tuples(st.lists(st.tuples(_names, constants()), min_size=1, max_size=3), st.booleans(), constants())
    return [
        sql_target(connection),
        Target("literals", literals, check_literal, 3, _literal_case, tuple(text.encode() for text in TEXTS)),
        Target("keys", st.lists(constants(), min_size=1, max_size=3), check_key, 2),
        Target("values", st.tuples(_kinds, _odd), check_value, 4),
        Target("pages", _page_cases, check_page, 3, lambda body: ([body], SCAN), _PAGES),
        Target("failures", _failure_cases, check_failure, 2, _failure_case, (*_ERRORS, *_ERROR_PAGES)),
        Target("batches", _batches, check_batch, 2, bytes, (_BATCH,)),
        Target("records", damaged(_PAGES, _PIECES), check_record, 1, bytes, _PAGES),
        Target("probes", st.lists(pages, min_size=1, max_size=3), check_probe, 1, lambda body: [body, body], _PAGES),
        Target("metadata", _schema_cases, check_metadata, 2, lambda body: (body, 4096), _SCHEMAS),
    ]
