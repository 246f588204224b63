"""Sign-ins that connections of one process share: the first one signs in, the last one to leave signs out."""

from __future__ import annotations

import copy
import os
import threading
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass, replace

import requests

from creatio_dbapi.auth import Authentication, Credentials, SignInRefusedError, cookies_of, renewed
from creatio_dbapi.cancellation import Cancellation, CancelledError
from creatio_dbapi.errors import Error
from creatio_dbapi.transport import Http


@dataclass(frozen=True, slots=True)
class Access:
    """The credentials of one sign-in; generation 0 is the time before the first."""

    generation: int
    credentials: Credentials


class Login:
    """One session at the server, and the HTTP connections that it is used over; any number of threads may share it."""

    def __init__(self, key: Hashable, authentication: Authentication, http: Http) -> None:
        self.key = key
        self.authentication = authentication
        self.http = http
        self.users = 0
        self._lock = threading.Lock()
        self._access: Access | None = None
        self._attempt: Future[Access | None] | None = None
        self._refusal: SignInRefusedError | None = None

    @property
    def access(self) -> Access | None:
        """What the last sign-in gave."""
        return self._access

    def newer_than(self, generation: int, sign_in: Callable[[], Credentials], cancellation: Cancellation) -> Access:
        """Return an access newer than `generation`; one thread signs in, the others wait for what comes of it."""
        while True:
            with self._lock:
                self._check_refusal()
                if self._access is not None and self._access.generation > generation:
                    return self._access
                attempt, mine = self._attempt or Future(), self._attempt is None
                self._attempt = attempt
            if mine:
                return self._settle(attempt, sign_in)
            access = _awaited(attempt, cancellation)
            if access is not None:
                return access

    def renew(self, access: Access, answer: requests.Response) -> None:
        """Take over cookies that came with good data, unless a newer sign-in has its own."""
        if answer.status_code >= 300 or not answer.cookies:
            return
        with self._lock:
            if self._access is not None and self._access.generation == access.generation:
                credentials = renewed(self._access.credentials, cookies_of(answer.cookies))
                self._access = replace(self._access, credentials=credentials)

    def _check_refusal(self) -> None:
        if self._refusal is not None:
            # Not asked again: Creatio locks an account after a few refused sign-ins.
            raise copy.copy(self._refusal)

    def _settle(self, attempt: Future[Access | None], sign_in: Callable[[], Credentials]) -> Access:
        """Make one attempt to sign in and tell its outcome to every thread that waits for it."""
        access: Access | None = None
        failure: Error | None = None
        try:
            access = Access((self._access.generation if self._access else 0) + 1, sign_in())
            return access
        except CancelledError:
            raise
        except Error as error:
            failure = error
            raise
        finally:
            with self._lock:
                self._attempt = None
                self._access = access or self._access
                self._refusal = copy.copy(failure) if isinstance(failure, SignInRefusedError) else None
            if failure is None:
                attempt.set_result(access)  # nothing, where this thread was stopped: another one may go on
            else:
                attempt.set_exception(copy.copy(failure))


def _awaited(attempt: Future[Access | None], cancellation: Cancellation) -> Access | None:
    """Wait for a sign-in of another thread; None where that one was stopped."""
    done = _Done()
    attempt.add_done_callback(lambda _: done.interrupt())
    with cancellation.watching(done):
        done.wait()
        cancellation.check()
    return _result(attempt)


def _result(attempt: Future[Access | None]) -> Access | None:
    failure = attempt.exception()
    if failure is not None:
        raise copy.copy(failure) from failure.__cause__  # each thread raises one of its own
    return attempt.result()


class _Done(threading.Event):
    """Something that is waited for, until it is there or the statement is to stop."""

    def interrupt(self) -> None:
        self.set()


_lock = threading.RLock()  # a connection that is collected as garbage leaves from wherever its thread is at that moment
_logins: dict[Hashable, Login] = {}
_inherited: list[object] = []


def share(address: str, authentication: Authentication, way: Hashable, http: Callable[[], Http]) -> Login:
    """Join the sign-in of all who sign in to the same site with the same credentials, in the same `way`."""
    key = (address, authentication.key, way)
    with _lock:
        login = _logins.get(key)
        if login is None:
            login = _logins[key] = Login(key, authentication, http())
        login.users += 1
        return login


def leave(login: Login) -> bool:
    """Leave a sign-in; says whether that was the last one, who signs out."""
    with _lock:
        login.users -= 1
        if login.users == 0:
            _logins.pop(login.key, None)
        return login.users == 0


def _start_anew() -> None:
    """In a process that was forked off, leave the parent's sessions and sockets alone: they are only kept."""
    global _lock
    _lock = threading.RLock()
    _inherited.extend(_logins.values())
    _logins.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_start_anew)
