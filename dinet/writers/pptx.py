"""PowerPoint slides: an overview, every theme as boxes that can be edited with arrows that stay glued, and the findings."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from pptx import Presentation
from pptx.util import Pt

from dinet.finding import Finding
from dinet.language import Sentence, translated
from dinet.layout.profile import Profile
from dinet.network import Network
from dinet.plugins import folder
from dinet.writers.office.packing import one_line
from dinet.writers.slides.cleaning import cleaned, prepared
from dinet.writers.slides.deck import Deck
from dinet.writers.slides.drawing import Drawing
from dinet.writers.slides.texts import HIGH, MARGIN, WIDE, Texts, rows_high

Slide = tuple[str, Callable[[Any], object]]
"""The title of a slide, and what fills it."""
TOP = 72.0
MANY, MOST_NAMED = 3, 40
"""More findings of one rule than the first stand together, and so many elements are named then."""
COLUMNS = (1.5, 3, 7)
"""The shares of the width that severity, element and finding have."""


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The presentation: the same bytes for the same network and findings.

    Args:
        network: Every element is drawn; one that two slides need is repeated.
        findings: Stand on the last slides, the worst first.
        profile: The language of our own words and the look. Boxes show titles or first sentences; the whole text stands in
            the description of its box.
    """
    return _Slides(network, findings, profile).bytes()


class _Slides:
    def __init__(self, network: Network, findings: tuple[Finding, ...], profile: Profile) -> None:
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
        for title, fill in self._numbered([*self._overview(), *self._themes(), *self._findings()]):
            slide = presentation.slides.add_slide(presentation.slide_layouts[0])
            self.texts.title(slide, title)
            fill(slide)
        return cleaned(presentation, self.name, self.network.programme.lang)

    def _numbered(self, slides: Sequence[Slide]) -> Iterator[Slide]:
        """The slides; those with the same title are numbered, so that no two have the same."""
        counts, seen = Counter(title for title, _ in slides), Counter[str]()
        for title, fill in slides:
            seen[title] += 1
            number, count = seen[title], counts[title]
            many = Sentence("{title} ({number} of {count})", title=title, number=number, count=count).said(self.profile.lang)
            yield many if count > 1 else title, fill

    # the slides

    def _overview(self) -> Iterator[Slide]:
        def fill(slide: Any) -> None:
            top = self.texts.paragraphs(slide, list(self._summary()), TOP)
            rows = list(self._by_theme())
            if self.network.themes:
                self.texts.table(slide, rows, (6, 2, 2, 2, 2), top + 8, self._say("Coverage"))

        yield self.name, fill

    def _themes(self) -> Iterator[Slide]:
        for page in self.deck.slides():
            layout = page.layout()
            title = layout.title if layout.title != self.name else self._say("Goals and efforts")
            yield one_line(title), partial(self.drawing.draw, layout=layout)

    def _findings(self) -> Iterator[Slide]:
        head = [self._say(words) for words in ("Severity", "Element", "Finding")]
        rows = [self._finding(found) for found in self._by_rule()]
        title = self._say("Findings")
        if not rows:
            yield (
                title,
                partial(self.texts.paragraphs, lines=[self._say("No findings: every rule that was applied is met.")], top=TOP),
            )
        for part in _paged(rows):
            yield title, partial(self.texts.table, rows=[head, *part], widths=COLUMNS, top=TOP, said=title)

    def _by_rule(self) -> Iterator[list[Finding]]:
        """The findings; many of the same rule together."""
        for name, found in groupby(self.findings, key=lambda each: each.rule):
            together = list(found)
            if len(together) > MANY and name in folder("rules").plugins:
                yield together
            else:
                yield from ([each] for each in together)

    def _finding(self, found: Sequence[Finding]) -> list[str]:
        first, lang = found[0], self.profile.lang
        ids = ", ".join(each for finding in found[:MOST_NAMED] for each in finding.ids)
        ids += f" … ({len(found)})" if len(found) > MOST_NAMED else ""
        said = first.sentence.said(lang) if len(found) == 1 else self._say(folder("rules").named(first.rule).summary)
        return [first.severity.words().said(lang), ids, said]

    # the overview in words

    def _summary(self) -> Iterator[str]:
        identity = self.network.programme.identity
        about = [each for each in (identity.organisation, identity.period, identity.date) if each]
        yield " · ".join([*about, self.deck.whole.captions.counts])
        coverage = self.network.coverage()
        for tally, words in ((coverage.goals, _GOALS), (coverage.targets, _TARGETS)):
            if tally.total:
                yield Sentence(words, total=tally.total, **tally._asdict()).said(self.profile.lang)

    def _by_theme(self) -> Iterator[list[str]]:
        words = ("Theme", "Goals", "of which with an effort", "Targets", "of which with an effort of their own")
        yield [self._say(each) for each in words]
        for row in self.network.coverage().themes:
            name = f"{row.theme.id} {row.theme.text}" if row.theme else self._say("Without a theme")
            goals, targets = row.goals, row.targets
            counts = (goals.total, goals.direct + goals.through, targets.total, targets.direct)
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


_GOALS = (
    "Of the {total} goals {direct} have an effort of their own, {through} have one through a goal under them, "
    "and {none} have none."
)
_TARGETS = (
    "Of the {total} targets {direct} have an effort of their own, {through} have one through their goal, and {none} have none."
)
