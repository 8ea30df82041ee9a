"""The options of pictures."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dinet.cli.program import program
from tests.layout.logos import png


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.din.yaml"
    path.write_text(
        "doelen:\n  - tekst: Meer sport\n    inspanningen: [Bouwen van een hal]\n  - Meer wonen\n",
        encoding="utf-8",
    )
    return path


def drawn(plan: Path, *options: str, form: str = "svg") -> Result:
    target = str(plan.with_name("plan.picture"))
    return CliRunner().invoke(
        program,
        [
            "write",
            str(plan),
            "--format",
            form,
            "-o",
            target,
            "--lang",
            "en",
            *options,
        ],
    )


def picture(plan: Path, *options: str) -> str:
    done = drawn(plan, *options)
    assert done.exit_code == 0, done.output
    return plan.with_name("plan.picture").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--style", "grey"), "#F2F2F2"),
        (("--style", "grijs"), "#F2F2F2"),
        (("--page", "500x300mm"), 'width="1417.3228pt" height="850.3937pt"'),
        (("--around", "D1"), "Excerpt around D1: 2 of 3 elements"),
        (
            ("--around", "D2", "--steps", "3"),
            "Excerpt around D2: 1 of 3 elements",
        ),
        (("--marks", "findings"), "! DC"),
        (("--show", "coverage"), "✓ efforts: direct"),
        (("--direction", "efforts"), "What stands at the left serves"),
    ],
)
def test_an_option_shows_in_the_picture(plan, options, words):
    assert words not in picture(plan)
    assert words in picture(plan, *options)


def size_in_points(drawing: str) -> tuple[float, float]:
    found = re.search(r'width="([0-9.]+)pt" height="([0-9.]+)pt"', drawing)
    assert found
    width, height = map(float, found.groups())
    return width, height


def test_a_picture_ends_where_its_drawing_ends_unless_a_page_is_asked_for(
    plan,
):
    width, height = size_in_points(picture(plan))
    assert width < 842  # points: the width of A3
    assert height < 300
    assert size_in_points(picture(plan, "--page", "A3"))[1] > 1190


def test_a_picture_is_as_wide_as_is_asked_for(plan):
    width, height = size_in_points(picture(plan, "--width", "16cm"))
    assert round(width, 2) == 453.54
    assert height < 300
    assert size_in_points(picture(plan, "--width", "160 mm"))[0] == width


def test_a_title_can_be_given_or_left_out_with_all_that_stands_there(plan):
    assert ">Onze wijk<" in picture(plan, "--title", "Onze wijk")
    bare = picture(plan, "--no-title", "--marks", "none")
    assert bare.count("plan.din.yaml") == 1  # only who cannot see it hears it
    assert "findings in the audit" not in bare
    assert size_in_points(bare)[1] < size_in_points(picture(plan))[1]


def test_letters_that_nobody_can_read_are_told_of_once_with_what_helps(
    tmp_path,
):
    efforts = ", ".join(["Een lange zin over wat er in de wijk gebeurt"] * 150)
    large = tmp_path / "plan.din.yaml"
    large.write_text(
        f"doelen: [{{tekst: Sport, inspanningen: [{efforts}]}}]\n",
        encoding="utf-8",
    )
    told = drawn(large)
    assert told.exit_code == 0
    assert told.stderr.count("points on paper: too small to read") == 1
    assert "--theme" in told.stderr
    assert drawn(large, "--page", "1500x1500mm").stderr == ""


def test_a_house_style_is_read_from_a_file_with_its_logo_beside_it(plan):
    plan.with_name("logo.png").write_bytes(png(6, 2))
    house = plan.with_name("huis.toml")
    house.write_text(
        'lettertype = "Calibri"\nlogo = "logo.png"\n[kleuren]\ndoel = "#123456"\n',
        encoding="utf-8",
    )
    made = picture(plan, "--style", str(house))
    assert "'Calibri'" in made
    assert "#123456" in made
    assert "data:image/png;base64," in made


@pytest.mark.parametrize(
    ("options", "status", "words"),
    [
        (("--style", "gray"), 2, "Did you mean grey?"),
        (("--style", "no.toml"), 66, "cannot be read"),
        (("--page", "A9"), 2, "A9 is not a page"),
        (("--theme", "T9"), 2, "there is no element T9"),
        (("--around", "D1", "--theme", "D1"), 2, "not both"),
        (("--theme", "D1"), 2, "D1 is not a theme"),
        (("--dpi", "9"), 2, "dpi"),
        (("--width", "wide"), 2, "such as 16cm"),
        (("--width", "1cm"), 2, "4 to 200 centimetres"),
        (("--steps", "0"), 2, "steps"),
    ],
)
def test_what_cannot_be_drawn_is_refused_and_nothing_is_written(
    plan, options, status, words
):
    done = drawn(plan, *options)
    assert done.exit_code == status
    assert words in done.output
    assert not plan.with_name("plan.picture").exists()


def test_a_style_that_cannot_be_read_by_everyone_is_refused(plan):
    house = plan.with_name("huis.toml")
    house.write_text('[kleuren]\nwoorden = "#AAAAAA"\n', encoding="utf-8")
    done = drawn(plan, "--style", str(house))
    assert done.exit_code == 2
    assert (
        "words on the page: #AAAAAA on #FFFFFF has a contrast of 2.32 to 1"
        in done.output
    )


def test_a_style_file_without_its_logo_or_that_is_too_large_is_refused(plan):
    house = plan.with_name("huis.toml")
    house.write_text('logo = "logo.png"\n', encoding="utf-8")
    assert drawn(plan, "--style", str(house)).exit_code == 66
    house.write_text("#" * 70_000, encoding="utf-8")
    assert "larger than 64 KB" in drawn(plan, "--style", str(house)).output


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_a_poster_tells_when_nobody_reads_it_from_a_metre_away(
    form: str, tmp_path: Path
) -> None:
    plan = Path(__file__).parents[2] / "examples" / "hoogeveen.docx"
    target = str(tmp_path / f"poster.{form}")
    command = ["write", str(plan), "--format", form, "-o", target]
    small = CliRunner().invoke(program, [*command, "--page", "A2"])
    large = CliRunner().invoke(program, [*command, "--page", "A0"])
    assert "punten; van een meter afstand" in small.stderr
    assert large.stderr.count("poster") == 0
