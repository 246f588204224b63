"""The sandbox's demo data: the same everywhere, whole in itself, and full of what breaks clients."""

import csv
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from importlib import resources
from itertools import pairwise

import pytest

from creatio_dbapi.sandbox.demo import demo_rows

Cell = str | int | bool | None
Record = dict[str, Cell]

DATA = resources.files("creatio_dbapi.sandbox").joinpath("data")
SUPERVISOR = "410006e1-ca4e-4502-a9ec-e54d922d2c00"
NOW = "2026-06-30T12:00:00Z"
GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z")
DECIMAL = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True)
class Column:
    """What columns.csv says about a column."""

    edm_type: str
    target: str
    required: bool


def read_csv(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(DATA.joinpath(name).read_text(encoding="utf-8").splitlines()))


def read_columns() -> dict[str, dict[str, Column]]:
    columns: dict[str, dict[str, Column]] = defaultdict(dict)
    for line in read_csv("columns.csv"):
        column = Column(line["edm_type"], line["target"], line["required"] == "1")
        columns[line["entity"]][line["property"]] = column
    return columns


def load(contacts: int) -> dict[str, list[Record]]:
    tables: dict[str, list[Record]] = defaultdict(list)
    for name, properties, rows in demo_rows(contacts):
        tables[name].extend(dict(zip(properties, row, strict=True)) for row in rows)
    return tables


def checksum(contacts: int) -> str:
    digest = hashlib.sha256()
    for name, properties, rows in demo_rows(contacts):
        digest.update(repr((name, properties, list(rows))).encode())
    return digest.hexdigest()


COLUMNS = read_columns()


@pytest.fixture(scope="module")
def demo() -> dict[str, list[Record]]:
    return load(2000)


def names(demo: dict[str, list[Record]], table: str) -> dict[Cell, Cell]:
    return {row["Id"]: row["Name"] for row in demo[table]}


def dates(row: Record, *columns: str) -> list[str]:
    return [str(row[column]).rstrip("Z") for column in columns if row[column] is not None]


# The data


def test_the_same_rows_twice() -> None:
    assert checksum(300) == checksum(300)


def test_the_same_rows_on_every_machine() -> None:
    assert checksum(100) == "5d884b9e6f9df33dfd62164261ae87be2cc4f1e37cdd57ecc521662080014e14"


@pytest.mark.parametrize("contacts", [0, 1, 2, 10, 2000])
def test_every_lookup_refers_to_a_row(contacts: int) -> None:
    tables = load(contacts)
    ids = {name: {row["Id"] for row in rows} for name, rows in tables.items()}
    dangling = Counter(
        f"{name}.{column} → {COLUMNS[name][column].target}"
        for name, rows in tables.items()
        for row in rows
        for column, cell in row.items()
        if COLUMNS[name][column].target and cell is not None and cell not in ids.get(COLUMNS[name][column].target, ())
    )
    assert not dangling
    assert {name: len(rows) for name, rows in tables.items()} == {name: len(found) for name, found in ids.items()}


def fits(cell: Cell, edm_type: str) -> bool:
    if edm_type == "Edm.Int32":
        return type(cell) is int and -(2**31) <= cell < 2**31
    if edm_type == "Edm.Boolean":
        return type(cell) is bool
    patterns = {"Edm.Guid": GUID, "Edm.DateTimeOffset": INSTANT, "Edm.Decimal": DECIMAL}
    return isinstance(cell, str) and (edm_type == "Edm.String" or patterns[edm_type].fullmatch(cell) is not None)


def test_every_column_exists_and_every_cell_fits(demo: dict[str, list[Record]]) -> None:
    wrong = Counter(
        f"{name}.{column}: {type(cell).__name__}"
        for name, rows in demo.items()
        for row in rows
        for column, cell in row.items()
        if cell is not None and not fits(cell, COLUMNS[name][column].edm_type)
    )
    assert not wrong


def test_required_columns_are_filled(demo: dict[str, list[Record]]) -> None:
    empty = {
        f"{name}.{column}"
        for name, rows in demo.items()
        for column, facts in COLUMNS[name].items()
        if facts.required and any(row.get(column) is None for row in rows)
    }
    assert not empty


@pytest.mark.parametrize(
    ("contacts", "expected"),
    [
        (0, {"Contact": 1, "Account": 0, "Case": 0}),
        (10, {"Contact": 10, "Account": 2, "Case": 15, "Activity": 20}),
        (
            2000,
            {
                "Contact": 2000,
                "Account": 500,
                "Case": 3000,
                "Activity": 4000,
                "Opportunity": 800,
                "Lead": 600,
                "Order": 700,
                "Product": 150,
            },
        ),
    ],
)
def test_counts(contacts: int, expected: dict[str, int]) -> None:
    tables = load(contacts)
    assert {name: len(tables[name]) for name in expected} == expected


def test_a_million_contacts_come_one_block_at_a_time() -> None:
    def blocks() -> Iterator[int]:
        for name, _, rows in demo_rows(1_000_000):
            if name == "Contact":
                yield len(list(rows))

    stream = blocks()
    sizes = [next(stream) for _ in range(5)]
    assert sizes[0] == 1
    assert max(sizes) <= 5_000


def test_at_least_forty_objects_have_rows(demo: dict[str, list[Record]]) -> None:
    assert sum(bool(rows) for rows in demo.values()) > 150


def test_lookup_tables_come_first_and_are_named(demo: dict[str, list[Record]]) -> None:
    for table in ("CaseStatus", "Country", "City", "SysLanguage", "Currency", "OpportunityStage", "ActivityType"):
        assert all(row["Name"] for row in demo[table])
    order = list(demo)
    for parent, child in (("Account", "Opportunity"), ("Product", "OrderProduct"), ("Order", "OrderProduct")):
        assert order.index(parent) < order.index(child)


# The schema


def test_the_schema_is_closed() -> None:
    assert {"Contact", "Account", "Case", "Activity", "Opportunity", "Lead", "Product", "Order"} <= COLUMNS.keys()
    targets = {column.target for columns in COLUMNS.values() for column in columns.values()} - {""}
    assert targets <= COLUMNS.keys()
    ends = {line[end] for line in read_csv("collections.csv") for end in ("entity", "target")}
    assert ends <= COLUMNS.keys()
    assert [line["entity"] for line in read_csv("entities.csv")] == sorted(COLUMNS)


# The records that the connector reference names


def test_known_ids(demo: dict[str, list[Record]]) -> None:
    contacts = {row["Id"]: row for row in demo["Contact"]}
    accounts = {row["Id"]: row for row in demo["Account"]}
    assert contacts[SUPERVISOR]["Name"] == "Supervisor"
    assert contacts[SUPERVISOR]["AccountId"] == "e6574af1-3e92-4099-958e-e798f52ee016"
    known = contacts["00b34750-2feb-4545-b233-153502326f3c"]
    assert known["AccountId"] == "ff7e089f-1fe9-4ca9-bc30-2d76ad39d178"
    assert known["AccountId"] in accounts
    assert "6ebc31fa-ee6c-48e9-81bf-8003ac03b019" in names(demo, "SysLanguage")
    assert any(row["ContactId"] == SUPERVISOR for row in demo["SysAdminUnit"])
    assert any(row["Number"] == "SR00000040" for row in demo["Case"])


# What makes sense


def test_cases_run_forwards(demo: dict[str, list[Record]]) -> None:
    for row in demo["Case"]:
        steps = dates(row, "RegisteredOn", "RespondedOn", "SolutionProvidedOn", "ClosureDate")
        assert steps == sorted(set(steps))
        assert steps[-1] <= NOW.rstrip("Z")


def test_cases_have_the_dates_of_their_status(demo: dict[str, list[Record]]) -> None:
    status = names(demo, "CaseStatus")
    filled = {
        "New": (False, False, False),
        "In progress": (True, False, False),
        "Waiting for response": (True, False, False),
        "Reopened": (True, False, False),
        "Resolved": (True, True, False),
        "Closed": (True, True, True),
        "Canceled": (False, False, True),
    }
    seen = set()
    for row in demo["Case"]:
        name = str(status[row["StatusId"]])
        seen.add(name)
        found = tuple(row[column] is not None for column in ("RespondedOn", "SolutionProvidedOn", "ClosureDate"))
        assert found == filled[name]
    assert seen == set(filled)


def test_overdue_cases_are_late(demo: dict[str, list[Record]]) -> None:
    for row in demo["Case"]:
        if row["RespondedOn"] is not None:
            assert row["ResponseOverdue"] == (str(row["RespondedOn"]) > str(row["ResponseDate"]))
        if row["SolutionProvidedOn"] is not None:
            assert row["SolutionOverdue"] == (str(row["SolutionProvidedOn"]) > str(row["SolutionDate"]))
            assert row["SolutionRemains"] == "0.0"
    remains = [Decimal(str(row["SolutionRemains"])) for row in demo["Case"]]
    assert min(remains) < 0 < max(remains)


def test_changes_come_after_creation(demo: dict[str, list[Record]]) -> None:
    for rows in demo.values():
        for row in rows:
            created, modified = dates(row, "CreatedOn", "ModifiedOn")
            assert created <= modified <= "2026-06-30T12:00:00.9999999"
    for row in demo["Activity"]:
        assert str(row["StartDate"]) <= str(row["DueDate"])


def test_orders_are_the_sum_of_their_products(demo: dict[str, list[Record]]) -> None:
    totals: dict[Cell, Decimal] = defaultdict(Decimal)
    for row in demo["OrderProduct"]:
        totals[row["OrderId"]] += Decimal(str(row["TotalAmount"]))
    amounts = {row["Id"]: Decimal(str(row["Amount"])) for row in demo["Order"]}
    assert amounts == {order: totals[order] for order in amounts}
    assert min(amounts.values()) < 0 < max(amounts.values())
    assert 0 in amounts.values()


def test_opportunities_have_the_probability_of_their_stage(demo: dict[str, list[Record]]) -> None:
    limits = {row["Id"]: row["MaxProbability"] for row in demo["OpportunityStage"]}
    assert all(row["Probability"] == limits[row["StageId"]] for row in demo["Opportunity"])
    amounts = [row["Amount"] for row in demo["Opportunity"]]
    assert None in amounts
    assert "0.00" in amounts
    assert any(str(amount).startswith("-") for amount in amounts)


def test_places_and_phones_fit(demo: dict[str, list[Record]]) -> None:
    cities = {row["Id"]: (row["RegionId"], row["CountryId"]) for row in demo["City"]}
    prefixes = {row["Id"]: f"+{row['Code']} " for row in demo["Country"]}
    for row in [*demo["Account"], *demo["ContactAddress"], *demo["Lead"]]:
        assert cities[row["CityId"]] == (row["RegionId"], row["CountryId"])
    for row in demo["Account"]:
        assert not row["Phone"] or str(row["Phone"]).startswith(prefixes[row["CountryId"]])


def test_a_case_is_about_the_account_of_its_contact(demo: dict[str, list[Record]]) -> None:
    accounts = {row["Id"]: row["AccountId"] for row in demo["Contact"]}
    for table in ("Case", "Opportunity", "Order", "Activity"):
        assert all(row["AccountId"] == accounts[row["ContactId"]] for row in demo[table] if row["ContactId"])


def test_communications_repeat_the_contact(demo: dict[str, list[Record]]) -> None:
    known = {
        (row["Id"], row.get(column)) for row in demo["Contact"] for column in ("Email", "Phone", "MobilePhone", "Skype")
    }
    assert {(row["ContactId"], row["Number"]) for row in demo["ContactCommunication"]} <= known


def test_some_accounts_have_no_contacts_and_some_have_many(demo: dict[str, list[Record]]) -> None:
    sizes = Counter(row["AccountId"] for row in demo["Contact"])
    assert len(sizes.keys() - {None}) < len(demo["Account"])
    assert max(size for account, size in sizes.items() if account) > 50
    assert sizes[None] > 50


# What breaks clients


@pytest.mark.parametrize(
    "column",
    ["Email", "Notes", "MiddleName", "Phone", "AccountId", "OwnerId", "GenderId", "BirthDate", "Age", "LanguageId"],
)
def test_null_and_empty(demo: dict[str, list[Record]], column: str) -> None:
    cells = {row[column] for row in demo["Contact"][1:]}
    assert None in cells
    edm_type = COLUMNS["Contact"][column].edm_type
    assert edm_type != "Edm.String" or "" in cells
    assert edm_type != "Edm.Int32" or 0 in cells


@pytest.mark.parametrize(
    "mark",
    ["'", "''", '"', "%", "&", "#", "+", "_", "\\", "\n", "\r\n", "\t", "<", "😀", "ß", "İ", "--", "$filter", "\u0301"],
)
def test_hostile_characters(demo: dict[str, list[Record]], mark: str) -> None:
    assert any(mark in str(row.get(column)) for row in demo["Contact"] for column in ("Name", "Email", "Notes"))


@pytest.mark.parametrize(
    "letters",
    ["é", "Ш", "Ґ", "Ω", "ع", "ש", "王", "さ", "김", "म", "ส", "Ł", "𠮷"],
)
def test_scripts(demo: dict[str, list[Record]], letters: str) -> None:
    assert any(letters.lower() in str(row["Name"]).lower() for row in demo["Contact"] + demo["Account"])


@pytest.mark.parametrize("name", ['"Horns & Hooves" LLC', "'Ромашка'", "Our company"])
def test_companies(demo: dict[str, list[Record]], name: str) -> None:
    assert name in names(demo, "Account").values()


def test_duplicates(demo: dict[str, list[Record]]) -> None:
    contacts = [str(row["Name"]) for row in demo["Contact"]]
    assert {"Anna Schmidt", "anna schmidt", "Anna Schmidt ", "  Anna Schmidt"} <= set(contacts)
    emails = Counter(row["Email"] for row in demo["Contact"] if row.get("Email"))
    assert emails["anna.schmidt@example.com"] == 2
    assert max(Counter(contacts).values()) > 1


def test_moments(demo: dict[str, list[Record]]) -> None:
    created = {str(row["CreatedOn"]) for row in demo["Contact"]}
    digits = {len(moment[19:-1].lstrip(".")) for moment in created}
    assert digits == set(range(8))
    assert {"2024-02-29T12:00:00.1234567Z", "2024-02-29T12:00:00.1234568Z"} <= created
    births = {row.get("BirthDate") for row in demo["Contact"]}
    assert {None, "0001-01-01T00:00:00Z", "9999-12-31T00:00:00Z"} <= births
    assert all(str(birth).endswith("T00:00:00Z") for birth in births if birth)


def test_ids_do_not_follow_the_order_of_creation(demo: dict[str, list[Record]]) -> None:
    ids = [str(row["Id"]) for row in demo["Contact"]]
    assert ids != sorted(ids)
    assert sum(first < second for first, second in pairwise(ids)) < 1_500
