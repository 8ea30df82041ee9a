"""The letters of a page, each with its place and style.

Letters that nobody sees are counted and left out.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium

from dinet.readers.pdf_pages.drawn_paths import (
    ClipPath,
    Transformation,
    multiply_matrices,
)
from dinet.readers.pdf_pages.drawn_shapes import DrawnShapes
from dinet.readers.pdf_pages.painted_objects import address_of
from dinet.readers.pdf_pages.tags import paragraph_numbers

_ITALIC = re.compile(r"ital|obli|kursiv|slanted|-it\b", re.IGNORECASE)
_BOLD = re.compile(r"bold|black|heavy|demi|vet\b", re.IGNORECASE)
_SYMBOLS = re.compile(
    r"symbol|dingbat|wingding|webding|marlett", re.IGNORECASE
)
# The bit of a font's flags that says that it is italic (PDF 32000-1, table 123).
_ITALIC_FLAG = 64
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0x2010: "-", 0x2011: "-", 0xAD: "-"}
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
SPACE = " "
"""A space that the page has."""
GAP = ""
"""A space that the library takes to be there."""
_SPACES = frozenset({0x20, 0xA0, 0x0D, 0x0A, 0x09})
_ODD = "\ufffd"
_BULLET = "•"
# How far each of red, green and blue (0 to 255) may differ from what is behind a letter for it to
# be unseen: white words on white paper, of which some are only nearly white.
_FAINT = 12
# The red, green and blue of paper.
_WHITE = 0xFF
# Smaller letters cannot be read on paper.
_SMALLEST_POINTS = 1.5
# How much of its length a line of text may rise and still run along the page; a slanting watermark
# rises much more.
_SLANT = 0.12
# How far upright strokes lean, as a share of the width, in letters that a program made italic by
# leaning an upright font.
_OBLIQUE = 0.1
# How letters are painted: the numbers of PDF 32000-1, table 106 for unseen letters, for letters
# that only cut out what is painted later, and for letters with a line around them.
_INVISIBLE, _ONLY_CLIPS, _OUTLINED = 3, 7, 2
# Letters under a picture of more than this share of a page were recognised in it.
_PAGE_PICTURE_SHARE = 1 / 2
# A text that is drawn twice to make it heavy is moved by less than this share of its letter size.
_DOUBLED_SHARE = 1 / 8
# Room for the name of a font; a longer one is read as none.
_FONT_NAME_BYTES = 256


class Letter(NamedTuple):
    """One letter.

    Args:
        text: What it says; several letters for a ligature.
        left: Where it begins, in its own direction of reading.
        right: Where it ends.
        base: The height of its base line.
        size: Its size in points.
        style: Whether it is italic, and whether it is bold.
        turned: It was written sideways.
        part: The number of the paragraph that it belongs to by the tags of the file; -1 for none.
        x: The middle of the letter on the page as it is shown.
        y: The same, from the top.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    style: tuple[bool, bool]
    turned: bool
    part: int
    x: float
    y: float


class _LetterRun(NamedTuple):
    """What the letters of one text object share.

    Args:
        style: Whether they are italic, and whether they are bold.
        symbols: Their font has signs for letters.
        size: Their size in points.
        direction: Where they run to: ``right``, ``up``, ``down`` or ``askew``.
        part: The number of their paragraph by the tags of the file; -1 for none.
        order: When they are painted.
        hidden: Nobody sees them.
        clips: The paths outside which they are not seen.
    """

    style: tuple[bool, bool]
    symbols: bool
    size: float
    direction: str
    part: int
    order: int
    hidden: bool
    clips: tuple[ClipPath, ...] = ()


class Letters:
    """Reads the letters of one page.

    Args:
        page: The page of the library.
        matrix: From the page's own coordinates to those of a `PdfPage`.
        size: Width and height of the page as it is shown.
        drawing: What else is on the page.
    """

    def __init__(
        self,
        page: Any,
        matrix: Transformation,
        size: tuple[float, float],
        drawing: DrawnShapes,
    ) -> None:
        self.counts: Counter[str] = Counter()
        self._page = pdfium.FPDFText_LoadPage(page)
        self._origin_x, self._origin_y = ctypes.c_double(), ctypes.c_double()
        self._matrix = matrix
        self._size = size
        self._drawing = drawing
        self._is_picture = any(
            _page_share(frame, size) > _PAGE_PICTURE_SHARE
            for frame in drawing.pictures
        )
        self._runs: dict[int, _LetterRun] = {}
        self._tags = paragraph_numbers(page)
        self._run_starts: dict[tuple[str, int, int], tuple[float, float]] = {}
        """Where the first letter of a run stands, by that letter and its place in whole points."""
        self._doubled: dict[int, bool] = {}
        """Whether a run was drawn twice, by its id."""
        self._hidden_runs: set[int] = set()
        self._askew_runs: set[int] = set()

    def read_letters(self) -> Iterator[Letter | str]:
        """The letters in the order of the page, with ``SPACE`` and ``GAP`` between them."""
        count = pdfium.FPDFText_CountChars(self._page) if self._page else 0
        box = pdfium.FS_RECTF()
        for number in range(max(count, 0)):
            code = pdfium.FPDFText_GetUnicode(self._page, number)
            if code in _SPACES:
                generated = pdfium.FPDFText_IsGenerated(self._page, number)
                yield GAP if generated else SPACE
                continue
            run = self._run_of_letter(number)
            if run is None or not pdfium.FPDFText_GetLooseCharBox(
                self._page, number, box
            ):
                continue
            letter = self._build_letter(
                self._text_of_code(code, run),
                run,
                box,
                self._origin_of(number),
            )
            if letter:
                yield letter
        if self._page:
            pdfium.FPDFText_ClosePage(self._page)
        self.counts.update(
            hidden=len(self._hidden_runs), sideways=len(self._askew_runs)
        )

    def _origin_of(self, number: int) -> tuple[float, float]:
        """Where a letter stands on its base line, in the coordinates of the page itself."""
        pdfium.FPDFText_GetCharOrigin(
            self._page, number, self._origin_x, self._origin_y
        )
        return self._origin_x.value, self._origin_y.value

    def _text_of_code(self, code: int, run: _LetterRun) -> str:
        """What a code of Unicode says; a bullet for a sign of a font with codes of its own."""
        if code in _HYPHENS:
            return _HYPHENS[code]
        if run.symbols or 0xE000 <= code <= 0xF8FF:
            return _BULLET
        if code in _LIGATURES:
            return _LIGATURES[code]
        if code < 0x20 or 0xFFF0 <= code <= 0xFFFF:
            self.counts["odd"] += 1
            return _ODD
        return chr(code)

    def _build_letter(
        self, text: str, run: _LetterRun, box: Any, origin: tuple[float, float]
    ) -> Letter | None:
        """The letter, or None for one that is left out.

        A letter is left out when it cannot be seen, stands twice in one place, or does not run
        along the page.
        """
        start = self._place_on_page(box.left, box.bottom)
        end = self._place_on_page(box.right, box.top)
        x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
        width, height = self._size
        if not (0 <= x <= width and 0 <= y <= height):
            self.counts["beyond"] += 1
            return None
        if (
            run.hidden
            or run.size < _SMALLEST_POINTS
            or (run.clips and _is_cut_off(x, y, run.clips))
            or self._is_covered(x, y, run)
        ):
            self._hidden_runs.add(id(run))
            return None
        if run.direction == "askew":
            self._askew_runs.add(id(run))
            return None
        left, right, base = self._along_text(
            run.direction, start, end, self._place_on_page(*origin)
        )
        if self._is_drawn_twice(text, left, base, run):
            return None
        turned = run.direction != "right"
        return Letter(
            text,
            left,
            right,
            base,
            run.size,
            run.style,
            turned,
            run.part,
            x,
            y,
        )

    def _along_text(
        self,
        direction: str,
        start: tuple[float, float],
        end: tuple[float, float],
        origin: tuple[float, float],
    ) -> tuple[float, float, float]:
        """The left, right and base line of a letter, as if the page were turned upright for it.

        Args:
            direction: Where the text runs to.
            start: One corner of the letter on the page.
            end: The corner opposite to it.
            origin: Where it stands on its base line.
        """
        width, height = self._size
        if direction == "right":
            one, other, base = start[0], end[0], origin[1]
        elif direction == "up":
            one, other, base = height - start[1], height - end[1], origin[0]
        else:
            one, other, base = start[1], end[1], width - origin[0]
        return min(one, other), max(one, other), base

    def _place_on_page(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page itself on the page as it is shown."""
        a, b, c, d, e, f = self._matrix
        return a * x + c * y + e, b * x + d * y + f

    def _is_drawn_twice(
        self, text: str, left: float, base: float, run: _LetterRun
    ) -> bool:
        """The whole text was drawn before in nearly the same place.

        That is how some programs make it bold. The first letter of a run tells it for all.
        """
        if id(run) not in self._doubled:
            column, row, most = int(left), int(base), run.size * _DOUBLED_SHARE
            near = [
                self._run_starts.get((text, column + dx, row + dy))
                for dx in (-1, 0, 1)
                for dy in (-1, 0, 1)
            ]
            self._doubled[id(run)] = any(
                start
                and abs(start[0] - left) < most
                and abs(start[1] - base) < most
                for start in near
            )
            self._run_starts[text, column, row] = (left, base)
        return self._doubled[id(run)]

    def _is_covered(self, x: float, y: float, run: _LetterRun) -> bool:
        """A coloured area was painted over a place after the letters of a run."""
        for fill in self._drawing.fills_near(y):
            later = fill.solid and fill.order >= run.order
            if later and fill.covers(x, y):
                return True
        return False

    # what the letters of one text object share

    def _run_of_letter(self, number: int) -> _LetterRun | None:
        text_object = pdfium.FPDFText_GetTextObject(self._page, number)
        if not text_object:
            return None
        address = ctypes.addressof(text_object.contents)
        if address not in self._runs:
            order = self._drawing.order.get(address, 0)
            self._runs[address] = self._new_run(text_object, number, order)
        return self._runs[address]

    def _new_run(
        self, text_object: Any, number: int, order: int
    ) -> _LetterRun:
        """What the letters of a text object share, of which this is the first."""
        font = pdfium.FPDFTextObj_GetFont(text_object)
        name = _font_name(font)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(text_object)
        a, b, c, d = self._directions_of(number)
        size = (
            pdfium.FPDFText_GetFontSize(self._page, number)
            * (c * c + d * d) ** 0.5
        )
        leans = abs(a * c + b * d) > _OBLIQUE * max(a * a + b * b, 1e-9)
        italic = leans or _is_italic_font(font, name)
        bold = bool(_BOLD.search(name)) or mode == _OUTLINED
        hidden = self._is_hidden(text_object, number, order, mode)
        self.counts["recognised"] += self._is_picture and mode == _INVISIBLE
        tag = pdfium.FPDFPageObj_GetMarkedContentID(text_object)
        return _LetterRun(
            (italic, bold),
            bool(_SYMBOLS.search(name)),
            size,
            _reading_direction(a, b),
            self._tags.get(tag, -1),
            order,
            hidden,
            self._drawing.clips.get(address_of(text_object), ()),
        )

    def _directions_of(self, number: int) -> tuple[float, float, float, float]:
        """Which way a letter runs on the page, x and y, and which way its upright strokes do."""
        own = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._page, number, own)
        a, b, c, d, _, _ = multiply_matrices(
            (own.a, own.b, own.c, own.d, 0, 0), self._matrix
        )
        return a, b, c, d

    def _is_hidden(
        self, text_object: Any, number: int, order: int, mode: int
    ) -> bool:
        """Nobody sees the letters; those under a picture of the page were recognised in it."""
        if mode == _ONLY_CLIPS:
            return True
        if self._is_picture and mode == _INVISIBLE:
            return False
        if address_of(text_object) in self._drawing.hidden:
            return True
        if self._is_picture:
            return False
        return mode == _INVISIBLE or self._is_faint(text_object, number, order)

    def _is_faint(self, text_object: Any, number: int, order: int) -> bool:
        """The letters have the colour of what is behind them, or none."""
        parts = [ctypes.c_uint() for _ in range(4)]
        if not pdfium.FPDFPageObj_GetFillColor(text_object, *parts):
            return False
        *colour, alpha = (part.value for part in parts)
        if not alpha:
            return True
        if min(colour) < _WHITE - _FAINT and not self._drawing.fills:
            return False
        x, y = self._middle_of(number)
        if self._is_on_picture(x, y):
            return False
        paper = self._colour_behind(x, y, order)
        return all(
            abs(behind - part) < _FAINT
            for behind, part in zip(paper, colour, strict=True)
        )

    def _middle_of(self, number: int) -> tuple[float, float]:
        """The middle of a letter on the page as it is shown."""
        box = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self._page, number, box)
        return self._place_on_page(
            (box.left + box.right) / 2, (box.bottom + box.top) / 2
        )

    def _is_on_picture(self, x: float, y: float) -> bool:
        """A place lies on a picture, whose colour there is not known."""
        return any(
            left <= x <= right and top <= y <= bottom
            for left, top, right, bottom in self._drawing.pictures
        )

    def _colour_behind(self, x: float, y: float, order: int) -> bytes:
        """The red, green and blue that were painted last at a place, before letters were."""
        behind = [
            fill for fill in self._drawing.fills_at(x, y) if fill.order < order
        ]
        return (
            bytes.fromhex(behind[-1].colour) if behind else bytes([_WHITE] * 3)
        )


def _is_cut_off(x: float, y: float, clips: Iterable[ClipPath]) -> bool:
    """A place lies outside one of the paths outside which nothing is seen."""
    return not all(clip.shows(x, y) for clip in clips)


def _is_italic_font(font: Any, name: str) -> bool:
    """The name of a font or its flags say that it is italic."""
    return bool(
        _ITALIC.search(name) or pdfium.FPDFFont_GetFlags(font) & _ITALIC_FLAG
    )


def _font_name(font: Any) -> str:
    """The name of a font; empty when it has none."""
    buffer = ctypes.create_string_buffer(_FONT_NAME_BYTES)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
    return buffer.value.decode("latin-1")


def _reading_direction(a: float, b: float) -> str:
    """Where a line of text runs to on the page: ``right``, ``up`` or ``down``.

    It is ``askew`` for a slanting watermark, and for text upside down.

    Args:
        a: How far it runs to the right.
        b: How far it runs down.
    """
    if abs(b) <= _SLANT * abs(a):
        return "right" if a > 0 else "askew"
    if abs(a) <= _SLANT * abs(b):
        return "down" if b > 0 else "up"
    return "askew"


def _page_share(
    frame: tuple[float, float, float, float], size: tuple[float, float]
) -> float:
    """Which part of the page a picture covers."""
    left, top, right, bottom = frame
    across = min(right, size[0]) - max(left, 0)
    down = min(bottom, size[1]) - max(top, 0)
    return max(across, 0) * max(down, 0) / max(size[0] * size[1], 1)
