"""What a reading quotes of a document beside its elements, withheld from what is published.

A header, a signature, a comment or a paragraph that was not read may name anybody, in ways that no
rule knows, and nobody who publishes a plan has checked it.
"""

from dinet.document.notes import NOTE_WORDS, make_note
from dinet.language import Sentence, translate_words
from dinet.model import Note, Programme

_WITHHELD = Sentence("[not shown]")
_OWN_WORDS = frozenset(
    {"count", "percent", "pages", "rows", "encoding", "names", "id", "ids"}
    | {"inserted", "deleted"}
)
"""The blanks of notes that hold numbers and words of dinet, not of the document."""


def withheld_words(lang: str) -> str:
    """What stands in place of words that are not quoted."""
    return translate_words(_WITHHELD.words, lang)


def withhold_quotations(programme: Programme) -> Programme:
    """The programme without the words of the document that are in no element.

    Each note and each unread text keeps its place and its kind, so that nothing seems read that
    was not.

    Example:
        >>> from dinet.model import Unread
        >>> unread = Unread(text="Getekend, Anne Voorbeeld", reason="text_left")
        >>> withhold_quotations(Programme(unread=(unread,))).unread[0].text
        '[niet getoond]'
    """
    if not programme.notes and not programme.unread:
        return programme
    words = withheld_words(programme.lang)
    elements = _words_of_elements(programme)
    notes = tuple(
        _without_quotations(note, elements, programme.lang)
        for note in programme.notes
    )
    unread = tuple(
        text.model_copy(update={"text": words}) for text in programme.unread
    )
    return programme.model_copy(update={"notes": notes, "unread": unread})


def _words_of_elements(programme: Programme) -> str:
    """All that elements say, to look up whether a text stands there."""
    texts: list[str] = []
    for element in programme.elements:
        texts += [element.id, element.code or "", element.title or ""]
        texts += [element.text, *element.wordings, *element.owners]
        texts += [*element.partners, *element.sources]
        texts += [mention.text for mention in element.stated]
        for extra in element.extra:
            texts += [extra.heading, extra.text]
    return "\n".join(map(_single_spaced, texts))


def _single_spaced(text: str) -> str:
    return " ".join(text.split())


def _without_quotations(note: Note, elements: str, lang: str) -> Note:
    withheld = withheld_words(lang)
    values = {
        name: value
        if name in _OWN_WORDS or _single_spaced(value) in elements
        else withheld
        for name, value in note.values.items()
    }
    if values == note.values and (values or note.code in NOTE_WORDS):
        return _with_own_message(note, lang)
    if note.code not in NOTE_WORDS:
        return note.model_copy(update={"message": withheld, "values": values})
    return _with_own_message(note.model_copy(update={"values": values}), lang)


def _with_own_message(note: Note, lang: str) -> Note:
    """The note with the message that its values make; a message of a file is not trusted."""
    try:
        return make_note(note.code, note.place, lang, **note.values)
    except (KeyError, IndexError, ValueError):
        return note.model_copy(update={"message": withheld_words(lang)})
