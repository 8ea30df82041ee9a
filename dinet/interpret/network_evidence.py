"""What a document lacks that uses the words of a network and holds none.

Met around good plans: procedures, registers, scripts of tests, plans of one lesson or conversation,
proposals for one decision, instructions for a form. Titles do not tell them, for there are too
many kinds; what they lack does. None of it is asked of a document of which a person said how to
read it.
"""

import re
from collections.abc import Iterable, Sequence

from dinet.interpret.columns.apart import is_register
from dinet.interpret.columns.table_columns import TableHeader
from dinet.interpret.outline.sections import DocumentSection
from dinet.interpret.outline.work_headings import names_work
from dinet.interpret.reading import ProgrammeReading
from dinet.model import Kind
from dinet.vocabulary.active_dialect import words_of
from dinet.vocabulary.folding import fold_text

_SEVERAL = 2
"""Of goals, rows and durations: one may stand in any text."""
_AIMS: frozenset[Kind] = frozenset({"goal", "benefit"})
_HOURS = re.compile(r"(?:[^\W\d]+ ?: ?)?\d+(?:[.,]\d+)? (?P<unit>[^\W\d]+)\.?")
"""A line or cell that is only a duration: ``45 minuten``, ``Duur: 1,5 uur``."""


def lacks_evidence(
    draft: ProgrammeReading,
    headers: Sequence[TableHeader],
    sections: Sequence[DocumentSection],
) -> bool:
    """What was read is no network by what it lacks, or by what stands in its place."""
    if _is_answered(draft):
        return False
    return (
        _tells_one_purpose(draft, sections)
        or _says_what_to_fill_in(draft)
        or _lasts_hours(sections)
        or _holds_registers(headers, sections)
        or _holds_figures_only(draft, headers)
        or _asks_of_one_kind(draft, headers)
    )


def is_worded_otherwise(draft: ProgrammeReading) -> bool:
    """All goals are single words, or are said by one person of herself.

    Met under the everyday words ``Doel`` and ``Actie``: *Vervanging* in a calendar of purchases,
    *Informeren* in a plan for letters; *Ik kook zelf* in a plan for the care of one client.
    """
    goals = [fold_text(text).split() for text in _texts_of(draft, _AIMS)]
    if len(goals) < _SEVERAL:
        return False
    oneself = words_of("page_words.oneself")
    return all(
        len(words) == 1 and words[0].isalpha() for words in goals
    ) or all(words[:1] and words[0] in oneself for words in goals)


def _is_answered(draft: ProgrammeReading) -> bool:
    return any(mention.answer for mention in draft.mentions) or any(
        tie.answer for tie in draft.ties
    )


def _texts_of(draft: ProgrammeReading, kinds: Iterable[Kind]) -> list[str]:
    wanted = frozenset(kinds)
    return [
        mention.text for mention in draft.mentions if mention.kind in wanted
    ]


def holds_aims(draft: ProgrammeReading) -> bool:
    """Something is a goal, so that efforts and results can be for it."""
    return bool(_texts_of(draft, _AIMS))


def _tells_one_purpose(
    draft: ProgrammeReading, sections: Iterable[DocumentSection]
) -> bool:
    """One paragraph is called a goal, and what else was read is not for it.

    Met in proposals for a decision, under ``Wat is het doel?``, and in minutes. An item of a list
    or a cell is a goal by itself.
    """
    aims = _texts_of(draft, _AIMS)
    if len(aims) != 1 or draft.ties or len(draft.mentions) == 1:
        return False
    return any(
        para.block.level is None and fold_text(para.text) == fold_text(aims[0])
        for section in sections
        for para in section.paras
    )


def _says_what_to_fill_in(draft: ProgrammeReading) -> bool:
    """Most goals ask the reader, or tell what to write: ``Doel: vul hier in wat u wilt``.

    Met in instructions for a form, lists of questions for a talk and empty templates.
    """
    goals = _texts_of(draft, _AIMS)
    asking = sum(map(_asks_reader, goals))
    return bool(asking) and 2 * asking >= len(goals)


def _asks_reader(text: str) -> bool:
    if text.endswith("?"):
        return True
    words = f"{fold_text(text)} "
    telling = words_of("page_words.filling_in")
    return words.startswith(tuple(f"{word} " for word in telling))


def _lasts_hours(sections: Iterable[DocumentSection]) -> bool:
    """Lines under what is done say how many minutes it takes, as plans of a lesson do."""
    lines = (
        para.text
        for section in sections
        for para in section.paras
        if not section.is_left and section.role is not None
    )
    return sum(map(_is_duration, lines)) >= _SEVERAL


def _is_duration(text: str) -> bool:
    found = _HOURS.fullmatch(fold_text(text))
    return found is not None and found["unit"] in words_of(
        "page_words.durations"
    )


def _holds_registers(
    headers: Sequence[TableHeader], sections: Iterable[DocumentSection]
) -> bool:
    """All tables are registers, and no heading says that what stands in them will be done.

    ``Gebied | Doel | Actie`` under ``Uitvoeringsplan`` is of a network.
    """
    if not headers or not all(map(is_register, headers)):
        return False
    headed = (section for section in sections if section.heading is not None)
    return not any(names_work(section, None) for section in headed)


def _holds_figures_only(
    draft: ProgrammeReading, headers: Sequence[TableHeader]
) -> bool:
    """Indicators of departments or employees alone, without a goal, an effort or a year."""
    kinds = {mention.kind for mention in draft.mentions}
    return bool(headers) and kinds == {"target"} and not draft.ties


def _asks_of_one_kind(
    draft: ProgrammeReading, headers: Sequence[TableHeader]
) -> bool:
    """Efforts alone, under a question: ``Wat doet de gemeente?`` in the journey of a customer."""
    kinds = {mention.kind for mention in draft.mentions}
    if not headers or draft.ties or kinds != {"effort"}:
        return False
    return all(
        column.heading.endswith("?")
        for header in headers
        for column, _ in header.element_columns
    )
