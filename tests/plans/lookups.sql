-- a lookup is addressed by its path
SELECT Name FROM Contact WHERE AccountId = 'e6574af1-3e92-4099-958e-e798f52ee016';
remote  Contact?$select=Id,Name&$filter=Account/Id eq e6574af1-3e92-4099-958e-e798f52ee016&$orderby=Id
        exact: AccountId = 'e6574af1-3e92-4099-958e-e798f52ee016'
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- the zero Guid is shown as NULL, so nothing equals it
SELECT Name FROM Contact WHERE AccountId = '00000000-0000-0000-0000-000000000000';
remote  no request: Contact has no row that fits
        exact: AccountId = '00000000-0000-0000-0000-000000000000'
local   -
cost    0 requests

-- IS NULL of a lookup stays here: no evidence that the server can compare one with null
SELECT Name FROM Contact WHERE AccountId IS NULL;
remote  Contact?$select=Id,Name,AccountId&$orderby=Id
        local: AccountId IS NULL (whether the server compares a lookup with null is not known)
local   SELECT Name FROM "Contact" WHERE AccountId IS NULL
cost    1 request or more: one for every 10,000 rows of Contact

-- unequal lookups also match empty ones there, so the rest is done here
SELECT Name FROM Contact WHERE AccountId <> 'e6574af1-3e92-4099-958e-e798f52ee016';
remote  Contact?$select=Id,Name,AccountId&$filter=Account/Id ne e6574af1-3e92-4099-958e-e798f52ee016&$orderby=Id
        superset: AccountId <> 'e6574af1-3e92-4099-958e-e798f52ee016'
local   SELECT Name FROM "Contact" WHERE AccountId <> 'e6574af1-3e92-4099-958e-e798f52ee016'
cost    1 request or more: one for every 10,000 rows of Contact

-- several keys
SELECT Name FROM Contact WHERE Id IN ('410006e1-ca4e-4502-a9ec-e54d922d2c00', '00b34750-2feb-4545-b233-153502326f3c');
remote  Contact?$select=Id,Name&$filter=Id eq 410006e1-ca4e-4502-a9ec-e54d922d2c00 or Id eq 00b34750-2feb-4545-b233-153502326f3c&$orderby=Id
        exact: Id IN ('410006e1-ca4e-4502-a9ec-e54d922d2c00', '00b34750-2feb-4545-b233-153502326f3c')
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- several lookups
SELECT Number FROM Case WHERE StatusId IN ('ae5f2f10-f46b-1410-fd9a-0050ba5d6c38', 'ae7f411e-f46b-1410-009b-0050ba5d6c38');
remote  Case?$select=Id,Number&$filter=Status/Id eq ae5f2f10-f46b-1410-fd9a-0050ba5d6c38 or Status/Id eq ae7f411e-f46b-1410-009b-0050ba5d6c38&$orderby=Id
        exact: StatusId IN ('ae5f2f10-f46b-1410-fd9a-0050ba5d6c38', 'ae7f411e-f46b-1410-009b-0050ba5d6c38')
local   -
cost    1 request or more: one for every 10,000 rows of Case

-- NOT IN of keys
SELECT Name FROM Contact WHERE Id NOT IN ('410006e1-ca4e-4502-a9ec-e54d922d2c00');
remote  Contact?$select=Id,Name&$filter=Id ne 410006e1-ca4e-4502-a9ec-e54d922d2c00&$orderby=Id
        exact: NOT Id IN ('410006e1-ca4e-4502-a9ec-e54d922d2c00')
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- a text column called like a lookup is none
SELECT Name FROM Contact WHERE FacebookId = 'x';
remote  Contact?$select=Id,Name&$filter=FacebookId eq 'x'&$orderby=Id
        exact: FacebookId = 'x'
local   -
cost    1 request or more: one for every 10,000 rows of Contact
