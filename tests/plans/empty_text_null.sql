-- options: empty_text=null
-- an empty text is NULL for those who want it
SELECT Name FROM Contact WHERE Email IS NULL;
remote  Contact?$select=Id,Name&$filter=Email eq null or Email eq ''&$orderby=Id
        exact: Email IS NULL
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- nothing equals it
SELECT Name FROM Contact WHERE Email = '';
remote  no request: Contact has no row that fits
        exact: Email = ''
local   -
cost    0 requests

-- a filled one
SELECT Name FROM Contact WHERE Email IS NOT NULL;
remote  Contact?$select=Id,Name&$filter=Email ne null and Email ne ''&$orderby=Id
        exact: Email IS NOT NULL
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- a count of them
SELECT COUNT(Email) FROM Contact;
remote  Contact?$filter=Email ne null and Email ne ''&$top=0&$count=true
local   -
cost    1 request
