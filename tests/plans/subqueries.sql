-- IN over a subquery narrows both ways
SELECT Name FROM Contact WHERE AccountId IN (SELECT Id FROM Account WHERE Code = 'X1');
remote  Contact?$select=Id,Name,AccountId&$expand=Account($select=Id)&$filter=Account/Code eq 'X1'&$orderby=Id
        local: AccountId IN (SELECT Id FROM Account WHERE Code = 'X1') (it reads more than this table)
        with it, by link Account: Account, up to 20,000 rows
local   SELECT Name FROM "Contact" WHERE AccountId IN (SELECT Id FROM "Account")
cost    1 request or more: one for every 10,000 rows of Contact

-- NOT IN narrows nothing: a NULL in the subquery makes it unknown
SELECT Name FROM Contact WHERE AccountId NOT IN (SELECT Id FROM Account WHERE Code = 'X1');
remote  Contact?$select=Id,Name,AccountId&$orderby=Id
        local: NOT AccountId IN (SELECT Id FROM Account WHERE Code = 'X1') (it reads more than this table)
remote  Account?$select=Id&$filter=Code eq 'X1'&$orderby=Id
        exact: Code = 'X1'
local   SELECT Name FROM "Contact" WHERE NOT AccountId IN (SELECT Id FROM "Account")
cost    2 requests or more: one for every 10,000 rows of Contact, 10,000 rows of Account

-- EXISTS
SELECT Name FROM Contact c WHERE EXISTS (SELECT 1 FROM Activity x WHERE x.ContactId = c.Id AND x.DurationInMinutes > 60);
remote  Activity?$select=Id,ContactId&$expand=Contact($select=Id,Name)&$filter=DurationInMinutes gt 60&$orderby=Id
        local: x.ContactId = c.Id (it reads more than this table)
        exact: x.DurationInMinutes > 60
        with it, by link Contact: Contact, up to 20,000 rows
local   SELECT Name FROM "Contact" AS c WHERE EXISTS(SELECT 1 FROM "Activity" AS x WHERE x.ContactId = c.Id)
cost    1 request or more: one for every 10,000 rows of Activity

-- NOT EXISTS reads only what is about the contacts in question
SELECT Name FROM Contact c WHERE NOT EXISTS (SELECT 1 FROM Activity x WHERE x.ContactId = c.Id) AND c.Age > 80;
remote  Contact?$select=Id,Name&$filter=Age gt 80&$orderby=Id
        local: NOT EXISTS(SELECT 1 FROM Activity AS x WHERE x.ContactId = c.Id) (it reads more than this table)
        exact: c.Age > 80
remote  Activity?$select=Id,ContactId&$filter=Contact/Age gt 80&$orderby=Id
        local: x.ContactId = c.Id (it reads more than this table)
        by keys, where that takes less: Activity.ContactId = Contact.Id
local   SELECT Name FROM "Contact" AS c WHERE NOT EXISTS(SELECT 1 FROM "Activity" AS x WHERE x.ContactId = c.Id)
cost    2 requests or more: one for every 10,000 rows of Contact, 10,000 rows of Activity

-- a scalar subquery
SELECT Name FROM Contact WHERE Age = (SELECT MAX(Age) FROM Contact);
remote  Contact?$select=Id,Name,Age&$orderby=Id
        local: Age = (SELECT MAX(Age) FROM Contact) (it reads more than this table)
remote  Contact?$select=Age&$filter=Age gt 0&$orderby=Age desc,Id
remote  Contact?$select=Age&$filter=Age eq 0 or Age eq null&$orderby=Id
remote  Contact?$select=Age&$filter=Age lt 0&$orderby=Age desc,Id
        rows: 1
local   SELECT Name FROM "Contact" WHERE Age = (SELECT MAX(Age) FROM "Contact_2" AS "Contact")
cost    2 requests or more: one for every 10,000 rows of Contact, 10,000 rows of Contact_2

-- a correlated one
SELECT a.Name, (SELECT COUNT(*) FROM Contact c WHERE c.AccountId = a.Id) FROM Account a WHERE a.Code = 'X1';
remote  Account?$select=Id,Name&$filter=Code eq 'X1'&$orderby=Id
        exact: a.Code = 'X1'
remote  Contact?$select=Id,AccountId&$filter=Account/Code eq 'X1'&$orderby=Id
        local: c.AccountId = a.Id (it reads more than this table)
        by keys, where that takes less: Contact.AccountId = Account.Id
local   SELECT a.Name, (SELECT COUNT(*) FROM "Contact" AS c WHERE c.AccountId = a.Id) FROM "Account" AS a
cost    2 requests or more: one for every 10,000 rows of Account, 10,000 rows of Contact

-- LATERAL
SELECT a.Name, z.n FROM Account a, LATERAL (SELECT COUNT(*) AS n FROM Contact c WHERE c.AccountId = a.Id) z WHERE a.Code = 'X1';
remote  Account?$select=Id,Name&$filter=Code eq 'X1'&$orderby=Id
        exact: a.Code = 'X1'
remote  Contact?$select=Id,AccountId&$filter=Account/Code eq 'X1'&$orderby=Id
        local: c.AccountId = a.Id (it reads more than this table)
        by keys, where that takes less: Contact.AccountId = Account.Id
local   SELECT a.Name, z.n FROM "Account" AS a, LATERAL (SELECT COUNT(*) AS n FROM "Contact" AS c WHERE c.AccountId = a.Id) AS z
cost    2 requests or more: one for every 10,000 rows of Account, 10,000 rows of Contact

-- what BI tools wrap around a query
SELECT * FROM (SELECT Name, Age FROM Contact WHERE Age > 80) AS virtual_table LIMIT 5;
remote  Contact?$select=Id,Name,Age&$filter=Age gt 80&$orderby=Id
        exact: Age > 80
local   SELECT * FROM (SELECT Name, Age FROM "Contact") AS virtual_table LIMIT 5
cost    1 request or more: one for every 10,000 rows of Contact

-- a virtual dataset: of a star, only what is read outside comes
SELECT AccountId, count(*) FROM (SELECT * FROM Contact) AS virtual_table GROUP BY AccountId;
remote  Contact?$select=Id,AccountId&$orderby=Id
local   SELECT AccountId, COUNT(*) FROM (SELECT "Contact"."AccountId" FROM "Contact") AS virtual_table GROUP BY AccountId
cost    1 request or more: one for every 10,000 rows of Contact

-- what a key decides need not come to be grouped by, where nobody reads it
WITH x AS (SELECT a.Id, a.Name, sum(o.PrimaryAmount) AS revenue FROM "Order" o JOIN Account a ON a.Id = o.AccountId GROUP BY a.Id, a.Name) SELECT max(revenue) FROM x;
remote  Order?$select=Id,AccountId,PrimaryAmount&$expand=Account($select=Id)&$orderby=Id
        with it, by link Account: Account, up to 20,000 rows
local   WITH x AS (SELECT SUM(o.PrimaryAmount) AS revenue FROM "Order" AS o JOIN "Account" AS a ON a.Id = o.AccountId GROUP BY a.Id) SELECT MAX(revenue) FROM x
cost    1 request or more: one for every 10,000 rows of Order

-- a CTE, used twice
WITH old AS (SELECT Id, AccountId FROM Contact WHERE Age > 80) SELECT x.Id, y.Id FROM old x JOIN old y ON x.AccountId = y.AccountId;
remote  Contact?$select=Id,AccountId&$filter=Age gt 80&$orderby=Id
        exact: Age > 80
local   WITH old AS (SELECT Id, AccountId FROM "Contact") SELECT x.Id, y.Id FROM old AS x JOIN old AS y ON x.AccountId = y.AccountId
cost    1 request or more: one for every 10,000 rows of Contact

-- a CTE called like the table it reads
WITH Contact AS (SELECT Name FROM Contact WHERE Age > 80) SELECT Name FROM Contact;
remote  Contact?$select=Id,Name&$filter=Age gt 80&$orderby=Id
        exact: Age > 80
local   WITH Contact AS (SELECT Name FROM "Contact_2" AS "Contact") SELECT Name FROM Contact
cost    1 request or more: one for every 10,000 rows of Contact_2

-- a recursive CTE
WITH RECURSIVE tree(Id, Depth) AS (SELECT Id, 0 FROM Account WHERE Code = 'X1' UNION ALL SELECT a.Id, t.Depth + 1 FROM Account a JOIN tree t ON a.ParentId = t.Id) SELECT COUNT(*) FROM tree;
remote  Account?$select=Id&$filter=Code eq 'X1'&$orderby=Id
        exact: Code = 'X1'
remote  Account?$select=Id,ParentId&$orderby=Id
        local: a.ParentId = t.Id (it reads more than this table)
local   WITH RECURSIVE tree(Id, Depth) AS (SELECT Id, 0 FROM "Account" UNION ALL SELECT a.Id, t.Depth + 1 FROM "Account_2" AS a JOIN tree AS t ON a.ParentId = t.Id) SELECT COUNT(*) FROM tree
cost    2 requests or more: one for every 10,000 rows of Account, 10,000 rows of Account_2

-- LIMIT inside
SELECT c.Name FROM (SELECT Name, AccountId FROM Contact WHERE Age > 80 LIMIT 3) c;
remote  Contact?$select=Name&$filter=Age gt 80&$orderby=Id
        rows: 3
        exact: Age > 80
local   SELECT c.Name FROM (SELECT Name FROM "Contact") AS c
cost    1 request

-- Top-N inside
SELECT upper(x.Name) FROM (SELECT Name FROM Contact WHERE Age > 10 ORDER BY Age DESC LIMIT 3) x;
remote  Contact?$select=Name&$filter=Age gt 10&$orderby=Age desc,Id
        rows: 3
        exact: Age > 10
local   SELECT UPPER(x.Name) FROM (SELECT Name FROM "Contact") AS x
cost    1 request

-- whether there is any row takes one row
SELECT EXISTS (SELECT 1 FROM Contact WHERE Age > 80);
remote  Contact?$select=Id&$filter=Age gt 80&$orderby=Id
        rows: 1
        exact: Age > 80
local   SELECT EXISTS(SELECT 1 FROM "Contact")
cost    1 request

-- and so where the condition is the same for every row
SELECT Name FROM ContactType WHERE EXISTS (SELECT 1 FROM Case WHERE RegisteredOn >= '2026-01-01');
remote  ContactType?$select=Id,Name&$orderby=Id
        local: EXISTS(SELECT 1 FROM "Case" WHERE RegisteredOn >= '2026-01-01') (it reads more than this table)
remote  Case?$select=Id&$filter=RegisteredOn ge 2026-01-01T00:00:00Z&$orderby=Id
        rows: 1
        exact: RegisteredOn >= '2026-01-01'
local   SELECT Name FROM "ContactType" WHERE EXISTS(SELECT 1 FROM "Case")
cost    2 requests or more: one for every 10,000 rows of ContactType
