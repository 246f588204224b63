"""Outputs that no outer SELECT reads, and what GROUP BY need not have: the answer stays, and fewer columns come."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator

import pytest

from creatio_dbapi import Connection, Error, ProgrammingError, catalog
from creatio_dbapi.parse import parse
from creatio_dbapi.plan.needless import without_needless
from creatio_dbapi.sandbox import Column, Sandbox
from tests.fix_connection import asked_for, connect_to, query

_NAMES = ("Anna", "Bob", "", "anna", "Zoë")


def key(number: int) -> uuid.UUID:
    """Return a key; that of no firm from 6 on."""
    return uuid.UUID(int=number + 1)


@pytest.fixture(scope="module")
def crm() -> Iterator[Sandbox]:
    """People of firms; some are of no firm, one of a firm that is gone, and two firms are called alike."""
    with Sandbox(contacts=0) as sandbox:
        sandbox.create_object("UsrFirm", {"Name": Column("Edm.String"), "Code": Column("Edm.String")})
        firms = [{"Id": key(n), "Name": _NAMES[n % 4], "Code": f"C{n % 3}"} for n in range(6)]
        sandbox.insert("UsrFirm", firms)
        columns = {
            "Name": Column("Edm.String"),
            "Age": Column("Edm.Int32"),
            "Dear": Column("Edm.String"),
            "Born": Column("Edm.DateTimeOffset"),
            "FirmId": Column("Edm.Guid", target="UsrFirm"),
        }
        sandbox.create_object("UsrPerson", columns)
        people = [
            {
                "Id": key(100 + n),
                "Name": _NAMES[n % 5],
                "Age": n * 7 % 11 * 10,
                "Dear": f"Dear {n % 4}",
                "FirmId": key(n % 7) if n % 8 else None,
            }
            for n in range(24)
        ]
        sandbox.insert("UsrPerson", people)
        yield sandbox


@pytest.fixture(scope="module")
def less(crm: Sandbox) -> Iterator[Connection]:
    """A connection as it comes."""
    with connect_to(crm, collation="sensitive") as connection:
        yield connection


@pytest.fixture(scope="module")
def whole(crm: Sandbox) -> Iterator[Connection]:
    """A connection that leaves nothing out."""
    with connect_to(crm, pushdown=False, collation="sensitive") as connection:
        yield connection


# -- what is asked for ---------------------------------------------------------------------------------------

_REVENUE = (
    "WITH x AS (SELECT f.Id AS firm, f.Name AS name, sum(p.Age) AS years FROM UsrPerson p "
    "JOIN UsrFirm f ON f.Id = p.FirmId GROUP BY f.Id, f.Name), "
    "ranked AS (SELECT *, ntile(3) OVER (ORDER BY years DESC, firm) AS part FROM x) "
    "SELECT part, count(*) AS firms, sum(years) AS years FROM ranked GROUP BY part ORDER BY part"
)

# a statement, and the columns that each of its requests has to ask for, the key aside
LESS = (
    # a star is written out
    ("SELECT Age, count(*) FROM (SELECT * FROM UsrPerson) AS virtual_table GROUP BY Age", ["Age"]),
    ('SELECT "age" FROM (SELECT P.* FROM UsrPerson p WHERE Age > 20) "V" WHERE v."AGE" > 30', ["Age"]),
    ("SELECT Age FROM (SELECT *, Age + 1 AS Next FROM (SELECT * FROM UsrPerson) x) y", ["Age"]),
    ("SELECT Next FROM (SELECT *, Age + 1 AS Next FROM (SELECT * FROM UsrPerson) x) y", ["Age"]),
    ("WITH x AS (SELECT * FROM UsrPerson), y AS (SELECT x.*, 1 AS One FROM x) SELECT Dear, One FROM y", ["Dear"]),
    ("SELECT q.Age FROM (SELECT x.*, f.Code FROM (SELECT * FROM UsrPerson) x, (SELECT Code FROM UsrFirm) f) q",
     ["Age", "Code"]),
    ("SELECT count(*) FROM (SELECT * FROM UsrPerson WHERE Age > 20) v HAVING count(*) > 0", [""]),
    ("SELECT Age FROM (SELECT * FROM UsrPerson)", ["Age"]),
    (_REVENUE, ["Age,FirmId"]),
    # outputs of all kinds
    ("SELECT Age FROM (SELECT Age, upper(Name) AS U, row_number() OVER (ORDER BY Dear) AS R FROM UsrPerson) v",
     ["Age"]),
    ("SELECT n FROM (SELECT FirmId, min(Name) AS m, count(*) AS n FROM UsrPerson GROUP BY FirmId) v", ["FirmId"]),
    ("SELECT n FROM (SELECT min(Name) AS m, Age, count(*) AS n FROM UsrPerson GROUP BY 2 ORDER BY 2) v", ["Age"]),
    ("SELECT a FROM (SELECT min(Name) AS n, max(Age) AS a, max(Dear) AS d FROM UsrPerson) v", ["Age"]),
    ("SELECT 1 FROM (SELECT min(Name) AS n, count(*) AS a FROM UsrPerson) v", ["Name"]),
    ("SELECT 1 FROM (SELECT Name, 2 AS Two FROM UsrPerson) v", [""]),
    ("SELECT 1 FROM (SELECT Name, Age, Id FROM UsrPerson) v", [""]),
    # a table that is read twice, and one that is called like another
    ("WITH x AS (SELECT * FROM UsrPerson) SELECT a.Age, b.Dear FROM x a JOIN x b ON a.Id = b.Id", ["Age,Dear"]),
    ("WITH x AS (SELECT * FROM UsrPerson), y AS (SELECT Age AS a, Dear AS d FROM x) "
     "SELECT v.a FROM (SELECT a, d FROM y) v", ["Age"]),
    ("WITH UsrPerson AS (SELECT * FROM UsrPerson) SELECT Age FROM UsrPerson", ["Age"]),
    ("SELECT v.Name FROM (SELECT Id, Name, Dear FROM UsrPerson) v JOIN (SELECT Id, Name, Code FROM UsrFirm) w "
     "ON w.Id = v.Id", ["Name", ""]),
    # only whether there is a row
    ("SELECT 1 FROM (SELECT 1) o WHERE EXISTS (SELECT * FROM UsrPerson)", [""]),
    ("SELECT 1 FROM (VALUES (10)) o(a) WHERE EXISTS (SELECT * FROM UsrPerson p WHERE p.Age = o.a)", ["Age"]),
    # what else may read an output
    ("SELECT v.Age, (SELECT count(*) FROM (VALUES ('a')) o(n) WHERE o.n < v.Dear) FROM (SELECT * FROM UsrPerson) v",
     ["Age,Dear"]),
    ("SELECT v.Age, l.d FROM (SELECT * FROM UsrPerson) v, LATERAL (SELECT Dear AS d) l", ["Age,Dear"]),
    ("SELECT v.Age FROM (SELECT * FROM UsrPerson) v JOIN (SELECT 'Bob' AS Name) w USING (Name)", ["Age,Name"]),
    ("SELECT Name AS n, Age FROM (SELECT * FROM UsrPerson) v QUALIFY rank() OVER (ORDER BY Dear) = 1",
     ["Age,Dear,Name"]),
    ("SELECT Age FROM (SELECT Age, Dear AS x, x || 'y' AS y FROM UsrPerson WHERE x > 'D' ORDER BY y) v",
     ["Age,Dear"]),
    ("SELECT (v).Age FROM (SELECT Id, Age FROM UsrPerson) v", ["Age"]),
    ("SELECT Part.a FROM (SELECT {'a': Age} AS Part, Dear FROM UsrPerson) v", ["Age"]),
)  # fmt: skip

# a statement whose parts are left as they are, and the columns that are then asked for
AS_WRITTEN = (
    ("SELECT Age FROM (SELECT DISTINCT Age, Dear FROM UsrPerson) v", ["Age,Dear"]),
    ("SELECT Age FROM (SELECT DISTINCT ON (Age) Age, Dear FROM UsrPerson ORDER BY 1, 2) v", ["Age,Dear"]),
    ("SELECT Age FROM (SELECT Age, Dear FROM UsrPerson UNION SELECT 1, 'x') v", ["Age,Dear"]),
    ("SELECT Age FROM (SELECT Age, Dear FROM UsrPerson ORDER BY ALL) v", ["Age,Dear"]),
    ("SELECT Age FROM (SELECT count(*), Age, Dear FROM UsrPerson GROUP BY ALL) v", ["Age,Dear"]),
    ("SELECT Age FROM (SELECT Age, Dear FROM UsrPerson GROUP BY ROLLUP (1, 2)) v", ["Age,Dear"]),
    ("SELECT Age FROM (SELECT Age, unnest([Name, Dear]) AS u FROM UsrPerson) v", ["Age,Dear,Name"]),
    ("SELECT Age FROM (SELECT Age, nullif(random(), length(Dear)) AS r FROM UsrPerson) v", ["Age,Dear"]),
    ("SELECT v.a FROM (SELECT Age, Dear FROM UsrPerson) v(a)", ["Age,Dear"]),
    ("WITH v(a, b) AS (SELECT Age, Dear FROM UsrPerson) SELECT a FROM v", ["Age,Dear"]),
    ("WITH RECURSIVE v AS (SELECT Age, Dear FROM UsrPerson) SELECT Age FROM v", ["Age,Dear"]),
    ("SELECT * LIKE 'A%' FROM (SELECT Age, Dear FROM UsrPerson) v", ["Age,Dear"]),
    ('SELECT "count_star()" FROM (SELECT Age, count(*) FROM UsrPerson GROUP BY Age) v', ["Age"]),
    ("SELECT Age FROM (SELECT Age, (SELECT max(Code || '') FROM UsrFirm) AS c FROM UsrPerson) v", ["Age", "Code"]),
    ("SELECT Age, Code FROM (SELECT Age, Dear FROM UsrPerson), (SELECT Code, Name FROM UsrFirm)",
     ["Age,Dear", "Code,Name"]),
    ("SELECT v FROM (SELECT Age, Dear FROM UsrPerson) v", ["Age,Dear"]),
    ("SELECT count(v.*) FROM (SELECT Age, Dear FROM UsrPerson) v", ["Age,Dear"]),
    ("SELECT COLUMNS('A') FROM (SELECT Age, Dear FROM UsrPerson) v", ["Age,Dear"]),
    ("SELECT 1 FROM (SELECT Age, Dear FROM UsrPerson) v NATURAL JOIN (SELECT 'x' AS Dear) w", ["Age,Dear"]),
    ("SELECT Age_1 FROM (SELECT Age, Dear AS Age, Name FROM UsrPerson) v", ["Age,Dear,Name"]),
    ("WITH x AS (SELECT Age, Dear FROM UsrPerson) SELECT Age FROM query_table('x')", ["Age,Dear"]),
    ("SELECT 1 WHERE 1 IN (SELECT Age FROM (SELECT * FROM (SELECT Age FROM UsrPerson) y) z)", ["Age"]),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "columns"), (*LESS, *AS_WRITTEN))
def test_what_is_asked_for(crm: Sandbox, less: Connection, sql: str, columns: list[str]) -> None:
    asked = [url.partition("$select=")[2].partition("&")[0].split(",") for url in asked_for(crm, less, sql)]
    assert sorted(",".join(sorted({*each} - {"Id"})) for each in asked) == sorted(columns)


# GROUP BY, what is left of it, and the rest of the statement
_BY = "FROM UsrPerson p {} JOIN UsrFirm f ON f.Id = p.FirmId GROUP BY"
GROUPED = (
    (f"SELECT f.Id, count(*) {_BY.format('')} f.Name, f.Id, f.Code", "f.Id"),
    (f"SELECT f.Id, sum(p.Age) {_BY.format('LEFT')} f.Id, f.Code, p.Dear", "f.Id, p.Dear"),
    (f"SELECT count(p.Id), f.Code {_BY.format('RIGHT')} f.Id, f.Name, f.Code", "f.Id, f.Code"),
    (f"SELECT count(*) {_BY.format('FULL')} f.Id, f.Name, p.Age % 20", "f.Id, p.Age % 20"),
    # what is left as it is
    (f"SELECT f.Name, count(*) {_BY.format('')} f.Id, f.Name", "f.Id, f.Name"),
    (f"SELECT count(*) {_BY.format('')} f.Name, f.Code", "f.Name, f.Code"),
    (f"SELECT count(*) {_BY.format('')} p.FirmId, f.Name", "p.FirmId, f.Name"),
    (f"SELECT count(*) {_BY.format('')} f.Id, f.Name HAVING f.Name > 'B'", "f.Id, f.Name"),
    (f"SELECT count(*) {_BY.format('')} f.Id, f.Name ORDER BY f.Name, f.Id", "f.Id, f.Name"),
    (f"SELECT count(*) {_BY.format('')} f.Id, f.Name QUALIFY rank() OVER (ORDER BY f.Name) = 1", "f.Id, f.Name"),
    (f"SELECT rank() OVER w {_BY.format('')} f.Id, f.Name WINDOW w AS (ORDER BY f.Name)", "f.Id, f.Name"),
    (f"SELECT (SELECT count(*) FROM UsrPerson q WHERE q.Name < f.Name) {_BY.format('')} f.Id, f.Name", "f.Id, f.Name"),
    ("SELECT Code || 'x' AS Name, count(*) FROM UsrFirm GROUP BY Id, Name, Code", "Id, Name, Code"),
    (f"SELECT count(*) {_BY.format('')} ROLLUP (f.Id, f.Name)", "ROLLUP (f.Id, f.Name)"),
    (f"SELECT f.Name {_BY.format('')} f.Id, 1", "f.Id, 1"),
    ("SELECT x.* FROM UsrFirm f, (SELECT 1 AS One) x GROUP BY f.Id, f.Name, x.One", "f.Id, f.Name, x.One"),
    ("SELECT Name, count(*) FROM UsrFirm f, (SELECT 1 AS One) x GROUP BY f.Id, f.Name", "f.Id, f.Name"),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "left"), GROUPED)
def test_what_a_key_decides_is_not_grouped_by(less: Connection, whole: Connection, sql: str, left: str) -> None:
    local = next(text for part, text in query(less, f"EXPLAIN {sql}") if part == "local")
    clause = local.partition("GROUP BY ")[2]
    for word in (" HAVING", " ORDER BY", " QUALIFY", " WINDOW"):
        clause = clause.partition(word)[0] if not clause.startswith("ROLLUP") else clause
    assert clause == left
    assert Counter(query(less, sql)) == Counter(query(whole, sql))


@pytest.mark.parametrize(("kind", "left"), [("Edm.Int32", "Code"), ("Edm.String", None)])
def test_a_key_of_text_decides_nothing(kind: str, left: str | None) -> None:
    """Two of them may be equal where text is compared without regard to case."""
    table = catalog.Table("T", (catalog.Column("Code", kind), catalog.Column("Name", "Edm.String")), ("Code",))
    tree = parse("SELECT count(*) FROM T GROUP BY Code, Name").tree
    found = without_needless(tree, catalog.Catalog({"T": table}))
    assert (None if found is None else found.sql("duckdb").partition("GROUP BY ")[2]) == left


# -- the answers ---------------------------------------------------------------------------------------------

_FIRM = "UsrFirm f ON f.Id = p.FirmId"
_INNER = "(SELECT Id, Name, Age, FirmId FROM UsrPerson)"

# SELECTs that give Id, Name and Age, nearly all of them, in all the ways that may be told apart from outside
INNER = (
    "SELECT * FROM UsrPerson",
    "SELECT *, Age + 1 AS Next FROM UsrPerson",
    f"SELECT p.*, f.Code AS Dear FROM UsrPerson p LEFT JOIN {_FIRM}",
    f"SELECT * FROM UsrPerson p JOIN {_FIRM}",
    f"SELECT f.Id, f.Name, p.Id, p.Name, p.Age FROM UsrPerson p JOIN {_FIRM}",
    f"SELECT f.Id, p.Id, p.Name AS Id_1, f.Name, p.Age FROM UsrPerson p JOIN {_FIRM}",
    "SELECT DISTINCT Name, Age FROM UsrPerson",
    "SELECT DISTINCT ON (Age) Name, Age, Id FROM UsrPerson ORDER BY Age, Id",
    "SELECT Dear, Name, Age, Id FROM UsrPerson ORDER BY 3 DESC, 4 LIMIT 7",
    "SELECT Name, Age, Id FROM UsrPerson ORDER BY Age DESC, Id LIMIT 7 OFFSET 2",
    "SELECT Name, Age, Id FROM UsrPerson ORDER BY ALL LIMIT 5",
    "SELECT Dear, Name, Age, Id FROM UsrPerson ORDER BY (2), Id LIMIT 5",
    "SELECT count(*) AS n, FirmId, Age, min(Name) AS Name, max(Id) AS Id FROM UsrPerson GROUP BY 3, 2",
    "SELECT count(*) AS n, Age, min(Name) AS Name, max(Id) AS Id FROM UsrPerson GROUP BY ALL",
    "SELECT Age, count(*), min(Name) AS Name, min(Id) AS Id FROM UsrPerson GROUP BY Age",
    "SELECT count(*) AS Age, min(Name) AS Name, max(Id) AS Id FROM UsrPerson",
    "SELECT 1 AS Age, min(Name) AS Name, 7 AS Id FROM UsrPerson",
    "SELECT 1 AS Name, 2 AS Id, count(*) AS Age FROM UsrPerson HAVING count(*) > 0",
    "SELECT sum(Age) OVER () AS Age, Name, Id FROM UsrPerson",
    "SELECT sum(sum(Age)) OVER () AS Age, min(Name) AS Name, 3 AS Id FROM UsrPerson",
    "SELECT rank() OVER () AS Age, count(*) AS n, min(Dear) AS Name, 1 AS Id FROM UsrPerson",
    "SELECT (SELECT count(*) FROM UsrFirm) AS Age, min(Name) AS Name, 3 AS Id FROM UsrPerson",
    "SELECT list(Name ORDER BY Id) AS Name, Age, first(Id ORDER BY Id) AS Id FROM UsrPerson GROUP BY Age",
    "SELECT Age, Name, unnest([1, 2]) AS u, Id FROM UsrPerson",
    "SELECT Age, Name, Id, unnest({'Id': 1, 'x': 2}) FROM UsrPerson",
    "SELECT Age, Name, Id, * LIKE 'I%' FROM UsrPerson",
    "SELECT Age, Name, Id, random() AS r, gen_random_uuid() AS u FROM UsrPerson",
    "SELECT Age, Name, Id, Age * 2 AS a2, a2 + 1 AS a3 FROM UsrPerson",
    "SELECT Age AS Name, Name AS Age, Id FROM UsrPerson ORDER BY Name, Id LIMIT 9",
    "SELECT Age AS x, Name, Id, x AS Age FROM UsrPerson QUALIFY row_number() OVER (PARTITION BY x ORDER BY Id) = 1",
    f"SELECT p.Name, p.Age, f.Id FROM UsrPerson p JOIN {_FIRM} ORDER BY Name, p.Id LIMIT 9",
    "SELECT Age, Name, Id FROM UsrPerson UNION ALL SELECT Age, Dear, Id FROM UsrPerson WHERE Age > 50",
    "SELECT Age, Name, Id FROM UsrPerson UNION SELECT 1, Name, Id FROM UsrFirm",
    "SELECT Name, 1 AS Age, Id FROM UsrPerson EXCEPT SELECT Name, 1, Id FROM UsrPerson WHERE Age > 50",
    "SELECT * EXCLUDE (Dear) FROM UsrPerson",
    f"SELECT * EXCLUDE (Age) FROM {_INNER} x",
    f"SELECT * REPLACE (1 AS Age) FROM {_INNER} x",
    f"SELECT * RENAME (FirmId AS Dear) FROM {_INNER} x",
    "SELECT COLUMNS('^(Id|Name|Age|FirmId)$') FROM UsrPerson",
    f"SELECT COLUMNS(*) FROM {_INNER} x",
    f"SELECT * FROM {_INNER} x JOIN (SELECT Id AS FirmId, Code FROM UsrFirm) y USING (FirmId)",
    f"SELECT * FROM {_INNER} x FULL JOIN (SELECT Id, Name AS n, Code FROM UsrFirm) y USING (Id)",
    f"SELECT * FROM {_INNER} x NATURAL JOIN (SELECT Id AS FirmId, Code FROM UsrFirm) y",
    f"SELECT x.*, y.* FROM {_INNER} x JOIN (SELECT Id AS FirmId, Code FROM UsrFirm) y ON x.FirmId = y.FirmId",
    f"SELECT y.*, x.Age FROM {_INNER} x JOIN (SELECT Id, Name FROM UsrFirm) y ON y.Id = x.FirmId",
    f"SELECT * FROM {_INNER} x SEMI JOIN (SELECT Id AS i, Name FROM UsrFirm) y ON y.i = x.FirmId",
    f"SELECT * FROM {_INNER} x ANTI JOIN (SELECT Id AS i, Name AS n FROM UsrFirm) y ON y.i = x.FirmId",
    f"SELECT * FROM ({_INNER} x JOIN (SELECT Id AS i FROM UsrFirm) y ON y.i = x.FirmId)",
    f"SELECT * FROM {_INNER} x, LATERAL (SELECT x.Age + 1 AS Next) l",
    "SELECT x.*, l.* FROM (SELECT * FROM UsrPerson) x, (SELECT x.Age + 1 AS Next) l",
    f"SELECT x.Name, x.Age, x.Id, x AS Dear FROM {_INNER} x",
    f"SELECT x.Name, count(x.*) AS Age, count(x) AS Id FROM {_INNER} x GROUP BY x.Name",
    "SELECT * FROM (SELECT * FROM UsrPerson) AS x(Id, Name, Age)",
    "SELECT s.Name, s.Age, s.Id, s.st.a AS Dear FROM (SELECT Name, Age, Id, {'a': Age} AS st, Born FROM UsrPerson) s",
    "SELECT Name, st.a AS Age, Id FROM (SELECT Name, Id, {'a': Age} AS st, Dear FROM UsrPerson) s",
    "SELECT Name, (s).Age, Id FROM (SELECT Name, Id, Age, Dear FROM UsrPerson) s",
    "SELECT Name, Age, Id, x FROM (SELECT Name, Age, Id, [Age, 1] AS l, Dear FROM UsrPerson) q, unnest(l) AS t(x)",
    "SELECT x.Name, x.Age, x.Id FROM (SELECT * FROM UsrPerson) x "
    "WHERE (WITH z AS (SELECT x.Dear AS d) SELECT count(d) FROM z) > 0",
    "SELECT p.Name, p.Age, p.Id, (SELECT count(*) FROM (SELECT * FROM UsrPerson) v WHERE Dear = 'Dear 1') AS n "
    "FROM UsrPerson p",
    'SELECT "name" AS Name, "x"."AGE", Id FROM (SELECT NAME, age, id FROM UsrPerson) AS "X"',
    "SELECT unnamed_subquery.Name, Age, Id FROM (SELECT Name, Age, Id, Dear FROM UsrPerson)",
    "SELECT unnamed_subquery FROM (SELECT Name, Age, Id, Dear FROM UsrPerson)",
    "SELECT * FROM UsrPerson PIVOT (count(Id) FOR Age IN (20, 30))",
    "SELECT Name, Age, Id FROM (SELECT Name, Age, Id, Dear FROM UsrPerson) UNPIVOT (v FOR k IN (Name, Dear))",
    "WITH q AS (SELECT * FROM UsrPerson), UsrPerson AS (SELECT Name, Id, Age FROM q WHERE Age > 30) "
    "SELECT * FROM UsrPerson",
    "WITH q AS (SELECT * FROM UsrPerson) SELECT q.Name, q.Age, q.Id, r.Dear FROM q JOIN q r ON q.Id = r.Id",
    "WITH q AS (SELECT Name, Age, Id, Dear FROM UsrPerson) SELECT Name, Age, Id FROM q "
    "UNION ALL (WITH q AS (SELECT Dear, Age, Id FROM q) SELECT Dear, 1, Id FROM q)",
    "WITH RECURSIVE q AS (SELECT Id, Name, Age, 0 AS d FROM UsrPerson "
    "UNION ALL SELECT Id, Name, Age, d + 1 FROM q WHERE d < 1) SELECT * FROM q",
    "SELECT f.Id, f.Name, count(p.Id) AS Age FROM UsrFirm f LEFT JOIN UsrPerson p ON p.FirmId = f.Id "
    "GROUP BY f.Id, f.Name",
    f"SELECT f.Id, f.Name, sum(p.Age) AS Age FROM UsrPerson p FULL JOIN {_FIRM} GROUP BY f.Id, f.Name, p.Dear, f.Code",
    f"SELECT f.Id, f.Name, sum(p.Age) AS Age FROM UsrPerson p JOIN {_FIRM} GROUP BY ROLLUP (f.Id, f.Name)",
    f"SELECT f.Id, f.Name, sum(p.Age) AS Age FROM UsrPerson p JOIN {_FIRM} "
    "GROUP BY GROUPING SETS ((f.Id, f.Name), (f.Name), ())",
    f"SELECT f.Id, sum(p.Age) AS Age, rank() OVER (ORDER BY f.Name) AS Name FROM UsrPerson p JOIN {_FIRM} "
    "GROUP BY f.Id, f.Name",
    "SELECT 'x' AS Name, 1 AS Age, 2 AS Id",
    "SELECT *, 1 AS Age FROM (VALUES (1, 'a')) v(Id, Name)",
    "SELECT Name, Age, Id FROM UsrPerson WHERE Id IN (SELECT max(Id) FROM UsrPerson GROUP BY Age)",
    # wrong, though nobody may read it
    "SELECT Name, Age, Id, Foo FROM UsrPerson",
    "SELECT Name, Age, Id, x.Foo FROM (SELECT Name, Age, Id FROM UsrPerson) x",
    "SELECT Name, Age, Id, (SELECT 1 FROM UsrNothing) AS x FROM UsrPerson",
    "SELECT Name, Age, Id, Age + Dear AS x FROM UsrPerson",
    "SELECT Name, Age, Id, upper(Age, 3) AS x FROM UsrPerson",
    "SELECT Name, Age, Id, Dear FROM UsrPerson GROUP BY Name, Age, Id",
    "SELECT Name, Age, Id, sum(count(*)) AS x FROM UsrPerson GROUP BY Name, Age, Id",
)  # fmt: skip

OUTER = (
    "SELECT count(*) FROM ({}) v",
    "SELECT Name FROM ({}) v",
    "SELECT v.Age, count(*) FROM ({}) AS v GROUP BY v.Age",
    "SELECT Id_1 FROM ({}) v",
    "SELECT count(*) FROM UsrFirm WHERE EXISTS ({})",
    "WITH v AS ({}), w AS (SELECT *, 1 AS One FROM v) SELECT Name, One FROM w",
    "WITH v AS ({}) SELECT a.Name, b.Age FROM v a JOIN v b ON a.Id = b.Id",
    "SELECT Name, Dear FROM (SELECT * FROM ({}) v CROSS JOIN (SELECT Id AS i, Code FROM UsrFirm) w) q WHERE i > Id",
)  # fmt: skip


def outcome(connection: Connection, sql: str) -> tuple[object, ...]:
    """Return the names, types and rows of an answer, or the error."""
    try:
        with connection.cursor() as cursor:
            rows = Counter(map(str, cursor.execute(sql).fetchall()))
            return [each[:2] for each in cursor.description or ()], rows
    except Error as error:
        return type(error), str(error).partition("\n")[0]


@pytest.mark.parametrize("inner", INNER)
def test_the_answer_is_the_same(less: Connection, whole: Connection, inner: str) -> None:
    for outer in OUTER:
        sql = outer.format(inner)
        assert outcome(less, sql) == outcome(whole, sql), sql


def test_an_output_that_is_left_out_may_not_be_wrong(less: Connection) -> None:
    for inner in INNER[-7:]:
        with pytest.raises(ProgrammingError):
            query(less, f"SELECT Name FROM ({inner}) v")


@pytest.mark.parametrize("sql", [sql for sql, _ in (*LESS, *AS_WRITTEN)])
def test_the_rows_are_the_same(less: Connection, whole: Connection, sql: str) -> None:
    assert outcome(less, sql) == outcome(whole, sql)
