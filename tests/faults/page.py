"""The generated parts of `docs/faults.md`: between a mark with a name, and the mark of its end."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "faults.md"


def shown_table(name: str) -> str:
    """Return what stands between the marks of a part."""
    found = _part(name).search(PAGE.read_text(encoding="utf-8"))
    assert found is not None, f"docs/faults.md has no part {name}"
    return found.group()


def write_table(name: str, text: str) -> None:
    """Put a text between the marks of a part."""
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(_part(name).sub(lambda found: text, page), encoding="utf-8")


def _part(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=<!-- {name} -->\n).*?(?=<!-- end of {name} -->)", re.DOTALL)
