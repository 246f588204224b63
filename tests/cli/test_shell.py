"""The shell in a real terminal: editing, completion, history, commands, Ctrl-C, and what a screen can show."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from creatio_dbapi.cli.failures import FAILED, INTERRUPTED
from creatio_dbapi.sandbox import Sandbox
from tests.cli.terminal import Terminal, picture
from tests.fix_command import creatio, instance

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
PROMPT = "127.0.0.1>"


@pytest.fixture(scope="module")
def slow() -> Iterator[Sandbox]:
    """A sandbox for tests that make it slow."""
    with Sandbox(contacts=60) as sandbox:
        yield sandbox


@pytest.fixture
def shell(place: dict[str, str]) -> Iterator[Terminal]:
    """A shell at its first prompt."""
    with Terminal("shell", environment=place) as terminal:
        terminal.wait_for(PROMPT)
        yield terminal


def run(terminal: Terminal, text: str, *wanted: str) -> str:
    """Clear the screen, type a line, and wait for what it is to show and the next prompt."""
    terminal.screen.reset()
    terminal.send(f"{text}\r")
    return terminal.wait_for(*wanted)


# -- typing --------------------------------------------------------------------------------------------------


def test_a_statement_of_several_lines(shell: Terminal) -> None:
    shell.send("SELECT count(*) AS contacts\r")
    shell.wait_for("->")
    shell.send("FROM Contact;\r")
    assert "60" in shell.wait_for("1 row, ")


def test_an_empty_line_ends_a_statement_too(shell: Terminal) -> None:
    shell.send("SELECT 40 + 2 AS answer\r")
    shell.wait_for("->")
    shell.send("\r")
    shell.wait_for("42", "1 row, ")


def test_a_semicolon_in_a_text_ends_nothing(shell: Terminal) -> None:
    shell.send("SELECT 'a;\r")
    shell.wait_for("->")
    shell.send("b' AS text; SELECT 2 AS two;\r")
    shell.wait_for("a;↵b", "two")


def test_tables_are_completed_after_from_and_columns_elsewhere(shell: Terminal) -> None:
    shell.send("SELECT  FROM Conta")
    shell.send("\t")
    shell.wait_for("ContactAddress", "table, ")
    shell.send("\x07")  # Ctrl-G puts the menu away
    shell.send("ct" + "\x1b[D" * len(" FROM Contact") + "JobT")
    shell.send("\t")
    shell.wait_for("SELECT JobTitle FROM Contact")


def test_the_columns_of_an_alias(shell: Terminal) -> None:
    shell.send("SELECT s.StatusC FROM CaseStatus AS s" + "\x1b[D" * len(" FROM CaseStatus AS s"))
    shell.send("\t")
    shell.wait_for("SELECT s.StatusColor FROM CaseStatus AS s")


def test_commands_are_completed(shell: Terminal) -> None:
    shell.send("\\tim")
    shell.send("\t")
    shell.wait_for("\\timing")


def test_ctrl_c_drops_what_was_typed_and_ctrl_d_leaves(shell: Terminal) -> None:
    shell.send("SELECT nonsense\x03")
    shell.wait_for("nonsense")
    run(shell, "SELECT 1 AS one;", "one", "1 row, ")
    shell.send("\x04")
    assert shell.wait_for_end() == 0


def test_the_history_is_kept_for_the_user_alone(place: dict[str, str]) -> None:
    with Terminal("shell", environment=place) as first:
        first.wait_for(PROMPT)
        run(first, "SELECT 'kept' AS word;", "1 row, ")
        run(first, " SELECT 'not kept' AS word;", "1 row, ")
        first.send("\\q\r")
        assert first.wait_for_end() == 0
    file = Path(place["XDG_STATE_HOME"]) / "creatio_dbapi" / "history"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "not kept" not in file.read_text(encoding="utf-8")
    assert place["CREATIO_PASSWORD"] not in file.read_text(encoding="utf-8")
    with Terminal("shell", environment=place) as second:
        second.wait_for(PROMPT)
        second.send("\x1b[A\x1b[A")  # the line before the last one, which was \q
        second.wait_for("SELECT 'kept' AS word;")


def test_a_history_that_cannot_be_kept_is_told(place: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with Terminal("shell", environment=place | {"XDG_STATE_HOME": str(tmp_path / "file")}) as shell:
        shell.wait_for("the history is not kept", PROMPT)


# -- commands ------------------------------------------------------------------------------------------------


def test_tables_and_columns(shell: Terminal) -> None:
    assert "CaseStatus" in run(shell, "\\d CaseSt*", "1 table of ")
    run(shell, "\\d casestatus", "StatusColor", "VARCHAR")
    run(shell, "\\d Contcat", 'did you mean "Contact"')


def test_explain_is_a_tree(shell: Terminal) -> None:
    run(shell, "SELECT Name FROM Contact WHERE Age > 40 AND lower(Name) LIKE '%a%' LIMIT 1;", "1 row, ")
    screen = run(shell, "\\explain", "╰─ total")
    assert "├─ remote Contact?$select=" in screen
    assert "exact: Age > 40" in screen
    assert "took: " in screen
    run(shell, "\\explain SELECT count(*) FROM Case", "$count=true")


def test_costs_in_full(shell: Terminal) -> None:
    run(shell, "\\timing", "in full")
    assert re.search(
        r"1 row, \d requests?, [\d,]+ bytes and 1 row received",
        run(shell, "SELECT Id FROM Contact LIMIT 1;", "received"),
    )
    run(shell, "\\timing off", "in short")


def test_records_below_each_other(shell: Terminal) -> None:
    run(shell, "\\x", "below")
    run(shell, "SELECT 1 AS one, 2 AS two;", "─ row 1 ─", "one │ 1")


def test_another_format(shell: Terminal) -> None:
    run(shell, "\\format xml", "is one of table, csv")
    run(shell, "\\format csv", PROMPT)
    run(shell, "SELECT 1 AS one, '' AS empty, NULL AS missing;", '1,"",')


def test_the_sandbox_and_back(shell: Terminal) -> None:
    run(shell, "\\sandbox", "Asking sandbox.")
    run(shell, "SELECT count(*) FROM Contact;", "2000", "sandbox>")
    run(shell, "\\sandbox", PROMPT)
    run(shell, "SELECT count(*) FROM Contact;", "60")


def test_help_and_unknown_commands(shell: Terminal) -> None:
    run(shell, "\\?", "\\d [NAME]", "\\timing", "\\sandbox", "\\q")
    run(shell, "\\nope", "there is no command \\nope")


@pytest.mark.parametrize("word", ["\\q", "exit", "quit;"])
def test_ways_to_leave(shell: Terminal, word: str) -> None:
    shell.send(f"{word}\r")
    assert shell.wait_for_end() == 0


def test_a_command_in_the_middle_of_a_statement(shell: Terminal) -> None:
    run(shell, "help", "\\timing")
    run(shell, "SELECT nonsense", "->")
    run(shell, "\\timing", "unfinished statement is dropped", "in full", PROMPT)
    run(shell, "SELECT '", "->")
    run(shell, "\\q' AS text;", "↵\\q", "1 row, ")


# -- what goes wrong -----------------------------------------------------------------------------------------


def test_an_error_is_one_sentence_and_the_shell_goes_on(shell: Terminal) -> None:
    screen = run(shell, "SELECT Nam FROM Contact;", 'did you mean "Name"')
    assert "Traceback" not in screen
    run(shell, "SELECT 7 AS seven;", "seven", "1 row, ")


def test_ctrl_c_stops_a_statement_and_not_the_shell(slow: Sandbox, environment: dict[str, str]) -> None:
    with Terminal("shell", environment=environment | instance(slow)) as shell:
        shell.wait_for(PROMPT)
        run(shell, "SELECT count(*) AS contacts FROM Contact;", "60")
        slow.delay_next(milliseconds=120_000, path="Contact?")
        shell.screen.reset()
        shell.send("SELECT Name FROM Contact ORDER BY Name;\r")
        shell.wait_for("gone")  # the progress bar: the statement runs
        shell.send("\x03")
        shell.wait_for("cancelled", PROMPT, gone="gone")
        run(shell, "SELECT count(*) AS contacts FROM Contact;", "60")


def test_ctrl_c_ends_a_single_statement(slow: Sandbox, environment: dict[str, str]) -> None:
    slow.delay_next(milliseconds=120_000, path="Contact?")
    with Terminal("SELECT Name FROM Contact", environment=environment | instance(slow)) as terminal:
        terminal.wait_for("gone")
        terminal.send("\x03")
        assert terminal.wait_for_end() == INTERRUPTED
        assert "Traceback" not in terminal.raw


def test_without_the_extra_one_line_says_so(place: dict[str, str]) -> None:
    hidden = "import sys; sys.modules['prompt_toolkit'] = None\n"
    hidden += "from creatio_dbapi.command import main; sys.exit(main(['shell']))"
    done = subprocess.run(  # noqa: S603 - words of our own
        [sys.executable, "-c", hidden], capture_output=True, encoding="utf-8", timeout=60, env=place, check=False
    )
    assert done.returncode == FAILED
    assert done.stderr == 'creatio: creatio shell needs prompt_toolkit: pip install "creatio-dbapi[cli]"\n'


# -- scripts -------------------------------------------------------------------------------------------------


def test_a_script_runs_to_its_end(place: dict[str, str]) -> None:
    script = "SELECT 1 AS a;\n\\format csv\nSELECT ';' AS b, '' AS c; -- the last\nSELECT 3 AS d"
    done = creatio("shell", stdin=script, environment=place)
    assert (done.returncode, done.stdout, done.stderr) == (0, 'a\n─\n1\nb,c\n;,""\nd\n3\n', "")


def test_a_script_stops_at_the_first_error(place: dict[str, str]) -> None:
    done = creatio("shell", stdin="SELECT 1 AS a; SELECT x FROM Contact; SELECT 3 AS d;", environment=place)
    assert (done.returncode, done.stdout) == (FAILED, "a\n─\n1\n")
    assert done.stderr == 'creatio: column "x" not found in table "Contact"\n'


# -- screens -------------------------------------------------------------------------------------------------

_COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-7]|9[0-7]|38|2)(?:;\d+)*m")


@pytest.mark.parametrize("plain", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colours_where_they_are_not_wanted(plain: dict[str, str], place: dict[str, str]) -> None:
    with Terminal("shell", environment=place | plain) as shell:
        shell.wait_for(PROMPT)
        run(shell, "SELECT NULL AS a, 'b' AS c;", "1 row, ")
        run(shell, "SELECT nonsense;", "not found")
        assert not _COLOUR.search(shell.raw)


def test_colours_on_a_terminal_and_none_in_a_pipe(place: dict[str, str]) -> None:
    with Terminal("SELECT NULL AS a", environment=place) as terminal:
        assert terminal.wait_for_end() == 0
        assert _COLOUR.search(terminal.raw)
    assert "\x1b" not in creatio("SELECT NULL AS a", environment=place).stdout


def test_wide_characters_stay_in_their_columns(place: dict[str, str]) -> None:
    rows = " UNION ALL ".join(f"SELECT {number} AS n, '{text}' AS name, 'x' AS mark" for number, text in enumerate(
        ["Привіт", "高橋 大輔", "👍", "한글", "e\u0301a", "plain"]))  # fmt: skip
    with Terminal(f"SELECT * FROM ({rows}) AS r ORDER BY n", environment=place) as terminal:
        assert terminal.wait_for_end() == 0
        bars = []
        for row in range(8):
            cells = terminal.screen.buffer[row]
            bars.append([column for column in range(40) if cells[column].data in ("│", "┼")])
        assert len({tuple(each) for each in bars}) == 1, terminal.text


def test_a_table_is_cut_to_the_terminal(place: dict[str, str]) -> None:
    sql = "SELECT repeat('long ', 60) AS a, repeat('text ', 60) AS b, NULL AS c"
    with Terminal(sql, environment=place, columns=50) as terminal:
        assert terminal.wait_for_end() == 0
        lines = terminal.text.splitlines()
        assert "…" in lines[2]
        assert lines[2].endswith("NULL")
        assert lines[3].startswith("1 row, ")


def test_more_columns_than_fit_stand_below_each_other(place: dict[str, str]) -> None:
    with Terminal("SELECT * FROM Contact LIMIT 1", environment=place, columns=60, rows=80) as terminal:
        assert terminal.wait_for_end() == 0
        assert terminal.text.startswith("─ row 1 ─")
        assert re.search(r"^JobTitle +│ ", terminal.text, re.MULTILINE)


def test_ten_megabytes_in_a_cell(place: dict[str, str]) -> None:
    with Terminal("SELECT repeat('ж', 5000000) AS much, 1 AS n", environment=place, columns=60) as terminal:
        assert terminal.wait_for_end() == 0
        assert len(terminal.raw) < 1_000
        assert "…" in terminal.text


def test_a_terminal_that_is_not_utf_8(place: dict[str, str]) -> None:
    sql = "SELECT 'Käse' AS food, 'жаба' AS animal, 'a\nb' AS lines"
    with Terminal(sql, environment=place | {"PYTHONIOENCODING": "ascii"}) as terminal:
        assert terminal.wait_for_end() == 0
        assert terminal.text.splitlines()[:3] == [
            "food | animal | lines",
            "-----+--------+------",
            "K?se | ????   | a$b",
        ]


def test_bytes_are_base64(place: dict[str, str]) -> None:
    done = creatio("SELECT '\\x00\\xff'::BLOB AS bytes", "--format", "csv", environment=place)
    assert (done.stdout, done.stderr.count("\n")) == ("bytes\nAP8=\n", 1)


def test_a_bar_comes_after_a_second_and_goes(slow: Sandbox, environment: dict[str, str]) -> None:
    slow.delay_next(milliseconds=4_000, path="Contact?")
    with Terminal("SELECT count(Name) AS n FROM Contact", environment=environment | instance(slow)) as terminal:
        terminal.wait_for("reading", "rows, ", "gone")
        terminal.wait_for("60", "1 row, ", gone="gone")
        assert terminal.wait_for_end() == 0


def test_no_bar_where_output_is_piped(slow: Sandbox, environment: dict[str, str]) -> None:
    slow.delay_next(milliseconds=3_000, path="Contact?")
    done = creatio("SELECT count(Name) AS n FROM Contact", "--format=csv", environment=environment | instance(slow))
    assert (done.stdout, len(done.stderr.splitlines())) == ("n\n60\n", 1)


# -- pictures ------------------------------------------------------------------------------------------------


def test_the_picture_of_the_shell_is_what_it_shows(environment: dict[str, str]) -> None:
    """`UPDATE_PICTURES=1` writes it anew."""
    with Terminal("shell", environment=environment, columns=100, rows=36) as shell:
        shell.wait_for("sandbox>")
        shell.send("SELECT s.Name AS status, count(*) AS cases, min(c.RegisteredOn) AS oldest\r")
        shell.wait_for("->")
        shell.send("FROM Case c JOIN CaseStatus s ON s.Id = c.StatusId\r")
        shell.send("WHERE c.RegisteredOn >= '2026-01-01' AND c.Subject <> ''\r")
        shell.send("GROUP BY s.Name ORDER BY cases DESC LIMIT 4;\r")
        shell.wait_for("\n4 rows, ", gone="gone")
        shell.send("\\explain\r")
        shell.wait_for("╰─ total", "seconds\nsandbox>")
        shell.send("SELECT Name, Email FROM Contact WHERE Ci\t")
        shell.wait_for("CityId", "Contact: UUID")
        drawn = picture(shell, "creatio shell")
    path = PICTURES / "shell.svg"
    if os.environ.get("UPDATE_PICTURES"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(drawn, encoding="utf-8")
    assert words_of(path.read_text(encoding="utf-8")) == words_of(drawn)


def words_of(svg: str) -> set[str]:
    """Return the words of a picture, without figures, which differ from run to run."""
    text = re.sub(r"<style>.*?</style>|<[^>]*>", " ", svg, flags=re.DOTALL)
    return {word for word in text.replace("&#160;", " ").split() if word.isalpha()}
