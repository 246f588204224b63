"""Classes that are generated: the ready-made ones, those of the command, and sqlacodegen's."""

from __future__ import annotations

import subprocess
import sys
import types
from pathlib import Path
from typing import Any

import pytest

from creatio_dbapi.sandbox import Column as SandboxColumn
from creatio_dbapi.sandbox import Sandbox
from tests.fix_engine import IS_OLD, engine_of, url_of

sqlalchemy = pytest.importorskip("sqlalchemy")
from sqlalchemy import orm, select  # noqa: E402

from sqlalchemy_creatio import generate  # noqa: E402

needs_mapped_columns = pytest.mark.skipif(IS_OLD, reason="the classes are written for SQLAlchemy 2")


def generated(sandbox: Sandbox, capsys: pytest.CaptureFixture[str], *tables: str) -> str:
    """Return what the generator writes for a sandbox."""
    assert generate.main([url_of(sandbox, cache_directory="none"), *tables]) == 0
    return capsys.readouterr().out


def test_the_ready_made_classes_are_what_the_generator_writes(demo: Sandbox, capsys: Any) -> None:
    ready_made = Path(generate.__file__).with_name("models.py")
    assert generated(demo, capsys) == ready_made.read_text(encoding="utf-8")


@needs_mapped_columns
def test_ready_made_classes_go_both_ways_and_leave_defaults_to_creatio(engine: Any) -> None:
    from sqlalchemy_creatio.models import Account, Case, Contact

    with orm.Session(engine) as session:
        contact = Contact(Name="Ada", account=Account(Name="Acme"))
        session.add_all([contact, Case(Subject="late", contact=contact)])
        session.commit()
        assert contact.account is not None
        assert contact.account.contact_collection_by_account == [contact]
        assert contact.owner is not None
        assert contact.owner.Name == "Supervisor"
        statement = select(Case.Subject).join(Case.contact).join(Contact.account).where(Account.Name == "Acme")
        assert session.scalars(statement).all() == ["late"]
        before = contact.ModifiedOn
        contact.JobTitle = "Analyst"
        session.commit()
        assert contact.ModifiedOn is not None
        assert before is not None
        assert contact.ModifiedOn > before


@needs_mapped_columns
def test_ones_own_objects_become_classes_whatever_their_columns_are_called(sandbox: Sandbox, capsys: Any) -> None:
    columns: dict[str, Any] = dict.fromkeys(("class", "metadata", "uuid", "UsrThing", "_filled"), "Edm.String")
    columns |= {"UsrPart": "Edm.Int64", "UsrParentId": SandboxColumn("Edm.Guid", target="UsrThing")}
    sandbox.create_object("UsrThing", columns)
    found = types.ModuleType("usr_things")
    sys.modules[found.__name__] = found
    exec(generated(sandbox, capsys, "UsrThing", "--only"), found.__dict__)  # noqa: S102 - what was just generated
    thing = found.UsrThing
    engine = engine_of(sandbox)
    with orm.Session(engine) as session:
        parent = thing(class_="first", metadata_="m", uuid_="u", UsrThing_="t", UsrPart=2**40)
        session.add(thing(class_="second", usr_parent=parent))
        session.commit()
        children = parent.usr_thing_collection_by_usr_parent
        assert [(child.class_, child.usr_parent.UsrPart) for child in children] == [("second", 2**40)]
    engine.dispose()


@needs_mapped_columns
def test_sqlacodegen_makes_classes(sandbox: Sandbox, tmp_path: Path) -> None:
    pytest.importorskip("sqlacodegen")
    out = tmp_path / "made_by_sqlacodegen.py"
    words = [url_of(sandbox, cache_directory="none"), "--tables", "Contact,Account,Case", "--outfile", str(out)]
    subprocess.run([sys.executable, "-m", "sqlacodegen", *words], check=True, capture_output=True)  # noqa: S603
    found = types.ModuleType(out.stem)
    sys.modules[out.stem] = found
    exec(out.read_text(encoding="utf-8"), found.__dict__)  # noqa: S102 - what was just generated
    orm.configure_mappers()
    assert found.Contact.__table__.c.AccountId.foreign_keys


def test_automap_makes_classes_of_every_object(large: Sandbox) -> None:
    from sqlalchemy.ext.automap import automap_base

    large.clear_requests()
    engine = engine_of(large)
    base: Any = automap_base()
    base.prepare(autoload_with=engine)
    orm.configure_mappers()
    assert documents(large) == 1
    assert len(base.classes) > 1000
    with orm.Session(engine) as session:
        assert len(session.scalars(select(base.classes.Contact)).all()) == 20
    engine.dispose()


def documents(sandbox: Sandbox) -> int:
    """Count the requests for `$metadata`."""
    return sum(record.url.endswith("/$metadata") for record in sandbox.requests)
