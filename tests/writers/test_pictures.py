"""The pictures as files: SVG, DOT, PNG and PDF."""

import re
import shlex
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from shutil import which
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from pypdf import PdfReader

from dinet.errors import UsageError
from dinet.layout.style.logo import load_logo
from dinet.layout.style.palette import COLOUR_STYLE, PICTURE_STYLES
from dinet.layout.style.profile import Profile
from dinet.limits import Limits, use_limits
from dinet.model import Goal, Identity, Programme
from dinet.network import Network
from dinet.writers import dot, pdf, png, svg
from tests.layout.logos import png as red
from tests.layout.logos import svg as shapes
from tests.layout.worlds import grown
from tests.network.worlds import programme, world
from tests.tagged_pdf import structure_tags

WRITERS = (svg, dot, png, pdf)
SMALL = world("I1>S1>D1>T1 I2>D1")
COARSE = 72
"""Dots in an inch, where the sharpness of a picture does not matter: three times sooner drawn."""
SIZES = {
    "A4": (595.28, 841.89),
    "A4-landscape": (841.89, 595.28),
    "A3": (841.89, 1190.55),
    "A3-landscape": (1190.55, 841.89),
    "16:9": (960, 540),
}


def sheets(data: bytes) -> list[tuple[float, float]]:
    return [
        (float(page.mediabox.width), float(page.mediabox.height))
        for page in PdfReader(BytesIO(data)).pages
    ]


def dots(data: bytes) -> tuple[int, int]:
    """The width and height of a PNG."""
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


@pytest.mark.parametrize(
    "writer", WRITERS, ids=lambda each: each.__name__.rpartition(".")[2]
)
def test_the_same_network_gives_the_same_bytes(writer):
    assert writer.write(SMALL, (), Profile()) == writer.write(
        SMALL, (), Profile()
    )


@pytest.mark.parametrize(
    "writer", WRITERS, ids=lambda each: each.__name__.rpartition(".")[2]
)
def test_an_empty_programme_is_an_empty_page(writer):
    assert len(writer.write(world(""), (), Profile())) > 200


def test_no_file_holds_the_date_the_user_or_the_machine():
    for writer in WRITERS:
        data = writer.write(SMALL, (), Profile())
        assert not re.search(
            rb"CreationDate|ModDate|/Author|/home/|/root/|/tmp/", data
        )


@pytest.mark.parametrize("paper", SIZES)
def test_a_pdf_has_exactly_the_size_of_the_paper(paper):
    assert sheets(pdf.write(SMALL, (), Profile(paper=paper))) == [
        pytest.approx(SIZES[paper], abs=0.005)
    ]


def test_a_small_pdf_is_a4_where_nobody_asked_for_paper():
    small, large = (
        pdf.write(of, (), Profile(trim=True)) for of in (SMALL, grown(12))
    )
    assert sheets(small) == [pytest.approx(SIZES["A4-landscape"], abs=0.005)]
    assert sheets(large)[0] == pytest.approx(SIZES["A3"], abs=0.005)


@pytest.mark.skipif(
    not which("pdfinfo"), reason="pdfinfo is not installed on this machine"
)
@pytest.mark.parametrize("paper", ["A3", "A4"])
def test_another_program_calls_the_pages_by_their_paper(paper, tmp_path):
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf.write(SMALL, (), Profile(paper=paper)))
    said = subprocess.run(
        ["pdfinfo", path], capture_output=True, check=True, text=True
    ).stdout
    assert re.search(rf"Page size:.*\({paper}\)", said)


def test_a_pdf_has_a_title_and_a_language():
    named = Network(
        programme("I1>D1").model_copy(
            update={"identity": Identity(title="Jong (& vrij)", lang="en")}
        )
    )
    document = PdfReader(BytesIO(pdf.write(named, (), Profile())))
    assert document.metadata.title == "Jong (& vrij)"
    assert document.root_object["/Lang"] == "en-GB"
    preferences = document.root_object["/ViewerPreferences"]
    assert preferences["/DisplayDocTitle"].value is True


def test_a_pdf_tells_each_page_as_a_heading_and_a_picture_in_words():
    pages = PdfReader(BytesIO(pdf.write(grown(60), (), Profile(paper="A4"))))
    told = list(structure_tags(pages.root_object["/StructTreeRoot"].get("/K")))
    kinds = [each["/S"] for each in told if each["/S"] in ("/H1", "/Figure")]
    assert kinds == ["/H1", "/Figure"] * len(pages.pages)
    words = " ".join(each.get("/Alt", "") for each in told)
    assert all(element.text in words for element in grown(60))
    assert (
        "<pdfuaid:part>1" in pages.root_object["/Metadata"].get_data().decode()
    )


def test_a_pdf_without_a_title_over_it_has_no_empty_heading():
    pages = PdfReader(BytesIO(pdf.write(SMALL, (), Profile(titled=False))))
    told = structure_tags(pages.root_object["/StructTreeRoot"].get("/K"))
    assert "/H1" not in [each["/S"] for each in told]


def test_a_pdf_of_a_large_programme_has_many_pages_of_one_size():
    found = sheets(pdf.write(grown(60), (), Profile(paper="A4")))
    assert len(found) > 2
    assert set(found) == {found[0]}


def test_the_text_of_a_pdf_can_be_found():
    text = (
        PdfReader(BytesIO(pdf.write(SMALL, (), Profile())))
        .pages[0]
        .extract_text()
    )
    assert "Tekst van I1" in text
    assert "SMART-doelen" in text


@pytest.mark.parametrize(
    ("paper", "size"),
    [("A3", (2339, 3307)), ("A4", (1240, 1754)), ("16:9", (2000, 1125))],
)
def test_a_png_is_sharp_enough_for_print(paper, size):
    assert dots(png.write(SMALL, (), Profile(paper=paper))) == size


@pytest.mark.slow
def test_a_png_of_a_very_high_screen_stays_within_what_can_be_drawn():
    goals = tuple(
        Goal(id=f"D{number}", text="Doel " * 60) for number in range(500)
    )
    with use_limits(Limits(dot_seconds=600)):  # a busy machine may be slow
        data = png.write(
            Network(Programme(elements=goals)), (), Profile(paper="screen")
        )
    assert max(dots(data)) <= 30_000


def test_a_pdf_holds_the_bundled_letters_and_no_others():
    page = PdfReader(BytesIO(pdf.write(SMALL, (), Profile()))).pages[0]
    names = {
        font.get_object()["/BaseFont"].partition("+")[2]
        for font in page["/Resources"]["/Font"].values()
    }
    assert names == {"DinetSans-Regular", "DinetSans-Bold"}


@pytest.mark.skipif(
    not Path("/proc/self/ns/mnt").exists() or not which("unshare"),
    reason="needs Linux and unshare",
)
@pytest.mark.slow
def test_a_machine_without_any_font_draws_the_same_picture(tmp_path):
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    code = (
        "from tests.writers.test_pictures import *; import sys; "
        "sys.stdout.buffer.write(png.write(SMALL, (), Profile()))"
    )
    folders = [
        each
        for each in ("/usr/share/fonts", "/etc/fonts")
        if Path(each).is_dir()
    ]
    hide = [
        shlex.join(["mount", "--bind", str(nothing), each]) for each in folders
    ]
    script = " && ".join(
        [*hide, f"exec {shlex.join([sys.executable, '-c', code])}"]
    )
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script],
        capture_output=True,
        check=False,
        env={"HOME": str(nothing)},
    )
    if done.returncode:
        pytest.skip(
            "this machine does not allow a view of its own on the file system"
        )
    assert done.stdout == png.write(SMALL, (), Profile())


def test_characters_that_the_bundled_letters_lack_do_not_stop_a_picture():
    network = Network(
        Programme(elements=(Goal(id="D1", text="目标 🎯 هدف Ω"),))
    )
    assert png.write(network, (), Profile(dpi=COARSE)).startswith(b"\x89PNG")


def test_an_svg_file_is_whole_and_declares_its_encoding():
    data = svg.write(SMALL, (), Profile())
    assert data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<svg ')
    assert ET.fromstring(data).tag == "{http://www.w3.org/2000/svg}svg"


def test_the_words_around_the_elements_are_in_the_language_of_the_reader():
    assert "Goals" in svg.write(SMALL, (), Profile(lang="en")).decode()
    assert "Doelen" in svg.write(SMALL, (), Profile(lang="nl")).decode()


def test_the_dot_file_is_read_by_graphviz_itself():
    pygraphviz = pytest.importorskip("pygraphviz")
    read = pygraphviz.AGraph(string=dot.write(SMALL, (), Profile()).decode())
    links = {
        (each[0], each[1]) for each in read.edges() if each[0].startswith("n")
    }
    assert len(links) == 4
    assert {
        each.attr["element"] for each in read.nodes() if each.attr["element"]
    } == {
        "T1",
        "D1",
        "S1",
        "I1",
        "I2",
    }


# looks and parts

NAMES = [each.__name__.rpartition(".")[2] for each in WRITERS]


@pytest.mark.parametrize("writer", WRITERS, ids=NAMES)
def test_every_style_is_a_picture_of_its_own(writer):
    assert len(
        {
            writer.write(SMALL, (), Profile(style=style, dpi=COARSE))
            for style in PICTURE_STYLES.values()
        }
    ) == len(PICTURE_STYLES)


@pytest.mark.parametrize("writer", [svg, dot])
def test_a_picture_has_only_the_colours_of_its_style(writer):
    for style in PICTURE_STYLES.values():
        known = {*style[1:12], "#"} | {
            colour for ink in style.inks.values() for colour in ink[:5]
        }
        assert (
            set(
                re.findall(
                    r"#[0-9A-F]{6}",
                    writer.write(grown(20), (), Profile(style=style)).decode(),
                )
            )
            <= known
        )


@pytest.mark.parametrize("writer", WRITERS, ids=NAMES)
def test_efforts_can_stand_at_the_left(writer):
    plain = Profile(dpi=COARSE)
    assert writer.write(
        SMALL, (), plain._replace(direction="efforts")
    ) != writer.write(SMALL, (), plain)


@pytest.mark.parametrize("writer", WRITERS, ids=NAMES)
def test_a_part_of_the_programme_can_be_drawn(writer):
    network, plain = grown(20), Profile(dpi=COARSE)
    whole = writer.write(network, (), plain)
    wishes = ({"theme": "T1"}, {"around": "D1"}, {"around": "S2"})
    parts = {
        writer.write(network, (), plain._replace(**wish)) for wish in wishes
    }
    assert len({whole} | parts) == 4
    with pytest.raises(UsageError):
        writer.write(network, (), Profile(theme="D1"))


@pytest.mark.parametrize("dpi", [72, 100])
def test_a_png_has_as_many_dots_as_asked(dpi):
    wide, high = dots(
        png.write(SMALL, (), Profile(paper="210x148mm", dpi=dpi))
    )
    assert (wide, high) == (
        pytest.approx(dpi * 210 / 25.4, abs=1),
        pytest.approx(dpi * 148 / 25.4, abs=1),
    )


def test_a_page_of_ones_own_is_exact_in_a_pdf():
    assert sheets(pdf.write(SMALL, (), Profile(paper="500x300mm"))) == [
        pytest.approx((1417.32, 850.39), abs=0.006)
    ]


def test_a_logo_stands_in_every_picture():
    style = COLOUR_STYLE._replace(logo=load_logo(red(60, 20), "logo.png"))
    drawn = svg.write(SMALL, (), Profile(style=style)).decode()
    assert re.search(
        r'<image class="logo"[^>]* href="data:image/png;base64,[A-Za-z0-9+/=]+"/>',
        drawn,
    )
    printed = pdf.write(SMALL, (), Profile(style=style))
    assert re.search(rb"/Subtype\s*/Image", printed)
    coarse = Profile(dpi=COARSE)
    assert png.write(SMALL, (), coarse._replace(style=style)) != png.write(
        SMALL, (), coarse
    )
    assert "image=" not in dot.write(SMALL, (), Profile(style=style)).decode()


def test_a_logo_of_shapes_stands_in_svg_and_is_refused_elsewhere():
    profile = Profile(
        style=COLOUR_STYLE._replace(logo=load_logo(shapes(), "logo.svg"))
    )
    assert (
        'href="data:image/svg+xml;base64,'
        in svg.write(SMALL, (), profile).decode()
    )
    for writer in (png, pdf):
        with pytest.raises(UsageError, match="need a logo in PNG"):
            writer.write(SMALL, (), profile._replace(engine="embedded"))
    bare = profile._replace(style=COLOUR_STYLE)
    assert png.write(SMALL, (), profile) != png.write(SMALL, (), bare)


@pytest.mark.parametrize("engine", ["auto", "embedded"])
def test_a_png_says_how_many_dots_an_inch_has(engine):
    data = png.write(SMALL, (), Profile(dpi=COARSE, engine=engine))
    with Image.open(BytesIO(data)) as picture:
        assert [round(dots) for dots in picture.info["dpi"]] == [COARSE] * 2


def test_another_font_comes_first_and_gets_more_room():
    style = COLOUR_STYLE._replace(font="Calibri")
    drawn = svg.write(SMALL, (), Profile(style=style)).decode()
    assert "font-family=\"'Calibri', 'Dinet Sans'" in drawn
    assert (
        'fontname="Calibri"'
        in dot.write(SMALL, (), Profile(style=style)).decode()
    )
