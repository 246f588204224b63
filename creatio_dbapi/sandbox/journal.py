"""The request log: one record for each request that reached the site."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass

from creatio_dbapi.sandbox.replies import Part


@dataclass(frozen=True)
class RequestRecord:
    """One request as it was answered; status 0 means that the connection was dropped without an answer."""

    method: str
    url: str  # path and query, decoded
    status: int
    bytes: int  # of the body that was sent, after compression
    rows: int
    body: str = ""  # of the request; empty for sign-ins, where it holds a password
    parts: tuple[Part, ...] = ()
    fault: str | None = None


class Journal:
    """The latest requests, oldest first."""

    def __init__(self, size: int = 100_000) -> None:
        self._lock = threading.Lock()
        self._records: deque[RequestRecord] = deque(maxlen=size)

    def add(self, record: RequestRecord) -> None:
        """Append one record."""
        with self._lock:
            self._records.append(record)

    def records(self) -> list[RequestRecord]:
        """Return all records."""
        with self._lock:
            return list(self._records)

    def clear(self) -> None:
        """Forget all records."""
        with self._lock:
            self._records.clear()
