"""The letters of a page: its texts are measured in them, so the page brings them along.

Most pages are written with the letters of western Europe. These have files of their own, less than
half as large as those with all letters, which only a page that has others brings along.
"""

from base64 import b64encode
from functools import lru_cache
from typing import Literal

from dinet.layout.text.measure import FONTS_FOLDER, has_glyphs

LetterSet = Literal["common", "all"]

COMMON_SIGNS = "ŒœŸ…‰′″‹›€™−≈≠≤≥■□▪▶►◄○●★☐☑☒✓✔✗⚠"
COMMON_RANGES = (
    (0x20, 0x7E),
    (0xA0, 0xFF),
    (0x2010, 0x2015),
    (0x2018, 0x201E),
    (0x2020, 0x2022),
    (0x2190, 0x2193),
)
"""ASCII, Latin-1, dashes, quotation marks, bullets and arrows, by their code points."""

_FILE_SUFFIXES: dict[LetterSet, str] = {
    "common": ".common.woff2",
    "all": ".woff2",
}


@lru_cache(maxsize=1)
def common_letters() -> frozenset[str]:
    """What most pages are written with.

    Example:
        >>> "é" in common_letters(), "ş" in common_letters()
        (True, False)
    """
    letters = set(COMMON_SIGNS)
    for first, last in COMMON_RANGES:
        letters.update(map(chr, range(first, last + 1)))
    return frozenset(letters)


def needed_letters(page: str) -> LetterSet:
    """Which files a page needs; a sign that is in none of them asks for nothing.

    Example:
        >>> needed_letters("één"), needed_letters("Ağa"), needed_letters("目标")
        ('common', 'all', 'common')
    """
    others = set(page) - common_letters()
    return "all" if any(map(has_glyphs, others - {"\n"})) else "common"


@lru_cache(maxsize=2)
def font_faces(letters: LetterSet) -> str:
    """The font in which the texts of the picture were measured, as part of the page.

    Args:
        letters: Which of its letters the page needs.
    """
    suffix = _FILE_SUFFIXES[letters]
    faces = ("", "Regular"), ("font-weight:700;", "Bold")
    return "\n".join(
        _font_face(style, f"DinetSans-{name}{suffix}") for style, name in faces
    )


def _font_face(style: str, file_name: str) -> str:
    font = (FONTS_FOLDER / file_name).read_bytes()
    data = b64encode(font).decode("ascii")
    return (
        f'@font-face{{font-family:"Dinet Sans";{style}'
        f'src:url(data:font/woff2;base64,{data}) format("woff2")}}'
    )
