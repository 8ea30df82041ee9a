"""The report on a reading: what was read from where, what was joined, inferred and left, to check beside the original."""

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape

from dinet.cli import printing
from dinet.document.notes import GROUPS
from dinet.document.notes import said as note_said
from dinet.language import Sentence, translated
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
        yield from [_page(network, name, lang)] if form == "html" else _markdown(network, name, lang)


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


def _page(network: Network, name: str, lang: str) -> str:
    """The report as one page that asks for nothing and runs nothing."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from dinet.report.reading_tables import Tables
    from dinet.writers.page.shell import TEMPLATES, template_text

    style = template_text("colours.css") + template_text("reading.css")
    known = b64encode(sha256(style.encode()).digest()).decode("ascii")
    made = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, undefined=StrictUndefined)
    own = network.programme.lang
    return made.get_template("reading.html").render(
        lang=lang,
        own_lang=own if own != lang else "",
        policy=f"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; form-action 'none'",
        style=style,
        title=_title(name, lang),
        summary=printing.heading(name, network, lang),
        tables=list(Tables(network, lang).all()),
        say=lambda words: translated(words, lang),
    )


def _title(name: str, lang: str) -> str:
    return Sentence("How {name} was read", name=name).said(lang)


def _markdown(network: Network, name: str, lang: str) -> Iterator[str]:
    from dinet.report.reading_tables import Tables

    yield f"# {_plain(_title(name, lang))}"
    yield ""
    yield _plain(printing.heading(name, network, lang))
    for table in Tables(network, lang).all():
        yield f"\n## {_plain(table.title)} ({len(table.rows)})\n"
        if table.hint:
            yield f"{_plain(table.hint)}\n"
        yield _bars(map(_plain, table.heads))
        yield _bars("---" for _ in table.heads)
        yield from (
            _bars("<br>".join(_plain(f"{line.label} {line.words}") for line in cell) for cell in row) for row in table.rows
        )


def _bars(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """A text on one line that means nothing in Markdown."""
    flat = escape(" ".join(text.split()), quote=False)
    return re.sub(r"([\\`*_\[\]|~]|^[#+-](?= )|^\d+(?=[.)] ))", r"\\\1", flat)
