"""Products, leads, opportunities and orders of the demo data; an order's amount is the sum of its products."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from creatio_dbapi.sandbox.demo_companies import (
    PLACE_COLUMNS,
    Company,
    Population,
    company_of,
    contact_id,
    phone_number,
    street_address,
)
from creatio_dbapi.sandbox.demo_lookups import lookup_ids
from creatio_dbapi.sandbox.demo_values import (
    AUDIT,
    DAY,
    NOW,
    Dice,
    Row,
    Rows,
    audit,
    decimal,
    growing_moment,
    lookup_id,
    moment,
    read_data,
    record_ids,
)

BLOCK = 2_000

product_id = record_ids("Product")
lead_id = record_ids("Lead")
opportunity_id = record_ids("Opportunity")
order_id = record_ids("Order")

# Ten-thousandths of a US dollar for one unit, so that all sums stay integers.
_RATES = (("US dollar", "1", 10_000), ("Euro", "0.92", 10_870), ("Pound sterling", "0.79", 12_658))
_STAGES = (
    ("Qualification", 10),
    ("Needs analysis", 20),
    ("Presentation", 40),
    ("Proposal", 60),
    ("Negotiations", 75),
    ("Contracting", 90),
    ("Closed won", 100),
    ("Closed won", 100),
    ("Closed lost", 0),
    ("Closed rejected", 0),
)


@dataclass(frozen=True, slots=True)
class Product:
    """What an order line needs to know about a product."""

    identifier: str
    name: str
    unit: str
    price: int


@dataclass(frozen=True, slots=True)
class Party:
    """A contact as the other side of a deal, with the company if there is one."""

    contact: str | None
    company: Company | None


def draw_party(dice: Dice, population: Population) -> Party:
    """Draw whom a record is about: a contact with its company, a company alone, a contact alone or nobody."""
    index = dice.below(population.contacts)
    company = company_of(population, index)
    luck = dice.roll()
    if luck > 0.97:
        return Party(None, None)
    if luck > 0.92 and company is not None:
        return Party(None, company)
    return Party(contact_id(index), company)


def account_of(party: Party) -> str | None:
    """Give the account id of a party."""
    return party.company.account if party.company is not None else None


def make_products(count: int) -> tuple[Product, ...]:
    """Make the catalog: the listed products, then editions of them."""
    lines = read_data("texts.json")["products"]
    products: list[Product] = []
    for index in range(count):
        _, _, name, unit, price = lines[index % len(lines)]
        edition = index // len(lines)
        label = f"{name}, edition {2019 + edition}" if edition else name
        products.append(Product(product_id(index), label, lookup_id("Unit", unit), price + price * edition // 10))
    return tuple(products)


def product_rows(products: Sequence[Product], staff: Sequence[str]) -> Iterator[Rows]:
    """Yield the products with their units, prices and stock."""
    dice = Dice("Product")
    lines = read_data("texts.json")["products"]
    rows = [
        _product(dice, index, product, lines[index % len(lines)], len(products), staff)
        for index, product in enumerate(products)
    ]
    columns = ("Name", "Code", "Price", "CurrencyId", "UnitId", "TaxId", "CategoryId", "TypeId", "Active", "IsArchive")
    more = ("OwnerId", "TradeMarkId", "ProductSourceId", "URL", "Description", "Notes")
    yield "Product", ("Id", *AUDIT, *columns, *more), rows
    new_id, base = record_ids("ProductUnit"), decimal(1_000, 3)
    yield (
        "ProductUnit",
        ("Id", *AUDIT, "ProductId", "UnitId", "IsBase", "NumberOfBaseUnits"),
        [(new_id(index), *row[1:5], row[0], row[9], True, base) for index, row in enumerate(rows)],
    )
    yield from _product_prices(products, rows)
    yield from _product_stock(dice, rows)


def _product(dice: Dice, index: int, product: Product, line: Sequence[Any], count: int, staff: Sequence[str]) -> Row:
    category, kind, *_ = line
    edition = index // len(read_data("texts.json")["products"])
    return (
        product.identifier,
        *audit(dice, growing_moment(dice, index, count), staff),
        product.name,
        f"P-{index + 1:04}" if index % 11 else "",
        decimal(product.price),
        lookup_id("Currency", "US dollar"),
        product.unit,
        lookup_id("Tax", "VAT 20%" if index % 3 else "No VAT"),
        lookup_id("ProductCategory", category),
        lookup_id("ProductType", kind),
        edition % 4 != 3,
        edition % 4 == 3,
        dice.pick(staff) if dice.chance(60) else None,
        dice.pick(lookup_ids("TradeMark")) if category in ("Hardware", "Consumables") else None,
        dice.pick(lookup_ids("ProductSource")),
        f"https://shop.example.com/p?id={index + 1}&ref=crm#details" if dice.chance(50) else "",
        f"{product.name}: 5% off for > 10 units" if dice.chance(30) else None,
        dice.pick((None, "", "Discontinued?", "Margin 12.5%\nAsk before discount")),
    )


def _product_prices(products: Sequence[Product], rows: Sequence[Row]) -> Iterator[Rows]:
    new_id = record_ids("ProductPrice")
    tax, dollar = lookup_id("Tax", "VAT 20%"), lookup_id("Currency", "US dollar")
    prices: list[Row] = []
    for number, pricelist in enumerate(lookup_ids("Pricelist")):
        for index, (product, row) in enumerate(zip(products, rows, strict=True)):
            price = decimal(product.price * (10 - number) // 10)
            prices.append((new_id(2 * index + number), *row[1:5], row[0], dollar, tax, price, pricelist))
    yield "ProductPrice", ("Id", *AUDIT, "ProductId", "CurrencyId", "TaxId", "Price", "PriceListId"), prices


def _product_stock(dice: Dice, rows: Sequence[Row]) -> Iterator[Rows]:
    new_id = record_ids("ProductStockBalance")
    stock: list[Row] = []
    for index, row in enumerate(rows):
        total, reserved = dice.below(500), dice.below(60)
        # More reserved than in stock gives the negative quantities that a real warehouse shows.
        amounts = (decimal(total * 100), decimal(reserved * 100), decimal((total - reserved) * 100))
        stock.append((new_id(index), *row[1:5], row[0], dice.pick(lookup_ids("Warehouse")), *amounts))
    columns = ("ProductId", "WarehouseId", "TotalQuantity", "ReserveQuantity", "AvailableQuantity")
    yield "ProductStockBalance", ("Id", *AUDIT, *columns), stock


def lead_rows(population: Population, count: int, products: Sequence[Product]) -> Iterator[Rows]:
    """Yield the leads, and which products they ask for."""
    dice = Dice("Lead")
    columns = (
        "LeadName",
        "Contact",
        "Account",
        "Email",
        "MobilePhone",
        "Address",
        *PLACE_COLUMNS,
        "QualifyStatusId",
        "QualifiedContactId",
        "QualifiedAccountId",
        "LeadTypeId",
        "LeadTypeStatusId",
        "LeadDisqualifyReasonId",
        "LeadSourceId",
        "RegisterMethodId",
        "OwnerId",
        "Budget",
        "DecisionDate",
        "Commentary",
        "Score",
        "PredictiveScore",
        "StatusId",
        "GenderId",
    )
    product_interest = record_ids("LeadProduct")
    for start in range(0, count, BLOCK):
        block = [_lead(dice, population, index, count) for index in range(start, min(start + BLOCK, count))]
        yield "Lead", ("Id", *AUDIT, *columns), block
        yield (
            "LeadProduct",
            ("Id", *AUDIT, "LeadId", "ProductId"),
            [
                (product_interest(index), *row[1:5], row[0], dice.pick(products).identifier)
                for index, row in enumerate(block, start)
                if index % 2
            ],
        )


def _lead(dice: Dice, population: Population, index: int, count: int) -> Row:
    party = draw_party(dice, population)
    place = dice.pick(population.places) if party.company is None else party.company.place
    person = dice.pick(place.people)
    name = party.company.name if party.company is not None else dice.pick(("", None))
    status = dice.pick(lookup_ids("QualifyStatus"))
    rejected = status == lookup_id("QualifyStatus", "Disqualified")
    created = growing_moment(dice, index, count)
    need = dice.pick(read_data("lookups.json")["LeadType"][1:])[0]
    known = status in lookup_ids("QualifyStatus")[2:5]
    return (
        lead_id(index),
        *audit(dice, created, population.staff),
        f"{need} / {person.cells[0]}, {name}" if name else f"{need} / {person.cells[0]}",
        person.cells[0],
        name,
        f"{person.login}@{party.company.domain if party.company is not None else 'example.net'}",
        phone_number(dice, place) if dice.chance(70) else "",
        street_address(dice, place) if dice.chance(40) else None,
        *place.cells,
        status,
        party.contact if known else None,
        account_of(party) if known else None,
        lookup_id("LeadType", need),
        dice.pick(lookup_ids("LeadTypeStatus")),
        dice.pick(lookup_ids("LeadDisqualifyReason")) if rejected else None,
        dice.pick(lookup_ids("LeadSource")) if dice.chance(80) else None,
        dice.pick(lookup_ids("LeadRegisterMethod")),
        dice.pick(population.staff) if dice.chance(75) else None,
        decimal(dice.below(500) * 10_000) if dice.chance(60) else None,
        moment((created + dice.below(120 * DAY)) // DAY * DAY) if dice.chance(50) else None,
        dice.pick(read_data("texts.json")["lead_commentaries"]),
        decimal(dice.below(10_001)) if dice.chance(70) else None,
        dice.below(101) if dice.chance(50) else None,
        lookup_ids("LeadStatus")[3 if rejected else 2 if known else dice.below(2)],
        person.cells[4],
    )


def opportunity_rows(population: Population, count: int, products: Sequence[Product]) -> Iterator[Rows]:
    """Yield the opportunities, the history of their stages, their products and contacts."""
    dice = Dice("Opportunity")
    columns = (
        "Title",
        "TypeId",
        "StageId",
        "Probability",
        "DueDate",
        "CloseReasonId",
        "OwnerId",
        "AccountId",
        "ContactId",
        "CategoryId",
        "MoodId",
        "IsPrimary",
        "Budget",
        "Amount",
        "SourceId",
        "ResponsibleDepartmentId",
        "LeadTypeId",
        "WinnerId",
        "CheckDate",
        "Completeness",
        "PredictiveProbability",
        "Notes",
    )
    for start in range(0, count, BLOCK):
        block = [_opportunity(dice, population, index, count) for index in range(start, min(start + BLOCK, count))]
        yield "Opportunity", ("Id", *AUDIT, *columns), block
        yield from _opportunity_details(dice, block, start, products)


def _opportunity(dice: Dice, population: Population, index: int, count: int) -> Row:
    party = draw_party(dice, population)
    stage, probability = dice.pick(_STAGES)
    created = growing_moment(dice, index, count)
    closed = probability in (0, 100)
    due = min(created + dice.between(5, 200) * DAY, NOW) if closed else NOW + dice.between(-30, 300) * DAY
    # A thousandth of the deals is a credit note: a negative amount, as some companies book it.
    cents = (dice.below(9_000_000) + 50_000) * (-1 if index % 500 == 17 else 1) if index % 40 != 9 else 0
    name = party.company.name if party.company is not None else "private person"
    return (
        opportunity_id(index),
        *audit(dice, created, population.staff),
        dice.pick(read_data("texts.json")["opportunities"]).format(name),
        dice.pick(lookup_ids("OpportunityType")) if dice.chance(85) else None,
        lookup_id("OpportunityStage", stage),
        probability,
        moment(due),
        _close_reason(dice, probability),
        dice.pick(population.staff),
        account_of(party),
        party.contact,
        dice.pick(lookup_ids("OpportunityCategory")),
        dice.pick(lookup_ids("OpportunityMood")) if not closed else None,
        dice.chance(50),
        decimal(abs(cents) // 1_000_00 * 1_000_00) if dice.chance(60) else None,
        decimal(cents) if dice.chance(95) else None,
        dice.pick(lookup_ids("OpportunitySource")),
        dice.pick(lookup_ids("OpportunityDepartment")) if dice.chance(70) else None,
        dice.pick(lookup_ids("LeadType")),
        dice.pick(population.companies).account if stage == "Closed lost" and dice.chance(40) else None,
        moment(min(created + DAY, NOW)) if dice.chance(30) else None,
        dice.below(11) * 10,
        min(100, probability + dice.below(15)) if dice.chance(50) else None,
        dice.pick(read_data("texts.json")["opportunity_notes"]),
    )


def _close_reason(dice: Dice, probability: int) -> str | None:
    reasons = lookup_ids("OpportunityCloseReason")
    if probability == 100:
        return dice.pick(reasons[5:])
    return dice.pick(reasons[:5]) if probability == 0 else None


def _opportunity_details(dice: Dice, block: Sequence[Row], start: int, products: Sequence[Product]) -> Iterator[Rows]:
    stage_id, interest_id, link_id = (
        record_ids(name) for name in ("OpportunityInStage", "OpportunityProductInterest", "OpportunityContact")
    )
    stages: list[Row] = []
    interests: list[Row] = []
    for index, row in enumerate(block, start):
        audit_cells, owner = row[1:5], row[11]
        first = lookup_ids("OpportunityStage")[0]
        stages.append((stage_id(2 * index), *audit_cells, row[0], first, row[1], row[3], owner, row[7] != first))
        if row[7] != first:
            stages.append((stage_id(2 * index + 1), *audit_cells, row[0], row[7], row[3], None, owner, False))
        for line in range(dice.below(3)):
            product, quantity = dice.pick(products), dice.between(1, 20)
            amounts = (decimal(quantity * 100), decimal(product.price), decimal(product.price * quantity))
            interests.append((interest_id(2 * index + line), *audit_cells, row[0], product.identifier, *amounts))
    columns = ("OpportunityId", "StageId", "StartDate", "DueDate", "OwnerId", "Historical")
    yield "OpportunityInStage", ("Id", *AUDIT, *columns), stages
    interest_columns = ("OpportunityId", "ProductId", "Quantity", "Price", "Amount")
    yield "OpportunityProductInterest", ("Id", *AUDIT, *interest_columns), interests
    role = lookup_ids("OppContactRole")
    links: list[Row] = [
        (link_id(index), *row[1:5], row[0], row[13], True, role[index % len(role)])
        for index, row in enumerate(block, start)
        if row[13] is not None
    ]
    yield "OpportunityContact", ("Id", *AUDIT, "OpportunityId", "ContactId", "IsMainContact", "RoleId"), links


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an order; money in cents of the order's currency, `primary` in cents of a US dollar."""

    product: Product
    quantity: int
    price: int
    amount: int
    discount_percent: int
    discount: int
    total: int
    primary: int


def _draw_line(dice: Dice, product: Product, rate: int, sign: int) -> Line:
    quantity = sign * dice.between(1, 12)
    price = product.price * 10_000 // rate
    percent = dice.pick((0, 0, 0, 5, 10, 100))
    discount = price * quantity * percent // 100
    total = price * quantity - discount
    return Line(product, quantity, price, price * quantity, percent, discount, total, total * rate // 10_000)


def order_rows(population: Population, count: int, products: Sequence[Product], opportunities: int) -> Iterator[Rows]:
    """Yield the orders and their products."""
    dice = Dice("Order")
    columns = (
        "Number",
        "Date",
        "DueDate",
        "ActualDate",
        "AccountId",
        "ContactId",
        "OpportunityId",
        "OwnerId",
        "StatusId",
        "PaymentStatusId",
        "DeliveryStatusId",
        "CurrencyId",
        "CurrencyRate",
        "Amount",
        "PrimaryAmount",
        "PaymentAmount",
        "PrimaryPaymentAmount",
        "SourceOrderId",
        "DeliveryTypeId",
        "PaymentTypeId",
        "DeliveryAddress",
        "ReceiverName",
        "Comment",
        "Notes",
    )
    for start in range(0, count, BLOCK):
        orders: list[Row] = []
        lines: list[Row] = []
        for index in range(start, min(start + BLOCK, count)):
            order, order_lines = _order(dice, population, index, count, products, opportunities)
            orders.append(order)
            lines.extend(order_lines)
        yield "Order", ("Id", *AUDIT, *columns), orders
        yield "OrderProduct", ("Id", *AUDIT, *_LINE_COLUMNS), lines


_LINE_COLUMNS = (
    "OrderId",
    "Name",
    "ProductId",
    "CustomProduct",
    "UnitId",
    "CurrencyId",
    "CurrencyRate",
    "Quantity",
    "BaseQuantity",
    "Price",
    "Amount",
    "DiscountPercent",
    "DiscountAmount",
    "TotalAmount",
    "PrimaryTotalAmount",
    "TaxId",
    "DeliveryDate",
)


def _order(
    dice: Dice, population: Population, index: int, count: int, products: Sequence[Product], opportunities: int
) -> tuple[Row, list[Row]]:
    currency, rate_text, rate = dice.pick(_RATES)
    # One order in ninety is a return: negative quantities; one in fifty has no products yet.
    sign = -1 if index % 90 == 31 else 1
    lines = [_draw_line(dice, dice.pick(products), rate, sign) for _ in range(dice.between(1, 4) if index % 50 else 0)]
    money = (sum(line.total for line in lines), sum(line.primary for line in lines))
    created = growing_moment(dice, index, count)
    cells = (order_id(index), *audit(dice, created, population.staff))
    currency_cells = (lookup_id("Currency", currency), rate_text)
    party = draw_party(dice, population)
    opportunity = opportunity_id(dice.below(opportunities)) if opportunities and dice.chance(35) else None
    order = (
        *cells,
        f"ORD-{index + 1}",
        *_order_dates(dice, created),
        account_of(party),
        party.contact,
        opportunity,
        dice.pick(population.staff),
        *_order_state(dice, created),
        *currency_cells,
        *map(decimal, money),
        *_payment(dice, money),
        *_order_texts(dice, party),
    )
    return order, [_line_row(cells, index, number, line, currency_cells) for number, line in enumerate(lines)]


def _order_dates(dice: Dice, created: int) -> Row:
    due = created + dice.between(3, 60) * DAY
    return (
        moment(created),
        moment(due) if dice.chance(90) else None,
        moment(due) if due < NOW and created < NOW - 60 * DAY else None,
    )


def _order_state(dice: Dice, created: int) -> Row:
    if created > NOW - 30 * DAY:
        names = ("Draft", "Planned", "Planned")
    else:
        names = dice.pick(
            (
                ("Completed", "Paid", "Delivered"),
                ("Completed", "Paid", "Delivered"),
                ("In progress", "Partially paid", "Shipped"),
                ("Confirmed", "Planned", "Planned"),
                ("Canceled", "Planned", "Returned"),
            )
        )
    objects = ("OrderStatus", "OrderPaymentStatus", "OrderDeliveryStatus")
    return tuple(lookup_id(name, value) for name, value in zip(objects, names, strict=True))


def _payment(dice: Dice, money: tuple[int, int]) -> Row:
    """Draw what has been paid: all, a half, nothing (as zero or as NULL)."""
    share = dice.below(4)
    if share == 3:
        return (None, None)
    return tuple(decimal(cents * share // 2) for cents in money)


def _order_texts(dice: Dice, party: Party) -> Row:
    place = party.company.place if party.company is not None else None
    return (
        dice.pick(lookup_ids("SourceOrder")) if dice.chance(80) else None,
        dice.pick(lookup_ids("DeliveryType")),
        dice.pick(lookup_ids("PaymentType")),
        street_address(dice, place) if place is not None else "",
        dice.pick(place.people).cells[0] if place is not None and dice.chance(60) else None,
        dice.pick((None, "", "Ring twice 🔔", "Deliver before 10:00 & call first", 'Gift wrap: "Happy birthday!"')),
        dice.pick((None, "", "Paid in advance", "Net 30, 2% discount within 10 days")),
    )


def _line_row(order: Row, index: int, number: int, line: Line, currency: Row) -> Row:
    return (
        _line_id(index * 4 + number),
        *order[1:5],
        order[0],
        line.product.name,
        line.product.identifier,
        "",
        line.product.unit,
        *currency,
        decimal(line.quantity * 1_000, 3),
        decimal(line.quantity * 1_000, 3),
        decimal(line.price),
        decimal(line.amount),
        decimal(line.discount_percent * 100),
        decimal(line.discount),
        decimal(line.total),
        decimal(line.primary),
        lookup_id("Tax", "VAT 20%" if number % 2 else "No VAT"),
        None if number % 2 else order[1],
    )


_line_id = record_ids("OrderProduct")
