"""Sources, bills, answers, acknowledgements, looks, targets, plants, files get tables; entries name sources."""

import sqlite3

INFO = "sources with their files, bills, answers, acknowledgements, second looks, targets, plants, electricity"

_STATEMENTS = (
    "ALTER TABLE entry ADD COLUMN source_id TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE entry ADD COLUMN contained_in TEXT DEFAULT '' NOT NULL",
    """CREATE TABLE source (id TEXT NOT NULL, supplier TEXT NOT NULL, kind TEXT NOT NULL, contact TEXT NOT NULL,
    title TEXT NOT NULL, date TEXT NOT NULL, note TEXT NOT NULL, file_name TEXT NOT NULL, file_sha256 TEXT NOT NULL,
    PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE bill (id TEXT NOT NULL, sector TEXT NOT NULL, carrier TEXT NOT NULL, first_day TEXT NOT NULL,
    last_day TEXT NOT NULL, text TEXT NOT NULL, quantity TEXT NOT NULL, unit TEXT NOT NULL, parameters TEXT NOT NULL,
    method TEXT NOT NULL, source_id TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    "CREATE TABLE answer (question TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (question)) WITHOUT ROWID, STRICT",
    """CREATE TABLE acknowledgement (code TEXT NOT NULL, year INTEGER NOT NULL, sector TEXT NOT NULL,
    carrier TEXT NOT NULL, fingerprint TEXT NOT NULL, reason TEXT NOT NULL, text TEXT NOT NULL, who TEXT NOT NULL,
    "on" TEXT NOT NULL, PRIMARY KEY (code, year, sector, carrier)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE second_look (year INTEGER NOT NULL, sector TEXT NOT NULL, who TEXT NOT NULL, "on" TEXT NOT NULL,
    PRIMARY KEY (year, sector)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE target (id TEXT NOT NULL, name TEXT NOT NULL, basis TEXT NOT NULL, kind TEXT NOT NULL,
    value TEXT NOT NULL, base_year INTEGER, target_year INTEGER, decided TEXT NOT NULL, source TEXT NOT NULL,
    PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE plant_year (plant TEXT NOT NULL, year INTEGER NOT NULL, carrier TEXT NOT NULL, fuels TEXT NOT NULL,
    heat_mwh TEXT, sold_mwh TEXT, electricity_mwh TEXT, split TEXT, temperature_c TEXT, temperature_kind TEXT NOT NULL,
    heat_efficiency TEXT, power_efficiency TEXT, source TEXT NOT NULL, PRIMARY KEY (plant, year))
    WITHOUT ROWID, STRICT""",
    """CREATE TABLE electricity_year (year INTEGER NOT NULL, renewable_mwh TEXT, renewable_t TEXT,
    plants_mwh TEXT, plants_t TEXT, purchases_mwh TEXT, purchases_t TEXT, sales_mwh TEXT, sales_t TEXT,
    source TEXT NOT NULL, PRIMARY KEY (year)) WITHOUT ROWID, STRICT""",
    "CREATE TABLE file (sha256 TEXT NOT NULL, content BLOB NOT NULL, at TEXT NOT NULL, PRIMARY KEY (sha256)) STRICT",
    "CREATE TRIGGER file_refuses_update BEFORE UPDATE ON file BEGIN SELECT RAISE(ABORT, 'file is append-only'); END",
    "CREATE TRIGGER file_refuses_delete BEFORE DELETE ON file BEGIN SELECT RAISE(ABORT, 'file is append-only'); END",
)


def migrate(connection: sqlite3.Connection) -> None:
    """Nothing stored changes; the new columns are empty."""
    for statement in _STATEMENTS:
        connection.execute(statement)
