"""What the officer writes and chooses for the report, kept as answers of the document: ``report.…``."""

from io import BytesIO
from pathlib import Path

from kbdesk.errors import UserError
from kbdesk.models.answers import NO
from kbdesk.models.answers import YES
from kbdesk.models.answers import Answer
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.reports.basis import USUAL_PARTS
from kbdesk.reports.basis import Part
from kbdesk.reports.basis import Wording
from kbdesk.reports.content import Logo
from kbdesk.services.project import Project

CAUSES = 3
"""So many causes stand on the first page."""
TEXTS = {"title": "report.title", "intro": "report.intro", "closing": "report.closing", "contact": "report.contact"}
"""The texts of every report, by their field: the question of the answer, and the action that changes it."""
TEXT_FIELDS = tuple(TEXTS)
LONGEST = {"title": 120, "intro": 600, "closing": 600, "contact": 200, "cause": 240}
"""Letters of each text: more would not fit on the page."""
LOGO_SUFFIXES = (".png", ".jpg", ".jpeg")
_OWN = "report."
_LOGO, _TEMPLATE = "report.logo", "report.template"
_MOST_BYTES = 5 * 1024 * 1024
_MOST_PIXELS = 25_000_000
_LARGEST_SIDE = 1200
"""A logo is made this small: sharp on paper, and small in every file."""
_SPLIT = "\t"


def wording(project: Project, year: int, proposed: tuple[str, ...] = ()) -> Wording:
    """What stands in the report of a year; causes that nobody edited are the proposed ones."""
    return Wording(
        **{field: text(project, field) for field in TEXT_FIELDS},
        causes=tuple(cause for cause in causes(project, year, proposed) if cause),
        logo=logo(project),
        parts=parts(project),
    )


def is_wording(change: Change) -> bool:
    """Whether a change is about nothing but what is written in the report: no figure became another."""
    records = [edit.record for edit in change.edits]
    return all(isinstance(record, Answer) and record.question.startswith(_OWN) for record in records)


def text(project: Project, field: str) -> str:
    """One of ``TEXT_FIELDS`` as written; empty where nothing was."""
    return project.inventory.answer(TEXTS[field])


def record_text(project: Project, field: str, typed: str) -> Change | None:
    """Remember one of ``TEXT_FIELDS``; one that is too long is a ``UserError``."""
    question = TEXTS[field]
    return project.commit(question, {}, _edits(project, question, _checked(typed, LONGEST[field])))


def causes(project: Project, year: int, proposed: tuple[str, ...]) -> tuple[str, ...]:
    """The causes of a year, ``CAUSES`` of them: as edited, else as proposed; an empty one is left out of the report."""
    padded = (*proposed, *("" for _ in range(CAUSES)))[:CAUSES]
    return tuple(_cause(project, year, at, usual) for at, usual in enumerate(padded, 1))


def record_cause(project: Project, year: int, at: int, typed: str, proposed: str) -> Change | None:
    """Remember a cause (1 to ``CAUSES``) of a year; what is proposed anyway is not kept: it follows the data."""
    kept = _checked(typed, LONGEST["cause"])
    question = _cause_question(year, at)
    before = project.inventory.answers.get(question)
    after = None if kept == proposed else Answer(question, kept)
    edits = [Edit(before, after)] if before or after else []
    return project.commit("report.cause", {"year": str(year)}, edits)


def are_edited(project: Project, year: int) -> bool:
    """Whether a cause of the year is not the proposed one."""
    return any(_cause_question(year, at) in project.inventory.answers for at in range(1, CAUSES + 1))


def propose_again(project: Project, year: int) -> Change | None:
    """Forget the edited causes of a year: the proposed ones are back."""
    answers = project.inventory.answers
    found = [answers[q] for at in range(1, CAUSES + 1) if (q := _cause_question(year, at)) in answers]
    return project.commit("report.causes_proposed", {"year": str(year)}, [Edit(answer, None) for answer in found])


def parts(project: Project) -> frozenset[Part]:
    """The parts of the annex that are wanted."""
    return frozenset(part for part in Part if _is_wanted(project, part))


def want_part(project: Project, part: Part, *, wanted: bool) -> Change | None:
    """Take a part into the annex, or leave it out."""
    usual = part in USUAL_PARTS
    value = "" if wanted is usual else YES if wanted else NO
    action = "report.part_in" if wanted else "report.part_out"
    return project.commit(action, {"part": part.value}, _edits(project, f"report.part.{part}", value))


def logo(project: Project) -> Logo | None:
    """The logo; ``None`` without one, or where it can no longer be read."""
    content = _kept(project, _LOGO)
    if content is None:
        return None
    try:
        return _read_logo(content, "")
    except UserError:
        return None


def logo_name(project: Project) -> str:
    """The name of the file the logo came from; empty without one."""
    return project.inventory.answer(_LOGO).partition(_SPLIT)[2]


def choose_logo(project: Project, path: Path) -> Change | None:
    """Keep a picture (PNG or JPEG) as the logo; what is none, or too large, is a ``UserError``."""
    content = _content(path)
    sha = project.document.keep_file(_read_logo(content, path.name).png)
    return project.commit("report.logo", {"file": path.name}, _edits(project, _LOGO, f"{sha}{_SPLIT}{path.name}"))


def remove_logo(project: Project) -> Change | None:
    """Do without a logo."""
    return project.commit("report.no_logo", {}, _edits(project, _LOGO, ""))


def template(project: Project) -> bytes | None:
    """The office's own Word document whose styles are taken; ``None`` without one."""
    return _kept(project, _TEMPLATE)


def template_name(project: Project) -> str:
    """The name of the template's file; empty without one."""
    return project.inventory.answer(_TEMPLATE).partition(_SPLIT)[2]


def choose_template(project: Project, path: Path) -> Change | None:
    """Keep a Word document (docx) as template; what is none, or holds macros, is a ``UserError``."""
    from kbdesk.reports.word_template import check_template  # noqa: PLC0415 - python-docx loads when needed

    content = _content(path)
    check_template(content, path.name)
    sha = project.document.keep_file(content)
    edits = _edits(project, _TEMPLATE, f"{sha}{_SPLIT}{path.name}")
    return project.commit("report.template", {"file": path.name}, edits)


def remove_template(project: Project) -> Change | None:
    """Do without a template."""
    return project.commit("report.no_template", {}, _edits(project, _TEMPLATE, ""))


def _is_wanted(project: Project, part: Part) -> bool:
    said = project.inventory.answer(f"report.part.{part}")
    return said == YES or (said != NO and part in USUAL_PARTS)


def _cause(project: Project, year: int, at: int, proposed: str) -> str:
    answer = project.inventory.answers.get(_cause_question(year, at))
    return proposed if answer is None else answer.value


def _cause_question(year: int, at: int) -> str:
    return f"report.cause.{year}.{at}"


def _checked(typed: str, longest: int) -> str:
    kept = "\n".join(" ".join(line.split()) for line in typed.strip().splitlines())
    if len(kept) > longest:
        raise UserError("report.too_long", count=str(len(kept)), longest=str(longest))
    return kept


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as handle:
            content = handle.read(_MOST_BYTES + 1)
    except OSError as error:
        raise UserError("report.file_unreadable", file=path.name, reason=error.strerror or str(error)) from error
    if len(content) > _MOST_BYTES:
        raise UserError("report.file_too_large", file=path.name, limit=str(_MOST_BYTES // (1024 * 1024)))
    return content


def _read_logo(content: bytes, name: str) -> Logo:
    """The picture on white, as PNG without anything else of the file (place of the photograph, program, comments)."""
    from PIL import Image  # noqa: PLC0415 - a logo is seldom read
    from PIL import UnidentifiedImageError  # noqa: PLC0415 - as above

    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise UserError("report.logo_too_large", file=name, width=str(opened.width), height=str(opened.height))
            picture = opened.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UserError("report.no_picture", file=name) from error
    picture.thumbnail((_LARGEST_SIDE, _LARGEST_SIDE))
    flat = Image.new("RGB", picture.size, "white")
    flat.paste(picture, mask=picture.getchannel("A"))
    buffer = BytesIO()
    flat.save(buffer, "PNG", optimize=True)
    return Logo(buffer.getvalue(), flat.width, flat.height)


def _kept(project: Project, question: str) -> bytes | None:
    sha = project.inventory.answer(question).partition(_SPLIT)[0]
    return project.document.file_content(sha) if sha else None


def _edits(project: Project, question: str, value: str) -> list[Edit]:
    before = project.inventory.answers.get(question)
    after = Answer(question, value) if value else None
    return [Edit(before, after)] if before or after else []
