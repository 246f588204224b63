"""Addresses: how that of a site is written, and which requests stay inside its OData service."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import SplitResult, quote, unquote, urlsplit

from creatio_dbapi.errors import InterfaceError, InternalError, OperationalError

_PORTS = {"http": 80, "https": 443}
_PROXIES = ("http", "https", "socks4", "socks4a", "socks5", "socks5h")
_SAFE = "!$&'()*+,-./:;=?@_~%"
_ENCODED = re.compile(r"(?:[A-Za-z0-9!$&'()*+,\-./:;=?@_~]|%[0-9A-Fa-f]{2})*")


class PlainHttpError(InterfaceError):
    """An address to which the password would go in the open; `way` is how that is allowed."""

    def __init__(self, host: str, way: str = "allow_http=True") -> None:
        super().__init__(f"plain HTTP to {host!r} would show the password to the network; use https://{host}, or {way}")
        self.host = host


def address_of(url: str, *, allow_http: bool = False) -> str:
    """Write the address of a site the one way the session uses it.

    >>> address_of("crm.example.com/0/odata/")
    'https://crm.example.com'
    """
    parts, authority = _checked(url, allow_http)
    path = parts.path.rstrip("/").removesuffix("/odata").rstrip("/").removesuffix("/0").rstrip("/")
    return f"{parts.scheme}://{authority}{path}"


def service_address_of(url: str, *, allow_http: bool = False) -> str:
    """Write the address of a service beside the site, such as the Identity Service; its path stays.

    >>> service_address_of("crm-is.example.com/identity/")
    'https://crm-is.example.com/identity'
    """
    parts, authority = _checked(url, allow_http)
    return f"{parts.scheme}://{authority}{parts.path.rstrip('/')}"


def _checked(url: str, allow_http: bool) -> tuple[SplitResult, str]:
    """Take an address apart; return it and its host and port as they are written."""
    if not url or not _ENCODED.fullmatch(url.replace("[", "").replace("]", "")) or "@" in url or "?" in url:
        raise InterfaceError(_address_advice(url))
    parts = _split(url if "://" in url else f"https://{url}")
    host = parts.hostname or ""
    if parts.scheme == "http" and not allow_http and not _is_loopback(host):
        raise PlainHttpError(host)
    port = f":{parts.port}" if parts.port and parts.port != _PORTS[parts.scheme] else ""
    return parts, (f"[{host}]" if ":" in host else host) + port


def _address_advice(url: str) -> str:
    """Say what is wrong with an address, without repeating what may be a password."""
    if "@" in url:
        return "the address holds credentials; give them as user= and password=, and the address as https://host[:port]"
    if "?" in url or "#" in url:
        return "the address holds a query or a fragment; give only https://host[:port][/path]"
    return "the address is empty or holds characters that no address has; give https://host[:port][/path]"


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        valid = parts.scheme in _PORTS and bool(parts.hostname) and parts.port != 0 and not parts.netloc.endswith(":")
    except ValueError:
        valid = False
    if not valid:
        raise InterfaceError(f"{url!r} is not the address of a site; give https://host[:port][/path]")
    return parts


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def is_proxy(url: str) -> bool:
    """Say whether a text can be the address of a proxy, such as http://name:password@proxy.example.com:3128."""
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        return parts.scheme in _PROXIES and bool(parts.hostname) and parts.port != 0 and url.isprintable()
    except ValueError:
        return False


def origin_of(url: str) -> tuple[str, str | None, int | None]:
    """Return scheme, host and port, which tell whether two addresses are on the same server."""
    try:
        parts = urlsplit(url)
        return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme)
    except ValueError:
        return "", None, None


def target_of(root: str, path: str) -> str:
    """Write the address of a request; nothing outside the OData root is ever asked for."""
    if path.startswith("/"):
        path = root.removesuffix(urlsplit(root).path) + path
    if "://" not in path.partition("?")[0]:
        url = f"{root}/{path}"
        if not _ENCODED.fullmatch(path) or _climbs(path):
            raise InternalError(f"the path {path!r} is not percent-encoded or leaves the OData root")
        return url
    url = quote(path, safe=_SAFE, errors="surrogatepass")
    inside = urlsplit(url).path.startswith(f"{urlsplit(root).path}/")
    if origin_of(url) != origin_of(root) or "@" in urlsplit(url).netloc or not inside or _climbs(url):
        raise OperationalError(
            f"the server's next link leads to {url.partition('?')[0]}, outside {root}; it is not "
            "followed, so that the session is not shown to another server"
        )
    return url


def _climbs(path: str) -> bool:
    return any(unquote(segment) in (".", "..") for segment in path.partition("?")[0].split("/"))
