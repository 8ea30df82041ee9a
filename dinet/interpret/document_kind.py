"""What kind of document it is: its language, and whether it is about a goals-efforts network at all."""

import re
from collections.abc import Iterable, Sequence

from dinet.document.content import Document, Para
from dinet.errors import DocumentError
from dinet.interpret.outline.sections import DocumentSection
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.table_columns import TableHeader
from dinet.language import Sentence
from dinet.model import Place
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import is_everyday, kind_of, without_number

_ENOUGH = 20_000


@once_per_dialect
def _of_language() -> dict[str, re.Pattern[str]]:
    """The words that join in each language and in no other.

    Words of both (``of``, ``in``, ``is``) tell nothing, and a single letter is a code in many
    tables.
    """
    groups = ("linking_words", "light_words", "pointing_words")
    words = {
        lang: {word for group in groups for word in words_of(f"{group}.{lang}")}
        for lang in ("nl", "en")
    }
    unclear = words["nl"] & words["en"] | {
        word for of in words.values() for word in of if len(word) == 1
    }
    return {
        lang: re.compile(rf"\b{any_of(of - unclear)}\b", re.IGNORECASE)
        for lang, of in words.items()
    }


def language_of(document: Document) -> str:
    """The language that most function words are in: ``nl``, or ``en``; when there are none, that of the headings."""
    texts = [
        part.text
        if isinstance(part, Para)
        else " ".join(cell.text for row in part.rows for cell in row)
        for part in document.parts
    ]
    whole = " ".join(texts)[:_ENOUGH]
    counts = {lang: len(words.findall(whole)) for lang, words in _of_language().items()}
    return "en" if counts["en"] > counts["nl"] else "nl"


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
