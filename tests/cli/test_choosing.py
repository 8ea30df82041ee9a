"""What to choose, and what not to lose, as the command line tells it."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Run

TOWN = """
doelen:
  - {id: D1, tekst: Meer kinderen sporten.}
  - {id: D2, tekst: Minder schulden.}
  - {id: D3, tekst: Meer rust.}
inspanningen:
  - {id: I1, tekst: Bouwen van een hal., voor: [D1, D2], budget: "€ 90.000"}
  - {id: I2, tekst: Aanleggen van een veld., voor: D1, budget: p.m.}
  - {id: I3, tekst: Openen van een loket., voor: D2, hangt-af-van: I1}
  - {id: I4, tekst: Schilderen van de hal., voor: I1}
"""


@pytest.fixture
def town(run: Run) -> Run:
    """The command line in a folder with one more plan."""
    Path("stad.din.yaml").write_text(TOWN, encoding="utf-8")
    return run


def test_the_contribution_is_told_with_what_each_effort_carries(
    town: Run,
) -> None:
    ended = town("query", "contribution", "stad.din.yaml")
    assert (ended.status, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[0] == (
        "2 doelen met een inspanning, verdeeld over 3 inspanningen die ze dragen."
    )
    assert lines[2:5] == [
        "I1 Bouwen van een hal.",
        "    aandeel: 1,00",
        "      draagt met andere: D1 (1/2), D2 (1/2)",
    ]
    assert "I4 heeft geen eigen aandeel: zij werkt via I1." in lines
    assert "Doelen zonder inspanning: D3." in lines


def test_the_contribution_is_exact_as_data(town: Run) -> None:
    ended = town("query", "contribution", "stad.din.yaml", "--format", "json")
    data = json.loads(ended.out)
    assert data["carried"] == 2
    assert data["goals_not_carried"] == ["D3"]
    assert data["efforts"][1] == {
        "id": "I2",
        "share": {"number": 0.5, "exact": "1/2"},
        "by_points": None,
        "goals": [{"id": "D1", "carried_by": 2}],
        "alone": [],
        "works_through": [],
    }


def test_the_worst_losses_are_told_by_their_number(town: Run) -> None:
    ended = town("query", "worst", "3", "stad.din.yaml")
    assert ended.status == 0
    assert ended.out.splitlines()[:7] == [
        "Als 1 inspanning stopt, blijft geen doel zonder.",
        "Als 2 inspanningen stoppen, blijft 1 doel zonder in het ergste geval.",
        "  I1, I2: kost D1",
        "  I1, I3: kost D2",
        "Als 3 inspanningen stoppen, blijven 2 doelen zonder in het ergste geval.",
        "  I1, I2, I3: kost D1, D2",
        "",
    ]
    data = json.loads(
        town("query", "worst", "2", "stad.din.yaml", "--format", "json").out
    )
    assert data["losses"][1] == {
        "stopped": 2,
        "lost": 1,
        "at_most": 1,
        "exact": True,
        "sets": [
            {"efforts": ["I1", "I2"], "goals": ["D1"]},
            {"efforts": ["I1", "I3"], "goals": ["D2"]},
        ],
        "all_sets": True,
    }


def test_a_cost_that_is_not_known_is_asked_for(town: Run) -> None:
    ended = town("choose", "stad.din.yaml", "--budget", "250.000")
    assert (ended.status, ended.out) == (65, "")
    assert (
        "van 2 inspanningen is niet bekend wat zij kosten "
        "(“p.m.”: I2; er staat niets: I3). Onbekend is niet nul: "
        "geef het op met --cost I2=50000" in ended.err
    )


def test_a_choice_is_told_with_how_sure_it_is(town: Run) -> None:
    costs = ("--cost", "I2=€ 20.000", "--cost", "I3=10k")
    ended = town("choose", "stad.din.yaml", "--budget", "0,03 mln", *costs)
    assert (ended.status, ended.err) == (0, "")
    told = " ".join(ended.out.replace("\N{NO-BREAK SPACE}", " ").split())
    assert told.startswith(
        "Beste keuze binnen € 30.000: 2 inspanningen voor € 30.000, samen goed "
        "voor 2 van 3 doelen. I2 € 20.000 Aanleggen van een veld. I3 € 10.000"
    )
    for words in (
        "Doelen die geen inspanning draagt, dus geen enkele keuze: D3.",
        "Niet gekozen: I1 (€ 90.000).",
        "I3 hangt af van I1, en die is niet gekozen.",
        "Geen andere keuze draagt evenveel voor even weinig geld.",
        "Bij elk doel blijft dezelfde keuze de beste.",
        "Alle doelen tellen even zwaar. Dat is een aanname",
        "Kosten die zijn opgegeven, en niet die van het document zijn: I2, I3.",
    ):
        assert words in told


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("kosten.yaml", "# uit het hoofd\nI2: 20.000\nI3: € 10.000\nI4:\n"),
        ("kosten.csv", "inspanning;kosten\nI2;20000\nI3;10000,00\n"),
    ],
)
def test_costs_come_from_a_file(town: Run, name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")
    words = ("stad.din.yaml", "--budget", "30000", "--costs", name)
    data = json.loads(town("choose", *words, "--format", "json").out)
    assert data["best"] == {
        "efforts": ["I2", "I3"],
        "cost": "30000",
        "value": {"number": 2.0, "exact": "2"},
        "goals": ["D1", "D2"],
    }
    assert data["costs"] == {
        "I1": {"amount": "90000", "from": "document"},
        "I2": {"amount": "20000", "from": "given"},
        "I3": {"amount": "10000", "from": "given"},
    }
    assert data["equal"]["in_all"] == ["I2", "I3"]
    assert data["equal"]["in_none"] == ["I1"]
    assert data["unmet"] == [{"id": "I3", "depends_on": "I1"}]


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("--cost", "I2"), 2, "“I2” is niet te begrijpen: schrijf het als"),
        (("--cost", "I2=p.m."), 2, "“p.m.” is geen bedrag."),
        (("--cost", "I2=-5"), 2, "“-5” is geen bedrag."),
        (("--cost", "D1=5"), 2, "D1 is geen inspanning."),
        (("--weight", "I1=5"), 2, "I1 is geen doel."),
        (("--weight", "D1=veel"), 2, "“veel” is geen gewicht"),
        (("--keep", "I1", "--without", "I1"), 2, "I1 moet erin en mag"),
        (("--by", "points"), 2, "het document verdeelt geen punten"),
        (("--costs", "kosten.csv"), 65, "kosten.csv, tabel 1, rij 2"),
    ],
)
def test_a_wish_that_is_off_is_told(
    town: Run, words: tuple[str, ...], status: int, told: str
) -> None:
    Path("kosten.csv").write_text("I2;5\nI9;6\n", encoding="utf-8")
    ended = town("choose", "stad.din.yaml", "--budget", "50000", *words)
    assert (ended.status, ended.out) == (status, "")
    assert told in ended.err
