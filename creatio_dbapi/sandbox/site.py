"""The site: which part of it answers a request, from the path down to the record."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import unquote

from creatio_dbapi.sandbox.batch import Execute, answer_batch
from creatio_dbapi.sandbox.call import Address, Call, read_address, read_key
from creatio_dbapi.sandbox.csdl import write_metadata
from creatio_dbapi.sandbox.edm import Stored
from creatio_dbapi.sandbox.login import Sessions, login_page_path
from creatio_dbapi.sandbox.model import Model
from creatio_dbapi.sandbox.query import missing
from creatio_dbapi.sandbox.reading import (
    read_collection,
    read_count,
    read_property,
    read_record,
    root,
)
from creatio_dbapi.sandbox.replies import (
    ODATA_VERSION,
    Refusal,
    Reply,
    authentication_failed,
    html_page,
    method_refused,
    not_routed,
    odata_json,
    plain_json,
)
from creatio_dbapi.sandbox.schema import Entity, Schema
from creatio_dbapi.sandbox.settings import Settings
from creatio_dbapi.sandbox.store import Store
from creatio_dbapi.sandbox.writing import delete_record, insert_record, update_record, write_stream

_AUTH = "/ServiceModel/AuthService.svc/"


class Site:
    """One instance: its objects, rows, sessions and switches."""

    def __init__(self, schema: Schema, store: Store, settings: Settings) -> None:
        self.schema = schema
        self.store = store
        self.settings = settings
        self.sessions = Sessions()
        self._document: tuple[int, bytes] = (-1, b"")
        self._lock = threading.Lock()

    def change_settings(self, **changes: object) -> Settings:
        """Turn switches; requests that are under way keep the old ones."""
        with self._lock:
            self.settings = replace(self.settings, **changes)  # type: ignore[arg-type]
            return self.settings

    @property
    def model(self) -> Model:
        """What a request that starts now is answered from."""
        return Model(self.schema, self.store, self.settings)

    def answer(self, call: Call) -> Reply:
        """Answer one request."""
        try:
            return self._answer(call, self.settings)
        except Refusal as refusal:
            return refusal.reply

    def _answer(self, call: Call, settings: Settings) -> Reply:
        limit = settings.url_limit
        if limit is not None and len(call.path) + len(call.query) + bool(call.query) > limit:
            return html_page(404, "404 - File or directory not found.", "HTTP Error 404.15 - Not Found")
        if _AUTH in call.path:
            return self._authenticate(call, settings)
        if call.path.removeprefix(settings.prefix).startswith(("/connect/", "/.well-known/")):
            return self._identify(call, settings)
        # Facts 1.3: the Framework build has its login page below /0 as well; pages tell the platforms apart.
        if call.path in (login_page_path(settings), settings.prefix + login_page_path(settings)):
            return html_page(200, "Creatio", "Login")
        if call.path in (f"{settings.prefix}/ping", f"{settings.prefix}/api/HealthCheck/Ping"):
            return Reply(200, b"Healthy", "text/plain")
        if _in_service(call, settings):
            self.sessions.check(call, settings)
            if not settings.may_use_odata:
                return html_page(403, "403 - Forbidden: Access is denied.", "403 - Forbidden: Access is denied.")
        return self.execute(call, self.model)

    def _authenticate(self, call: Call, settings: Settings) -> Reply:
        if not call.path.startswith(_AUTH):
            return authentication_failed()  # facts 1.1: login is at the site root on both platforms
        method = call.path.removeprefix(_AUTH)
        if call.method == "POST" and method == "Login":
            return self.sessions.sign_in(call, settings)
        if call.method == "POST" and method == "Logout":
            return self.sessions.sign_out(call)
        return Reply(403)  # facts 1.1: a malformed method name

    def _identify(self, call: Call, settings: Settings) -> Reply:
        tokens = self.sessions.tokens
        path = call.path.removeprefix(settings.prefix)
        if path == "/connect/token":
            return tokens.token(call, settings)
        if path == "/connect/revocation":
            return tokens.revoke(call)
        if path == "/.well-known/openid-configuration":
            return tokens.discovery(call, settings)
        if path == "/connect/authorize":
            self.sessions.check(call, settings)
            return tokens.authorize(call, settings)
        return _nothing_here()

    def execute(self, call: Call, model: Model) -> Reply:
        """Answer one request to the OData service, alone or as a part of a $batch."""
        if not _in_service(call, model.settings):
            return _nothing_here()
        path = call.path.removeprefix(f"{model.settings.prefix}/odata").strip("/")
        special = _SPECIAL.get(unquote(path))
        if special is not None:
            return special(self, call, model)
        address = read_address(path)
        entity = model.schema.entities.get(address.name) if address else None
        if address is None or entity is None:
            if model.settings.unknown_set == 401:
                return authentication_failed()  # facts 1.4: so does a cloud site
            return not_routed(call.url, address.name if address else path)
        model.store.ensure(entity)
        return _answer_entity(call, model, entity, address)

    def metadata(self) -> bytes:
        """The $metadata document, written once for each state of the schema."""
        version, document = self._document
        if version != self.schema.version:
            version = self.schema.version
            document = write_metadata(self.schema)
            self._document = (version, document)
        return document


def _in_service(call: Call, settings: Settings) -> bool:
    base = f"{settings.prefix}/odata"
    return call.path == base or call.path.startswith(f"{base}/")


def _nothing_here() -> Reply:
    return html_page(404, "404 - File or directory not found.", "404 - File or directory not found.")


def _service_document(site: Site, call: Call, model: Model) -> Reply:
    sets = [{"name": name, "kind": "EntitySet", "url": name} for name in sorted(model.schema.entities)]
    return odata_json({"@odata.context": f"{root(model, call)}/$metadata", "value": sets})


def _metadata_document(site: Site, call: Call, model: Model) -> Reply:
    return Reply(200, site.metadata(), "application/xml", (ODATA_VERSION,))


def _batch(site: Site, call: Call, model: Model) -> Reply:
    if call.method != "POST":
        return method_refused(call.method)
    return answer_batch(model, call, _executor(site, model))


def _executor(site: Site, model: Model) -> Execute:
    def execute(call: Call) -> Reply:
        try:
            return site.execute(call, model)
        except Refusal as refusal:
            return refusal.reply

    return execute


_SPECIAL: Mapping[str, Callable[[Site, Call, Model], Reply]] = {
    "": _service_document,
    "$metadata": _metadata_document,
    "$batch": _batch,
}


def _answer_entity(call: Call, model: Model, entity: Entity, address: Address) -> Reply:
    if address.key is None:
        return _answer_set(call, model, entity, address)
    key = read_key(entity, address.key)
    if key is None:
        return not_routed(call.url, entity.name)
    if address.rest:
        return _answer_property(call, model, entity, key, address.rest)
    if call.method == "GET":
        return read_record(model, call, entity, key)
    if call.method == "PATCH":
        return update_record(model, call, entity, key)
    if call.method == "DELETE":
        return delete_record(model, entity, key)
    return method_refused(call.method)  # facts 4: PUT on an entity belongs to OData 3


def _answer_set(call: Call, model: Model, entity: Entity, address: Address) -> Reply:
    if address.rest == ("$count",) and call.method == "GET":
        return read_count(model, call, entity)
    if address.rest:
        return not_routed(call.url, entity.name)
    if call.method == "GET":
        return read_collection(model, call, entity)
    if call.method == "POST":
        return insert_record(model, call, entity)
    return method_refused(call.method)


def _answer_property(call: Call, model: Model, entity: Entity, key: tuple[Stored, ...], rest: tuple[str, ...]) -> Reply:
    if call.method == "GET":
        return read_property(model, call, entity, key, rest)
    if len(rest) > 1:
        raise missing()
    if call.method == "PUT":
        return write_stream(model, entity, key, rest[0], call.body)
    if call.method == "DELETE":
        return write_stream(model, entity, key, rest[0], None)
    return method_refused(call.method)


def internal_error(error: Exception) -> Reply:
    """Answer an error of the sandbox itself so that it can be told from one that Creatio has."""
    text = f"{type(error).__name__}: {error}"
    body = {"Message": "The sandbox itself failed.", "ExceptionMessage": text, "ExceptionType": "Sandbox"}
    return plain_json(body, status=500)
