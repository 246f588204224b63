"""Every operation of Creatio's connector reference by its name: by hand, and in SQL with the request log as proof."""

# ruff: noqa: N802 - a test is called as the reference calls its operation
from __future__ import annotations

import datetime as dt
import json
import threading
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import pytest
import requests

from creatio_dbapi import Connection, OperationalError
from creatio_dbapi.errors import DatabaseError
from creatio_dbapi.sandbox import Sandbox
from tests.fix_connection import connect_to, query
from tests.samples import ACCOUNT, CASE, CONTACT, Record

LOGIN = "/ServiceModel/AuthService.svc/Login"
NOBODY = "00000000-0000-0000-0000-000000000000"
SIGN_IN = ("POST", LOGIN, 200)
RENEWING = [401, 403, 301, 302]

# The sample response of the reference; without the Id and the moments, which differ from record to record.
CONTACT_ANSWER: Record = {
    **CONTACT,
    "OwnerId": "410006e1-ca4e-4502-a9ec-e54d922d2c00",
    "CreatedById": "410006e1-ca4e-4502-a9ec-e54d922d2c00",
    "ModifiedById": "410006e1-ca4e-4502-a9ec-e54d922d2c00",
    "LanguageId": "6ebc31fa-ee6c-48e9-81bf-8003ac03b019",
    "ProcessListeners": 0,
    "Surname": "Test",
    "GivenName": "API",
    "Confirmed": True,
    **dict.fromkeys(
        ("SalutationTypeId", "GenderId", "DecisionRoleId", "TypeId", "JobId", "DepartmentId", "AddressTypeId"), NOBODY
    ),
    **dict.fromkeys(
        ("CityId", "RegionId", "CountryId", "TwitterAFDAId", "FacebookAFDAId", "LinkedInAFDAId", "PhotoId"), NOBODY
    ),
    **dict.fromkeys(("Dear", "HomePhone", "Skype", "Address", "Zip", "Notes", "Facebook", "LinkedIn", "Twitter"), ""),
    **dict.fromkeys(("FacebookId", "LinkedInId", "TwitterId", "GPSN", "GPSE", "MiddleName"), ""),
    **dict.fromkeys(("DoNotUseEmail", "DoNotUseCall", "DoNotUseFax", "DoNotUseSms", "DoNotUseMail"), False),
    **dict.fromkeys(("IsNonActualEmail", "IsEmailConfirmed"), False),
}


@dataclass(frozen=True)
class Caller:
    """A client that does by hand what the reference describes."""

    root: str
    headers: dict[str, str]

    def call(self, method: str, path: str, body: Record | None = None) -> requests.Response:
        """Send one request with both values of the sign-in as headers; follow nothing."""
        return requests.request(
            method, f"{self.root}/{path}", json=body, headers=self.headers, allow_redirects=False, timeout=10
        )

    def record(self, table: str, key: object) -> Record:
        """Get one record that is there."""
        answer = self.call("GET", f"{table}({key})")
        assert answer.status_code == 200
        found: Record = answer.json()
        return found


def log_in(sandbox: Sandbox, password: str | None = None) -> requests.Response:
    """Send the authentication request."""
    body = {"UserName": sandbox.user, "UserPassword": password or sandbox.password}
    return requests.post(f"{sandbox.url}{LOGIN}", json=body, allow_redirects=False, timeout=10)


def signed_in(sandbox: Sandbox, root: str = "/odata") -> Caller:
    """Derive the two values from the answer to the authentication request."""
    cookies = log_in(sandbox).cookies
    jar = "; ".join(f"{cookie.name}={cookie.value}" for cookie in cookies)
    return Caller(f"{sandbox.url}{root}", {"BPMCSRF": cookies["BPMCSRF"], "Cookie": jar})


@pytest.fixture(scope="module")
def site() -> Iterator[Sandbox]:
    """A sandbox with the records that the samples refer to."""
    with Sandbox(contacts=60) as sandbox:
        yield sandbox


@pytest.fixture
def caller(site: Sandbox) -> Caller:
    """A client of its own kind, signed in."""
    return signed_in(site)


@pytest.fixture
def connected(site: Sandbox, caller: Caller) -> Iterator[Connection]:
    """A connection that has signed in and read its catalog; the log begins behind that, and behind the caller."""
    with connect_to(site, collation="sensitive") as connection:
        assert "Contact" in connection.catalog
        site.clear_requests()
        yield connection
    site.reset_switches()


def sent(sandbox: Sandbox) -> list[tuple[str, str, int]]:
    """Return what the log holds of each request: the method, the path and the status."""
    return [(record.method, record.url.partition("?")[0], record.status) for record in sandbox.requests]


def change(connection: Connection, sql: str, parameters: list[Any]) -> int:
    """Run one write and return how many rows it changed."""
    with connection.cursor() as cursor:
        return cursor.execute(sql, parameters).rowcount


def insert(connection: Connection, table: str, values: Record) -> uuid.UUID:
    """Insert one row and return its key."""
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(values.values()))
        assert cursor.rowcount == 1
        assert isinstance(cursor.lastrowid, uuid.UUID)
        return cursor.lastrowid


# The operations by hand, and in SQL.


def created_by_hand(caller: Caller, table: str, values: Record) -> Record:
    """…Create: a new record with an Id of its own, answered with all of its members."""
    answer = caller.call("POST", table, values)
    record: Record = answer.json()
    assert answer.status_code == 201
    assert record["@odata.context"] == f"{caller.root}/$metadata#{table}/$entity"
    assert uuid.UUID(record["Id"]).int
    assert values.items() <= record.items()
    assert record == caller.record(table, record["Id"])
    return record


def created_in_sql(site: Sandbox, connection: Connection, caller: Caller, table: str, values: Record) -> None:
    """…Create: one POST that carries the values as the sample writes them."""
    key = insert(connection, table, values)
    assert sent(site) == [("POST", f"/odata/{table}", 201)]
    assert json.loads(site.requests[0].body) == {"Id": str(key), **values}
    assert values.items() <= caller.record(table, key).items()


def got_by_hand(caller: Caller, table: str, values: Record) -> None:
    """…Get: the record as it was created, and 404 for an Id that is not there."""
    key = caller.call("POST", table, values).json()["Id"]
    answer = caller.call("GET", f"{table}({key})")
    assert answer.status_code == 200
    assert {"Id": key, **values}.items() <= answer.json().items()
    assert caller.call("GET", f"{table}({uuid.uuid4()})").status_code == 404


def got_in_sql(site: Sandbox, connection: Connection, caller: Caller, table: str, values: Record) -> None:
    """…Get: all members as columns, by one request; no row for an Id that is not there."""
    key = caller.call("POST", table, values).json()["Id"]
    site.clear_requests()
    with connection.cursor() as cursor:
        rows = cursor.execute(f"SELECT * FROM {table} WHERE Id = ?", [key]).fetchall()
        assert cursor.description is not None
        names = [column[0] for column in cursor.description]
    assert sent(site) == [("GET", f"/odata/{table}", 200)]
    assert f"$filter=Id eq {key}" in site.requests[0].url
    members = {name: value for name, value in caller.record(table, key).items() if "@" not in name}
    assert len(rows) == 1 and sorted(names) == sorted(members)
    assert dict(zip(names, rows[0], strict=True)) == {name: as_python(name, value) for name, value in members.items()}
    site.clear_requests()
    assert query(connection, f"SELECT * FROM {table} WHERE Id = ?", [uuid.uuid4()]) == []
    assert [(record.status, record.rows) for record in site.requests] == [(200, 0)]


def as_python(name: str, value: Any) -> Any:
    """Return the Python value of a member: no link and no moment where Creatio shows its empty ones."""
    if value in (NOBODY, "0001-01-01T00:00:00Z"):
        return None
    if name == "Id" or (name.endswith("Id") and isinstance(value, str) and len(value) == 36):
        return uuid.UUID(value)
    if isinstance(value, str) and value.endswith("Z") and value[4:5] == "-":
        seconds, _, fraction = value.removesuffix("Z").partition(".")
        moment = dt.datetime.fromisoformat(f"{seconds}+00:00")
        return moment.replace(microsecond=int(fraction[:6].ljust(6, "0")))  # the server has seven digits
    return value


def updated_by_hand(caller: Caller, table: str, values: Record, column: str) -> None:
    """…Update: what the body names changes and nothing else; an unknown Id becomes a new record."""
    before = created_by_hand(caller, table, values)
    answer = caller.call("PATCH", f"{table}({before['Id']})", {column: "changed"})
    assert (answer.status_code, answer.content) == (204, b"")
    after = caller.record(table, before["Id"])
    assert after[column] == "changed"
    assert {name for name in after if after[name] != before[name]} == {column, "ModifiedOn"}
    unknown = str(uuid.uuid4())
    assert caller.call("PATCH", f"{table}({unknown})", values).status_code == 204
    assert {"Id": unknown, **values}.items() <= caller.record(table, unknown).items()


def updated_in_sql(
    site: Sandbox, connection: Connection, caller: Caller, table: str, values: Record, column: str
) -> None:
    """…Update: one PATCH of the named column for a row that is there, none for one that is not."""
    key = caller.call("POST", table, values).json()["Id"]
    site.clear_requests()
    assert change(connection, f"UPDATE {table} SET {column} = ? WHERE Id = ?", ["changed", key]) == 1
    batch = json.loads(site.requests[0].body)["requests"]
    assert [part["body"] for part in batch if part["method"] == "PATCH"] == [{column: "changed"}]
    patches = [(part.url, part.status) for part in site.requests[0].parts if part.method == "PATCH"]
    assert patches == [(f"/odata/{table}({key})", 204)]
    assert caller.record(table, key)[column] == "changed"
    unknown = uuid.uuid4()
    assert change(connection, f"UPDATE {table} SET {column} = ? WHERE Id = ?", ["changed", unknown]) == 0
    assert caller.call("GET", f"{table}({unknown})").status_code == 404


def upserted_in_sql(connection: Connection, caller: Caller, table: str, column: str) -> None:
    """…Update of an unknown Id, which creates the record: in SQL that is said, by ON CONFLICT."""
    key = uuid.uuid4()
    sql = (
        f"INSERT INTO {table} (Id, {column}) VALUES (?, ?) ON CONFLICT (Id) DO UPDATE SET {column} = excluded.{column}"
    )
    for text in ("first", "second"):
        assert change(connection, sql, [key, text]) == 1
        assert caller.record(table, key)[column] == text


def deleted_by_hand(caller: Caller, table: str, values: Record) -> None:
    """…Delete: the record is gone, and 404 for an Id that is not there."""
    key = caller.call("POST", table, values).json()["Id"]
    answer = caller.call("DELETE", f"{table}({key})")
    assert (answer.status_code, answer.content) == (204, b"")
    assert caller.call("GET", f"{table}({key})").status_code == 404
    assert caller.call("DELETE", f"{table}({key})").status_code == 404


def deleted_in_sql(site: Sandbox, connection: Connection, caller: Caller, table: str, values: Record) -> None:
    """…Delete: one DELETE, and no row the second time."""
    key = caller.call("POST", table, values).json()["Id"]
    site.clear_requests()
    assert change(connection, f"DELETE FROM {table} WHERE Id = ?", [key]) == 1
    assert change(connection, f"DELETE FROM {table} WHERE Id = ?", [key]) == 0
    path = f"/odata/{table}({key})"
    assert sent(site) == [("DELETE", path, 204), ("DELETE", path, 404)]
    assert caller.call("GET", f"{table}({key})").status_code == 404


def test_init(site: Sandbox) -> None:
    """The authentication request gives BPMCSRF and the cookies; a wrong password gives none."""
    answer = log_in(site)
    assert (answer.status_code, answer.json()["Code"]) == (200, 0)
    assert answer.cookies["BPMCSRF"] and answer.cookies[".ASPXAUTH"]
    refused = log_in(site, "wrong")
    assert (refused.status_code, refused.json()["Code"]) == (200, 1)
    assert refused.json()["Message"] == "Invalid username or password specified."
    assert not refused.cookies


def test_init_in_sql(site: Sandbox) -> None:
    site.clear_requests()
    with connect_to(site, timeout=60) as connection:
        assert connection.options.timeout == 60.0
        assert site.requests == []  # nothing is sent before the first statement
        assert query(connection, "SELECT count(*) FROM Account") != []
        assert sent(site)[0] == SIGN_IN
        assert site.requests[0].body == ""  # the log keeps no password
        assert sent(site).count(SIGN_IN) == 1


def test_init_on_the_framework_build() -> None:
    """There the answer has the UserName cookie of the reference, and everything but the login is below /0."""
    with Sandbox(contacts=0, platform="framework") as sandbox:
        expected = "|".join(str(ord(letter)) for letter in sandbox.user)
        assert log_in(sandbox).cookies["UserName"] == expected
        assert signed_in(sandbox, "/0/odata").call("GET", "Contact").status_code == 200
        sandbox.clear_requests()
        with connect_to(sandbox) as connection:
            assert query(connection, "SELECT Id FROM Contact WHERE Name = 'nobody'") == []
        assert sent(sandbox)[0] == SIGN_IN
        others = [path for _, path, _ in sent(sandbox) if "AuthService" not in path]
        assert "/0/odata/Contact" in others
        assert all(path.startswith("/0/") for path in others)


def test_authSession(site: Sandbox, caller: Caller) -> None:
    """Both values are needed: without the cookie a redirect to the login page or a 401, without BPMCSRF no write."""
    contacts = f"{site.url}/odata/Contact"
    assert caller.call("GET", "Contact?$top=1").status_code == 200
    page = requests.get(contacts, allow_redirects=False, timeout=10)
    assert page.status_code == 302 and "/Login/" in page.headers["Location"]
    forced = requests.get(contacts, headers={"ForceUseSession": "true"}, allow_redirects=False, timeout=10)
    assert forced.status_code == 401
    count = site.row_counts()["Contact"]
    for headers in ({"Cookie": caller.headers["Cookie"]}, {**caller.headers, "BPMCSRF": "another"}):
        assert requests.post(contacts, json=CONTACT, headers=headers, timeout=10).status_code == 403
    assert site.row_counts()["Contact"] == count


def test_authSession_in_sql(site: Sandbox, connected: Connection) -> None:
    """Reads and writes of one connection go with one sign-in, which is used as long as it lasts."""
    logins = site.logins
    key = insert(connected, "Contact", {"Name": "one session"})
    assert query(connected, "SELECT Name FROM Contact WHERE Id = ?", [key]) == [("one session",)]
    assert change(connected, "DELETE FROM Contact WHERE Id = ?", [key]) == 1
    assert site.logins == logins
    assert not any(path == LOGIN or status >= 300 for _, path, status in sent(site))


def test_contactCreate(caller: Caller) -> None:
    record = created_by_hand(caller, "Contact", CONTACT)
    assert CONTACT_ANSWER.items() <= record.items()
    assert record["CreatedOn"] == record["ModifiedOn"]
    photo = f"Contact({record['Id']})/ContactPhoto"
    assert record["ContactPhoto@odata.mediaEditLink"] == record["ContactPhoto@odata.mediaReadLink"] == photo
    assert record["ContactPhoto@odata.mediaContentType"] == "application/octet-stream"


def test_contactCreate_in_sql(site: Sandbox, connected: Connection, caller: Caller) -> None:
    created_in_sql(site, connected, caller, "Contact", CONTACT)


def test_contactGet(caller: Caller) -> None:
    got_by_hand(caller, "Contact", CONTACT)


def test_contactGet_in_sql(site: Sandbox, connected: Connection, caller: Caller) -> None:
    got_in_sql(site, connected, caller, "Contact", CONTACT)


def test_contactUpdate(caller: Caller) -> None:
    updated_by_hand(caller, "Contact", CONTACT, "JobTitle")


def test_contactUpdate_in_sql(site: Sandbox, connected: Connection, caller: Caller) -> None:
    updated_in_sql(site, connected, caller, "Contact", CONTACT, "JobTitle")
    upserted_in_sql(connected, caller, "Contact", "Name")


def test_contactDelete(caller: Caller) -> None:
    deleted_by_hand(caller, "Contact", CONTACT)


def test_contactDelete_in_sql(site: Sandbox, connected: Connection, caller: Caller) -> None:
    deleted_in_sql(site, connected, caller, "Contact", CONTACT)


def test_caseCreate(caller: Caller) -> None:
    assert created_by_hand(caller, "Case", CASE)["StatusId"] == NOBODY


def test_caseCreate_in_sql(site: Sandbox, connected: Connection, caller: Caller) -> None:
    created_in_sql(site, connected, caller, "Case", CASE)


def test_caseGet(caller: Caller) -> None:
    got_by_hand(caller, "Case", CASE)


def test_caseGet_in_sql(site: Sandbox, connected: Connection, caller: Caller) -> None:
    got_in_sql(site, connected, caller, "Case", CASE)


def test_caseUpdate(caller: Caller) -> None:
    updated_by_hand(caller, "Case", CASE, "Subject")


def test_caseUpdate_in_sql(site: Sandbox, connected: Connection, caller: Caller) -> None:
    updated_in_sql(site, connected, caller, "Case", CASE, "Subject")
    upserted_in_sql(connected, caller, "Case", "Subject")


def test_caseDelete(caller: Caller) -> None:
    deleted_by_hand(caller, "Case", CASE)


def test_caseDelete_in_sql(site: Sandbox, connected: Connection, caller: Caller) -> None:
    deleted_in_sql(site, connected, caller, "Case", CASE)


def test_accountCreate(caller: Caller) -> None:
    assert created_by_hand(caller, "Account", ACCOUNT)["OwnerId"] == NOBODY


def test_accountCreate_in_sql(site: Sandbox, connected: Connection, caller: Caller) -> None:
    created_in_sql(site, connected, caller, "Account", ACCOUNT)


def test_accountGet(caller: Caller) -> None:
    got_by_hand(caller, "Account", ACCOUNT)


def test_accountGet_in_sql(site: Sandbox, connected: Connection, caller: Caller) -> None:
    got_in_sql(site, connected, caller, "Account", ACCOUNT)


def test_accountUpdate(caller: Caller) -> None:
    updated_by_hand(caller, "Account", ACCOUNT, "Web")


def test_accountUpdate_in_sql(site: Sandbox, connected: Connection, caller: Caller) -> None:
    updated_in_sql(site, connected, caller, "Account", ACCOUNT, "Web")
    upserted_in_sql(connected, caller, "Account", "Name")


def test_accountDelete(caller: Caller) -> None:
    deleted_by_hand(caller, "Account", ACCOUNT)


def test_accountDelete_in_sql(site: Sandbox, connected: Connection, caller: Caller) -> None:
    deleted_in_sql(site, connected, caller, "Account", ACCOUNT)


# The rule of the second try.


@pytest.mark.parametrize("status", RENEWING)
def test_read_is_repeated_after_a_new_sign_in(site: Sandbox, connected: Connection, status: int) -> None:
    site.fail_next(1, status=status, location="/Login/Login.html")
    assert query(connected, "SELECT Name FROM Account WHERE Name = 'nobody'") == []
    path = "/odata/Account"
    assert sent(site) == [("GET", path, status), SIGN_IN, ("GET", path, 200)]
    assert site.requests[0].url == site.requests[2].url


@pytest.mark.parametrize("status", RENEWING)
def test_write_is_repeated_after_a_new_sign_in(site: Sandbox, connected: Connection, status: int) -> None:
    count = site.row_counts()["Contact"]
    site.fail_next(1, status=status)
    insert(connected, "Contact", {"Name": "once"})
    path = "/odata/Contact"
    assert sent(site) == [("POST", path, status), SIGN_IN, ("POST", path, 201)]
    assert site.requests[0].body == site.requests[2].body
    assert site.row_counts()["Contact"] == count + 1


@pytest.mark.parametrize("status", RENEWING)
def test_second_refusal_goes_to_the_caller(site: Sandbox, connected: Connection, status: int) -> None:
    site.fail_next(2, status=status)
    with pytest.raises(OperationalError, match=f"reading Account failed with HTTP {status}") as caught:
        query(connected, "SELECT Name FROM Account WHERE Name = 'nobody'")
    assert caught.value.status == status
    path = "/odata/Account"
    assert sent(site) == [("GET", path, status), SIGN_IN, ("GET", path, status)]


@pytest.mark.parametrize("status", [408, 429, 502, 503, 504])
def test_a_server_that_is_busy_is_asked_again(site: Sandbox, connected: Connection, status: int) -> None:
    site.fail_next(1, status=status)
    query(connected, "SELECT Name FROM Account WHERE Name = 'nobody'")
    assert sent(site) == [("GET", "/odata/Account", status), ("GET", "/odata/Account", 200)]


@pytest.mark.parametrize("status", [303, 307, 400, 404, 405, 409, 410, 500, 501])
def test_any_other_status_goes_to_the_caller(site: Sandbox, connected: Connection, status: int) -> None:
    site.fail_next(1, status=status)
    with pytest.raises(DatabaseError, match=f"reading Account failed with HTTP {status}") as caught:
        query(connected, "SELECT Name FROM Account WHERE Name = 'nobody'")
    assert caught.value.status == status
    assert sent(site) == [("GET", "/odata/Account", status)]


def test_expired_session_is_renewed(site: Sandbox, connected: Connection) -> None:
    site.expire_sessions()
    key = insert(connected, "Contact", {"Name": "after the expiry"})
    path = "/odata/Contact"
    assert sent(site) == [("POST", path, 401), SIGN_IN, ("POST", path, 201)]
    assert query(connected, "SELECT Name FROM Contact WHERE Id = ?", [key]) == [("after the expiry",)]
    assert sent(site).count(SIGN_IN) == 1


@pytest.mark.parametrize("expired", [False, True])
def test_threads_sign_in_once(site: Sandbox, expired: bool) -> None:
    site.set_latency(30)
    with connect_to(site) as connection, ThreadPoolExecutor(8) as pool:
        if expired:
            assert "Contact" in connection.catalog
            site.expire_sessions()
        logins = site.logins
        start = threading.Barrier(8)

        def ask(number: int) -> Any:
            start.wait()
            return query(connection, "SELECT Name FROM Account WHERE Name = ?", [f"nobody {number}"])

        assert list(pool.map(ask, range(8))) == [[]] * 8
        assert site.logins == logins + 1
    site.reset_switches()


def test_timeout_is_in_seconds(site: Sandbox) -> None:
    with connect_to(site, timeout=0.4, collation="sensitive") as connection:
        assert "Account" in connection.catalog
        site.clear_requests()
        site.delay_next(1, milliseconds=100)
        assert query(connection, "SELECT Name FROM Account WHERE Name = 'nobody'") == []
        site.delay_next(1, milliseconds=1000)
        with pytest.raises(OperationalError, match=r"did not answer within 0\.4 s; .* raise timeout="):
            query(connection, "SELECT Name FROM Account WHERE Name = 'nobody'")
