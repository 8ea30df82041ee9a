"""Cells, roles, amounts, measurements, own columns and weights: written by hand, and shown."""

import re
from decimal import Decimal

import pytest

from dinet.api import read_bytes, write
from dinet.errors import DocumentError
from dinet.model import (
    Amount,
    Effort,
    ExtraField,
    FieldMention,
    Goal,
    Link,
    Measurement,
    OwnerRole,
    Place,
    Programme,
    Target,
)
from dinet.network import Network
from tests.builder import programme

BY_HAND = """
smart-doelen:
  - id: S1
    tekst: Plekken om te zwemmen
    metingen:
      - {soort: realisatie, jaar: 2024, waarde: "15 plekken", getal: 15, eenheid: plekken}
      - {jaar: 2026, waarde: 17}
inspanningen:
  - id: I1
    tekst: Oevers inrichten
    trekker: Waterschap
    budget: "€ 40.000"
    extra: {Risico: droogte, Kenmerk: Z-118}
    rollen: [{rol: penvoerder, naam: Waterschap}]
    bedragen: [{bedrag: 40000, eenheid: EUR}]
    velden: [{veld: budget}, {veld: trekker, tekst: het Waterschap}]
    meet: {naar: S1, gewicht: "++"}
"""


def test_every_part_can_be_written_by_hand() -> None:
    target, effort = programme(BY_HAND).elements
    assert isinstance(target, Target)
    assert target.measurements == (
        Measurement(
            kind="realised",
            year="2024",
            text="15 plekken",
            number=Decimal(15),
            unit="plekken",
        ),
        Measurement(year="2026", text="17"),
    )
    assert effort.extra == (
        ExtraField(heading="Risico", text="droogte"),
        ExtraField(heading="Kenmerk", text="Z-118"),
    )
    assert effort.roles == (OwnerRole(role="penvoerder", name="Waterschap"),)
    assert effort.amounts == (
        Amount(value=Decimal(40000), unit="EUR", text="€ 40.000"),
    )
    assert effort.stated == (
        FieldMention(field="budget", text="€ 40.000"),
        FieldMention(field="owner", text="het Waterschap"),
    )
    assert programme(BY_HAND).links[0].weight == "++"


def test_who_changes_a_field_changes_its_cell_with_it() -> None:
    changed = programme(BY_HAND.replace("€ 40.000", "€ 55.000"))
    effort = changed.elements[1]
    assert effort.stated[0].text == effort.amounts[0].text == "€ 55.000"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("bedragen: [{bedrag: 1.250.000}]", "“1.250.000” is not a number"),
        ("bedragen: [{bedrag: veel}]", "“veel” is not a number"),
        ("rollen: [{rol: penvoerder}]", "these keys are missing here: naam"),
        ("velden: [{tekst: nu}]", "these keys are missing here: veld"),
        ("velden: [{veld: kleur}]", "“kleur” means nothing here"),
        ("metingen: [{waarde: 3}]", "“metingen” belongs to targets only"),
        ("extra: [{tekst: los}]", "these keys are missing here: kop"),
    ],
)
def test_what_is_wrong_in_a_part_is_told_with_its_line(
    line: str, told: str
) -> None:
    text = f"inspanningen:\n  - tekst: Een\n    {line}\n"
    with pytest.raises(DocumentError, match=rf":3:\d+: {re.escape(told)}"):
        programme(text)


def test_what_is_empty_is_not_written() -> None:
    bare = Programme(
        elements=(Effort(id="I1", text="Een"), Target(id="S1", text="Twee")),
        links=(Link(start="I1", end="S1", kind="contributes_to"),),
    )
    for name in ("json", "yaml"):
        written = write(Network(bare), (), name).decode()
        for word in ("amounts", "velden", "extra", "weight", "gewicht", "rol"):
            assert word not in written


CELL = Place(file="plan.docx", table=1, row=2, column=5, heading="Risico")
SHOWN = Programme(
    elements=(
        Goal(id="D1", text="Schoon water"),
        Target(
            id="S1",
            text="Plekken om te zwemmen",
            measurements=(
                Measurement(kind="realised", year="2024", text="zeventien"),
            ),
        ),
        Effort(
            id="I1",
            text="Oevers inrichten",
            owners=("Waterschap",),
            roles=(OwnerRole(role="Penvoerder", name="Waterschap"),),
            extra=(ExtraField(heading="Risico", text="droogte", place=CELL),),
        ),
    ),
    links=(
        Link(start="S1", end="D1", kind="measures"),
        Link(start="I1", end="D1", kind="contributes_to", weight="±2"),
    ),
)


@pytest.mark.parametrize("name", ["html", "report_html", "md", "json"])
def test_roles_measurements_and_own_columns_are_shown(name: str) -> None:
    shown = write(Network(SHOWN), (), name).decode()
    for words in ("Penvoerder", "zeventien", "Risico", "droogte"):
        assert words in shown


@pytest.mark.parametrize(
    "name", ["html", "mermaid", "d2", "svg", "drawio", "graphml", "gexf"]
)
def test_the_weight_of_a_link_is_shown(name: str) -> None:
    assert "±2" in write(Network(SHOWN), (), name).decode()


def test_the_weight_is_an_attribute_that_no_sum_takes_for_a_number() -> None:
    assert Network(SHOWN).graph.edges["I1", "D1"]["strength"] == "±2"
    assert "weight" not in Network(SHOWN).graph.edges["I1", "D1"]


def test_a_workbook_keeps_all_parts() -> None:
    written = write(Network(SHOWN), (), "xlsx")
    assert read_bytes(written, "plan.xlsx") == SHOWN
