-- the greatest value: one row, in descending order, without empty cells before it
SELECT MAX(CreatedOn) FROM Contact;
remote  Contact?$select=CreatedOn&$filter=CreatedOn gt 0001-01-01T00:00:00Z&$orderby=CreatedOn desc,Id
remote  Contact?$select=CreatedOn&$filter=CreatedOn eq null or CreatedOn eq 0001-01-01T00:00:00Z&$orderby=Id
        rows: 1
local   SELECT MAX(CreatedOn) FROM "Contact"
cost    1 request or more: one for every 10,000 rows of Contact

-- the least number: what shows 0 has its place
SELECT MIN(Age) FROM Contact WHERE Age > 10;
remote  Contact?$select=Age&$filter=Age gt 10&$orderby=Age,Id
        rows: 1
        exact: Age > 10
local   SELECT MIN(Age) FROM "Contact"
cost    1 request

-- two extremes at once see the column
SELECT MIN(Age), MAX(Age) FROM Contact;
remote  Contact?$select=Id,Age&$orderby=Id
local   SELECT MIN(Age), MAX(Age) FROM "Contact"
cost    1 request or more: one for every 10,000 rows of Contact

-- a sum sees the column
SELECT SUM(Amount) FROM "Order";
remote  Order?$select=Id,Amount&$orderby=Id
local   SELECT SUM(Amount) FROM "Order"
cost    1 request or more: one for every 10,000 rows of Order

-- counts with FILTER
SELECT COUNT(*) FILTER (WHERE Age > 30), COUNT(*) FROM Contact;
remote  Contact?$select=Id,Age&$orderby=Id
local   SELECT COUNT(*) FILTER(WHERE Age > 30), COUNT(*) FROM "Contact"
cost    1 request or more: one for every 10,000 rows of Contact

-- COUNT DISTINCT
SELECT COUNT(DISTINCT AccountId) FROM Contact;
remote  Contact?$select=Id,AccountId&$orderby=Id
local   SELECT COUNT(DISTINCT AccountId) FROM "Contact"
cost    1 request or more: one for every 10,000 rows of Contact

-- a count in a subquery
SELECT Name FROM Account a WHERE (SELECT COUNT(*) FROM Contact) > 10;
remote  Account?$select=Id,Name&$orderby=Id
        local: (SELECT COUNT(*) FROM Contact) > 10 (it reads more than this table)
remote  Contact?$top=0&$count=true
local   SELECT Name FROM "Account" AS a WHERE (SELECT "count" FROM "Contact") > 10
cost    2 requests or more: one for every 10,000 rows of Account

-- GROUPING SETS
SELECT StatusId, PriorityId, COUNT(*) FROM Case GROUP BY GROUPING SETS ((StatusId), (PriorityId));
remote  Case?$select=Id,StatusId,PriorityId&$orderby=Id
local   SELECT StatusId, PriorityId, COUNT(*) FROM "Case" GROUP BY GROUPING SETS ((StatusId), (PriorityId))
cost    1 request or more: one for every 10,000 rows of Case

-- a time grain, as BI tools write it
SELECT date_trunc('month', RegisteredOn) AS month, COUNT(*) FROM Case WHERE RegisteredOn >= '2026-01-01' GROUP BY date_trunc('month', RegisteredOn);
remote  Case?$select=Id,RegisteredOn&$filter=RegisteredOn ge 2026-01-01T00:00:00Z&$orderby=Id
        exact: RegisteredOn >= '2026-01-01'
local   SELECT DATE_TRUNC('MONTH', RegisteredOn) AS month, COUNT(*) FROM "Case" GROUP BY DATE_TRUNC('MONTH', RegisteredOn)
cost    1 request or more: one for every 10,000 rows of Case

-- HAVING without GROUP BY
SELECT COUNT(*) FROM Contact HAVING COUNT(*) > 5;
remote  Contact?$select=Id&$orderby=Id
local   SELECT COUNT(*) FROM "Contact" HAVING COUNT(*) > 5
cost    1 request or more: one for every 10,000 rows of Contact

-- a counted subquery is one request without rows
SELECT COUNT(*) FROM (SELECT Name FROM Contact WHERE Age > 30) AS virtual_table;
remote  Contact?$select=Id,Name&$filter=Age gt 30&$orderby=Id
        exact: Age > 30
local   SELECT COUNT(*) FROM (SELECT Name FROM "Contact") AS virtual_table
cost    1 request or more: one for every 10,000 rows of Contact
