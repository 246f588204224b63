"""Trying again: after which failures, after what wait, and for how long in all."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import tenacity
from urllib3.exceptions import HTTPError
from urllib3.util import Retry

from creatio_dbapi.errors import Error
from creatio_dbapi.meter import Meter
from creatio_dbapi.troubles import BrokenError, UnsentError

logger = logging.getLogger(__name__)

_T = TypeVar("_T")

BUSY = frozenset({408, 429, 502, 503, 504})  # the server, or what stands before it, cannot answer now


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often a request is sent again, and how long is waited before that; all times are in seconds.

    The waits double from `first_wait` to `longest_wait`, and each is shortened by chance. `budget` is for all tries of
    one request: none begins that would have to wait until later.
    """

    retries: int = 4
    first_wait: float = 0.2
    longest_wait: float = 20.0
    budget: float = 60.0


@dataclass(slots=True)
class Tries:
    """One request that may take several tries; `repeatable` says that doing it twice does no harm.

    `status` and `retry_after` are those of the last answer; `expired` is the generation of the sign-in that had ended.
    """

    name: str
    repeatable: bool
    meter: Meter
    status: int | None = None
    retry_after: float | None = None
    expired: int = 0

    def note(self, status: int, headers: Mapping[str, str]) -> None:
        """Note what the last answer says about trying again."""
        self.status, self.retry_after = status, retry_after_of(headers)

    def run(self, attempt: Callable[[], _T], policy: RetryPolicy) -> _T:
        """Return what an attempt gives, the last one if none is good; raises what the last one raised."""
        retrying = tenacity.Retrying(
            retry=self._may_help,
            wait=lambda state: self._wait(policy, state),
            stop=tenacity.stop_after_attempt(policy.retries + 1) | tenacity.stop_before_delay(policy.budget),
            sleep=self.meter.cancellation.wait,
            before_sleep=self._log,
            retry_error_callback=_last,
        )

        def fresh() -> _T:
            self.status = self.retry_after = None
            return attempt()

        return retrying(fresh)

    def _may_help(self, state: tenacity.RetryCallState) -> bool:
        error = _error_of(state)
        if isinstance(error, UnsentError):
            return error.passing
        return self.repeatable and (isinstance(error, BrokenError) or self.status in BUSY)

    def _wait(self, policy: RetryPolicy, state: tenacity.RetryCallState) -> float:
        error = _error_of(state)
        if state.attempt_number == 1 and isinstance(error, BrokenError) and error.stale:
            return 0.0  # a connection that was kept alive for too long says nothing about the server
        backoff = tenacity.wait_random_exponential(policy.first_wait, policy.longest_wait)
        return max(backoff(state), self.retry_after or 0.0)

    def _log(self, state: tenacity.RetryCallState) -> None:
        self.meter.add(retries=1)
        error = _error_of(state)
        cause = f"HTTP {self.status}" if self.status in BUSY else str(error)
        logger.warning(
            "%s: %s; again in %.2f s, retry %d", self.name, cause, state.upcoming_sleep, state.attempt_number
        )


def _error_of(state: tenacity.RetryCallState) -> BaseException | None:
    return None if state.outcome is None else state.outcome.exception()


def _last(state: tenacity.RetryCallState) -> object:
    """Give up: return the last answer, or raise the last error, which tells how often it was tried."""
    error = _error_of(state)
    if isinstance(error, Error) and state.attempt_number > 1:
        error.args = (f"{error} (tried {state.attempt_number} times in {state.seconds_since_start:.1f} s)",)
    return None if state.outcome is None else state.outcome.result()


def retry_after_of(headers: Mapping[str, str]) -> float | None:
    """Read how many seconds the server asks to wait, given as a number or as a date (RFC 9110, 10.2.3).

    >>> retry_after_of({"Retry-After": "3"})
    3.0
    """
    text = next((value for name, value in headers.items() if name.lower() == "retry-after"), None)
    if text is None:
        return None
    try:
        return float(Retry().parse_retry_after(text))
    except (HTTPError, ValueError, OverflowError):
        return None
