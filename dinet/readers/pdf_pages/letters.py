"""The letters of a page, each with its place and style; letters that nobody sees are counted and left out."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium

from dinet.readers.pdf_pages.drawn_shapes import (
    DrawnShapes,
    Transformation,
    multiply_matrices,
)
from dinet.readers.pdf_pages.tags import paragraph_numbers

_ITALIC = re.compile(r"ital|obli|kursiv|slanted|-it\b", re.IGNORECASE)
_BOLD = re.compile(r"bold|black|heavy|demi|vet\b", re.IGNORECASE)
_SYMBOLS = re.compile(r"symbol|dingbat|wingding|webding|marlett", re.IGNORECASE)
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
_FAINT = 12
_SMALLEST_POINTS = 1.5
_SLANT = 0.12
_OBLIQUE = 0.1
_INVISIBLE, _ONLY_CLIPS, _OUTLINED = 3, 7, 2


class Letter(NamedTuple):
    """One letter; ``x`` and ``y`` are its middle on the page, the other lengths run in its own direction of reading."""

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
    """What the letters of one text object share."""

    style: tuple[bool, bool]
    symbols: bool
    size: float
    direction: str
    part: int
    order: int
    hidden: bool


class Letters:
    """Reads the letters of one page.

    Args:
        page: The page of the library.
        matrix: From the page's own coordinates to those of a Sheet.
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
        self._matrix = matrix
        self._size = size
        self._drawing = drawing
        self._picture = any(
            _page_share(frame, size) > 1 / 2 for frame in drawing.pictures
        )
        self._runs: dict[int, _LetterRun] = {}
        self._tags = paragraph_numbers(page)
        self._seen: dict[tuple[str, int, int], tuple[float, float]] = {}
        self._doubled: dict[int, bool] = {}
        self._unseen: set[int] = set()
        self._askew: set[int] = set()

    def read_letters(self) -> Iterator[Letter | str]:
        """The letters in the order in which the page has them, with ``SPACE`` and ``GAP`` between them."""
        count = pdfium.FPDFText_CountChars(self._page) if self._page else 0
        box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        for number in range(max(count, 0)):
            code = pdfium.FPDFText_GetUnicode(self._page, number)
            if code in _SPACES:
                yield GAP if pdfium.FPDFText_IsGenerated(self._page, number) else SPACE
                continue
            run = self._run_of_letter(number)
            if run is None or not pdfium.FPDFText_GetLooseCharBox(
                self._page, number, box
            ):
                continue
            pdfium.FPDFText_GetCharOrigin(self._page, number, x, y)
            letter = self._build_letter(
                self._text_of_code(code, run), run, box, (x.value, y.value)
            )
            if letter:
                yield letter
        if self._page:
            pdfium.FPDFText_ClosePage(self._page)
        self.counts.update(hidden=len(self._unseen), sideways=len(self._askew))

    def _text_of_code(self, code: int, run: _LetterRun) -> str:
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
        """The letter, or None when it cannot be seen, stands twice in one place, or does not run along the page."""
        corners = [
            self._place_on_page(box.left, box.bottom),
            self._place_on_page(box.right, box.top),
        ]
        x, y = (corners[0][0] + corners[1][0]) / 2, (corners[0][1] + corners[1][1]) / 2
        width, height = self._size
        if not (0 <= x <= width and 0 <= y <= height):
            self.counts["beyond"] += 1
            return None
        if run.hidden or run.size < _SMALLEST_POINTS or self._is_covered(x, y, run):
            self._unseen.add(id(run))
            return None
        across, base = self._place_on_page(*origin)
        if run.direction == "right":
            sides = sorted((corners[0][0], corners[1][0]))
        elif run.direction == "up":
            sides, base = (
                sorted((height - corners[0][1], height - corners[1][1])),
                across,
            )
        elif run.direction == "down":
            sides, base = sorted((corners[0][1], corners[1][1])), width - across
        else:
            self._askew.add(id(run))
            return None
        if self._is_drawn_twice(text, sides[0], base, run):
            return None
        return Letter(
            text,
            sides[0],
            sides[1],
            base,
            run.size,
            run.style,
            run.direction != "right",
            run.part,
            x,
            y,
        )

    def _place_on_page(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = self._matrix
        return a * x + c * y + e, b * x + d * y + f

    def _is_drawn_twice(
        self, text: str, left: float, base: float, run: _LetterRun
    ) -> bool:
        """The whole text was drawn before in nearly the same place: that is how some programs make it bold."""
        if id(run) not in self._doubled:
            column, row, most = int(left), int(base), run.size / 8
            near = [
                self._seen.get((text, column + dx, row + dy))
                for dx in (-1, 0, 1)
                for dy in (-1, 0, 1)
            ]
            self._doubled[id(run)] = any(
                each and abs(each[0] - left) < most and abs(each[1] - base) < most
                for each in near
            )
            self._seen[text, column, row] = (left, base)
        return self._doubled[id(run)]

    def _is_covered(self, x: float, y: float, run: _LetterRun) -> bool:
        return any(
            fill.solid and fill.order >= run.order
            for fill in self._drawing.fills_at(x, y)
        )

    # what the letters of one text object share

    def _run_of_letter(self, number: int) -> _LetterRun | None:
        each = pdfium.FPDFText_GetTextObject(self._page, number)
        if not each:
            return None
        address = ctypes.addressof(each.contents)
        if address not in self._runs:
            self._runs[address] = self._new_run(
                each, number, self._drawing.order.get(address, 0)
            )
        return self._runs[address]

    def _new_run(self, each: Any, number: int, order: int) -> _LetterRun:
        font = pdfium.FPDFTextObj_GetFont(each)
        name = _font_name(font)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(each)
        own = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._page, number, own)
        a, b, c, d, _, _ = multiply_matrices(
            (own.a, own.b, own.c, own.d, 0, 0), self._matrix
        )
        size = pdfium.FPDFText_GetFontSize(self._page, number) * (c * c + d * d) ** 0.5
        leans = abs(a * c + b * d) > _OBLIQUE * max(a * a + b * b, 1e-9)
        italic = (
            bool(_ITALIC.search(name))
            or leans
            or bool(pdfium.FPDFFont_GetFlags(font) & _ITALIC_FLAG)
        )
        bold = bool(_BOLD.search(name)) or mode == _OUTLINED
        unseen = mode == _ONLY_CLIPS or (
            not self._picture
            and (mode == _INVISIBLE or self._is_faint(each, number, order))
        )
        self.counts["recognised"] += self._picture and mode == _INVISIBLE
        part = self._tags.get(pdfium.FPDFPageObj_GetMarkedContentID(each), -1)
        return _LetterRun(
            (italic, bold),
            bool(_SYMBOLS.search(name)),
            size,
            _reading_direction(a, b),
            part,
            order,
            unseen,
        )

    def _is_faint(self, each: Any, number: int, order: int) -> bool:
        """The letters have the colour of what is behind them, or none."""
        parts = [ctypes.c_uint() for _ in range(4)]
        if not pdfium.FPDFPageObj_GetFillColor(each, *parts):
            return False
        *colour, alpha = (part.value for part in parts)
        if not alpha:
            return True
        if min(colour) < 0xFF - _FAINT and not self._drawing.fills:
            return False
        box = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self._page, number, box)
        x, y = self._place_on_page(
            (box.left + box.right) / 2, (box.bottom + box.top) / 2
        )
        behind = [fill for fill in self._drawing.fills_at(x, y) if fill.order < order]
        if any(
            left <= x <= right and top <= y <= bottom
            for left, top, right, bottom in self._drawing.pictures
        ):
            return False
        paper = behind[-1].colour if behind else "FFFFFF"
        return all(
            abs(int(paper[at : at + 2], 16) - part) < _FAINT
            for at, part in zip((0, 2, 4), colour, strict=True)
        )


def _font_name(font: Any) -> str:
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
    return buffer.value.decode("latin-1")


def _reading_direction(a: float, b: float) -> str:
    """Where a line of text runs to on the page, whose y runs down; ``askew`` for a slanting watermark."""
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
