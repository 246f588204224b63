"""What a request is answered from: the schema, the rows and the switches as they stand."""

from __future__ import annotations

from dataclasses import dataclass

from creatio_dbapi.sandbox.schema import Entity, Schema
from creatio_dbapi.sandbox.settings import Settings
from creatio_dbapi.sandbox.store import Store

NAMESPACE = "Terrasoft.Configuration.OData"


@dataclass(frozen=True)
class Model:
    """One instance at the moment of one request."""

    schema: Schema
    store: Store
    settings: Settings

    def entity(self, name: str) -> Entity:
        """Return an object that is known to be there, with its table made."""
        entity = self.schema.entities[name]
        self.store.ensure(entity)
        return entity
