-- options: collation=unknown
-- equality of text over-returns where the server may ignore case; exact here
SELECT Name FROM Contact WHERE Name = 'O''Brien';
remote  Contact?$select=Id,Name&$filter=Name eq 'O''Brien'&$orderby=Id
        superset: Name = 'O''Brien'
local   SELECT Name FROM "Contact" WHERE Name = 'O''Brien'
cost    1 request or more: one for every 10,000 rows of Contact

-- how the server compares text is not known, so its opposite cannot be asked for
SELECT Name FROM Contact WHERE Name <> 'Anna';
remote  Contact?$select=Id,Name&$orderby=Id
        local: Name <> 'Anna' (how the server compares text is not known)
local   SELECT Name FROM "Contact" WHERE Name <> 'Anna'
cost    1 request or more: one for every 10,000 rows of Contact

-- a prefix
SELECT Name FROM Contact WHERE Name LIKE 'Ann%';
remote  Contact?$select=Id,Name&$filter=startswith(Name,'Ann')&$orderby=Id
        superset: Name LIKE 'Ann%'
local   SELECT Name FROM "Contact" WHERE Name LIKE 'Ann%'
cost    1 request or more: one for every 10,000 rows of Contact

-- NOT LIKE stays here
SELECT Name FROM Contact WHERE Name NOT LIKE 'Ann%';
remote  Contact?$select=Id,Name&$orderby=Id
        local: Name NOT LIKE 'Ann%' (how the server compares text is not known, so the opposite cannot be asked for)
local   SELECT Name FROM "Contact" WHERE Name NOT LIKE 'Ann%'
cost    1 request or more: one for every 10,000 rows of Contact

-- a count has to see the rows
SELECT COUNT(*) FROM Contact WHERE Name = 'Anna';
remote  Contact?$select=Id,Name&$filter=Name eq 'Anna'&$orderby=Id
        superset: Name = 'Anna'
local   SELECT COUNT(*) FROM "Contact" WHERE Name = 'Anna'
cost    1 request or more: one for every 10,000 rows of Contact

-- IN
SELECT Name FROM Contact WHERE Name IN ('Anna', 'Bob');
remote  Contact?$select=Id,Name&$filter=Name eq 'Anna' or Name eq 'Bob'&$orderby=Id
        superset: Name IN ('Anna', 'Bob')
local   SELECT Name FROM "Contact" WHERE Name IN ('Anna', 'Bob')
cost    1 request or more: one for every 10,000 rows of Contact

-- LIMIT behind it: pages until there are enough
SELECT Name FROM Contact WHERE Name LIKE 'A%' LIMIT 5;
remote  Contact?$select=Id,Name&$filter=startswith(Name,'A')&$orderby=Id
        superset: Name LIKE 'A%'
local   SELECT Name FROM "Contact" WHERE Name LIKE 'A%'
        limit 5 offset 0, stopping the requests
cost    1 request or more: one for every 10,000 rows of Contact
