"""Posters: tables around tables, made to place blocks beside each other."""

from collections.abc import Callable

import pytest

from dinet.api import read_bytes
from dinet.model import Programme
from tests import workbooks
from tests.documents import Xml, in_word, noted, para, table, told
from tests.formats import Heading, as_pdf
from tests.formats import table as grid
from tests.interpret.sport import COACH, EFFORT, GOAL, OTHER, TARGET

READ = [f"D1 {GOAL}", f"D2 {OTHER}", f"I1 {EFFORT}", f"I2 {COACH}"]


def in_page() -> Programme:
    blocks = [("Doelen", GOAL, OTHER), ("Inspanningen", EFFORT, COACH)]
    inner = [
        "<table>" + "".join(f"<tr><td>{line}" for line in block) + "</table>"
        for block in blocks
    ]
    page = f"<table><tr><td colspan=2><p>Programma Samen<tr><td>{inner[0]}<td>{inner[1]}</table>"
    return read_bytes(page.encode(), "plan.html")


def in_odt() -> Programme:
    inner = [
        workbooks.open_table("x", *([line] for line in block))
        for block in (["Doelen", GOAL, OTHER], ["Inspanningen", EFFORT, COACH])
    ]
    cells = "".join(
        f"<table:table-cell>{each}</table:table-cell>" for each in inner
    )
    outer = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    return read_bytes(workbooks.opened("text", outer), "plan.odt")


def in_docx() -> Programme:
    inner = [
        table(["Doelen"], [GOAL], [OTHER]),
        table(["Inspanningen"], [EFFORT], [COACH]),
    ]
    return in_word(table([Xml(each + para()) for each in inner]))


@pytest.mark.parametrize("poster", [in_page, in_odt, in_docx])
def test_tables_beside_each_other_in_a_frame_are_read_as_tables(
    poster: Callable[[], Programme],
) -> None:
    read = poster()
    assert told(read) == READ
    assert noted(read) == ["list_unlinked"]


def test_one_table_in_a_cell_of_a_network_stays_in_its_cell() -> None:
    read = in_word(
        table(
            ["Doel", "SMART-doel", "Inspanning"],
            [GOAL, TARGET, Xml(table([EFFORT], [COACH]) + para())],
        )
    )
    assert told(read) == [
        f"D1 {GOAL}",
        f"S1 {TARGET} > D1",
        f"I1 {EFFORT} > D1, S1",
        f"I2 {COACH} > D1, S1",
    ]
    assert noted(read) == ["nested_table"]


def test_a_list_in_a_list_as_google_writes_it_is_one() -> None:
    lists = (
        f'<ul class="lst-kix_a-0"><li>{EFFORT}</ul>'
        '<ul class="lst-kix_a-1"><li>eerste deel<li>tweede deel</ul>'
    )
    read = read_bytes(
        f"<table><tr><td>Doel<td>Inspanning<tr><td>{GOAL}<td>{lists}</table>".encode(),
        "plan.html",
    )
    assert told(read) == [
        f"D1 {GOAL}",
        f"I1 {EFFORT} > D1",
        "I1.1 eerste deel > I1",
        "I1.2 tweede deel > I1",
    ]


def test_a_cross_that_is_a_bullet_is_read_in_a_pdf() -> None:
    data = as_pdf(
        Heading("Doelen"),
        grid((GOAL,), (OTHER,)),
        Heading("Samenhang"),
        grid(
            ("Inspanning", GOAL, OTHER), (EFFORT, "•", None), (COACH, "•", "•")
        ),
    )
    assert told(read_bytes(data, "plan.pdf"))[2:] == [
        f"I1 {EFFORT} > D1",
        f"I2 {COACH} > D1, D2",
    ]
