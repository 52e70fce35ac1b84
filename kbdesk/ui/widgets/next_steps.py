"""What to do next: at most three things, the one that matters most first, each with the place where it is done."""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from itertools import islice
from typing import NamedTuple

from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import YearResult
from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level
from kbdesk.services import activities
from kbdesk.services import deadlines
from kbdesk.services import years
from kbdesk.services.project import Project
from kbdesk.services.readiness import blocking
from kbdesk.texts.texts import Texts
from kbdesk.ui.widgets.destinations import ACTIVITIES
from kbdesk.ui.widgets.destinations import BASE_DATA
from kbdesk.ui.widgets.destinations import DATA_ENTRY
from kbdesk.ui.widgets.destinations import FINDINGS
from kbdesk.ui.widgets.destinations import GUIDE
from kbdesk.ui.widgets.destinations import NEW_YEAR
from kbdesk.ui.widgets.destinations import STILL_TRUE
from kbdesk.ui.widgets.destinations import SUBMISSION
from kbdesk.ui.widgets.destinations import Destination
from kbdesk.ui.widgets.destinations import destination
from kbdesk.ui.widgets.tiles import Board
from kbdesk.ui.widgets.tiles import missing_tiles
from kbdesk.ui.widgets.verdicts import partial_finding

LIMIT = 3
_NAMED_BEFORE = ("factor.", "population.")
"""Errors that have a step of their own."""

_MENDED_IN_CELLS: Mapping[str, Callable[[CellResult], bool]] = {
    "pencil": lambda cell: cell.entry.is_draft,
    "circle-question-mark": lambda cell: cell.entry.quantity is not None and cell.energy_mwh is None,
    "zap": lambda cell: cell.energy_mwh is not None and cell.factor.t_per_mwh is None,
}
"""Drafts, units that need a detail, missing factors."""


class NextStep(NamedTuple):
    """One thing to do: the button's words, one line why, and where it leads."""

    icon: str
    words: str
    reason: str
    leads_to: Destination
    more: str = ""
    """What a tooltip adds."""


def next_steps(project: Project, board: Board, texts: Texts) -> tuple[NextStep, ...]:
    """The first steps that apply, for the year of the board."""
    if not project.inventory.entries:
        return tuple(_first_steps(project, board.year, texts))
    result = project.results.get(board.year)
    return tuple(islice(_steps(project, board, result, texts), LIMIT))


def _first_steps(project: Project, year: int, texts: Texts) -> Iterator[NextStep]:
    yield NextStep(
        "compass",
        texts.tr("Begin with the guide"),
        texts.tr("A few questions and eight numbers give a first result."),
        Destination(GUIDE),
    )
    if project.inventory.population(year) is None:
        yield _population(year, texts)
    yield NextStep(
        "pencil",
        texts.tr("Enter the first values of {year}", year=str(year)),
        texts.tr("Electricity, gas and heating oil of the households are a good beginning."),
        Destination(DATA_ENTRY, year),
    )


def _steps(project: Project, board: Board, result: YearResult | None, texts: Texts) -> Iterator[NextStep]:
    year = board.year
    if result is not None:
        if not result.population:
            yield _population(year, texts)
        yield from _cell_steps(result, texts)
        yield from _error_steps(project, result, texts)
    yield from _still_true(project, year, texts)
    if missing := missing_tiles(board):
        first = missing[0].key
        yield NextStep(
            "circle-dashed",
            texts.trn(
                "Enter {count} missing value of {year}",
                "Enter {count} missing values of {year}",
                len(missing),
                year=str(year),
            ),
            texts.tr("First: {place}.", place=f"{texts.carrier(first.carrier)}, {texts.sector(first.sector)}"),
            Destination(DATA_ENTRY, first),
        )
    yield from _overdue_report(project, texts)
    if (gap := _year_without_population(project, year)) is not None:
        yield _population(gap, texts)
    if result is not None:
        yield from _coverage(project, year, texts)
        yield from _submission(project, year, texts)
        yield from _warnings(project, year, texts)
    yield from _next_year(project, texts)


def _overdue_report(project: Project, texts: Texts) -> Iterator[NextStep]:
    if activities.is_overdue(project):
        yield NextStep(
            "handshake",
            texts.tr("Hand in the report to the Covenant of Mayors"),
            texts.tr("It is overdue: the register says since when."),
            Destination(ACTIVITIES),
        )


def _population(year: int, texts: Texts) -> NextStep:
    return NextStep(
        "users",
        texts.tr("Enter the inhabitants of {year}", year=str(year)),
        texts.tr("Without them there is no value per inhabitant."),
        Destination(BASE_DATA, year),
    )


def _cell_steps(result: YearResult, texts: Texts) -> Iterator[NextStep]:
    """What can be mended in single cells, by the icon of the step."""
    for icon, applies in _MENDED_IN_CELLS.items():
        found = [cell for cell in result.of_energy if applies(cell)]
        if found:
            yield _cell_step(icon, found, texts)


def _cell_step(icon: str, cells: list[CellResult], texts: Texts) -> NextStep:
    key, count = cells[0].key, len(cells)
    place = f"{texts.carrier(key.carrier)}, {texts.sector(key.sector)}"
    if icon == "pencil":
        words = texts.trn("Correct {count} draft", "Correct {count} drafts", count)
        reason = texts.tr("“{text}” is not a number ({place}).", text=cells[0].entry.text, place=place)
        return NextStep(icon, words, reason, Destination(DATA_ENTRY, key))
    if icon == "zap":
        words = texts.trn(
            "Give {count} missing factor", "Give {count} missing factors", len({c.key.carrier for c in cells})
        )
        reason = texts.tr("There is no emission factor for {carrier}.", carrier=texts.carrier(key.carrier))
        return NextStep(icon, words, reason, Destination(BASE_DATA, key.year))
    words = texts.trn("Complete {count} unit", "Complete {count} units", count)
    reason = texts.tr("The energy cannot be computed yet: {place}.", place=place)
    return NextStep(icon, words, reason, Destination(DATA_ENTRY, key))


def _error_steps(project: Project, result: YearResult, texts: Texts) -> Iterator[NextStep]:
    """Errors that no step before has named."""
    named = {cell.key for cell in result.of_energy if any(applies(cell) for applies in _MENDED_IN_CELLS.values())}
    errors = [
        error
        for error in blocking(project, result.year)
        if (error.year, error.sector, error.carrier) not in named and not error.code.startswith(_NAMED_BEFORE)
    ]
    if errors:
        words = texts.trn("Correct {count} error", "Correct {count} errors", len(errors))
        yield NextStep("circle-x", words, texts.tr("Errors keep the year from being submitted."), _first(errors))


def _coverage(project: Project, year: int, texts: Texts) -> Iterator[NextStep]:
    found = partial_finding(project, year)
    if found is not None:
        counts = dict(found.parameters)
        reason = texts.tr("Key sectors with values: {covered} of {all}.", covered=counts["covered"], all=counts["all"])
        words = texts.tr("Enter more values of {year}", year=str(year))
        yield NextStep("pencil", words, reason, Destination(DATA_ENTRY, year))


def _submission(project: Project, year: int, texts: Texts) -> Iterator[NextStep]:
    if blocking(project, year) or any(entry.year == year for entry in project.document.submissions()):
        return
    yield NextStep(
        "send",
        texts.tr("Create the submission of {year}", year=str(year)),
        texts.tr("The year has no errors."),
        Destination(SUBMISSION, year),
    )


def _warnings(project: Project, year: int, texts: Texts) -> Iterator[NextStep]:
    open_ones = (f for f in project.findings_of(year) if f.level is Level.WARNING and f.acknowledged is None)
    if count := sum(1 for _ in open_ones):
        words = texts.trn("Look at {count} warning", "Look at {count} warnings", count)
        reason = texts.tr("The largest effect comes first.")
        yield NextStep("triangle-alert", words, reason, Destination(FINDINGS, year))


def _next_year(project: Project, texts: Texts) -> Iterator[NextStep]:
    latest, last = max(project.results), project.today().year - 1
    if last - latest >= deadlines.rhythm(project):
        words = texts.tr("Begin the inventory of {year}", year=str(last))
        reason = texts.tr("The latest one is of {year}. Structure, sources and answers come along.", year=str(latest))
        yield NextStep("calendar-plus", words, reason, Destination(NEW_YEAR, str(last)))


def _still_true(project: Project, year: int, texts: Texts) -> Iterator[NextStep]:
    if count := len(years.unconfirmed(project, year)):
        words = texts.trn("Say whether {count} thing is still true", "Say whether {count} things are still true", count)
        reason = texts.tr("They were carried forward into {year}.", year=str(year))
        yield NextStep("circle-question-mark", words, reason, Destination(STILL_TRUE, year))


def _year_without_population(project: Project, but: int) -> int | None:
    years = (year for year, result in project.results.items() if not result.population and year != but)
    return max(years, default=None)


def _first(findings: list[Finding]) -> Destination:
    return destination(findings[0])
