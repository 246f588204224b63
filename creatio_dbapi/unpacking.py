"""Unpacks the bodies of answers while they arrive; gzip by isal, which takes half the time, where it is installed."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import Any

from creatio_dbapi.errors import OperationalError

try:
    from isal import isal_zlib as _engine
except ImportError:  # the extra "fast" brings it
    import zlib as _engine  # type: ignore[no-redef]

_ERROR: Any = _engine.error
_PIECE = 2**20


def unpacked(wire: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    """Give a body as it was before it was compressed, in pieces of a megabyte at the most.

    Raises OperationalError for a way to compress that was not asked for; the iterator raises zlib.error for gzip that
    is broken, or stops before its end.
    """
    if encoding.lower() in ("gzip", "x-gzip"):
        return _unzipped(wire)
    if encoding.lower() in ("", "identity"):
        return wire
    raise OperationalError(f"the server compressed its answer with {encoding!r}; only gzip was asked for")


def _unzipped(wire: Iterator[bytes]) -> Iterator[bytes]:
    decoder: Any = None
    for packed in wire:
        rest = packed
        while rest:
            if decoder is None or decoder.eof:
                decoder = _engine.decompressobj(wbits=31)
            yield _checked(decoder.decompress, rest, _PIECE)
            rest = decoder.unconsumed_tail or decoder.unused_data
    if decoder is not None:
        yield _checked(decoder.flush)
        if not decoder.eof:
            raise zlib.error("the gzip stream has no end")


def _checked(step: Callable[..., bytes], *arguments: object) -> bytes:
    try:
        return step(*arguments)
    except _ERROR as error:
        raise zlib.error(str(error)) from None
