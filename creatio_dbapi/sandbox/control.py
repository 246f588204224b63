"""The control routes below /sandbox: not in Creatio, and every answer of theirs says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, fields

import orjson
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from creatio_dbapi.sandbox.operations import Operations
from creatio_dbapi.sandbox.schema import Column
from creatio_dbapi.sandbox.settings import Settings

_MARK = "control route of the sandbox, not in Creatio"
_SECRETS = ("password", "client_secret")
Handler = Callable[[Operations, Request, bytes], object]


class Control:
    """The routes that steer one sandbox."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def routes(self) -> list[Route]:
        """Return the routes for the web application."""
        table = [Route(path, self._endpoint(handler), methods=[method]) for method, path, handler in _ROUTES]
        return [*table, Route("/sandbox/{rest:path}", self._endpoint(_help), methods=["GET", "POST", "DELETE"])]

    def _endpoint(self, handler: Handler) -> Callable[[Request], object]:
        async def endpoint(request: Request) -> Response:
            body = await request.body()
            try:
                result, status = await run_in_threadpool(handler, self._operations, request, body), 200
            except (ValueError, TypeError, KeyError, SyntaxError) as error:
                result, status = {"error": str(error)}, 400
            content = orjson.dumps({"sandbox": _MARK, "result": result}, default=str)
            return Response(content, status, {"X-Creatio-Sandbox": _MARK}, "application/json")

        return endpoint


def _object(body: bytes) -> dict[str, object]:
    value = orjson.loads(body) if body.strip() else {}
    if not isinstance(value, dict):
        raise ValueError("the body must be a JSON object")
    return value


def _help(operations: Operations, request: Request, body: bytes) -> object:
    return {"routes": [f"{method} {path}" for method, path, _ in _ROUTES]}


def _reset(operations: Operations, request: Request, body: bytes) -> object:
    operations.reset()
    return operations.row_counts()


def _expire(operations: Operations, request: Request, body: bytes) -> object:
    operations.expire_sessions(**_object(body))  # type: ignore[arg-type]
    return operations.faults.waiting()


def _tokens(operations: Operations, request: Request, body: bytes) -> object:
    return operations.expire_tokens(**_object(body))  # type: ignore[arg-type]


def _faults(operations: Operations, request: Request, body: bytes) -> object:
    if request.method == "DELETE":
        operations.clear_faults()
    elif request.method == "POST":
        operations.add_fault(**_object(body))  # type: ignore[arg-type]
    return operations.faults.waiting()


def _switches(operations: Operations, request: Request, body: bytes) -> object:
    if request.method == "POST":
        operations.switch(**_object(body))
    settings = operations.site.settings
    shown = {field.name: getattr(settings, field.name) for field in fields(Settings) if field.name not in _SECRETS}
    return {**shown, "forms": sorted(settings.forms)}


def _forms(operations: Operations, request: Request, body: bytes) -> object:
    operations.switch_forms(**_object(body))  # type: ignore[arg-type]
    return sorted(operations.site.settings.forms)


def _objects(operations: Operations, request: Request, body: bytes) -> object:
    if request.method == "DELETE":
        operations.drop_object(request.path_params["name"])
    elif request.method == "POST":
        details = _object(body)
        columns = details.pop("columns", {})
        if not isinstance(columns, dict):
            raise ValueError("columns must be an object: name to type, or to an object with the fields of a column")
        specs = {name: spec if isinstance(spec, str) else Column(**spec) for name, spec in columns.items()}
        operations.create_object(str(details.pop("name")), specs, **details)  # type: ignore[arg-type]
    return operations.row_counts()


def _rows(operations: Operations, request: Request, body: bytes) -> object:
    name = request.path_params["name"]
    if request.method == "POST":
        operations.insert(name, orjson.loads(body))
        return operations.row_counts().get(name, 0)
    return operations.rows(name)


def _metadata(operations: Operations, request: Request, body: bytes) -> object:
    return operations.load_metadata(body)


def _requests(operations: Operations, request: Request, body: bytes) -> object:
    if request.method == "DELETE":
        operations.clear_requests()
    return [asdict(record) for record in operations.requests]


_ROUTES: list[tuple[str, str, Handler]] = [
    ("POST", "/sandbox/reset", _reset),
    ("POST", "/sandbox/sessions/expire", _expire),
    ("POST", "/sandbox/tokens/expire", _tokens),
    ("GET", "/sandbox/faults", _faults),
    ("POST", "/sandbox/faults", _faults),
    ("DELETE", "/sandbox/faults", _faults),
    ("GET", "/sandbox/switches", _switches),
    ("POST", "/sandbox/switches", _switches),
    ("POST", "/sandbox/forms", _forms),
    ("GET", "/sandbox/objects", _objects),
    ("POST", "/sandbox/objects", _objects),
    ("DELETE", "/sandbox/objects/{name}", _objects),
    ("GET", "/sandbox/objects/{name}/rows", _rows),
    ("POST", "/sandbox/objects/{name}/rows", _rows),
    ("POST", "/sandbox/metadata", _metadata),
    ("GET", "/sandbox/requests", _requests),
    ("DELETE", "/sandbox/requests", _requests),
]
