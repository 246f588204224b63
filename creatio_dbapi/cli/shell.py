"""creatio shell: statements one after another, with history, completion and commands of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace

import click

from creatio_dbapi import Connection
from creatio_dbapi.cli.catalog import show_columns, show_tables
from creatio_dbapi.cli.failures import CommandError, sentence_of
from creatio_dbapi.cli.files import read_text
from creatio_dbapi.cli.formats import FORMATS
from creatio_dbapi.cli.place import THE_SANDBOX, Place, connect, with_place
from creatio_dbapi.cli.statement import Output, run_statement
from creatio_dbapi.cli.terminal import has_colours

_MISSING = 'creatio shell needs {name}: pip install "creatio-dbapi[cli]"'


@click.command("shell", short_help="Ask one statement after another, with history and completion.")
@with_place
def shell(place: Place) -> None:
    """Read statements and run them: from the terminal, or from standard input until one of them fails."""
    try:
        from creatio_dbapi.cli.prompt import Prompt
        from creatio_dbapi.cli.words import split_script
    except ImportError as error:
        raise CommandError(_MISSING.format(name=error.name)) from error
    with _Shell(place) as running:
        if not sys.stdin.isatty():
            running.run_script(split_script(read_text("-")))
            return
        print(f"Asking {running.name}. A statement ends with ; or an empty line. \\? helps, \\q leaves.")
        running.run(Prompt(lambda: running.connection, _commands().keys()))


class _Shell:
    """A connection, how its rows are written, and the statement before."""

    def __init__(self, place: Place) -> None:
        self._home = place
        self._place = place
        self.connection: Connection = connect(place)
        self._output = Output()
        self._last = ""
        self._leaving = False

    def __enter__(self) -> _Shell:
        return self

    def __exit__(self, *error: object) -> None:
        self.connection.close()

    @property
    def name(self) -> str:
        """What the prompt calls the instance."""
        return self._place.name

    def run(self, prompt: Callable[[str], str | None]) -> None:
        """Read and run until told to leave; what fails is told, and the next one read."""
        while not self._leaving:
            try:
                text = prompt(f"{self.name}> ")
                if text is None:
                    return
                self._run(text)
            except KeyboardInterrupt:
                continue
            except BrokenPipeError:
                raise
            except Exception as error:
                self._tell(error)

    def run_script(self, statements: list[str]) -> None:
        """Run statements; the first that fails ends it."""
        self._output = replace(self._output, quiet=True)
        for statement in statements:
            if not self._leaving:
                self._run(statement)

    def _run(self, text: str) -> None:
        from creatio_dbapi.cli.words import ends_statement, split_command, split_statements

        statements, command = split_command(text.strip())
        if command and statements and not ends_statement(statements):
            print("The unfinished statement is dropped.", file=sys.stderr)
            statements = ""
        for statement in split_statements(statements):
            self._last = statement
            run_statement(self.connection, statement, self._output)
        if command:
            self._command(command)

    def _command(self, text: str) -> None:
        name, _, argument = text.partition(" ")
        command = _commands().get(name.rstrip(";"))
        if command is None:
            raise CommandError(f"there is no command {name}; \\? lists them")
        command.run(self, argument.strip().rstrip(";").strip())

    def _tell(self, error: Exception) -> None:
        red, plain = ("\x1b[31m", "\x1b[0m") if has_colours(sys.stderr) else ("", "")
        print(f"{red}{sentence_of(error)}{plain}", file=sys.stderr)

    # -- the commands ----------------------------------------------------------------------------------------

    def describe(self, argument: str) -> None:
        catalog = self.connection.catalog
        if argument and (argument in catalog or argument.lower() in map(str.lower, catalog)):
            show_columns(self.connection, argument)
        elif argument and not any(mark in argument for mark in "*?["):
            catalog.find(argument)
        else:
            show_tables(self.connection, argument or "*")

    def explain(self, argument: str) -> None:
        statement = argument or self._last
        if not statement:
            raise CommandError("\\explain tells of the statement before it, or of the one after it: \\explain SELECT …")
        run_statement(
            self.connection, f"EXPLAIN ANALYZE {statement}", replace(self._output, quiet=True, format="table")
        )

    def timing(self, argument: str) -> None:
        self._output = replace(self._output, timing=_switched(argument, self._output.timing))
        print(f"Costs are told {'in full' if self._output.timing else 'in short'}.")

    def expanded(self, argument: str) -> None:
        self._output = replace(self._output, expanded=_switched(argument, self._output.expanded))
        print(f"Columns stand {'below' if self._output.expanded else 'beside'} each other.")

    def format(self, argument: str) -> None:
        known = [name for name in FORMATS if name != "parquet"]
        if argument not in known:
            raise CommandError(f"\\format is one of {', '.join(known)}")
        self._output = replace(self._output, format=argument)

    def refresh(self, argument: str) -> None:
        print(f"{len(self.connection.catalog.refresh()):,} tables")

    def sandbox(self, argument: str) -> None:
        if self._home.is_sandbox:
            print("This is the built-in sandbox; --url asks your Creatio.")
            return
        place = self._home if self._place.is_sandbox else THE_SANDBOX
        connection = connect(place)
        self.connection.close()
        self.connection, self._place = connection, place
        print(f"Asking {self.name}." + (" \\sandbox again goes back." if place.is_sandbox else ""))

    def help(self, argument: str) -> None:
        commands = _commands().values()
        width = max(len(command.usage) for command in commands)
        for command in commands:
            print(f"  {command.usage:<{width}}  {command.about}")
        print("  A statement that begins with a space is not kept in the history. Ctrl-C stops a statement.")

    def leave(self, argument: str) -> None:
        self._leaving = True


@dataclass(frozen=True, slots=True)
class _Command:
    usage: str
    about: str
    run: Callable[[_Shell, str], None]


def _commands() -> dict[str, _Command]:
    return {command.usage.partition(" ")[0]: command for command in _COMMANDS}


_COMMANDS = (
    _Command("\\d [NAME]", "list the tables, those of a pattern, or the columns of a table", _Shell.describe),
    _Command("\\explain [SQL]", "run a query, or the one before, and show how it was answered", _Shell.explain),
    _Command("\\timing [on|off]", "tell in full what statements cost", _Shell.timing),
    _Command("\\x [on|off]", "write the columns of a row below each other", _Shell.expanded),
    _Command("\\format NAME", "write rows as table, csv, json, jsonl or markdown", _Shell.format),
    _Command("\\refresh", "read the tables and columns anew", _Shell.refresh),
    _Command("\\sandbox", "ask the built-in sandbox, and again: go back", _Shell.sandbox),
    _Command("\\?", "this list", _Shell.help),
    _Command("\\q", "leave, as Ctrl-D does", _Shell.leave),
)


def _switched(argument: str, now: bool) -> bool:
    if argument not in ("", "on", "off"):
        raise CommandError(f'on or off, not "{argument}"')
    return argument == "on" if argument else not now
