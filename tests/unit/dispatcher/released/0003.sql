PRAGMA application_id=1198675822;
PRAGMA user_version=3;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0003');
CREATE TABLE announcement (
	number INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	zone TEXT, 
	PRIMARY KEY (number)
);
INSERT INTO "announcement" VALUES(1,1795147261000,'请李先生回到一号窗口','C');
CREATE TABLE booking_phone (
	appointment TEXT NOT NULL, 
	digits TEXT NOT NULL, 
	day TEXT NOT NULL, 
	PRIMARY KEY (appointment)
);
INSERT INTO "booking_phone" VALUES('ap-1','4321','2026-11-21');
CREATE TABLE help_call (
	device TEXT NOT NULL, 
	since INTEGER NOT NULL, 
	PRIMARY KEY (device)
);
CREATE TABLE in_force (
	journal INTEGER NOT NULL, 
	version TEXT NOT NULL, 
	PRIMARY KEY (journal)
);
INSERT INTO "in_force" VALUES(0,'f647ce11d641');
INSERT INTO "in_force" VALUES(16,'4b7803535465');
CREATE TABLE journal (
	id INTEGER NOT NULL, 
	seq INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	day TEXT NOT NULL, 
	type TEXT NOT NULL, 
	ticket TEXT, 
	device TEXT, 
	command TEXT, 
	json TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "journal" VALUES(1,0,1795147200000,'2026-11-20','day_began',NULL,NULL,NULL,'{"seq":0,"at":"2026-11-20T04:00:00.000Z","epoch":1,"type":"day_began","day":"2026-11-20"}');
INSERT INTO "journal" VALUES(2,1,1795147201000,'2026-11-20','counter_opened',NULL,'pad-1','o1','{"seq":1,"at":"2026-11-20T04:00:01.000Z","epoch":1,"command":"o1","type":"counter_opened","counter":"1","clerk":"li"}');
INSERT INTO "journal" VALUES(3,2,1795147201000,'2026-11-20','counter_opened',NULL,'pad-2','o2','{"seq":2,"at":"2026-11-20T04:00:01.000Z","epoch":1,"command":"o2","type":"counter_opened","counter":"2"}');
INSERT INTO "journal" VALUES(4,3,1795147201000,'2026-11-20','ticket_issued','A001','kiosk-1','i0','{"seq":3,"at":"2026-11-20T04:00:01.000Z","epoch":1,"command":"i0","type":"ticket_issued","ticket":"A001","services":["card"],"device":"kiosk-1","language":"zh","priority":"none","ready":"2026-11-20T04:00:01.000Z"}');
INSERT INTO "journal" VALUES(5,4,1795147208000,'2026-11-20','ticket_issued','A002','kiosk-1','i1','{"seq":4,"at":"2026-11-20T04:00:08.000Z","epoch":1,"command":"i1","type":"ticket_issued","ticket":"A002","services":["card"],"device":"kiosk-1","language":"zh","priority":"none","ready":"2026-11-20T04:00:08.000Z"}');
INSERT INTO "journal" VALUES(6,5,1795147215000,'2026-11-20','ticket_issued','B001','kiosk-1','i2','{"seq":5,"at":"2026-11-20T04:00:15.000Z","epoch":1,"command":"i2","type":"ticket_issued","ticket":"B001","services":["pension"],"device":"kiosk-1","language":"zh","priority":"none","ready":"2026-11-20T04:00:15.000Z"}');
INSERT INTO "journal" VALUES(7,6,1795147222000,'2026-11-20','ticket_issued','A003','kiosk-1','i3','{"seq":6,"at":"2026-11-20T04:00:22.000Z","epoch":1,"command":"i3","type":"ticket_issued","ticket":"A003","services":["card"],"device":"kiosk-1","help":"wheelchair","language":"zh","priority":"ill","ready":"2026-11-20T04:00:22.000Z"}');
INSERT INTO "journal" VALUES(8,7,1795147229000,'2026-11-20','ticket_issued','A004','kiosk-1','i4','{"seq":7,"at":"2026-11-20T04:00:29.000Z","epoch":1,"command":"i4","type":"ticket_issued","ticket":"A004","services":["card"],"device":"kiosk-1","language":"zh","priority":"none","ready":"2026-11-20T04:00:29.000Z"}');
INSERT INTO "journal" VALUES(9,8,1795147236000,'2026-11-20','ticket_issued','B002','kiosk-1','i5','{"seq":8,"at":"2026-11-20T04:00:36.000Z","epoch":1,"command":"i5","type":"ticket_issued","ticket":"B002","services":["pension"],"device":"kiosk-1","language":"zh","priority":"none","ready":"2026-11-20T04:00:36.000Z"}');
INSERT INTO "journal" VALUES(10,9,1795147246000,'2026-11-20','ticket_called','A001','pad-1','c0','{"seq":9,"at":"2026-11-20T04:00:46.000Z","epoch":1,"command":"c0","type":"ticket_called","ticket":"A001","counter":"1","services":["card"],"reason":"order","call":1,"waited_s":45}');
INSERT INTO "journal" VALUES(11,10,1795147249000,'2026-11-20','service_started','A001','pad-1','c1','{"seq":10,"at":"2026-11-20T04:00:49.000Z","epoch":1,"command":"c1","type":"service_started","ticket":"A001","counter":"1"}');
INSERT INTO "journal" VALUES(12,11,1795147252000,'2026-11-20','ticket_called','A002','pad-2','c2','{"seq":11,"at":"2026-11-20T04:00:52.000Z","epoch":1,"command":"c2","type":"ticket_called","ticket":"A002","counter":"2","services":["card"],"reason":"order","call":1,"waited_s":44}');
INSERT INTO "journal" VALUES(13,12,1795147255000,'2026-11-20','ticket_no_show','A002','pad-2','c3','{"seq":12,"at":"2026-11-20T04:00:55.000Z","epoch":1,"command":"c3","type":"ticket_no_show","ticket":"A002","counter":"2"}');
INSERT INTO "journal" VALUES(14,13,1795147258000,'2026-11-20','ticket_called','A003','pad-2','c4','{"seq":13,"at":"2026-11-20T04:00:58.000Z","epoch":1,"command":"c4","type":"ticket_called","ticket":"A003","counter":"2","services":["card"],"reason":"order","call":1,"waited_s":36}');
INSERT INTO "journal" VALUES(15,14,1795147261000,'2026-11-20','ticket_held','A003','pad-2','c5','{"seq":14,"at":"2026-11-20T04:01:01.000Z","epoch":1,"command":"c5","type":"ticket_held","ticket":"A003","counter":"2"}');
INSERT INTO "journal" VALUES(16,15,1795147261000,'2026-11-20','appointment_booked',NULL,'console-1','b1','{"seq":15,"at":"2026-11-20T04:01:01.000Z","epoch":1,"command":"b1","type":"appointment_booked","services":["card"],"appointment":"ap-1","priority":"none","slot":"2026-11-20T05:00:00.000Z"}');
INSERT INTO "journal" VALUES(17,16,1795147268000,'2026-11-20','green_entered',NULL,NULL,NULL,'{"seq":16,"at":"2026-11-20T04:01:08.000Z","epoch":1,"type":"green_entered","rule":"short","waiting":1}');
INSERT INTO "journal" VALUES(18,17,1795147268000,'2026-11-20','service_finished','A001','pad-1','c8','{"seq":17,"at":"2026-11-20T04:01:08.000Z","epoch":1,"command":"c8","type":"service_finished","ticket":"A001","counter":"1","services":["card"]}');
INSERT INTO "journal" VALUES(19,18,1795147268000,'2026-11-20','ticket_called','A004','pad-1','c8','{"seq":18,"at":"2026-11-20T04:01:08.000Z","epoch":1,"command":"c8","type":"ticket_called","ticket":"A004","counter":"1","services":["card"],"reason":"green","rule":"short","call":1,"waited_s":39}');
INSERT INTO "journal" VALUES(20,19,1795190400000,'2026-11-20','ticket_expired','A002',NULL,NULL,'{"seq":19,"at":"2026-11-20T16:00:00.000Z","epoch":1,"type":"ticket_expired","ticket":"A002"}');
INSERT INTO "journal" VALUES(21,20,1795190400000,'2026-11-20','ticket_expired','B001',NULL,NULL,'{"seq":20,"at":"2026-11-20T16:00:00.000Z","epoch":1,"type":"ticket_expired","ticket":"B001"}');
INSERT INTO "journal" VALUES(22,21,1795190400000,'2026-11-20','ticket_expired','A003',NULL,NULL,'{"seq":21,"at":"2026-11-20T16:00:00.000Z","epoch":1,"type":"ticket_expired","ticket":"A003"}');
INSERT INTO "journal" VALUES(23,22,1795190400000,'2026-11-20','ticket_expired','A004',NULL,NULL,'{"seq":22,"at":"2026-11-20T16:00:00.000Z","epoch":1,"type":"ticket_expired","ticket":"A004"}');
INSERT INTO "journal" VALUES(24,23,1795190400000,'2026-11-20','ticket_expired','B002',NULL,NULL,'{"seq":23,"at":"2026-11-20T16:00:00.000Z","epoch":1,"type":"ticket_expired","ticket":"B002"}');
INSERT INTO "journal" VALUES(25,24,1795190400000,'2026-11-20','counter_closed',NULL,NULL,NULL,'{"seq":24,"at":"2026-11-20T16:00:00.000Z","epoch":1,"type":"counter_closed","counter":"1"}');
INSERT INTO "journal" VALUES(26,25,1795190400000,'2026-11-20','counter_closed',NULL,NULL,NULL,'{"seq":25,"at":"2026-11-20T16:00:00.000Z","epoch":1,"type":"counter_closed","counter":"2"}');
INSERT INTO "journal" VALUES(27,25,1795190400000,'2026-11-21','day_began',NULL,NULL,NULL,'{"seq":25,"at":"2026-11-20T16:00:00.000Z","epoch":1,"type":"day_began","day":"2026-11-21"}');
INSERT INTO "journal" VALUES(28,26,1795233669000,'2026-11-21','ticket_issued','A001','kiosk-1','d1','{"seq":26,"at":"2026-11-21T04:01:09.000Z","epoch":1,"command":"d1","type":"ticket_issued","ticket":"A001","services":["card"],"device":"kiosk-1","language":"zh","priority":"none","ready":"2026-11-21T04:01:09.000Z"}');
INSERT INTO "journal" VALUES(29,27,1795233669000,'2026-11-21','ticket_issued','A002','kiosk-1','d2','{"seq":27,"at":"2026-11-21T04:01:09.000Z","epoch":2,"command":"d2","type":"ticket_issued","ticket":"A002","services":["card"],"device":"kiosk-1","language":"zh","priority":"none","ready":"2026-11-21T04:01:09.000Z"}');
INSERT INTO "journal" VALUES(30,28,1795233672000,'2026-11-21','ticket_issued','B001','kiosk-1','d3','{"seq":28,"at":"2026-11-21T04:01:12.000Z","epoch":2,"command":"d3","type":"ticket_issued","ticket":"B001","services":["pension"],"device":"kiosk-1","language":"zh","priority":"none","ready":"2026-11-21T04:01:12.000Z"}');
CREATE TABLE meta (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "meta" VALUES('hall','little');
INSERT INTO "meta" VALUES('epoch','2');
INSERT INTO "meta" VALUES('published','30');
CREATE TABLE "plan" (
	version TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (version)
);
INSERT INTO "plan" VALUES('f647ce11d641',1795147200000,'
[hall]
id = "little"
name = { zh = "小厅", en = "Little Hall" }
timezone = "Asia/Shanghai"
languages = ["zh", "en"]

[[service]]
id = "card"
prefix = "A"
name = { zh = "办卡", en = "Card" }
expected_minutes = 5

[[service]]
id = "pension"
prefix = "B"
name = { zh = "养老", en = "Pension" }
expected_minutes = 10

[[counter]]
id = "1"
zone = "C"

[[counter]]
id = "2"
services = ["card"]

[[clerk]]
id = "li"
name = { zh = "李" }

[[clerk]]
id = "wang"
name = { zh = "王" }
pin_hash = "$argon2id$v=19$m=8,t=1,p=1$seL4l0Zm1dS0lxP5qsFzWw$YM6v2oYiW+hgpEgaBVSdiQ"

[[device]]
id = "kiosk-1"
kind = "kiosk"

[[device]]
id = "kiosk-2"
kind = "kiosk"

[[device]]
id = "pad-1"
kind = "pad"
counter = "1"

[[device]]
id = "pad-2"
kind = "pad"
counter = "2"

[[device]]
id = "guide-1"
kind = "guide"

[[device]]
id = "display-1"
kind = "display"

[[device]]
id = "console-1"
kind = "console"
');
INSERT INTO "plan" VALUES('4b7803535465',1795147263000,'
[hall]
id = "little"
name = { zh = "小厅", en = "Little Hall" }
timezone = "Asia/Shanghai"
languages = ["zh", "en"]

[[service]]
id = "card"
prefix = "A"
name = { zh = "办卡", en = "Card" }
expected_minutes = 5

[[service]]
id = "pension"
prefix = "B"
name = { zh = "养老", en = "Pension" }
expected_minutes = 10

[[counter]]
id = "1"
zone = "C"

[[counter]]
id = "2"
services = ["card"]

[[clerk]]
id = "li"
name = { zh = "李" }

[[clerk]]
id = "wang"
name = { zh = "王" }
pin_hash = "$argon2id$v=19$m=8,t=1,p=1$seL4l0Zm1dS0lxP5qsFzWw$YM6v2oYiW+hgpEgaBVSdiQ"

[[device]]
id = "kiosk-1"
kind = "kiosk"

[[device]]
id = "kiosk-2"
kind = "kiosk"

[[device]]
id = "pad-1"
kind = "pad"
counter = "1"

[[device]]
id = "pad-2"
kind = "pad"
counter = "2"

[[device]]
id = "guide-1"
kind = "guide"

[[device]]
id = "display-1"
kind = "display"

[[device]]
id = "console-1"
kind = "console"

[[green_window]]
id = "short"
services = ["card"]
counters = ["1"]
enter_above = 0
leave_below = 0
');
CREATE TABLE reply (
	command TEXT NOT NULL, 
	device TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	json TEXT NOT NULL, 
	PRIMARY KEY (command, device)
);
INSERT INTO "reply" VALUES('d1','kiosk-1',1795233669000,'{"command":"d1","ok":true,"at":"2026-11-21T04:01:09.000Z","epoch":1,"seq":26,"ticket":{"number":"A001","state":"waiting","ahead":0,"issued_at":"2026-11-21T04:01:09.000Z","language":"zh","priority":"none","services":["card"]},"token":"00000000000000000000000000000007"}');
INSERT INTO "reply" VALUES('d2','kiosk-1',1795233669000,'{"command":"d2","ok":true,"at":"2026-11-21T04:01:09.000Z","epoch":2,"seq":27,"ticket":{"number":"A002","state":"waiting","ahead":1,"issued_at":"2026-11-21T04:01:09.000Z","language":"zh","priority":"none","services":["card"]},"token":"00000000000000000000000000000001"}');
INSERT INTO "reply" VALUES('d3','kiosk-1',1795233672000,'{"command":"d3","ok":true,"at":"2026-11-21T04:01:12.000Z","epoch":2,"seq":28,"ticket":{"number":"B001","state":"waiting","ahead":2,"issued_at":"2026-11-21T04:01:12.000Z","language":"zh","priority":"none","services":["pension"]},"token":"00000000000000000000000000000002"}');
CREATE TABLE shown (
	seq INTEGER NOT NULL, 
	part TEXT NOT NULL, 
	device TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	PRIMARY KEY (seq, part, device)
);
INSERT INTO "shown" VALUES(9,'screen','display-1',1795147261000);
CREATE TABLE snapshot (
	journal INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	"plan" TEXT NOT NULL, 
	json TEXT NOT NULL, day TEXT, 
	PRIMARY KEY (journal)
);
INSERT INTO "snapshot" VALUES(16,1795147263000,'4b7803535465','{"hall":{"seq":15,"clock":1795147261000,"is_open":true,"issue_count":6,"handled_today":0,"day":"2026-11-20","numbers":{"A":4,"B":2},"issued":{"card":4,"pension":2},"tickets":[{"number":"A001","issue":1,"issued_at":1795147201000,"ready":1795147201000,"device":"kiosk-1","help":null,"language":"zh","appointment":null,"counter":"1","pinned":null,"calls":1,"called_at":1795147246000,"ended_at":null,"rule":null,"rated":false,"services":["card"],"needs":["card"],"reason":"order","priority":"none","state":"serving"},{"number":"A002","issue":2,"issued_at":1795147208000,"ready":1795147208000,"device":"kiosk-1","help":null,"language":"zh","appointment":null,"counter":"2","pinned":null,"calls":1,"called_at":1795147252000,"ended_at":1795147255000,"rule":null,"rated":false,"services":["card"],"needs":["card"],"reason":"order","priority":"none","state":"no_show"},{"number":"B001","issue":3,"issued_at":1795147215000,"ready":1795147215000,"device":"kiosk-1","help":null,"language":"zh","appointment":null,"counter":null,"pinned":null,"calls":0,"called_at":null,"ended_at":null,"rule":null,"rated":false,"services":["pension"],"needs":["pension"],"reason":null,"priority":"none","state":"waiting"},{"number":"A003","issue":4,"issued_at":1795147222000,"ready":1795147222000,"device":"kiosk-1","help":"wheelchair","language":"zh","appointment":null,"counter":"2","pinned":null,"calls":1,"called_at":1795147258000,"ended_at":1795147261000,"rule":null,"rated":false,"services":["card"],"needs":["card"],"reason":"order","priority":"ill","state":"held"},{"number":"A004","issue":5,"issued_at":1795147229000,"ready":1795147229000,"device":"kiosk-1","help":null,"language":"zh","appointment":null,"counter":null,"pinned":null,"calls":0,"called_at":null,"ended_at":null,"rule":null,"rated":false,"services":["card"],"needs":["card"],"reason":null,"priority":"none","state":"waiting"},{"number":"B002","issue":6,"issued_at":1795147236000,"ready":1795147236000,"device":"kiosk-1","help":null,"language":"zh","appointment":null,"counter":null,"pinned":null,"calls":0,"called_at":null,"ended_at":null,"rule":null,"rated":false,"services":["pension"],"needs":["pension"],"reason":null,"priority":"none","state":"waiting"}],"counters":{"1":{"state":"serving","reason":null,"clerk":"li","current":"A001","held":[],"missed":[]},"2":{"state":"idle","reason":null,"clerk":null,"current":null,"held":["A003"],"missed":["A002"]}},"greens":{"short":{"mode":"auto","engaged":false}},"appointments":[{"id":"ap-1","services":["card"],"slot":1795150800000,"priority":"none","language":null,"ticket":null}]},"calls":[{"seq":13,"at":1795147258000,"ticket":"A003","counter":"2","call":1,"came":false},{"seq":11,"at":1795147252000,"ticket":"A002","counter":"2","call":1,"came":false},{"seq":9,"at":1795147246000,"ticket":"A001","counter":"1","call":1,"came":true}]}','2026-11-20');
INSERT INTO "snapshot" VALUES(27,1795233668000,'4b7803535465','{"hall":{"seq":25,"clock":1795190400000,"is_open":true,"issue_count":0,"handled_today":0,"day":"2026-11-21","numbers":{},"issued":{},"tickets":[],"counters":{"1":{"state":"closed","reason":null,"clerk":null,"current":null,"held":[],"missed":[]},"2":{"state":"closed","reason":null,"clerk":null,"current":null,"held":[],"missed":[]}},"greens":{"short":{"mode":"auto","engaged":true}},"appointments":[{"id":"ap-1","services":["card"],"slot":1795150800000,"priority":"none","language":null,"ticket":null}]},"calls":[]}','2026-11-21');
INSERT INTO "snapshot" VALUES(29,1795233669000,'4b7803535465','{"hall":{"seq":27,"clock":1795233669000,"is_open":true,"issue_count":2,"handled_today":0,"day":"2026-11-21","numbers":{"A":2},"issued":{"card":2},"tickets":[{"number":"A001","issue":1,"issued_at":1795233669000,"ready":1795233669000,"device":"kiosk-1","help":null,"language":"zh","appointment":null,"counter":null,"pinned":null,"calls":0,"called_at":null,"ended_at":null,"rule":null,"rated":false,"services":["card"],"needs":["card"],"reason":null,"priority":"none","state":"waiting"},{"number":"A002","issue":2,"issued_at":1795233669000,"ready":1795233669000,"device":"kiosk-1","help":null,"language":"zh","appointment":null,"counter":null,"pinned":null,"calls":0,"called_at":null,"ended_at":null,"rule":null,"rated":false,"services":["card"],"needs":["card"],"reason":null,"priority":"none","state":"waiting"}],"counters":{"1":{"state":"closed","reason":null,"clerk":null,"current":null,"held":[],"missed":[]},"2":{"state":"closed","reason":null,"clerk":null,"current":null,"held":[],"missed":[]}},"greens":{"short":{"mode":"auto","engaged":true}},"appointments":[{"id":"ap-1","services":["card"],"slot":1795150800000,"priority":"none","language":null,"ticket":null}]},"calls":[]}',NULL);
CREATE TABLE ticket (
	day TEXT NOT NULL, 
	number TEXT NOT NULL, 
	state TEXT NOT NULL, 
	services TEXT NOT NULL, 
	priority TEXT NOT NULL, 
	language TEXT NOT NULL, 
	counter TEXT, 
	issued_at INTEGER NOT NULL, 
	changed_at INTEGER NOT NULL, 
	device TEXT NOT NULL, 
	token TEXT, 
	PRIMARY KEY (day, number)
);
INSERT INTO "ticket" VALUES('2026-11-20','A001','finished','','none','zh','1',1795147201000,1795147268000,'kiosk-1','00000000000000000000000000000001');
INSERT INTO "ticket" VALUES('2026-11-20','A002','expired','card','none','zh','2',1795147208000,1795190400000,'kiosk-1','00000000000000000000000000000002');
INSERT INTO "ticket" VALUES('2026-11-20','B001','expired','pension','none','zh',NULL,1795147215000,1795190400000,'kiosk-1','00000000000000000000000000000003');
INSERT INTO "ticket" VALUES('2026-11-20','A003','expired','card','ill','zh','2',1795147222000,1795190400000,'kiosk-1','00000000000000000000000000000004');
INSERT INTO "ticket" VALUES('2026-11-20','A004','expired','card','none','zh','1',1795147229000,1795190400000,'kiosk-1','00000000000000000000000000000005');
INSERT INTO "ticket" VALUES('2026-11-20','B002','expired','pension','none','zh',NULL,1795147236000,1795190400000,'kiosk-1','00000000000000000000000000000006');
INSERT INTO "ticket" VALUES('2026-11-21','A001','waiting','card','none','zh',NULL,1795233669000,1795233669000,'kiosk-1','00000000000000000000000000000007');
INSERT INTO "ticket" VALUES('2026-11-21','A002','waiting','card','none','zh',NULL,1795233669000,1795233669000,'kiosk-1','00000000000000000000000000000001');
INSERT INTO "ticket" VALUES('2026-11-21','B001','waiting','pension','none','zh',NULL,1795233672000,1795233672000,'kiosk-1','00000000000000000000000000000002');
CREATE TABLE wrong_pin (
	clerk TEXT NOT NULL, 
	tries INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	PRIMARY KEY (clerk)
);
CREATE INDEX journal_of_ticket ON journal (day, ticket);
CREATE INDEX ix_reply_at ON reply (at);
COMMIT;
