"""dbt and PostgreSQL: what the documentation's pages tell of them, run as it stands there."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

from creatio_dbapi import Connection

PAGE = Path(__file__).parents[2] / "docs" / "tools" / "dbt.md"
SYNC = Path(__file__).parents[2] / "docs" / "tasks" / "sync.md"
PROJECT = {
    "dbt_project.yml": "name: crm\nprofile: crm\nmodel-paths: [models]\n",
    "profiles.yml": "crm:\n  target: dev\n  outputs:\n    dev: {type: duckdb, path: crm.duckdb}\n",
}


def test_dbt_builds_a_model_over_what_was_loaded(tmp_path: Path) -> None:
    if importlib.util.find_spec("dbt") is None:
        pytest.skip("dbt is not installed")
    text = PAGE.read_text(encoding="utf-8")
    load = re.findall(r"```python\n(.*?)```", text, re.DOTALL)[0]
    model = re.findall(r"```text\n(-- models.*?)```", text, re.DOTALL)[0]
    for name, content in {**PROJECT, "models/cases_by_status.sql": model}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    run = {"cwd": tmp_path, "check": True, "env": {**os.environ, "DBT_SEND_ANONYMOUS_USAGE_STATS": "false"}}
    subprocess.run([sys.executable, "-c", load], **run)  # type: ignore[call-overload]  # noqa: S603
    words = [sys.executable, "-m", "dbt.cli.main", "run", "--profiles-dir", "."]
    subprocess.run(words, **run)  # type: ignore[call-overload]  # noqa: S603
    with duckdb.connect(str(tmp_path / "crm.duckdb")) as warehouse:
        assert warehouse.execute("SELECT sum(cases), count(*) FROM cases_by_status").fetchone() == (3000, 7)


def test_postgresql_takes_the_rows(demo_connection: Connection) -> None:
    """Run the page's lines against a PostgreSQL that POSTGRES_URL names."""
    dbapi: Any = pytest.importorskip("adbc_driver_postgresql.dbapi")
    url = os.environ.get("POSTGRES_URL")
    if not url:
        pytest.skip("POSTGRES_URL names no PostgreSQL")
    lines = re.findall(r"```text\n(from adbc_driver.*?)```", SYNC.read_text(encoding="utf-8"), re.DOTALL)[0]
    with demo_connection.cursor() as cursor:
        names = {"cursor": cursor, "POSTGRES_URL": url}
        for _ in range(2):
            exec(lines, names)  # noqa: S102 - the page's own lines
    with dbapi.connect(url) as postgres, postgres.cursor() as target:
        target.execute('SELECT count(*), count(DISTINCT "Id"), min("ModifiedOn") FROM contact')
        rows, keys, first = target.fetchone()
        assert rows == keys == 2000
        assert first.tzinfo is not None
        target.execute("DROP TABLE contact, contact_arrived")
        postgres.commit()
