"""The commands by name; each module is imported when its command is used."""

import importlib
from types import MappingProxyType
from typing import Protocol
from typing import cast

from kbdesk.cli.session import Arguments
from kbdesk.cli.session import CommandParser
from kbdesk.cli.session import Session

_MODULES = MappingProxyType(
    {
        "backup": "backup",
        "chart": "chart",
        "check": "check",
        "compare": "compare",
        "demo": "demo",
        "explain": "explain",
        "export": "export",
        "import": "import_table",
        "inventory": "inventory",
        "municipalities": "municipalities",
        "new": "new",
        "progress": "progress",
        "report": "report",
        "restore": "restore",
        "self-test": "self_test",
        "start-inventory": "start_inventory",
        "verify": "verify",
    }
)

NAMES = frozenset(_MODULES)


class Command(Protocol):
    """What every command module offers."""

    SUMMARY: str

    def add_arguments(self, parser: CommandParser) -> None:
        """Describe the arguments."""

    def run(self, session: Session, arguments: Arguments) -> int:
        """Do the work; the exit code."""


def command(name: str) -> Command:
    """The command of this name."""
    return cast("Command", importlib.import_module(f"kbdesk.cli.{_MODULES[name]}"))
