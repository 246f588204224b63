"""The console command `creatio`: SQL in, rows out, and a sandbox to serve."""

from __future__ import annotations

import argparse
import base64
import csv
import datetime as dt
import getpass
import importlib
import io
import itertools
import json
import math
import os
import shutil
import sys
import traceback
import unicodedata
import uuid
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NoReturn, TextIO

import creatio_dbapi

FAILED, WRONG_USAGE, INTERRUPTED, READER_GONE = 1, 2, 130, 141
SAMPLE_ROWS = 1_000  # a table's widths are those of its first rows; the rows after them stream

_DESCRIPTION = """\
Ask Creatio in SQL. Without --url, the question goes to the built-in sandbox with its demo data.

  creatio "SELECT Name, Email FROM Contact LIMIT 5"
  echo "SELECT count(*) FROM Case" | creatio - --format json
  creatio sandbox --port 8080          serve a sandbox for other programs
"""
_EPILOG = """\
environment: CREATIO_URL, CREATIO_USER and CREATIO_PASSWORD stand in for --url, --user and --password.
exit status: 0 all is well, 1 the statement failed, 2 the command was used wrongly.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _write_utf8()
    if words and words[0] in COMMANDS:
        return _guarded(COMMANDS[words[0]], words[1:], debug="--debug" in words)
    return _guarded(query, words, debug="--debug" in words)


def _write_utf8() -> None:
    # Names come in every script; a pipe's encoding from the locale would stop at the first of them.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def _guarded(run: Callable[[list[str]], int], words: list[str], *, debug: bool) -> int:
    """Turn what goes wrong into one sentence and an exit status."""
    try:
        return run(words)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the rows, such as `head`, has had enough; the flush at exit must not fail as well.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE
    except Exception as error:
        if debug:
            traceback.print_exc()
        _say(_sentence(error))
        return FAILED


def _sentence(error: Exception) -> str:
    if isinstance(error, (creatio_dbapi.Error, ImportError, OSError, UnicodeError)):
        return str(error)
    return f"this should not happen ({type(error).__name__}: {error}); please report it with what --debug prints"


def _say(text: str) -> None:
    print(f"creatio: {text}", file=sys.stderr)


# -- creatio "SELECT …" --------------------------------------------------------------------------------------


def query(words: list[str]) -> int:
    """Run one statement and print what it gives."""
    parser = _parser()
    given, unknown = parser.parse_known_args(words)
    if unknown:
        # Only names are repeated: after a misspelt --password stands the password.
        names = [word.partition("=")[0] for word in unknown if word.startswith("-")]
        parser.error(f"unknown option {' '.join(names)}" if names else "one statement at a time; put it in quotes")
    options = dict(_option(parser, text) for text in given.option)
    sql = sys.stdin.read() if given.sql == "-" else given.sql
    with warnings.catch_warnings():
        warnings.simplefilter("always", creatio_dbapi.Warning)
        warnings.showwarning = _show_warning
        with creatio_dbapi.connect(*_place(parser, given), **options) as connection:
            _run(connection, sql, FORMATS[given.format], quiet=given.quiet, sandbox=_is_sandbox(given))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="creatio",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("sql", metavar="SQL", help="the statement; - reads it from standard input")
    parser.add_argument("--url", help="the instance, such as https://crm.example.com; a bare host name means https")
    parser.add_argument("--user", help="the name to sign in with")
    parser.add_argument("--password", help="better in CREATIO_PASSWORD, or typed when asked for")
    parser.add_argument("--format", choices=tuple(FORMATS), default="table", help="how rows are printed")
    parser.add_argument("--option", action="append", default=[], metavar="NAME=VALUE", help="an option of connect()")
    parser.add_argument("--quiet", "-q", action="store_true", help="leave out the line about rows and time")
    parser.add_argument("--debug", action="store_true", help="show where in the program an error comes from")
    parser.add_argument("--version", action="version", version=f"creatio-dbapi {creatio_dbapi.__version__}")
    return parser


def _option(parser: argparse.ArgumentParser, text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        parser.error("--option is NAME=VALUE, such as --option timeout=10")
    if name in ("url", "user", "password"):
        parser.error(f"there is --{name} for that")
    return name, value


def _url(given: argparse.Namespace) -> str | None:
    return given.url or os.environ.get("CREATIO_URL") or None


def _is_sandbox(given: argparse.Namespace) -> bool:
    return _url(given) in (None, "sandbox")


def _place(parser: argparse.ArgumentParser, given: argparse.Namespace) -> tuple[str, str | None, str | None]:
    """Return where to connect and as whom; a password that is missing is asked for on a terminal."""
    url = _url(given)
    if url is None and (given.user or given.password):
        parser.error("--user and --password are for an instance: give --url too")
    if url is None or url == "sandbox":
        return "sandbox", given.user, given.password
    user = given.user or os.environ.get("CREATIO_USER")
    if not user:
        parser.error("who signs in? give --user, or set CREATIO_USER")
    password = given.password or os.environ.get("CREATIO_PASSWORD") or _ask_password(parser, user)
    return url, user, password


def _ask_password(parser: argparse.ArgumentParser, user: str) -> str:
    if not sys.stdin.isatty():
        parser.error("the password is missing: set CREATIO_PASSWORD")
    return getpass.getpass(f"Password of {user}: ")


def _show_warning(message: Warning | str, category: type[Warning], *place: Any, **line: Any) -> None:
    _say(f"warning: {message}")


def _run(connection: creatio_dbapi.Connection, sql: str, write: Writer, *, quiet: bool, sandbox: bool) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        if cursor.description is None:
            done = f"{_counted(cursor.rowcount, 'row')} changed"
            if cursor.lastrowid is not None:
                done += f", Id {cursor.lastrowid}"
        else:
            shown = write(_columns(cursor.description), cursor, sys.stdout)
            sys.stdout.flush()
            done = _counted(shown, "row")
        if not quiet:
            cost = cursor.stats
            where = " — demo data of the built-in sandbox; --url asks your Creatio" if sandbox else ""
            print(f"{done}, {_counted(cost.requests, 'request')}, {cost.elapsed:.2f} s{where}", file=sys.stderr)


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


# -- creatio sandbox -----------------------------------------------------------------------------------------


def sandbox(words: list[str]) -> int:
    """Serve a sandbox until stopped."""
    importlib.import_module("creatio_dbapi.sandbox.__main__").main(words)
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {"sandbox": sandbox}


# -- cells as text -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the result: its heading, and whether it holds numbers."""

    name: str
    number: bool


Row = Sequence[Any]
Writer = Callable[[list[Column], Iterable[Row], TextIO], int]  # prints rows and returns how many they were


def _columns(description: Iterable[Sequence[Any]]) -> list[Column]:
    return [
        Column(name, bool(code == creatio_dbapi.NUMBER) and code != "Edm.Boolean") for name, code, *_ in description
    ]


def plain_text(value: Any) -> str:
    """Write a cell as a person or a spreadsheet reads it.

    >>> plain_text(Decimal("12.50")), plain_text(True)
    ('12.50', 'true')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, (list, dict)):
        return json_text(value)
    return str(value)


def json_text(value: Any) -> str:
    """Write a cell as JSON; a decimal keeps every digit, a moment is ISO 8601 in UTC, bytes are base64.

    >>> json_text([Decimal("0.10"), None, "é"])
    '[0.10, null, "é"]'
    """
    if isinstance(value, Decimal) and value.is_finite():
        return format(value, "f")
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(json_text(each) for each in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json_text(str(key))}: {json_text(each)}" for key, each in value.items()) + "}"
    return json.dumps(_json_value(value), ensure_ascii=False)


def _json_value(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)  # JSON has no number for it
    if isinstance(value, (uuid.UUID, Decimal, dt.timedelta)):
        return str(value)
    return value


# -- formats for programs: they stream -----------------------------------------------------------------------


def write_csv(columns: list[Column], rows: Iterable[Row], out: TextIO) -> int:
    """Print CSV; NULL is an empty field and an empty text is `""`, so that both come back as they were."""
    csv.writer(out, lineterminator="\n").writerow([column.name for column in columns])
    count = 0
    for row in rows:
        count += 1
        out.write(",".join(map(_csv_field, row)) + "\n")
    return count


def _csv_field(value: Any) -> str:
    if value is None:
        return ""
    text = plain_text(value)
    if not text or any(mark in text for mark in ',"\r\n') or text != text.strip():
        return '"' + text.replace('"', '""') + '"'
    return text


def write_jsonl(columns: list[Column], rows: Iterable[Row], out: TextIO) -> int:
    """Print one JSON object a line."""
    count = 0
    for text in _objects(columns, rows):
        count += 1
        out.write(text + "\n")
    return count


def write_json(columns: list[Column], rows: Iterable[Row], out: TextIO) -> int:
    """Print one JSON array of objects."""
    count = 0
    out.write("[")
    for count, text in enumerate(_objects(columns, rows), 1):
        out.write(("\n  " if count == 1 else ",\n  ") + text)
    out.write("\n]\n" if count else "]\n")
    return count


def _objects(columns: list[Column], rows: Iterable[Row]) -> Iterator[str]:
    names = [json.dumps(name, ensure_ascii=False) for name in _different([column.name for column in columns])]
    for row in rows:
        cells = (f"{name}: {json_text(value)}" for name, value in zip(names, row, strict=True))
        yield "{" + ", ".join(cells) + "}"


def _different(names: list[str]) -> list[str]:
    """Number the names that occur again: an object with one key twice would lose a value.

    >>> _different(["Name", "Id", "Name"])
    ['Name', 'Id', 'Name_2']
    """
    given: list[str] = []
    for name in names:
        candidates = itertools.chain([name], (f"{name}_{number}" for number in itertools.count(2)))
        given.append(next(each for each in candidates if each not in given))
    return given


# -- formats for people --------------------------------------------------------------------------------------


def write_markdown(columns: list[Column], rows: Iterable[Row], out: TextIO) -> int:
    """Print a table as Markdown has them."""
    out.write("| " + " | ".join(_markdown_cell(column.name) for column in columns) + " |\n")
    out.write("| " + " | ".join("---:" if column.number else "---" for column in columns) + " |\n")
    count = 0
    for row in rows:
        count += 1
        out.write("| " + " | ".join(map(_markdown_cell, row)) + " |\n")
    return count


def _markdown_cell(value: Any) -> str:
    if value is None:
        return "*NULL*"
    text = plain_text(value).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")
    return "<br>".join(text.splitlines())


def write_table(columns: list[Column], rows: Iterable[Row], out: TextIO) -> int:
    """Print an aligned table, no wider than the terminal; what is cut ends in an ellipsis."""
    terminal = out.isatty()
    if [column.name for column in columns] == ["part", "plan"]:
        return _write_plan(rows, out)
    waiting = iter(rows)
    sample = [[_shown(value) for value in row] for row in itertools.islice(waiting, SAMPLE_ROWS)]
    headings = [_visible(column.name) for column in columns]
    widths = [max(map(display_width, cells)) for cells in zip(headings, *sample, strict=True)]
    if terminal:
        widths = fitted(widths, shutil.get_terminal_size().columns)
    out.write(_line(headings, columns, widths, terminal))
    out.write("─┼─".join("─" * width for width in widths) + "\n")
    count = 0
    later = ([_shown(value) for value in row] for row in waiting)
    for cells in itertools.chain(sample, later):
        count += 1
        out.write(_line(cells, columns, widths, terminal))
    return count


NULL = "NULL"


def _shown(value: Any) -> str:
    if value is None:
        return NULL
    text = _visible(plain_text(value))
    return f"'{text}'" if text == NULL else text  # so a cell that reads NULL is one


def _visible(text: str) -> str:
    """Write line breaks and control characters as signs: a cell is one line and cannot steer the terminal."""
    if text.isprintable():
        return text
    return "".join(_sign(character) for character in text)


def _sign(character: str) -> str:
    if character == "\n":
        return "↵"
    if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") or character in _DIRECTIONS:
        return "" if character == "\r" else "·"
    return character


_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # they would reorder the line


def _line(cells: list[str], columns: list[Column], widths: list[int], terminal: bool) -> str:
    parts = []
    for cell, column, width in zip(cells, columns, widths, strict=True):
        text = cut(cell, width) if terminal else cell
        space = " " * max(0, width - display_width(text))
        dimmed = f"\x1b[2m{text}\x1b[0m" if cell == NULL and terminal else text
        parts.append(space + dimmed if column.number else dimmed + space)
    return " │ ".join(parts).rstrip() + "\n"


def _write_plan(rows: Iterable[Row], out: TextIO) -> int:
    """Print EXPLAIN's lines whole: an address that is cut tells nothing."""
    count = 0
    for part, plan in rows:
        count += 1
        out.write(f"{part or '':<8}{plan}".rstrip() + "\n")
    return count


def fitted(widths: list[int], room: int) -> list[int]:
    """Make the widest columns narrower until a line of them fits, none below six cells.

    >>> fitted([30, 5, 60], 60)
    [24, 5, 25]
    """
    fits = list(widths)
    excess = sum(fits) + 3 * (len(fits) - 1) - room
    while excess > 0 and max(fits) > 6:
        fits[fits.index(max(fits))] -= 1
        excess -= 1
    return fits


def display_width(text: str) -> int:
    """Return how many cells of a terminal a text takes: two for East Asian wide characters and emoji.

    >>> display_width("abc"), display_width("高橋"), display_width("é👩‍💻")
    (3, 4, 3)
    """
    if text.isascii():
        return len(text)
    return sum(cells for _, cells in _measured(text))


def _measured(text: str) -> Iterator[tuple[str, int]]:
    """Give each character with the cells that it adds to the line."""
    before, cells = "", 0
    for character in text:
        if before == "\u200d" or (cells == 2 and "\U0001f3fb" <= character <= "\U0001f3ff"):
            width = 0  # the joined parts, and the skin tone, of one emoji
        elif character == "\ufe0f" and cells == 1:
            width = 1  # asks for the character before it to be drawn as an emoji
        elif unicodedata.category(character) in ("Mn", "Me", "Cf"):
            width = 0
        else:
            width = 2 if unicodedata.east_asian_width(character) in "WF" else 1
        yield character, width
        before, cells = character, width or cells


def cut(text: str, width: int) -> str:
    """Shorten a text to `width` cells, the last of which is an ellipsis.

    >>> cut("Supervisor", 6), cut("高橋大輔", 6)
    ('Super…', '高橋…')
    """
    if display_width(text) <= width:
        return text
    kept, room = [], width - 1
    for character, cells in _measured(text):
        room -= cells
        if room < 0:
            break
        kept.append(character)
    return "".join(kept) + "…"


FORMATS: dict[str, Writer] = {
    "table": write_table,
    "csv": write_csv,
    "json": write_json,
    "jsonl": write_jsonl,
    "markdown": write_markdown,
}


def run() -> NoReturn:
    """Run the command as the program it is."""
    sys.exit(main())


if __name__ == "__main__":
    run()
