"""Activities, measures and road traffic get tables; a target may be that of a sector."""

import sqlite3

INFO = "activities, measures, road traffic, targets of a sector"

_STATEMENTS = (
    "ALTER TABLE target ADD COLUMN sector TEXT DEFAULT '' NOT NULL",
    """CREATE TABLE activity (id TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, state TEXT NOT NULL,
    start_year INTEGER, end_year INTEGER, partner TEXT NOT NULL, country TEXT NOT NULL, decided TEXT NOT NULL,
    resolution TEXT NOT NULL, text TEXT NOT NULL, source_id TEXT NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE measure (id TEXT NOT NULL, title TEXT NOT NULL, status TEXT NOT NULL, sector TEXT NOT NULL,
    carrier TEXT NOT NULL, start_year INTEGER, end_year INTEGER, responsible TEXT NOT NULL, saving_mwh TEXT,
    saving_t TEXT, cost TEXT, currency TEXT NOT NULL, funding TEXT NOT NULL, note TEXT NOT NULL,
    source_id TEXT NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT""",
    """CREATE TABLE traffic_flow (year INTEGER NOT NULL, sector TEXT NOT NULL, carrier TEXT NOT NULL,
    road TEXT NOT NULL, vehicle TEXT NOT NULL, million_km TEXT, kwh_per_km TEXT, source TEXT NOT NULL,
    source_id TEXT NOT NULL, PRIMARY KEY (year, sector, carrier, road, vehicle)) WITHOUT ROWID, STRICT""",
)


def migrate(connection: sqlite3.Connection) -> None:
    """Nothing stored changes; targets are those of everything."""
    for statement in _STATEMENTS:
        connection.execute(statement)
