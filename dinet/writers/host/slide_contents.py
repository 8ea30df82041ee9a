"""What goes into each kind of place on a slide."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from dinet.document.place_names import PlaceName
from dinet.document.slide_file import SlideBox, SlidePlace
from dinet.finding import Finding
from dinet.language import Sentence, translate_words
from dinet.layout.pages import PageDivider
from dinet.layout.plan import Layout
from dinet.layout.style.paper import paper_of_sides
from dinet.layout.style.profile import Profile
from dinet.layout.text.measure import wrap_text
from dinet.layout.text.short_title import short_title
from dinet.model import Element
from dinet.network import Network, Tally
from dinet.report.findings.findings_by_rule import findings_by_rule
from dinet.report.salient.salient_points import salient_sentences
from dinet.writers.host.slide_goals import SlideGoals
from dinet.writers.host.slide_tables import (
    EMU_PER_POINT,
    LETTER_SIZES,
    SlideCell,
    SlideTable,
    box_xml,
    fit_table,
    frame_xml,
    table_xml,
    words_xml,
)
from dinet.writers.office.archive import one_line
from dinet.writers.word.arrangement import AnnexSection
from dinet.writers.word.picture import (
    SVG_BLIP,
    WordPicture,
    render_word_pictures,
)
from dinet.writers.word.readable_codes import with_readable_codes

EMU_PER_MM = 36_000
TEXT_SIZES = (20, 18, *LETTER_SIZES)
"""The letters of a text on a slide, in points, the largest first."""
LEAST_LETTERS = 12.0
"""Points: smaller ones are not read from a seat."""
BOX_MARGINS = 15.0
"""Left and right in a shape with text together, in points."""
LINE_HEIGHT = 1.3
"""From one line of a text to the next, in letter sizes, with room between paragraphs."""
_SIZE = re.compile(r' sz="(\d{3,6})"')
_LETTERS = re.compile("<a:rPr[^>]*/>")
TITLE_LENGTH = 60
"""Of the name of a theme in a table, in characters."""
COLUMN_SHARES = (26, 33, 41)
"""Of goals, targets and efforts in the width of a table, in hundredths."""
COVERAGE_HEADS = (
    Sentence("Theme"),
    Sentence("Goals"),
    Sentence("of which with an effort of their own"),
    Sentence("Targets"),
    Sentence("of which with an effort of their own"),
)
GOAL_HEADS = (Sentence("Goal"), Sentence("Targets"), Sentence("Efforts"))
FINDING_HEADS = (
    Sentence("Severity"),
    Sentence("Finding"),
    Sentence("Elements"),
)


class SlideContents(NamedTuple):
    """What goes into a place on a slide.

    Args:
        begin: The first byte that it replaces, ``end`` the one after the last one.
        xml: What stands there.
        picture: What it shows, under its number; None without a picture.
        remark: What the user is to know of it; None for nothing.
    """

    begin: int
    end: int
    xml: str
    picture: tuple[int, WordPicture] | None = None
    remark: Sentence | None = None


class SlidePlaceWriter:
    """Writes the contents of places on slides.

    Args:
        network: The programme.
        findings: What the audit found.
        profile: The wishes of the reader.
        numbers: Those that pictures may have, in order.
        table_style: The id of the table style of the presentation.
    """

    def __init__(
        self,
        network: Network,
        findings: tuple[Finding, ...],
        profile: Profile,
        numbers: Iterator[int],
        table_style: str,
    ) -> None:
        self.network = with_readable_codes(network)
        self.findings = findings
        self.profile = profile
        self._numbers = numbers
        self._table_style = table_style
        self._ids = [theme.id for theme in network.themes]

    def write_contents(self, place: SlidePlace) -> SlideContents:
        """What goes into a place; its theme is one of the programme."""
        kind = place.name.kind
        if kind == "picture":
            return self._write_picture(place)
        if kind == "salient":
            return self._write_salient(place)
        if kind == "table":
            return self._write_goals(place)
        table = (
            self._coverage_table()
            if kind == "coverage"
            else self._findings_table()
        )
        return self._write_table(place, table)

    def _theme_of(self, name: PlaceName) -> str:
        """The id of the theme that is asked for, as the contents have it; empty for none."""
        matching = (
            theme.id
            for theme, theme_id in zip(
                self.network.themes, self._ids, strict=True
            )
            if name.theme and name.is_theme(theme_id)
        )
        return next(matching, "")

    def _translate_words(self, words: str) -> str:
        return translate_words(words, self.profile.lang)

    # tables

    def _write_table(
        self, place: SlidePlace, table: SlideTable
    ) -> SlideContents:
        fitted = fit_table(table, place.box)
        remark = None
        if fitted.shown < len(table.rows):
            remark = Sentence(
                "{label}: {shown} of {whole} rows fit in this shape, and it says so; make it "
                "larger, or give each theme a slide of its own.",
                label=place.label,
                shown=fitted.shown,
                whole=len(table.rows),
            )
            table = self._cut_table(table, fitted.shown)
        inside = table_xml(table, place.box, fitted.size, self._table_style)
        xml = frame_xml(
            place.shape_id, place.label, table.title, place.box, inside
        )
        return SlideContents(place.begin, place.end, xml, None, remark)

    def _cut_table(self, table: SlideTable, shown: int) -> SlideTable:
        """The rows that fit, the last of which says that there are more."""
        words = Sentence(
            "… {count} of {whole} rows stand here",
            count=shown,
            whole=len(table.rows),
        ).in_language(self.profile.lang)
        rows = [
            [_within_rows(cell, shown - at) for cell in row]
            for at, row in enumerate(table.rows[:shown])
        ]
        last = [SlideCell((words,), columns=len(table.head), bold=True)]
        last += [SlideCell((), columns=0)] * (len(table.head) - 1)
        return table._replace(rows=[*rows, last])

    def _write_goals(self, place: SlidePlace) -> SlideContents:
        """The DIN table, in short titles when whole texts do not fit, and cut when these do not."""
        theme, lang = self._theme_of(place.name), self.profile.lang
        for short, divided in ((False, False), (True, False), (True, True)):
            goals = SlideGoals(
                self.network,
                lang,
                theme,
                short=short or self.profile.short,
                divided=divided,
            )
            table = self._table_of(
                self._table_title(goals.sections),
                COLUMN_SHARES,
                GOAL_HEADS,
                goals.table_rows(),
            )
            if fit_table(table, place.box).shown == len(table.rows):
                break
        return self._write_table(place, table)

    def _table_title(self, sections: Sequence[AnnexSection]) -> str:
        names = [self.network.programme.identity.title or ""]
        if len(sections) == 1 and sections[0].theme:
            names = [sections[0].theme.text]
        title = Sentence(
            "Goals, targets and efforts: {name}", name=one_line(names[0])
        )
        return title.in_language(self.profile.lang).rstrip(": ")

    def _table_of(
        self,
        title: str,
        shares: Sequence[float],
        head: Sequence[Sentence],
        rows: Sequence[Sequence[SlideCell]],
    ) -> SlideTable:
        words = tuple(each.in_language(self.profile.lang) for each in head)
        return SlideTable(title, shares, words, rows, self.profile.lang)

    def _coverage_table(self) -> SlideTable:
        """How efforts cover goals and targets, theme by theme and in all."""
        coverage = self.network.coverage()
        rows = [
            _count_row(self._theme_name(row.theme), row.goals, row.targets)
            for row in coverage.themes
        ]
        whole = Sentence("Whole programme").in_language(self.profile.lang)
        rows.append(_count_row(whole, coverage.goals, coverage.targets))
        title = self._translate_words("Coverage")
        return self._table_of(title, (5, 2.1, 3, 2.6, 3), COVERAGE_HEADS, rows)

    def _theme_name(self, theme: Element | None) -> str:
        if theme is None:
            return self._translate_words("Without a theme")
        return f"{theme.id} {short_title(one_line(theme.text), TITLE_LENGTH)}"

    def _findings_table(self) -> SlideTable:
        """What the audit found, the worst first."""
        rows = []
        for rule in findings_by_rule(self.findings, self.profile.lang):
            if rule.alike:
                rows.append((rule.level, rule.about, ", ".join(rule.ids)))
                continue
            rows += [
                (rule.level, spot.sentence, ", ".join(spot.ids))
                for spot in rule.spots
            ]
        if not rows:
            words = "No findings: every rule that was applied is met."
            rows = [("–", self._translate_words(words), "–")]
        cells = [[SlideCell((words,)) for words in row] for row in rows]
        title = self._translate_words("Findings")
        return self._table_of(title, (2.8, 6, 2.4), FINDING_HEADS, cells)

    # text

    def _write_salient(self, place: SlidePlace) -> SlideContents:
        told = salient_sentences(
            self.network, self.findings, self.profile.lang
        )
        look = _LetterLook(place, self.profile.lang)
        sentences = [sentence for sentence, _ in told]
        size = _fitting_size(sentences, place.box, look.size)
        paragraphs = "".join(
            look.write_paragraph(sentence, size) for sentence in sentences
        )
        if place.words_end:
            return SlideContents(
                place.words_begin, place.words_end, paragraphs
            )
        xml = _text_box(place, paragraphs)
        return SlideContents(place.begin, place.end, xml)

    # the picture

    def _write_picture(self, place: SlidePlace) -> SlideContents:
        box = place.box
        (picture,) = render_word_pictures(
            [self._lay_out_picture(place)],
            self.network,
            self.profile.lang,
            self.profile.engine,
            ratio=box.width / box.height,
        )
        number = next(self._numbers)
        remark = None
        letters = _letters_in(picture.layout, box)
        if letters < LEAST_LETTERS:
            remark = Sentence(
                "{label}: the letters of this picture are {size} points: too small to read. Give "
                "each theme a slide with DIN:plaat:THEME, or make the shape larger.",
                label=place.label,
                size=f"{letters:.1f}",
            )
        xml = _picture_xml(place, picture, number)
        return SlideContents(
            place.begin, place.end, xml, (number, picture), remark
        )

    def _lay_out_picture(self, place: SlidePlace) -> Layout:
        """The picture, with short titles when whole texts are too small to read from a seat."""
        box = place.box
        paper = paper_of_sides(box.width / EMU_PER_MM, box.height / EMU_PER_MM)
        profile = self.profile._replace(
            paper=paper, theme=self._theme_of(place.name), around="", width=0.0
        )
        whole = _compose_picture(self.network, profile)
        if profile.short or _letters_in(whole, box) >= LEAST_LETTERS:
            return whole
        return _compose_picture(self.network, profile._replace(short=True))


def _compose_picture(network: Network, profile: Profile) -> Layout:
    divider = PageDivider(network, (), profile)
    if profile.theme:
        return next(divider.theme_pages(at_most=1)).compose_layout()
    return divider.whole_page.compose_layout()


def _letters_in(layout: Layout, box: SlideBox) -> float:
    """The size of the letters of a picture in a shape, in points."""
    across = box.width / EMU_PER_POINT / layout.width
    along = box.height / EMU_PER_POINT / layout.height
    return layout.size * min(across, along)


def _within_rows(cell: SlideCell, left: int) -> SlideCell:
    """A cell that covers no more rows than there are left."""
    return cell._replace(rows=min(cell.rows, left))


def _count_row(name: str, goals: Tally, targets: Tally) -> list[SlideCell]:
    numbers = (goals.total, goals.own, targets.total, targets.direct)
    return [SlideCell((words,)) for words in (name, *map(str, numbers))]


class _LetterLook:
    """How the letters of a shape look, as its first paragraph has it.

    Args:
        place: The shape.
        lang: Of what is written.
    """

    def __init__(self, place: SlidePlace, lang: str) -> None:
        self._paragraph = place.paragraph_look.decode("utf-8", "replace")
        self._letters = place.letter_look.decode("utf-8", "replace")
        self._lang = lang
        said = _SIZE.search(self._letters)
        self.size = int(said[1]) // 100 if said else 0

    def write_paragraph(self, words: str, size: int) -> str:
        """A paragraph in letters of a size in points, or in those of the shape for 0."""
        paragraph = words_xml(words, self._lang, size=size)
        if self._letters:
            look = self._letters
            if size:
                look = _SIZE.sub("", look)
                look = look.replace("rPr", f'rPr sz="{size * 100}"', 1)
            paragraph = _LETTERS.sub(lambda _: look, paragraph)
        return paragraph.replace("<a:p>", f"<a:p>{self._paragraph}")


def _fitting_size(sentences: Sequence[str], box: SlideBox, own: int) -> int:
    """Letters in which sentences fit; 0 for those of the shape when its own ones fit."""
    width = box.width / EMU_PER_POINT - BOX_MARGINS
    smaller = [size for size in TEXT_SIZES if not own or size < own]
    for size in (*[own] * bool(own), *smaller):
        room = max(width / size, 3)
        lines = sum(len(wrap_text(each, room)) for each in sentences)
        if lines * size * LINE_HEIGHT <= box.height / EMU_PER_POINT:
            return 0 if size == own else size
    return smaller[-1] if smaller else 0


def _text_box(place: SlidePlace, paragraphs: str) -> str:
    named = f"id={quoteattr(place.shape_id)} name={quoteattr(place.label)}"
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr {named}/>"
        '<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{box_xml(place.box, 'a:xfrm')}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        '<p:txBody><a:bodyPr wrap="square"/><a:lstStyle/>'
        f"{paragraphs}</p:txBody></p:sp>"
    )


def _picture_xml(place: SlidePlace, picture: WordPicture, number: int) -> str:
    description = quoteattr(one_line(picture.layout.description))
    named = f"id={quoteattr(place.shape_id)} name={quoteattr(place.label)}"
    return (
        f"<p:pic><p:nvPicPr><p:cNvPr {named} descr={description}/>"
        '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="png{number}">{SVG_BLIP.format(number=number)}</a:blip>'
        "<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f"<p:spPr>{box_xml(place.box, 'a:xfrm')}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
