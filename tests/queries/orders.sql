-- revenue by industry
-- by hand: Order?$select=PrimaryAmount&$expand=Account($select=Industry;$expand=Industry($select=Name))&$filter=Account/Name ne ''
SELECT coalesce(i.Name, 'unknown') AS industry, count(*) AS orders, sum(o.PrimaryAmount) AS revenue
FROM "Order" o
JOIN Account a ON a.Id = o.AccountId
LEFT JOIN AccountIndustry i ON i.Id = a.IndustryId
GROUP BY 1
ORDER BY revenue DESC, industry
LIMIT 8
----
unknown | 160 | 914948.47
Retail | 49 | 342504.38
Public sector | 43 | 296581.47
Healthcare & pharma | 31 | 250043.69
Wholesale | 34 | 236557.33
Energy | 28 | 203156.21
Logistics | 18 | 190702.32
Insurance | 25 | 177770.46

-- top products by revenue
-- by hand: OrderProduct?$select=ProductId,Quantity,PrimaryTotalAmount&$expand=Product($select=Name)
SELECT p.Name, sum(l.Quantity) AS pieces, sum(l.PrimaryTotalAmount) AS revenue
FROM OrderProduct l JOIN Product p ON p.Id = l.ProductId
GROUP BY p.Id, p.Name
ORDER BY revenue DESC, p.Name
LIMIT 10
----
Workstation A-1000, edition 2021 | 81 | 178543.78
Workstation A-1000, edition 2024 | 75 | 173900.64
Workstation A-1000, edition 2022 | 78 | 157873.15
Workstation A-100, edition 2022 | 145 | 153683.53
Workstation A-1000, edition 2026 | 51 | 152375.52
Reporting "Pro", edition 2025 | 81 | 150047.27
Notebook 14", edition 2026 | 84 | 135694.06
Notebook 14", edition 2023 | 105 | 132097.51
Reporting "Pro", edition 2020 | 97 | 124541.71
Workstation A-1000, edition 2023 | 43 | 110331.84

-- products that nobody has ordered since 2025
-- by hand: Product?$select=Id,Code,Name
-- by hand: OrderProduct?$select=ProductId&$filter=Order/Date ge 2025-01-01T00:00:00Z
SELECT p.Code, p.Name FROM Product p
WHERE p.Id NOT IN (
  SELECT l.ProductId FROM OrderProduct l JOIN "Order" o ON o.Id = l.OrderId
  WHERE o.Date >= '2025-01-01' AND l.ProductId IS NOT NULL
)
ORDER BY p.Code, p.Name
LIMIT 12
----
'' | Data migration (O'Reilly method), edition 2020
P-0006 | Mail gateway
P-0029 | Workstation A-100, edition 2020
P-0039 | Coffee beans ☕, edition 2020
P-0043 | Service desk, edition 2021
P-0046 | Mail gateway, edition 2021
P-0047 | Notebook 14", edition 2021
P-0049 | Workstation A-100, edition 2021
P-0050 | Router X+, edition 2021
P-0052 | Wi-Fi access point, edition 2021
P-0053 | Implementation, edition 2021
P-0058 | Toner, 100% recycled, edition 2021

-- orders by month of 2025, with the month before beside it
-- by hand: Order?$select=Date,PrimaryAmount&$filter=year(Date) eq 2025
WITH months AS (
  SELECT date_trunc('month', Date)::date AS month, count(*) AS orders, sum(PrimaryAmount) AS amount
  FROM "Order" WHERE extract(year FROM Date) = 2025 GROUP BY 1
)
SELECT month, orders, amount, amount - lag(amount) OVER (ORDER BY month) AS change FROM months ORDER BY month
----
2025-01-01 | 7 | 46289.79 | NULL
2025-02-01 | 6 | 32848.22 | -13441.57
2025-03-01 | 7 | 77239.09 | 44390.87
2025-04-01 | 7 | 24440.72 | -52798.37
2025-05-01 | 7 | 6703.27 | -17737.45
2025-06-01 | 6 | 29662.42 | 22959.15
2025-07-01 | 7 | 67890.12 | 38227.7
2025-08-01 | 7 | 51731.81 | -16158.31
2025-09-01 | 7 | 96769.94 | 45038.13
2025-10-01 | 7 | 63471.96 | -33297.98
2025-11-01 | 7 | 17153.23 | -46318.73
2025-12-01 | 7 | 66338.72 | 49185.49

-- what is unpaid, by payment status
-- by hand: Order?$select=PrimaryAmount,PrimaryPaymentAmount&$expand=PaymentStatus($select=Name,Position)&$filter=PaymentStatus/Name ne 'Paid'
SELECT s.Name, count(*) AS orders, sum(o.PrimaryAmount - o.PrimaryPaymentAmount) AS open
FROM "Order" o JOIN OrderPaymentStatus s ON s.Id = o.PaymentStatusId
WHERE s.Name <> 'Paid'
GROUP BY s.Position, s.Name
ORDER BY s.Position
----
Planned | 295 | 1056789.84
Partially paid | 141 | 489748.44

-- days from an order to its delivery, by year
-- by hand: Order?$select=Date,ActualDate&$filter=ActualDate gt 0001-01-01T00:00:00Z
SELECT extract(year FROM Date) AS year, count(*) AS delivered, max(ActualDate::date - Date::date) AS worst
FROM "Order" WHERE ActualDate IS NOT NULL
GROUP BY 1
ORDER BY 1
----
2018 | 82 | 60
2019 | 83 | 60
2020 | 83 | 60
2021 | 82 | 60
2022 | 82 | 59
2023 | 83 | 60
2024 | 83 | 60
2025 | 82 | 60
2026 | 27 | 59

-- revenue by currency, in the currency and in ours
-- by hand: Order?$select=Amount,PrimaryAmount&$expand=Currency($select=ShortName)
SELECT c.ShortName AS currency, sum(o.Amount) AS amount, sum(o.PrimaryAmount) AS ours
FROM "Order" o JOIN Currency c ON c.Id = o.CurrencyId
GROUP BY c.ShortName
ORDER BY ours DESC, currency
----
EUR | 1448902.65 | 1574954.72
GBP | 1117716.56 | 1414803.53
USD | 1372735.24 | 1372735.24

-- the last five orders
-- by hand: Order?$select=Number,Date,Amount&$orderby=Date desc&$top=5
SELECT Number, Date, Amount FROM "Order" ORDER BY Date DESC LIMIT 5
----
ORD-700 | 2026-06-25 20:15:33+00:00 | 6341.14
ORD-699 | 2026-06-21 00:59:16+00:00 | 7277.52
ORD-698 | 2026-06-15 05:21:41+00:00 | 2542.24
ORD-697 | 2026-06-11 02:49:56+00:00 | 721.45
ORD-696 | 2026-06-07 22:15:53+00:00 | 19020.54

-- one order by its number, with its lines
-- by hand: OrderProduct?$select=Name,Quantity,Price&$filter=Order/Number eq 'ORD-6'&$orderby=Name,Quantity
SELECT o.Number, l.Name, l.Quantity, l.Price
FROM "Order" o JOIN OrderProduct l ON l.OrderId = o.Id
WHERE o.Number = 'ORD-6'
ORDER BY l.Name, l.Quantity
----
ORD-6 | CRM Studio, edition 2020 | 11 | 283.34
ORD-6 | Toner, 100% recycled, edition 2022 | 3 | 81.3

-- orders whose lines do not add up to their amount
-- by hand: OrderProduct?$select=OrderId,TotalAmount&$expand=Order($select=Number,Amount)
SELECT o.Number, o.Amount, sum(l.TotalAmount) AS lines
FROM "Order" o JOIN OrderProduct l ON l.OrderId = o.Id
GROUP BY o.Id, o.Number, o.Amount
HAVING abs(sum(l.TotalAmount) - o.Amount) > 0.05
ORDER BY o.Number
LIMIT 10
----

-- customers by what they bought: the first decile
-- by hand: Order?$select=AccountId,PrimaryAmount&$filter=Account/Name ne ''
WITH bought AS (
  SELECT a.Id AS account, a.Name AS name, sum(o.PrimaryAmount) AS revenue
  FROM "Order" o JOIN Account a ON a.Id = o.AccountId GROUP BY a.Id, a.Name
), ranked AS (SELECT *, ntile(10) OVER (ORDER BY revenue DESC, account) AS decile FROM bought)
SELECT decile, count(*) AS customers, sum(revenue) AS revenue FROM ranked GROUP BY decile ORDER BY decile
----
1 | 31 | 1674308.93
2 | 31 | 822111.44
3 | 31 | 535429.31
4 | 31 | 383536.55
5 | 31 | 270572.14
6 | 31 | 173697.15
7 | 31 | 102527.45
8 | 31 | 45901.95
9 | 30 | 15444.36
10 | 30 | -19519.26

-- products that are bought together
-- by hand: OrderProduct?$select=OrderId,ProductId,Name
SELECT a.Name AS one, b.Name AS other, count(*) AS orders
FROM OrderProduct a JOIN OrderProduct b ON b.OrderId = a.OrderId AND a.ProductId < b.ProductId
GROUP BY a.Name, b.Name
HAVING count(*) > 2
ORDER BY orders DESC, one, other
LIMIT 8
----
Webinar, edition 2024 | CRM Sales, enterprise, edition 2022 | 4
Coffee beans ☕, edition 2022 | Router X+, edition 2024 | 3
Paper A4, 80 g/m², edition 2023 | Cable Cat.7, edition 2020 | 3
Paper A4, 80 g/m², edition 2025 | Reporting "Pro", edition 2020 | 3
Reporting "Pro", edition 2021 | CRM Studio, edition 2021 | 3
Reporting "Pro", edition 2023 | Backup & restore, edition 2025 | 3
Router X+, edition 2021 | Backup & restore, edition 2023 | 3
Toner, 100% recycled, edition 2022 | Reporting "Pro", edition 2020 | 3

-- the share of each product type in revenue
-- by hand: OrderProduct?$select=PrimaryTotalAmount&$expand=Product($select=Type;$expand=Type($select=Name))
SELECT t.Name, round(100 * sum(l.PrimaryTotalAmount) / sum(sum(l.PrimaryTotalAmount)) OVER (), 1) AS percent
FROM OrderProduct l
JOIN Product p ON p.Id = l.ProductId
JOIN ProductType t ON t.Id = p.TypeId
GROUP BY t.Name
ORDER BY percent DESC, t.Name
----
Computer | 53.1
License | 29.7
Subscription | 8.7
Consulting | 3.3
Network | 3
Office supplies | 1.1
Training | 1.1

-- customers who ordered in 2024 and not after
-- by hand: Order?$select=AccountId,Date&$expand=Account($select=Name)&$filter=Date ge 2024-01-01T00:00:00Z
SELECT a.Name FROM Account a
WHERE a.Id IN (SELECT AccountId FROM "Order" WHERE Date >= '2024-01-01' AND Date < '2025-01-01')
  AND a.Id NOT IN (SELECT AccountId FROM "Order" WHERE Date >= '2025-01-01' AND AccountId IS NOT NULL)
ORDER BY a.Name
LIMIT 10
----
Aceites del Sur S.L.
Adams plc
Bianchi S.r.l.
Blåbär & Lingon Göteborg HB
Blåbär & Lingon HB
Boğaziçi A.Ş.
Café Irmãos S.A.
Công ty Cổ phần Phố Cổ
Evergreen & Sons
Groß AG
