"""Measures the driver beside what people would use instead: python -m benchmarks [--write] [PART …]."""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Iterator

from benchmarks import asking, locally, other_driver, reading, starting, writing
from benchmarks.measure import Row, circumstances, table
from benchmarks.servers import ROOT

PAGE = ROOT / "docs" / "performance.md"
PARTS: dict[str, Callable[[int], Iterator[Row]]] = {
    "reading": reading.rows,
    "asking": asking.rows,
    "locally": locally.rows,
    "writing": writing.rows,
    "starting": starting.rows,
}
_TABLE = re.compile(r"(?<=<!-- python -m benchmarks --write -->\n).*(?=<!-- end of the table -->)", re.DOTALL)
_OTHER = re.compile(
    r"(?<=<!-- python -m benchmarks --write, beside sqlalchemy-odata -->\n).*(?=<!-- end of it -->)", re.DOTALL
)


def main() -> None:
    """Run the parts, print their tables, and write them into the documentation where that is wanted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}, other_driver; all of them by default"
    )
    parser.add_argument("--pairs", type=int, default=5, help="how often each side is timed; the medians count")
    parser.add_argument("--write", action="store_true", help="put the tables of all parts into docs/performance.md")
    given = parser.parse_args()
    chosen = given.parts or [*PARTS, "other_driver"]
    started = time.perf_counter()
    rows: list[Row] = []
    for name in chosen:
        for row in PARTS[name](given.pairs) if name in PARTS else ():
            print(f"{'      ' if row.met else 'MISSED'} {row.work}: {row.result}", flush=True)
            rows.append(row)
    other = other_driver.table(given.pairs) if "other_driver" in chosen else ""
    print(f"\n{table(rows)}\n\n{other}\n\n{circumstances()} It took {time.perf_counter() - started:.0f} seconds.")
    if given.write:
        assert not given.parts, "only all parts together make the tables"
        page = PAGE.read_text(encoding="utf-8")
        page = _TABLE.sub(lambda _: f"\n{table(rows)}\n\n{circumstances()}\n\n", page)
        PAGE.write_text(_OTHER.sub(lambda _: f"\n{other}\n\n", page), encoding="utf-8")


if __name__ == "__main__":
    main()
