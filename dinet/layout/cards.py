"""What stands in a box: the code, the words, and the remarks about what is missing."""

from collections.abc import Set
from copy import copy
from math import ceil
from typing import NamedTuple

from dinet.language import Sentence
from dinet.layout.measure import Face, shortened, width, wrapped
from dinet.layout.paper import BAR, NATURAL, PAD, REMARK, box_height
from dinet.layout.profile import Profile
from dinet.model import KINDS, Element, Kind, Target
from dinet.network import Network, Orphans
from dinet.wording.same import first_sentence

WIDEST_CODE = 5.0
"""A code wider than this, in letter sizes, is cut."""
LONGEST = 4000
"""More of a text than this does not fit in a picture."""

GAPS = {
    "goals_without_effort": Sentence("! no effort"),
    "goals_without_target": Sentence("! no target"),
    "targets_without_goal": Sentence("! no goal"),
    "targets_without_effort": Sentence("! no effort"),
    "efforts_without_goal": Sentence("! no goal"),
}


class Card(NamedTuple):
    """The contents of one box, before it is known how wide it is.

    Args:
        remarks: What is missing, and then the note.
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
    remarks: tuple[str, ...]
    height: float


def _wrapped(remark: str, room: float, lang: str) -> tuple[str, ...]:
    """A note in lines; of a gap just one, for by its sign a line is known to be of a gap."""
    return (shortened(remark, room, "bold"),) if remark.startswith("!") else wrapped(remark, room, "italic", lang)


class Cards(dict[str, Card]):
    """The cards of a whole network, by id.

    Args:
        network: The programme.
        profile: Whether texts are short, and the language of the remarks.

    ``bars`` is the width of the bar of every kind, in letter sizes, and ``lang`` the language of the texts.
    ``everywhere`` names the gaps that a whole kind of elements has: these are told once, under the picture.
    """

    def __init__(self, network: Network, profile: Profile) -> None:
        super().__init__()
        self._texts: dict[tuple[str, float], Text] = {}
        self.lang = network.programme.lang
        self.everywhere, gaps = gaps_in(network, profile.lang)
        for element in network:
            note = _note(element)
            remarks = (*gaps.get(element.id, ()), *((note,) if note else ()))
            code = shortened(element.id, WIDEST_CODE, "bold")
            self[element.id] = Card(element.id, element.kind, code, shown(element, short=profile.short), remarks)
        self.bars = {kind: _bar([card.code for card in self.values() if card.kind == kind]) for kind in KINDS}

    def remarked(self, remarks: dict[str, str], dashed: Set[str]) -> "Cards":
        """The same cards, some with one more remark, and some with a dashed border, because they stand whole elsewhere."""
        found = copy(self)
        found._texts = {}
        for element, remark in remarks.items():
            card = self[element]
            found[element] = card._replace(remarks=(*card.remarks, remark), dashed=element in dashed)
        return found

    def text(self, element: str, wide: float) -> Text:
        """The contents of an element's box, wrapped.

        Args:
            element: Its id.
            wide: The width of the box in letter sizes.
        """
        if (element, wide) not in self._texts:
            card = self[element]
            room = wide - self.bars[card.kind] - 2 * PAD
            lines = wrapped(card.text, room, card.face, self.lang)
            remarks = tuple(line for remark in card.remarks for line in _wrapped(remark, room / REMARK, self.lang))
            self._texts[element, wide] = Text(lines, remarks, box_height(len(lines), len(remarks)))
        return self._texts[element, wide]


def _bar(codes: list[str]) -> float:
    return ceil(NATURAL * max([BAR, *(0.9 * width(code, "bold") + PAD for code in codes)])) / NATURAL


def shown(element: Element, *, short: bool) -> str:
    """The words of an element as a picture shows them: whole, or its title or first sentence.

    Example:
        >>> from dinet.model import Goal
        >>> shown(Goal(id="D1", text="Alle kinderen doen mee aan sport. Ook wie weinig geld heeft."), short=True)
        'Alle kinderen doen mee aan sport.'
    """
    text, title = element.text[:LONGEST], (element.title or "")[:LONGEST]
    if short:
        return title or first_sentence(text)
    return text if not title or text.startswith(title) else f"{title}: {text}" if text else title


def _note(element: Element) -> str:
    """The year and the sources of a target."""
    year = element.target.year if isinstance(element, Target) and element.target else None
    return " · ".join(each for each in (year, *element.sources) if each)


def gaps_in(network: Network, lang: str) -> tuple[frozenset[str], dict[str, list[str]]]:
    """The gaps that a whole kind of elements has, by their names in ``GAPS``; and all others in words, by element."""
    orphans = network.orphans()
    everywhere = _everywhere(network, orphans)
    found: dict[str, list[str]] = {}
    for name in (each for each in GAPS if each not in everywhere):
        words = GAPS[name].said(lang)
        for gapped in getattr(orphans, name):
            found.setdefault(gapped.id, []).append(words)
    return everywhere, found


def _everywhere(network: Network, orphans: Orphans) -> frozenset[str]:
    """The gaps that all of more than three goals, targets or efforts have."""
    kinds = {"goals": network.goals, "targets": network.targets, "efforts": network.efforts}
    wholes = {name: len(kinds[name.partition("_")[0]]) for name in GAPS}
    return frozenset(name for name, whole in wholes.items() if whole > 3 and len(getattr(orphans, name)) == whole)
