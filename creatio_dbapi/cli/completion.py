"""What can stand at a place of a statement that is being typed: tables, columns, keywords."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from creatio_dbapi.catalog import Table
from creatio_dbapi.cli.values import sql_type
from creatio_dbapi.cli.words import Word, expects_table, named_tables, statement_around, unquoted, words_of

_KEYWORDS = """
    SELECT FROM WHERE GROUP BY ORDER HAVING LIMIT OFFSET JOIN LEFT INNER ON AS AND OR NOT IN IS NULL LIKE BETWEEN EXISTS
    DISTINCT CASE WHEN THEN ELSE END UNION ALL WITH INSERT INTO VALUES UPDATE SET DELETE RETURNING MERGE EXPLAIN ANALYZE
    ASC DESC count sum avg min max lower upper length coalesce CAST date_trunc extract
"""
KEYWORDS = tuple(_KEYWORDS.split())


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text that can replace the word being typed, which begins at `start`; `about` says what it is."""

    text: str
    start: int
    about: str


def suggestions(text: str, place: int, catalog: Mapping[str, Table]) -> list[Suggestion]:
    """Return what can stand at a place: tables after FROM, else columns of the tables named, and keywords.

    Names that begin with what was typed come first, then those that contain it.
    """
    offset, statement = statement_around(text, place)
    words = words_of(statement)
    before = [word for word in words if word.end <= place - offset]
    inside = _word_at(words, place - offset)
    if inside is not None and inside.kind not in ("name", "quoted"):
        return []
    if inside is not None and inside in before:
        before.remove(inside)
    start = place if inside is None else offset + inside.start
    typed = "" if inside is None else unquoted(statement[inside.start : place - offset])
    found = _candidates(before, words, catalog, typed)
    fitting = [(rank, name, about) for name, about in found if (rank := _rank(typed, name)) is not None]
    return [Suggestion(name, start, about) for _, name, about in sorted(fitting, key=lambda each: each[0])]


def _word_at(words: list[Word], place: int) -> Word | None:
    """Return the word that is being typed: it reaches the place, and is no mark."""
    for word in words:
        if word.start < place <= word.end and word.kind != "mark":
            return word
    return None


def _candidates(
    before: list[Word], words: list[Word], catalog: Mapping[str, Table], typed: str
) -> Iterator[tuple[str, str]]:
    if expects_table(before):
        yield from ((name, f"table, {len(catalog[name].columns)} columns") for name in sorted(catalog))
        return
    tables = _known(named_tables(words), catalog)
    if len(before) >= 2 and before[-1].text == ".":
        owner = tables.get(unquoted(before[-2].text).lower())
        yield from () if owner is None else _columns([owner])
        return
    yield from _columns({table.name: table for table in tables.values()}.values())
    if typed or not tables:
        yield from ((word, "keyword") for word in KEYWORDS)


def _known(named: Mapping[str, str], catalog: Mapping[str, Table]) -> dict[str, Table]:
    lower = {name.lower(): name for name in catalog}
    return {alias: catalog[lower[name.lower()]] for alias, name in named.items() if name.lower() in lower}


def _columns(tables: Iterable[Table]) -> Iterator[tuple[str, str]]:
    given: set[str] = set()
    for table in tables:
        for column in table.columns:
            if column.name not in given:
                given.add(column.name)
                yield column.name, f"{table.name}: {sql_type(column)}"


def _rank(typed: str, name: str) -> int | None:
    if name.lower().startswith(typed.lower()):
        return 0
    return 1 if typed.lower() in name.lower() else None
