"""What the statements of one connection share, and the result that a statement gives."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from sqlglot import exp

from creatio_dbapi.batches import Batch
from creatio_dbapi.catalog import Catalog
from creatio_dbapi.collation import learn_collation
from creatio_dbapi.engine import Engine
from creatio_dbapi.plan.nodes import ResultColumn
from creatio_dbapi.profile import Profile
from creatio_dbapi.session import Meter, Session


@dataclass(eq=False, slots=True)
class Services:
    """What the statements of one connection share; `wrote` says that rows were changed since the last commit."""

    session: Session
    engine: Engine
    catalog: Callable[[], Catalog]
    profile: Profile
    pushdown: bool = True
    read_only: bool = False
    wrote: bool = False
    refused: dict[str, str] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def learn_collation(self, meter: Meter) -> None:
        """Ask the server how it compares text, once per connection, and let the local engine do the same."""
        with self.lock:
            if self.profile.collation == "auto":
                learned = learn_collation(self.session, self.catalog(), meter)
                self.profile = replace(self.profile, collation=learned)
                self.engine.nocase = learned == "nocase"


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a statement: its columns (none for a write) and its rows in batches, read as they are asked for."""

    columns: tuple[ResultColumn, ...] | None
    batches: Iterator[Batch]
    rowcount: int = -1
    lastrowid: object = None


Select = Callable[[exp.Expr], Result]  # runs a query that is at hand as a tree
