"""Tests of what charts show."""
