"""A table in the cell of a table: rows of that cell, its paragraphs, or something else."""

import pytest

from dinet.api import read_bytes
from dinet.model import Programme
from tests.documents import Xml, cell, noted, para, table, told, word
from tests.workbooks import open_table, opened

HEAD = ["Ambitie", "SMART-doel", "Maatregelen"]
GOAL, TARGET = "Schonere lucht in de stad.", "In 2030 haalt 95% de norm."
INNER = [
    ["Maatregel", "Trekker", "Jaar"],
    ["Bussen op stroom", "Team Vervoer", "2027"],
    ["Houtrook beperken", "", "2028"],
]


def in_word_cell(rows: list[list[str]]) -> bytes:
    inner = Xml(table(*rows) + para())
    return word(table(HEAD, [GOAL, TARGET, inner]))


def in_page_cell(rows: list[list[str]]) -> bytes:
    def page_row(texts: list[str]) -> str:
        return f"<tr>{''.join(f'<td>{text}</td>' for text in texts)}</tr>"

    inner = f"<table>{''.join(map(page_row, rows))}</table>"
    outer = page_row(HEAD) + page_row([GOAL, TARGET, inner])
    return f"<table>{outer}</table>".encode()


def in_open_cell(rows: list[list[str]]) -> bytes:
    inner = f"<table:table-cell>{open_table('I', *rows)}</table:table-cell>"
    return opened("text", open_table("T", HEAD, [GOAL, TARGET, inner]))


FORMATS = {
    "docx": in_word_cell,
    "html": in_page_cell,
    "odt": in_open_cell,
}


def read_inner(suffix: str, rows: list[list[str]]) -> Programme:
    return read_bytes(FORMATS[suffix](rows), f"plan.{suffix}")


@pytest.mark.parametrize("suffix", FORMATS)
def test_rows_under_headings_are_efforts_with_their_own_fields(
    suffix: str,
) -> None:
    read = read_inner(suffix, INNER)
    assert told(read) == [
        f"D1 {GOAL}",
        f"S1 {TARGET} > D1",
        "I1 Bussen op stroom > D1, S1",
        "I2 Houtrook beperken > D1, S1",
    ]
    first, second = read.elements[2:]
    assert (first.owners, first.period) == (("Team Vervoer",), "2027")
    assert (second.owners, second.period) == ((), "2028")
    assert noted(read) == []
    place = first.places[0]
    assert (place.table, place.row, place.column) == (1, 2, 3)


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_table_without_headings_is_the_paragraphs_of_its_cell(
    suffix: str,
) -> None:
    read = read_inner(suffix, [["Bussen op stroom"], ["Houtrook beperken"]])
    assert told(read)[2:] == [
        "I1 Bussen op stroom > D1, S1",
        "I2 Houtrook beperken > D1, S1",
    ]
    assert noted(read) == ["nested_table"]


@pytest.mark.parametrize("suffix", FORMATS)
def test_headings_that_name_nothing_of_the_column_invent_nothing(
    suffix: str,
) -> None:
    read = read_inner(suffix, [["Wie", "Wanneer"], ["Ans Bos", "2027"]])
    assert [element.kind for element in read.elements] == ["goal", "target"]
    (note,) = read.notes
    assert note.code == "nested_table_left"
    assert note.values["text"] == "Wie | Wanneer; Ans Bos | 2027"


def test_paragraphs_beside_a_table_in_a_cell_are_read_too() -> None:
    inner = Xml(para("Luchtkaart maken") + table(*INNER[:2]) + para())
    read = read_bytes(word(table(HEAD, [GOAL, TARGET, inner])), "plan.docx")
    assert told(read)[2:] == [
        "I1 Luchtkaart maken > D1, S1",
        "I2 Bussen op stroom > D1, S1",
    ]


def test_a_column_full_of_tables_is_no_frame() -> None:
    rows = [["Ambitie", "Maatregelen"]]
    for number, name in enumerate(("Bussen", "Bomen", "Haarden", "Schepen")):
        above = cell("" if number else GOAL, merge="continue")
        if not number:
            above = cell(GOAL, merge="restart")
        inner = Xml(table(["Maatregel", "Trekker"], [name, "Ans"]) + para())
        rows.append([above, inner])
    read = read_bytes(word(table(*rows)), "plan.docx")
    assert told(read) == [
        f"D1 {GOAL}",
        "I1 Bussen > D1",
        "I2 Bomen > D1",
        "I3 Haarden > D1",
        "I4 Schepen > D1",
    ]


def test_goals_of_a_row_are_served_by_what_a_table_under_them_measures() -> (
    None
):
    inner = Xml(table(["Resultaat", "Activiteit"], [TARGET, "Meten"]) + para())
    read = read_bytes(
        word(table(["Ambitie", "Maatregelen"], [GOAL, inner])), "plan.docx"
    )
    assert told(read) == [
        f"D1 {GOAL}",
        f"S1 {TARGET} > D1",
        "I1 Meten > D1, S1",
    ]


def test_tables_deep_in_one_another_lose_no_words() -> None:
    inner = table(["Diepste maatregel"])
    for _ in range(30):
        inner = table([Xml(inner + para())], [Xml(para())])
    data = word(table(HEAD, [GOAL, TARGET, Xml(inner + para())]))
    assert told(read_bytes(data, "plan.docx"))[2:] == [
        "I1 Diepste maatregel > D1, S1"
    ]


def boxed(suffix: str, cells: list[object]) -> Programme:
    """A document with one row of cells; a list among these is a table in its cell."""
    if suffix == "docx":
        inside = [
            Xml(table(*each) + para()) if isinstance(each, list) else each
            for each in cells
        ]
        return read_bytes(word(table(inside)), "plan.docx")

    def page_row(texts: list[object]) -> str:
        return f"<tr>{''.join(f'<td>{page_cell(text)}</td>' for text in texts)}</tr>"

    def page_cell(text: object) -> str:
        if isinstance(text, list):
            return f"<table>{''.join(map(page_row, text))}</table>"
        return str(text)

    return read_bytes(f"<table>{page_row(cells)}</table>".encode(), "p.html")


@pytest.mark.parametrize("suffix", ["docx", "html"])
def test_a_box_around_a_table_is_read_as_if_it_were_not_there(
    suffix: str,
) -> None:
    inner = [["Opgave", "Activiteit"], ["Stille nachten", "Drempels leggen"]]
    read = boxed(suffix, [inner, "Bijschrift bij een plaat"])
    assert told(read) == ["D1 Stille nachten", "I1 Drempels leggen > D1"]
    assert [left.text for left in read.unread] == ["Bijschrift bij een plaat"]


@pytest.mark.parametrize("suffix", ["docx", "html"])
def test_two_tables_in_one_box_stay_two(suffix: str) -> None:
    one = [["Opgave", "Activiteit"], ["Stille nachten", "Drempels leggen"]]
    two = [["Opgave", "Activiteit"], ["Schone lucht", "Bussen op stroom"]]
    assert told(boxed(suffix, [one, two])) == [
        "D1 Stille nachten",
        "D2 Schone lucht",
        "I1 Drempels leggen > D1",
        "I2 Bussen op stroom > D2",
    ]


def test_a_column_is_named_by_the_tables_in_its_cells() -> None:
    def measured(*rows: list[str]) -> Xml:
        return Xml(table(["KPI", "Norm"], *rows) + para())

    read = read_bytes(
        word(
            table(
                ["Ambitie", "Hoe het staat", "Maatregel"],
                ["Stille nachten", measured(["Geluid", "48 dB"]), "Drempels"],
                ["Schone lucht", measured(["Roet", "5 µg"]), "Bussen"],
            )
        ),
        "plan.docx",
    )
    assert told(read) == [
        "D1 Stille nachten",
        "D2 Schone lucht",
        "S1 Geluid > D1",
        "S2 Roet > D2",
        "I1 Drempels > D1, S1",
        "I2 Bussen > D2, S2",
    ]
