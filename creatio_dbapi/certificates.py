"""Client certificates: checked before anything is sent, so that a wrong one is told at once."""

from __future__ import annotations

import ssl
from typing import NoReturn

from creatio_dbapi.errors import InterfaceError

Certificate = tuple[str, str]  # the paths of a certificate and of its key, which may be one file


def read_certificate(certificate: str | None, key: str | None) -> Certificate | None:
    """Return the paths of a client certificate; raises InterfaceError for files that cannot be used."""
    if certificate is None:
        if key is not None:
            raise InterfaceError("client_key is the key of a certificate; give client_certificate, too")
        return None
    pair = (certificate, key or certificate)
    failed = None
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_cert_chain(*pair, password=_refuse_passphrase)
    except OSError as error:  # ssl.SSLError is one
        failed = error.strerror if not isinstance(error, ssl.SSLError) else error.reason or "no PEM file"
    if failed is not None:
        raise InterfaceError(
            f"client_certificate={certificate!r} with client_key={key!r} cannot be used ({failed}); "
            "give PEM files, a certificate and its key without a passphrase"
        )
    return pair


def _refuse_passphrase() -> NoReturn:
    # Without this, OpenSSL would ask for the passphrase on the terminal, and a server would wait for ever.
    raise InterfaceError("client_key is protected by a passphrase; give a key without one, which only you can read")
