"""The faults of the matrix: how each is ordered from a sandbox, what it can hit, and what the driver makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.faults.statements import ITEM, Kind, item_key

ANSWER = "answer"  # the whole right answer, as without the fault
ERROR = "error"  # an exception; what it says is in `says`
EITHER = "either"  # one of the two


@dataclass(frozen=True)
class Trouble:
    """One fault: what the sandbox is told, and what has to come of reads and of writes that meet it."""

    name: str
    order: Mapping[str, Any] = field(default_factory=dict)
    also: Mapping[str, Any] | None = None  # another fault, that waits for a request of its own
    switches: Mapping[str, Any] = field(default_factory=dict)  # for the whole statement, where no one request is meant
    reads: str = EITHER
    writes: str = EITHER
    says: str = "."  # a pattern in the message of an exception
    pages_only: bool = False
    writes_only: bool = False
    later: bool = False  # means nothing for the first request
    lasts: bool = False  # to the end of the statement, so that trying again does not help
    options: Mapping[str, Any] = field(default_factory=dict)
    only: tuple[str, ...] = ()  # names of statements, where a cell takes long

    def concerns(self, kind: Kind) -> bool:
        """Say whether a kind of statement can meet the fault."""
        if self.only and kind.name not in self.only:
            return False
        return (kind.pages or not self.pages_only) and (kind.writes or not self.writes_only)


def _status(name: str, status: int, says: str, *, reads: str = EITHER, writes: str = EITHER, **order: Any) -> Trouble:
    return Trouble(name, {"kind": "status", "status": status, **order}, reads=reads, writes=writes, says=says)


_TRY_AGAIN = "try again|wait|later|not known|row"
_HTTP_DATE = "Wed, 21 Oct 2015 07:28:00 GMT"
_LOGIN_PAGE = "/Login/NuiLogin.aspx?ReturnUrl=%2f"
_EXPIRE = {"kind": "expire"}
_LOGIN = {"login": True, "path": "AuthService.svc/Login"}
_BOTH: dict[str, Any] = {"reads": ANSWER, "writes": ANSWER}
_QUICK = {"timeout": 1.0}
_PATIENT = {"retries": 12, "retry_wait": 0.05}
_TIMED = ("key lookup", "paged scan", "metadata", "INSERT one", "executemany", "UPDATE", "DELETE", "upsert")

TROUBLES = (
    # The gate: nothing was carried out, one new sign-in, the same request once more.
    Trouble("the session ends", {"kind": "expire"}, reads=ANSWER, writes=ANSWER),
    _status("401", 401, "401", reads=ANSWER, writes=ANSWER),
    _status("403", 403, "403", reads=ANSWER, writes=ANSWER),
    _status("302 to the login page", 302, "302", reads=ANSWER, writes=ANSWER, location=_LOGIN_PAGE),
    _status("302 to another host", 302, "302", reads=ANSWER, writes=ANSWER, location="http://evil.example/"),
    # The session ends, and the new sign-in meets trouble of its own.
    Trouble("the new sign-in meets 503", _EXPIRE, also={"kind": "status", "status": 503, **_LOGIN}, **_BOTH),
    Trouble("the new sign-in is slow", _EXPIRE, also={"kind": "latency", "milliseconds": 30, **_LOGIN}, **_BOTH),
    Trouble("the new sign-in is reset", _EXPIRE, also={"kind": "drop", **_LOGIN}, says="sign-in|dropped"),
    Trouble("the new sign-in gets HTML", _EXPIRE, also={"kind": "html", **_LOGIN}, says="sign-in|HTML"),
    # The server cannot, or does not want to now.
    _status("408", 408, "408", reads=ANSWER),
    _status("429, Retry-After in seconds", 429, "429", retry_after=0, reads=ANSWER),
    _status("429, Retry-After a date", 429, "429", retry_after=_HTTP_DATE, reads=ANSWER),
    _status("500", 500, "500", reads=ERROR),
    _status("500 after the work was done", 500, "500", worked=True),
    _status("502", 502, "502", reads=ANSWER),
    _status("502 after the work was done", 502, "502", worked=True, reads=ANSWER),
    _status("503", 503, "503", reads=ANSWER),
    _status("504", 504, "504", reads=ANSWER),
    _status("504 after the work was done", 504, "504", worked=True, reads=ANSWER),
    # The network.
    Trouble("refused", {"kind": "refuse", "milliseconds": 80}, reads=ANSWER, says="refused", options=_PATIENT),
    Trouble(
        "reset before the request", {"kind": "drop", "stage": "before_reading"}, reads=ANSWER, says="dropped|not known"
    ),
    Trouble(
        "reset after the work was done",
        {"kind": "drop", "stage": "before_answer"},
        reads=ANSWER,
        says="dropped|not known",
    ),
    Trouble("reset in a batch", {"kind": "drop", "stage": "mid_batch", "parts": 2}, says="dropped", writes_only=True),
    # A read that took its whole time is not asked again: that would take the same time once more.
    Trouble("no answer", {"kind": "silence"}, reads=ERROR, says="within 1 s", options=_QUICK, only=_TIMED),
    Trouble(
        "no answer, the work was done",
        {"kind": "silence", "worked": True},
        reads=ERROR,
        says="within 1 s",
        options=_QUICK,
        only=_TIMED,
    ),
    Trouble("a slow answer", {"kind": "slow", "milliseconds": 5}, reads=ANSWER, writes=ANSWER),
    # Answers that are broken.
    Trouble("the body ends early", {"kind": "drop", "stage": "mid_body"}, reads=ANSWER, says="ended early|dropped"),
    Trouble(
        "the chunks end early",
        {"kind": "drop", "stage": "mid_body"},
        switches={"chunked": True},
        reads=ANSWER,
        says="ended early|dropped",
    ),
    Trouble("gzip is cut", {"kind": "gzip_cut"}, reads=ANSWER, says="ended early"),
    Trouble("half a body", {"kind": "truncated"}, reads=ANSWER, says="not whole|not as expected|ends early|row"),
    Trouble("broken JSON", {"kind": "broken_json"}, says="not whole|not as expected|not XML|row"),
    Trouble("an HTML page, status 200", {"kind": "html", "status": 200}, reads=ERROR, says="HTML"),
    Trouble("an HTML page, status 502", {"kind": "html", "status": 502}, says="HTML"),
    # Pages that are not what they should be.
    Trouble("pages capped in silence", switches={"page_cap": 5}, reads=ANSWER, writes=ANSWER, pages_only=True),
    Trouble(
        "pages with nextLink", switches={"page_cap": None, "next_link": 6}, reads=ANSWER, writes=ANSWER, pages_only=True
    ),
    Trouble("a page cut off", {"kind": "cut", "rows": 3}, says="moved|came", pages_only=True),
    Trouble("a page without rows", {"kind": "cut", "rows": 0}, says="moved|came", pages_only=True),
    Trouble("a key twice in a page", {"kind": "repeat", "rows": 1}, says="moved|twice", pages_only=True),
    Trouble(
        "rows of the page before",
        {"kind": "shift", "rows": -2},
        says="run the statement again",
        pages_only=True,
        later=True,
    ),
    Trouble(
        "rows left out", {"kind": "shift", "rows": 2}, says="run the statement again|came", pages_only=True, later=True
    ),
    Trouble("a count too high", {"kind": "count", "rows": 5}, says="came", pages_only=True),
    Trouble("a count too low", {"kind": "count", "rows": -4}, says="came|count", pages_only=True),
    Trouble(
        "a nextLink in a circle",
        {"kind": "link", "location": f"{ITEM}?$top=3", "count": None},
        says="circle|moved|link",
        pages_only=True,
    ),
    Trouble(
        "a nextLink to nowhere",
        {"kind": "link", "location": "UsrNothing?$skip=1"},
        says="UsrNothing|404|moved",
        pages_only=True,
    ),
    Trouble(
        "a nextLink to another host",
        {"kind": "link", "location": "http://evil.example/odata/X"},
        says="link",
        pages_only=True,
    ),
    Trouble(
        "a row inserted while paging",
        {
            "kind": "meanwhile",
            "others": [{"method": "POST", "path": ITEM, "body": {"Id": str(item_key(-1)), "N": -1, "Name": "other"}}],
        },
        says="run the statement again",
        pages_only=True,
        later=True,
    ),
    Trouble(
        "a row deleted while paging",
        {"kind": "meanwhile", "others": [{"method": "DELETE", "path": f"{ITEM}({item_key(0)})"}]},
        says="run the statement again",
        pages_only=True,
        later=True,
    ),
    # An outage: from one request on to the end of the statement.
    Trouble("503 from then on", {"kind": "status", "status": 503, "count": None}, says="503", lasts=True),
    Trouble("401 from then on", {"kind": "status", "status": 401, "count": None}, says="401", lasts=True),
    Trouble(
        "302 to the login page from then on",
        {"kind": "status", "status": 302, "count": None, "location": _LOGIN_PAGE},
        says="302",
        lasts=True,
    ),
    Trouble("HTML from then on", {"kind": "html", "count": None}, says="HTML", lasts=True),
    Trouble(
        "dropped from then on", {"kind": "drop", "stage": "before_reading", "count": None}, says="dropped", lasts=True
    ),
    Trouble("dropped after the work from then on", {"kind": "drop", "count": None}, says="dropped", lasts=True),
    Trouble(
        "writes fail from then on",
        {"kind": "drop", "count": None, "method": "POST"},
        says="dropped",
        writes_only=True,
        lasts=True,
    ),
    # Batches.
    Trouble("a batch without its first part", {"kind": "lost_part", "parts": 0}, writes_only=True),
    Trouble("a batch without a part", {"kind": "lost_part", "parts": 1}, writes_only=True),
)
