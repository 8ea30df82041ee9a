"""The overview with which the page opens: what stands out, and the goals as tiles in their themes.

A tile says how efforts cover its goal by a pattern, a sign and a word. How much more it says
depends on how many there are: a whole sentence, a short title, or its code alone; of the largest
programmes themes are folded, and each says how many of its goals have which grade.
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from dinet.finding import Finding
from dinet.language import CountedSentence, Sentence
from dinet.layout.layered.remarks import GRADE_SIGNS
from dinet.layout.tables.din_table import themes_of_goal
from dinet.layout.text.measure import hyphenate_words
from dinet.layout.text.short_title import short_title
from dinet.model import Effort, Element, Goal, Target, Theme
from dinet.network import (
    GOAL_GRADES,
    TARGET_GRADES,
    Grade,
    Measured,
    Network,
    Tally,
    grade_name,
)
from dinet.report.linked_words import TextPiece
from dinet.report.reading.unsaid_links import UnsaidLinks, find_unsaid_links
from dinet.report.salient.risk_points import fragile_goals
from dinet.report.salient.salient_point import PointTone, SalientPoint
from dinet.report.salient.salient_points import find_salient_points
from dinet.wording.labels import (
    counted_kind,
)
from dinet.wording.sentence_ends import first_sentence

TITLE_LENGTH = 60
"""In characters: two lines of a small tile."""
SENTENCE_LENGTH = 140
"""In characters: seven lines of a tile. The details have what follows."""
MANY_GROUPS = 40
"""Of more themes each tells what it has in less room."""
WIDEST_THEME = 6
"""In tiles: so many stand beside each other on a usual screen."""
MOST_GROUPS = 12
"""So many themes of a large programme are seen at first: three rows on a usual screen."""
MOST_SHARED = 3
"""So many shared targets are named on a tile; of the others the number."""


class TileLevel(StrEnum):
    """How much tiles tell, the most first."""

    SENTENCES = "sentences"
    TITLES = "titles"
    GAPS = "gaps"
    CODES = "codes"
    THEMES = "themes"


LEVEL_NAMES: dict[TileLevel, Sentence] = {
    TileLevel.SENTENCES: Sentence("Sentences"),
    TileLevel.TITLES: Sentence("Titles"),
    TileLevel.GAPS: Sentence("Attention"),
    TileLevel.CODES: Sentence("Codes"),
    TileLevel.THEMES: Sentence("Themes"),
}
MOST_TILES: dict[TileLevel, int] = {
    TileLevel.SENTENCES: 20,
    TileLevel.TITLES: 80,
    TileLevel.GAPS: 140,
    TileLevel.CODES: 260,
}
"""So many tiles of a level are seen at a glance on a usual screen of 1280 by 800."""
MOST_WITH_SENTENCES = 150
"""Of more goals the page holds no whole sentence a second time: it stands in the details."""


class AimTile(NamedTuple):
    """One goal, or one target where a programme has no goals.

    Args:
        element: The goal.
        title: Its short title, with soft hyphens in long words.
        sentence: What it says, or the first sentence of it; with these too.
        grade: How efforts cover it.
        grade_words: What that is called.
        sign: What stands for it where there is no room for the words.
        facts: How many targets, efforts and findings it has, in words.
        shared: The codes of targets that it shares with other goals.
        more_shared: How many of these are not named.
        lone_effort: The only effort that leads to it, if it hangs on one.
        is_unmeasured: No target measures it, while the programme has targets.
    """

    element: Element
    title: str
    sentence: str
    grade: Grade
    grade_words: str
    sign: str
    facts: tuple[str, ...]
    shared: tuple[str, ...]
    more_shared: int
    lone_effort: Effort | None
    is_unmeasured: bool

    @property
    def is_gap(self) -> bool:
        """Whether the goal misses something."""
        return self.is_unmeasured or self.grade is Grade.NONE

    @property
    def asks_attention(self) -> bool:
        """Whether the goal misses something, or hangs on one effort."""
        return self.is_gap or self.lone_effort is not None


class TileGroup(NamedTuple):
    """The goals of a theme.

    Args:
        theme: None for goals without a theme.
        heading: What stands above those; empty when all goals stand in one group.
        tiles: The goals, in reading order; empty for a theme without goals.
        tally: How many of them have each grade.
        counts: How many goals there are.
        gaps: What some of them miss, or that these hang on one effort, with how many.
    """

    theme: Theme | None
    heading: str
    tiles: tuple[AimTile, ...]
    tally: Tally
    counts: str
    gaps: tuple[str, ...]

    @property
    def tiles_across(self) -> int:
        """How many tiles stand beside each other where there is room."""
        return max(1, min(len(self.tiles), WIDEST_THEME))


class LegendLine(NamedTuple):
    """What a pattern or sign on tiles means, and how many have it.

    Args:
        name: Of the pattern: a grade, or what else is told of a goal.
        sign: Before the words; empty if none.
        words: What it means.
        many: How many goals have it.
    """

    name: str
    sign: str
    words: str
    many: int


class LinkedPoint(NamedTuple):
    """What stands out, in the language of the page."""

    tone: PointTone
    sentence: list[TextPiece]
    proof: list[TextPiece]


class OverviewView(NamedTuple):
    """What the overview shows.

    Args:
        points: What stands out, the gravest first.
        unsaid: What the document leaves open, when it says of nothing what it serves.
        heading: Above the tiles.
        groups: The themes with their goals; of a large programme those with most gaps first.
        first: How many of these are seen at first.
        legend: The grades that occur, best first.
        level: How much the tiles tell at first.
        levels: The levels to choose from, each with its name.
    """

    points: list[LinkedPoint]
    unsaid: UnsaidLinks | None
    heading: str
    groups: tuple[TileGroup, ...]
    first: int
    legend: tuple[LegendLine, ...]
    level: TileLevel
    levels: tuple[tuple[TileLevel, str], ...]

    @property
    def is_crowded(self) -> bool:
        """Whether there are so many themes that each has little room."""
        return len(self.groups) > MANY_GROUPS

    @property
    def rest(self) -> tuple[TileGroup, ...]:
        """The themes that are not seen at first."""
        return self.groups[self.first :]

    @property
    def has_sentences(self) -> bool:
        """Whether tiles hold whole sentences."""
        return TileLevel.SENTENCES in dict(self.levels)


def build_overview(
    network: Network,
    findings: Sequence[Finding],
    source: str,
    lang: str,
) -> OverviewView:
    """The overview of a programme.

    Args:
        network: What the page shows.
        findings: What the rules said.
        source: The name of the document.
        lang: The language of the page.
    """
    maker = TileMaker(network, findings, lang)
    groups = tuple(maker.build_groups())
    aims = maker.aims
    levels = tuple(_list_levels(len(aims), groups, lang))
    is_large = (
        len(groups) > MOST_GROUPS and len(aims) > MOST_TILES[TileLevel.GAPS]
    )
    if is_large:
        groups = tuple(sorted(groups, key=_rank_group))
    unsaid = find_unsaid_links(network, source)
    points = find_salient_points(
        network, findings, links_are_told=unsaid is not None
    )
    return OverviewView(
        [_link_point(point, lang) for point in points],
        unsaid,
        _heading_of(network, lang),
        groups,
        MOST_GROUPS if is_large else len(groups),
        tuple(list_legend(groups, lang, of_goals=bool(network.goals))),
        _fitting_level(len(aims), dict(levels)),
        levels,
    )


def _rank_group(group: TileGroup) -> tuple[int, int]:
    """The more goals miss something the earlier; then the more hang on one effort."""
    gaps = sum(tile.is_gap for tile in group.tiles)
    return -gaps, -_count_fragile(group.tiles)


def _link_point(point: SalientPoint, lang: str) -> LinkedPoint:
    return LinkedPoint(
        point.tone, point.sentence_pieces(lang), point.proof_pieces(lang)
    )


def _heading_of(network: Network, lang: str) -> str:
    if network.goals or not network.targets:
        return Sentence("The goals in one picture").in_language(lang)
    return Sentence("The targets in one picture").in_language(lang)


def _fitting_level(count: int, levels: Container[TileLevel]) -> TileLevel:
    """The level that tells most of so many goals on a usual screen."""
    for level, most in MOST_TILES.items():
        if count <= most and level in levels:
            return level
    return TileLevel.THEMES


def _list_levels(
    count: int, groups: Sequence[TileGroup], lang: str
) -> Iterator[tuple[TileLevel, str]]:
    """The levels that make a difference."""
    for level, name in LEVEL_NAMES.items():
        is_too_long = (
            level is TileLevel.SENTENCES and count > MOST_WITH_SENTENCES
        )
        has_no_themes = level is TileLevel.THEMES and len(groups) < 2
        is_like_others = level is TileLevel.GAPS and not _differ_in_gaps(
            groups
        )
        if not (is_too_long or has_no_themes or is_like_others):
            yield level, name.in_language(lang)


def _differ_in_gaps(groups: Iterable[TileGroup]) -> bool:
    """Whether some goals ask attention and others do not."""
    asked = {tile.asks_attention for group in groups for tile in group.tiles}
    return len(asked) > 1


def list_legend(
    groups: Iterable[TileGroup], lang: str, *, of_goals: bool
) -> Iterator[LegendLine]:
    """The grades that occur, best first, and then what else tiles tell."""
    # a goal of two themes has two tiles and counts once
    tiles = {tile.element.id: tile for group in groups for tile in group.tiles}
    counts = Counter(tile.grade for tile in tiles.values())
    for grade in GOAL_GRADES if of_goals else TARGET_GRADES:
        if counts[grade]:
            words = _grade_words(grade, lang, of_goals=of_goals)
            sign = GRADE_SIGNS[grade]
            yield LegendLine(grade.value, sign, words, counts[grade])
    others = (
        ("unmeasured", "!", Sentence("no target"), _count_unmeasured),
        ("fragile", "", Sentence("on one effort"), _count_fragile),
    )
    for name, sign, sentence, count_tiles in others:
        count = count_tiles(tiles.values())
        if count:
            yield LegendLine(name, sign, sentence.in_language(lang), count)


def _grade_words(grade: Grade, lang: str, *, of_goals: bool) -> str:
    """What a grade is called where no heading says that it is about efforts."""
    if grade is Grade.NONE:
        return Sentence("no effort").in_language(lang)
    return grade_name(grade, of_goals=of_goals).in_language(lang)


class TileMaker:
    """Makes the tiles of a programme.

    Args:
        network: The programme.
        findings: What the rules said.
        lang: The language of the page.

    Attributes:
        aims: The goals; the targets of a programme without goals.
    """

    def __init__(
        self, network: Network, findings: Iterable[Finding], lang: str
    ) -> None:
        self.aims: tuple[Element, ...] = network.goals or network.targets
        self._kind = self.aims[0].kind if self.aims else "goal"
        self._network = network
        self._lang = lang
        self._lone = fragile_goals(network)
        self._efforts = network.efforts_per_goal()
        self._shared = {
            shared.element.id
            for shared in network.shared()
            if isinstance(shared.element, Target)
        }
        self._findings = Counter(
            element_id
            for finding in findings
            for element_id in set(finding.ids)
        )

    def build_groups(self) -> Iterator[TileGroup]:
        """The themes with their goals, and then the goals without a theme."""
        by_theme: dict[str, list[Element]] = {
            theme.id: [] for theme in self._network.themes
        }
        homeless = []
        for aim in self.aims:
            themes = self._themes_of(aim)
            for theme in themes:
                by_theme[theme.id].append(aim)
            if not themes:
                homeless.append(aim)
        for theme in self._network.themes:
            yield self._build_group(theme, "", by_theme[theme.id])
        if self._network.themes:
            words = Sentence("Without a theme").in_language(self._lang)
            if homeless:
                yield self._build_group(None, words, homeless)
        else:
            yield from self._groups_by_level(homeless)

    def _themes_of(self, aim: Element) -> tuple[Theme, ...]:
        if isinstance(aim, Goal):
            return themes_of_goal(self._network, aim)
        return self._network.themes_of(aim)

    def _groups_by_level(self, aims: Iterable[Element]) -> Iterator[TileGroup]:
        """The goals of a programme without themes: the strategic ones first."""
        by_level: dict[str, list[Element]] = {}
        for aim in aims:
            level = (aim.level or "") if isinstance(aim, Goal) else ""
            by_level.setdefault(level, []).append(aim)
        if len(by_level) < 2:
            for together in by_level.values():
                yield self._build_group(None, "", together)
            return
        for name, heading in self._level_headings().items():
            if name in by_level:
                yield self._build_group(None, heading, by_level[name])

    def _level_headings(self) -> Mapping[str, str]:
        headings = {
            "strategic": Sentence("Strategic goals"),
            "operational": Sentence("Operational goals"),
            "": Sentence("Other goals"),
        }
        return {
            level: heading.in_language(self._lang)
            for level, heading in headings.items()
        }

    def _build_group(
        self, theme: Theme | None, heading: str, aims: Iterable[Element]
    ) -> TileGroup:
        tiles = tuple(map(self._build_tile, aims))
        grades = Counter(tile.grade.value for tile in tiles)
        return TileGroup(
            theme,
            heading,
            tiles,
            Tally(**grades),
            counted_kind(self._kind, len(tiles)).in_language(self._lang),
            tuple(self._count_gaps(tiles)),
        )

    def _count_gaps(self, tiles: Sequence[AimTile]) -> Iterator[str]:
        """How many goals miss something or hang on one effort."""
        gaps = (
            Sentence("{count} without effort", count=_count_bare(tiles)),
            Sentence("{count} without target", count=_count_unmeasured(tiles)),
            Sentence("{count} on one effort", count=_count_fragile(tiles)),
        )
        for sentence in gaps:
            if sentence.values["count"]:
                yield sentence.in_language(self._lang)

    def _build_tile(self, aim: Element) -> AimTile:
        grade = self._network.grade(aim)
        own = self._network.targets_of(aim)
        shared = [target.id for target in own if target.id in self._shared]
        is_unmeasured = self._is_unmeasured(aim)
        text_lang = self._network.programme.lang
        return AimTile(
            aim,
            hyphenate_words(
                short_title(aim.title or aim.text, TITLE_LENGTH), text_lang
            ),
            hyphenate_words(_leading_sentence(aim.text), text_lang),
            grade,
            _grade_words(grade, self._lang, of_goals=isinstance(aim, Goal)),
            _sign_of(grade, is_unmeasured=is_unmeasured),
            tuple(self._tell_facts(aim, len(own))),
            tuple(shared[:MOST_SHARED]),
            max(0, len(shared) - MOST_SHARED),
            self._lone.get(aim.id),
            is_unmeasured,
        )

    def _is_unmeasured(self, aim: Element) -> bool:
        return (
            isinstance(aim, Goal)
            and bool(self._network.targets)
            and self._network.measured(aim) is Measured.NONE
        )

    def _count_efforts(self, aim: Element) -> int:
        of_goal = self._efforts.get(aim.id)
        if of_goal is None:  # a target, in a programme without goals
            return len(self._network.efforts_for(aim))
        return len(of_goal)

    def _tell_facts(self, aim: Element, targets: int) -> Iterator[str]:
        """How many targets, efforts and findings there are; nothing where that is unknown."""
        if targets:
            yield counted_kind("target", targets).in_language(self._lang)
        efforts = self._count_efforts(aim)
        if efforts:
            yield counted_kind("effort", efforts).in_language(self._lang)
        findings = self._findings[aim.id]
        if findings:
            yield CountedSentence(
                "{n} finding", "{n} findings", findings, n=findings
            ).in_language(self._lang)


def _leading_sentence(text: str) -> str:
    """The text, or its first sentence and a sign that more follows."""
    first = first_sentence(text).strip()
    if len(first) > SENTENCE_LENGTH:
        return short_title(text, SENTENCE_LENGTH)
    return first if len(first) >= len(text.strip()) - 1 else f"{first} …"


def _sign_of(grade: Grade, *, is_unmeasured: bool) -> str:
    sign = GRADE_SIGNS[grade]
    return f"{sign} !" if is_unmeasured and sign != "!" else sign


def _count_bare(tiles: Iterable[AimTile]) -> int:
    return sum(tile.grade is Grade.NONE for tile in tiles)


def _count_unmeasured(tiles: Iterable[AimTile]) -> int:
    return sum(tile.is_unmeasured for tile in tiles)


def _count_fragile(tiles: Iterable[AimTile]) -> int:
    return sum(tile.lone_effort is not None for tile in tiles)
