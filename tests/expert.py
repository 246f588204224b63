"""An expert with OData requests of their own: a bare, signed-in session that weighs the answers as they come."""

from __future__ import annotations

from typing import Any

import requests


class Expert:
    """Sends requests as they were written by hand; an answer counts with its body's bytes, compressed as they came."""

    def __init__(self, url: str, user: str, password: str) -> None:
        self._url, self._session = url, requests.Session()
        self._session.headers["Accept-Encoding"] = "gzip"
        login = {"UserName": user, "UserPassword": password}
        answer = self._session.post(f"{url}/ServiceModel/AuthService.svc/Login", json=login, timeout=60)
        answer.raise_for_status()
        self._session.headers["BPMCSRF"] = self._session.cookies["BPMCSRF"]

    def received(self, *asked: str) -> int:
        """Return how many bytes the answers have; a request is the table and its options, spaces as they are."""
        return sum(map(self._received, asked))

    def _received(self, asked: str) -> int:
        with self._ask(asked) as answer:
            return len(answer.raw.read(decode_content=False))

    def rows(self, asked: str) -> list[dict[str, Any]]:
        """Return the rows of one answer."""
        with self._ask(asked) as answer:
            found: list[dict[str, Any]] = answer.json()["value"]
            return found

    def _ask(self, asked: str) -> requests.Response:
        answer = self._session.get(f"{self._url}/odata/{asked}", stream=True, timeout=60)
        answer.raise_for_status()
        return answer

    def close(self) -> None:
        """Let go of the connection."""
        self._session.close()


def with_proof(asked: str) -> str:
    """Add to a request what shows that its answer is whole: the number of rows and, unless it takes the first, keys.

    >>> with_proof("Contact?$select=Name&$filter=Age gt 30")
    'Contact?$select=Id,Name&$filter=Age gt 30&$orderby=Id&$count=true'
    >>> with_proof("Contact?$select=Name&$orderby=Age&$top=5")
    'Contact?$select=Name&$orderby=Age&$top=5&$count=true'
    """
    table, _, text = asked.partition("?")
    options = dict(option.split("=", 1) for option in text.split("&"))
    if "$top" not in options:
        names = options["$select"].split(",")
        options["$select"] = ",".join(names if "Id" in names else ["Id", *names])
        options.setdefault("$orderby", "Id")
    options["$count"] = "true"
    return f"{table}?" + "&".join(f"{name}={value}" for name, value in options.items())
