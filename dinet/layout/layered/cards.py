"""What stands in a box: the code, the words, and the remarks about what is missing."""

from collections.abc import Set
from copy import copy
from math import ceil
from typing import NamedTuple

from dinet.finding import Finding
from dinet.layout.layered.remarks import collect_remarks
from dinet.layout.plan import Remark
from dinet.layout.style.palette import is_bold_remark
from dinet.layout.style.paper import (
    LEAST_BAR_WIDTH,
    NATURAL_LETTERS,
    REMARK_SIZE,
    SIDE_PAD,
    box_height,
)
from dinet.layout.style.profile import Profile
from dinet.layout.text.measure import (
    Face,
    LineBreaks,
    find_line_breaks,
    measure_width,
    shorten_text,
)
from dinet.layout.text.short_title import (
    LONGEST_TARGET_TITLE,
    LONGEST_TITLE,
    short_title,
)
from dinet.model import KINDS, Element, Kind, Target
from dinet.network import Network

WIDEST_CODE = 5.0
"""A code wider than this, in letter sizes, is cut."""
CODE_SIZE = 0.9
"""The letters of a code, in letter sizes of the text."""
LONGEST_TEXT = 4000
"""More characters of a text than this do not fit in a picture."""

ROUNDING_ROOM = 1e-9
"""So near a width where lines may break elsewhere they are broken anew, in letter sizes."""
FOREIGN_FONT_SLACK = 1.12
"""Letters of another font may be this many times as wide as those that are measured."""


class Card(NamedTuple):
    """The contents of one box, before it is known how wide it is.

    Args:
        remarks: What is missing or found, and then the note.
        dashed: It stands whole on another page, or is no longer there.
    """

    id: str
    kind: Kind
    code: str
    text: str
    remarks: tuple[str, ...]
    dashed: bool = False

    @property
    def text_face(self) -> Face:
        """The letters of the text."""
        return "bold" if self.kind in ("theme", "programme") else "regular"


class WrappedCard(NamedTuple):
    """The wrapped contents of a box, and its height in letter sizes."""

    lines: tuple[str, ...]
    remarks: tuple[Remark, ...]
    height: float


WrappedInRooms = tuple[float, float, WrappedCard]
"""From a width of lines up to another one, and what stands in the box with each of these."""


def _break_remark(remark: str, room: float, lang: str) -> LineBreaks:
    face: Face = "bold" if is_bold_remark(remark) else "italic"
    return find_line_breaks(remark, room, face, lang)


class Cards(dict[str, Card]):
    """The cards of a whole network, by id.

    Args:
        network: The programme.
        profile: Whether texts are short, what the remarks tell, and in which language.
        findings: What the rules say of it, for a profile that marks them.

    ``bar_widths`` is the width of the bar of every kind, in letter sizes, ``remark_size`` the
    letters of remarks, and ``lang`` the language of the texts. ``common_gaps`` names the gaps that
    a whole kind of elements has: these are told once, under the picture.
    """

    def __init__(
        self,
        network: Network,
        profile: Profile,
        findings: tuple[Finding, ...] = (),
    ) -> None:
        super().__init__()
        self._wrapped_cards: dict[str, list[WrappedInRooms]] = {
            element.id: [] for element in network
        }
        self.remark_size = REMARK_SIZE
        self.lang = network.programme.lang
        self.width_slack = FOREIGN_FONT_SLACK if profile.style.font else 1.0
        self.common_gaps, remarks = collect_remarks(network, findings, profile)
        for element in network:
            code = shorten_text(element.id, WIDEST_CODE, "bold")
            text = display_text(element, short=profile.short)
            self[element.id] = Card(
                id=element.id,
                kind=element.kind,
                code=code,
                text=text,
                remarks=tuple(remarks.get(element.id, ())),
                dashed=element.id in profile.gone,
            )
        self.bar_widths = {kind: self._measure_bar(kind) for kind in KINDS}

    def _measure_bar(self, kind: Kind) -> float:
        """The width of the bar that holds the codes of a kind, in letter sizes.

        It is a whole number of points at natural size.
        """
        code_widths = [
            CODE_SIZE * measure_width(card.code, "bold") + SIDE_PAD
            for card in self.values()
            if card.kind == kind
        ]
        widest = max([LEAST_BAR_WIDTH, *code_widths])
        return ceil(NATURAL_LETTERS * widest) / NATURAL_LETTERS

    def with_remarks(
        self, remarks: dict[str, str], dashed: Set[str]
    ) -> "Cards":
        """The same cards, some with one more remark.

        Args:
            remarks: What is told more, by element.
            dashed: Of these the elements that get a dashed border: they stand whole elsewhere.
        """
        cards = copy(self)
        # The wrapped texts of all other cards are shared, and found again for the next page.
        cards._wrapped_cards = self._wrapped_cards | {
            element: [] for element in remarks
        }
        for element, remark in remarks.items():
            card = self[element]
            all_remarks = (*card.remarks, remark)
            cards[element] = card._replace(
                remarks=all_remarks, dashed=card.dashed or element in dashed
            )
        return cards

    def box_width(self, kind: Kind, words: float) -> float:
        """How wide the box of a kind is around words of a width, in letter sizes."""
        return words * self.width_slack + self.bar_widths[kind] + 2 * SIDE_PAD

    def wrap_card(self, element: str, wide: float) -> WrappedCard:
        """The contents of an element's box, wrapped; a card is wrapped once for many widths.

        Args:
            element: Its id.
            wide: The width of the box in letter sizes.
        """
        card = self[element]
        text_width = wide - self.bar_widths[card.kind] - 2 * SIDE_PAD
        room = text_width / self.width_slack
        known = self._wrapped_cards[element]
        for least_room, room_limit, wrapped in known:
            if least_room <= room < room_limit:
                return wrapped
        wrapped_in_rooms = self._wrap_anew(card, room)
        if wrapped_in_rooms[1] - wrapped_in_rooms[0] > ROUNDING_ROOM:
            known.append(wrapped_in_rooms)
        return wrapped_in_rooms[2]

    def _wrap_anew(self, card: Card, room: float) -> WrappedInRooms:
        """The wrapped contents of a card in a room, and the other rooms that give the same."""
        text = find_line_breaks(card.text, room, card.text_face, self.lang)
        least_room, room_limit = text.least_room, text.room_limit
        size, remark_lines = self.remark_size, 0
        remarks: list[Remark] = []
        for words in card.remarks:
            breaks = _break_remark(words, room / size, self.lang)
            remarks.append(Remark(words, breaks.lines))
            remark_lines += len(breaks.lines)
            least_room = max(least_room, breaks.least_room * size)
            room_limit = min(room_limit, breaks.room_limit * size)
        height = self._box_height(len(text.lines), remark_lines)
        wrapped = WrappedCard(text.lines, tuple(remarks), height)
        return least_room + ROUNDING_ROOM, room_limit - ROUNDING_ROOM, wrapped

    def _box_height(self, lines: int, remark_lines: int) -> float:
        """The height of a box, in letter sizes."""
        return box_height(lines, remark_lines)


def display_text(element: Element, *, short: bool) -> str:
    """The words of an element as a picture shows them.

    Args:
        element: The element.
        short: Whether to give its title or, without one, a short title made of its own words; else
            the whole text comes, after the title if it does not begin with that.

    Example:
        >>> from dinet.model import Goal
        >>> text = "Alle kinderen doen mee aan sport. Ook wie weinig geld heeft."
        >>> display_text(Goal(id="D1", text=text), short=True)
        'Alle kinderen doen mee aan sport.'
    """
    text = element.text[:LONGEST_TEXT]
    title = (element.title or "")[:LONGEST_TEXT]
    if short and not title:
        is_target = isinstance(element, Target)
        return short_title(
            text, LONGEST_TARGET_TITLE if is_target else LONGEST_TITLE
        )
    if short or not text:
        return title
    if not title or text.startswith(title):
        return text
    return f"{title}: {text}"
