"""A house style in a file."""

import pytest

from dinet.errors import UsageError
from dinet.layout.style.house_style import read_house_style
from dinet.layout.style.palette import GREY_STYLE, PICTURE_STYLES, PictureStyle
from tests.layout.logos import png


def styled(text: str, **files: bytes) -> PictureStyle:
    return read_house_style(
        text.encode(),
        "huis.toml",
        {
            name.replace("_", "."): data for name, data in files.items()
        }.__getitem__,
    )


def refused(text: str, **files: bytes) -> str:
    with pytest.raises(UsageError) as failure:
        styled(text, **files)
    return str(failure.value)


def test_an_empty_file_is_the_usual_style():
    assert styled("") == PICTURE_STYLES["colour"]


def test_a_bar_alone_gets_a_code_and_a_ground_that_can_be_read():
    dark, light = (
        styled(f'[kleuren]\ndoel = "{bar}"').inks["goal"]
        for bar in ("#102030", "#F2E000")
    )
    assert (dark.bar, dark.code) == ("#102030", "#FFFFFF")
    assert light.code == "#000000"
    assert light.ground not in ("#FFFFFF", light.bar)


def test_every_part_of_a_kind_can_be_given():
    ink = styled(
        "[colours]\n"
        'effort = {bar = "#00704a", code = "#ffffff", '
        'ground = "#E8F4EF", text = "#000000", rim = "#000000"}'
    )
    assert ink.inks["effort"][:5] == (
        "#00704A",
        "#FFFFFF",
        "#E8F4EF",
        "#000000",
        "#000000",
    )


def test_dutch_and_english_names_mean_the_same():
    dutch = styled(
        'basis = "grijs"\nlettertype = "Calibri"\n[kleuren]\n'
        'smart-doel = {balk = "#DDDDDD"}\nwoorden = "#111111"'
    )
    english = styled(
        'base = "grey"\nfont = "Calibri"\n[colours]\ntarget = {bar = "#DDDDDD"}\nwords = "#111111"'
    )
    assert dutch == english
    assert (dutch.font, dutch.words, dutch.inks["goal"]) == (
        "Calibri",
        "#111111",
        GREY_STYLE.inks["goal"],
    )


def test_words_that_cannot_be_read_are_refused_with_the_colours_and_their_contrast():
    said = refused(
        '[kleuren]\ndoel = {balk = "#777777", code = "#888888"}\nwoorden = "#999999"'
    )
    assert (
        "goal: the code on its bar: #888888 on #777777 has a contrast of 1.26 to 1, "
        "and at least 4.5 is needed."
    ) in said
    assert "words on the page: #999999 on #FFFFFF" in said


def test_lines_need_three_to_one():
    assert "lines on the band: #AAAAAA on #F7F7F7" in refused(
        '[kleuren]\nlijnen = "#AAAAAA"'
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            'letertype = "Arial"',
            "letertype is not a name that a style file knows: basis, lettertype, logo, kleuren.",
        ),
        ('[kleuren]\ndoell = "#000000"', "Did you mean doel?"),
        ('[kleuren]\ndoel = {bak = "#000000"}', "Did you mean balk?"),
        (
            'basis = "kleurig"',
            "kleurig is not a style that dinet knows: kleur, grijs, contrast, colour, grey. Did",
        ),
        ("kleuren = 3", "is a table of names and colours"),
        ("a = = 1", "this is not a style file in TOML"),
        (
            'lettertype = ""\nlogo = 3',
            "a logo is the name of a file in the same folder",
        ),
    ],
)
def test_what_a_file_may_not_say_is_named(text, words):
    assert words in refused(text)


@pytest.mark.parametrize(
    "value",
    [
        "rood",
        "#FFF",
        '#000000" onload="x',
        "url(#x)",
        "#000000;fill:red",
        7,
        ["#000000"],
    ],
)
def test_a_colour_is_six_digits_and_nothing_else(value):
    said = f"'{value}'" if isinstance(value, str) else value
    assert "is not a colour such as #0072B2" in refused(
        f"[kleuren]\nwoorden = {said}"
    )


@pytest.mark.parametrize(
    "value",
    [
        "Arial'; x",
        'A"><script>',
        "Noto\\\\Sans",
        "-x",
        "A" * 50,
        "Arial\\u0000",
        "Arial, serif",
        "url(x)",
    ],
)
def test_the_name_of_a_font_is_letters_digits_spaces_and_hyphens(value):
    assert "is not the name of a font" in refused(
        f'lettertype = """{value}"""'
    )


@pytest.mark.parametrize(
    "name",
    [
        "../logo.png",
        "/etc/passwd",
        "a/b.png",
        "https://x/logo.png",
        "",
        " x",
        "..",
        "C:\\\\x.png",
    ],
)
def test_a_logo_is_a_file_in_the_same_folder(name):
    text = f'logo = "{name}"'
    if name:
        assert "a logo is the name of a file in the same folder" in refused(
            text
        )
    else:
        assert styled(text).logo is None


def test_a_logo_is_read_from_beside_the_file():
    logo = styled('logo = "logo.png"', logo_png=png(60, 20)).logo
    assert (logo.form, logo.aspect_ratio, logo.data) == (
        "png",
        3.0,
        png(60, 20),
    )


def test_all_problems_are_told_at_once():
    said = refused('lettertype = "<"\n[kleuren]\ndoel = "x"\nthema = "y"')
    assert said.count("“") == 3
    assert said.startswith("huis.toml: ")
