"""What a municipality says of itself once for all years: answers of the guide, its deadline."""

from dataclasses import dataclass

YES, NO = "yes", "no"
DEADLINE = "deadline"
"""The answer that holds the day (ISO) by which the next submission is due."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question, by the question's id."""

    question: str
    value: str

    @property
    def identity(self) -> tuple[str, ...]:
        """Kind, question."""
        return ("answer", self.question)
