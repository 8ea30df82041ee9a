"""What kind of document it is: its language, and whether it is about a network at all."""

from collections.abc import Iterable, Sequence

from dinet.document.content import Document, Grid, Para
from dinet.errors import DocumentError
from dinet.interpret.outline.sections import DocumentSection
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.refusal import explain_refusal
from dinet.interpret.table_columns import TableHeader
from dinet.language import Sentence
from dinet.model import Place
from dinet.vocabulary.roles import is_everyday, kind_of, without_number
from dinet.vocabulary.text_language import language_of_text


def language_of(document: Document) -> str:
    """The language that most function words are in: ``en``, or ``nl``, also when there are none."""
    return language_of_text(" ".join(map(_text_of, document.parts)))


def _text_of(part: Para | Grid) -> str:
    if isinstance(part, Para):
        return part.text
    return " ".join(cell.text for row in part.rows for cell in row)


def has_network_table(headers: Iterable[TableHeader]) -> bool:
    """One of the tables holds elements of two kinds.

    Then the network is that table, and what stands around it is explanation.
    """
    return any(
        len({kind for _, kind in header.element_columns}) > 1
        for header in headers
    )


def names_network(sections: Sequence[DocumentSection]) -> bool:
    """A heading names goals, targets or efforts in words that other documents do not use.

    Such are ``Inspanningen`` and ``Doel 2``.
    """
    return any(map(_is_network_section, sections))


def _is_network_section(section: DocumentSection) -> bool:
    """The section holds something, and its heading names elements in unmistakable words."""
    if section.heading is None or kind_of(section.role) is None:
        return False
    if not section.parts and not section.text:
        return False
    words = section.heading.text.removesuffix(section.text)
    return not is_everyday(without_number(words.strip(" :.-–—")))


def check_is_network(
    draft: ProgrammeReading,
    headers: Sequence[TableHeader],
    sections: Sequence[DocumentSection],
) -> None:
    """Refuse a document that only looks like a network; note that a template of one is still empty.

    Raises:
        DocumentError: It holds no goal, target or effort, or only such lists as every plan and
            all minutes have.
    """
    expected = Sentence(
        "Expected a table with headings such as Doel, SMART-doel and Inspanning, "
        "or lists under such headings."
    )
    network_table = has_network_table(headers)
    if not any(mention.kind != "theme" for mention in draft.mentions):
        if network_table:
            draft.add_note("nothing_filled_in", Place(file=draft.name))
            return
        raise DocumentError(
            Sentence("no goals, targets or efforts were found."),
            expected,
            *explain_refusal(sections),
            where=draft.name,
        )
    if network_table or any(map(_has_unmistakable_column, headers)):
        return
    if not names_network(sections):
        what = Sentence(
            "this is a list of actions, or a text about something else, "
            "not a network of goals and efforts."
        )
        raise DocumentError(
            what, expected, *explain_refusal(sections), where=draft.name
        )


def _has_unmistakable_column(header: TableHeader) -> bool:
    """A column of elements has a heading that only such networks use."""
    return any(
        column.heading and not is_everyday(column.heading)
        for column, _ in header.element_columns
    )
