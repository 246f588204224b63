"""The large fuzz run: so many cases from one seed, in short rounds, each failure told once, the figures at the end.

python -m tests.fuzz.campaign --cases 1000000 --seed 1
python -m tests.fuzz.campaign --atheris metadata --cases 100000      # coverage-guided, where atheris is installed
"""

from __future__ import annotations

import argparse
import faulthandler
import resource
import sys
import tempfile
import time
import traceback
import zlib
from collections import Counter
from pathlib import Path
from types import FunctionType
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

from creatio_dbapi import Connection
from creatio_dbapi.sandbox import Sandbox
from tests.fix_connection import connect_to
from tests.fuzz.targets import Target, targets

ROUND = 5_000  # cases; hypothesis remembers all cases of a round
HANG = 60.0  # seconds after which a case counts as one that hangs: the process prints where it is, and ends
MEMORY = 4 * 2**30  # bytes that the process may take


def run(target: Target, cases: int, number: int, *, shrink: bool = True) -> None:
    """Check a target with so many cases made from a seed; raises what the first failing case raises."""
    phases = (Phase.generate, Phase.shrink) if shrink else (Phase.generate,)

    def check(case: Any) -> None:
        target.check(case)

    configured = settings(
        max_examples=cases,
        database=None,
        deadline=None,
        phases=phases,
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    seed(number)(configured(given(target.strategy)(check)))()


class Tally:
    """Counts the cases of a target and the different failures among them."""

    def __init__(self, target: Target) -> None:
        self._check = target.check
        self.cases = 0
        self.slowest = 0.0
        self.failures: Counter[str] = Counter()

    def __call__(self, case: Any) -> None:
        """Check one case; a failure is printed the first time it comes from its place, and counted."""
        self.cases += 1
        faulthandler.dump_traceback_later(HANG, exit=True)
        started = time.monotonic()
        try:
            self._check(case)
        except Exception as error:
            frames = traceback.extract_tb(error.__traceback__)
            place = f"{type(error).__name__} at {frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno}"
            self.failures[place] += 1
            if self.failures[place] == 1:
                print(f"FAILED {place}: {error!r:.300}\n  case {case!r:.1500}", flush=True)
                for frame in frames[-6:]:
                    print(f"  {frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.line}", flush=True)
        finally:
            faulthandler.cancel_dump_traceback_later()
            self.slowest = max(self.slowest, time.monotonic() - started)


def campaign(target: Target, cases: int, number: int) -> Tally:
    """Run rounds until there were so many cases."""
    tally = Tally(target)
    counted = Target(target.name, target.strategy, tally, target.weight)
    rounds = 0
    while tally.cases < cases:
        rounds += 1
        before = tally.cases
        run(counted, min(ROUND, cases - tally.cases), zlib.crc32(f"{target.name} {number} {rounds}".encode()))
        if tally.cases == before:
            break
    return tally


def guided(target: Target, cases: int, number: int) -> None:
    """Let atheris choose so many cases by the branches that they reach; it ends the process when it has done them."""
    import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]

    if target.from_bytes is None:
        raise SystemExit(f"{target.name} is not made of bytes; it is fuzzed by hypothesis alone")
    make, tally = target.from_bytes, Tally(target)

    def one(body: bytes) -> None:
        tally(make(body))
        if tally.cases == cases:
            print(_line(target, tally, started), flush=True)

    started = time.monotonic()
    with tempfile.TemporaryDirectory() as corpus:
        for place, body in enumerate(target.corpus):
            Path(corpus, str(place)).write_bytes(body)
        options = [f"-runs={cases}", f"-seed={number}", "-max_len=4096", "-rss_limit_mb=4096", "-verbosity=0"]
        atheris.Setup([sys.argv[0], *options, corpus], one)
        atheris.Fuzz()


def _line(target: Target, tally: Tally, started: float) -> str:
    return (
        f"{target.name}: {tally.cases} cases in {time.monotonic() - started:.0f} s, slowest {tally.slowest:.2f} s, "
        f"{len(tally.failures)} different failures {dict(tally.failures) or ''}"
    )


def main() -> None:
    """Run the campaign and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="names of targets, separated by commas")
    parser.add_argument("--atheris", default="", help="the name of a target to be guided by atheris")
    given_ = parser.parse_args()
    if given_.atheris:
        _instrument()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with Sandbox(contacts=0) as sandbox, connect_to(sandbox, collation="sensitive") as connection:
        assert "Contact" in connection.catalog
        _run_all(connection, given_)


def _instrument() -> None:
    """Make the driver's own modules tell atheris which branches are taken."""
    import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]

    for name in ("metadata", "replies", "batch", "stream", "lookup", "request", "types", "parse"):
        module = sys.modules[f"creatio_dbapi.{name}"]
        for member in list(vars(module).values()):
            if isinstance(member, FunctionType) and member.__module__ == module.__name__:
                atheris.instrument_func(member)


def _run_all(connection: Connection, given_: argparse.Namespace) -> None:
    everything = targets(connection)
    if given_.atheris:
        target = next(target for target in everything if target.name == given_.atheris)
        guided(target, given_.cases, given_.seed)
        return
    names = given_.only.split(",") if given_.only else [target.name for target in everything]
    chosen = [target for target in everything if target.name in names]
    total = sum(target.weight for target in chosen)
    print(f"{given_.cases} cases, seed {given_.seed}, hangs after {HANG:g} s", flush=True)
    failures = done = 0
    for target in chosen:
        started = time.monotonic()
        tally = campaign(target, -(-given_.cases * target.weight // total), given_.seed)
        done += tally.cases
        failures += len(tally.failures)
        print(_line(target, tally, started), flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{done} cases, {failures} different failures, peak memory {peak} MB")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
