"""Learns how a server compares text, by asking it about a text that it holds."""

from __future__ import annotations

import msgspec

from creatio_dbapi.catalog import Catalog, Table, find_column
from creatio_dbapi.errors import DataError, OperationalError
from creatio_dbapi.meter import Meter
from creatio_dbapi.profile import Collation
from creatio_dbapi.replies import UNDECODABLE, Reply
from creatio_dbapi.request import And, Comparison, Filter, Or, Order, Query, Value, query_url
from creatio_dbapi.retries import BUSY
from creatio_dbapi.session import Session
from creatio_dbapi.types import read_column

# Lookups that every instance has filled, before tables that may be empty.
SAMPLE_TABLES = ("ContactType", "CaseStatus", "AccountType", "Gender", "SysAdminUnit", "Contact", "Account")


LEARNED = ("unknown", "sensitive", "nocase")


def learn_collation(session: Session, catalog: Catalog, meter: Meter) -> Collation:
    """Return how text compares on a server; `unknown` where it has no text to ask about, or refuses to say.

    Two requests at least: one for a text, one whether variants of it are the same to the server. A server that tells
    case, accents, width and trailing spaces apart compares text as this driver does (`sensitive`). Raises
    OperationalError where the server gives no answer: what is learned is kept, and decides which rows are the same.
    """
    sample = _sample(session, catalog, meter)
    if sample is None:
        return "unknown"
    table, key, text = sample
    if _matches(session, table, key, _variants(text), meter) is False:
        return "sensitive"
    return "nocase" if _matches(session, table, key, [text.swapcase()], meter) else "unknown"


def _variants(text: str) -> list[str]:
    accented = text.translate(str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ"))
    wide = "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in text)
    return [variant for variant in (text.swapcase(), text + " ", accented, wide) if variant != text]


def _sample(session: Session, catalog: Catalog, meter: Meter) -> tuple[Table, Value, str] | None:
    failure: OperationalError | None = None
    for name in SAMPLE_TABLES:
        table = catalog.get(name)
        if table is None or len(table.key) != 1 or find_column(table, "Name", exact=True) is None:
            continue
        key = find_column(table, table.key[0], exact=True)
        query = Query(name, select=(table.key[0], "Name"), order=(Order((table.key[0],)),), top=20)
        try:
            rows = _answer(session, table, query_url(query), meter)
        except OperationalError as error:
            if error.status is None:
                raise
            failure = error
            continue
        for row in rows or ():
            text = row.get("Name")
            if key is not None and isinstance(text, str) and _is_telling(text):
                return table, Value(key.type, row[table.key[0]]), text
    if failure is not None:
        raise failure
    return None


def _is_telling(text: str) -> bool:
    return text.isascii() and text.isalpha() and text.swapcase() != text and not set("aeiouAEIOU").isdisjoint(text)


def _matches(session: Session, table: Table, key: Value, texts: list[str], meter: Meter) -> bool | None:
    """Say whether one of the texts is the same to the server as that of a row; None where it refuses to say."""
    same = tuple(Comparison(("Name",), "eq", Value("Edm.String", text)) for text in texts)
    either: Filter = same[0] if len(same) == 1 else Or(same)
    query = Query(table.name, select=table.key, filter=And((Comparison(table.key, "eq", key), either)), top=1)
    rows = _answer(session, table, query_url(query), meter)
    return None if rows is None else bool(rows)


def _answer(session: Session, table: Table, url: str, meter: Meter) -> list[dict[str, object]] | None:
    """Return the rows of a small query, or None where the server refuses it."""
    reply = session.request("GET", url, meter=meter)
    if 400 <= reply.status < 500 and reply.status not in BUSY:
        return None
    rows = _rows_in(table, reply)
    if rows is None:
        raise OperationalError(
            f"{session.address} did not say how it compares text: HTTP {reply.status} came without rows; try again, or "
            "tell it with collation=sensitive or collation=nocase",
            status=reply.status,
        )
    return rows


def rows_of(session: Session, table: Table, url: str, meter: Meter) -> list[dict[str, object]]:
    """Return the rows of a small query, or none where the server does not answer it: a probe is never an error."""
    return _rows_in(table, session.request("GET", url, meter=meter)) or []


def _rows_in(table: Table, reply: Reply) -> list[dict[str, object]] | None:
    if reply.status != 200:
        return None
    try:
        rows = msgspec.json.decode(reply.body)["value"]
    except (*UNDECODABLE, KeyError, TypeError):
        return None
    return [row for row in rows if _has_key(table, row)] if isinstance(rows, list) else None


def _has_key(table: Table, row: object) -> bool:
    types = {column.name: column.type for column in table.columns}
    try:
        return isinstance(row, dict) and all(
            read_column(types[name], [row.get(name)], table=table.name, column=name)[0] is not None
            for name in table.key
        )
    except DataError:
        return False
