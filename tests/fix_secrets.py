"""A watch over the whole run: a test fails when a secret was printed, logged, warned of or written while it ran.

What the sandbox issues begins with a mark, and so do the passwords of the tests: one search finds them all, whoever
made them, in this process or another.
"""

from __future__ import annotations

import logging
import secrets
import tempfile
import time
import warnings
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from platformdirs import user_cache_dir

from creatio_dbapi.sandbox.issued import MARK

PASSWORD = MARK + secrets.token_urlsafe(12)
_LOGGERS = ("creatio_dbapi", "sqlalchemy_creatio", "urllib3", "requests")
_MAY_HOLD_SECRETS = frozenset({"logins.toml"})
_AROUND = 60


class Watch(logging.Handler):
    """Looks at every text that a program lets out, and remembers where a secret was."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.leaks: list[str] = []
        self._formatter = logging.Formatter("%(name)s: %(message)s")

    def look(self, text: str, where: str) -> None:
        """Remember a text that holds a secret, without the secret."""
        place = text.find(MARK)
        if place >= 0:
            self.leaks.append(f"{where}: …{text[max(0, place - _AROUND) : place]}***")

    def emit(self, record: logging.LogRecord) -> None:
        """Look at a log record, with its arguments and its exception."""
        self.look(self._formatter.format(record), f"log at {record.levelname}")

    def look_into(self, folder: Path, since: float) -> None:
        """Look at the files that were written below a folder."""
        for path in folder.rglob("*"):
            if path.is_file() and path.stat().st_mtime >= since and path.name not in _MAY_HOLD_SECRETS:
                self.look(path.read_bytes().decode("latin-1"), f"file {path}")

    def taken(self) -> str:
        """Return what was found since the last time, and forget it."""
        found, self.leaks = self.leaks, []
        return "\n".join(["a secret came out:", *found]) if found else ""


WATCH = Watch()


def pytest_configure(config: pytest.Config) -> None:
    """Log everything, to the watch; pytest keeps what it would have kept."""
    config.option.log_level = config.option.log_level or "WARNING"
    logging.getLogger().addHandler(WATCH)
    for name in _LOGGERS:
        logging.getLogger(name).setLevel(logging.DEBUG)


def pytest_warning_recorded(warning_message: warnings.WarningMessage, nodeid: str) -> None:
    """Look at what was warned of."""
    WATCH.look(str(warning_message.message), f"warning in {nodeid}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Look at what was printed, and let the test fail that let a secret out."""
    report = yield
    for name, text in report.sections:
        WATCH.look(text, name)
    found = WATCH.taken()
    if found and report.outcome == "passed":
        report.outcome, report.longrepr = "failed", found
    return report


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let the run fail for what came out outside of tests, such as a warning that is told after its test."""
    found = WATCH.taken()
    if found:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        print(f"\n{found}")  # noqa: T201 - this is the report


@pytest.fixture(scope="session", autouse=True)
def written_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Look at the files of the run when it is over: its own, the driver's cache and the local engine's."""
    since = time.time() - 1
    yield
    for folder in (
        tmp_path_factory.getbasetemp(),
        Path(tempfile.gettempdir()) / "creatio_dbapi",
        Path(user_cache_dir("creatio_dbapi", appauthor=False)),
    ):
        WATCH.look_into(folder, since)
    found = WATCH.taken()
    if found:
        pytest.fail(found, pytrace=False)
