-- cases past due by priority
-- by hand: Case?$select=Priority&$expand=Priority($select=Name,Priority)&$filter=Status/IsFinal eq false and Status/IsResolved eq false and SolutionDate gt 0001-01-01T00:00:00Z and SolutionDate lt 2026-06-30T12:00:00Z
SELECT p.Name AS priority, count(*) AS cases
FROM Case c
JOIN CasePriority p ON p.Id = c.PriorityId
JOIN CaseStatus s ON s.Id = c.StatusId
WHERE NOT s.IsFinal AND NOT s.IsResolved AND c.SolutionDate < TIMESTAMPTZ '2026-06-30 12:00:00+00'
GROUP BY p.Priority, p.Name
ORDER BY p.Priority
----
Critical | 50
High | 107
Medium | 181
Low | 60

-- the oldest open cases
-- by hand: Case?$select=Number,RegisteredOn&$expand=Status($select=Name)&$filter=ClosureDate eq null and Status/IsFinal eq false&$orderby=RegisteredOn,Number&$top=8
SELECT c.Number, c.RegisteredOn, s.Name AS status
FROM Case c JOIN CaseStatus s ON s.Id = c.StatusId
WHERE c.ClosureDate IS NULL AND NOT s.IsFinal
ORDER BY c.RegisteredOn, c.Number
LIMIT 8
----
SR00000003 | 2018-01-05 00:37:14+00:00 | Waiting for response
SR00000004 | 2018-01-05 02:48:03+00:00 | Resolved
SR00000009 | 2018-01-10 23:09:56+00:00 | Waiting for response
SR00000019 | 2018-01-22 00:27:29+00:00 | Waiting for response
SR00000030 | 2018-02-01 18:00:27+00:00 | Waiting for response
SR00000031 | 2018-02-03 14:47:12+00:00 | Waiting for response
SR00000045 | 2018-02-17 08:11:35+00:00 | Reopened
SR00000046 | 2018-02-19 09:41:48+00:00 | Waiting for response

-- overdue responses by origin
-- by hand: Case?$select=ResponseOverdue&$expand=Origin($select=Name)
SELECT o.Name AS origin, count(*) AS cases, count(*) FILTER (WHERE c.ResponseOverdue) AS late,
       round(100.0 * count(*) FILTER (WHERE c.ResponseOverdue) / count(*), 1) AS percent
FROM Case c JOIN CaseOrigin o ON o.Id = c.OriginId
GROUP BY o.Name
ORDER BY percent DESC, origin
----
Call | 517 | 397 | 76.8
Social networks | 533 | 407 | 76.4
Chat | 488 | 370 | 75.8
Email | 456 | 345 | 75.7
Monitoring | 505 | 381 | 75.4
Self-service portal | 501 | 364 | 72.7

-- hours to the first answer, by year
-- by hand: Case?$select=RegisteredOn,RespondedOn&$filter=RespondedOn gt 0001-01-01T00:00:00Z
SELECT extract(year FROM RegisteredOn) AS year, count(*) AS answered,
       round(avg(date_diff('minute', RegisteredOn, RespondedOn)) / 60, 1) AS hours
FROM Case WHERE RespondedOn IS NOT NULL
GROUP BY 1
ORDER BY 1
----
2018 | 334 | 10.5
2019 | 328 | 10.7
2020 | 331 | 10.6
2021 | 332 | 10.2
2022 | 328 | 10.1
2023 | 331 | 10.6
2024 | 337 | 9.9
2025 | 331 | 10.4
2026 | 162 | 10.5

-- satisfaction by category
-- by hand: Case?$select=Category,SatisfactionLevel&$expand=Category($select=Name),SatisfactionLevel($select=Point)&$filter=SatisfactionLevel/Name ne '' and Category/Name ne ''
SELECT g.Name AS category, count(*) AS rated, round(avg(l.Point), 2) AS points
FROM Case c
JOIN CaseCategory g ON g.Id = c.CategoryId
JOIN SatisfactionLevel l ON l.Id = c.SatisfactionLevelId
GROUP BY g.Name
ORDER BY g.Name
----
Complaint | 179 | 2.78
Incident | 625 | 3.04
Service request | 381 | 2.99
Suggestion | 103 | 3.15

-- cases by month and status in 2026
-- by hand: Case?$select=RegisteredOn&$expand=Status($select=Name,StageNumber)&$filter=RegisteredOn ge 2026-04-01T00:00:00Z
SELECT date_trunc('month', c.RegisteredOn)::date AS month, s.Name AS status, count(*) AS cases
FROM Case c JOIN CaseStatus s ON s.Id = c.StatusId
WHERE c.RegisteredOn >= TIMESTAMPTZ '2026-04-01 00:00:00+00'
GROUP BY 1, s.StageNumber, s.Name
ORDER BY 1, s.StageNumber, status
----
2026-04-01 | Reopened | 2
2026-04-01 | Waiting for response | 3
2026-04-01 | Canceled | 2
2026-04-01 | Closed | 22
2026-05-01 | Reopened | 4
2026-05-01 | Waiting for response | 2
2026-05-01 | Resolved | 2
2026-05-01 | Canceled | 1
2026-05-01 | Closed | 20
2026-06-01 | New | 3
2026-06-01 | In progress | 5
2026-06-01 | Reopened | 3
2026-06-01 | Waiting for response | 4
2026-06-01 | Resolved | 4
2026-06-01 | Closed | 9

-- customers with most cases
-- by hand: Case?$select=AccountId,ClosureDate&$expand=Account($select=Name)&$filter=Account/Name ne ''
SELECT a.Name, count(*) AS cases, count(*) FILTER (WHERE c.ClosureDate IS NULL) AS open
FROM Case c JOIN Account a ON a.Id = c.AccountId
GROUP BY a.Id, a.Name
ORDER BY cases DESC, a.Name
LIMIT 8
----
Alpha Business | 155 | 33
"Horns & Hooves" LLC | 60 | 13
'Ромашка' | 57 | 9
Straßenbau Nord Stuttgart GmbH & Co. KG | 35 | 6
गंगा नई दिल्ली एंड सन्स | 28 | 8
100% Cotton_Wear #1 + Co. | 27 | 3
St. John plc | 23 | 3
李股份有限公司 | 22 | 5

-- cases that were opened again
-- by hand: CaseLifecycle?$select=CaseId&$filter=Status/Name eq 'Reopened'
SELECT count(DISTINCT h.CaseId) AS cases
FROM CaseLifecycle h JOIN CaseStatus s ON s.Id = h.StatusId
WHERE s.Name = 'Reopened'
----
204

-- open cases of each agent
-- by hand: Case?$select=OwnerId,RegisteredOn&$expand=Owner($select=Name)&$filter=ClosureDate eq null
SELECT o.Name AS agent, count(*) AS cases, min(c.RegisteredOn)::date AS oldest
FROM Case c LEFT JOIN Contact o ON o.Id = c.OwnerId
WHERE c.ClosureDate IS NULL
GROUP BY o.Id, o.Name
ORDER BY cases DESC, agent NULLS LAST
LIMIT 8
----
Fatima Zahra | 57 | 2018-01-05
Yuki Mori | 51 | 2018-01-05
Ann Parker | 49 | 2018-01-10
Supervisor | 48 | 2018-10-04
Noah Cohen | 47 | 2018-06-09
Rahul Mehta | 47 | 2018-06-18
Peter Moore | 46 | 2018-05-06
Симон Петренко | 45 | 2018-02-01

-- cases and the case that they belong to
-- by hand: Case?$select=Number&$expand=ParentCase($select=Number)&$filter=RegisteredOn ge 2026-01-01T00:00:00Z and ParentCase/Number ne ''&$orderby=Number&$top=8
SELECT c.Number, p.Number AS parent
FROM Case c JOIN Case p ON p.Id = c.ParentCaseId
WHERE c.RegisteredOn >= '2026-01-01'
ORDER BY c.Number
LIMIT 8
----
SR00002836 | SR00000697
SR00002838 | SR00001273
SR00002881 | SR00000512
SR00002888 | SR00002748
SR00002894 | SR00000798
SR00002909 | SR00002418
SR00002927 | SR00001098
SR00002954 | SR00001236

-- the longest cases that were closed
-- by hand: Case?$select=Number,RegisteredOn,ClosureDate&$filter=ClosureDate gt 0001-01-01T00:00:00Z
SELECT Number, date_diff('day', RegisteredOn, ClosureDate) AS days
FROM Case WHERE ClosureDate IS NOT NULL
ORDER BY days DESC, Number
LIMIT 5
----
SR00000001 | 5
SR00000018 | 5
SR00000022 | 5
SR00000060 | 5
SR00000081 | 5

-- cases that mention a word
-- by hand: Case?$select=Number,Subject&$filter=contains(Subject,'formation')&$orderby=Number&$top=5
SELECT Number, Subject FROM Case WHERE Subject LIKE '%formation%' ORDER BY Number LIMIT 5
----
SR00000006 | Demande de formation pour 12 utilisateurs
SR00000010 | Demande de formation pour 12 utilisateurs
SR00000018 | Demande de formation pour 12 utilisateurs
SR00000056 | Demande de formation pour 12 utilisateurs
SR00000193 | Demande de formation pour 12 utilisateurs

-- the share of cases solved in time, by priority
-- by hand: Case?$select=SolutionOverdue&$expand=Priority($select=Name,Priority)&$filter=SolutionProvidedOn gt 0001-01-01T00:00:00Z
SELECT p.Name, round(100 * avg(CASE WHEN c.SolutionOverdue THEN 0 ELSE 1 END), 1) AS percent
FROM Case c JOIN CasePriority p ON p.Id = c.PriorityId
WHERE c.SolutionProvidedOn IS NOT NULL
GROUP BY p.Priority, p.Name
ORDER BY p.Priority
----
Critical | 4.4
High | 26.6
Medium | 83.6
Low | 100

-- how many cases of 2025 are closed
-- by hand: Case?$filter=RegisteredOn ge 2025-01-01T00:00:00Z and RegisteredOn lt 2026-01-01T00:00:00Z and ClosureDate gt 0001-01-01T00:00:00Z&$top=0&$count=true
SELECT count(*) FROM Case WHERE RegisteredOn >= '2025-01-01' AND RegisteredOn < '2026-01-01' AND ClosureDate IS NOT NULL
----
294

-- the newest case
-- by hand: Case?$select=RegisteredOn&$filter=RegisteredOn gt 0001-01-01T00:00:00Z&$orderby=RegisteredOn desc&$top=1
SELECT max(RegisteredOn) FROM Case
----
2026-06-28 21:31:25+00:00
