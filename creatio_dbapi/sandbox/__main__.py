"""Serves a sandbox in the foreground: python -m creatio_dbapi.sandbox --port 8080."""

from __future__ import annotations

import argparse
import errno
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn

from creatio_dbapi.sandbox import Sandbox


def _arguments(arguments: Sequence[str] | None, program: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=program, description="Serve a small Creatio.")
    parser.add_argument("--port", type=_port, default=8080, help="0 takes any free port (default: 8080)")
    parser.add_argument("--contacts", type=int, default=2000, help="how many contacts to make (default: 2000)")
    parser.add_argument("--platform", choices=("net", "framework"), default="net", help="framework puts OData below /0")
    parser.add_argument("--metadata", metavar="FILE", help="a $metadata document whose objects are added, empty")
    parser.add_argument("--forms", nargs="*", default=[], help='unproven $filter forms to switch on, or "all"')
    parser.add_argument("--text", choices=("sensitive", "insensitive"), default="sensitive", help="text comparison")
    parser.add_argument("--latency", type=float, default=0.0, metavar="MS", help="milliseconds before each answer")
    return parser.parse_args(arguments)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text) <= 65_535):
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to 65535, not {text!r}")
    return int(text)


def main(arguments: Sequence[str] | None = None, program: str = "python -m creatio_dbapi.sandbox") -> None:
    """Start, say where, serve until stopped; `program` is what the help calls it."""
    given = _arguments(arguments, program)
    try:
        sandbox = _sandbox(given)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise OSError(error.errno, f"port {given.port} is in use; --port 0 takes any that is free") from error
    print(f"Creatio sandbox: {sandbox.url}   user: {sandbox.user}   password: {sandbox.password}", flush=True)
    print("Ctrl-C stops it.", flush=True)
    # The server stops at either signal and then raises it again: this way the rows are removed before the end.
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGINT, _leave)
    sandbox.run()


def _sandbox(given: argparse.Namespace) -> Sandbox:
    return Sandbox(
        contacts=given.contacts,
        port=given.port,
        platform=given.platform,
        metadata=given.metadata,
        forms="all" if given.forms == ["all"] else given.forms,
        text=given.text,
        latency=given.latency,
    )


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    sys.exit(0)


if __name__ == "__main__":
    main()
