"""Which elements stand on which slide: a slide for every theme, or more when a theme does not fit."""

from dinet.finding import Finding
from dinet.layout.layered.page_layout import PageComposer
from dinet.layout.pages import PageDivider
from dinet.layout.style.profile import Profile
from dinet.network import Network

SMALLEST_LETTERS = 11.0
"""Letters smaller than this, in points, cannot be read from the back of a room."""
MOST_BOXES = 20
"""Boxes on one slide."""
LEAST_GAIN = 1.1
"""More slides are worth it when their letters are so much larger, or when they hold no more boxes than that."""


class SlideDeck(PageDivider):
    """The pages of a programme as slides, with titles or first sentences in the boxes; see ``PageDivider``."""

    smallest_letters, least_gain, most_boxes = SMALLEST_LETTERS, LEAST_GAIN, MOST_BOXES

    def __init__(
        self, network: Network, findings: tuple[Finding, ...], profile: Profile
    ) -> None:
        super().__init__(
            network,
            findings,
            profile._replace(paper="16:9", theme="", around="", short=True),
        )

    def slide_pages(self) -> list[PageComposer]:
        """All pages, in reading order of the themes."""
        return [page for part in self.split_parts() for page in self.divide_part(part)]
