"""The sandbox as an object of Python and as a command: start, stop, share, fork."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
import requests

from creatio_dbapi.sandbox import Column, RequestRecord, Sandbox, shared_sandbox

TIMEOUT = 10


def test_it_starts_with_the_default_data() -> None:
    with Sandbox() as sandbox:
        assert sandbox.row_counts()["Contact"] == 2000


def test_it_answers_at_once_and_leaves_nothing_behind() -> None:
    with Sandbox(contacts=1) as sandbox:
        assert sandbox.url.startswith("http://127.0.0.1:")
        assert (sandbox.user, sandbox.password) == ("Supervisor", "Supervisor")
        assert requests.get(f"{sandbox.url}/odata/", timeout=TIMEOUT).status_code == 200  # the login page
        folder = Path(sandbox.site.store.folder)
        assert folder.is_dir()
    assert not folder.exists()
    with pytest.raises(requests.ConnectionError):
        requests.get(sandbox.url, timeout=TIMEOUT)
    sandbox.close()


def test_a_taken_port_is_an_error() -> None:
    with Sandbox(contacts=1) as sandbox, pytest.raises(OSError, match="in use"):
        Sandbox(contacts=1, port=sandbox.port)


@pytest.mark.parametrize("switches", [{"forms": "soundex"}, {"text": "loud"}, {"platform": "os2"}, {"colour": "red"}])
def test_wrong_switches_are_an_error(switches: dict[str, object]) -> None:
    with pytest.raises((ValueError, TypeError)):
        Sandbox(contacts=1, **switches)  # type: ignore[arg-type]


def test_two_sandboxes_do_not_share_anything() -> None:
    with Sandbox(contacts=1) as one, Sandbox(contacts=2, forms="all", platform="framework") as other:
        one.create_object("UsrOne", {"N": "Edm.Int32"})
        assert "UsrOne" not in other.site.schema.entities
        assert "tolower" in other.site.settings.forms
        assert "tolower" not in one.site.settings.forms


def test_rows_show_what_is_stored(sandbox: Sandbox) -> None:
    columns: dict[str, Column | str] = {
        "A": "Edm.Decimal",
        "W": "Edm.DateTimeOffset",
        "F": "Edm.Boolean",
        "B": "Edm.Binary",
        "N": Column("Edm.Int32", default=5),
    }
    sandbox.create_object("UsrRaw", columns, base=False, key=("N",))
    sandbox.insert("UsrRaw", [{"A": Decimal("1.50"), "W": "2024-01-01T00:00:00.10Z", "F": True, "B": b"\x00"}])
    sandbox.insert("UsrRaw", [{"N": 6, "A": None, "W": None, "F": None, "B": None}])
    assert sandbox.rows("UsrRaw") == [
        {"A": Decimal("1.5"), "W": "2024-01-01T00:00:00.1Z", "F": True, "B": b"\x00", "N": 5},
        {"A": None, "W": None, "F": None, "B": None, "N": 6},
    ]
    with pytest.raises(ValueError, match="no column 'X'"):
        sandbox.insert("UsrRaw", [{"X": 1}])
    with pytest.raises(ValueError, match="no object 'UsrNone'"):
        sandbox.rows("UsrNone")
    sandbox.drop_object("UsrRaw")


def test_objects_may_differ_in_case_and_be_named_like_anything(sandbox: Sandbox) -> None:
    for name in ("UsrCase", "USRCASE", "select", "Имя", "a\"b'c;--"):
        sandbox.create_object(name, {"x": "Edm.Int32", "X": "Edm.Int32"}, rows=[{"x": 1, "X": 2}])
        assert (sandbox.rows(name)[0]["x"], sandbox.rows(name)[0]["X"]) == (1, 2)
    for name in ("UsrCase", "USRCASE", "select", "Имя", "a\"b'c;--"):
        sandbox.drop_object(name)


def test_request_records_are_values(sandbox: Sandbox, client: requests.Session) -> None:
    client.get("/odata/Contact/$count?$filter=Name eq '%27'")
    assert sandbox.requests[-1] == RequestRecord(
        "GET", "/odata/Contact/$count?$filter=Name eq '''", 400, sandbox.requests[-1].bytes, 0
    )


def test_the_shared_one_is_the_same_for_all_and_another_in_a_forked_child() -> None:
    script = (
        "import os, sys\n"
        "from creatio_dbapi.sandbox import shared_sandbox\n"
        "first = shared_sandbox()\n"
        "assert shared_sandbox() is first\n"
        "child = os.fork()\n"
        "if child == 0:\n"
        "    other = shared_sandbox()\n"
        "    ok = other is not first and other.url != first.url\n"
        "    first.close()\n"
        "    sys.exit(0 if ok else 1)\n"
        "_, status = os.waitpid(child, 0)\n"
        "import requests\n"
        "assert requests.get(first.url + '/Login/Login.html', timeout=5).status_code == 200\n"
        "print(first.site.store.folder)\n"
        "sys.exit(os.waitstatus_to_exitcode(status))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    assert not Path(done.stdout.strip()).exists()


def test_the_shared_one_is_started_once_by_many_threads() -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(lambda _: id(shared_sandbox()), range(8)))) == 1


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_the_command_serves_and_stops_cleanly(tmp_path: Path, stop: signal.Signals) -> None:
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    command = [sys.executable, "-m", "creatio_dbapi.sandbox", "--port", "0", "--contacts", "3", "--forms", "in"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, text=True, env=environment, stdout=pipe, stderr=pipe) as process:  # noqa: S603
        assert process.stdout is not None
        assert process.stderr is not None
        line = process.stdout.readline()
        assert "user: Supervisor   password: Supervisor" in line
        url = line.split()[2]
        assert requests.get(f"{url}/Login/Login.html", timeout=TIMEOUT).status_code == 200
        os.kill(process.pid, stop)
        assert process.wait(TIMEOUT) == 0
        assert process.stderr.read() == ""
    assert list(tmp_path.iterdir()) == []


def test_missing_libraries_are_named(tmp_path: Path) -> None:
    (tmp_path / "starlette.py").write_text("raise ImportError('gone')\n")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])}
    command = [sys.executable, "-c", "import creatio_dbapi.sandbox"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=environment)  # noqa: S603
    assert 'pip install "creatio-dbapi[sandbox]"' in done.stderr
