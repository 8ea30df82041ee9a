"""One slide of shapes that can be edited: the message, the goals, findings, what is asked."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from pptx import Presentation
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_PATTERN_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from dinet.language import Sentence
from dinet.layout.style.profile import Profile
from dinet.layout.text.measure import measure_width, wrap_text
from dinet.network import Grade, Network
from dinet.writers.office.file_facts import programme_facts
from dinet.writers.office.theme import (
    TEXT_COLOUR,
    heading_colour,
    theme_of_style,
)
from dinet.writers.one_page.council_message import (
    CouncilMessage,
    PlacedFinding,
)
from dinet.writers.one_page.sheet_document import CouncilSheet, fit_tiles
from dinet.writers.one_page.tile_drawing import (
    BLANK,
    GAP_PEN,
    GRADE_FILLS,
    SAMPLE_WIDTH,
    SOLID,
    USUAL_PEN,
    TileLegendEntry,
    legend_height,
    place_legend,
)
from dinet.writers.one_page.tile_plan import (
    GROUP_PAD,
    STRIP_WIDTH,
    TILE_LEADING,
    TILE_PAD,
    PlacedGroup,
    PlacedTile,
    TilePlan,
    TileRoom,
)
from dinet.writers.slides.slide_logo import SlideLogo
from dinet.writers.slides.slide_texts import (
    FAINT_COLOUR,
    NARROWER,
    SLIDE_HEIGHT,
    SLIDE_MARGIN,
    SLIDE_WIDTH,
    TEXT_ROOM,
    TOPIC_HEIGHT,
    TOPIC_TOP,
    SlideTextWriter,
    bare_text_frame,
    describe_shape,
    to_rgb,
)
from dinet.writers.slides.template_traces import (
    clean_presentation,
    prepare_presentation,
)

# All of these are in points.
PICTURE_TOP = TOPIC_TOP + TOPIC_HEIGHT + 8
FOOT = 12.0
"""What stays free under the slide."""
TITLE_SIZE = 20.0
"""Of the letters of the message."""
SMALLEST_TILES, LARGEST_TILES = 14.0, 18.0
"""Of the letters in tiles: who sits at the back reads 14 points, and hardly less."""
FINDING_SIZE, PLACE_SIZE, HEADING_SIZE = 14.0, 12.0, 14.0
"""Of the letters of a finding, of its place, and over the findings."""
ASK_SIZE = 14.0
"""Of the letters of what is asked."""
COLUMN_GAP = 18.0
"""Between the findings, which stand beside each other."""
FINDING_GAP = 8.0
"""Over the findings, and over what is asked."""
ASK_PAD = 5.0
"""From the rim of what is asked to its words."""
LINE = 1.2
"""From one line of a text to the next, in letter sizes."""
CUT_SIGN = 2
"""The room for the sign that a text is cut, in letters."""
MOST_SENTENCE_LINES, MOST_PLACE_LINES, MOST_ASK_LINES = 4, 2, 3
"""What is longer is cut, and whole in the notes of the slide."""

PATTERNS: dict[str, Any] = {
    "other-2": MSO_PATTERN_TYPE.WIDE_DOWNWARD_DIAGONAL,
    "ongoing": MSO_PATTERN_TYPE.NARROW_HORIZONTAL,
    "closing": MSO_PATTERN_TYPE.LARGE_CONFETTI,
    "other-3": MSO_PATTERN_TYPE.LARGE_GRID,
}
"""What PowerPoint calls the patterns of the grades."""


class SlideArea(NamedTuple):
    """A rectangle, in points."""

    x: float
    y: float
    w: float
    h: float


def draw_council_slide(
    sheet: CouncilSheet, network: Network, profile: Profile
) -> bytes:
    """The presentation of one slide: the same bytes for the same sheet.

    Args:
        sheet: What stands on it.
        network: The programme.
        profile: The language of our own words, and the look.
    """
    presentation = Presentation()
    prepare_presentation(presentation, SLIDE_WIDTH)
    presentation.slide_width = Pt(SLIDE_WIDTH)
    presentation.slide_height = Pt(SLIDE_HEIGHT)
    slide = presentation.slides.add_slide(presentation.slide_layouts[0])
    _SlideSheet(slide, sheet, network, profile).draw_everything()
    facts = programme_facts(network, sheet.title or sheet.message.title)
    return clean_presentation(
        presentation,
        facts,
        network.programme.lang,
        theme_of_style(profile.style),
    )


class _SlideSheet:
    """A slide on its way."""

    def __init__(
        self,
        slide: Any,
        sheet: CouncilSheet,
        network: Network,
        profile: Profile,
    ) -> None:
        self.slide, self.sheet = slide, sheet
        self.style, self.lang = profile.style, profile.lang
        self.text_lang = network.programme.lang
        self.texts = SlideTextWriter(
            profile.lang, self.text_lang, heading_colour(self.style)
        )
        self.logo = SlideLogo(self.style.logo, self.texts)

    def draw_everything(self) -> None:
        """Everything, from the top down: so it is read aloud too."""
        message = self.sheet.message
        self.logo.place_logo(self.slide, is_first=True)
        self.texts.write_title(
            self.slide, message.title, size=TITLE_SIZE, own=True
        )
        if message.about:
            self.texts.write_topic(self.slide, message.about)
        below = self._words_height(message)
        room = SLIDE_HEIGHT - FOOT - PICTURE_TOP - below
        top = PICTURE_TOP + self._draw_picture(room - FINDING_GAP)
        self._write_findings(message.findings, top + FINDING_GAP)
        if message.ask:
            self._write_ask(message.ask)
        self.texts.write_notes(self.slide, self._note_lines())

    # what stands under the picture

    def _column_width(self) -> float:
        count = max(1, len(self.sheet.message.findings))
        return (TEXT_ROOM - COLUMN_GAP * (count - 1)) / count

    def _wrap_words(
        self, words: str, size: float, width: float, most: int
    ) -> tuple[str, ...]:
        if not words:
            return ()
        room = NARROWER * width / size
        return wrap_text(words, room, "bold", self.lang, most)

    def _finding_height(self, finding: PlacedFinding) -> float:
        width = self._column_width()
        lines = self._wrap_words(
            finding.sentence, FINDING_SIZE, width, MOST_SENTENCE_LINES
        )
        places = self._wrap_words(
            finding.where, PLACE_SIZE, width, MOST_PLACE_LINES
        )
        return LINE * (len(lines) * FINDING_SIZE + len(places) * PLACE_SIZE)

    def _ask_height(self) -> float:
        words = f"{self._ask_label()} {self.sheet.message.ask}"
        width = TEXT_ROOM - 4 * ASK_PAD
        lines = self._wrap_words(words, ASK_SIZE, width, MOST_ASK_LINES)
        return LINE * ASK_SIZE * len(lines) + 2 * ASK_PAD

    def _ask_label(self) -> str:
        return Sentence("What is asked:").in_language(self.lang)

    def _words_height(self, message: CouncilMessage) -> float:
        """The room for what stands under the picture, with what is left free above it."""
        heights = list(map(self._finding_height, message.findings))
        height = max(heights) + FINDING_GAP if heights else 0.0
        if message.ask:
            height += self._ask_height() + FINDING_GAP
        return height

    def _write_findings(
        self, findings: Sequence[PlacedFinding], top: float
    ) -> None:
        width = self._column_width()
        for number, finding in enumerate(findings):
            left = SLIDE_MARGIN + number * (width + COLUMN_GAP)
            area = SlideArea(left, top, width, self._finding_height(finding))
            self._write_finding(finding, area)

    def _write_finding(self, finding: PlacedFinding, area: SlideArea) -> None:
        box = self._add_text_box(area)
        width = area.w
        lines = self._wrap_words(
            finding.sentence, FINDING_SIZE, width, MOST_SENTENCE_LINES
        )
        places = self._wrap_words(
            finding.where, PLACE_SIZE, width, MOST_PLACE_LINES
        )
        frame = bare_text_frame(box)
        self.texts.add_text(
            frame.paragraphs[0],
            unbroken_text(finding.sentence, lines),
            size=FINDING_SIZE,
            own=True,
            bold=True,
        )
        if places:
            self.texts.add_text(
                frame.add_paragraph(),
                unbroken_text(finding.where, places),
                size=PLACE_SIZE,
                own=True,
                colour=FAINT_COLOUR,
            )
        told = f"{finding.sentence} {finding.where}".strip()
        describe_shape(box, told)

    def _write_ask(self, ask: str) -> None:
        height = self._ask_height()
        top = SLIDE_HEIGHT - FOOT - height
        area = SlideArea(SLIDE_MARGIN, top, TEXT_ROOM, height)
        box = self._add_rectangle(area)
        self._paint_shape(
            box, self.style.band, self.style.inks["goal"].bar, GAP_PEN
        )
        frame = bare_text_frame(box)
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = Pt(2 * ASK_PAD)
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        words = f"{self._ask_label()} {ask}"
        width = TEXT_ROOM - 4 * ASK_PAD
        lines = self._wrap_words(words, ASK_SIZE, width, MOST_ASK_LINES)
        self.texts.add_text(
            frame.paragraphs[0],
            unbroken_text(words, lines),
            size=ASK_SIZE,
            own=True,
        )
        describe_shape(box, words)

    def _note_lines(self) -> str:
        """Everything in words, for who speaks and who cannot see it."""
        message = self.sheet.message
        lines = [message.title, message.proof]
        lines += [f"{each.sentence} {each.where}" for each in message.findings]
        if message.ask:
            lines.append(f"{self._ask_label()} {message.ask}")
        return "\n".join(line for line in lines if line)

    # the goals

    def _draw_picture(self, height: float) -> float:
        """The goals with their legend; how high they are, which may be less than the room."""
        room = TileRoom(
            TEXT_ROOM, height, LARGEST_TILES, SMALLEST_TILES, NARROWER
        )
        plan = fit_tiles(self.sheet, room, (self.lang, self.text_lang))
        for group in plan.groups:
            self._draw_group(group, plan)
            for tile in group.tiles:
                self._draw_tile(tile, plan.size)
        entries = place_legend(self.sheet.legend, plan, self.lang)
        for entry in entries:
            self._draw_entry(entry, plan)
        return plan.height + legend_height(entries, plan.size)

    def _draw_group(self, group: PlacedGroup, plan: TilePlan) -> None:
        area = _on_slide(group.x, group.y, group.w, group.h)
        ground = self._add_rectangle(area)
        self._paint_shape(ground, self.style.band, self.style.band_border)
        frame = bare_text_frame(ground)
        frame.word_wrap = True
        frame.vertical_anchor = MSO_ANCHOR.TOP
        frame.margin_left = frame.margin_top = Pt(GROUP_PAD)
        title = " ".join(group.heading)
        self.texts.add_text(
            frame.paragraphs[0], title, size=plan.size, bold=True
        )
        describe_shape(ground, title or "-", decorative=not title)

    def _draw_tile(self, tile: PlacedTile, size: float) -> None:
        box = self._add_rectangle(_on_slide(tile.x, tile.y, tile.w, tile.h))
        ground = self.style.page
        if not tile.is_gap:
            ground = self.style.inks["goal"].ground
        border = self.style.inks["goal"].border
        if tile.is_gap:
            border = self.style.gap
        self._paint_shape(
            box, ground, border, GAP_PEN if tile.is_gap else USUAL_PEN
        )
        if tile.grade is Grade.UNKNOWN:
            box.line.dash_style = MSO_LINE_DASH_STYLE.DASH
        self._write_tile(box, tile, size)
        describe_shape(box, tile.spoken, name=tile.code)
        if tile.grade:
            strip = self._add_rectangle(
                _on_slide(tile.x, tile.y, STRIP_WIDTH, tile.h)
            )
            self._paint_grade(strip, GRADE_FILLS[tile.grade])

    def _write_tile(self, box: Any, tile: PlacedTile, size: float) -> None:
        frame = bare_text_frame(box)
        frame.word_wrap = True
        frame.vertical_anchor = MSO_ANCHOR.TOP
        frame.margin_left = Pt(STRIP_WIDTH + TILE_PAD)
        frame.margin_top = Pt(TILE_PAD)
        first = frame.paragraphs[0]
        head = " ".join(tile.head).strip()
        self.texts.add_text(first, f"{tile.code} ", size=size, bold=True)
        if head:
            colour = self.style.remark_colour(head)
            self.texts.add_text(
                first, head, size=size, own=True, bold=True, colour=colour
            )
        if tile.lines:
            words = unbroken_text(tile.text, tile.lines)
            is_theme = tile.grade is None
            self.texts.add_text(
                frame.add_paragraph(), words, size=size, bold=is_theme
            )
        for remark in tile.remarks:
            colour = self.style.gap if remark.is_gap else TEXT_COLOUR
            self.texts.add_text(
                frame.add_paragraph(),
                remark.text,
                size=size,
                own=True,
                bold=remark.is_gap,
                colour=colour,
            )

    def _draw_entry(self, entry: TileLegendEntry, plan: TilePlan) -> None:
        size = plan.size
        left, top = entry.x, entry.y - 0.5 * size
        if entry.fill:
            sample = self._add_rectangle(
                _on_slide(left, top + 0.1 * size, SAMPLE_WIDTH, size)
            )
            self._paint_grade(sample, entry.fill)
            left += SAMPLE_WIDTH + TILE_PAD
        width = measure_width(entry.words) * size / NARROWER + TILE_PAD
        box = self._add_text_box(
            _on_slide(left, top, width, TILE_LEADING * size)
        )
        frame = bare_text_frame(box)
        self.texts.add_text(
            frame.paragraphs[0], entry.words, size=size, own=True
        )
        describe_shape(box, entry.words)

    # shapes

    def _add_rectangle(self, area: SlideArea) -> Any:
        shape = self.slide.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, *map(Pt, area)
        )
        # a style of the template adds a shadow
        shape._element.remove(shape._element.find(qn("p:style")))
        shape.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
        return shape

    def _add_text_box(self, area: SlideArea) -> Any:
        box = self.slide.shapes.add_textbox(*map(Pt, area))
        box.text_frame.word_wrap = True
        box.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
        return box

    def _paint_shape(
        self, shape: Any, fill: str, border: str, pen: float = USUAL_PEN
    ) -> None:
        shape.fill.solid()
        shape.fill.fore_color.rgb = to_rgb(fill)
        shape.line.color.rgb = to_rgb(border)
        shape.line.width = Pt(pen)

    def _paint_grade(self, shape: Any, fill: str) -> None:
        """The pattern of a grade, as the picture of the page has it."""
        goal = self.style.inks["goal"]
        colours = {SOLID: goal.bar, BLANK: self.style.page}
        self._paint_shape(
            shape, colours.get(fill, self.style.page), goal.border
        )
        if fill in PATTERNS:
            shape.fill.patterned()
            shape.fill.pattern = PATTERNS[fill]
            shape.fill.fore_color.rgb = to_rgb(self.style.words)
            shape.fill.back_color.rgb = to_rgb(self.style.page)
        describe_shape(shape, "-", decorative=True)


def unbroken_text(text: str, lines: Sequence[str]) -> str:
    """A text for a program that breaks it itself: the whole words of it that the lines have.

    Example:
        >>> unbroken_text("Samenwerking nu", ("Samen-", "werking", "nu"))
        'Samenwerking nu'
        >>> unbroken_text("een twee drie vier", ("een", "twee d…"))
        'een twee …'
    """
    room = _count_letters(" ".join(lines))
    if not lines or room >= _count_letters(text):
        return text
    kept: list[str] = []
    for word in text.split():
        letters = _count_letters(word)
        room -= letters
        # one word alone says little: a second of which half has room is worth it
        least = -letters / 2 if len(kept) < 2 else CUT_SIGN
        if room < least and kept:
            break
        kept.append(word)
    return f"{' '.join(kept).rstrip(' …')} …"


def _count_letters(text: str) -> int:
    """The letters of a text without what breaking it into lines adds or takes."""
    return sum(character not in " -…\u00a0" for character in text)


def _on_slide(x: float, y: float, w: float, h: float) -> SlideArea:
    """A place of the picture as one of the slide."""
    return SlideArea(SLIDE_MARGIN + x, PICTURE_TOP + y, w, h)
