-- the sandbox was asked and tells text apart, so equality is exact
SELECT Name FROM Contact WHERE Name = 'O''Brien';
remote  Contact?$select=Id,Name&$filter=Name eq 'O''Brien'&$orderby=Id
        exact: Name = 'O''Brien'
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- an empty text is also what is NULL inside
SELECT Name FROM Contact WHERE Email = '';
remote  Contact?$select=Id,Name&$filter=Email eq '' or Email eq null&$orderby=Id
        exact: Email = ''
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- text is never NULL in Creatio, so this is always false
SELECT Name FROM Contact WHERE Email IS NULL;
remote  no request: Contact has no row that fits
        exact: Email IS NULL
local   -
cost    0 requests

-- and this always true
SELECT Name FROM Contact WHERE Email IS NOT NULL;
remote  Contact?$select=Id,Name&$orderby=Id
        exact: Email IS NOT NULL
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- and so is its opposite; NULL inside shows '', which is not Anna
SELECT Name FROM Contact WHERE Name <> 'Anna';
remote  Contact?$select=Id,Name&$filter=Name ne 'Anna' or Name eq null&$orderby=Id
        exact: Name <> 'Anna'
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- a prefix
SELECT Name FROM Contact WHERE Name LIKE 'Ann%';
remote  Contact?$select=Id,Name&$filter=startswith(Name,'Ann')&$orderby=Id
        exact: Name LIKE 'Ann%'
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- a suffix
SELECT Name FROM Contact WHERE Email LIKE '%@example.com';
remote  Contact?$select=Id,Name&$filter=endswith(Email,'@example.com')&$orderby=Id
        exact: Email LIKE '%@example.com'
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- text in the middle
SELECT Name FROM Contact WHERE Notes LIKE '%urgent%';
remote  Contact?$select=Id,Name&$filter=contains(Notes,'urgent')&$orderby=Id
        exact: Notes LIKE '%urgent%'
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- a pattern that OData can only half say: over-return there, exact here
SELECT Id FROM Contact WHERE Name LIKE 'O''B%n';
remote  Contact?$select=Id,Name&$filter=startswith(Name,'O''B') and endswith(Name,'n')&$orderby=Id
        superset: Name LIKE 'O''B%n'
local   SELECT Id FROM "Contact" WHERE Name LIKE 'O''B%n'
cost    1 request or more: one for every 10,000 rows of Contact

-- one character of any kind
SELECT Id FROM Contact WHERE Name LIKE 'A_na%';
remote  Contact?$select=Id,Name&$filter=startswith(Name,'A') and contains(Name,'na')&$orderby=Id
        superset: Name LIKE 'A_na%'
local   SELECT Id FROM "Contact" WHERE Name LIKE 'A_na%'
cost    1 request or more: one for every 10,000 rows of Contact

-- a pattern without wildcards is an equality
SELECT Id FROM Contact WHERE Name LIKE 'Anna';
remote  Contact?$select=Id&$filter=Name eq 'Anna'&$orderby=Id
        exact: Name LIKE 'Anna'
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- an escaped wildcard is text
SELECT Id FROM Contact WHERE Name LIKE '50!%%' ESCAPE '!';
remote  Contact?$select=Id,Name&$filter=startswith(Name,'50%')&$orderby=Id
        superset: Name LIKE '50!%%' ESCAPE '!'
local   SELECT Id FROM "Contact" WHERE Name LIKE '50!%%' ESCAPE '!'
cost    1 request or more: one for every 10,000 rows of Contact

-- any text at all
SELECT Id FROM Contact WHERE Name LIKE '%';
remote  Contact?$select=Id&$orderby=Id
        exact: Name LIKE '%'
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- the opposite of a prefix; what shows '' has none
SELECT Id FROM Contact WHERE Name NOT LIKE 'A%';
remote  Contact?$select=Id&$filter=not startswith(Name,'A') or Name eq null&$orderby=Id
        exact: Name NOT LIKE 'A%'
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- ILIKE stays here in the default profile
SELECT Id FROM Contact WHERE Name ILIKE 'a%';
remote  Contact?$select=Id,Name&$orderby=Id
        local: Name ILIKE 'a%' (the server's profile has no tolower; the option forms=tolower switches it on)
local   SELECT Id FROM "Contact" WHERE Name ILIKE 'a%'
cost    1 request or more: one for every 10,000 rows of Contact

-- a function of a text column stays here
SELECT Id FROM Contact WHERE lower(Name) = 'anna';
remote  Contact?$select=Id,Name&$orderby=Id
        local: LOWER(Name) = 'anna' (the server's profile has no tolower; the option forms=tolower switches it on)
local   SELECT Id FROM "Contact" WHERE LOWER(Name) = 'anna'
cost    1 request or more: one for every 10,000 rows of Contact

-- an order of text stays here
SELECT Id FROM Contact WHERE Name > 'M';
remote  Contact?$select=Id,Name&$orderby=Id
        local: Name > 'M' (how it orders text is not known)
local   SELECT Id FROM "Contact" WHERE Name > 'M'
cost    1 request or more: one for every 10,000 rows of Contact

-- hostile characters arrive as they are
SELECT Id FROM Contact WHERE Name = 'a&b#c+d%e''f/g?h';
remote  Contact?$select=Id&$filter=Name eq 'a&b#c+d%e''f/g?h'&$orderby=Id
        exact: Name = 'a&b#c+d%e''f/g?h'
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- a character that a database may take for a wildcard of its own stays here
SELECT Id FROM Contact WHERE Name LIKE '[A]%';
remote  Contact?$select=Id,Name&$orderby=Id
        local: Name LIKE '[A]%' (the server may take a character of the pattern for a wildcard of its own)
local   SELECT Id FROM "Contact" WHERE Name LIKE '[A]%'
cost    1 request or more: one for every 10,000 rows of Contact
