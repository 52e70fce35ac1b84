"""Speed, measured against the marks; never part of the tests."""
