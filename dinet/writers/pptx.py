"""PowerPoint slides: an overview, every theme as boxes with arrows that stay glued, and findings.

The boxes can be edited, and so can the tables.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from typing import Any, NamedTuple

from pptx import Presentation
from pptx.util import Pt

from dinet.finding import Finding
from dinet.language import Sentence, translate_words
from dinet.layout.style.profile import Profile
from dinet.layout.text.measure import wrap_text
from dinet.model import Theme
from dinet.network import Network
from dinet.report.chart_data import (
    CoverageChart,
    coverage_chart,
    planning_charts,
)
from dinet.report.findings.findings_by_rule import (
    RuleFindings,
    findings_by_rule,
)
from dinet.report.findings.waived_findings import waived_rows
from dinet.report.salient.salient_points import salient_sentences
from dinet.report.sentences import count_findings
from dinet.report.summary import CountedFact, count_facts, coverage_sentences
from dinet.writers.office.archive import one_line
from dinet.writers.office.file_facts import programme_facts
from dinet.writers.office.theme import heading_colour, theme_of_style
from dinet.writers.slides.network_shapes import SlideDrawer
from dinet.writers.slides.slide_charts import ChartDrawer, chart_places
from dinet.writers.slides.slide_logo import SlideLogo
from dinet.writers.slides.slide_plan import SlideDeck, SlidePage
from dinet.writers.slides.slide_texts import (
    FAINT_COLOUR,
    PARAGRAPH_SIZE,
    SLIDE_HEIGHT,
    SLIDE_MARGIN,
    SLIDE_WIDTH,
    TEXT_ROOM,
    TILE_STEP,
    SlideTextWriter,
    paragraphs_height,
    row_heights,
)
from dinet.writers.slides.slide_titles import SlideWords
from dinet.writers.slides.template_traces import (
    clean_presentation,
    prepare_presentation,
)
from dinet.writers.slides.theme_build_up import ThemeBuildUp


class SlideContent(NamedTuple):
    """One slide.

    Args:
        title: What it says, in our words, but for the first slide.
        fill: Puts the rest on it.
        notes: For who speaks; empty when the slide says all.
    """

    title: str
    fill: Callable[[Any], object]
    notes: str = ""


# Points: from the top of a slide to what stands under the title.
CONTENT_TOP = 72.0
TABLE_HEADING_HEIGHT = 22  # points
# Between the lines of the first slide and the table under them, in points.
TABLE_GAP = 8
TITLE_SIZE, FIRST_TITLE_SIZE = 20, 26  # points
# A longer vision is cut.
MOST_VISION_LINES = 3
# More findings of one rule than this stand together in one row.
MANY_FINDINGS = 3
# Such a row names so many elements, and of all of them the number.
MOST_NAMED_ELEMENTS = 40
COLUMN_SHARES = (1.5, 6, 4)
"""The shares of the width that severity, finding and elements have."""
WAIVED_SHARES = (1.5, 5, 5)
"""The shares of the width that elements, finding and reason have."""
FEWEST_CHARTED = 2
"""Of one theme a chart tells no more than its row in the table."""
COVERAGE_COLUMNS = (
    "Theme",
    "Goals",
    "of which with an effort of their own",
    "Targets",
    "of which with an effort of their own",
)
THEME_COLUMN_SHARES = (6, 2, 2, 2, 2)
"""The shares of the width that the name of a theme and its four numbers have."""


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The presentation: the same bytes for the same network and findings.

    Args:
        network: Every element is drawn; one that two slides need is repeated.
        findings: Stand on the last slides, the worst first.
        profile: The language of our own words and the look. Boxes show titles or first
            sentences; the whole text stands in the description of its box.
    """
    return _SlideShow(network, findings, profile).to_bytes()


class _SlideShow:
    """A programme on its way to slides."""

    def __init__(
        self, network: Network, findings: tuple[Finding, ...], profile: Profile
    ) -> None:
        self.network, self.findings, self.profile = network, findings, profile
        self.texts = SlideTextWriter(
            profile.lang,
            network.programme.lang,
            heading_colour(profile.style),
        )
        self.deck = SlideDeck(network, findings, profile)
        self.drawing = SlideDrawer(network, self.texts)
        self.words = SlideWords(network, profile.lang)
        goal_colour = profile.style.inks["goal"].bar
        self.build_up = ThemeBuildUp(network, self.texts, profile.style)
        self.charts = ChartDrawer(
            profile.lang, goal_colour, profile.style.words
        )
        self.logo = SlideLogo(profile.style.logo, self.texts)
        self.name = self.deck.plan_captions.title

    def to_bytes(self) -> bytes:
        """The file."""
        presentation = Presentation()
        prepare_presentation(presentation, SLIDE_WIDTH)
        presentation.slide_width = Pt(SLIDE_WIDTH)
        presentation.slide_height = Pt(SLIDE_HEIGHT)
        slides = self._number_titles(list(self._all_slides()))
        for at, content in enumerate(slides):
            layout = presentation.slide_layouts[0]
            self._fill_slide(
                presentation.slides.add_slide(layout),
                content,
                is_first=at == 0,
            )
        facts = programme_facts(self.network, self.name)
        return clean_presentation(
            presentation,
            facts,
            self.network.programme.lang,
            theme_of_style(self.profile.style),
        )

    def _fill_slide(
        self, slide: Any, content: SlideContent, *, is_first: bool
    ) -> None:
        size = FIRST_TITLE_SIZE if is_first else TITLE_SIZE
        self.logo.place_logo(slide, is_first=is_first)
        self.texts.write_title(
            slide, content.title, size=size, own=not is_first
        )
        content.fill(slide)
        if content.notes:
            self.texts.write_notes(slide, content.notes)

    def _all_slides(self) -> Iterator[SlideContent]:
        """All slides in their order, before their titles are numbered."""
        yield SlideContent(
            self.name, self._fill_overview, "\n".join(self._overview_notes())
        )
        overview_end = self._find_overview_end()
        if self.network.themes and not self._table_fits(overview_end):
            yield from self._coverage_slides()
        yield from self._coverage_chart_slide()
        yield from self._theme_slides()
        yield from self._planning_slides()
        yield from self._finding_slides()
        yield from self._waived_slides()

    def _coverage_chart_slide(self) -> Iterator[SlideContent]:
        """How well efforts cover goals and targets, as bars; none of a single bar."""
        lang = self.profile.lang
        both = (
            coverage_chart(self.network, lang, of_goals=of_goals)
            for of_goals in (True, False)
        )
        charts = [chart for chart in both if chart]
        bars = sum(len(chart.names) for chart in charts)
        if bars < FEWEST_CHARTED:
            return
        title = next(iter(self._coverage_lines()), "")
        spoken = " ".join(chart.spoken for chart in charts)
        yield SlideContent(
            title or self._translate_words("Coverage"),
            partial(self._fill_coverage_charts, charts=charts),
            self._chart_notes(spoken),
        )

    def _fill_coverage_charts(
        self, slide: Any, charts: Sequence[CoverageChart]
    ) -> None:
        places = chart_places(len(charts), CONTENT_TOP)
        for chart, place in zip(charts, places, strict=True):
            self.charts.draw_coverage(slide, chart, place)

    def _planning_slides(self) -> Iterator[SlideContent]:
        """When the efforts run, as bars over the years; none without dates."""
        place = chart_places(1, CONTENT_TOP)[0]
        for chart in planning_charts(self.network, self.profile.lang):
            fill = partial(self.charts.draw_planning, chart=chart, place=place)
            yield SlideContent(
                chart.title, fill, self._chart_notes(chart.spoken)
            )

    def _chart_notes(self, spoken: str) -> str:
        """What a chart tells, a line for each bar, with the names of the themes."""
        themes = [f"{theme.id} {theme.text}" for theme in self.network.themes]
        return "\n".join((*spoken.split("; "), *map(one_line, themes)))

    def _number_titles(
        self, slides: Sequence[SlideContent]
    ) -> Iterator[SlideContent]:
        """The slides; those with the same title are numbered, so that no two have the same."""
        counts = Counter(content.title for content in slides)
        passed = Counter[str]()
        for content in slides:
            title = content.title
            passed[title] += 1
            if counts[title] == 1:
                yield content
                continue
            numbered = Sentence(
                "{title} ({number} of {count})",
                title=title,
                number=passed[title],
                count=counts[title],
            )
            yield content._replace(
                title=numbered.in_language(self.profile.lang)
            )

    # the slides

    def _fill_overview(self, slide: Any) -> None:
        """The programme in numbers, what stands out, and coverage theme by theme if it fits."""
        top = CONTENT_TOP
        if tiles := list(self._counted_tiles()):
            top = self.texts.write_tiles(slide, tiles, top)
        lines = list(self._summary_lines())
        top = self.texts.write_paragraphs(slide, lines, top) + TABLE_GAP
        if self.network.themes and self._table_fits(top):
            self._fill_coverage(slide, list(self._theme_rows()), top)

    def _fill_coverage(
        self, slide: Any, rows: Sequence[Sequence[str]], top: float
    ) -> None:
        title = self._translate_words("Coverage")
        self.texts.write_table(slide, rows, THEME_COLUMN_SHARES, top, title)

    def _find_overview_end(self) -> float:
        """Where the lines of the first slide end, in points from the top."""
        top = CONTENT_TOP
        if list(self._counted_tiles()):
            top += TILE_STEP
        return top + paragraphs_height(list(self._summary_lines())) + TABLE_GAP

    def _table_fits(self, top: float) -> bool:
        """Whether the coverage by theme fits on a slide under a height."""
        heights = row_heights(list(self._theme_rows()), THEME_COLUMN_SHARES)
        return top + sum(heights) <= SLIDE_HEIGHT - SLIDE_MARGIN

    def _coverage_slides(self) -> Iterator[SlideContent]:
        """The coverage theme by theme, where the first slide has no room for it."""
        heading, *rows = self._theme_rows()
        title = next(iter(self._coverage_lines()), "")
        for part in _split_rows(rows, THEME_COLUMN_SHARES):
            fill = partial(
                self._fill_coverage, rows=[heading, *part], top=CONTENT_TOP
            )
            yield SlideContent(
                title or self._translate_words("Coverage"), fill
            )

    def _counted_tiles(self) -> Iterator[tuple[CountedFact, str]]:
        """What is counted, each in the colour of its kind or in grey when it is of no kind."""
        colours: dict[str, str] = {}
        for kind, ink in self.profile.style.inks.items():
            colours[kind] = ink.bar
        for fact in count_facts(
            self.network, self.findings, self.profile.lang
        ):
            yield fact, colours.get(fact.kind, FAINT_COLOUR)

    def _theme_slides(self) -> Iterator[SlideContent]:
        """Each theme among all of them, and then its own slides."""
        told: set[str | None] = set()
        for page in self.deck.slide_pages():
            for theme in self.build_up.themes:
                if theme.id == page.theme and theme.id not in told:
                    yield self._build_up_slide(theme)
            told.add(page.theme)
            yield SlideContent(
                one_line(self.words.message_of(page)),
                partial(self._fill_page, page=page),
                self.words.notes_of(page),
            )

    def _build_up_slide(self, theme: Theme) -> SlideContent:
        """All themes, with one of them and its goals in sight."""
        told = [theme, *self.build_up.goals_of(theme)]
        lines = [f"{element.id} {element.text}" for element in told]
        return SlideContent(
            self.build_up.title_of(theme),
            partial(self.build_up.draw_themes, lit=theme),
            "\n".join(map(one_line, lines)),
        )

    def _fill_page(self, slide: Any, page: SlidePage) -> None:
        """The boxes of a page, under the line that names their theme."""
        if topic := self.words.topic_of(page):
            self.texts.write_topic(slide, topic)
        self.drawing.draw_page(slide, page.composer.compose_layout())

    def _finding_slides(self) -> Iterator[SlideContent]:
        rows = self._all_finding_rows()
        if not rows:
            title = self._translate_words("No findings")
            yield SlideContent(title, self._fill_without_findings)
            return
        title = count_findings(self.findings, self.profile.lang)
        heading = list(
            map(self._translate_words, ("Severity", "Finding", "Elements"))
        )
        for part in _split_rows(rows):
            fill = partial(
                self.texts.write_table,
                rows=[heading, *part],
                widths=COLUMN_SHARES,
                top=CONTENT_TOP,
                label=title,
            )
            yield SlideContent(title, fill)

    def _waived_slides(self) -> Iterator[SlideContent]:
        """What stands by a decision, with why and by whom; nothing when nothing does."""
        title = self._translate_words("Waived findings")
        heading = list(
            map(self._translate_words, ("Elements", "Finding", "Reason"))
        )
        for part in _split_rows(self._waived_rows(), WAIVED_SHARES):
            fill = partial(
                self.texts.write_table,
                rows=[heading, *part],
                widths=WAIVED_SHARES,
                top=CONTENT_TOP,
                label=title,
            )
            yield SlideContent(title, fill)

    def _waived_rows(self) -> list[list[str]]:
        waived = waived_rows(self.profile.waived, self.profile.lang)
        return [
            [", ".join(row.spot.ids), row.spot.sentence, row.decision]
            for row in waived
        ]

    def _fill_without_findings(self, slide: Any) -> None:
        words = "No findings: every rule that was applied is met."
        self.texts.write_paragraphs(
            slide, [self._translate_words(words)], CONTENT_TOP
        )

    def _all_finding_rows(self) -> list[list[str]]:
        rows: list[list[str]] = []
        for rule in findings_by_rule(self.findings, self.profile.lang):
            rows += self._finding_rows(rule)
        return rows

    def _finding_rows(self, rule: RuleFindings) -> Iterator[list[str]]:
        """What a rule found: many findings together, a few one by one."""
        if rule.alike or len(rule.spots) > MANY_FINDINGS:
            ids = ", ".join(rule.ids[:MOST_NAMED_ELEMENTS])
            if len(rule.ids) > MOST_NAMED_ELEMENTS:
                ids += f" … ({len(rule.spots)})"
            yield [rule.level, rule.about, ids]
            return
        for spot in rule.spots:
            yield [rule.level, spot.sentence, ", ".join(spot.ids)]

    # the overview in words and numbers

    def _summary_lines(self) -> Iterator[str]:
        """What the programme is about, its vision, and how well it is covered."""
        identity = self.network.programme.identity
        origin = list(
            filter(
                None, (identity.organisation, identity.period, identity.date)
            )
        )
        if origin:
            yield " · ".join(origin)
        for sentence, _ in self._salient_sentences:
            yield sentence
        if vision := self.deck.plan_captions.vision_line:
            room = TEXT_ROOM / PARAGRAPH_SIZE
            yield " ".join(wrap_text(vision, room, most=MOST_VISION_LINES))

    @cached_property
    def _salient_sentences(self) -> list[tuple[str, str]]:
        """What stands out, as the overview of the page tells it, each with what it rests on."""
        return salient_sentences(
            self.network, self.findings, self.profile.lang
        )

    def _coverage_lines(self) -> Iterator[str]:
        for sentence in coverage_sentences(self.network):
            yield sentence.in_language(self.profile.lang)

    def _overview_notes(self) -> Iterator[str]:
        """What stands out with its proof, how well all is covered, and the vision whole."""
        for sentence, proof in self._salient_sentences:
            yield f"{sentence} ({proof})" if proof else sentence
        yield from self._coverage_lines()
        yield self.deck.plan_captions.vision_line

    def _theme_rows(self) -> Iterator[list[str]]:
        yield list(map(self._translate_words, COVERAGE_COLUMNS))
        for row in self.network.coverage().themes:
            name = self._theme_name(row.theme)
            counts = (
                row.goals.total,
                row.goals.own,
                row.targets.total,
                row.targets.direct,
            )
            yield [one_line(name), *map(str, counts)]

    def _theme_name(self, theme: Theme | None) -> str:
        if theme is None:
            return self._translate_words("Without a theme")
        return f"{theme.id} {theme.text}"

    def _translate_words(self, words: str) -> str:
        return translate_words(words, self.profile.lang)


def _split_rows(
    rows: Sequence[list[str]], shares: Sequence[float] = COLUMN_SHARES
) -> Iterator[list[list[str]]]:
    """Rows in pieces that fit on a slide under a heading; none of no rows."""
    piece: list[list[str]] = []
    room = SLIDE_HEIGHT - CONTENT_TOP - SLIDE_MARGIN - TABLE_HEADING_HEIGHT
    used = 0.0
    for row, height in zip(rows, row_heights(rows, shares), strict=True):
        if piece and used + height > room:
            yield piece
            piece, used = [], 0.0
        piece.append(row)
        used += height
    if piece:
        yield piece


DUTCH = {
    (
        "PowerPoint slides: an overview, every theme as boxes with arrows that stay "
        "glued, and findings."
    ): (
        "PowerPoint-dia's: een overzicht, elk thema als vakken die te bewerken zijn, "
        "met pijlen die eraan vast blijven zitten, en de bevindingen."
    ),
}
