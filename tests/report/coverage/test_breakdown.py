"""The efforts divided by owner, phase, theme and goal, with the money of each."""

import json
from collections import Counter
from decimal import Decimal
from fractions import Fraction

import click
import networkx as nx
import pytest
from hypothesis import given

from dinet.application.read_document import read_document_bytes
from dinet.cli.query_program import coverage
from dinet.network import Network
from dinet.report.coverage.breakdown import (
    BREAKDOWN_WAYS,
    Breakdown,
    break_down,
)
from dinet.report.coverage.breakdown_table import (
    breakdown_data,
    breakdown_table,
)
from tests.builder import network
from tests.network.second_count import SecondCount
from tests.network.test_laws import programmes

TOWN = """
    focuspunten: [{id: T1, naam: Gezond}]
    doelen:
      - {id: D1, tekst: Meer sport., focuspunt: T1, budget: "€ 90.000"}
      - {id: D2, tekst: Minder schulden.}
    smart-doelen:
      - {id: S1, tekst: "In 2028 sport 60%.", voor: D1}
    inspanningen:
      - id: I1
        tekst: Hal bouwen
        voor: [D1, S1]
        rollen: [{rol: Trekker, naam: Sport}, {rol: Opdrachtgever, naam: Raad}]
        budget: "€ 120.000"
        fase: uitvoering
      - {id: I2, tekst: Kamer openen, voor: [D2, D1], trekker: Welzijn, budget: p.m.}
      - {id: I3, tekst: Banken zetten, voor: D1, trekker: [Sport, Welzijn], budget: "€ 2.500,50"}
      - {id: I4, tekst: Bomen planten, voor: D2, trekker: nog te werven}
"""


def rows_of(broken: Breakdown) -> dict[tuple[str, str | None], list[str]]:
    """The ids of the efforts of each role and name."""
    return {
        (row.key.role, row.key.name): [effort.id for effort in row.efforts]
        for row in broken.rows
    }


def test_every_role_is_apart_and_words_that_name_nobody_are_no_owner() -> None:
    assert rows_of(break_down(network(TOWN), "owner")) == {
        ("", "Sport"): ["I1", "I3"],
        ("", "Welzijn"): ["I2", "I3"],
        ("Opdrachtgever", "Raad"): ["I1"],
        ("", None): ["I4"],
    }


def test_unknown_money_is_never_zero_and_shared_efforts_count_once() -> None:
    broken = break_down(network(TOWN), "money")
    first = broken.rows[0]
    assert first.key.name == "D1"
    assert [total.value for total in first.money.totals] == [
        Decimal("122500.50")
    ]
    assert first.money.unknown == ("I2",)
    assert first.own_money is not None
    assert first.own_money.totals[0].value == Decimal(90_000)
    second = broken.rows[1]
    assert (second.money.totals, second.money.unstated) == ((), ("I4",))
    assert [effort.id for effort in broken.shared] == ["I2"]
    assert broken.money.totals == first.money.totals


def test_one_cell_for_several_efforts_counts_once() -> None:
    cell = "{tabel: 1, rij: 2, kolom: 3}"
    amount = f"{{bedrag: 500, eenheid: EUR, tekst: € 500, plaats: {cell}}}"
    text = f"""
    inspanningen:
      - {{id: I1, tekst: Een, budget: € 500, bedragen: [{amount}]}}
      - {{id: I2, tekst: Twee, budget: € 500, bedragen: [{amount}]}}
    """
    money = break_down(network(text), "owner").money
    assert [total.value for total in money.totals] == [Decimal(500)]
    assert (money.known, money.shared_cells) == (("I1", "I2"), 1)


def test_an_amount_that_stands_in_every_row_of_an_effort_counts_once() -> None:
    rows = (
        "Doel;Inspanning;Budget;Dekking 2027;Dekking 2028\n"
        "Rust;Lampen doven;€ 900;€ 400;€ 400\n"
        "Stilte;Lampen doven;€ 900;€ 400;€ 400\n"
        "Groen;Bomen planten;€ 900;;\n"
    )
    plan = Network(read_document_bytes(rows.encode(), "geld.csv"))
    total = break_down(plan, "money").money
    assert total.known == ("I1", "I2")
    (sum_of_euros,) = total.totals
    assert sum_of_euros.value == 900 + 400 + 400 + 900


def test_what_rests_on_one_owner_alone_is_told() -> None:
    resting = {
        row.key.name: [aim.id for aim in row.resting]
        for row in break_down(network(TOWN), "owner").rows
    }
    assert resting == {
        "Sport": ["S1"],
        "Welzijn": [],
        "Raad": ["S1"],
        None: [],
    }


def test_a_theme_has_the_goals_of_its_own_only() -> None:
    rows = break_down(network(TOWN), "theme").rows
    goals = {row.key.name: [goal.id for goal in row.goals] for row in rows}
    assert goals == {"T1": ["D1"], None: ["D2"]}


def test_the_table_says_in_dutch_what_is_known_and_what_is_not() -> None:
    table = breakdown_table(network(TOWN), "money", "nl")
    told = table.without_empty_columns()
    assert told.headings == [
        "Doel",
        "Inspanningen",
        "Waarvan in meer rijen",
        "Budget van het doel zelf",
        "Bekend bedrag",
        "Bedrag onbekend",
        "Zonder bedrag",
    ]
    assert told.rows[0] == [
        "D1 Meer sport.",
        "3 (I1, I2, I3)",
        "1 (I2)",
        "€\N{NO-BREAK SPACE}90.000",
        "€\N{NO-BREAK SPACE}122.500,50",
        "1 (I2)",
        "",
    ]
    assert told.notes[0].startswith("1 inspanning staat in meer dan één rij")


def test_the_command_offers_every_way() -> None:
    options = {option.name: option for option in coverage.params}
    choice = options["by"].type
    assert isinstance(choice, click.Choice)
    assert tuple(choice.choices) == BREAKDOWN_WAYS


@pytest.mark.parametrize("way", BREAKDOWN_WAYS)
@given(programmes())
def test_every_effort_is_told_and_the_goals_are_those_it_leads_to(
    way, programme
):
    plan = Network(programme)
    data = json.loads(json.dumps(breakdown_data(plan, way)))
    told = Counter(one for row in data["rows"] for one in row["efforts"])
    efforts = [effort.id for effort in plan.efforts]
    assert set(told) == set(efforts)
    assert data["total"]["efforts"] == len(efforts)
    if way in ("phase", "money"):
        second = SecondCount(
            json.loads(programme.model_dump_json(by_alias=True))
        )
        reached = {one: nx.descendants(second.graph, one) for one in efforts}
        for row in data["rows"]:
            goals = {
                goal.id
                for goal in plan.goals
                if any(goal.id in reached[one] for one in row["efforts"])
            }
            assert set(row["goals"]) == goals


def test_an_owner_has_the_shares_of_his_efforts() -> None:
    shares = {
        row.key.name: row.share
        for row in break_down(network(TOWN), "owner").rows
    }
    # D1 is carried by I1, I2 and I3, and D2 by I2 and I4
    third, half = Fraction(1, 3), Fraction(1, 2)
    assert shares == {
        "Sport": third + third,
        "Welzijn": third + half + third,
        "Raad": third,
        None: half,
    }
    assert break_down(network(TOWN), "phase").rows[0].share is None


def test_it_is_said_who_has_most_efforts_and_which_goals_one_owner_has() -> (
    None
):
    plan = network(
        """
        doelen: [{id: D1, tekst: Een}, {id: D2, tekst: Twee}]
        inspanningen:
          - {id: I1, tekst: A, voor: D1, trekker: Sport}
          - {id: I2, tekst: B, voor: D1, trekker: Sport}
          - {id: I3, tekst: C, voor: D2, trekker: [Sport, Welzijn]}
          - {id: I4, tekst: D, voor: D2, trekker: Jeugd}
        """
    )
    notes = breakdown_table(plan, "owner", "nl").notes
    assert "1 van de 3 trekkers heeft 3 van de 4 inspanningen: Sport." in notes
    assert (
        "1 doel heeft alleen inspanningen van één trekker: D1 (Sport)."
        in notes
    )
    load = breakdown_data(plan, "owner")["load"]
    assert load["lone_goals"] == {"D1": ("Sport",)}
    assert not any(
        "van één trekker" in note
        for note in breakdown_table(plan, "phase", "nl").notes
    )
