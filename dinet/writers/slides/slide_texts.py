"""Titles, paragraphs and tables on slides, in their language."""

from collections.abc import Sequence
from typing import Any

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from dinet.layout.text.measure import Face, wrap_text
from dinet.report.summary import CountedFact
from dinet.writers.office.archive import one_line
from dinet.writers.office.theme import HEAD_COLOUR, PLAIN_COLOUR, TEXT_COLOUR

LANGUAGE_CODES = {"nl": "nl-NL", "en": "en-GB"}
FAINT_COLOUR = "#595959"

# All measures below are in points; a slide of 960 by 540 is what PowerPoint calls 16:9.
SLIDE_WIDTH, SLIDE_HEIGHT = 960.0, 540.0  # points
SLIDE_MARGIN, TILE_GAP = (
    24.0,
    16.0,
)  # points: around a slide, and between two tiles
TEXT_ROOM = SLIDE_WIDTH - 2 * SLIDE_MARGIN
"""The width between the margins, in points."""
# The band that a drawing leaves free for the title.
TITLE_TOP, TITLE_HEIGHT = 8, 48
# The line under it, and its letters.
TOPIC_TOP, TOPIC_HEIGHT, TOPIC_SIZE = 56, 16, 13
# A row of fewer tiles than this leaves the rest of the width free, so that none becomes a bar.
FEWEST_TILE_PLACES = 6
TILE_BAR_HEIGHT, TILE_TEXT_HEIGHT = 4, 60  # points
# From the top of a row of tiles to what stands under it.
TILE_STEP = 84
# The letters of our own sentences, and a line of them with what is left free under it.
PARAGRAPH_SIZE, PARAGRAPH_LEADING = 16, 26.0
# The letters in a table.
CELL_SIZE = 12
# Left and right in a cell together, a little more than the program takes itself.
CELL_MARGINS = 15
# A line in a cell, and what is left free above and under its text.
CELL_LEADING, CELL_PADDING = 14.6, 6.5
NARROWER = 0.86
"""Lines are measured shorter: where Arial is missing its stand-in is a seventh wider."""
# The format knows no smaller letters; what needs them can be read enlarged only.
SMALLEST_SIZE = 1.0

# In characters: a longer name of a shape is cut.
LONGEST_SHAPE_NAME = 80
_FACE_LETTERS = {"bold": "b", "italic": "i"}
"""By these the format knows how letters stand."""

DECORATIVE_MARK = (
    '<a:ext xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    "<adec:decorative"
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
    ' val="1"/></a:ext>'
)
"""By this Office knows a shape that says nothing."""


class SlideTextWriter:
    """Writes text.

    Args:
        lang: The language of our own words; ``text_lang`` is that of the words of the document.
        head_colour: Of titles, and of the ground of the first row of a table.
    """

    def __init__(
        self, lang: str, text_lang: str, head_colour: str = HEAD_COLOUR
    ) -> None:
        self.lang, self.text_lang = lang, text_lang
        self.head_colour = head_colour
        self.title_room = TEXT_ROOM
        """The width that titles have, in points."""

    def add_text(
        self,
        paragraph: Any,
        text: str,
        *,
        own: bool = False,
        size: float,
        colour: str = TEXT_COLOUR,
        **faces: bool,
    ) -> None:
        """A piece of text in a paragraph.

        Args:
            paragraph: Where it goes.
            text: What it says.
            own: These are words of dinet, not of the document.
            size: Of the letters, in points.
            colour: Of the letters.
            faces: ``bold``, ``italic``.
        """
        # a piece that another follows, such as a code, ends in a space
        piece = paragraph._p.add_r(one_line(text) + " " * text[-1:].isspace())
        # the properties are set as they are written: a presentation has thousands
        faced = piece.get_or_add_rPr()
        points = Pt(max(round(size, 1), SMALLEST_SIZE))
        faced.set("sz", str(points.centipoints))
        for name, value in faces.items():
            faced.set(_FACE_LETTERS[name], str(int(value)))
        lang = self.lang if own else self.text_lang
        faced.set("lang", LANGUAGE_CODES[lang])
        fill_shape(faced, colour)

    def write_title(
        self, slide: Any, text: str, *, size: float, own: bool
    ) -> None:
        """The title of a slide, at the place where a drawing leaves room for it.

        Args:
            slide: Where it goes.
            text: What it says.
            size: Of the letters, in points.
            own: These are words of dinet, not of the document.
        """
        shape = slide.shapes.title
        shape.left, shape.top = Pt(SLIDE_MARGIN), Pt(TITLE_TOP)
        shape.width, shape.height = Pt(self.title_room), Pt(TITLE_HEIGHT)
        frame = bare_text_frame(shape)
        frame.vertical_anchor, frame.word_wrap = MSO_ANCHOR.MIDDLE, True
        paragraph = frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.LEFT
        self.add_text(
            paragraph,
            text,
            size=size,
            bold=True,
            colour=self.head_colour,
            own=own,
        )
        describe_shape(shape, one_line(text))

    def write_topic(self, slide: Any, text: str) -> None:
        """The line under the title, of the document's own words; cut where it is too long."""
        line = wrap_text(one_line(text), TEXT_ROOM / TOPIC_SIZE, most=1)
        place = SLIDE_MARGIN, TOPIC_TOP, TEXT_ROOM, TOPIC_HEIGHT
        box = slide.shapes.add_textbox(*map(Pt, place))
        frame = bare_text_frame(box)
        frame.word_wrap = True  # without it some programs centre the line
        self.add_text(
            frame.paragraphs[0],
            " ".join(line),
            size=TOPIC_SIZE,
            colour=FAINT_COLOUR,
        )
        describe_shape(box, one_line(text))

    def write_notes(self, slide: Any, text: str) -> None:
        """What who speaks can read: a paragraph for every line."""
        frame = slide.notes_slide.notes_text_frame
        for number, line in enumerate(text.splitlines()):
            paragraph = (
                frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            )
            piece = paragraph.add_run()
            piece.text = one_line(line)
            code = LANGUAGE_CODES[self.text_lang]
            piece._r.get_or_add_rPr().set("lang", code)

    def write_tiles(
        self, slide: Any, facts: Sequence[tuple[CountedFact, str]], top: float
    ) -> float:
        """Numbers beside each other, each under a bar in its colour.

        Returns:
            The height where they end, in points.
        """
        step = (TEXT_ROOM + TILE_GAP) / max(FEWEST_TILE_PLACES, len(facts))
        for number, (fact, colour) in enumerate(facts):
            place = SLIDE_MARGIN + number * step, top, step - TILE_GAP
            _draw_tile_bar(slide, colour, place)
            self._write_tile(slide, fact, place)
        return top + TILE_STEP

    def _write_tile(
        self, slide: Any, fact: CountedFact, place: tuple[float, float, float]
    ) -> None:
        """A number and what it counts; the place is the left, the top and the width of the tile."""
        left, top, width = place
        below_bar = top + TILE_BAR_HEIGHT + 2
        box = slide.shapes.add_textbox(
            Pt(left), Pt(below_bar), Pt(width), Pt(TILE_TEXT_HEIGHT)
        )
        frame = _wrapping_frame(box)
        number, words = frame.paragraphs[0], frame.add_paragraph()
        self.add_text(number, fact.number, size=28, bold=True)
        self.add_text(
            words, fact.words, size=14, own=True, colour=FAINT_COLOUR
        )
        describe_shape(box, f"{fact.number} {fact.words}")

    def write_paragraphs(
        self, slide: Any, lines: Sequence[str], top: float
    ) -> float:
        """Lines of our own words under each other.

        Returns:
            The height where they end, in points.
        """
        height = paragraphs_height(lines)
        box = slide.shapes.add_textbox(
            Pt(SLIDE_MARGIN), Pt(top), Pt(TEXT_ROOM), Pt(height)
        )
        frame = _wrapping_frame(box)
        for number, line in enumerate(lines):
            paragraph = (
                frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            )
            paragraph.space_after = Pt(4)
            self.add_text(paragraph, line, size=PARAGRAPH_SIZE, own=True)
        describe_shape(box, " ".join(map(one_line, lines)))
        return top + height

    def write_table(
        self,
        slide: Any,
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        top: float,
        label: str,
    ) -> None:
        """A table whose first row is its heading.

        Args:
            slide: Where it goes.
            rows: Texts; the first row is of our own words.
            widths: Of the columns, as shares of the width.
            top: Of the table, in points.
            label: What a screen reader says of it.
        """
        place = Pt(SLIDE_MARGIN), Pt(top), Pt(TEXT_ROOM), Pt(22 * len(rows))
        shape = slide.shapes.add_table(len(rows), len(widths), *place)
        table = shape.table
        table.horz_banding = False
        _set_column_widths(table, widths)
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                self._write_cell(
                    table.cell(number, column), text, heading=number == 0
                )
        describe_shape(shape, label)

    def _write_cell(self, cell: Any, text: str, *, heading: bool) -> None:
        ground = self.head_colour if heading else PLAIN_COLOUR
        fill_shape(cell._tc.get_or_add_tcPr(), ground)
        cell.margin_top = cell.margin_bottom = Pt(3)
        colour = "#FFFFFF" if heading else TEXT_COLOUR
        faces = {"bold": heading, "own": heading}
        paragraph = cell.text_frame.paragraphs[0]
        self.add_text(paragraph, text, size=CELL_SIZE, colour=colour, **faces)


def fill_shape(properties: Any, colour: str) -> None:
    """Give the XML properties of letters or of a cell a colour such as ``#0072B2``."""
    fill = etree.SubElement(properties, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:srgbClr")).set("val", colour[1:].upper())


def to_rgb(colour: str) -> Any:
    """A colour such as ``#0072B2`` as the library wants it."""
    build_colour: Any = RGBColor
    return build_colour(*bytes.fromhex(colour[1:]))


def bare_text_frame(shape: Any) -> Any:
    """The text of a shape, without margins."""
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = (
        frame.margin_bottom
    ) = 0
    return frame


def _wrapping_frame(shape: Any) -> Any:
    """The text of a shape, which wraps and has no margins at its sides."""
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = 0
    frame.word_wrap = True
    return frame


def _set_column_widths(table: Any, shares: Sequence[float]) -> None:
    total = sum(shares)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Pt(TEXT_ROOM * share / total)


def _draw_tile_bar(
    slide: Any, colour: str, place: tuple[float, float, float]
) -> None:
    left, top, width = place
    bar = slide.shapes.add_shape(
        MSO_SHAPE.RECTANGLE, Pt(left), Pt(top), Pt(width), Pt(TILE_BAR_HEIGHT)
    )
    bar.fill.solid()
    bar.fill.fore_color.rgb = to_rgb(colour)
    bar.line.fill.background()
    bar._element.remove(
        bar._element.find(qn("p:style"))
    )  # which adds a shadow
    describe_shape(bar, "-", decorative=True)


def paragraphs_height(lines: Sequence[str]) -> float:
    """How high lines of our own words are together, in points."""
    room = NARROWER * TEXT_ROOM / PARAGRAPH_SIZE
    wrapped = (wrap_text(line, room) for line in lines)
    return PARAGRAPH_LEADING * sum(map(len, wrapped))


def describe_shape(
    shape: Any, label: str, *, name: str = "", decorative: bool = False
) -> None:
    """Give a shape the words that a screen reader says, and a name.

    Of a decorative shape nothing is label.
    """
    properties = _shape_properties(shape)
    properties.set("name", name or one_line(label)[:LONGEST_SHAPE_NAME] or "-")
    if decorative:
        extension = '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        properties.append(
            parse_xml(f"{extension}{DECORATIVE_MARK}</a:extLst>")
        )
    else:
        properties.set("descr", label)


def _shape_properties(shape: Any) -> Any:
    """The element that holds the name and the description of a shape of any kind."""
    elements = shape._element.iter()
    return next(
        element for element in elements if element.tag.endswith("}cNvPr")
    )


def row_heights(
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    face: Face = "regular",
) -> list[float]:
    """How high the rows of a table are, in points."""
    total = sum(widths)
    rooms = [
        NARROWER * (TEXT_ROOM * share / total - CELL_MARGINS) / CELL_SIZE
        for share in widths
    ]
    return [
        CELL_PADDING + CELL_LEADING * _most_lines(row, rooms, face)
        for row in rows
    ]


def _most_lines(row: Sequence[str], rooms: Sequence[float], face: Face) -> int:
    """How many lines the highest cell of a row has."""
    cells = zip(row, rooms, strict=True)
    return max(len(wrap_text(text, room, face)) for text, room in cells)
