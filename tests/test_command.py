"""The console command, run as a user runs it: good and bad input, formats, exit statuses, no secret shown."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from creatio_dbapi.cli import failures
from creatio_dbapi.cli.width import cut, display_width, fitted
from creatio_dbapi.sandbox import Sandbox
from tests.fix_command import creatio

CONTACTS = "SELECT Name, Age FROM Contact WHERE Age > 40 ORDER BY Age DESC LIMIT 3"
# Every kind of value that is easily spoilt on the way to a file: constants, so that nothing depends on demo data.
HOSTILE = """SELECT 'O''Brien, "Bob"' AS quoted, '' AS empty, NULL AS missing, 'NULL' AS word, '高橋 👩‍💻' AS wide,
    12345678901234567.89 AS amount, TRUE AS flag, DATE '2026-03-01' AS day, 'a
b' AS lines"""


def at(small: Sandbox) -> list[str]:
    return ["--url", small.url, "--user", small.user, "--password", small.password]


# -- rows ----------------------------------------------------------------------------------------------------


def test_without_a_url_the_sandbox_answers_and_the_footer_says_so(environment: dict[str, str]) -> None:
    done = creatio(CONTACTS, environment=environment)
    assert done.returncode == 0
    heading, rule, *rows = done.stdout.splitlines()
    assert heading.split() == ["Name", "│", "Age"]
    assert set(rule) == {"─", "┼"}
    assert len(rows) == 3
    assert done.stderr.startswith("3 rows, ")
    assert "built-in sandbox" in done.stderr
    assert len(done.stderr.splitlines()) == 1  # and nothing from any library at exit


def test_an_instance_answers_and_the_footer_counts(small: Sandbox, environment: dict[str, str]) -> None:
    done = creatio(*at(small), "SELECT count(*) AS n FROM Contact", environment=environment)
    assert done.stdout.splitlines() == [" n", "──", "60"]
    assert done.stderr.startswith("1 row, ")
    assert "sandbox" not in done.stderr


def test_the_environment_names_the_instance(small: Sandbox, environment: dict[str, str]) -> None:
    place = {"CREATIO_URL": small.url, "CREATIO_USER": small.user, "CREATIO_PASSWORD": small.password}
    done = creatio("SELECT count(*) AS n FROM Contact", "--quiet", "--format", "csv", environment=environment | place)
    assert (done.returncode, done.stdout, done.stderr) == (0, "n\n60\n", "")


def test_standard_input(small: Sandbox, environment: dict[str, str]) -> None:
    done = creatio(
        *at(small), "-", "--format=csv", stdin="SELECT count(*) AS n\nFROM Contact;\n", environment=environment
    )
    assert (done.returncode, done.stdout) == (0, "n\n60\n")


def test_numbers_stand_right_and_wide_characters_are_counted(environment: dict[str, str]) -> None:
    sql = "SELECT '高橋' AS name, 7 AS n UNION ALL SELECT 'Al', 1000 ORDER BY n"
    done = creatio(sql, environment=environment)
    assert done.stdout.splitlines() == ["name │    n", "─────┼─────", "高橋 │    7", "Al   │ 1000"]


def test_a_null_is_told_from_a_text(environment: dict[str, str]) -> None:
    done = creatio("SELECT NULL AS a, 'NULL' AS b, '' AS c, 'x' AS d", environment=environment)
    assert done.stdout.splitlines()[2].split(" │ ") == ["NULL", "'NULL'", " ", "x"]


def test_a_cell_cannot_steer_the_terminal(environment: dict[str, str]) -> None:
    done = creatio("-", stdin="SELECT 'a\nb' AS lines, '\x1b[31mred' AS colour", environment=environment)
    assert done.stdout.splitlines()[2] == "a↵b   │ ·[31mred"


def test_csv_gives_back_what_it_was_given(environment: dict[str, str]) -> None:
    done = creatio("-", "--format", "csv", stdin=HOSTILE, environment=environment)
    heading, row = csv.reader(io.StringIO(done.stdout))
    cells = dict(zip(heading, row, strict=True))
    assert cells["quoted"] == 'O\'Brien, "Bob"'
    assert (cells["amount"], cells["flag"], cells["day"], cells["lines"]) == (
        "12345678901234567.89", "true", "2026-03-01", "a\nb",
    )  # fmt: skip
    assert ',"",,NULL,' in done.stdout  # an empty text, then a NULL


def test_json_and_jsonl_hold_the_same_values(environment: dict[str, str]) -> None:
    expected = {
        "quoted": 'O\'Brien, "Bob"', "empty": "", "missing": None, "word": "NULL", "wide": "高橋 👩‍💻",
        "amount": Decimal("12345678901234567.89"), "flag": True, "day": "2026-03-01", "lines": "a\nb",
    }  # fmt: skip
    as_json = creatio("-", "--format", "json", stdin=HOSTILE, environment=environment)
    assert json.loads(as_json.stdout, parse_float=Decimal) == [expected]
    as_lines = creatio("-", "--format", "jsonl", stdin=HOSTILE, environment=environment)
    assert json.loads(as_lines.stdout, parse_float=Decimal) == expected


def test_json_of_no_rows_and_of_columns_with_one_name(environment: dict[str, str]) -> None:
    done = creatio("SELECT 1 AS n WHERE 1 = 2", "--format", "json", environment=environment)
    assert json.loads(done.stdout) == []
    done = creatio("SELECT 1 AS n, 2 AS n", "--format", "jsonl", environment=environment)
    assert json.loads(done.stdout) == {"n": 1, "n_2": 2}


def test_markdown(environment: dict[str, str]) -> None:
    done = creatio(
        "SELECT 'a|b' AS text, 1 AS n, CAST(NULL AS text) AS nothing", "--format", "markdown", environment=environment
    )
    assert done.stdout.splitlines() == ["| text | n | nothing |", "| --- | ---: | --- |", r"| a\|b | 1 | *NULL* |"]


def test_explain_is_not_cut(small: Sandbox, environment: dict[str, str]) -> None:
    done = creatio(*at(small), "EXPLAIN SELECT Name FROM Contact WHERE Age = 30", environment=environment)
    assert "remote  Contact?$select=Id,Name&$filter=Age eq 30&$orderby=Id\n" in done.stdout


def test_writes_say_what_they_changed(small: Sandbox, environment: dict[str, str]) -> None:
    done = creatio(*at(small), "INSERT INTO Contact (Name) VALUES ('Command')", environment=environment)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("1 row changed, Id ")
    key = done.stderr.split("Id ")[1].split(",")[0]
    done = creatio(*at(small), f"DELETE FROM Contact WHERE Id = '{key}'", environment=environment)
    assert done.stderr.startswith("1 row changed, ")


def test_a_reader_that_leaves_early_is_no_error(small: Sandbox, environment: dict[str, str]) -> None:
    words = [sys.executable, "-m", "creatio_dbapi", *at(small), "--format", "csv", "-"]
    many = "SELECT a.Id, b.Id FROM Contact a CROSS JOIN Contact b CROSS JOIN (SELECT 1 UNION ALL SELECT 2) c"
    with subprocess.Popen(  # noqa: S603 - words of our own
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdin and process.stdout and process.stderr
        process.stdin.write(many.encode())
        process.stdin.close()
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == failures.READER_GONE


# -- what goes wrong -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sql", "sentence"),
    [
        ("SELECT Nam FROM Contact", 'creatio: column "Nam" not found in table "Contact"; did you mean "Name"'),
        ("SELECT Name FROM Contcat", 'creatio: table "Contcat" not found; did you mean "Contact"'),
        ("SELECT Name FROM", "creatio: "),
        ("", "creatio: no statement given"),
    ],
)
def test_a_wrong_statement_is_one_sentence(sql: str, sentence: str, environment: dict[str, str]) -> None:
    done = creatio("-", stdin=sql, environment=environment)
    assert (done.returncode, done.stdout) == (failures.FAILED, "")
    assert done.stderr.startswith(sentence)
    assert "Traceback" not in done.stderr


def test_debug_shows_where_an_error_comes_from(environment: dict[str, str]) -> None:
    done = creatio("SELECT Nam FROM Contact", "--debug", environment=environment)
    assert done.returncode == failures.FAILED
    assert "Traceback" in done.stderr
    assert done.stderr.splitlines()[-1].startswith("creatio: ")


def test_a_refused_connection(environment: dict[str, str]) -> None:
    place = ["--url", "http://127.0.0.1:9", "--user", "u", "--password", "hidden-word"]
    done = creatio(*place, "SELECT Name FROM Contact", environment=environment)
    assert done.returncode == failures.NO_CONNECTION
    assert "127.0.0.1:9" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("debug", [[], ["--debug"]])
def test_a_wrong_password_is_never_repeated(debug: list[str], small: Sandbox, environment: dict[str, str]) -> None:
    secret = {"CREATIO_PASSWORD": "hidden-word"}
    place = ["--url", small.url, "--user", small.user, *debug]
    done = creatio(*place, "SELECT Name FROM Contact", environment=environment | secret)
    assert done.returncode == failures.NO_CONNECTION
    assert "creatio: " in done.stderr
    assert "hidden-word" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ([], "Usage: creatio"),
        (["--quiet"], "give one statement"),
        (["query", "SELECT", "Name"], "unexpected extra argument (Name)"),
        (["SELECT 1", "--format", "xml"], "'xml' is not one of 'table', 'csv'"),
        (["SELECT 1", "--pasword", "hidden-word"], "no such option"),
        (["SELECT 1", "--pasword=hidden-word"], "no such option"),
        (["SELECT 1", "--user", "Supervisor"], "give --url too"),
        (["SELECT 1", "--url", "crm.example.com"], "give --user, or set CREATIO_USER"),
        (["SELECT 1", "--url", "sandbx"], 'did you mean "sandbox"?'),
        (["SELECT 1", "--url", "crm.example.com", "--user", "u"], "set CREATIO_PASSWORD"),
        (["SELECT 1", "--url", "http://crm.example.com", "--option", "token=x"], "or --option allow_http=true"),
        (["login", "http://crm.example.com", "--user", "u"], "or --allow-http"),
        (["SELECT 1", "--option", "timeout"], "NAME=VALUE"),
        (["SELECT 1", "--option", "password=hidden-word"], "there is --password for that"),
    ],
)
def test_wrong_usage(words: list[str], advice: str, environment: dict[str, str]) -> None:
    done = creatio(*words, environment=environment)
    assert (done.returncode, done.stdout) == (failures.WRONG_USAGE, "")
    assert advice in done.stderr
    assert "hidden-word" not in done.stderr


def test_an_unknown_option_of_connect(environment: dict[str, str]) -> None:
    done = creatio("SELECT 1", "--option", "timeot=1", environment=environment)
    assert done.returncode == failures.WRONG_USAGE
    assert 'there is no option "timeot"; did you mean "timeout"' in done.stderr


def test_options_reach_the_connection(environment: dict[str, str]) -> None:
    insert = "INSERT INTO Contact (Name) VALUES ('x')"
    done = creatio(insert, "--option", "read_only=true", environment=environment)
    assert done.returncode == failures.FAILED
    assert "read-only" in done.stderr


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["tabels"], '"tabels" is neither a command nor a statement; did you mean "tables"?'),
        (["SELECT", "1"], 'a statement stands in quotes: creatio "SELECT …"'),
        (["report.sql"], "--file report.sql reads one from a file"),
    ],
)
def test_what_is_no_statement_gets_a_hint(words: list[str], hint: str, environment: dict[str, str]) -> None:
    done = creatio(*words, environment=environment)
    assert (done.returncode, done.stdout) == (failures.WRONG_USAGE, "")
    assert hint in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "start"),
    [
        (["n.parquet"], b"PAR1"),
        (["n.csv"], b"n\n1\n"),
        (["n.jsonl"], b'{"n": 1}'),
        (["n.md"], b"| n |"),
        (["n.txt"], b"n\n"),
        (["n.csv", "--format", "json"], b"["),
    ],
)
def test_a_file_has_the_format_of_its_name(
    words: list[str], start: bytes, environment: dict[str, str], tmp_path: Path
) -> None:
    done = creatio("SELECT 1 AS n", "--output", *words, environment=environment, directory=tmp_path)
    assert done.returncode == 0
    assert (tmp_path / words[0]).read_bytes().startswith(start)


def test_a_file_in_a_folder_that_is_not_there(sandbox: Sandbox, environment: dict[str, str], tmp_path: Path) -> None:
    words = (*at(sandbox), "SELECT Name FROM Contact", "--output", "nowhere/n.csv")
    done = creatio(*words, environment=environment, directory=tmp_path)
    place = Path("nowhere/n.csv")
    assert sandbox.requests == []
    assert (done.returncode, done.stdout) == (failures.FAILED, "")
    assert done.stderr.startswith(f"creatio: {place} cannot be written: there is no folder nowhere; make it first")
    assert not (tmp_path / "nowhere").exists()


def test_help_and_version(environment: dict[str, str]) -> None:
    assert "CREATIO_PASSWORD" in creatio("--help", environment=environment).stdout
    assert creatio("--version", environment=environment).stdout.startswith("creatio-dbapi ")


# -- creatio tables and creatio describe -----------------------------------------------------------------------


def test_tables_whose_names_have_a_part(place: dict[str, str]) -> None:
    done = creatio("tables", "casest", environment=place)
    assert [line.split()[0] for line in done.stdout.splitlines()[2:]] == ["CaseStatus"]
    assert done.stderr.startswith("1 table of ")


@pytest.mark.parametrize(
    ("pattern", "near"), [("contat", '; did you mean "Contact"'), ("Contat*", '; did you mean "Contact"'), ("qqq", "")]
)
def test_a_pattern_that_no_table_fits(pattern: str, near: str, place: dict[str, str]) -> None:
    done = creatio("tables", pattern, environment=place)
    assert (done.returncode, done.stdout) == (0, "")
    assert f'has a name like "{pattern}"{near}' in done.stderr
    assert ("did you mean" in done.stderr) == bool(near)
    done = creatio("tables", pattern, "--format", "csv", environment=place)
    assert (done.returncode, done.stdout) == (0, "table,columns,key\n")


def test_a_table_is_described(place: dict[str, str]) -> None:
    done = creatio("describe", "contact", "--format", "jsonl", environment=place)
    columns = {column.pop("column"): column for column in map(json.loads, done.stdout.splitlines())}
    assert columns["Id"] == {"type": "UUID", "null": "not null", "what": "key"}
    assert columns["Name"] == {"type": "VARCHAR", "null": "not null", "what": ""}
    assert columns["AccountId"] == {"type": "UUID", "null": "", "what": "→ Account"}


# -- creatio sandbox -----------------------------------------------------------------------------------------


def test_the_command_serves_a_sandbox(environment: dict[str, str]) -> None:
    words = [sys.executable, "-m", "creatio_dbapi", "sandbox", "--port", "0", "--contacts", "60"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as process:  # noqa: S603 - words of our own
        assert process.stdout
        said = process.stdout.readline().split()
        url, user, password = (said[said.index(name) + 1] for name in ("sandbox:", "user:", "password:"))
        place = ["--url", url, "--user", user, "--password", password]
        done = creatio(*place, "SELECT count(*) AS n FROM Contact", "--format=csv", environment=environment)
        process.terminate()
        assert done.stdout == "n\n60\n"
        assert process.wait(30) == 0


def test_a_port_that_is_taken_is_one_sentence(small: Sandbox, environment: dict[str, str]) -> None:
    done = creatio("sandbox", "--port", str(small.port), environment=environment)
    assert done.returncode == failures.FAILED
    assert done.stderr == f"creatio: port {small.port} is in use; --port 0 takes any that is free\n"


def test_a_port_that_is_none(environment: dict[str, str]) -> None:
    done = creatio("sandbox", "--port", "99999", environment=environment)
    assert done.returncode == failures.WRONG_USAGE
    assert "creatio sandbox: error: argument --port: a port is a number from 0 to 65535, not '99999'" in done.stderr


# -- the pieces ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("高橋", 4), ("é", 1), ("e\u0301", 1), ("👍🏽", 2), ("❤\ufe0f", 2), ("🇺🇦", 2), ("한글", 4)],
)
def test_the_width_of_a_text(text: str, width: int) -> None:
    assert display_width(text) == width


@pytest.mark.parametrize("width", range(1, 12))
def test_a_cut_text_is_never_wider_than_asked(width: int) -> None:
    for text in ("Supervisor", "高橋大輔高橋大輔", "e\u0301" * 12, "👩‍💻👍🏽🇺🇦"):
        assert display_width(cut(text, width)) <= width


def test_columns_share_a_narrow_terminal() -> None:
    assert fitted([3, 4], 80) == [3, 4]
    assert sum(fitted([30, 5, 60], 60)) + 6 == 60
    assert min(fitted([50] * 40, 80)) == 6  # beyond this a line is wider than the terminal, but readable
