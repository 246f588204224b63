"""pandas' tests of SQL over a sandbox on real HTTP: `python tests/pandas_sql/report.py`, a run of its own."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.dialects import registry

registry.register("creatio.pandas", "tests.pandas_sql.layer", "PandasDialect")
pytest.register_assert_rewrite("pandas.tests.io.test_sql")

from pandas import conftest as pandas_conftest  # noqa: E402
from pandas.conftest import *  # noqa: E402, F403

from tests.pandas_sql.closed import reason_of  # noqa: E402
from tests.sqlalchemy.layer import clear, sandbox  # noqa: E402


def pytest_configure(config: Any) -> None:
    """Start the sandbox."""
    pandas_conftest.pytest_configure(config)
    clear()
    sandbox.start()


def pytest_collection_modifyitems(items: list[Any], config: Any) -> None:
    """Leave out what is closed, saying why."""
    pandas_conftest.pytest_collection_modifyitems(items, config)
    for item in items:
        reason = reason_of(item.name)
        if reason is not None:
            item.add_marker(pytest.mark.skip(reason=reason))


def pytest_unconfigure(config: Any) -> None:
    """Stop the sandbox."""
    sandbox.close()
