"""The user's settings: a small JSON file in the data folder; a broken one counts as none, and the next replaces it."""

import json
from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import field
from dataclasses import fields
from pathlib import Path

RECENT_LIMIT = 8


@dataclass(slots=True)
class Settings:
    """Who works here and how the program should look; ``""`` means: as the system says."""

    name: str = ""
    office: str = ""
    language: str = ""
    number_locale: str = ""
    recent: list[str] = field(default_factory=list)
    entry_panel: str = ""
    """The way of entering values chosen last."""
    report_language: str = ""
    """Of what is saved and copied for others; ``""`` means: the document's language."""

    def remember(self, path: Path) -> None:
        """Put a document first in the list of recent ones."""
        shown = str(path.resolve())
        self.recent = [shown, *(other for other in self.recent if other != shown)][:RECENT_LIMIT]


class SettingsFile:
    """Reads and writes the settings."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Settings:
        """The settings; the defaults where there are none or they cannot be read."""
        try:
            content = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return Settings()
        known = {f.name: type(getattr(Settings(), f.name)) for f in fields(Settings)}
        if not isinstance(content, dict):
            return Settings()
        settings = Settings(**{k: v for k, v in content.items() if k in known and isinstance(v, known[k])})
        settings.recent = [path for path in settings.recent if isinstance(path, str)]
        return settings

    def save(self, settings: Settings) -> None:
        """Write the settings, whole or not at all."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        fresh.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), encoding="utf-8")
        fresh.replace(self._path)
