"""Which elements stand on which slide.

There is a slide for every theme, or more when a theme does not fit.
"""

from dinet.finding import Finding
from dinet.layout.layered.page_layout import PageComposer
from dinet.layout.pages import PageDivider
from dinet.layout.style.profile import Profile
from dinet.network import Network

SMALLEST_LETTERS = 11.0
"""Letters smaller than this, in points, cannot be read from the back of a room."""
MOST_BOXES = 20
"""The most boxes on one slide; a theme with more gets more slides."""
LEAST_GAIN = 1.1
"""How many times larger letters have to become to be worth another slide."""


class SlideDeck(PageDivider):
    """The pages of a programme as slides; see ``PageDivider``.

    The boxes hold titles or first sentences.
    """

    smallest_letters, least_gain, most_boxes = (
        SMALLEST_LETTERS,
        LEAST_GAIN,
        MOST_BOXES,
    )

    def __init__(
        self, network: Network, findings: tuple[Finding, ...], profile: Profile
    ) -> None:
        on_slides = profile._replace(
            paper="16:9", theme="", around="", short=True
        )
        super().__init__(network, findings, on_slides)

    def slide_pages(self) -> list[PageComposer]:
        """All pages, in reading order of the themes."""
        pages: list[PageComposer] = []
        for part in self.split_parts():
            pages += self.divide_part(part)
        return pages
