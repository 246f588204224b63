-- options: collation=nocase
-- the server ignores case, and so does the local engine
SELECT Name FROM Contact WHERE Name = 'anna';
remote  Contact?$select=Id,Name&$filter=Name eq 'anna'&$orderby=Id
        superset: Name = 'anna'
local   SELECT Name FROM "Contact" WHERE Name = 'anna'
cost    1 request or more: one for every 10,000 rows of Contact

-- LIKE ignores it too
SELECT Name FROM Contact WHERE Name LIKE 'ann%';
remote  Contact?$select=Id,Name&$filter=startswith(Name,'ann')&$orderby=Id
        superset: Name LIKE 'ann%'
local   SELECT Name FROM "Contact" WHERE Name ILIKE 'ann%'
cost    1 request or more: one for every 10,000 rows of Contact

-- its opposite stays here
SELECT Name FROM Contact WHERE Name <> 'anna';
remote  Contact?$select=Id,Name&$orderby=Id
        local: Name <> 'anna' (how the server compares text is not known)
local   SELECT Name FROM "Contact" WHERE Name <> 'anna'
cost    1 request or more: one for every 10,000 rows of Contact

-- grouping
SELECT Name, COUNT(*) FROM Contact GROUP BY Name;
remote  Contact?$select=Id,Name&$orderby=Id
local   SELECT Name, COUNT(*) FROM "Contact" GROUP BY Name
cost    1 request or more: one for every 10,000 rows of Contact
