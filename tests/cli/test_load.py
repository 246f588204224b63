"""creatio import: rows of files into tables, what became of each of them, and what is refused before it is sent."""

from __future__ import annotations

import csv
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path

import pytest

from creatio_dbapi.cli.failures import FAILED, INTERRUPTED, NO_CONNECTION, ROWS_REFUSED, WRONG_USAGE
from creatio_dbapi.sandbox import Column, Sandbox
from tests.fix_command import COMMAND, creatio, instance
from tests.fix_sandbox import data_requests
from tests.hostile import TEXTS

PEOPLE = 'Name,Age,Email,BirthDate,Notes\nAda,36,,1815-12-10,"line\nbreak, ""q"""\nBob,x,,2000-01-01,\nІрина,5,"",,😀\n'


def load(
    sandbox: Sandbox, environment: dict[str, str], directory: Path, *words: str
) -> subprocess.CompletedProcess[str]:
    return creatio("import", "Contact", *words, environment=environment | instance(sandbox), directory=directory)


def records(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def contacts(sandbox: Sandbox) -> list[dict[str, object]]:
    """Return the contacts but the one that every instance has."""
    return [row for row in sandbox.rows("Contact") if row["Name"] != "Supervisor"]


def writes(sandbox: Sandbox) -> list[str]:
    return [record.method for record in data_requests(sandbox) if record.method != "GET"]


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """A file whose second row has a number that is none."""
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    return path


def test_each_row_has_its_outcome(people: Path, sandbox: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    words = ("--on-error", "continue", "--report", "report.csv", "--refused", "refused.csv")
    done = load(sandbox, environment, tmp_path, "--from", people.name, *words)
    assert done.returncode == ROWS_REFUSED
    assert "creatio: row 2 was refused: column Contact.Age of type INTEGER cannot hold 'x'" in done.stderr
    assert "3 rows for Contact: 2 written, 1 refused" in done.stderr
    report = records(tmp_path / "report.csv")
    assert [(row["row"], row["outcome"]) for row in report] == [("1", "written"), ("2", "refused"), ("3", "written")]
    there = {str(row["Id"]): row for row in contacts(sandbox)}
    ada, irina = there[report[0]["key"]], there[report[2]["key"]]
    assert (ada["Name"], ada["Age"], ada["Notes"]) == ("Ada", 36, 'line\nbreak, "q"')
    assert (irina["Name"], irina["Notes"]) == ("Ірина", "😀")
    (refused,) = records(tmp_path / "refused.csv")
    assert (refused["Name"], refused["Age"]) == ("Bob", "x")


def test_mended_rows_go_in_again(people: Path, sandbox: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    load(sandbox, environment, tmp_path, "--from", people.name, "--on-error", "continue", "--refused", "refused.csv")
    refused = tmp_path / "refused.csv"
    refused.write_text(refused.read_text(encoding="utf-8").replace("Bob,x", "Bob,7"), encoding="utf-8")
    done = load(sandbox, environment, tmp_path, "--from", "refused.csv", "--skip", "error")
    assert done.returncode == 0, done.stderr
    assert sorted(str(row["Name"]) for row in contacts(sandbox)) == ["Ada", "Bob", "Ірина"]


def test_the_first_trouble_stops(people: Path, sandbox: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    done = load(sandbox, environment, tmp_path, "--from", people.name, "--refused", "refused.csv")
    assert done.returncode == ROWS_REFUSED
    assert "3 rows for Contact: 2 not sent, 1 refused" in done.stderr
    assert contacts(sandbox) == []
    assert len(records(tmp_path / "refused.csv")) == 3


def test_a_dry_run_sends_nothing(people: Path, sandbox: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    done = load(sandbox, environment, tmp_path, "--from", people.name, "--dry-run")
    assert done.returncode == ROWS_REFUSED
    assert "2 fit, 1 refused" in done.stderr
    assert writes(sandbox) == []


def test_rows_that_the_server_refuses(sandbox: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    nobody = "00000000-0000-0000-0000-00000000dead"
    (tmp_path / "rows.csv").write_text(f"Name,AccountId\na,\nb,{nobody}\nc,\n")
    done = load(
        sandbox, environment, tmp_path, "--from", "rows.csv", "--on-error", "continue", "--report", "report.csv"
    )
    assert done.returncode == ROWS_REFUSED
    assert [row["outcome"] for row in records(tmp_path / "report.csv")] == ["written", "refused", "written"]
    assert records(tmp_path / "report.csv")[1]["message"]
    assert sorted(str(row["Name"]) for row in contacts(sandbox)) == ["a", "c"]


def test_many_rows_go_in_few_requests(sandbox: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text("\n".join(f'{{"Name": "Row {number}"}}' for number in range(2_500)))
    done = load(sandbox, environment, tmp_path, "--from", "rows.jsonl")
    assert done.returncode == 0, done.stderr
    assert "2,500 rows for Contact: 2,500 written" in done.stderr
    assert len(contacts(sandbox)) == 2_500
    assert len(writes(sandbox)) == 25  # a hundred in a batch


MANY = 4_000


def interrupted(
    sandbox: Sandbox, environment: dict[str, str], directory: Path, times: int, *words: str
) -> tuple[int, str]:
    """Import many rows of many columns, and press Ctrl-C so often when the first portion is written."""
    texts = {f"C{number}": "Edm.Decimal" for number in range(100)}
    sandbox.create_object("UsrWide", {"N": "Edm.Int32", **texts})
    lines = [f"{number},{',' * (len(texts) - 1)}\n" for number in range(MANY)]
    (directory / "wide.csv").write_text(f"N,{','.join(texts)}\n" + "".join(lines))
    command = [
        *COMMAND,
        "import",
        "UsrWide",
        "--from",
        "wide.csv",
        "--report",
        "report.csv",
        "--refused",
        "refused.csv",
    ]
    with subprocess.Popen(  # noqa: S603 - words of our own
        [*command, *words], env=environment | instance(sandbox), cwd=directory, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        while len(sandbox.rows("UsrWide")) < 1_000:
            time.sleep(0.01)
        for _ in range(times):
            time.sleep(0.1)
            process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=60)[1]
    return process.returncode, said


@pytest.mark.parametrize("again", range(2))
def test_ctrl_c_at_any_moment_leaves_no_row_untold(
    again: int, sandbox: Sandbox, environment: dict[str, str], tmp_path: Path
) -> None:
    if again:  # while rows are sent; else, most likely, while they are checked
        sandbox.delay_next(milliseconds=1_000, after=10, path="$batch")
    status, said = interrupted(sandbox, environment, tmp_path, 1)
    report, refused = records(tmp_path / "report.csv"), records(tmp_path / "refused.csv")
    outcomes = Counter(row["outcome"] for row in report)
    assert (status, len(report), len(refused)) == (INTERRUPTED, MANY, MANY - outcomes["written"])
    assert outcomes["written"] + outcomes["unknown"] >= len(sandbox.rows("UsrWide")) >= outcomes["written"] > 0
    assert f"{MANY:,} rows for UsrWide: " in said


def test_files_that_would_look_whole_are_not_kept(
    sandbox: Sandbox, environment: dict[str, str], tmp_path: Path
) -> None:
    sandbox.delay_next(milliseconds=60_000, after=10, path="$batch")
    status, said = interrupted(sandbox, environment, tmp_path, 2)
    sandbox.clear_faults()
    assert status == INTERRUPTED
    assert "not all rows are told of; --report and --refused are left out" in said
    assert [path.name for path in tmp_path.glob("re*")] == []


def test_what_is_exported_comes_back(sandbox: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    texts = [text for text in TEXTS if text not in ("\uffff", "\ufeffmark")]
    sandbox.insert(
        "Contact", [{"Name": text, "Notes": "" if number % 2 else text} for number, text in enumerate(texts)]
    )
    there = environment | instance(sandbox)
    for suffix in ("csv", "jsonl", "parquet"):
        words = ("--columns", "Name,Notes,AccountId,BirthDate", "--where", "Name <> 'Supervisor'")
        done = creatio("export", "Contact", "--to", f"rows.{suffix}", *words, environment=there, directory=tmp_path)
        assert done.returncode == 0, done.stderr
        with Sandbox(contacts=0) as other:
            assert load(other, environment, tmp_path, "--from", f"rows.{suffix}").returncode == 0
            came = sorted((str(row["Name"]), str(row["Notes"])) for row in contacts(other))
        assert came == sorted((str(row["Name"]), str(row["Notes"])) for row in contacts(sandbox))


def test_fields_find_their_columns(sandbox: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("\ufeffFull name;AGE;Comment\nAda;36;x\n", encoding="utf-8")
    words = ("--from", "rows.csv", "--delimiter", ";", "--map", "Full name=Name", "--skip", "Comment")
    done = load(sandbox, environment, tmp_path, *words)
    assert done.returncode == 0, done.stderr
    (row,) = contacts(sandbox)
    assert (row["Name"], row["Age"]) == ("Ada", 36)


@pytest.mark.parametrize(
    ("content", "words", "status", "sentence"),
    [
        (b"Nam\nx\n", [], FAILED, 'field "Nam" has no column "Nam" in Contact; --map Nam=COLUMN names one'),
        (b"Name\nx\n", ["--map", "Nam=Name"], FAILED, 'there is no field "Nam" in the file'),
        (b"Name\nx\n", ["--map", "Name"], WRONG_USAGE, "--map is FIELD=COLUMN"),
        (b"Name;Age\nx;1\n", [], FAILED, "seems to be separated by ';': give --delimiter ';'"),
        (b"Name,Name\nx,y\n", [], FAILED, 'has the column "Name" twice'),
        (b"Name,name\nx,y\n", [], FAILED, "more than one field goes to column Contact.Name"),
        (b"Name,Age\nx,1,2\n", [], FAILED, "Expected 2 columns, got 3"),
        (b"Name\n\xff\xfe\n", [], FAILED, "is not UTF-8"),
        (b'Name,Zip\na,1\nb,"2\nc,3\n', [], FAILED, "in the row that begins in line 3, a quote is not closed"),
        (b"Name\nx\n", ["--report", "rows.csv"], WRONG_USAGE, "are files of their own"),
        (b"", [], FAILED, "has no line of column names"),
        (b"Name\n", [], 0, "rows.csv has no rows"),
        (None, [], FAILED, "rows.csv: No such file or directory"),
    ],
)
def test_files_that_cannot_be_read(
    content: bytes | None,
    words: list[str],
    status: int,
    sentence: str,
    sandbox: Sandbox,
    environment: dict[str, str],
    tmp_path: Path,
) -> None:
    if content is not None:
        (tmp_path / "rows.csv").write_bytes(content)
    done = load(sandbox, environment, tmp_path, "--from", "rows.csv", *words)
    assert done.returncode == status, done.stderr
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert writes(sandbox) == []


def test_a_line_that_is_no_json_keeps_what_was_written(
    sandbox: Sandbox, environment: dict[str, str], tmp_path: Path
) -> None:
    lines = [f'{{"Name": "Row {number}"}}' for number in range(1_000)]
    (tmp_path / "rows.jsonl").write_text("\n".join([*lines, "{broken"]))
    done = load(sandbox, environment, tmp_path, "--from", "rows.jsonl", "--report", "report.csv")
    assert done.returncode == FAILED
    assert "line 1001 of rows.jsonl is not JSON" in done.stderr
    assert len(records(tmp_path / "report.csv")) == len(contacts(sandbox)) == 1_000


BEFORE = b"".join(b'{"Name":"n%d"}\n' % number for number in range(1005))


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (b'{"Name":"\xff"}\n', "line 1006 of rows.jsonl is not UTF-8 text"),
        (b'{"Name":"a","Name":"b"}\n', 'line 1006 of rows.jsonl is not JSON: the key "Name" is there twice'),
        (
            b'{"Name":' + b"[" * 100_000 + b"]" * 100_000 + b"}\n",
            "rows.jsonl cannot be read as jsonl: it is nested too",
        ),
    ],
)
def test_what_came_before_a_line_that_cannot_be_read_is_told(
    line: bytes, sentence: str, sandbox: Sandbox, environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "rows.jsonl").write_bytes(BEFORE + line)
    done = load(sandbox, environment, tmp_path, "--from", "rows.jsonl", "--report", "report.csv")
    assert done.returncode == FAILED
    assert sentence in done.stderr
    outcomes = Counter(row["outcome"] for row in records(tmp_path / "report.csv"))
    assert outcomes == {"written": len(contacts(sandbox)), "not sent": 1005 - len(contacts(sandbox))}
    assert outcomes["written"] == 1000


def test_half_a_sign_is_refused_with_its_row(sandbox: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"Name":"a"}\n{"Name":"\\ud800"}\n', encoding="utf-8")
    words = ("--on-error", "continue", "--refused", "refused.csv")
    done = load(sandbox, environment, tmp_path, "--from", "rows.jsonl", *words)
    assert (done.returncode, [row["Name"] for row in contacts(sandbox)]) == (ROWS_REFUSED, ["a"])
    assert [row["Name"] for row in records(tmp_path / "refused.csv")] == ["\\ud800"]


def test_null_in_the_only_column_is_a_row(sandbox: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    sandbox.create_object("UsrDay", {"Day": Column("Edm.DateTimeOffset", nullable=True)})
    (tmp_path / "days.csv").write_text("Day\n2000-01-01\n\n\n", encoding="utf-8")
    place = environment | instance(sandbox)
    assert creatio("import", "UsrDay", "--from", "days.csv", environment=place, directory=tmp_path).returncode == 0
    assert sorted(row["Day"] is None for row in sandbox.rows("UsrDay")) == [False, True, True]


def test_bytes_go_in_as_base64(sandbox: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "photos.csv").write_text("Name,ContactPhoto\na,AAE=\n", encoding="utf-8")
    done = load(sandbox, environment, tmp_path, "--from", "photos.csv")
    assert (done.returncode, [row["ContactPhoto"] for row in contacts(sandbox)]) == (0, [b"\0\1"])


def test_a_server_that_is_gone(environment: dict[str, str], people: Path, tmp_path: Path) -> None:
    gone = {"CREATIO_URL": "http://127.0.0.1:9", "CREATIO_USER": "u", "CREATIO_PASSWORD": "hidden-word"}
    done = creatio("import", "Contact", "--from", people.name, environment=environment | gone, directory=tmp_path)
    assert done.returncode == NO_CONNECTION
    assert "127.0.0.1:9 refused the connection" in done.stderr


def test_a_read_only_connection(people: Path, sandbox: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    words = ("--from", people.name, "--skip", "Age", "--option", "read_only=true")
    done = load(sandbox, environment, tmp_path, *words)
    assert done.returncode == FAILED
    assert "3 not sent" in done.stderr
    assert "read-only" in done.stderr


def test_hints_can_be_pasted(place: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("Full name\nAda\n", encoding="utf-8")
    words = ("import", "Contact", "--from", "people.csv")
    done = creatio(*words, environment=place, directory=tmp_path)
    assert "--map 'Full name=COLUMN' names one, --skip 'Full name' leaves it out" in done.stderr
    done = creatio(*words, "--map", "Full name=Nmae", environment=place, directory=tmp_path)
    assert "--map 'Full name=Name' names one" in done.stderr


LOOKUP = "; the lookup AccountId takes the Id of a row of Account, such as SELECT Id, Name FROM Account gives ("


@pytest.mark.parametrize(
    ("heading", "words", "told"),
    [
        ("AccountId", (), f"Contact.AccountId of type UUID cannot hold 'Alpha Ltd' (str){LOOKUP}docs/tasks/load.md"),
        ("account", (), f'field "account" has no column "account" in Contact{LOOKUP}docs/tasks/load.md'),
        ("account", (), "--map account=AccountId names one"),
        ("Firm", ("--map", "Firm=Account"), f'field "Firm" has no column "Account" in Contact{LOOKUP}'),
    ],
)
def test_a_lookup_given_by_its_name(
    heading: str, words: tuple[str, ...], told: str, place: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "people.csv").write_text(f"Name,{heading}\nAda,Alpha Ltd\n", encoding="utf-8")
    words = ("import", "Contact", "--from", "people.csv", "--dry-run", *words)
    done = creatio(*words, environment=place, directory=tmp_path)
    assert done.returncode != 0
    assert told in done.stderr


@pytest.mark.parametrize("delimiter", [";;", "", "é"])
def test_a_delimiter_is_one_character(delimiter: str, place: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("Name\nAda\n", encoding="utf-8")
    words = ("import", "Contact", "--from", "people.csv", "--delimiter", delimiter)
    done = creatio(*words, environment=place, directory=tmp_path)
    assert done.returncode == WRONG_USAGE
    assert done.stderr.startswith("creatio: --delimiter is one character")


def test_a_line_that_is_not_json_is_named_once(place: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "people.jsonl").write_text('{"Name": "Ada"}\n{"Name": "Bob"\n', encoding="utf-8")
    done = creatio("import", "Contact", "--from", "people.jsonl", "--dry-run", environment=place, directory=tmp_path)
    assert "line 2 of people.jsonl is not JSON: Expecting ',' delimiter, at character 15" in done.stderr


def test_the_table_is_looked_up_for_a_file_without_rows_too(place: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("Name\n", encoding="utf-8")
    done = creatio("import", "Contcat", "--from", "people.csv", environment=place, directory=tmp_path)
    assert done.returncode == FAILED
    assert 'did you mean "Contact"' in done.stderr
