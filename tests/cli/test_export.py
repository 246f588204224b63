"""creatio export: the rows of a table in a file, whole, also after a break; what moved meanwhile is told."""

from __future__ import annotations

import csv
import json
import signal
import subprocess
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from creatio_dbapi.cli.failures import FAILED, INTERRUPTED, WRONG_USAGE
from creatio_dbapi.sandbox import Sandbox
from tests.fix_command import COMMAND, creatio, instance
from tests.fix_connection import connect_to

ROWS = 12_000  # more than a page
CHANGED = "2026-01-01T00:00:00Z"


@pytest.fixture
def big() -> Iterator[Sandbox]:
    """A sandbox with a table of more than a page."""
    with Sandbox(contacts=0) as sandbox:
        rows = [
            {"Id": str(uuid.UUID(int=number)), "Name": f"Row {number}", "ModifiedOn": CHANGED}
            for number in range(1, ROWS + 1)
        ]
        sandbox.create_object("UsrBig", {"Name": "Edm.String", "Size": "Edm.Int32"}, rows=rows)
        yield sandbox


def export(
    sandbox: Sandbox, environment: dict[str, str], directory: Path, *words: str
) -> subprocess.CompletedProcess[str]:
    return creatio("export", "UsrBig", *words, environment=environment | instance(sandbox), directory=directory)


def names_in(path: Path) -> list[str]:
    """Return the names in an exported file."""
    if path.suffix == ".parquet":
        return list(pyarrow.parquet.read_table(path)["Name"].to_pylist())
    with path.open(encoding="utf-8", newline="") as file:
        if path.suffix == ".jsonl":
            return [json.loads(line)["Name"] for line in file]
        return [row["Name"] for row in csv.DictReader(file)]


EVERY = [f"Row {number}" for number in range(1, ROWS + 1)]


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet"])
def test_every_row_is_there_once(suffix: str, big: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    done = export(big, environment, tmp_path, "--to", f"rows.{suffix}")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"12,000 rows of UsrBig in rows.{suffix}\n")
    assert sorted(names_in(tmp_path / f"rows.{suffix}")) == sorted(EVERY)
    assert [path.name for path in tmp_path.glob("rows*")] == [f"rows.{suffix}"]


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet"])
def test_a_broken_export_goes_on(suffix: str, big: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    words = ("--to", f"rows.{suffix}", "--columns", "Name,Size")
    broken = break_off(big, environment, tmp_path, *words)
    assert "Traceback" not in broken.stderr
    assert "10,000 rows are written; the same command goes on after them" in broken.stderr
    assert not (tmp_path / f"rows.{suffix}").exists()
    done = export(big, environment, tmp_path, *words)
    assert done.returncode == 0
    assert done.stderr.startswith("going on after 10,000 rows")
    assert names_in(tmp_path / f"rows.{suffix}") == EVERY  # in the order of the key, none lost, none doubled


def break_off(
    sandbox: Sandbox, environment: dict[str, str], directory: Path, *words: str
) -> subprocess.CompletedProcess[str]:
    """Export while the second page fails for good."""
    sandbox.fail_next(None, status=500, path="$skip=9999")
    done = export(sandbox, environment, directory, *words)
    sandbox.clear_faults()
    assert done.returncode == FAILED, done.stderr
    return done


def test_a_killed_export_goes_on(big: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    words = ("--to", "rows.csv", "--where", "Name LIKE 'Row%'")
    big.delay_next(None, milliseconds=120_000, path="$skip=9999")
    with subprocess.Popen(  # noqa: S603 - words of our own
        [*COMMAND, "export", "UsrBig", *words], env=environment | instance(big), cwd=tmp_path, stderr=subprocess.PIPE
    ) as process:
        wait_for_rows(tmp_path / "rows.csv.export" / "state.json", 10_000)
        process.kill()
    big.clear_faults()
    with (tmp_path / "rows.csv.export" / "rows.csv").open("a") as file:
        file.write("half a li")  # what was written after the state was kept does not count
    done = export(big, environment, tmp_path, *words)
    assert done.returncode == 0, done.stderr
    assert names_in(tmp_path / "rows.csv") == EVERY


def test_ctrl_c_keeps_what_is_written(big: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    big.delay_next(None, milliseconds=120_000, path="$skip=9999")
    with subprocess.Popen(  # noqa: S603 - words of our own
        [*COMMAND, "export", "UsrBig", "--to", "rows.csv"], env=environment | instance(big), cwd=tmp_path,
        stderr=subprocess.PIPE, encoding="utf-8",
    ) as process:  # fmt: skip
        wait_for_rows(tmp_path / "rows.csv.export" / "state.json", 10_000)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=60)[1]
    assert process.returncode == INTERRUPTED
    assert said == "creatio: 10,000 rows are written; the same command goes on after them\n"


def test_two_exports_to_one_file_do_not_mix(big: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    big.delay_next(milliseconds=5_000, path="$skip=9999")
    with subprocess.Popen(  # noqa: S603 - words of our own
        [*COMMAND, "export", "UsrBig", "--to", "rows.csv"], env=environment | instance(big), cwd=tmp_path,
        stderr=subprocess.PIPE, encoding="utf-8",
    ) as process:  # fmt: skip
        wait_for_rows(tmp_path / "rows.csv.export" / "state.json", 10_000)
        other = export(big, environment, tmp_path, "--to", "rows.csv")
        said = process.communicate(timeout=60)[1]
    assert (other.returncode, "another export to rows.csv is under way" in other.stderr) == (FAILED, True)
    assert (process.returncode, said) == (0, "12,000 rows of UsrBig in rows.csv\n")
    assert names_in(tmp_path / "rows.csv") == EVERY
    assert [path.name for path in tmp_path.glob("rows*")] == ["rows.csv"]


def test_an_export_does_not_go_on_at_another_instance(
    big: Sandbox, environment: dict[str, str], tmp_path: Path
) -> None:
    break_off(big, environment, tmp_path, "--to", "rows.csv")
    with Sandbox(contacts=0) as copy:
        rows = [{"Id": str(uuid.UUID(int=n)), "Name": f"Copy {n}"} for n in range(1, ROWS + 1)]
        copy.create_object("UsrBig", {"Name": "Edm.String", "Size": "Edm.Int32"}, rows=rows)
        other = export(copy, environment, tmp_path, "--to", "rows.csv")
        assert other.returncode == FAILED
        assert f"an export from {big.url} broke off at rows.csv, and this is {copy.url}; --restart" in other.stderr
        assert export(copy, environment, tmp_path, "--to", "rows.csv", "--restart").returncode == 0
    assert {name[:4] for name in names_in(tmp_path / "rows.csv")} == {"Copy"}


def test_parquet_on_standard_output_is_not_whole_after_an_error(
    big: Sandbox, environment: dict[str, str], tmp_path: Path
) -> None:
    words = ("query", "SELECT Name FROM UsrBig", "--format", "parquet")
    for fault, status in ((False, 0), (True, FAILED)):
        if fault:
            big.fail_next(None, status=500, path="$skip=9999")
        with (tmp_path / "out").open("wb") as out:
            command = [*COMMAND, *words]
            done = subprocess.run(  # noqa: S603 - words of our own
                command, env=environment | instance(big), stdout=out, stderr=subprocess.PIPE, check=False
            )
        assert done.returncode == status, done.stderr
        if fault:
            with pytest.raises(pyarrow.ArrowInvalid):
                pyarrow.parquet.read_table(tmp_path / "out")
        else:
            assert pyarrow.parquet.read_table(tmp_path / "out").num_rows == ROWS


def wait_for_rows(state: Path, rows: int) -> None:
    """Wait until an export has kept so many rows."""
    for _ in range(1_200):
        if state.exists() and json.loads(state.read_text()).get("rows") == rows:
            return
        time.sleep(0.05)
    raise AssertionError(f"{state} never told of {rows} rows")


# -- a table that moves --------------------------------------------------------------------------------------


def change(sandbox: Sandbox, sql: str) -> None:
    with connect_to(sandbox) as connection, connection.cursor() as cursor:
        cursor.execute(sql)


def test_rows_that_went_before_the_break_are_told(big: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    break_off(big, environment, tmp_path, "--to", "rows.csv")
    first = [str(uuid.UUID(int=number)) for number in (1, 2, 3)]
    for key in first:
        change(big, f"DELETE FROM UsrBig WHERE Id = '{key}'")
    done = export(big, environment, tmp_path, "--to", "rows.csv")
    assert done.returncode == 0, done.stderr
    assert "3 rows went before the place of the break" in done.stderr
    assert "UsrBig has 11,997 such rows now, and the file 12,000" in done.stderr
    assert names_in(tmp_path / "rows.csv") == EVERY


def test_rows_that_came_or_changed_are_told(big: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    break_off(big, environment, tmp_path, "--to", "rows.csv")
    change(big, "INSERT INTO UsrBig (Id, Name) VALUES ('ffffffff-0000-0000-0000-000000000000', 'New')")
    change(big, f"UPDATE UsrBig SET Name = 'Row 1' WHERE Id = '{uuid.UUID(int=1)}'")
    done = export(big, environment, tmp_path, "--to", "rows.csv")
    assert done.returncode == 0, done.stderr
    assert "2 rows of UsrBig came or changed meanwhile" in done.stderr
    assert names_in(tmp_path / "rows.csv") == [*EVERY, "New"]


def test_a_place_that_is_gone_is_told(big: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    break_off(big, environment, tmp_path, "--to", "rows.csv")
    change(big, f"DELETE FROM UsrBig WHERE Id = '{uuid.UUID(int=10_000)}'")
    done = export(big, environment, tmp_path, "--to", "rows.csv")
    assert done.returncode == FAILED
    assert "UsrBig moved since the break" in done.stderr
    again = export(big, environment, tmp_path, "--to", "rows.csv", "--restart")
    assert again.returncode == 0
    assert len(names_in(tmp_path / "rows.csv")) == ROWS - 1


def test_another_export_is_not_mixed_in(big: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    condition = f"Name <> 'x'\nOR Name IN ('{'y' * 300}', 'z')"
    break_off(big, environment, tmp_path, "--to", "rows.csv", "--where", condition)
    done = export(big, environment, tmp_path, "--to", "rows.csv", "--where", "Size > 1")
    assert done.returncode == FAILED
    assert 'an export of something else broke off at rows.csv (csv: SELECT "Id", ' in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "yyy', 'z') )); --restart begins anew" in done.stderr
    assert len(done.stderr) < 320


# -- what is exported ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "where",
    ["Name LIKE 'Row 1%' -- a comment", "length(Name) > 8", "Id IN (SELECT Id FROM UsrBig WHERE Name LIKE '%7')"],
)
def test_conditions(where: str, big: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    checks: dict[str, Any] = {
        "N": lambda name: name.startswith("Row 1"),
        "l": lambda name: len(name) > 8,
        "I": lambda name: name.endswith("7"),
    }
    done = export(big, environment, tmp_path, "--to", "rows.jsonl", "--where", where, "--columns", "name")
    assert done.returncode == 0, done.stderr
    assert sorted(names_in(tmp_path / "rows.jsonl")) == sorted(filter(checks[where[0]], EVERY))


def test_no_rows_keep_their_columns(place: dict[str, str], tmp_path: Path) -> None:
    for suffix in ("csv", "parquet"):
        words = ("export", "Contact", "--to", f"none.{suffix}", "--where", "Age > 1000", "--columns", "Id,Name,Age")
        assert creatio(*words, environment=place, directory=tmp_path).returncode == 0
    assert (tmp_path / "none.csv").read_text() == "Id,Name,Age\n"
    table = pyarrow.parquet.read_table(tmp_path / "none.parquet")
    assert (table.num_rows, table.schema.names, str(table.schema.field("Age").type)) == (
        0,
        ["Id", "Name", "Age"],
        "int32",
    )


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (["--to", "rows.xls"], WRONG_USAGE, "rows.xls is to end in .csv, .jsonl, .parquet, or give --format"),
        (["--to", "there.csv"], FAILED, "there.csv is there already; --overwrite replaces it"),
        (["--to", "rows.csv", "--columns", "Nam"], FAILED, 'column "Nam" not found in table "Contact"'),
        (["--to", "rows.csv", "--where", "Agee > 1"], FAILED, 'did you mean "Age"'),
        (["--to", "nowhere/rows.csv"], FAILED, "cannot be written: there is no folder nowhere; make it first"),
        (["--to", "/dev/full/rows.csv"], FAILED, "there is no folder /dev/full"),
        ([], WRONG_USAGE, "missing option '--to'"),
    ],
)
def test_what_can_be_wrong(words: list[str], status: int, sentence: str, place: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "there.csv").write_text("mine")
    done = creatio("export", "Contact", *words, environment=place, directory=tmp_path)
    assert done.returncode == status, done.stderr
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "there.csv").read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir() if "rows" in path.name or "nowhere" in path.name] == []


@pytest.mark.parametrize("condition", ["Age >", "Age > 1; DROP", "WHERE Age > 1", "Name = 'x"])
def test_a_condition_that_cannot_be_read_is_shown_alone(condition: str, place: dict[str, str], tmp_path: Path) -> None:
    words = ("--to", "rows.csv", "--where", condition)
    done = creatio("export", "Contact", *words, environment=place, directory=tmp_path)
    assert (done.returncode, done.stdout) == (FAILED, "")
    assert done.stderr.startswith("creatio: --where ")
    assert "cannot be read as a condition: " in done.stderr
    assert condition in done.stderr and "SELECT" not in done.stderr
    assert list(tmp_path.glob("rows*")) == []


def test_a_column_that_is_not_there(place: dict[str, str], tmp_path: Path) -> None:
    words = ("export", "Contact", "--to", "rows.csv", "--columns", "Nmae")
    done = creatio(*words, environment=place, directory=tmp_path)
    assert done.stderr == 'creatio: column "Nmae" not found in table "Contact"; did you mean "Name"?\n'


def test_a_place_that_cannot_be_written(place: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = creatio("export", "Contact", "--to", "file/rows.csv", environment=place, directory=tmp_path)
    assert (done.returncode, done.stdout) == (FAILED, "")
    assert done.stderr.startswith(f"creatio: {Path('file/rows.csv')} cannot be written: ")
