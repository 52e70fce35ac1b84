"""The data file: the only package that knows SQLite; rows never leave it, records do."""
