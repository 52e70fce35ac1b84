"""Sentences of acknowledged findings and one-click corrections."""

ERRORS: dict[str, str] = {}

ACTIONS: dict[str, str] = {}

SENTENCES = {**ERRORS, **ACTIONS}
