"""Brings the scans of a plan here, side by side, in the order that moves least.

A join rarely needs both tables whole. So the scans that nothing narrows are read first; what they bring narrows the
others, which are then read by keys, in chunks, or whole where that takes less. Where nothing tells which side is
smaller, a first small page of each does: it brings the number of rows along.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from creatio_dbapi.decoding import Page, arrow_page
from creatio_dbapi.engine import Workspace
from creatio_dbapi.plan.chunks import chunks_of
from creatio_dbapi.plan.nodes import Reduction, Scan, with_embedded
from creatio_dbapi.plan.numbering import apart
from creatio_dbapi.plan.pages import page_rows
from creatio_dbapi.request import Comparison, Filter, Query, Value
from creatio_dbapi.stream import ScanReader, Source, count_rows
from creatio_dbapi.workers import workers

IN_FLIGHT = 4
_FEW_CHUNKS = 2
_MOST_KEYS = 20_000  # beyond, no table is so large that keys would be the shorter way
_TIMES = 10  # as many rows that look a table up as it has
_ROWS_PER_REQUEST = 5_000  # about how many rows cost as much as a request


@dataclass(eq=False, slots=True)
class _Gathering:
    """The scans of one statement while they come: what is whole, what was begun."""

    source: Source
    workspace: Workspace
    pool: ThreadPoolExecutor
    opened: list[ScanReader]
    whole: set[str] = field(default_factory=set)
    begun: dict[str, ScanReader] = field(default_factory=dict)
    seen: dict[str, set[tuple[object, ...]]] = field(default_factory=dict)

    def reader(self, scan: Scan, *, whole: bool = False) -> ScanReader:
        """Begin to read a scan; `whole` where that goes on to its end."""
        self.opened.append(ScanReader(self.source, scan, whole=whole))
        return self.opened[-1]


@contextmanager
def _closing(opened: list[ScanReader]) -> Iterator[None]:
    """Let no pages be on their way any more, however it ends."""
    try:
        yield
    finally:
        for reader in opened:
            reader.close()


def gather(source: Source, scans: tuple[Scan, ...], workspace: Workspace) -> None:
    """Load every row of the scans that can matter into the workspace's tables, which must be there."""
    opened: list[ScanReader] = []
    with _closing(opened), workers(IN_FLIGHT, "creatio-scan", source.meter.cancellation) as pool:
        state = _Gathering(source, workspace, pool, opened)
        waiting = {each.name: each for scan in scans for each in _as_known(source, scan)}
        whole = {name for name, scan in waiting.items() if _is_worth_whole(source, scan, waiting)}
        _begin(state, waiting, [scan for scan in waiting.values() if scan.expand_rows is not None and _is_free(scan)])
        _finish(state, waiting, [scan for name, scan in waiting.items() if name in whole or _is_free(scan)])
        while waiting:
            _narrow_some(state, waiting)


def _as_known(source: Source, scan: Scan) -> tuple[Scan, ...]:
    """Return a scan, or several in its place where it is known that too many rows would come along with it."""
    if scan.expand_rows is None or not _is_free(scan) or _seen(source, scan) <= scan.expand_rows:
        return (scan,)
    return apart(scan)


def _is_free(scan: Scan) -> bool:
    return not scan.reductions or scan.unique


def _is_worth_whole(source: Source, scan: Scan, scans: dict[str, Scan]) -> bool:
    """Say whether a scan fits into one answer and so many rows look it up that nearly all of it is likely to matter."""
    rows = _seen(source, scan)
    by = [scans.get(each.by) for each in scan.reductions]
    read = [0 if each is None or each.reductions or each.limit is not None else _seen(source, each) for each in by]
    looking = min(read, default=0)
    return 0 < rows <= page_rows(scan) and looking >= _TIMES * rows


def _seen(source: Source, scan: Scan) -> int:
    return sum(map(source.sizes.seen, scan.queries))


def _finish(state: _Gathering, waiting: dict[str, Scan], scans: Iterable[Scan]) -> None:
    """Read scans whole, side by side."""
    scans = list(scans)
    readers = [state.begun.get(scan.name) or state.reader(scan, whole=True) for scan in scans]
    _drain(state, readers)
    for scan in scans:
        state.whole.update(_names(scan))
        del waiting[scan.name]


def _names(scan: Scan) -> list[str]:
    return [each.name for each in with_embedded([scan])]


def _drain(state: _Gathering, readers: list[ScanReader]) -> None:
    pending = {state.pool.submit(reader.next): reader for reader in readers}
    try:
        while pending:
            done, _ = wait(pending, return_when=FIRST_COMPLETED)
            for future in done:
                reader = pending.pop(future)
                page = future.result()
                if page is not None:
                    pending[state.pool.submit(reader.next)] = reader
                    _load(state, reader.scan, page)
    finally:
        for future in pending:
            future.cancel()


def _load(state: _Gathering, scan: Scan, page: Page) -> None:
    state.workspace.load(scan.name, arrow_page(scan, page))
    for embedded, inner in zip(scan.embedded, page.embedded, strict=True):
        _load(state, embedded.scan, _unseen(state, embedded.scan, inner))


def _unseen(state: _Gathering, scan: Scan, page: Page) -> Page:
    """Leave out the rows of a lookup that came along with an earlier page already."""
    names = [column.name for column in scan.columns]
    keys = list(zip(*(page.columns[names.index(name)] for name in scan.table.key), strict=True))
    seen = state.seen.setdefault(scan.name, set())
    fresh = [place for place, key in enumerate(keys) if key not in seen]
    seen.update(keys)
    if len(fresh) == page.rows:
        return page
    return replace(page, columns=tuple([column[place] for place in fresh] for column in page.columns), rows=len(fresh))


def _narrow_some(state: _Gathering, waiting: dict[str, Scan]) -> None:
    """Read at least one more scan: by few keys if there is one, else whichever takes least."""
    chunked = {name: queries for name, scan in waiting.items() if (queries := _chunks(state, scan)) is not None}
    few = [name for name, queries in chunked.items() if len(queries) <= _FEW_CHUNKS and name not in state.begun]
    if few:
        _read_chunks(state, waiting, few[0], chunked[few[0]])
        return
    if _begin(state, waiting, [scan for name, scan in waiting.items() if name not in state.begun]):
        return
    name = min(waiting, key=lambda each: _cost(state, waiting[each], chunked.get(each)))
    queries = chunked.get(name)
    if queries is not None and len(queries) < _pages_left(state, waiting[name]):
        _read_chunks(state, waiting, name, queries)
    else:
        _finish(state, waiting, [waiting[name]])


def _begin(state: _Gathering, waiting: dict[str, Scan], scans: list[Scan]) -> bool:
    """Read a first page of each scan; say whether that changed what is waiting: one became whole, or fell apart."""
    readers = [state.reader(scan) for scan in scans]
    pages = list(state.pool.map(lambda reader: reader.next(), readers))
    for scan, reader, page in zip(scans, readers, pages, strict=True):
        state.begun[scan.name] = reader
        if page is not None:
            _load(state, scan, page)
    large = [scan for scan in scans if scan.expand_rows is not None and _rows(state, scan) > scan.expand_rows]
    for scan in large:
        _take_apart(state, waiting, scan)
    small = [scan for scan in scans if scan not in large and _rows(state, scan) <= page_rows(scan)]
    _finish(state, waiting, small)
    return bool(small or large)


def _take_apart(state: _Gathering, waiting: dict[str, Scan], scan: Scan) -> None:
    """Read a scan, and those that should have come along with it, by themselves: there are too many rows."""
    del state.begun[scan.name]
    for each in with_embedded([scan]):
        state.workspace.clear(each.name)
        state.seen.pop(each.name, None)
    waiting |= {each.name: each for each in apart(scan)}


def _rows(state: _Gathering, scan: Scan) -> int:
    return state.begun[scan.name].total or 0


def _pages_left(state: _Gathering, scan: Scan) -> int:
    return -(-_rows(state, scan) // page_rows(scan)) - 1


def _cost(state: _Gathering, scan: Scan, queries: tuple[Query, ...] | None) -> float:
    whole = _pages_left(state, scan) + _rows(state, scan) / _ROWS_PER_REQUEST
    return whole if queries is None else min(whole, len(queries))


# -- by keys ---------------------------------------------------------------------------------------------------


def _chunks(state: _Gathering, scan: Scan) -> tuple[Query, ...] | None:
    """Return the queries that read a scan by the fewest keys that are known, or None when none are."""
    known = [keys for reduction in scan.reductions if (keys := _keys(state, reduction)) is not None]
    fewest = min(known, key=len, default=None)
    return None if fewest is None or len(fewest) > _MOST_KEYS else _queries(state.source, scan, fewest)


def _keys(state: _Gathering, reduction: Reduction) -> Sequence[Filter] | None:
    if not reduction.by:
        return reduction.filters
    if reduction.by not in state.whole:
        return None
    values = state.workspace.distinct(reduction.by, reduction.by_column)
    return [Comparison(reduction.path, "eq", Value(reduction.column.type, value)) for value in values]


def _queries(source: Source, scan: Scan, keys: Sequence[Filter]) -> tuple[Query, ...]:
    return tuple(chunk for query in scan.queries for chunk in chunks_of(query, keys, source.profile))


def _read_chunks(state: _Gathering, waiting: dict[str, Scan], name: str, queries: tuple[Query, ...]) -> None:
    scan = waiting.pop(name)
    if name in state.begun:
        for each in with_embedded([scan]):  # the first page told how many rows there are; they come again by their keys
            state.workspace.clear(each.name)
            state.seen.pop(each.name, None)
    readers = [state.reader(replace(scan, queries=(query,))) for query in queries]
    _drain(state, readers)
    state.whole.update(_names(scan))


def narrowed(source: Source, scan: Scan) -> Scan:
    """Return a scan that is read alone as it is best read: by its list of keys, or whole where that takes less."""
    for reduction in scan.reductions:
        if reduction.by or not scan.queries:
            continue
        queries = _queries(source, scan, reduction.filters)
        if len(queries) <= _FEW_CHUNKS or len(queries) < -(-count_rows(source, scan) // page_rows(scan)):
            return replace(scan, queries=queries, reductions=())
    return scan
