"""Reading a typed year; what is none is said in a sentence."""

from kbdesk.texts.texts import Texts

EARLIEST = 1900


def read_year(text: str, last: int) -> int | None:
    """The year, from 1900 to ``last``; ``None`` where the text is none."""
    found = text.strip()
    return int(found) if found.isascii() and found.isdigit() and EARLIEST <= int(found) <= last else None


def no_year(text: str, last: int, texts: Texts) -> str:
    """What is said of a text that is no year."""
    return texts.tr(
        "“{found}” is not a year: type four digits, from {first} to {last}.",
        found=text.strip(),
        first=str(EARLIEST),
        last=str(last),
    )
