-- a lookup of one row comes along with it, in one request
SELECT c.Name, a.Name FROM Contact c JOIN Account a ON a.Id = c.AccountId WHERE c.Id = '00b34750-2feb-4545-b233-153502326f3c';
remote  Contact?$select=Name,AccountId&$expand=Account($select=Id,Name)&$filter=Id eq 00b34750-2feb-4545-b233-153502326f3c&$orderby=Id
        exact: c.Id = '00b34750-2feb-4545-b233-153502326f3c'
        with it, by link Account: Account
local   SELECT c.Name, a.Name FROM "Contact" AS c JOIN "Account" AS a ON a.Id = c.AccountId
cost    1 request

-- a condition on the lookup is one on its path, too
SELECT c.Name FROM Contact c JOIN Account a ON a.Id = c.AccountId WHERE a.Code = 'X1';
remote  Contact?$select=Id,Name,AccountId&$expand=Account($select=Id)&$filter=Account/Code eq 'X1'&$orderby=Id
        with it, by link Account: Account, up to 20,000 rows
local   SELECT c.Name FROM "Contact" AS c JOIN "Account" AS a ON a.Id = c.AccountId
cost    1 request or more: one for every 10,000 rows of Contact

-- several levels deep
SELECT c.Name FROM Contact c JOIN Account a ON a.Id = c.AccountId JOIN City t ON t.Id = a.CityId WHERE t.Name = 'Berlin';
remote  Contact?$select=Id,Name,AccountId&$expand=Account($select=Id,CityId;$expand=City($select=Id))&$filter=Account/City/Name eq 'Berlin'&$orderby=Id
        with it, by link Account: Account, up to 20,000 rows
local   SELECT c.Name FROM "Contact" AS c JOIN "Account" AS a ON a.Id = c.AccountId JOIN "City" AS t ON t.Id = a.CityId
cost    1 request or more: one for every 10,000 rows of Contact

-- the condition may stand in ON
SELECT c.Name FROM Contact c JOIN Account a ON a.Id = c.AccountId AND a.Code = 'X1';
remote  Contact?$select=Id,Name,AccountId&$expand=Account($select=Id)&$filter=Account/Code eq 'X1'&$orderby=Id
        with it, by link Account: Account, up to 20,000 rows
local   SELECT c.Name FROM "Contact" AS c JOIN "Account" AS a ON a.Id = c.AccountId
cost    1 request or more: one for every 10,000 rows of Contact

-- and the join in WHERE
SELECT c.Name FROM Contact c, Account a WHERE a.Id = c.AccountId AND a.Code = 'X1';
remote  Contact?$select=Id,Name,AccountId&$expand=Account($select=Id)&$filter=Account/Code eq 'X1'&$orderby=Id
        with it, by link Account: Account, up to 20,000 rows
local   SELECT c.Name FROM "Contact" AS c, "Account" AS a WHERE a.Id = c.AccountId
cost    1 request or more: one for every 10,000 rows of Contact

-- LEFT JOIN: every contact counts, so only accounts are read by keys
SELECT c.Name, a.Name FROM Contact c LEFT JOIN Account a ON a.Id = c.AccountId WHERE c.Age > 80;
remote  Contact?$select=Id,Name,AccountId&$expand=Account($select=Id,Name)&$filter=Age gt 80&$orderby=Id
        exact: c.Age > 80
        with it, by link Account: Account, up to 20,000 rows
local   SELECT c.Name, a.Name FROM "Contact" AS c LEFT JOIN "Account" AS a ON a.Id = c.AccountId
cost    1 request or more: one for every 10,000 rows of Contact

-- a condition in the ON of a LEFT JOIN narrows the right side only
SELECT c.Name, a.Name FROM Contact c LEFT JOIN Account a ON a.Id = c.AccountId AND a.Code = 'X1';
remote  Contact?$select=Id,Name,AccountId&$orderby=Id
remote  Account?$select=Id,Name&$filter=Code eq 'X1'&$orderby=Id
        exact: a.Code = 'X1'
        by keys, where that takes less: Account.Id = Contact.AccountId
local   SELECT c.Name, a.Name FROM "Contact" AS c LEFT JOIN "Account" AS a ON a.Id = c.AccountId
cost    2 requests or more: one for every 10,000 rows of Contact, 10,000 rows of Account

-- a condition on the left side in that ON narrows nothing
SELECT c.Name, a.Name FROM Contact c LEFT JOIN Account a ON a.Id = c.AccountId AND c.Age > 80;
remote  Contact?$select=Id,Name,AccountId,Age&$expand=Account($select=Id,Name)&$orderby=Id
        local: c.Age > 80 (an outer join may add empty rows)
        with it, by link Account: Account, up to 20,000 rows
local   SELECT c.Name, a.Name FROM "Contact" AS c LEFT JOIN "Account" AS a ON a.Id = c.AccountId AND c.Age > 80
cost    1 request or more: one for every 10,000 rows of Contact

-- WHERE on the right side of a LEFT JOIN rejects NULLs, so it narrows and stays
SELECT c.Name FROM Contact c LEFT JOIN Account a ON a.Id = c.AccountId WHERE a.Code = 'X1';
remote  Contact?$select=Id,Name,AccountId&$orderby=Id
remote  Account?$select=Id,Code&$filter=Code eq 'X1'&$orderby=Id
        exact: a.Code = 'X1'
        by keys, where that takes less: Account.Id = Contact.AccountId
local   SELECT c.Name FROM "Contact" AS c LEFT JOIN "Account" AS a ON a.Id = c.AccountId WHERE a.Code = 'X1'
cost    2 requests or more: one for every 10,000 rows of Contact, 10,000 rows of Account

-- IS NULL there does not
SELECT c.Name FROM Contact c LEFT JOIN Account a ON a.Id = c.AccountId WHERE a.ModifiedOn IS NULL;
remote  Contact?$select=Id,Name,AccountId&$expand=Account($select=Id,ModifiedOn)&$orderby=Id
        with it, by link Account: Account, up to 20,000 rows
local   SELECT c.Name FROM "Contact" AS c LEFT JOIN "Account" AS a ON a.Id = c.AccountId WHERE a.ModifiedOn IS NULL
cost    1 request or more: one for every 10,000 rows of Contact

-- RIGHT JOIN
SELECT c.Name, a.Name FROM Contact c RIGHT JOIN Account a ON a.Id = c.AccountId WHERE a.Code = 'X1';
remote  Contact?$select=Id,Name,AccountId&$orderby=Id
remote  Account?$select=Id,Name&$filter=Code eq 'X1'&$orderby=Id
        exact: a.Code = 'X1'
local   SELECT c.Name, a.Name FROM "Contact" AS c RIGHT JOIN "Account" AS a ON a.Id = c.AccountId
cost    2 requests or more: one for every 10,000 rows of Contact, 10,000 rows of Account

-- FULL JOIN narrows nothing by keys
SELECT c.Name, a.Name FROM Contact c FULL JOIN Account a ON a.Id = c.AccountId;
remote  Contact?$select=Id,Name,AccountId&$orderby=Id
remote  Account?$select=Id,Name&$orderby=Id
local   SELECT c.Name, a.Name FROM "Contact" AS c FULL JOIN "Account" AS a ON a.Id = c.AccountId
cost    2 requests or more: one for every 10,000 rows of Contact, 10,000 rows of Account

-- CROSS JOIN
SELECT c.Name, g.Name FROM Contact c CROSS JOIN Gender g WHERE c.Age > 80;
remote  Contact?$select=Id,Name&$filter=Age gt 80&$orderby=Id
        exact: c.Age > 80
remote  Gender?$select=Id,Name&$orderby=Id
local   SELECT c.Name, g.Name FROM "Contact" AS c CROSS JOIN "Gender" AS g
cost    2 requests or more: one for every 10,000 rows of Contact, 10,000 rows of Gender

-- a join that is no equality
SELECT c.Name, d.Name FROM Contact c JOIN Contact d ON c.Age < d.Age WHERE c.Age > 80 AND d.Age > 85;
remote  Contact?$select=Id,Name,Age&$filter=Age gt 80&$orderby=Id
        exact: c.Age > 80
remote  Contact?$select=Id,Name,Age&$filter=Age gt 85&$orderby=Id
        exact: d.Age > 85
local   SELECT c.Name, d.Name FROM "Contact" AS c JOIN "Contact_2" AS d ON c.Age < d.Age
cost    2 requests or more: one for every 10,000 rows of Contact, 10,000 rows of Contact_2

-- USING
SELECT c.Name, k.Number FROM Contact c JOIN Case k USING (AccountId) WHERE c.Age > 80;
remote  Contact?$select=Id,Name,AccountId&$filter=Age gt 80&$orderby=Id
        exact: c.Age > 80
remote  Case?$select=Id,Number,AccountId&$orderby=Id
        by keys, where that takes less: Case.AccountId = Contact.AccountId
local   SELECT c.Name, k.Number FROM "Contact" AS c JOIN "Case" AS k USING (AccountId)
cost    2 requests or more: one for every 10,000 rows of Contact, 10,000 rows of Case

-- a self-join of the same rows is one scan
SELECT c.Name, d.Name FROM Contact c JOIN Contact d ON c.AccountId = d.AccountId AND c.Id <> d.Id;
remote  Contact?$select=Id,Name,AccountId&$orderby=Id
local   SELECT c.Name, d.Name FROM "Contact" AS c JOIN "Contact" AS d ON c.AccountId = d.AccountId AND c.Id <> d.Id
cost    1 request or more: one for every 10,000 rows of Contact

-- a join of equal text stays here
SELECT c.Name FROM Contact c JOIN Lead l ON l.Email = c.Email;
remote  Contact?$select=Id,Name,Email&$orderby=Id
remote  Lead?$select=Id,Email&$orderby=Id
local   SELECT c.Name FROM "Contact" AS c JOIN "Lead" AS l ON l.Email = c.Email
cost    2 requests or more: one for every 10,000 rows of Contact, 10,000 rows of Lead

-- four tables
SELECT c.Name, p.Name FROM Contact c JOIN "Order" o ON o.ContactId = c.Id JOIN OrderProduct op ON op.OrderId = o.Id JOIN Product p ON p.Id = op.ProductId WHERE c.Age > 80;
remote  OrderProduct?$select=Id,ProductId,OrderId&$expand=Order($select=Id,ContactId;$expand=Contact($select=Id,Name)),Product($select=Id,Name)&$filter=Order/Contact/Age gt 80&$orderby=Id
        with it, by link Order: Order, up to 20,000 rows
        with it, by link Product: Product, up to 20,000 rows
local   SELECT c.Name, p.Name FROM "Contact" AS c JOIN "Order" AS o ON o.ContactId = c.Id JOIN "OrderProduct" AS op ON op.OrderId = o.Id JOIN "Product" AS p ON p.Id = op.ProductId
cost    1 request or more: one for every 10,000 rows of OrderProduct

-- two levels of lookups of one row, still one request
SELECT c.Name, t.Name FROM Contact c LEFT JOIN Account a ON a.Id = c.AccountId LEFT JOIN City t ON t.Id = a.CityId WHERE c.Id = '00b34750-2feb-4545-b233-153502326f3c';
remote  Contact?$select=Name,AccountId&$expand=Account($select=Id,CityId;$expand=City($select=Id,Name))&$filter=Id eq 00b34750-2feb-4545-b233-153502326f3c&$orderby=Id
        exact: c.Id = '00b34750-2feb-4545-b233-153502326f3c'
        with it, by link Account: Account
local   SELECT c.Name, t.Name FROM "Contact" AS c LEFT JOIN "Account" AS a ON a.Id = c.AccountId LEFT JOIN "City" AS t ON t.Id = a.CityId
cost    1 request

-- a LIMIT over lookups that each find one row at the most is one of the first table
SELECT c.Name, a.Name FROM Contact c LEFT JOIN Account a ON a.Id = c.AccountId LIMIT 5;
remote  Contact?$select=Name,AccountId&$expand=Account($select=Id,Name)&$orderby=Id
        rows: 5
        with it, by link Account: Account
local   SELECT c.Name, a.Name FROM "Contact" AS c LEFT JOIN "Account" AS a ON a.Id = c.AccountId LIMIT 5
cost    1 request

-- Top-N as well
SELECT k.Number, c.Name FROM Case k LEFT JOIN Contact c ON c.Id = k.ContactId WHERE k.RegisteredOn > '2020-01-01' ORDER BY k.RegisteredOn DESC LIMIT 3;
remote  Case?$select=Number,RegisteredOn,ContactId&$expand=Contact($select=Id,Name)&$filter=RegisteredOn ge 2020-01-01T00:00:00.000001Z&$orderby=RegisteredOn desc,Id
        rows: 3
        exact: k.RegisteredOn > '2020-01-01'
        with it, by link Contact: Contact
local   SELECT k.Number, c.Name FROM "Case" AS k LEFT JOIN "Contact" AS c ON c.Id = k.ContactId ORDER BY k.RegisteredOn DESC NULLS FIRST LIMIT 3
cost    1 request

-- an inner join may lose rows, so its LIMIT stays here
SELECT c.Name, a.Name FROM Contact c JOIN Account a ON a.Id = c.AccountId LIMIT 5;
remote  Contact?$select=Id,Name,AccountId&$expand=Account($select=Id,Name)&$orderby=Id
        with it, by link Account: Account, up to 20,000 rows
local   SELECT c.Name, a.Name FROM "Contact" AS c JOIN "Account" AS a ON a.Id = c.AccountId LIMIT 5
cost    1 request or more: one for every 10,000 rows of Contact

-- an order by what is looked up stays here
SELECT k.Number, c.Name FROM Case k LEFT JOIN Contact c ON c.Id = k.ContactId ORDER BY c.Age LIMIT 3;
remote  Case?$select=Id,Number,ContactId&$expand=Contact($select=Id,Name,Age)&$orderby=Id
        with it, by link Contact: Contact, up to 20,000 rows
local   SELECT k.Number, c.Name FROM "Case" AS k LEFT JOIN "Contact" AS c ON c.Id = k.ContactId ORDER BY c.Age LIMIT 3
cost    1 request or more: one for every 10,000 rows of Case
