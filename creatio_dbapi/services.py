"""What the statements of one connection share, and the result that a statement gives."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from sqlglot import exp

from creatio_dbapi.batches import Batch
from creatio_dbapi.collation import LEARNED, learn_collation
from creatio_dbapi.engine import Engine
from creatio_dbapi.instance import InstanceCatalog
from creatio_dbapi.meter import Meter, ProgressCallback
from creatio_dbapi.outcomes import Outcome
from creatio_dbapi.plan.nodes import ResultColumn, Scan
from creatio_dbapi.plan_cache import PlanCache
from creatio_dbapi.probe import probe_forms, probe_links
from creatio_dbapi.profile import LOOKUP_NULL, UNPROVEN, Collation, Profile
from creatio_dbapi.session import Session
from creatio_dbapi.sizes import TableSizes
from creatio_dbapi.undo import UndoLog
from creatio_dbapi.write_report import WriteReport, WriteSettings

_LINKS = "compares_links"


@dataclass(eq=False, slots=True)
class Services:
    """What the statements of one connection share; `rows_written` counts since the last commit."""

    session: Session
    engine: Engine
    load: Callable[[Meter | None], InstanceCatalog]
    profile: Profile
    pushdown: bool = True
    read_only: bool = False
    writes: WriteSettings = field(default_factory=WriteSettings)
    undo: UndoLog | None = None
    rows_written: int = 0
    refused: dict[str, str] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)
    probes: bool = False
    plans: PlanCache = field(default_factory=PlanCache)
    statement_timeout: float | None = None
    progress: ProgressCallback | None = None
    sizes: TableSizes = field(default_factory=TableSizes)
    compares_links: bool | None = None

    def catalog(self, meter: Meter | None = None) -> InstanceCatalog:
        """Have the catalog at hand; the first statement that needs it pays for it."""
        return self.load(meter)

    def learn_forms(self, meter: Meter) -> None:
        """Ask the server which unproven forms it takes, once per connection, where that is wanted."""
        with meter.cancellation.holding(self.lock):
            if not self.probes:
                return
            catalog = self.catalog(meter)
            kept = catalog.fact("forms")
            if kept is None:
                kept = ",".join(sorted(probe_forms(self.session, catalog, meter)))
                catalog.remember("forms", kept)
            self.profile = replace(self.profile, forms=self.profile.forms | (UNPROVEN & set(kept.split(","))))
            self.probes = False

    def learn_links(self, scans: Sequence[Scan], meter: Meter) -> bool:
        """Ask the server, once per connection, whether it compares lookups with null, as these scans could make use of.

        Returns whether that is news.
        """
        if self.compares_links is not None or LOOKUP_NULL in self.profile.forms or not self.sizes.any_sparse:
            return False
        found = next(((scan.table, each.link) for scan in scans for each, _ in self.sizes.sparse(scan)), None)
        if found is None:
            return False
        with meter.cancellation.holding(self.lock):
            if self.compares_links is None:
                catalog = self.catalog(meter)
                kept = catalog.fact(_LINKS)
                learned = kept == "yes" if kept else probe_links(self.session, *found, meter)
                if not kept and learned is not None:
                    catalog.remember(_LINKS, "yes" if learned else "no")
                self.compares_links = bool(learned)
        return self.compares_links

    def note_written(self, outcomes: Sequence[Outcome]) -> None:
        """Remember what was written, and what may have been, for rollback()."""
        with self.lock:
            self.rows_written += sum(outcome.state == "written" for outcome in outcomes)
        if self.undo is not None:
            self.undo.add([outcome for outcome in outcomes if outcome.may_be_written])

    def forget_written(self) -> None:
        """Start a new transaction."""
        with self.lock:
            self.rows_written = 0
        if self.undo is not None:
            self.undo.forget()

    def learn_collation(self, meter: Meter) -> None:
        """Ask the server how it compares text, once per connection, and let the local engine do the same."""
        with meter.cancellation.holding(self.lock):
            if self.profile.collation == "auto":
                catalog = self.catalog(meter)
                kept = catalog.fact("collation")
                learned = kept if kept in LEARNED else learn_collation(self.session, catalog, meter)
                if kept != learned:
                    catalog.remember("collation", learned)
                self.profile = replace(self.profile, collation=cast(Collation, learned))
                self.engine.nocase = learned == "nocase"


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a statement: its columns (none for a write) and its rows in batches, read as they are asked for.

    `as_arrow` tells that the batches that are still to come are wanted as Arrow, which then takes less.
    """

    columns: tuple[ResultColumn, ...] | None
    batches: Iterator[Batch]
    rowcount: int = -1
    lastrowid: object = None
    report: WriteReport | None = None
    as_arrow: Callable[[], None] = lambda: None


Select = Callable[["exp.Expr"], Result]  # runs a query that is at hand as a tree
