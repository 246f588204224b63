"""Accounts, contacts and what hangs on them: addresses, phones, tags, careers, files."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from creatio_dbapi.sandbox.demo_companies import (
    KNOWN_CONTACTS,
    PERSON_COLUMNS,
    PLACE_COLUMNS,
    Company,
    Place,
    Population,
    company_of,
    contact_id,
    phone_number,
    street_address,
)
from creatio_dbapi.sandbox.demo_lookups import language_id, lookup_ids
from creatio_dbapi.sandbox.demo_values import (
    AUDIT,
    FRACTIONS,
    NOW,
    SUPERVISOR,
    Cell,
    Dice,
    Row,
    Rows,
    audit,
    growing_moment,
    lookup_id,
    midnight,
    moment,
    read_data,
    record_ids,
)

BLOCK = 5_000
# Details are made for this many of the first contacts and no more: a million contacts is about contacts.
DETAILED_CONTACTS = 50_000

_JOB_COLUMNS = ("JobId", "JobTitle", "DepartmentId", "DecisionRoleId")
_BIRTH_COLUMNS = ("BirthDate", "Age")
_HABIT_COLUMNS = (
    "TypeId",
    "DoNotUseEmail",
    "DoNotUseCall",
    "DoNotUseSms",
    "DoNotUseFax",
    "DoNotUseMail",
    "Notes",
    "Confirmed",
    "IsNonActualEmail",
    "IsEmailConfirmed",
    "Completeness",
    "LeadConversionScore",
    "Skype",
)
CONTACT_COLUMNS = (
    "Id",
    *AUDIT,
    "OwnerId",
    "AccountId",
    "LanguageId",
    "Email",
    "Phone",
    "MobilePhone",
    "HomePhone",
    "Address",
    *PERSON_COLUMNS,
    *PLACE_COLUMNS,
    *_JOB_COLUMNS,
    *_BIRTH_COLUMNS,
    *_HABIT_COLUMNS,
)
_POSITION = {column: position for position, column in enumerate(CONTACT_COLUMNS)}
_NOWHERE: Row = (None, None, None, "", None)

_ACCOUNT_COLUMNS = (
    "Name",
    "OwnerId",
    "PrimaryContactId",
    "ParentId",
    "TypeId",
    "OwnershipId",
    "IndustryId",
    "AccountCategoryId",
    "EmployeesNumberId",
    "AnnualRevenueId",
    "Code",
    "Phone",
    "AdditionalPhone",
    "Fax",
    "Web",
    "Address",
    "Notes",
    "AlternativeName",
    "Completeness",
)


def account_rows(population: Population) -> Iterator[Rows]:
    """Yield the accounts in blocks, and for each its address and its ways of contact."""
    dice = Dice("Account")
    notes = read_data("texts.json")["account_notes"]
    choices = {name: lookup_ids(name) for name in _ACCOUNT_LOOKUPS}
    primary = _primary_contacts(population)
    columns = ("Id", *AUDIT, *_ACCOUNT_COLUMNS, *PLACE_COLUMNS)
    for start in range(0, len(population.companies), BLOCK):
        block = [
            _account(dice, population, index, primary.get(company.account), choices, notes)
            for index, company in enumerate(population.companies[start : start + BLOCK], start)
        ]
        yield "Account", columns, block
        yield from _account_details(columns, block)


_ACCOUNT_LOOKUPS = (
    "AccountOwnership",
    "AccountIndustry",
    "AccountCategory",
    "AccountEmployeesNumber",
    "AccountAnnualRevenue",
)


def _account(
    dice: Dice,
    population: Population,
    index: int,
    primary: str | None,
    choices: dict[str, tuple[str, ...]],
    notes: Sequence[str | None],
) -> Row:
    company = population.companies[index]
    place = company.place
    kind = ("Customer", "Customer", "Customer", "Partner", "Supplier", "Contractor", "Competitor")[dice.below(7)]
    # Parents come first, so that a row never refers to a later one.
    parent = population.companies[dice.below(index)].account if index > 5 and dice.chance(12) else None
    return (
        company.account,
        *audit(dice, growing_moment(dice, index, len(population.companies)), population.staff),
        company.name,
        dice.pick(population.staff) if dice.chance(90) else None,
        SUPERVISOR if index == 0 else primary,
        parent,
        lookup_id("AccountType", kind if index else "Our company"),
        *(dice.pick(choices[name]) if dice.chance(80) else None for name in _ACCOUNT_LOOKUPS),
        f"A{index + 1:06}" if dice.chance(70) else "",
        phone_number(dice, place) if dice.chance(90) else "",
        phone_number(dice, place) if dice.chance(25) else None,
        "",
        f"www.{company.domain}" if dice.chance(80) else None,
        street_address(dice, place),
        dice.pick(notes),
        company.name.upper() if dice.chance(8) else "",
        dice.between(0, 20) * 5,
        *place.cells,
    )


def _primary_contacts(population: Population) -> dict[str, str]:
    """Find the first contact of each account, among those that have details."""
    primary: dict[str, str] = {}
    for index in range(1, min(population.contacts, DETAILED_CONTACTS)):
        company = company_of(population, index)
        if company is not None:
            primary.setdefault(company.account, contact_id(index))
    return primary


def _account_details(columns: tuple[str, ...], block: Sequence[Row]) -> Iterator[Rows]:
    at = {column: position for position, column in enumerate(columns)}
    yield _addresses("Account", at, block)
    kinds = (("Primary phone", "Phone"), ("Additional phone", "AdditionalPhone"), ("Web", "Web"))
    yield _communications("Account", at, block, kinds)
    tags = lookup_ids("AccountTag")
    new_id = record_ids("AccountInTag")
    tagged = [(number, row) for number, row in enumerate(block) if number % 13 == 0]
    yield (
        "AccountInTag",
        ("Id", *AUDIT, "TagId", "EntityId"),
        [(new_id(_serial(row)), *row[1:5], tags[number % len(tags)], row[0]) for number, row in tagged],
    )


def _serial(row: Row) -> int:
    """Turn the id of a parent into a counter, so that its details get ids without counting them."""
    return int(str(row[0])[:8], 16)


def _addresses(owner: str, at: dict[str, int], block: Sequence[Row]) -> Rows:
    new_id = record_ids(f"{owner}Address")
    places = [at[column] for column in ("Address", *PLACE_COLUMNS)]
    columns = ("Id", *AUDIT, f"{owner}Id", "Primary", "Address", *PLACE_COLUMNS)
    rows: list[Row] = [
        (new_id(_serial(row)), *row[1:5], row[0], True, *(row[place] for place in places))
        for row in block
        if row[at["CityId"]] is not None and row[at["Address"]]
    ]
    return f"{owner}Address", columns, rows


def _communications(owner: str, at: dict[str, int], block: Sequence[Row], kinds: Sequence[tuple[str, str]]) -> Rows:
    columns = ("Id", *AUDIT, f"{owner}Id", "CommunicationTypeId", "Number", "SearchNumber", "Position", "Primary")
    rows: list[Row] = []
    for position, (kind, column) in enumerate(kinds):
        new_id = record_ids(f"{owner}Communication/{kind}")
        kind_id, place = lookup_id("CommunicationType", kind), at[column]
        for row in block:
            text = row[place]
            if text:
                # Creatio searches phone numbers from their end, so it keeps their digits backwards.
                digits = "".join(filter(str.isdigit, str(text)))[::-1] if kind.endswith("phone") else ""
                rows.append((new_id(_serial(row)), *row[1:5], row[0], kind_id, text, digits, position, position == 0))
    return f"{owner}Communication", columns, rows


def contact_rows(population: Population) -> Iterator[Rows]:
    """Yield the contacts in blocks, the Supervisor excepted, and details of the first ones."""
    writer = _ContactWriter(population)
    overrides = writer.overrides()
    for start in range(1, population.contacts, BLOCK):
        block = writer.block(start, min(start + BLOCK, population.contacts))
        for index, changes in overrides.items():
            if start <= index < start + len(block):
                block[index - start] = _override(block[index - start], changes)
        yield "Contact", CONTACT_COLUMNS, block
        if start < DETAILED_CONTACTS:
            yield from _contact_details(population, block)


# A drawn form of address does not fit another name.
_NO_FORM_OF_ADDRESS: dict[str, Cell] = {"MiddleName": None, "GenderId": None, "SalutationTypeId": None, "Dear": ""}


def _override(row: Row, changes: dict[str, Cell]) -> Row:
    cells = list(row)
    for column, cell in {**_NO_FORM_OF_ADDRESS, **changes}.items():
        cells[_POSITION[column]] = cell
    return tuple(cells)


class _ContactWriter:
    """Draws contacts from pools that were made once, for a million of them are wanted in seconds."""

    def __init__(self, population: Population) -> None:
        self.population = population
        self.dice = Dice("Contact")
        self.texts: dict[str, Any] = read_data("texts.json")
        self.jobs = tuple(self._job(job) for job in self.texts["job_titles"])
        self.births = tuple(self._birth() for _ in range(3_001))
        self.habits = tuple(self._habit() for _ in range(1_009))
        self.languages = {place.language: language_id(place.language) for place in population.places}

    def _job(self, job: str) -> Row:
        department = self.texts["job_departments"][job]
        return (
            lookup_id("Job", job),
            self.texts["job_titles"][job],
            lookup_id("Department", department) if department else None,
            self.dice.pick(lookup_ids("ContactDecisionRole")) if self.dice.chance(60) else None,
        )

    def _birth(self) -> Row:
        if self.dice.chance(30):
            return (None, self.dice.pick((None, 0)))
        born = date(1940 + self.dice.below(66), 1 + self.dice.below(12), 1 + self.dice.below(28))
        return (midnight(born), 2026 - born.year - ((born.month, born.day) > (6, 30)))

    def _habit(self) -> Row:
        dice = self.dice
        kinds = ("Customer", "Customer", "Contact person", "Contact person", "Supplier", "Partner", "Competitor")
        return (
            lookup_id("ContactType", dice.pick(kinds)) if dice.chance(90) else None,
            *(dice.chance(percent) for percent in (10, 8, 15, 5, 5)),
            dice.pick(self.texts["contact_notes"]),
            *(dice.chance(percent) for percent in (85, 6, 40)),
            dice.below(21) * 5,
            dice.below(101) if dice.chance(40) else None,
            f"live:.cid.{dice.below(10**9):09x}" if dice.chance(10) else dice.pick((None, "")),
        )

    def overrides(self) -> dict[int, dict[str, Cell]]:
        """Say which of the first contacts are our staff, the reference's sample or a trap, and how they differ."""
        changes: dict[int, dict[str, Cell]] = {1: {"AccountId": self.population.companies[1].account}}
        for index, (given, surname) in enumerate(self.texts["employees"][: len(self.population.staff) - 1], 2):
            name = {"Name": f"{given} {surname}", "GivenName": given, "Surname": surname}
            changes[index] = {
                **name,
                "TypeId": lookup_id("ContactType", "Employee"),
                "Email": f"staff{index}@our-company.example",
            }
        first = len(changes) + 1
        changes.update(enumerate(self.texts["oddities"], first))
        return changes

    def block(self, start: int, stop: int) -> list[Row]:
        """Draw the contacts from start to stop."""
        population, dice = self.population, self.dice
        return [self._contact(index, company_of(population, index), dice.roll()) for index in range(start, stop)]

    def _contact(self, index: int, company: Company | None, luck: float) -> Row:
        roll, staff = self.dice.roll, self.population.staff
        place = (
            company.place if company is not None else self.population.places[int(roll() * len(self.population.places))]
        )
        person = place.people[int(roll() * len(place.people))]
        author = staff[int(luck * len(staff))]
        created = growing_moment(self.dice, index, self.population.contacts)
        fraction = FRACTIONS[int(roll() * len(FRACTIONS))]
        first = moment(created, fraction)
        changed = created + int(roll() * (NOW - created)) if luck < 0.5 else created
        return (
            (
                contact_id(index),
                first,
                author,
                first if changed == created else moment(changed, fraction),
                author,
                author if luck < 0.92 else None,
                company.account if company is not None else None,
                self.languages[place.language] if luck < 0.9 else None,
                _email(person.login, company, luck),
                phone_number(self.dice, place) if luck < 0.6 else "" if luck < 0.8 else None,
                phone_number(self.dice, place) if luck > 0.25 else None,
                phone_number(self.dice, place) if luck < 0.1 else "" if luck < 0.7 else None,
                *self._address(place, roll()),
            )
            + person.cells
            + (place.cells if luck > 0.1 else _NOWHERE)
            + self.jobs[int(roll() * len(self.jobs))]
            + self.births[int(roll() * 3_001)]
            + self.habits[int(roll() * 1_009)]
        )

    def _address(self, place: Place, luck: float) -> Row:
        return (street_address(self.dice, place) if luck < 0.5 else "" if luck < 0.75 else None,)


def _email(login: str, company: Company | None, luck: float) -> str | None:
    if luck > 0.93:
        return None
    if luck > 0.88:
        return ""
    return f"{login}@{company.domain if company is not None else 'example.com'}"


def _contact_details(population: Population, block: Sequence[Row]) -> Iterator[Rows]:
    yield _addresses("Contact", _POSITION, block)
    kinds = (("Email", "Email"), ("Business phone", "Phone"), ("Mobile phone", "MobilePhone"), ("Skype", "Skype"))
    yield _communications("Contact", _POSITION, block, kinds)
    yield from _contact_tags(block)
    yield from _contact_career(block)
    yield from _staff_rows(population, block)


def _contact_tags(block: Sequence[Row]) -> Iterator[Rows]:
    for name, group, column in (("ContactInTag", "ContactTag", "Tag"), ("ContactInFolder", "ContactFolder", "Folder")):
        choices, new_id = lookup_ids(group), record_ids(name)
        contact = "EntityId" if column == "Tag" else "ContactId"
        chosen = [row for number, row in enumerate(block) if number % 9 == len(column)]
        rows: list[Row] = [
            (new_id(_serial(row)), *row[1:5], choices[_serial(row) % len(choices)], row[0]) for row in chosen
        ]
        yield name, ("Id", *AUDIT, f"{column}Id", contact), rows


def _day(text: Cell) -> str:
    return f"{str(text)[:10]}T00:00:00Z"


def _contact_career(block: Sequence[Row]) -> Iterator[Rows]:
    account, birth = _POSITION["AccountId"], _POSITION["BirthDate"]
    shared = ("AccountId", "JobId", "JobTitle", "DepartmentId")
    places = [_POSITION[column] for column in shared]
    new_id = record_ids("ContactCareer")
    careers: list[Row] = [
        (new_id(_serial(row)), *row[1:5], row[0], True, True, _day(row[1]), None, *(row[place] for place in places))
        for number, row in enumerate(block)
        if row[account] and number % 2
    ]
    columns = ("Id", *AUDIT, "ContactId", "Primary", "Current", "StartDate", "DueDate", *shared)
    yield "ContactCareer", columns, careers
    new_id, birthday = record_ids("ContactAnniversary"), lookup_id("AnniversaryType", "Birthday")
    days: list[Row] = [
        (new_id(_serial(row)), *row[1:5], row[0], birthday, row[birth]) for row in block if row[birth] is not None
    ]
    yield "ContactAnniversary", ("Id", *AUDIT, "ContactId", "AnniversaryTypeId", "Date"), days


def _staff_rows(population: Population, block: Sequence[Row]) -> Iterator[Rows]:
    """Yield the employees and users behind our own contacts."""
    staff = [row for row in block[: len(population.staff)] if row[0] in population.staff]
    if not staff or block[0][0] != KNOWN_CONTACTS[1]:
        return
    jobs = lookup_ids("EmployeeJob")
    name, email = _POSITION["Name"], _POSITION["Email"]
    employee_id, user_id, member_id = record_ids("Employee"), record_ids("SysAdminUnit"), record_ids("SysUserInRole")
    our = population.companies[0].account
    columns = ("Id", *AUDIT, "ContactId", "Name", "JobId", "AccountId", "CareerStartDate")
    yield (
        "Employee",
        columns,
        [
            (employee_id(number), *row[1:5], row[0], row[name], jobs[number % len(jobs)], our, "2018-01-02T00:00:00Z")
            for number, row in enumerate(staff)
        ],
    )
    user_columns = ("ContactId", "Name", "Email", "SysAdminUnitTypeValue", "Active", "SysCultureId")
    culture = lookup_id("SysCulture", "en-US")
    yield (
        "SysAdminUnit",
        ("Id", *AUDIT, *user_columns),
        [
            (user_id(number), *row[1:5], row[0], row[name], row[email], 4, number % 5 != 4, culture)
            for number, row in enumerate(staff)
        ],
    )
    everyone = lookup_id("SysAdminUnit", "All employees")
    yield (
        "SysUserInRole",
        ("Id", *AUDIT, "SysUserId", "SysRoleId"),
        [(member_id(number), *row[1:5], user_id(number), everyone) for number, row in enumerate(staff)],
    )
