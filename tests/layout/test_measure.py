"""How wide words are, and how a text breaks into lines."""

import json
import subprocess
import sys

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from dinet.layout.text.measure import (
    FONT_FAMILY,
    FONTS_FOLDER,
    has_glyphs,
    measure_width,
    shorten_text,
    wrap_text,
)
from dinet.writers.page.page_fonts import common_letters

FACES = ("regular", "bold", "italic")


@pytest.mark.parametrize("face", FACES)
def test_widths_are_those_of_the_font_files(face):
    for suffix in ("ttf", "woff2"):
        font = TTFont(FONTS_FOLDER / f"DinetSans-{face.capitalize()}.{suffix}")
        advances = {
            chr(code): font["hmtx"][glyph][0]
            for code, glyph in font.getBestCmap().items()
        }
        assert font["head"].unitsPerEm == 1000
        assert (
            json.loads(
                (FONTS_FOLDER / "metrics.json").read_text(encoding="ascii")
            )[face]
            == advances
        )


@pytest.mark.parametrize("face", FACES)
def test_the_letters_carry_their_own_name_their_licence_and_the_height_of_a_line(
    face,
):
    font = TTFont(FONTS_FOLDER / f"DinetSans-{face.capitalize()}.ttf")
    assert font["name"].getDebugName(1) == FONT_FAMILY
    assert "Open Font License" in font["name"].getDebugName(13)
    assert (
        font["hhea"].ascent,
        font["hhea"].descent,
        font["hhea"].lineGap,
    ) == (
        900,
        -300,
        0,
    )


def test_the_letters_are_small_files_with_their_licence_beside_them():
    assert all(path.stat().st_size < 70_000 for path in FONTS_FOLDER.iterdir())
    assert "SIL OPEN FONT LICENSE" in (FONTS_FOLDER / "OFL.txt").read_text(
        encoding="utf-8"
    )


def test_the_letters_hold_what_dutch_policy_is_written_with():
    assert has_glyphs(
        "Één coördinator, zo’n 5 à 6 fte; ≥ 80 % → €1.000 – “ja” … ½ m² ☐ ☑ ✓ •\n"
    )
    assert not has_glyphs("目标")


def test_a_text_is_as_wide_as_its_characters_together():
    assert measure_width("doel") == pytest.approx(
        sum(measure_width(each) for each in "doel")
    )
    assert measure_width("doel", "bold") > measure_width("doel")
    assert measure_width("") == 0


def test_a_character_that_the_letters_lack_gets_the_width_of_a_stand_in():
    assert measure_width("目") == 1
    assert 0.5 < measure_width("Ж") < 1
    assert measure_width("\u0336") == 0


def test_many_different_words_are_measured_right_though_not_all_are_remembered():
    words = [f"w{number}" for number in range(70_000)]
    assert all(measure_width(word) > 1 for word in words)
    assert measure_width("w7") == pytest.approx(
        measure_width("w") + measure_width("7")
    )


repeatable = settings(derandomize=True)
texts = st.text(st.sampled_from("aeinrstdoelWM ij/-–.,12é€\n目"), max_size=200)


@repeatable
@given(texts, st.floats(3, 40), st.sampled_from(FACES))
def test_no_line_is_wider_than_the_room(text, room, face):
    assert all(
        measure_width(line, face) <= room + 1e-9
        for line in wrap_text(text, room, face)
    )


@repeatable
@given(texts, st.floats(5, 40))
def test_no_character_is_lost_but_white_space_and_none_is_added_but_hyphens(
    text, room
):
    bare = "".join(text.split()).replace("-", "")
    assert (
        "".join(wrap_text(text, room, most=1000))
        .replace(" ", "")
        .replace("-", "")
        == bare
    )


@repeatable
@given(texts, st.floats(5, 40))
def test_only_an_empty_text_has_an_empty_line(text, room):
    lines = wrap_text(text, room)
    assert all(lines) or lines == ("",)
    assert len(lines) <= 40


def test_a_word_that_is_too_long_is_hyphenated_by_the_rules_of_its_language():
    assert wrap_text("ondersteuningsvraagstukken", 10) == (
        "ondersteunings-",
        "vraagstukken",
    )
    assert wrap_text("internationalisation", 6, lang="en")[0] == "internation-"


def test_a_word_that_fits_on_a_line_is_not_hyphenated():
    assert wrap_text("de ondersteuningsvraagstukken", 14) == (
        "de",
        "ondersteuningsvraagstukken",
    )


def test_a_line_breaks_after_a_stroke_or_hyphen_between_words():
    assert wrap_text("ouders/verzorgers", 5.5) == ("ouders/", "verzorgers")
    assert wrap_text("jeugd-gezondheid", 6.2) == ("jeugd-", "gezondheid")


def test_a_line_does_not_break_inside_a_date_or_a_short_pair():
    assert wrap_text("in 2025/2026", 6) == ("in", "2025/2026")
    assert wrap_text("kind en/of ouder", 4.7) == ("kind", "en/of", "ouder")


def test_a_thing_without_any_break_is_cut_where_the_line_ends():
    lines = wrap_text("x" * 50, 10)
    assert "".join(lines) == "x" * 50
    assert len(lines) == 3


def test_a_hard_space_keeps_words_together():
    assert wrap_text("wel 80\u00a0% van", 3.7) == ("wel", "80\u00a0%", "van")


def test_a_soft_hyphen_is_not_shown():
    assert wrap_text("samen\u00adwerking", 20) == ("samenwerking",)


def test_more_text_than_fits_ends_with_an_ellipsis():
    assert wrap_text("een twee drie vier", 5, most=2) == (
        "een twee",
        "drie vier",
    )
    assert wrap_text("een twee drie vier vijf", 5, most=2) == (
        "een twee",
        "drie vier…",
    )
    assert wrap_text("een twee drie vier vijf", 6.5, most=2) == (
        "een twee drie",
        "vier vijf",
    )
    assert wrap_text("de inspanningen van de gemeente", 9, most=1) == (
        "de inspanningen…",
    )
    lines = wrap_text("woord " * 500, 6)
    assert len(lines) == 40
    assert lines[-1].endswith("…")


@repeatable
@given(texts, st.floats(2, 20))
def test_a_shortened_text_fits_and_begins_like_the_whole(text, room):
    short = shorten_text(text, room)
    assert measure_width(short) <= room
    assert short == text or text.startswith(short.removesuffix("…"))


def test_a_text_that_fits_is_not_shortened():
    assert (
        shorten_text("iiiiiiiiii", measure_width("iiiiiiiiii")) == "iiiiiiiiii"
    )


def test_the_hyphenation_library_is_loaded_only_when_a_word_does_not_fit():
    code = (
        "import sys; from dinet.layout.text.measure import wrap_text; "
        "wrap_text('Meer sport', 9); print('pyphen' in sys.modules);"
    )
    code += "wrap_text('ondersteuningsvraagstukken', 9); print('pyphen' in sys.modules)"
    assert subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True
    ).stdout.split() == [b"False", b"True"]


@pytest.mark.parametrize("face", ["regular", "bold"])
def test_the_letters_of_most_pages_are_those_of_the_whole_font(face):
    name = f"DinetSans-{face.capitalize()}"
    font = TTFont(FONTS_FOLDER / f"{name}.common.woff2")
    whole = TTFont(FONTS_FOLDER / f"{name}.woff2")
    assert set(map(chr, font.getBestCmap())) == common_letters()
    for code, glyph in font.getBestCmap().items():
        other = whole.getBestCmap()[code]
        assert font["hmtx"][glyph] == whole["hmtx"][other]
    assert "kern" in {
        record.FeatureTag
        for record in font["GPOS"].table.FeatureList.FeatureRecord
    }
