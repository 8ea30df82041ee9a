"""The search for the widths of the columns with which letters are the largest."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import sqrt
from typing import NamedTuple

from dinet.layout.layered.cards import Cards
from dinet.layout.layered.column_heights import ColumnHeights
from dinet.layout.layered.coordinates import ClusterNodes
from dinet.layout.layered.unscaled_layout import USUAL_WIDTHS, UnscaledLayout
from dinet.layout.style.paper import NATURAL_LETTERS, SMALLEST_LETTERS
from dinet.layout.text.measure import measure_width

BOX_OVERHEAD = 60
"""What a box takes besides its text, in characters of text.

So a column gets as much room as it has text.
"""
WIDTH_STEPS = (1.25, 1.12, 1.06, 1.03)
"""Each column is tried so many times wider and narrower, in turn."""
SCALE_STEP = 1.004
"""What is tried has to make the letters so many times larger."""
WIDEST_THEME_SHARE = 1.6
"""For one long word the column of themes gets at most so many times its usual width."""
WORTHWHILE_GAIN = 1.06
"""Slim columns and broken words are worth it when they make letters so many times larger.

This counts where letters cannot be read either way.
"""
HOPELESS_SHARE = 0.7
"""Slim columns are not tried where letters are smaller than so much of what can be read."""
ROUNDING_LOSS = 2.0
"""So many points of a width can get lost where columns are made whole points wide."""
MOST_GAIN = 1.5
"""No search makes letters so many times larger than they are with columns of the usual widths.

On 115 pages of documents at hand and generated plans the most was 1.24 times.
"""
LONGEST_THEME_TEXT = 400
"""So many characters of a theme are looked at for long words."""
SLIMMEST_SHARE, SLIM_SHARE, WIDEST_SHARE = 0.6, 0.8, 2.5
"""How far a column may go from its usual width, as a share of that.

It goes below the second only where letters could not be read otherwise.
"""
MOST_SEARCHED_ELEMENTS = 300
"""With more elements than this no page gets letters that can be read.

The search is not worth its time then.
"""
COMFORTABLE_SCALE = 0.9
"""For letters larger than at this scale no column is made narrow."""
SMALLEST_SCALE = 0.02
"""The search for a scale begins here; at this scale no column counts as too slim."""
SCALE_HALVINGS = 9
"""So often the range of scales is halved: what is left of it is less than 1 percent."""
FIT_TOLERANCE = 1e-9
"""What is as wide as the page, but for the last digit of a fraction, fits on it."""

ColumnShares = Mapping[str, float]
"""The widths of columns by their names, of which only the proportions count."""
ScaledShares = tuple[float, ColumnShares]
"""A scale at which everything fits on the page, and the shares of the columns then."""


class LeastWidths(NamedTuple):
    """How slim columns may become.

    Args:
        share: The least share of their usual width.
        themes: The least width of the column of themes, in points at natural size.
    """

    share: float
    themes: float


class ColumnWidthSearch:
    """The columns of a page on which they just fit.

    Args:
        cluster_nodes: What stands in the columns.
        cards: The contents of the boxes.
        room: The width of the page, in points.
        largest: No network is blown up more.
    """

    def __init__(
        self,
        cluster_nodes: ClusterNodes,
        cards: Cards,
        room: float,
        largest: float = 1.0,
    ) -> None:
        self.cluster_nodes = cluster_nodes
        self.cards = cards
        self.room = room
        self.largest = largest
        self.heights = ColumnHeights(cluster_nodes, cards)
        self.height = 0.0
        self._plain: tuple[ColumnShares, UnscaledLayout] = (
            USUAL_WIDTHS,
            UnscaledLayout(self.heights, USUAL_WIDTHS),
        )
        self.column_names = cluster_nodes.column_names
        # Whether another limit to how slim columns may become can change what is found.
        self.slimness_matters = "theme" in self.column_names
        widest_themes = WIDEST_THEME_SHARE * USUAL_WIDTHS["theme"]
        least_themes = min(self._unbroken_theme_width(), widest_themes)
        self.least_widths = LeastWidths(SLIM_SHARE, least_themes)

    def _unbroken_theme_width(self) -> float:
        """How wide the column of themes has to be for their longest word.

        Themes are read first, so their words are not hyphenated.
        """
        widths = (measure_width(word, "bold") for word in self._theme_words())
        longest_word = max(widths, default=0.0)
        box_width = self.cards.box_width("theme", longest_word)
        return NATURAL_LETTERS * box_width + ROUNDING_LOSS

    def _theme_words(self) -> Iterator[str]:
        """What has to stand on one line: words, and the pieces of words at strokes and hyphens."""
        for card in self.cards.values():
            if card.kind == "theme":
                yield from re.split(
                    r"\s|(?<=[/–-])", card.text[:LONGEST_THEME_TEXT]
                )

    @property
    def usual_widths(self) -> dict[str, float]:
        """The widths with which a search begins."""
        themes = max(USUAL_WIDTHS["theme"], self.least_widths.themes)
        return USUAL_WIDTHS | {"theme": themes}

    def lay_out_on_screen(self) -> UnscaledLayout:
        """At natural size, over the whole width."""
        usual = UnscaledLayout(self.heights, self.usual_widths)
        columns_width = sum(usual.widths) or usual.least_tiles_width
        factor = 1 + (self.room - usual.width) / columns_width
        factor = min(max(factor, SLIMMEST_SHARE), WIDEST_SHARE)
        widths = _scale_widths(self.usual_widths, factor)
        return self._fill_width(widths, self.room)

    def find_largest_scale(
        self, height: float
    ) -> tuple[float, UnscaledLayout]:
        """The largest scale at which everything fits on the page, and the layout that does.

        Args:
            height: Of the page, in points.
        """
        self.height = height
        best_limits = self.least_widths
        scale, shares = self._search_shares()
        for share in (SLIM_SHARE, SLIMMEST_SHARE):
            if not self._is_worth_slimming(scale):
                break
            self.least_widths = LeastWidths(
                share, share * USUAL_WIDTHS["theme"]
            )
            slim_scale, slim_shares = self._search_shares()
            if (
                _can_be_read(slim_scale)
                or slim_scale > WORTHWHILE_GAIN * scale
            ):
                scale, shares = slim_scale, slim_shares
                best_limits = self.least_widths
        self.least_widths = best_limits
        fit, layout = self._measure_fit(shares, scale)
        return scale * min(1.0, fit), layout

    def is_far_too_full(self, height: float) -> bool:
        """Whether no search for widths would give letters that can be read.

        Args:
            height: Of the page, in points.
        """
        self.height = height
        usual = self._bisect_scale(self.usual_widths)
        return usual * NATURAL_LETTERS * MOST_GAIN < SMALLEST_LETTERS

    def find_readable_scale(
        self, height: float, least: float
    ) -> tuple[float, UnscaledLayout]:
        """The largest scale that is not under the least, and the layout; 0 when there is none.

        Much less is tried than for the largest scale of all: slides ask this for every goal that
        might still fit.

        Args:
            height: Of the page, in points.
            least: At this scale letters can just be read.
        """
        self.height = height
        themes = SLIMMEST_SHARE * USUAL_WIDTHS["theme"]
        self.least_widths = LeastWidths(SLIMMEST_SHARE, themes)
        for shares in (self.usual_widths, self._shares_by_text()):
            if self._fits_page(shares, least):
                scale = self._grow_scale(shares, least, self.largest)
                return scale, self._measure_fit(shares, scale)[1]
        return 0.0, self._measure_fit(self.usual_widths, least)[1]

    def _is_worth_slimming(self, scale: float) -> bool:
        """Whether slimmer columns may yet give letters that can be read.

        Not where letters can be read already, where they are far too small, or where no limit
        has been in the way.
        """
        is_hopeless = (
            scale * NATURAL_LETTERS < HOPELESS_SHARE * SMALLEST_LETTERS
        )
        return (
            self.slimness_matters
            and not is_hopeless
            and not _can_be_read(scale)
        )

    def _search_shares(self) -> ScaledShares:
        """The largest scale that is found with columns that are not too slim, and their shares."""
        if (
            len(self.cluster_nodes.arrangement.network)
            > MOST_SEARCHED_ELEMENTS
        ):
            scale, shares = self._climb_shares(self.usual_widths, ())
        else:
            scale, shares = self._climb_from_all_starts()
        return self._grow_scale(shares, scale, self.largest), shares

    def _climb_from_all_starts(self) -> ScaledShares:
        """The best that is found from the usual widths, then by text, then from the better one.

        What comes later is tried only while letters are not comfortable yet.
        """
        best = self._climb_shares(self.usual_widths, WIDTH_STEPS)
        if best[0] < COMFORTABLE_SCALE:
            by_text = self._climb_shares(self._shares_by_text(), WIDTH_STEPS)
            best = _larger_scale(best, by_text)
        if best[0] < COMFORTABLE_SCALE:
            again = self._climb_shares(best[1], WIDTH_STEPS[1:])
            best = _larger_scale(best, again)
        return best

    def _shares_by_text(self) -> ColumnShares:
        """Widths with which every column but that of themes gets as much room as it has text.

        Together they are as wide as usual.
        """
        lengths = self._text_lengths()
        usual_width = sum(USUAL_WIDTHS[name] for name in lengths)
        width_per_character = usual_width / max(1, sum(lengths.values()))
        widths = self.usual_widths
        for name, length in lengths.items():
            slimmest = SLIMMEST_SHARE * USUAL_WIDTHS[name]
            widths[name] = max(slimmest, width_per_character * length)
        return widths

    def _text_lengths(self) -> dict[str, int]:
        """How many characters of text every column has but that of themes, boxes included."""
        lengths: dict[str, int] = {
            name: 0 for name in self.column_names if name != "theme"
        }
        families = self.cluster_nodes.arrangement.families
        for node in self.cluster_nodes.nodes.values():
            name = self.column_names[node.column]
            if name in lengths:
                for member, _ in families[node.name]:
                    lengths[name] += (
                        len(self.cards[member].text) + BOX_OVERHEAD
                    )
        return lengths

    def _climb_shares(
        self, shares: ColumnShares, steps: Iterable[float]
    ) -> ScaledShares:
        """The largest scale that is found by making one column after the other wider or narrower.

        Args:
            shares: The shares with which the search begins.
            steps: How many times wider and narrower each column is tried, in turn.

        Returns:
            The scale, and the shares that have it.
        """
        scale = self._bisect_scale(shares)
        names = sorted({*self.column_names, "effort"})
        for step, name in product(steps, names):
            wider = {**shares, name: shares[name] * step}
            narrower = {**shares, name: shares[name] / step}
            for changed in (wider, narrower):
                most = COMFORTABLE_SCALE * SCALE_STEP
                larger = self._grow_scale(changed, scale, most)
                if larger > scale:
                    shares, scale = changed, larger
        return scale, shares

    def _grow_scale(
        self, shares: ColumnShares, scale: float, most: float
    ) -> float:
        """The scale, made ``SCALE_STEP`` times larger as often as it still fits.

        It stays under the most.
        """
        while scale * SCALE_STEP < most and self._fits_page(
            shares, scale * SCALE_STEP
        ):
            scale *= SCALE_STEP
        return scale

    def _bisect_scale(self, shares: ColumnShares) -> float:
        """About the largest scale at which columns with these shares of the page fit on it."""
        small, large = SMALLEST_SCALE, self.largest
        if self._fits_page(shares, large):
            return large
        for _ in range(SCALE_HALVINGS):
            middle = sqrt(small * large)
            if self._fits_page(shares, middle):
                small = middle
            else:
                large = middle
        return small

    def _fits_page(self, shares: ColumnShares, scale: float) -> bool:
        return self._measure_fit(shares, scale)[0] >= 1

    def _measure_fit(
        self, shares: ColumnShares, scale: float
    ) -> tuple[float, UnscaledLayout]:
        """How many times larger the page is than a layout at a scale that fills its width.

        Returns:
            That factor, 0 if columns are too slim; and the layout.
        """
        room = self.room / scale
        # Small networks get wide gutters before wide columns.
        most = WIDEST_SHARE if scale < COMFORTABLE_SCALE else 1.0
        widths = self._stretch_widths(shares, room, most)
        layout = self._fill_width(widths, room)
        if scale > SMALLEST_SCALE and self._is_too_slim(layout):
            self.slimness_matters = True
            return 0.0, layout
        fit_in_width = room / layout.width + FIT_TOLERANCE
        return min(fit_in_width, self.height / scale / layout.height), layout

    def _fill_width(self, widths: ColumnShares, room: float) -> UnscaledLayout:
        """A layout with these widths, and with what they leave of a room divided over it."""
        spare = room - UnscaledLayout(self.heights, widths).width
        return UnscaledLayout(self.heights, widths, max(0.0, spare))

    def _is_too_slim(self, layout: UnscaledLayout) -> bool:
        """Whether a column is slimmer than it may be; a point of rounding does not count."""
        share = self.least_widths.share
        columns = zip(layout.column_names, layout.widths, strict=True)
        return any(
            width < share * USUAL_WIDTHS[name] - 1 for name, width in columns
        )

    def _lay_out_plainly(self, shares: ColumnShares) -> UnscaledLayout:
        """Columns that are as wide as their shares; one search asks the same for many scales."""
        known, layout = self._plain
        if known is not shares:
            layout = UnscaledLayout(self.heights, shares)
            self._plain = shares, layout
        return layout

    def _stretch_widths(
        self, shares: ColumnShares, room: float, most: float
    ) -> ColumnShares:
        """The widths with these shares that fill a room.

        Themes get room for their words, if these can be had.

        Args:
            shares: Of the columns.
            room: The width of the page, in points at natural size.
            most: No column becomes more times as wide as its share.
        """
        plain = self._lay_out_plainly(shares)
        columns_width = sum(plain.widths) or plain.least_tiles_width
        spare = room - plain.width
        widths = _scale_widths(shares, min(1 + spare / columns_width, most))
        themes = shares["theme"] if "theme" in plain.column_names else 0.0
        least_themes = self.least_widths.themes
        if (
            not themes
            or widths["theme"] >= least_themes
            or columns_width == themes
        ):
            return widths
        room_of_others = spare + columns_width - least_themes
        factor = min(room_of_others / (columns_width - themes), most)
        return _scale_widths(shares, factor) | {"theme": least_themes}


def _scale_widths(widths: ColumnShares, factor: float) -> dict[str, float]:
    return {name: width * factor for name, width in widths.items()}


def _larger_scale(first: ScaledShares, second: ScaledShares) -> ScaledShares:
    """The one with the larger scale; the first where both have the same."""
    return second if second[0] > first[0] else first


def _can_be_read(scale: float) -> bool:
    """Whether letters at a scale are large enough."""
    return scale * NATURAL_LETTERS >= SMALLEST_LETTERS
