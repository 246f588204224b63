-- a key names one row: one request for at most one row, without a count
SELECT Name FROM Contact WHERE Id = '410006e1-ca4e-4502-a9ec-e54d922d2c00';
remote  Contact?$select=Name&$filter=Id eq 410006e1-ca4e-4502-a9ec-e54d922d2c00&$orderby=Id
        exact: Id = '410006e1-ca4e-4502-a9ec-e54d922d2c00'
local   -
cost    1 request

-- equality of a number goes remote; NULL inside shows 0, which is not 30
SELECT Name FROM Contact WHERE Age = 30;
remote  Contact?$select=Id,Name&$filter=Age eq 30&$orderby=Id
        exact: Age = 30
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- what shows 0 is asked for as 0 or null
SELECT Name FROM Contact WHERE Age = 0;
remote  Contact?$select=Id,Name&$filter=Age eq 0 or Age eq null&$orderby=Id
        exact: Age = 0
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- below five is also what shows 0
SELECT Name FROM Contact WHERE Age < 5;
remote  Contact?$select=Id,Name&$filter=Age lt 5 or Age eq null&$orderby=Id
        exact: Age < 5
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- <> 0 must not let a NULL inside through, whatever the server thinks of null ne 0
SELECT Name FROM Contact WHERE Age <> 0;
remote  Contact?$select=Id,Name&$filter=Age ne 0 and Age ne null&$orderby=Id
        exact: Age <> 0
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- <> 3 lets what shows 0 through
SELECT Name FROM Contact WHERE Age <> 3;
remote  Contact?$select=Id,Name&$filter=Age ne 3 or Age eq null&$orderby=Id
        exact: Age <> 3
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- the constant may stand on the left
SELECT Name FROM Contact WHERE 30 <= Age;
remote  Contact?$select=Id,Name&$filter=Age ge 30&$orderby=Id
        exact: 30 <= Age
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- constants are computed before anything is asked
SELECT Name FROM Contact WHERE Age > 2 * 10 + 1;
remote  Contact?$select=Id,Name&$filter=Age gt 21&$orderby=Id
        exact: Age > 2 * 10 + 1
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- BETWEEN is two bounds
SELECT Name FROM Contact WHERE Age BETWEEN 20 AND 30;
remote  Contact?$select=Id,Name&$filter=Age ge 20 and Age le 30&$orderby=Id
        exact: Age BETWEEN 20 AND 30
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- NOT BETWEEN is either side of them
SELECT Name FROM Contact WHERE Age NOT BETWEEN 20 AND 30;
remote  Contact?$select=Id,Name&$filter=Age lt 20 or Age eq null or Age gt 30&$orderby=Id
        exact: NOT Age BETWEEN 20 AND 30
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- an integer column compared with a whole decimal
SELECT Name FROM Contact WHERE Age = 30.0;
remote  Contact?$select=Id,Name&$filter=Age eq 30&$orderby=Id
        exact: Age = 30.0
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- an integer column compared with a fraction stays here
SELECT Name FROM Contact WHERE Age > 30.5;
remote  Contact?$select=Id,Name,Age&$orderby=Id
        local: Age > 30.5 (it compares an integer with another type)
local   SELECT Name FROM "Contact" WHERE Age > 30.5
cost    1 request or more: one for every 10,000 rows of Contact

-- a number out of the column's range stays here
SELECT Name FROM Contact WHERE Age < 3000000000;
remote  Contact?$select=Id,Name,Age&$orderby=Id
        local: Age < 3000000000 (the number is outside the column's range)
local   SELECT Name FROM "Contact" WHERE Age < 3000000000
cost    1 request or more: one for every 10,000 rows of Contact

-- decimals are written without a float in between
SELECT Title FROM Opportunity WHERE Amount >= 1000.10;
remote  Opportunity?$select=Id,Title&$filter=Amount ge 1000.1&$orderby=Id
        exact: Amount >= 1000.10
local   -
cost    1 request or more: one for every 10,000 rows of Opportunity

-- a decimal against a float is compared in floating point, so the server is asked for a little more
SELECT Title FROM Opportunity WHERE Amount > CAST(1000.5 AS DOUBLE);
remote  Opportunity?$select=Id,Title,Amount&$filter=Amount ge 1000.499999999899&$orderby=Id
        superset: Amount > CAST(1000.5 AS DOUBLE)
local   SELECT Title FROM "Opportunity" WHERE Amount > CAST(1000.5 AS DOUBLE)
cost    1 request or more: one for every 10,000 rows of Opportunity

-- what shows an empty amount is below a positive one
SELECT Title FROM Opportunity WHERE Amount < 100;
remote  Opportunity?$select=Id,Title&$filter=Amount lt 100 or Amount eq null&$orderby=Id
        exact: Amount < 100
local   -
cost    1 request or more: one for every 10,000 rows of Opportunity

-- a Boolean column alone
SELECT Name FROM Contact WHERE DoNotUseEmail;
remote  Contact?$select=Id,Name&$filter=DoNotUseEmail eq true&$orderby=Id
        exact: DoNotUseEmail
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- its opposite finds what shows false, also NULL inside
SELECT Name FROM Contact WHERE NOT DoNotUseEmail;
remote  Contact?$select=Id,Name&$filter=DoNotUseEmail eq false or DoNotUseEmail eq null&$orderby=Id
        exact: NOT DoNotUseEmail
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- a Boolean compared with a constant
SELECT Name FROM Contact WHERE DoNotUseCall = TRUE AND DoNotUseSms <> TRUE;
remote  Contact?$select=Id,Name&$filter=DoNotUseCall eq true and (DoNotUseSms eq false or DoNotUseSms eq null)&$orderby=Id
        exact: DoNotUseCall = TRUE
        exact: DoNotUseSms <> TRUE
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- IS TRUE and IS NOT TRUE
SELECT Name FROM Contact WHERE Confirmed IS TRUE AND IsEmailConfirmed IS NOT TRUE;
remote  Contact?$select=Id,Name&$filter=Confirmed eq true and (IsEmailConfirmed eq false or IsEmailConfirmed eq null)&$orderby=Id
        exact: Confirmed IS TRUE
        exact: NOT IsEmailConfirmed IS TRUE
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- a column compared with a column stays here
SELECT Name FROM Contact WHERE GivenName = Surname;
remote  Contact?$select=Id,Name,Surname,GivenName&$orderby=Id
        local: GivenName = Surname (it compares with something that is not a constant)
local   SELECT Name FROM "Contact" WHERE GivenName = Surname
cost    1 request or more: one for every 10,000 rows of Contact

-- arithmetic over a column stays here
SELECT Name FROM Contact WHERE Age + 1 = 31;
remote  Contact?$select=Id,Name,Age&$orderby=Id
        local: Age + 1 = 31 (it compares an expression, which OData cannot compute)
local   SELECT Name FROM "Contact" WHERE Age + 1 = 31
cost    1 request or more: one for every 10,000 rows of Contact

-- comparing with NULL is never true: no request
SELECT Name FROM Contact WHERE Age = NULL;
remote  no request: Contact has no row that fits
        exact: Age = NULL
local   -
cost    0 requests

-- an always false condition: no request
SELECT Name FROM Contact WHERE 1 = 0;
remote  no request: Contact has no row that fits
        exact: 1 = 0
local   -
cost    0 requests

-- an always true condition says nothing
SELECT Name FROM Contact WHERE 1 = 1 AND Age = 30;
remote  Contact?$select=Id,Name&$filter=Age eq 30&$orderby=Id
        exact: 1 = 1
        exact: Age = 30
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- IS DISTINCT FROM counts NULL as a value
SELECT Number FROM Case WHERE StatusId IS DISTINCT FROM 'ae5f2f10-f46b-1410-fd9a-0050ba5d6c38';
remote  Case?$select=Id,Number,StatusId&$orderby=Id
        local: StatusId IS DISTINCT FROM 'ae5f2f10-f46b-1410-fd9a-0050ba5d6c38' (whether the server compares a lookup with null is not known)
local   SELECT Number FROM "Case" WHERE StatusId IS DISTINCT FROM 'ae5f2f10-f46b-1410-fd9a-0050ba5d6c38'
cost    1 request or more: one for every 10,000 rows of Case
