"""EXPLAIN as a value: a tree for terminals, HTML for notebooks, and nothing in it that steers either."""

from __future__ import annotations

import html
from html.parser import HTMLParser

import pytest

import creatio_dbapi
from creatio_dbapi import Connection, Explanation, ProgrammingError
from creatio_dbapi.sandbox import Sandbox
from tests.fix_sandbox import asked
from tests.hostile import TEXTS

QUERY = "SELECT Name FROM Contact WHERE Age > ? AND lower(Email) LIKE '%a%' AND length(Name) > 3"


class Tags(HTMLParser):
    """Collects the tags of HTML that are not closed, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(document: str) -> Tags:
    tags = Tags()
    tags.feed(document)
    tags.close()
    assert tags.open == []
    return tags


def test_a_plan_is_steps_with_details(demo_connection: Connection) -> None:
    plan = creatio_dbapi.explain(demo_connection, QUERY, [40])
    assert isinstance(plan, Explanation)
    assert not plan.analyzed
    assert [step.part for step in plan.steps] == ["remote", "local", "cost"]
    assert plan.steps[0].text.startswith("Contact?$select=")
    assert "exact: Age > 40" in plan.steps[0].details


def test_nothing_is_sent_but_with_analyze(sandbox: Sandbox, connection: Connection) -> None:
    creatio_dbapi.explain(connection, "SELECT Name FROM Contact WHERE Age > 40")
    assert asked(sandbox) == []
    plan = creatio_dbapi.explain(connection, "SELECT Name FROM Contact WHERE Age > 40", analyze=True)
    assert len(asked(sandbox)) == 1
    assert plan.steps[-1].part == "total"
    assert any(detail.startswith("took: 1 request") for detail in plan.steps[0].details)


def test_the_tree(demo_connection: Connection) -> None:
    lines = str(creatio_dbapi.explain(demo_connection, QUERY, [40])).splitlines()
    assert lines[0] == QUERY
    assert lines[1].startswith("├─ remote Contact?")
    assert any(line.startswith("│         ├─ exact: Age > 40") for line in lines)
    assert lines[-1].startswith("╰─ cost ")


def test_a_write_is_not_carried_out(sandbox: Sandbox, connection: Connection) -> None:
    plan = creatio_dbapi.explain(connection, "UPDATE Contact SET Name = 'x' WHERE Age > 40", analyze=True)
    assert {"send", "found"} <= {step.part for step in plan.steps}
    assert not [request for request in asked(sandbox) if not request.startswith("GET ")]


def test_a_wrong_statement_raises(demo_connection: Connection) -> None:
    with pytest.raises(ProgrammingError, match='did you mean "Name"'):
        creatio_dbapi.explain(demo_connection, "SELECT Nam FROM Contact")


@pytest.mark.parametrize(
    "text", [*TEXTS, "<script>alert(1)</script>", "</div>", "<!--", "&lt;", "\x1b[31mred"], ids=ascii
)
def test_hostile_values_are_text(text: str, demo_connection: Connection) -> None:
    plan = creatio_dbapi.explain(demo_connection, "SELECT Name FROM Contact WHERE Name = ? AND Dear <> ?", [text, text])
    tags = read(plan._repr_html_())
    assert tags.seen == {"div", "b", "ul", "li", "span"}
    shown = "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in text)
    assert shown.replace("'", "''") in tags.text
    assert all(line.isprintable() for line in str(plan).splitlines())


def test_html_shows_what_the_tree_shows(demo_connection: Connection) -> None:
    plan = creatio_dbapi.explain(demo_connection, QUERY, [40])
    document = plan._repr_html_()
    assert read(document).text.startswith(f"EXPLAIN {QUERY}")
    for step in plan.steps:
        assert html.escape(step.text) in document
