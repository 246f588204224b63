"""Unpacking: the same bytes and the same errors, with isal and without it."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys

import pytest

from creatio_dbapi.errors import OperationalError
from creatio_dbapi.unpacking import unpacked

# What comes in: a body packed whole, in two members, without its end, with another byte, and with more behind it.
PROGRAM = """
import gzip, hashlib, json, sys, zlib
if sys.argv[1] == "without":
    sys.modules["isal"] = None
from creatio_dbapi.unpacking import unpacked

def outcome(packed, size):
    try:
        pieces = list(unpacked(iter([packed[at : at + size] for at in range(0, len(packed), size)]), "gzip"))
    except zlib.error:
        return "error"
    return [max(map(len, pieces), default=0) <= 2**20, hashlib.sha256(b"".join(pieces)).hexdigest()]

body = b"abc" * 1_500_000 + bytes(range(256))
packed = gzip.compress(body, 6)
changed = bytes([*packed[:-8], packed[-8] ^ 1, *packed[-7:]])
bodies = [packed, packed + gzip.compress(b"x"), packed[:-1], packed[:-9], packed[: len(packed) // 2], changed,
          packed + b"more", b"no gzip at all", b"", gzip.compress(b"")]
print(json.dumps([outcome(each, size) for each in bodies for size in (100_000, 1_000, 7)]))
"""  # fmt: skip


def test_both_ways_give_the_same_bytes_and_errors() -> None:
    told = [
        subprocess.run([sys.executable, "-c", PROGRAM, way], capture_output=True, check=True).stdout  # noqa: S603
        for way in ("with", "without")
    ]
    outcomes = json.loads(told[0])
    assert outcomes == json.loads(told[1])
    assert outcomes.count("error") == 3 * 6
    assert all(outcome[0] for outcome in outcomes if outcome != "error")


def test_gzip_is_all_that_was_asked_for() -> None:
    assert b"".join(unpacked(iter([gzip.compress(b"x")]), "GZIP")) == b"x"
    assert list(unpacked(iter([b"a", b"b"]), "identity")) == [b"a", b"b"]
    with pytest.raises(OperationalError, match="'br'"):
        unpacked(iter([b"x"]), "br")
