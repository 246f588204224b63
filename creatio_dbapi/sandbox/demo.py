"""The demo data of the sandbox: a small company's CRM, row by row, for any number of contacts."""

from collections.abc import Iterator

from creatio_dbapi.sandbox.demo_companies import OUR_COMPANY, populate
from creatio_dbapi.sandbox.demo_contacts import account_rows, contact_rows
from creatio_dbapi.sandbox.demo_lookups import lookup_rows
from creatio_dbapi.sandbox.demo_sales import lead_rows, make_products, opportunity_rows, order_rows, product_rows
from creatio_dbapi.sandbox.demo_service import Counts, activity_rows, case_rows
from creatio_dbapi.sandbox.demo_values import Rows


def demo_rows(contacts: int = 2000) -> Iterator[Rows]:
    """Yield object name, property names and rows, in blocks; the Supervisor is one of the contacts.

    The same number gives the same rows everywhere. Zero gives the lookup tables and the Supervisor only. Objects come
    after those they refer to, except that accounts and contacts refer to each other.
    """
    yield from lookup_rows(OUR_COMPANY if contacts > 0 else None)
    if contacts < 1:
        return
    counts = _counts(contacts)
    population = populate(contacts, counts.accounts)
    products = make_products(counts.products)
    yield from account_rows(population)
    yield from contact_rows(population)
    yield from product_rows(products, population.staff)
    yield from opportunity_rows(population, counts.opportunities, products)
    yield from lead_rows(population, counts.leads, products)
    yield from order_rows(population, counts.orders, products, counts.opportunities)
    yield from case_rows(population, counts.cases)
    yield from activity_rows(population, counts)


def _counts(contacts: int) -> Counts:
    """Scale the other objects with the contacts, up to limits that keep a million contacts quick to load."""
    return Counts(
        accounts=max(2, min(contacts // 4, 50_000)),
        products=min(20 + contacts // 10, 150),
        leads=min(contacts * 3 // 10, 30_000),
        opportunities=min(contacts * 4 // 10, 40_000),
        orders=min(contacts * 35 // 100, 20_000),
        cases=min(contacts * 3 // 2, 150_000),
        activities=min(contacts * 2, 150_000),
    )
