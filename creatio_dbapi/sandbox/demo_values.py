"""Ids, moments, amounts and dice of the demo data: the same on every machine."""

import hashlib
import json
import random
import unicodedata
import uuid
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Any, TypeVar

Cell = str | int | bool | None
Row = tuple[Cell, ...]
Rows = tuple[str, tuple[str, ...], Iterable[Row]]
Item = TypeVar("Item")

SUPERVISOR = "410006e1-ca4e-4502-a9ec-e54d922d2c00"
# What every demo object starts with; the cells of these columns come from `audit`.
AUDIT = ("CreatedOn", "CreatedById", "ModifiedOn", "ModifiedById")
FIRST_DAY = date(2018, 1, 1)
DAY = 86_400
# The demo's present: nothing that has happened is later than this moment, 2026-06-30T12:00:00Z.
NOW = (date(2026, 6, 30) - FIRST_DAY).days * DAY + DAY // 2
# Creatio stores 100 ns; some moments below differ in the seventh digit alone.
FRACTIONS = ("", ".5", ".25", ".125", ".0625", ".03125", ".567941", ".5679414", ".5679415", ".0000001", ".9999999")

_DAYS = tuple((FIRST_DAY + timedelta(days=number)).isoformat() for number in range(4_400))
_MINUTES = tuple(f"T{number // 60:02}:{number % 60:02}:" for number in range(1_440))
_SECONDS = tuple(f"{number:02}" for number in range(60))
# Letters that Unicode does not decompose into a base letter and marks.
_PLAIN_LETTERS = str.maketrans({"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})


class Dice:
    """Random numbers that depend on a name only; `random()` is the one method Python promises never to change."""

    __slots__ = ("roll",)

    def __init__(self, name: str) -> None:
        self.roll = random.Random(_number(name)).random  # noqa: S311  demo data, nothing secret

    def below(self, limit: int) -> int:
        """Draw an integer from 0 up to but not including the limit."""
        return int(self.roll() * limit)

    def between(self, first: int, last: int) -> int:
        """Draw an integer from first to last, both included."""
        return first + int(self.roll() * (last - first + 1))

    def pick(self, items: Sequence[Item]) -> Item:
        """Draw one of the items."""
        return items[int(self.roll() * len(items))]

    def chance(self, percent: int) -> bool:
        """Say yes in the given percentage of draws."""
        return self.roll() * 100 < percent


def _number(name: str) -> int:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big")


@cache
def read_data(name: str) -> Any:
    """Read one of the JSON files beside this module."""
    path = resources.files("creatio_dbapi.sandbox").joinpath("data").joinpath(name)
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def lookup_id(object_name: str, key: str) -> str:
    """Make the id of a lookup row from its name."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"creatio-sandbox/{object_name}/{key}"))


def record_ids(object_name: str) -> Callable[[int], str]:
    """Make a function from a counter to an id; odd factors make both halves one-to-one, and out of order."""
    seed = _number(object_name)
    middle = f"-{seed >> 48:04x}-4{seed >> 36 & 0xFFF:03x}-a{seed >> 24 & 0xFFF:03x}-"

    def record_id(counter: int) -> str:
        head = (counter * 2_654_435_761 + seed) & 0xFFFF_FFFF
        return f"{head:08x}{middle}{(counter * 0x9E37_79B9_7F4B + seed) & 0xFFFF_FFFF_FFFF:012x}"

    return record_id


def moment(seconds: int, fraction: str = "") -> str:
    """Write the moment that many seconds after the first day.

    >>> moment(NOW)
    '2026-06-30T12:00:00Z'
    """
    day, rest = divmod(seconds, DAY)
    minute, second = divmod(rest, 60)
    return f"{_DAYS[day]}{_MINUTES[minute]}{_SECONDS[second]}{fraction}Z"


def midnight(day: date) -> str:
    """Write a date the way Creatio sends it."""
    return f"{day.isoformat()}T00:00:00Z"


def decimal(units: int, digits: int = 2) -> str:
    """Write a number of hundredths (or another power of ten) as a decimal.

    >>> decimal(-5), decimal(123456), decimal(15, 1)
    ('-0.05', '1234.56', '1.5')
    """
    whole, part = divmod(abs(units), 10**digits)
    return f"{'-' if units < 0 else ''}{whole}.{part:0{digits}}"


def plain(text: str) -> str:
    """Write a name in the letters of an e-mail address.

    >>> plain("Öko-Strauß & Łącki")
    'oko-strauss-lacki'
    """
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(_PLAIN_LETTERS))
    words = "".join(
        letter if letter.isascii() and letter.isalnum() else " " for letter in decomposed if ord(letter) not in _MARKS
    )
    return "-".join(words.split())


# Combining marks and apostrophes vanish, everything else that is no letter separates words.
_MARKS = frozenset([*range(0x300, 0x370), ord("'"), ord("’")])


def audit(dice: Dice, created: int, authors: Sequence[str]) -> Row:
    """Draw who created and changed a record, and when; the change is never before the creation."""
    fraction = dice.pick(FRACTIONS)
    author = dice.pick(authors)
    first = moment(created, fraction)
    later = created + dice.below(90 * DAY)
    if later >= NOW or later <= created:
        return (first, author, first, author)
    return (first, author, moment(later, fraction), dice.pick(authors))


def growing_moment(dice: Dice, index: int, count: int) -> int:
    """Draw a moment such that higher numbers were created later, between 2018 and an hour ago."""
    span = NOW - 3 * DAY
    return min(NOW - 3_600, DAY + span * index // max(count, 1) + dice.below(2 * DAY))
