"""Small PDF files for tests, written by hand.

Pages of words, lines and coloured boxes, or of the parts of ``formats``.

Every letter is Courier, six tenths of its size wide, so that a test knows where each word ends.
Heights run down.
"""

import textwrap
import zlib
from collections.abc import Iterable, Sequence

from dinet.document.content import Document
from dinet.interpret.interpret import interpret_document
from dinet.model import Programme
from dinet.readers.pdf import PdfReading
from dinet.readers.pdf_pages.pages import read_pages
from dinet.wording.bullets import bullet_signs
from tests.formats import Cell, Heading, Part, Table

WIDTH, HEIGHT = 595, 842
_FONTS = {"": "Courier", "b": "Courier-Bold", "i": "Courier-Oblique"}
_LEFT, _RIGHT, _TOP = 40, 555, 40
_PAD, _LETTER = 4, 0.6


def text(
    x: float,
    y: float,
    *lines: str,
    size: float = 8,
    style: str = "",
    leading: float = 10,
    more: str = "",
) -> str:
    """Lines of words under one another, the first with its base line at ``y``.

    ``more`` are operators before it.
    """
    shown = (
        f"1 0 0 1 {x} {HEIGHT - y - number * leading} Tm ({_escaped(line)}) Tj"
        for number, line in enumerate(lines)
    )
    return f"q 0 g {more} BT /F{style} {size} Tf {' '.join(shown)} ET Q"


def turned(x: float, y: float, words: str, size: float = 8) -> str:
    """Words that run upwards."""
    return f"BT /F {size} Tf 0 1 -1 0 {x} {HEIGHT - y} Tm ({_escaped(words)}) Tj ET"


def line(x: float, y: float, to_x: float, to_y: float) -> str:
    return f"{x} {HEIGHT - y} m {to_x} {HEIGHT - to_y} l S"


def box(x: float, y: float, to_x: float, to_y: float, colour: str) -> str:
    """A filled rectangle."""
    red, green, blue = (part / 255 for part in bytes.fromhex(colour))
    return f"q {red:.4f} {green:.4f} {blue:.4f} rg {x} {HEIGHT - to_y} {to_x - x} {to_y - y} re f Q"


def lattice(xs: Sequence[float], ys: Sequence[float]) -> str:
    """Lines around all cells."""
    return "\n".join(
        [
            *(line(xs[0], y, xs[-1], y) for y in ys),
            *(line(x, ys[0], x, ys[-1]) for x in xs),
        ]
    )


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def pdf(
    *pages: str | Iterable[str],
    width: float = WIDTH,
    page: str = "",
    catalogue: str = "",
    objects: Sequence[str] = (),
    trailer: str = "",
) -> bytes:
    """A file of pages, each given as its operators.

    Further entries of pages, catalogue and trailer, and objects from 6.
    """
    contents = [
        each if isinstance(each, str) else "\n".join(each) for each in pages
    ]
    first = 6 + len(objects)
    kids = " ".join(
        f"{first + 2 * number} 0 R" for number in range(len(contents))
    )
    body: list[str | bytes] = [
        f"<</Type/Catalog/Pages 2 0 R {catalogue}>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(contents)}>>",
        *(
            f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>"
            for name in _FONTS.values()
        ),
        *objects,
    ]
    for number, content in enumerate(contents):
        packed = zlib.compress(content.encode("cp1252"))
        fonts = "/F 3 0 R/Fb 4 0 R/Fi 5 0 R"
        body.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {HEIGHT}]"
            f"/Contents {first + 2 * number + 1} 0 R"
            f"/Resources<</Font<<{fonts}>>/XObject<</X 6 0 R>>>>{page}>>"
        )
        body.append(
            b"<</Length %d/Filter/FlateDecode>>\nstream\n%b\nendstream"
            % (len(packed), packed)
        )
    return whole(body, trailer)


def whole(body: Sequence[str | bytes], trailer: str = "") -> bytes:
    """A file of objects, the first of them the catalogue."""
    data = b"%PDF-1.7\n"
    places = []
    for number, each in enumerate(body, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (
            number,
            each if isinstance(each, bytes) else each.encode("cp1252"),
        )
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(body) + 1
    end = f"trailer<</Size {count}/Root 1 0 R{trailer}>>\nstartxref\n{len(data)}\n%%EOF".encode()
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % count + table + end


def found_in(data: bytes) -> Document:
    """What the reader finds in a file, read in this process: quicker than in a child."""
    return PdfReading(
        list(read_pages(data, bullet_signs())), "plan.pdf"
    ).build_document()


def document(*pages: str | Iterable[str]) -> Document:
    """What the reader finds on these pages."""
    return found_in(pdf(*pages))


def in_pdf(*pages: str | Iterable[str]) -> Programme:
    """What is read on these pages."""
    return interpret_document(document(*pages))


# the parts of ``formats``


def as_pdf(
    *parts: Part,
    rules: str = "all",
    bottom: float = 800,
    right: float = _RIGHT,
) -> bytes:
    """A document of parts.

    ``rules`` is ``all``, ``rows`` or ``none``, ``bottom`` and ``right`` are where a page ends.
    """
    return pdf(
        *pages_of(*parts, rules=rules, bottom=bottom, right=right),
        width=right + _LEFT,
    )


def pages_of(
    *parts: Part,
    rules: str = "all",
    bottom: float = 800,
    right: float = _RIGHT,
) -> list[list[str]]:
    """The operators of each page."""
    pages: list[list[str]] = [[]]
    y = float(_TOP)
    for part in parts:
        if isinstance(part, Table):
            y = _table(part, pages, y, rules, (right, bottom)) + 14
        elif isinstance(part, Heading):
            size = 16 - 2 * part.level
            pages[-1].append(
                text(_LEFT, y + size, part.text, size=size, style="b")
            )
            y += 2 * size
        else:
            lines = textwrap.wrap(part, int((right - _LEFT) / (8 * _LETTER)))
            pages[-1].append(text(_LEFT, y + 10, *lines))
            y += 10 * len(lines) + 12
    return pages


def _table(
    part: Table,
    pages: list[list[str]],
    y: float,
    rules: str,
    ends: tuple[float, float],
) -> float:
    width = (ends[0] - _LEFT) / len(part.rows[0])
    xs = [_LEFT + width * column for column in range(len(part.rows[0]) + 1)]
    until = [0] * len(part.rows[0])
    for number, row in enumerate(part.rows):
        needed = [_height(each, width) / (each.down + 1) for each in row]
        height = max([*needed, 12])
        if y + height > ends[1]:
            pages.append([])
            y = float(_TOP)
        for column, each in enumerate(row):
            under = number and until[column] >= number
            until[column] = max(until[column], number + each.down)
            left, right = xs[column], xs[column + 1]
            if each.fill:
                pages[-1].append(box(left, y, right, y + height, each.fill))
            pages[-1].append(_cell(each, left + _PAD, y, width))
            if rules != "none" and not under:
                pages[-1].append(line(left, y, right, y))
            if rules == "all":
                pages[-1] += [
                    line(left, y, left, y + height),
                    line(right, y, right, y + height),
                ]
        y += height
    if rules != "none":
        pages[-1].append(line(xs[0], y, xs[-1], y))
    return y


def _lines(this: Cell, width: float) -> list[list[tuple[float, str, str]]]:
    """The lines of each paragraph: how far each is indented, its bullet and its words."""
    found = []
    for each in this.lines:
        indent, mark, words = (
            (0, "", each)
            if isinstance(each, str)
            else (10 + 10 * each.level, "•o"[each.level], each.text)
        )
        wrapped = textwrap.wrap(
            words, int((width - 2 * _PAD - indent) / (8 * _LETTER))
        )
        found.append(
            [
                (indent, mark if not number else "", line)
                for number, line in enumerate(wrapped)
            ]
        )
    return found


def _height(this: Cell, width: float) -> float:
    return sum(10 * len(lines) + 4 for lines in _lines(this, width)) + 4


def _cell(this: Cell, x: float, y: float, width: float) -> str:
    shown = []
    for lines in _lines(this, width):
        for indent, mark, words in lines:
            y += 10
            shown.append(
                text(x + indent, y, words)
                + (text(x + indent - 10, y, mark) if mark else "")
            )
        y += 4
    return "\n".join(shown)
