"""A row of a portfolio: some elements, what they have to do with each other, and how sure."""

from dataclasses import dataclass
from typing import Literal

from dinet.language import Sentence
from dinet.portfolio.documents import PlacedElement, namespaces_of

Certainty = Literal["certain", "check"]
Ground = Literal["settled", "code", "words", "meaning", "name", "likeness"]
"""A person settled it; one code and the same words; the same words; words that say the same; a
name; words that sound alike. Only the first two are certain."""
CERTAIN_GROUNDS: frozenset[Ground] = frozenset({"settled", "code"})


@dataclass(frozen=True, slots=True)
class PortfolioRow:
    """One thing that several documents have to do with.

    Args:
        elements: Which it is about, in the order of the documents.
        ground: On what it rests.
        facts: What to know of it.
        aims: What the elements are counted for.
        name: Of the programme or the owner that it is about; empty for none.
        named: The namespace of a programme that is named; empty for none.
    """

    elements: tuple[PlacedElement, ...]
    ground: Ground
    facts: tuple[Sentence, ...] = ()
    aims: tuple[PlacedElement, ...] = ()
    name: str = ""
    named: str = ""

    @property
    def certainty(self) -> Certainty:
        """``certain`` only for what is stated; else a person has to look."""
        return "certain" if self.ground in CERTAIN_GROUNDS else "check"

    @property
    def namespaces(self) -> tuple[str, ...]:
        """The documents that it is about."""
        named = (self.named,) if self.named else ()
        found = (*namespaces_of((*self.elements, *self.aims)), *named)
        return tuple(dict.fromkeys(found))
