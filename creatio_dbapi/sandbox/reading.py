"""Reads: collections, counts, single records, properties and streams."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote, urlencode

from creatio_dbapi.sandbox.call import Call
from creatio_dbapi.sandbox.edm import Stored
from creatio_dbapi.sandbox.filter_functions import Term
from creatio_dbapi.sandbox.filter_sql import Scope, condition, unknown_property
from creatio_dbapi.sandbox.model import Model
from creatio_dbapi.sandbox.options import Options, query_pairs, read_options
from creatio_dbapi.sandbox.query import (
    Record,
    check_depth,
    count_rows,
    fetch,
    key_condition,
    missing,
    record_by_key,
)
from creatio_dbapi.sandbox.replies import BYTES, ODATA_VERSION, TEXT, Reply, no_content, odata_json
from creatio_dbapi.sandbox.schema import Entity


def read_collection(model: Model, call: Call, entity: Entity) -> Reply:
    """Answer a page of an entity set."""
    options = read_options(call.query)
    check_depth(model, options.expand)
    records, total = fetch(model, entity, options, call)
    cut = _cut(model, call, records)
    value: Record = {"@odata.context": f"{root(model, call)}/$metadata#{entity.name}{_shape(options)}"}
    if total is not None:
        value["@odata.count"] = total
    value["value"] = cut
    if len(cut) < len(records) and model.settings.next_link is not None and len(cut) == model.settings.next_link:
        value["@odata.nextLink"] = _next_link(model, call, options, len(cut))
    return odata_json(value, rows=len(cut))


def root(model: Model, call: Call) -> str:
    """The address of the service, as the client reached it."""
    return f"{call.origin}{model.settings.prefix}/odata"


def _cut(model: Model, call: Call, records: list[Record]) -> list[Record]:
    """Keep what a server with small pages, or a fault, lets through."""
    limits = (model.settings.next_link, call.keep)
    return records[: min((limit for limit in limits if limit is not None), default=len(records))]


def _shape(options: Options) -> str:
    """The part of a context URL that tells the shape: `(Id,Name)`, `(Account())` (facts 3.3)."""
    parts = list(options.select or ())
    parts += [f"{expand.navigation}{_shape(expand.options) or '()'}" for expand in options.expand]
    return f"({','.join(parts)})" if parts else ""


def _next_link(model: Model, call: Call, options: Options, sent: int) -> str:
    pairs = [(name, value) for name, value in query_pairs(call.query) if name not in ("$skip", "$top")]
    if options.top is not None:
        pairs.append(("$top", str(options.top - sent)))
    pairs.append(("$skip", str(options.skip + sent)))
    host = model.settings.next_link_host
    origin = f"http://{host}" if host else call.origin
    return f"{origin}{call.path}?{urlencode(pairs, quote_via=quote, safe='$,()')}"


def read_count(model: Model, call: Call, entity: Entity) -> Reply:
    """Answer `Set/$count`: a plain number."""
    options = read_options(call.query)
    scope = Scope(model, entity)
    where = condition(scope, options.filter) if options.filter is not None else Term("1")
    total = count_rows(model, scope, where)
    return Reply(200, str(total).encode(), TEXT, (ODATA_VERSION,))


def read_record(model: Model, call: Call, entity: Entity, key: Sequence[Stored]) -> Reply:
    """Answer one record by its key."""
    options = read_options(call.query)
    check_depth(model, options.expand)
    record = record_by_key(model, call, entity, key, options)
    context = f"{root(model, call)}/$metadata#{entity.name}{_shape(options)}/$entity"
    return odata_json({"@odata.context": context, **record}, rows=1)


def read_property(model: Model, call: Call, entity: Entity, key: Sequence[Stored], rest: Sequence[str]) -> Reply:
    """Answer `…/Name`, `…/Name/$value`, a stream's bytes, or the record behind a lookup."""
    name, raw = rest[0], tuple(rest[1:]) == ("$value",)
    if len(rest) > 1 and not raw:
        raise missing()
    if name in entity.links and not raw:
        return _read_linked(model, call, entity, key, name)
    column = entity.columns.get(name)
    if column is None:
        raise unknown_property(name, entity)
    if column.type == "Edm.Stream":
        return _read_stream(model, entity, key, name)
    value = record_by_key(model, call, entity, key, Options(select=(name,)))[name]
    if value is None:
        return no_content()
    if raw:
        return Reply(200, _raw_text(value), TEXT, (ODATA_VERSION,))
    literal = call.path.rpartition("/odata/")[2]
    return odata_json({"@odata.context": f"{root(model, call)}/$metadata#{literal}", "value": value}, rows=1)


def _raw_text(value: object) -> bytes:
    if isinstance(value, str):
        return value.encode()
    return odata_json(value).body


def _read_linked(model: Model, call: Call, entity: Entity, key: Sequence[Stored], name: str) -> Reply:
    scope, link = Scope(model, entity), entity.links[name]
    where = key_condition(scope, key)
    sql = f"SELECT {scope.column(link.column)} FROM {scope.source} WHERE {where.sql}"  # noqa: S608
    rows = model.store.read(sql, where.parameters)
    if not rows:
        raise missing()
    if rows[0][0] is None:
        return no_content()
    return read_record(model, call, model.entity(link.target), rows[0])


def _read_stream(model: Model, entity: Entity, key: Sequence[Stored], name: str) -> Reply:
    scope = Scope(model, entity)
    where = key_condition(scope, key)
    rows = model.store.read(f"SELECT {scope.column(name)} FROM {scope.source} WHERE {where.sql}", where.parameters)  # noqa: S608
    if not rows:
        raise missing()
    content = rows[0][0]
    if not isinstance(content, bytes) or not content:
        return no_content()
    return Reply(200, content, BYTES)
