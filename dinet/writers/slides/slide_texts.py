"""Titles, paragraphs and tables on slides, in their language."""

from collections.abc import Sequence
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from dinet.layout.text.measure import Face, wrap_text
from dinet.report.summary import CountedFact
from dinet.writers.office.archive import one_line

DEFAULT_FONT = "Arial"
LANGUAGE_CODES = {"nl": "nl-NL", "en": "en-GB"}
TEXT_COLOUR, HEAD_COLOUR, PLAIN_COLOUR, FAINT_COLOUR = (
    "#222222",
    "#003A5C",
    "#F3F6F8",
    "#595959",
)
SMALLEST_SIZE = 1.0
"""Points; the format knows no smaller letters. What needs them can be read enlarged only."""
SLIDE_MARGIN, TILE_GAP = 24.0, 16.0
SLIDE_WIDTH, SLIDE_HEIGHT = 960.0, 540.0
_DECORATIVE = (
    '<a:ext xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
)


class SlideTextWriter:
    """Writes text.

    Args:
        lang: The language of our own words; ``text_lang`` is that of the words of the document.
        font: The name of the letters; empty for Arial.
    """

    def __init__(self, lang: str, text_lang: str, font: str = "") -> None:
        self.lang, self.text_lang, self.font = lang, text_lang, font or DEFAULT_FONT

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
        piece = paragraph.add_run()
        piece.text = one_line(text)
        piece.font.name, piece.font.size = (
            self.font,
            Pt(max(round(size, 1), SMALLEST_SIZE)),
        )
        piece.font.color.rgb = to_rgb(colour)
        for name, value in faces.items():
            setattr(piece.font, name, value)
        piece._r.get_or_add_rPr().set(
            "lang", LANGUAGE_CODES[self.lang if own else self.text_lang]
        )

    def write_title(self, slide: Any, text: str, *, size: float = 18) -> None:
        """The title of a slide, at the place where a drawing leaves room for it."""
        shape = slide.shapes.title
        shape.left, shape.top, shape.width, shape.height = (
            Pt(SLIDE_MARGIN),
            Pt(12),
            Pt(SLIDE_WIDTH - 2 * SLIDE_MARGIN),
            Pt(48),
        )
        frame = shape.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = (
            frame.margin_bottom
        ) = 0
        frame.vertical_anchor, frame.word_wrap = MSO_ANCHOR.MIDDLE, True
        frame.paragraphs[0].alignment = PP_ALIGN.LEFT
        self.add_text(
            frame.paragraphs[0], text, size=size, bold=True, colour=HEAD_COLOUR
        )
        describe_shape(shape, one_line(text))

    def write_tiles(
        self, slide: Any, facts: Sequence[tuple[CountedFact, str]], top: float
    ) -> float:
        """Numbers beside each other, each under a bar in its colour; gives the height where they end."""
        wide = (SLIDE_WIDTH - 2 * SLIDE_MARGIN + TILE_GAP) / max(6, len(facts))
        for number, (fact, colour) in enumerate(facts):
            left = SLIDE_MARGIN + number * wide
            bar = slide.shapes.add_shape(
                MSO_SHAPE.RECTANGLE, Pt(left), Pt(top), Pt(wide - TILE_GAP), Pt(4)
            )
            bar.fill.solid()
            bar.fill.fore_color.rgb = to_rgb(colour)
            bar.line.fill.background()
            bar._element.remove(bar._element.find(qn("p:style")))  # which adds a shadow
            describe_shape(bar, "-", decorative=True)
            box = slide.shapes.add_textbox(
                Pt(left), Pt(top + 6), Pt(wide - TILE_GAP), Pt(60)
            )
            frame = box.text_frame
            frame.margin_left = frame.margin_right = 0
            frame.word_wrap = True
            self.add_text(frame.paragraphs[0], fact.number, size=28, bold=True)
            self.add_text(
                frame.add_paragraph(),
                fact.words,
                size=14,
                own=True,
                colour=FAINT_COLOUR,
            )
            describe_shape(box, f"{fact.number} {fact.words}")
        return top + 84

    def write_paragraphs(self, slide: Any, lines: Sequence[str], top: float) -> float:
        """Lines of our own words under each other; gives the height where they end."""
        high = 26.0 * sum(
            len(wrap_text(line, (SLIDE_WIDTH - 2 * SLIDE_MARGIN) / 16))
            for line in lines
        )
        box = slide.shapes.add_textbox(
            Pt(SLIDE_MARGIN), Pt(top), Pt(SLIDE_WIDTH - 2 * SLIDE_MARGIN), Pt(high)
        )
        frame = box.text_frame
        frame.margin_left = frame.margin_right = 0
        frame.word_wrap = True
        for number, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.space_after = Pt(4)
            self.add_text(paragraph, line, size=16, own=True)
        describe_shape(box, " ".join(map(one_line, lines)))
        return top + high

    def write_table(
        self,
        slide: Any,
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        top: float,
        said: str,
    ) -> None:
        """A table whose first row is its heading.

        Args:
            slide: Where it goes.
            rows: Texts; the first row is of our own words.
            widths: Of the columns, as shares of the width.
            top: Of the table, in points.
            said: What a screen reader says of it.
        """
        room = SLIDE_WIDTH - 2 * SLIDE_MARGIN
        frame = slide.shapes.add_table(
            len(rows),
            len(widths),
            Pt(SLIDE_MARGIN),
            Pt(top),
            Pt(room),
            Pt(22 * len(rows)),
        )
        table = frame.table
        table.horz_banding = False
        for column, share in enumerate(widths):
            table.columns[column].width = Pt(room * share / sum(widths))
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                self._write_cell(table.cell(number, column), text, heading=number == 0)
        describe_shape(frame, said)

    def _write_cell(self, cell: Any, text: str, *, heading: bool) -> None:
        cell.fill.solid()
        cell.fill.fore_color.rgb = to_rgb(HEAD_COLOUR if heading else PLAIN_COLOUR)
        cell.margin_top = cell.margin_bottom = Pt(3)
        colour = "#FFFFFF" if heading else TEXT_COLOUR
        self.add_text(
            cell.text_frame.paragraphs[0],
            text,
            size=12,
            bold=heading,
            colour=colour,
            own=heading,
        )


def to_rgb(colour: str) -> Any:
    """A colour such as ``#0072B2`` as the library wants it."""
    made: Any = RGBColor
    return made(*bytes.fromhex(colour[1:]))


def describe_shape(
    shape: Any, said: str, *, name: str = "", decorative: bool = False
) -> None:
    """Give a shape the words that a screen reader says, and a name; or tell that there is nothing to say of it."""
    properties = next(
        each for each in shape._element.iter() if each.tag.endswith("}cNvPr")
    )
    properties.set("name", name or one_line(said)[:80] or "-")
    if decorative:
        extension = (
            '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        )
        properties.append(parse_xml(f"{extension}{_DECORATIVE}</a:extLst>"))
    else:
        properties.set("descr", said)


def row_heights(
    rows: Sequence[Sequence[str]], widths: Sequence[float], face: Face = "regular"
) -> list[float]:
    """How high the rows of a table are, in points."""
    room = SLIDE_WIDTH - 2 * SLIDE_MARGIN
    shares = [(room * share / sum(widths) - 15) / 12 for share in widths]
    return [
        6.5
        + 14.6
        * max(
            len(wrap_text(text, share, face))
            for text, share in zip(row, shares, strict=True)
        )
        for row in rows
    ]
