"""What stands in a box: the code, the words, and the remarks about what is missing."""

from collections.abc import Set
from copy import copy
from math import ceil
from typing import NamedTuple

from dinet.finding import Finding
from dinet.layout.layered.remarks import remarks_in
from dinet.layout.plan import Remark
from dinet.layout.style.palette import bold
from dinet.layout.style.paper import BAR, NATURAL, PAD, REMARK, box_height
from dinet.layout.style.profile import Profile
from dinet.layout.text.measure import Face, shortened, width, wrapped
from dinet.layout.text.short_title import MEASURED, MOST, short_title
from dinet.model import KINDS, Element, Kind, Target
from dinet.network import Network

WIDEST_CODE = 5.0
"""A code wider than this, in letter sizes, is cut."""
LONGEST = 4000
"""More of a text than this does not fit in a picture."""

FOREIGN = 1.12
"""Letters of another font may be this much wider than those that are measured."""


class Card(NamedTuple):
    """The contents of one box, before it is known how wide it is.

    Args:
        remarks: What is missing or found, and then the note.
        dashed: It stands whole on another page.
    """

    id: str
    kind: Kind
    code: str
    text: str
    remarks: tuple[str, ...]
    dashed: bool = False

    @property
    def face(self) -> Face:
        """The letters of the text."""
        return "bold" if self.kind in ("theme", "programme") else "regular"


class Text(NamedTuple):
    """The wrapped contents of a box, and its height in letter sizes."""

    lines: tuple[str, ...]
    remarks: tuple[Remark, ...]
    height: float


def _wrapped(remark: str, room: float, lang: str) -> Remark:
    return Remark(
        remark, wrapped(remark, room, "bold" if bold(remark) else "italic", lang)
    )


class Cards(dict[str, Card]):
    """The cards of a whole network, by id.

    Args:
        network: The programme.
        profile: Whether texts are short, what the remarks tell, and in which language.
        findings: What the rules say of it, for a profile that marks them.

    ``bars`` is the width of the bar of every kind, in letter sizes, and ``lang`` the language
    of the texts. ``everywhere`` names the gaps that a whole kind of elements has: these are
    told once, under the picture.
    """

    def __init__(
        self, network: Network, profile: Profile, findings: tuple[Finding, ...] = ()
    ) -> None:
        super().__init__()
        self._texts: dict[str, dict[float, Text]] = {
            element.id: {} for element in network
        }
        self.lang = network.programme.lang
        self.slack = FOREIGN if profile.style.font else 1.0
        self.everywhere, remarks = remarks_in(network, findings, profile)
        for element in network:
            code = shortened(element.id, WIDEST_CODE, "bold")
            text = shown(element, short=profile.short)
            self[element.id] = Card(
                element.id, element.kind, code, text, tuple(remarks.get(element.id, ()))
            )
        self.bars = {
            kind: _bar([card.code for card in self.values() if card.kind == kind])
            for kind in KINDS
        }

    def remarked(self, remarks: dict[str, str], dashed: Set[str]) -> "Cards":
        """The same cards, some with one more remark, and some with a dashed border, because they stand whole elsewhere."""
        found = copy(self)
        found._texts = self._texts | {element: {} for element in remarks}
        for element, remark in remarks.items():
            card = self[element]
            found[element] = card._replace(
                remarks=(*card.remarks, remark), dashed=element in dashed
            )
        return found

    def around(self, kind: Kind, words: float) -> float:
        """How wide the box of a kind is around words of a width, in letter sizes."""
        return words * self.slack + self.bars[kind] + 2 * PAD

    def text(self, element: str, wide: float) -> Text:
        """The contents of an element's box, wrapped.

        Args:
            element: Its id.
            wide: The width of the box in letter sizes.
        """
        texts = self._texts[element]
        if wide not in texts:
            card = self[element]
            room = (wide - self.bars[card.kind] - 2 * PAD) / self.slack
            lines = wrapped(card.text, room, card.face, self.lang)
            remarks = tuple(
                _wrapped(remark, room / REMARK, self.lang) for remark in card.remarks
            )
            texts[wide] = Text(
                lines,
                remarks,
                box_height(len(lines), sum(len(remark.lines) for remark in remarks)),
            )
        return texts[wide]


def _bar(codes: list[str]) -> float:
    return (
        ceil(NATURAL * max([BAR, *(0.9 * width(code, "bold") + PAD for code in codes)]))
        / NATURAL
    )


def shown(element: Element, *, short: bool) -> str:
    """The words of an element as a picture shows them: whole, or its title or, without one, a short one made of its own words.

    Example:
        >>> from dinet.model import Goal
        >>> shown(Goal(id="D1", text="Alle kinderen doen mee aan sport. Ook wie weinig geld heeft."), short=True)
        'Alle kinderen doen mee aan sport.'
    """
    text, title = element.text[:LONGEST], (element.title or "")[:LONGEST]
    if short:
        return title or short_title(
            text, MEASURED if isinstance(element, Target) else MOST
        )
    return (
        text
        if not title or text.startswith(title)
        else f"{title}: {text}"
        if text
        else title
    )
