"""Where something stands, or what it rests on, in the line beside a sentence."""

from collections.abc import Iterable, Iterator, Sequence

from dinet.language import JoinedSentences, Sentence
from dinet.layout.text.short_title import short_title
from dinet.model import Element, Goal, Place
from dinet.network import Network
from dinet.report.linked_words import DocumentWords
from dinet.report.reading.reading_loss import ReadingLoss, reading_loss

_TITLE_LENGTH = 60
"""In characters: one line and a half beside the picture."""


_BESIDE_THE_NETWORK = frozenset(
    {"text_left", "words_left", "heading_left", "footnotes", "code_left"}
)
"""What reading leaves out of nearly every document: an introduction, a footnote.

What else is left out, such as a table, may hold goals and efforts.
"""


class _PlaceInDocument(Sentence):
    """A place without the name of the document, which the page says once.

    A row of a table is enough to find it by: the column is left out.
    """

    __slots__ = ("place",)

    def __init__(self, place: Place) -> None:
        super().__init__("")
        is_row = place.table is not None and place.row is not None
        bare = {"column": None, "heading": None}
        self.place = place.model_copy(update=bare) if is_row else place

    def in_language(self, lang: str) -> str:
        words = self.place.as_sentence().in_language(lang)
        return words.removeprefix(f"{self.place.file}, ")

    def pieces_in_language(self, lang: str) -> Iterator[object]:
        yield self.in_language(lang)


def place_in_document(place: Place, lang: str) -> str:
    """Where something stands, without the name of the document.

    Example:
        >>> place_in_document(Place(file="plan.docx", table=1, row=14, column=2), "en")
        'table 1, row 14'
    """
    return _PlaceInDocument(place).in_language(lang)


def titled_place(elements: Iterable[Element]) -> Sentence | None:
    """The place of the only element, with its title; None when there are more.

    The title of a goal is left out: whoever reads this has the goals at hand.
    """
    several = list(elements)
    if len(several) != 1:
        return None
    (element,) = several
    parts: list[Sentence] = []
    if not isinstance(element, Goal):
        title = short_title(element.title or element.text, _TITLE_LENGTH)
        parts.append(Sentence("“{title}”", title=DocumentWords(title)))
    if element.places:
        parts.append(_PlaceInDocument(element.places[0]))
    return JoinedSentences(*parts, glue=" · ") if parts else None


def missing_proof(
    network: Network, elements: Sequence[Element]
) -> Sentence | None:
    """Where one element stands; and a doubt where reading left out what may be missed here."""
    loss = reading_loss(network.programme)
    if loss and may_hold_elements(loss):
        return Sentence("unless it stands in what reading left out")
    return titled_place(elements)


def may_hold_elements(loss: ReadingLoss) -> bool:
    """Whether goals or efforts may stand in what reading left out."""
    return any(code not in _BESIDE_THE_NETWORK for code, _ in loss.counts)
