"""What to improve first as steps: whom to ask, and how much of the emissions would rest on better data."""

from kbdesk.models.improving import Improvement
from kbdesk.models.improving import Weakness
from kbdesk.services.improving import to_improve
from kbdesk.services.project import Project
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts
from kbdesk.ui.widgets.destinations import DATA_ENTRY
from kbdesk.ui.widgets.destinations import Destination
from kbdesk.ui.widgets.next_steps import LIMIT
from kbdesk.ui.widgets.next_steps import NextStep

_WHY = {
    Weakness.MISSING: mark("Values for {share} of emissions are missing"),
    Weakness.START: mark("{share} of emissions rest on start values"),
    Weakness.GRADE_D: mark("{share} of emissions rest on grade D"),
    Weakness.GRADE_C: mark("{share} of emissions rest on grade C"),
    Weakness.UNGRADED: mark("{share} of emissions have no data quality grade"),
}
_EFFORT = {1: mark("little work"), 2: mark("some work"), 3: mark("much work")}


def improve_steps(project: Project, year: int, texts: Texts) -> tuple[NextStep, ...]:
    """The three best proposals of a year."""
    return tuple(_step(one, texts) for one in to_improve(project, year)[:LIMIT])


def _step(found: Improvement, texts: Texts) -> NextStep:
    why = texts.tr(_WHY[found.weakness], share=texts.numbers.percent(found.share, 0))
    icon = "list-checks" if found.weakness is Weakness.UNGRADED else "lightbulb"
    return NextStep(
        icon,
        texts.trc("improving", found.ask.ask),
        f"{why} · {texts.tr(_EFFORT[found.ask.effort])}",
        Destination(DATA_ENTRY, found.cells[0].key),
        texts.trc("improving", found.ask.why_effort),
    )
