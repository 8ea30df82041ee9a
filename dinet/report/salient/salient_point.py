"""One thing that stands out, and how it is meant."""

from enum import StrEnum
from typing import NamedTuple

from dinet.language import Sentence
from dinet.report.linked_words import TextPiece, split_into_pieces


class PointTone(StrEnum):
    """How a point is meant, the gravest first."""

    GAP = "gap"
    RISK = "risk"
    OPEN = "open"
    FACT = "fact"
    GOOD = "good"


class SalientPoint(NamedTuple):
    """One thing that stands out.

    Args:
        tone: How it is meant.
        sentence: The whole sentence, with codes and words that lead somewhere.
        proof: Where it stands, or what it rests on; None when the sentence says it all.
    """

    tone: PointTone
    sentence: Sentence
    proof: Sentence | None = None

    def sentence_pieces(self, lang: str) -> list[TextPiece]:
        """The sentence in a language."""
        return split_into_pieces(self.sentence, lang)

    def proof_pieces(self, lang: str) -> list[TextPiece]:
        """The proof in a language; empty when there is none."""
        return split_into_pieces(self.proof, lang) if self.proof else []
