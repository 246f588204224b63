"""A plan as a tree on a terminal: long lines wrapped, verdicts in colour."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from creatio_dbapi.cli.terminal import Style
from creatio_dbapi.explanation import branches, steps_of

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_COLOURS = {"exact": "\x1b[32m", "superset": "\x1b[33m", "local": "\x1b[35m", "took": "\x1b[36m"}
_INDENT = 10  # cells before the text of a step
_LEAST = 20  # cells that a text gets, however narrow the terminal is


def plan_tree(lines: Iterable[tuple[str, str]], style: Style) -> Iterator[str]:
    """Draw EXPLAIN's lines, (part, text), as a tree no wider than the style."""
    for step, branch, trunk in branches(steps_of(lines)):
        part = f"{step.part:<7}"
        more = trunk + (" " * 3 + "│" if step.details else "").ljust(_INDENT - 2)
        head = f"{branch} {_BOLD}{part}{_PLAIN}" if style.colour else f"{branch} {part}"
        yield from _wrapped(step.text, head, more, style)
        for detail, twig, below in branches(step.details):
            word, colon, rest = detail.partition(":")
            colour = _COLOURS.get(word, "") if style.colour and colon else ""
            text = f"{colour}{word}{_PLAIN}{colon}{rest}" if colour else detail
            yield from _wrapped(text, f"{trunk}   {twig} ", f"{trunk}   {below}   ", style)


def _wrapped(text: str, head: str, more: str, style: Style) -> Iterator[str]:
    room = max(_LEAST, (style.width or 80) - _INDENT)
    for place, part in enumerate(textwrap.wrap(text, room, break_on_hyphens=False) or [""]):
        yield (head if place == 0 else more) + part
