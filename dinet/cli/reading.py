"""The report on a reading: what was read from where, what was joined, inferred and left, to check beside the original."""

import json
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from dinet.cli import printing
from dinet.document.notes import GROUPS
from dinet.document.notes import said as note_said
from dinet.language import Sentence, translated
from dinet.model import Element
from dinet.network import Network


def report(network: Network, name: str, lang: str, form: str) -> Iterator[str]:
    """The report as lines.

    Args:
        network: Of the programme that was read.
        name: Of the document.
        lang: The reader's language.
        form: ``text``, ``json``, ``html`` or ``md``; text has the notes only, the others every element too.
    """
    if form == "json":
        yield json.dumps(_data(network, name, lang), ensure_ascii=False, indent=2)
    elif form == "text":
        notes = network.programme.notes
        yield printing.heading(name, network, lang)
        yield ""
        yield printing.counted(len(notes), "{n} note on the reading", "{n} notes on the reading", lang)
        yield from printing.note_lines(network.programme, lang)
    else:
        yield from _table(network, name, lang, _HTML if form == "html" else _MD)


def _data(network: Network, name: str, lang: str) -> dict[str, object]:
    programme = network.programme
    return {
        "document": name,
        "elements": [
            each.model_dump(mode="json", exclude_defaults=True, include={"id", "kind", "text", "wordings", "places"})
            for each in network
        ],
        "links": [link.model_dump(mode="json", by_alias=True, exclude_defaults=True) for link in network.links()],
        "notes": [
            {
                "code": each.code,
                "group": _group(each.code),
                "message": note_said(each, lang),
                "place": printing.where(each.place, lang),
            }
            for each in programme.notes
        ],
    }


def _group(code: str) -> str:
    return next((name for name, codes in GROUPS.items() if code in codes), "")


class _Form(NamedTuple):
    """How a heading and a table are written."""

    top: str
    heading: str
    row: str
    cell: str
    end: str


_HTML = _Form(
    '<!doctype html>\n<html lang="{lang}">\n<meta charset="utf-8">\n<title>{title}</title>\n<h1>{title}</h1>',
    "<h2>{text}</h2>\n<table>\n<tr>{cells}</tr>",
    "<tr>{cells}</tr>",
    "<td>{text}</td>",
    "</table>",
)
_MD = _Form("# {title}", "\n## {text}\n\n|{cells}\n{rule}", "|{cells}", " {text} |", "")


def _table(network: Network, name: str, lang: str, form: _Form) -> Iterator[str]:
    def safe(text: str) -> str:
        flat = " ".join(text.split())
        return escape(flat) if form is _HTML else escape(flat, quote=False).replace("|", "\\|")

    def cells(*texts: str) -> str:
        return "".join(form.cell.format(text=safe(text)) for text in texts)

    def said(words: str) -> str:
        return translated(words, lang)

    yield form.top.format(lang=lang, title=safe(printing.heading(name, network, lang)))
    heads = (said("Id"), said("Text"), said("Place"), said("Serves"))
    yield form.heading.format(text=safe(said("What was read")), cells=cells(*heads), rule="|" + " --- |" * len(heads))
    for element in network:
        places = printing.places(element.places, lang)
        yield form.row.format(cells=cells(element.id, _texts(element, lang), places, _serves(network, element, lang)))
    yield form.end
    for group, codes in GROUPS.items():
        found = [note for note in network.programme.notes if note.code in codes]
        if found:
            yield form.heading.format(text=safe(said(group)), cells=cells(said("Note"), said("Place")), rule="|" + " --- |" * 2)
            yield from (form.row.format(cells=cells(note_said(note, lang), printing.where(note.place, lang))) for note in found)
            yield form.end


def _texts(element: Element, lang: str) -> str:
    others = "; ".join(f"“{each}”" for each in element.wordings)
    return element.text + (" " + Sentence("(also: {texts})", texts=others).said(lang) if others else "")


def _serves(network: Network, element: Element, lang: str) -> str:
    links = (link for link in network.links_of(element) if link.start == element.id)
    return "; ".join(f"{link.end} {printing.link_words(link, lang)}" for link in links)
