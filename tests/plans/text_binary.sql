-- options: collation=binary
-- a server that is said to order text by code point is asked for an order of text
SELECT Name FROM Contact ORDER BY Name LIMIT 3;
remote  Contact?$select=Name&$filter=Name eq '' or Name eq null&$orderby=Name,Id
remote  Contact?$select=Name&$filter=Name gt ''&$orderby=Name,Id
        rows: 3
local   -

-- descending, what shows '' comes last
SELECT Name FROM Contact ORDER BY Name DESC LIMIT 3;
remote  Contact?$select=Name&$filter=Name gt ''&$orderby=Name desc,Id
remote  Contact?$select=Name&$filter=Name eq '' or Name eq null&$orderby=Name desc,Id
        rows: 3
local   -

-- and for a range
SELECT Name FROM Contact WHERE Name >= 'M';
remote  Contact?$select=Id,Name&$filter=Name ge 'M'&$orderby=Id
        exact: Name >= 'M'
local   -

-- below a text is also what shows ''
SELECT Name FROM Contact WHERE Name < 'B';
remote  Contact?$select=Id,Name&$filter=Name lt 'B' or Name eq null&$orderby=Id
        exact: Name < 'B'
local   -

-- NOT LIKE
SELECT Name FROM Contact WHERE Name NOT LIKE 'Ann%';
remote  Contact?$select=Id,Name&$filter=not startswith(Name,'Ann') or Name eq null&$orderby=Id
        exact: Name NOT LIKE 'Ann%'
local   -

-- the least text
SELECT MIN(Name) FROM Contact;
remote  Contact?$select=Name&$filter=Name eq '' or Name eq null&$orderby=Name,Id
remote  Contact?$select=Name&$filter=Name gt ''&$orderby=Name,Id
        rows: 1
local   SELECT MIN(Name) FROM "Contact"
