"""PowerPoint slides: an overview, every theme as boxes with arrows that stay glued, and findings.

The boxes can be edited, and so can the tables.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from pptx import Presentation
from pptx.util import Pt

from dinet.finding import Finding
from dinet.language import Sentence, translate_words
from dinet.layout.style.profile import Profile
from dinet.layout.text.measure import wrap_text
from dinet.model import Theme
from dinet.network import Network
from dinet.report.findings_by_rule import RuleFindings, findings_by_rule
from dinet.report.summary import CountedFact, count_facts, coverage_sentences
from dinet.writers.office.archive import one_line
from dinet.writers.slides.network_shapes import SlideDrawer
from dinet.writers.slides.slide_plan import SlideDeck
from dinet.writers.slides.slide_texts import (
    FAINT_COLOUR,
    PARAGRAPH_SIZE,
    SLIDE_HEIGHT,
    SLIDE_MARGIN,
    SLIDE_WIDTH,
    TEXT_ROOM,
    SlideTextWriter,
    row_heights,
)
from dinet.writers.slides.template_traces import (
    clean_presentation,
    prepare_presentation,
)

SlideContent = tuple[str, Callable[[Any], object]]
"""The title of a slide, and what fills it."""
# Points: from the top of a slide to what stands under the title.
CONTENT_TOP = 72.0
TABLE_HEADING_HEIGHT = 22  # points
TITLE_SIZE, FIRST_TITLE_SIZE = 18, 26  # points
# A longer vision is cut.
MOST_VISION_LINES = 3
# More findings of one rule than this stand together in one row.
MANY_FINDINGS = 3
# Such a row names so many elements, and of all of them the number.
MOST_NAMED_ELEMENTS = 40
COLUMN_SHARES = (1.5, 6, 4)
"""The shares of the width that severity, finding and elements have."""
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
            profile.lang, network.programme.lang, profile.style.font
        )
        self.deck = SlideDeck(network, findings, profile)
        self.drawing = SlideDrawer(network, self.texts)
        self.name = self.deck.whole_page.captions.title

    def to_bytes(self) -> bytes:
        """The file."""
        presentation = Presentation()
        prepare_presentation(presentation, SLIDE_WIDTH)
        presentation.slide_width = Pt(SLIDE_WIDTH)
        presentation.slide_height = Pt(SLIDE_HEIGHT)
        for at, (title, fill) in enumerate(
            self._number_titles(list(self._all_slides()))
        ):
            slide = presentation.slides.add_slide(
                presentation.slide_layouts[0]
            )
            size = TITLE_SIZE if at else FIRST_TITLE_SIZE
            self.texts.write_title(slide, title, size=size)
            fill(slide)
        return clean_presentation(
            presentation, self.name, self.network.programme.lang
        )

    def _all_slides(self) -> Iterator[SlideContent]:
        """All slides in their order, before their titles are numbered."""
        yield self.name, self._fill_overview
        yield from self._theme_slides()
        yield from self._finding_slides()

    def _number_titles(
        self, slides: Sequence[SlideContent]
    ) -> Iterator[SlideContent]:
        """The slides; those with the same title are numbered, so that no two have the same."""
        counts, passed = Counter(title for title, _ in slides), Counter[str]()
        for title, fill in slides:
            passed[title] += 1
            if counts[title] == 1:
                yield title, fill
                continue
            numbered = Sentence(
                "{title} ({number} of {count})",
                title=title,
                number=passed[title],
                count=counts[title],
            )
            yield numbered.in_language(self.profile.lang), fill

    # the slides

    def _fill_overview(self, slide: Any) -> None:
        """The programme in numbers, in sentences, and theme by theme."""
        top = CONTENT_TOP
        if tiles := list(self._counted_tiles()):
            top = self.texts.write_tiles(slide, tiles, top)
        top = self.texts.write_paragraphs(
            slide, list(self._summary_lines()), top
        )
        if self.network.themes:
            rows, title = (
                list(self._theme_rows()),
                self._translate_words("Coverage"),
            )
            self.texts.write_table(
                slide, rows, THEME_COLUMN_SHARES, top + 8, title
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
        for page in self.deck.slide_pages():
            layout = page.compose_layout()
            title = layout.title
            if title == self.name:  # the page shows all of the programme
                title = self._translate_words("Goals and efforts")
            yield (
                one_line(title),
                partial(self.drawing.draw_page, layout=layout),
            )

    def _finding_slides(self) -> Iterator[SlideContent]:
        title = self._translate_words("Findings")
        heading = list(
            map(self._translate_words, ("Severity", "Finding", "Elements"))
        )
        rows = self._all_finding_rows()
        if not rows:
            yield title, self._fill_without_findings
        for part in _split_rows(rows):
            fill = partial(
                self.texts.write_table,
                rows=[heading, *part],
                widths=COLUMN_SHARES,
                top=CONTENT_TOP,
                label=title,
            )
            yield title, fill

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
        if vision := self.deck.whole_page.captions.vision_line:
            room = TEXT_ROOM / PARAGRAPH_SIZE
            yield " ".join(wrap_text(vision, room, most=MOST_VISION_LINES))
        for sentence in coverage_sentences(self.network):
            yield sentence.in_language(self.profile.lang)

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


def _split_rows(rows: Sequence[list[str]]) -> Iterator[list[list[str]]]:
    """Rows in pieces that fit on a slide under a heading; none of no rows."""
    piece: list[list[str]] = []
    room = SLIDE_HEIGHT - CONTENT_TOP - SLIDE_MARGIN - TABLE_HEADING_HEIGHT
    used = 0.0
    for row, height in zip(
        rows, row_heights(rows, COLUMN_SHARES), strict=True
    ):
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
