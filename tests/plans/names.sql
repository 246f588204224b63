-- names match without regard to case
SELECT name, AGE FROM contact WHERE aGe = 30;
remote  Contact?$select=Id,Name,Age&$filter=Age eq 30&$orderby=Id
        exact: aGe = 30
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- objects called like keywords
SELECT Number FROM Case WHERE Number = 'SR00000040';
remote  Case?$select=Id,Number&$filter=Number eq 'SR00000040'&$orderby=Id
        exact: Number = 'SR00000040'
local   -
cost    1 request or more: one for every 10,000 rows of Case

-- and with quotes of every kind
SELECT [Number], `Amount` FROM "Order" WHERE [Amount] > 100;
remote  Order?$select=Id,Number,Amount&$filter=Amount gt 100&$orderby=Id
        exact: "Amount" > 100
local   -
cost    1 request or more: one for every 10,000 rows of Order

-- an alias
SELECT c.Name FROM Contact AS c WHERE c.Age = 30;
remote  Contact?$select=Id,Name&$filter=Age eq 30&$orderby=Id
        exact: c.Age = 30
local   -
cost    1 request or more: one for every 10,000 rows of Contact

-- the table's own name before a column
SELECT Case.Number FROM Case WHERE Case.ResponseOverdue;
remote  Case?$select=Id,Number&$filter=ResponseOverdue eq true&$orderby=Id
        exact: "Case".ResponseOverdue
local   -
cost    1 request or more: one for every 10,000 rows of Case
