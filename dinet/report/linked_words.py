"""Sentences in which a code leads to its element, and some words to a list.

A text says them as they are; a page takes them in pieces and makes a link of those that lead
somewhere.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from dinet.language import (
    CountedSentence,
    JoinedSentences,
    Sentence,
    translate_words,
)
from dinet.model import Element

MOST_CODES = 6
"""Of more elements than this the last are counted: a longer list is not read."""
NUMBER_WORDS = (
    Sentence("one"),
    Sentence("two"),
    Sentence("three"),
    Sentence("four"),
    Sentence("five"),
    Sentence("six"),
    Sentence("seven"),
    Sentence("eight"),
    Sentence("nine"),
    Sentence("ten"),
    Sentence("eleven"),
    Sentence("twelve"),
)
"""Higher numbers are written in figures, as in running text."""


class TextPiece(NamedTuple):
    """Words, and where they lead.

    Args:
        element: The element that the words are the code of, if any.
        view: The name of the view of the page that they lead to; empty if none.
        is_quoted: They are the document's own, in its language.
    """

    words: str
    element: Element | None = None
    view: str = ""
    is_quoted: bool = False


class ElementCodes(Sentence):
    """The codes of some elements, as they stand in a sentence: ``D6, D8 and D9``.

    Example:
        >>> from dinet.model import Goal
        >>> print(ElementCodes([Goal(id="D6", text="Rust"), Goal(id="D8", text="Sport")]))
        D6 and D8
    """

    __slots__ = ("elements",)

    def __init__(self, elements: Iterable[Element]) -> None:
        super().__init__("")
        self.elements = tuple(elements)

    def in_language(self, lang: str) -> str:
        """The codes in a language."""
        return "".join(piece.words for piece in self.list_pieces(lang))

    def list_pieces(self, lang: str) -> Iterator[TextPiece]:
        """Every code, with what stands between."""
        # one more is named rather than counted: "and 1 other" is longer than its code
        is_whole = len(self.elements) <= MOST_CODES + 1
        named = self.elements if is_whole else self.elements[:MOST_CODES]
        last = [TextPiece(element.id, element) for element in named]
        if not is_whole:
            others = CountedSentence(
                "{count} other",
                "{count} others",
                len(self.elements) - len(named),
            )
            last.append(TextPiece(others.in_language(lang)))
        for number, piece in enumerate(last):
            if number:
                is_last = number == len(last) - 1
                yield TextPiece(_glue_before(lang, is_last=is_last))
            yield piece

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ElementCodes):
            return False
        return self.elements == other.elements

    def __hash__(self) -> int:
        return hash(self.elements)


def _glue_before(lang: str, *, is_last: bool) -> str:
    return f" {translate_words('and', lang)} " if is_last else ", "


class DocumentWords(Sentence):
    """Words of the document, which are the same in every language.

    Example:
        >>> print(Sentence("it says “{words}”", words=DocumentWords("{n.t.b.}")))
        it says “{n.t.b.}”
    """

    __slots__ = ()

    def in_language(self, lang: str) -> str:
        """The words as they stand in the document."""
        del lang
        return self.words


class ViewWords(JoinedSentences):
    """Words that lead to a view of the page, such as those of the findings.

    Args:
        words: What is said.
        view: The name of the view.
    """

    __slots__ = ("view",)

    def __init__(self, words: Sentence, view: str) -> None:
        super().__init__(words)
        self.view = view


def number_in_words(count: int) -> Sentence:
    """A number as running text has it.

    Example:
        >>> number_in_words(3).in_language("nl"), number_in_words(28).in_language("nl")
        ('drie', '28')
    """
    if 0 < count <= len(NUMBER_WORDS):
        return NUMBER_WORDS[count - 1]
    return CountedSentence("{count}", "{count}", count)


def split_into_pieces(sentence: Sentence, lang: str) -> list[TextPiece]:
    """A sentence in a language, with a capital at the start, as pieces that may lead somewhere.

    Example:
        >>> from dinet.model import Goal
        >>> codes = ElementCodes([Goal(id="D4", text="Rust")])
        >>> pieces = split_into_pieces(Sentence("what {codes} misses", codes=codes), "en")
        >>> [piece.words for piece in pieces if piece.element]
        ['D4']
    """
    pieces = list(_list_pieces(sentence, lang))
    if pieces and not (pieces[0].element or pieces[0].is_quoted):
        words = pieces[0].words
        pieces[0] = pieces[0]._replace(words=words[:1].upper() + words[1:])
    return pieces


def _list_pieces(sentence: Sentence, lang: str) -> Iterator[TextPiece]:
    if isinstance(sentence, ElementCodes):
        yield from sentence.list_pieces(lang)
    elif isinstance(sentence, DocumentWords):
        yield TextPiece(sentence.words, is_quoted=True)
    elif isinstance(sentence, ViewWords):
        yield TextPiece(sentence.in_language(lang), view=sentence.view)
    else:
        for piece in sentence.pieces_in_language(lang):
            if isinstance(piece, Sentence):
                yield from _list_pieces(piece, lang)
            else:
                yield TextPiece(str(piece))


def say_pieces(pieces: Iterable[TextPiece]) -> str:
    """The pieces as one text."""
    return "".join(piece.words for piece in pieces)


def counted_codes(elements: Collection[Element]) -> dict[str, Sentence]:
    """What goes into the blanks ``{number}`` and ``{codes}`` of a sentence about some elements.

    Example:
        >>> from dinet.model import Goal
        >>> goals = [Goal(id="D6", text="Rust"), Goal(id="D8", text="Sport")]
        >>> print(Sentence("{number} goals: {codes}.", **counted_codes(goals)))
        two goals: D6 and D8.
    """
    return {
        "number": number_in_words(len(elements)),
        "codes": ElementCodes(elements),
    }
