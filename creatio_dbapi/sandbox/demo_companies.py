"""Places, companies and people of the demo data, made to fit together."""

from dataclasses import dataclass
from typing import Any

from creatio_dbapi.sandbox.demo_values import SUPERVISOR, Dice, Row, lookup_id, plain, read_data, record_ids

OUR_COMPANY = "e6574af1-3e92-4099-958e-e798f52ee016"
KNOWN_ACCOUNTS = (OUR_COMPANY, "ff7e089f-1fe9-4ca9-bc30-2d76ad39d178")
KNOWN_CONTACTS = (SUPERVISOR, "00b34750-2feb-4545-b233-153502326f3c")
GOLDEN_RATIO = 0.6180339887498949


@dataclass(frozen=True, slots=True)
class Place:
    """A city with everything that follows from it; `cells` are PLACE_COLUMNS."""

    cells: Row
    city: str
    phone: str
    language: str
    streets: tuple[str, ...]
    address: str
    legal_forms: tuple[str, ...]
    people: tuple["Person", ...]
    companies: tuple[tuple[str, str], ...]
    domain: str


@dataclass(frozen=True, slots=True)
class Person:
    """A full name; `cells` are PERSON_COLUMNS, `login` is its part before the @."""

    cells: Row
    login: str


@dataclass(frozen=True, slots=True)
class Names:
    """The people and companies of one language, shared by all its cities."""

    people: tuple[Person, ...]
    companies: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Company:
    """What contacts, cases and orders need to know about an account."""

    account: str
    name: str
    domain: str
    place: Place


@dataclass(frozen=True, slots=True)
class Population:
    """How many contacts there are, who works for us, and all companies."""

    contacts: int
    staff: tuple[str, ...]
    companies: tuple[Company, ...]
    places: tuple[Place, ...]


PLACE_COLUMNS = ("AddressTypeId", "CityId", "RegionId", "Zip", "CountryId")
PERSON_COLUMNS = ("Name", "Surname", "GivenName", "MiddleName", "GenderId", "SalutationTypeId", "Dear")

_new_contact_id = record_ids("Contact")
_new_account_id = record_ids("Account")


def contact_id(index: int) -> str:
    """Give the id of the contact with that number."""
    return _new_contact_id(index) if index > 1 else KNOWN_CONTACTS[index]


def account_id(index: int) -> str:
    """Give the id of the account with that number."""
    return _new_account_id(index) if index > 1 else KNOWN_ACCOUNTS[index]


def populate(contacts: int, accounts: int) -> Population:
    """Draw the places and companies for that many contacts."""
    places = _read_places()
    dice = Dice("companies")
    companies = tuple(_draw_company(dice, places, index) for index in range(accounts))
    employees = min(len(read_data("texts.json")["employees"]), contacts // 10)
    return Population(contacts, (SUPERVISOR, *map(contact_id, range(2, 2 + employees))), companies, places)


def company_of(population: Population, index: int) -> Company | None:
    """Say where a contact works: staff with us, one in seventeen nowhere, the first accounts are the largest."""
    if index == 1:
        return population.companies[1]
    if index <= len(population.staff):
        return population.companies[0]
    if index % 17 == 5:
        return None
    # Squaring makes a few large accounts and many small ones; the last tenth has no contacts at all.
    fraction = index * GOLDEN_RATIO % 1.0
    return population.companies[1 + int(fraction * fraction * (len(population.companies) * 9 // 10 - 1))]


_FIRST_COMPANIES = (
    ("Our company", "our-company"),
    ("Alpha Business", "alpha-business"),
    ('"Horns & Hooves" LLC', "horns-hooves"),
    ("'Ромашка'", "romashka"),
    ("100% Cotton_Wear #1 + Co.", "cotton-wear"),
)


def _draw_company(dice: Dice, places: tuple[Place, ...], index: int) -> Company:
    place = dice.pick(places) if index > 1 else places[0]
    name, login = dice.pick(place.companies)
    kind = dice.below(3)
    if kind == 1:
        name, login = f"{name} {place.city}", f"{login}-{place.domain}"
    elif kind == 2:
        person = dice.pick(place.people)
        name, login = f"{person.cells[1]}", person.login.rpartition(".")[2]
    full_name = dice.pick(place.legal_forms).format(name)
    if index < len(_FIRST_COMPANIES):
        full_name, login = _FIRST_COMPANIES[index]
    return Company(account_id(index), full_name, f"{login}.example", place)


def _read_places() -> tuple[Place, ...]:
    names = {
        language: Names(_people(facts), tuple(map(_spelled, facts["companies"])))
        for language, facts in read_data("names.json").items()
    }
    places: list[Place] = []
    for country, facts in read_data("places.json").items():
        for region, towns in facts["regions"].items():
            places.extend(_place(country, facts, region, town, names[facts["people"]]) for town in towns)
    return tuple(places)


def _place(country: str, facts: dict[str, Any], region: str, town: list[str], names: Names) -> Place:
    city, postcode, area = town
    code = facts["code"]
    return Place(
        cells=(
            lookup_id("AddressType", "Business"),
            lookup_id("City", f"{code}/{region}/{city}"),
            lookup_id("Region", f"{code}/{region}"),
            postcode,
            lookup_id("Country", country),
        ),
        city=city,
        phone=f"{facts['phone']} {area.removeprefix('0') if facts['phone'] != '+39' else area}",
        language=facts["language"],
        streets=tuple(facts["streets"]),
        address=facts["address"],
        legal_forms=tuple(facts["legal"]),
        people=names.people,
        companies=names.companies,
        domain=plain(city) or code.lower(),
    )


def _spelled(text: str) -> tuple[str, str]:
    """Split `name=latin`; a name in Latin letters spells itself."""
    name, _, latin = text.partition("=")
    return name, latin or plain(name)


def _people(facts: dict[str, Any]) -> tuple[Person, ...]:
    people: list[Person] = []
    fathers = facts.get("middle", [])
    for form, gender in enumerate(("male", "female")):
        for given in facts[gender]:
            for number, surname in enumerate(facts["surnames"]):
                middle = _form(fathers[number % len(fathers)], form) if fathers else None
                people.append(_person(facts["order"], form, _spelled(given), _spelled(_form(surname, form)), middle))
    return tuple(people)


def _form(text: str, form: int) -> str:
    """Choose the masculine or feminine form of `Novák|Nováková`."""
    forms = text.split("|")
    return forms[min(form, len(forms) - 1)]


def _person(order: str, form: int, given: tuple[str, str], surname: tuple[str, str], middle: str | None) -> Person:
    name = order.format(given=given[0], surname=surname[0])
    gender, salutation = (("Male", "Mr."), ("Female", "Mrs."))[form]
    dear = ("", None, f"Dear {salutation} {surname[0]}")[len(name) % 3]
    cells = (
        name,
        surname[0],
        given[0],
        "" if middle is None and len(name) % 2 else middle,
        lookup_id("Gender", gender),
        lookup_id("ContactSalutationType", salutation),
        dear,
    )
    return Person(cells, f"{given[1]}.{surname[1]}")


def phone_number(dice: Dice, place: Place) -> str:
    """Draw a phone number of the place, from the range that films use."""
    return f"{place.phone} 555 {int(dice.roll() * 10_000):04}"


def street_address(dice: Dice, place: Place) -> str:
    """Draw a street and a house number of the place."""
    return place.address.format(street=dice.pick(place.streets), number=dice.between(1, 199))
