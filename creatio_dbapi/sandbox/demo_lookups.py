"""The lookup tables of the demo data: statuses, types, countries, roles and the Supervisor."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from creatio_dbapi.sandbox.demo_values import AUDIT, SUPERVISOR, Cell, Row, Rows, lookup_id, read_data

_BORN = "2021-03-01T08:00:00Z"
_AUDIT_CELLS: Row = (_BORN, SUPERVISOR, _BORN, SUPERVISOR)
ROLES = ("All employees", "System administrators", "1st-line support", "2nd-line support", "Sales department")
ENGLISH = "6ebc31fa-ee6c-48e9-81bf-8003ac03b019"


def lookup_rows(our_company: str | None) -> Iterator[Rows]:
    """Yield every lookup table, and the Supervisor as a contact of our company and as a user."""
    yield (
        "Contact",
        ("Id", *AUDIT, "Name", "Surname", "GivenName", "LanguageId", "Confirmed", "AccountId"),
        [_supervisor(our_company)],
    )
    for name, table in read_data("lookups.json").items():
        yield _lookup(name, table)
    yield from _place_rows()
    yield from _admin_rows()


def _supervisor(account: str | None) -> Row:
    return (SUPERVISOR, *_AUDIT_CELLS, "Supervisor", "Supervisor", "", ENGLISH, True, account)


def _lookup(name: str, table: list[Any]) -> Rows:
    """Turn a list of names, or a header and rows, into rows; a header `XId>Y` says that the cells are names of Y."""
    if isinstance(table[0], str):
        table = [["Name"], *([text] for text in table)]
    header, *lines = table
    columns = [column.partition(">") for column in header if column != "Id"]
    rows = [_lookup_row(name, header, line) for line in lines]
    return name, ("Id", *AUDIT, *(column for column, _, _ in columns)), rows


def _lookup_row(name: str, header: list[str], line: list[Any]) -> Row:
    values = dict(zip(header, line, strict=True))
    own = values.pop("Id", None) or _named(name, values["Name"])
    return (own, *_AUDIT_CELLS, *(_cell(column, value) for column, value in values.items()))


def _cell(column: str, value: Any) -> Cell:
    target = column.partition(">")[2]
    cell: Cell = _named(target, value) if target and value is not None else value
    return cell


def _named(object_name: str, name: str) -> str:
    return ENGLISH if name == "English (United States)" else lookup_id(object_name, name)


def language_id(language: str) -> str:
    """Give the id of a language; the English of the United States has the one that every Creatio has."""
    return _named("SysLanguage", language)


@cache
def lookup_ids(object_name: str) -> tuple[str, ...]:
    """Give the ids of all rows of a lookup table, in its order."""
    table = read_data("lookups.json")[object_name]
    names = table if isinstance(table[0], str) else [line[0] for line in table[1:]]
    return tuple(_named(object_name, name) for name in names)


def _place_rows() -> Iterator[Rows]:
    countries: list[Row] = []
    regions: list[Row] = []
    cities: list[Row] = []
    for country, facts in read_data("places.json").items():
        zone, code = lookup_id("TimeZone", facts["zone"]), facts["code"]
        home = lookup_id("Country", country)
        countries.append((home, *_AUDIT_CELLS, country, zone, facts["phone"].strip("+"), code))
        for region, towns in facts["regions"].items():
            part = lookup_id("Region", f"{code}/{region}")
            regions.append((part, *_AUDIT_CELLS, region, home, zone))
            for town, _, _ in towns:
                own = lookup_id("City", f"{code}/{region}/{town}")
                cities.append((own, *_AUDIT_CELLS, town, home, part, zone))
    yield "Country", ("Id", *AUDIT, "Name", "TimeZoneId", "Code", "Alpha2Code"), countries
    yield "Region", ("Id", *AUDIT, "Name", "CountryId", "TimeZoneId"), regions
    yield "City", ("Id", *AUDIT, "Name", "CountryId", "RegionId", "TimeZoneId"), cities


def _admin_rows() -> Iterator[Rows]:
    culture = lookup_id("SysCulture", "en-US")
    everyone = lookup_id("SysAdminUnit", ROLES[0])
    roles: list[Row] = [
        (lookup_id("SysAdminUnit", role), *_AUDIT_CELLS, role, 6 if number else 0, None, None, True, culture)
        for number, role in enumerate(ROLES)
    ]
    user = lookup_id("SysAdminUnit", "Supervisor")
    roles.append((user, *_AUDIT_CELLS, "Supervisor", 4, None, SUPERVISOR, True, culture))
    columns = ("Name", "SysAdminUnitTypeValue", "ParentRoleId", "ContactId", "Active", "SysCultureId")
    yield "SysAdminUnit", ("Id", *AUDIT, *columns), roles
    membership: list[Row] = [
        (lookup_id("SysUserInRole", role), *_AUDIT_CELLS, user, lookup_id("SysAdminUnit", role)) for role in ROLES[:2]
    ]
    yield "SysUserInRole", ("Id", *AUDIT, "SysUserId", "SysRoleId"), membership
    yield (
        "SysSettingsValue",
        ("Id", *AUDIT, "SysSettingsId", "SysAdminUnitId", "IsDef", "IntegerValue", "TextValue"),
        [
            (
                lookup_id("SysSettingsValue", setting),
                *_AUDIT_CELLS,
                lookup_id("SysSettings", setting),
                everyone,
                True,
                *value,
            )
            for setting, *value in (("Maximum file size, MB", 10, ""), ("Case number mask", None, "SR{0:00000000}"))
        ],
    )
