"""The files kept with sources: each content once, under its SHA-256; never changed, never removed.

They are in the document itself, so that a copy of the document is whole and undo can bring a source back.
"""

from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection
from sqlalchemy import insert
from sqlalchemy import select

from kbdesk.storage import tables

_ADD = insert(tables.file).prefix_with("OR IGNORE")


def add(connection: Connection, content: bytes, at: datetime) -> str:
    """Keep a content and return the name it is kept under. Call inside a transaction."""
    name = sha256(content).hexdigest()
    connection.execute(_ADD, {"sha256": name, "content": content, "at": at.isoformat()})
    return name


def read(connection: Connection, name: str) -> bytes | None:
    """The content kept under a name; ``None`` where there is none."""
    found: bytes | None = connection.execute(
        select(tables.file.c.content).where(tables.file.c.sha256 == name)
    ).scalar_one_or_none()
    return found
