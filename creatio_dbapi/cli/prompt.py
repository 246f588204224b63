"""The prompt of the shell: multi-line editing, colours, completion, and a history on disk."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from platformdirs import user_state_path
from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.lexers import PygmentsLexer
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.styles import Style
from pygments.lexers.sql import PostgresLexer

from creatio_dbapi import Connection, Error
from creatio_dbapi.cli.completion import suggestions
from creatio_dbapi.cli.terminal import has_colours
from creatio_dbapi.cli.words import ends_statement, split_command

_STYLE = Style.from_dict(
    {
        "prompt": "bold ansicyan",
        "pygments.keyword": "bold ansiblue",
        "pygments.name.builtin": "ansiblue",
        "pygments.literal.string": "ansigreen",
        "pygments.literal.number": "ansimagenta",
        "pygments.comment": "ansibrightblack",
    }
)


class Prompt:
    """Reads one statement, which may have several lines; None at the end of the input."""

    def __init__(self, connection: Callable[[], Connection], commands: Iterable[str]) -> None:
        self._session: PromptSession[str] = PromptSession(
            history=_history(),
            completer=_Completer(connection, tuple(commands)),
            complete_in_thread=True,
            complete_while_typing=False,
            lexer=PygmentsLexer(PostgresLexer),
            style=_STYLE,
            multiline=Condition(lambda: not is_whole(get_app().current_buffer.text)),
            prompt_continuation=lambda width, line, wrapped: " " * max(0, width - 3) + "-> ",
            enable_history_search=True,
            color_depth=None if has_colours(sys.stdout) else ColorDepth.DEPTH_1_BIT,
        )

    def __call__(self, text: str) -> str | None:
        """Ask for a statement; raises KeyboardInterrupt at Ctrl-C, which drops what was typed."""
        try:
            return self._session.prompt(FormattedText([("class:prompt", text)]))
        except EOFError:
            return None


def is_whole(text: str) -> bool:
    """Say whether Enter runs a text: a command, a statement with its semicolon, or one that an empty line ends."""
    if not text.strip() or split_command(text)[1]:
        return True
    return ends_statement(text) or text.endswith("\n")


class _Completer(Completer):
    """Completes commands, tables, columns and keywords; an instance that cannot be asked completes nothing."""

    def __init__(self, connection: Callable[[], Connection], commands: tuple[str, ...]) -> None:
        self._connection, self._commands = connection, commands

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        text, place = document.text, document.cursor_position
        if text.startswith("\\") and " " not in text:
            yield from (Completion(name, -place) for name in self._commands if name.startswith(text))
            return
        try:
            catalog = self._connection().catalog
        except Error:
            return
        if text.startswith("\\d "):
            typed = text[3:place].lower()
            yield from (Completion(name, -len(typed)) for name in sorted(catalog) if name.lower().startswith(typed))
            return
        prefix = "\\explain "
        if text.startswith(prefix):
            text = " " * len(prefix) + text[len(prefix) :]
        for each in suggestions(text, place, catalog):
            yield Completion(each.text, each.start - place, display_meta=each.about)


class _PrivateHistory(FileHistory):
    """A history that leaves out what begins with a space."""

    def store_string(self, string: str) -> None:
        if not string.startswith(" "):
            super().store_string(string)


def _history() -> History:
    """Keep the history in the user's state directory, for the user's eyes; without a place for it, in memory."""
    path = Path(user_state_path("creatio_dbapi", appauthor=False)) / "history"
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
    except OSError as error:
        print(f"creatio: the history is not kept: {path}: {error.strerror}", file=sys.stderr)
        return InMemoryHistory()
    return _PrivateHistory(str(path))
