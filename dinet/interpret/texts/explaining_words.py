"""Headings and lines above what explains the rest of a document, and states nothing itself."""

from dinet.vocabulary.active_dialect import words_of
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import without_number


def is_explaining(heading: str) -> bool:
    """A heading stands above what explains the rest of the document: ``Uitleg``, ``Leeswijzer``.

    Met as ``Zo leest u dit programma`` and ``Tips voor het formuleren`` too.
    """
    words = fold_text(without_number(heading)).rstrip(":")
    begins = words.startswith(words_of("page_words.explaining_starts"))
    return begins or words in words_of("page_words.explaining")
