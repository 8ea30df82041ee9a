"""Which elements stand on which slide.

A goal stays with what serves it. Only a goal that does not fit on a slide is divided, and it is
repeated where it goes on. Nothing is made smaller than can be read from the back of a room.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from math import ceil
from typing import NamedTuple

from dinet.errors import DocumentError, UsageError
from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.layered.arrangement import Arrangement
from dinet.layout.layered.captions import Captions
from dinet.layout.layered.cards import (
    FOREIGN_FONT_SLACK,
    Cards,
)
from dinet.layout.layered.page_layout import PageComposer
from dinet.layout.layered.unscaled_layout import UnscaledLayout
from dinet.layout.pages import MOST_NAMED_ELEMENTS, check_theme
from dinet.layout.plan import CaptionLine
from dinet.layout.style.paper import (
    NATURAL_LETTERS,
    PageSize,
    box_height,
)
from dinet.layout.style.profile import Profile
from dinet.layout.text.excerpt import network_around
from dinet.model import SUPPORTING_LINKS, Identity, Programme
from dinet.network import Network

SMALLEST_LETTERS = 14.0
"""Letters smaller than this, in points, cannot be read from the back of a room."""
LEAST_SCALE = 1.02 * SMALLEST_LETTERS / NATURAL_LETTERS
"""No slide is scaled less; a little more than that, for what rounding takes."""
MOST_BOXES = 20
"""The most boxes on one slide; a goal with more gets more slides."""
MOST_ELEMENTS = 1000
"""Of more elements no slides are made: nobody shows more than about 150 of them."""
SLIDE_PAGE = PageSize(960, 540, 24, 27, 2.0)
"""A slide as PowerPoint has it; the letters of its legend are a share of those of a title."""
PICTURE_TOP = 74.0
"""Where the boxes begin, in points: under the title and the line below it."""
PIECE_GROWTH = 1.15
"""A goal that does not fit is tried in so many times more pieces."""
CUT_SLACK = 3
"""A piece may be one part in so many longer or shorter, to be cut where less is cut through."""
MOST_STEPS_UP = 3
"""From what is repeated so many links are followed towards its goal."""


class SlidePage(NamedTuple):
    """The boxes of one slide.

    Args:
        composer: Places them.
        own: The ids of the elements that are at home here, in reading order.
        continued: The id of the goal, or other element, that an earlier slide begins; else empty.
        theme: The id of their theme; None when they have none.
    """

    composer: "SlideComposer"
    own: tuple[str, ...]
    continued: str
    theme: str | None


class SlideCards(Cards):
    """Cards whose remarks have letters as large as their text: small print has no use on a wall.

    A slide holds no letters of its own, so its boxes have room for wider ones than were measured.
    """

    def __init__(
        self,
        network: Network,
        profile: Profile,
        findings: tuple[Finding, ...] = (),
    ) -> None:
        super().__init__(network, profile, findings)
        self.width_slack = FOREIGN_FONT_SLACK
        self.remark_size = 1.0

    def _box_height(self, lines: int, remark_lines: int) -> float:
        return box_height(lines + remark_lines, 0)


class SlideComposer(PageComposer):
    """A page whose title the slide itself has, and whose letters can be read or that is none.

    ``scale`` is 0 when there is more on it than fits.
    """

    def _header_lines(self) -> list[CaptionLine]:
        return []

    def _find_picture_top(self) -> float:
        return PICTURE_TOP

    def _find_scale(self) -> tuple[float, UnscaledLayout]:
        return self.search.find_readable_scale(
            self._picture_height(), LEAST_SCALE
        )


class SmallestSlideComposer(SlideComposer):
    """A page for one element that fits nowhere: in letters as large as can be."""

    def _find_scale(self) -> tuple[float, UnscaledLayout]:
        return PageComposer._find_scale(self)


class SlideDeck:
    """The pages of a programme as slides. The boxes hold titles or first sentences.

    Args:
        network: The programme.
        findings: What the rules say about it.
        profile: The wishes of the reader: a theme alone, or what is around an element.

    Raises:
        UsageError: The programme has no such theme or element, or both are asked for.
        DocumentError: There are more elements than anybody shows.
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
        self.profile = profile._replace(short=True)
        self.network = network
        if profile.around:
            self.network = network_around(
                network, profile.around, profile.steps
            )
        if profile.theme:
            check_theme(network, profile.theme)
        self.arrangement = Arrangement(self.network)
        self.parts = list(self._list_parts())
        _check_length(sum(len(members) for _, members in self.parts))
        self.cards = SlideCards(self.network, self.profile, findings)
        self.served_ids, self.linked_ids = self._find_neighbours()

    @property
    def plan_captions(self) -> Captions:
        """The name of the programme and its vision, as pictures tell them."""
        return Captions(self.arrangement, (), self.profile)

    def _list_parts(self) -> Iterator[tuple[str | None, list[str]]]:
        """The members of every theme in reading order, and last what serves nothing."""
        wanted = self.profile.theme
        for cluster in self.arrangement.clusters:
            if not wanted or cluster.theme == wanted:
                members = self._members_of(cluster.heads)
                yield cluster.theme, _without_theme(members, cluster.theme)
        groups = self.arrangement.unlinked_groups
        unlinked = list(chain.from_iterable(group.heads for group in groups))
        if unlinked and not wanted:
            yield None, self._members_of(unlinked)

    def _members_of(self, heads: Iterable[str]) -> list[str]:
        families = self.arrangement.families
        return [member for head in heads for member, _ in families[head]]

    def _find_neighbours(
        self,
    ) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """For every element what it serves; and these and all else that a line leads to."""
        served: dict[str, list[str]] = {element: [] for element in self.cards}
        others: dict[str, list[str]] = {element: [] for element in self.cards}
        themes = {theme.id for theme in self.network.themes}
        for link in self.arrangement.drawn_links:
            if themes.isdisjoint((link.start, link.end)):
                supports = link.kind in SUPPORTING_LINKS
                (served if supports else others)[link.start].append(link.end)
                others[link.end].append(link.start)
        linked = {
            element: [*served[element], *others[element]]
            for element in self.cards
        }
        return served, linked

    # dividing

    def slide_pages(self) -> list[SlidePage]:
        """All pages, in reading order of the themes."""
        pages: list[SlidePage] = []
        for theme, members in self.parts:
            groups = list(self._list_groups(members))
            pages += self._pack_groups(theme, groups, "")
        return pages

    def _pack_groups(
        self, theme: str | None, groups: Iterable[Sequence[str]], first: str
    ) -> Iterator[SlidePage]:
        """Whole groups together as long as they fit; a group that does not fit in pieces.

        Args:
            theme: Of all of them.
            groups: In reading order.
            first: The goal that they are parts of; empty when they stand by themselves.
        """
        current: list[str] = []
        current_page = None
        for group in groups:
            page = self._compose_part(theme, [*current, *group], first)
            if page is None and current_page:
                yield current_page
                current = []
                page = self._compose_part(theme, group, first)
            current_page = page
            if page:
                current += group
            else:
                current = []
                yield from self._divide_group(theme, group, first)
        if current_page:
            yield current_page

    def _compose_part(
        self, theme: str | None, own: Sequence[str], first: str
    ) -> SlidePage | None:
        """A page for some groups; None when they do not fit, also with less repeated."""
        continued = "" if own[0] == first else first
        for steps in (MOST_STEPS_UP, 0):
            page = self._compose_page(theme, own, continued, steps)
            if page:
                return page
        return None

    def _list_groups(self, members: Sequence[str]) -> Iterator[list[str]]:
        """A goal and, after it, all that serves it; what serves nothing on its own."""
        group: list[str] = []
        for member in members:
            if group and not self._serves_one_of(member, group):
                yield group
                group = []
            group.append(member)
        if group:
            yield group

    def _list_blocks(self, group: Sequence[str]) -> Iterator[list[str]]:
        """Every goal of a group with what serves it; what serves the first one directly is last."""
        block: list[str] = []
        for member in group:
            is_goal = self._is_goal(member)
            if block and not is_goal and self._is_goal(block[0]):
                is_goal = not self._serves_one_of(member, block)
            if block and is_goal:
                yield block
                block = []
            block.append(member)
        if block:
            yield block

    def _is_goal(self, element: str) -> bool:
        return self.cards[element].kind == "goal"

    def _serves_one_of(self, member: str, group: Sequence[str]) -> bool:
        return not set(group).isdisjoint(self._heads_served_by(member))

    def _heads_served_by(self, member: str) -> list[str]:
        """What an element serves, and what its whole family serves."""
        head = self.arrangement.head_of[member]
        return [
            *self.served_ids[member],
            *self.arrangement.served_heads.get(head, ()),
        ]

    def _divide_group(
        self, theme: str | None, group: Sequence[str], first: str
    ) -> Iterator[SlidePage]:
        """Goal by goal, and a single goal in about equal pieces, as few as can be read."""
        blocks = list(self._list_blocks(group))
        if len(blocks) > 1:
            yield from self._pack_groups(theme, blocks, first or group[0])
            return
        if self._is_goal(group[0]) or not first:
            first = group[0]
        count = max(2, ceil(len(group) / MOST_BOXES))
        while count < len(group):
            pieces = self._cut_group(group, count)
            pages = self._compose_pieces(theme, first, pieces)
            if pages:
                yield from pages
                return
            count = max(count + 1, ceil(PIECE_GROWTH * count))
        for member in group:
            yield self._compose_single(theme, member, first)

    def _cut_group(
        self, group: Sequence[str], count: int
    ) -> list[Sequence[str]]:
        """Pieces of a group; what later ones repeat of its beginning does not count for the first.

        Hoogeveen's D2 has one target with seven efforts, which were cut into one, three and three.
        """
        lead = self._count_lead(group)
        if len(group) - lead < count:
            lead = 0
        first, *others = self._cut_evenly(group[lead:], count)
        return [[*group[:lead], *first], *others]

    def _count_lead(self, group: Sequence[str]) -> int:
        """How many elements begin a group that all others serve: a goal, or that and a target."""
        if not self._is_goal(group[0]):
            return 0
        kinds = [self.cards[element].kind for element in group]
        return 2 if kinds.count("target") == 1 and kinds[1] == "target" else 1

    def _cut_evenly(
        self, group: Sequence[str], count: int
    ) -> list[Sequence[str]]:
        """So many pieces of about the same length, each beginning at what is read first."""
        size = len(group) / count
        slack = int(size / CUT_SLACK)
        cuts = [0]
        for number in range(1, count):
            middle = round(number * size)
            low = max(cuts[-1] + 1, middle - slack)
            nearby = range(low, max(low, middle + slack) + 1)
            cuts.append(
                min(
                    (at for at in nearby if at < len(group)),
                    key=lambda at: (
                        self._cut_cost(group[at]),
                        abs(at - middle),
                    ),
                    default=len(group),
                )
            )
        ends = [*cuts[1:], len(group)]
        pairs = zip(cuts, ends, strict=True)
        return [group[start:end] for start, end in pairs if start < end]

    def _cut_cost(self, element: str) -> int:
        """How much is cut through before an element: most of all before a part."""
        rank = self.arrangement.column_rank[element]
        is_part = self.arrangement.head_of[element] != element
        return rank + is_part

    def _compose_pieces(
        self, theme: str | None, first: str, pieces: Sequence[Sequence[str]]
    ) -> list[SlidePage]:
        """A page for every piece; none as soon as one does not fit."""
        pages: list[SlidePage] = []
        for piece in reversed(pieces):
            continued = "" if piece[0] == first else first
            page = self._compose_page(theme, piece, continued, MOST_STEPS_UP)
            if page is None:
                return []
            pages.append(page)
        return pages[::-1]

    # one page

    def _compose_page(
        self,
        theme: str | None,
        own: Sequence[str],
        continued: str,
        steps: int,
    ) -> SlidePage | None:
        """A page for some elements; None when they do not fit.

        Args:
            theme: Theirs.
            own: The elements that are at home there.
            continued: The goal that goes on there, if any.
            steps: So far what is repeated is followed towards its goal.
        """
        if len(own) > MOST_BOXES:
            return None
        repeated = self._find_repeated(own, continued, steps)
        with_goal = self._with_goal(own, repeated, continued)
        for others in dict.fromkeys((with_goal, tuple(repeated))):
            if len(own) + len(others) > MOST_BOXES:
                continue
            composer = self._build_composer(
                SlideComposer, own, others, continued
            )
            if composer.scale:
                return SlidePage(composer, tuple(own), continued, theme)
        return None

    def _with_goal(
        self, own: Sequence[str], repeated: Sequence[str], continued: str
    ) -> tuple[str, ...]:
        """What is repeated, and the goal that goes on where something on the page serves it."""
        shown = {*own, *repeated}
        served = (goal for each in shown for goal in self.served_ids[each])
        if not continued or continued in shown or continued not in served:
            return tuple(repeated)
        return (*repeated, continued)

    def _compose_single(
        self, theme: str | None, element: str, first: str
    ) -> SlidePage:
        """A page for one element, however long it is."""
        page = self._compose_part(theme, (element,), first)
        if page:
            return page
        continued = "" if element == first else first
        composer = self._build_composer(
            SmallestSlideComposer, (element,), (), continued
        )
        return SlidePage(composer, (element,), continued, theme)

    def _find_repeated(
        self, own: Sequence[str], continued: str, steps: int
    ) -> list[str]:
        """What a page repeats so that nothing stands there as if nothing were linked to it.

        Of an element with no line to another one of the page that is the first that it serves, or
        else that is linked to it, and from there so many steps up towards a goal.
        """
        shown = dict.fromkeys(own)
        for element in own:
            linked = self.linked_ids[element]
            if not linked or not shown.keys().isdisjoint(linked):
                continue
            repeated = linked[0]
            shown[repeated] = None
            for _ in range(steps):
                served = self.served_ids[repeated]
                if not served or not shown.keys().isdisjoint(served):
                    break
                repeated = continued if continued in served else served[0]
                shown[repeated] = None
        return list(shown)[len(own) :]

    def _build_composer(
        self,
        composer: type[SlideComposer],
        own: Sequence[str],
        repeated: Sequence[str],
        continued: str,
    ) -> SlideComposer:
        shown = {*own, *repeated}
        remarks = self._elsewhere_remarks(own, shown)
        for element in repeated:
            remarks[element] = self._repeated_remark(element, continued)
        arrangement = Arrangement(self._page_network(shown))
        return composer(
            arrangement,
            self.cards.with_remarks(remarks, set(repeated)),
            Captions(arrangement, (), self.profile),
            SLIDE_PAGE,
        )

    def _repeated_remark(self, element: str, continued: str) -> str:
        if element == continued:
            return Sentence("continued").in_language(self.profile.lang)
        words = Sentence("stands on another slide")
        return words.in_language(self.profile.lang)

    def _elsewhere_remarks(
        self, own: Sequence[str], shown: set[str]
    ) -> dict[str, str]:
        """For each element of a page what it serves, and what serves it, on other slides."""
        serving: dict[str, list[str]] = {}
        serves: dict[str, list[str]] = {}
        for link in self.arrangement.drawn_links:
            if link.kind in SUPPORTING_LINKS:
                if link.end in shown and link.start not in shown:
                    serving.setdefault(link.end, []).append(link.start)
                if link.start in shown and link.end not in shown:
                    serves.setdefault(link.start, []).append(link.end)
        remarks: dict[str, str] = {}
        for element in own:
            words = list(
                self._both_ways(
                    serving.get(element, ()), serves.get(element, ())
                )
            )
            if words:
                remarks[element] = "; ".join(words)
        return remarks

    def _both_ways(
        self, serving: Sequence[str], serves: Sequence[str]
    ) -> Iterator[str]:
        themes = {theme.id for theme in self.network.themes}
        served = [element for element in serves if element not in themes]
        lang = self.profile.lang
        if serving:
            ids = self._name_codes(serving)
            yield Sentence("also served by {ids}", ids=ids).in_language(lang)
        if served:
            ids = self._name_codes(served)
            yield Sentence("also serves {ids}", ids=ids).in_language(lang)

    def _name_codes(self, ids: Sequence[str]) -> str:
        codes = [
            self.cards[element].code for element in ids[:MOST_NAMED_ELEMENTS]
        ]
        named = ", ".join(codes)
        return named if len(ids) <= len(codes) else f"{named} …"

    def _page_network(self, shown: set[str]) -> Network:
        """The part of the programme that a page shows, with all links in it."""
        links = (
            link
            for link in self.arrangement.drawn_links
            if link.start in shown and link.end in shown
        )
        elements = (element for element in self.network if element.id in shown)
        lang = self.network.programme.lang
        return Network(
            Programme.model_construct(
                identity=Identity(lang=lang),
                elements=tuple(elements),
                links=tuple(links),
                notes=(),
            )
        )


def _without_theme(members: list[str], theme: str | None) -> list[str]:
    """What is drawn of a theme: its members, or itself when it has none."""
    others = [element for element in members if element != theme]
    return others or members


def _check_length(count: int) -> None:
    """Stop at a programme of which nobody shows the slides.

    Raises:
        DocumentError: It has too many elements.
    """
    if count > MOST_ELEMENTS:
        raise DocumentError(
            Sentence(
                "{count} elements would be more slides than anybody shows; of at most {most} "
                "slides are made.",
                count=count,
                most=MOST_ELEMENTS,
            ),
            Sentence(
                "Ask for a part with --theme or --around; the page (html) shows all of it."
            ),
        )
