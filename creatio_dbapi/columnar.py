"""Reads an answer of plain rows straight into Arrow columns, without a Python object for each cell.

An answer without escapes, whose rows all have the same columns in the same order, is a table with quotation marks
between its cells: Arrow's reader of CSV takes it apart, outside of Python's lock. What is between the cells is checked
as well, and so is what JSON does not allow in a cell, so that all else, such as a null where text was awaited, is left
to `decoding`.
"""

from __future__ import annotations

import binascii
import struct
import sys
from dataclasses import dataclass
from functools import lru_cache

import msgspec
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pc_csv

from creatio_dbapi.catalog import Column
from creatio_dbapi.plan.nodes import Scan
from creatio_dbapi.replies import UNDECODABLE
from creatio_dbapi.types import TYPES

_BEGIN, _END = b'"value":[', b"}]}"
_LARGEST = 2**31 - 2  # what Arrow's text holds in one piece
_QUOTED = frozenset({"Edm.Guid", "Edm.String", "Edm.DateTimeOffset"})
_UNQUOTED = frozenset({"Edm.Int16", "Edm.Int32", "Edm.Int64", "Edm.Byte", "Edm.SByte", "Edm.Decimal", "Edm.Boolean"})
_VALUE = "\0"


@dataclass(frozen=True, slots=True)
class Columns:
    """The JSON values of an answer's columns, in the scan's order, and what stands before the rows.

    Text, Guids and moments are Arrow text as they came; numbers and Booleans have the type of their column.
    """

    arrays: tuple[pa.Array, ...]
    head: dict[str, object]


@dataclass(frozen=True, slots=True)
class _Layout:
    """What stands between the quotation marks of a row: pieces that are as told, and values, by their places.

    A value without marks of its own has what is before it and behind it in its piece.
    """

    fixed: dict[str, str]
    values: dict[str, tuple[str, str, str]]


def is_plain(scan: Scan) -> bool:
    """Say whether the answers to a scan may be read by columns: one key, nothing behind links, no order with ties."""
    if sys.version_info < (3, 11):
        return False  # for an error of Python 3.10, Arrow looks through the whole memory before it reads anything
    plain = not (scan.embedded or scan.ties or scan.count or scan.unique) and len(scan.queries) == 1
    names = {column.name for column in scan.columns}
    keyed = len(scan.table.key) == 1 and names.issuperset(scan.table.key)
    return plain and keyed and all(column.type in _QUOTED or _is_readable(column) for column in scan.columns)


def _is_readable(column: Column) -> bool:
    return column.type in _UNQUOTED and (column.type != "Edm.Decimal" or _casts_decimals())


@lru_cache(maxsize=1)
def _casts_decimals() -> bool:
    """Say whether this Arrow turns text into decimals, as older ones do not."""
    try:
        pa.array(["1.5"]).cast(pa.decimal128(38, 2))
    except pa.ArrowNotImplementedError:
        return False
    return True


def read_columns(scan: Scan, body: bytes) -> Columns | None:
    """Read the answer to a plain scan, or give None where anything in it is out of the ordinary."""
    start = body.find(_BEGIN + b'{"') + len(_BEGIN)
    if start < len(_BEGIN) or not body.endswith(_END) or b"\\" in body or len(body) > _LARGEST or _has_controls(body):
        return None
    end = len(body) - len(_END)
    first = body[start + 2 : body.find(b'"', start + 2)]
    names = _names(body, start, end, first)
    if sorted(names) != sorted(column.name for column in scan.columns):
        return None
    layout = _layout(names, tuple(column.name for column in scan.columns if column.type in _QUOTED))
    try:
        head = msgspec.json.decode(body[:start] + b"]}")
        pieces = _pieces(body, start, end, first, layout)
        if pieces is None or not all(
            _is_always(text.encode(), *pieces[place].chunks) for place, text in layout.fixed.items()
        ):
            return None
        arrays = tuple(_array(column, pieces, *layout.values[column.name]) for column in scan.columns)
    except (*UNDECODABLE, pa.ArrowInvalid, pa.ArrowCancelled):
        # In the main thread, Arrow stops at a signal, and leaves it to its own handler then.
        return None
    return Columns(arrays, head)


def _has_controls(body: bytes) -> bool:
    """Say whether there is a control character, such as a tab, which JSON allows in no text."""
    characters = pa.Array.from_buffers(pa.uint8(), len(body), [None, pa.py_buffer(body)])
    return bool(pc.min(characters).as_py() < ord(" "))


def _names(body: bytes, start: int, end: int, first: bytes) -> tuple[str, ...]:
    """Return the names of the columns in the order of the first row."""
    after = body.find(_separator(first), start, end)
    try:
        row = msgspec.json.decode(body[start : after if after >= 0 else end] + b"}")
    except UNDECODABLE:
        return ()
    return tuple(row)


def _separator(first: bytes) -> bytes:
    # No text holds this: its quotation mark would be the one that ends the text, and a name does not follow on that.
    return b'},{"' + first + b'":'


@lru_cache(maxsize=256)
def _layout(names: tuple[str, ...], quoted: tuple[str, ...]) -> _Layout:
    cells = [f'"{_VALUE}{name}"' if name in quoted else f"{_VALUE}{name}" for name in names]
    row = cells[0] + "".join(f',"{name}":{cell}' for name, cell in zip(names[1:], cells[1:], strict=True))
    pieces = row.split('"')
    fixed = {str(place): piece for place, piece in enumerate(pieces) if _VALUE not in piece}
    values = {}
    for place, piece in enumerate(pieces):
        before, value, rest = piece.partition(_VALUE)
        if value:
            name = rest.rstrip(",")
            values[name] = (str(place), before, rest.removeprefix(name))
    return _Layout(fixed, values)


def _pieces(body: bytes, start: int, end: int, first: bytes, layout: _Layout) -> pa.Table | None:
    """Return what stands between the quotation marks of all rows, as text, or None where rows differ."""
    others: list[object] = []

    def skip(row: object) -> str:
        # An error would have Arrow look through everything there is, for what refers to it.
        others.append(row)
        return "skip"

    offsets = pa.array([start + len(first) + len('{"":'), end], pa.int32()).buffers()[1]
    rows = pa.Array.from_buffers(pa.binary(), 1, [None, offsets, pa.py_buffer(body)])
    lines = pc.replace_substring(rows, _separator(first), b"\n")[0].as_buffer()
    columns = [str(place) for place in range(len(layout.fixed) + len(layout.values))]
    table = pc_csv.read_csv(
        pa.BufferReader(lines),
        pc_csv.ReadOptions(use_threads=False, block_size=len(lines) + 1, column_names=columns),
        pc_csv.ParseOptions(
            delimiter='"', quote_char=False, double_quote=False, escape_char=False, invalid_row_handler=skip
        ),
        pc_csv.ConvertOptions(column_types=dict.fromkeys(columns, pa.string()), strings_can_be_null=False),
    )
    return None if others else table


def arrow_type(column: Column) -> pa.DataType:
    """Return the Arrow type of a scan's column."""
    if column.type == "Edm.Decimal" and column.scale is not None:
        return pa.decimal128(38, column.scale)
    return TYPES[column.type].arrow


def _is_always(text: bytes, array: pa.Array) -> bool:
    """Say whether a whole array of text is one text again and again, by its bytes and their lengths."""
    if set(pc.min_max(pc.binary_length(array)).as_py().values()) != {len(text)}:
        return False
    data = array.buffers()[2]
    return not text or data.slice(0, len(text) * len(array)).equals(pa.py_buffer(text * len(array)))


_INTEGER = "^-?(0|[1-9][0-9]*)$"
_WRITTEN = {
    "Edm.Boolean": "^(true|false)$",
    "Edm.Decimal": r"^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?$",
}


def _array(column: Column, pieces: pa.Table, place: str, before: str, behind: str) -> pa.Array:
    """Return the values of a column; raises ArrowInvalid for what is none of its type."""
    (text,) = pieces[place].chunks
    if column.type in _QUOTED:
        return text
    if not pc.all(pc.and_(pc.starts_with(text, before), pc.ends_with(text, behind))).as_py():
        raise pa.ArrowInvalid("not between what it is to stand between")
    text = without(pc.utf8_slice_codeunits(text, len(before), -len(behind) or None), "null")
    # Arrow takes more for a value than JSON does: 0x1F, +7, 007.
    if pc.all(pc.match_substring_regex(text, _WRITTEN.get(column.type, _INTEGER))).as_py() is False:
        raise pa.ArrowInvalid("not a value of JSON")
    return text.cast(arrow_type(column))


def without(array: pa.Array, value: str | pa.Scalar) -> pa.Array:
    """Return an array with null in the place of a value."""
    found = pc.equal(array, value)
    if not pc.any(found).as_py():
        return array
    # Not if_else(): Arrow before 24 makes a wrong array of a part of another one.
    return pc.replace_with_mask(array, pc.fill_null(found, False), pa.scalar(None, array.type))


# -- Guids ---------------------------------------------------------------------------------------------------

_GUID, _HYPHENS = 36, (8, 13, 18, 23)


def guid_array(text: pa.Array) -> pa.Array | None:
    """Turn the text of Guids, none of them null, into Arrow's UUIDs, the zero Guid into null; None for other text.

    All Guids of a column are read at once, as one text of hexadecimal digits; Arrow before 18 has no UUIDs.
    """
    rows = len(text)
    lengths = pc.min_max(pc.binary_length(text)).as_py()
    if not hasattr(pa, "uuid") or text.null_count or set(lengths.values()) != {_GUID}:
        return None
    _, offsets, data = text.buffers()
    start = struct.unpack_from("=i", offsets, text.offset * 4)[0]
    written = data.slice(start, rows * _GUID).to_pybytes()
    if any(written[place::_GUID] != b"-" * rows for place in _HYPHENS):
        return None
    try:
        read = binascii.unhexlify(written.translate(None, b"-"))
    except binascii.Error:
        return None
    if len(read) != rows * 16:
        return None
    array = pa.Array.from_buffers(_SIXTEEN, rows, [None, pa.py_buffer(read)])
    return pa.ExtensionArray.from_storage(pa.uuid(), without(array, pa.scalar(bytes(16), _SIXTEEN)))


_SIXTEEN = pa.binary(16)
