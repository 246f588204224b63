"""Looking rows up by their keys, many in one request, in chunks that the server takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from typing import Any

import msgspec

from creatio_dbapi.batch import (
    MOST_PARTS,
    LostAnswerError,
    NoBatchError,
    Part,
    PartReply,
    StoppedError,
    part_failure,
    send_batch,
    send_singly,
)
from creatio_dbapi.catalog import Table
from creatio_dbapi.errors import DataError, OperationalError
from creatio_dbapi.meter import Meter
from creatio_dbapi.replies import UNDECODABLE
from creatio_dbapi.request import And, Comparison, Filter, Or, Query, Value, key_url, query_url
from creatio_dbapi.session import Session
from creatio_dbapi.types import read_column

Key = tuple[Any, ...]
Record = Mapping[str, Any]

# Facts 3.5: a filter may have 100 nodes, and each `Id eq …` and its `or` are about four.
_KEYS = 20
_DECODER = msgspec.json.Decoder(float_hook=Decimal)


def key_of(values: tuple[Value, ...]) -> Key:
    """Return the plain values of a key, to find its row by."""
    return tuple(value.value for value in values)


def decoded(body: bytes) -> dict[str, Any]:
    """Read the JSON object of an answer; raises OperationalError for anything else."""
    try:
        value = _DECODER.decode(body)
    except UNDECODABLE:
        value = None
    if not isinstance(value, dict):
        raise OperationalError("the answer of the server is not whole, or no JSON object; try again")
    return value


def row_part(table: Table, key: tuple[Value, ...], columns: Sequence[str]) -> Part:
    """Ask for one row by its key: 404 when it is not there, which stops a batch."""
    select = ",".join(dict.fromkeys((*table.key, *columns)))
    return Part("GET", f"{key_url(table.name, key, table.key)}?$select={select}", shows=table.key)


def lookup_parts(table: Table, keys: Sequence[tuple[Value, ...]], columns: Iterable[str]) -> list[Part]:
    """Ask for those of some rows that are there, a chunk of keys in each part."""
    select = tuple(dict.fromkeys((*table.key, *columns)))
    size = max(1, _KEYS // len(table.key))
    parts = []
    for start in range(0, len(keys), size):
        chunk = keys[start : start + size]
        items = tuple(_is(table, key) for key in chunk)
        query = Query(
            table.name,
            select=select,
            filter=items[0] if len(items) == 1 else Or(items),
            top=len(chunk),
            count=len(chunk) > 1,
        )
        parts.append(Part("GET", query_url(query), shows=("value",)))
    return parts


def _is(table: Table, key: tuple[Value, ...]) -> Filter:
    equals = tuple(Comparison((name,), "eq", value) for name, value in zip(table.key, key, strict=True))
    return equals[0] if len(equals) == 1 else And(equals)


def records_of(table: Table, answers: Iterable[PartReply]) -> dict[Key, Record]:
    """Read the answers to `lookup_parts`: the rows that are there, by key; raises OperationalError where some lack."""
    found, whole = _rows_of(table, answers)
    if not whole:
        raise OperationalError(f"not all rows of {table.name} came that were looked for", table=table.name)
    return found


def _rows_of(table: Table, answers: Iterable[PartReply]) -> tuple[dict[Key, Record], bool]:
    """Read the rows that came, and say whether they are all that are there."""
    found: dict[Key, Record] = {}
    whole = True
    for answer in answers:
        if not answer.succeeded:
            raise part_failure(answer, action=f"looking for rows of {table.name}", table=table.name)
        body = decoded(answer.body)
        rows, total = body["value"], body.get("@odata.count")
        if not isinstance(rows, list):
            raise OperationalError(f'the answer for {table.name} has no list "value"', table=table.name)
        came = {key_in(table, row): row for row in rows}
        found |= came
        # A server that caps its pages lower than the keys that were asked for must not make rows look deleted.
        whole = whole and "@odata.nextLink" not in body and len(came) == len(rows)
        whole = whole and not (isinstance(total, int) and total > len(rows))
    return found, whole


def key_in(table: Table, record: object) -> Key:
    """Read the key out of the JSON of a row; raises DataError where it has none, or none of the columns' types."""
    types = {column.name: column.type for column in table.columns}
    if not isinstance(record, dict) or not all(name in record for name in table.key):
        raise DataError(f"the server answered with a row of {table.name} that has no key", table=table.name)
    return tuple(read_column(types[name], [record[name]], table=table.name, column=name)[0] for name in table.key)


def look_up(
    session: Session,
    table: Table,
    keys: Sequence[tuple[Value, ...]],
    columns: Iterable[str] = (),
    meter: Meter | None = None,
) -> dict[Key, Record]:
    """Return those of some rows that are there, by key; a read, so an answer that is lost is asked for again."""
    meter, columns = meter or Meter(), tuple(columns)
    found: dict[Key, Record] = {}
    left = list(keys)
    while left:
        came, whole = _looked_up(session, table, left, columns, meter)
        found |= came
        if whole:
            break
        if not came:
            raise OperationalError(f"rows of {table.name} are there, but do not come", table=table.name)
        left = [key for key in left if key_of(key) not in found]
    return found


def _looked_up(
    session: Session, table: Table, keys: Sequence[tuple[Value, ...]], columns: tuple[str, ...], meter: Meter
) -> tuple[dict[Key, Record], bool]:
    found: dict[Key, Record] = {}
    whole = True
    for parts in _in_batches(lookup_parts(table, keys, columns)):
        came, all_of_them = _rows_of(table, _read(session, parts, meter))
        found |= came
        whole = whole and all_of_them
    return found, whole


def _in_batches(parts: list[Part]) -> Iterator[list[Part]]:
    for start in range(0, len(parts), MOST_PARTS):
        yield parts[start : start + MOST_PARTS]


def _read(session: Session, parts: list[Part], meter: Meter) -> list[PartReply]:
    """Ask for all parts at once; one by one where a batch is not taken, or its answer does not come."""
    if len(parts) > 1:
        with suppress(NoBatchError, LostAnswerError):
            return send_batch(session, parts, meter, repeatable=True)
    try:
        return send_singly(session, parts, meter)
    except (LostAnswerError, StoppedError) as error:
        raise error.cause from error
