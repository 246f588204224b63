"""Files that are whole or not there: written beside their place, and moved there at the end."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from creatio_dbapi.cli.failures import CommandError


@contextmanager
def written(path: str | None, *, binary: bool = False) -> Iterator[Any]:
    """Give a file to write to, standard output where no path is given; after an error the path is as it was."""
    if path is None or path == "-":
        yield sys.stdout.buffer if binary else sys.stdout
        sys.stdout.flush()
        return
    place = Path(path)
    check_folder(place)
    direct = place.exists() and not place.is_file()  # a device or a pipe cannot be replaced
    target = place if direct else place.with_name(f"{place.name}.part")
    try:
        with _opened(target, binary) as out:
            yield out
        if not direct:
            os.replace(target, place)
    except BaseException as error:
        if not direct:
            target.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename in (None, str(target)) and error.strerror:
            raise CommandError(f"{path} cannot be written: {error.strerror}") from error
        raise


def check_folder(place: Path) -> None:
    """Raise CommandError where the folder of a file to write is not there: a mistyped one would be a new one."""
    if not place.parent.is_dir():
        raise CommandError(
            f"{place} cannot be written: there is no folder {place.parent}; make it first, or mend its name"
        )


def _opened(path: Path, binary: bool) -> IO[Any]:
    return path.open("wb") if binary else path.open("w", encoding="utf-8", newline="", errors="backslashreplace")


def read_text(path: str) -> str:
    """Read a file of text, or standard input for `-`; raises CommandError where it is not UTF-8."""
    try:
        if path == "-":
            return sys.stdin.buffer.read().decode("utf-8-sig")
        return Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        name = "standard input" if path == "-" else path
        raise CommandError(
            f"{name} is not UTF-8 text: byte {error.start + 1} is 0x{error.object[error.start]:02x}"
        ) from None
