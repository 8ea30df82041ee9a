"""What goes into each kind of place, as the writers of the annex make it."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from dinet.document.host_file import TextRoom
from dinet.document.place_names import PlaceName
from dinet.finding import Finding
from dinet.language import Sentence, translate_words
from dinet.layout.layered.page_layout import PageComposer
from dinet.layout.pages import PageDivider, readable_pages
from dinet.layout.style.paper import (
    paper_of_sides,
)
from dinet.layout.style.profile import Profile
from dinet.network import Network
from dinet.report.coverage.coverage_report import ProvenGrade, told_proofs
from dinet.report.findings.findings_by_rule import (
    RuleFindings,
    findings_by_rule,
)
from dinet.report.salient.salient_points import salient_sentences
from dinet.report.summary import coverage_sentences
from dinet.writers.word.arrangement import AnnexArrangement
from dinet.writers.word.element_text import ElementWriter
from dinet.writers.word.goal_tables import GoalTables
from dinet.writers.word.picture import (
    WordPicture,
    explain_lines,
    inline_picture,
    render_word_pictures,
    scale_in_room,
)
from dinet.writers.word.readable_codes import with_readable_codes
from dinet.writers.word.word_xml import (
    GREY_COLOUR,
    WordCell,
    WordTable,
    divide_width,
    write_list_item,
    write_paragraph,
    write_run,
)

TWIPS_PER_POINT = 20
TWIPS_PER_MM = 1440 / 25.4
LEGEND_ROOM = 900
"""What the words under a picture take, in twentieths of a point."""
MOST_PLACES = 3
"""A row names so many places in the document; of more only their number."""
COVERAGE_SHARES = (5, 2, 3)
"""The shares of the width that an element, its grade and the way to it have."""
COVERAGE_HEADS = (
    Sentence("Goal or target"),
    Sentence("Covered by"),
    Sentence("By way of"),
)
FINDING_HEADS = (Sentence("Severity"), Sentence("Finding"), Sentence("Place"))
FINDING_SHARES = (2, 5, 3)
"""The shares of the width that severity, finding and place have."""


class PlacedContents(NamedTuple):
    """What goes into a place.

    Args:
        xml: Paragraphs and tables of Word, in the look of the annex.
        pictures: What they show, by the numbers that they have in it.
        letters: The size of the smallest letters in these, in points; 0 without any.
    """

    xml: str
    pictures: tuple[tuple[int, WordPicture], ...] = ()
    letters: float = 0.0


class PlaceWriter:
    """Writes the contents of places.

    Args:
        network: The programme.
        findings: What the audit found.
        profile: The wishes of the reader.
        numbers: Those that pictures may have, in order.
    """

    def __init__(
        self,
        network: Network,
        findings: tuple[Finding, ...],
        profile: Profile,
        numbers: Iterator[int],
    ) -> None:
        self.network = with_readable_codes(network)
        self.findings = findings
        self.profile = profile
        self._numbers = numbers
        self._ids = [theme.id for theme in network.themes]
        self._arrangement = AnnexArrangement(self.network)
        self._entries = ElementWriter(
            self._arrangement, profile.lang, network.programme.lang
        )

    def write_contents(
        self, name: PlaceName, room: TextRoom
    ) -> PlacedContents:
        """What goes into a place.

        Args:
            name: What is asked for; its theme is one of the programme.
            room: What there is for it.
        """
        if name.kind == "picture":
            return self._write_pictures(self._theme_of(name), room)
        writers: dict[str, Callable[[GoalTables], Iterator[str]]] = {
            "coverage": self._write_coverage,
            "findings": self._write_findings,
            "salient": self._write_salient,
        }
        tables = self._tables_for(room)
        if name.kind == "table":
            return PlacedContents(
                self._write_table(tables, self._theme_of(name))
            )
        return PlacedContents("".join(writers[name.kind](tables)))

    def _theme_of(self, name: PlaceName) -> str:
        """The id of the theme that is asked for, as the contents have it; empty for none."""
        if not name.theme:
            return ""
        at = next(
            number
            for number, theme_id in enumerate(self._ids)
            if name.is_theme(theme_id)
        )
        return self.network.themes[at].id

    def _tables_for(self, room: TextRoom) -> GoalTables:
        return GoalTables(
            self._arrangement, self._entries, self.profile.style, room.width
        )

    def _translate_words(self, words: str) -> str:
        return translate_words(words, self.profile.lang)

    def _own_paragraph(self, words: str, style: str = "") -> str:
        return write_paragraph(self._entries.own_run(words), style=style)

    # the table

    def _write_table(self, tables: GoalTables, theme: str) -> str:
        if theme:
            return "".join(tables.write_theme(theme))
        return "".join((*tables.write_themes(), *tables.write_lists()))

    # the picture

    def _write_pictures(self, theme: str, room: TextRoom) -> PlacedContents:
        height = max(room.height - LEGEND_ROOM, LEGEND_ROOM)
        layouts = [
            page.compose_layout()
            for page in self._picture_pages(theme, room.width, height)
        ]
        profile = self.profile
        pictures = render_word_pictures(
            layouts, self.network, profile.lang, profile.engine
        )
        numbered = [(next(self._numbers), picture) for picture in pictures]
        points = room.width / TWIPS_PER_POINT, height / TWIPS_PER_POINT
        pieces = []
        for number, picture in numbered:
            drawing = inline_picture(picture, number, points)
            pieces += [
                *self._picture_title(picture, len(pictures)),
                write_paragraph(drawing, together=True),
                self._write_legend(picture),
            ]
        letters = min(_letters_in(picture, points) for picture in pictures)
        return PlacedContents("".join(pieces), tuple(numbered), letters)

    def _picture_title(
        self, picture: WordPicture, pictures: int
    ) -> Iterator[str]:
        """What one of several pictures is about."""
        if pictures > 1:
            words = write_run(picture.layout.title)
            yield write_paragraph(words, style="Heading1", together=True)

    def _picture_pages(
        self, theme: str, width: int, height: int
    ) -> Sequence[PageComposer]:
        """One page as large as the room, or more when its letters would be too small."""
        paper = paper_of_sides(width / TWIPS_PER_MM, height / TWIPS_PER_MM)
        profile = self.profile._replace(
            paper=paper, theme=theme, around="", width=0.0
        )
        divider = PageDivider(self.network, (), profile)
        if theme:
            return list(divider.theme_pages())
        return readable_pages(divider)

    def _write_legend(self, picture: WordPicture) -> str:
        """What explains the lines of a picture; empty when it has none."""
        sentences = explain_lines(picture, self.network)
        told = [each.in_language(self.profile.lang) for each in sentences]
        return self._own_paragraph(" ".join(told), "Caption") if told else ""

    # coverage, findings, what stands out

    def _write_coverage(self, tables: GoalTables) -> Iterator[str]:
        lang = self.profile.lang
        for sentence in coverage_sentences(self.network):
            yield self._own_paragraph(sentence.in_language(lang))
        proofs = list(told_proofs(self.network, lang))
        if proofs:
            head = COVERAGE_HEADS
            rows = list(map(self._proof_cells, proofs))
            title = self._translate_words("Coverage")
            yield self._told_table(tables, title, head, rows, COVERAGE_SHARES)

    def _proof_cells(self, proven: ProvenGrade) -> list[WordCell]:
        way = "; ".join(filter(None, (proven.path, proven.doubt)))
        return [
            WordCell(self._entries.write_name(proven.element)),
            self._own_cell(proven.words),
            self._own_cell(way or "–"),
        ]

    def _write_findings(self, tables: GoalTables) -> Iterator[str]:
        if not self.findings:
            words = "No findings: every rule that was applied is met."
            yield self._own_paragraph(self._translate_words(words))
            return
        profile = self.profile
        rules = findings_by_rule(self.findings, profile.lang, profile.source)
        rows = list(chain.from_iterable(map(self._finding_rows, rules)))
        head = FINDING_HEADS
        title = self._translate_words("Findings")
        yield self._told_table(tables, title, head, rows, FINDING_SHARES)

    def _finding_rows(self, rule: RuleFindings) -> Iterator[list[WordCell]]:
        """What a rule found: many findings that say the same in one row."""
        if rule.alike:
            cells = (rule.level, rule.about, ", ".join(rule.ids))
            yield list(map(self._own_cell, cells))
            return
        for spot in rule.spots:
            places = spot.places[:MOST_PLACES]
            where = "; ".join(places) or ", ".join(spot.ids) or "–"
            cells = (rule.level, spot.sentence, where)
            yield list(map(self._own_cell, cells))

    def _write_salient(self, _: GoalTables) -> Iterator[str]:
        told = salient_sentences(
            self.network, self.findings, self.profile.lang
        )
        for sentence, proof in told:
            runs = [self._entries.own_run(sentence)]
            if proof:
                grey = self._entries.own_run(f" ({proof})", colour=GREY_COLOUR)
                runs.append(grey)
            yield write_list_item(*runs)

    def _told_table(
        self,
        tables: GoalTables,
        title: str,
        head: Sequence[Sentence],
        rows: Sequence[Sequence[WordCell]],
        shares: Sequence[float],
    ) -> str:
        cells = [
            tables.heading_cell(words.in_language(self.profile.lang), "goal")
            for words in head
        ]
        widths = divide_width(tables.width, *shares)
        return WordTable(widths, title, cells, rows).to_xml()

    def _own_cell(self, words: str) -> WordCell:
        return WordCell(self._own_paragraph(words, "Cell"))


def _letters_in(picture: WordPicture, room: tuple[float, float]) -> float:
    """The size of the letters of a picture in a room, in points."""
    return picture.layout.size * scale_in_room(picture, room)
