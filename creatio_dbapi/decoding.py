"""Decodes an answer's JSON into columns, and the columns into Python values or Arrow arrays.

A row of JSON becomes an object of a class made for its scan, which msgspec fills without a dictionary for each row; the
values of a column are then converted together. What goes to the local engine needs no objects at all where `columnar`
can read it. `docs/performance.md` tells what else was measured.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.compute as pc

from creatio_dbapi.batches import Batch
from creatio_dbapi.catalog import Column
from creatio_dbapi.columnar import arrow_type, guid_array, read_columns, without
from creatio_dbapi.engine import sql_type
from creatio_dbapi.errors import DataError, OperationalError
from creatio_dbapi.plan.nodes import Embedded, Scan
from creatio_dbapi.replies import UNDECODABLE
from creatio_dbapi.troubles import BrokenError
from creatio_dbapi.types import EMPTY_MOMENT, TYPES, ZERO_GUID, read_column

Key = Any  # one key value, or a tuple of them
Cells = Any  # the JSON values of a column: a list, or an Arrow array with the same


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a scan: the JSON values of each of its columns, in the scan's order.

    `embedded` are the rows that came along, for each of the scan's embedded scans.
    """

    columns: tuple[Cells, ...]
    rows: int
    embedded: tuple[Page, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as it came: its rows' columns and keys, what stands behind its links, and what it says besides.

    A column that does not come with the rows (`Edm.Stream`) is empty here. `total` is `@odata.count` and `link` is
    `@odata.nextLink`, both unchecked; `size` is in bytes.
    """

    columns: tuple[Cells, ...]
    keys: Cells
    rows: int
    links: tuple[list[Any], ...] = ()
    total: object = None
    link: object = None
    size: int = 0

    def cut(self, start: int, end: int | None = None) -> Answer:
        """Return the rows from `start` up to, and without, `end`."""
        if start == 0 and (end is None or end >= self.rows):
            return self
        columns = tuple(column[start:end] for column in self.columns)
        links = tuple(link[start:end] for link in self.links)
        rows = len(range(self.rows)[start:end])
        return Answer(columns, self.keys[start:end], rows, links, self.total, self.link, self.size)


def key_places(scan: Scan) -> tuple[int, ...]:
    """Return where the key stands among a scan's columns; nowhere, if it is not read."""
    names = [column.name for column in scan.columns]
    return tuple(names.index(name) for name in scan.table.key) if set(scan.table.key) <= set(names) else ()


def decode_columns(scan: Scan, body: bytes) -> Answer | None:
    """Decode the answer to a plain scan into Arrow arrays, if it can be read so."""
    read = read_columns(scan, body)
    if read is None:
        return None
    keys, head = read.arrays[key_places(scan)[0]], read.head
    total, link = head.get("@odata.count"), head.get("@odata.nextLink")
    return Answer(read.arrays, keys, len(keys), total=total, link=link, size=len(body))


def decode(scan: Scan, body: bytes) -> Answer:
    """Decode the answer to a scan's query; raises OperationalError or DataError for one that is none."""
    decoder, getters, link_getters = _shape_of(scan)
    try:
        answer = decoder.decode(body)
    except UNDECODABLE as error:
        raise _unreadable(scan, body, error) from None
    rows = answer.value
    columns = tuple([] if getter is None else list(map(getter, rows)) for getter in getters)
    places = key_places(scan)
    keys = columns[places[0]] if len(places) == 1 else list(zip(*(columns[place] for place in places), strict=True))
    links = tuple(list(map(getter, rows)) for getter in link_getters)
    return Answer(columns, keys, len(rows), links, answer.total, answer.link, len(body))


def cells(values: Cells) -> list[Any]:
    """Return the JSON values of a column, or keys, as a list."""
    return values if isinstance(values, list) else values.to_pylist()


def are_disjoint(keys: Cells, others: Cells) -> bool:
    """Say whether no key comes twice, or is among the others; raises TypeError for a key that is no value."""
    if isinstance(keys, pa.Array) and (isinstance(others, pa.Array) or not others):
        both = pa.concat_arrays([others, keys]) if len(others) else keys
        return _ascends(both) or len(pc.unique(both)) == len(both)
    found = set(cells(keys))
    return len(found) == len(keys) and found.isdisjoint(cells(others))


def _ascends(keys: pa.Array) -> bool:
    return not keys.null_count and pc.all(pc.less(keys[:-1], keys[1:])).as_py() is not False


def decode_count(scan: Scan, body: bytes) -> object:
    """Return the `@odata.count` of an answer, unchecked."""
    try:
        value = msgspec.json.decode(body)
    except UNDECODABLE as error:
        raise _unreadable(scan, body, error) from None
    if not isinstance(value, dict):
        raise _unreadable(scan, body, ValueError())
    return value.get("@odata.count")


_Getter = Callable[[Any], Any]
_Shape = tuple[tuple[str, ...], tuple[tuple[str, Any], ...]]  # names of columns; and of links, each with its shape


def _shape_of(scan: Scan) -> tuple[msgspec.json.Decoder[Any], tuple[_Getter | None, ...], tuple[_Getter, ...]]:
    names, _ = shape = _shape(_came(scan), scan.embedded)
    # A decimal must not pass through a binary float; other scans are spared the cost.
    decoder = _decoder(shape, _has_decimals(scan))
    getters = _by_name(names)
    return decoder, tuple(getters.get(column.name) for column in scan.columns), _link_getters(scan)


def _came(scan: Scan) -> tuple[str, ...]:
    """Return the names of the columns that come with the rows of a scan."""
    return tuple(column.name for column in scan.columns if column.type != "Edm.Stream" and column.name not in scan.made)


def _by_name(names: tuple[str, ...]) -> dict[str, _Getter]:
    return dict(zip(names, _getters("column", len(names)), strict=True))


@lru_cache(maxsize=256)
def _getters(kind: str, number: int) -> tuple[_Getter, ...]:
    return tuple(attrgetter(f"{kind}_{place}") for place in range(number))


def _link_getters(scan: Scan) -> tuple[_Getter, ...]:
    came = iter(_getters("link", len(scan.embedded)))
    return tuple(next(came) if each.comes else _there for each in scan.embedded)


def _there(_: Any) -> str:
    """Stand for a row of which nothing came, as nothing is read of it but that it is there."""
    return ""


def _has_decimals(scan: Scan) -> bool:
    own = any(column.type == "Edm.Decimal" for column in scan.columns)
    return own or any(_has_decimals(each.scan) for each in scan.embedded)


def _shape(names: tuple[str, ...], embedded: tuple[Embedded, ...]) -> _Shape:
    return names, tuple((each.link, _shape(each.asked, each.scan.embedded)) for each in embedded if each.comes)


@lru_cache(maxsize=256)
def _decoder(shape: _Shape, exact: bool) -> msgspec.json.Decoder[Any]:
    # gc=False: JSON has no cycles, so the collector need not look at every row.
    body = msgspec.defstruct(
        "Body",
        [("value", list[_row_type(shape)]), ("total", Any, None), ("link", Any, None)],  # type: ignore[misc]
        rename={"total": "@odata.count", "link": "@odata.nextLink"},
        gc=False,
    )
    return msgspec.json.Decoder(body, float_hook=Decimal) if exact else msgspec.json.Decoder(body)


def _row_type(shape: _Shape) -> Any:
    names, links = shape
    fields: list[Any] = [(f"column_{place}", Any) for place in range(len(names))]
    fields += [(f"link_{place}", _row_type(inner) | None) for place, (_, inner) in enumerate(links)]
    rename = {f"column_{place}": name for place, name in enumerate(names)}
    rename |= {f"link_{place}": link for place, (link, _) in enumerate(links)}
    return msgspec.defstruct("Row", fields, rename=rename, gc=False, frozen=True)


# -- what is not as it should be -----------------------------------------------------------------------------


def _unreadable(scan: Scan, body: bytes, error: Exception) -> Exception:
    """Say what an answer lacks."""
    name = scan.table.name
    try:
        value = msgspec.json.decode(body)
    except UNDECODABLE:
        return BrokenError(f"the answer for {name} is not whole JSON: {error}", status=200, table=name)
    if not isinstance(value, dict):
        return OperationalError(f"the answer for {name} is not a JSON object", table=name)
    rows = value.get("value")
    if not isinstance(rows, list):
        return OperationalError(f'the answer for {name} has no list "value"', table=name)
    return _missing(scan, _came(scan), rows) or OperationalError(
        f"the answer for {name} is not as expected: {error}", table=name
    )


def _missing(scan: Scan, names: tuple[str, ...], rows: list[Any]) -> DataError | OperationalError | None:
    for name in names:
        if any(not isinstance(row, dict) or name not in row for row in rows):
            return misses(scan, name)
    for each in scan.embedded:
        if each.comes and any(each.link not in row for row in rows):
            name = scan.table.name
            text = f"the answer for {name} lacks the link {each.link}, which was asked for by $expand"
            return OperationalError(text, table=name)
        inner = [row[each.link] for row in rows if row.get(each.link) is not None]
        found = _missing(each.scan, each.asked, inner)
        if found is not None:
            return found
    return None


def misses(scan: Scan, column: str) -> DataError:
    """Build the error of an answer without a column that was asked for."""
    name = scan.table.name
    return DataError(
        f"the answer for {name} lacks column {column}; connection.catalog.refresh() reads the columns anew",
        table=name,
        column=column,
    )


# -- pages ---------------------------------------------------------------------------------------------------


def page_of(scan: Scan, answer: Answer, empty_text: str, streams: dict[int, list[Any]]) -> Page:
    """Make a page of an answer; `streams` has the columns that did not come with it, by their places."""
    names = [column.name for column in scan.columns]
    behind = [
        _behind(each, rows, answer.columns[names.index(each.by)], empty_text)
        for each, rows in zip(scan.embedded, answer.links, strict=True)
    ]
    made = _made(scan, behind)
    columns = tuple(
        streams[place] if place in streams else made.get(column.name) or _shown(values, column, empty_text)
        for place, (column, values) in enumerate(zip(scan.columns, answer.columns, strict=True))
    )
    return Page(columns, answer.rows, tuple(page for _, page in behind))


_Behind = tuple[list[str | None], Page]  # for each row, the key of what is behind a link; and the rows there, each once


def _made(scan: Scan, behind: Sequence[_Behind]) -> dict[str, list[str | None]]:
    """Return the columns of a scan that look up what has no key but the one that is made here."""
    return {each.by: keys for each, (keys, _) in zip(scan.embedded, behind, strict=True) if each.key == "made"}


def _shown(values: Cells, column: Column, empty_text: str) -> Cells:
    if column.type != "Edm.String" or empty_text != "null":
        return values
    if isinstance(values, pa.Array):
        return without(values, "")
    return [value or None for value in values]


def _behind(embedded: Embedded, rows: list[Any], by: list[Any], empty_text: str) -> _Behind:
    """Make a page of what stands behind a link in each row, every row of it once; an empty lookup has none."""
    scan, getters = embedded.scan, _by_name(embedded.asked)
    try:
        found = _told_apart(embedded, getters, rows, by)
    except TypeError:  # a list or an object in the place of a cell
        name = scan.table.name
        raise DataError(f"the answer for {name} has a cell that is no value", table=name) from None
    inner = list(found.values())
    behind = [
        _behind(each, list(map(getter, inner)), list(map(getters.get(each.by, _there), inner)), empty_text)
        for each, getter in zip(scan.embedded, _link_getters(scan), strict=True)
    ]
    made = _made(scan, behind)
    if embedded.key != "comes":
        made[scan.table.key[0]] = list(found)
    columns = tuple(
        made[column.name] if column.name in made else _shown(list(map(getters[column.name], inner)), column, empty_text)
        for column in scan.columns
    )
    keys = {row: key for key, row in found.items()} if embedded.key == "made" else {}
    return [keys.get(row) for row in rows] if keys else [None] * len(rows), Page(
        columns, len(inner), tuple(page for _, page in behind)
    )


def rows_that_count(scan: Scan, answer: Answer) -> list[bool] | None:
    """Say of each row whether the lookups that it is joined to are there, or None where it needs none."""
    needed = [
        [_is_there(each, row) for row in rows]
        for each, rows in zip(scan.embedded, answer.links, strict=True)
        if each.is_needed
    ]
    return [all(each) for each in zip(*needed, strict=True)] if needed else None


def _is_there(embedded: Embedded, row: Any) -> bool:
    if row is None:
        return False
    scan = embedded.scan
    if embedded.key == "comes":
        getters = _by_name(embedded.asked)
        if any(getters[name](row) in (None, ZERO_GUID) for name in scan.table.key):
            return False
    inner = zip(scan.embedded, _link_getters(scan), strict=True)
    return all(_is_there(each, getter(row)) for each, getter in inner if each.is_needed)


def _told_apart(embedded: Embedded, getters: dict[str, _Getter], rows: list[Any], by: list[Any]) -> dict[Any, Any]:
    """Return the rows behind a link by their keys."""
    if embedded.key == "made":
        return {_made_key(row): row for row in dict.fromkeys(rows) if row is not None}
    if embedded.key == "comes":
        first, *others = [getters[name] for name in embedded.scan.table.key]
        by = [
            None if row is None else (first(row), *(other(row) for other in others)) if others else first(row)
            for row in rows
        ]
    return {
        key: row for key, row in zip(by, rows, strict=True) if row is not None and key is not None and key != ZERO_GUID
    }


def _made_key(row: Any) -> str:
    """Return a key for a row, the same on every page: made of what it shows."""
    shown = msgspec.json.encode(row)
    return str(uuid.UUID(bytes=hashlib.blake2b(shown, digest_size=16).digest()))


# -- Python values and Arrow ---------------------------------------------------------------------------------


def scan_batch(scan: Scan, page: Page, places: tuple[int, ...]) -> Batch:
    """Make a batch of the columns of a page that are the answer as they come."""
    return Batch(
        page.rows,
        lambda: read_values(scan, page, places),
        lambda: _each_once(places, lambda place: _arrow(scan, page, place)),
    )


def read_values(scan: Scan, page: Page, places: tuple[int, ...]) -> list[list[Any]]:
    """Turn the JSON of the columns at `places` into Python values."""
    return _each_once(places, lambda place: _python(scan, page, place))


def _each_once(places: Iterable[int], make: Callable[[int], Any]) -> list[Any]:
    made: dict[int, Any] = {}
    for place in places:
        if place not in made:
            made[place] = make(place)
    return [made[place] for place in places]


def _python(scan: Scan, page: Page, place: int) -> list[Any]:
    column = scan.columns[place]
    return read_column(column.type, page.columns[place], table=scan.table.name, column=column.name)


def arrow_page(scan: Scan, page: Page) -> pa.Table:
    """Turn a page's JSON into Arrow columns that the local engine takes."""
    loaded = [(place, column.name) for place, column in enumerate(scan.columns) if column.name not in scan.unused]
    return pa.table([_for_engine(scan, page, place) for place, _ in loaded], names=[name for _, name in loaded])


def _for_engine(scan: Scan, page: Page, place: int) -> pa.Array:
    values = page.columns[place]
    if scan.columns[place].type == "Edm.Guid":
        text = values if isinstance(values, pa.Array) else _plain_array(values, pa.string())
        guids = None if text is None else guid_array(text)
        if guids is not None:
            return guids
    return _arrow(scan, page, place)


def _arrow(scan: Scan, page: Page, place: int) -> pa.Array:
    column, values = scan.columns[place], page.columns[place]
    array = _SHORT_WAYS[column.type](values) if column.type in _SHORT_WAYS else None
    if array is None and isinstance(values, pa.Array):
        if column.type not in _SHORT_WAYS:
            return values
        values = values.to_pylist()
    if array is None and {*map(type, values)} <= _PLAIN_KINDS.get(column.type, set()):
        array = _plain_array(values, arrow_type(column))
    if array is not None:
        return array
    python = read_column(column.type, values, table=scan.table.name, column=column.name)
    if column.type == "Edm.Guid":
        python = [None if guid is None else str(guid) for guid in python]
    try:
        return pa.array(python, arrow_type(column))
    except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError) as error:
        raise DataError(
            f"column {scan.table.name}.{column.name} has a value that {sql_type(column)} cannot hold: {error}",
            table=scan.table.name,
            column=column.name,
        ) from None


# The short ways from JSON values to Arrow: each gives None where it is not sure of every value.

_GUID_PATTERN = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"  # as a UUID is written


def _guid_array(values: Cells) -> pa.Array | None:
    array = _text_array(values, ZERO_GUID)
    if array is None or pc.all(pc.match_substring_regex(array, _GUID_PATTERN), skip_nulls=True).as_py() is False:
        return None
    return array


def _text_array(values: Cells, empty: str) -> pa.Array | None:
    if isinstance(values, pa.Array):
        return without(values, empty)
    return _plain_array([None if value == empty else value for value in values], pa.string())


def _plain_array(values: Sequence[Any], to: pa.DataType) -> pa.Array | None:
    try:
        return pa.array(values, to)
    except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError):
        return None


_SEVENTH_DIGIT = r"(\.[0-9]{6})[0-9]+Z$"


def _moment_array(values: Cells) -> pa.Array | None:
    array = _text_array(values, EMPTY_MOMENT)
    if array is None:
        return None
    if (pc.min(array).as_py() or "9") < "0001-01-02":  # Arrow knows a year 0, Python does not; the empty moment, too
        return None
    longest = pc.max(pc.binary_length(array)).as_py() or 0
    if longest > len("0001-01-01T00:00:00.000000Z"):
        array = pc.replace_substring_regex(array, _SEVENTH_DIGIT, r"\1Z")
    try:
        return array.cast(TYPES["Edm.DateTimeOffset"].arrow)
    except pa.ArrowInvalid:
        return None


_SHORT_WAYS: dict[str, Callable[[Cells], pa.Array | None]] = {
    "Edm.Guid": _guid_array,
    "Edm.DateTimeOffset": _moment_array,
}
# The kinds of JSON values that Arrow takes as they are.
_PLAIN_KINDS: dict[str, set[type]] = {
    "Edm.String": {str, type(None)},
    "Edm.Decimal": {Decimal, int, type(None)},
    "Edm.Boolean": {bool, type(None)},
    **{edm: {int, type(None)} for edm in ("Edm.Int16", "Edm.Int32", "Edm.Int64", "Edm.Byte", "Edm.SByte")},
}
