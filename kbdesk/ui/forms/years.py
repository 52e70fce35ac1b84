"""Reading a typed year; what is none is said in a sentence."""

from kbdesk.ui.context import Context

EARLIEST = 1900


def read_year(text: str, context: Context) -> int | None:
    """The year, or ``None`` after a message where the text is none."""
    found, last = text.strip(), context.project.today().year
    if found.isascii() and found.isdigit() and EARLIEST <= int(found) <= last:
        return int(found)
    context.messages.show_error(
        context.texts.tr(
            "“{found}” is not a year: type four digits, from {first} to {last}.",
            found=found,
            first=str(EARLIEST),
            last=str(last),
        )
    )
    return None
