-- pipeline by stage and owner
-- by hand: Opportunity?$select=Amount&$expand=Stage($select=Name,Number),Owner($select=Name)&$filter=Stage/End eq false
SELECT s.Name AS stage, o.Name AS owner, count(*) AS deals, sum(p.Amount) AS amount
FROM Opportunity p
JOIN OpportunityStage s ON s.Id = p.StageId
JOIN Contact o ON o.Id = p.OwnerId
WHERE NOT s."End"
GROUP BY s.Name, s.Number, o.Name
ORDER BY s.Number, amount DESC, owner
LIMIT 15
----
Qualification | Supervisor | 11 | 436401.18
Qualification | Ines Köhler | 8 | 334526.79
Qualification | Eve O'Hara | 8 | 268601.48
Qualification | Noah Cohen | 4 | 216845.98
Qualification | Megan Lewis | 4 | 208327.09
Qualification | Marek Łącki | 5 | 189665.33
Qualification | Симон Петренко | 4 | 186019.06
Qualification | Rahul Mehta | 4 | 176576.82
Qualification | Yuki Mori | 3 | 152284.07
Qualification | João Leão | 5 | 136365.22
Qualification | Fatima Zahra | 4 | 120955.79
Qualification | Peter Moore | 4 | 92713.17
Qualification | Ann Parker | 2 | 60065.85
Needs analysis | Noah Cohen | 13 | 537928.81
Needs analysis | Peter Moore | 7 | 422601.64

-- the open pipeline, weighted by probability
-- by hand: Opportunity?$select=Amount,Probability&$expand=Stage($select=Name,Number)&$filter=Stage/End eq false
SELECT s.Name AS stage, count(*) AS deals, round(sum(p.Amount * p.Probability / 100), 2) AS weighted
FROM Opportunity p JOIN OpportunityStage s ON s.Id = p.StageId
WHERE NOT s."End"
GROUP BY s.Number, s.Name
ORDER BY s.Number
----
Qualification | 66 | 257934.78
Needs analysis | 85 | 655913.45
Presentation | 82 | 1506287.03
Proposal | 79 | 1983149.68
Negotiations | 83 | 2742966.57
Contracting | 97 | 3729155.01

-- win rate by owner, of what was closed
-- by hand: Opportunity?$select=Stage,Owner&$expand=Stage($select=Successful),Owner($select=Name)&$filter=Stage/End eq true
SELECT o.Name, count(*) AS closed, count(*) FILTER (WHERE s.Successful) AS won,
       round(100.0 * count(*) FILTER (WHERE s.Successful) / count(*), 1) AS percent
FROM Opportunity p
JOIN OpportunityStage s ON s.Id = p.StageId AND s."End"
LEFT JOIN Contact o ON o.Id = p.OwnerId
GROUP BY o.Name
HAVING count(*) >= 20
ORDER BY percent DESC, o.Name NULLS LAST
----
Supervisor | 20 | 13 | 65
Симон Петренко | 27 | 15 | 55.6
Marek Łącki | 22 | 11 | 50
Noah Cohen | 21 | 10 | 47.6
João Leão | 24 | 11 | 45.8
Rahul Mehta | 22 | 10 | 45.5
Fatima Zahra | 27 | 12 | 44.4
Yuki Mori | 25 | 11 | 44
Ines Köhler | 24 | 10 | 41.7
Peter Moore | 27 | 11 | 40.7
Megan Lewis | 25 | 9 | 36
Eve O'Hara | 31 | 10 | 32.3

-- the ten largest open deals with their customers
-- by hand: Opportunity?$select=Title,Amount&$expand=Account($select=Name)&$filter=Stage/End eq false and Amount gt 0&$orderby=Amount desc,Title&$top=10
SELECT p.Title, a.Name AS account, p.Amount
FROM Opportunity p
LEFT JOIN Account a ON a.Id = p.AccountId
JOIN OpportunityStage s ON s.Id = p.StageId
WHERE NOT s."End"
ORDER BY p.Amount DESC, p.Title, a.Name
LIMIT 10
----
"private person" - extension +50% | NULL | 90477.93
Hardware renewal, O'Hara's Dairy Dublin Teo. | O'Hara's Dairy Dublin Teo. | 90282.2
Our company: training for 20 users | Our company | 90193.18
Wiśniewski S.A. / support contract | Wiśniewski S.A. | 90166.91
Hardware renewal, כרמל ובניו | כרמל ובניו | 89925.78
ТОО "Ким" / support contract | ТОО "Ким" | 89899.03
"Infocom Global & Sons" - extension +50% | Infocom Global & Sons | 89486.7
Licenses for Bäckerei Sonnenschein GmbH & Co. KG | Bäckerei Sonnenschein GmbH & Co. KG | 89256.78
C# Academy Springfield & Sons / support contract | C# Academy Springfield & Sons | 89199.14
Licenses for 대한(주) | 대한(주) | 89150.77

-- open deals whose due date is past
-- by hand: Opportunity?$select=DueDate,Amount&$filter=Stage/End eq false and DueDate gt 0001-01-01T00:00:00Z and DueDate lt 2026-06-30T00:00:00Z
SELECT extract(year FROM p.DueDate) AS due, count(*) AS deals, sum(p.Amount) AS amount
FROM Opportunity p JOIN OpportunityStage s ON s.Id = p.StageId
WHERE NOT s."End" AND p.DueDate < TIMESTAMPTZ '2026-06-30 00:00:00+00'
GROUP BY 1
ORDER BY 1
----
2026 | 46 | 2066634.44

-- why deals are lost
-- by hand: Opportunity?$select=Amount&$expand=CloseReason($select=Name)&$filter=Stage/Name eq 'Closed lost'
SELECT coalesce(r.Name, 'not said') AS reason, count(*) AS deals, round(avg(p.Amount), 2) AS average
FROM Opportunity p
JOIN OpportunityStage s ON s.Id = p.StageId
LEFT JOIN OpportunityCloseReason r ON r.Id = p.CloseReasonId
WHERE s.Name = 'Closed lost'
GROUP BY 1
ORDER BY deals DESC, reason
----
Functionality | 23 | 45922.77
Postponed | 20 | 37040.83
No budget | 19 | 45214.57
Price | 18 | 34906.09
Chose a competitor | 8 | 36025.58

-- the average days in each stage
-- by hand: OpportunityInStage?$select=StartDate,DueDate&$expand=Stage($select=Name,Number)&$filter=StartDate gt 0001-01-01T00:00:00Z and DueDate gt 0001-01-01T00:00:00Z
SELECT s.Name, count(*) AS passes,
       round(avg(date_diff('day', h.StartDate, h.DueDate)), 1) AS days
FROM OpportunityInStage h JOIN OpportunityStage s ON s.Id = h.StageId
WHERE h.StartDate IS NOT NULL AND h.DueDate IS NOT NULL
GROUP BY s.Number, s.Name
ORDER BY s.Number, s.Name
----
Qualification | 800 | 46.8

-- every stage with its number of deals, also the empty ones
-- by hand: OpportunityStage?$select=Number,Name
-- by hand: Opportunity?$select=Stage&$expand=Stage($select=Number,Name)&$filter=Amount gt 20000
SELECT s.Number, s.Name, count(p.Id) AS deals
FROM OpportunityStage s LEFT JOIN Opportunity p ON p.StageId = s.Id AND p.Amount > 20000
GROUP BY s.Number, s.Name
ORDER BY s.Number, s.Name
----
1 | Qualification | 50
2 | Needs analysis | 59
3 | Presentation | 64
4 | Proposal | 61
5 | Negotiations | 62
6 | Contracting | 74
7 | Closed lost | 61
7 | Closed rejected | 57
7 | Closed won | 100

-- deals for one customer, by the customer's name
-- by hand: Opportunity?$select=Title,Amount&$expand=Stage($select=Name)&$filter=startswith(Account/Name,'Le C')&$orderby=Amount desc,Title&$top=8
SELECT p.Title, s.Name AS stage, p.Amount
FROM Opportunity p
JOIN Account a ON a.Id = p.AccountId
JOIN OpportunityStage s ON s.Id = p.StageId
WHERE a.Name LIKE 'Le C%'
ORDER BY p.Amount DESC, p.Title
LIMIT 8
----
Pilot project «Le Cœur Lyon SA» | Presentation | 73115.4
Le Cœur SARL: training for 20 users | Proposal | 67673.68
Licenses for Le Cœur Lyon SA | Closed won | 45961.8
Licenses for Le Cœur Lyon SA | Needs analysis | 42751.57
Le Cœur Lyon SA / support contract | Presentation | 18079.08
"Le Cœur SARL" - extension +50% | Proposal | 11148.95
Le Cœur SARL / support contract | Negotiations | 658.34

-- won revenue by quarter
-- by hand: Opportunity?$select=DueDate,Amount&$filter=Stage/Successful eq true and DueDate ge 2024-01-01T00:00:00Z and DueDate lt 2026-01-01T00:00:00Z
SELECT date_trunc('quarter', p.DueDate)::date AS quarter, sum(p.Amount) AS won
FROM Opportunity p JOIN OpportunityStage s ON s.Id = p.StageId
WHERE s.Successful AND extract(year FROM p.DueDate) IN (2024, 2025)
GROUP BY 1
ORDER BY 1
----
2024-01-01 | 63372.04
2024-04-01 | 0
2024-07-01 | 347111.61
2024-10-01 | 177973.49
2025-01-01 | 139175.48
2025-04-01 | 177021.31
2025-07-01 | 47797.63
2025-10-01 | 142258.68

-- running total of won revenue in 2025
-- by hand: Opportunity?$select=DueDate,Amount&$filter=Stage/Successful eq true and DueDate ge 2025-01-01T00:00:00Z and DueDate lt 2026-01-01T00:00:00Z
WITH months AS (
  SELECT date_trunc('month', p.DueDate)::date AS month, sum(p.Amount) AS won
  FROM Opportunity p JOIN OpportunityStage s ON s.Id = p.StageId
  WHERE s.Successful AND p.DueDate >= '2025-01-01' AND p.DueDate < '2026-01-01'
  GROUP BY 1
)
SELECT month, won, sum(won) OVER (ORDER BY month) AS total FROM months ORDER BY month
----
2025-01-01 | 95575.69 | 95575.69
2025-02-01 | 0 | 95575.69
2025-03-01 | 43599.79 | 139175.48
2025-04-01 | 63109.34 | 202284.82
2025-06-01 | 113911.97 | 316196.79
2025-07-01 | 12028.89 | 328225.68
2025-08-01 | 35768.74 | 363994.42
2025-10-01 | 88654.96 | 452649.38
2025-11-01 | 53603.72 | 506253.1
2025-12-01 | 0 | 506253.1

-- the best deal of each sales person
-- by hand: Opportunity?$select=Title,Amount&$expand=Owner($select=Name)
SELECT DISTINCT ON (o.Name) o.Name AS owner, p.Title, p.Amount
FROM Opportunity p JOIN Contact o ON o.Id = p.OwnerId
ORDER BY o.Name, p.Amount DESC, p.Title
LIMIT 6
----
Ann Parker | St. John plc / support contract | 85340.9
Eve O'Hara | "private person" - extension +50% | 90477.93
Fatima Zahra | Pilot project «龙&凤 上海有限公司» | 85173.3
Ines Köhler | Pilot project «株式会社佐藤» | 90418.18
João Leão | Hardware renewal, O'Hara's Dairy Dublin Teo. | 90282.2
Marek Łącki | Licenses for private person | 89078.88

-- how many deals there are
-- by hand: Opportunity?$top=0&$count=true
SELECT count(*) FROM Opportunity
----
800

-- customers with more than one open deal
-- by hand: Opportunity?$select=AccountId,Amount&$expand=Account($select=Name)&$filter=Stage/End eq false and Account/Name ne ''
SELECT a.Name, count(*) AS deals, sum(p.Amount) AS amount
FROM Opportunity p
JOIN Account a ON a.Id = p.AccountId
WHERE p.StageId IN (SELECT Id FROM OpportunityStage WHERE NOT "End")
GROUP BY a.Id, a.Name
HAVING count(*) > 1
ORDER BY deals DESC, amount DESC, a.Name
LIMIT 8
----
Alpha Business | 21 | 882929.95
Silver_Line plc | 9 | 401127.05
100% Cotton_Wear #1 + Co. | 7 | 331544.21
"Horns & Hooves" LLC | 7 | 319816.59
गंगा पुणे प्राइवेट लिमिटेड | 7 | 261353.29
Straßenbau Nord Stuttgart GmbH & Co. KG | 7 | 66879.1
"Smith" Corp. | 6 | 260182.1
Williams & Sons | 5 | 331052.43

-- the largest deals with no activity at all
-- by hand: Opportunity?$select=Id,Title,Amount&$filter=Amount gt 60000
-- by hand: Activity?$select=OpportunityId&$filter=Opportunity/Amount gt 60000
SELECT p.Title, p.Amount FROM Opportunity p
WHERE p.Amount > 60000 AND NOT EXISTS (SELECT 1 FROM Activity a WHERE a.OpportunityId = p.Id)
ORDER BY p.Amount DESC, p.Title
LIMIT 10
----
Pilot project «株式会社佐藤» | 90418.18
Our company: training for 20 users | 90193.18
Hardware renewal, כרמל ובניו | 89925.78
ТОО "Ким" / support contract | 89899.03
Hardware renewal, ПрАТ «Ромашка» | 89613.12
"Infocom Global & Sons" - extension +50% | 89486.7
C# Academy Springfield & Sons / support contract | 89199.14
Licenses for 대한(주) | 89150.77
Licenses for private person | 89078.88
Pilot project «F.lli Rossi» | 88828.97
