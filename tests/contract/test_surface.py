"""The PEP 249 surface: names, type objects, constructors, the exception tree."""

from __future__ import annotations

import ast
import datetime as dt
import importlib
import inspect
import pkgutil
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

import creatio_dbapi
from creatio_dbapi import Connection, Cursor
from tests.fix_connection import query

TREE = {
    "Warning": "Warning",
    "Error": "Exception",
    "InterfaceError": "Error",
    "DatabaseError": "Error",
    "DataError": "DatabaseError",
    "OperationalError": "DatabaseError",
    "IntegrityError": "DatabaseError",
    "InternalError": "DatabaseError",
    "ProgrammingError": "DatabaseError",
    "NotSupportedError": "DatabaseError",
}
CONSTRUCTORS = ("Date", "Time", "Timestamp", "DateFromTicks", "TimeFromTicks", "TimestampFromTicks", "Binary")
TYPE_OBJECTS = ("STRING", "BINARY", "NUMBER", "DATETIME", "ROWID")


def test_globals() -> None:
    assert creatio_dbapi.apilevel == "2.0"
    assert creatio_dbapi.threadsafety == 2
    assert creatio_dbapi.paramstyle == "qmark"
    assert callable(creatio_dbapi.connect)


def test_all_names_the_whole_surface() -> None:
    wanted = {*TREE, *CONSTRUCTORS, *TYPE_OBJECTS, "Connection", "Cursor"}
    wanted |= {"connect", "apilevel", "threadsafety", "paramstyle"}
    assert wanted <= set(creatio_dbapi.__all__)
    assert all(hasattr(creatio_dbapi, name) for name in creatio_dbapi.__all__)
    assert len(creatio_dbapi.__all__) == len(set(creatio_dbapi.__all__))


@pytest.mark.parametrize(("name", "parent"), TREE.items())
def test_exception_tree(name: str, parent: str) -> None:
    raised = getattr(creatio_dbapi, name)
    assert raised.__bases__[0].__name__ == parent
    assert issubclass(raised, Exception)
    assert raised.__name__ == name
    assert raised.__module__ == "creatio_dbapi"
    assert getattr(Connection, name) is raised


def test_warning_is_shown_by_the_warnings_module() -> None:
    with pytest.warns(creatio_dbapi.Warning, match="look"):
        warnings.warn("look", creatio_dbapi.Warning, stacklevel=1)


def modules() -> list[str]:
    """Return the names of all modules of the driver; the sandbox is a server and has errors of its own."""
    found = pkgutil.walk_packages(creatio_dbapi.__path__, "creatio_dbapi.")
    return [module.name for module in found if "sandbox" not in module.name and "__main__" not in module.name]


@pytest.mark.parametrize("name", modules())
def test_every_exception_class_is_under_error(name: str) -> None:
    module = importlib.import_module(name)
    own = [item for _, item in inspect.getmembers(module, inspect.isclass) if item.__module__ == name]
    public = [item for item in own if issubclass(item, BaseException) and not item.__name__.startswith("_")]
    public = [item for item in public if not issubclass(item, KeyboardInterrupt)]  # no error: nothing is to catch it
    assert [item for item in public if not issubclass(item, creatio_dbapi.Error)] == []


def raised_names(source: str) -> Iterator[str]:
    """Yield the names of the classes that a module raises by name."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and isinstance(node.exc.func, ast.Name):
            yield node.exc.func.id


@pytest.mark.parametrize("name", modules())
def test_everything_raised_by_name_is_under_error(name: str) -> None:
    module = importlib.import_module(name)
    source = Path(str(module.__file__)).read_text(encoding="utf-8")
    for raised in raised_names(source):
        item = getattr(module, raised, None)
        private = raised.startswith("_")  # caught in the same module; the tests of values show that none gets out
        if inspect.isclass(item) and not private and not issubclass(item, (KeyError, StopIteration, KeyboardInterrupt)):
            assert issubclass(item, creatio_dbapi.Error), raised


@pytest.mark.parametrize(
    "sql", ["SELECT ?", "SELECT Id FROM Contact WHERE Name = ?", "SELECT Id FROM Contact WHERE ? = Name"]
)
def test_a_text_that_is_no_unicode_is_refused_under_error(demo_connection: Connection, sql: str) -> None:
    with demo_connection.cursor() as cursor, pytest.raises(creatio_dbapi.DataError):
        cursor.execute(sql, ["\ud800"])


def test_type_objects_equal_the_type_codes_of_their_kind(demo_connection: Connection) -> None:
    kinds = {
        "Name": creatio_dbapi.STRING,
        "Age": creatio_dbapi.NUMBER,
        "Confirmed": creatio_dbapi.NUMBER,
        "CreatedOn": creatio_dbapi.DATETIME,
        "Id": creatio_dbapi.ROWID,
        "ContactPhoto": creatio_dbapi.BINARY,
    }
    with demo_connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(kinds)} FROM Contact LIMIT 0")
        codes = {item[0]: item[1] for item in cursor.description or ()}
    objects = [getattr(creatio_dbapi, name) for name in TYPE_OBJECTS]
    for name, kind in kinds.items():
        assert [each for each in objects if codes[name] == each] == [kind]


def test_constructors() -> None:
    assert creatio_dbapi.Date(2002, 12, 25) == dt.date(2002, 12, 25)
    assert creatio_dbapi.Time(13, 45, 30) == dt.time(13, 45, 30)
    assert creatio_dbapi.Timestamp(2002, 12, 25, 13, 45, 30).isoformat() == "2002-12-25T13:45:30"
    assert creatio_dbapi.Binary(b"\x00\xff") == b"\x00\xff"


@pytest.mark.parametrize("ticks", [0.0, 86_399.5, 1_700_000_000.25, 1_719_800_000])
def test_constructors_from_ticks_are_in_the_local_zone(ticks: float) -> None:
    local = time.localtime(ticks)
    moment = creatio_dbapi.TimestampFromTicks(ticks)
    assert moment.timestamp() == ticks
    assert moment.timetuple()[:6] == local[:6]
    assert creatio_dbapi.DateFromTicks(ticks).timetuple()[:3] == local[:3]
    clock = creatio_dbapi.TimeFromTicks(ticks)
    assert (clock.hour, clock.minute, clock.second) == local[3:6]


def test_constructed_values_are_taken_as_parameters(demo_connection: Connection) -> None:
    ticks = 1_700_000_000
    values = [creatio_dbapi.TimestampFromTicks(ticks), creatio_dbapi.DateFromTicks(ticks), creatio_dbapi.Binary(b"x")]
    (row,) = query(demo_connection, "SELECT ?, ?, ?", values)
    assert row[0].timestamp() == ticks
    assert row[1:] == (creatio_dbapi.DateFromTicks(ticks), b"x")


def test_description_has_seven_items_and_nullability(demo_connection: Connection) -> None:
    with demo_connection.cursor() as cursor:
        assert cursor.description is None
        cursor.execute("SELECT Id, Name, Age AS Years FROM Contact LIMIT 1")
        assert cursor.description is not None
        assert [item[0] for item in cursor.description] == ["Id", "Name", "Years"]
        assert [len(item) for item in cursor.description] == [7, 7, 7]
        assert cursor.description[0][6] is not True  # a key
        assert cursor.description[1][6] is False  # text is never NULL in Creatio


def test_description_tells_of_nullable_columns(demo_connection: Connection) -> None:
    with demo_connection.cursor() as cursor:
        cursor.execute("SELECT AccountId, BirthDate FROM Contact LIMIT 1")
        assert all(item[6] is not False for item in cursor.description or ())


def test_rowcount_does_no_work(demo_connection: Connection) -> None:
    with demo_connection.cursor() as cursor:
        assert cursor.rowcount == -1
        cursor.execute("SELECT Id FROM Contact")
        before = cursor.stats.requests
        assert cursor.rowcount == -1
        assert cursor.stats.requests == before
        assert len(cursor.fetchall()) == 2000


def test_context_managers_close() -> None:
    with creatio_dbapi.connect("localhost:1", "a", "b") as connection, connection.cursor() as cursor:
        assert isinstance(cursor, Cursor)
        assert cursor.connection is connection
    with pytest.raises(creatio_dbapi.InterfaceError, match="closed"):
        cursor.execute("SELECT 1")
    with pytest.raises(creatio_dbapi.InterfaceError, match="closed"):
        connection.cursor()


def test_a_connection_closes_although_its_body_raises() -> None:
    connection = creatio_dbapi.connect("localhost:1", "a", "b")
    with pytest.raises(ZeroDivisionError), connection:
        _ = 1 // 0
    with pytest.raises(creatio_dbapi.InterfaceError, match="closed"):
        connection.commit()


def test_closing_twice_does_nothing() -> None:
    connection = creatio_dbapi.connect("localhost:1", "a", "b")
    cursor = connection.cursor()
    for item in (cursor, cursor, connection, connection):
        item.close()


def test_cursor_is_its_own_iterator(demo_connection: Connection) -> None:
    with demo_connection.cursor() as cursor:
        assert iter(cursor) is cursor
        assert list(cursor.execute("SELECT 1 UNION ALL SELECT 1")) == [(1,), (1,)]
