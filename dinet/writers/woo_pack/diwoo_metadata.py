"""The metadata of a published document, by the schema of DiWoo, the Dutch standard for the Woo.

The names, their order and what is required are those of ``diwoo-metadata.xsd``, versions 0.9.1 to
0.9.8, in https://standaarden.overheid.nl/diwoo/metadata. What a programme does not say of itself
is left to fill in: it stands as a remark in its place, so that the schema refuses the file until
a person has chosen.
"""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape

from dinet.language import Sentence
from dinet.writers.office.archive import one_line

NAMESPACE = "https://standaarden.overheid.nl/diwoo/metadata/"
_THESAURUS = "https://identifier.overheid.nl/tooi/def/thes/kern/"
_EUROPE = "http://publications.europa.eu/resource/authority/"
KIND = "bijlage"
"""What the document is to the proposal that it goes with; the list of kinds has no address for
it, and asks for none."""
_LANGUAGES = {
    "nl": (f"{_EUROPE}language/NLD", "Nederlands"),
    "en": (f"{_EUROPE}language/ENG", "Engels"),
}
_FORMAT = (f"{_EUROPE}file-type/PDF", "PDF")
MEETING_PAPERS = (
    f"{_THESAURUS}c_db4862c3",
    "vergaderstukken decentrale overheden",
)
"""The category of what goes to a council; whether a document does is for its publisher to say."""
ADOPTION = (f"{_THESAURUS}c_641ecd76", "vaststelling")


class PublishedDocument(NamedTuple):
    """What is known of a document that is published.

    Args:
        title: Its official title.
        organisation: Who publishes it; empty when that is not known.
        day: Of which day it is; None when that is not known.
        lang: Of its words.
    """

    title: str
    organisation: str
    day: dt.date | None
    lang: str


def diwoo_metadata(document: PublishedDocument, lang: str) -> str:
    """The file, as XML.

    Args:
        document: What is known.
        lang: The language of the remarks on what is to be filled in.
    """
    lines = _document_lines(document, lang)
    return "\n".join(lines) + "\n"


def open_fields(document: PublishedDocument) -> list[Sentence]:
    """What is to be filled in, in the order of the file."""
    fields = [
        Sentence("diwoo:informatiecategorie: by which article of the Woo"),
        Sentence("diwoo:documenthandeling: what was done with it, and when"),
    ]
    if not document.day:
        fields.insert(0, Sentence("diwoo:creatiedatum: of which day it is"))
    if not document.organisation:
        fields.insert(0, Sentence("diwoo:publisher: who publishes it"))
    return fields


def _document_lines(document: PublishedDocument, lang: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<diwoo:Document xmlns:diwoo="{NAMESPACE}">'
    yield "  <diwoo:DiWoo>"
    yield from _publisher_lines(document.organisation, lang)
    yield "    <diwoo:titelcollectie>"
    yield f"      {_tag('officieleTitel', document.title)}"
    yield "    </diwoo:titelcollectie>"
    yield from _class_lines(lang)
    yield from _date_lines(document.day, lang)
    yield f"    {_list_value('language', _LANGUAGES[document.lang])}"
    yield f"    {_list_value('format', _FORMAT)}"
    yield from _act_lines(lang)
    yield "  </diwoo:DiWoo>"
    yield "</diwoo:Document>"


def _publisher_lines(organisation: str, lang: str) -> Iterator[str]:
    if organisation:
        yield f"    {_tag('publisher', organisation)}"
        return
    example = '<diwoo:publisher resource="…">…</diwoo:publisher>'
    yield from _to_fill_in(
        Sentence("Fill in who publishes this."), (example,), lang, 4
    )


def _class_lines(lang: str) -> Iterator[str]:
    """The category, which a person chooses, and the kind."""
    yield "    <diwoo:classificatiecollectie>"
    example = (
        "<diwoo:informatiecategorieen>",
        f"  {_list_value('informatiecategorie', MEETING_PAPERS)}",
        "</diwoo:informatiecategorieen>",
    )
    yield from _to_fill_in(
        Sentence(
            "Fill in the category; for what goes to a council it is this one."
        ),
        example,
        lang,
        6,
    )
    yield "      <diwoo:documentsoorten>"
    yield f"        {_tag('documentsoort', KIND)}"
    yield "      </diwoo:documentsoorten>"
    yield "    </diwoo:classificatiecollectie>"


def _date_lines(day: dt.date | None, lang: str) -> Iterator[str]:
    if day:
        yield f"    {_tag('creatiedatum', day.isoformat())}"
        return
    example = "<diwoo:creatiedatum>JJJJ-MM-DD</diwoo:creatiedatum>"
    yield from _to_fill_in(
        Sentence("Fill in of which day it is."), (example,), lang, 4
    )


def _act_lines(lang: str) -> Iterator[str]:
    example = (
        "<diwoo:documenthandelingen>",
        "  <diwoo:documenthandeling>",
        f"    {_list_value('soortHandeling', ADOPTION)}",
        "    <diwoo:atTime>JJJJ-MM-DDT00:00:00</diwoo:atTime>",
        "  </diwoo:documenthandeling>",
        "</diwoo:documenthandelingen>",
    )
    words = Sentence(
        "Fill in what was done with it and when: vaststelling, ontvangst or ondertekening."
    )
    yield from _to_fill_in(words, example, lang, 4)


def _to_fill_in(
    words: Sentence, example: tuple[str, ...], lang: str, indent: int
) -> Iterator[str]:
    """A remark with lines that are taken out of it and filled in."""
    left = " " * indent
    yield f"{left}<!-- {words.in_language(lang)}"
    for line in example:
        yield f"{left}{line}"
    yield f"{left}-->"


def _tag(name: str, words: str) -> str:
    return f"<diwoo:{name}>{escape(one_line(words))}</diwoo:{name}>"


def _list_value(name: str, value: tuple[str, str]) -> str:
    """A value of a list, with its address."""
    address, words = value
    return f'<diwoo:{name} resource="{address}">{escape(words)}</diwoo:{name}>'
