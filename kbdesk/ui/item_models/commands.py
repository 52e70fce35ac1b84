"""How a table or form has a command carried out."""

from collections.abc import Callable

from kbdesk.models.changes import Change

Run = Callable[[Callable[[], Change | None]], bool]
"""Carries out a command of the services; False where it was refused, after a message."""
