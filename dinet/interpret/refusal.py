"""What a refusal says: the headings that were seen, those that are unknown, and what would help."""

from collections.abc import Iterable, Iterator, Sequence

from dinet.document.content import Grid
from dinet.document.notes import shorten_text
from dinet.interpret.account.inline_labels import names_roles
from dinet.interpret.outline.sections import DocumentSection
from dinet.language import Sentence
from dinet.vocabulary.roles import find_label, without_number

_MOST_NAMED = 8
"""Headings of each sort that are named; of the others the number."""
_LONGEST_NAMED = 40
"""In characters."""
_ROWS_TO_LOOK = 2
"""Of a table: its headings stand above its rows, at most below a title."""
_LEAST_CELLS = 2
"""One cell with words is a title above a table, not its headings."""
_MOST_WORDS = 5
"""Of a heading of a column: a longer text is what the column holds."""


def explain_refusal(sections: Sequence[DocumentSection]) -> list[Sentence]:
    """The sentences that a person can go on with, whose document was refused.

    They name the headings of its tables and sections, those that dinet knows apart from those
    that it does not, and then what was expected and what to do.
    """
    headings = list(dict.fromkeys(_headings_of(sections)))
    known = [text for text in headings if _is_known(text)]
    unknown = [text for text in headings if text not in known]
    said: list[Sentence] = []
    if known:
        names = _name_headings(known)
        said.append(
            Sentence("Headings that dinet knows: {names}.", names=names)
        )
    if unknown:
        names = _name_headings(unknown)
        said.append(
            Sentence(
                "Headings that dinet does not know: {names}.", names=names
            )
        )
    said.append(
        Sentence(
            "Expected a table with headings such as Doel, SMART-doel and Inspanning, "
            "or lists under such headings."
        )
    )
    said.append(
        Sentence(
            "Name what holds goals and efforts so, say in a file for --mapping what a heading, "
            "column or table is, or in one for --dialect what your words mean, or fill in what "
            "dinet new makes."
        )
    )
    return said


def _is_known(heading: str) -> bool:
    return (
        names_roles(without_number(heading)) or find_label(heading) is not None
    )


def _headings_of(sections: Iterable[DocumentSection]) -> Iterator[str]:
    """The headings of sections and of the columns of tables; of a labelled line its label."""
    for section in sections:
        if section.heading is not None:
            yield from _worded(section.label or section.heading.text)
        for grid in section.grids:
            yield from _headings_of_columns(grid)


def _headings_of_columns(grid: Grid) -> Iterator[str]:
    """The first row that is filled with short texts; nothing when there is none."""
    for row in grid.rows[:_ROWS_TO_LOOK]:
        texts = [cell.text for cell in row if cell.has_words]
        short = all(len(text.split()) <= _MOST_WORDS for text in texts)
        if len(texts) >= _LEAST_CELLS and short:
            for text in texts:
                yield from _worded(text)
            return


def _worded(heading: str) -> Iterator[str]:
    """A heading without the signs around it; nothing when only a number is left."""
    words = heading.strip(" :.")
    if words and not words.isdigit():
        yield words


def _name_headings(headings: Sequence[str]) -> Sentence:
    named = ", ".join(
        f"“{shorten_text(text, _LONGEST_NAMED)}”"
        for text in headings[:_MOST_NAMED]
    )
    others = len(headings) - _MOST_NAMED
    if others > 0:
        return Sentence("{names} and {n} more", names=named, n=others)
    return Sentence("{names}", names=named)
