"""Codes and parameters become sentences; numbers, dates and lists by CLDR. No Qt."""
