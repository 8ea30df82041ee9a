"""Slides that build a programme theme by theme: each in turn among the others, with its goals.

The themes keep their places, so that who listens sees where the story is.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from dinet.layout.layered.cards import display_text
from dinet.layout.style.palette import PictureStyle
from dinet.layout.tables.din_table import themes_of_goal
from dinet.layout.text.measure import wrap_text
from dinet.model import Goal, Theme
from dinet.network import Network
from dinet.wording.labels import counted_kind
from dinet.writers.office.archive import one_line
from dinet.writers.slides.slide_texts import (
    NARROWER,
    SLIDE_HEIGHT,
    SLIDE_MARGIN,
    TEXT_ROOM,
    SlideTextWriter,
    bare_text_frame,
    describe_shape,
    to_rgb,
)

FEWEST_THEMES, MOST_THEMES = 2, 8
"""Of fewer themes there is nothing to build; of more no letters can be read."""
TOP = 72.0
"""Where the boxes begin, in points."""
BOX_GAP, HIGHEST_BOX = 10.0, 136.0
"""Between boxes, and the most that one is high, in points."""
NARROW_SHARE = 0.42
"""Of the width that the themes keep beside the goals of one of them."""
COLUMN_GAP = 24.0
"""Between the themes and these goals, in points."""
LETTERS, LEADING = 18.0, 1.25
"""Of all words: their size in points, and from one line to the next in letter sizes."""
PAD = 10.0
"""From the border of a box to its words, in points."""
DIM_GROUND = "#FFFFFF"


class BoxPlace(NamedTuple):
    """The place of a box, in points."""

    left: float
    top: float
    width: float
    height: float


class ThemeBuildUp:
    """Draws the themes.

    Args:
        network: The programme.
        texts: Writes the words.
        style: The colours.
    """

    def __init__(
        self, network: Network, texts: SlideTextWriter, style: PictureStyle
    ) -> None:
        self._network, self._texts = network, texts
        self._ink = style.inks["theme"]
        self._border = style.band_border
        self.themes: Sequence[Theme] = ()
        if FEWEST_THEMES <= len(network.themes) <= MOST_THEMES:
            self.themes = network.themes

    def title_of(self, theme: Theme) -> str:
        """What a slide says: how many goals a theme has."""
        goals = counted_kind("goal", len(self.goals_of(theme)))
        return f"{theme.id}: {goals.in_language(self._texts.lang)}"

    def goals_of(self, theme: Theme) -> list[Goal]:
        """The goals that stand under a theme."""
        return [
            goal
            for goal in self._network.goals
            if theme in themes_of_goal(self._network, goal)
        ]

    def draw_themes(self, slide: Any, lit: Theme) -> None:
        """The themes under each other, and beside these the goals of the one that is lit."""
        room = SLIDE_HEIGHT - SLIDE_MARGIN - TOP + BOX_GAP
        step = min(room / len(self.themes), HIGHEST_BOX + BOX_GAP)
        width = NARROW_SHARE * TEXT_ROOM
        for number, theme in enumerate(self.themes):
            top = TOP + number * step
            place = BoxPlace(SLIDE_MARGIN, top, width, step - BOX_GAP)
            self._draw_box(slide, theme, place, is_lit=lit == theme)
        self._write_goals(slide, lit)

    def _draw_box(
        self, slide: Any, theme: Theme, place: BoxPlace, *, is_lit: bool
    ) -> None:
        box = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Pt, place))
        for look in box._element.xpath("p:style"):
            box._element.remove(look)  # which adds a shadow
        box.fill.solid()
        ground = self._ink.bar if is_lit else DIM_GROUND
        box.fill.fore_color.rgb = to_rgb(ground)
        box.line.color.rgb = to_rgb(self._ink.bar if is_lit else self._border)
        box.line.width = Pt(1)
        frame = bare_text_frame(box)
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
        frame.margin_left = frame.margin_right = Pt(PAD)
        words = one_line(f"{theme.id} {theme.text}")
        room = NARROWER * (place.width - 2 * PAD) / LETTERS
        most = max(1, int(place.height / (LETTERS * LEADING)))
        lines = wrap_text(words, room, "bold", self._texts.text_lang, most)
        paragraph = frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.LEFT
        colour = self._ink.code if is_lit else "#595959"
        self._texts.add_text(
            paragraph, " ".join(lines), size=LETTERS, colour=colour, bold=True
        )
        describe_shape(box, words)

    def _write_goals(self, slide: Any, theme: Theme) -> None:
        """The goals of a theme, as many as can be read; the slides after it have all."""
        left = SLIDE_MARGIN + NARROW_SHARE * TEXT_ROOM + COLUMN_GAP
        width = SLIDE_MARGIN + TEXT_ROOM - left
        height = SLIDE_HEIGHT - SLIDE_MARGIN - TOP
        lines_left = int(height / (LETTERS * LEADING))
        box = slide.shapes.add_textbox(*map(Pt, (left, TOP, width, height)))
        frame = bare_text_frame(box)
        frame.word_wrap = True
        goals = self.goals_of(theme)
        told = []
        for number, goal in enumerate(goals):
            text = one_line(f"{goal.id} {display_text(goal, short=True)}")
            room = NARROWER * width / LETTERS
            lines = wrap_text(text, room, lang=self._texts.text_lang)
            lines_left -= len(lines) + 1
            if lines_left < 1 and number < len(goals) - 1:
                text = f"… (+{len(goals) - number})"
            told.append(text)
            paragraph = frame.paragraphs[0] if number == 0 else None
            paragraph = paragraph or frame.add_paragraph()
            paragraph.space_after = Pt(LETTERS / 2)
            self._texts.add_text(paragraph, text, size=LETTERS)
            if lines_left < 1:
                break
        describe_shape(box, "; ".join(told))
