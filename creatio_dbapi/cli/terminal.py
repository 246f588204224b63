"""What an output can show: its width, its colours, and the characters that it can write."""

from __future__ import annotations

import io
import os
import shutil
import sys
from dataclasses import dataclass
from typing import TextIO

_BOXES = "│─┼…↵·"


@dataclass(frozen=True, slots=True)
class Style:
    """How people's formats are drawn: cells of a line (None: any number), colours, box characters."""

    width: int | None = None
    colour: bool = False
    boxes: bool = True


def prepare_streams() -> None:
    """Let a pipe carry every script, and a terminal show what its encoding lacks as question marks."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            # Names come in every script; a pipe's encoding from the locale would stop at the first of them.
            stream.reconfigure(encoding="utf-8", errors="strict" if stream is sys.stdout else "backslashreplace")


def style_of(stream: TextIO) -> Style:
    """Return how to draw on a stream: a pipe or a file gets whole cells and no colours."""
    if not stream.isatty():
        return Style()
    return Style(shutil.get_terminal_size().columns, has_colours(stream), _can_write(stream, _BOXES))


def has_colours(stream: TextIO) -> bool:
    """Say whether colours may be used; https://no-color.org and dumb terminals say no."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _can_write(stream: TextIO, text: str) -> bool:
    try:
        text.encode(stream.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True
