"""creatio "SELECT …": one statement from the command line, a file or standard input."""

from __future__ import annotations

from pathlib import Path

import click

from creatio_dbapi.cli.files import check_folder, read_text
from creatio_dbapi.cli.formats import FORMATS
from creatio_dbapi.cli.place import Place, connect, with_place
from creatio_dbapi.cli.statement import Output, run_statement

SANDBOX_NOTE = " — demo data of the built-in sandbox; --url asks your Creatio"


@click.command("query", short_help='Run one statement: `creatio "SELECT …"` is `creatio query "SELECT …"`.')
@click.argument("sql", required=False, metavar="SQL")
@click.option("--file", "-f", metavar="FILE", help="Read the statement from a file.")
@click.option("--format", type=click.Choice(FORMATS), help="How rows are written: as --output ends, else as a table.")
@click.option("--output", "-o", metavar="FILE", help="Write the rows to a file, which is whole or not there.")
@click.option("--quiet", "-q", is_flag=True, help="Leave out the line about rows and time.")
@with_place
def query(sql: str | None, file: str | None, format: str | None, output: str | None, quiet: bool, place: Place) -> None:
    """Run one statement and write the rows that it gives. SQL is the statement; - reads it from standard input."""
    if (sql is None) == (file is None):
        raise click.UsageError("give one statement: as an argument, as - for standard input, or with --file")
    text = read_text("-" if file is None else file) if sql in ("-", None) else sql
    if output not in (None, "-"):
        check_folder(Path(output))
    note = SANDBOX_NOTE if place.is_sandbox else ""
    with connect(place) as connection:
        run_statement(connection, text or "", Output(format or _format_of(output), output, quiet, note=note))


def _format_of(output: str | None) -> str:
    """Tell the format by a file's name; a name that says nothing means a table."""
    suffix = Path(output or "").suffix.removeprefix(".").lower()
    return {"md": "markdown"}.get(suffix, suffix if suffix in FORMATS else "table")
