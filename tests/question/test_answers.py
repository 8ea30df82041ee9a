"""Answers to questions, beside the plainest way to find them: networkx over the JSON."""

import json
from functools import cache
from itertools import product
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given

import dinet
from dinet.errors import UsageError
from dinet.network import Grade, Network
from dinet.question.answer import Answer, ask_network, judged_elements
from dinet.question.asked_question import Question
from dinet.question.parser import parse_question
from dinet.question.words import QuestionWords
from tests.builder import network
from tests.network.test_laws import programmes

EXAMPLES = Path(__file__).parents[2] / "examples"
SUPPORTING = ("contributes_to", "measures", "part_of")
AIMS = {"goal", "benefit", "target", "capability", "result"}
NAMES = {
    "theme": "thema's",
    "goal": "doelen",
    "target": "smart-doelen",
    "effort": "inspanningen",
}


class Plain:
    """A programme as its JSON has it, asked by networkx."""

    def __init__(self, data: dict) -> None:
        self.elements = {}
        for element in data["elements"]:
            self.elements.setdefault(element["id"], element)
        self.graph = nx.DiGraph()
        self.graph.add_nodes_from(self.elements)
        for link in data["links"]:
            start, end = link["from"], link["to"]
            known = start in self.elements and end in self.elements
            if known and start != end and link["kind"] in SUPPORTING:
                self.graph.add_edge(start, end)

    def of_kind(self, *kinds: str) -> set[str]:
        return {
            each for each, it in self.elements.items() if it["kind"] in kinds
        }

    def ways(self, graph: nx.DiGraph, start: str) -> set[str]:
        """What a way of at least one link leads to."""
        found: set[str] = set()
        for near in graph.successors(start):
            found |= {near} | nx.descendants(graph, near)
        return found

    def above(self, start: str) -> set[str]:
        return self.ways(self.graph, start)

    def linked(self, start: str) -> set[str]:
        below = self.ways(self.graph.reverse(copy=False), start)
        return self.either(start, self.above(start), below)

    def near(self, start: str) -> set[str]:
        return self.either(
            start,
            set(self.graph.successors(start)),
            set(self.graph.predecessors(start)),
        )

    def either(self, start: str, above: set[str], below: set[str]) -> set[str]:
        """Work serves: only efforts are linked with efforts on either side."""
        efforts = self.of_kind("effort")
        if start in efforts:
            return above | (below & efforts)
        return below | (above - efforts)

    def is_silent(self, kind: str, other: str) -> bool:
        """The document has both, and says nothing of how they hang together."""
        one, two = self.of_kind(kind), self.of_kind(other)
        if kind == other or not one or not two:
            return False
        pair = {kind, other}
        if "effort" in pair and pair <= (AIMS - {"goal"}) | {"effort"}:
            one, two = self.of_kind(*AIMS), self.of_kind("effort")
        return not any(self.linked(each) & two for each in one)


def ids(answer: Answer) -> set[str]:
    return {each.element.id for each in answer.elements}


def asked(asked_network: Network, text: str) -> set[str]:
    return ids(ask_network(asked_network, text, "nl"))


KEPT = QuestionWords()


@cache
def kept(text: str) -> Question:
    """A question that names nothing of one document, parsed once for all of them."""
    return parse_question(text, KEPT, "nl")


def found(asked_network: Network, text: str) -> set[str]:
    return {each.id for each in judged_elements(asked_network, kept(text))[0]}


def check_links(net: Network, plain: Plain) -> None:
    for kind, other in product(NAMES, NAMES):
        name, group = NAMES[kind], NAMES[other]
        yes, open_ = judged_elements(net, kept(f"{name} zonder {group}"))
        here, there = plain.of_kind(kind), plain.of_kind(other)
        without = {x for x in here if not plain.linked(x) & there}
        unsaid = without if plain.is_silent(kind, other) else set()
        assert {each.id for each in yes} == without - unsaid
        assert {each.id for each in open_} == unsaid
        assert found(net, f"{name} met {group}") == here - without
        assert found(net, f"{name} met direct {group}") == {
            x for x in here if plain.near(x) & there
        }
        many = {x for x in here if len(plain.linked(x) & there) > 1}
        assert found(net, f"{name} met meer dan 1 {group}") == many


def check_places(net: Network, plain: Plain) -> None:
    for element_id in plain.elements:
        under = {x for x in plain.elements if element_id in plain.above(x)}
        assert found(net, f"alles onder {element_id}") == under
        assert found(net, f"alles boven {element_id}") == plain.above(
            element_id
        )


def check_ways(net: Network, plain: Plain) -> None:
    efforts, targets = plain.of_kind("effort"), plain.of_kind("target")
    goals = plain.of_kind("goal")
    by_target = {
        goal
        for goal in goals
        for target in targets
        for effort in efforts
        if goal in plain.above(target) and target in plain.above(effort)
    }
    text = "doelen met inspanningen via smart-doelen"
    assert found(net, text) == by_target


@given(programmes())
def test_links_of_any_programme_are_those_that_networkx_finds(programme):
    net = Network(programme)
    plain = Plain(json.loads(programme.model_dump_json(by_alias=True)))
    check_links(net, plain)
    check_places(net, plain)
    check_ways(net, plain)


@cache
def example(name: str) -> Network:
    return Network(dinet.read(EXAMPLES / name))


@pytest.mark.parametrize("name", ["hoogeveen.docx", "coevorden.docx"])
def test_answers_on_an_example_are_those_of_its_json(name):
    net = example(name)
    data = json.loads(dinet.write(net, (), "json"))
    plain = Plain(data)
    check_links(net, plain)
    check_places(net, plain)
    check_ways(net, plain)
    for kind, field, key in product(
        NAMES, ("trekker", "bron", "fase"), ("owners", "sources", "phase")
    ):
        if (field, key) in (("trekker", "owners"), ("bron", "sources")):
            wanted = {
                x
                for x in plain.of_kind(kind)
                if not plain.elements[x].get(key)
                and not (key == "owners" and plain.elements[x].get("vacant"))
            }
            assert asked(net, f"{NAMES[kind]} zonder {field}") == wanted


def check_grades(net: Network) -> None:
    """Questions and coverage say the same of goals."""
    yes, unsaid = judged_elements(net, kept("doelen zonder inspanningen"))
    grades = {goal.id: net.grade(goal) for goal in net.goals}
    for found_ones, grade in ((yes, Grade.NONE), (unsaid, Grade.UNKNOWN)):
        wanted = [each for each in grades if grades[each] is grade]
        assert [each.id for each in found_ones] == wanted


@given(programmes())
def test_goals_without_effort_have_the_grade_none_and_unsaid_ones_unknown(
    programme,
):
    check_grades(Network(programme))


LEVELS = network("""
    doelen:
      - {id: D1, tekst: Minder armoede., niveau: strategisch}
      - {id: D2, tekst: Meer werk., niveau: operationeel}
      - {id: D3, tekst: Meer taal., niveau: operationeel}
    inspanningen: [{id: I1, tekst: Lessen., voor: D2}]
""")


@pytest.mark.parametrize(
    "name", ["hoogeveen.docx", "coevorden.docx", "hoogeveen.din.yaml", None]
)
def test_goals_of_a_document_are_graded_the_same(name):
    check_grades(example(name) if name else LEVELS)


MONEY = network("""
    inspanningen:
      - {id: I1, tekst: Een., budget: "€ 60.000"}
      - {id: I2, tekst: Twee., budget: p.m.}
      - {id: I3, tekst: Drie.}
      - {id: I4, tekst: Vier., budget: "2026: € 30.000; 2027: € 30.000"}
      - {id: I5, tekst: Vijf., budget: "2026: € 90.000; 2027: p.m."}
      - {id: I6, tekst: Zes., budget: tussen € 10.000 en € 90.000}
      - {id: I7, tekst: Zeven., budget: "2 fte"}
      - {id: I8, tekst: Acht., budget: "€ 5.000"}
""")


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("inspanningen met budget > 50000", "I1 I4"),
        ("inspanningen met budget > € 50.000", "I1 I4"),
        ("inspanningen met budget > 50k", "I1 I4"),
        ("inspanningen met budget <= 60 duizend", "I1 I4 I8"),
        ("inspanningen met budget = 60000", "I1 I4"),
        ("inspanningen met niet budget > 50000", "I8"),
        ("inspanningen met budget != 60000", "I8"),
        ("inspanningen met budget onbekend", "I2 I5"),
        ("inspanningen zonder budget", "I3"),
        ("inspanningen met budget", "I1 I2 I4 I5 I6 I7 I8"),
        ("inspanningen met fte = 2", "I7"),
    ],
)
def test_unknown_money_is_neither_more_nor_less(question, wanted):
    assert asked(MONEY, question) == set(wanted.split())


def test_what_the_document_does_not_say_is_told_beside_the_answer():
    answer = ask_network(MONEY, "inspanningen met budget > 50000", "nl")
    assert {each.id for each in answer.unsaid} == {
        "I2", "I3", "I5", "I6", "I7",
    }  # fmt: skip
    answer = ask_network(MONEY, "inspanningen zonder budget", "nl")
    assert answer.unsaid == ()
    (remark,) = answer.remarks
    assert remark.in_language("nl") == (
        "Van 2 elementen is budget nog open, dus niet leeg: I2, I5."
    )


def test_a_place_that_is_vacant_is_told_beside_those_without_an_owner():
    plan = network("""
        inspanningen:
          - {id: I1, tekst: Lampen doven, trekker: Vacant (per 1-1)}
          - {id: I2, tekst: Bankjes plaatsen, trekker: team Wijken}
          - {id: I3, tekst: Bomen planten}
          - {id: I4, tekst: Paden aanleggen, trekker: onbekend}
    """)
    assert asked(plan, "inspanningen met trekker onbekend") == {"I1", "I4"}
    answer = ask_network(plan, "inspanningen zonder trekker", "nl")
    assert asked(plan, "inspanningen zonder trekker") == {"I3"}
    (remark,) = answer.remarks
    assert remark.in_language("nl") == (
        "Van 2 elementen is trekker nog open, dus niet leeg: I1, I4."
    )


PLAN = network("""
    focuspunten: [{id: T1, tekst: Gezond opgroeien}, {id: T2, tekst: Wonen}]
    doelen:
      - {id: D1, tekst: Meer kinderen sporten., focuspunt: T1,
         niveau: strategisch}
      - {id: D2, tekst: Minder schulden., focuspunt: T2, voor: D1}
    smart-doelen:
      - {id: S1, tekst: In 2028 sport 60%., meet: D1, jaar: 2028,
         streefwaarde: 60%, nulmeting: 48%}
      - {id: S2, tekst: De helft., meet: D2, jaar: n.t.b.}
    inspanningen:
      - id: I1
        tekst: Bouwen van een hal.
        voor: S1
        trekker: Team Jéugd
        periode: 2024-2026
        extra: [{kop: Stadsdeel, tekst: Noord}, {kop: Punten, tekst: "7"}]
      - id: I2
        tekst: Aanleggen van een veld.
        voor: D2
        periode: vanaf 2027
        hangt-af-van: I1
        extra: [{kop: Stadsdeel, tekst: Zuid}]
      - {id: I3, tekst: Voorlichting., vacant: vacant}
""")


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("smart-doelen met jaar < 2029", "S1"),
        ("smart-doelen met niet jaar < 2028", "S1"),
        ("smart-doelen met jaar onbekend", "S2"),
        ("smart-doelen met streefwaarde >= 60% en nulmeting < 50", "S1"),
        ("inspanningen met periode < 2027", "I1"),
        ("inspanningen met jaar < 2027", "I1"),
        ("inspanningen met periode = 2025", "I1"),
        ("inspanningen met periode > 2026", "I2"),
        ("inspanningen met periode = 2030", "I2"),
        ("inspanningen met trekker ~ 'jeugd'", "I1"),
        ("inspanningen met trekker = 'team jeugd'", "I1"),
        ("inspanningen met trekker = 'jeugd'", ""),
        ("inspanningen met trekker onbekend", "I3"),
        ("inspanningen zonder trekker", "I2"),
        ("inspanningen met stadsdeel = 'noord' of punten > 9", "I1"),
        ("inspanningen met kolom 'Punten' > 5", "I1"),
        ("inspanningen met hangt-af-van I1", None),
        ("inspanningen die afhangen van I1", "I2"),
        ("inspanningen nodig voor I2", "I1"),
        ("inspanningen voor thema 'wonen'", "I2"),
        ("inspanningen onder thema = 'Wonen'", None),
        ("inspanningen met thema = 'Wonen'", "I2"),
        ("inspanningen met thema ~ 'gezond'", "I1 I2"),
        ("inspanningen met thema != 'Wonen'", "I1 I3"),
        ("inspanningen met thema = T2", "I2"),
        ("doelen met (inspanningen met trekker ~ 'jeugd')", "D1"),
        ("doelen met meer dan 1 inspanning", "D1"),
        ("doelen met inspanningen >= 2", "D1"),
        ("doelen direct onder thema T1", "D1"),
        ("inspanningen voor meer dan 1 doel", "I2"),
        ("inspanningen voor meer dan één direct doel", ""),
        ("doelen boven precies 1 inspanning", "D2"),
        ("strategische doelen", "D1"),
        ("doelen boven I2", "D1 D2"),
        ("alles ~ 'sport'", "D1 S1"),
        ("inspanningen zonder doelen", "I3"),
    ],
)
def test_a_question_is_answered_by_what_it_says(question, wanted):
    if wanted is None:
        with pytest.raises(UsageError):
            asked(PLAN, question)
    else:
        assert asked(PLAN, question) == set(wanted.split())


SENTENCES = network("""
    smart-doelen:
      - {id: S1, tekst: In 2027 fietst 40% van de leerlingen (2019 31%).}
      - {id: S2, tekst: "Ten opzichte van 2019 zijn er 10% minder klachten."}
      - {id: S3, tekst: "Eind 2030 zijn er 200 woningen gebouwd.", jaar: 2031}
      - {id: S4, tekst: Vaker naar buiten.}
""")


@pytest.mark.parametrize(
    ("question", "wanted", "unsaid"),
    [
        ("smart-doelen met jaar < 2030", "S1", "S2 S4"),
        ("smart-doelen met jaar = 2019", "", "S2 S4"),
        ("smart-doelen met jaar = 2031", "S3", "S2 S4"),
        ("smart-doelen zonder jaar", "S2 S4", ""),
    ],
)
def test_the_year_of_a_target_is_that_of_its_cell_or_its_sentence(
    question, wanted, unsaid
):
    answer = ask_network(SENTENCES, question, "nl")
    assert ids(answer) == set(wanted.split())
    assert {each.id for each in answer.unsaid} == set(unsaid.split())


def test_an_answer_shows_what_it_rests_on():
    (one,) = ask_network(
        PLAN,
        "doelen met meer dan 1 inspanning en niveau = 'strategisch'",
        "nl",
    ).elements
    (linked,) = one.linked
    assert linked.total == 2
    assert [each.id for each in linked.nearest] == ["I1", "I2"]
    assert one.fields == (("strategisch", "strategic"),)


def test_the_nearest_elements_come_first():
    chain = network("""
        doelen: [{id: D1, tekst: Een.}, {id: D2, tekst: Twee., voor: D1}]
        inspanningen:
          - {id: I1, tekst: Ver., voor: D2}
          - {id: I2, tekst: Dichtbij., voor: D1}
    """)
    answer = ask_network(chain, "doelen met inspanningen", "nl")
    first = answer.elements[0].linked[0]
    assert [each.id for each in first.nearest] == ["I2", "I1"]


@pytest.mark.no_cover
def test_more_elements_than_are_followed_at_once_are_counted_whole():
    many = 4096 + 5
    text = "doelen: [{id: D1, tekst: Een.}]\ninspanningen:\n" + "".join(
        f"  - {{id: I{number}, tekst: Werk {number}., voor: D1}}\n"
        for number in range(many)
    )
    net = network(text)
    assert asked(net, f"doelen met {many} inspanningen") == {"D1"}
    assert asked(net, f"doelen met meer dan {many} inspanningen") == set()
