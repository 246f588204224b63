"""One query: what the options of a URL ask for, as SQL, and the records that come of it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from creatio_dbapi.sandbox.call import Call
from creatio_dbapi.sandbox.edm import TYPES, Stored, decimal_text
from creatio_dbapi.sandbox.filter_functions import Term
from creatio_dbapi.sandbox.filter_sql import Scope, condition, path_term, unknown_property
from creatio_dbapi.sandbox.model import Model
from creatio_dbapi.sandbox.options import Expand, Options, Order
from creatio_dbapi.sandbox.replies import (
    BYTES,
    ODATA_VERSION,
    Refusal,
    Reply,
    odata_json,
    query_refused,
    translation_failed,
)
from creatio_dbapi.sandbox.schema import Entity

Record = dict[str, object]
_reads = itertools.count()
_SMALL = 20000


@dataclass(frozen=True)
class Member:
    """One member of a JSON record: its name, the SQL that gives it, and what Python still has to do to it."""

    name: str
    sql: str
    finish: Callable[[Stored], object] | None = None


@dataclass(frozen=True)
class Selection:
    """What a SELECT fetches: members of the record, then columns that only $expand needs."""

    members: tuple[Member, ...]
    hidden: tuple[str, ...] = ()


def count_rows(model: Model, scope: Scope, where: Term) -> int:
    sql = f"SELECT count(*) FROM {scope.source} WHERE {where.sql}"  # noqa: S608
    return int(str(model.store.read(sql, where.parameters)[0][0]))


def fetch(model: Model, entity: Entity, options: Options, call: Call) -> tuple[list[Record], int | None]:
    """Run one query: the records, and the total when asked for."""
    scope = Scope(model, entity)
    where = condition(scope, options.filter) if options.filter is not None else Term("1")
    selection = selected(entity, options, ieee754=call.ieee754)
    order = ordering(scope, options)
    total = count_rows(model, scope, where) if options.count else None
    if options.top == 0:
        return [], total
    rows = _rows(model, scope, options, selection, where, order)
    return _records(model, entity, options, call, selection, rows), total


def _rows(
    model: Model, scope: Scope, options: Options, selection: Selection, where: Term, order: str
) -> list[tuple[Stored, ...]]:
    columns = [member.sql for member in selection.members] + [scope.column(name) for name in selection.hidden]
    cap = model.settings.row_limit
    page_cap, next_link = model.settings.page_cap, model.settings.next_link
    limits = (options.top, cap + 1, page_cap, None if next_link is None else next_link + 1)
    wanted = min(limit for limit in limits if limit is not None)
    sql = f"SELECT {', '.join(columns)} FROM {scope.source} WHERE {where.sql} ORDER BY {order} LIMIT ? OFFSET ?"  # noqa: S608
    rows = model.store.read(sql, (*where.parameters, wanted, options.skip))
    if len(rows) > cap:
        # Facts 3.6: an answer with more rows than MaxEntityRowCount is a 500, not a cut.
        raise translation_failed(
            f'Maximum number of {cap} records exceeded while loading "{scope.entity.name}" object data.',
            "Terrasoft.Common.InvalidObjectStateException",
        )
    return rows


def _records(
    model: Model,
    entity: Entity,
    options: Options,
    call: Call,
    selection: Selection,
    rows: Sequence[tuple[Stored, ...]],
) -> list[Record]:
    records = shown(selection.members, rows)
    width = len(selection.members)
    for expand in options.expand:
        position = width + selection.hidden.index(_linking_column(entity, expand.navigation))
        expand_into(model, entity, expand, call, records, [row[position] for row in rows])
    return records


def shown(members: Sequence[Member], rows: Sequence[tuple[Stored, ...]]) -> list[Record]:
    """Make JSON records of rows."""
    names = [member.name for member in members]
    records: list[Record] = [dict(zip(names, row)) for row in rows]  # noqa: B905 - hidden columns come after
    for member in members:
        if member.finish is not None:
            for record in records:
                value = record[member.name]
                record[member.name] = None if value is None else member.finish(value)  # type: ignore[arg-type]
    return records


def selected(entity: Entity, options: Options, *, ieee754: bool = False) -> Selection:
    """Choose the members of a record: the $select, or all columns."""
    names = (
        list(entity.columns) if options.select is None or "*" in options.select else _selected_names(entity, options)
    )
    members: list[Member] = []
    for name in names:
        members.extend(_members(entity, name, ieee754=ieee754, explicit=options.select is not None))
    hidden = tuple(dict.fromkeys(_linking_column(entity, expand.navigation) for expand in options.expand))
    return Selection(tuple(members), hidden)


def _selected_names(entity: Entity, options: Options) -> list[str]:
    names = []
    for name in options.select or ():
        if name in entity.columns:
            names.append(name)
        elif name not in entity.links:
            raise unknown_property(name, entity)  # facts 3.4: names only the first bad one; a path is one
    return list(dict.fromkeys(names))


def _members(entity: Entity, name: str, *, ieee754: bool, explicit: bool) -> list[Member]:
    column = entity.columns[name]
    if column.type == "Edm.Stream":
        if explicit:
            # Facts 4.2: $select of a binary column.
            raise translation_failed(
                "Value cannot be null.\r\nParameter name: property", "System.ArgumentNullException"
            )
        return _stream_members(entity, name)
    edm = TYPES[column.type]
    sql = f"r.{entity.physical[name]}"
    if column.nullable is not True and name not in entity.key:
        sql = f"COALESCE({sql}, {_sql_literal(edm.empty)})"  # facts 6.2: Creatio never shows null
    finish = edm.shown
    if ieee754 and column.type in ("Edm.Decimal", "Edm.Int64"):
        finish = _number_text
    return [Member(name, edm.shown_sql.format(sql), finish)]


def _number_text(value: Stored) -> object:
    return decimal_text(value) if isinstance(value, str) else str(value)


def _sql_literal(value: Stored) -> str:
    if isinstance(value, bytes):
        return "x''"
    return f"'{value}'" if isinstance(value, str) else str(value)


def _stream_members(entity: Entity, name: str) -> list[Member]:
    link = f"'{entity.name}(' || r.{entity.physical[entity.key[0]]} || ')/{name}'"
    return [
        Member(f"{name}@odata.mediaEditLink", link),
        Member(f"{name}@odata.mediaReadLink", link),
        Member(f"{name}@odata.mediaContentType", f"'{BYTES}'"),
    ]


def _linking_column(entity: Entity, navigation: str) -> str:
    """The column of this object that an expanded navigation property hangs on."""
    link = entity.links.get(navigation)
    return entity.key[0] if link is None else link.column


def ordering(scope: Scope, options: Options) -> str:
    """Write ORDER BY; what the client leaves open stays open (facts 0.7)."""
    limit = scope.model.settings.orderby_limit
    if len(options.orderby) > limit:
        raise query_refused(
            "The number of clauses in $orderby query option exceeded the maximum number allowed. "
            f"The maximum number of $orderby clauses allowed is {limit}."
        )
    keys = [_order_key(scope, order) for order in options.orderby]
    if scope.entity.key and {(name,) for name in scope.entity.key} <= {order.path for order in options.orderby}:
        return ", ".join(keys)
    paged = options.top is not None or options.skip > 0
    if keys and paged and scope.model.settings.id_tiebreak and scope.entity.key:
        # Facts 3.1: UseAdditionalSortingByIdWhenOffsetFetch.
        return ", ".join([*keys, *map(scope.column, scope.entity.key)])
    return ", ".join([*keys, _scramble(scope)])


def _order_key(scope: Scope, order: Order) -> str:
    settings = scope.model.settings
    if len(order.path) > 1 and "orderby_path" not in settings.forms:
        raise translation_failed("Sorting by a navigation path is not supported.", "System.NotSupportedException")
    column = scope.entity.columns.get(order.path[0])
    if column is not None and column.target is not None and "orderby_lookup" in settings.forms:
        term = Term(scope.column(order.path[0]), type=column.type)
    else:
        term = path_term(scope, order.path)
    sql = f"fold({term.sql})" if term.type == "Edm.String" and settings.text == "insensitive" else term.sql
    if sql == scope.column(order.path[-1]) and order.path in [(name,) for name in scope.entity.key]:
        return f"{sql} {'DESC' if order.descending else 'ASC'}"  # a key is never NULL, and this way its index serves
    nulls_last = (settings.nulls == "last") != order.descending
    return f"{sql} {'DESC' if order.descending else 'ASC'} NULLS {'LAST' if nulls_last else 'FIRST'}"


def _scramble(scope: Scope) -> str:
    """An order that means nothing and changes from read to read, so that nobody can rely on it."""
    number = next(_reads)
    rows = scope.model.store.read(f"SELECT max(rowid) FROM {scope.entity.table}")[0][0]  # noqa: S608
    if isinstance(rows, int) and rows > _SMALL:
        return f"{scope.alias}.rowid {'DESC' if number % 2 else 'ASC'}"  # sorting a million rows would take a second
    return f"(({scope.alias}.rowid + {number % 7}) * 40503) & 65535 {'DESC' if number % 2 else 'ASC'}"


def check_depth(model: Model, expands: Sequence[Expand], depth: int = 1) -> None:
    limit = model.settings.expand_depth
    if expands and depth > limit:
        raise query_refused(
            f"The request includes a $expand path which is too deep. The maximum depth allowed is {limit}. "
            "To increase the limit, set the 'MaxExpansionDepth' property on EnableQueryAttribute or "
            "ODataValidationSettings, or set the 'MaxDepth' property in ExpandAttribute."
        )
    for expand in expands:
        check_depth(model, expand.options.expand, depth + 1)


def expand_into(
    model: Model, entity: Entity, expand: Expand, call: Call, records: Sequence[Record], keys: Sequence[Stored]
) -> None:
    """Put an expanded navigation property into every record; `keys` are the linking values, record by record."""
    link = entity.links.get(expand.navigation)
    if link is not None:
        found = _related(model, model.entity(link.target), None, expand.options, call, keys)
        for record, key in zip(records, keys, strict=True):
            related = found.get(key)
            # Inferred: an empty lookup expands to null, the one place where an answer has it.
            record[expand.navigation] = related[0] if related else None
        return
    back = model.schema.backs(entity.name).get(expand.navigation)
    if back is None:
        raise unknown_property(expand.navigation, entity)
    found = _related(model, model.entity(back.entity), back.column, expand.options, call, keys)
    for record, key in zip(records, keys, strict=True):
        related = found.get(key, [])
        if expand.options.count:
            record[f"{expand.navigation}@odata.count"] = len(related)
        end = None if expand.options.top is None else expand.options.skip + expand.options.top
        record[expand.navigation] = related[expand.options.skip : end]


def _related(
    model: Model, entity: Entity, column: str | None, options: Options, call: Call, keys: Sequence[Stored]
) -> Mapping[Stored, list[Record]]:
    """Fetch the records that the keys point at (or that point at the keys), by key."""
    if column is None and (options.filter, options.orderby, options.top) != (None, (), None):
        raise query_refused("Only $select and $expand apply to a navigation property to one record.")
    scope = Scope(model, entity)
    linking = column or entity.key[0]
    if column is not None:
        model.store.ensure_index(entity, column)
    where = condition(scope, options.filter) if options.filter is not None else Term("1")
    selection = selected(entity, options, ieee754=call.ieee754)
    selection = replace(selection, hidden=(*selection.hidden, linking))
    columns = [member.sql for member in selection.members] + [scope.column(name) for name in selection.hidden]
    order = ordering(scope, options)
    sql = (
        f"SELECT {', '.join(columns)} FROM {scope.source} "  # noqa: S608
        f"WHERE {scope.column(linking)} IN (SELECT value FROM json_each(?)) AND {where.sql} ORDER BY {order}"
    )
    rows = model.store.read(sql, (_json_list(keys), *where.parameters))
    records = _records(model, entity, options, call, selection, rows)
    grouped: dict[Stored, list[Record]] = {}
    for record, row in zip(records, rows, strict=True):
        grouped.setdefault(row[-1], []).append(record)
    return grouped


def _json_list(keys: Sequence[Stored]) -> str:
    return odata_json([key for key in dict.fromkeys(keys) if key is not None]).body.decode()


def key_condition(scope: Scope, key: Sequence[Stored]) -> Term:
    """The condition that finds one record."""
    sql = " AND ".join(f"{scope.column(name)} = ?" for name in scope.entity.key)
    return Term(sql, tuple(key))


def record_by_key(model: Model, call: Call, entity: Entity, key: Sequence[Stored], options: Options) -> Record:
    """Fetch one record, or refuse with 404."""
    scope = Scope(model, entity)
    selection = selected(entity, options, ieee754=call.ieee754)
    rows = _rows(model, scope, Options(), selection, key_condition(scope, key), "1")
    if not rows:
        raise missing()
    return _records(model, entity, options, call, selection, rows)[0]


def missing() -> Refusal:
    """Refuse with 404 for a key that is not there; its body is not known, the library's own is empty."""
    return Refusal(Reply(404, headers=(ODATA_VERSION,)))
