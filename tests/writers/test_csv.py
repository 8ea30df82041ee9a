"""The table as CSV, for Excel and back."""

import csv
import io
from pathlib import Path

import pytest

import dinet
from dinet.api import read_bytes
from dinet.layout.style.profile import Profile
from dinet.model import Programme
from dinet.network import Network
from tests.builder import network
from tests.documents import told
from tests.writers import hostile

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
WORLD = """
    thema's: [{id: T1, tekst: Bewegen}, {id: T2, tekst: Gezondheid}]
    doelen:
      - {id: D1, tekst: Meer kinderen sporten, thema: T1}
      - {id: D2, tekst: Minder jongeren roken, thema: T1}
    smart-doelen: [{id: S1, tekst: In 2028 sport 60% van de kinderen, voor: [D1, D2], bron: CBS}]
    inspanningen:
      - {id: I1, tekst: Een hal bouwen, voor: [S1, D1, D2], trekker: Sport, budget: 2 miljoen}
      - {id: I1.1, tekst: Het dak, voor: I1}
      - {id: I2, tekst: Een plan schrijven, voor: D1, vacant: vacature}
      - {id: I3, tekst: Los werk}
"""


def records(of: Network, lang: str = "nl") -> list[dict[str, str]]:
    text = dinet.write(of, (), "csv", Profile(lang=lang)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_it_opens_in_excel_by_a_double_click() -> None:
    found = dinet.write(network(WORLD), (), "csv")
    assert found.startswith(
        b"\xef\xbb\xbfThema;Doel;SMART-doel;Bron;Inspanning;Trekker;Budget\r\nT1: Bewegen;"
    )
    assert found.endswith(b"\r\n")


def test_every_row_is_whole_and_says_where_there_is_nothing() -> None:
    found = [
        (
            row["Thema"][:2],
            row["Doel"][:2],
            row["SMART-doel"][:2],
            row["Inspanning"],
            row["Trekker"],
        )
        for row in records(network(WORLD))
    ]
    hall = "• I1: Een hal bouwen\n- I1.1: Het dak"
    assert found == [
        ("T1", "D1", "S1", hall, "Sport"),
        ("T1", "D1", "–", "I2: Een plan schrijven", "vacature"),
        ("T1", "D2", "S1", hall, "Sport"),
        ("T2", "–", "–", "–", ""),
        ("–", "–", "–", "I3: Los werk", ""),
    ]


def test_headings_are_english_when_the_reader_is() -> None:
    assert list(records(network(WORLD), "en")[0]) == [
        "Theme",
        "Goal",
        "Target",
        "Source",
        "Effort",
        "Owner",
        "Budget",
    ]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_it_is_read_back_as_the_same_programme(lang: str) -> None:
    world = network(WORLD)
    found = read_bytes(
        dinet.write(world, (), "csv", Profile(lang=lang)), "plan.csv"
    )
    assert told(found) == told(world.programme)
    assert {
        each.id: (each.owners, each.sources, each.budget)
        for each in found.elements
    } == {each.id: (each.owners, each.sources, each.budget) for each in world}


POLDER = """
    thema's: [{id: T1, tekst: Water}, {id: T2, tekst: Natuur}]
    doelen:
      - {id: D1, tekst: De polder is veilig, thema: T1, niveau: strategisch}
      - {id: D2, tekst: Dijken zijn sterk genoeg, thema: T1, niveau: operationeel, voor: D1}
      - {id: D3, tekst: Meer weidevogels broeden, thema: T2, niveau: strategisch}
    smart-doelen: [{id: S1, tekst: In 2029 is 90% van de dijken op hoogte, voor: D2, bron: Keur}]
    inspanningen:
      - id: I1
        tekst: Dijken ophogen
        voor: [S1, D2]
        samen-met: [Ruimte voor het Water, Groen Hart]
        planning:
          - {periode: 2027 K1, fase: voorbereiding}
          - {periode: 2027 K3, fase: uitvoering}
        verwijst-naar: [T2]
      - id: I2
        tekst: Nesten beschermen
        voor: D3
        planning:
          - {periode: 2027 K1, fase: uitvoering}
          - {periode: 2027 K2, fase: uitvoering}
      - {id: I3, tekst: Sloten schonen, groep: Overig werk}
"""


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_levels_joint_programmes_planning_groups_and_references_come_back(
    lang: str,
) -> None:
    world = network(POLDER)
    data = dinet.write(world, (), "csv", Profile(lang=lang))
    found = read_bytes(data, "plan.csv")
    assert told(found) == told(world.programme)
    fields = ("level", "joint_with", "planning", "group", "period")
    assert {
        each.id: [getattr(each, field, None) for field in fields]
        for each in found.elements
    } == {
        each.id: [getattr(each, field, None) for field in fields]
        for each in world
    }


def test_the_periods_of_all_efforts_stand_in_one_order() -> None:
    (first, *_) = records(network(POLDER))
    periods = [name for name in first if name.startswith("2027")]
    assert sorted(periods) == ["2027 K1", "2027 K2", "2027 K3"]
    assert periods[0] == "2027 K1"


def test_an_example_is_read_back() -> None:
    for name in ("hoogeveen", "coevorden"):
        world = Network(dinet.read(EXAMPLES / f"{name}.din.yaml"))
        found = read_bytes(dinet.write(world, (), "csv"), "plan.csv")
        assert told(found) == told(world.programme)


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_a_cell_that_excel_would_calculate_gets_an_apostrophe_and_loses_it_again(
    start: str,
) -> None:
    world = network(
        f"doelen: [{{id: doel, tekst: '{start}1+1 sport', inspanningen: [Hal]}}]"
    )
    (row,) = records(world)
    assert row["Doel"] == f"'{start}1+1 sport"
    found = read_bytes(dinet.write(world, (), "csv"), "plan.csv")
    assert found.elements[0].text.lstrip("-+ ") == f"{start}1+1 sport".lstrip(
        "-+ "
    )


def test_no_cell_of_a_hostile_network_is_a_formula_and_every_text_is_there() -> (
    None
):
    world = hostile.network()
    text = dinet.write(world, (), "csv").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert len({len(row) for row in rows}) == 1
    lines = {line for row in rows for cell in row for line in cell.split("\n")}
    assert not any(
        cell[:1] in tuple("=+-@\t\r") for row in rows for cell in row
    )
    bare = {line.partition(": ")[2] for line in lines}  # without the code
    shown = lines | {line[mark:] for line in lines for mark in (1, 2)} | bare
    shown |= {line[1:] for line in bare}
    texts = [" ".join(each.text.split()) for each in world]
    assert [
        text
        for text in texts
        if not any(line.startswith(text) for line in shown)
    ] == []


PARTS = """
    doelen: [{id: D1, tekst: Meer groen}, {id: dorp, tekst: Een levend dorp}]
    baten: [{id: B1, tekst: Bewoners zitten vaker buiten, voor: D1}]
    inspanningen:
      - {id: I1, tekst: Parken aanleggen, voor: [D1, B1], trekker: Groen}
      - {id: I1.1, tekst: Bankjes plaatsen, voor: I1}
      - {id: I1.2, tekst: Paden aanleggen, voor: I1, trekker: Wegen, budget: 10.000 euro}
      - {id: I2, tekst: Feesten, voor: D1, verwijst-naar: dorp}
"""


def test_a_sub_effort_of_which_more_is_told_has_a_row_that_names_its_whole() -> (
    None
):
    of_efforts = {
        row["Inspanning"]: row["Trekker"] for row in records(network(PARTS))
    }
    own_row = (
        "I1.2: Paden aanleggen (onderdeel van I1) (alleen via inspanning)"
    )
    assert of_efforts[own_row] == "Wegen"
    assert (
        "• I1: Parken aanleggen (draagt bij aan D1)\n- I1.1: Bankjes plaatsen"
        in of_efforts
    )


def test_an_id_becomes_a_code_where_a_link_in_words_needs_one() -> None:
    world = network(PARTS)
    rows = records(world)
    assert any(row["Doel"].startswith("D2: Een levend") for row in rows)
    assert any("(verwijst naar D2)" in row["Inspanning"] for row in rows)
    found = read_bytes(dinet.write(world, (), "csv"), "plan.csv")
    assert len(found.links) == len(world.programme.links)
    assert {each.text: each.owners for each in found.elements} == {
        each.text: each.owners for each in world
    }


def test_an_empty_programme_is_a_row_of_headings() -> None:
    assert (
        dinet.write(Network(Programme()), (), "csv")
        == "\ufeffDoel;SMART-doel;Inspanning\r\n".encode()
    )


HARBOUR = """
    doelen:
      - {id: OPG-04, tekst: De haven blijft bereikbaar, niveau: strategisch}
      - {id: OPG-04.1, tekst: Elk schip kan altijd keren, niveau: operationeel, voor: OPG-04}
      - {id: OPG-07, tekst: De kade is schoon, niveau: strategisch}
    inspanningen:
      - {id: MTR-12, tekst: De geul uitdiepen, voor: OPG-04.1, verwijst-naar: [OPG-07]}
      - {id: MTR-15, tekst: De kade vegen, voor: OPG-07}
"""


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_links_that_no_row_tells_come_back_by_codes_of_the_document(
    lang: str,
) -> None:
    world = network(HARBOUR)
    data = dinet.write(world, (), "csv", Profile(lang=lang))
    found = read_bytes(data, "haven.csv")
    assert told(found) == told(world.programme)
    assert {(link.start, link.end) for link in found.links} == {
        (link.start, link.end) for link in world.programme.links
    }


MEASURED = """
    doelen:
      - tekst: Meer fietsgebruik
        smart-doelen:
          - tekst: Aandeel fietsritten
            nulmeting: 28%
            nulmeting-jaar: "2021"
            streefwaarde: 35%
            jaar: "2026"
            inspanningen: [Fietspaden aanleggen]
"""


def test_what_a_target_says_in_fields_of_its_own_comes_back() -> None:
    of = network(MEASURED)
    for form in ("csv", "docx"):
        data = dinet.write(of, (), form)
        (target,) = Network(read_bytes(data, f"plan.{form}")).targets
        assert target.target == of.targets[0].target, form
        assert not target.period, form
