"""Pages of JSON become the rows of a scan, and a scan ends with a proof that it is complete."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from creatio_dbapi.bounds import first_rows, is_bounded, most_rows, next_bound, question, wanted_rows, within
from creatio_dbapi.catalog import Column
from creatio_dbapi.columnar import is_plain
from creatio_dbapi.decoding import (
    Answer,
    Cells,
    Key,
    Page,
    are_disjoint,
    cells,
    decode,
    decode_columns,
    decode_count,
    key_places,
    page_of,
    rows_that_count,
)
from creatio_dbapi.errors import DataError, OperationalError, ProgrammingError
from creatio_dbapi.meter import Meter, ScanMeter
from creatio_dbapi.plan.nodes import Scan
from creatio_dbapi.plan.pages import page_rows
from creatio_dbapi.profile import Profile
from creatio_dbapi.replies import Reply, failure_of, is_json, is_refusal
from creatio_dbapi.request import Query, Value, key_url, query_url
from creatio_dbapi.session import Session
from creatio_dbapi.sizes import Bound, TableSizes
from creatio_dbapi.transport import StreamedReply
from creatio_dbapi.troubles import BrokenError
from creatio_dbapi.types import ZERO_GUID, read_column
from creatio_dbapi.workers import worker_pool

_T = TypeVar("_T")

logger = logging.getLogger("creatio_dbapi.retries")

PAGE_BYTES = 8 * 1024 * 1024
PAGES_AHEAD = 3
_WORTH_COLUMNS = 2**18  # bytes; of a smaller answer, rows take less time
_ARRAYS_AHEAD = 6  # small beside rows, so that some may wait while the local engine takes others
_MORE_ROWS = 10


@dataclass(frozen=True, slots=True)
class Source:
    """Where scans are read from, and who counts what that costs; its cancellation says when to stop.

    `meters` has a place for the cost of every scan by itself, or is None where nobody asks. `sizes` learns how many
    rows the tables have. `by_columns` says whether rows are wanted as Arrow arrays alone, which may become so later.
    """

    session: Session
    profile: Profile
    meter: Meter
    meters: dict[str, ScanMeter] | None = None
    sizes: TableSizes = field(default_factory=TableSizes)
    by_columns: Callable[[], bool] = lambda: False


def _for_scan(source: Source, scan: Scan) -> Source:
    if source.meters is None:
        return source
    return replace(source, meter=source.meters.setdefault(scan.name, ScanMeter(source.meter)), meters=None)


_SKIPS = re.compile(r"[?&](\$|%24)skip=\d+(&|$)", re.IGNORECASE)


class RefusedError(OperationalError):
    """The server understood a scan as a query and did not want it; `scan` tells which forms it used."""

    def __init__(self, cause: Exception, scan: Scan) -> None:
        super().__init__(str(cause), status=getattr(cause, "status", None), table=scan.table.name)
        self.cause = cause
        self.scan = scan


class ScanReader:
    """A scan that is read page by page, and can be left after any of them."""

    def __init__(self, source: Source, scan: Scan, *, whole: bool = False) -> None:
        """Read a scan; `whole` tells that it will not be left, so that pages are asked for ahead from the first on."""
        self.scan = scan
        self._whole = whole
        self.total: int | None = None
        self._pages = self._read(source)

    def next(self) -> Page | None:
        """Return the next page, or None at the end; then all rows that there were have been given."""
        return next(self._pages, None)

    def close(self) -> None:
        """Stop what is still on its way."""
        self._pages.close()

    def _read(self, source: Source) -> Generator[Page, None, None]:
        if len(self.scan.queries) != 1 or self.scan.count or is_bounded(self.scan):
            yield from read_scan(source, self.scan)
            return
        query = self.scan.queries[0]
        reader = _QueryReader(
            _for_scan(source, self.scan), self.scan, query, self.scan.limit, self.scan.offset, whole=self._whole
        )
        for page in reader.pages():
            self.total = reader.known_total
            yield page


def read_scan(source: Source, scan: Scan) -> Iterator[Page]:
    """Read a scan page by page; raises OperationalError rather than give fewer rows than there are."""
    source = _for_scan(source, scan)
    if scan.count:
        yield _count(source, scan)
    elif is_bounded(scan):
        yield from _read_first(source, scan)
    else:
        yield from _read_queries(source, scan)


def _read_queries(source: Source, scan: Scan, note_edge: Callable[[object], None] = lambda _: None) -> Iterator[Page]:
    """Read the queries of a scan one after another; note the first key of the order in the row that reaches the limit.

    That is only told where few other rows came, but some, or several answers: one with nothing else is the shortest.
    """
    remaining, offset, given = scan.limit, scan.offset, 0
    seen: set[Key] | None = set() if len(scan.queries) > 1 else None
    for place, query in enumerate(scan.queries):
        reader = _QueryReader(source, scan, query, remaining, offset, seen)
        yield from reader.pages()
        given += reader.given
        several = place > 0 or reader.asked_pages > 1
        if (several or given > wanted_rows(scan)) and given <= most_rows(scan) and (edge := reader.edge()) is not None:
            note_edge(edge)
        if remaining is not None:
            remaining -= reader.counted
            if remaining <= 0:
                return
        offset = max(0, offset - reader.total) if offset else 0


def _read_first(source: Source, scan: Scan) -> Iterator[Page]:
    """Read the first rows of an order: up to the bound that they had the last time, if that still tells them."""
    asked = question(scan)
    bound = source.sizes.bound(asked)
    pages = None if bound is None or bound.value is None else _read_within(source, scan, bound)
    if pages is not None:
        yield from pages
        return
    is_doubted = bound is not None and bound.doubted  # time and again, the first rows are others
    if bound is not None:
        source.sizes.note_bound(asked, Bound(None, is_doubted))

    def note_edge(value: object) -> None:
        if not is_doubted:
            source.sizes.note_bound(asked, Bound(value, doubted=bound is not None))

    yield from _read_queries(source, scan, note_edge)


def _read_within(source: Source, scan: Scan, bound: Bound) -> list[Page] | None:
    """Return the first rows of an order by their bound, or None where that does not tell them any more."""
    known = within(scan, bound.value, source.profile)
    if known is None:
        return None
    reader = _QueryReader(replace(source, by_columns=lambda: False), known, known.queries[0], most_rows(scan) + 1, 0)
    try:
        pages = list(reader.pages())
    except RefusedError:  # it may take the statement without a bound
        source.sizes.refuse_bounds()
        return None
    wanted = wanted_rows(scan)
    if reader.counted < wanted or reader.given > most_rows(scan):
        return None
    better = next_bound(scan, pages) if reader.counted >= 2 * wanted else None
    source.sizes.note_bound(question(scan), Bound(bound.value if better is None else better))
    return first_rows(scan, pages)


def count_rows(source: Source, scan: Scan) -> int:
    """Ask how many rows a scan has, without reading them."""
    counting = tuple(replace(query, select=(), order=(), top=0, count=True) for query in scan.queries[:1])
    page = _count(source, replace(scan, queries=counting))
    return int(page.columns[0][0])


def _count(source: Source, scan: Scan) -> Page:
    if not scan.queries:
        return Page(([0],), 1)
    count = _read(source, scan, query_url(scan.queries[0]), lambda reply: decode_count(scan, reply.body))
    if not isinstance(count, int) or isinstance(count, bool) or count < 0:
        raise OperationalError(f"the answer for {scan.table.name} has no @odata.count", table=scan.table.name)
    source.meter.add(rows=1)
    source.sizes.note(scan.queries[0].table, scan.queries[0].filter, count)
    return Page(([count],), 1)


@dataclass(frozen=True, slots=True)
class _Ask:
    """One page to ask for: where it begins, its rows, how many of the page before come again, whether it counts."""

    position: int
    rows: int
    overlap: int
    counts: bool


class _QueryReader:
    """Reads one query of a scan: asks for pages by $skip and $top, follows nextLinks, checks that nothing moved."""

    def __init__(
        self,
        source: Source,
        scan: Scan,
        query: Query,
        limit: int | None,
        offset: int,
        seen: set[Key] | None = None,
        *,
        whole: bool = False,
    ) -> None:
        """Read a query of a scan; `seen` are the keys of the rows that its other queries gave, where it has several."""
        self._source, self._scan, self._query, self._seen = source, scan, query, seen
        sorted_by = {name for order in query.order for name in order.path}
        if not sorted_by.issuperset(scan.ties):
            limit = None  # in no order that would tell which are the first
        self._limit, self._position, self._start = limit, offset, offset
        self._ties = tuple(place for place, column in enumerate(scan.columns) if column.name in scan.ties)
        # A few more rows than wanted: they show where those end that are equal to the last one.
        more = 0 if limit is None or not self._ties else max(_MORE_ROWS, limit // 4)
        self._target = limit if limit is None else limit + more
        self._limiting: tuple[Page, int] | None = None  # the row that reaches the limit
        self._edge: list[object] = []
        self._last: list[object] = []
        self._page_rows = page_rows(scan)
        self._has_keys = bool(key_places(scan))
        self._last_keys: Cells = []
        self.given = 0
        self.counted = 0  # of these, for the limit
        self.total = 0
        self.known_total: int | None = None
        self.asked_pages = 0
        self._pages_ahead = self._most_ahead()
        self._whole = whole
        self._short_rows: int | None = None
        self._stalled = False
        self._doubted = False
        self._unkeyed: list[Page] = []
        self._ahead: dict[_Ask, Future[Reply | Answer]] = {}
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
            ask = _Ask(self._position, asked, overlap, counts)
            if self._whole and not self.asked_pages:
                self._ask_ahead(ask, self._source.sizes.expected(self._query))
            answer = self._page(ask)
            self._learn_total(self._total(answer, counts, self.known_total))
            link = answer.link
            self._fit_pages(answer)
            self._go_ahead(ask, answer)
            answer = self._without_overlap(answer, overlap)
            received = answer.rows
            yield from self._give(answer)
            del answer  # the next page need not find this one in memory
            if self._goes_on_without_keys(asked, received, link):
                yield from self._with_keys()
                return
            if self._takes_over(link, received, overlap):
                continue
            followed: set[object] = set()
            while link is not None and not self._enough():
                answer = self._followed(self._link(link, followed))
                self._check_no_repeat(answer)
                received += answer.rows
                link = answer.link
                yield from self._give(answer)
            if self._is_complete(asked, received, self.known_total):
                self.total = self._position if self.known_total is None else self.known_total
                return
            self._note_short_page(asked, received)

    def _takes_over(self, link: object, received: int, overlap: int) -> bool:
        """Go on by pages of our own where a nextLink only counts rows: it has no row of the page before to match."""
        if not isinstance(link, str) or not received or self._enough() or not self._last_keys:
            return False
        # One that leads elsewhere is refused when it is followed.
        elsewhere = "//" in link and not link.startswith(f"{self._source.session.root}/")
        if elsewhere or not _SKIPS.search(link):
            return False
        # The server caps its pages at what came; one row of the next page is the last of this one.
        self._ask_for(max(1, received + overlap - 1))
        self._short_rows = None
        return True

    def _lacks_keys(self) -> bool:
        return not self._has_keys and bool(self._scan.table.key)

    def _goes_on_without_keys(self, asked: int, received: int, link: object) -> bool:
        if not self._lacks_keys() or self._enough() or not (self.given or link):
            return False
        return link is not None or not self._is_complete(asked, received, self.known_total)

    def _with_keys(self) -> Iterator[Page]:
        """Read a query anew that goes on after its only page: without keys nobody would see rows move between pages."""
        scan, names = self._scan, {column.name for column in self._scan.columns}
        self._source.sizes.note_paged(scan.table.name)
        keys = tuple(each for each in scan.table.columns if each.name in scan.table.key and each.name not in names)
        query = replace(self._query, select=(*self._query.select, *(column.name for column in keys)))
        keyed = replace(scan, columns=scan.columns + keys, queries=(query,))
        reader = _QueryReader(self._source, keyed, query, self._limit, self._start)
        given = [[cell for page in self._unkeyed for cell in page.columns[at]] for at in range(len(scan.columns))]
        seen = 0
        for page in reader.pages():
            columns = page.columns[: len(scan.columns)]
            again = max(0, min(page.rows, self.given - seen))
            if any(cells(new[:again]) != old[seen : seen + again] for new, old in zip(columns, given, strict=True)):
                raise self._moved()
            seen += page.rows
            self._position = self._start + max(seen, self.given)
            if again < page.rows:
                # What came along with rows that were given is given again: whoever takes it knows it by its keys.
                yield Page(tuple(column[again:] for column in columns), page.rows - again, page.embedded)
        if seen < self.given:
            raise self._moved()
        self.given, self.counted = seen, reader.counted
        self.total, self.known_total = reader.total, reader.known_total

    def _fit_pages(self, answer: Answer) -> None:
        """Ask for fewer rows at once where they turn out to be large ones."""
        if not answer.rows:
            return
        if answer.size > PAGE_BYTES:
            self._ask_for(min(self._page_rows, max(1, PAGE_BYTES * answer.rows // answer.size)))
        self._pages_ahead = max(1, min(self._most_ahead(), PAGE_BYTES // max(1, answer.size)))

    def _by_columns(self) -> bool:
        return self._source.by_columns() and self._seen is None and is_plain(self._scan)

    def _most_ahead(self) -> int:
        return _ARRAYS_AHEAD if self._by_columns() else PAGES_AHEAD

    def _ask_for(self, rows: int) -> None:
        """Ask for so many rows at once from now on; what was asked for ahead has other ones."""
        if rows == self._page_rows:
            return
        self._page_rows = rows
        self._source.sizes.note_cut(self._query.table)
        for awaited in self._ahead.values():
            awaited.cancel()
        self._ahead.clear()

    def _go_ahead(self, ask: _Ask, answer: Answer) -> None:
        """Ask for what is behind the first page, where all of it is wanted; note where pages do not come as asked."""
        if answer.link is not None:
            self._source.sizes.note_cut(self._query.table)
        elif self._whole and ask.counts:
            wanted = min(ask.rows, (self.known_total or 0) - ask.position)
            if answer.rows >= wanted + ask.overlap:
                self._ask_ahead(ask, self.known_total or 0)
            else:
                self._source.sizes.note_cut(self._query.table)

    def _note_short_page(self, asked: int, received: int) -> None:
        """Learn from a page that was shorter than asked for, though it was not the last one."""
        # Only the row of the page before may have come: ask once more without it.
        self._stalled = received == 0
        if received == asked:
            self._short_rows = None
            return
        if received and received == self._short_rows:
            self._ask_for(received)  # twice the same: the server caps its pages at this
        self._short_rows = received

    # -- asking

    def _page(self, ask: _Ask) -> Answer:
        """Return a page, which may have been asked for ahead; from the second page on, ask for the following ones."""
        self.asked_pages += 1
        awaited = self._ahead.pop(ask, None)
        if self.asked_pages > 1 and (self._short_rows is None or self._short_rows == self._page_rows):
            self._ask_ahead(ask, self.known_total or 0)
        # Rows are made here, one page at a time: as text, the pages ahead take a fifth of the memory.
        return self._decoded(self._reply(self._url(ask)) if awaited is None else awaited.result())

    def _ask_ahead(self, ask: _Ask, end: int) -> None:
        """Have the pages behind this one on their way while it is read: who takes a second page takes more."""
        if self._target is not None and self.given < self._target:
            end = min(end, self._start + self._target)
        elif self._ties and ask.rows < self._page_rows:
            return
        position = ask.position + ask.rows
        # Behind a full page that ends where the count does, there is one more to ask for.
        last = end if self._target is None else end - 1
        while position <= last and len(self._ahead) < self._pages_ahead:
            rows = min(self._page_rows, end - position) if self._target is not None else self._page_rows
            following = _Ask(position, rows, 1 if self._has_keys else 0, False)
            if following not in self._ahead:
                if self._pool is None:
                    self._pool = worker_pool(PAGES_AHEAD, "creatio-page", self._source.meter.cancellation)
                self._ahead[following] = self._pool.submit(self._reply, self._url(following))
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
        if self._target is None:
            return rows
        left = self._target - self.given
        # Where those were not enough, as many again: nobody knows how many more it takes.
        return min(rows, left if left > 0 else max(self.given, 10 * _MORE_ROWS))

    def _counts(self) -> bool:
        if "count" not in self._source.profile.forms or (self._scan.unique and not self._start):
            return False
        if self._limit == 1 and not (self.asked_pages or self._start or self._ties):
            return False  # one row is the whole answer, and counting all of them is a server's work
        # The first page brings the total along; a page after a short one asks again.
        return self.known_total is None or self._short_rows is not None

    def _reply(self, url: str) -> Reply | Answer:
        """Return the answer to a read, which calls itself JSON; decoded already where it becomes no larger by that."""

        def take(reply: Reply) -> Reply | Answer:
            worth = self._by_columns() and len(reply.body) >= _WORTH_COLUMNS
            read = decode_columns(self._scan, reply.body) if worth else None
            return reply if read is None else read

        return _read(self._source, self._scan, url, take)

    def _decoded(self, reply: Reply | Answer) -> Answer:
        answer = reply if isinstance(reply, Answer) else self._rows_of(reply)
        self._source.meter.add(rows=answer.rows)
        return answer

    def _rows_of(self, reply: Reply) -> Answer:
        try:
            return decode(self._scan, reply.body)
        except BrokenError as error:
            return self._read_again(reply, error)

    def _read_again(self, reply: Reply, error: BrokenError) -> Answer:
        """Ask again for a page that came broken, as is seen only when its turn comes."""
        if not self._source.session.policy.retries:
            raise error
        logger.warning("GET %s: %s; again", reply.url, error)
        self._source.meter.add(retries=1)
        return _read(self._source, self._scan, reply.url, lambda again: decode(self._scan, again.body))

    def _followed(self, link: str) -> Answer:
        try:
            return self._decoded(self._reply(link))
        except ProgrammingError as error:  # the server's own address is wrong, not the statement
            name = self._scan.table.name
            message = f"a nextLink of {name} leads nowhere: {error}; run the statement again"
            raise OperationalError(message, status=error.status, table=name) from None

    def _link(self, link: object, followed: set[object]) -> str:
        name = self._scan.table.name
        if not isinstance(link, str):
            raise OperationalError(f"the answer for {name} has a nextLink that is no text", table=name)
        if link in followed:
            raise OperationalError(f"the nextLinks of {name} lead in a circle, so its rows never end", table=name)
        followed.add(link)
        return link

    def _total(self, answer: Answer, counts: bool, known: int | None) -> int | None:
        if not counts:
            return known
        total = answer.total
        if not isinstance(total, int) or isinstance(total, bool):
            raise OperationalError(f"the answer for {self._scan.table.name} has no @odata.count")
        return total

    def _learn_total(self, total: int | None) -> None:
        if self.known_total is None and total is not None:
            left = max(0, total - self._start)
            self._source.meter.expect(rows=left if self._limit is None else min(left, self._limit))
        if total is not None:
            self._source.sizes.note(self._query.table, self._query.filter, total)
        self._doubted = self._doubted or (self.known_total is not None and total != self.known_total)
        self.known_total = total

    # -- proving

    def _enough(self) -> bool:
        if self._limit is None:
            return False
        if not self._ties:
            return self.given >= self._limit
        return self.counted >= self._limit and self._last != self._edge

    def _is_complete(self, asked: int, received: int, total: int | None) -> bool:
        """Say whether all rows have come (law 4); a page that is only shorter than asked for proves nothing."""
        if self._enough() or self._scan.unique:
            return True
        if total is not None:
            # A count that changes, or is less than what came, proves nothing: then a page without rows has to. So does
            # one of the first page behind a full one, as it may tell of another time than that.
            self._doubted = self._doubted or self._position > total
            proved = not self._doubted and (self.asked_pages == 1 or received < asked)
            if self._position >= total and (proved or not received):
                return True
            if received == 0 and self._stalled:
                raise OperationalError(
                    f"{self._scan.table.name} has {total} rows, but only {self._position} came",
                    table=self._scan.table.name,
                )
            return False
        # No row where one was asked for without counting: the count has to say that there is none.
        return received == 0 and not (self.asked_pages == 1 and "count" in self._source.profile.forms)

    def _without_overlap(self, answer: Answer, overlap: int) -> Answer:
        """Check that the page begins with the row that the one before it ended with, and take that row away."""
        if not overlap:
            self._check_no_repeat(answer)
            return answer
        if cells(answer.keys[:1]) != cells(self._last_keys[-1:]):
            raise self._moved()
        rest = answer.cut(1)
        self._check_no_repeat(rest)
        return rest

    def _check_no_repeat(self, answer: Answer) -> None:
        try:
            moved = not are_disjoint(answer.keys, self._last_keys)
        except TypeError:  # a list or an object in the place of a key
            name = self._scan.table.name
            raise DataError(f"the answer for {name} has a key that is no value", table=name) from None
        if moved:
            raise self._moved()

    def _moved(self) -> OperationalError:
        name = self._scan.table.name
        return OperationalError(
            f"rows of {name} were inserted, deleted or moved while it was read, so the answer would not be whole; "
            "run the statement again",
            table=name,
        )

    # -- giving

    def _give(self, answer: Answer) -> Iterator[Page]:
        if self._limit is not None and not self._ties:
            answer = answer.cut(0, self._limit - self.given)
        if not answer.rows:
            return
        self._last_keys = answer.keys
        if self._seen is not None:
            if not self._seen.isdisjoint(answer.keys):
                raise self._moved()  # from what one query asks for to what another one does
            self._seen.update(answer.keys)
        page = page_of(self._scan, answer, self._source.profile.empty_text, self._streams(answer))
        self._note_links(answer)
        if self._lacks_keys():
            self._unkeyed.append(page)
        self._count(answer, page)
        self._position += answer.rows
        self.given += answer.rows
        self._source.meter.advance(rows=answer.rows)
        yield page

    def _note_links(self, answer: Answer) -> None:
        """Learn from a page which lookups many rows are without, and whether an empty one is shown as null."""
        sizes = self._source.sizes
        for each, link in zip(self._scan.embedded, answer.links, strict=True):
            empty = link.count(None)
            sizes.note_links(self._scan.table.name, each.link, answer.rows, empty)
            if not empty or sizes.links_are_null or each.key == "made":
                continue
            by = answer.columns[[column.name for column in self._scan.columns].index(each.by)]
            # Null is what is behind a lookup that leads nowhere, too; only an empty one tells how those are shown.
            sizes.links_are_null = any(
                row is None and cell in (None, ZERO_GUID) for row, cell in zip(link, by, strict=True)
            )

    def _count(self, answer: Answer, page: Page) -> None:
        """Count the rows of a page for the limit, and note the one that reaches it."""
        counting = rows_that_count(self._scan, answer)
        places = range(answer.rows) if counting is None else [at for at, counts in enumerate(counting) if counts]
        if self._limit is not None:
            if self.counted < self._limit <= self.counted + len(places):
                self._note_edge(page, places[self._limit - self.counted - 1])
            if self._ties:
                self._last = self._sorted_by(page, answer.rows - 1, self._ties)
        self.counted += len(places)

    def _note_edge(self, page: Page, row: int) -> None:
        """Note of the row that reaches the limit what the rows after it are compared with, and the next ones by."""
        self._edge = self._sorted_by(page, row, self._ties) if self._ties else []
        self._limiting = page, row

    def edge(self) -> object:
        """Return the first key of the order in the row that reaches the limit; None where it does not come."""
        leading = self._scan.leading
        if self._limiting is None or leading is None or leading.column not in self._scan.columns:
            return None
        return self._sorted_by(*self._limiting, (self._scan.columns.index(leading.column),))[0]

    def _sorted_by(self, page: Page, row: int, places: tuple[int, ...]) -> list[object]:
        """Return the cells of a row at some places."""
        sorting = [(self._scan.columns[place], cells(page.columns[place][row : row + 1])) for place in places]
        table = self._scan.table.name
        return [read_column(column.type, found, table=table, column=column.name)[0] for column, found in sorting]

    def _streams(self, answer: Answer) -> dict[int, list[Any]]:
        """Read the columns that do not come with the rows, each value by a request of its own."""
        places = [place for place, column in enumerate(self._scan.columns) if column.type == "Edm.Stream"]
        if not places:
            return {}
        keys = [
            [
                Value(column.type, value)
                for value in read_column(
                    column.type, answer.columns[at], table=self._scan.table.name, column=column.name
                )
            ]
            for at, column in ((at, self._scan.columns[at]) for at in key_places(self._scan))
        ]
        rows = list(zip(*keys, strict=True))
        return {place: [self._stream(key, self._scan.columns[place]) for key in rows] for place in places}

    def _stream(self, key: tuple[Value, ...], column: Column) -> bytes | None:
        table = self._scan.table
        path = f"{key_url(table.name, key, table.key)}/{column.name}"
        reply = self._source.session.request("GET", path, meter=self._source.meter)
        if reply.status in (204, 404):
            return None
        if reply.status != 200:
            raise failure_of(reply, action=f"reading {column.name} of {table.name}", table=table.name)
        return reply.body or None


def _read(source: Source, scan: Scan, url: str, read: Callable[[Reply], _T]) -> _T:
    """Ask for JSON and give the answer to `read`; both again where that finds out that it is broken."""

    def take(answer: StreamedReply) -> _T:
        reply = Reply(answer.status, answer.headers, answer.read(), answer.url)
        if reply.status != 200 or not is_json(reply):
            raise _failure(reply, scan)
        return read(reply)

    return source.session.read(url, take, meter=source.meter)


def _failure(reply: Reply, scan: Scan) -> Exception:
    error = failure_of(reply, action=f"reading {scan.table.name}", table=scan.table.name)
    # A property that the server does not know is a catalog that is out of date, not a form of query.
    return RefusedError(error, scan) if is_refusal(reply) and scan.forms and error.column is None else error
