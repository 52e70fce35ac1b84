"""What a document remembers of a submission that was handed in."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SubmissionEntry:
    """The register's line for one submission: year and revision name it, the payload is kept unchanged for ever.

    ``payload`` is the canonical payload, gzip-compressed. ``step`` is the journal step the submission was made at (0:
    before the first); the storage fills it, so that the changes since then can be listed.
    """

    year: int
    revision: int
    sha256: str
    check_code: str
    file_name: str
    at: datetime
    payload: bytes
    step: int = 0
