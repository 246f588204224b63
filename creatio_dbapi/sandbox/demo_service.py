"""Cases and activities of the demo data, with dates that come one after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from creatio_dbapi.sandbox.demo_companies import Population
from creatio_dbapi.sandbox.demo_lookups import lookup_ids
from creatio_dbapi.sandbox.demo_sales import account_of, draw_party, lead_id, opportunity_id, order_id
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
# Participants and files are made for this many of the first records and no more.
DETAILED = 20_000
HOUR = 3_600

case_id = record_ids("Case")
activity_id = record_ids("Activity")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows each of the large objects has."""

    accounts: int
    products: int
    leads: int
    opportunities: int
    orders: int
    cases: int
    activities: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a case has come, in seconds; None for what has not happened."""

    status: str
    responded: int | None = None
    first_solved: int | None = None
    solved: int | None = None
    closed: int | None = None


# Priority, promised reaction and promised solution; the same times as in the lookup CasePriority.
_PRIORITIES = (
    ("Critical", HOUR // 4, 4 * HOUR),
    ("High", HOUR, 24 * HOUR),
    ("High", HOUR, 24 * HOUR),
    ("Medium", 4 * HOUR, 72 * HOUR),
    ("Medium", 4 * HOUR, 72 * HOUR),
    ("Medium", 4 * HOUR, 72 * HOUR),
    ("Low", 24 * HOUR, 240 * HOUR),
)
_CASE_COLUMNS = (
    "Number",
    "RegisteredOn",
    "Subject",
    "Symptoms",
    "Solution",
    "StatusId",
    "PriorityId",
    "OriginId",
    "CategoryId",
    "AccountId",
    "ContactId",
    "OwnerId",
    "GroupId",
    "ServicePactId",
    "ServiceItemId",
    "SupportLevelId",
    "ParentCaseId",
    "ResponseDate",
    "SolutionDate",
    "RespondedOn",
    "FirstSolutionProvidedOn",
    "SolutionProvidedOn",
    "ClosureDate",
    "ResponseOverdue",
    "SolutionOverdue",
    "SolutionRemains",
    "ClosureCodeId",
    "SatisfactionLevelId",
    "SatisfactionLevelComment",
    "Notes",
)


def case_rows(population: Population, count: int) -> Iterator[Rows]:
    """Yield the cases, and the history and files of the first ones."""
    dice = Dice("Case")
    for start in range(0, count, BLOCK):
        block = [_case(dice, population, index, count) for index in range(start, min(start + BLOCK, count))]
        yield "Case", ("Id", *AUDIT, *_CASE_COLUMNS), block
        if start < DETAILED:
            yield from _case_details(block, start)


def _case(dice: Dice, population: Population, index: int, count: int) -> Row:
    registered = growing_moment(dice, index, count)
    category, subject, symptoms, solution = dice.pick(read_data("texts.json")["cases"])
    priority, reaction, promise = dice.pick(_PRIORITIES)
    progress = _progress(dice, registered)
    party = draw_party(dice, population)
    return (
        case_id(index),
        *audit(dice, registered, population.staff),
        f"SR{index + 1:08}",
        moment(registered),
        subject,
        symptoms if dice.chance(92) else dice.pick((None, "")),
        solution if progress.solved is not None else None,
        lookup_id("CaseStatus", progress.status),
        lookup_id("CasePriority", priority),
        dice.pick(lookup_ids("CaseOrigin")),
        lookup_id("CaseCategory", category) if dice.chance(95) else None,
        account_of(party),
        party.contact,
        dice.pick(population.staff) if progress.responded is not None or dice.chance(30) else None,
        *_case_service(dice),
        case_id(dice.below(index)) if index and dice.chance(4) else None,
        *_case_dates(progress, registered + reaction, registered + promise),
        *_case_closure(dice, progress),
        dice.pick((None, "", "", "Called, no answer", "Customer is angry 😠", "See SR00000040")),
    )


def _progress(dice: Dice, registered: int) -> Progress:
    """Draw a status and its dates; recent cases are mostly open, old ones mostly closed."""
    recent = NOW - registered < 20 * DAY
    open_statuses = ("New", "In progress", "In progress", "Waiting for response", "Reopened", "Resolved")
    old_statuses = ("Closed",) * 12 + ("Resolved", "Canceled", "Waiting for response", "Reopened")
    status = dice.pick(open_statuses if recent else old_statuses)
    # The three moments are fractions of one span that ends in the present at the latest, so their order is certain.
    life = min(dice.between(1, 240) * HOUR // 2, NOW - registered)
    responded = registered + life * dice.between(5, 30) // 100
    first_solved = registered + life * dice.between(35, 55) // 100
    solved = registered + life * dice.between(60, 85) // 100
    if status == "New":
        return Progress(status)
    if status == "Canceled":
        return Progress(status, closed=registered + life)
    if status == "Resolved":
        return Progress(status, responded, solved, solved)
    if status == "Closed":
        return Progress(status, responded, first_solved, solved, registered + life)
    return Progress(status, responded, first_solved if status == "Reopened" else None)


def _case_service(dice: Dice) -> Row:
    return (
        dice.pick(tuple(lookup_id("SysAdminUnit", role) for role in ("1st-line support", "2nd-line support"))),
        dice.pick(lookup_ids("ServicePact")) if dice.chance(70) else None,
        dice.pick(lookup_ids("ServiceItem")) if dice.chance(70) else None,
        dice.pick(lookup_ids("RoleInServiceTeam")) if dice.chance(80) else None,
    )


def _case_dates(progress: Progress, response_due: int, solution_due: int) -> Row:
    """Write the promised and the real dates, whether they are overdue, and the hours that remain."""
    unfinished = progress.solved is None and progress.closed is None
    waited = progress.responded or progress.closed or NOW
    worked = progress.solved or progress.closed or NOW
    real = (progress.responded, progress.first_solved, progress.solved, progress.closed)
    return (
        moment(response_due),
        moment(solution_due),
        *(None if seconds is None else moment(seconds) for seconds in real),
        waited > response_due,
        worked > solution_due,
        decimal((solution_due - NOW) * 10 // HOUR if unfinished else 0, 1),
    )


# One for each SatisfactionLevel, from the best to the worst.
_OPINIONS = ("Quick & friendly 👍", "Thanks!", "", "Took too long…", 'Nobody listened; "closed" without an answer 😡')


def _case_closure(dice: Dice, progress: Progress) -> Row:
    if progress.status == "Canceled":
        return (lookup_id("ClosureCode", "Rejected"), None, "")
    if progress.closed is None:
        return (None, None, None)
    code = dice.pick(lookup_ids("ClosureCode")[:4])
    if dice.chance(40):
        return (code, None, None)
    level = dice.below(len(_OPINIONS))
    return (code, lookup_ids("SatisfactionLevel")[level], _OPINIONS[level])


def _case_details(block: Sequence[Row], start: int) -> Iterator[Rows]:
    at = {column: position for position, column in enumerate(("Id", *AUDIT, *_CASE_COLUMNS))}
    new_id, new = record_ids("CaseLifecycle"), lookup_id("CaseStatus", "New")
    status, registered, responded, owner = (at[name] for name in ("StatusId", "RegisteredOn", "RespondedOn", "OwnerId"))
    steps: list[Row] = []
    for index, row in enumerate(block, start):
        steps.append((new_id(2 * index), *row[1:5], row[0], new, row[registered], row[responded], None))
        if row[responded] is not None:
            steps.append((new_id(2 * index + 1), *row[1:5], row[0], row[status], row[responded], None, row[owner]))
    yield "CaseLifecycle", ("Id", *AUDIT, "CaseId", "StatusId", "StartDate", "EndDate", "OwnerId"), steps
    new_id, tags = record_ids("CaseInTag"), lookup_ids("CaseTag")
    yield (
        "CaseInTag",
        ("Id", *AUDIT, "TagId", "EntityId"),
        [
            (new_id(index), *row[1:5], tags[index % 3], row[0])
            for index, row in enumerate(block, start)
            if index % 10 == 4
        ],
    )
    yield _files("Case", [row for index, row in enumerate(block, start) if index % 8 == 3], start)


_FILE_NAMES = (
    "screenshot.png",
    "Screenshot (1).png",
    "лог ошибки.txt",
    "invoice #17 & 18.pdf",
    "見積書.pdf",
    "100%.docx",
)


def _files(owner: str, rows: Sequence[Row], start: int) -> Rows:
    new_id, kind = record_ids(f"{owner}File"), lookup_id("FileType", "File")
    storage = lookup_id("SysFileContentStorage", "Database")
    columns = ("Id", *AUDIT, f"{owner}Id", "Name", "TypeId", "SysFileStorageId", "Size", "Version", "Notes")
    files: list[Row] = [
        (new_id(number), *row[1:5], row[0], _FILE_NAMES[number % 6], kind, storage, number * 7_919 % 10**7, 1, "")
        for number, row in enumerate(rows, start)
    ]
    return f"{owner}File", columns, files


_ACTIVITY_COLUMNS = (
    "Title",
    "StartDate",
    "DueDate",
    "DurationInMinutes",
    "TypeId",
    "ActivityCategoryId",
    "PriorityId",
    "StatusId",
    "ResultId",
    "DetailedResult",
    "AuthorId",
    "OwnerId",
    "AccountId",
    "ContactId",
    "LeadId",
    "CaseId",
    "OpportunityId",
    "OrderId",
    "ShowInScheduler",
    "Sender",
    "Recepient",
    "Body",
    "IsHtmlBody",
    "MessageTypeId",
    "EmailSendStatusId",
    "SendDate",
    "Location",
    "Notes",
)


def activity_rows(population: Population, counts: Counts) -> Iterator[Rows]:
    """Yield the activities, and who takes part in the first ones."""
    dice = Dice("Activity")
    categories = read_data("texts.json")["activities"]
    choices = [(category, title) for category, titles in categories.items() for title in titles]
    new_id, role = record_ids("ActivityParticipant"), lookup_id("ActivityParticipantRole", "Participant")
    owner, contact = (5 + _ACTIVITY_COLUMNS.index(name) for name in ("OwnerId", "ContactId"))
    for start in range(0, counts.activities, BLOCK):
        stop = min(start + BLOCK, counts.activities)
        block = [_activity(dice, population, index, counts, dice.pick(choices)) for index in range(start, stop)]
        yield "Activity", ("Id", *AUDIT, *_ACTIVITY_COLUMNS), block
        if start < DETAILED:
            people: list[Row] = [
                (new_id(2 * index + number), *row[1:5], row[0], row[person], role, bool(number))
                for index, row in enumerate(block, start)
                for number, person in enumerate((owner, contact))
                if row[person] is not None
            ]
            columns = ("Id", *AUDIT, "ActivityId", "ParticipantId", "RoleId", "InviteParticipant")
            yield "ActivityParticipant", columns, people


def _activity(dice: Dice, population: Population, index: int, counts: Counts, choice: tuple[str, str]) -> Row:
    category, title = choice
    kind = category if category in ("Call", "Email", "Visit") else "Task"
    created = growing_moment(dice, index, counts.activities)
    start = (created + dice.below(30 * DAY)) // (HOUR // 4) * (HOUR // 4)
    minutes = dice.pick((0, 5, 15, 30, 30, 60, 90, 480))
    status = _activity_status(dice, start)
    finished = status == "Completed"
    party = draw_party(dice, population)
    return (
        activity_id(index),
        *audit(dice, created, population.staff),
        title,
        moment(start),
        moment(start + minutes * 60),
        minutes,
        lookup_id("ActivityType", kind),
        lookup_id("ActivityCategory", category),
        dice.pick(lookup_ids("ActivityPriority")),
        lookup_id("ActivityStatus", status),
        dice.pick(lookup_ids("ActivityResult")) if finished else None,
        dice.pick(("", "Agreed on the next steps", "Will call back > 2 weeks", "Không liên lạc được"))
        if finished
        else None,
        dice.pick(population.staff),
        dice.pick(population.staff) if dice.chance(95) else None,
        account_of(party),
        party.contact,
        *_activity_links(dice, counts),
        kind != "Email" and dice.chance(60),
        *_message(dice, kind, party.contact is not None, start),
        "Room 5 / Teams" if category == "Meeting" else "",
        dice.pick((None, "", "Bring the contract", "Don't forget the badge!", "☎ +1 212 555 0100")),
    )


def _activity_status(dice: Dice, start: int) -> str:
    if start > NOW:
        return "Not started"
    return dice.pick(("Completed", "Completed", "Completed", "Completed", "Canceled", "In progress", "Not started"))


def _activity_links(dice: Dice, counts: Counts) -> Row:
    """Draw what the activity belongs to: a lead, a case, an opportunity, an order, or nothing."""
    targets = (
        (lead_id, counts.leads),
        (case_id, counts.cases),
        (opportunity_id, counts.opportunities),
        (order_id, counts.orders),
    )
    chosen = dice.below(8)
    return tuple(
        new_id(dice.below(count)) if number == chosen and count else None
        for number, (new_id, count) in enumerate(targets)
    )


def _message(dice: Dice, kind: str, known: bool, start: int) -> Row:
    """Write sender, recipient and body of an e-mail; other activities have none."""
    if kind != "Email":
        return (None, "", "", False, None, None, None)
    ours, theirs = '"Our company" <office@our-company.example>;', "customer@example.com;" if known else ""
    incoming = dice.chance(50)
    sent = start <= NOW
    return (
        theirs if incoming else ours,
        ours if incoming else theirs,
        dice.pick(
            (
                "<p>Hello,</p><p>see attachment &amp; reply.</p>",
                "Hi!\nThanks 🙏\n--\nA. O'Brien",
                '<div dir="rtl">שלום</div>',
            )
        ),
        dice.chance(70),
        lookup_id("EmailType", "Incoming" if incoming else "Outgoing" if sent else "Draft"),
        lookup_id("EmailSendStatus", "Sent" if sent else "Not sent"),
        moment(start) if sent else None,
    )
