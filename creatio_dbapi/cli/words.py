"""SQL as it is being typed: its words, where statements end, and which tables are named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pygments.lexers.sql import PostgresLexer
from pygments.token import Comment, Literal, Punctuation, String, Whitespace

_LEXER = PostgresLexer(stripnl=False, stripall=False, ensurenl=False)
_INTRODUCES_TABLE = frozenset({"FROM", "JOIN", "INTO", "UPDATE", "USING"})
_CLAUSES = """
    ON WHERE GROUP ORDER HAVING LIMIT OFFSET FETCH UNION EXCEPT INTERSECT JOIN INNER LEFT RIGHT FULL CROSS NATURAL SET
    VALUES RETURNING USING AS WHEN SELECT QUALIFY WINDOW DEFAULT TABLESAMPLE
"""
_AFTER_TABLE = frozenset(_CLAUSES.split())
_QUOTES = {'"': '"', "[": "]", "`": "`"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of a statement and its place; `kind` is name, text, mark or other (a literal)."""

    text: str
    start: int
    kind: str

    @property
    def end(self) -> int:
        """The place after the word."""
        return self.start + len(self.text)

    @property
    def upper(self) -> str:
        """The word as a keyword, empty where it cannot be one."""
        return self.text.upper() if self.kind == "name" else ""


def words_of(text: str) -> list[Word]:
    """Read the words of SQL that need not be finished; white space and comments are left out."""
    return list(_joined(_raw_words(text)))


def _raw_words(text: str) -> Iterator[Word]:
    for start, token, value in _LEXER.get_tokens_unprocessed(text):  # type: ignore[no-untyped-call]
        if token in Whitespace or token in Comment or not value.strip():
            continue
        if token in String.Name:
            yield Word(value, start, "quoted")
        elif token in String or token in Literal:
            yield Word(value, start, "text" if token in String else "other")
        elif token in Punctuation or not (value[0].isalnum() or value[0] == "_"):
            yield Word(value, start, "mark")
        else:
            yield Word(value, start, "name")


def _joined(words: Iterator[Word]) -> Iterator[Word]:
    """Join the pieces that a lexer gives of one quoted text or name."""
    last: Word | None = None
    for word in words:
        touching = last is not None and last.kind == word.kind and last.end == word.start
        if last is not None and touching and word.kind in ("text", "quoted", "name"):
            last = Word(last.text + word.text, last.start, last.kind)
            continue
        if last is not None:
            yield last
        last = word
    if last is not None:
        yield last


def split_statements(text: str) -> list[str]:
    """Cut SQL at its semicolons; the last statement may lack one.

    >>> split_statements("SELECT ';' ; SELECT 2 -- ;")
    ["SELECT ';' ", ' SELECT 2 -- ;']
    """
    statements, start = [], 0
    for word in words_of(text):
        if word.text == ";" and word.kind == "mark":
            statements.append(text[start : word.start])
            start = word.end
    statements.append(text[start:])
    return [statement for statement in statements if words_of(statement)]


def split_script(text: str) -> list[str]:
    """Cut a script into statements and commands; a command is a line of its own that begins with a backslash.

    >>> split_script("SELECT 1; SELECT\\n2;\\n\\\\d Case\\nSELECT 3")
    ['SELECT 1', ' SELECT\\n2', '\\\\d Case', 'SELECT 3']
    """
    parts: list[str] = []
    open_text = ""
    for line in text.splitlines(keepends=True):
        if line.lstrip().startswith("\\") and (not words_of(open_text) or ends_statement(open_text)):
            parts += [*split_statements(open_text), line.strip()]
            open_text = ""
        else:
            open_text += line
    return [*parts, *split_statements(open_text)]


_SAID_PLAINLY = {"help": "\\?", "exit": "\\q", "quit": "\\q"}


def split_command(text: str) -> tuple[str, str]:
    """Cut off the command that a text is, or that its last line is; `help`, `exit` and `quit` are commands as well.

    >>> split_command("\\\\d Case"), split_command("SELECT 1\\n\\\\q"), split_command("Exit")
    (('', '\\\\d Case'), ('SELECT 1\\n', '\\\\q'), ('', '\\\\q'))
    """
    plain = _SAID_PLAINLY.get(text.strip().rstrip(";").lower())
    if plain or text.lstrip().startswith("\\"):
        return "", plain or text.strip()
    start = text.rfind("\n") + 1
    last = text[start:].strip()
    if not last.startswith("\\") or any(word.start < start < word.end for word in words_of(text)):
        return text, ""
    return text[:start], last


def ends_statement(text: str) -> bool:
    """Say whether the last word is a semicolon."""
    words = words_of(text)
    return bool(words) and words[-1].text == ";" and words[-1].kind == "mark"


def statement_around(text: str, place: int) -> tuple[int, str]:
    """Return the statement that a place is in, and where it starts."""
    start, end = 0, len(text)
    for word in words_of(text):
        if word.text == ";" and word.kind == "mark":
            if word.end <= place:
                start = word.end
            elif word.start >= place:
                end = word.start
                break
    return start, text[start:end]


def named_tables(words: list[Word]) -> dict[str, str]:
    """Return the tables that a statement names, by what its columns are addressed with, in lower case."""
    found: dict[str, str] = {}
    for place, word in enumerate(words):
        if expects_table(words[:place]) and word.kind in ("name", "quoted"):
            name = unquoted(word.text)
            found[name.lower()] = name
            alias = _alias(words[place + 1 : place + 3])
            if alias:
                found[alias.lower()] = name
    return found


def _alias(after: list[Word]) -> str | None:
    if after and after[0].upper == "AS":
        after = after[1:]
    if not after or after[0].kind not in ("name", "quoted") or after[0].upper in _AFTER_TABLE:
        return None
    return unquoted(after[0].text)


def expects_table(before: list[Word]) -> bool:
    """Say whether a table's name stands after these words: after FROM and its like, or a comma in its list."""
    if not before:
        return False
    if before[-1].upper in _INTRODUCES_TABLE:
        return True
    if before[-1].text != ",":
        return False
    for word in reversed(before[:-1]):
        if word.upper in ("FROM", "UPDATE"):
            return True
        if word.upper in _AFTER_TABLE - {"AS"} or word.text in ("(", ")"):
            return False
    return False


def unquoted(name: str) -> str:
    """Read a name that may be quoted.

    >>> unquoted('"Case"'), unquoted("Case")
    ('Case', 'Case')
    """
    if name and name[0] in _QUOTES:
        return name[1:].removesuffix(_QUOTES[name[0]])
    return name
