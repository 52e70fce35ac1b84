"""Sentences of the forms: what a field refuses, what was done there."""

ERRORS: dict[str, str] = {}

ACTIONS: dict[str, str] = {}

SENTENCES = {**ERRORS, **ACTIONS}
