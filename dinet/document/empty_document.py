"""A document without a word is told as such, not as one that lacks goals."""

from itertools import chain

from dinet.document.content import Document, Grid, Para
from dinet.document.notes import note_as_sentence
from dinet.errors import DocumentError
from dinet.language import Sentence

_MOST_REASONS = 3
"""So many notes of the reader are told: they say what there is that is no text."""


def refuse_empty_document(document: Document) -> None:
    """Go on only with a document in which something stands.

    Raises:
        DocumentError: Nothing stands in it, or nothing but what its reader had to leave out.

    Example:
        >>> refuse_empty_document(Document("plan.docx", ()))
        Traceback (most recent call last):
            ...
        dinet.errors.DocumentError: plan.docx: this document is empty.
    """
    if any(map(_has_words, document.parts)):
        return
    if not document.notes:
        what = Sentence("this document is empty.")
        raise DocumentError(what, where=document.name)
    reasons = map(note_as_sentence, document.notes[:_MOST_REASONS])
    what = Sentence(
        "no text is left to read, so no goals, targets or efforts were found."
    )
    raise DocumentError(what, *reasons, where=document.name)


def _has_words(part: Para | Grid) -> bool:
    """Whether a letter or digit stands in a part: dashes and dividing signs say nothing."""
    if isinstance(part, Para):
        return any(map(str.isalnum, part.text))
    cells = chain.from_iterable(part.rows)
    texts = (cell.text for cell in cells)
    return any(map(str.isalnum, chain.from_iterable(texts)))
