import pytest

from dinet.api import read_bytes
from dinet.document.content import Grid, Para
from dinet.errors import DocumentError
from dinet.model import Place, Programme
from dinet.readers.md import read
from tests.documents import left, noted, told

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


@pytest.mark.no_cover
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


# what the parser does not know


def test_cells_beyond_the_last_heading_are_kept() -> None:
    text = TABLE.replace("Hal bouwen. |", "Hal bouwen. | `a` \\| b | later")
    found = in_md(text)
    assert told(found) == LINES
    assert [
        (note.code, note.values["text"], note.place and note.place.column)
        for note in found.notes
    ] == [
        ("cell_not_understood", "a | b", 4),
        ("cell_not_understood", "later", 5),
    ]


def test_a_wide_row_in_a_block_of_code_widens_no_table() -> None:
    code = "```\n| a | b |\n|---|---|\n| c | d | e |\n```\n"
    assert told(in_md(TABLE + "\n" + code)) == LINES


def test_footnotes_are_sources_or_notes_and_never_elements() -> None:
    text = (
        TABLE.replace("Meer sport.", "Meer sport.[^raad]").replace(
            "60%. *Bron: CBS*", "60%.[^2]"
        )
        + "\nZie ook[^onbekend].\n\n"
        "[^raad]: Onder voorbehoud van\n    de begroting.\n"
        "[^2]: Bron: Sportmonitor\n"
        "[^los]: Nergens genoemd.\n"
    )
    found = in_md(text)
    assert told(found) == LINES
    target = found.elements[1]
    assert target.kind == "target"
    assert target.sources == ("Sportmonitor",)
    assert [
        (note.code, note.values["text"], str(note.place.as_sentence()))
        for note in found.notes
        if note.place
    ] == [
        ("footnotes", "Nergens genoemd.", "plan.md, line 10"),
        (
            "footnotes",
            "Onder voorbehoud van de begroting.",
            "plan.md, table 1, row 2, column 1",
        ),
    ]
    assert left(found) == [("text_left", "Zie ook[^onbekend].")]


def test_a_footnote_in_code_stays_code() -> None:
    assert lines("`x`\n\n~~~\n[^1]: Bron: CBS\n~~~\n")[-1][0] == (
        "[^1]: Bron: CBS"
    )


def test_a_picture_in_a_cell_is_told_with_its_alternative_text() -> None:
    found = in_md(TABLE.replace("Hal bouwen.", "![De hal](hal.png)"))
    (note,) = [each for each in found.notes if each.code == "picture"]
    assert note.values == {"text": "De hal"}
    assert note.place
    assert (note.place.table, note.place.row, note.place.column) == (1, 2, 3)


CHART = "flowchart TD\n  a[Inspanning: Hal bouwen] --> b[Doel: Meer sport]\n"


def fenced(text: str, fence: str = "```") -> str:
    return f"{fence} mermaid\n{text}{fence}\n"


@pytest.mark.parametrize("fence", ["```", "~~~", "`````", ":::"])
def test_a_diagram_in_prose_is_read_as_a_diagram(fence: str) -> None:
    found = in_md(f"# Sportplan\n\nEen plaatje.\n\n{fenced(CHART, fence)}")
    assert found.title == "Sportplan"
    assert told(found) == ["b Meer sport", "a Hal bouwen > b"]
    assert found.elements[0].places == (Place(file="plan.md", line=7),)
    assert left(found) == [("text_left", "Een plaatje.")]


def test_a_table_of_something_else_does_not_keep_a_diagram_from_being_read() -> (
    None
):
    contacts = "| Naam | Telefoon |\n|---|---|\n| Balie | 14 0 |\n"
    found = in_md(f"{contacts}\n{fenced(CHART)}")
    assert told(found) == ["b Meer sport", "a Hal bouwen > b"]
    assert left(found) == [
        ("table_not_understood", text)
        for text in ("Naam", "Telefoon", "Balie", "14 0")
    ]


def test_a_diagram_beside_a_table_is_told_and_left() -> None:
    found = in_md(TABLE + "\n" + fenced(CHART))
    assert told(found) == LINES
    (note,) = found.notes
    assert note.code == "diagram_left"
    assert note.place == Place(file="plan.md", line=5)
    assert "Hal bouwen" in note.values["text"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (fenced("gantt\n  title Plan\n"), "not a Mermaid flowchart"),
        (fenced(CHART) + fenced(CHART), "2 Mermaid flowcharts"),
    ],
)
def test_other_diagrams_are_refused_by_their_name(
    text: str, said: str
) -> None:
    with pytest.raises(DocumentError, match=said):
        in_md("# Plan\n\n" + text)
