"""Bad input of every kind: its own PEP 249 class, words that say what was given and what would work, nothing done."""

from __future__ import annotations

import datetime as dt
import socket
import traceback
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import creatio_dbapi
from creatio_dbapi import (
    Connection,
    DataError,
    Error,
    InterfaceError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
)
from creatio_dbapi.sandbox import Sandbox
from creatio_dbapi.sandbox.issued import MARK
from tests.fix_connection import connect_to, query

PASSWORD = MARK + "-w0rd"  # in one piece it stands in no line of this file
LOGIN = "/ServiceModel/AuthService.svc/Login"
CLASSES = (DataError, InterfaceError, NotSupportedError, OperationalError, ProgrammingError)
ZOE = "00b34750-2feb-4545-b233-153502326f3c"


class Money:
    """A value of a type that SQL does not know."""


@pytest.fixture(scope="module")
def site() -> Iterator[Sandbox]:
    """A sandbox with a few rows that must stay as they are, and a password to keep quiet about."""
    with Sandbox(contacts=5, password=PASSWORD) as sandbox:
        yield sandbox


@pytest.fixture(scope="module")
def opened(site: Sandbox) -> Iterator[Connection]:
    """A connection that has signed in and read its catalog."""
    with connect_to(site, collation="sensitive", retries=0) as connection:
        assert "Contact" in connection.catalog
        yield connection


@pytest.fixture
def quiet(site: Sandbox, opened: Connection) -> Iterator[Connection]:
    """The same connection for a test in which nothing may be sent."""
    site.clear_requests()
    yield opened
    assert site.requests == []


@pytest.fixture
def unchanged(site: Sandbox) -> Iterator[None]:
    """Fails when a test leaves the contacts different."""
    before = site.rows("Contact")
    yield
    assert site.rows("Contact") == before


@pytest.fixture(autouse=True)
def no_fault_left(site: Sandbox) -> Iterator[None]:
    """Forget the faults that a test ordered and did not meet."""
    yield
    site.clear_faults()


def refused(kind: type[Error], call: Callable[[], object], *words: str) -> Error:
    """Run what must fail; check the class, the words of the message, and that no secret is in the traceback."""
    with pytest.raises(Error) as caught:
        call()
    error = caught.value
    assert [each for each in CLASSES if isinstance(error, each)] == [kind]
    assert not [word for word in words if word not in str(error)], str(error)
    assert PASSWORD not in "".join(traceback.format_exception(error)) + repr(error)
    if kind is OperationalError:
        assert PASSWORD not in driver_locals(error)
    return error


def driver_locals(error: BaseException) -> str:
    """Write the variables of the driver's frames, as some error reports do."""
    stack = traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__), capture_locals=True)
    frames = [frame for frame in stack if "creatio_dbapi" in frame.filename]
    assert frames
    return "".join(str(frame.locals) for frame in frames)


def run(connection: Connection, sql: str, parameters: Any = None) -> Callable[[], object]:
    """Return a call that executes a statement."""
    return lambda: connection.cursor().execute(sql, parameters)


def ask(url: str, **options: Any) -> object:
    """Connect and ask something."""
    options.setdefault("password", PASSWORD)
    with creatio_dbapi.connect(url, "Supervisor", cache_directory="", connect_timeout=5, **options) as connection:
        return query(connection, "SELECT Name FROM Contact")


# The way to the server.


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def test_wrong_host() -> None:
    refused(OperationalError, lambda: ask("nosuch.invalid"), "host of https://nosuch.invalid is not known", "its name")


def test_refused_connection() -> None:
    url = f"http://127.0.0.1:{closed_port()}"
    refused(OperationalError, lambda: ask(url), f"{url} refused the connection", "check host and port")


def test_tls_to_a_plain_port(site: Sandbox) -> None:
    site.clear_requests()
    url = site.url.replace("http:", "https:")
    refused(OperationalError, lambda: ask(url), f"TLS with {url} failed", "check the port", "verify=")
    assert site.requests == []


def test_wrong_password(site: Sandbox) -> None:
    """Creatio's own message; one sign-in only, however often it is tried, for the next could lock the account."""
    site.clear_requests()
    with creatio_dbapi.connect(site.url, site.user, PASSWORD[::-1], cache_directory="") as connection:
        for _ in range(3):
            error = refused(
                OperationalError,
                run(connection, "SELECT Name FROM Contact"),
                "sign-in refused: Invalid username or password specified.",
            )
            assert PASSWORD[::-1] not in str(error)
    assert [(record.method, record.url) for record in site.requests] == [("POST", LOGIN)]


def test_plain_http_to_another_host() -> None:
    refused(
        InterfaceError,
        lambda: ask("http://crm.example.com"),
        "plain HTTP to 'crm.example.com'",
        "use https://crm.example.com",
        "allow_http=True",
    )


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("", "the address is empty"),
        ("ftp://crm.example.com", "'ftp://crm.example.com' is not the address of a site"),
        (f"https://Supervisor:{PASSWORD}@crm.example.com", "give them as user= and password="),
        (f"https://crm.example.com?password={PASSWORD}", "a query or a fragment"),
    ],
)
def test_address_that_is_none(url: str, words: str) -> None:
    refused(InterfaceError, lambda: ask(url), words, "https://host[:port]")


def test_address_that_is_no_text() -> None:
    refused(InterfaceError, lambda: creatio_dbapi.connect(5, "Supervisor", PASSWORD), "address")  # type: ignore[arg-type]


def test_no_user_or_no_password(site: Sandbox) -> None:
    for given in ((), ("Supervisor",)):
        refused(InterfaceError, lambda given=given: creatio_dbapi.connect(site.url, *given), "give user and password")  # type: ignore[misc]


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ({"time_out": 3}, 'there is no option "time_out"; did you mean "timeout"'),
        ({"colour": "red"}, 'there is no option "colour"; there are allow_http, authentication'),
        ({"timeout": "soon"}, "option timeout is a number of seconds, not 'soon'"),
        ({"timeout": -1}, "option timeout is a number of seconds from 0 on, not -1"),
        ({"pushdown": "maybe"}, "option pushdown is true or false, not 'maybe'"),
        ({"collation": "french"}, "option collation is one of auto, unknown, sensitive, binary, nocase, not 'french'"),
        ({"profile": "sap"}, "option profile is one of creatio, odata, not 'sap'"),
        ({"on_error": "ignore"}, "option on_error is one of stop, continue, not 'ignore'"),
        ({"transactions": "yes"}, "option transactions is one of none, undo, not 'yes'"),
        ({"forms": "contains,nosuch"}, 'there is no form "nosuch"; there are'),
        ({"batches_in_flight": 0}, "option batches_in_flight is a whole number from 1 on, not 0"),
        ({"max_rows_changed": "few"}, "option max_rows_changed is a whole number from 0 on, not 'few'"),
        ({"verify": "nowhere.pem"}, "verify='nowhere.pem' names no file or folder; give a PEM file"),
        ({"memory_limit": "lots"}, "the local engine does not start with these options"),
        ({"proxy": 5}, "option proxy is a text, not 5"),
    ],
)
def test_option_that_cannot_be(site: Sandbox, option: dict[str, Any], words: str) -> None:
    site.clear_requests()
    refused(InterfaceError, lambda: ask(site.url, **option), words)
    assert site.requests == []


# Names.


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM Contcat",
        "SELECT a.Name FROM Account a JOIN Contcat c ON c.AccountId = a.Id",
        "SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Contcat)",
        "INSERT INTO Contcat (Name) VALUES ('x')",
        "UPDATE Contcat SET Name = 'x' WHERE TRUE",
        "DELETE FROM Contcat WHERE TRUE",
        "EXPLAIN SELECT * FROM Contcat",
    ],
)
def test_unknown_table(quiet: Connection, unchanged: None, sql: str) -> None:
    error = refused(ProgrammingError, run(quiet, sql), 'table "Contcat" not found; did you mean "Contact"')
    assert error.table == "Contcat"


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT Nmae FROM Contact",
        "SELECT Name FROM Contact WHERE Nmae = 'x'",
        "SELECT count(*) FROM Contact GROUP BY Nmae",
        "SELECT Name FROM Contact ORDER BY Nmae",
        "SELECT c.Nmae FROM Contact c JOIN Account a ON a.Id = c.AccountId",
        "INSERT INTO Contact (Nmae) VALUES ('x')",
        "UPDATE Contact SET Nmae = 'x' WHERE TRUE",
        "UPDATE Contact SET Name = 'x' WHERE Nmae = 'y'",
        "DELETE FROM Contact WHERE Nmae = 'x'",
    ],
)
def test_unknown_column(quiet: Connection, unchanged: None, sql: str) -> None:
    words = ('column "Nmae" not found in table "Contact"', 'did you mean "Name"?')
    error = refused(ProgrammingError, run(quiet, sql), *words)
    assert (error.table, error.column) == ("Contact", "Nmae")


def test_unknown_schema(quiet: Connection) -> None:
    refused(ProgrammingError, run(quiet, "SELECT * FROM crm.Contact"), 'schema "crm" not found', "in no schema")


@pytest.mark.parametrize(
    "name", ["information_schema.tables", "INFORMATION_SCHEMA.COLUMNS", "pg_catalog.pg_tables", "sys.tables"]
)
def test_schema_in_which_other_databases_list_tables(quiet: Connection, name: str) -> None:
    words = (f'schema "{name.partition(".")[0]}" not found: connection.catalog has the tables', "`creatio tables`")
    refused(ProgrammingError, run(quiet, f"SELECT t.* FROM {name} t WHERE t.table_name LIKE 'C%'"), *words)


def test_unknown_function(quiet: Connection) -> None:
    refused(ProgrammingError, run(quiet, "SELECT uper('x')"), "uper does not exist", 'Did you mean "upper"')


def test_files_are_no_tables(quiet: Connection) -> None:
    refused(NotSupportedError, run(quiet, "SELECT * FROM read_csv('names.csv')"), "names.csv", "disabled")


# Text that is no SQL.


@pytest.mark.parametrize(
    ("sql", "line", "position"),
    [
        ("SELECT Name\nFROM Contact\nWHERE Name = = 'x'", 3, 14),
        ("SELECT Name FROM Contact WHERE (Age > 3", 1, 39),
        ("SELECT Name Id Age FROM Contact", 1, 16),
        ("SELECT FROM WHERE", 1, 13),
        ("INSERT INTO Contact (Name VALUES ('x')", 1, 27),
        ("DELETE FROM Contact WHERE", 1, 21),
        ("SELECT Name FROM Contact\nWHERE Name = 'x", 2, 14),
    ],
)
def test_syntax_error_marks_the_place(quiet: Connection, unchanged: None, sql: str, line: int, position: int) -> None:
    error = refused(ProgrammingError, run(quiet, sql), "syntax error", f"at line {line}, position {position}:")
    assert (error.line, error.position) == (line, position)
    shown, mark = str(error).splitlines()[-2:]
    assert shown == f"  {sql.splitlines()[line - 1]}"
    assert mark == " " * (position + 1) + "^"
    assert "Token" not in str(error)


@pytest.mark.parametrize(
    "sql", ["SELECT Name FROM Contact GROUP BY", 'SELECT "Name FROM Contact', "SELECT Name /* FROM Contact"]
)
def test_statement_that_ends_early_marks_the_place(quiet: Connection, sql: str) -> None:
    error = refused(ProgrammingError, run(quiet, sql), "syntax error", "at line 1, position", f"  {sql}\n", "^")
    assert error.line == 1 and error.position is not None


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("SELEC Name FROM Contact", 'not with "SELEC"; did you mean "SELECT"? at line 1, position 1:'),
        ("EXPLAIN SELEC Name FROM Contact", 'not with "SELEC"; did you mean "SELECT"? at line 1, position 9:'),
        ("SELECT Name Frm Contact", '"Contact" cannot stand here at line 1, position 17:'),
        ("SELECT Name FROM Contact WHERE ()", "there is no condition in the parentheses at line 1, position 32:"),
        ("DELETE FROM Contact WHERE ((  ))", "there is no condition in the parentheses at line 1, position 28:"),
        ("SELECT Name FROM Contact WHERE Age = 3 AND ()", "there is no condition in the parentheses at line 1, pos"),
        ("SELECT Name FROM Contact WHERE Age >> > 3", "an operator has only one side at line 1, position 39:"),
    ],
)
def test_syntax_errors_say_what_is_wrong(quiet: Connection, sql: str, words: str) -> None:
    error = refused(ProgrammingError, run(quiet, sql), words)
    assert "Unexpected token" not in str(error)


def test_a_text_in_double_quotes(quiet: Connection) -> None:
    sql = 'SELECT Name FROM Contact WHERE Name = "Qqqq"'
    refused(ProgrammingError, run(quiet, sql), 'column "Qqqq" not found in table "Contact"; a text stands in single')


@pytest.mark.parametrize(("sql", "hint"), [("SHOW TABLES", "creatio tables"), ("DESCRIBE Contact", "creatio describe")])
def test_statements_about_the_catalog(quiet: Connection, sql: str, hint: str) -> None:
    refused(NotSupportedError, run(quiet, sql), "is not supported: connection.catalog has the ", hint)


def test_statement_that_begins_with_nothing_known(quiet: Connection) -> None:
    words = ("a statement begins with SELECT, INSERT, UPDATE or DELETE", '"FETCHALL"', "line 1, position 1")
    refused(ProgrammingError, run(quiet, "FETCHALL contacts"), *words)


@pytest.mark.parametrize(
    "sql", ["SELECT 1; SELECT 2", f"DELETE FROM Contact WHERE Id = '{ZOE}'; DELETE FROM Contact WHERE TRUE"]
)
def test_several_statements(quiet: Connection, unchanged: None, sql: str) -> None:
    refused(ProgrammingError, run(quiet, sql), "2 statements given; execute() takes exactly one")


@pytest.mark.parametrize("end", ["; -- done", "; /* done */", ";;", "; -- one\n; -- two\n"])
def test_comments_behind_a_statement_are_no_statement(quiet: Connection, end: str) -> None:
    with quiet.cursor() as cursor:
        assert cursor.execute(f"SELECT 1{end}").fetchall() == [(1,)]


@pytest.mark.parametrize("sql", ["", "  \n", ";", "-- nothing but a comment", "EXPLAIN"])
def test_no_statement(quiet: Connection, sql: str) -> None:
    refused(ProgrammingError, run(quiet, sql), "no statement given; execute() takes exactly one")


SECTION = "objects and columns are made in Creatio"
IN_EFFECT = "each write is in effect at once"


@pytest.mark.parametrize(
    ("sql", "name", "way"),
    [
        ("CREATE TABLE UsrThing (Id uuid)", "CREATE TABLE", SECTION),
        ("CREATE VIEW Names AS SELECT Name FROM Contact", "CREATE VIEW", SECTION),
        ("ALTER TABLE Contact ADD COLUMN UsrShoe int", "ALTER TABLE", SECTION),
        ("DROP TABLE Contact", "DROP TABLE", SECTION),
        ("TRUNCATE TABLE Contact", "TRUNCATE", "say DELETE FROM … WHERE TRUE"),
        ("GRANT SELECT ON Contact TO anna", "GRANT", "rights are given in Creatio"),
        ("REVOKE SELECT ON Contact FROM anna", "REVOKE", "rights are given in Creatio"),
        ("BEGIN", "BEGIN", IN_EFFECT),
        ("COMMIT", "COMMIT", IN_EFFECT),
        ("ROLLBACK", "ROLLBACK", IN_EFFECT),
        ("SAVEPOINT here", "SAVEPOINT", IN_EFFECT),
        ("START TRANSACTION", "START", IN_EFFECT),
        ("COPY Contact FROM 'names.csv'", "COPY", "use INSERT with executemany()"),
        ("SET search_path = crm", "SET", "Creatio takes SELECT, INSERT, UPDATE, DELETE and MERGE"),
        ("CALL refresh()", "CALL", "Creatio takes SELECT, INSERT, UPDATE, DELETE and MERGE"),
        ("SELECT * FROM Contact TABLESAMPLE 10 PERCENT", "TABLESAMPLE", "use ORDER BY random() LIMIT n"),
        ("SELECT a FROM Contact AS c(a, b)", "a list of names behind c", "name columns of Contact by AS"),
        ("SELECT Name FROM Contact ORDER BY Age FETCH FIRST 10 PERCENT ROWS ONLY", "FETCH", "use LIMIT n PERCENT"),
        ("SELECT Name FROM Contact ORDER BY Age FETCH FIRST 2 ROWS WITH TIES", "WITH TIES", "use QUALIFY rank()"),
        ("DELETE FROM Contact WHERE Id IN (SELECT Id FROM Contact FETCH FIRST 1 PERCENT ROWS ONLY)", "FETCH", ""),
        ("SELECT Name FROM Contact FOR UPDATE", "FOR UPDATE", "leave them out"),
        ("SELECT Name FROM (SELECT Name FROM Contact FOR SHARE) AS c", "FOR SHARE", "leave them out"),
        ("SELECT * INTO Names FROM Contact", "INTO", ""),
    ],
)
def test_unsupported_statement(quiet: Connection, unchanged: None, sql: str, name: str, way: str) -> None:
    refused(NotSupportedError, run(quiet, sql), name, "is not supported", way)


@pytest.mark.parametrize("sql", ["UPDATE Contact SET Name = 'x'", "DELETE FROM Contact"])
def test_write_of_every_row_by_mistake(quiet: Connection, unchanged: None, sql: str) -> None:
    words = f"{sql.split()[0]} without WHERE would change every row of Contact; say WHERE TRUE"
    refused(ProgrammingError, run(quiet, sql), words)


def test_write_through_a_connection_that_only_reads(site: Sandbox, unchanged: None) -> None:
    with connect_to(site, read_only=True) as connection:
        assert "Contact" in connection.catalog
        site.clear_requests()
        refused(
            OperationalError, run(connection, "DELETE FROM Contact WHERE TRUE"), "read_only=True", "nothing was sent"
        )
        assert site.requests == []


# Parameters.


@pytest.mark.parametrize(
    ("condition", "given", "words"),
    [
        ("Name = ?", None, "the statement has 1 placeholder, but 0 parameters were given"),
        ("Name = ?", ["a", "b"], "the statement has 1 placeholder, but 2 parameters were given"),
        ("Name = ? AND Age = ?", ["a"], "the statement has 2 placeholders, but 1 parameter was given"),
        ("TRUE", ["a"], "the statement has 0 placeholders, but 1 parameter was given"),
        ("Name = :name AND Age = :age", {"name": "a"}, "no parameter given for :age"),
        ("Name = :name", ["a"], "has :name placeholders; give the parameters as a mapping"),
        ("Name = ?", {"name": "a"}, "a mapping of parameters goes with :name placeholders; for ? give a sequence"),
        ("Name = ?", "a", "parameters are a sequence or a mapping, not str"),
        ("Name = ?", 5, "parameters are a sequence or a mapping, not int"),
        ("Name = ? AND Age = :age", ["a"], "mixes ? and :name placeholders; use one of the two"),
        ("Name = ? AND Age = :age", {"age": 1}, "mixes ? and :name placeholders; use one of the two"),
    ],
)
@pytest.mark.parametrize("start", ["SELECT Name FROM Contact", "DELETE FROM Contact", "UPDATE Contact SET Name = 'x'"])
def test_parameters_that_do_not_fit(
    quiet: Connection, unchanged: None, start: str, condition: str, given: Any, words: str
) -> None:
    refused(ProgrammingError, run(quiet, f"{start} WHERE {condition}", given), words)


def test_placeholder_of_another_driver(quiet: Connection) -> None:
    refused(ProgrammingError, run(quiet, "SELECT Name FROM Contact WHERE Name = %s", ["a"]), "%s", "?", ":name")


@pytest.mark.parametrize("value", [Money(), ["a", "b"], {"a": 1}, {1}, 1j])
@pytest.mark.parametrize(
    "sql",
    [
        "SELECT Name FROM Contact WHERE Name = ?",
        "INSERT INTO Contact (Name) VALUES (?)",
        f"UPDATE Contact SET Name = ? WHERE Id = '{ZOE}'",
        "DELETE FROM Contact WHERE Name = ?",
    ],
)
def test_parameter_without_a_literal(quiet: Connection, unchanged: None, sql: str, value: object) -> None:
    words = f"a parameter of type {type(value).__name__} has no literal; give None, bool, int, float, Decimal, str"
    refused(ProgrammingError, run(quiet, sql, [value]), words)


@pytest.mark.parametrize(
    ("value", "words"), [(2**130, "127 bits are the limit"), (dt.time(1, tzinfo=dt.timezone.utc), "a time with a zone")]
)
def test_parameter_that_is_too_much(quiet: Connection, value: object, words: str) -> None:
    kind = DataError if isinstance(value, int) else ProgrammingError
    refused(kind, run(quiet, "SELECT Name FROM Contact WHERE Age = ?", [value]), words)


@pytest.mark.parametrize(
    ("column", "value", "type", "advice"),
    [
        ("Age", "ten", "INTEGER", ""),
        ("Age", 2**40, "INTEGER", ""),
        ("AccountId", "no-guid", "UUID", ""),
        ("BirthDate", "31.12.2025", "TIMESTAMPTZ", "; give a moment such as 2025-12-31 23:59:00+01:00"),
        ("DoNotUseSms", "perhaps", "BOOLEAN", "; give true or false"),
    ],
)
def test_value_that_its_column_cannot_hold(
    quiet: Connection, unchanged: None, column: str, value: object, type: str, advice: str
) -> None:
    words = (f"column Contact.{column} of type {type} cannot hold {value!r} (", advice)
    for sql in (f"INSERT INTO Contact ({column}) VALUES (?)", f"UPDATE Contact SET {column} = ? WHERE Id = '{ZOE}'"):
        error = refused(DataError, run(quiet, sql, [value]), *words)
        assert (error.table, error.column) == ("Contact", column)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("Age = 'abc'", "Contact.Age is INTEGER, which cannot be compared with 'abc'"),
        ("c.Age IN (1, 'it''s')", "Contact.Age is INTEGER, which cannot be compared with 'it''s'"),
        ("'x' = AccountId", "Contact.AccountId is UUID, which cannot be compared with 'x'"),
        ("BirthDate > 'soon' AND Age > 1", "Contact.BirthDate is TIMESTAMPTZ, which cannot be compared with 'soon'"),
        ("DoNotUseEmail = 'perhaps'", "Contact.DoNotUseEmail is BOOLEAN, which cannot be compared with 'perhaps'"),
    ],
)
def test_text_beside_a_column_of_another_type(quiet: Connection, condition: str, words: str) -> None:
    error = refused(DataError, run(quiet, f"SELECT Name FROM Contact c WHERE {condition}"), words)
    assert error.table == "Contact"
    assert error.column is not None
    assert error.column in words


@pytest.mark.parametrize("join", ["JOIN Contact c ON true", "SEMI JOIN Account b ON b.Id = c.Id JOIN Case b ON true"])
def test_one_name_for_two_tables(quiet: Connection, join: str) -> None:
    words = ("names two tables of one FROM", "Contact a JOIN Contact b")
    refused(ProgrammingError, run(quiet, f"SELECT 1 FROM Contact c {join}"), *words)


@pytest.mark.parametrize(
    ("values", "words"),
    [("'x'", "INSERT names 2 columns of Contact, but gives 1 values"), ("'x', 'y', 'z'", "but gives 3 values")],
)
def test_insert_whose_values_do_not_match(quiet: Connection, unchanged: None, values: str, words: str) -> None:
    refused(ProgrammingError, run(quiet, f"INSERT INTO Contact (Name, Email) VALUES ({values})"), words)


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (["a", "b"], "1 placeholder, but 2 parameters were given"),
        ([Money()], "a parameter of type Money has no literal"),
        ("a", "a sequence or a mapping, not str"),
    ],
)
def test_one_bad_set_of_many(quiet: Connection, unchanged: None, last: Any, words: str) -> None:
    """No row of those before it is written either."""
    rows = [["first"], ["second"], last]
    refused(ProgrammingError, lambda: quiet.cursor().executemany("INSERT INTO Contact (Name) VALUES (?)", rows), words)


def test_select_many_times(quiet: Connection) -> None:
    words = "executemany() is for writes; a SELECT goes through execute()"
    refused(ProgrammingError, lambda: quiet.cursor().executemany("SELECT ?", [[1], [2]]), words)


# Cursors and connections out of use.


def test_fetch_without_a_result(opened: Connection) -> None:
    with opened.cursor() as cursor:
        for sql in ("", f"DELETE FROM Contact WHERE Id = '{uuid.uuid4()}'"):
            if sql:
                cursor.execute(sql)
            for fetch in (cursor.fetchone, cursor.fetchmany, cursor.fetchall, cursor.fetch_arrow_table):
                refused(ProgrammingError, fetch, "there are no rows to fetch; execute() a SELECT first")
            refused(ProgrammingError, lambda: next(cursor), "there are no rows to fetch; execute() a SELECT first")


def test_fetch_after_a_statement_that_failed(opened: Connection) -> None:
    """The rows of the statement before it are not given as its own."""
    with opened.cursor() as cursor:
        cursor.execute("SELECT Name FROM Contact")
        refused(ProgrammingError, lambda: cursor.execute("SELECT Nmae FROM Contact"), "Nmae")
        assert cursor.description is None
        refused(ProgrammingError, cursor.fetchall, "there are no rows to fetch")


def test_closed_cursor(quiet: Connection, unchanged: None) -> None:
    cursor = quiet.cursor()
    cursor.close()
    cursor.close()
    for call in (
        lambda: cursor.execute("DELETE FROM Contact WHERE TRUE"),
        lambda: cursor.executemany("INSERT INTO Contact (Name) VALUES (?)", [["x"]]),
        cursor.fetchone,
        cursor.fetchmany,
        cursor.fetchall,
        lambda: cursor.setinputsizes([]),
    ):
        refused(InterfaceError, call, "the cursor is closed", "connection.cursor()")


def test_closed_connection(site: Sandbox, unchanged: None) -> None:
    connection = connect_to(site)
    cursor = connection.cursor()
    cursor.execute("SELECT Name FROM Contact")
    connection.close()
    connection.close()
    site.clear_requests()
    for call in (
        connection.cursor,
        connection.commit,
        connection.rollback,
        lambda: connection.catalog,
        cursor.fetchone,
        lambda: cursor.execute("DELETE FROM Contact WHERE TRUE"),
    ):
        refused(InterfaceError, call, "the connection is closed", "connect(")
    assert site.requests == []


# Pages where data was expected.


@pytest.mark.parametrize("status", [200, 403, 404, 500, 502, 503])
def test_page_instead_of_rows(site: Sandbox, opened: Connection, status: int) -> None:
    site.html_next(2, status=status)
    kind = ProgrammingError if status == 404 else OperationalError
    words = (f"reading Contact failed with HTTP {status}", "an HTML page came instead of data: Maintenance")
    error = refused(kind, run(opened, "SELECT Name FROM Contact WHERE Name = 'x'"), *words)
    assert error.status == status
    assert "JSON" not in "".join(traceback.format_exception(error))


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO Contact (Name) VALUES ('x')",
        f"DELETE FROM Contact WHERE Id = '{ZOE}'",
        f"UPDATE Contact SET Name = 'x' WHERE Id = '{ZOE}'",
    ],
)
@pytest.mark.parametrize("status", [200, 403, 500])
def test_page_instead_of_the_answer_to_a_write(
    site: Sandbox, opened: Connection, unchanged: None, sql: str, status: int
) -> None:
    """A page is no word of Creatio's that the row was written."""
    site.html_next(None, status=status)
    words = (f"failed with HTTP {status}", "an HTML page came instead of data: Maintenance")
    assert refused(OperationalError, run(opened, sql), *words).status == status


def test_page_instead_of_the_catalog(site: Sandbox) -> None:
    site.html_next(None, status=502)
    words = ("reading $metadata failed with HTTP 502", "an HTML page came instead of data: Maintenance")
    assert refused(OperationalError, lambda: ask(site.url), *words).status == 502


def test_page_instead_of_the_sign_in() -> None:
    words = ("sign-in at", "failed with HTTP 503: an HTML page came instead of JSON, titled 'Maintenance'")
    with Sandbox(contacts=0, password=PASSWORD) as other:
        other.html_next(1, status=503, login=True)
        assert refused(OperationalError, lambda: ask(other.url, retries=0), *words).status == 503
        assert [record.url for record in other.requests] == [LOGIN]


@pytest.mark.parametrize("break_it", ["break_json_next", "truncate_next"])
def test_answer_that_is_not_whole(site: Sandbox, opened: Connection, break_it: str) -> None:
    getattr(site, break_it)(1)
    refused(OperationalError, lambda: query(opened, "SELECT Name FROM Contact"), "the answer for Contact is not whole")


@pytest.mark.parametrize(
    ("condition", "joined"), [("Age = {}", " OR "), ("Age <> -{}", " AND "), ("Name = '{}'", " OR ")]
)
def test_a_chain_of_many_conditions(
    demo_connection: Connection, local_connection: Connection, condition: str, joined: str
) -> None:
    sql = "SELECT count(*) FROM Contact WHERE " + joined.join(condition.format(number) for number in range(30, 1230))
    assert query(demo_connection, sql) == query(local_connection, sql)


@pytest.mark.parametrize(
    "condition", ["(" * 3_000 + "Age > 1" + ")" * 3_000, "NOT " * 3_000 + "Age > 1", "Age > " + "+".join(["1"] * 3_000)]
)
def test_what_is_nested_too_deeply_is_an_error_of_the_statement(demo_connection: Connection, condition: str) -> None:
    with pytest.raises(ProgrammingError):
        query(demo_connection, f"SELECT count(*) FROM Contact WHERE {condition}")
