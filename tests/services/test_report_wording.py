"""What the officer writes for the report is remembered in the document, and can be taken back."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from PIL import Image

from kbdesk.errors import UserError
from kbdesk.reports.basis import Part
from kbdesk.services import report_wording
from kbdesk.services.project import Project
from tests.services.conftest import CheckState

PROPOSED = ("First.", "Second.")


def _picture(path: Path, size: tuple[int, int] = (300, 100), kind: str = "PNG") -> Path:
    Image.new("RGB", size, "navy").save(path, kind)
    return path


def test_that_texts_are_kept_until_they_are_emptied(project: Project, check_state: CheckState) -> None:
    check_state(lambda: report_wording.record_text(project, "intro", "  The council\n decided.  "))
    assert report_wording.text(project, "intro") == "The council\ndecided."
    report_wording.record_text(project, "intro", " ")
    assert report_wording.wording(project, 2020).intro == ""


def test_that_a_text_that_would_not_fit_is_refused(project: Project) -> None:
    with pytest.raises(UserError) as refused:
        report_wording.record_text(project, "title", "x" * 121)
    assert refused.value.code == "report.too_long"


def test_that_causes_are_proposed_until_somebody_edits_them(project: Project, check_state: CheckState) -> None:
    assert report_wording.causes(project, 2020, PROPOSED) == ("First.", "Second.", "")
    check_state(lambda: report_wording.record_cause(project, 2020, 2, "New boilers.", "Second."))
    assert report_wording.causes(project, 2020, ("Other.", "Second.")) == ("Other.", "New boilers.", "")
    assert report_wording.causes(project, 2019, PROPOSED) == ("First.", "Second.", "")
    assert report_wording.are_edited(project, 2020)


def test_that_an_emptied_cause_is_left_out_and_comes_back_when_proposed_again(project: Project) -> None:
    report_wording.record_cause(project, 2020, 1, "", "First.")
    assert report_wording.wording(project, 2020, PROPOSED).causes == ("Second.",)
    report_wording.propose_again(project, 2020)
    assert report_wording.wording(project, 2020, PROPOSED).causes == PROPOSED
    assert not report_wording.are_edited(project, 2020)


def test_that_a_cause_typed_as_proposed_follows_the_figures(project: Project) -> None:
    report_wording.record_cause(project, 2020, 1, "Changed.", "First.")
    report_wording.record_cause(project, 2020, 1, "First.", "First.")
    assert not report_wording.are_edited(project, 2020)


def test_that_parts_are_in_or_out_as_wished(project: Project, check_state: CheckState) -> None:
    assert Part.METHOD in report_wording.parts(project)
    assert Part.VALUES not in report_wording.parts(project)
    check_state(lambda: report_wording.want_part(project, Part.METHOD, wanted=False))
    report_wording.want_part(project, Part.VALUES, wanted=True)
    assert Part.METHOD not in report_wording.parts(project)
    assert Part.VALUES in report_wording.parts(project)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_that_a_picture_becomes_the_logo(project: Project, tmp_path: Path, kind: str, check_state: CheckState) -> None:
    path = _picture(tmp_path / f"arms.{kind.lower()}", kind=kind)
    check_state(lambda: report_wording.choose_logo(project, path))
    logo = report_wording.logo(project)
    assert logo is not None
    assert (logo.width, logo.height) == (300, 100)
    assert report_wording.logo_name(project) == path.name
    report_wording.remove_logo(project)
    assert report_wording.logo(project) is None


def test_that_a_large_logo_is_made_small_and_keeps_nothing_else_of_its_file(project: Project, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Camera of the mayor"
    Image.new("RGB", (3000, 1000), "navy").save(tmp_path / "arms.jpg", exif=exif)
    report_wording.choose_logo(project, tmp_path / "arms.jpg")
    logo = report_wording.logo(project)
    assert logo is not None
    assert (logo.width, logo.height) == (1200, 400)
    assert not Image.open(BytesIO(logo.png)).getexif()


@pytest.mark.parametrize("content", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n broken"])
def test_that_what_is_no_picture_is_refused(project: Project, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "arms.png"
    path.write_bytes(content)
    with pytest.raises(UserError) as refused:
        report_wording.choose_logo(project, path)
    assert refused.value.code == "report.no_picture"
    assert report_wording.logo(project) is None


def test_that_a_missing_and_a_huge_file_are_refused(project: Project, tmp_path: Path) -> None:
    with pytest.raises(UserError) as missing:
        report_wording.choose_logo(project, tmp_path / "none.png")
    assert missing.value.code == "report.file_unreadable"
    (tmp_path / "huge.png").write_bytes(b"x" * (5 * 1024 * 1024 + 1))
    with pytest.raises(UserError) as huge:
        report_wording.choose_logo(project, tmp_path / "huge.png")
    assert huge.value.code == "report.file_too_large"


def test_that_a_picture_of_too_many_dots_is_refused(project: Project, tmp_path: Path) -> None:
    path = _picture(tmp_path / "wall.png", (6000, 6000))
    with pytest.raises(UserError) as refused:
        report_wording.choose_logo(project, path)
    assert refused.value.code == "report.logo_too_large"


def test_that_the_office_template_is_kept(project: Project, tmp_path: Path, check_state: CheckState) -> None:
    Document().save(str(tmp_path / "letter.docx"))
    check_state(lambda: report_wording.choose_template(project, tmp_path / "letter.docx"))
    assert report_wording.template_name(project) == "letter.docx"
    assert report_wording.template(project) == (tmp_path / "letter.docx").read_bytes()
    report_wording.remove_template(project)
    assert report_wording.template(project) is None
