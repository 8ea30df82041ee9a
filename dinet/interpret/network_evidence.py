"""What a document lacks that uses the words of a network and holds none.

Met around good plans: procedures, registers, scripts of tests, plans of one lesson or conversation,
proposals for one decision, instructions for a form. Titles do not tell them, for there are too
many kinds; what they lack does. None of it is asked of a document of which a person said how to
read it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dinet.document.content import Row
from dinet.interpret.columns.apart import is_tied, leads_with_other
from dinet.interpret.columns.table_columns import HeadedColumn, TableHeader
from dinet.interpret.outline.sections import DocumentSection
from dinet.interpret.reading import ProgrammeReading
from dinet.model import Kind
from dinet.vocabulary.active_dialect import words_of
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import is_everyday

_SEVERAL = 2
"""Of goals, rows and durations: one may stand in any text."""
_AIMS: frozenset[Kind] = frozenset({"goal", "benefit"})
_HOURS = re.compile(
    r"(?:[^\W\d]+ ?: ?)?\d+(?:[.,]\d+)? (?P<unit>[^\W\d]+)\.?"
)
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
        or _holds_registers_only(headers)
        or _holds_figures_only(draft, headers)
        or _asks_of_one_kind(draft, headers)
    )


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
    """One paragraph is called a goal, and nothing is said to be for it.

    Met in proposals for a decision, under ``Wat is het doel?``, and in minutes. An item of a list
    or a cell is a goal by itself.
    """
    aims = _texts_of(draft, _AIMS)
    if len(aims) != 1 or draft.ties:
        return False
    return any(
        para.block.level is None and fold_text(para.text) == fold_text(aims[0])
        for section in sections
        for para in section.paras
    )


def _says_what_to_fill_in(draft: ProgrammeReading) -> bool:
    """Each goal tells a reader what to write there: ``Doel: vul hier het doel in.``"""
    goals = _texts_of(draft, _AIMS)
    return bool(goals) and all(map(_is_instruction, goals))


def _is_instruction(text: str) -> bool:
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
    return found is not None and found["unit"] in words_of("page_words.hours")


def _holds_registers_only(headers: Sequence[TableHeader]) -> bool:
    """All was read from registers: one row for each thing, of which a goal is told.

    Met: ``Verwerking | Doel | Grondslag | Maatregelen`` and ``Overleg | Doel | Resultaat``. Rows
    under a place or a department that comes back are grouped by it: ``Wijk | Doel | Actie``.
    """
    return bool(headers) and all(map(_is_register, headers))


def _is_register(header: TableHeader) -> bool:
    if not leads_with_other(header) or is_tied(header):
        return False
    kinds = {kind for _, kind in header.element_columns}
    if "goal" not in kinds:
        return False
    if not all(
        is_everyday(column.heading) for column, _ in header.element_columns
    ):
        return False
    first = next(column for column in header.columns if column.heading)
    texts = [fold_text(row[first.number].text) for row in header.rows]
    return len(texts) >= _SEVERAL and len(set(filter(None, texts))) == len(texts)


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
