"""An element as it stands in a table or list of the page.

It shows its code, its text, its source and what else it serves.

Made here and not in a template, since there are thousands: macros would take half of the time
of the whole page.
"""

from collections.abc import Iterator
from urllib.parse import quote

from markupsafe import escape

from dinet.layout.tables.din_table import DinMark, DinTable
from dinet.model import Element, Goal, Kind
from dinet.network import Network
from dinet.wording.labels import KIND_NAMES, Translator, capitalise_first

MOST_NAMED_IDS = 12
"""So many ids are named after a mark; of the others the number is said."""

COLUMN_KINDS = ("theme", "goal", "target", "effort")
"""These have a column or a heading that says of what kind they are."""


class ElementCells:
    """Makes pieces of HTML in which every text has been escaped; templates take them as ``safe``.

    Args:
        network: Knows the kind that goes with an id.
        table: Knows what else an element serves; None where no ``entry`` is asked for.
        say: Says our own words in the language of the page.
        text_lang: The language of the document's words when that is another, else empty.
    """

    def __init__(
        self,
        network: Network,
        table: DinTable | None,
        say: Translator,
        text_lang: str = "",
    ) -> None:
        self._network = network
        self._table = table
        self._say = say
        self._lang = f' lang="{escape(text_lang)}"' if text_lang else ""

    def ref(self, element_id: str) -> str:
        """The code of an element, as a link to its place in the network."""
        kind = (
            self._network[element_id].kind
            if element_id in self._network
            else ""
        )
        return self.code_chip(element_id, kind)

    def text(self, words: str) -> str:
        """Words of the document, apart from ours in language and direction."""
        return f'<span class="text"{self._lang}>{escape(words)}</span>'

    def line(self, element: Element) -> str:
        """Code and text only."""
        chip = self.code_chip(element.id, element.kind)
        return f'<span class="entry">{chip} {self.text(element.text)}</span>'

    def entry(self, element: Element, goal: Element | None = None) -> str:
        """Everything that the table says of an element.

        Args:
            element: Of any kind.
            goal: The goal under which it stands; a mark does not name that again.
        """
        pieces = [
            *self._kind_words(element),
            self.text(element.text),
            *self._level_and_sources(element),
        ]
        if self._table:
            references = self._table.cross_references(element, goal)
            pieces += map(self._render_reference, references)
        chip = self.code_chip(element.id, element.kind)
        return f'<span class="entry">{chip} <span>{" ".join(pieces)}</span></span>'

    def code_chip(self, element_id: str, kind: Kind | str) -> str:
        """A code in the colours of a kind, as a link."""
        href = self.address_of(element_id)
        return f'<a class="chip {kind}" href="{href}">{escape(element_id)}</a>'

    def address_of(self, element_id: str) -> str:
        """Where an element stands in the network of this page."""
        return f"#{quote(element_id, safe='', errors='replace')}"

    def _kind_words(self, element: Element) -> Iterator[str]:
        if element.kind not in COLUMN_KINDS:
            name = capitalise_first(self._say(KIND_NAMES[element.kind].one))
            yield f'<span class="kind">{escape(name)}</span>'

    def _level_and_sources(self, element: Element) -> Iterator[str]:
        if isinstance(element, Goal) and element.level:
            yield f'<span class="kind">({escape(self._say(element.level))})</span>'
        if element.sources:
            heading = escape(self._say("Source"))
            names = escape("; ".join(element.sources))
            yield f'<em class="source">{heading}: <span{self._lang}>{names}</span></em>'

    def _render_reference(self, mark: DinMark) -> str:
        """A mark in words: its ids as links, and names as they stand in the document."""
        pieces = [str(escape(self._say(mark.words)))]
        pieces += map(self.ref, mark.ids[:MOST_NAMED_IDS])
        if mark.names:
            pieces.append(
                f"<span{self._lang}>{escape(', '.join(mark.names))}</span>"
            )
        others = len(mark.ids) - MOST_NAMED_IDS
        if others > 0:
            more = self._say("and {count} more").format(count=others)
            pieces.append(str(escape(more)))
        return f'<span class="mark">{" ".join(pieces)}</span>'
