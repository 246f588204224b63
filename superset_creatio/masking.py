"""Secrets of a connection: what Superset shows of `encrypted_extra`, and how it is put together again."""

from __future__ import annotations

import json
from typing import Any

MASK = "XXXXXXXXXX"  # what Superset itself shows for a password


def masked(text: str | None) -> str | None:
    """Return the text with each value hidden and each name left; a text that is no JSON is hidden whole.

    >>> masked('{"connect_args": {"client_secret": "s", "timeout": 30}}')
    '{"connect_args": {"client_secret": "XXXXXXXXXX", "timeout": "XXXXXXXXXX"}}'
    """
    if not text:
        return text
    try:
        return json.dumps(_hidden(json.loads(text)))
    except ValueError:
        return MASK


def unmasked(old: str | None, new: str | None) -> str | None:
    """Return the new text with the old values where it still shows the mask.

    >>> unmasked('{"connect_args": {"password": "old"}}', '{"connect_args": {"password": "XXXXXXXXXX", "timeout": 9}}')
    '{"connect_args": {"password": "old", "timeout": 9}}'
    """
    if not old or not new:
        return new
    if new == MASK:
        return old
    try:
        return json.dumps(_shown(json.loads(old), json.loads(new)))
    except ValueError:
        return new


def _hidden(value: Any) -> Any:
    return {name: _hidden(inner) for name, inner in value.items()} if isinstance(value, dict) else MASK


def _shown(old: Any, new: Any) -> Any:
    if isinstance(new, dict):
        known = old if isinstance(old, dict) else {}
        return {name: _shown(known.get(name), inner) for name, inner in new.items()}
    return old if new == MASK else new
