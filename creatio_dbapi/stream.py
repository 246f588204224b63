"""Pages of JSON become the rows of a scan, and a scan ends with a proof that it is complete."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.compute as pc

from creatio_dbapi.batches import Batch
from creatio_dbapi.catalog import Column
from creatio_dbapi.engine import sql_type
from creatio_dbapi.errors import DataError, OperationalError
from creatio_dbapi.plan.nodes import Embedded, Scan
from creatio_dbapi.plan.pages import page_rows
from creatio_dbapi.profile import Profile
from creatio_dbapi.replies import Reply, failure_of, is_json, is_refusal
from creatio_dbapi.request import Query, Value, key_url, query_url
from creatio_dbapi.session import Meter, Session
from creatio_dbapi.types import TYPES, ZERO_GUID, read_column

PAGE_BYTES = 8 * 1024 * 1024
PAGES_AHEAD = 3


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a scan: the JSON values of each of its columns, in the scan's order.

    `embedded` are the rows that came along, for each of the scan's embedded scans.
    """

    columns: tuple[list[Any], ...]
    rows: int
    embedded: tuple[Page, ...] = ()


class ScanMeter(Meter):
    """Counts what one scan costs, as part of what its statement costs."""

    def __init__(self, statement: Meter) -> None:
        super().__init__()
        self._statement = statement

    def add(self, *, requests: int = 0, received: int = 0, rows: int = 0, sign_ins: int = 0, retries: int = 0) -> None:
        """Count here and for the statement."""
        super().add(requests=requests, received=received, rows=rows, sign_ins=sign_ins, retries=retries)
        self._statement.add(requests=requests, received=received, rows=rows, sign_ins=sign_ins, retries=retries)
        self.stop()


@dataclass(frozen=True, slots=True)
class Source:
    """Where scans are read from, who counts what that costs, and who may say that it is to stop.

    `meters` has a place for the cost of every scan by itself, or is None where nobody asks.
    """

    session: Session
    profile: Profile
    meter: Meter
    check: Callable[[], None] = lambda: None
    meters: dict[str, ScanMeter] | None = None


def _for_scan(source: Source, scan: Scan) -> Source:
    if source.meters is None:
        return source
    return replace(source, meter=source.meters.setdefault(scan.name, ScanMeter(source.meter)), meters=None)


class RefusedError(OperationalError):
    """The server understood a scan as a query and did not want it; `scan` tells which forms it used."""

    def __init__(self, cause: Exception, scan: Scan) -> None:
        super().__init__(str(cause), status=getattr(cause, "status", None), table=scan.table.name)
        self.cause = cause
        self.scan = scan


def _shown(rows: list[Any], column: Column, profile: Profile) -> list[Any]:
    name = column.name
    if column.type == "Edm.String" and profile.empty_text == "null":
        return [row[name] or None for row in rows]
    return [row[name] for row in rows]


def _embedded_page(embedded: Embedded, rows: list[Any], profile: Profile) -> Page:
    """Take the rows behind a link out of the rows that link to them, each once; an empty lookup has none."""
    scan = embedded.scan
    found: dict[tuple[Any, ...], Any] = {}
    for row in rows:
        inner = row.get(embedded.link)
        key = tuple(inner.get(name) for name in scan.table.key) if isinstance(inner, dict) else (None,)
        if key[0] is not None and key[0] != ZERO_GUID:
            found[key] = inner
    inner_rows = list(found.values())
    columns = tuple(_shown(inner_rows, column, profile) for column in scan.columns)
    return Page(columns, len(inner_rows), tuple(_embedded_page(each, inner_rows, profile) for each in scan.embedded))


class ScanReader:
    """A scan that is read page by page, and can be left after any of them; the first page may be a small one."""

    def __init__(self, source: Source, scan: Scan, *, first_rows: int | None = None) -> None:
        self.scan = scan
        self.total: int | None = None
        self._pages = self._read(source, first_rows)

    def next(self) -> Page | None:
        """Return the next page, or None at the end; then all rows that there were have been given."""
        return next(self._pages, None)

    def _read(self, source: Source, first_rows: int | None) -> Iterator[Page]:
        if len(self.scan.queries) != 1 or self.scan.count:
            yield from read_scan(source, self.scan)
            return
        query = self.scan.queries[0]
        reader = _QueryReader(
            _for_scan(source, self.scan), self.scan, query, self.scan.limit, self.scan.offset, first_rows=first_rows
        )
        for page in reader.pages():
            self.total = reader.known_total
            yield page


def read_scan(source: Source, scan: Scan) -> Iterator[Page]:
    """Read a scan page by page; raises OperationalError rather than give fewer rows than there are."""
    source = _for_scan(source, scan)
    if scan.count:
        yield _count(source, scan)
        return
    remaining, offset = scan.limit, scan.offset
    for query in scan.queries:
        reader = _QueryReader(source, scan, query, remaining, offset)
        yield from reader.pages()
        if remaining is not None:
            remaining -= reader.given
            if remaining <= 0:
                return
        offset = max(0, offset - reader.total) if offset else 0


def count_rows(source: Source, scan: Scan) -> int:
    """Ask how many rows a scan has, without reading them."""
    counting = tuple(replace(query, select=(), order=(), top=0, count=True) for query in scan.queries[:1])
    page = _count(source, replace(scan, queries=counting))
    return int(page.columns[0][0])


def _count(source: Source, scan: Scan) -> Page:
    if not scan.queries:
        return Page(([0],), 1)
    body, _ = _fetch(source, scan, query_url(scan.queries[0]), msgspec.json.Decoder())
    count = body.get("@odata.count")
    if not isinstance(count, int) or isinstance(count, bool) or count < 0:
        raise OperationalError(f"the answer for {scan.table.name} has no @odata.count", table=scan.table.name)
    source.meter.add(rows=1)
    return Page(([count],), 1)


@dataclass(frozen=True, slots=True)
class _Ask:
    """One page to ask for: where it begins, its rows, how many of the page before come again, whether it counts."""

    position: int
    rows: int
    overlap: int
    counts: bool


@dataclass(frozen=True, slots=True)
class _Answer:
    """One page as it came: its rows, the object around them, and its size in bytes."""

    rows: list[Any]
    body: dict[str, Any]
    size: int


class _QueryReader:
    """Reads one query of a scan: asks for pages by $skip and $top, follows nextLinks, checks that nothing moved."""

    def __init__(
        self, source: Source, scan: Scan, query: Query, limit: int | None, offset: int, *, first_rows: int | None = None
    ) -> None:
        self._source, self._scan, self._query = source, scan, query
        self._limit, self._position, self._start = limit, offset, offset
        self._first_rows = first_rows
        self._page_rows = page_rows(scan)
        self._decoder = _decoder(scan.columns)
        self._key_places = _key_places(scan)
        self._last_keys: list[tuple[Any, ...]] = []
        self.given = 0
        self.total = 0
        self.known_total: int | None = None
        self._asked_pages = 0
        self._pages_ahead = PAGES_AHEAD
        self._short_rows: int | None = None
        self._stalled = False
        self._ahead: dict[_Ask, Future[_Answer]] = {}
        self._pool: ThreadPoolExecutor | None = None

    def pages(self) -> Iterator[Page]:
        """Give the pages; on return every row that there was has been given."""
        try:
            yield from self._pages()
        finally:
            self._stop_ahead()

    def _pages(self) -> Iterator[Page]:
        while True:
            overlap = 1 if self._last_keys and self._position > self._start and not self._stalled else 0
            asked = self._asked()
            counts = self._counts()
            answer = self._page(_Ask(self._position, asked, overlap, counts))
            self.known_total = self._total(answer.body, counts, self.known_total)
            link = answer.body.get("@odata.nextLink")
            rows = self._without_overlap(answer.rows, overlap)
            received = len(rows)
            self._fit_pages(answer)
            yield from self._give(rows)
            followed: set[object] = set()
            while link is not None and not self._enough():
                answer = self._rows(self._link(link, followed))
                self._check_no_repeat(answer.rows)
                received += len(answer.rows)
                link = answer.body.get("@odata.nextLink")
                yield from self._give(answer.rows)
            if self._is_complete(asked, received, self.known_total):
                self.total = self._position if self.known_total is None else self.known_total
                return
            self._note_short_page(asked, received)

    def _fit_pages(self, answer: _Answer) -> None:
        """Ask for fewer rows at once where they turn out to be large ones."""
        if not answer.rows:
            return
        if answer.size > PAGE_BYTES:
            self._page_rows = min(self._page_rows, max(1, PAGE_BYTES * len(answer.rows) // answer.size))
        self._pages_ahead = max(1, min(PAGES_AHEAD, PAGE_BYTES // max(1, answer.size)))

    def _note_short_page(self, asked: int, received: int) -> None:
        """Learn from a page that was shorter than asked for, though it was not the last one."""
        # Only the row of the page before may have come: ask once more without it.
        self._stalled = received == 0
        if received == asked:
            self._short_rows = None
            return
        if received and received == self._short_rows:
            self._page_rows = received  # twice the same: the server caps its pages at this
        self._short_rows = received

    # -- asking

    def _page(self, ask: _Ask) -> _Answer:
        """Return a page, which may have been asked for ahead; from the second page on, ask for the following ones."""
        self._asked_pages += 1
        awaited = self._ahead.pop(ask, None)
        if self._asked_pages > 1 and (self._short_rows is None or self._short_rows == self._page_rows):
            self._ask_ahead(ask)
        return self._rows(self._url(ask)) if awaited is None else awaited.result()

    def _ask_ahead(self, ask: _Ask) -> None:
        """Have the pages behind this one on their way while it is read: who takes a second page takes more."""
        end = self.known_total or 0
        if self._limit is not None:
            end = min(end, self._start + self._limit)
        position = ask.position + ask.rows
        while position < end and len(self._ahead) < self._pages_ahead:
            rows = min(self._page_rows, end - position) if self._limit is not None else self._page_rows
            following = _Ask(position, rows, 1 if self._key_places else 0, False)
            if following not in self._ahead:
                if self._pool is None:
                    self._pool = ThreadPoolExecutor(PAGES_AHEAD, thread_name_prefix="creatio-page")
                self._ahead[following] = self._pool.submit(self._rows, self._url(following))
            position += rows

    def _stop_ahead(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
        self._ahead.clear()

    def _url(self, ask: _Ask) -> str:
        top, skip = ask.rows + ask.overlap, ask.position - ask.overlap
        return query_url(replace(self._query, top=top, skip=skip, count=ask.counts))

    def _asked(self) -> int:
        rows = 1 if self._scan.unique else self._page_rows
        if self._first_rows is not None:
            rows, self._first_rows = min(rows, self._first_rows), None
        return rows if self._limit is None else min(rows, self._limit - self.given)

    def _counts(self) -> bool:
        if "count" not in self._source.profile.forms or (self._scan.unique and not self._start):
            return False
        # The first page brings the total along; a page after a short one asks again.
        return self.known_total is None or self._short_rows is not None

    def _rows(self, url: str) -> _Answer:
        body, size = _fetch(self._source, self._scan, url, self._decoder)
        rows = body.get("value")
        if not isinstance(rows, list):
            raise OperationalError(
                f'the answer for {self._scan.table.name} has no list "value"', table=self._scan.table.name
            )
        self._source.meter.add(rows=len(rows))
        return _Answer(rows, body, size)

    def _link(self, link: object, followed: set[object]) -> str:
        name = self._scan.table.name
        if not isinstance(link, str):
            raise OperationalError(f"the answer for {name} has a nextLink that is no text", table=name)
        if link in followed:
            raise OperationalError(f"the nextLinks of {name} lead in a circle, so its rows never end", table=name)
        followed.add(link)
        return link

    def _total(self, body: dict[str, Any], counts: bool, known: int | None) -> int | None:
        if not counts:
            return known
        total = body.get("@odata.count")
        if not isinstance(total, int) or isinstance(total, bool):
            raise OperationalError(f"the answer for {self._scan.table.name} has no @odata.count")
        return total

    # -- proving

    def _enough(self) -> bool:
        return self._limit is not None and self.given >= self._limit

    def _is_complete(self, asked: int, received: int, total: int | None) -> bool:
        """Say whether all rows have come (law 4); a page that is only shorter than asked for proves nothing."""
        if self._enough() or self._scan.unique:
            return True
        if total is not None:
            if self._position >= total:
                return True
            if received == 0 and self._stalled:
                raise OperationalError(
                    f"{self._scan.table.name} has {total} rows, but only {self._position} came",
                    table=self._scan.table.name,
                )
            return False
        return received == 0

    def _without_overlap(self, rows: list[Any], overlap: int) -> list[Any]:
        """Check that the page begins with the row that the one before it ended with, and take that row away."""
        if not overlap:
            return rows
        if not rows or self._keys(rows[:1]) != self._last_keys[-1:]:
            raise self._moved()
        self._check_no_repeat(rows[1:])
        return rows[1:]

    def _check_no_repeat(self, rows: list[Any]) -> None:
        if self._last_keys and not set(self._last_keys).isdisjoint(self._keys(rows)):
            raise self._moved()

    def _moved(self) -> OperationalError:
        name = self._scan.table.name
        return OperationalError(
            f"rows of {name} were inserted, deleted or moved while it was read, so the answer would not be whole; "
            "run the statement again",
            table=name,
        )

    def _keys(self, rows: list[Any]) -> list[tuple[Any, ...]]:
        names = [self._scan.columns[place].name for place in self._key_places]
        try:
            return [tuple(row[name] for name in names) for row in rows]
        except (KeyError, TypeError):
            raise self._misses(rows, names) from None

    # -- giving

    def _give(self, rows: list[Any]) -> Iterator[Page]:
        if self._limit is not None:
            rows = rows[: self._limit - self.given]
        if not rows:
            return
        if self._key_places:
            self._last_keys = self._keys(rows)
        page = self._page_of(rows)
        self._position += len(rows)
        self.given += len(rows)
        yield page

    def _page_of(self, rows: list[Any]) -> Page:
        embedded = tuple(_embedded_page(each, rows, self._source.profile) for each in self._scan.embedded)
        return Page(tuple(self._values(rows, column) for column in self._scan.columns), len(rows), embedded)

    def _values(self, rows: list[Any], column: Column) -> list[Any]:
        if column.type == "Edm.Stream":
            return [self._stream(row, column) for row in rows]
        name = column.name
        try:
            return _shown(rows, column, self._source.profile)
        except (KeyError, TypeError):
            raise self._misses(rows, [name]) from None

    def _misses(self, rows: list[Any], names: list[str]) -> DataError:
        table = self._scan.table.name
        missing = next(
            (name for name in names if any(not isinstance(r, dict) or name not in r for r in rows)), names[0]
        )
        return DataError(
            f"the answer for {table} lacks column {missing}; connection.catalog.refresh() reads the columns anew",
            table=table,
            column=missing,
        )

    def _stream(self, row: Any, column: Column) -> bytes | None:
        table = self._scan.table
        types = {each.name: each.type for each in table.columns}
        key = tuple(Value(types[name], TYPES[types[name]].read([row[name]])[0]) for name in table.key)
        path = f"{key_url(table.name, key, table.key)}/{column.name}"
        reply = self._source.session.request("GET", path, meter=self._source.meter)
        if reply.status in (204, 404):
            return None
        if reply.status != 200:
            raise failure_of(reply, action=f"reading {column.name} of {table.name}", table=table.name)
        return reply.body or None


def _key_places(scan: Scan) -> tuple[int, ...]:
    names = [column.name for column in scan.columns]
    return tuple(names.index(name) for name in scan.table.key) if set(scan.table.key) <= set(names) else ()


def _decoder(columns: tuple[Column, ...]) -> msgspec.json.Decoder[Any]:
    # A decimal must not pass through a binary float; other scans are spared the cost.
    if any(column.type == "Edm.Decimal" for column in columns):
        return msgspec.json.Decoder(float_hook=Decimal)
    return msgspec.json.Decoder()


def _fetch(source: Source, scan: Scan, url: str, decoder: msgspec.json.Decoder[Any]) -> tuple[dict[str, Any], int]:
    """Return the JSON object that a read is answered with, and its size in bytes."""
    source.check()
    reply = source.session.request("GET", url, meter=source.meter)
    source.check()
    if reply.status != 200 or not is_json(reply):
        raise _failure(reply, scan)
    try:
        body = decoder.decode(reply.body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise OperationalError(
            f"the answer for {scan.table.name} is not whole JSON: {error}", status=reply.status, table=scan.table.name
        ) from None
    if not isinstance(body, dict):
        raise OperationalError(f"the answer for {scan.table.name} is not a JSON object", table=scan.table.name)
    return body, len(reply.body)


def _failure(reply: Reply, scan: Scan) -> Exception:
    error = failure_of(reply, action=f"reading {scan.table.name}", table=scan.table.name)
    # A property that the server does not know is a catalog that is out of date, not a form of query.
    return RefusedError(error, scan) if is_refusal(reply) and scan.forms and error.column is None else error


def scan_batch(scan: Scan, page: Page, places: tuple[int, ...]) -> Batch:
    """Make a batch of the columns of a page that are the answer as they come."""

    def arrow() -> list[pa.Array]:
        table = arrow_page(scan, page)
        return [table.column(place).combine_chunks() for place in places]

    return Batch(page.rows, lambda: read_values(scan, page, places), arrow)


def read_values(scan: Scan, page: Page, places: tuple[int, ...] | None = None) -> list[list[Any]]:
    """Turn a page's JSON into Python values, for all columns of the scan or those at `places`."""
    wanted = range(len(scan.columns)) if places is None else places
    read: dict[int, list[Any]] = {}
    for place in wanted:
        if place not in read:
            column = scan.columns[place]
            read[place] = read_column(column.type, page.columns[place], table=scan.table.name, column=column.name)
    return [read[place] for place in wanted]


def arrow_page(scan: Scan, page: Page) -> pa.Table:
    """Turn a page's JSON into Arrow columns that the local engine takes; Guids stay text, which it casts faster."""
    arrays = []
    for column, values in zip(scan.columns, page.columns, strict=True):
        if column.type == "Edm.Guid":
            arrays.append(_guid_array(scan, column, values))
            continue
        python = read_column(column.type, values, table=scan.table.name, column=column.name)
        try:
            arrays.append(pa.array(python, _arrow_type(column)))
        except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError) as error:
            raise DataError(
                f"column {scan.table.name}.{column.name} has a value that {sql_type(column)} cannot hold: {error}",
                table=scan.table.name,
                column=column.name,
            ) from None
    return pa.table(arrays, names=[column.name for column in scan.columns])


_GUID_PATTERN = "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"


def _guid_array(scan: Scan, column: Column, values: list[Any]) -> pa.Array:
    """Make a column of Guids as text, all of which are Guids; raises DataError for one that is not."""
    try:
        array = pa.array([None if value == ZERO_GUID else value for value in values], pa.string())
        if pc.all(pc.match_substring_regex(array, _GUID_PATTERN), skip_nulls=True).as_py() is not False:
            return array
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        pass
    guids = read_column(column.type, values, table=scan.table.name, column=column.name)
    return pa.array([None if guid is None else str(guid) for guid in guids], pa.string())


def _arrow_type(column: Column) -> pa.DataType:
    if column.type == "Edm.Decimal" and column.scale is not None:
        return pa.decimal128(38, column.scale)
    return TYPES[column.type].arrow
