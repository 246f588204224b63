"""Looking rows up by their keys, many in one request, in chunks that the server takes."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import msgspec

from creatio_dbapi.batch import (
    MOST_PARTS,
    LostAnswerError,
    NoBatchError,
    Part,
    PartReply,
    part_failure,
    send_batch,
    send_singly,
)
from creatio_dbapi.catalog import Table
from creatio_dbapi.errors import DatabaseError, DataError, OperationalError
from creatio_dbapi.request import And, Comparison, Filter, Or, Query, Value, key_url, query_url
from creatio_dbapi.session import Meter, Session
from creatio_dbapi.types import TYPES

Key = tuple[Any, ...]
Record = Mapping[str, Any]

# Facts 3.5: a filter may have 100 nodes, and each `Id eq …` and its `or` are about four.
_KEYS = 20
_TRIES = 4
_DECODER = msgspec.json.Decoder(float_hook=Decimal)


def key_of(values: tuple[Value, ...]) -> Key:
    """Return the plain values of a key, to find its row by."""
    return tuple(value.value for value in values)


def decoded(body: bytes) -> dict[str, Any]:
    """Read the JSON object of one row; raises DataError for anything else."""
    try:
        value = _DECODER.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise DataError("the server answered with something that is not a row")
    return value


def row_part(table: Table, key: tuple[Value, ...], columns: Sequence[str]) -> Part:
    """Ask for one row by its key: 404 when it is not there, which stops a batch."""
    select = ",".join(dict.fromkeys((*table.key, *columns)))
    return Part("GET", f"{key_url(table.name, key, table.key)}?$select={select}")


def lookup_parts(table: Table, keys: Sequence[tuple[Value, ...]], columns: Iterable[str]) -> list[Part]:
    """Ask for those of some rows that are there, a chunk of keys in each part."""
    select = tuple(dict.fromkeys((*table.key, *columns)))
    size = max(1, _KEYS // len(table.key))
    parts = []
    for start in range(0, len(keys), size):
        chunk = keys[start : start + size]
        items = tuple(_is(table, key) for key in chunk)
        query = Query(table.name, select=select, filter=items[0] if len(items) == 1 else Or(items), top=len(chunk))
        parts.append(Part("GET", query_url(query)))
    return parts


def _is(table: Table, key: tuple[Value, ...]) -> Filter:
    equals = tuple(Comparison((name,), "eq", value) for name, value in zip(table.key, key, strict=True))
    return equals[0] if len(equals) == 1 else And(equals)


def records_of(table: Table, answers: Iterable[PartReply]) -> dict[Key, Record]:
    """Read the answers to `lookup_parts`: the rows that are there, by key."""
    types = {column.name: column.type for column in table.columns}
    found: dict[Key, Record] = {}
    for answer in answers:
        if not answer.succeeded:
            raise part_failure(answer, action=f"looking for rows of {table.name}", table=table.name)
        rows = decoded(answer.body).get("value")
        if not isinstance(rows, list):
            raise OperationalError(f'the answer for {table.name} has no list "value"', table=table.name)
        for row in rows:
            found[tuple(TYPES[types[name]].read([row[name]])[0] for name in table.key)] = row
    return found


def look_up(
    session: Session,
    table: Table,
    keys: Sequence[tuple[Value, ...]],
    columns: Iterable[str] = (),
    meter: Meter | None = None,
) -> dict[Key, Record]:
    """Return those of some rows that are there, by key; a read, so an answer that is lost is asked for again."""
    found: dict[Key, Record] = {}
    for parts in _in_batches(lookup_parts(table, keys, columns)):
        found |= records_of(table, _read(session, parts, meter))
    return found


def _in_batches(parts: list[Part]) -> Iterator[list[Part]]:
    for start in range(0, len(parts), MOST_PARTS):
        yield parts[start : start + MOST_PARTS]


def _read(session: Session, parts: list[Part], meter: Meter | None) -> list[PartReply]:
    failure: DatabaseError | None = None
    for attempt in range(_TRIES):
        if attempt:
            time.sleep(0.05 * 3**attempt)
        try:
            return _asked(session, parts, meter, together=attempt < _TRIES // 2)
        except LostAnswerError as error:
            failure = error.cause
    raise failure or OperationalError("rows could not be looked for")


def _asked(session: Session, parts: list[Part], meter: Meter | None, *, together: bool) -> list[PartReply]:
    if len(parts) > 1 and together:
        try:
            return send_batch(session, parts, meter)
        except NoBatchError:
            pass
    return send_singly(session, parts, meter)
