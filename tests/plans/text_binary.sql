-- options: collation=binary
-- a server that is said to order text by code point is asked for an order of text
SELECT Name FROM Contact ORDER BY Name LIMIT 3;
remote  Contact?$select=Name&$filter=Name eq '' or Name eq null&$orderby=Id
remote  Contact?$select=Name&$filter=Name gt ''&$orderby=Name,Id
        rows: 3
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- descending, what shows '' comes last
SELECT Name FROM Contact ORDER BY Name DESC LIMIT 3;
remote  Contact?$select=Name&$filter=Name gt ''&$orderby=Name desc,Id
remote  Contact?$select=Name&$filter=Name eq '' or Name eq null&$orderby=Id
        rows: 3
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- and for a range
SELECT Name FROM Contact WHERE Name >= 'M';
remote  Contact?$select=Id,Name&$filter=Name ge 'M'&$orderby=Id
        exact: Name >= 'M'
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- below a text is also what shows ''
SELECT Name FROM Contact WHERE Name < 'B';
remote  Contact?$select=Id,Name&$filter=Name lt 'B' or Name eq null&$orderby=Id
        exact: Name < 'B'
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- NOT LIKE
SELECT Name FROM Contact WHERE Name NOT LIKE 'Ann%';
remote  Contact?$select=Id,Name&$filter=not startswith(Name,'Ann') or Name eq null&$orderby=Id
        exact: Name NOT LIKE 'Ann%'
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- the least text
SELECT MIN(Name) FROM Contact;
remote  Contact?$select=Name&$filter=Name eq '' or Name eq null&$orderby=Id
remote  Contact?$select=Name&$filter=Name gt ''&$orderby=Name,Id
        rows: 1
local   SELECT MIN(Name) FROM "Contact"
cost    1 request or more: one for every 10,000 rows of Contact
