"""What one writes without a driver: sign in, ask for page after page, convert each value by its type."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import orjson
import pandas
import pyarrow as pa
import requests

from benchmarks.bulk import NAMES
from benchmarks.servers import Place

PAGE = 5_000
NO_GUID = str(uuid.UUID(int=0))
SCHEMA = pa.schema(
    zip(
        NAMES,
        (
            pa.string(), pa.string(), pa.string(), pa.int32(), pa.decimal128(38, 2), pa.timestamp("us", "UTC"),
            pa.string(), pa.bool_(),
        ),
        strict=True,
    )
)  # fmt: skip


class ByHand:
    """A signed-in session, and a loop for each kind of result."""

    def __init__(self, place: Place) -> None:
        self.url, user, password = place
        self.session = requests.Session()
        login = {"UserName": user, "UserPassword": password}
        answer = self.session.post(f"{self.url}/ServiceModel/AuthService.svc/Login", json=login, timeout=60)
        answer.raise_for_status()
        self.session.headers["BPMCSRF"] = self.session.cookies["BPMCSRF"]

    def get(self, path: str, query: dict[str, str] | None = None) -> bytes:
        """Return the body of an answer."""
        answer = self.session.get(f"{self.url}/odata/{path}", params=query, timeout=60)
        answer.raise_for_status()
        return answer.content

    def bodies(self, table: str, names: tuple[str, ...], rows: int, page: int = PAGE) -> int:
        """Download rows, page by page, without looking at them; return how many bytes they were."""
        return sum(len(self.get(table, _page(names, skip, page))) for skip in range(0, rows, page))

    def records(self) -> Iterator[dict[str, Any]]:
        """Give the rows as they come."""
        skip = 0
        while True:
            page = orjson.loads(self.get("Contact", _page(NAMES, skip, PAGE)))["value"]
            yield from page
            if len(page) < PAGE:
                return
            skip += PAGE

    def tuples(self) -> list[tuple[Any, ...]]:
        """Return typed tuples."""
        return [
            (
                uuid.UUID(record["Id"]),
                record["Name"],
                record["Email"],
                record["Age"],
                Decimal(str(record["Amount"])),
                moment(record["CreatedOn"]),
                None if record["AccountId"] == NO_GUID else uuid.UUID(record["AccountId"]),
                record["Active"],
            )
            for record in self.records()
        ]

    def arrow(self) -> pa.Table:
        """Return an Arrow table."""
        rows = []
        for record in self.records():
            record["Amount"], record["CreatedOn"] = Decimal(str(record["Amount"])), moment(record["CreatedOn"])
            if record["AccountId"] == NO_GUID:
                record["AccountId"] = None
            rows.append(record)
        return pa.Table.from_pylist(rows, SCHEMA)

    def frame(self) -> Any:
        """Return a DataFrame, its columns cast."""
        frame = pandas.DataFrame(self.records(), columns=list(NAMES))
        frame["Id"] = frame["Id"].map(uuid.UUID)
        frame["Amount"] = frame["Amount"].map(lambda amount: Decimal(str(amount)))
        frame["CreatedOn"] = pandas.to_datetime(frame["CreatedOn"], utc=True, format="ISO8601")
        frame["AccountId"] = frame["AccountId"].map(lambda text: None if text == NO_GUID else uuid.UUID(text))
        return frame


def _page(names: tuple[str, ...], skip: int, rows: int) -> dict[str, str]:
    return {"$select": ",".join(names), "$orderby": "Id", "$top": str(rows), "$skip": str(skip)}


def moment(text: str) -> dt.datetime:
    """Read a moment as Creatio writes it; Python before 3.11 reads neither the Z nor a seventh digit."""
    seconds, _, fraction = text.removesuffix("Z").partition(".")
    read = dt.datetime.fromisoformat(seconds).replace(tzinfo=dt.timezone.utc)
    return read.replace(microsecond=int(fraction[:6].ljust(6, "0"))) if fraction else read
