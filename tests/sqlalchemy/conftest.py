"""SQLAlchemy's suite over a sandbox on real HTTP: `pytest tests/sqlalchemy`, a run of its own."""

from __future__ import annotations

import configparser
from typing import Any

import pytest
from sqlalchemy.dialects import registry

registry.register("creatio.suite", "tests.sqlalchemy.layer", "SuiteDialect")
pytest.register_assert_rewrite("sqlalchemy.testing.assertions")

from sqlalchemy.testing.plugin import plugin_base, pytestplugin  # noqa: E402
from sqlalchemy.testing.plugin.pytestplugin import *  # noqa: E402, F403

from sqlalchemy_creatio.requirements import CLOSED_TESTS  # noqa: E402
from tests.sqlalchemy.layer import clear, sandbox  # noqa: E402

_MARKERS = ("backend", "memory_intensive", "mypy", "sparse_backend", "sparse_driver_backend", "timing_intensive")


def pytest_configure(config: Any) -> None:
    """Start the sandbox and tell SQLAlchemy's plugin of it, and which requirements it meets."""
    clear()
    sandbox.start()
    address = sandbox.url.partition("://")[2]
    config.option.dburi = [f"creatio+suite://{sandbox.user}:{sandbox.password}@{address}?transactions=undo"]
    for marker in _MARKERS:
        config.addinivalue_line("markers", f"{marker}: SQLAlchemy's own")
    config.addinivalue_line("filterwarnings", "ignore:Class-scoped fixture")
    # Engines that the suite drops: their connections are collected as garbage, and with them their sockets.
    config.addinivalue_line("filterwarnings", "ignore:.*was not closed:ResourceWarning")
    # Where that happens inside one of SQLAlchemy's own checks of warnings, it turns the advice into an error.
    told = "ignore:Exception ignored in. <function Connection.__del__:pytest.PytestUnraisableExceptionWarning"
    config.addinivalue_line("filterwarnings", told)
    pytestplugin.pytest_configure(config)
    plugin_base.file_config = plugin_base.file_config or configparser.ConfigParser()
    plugin_base.file_config.read_dict(
        {
            "sqla_testing": {
                "requirement_cls": "sqlalchemy_creatio.requirements:Requirements",
                "profile_file": "profiles.txt",
            },
            "db": {},
        }
    )


def pytest_collection_modifyitems(session: Any, config: Any, items: list[Any]) -> None:
    """Close a test that no requirement stands before, for a reason that the dialect's requirements give."""
    pytestplugin.pytest_collection_modifyitems(session, config, items)
    for item in items:
        class_name = getattr(item.cls, "_sa_orig_cls_name", item.cls.__name__)
        for reason, closed in CLOSED_TESTS.items():
            for name, why in closed.items():
                if f"{class_name}.{item.name}".startswith(name):
                    item.add_marker(pytest.mark.skip(reason=f"{reason}: {why}"))


def pytest_unconfigure(config: Any) -> None:
    """Stop the sandbox."""
    getattr(pytestplugin, "pytest_unconfigure", lambda config: None)(config)
    sandbox.close()
