"""Everything that can be done to a running sandbox from outside the protocol: from Python and from control routes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import fields
from pathlib import Path

from creatio_dbapi.sandbox.csdl import read_metadata
from creatio_dbapi.sandbox.demo import demo_rows
from creatio_dbapi.sandbox.edm import TYPES, Stored
from creatio_dbapi.sandbox.faults import Fault, Faults
from creatio_dbapi.sandbox.journal import Journal, RequestRecord
from creatio_dbapi.sandbox.schema import (
    Column,
    Constraint,
    Entity,
    Schema,
    as_columns,
    as_constraints,
    load_schema,
    with_base_columns,
)
from creatio_dbapi.sandbox.settings import Settings, known_forms
from creatio_dbapi.sandbox.site import Site
from creatio_dbapi.sandbox.store import Store
from creatio_dbapi.sandbox.writing import default_values, next_key

DATA = Path(__file__).with_name("data")
_INDEXED_FROM = 20_000  # contacts; below that a scan is quick
_KEYSETS = ("CreatedOn", "ModifiedOn", "Name")


class Operations:
    """One instance with its faults and its request log, without the server in front of it."""

    def __init__(self, contacts: int, settings: Settings, metadata: str | Path | bytes | None = None) -> None:
        self._contacts = contacts
        self._metadata = metadata
        self._initial = settings
        self.faults = Faults()
        self.journal = Journal()
        self.site = Site(*_first_state(contacts, metadata), settings)

    # Objects and rows.

    def create_object(
        self,
        name: str,
        columns: Mapping[str, Column | str],
        *,
        key: Sequence[str] = ("Id",),
        rows: Iterable[Mapping[str, object]] = (),
        base: bool = True,
        constraints: Mapping[str, Constraint | Mapping[str, object]] | None = None,
    ) -> None:
        """Add an object, or put it in the place of one of that name; it is in $metadata at once.

        `constraints` are for other servers than Creatio: what refers to another object by a column of any name.
        """
        specs = as_columns(columns)
        if base:
            specs = with_base_columns(specs)
        missing = [column for column in key if column not in specs]
        if missing:
            raise ValueError(f"key column {missing[0]!r} is not among the columns of {name!r}")
        self.drop_object(name)
        known = as_constraints(name, specs, constraints or {})
        self.site.store.ensure(self.site.schema.add(name, specs, key, known))
        self.insert(name, rows)

    def drop_object(self, name: str) -> None:
        """Remove an object and its rows; nothing happens if there is none."""
        entity = self.site.schema.drop(name)
        if entity is not None:
            self.site.store.drop(entity)

    def load_metadata(self, document: str | Path | bytes) -> list[str]:
        """Add every entity type of a $metadata document (a path or the bytes); return the names that are new."""
        return read_metadata(self.site.schema, document)

    def insert(self, name: str, rows: Iterable[Mapping[str, object]]) -> None:
        """Put rows in as they are: None is NULL, nothing is checked but that a value has its column's type."""
        entity = self._entity(name)
        defaults = default_values(entity)
        with self.site.store.change() as connection:
            for row in rows:
                given = {column: _encoded(entity, column, value) for column, value in row.items()}
                made = next_key(connection, entity, given)
                self.site.store.insert(entity, {**defaults, **given, **made})

    def rows(self, name: str) -> list[dict[str, object]]:
        """Return an object's rows as they are stored: None where the server holds NULL."""
        entity = self._entity(name)
        columns = ", ".join(entity.physical.values())
        found = self.site.store.read(f"SELECT {columns} FROM {entity.table} ORDER BY rowid")  # noqa: S608
        readers = [TYPES[column.type].raw for column in entity.columns.values()]
        return [
            {
                column: None if value is None else reader(value)
                for column, value, reader in zip(entity.columns, row, readers, strict=True)
            }
            for row in found
        ]

    def row_counts(self) -> dict[str, int]:
        """Return the number of rows of every object that has any."""
        made = self.site.store.made()
        counts: dict[str, int] = {}
        for name, entity in sorted(self.site.schema.entities.items()):
            if entity.table in made:
                counts[name] = int(str(self.site.store.read(f"SELECT count(*) FROM {entity.table}")[0][0]))  # noqa: S608
        return {name: count for name, count in counts.items() if count}

    def _entity(self, name: str) -> Entity:
        if name not in self.site.schema.entities:
            raise ValueError(f"there is no object {name!r}")
        entity = self.site.schema.entities[name]
        self.site.store.ensure(entity)
        return entity

    # The request log.

    @property
    def requests(self) -> list[RequestRecord]:
        """The requests so far, oldest first; control routes are not among them."""
        return self.journal.records()

    @property
    def logins(self) -> int:
        """How many forms logins have succeeded so far."""
        return self.site.sessions.logins

    def clear_requests(self) -> None:
        """Forget the requests so far."""
        self.journal.clear()

    # Switches.

    def switch(self, **changes: object) -> None:
        """Turn switches of `Settings`, such as text="insensitive" or page_cap=100."""
        known = {field.name for field in fields(Settings)}
        for name in changes:
            if name not in known:
                raise ValueError(f"unknown switch {name!r}; the switches are {', '.join(sorted(known))}")
        forms = changes.get("forms")
        if isinstance(forms, Iterable):
            changes["forms"] = known_forms(frozenset(forms))
        self.site.change_settings(**changes)

    def switch_forms(self, *, on: Iterable[str] = (), off: Iterable[str] = ()) -> None:
        """Switch forms of $filter and $orderby on or off."""
        forms = (self.site.settings.forms | known_forms(frozenset(on))) - known_forms(frozenset(off))
        self.site.change_settings(forms=forms)

    def reset_switches(self) -> None:
        """Turn all switches back to what they were at the start, and forget the faults that are still to come."""
        self.site.change_settings(**{field.name: getattr(self._initial, field.name) for field in fields(Settings)})
        self.clear_faults()

    def set_latency(self, milliseconds: float) -> None:
        """Wait so long before each answer."""
        self.switch(latency=milliseconds)

    # Faults: each for the next `count` requests after `after` that are spared; see `Fault` for the other arguments.

    def add_fault(self, kind: str, count: int | None = 1, **details: object) -> None:
        """Order a fault by its kind."""
        self.faults.add(Fault(kind, count, **details))  # type: ignore[arg-type]

    def fail_next(self, count: int | None = 1, *, status: int = 503, **details: object) -> None:
        """Answer the next requests with a status: 429 (retry_after=seconds or HTTP date), 503, 302 (location=…)."""
        self.add_fault("status", count, status=status, **details)

    def html_next(self, count: int | None = 1, *, status: int = 200, **details: object) -> None:
        """Answer the next requests with an HTML page."""
        self.add_fault("html", count, status=status, **details)

    def drop_next(self, count: int | None = 1, *, stage: str = "before_answer", **details: object) -> None:
        """Drop the connection: before_reading, mid_batch (parts=N done), before_answer (all done) or mid_body."""
        self.add_fault("drop", count, stage=stage, **details)

    def break_json_next(self, count: int | None = 1, **details: object) -> None:
        """Break the JSON in the middle."""
        self.add_fault("broken_json", count, **details)

    def truncate_next(self, count: int | None = 1, **details: object) -> None:
        """End the body early, with headers as if that were all of it."""
        self.add_fault("truncated", count, **details)

    def cut_next(self, count: int | None = 1, *, rows: int = 1, **details: object) -> None:
        """Answer the next pages with fewer rows than asked for and no nextLink."""
        self.add_fault("cut", count, rows=rows, **details)

    def delay_next(self, count: int | None = 1, *, milliseconds: float, **details: object) -> None:
        """Delay the next requests."""
        self.add_fault("latency", count, milliseconds=milliseconds, **details)

    def expire_sessions(self, *, after: int = 0) -> None:
        """End all sessions, now or when `after` more requests to the OData service have been answered."""
        if after == 0:
            self.site.sessions.expire()
        else:
            self.add_fault("expire", 1, after=after)

    def expire_tokens(self, *, access: bool = True, refresh: bool = False) -> dict[str, int]:
        """End all access tokens, all refresh tokens, or both; return how many of each there were."""
        return self.site.sessions.tokens.expire(access=access, refresh=refresh)

    def clear_faults(self) -> None:
        """Forget all faults that are still to come."""
        self.faults.clear()

    def reset(self) -> None:
        """Go back to the state after the start: rows, objects, switches, faults, sessions and log."""
        with closing(self.site.store):
            self.site.schema, self.site.store = _first_state(self._contacts, self._metadata)
            self.reset_switches()
            self.site.sessions.expire()
            self.journal.clear()


def _first_state(contacts: int, metadata: str | Path | bytes | None) -> tuple[Schema, Store]:
    schema, store = load_schema(DATA), Store()
    try:
        _load_demo(schema, store, contacts)
        if metadata is not None:
            read_metadata(schema, metadata)
        store.open_to_readers()
    except BaseException:
        store.close()
        raise
    return schema, store


def _load_demo(schema: Schema, store: Store, contacts: int) -> None:
    loaded: dict[str, Entity] = {}
    with store.change():
        for name, names, rows in demo_rows(contacts):
            loaded[name] = schema.entities[name]
            store.load(loaded[name], names, rows)
    for entity in loaded.values():
        store.ensure(entity)
    contact = schema.entities["Contact"]
    if contacts >= _INDEXED_FROM:
        for name in _KEYSETS:
            store.ensure_index(contact, name, "Id")


def _encoded(entity: Entity, name: str, value: object) -> Stored:
    if name not in entity.columns:
        raise ValueError(f"{entity.name!r} has no column {name!r}")
    if value is None:
        return None
    try:
        return TYPES[entity.columns[name].type].read(value)
    except ValueError:
        raise ValueError(f"{entity.name}.{name}: {value!r} is no {entity.columns[name].type}") from None
