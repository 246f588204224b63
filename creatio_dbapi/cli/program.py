"""The program `creatio`: its commands, and a statement where no command is named."""

from __future__ import annotations

from pathlib import Path

import click

import creatio_dbapi
from creatio_dbapi.catalog import did_you_mean, nearest
from creatio_dbapi.cli.catalog import describe, tables
from creatio_dbapi.cli.doctor import doctor
from creatio_dbapi.cli.export import export
from creatio_dbapi.cli.failures import WRONG_USAGE
from creatio_dbapi.cli.load import load
from creatio_dbapi.cli.login import login, logout
from creatio_dbapi.cli.query import query
from creatio_dbapi.cli.sandbox import sandbox
from creatio_dbapi.cli.shell import shell

_EPILOG = """\
\b
Exit status:
  0  all is well                     4  import: some rows were refused
  1  the statement failed          130  interrupted by Ctrl-C
  2  the command was used wrongly  141  whoever read the rows had enough
  3  no connection, or sign-in was refused
"""


class Program(click.Group):
    """A group in which the options of a command may stand before its name, and a statement needs no command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the name of the command first."""
        place = _first_word(args)
        if place is not None and args[place] in self.commands:
            args = [args[place], *args[:place], *args[place + 1 :]]
        elif args and not {"--help", "--version"} & set(args[:1]):
            if place is not None:
                self._check_statement(args[place], ctx)
            args = ["query", *args]
        return super().parse_args(ctx, args)

    def _check_statement(self, word: str, ctx: click.Context) -> None:
        """Refuse a lone word, which is no statement, with what was meant perhaps."""
        near = nearest(word, list(self.commands))
        if word.isidentifier():
            hint = did_you_mean(near) or '; a statement stands in quotes: creatio "SELECT …"'
            raise click.UsageError(f'"{word}" is neither a command nor a statement{hint}', ctx)
        if Path(word).suffix.lower() == ".sql" and " " not in word:
            raise click.UsageError(f'"{word}" is no statement; --file {word} reads one from a file', ctx)


def _first_word(words: list[str]) -> int | None:
    """Find the first word that is neither an option nor the value of one."""
    taking = {
        name for each in query.params if isinstance(each, click.Option) and not each.is_flag for name in each.opts
    }
    skip = False
    for place, word in enumerate(words):
        if skip:
            skip = False
        elif word in taking:
            skip = True
        elif not word.startswith("-") or word == "-":
            return place
    return None


@click.group(
    cls=Program,
    commands=[query, shell, tables, describe, export, load, login, logout, doctor, sandbox],
    epilog=_EPILOG,
    subcommand_metavar='"SELECT …" | COMMAND',
    invoke_without_command=True,
    context_settings={"max_content_width": 100},
)
@click.version_option(creatio_dbapi.__version__, message="creatio-dbapi %(version)s")
@click.pass_context
def program(ctx: click.Context) -> None:
    """Ask Creatio in SQL. Without --url, the question goes to the built-in sandbox with its demo data.

    \b
      creatio "SELECT Name, Email FROM Contact LIMIT 5"
      echo "SELECT count(*) FROM Case" | creatio - --format json
      creatio shell
      creatio export Contact --to contacts.parquet

    CREATIO_URL, CREATIO_USER and CREATIO_PASSWORD stand in for --url, --user and --password.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(WRONG_USAGE)
