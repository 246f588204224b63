"""What mkdocs is told beyond mkdocs.yml: the order of pages, the files beside them, and the marks of their code."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

_BESIDE = ("CHANGELOG.md", "CONTRIBUTING.md", "LICENSE")  # files of the repository that pages link to
_MARKED = re.compile(r"^```(\w+) \w+$", re.MULTILINE)  # the tests' marks of a block of code, as in ```sh serve
_UP = re.compile(r"\]\((?:\.\./)+([A-Z]+(?:\.md)?)(#[^)]*)?\)")
_README = re.compile(r"\]\((?:\.\./)*README\.md(?=[)#])")  # the first page of the site says what it says
_OUTSIDE = re.compile(r"\[([^\]]+)\]\((?:\.\./)+(?!(?:\w+/)*\w[\w-]*\.md)[^)]+\)")


def on_config(config: Any) -> Any:
    """Take what is there into the navigation: patterns become pages, and pages without a place stand at the end."""
    folder = Path(config.docs_dir)
    pages = sorted(page.relative_to(folder).as_posix() for page in folder.rglob("*.md"))
    there = [*pages, *_BESIDE]
    named = {entry for entries in _lists(config.nav) for entry in entries if isinstance(entry, str)}
    nav = [section for entry in config.nav for section in _filled(entry, there, named)]
    more = [page for page in pages if page not in named and not any(_fits(page, entry) for entry in named)]
    config.nav = [*nav, {"More": more}] if more else nav
    return config


def _lists(nav: list[Any]) -> list[list[Any]]:
    sections = [entries for section in nav if isinstance(section, dict) for entries in section.values()]
    return [nav, *[[entries] if isinstance(entries, str) else entries for entries in sections]]


def _fits(page: str, entry: str) -> bool:
    return entry.endswith("*") and page.startswith(entry.removesuffix("*"))


def _filled(entry: Any, there: list[str], named: set[str]) -> list[Any]:
    if isinstance(entry, dict):
        filled = {
            title: entries
            if isinstance(entries, str)
            else [page for inner in entries for page in _filled(inner, there, named)]
            for title, entries in entry.items()
        }
        return [filled] if any(filled.values()) else []
    if entry.endswith("*"):
        return [page for page in there if _fits(page, entry) and page not in named]
    return [entry] if entry in there else []


def on_files(files: Any, config: Any) -> Any:
    """Add the files of the repository that pages link to."""
    for name in _BESIDE:
        path = Path(config.config_file_path).parent / name
        files.append(File.generated(config, name, content=path.read_text(encoding="utf-8")))
    return files


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Take the marks off code, let links to those files lead to their pages, and leave out links into the source."""
    top = "../" * page.file.src_uri.count("/")
    text = _README.sub("](" + top + "index.md", _MARKED.sub(r"```\1", markdown))
    if page.file.src_uri in _BESIDE:
        return re.sub(r"\]\(docs/", "](", text)
    text = _UP.sub(lambda link: f"]({top}{link[1]}{link[2] or ''})" if link[1] in _BESIDE else link[0], text)
    return _OUTSIDE.sub(r"\1", text)
