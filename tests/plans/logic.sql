-- AND: what can go, goes
SELECT Name FROM Contact WHERE Age > 30 AND upper(Name) = 'ANNA';
remote  Contact?$select=Id,Name&$filter=Age gt 30&$orderby=Id
        exact: Age > 30
        local: UPPER(Name) = 'ANNA' (the server's profile has no toupper; the option forms=toupper switches it on)
local   SELECT Name FROM "Contact" WHERE UPPER(Name) = 'ANNA'
cost    1 request or more: one for every 10,000 rows of Contact

-- OR: all of it or nothing
SELECT Name FROM Contact WHERE Age > 30 OR upper(Name) = 'ANNA';
remote  Contact?$select=Id,Name,Age&$orderby=Id
        local: Age > 30 OR UPPER(Name) = 'ANNA' (the server's profile has no toupper; the option forms=toupper switches it on)
local   SELECT Name FROM "Contact" WHERE Age > 30 OR UPPER(Name) = 'ANNA'
cost    1 request or more: one for every 10,000 rows of Contact

-- OR of two things that can go
SELECT Name FROM Contact WHERE Age > 90 OR DoNotUseEmail;
remote  Contact?$select=Id,Name&$filter=Age gt 90 or DoNotUseEmail eq true&$orderby=Id
        exact: Age > 90 OR DoNotUseEmail
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- NOT over AND, by De Morgan
SELECT Name FROM Contact WHERE NOT (Age > 30 AND DoNotUseEmail);
remote  Contact?$select=Id,Name&$filter=Age le 30 or Age eq null or DoNotUseEmail eq false or DoNotUseEmail eq null&$orderby=Id
        exact: NOT (Age > 30 AND DoNotUseEmail)
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- a superset inside OR
SELECT Name FROM Contact WHERE Age > 90 OR Name LIKE 'A%a';
remote  Contact?$select=Id,Name,Age&$filter=Age gt 90 or startswith(Name,'A') and endswith(Name,'a')&$orderby=Id
        superset: Age > 90 OR Name LIKE 'A%a'
local   SELECT Name FROM "Contact" WHERE Age > 90 OR Name LIKE 'A%a'
cost    1 request or more: one for every 10,000 rows of Contact

-- a superset is never negated
SELECT Name FROM Contact WHERE NOT (Age > 90 OR Name LIKE 'A%a');
remote  Contact?$select=Id,Name,Age&$filter=Age le 90 or Age eq null&$orderby=Id
        superset: NOT (Age > 90 OR Name LIKE 'A%a')
local   SELECT Name FROM "Contact" WHERE NOT (Age > 90 OR Name LIKE 'A%a')
cost    1 request or more: one for every 10,000 rows of Contact

-- parentheses where OData needs them
SELECT Name FROM Contact WHERE (Age = 30 OR Age = 40) AND (DoNotUseCall OR DoNotUseSms);
remote  Contact?$select=Id,Name&$filter=(Age eq 30 or Age eq 40) and (DoNotUseCall eq true or DoNotUseSms eq true)&$orderby=Id
        exact: Age = 30 OR Age = 40
        exact: DoNotUseCall OR DoNotUseSms
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- IN of numbers
SELECT Name FROM Contact WHERE Age IN (18, 19, 20);
remote  Contact?$select=Id,Name&$filter=Age eq 18 or Age eq 19 or Age eq 20&$orderby=Id
        exact: Age IN (18, 19, 20)
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- NOT IN with NULL is never true
SELECT Name FROM Contact WHERE Age NOT IN (18, NULL);
remote  no request: Contact has no row that fits
        exact: NOT Age IN (18, NULL)
local   -
cost    0 requests

-- CASE stays here
SELECT Name FROM Contact WHERE CASE WHEN Age > 50 THEN TRUE ELSE FALSE END;
remote  Contact?$select=Id,Name,Age&$orderby=Id
        local: CASE WHEN Age > 50 THEN TRUE ELSE FALSE END (OData cannot say CASE)
local   SELECT Name FROM "Contact" WHERE CASE WHEN Age > 50 THEN TRUE ELSE FALSE END
cost    1 request or more: one for every 10,000 rows of Contact
