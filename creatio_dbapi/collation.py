"""Learns how a server compares text, by asking it about a text that it holds."""

from __future__ import annotations

import msgspec

from creatio_dbapi.catalog import Catalog, Table, find_column
from creatio_dbapi.profile import Collation
from creatio_dbapi.request import And, Comparison, Filter, Or, Order, Query, Value, query_url
from creatio_dbapi.session import Meter, Session

# Lookups that every instance has filled, before tables that may be empty.
SAMPLE_TABLES = ("ContactType", "CaseStatus", "AccountType", "Gender", "SysAdminUnit", "Contact", "Account")


LEARNED = ("unknown", "sensitive", "nocase")


def learn_collation(session: Session, catalog: Catalog, meter: Meter) -> Collation:
    """Return how text compares on a server; `unknown` where it has no text to ask about or does not say.

    Two requests at least: one for a text, one whether variants of it are the same to the server. A server that tells
    case, accents, width and trailing spaces apart compares text as this driver does (`sensitive`).
    """
    sample = _sample(session, catalog, meter)
    if sample is None:
        return "unknown"
    table, key, text = sample
    if not _matches(session, table, key, _variants(text), meter):
        return "sensitive"
    return "nocase" if _matches(session, table, key, [text.swapcase()], meter) else "unknown"


def _variants(text: str) -> list[str]:
    accented = text.translate(str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ"))
    wide = "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in text)
    return [variant for variant in (text.swapcase(), text + " ", accented, wide) if variant != text]


def _sample(session: Session, catalog: Catalog, meter: Meter) -> tuple[Table, Value, str] | None:
    for name in SAMPLE_TABLES:
        table = catalog.get(name)
        if table is None or len(table.key) != 1 or find_column(table, "Name", exact=True) is None:
            continue
        key = find_column(table, table.key[0], exact=True)
        query = Query(name, select=(table.key[0], "Name"), order=(Order((table.key[0],)),), top=20)
        for row in rows_of(session, query_url(query), meter):
            text = row.get("Name")
            if key is not None and isinstance(text, str) and _is_telling(text):
                return table, Value(key.type, row[table.key[0]]), text
    return None


def _is_telling(text: str) -> bool:
    return text.isascii() and text.isalpha() and text.swapcase() != text and not set("aeiouAEIOU").isdisjoint(text)


def _matches(session: Session, table: Table, key: Value, texts: list[str], meter: Meter) -> bool:
    same = tuple(Comparison(("Name",), "eq", Value("Edm.String", text)) for text in texts)
    either: Filter = same[0] if len(same) == 1 else Or(same)
    query = Query(table.name, select=table.key, filter=And((Comparison(table.key, "eq", key), either)), top=1)
    return bool(rows_of(session, query_url(query), meter))


def rows_of(session: Session, url: str, meter: Meter) -> list[dict[str, object]]:
    """Return the rows of a small query, or none where the server does not answer it: a probe is never an error."""
    reply = session.request("GET", url, meter=meter)
    if reply.status != 200:
        return []
    try:
        rows = msgspec.json.decode(reply.body)["value"]
    except (msgspec.DecodeError, KeyError, TypeError):
        return []
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
