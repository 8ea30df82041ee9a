"""One HTML file to read and print: no script, nothing from elsewhere, and letters of its own."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from dinet.language import Sentence
from dinet.layout.render.svg import dom_ids, font_style
from dinet.layout.style.profile import Profile
from dinet.layout.tables.din_table import DinTable
from dinet.model import Kind
from dinet.network import Network
from dinet.report.style_sheets import style_sheet
from dinet.wording.labels import KIND_NAMES, translator_for
from dinet.writers.page.element_cells import ElementCells
from dinet.writers.page.page_template import (
    page_engine,
    security_policy,
)


class LinkedCells(ElementCells):
    """Cells whose codes lead to the elements in a picture on the same page.

    Where there is no picture the codes lead to nothing.

    Args:
        network: All of it is in the picture.
        table: As in ``ElementCells``.
        profile: The language.
        drawn: There is a picture.
    """

    def __init__(
        self,
        network: Network,
        table: DinTable | None,
        profile: Profile,
        *,
        drawn: bool,
    ) -> None:
        lang = network.programme.lang
        super().__init__(
            network,
            table,
            translator_for(profile.lang),
            "" if lang == profile.lang else lang,
        )
        ids = [element.id for element in network]
        self._places = (
            dict(zip(ids, dom_ids(ids), strict=True)) if drawn else {}
        )

    def code_chip(self, element_id: str, kind: Kind | str) -> str:
        """A code in the colours of a kind."""
        place = self._places.get(element_id, "")
        tag, where = (
            ("a", Markup(' href="#{}"').format(place)) if place else ("b", "")
        )
        return f'<{tag} class="chip {kind}"{where}>{Markup.escape(element_id)}</{tag}>'


def render_standalone_page(
    template: str,
    network: Network,
    profile: Profile,
    values: Mapping[str, Any],
) -> bytes:
    """The file, in UTF-8.

    Args:
        template: The name of a template that extends ``leaf.html``.
        network: What it shows.
        profile: ``lang`` is the language of everything but the document's own words; ``source``
            is named at the foot.
        values: What the template needs besides.
    """
    engine = page_engine(said=_sentence_speaker(profile.lang))
    frame = _frame_values(network, profile)
    return engine.get_template(template).render(frame | dict(values)).encode()


@lru_cache
def _sentence_speaker(lang: str) -> Callable[[Sentence], str]:
    """One for each language, so that the templates are compiled once for each."""
    return lambda sentence: sentence.in_language(lang)


def _frame_values(network: Network, profile: Profile) -> dict[str, Any]:
    """What stands around the contents: the title, the look, and what may run."""
    identity = network.programme.identity
    facts = (identity.organisation, identity.period, identity.date)
    about = tuple(fact for fact in facts if fact)
    say = translator_for(profile.lang)
    styles = (style_sheet("report/styles.css"), bare_style())
    text_lang = network.programme.lang
    other_lang = text_lang != profile.lang
    return {
        "say": say,
        "lang": profile.lang,
        "text_lang": Markup(' lang="{}"').format(text_lang)
        if other_lang
        else "",
        "title": identity.title or profile.source or say("Programme"),
        "about": about,
        "kinds": KIND_NAMES,
        "source": profile.source,
        "styles": styles,
        "policy": security_policy((), styles),
    }


def bare_style() -> str:
    """The letters of the pictures as a style sheet."""
    return re.sub(r"</?style>", "", font_style())


def without_fonts(drawing: str) -> str:
    """A picture without letters of its own, for a page that has them."""
    return drawing.replace(font_style(), "", 1)
