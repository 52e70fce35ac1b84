"""The data file: the only package that knows SQLite and SQLAlchemy; rows never leave it, records do."""
