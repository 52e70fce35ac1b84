"""``kbdesk compare``: why did emissions change between two years."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from kbdesk.cli.session import Arguments
from kbdesk.cli.session import CommandParser
from kbdesk.cli.session import Session
from kbdesk.cli.session import add_format
from kbdesk.models.decomposition import Effect
from kbdesk.services.comparing import compare
from kbdesk.services.comparing import compare_document
from kbdesk.texts.effect_names import effect_name
from kbdesk.texts.marking import mark

SUMMARY = mark("Show why emissions changed between two years, by cause, sector and energy carrier.")


def add_arguments(parser: CommandParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--from", dest="from_year", type=int, required=True)
    parser.add_argument("--to", dest="to_year", type=int, required=True)
    add_format(parser, "table", "json")


def run(session: Session, arguments: Arguments) -> int:
    """Print the effects; they sum to the change."""
    with session.open(arguments.file, read_only=True) as project:
        found = compare(project, arguments.from_year, arguments.to_year)
        if arguments.format == "json":
            session.say_json(compare_document(project, found))
            return 0
        texts = session.texts
        shown = [effect for effect, tonnes in found.effects().items() if tonnes or effect is not Effect.COVERAGE]
        _totals(session, found.from_year, found.before_t, found.to_year, found.after_t)
        header = [effect_name(effect, texts) for effect in shown]
        for first, parts in (
            (texts.tr("Sector"), {texts.sector(name): part for name, part in found.by_sector().items()}),
            (texts.tr("Energy carrier"), {texts.carrier(name): part for name, part in found.by_carrier().items()}),
        ):
            session.say()
            rows = [(name, *_row(session, part, shown)) for name, part in parts.items()]
            rows.append((texts.tr("Total"), *_row(session, found.effects(), shown)))
            session.table((first, *header, texts.tr("Change [t]")), rows)
    return 0


def _totals(session: Session, from_year: int, before: Decimal, to_year: int, after: Decimal) -> None:
    numbers = session.texts.numbers
    session.table(
        (session.texts.tr("Year"), session.texts.tr("Emissions [t]")),
        [(str(from_year), numbers.integer(before)), (str(to_year), numbers.integer(after))],
    )


def _row(session: Session, effects: Mapping[Effect, Decimal], shown: list[Effect]) -> tuple[str, ...]:
    amounts = [*(effects.get(effect, Decimal(0)) for effect in shown), sum(effects.values(), Decimal(0))]
    return tuple(session.texts.numbers.integer(amount) for amount in amounts)
