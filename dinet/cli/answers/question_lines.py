"""The answer to a question of the user's own: a table for a person, and data for a program."""

import json
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence

from dinet.application.opened_document import OpenedDocument
from dinet.cli.answers.printing import line_width, wrap_text
from dinet.language import (
    CountedSentence,
    JoinedSentences,
    Sentence,
    translate_words,
)
from dinet.model import KINDS, Place
from dinet.question.answer import (
    Answer,
    AnsweringElement,
    LinkedElements,
    name_elements,
)
from dinet.report.sentences import list_places
from dinet.wording.labels import capitalise_first, counted_kind

_MOST_SHOWN = 3
"""Elements that a cell names; how many there are stands before them."""
_MOST_ASKED = 3
"""Columns for what was asked for: more leave no room for the text. The JSON has them all."""
_WIDEST_ID, _WIDEST_FIELD, _WIDEST_PLACE = 24, 22, 28
"""Characters of a column; what is longer goes on below. A text takes what is left."""
_ROOM_FOR_FIELDS = 44
"""Characters for all columns that were asked for."""
_LEAST_TEXT = 24
"""Characters of a text on a line: with fewer its words are torn apart."""
_GAP = "  "


def question_lines(
    answer: Answer, opened: OpenedDocument, lang: str
) -> Iterator[str]:
    """How many elements answer, a table of them, and what to know before trusting the number.

    Args:
        answer: Of the document.
        opened: The document: its name is not repeated on every line.
        lang: The language of the reader.
    """
    yield count_sentence(answer).in_language(lang)
    if answer.elements:
        yield ""
        yield from _table_lines(list(_table_rows(answer, opened, lang)))
    more = len(answer.fields) + len(answer.groups) - _MOST_ASKED
    remarks = list(_remark_sentences(answer))
    if more > 0 and answer.elements:
        remarks.append(
            CountedSentence(
                "{count} more column is only in --format json.",
                "{count} more columns are only in --format json.",
                more,
            )
        )
    if remarks:
        yield ""
    for remark in remarks:
        yield wrap_text(remark.in_language(lang))


def count_sentence(answer: Answer) -> Sentence:
    """How many elements answer, also when that is none."""
    kinds = Counter(each.element.kind for each in answer.elements)
    asked = answer.question.kinds
    if len(asked) == 1:
        return counted_kind(asked[0], len(answer.elements))
    counts = [counted_kind(kind, kinds[kind]) for kind in KINDS if kinds[kind]]
    total = CountedSentence(
        "{count} element", "{count} elements", len(answer.elements)
    )
    if not counts:
        return total
    return Sentence(
        "{total}: {counts}",
        total=total,
        counts=JoinedSentences(*counts, glue=", "),
    )


def _remark_sentences(answer: Answer) -> Iterator[Sentence]:
    if answer.unsaid:
        yield CountedSentence(
            "Of {count} more element the document does not say it: {ids}.",
            "Of {count} more elements the document does not say it: {ids}.",
            len(answer.unsaid),
            ids=name_elements(answer.unsaid),
        )
    yield from answer.remarks


def _table_rows(
    answer: Answer, opened: OpenedDocument, lang: str
) -> Iterator[list[str]]:
    """The heading and then a row for each element: id, text, what was asked for, place."""
    labels = [field.short_label().in_language(lang) for field in answer.fields]
    labels += [
        capitalise_first(group.in_language(lang)) for group in answer.groups
    ]
    heads = [translate_words(word, lang) for word in ("Id", "Text")]
    place = translate_words("In the document", lang)
    yield [*heads, *labels[:_MOST_ASKED], place]
    for each in answer.elements:
        asked = ["; ".join(texts) for texts in each.fields]
        asked += [linked_words(ends) for ends in each.linked]
        yield [
            each.element.id,
            _flat_text(each.element.text),
            *map(_flat_text, asked[:_MOST_ASKED]),
            _place_words(each, opened, lang),
        ]


def linked_words(linked: LinkedElements) -> str:
    """How many elements these are when they are many, and the ids of the first."""
    ids = ", ".join(element.id for element in linked.nearest[:_MOST_SHOWN])
    if linked.total <= _MOST_SHOWN:
        return ids
    return f"{linked.total}: {ids} …"


def _flat_text(text: str) -> str:
    return " ".join(text.split())


def _place_words(
    answering: AnsweringElement, opened: OpenedDocument, lang: str
) -> str:
    places = places_of_answer(answering, opened)
    words = list_places(places, lang, most=1)
    return words.removeprefix(f"{opened.name}, ")


def places_of_answer(
    answering: AnsweringElement, opened: OpenedDocument
) -> tuple[Place, ...]:
    """Where it stands; in a file of dinet's own form its line or row."""
    if answering.places or not opened.decoded.marks:
        return answering.places
    place = opened.decoded.place_of(answering.element.id, opened.name)
    return (place,) if place else ()


def _table_lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows of cells as lines; what does not fit its column goes on below it."""
    widths = _column_widths(rows)
    for number, row in enumerate(rows):
        cells = [
            textwrap.wrap(cell, width, break_on_hyphens=False) or [""]
            for cell, width in zip(row, widths, strict=True)
        ]
        for line in range(max(map(len, cells))):
            parts = [
                (cell[line] if line < len(cell) else "").ljust(width)
                for cell, width in zip(cells, widths, strict=True)
            ]
            yield _GAP.join(parts).rstrip()
        if number == 0:
            yield _GAP.join("-" * width for width in widths)


def _column_widths(rows: Sequence[Sequence[str]]) -> list[int]:
    longest = [max(map(len, column)) for column in zip(*rows, strict=True)]
    asked = len(longest) - len(("id", "text", "place"))
    of_field = min(_WIDEST_FIELD, _ROOM_FOR_FIELDS // max(1, asked))
    widest = [_WIDEST_ID, line_width(), *[of_field] * asked, _WIDEST_PLACE]
    widths = [max(1, min(*pair)) for pair in zip(longest, widest, strict=True)]
    others = sum(widths) - widths[1] + len(_GAP) * (len(widths) - 1)
    widths[1] = max(
        min(widths[1], line_width() - others), min(widths[1], _LEAST_TEXT)
    )
    return widths


def question_data(answer: Answer, opened: OpenedDocument, lang: str) -> str:
    """The answer as JSON.

    ``count`` is the number of ``elements``; ``unsaid`` are the ids of elements of which the
    document does not say whether it holds. ``fields`` of an element has a list of texts for each
    field that was asked for, by its name in the native form; an empty list: nothing stands there.
    """
    data = {
        "question": answer.question.as_words(lang),
        "explanation": answer.question.explain_whole().in_language(lang),
        "count": len(answer.elements),
        "elements": [
            _element_data(each, answer, opened, lang)
            for each in answer.elements
        ],
        "unsaid": [element.id for element in answer.unsaid],
        "remarks": [remark.in_language(lang) for remark in answer.remarks],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _element_data(
    each: AnsweringElement, answer: Answer, opened: OpenedDocument, lang: str
) -> dict[str, object]:
    names = [field.data_name for field in answer.fields]
    return {
        "id": each.element.id,
        "kind": each.element.kind,
        "text": each.element.text,
        "fields": {
            name: list(texts)
            for name, texts in zip(names, each.fields, strict=True)
        },
        "linked": [
            {
                "with": ends.group.in_language(lang),
                "count": ends.total,
                "nearest": [element.id for element in ends.nearest],
            }
            for ends in each.linked
        ],
        "places": [
            place.model_dump(exclude_none=True)
            for place in places_of_answer(each, opened)
        ],
    }
