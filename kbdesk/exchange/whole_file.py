"""A file that appears complete or not at all; an older one of that name is replaced."""

import contextlib
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write the file and the folders above it; after an ``OSError`` nothing half-written is left."""
    partial = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(content)
        partial.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise
