"""Prints Superset's own score of the engine spec, and what it is made of."""

from __future__ import annotations

from superset.app import create_app

with create_app().app_context():
    from superset.db_engine_specs.lib import diagnose

    from superset_creatio.spec import CreatioEngineSpec

    found = diagnose(CreatioEngineSpec)
    grains = found.pop("time_grains")
    print(f"time grains: {sum(grains.values())} of {len(grains)}")  # noqa: T201 - it is what this is for
    for name, value in found.items():
        print(f"{name.replace('_', ' ')}: {value}")  # noqa: T201
