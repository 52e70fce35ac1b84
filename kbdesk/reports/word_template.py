"""The office's own Word document as a template: checked, emptied of its text, its styles, headers and footers kept."""

from io import BytesIO
from zipfile import ZIP_DEFLATED
from zipfile import BadZipFile
from zipfile import ZipFile
from zipfile import ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError

from kbdesk.errors import UserError

_TEMPLATE_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_DOCUMENT_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = "[Content_Types].xml"
_MOST_BYTES, _MOST_MEMBERS = 60_000_000, 1_000
_FIXED = (1980, 1, 1, 0, 0, 0)
"""The date of every member: archives cannot say that they have none."""


def check_template(content: bytes, name: str) -> None:
    """See that a file can be a template; one with macros, or that is no Word document, is a ``UserError``."""
    try:
        open_template(content)
    except (BadZipFile, OpcError, ValueError, KeyError, SyntaxError, NotImplementedError, OSError) as error:
        raise UserError("report.no_template_file", file=name) from error


def open_template(content: bytes) -> WordDocument:
    """The document without its text; the last section with its paper, headers and footers stays."""
    document = Document(BytesIO(_as_document(content)))
    body = document.element.body
    for child in list(body):
        if not child.tag.endswith("}sectPr"):
            body.remove(child)
    return document


def packed(document: WordDocument) -> bytes:
    """The document as the content of a file in which nothing tells when it was packed."""
    buffer = BytesIO()
    document.save(buffer)
    result = BytesIO()
    with ZipFile(buffer) as archive, ZipFile(result, "w", ZIP_DEFLATED) as fixed:
        for member in archive.infolist():
            info = ZipInfo(member.filename, _FIXED)
            info.compress_type = ZIP_DEFLATED
            fixed.writestr(info, archive.read(member))
    return result.getvalue()


def _as_document(content: bytes) -> bytes:
    """A template (dotx) as the document it is otherwise; what unpacks to too much, or holds macros, is refused."""
    with ZipFile(BytesIO(content)) as archive:
        members = archive.infolist()
        if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > _MOST_BYTES:
            raise ValueError("too large inside")
        if any(member.filename.lower().endswith("vbaproject.bin") for member in members):
            raise ValueError("holds macros")
        if _TEMPLATE_TYPE not in archive.read(_TYPES):
            return content
        result = BytesIO()
        with ZipFile(result, "w", ZIP_DEFLATED) as changed:
            for member in members:
                data = archive.read(member)
                changed.writestr(
                    member, data.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE) if member.filename == _TYPES else data
                )
        return result.getvalue()
