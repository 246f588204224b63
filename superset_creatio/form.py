"""The connection form: which fields Superset asks for, how they are checked, and the URL they become."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from marshmallow import Schema, fields
from marshmallow.validate import Range
from sqlalchemy.engine.url import URL, make_url
from superset.errors import ErrorLevel, SupersetError, SupersetErrorType
from superset.utils.network import is_hostname_valid, is_port_open

SANDBOX = "sandbox"
_PORTS = {"https": 443, "http": 80}


class ParametersSchema(Schema):
    """The fields of the form, in Superset's own names, for which it has widgets."""

    host = fields.String(
        required=True,
        metadata={"description": "the address of Creatio, as crm.example.com, or sandbox to try without one"},
    )
    port = fields.Integer(
        allow_none=True,
        metadata={"description": "only where it is not the usual one"},
        validate=Range(min=0, max=2**16, max_inclusive=False),
    )
    username = fields.String(required=True, allow_none=True, metadata={"description": "a user of Creatio"})
    password = fields.String(allow_none=True, metadata={"description": "the password of that user"})
    query = fields.Dict(
        keys=fields.Str(),
        values=fields.Raw(),
        metadata={"description": "options of the connection, as timeout=30&read_only=true"},
    )
    encryption = fields.Boolean(metadata={"description": "HTTPS, unless the host begins with http://"})


Parameters = dict[str, Any]


class ConnectionForm:
    """What Superset asks of a spec that has a form; the spec is made of it."""

    parameters_schema = ParametersSchema()

    @classmethod
    def build_sqlalchemy_uri(cls, parameters: Parameters, encrypted_extra: Any = None) -> str:
        """Return the URL of the fields."""
        address = _address(parameters)
        if address.host == SANDBOX:
            return "creatio://sandbox"
        url = URL.create(
            f"creatio+{address.driver}",
            username=parameters.get("username") or None,
            password=parameters.get("password") or None,
            host=address.host,
            port=address.port,
            database=address.path or None,
            query=parameters.get("query") or {},
        )
        return url.render_as_string(hide_password=False)

    @classmethod
    def get_parameters_from_uri(cls, uri: str, encrypted_extra: Any = None) -> Parameters:
        """Return the fields of a URL."""
        url = make_url(uri)
        return {
            "username": url.username,
            "password": url.password,
            "host": f"{url.host}/{url.database}" if url.database else url.host,
            "port": url.port,
            "query": dict(url.query),
            "encryption": url.get_driver_name() != "http",
        }

    @classmethod
    def validate_parameters(cls, properties: dict[str, Any]) -> list[SupersetError]:
        """Return what is missing or wrong, as far as the form is filled in: Superset asks while it is typed."""
        parameters = properties.get("parameters", {})
        address = _address(parameters)
        if address.host == SANDBOX:
            return []
        missing = [name for name in ("host", "password", "username") if not parameters.get(name)]
        errors = [_missing(missing)] if missing else []
        return errors + (list(_wrong(address)) if address.host else [])

    @classmethod
    def parameters_json_schema(cls) -> Any:
        """Return the fields as OpenAPI."""
        spec = APISpec("Database Parameters", "1.0.0", "3.0.2", plugins=[MarshmallowPlugin()])
        spec.components.schema(cls.__name__, schema=cls.parameters_schema)
        return spec.to_dict()["components"]["schemas"][cls.__name__]


@dataclass(frozen=True, slots=True)
class _Address:
    driver: str
    host: str
    port: int | None
    path: str


def _address(parameters: Parameters) -> _Address:
    """Read where Creatio is; people paste whole addresses, so scheme, port and path may stand with the host."""
    scheme, mark, rest = str(parameters.get("host") or "").strip().rpartition("://")
    try:
        parts = urlsplit(f"//{rest}")
        host, port = parts.hostname or "", parameters.get("port") or parts.port
    except ValueError:
        return _Address("https", rest, None, "")
    switch = parameters.get("encryption")
    plain = scheme.lower() == "http" if mark or switch is None else not switch
    return _Address("http" if plain else "https", host, int(port) if port else None, parts.path.strip("/"))


def _missing(names: list[str]) -> SupersetError:
    return SupersetError(
        message=f"One or more parameters are missing: {', '.join(names)}",
        error_type=SupersetErrorType.CONNECTION_MISSING_PARAMETERS_ERROR,
        level=ErrorLevel.WARNING,
        extra={"missing": names},
    )


def _wrong(address: _Address) -> Iterator[SupersetError]:
    port = address.port or _PORTS[address.driver]
    if not is_hostname_valid(address.host):
        yield _error(f"The host {address.host} is not known; check its name.", "INVALID_HOSTNAME", "host")
    elif not 0 < port < 2**16:
        yield _error("The port is a number from 1 to 65535.", "INVALID_PORT", "port")
    elif not is_port_open(address.host, port):
        yield _error(f"Nothing answers at {address.host}, port {port}.", "PORT_CLOSED", "host", "port")


def _error(message: str, kind: str, *invalid: str) -> SupersetError:
    return SupersetError(
        message=message,
        error_type=SupersetErrorType(f"CONNECTION_{kind}_ERROR"),
        level=ErrorLevel.ERROR,
        extra={"invalid": list(invalid)},
    )
