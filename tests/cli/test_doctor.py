"""creatio doctor: what it finds on a healthy instance and on sick ones, and what it says would help."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from creatio_dbapi.cli.failures import FAILED, NO_CONNECTION
from creatio_dbapi.sandbox import Sandbox
from tests.fix_command import creatio, instance
from tests.fix_sandbox import data_requests


@pytest.fixture(scope="module")
def patient() -> Iterator[Sandbox]:
    """A sandbox that the tests make ill."""
    with Sandbox(contacts=60) as sandbox:
        yield sandbox


def findings(output: str) -> dict[str, str]:
    """Return the mark of each finding."""
    lines = [line.split() for line in output.splitlines()[1:-1] if line[:1].strip()]
    return {line[1]: line[0] for line in lines}


def test_a_healthy_instance(small: Sandbox, place: dict[str, str]) -> None:
    small.clear_requests()
    done = creatio("doctor", environment=place)
    assert done.returncode == 0, done.stderr
    marks = findings(done.stdout)
    assert marks.pop("writing") == "-"
    assert set(marks.values()) == {"ok"}
    assert {"versions", "host", "TLS", "sign-in", "tables", "reading", "clock", "pages", "collation", "forms"} <= set(
        marks
    )
    assert done.stdout.endswith("Nothing is wrong.\n")
    assert not [record for record in data_requests(small) if record.method != "GET"]


def test_writing_leaves_nothing_behind(patient: Sandbox, environment: dict[str, str]) -> None:
    done = creatio("doctor", "--try-write", environment=environment | instance(patient))
    assert "a contact was made and deleted again" in done.stdout
    assert len(patient.rows("Contact")) == 60


def test_no_host(environment: dict[str, str]) -> None:
    gone = {"CREATIO_URL": "http://127.0.0.1:9", "CREATIO_USER": "u", "CREATIO_PASSWORD": "p"}
    done = creatio("doctor", environment=environment | gone)
    assert done.returncode == NO_CONNECTION
    assert "FAIL host" in done.stdout
    assert "check host and port" in done.stdout
    assert done.stderr == "creatio: there is a problem with host\n"


def test_https_where_there_is_none(patient: Sandbox, environment: dict[str, str]) -> None:
    wrong = instance(patient) | {"CREATIO_URL": patient.url.replace("http:", "https:")}
    done = creatio("doctor", environment=environment | wrong)
    assert done.returncode == NO_CONNECTION
    assert "FAIL TLS" in done.stdout


def test_a_wrong_password(patient: Sandbox, environment: dict[str, str]) -> None:
    wrong = instance(patient) | {"CREATIO_PASSWORD": "hidden-word"}
    done = creatio("doctor", environment=environment | wrong)
    assert done.returncode == NO_CONNECTION
    assert "FAIL sign-in" in done.stdout
    assert "check user and password" in done.stdout
    assert "hidden-word" not in done.stdout + done.stderr


def test_no_rights(patient: Sandbox, environment: dict[str, str]) -> None:
    patient.switch(may_use_odata=False)
    done = creatio("doctor", environment=environment | instance(patient))
    patient.reset_switches()
    assert done.returncode == FAILED
    assert "ask an administrator for the operation CanUseODataService" in done.stdout


def test_capped_pages_and_text_without_case(patient: Sandbox, environment: dict[str, str]) -> None:
    patient.switch(page_cap=25, text="insensitive")
    done = creatio("doctor", environment=environment | instance(patient))
    patient.reset_switches()
    assert done.returncode == 0, done.stderr
    assert "the server caps pages: 25 rows came of 60" in done.stdout
    assert "upper and lower case are the same to the server" in done.stdout


def test_the_other_build_of_creatio(environment: dict[str, str]) -> None:
    with Sandbox(contacts=0, platform="framework") as sandbox:
        done = creatio("doctor", environment=environment | instance(sandbox))
    assert ".NET Framework, OData below /0" in done.stdout
