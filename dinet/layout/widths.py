"""The search for the widths of the columns with which letters are the largest."""

from collections.abc import Iterable, Mapping
from itertools import product
from math import sqrt

from dinet.layout.arrangement import LADDER
from dinet.layout.cards import Cards
from dinet.layout.draft import WIDTHS, Draft
from dinet.layout.paper import NATURAL, SMALLEST
from dinet.layout.slots import Stands

STARTS = (1.0, 1.5, 2.0)
"""How much wider than usual the efforts are where the search for the best widths begins."""
STEPS = (1.25, 1.12, 1.06, 1.03)
"""Each column is tried so many times wider and narrower, in turn."""
BETTER = 1.004
"""What is tried has to make the letters so many times larger."""
SLIMMEST, SLIM, FATTEST = 0.6, 0.8, 2.5
"""How far a column may go from its usual width: to the first only where letters could not be read otherwise."""
FEW = 300
"""With more elements than this no page gets letters that can be read, and the search is not worth its time."""
COMFORTABLE, LARGEST, SMALLEST_SCALE = 0.9, 1.15, 0.02
"""For larger letters than the first no column is made narrow, and no network is blown up more than the second."""
HALVINGS = 9


class Widths:
    """The columns of a page on which they just fit.

    Args:
        stands: What stands in the columns.
        cards: The contents of the boxes.
        room: The width of the page, in points.
    """

    def __init__(self, stands: Stands, cards: Cards, room: float) -> None:
        self.stands, self.cards, self.room = stands, cards, room
        self.height, self.slimmest = 0.0, SLIM

    def on_screen(self) -> Draft:
        """At natural size, over the whole width."""
        usual = Draft(self.stands, self.cards, WIDTHS)
        wide = sum(usual.widths) or usual.tile
        factor = min(max(1 + (self.room - usual.width) / wide, SLIMMEST), FATTEST)
        widths = {name: width * factor for name, width in WIDTHS.items()}
        return Draft(self.stands, self.cards, widths, max(0.0, self.room - Draft(self.stands, self.cards, widths).width))

    def best(self, height: float) -> tuple[float, Draft]:
        """The largest scale at which everything fits on the page, and the draft that does.

        Args:
            height: Of the page, in points.
        """
        self.height = height
        few = len(self.stands.arrangement.network) <= FEW
        found: tuple[float, Mapping[str, float]] = (0.0, WIDTHS)
        for wider in STARTS if few else STARTS[:1]:
            start = WIDTHS | {"effort": WIDTHS["effort"] * wider}
            if found[0] < COMFORTABLE:
                found = max(found, self._climbed(start, STEPS if few else ()), key=lambda each: each[0])
        if found[0] * NATURAL < SMALLEST and self.slimmest > SLIMMEST:
            self.slimmest = SLIMMEST
            return self.best(height)
        scale, shares = found
        while scale * BETTER < LARGEST and self._fit(shares, scale * BETTER)[0] >= 1:
            scale *= BETTER
        fit, draft = self._fit(shares, scale)
        return scale * min(1.0, fit), draft

    def _climbed(self, shares: Mapping[str, float], steps: Iterable[float]) -> tuple[float, Mapping[str, float]]:
        """The largest scale that is found by making one column after the other wider or narrower, and their shares."""
        scale = self._largest(shares)
        names = sorted({*(LADDER[rung] for rung in self.stands.rungs), "effort"})
        for step, name in product(steps, names):
            for changed in ({**shares, name: shares[name] * step}, {**shares, name: shares[name] / step}):
                while scale < COMFORTABLE and self._fit(changed, scale * BETTER)[0] >= 1:
                    shares, scale = changed, scale * BETTER
        return scale, shares

    def _largest(self, shares: Mapping[str, float]) -> float:
        """About the largest scale at which columns with these shares of the page fit on it."""
        small, large = SMALLEST_SCALE, LARGEST
        if self._fit(shares, large)[0] >= 1:
            return large
        for _ in range(HALVINGS):
            middle = sqrt(small * large)
            small, large = (middle, large) if self._fit(shares, middle)[0] >= 1 else (small, middle)
        return small

    def _fit(self, shares: Mapping[str, float], scale: float) -> tuple[float, Draft]:
        """How many times larger the page is than a draft at a scale that fills its width, or 0 if columns are too slim."""
        room = self.room / scale
        plain = Draft(self.stands, self.cards, shares)
        wide = sum(plain.widths) or plain.tile
        most = FATTEST if scale < COMFORTABLE else 1.0  # small networks get wide gutters before wide columns
        widths = {name: width * min(1 + (room - plain.width) / wide, most) for name, width in shares.items()}
        spare = room - Draft(self.stands, self.cards, widths).width
        draft = Draft(self.stands, self.cards, widths, max(0.0, spare))
        slim = any(width < self.slimmest * WIDTHS[name] - 1 for name, width in zip(draft.names, draft.widths, strict=True))
        fit = min(room / draft.width + 1e-9, self.height / scale / draft.height)
        return (0.0 if slim and scale > SMALLEST_SCALE else fit), draft
