"""Extracts the texts people see and brings the translations in ``resources/i18n`` up to date.

    python packaging/catalogues.py [--add LANGUAGE]

English is the source language: it stands in the code, inside ``tr("…")``, ``trn("…", "…", n)``, ``trc("context", "…")``
and ``mark("…")``, and in the tables named below. What is gone from there is dropped from the catalogues; what is new is
added without a translation, which fails a test until there is one.
"""

import argparse
import ast
import csv
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parent.parent
DOMAIN = "kbdesk"

# Which columns of which tables are shown to people: table, context of its texts (none where empty), columns.
TABLES = (
    ("codebook/sectors.csv", "sector", ("label", "help")),
    ("codebook/carriers.csv", "carrier", ("label", "help")),
    ("codebook/units.csv", "unit", ("label",)),
    ("codebook/source_kinds.csv", "source_kind", ("label",)),
    ("commitments/commitments.csv", "", ("name", "wording")),
    ("membership/generations.csv", "membership", ("name", "years", "wording", "meaning", "source")),
    ("membership/statements.csv", "membership", ("name", "wording")),
    ("membership/suggestions.csv", "membership", ("title", "about")),
    ("findings/reasons.csv", "reason", ("label",)),
    ("findings/bands.csv", "band", ("source",)),
    ("findings/national_bands.csv", "band", ("source",)),
    ("national/weak_spots.csv", "national", ("text",)),
    ("guide/cards.csv", "guide", ("question", "help")),
    ("improving/asks.csv", "improving", ("ask", "why_effort")),
    ("forms/forms.csv", "form", ("label", "help")),
    ("forms/hints.csv", "form", ("hint",)),
    ("guide/numbers.csv", "guide", ("title", "wanted", "where")),
    ("guide/cells.csv", "guide", ("label",)),
    ("traffic/vehicles.csv", "traffic", ("label",)),
    ("traffic/roads.csv", "traffic", ("label",)),
    ("guide/hints.csv", "guide", ("hint",)),
    ("guide/letters.csv", "guide", ("label",)),
)

# How many leading arguments of each function are texts, and which of them is the context.
KEYWORDS = {"tr": 1, "mark": 1, "trn": 2, "trc": 2}
WITH_CONTEXT = frozenset({"trc"})

# Dates and tool versions would change with every run, addresses there are none.
_LEFT_OUT = (
    '"Project-Id',
    '"Report-Msgid',
    '"POT-Creation',
    '"PO-Revision',
    '"Last-Tr',
    '"Language-Team',
    '"Generated-By',
)


class ExtractionError(Exception):
    """A text is written so that it cannot be translated."""


@dataclass(frozen=True)
class Text:
    """One text: a singular and perhaps a plural, told apart by a context, and the file it was found in."""

    forms: tuple[str, ...]
    context: str
    file: str


def texts_of_code(source: str, file: str) -> Iterator[Text]:
    """The texts in a Python source; a variable is passed over, a formatted string cannot be translated."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and (name := _called(node)) in KEYWORDS:
            yield from _texts_of_call(node, name, file)


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _texts_of_call(node: ast.Call, name: str, file: str) -> Iterator[Text]:
    arguments = node.args[: KEYWORDS[name]]
    if any(isinstance(part, ast.JoinedStr) for argument in arguments for part in ast.walk(argument)):
        raise ExtractionError(f"{file}:{node.lineno}: a formatted string cannot be translated, use named places")
    alternatives = [_literals(argument) for argument in arguments]
    if name in WITH_CONTEXT:
        yield from (Text((text,), context, file) for context in alternatives[0] for text in alternatives[1])
    elif KEYWORDS[name] > 1 and all(alternatives):
        yield Text(tuple(choice[0] for choice in alternatives), "", file)
    elif KEYWORDS[name] == 1 and alternatives:
        yield from (Text((text,), "", file) for text in alternatives[0])


def _literals(node: ast.expr) -> list[str]:
    """The strings an expression can be, as far as they stand there: one literal, or the branches of a condition."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return _literals(node.body) + _literals(node.orelse)
    return []


def texts_of_table(path: Path, context: str, columns: tuple[str, ...], file: str) -> Iterator[Text]:
    """The texts in some columns of a table."""
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            yield from (Text((row[column],), context, file) for column in columns if row[column].strip())


def all_texts(root: Path) -> Iterator[Text]:
    """Every text of the project, in a fixed order."""
    for path in sorted((root / "kbdesk").rglob("*.py")):
        file = path.relative_to(root).as_posix()
        yield from texts_of_code(path.read_text(encoding="utf-8"), file)
    for name, context, columns in TABLES:
        yield from texts_of_table(root / "resources" / name, context, columns, f"resources/{name}")


def extract(root: Path = ROOT) -> Catalog:
    """A catalogue of all texts without translations."""
    catalogue = Catalog(domain=DOMAIN, fuzzy=False)
    for text in all_texts(root):
        _add(catalogue, text)
    return catalogue


def _add(catalogue: Catalog, text: Text) -> None:
    identity = text.forms[0] if len(text.forms) == 1 else text.forms
    known = catalogue.get(text.forms[0], text.context or None)
    files = sorted({text.file, *(file for file, _ in (known.locations if known else []))})
    if known is not None and isinstance(known.id, tuple) and len(text.forms) == 1:
        identity = known.id
    catalogue.delete(text.forms[0], text.context or None)
    catalogue.add(identity, locations=[(file, 0) for file in files], context=text.context or None)


def translated(template: Catalog, old: Catalog) -> Catalog:
    """The texts of the template with the translations of an older catalogue."""
    fresh = Catalog(locale=old.locale, domain=DOMAIN, fuzzy=False, header_comment=f"# Texts of kbdesk: {old.locale}.")
    for message in template:
        if message.id:
            known = old.get(_singular(message.id), message.context)
            same_shape = known is not None and isinstance(known.string, tuple) == isinstance(message.id, tuple)
            string = known.string if known is not None and same_shape else None
            fresh.add(message.id, string, locations=message.locations, context=message.context)
    return fresh


def _singular(identity: str | tuple[str, ...] | list[str]) -> str:
    return identity if isinstance(identity, str) else identity[0]


def catalogue_path(language: str, root: Path = ROOT) -> Path:
    """Where the catalogue of a language is."""
    return root / "resources" / "i18n" / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(path: Path) -> Catalog:
    """Read a catalogue; its language is the name of its folder."""
    with path.open("rb") as stream:
        return read_po(stream, locale=path.parent.parent.name, domain=DOMAIN)


def write(path: Path, catalogue: Catalog) -> None:
    """Write a catalogue, the same bytes for the same texts."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=120, sort_output=True, include_lineno=False, ignore_obsolete=True)
    lines = buffer.getvalue().decode("utf-8").splitlines(keepends=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(line for line in lines if not line.startswith(_LEFT_OUT)), "utf-8", newline="\n")


def untranslated(catalogue: Catalog) -> list[str]:
    """The texts that have no translation yet, or only a guessed one."""
    return [_singular(m.id) for m in catalogue if m.id and (m.fuzzy or not m.string or not all(m.string))]


def main() -> int:
    """Update every catalogue and say what is still to be translated."""
    parser = argparse.ArgumentParser(description="Extract texts and update the catalogues.")
    parser.add_argument("--add", metavar="LANGUAGE", help="start a catalogue for one more language, for example fr")
    language = parser.parse_args().add
    if language and not catalogue_path(language).exists():
        write(catalogue_path(language), translated(Catalog(), Catalog(locale=Locale.parse(language))))
    template = extract()
    for path in sorted((ROOT / "resources" / "i18n").glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        fresh = translated(template, read(path))
        write(path, fresh)
        missing = untranslated(fresh)
        print(f"{path.relative_to(ROOT)}: {len(fresh)} texts, {len(missing)} without a translation")
        print("".join(f"    {text}\n" for text in missing[:20]), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
