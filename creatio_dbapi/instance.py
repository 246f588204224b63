"""The catalog of one instance: read from `$metadata`, kept on disk, refreshed when asked."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from creatio_dbapi.catalog import Catalog
from creatio_dbapi.metadata import read_metadata
from creatio_dbapi.metadata_cache import CachedInstance, default_cache_directory, load_cached, store_cached
from creatio_dbapi.meter import Meter
from creatio_dbapi.options import Options
from creatio_dbapi.replies import Reply, failure_of, type_of
from creatio_dbapi.session import Session
from creatio_dbapi.transport import StreamedReply


class InstanceCatalog(Catalog):
    """The catalog of a live connection: fetched when it is first looked at, and anew by `refresh()`."""

    def __init__(self, session: Session, user: str | None, options: Options) -> None:
        super().__init__({})
        self._session, self._user, self._options = session, user or "", options
        # What a user may see is kept for that user alone: who is not known is kept nothing for.
        self._directory = None if user is None else _directory(options)
        self._lock = threading.Lock()
        self._loaded = self._from_disk = False
        self._facts: dict[str, str] = {}

    def refresh(self) -> InstanceCatalog:
        """Read the catalog from the instance, after objects or columns were added there; returns itself."""
        with self._lock:
            self._take(self._fetch())
        return self

    def refresh_kept(self) -> bool:
        """Read the catalog anew if it came from the disk, and may be out of date; say whether that was done."""
        if not self._from_disk:
            return False
        self.refresh()
        return True

    def fact(self, name: str) -> str | None:
        """Return what was learned of the server before, on this machine, and is kept beside the catalog."""
        return self.load()._facts.get(name)

    def remember(self, name: str, value: str) -> None:
        """Keep something learned of the server beside the catalog; nothing secret."""
        with self._lock:
            self._facts[name] = value
            self._keep(self, self.fetched_at)

    def load(self, meter: Meter | None = None) -> InstanceCatalog:
        """Have the catalog at hand: from memory, from the disk if it is young enough, or from the instance."""
        if self._loaded:
            return self
        meter = meter or Meter()
        with meter.cancellation.holding(self._lock):
            if not self._loaded:
                cached = self._cached()
                self._take(self._fetch(meter) if cached is None else cached.catalog)
                if cached is not None:
                    self._facts, self._from_disk = dict(cached.facts), True
        return self

    def _take(self, catalog: Catalog) -> None:
        self.replace(catalog)
        self._loaded, self._from_disk = True, False

    def _cached(self) -> CachedInstance | None:
        if self._directory is None or self._options.catalog_max_age <= 0:
            return None
        age = self._options.catalog_max_age
        return load_cached(self._directory, self._session.address, self._user, max_age=age, now=time.time())

    def _fetch(self, meter: Meter | None = None) -> Catalog:
        now = time.time()
        headers = {"Accept": "application/xml"}
        catalog = self._session.read("$metadata", lambda answer: _taken(answer, now), headers=headers, meter=meter)
        self._keep(catalog, now)
        return catalog

    def _keep(self, catalog: Catalog, fetched_at: float) -> None:
        if self._directory is not None:
            kept = CachedInstance(catalog, self._facts, fetched_at)
            store_cached(self._directory, self._session.address, self._user, kept)


def _taken(answer: StreamedReply, now: float) -> Catalog:
    if answer.status != 200 or type_of(answer.headers) == "text/html":
        reply = Reply(answer.status, answer.headers, answer.read(), answer.url)
        raise failure_of(reply, action="reading $metadata", table=None)
    return read_metadata(answer.chunks(), fetched_at=now)


def _directory(options: Options) -> Path | None:
    if options.cache_directory in ("", "none"):
        return None
    return Path(options.cache_directory) if options.cache_directory else default_cache_directory()
