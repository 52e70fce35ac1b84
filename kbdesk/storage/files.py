"""The files kept with sources: each content once, under its SHA-256; never changed, never removed.

They are in the document itself, so that a copy of the document is whole and undo can bring a source back.
"""

import sqlite3
from datetime import datetime
from hashlib import sha256

from kbdesk.storage import tables

_ADD = tables.file.insertion("IGNORE")
_CONTENT = "SELECT content FROM file WHERE sha256 = ?"


def add(connection: sqlite3.Connection, content: bytes, at: datetime) -> str:
    """Keep a content and return the name it is kept under. Call inside a transaction."""
    name = sha256(content).hexdigest()
    connection.execute(_ADD, {"sha256": name, "content": content, "at": at.isoformat()})
    return name


def read(connection: sqlite3.Connection, name: str) -> bytes | None:
    """The content kept under a name; ``None`` where there is none."""
    found = connection.execute(_CONTENT, (name,)).fetchone()
    return None if found is None else bytes(found[0])
