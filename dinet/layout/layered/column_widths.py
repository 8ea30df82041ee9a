"""The search for the widths of the columns with which letters are the largest."""

import re
from collections.abc import Iterable, Mapping
from itertools import product
from math import sqrt
from typing import NamedTuple

from dinet.layout.layered.cards import Cards
from dinet.layout.layered.column_heights import Heights
from dinet.layout.layered.coordinates import Stands
from dinet.layout.layered.unscaled_layout import WIDTHS, Draft
from dinet.layout.style.paper import NATURAL, SMALLEST
from dinet.layout.text.measure import width

OVERHEAD = 60
"""What a box takes besides its text, in characters of text, where a column gets as much room as it has text."""
STEPS = (1.25, 1.12, 1.06, 1.03)
"""Each column is tried so many times wider and narrower, in turn."""
BETTER = 1.004
"""What is tried has to make the letters so many times larger."""
WHOLE = 1.6
"""For the sake of one long word the column of themes gets no more than so many times its usual width."""
WORTH, HOPELESS = 1.06, 0.7
"""Where letters cannot be read either way, slim columns and broken words have to make them so many times larger; where they
are so much too small, these are not tried."""
ROUNDED = 2.0
"""So much of a width can get lost where columns are made whole points wide."""
LONGEST = 400
"""So much of a theme is looked at for long words."""
SLIMMEST, SLIM, FATTEST = 0.6, 0.8, 2.5
"""How far a column may go from its usual width: to the first only where letters could not be read otherwise."""
FEW = 300
"""With more elements than this no page gets letters that can be read, and the search is not worth its time."""
COMFORTABLE, SMALLEST_SCALE = 0.9, 0.02
"""For larger letters than the first no column is made narrow."""
HALVINGS = 9


class Least(NamedTuple):
    """How slim columns may become: to a share of their usual width, and themes to a width of their own."""

    share: float
    themes: float


class Widths:
    """The columns of a page on which they just fit.

    Args:
        stands: What stands in the columns.
        cards: The contents of the boxes.
        room: The width of the page, in points.
        largest: No network is blown up more.
    """

    def __init__(
        self, stands: Stands, cards: Cards, room: float, largest: float = 1.0
    ) -> None:
        self.stands, self.cards, self.room, self.largest = stands, cards, room, largest
        self.heights = Heights(stands, cards)
        self.height = 0.0
        self.names = stands.names
        self.bound = (
            "theme" in self.names
        )  # whether it matters how slim columns may become
        self.least = Least(SLIM, min(self._unbroken(), WHOLE * WIDTHS["theme"]))

    def _unbroken(self) -> float:
        """How wide the column of themes has to be for their longest word: what is read first is not hyphenated."""
        themes = [card for card in self.cards.values() if card.kind == "theme"]
        words = (
            word
            for card in themes
            for word in re.split(r"\s|(?<=[/–-])", card.text[:LONGEST])
        )
        return (
            NATURAL
            * self.cards.around(
                "theme", max((width(word, "bold") for word in words), default=0.0)
            )
            + ROUNDED
        )

    @property
    def usual(self) -> dict[str, float]:
        """The widths with which a search begins."""
        return WIDTHS | {"theme": max(WIDTHS["theme"], self.least.themes)}

    def on_screen(self) -> Draft:
        """At natural size, over the whole width."""
        usual = Draft(self.heights, self.usual)
        wide = sum(usual.widths) or usual.tile
        factor = min(max(1 + (self.room - usual.width) / wide, SLIMMEST), FATTEST)
        widths = {name: wide * factor for name, wide in self.usual.items()}
        return Draft(
            self.heights,
            widths,
            max(0.0, self.room - Draft(self.heights, widths).width),
        )

    def best(self, height: float) -> tuple[float, Draft]:
        """The largest scale at which everything fits on the page, and the draft that does.

        Args:
            height: Of the page, in points.
        """
        self.height = height
        tries = (
            self.least,
            Least(SLIM, SLIM * WIDTHS["theme"]),
            Least(SLIMMEST, SLIMMEST * WIDTHS["theme"]),
        )
        (scale, shares), best = self._searched(), self.least
        for self.least in tries[1:]:
            if (
                scale * NATURAL >= SMALLEST
                or scale * NATURAL < HOPELESS * SMALLEST
                or not self.bound
            ):
                break
            other, found = self._searched()
            if other * NATURAL >= SMALLEST or other > WORTH * scale:
                scale, shares, best = other, found, self.least
        self.least = best
        fit, draft = self._fit(shares, scale)
        return scale * min(1.0, fit), draft

    def _searched(self) -> tuple[float, Mapping[str, float]]:
        """The largest scale that is found with columns that are no slimmer than they may be, and their shares."""
        few = len(self.stands.arrangement.network) <= FEW
        found: tuple[float, Mapping[str, float]] = (0.0, self.usual)
        for start in (self.usual, self._by_text()) if few else (self.usual,):
            if found[0] < COMFORTABLE:
                found = max(
                    found,
                    self._climbed(start, STEPS if few else ()),
                    key=lambda each: each[0],
                )
        if few and found[0] < COMFORTABLE:
            found = max(
                found, self._climbed(found[1], STEPS[1:]), key=lambda each: each[0]
            )
        scale, shares = found
        return self._grown(shares, scale, self.largest), shares

    def _by_text(self) -> Mapping[str, float]:
        """Widths with which every column but that of themes gets as much room as it has text, together as wide as usual."""
        text = {name: 0 for name in self.names if name != "theme"}
        for slot in (
            slot
            for slot in self.stands.slots.values()
            if self.names[slot.column] in text
        ):
            for member, _ in self.stands.arrangement.families[slot.name]:
                text[self.names[slot.column]] += len(self.cards[member].text) + OVERHEAD
        share = sum(WIDTHS[name] for name in text) / max(1, sum(text.values()))
        return self.usual | {
            name: max(SLIMMEST * WIDTHS[name], share * found)
            for name, found in text.items()
        }

    def _climbed(
        self, shares: Mapping[str, float], steps: Iterable[float]
    ) -> tuple[float, Mapping[str, float]]:
        """The largest scale that is found by making one column after the other wider or narrower, and their shares."""
        scale = self._largest(shares)
        names = sorted({*self.names, "effort"})
        for step, name in product(steps, names):
            for changed in (
                {**shares, name: shares[name] * step},
                {**shares, name: shares[name] / step},
            ):
                larger = self._grown(changed, scale, COMFORTABLE * BETTER)
                shares, scale = (changed, larger) if larger > scale else (shares, scale)
        return scale, shares

    def _grown(self, shares: Mapping[str, float], scale: float, most: float) -> float:
        """The scale, made ``BETTER`` times larger as often as it still fits and is less than the most."""
        while scale * BETTER < most and self._fit(shares, scale * BETTER)[0] >= 1:
            scale *= BETTER
        return scale

    def _largest(self, shares: Mapping[str, float]) -> float:
        """About the largest scale at which columns with these shares of the page fit on it."""
        small, large = SMALLEST_SCALE, self.largest
        if self._fit(shares, large)[0] >= 1:
            return large
        for _ in range(HALVINGS):
            middle = sqrt(small * large)
            small, large = (
                (middle, large)
                if self._fit(shares, middle)[0] >= 1
                else (small, middle)
            )
        return small

    def _fit(self, shares: Mapping[str, float], scale: float) -> tuple[float, Draft]:
        """How many times larger the page is than a draft at a scale that fills its width, or 0 if columns are too slim."""
        room = self.room / scale
        most = (
            FATTEST if scale < COMFORTABLE else 1.0
        )  # small networks get wide gutters before wide columns
        widths = self._stretched(shares, room, most)
        spare = room - Draft(self.heights, widths).width
        draft = Draft(self.heights, widths, max(0.0, spare))
        slim = any(
            wide < self.least.share * WIDTHS[name] - 1
            for name, wide in zip(draft.names, draft.widths, strict=True)
        )
        if slim and scale > SMALLEST_SCALE:
            self.bound = True
            return 0.0, draft
        return min(room / draft.width + 1e-9, self.height / scale / draft.height), draft

    def _stretched(
        self, shares: Mapping[str, float], room: float, most: float
    ) -> Mapping[str, float]:
        """The widths with these shares that fill the room, themes with room for their words, if these can be had."""
        plain = Draft(self.heights, shares)
        wide = sum(plain.widths) or plain.tile
        factor = min(1 + (room - plain.width) / wide, most)
        widths = {name: share * factor for name, share in shares.items()}
        themes = shares["theme"] if "theme" in plain.names else 0.0
        if not themes or widths["theme"] >= self.least.themes or wide == themes:
            return widths
        factor = min(
            (room - plain.width + wide - self.least.themes) / (wide - themes), most
        )
        return {name: share * factor for name, share in shares.items()} | {
            "theme": self.least.themes
        }
