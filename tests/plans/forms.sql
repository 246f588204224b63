-- options: forms=lookup_null
-- with the form switched on, an empty lookup is asked for
SELECT Name FROM Contact WHERE AccountId IS NULL;
remote  Contact?$select=Id,Name&$filter=Account/Id eq null&$orderby=Id
        exact: AccountId IS NULL
local   -

-- and a filled one
SELECT Name FROM Contact WHERE AccountId IS NOT NULL;
remote  Contact?$select=Id,Name&$filter=Account/Id ne null&$orderby=Id
        exact: AccountId IS NOT NULL
local   -

-- unequal lookups become exact
SELECT Name FROM Contact WHERE AccountId <> 'e6574af1-3e92-4099-958e-e798f52ee016';
remote  Contact?$select=Id,Name&$filter=Account/Id ne e6574af1-3e92-4099-958e-e798f52ee016 and Account/Id ne null&$orderby=Id
        exact: AccountId <> 'e6574af1-3e92-4099-958e-e798f52ee016'
local   -

-- a count of lookups
SELECT COUNT(AccountId) FROM Contact;
remote  Contact?$filter=Account/Id ne null&$top=0&$count=true
local   -
