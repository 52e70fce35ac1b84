"""What stands around a finding in words: its level, place and effect, its one-click correction, why it was accepted."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from decimal import InvalidOperation

from kbdesk.models.acknowledgements import Acknowledgement
from kbdesk.models.findings import Finding
from kbdesk.models.findings import Fix
from kbdesk.models.findings import FixKind
from kbdesk.models.findings import Level
from kbdesk.models.inventory import EntryKey
from kbdesk.texts.findings import finding_text
from kbdesk.texts.texts import Texts

_EFFECT_DIGITS = 3

Reasons = Mapping[str, str]
"""The reasons that are offered: id to English label."""


def level_word(level: Level, texts: Texts) -> str:
    """The word beside the icon of a level."""
    if level is Level.ERROR:
        return texts.trc("level", "Error")
    return texts.trc("level", "Warning") if level is Level.WARNING else texts.trc("level", "Note")


def effect_words(finding: Finding, texts: Texts) -> str:
    """The emissions concerned; empty where they are not known."""
    if finding.effect_t is None:
        return ""
    return texts.tr("{amount} t CO₂e", amount=texts.numbers.significant(abs(finding.effect_t), _EFFECT_DIGITS))


def head_words(finding: Finding, texts: Texts) -> str:
    """The level, and the effect where it is known."""
    effect = effect_words(finding, texts)
    level = level_word(finding.level, texts)
    return f"{level} · {effect}" if effect else level


def place_words(finding: Finding, texts: Texts) -> str:
    """What a finding is about, for the names of its buttons: sector, carrier and year as far as it has them."""
    year = "" if finding.year is None else str(finding.year)
    parts = (texts.sector(finding.sector), texts.carrier(finding.carrier), year)
    return ", ".join(part for part in parts if part)


def spoken(finding: Finding, reasons: Reasons, texts: Texts) -> str:
    """Everything a row shows, as one text for a screen reader."""
    accepted = finding.acknowledged
    parts = [f"{level_word(finding.level, texts)}: {finding_text(finding, texts)}"]
    if finding.effect_t is not None:
        parts.append(texts.tr("Effect: {amount}.", amount=effect_words(finding, texts)))
    if accepted is not None:
        parts.append(accepted_words(accepted, reasons, texts))
    return " ".join(parts)


def reason_words(accepted: Acknowledgement, reasons: Reasons, texts: Texts) -> str:
    """The reason that was chosen and what was written beside it; an unknown reason stands for itself."""
    label = reasons.get(accepted.reason)
    chosen = accepted.reason if label is None else texts.trc("reason", label)
    return ": ".join(part for part in (chosen, accepted.text) if part)


def accepted_words(accepted: Acknowledgement, reasons: Reasons, texts: Texts) -> str:
    """Why a warning is right as it stands, who said so and when."""
    why = reason_words(accepted, reasons, texts)
    if accepted.who:
        return texts.tr("It is right: {why} ({who}, {day})", why=why, who=accepted.who, day=_day(accepted.on, texts))
    return texts.tr("It is right: {why} ({day})", why=why, day=_day(accepted.on, texts))


def accept_button(texts: Texts) -> str:
    """The words for explaining a finding, with their letter."""
    return texts.tr("It is &right…")


def take_back_button(texts: Texts) -> str:
    """The words for taking an explanation back, with their letter."""
    return texts.tr("Ta&ke back")


def go_button(texts: Texts) -> str:
    """The words for going to what a finding is about, with their letter."""
    return texts.tr("&Go to field")


def others_button(count: int, texts: Texts) -> str:
    """The words for going to further fields a finding is about, with their letter."""
    return texts.trn("&Other field", "&Other fields", count)


def key_words(key: EntryKey, texts: Texts) -> str:
    """A cell in words."""
    return f"{texts.sector(key.sector)}, {texts.carrier(key.carrier)}, {key.year}"


def fix_buttons(texts: Texts) -> tuple[str, ...]:
    """Every form the words of a correction have, with their letters."""
    key = EntryKey(0, "", "")
    kinds = (FixKind.UNIT, FixKind.CONFIRM)
    return tuple(fix_words(Fix(kind, (key,) * count), texts) for kind in kinds for count in (1, 2))


def fix_words(fix: Fix, texts: Texts) -> str:
    """What the one-click correction does, as its button says it, with the letter that presses it."""
    count = max(1, len(fix.keys))
    if fix.kind is FixKind.CONFIRM:
        return texts.trn("Still &true", "All {count} &are still true", count)
    what = _unit(fix, texts) if fix.kind is FixKind.UNIT else _number(fix.value, texts)
    return texts.trn("&It is {what}", "All {count} &are {what}", count, what=what)


def without_letter(words: str) -> str:
    """A button's words without the mark of its letter."""
    return words.replace("&", "")


def _unit(fix: Fix, texts: Texts) -> str:
    if not fix.keys:
        return fix.value
    return texts.unit_label(fix.value, fix.keys[0].sector, fix.keys[0].carrier)


def _number(text: str, texts: Texts) -> str:
    try:
        return texts.numbers.plain(Decimal(text))
    except InvalidOperation:
        return text


def _day(text: str, texts: Texts) -> str:
    try:
        return texts.numbers.day(date.fromisoformat(text))
    except ValueError:
        return text or "–"
