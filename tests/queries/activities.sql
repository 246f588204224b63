-- activities by type and status
-- by hand: Activity?$select=Type,Status&$expand=Type($select=Name),Status($select=Name)
SELECT t.Name AS type, s.Name AS status, count(*) AS activities
FROM Activity a
JOIN ActivityType t ON t.Id = a.TypeId
JOIN ActivityStatus s ON s.Id = a.StatusId
GROUP BY t.Name, s.Name
ORDER BY type, activities DESC, status
----
Call | Completed | 401
Call | Canceled | 118
Call | In progress | 116
Call | Not started | 101
Email | Completed | 431
Email | In progress | 114
Email | Not started | 110
Email | Canceled | 100
Task | Completed | 1153
Task | Not started | 314
Task | Canceled | 291
Task | In progress | 290
Visit | Completed | 250
Visit | Not started | 76
Visit | Canceled | 73
Visit | In progress | 62

-- what is planned for a day
-- by hand: Activity?$select=Title,StartDate&$filter=StartDate ge 2026-06-29T00:00:00Z and StartDate lt 2026-06-30T00:00:00Z&$orderby=StartDate,Title
SELECT Title, StartDate FROM Activity
WHERE StartDate::date = DATE '2026-06-29'
ORDER BY StartDate, Title
----
資料を準備する | 2026-06-29 01:00:00+00:00
Archive old files | 2026-06-29 01:30:00+00:00

-- tasks that are past due
-- by hand: Activity?$select=Owner&$expand=Owner($select=Name)&$filter=Owner/Name ne '' and Status/Finish eq false and DueDate gt 0001-01-01T00:00:00Z and DueDate lt 2026-06-30T12:00:00Z
SELECT o.Name, count(*) AS tasks
FROM Activity a
JOIN ActivityStatus s ON s.Id = a.StatusId
JOIN Contact o ON o.Id = a.OwnerId
WHERE NOT s.Finish AND a.DueDate < TIMESTAMPTZ '2026-06-30 12:00:00+00'
GROUP BY o.Name
ORDER BY tasks DESC, o.Name
LIMIT 8
----
Fatima Zahra | 103
Eve O'Hara | 91
Rahul Mehta | 91
Megan Lewis | 88
Peter Moore | 88
Yuki Mori | 87
Supervisor | 85
Noah Cohen | 84

-- hours by weekday
-- by hand: Activity?$select=StartDate,DurationInMinutes&$filter=year(StartDate) eq 2025
SELECT extract(isodow FROM StartDate) AS weekday, count(*) AS activities, sum(DurationInMinutes) // 60 AS hours
FROM Activity WHERE extract(year FROM StartDate) = 2025
GROUP BY 1
ORDER BY 1
----
1 | 64 | 87
2 | 71 | 115
3 | 66 | 99
4 | 57 | 78
5 | 63 | 142
6 | 79 | 113
7 | 66 | 116

-- the last activity of each of the largest deals
-- by hand: Opportunity?$select=Id,Title,Amount&$filter=Amount gt 80000&$orderby=Amount desc,Title&$top=8
-- by hand: Activity?$select=OpportunityId,StartDate&$filter=Opportunity/Amount ge 89613.12
SELECT p.Title, p.Amount, last.StartDate::date AS day
FROM Opportunity p
LEFT JOIN LATERAL (
  SELECT a.StartDate FROM Activity a WHERE a.OpportunityId = p.Id ORDER BY a.StartDate DESC LIMIT 1
) AS last ON true
WHERE p.Amount > 80000
ORDER BY p.Amount DESC, p.Title
LIMIT 8
----
"private person" - extension +50% | 90477.93 | 2021-12-28
Pilot project «株式会社佐藤» | 90418.18 | NULL
Hardware renewal, O'Hara's Dairy Dublin Teo. | 90282.2 | 2023-04-12
Our company: training for 20 users | 90193.18 | NULL
Wiśniewski S.A. / support contract | 90166.91 | 2023-02-14
Hardware renewal, כרמל ובניו | 89925.78 | NULL
ТОО "Ким" / support contract | 89899.03 | NULL
Hardware renewal, ПрАТ «Ромашка» | 89613.12 | NULL

-- calls and visits as one list
-- by hand: Activity?$select=Type&$expand=Type($select=Name)&$filter=Type/Name eq 'Call' or Type/Name eq 'Visit'
SELECT 'call' AS kind, count(*) AS number FROM Activity a JOIN ActivityType t ON t.Id = a.TypeId WHERE t.Name = 'Call'
UNION ALL
SELECT 'visit', count(*) FROM Activity a JOIN ActivityType t ON t.Id = a.TypeId WHERE t.Name = 'Visit'
ORDER BY kind
----
call | 736
visit | 461

-- every day of a week with its activities, also the free ones
-- by hand: Activity?$select=StartDate&$filter=StartDate ge 2026-06-22T00:00:00Z and StartDate lt 2026-06-29T00:00:00Z
WITH RECURSIVE days(day) AS (
  SELECT DATE '2026-06-22' UNION ALL SELECT (day + INTERVAL 1 DAY)::date FROM days WHERE day < DATE '2026-06-28'
)
SELECT days.day, count(a.Id) AS activities
FROM days LEFT JOIN Activity a ON a.StartDate::date = days.day
GROUP BY days.day
ORDER BY days.day
----
2026-06-22 | 2
2026-06-23 | 1
2026-06-24 | 0
2026-06-25 | 0
2026-06-26 | 0
2026-06-27 | 2
2026-06-28 | 2
