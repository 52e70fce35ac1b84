"""The council report: what the officer wrote is remembered in the document, what can be proposed is proposed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kbdesk.charts.data import Chart
from kbdesk.errors import UserError
from kbdesk.exchange.whole_file import write_whole
from kbdesk.reports.annex import annex
from kbdesk.reports.basis import MAIN
from kbdesk.reports.basis import ReportBasis
from kbdesk.reports.content import Report
from kbdesk.reports.first_page import first_page
from kbdesk.reports.first_page import usual_title
from kbdesk.services import report_wording
from kbdesk.services.causes import proposed_causes
from kbdesk.services.charting import CHART_KINDS
from kbdesk.services.charting import chart
from kbdesk.services.comparing import comparable_years
from kbdesk.services.project import Project
from kbdesk.services.report_registers import registers
from kbdesk.texts.texts import Texts

SUFFIXES = (".pdf", ".docx", ".html")
MEASURES = "measures"
"""The chart that without measures would show what another one shows."""


def report_years(project: Project) -> tuple[int, ...]:
    """The years a report can be about: those with emissions, own or published."""
    return tuple(support.year for support in project.supports)


def council_report(project: Project, year: int, texts: Texts) -> Report:
    """The report about a year in the language of the texts; a year without emissions is a ``UserError``."""
    return written(report_basis(project, year, texts), texts)


def written(basis: ReportBasis, texts: Texts) -> Report:
    """The report made of a basis."""
    name = basis.inventory.municipality.name
    return Report(
        title=basis.wording.title or usual_title(name, basis.year, texts),
        author=name,
        subject=basis.main.sentence,
        language=texts.language,
        day=basis.day,
        page_words=texts.tr("Page {number} of {count}"),
        first_page=tuple(first_page(basis, texts)),
        annex=tuple(annex(basis, texts)),
    )


def report_basis(project: Project, year: int, texts: Texts) -> ReportBasis:
    """Everything a report about a year is made of; a year without emissions is a ``UserError``."""
    if year not in report_years(project):
        years = ", ".join(map(str, report_years(project))) or "–"
        raise UserError("report.no_year", year=str(year), years=years)
    proposed = proposals(project, year, texts)
    return ReportBasis(
        inventory=project.inventory,
        results=project.results,
        supports=project.supports,
        progress=project.progress,
        factor_set=project.factor_set,
        codebook=project.reference.codebook,
        charts=dict(_charts(project, year, texts)),
        day=project.today(),
        year=year,
        wording=report_wording.wording(project, year, proposed),
        proposed=proposed,
        causes_from=causes_from(project, year),
        registers=registers(project, texts),
        sector_progress=project.sector_progress,
    )


def rewritten(project: Project, basis: ReportBasis) -> ReportBasis:
    """The basis after a change of nothing but the wording: figures and charts are as they were."""
    return replace(basis, wording=report_wording.wording(project, basis.year, basis.proposed))


def proposals(project: Project, year: int, texts: Texts) -> tuple[str, ...]:
    """The causes proposed for a year: those of the change since the first own inventory from the base year on."""
    before = causes_from(project, year)
    return () if before is None else proposed_causes(project, before, year, texts)


def causes_from(project: Project, year: int) -> int | None:
    """The own inventory a year is compared with; ``None`` where there is none before it, or it is no own one."""
    own = comparable_years(project)
    earlier = [each for each in own if each < year]
    if year not in own or not earlier:
        return None
    return next((each for each in earlier if each >= project.municipality.base_year), earlier[0])


def save_report(project: Project, year: int, path: Path, texts: Texts) -> None:
    """Write the report as PDF, Word document or HTML by the suffix of the path; an existing file is replaced."""
    content = report_bytes(project, year, path.suffix.lower(), texts, path.name)
    if not path.parent.is_dir():
        raise UserError("report.no_folder", folder=str(path.parent))
    try:
        write_whole(path, content)
    except OSError as error:
        raise UserError("report.unwritable", path=str(path), reason=error.strerror or str(error)) from error


def report_bytes(project: Project, year: int, suffix: str, texts: Texts, name: str = "") -> bytes:
    """The report as the content of a file of this kind; same inventory and same day, same bytes."""
    if suffix not in SUFFIXES:
        raise UserError("report.suffix", name=name or suffix, known=", ".join(SUFFIXES))
    report = council_report(project, year, texts)
    if suffix == ".pdf":
        from kbdesk.reports.pdf import write_pdf  # noqa: PLC0415 - fpdf2 and matplotlib load with the first report

        return write_pdf(report)
    if suffix == ".docx":
        from kbdesk.reports.word import write_word  # noqa: PLC0415 - python-docx loads with the first report

        return write_word(report, report_wording.template(project))
    from kbdesk.reports.html import write_html  # noqa: PLC0415 - matplotlib loads with the first report

    return write_html(report)


def _charts(project: Project, year: int, texts: Texts) -> Iterator[tuple[str, Chart]]:
    """The charts with content; an empty one is left out, but for that of the first page, which says so."""
    for kind in CHART_KINDS:
        if kind == MEASURES and not project.inventory.measures:
            continue
        found = chart(project, kind, texts, year)
        if kind == MAIN or not found.empty:
            yield kind, found
