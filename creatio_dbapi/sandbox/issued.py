"""What the sandbox issues to prove who asks: random, and marked so that a leak of it can be searched for."""

from __future__ import annotations

import secrets

MARK = "SandboxSecret"


def issue(size: int) -> str:
    """Make a ticket, a token or a code of `size` random bytes behind the mark."""
    return MARK + secrets.token_urlsafe(size)
