"""$filter on the sandbox: what it finds, what it refuses and with which words (facts 3.5)."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
import requests

from creatio_dbapi.sandbox import Column, Sandbox

ROWS: list[dict[str, object]] = [
    {"N": 1, "T": "alpha", "A": "1.5", "W": "2024-01-31T23:59:59.9999999Z", "F": True, "ParentId": None},
    {"N": 2, "T": "O'Brien", "A": "-1.55", "W": "2024-02-29T00:00:00Z", "F": False, "ParentId": 1},
    {"N": 3, "T": "", "A": "0", "W": "2025-12-31T12:30:45Z", "F": True, "ParentId": 2},
    {"N": 4, "T": None, "A": None, "W": None, "F": None, "ParentId": 2},
    {"N": 5, "T": "ÄPFEL & 100% #1+😀", "A": "10", "W": "0001-01-01T00:00:00.0000001Z", "F": False, "ParentId": None},
    {
        "N": -6,
        "T": "Alphabet",
        "A": "79228162514264337593543950335",
        "W": "9999-12-31T23:59:59Z",
        "F": True,
        "ParentId": 1,
    },
]


def identity(number: object) -> str | None:
    """Return the Id of a row by its number."""
    return None if not isinstance(number, int) else str(UUID(int=100 + number))


@pytest.fixture(scope="module")
def filled(running: Sandbox) -> Iterator[None]:
    """The object that the filters are tried on."""
    columns: dict[str, Column | str] = {
        "N": "Edm.Int32",
        "T": "Edm.String",
        "A": "Edm.Decimal",
        "W": "Edm.DateTimeOffset",
        "F": "Edm.Boolean",
        "ParentId": Column("Edm.Guid", target="UsrFilter"),
    }
    rows = [{**row, "Id": identity(row["N"]), "ParentId": identity(row["ParentId"])} for row in ROWS]
    running.create_object("UsrFilter", columns, rows=rows)
    yield
    running.drop_object("UsrFilter")


def found(client: requests.Session, text: str) -> list[int]:
    """Return the numbers of the rows that a filter finds."""
    answer = client.get("/odata/UsrFilter", params={"$filter": text, "$select": "N", "$orderby": "Id"})
    assert answer.status_code == 200, answer.text
    return sorted(row["N"] for row in answer.json()["value"])


FOUND = [
    ("N eq 1", [1]),
    ("N ne 1", [-6, 2, 3, 4, 5]),
    ("N gt -6 and N le 2", [1, 2]),
    ("N lt 0 or N ge 5", [-6, 5]),
    ("not (N lt 3 or N gt 4)", [3, 4]),
    ("N eq 1 or N eq 2 and N eq 3", [1]),
    ("1 eq N", [1]),
    ("T eq 'alpha'", [1]),
    ("T eq 'O''Brien'", [2]),
    ("T eq ''", [3]),
    ("T eq null", [4]),
    ("T ne null", [-6, 1, 2, 3, 5]),
    ("T ne 'alpha'", [-6, 2, 3, 5]),
    ("not (T eq 'alpha')", [-6, 2, 3, 5]),
    ("T gt 'Z'", [1, 5]),
    ("T eq 'ÄPFEL & 100% #1+😀'", [5]),
    ("contains(T,'pha')", [-6, 1]),
    ("contains(T,'%')", [5]),
    ("contains(T,'')", [-6, 1, 2, 3, 5]),
    ("startswith(T,'alpha')", [1]),
    ("endswith(T,'n')", [2]),
    ("endswith(T,'')", [-6, 1, 2, 3, 5]),
    ("endswith(T,'a longer text than any')", []),
    ("not contains(T,'a')", [2, 3, 5]),
    ("length(T) eq 0", [3]),
    ("length(T) gt 7 and length(T) lt 20", [-6, 5]),
    ("A eq 1.5", [1]),
    ("A eq 1.50", [1]),
    ("A lt 0", [2]),
    ("A gt 1.4 and A lt 100", [1, 5]),
    ("A ge 79228162514264337593543950335", [-6]),
    ("A gt 79228162514264337593543950334.5", [-6]),
    ("N eq 1.0", [1]),
    ("W gt 2024-01-31T23:59:59.9999998Z and W lt 2024-02-01T00:00:00Z", [1]),
    ("W eq 2024-02-29T01:00:00%2B01:00", [2]),
    ("W ge 2024-02-29", [-6, 2, 3]),
    ("W lt 0001-01-01T00:00:01Z", [5]),
    ("year(W) eq 2024 and month(W) eq 2", [2]),
    ("day(W) eq 31", [-6, 1, 3]),
    ("F eq true", [-6, 1, 3]),
    ("F", [-6, 1, 3]),
    ("not F", [2, 5]),
    ("F ne true", [2, 5]),
    (f"Id eq {identity(3)}", [3]),
    (f"Id gt {identity(3)}", [4, 5]),
    (f"Parent/Id eq {identity(1)}", [-6, 2]),
    (f"Parent/Id ne {identity(1)}", [1, 3, 4, 5]),
    ("Parent/Id eq null", [1, 5]),
    ("Parent/Id ne null", [-6, 2, 3, 4]),
    ("Parent/Id eq 00000000-0000-0000-0000-000000000000", []),
    ("Parent/T eq 'alpha'", [-6, 2]),
    ("Parent/T ne 'alpha'", [3, 4]),
    ("Parent/Parent/N eq 1", [3, 4]),
    (f"Parent/Parent/Id eq {identity(1)}", [3, 4]),
    ("$it/N eq 1", [1]),
    (" or ".join(f"N eq {n}" for n in range(1, 26)), [1, 2, 3, 4, 5]),
]


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(("text", "numbers"), FOUND)
def test_what_a_filter_finds(client: requests.Session, text: str, numbers: list[int]) -> None:
    assert found(client, text.replace("%2B", "+")) == numbers


CASELESS = [
    ("T eq 'ALPHA'", [1]),
    ("T eq 'äpfel & 100% #1+😀'", [5]),
    ("contains(T,'PHA')", [-6, 1]),
    ("startswith(T,'äP')", [5]),
    ("endswith(T,'BRIEN')", [2]),
    ("T ne 'ALPHA'", [-6, 2, 3, 5]),
]


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(("text", "numbers"), CASELESS)
def test_text_without_regard_to_case(sandbox: Sandbox, client: requests.Session, text: str, numbers: list[int]) -> None:
    sandbox.switch(text="insensitive")
    assert found(client, text) == numbers


ODATA_NULLS = [
    ("T ne 'alpha'", [-6, 2, 3, 4, 5]),
    ("not (T eq 'alpha')", [-6, 2, 3, 4, 5]),
    ("not (A gt 0)", [2, 3, 4]),
    ("Parent/T ne 'alpha'", [1, 3, 4, 5]),
]


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(("text", "numbers"), ODATA_NULLS)
def test_null_in_the_logic_of_odata(sandbox: Sandbox, client: requests.Session, text: str, numbers: list[int]) -> None:
    sandbox.switch(null_ne="odata")
    assert found(client, text) == numbers


UNPROVEN = [
    ("hour(W) eq 12 and minute(W) eq 30 and second(W) eq 45", [3]),
    ("tolower(T) eq 'alphabet'", [-6]),
    ("toupper(T) eq 'ÄPFEL & 100% #1+😀'", [5]),
    ("trim(concat(' ',T)) eq 'alpha'", [1]),
    ("substring(T,1) eq 'lpha'", [1]),
    ("substring(T,1,2) eq 'lp'", [-6, 1]),
    ("indexof(T,'B') eq 2", [2]),
    ("date(W) eq 2024-02-29", [2]),
    ("time(W) eq 12:30:45", [3]),
    ("W gt now()", [-6]),
    ("round(A) eq 2", [1]),
    ("round(A) eq -2", [2]),
    ("floor(A) eq 1", [1]),
    ("ceiling(A) eq -1", [2]),
    ("N add 1 eq 2", [1]),
    ("N sub 1 eq 0", [1]),
    ("N mul 2 eq 4", [2]),
    ("N div 2 eq 2", [4, 5]),
    ("N mod 2 eq 0", [-6, 2, 4]),
    ("A div 0 eq 1 or N div 0 eq 1", []),
    ("A add 0.1 eq 1.6", [1]),
    ("-N eq 6", [-6]),
    ("N in (1,2,99)", [1, 2]),
    ("T in ('alpha','O''Brien')", [1, 2]),
    ("UsrFilterCollectionByParent/any()", [1, 2]),
    ("UsrFilterCollectionByParent/any(c: c/N eq 3)", [2]),
    ("UsrFilterCollectionByParent/all(c: c/N gt 2)", [-6, 2, 3, 4, 5]),
    ("Parent/UsrFilterCollectionByParent/any(c: c/N eq 3)", [3, 4]),
]


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(("text", "numbers"), UNPROVEN)
def test_unproven_forms_work_when_switched_on(
    sandbox: Sandbox, client: requests.Session, text: str, numbers: list[int]
) -> None:
    if not text.startswith("-"):
        refused = client.get("/odata/UsrFilter", params={"$filter": text})
        assert refused.status_code in (400, 500)
    sandbox.switch_forms(on=UNPROVEN_NAMES)
    assert found(client, text) == numbers


UNPROVEN_NAMES = [
    "hour",
    "minute",
    "second",
    "tolower",
    "toupper",
    "trim",
    "concat",
    "substring",
    "indexof",
    "date",
    "time",
    "now",
    "round",
    "floor",
    "ceiling",
    "add",
    "sub",
    "mul",
    "div",
    "mod",
    "in",
    "any",
    "all",
]

REFUSED = [
    ("ParentId eq 00000000-0000-0000-0000-000000000000", 500, "Column by path ParentId not found in schema UsrFilter."),
    ("ParentId eq null", 500, "Column by path ParentId not found in schema UsrFilter."),
    ("Parent/ParentId ne null", 500, "Column by path Parent.ParentId not found in schema UsrFilter."),
    (
        "Id eq '00000000-0000-0000-0000-000000000000'",
        400,
        "A binary operator with incompatible types was detected. "
        "Found operand types 'Edm.Guid' and 'Edm.String' for operator kind 'Equal'.",
    ),
    (
        "W ge '2024-01-01T00:00:00Z'",
        400,
        "A binary operator with incompatible types was detected. "
        "Found operand types 'Edm.DateTimeOffset' and 'Edm.String' for operator kind 'GreaterThanOrEqual'.",
    ),
    (
        "not T eq 'x'",
        400,
        "A unary operator with an incompatible type was detected. "
        "Found operand type 'Edm.String' for operator kind 'Not'.",
    ),
    ("Foo eq 1", 400, "Could not find a property named 'Foo' on type 'Terrasoft.Configuration.OData.UsrFilter'."),
    (
        "Parent/Foo eq 1",
        400,
        "Could not find a property named 'Foo' on type 'Terrasoft.Configuration.OData.UsrFilter'.",
    ),
    ("T/Foo eq 1", 400, "Could not find a property named 'T' on type 'Terrasoft.Configuration.OData.UsrFilter'."),
    ("t eq 'x'", 400, "Could not find a property named 't' on type 'Terrasoft.Configuration.OData.UsrFilter'."),
    ("N", 400, "The $filter expression must evaluate to a single boolean value."),
    ("soundex(T) eq 'x'", 400, "An unknown function with name 'soundex' was found."),
    (
        " or ".join(f"N eq {n}" for n in range(26)),
        400,
        "The node count limit of '100' has been exceeded. To increase the limit, set the 'MaxNodeCount' property on "
        "EnableQueryAttribute or ODataValidationSettings.",
    ),
]


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(("text", "status", "message"), REFUSED)
def test_what_a_filter_is_refused_with(client: requests.Session, text: str, status: int, message: str) -> None:
    answer = client.get("/odata/UsrFilter", params={"$filter": text})
    error = answer.json()["error"]
    level = error["innererror"]
    while "internalexception" in level:
        level = level["internalexception"]
    assert (answer.status_code, error["code"], level["message"]) == (status, "", message)
    if status == 400:
        assert error["message"] == f"The query specified in the URI is not valid. {message}"
    else:
        assert error["message"] == "An error has occurred."
        assert error["innererror"]["message"].startswith("The 'ObjectContent`1' type failed to serialize")


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    "text",
    [
        "N eq", "eq 1", "N eq 1 and", "(N eq 1", "N eq 1)", "N eq 'x'", "T eq 1", "contains(N,'x')", "contains(T)",
        "T eq 'x", "T eq \"x\"", "N eq 1; drop", "Id eq guid'00000000-0000-0000-0000-000000000000'",
        "W eq datetime'2024-01-01T00:00:00'", "W eq 2024-01-01T00:00:00", "W eq 2024-13-01T00:00:00Z", "N == 1",
        "N eq @p", "Parent eq null", "UsrFilterCollectionByParent eq null", "N eq 99999999999999999999999999999x",
        "(" * 500 + "N eq 1" + ")" * 500, "N and F", "startswith(T,'a') eq 'x'", "T like 'a%'",
    ],
)  # fmt: skip
def test_nonsense_is_400(client: requests.Session, text: str) -> None:
    answer = client.get("/odata/UsrFilter", params={"$filter": text})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "")


@pytest.mark.usefixtures("filled")
def test_long_lists_work_where_the_limit_allows(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.switch(node_limit=100_000)
    assert found(client, " or ".join(f"N eq {n}" for n in range(2000))) == [1, 2, 3, 4, 5]


@pytest.mark.usefixtures("filled")
def test_evidenced_forms_can_be_switched_off(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.switch_forms(off=["contains", "path"])
    for text in ("contains(T,'a')", "Parent/N eq 1"):
        assert client.get("/odata/UsrFilter", params={"$filter": text}).status_code == 500
