"""EXPLAIN as a value: a tree on a terminal, HTML in a notebook."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from creatio_dbapi.connection import Connection
from creatio_dbapi.parse import Parameters

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a plan: which part it is (`remote`, `local`, `send` …), its text, and what is told about it."""

    part: str
    text: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a statement is answered; `str()` is a tree, and notebooks show it as HTML."""

    statement: str
    analyzed: bool
    steps: tuple[Step, ...]

    def __str__(self) -> str:
        return "\n".join(tree_lines(self))

    def _repr_html_(self) -> str:
        return as_html(self)


def explain(
    connection: Connection, sql: str, parameters: Parameters | None = None, *, analyze: bool = False
) -> Explanation:
    """Return the plan of a statement; with `analyze`, run a query and tell what each read took.

    A write is never carried out: with `analyze`, its rows are looked for and counted. Raises what `execute` raises.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {'ANALYZE ' if analyze else ''}{sql}", parameters)
        return Explanation(sql, analyze, steps_of(cursor))


def steps_of(lines: Iterable[tuple[str | None, str | None]]) -> tuple[Step, ...]:
    """Group the rows of EXPLAIN, (part, plan), into steps: a row without a part tells more of the step before it.

    >>> steps_of([("remote", "Contact"), ("", "rows: 3"), ("local", "-")])
    (Step(part='remote', text='Contact', details=('rows: 3',)), Step(part='local', text='-', details=()))
    """
    grouped: list[tuple[str, str, list[str]]] = []
    for part, text in lines:
        if part or not grouped:
            grouped.append((part or "", text or "", []))
        else:
            grouped[-1][2].append(text or "")
    return tuple(Step(part, text, tuple(details)) for part, text, details in grouped)


def tree_lines(explanation: Explanation) -> Iterator[str]:
    """Draw a plan as a tree, a line for each step and each thing told of it."""
    yield printable(" ".join(explanation.statement.split()))
    for step, branch, trunk in branches(explanation.steps):
        yield f"{branch} {step.part:<6} {printable(step.text)}"
        for detail, twig, _ in branches(step.details):
            yield f"{trunk}        {twig} {printable(detail)}"


def branches(items: tuple[Item, ...]) -> Iterator[tuple[Item, str, str]]:
    """Give items with what is drawn before each: its branch, and the trunk beside what is below it."""
    for number, item in enumerate(items, 1):
        last = number == len(items)
        yield item, "╰─" if last else "├─", "  " if last else "│ "


def printable(text: str) -> str:
    """Write characters that would steer a terminal as Python writes them.

    >>> printable("red: \\x1b[31m")
    'red: \\\\x1b[31m'
    """
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in text)


# -- HTML ----------------------------------------------------------------------------------------------------

_COLOURS = {"exact": "#2e7d32", "superset": "#b26a00", "local": "#ad1457", "took": "#1565c0"}
_STYLE = "font-family:monospace;font-size:90%;line-height:1.5;overflow-x:auto"


def as_html(explanation: Explanation) -> str:
    """Write a plan as HTML without scripts; every text in it is escaped."""
    statement = html.escape(printable(" ".join(explanation.statement.split())))
    kind = "EXPLAIN ANALYZE" if explanation.analyzed else "EXPLAIN"
    steps = "".join(map(_step_html, explanation.steps))
    return (
        f'<div class="creatio-explain" style="{_STYLE}"><div><b>{kind}</b> {statement}</div>'
        f'<ul style="list-style:none;margin:0;padding-left:1em">{steps}</ul></div>'
    )


def _step_html(step: Step) -> str:
    details = "".join(f"<li>{_detail_html(detail)}</li>" for detail in step.details)
    below = f'<ul style="margin:0;padding-left:2em">{details}</ul>' if details else ""
    return f"<li><b>{html.escape(step.part)}</b> {html.escape(printable(step.text))}{below}</li>"


def _detail_html(detail: str) -> str:
    word, colon, rest = detail.partition(":")
    colour = _COLOURS.get(word)
    if not colon or colour is None:
        return html.escape(printable(detail))
    return f'<span style="color:{colour}">{word}</span>:{html.escape(printable(rest))}'
