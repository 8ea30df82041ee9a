"""PowerPoint slides: an overview, every theme as boxes that can be edited with arrows that stay glued, and the findings."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from dinet.layout.style.profile import Profile
from dinet.layout.text.measure import wrapped
from dinet.writers.office.archive import one_line
from dinet.writers.slides.network_shapes import Drawing
from dinet.writers.slides.slide_plan import Deck
from dinet.writers.slides.slide_texts import FAINT, HIGH, MARGIN, WIDE, Texts, rows_high
from dinet.writers.slides.template_traces import cleaned, prepared
from pptx import Presentation
from pptx.util import Pt

from dinet.finding import Finding
from dinet.language import Sentence, translated
from dinet.network import Network
from dinet.report.findings_by_rule import Found, found
from dinet.report.summary import covered, facts

Slide = tuple[str, Callable[[Any], object]]
"""The title of a slide, and what fills it."""
TOP = 72.0
MANY, MOST_NAMED = 3, 40
"""More findings of one rule than the first stand together, and so many elements are named then."""
COLUMNS = (1.5, 6, 4)
"""The shares of the width that severity, finding and elements have."""


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The presentation: the same bytes for the same network and findings.

    Args:
        network: Every element is drawn; one that two slides need is repeated.
        findings: Stand on the last slides, the worst first.
        profile: The language of our own words and the look. Boxes show titles or first
            sentences; the whole text stands in the description of its box.
    """
    return _Slides(network, findings, profile).bytes()


class _Slides:
    def __init__(
        self, network: Network, findings: tuple[Finding, ...], profile: Profile
    ) -> None:
        self.network, self.findings, self.profile = network, findings, profile
        self.texts = Texts(profile.lang, network.programme.lang, profile.style.font)
        self.deck = Deck(network, findings, profile)
        self.drawing = Drawing(network, self.texts)
        self.name = self.deck.whole.captions.title

    def bytes(self) -> bytes:
        """The file."""
        presentation = Presentation()
        prepared(presentation, WIDE)
        presentation.slide_width, presentation.slide_height = Pt(WIDE), Pt(HIGH)
        slides = [*self._overview(), *self._themes(), *self._findings()]
        for at, (title, fill) in enumerate(self._numbered(slides)):
            slide = presentation.slides.add_slide(presentation.slide_layouts[0])
            self.texts.title(slide, title, size=18 if at else 26)
            fill(slide)
        return cleaned(presentation, self.name, self.network.programme.lang)

    def _numbered(self, slides: Sequence[Slide]) -> Iterator[Slide]:
        """The slides; those with the same title are numbered, so that no two have the same."""
        counts, seen = Counter(title for title, _ in slides), Counter[str]()
        for title, fill in slides:
            seen[title] += 1
            number, count = seen[title], counts[title]
            many = Sentence(
                "{title} ({number} of {count})", title=title, number=number, count=count
            ).said(self.profile.lang)
            yield many if count > 1 else title, fill

    # the slides

    def _overview(self) -> Iterator[Slide]:
        def fill(slide: Any) -> None:
            bars: dict[str, str] = {
                kind: ink.bar for kind, ink in self.profile.style.inks.items()
            }
            told = facts(self.network, self.findings, self.profile.lang)
            tiles = [(each, bars.get(each.kind, FAINT)) for each in told]
            top = self.texts.tiles(slide, tiles, TOP) if tiles else TOP
            top = self.texts.paragraphs(slide, list(self._summary()), top)
            rows = list(self._by_theme())
            if self.network.themes:
                self.texts.table(
                    slide, rows, (6, 2, 2, 2, 2), top + 8, self._say("Coverage")
                )

        yield self.name, fill

    def _themes(self) -> Iterator[Slide]:
        for page in self.deck.slides():
            layout = page.layout()
            title = (
                layout.title
                if layout.title != self.name
                else self._say("Goals and efforts")
            )
            yield one_line(title), partial(self.drawing.draw, layout=layout)

    def _findings(self) -> Iterator[Slide]:
        head = [self._say(words) for words in ("Severity", "Finding", "Elements")]
        rows = [
            row
            for rule in found(self.findings, self.profile.lang)
            for row in self._finding(rule)
        ]
        title = self._say("Findings")
        if not rows:
            yield (
                title,
                partial(
                    self.texts.paragraphs,
                    lines=[
                        self._say("No findings: every rule that was applied is met.")
                    ],
                    top=TOP,
                ),
            )
        for part in _paged(rows):
            yield (
                title,
                partial(
                    self.texts.table,
                    rows=[head, *part],
                    widths=COLUMNS,
                    top=TOP,
                    said=title,
                ),
            )

    def _finding(self, rule: Found) -> Iterator[list[str]]:
        """What a rule found: many findings together, a few one by one."""
        if rule.alike or len(rule.spots) > MANY:
            ids = ", ".join(rule.ids[:MOST_NAMED])
            more = f" … ({len(rule.spots)})" if len(rule.ids) > MOST_NAMED else ""
            yield [rule.level, rule.about, ids + more]
        else:
            yield from (
                [rule.level, spot.sentence, ", ".join(spot.ids)] for spot in rule.spots
            )

    # the overview in words and numbers

    def _summary(self) -> Iterator[str]:
        identity = self.network.programme.identity
        if about := [
            each
            for each in (identity.organisation, identity.period, identity.date)
            if each
        ]:
            yield " · ".join(about)
        if vision := self.deck.whole.captions.vision:
            yield " ".join(wrapped(vision, (WIDE - 2 * MARGIN) / 16, most=3))
        yield from (
            sentence.said(self.profile.lang) for sentence in covered(self.network)
        )

    def _by_theme(self) -> Iterator[list[str]]:
        words = (
            "Theme",
            "Goals",
            "of which with an effort",
            "Targets",
            "of which with an effort of their own",
        )
        yield [self._say(each) for each in words]
        for row in self.network.coverage().themes:
            name = (
                f"{row.theme.id} {row.theme.text}"
                if row.theme
                else self._say("Without a theme")
            )
            goals, targets = row.goals, row.targets
            counts = (
                goals.total,
                goals.direct + goals.through,
                targets.total,
                targets.direct,
            )
            yield [one_line(name), *map(str, counts)]

    def _say(self, words: str) -> str:
        return translated(words, self.profile.lang)


def _paged(rows: Sequence[list[str]]) -> Iterator[list[list[str]]]:
    """Rows in pieces that fit on a slide."""
    page: list[list[str]] = []
    room = HIGH - TOP - MARGIN - 22
    used = 0.0
    for row, high in zip(rows, rows_high(rows, COLUMNS), strict=True):
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
