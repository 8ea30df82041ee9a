"""The page of a large network: what its script knows, and that nothing in it can do harm."""

import json
import re
from base64 import b64encode
from hashlib import sha256

import pytest
from lxml import html

import dinet
from benchmarks.generate import generated
from dinet.finding import Finding
from dinet.layout.style.profile import Profile
from dinet.layout.tables.din_table import DinTable
from dinet.model import Effort, Goal, Link, Programme
from dinet.network import Network
from dinet.report.reading.told_notes import kind_of_note
from dinet.writers.html import MANY_ELEMENTS, write
from tests.writers import hostile

ENGLISH = Profile(lang="en", source="plan.docx")
STRINGS = tuple(
    f"{each}{number}" for number in range(8) for each in hostile.STRINGS
)
LARGE = ("function startLists(", "function startPlanning(")


@pytest.fixture(scope="module")
def plan() -> Network:
    return Network(generated(1200))


@pytest.fixture(scope="module")
def findings(plan: Network) -> tuple[Finding, ...]:
    return dinet.audit(plan)


@pytest.fixture(scope="module")
def text(plan: Network, findings: tuple[Finding, ...]) -> str:
    return write(plan, findings, ENGLISH).decode()


def parsed(text: str) -> html.HtmlElement:
    return html.document_fromstring(
        text.encode(), parser=html.HTMLParser(encoding="utf-8", huge_tree=True)
    )


def known(text: str) -> dict:
    return json.loads(parsed(text).get_element_by_id("data").text)


def numbers(entries: list) -> list[int]:
    return [each if isinstance(each, int) else each[0] for each in entries]


def told_by(table: list) -> list[int]:
    """The numbers of all elements in a table, its themes and goals too."""
    heads = [section[0] for section in table] + [
        group[0] for section in table for group in section[2:]
    ]
    rows = [
        row for section in table for group in section[2:] for row in group[2:]
    ]
    return numbers([each for each in heads if each is not None]) + numbers(
        [each for row in rows for cell in row[:2] for each in cell]
    )


def larger(elements: tuple, links: tuple = ()) -> Network:
    """A network that has these elements, and is large."""
    more = tuple(
        Effort(id=f"extra{n}", text="werk") for n in range(MANY_ELEMENTS)
    )
    return Network(Programme(elements=(*elements, *more), links=links))


# what the script knows


def test_every_text_and_link_is_in_the_data(plan, text):
    data = known(text)
    assert [(each["id"], each["text"]) for each in data["elements"]] == [
        (each.id, each.text) for each in plan
    ]
    assert len(data["links"]) == len(plan.links())


def test_every_element_has_a_place_in_the_table(plan, text):
    lists = known(text)["lists"]
    told = told_by(lists["table"]) + [
        each for parts in lists["parts"].values() for each in numbers(parts)
    ]
    assert set(told) == set(range(len(plan)))


def test_the_table_has_the_sections_rows_and_marks_of_a_small_page(plan, text):
    lists, table = known(text)["lists"], DinTable(plan)
    assert [len(each) - 2 for each in lists["table"]] == [
        len(each.groups) for each in table.sections
    ]
    shared = next(
        each
        for each in plan.targets
        if any(
            mark.words == "shared with"
            for mark in table.cross_references(each, plan.goals[0])
        )
    )
    entries = [
        each
        for section in lists["table"]
        for group in section[2:]
        for row in group[2:]
        for each in row[0]
    ]
    place = plan.elements.index(shared)
    marked = next(
        each for each in entries if isinstance(each, list) and each[0] == place
    )
    assert marked[1][0] == "shared with"
    assert {plan.elements[number].id for number in marked[1][1]} <= {
        goal.id for goal in plan.goals_of(shared)
    }


def test_a_second_element_with_a_taken_id_is_in_the_table_too():
    twice = (Goal(id="D1", text="eerste"), Goal(id="D1", text="tweede"))
    data = known(write(larger(twice), (), ENGLISH).decode())
    assert [each["text"] for each in data["lists"]["doubles"]] == ["tweede"]
    assert len(data["elements"]) in told_by(data["lists"]["table"])


def test_coverage_is_told_for_every_theme(plan, text):
    coverage = known(text)["lists"]["coverage"]
    assert len(coverage["themes"]) == len(plan.coverage().themes)
    assert [sum(each) for each in coverage["total"]] == [
        len(plan.targets),
        len(plan.goals),
    ]


def test_findings_and_notes_are_told_with_their_places(attack, attacked):
    data = known(attacked)
    assert (
        sum(len(places) for _, _, *places in data["lists"]["found"])
        == len(data["findings"])
        == len(attack)
    )
    notes = [
        [note.message, kind_of_note(note, "en")]
        for note in attack.programme.notes
    ]
    assert [each[1:] for each in data["lists"]["notes"]] == notes


def test_gaps_are_told_for_the_picture(plan, text):
    gaps = known(text)["drawing"]["gaps"]
    without = {
        str(plan.elements.index(each))
        for each in plan.orphans().goals_without_effort
    }
    assert without
    assert without <= {
        number for number, words in gaps.items() if "! no effort" in words
    }


def test_words_are_said_in_the_language_of_the_page(plan):
    data = known(write(plan, (), Profile(lang="nl")).decode())
    assert data["lists"]["words"]["no_goals"] == "geen doelen"
    assert data["drawing"]["headings"]["effort"] == "Inspanningen"
    english = known(write(plan, (), ENGLISH).decode())["lists"]["words"]
    assert [
        name
        for name, words in data["lists"]["words"].items()
        if words == english[name]
    ] == ["element"]


# the page around it


def test_the_scripts_that_make_lists_are_in_the_file(text):
    assert all(text.count(start) == 1 for start in LARGE)


def test_there_is_no_picture_or_list_in_the_file_itself(text):
    page = parsed(text)
    assert not page.xpath("//table | //*[@id='picture']/*")
    assert [
        words
        for each in page.xpath("//noscript")
        for words in each.text_content().split()[:2]
    ] == ["Of", "a"] * 6


def test_the_page_of_twelve_hundred_elements_is_small(text):
    assert len(text) < 860_000


def test_a_network_that_is_not_large_is_drawn_in_the_file(plan):
    elements = plan.programme.elements[:MANY_ELEMENTS]
    text = write(Network(Programme(elements=elements)), (), ENGLISH).decode()
    assert (
        len(parsed(text).xpath("//*[@id='picture']//*[@data-id]"))
        == MANY_ELEMENTS
    )
    assert not [start for start in LARGE if start in text]
    assert "lists" not in known(text)


def test_the_same_large_network_gives_the_same_bytes(plan, findings, text):
    assert write(Network(generated(1200)), findings, ENGLISH).decode() == text


# harm


@pytest.fixture(scope="module")
def attack() -> Network:
    found = hostile.network(STRINGS)
    assert len(found) > MANY_ELEMENTS
    return found


@pytest.fixture(scope="module")
def attacked(attack: Network) -> str:
    return write(attack, hostile.findings(attack), ENGLISH).decode()


def test_hostile_text_makes_no_tags_and_no_handlers(attacked, text):
    page = parsed(attacked)
    plain = {
        each.tag for each in parsed(text).iter() if isinstance(each.tag, str)
    }
    assert {
        each.tag for each in page.iter() if isinstance(each.tag, str)
    } <= plain | {
        "h4",
        "p",
    }
    names = {name for each in page.iter() for name in each.attrib}
    assert not [
        name
        for name in names
        if name.startswith("on")
        or name in ("style", "src", "srcdoc", "action")
    ]
    assert len(page.xpath("//script")) == 2


def test_hostile_text_is_whole_in_the_data(attack, attacked):
    assert {each["text"] for each in known(attacked)["elements"]} == {
        each.text for each in attack
    }


def test_only_the_scripts_and_styles_of_the_page_itself_may_run(attacked):
    policy = parsed(attacked).xpath(
        "//meta[@http-equiv='Content-Security-Policy']/@content"
    )[0]
    for tag in ("script", "style"):
        blocks = re.findall(rf"<{tag}>(.*?)</{tag}>", attacked, re.DOTALL)
        hashes = [
            f"'sha256-{b64encode(sha256(each.encode()).digest()).decode()}'"
            for each in blocks
        ]
        assert re.search(rf"{tag}-src ([^;]*);", policy)[1].split() == hashes
    assert "unsafe" not in policy


def test_a_finding_about_an_element_that_there_is_not_is_told():
    network = larger(
        (Goal(id="D1", text="doel"),),
        (Link(start="extra1", end="D9", kind="contributes_to"),),
    )
    data = known(write(network, dinet.audit(network), ENGLISH).decode())
    assert ["extra1", "D9"] in [each[4] for each in data["findings"]]
