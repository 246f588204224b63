-- contacts without activity
-- by hand: Contact?$select=Id,Name&$filter=Age gt 80
-- by hand: Activity?$select=ContactId&$filter=Contact/Age gt 80
SELECT c.Name FROM Contact c
WHERE c.Age > 80 AND NOT EXISTS (SELECT 1 FROM Activity a WHERE a.ContactId = c.Id)
ORDER BY c.Name, c.Id
LIMIT 10
----
Back\\slash
Belén Muñoz
Božena Žižková
Chloë Johnson
Débora Gonçalves
François Dubois
Grzegorz Nowak
Heike von der Heide
Jürgen Becker
Marco Dell'Acqua

-- duplicates by e-mail
-- by hand: Contact?$select=Email&$filter=Email ne ''
SELECT lower(Email) AS email, count(*) AS contacts
FROM Contact WHERE Email <> ''
GROUP BY 1
HAVING count(*) > 1
ORDER BY contacts DESC, email
LIMIT 10
----
anna.schmidt@example.com | 3
daisuke.sato@cotton-wear.example | 3
john.walker@alpha-business.example | 3
misaki.sato@cotton-wear.example | 3
seoyeon.lee@hangang-kr.example | 3
suda.saengthong@srisuk.example | 3
thi-huong.vu@pho-co.example | 3
aisha.almansoori@alsaqr.example | 2
aisha.binrashid@alsaqr.example | 2
aisha.binrashid@saeed.example | 2

-- pairs of contacts with one telephone number
-- by hand: Contact?$select=Id,Name,MobilePhone&$filter=MobilePhone ne ''
SELECT a.Name, b.Name AS other, a.MobilePhone
FROM Contact a JOIN Contact b ON b.MobilePhone = a.MobilePhone AND b.Id > a.Id
WHERE a.MobilePhone <> ''
ORDER BY a.MobilePhone, a.Name, b.Name
LIMIT 6
----
John Nelson | William Williams | +1 212 555 5373
משה מזרחי | אריאל פרץ | +972 3 555 0906

-- birthdays in the first week of July
-- by hand: Contact?$select=Name,BirthDate&$filter=month(BirthDate) eq 7 and day(BirthDate) le 7
SELECT Name, BirthDate::date AS born
FROM Contact
WHERE extract(month FROM BirthDate) = 7 AND extract(day FROM BirthDate) BETWEEN 1 AND 7
ORDER BY extract(day FROM BirthDate), Name, Id
LIMIT 10
----
Grace Adams | 2002-07-01
Inès Girard | 1991-07-01
Işık Öztürk | 1956-07-01
Sarah Nelson | 2002-07-01
Đỗ Thị Hương | 1987-07-01
Μαρία Νικολάου | 2002-07-01
Христо Петров | 2002-07-01
विजय गुप्ता | 1989-07-01
Klaus Schäfer | 1961-07-02
Märta Hällström | 1958-07-02

-- contacts of a city
-- by hand: Contact?$select=Name,JobTitle&$filter=City/Name eq 'Berlin'&$orderby=Name,Id&$top=8
SELECT c.Name, c.JobTitle
FROM Contact c JOIN City t ON t.Id = c.CityId
WHERE t.Name = 'Berlin'
ORDER BY c.Name, c.Id
LIMIT 8
----
Anke Hoffmann | Buyer
Anke Hoffmann | Senior accountant
Anna Hoffmann | Senior accountant
Back\\slash | Buyer
Björn Schulz | Sales manager
Björn Schäfer | Help desk
Bärbel Strauß | ''
Felix Schneider | Buyer

-- contacts by country
-- by hand: Contact?$select=Country&$expand=Country($select=Name)&$filter=Country/Name ne ''
SELECT k.Name, count(*) AS contacts
FROM Contact c JOIN Country k ON k.Id = c.CountryId
GROUP BY k.Name
ORDER BY contacts DESC, k.Name
LIMIT 8
----
United States | 295
Germany | 205
China | 95
Italy | 94
United Kingdom | 88
Brazil | 79
Türkiye | 79
France | 75

-- how old contacts are, in tens of years
-- by hand: Contact?$select=Age&$filter=Age gt 0
SELECT Age // 10 * 10 AS decade, count(*) AS contacts FROM Contact WHERE Age > 0
GROUP BY 1
ORDER BY 1
----
20 | 213
30 | 207
40 | 227
50 | 181
60 | 201
70 | 197
80 | 158
120 | 1

-- customers with no contact
-- by hand: Account?$select=Id,Name
-- by hand: Contact?$select=AccountId&$filter=Account/Name ne ''
SELECT a.Name FROM Account a LEFT JOIN Contact c ON c.AccountId = a.Id
WHERE c.Id IS NULL
ORDER BY a.Name, a.Id
LIMIT 10
----
'Восток №1'
Bianchi S.p.A.
C# Academy Springfield & Sons
Công ty Cổ phần Sông Hồng
Công ty TNHH Phạm
Công ty TNHH Phố Cổ
Công ty TNHH Đại Việt
Grand Hôtel Versailles SA
Greco S.p.A.
Miller & Co.

-- customers with the most contacts
-- by hand: Contact?$select=AccountId&$expand=Account($select=Name)&$filter=Account/Name ne ''
SELECT a.Name, count(*) AS contacts
FROM Contact c JOIN Account a ON a.Id = c.AccountId
GROUP BY a.Id, a.Name
ORDER BY contacts DESC, a.Name
LIMIT 5
----
Alpha Business | 90
"Horns & Hooves" LLC | 38
'Ромашка' | 28
100% Cotton_Wear #1 + Co. | 24
Silver_Line plc | 21

-- contacts who may be called and have a number
-- by hand: Contact?$filter=DoNotUseCall eq false and (MobilePhone ne '' or Phone ne '')&$top=0&$count=true
SELECT count(*) FROM Contact WHERE NOT DoNotUseCall AND (MobilePhone <> '' OR Phone <> '')
----
1821

-- one contact, found by the start of a name
-- by hand: Contact?$select=Name,Email&$filter=startswith(Name,'Yuki')&$orderby=Name,Email&$top=5
SELECT Name, Email FROM Contact WHERE Name LIKE 'Yuki%' ORDER BY Name, Email LIMIT 5
----
Yuki Mori | staff5@our-company.example

-- the contact of an e-mail address, with the company's city
-- by hand: Contact?$select=Name&$expand=Account($select=Name;$expand=City($select=Name))&$filter=Email eq 'staff5@our-company.example'
SELECT c.Name, a.Name AS account, t.Name AS city
FROM Contact c
LEFT JOIN Account a ON a.Id = c.AccountId
LEFT JOIN City t ON t.Id = a.CityId
WHERE c.Email = 'staff5@our-company.example'
----
Yuki Mori | Our company | New York

-- departments by the average age of their contacts
-- by hand: Contact?$select=Age&$expand=Department($select=Name)&$filter=Age gt 0 and Department/Name ne ''
SELECT d.Name, count(*) AS contacts, round(avg(c.Age), 1) AS age
FROM Contact c JOIN Department d ON d.Id = c.DepartmentId
WHERE c.Age > 0
GROUP BY d.Name
ORDER BY age DESC, d.Name
----
Purchasing | 106 | 56.1
IT | 94 | 54.8
Finance & accounting | 164 | 54.2
Sales | 98 | 54.1
Marketing | 81 | 53.1
Customer service | 86 | 52.5
Production | 106 | 52.1
Legal | 96 | 51.7
Human resources | 91 | 51.2
Administration | 194 | 50.8
R&D | 87 | 50.1

-- parent companies with their daughters
-- by hand: Account?$select=Name,ParentId&$expand=Parent($select=Name)&$filter=Parent/Name ne ''
SELECT p.Name AS parent, string_agg(a.Name, '; ' ORDER BY a.Name) AS daughters
FROM Account a JOIN Account p ON p.Id = a.ParentId
GROUP BY p.Id, p.Name
ORDER BY parent
LIMIT 5
----
"Hill" Corp. | 龙&凤有限公司
"Rock + Roll Records New York" Corp. | Pâtisserie Noël Versailles SA
"Smith" Corp. | Weiß + Söhne Düsseldorf e. K.
'Восток №1' | Infocom Global plc
'Снег & Лёд Астана' | 龙&凤集团

-- colleagues: how many contacts each account manager looks after
-- by hand: Contact?$select=OwnerId&$expand=Owner($select=Name)&$filter=Owner/Name ne ''
SELECT o.Name, count(*) AS contacts
FROM Contact c JOIN Contact o ON o.Id = c.OwnerId
GROUP BY o.Id, o.Name
ORDER BY contacts DESC, o.Name
LIMIT 6
----
Симон Петренко | 172
Eve O'Hara | 159
Rahul Mehta | 158
Ann Parker | 157
Yuki Mori | 157
Fatima Zahra | 156
