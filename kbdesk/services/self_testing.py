"""Is this installation whole? Each check does real work in a temporary folder and answers with its problem."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from kbdesk.charts.style import ChartStyle
from kbdesk.errors import UserError
from kbdesk.services.charting import CHART_KINDS
from kbdesk.services.charting import save_chart
from kbdesk.services.council_report import SUFFIXES
from kbdesk.services.council_report import save_report
from kbdesk.services.demonstration import free_path
from kbdesk.services.desk import Desk
from kbdesk.services.submitting import Release
from kbdesk.services.submitting import create_submission
from kbdesk.services.verifying import verifier
from kbdesk.texts.texts import LANGUAGES

Check = Callable[[Desk, Path], str]
PUBLISHED_1990_T = Decimal(2_517_000)
PUBLISHED_TOLERANCE_T = Decimal(2_000)


def resources_are_whole(desk: Desk, folder: Path) -> str:
    """Codebook, every factor set, municipalities, commitments and texts can be read."""
    del folder
    reference = desk.reference
    for set_id in reference.factors.ids:
        reference.rules(set_id)
    if not reference.municipalities.search("Münster", country="DE"):
        return "municipalities"
    if not reference.commitments:
        return "commitments"
    missing = [language for language in LANGUAGES[1:] if not reference.texts(language).is_translated]
    return f"texts: {', '.join(missing)}" if missing else ""


def document_computes(desk: Desk, folder: Path) -> str:
    """A document is made, filled, changed, undone, closed and opened again; its total is the published one."""
    with desk.create_sample(free_path(folder, "self-test")) as project:
        path, entries = project.path, project.inventory.entries
        project.undo()
        project.redo()
    with desk.open(path) as project:
        total = project.results[1990].emissions_t.value
        same = project.inventory.entries == entries
    close = total is not None and abs(total - PUBLISHED_1990_T) <= PUBLISHED_TOLERANCE_T
    return "" if same and close else f"1990: {total} t"


def charts_are_drawn(desk: Desk, folder: Path) -> str:
    """Every chart is drawn as PNG, SVG and PDF."""
    texts = desk.reference.texts("en")
    with desk.create_sample(free_path(folder, "charts")) as project:
        for kind in CHART_KINDS:
            for suffix in (".png", ".svg", ".pdf"):
                path = folder / f"{kind}{suffix}"
                save_chart(project, kind, path, texts, ChartStyle())
                if not path.stat().st_size:
                    return path.name
    return ""


def report_is_written(desk: Desk, folder: Path) -> str:
    """The council report is written in each of its kinds."""
    texts = desk.reference.texts("en")
    with desk.create_sample(free_path(folder, "report")) as project:
        for suffix in SUFFIXES:
            path = project.path.with_suffix(suffix)
            save_report(project, max(project.results), path, texts)
            if not path.stat().st_size:
                return path.name
    return ""


def submission_verifies(desk: Desk, folder: Path) -> str:
    """A submission is written and verified."""
    with desk.create_sample(free_path(folder, "submission")) as project:
        written = create_submission(project, max(project.results), folder, Release("self-test", ""))
    verification = verifier(desk.reference).verify(written.path)
    return "" if verification.sound else str(verification.status)


def guarded(check: Check) -> Check:
    """The check with any mendable error as its problem."""

    def run(desk: Desk, folder: Path) -> str:
        try:
            return check(desk, folder)
        except UserError as error:
            return desk.reference.texts("en").error(error)

    return run


CHECKS: tuple[tuple[str, Check], ...] = tuple(
    (check.__name__.replace("_", " "), guarded(check))
    for check in (resources_are_whole, document_computes, charts_are_drawn, report_is_written, submission_verifies)
)
