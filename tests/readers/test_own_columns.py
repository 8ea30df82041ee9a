"""In dinet's own workbook people add columns and sheets of their own."""

import io
from collections.abc import Callable

import openpyxl
import pytest
from openpyxl import Workbook

from dinet.api import Network, read_bytes, write
from dinet.errors import DocumentError
from dinet.model import Programme
from tests.documents import told

PLAN = """
programma: Groene wijk
doelen:
  - {id: D1, tekst: Meer bomen in de straat.}
inspanningen:
  - {id: I1, tekst: Geveltuinen aanleggen., voor: D1}
"""


def changed(change: Callable[[Workbook], None]) -> bytes:
    """The workbook of the plan, after somebody worked in it."""
    plan = read_bytes(PLAN.encode(), "plan.din.yaml")
    book = openpyxl.load_workbook(io.BytesIO(write(Network(plan), [], "xlsx")))
    change(book)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def add_own(book: Workbook) -> None:
    goals = book["Doelen"]
    last = goals.max_column + 1
    goals.cell(1, last, "Wijkteam")
    goals.cell(2, last, "Noordrand")
    goals.cell(2, last + 2, "zonder kop")
    scratch = book.create_sheet("Kladblok")
    scratch["B2"] = "Eerst bellen met de buren"


def own_notes(programme: Programme) -> list[tuple[str, str, str | None]]:
    return [
        (note.code, note.values["text"], note.place and note.place.sheet)
        for note in programme.notes
    ]


OWN = [
    ("own_cell", "Noordrand", "Doelen"),
    ("own_cell", "zonder kop", "Doelen"),
    ("own_sheet", "Eerst bellen met de buren", "Kladblok"),
]


def test_own_columns_and_sheets_are_kept_with_a_warning() -> None:
    read = read_bytes(changed(add_own), "plan.xlsx")
    assert told(read) == [
        "D1 Meer bomen in de straat.",
        "I1 Geveltuinen aanleggen. > D1",
    ]
    assert own_notes(read) == OWN


@pytest.mark.parametrize("form", ["xlsx", "yaml", "json"])
def test_what_was_kept_survives_every_native_format(form: str) -> None:
    read = read_bytes(changed(add_own), "plan.xlsx")
    suffix = {"yaml": "din.yaml"}.get(form, form)
    written = write(Network(read), [], form)
    assert own_notes(read_bytes(written, f"again.{suffix}")) == OWN


def test_a_workbook_that_dinet_wrote_has_nothing_of_its_own() -> None:
    assert read_bytes(changed(lambda book: None), "plan.xlsx").notes == ()


def test_advice_on_a_workbook_does_not_speak_of_yaml() -> None:
    def forget_text(book: Workbook) -> None:
        book["Inspanningen"].cell(3, 1, "I2")

    with pytest.raises(DocumentError) as raised:
        read_bytes(changed(forget_text), "plan.xlsx")
    said = str(raised.value)
    assert "plan.xlsx!Inspanningen!A3" in said
    assert "column “tekst”" in said
    assert "quotes" not in said
