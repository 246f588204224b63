"""Fixtures: the console command as a user runs it, with nobody's Creatio in the environment."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from creatio_dbapi.sandbox import Sandbox
from tests.fix_secrets import PASSWORD, WATCH

CLIENT_SECRET = PASSWORD + "-client"
COMMAND = [sys.executable, "-m", "creatio_dbapi"]


@pytest.fixture(scope="session")
def small() -> Iterator[Sandbox]:
    """A sandbox with sixty contacts, for commands that only read or clean up after themselves."""
    with Sandbox(contacts=60, password=PASSWORD, client_secret=CLIENT_SECRET) as running:
        yield running


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment without anybody's Creatio in it, and with directories of its own."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("CREATIO_")}
    homes = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("CACHE", "CONFIG", "STATE")}
    return inherited | homes | {"PYTHONWARNINGS": "error"}


@pytest.fixture
def place(small: Sandbox, environment: dict[str, str]) -> dict[str, str]:
    """The environment in which commands go to the small sandbox."""
    return environment | instance(small)


def instance(sandbox: Sandbox) -> dict[str, str]:
    """Return the variables that name a sandbox."""
    return {"CREATIO_URL": sandbox.url, "CREATIO_USER": sandbox.user, "CREATIO_PASSWORD": sandbox.password}


def creatio(
    *words: str, environment: dict[str, str], stdin: str | None = None, directory: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    done = subprocess.run(  # noqa: S603 - words of our own
        [*COMMAND, *words],
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        env=environment,
        cwd=directory,
        check=False,
    )
    WATCH.look(done.stdout + done.stderr, "the command")
    return done
