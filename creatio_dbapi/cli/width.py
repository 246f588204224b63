"""How wide a text is on a terminal, and how it is cut to fit."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # they would reorder the line
LEAST = 6  # cells below which a column tells nothing


def line_width(widths: list[int]) -> int:
    """Return how many cells a line of such columns takes, with what separates them."""
    return sum(widths) + 3 * (len(widths) - 1)


def fitted(widths: list[int], room: int) -> list[int]:
    """Make the widest columns narrower until a line of them fits, none below six cells.

    >>> fitted([30, 5, 60], 60)
    [24, 5, 25]
    """
    fits = list(widths)
    excess = line_width(fits) - room
    while excess > 0 and max(fits) > LEAST:
        fits[fits.index(max(fits))] -= 1
        excess -= 1
    return fits


def display_width(text: str) -> int:
    """Return how many cells of a terminal a text takes: two for East Asian wide characters and emoji.

    >>> display_width("abc"), display_width("高橋"), display_width("é👩‍💻")
    (3, 4, 3)
    """
    if text.isascii():
        return len(text)
    return sum(cells for _, cells in _measured(text))


def _measured(text: str) -> Iterator[tuple[str, int]]:
    """Give each character with the cells that it adds to the line."""
    before, cells = "", 0
    for character in text:
        if before == "\u200d" or (cells == 2 and "\U0001f3fb" <= character <= "\U0001f3ff"):
            width = 0  # the joined parts, and the skin tone, of one emoji
        elif character == "\ufe0f" and cells == 1:
            width = 1  # asks for the character before it to be drawn as an emoji
        elif unicodedata.category(character) in ("Mn", "Me", "Cf"):
            width = 0
        else:
            width = 2 if unicodedata.east_asian_width(character) in "WF" else 1
        yield character, width
        before, cells = character, width or cells


def cut(text: str, width: int) -> str:
    """Shorten a text to `width` cells, the last of which is an ellipsis.

    >>> cut("Supervisor", 6), cut("高橋大輔", 6)
    ('Super…', '高橋…')
    """
    if display_width(text) <= width:
        return text
    kept, room = [], width - 1
    for character, cells in _measured(text):
        room -= cells
        if room < 0:
            break
        kept.append(character)
    return "".join(kept) + "…"


def visible(text: str) -> str:
    """Write line breaks and control characters as signs: a cell is one line and cannot steer the terminal."""
    if text.isprintable():
        return text
    return "".join(_sign(character) for character in text)


def _sign(character: str) -> str:
    if character == "\n":
        return "↵"
    if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") or character in _DIRECTIONS:
        return "" if character == "\r" else "·"
    return character
