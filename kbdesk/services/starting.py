"""The start inventory of the open document: every empty cell from national values, in one step that can be undone."""

from collections.abc import Iterable
from collections.abc import Sequence

from kbdesk.errors import UserError
from kbdesk.models.changes import Change
from kbdesk.models.inventory import Entry
from kbdesk.models.national import read_national
from kbdesk.models.start_inventory import Gap
from kbdesk.models.start_inventory import StartPlan
from kbdesk.models.start_inventory import StartWords
from kbdesk.models.start_inventory import plan_start
from kbdesk.models.year_lists import years_in_words
from kbdesk.services.data_entry import EARLIEST_YEAR
from kbdesk.services.inhabitants import listed
from kbdesk.services.inhabitants import population_words
from kbdesk.services.project import Project
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

_SECTORS = {
    "": mark("All sectors"),
    "households": mark("Households"),
    "services": mark("Commerce and services"),
    "industry": mark("Industry"),
    "agriculture": mark("Agriculture"),
    "transport_road": mark("Road transport"),
    "transport_rail": mark("Rail transport"),
    "transport_other": mark("Inland navigation"),
    "all_sectors": mark("All sectors"),
}


def plan(project: Project, years: Sequence[int], texts: Texts) -> StartPlan:
    """What a start inventory of these years would record; writes nothing.

    Years before 1990 or in the future, or a country without a table, are a ``UserError``.
    """
    municipality, latest = project.municipality, project.today().year
    if not years or min(years) < EARLIEST_YEAR or max(years) > latest:
        found = years_in_words(tuple(years)) or "–"
        raise UserError("start.years", found=found, earliest=str(EARLIEST_YEAR), latest=str(latest))
    tables = read_national(project.reference.resources / "national", municipality.country)
    if tables is None:
        raise UserError("start.no_table", country=municipality.country)
    lacking = texts.tr("The national table of this year lacks it.")
    words = StartWords(population_words(texts), lacking, lambda text: texts.trc("national", text))
    return plan_start(project.inventory, years, tables, project.reference.codebook, words, listed(project))


def fill(project: Project, planned: StartPlan) -> Change | None:
    """Record a planned start inventory in one step."""
    years = sorted({edit.after.key.year for edit in planned.entries if isinstance(edit.after, Entry)})
    parameters = {"count": str(planned.values), "years": years_in_words(tuple(years)) or "–"}
    return project.commit("start.filled", parameters, planned.edits)


def gap_lines(gaps: Iterable[Gap], texts: Texts) -> tuple[str, ...]:
    """One sentence for each thing that could not be filled, with its years."""
    found: dict[tuple[str, str, str], list[int]] = {}
    for gap in gaps:
        found.setdefault((gap.sector, gap.code, gap.text), []).append(gap.year)
    return tuple(
        texts.sentence(
            code,
            {
                "sector": texts.tr(_SECTORS.get(sector, sector)),
                "years": years_in_words(tuple(years)),
                "text": texts.trc("national", text) if text else "",
            },
        )
        for (sector, code, text), years in found.items()
    )
