"""The $batch protocol: parts of one request and their answers; a lost answer is told apart from a refusal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from creatio_dbapi.auth import SignInRefusedError
from creatio_dbapi.cancellation import CancelledError
from creatio_dbapi.errors import DatabaseError, Error, OperationalError
from creatio_dbapi.meter import Meter
from creatio_dbapi.replies import HTML, UNDECODABLE, Reply, failure_of, is_json, location_of, type_of
from creatio_dbapi.retries import retry_after_of
from creatio_dbapi.session import Session
from creatio_dbapi.troubles import UnsentError

MOST_PARTS = 100  # facts 5: a batch of more is refused
MOST_BYTES = 4 * 1024 * 1024  # what is larger goes by single requests; ASP.NET refuses bodies from some 30 MB on

_JSON = "application/json; charset=utf-8"
_LOST = frozenset({303, 307, 308, 408, 429, 499})  # after these, and 5xx, the work may have been done all the same
_NO_BATCH = frozenset({404, 405, 413, 501})


@dataclass(frozen=True, slots=True)
class Part:
    """One request of a batch; `path` is percent-encoded and relative to the OData root, `body` is JSON or bytes.

    An answer that does not show the members `shows` is no word that the part was carried out.
    """

    method: str
    path: str
    body: bytes | None = None
    stream: bool = False
    shows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartReply:
    """The answer to one part; `body` is its JSON, empty where there is none.

    `is_page` says that something else came, such as a proxy's page: it is no word that the part was carried out.
    `location` is where a redirect leads.
    """

    status: int
    body: bytes
    is_page: bool = False
    location: str = ""

    @property
    def succeeded(self) -> bool:
        """Say whether the part was carried out; a redirect comes from the gate, also after a new sign-in."""
        return 200 <= self.status < 300 and not self.is_page


class LostAnswerError(OperationalError):
    """Parts were sent and no answer came: they may have been carried out; `known` answers came before.

    `retry_after` is for how many seconds the server asked to be left alone.
    """

    def __init__(self, cause: DatabaseError, known: Sequence[PartReply] = ()) -> None:
        super().__init__(str(cause), status=cause.status)
        self.cause = cause
        self.known = tuple(known)
        self.retry_after: float | None = None


class StoppedError(OperationalError):
    """Some parts were answered, as `known` says, and the next one could not be sent, nor any after it."""

    def __init__(self, cause: Error, known: Sequence[PartReply]) -> None:
        super().__init__(str(cause))
        self.cause = cause
        self.known = tuple(known)


class NoBatchError(OperationalError):
    """The server takes no $batch, or none of this size; nothing was carried out."""


class _Answer(msgspec.Struct):
    status: int
    id: str | int | None = None
    body: msgspec.Raw = msgspec.Raw(b"")


class _Answers(msgspec.Struct):
    responses: list[_Answer]


def send_batch(
    session: Session,
    parts: Sequence[Part],
    meter: Meter | None = None,
    *,
    keep_going: bool = False,
    repeatable: bool = False,
) -> list[PartReply]:
    """Send parts as one request; the answers are fewer than the parts where the batch stopped at a failure.

    A batch of reads is `repeatable`: it is sent again after a failure that may pass.
    Raises LostAnswerError where it is not known what was done, NoBatchError or a DatabaseError where nothing was.
    """
    headers = {"Content-Type": _JSON, "Accept": "application/json"}
    if keep_going:
        headers["Prefer"] = "continue-on-error"
    body = msgspec.json.encode({"requests": [_request(number, part) for number, part in enumerate(parts)]})
    reply = _sent(session, _Request("POST", "$batch", body, headers, repeatable or None), meter)
    if reply.status in _NO_BATCH:
        raise NoBatchError(str(failure_of(reply, action="sending a batch", table=None)), status=reply.status)
    if _is_lost(reply.status) or 200 < reply.status < 300 or (reply.status == 200 and not is_json(reply)):
        raise _lost(reply, "sending a batch")
    if reply.status != 200:
        raise failure_of(reply, action="sending a batch", table=None)
    replies: list[PartReply] = []
    for part, answer in zip(parts, _in_order(_decoded(reply), len(parts), keep_going=keep_going), strict=False):
        _check(part, answer, replies)
        replies.append(answer)
    return replies


def send_singly(
    session: Session, parts: Sequence[Part], meter: Meter | None = None, *, keep_going: bool = False
) -> list[PartReply]:
    """Send parts one request after another, with the same rule as a batch: stop at the first failure.

    Raises LostAnswerError as a batch does, and StoppedError where some were answered and another could not be sent.
    """
    answers: list[PartReply] = []
    for part in parts:
        headers = {"Content-Type": "application/octet-stream" if part.stream else _JSON} if part.body else {}
        try:
            reply = _sent(session, _Request(part.method, part.path, part.body, headers), meter)
        except LostAnswerError as error:
            raise LostAnswerError(error.cause, answers) from error.__cause__
        except Error as error:
            if not answers:
                raise
            raise StoppedError(error, answers) from error
        if _is_lost(reply.status) and reply.status != 500:
            raise _lost(reply, f"sending a {part.method}", answers)
        # What a stream is answered with is not said; a page is no such answer.
        is_page = bool(reply.body) and (type_of(reply.headers) == HTML if part.stream else not is_json(reply))
        answer = PartReply(reply.status, reply.body, is_page, location_of(reply.headers))
        _check(part, answer, answers)
        answers.append(answer)
        if not answers[-1].succeeded and not keep_going:
            break
    return answers


@dataclass(frozen=True, slots=True)
class _Request:
    method: str
    path: str
    body: bytes | None
    headers: Mapping[str, str]
    repeatable: bool | None = None


def _sent(session: Session, request: _Request, meter: Meter | None) -> Reply:
    try:
        return session.request(
            request.method,
            request.path,
            body=request.body,
            headers=request.headers,
            meter=meter,
            repeatable=request.repeatable,
        )
    except (SignInRefusedError, UnsentError, CancelledError):
        raise  # nothing was sent
    except OperationalError as error:
        raise LostAnswerError(error) from error


def _is_lost(status: int) -> bool:
    """Say whether a status leaves open what was done; 501 says that nothing was."""
    return status in _LOST or (status >= 500 and status != 501)


def _check(part: Part, reply: PartReply, known: Sequence[PartReply]) -> None:
    """Raise LostAnswerError for an answer that says neither that a part was done nor that it was refused."""
    if reply.succeeded and not _is_told(part, reply):
        text = f"the answer to a {part.method} (HTTP {reply.status}) is not whole, or not what one is answered with"
        raise LostAnswerError(OperationalError(f"{text}; try again", status=reply.status), known)


def _is_told(part: Part, reply: PartReply) -> bool:
    """Say whether an answer is one that tells of the part: the row that is asked for or made, or nothing (facts 4)."""
    if reply.status not in _DONE[part.method]:
        return False
    members = {} if reply.body.strip() in (b"", b"null") else _members(reply.body)
    if part.shows:
        return members is not None and "error" not in members and all(name in members for name in part.shows)
    return part.stream or (members is not None and "error" not in members)


_DONE = {
    "GET": frozenset({200}),
    "POST": frozenset({200, 201}),
    "PUT": frozenset({200, 201, 204}),
    "PATCH": frozenset({200, 201, 204}),
    "DELETE": frozenset({200, 204}),
}


def _members(body: bytes) -> dict[str, msgspec.Raw] | None:
    try:
        return msgspec.json.decode(body, type=dict[str, msgspec.Raw])
    except UNDECODABLE:
        return None


def _lost(reply: Reply, action: str, known: Sequence[PartReply] = ()) -> LostAnswerError:
    lost = LostAnswerError(failure_of(reply, action=action, table=None), known)
    lost.retry_after = retry_after_of(reply.headers)
    return lost


def _request(number: int, part: Part) -> dict[str, object]:
    request: dict[str, object] = {"id": str(number), "method": part.method, "url": part.path}
    if part.body is not None:
        request["headers"] = {"Content-Type": _JSON, "Accept": "application/json"}
        request["body"] = msgspec.Raw(part.body)
    else:
        request["headers"] = {"Accept": "application/json"}
    return request


def _decoded(reply: Reply) -> list[_Answer]:
    try:
        return msgspec.json.decode(reply.body, type=_Answers).responses
    except UNDECODABLE as error:
        broken = OperationalError(f"the answer to a batch is not whole: {error}", status=reply.status)
        raise LostAnswerError(broken) from None


def _in_order(answers: list[_Answer], sent: int, *, keep_going: bool = False) -> list[PartReply]:
    """Match answers to parts by their ids; by position where the server gives others than were sent.

    A server that was told to go on after failures has to answer all parts.
    """
    if len(answers) > sent:
        raise LostAnswerError(OperationalError(f"a batch of {sent} parts was answered with {len(answers)}"))
    places = [int(str(answer.id)) if str(answer.id).isdecimal() else -1 for answer in answers]
    if set(places) <= set(range(sent)):
        pairs = sorted(zip(places, answers, strict=True), key=lambda pair: pair[0])
        # What follows a part without an answer is known by its id, but what became of that part is not.
        whole = next((number for number, (place, _) in enumerate(pairs) if place != number), len(pairs))
        answers = [answer for _, answer in pairs]
        if whole < len(pairs):
            replies = [PartReply(answer.status, bytes(answer.body)) for answer in answers[:whole]]
            raise LostAnswerError(
                OperationalError(f"the answer to a batch of {sent} parts lacks part {whole}"), replies
            )
    replies = [PartReply(answer.status, bytes(answer.body)) for answer in answers]
    if len(replies) < sent and (keep_going or not replies or replies[-1].succeeded):
        few = f"a batch of {sent} parts was answered with {len(replies)}, and no failure has stopped it"
        raise LostAnswerError(OperationalError(few), replies)
    return replies


def part_failure(reply: PartReply, *, action: str, table: str) -> DatabaseError:
    """Build the exception that a part's answer means."""
    content = "text/html" if reply.is_page else "application/json"
    whole = Reply(reply.status, {"content-type": content, "location": reply.location}, reply.body)
    return failure_of(whole, action=action, table=table)
