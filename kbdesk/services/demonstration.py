"""The main job on the sample municipality: document, charts, council report, submission, verification."""

from dataclasses import dataclass
from itertools import count
from pathlib import Path

from kbdesk.charts.style import ChartStyle
from kbdesk.services.charting import CHART_KINDS
from kbdesk.services.charting import chart
from kbdesk.services.charting import save_chart
from kbdesk.services.council_report import save_report
from kbdesk.services.desk import SUFFIX
from kbdesk.services.desk import Desk
from kbdesk.services.exporting import make_folder
from kbdesk.services.project import Project
from kbdesk.services.submitting import Release
from kbdesk.services.submitting import create_submission
from kbdesk.services.verifying import verifier
from kbdesk.texts.texts import Texts


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What was made: one line a thing, and whether the submission verified."""

    lines: tuple[str, ...]
    verified: bool


def demonstrate(desk: Desk, folder: Path, texts: Texts) -> Demonstration:
    """Build the sample municipality in a folder, draw its charts, write and verify its latest submission."""
    make_folder(folder)
    with desk.create_sample(free_path(folder, "Muenster")) as project:
        lines = [texts.tr("Document: {path}", path=str(project.path))]
        lines += _charts(project, folder, texts)
        lines.append(_report(project, folder, texts))
        settings = desk.settings.load()
        release = Release(settings.name, settings.office)
        submission = create_submission(project, max(project.results), folder, release)
    verification = verifier(desk.reference).verify(submission.path)
    lines.append(
        texts.tr("Submission: {path} (check code {code})", path=str(submission.path), code=submission.check_code)
    )
    lines.append(texts.tr("Verified: {status}", status=texts.sentence(f"verify.{verification.status}", {})))
    return Demonstration(tuple(lines), verification.sound)


def free_path(folder: Path, stem: str) -> Path:
    """A document path in the folder that is not taken: ``Name``, else ``Name-2`` and so on."""
    names = (folder / f"{stem}{'' if number == 1 else f'-{number}'}{SUFFIX}" for number in count(1))
    return next(path for path in names if not path.exists())


def _report(project: Project, folder: Path, texts: Texts) -> str:
    path = folder / f"{project.path.stem}.pdf"
    save_report(project, max(project.results), path, project.reference.texts(project.municipality.language))
    return texts.tr("Report: {path}", path=str(path))


def _charts(project: Project, folder: Path, texts: Texts) -> list[str]:
    lines = []
    for kind in CHART_KINDS:
        path = folder / f"{kind}.png"
        save_chart(project, kind, path, texts, ChartStyle())
        sentence = chart(project, kind, texts).sentence
        lines.append(texts.tr("Chart: {path}: {sentence}", path=str(path), sentence=sentence))
    return lines
