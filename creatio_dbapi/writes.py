"""Changes become batches, their answers what really happened to each row; nothing is written twice."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field

import msgspec

from creatio_dbapi.batch import (
    MOST_BYTES,
    LostAnswerError,
    NoBatchError,
    Part,
    PartReply,
    StoppedError,
    part_failure,
    send_batch,
    send_singly,
)
from creatio_dbapi.cancellation import CancelledError
from creatio_dbapi.catalog import Table
from creatio_dbapi.errors import DatabaseError, Error, IntegrityError, OperationalError
from creatio_dbapi.lookup import Key, Record, decoded, key_of, look_up, lookup_parts, records_of, row_part
from creatio_dbapi.meter import Meter
from creatio_dbapi.outcomes import CREATED, Outcome, as_database_error, is_another, is_done, made_of, settled
from creatio_dbapi.plan.dml_nodes import Change
from creatio_dbapi.request import key_url
from creatio_dbapi.session import Session
from creatio_dbapi.troubles import UnsentError
from creatio_dbapi.workers import workers
from creatio_dbapi.write_report import WriteSettings

# Parts of a batch are at most 100. An update takes two (is it there? change it) and, for each twenty rows, one that
# looks whether the rows are still the ones that were there before.
_ROWS = {"insert": 100, "update": 45, "delete": 100}
_LOSSES = 3  # answers that one batch may lose before the statement gives up


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which columns of the rows to read: before a change, and after it (a new row comes whole if `new` is set)."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    new: bool = False


@dataclass(frozen=True, slots=True)
class _Item:
    change: Change
    body: bytes


@dataclass(frozen=True, slots=True)
class _Group:
    """Changes that go in one batch, the keys they write, and all keys that their order to others depends on."""

    items: tuple[_Item, ...]
    keys: frozenset[str]
    mentions: frozenset[str]
    ordered: bool

    def waits_for(self, other: _Group) -> bool:
        """Say whether this group must not overtake another one."""
        if self.ordered or other.ordered:
            return True
        return not (self.mentions.isdisjoint(other.keys) and self.keys.isdisjoint(other.mentions))


@dataclass(eq=False, slots=True)
class Writer:
    """Sends the changes of one statement."""

    session: Session
    meter: Meter
    settings: WriteSettings = field(default_factory=WriteSettings)
    wanted: Wanted = field(default_factory=Wanted)
    _stop: threading.Event = field(default_factory=threading.Event)
    _batches: bool = True

    def run(self, changes: Iterable[Change]) -> list[Outcome]:
        """Write all changes; returns what became of each, in the order of their rows, and raises no server's error."""
        groups = list(self._groups(changes))
        self.meter.expect(writes=sum(len(group.items) for group in groups))
        if len(groups) <= 1 or self.settings.batches_in_flight <= 1:
            outcomes = [outcome for group in groups for outcome in self._run_group(group)]
        else:
            outcomes = self._run_together(groups)
        return sorted(outcomes, key=lambda outcome: outcome.change.row)

    def resume(self) -> None:
        """Go on after a failure that was dealt with."""
        self._stop.clear()

    # -- groups

    def _groups(self, changes: Iterable[Change]) -> Iterator[_Group]:
        items: list[_Item] = []
        keys: set[Key] = set()
        size = 0
        for change in changes:
            item = _Item(change, msgspec.json.encode(change.members) if change.members else b"{}")
            key = key_of(change.key)
            # What became of a row is told by what it is afterwards, so each row is once in a batch.
            if items and (key in keys or self._is_full(items, size, item)):
                yield _group(items)
                items, size = [], 0
                keys.clear()
            items.append(item)
            size += len(item.body)
            if key:
                keys.add(key)
        if items:
            yield _group(items)

    def _is_full(self, items: list[_Item], size: int, item: _Item) -> bool:
        first = items[0].change
        rows = _ROWS[first.kind]
        return (
            len(items) >= rows
            or first.kind != item.change.kind
            or bool(first.streams or item.change.streams)
            or size + len(item.body) > MOST_BYTES
        )

    def _run_together(self, groups: Sequence[_Group]) -> list[Outcome]:
        """Keep several batches under way; one that depends on another waits for it."""
        outcomes: list[Outcome] = []
        flying: deque[tuple[Future[list[Outcome]], _Group]] = deque()
        most = self.settings.batches_in_flight
        with workers(most, "creatio-write", self.meter.cancellation) as pool:
            for group in groups:
                while flying and (len(flying) >= most or any(group.waits_for(other) for _, other in flying)):
                    outcomes += flying.popleft()[0].result()
                flying.append((pool.submit(self._run_group, group), group))
            for future, _ in flying:
                outcomes += future.result()
        return outcomes

    # -- one group

    def _run_group(self, group: _Group) -> list[Outcome]:
        outcomes: list[Outcome] = []
        pending, known = self._look_before(list(group.items), outcomes)
        losses = 0
        while pending and not self._is_stopped():
            lost, answers = self._try(pending, outcomes)
            if lost is None and answers is None:
                break
            items = pending
            step = self._read(items, answers or ())
            if losses:
                self._recognize(step)
            outcomes += step
            pending = pending[len(step) :]
            if isinstance(lost, StoppedError):
                outcomes += [Outcome(item.change, "unsent", as_database_error(lost.cause)) for item in pending]
                self._stop.set()
                break
            if lost is not None:
                losses += 1
                rest = (answers or ())[sum(len(self._parts(item)) for item in items[: len(step)]) :]
                pending = self._settle(pending, lost, losses, outcomes, _seen(pending, rest, known))
            elif self._must_stop(step):
                self._stop.set()
            elif pending and any(outcome.state == "missing" for outcome in step):
                pending = self._without_missing(pending, outcomes)
        self._read_again(outcomes)
        for outcome in outcomes:
            outcome.before = {**known.get(key_of(outcome.change.key), {}), **(outcome.before or {})} or None
        self.meter.advance(writes=sum(outcome.state == "written" for outcome in outcomes))
        done = {id(outcome.change) for outcome in outcomes}
        return outcomes + [Outcome(item.change, "unsent") for item in group.items if id(item.change) not in done]

    def _is_stopped(self) -> bool:
        return self._stop.is_set() or self.meter.stopped_by is not None

    def _read_again(self, outcomes: Sequence[Outcome]) -> None:
        """Look up new rows whose answers do not show all that is wanted of them."""
        new = [
            each for each in outcomes if each.state == "written" and each.change.kind == "insert" and each.change.key
        ]
        lacking = [each for each in new if not {*self.wanted.after} <= {*(each.after or {})}]
        found = (self._found([each.change for each in lacking], self.wanted.after) or {}) if lacking else {}
        for each in lacking:
            each.after = found.get(key_of(each.change.key))

    def _look_before(self, items: list[_Item], outcomes: list[Outcome]) -> tuple[list[_Item], dict[Key, Record]]:
        """Read what rows hold before they are changed, in a request of its own: an answer to the change may be lost."""
        changes = [item.change for item in items]
        if not self.wanted.before or changes[0].kind == "insert" or self._stop.is_set():
            return items, {}
        try:
            known = look_up(
                self.session, changes[0].table, [change.key for change in changes], self.wanted.before, self.meter
            )
        except Error as error:
            outcomes += [Outcome(change, "unsent", as_database_error(error)) for change in changes]
            self._stop.set()
            return [], {}
        outcomes += [Outcome(change, "missing") for change in changes if key_of(change.key) not in known]
        return [item for item in items if key_of(item.change.key) in known], known

    def _try(
        self, pending: list[_Item], outcomes: list[Outcome]
    ) -> tuple[LostAnswerError | StoppedError | None, Sequence[PartReply] | None]:
        """Send what is pending; a refusal of all of it becomes the outcome of all of it."""
        try:
            return None, self._send(pending)
        except (LostAnswerError, StoppedError) as error:
            return error, error.known
        except (UnsentError, CancelledError) as error:
            outcomes += [Outcome(item.change, "unsent", error) for item in pending]
            self._stop.set()
            return None, None
        except Error as error:
            refused = pending[:1] if self.settings.on_error == "stop" else pending
            outcomes += [Outcome(item.change, "failed", as_database_error(error)) for item in refused]
            if self.settings.on_error == "stop":
                self._stop.set()
            return None, None

    def _must_stop(self, step: list[Outcome]) -> bool:
        return self.settings.on_error == "stop" and any(outcome.state == "failed" for outcome in step)

    def _send(self, items: list[_Item]) -> Sequence[PartReply]:
        table = items[0].change.table
        parts = [part for item in items for part in self._parts(item)]
        # A PATCH must not run after the GET before it failed, so batches with such pairs always stop at a failure.
        keep_going = self.settings.on_error == "continue" and len(parts) == len(items)
        if items[0].change.kind == "update":
            parts += lookup_parts(table, [item.change.key for item in items], self._after(table))
        size = sum(len(item.body) for item in items)
        if len(parts) > 1 and size <= MOST_BYTES and self._batches:
            try:
                return send_batch(self.session, parts, self.meter, keep_going=keep_going)
            except NoBatchError:
                self._batches = False
        return send_singly(self.session, parts, self.meter, keep_going=keep_going)

    def _parts(self, item: _Item) -> list[Part]:
        change = item.change
        if change.kind == "insert":
            return [Part("POST", key_url(change.table.name, ()).removesuffix("()"), item.body, shows=change.table.key)]
        address = key_url(change.table.name, change.key, change.table.key)
        if change.kind == "delete":
            return [Part("DELETE", address)]
        guard = [row_part(change.table, change.key, _created(change.table))]
        return [*guard, Part("PATCH", address, item.body)] if change.members else guard

    def _after(self, table: Table) -> tuple[str, ...]:
        return (*_created(table), *self.wanted.after)

    # -- reading answers

    def _read(self, items: list[_Item], answers: Sequence[PartReply]) -> list[Outcome]:
        """Tell from the answers what became of the rows, from the first on, as far as there are answers."""
        outcomes: list[Outcome] = []
        place = 0
        for item in items:
            count = len(self._parts(item))
            mine = answers[place : place + count]
            outcome = self._outcome(item, mine) if mine else None
            if outcome is None:
                break
            outcomes.append(outcome)
            place += count
        if items[0].change.kind == "update":
            self._verify(outcomes, answers[place:] if len(outcomes) == len(items) else ())
        for outcome in outcomes:
            if outcome.state == "written" and outcome.change.streams:
                self._write_streams(outcome)
        return outcomes

    def _outcome(self, item: _Item, answers: Sequence[PartReply]) -> Outcome | None:
        change, last = item.change, answers[-1]
        guarded = len(self._parts(item)) - (1 if change.members or change.kind == "delete" else 0)
        if change.kind != "insert" and guarded and not answers[0].succeeded:
            # Without the stop that facts 5 promise, the PATCH has created a row.
            changed = change.kind == "update" and len(answers) > 1 and last.succeeded
            if changed and answers[0].status != 404:
                return Outcome(change, "failed", _refusal(change, answers[0]), present=True)
            return self._unchanged(change, answers[0], created=changed)
        if len(answers) < len(self._parts(item)):
            return None
        if not last.succeeded:
            return self._unchanged(change, last)
        if change.kind == "insert":
            outcome = made_of(change, _record(last))
            if change.key and not self.wanted.new:
                outcome.after = None  # of many rows, what nobody asks for would fill the memory
            return outcome
        return Outcome(change, "written", before=_record(answers[0]) if guarded else None)

    def _unchanged(self, change: Change, answer: PartReply, *, created: bool = False) -> Outcome:
        if answer.status == 404 and not answer.is_page and change.kind != "insert":
            return Outcome(change, "missing", created=created)
        outcome = Outcome(change, "failed", _refusal(change, answer))
        if (answer.status >= 500 or answer.is_page) and not isinstance(outcome.error, IntegrityError):
            # Facts 4: what is answered by a failure may have been done all the same.
            found = self._found([change], self._compared([change]))
            if found is None:
                outcome.state = "unknown"
            else:
                outcome.present = is_done(change, found.get(key_of(change.key)))
        return outcome

    def _verify(self, outcomes: list[Outcome], answers: Sequence[PartReply]) -> None:
        """See whether the rows are the ones that were there; a row that a PATCH has created is taken away again."""
        written = [outcome for outcome in outcomes if outcome.state == "written"]
        for outcome in outcomes:
            if outcome.created:
                self._take_away(outcome)
        if not written or not self._after(written[0].change.table):
            return
        table = written[0].change.table
        try:
            found = records_of(table, answers) if answers else None
        except DatabaseError:
            found = None
        if found is None:
            found = self._found([outcome.change for outcome in written], self._after(table)) or {}
        for outcome in written:
            outcome.after = found.get(key_of(outcome.change.key))
            if is_another(outcome):
                self._take_away(outcome)

    def _take_away(self, outcome: Outcome) -> None:
        change = outcome.change
        outcome.state, outcome.created = "missing", False
        try:
            address = key_url(change.table.name, change.key, change.table.key)
            answer = send_singly(self.session, [Part("DELETE", address)], self.meter)[0]
        except LostAnswerError as error:
            outcome.state, outcome.error = "unknown", error.cause
            return
        except Error as error:
            outcome.state, outcome.error = "failed", as_database_error(error)
            return
        if not answer.succeeded and answer.status != 404:
            outcome.state = "failed"
            action = f"taking away a row of {change.table.name} that an update has made"
            outcome.error = part_failure(answer, action=action, table=change.table.name)

    def _write_streams(self, outcome: Outcome) -> None:
        change = outcome.change
        key = change.key
        for name, content in change.streams.items():
            if content is None and change.kind == "insert":
                continue
            if not key:
                text = f"the row was inserted, but {name} was not written: which key the server has given is not known"
                outcome.state, outcome.present, outcome.error = "failed", True, OperationalError(text)
                return
            path = f"{key_url(change.table.name, key, change.table.key)}/{name}"
            part = Part("DELETE", path) if content is None else Part("PUT", path, content, stream=True)
            try:
                answer = send_singly(self.session, [part], self.meter)[0]
            except LostAnswerError as error:
                outcome.state, outcome.error = "unknown", error.cause
                return
            except Error as error:
                outcome.state, outcome.present, outcome.error = "failed", True, as_database_error(error)
                return
            if not answer.succeeded and not (content is None and answer.status == 404):
                outcome.state, outcome.present = "failed", True
                outcome.error = part_failure(answer, action=f"writing {name}", table=change.table.name)
                return

    # -- lost answers, rows that are not there

    def _found(self, changes: Sequence[Change], columns: Iterable[str]) -> dict[Key, Record] | None:
        """Look rows up by their keys; None when that cannot be done."""
        if not all(change.key for change in changes):
            return None
        try:
            return look_up(self.session, changes[0].table, [change.key for change in changes], columns, self.meter)
        except Error:
            return None

    def _settle(
        self,
        pending: list[_Item],
        lost: LostAnswerError,
        losses: int,
        outcomes: list[Outcome],
        seen: Mapping[Key, Record],
    ) -> list[_Item]:
        """Look up what became of rows whose answer was lost; returns those that are not written and can be sent.

        `seen` are rows as they were just before.
        """
        changes = [item.change for item in pending]
        found = self._found_later(changes, lost, losses) if changes else {}
        if found is None:
            outcomes += [Outcome(change, "unknown", lost.cause) for change in changes]
            self._stop.set()
            return []
        left: list[_Item] = []
        for item in pending:
            key = key_of(item.change.key)
            outcome = settled(item.change, found.get(key), seen=key in seen)
            if outcome is None:
                left.append(item)
                continue
            outcomes.append(self._completed(outcome, lost, seen.get(key)))
        if losses >= _LOSSES and left:
            outcomes += [Outcome(item.change, "unsent", lost.cause) for item in left]
            self._stop.set()
            return []
        return left

    def _completed(self, outcome: Outcome, lost: LostAnswerError, before: Record | None) -> Outcome:
        """Do for a row that was looked up what is done where an answer came."""
        change = outcome.change
        if outcome.state == "unknown":
            outcome.error = lost.cause
            self._stop.set()
        elif outcome.state == "written" and change.kind == "insert" and change.streams:
            self._write_streams(outcome)
        elif outcome.state == "written" and change.kind == "update" and before is not None:
            outcome.before = before
            if is_another(outcome):
                self._take_away(outcome)
        return outcome

    def _found_later(self, changes: Sequence[Change], lost: LostAnswerError, losses: int) -> dict[Key, Record] | None:
        """Look rows up after a while: the server may still be at it, or have asked for time."""
        try:
            self.meter.cancellation.wait(
                max(0.02 * 3**losses, min(lost.retry_after or 0.0, self.session.policy.budget))
            )
        except CancelledError:
            return None
        return self._found(changes, self._compared(changes))

    def _compared(self, changes: Sequence[Change]) -> tuple[str, ...]:
        names = [name for change in changes for name in change.members]
        if self.wanted.new:
            names += [column.name for column in changes[0].table.columns if column.type != "Edm.Stream"]
        return tuple(dict.fromkeys((*self._after(changes[0].table), *names)))

    def _recognize(self, step: list[Outcome]) -> None:
        """After a lost answer, a key that is taken is taken by ourselves, if the row is what was to be written."""
        for outcome in step:
            if outcome.change.kind == "insert" and isinstance(outcome.error, IntegrityError):
                found = self._found([outcome.change], self._compared([outcome.change])) or {}
                record = found.get(key_of(outcome.change.key))
                outcome.present = record is not None
                if record is not None and settled(outcome.change, record) is not None:
                    outcome.state, outcome.error, outcome.after, outcome.present = "written", None, record, False
                    if outcome.change.streams:
                        self._write_streams(outcome)

    def _without_missing(self, pending: list[_Item], outcomes: list[Outcome]) -> list[_Item]:
        """Where one row was not there, see which others are not either: each of them would stop another batch."""
        found = self._found([item.change for item in pending], ())
        if found is None:
            return pending
        there = [item for item in pending if key_of(item.change.key) in found]
        outcomes += [Outcome(item.change, "missing") for item in pending if key_of(item.change.key) not in found]
        return there


def _refusal(change: Change, answer: PartReply) -> DatabaseError:
    doing = {"insert": "inserting into", "update": "updating", "delete": "deleting from"}[change.kind]
    return part_failure(answer, action=f"{doing} {change.table.name}", table=change.table.name)


def _record(answer: PartReply) -> Record:
    """Read the row that came with an answer; an empty one where a number in it is none."""
    try:
        return decoded(answer.body)
    except OperationalError:
        return {}


def _seen(pending: Sequence[_Item], answers: Sequence[PartReply], known: Mapping[Key, Record]) -> Mapping[Key, Record]:
    """Return rows as they were just before their change, of which the first one may have been read with it."""
    seen: dict[Key, Record] = {key_of(item.change.key): {} for item in pending if item.change.seen} | dict(known)
    if pending and pending[0].change.kind == "update" and answers and answers[0].succeeded:
        seen[key_of(pending[0].change.key)] = _record(answers[0])
    return seen


def _group(items: list[_Item]) -> _Group:
    table = items[0].change.table
    own = {link.column for link in table.links if link.target == table.name}
    keys = frozenset(str(value.value) for item in items for value in item.change.key)
    parents = {str(item.change.members.get(name)) for item in items for name in own} - {"None"}
    ordered = bool(own) and items[0].change.kind == "delete"  # children go before their parents
    return _Group(tuple(items), keys, keys | parents, ordered)


def _created(table: Table) -> tuple[str, ...]:
    return (CREATED,) if any(column.name == CREATED for column in table.columns) else ()
