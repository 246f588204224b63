"""Golden plans: every statement of tests/plans/*.sql is explained as written there.

Run with UPDATE_PLANS=1 to rewrite the files from what the planner prints; the diff is the review.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import pytest

import creatio_dbapi
from creatio_dbapi.sandbox import Sandbox

FOLDER = Path(__file__).parent / "plans"


@dataclass(frozen=True)
class Golden:
    """A statement, the comment above it, and the plan that is expected."""

    comment: str
    sql: str
    plan: str


def read_golden(path: Path) -> list[Golden]:
    """Read a file of blocks `-- comment`, `SQL;` and plan, with empty lines between them."""
    found = []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        comments = [line for line in lines if line.startswith("--")]
        statement, _, plan = "\n".join(line for line in lines if not line.startswith("--")).partition(";\n")
        found.append(Golden("\n".join(comments), statement.rstrip(";"), plan))
    return found


def write_golden(path: Path, goldens: list[Golden]) -> None:
    """Write the blocks back."""
    blocks = [f"{golden.comment}\n{golden.sql};\n{golden.plan}" for golden in goldens]
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """Start a sandbox without rows: a plan needs none."""
    with Sandbox(contacts=0) as sandbox:
        yield sandbox


def options_of(path: Path) -> dict[str, str]:
    """Return the options of `connect` that the first line of a file may name."""
    first, _, rest = path.read_text(encoding="utf-8").partition("\n")[0].partition("-- options: ")
    return dict(pair.split("=", 1) for pair in rest.split()) if not first else {}


def explained(connection: creatio_dbapi.Connection, sql: str) -> str:
    """Return the plan as EXPLAIN gives it, a line a row."""
    with connection.cursor() as cursor:
        rows = cursor.execute(f"EXPLAIN {sql}").fetchall()
    return "\n".join(f"{part:<7} {text}".rstrip() for part, text in rows)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.sql")), ids=lambda path: path.stem)
def test_plans(sandbox: Sandbox, path: Path) -> None:
    goldens = read_golden(path)
    user = {"user": sandbox.user, "password": sandbox.password}
    with creatio_dbapi.connect(sandbox.url, **user, cache_directory="", **options_of(path)) as connection:
        printed = [Golden(each.comment, each.sql, explained(connection, each.sql)) for each in goldens]
    if os.environ.get("UPDATE_PLANS"):
        write_golden(path, printed)
    assert [comparable(each) for each in printed] == [comparable(each) for each in goldens]


def comparable(golden: Golden) -> Golden:
    """Return what every version of sqlglot must print alike; before version 30 it wrote SQL in other words."""
    if int(version("sqlglot").partition(".")[0]) >= 30:
        return golden
    requests = [line for line in golden.plan.split("\n") if line.startswith(("remote", "cost"))]
    return Golden(golden.comment, golden.sql, "\n".join(requests))


def test_there_are_many_plans() -> None:
    assert sum(len(read_golden(path)) for path in FOLDER.glob("*.sql")) >= 150
