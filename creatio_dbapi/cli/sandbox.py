"""creatio sandbox: serves a sandbox for other programs."""

from __future__ import annotations

import importlib

import click


@click.command(
    "sandbox",
    short_help="Serve a sandbox, a small Creatio, for other programs.",
    context_settings={"ignore_unknown_options": True, "help_option_names": []},
)
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def sandbox(words: tuple[str, ...]) -> None:
    """Serve a sandbox until stopped; `creatio sandbox --help` lists its options."""
    # Named at run time, so that the command stands without the sandbox and its web framework.
    importlib.import_module("creatio_dbapi.sandbox.__main__").main(list(words), program="creatio sandbox")
