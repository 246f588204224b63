"""The console command `creatio`: what its program does becomes an exit status, and what goes wrong one sentence."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

import click

from creatio_dbapi.cli.failures import INTERRUPTED, READER_GONE, sentence_of, status_of
from creatio_dbapi.cli.program import program
from creatio_dbapi.cli.terminal import prepare_streams


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    prepare_streams()
    try:
        with program.make_context("creatio", words) as context:
            program.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        return end.exit_code
    except (KeyboardInterrupt, click.Abort):
        _forget_output()
        return INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return READER_GONE
    except Exception as error:
        return _told(error, debug="--debug" in words)
    return 0


def _told(error: Exception, *, debug: bool) -> int:
    if debug:
        traceback.print_exc()
    print(f"creatio: {sentence_of(error)}", file=sys.stderr)
    if isinstance(error, OSError):
        _forget_output()
    return status_of(error)


def _forget_output() -> None:
    """Let go of what was not printed: the flush at exit must not fail as well."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
