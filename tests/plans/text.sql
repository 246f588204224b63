-- equality of text over-returns where the server may ignore case; exact here
SELECT Name FROM Contact WHERE Name = 'O''Brien';
remote  Contact?$select=Id,Name&$filter=Name eq 'O''Brien'&$orderby=Id
        superset: Name = 'O''Brien'
local   SELECT Name FROM "Contact" WHERE Name = 'O''Brien'

-- an empty text is also what is NULL inside
SELECT Name FROM Contact WHERE Email = '';
remote  Contact?$select=Id,Name,Email&$filter=Email eq '' or Email eq null&$orderby=Id
        superset: Email = ''
local   SELECT Name FROM "Contact" WHERE Email = ''

-- text is never NULL in Creatio, so this is always false
SELECT Name FROM Contact WHERE Email IS NULL;
remote  no request: Contact has no row that fits
        exact: Email IS NULL
local   -

-- and this always true
SELECT Name FROM Contact WHERE Email IS NOT NULL;
remote  Contact?$select=Id,Name&$orderby=Id
        exact: Email IS NOT NULL
local   -

-- how the server compares text is not known, so its opposite cannot be asked for
SELECT Name FROM Contact WHERE Name <> 'Anna';
remote  Contact?$select=Id,Name&$orderby=Id
        local: Name <> 'Anna' (how the server compares text is not known)
local   SELECT Name FROM "Contact" WHERE Name <> 'Anna'

-- a prefix
SELECT Name FROM Contact WHERE Name LIKE 'Ann%';
remote  Contact?$select=Id,Name&$filter=startswith(Name,'Ann')&$orderby=Id
        superset: Name LIKE 'Ann%'
local   SELECT Name FROM "Contact" WHERE Name LIKE 'Ann%'

-- a suffix
SELECT Name FROM Contact WHERE Email LIKE '%@example.com';
remote  Contact?$select=Id,Name,Email&$filter=endswith(Email,'@example.com')&$orderby=Id
        superset: Email LIKE '%@example.com'
local   SELECT Name FROM "Contact" WHERE Email LIKE '%@example.com'

-- text in the middle
SELECT Name FROM Contact WHERE Notes LIKE '%urgent%';
remote  Contact?$select=Id,Name,Notes&$filter=contains(Notes,'urgent')&$orderby=Id
        superset: Notes LIKE '%urgent%'
local   SELECT Name FROM "Contact" WHERE Notes LIKE '%urgent%'

-- a pattern that OData can only half say: over-return there, exact here
SELECT Id FROM Contact WHERE Name LIKE 'O''B%n';
remote  Contact?$select=Id,Name&$filter=startswith(Name,'O''B') and endswith(Name,'n')&$orderby=Id
        superset: Name LIKE 'O''B%n'
local   SELECT Id FROM "Contact" WHERE Name LIKE 'O''B%n'

-- one character of any kind
SELECT Id FROM Contact WHERE Name LIKE 'A_na%';
remote  Contact?$select=Id,Name&$filter=startswith(Name,'A') and contains(Name,'na')&$orderby=Id
        superset: Name LIKE 'A_na%'
local   SELECT Id FROM "Contact" WHERE Name LIKE 'A_na%'

-- a pattern without wildcards is an equality
SELECT Id FROM Contact WHERE Name LIKE 'Anna';
remote  Contact?$select=Id,Name&$filter=Name eq 'Anna'&$orderby=Id
        superset: Name LIKE 'Anna'
local   SELECT Id FROM "Contact" WHERE Name LIKE 'Anna'

-- an escaped wildcard is text
SELECT Id FROM Contact WHERE Name LIKE '50!%%' ESCAPE '!';
remote  Contact?$select=Id,Name&$filter=startswith(Name,'50%')&$orderby=Id
        superset: Name LIKE '50!%%' ESCAPE '!'
local   SELECT Id FROM "Contact" WHERE Name LIKE '50!%%' ESCAPE '!'

-- any text at all
SELECT Id FROM Contact WHERE Name LIKE '%';
remote  Contact?$select=Id&$orderby=Id
        exact: Name LIKE '%'
local   -

-- NOT LIKE stays here
SELECT Id FROM Contact WHERE Name NOT LIKE 'A%';
remote  Contact?$select=Id,Name&$orderby=Id
        local: Name NOT LIKE 'A%' (how the server compares text is not known, so the opposite cannot be asked for)
local   SELECT Id FROM "Contact" WHERE Name NOT LIKE 'A%'

-- ILIKE stays here in the default profile
SELECT Id FROM Contact WHERE Name ILIKE 'a%';
remote  Contact?$select=Id,Name&$orderby=Id
        local: Name ILIKE 'a%' (OData cannot say ILIKE)
local   SELECT Id FROM "Contact" WHERE Name ILIKE 'a%'

-- a function of a text column stays here
SELECT Id FROM Contact WHERE lower(Name) = 'anna';
remote  Contact?$select=Id,Name&$orderby=Id
        local: LOWER(Name) = 'anna' (it compares an expression, which OData cannot compute)
local   SELECT Id FROM "Contact" WHERE LOWER(Name) = 'anna'

-- an order of text stays here
SELECT Id FROM Contact WHERE Name > 'M';
remote  Contact?$select=Id,Name&$orderby=Id
        local: Name > 'M' (how the server compares text is not known)
local   SELECT Id FROM "Contact" WHERE Name > 'M'

-- hostile characters arrive as they are
SELECT Id FROM Contact WHERE Name = 'a&b#c+d%e''f/g?h';
remote  Contact?$select=Id,Name&$filter=Name eq 'a&b#c+d%e''f/g?h'&$orderby=Id
        superset: Name = 'a&b#c+d%e''f/g?h'
local   SELECT Id FROM "Contact" WHERE Name = 'a&b#c+d%e''f/g?h'
