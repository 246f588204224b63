"""JupySQL: `%sql` in IPython, and the example notebooks, run as Jupyter runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from creatio_dbapi.sandbox import Sandbox
from tests.fix_engine import url_of

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
RUN = """
import sys, nbclient, nbformat
notebook = nbformat.read(sys.argv[1], as_version=4)
nbclient.NotebookClient(notebook, timeout=120).execute()
nbformat.write(notebook, sys.argv[2])
"""

SCRIPT = """
import os, sqlalchemy
engine = sqlalchemy.create_engine(os.environ["CREATIO_URL"])  # a password stands in no file
%load_ext sql
%sql engine
found = %sql SELECT Name FROM Contact ORDER BY Age DESC LIMIT 1
print([tuple(row) for row in found])
"""

pytest.importorskip("sql.magic", reason="JupySQL is not installed")


def run(words: list[str], home: Path, **variables: str) -> str:
    """Run Python in a home of its own, and without JupySQL's reports to its makers."""
    environment = {**os.environ, "HOME": str(home), "PLOOMBER_STATS_ENABLED": "false", **variables}
    done = subprocess.run(  # noqa: S603 - words of our own
        [sys.executable, *words], capture_output=True, text=True, env=environment, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_sql_in_ipython(demo: Sandbox, tmp_path: Path) -> None:
    script = tmp_path / "script.ipy"
    script.write_text(SCRIPT, encoding="utf-8")
    url = url_of(demo, cache_directory="none")
    assert "[('Methuselah Elder',)]" in run(["-m", "IPython", str(script)], tmp_path, CREATIO_URL=url)


def shown(notebook: Path) -> list[tuple[int, str]]:
    """Return the texts that the cells of a notebook show, with the numbers of their cells."""
    nbformat: Any = pytest.importorskip("nbformat")
    cells = nbformat.read(notebook, as_version=4).cells
    outputs = [(number, each) for number, cell in enumerate(cells) for each in cell.get("outputs", [])]
    return [(number, each.data["text/plain"]) for number, each in outputs if "data" in each]


@pytest.mark.parametrize("notebook", sorted(EXAMPLES.glob("*.ipynb")), ids=lambda path: path.stem)
def test_a_notebook_shows_what_it_showed(notebook: Path, tmp_path: Path) -> None:
    pytest.importorskip("nbclient")
    run(["-c", RUN, str(notebook), str(tmp_path / "run.ipynb")], tmp_path)
    expected = shown(notebook)
    assert expected
    assert set(expected) <= set(shown(tmp_path / "run.ipynb"))
