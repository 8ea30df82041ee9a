"""The logo of a house style on slides: large on the first, small in the corner of all others."""

import io
from typing import Any

from pptx.util import Pt

from dinet.language import translate_words
from dinet.layout.style.logo import Logo
from dinet.writers.office.logo_picture import LogoPicture, logo_picture
from dinet.writers.slides.slide_texts import (
    SLIDE_HEIGHT,
    SLIDE_MARGIN,
    SLIDE_WIDTH,
    TEXT_ROOM,
    TITLE_HEIGHT,
    TITLE_TOP,
    SlideTextWriter,
    describe_shape,
)

FIRST_HEIGHT, OTHER_HEIGHT = TITLE_HEIGHT, 18.0
"""The height of a logo in points: beside the title, and in the margin under everything."""
FIRST_SHARE, OTHER_SHARE = 0.3, 0.2
"""At most this share of the width."""
TITLE_GAP = 16.0
"""From the title to the logo, in points."""
FOOT_GAP = 3.0
"""Over and under a logo in the lower margin, in points."""


class SlideLogo:
    """Places a logo.

    Args:
        logo: Of the house style; None for none.
        texts: Knows the language; its titles leave room for the logo.
    """

    def __init__(self, logo: Logo | None, texts: SlideTextWriter) -> None:
        self._texts = texts
        self._first, self._other = self._make_pictures(logo)

    def _make_pictures(
        self, logo: Logo | None
    ) -> tuple[LogoPicture | None, LogoPicture | None]:
        if logo is None:
            return None, None
        first = logo_picture(logo, FIRST_HEIGHT, FIRST_SHARE * TEXT_ROOM)
        other = logo_picture(logo, OTHER_HEIGHT, OTHER_SHARE * TEXT_ROOM)
        return first, other

    def place_logo(self, slide: Any, *, is_first: bool) -> None:
        """Put the logo on a slide, before its title is written."""
        self._texts.title_room = TEXT_ROOM
        if self._first and is_first:
            self._texts.title_room -= self._first.width + TITLE_GAP
            self._add_picture(slide, self._first, TITLE_TOP, is_first=True)
        elif self._other:
            top = SLIDE_HEIGHT - FOOT_GAP - self._other.height
            self._add_picture(slide, self._other, top, is_first=False)

    def _add_picture(
        self, slide: Any, picture: LogoPicture, top: float, *, is_first: bool
    ) -> None:
        left = SLIDE_WIDTH - SLIDE_MARGIN - picture.width
        place = map(Pt, (left, top, picture.width, picture.height))
        shape = slide.shapes.add_picture(io.BytesIO(picture.png), *place)
        label = translate_words("Logo", self._texts.lang)
        describe_shape(shape, label, name=label, decorative=not is_first)
