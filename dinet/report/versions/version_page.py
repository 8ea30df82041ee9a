"""The comparison of two versions as a page of was and wordt, and as Markdown."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from dinet.language import Sentence, translate_words
from dinet.model import Element, Kind
from dinet.report.sentences import list_places
from dinet.report.style_sheets import style_policy, style_sheet
from dinet.report.versions.changed_words import (
    MarkedPiece,
    MarkedTexts,
    mark_changed_words,
)
from dinet.report.versions.version_row import VersionRow
from dinet.report.versions.version_sections import (
    VersionSection,
    list_sections,
    sums_in_words,
)
from dinet.versions.version_comparison import VersionComparison

_DRAWN_NAME = re.compile(
    r"""((?: id="| aria-labelledby="|din-title |url\(#))(din-title|din-desc|head-)"""
)
"""The names of parts of a drawing, where they are given and where they are used."""


class ShownElement(NamedTuple):
    """An element as it stands in a column: its id, its words in pieces, and where it stands."""

    id: str
    kind: Kind
    address: str
    pieces: tuple[MarkedPiece, ...]
    place: str


class ShownRow(NamedTuple):
    """A row of a table: both columns, and what to know of it."""

    old: tuple[ShownElement, ...]
    new: tuple[ShownElement, ...]
    facts: tuple[str, ...]
    is_doubtful: bool
    absence: str


class ShownSection(NamedTuple):
    """A table: its anchor, its title, its rows."""

    name: str
    title: str
    rows: tuple[ShownRow, ...]


def version_page(
    comparison: VersionComparison, old_name: str, new_name: str, lang: str
) -> str:
    """One HTML page that asks for nothing and runs nothing.

    Args:
        comparison: Of both versions.
        old_name: Of the old document.
        new_name: Of the new one.
        lang: The reader's language.
    """
    style = style_sheet("report/versions_styles.css")
    return _render_in(
        "versions",
        comparison,
        lang,
        policy=style_policy(style),
        style=style,
        title=comparison_title(old_name, new_name, lang),
        heading="h2",
        prefix="",
        linked="",
    )


def version_part(
    comparison: VersionComparison, old_name: str, new_name: str, lang: str
) -> str:
    """The same without a page around it, to stand in another page under a heading of its own.

    Args:
        comparison: Of both versions.
        old_name: Of the old document.
        new_name: Of the new one.
        lang: The reader's language.
    """
    title = comparison_title(old_name, new_name, lang)
    return _render_in(
        "version_part",
        comparison,
        lang,
        title=title,
        heading="h3",
        prefix="was-",
        linked="yes",
    )


def _render_in(
    name: str, comparison: VersionComparison, lang: str, **values: str
) -> str:
    """Fill in a template with what both versions say."""
    # only these forms need a template, and jinja2 takes longer than reading a small document
    from markupsafe import Markup

    from dinet.report.template_engine import template_engine

    text_lang = comparison.new.programme.lang
    template = template_engine().get_template(f"report/{name}.html")
    sums = sums_in_words(comparison)
    picture = _picture_of(comparison, lang, values["prefix"])
    return template.render(
        values,
        lang=lang,
        own_lang=text_lang if text_lang != lang else "",
        sums=[sentence.in_language(lang) for sentence in sums],
        sections=list(shown_sections(comparison, lang)),
        picture=Markup(picture),  # noqa: S704 (escaped where it is drawn)
        say=lambda words: translate_words(words, lang),
    )


def _picture_of(comparison: VersionComparison, lang: str, prefix: str) -> str:
    """The new version with signs of what changed; empty when nothing did."""
    if comparison.is_equal:
        return ""
    from dinet.report.versions.version_picture import draw_marked_version

    drawing = draw_marked_version(comparison, lang)
    # a page with a picture of its own has these names already
    return _DRAWN_NAME.sub(rf"\1{prefix}\2", drawing)


def comparison_title(old_name: str, new_name: str, lang: str) -> str:
    """What the page is called."""
    title = Sentence(
        "Was and becomes: {old} and {new}", old=old_name, new=new_name
    )
    return title.in_language(lang)


def shown_sections(
    comparison: VersionComparison, lang: str
) -> Iterator[ShownSection]:
    """The sections as they are shown, with the changed words of each text."""
    for section in list_sections(comparison):
        yield _shown_section(section, lang)


def _shown_section(section: VersionSection, lang: str) -> ShownSection:
    rows = tuple(_shown_row(row, lang) for row in section.rows)
    return ShownSection(section.name, section.title.in_language(lang), rows)


def _shown_row(row: VersionRow, lang: str) -> ShownRow:
    facts = tuple(fact.in_language(lang) for fact in row.facts)
    if len(row.old) == len(row.new) == 1:
        texts = mark_changed_words(row.old[0].text, row.new[0].text)
    else:
        texts = MarkedTexts((), ())
    return ShownRow(
        tuple(_shown_element(one, texts.old, lang) for one in row.old),
        tuple(_shown_element(one, texts.new, lang) for one in row.new),
        facts,
        row.is_doubtful,
        row.absence.in_language(lang),
    )


def _shown_element(
    element: Element, pieces: tuple[MarkedPiece, ...], lang: str
) -> ShownElement:
    whole = (MarkedPiece(element.text, is_changed=False),)
    place = list_places(element.places[:1], lang)
    address = quote(element.id, safe="", errors="replace")
    return ShownElement(
        element.id, element.kind, address, pieces or whole, place
    )
