"""Whether a year of the open document may be called BISKO-conform, where that is asked at all."""

from collections.abc import Iterable

from kbdesk.models.conformity import Conformity
from kbdesk.models.conformity import Gap
from kbdesk.models.conformity import bisko_conformity
from kbdesk.models.counting import is_bisko
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts

_GERMANY = "DE"


def label(project: Project, year: int) -> Conformity | None:
    """The BISKO label of a year with what it lacks; ``None`` without values, or where BISKO is neither used nor usual.

    It is judged by the set the results are computed with.
    """
    result = project.results.get(year)
    if result is None or (not is_bisko(project.factor_set.id) and project.municipality.country != _GERMANY):
        return None
    return bisko_conformity(project.inventory, result, project.factor_set.id)


def label_text(found: Conformity, texts: Texts) -> str:
    """The label in words, with the number of things that are missing."""
    if found.conform:
        return texts.tr("BISKO-conform")
    return texts.trn(
        "Not BISKO-conform: {count} thing missing",
        "Not BISKO-conform: {count} things missing",
        len(found.gaps),
    )


def label_column(project: Project, years: Iterable[int], texts: Texts) -> tuple[str, ...]:
    """For each year whether it is BISKO-conform, under its heading; empty where that is not asked of any year."""
    found = [label(project, year) for year in years if year in project.results]
    if not any(found):
        return ()
    cells = [_cell(each, texts) if each is not None else "" for each in found]
    return (texts.tr("BISKO-conform"), *cells)


def _cell(found: Conformity, texts: Texts) -> str:
    count = len(found.gaps)
    return texts.trn("no, {count} missing", "no, {count} missing", count) if count else texts.tr("yes")


def gap_text(gap: Gap, texts: Texts) -> str:
    """The sentence of what is missing."""
    place = {"sector": texts.sector(gap.sector), "carrier": texts.carrier(gap.carrier)}
    return texts.sentence(gap.code, {**place, **dict(gap.parameters)})
