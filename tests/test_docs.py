"""Runs the code of README and docs as a reader would, and holds the pages to what they promise."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import pytest

import creatio_dbapi
from creatio_dbapi import errors
from creatio_dbapi.options import SIGN_IN, Options
from creatio_dbapi.sandbox import Sandbox
from tests.fix_secrets import PASSWORD, WATCH

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
PROSE = [*PAGES, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]
OPTIONS_PAGE = ROOT / "docs" / "connecting.md"
ARGUMENTS = re.compile(
    r"(?<=<!-- arguments: made by `python tests/test_docs.py --update` -->\n).*(?=<!-- end of arguments -->)", re.DOTALL
)
OPTIONS = re.compile(
    r"(?<=<!-- options: made by `python tests/test_docs.py --update` -->\n).*(?=<!-- end of options -->)", re.DOTALL
)
SEPARATOR = "\x1e"  # between the outputs of a page's blocks
ADDRESS = "https://crm.example.com"  # the pages' Creatio; the tests put a sandbox in its place
BASH = shutil.which("bash") or "bash"


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, the mark after it, its code, and the output that the page shows."""

    page: Path
    line: int
    language: str
    mark: str
    code: str
    output: str | None

    def __str__(self) -> str:
        return f"{self.page.name}:{self.line}"


def blocks_of(page: Path) -> list[Block]:
    """Read the fenced blocks of a page; a `text` block that follows one of code is what that prints."""
    found: list[Block] = []
    lines = page.read_text(encoding="utf-8").splitlines()
    fences = [number for number, line in enumerate(lines) if line.startswith("```")]
    for start, end in zip(fences[::2], fences[1::2], strict=True):
        language, _, mark = lines[start].removeprefix("```").partition(" ")
        code = "\n".join(lines[start + 1 : end])
        if language != "text":
            found.append(Block(page, start + 2, language, mark, code, None))
        elif found and found[-1].output is None and _stand_together(lines, found[-1], start):
            last = found.pop()
            found.append(Block(page, last.line, last.language, last.mark, last.code, code))
    return found


def _stand_together(lines: list[str], block: Block, start: int) -> bool:
    end = block.line + block.code.count("\n") + 1
    between = [line for line in lines[end:start] if line.strip()]
    return not between or between[-1].endswith("prints:")


BLOCKS = [block for page in PAGES for block in blocks_of(page)]


PYTHON_PAGES = [page for page in PAGES if any(block.language == "python" for block in BLOCKS if block.page == page)]


def marked(language: str, mark: str) -> list[Block]:
    return [block for block in BLOCKS if (block.language, block.mark) == (language, mark)]


@pytest.fixture(scope="module")
def creatio() -> Iterator[Sandbox]:
    """What stands for the reader's own Creatio."""
    with Sandbox(contacts=100, password=PASSWORD) as sandbox:
        yield sandbox


@pytest.fixture
def environment(tmp_path: Path, creatio: Sandbox) -> dict[str, str]:
    """A reader's environment: `creatio` and `python` on the path, a password set, a cache of its own."""
    commands = tmp_path / "commands"
    commands.mkdir()
    for name, words in (("creatio", "-m creatio_dbapi "), ("python", "")):
        command = commands / name
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words}"$@"\n')
        command.chmod(0o755)
    return os.environ | {
        "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
        "CREATIO_PASSWORD": creatio.password,
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "CREATIO_LOGINS": str(tmp_path / "logins.toml"),
    }


def run(words: list[str], code: str | None, environment: dict[str, str], place: Path) -> str:
    done = subprocess.run(  # noqa: S603 - words of our own
        words, input=code, capture_output=True, encoding="utf-8", timeout=120, env=environment, cwd=place, check=False
    )
    WATCH.look(done.stdout + done.stderr, "code of a page")
    assert done.returncode == 0, done.stderr
    return done.stdout


# -- code ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PYTHON_PAGES, ids=lambda page: page.name)
def test_the_python_of_a_page_runs(page: Path, creatio: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    blocks = [block for block in blocks_of(page) if block.language == "python"]
    skip_without({"pandas", "sqlalchemy", "polars", "dask", "ibis", "great_expectations"}, blocks)
    strictly = [] if page.parent.name == "tools" else ["-W", "error"]  # other tools have warnings of their own
    outputs = run([sys.executable, *strictly, "-"], script_of(page, creatio), environment, tmp_path).split(SEPARATOR)
    for block, printed in zip(blocks, outputs, strict=False):
        if block.output is not None:
            assert printed.strip("\n") == block.output, block


def skip_without(modules: set[str], blocks: list[Block]) -> None:
    for name in modules:
        if any(f"import {name}" in block.code for block in blocks) and importlib.util.find_spec(name) is None:
            pytest.skip(f"{name} is not installed")
    ready_made = any("sqlalchemy_creatio.models" in block.code for block in blocks)
    if ready_made and importlib.metadata.version("sqlalchemy") < "2":
        pytest.skip("the ready-made classes are written for SQLAlchemy 2")


def script_of(page: Path, creatio: Sandbox) -> str:
    """Make one script of a page's blocks, each on its own lines, so that a traceback points into the page."""
    lines = [""] * len(page.read_text(encoding="utf-8").splitlines())
    for block in blocks_of(page):
        if block.language == "python":
            code = block.code.replace(ADDRESS, creatio.url).splitlines()
            lines[block.line - 1 : block.line - 1 + len(code)] = code
            lines[block.line - 1 + len(code)] = f"print({SEPARATOR!r}, end='')"
    return "\n".join(lines)


@pytest.mark.parametrize("block", marked("sh", ""), ids=str)
def test_a_shell_block_runs(block: Block, creatio: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    code = block.code.replace(ADDRESS, creatio.url)
    printed = run([BASH, "-euo", "pipefail", "-c", code], None, environment, tmp_path)
    assert block.output is None or printed.strip("\n") == block.output


@pytest.mark.parametrize("block", marked("sql", ""), ids=str)
def test_a_statement_runs(block: Block, environment: dict[str, str], tmp_path: Path) -> None:
    printed = run([sys.executable, "-m", "creatio_dbapi", "-"], block.code, environment, tmp_path)
    assert block.output is None or printed.strip("\n") == block.output


@pytest.mark.parametrize("block", marked("sh", "serve"), ids=str)
def test_a_server_starts(block: Block, environment: dict[str, str], tmp_path: Path) -> None:
    code = block.code.replace("8080", "0")  # any free port
    with subprocess.Popen(  # noqa: S603 - words of our own
        [BASH, "-c", f"exec {code}"], stdout=subprocess.PIPE, text=True, env=environment, cwd=tmp_path
    ) as server:
        assert server.stdout
        assert "http://127.0.0.1:" in server.stdout.readline()
        server.send_signal(signal.SIGTERM)
        server.communicate(timeout=30)


def test_the_first_command_prints_what_the_readme_shows(environment: dict[str, str], tmp_path: Path) -> None:
    first = marked("sh", "setup")[0]
    command = first.code.rpartition(" && .venv/bin/")[2]
    assert command.startswith("creatio ")
    assert run([BASH, "-c", command], None, environment, tmp_path).strip("\n") == first.output


def test_every_block_has_a_language_that_is_run() -> None:
    known = {("python", ""), ("sql", ""), ("sh", ""), ("sh", "setup"), ("sh", "serve"), ("toml", "")}
    assert [str(block) for block in BLOCKS if (block.language, block.mark) not in known] == []


# -- promises ------------------------------------------------------------------------------------------------


def test_the_readme_is_short_and_has_two_set_up_commands() -> None:
    assert len(PAGES[0].read_text(encoding="utf-8").splitlines()) <= 120
    setups = [block for block in marked("sh", "setup") if block.page == PAGES[0]]
    assert [block.code.count("\n") for block in setups] == [0, 0]
    assert [block for block in BLOCKS if ".venv" in block.code] == setups


def options_table() -> str:
    """Write the options of `connect` as a table, from where they are defined."""
    rows = ["| option | default | meaning |", "|---|---|---|"]
    rows += [f"| `{each.name}` | `{each.default!r}` | {each.metadata['about']} |" for each in fields(Options)]
    return "\n".join(rows) + "\n"


def arguments_table() -> str:
    """Write the arguments of `connect` about signing in as a table, from where they are defined."""
    rows = ["| argument | meaning |", "|---|---|"]
    rows += [f"| `{name}` | {argument.about} |" for name, argument in SIGN_IN.items()]
    return "\n".join(rows) + "\n"


def test_the_table_of_arguments_is_up_to_date() -> None:
    shown = ARGUMENTS.search(OPTIONS_PAGE.read_text(encoding="utf-8"))
    assert shown is not None
    assert shown.group() == arguments_table(), "run: python tests/test_docs.py --update"


def test_the_option_table_is_up_to_date() -> None:
    shown = OPTIONS.search(OPTIONS_PAGE.read_text(encoding="utf-8"))
    assert shown is not None
    assert shown.group() == options_table(), "run: python tests/test_docs.py --update"


def test_the_error_tree_is_the_one_of_the_code() -> None:
    tree = (errors.__doc__ or "").partition("\n\n")[2].strip()
    assert tree in (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")


def test_every_public_name_is_told_of() -> None:
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert [name for name in creatio_dbapi.__all__ if not re.search(rf"\b{name}\b", text)] == []


@pytest.mark.parametrize("page", PROSE, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    local = [target for target in targets if "://" not in target]
    assert [target for target in local if not (page.parent / target).exists()] == []


def test_every_page_is_in_the_index() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    pages = [page.relative_to(ROOT / "docs").as_posix() for page in PAGES[1:] if page.name != "index.md"]
    assert [page for page in pages if f"]({page})" not in index] == []


@pytest.mark.parametrize("package", ["creatio_dbapi", "sqlalchemy_creatio"])
def test_the_first_line_of_a_file_says_what_it_is(package: str) -> None:
    files = [path for path in sorted((ROOT / package).rglob("*.py")) if path.stat().st_size]
    assert [path.name for path in files if not path.read_text(encoding="utf-8").startswith('"""')] == []


if __name__ == "__main__" and "--update" in sys.argv:
    _text = OPTIONS_PAGE.read_text(encoding="utf-8")
    _text = ARGUMENTS.sub(lambda found: arguments_table(), _text)
    OPTIONS_PAGE.write_text(OPTIONS.sub(lambda found: options_table(), _text), encoding="utf-8")
