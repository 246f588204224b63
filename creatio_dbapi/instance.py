"""The catalog of one instance: read from `$metadata`, kept on disk, refreshed when asked."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from creatio_dbapi.catalog import Catalog
from creatio_dbapi.metadata import read_metadata
from creatio_dbapi.metadata_cache import CachedInstance, default_cache_directory, load_cached, store_cached
from creatio_dbapi.options import Options
from creatio_dbapi.replies import Reply, failure_of
from creatio_dbapi.session import Meter, Session


class InstanceCatalog(Catalog):
    """The catalog of a live connection: fetched when it is first looked at, and anew by `refresh()`."""

    def __init__(self, session: Session, user: str, options: Options) -> None:
        super().__init__({})
        self._session, self._user, self._options = session, user, options
        self._directory = _directory(options)
        self._lock = threading.Lock()
        self._loaded = False

    def refresh(self) -> InstanceCatalog:
        """Read the catalog from the instance, after objects or columns were added there; returns itself."""
        with self._lock:
            self._take(self._fetch())
        return self

    def load(self, meter: Meter | None = None) -> InstanceCatalog:
        """Have the catalog at hand: from memory, from the disk if it is young enough, or from the instance."""
        if self._loaded:
            return self
        with self._lock:
            if not self._loaded:
                self._take(self._cached() or self._fetch(meter))
        return self

    def _take(self, catalog: Catalog) -> None:
        self.replace(catalog)
        self._loaded = True

    def _cached(self) -> Catalog | None:
        if self._directory is None or self._options.catalog_max_age <= 0:
            return None
        age = self._options.catalog_max_age
        cached = load_cached(self._directory, self._session.address, self._user, max_age=age, now=time.time())
        return None if cached is None else cached.catalog

    def _fetch(self, meter: Meter | None = None) -> Catalog:
        now = time.time()
        headers = {"Accept": "application/xml"}
        with self._session.open("GET", "$metadata", headers=headers, meter=meter) as answer:
            if answer.status != 200:
                reply = Reply(answer.status, answer.headers, answer.read(), answer.url)
                raise failure_of(reply, action="reading $metadata", table=None)
            catalog = read_metadata(answer.chunks(), fetched_at=now)
        if self._directory is not None:
            kept = CachedInstance(catalog, {}, now)
            store_cached(self._directory, self._session.address, self._user, kept)
        return catalog


def _directory(options: Options) -> Path | None:
    if options.cache_directory == "":
        return None
    return Path(options.cache_directory) if options.cache_directory else default_cache_directory()
