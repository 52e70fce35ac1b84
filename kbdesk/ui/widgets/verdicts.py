"""The answer to *are we on track* in words: one line for all commitments, an icon and a word for each."""

from kbdesk.models.commitments import Basis
from kbdesk.models.findings import Finding
from kbdesk.models.progress import Progress
from kbdesk.models.progress import SupportYear
from kbdesk.models.progress import Verdict
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import Meaning

ICONS = {
    Verdict.REACHED: "flag",
    Verdict.ON_TRACK: "circle-check",
    Verdict.OFF_TRACK: "triangle-alert",
    Verdict.NOT_ASSESSABLE: "circle-question-mark",
}
MEANINGS = {
    Verdict.REACHED: Meaning.OK,
    Verdict.ON_TRACK: Meaning.OK,
    Verdict.OFF_TRACK: Meaning.WARNING,
}
_GOOD = (Verdict.REACHED, Verdict.ON_TRACK)
_FINE_T = 0.095
PARTIAL = "inventory.partial"


def verdict_word(verdict: Verdict, texts: Texts) -> str:
    """The verdict in words (“on track”)."""
    return texts.sentence(f"verdict.{verdict}", {})


def is_partial(project: Project) -> bool:
    """Whether the latest figures cover too few sectors to be held against a target."""
    return bool(project.supports) and not project.supports[-1].covering


def worst_verdict(project: Project) -> Verdict | None:
    """The verdict the place's list shows: one commitment off track is what matters; ``None`` without commitments."""
    order = (Verdict.OFF_TRACK, Verdict.ON_TRACK, Verdict.REACHED, Verdict.NOT_ASSESSABLE)
    found = {progress.verdict for progress in project.progress}
    return next((verdict for verdict in order if verdict in found), None)


def headline(project: Project, texts: Texts) -> str:
    """Where the municipality stands at its latest figures, in one line; an invitation where there are none."""
    if not project.supports:
        return texts.tr("No emissions yet: they appear with the first values.")
    latest = project.supports[-1]
    actual, stands = (
        _actual(latest, texts),
        _coverage(project, latest.year, texts) or _stand(project, texts),
    )
    sentence = f"{actual}: {stands}." if stands else f"{actual}."
    return sentence[0].upper() + sentence[1:]


def distance_text(progress: Progress, texts: Texts) -> str:
    """How far from the target: “0.8 t above”, “12,400 t below”, a dash where not known."""
    if progress.distance is None:
        return "–"
    distance = amount(abs(progress.distance), progress.commitment.basis, texts)
    if progress.distance > 0:
        return texts.tr("{distance} above", distance=distance)
    return texts.tr("{distance} below", distance=distance)


def amount(value: float | None, basis: Basis, texts: Texts) -> str:
    """Emissions with their unit: t in whole tonnes, t per inhabitant with as many decimals as it needs."""
    if value is None:
        return "–"
    if basis is Basis.TOTAL:
        return texts.tr("{value} t", value=texts.numbers.integer(value))
    return texts.tr("{value} t", value=texts.numbers.fixed(value, 2 if abs(value) < _FINE_T else 1))


def _actual(support: SupportYear, texts: Texts) -> str:
    share = support.value(Basis.PER_INHABITANT)
    value = texts.numbers.integer(support.emissions_t) if share is None else texts.numbers.fixed(share, 1)
    if not support.complete:
        value = texts.tr("at least {value}", value=value)
    if share is None:
        return texts.tr("{value} t in {year}, inhabitants are missing", value=value, year=str(support.year))
    return texts.tr("{value} t per inhabitant in {year}", value=value, year=str(support.year))


def partial_finding(project: Project, year: int) -> Finding | None:
    """The finding that a year covers too few key sectors; ``None`` where it covers enough."""
    return next((f for f in project.findings_of(year) if f.code == PARTIAL), None)


def _coverage(project: Project, year: int, texts: Texts) -> str:
    """A total of few sectors is held against no target in a headline: it would look like a success."""
    found = partial_finding(project, year)
    if found is None:
        return ""
    counts = dict(found.parameters)
    return texts.tr(
        "too little is entered to compare (key sectors with values: {covered} of {all})",
        covered=counts["covered"],
        all=counts["all"],
    )


def _stand(project: Project, texts: Texts) -> str:
    """How many commitments are kept; the row below the headline names them."""
    known = [p.verdict for p in project.progress if p.verdict is not Verdict.NOT_ASSESSABLE]
    kept = sum(verdict in _GOOD for verdict in known)
    if not known:
        return ""
    if not kept:
        return texts.tr("off track")
    if kept == len(known):
        return texts.tr("on track for every commitment")
    return texts.tr("on track for {kept} of {all} commitments", kept=str(kept), all=str(len(known)))
