"""Examines a connection step by step: what works, what does not, and what would help."""

from __future__ import annotations

import importlib.metadata
import platform
import socket
import ssl
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Literal
from urllib.parse import urlsplit

from creatio_dbapi.collation import SAMPLE_TABLES, learn_collation, rows_of
from creatio_dbapi.connection import Connection
from creatio_dbapi.errors import Error, OperationalError
from creatio_dbapi.meter import Meter
from creatio_dbapi.probe import probe_forms
from creatio_dbapi.profile import UNPROVEN
from creatio_dbapi.request import Order, Query, query_url

Verdict = Literal["fine", "warning", "problem", "not tried"]

_PAGE = 5_000  # rows that are asked for to see whether a server caps its pages
_CLOCK_SECONDS = 60.0
_CERTIFICATE_DAYS = 30
_SECONDS = 10.0
_PACKAGES = ("creatio-dbapi", "requests", "sqlglot", "duckdb", "pyarrow", "msgspec", "sqlalchemy", "pandas")
_COLLATIONS = {
    "sensitive": "text differs by case, accents and spaces, as here; conditions on text are exact",
    "binary": "text is compared by code point, as here; conditions on text are exact",
    "nocase": "upper and lower case are the same to the server, and so they are here",
    "unknown": "how text compares could not be learned; conditions on text are applied again here",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What one step found; `advice` says what would help, where something would."""

    name: str
    verdict: Verdict
    text: str
    advice: str = ""


def diagnose(connection: Connection, *, try_write: bool = False) -> Iterator[Finding]:
    """Examine a connection, a step at a time; ends early where the steps after a problem cannot work.

    Nothing is changed unless `try_write`: then one contact is made and deleted again.
    """
    yield _versions()
    for step in (_host, _certificate, _sign_in):
        finding = step(connection)
        if finding is not None:
            yield finding
            if finding.verdict == "problem":
                return
    for check in (_tables, _reading, _clock, _pages, _collation, _forms):
        yield _guarded(check, connection)
    yield _guarded(_writing, connection) if try_write else _NOT_WRITTEN


_NOT_WRITTEN = Finding("writing", "not tried", "nothing was written", "--try-write makes one contact and deletes it")


def _guarded(check: Callable[[Connection], Finding], connection: Connection) -> Finding:
    name = check.__name__.removeprefix("_")
    try:
        return check(connection)
    except Error as error:
        return Finding(name, "problem", str(error), _advice(error))


def _advice(error: Error) -> str:
    if error.status in (401, 403):
        return "ask an administrator for the operation CanUseODataService and for rights to the object"
    if error.status == 429:
        return "the server has had too many requests; wait, and ask for less at once"
    return ""


# -- before the sign-in --------------------------------------------------------------------------------------


def _versions() -> Finding:
    found = []
    for name in _PACKAGES:
        try:
            found.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    return Finding("versions", "fine", f"Python {platform.python_version()}, {', '.join(found)}")


def _host(connection: Connection) -> Finding | None:
    """Look the host up and open a connection to it; a proxy would have to do that itself."""
    if connection.options.proxy:
        return Finding("host", "not tried", "requests go through a proxy")
    host, port = _host_and_port(connection)
    started = time.monotonic()
    try:
        socket.create_connection((host, port), timeout=_SECONDS).close()
    except socket.gaierror:
        return Finding("host", "problem", f"{host} is not known", "check the name, and the network or VPN")
    except OSError as error:
        reason = error.strerror or "no answer"
        return Finding(
            "host", "problem", f"{host}:{port}: {reason}", "check host and port, that it runs, firewall and VPN"
        )
    return Finding("host", "fine", f"{host}:{port} takes connections, in {1000 * (time.monotonic() - started):.0f} ms")


def _certificate(connection: Connection) -> Finding | None:
    """Look at the certificate of an HTTPS site."""
    address = connection.services().session.address
    if not address.startswith("https:") and not connection.options.allow_http:
        return Finding("TLS", "fine", "plain HTTP, which does not leave this machine")
    if not address.startswith("https:"):
        return Finding("TLS", "warning", "plain HTTP: everybody on the way can read the password", "use https://")
    if connection.options.proxy:
        return None
    if connection.options.verify is False:
        return Finding("TLS", "warning", "certificates are not checked", "leave verify=False out")
    context = ssl.create_default_context(cafile=_authorities(connection))
    host, port = _host_and_port(connection)
    try:
        plain = socket.create_connection((host, port), timeout=_SECONDS)
        with context.wrap_socket(plain, server_hostname=host) as secured:  # closes the plain one too
            certificate, version = secured.getpeercert() or {}, secured.version()
    except ssl.SSLCertVerificationError as error:
        advice = "--option verify=FILE names the authority that signed it"
        return Finding("TLS", "problem", f"the certificate is not trusted: {error.verify_message}", advice)
    except OSError as error:
        return Finding("TLS", "problem", f"TLS failed: {error.strerror or type(error).__name__}", "check the port")
    days = (ssl.cert_time_to_seconds(str(certificate["notAfter"])) - time.time()) / 86_400
    text = f"{version}, the certificate is good for {days:.0f} days"
    if days < _CERTIFICATE_DAYS:
        return Finding("TLS", "warning", text, "have the certificate renewed")
    return Finding("TLS", "fine", text)


def _authorities(connection: Connection) -> str | None:
    if isinstance(connection.options.verify, str):
        return connection.options.verify
    import certifi  # what requests trusts

    return certifi.where()


def _host_and_port(connection: Connection) -> tuple[str, int]:
    parts = urlsplit(connection.services().session.address)
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)


def _sign_in(connection: Connection) -> Finding:
    session = connection.services().session
    meter = Meter()
    try:
        session.sign_in(meter)
    except OperationalError as error:
        advice = (
            "check user and password; too many wrong ones lock the account" if error.status == 200 else _advice(error)
        )
        return Finding("sign-in", "problem", str(error), advice)
    build = ".NET Framework, OData below /0" if session.root.endswith("/0/odata") else ".NET, OData at the root"
    return Finding("sign-in", "fine", f"signed in within {meter.snapshot().elapsed:.2f} s; {build}")


# -- signed in -----------------------------------------------------------------------------------------------


def _tables(connection: Connection) -> Finding:
    catalog = connection.catalog.refresh()
    if not catalog:
        return Finding("tables", "problem", "the instance shows no tables", "the user may lack rights to all objects")
    return Finding("tables", "fine", f"{len(catalog):,} tables, read anew")


def _reading(connection: Connection) -> Finding:
    table = next((name for name in SAMPLE_TABLES if name in connection.catalog), next(iter(connection.catalog)))
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM "{table}"')  # noqa: S608 - a name of the catalog
        row = cursor.fetchone()
        elapsed = cursor.stats.elapsed
    return Finding("reading", "fine", f"{table} has {row[0] if row else 0:,} rows; asked in {elapsed:.2f} s")


def _clock(connection: Connection) -> Finding:
    reply = connection.services().session.request("GET", _key_query(_largest(connection), 1), meter=Meter())
    shown = {name.lower(): value for name, value in reply.headers.items()}.get("date")
    if shown is None:
        return Finding("clock", "not tried", "the server does not tell its time")
    apart = abs(parsedate_to_datetime(shown).timestamp() - time.time())
    if apart > _CLOCK_SECONDS:
        return Finding(
            "clock", "warning", f"the clocks are {apart:,.0f} s apart", "set this machine's clock by the network"
        )
    return Finding("clock", "fine", "this machine's clock agrees with the server's")


def _pages(connection: Connection) -> Finding:
    """See whether a page of some thousand rows comes whole."""
    services = connection.services()
    table = _largest(connection)
    with connection.cursor() as cursor:
        row = cursor.execute(f'SELECT count(*) FROM "{table}"').fetchone()  # noqa: S608 - a name of the catalog
    there = min(_PAGE, row[0] if row else 0)
    came = len(rows_of(services.session, connection.catalog[table], _key_query(table, _PAGE), Meter()))
    if came < there:
        advice = "nothing is lost: the driver sees it; each page is a request"
        return Finding("pages", "warning", f"the server caps pages: {came:,} rows came of {there:,}", advice)
    return Finding("pages", "fine", f"a page of {came:,} rows of {table} came whole")


def _largest(connection: Connection) -> str:
    wanted = ("Contact", "Activity", "Account", *SAMPLE_TABLES)
    return next((name for name in wanted if name in connection.catalog), next(iter(connection.catalog)))


def _key_query(table: str, rows: int) -> str:
    return query_url(Query(table, select=("Id",), order=(Order(("Id",)),), top=rows))


def _collation(connection: Connection) -> Finding:
    services = connection.services()
    learned = learn_collation(services.session, connection.catalog, Meter())
    return Finding("collation", "warning" if learned == "unknown" else "fine", _COLLATIONS[learned])


def _forms(connection: Connection) -> Finding:
    services = connection.services()
    taken = probe_forms(services.session, connection.catalog, Meter())
    if not taken:
        return Finding("forms", "fine", "the server takes the proven forms of filters, and no others")
    text = f"besides the proven forms of filters, the server takes {', '.join(sorted(taken))}"
    lacks = UNPROVEN - taken
    return Finding("forms", "fine", text + (f", not {', '.join(sorted(lacks))}" if lacks else ""), _USE_FORMS)


_USE_FORMS = "--option forms=probe lets queries use them"


def _writing(connection: Connection) -> Finding:
    if connection.options.read_only:
        return Finding("writing", "not tried", "the connection is read-only")
    key = uuid.uuid4()
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO Contact (Id, Name) VALUES (?, ?)", [key, "creatio doctor"])
        cursor.execute("DELETE FROM Contact WHERE Id = ?", [key])
        if cursor.rowcount != 1:
            advice = f"delete the contact {key} in Creatio"
            return Finding("writing", "problem", "a contact was made and could not be deleted", advice)
    return Finding("writing", "fine", "a contact was made and deleted again")
