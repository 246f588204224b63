"""The asynchronous engine: statements, streams, pools, cancelled tasks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

import creatio_dbapi
from creatio_dbapi.sandbox import Sandbox
from tests.fix_engine import url_of
from tests.fix_orm import Contact

sqlalchemy = pytest.importorskip("sqlalchemy")
from sqlalchemy import exc, select, text  # noqa: E402


def run_async(sandbox: Sandbox, work: Callable[[Any], Coroutine[Any, Any, None]], **options: Any) -> None:
    """Run a coroutine with an asynchronous engine over a sandbox."""
    pytest.importorskip("greenlet")
    from sqlalchemy.ext.asyncio import create_async_engine

    url = url_of(sandbox, cache_directory="none").replace("creatio+http", "creatio+aio_http")

    async def main() -> None:
        engine = create_async_engine(url, **options)
        try:
            await work(engine)
        finally:
            await engine.dispose()

    asyncio.run(main())


def test_async_statements_streams_and_reflection(demo: Sandbox) -> None:
    async def work(engine: Any) -> None:
        async with engine.connect() as connection:
            assert (await connection.execute(text("SELECT count(*) FROM Contact"))).scalar() == 2000
            streamed = await connection.stream(text("SELECT Name FROM Contact ORDER BY Name"))
            assert len([row async for row in streamed]) == 2000
            assert "Contact" in await connection.run_sync(lambda it: sqlalchemy.inspect(it).get_table_names())
            with pytest.raises(exc.ProgrammingError, match='did you mean "Contact"'):
                await connection.execute(text("SELECT Name FROM Contcat"))

    run_async(demo, work)


def test_async_writes(sandbox: Sandbox) -> None:
    async def work(engine: Any) -> None:
        from sqlalchemy.ext.asyncio import AsyncSession

        async with AsyncSession(engine) as session:
            session.add(Contact(Name="Ada", Age=36))
            await session.commit()
            assert (await session.execute(select(Contact.Age).where(Contact.Name == "Ada"))).scalar() == 36
        async with engine.begin() as connection:
            many = [{"name": f"N{number}"} for number in range(3)]
            written = await connection.execute(text("INSERT INTO Contact (Name) VALUES (:name)"), many)
            assert written.rowcount == 3

    run_async(sandbox, work)


def test_the_event_loop_goes_on_while_statements_wait(sandbox: Sandbox) -> None:
    async def work(engine: Any) -> None:
        async def count() -> Any:
            async with engine.connect() as connection:
                return (await connection.execute(text("SELECT count(*) FROM Contact"))).scalar()

        assert await count() == 1
        sandbox.set_latency(200)
        counting = asyncio.gather(count(), count())
        turns = 0
        while not counting.done():
            await asyncio.sleep(0.01)
            turns += 1
        assert list(await counting) == [1, 1]
        assert turns > 3

    run_async(sandbox, work)


def test_a_cancelled_task_stops_its_statement_and_spoils_nothing(sandbox: Sandbox) -> None:
    async def work(engine: Any) -> None:
        async with engine.connect() as connection:
            await connection.execute(text("SELECT count(*) FROM Contact"))
        sandbox.set_latency(400)
        with pytest.raises(asyncio.TimeoutError):
            async with engine.connect() as connection:
                await asyncio.wait_for(connection.execute(text("SELECT Name FROM Contact")), 0.05)
        sandbox.set_latency(0)
        async with engine.connect() as connection:
            assert (await connection.execute(text("SELECT count(*) FROM Contact"))).scalar() == 1

    run_async(sandbox, work, pool_size=1, max_overflow=0)


def test_many_tasks_share_a_small_pool(demo: Sandbox) -> None:
    async def work(engine: Any) -> None:
        async def older_than(age: int) -> Any:
            async with engine.connect() as connection:
                return (
                    await connection.execute(text("SELECT count(*) FROM Contact WHERE Age > :a"), {"a": age})
                ).scalar()

        ages = list(range(20, 60))
        counts = await asyncio.gather(*map(older_than, ages))
        assert counts == sorted(counts, reverse=True)
        assert counts[0] > counts[-1] > 0
        assert engine.pool.checkedout() == 0

    run_async(demo, work, pool_size=3, max_overflow=0, pool_pre_ping=True)


def test_a_stream_that_is_left_early_gives_its_connection_back(demo: Sandbox) -> None:
    async def work(engine: Any) -> None:
        for _ in range(3):
            async with engine.connect() as connection:
                async for row in await connection.stream(text("SELECT * FROM Contact")):
                    assert row
                    break
        assert engine.pool.checkedout() == 0
        async with engine.connect() as connection:
            assert (await connection.execute(text("SELECT count(*) FROM Contact"))).scalar() == 2000

    run_async(demo, work, pool_size=1, max_overflow=0)


def test_a_cursor_gives_no_rows_of_an_earlier_statement(sandbox: Sandbox) -> None:
    sandbox.insert("Contact", [{"Name": f"N{number}"} for number in range(3)])
    rows = len(sandbox.rows("Contact"))

    def use(connection: Any) -> None:
        driver = connection.connection.dbapi_connection
        cursor = driver.cursor()
        cursor.execute("SELECT Name FROM Contact")
        with pytest.raises(creatio_dbapi.ProgrammingError, match="Nme"):
            cursor.execute("SELECT Nme FROM Contact")
        for fetch in (cursor.fetchone, cursor.fetchmany, cursor.fetchall):
            with pytest.raises(creatio_dbapi.ProgrammingError, match="execute"):
                fetch()
        cursor.execute("SELECT Name FROM Contact")
        cursor.executemany("INSERT INTO City (Name) VALUES (?)", [["x"]])
        driver.commit()
        with pytest.raises(creatio_dbapi.ProgrammingError, match="execute"):
            cursor.fetchall()
        cursor.execute("SELECT Name FROM Contact")
        assert len(cursor.fetchmany(2) + cursor.fetchall()) == rows
        assert (cursor.fetchall(), cursor.fetchmany(2), cursor.fetchone()) == ([], [], None)
        cursor.close()
        with pytest.raises(creatio_dbapi.InterfaceError, match="closed"):
            cursor.fetchone()

    async def work(engine: Any) -> None:
        async with engine.connect() as connection:
            await connection.run_sync(use)

    run_async(sandbox, work)
