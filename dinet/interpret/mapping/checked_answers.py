"""Answers of a mapping form beside its document: noted, or refused when they do not fit."""

from collections.abc import Iterable, Iterator, Sequence

from dinet.document.notes import shorten_text
from dinet.errors import did_you_mean
from dinet.interpret.form_answers import FormAnswers
from dinet.interpret.outline.sections import DocumentSection
from dinet.interpret.reading import ProgrammeReading
from dinet.language import Sentence

_LONGEST_HEADING = 16
"""In words: a longer paragraph is not what a person meant by a heading."""


def report_unknown_headings(
    answers: FormAnswers, sections: Sequence[DocumentSection]
) -> None:
    """Report the headings of a form that the document does not have, with those that are near."""
    headings = [
        section.heading.text for section in sections if section.heading
    ]
    found = set(map(answers.answer_for_heading, headings))
    missing = [
        answer for answer in answers.headings.values() if answer not in found
    ]
    if not missing:
        return
    known = [*headings, *_short_paragraphs(sections)]
    for answer in missing:
        answers.report.add_problem(
            answer.heading.mark,
            Sentence(
                "there is no heading “{heading}” in this document.",
                heading=shorten_text(answer.heading),
            ),
            *did_you_mean(answer.heading, known),
        )


def _short_paragraphs(sections: Iterable[DocumentSection]) -> Iterator[str]:
    """What a person may have meant by a heading, though no format marks it as one."""
    for section in sections:
        for para in section.paras:
            if 0 < len(para.text.split()) <= _LONGEST_HEADING:
                yield para.text


def note_answers(answers: FormAnswers, draft: ProgrammeReading) -> None:
    """Note what the form says of headings, columns and tables, each at its line."""
    for heading in answers.headings.values():
        draft.add_note(
            "heading_stated",
            heading.place,
            text=heading.heading,
            answer=heading.words,
        )
    for column in answers.columns:
        draft.add_note(
            "column_stated",
            column.place,
            text=column.heading,
            answer=column.words,
        )
    for shape in answers.shapes:
        draft.add_note(
            "shape_stated", shape.place, text=shape.table, answer=shape.words
        )
