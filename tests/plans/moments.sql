-- a moment is a range of one microsecond: the server keeps a digit more than is shown
SELECT Number FROM Case WHERE RegisteredOn = '2026-01-02T03:04:05.123456Z';
remote  Case?$select=Id,Number&$filter=RegisteredOn ge 2026-01-02T03:04:05.123456Z and RegisteredOn lt 2026-01-02T03:04:05.123457Z&$orderby=Id
        exact: RegisteredOn = '2026-01-02T03:04:05.123456Z'
local   -
cost    1 request or more: one for every 10,000 rows of Case

-- from a moment on
SELECT Number FROM Case WHERE RegisteredOn >= '2026-01-01';
remote  Case?$select=Id,Number&$filter=RegisteredOn ge 2026-01-01T00:00:00Z&$orderby=Id
        exact: RegisteredOn >= '2026-01-01'
local   -
cost    1 request or more: one for every 10,000 rows of Case

-- after a moment begins a microsecond later
SELECT Number FROM Case WHERE RegisteredOn > '2026-01-01 10:00:00+03:00';
remote  Case?$select=Id,Number&$filter=RegisteredOn ge 2026-01-01T07:00:00.000001Z&$orderby=Id
        exact: RegisteredOn > '2026-01-01 10:00:00+03:00'
local   -
cost    1 request or more: one for every 10,000 rows of Case

-- before a moment leaves out the empty ones, which Creatio keeps as its first moment
SELECT Number FROM Case WHERE ClosureDate < TIMESTAMPTZ '2026-01-01 00:00:00+00';
remote  Case?$select=Id,Number&$filter=ClosureDate gt 0001-01-01T00:00:00Z and ClosureDate lt 2026-01-01T00:00:00Z&$orderby=Id
        exact: ClosureDate < CAST('2026-01-01 00:00:00+00' AS TIMESTAMPTZ)
local   -
cost    1 request or more: one for every 10,000 rows of Case

-- up to and including
SELECT Number FROM Case WHERE ClosureDate <= DATE '2026-01-01';
remote  Case?$select=Id,Number&$filter=ClosureDate gt 0001-01-01T00:00:00Z and ClosureDate lt 2026-01-01T00:00:00.000001Z&$orderby=Id
        exact: ClosureDate <= CAST('2026-01-01' AS DATE)
local   -
cost    1 request or more: one for every 10,000 rows of Case

-- any other moment
SELECT Number FROM Case WHERE ClosureDate <> DATE '2026-01-01';
remote  Case?$select=Id,Number&$filter=ClosureDate gt 0001-01-01T00:00:00Z and ClosureDate lt 2026-01-01T00:00:00Z or ClosureDate ge 2026-01-01T00:00:00.000001Z&$orderby=Id
        exact: ClosureDate <> CAST('2026-01-01' AS DATE)
local   -
cost    1 request or more: one for every 10,000 rows of Case

-- an empty moment is NULL
SELECT Number FROM Case WHERE ClosureDate IS NULL;
remote  Case?$select=Id,Number&$filter=ClosureDate eq null or ClosureDate eq 0001-01-01T00:00:00Z&$orderby=Id
        exact: ClosureDate IS NULL
local   -
cost    1 request or more: one for every 10,000 rows of Case

-- and a filled one is not
SELECT Number FROM Case WHERE ClosureDate IS NOT NULL;
remote  Case?$select=Id,Number&$filter=ClosureDate gt 0001-01-01T00:00:00Z&$orderby=Id
        exact: ClosureDate IS NOT NULL
local   -
cost    1 request or more: one for every 10,000 rows of Case

-- between two days
SELECT Number FROM Case WHERE RegisteredOn BETWEEN '2026-01-01' AND '2026-01-31';
remote  Case?$select=Id,Number&$filter=RegisteredOn ge 2026-01-01T00:00:00Z and RegisteredOn lt 2026-01-31T00:00:00.000001Z&$orderby=Id
        exact: RegisteredOn BETWEEN '2026-01-01' AND '2026-01-31'
local   -
cost    1 request or more: one for every 10,000 rows of Case

-- arithmetic on constants is folded away
SELECT Number FROM Case WHERE RegisteredOn >= TIMESTAMPTZ '2026-03-01 00:00:00+00' - INTERVAL 30 DAY;
remote  Case?$select=Id,Number&$filter=RegisteredOn ge 2026-01-30T00:00:00Z&$orderby=Id
        exact: RegisteredOn >= CAST('2026-03-01 00:00:00+00' AS TIMESTAMPTZ) - INTERVAL '30' DAY
local   -
cost    1 request or more: one for every 10,000 rows of Case

-- two columns are compared here
SELECT Number FROM Case WHERE RegisteredOn = ClosureDate;
remote  Case?$select=Id,Number,RegisteredOn,ClosureDate&$filter=RegisteredOn gt 0001-01-01T00:00:00Z and ClosureDate gt 0001-01-01T00:00:00Z&$orderby=Id
        superset: RegisteredOn = ClosureDate
local   SELECT Number FROM "Case" WHERE RegisteredOn = ClosureDate
cost    1 request or more: one for every 10,000 rows of Case

-- a year is a range
SELECT Number FROM Case WHERE extract(year FROM RegisteredOn) = 2025;
remote  Case?$select=Id,Number&$filter=RegisteredOn ge 2025-01-01T00:00:00Z and RegisteredOn lt 2026-01-01T00:00:00Z&$orderby=Id
        exact: EXTRACT(YEAR FROM RegisteredOn) = 2025
local   -
cost    1 request or more: one for every 10,000 rows of Case

-- up to a year
SELECT Number FROM Case WHERE extract(year FROM RegisteredOn) <= 2025;
remote  Case?$select=Id,Number&$filter=RegisteredOn gt 0001-01-01T00:00:00Z and RegisteredOn lt 2026-01-01T00:00:00Z&$orderby=Id
        exact: EXTRACT(YEAR FROM RegisteredOn) <= 2025
local   -
cost    1 request or more: one for every 10,000 rows of Case

-- a day is a range
SELECT Number FROM Case WHERE RegisteredOn::date = '2026-01-15';
remote  Case?$select=Id,Number&$filter=RegisteredOn ge 2026-01-15T00:00:00Z and RegisteredOn lt 2026-01-16T00:00:00Z&$orderby=Id
        exact: CAST(RegisteredOn AS DATE) = '2026-01-15'
local   -
cost    1 request or more: one for every 10,000 rows of Case

-- all other days
SELECT Number FROM Case WHERE RegisteredOn::date <> DATE '2026-01-15';
remote  Case?$select=Id,Number&$filter=RegisteredOn gt 0001-01-01T00:00:00Z and RegisteredOn lt 2026-01-15T00:00:00Z or RegisteredOn ge 2026-01-16T00:00:00Z&$orderby=Id
        exact: CAST(RegisteredOn AS DATE) <> CAST('2026-01-15' AS DATE)
local   -
cost    1 request or more: one for every 10,000 rows of Case

-- a month is a range
SELECT Number FROM Case WHERE date_trunc('month', RegisteredOn) = '2026-02-01';
remote  Case?$select=Id,Number&$filter=RegisteredOn ge 2026-02-01T00:00:00Z and RegisteredOn lt 2026-03-01T00:00:00Z&$orderby=Id
        exact: DATE_TRUNC('MONTH', RegisteredOn) = '2026-02-01'
local   -
cost    1 request or more: one for every 10,000 rows of Case

-- no month begins on the second: no request
SELECT Number FROM Case WHERE date_trunc('month', RegisteredOn) = '2026-02-02';
remote  no request: Case has no row that fits
        exact: DATE_TRUNC('MONTH', RegisteredOn) = '2026-02-02'
local   -
cost    0 requests

-- days between two
SELECT Number FROM Case WHERE CAST(RegisteredOn AS DATE) BETWEEN '2026-01-01' AND '2026-01-31';
remote  Case?$select=Id,Number&$filter=RegisteredOn ge 2026-01-01T00:00:00Z and RegisteredOn lt 2026-02-01T00:00:00Z&$orderby=Id
        exact: CAST(RegisteredOn AS DATE) BETWEEN '2026-01-01' AND '2026-01-31'
local   -
cost    1 request or more: one for every 10,000 rows of Case

-- quarters from one on
SELECT Number FROM Case WHERE date_trunc('quarter', RegisteredOn) >= DATE '2026-01-01';
remote  Case?$select=Id,Number&$filter=RegisteredOn ge 2026-01-01T00:00:00Z&$orderby=Id
        exact: DATE_TRUNC('QUARTER', RegisteredOn) >= CAST('2026-01-01' AS DATE)
local   -
cost    1 request or more: one for every 10,000 rows of Case

-- a month comes every year; a day beside it comes too, as a server may tell months by another zone
SELECT Number FROM Case WHERE extract(month FROM RegisteredOn) = 2;
remote  Case?$select=Id,Number,RegisteredOn&$filter=RegisteredOn gt 0001-01-01T00:00:00Z and (month(RegisteredOn) eq 2 or month(RegisteredOn) eq 1 and day(RegisteredOn) ge 31 or month(RegisteredOn) eq 3 and day(RegisteredOn) eq 1)&$orderby=Id
        superset: EXTRACT(MONTH FROM RegisteredOn) = 2
local   SELECT Number FROM "Case" WHERE EXTRACT(MONTH FROM RegisteredOn) = 2
cost    1 request or more: one for every 10,000 rows of Case

-- days in another zone begin at another hour, so they stay here
SELECT Number FROM Case WHERE date_trunc('day', RegisteredOn, 'Europe/Berlin') = '2026-01-01';
remote  Case?$select=Id,Number,RegisteredOn&$orderby=Id
        local: DATE_TRUNC('DAY', RegisteredOn AT TIME ZONE 'Europe/Berlin') AT TIME ZONE 'Europe/Berlin' = '2026-01-01' (it compares an expression, which OData cannot compute)
local   SELECT Number FROM "Case" WHERE DATE_TRUNC('DAY', RegisteredOn AT TIME ZONE 'Europe/Berlin') AT TIME ZONE 'Europe/Berlin' = '2026-01-01'
cost    1 request or more: one for every 10,000 rows of Case
