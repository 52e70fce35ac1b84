"""``kbdesk compare``: why did emissions change between two years."""

from collections.abc import Iterator
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from kbdesk.cli.session import Arguments
from kbdesk.cli.session import CommandParser
from kbdesk.cli.session import Session
from kbdesk.cli.session import add_format
from kbdesk.models.decomposition import Decomposition
from kbdesk.models.decomposition import Effect
from kbdesk.services.comparing import compare
from kbdesk.services.comparing import compare_document
from kbdesk.texts.break_texts import break_sentence
from kbdesk.texts.effect_names import effect_name
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

SUMMARY = mark("Show why emissions changed between two years, by cause, sector and energy carrier.")
_SECTOR, _CARRIER = "sector", "carrier"


def add_arguments(parser: CommandParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--from", dest="from_year", type=int, required=True)
    parser.add_argument("--to", dest="to_year", type=int, required=True)
    parser.add_argument("--by", choices=(_SECTOR, _CARRIER), help=parser.tr("only the table by sector or by carrier"))
    add_format(parser, "table", "json")


def run(session: Session, arguments: Arguments) -> int:
    """Print the effects; they sum to the change."""
    with session.open(arguments.file, read_only=True) as project:
        found = compare(project, arguments.from_year, arguments.to_year)
        if arguments.format == "json":
            session.say_json(compare_document(project, found))
            return 0
        texts = session.texts
        _totals(session, found.from_year, found.before_t, found.to_year, found.after_t)
        header = [effect_name(effect, texts) for effect in found.shown()]
        for by, first, parts in (
            (_SECTOR, texts.tr("Sector"), {texts.sector(name): part for name, part in found.by_sector().items()}),
            (
                _CARRIER,
                texts.tr("Energy carrier"),
                {texts.carrier(name): part for name, part in found.by_carrier().items()},
            ),
        ):
            if arguments.by not in (None, by):
                continue
            session.say()
            rows = [(name, *_row(session, part, found.shown())) for name, part in parts.items()]
            rows.append((texts.tr("Total"), *_row(session, found.effects(), found.shown())))
            session.table((first, *header, texts.tr("Change [t]")), rows)
        _notes(session, found)
    return 0


def _totals(session: Session, from_year: int, before: Decimal, to_year: int, after: Decimal) -> None:
    numbers = session.texts.numbers
    session.table(
        (session.texts.tr("Year"), session.texts.tr("Emissions [t]")),
        [(str(from_year), numbers.integer(before)), (str(to_year), numbers.integer(after))],
    )


def _row(session: Session, effects: Mapping[Effect, Decimal], shown: tuple[Effect, ...]) -> tuple[str, ...]:
    amounts = [*(effects.get(effect, Decimal(0)) for effect in shown), sum(effects.values(), Decimal(0))]
    return tuple(session.texts.numbers.integer(amount) for amount in amounts)


def _notes(session: Session, found: Decomposition) -> None:
    """What the reader must know to read the tables rightly."""
    if notes := tuple(_said(found, session.texts)):
        session.say()
    for note in notes:
        session.say(note)


def _said(found: Decomposition, texts: Texts) -> Iterator[str]:
    if found.people is None:
        yield texts.tr("Without the inhabitants of both years their effect is part of the energy.")
    if not found.with_weather:
        yield texts.tr("Without the degree days of both years and their mean the weather is part of the energy.")
    if found.effects()[Effect.BREAK]:
        yield texts.tr(
            "“Method, boundary or data”: energy across a break, of which no one can say how much is a real change."
        )
    for each in found.breaks:
        yield break_sentence(each, texts)
    if found.effects()[Effect.COVERAGE]:
        yield texts.tr("“Recorded in one year only” is no change of consumption: the other year says nothing of it.")
