-- lead conversion by source
-- by hand: Lead?$select=LeadSource,QualifyStatus&$expand=LeadSource($select=Name),QualifyStatus($select=Successful)
SELECT coalesce(s.Name, 'none') AS source, count(*) AS leads, count(*) FILTER (WHERE q.Successful) AS converted,
       round(100.0 * count(*) FILTER (WHERE q.Successful) / count(*), 1) AS percent
FROM Lead l
LEFT JOIN LeadSource s ON s.Id = l.LeadSourceId
LEFT JOIN QualifyStatus q ON q.Id = l.QualifyStatusId
GROUP BY 1
ORDER BY percent DESC, source
----
Bing | 72 | 16 | 22.2
Facebook | 66 | 14 | 21.2
LinkedIn | 46 | 9 | 19.6
Partner's website | 50 | 9 | 18
Hannover Messe | 57 | 9 | 15.8
none | 120 | 18 | 15
Typed the address | 76 | 11 | 14.5
Banner | 59 | 8 | 13.6
Google | 54 | 5 | 9.3

-- the funnel of leads
-- by hand: Lead?$select=Budget&$expand=QualifyStatus($select=Name,StageOrder)
SELECT q.Name, count(*) AS leads, sum(l.Budget) AS budget
FROM Lead l JOIN QualifyStatus q ON q.Id = l.QualifyStatusId
GROUP BY q.StageOrder, q.Name
ORDER BY q.StageOrder
----
Qualification | 72 | 1136200
Nurturing | 94 | 1554900
Handoff to sales | 94 | 1427700
Awaiting sale | 82 | 1243600
Satisfied | 99 | 1446600
Not interested | 89 | 1571400
Disqualified | 70 | 987100

-- month-over-month cohorts: leads of a month of 2025, and how many found a customer
-- by hand: Lead?$select=CreatedOn,QualifiedAccountId&$filter=CreatedOn ge 2025-01-01T00:00:00Z and CreatedOn lt 2026-01-01T00:00:00Z
SELECT strftime(date_trunc('month', CreatedOn), '%Y-%m') AS cohort, count(*) AS leads, count(QualifiedAccountId) AS found
FROM Lead WHERE CreatedOn >= '2025-01-01' AND CreatedOn < '2026-01-01'
GROUP BY 1
ORDER BY 1
----
2025-01 | 6 | 2
2025-02 | 5 | 1
2025-03 | 6 | 1
2025-04 | 6 | 4
2025-05 | 6 | 1
2025-06 | 6 | 4
2025-07 | 6 | 3
2025-08 | 6 | 1
2025-09 | 6 | 3
2025-10 | 6 | 4
2025-11 | 6 | 3
2025-12 | 6 | 4

-- cohorts of customers: by the year of their first order, orders in each year after
-- by hand: Order?$select=AccountId,Date
WITH firsts AS (SELECT AccountId, min(extract(year FROM Date)) AS cohort FROM "Order" WHERE AccountId IS NOT NULL GROUP BY 1)
SELECT f.cohort, extract(year FROM o.Date) - f.cohort AS age, count(*) AS orders, count(DISTINCT o.AccountId) AS customers
FROM "Order" o JOIN firsts f ON f.AccountId = o.AccountId
WHERE f.cohort >= 2022
GROUP BY 1, 2
ORDER BY 1, 2
----
2022 | 0 | 40 | 36
2022 | 1 | 6 | 5
2022 | 2 | 2 | 2
2022 | 3 | 6 | 6
2022 | 4 | 5 | 5
2023 | 0 | 32 | 27
2023 | 1 | 3 | 3
2023 | 2 | 4 | 4
2023 | 3 | 1 | 1
2024 | 0 | 26 | 26
2024 | 1 | 4 | 3
2024 | 2 | 2 | 2
2025 | 0 | 16 | 16
2025 | 1 | 1 | 1
2026 | 0 | 6 | 5

-- why leads are turned away
-- by hand: Lead?$select=LeadDisqualifyReason&$expand=LeadDisqualifyReason($select=Name)&$filter=LeadDisqualifyReason/Name ne ''
SELECT r.Name, count(*) AS leads
FROM Lead l JOIN LeadDisqualifyReason r ON r.Id = l.LeadDisqualifyReasonId
GROUP BY r.Name
ORDER BY leads DESC, r.Name
----
Incorrect contact data | 17
Student / private person | 16
Spam | 14
No need | 13
Duplicate | 10

-- leads without an owner, by country
-- by hand: Lead?$select=OwnerId&$expand=Country($select=Name)
SELECT k.Name, count(*) AS leads
FROM Lead l JOIN Country k ON k.Id = l.CountryId
WHERE l.OwnerId IS NULL
GROUP BY k.Name
ORDER BY leads DESC, k.Name
LIMIT 6
----
Germany | 23
United States | 15
Italy | 11
Poland | 9
Türkiye | 9
Brazil | 7

-- leads that may be contacts already, by e-mail
-- by hand: Lead?$select=Email&$filter=Email ne ''
-- by hand: Contact?$select=Email&$filter=Email ne ''
SELECT count(DISTINCT l.Id) AS leads
FROM Lead l JOIN Contact c ON lower(c.Email) = lower(l.Email)
WHERE l.Email <> ''
----
49

-- the best open leads
-- by hand: Lead?$select=LeadName,Score&$filter=Score gt 95&$orderby=Score desc,LeadName&$top=6
SELECT LeadName, Score FROM Lead
WHERE Score > 95
ORDER BY Score DESC, LeadName
LIMIT 6
----
Hardware / José d'Ávila, Sol & Mar Rio de Janeiro S.A. | 99.73
Hardware / Göran Björk, Åkesson AB | 99.34
Support contract / Ulrike Meyer, Maschinenfabrik Süd Hamburg GmbH & Co. KG | 99.17
Training / Αλέξανδρος Βασιλείου | 99.15
Training / Susan Adams, Adams plc | 98.67
Hardware / Chiara Dell'Acqua, F.lli Rossi | 98.2
