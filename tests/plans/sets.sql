-- UNION
SELECT Name FROM Contact WHERE Age > 80 UNION SELECT Name FROM Account WHERE Code = 'X1';
remote  Contact?$select=Id,Name&$filter=Age gt 80&$orderby=Id
        exact: Age > 80
remote  Account?$select=Id,Name&$filter=Code eq 'X1'&$orderby=Id
        exact: Code = 'X1'
local   SELECT Name FROM "Contact" UNION SELECT Name FROM "Account"
cost    2 requests or more: one for every 10,000 rows of Contact, 10,000 rows of Account

-- UNION ALL of the same rows is one scan
SELECT Name FROM Contact UNION ALL SELECT Email FROM Contact;
remote  Contact?$select=Id,Name,Email&$orderby=Id
local   SELECT Name FROM "Contact" UNION ALL SELECT Email FROM "Contact"
cost    1 request or more: one for every 10,000 rows of Contact

-- EXCEPT
SELECT AccountId FROM Contact EXCEPT SELECT Id FROM Account;
remote  Contact?$select=Id,AccountId&$orderby=Id
remote  Account?$select=Id&$orderby=Id
local   SELECT AccountId FROM "Contact" EXCEPT SELECT Id FROM "Account"
cost    2 requests or more: one for every 10,000 rows of Contact, 10,000 rows of Account

-- INTERSECT, ordered and cut as a whole
SELECT Name FROM Contact INTERSECT SELECT Name FROM Account ORDER BY 1 LIMIT 3;
remote  Contact?$select=Id,Name&$orderby=Id
remote  Account?$select=Id,Name&$orderby=Id
local   SELECT Name FROM "Contact" INTERSECT SELECT Name FROM "Account" ORDER BY 1 LIMIT 3
cost    2 requests or more: one for every 10,000 rows of Contact, 10,000 rows of Account

-- VALUES
VALUES (1, 'a'), (2, 'b');
local   VALUES (1, 'a'), (2, 'b')
cost    0 requests

-- a join with VALUES
SELECT c.Name FROM Contact c JOIN (VALUES (80), (81)) AS v(Age) ON v.Age = c.Age;
remote  Contact?$select=Id,Name,Age&$filter=Age eq 80 or Age eq 81&$orderby=Id
        local: v.Age = c.Age (it reads more than this table)
        superset: v.Age = c.Age (by what is held here)
local   SELECT c.Name FROM "Contact" AS c JOIN (VALUES (80), (81)) AS v(Age) ON v.Age = c.Age
cost    1 request or more: one for every 10,000 rows of Contact

-- counts of several tables, each with its name: no rows
SELECT 'contacts' AS what, COUNT(*) AS number FROM Contact WHERE Age > 80 UNION ALL SELECT 'accounts', COUNT(*) FROM Account;
remote  Contact?$filter=Age gt 80&$top=0&$count=true
        exact: Age > 80
remote  Account?$top=0&$count=true
local   SELECT 'contacts' AS what, "count" AS number FROM "Contact" UNION ALL SELECT 'accounts', "count" FROM "Account"
cost    2 requests

-- a constant alone has as many rows as the table
SELECT 'contact' AS what FROM Contact;
remote  Contact?$select=Id&$orderby=Id
local   SELECT 'contact' AS what FROM "Contact"
cost    1 request or more: one for every 10,000 rows of Contact
