"""Everything the program ships, read when first needed: codebook, factor sets, municipalities, commitments, texts."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kbdesk.models.absences import Card
from kbdesk.models.absences import read_cards
from kbdesk.models.calculation import Rules
from kbdesk.models.codebook import Codebook
from kbdesk.models.codebook import read_codebook
from kbdesk.models.commitments import Commitment
from kbdesk.models.commitments import read_commitments
from kbdesk.models.factor_files import FactorLibrary
from kbdesk.models.factors import FactorSet
from kbdesk.models.findings import Checks
from kbdesk.models.findings import read_checks
from kbdesk.models.improving import Ask
from kbdesk.models.improving import read_asks
from kbdesk.models.plausibility import Bands
from kbdesk.models.plausibility import read_bands
from kbdesk.models.resource_tables import read_table
from kbdesk.models.source_kinds import SourceKind
from kbdesk.models.source_kinds import read_source_kinds
from kbdesk.texts.texts import LANGUAGES
from kbdesk.texts.texts import Texts
from kbdesk.texts.texts import load_texts

if TYPE_CHECKING:
    from kbdesk.models.bill_splitting import MonthShares
    from kbdesk.models.entry_forms import EntryForm
    from kbdesk.models.guide_numbers import GuideNumbers
    from kbdesk.models.membership import Membership
    from kbdesk.models.municipalities import MunicipalityIndex
    from kbdesk.models.national_averages import NationalAverages
    from kbdesk.models.national_sectors import NationalSectors
    from kbdesk.models.road_traffic import RoadTraffic
    from kbdesk.models.weather_series import SpaceHeat


@dataclass(frozen=True)
class Reference:
    """The shipped resources of one folder."""

    resources: Path

    @cached_property
    def codebook(self) -> Codebook:
        """Sectors, energy carriers, units."""
        return read_codebook(self.resources / "codebook")

    @cached_property
    def factors(self) -> FactorLibrary:
        """The factor sets."""
        return FactorLibrary(self.resources / "factors")

    @cached_property
    def commitments(self) -> tuple[Commitment, ...]:
        """The built-in commitments."""
        return read_commitments(self.resources / "commitments" / "commitments.csv")

    @cached_property
    def checks(self) -> Checks:
        """The checks with their levels and thresholds."""
        return read_checks(self.resources / "findings" / "findings.csv")

    @cached_property
    def bands(self) -> Bands:
        """What is usual per inhabitant."""
        return read_bands(self.resources / "findings")

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """The yes/no questions of the guide."""
        return read_cards(self.resources / "guide" / "cards.csv")

    @cached_property
    def degree_day_shares(self) -> "MonthShares":
        """How the heat of a year is spread over its months, for splitting bills."""
        from kbdesk.models.bill_splitting import read_month_shares  # noqa: PLC0415 - not needed for the first place

        return read_month_shares(self.resources / "billing" / "degree_day_shares.csv")

    @cached_property
    def source_kinds(self) -> Mapping[str, SourceKind]:
        """The kinds of sources with the grade each is worth."""
        return read_source_kinds(self.resources / "codebook" / "source_kinds.csv")

    @cached_property
    def guide_numbers(self) -> "GuideNumbers":
        """The numbers the guide asks for, and the letters they stand on."""
        from kbdesk.models.guide_numbers import read_guide_numbers  # noqa: PLC0415 - not needed for the first place

        return read_guide_numbers(self.resources / "guide")

    @cached_property
    def reasons(self) -> Mapping[str, str]:
        """Why a warning may be right as it stands: id to English label, in the order they are offered."""
        return {row["id"]: row["label"] for row in read_table(self.resources / "findings" / "reasons.csv")}

    @cached_property
    def forms(self) -> "tuple[EntryForm, ...]":
        """What the forms of data entry ask for."""
        from kbdesk.models.entry_forms import read_forms  # noqa: PLC0415 - not needed for the first place

        return read_forms(self.resources / "forms")

    @cached_property
    def asks(self) -> tuple[Ask, ...]:
        """Whom to ask for better data, with the effort."""
        return read_asks(self.resources / "improving" / "asks.csv")

    @cached_property
    def membership(self) -> "Membership":
        """The pledges, statements and well-known activities of members of Climate Alliance."""
        from kbdesk.models.membership import read_membership  # noqa: PLC0415 - not needed for the first place

        return read_membership(self.resources / "membership")

    @cached_property
    def road_traffic(self) -> "RoadTraffic":
        """The kinds of vehicles and roads."""
        from kbdesk.models.road_traffic import read_road_traffic  # noqa: PLC0415 - not needed for the first place

        return read_road_traffic(self.resources / "traffic")

    @cached_property
    def municipalities(self) -> "MunicipalityIndex":
        """The European municipalities, for the search."""
        from kbdesk.models.municipalities import MunicipalityIndex  # noqa: PLC0415 - not needed for the first place

        return MunicipalityIndex.load(self.resources / "national" / "municipalities.txt.gz")

    @cached_property
    def space_heat(self) -> "Mapping[str, SpaceHeat]":
        """How much of each carrier heats rooms, as far as nobody says otherwise."""
        from kbdesk.models.weather_series import read_space_heat  # noqa: PLC0415 - not needed for the first place

        return read_space_heat(self.resources / "weather" / "space_heat.csv")

    def degree_days(self, country: str) -> Mapping[int, Decimal]:
        """The national heating degree days of a country by year [Kd]; empty where there are none."""
        if country not in self._degree_days:
            from kbdesk.models.weather_series import read_degree_days  # noqa: PLC0415 - not needed for the first place

            path = self.resources / "national" / "heating_degree_days.csv"
            self._degree_days[country] = read_degree_days(path, country)
        return self._degree_days[country]

    @cached_property
    def _degree_days(self) -> dict[str, Mapping[int, Decimal]]:
        return {}

    def national_sectors(self, country: str) -> "NationalSectors":
        """What a country uses per inhabitant in whole sectors; of an unknown country nothing."""
        if country not in self._national_sectors:
            from kbdesk.models.national import read_national  # noqa: PLC0415 - not needed for the first place
            from kbdesk.models.national_sectors import NationalSectors  # noqa: PLC0415 - not needed for the first place

            tables = read_national(self.resources / "national", country)
            self._national_sectors[country] = NationalSectors(tables, self.codebook)
        return self._national_sectors[country]

    @cached_property
    def _national_sectors(self) -> "dict[str, NationalSectors]":
        return {}

    def national_averages(self, country: str) -> "NationalAverages":
        """What a country uses per inhabitant; of an unknown country nothing."""
        if country not in self._national_averages:
            from kbdesk.models.national import read_national  # noqa: PLC0415 - not needed for the first place
            from kbdesk.models.national_averages import NationalAverages  # noqa: PLC0415 - not needed for the first place

            tables = read_national(self.resources / "national", country)
            self._national_averages[country] = NationalAverages(tables, self.codebook)
        return self._national_averages[country]

    @cached_property
    def _national_averages(self) -> "dict[str, NationalAverages]":
        return {}

    def with_factor_sets(self, sets: Iterable[FactorSet]) -> "Reference":
        """The same resources with these factor sets beside the shipped ones; what was read is not read again."""
        extended = Reference(self.resources)
        extended.__dict__.update(self.__dict__)
        extended.__dict__["factors"] = self.factors.with_added(sets)
        return extended

    def rules(self, factor_set: str) -> Rules:
        """The rules of a factor set; an unknown set is a ``UserError``."""
        return Rules(self.codebook, self.factors.get(factor_set))

    def texts(self, language: str, number_locale: str = "") -> Texts:
        """Texts in a language, numbers in the format of a locale (the language's own where none is given)."""
        return load_texts(self.resources, self.codebook, language, number_locale)

    def all_texts(self) -> tuple[Texts, ...]:
        """Texts in every shipped language: imports accept labels of any of them."""
        return tuple(self.texts(language) for language in LANGUAGES)
