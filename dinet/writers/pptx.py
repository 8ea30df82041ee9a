"""PowerPoint slides: an overview, every theme as boxes that can be edited with arrows that stay glued, and the findings."""

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
from dinet.network import Network
from dinet.report.findings_by_rule import RuleFindings, findings_by_rule
from dinet.report.summary import count_facts, coverage_sentences
from dinet.writers.office.archive import one_line
from dinet.writers.slides.network_shapes import SlideDrawer
from dinet.writers.slides.slide_plan import SlideDeck
from dinet.writers.slides.slide_texts import (
    FAINT_COLOUR,
    SLIDE_HEIGHT,
    SLIDE_MARGIN,
    SLIDE_WIDTH,
    SlideTextWriter,
    row_heights,
)
from dinet.writers.slides.template_traces import (
    clean_presentation,
    prepare_presentation,
)

SlideContent = tuple[str, Callable[[Any], object]]
"""The title of a slide, and what fills it."""
CONTENT_TOP = 72.0
MANY_FINDINGS, MOST_NAMED_ELEMENTS = 3, 40
"""More findings of one rule than the first stand together, and so many elements are named then."""
COLUMN_SHARES = (1.5, 6, 4)
"""The shares of the width that severity, finding and elements have."""


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The presentation: the same bytes for the same network and findings.

    Args:
        network: Every element is drawn; one that two slides need is repeated.
        findings: Stand on the last slides, the worst first.
        profile: The language of our own words and the look. Boxes show titles or first
            sentences; the whole text stands in the description of its box.
    """
    return _SlideShow(network, findings, profile).to_bytes()


class _SlideShow:
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
        presentation.slide_width, presentation.slide_height = (
            Pt(SLIDE_WIDTH),
            Pt(SLIDE_HEIGHT),
        )
        slides = [
            *self._overview_slide(),
            *self._theme_slides(),
            *self._finding_slides(),
        ]
        for at, (title, fill) in enumerate(self._number_titles(slides)):
            slide = presentation.slides.add_slide(presentation.slide_layouts[0])
            self.texts.write_title(slide, title, size=18 if at else 26)
            fill(slide)
        return clean_presentation(presentation, self.name, self.network.programme.lang)

    def _number_titles(self, slides: Sequence[SlideContent]) -> Iterator[SlideContent]:
        """The slides; those with the same title are numbered, so that no two have the same."""
        counts, seen = Counter(title for title, _ in slides), Counter[str]()
        for title, fill in slides:
            seen[title] += 1
            number, count = seen[title], counts[title]
            many = Sentence(
                "{title} ({number} of {count})", title=title, number=number, count=count
            ).in_language(self.profile.lang)
            yield many if count > 1 else title, fill

    # the slides

    def _overview_slide(self) -> Iterator[SlideContent]:
        def fill_overview(slide: Any) -> None:
            bars: dict[str, str] = {
                kind: ink.bar for kind, ink in self.profile.style.inks.items()
            }
            told = count_facts(self.network, self.findings, self.profile.lang)
            tiles = [(each, bars.get(each.kind, FAINT_COLOUR)) for each in told]
            top = (
                self.texts.write_tiles(slide, tiles, CONTENT_TOP)
                if tiles
                else CONTENT_TOP
            )
            top = self.texts.write_paragraphs(slide, list(self._summary_lines()), top)
            rows = list(self._theme_rows())
            if self.network.themes:
                self.texts.write_table(
                    slide,
                    rows,
                    (6, 2, 2, 2, 2),
                    top + 8,
                    self._translate_words("Coverage"),
                )

        yield self.name, fill_overview

    def _theme_slides(self) -> Iterator[SlideContent]:
        for page in self.deck.slide_pages():
            layout = page.compose_layout()
            title = (
                layout.title
                if layout.title != self.name
                else self._translate_words("Goals and efforts")
            )
            yield one_line(title), partial(self.drawing.draw_page, layout=layout)

    def _finding_slides(self) -> Iterator[SlideContent]:
        head = [
            self._translate_words(words)
            for words in ("Severity", "Finding", "Elements")
        ]
        rows = [
            row
            for rule in findings_by_rule(self.findings, self.profile.lang)
            for row in self._finding_rows(rule)
        ]
        title = self._translate_words("Findings")
        if not rows:
            yield (
                title,
                partial(
                    self.texts.write_paragraphs,
                    lines=[
                        self._translate_words(
                            "No findings: every rule that was applied is met."
                        )
                    ],
                    top=CONTENT_TOP,
                ),
            )
        for part in _split_rows(rows):
            yield (
                title,
                partial(
                    self.texts.write_table,
                    rows=[head, *part],
                    widths=COLUMN_SHARES,
                    top=CONTENT_TOP,
                    said=title,
                ),
            )

    def _finding_rows(self, rule: RuleFindings) -> Iterator[list[str]]:
        """What a rule found: many findings together, a few one by one."""
        if rule.alike or len(rule.spots) > MANY_FINDINGS:
            ids = ", ".join(rule.ids[:MOST_NAMED_ELEMENTS])
            more = (
                f" … ({len(rule.spots)})" if len(rule.ids) > MOST_NAMED_ELEMENTS else ""
            )
            yield [rule.level, rule.about, ids + more]
        else:
            yield from (
                [rule.level, spot.sentence, ", ".join(spot.ids)] for spot in rule.spots
            )

    # the overview in words and numbers

    def _summary_lines(self) -> Iterator[str]:
        identity = self.network.programme.identity
        if about := [
            each
            for each in (identity.organisation, identity.period, identity.date)
            if each
        ]:
            yield " · ".join(about)
        if vision := self.deck.whole_page.captions.vision_line:
            yield " ".join(
                wrap_text(vision, (SLIDE_WIDTH - 2 * SLIDE_MARGIN) / 16, most=3)
            )
        yield from (
            sentence.in_language(self.profile.lang)
            for sentence in coverage_sentences(self.network)
        )

    def _theme_rows(self) -> Iterator[list[str]]:
        words = (
            "Theme",
            "Goals",
            "of which with an effort",
            "Targets",
            "of which with an effort of their own",
        )
        yield [self._translate_words(each) for each in words]
        for row in self.network.coverage().themes:
            name = (
                f"{row.theme.id} {row.theme.text}"
                if row.theme
                else self._translate_words("Without a theme")
            )
            goals, targets = row.goals, row.targets
            counts = (
                goals.total,
                goals.direct + goals.through,
                targets.total,
                targets.direct,
            )
            yield [one_line(name), *map(str, counts)]

    def _translate_words(self, words: str) -> str:
        return translate_words(words, self.profile.lang)


def _split_rows(rows: Sequence[list[str]]) -> Iterator[list[list[str]]]:
    """Rows in pieces that fit on a slide."""
    page: list[list[str]] = []
    room = SLIDE_HEIGHT - CONTENT_TOP - SLIDE_MARGIN - 22
    used = 0.0
    for row, high in zip(rows, row_heights(rows, COLUMN_SHARES), strict=True):
        if page and used + high > room:
            yield page
            page, used = [], 0.0
        page.append(row)
        used += high
    if page:
        yield page


DUTCH = {
    (
        "PowerPoint slides: an overview, every theme as boxes that can be edited with "
        "arrows that stay glued, and the findings."
    ): (
        "PowerPoint-dia's: een overzicht, elk thema als vakken die te bewerken zijn, "
        "met pijlen die eraan vast blijven zitten, en de bevindingen."
    ),
}
