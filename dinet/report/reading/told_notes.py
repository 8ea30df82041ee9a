"""All that a reader of a report has to know of the reading: its notes, and what was left unread."""

from dinet.document.notes import LEFT_OUT, NOTE_GROUPS
from dinet.language import translate_words
from dinet.model import Note, Programme, Unread
from dinet.wording.labels import capitalise_first

UNREAD_WORDS = {
    "text_left": "Not read, a text outside the network: “{text}”.",
    "heading_left": "Not read, a heading under which nothing was read: “{text}”.",
    "cell_not_understood": "Not read, a cell that dinet does not understand: “{text}”.",
    "table_not_understood": "Not read, a cell of a table that dinet does not understand: “{text}”.",
    "table_apart": "Not read, a cell of a table about something else: “{text}”.",
    "code_left": "Not read, a code that is no id and makes no link: “{text}”.",
    "mark_left": "Not read, a cross that makes no link: “{text}”.",
    "words_left": "Not read, words beside others that were read: “{text}”.",
}
"""What a text is that is nowhere in the programme, by its reason."""
UNREAD_REASONS = {
    "text_left": "text outside the network",
    "heading_left": "heading under which nothing was read",
    "cell_not_understood": "cell that dinet does not understand",
    "table_not_understood": "table that dinet does not understand",
    "table_apart": "table about something else",
    "code_left": "code that is no id and makes no link",
    "mark_left": "cross that makes no link",
    "words_left": "words beside others that were read",
}
"""The same, where the text stands in a column of its own."""


def told_notes(programme: Programme) -> tuple[Note, ...]:
    """The notes on a reading, and then each text that is nowhere in the programme, whole.

    A note that only names such a text is not told twice.

    Example:
        >>> left = Unread(text="Zie bijlage 3.", reason="text_left")
        >>> [note.message for note in told_notes(Programme(unread=(left,)))]
        ['Niet gelezen, een tekst buiten het netwerk: “Zie bijlage 3.”.']
    """
    return (*own_notes(programme), *_unread_notes(programme))


def own_notes(programme: Programme) -> tuple[Note, ...]:
    """The notes on a reading, without those that only name a text that is left unread."""
    if not programme.unread:
        return programme.notes
    left = {(unread.text, unread.place) for unread in programme.unread}
    return tuple(
        note
        for note in programme.notes
        if note.code not in LEFT_OUT
        or set(note.values) != {"text"}
        or (note.values["text"], note.place) not in left
    )


def kind_of_note(note: Note, lang: str) -> str:
    """What kind of remark a note is, in words; another one when a code says nothing to dinet.

    Example:
        >>> kind_of_note(Note(code="merged", message="D1"), "en")
        'Joined and merged'
        >>> kind_of_note(Note(code="mark_left", message="x"), "en")
        'Cross that makes no link'
    """
    reason = UNREAD_REASONS.get(note.code)
    if reason:
        return capitalise_first(translate_words(reason, lang))
    for name, codes in NOTE_GROUPS.items():
        if note.code in codes:
            return translate_words(name, lang)
    return translate_words("Other notes", lang)


def _unread_notes(programme: Programme) -> tuple[Note, ...]:
    lang = programme.lang
    return tuple(_as_note(unread, lang) for unread in programme.unread)


def _as_note(unread: Unread, lang: str) -> Note:
    words = translate_words(UNREAD_WORDS[unread.reason], lang)
    return Note(
        code=unread.reason,
        place=unread.place,
        message=words.format(text=unread.text),
    )
