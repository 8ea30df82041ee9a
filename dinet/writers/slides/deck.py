"""Which elements stand on which slide: a slide for every theme, or more when a theme does not fit."""

from collections.abc import Iterator
from math import ceil

from dinet.finding import Finding
from dinet.layout.columns import Page
from dinet.layout.pages import Book
from dinet.layout.paper import NATURAL
from dinet.layout.profile import Profile
from dinet.network import Network

SMALLEST = 11.0
"""Letters smaller than this, in points, cannot be read from the back of a room."""
MOST = 20
"""Boxes on one slide."""
GAIN, STEP = 1.1, 1.15
"""More slides are worth it when their letters are so much larger; how many more are tried at a time."""


class Deck(Book):
    """The pages of a programme as slides, with titles or first sentences in the boxes; see ``Book``."""

    def __init__(self, network: Network, findings: tuple[Finding, ...], profile: Profile) -> None:
        super().__init__(network, findings, profile._replace(paper="16:9", theme="", around="", short=True))

    def slides(self) -> list[Page]:
        """All pages, in reading order of the themes."""
        return [page for part in self.parts() for page in self.divided(part)]

    def divided(self, part: tuple[str, ...], at_most: int = 0) -> list[Page]:
        """The pages of a part: as few as have large letters and not too many boxes, as far as that can be."""
        theme = next((each for each in part if self.cards[each].kind == "theme"), None)
        heads = [each for each in part if each != theme] or [*part]
        boxes = sum(len(self.arrangement.families[head]) for head in heads)
        best, letters = list[Page](), 0.0
        for count in _counts(ceil(boxes / MOST), at_most or len(heads)):
            found = [self._page(theme, piece) for piece in self._pieces(heads, count)]
            smallest = min(page.scale for page in found) * NATURAL
            if max(len(page.arrangement.network) for page in found) > MOST:
                smallest /= GAIN  # fewer boxes are worth as much as larger letters
            if smallest >= SMALLEST:
                return found
            if smallest > GAIN * letters:
                best, letters = found, smallest
        return best


def _counts(least: int, most: int) -> Iterator[int]:
    """Numbers of slides to try, in larger steps where there are many."""
    count = min(least, most)
    while count < most:
        yield count
        count = min(most, max(count + 1, ceil(STEP * count)))
    yield most
