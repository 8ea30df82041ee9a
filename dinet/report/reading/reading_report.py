"""The report on a reading: what was read from where, what was joined, inferred and left.

It is laid beside the original, so it names every element with the place where it stands.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import count
from typing import TYPE_CHECKING

from pydantic_core import to_json

from dinet.document.notes import NOTE_GROUPS
from dinet.document.notes import note_in_language as note_said
from dinet.document.own_outputs import describe_origin
from dinet.language import Sentence, translate_words
from dinet.model import KINDS, Element, Link, Note, Target
from dinet.network import Network
from dinet.report.reading.reading_tables import (
    CellLines,
    ReadingTable,
    ReadingTables,
)
from dinet.report.sentences import (
    place_in_words,
    programme_heading,
    words_read_sentence,
)
from dinet.report.style_sheets import style_policy, style_sheet
from dinet.targets.contract import target_data
from dinet.targets.known_target import know_target

if TYPE_CHECKING:
    from dinet.report.reading.marked_document import MarkedDocument

Data = dict[str, object]


def reading_report(
    network: Network,
    name: str,
    lang: str,
    form: str,
    marked: "MarkedDocument | None" = None,
) -> str:
    """The report, with every element, every note and every text that was not read.

    Args:
        network: Of the programme that was read.
        name: Of the document.
        lang: The reader's language.
        form: ``json``, ``html`` or ``md``.
        marked: The document as it stands, for the form ``html``; None when it is not at hand.
    """
    if form == "json":
        return to_json(reading_data(network, name, lang), indent=2).decode()
    if form == "html":
        return _render_page(network, name, lang, marked)
    return "\n".join(_markdown_lines(network, name, lang))


def reading_data(network: Network, name: str, lang: str) -> Data:
    """The report as data: elements with their places, links with their evidence, notes."""
    return {
        "document": name,
        "elements": [
            _element_data(element, network.programme.lang)
            for element in network
        ],
        "links": list(map(_link_data, network.links())),
        "notes": [_note_data(note, lang) for note in network.programme.notes],
        "unread": [
            unread.model_dump(mode="json", exclude_none=True)
            for unread in network.programme.unread
        ],
    }


def _element_data(element: Element, lang: str) -> Data:
    fields = {"id", "kind", "text", "wordings", "places"}
    data = element.model_dump(
        mode="json", exclude_defaults=True, include=fields
    )
    if isinstance(element, Target):
        data["target"] = target_data(know_target(element, lang))
    return data


def _link_data(link: Link) -> Data:
    return link.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def _note_data(note: Note, lang: str) -> Data:
    return {
        "code": note.code,
        "group": _group_of(note.code),
        "message": note_said(note, lang),
        "place": place_in_words(note.place, lang),
    }


def _group_of(code: str) -> str:
    return next(
        (name for name, codes in NOTE_GROUPS.items() if code in codes), ""
    )


def _render_page(
    network: Network, name: str, lang: str, marked: "MarkedDocument | None"
) -> str:
    """The report as one page that asks for nothing and runs nothing."""
    # only this form needs a template, and jinja2 takes longer than reading a small document
    from dinet.report.template_engine import template_engine

    style = style_sheet("report/reading_styles.css")
    text_lang = network.programme.lang
    template = template_engine().get_template("report/reading.html")
    return template.render(
        lang=lang,
        own_lang=text_lang if text_lang != lang else "",
        policy=style_policy(style),
        style=style,
        title=_report_title(name, lang),
        summary=programme_heading(name, network, lang),
        origin=describe_origin(name, lang),
        tables=ReadingTables(network, lang).filled_tables(),
        marked=marked,
        kinds=KINDS,
        anchor=_PageAnchors(network).anchor_of,
        unread_number=count(1).__next__,
        words_read=_words_read(marked, lang) if marked else "",
        say=lambda words: translate_words(words, lang),
    )


class _PageAnchors:
    """Where on the page each element stands: ids of documents may hold anything."""

    def __init__(self, network: Network) -> None:
        self._numbers = {
            element.id: number
            for number, element in enumerate(network, start=1)
        }

    def anchor_of(self, element_id: str) -> str:
        """The anchor of the element with an id."""
        return f"e{self._numbers.get(element_id, 0)}"


def _words_read(marked: "MarkedDocument", lang: str) -> str:
    return words_read_sentence(marked.read, marked.words).in_language(lang)


def _report_title(name: str, lang: str) -> str:
    return Sentence("How {name} was read", name=name).in_language(lang)


def _markdown_lines(network: Network, name: str, lang: str) -> Iterator[str]:
    yield f"# {_escape_markdown(_report_title(name, lang))}"
    yield ""
    yield _escape_markdown(programme_heading(name, network, lang))
    for table in ReadingTables(network, lang).filled_tables():
        yield from _markdown_table(table)
    yield f"\n{_escape_markdown(describe_origin(name, lang))}"


def _markdown_table(table: ReadingTable) -> Iterator[str]:
    yield f"\n## {_escape_markdown(table.title)} ({len(table.rows)})\n"
    if table.hint:
        yield f"{_escape_markdown(table.hint)}\n"
    yield _table_row(map(_escape_markdown, table.heads))
    yield _table_row("---" for _ in table.heads)
    for row in table.rows:
        yield _table_row(map(_cell_text, row))


def _cell_text(cell: CellLines) -> str:
    """The lines of a cell, each with its label before it."""
    lines = (f"{line.label} {line.words}" for line in cell)
    return "<br>".join(map(_escape_markdown, lines))


def _table_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escape_markdown(text: str) -> str:
    """A text on one line that means nothing in Markdown."""
    flat = escape(" ".join(text.split()), quote=False)
    return re.sub(r"([\\`*_\[\]|~]|^[#+-](?= )|^\d+(?=[.)] ))", r"\\\1", flat)
