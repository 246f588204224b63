"""creatio login and creatio logout: ways in that are stored under a name."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from secrets import token_hex
from typing import Any

import click

import creatio_dbapi
from creatio_dbapi.addresses import address_of
from creatio_dbapi.cli.failures import CommandError
from creatio_dbapi.cli.formats import Column
from creatio_dbapi.cli.place import ask_password, host_of, http_allowed_by
from creatio_dbapi.cli.table import write_table
from creatio_dbapi.cli.terminal import style_of
from creatio_dbapi.credentials import (
    Kind,
    Login,
    default_login,
    keyring_is_usable,
    list_logins,
    logins_file,
    read_login,
    remove_login,
    secret_of,
    store_login,
)
from creatio_dbapi.secret import Secret

_KEPT = ("keyring", "file", "none")


@click.command("login", short_help="Sign in and store the login under a name; without a URL: list them.")
@click.argument("url", required=False)
@click.option("--user", metavar="NAME", help="The name to sign in with.")
@click.option("--client-id", metavar="ID", help="An OAuth application: its secret is asked for.")
@click.option("--browser", is_flag=True, help="With --client-id: sign in as yourself, in the browser.")
@click.option("--redirect-uri", metavar="URL", help="With --browser: where it comes back to, as it is registered.")
@click.option("--identity-url", metavar="URL", help="Creatio's Identity Service, where it is not beside the site.")
@click.option("--name", metavar="NAME", help="What the login is called; else the host's name.")
@click.option(
    "--keep", type=click.Choice(_KEPT), help="Where the secret is kept; else the keyring, where there is one."
)
@click.option("--default", is_flag=True, help="Use it where no instance is named.")
@click.option("--allow-http", is_flag=True, help="Allow plain HTTP to another machine.")
@click.option("--debug", is_flag=True, help="Show where in the program an error comes from.")
@http_allowed_by("--allow-http")
def login(
    url: str | None,
    user: str | None,
    client_id: str | None,
    browser: bool,
    redirect_uri: str | None,
    identity_url: str | None,
    name: str | None,
    keep: str | None,
    default: bool,
    allow_http: bool,
    debug: bool,
) -> None:
    """Sign in at URL, and store how. Commands then take it with --login NAME; the default one without.

    The secret goes into the system's keyring. Where there is none, it is asked for each time, unless --keep file puts
    it into a file that only you can read.
    """
    if url is None:
        _list()
        return
    if (user is None) == (client_id is None):
        raise click.UsageError("who signs in? give --user, or --client-id of an OAuth application")
    if redirect_uri is not None and not browser:
        raise click.UsageError("--redirect-uri goes with --browser")
    wanted = {"allow_http": allow_http or None, "redirect_uri": redirect_uri}
    options: dict[str, Any] = {key: value for key, value in wanted.items() if value is not None}
    address = address_of(url, allow_http=allow_http)
    kept = keep or ("keyring" if keyring_is_usable() else "none")
    way = "authorization_code" if browser else "client_credentials" if client_id else "password"
    stored = Login(name or host_of(address), address, way, user, client_id, identity_url, kept, options)  # type: ignore[arg-type]
    secrets = _secrets(stored)
    if browser and kept != "none":
        secrets = _sign_in_by_browser(stored)
    else:
        _sign_in(stored, secrets)
    chosen = default or not list_logins()
    store_login(stored, {} if kept == "none" else secrets, default=chosen)
    _tell(stored, chosen)


def _secrets(stored: Login) -> dict[Kind, str | Secret]:
    if stored.authentication == "password":
        return {"password": _secret(stored, "CREATIO_PASSWORD", stored.user or "")}
    if stored.authentication == "client_credentials":
        return {"client_secret": _secret(stored, "CREATIO_CLIENT_SECRET", f"application {stored.client_id}")}
    return {}


def _secret(stored: Login, variable: str, whose: str) -> Secret:
    """Take a secret from the environment, unless that speaks of another site or of somebody else; else ask for it."""
    said = {name: os.environ.get(f"CREATIO_{name}") for name in ("URL", "USER", "CLIENT_ID")}
    of_another_site = said["URL"] and address_of(said["URL"], allow_http=True) != stored.url
    of_another = said["USER" if stored.user else "CLIENT_ID"] not in (None, "", stored.user or stored.client_id)
    given = os.environ.get(variable)
    return Secret(given) if given and not of_another_site and not of_another else ask_password(whose, variable)


def _sign_in_by_browser(stored: Login) -> dict[Kind, str | Secret]:
    """Let the person sign in, and return the refresh token that spares the browser the next time, if one was given.

    It is kept under a name of its own meanwhile, so that what is stored under the login's name stays where this fails.
    """
    trial = replace(stored, name=f"signing-in-{token_hex(8)}")
    store_login(trial, {})
    try:
        with creatio_dbapi.connect(login=trial.name) as connection:
            _greet(connection, stored)
        token = secret_of(trial, "refresh_token")
    finally:
        remove_login(trial.name)
    return {} if token is None else {"refresh_token": token}


def _sign_in(stored: Login, secrets: dict[Kind, str | Secret]) -> None:
    """Try the way in, so that only one that works is stored."""
    ways = {
        "authentication": stored.authentication,
        "client_id": stored.client_id,
        "identity_url": stored.identity_url,
        "client_secret": secrets.get("client_secret"),
    }
    given = {} if stored.user else {key: value for key, value in ways.items() if value is not None}
    with creatio_dbapi.connect(
        stored.url, stored.user, secrets.get("password"), **given, **stored.options
    ) as connection:
        _greet(connection, stored)


def _greet(connection: creatio_dbapi.Connection, stored: Login) -> None:
    print(f"Signed in at {stored.url}: {len(connection.catalog.refresh()):,} tables.")


def _tell(stored: Login, default: bool) -> None:
    kept = {"keyring": "in the system's keyring", "file": f"in {logins_file()}, for your eyes only"}
    where = kept.get(stored.kept_in, "not kept, and asked for each time (--keep file keeps it)")
    print(f'Stored as "{stored.name}"; its secret is {where}.')
    print("It is the default: commands go there." if default else f"Use it with --login {stored.name}.")


def _list() -> None:
    default = default_login()
    headings = [Column(name, False) for name in ("name", "url", "who", "secret", "default")]
    rows = [
        (each.name, each.url, each.user or each.client_id or "", each.kept_in, "yes" if default == each else "")
        for each in list_logins()
    ]
    if not rows:
        raise CommandError("no login is stored: creatio login https://crm.example.com --user NAME stores one")
    write_table(headings, rows, sys.stdout, style_of(sys.stdout))


@click.command("logout", short_help="Forget a stored login and its secret.")
@click.argument("name", required=False)
@click.option("--debug", is_flag=True, help="Show where in the program an error comes from.")
def logout(name: str | None, debug: bool) -> None:
    """Forget the login NAME, or the default one, and its secret."""
    chosen = default_login() if name is None else read_login(name)
    if chosen is None:
        raise CommandError("there is no default login: name one; creatio login lists them")
    remove_login(chosen.name)
    print(f'Forgot "{chosen.name}" ({chosen.url}).')
