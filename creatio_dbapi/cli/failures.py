"""What went wrong, as one sentence and an exit status."""

from __future__ import annotations

import click

import creatio_dbapi
from creatio_dbapi.auth import SignInRefusedError

FAILED, WRONG_USAGE, NO_CONNECTION, ROWS_REFUSED, INTERRUPTED, READER_GONE = 1, 2, 3, 4, 130, 141


class CommandError(creatio_dbapi.Error):
    """The command cannot do what it was asked for."""

    def __init__(self, message: str, exit_status: int = FAILED) -> None:
        super().__init__(message)
        self.exit_status = exit_status


def status_of(error: BaseException) -> int:
    """Return the exit status of a failure."""
    if isinstance(error, CommandError):
        return error.exit_status
    if isinstance(error, (click.UsageError, creatio_dbapi.InterfaceError)):
        return WRONG_USAGE
    if isinstance(error, SignInRefusedError) or _is_network(error):
        return NO_CONNECTION
    return FAILED


def _is_network(error: BaseException) -> bool:
    """Say whether no answer came at all: the driver tells so by an OperationalError over what the system said."""
    if not isinstance(error, creatio_dbapi.OperationalError) or error.status is not None:
        return False
    return isinstance(error.__cause__, OSError)


def sentence_of(error: BaseException) -> str:
    """Return what to tell a person."""
    if isinstance(error, click.UsageError):
        return _usage_sentence(error)
    if isinstance(error, OSError) and not isinstance(error, creatio_dbapi.Error) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    if isinstance(error, (creatio_dbapi.Error, ImportError, OSError, UnicodeError)):
        return str(error)
    return f"this should not happen ({type(error).__name__}: {error}); please report it with what --debug prints"


def _usage_sentence(error: click.UsageError) -> str:
    text = error.format_message()
    text = text[:1].lower() + text[1:]
    where = f"{error.ctx.command_path} --help" if error.ctx else "creatio --help"
    return f"{text.rstrip('.')}; see {where}"
