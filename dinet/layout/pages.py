"""A programme on as many pages as it takes to read it: one page if it fits, else one for each theme, or more."""

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from math import ceil, inf

from dinet.errors import UsageError, did_you_mean
from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.layered.arrangement import EFFORT_RANK, Arrangement
from dinet.layout.layered.captions import Captions
from dinet.layout.layered.cards import Cards
from dinet.layout.layered.page_layout import PageComposer, check_size
from dinet.layout.plan import CaptionLine, Layout
from dinet.layout.style.paper import NATURAL_LETTERS, SMALLEST_LETTERS, parse_page_size
from dinet.layout.style.profile import Profile
from dinet.layout.text.excerpt import network_around
from dinet.layout.text.measure import measure_width
from dinet.model import SUPPORTING_LINKS, Identity, Programme
from dinet.network import Network

BOX_OVERHEAD = 80
"""What a box takes besides its text, in characters of text."""
WORTHWHILE_GAIN, MOST_PAGE_FACTOR = 1.04, 2
"""Where so many times more pages do not make letters so much larger, the page is too narrow, and more of them do not help."""
MOST_NAMED_ELEMENTS = 12
"""A box names no more elements of other pages than this."""


def lay_out_picture(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> Layout:
    """What the profile asks for on one page, in letters as large as fit.

    Args:
        network: The programme.
        findings: What the rules say about it.
        profile: The paper, what is drawn of the programme, and how.

    Raises:
        UsageError: The programme has no such theme or element, or both are asked for.
        DocumentError: There are more elements than dinet draws.
    """
    book = _build_divider(network, findings, profile)
    return (
        next(book.theme_pages(at_most=1)).compose_layout()
        if profile.theme
        else book.whole_page.compose_layout()
    )


@lru_cache(maxsize=1)
def lay_out_pages(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> tuple[Layout, ...]:
    """The whole programme on pages whose letters are at least 7 points, as far as that can be.

    Args:
        network: The programme.
        findings: What the rules say about it; the legend of a single page counts them.
        profile: The paper, what is drawn of the programme, and how.

    Returns:
        One page when the letters are large enough, else a page or more for each theme. An
        element that two of these need is repeated with a dashed border and a remark that says
        where else it stands. A theme is its page's title.

    Raises:
        UsageError: The programme has no such theme or element, or both are asked for.
        DocumentError: There are more elements than dinet draws.
    """
    book = _build_divider(network, findings, profile)
    if profile.theme:
        sheets = [*book.theme_pages()]
        return tuple(
            _number_page(each.compose_layout(), at, len(sheets), profile.lang)
            for at, each in enumerate(sheets, start=1)
        )
    if (
        book.whole_page.scale * NATURAL_LETTERS >= SMALLEST_LETTERS
        or not book.whole_page.page_size.height
    ):
        return (book.whole_page.compose_layout(),)
    sheets = [page for part in book.split_parts() for page in book.divide_part(part)]
    return tuple(
        _number_page(page.compose_layout(), number, len(sheets), profile.lang)
        for number, page in enumerate(sheets, start=1)
    )


@lru_cache(maxsize=1)
def _build_divider(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> "PageDivider":
    """The pages in the making, kept for the next format: a build draws the same ones several times."""
    return PageDivider(network, findings, profile)


def _number_page(layout: Layout, number: int, count: int, lang: str) -> Layout:
    text = Sentence("page {number} of {count}", number=number, count=count).in_language(
        lang
    )
    last = layout.words[-1]
    right = layout.width - layout.words[0].x - measure_width(text) * last.size
    return layout._replace(
        words=(
            *layout.words,
            CaptionLine(
                "number", text, right, layout.height - layout.words[0].x, last.size
            ),
        )
    )


class PageDivider:
    """The pages of a programme in the making.

    Args:
        network: The programme.
        findings: What the rules say about it.
        profile: The wishes of the reader.

    ``smallest_letters`` are the letters that can be read, in points; more pages are worth it
    when their letters are ``least_gain`` times larger; and fewer boxes than ``most_boxes`` on a
    page are worth as much as that.
    """

    smallest_letters, least_gain, most_boxes = SMALLEST_LETTERS, WORTHWHILE_GAIN, inf

    def __init__(
        self, network: Network, findings: tuple[Finding, ...], profile: Profile
    ) -> None:
        if profile.theme and profile.around:
            raise UsageError(
                Sentence("draw a theme or what is around an element, not both.")
            )
        self.element_count, self.findings, self.profile = (
            len(network),
            findings,
            profile,
        )
        self.network = (
            network_around(network, profile.around, profile.steps)
            if profile.around
            else network
        )
        check_size(self.network)
        self.arrangement, self.cards = (
            Arrangement(self.network),
            Cards(network, profile, findings),
        )

    @cached_property
    def whole_page(self) -> PageComposer:
        """Everything on one page."""
        excerpt, findings = None, self.findings
        if near := self.profile.around:
            shown = len(self.network)
            excerpt = Sentence(
                "Excerpt around {id}: {shown} of {whole} elements",
                id=near,
                shown=shown,
                whole=self.element_count,
            )
            findings = ()
        captions = Captions(self.arrangement, findings, self.profile, excerpt)
        return PageComposer(
            self.arrangement, self.cards, captions, parse_page_size(self.profile.paper)
        )

    def theme_pages(self, at_most: int = 0) -> Iterator[PageComposer]:
        """The pages of the theme that the profile names.

        Args:
            at_most: So many pages; 0 for as many as it takes to read them.
        """
        wanted = self.profile.theme
        if self.network[wanted].kind != "theme":
            themes = [theme.id for theme in self.network.themes]
            what = Sentence(
                "{id} is not a theme of this programme: {known}.",
                id=wanted,
                known=", ".join(themes),
            )
            raise UsageError(what, *did_you_mean(wanted, themes))
        part = next(part for part in self.split_parts() if wanted in part)
        yield from self.divide_part(part, at_most)

    def split_parts(self) -> Iterator[tuple[str, ...]]:
        """The heads of families that belong on a page together, in reading order; a theme comes first in its part."""
        for strip in self.arrangement.clusters:
            yield strip.heads
        if loose := tuple(
            each for heap in self.arrangement.unlinked_groups for each in heap.heads
        ):
            yield loose

    def divide_part(
        self, part: tuple[str, ...], at_most: int = 0
    ) -> list[PageComposer]:
        """The pages of a part: as few as have letters that are large enough, and no more than make them larger."""
        theme = next((each for each in part if self.cards[each].kind == "theme"), None)
        heads = [each for each in part if each != theme] or [*part]
        boxes = sum(len(self.arrangement.families[head]) for head in heads)
        count, best, letters = (
            max(1, min(ceil(boxes / self.most_boxes), at_most or len(heads))),
            list[PageComposer](),
            0.0,
        )
        while True:
            most_pages = min(at_most or len(heads), MOST_PAGE_FACTOR * len(best))
            too_small = 0.0
            if count >= most_pages:  # these pages are used, or those of before are
                too_small = min(self.smallest_letters, self.least_gain * letters)
            pieces = self._split_by_text(heads, count)
            found = self._compose_readable_pages(theme, pieces, too_small)
            if not found:
                return best
            smallest = min(
                (page.scale * NATURAL_LETTERS for page in found),
                default=self.smallest_letters,
            )
            if (
                max((len(page.arrangement.network) for page in found), default=0)
                > self.most_boxes
            ):
                smallest /= self.least_gain
            if (
                smallest >= self.smallest_letters
                or smallest > self.least_gain * letters
            ):
                best, letters = found, smallest
            if smallest >= self.smallest_letters or count >= min(
                at_most or len(heads), MOST_PAGE_FACTOR * len(best)
            ):
                return best
            count = min(
                len(heads),
                max(count + 1, ceil(0.8 * count * self.smallest_letters / smallest)),
            )

    def _compose_readable_pages(
        self, theme: str | None, pieces: Sequence[list[str]], too_small: float
    ) -> list[PageComposer]:
        """A page for each piece; none as soon as one has letters that are too small, in points.

        A chain of 150 goals is repeated whole on the page of its end: that one is made first,
        and the hundred others, which would not be used either, are not made at all.
        """
        pages: list[PageComposer] = []
        for piece in reversed(pieces):
            page = self._compose_page(theme, piece)
            if page.scale * NATURAL_LETTERS <= too_small:
                return []
            pages.append(page)
        return pages[::-1]

    def _split_by_text(self, heads: Sequence[str], count: int) -> list[list[str]]:
        """Cut a list into pieces with about as much text."""
        sizes = [
            sum(
                len(self.cards[each].text) + BOX_OVERHEAD
                for each, _ in self.arrangement.families[head]
            )
            for head in heads
        ]
        share, before = sum(sizes) / count, 0.0
        pieces: list[list[str]] = [[] for _ in range(count)]
        for head, size in zip(heads, sizes, strict=True):
            pieces[min(count - 1, int((before + size / 2) / share))].append(head)
            before += size
        return [piece for piece in pieces if piece]

    def _compose_page(self, theme: str | None, heads: Sequence[str]) -> PageComposer:
        own = {each for head in heads for each, _ in self.arrangement.families[head]}
        band = self.arrangement.cluster_of[heads[0]]
        repeated = self._find_repeated(own, band)
        remarks = self._elsewhere_remarks(own, own | repeated) | {
            each: self._repeated_remark(each, band) for each in repeated
        }
        captions = Captions(
            Arrangement(self._page_network(theme, own, own | repeated)),
            (),
            self.profile,
            self._excerpt_sentence(own | repeated),
        )
        return PageComposer(
            captions.arrangement,
            self.cards.with_remarks(remarks, repeated),
            captions,
            parse_page_size(self.profile.paper),
        )

    def _excerpt_sentence(self, shown: set[str]) -> Sentence | None:
        if not self.profile.theme:
            return None
        theme, found = self.profile.theme, len(shown)
        return Sentence(
            "Excerpt, theme {id}: {shown} of {whole} elements",
            id=theme,
            shown=found,
            whole=self.element_count,
        )

    def _find_repeated(self, own: set[str], band: int) -> set[str]:
        """What a page repeats from others: what its efforts serve, up to its own goals, and what else is linked to it.

        Efforts of other pages are not repeated; the boxes that they serve name them.
        """
        head, home, rung = (
            self.arrangement.head_of,
            self.arrangement.cluster_of,
            self.arrangement.column_rank,
        )
        found = set[str]()
        for link in self.arrangement.drawn_links:
            if link.start in own and rung[link.start] == EFFORT_RANK:
                found.add(link.end)
            elif (
                link.end in own
                and rung[link.start] != EFFORT_RANK
                and (home[link.start] != band or link.kind not in SUPPORTING_LINKS)
            ):
                found.add(link.start)
        todo = [*own, *found]
        while todo:
            fresh = (
                {
                    each
                    for each in self.arrangement.served_heads.get(head[todo.pop()], ())
                    if home[each] == band
                }
                - found
                - own
            )
            found |= fresh
            todo += fresh
        return {each for each in found - own if self.cards[each].kind != "theme"}

    def _repeated_remark(self, element: str, band: int) -> str:
        home = self.arrangement.cluster_of[self.arrangement.head_of[element]]
        themes = self.network.themes
        if home == band or home == len(themes):
            return Sentence("also on another page").in_language(self.profile.lang)
        return Sentence("shared with theme {id}", id=themes[home].id).in_language(
            self.profile.lang
        )

    def _elsewhere_remarks(self, own: set[str], shown: set[str]) -> dict[str, str]:
        """For each element whose support is partly on other pages, a remark that names what is there."""
        found: dict[str, list[str]] = {}
        for link in self.arrangement.drawn_links:
            if link.end in own and link.start not in shown:
                found.setdefault(link.end, []).append(self.cards[link.start].code)
        return {
            each: Sentence(
                "also served by {ids}",
                ids=", ".join(ids[:MOST_NAMED_ELEMENTS])
                + (" …" if len(ids) > MOST_NAMED_ELEMENTS else ""),
            ).in_language(self.profile.lang)
            for each, ids in found.items()
        }

    def _page_network(
        self, theme: str | None, own: set[str], shown: set[str]
    ) -> Network:
        """The part of the programme that a page shows, with all links in it."""
        identity = self.network.programme.identity
        if theme and theme not in own:
            number, text = (
                theme.removeprefix(self.network[theme].prefix),
                self.network[theme].text,
            )  # as councils name it
            title = Sentence("Theme {id}: {text}", id=number, text=text).in_language(
                self.profile.lang
            )
            identity = Identity(
                title=title, organisation=identity.title, lang=identity.lang
            )
        else:
            identity = identity.model_copy(update={"vision": None})
        links = (
            link
            for link in self.arrangement.drawn_links
            if {link.start, link.end} <= shown
        )
        elements = (element for element in self.network if element.id in shown)
        return Network(
            Programme.model_construct(
                identity=identity,
                elements=tuple(elements),
                links=tuple(links),
                notes=(),
            )
        )
