"""Words with a line through them: left, told, and nothing slips into their place."""

import io

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from dinet.api import read_bytes
from dinet.model import Programme
from tests.documents import cell, noted, para, row, run, table, told, word

KEPT = ["D1 Meer zon", "I1 Panelen leggen > D1"]
SLIPPED = "I2 Molen bouwen"


def in_word(goal: str, effort: str) -> Programme:
    """A goal that is struck out, beside an effort in letters of some kind."""
    return read_bytes(
        word(
            table(
                row(["Doel", "Inspanning"]),
                row(["Meer zon", "Panelen leggen"]),
                row([cell(para(run(goal, "strike"))), effort]),
            )
        ),
        "plan.docx",
    )


def in_page(struck: str) -> Programme:
    rows = (
        "<tr><th>Doel<th>Inspanning<tr><td>Meer zon<td>Panelen leggen"
        f"<tr><td>{struck.format('Meer wind')}<td>Molen bouwen"
    )
    return read_bytes(f"<table>{rows}</table>".encode(), "plan.html")


def in_workbook() -> Programme:
    book, file = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for texts in (
        ("Doel", "Inspanning"),
        ("Meer zon", "Panelen leggen"),
        ("Meer wind", "Molen bouwen"),
    ):
        sheet.append(texts)
    sheet["A3"].font = Font(strike=True)
    book.save(file)
    return read_bytes(file.getvalue(), "plan.xlsx")


def in_markdown() -> Programme:
    return read_bytes(
        b"| Doel | Inspanning |\n|-|-|\n| Meer zon | Panelen leggen |\n"
        b"| ~~Meer wind~~ | Molen bouwen |\n",
        "plan.md",
    )


@pytest.mark.parametrize(
    "read",
    [
        in_word("Meer wind", "Molen bouwen"),
        in_page("<s>{}</s>"),
        in_page('<span style="text-decoration: line-through">{}</span>'),
        in_workbook(),
        in_markdown(),
    ],
)
def test_work_beside_a_goal_that_is_struck_out_serves_no_goal(
    read: Programme,
) -> None:
    assert told(read) == [*KEPT, SLIPPED]
    (note,) = [note for note in read.notes if note.code == "struck_text"]
    assert note.values == {"text": "Meer wind"}


def test_a_goal_that_is_struck_out_for_another_gives_way_to_it() -> None:
    read = in_page("<strike>{}</strike> Minder gas")
    assert told(read)[1] == "D2 Minder gas"
    assert told(read)[-1] == f"{SLIPPED} > D2"
    assert "struck_text" in noted(read)
