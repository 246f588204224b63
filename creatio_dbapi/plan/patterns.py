"""LIKE patterns, taken apart into what OData's text functions can say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PatternParts:
    """What a pattern demands: equality with `equals`, or all of `calls`; `whole` if the calls say all of it."""

    equals: str | None
    calls: tuple[tuple[str, str], ...]
    whole: bool
    anything: bool


def pattern_parts(pattern: str, escape: str = "") -> PatternParts | None:
    """Take a LIKE pattern apart; None when it ends in its own escape character.

    >>> pattern_parts("O'B%n").calls, pattern_parts("O'B%n").whole
    ((('startswith', "O'B"), ('endswith', 'n')), False)
    >>> pattern_parts("%x%").calls, pattern_parts("50!%", "!").equals
    ((('contains', 'x'),), '50%')
    """
    pieces = _pieces(pattern, escape)
    if pieces is None:
        return None
    if len(pieces) == 1 and isinstance(pieces[0], str):
        return PatternParts(pieces[0], (), True, False)
    if not pieces:
        return PatternParts("", (), True, False)
    if all(piece is ANY_TEXT for piece in pieces):
        return PatternParts(None, (), True, True)
    return PatternParts(None, _calls(pieces), _says_all(pieces), False)


ANY_TEXT = object()  # %
ONE_CHARACTER = object()  # _


def _pieces(pattern: str, escape: str) -> list[object] | None:
    pieces: list[object] = []
    text = ""
    characters = iter(pattern)
    for character in characters:
        if escape and character == escape:
            following = next(characters, None)
            if following is None:
                return None
            text += following
        elif character in "%_":
            if text:
                pieces.append(text)
            text = ""
            pieces.append(ANY_TEXT if character == "%" else ONE_CHARACTER)
        else:
            text += character
    return [*pieces, text] if text else pieces


def _calls(pieces: list[object]) -> tuple[tuple[str, str], ...]:
    calls = []
    last = len(pieces) - 1
    for place, piece in enumerate(pieces):
        if isinstance(piece, str):
            name = "startswith" if place == 0 else "endswith" if place == last else "contains"
            calls.append((name, piece))
    return tuple(calls)


def _says_all(pieces: list[object]) -> bool:
    shape = [piece if piece is ANY_TEXT or piece is ONE_CHARACTER else "text" for piece in pieces]
    return shape in (["text", ANY_TEXT], [ANY_TEXT, "text"], [ANY_TEXT, "text", ANY_TEXT])
