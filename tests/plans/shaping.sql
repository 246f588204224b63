-- all columns: $select would only make the address longer
SELECT * FROM ContactType;
remote  ContactType?$orderby=Id
local   -
cost    1 request or more: one for every 8,888 rows of ContactType

-- a count of all rows: one request, no rows
SELECT COUNT(*) FROM Contact;
remote  Contact?$top=0&$count=true
local   -
cost    1 request

-- a count under an exact filter
SELECT COUNT(*) AS n FROM Contact WHERE Age >= 18;
remote  Contact?$filter=Age ge 18&$top=0&$count=true
        exact: Age >= 18
local   -
cost    1 request

-- a count of a column that is never NULL
SELECT COUNT(Name) FROM Contact;
remote  Contact?$top=0&$count=true
local   -
cost    1 request

-- a count of a column that may be
SELECT COUNT(ClosureDate) FROM Case;
remote  Case?$filter=ClosureDate gt 0001-01-01T00:00:00Z&$top=0&$count=true
local   -
cost    1 request

-- a count under a superset has to see the rows
SELECT COUNT(*) FROM Contact WHERE Name LIKE 'A%';
remote  Contact?$filter=startswith(Name,'A')&$top=0&$count=true
        exact: Name LIKE 'A%'
local   -
cost    1 request

-- LIMIT
SELECT Name FROM Contact LIMIT 5;
remote  Contact?$select=Name&$orderby=Id
        rows: 5
local   -
cost    1 request

-- LIMIT and OFFSET
SELECT Name FROM Contact LIMIT 5 OFFSET 10;
remote  Contact?$select=Name&$orderby=Id
        rows: 5, after the first 10
local   -
cost    1 request

-- TOP
SELECT TOP 3 Name FROM Contact;
remote  Contact?$select=Name&$orderby=Id
        rows: 3
local   -
cost    1 request

-- FETCH FIRST
SELECT Name FROM Contact OFFSET 2 ROWS FETCH FIRST 3 ROWS ONLY;
remote  Contact?$select=Name&$orderby=Id
        rows: 3, after the first 2
local   -
cost    1 request

-- LIMIT behind a filter that only over-returns: pages until there are enough
SELECT Name FROM Contact WHERE Name LIKE 'A%' LIMIT 5;
remote  Contact?$select=Name&$filter=startswith(Name,'A')&$orderby=Id
        rows: 5
        exact: Name LIKE 'A%'
local   -
cost    1 request

-- LIMIT 0: no request
SELECT Name FROM Contact LIMIT 0;
remote  no request: Contact has no row that fits
        rows: 0
local   -
cost    0 requests

-- Top-N by a moment, newest first: empty ones are NULL, and NULLs come first when descending
SELECT Number, RegisteredOn FROM Case ORDER BY RegisteredOn DESC LIMIT 3;
remote  Case?$select=Number,RegisteredOn&$filter=RegisteredOn eq null or RegisteredOn eq 0001-01-01T00:00:00Z&$orderby=Id
remote  Case?$select=Number,RegisteredOn&$filter=RegisteredOn gt 0001-01-01T00:00:00Z&$orderby=RegisteredOn desc,Id
        rows: 3
local   -
cost    1 request or more: one for every 10,000 rows of Case

-- NULLS LAST: the empty ones are asked for only when the others do not suffice
SELECT Number, RegisteredOn FROM Case ORDER BY RegisteredOn DESC NULLS LAST LIMIT 3;
remote  Case?$select=Number,RegisteredOn&$filter=RegisteredOn gt 0001-01-01T00:00:00Z&$orderby=RegisteredOn desc,Id
remote  Case?$select=Number,RegisteredOn&$filter=RegisteredOn eq null or RegisteredOn eq 0001-01-01T00:00:00Z&$orderby=Id
        rows: 3
local   -
cost    1 request or more: one for every 10,000 rows of Case

-- Top-N by a number, with what shows 0 in its place
SELECT Name, Age FROM Contact ORDER BY Age DESC LIMIT 3;
remote  Contact?$select=Name,Age&$filter=Age gt 0&$orderby=Age desc,Id
remote  Contact?$select=Name,Age&$filter=Age eq 0 or Age eq null&$orderby=Id
remote  Contact?$select=Name,Age&$filter=Age lt 0&$orderby=Age desc,Id
        rows: 3
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- a filter that no empty cell passes makes it one request
SELECT Name, Age FROM Contact WHERE Age > 10 ORDER BY Age LIMIT 3;
remote  Contact?$select=Name,Age&$filter=Age gt 10&$orderby=Age,Id
        rows: 3
        exact: Age > 10
local   -
cost    1 request

-- the same by position and by alias
SELECT Name, Age AS years FROM Contact WHERE Age > 10 ORDER BY years DESC, 2 LIMIT 3;
remote  Contact?$select=Name,Age&$filter=Age gt 10&$orderby=Age desc,Id
        rows: 3
        exact: Age > 10
local   -
cost    1 request

-- an order of text stays here
SELECT Name FROM Contact ORDER BY Name LIMIT 3;
remote  Contact?$select=Id,Name&$orderby=Id
local   SELECT Name FROM "Contact" ORDER BY Name LIMIT 3
cost    1 request or more: one for every 10,000 rows of Contact

-- an order by Guid stays here
SELECT Name FROM Contact ORDER BY Id LIMIT 3;
remote  Contact?$select=Id,Name&$orderby=Id
local   SELECT Name FROM "Contact" ORDER BY Id LIMIT 3
cost    1 request or more: one for every 10,000 rows of Contact

-- DISTINCT is done here, over the column in use
SELECT DISTINCT Age FROM Contact;
remote  Contact?$select=Id,Age&$orderby=Id
local   SELECT DISTINCT Age FROM "Contact"
cost    1 request or more: one for every 10,000 rows of Contact

-- GROUP BY is done here, over the columns in use
SELECT StatusId, COUNT(*) FROM Case WHERE RegisteredOn >= '2026-01-01' GROUP BY StatusId HAVING COUNT(*) > 1 ORDER BY 2 DESC;
remote  Case?$select=Id,StatusId&$filter=RegisteredOn ge 2026-01-01T00:00:00Z&$orderby=Id
        exact: RegisteredOn >= '2026-01-01'
local   SELECT StatusId, COUNT(*) FROM "Case" GROUP BY StatusId HAVING COUNT(*) > 1 ORDER BY 2 DESC NULLS FIRST
cost    1 request or more: one for every 10,000 rows of Case

-- aggregates
SELECT MIN(Age), MAX(Age), AVG(Age) FROM Contact WHERE Age > 0;
remote  Contact?$select=Id,Age&$filter=Age gt 0&$orderby=Id
        exact: Age > 0
local   SELECT MIN(Age), MAX(Age), AVG(Age) FROM "Contact"
cost    1 request or more: one for every 10,000 rows of Contact

-- window functions
SELECT Name, row_number() OVER (PARTITION BY AccountId ORDER BY Age) FROM Contact WHERE Age > 60;
remote  Contact?$select=Id,Name,AccountId,Age&$filter=Age gt 60&$orderby=Id
        exact: Age > 60
local   SELECT Name, ROW_NUMBER() OVER (PARTITION BY AccountId ORDER BY Age) FROM "Contact"
cost    1 request or more: one for every 10,000 rows of Contact

-- expressions run page by page
SELECT upper(Name) AS name, Age * 2 FROM Contact WHERE Age > 60;
remote  Contact?$select=Id,Name,Age&$filter=Age gt 60&$orderby=Id
        exact: Age > 60
local   SELECT UPPER(Name) AS name, Age * 2 FROM "Contact"
cost    1 request or more: one for every 10,000 rows of Contact

-- a query without FROM asks nothing
SELECT 1 + 1;
local   SELECT 1 + 1
cost    0 requests
