"""A programme on as many pages as it takes to read it.

One page if it fits, else one for each theme, or more.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from math import ceil

from dinet.errors import UsageError, did_you_mean
from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.layered.arrangement import EFFORT_RANK, Arrangement
from dinet.layout.layered.captions import Captions
from dinet.layout.layered.cards import Cards
from dinet.layout.layered.page_layout import PageComposer, check_size
from dinet.layout.plan import CaptionLine, Layout
from dinet.layout.style.paper import (
    NATURAL_LETTERS,
    SMALLEST_LETTERS,
    PageSize,
    page_of_width,
    parse_page_size,
)
from dinet.layout.style.profile import Profile
from dinet.layout.text.excerpt import network_around
from dinet.layout.text.measure import measure_width
from dinet.model import SUPPORTING_LINKS, Identity, Link, Programme
from dinet.network import Network

BOX_OVERHEAD = 80
"""What a box takes besides its text, in characters of text."""
WORTHWHILE_GAIN = 1.04
"""More pages are worth it when letters become so many times larger."""
MOST_PAGE_FACTOR = 2
"""So many times more pages than the best number so far are tried at most.

Where these do not make letters larger, the page is too narrow, and more of them do not help.
"""
PAGE_GROWTH = 0.8
"""The number of pages grows by this share of what letters are too small.

So it does not go past the least number of pages on which all can be read.
"""
MOST_NAMED_ELEMENTS = 12
"""A box names no more elements of other pages than this; "…" stands for the rest."""


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
    divider = _build_divider(network, findings, profile)
    if not profile.theme:
        return divider.whole_page.compose_layout()
    return next(divider.theme_pages(at_most=1)).compose_layout()


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
    on_paper = profile._replace(width=0.0)
    divider = _build_divider(network, findings, on_paper)
    if profile.theme:
        return _number_pages([*divider.theme_pages()], profile.lang)
    return _number_pages(readable_pages(divider), profile.lang)


def readable_pages(divider: "PageDivider") -> Sequence[PageComposer]:
    """One page when its letters are large enough, else a page or more for each theme."""
    if divider.fits_one_page():
        return (divider.whole_page,)
    profile = divider.profile
    # pages of a part do not count findings, so annex and report have the same ones
    told = divider.findings if profile.marks == "findings" else ()
    return _pages_of_parts(divider.network, told, profile)


@lru_cache(maxsize=2)
def _pages_of_parts(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> tuple[PageComposer, ...]:
    """The pages of all parts in the making, kept for the formats with the same paper."""
    divider = PageDivider(network, findings, profile)
    return tuple(
        page
        for part in divider.split_parts()
        for page in divider.divide_part(part)
    )


@lru_cache(maxsize=1)
def _build_divider(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> "PageDivider":
    """The pages in the making, kept for the next format.

    A build draws the same pages several times.
    """
    return PageDivider(network, findings, profile)


def _number_pages(
    pages: Sequence[PageComposer], lang: str
) -> tuple[Layout, ...]:
    """The finished pages, each with its number; one that is alone has none."""
    if len(pages) == 1:
        return (pages[0].compose_layout(),)
    return tuple(
        _number_page(page.compose_layout(), number, len(pages), lang)
        for number, page in enumerate(pages, start=1)
    )


def _number_page(layout: Layout, number: int, count: int, lang: str) -> Layout:
    """A page with its number at the right bottom, in the letters of the legend."""
    words = Sentence("page {number} of {count}", number=number, count=count)
    text = words.in_language(lang)
    margin = layout.words[0].x
    size = layout.words[-1].size
    left = layout.width - margin - measure_width(text) * size
    line = CaptionLine("number", text, left, layout.height - margin, size)
    return layout._replace(words=(*layout.words, line))


def picture_size(profile: Profile) -> PageSize:
    """The page that a reader wants: a paper, or one of a width of one's own."""
    if profile.width:
        return page_of_width(profile.width)
    return parse_page_size(profile.paper)


def check_theme(network: Network, wanted: str) -> None:
    """Stop when a programme has no such theme.

    Raises:
        UsageError: It is no element, or no theme.
    """
    if network[wanted].kind == "theme":
        return
    themes = [theme.id for theme in network.themes]
    sentence = Sentence(
        "{id} is not a theme of this programme: {known}.",
        id=wanted,
        known=", ".join(themes),
    )
    raise UsageError(sentence, *did_you_mean(wanted, themes))


class PageDivider:
    """The pages of a programme in the making.

    Args:
        network: The programme.
        findings: What the rules say about it.
        profile: The wishes of the reader.
    """

    def __init__(
        self, network: Network, findings: tuple[Finding, ...], profile: Profile
    ) -> None:
        if profile.theme and profile.around:
            raise UsageError(
                Sentence(
                    "draw a theme or what is around an element, not both."
                )
            )
        self.element_count = len(network)
        self.findings = findings
        self.profile = profile
        self.network = network
        if profile.around:
            self.network = network_around(
                network, profile.around, profile.steps
            )
        check_size(self.network)
        self.arrangement = Arrangement(self.network)
        self.cards = Cards(network, profile, findings)

    # one page

    @cached_property
    def whole_page(self) -> PageComposer:
        """Everything on one page."""
        # What the rules say is counted of the whole programme, so not under an excerpt.
        findings = () if self.profile.around else self.findings
        excerpt = self._around_sentence()
        captions = Captions(self.arrangement, findings, self.profile, excerpt)
        return PageComposer(
            self.arrangement, self.cards, captions, picture_size(self.profile)
        )

    def fits_one_page(self) -> bool:
        """Whether everything can be read on one page; always on one as high as needed."""
        page = self.whole_page
        if page.is_far_too_full():
            return False
        letters = page.scale * NATURAL_LETTERS
        return letters >= SMALLEST_LETTERS or not page.page_size.height

    def _around_sentence(self) -> Sentence | None:
        """What the legend says of an excerpt around an element; None where all is drawn."""
        if not self.profile.around:
            return None
        return Sentence(
            "Excerpt around {id}: {shown} of {whole} elements",
            id=self.profile.around,
            shown=len(self.network),
            whole=self.element_count,
        )

    # several pages

    def theme_pages(self, at_most: int = 0) -> Iterator[PageComposer]:
        """The pages of the theme that the profile names.

        Args:
            at_most: So many pages; 0 for as many as it takes to read them.

        Raises:
            UsageError: The programme has no such theme or element.
        """
        theme = self.profile.theme
        check_theme(self.network, theme)
        part = next(part for part in self.split_parts() if theme in part)
        yield from self.divide_part(part, at_most)

    def split_parts(self) -> Iterator[tuple[str, ...]]:
        """The heads of families that belong on a page together, in reading order.

        A theme comes first in its part. What serves nothing is the last part.
        """
        for cluster in self.arrangement.clusters:
            yield cluster.heads
        groups = self.arrangement.unlinked_groups
        unlinked = tuple(head for group in groups for head in group.heads)
        if unlinked:
            yield unlinked

    def divide_part(
        self, part: tuple[str, ...], at_most: int = 0
    ) -> list[PageComposer]:
        """The pages of a part: as few as have letters that are large enough.

        Where none have, there are no more than make letters larger.

        Args:
            part: The heads of its families.
            at_most: So many pages; 0 for as many as it takes to read them.
        """
        theme, heads = self._split_theme(part)
        most = at_most or len(heads)
        count = 1
        best: list[PageComposer] = []
        best_letters = 0.0
        while True:
            last_try = count >= min(most, MOST_PAGE_FACTOR * len(best))
            too_small = 0.0
            if last_try:  # these pages are used, or those of before are
                too_small = min(
                    SMALLEST_LETTERS, WORTHWHILE_GAIN * best_letters
                )
            pages = self._compose_readable_pages(
                theme, heads, count, too_small
            )
            if not pages:
                return best
            letters = self._smallest_letters_on(pages)
            can_be_read = letters >= SMALLEST_LETTERS
            if can_be_read or letters > WORTHWHILE_GAIN * best_letters:
                best, best_letters = pages, letters
            if can_be_read or count >= min(most, MOST_PAGE_FACTOR * len(best)):
                return best
            wanted = ceil(PAGE_GROWTH * count * SMALLEST_LETTERS / letters)
            count = min(len(heads), max(count + 1, wanted))

    def _split_theme(
        self, part: Sequence[str]
    ) -> tuple[str | None, list[str]]:
        """The theme of a part, if it has one, and what is to be divided over pages.

        That is all but the theme, or the theme itself when there is nothing else.
        """
        themes = [head for head in part if self.cards[head].kind == "theme"]
        if not themes:
            return None, [*part]
        others = [head for head in part if head != themes[0]]
        return themes[0], others or [*part]

    def _smallest_letters_on(self, pages: Iterable[PageComposer]) -> float:
        """The smallest letters on some pages, in points."""
        return min(
            (page.scale * NATURAL_LETTERS for page in pages),
            default=SMALLEST_LETTERS,
        )

    def _compose_readable_pages(
        self,
        theme: str | None,
        heads: Sequence[str],
        count: int,
        too_small: float,
    ) -> list[PageComposer]:
        """Families on so many pages, with about as much text on each.

        None as soon as one has letters that are too small, in points. A chain of 150 goals is
        repeated whole on the page of its end: that one is made first, and the hundred others,
        which would not be used either, are not made at all.
        """
        pages: list[PageComposer] = []
        for piece in reversed(self._split_by_text(heads, count)):
            page = self._compose_page(theme, piece)
            if page.scale * NATURAL_LETTERS <= too_small:
                return []
            pages.append(page)
        return pages[::-1]

    def _split_by_text(
        self, heads: Sequence[str], count: int
    ) -> list[list[str]]:
        """Cut a list into pieces with about as much text."""
        sizes = [self._text_size(head) for head in heads]
        piece_size = sum(sizes) / count
        size_before = 0.0
        pieces: list[list[str]] = [[] for _ in range(count)]
        for head, size in zip(heads, sizes, strict=True):
            # A family comes in the piece in which its middle falls.
            piece = int((size_before + size / 2) / piece_size)
            pieces[min(count - 1, piece)].append(head)
            size_before += size
        return [piece for piece in pieces if piece]

    def _text_size(self, head: str) -> int:
        """How much room a family takes, in characters of text."""
        members = self.arrangement.families[head]
        return sum(
            len(self.cards[member].text) + BOX_OVERHEAD
            for member, _ in members
        )

    # one page of several

    def _compose_page(
        self, theme: str | None, heads: Sequence[str]
    ) -> PageComposer:
        """A page for some families: these, and what it repeats from others to read them."""
        families = self.arrangement.families
        own = {member for head in heads for member, _ in families[head]}
        cluster = self.arrangement.cluster_of[heads[0]]
        repeated = self._find_repeated(own, cluster)
        shown = own | repeated
        remarks = self._elsewhere_remarks(own, shown)
        for element in repeated:
            remarks[element] = self._repeated_remark(element, cluster)
        arrangement = Arrangement(self._page_network(theme, own, shown))
        excerpt = self._theme_sentence(len(shown))
        return PageComposer(
            arrangement,
            self.cards.with_remarks(remarks, repeated),
            Captions(arrangement, (), self.profile, excerpt),
            picture_size(self.profile),
        )

    def _theme_sentence(self, shown: int) -> Sentence | None:
        """What the legend says of a page when only a theme is asked for."""
        if not self.profile.theme:
            return None
        return Sentence(
            "Excerpt, theme {id}: {shown} of {whole} elements",
            id=self.profile.theme,
            shown=shown,
            whole=self.element_count,
        )

    def _find_repeated(self, own: set[str], cluster: int) -> set[str]:
        """What a page repeats from others.

        That is what its efforts serve, up to its own goals, and what else is linked to it.
        Efforts of other pages are not repeated; the boxes that they serve name them. Nor are
        themes.

        Args:
            own: All elements of the families of the page.
            cluster: The number of their cluster.
        """
        shown = own | self._find_linked(own, cluster)
        waiting = [*shown]
        while waiting:
            served = self._served_in_cluster(waiting.pop(), cluster) - shown
            shown |= served
            waiting += served
        repeated = shown - own
        return {head for head in repeated if self.cards[head].kind != "theme"}

    def _find_linked(self, own: set[str], cluster: int) -> set[str]:
        """What the efforts of a page serve, and what else is linked to it from other pages."""
        linked: set[str] = set()
        for link in self.arrangement.drawn_links:
            if self._is_effort(link.start):
                if link.start in own:
                    linked.add(link.end)
            elif link.end in own and not self._is_support_within(
                link, cluster
            ):
                linked.add(link.start)
        return linked

    def _is_effort(self, element: str) -> bool:
        return self.arrangement.column_rank[element] == EFFORT_RANK

    def _is_support_within(self, link: Link, cluster: int) -> bool:
        """Whether a link carries support from something in a cluster."""
        home = self.arrangement.cluster_of[link.start]
        return home == cluster and link.kind in SUPPORTING_LINKS

    def _served_in_cluster(self, element: str, cluster: int) -> set[str]:
        """What the family of an element serves in a cluster."""
        arrangement = self.arrangement
        served = arrangement.served_heads.get(arrangement.head_of[element], ())
        return {
            head for head in served if arrangement.cluster_of[head] == cluster
        }

    def _repeated_remark(self, element: str, cluster: int) -> str:
        """Where an element stands that a page for a cluster repeats."""
        home = self.arrangement.cluster_of[self.arrangement.head_of[element]]
        themes = self.network.themes
        if home in (cluster, len(themes)):
            sentence = Sentence("also on another page")
        else:
            sentence = Sentence("shared with theme {id}", id=themes[home].id)
        return sentence.in_language(self.profile.lang)

    def _elsewhere_remarks(
        self, own: set[str], shown: set[str]
    ) -> dict[str, str]:
        """For each element of a page what serves it on other pages, if anything does.

        Args:
            own: The elements of the page.
            shown: These, and what the page repeats from others.
        """
        codes: dict[str, list[str]] = {}
        for link in self.arrangement.drawn_links:
            if link.end in own and link.start not in shown:
                code = self.cards[link.start].code
                codes.setdefault(link.end, []).append(code)
        return {
            element: self._elsewhere_remark(ids)
            for element, ids in codes.items()
        }

    def _elsewhere_remark(self, codes: Sequence[str]) -> str:
        ids = ", ".join(codes[:MOST_NAMED_ELEMENTS])
        if len(codes) > MOST_NAMED_ELEMENTS:
            ids += " …"
        return Sentence("also served by {ids}", ids=ids).in_language(
            self.profile.lang
        )

    def _page_network(
        self, theme: str | None, own: set[str], shown: set[str]
    ) -> Network:
        """The part of the programme that a page shows, with all links in it."""
        links = (
            link
            for link in self.arrangement.drawn_links
            if link.start in shown and link.end in shown
        )
        elements = (element for element in self.network if element.id in shown)
        return Network(
            Programme.model_construct(
                identity=self._page_identity(theme, own),
                elements=tuple(elements),
                links=tuple(links),
                notes=(),
            )
        )

    def _page_identity(self, theme: str | None, own: set[str]) -> Identity:
        """What a page is called: its theme, or the programme where it has none or shows it."""
        identity = self.network.programme.identity
        if not theme or theme in own:
            return identity.model_copy(update={"vision": None})
        element = self.network[theme]
        # Councils name a theme by its number alone.
        number = theme.removeprefix(element.prefix)
        title = Sentence("Theme {id}: {text}", id=number, text=element.text)
        return Identity(
            title=title.in_language(self.profile.lang),
            organisation=identity.title,
            lang=identity.lang,
        )
