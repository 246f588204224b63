"""creatio doctor: examines a connection and says what to do about what it finds."""

from __future__ import annotations

import sys

import click

from creatio_dbapi.cli.failures import FAILED, NO_CONNECTION, CommandError
from creatio_dbapi.cli.place import Place, connect, with_place
from creatio_dbapi.cli.terminal import has_colours
from creatio_dbapi.cli.width import visible
from creatio_dbapi.diagnosis import Finding, diagnose

_MARKS = {"fine": "ok", "warning": "note", "problem": "FAIL", "not tried": "-"}
_COLOURS = {"fine": "\x1b[32m", "warning": "\x1b[33m", "problem": "\x1b[31m", "not tried": "\x1b[2m"}
_BEFORE = frozenset({"host", "TLS", "sign-in"})


@click.command("doctor", short_help="Examine the connection and say what to do about what is wrong.")
@click.option("--try-write", is_flag=True, help="Also make one contact and delete it again.")
@with_place
def doctor(try_write: bool, place: Place) -> None:
    """Examine the way to an instance: host, TLS, sign-in, rights, versions, clock, and what the server supports."""
    print(f"Examining {place.name}.")
    problems: list[Finding] = []
    with connect(place) as connection:
        for finding in diagnose(connection, try_write=try_write):
            _print(finding)
            problems += [finding] if finding.verdict == "problem" else []
    if problems:
        status = NO_CONNECTION if problems[0].name in _BEFORE else FAILED
        raise CommandError(f"there is a problem with {', '.join(each.name for each in problems)}", status)
    print("Nothing is wrong.")


def _print(finding: Finding) -> None:
    mark = f"{_MARKS[finding.verdict]:<4}"
    if has_colours(sys.stdout):
        mark = f"{_COLOURS[finding.verdict]}{mark}\x1b[0m"
    print(f"{mark} {finding.name:<9} {visible(finding.text)}")
    if finding.advice:
        print(f"{'':<15}→ {visible(finding.advice)}")
