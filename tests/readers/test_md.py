import pytest

from dinet.api import read_bytes
from dinet.document.content import Grid, Para
from dinet.errors import DocumentError
from dinet.model import Place, Programme
from dinet.readers.md import read
from tests.documents import noted, told

TABLE = """| Doel | SMART-doelen | Inspanningen |
|---|:-:|--:|
| Meer sport. | In 2028 sport 60%. *Bron: CBS* | Hal bouwen. |
"""
LINES = [
    "D1 Meer sport.",
    "S1 In 2028 sport 60%. > D1",
    "I1 Hal bouwen. > D1, S1",
]


def in_md(text: str) -> Programme:
    return read_bytes(text.encode(), "plan.md")


def lines(text: str) -> list[tuple[str, int | None, int | None]]:
    """The text, list level and heading level of every paragraph."""
    parts = read(text.encode(), "plan.md").parts
    return [
        (part.text, part.block.level, part.heading)
        for part in parts
        if isinstance(part, Para)
    ]


def test_headings_lists_and_paragraphs_are_told_apart() -> None:
    assert lines(
        "Titel\n=====\n\n## Kop\nalinea\ndie doorgaat\n\n"
        "- een\n  - onder\n- twee\n\n1. drie\n\n> vier\n"
    ) == [
        ("Titel", None, 1),
        ("Kop", None, 2),
        ("alinea die doorgaat", None, None),
        ("een", 0, None),
        ("onder", 1, None),
        ("twee", 0, None),
        ("drie", 0, None),
        ("vier", None, None),
    ]


def test_a_pipe_table_is_a_table() -> None:
    found = in_md("# Samen sterk\n\n" + TABLE)
    assert (found.title, told(found)) == ("Samen sterk", LINES)
    assert found.elements[1].sources == ("CBS",)
    assert (
        found.elements[2].places[0].as_sentence().in_language("nl")
        == "plan.md, tabel 1, rij 2, kolom Inspanningen"
    )


def test_paragraphs_say_on_which_line_they_stand() -> None:
    found = in_md(
        "# Plan\n\n## Doelen\n\n- Meer *sport*.\n- Minder <b data-line=x>roken</b>\n  thuis.\n"
    )
    assert [each.places[0] for each in found.elements] == [
        Place(file="plan.md", line=5),
        Place(file="plan.md", line=6),
    ]


def test_breaks_and_bullets_in_cells_are_paragraphs_and_items() -> None:
    found = in_md(
        TABLE
        + (
            "| | Doel A in 2029.<br>Doel B in 2030.<br/>Bron: "
            "GGD | • Werk<br>- deel<br>- ander deel<br>• Meer werk |"
        )
    )
    assert told(found)[2:] == [
        "S2 Doel A in 2029. > D1*",
        "S3 Doel B in 2030. > D1*",
        "I1 Hal bouwen. > D1, S1",
        "I2 Werk > D1*, S2, S3",
        "I2.1 deel > I2",
        "I2.2 ander deel > I2",
        "I3 Meer werk > D1*, S2, S3",
    ]


def test_remnants_of_html_are_read_as_html() -> None:
    listed = (
        "| Minder roken. | In 2027 rookt <i>5%</i>.<script>geheim()</script> | <ul>"
        "<li>Een.</li><li>Twee.</li></ul> |"
    )
    assert told(in_md(TABLE + listed))[1:] == [
        "D2 Minder roken.",
        LINES[1],
        "S2 In 2027 rookt 5%. > D2",
        LINES[2],
        "I2 Een. > D2, S2",
        "I3 Twee. > D2, S2",
    ]
    page = (
        "<table><tr><td>Doel</td><td>Inspanning</td></tr>"
        "<tr><td>Meer sport.</td><td>Hal.</td></tr></table>"
    )
    assert told(in_md(f"Tekst.\n\n{page}\n")) == [
        "D1 Meer sport.",
        "I1 Hal. > D1",
    ]


def test_bars_and_backslashes_that_are_escaped_stay_in_the_text() -> None:
    assert (
        told(in_md(TABLE.replace("Hal bouwen.", r"Hal \| bad \* bouwen.")))[2]
        == "I1 Hal | bad * bouwen. > D1, S1"
    )


@pytest.mark.parametrize("end", ["---", "..."])
def test_lines_before_the_text_are_left_out_and_told_and_lines_keep_their_number(
    end: str,
) -> None:
    found = in_md(
        f"---\ntitle: x\nDoel: geheim\n{end}\n## Doelen\n- Meer sport.\n"
    )
    assert told(found) == ["D1 Meer sport."]
    assert noted(found) == ["front_matter"]
    assert found.elements[0].places == (Place(file="plan.md", line=6),)


@pytest.mark.parametrize(
    "text",
    [
        "---\n\n## Doelen\n",
        "---\n---\n## Doelen\n",
        "---\nzonder einde\n\n## Doelen\n",
    ],
)
def test_a_line_of_dashes_is_only_a_line(text: str) -> None:
    found = in_md(text + "- Meer sport.\n")
    assert (told(found), "front_matter" in noted(found)) == (
        ["D1 Meer sport."],
        False,
    )


def test_a_table_with_thousands_of_columns_is_refused_with_its_line() -> None:
    wide = f"tekst\n\n{'|a' * 1200}|\n{'|-' * 1200}|\n"
    with pytest.raises(
        DocumentError,
        match=r"plan\.md, line 3: this table has 1200 columns; dinet reads at most 1000\.",
    ):
        read(wide.encode(), "plan.md")


def test_a_table_without_merged_cells_knows_nothing_of_them() -> None:
    (grid,) = read(TABLE.encode(), "plan.md").parts
    assert isinstance(grid, Grid)
    assert not grid.merges_known


def test_text_in_another_encoding_is_read_and_told() -> None:
    assert noted(
        read_bytes("## Doelen\n- Café's open.\n".encode("cp1252"), "plan.md")
    ) == ["encoding"]


@pytest.mark.parametrize(
    "text",
    [
        "> " * 5000 + "x",
        "[" * 20000,
        "- " * 5000 + "x",
        "*a **a " * 5000,
        "<div>" * 200 + "x",
    ],
)
def test_text_that_is_nested_ever_deeper_does_no_harm(text: str) -> None:
    assert len(read(text.encode(), "plan.md").parts) <= 2
