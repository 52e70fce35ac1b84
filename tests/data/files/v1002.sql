PRAGMA application_id = 1262634059;
PRAGMA user_version = 1002;
BEGIN TRANSACTION;
CREATE TABLE acknowledgement (
	code TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	sector TEXT NOT NULL, 
	carrier TEXT NOT NULL, 
	fingerprint TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	text TEXT NOT NULL, 
	who TEXT NOT NULL, 
	"on" TEXT NOT NULL, 
	PRIMARY KEY (code, year, sector, carrier)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "acknowledgement" VALUES('entry.jump',2021,'residential','natural_gas','412345 kWh_hs','weather','cold','Anna','2024-03-05');
CREATE TABLE activity (
	id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	title TEXT NOT NULL, 
	state TEXT NOT NULL, 
	start_year INTEGER, 
	end_year INTEGER, 
	partner TEXT NOT NULL, 
	country TEXT NOT NULL, 
	decided TEXT NOT NULL, 
	resolution TEXT NOT NULL, 
	text TEXT NOT NULL, 
	source_id TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "activity" VALUES('a1','indigenous_support','Solarlampen für Ucayali','done',2004,2009,'COICA','PE','2003-11-06','Ratsbeschluss 88/2003','Spenden der Schulen','s1');
CREATE TABLE answer (
	question TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (question)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "answer" VALUES('card.railway','no');
CREATE TABLE base_datum (
	year INTEGER NOT NULL, 
	indicator TEXT NOT NULL, 
	value TEXT NOT NULL, 
	source TEXT NOT NULL, 
	PRIMARY KEY (year, indicator)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "base_datum" VALUES(2020,'population','6030','register');
CREATE TABLE bill (
	id TEXT NOT NULL, 
	sector TEXT NOT NULL, 
	carrier TEXT NOT NULL, 
	first_day TEXT NOT NULL, 
	last_day TEXT NOT NULL, 
	text TEXT NOT NULL, 
	quantity TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	parameters TEXT NOT NULL, 
	method TEXT NOT NULL, 
	source_id TEXT NOT NULL, 
	note TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "bill" VALUES('b1','residential','natural_gas','2020-10-01','2021-09-30','412.345','412345','m3','{"hs_kwh_per_m3": "11.20"}','degree_days','s1','');
CREATE TABLE change (
	step INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	identity TEXT NOT NULL, 
	"before" TEXT, 
	"after" TEXT, 
	PRIMARY KEY (step, kind, identity), 
	CONSTRAINT something_changed CHECK (before IS NOT NULL OR after IS NOT NULL), 
	FOREIGN KEY(step) REFERENCES step (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "change" VALUES(1,'acknowledgement','["entry.jump", "2021", "residential", "natural_gas"]',NULL,'{"code":"entry.jump","year":2021,"sector":"residential","carrier":"natural_gas","fingerprint":"412345 kWh_hs","reason":"weather","text":"cold","who":"Anna","on":"2024-03-05"}');
INSERT INTO "change" VALUES(1,'activity','["a1"]',NULL,'{"id":"a1","kind":"indigenous_support","title":"Solarlampen für Ucayali","state":"done","start_year":2004,"end_year":2009,"partner":"COICA","country":"PE","decided":"2003-11-06","resolution":"Ratsbeschluss 88/2003","text":"Spenden der Schulen","source_id":"s1"}');
INSERT INTO "change" VALUES(1,'answer','["card.railway"]',NULL,'{"question":"card.railway","value":"no"}');
INSERT INTO "change" VALUES(1,'base','["2020", "population"]',NULL,'{"year":2020,"indicator":"population","value":"6030","source":"register"}');
INSERT INTO "change" VALUES(1,'bill','["b1"]',NULL,'{"id":"b1","sector":"residential","carrier":"natural_gas","first_day":"2020-10-01","last_day":"2021-09-30","text":"412.345","quantity":"412345","unit":"m3","parameters":"{\"hs_kwh_per_m3\": \"11.20\"}","method":"degree_days","source_id":"s1","note":""}');
INSERT INTO "change" VALUES(1,'electricity','["2021"]',NULL,'{"year":2021,"renewable_mwh":"1234.5","renewable_t":null,"plants_mwh":"3200","plants_t":"640.25","purchases_mwh":"100","purchases_t":"0","sales_mwh":null,"sales_t":null,"source":""}');
INSERT INTO "change" VALUES(1,'entry','["2020", "rail", "diesel"]',NULL,'{"year":2020,"sector":"rail","carrier":"diesel","text":"","quantity":null,"unit":"","parameters":"{}","grade":null,"source":"","note":"no railway","notation_key":"NO","origin":"typed","source_id":"","contained_in":""}');
INSERT INTO "change" VALUES(1,'entry','["2020", "residential", "electricity"]',NULL,'{"year":2020,"sector":"residential","carrier":"electricity","text":"9700.10","quantity":"9700.10","unit":"MWh","parameters":"{}","grade":"A","source":"","note":"","notation_key":null,"origin":"typed","source_id":"","contained_in":""}');
INSERT INTO "change" VALUES(1,'entry','["2020", "residential", "heating_oil"]',NULL,'{"year":2020,"sector":"residential","carrier":"heating_oil","text":"1.200,5","quantity":"1200.5","unit":"l","parameters":"{\"net_calorific_value\": \"10.02\"}","grade":"B","source":"Schornsteinfeger","note":"geschätzt für Größe ≥ 50 kW","notation_key":null,"origin":"import","source_id":"","contained_in":""}');
INSERT INTO "change" VALUES(1,'entry','["2020", "tertiary", "electricity"]',NULL,'{"year":2020,"sector":"tertiary","carrier":"electricity","text":"about 6000","quantity":null,"unit":"","parameters":"{}","grade":null,"source":"","note":"","notation_key":null,"origin":"typed","source_id":"","contained_in":""}');
INSERT INTO "change" VALUES(1,'entry','["2021", "municipal_other", "electricity"]',NULL,'{"year":2021,"sector":"municipal_other","carrier":"electricity","text":"","quantity":null,"unit":"","parameters":"{}","grade":null,"source":"","note":"","notation_key":"IE","origin":"typed","source_id":"","contained_in":"tertiary/electricity"}');
INSERT INTO "change" VALUES(1,'entry','["2021", "private_transport", "diesel"]',NULL,'{"year":2021,"sector":"private_transport","carrier":"diesel","text":"7395","quantity":"7395","unit":"MWh","parameters":"{}","grade":null,"source":"","note":"","notation_key":null,"origin":"traffic","source_id":"","contained_in":""}');
INSERT INTO "change" VALUES(1,'entry','["2021", "residential", "natural_gas"]',NULL,'{"year":2021,"sector":"residential","carrier":"natural_gas","text":"412345","quantity":"412345","unit":"kWh_hs","parameters":"{}","grade":null,"source":"p. 2","note":"","notation_key":null,"origin":"bills","source_id":"s1","contained_in":""}');
INSERT INTO "change" VALUES(1,'factor','["2020", "district_heat"]',NULL,'{"year":2020,"carrier":"district_heat","t_per_mwh":"0.1850","source":"utility","note":"certified"}');
INSERT INTO "change" VALUES(1,'measure','["m1"]',NULL,'{"id":"m1","title":"Straßenbeleuchtung auf LED","status":"running","sector":"street_lighting","carrier":"electricity","start_year":2022,"end_year":2024,"responsible":"Bauamt","saving_mwh":"120.5","saving_t":"52.40","cost":"180000","currency":"EUR","funding":"Kommunalrichtlinie","note":"","source_id":"s1"}');
INSERT INTO "change" VALUES(1,'plant','["BHKW Nord", "2021"]',NULL,'{"plant":"BHKW Nord","year":2021,"carrier":"local_heat","fuels":"{\"natural_gas\": \"10000.5\", \"biogas\": \"800\"}","heat_mwh":"5400","sold_mwh":"4900","electricity_mwh":"3200","split":"exergetic","temperature_c":"66.5","temperature_kind":"flow","heat_efficiency":null,"power_efficiency":null,"source":"Betreiber, Jahresbericht 2021"}');
INSERT INTO "change" VALUES(1,'published','["2015", ""]',NULL,'{"year":2015,"sector":"","emissions_t":"41000.5","final_energy_mwh":"120000","source":"report 2016"}');
INSERT INTO "change" VALUES(1,'second_look','["2021", "residential"]',NULL,'{"year":2021,"sector":"residential","who":"Jan Wolf","on":"2024-03-05"}');
INSERT INTO "change" VALUES(1,'source','["s1"]',NULL,'{"id":"s1","supplier":"Stadtwerke Süd","kind":"operator","contact":"Frau Weiß, 06232 100","title":"Jahresmeldung","date":"2021-02-14","note":"","file_name":"letter.pdf","file_sha256":""}');
INSERT INTO "change" VALUES(1,'target','["t1"]',NULL,'{"id":"t1","name":"Klimaneutral 2040","basis":"total","kind":"reduction","value":"0.95","base_year":null,"target_year":2040,"decided":"2021-07-01","source":"Ratsbeschluss 12/2021","sector":""}');
INSERT INTO "change" VALUES(1,'target','["t2"]',NULL,'{"id":"t2","name":"Verkehr −40 %","basis":"total","kind":"reduction","value":"0.4","base_year":2010,"target_year":2030,"decided":"","source":"","sector":"private_transport"}');
INSERT INTO "change" VALUES(1,'traffic','["2021", "private_transport", "diesel", "motorway", "car"]',NULL,'{"year":2021,"sector":"private_transport","carrier":"diesel","road":"motorway","vehicle":"car","million_km":"12.75","kwh_per_km":"0.58","source":"Zählung","source_id":"s1"}');
INSERT INTO "change" VALUES(2,'entry','["2020", "residential", "heating_oil"]','{"year":2020,"sector":"residential","carrier":"heating_oil","text":"1.200,5","quantity":"1200.5","unit":"l","parameters":"{\"net_calorific_value\": \"10.02\"}","grade":"B","source":"Schornsteinfeger","note":"geschätzt für Größe ≥ 50 kW","notation_key":null,"origin":"import","source_id":"","contained_in":""}','{"year":2020,"sector":"residential","carrier":"heating_oil","text":"1.250","quantity":"1250","unit":"l","parameters":"{\"net_calorific_value\": \"10.02\"}","grade":"B","source":"Schornsteinfeger","note":"geschätzt für Größe ≥ 50 kW","notation_key":null,"origin":"import","source_id":"","contained_in":""}');
INSERT INTO "change" VALUES(3,'entry','["2020", "residential", "heating_oil"]','{"year":2020,"sector":"residential","carrier":"heating_oil","text":"1.250","quantity":"1250","unit":"l","parameters":"{\"net_calorific_value\": \"10.02\"}","grade":"B","source":"Schornsteinfeger","note":"geschätzt für Größe ≥ 50 kW","notation_key":null,"origin":"import","source_id":"","contained_in":""}','{"year":2020,"sector":"residential","carrier":"heating_oil","text":"1.200,5","quantity":"1200.5","unit":"l","parameters":"{\"net_calorific_value\": \"10.02\"}","grade":"B","source":"Schornsteinfeger","note":"geschätzt für Größe ≥ 50 kW","notation_key":null,"origin":"import","source_id":"","contained_in":""}');
CREATE TABLE document (
	id INTEGER NOT NULL CONSTRAINT one_row CHECK (id = 1), 
	uuid TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	created_by TEXT NOT NULL, 
	program TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
INSERT INTO "document" VALUES(1,'037e8b32-e638-458b-a7ca-f3df0b8334e0','2024-03-05T09:30:00+00:00','Anna Beck','0.1.0');
CREATE TABLE electricity_year (
	year INTEGER NOT NULL, 
	renewable_mwh TEXT, 
	renewable_t TEXT, 
	plants_mwh TEXT, 
	plants_t TEXT, 
	purchases_mwh TEXT, 
	purchases_t TEXT, 
	sales_mwh TEXT, 
	sales_t TEXT, 
	source TEXT NOT NULL, 
	PRIMARY KEY (year)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "electricity_year" VALUES(2021,'1234.5',NULL,'3200','640.25','100','0',NULL,NULL,'');
CREATE TABLE entry (
	year INTEGER NOT NULL, 
	sector TEXT NOT NULL, 
	carrier TEXT NOT NULL, 
	text TEXT NOT NULL, 
	quantity TEXT, 
	unit TEXT NOT NULL, 
	parameters TEXT NOT NULL, 
	grade TEXT, 
	source TEXT NOT NULL, 
	note TEXT NOT NULL, 
	notation_key TEXT, 
	origin TEXT NOT NULL, 
	source_id TEXT DEFAULT '' NOT NULL, 
	contained_in TEXT DEFAULT '' NOT NULL, 
	PRIMARY KEY (year, sector, carrier), 
	CONSTRAINT value_or_notation_key CHECK (notation_key IS NULL OR text = '')
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "entry" VALUES(2020,'rail','diesel','',NULL,'','{}',NULL,'','no railway','NO','typed','','');
INSERT INTO "entry" VALUES(2020,'residential','electricity','9700.10','9700.10','MWh','{}','A','','',NULL,'typed','','');
INSERT INTO "entry" VALUES(2020,'residential','heating_oil','1.200,5','1200.5','l','{"net_calorific_value": "10.02"}','B','Schornsteinfeger','geschätzt für Größe ≥ 50 kW',NULL,'import','','');
INSERT INTO "entry" VALUES(2020,'tertiary','electricity','about 6000',NULL,'','{}',NULL,'','',NULL,'typed','','');
INSERT INTO "entry" VALUES(2021,'municipal_other','electricity','',NULL,'','{}',NULL,'','','IE','typed','','tertiary/electricity');
INSERT INTO "entry" VALUES(2021,'private_transport','diesel','7395','7395','MWh','{}',NULL,'','',NULL,'traffic','','');
INSERT INTO "entry" VALUES(2021,'residential','natural_gas','412345','412345','kWh_hs','{}',NULL,'p. 2','',NULL,'bills','s1','');
CREATE TABLE file (
	sha256 TEXT NOT NULL, 
	content BLOB NOT NULL, 
	at TEXT NOT NULL, 
	PRIMARY KEY (sha256)
)
 STRICT

;
INSERT INTO "file" VALUES('0e0daae501dae7bbcdd9381c4faec3b23f2b2b4bb7d25b9b794fe96e56262651',X'255044462D312E372061206C6574746572','2024-03-05T09:30:00+00:00');
CREATE TABLE local_factor (
	year INTEGER NOT NULL, 
	carrier TEXT NOT NULL, 
	t_per_mwh TEXT NOT NULL, 
	source TEXT NOT NULL, 
	note TEXT NOT NULL, 
	PRIMARY KEY (year, carrier)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "local_factor" VALUES(2020,'district_heat','0.1850','utility','certified');
CREATE TABLE measure (
	id TEXT NOT NULL, 
	title TEXT NOT NULL, 
	status TEXT NOT NULL, 
	sector TEXT NOT NULL, 
	carrier TEXT NOT NULL, 
	start_year INTEGER, 
	end_year INTEGER, 
	responsible TEXT NOT NULL, 
	saving_mwh TEXT, 
	saving_t TEXT, 
	cost TEXT, 
	currency TEXT NOT NULL, 
	funding TEXT NOT NULL, 
	note TEXT NOT NULL, 
	source_id TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "measure" VALUES('m1','Straßenbeleuchtung auf LED','running','street_lighting','electricity',2022,2024,'Bauamt','120.5','52.40','180000','EUR','Kommunalrichtlinie','','s1');
CREATE TABLE migration (
	version INTEGER NOT NULL, 
	info TEXT NOT NULL, 
	at TEXT NOT NULL, 
	program TEXT NOT NULL, 
	PRIMARY KEY (version)
)
 STRICT

;
CREATE TABLE municipality (
	id INTEGER NOT NULL CONSTRAINT one_row CHECK (id = 1), 
	country TEXT NOT NULL, 
	name TEXT NOT NULL, 
	code TEXT NOT NULL, 
	base_year INTEGER NOT NULL, 
	factor_set TEXT NOT NULL, 
	language TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
INSERT INTO "municipality" VALUES(1,'DE','Dudenhofen','07338007',1990,'bisko','de');
CREATE TABLE plant_year (
	plant TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	carrier TEXT NOT NULL, 
	fuels TEXT NOT NULL, 
	heat_mwh TEXT, 
	sold_mwh TEXT, 
	electricity_mwh TEXT, 
	split TEXT, 
	temperature_c TEXT, 
	temperature_kind TEXT NOT NULL, 
	heat_efficiency TEXT, 
	power_efficiency TEXT, 
	source TEXT NOT NULL, 
	PRIMARY KEY (plant, year)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "plant_year" VALUES('BHKW Nord',2021,'local_heat','{"natural_gas": "10000.5", "biogas": "800"}','5400','4900','3200','exergetic','66.5','flow',NULL,NULL,'Betreiber, Jahresbericht 2021');
CREATE TABLE published_result (
	year INTEGER NOT NULL, 
	sector TEXT NOT NULL, 
	emissions_t TEXT NOT NULL, 
	final_energy_mwh TEXT, 
	source TEXT NOT NULL, 
	PRIMARY KEY (year, sector)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "published_result" VALUES(2015,'','41000.5','120000','report 2016');
CREATE TABLE second_look (
	year INTEGER NOT NULL, 
	sector TEXT NOT NULL, 
	who TEXT NOT NULL, 
	"on" TEXT NOT NULL, 
	PRIMARY KEY (year, sector)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "second_look" VALUES(2021,'residential','Jan Wolf','2024-03-05');
CREATE TABLE source (
	id TEXT NOT NULL, 
	supplier TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	contact TEXT NOT NULL, 
	title TEXT NOT NULL, 
	date TEXT NOT NULL, 
	note TEXT NOT NULL, 
	file_name TEXT NOT NULL, 
	file_sha256 TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "source" VALUES('s1','Stadtwerke Süd','operator','Frau Weiß, 06232 100','Jahresmeldung','2021-02-14','','letter.pdf','');
CREATE TABLE step (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	kind TEXT NOT NULL CONSTRAINT known_kind CHECK (kind IN ('edit', 'undo', 'redo')), 
	target INTEGER, 
	action TEXT NOT NULL, 
	parameters TEXT NOT NULL, 
	CONSTRAINT undo_and_redo_have_a_target CHECK ((kind = 'edit') = (target IS NULL)), 
	FOREIGN KEY(target) REFERENCES step (id)
)
 STRICT

;
INSERT INTO "step" VALUES(1,'2024-03-05T09:30:00+00:00','Anna Beck','edit',NULL,'import','{"file": "werte.csv"}');
INSERT INTO "step" VALUES(2,'2024-03-05T09:30:00+00:00','Anna Beck','edit',NULL,'entry.recorded','{"sector": "residential"}');
INSERT INTO "step" VALUES(3,'2024-03-05T09:30:00+00:00','Anna Beck','undo',2,'entry.recorded','{"sector": "residential"}');
CREATE TABLE submission (
	year INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	check_code TEXT NOT NULL, 
	file_name TEXT NOT NULL, 
	at TEXT NOT NULL, 
	step INTEGER NOT NULL, 
	payload BLOB NOT NULL, 
	PRIMARY KEY (year, revision)
)
 STRICT

;
INSERT INTO "submission" VALUES(2020,1,'abababababababababababababababababababababababababababababababab','K7Q2M9X','KB-DE-07338007-2020-r1-K7Q2M9X.xlsx','2024-03-05T09:30:00+00:00',1,X'1F8B08');
CREATE TABLE target (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	basis TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	value TEXT NOT NULL, 
	base_year INTEGER, 
	target_year INTEGER, 
	decided TEXT NOT NULL, 
	source TEXT NOT NULL, 
	sector TEXT DEFAULT '' NOT NULL, 
	PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "target" VALUES('t1','Klimaneutral 2040','total','reduction','0.95',NULL,2040,'2021-07-01','Ratsbeschluss 12/2021','');
INSERT INTO "target" VALUES('t2','Verkehr −40 %','total','reduction','0.4',2010,2030,'','','private_transport');
CREATE TABLE traffic_flow (
	year INTEGER NOT NULL, 
	sector TEXT NOT NULL, 
	carrier TEXT NOT NULL, 
	road TEXT NOT NULL, 
	vehicle TEXT NOT NULL, 
	million_km TEXT, 
	kwh_per_km TEXT, 
	source TEXT NOT NULL, 
	source_id TEXT NOT NULL, 
	PRIMARY KEY (year, sector, carrier, road, vehicle)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "traffic_flow" VALUES(2021,'private_transport','diesel','motorway','car','12.75','0.58','Zählung','s1');
CREATE INDEX change_by_identity ON change (kind, identity);
CREATE TRIGGER step_refuses_update BEFORE UPDATE ON step BEGIN SELECT RAISE(ABORT, 'step is append-only'); END;
CREATE TRIGGER step_refuses_delete BEFORE DELETE ON step BEGIN SELECT RAISE(ABORT, 'step is append-only'); END;
CREATE TRIGGER change_refuses_update BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;
CREATE TRIGGER change_refuses_delete BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;
CREATE TRIGGER submission_refuses_update BEFORE UPDATE ON submission BEGIN SELECT RAISE(ABORT, 'submission is append-only'); END;
CREATE TRIGGER submission_refuses_delete BEFORE DELETE ON submission BEGIN SELECT RAISE(ABORT, 'submission is append-only'); END;
CREATE TRIGGER migration_refuses_update BEFORE UPDATE ON migration BEGIN SELECT RAISE(ABORT, 'migration is append-only'); END;
CREATE TRIGGER migration_refuses_delete BEFORE DELETE ON migration BEGIN SELECT RAISE(ABORT, 'migration is append-only'); END;
CREATE TRIGGER file_refuses_update BEFORE UPDATE ON file BEGIN SELECT RAISE(ABORT, 'file is append-only'); END;
CREATE TRIGGER file_refuses_delete BEFORE DELETE ON file BEGIN SELECT RAISE(ABORT, 'file is append-only'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('step',3);
COMMIT;
