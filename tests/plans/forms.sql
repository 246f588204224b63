-- options: forms=lookup_null
-- with the form switched on, an empty lookup is asked for
SELECT Name FROM Contact WHERE AccountId IS NULL;
remote  Contact?$select=Id,Name&$filter=Account/Id eq null&$orderby=Id
        exact: AccountId IS NULL
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- and a filled one
SELECT Name FROM Contact WHERE AccountId IS NOT NULL;
remote  Contact?$select=Id,Name&$filter=Account/Id ne null&$orderby=Id
        exact: AccountId IS NOT NULL
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- unequal lookups become exact
SELECT Name FROM Contact WHERE AccountId <> 'e6574af1-3e92-4099-958e-e798f52ee016';
remote  Contact?$select=Id,Name&$filter=Account/Id ne e6574af1-3e92-4099-958e-e798f52ee016 and Account/Id ne null&$orderby=Id
        exact: AccountId <> 'e6574af1-3e92-4099-958e-e798f52ee016'
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- a count of lookups
SELECT COUNT(AccountId) FROM Contact;
remote  Contact?$filter=Account/Id ne null&$top=0&$count=true
local   -
cost    1 request
