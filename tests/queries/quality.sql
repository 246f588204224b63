-- contacts by what is missing
-- by hand: Contact?$select=Email,MobilePhone,Phone,AccountId,BirthDate
SELECT count(*) AS contacts, count(*) FILTER (WHERE Email = '') AS no_email,
       count(*) FILTER (WHERE MobilePhone = '' AND Phone = '') AS no_phone,
       count(*) FILTER (WHERE AccountId IS NULL) AS no_account, count(*) FILTER (WHERE BirthDate IS NULL) AS no_birthday
FROM Contact
----
2000 | 224 | 1 | 117 | 614

-- e-mail addresses that cannot be
-- by hand: Contact?$select=Name,Email&$filter=Email ne ''
SELECT Name, Email FROM Contact
WHERE Email <> '' AND (Email NOT LIKE '%_@_%._%' OR Email LIKE '% %')
ORDER BY Name, Email
LIMIT 8
----
Anna Schmidt  | anna.schmidt@example.com 

-- names with spaces around them, or two in a row
-- by hand: Contact?$filter=startswith(Name,' ') or endswith(Name,' ') or contains(Name,'  ')&$top=0&$count=true
SELECT count(*) FROM Contact WHERE Name <> trim(Name) OR Name LIKE '%  %'
----
2

-- cases that ended before they began
-- by hand: Case?$select=RegisteredOn,ClosureDate&$filter=ClosureDate gt 0001-01-01T00:00:00Z
SELECT count(*) FROM Case WHERE ClosureDate < RegisteredOn
----
0

-- accounts of one name
-- by hand: Account?$select=Name
SELECT Name, count(*) AS accounts FROM Account GROUP BY Name HAVING count(*) > 1 ORDER BY accounts DESC, Name LIMIT 8
----
ТОВ «Дніпро-Буд» | 4
Boğaziçi A.Ş. | 3
مجموعة الصقر | 3
บริษัท วงศ์ไทย จำกัด | 3
무궁화(주) | 3
"Smith" Corp. | 2
'Восток №1' | 2
Adams plc | 2

-- deals without a customer, an owner or an amount
-- by hand: Opportunity?$select=AccountId,OwnerId,Amount
SELECT CASE WHEN AccountId IS NULL THEN 'no customer' WHEN OwnerId IS NULL THEN 'no owner' ELSE 'no amount' END AS lack,
       count(*) AS deals
FROM Opportunity WHERE AccountId IS NULL OR OwnerId IS NULL OR Amount = 0
GROUP BY 1
ORDER BY 1
----
no amount | 58
no customer | 70

-- telephone numbers that are written without the country
-- by hand: Contact?$filter=MobilePhone ne '' and not startswith(MobilePhone,'%2B')&$top=0&$count=true
SELECT count(*) FROM Contact WHERE MobilePhone <> '' AND MobilePhone NOT LIKE '+%'
----
0

-- rows changed in the last days, over three tables
-- by hand: Account?$filter=ModifiedOn ge 2026-06-01T00:00:00Z&$top=0&$count=true
-- by hand: Contact?$filter=ModifiedOn ge 2026-06-01T00:00:00Z&$top=0&$count=true
-- by hand: Case?$filter=ModifiedOn ge 2026-06-01T00:00:00Z&$top=0&$count=true
SELECT 'account' AS what, count(*) AS rows FROM Account WHERE ModifiedOn >= '2026-06-01'
UNION ALL SELECT 'contact', count(*) FROM Contact WHERE ModifiedOn >= '2026-06-01'
UNION ALL SELECT 'case', count(*) FROM Case WHERE ModifiedOn >= '2026-06-01'
ORDER BY what
----
account | 4
case | 54
contact | 67

-- notes with characters that break exports
-- by hand: Contact?$select=Notes&$filter=contains(Notes,'"') or contains(Notes,';') or contains(Notes,'%26')
SELECT count(*) FILTER (WHERE Notes LIKE '%"%') AS quotes, count(*) FILTER (WHERE Notes LIKE '%;%') AS semicolons,
       count(*) FILTER (WHERE Notes LIKE '%&%') AS ampersands
FROM Contact WHERE Notes <> ''
----
120 | 146 | 134

-- lookups that nothing uses
-- by hand: CaseOrigin?$select=Name
-- by hand: Case?$select=Origin&$expand=Origin($select=Name)
SELECT s.Name FROM CaseOrigin s
EXCEPT
SELECT o.Name FROM Case c JOIN CaseOrigin o ON o.Id = c.OriginId
ORDER BY 1
----
