"""A picture with its table for a council's own site: without script, styles or letters of its own.

Suffixes: .figure.html

It opens in a browser as it is, and what stands between two remarks in it can be pasted into a
page of a site. The picture is as wide as the page lets it; its lines say how wide they are, so
that they stay in their boxes in the letters of the site. What is pasted has no styles, so it
takes those of the site, and a site that forbids styles in its pages shows it all the same.
"""

import re
from typing import Any

from markupsafe import Markup

from dinet.document.own_outputs import describe_origin
from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.layered.page_layout import lay_out_programme
from dinet.layout.render.svg import to_svg
from dinet.layout.style.profile import Profile
from dinet.layout.tables.din_table import DinTable
from dinet.model import Element
from dinet.network import Network
from dinet.report.findings.findings_by_rule import findings_by_rule
from dinet.report.style_sheets import style_sheet
from dinet.report.summary import coverage_sentences
from dinet.wording.labels import translator_for
from dinet.writers.booklet.figures import fits_in_picture
from dinet.writers.booklet.standalone_page import without_fonts
from dinet.writers.page.page_template import page_engine, security_policy
from dinet.writers.page.template_values import build_read_views

_SIZE = re.compile(r'(<svg [^>]*?)width="[\d.]+pt" height="[\d.]+pt"')
"""The size of a picture, which is that of its room on a site; its ``viewBox`` keeps its shape."""


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The page, in UTF-8: the same bytes for the same network.

    Args:
        network: Every element stands in the table.
        findings: What the rules said; boxes tell it when the profile marks findings.
        profile: The language of all but the document's own words, and the look of the picture.
    """
    rules = findings_by_rule(findings, profile.lang, profile.source)
    values = {
        **build_read_views(network, rules, profile).values,
        **_frame_values(network, profile),
        "network": network,
        "table": DinTable(network),
        "picture": _draw_picture(network, findings, profile),
        "caption": _caption_of(network, profile.lang),
    }
    template = page_engine().get_template("report/figure.html")
    return template.render(values).encode()


def _frame_values(network: Network, profile: Profile) -> dict[str, Any]:
    """What stands around picture and table."""
    identity = network.programme.identity
    facts = (identity.organisation, identity.period, identity.date)
    say = translator_for(profile.lang)
    text_lang = network.programme.lang
    style = style_sheet("report/figure.css")
    lang_mark = Markup(' lang="{}"').format(text_lang)
    return {
        "say": say,
        "lang": profile.lang,
        "text_lang": lang_mark if text_lang != profile.lang else "",
        "title": profile.title
        or identity.title
        or profile.source
        or say("Programme"),
        "about": tuple(fact for fact in facts if fact),
        "origin": describe_origin(profile.source, profile.lang),
        "style": style,
        "policy": security_policy((), (style,)),
        "entry": _entry_words,
    }


def _entry_words(element: Element) -> Markup:
    """An element in a cell: its code and what it says."""
    return Markup("<b>{}</b> {}").format(element.id, element.text)


def _draw_picture(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> str:
    """The network as wide as its room, without styles; empty when it is too large."""
    if not fits_in_picture(network):
        return ""
    screen = profile._replace(paper="screen", trim=False, width=0.0)
    layout = lay_out_programme(network, findings, screen)
    drawing = without_fonts(to_svg(layout, network, lang=profile.lang))
    return _own_names(_SIZE.sub(r'\1width="100%"', drawing, count=1))


def _own_names(drawing: str) -> str:
    """A picture whose names are no names of the page around it."""
    named = re.sub(r' id="([^"]+)"', r' id="dinet-\1"', drawing)
    named = named.replace("url(#", "url(#dinet-")
    return named.replace(
        'aria-labelledby="din-title din-desc"',
        'aria-labelledby="dinet-din-title dinet-din-desc"',
    )


def _caption_of(network: Network, lang: str) -> str:
    """What the picture shows, with how well all is covered, in words."""
    told = [Sentence("The network of goals, targets and efforts.")]
    told += coverage_sentences(network)
    return " ".join(sentence.in_language(lang) for sentence in told)


DUTCH = {
    (
        "A picture with its table for a council's own site: without script, styles or letters "
        "of its own."
    ): (
        "Een plaat met tabel voor de eigen site van een raad: zonder script, stijlen of "
        "eigen letters."
    ),
}
