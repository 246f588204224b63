"""A terminal for tests: a real pseudo-terminal, and the screen that a person would see."""

from __future__ import annotations

import io
import time
from types import TracebackType

import pexpect
import pyte
from rich.console import Console
from rich.style import Style
from rich.text import Text

from tests.fix_command import COMMAND

_SECONDS = 60.0  # a machine may be busy; nothing here asserts a time


class Terminal:
    """The command in a terminal of so many columns; `text` is what its screen shows."""

    def __init__(self, *words: str, environment: dict[str, str], columns: int = 100, rows: int = 40) -> None:
        self.screen = pyte.HistoryScreen(columns, rows, history=1_000)
        self._stream = pyte.Stream(self.screen)
        self.raw = ""  # everything that came, with its colours
        self.process = pexpect.spawn(
            COMMAND[0],
            [*COMMAND[1:], *words],
            env=environment | {"TERM": environment.get("TERM", "xterm-256color")},
            dimensions=(rows, columns),
            encoding="utf-8",
            codec_errors="replace",
            timeout=_SECONDS,
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.close(force=True)

    @property
    def text(self) -> str:
        """The lines of the screen, without the blanks at their ends."""
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip()

    def send(self, keys: str) -> None:
        """Type."""
        self.process.send(keys)

    def wait_for(self, *wanted: str, gone: str | None = None) -> str:
        """Read until the screen shows all that is wanted, and not what is to be gone; returns the screen."""
        end = time.monotonic() + _SECONDS
        while time.monotonic() < end:
            self._read()
            if all(each in self.text for each in wanted) and (gone is None or gone not in self.text):
                return self.text
        raise AssertionError(f"the screen does not show {wanted} (gone: {gone}):\n{self.text}")

    def wait_for_end(self) -> int:
        """Read to the end of the program and return its exit status."""
        end = time.monotonic() + _SECONDS
        while time.monotonic() < end and self._read():
            continue
        self.process.close()
        return self.process.exitstatus if self.process.exitstatus is not None else -(self.process.signalstatus or 0)

    def _read(self) -> bool:
        try:
            came = self.process.read_nonblocking(65_536, timeout=0.1)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += came
        self._stream.feed(came)
        if "\x1b[6n" in came:  # the program asks where the cursor is
            self.process.send(f"\x1b[{self.screen.cursor.y + 1};{self.screen.cursor.x + 1}R")
        return True


def picture(terminal: Terminal, title: str) -> str:
    """Draw the screen as SVG."""
    console = Console(record=True, width=terminal.screen.columns, file=io.StringIO())
    for row in range(len(terminal.text.splitlines())):
        console.print(_line(terminal.screen, row), no_wrap=True, crop=True)
    return console.export_svg(title=title, unique_id="creatio")


def _line(screen: pyte.Screen, row: int) -> Text:
    line = Text()
    for column in range(screen.columns):
        cell = screen.buffer[row][column]
        line.append(cell.data, _style(cell))
    line.rstrip()
    return line


def _style(cell: pyte.screens.Char) -> Style:
    return Style(color=_colour(cell.fg), bgcolor=_colour(cell.bg), bold=cell.bold, reverse=cell.reverse)


def _colour(name: str) -> str:
    """Return what rich calls a colour of pyte, which may be six hexadecimal digits."""
    if len(name) == 6 and set(name) <= set("0123456789abcdef"):
        return f"#{name}"
    return name.replace("brown", "yellow").replace("bright", "bright_")
