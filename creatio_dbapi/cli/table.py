"""Rows as a table for people, no wider than the terminal; records below each other where a table cannot fit."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from creatio_dbapi.cli.formats import Column, Row
from creatio_dbapi.cli.plan import plan_tree
from creatio_dbapi.cli.terminal import Style
from creatio_dbapi.cli.values import plain_text
from creatio_dbapi.cli.width import LEAST, cut, display_width, fitted, line_width, visible

SAMPLE_ROWS = 1_000  # a table's widths are those of its first rows; the rows after them stream
NULL = "NULL"
_LONGEST = 1_000  # characters of a cell that a terminal can need
_PADDED = 120  # cells up to which a column without a limit is aligned; a longer text pushes its own line only
_ASCII = str.maketrans("│─┼├╰…↵·", "|-++`~$.")


def write_table(
    columns: list[Column], rows: Iterable[Row], out: TextIO, style: Style, *, expanded: bool = False
) -> int:
    """Print an aligned table that fits the style's width; what is cut ends in an ellipsis.

    Records stand below each other, a line for each column, where `expanded` or where the columns cannot fit.
    """
    if [column.name for column in columns] == ["part", "plan"]:
        return _write_plan(rows, out, style)
    count = 0
    for is_row, text in _drawn(columns, rows, style, expanded):
        count += is_row
        out.write(text if style.boxes else text.translate(_ASCII))
    return count


Drawn = Iterator[tuple[bool, str]]  # a text, and whether a row begins with it


def _drawn(columns: list[Column], rows: Iterable[Row], style: Style, expanded: bool) -> Drawn:
    headings = [visible(column.name) for column in columns]
    waiting = ([_shown(value, style) for value in row] for row in rows)
    sample = list(itertools.islice(waiting, SAMPLE_ROWS))
    widths = [max(map(_measured, cells)) for cells in zip(headings, *sample, strict=True)]
    widths = [min(width, _PADDED) for width in widths] if style.width is None else fitted(widths, style.width)
    every_row = itertools.chain(sample, waiting)
    if expanded or (style.width is not None and line_width(widths) > style.width):
        return _records(headings, every_row, style)
    return _lines(headings, columns, widths, every_row, style)


def _lines(
    headings: list[str], columns: list[Column], widths: list[int], rows: Iterable[list[str]], style: Style
) -> Drawn:
    yield False, _line(headings, columns, widths, style)
    yield False, "─┼─".join("─" * width for width in widths) + "\n"
    for cells in rows:
        yield True, _line(cells, columns, widths, style)


def _records(headings: list[str], rows: Iterable[list[str]], style: Style) -> Drawn:
    widest = max(map(display_width, headings), default=0)
    room = None if style.width is None else max(LEAST, style.width - widest - 3)
    for number, cells in enumerate(rows, 1):
        title = f"─ row {number:,} "
        yield True, title + "─" * max(0, (style.width or widest + 20) - len(title)) + "\n"
        for heading, cell in zip(headings, cells, strict=True):
            text = cell if room is None else cut(cell, room)
            space = " " * (widest - display_width(heading))
            yield False, f"{heading}{space} │ {_dimmed(text, style)}".rstrip() + "\n"


def _line(cells: list[str], columns: list[Column], widths: list[int], style: Style) -> str:
    parts = []
    for cell, column, width in zip(cells, columns, widths, strict=True):
        text = cell if style.width is None else cut(cell, width)
        space = " " * max(0, width - _measured(text))
        parts.append(space + _dimmed(text, style) if column.number else _dimmed(text, style) + space)
    return " │ ".join(parts).rstrip() + "\n"


def _dimmed(text: str, style: Style) -> str:
    return f"\x1b[2m{text}\x1b[0m" if text == NULL and style.colour else text


def _measured(text: str) -> int:
    return display_width(text) if len(text) <= _LONGEST else len(text)


def _shown(value: Any, style: Style) -> str:
    if value is None:
        return NULL
    whole = plain_text(value)
    text = whole
    if style.width is not None and len(whole) > _LONGEST:
        text = whole[:_LONGEST] + "…"
    text = visible(text)
    return f"'{text}'" if text == NULL else text  # so a cell that reads NULL is one


def _write_plan(rows: Iterable[Row], out: TextIO, style: Style) -> int:
    """Print EXPLAIN's lines whole: an address that is cut tells nothing. A terminal gets a tree."""
    lines = [(part or "", visible(plan or "")) for part, plan in rows]
    drawn = (f"{part:<8}{plan}".rstrip() for part, plan in lines) if style.width is None else plan_tree(lines, style)
    for text in drawn:
        out.write((text if style.boxes else text.translate(_ASCII)) + "\n")
    return len(lines)
