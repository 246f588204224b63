"""Faults: bad days made to order, counted under one lock so that they hit the same number of requests every time."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace

KINDS = {
    "status": "an answer with `status`; with `worked`, after the work was done; `retry_after`, `location`",
    "html": "an HTML page with `status`",
    "drop": "the connection goes at a `stage`; at mid_batch, when `parts` of a batch are done",
    "refuse": "the server goes: it drops all connections, and takes none for `milliseconds`",
    "silence": "no answer comes; with `worked`, although the work was done",
    "slow": "the body comes in pieces, `milliseconds` between them",
    "latency": "the answer comes `milliseconds` later",
    "broken_json": "the JSON is broken in the middle",
    "truncated": "the body ends early, with headers as if that were all of it",
    "gzip_cut": "the compressed body ends early, with headers as if that were all of it",
    "expire": "all sessions end before the request",
    "cut": "a page has only `rows` rows, without a nextLink",
    "repeat": "a page ends with its first `rows` rows once more, in the place of its last ones",
    "shift": "a page begins `rows` rows later than asked for, or earlier: rows were deleted or inserted before it",
    "count": "@odata.count is off by `rows`",
    "link": "a page has the nextLink `location`",
    "lost_part": "the answer to a batch lacks its part number `parts`",
    "meanwhile": "somebody else does `others` first: each a method, a path below the service, and a body",
}
STAGES = ("before_reading", "mid_batch", "before_answer", "mid_body")


@dataclass(frozen=True)
class Fault:
    """One kind of failure for the next `count` requests that match, after `after` that are spared."""

    kind: str
    count: int | None = 1  # None: until cleared
    after: int = 0
    method: str | None = None
    path: str | None = None  # a part of the decoded path and query
    login: bool = False  # whether requests outside the OData service count and can be hit
    status: int = 500  # of "status" and "html"
    retry_after: int | str | None = None  # seconds, or an HTTP date
    location: str | None = None  # of a redirect
    worked: bool = False  # facts 4: a failed POST may have inserted; the work is done before "status" is answered
    stage: str = "before_answer"  # of "drop"
    parts: int = 1  # of "drop" at "mid_batch": how many parts are done; of "lost_part": the number of the part, from 0
    rows: int = 1  # of "cut", "repeat", "shift" and "count"
    milliseconds: float = 0.0  # of "latency", "slow" and "refuse"
    others: Sequence[Mapping[str, object]] = ()  # of "meanwhile": [{"method": …, "path": "Contact(…)", "body": {…}}]

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown fault {self.kind!r}; the faults are {', '.join(KINDS)}")
        if self.stage not in STAGES:
            raise ValueError(f"unknown stage {self.stage!r}; the stages are {', '.join(STAGES)}")

    def matches(self, method: str, target: str, *, in_service: bool) -> bool:
        """Say whether a request is one of those that this fault counts."""
        if not in_service and not self.login:
            return False
        return (self.method is None or self.method == method) and (self.path is None or self.path in target)


class Faults:
    """The faults that are still to come."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Add one fault behind those that wait already."""
        with self._lock:
            self._waiting.append(fault)

    def clear(self) -> None:
        """Forget all faults."""
        with self._lock:
            self._waiting.clear()

    def waiting(self) -> list[dict[str, object]]:
        """Return the faults that are still to come."""
        with self._lock:
            return [asdict(fault) for fault in self._waiting]

    def take(self, method: str, target: str, *, in_service: bool) -> list[Fault]:
        """Count one request and return the faults that hit it."""
        hits: list[Fault] = []
        with self._lock:
            left: list[Fault] = []
            for fault in self._waiting:
                if not fault.matches(method, target, in_service=in_service):
                    left.append(fault)
                elif fault.after > 0:
                    left.append(replace(fault, after=fault.after - 1))
                elif any(hit.kind == fault.kind for hit in hits):
                    left.append(fault)
                else:
                    hits.append(fault)
                    left += _remaining(fault)
            self._waiting = left
        return hits


def _remaining(fault: Fault) -> list[Fault]:
    if fault.count is None:
        return [fault]
    return [replace(fault, count=fault.count - 1)] if fault.count > 1 else []
