"""Who embeds dinet hands in what turns a drawing into dots."""

import io
import zipfile
from collections.abc import Sequence

from dinet.layout.render.dots import Drawing, use_dots_engine
from dinet.layout.style.palette import PictureStyle
from dinet.layout.style.profile import Profile
from dinet.writers import docx, png, svg
from tests.builder import network

SPORT = network("""
    doelen: [{id: D1, tekst: Meer kinderen sporten}]
    inspanningen: [{id: I1, tekst: De hal, voor: D1}]
""")


class SvgAsDots:
    """Gives the drawing itself for its dots, and remembers what was asked."""

    def __init__(self) -> None:
        self.asked: list[Drawing] = []

    def __call__(
        self, drawings: Sequence[Drawing], _: str, __: PictureStyle
    ) -> list[bytes]:
        self.asked += drawings
        return [drawing.make_svg().encode() for drawing in drawings]


def test_a_picture_of_dots_is_made_of_the_same_drawing_as_the_svg() -> None:
    profile = Profile()
    with use_dots_engine(SvgAsDots()):
        made = png.write(SPORT, (), profile)
    assert made in svg.write(SPORT, (), profile)


def test_a_picture_is_asked_for_with_its_size_and_dots_per_inch() -> None:
    engine = SvgAsDots()
    with use_dots_engine(engine):
        png.write(SPORT, (), Profile(dpi=96))
    (drawing,) = engine.asked
    assert drawing.dpi == 96
    assert drawing.layout.height > drawing.layout.width > 0


def test_an_annex_holds_the_dots_that_were_handed_in() -> None:
    engine = SvgAsDots()
    with use_dots_engine(engine):
        annex = docx.write(SPORT, (), Profile())
    with zipfile.ZipFile(io.BytesIO(annex)) as parts:
        held = {parts.read(name) for name in parts.namelist()}
    assert engine.asked
    assert {drawing.make_svg().encode() for drawing in engine.asked} <= held
