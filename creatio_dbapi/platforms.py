"""The two builds of Creatio, and how to tell them apart without signing in."""

from __future__ import annotations

from typing import Literal

import requests

from creatio_dbapi.errors import OperationalError
from creatio_dbapi.gate import Timeouts, ask
from creatio_dbapi.replies import type_of

Platform = Literal["framework", "net"]

# Each build answers some pages that need no sign-in: below /0 on the .NET Framework build, at the root on the other.
_SIGNS: tuple[tuple[str, Platform], ...] = (
    ("/0/api/HealthCheck/Ping", "framework"),
    ("/api/HealthCheck/Ping", "net"),
    ("/0/ping", "framework"),
    ("/Login/Login.html", "net"),
)


def prefix_of(platform: Platform) -> str:
    """Return the path below which everything but the forms login is."""
    return "/0" if platform == "framework" else ""


def find_platform(http: requests.Session, address: str, timeout: Timeouts) -> Platform:
    """Tell which build answers at an address; raises OperationalError where neither can be told."""
    for path, platform in _SIGNS:
        answer = ask(http, "GET", address + path, timeout, headers={"Accept": "*/*"})
        page = type_of(answer.headers) == "text/html"
        if answer.status == 200 and page == path.endswith(".html"):
            return platform
    raise OperationalError(
        f"which build of Creatio runs at {address} cannot be told; check the address, or give platform=net "
        "(/odata at the root) or platform=framework (/0/odata)"
    )
