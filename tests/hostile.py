"""The one list of hostile values, used everywhere a value travels."""

from __future__ import annotations

import datetime as dt
import uuid
from decimal import Decimal

UTC = dt.timezone.utc

TEXTS = (
    "'",
    "''",
    "O'Brien",
    "x' or 'a' eq 'a",
    "x'; DELETE FROM Contact; --",
    '"',
    "`[x]`",
    "\\",
    "\\'",
    "%",
    "%%",
    "100%",
    "%27",
    "_",
    "a_b",
    "&",
    "a&$top=1",
    "#",
    "+",
    "a b",
    "/",
    "?",
    ":name",
    "$1",
    "=",
    ";",
    "(",
    "),('",
    "{}",
    "line\nbreak",
    "cr\r\nlf",
    "tab\t",
    " leading",
    "trailing ",
    " ",
    "null",
    "NULL",
    "0001-01-01T00:00:00Z",
    "00000000-0000-0000-0000-000000000000",
    "😀",
    "👩‍👩‍👧 family",
    "Привет, Мир",
    "привет, мир",
    "ñandú",
    "n\u0303",  # a letter and a combining mark: not the one before
    "Straße",
    "STRASSE",
    "İstanbul",
    "日本語",
    "שלום",
    "\u200b",
    "\ufeffmark",
    "\u2028",
    "\x01",
    "\x7f",
    "\uffff",
    "\U0010ffff",
    "Anna",
    "ANNA",
    "anna",
)

# Moments at both ends and in between; the first of the calendar is what Creatio shows for an empty cell.
FIRST_MOMENT = dt.datetime(1, 1, 1, 0, 0, 0, 1, tzinfo=UTC)
LAST_MOMENT = dt.datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)
MOMENTS = (
    FIRST_MOMENT,
    dt.datetime(1582, 10, 15, tzinfo=UTC),
    dt.datetime(1753, 1, 1, tzinfo=UTC),
    dt.datetime(1969, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
    dt.datetime(1970, 1, 1, tzinfo=UTC),
    dt.datetime(2024, 2, 29, 12, 30, 45, 120000, tzinfo=UTC),
    dt.datetime(2025, 3, 30, 1, 30, tzinfo=UTC),
    dt.datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC),
    LAST_MOMENT,
)

INTEGERS = (0, 1, -1, 7, 2**31 - 1, -(2**31))

DECIMALS = (
    Decimal(0),
    Decimal("0.1"),
    Decimal("0.3"),
    Decimal("-0.01"),
    Decimal("100.1"),
    Decimal("1234567.89"),
    Decimal("-1234567.89"),
    Decimal("0.0000000001"),
    Decimal("9007199254740993"),  # 2**53 + 1: not a binary float
    Decimal("9999999999999999.99"),
    Decimal("1234567890123456789012345678"),  # 28 digits, as the server's decimal has
)

GUIDS = (
    uuid.UUID(int=1),
    uuid.UUID("ffffffff-ffff-ffff-ffff-ffffffffffff"),
    uuid.UUID("00B34750-2FEB-4545-B233-153502326F3C"),
)

LONG_TEXT = "0123456789abcdé'" * (10 * 1024 * 1024 // 17)  # ten megabytes of UTF-8
