"""What kind of document it is: its language, and whether it is about a goals-efforts network at all."""

import re
from collections.abc import Iterable, Sequence

from dinet.document.content import Document, Para
from dinet.document.roles import is_everyday, kind_of, without_number
from dinet.errors import DocumentError
from dinet.interpret.outline.sections import DocumentSection
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.table_columns import TableHeader
from dinet.language import Sentence
from dinet.model import Place

_ENGLISH = re.compile(r"\b(?:the|and|of|to|with|that|our|will|is|are)\b", re.IGNORECASE)
_DUTCH = re.compile(
    r"\b(?:de|het|een|en|van|met|dat|onze|wordt|zijn|voor|naar|meer)\b", re.IGNORECASE
)
_ENOUGH = 20_000


def language_of(document: Document) -> str:
    """The language that most function words are in: ``nl``, or ``en``; when there are none, that of the headings."""
    texts = [
        part.text
        if isinstance(part, Para)
        else " ".join(cell.text for row in part.rows for cell in row)
        for part in document.parts
    ]
    whole = " ".join(texts)[:_ENOUGH]
    return "en" if len(_ENGLISH.findall(whole)) > len(_DUTCH.findall(whole)) else "nl"


def has_network_table(headers: Iterable[TableHeader]) -> bool:
    """One of the tables holds elements of two kinds: the network is a table, and what stands around it is explanation."""
    return any(
        len({kind for _, kind in header.element_columns}) > 1 for header in headers
    )


def names_network(sections: Sequence[DocumentSection]) -> bool:
    """A heading names goals, targets or efforts in words that other documents do not use: ``Inspanningen``, ``Doel 2``."""
    for section in sections:
        if (
            section.heading
            and kind_of(section.role)
            and (section.parts or section.text)
        ):
            words = (
                section.heading.text
                if not section.text
                else section.heading.text[: -len(section.text)]
            )
            if not is_everyday(without_number(words.strip(" :.-–—"))):
                return True
    return False


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
        "Expected a table with headings such as Doel, SMART-doel and Inspanning, or lists under such headings."
    )
    if not any(mention.kind != "theme" for mention in draft.mentions):
        if has_network_table(headers):
            draft.add_note("nothing_filled_in", Place(file=draft.name))
            return
        raise DocumentError(
            Sentence("no goals, targets or efforts were found."),
            expected,
            where=draft.name,
        )
    own = any(
        not is_everyday(column.heading)
        for header in headers
        for column, _ in header.element_columns
    )
    if not has_network_table(headers) and not own and not names_network(sections):
        what = Sentence(
            "this is a list of actions, or a text about something else, not a network of goals and efforts."
        )
        raise DocumentError(what, expected, where=draft.name)
