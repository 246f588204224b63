"""Writes: POST, PATCH and DELETE of records, PUT and DELETE of streams."""

from __future__ import annotations

import json
import sqlite3
import time
import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime, timezone
from decimal import ROUND_HALF_UP, Context, Decimal
from urllib.parse import quote

from creatio_dbapi.sandbox.call import Call
from creatio_dbapi.sandbox.edm import LARGEST_DECIMAL, TYPES, ZERO_GUID, Stored, decode_decimal, encode_decimal
from creatio_dbapi.sandbox.model import NAMESPACE, Model
from creatio_dbapi.sandbox.options import Options
from creatio_dbapi.sandbox.query import missing, record_by_key
from creatio_dbapi.sandbox.reading import root
from creatio_dbapi.sandbox.replies import (
    ODATA_VERSION,
    Refusal,
    Reply,
    access_denied,
    database_failed,
    no_content,
    odata_json,
    request_invalid,
)
from creatio_dbapi.sandbox.schema import Column, Entity

# The contact behind the user Supervisor, as in the sample answers of the connector reference.
CURRENT_CONTACT = "410006e1-ca4e-4502-a9ec-e54d922d2c00"
# Facts 4: system tables answer 403 on write.
_SYSTEM_TABLES = frozenset({"SysSchema", "SysPackage", "SysSettings", "SysAdminUnit", "SysUserInRole"})
_WIDE = Context(prec=60)
_EMPTY_AT_FIRST = frozenset({"Edm.Guid", "Edm.DateTimeOffset", "Edm.Date", "Edm.TimeOfDay", "Edm.Stream", "Edm.Binary"})
Values = dict[str, Stored]


def insert_record(model: Model, call: Call, entity: Entity) -> Reply:
    """Answer a POST to an entity set: the new record, with everything that the server filled in."""
    _check_writable(entity)
    members = _members(call)
    values = _read_members(entity, members, reject_unknown=True)
    key = _create(model, entity, values)
    record = record_by_key(model, call, entity, key, Options())
    address = f"{root(model, call)}/" + quote(f"{entity.name}({key_text(entity, key)})", safe="(),='")
    context = f"{root(model, call)}/$metadata#{entity.name}/$entity"
    return odata_json({"@odata.context": context, **record}, status=201, headers=(("Location", address),))


def update_record(model: Model, call: Call, entity: Entity, key: Sequence[Stored]) -> Reply:
    """Answer a PATCH: 204, whether the record was there or had to be created."""
    _check_writable(entity)
    reject = model.settings.patch_unknown == "reject"
    values = _read_members(entity, _members(call), reject_unknown=reject)
    # Facts 4: a zero Guid for a lookup is dropped in silence.
    values = {
        name: value
        for name, value in values.items()
        if name not in entity.key and not (value == ZERO_GUID and entity.columns[name].target)
    }
    _ensure_targets(model, entity, values)
    with model.store.change() as connection:
        where = " AND ".join(f"{entity.physical[name]} = ?" for name in entity.key)
        if connection.execute(f"SELECT 1 FROM {entity.table} WHERE {where}", key).fetchone():  # noqa: S608
            _update(model, connection, entity, values, where, key)
        elif model.settings.patch_creates:
            # Facts 10: PATCH to an Id that is not there creates the record.
            _create(model, entity, {**values, **dict(zip(entity.key, key, strict=True))})
        else:
            raise missing()
    return no_content()


def _update(
    model: Model, connection: sqlite3.Connection, entity: Entity, values: Values, where: str, key: Sequence[Stored]
) -> None:
    if not values:
        return
    _check_required(entity, values, values)
    changes = {**values, **_derived_names(entity, values)}
    if "ModifiedOn" in entity.columns:
        changes["ModifiedOn"] = _now()
    if "ModifiedById" in entity.columns:
        changes["ModifiedById"] = CURRENT_CONTACT
    _check_links(model, connection, entity, values)
    assignments = ", ".join(f"{entity.physical[name]} = ?" for name in changes)
    sql = f"UPDATE {entity.table} SET {assignments} WHERE {where}"  # noqa: S608
    _execute(connection, entity, sql, (*changes.values(), *key))


def delete_record(model: Model, entity: Entity, key: Sequence[Stored]) -> Reply:
    """Answer a DELETE: 204, 404, or the database's complaint about records that point here."""
    _check_writable(entity)
    made = model.store.made()
    referrers = [(other, column) for other, column in model.schema.referrers(entity.name) if other.table in made]
    for other, column in referrers:
        model.store.ensure_index(other, column)
    where = " AND ".join(f"{entity.physical[name]} = ?" for name in entity.key)
    with model.store.change() as connection:
        if connection.execute(f"DELETE FROM {entity.table} WHERE {where}", key).rowcount == 0:  # noqa: S608
            raise missing()
        for other, column in referrers:
            sql = f"SELECT 1 FROM {other.table} WHERE {other.physical[column]} = ? LIMIT 1"  # noqa: S608
            if connection.execute(sql, (key[0],)).fetchone():
                raise database_failed(
                    f'23503: update or delete on table "{entity.name}" violates foreign key constraint '
                    f'"FK_{other.name}_{column}" on table "{other.name}"'
                )
    return no_content()


def write_stream(model: Model, entity: Entity, key: Sequence[Stored], name: str, content: bytes | None) -> Reply:
    """Answer PUT (200) or DELETE (204) of a stream property."""
    _check_writable(entity)
    if name not in entity.streams:
        raise missing()
    where = " AND ".join(f"{entity.physical[column]} = ?" for column in entity.key)
    with model.store.change() as connection:
        sql = f"UPDATE {entity.table} SET {entity.physical[name]} = ? WHERE {where}"  # noqa: S608
        if connection.execute(sql, (content, *key)).rowcount == 0:
            raise missing()
    return no_content() if content is None else Reply(200, headers=(ODATA_VERSION,))


def _check_writable(entity: Entity) -> None:
    if entity.name in _SYSTEM_TABLES or not entity.key:
        raise Refusal(access_denied())


def key_text(entity: Entity, key: Sequence[Stored]) -> str:
    """Write a key as it stands in a URL's parentheses."""
    literals = [f"'{_doubled(value)}'" if _is_text(entity, name) else str(value) for name, value in _pairs(entity, key)]
    if len(literals) == 1:
        return literals[0]
    return ",".join(f"{name}={literal}" for name, literal in zip(entity.key, literals, strict=True))


def _pairs(entity: Entity, key: Sequence[Stored]) -> list[tuple[str, Stored]]:
    return list(zip(entity.key, key, strict=True))


def _doubled(value: Stored) -> str:
    return str(value).replace("'", "''")


def _is_text(entity: Entity, name: str) -> bool:
    return entity.columns[name].type == "Edm.String"


def _members(call: Call) -> Mapping[str, object]:
    members = call.members
    if members is None:
        try:
            members = json.loads(call.body, parse_float=Decimal, parse_constant=_no_constant)
        except (ValueError, RecursionError):
            raise request_invalid("The body is not a JSON object.") from None
    if not isinstance(members, dict):
        raise request_invalid("The body is not a JSON object.")
    return members


def _no_constant(text: str) -> object:
    raise ValueError(text)


def _read_members(entity: Entity, members: Mapping[str, object], *, reject_unknown: bool) -> Values:
    values: Values = {}
    for name, value in members.items():
        column = entity.columns.get(name)
        if column is not None:
            values[name] = read_value(name, column, value)
        elif "@" not in name and name not in entity.links and reject_unknown:
            # Facts 4: a navigation property in a body is ignored, any other unknown name is not.
            raise request_invalid(
                f"The property '{name}' does not exist on type '{NAMESPACE}.{entity.name}'. "
                "Make sure to only use property names that are defined by the type."
            )
    return values


def read_value(name: str, column: Column, value: object) -> Stored:
    """Read one JSON value into its stored form, or refuse it as the model does."""
    if column.type == "Edm.Stream":
        raise request_invalid(f"The stream property '{name}' can not be written in a body.")
    if value is None:
        if column.nullable is False:
            raise request_invalid(f"A null value was found for the property named '{name}', which is not nullable.")
        return None
    try:
        stored = TYPES[column.type].read(value)
    except (ValueError, OverflowError):
        shown = str(value)[:100]
        raise request_invalid(
            f"Cannot convert the literal '{shown}' of property '{name}' to the expected type '{column.type}'."
        ) from None
    return _fitted(column, stored)


def _fitted(column: Column, stored: Stored) -> Stored:
    """Make a value fit the database's column, as the database does or refuses to."""
    if column.type == "Edm.String" and isinstance(stored, str):
        if "\x00" in stored:
            raise database_failed('22021: invalid byte sequence for encoding "UTF8": 0x00')
        if column.max_length is not None and len(stored) > column.max_length:
            raise database_failed(f"22001: value too long for type character varying({column.max_length})")
    if column.type == "Edm.Decimal" and column.scale is not None:
        return _rounded(column, decode_decimal(str(stored)))
    if stored == "0001-01-01T00:00:00" and column.type == "Edm.DateTimeOffset" and column.nullable is None:
        return None  # inferred: the empty date-time that Creatio shows is also how it takes "empty"
    return stored


def _rounded(column: Column, number: Decimal) -> Stored:
    if number.copy_abs() < LARGEST_DECIMAL / 10**9:
        number = number.quantize(Decimal(1).scaleb(-(column.scale or 0)), ROUND_HALF_UP, _WIDE)
    if column.precision is not None and number.adjusted() >= column.precision - (column.scale or 0):
        raise database_failed("22003: numeric field overflow")
    return encode_decimal(number)


def _create(model: Model, entity: Entity, values: Values) -> tuple[Stored, ...]:
    _ensure_targets(model, entity, values)
    with model.store.change() as connection:
        filled = _filled(connection, entity, values)
        _check_required(entity, filled, entity.columns)
        _check_links(model, connection, entity, values)
        columns = ", ".join(entity.physical[name] for name in filled)
        marks = ", ".join("?" * len(filled))
        sql = f"INSERT INTO {entity.table} ({columns}) VALUES ({marks})"  # noqa: S608
        _execute(connection, entity, sql, tuple(filled.values()))
    return tuple(filled[name] for name in entity.key)


def _filled(connection: sqlite3.Connection, entity: Entity, values: Values) -> Values:
    """Add what the server fills in: key, authors, times, defaults, derived names."""
    now = _now()
    own: dict[str, Stored] = {
        "CreatedOn": now,
        "CreatedById": CURRENT_CONTACT,
        "ModifiedOn": now,
        "ModifiedById": CURRENT_CONTACT,
    }
    filled = {**values, **_derived_names(entity, values)}
    for name, column in entity.columns.items():
        if name in filled and (filled[name] is not None or name not in entity.key):
            continue
        if name in own and column.default is None:
            filled[name] = own[name]
        else:
            filled[name] = _default(connection, entity, name, column)
    return filled


def _default(connection: sqlite3.Connection, entity: Entity, name: str, column: Column) -> Stored:
    if column.identity:
        column_name = entity.physical[name]
        return int(connection.execute(f"SELECT COALESCE(max({column_name}), 0) + 1 FROM {entity.table}").fetchone()[0])  # noqa: S608
    if column.default is not None:
        return TYPES[column.type].read(column.default)
    if name in entity.key:
        if column.type == "Edm.Guid":
            return str(uuid.uuid4())
        raise request_invalid(f"The key property '{name}' has no value.")
    if column.nullable or column.type in _EMPTY_AT_FIRST:
        return None
    return TYPES[column.type].empty  # inferred: the database's own default for text, numbers and flags


def next_key(connection: sqlite3.Connection, entity: Entity, values: Values) -> Values:
    """The key values that the server makes for a row that comes without them."""
    missing_names = [name for name in entity.key if values.get(name) is None]
    return {name: _default(connection, entity, name, entity.columns[name]) for name in missing_names}


def default_values(entity: Entity) -> Values:
    """The values that rows put in from outside the protocol get for columns they do not name."""
    now = _now()
    values: Values = {}
    for name, column in entity.columns.items():
        if name in ("CreatedOn", "ModifiedOn"):
            values[name] = now
        elif column.default is not None:
            values[name] = TYPES[column.type].read(column.default)
        elif not column.nullable and column.type not in _EMPTY_AT_FIRST:
            values[name] = TYPES[column.type].empty
    return values


def _derived_names(entity: Entity, values: Values) -> Values:
    """Split a contact's name as the sample answer of the connector reference shows: Surname is the last word."""
    name = values.get("Name")
    if entity.name != "Contact" or not isinstance(name, str) or "Surname" in values or "GivenName" in values:
        return {}
    given, *others = name.split() or [""]
    return {"GivenName": given, "MiddleName": " ".join(others[:-1]), "Surname": others[-1] if others else ""}


def _now() -> str:
    nanoseconds = time.time_ns()
    moment = datetime.fromtimestamp(nanoseconds // 10**9, timezone.utc).replace(tzinfo=None)
    return f"{moment.isoformat()}.{nanoseconds % 10**9 // 100:07d}".rstrip("0").rstrip(".")


def _check_required(entity: Entity, values: Values, names: Mapping[str, object]) -> None:
    for name in names:
        if entity.columns[name].required and name not in entity.key and not values.get(name):
            raise database_failed(f"{name} field must be filled in", "Terrasoft.Common.ItemNotFilledException")


def _ensure_targets(model: Model, entity: Entity, values: Values) -> None:
    for name in values:
        target = entity.columns[name].target
        if target is not None and target in model.schema.entities:
            model.entity(target)


def _check_links(model: Model, connection: sqlite3.Connection, entity: Entity, values: Values) -> None:
    for name, value in values.items():
        target = model.schema.entities.get(entity.columns[name].target or "")
        if target is None or value is None or (target is entity and value == values.get(entity.key[0])):
            continue
        sql = f"SELECT 1 FROM {target.table} WHERE {target.physical[target.key[0]]} = ?"  # noqa: S608
        if connection.execute(sql, (value,)).fetchone() is None:
            raise database_failed(
                f'23503: insert or update on table "{entity.name}" violates foreign key constraint '
                f'"FK_{entity.name}_{name}"'
            )


def _execute(connection: sqlite3.Connection, entity: Entity, sql: str, parameters: Sequence[Stored]) -> None:
    try:
        connection.execute(sql, parameters)
    except sqlite3.IntegrityError as error:
        column = str(error).rpartition(".")[2]
        name = next((name for name, physical in entity.physical.items() if physical == column), column)
        constraint = f"PK_{entity.name}_{name}" if name in entity.key else f"UQ_{entity.name}_{name}"
        raise database_failed(f'23505: duplicate key value violates unique constraint "{constraint}"') from None
