"""Networks in lines that say themselves what they are: ``Doel: …``, ``Resultaat: …``, ``Acties:``.

Plans, minutes and letters of every kind use such words too, so one of them tells nothing.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from dinet.interpret.outline.sections import DocumentSection
from dinet.model import Kind
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import kind_of, names_other_thing, without_number
from dinet.vocabulary.time_headings import is_period

_SEVERAL_GOALS = 2
"""Of labels: minutes and letters have one goal at most, ``Doel van het overleg: …``."""
_RESULTS: frozenset[Kind] = frozenset({"target", "result", "benefit"})
"""One goal with one of these, and with what is done for it, is a network too."""


def has_labelled_network(sections: Sequence[DocumentSection]) -> bool:
    """Lines say of themselves that they are goals, and others what is done for these.

    There are several goals, or a whole block of one with its results and actions; no line
    says that the text is of a meeting, or a letter.
    """
    kinds = Counter(_kinds_labelled(sections))
    others = kinds.keys() - {"goal", "theme"}
    if not kinds["goal"] or not others:
        return False
    is_whole = bool(others & _RESULTS) and "effort" in others
    if kinds["goal"] < _SEVERAL_GOALS and not is_whole:
        return False
    return not is_letter_or_minutes(sections)


def is_letter_or_minutes(sections: Iterable[DocumentSection]) -> bool:
    """A line begins as those of letters and minutes do."""
    return any(map(_is_of_other_document, _lines_of(sections)))


def _kinds_labelled(sections: Iterable[DocumentSection]) -> Iterator[Kind]:
    """The kinds that labels name with what they stand before; a goal has to be named itself.

    A heading such as ``Acties`` above a list says as much of efforts, and so does each of a form
    that comes back: ``Doel``, ``Resultaat`` and ``Acties``, and again ``Doel``.
    """
    sections = tuple(sections)
    form = _headings_of_form(sections)
    for section in sections:
        kind = kind_of(section.role)
        if kind is None or section.heading is None:
            continue
        if section.text:
            if not names_other_thing(section.label):
                yield kind
        elif section.parts and _heads_elements(section, kind, form):
            yield kind


def _heads_elements(
    section: DocumentSection, kind: Kind, form: Collection[str]
) -> bool:
    """A heading without a text of its own says what stands under it."""
    words = section.heading.text if section.heading else ""
    if words.endswith(":") or fold_text(words) in form:
        return True
    return kind != "goal" and section.holds_list


def _headings_of_form(sections: Sequence[DocumentSection]) -> set[str]:
    """The headings, folded, that come back above texts, if one of these is about goals.

    Met in lists of terms of a web page and in forms under each other. Without goals among them
    they are the parts of something else: ``Activiteiten`` in each chapter of a report.
    """
    named = [
        (fold_text(section.heading.text), kind_of(section.role))
        for section in sections
        if section.heading and section.parts and kind_of(section.role)
    ]
    counts = Counter(named)
    repeated = {
        words
        for (words, _), count in counts.items()
        if count >= _SEVERAL_GOALS
    }
    of_goals = {words for words, kind in named if kind == "goal"}
    return repeated if repeated & of_goals else set()


def _lines_of(sections: Iterable[DocumentSection]) -> Iterator[str]:
    for section in sections:
        if section.heading is not None:
            yield section.heading.text
        for para in section.paras:
            yield para.text


@once_per_dialect
def _words_of_others() -> frozenset[str]:
    return frozenset(words_of("page_words.other_documents"))


def _is_of_other_document(line: str) -> bool:
    """The line begins as those of minutes and letters do: ``Aanwezig: …``, ``Geachte raad,``."""
    first, *others = fold_text(without_number(line)).split() or [""]
    word = first.rstrip(":,")
    if others and word in words_of("page_words.also_plans"):
        return _names_meeting(others[0])
    return word in _words_of_others()


def _names_meeting(word: str) -> bool:
    """The word behind ``Agenda`` names who meets, or the day: ``Agenda 2030`` is that of a plan."""
    is_day = word[0].isdigit() and not is_period(word)
    return is_day or word in words_of("page_words.meetings")
