"""Opening xlsx files, which are zip archives: with limits, so that a small file cannot become a huge one."""

import zipfile
from pathlib import Path

from kbdesk.errors import UserError

MAX_XLSX_BYTES = 20_000_000
MAX_UNPACKED_BYTES = 200_000_000
MAX_XML_BYTES = 30_000_000
"""A table of 40,000 rows and ten columns takes half of it; more could not be read within seconds."""
MAX_RATIO = 200
_RATIO_FROM_BYTES = 20_000_000
MAX_MEMBERS = 2_000
ZIP_START = b"PK\x03\x04"
OLE_START = b"\xd0\xcf\x11\xe0"
"""Old .xls files and password-protected new ones begin so."""


def open_archive(path: Path) -> zipfile.ZipFile:
    """Open the archive after a look at its declared sizes; broken or oversized ones are a ``UserError``."""
    try:
        archive = zipfile.ZipFile(path)
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError):
        raise UserError("import.broken_xlsx", file=path.name) from None
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members) or 1
    xml = sum(member.file_size for member in members if not member.filename.lower().endswith((".png", ".jpeg", ".jpg")))
    bomb = unpacked > _RATIO_FROM_BYTES and unpacked / packed > MAX_RATIO
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED_BYTES or xml > MAX_XML_BYTES or bomb:
        archive.close()
        raise UserError("import.too_large_inside", file=path.name, limit_mb=MAX_XML_BYTES // 1_000_000)
    return archive
