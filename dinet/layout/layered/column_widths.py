"""The search for the widths of the columns with which letters are the largest."""

import re
from collections.abc import Iterable, Mapping
from itertools import product
from math import sqrt
from typing import NamedTuple

from dinet.layout.layered.arrangement import Column
from dinet.layout.layered.cards import Cards
from dinet.layout.layered.column_heights import ColumnHeights
from dinet.layout.layered.coordinates import ClusterNodes
from dinet.layout.layered.unscaled_layout import USUAL_WIDTHS, UnscaledLayout
from dinet.layout.style.paper import NATURAL_LETTERS, SMALLEST_LETTERS
from dinet.layout.text.measure import measure_width

BOX_OVERHEAD = 60
"""What a box takes besides its text, in characters of text, where a column gets as much room as it has text."""
WIDTH_STEPS = (1.25, 1.12, 1.06, 1.03)
"""Each column is tried so many times wider and narrower, in turn."""
SCALE_STEP = 1.004
"""What is tried has to make the letters so many times larger."""
WIDEST_THEME_SHARE = 1.6
"""For the sake of one long word the column of themes gets no more than so many times its usual width."""
WORTHWHILE_GAIN, HOPELESS_SHARE = 1.06, 0.7
"""Where letters cannot be read either way, slim columns and broken words have to make them so many times larger; where they
are so much too small, these are not tried."""
ROUNDING_LOSS = 2.0
"""So much of a width can get lost where columns are made whole points wide."""
LONGEST_THEME_TEXT = 400
"""So much of a theme is looked at for long words."""
SLIMMEST_SHARE, SLIM_SHARE, WIDEST_SHARE = 0.6, 0.8, 2.5
"""How far a column may go from its usual width: to the first only where letters could not be read otherwise."""
MOST_SEARCHED_ELEMENTS = 300
"""With more elements than this no page gets letters that can be read, and the search is not worth its time."""
COMFORTABLE_SCALE, SMALLEST_SCALE = 0.9, 0.02
"""For larger letters than the first no column is made narrow."""
SCALE_HALVINGS = 9


class LeastWidths(NamedTuple):
    """How slim columns may become: to a share of their usual width, and themes to a width of their own."""

    share: float
    themes: float


class ColumnWidthSearch:
    """The columns of a page on which they just fit.

    Args:
        stands: What stands in the columns.
        cards: The contents of the boxes.
        room: The width of the page, in points.
        largest: No network is blown up more.
    """

    def __init__(
        self, stands: ClusterNodes, cards: Cards, room: float, largest: float = 1.0
    ) -> None:
        self.cluster_nodes, self.cards, self.room, self.largest = (
            stands,
            cards,
            room,
            largest,
        )
        self.heights = ColumnHeights(stands, cards)
        self.height = 0.0
        self.column_names = stands.column_names
        self.slimness_matters = (
            "theme" in self.column_names
        )  # whether it matters how slim columns may become
        self.least_widths = LeastWidths(
            SLIM_SHARE,
            min(
                self._unbroken_theme_width(), WIDEST_THEME_SHARE * USUAL_WIDTHS["theme"]
            ),
        )

    def _unbroken_theme_width(self) -> float:
        """How wide the column of themes has to be for their longest word: what is read first is not hyphenated."""
        themes = [card for card in self.cards.values() if card.kind == "theme"]
        words = (
            word
            for card in themes
            for word in re.split(r"\s|(?<=[/–-])", card.text[:LONGEST_THEME_TEXT])
        )
        return (
            NATURAL_LETTERS
            * self.cards.box_width(
                "theme",
                max((measure_width(word, "bold") for word in words), default=0.0),
            )
            + ROUNDING_LOSS
        )

    @property
    def usual_widths(self) -> dict[str, float]:
        """The widths with which a search begins."""
        return USUAL_WIDTHS | {
            "theme": max(USUAL_WIDTHS["theme"], self.least_widths.themes)
        }

    def lay_out_on_screen(self) -> UnscaledLayout:
        """At natural size, over the whole width."""
        usual = UnscaledLayout(self.heights, self.usual_widths)
        wide = sum(usual.widths) or usual.tile_width
        factor = min(
            max(1 + (self.room - usual.width) / wide, SLIMMEST_SHARE), WIDEST_SHARE
        )
        widths = {name: wide * factor for name, wide in self.usual_widths.items()}
        return UnscaledLayout(
            self.heights,
            widths,
            max(0.0, self.room - UnscaledLayout(self.heights, widths).width),
        )

    def find_largest_scale(self, height: float) -> tuple[float, UnscaledLayout]:
        """The largest scale at which everything fits on the page, and the draft that does.

        Args:
            height: Of the page, in points.
        """
        self.height = height
        tries = (
            self.least_widths,
            LeastWidths(SLIM_SHARE, SLIM_SHARE * USUAL_WIDTHS["theme"]),
            LeastWidths(SLIMMEST_SHARE, SLIMMEST_SHARE * USUAL_WIDTHS["theme"]),
        )
        (scale, shares), best = self._search_shares(), self.least_widths
        for self.least_widths in tries[1:]:
            if (
                scale * NATURAL_LETTERS >= SMALLEST_LETTERS
                or scale * NATURAL_LETTERS < HOPELESS_SHARE * SMALLEST_LETTERS
                or not self.slimness_matters
            ):
                break
            other, found = self._search_shares()
            if (
                other * NATURAL_LETTERS >= SMALLEST_LETTERS
                or other > WORTHWHILE_GAIN * scale
            ):
                scale, shares, best = other, found, self.least_widths
        self.least_widths = best
        fit, draft = self._measure_fit(shares, scale)
        return scale * min(1.0, fit), draft

    def _search_shares(self) -> tuple[float, Mapping[str, float]]:
        """The largest scale that is found with columns that are no slimmer than they may be, and their shares."""
        few = len(self.cluster_nodes.arrangement.network) <= MOST_SEARCHED_ELEMENTS
        found: tuple[float, Mapping[str, float]] = (0.0, self.usual_widths)
        for start in (
            (self.usual_widths, self._shares_by_text()) if few else (self.usual_widths,)
        ):
            if found[0] < COMFORTABLE_SCALE:
                found = max(
                    found,
                    self._climb_shares(start, WIDTH_STEPS if few else ()),
                    key=lambda each: each[0],
                )
        if few and found[0] < COMFORTABLE_SCALE:
            found = max(
                found,
                self._climb_shares(found[1], WIDTH_STEPS[1:]),
                key=lambda each: each[0],
            )
        scale, shares = found
        return self._grow_scale(shares, scale, self.largest), shares

    def _shares_by_text(self) -> Mapping[str, float]:
        """Widths with which every column but that of themes gets as much room as it has text, together as wide as usual."""
        text: dict[Column, int] = {
            name: 0 for name in self.column_names if name != "theme"
        }
        for slot in (
            slot
            for slot in self.cluster_nodes.nodes.values()
            if self.column_names[slot.column] in text
        ):
            for member, _ in self.cluster_nodes.arrangement.families[slot.name]:
                text[self.column_names[slot.column]] += (
                    len(self.cards[member].text) + BOX_OVERHEAD
                )
        share = sum(USUAL_WIDTHS[name] for name in text) / max(1, sum(text.values()))
        return self.usual_widths | {
            name: max(SLIMMEST_SHARE * USUAL_WIDTHS[name], share * found)
            for name, found in text.items()
        }

    def _climb_shares(
        self, shares: Mapping[str, float], steps: Iterable[float]
    ) -> tuple[float, Mapping[str, float]]:
        """The largest scale that is found by making one column after the other wider or narrower, and their shares."""
        scale = self._bisect_scale(shares)
        names = sorted({*self.column_names, "effort"})
        for step, name in product(steps, names):
            for changed in (
                {**shares, name: shares[name] * step},
                {**shares, name: shares[name] / step},
            ):
                larger = self._grow_scale(
                    changed, scale, COMFORTABLE_SCALE * SCALE_STEP
                )
                shares, scale = (changed, larger) if larger > scale else (shares, scale)
        return scale, shares

    def _grow_scale(
        self, shares: Mapping[str, float], scale: float, most: float
    ) -> float:
        """The scale, made ``SCALE_STEP`` times larger as often as it still fits and is less than the most."""
        while (
            scale * SCALE_STEP < most
            and self._measure_fit(shares, scale * SCALE_STEP)[0] >= 1
        ):
            scale *= SCALE_STEP
        return scale

    def _bisect_scale(self, shares: Mapping[str, float]) -> float:
        """About the largest scale at which columns with these shares of the page fit on it."""
        small, large = SMALLEST_SCALE, self.largest
        if self._measure_fit(shares, large)[0] >= 1:
            return large
        for _ in range(SCALE_HALVINGS):
            middle = sqrt(small * large)
            small, large = (
                (middle, large)
                if self._measure_fit(shares, middle)[0] >= 1
                else (small, middle)
            )
        return small

    def _measure_fit(
        self, shares: Mapping[str, float], scale: float
    ) -> tuple[float, UnscaledLayout]:
        """How many times larger the page is than a draft at a scale that fills its width, or 0 if columns are too slim."""
        room = self.room / scale
        most = (
            WIDEST_SHARE if scale < COMFORTABLE_SCALE else 1.0
        )  # small networks get wide gutters before wide columns
        widths = self._stretch_widths(shares, room, most)
        spare = room - UnscaledLayout(self.heights, widths).width
        draft = UnscaledLayout(self.heights, widths, max(0.0, spare))
        slim = any(
            wide < self.least_widths.share * USUAL_WIDTHS[name] - 1
            for name, wide in zip(draft.column_names, draft.widths, strict=True)
        )
        if slim and scale > SMALLEST_SCALE:
            self.slimness_matters = True
            return 0.0, draft
        return min(room / draft.width + 1e-9, self.height / scale / draft.height), draft

    def _stretch_widths(
        self, shares: Mapping[str, float], room: float, most: float
    ) -> Mapping[str, float]:
        """The widths with these shares that fill the room, themes with room for their words, if these can be had."""
        plain = UnscaledLayout(self.heights, shares)
        wide = sum(plain.widths) or plain.tile_width
        factor = min(1 + (room - plain.width) / wide, most)
        widths = {name: share * factor for name, share in shares.items()}
        themes = shares["theme"] if "theme" in plain.column_names else 0.0
        if not themes or widths["theme"] >= self.least_widths.themes or wide == themes:
            return widths
        factor = min(
            (room - plain.width + wide - self.least_widths.themes) / (wide - themes),
            most,
        )
        return {name: share * factor for name, share in shares.items()} | {
            "theme": self.least_widths.themes
        }
