"""Runs one command: arguments in, exit code out; a mendable error is one sentence on stderr."""

import locale

from kbdesk.cli.commands import command
from kbdesk.cli.session import CommandParser
from kbdesk.cli.session import Session
from kbdesk.errors import UserError
from kbdesk.paths import DataDir
from kbdesk.paths import resources_dir
from kbdesk.services.reference import Reference
from kbdesk.services.settings import SettingsFile

BAD_INPUT = 2


def run(argv: list[str], data_dir: DataDir, language: str = "") -> int:
    """Run ``argv[0]`` with its arguments; 0 done, 1 findings or failed verification, 2 bad input or usage."""
    reference, settings = Reference(resources_dir()), SettingsFile(data_dir.settings).load()
    chosen = language or settings.language or (locale.getlocale()[0] or "en")[:2]
    session = Session(reference, data_dir, reference.texts(chosen, settings.number_locale))
    try:
        found = command(argv[0])
        parser = CommandParser(argv[0], found.SUMMARY, session.texts)
        found.add_arguments(parser)
        return found.run(session, parser.parse_args(argv[1:]))
    except UserError as error:
        session.complain(session.texts.error(error))
        return BAD_INPUT
