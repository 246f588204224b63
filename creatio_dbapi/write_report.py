"""What became of the rows of a write, as a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FailedRow:
    """A row that the server refused; `present` says that it was done all the same, as after a failed POST."""

    row: int
    status: int | None
    message: str
    present: bool = False


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What became of each row, by its index: of a parameter set, of a row of VALUES, or of a row that was found.

    `not_found` rows were not there to be changed. `not_sent` rows were not carried out: they were never sent, or they
    were looked for and are not there. `unknown` rows were sent, no answer came, and what became of them could not be
    found out.
    """

    written: tuple[int, ...] = ()
    failed: tuple[FailedRow, ...] = ()
    not_found: tuple[int, ...] = ()
    not_sent: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()

    def __str__(self) -> str:
        parts = [
            f"{len(rows)} {name}"
            for name, rows in (
                ("written", self.written),
                ("failed", self.failed),
                ("not found", self.not_found),
                ("not sent", self.not_sent),
                ("unknown", self.unknown),
            )
            if rows
        ]
        return ", ".join(parts) or "no rows"


@dataclass(frozen=True, slots=True)
class WriteSettings:
    """How writes behave; the fields are options of `connect`."""

    on_error: str = "stop"
    batches_in_flight: int = 4
    max_rows_changed: int | None = None
