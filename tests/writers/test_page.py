"""The page: what stands in it, and that nothing in it can do harm."""

import gettext
import json
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import html

from dinet.finding import Finding, Severity
from dinet.language import CATALOGUE_FOLDER, Sentence
from dinet.layout.style.profile import Profile
from dinet.layout.tables.din_table import DinTable
from dinet.model import (
    Effort,
    Element,
    Goal,
    Identity,
    Link,
    Programme,
    Target,
    Theme,
)
from dinet.network import Network
from dinet.report.style_sheets import TEMPLATES_FOLDER
from dinet.wording import labels
from dinet.writers.html import write
from dinet.writers.page.script_lists import ScriptLists
from dinet.writers.page.words import SCRIPT_WORDS
from tests import strategies
from tests.builder import network
from tests.writers import hostile

ENGLISH = Profile(lang="en", source="plan.docx")
PARTS = (
    "page",
    "parts",
    "later",
    "network",
    "table",
    "matrix",
    "coverage",
    "findings",
    "planning",
    "notes",
)
SPORT = """
    programma: Sport voor iedereen
    thema's: [{id: T1, tekst: Bewegen}, {id: T2, tekst: Gezondheid}]
    doelen:
      - {id: D1, tekst: Meer kinderen sporten, thema: T1}
      - {id: D2, tekst: Betere gezondheid, thema: T2}
      - {id: D3, tekst: Meer speelplekken, thema: T2}
    smart-doelen:
      - {id: S1, tekst: In 2028 sport 60% elke week, voor: [D1, D2], bron: CBS}
      - {id: S2, tekst: In 2028 zijn er 10 clubs, voor: D1}
    inspanningen:
      - {id: I1, tekst: Bouwen van een hal, voor: [D1, S1]}
      - {id: I2, tekst: Werven van trainers, voor: D2}
      - {id: I3, tekst: Losse klus, groep: Kolom 3}
"""


@pytest.fixture(scope="module")
def sport() -> html.HtmlElement:
    return page(network(SPORT))


def page(
    of: Network, findings: tuple[Finding, ...] = (), profile: Profile = ENGLISH
) -> html.HtmlElement:
    return html.document_fromstring(
        write(of, findings, profile),
        parser=html.HTMLParser(encoding="utf-8", huge_tree=True),
    )


def words_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def cells(table: DinTable) -> Iterator[tuple[str, Element]]:
    """Every element of the table's rows, with the id of the goal under which it stands."""
    for group in (group for part in table.sections for group in part.groups):
        for row in group.rows:
            yield from (
                (group.goal.id if group.goal else "", each)
                for each in (*row.between, *row.efforts)
            )


def rows(of: html.HtmlElement) -> list[list[str]]:
    return [
        [words_of(cell) for cell in row.xpath("th|td")]
        for row in of.xpath("//*[@id='view-table']//tbody/tr")
    ]


# the table


def test_the_table_has_a_row_for_every_target_with_its_efforts_beside_it(
    sport,
):
    assert rows(sport) == [
        [
            "D1 Meer kinderen sporten",
            "S1 In 2028 sport 60% elke week Source: CBS shared with D2",
            "I1 Bouwen van een hal",
        ],
        ["S2 In 2028 zijn er 10 clubs", "no effort of its own"],
        [
            "D2 Betere gezondheid",
            "S1 In 2028 sport 60% elke week Source: CBS shared with D1",
            "its efforts stand with another goal",
        ],
        ["for the goal as a whole", "I2 Werven van trainers"],
        ["D3 Meer speelplekken", "no target", "no effort"],
        ["stood under Kolom 3", "", "I3 Losse klus"],
    ]


def test_every_theme_is_the_caption_of_a_table_with_headed_columns(sport):
    tables = sport.xpath("//*[@id='view-table']//table")
    assert [words_of(each.find("caption/h3")) for each in tables] == [
        "T1 Bewegen",
        "T2 Gezondheid",
        "Linked to nothing",
    ]
    assert all(
        [each.get("scope") for each in table.xpath("thead//th")] == ["col"] * 3
        for table in tables
    )
    assert [
        each.get("scope")
        for each in sport.xpath("//*[@id='view-table']//tbody//th")
    ] == ["rowgroup"] * 3


def test_a_goal_that_there_is_not_gets_a_plain_cell(sport):
    loose = sport.xpath("//*[@id='view-table']//table")[-1]
    assert [cell.tag for cell in loose.xpath("tbody/tr")[0]] == [
        "td",
        "td",
        "td",
    ]


def test_an_effort_that_serves_another_goal_does_not_stand_under_a_shared_target_here():
    table = DinTable(network(SPORT))
    under = {
        (goal, each.id)
        for goal, each in cells(table)
        if each.kind == "effort" and goal
    }
    assert under == {("D1", "I1"), ("D2", "I2")}


def test_rungs_between_goals_and_efforts_share_the_middle_column():
    found = page(
        network("""
            doelen: [{id: D1, tekst: Doel}]
            baten: [{id: B1, tekst: Baat, voor: D1}]
            vermogens: [{id: V1, tekst: Vermogen, voor: B1}]
            inspanningen: [{id: I1, tekst: Werk, voor: V1}]
        """)
    )
    assert [
        words_of(each)
        for each in found.xpath("//*[@id='view-table']//thead//th")
    ] == [
        "Goal",
        "Benefits, capabilities",
        "Efforts",
    ]
    assert rows(found) == [
        ["D1 Doel", "B1 Benefit Baat", "no effort of its own"],
        ["V1 Capability Vermogen contributes to B1", "I1 Werk"],
    ]


def test_parts_of_an_effort_stand_under_it():
    found = page(
        network("""
            doelen: [{id: D1, tekst: Doel}]
            inspanningen:
              - {id: I1, tekst: Geheel, voor: D1}
              - {tekst: Eerste deel, onderdeel-van: I1}
              - {tekst: Tweede deel, onderdeel-van: I1}
        """)
    )
    nested = found.xpath("//*[@id='view-table']//li//li")
    assert [words_of(each).partition(" ")[2] for each in nested] == [
        "Eerste deel",
        "Tweede deel",
    ]


def test_a_target_under_a_thousand_goals_does_not_make_a_million_cells():
    goals = [Goal(id=f"D{n}", text="doel") for n in range(1000)]
    efforts = [Effort(id=f"I{n}", text="werk") for n in range(1000)]
    links = [Link(start="S1", end=each.id, kind="measures") for each in goals]
    links += [
        Link(start=each.id, end="S1", kind="contributes_to")
        for each in efforts
    ]
    programme = Programme(
        elements=(*goals, Target(id="S1", text="meetbaar"), *efforts),
        links=links,
    )
    table = DinTable(Network(programme))
    assert sum(1 for _ in cells(table)) == 2000


# the other views


def test_the_head_counts_what_there_is(sport):
    assert [words_of(each) for each in sport.xpath("//header//li")] == [
        "2 themes",
        "3 goals",
        "2 targets, 1 shared",
        "3 efforts",
    ]


def test_coverage_is_told_per_theme_and_in_total_in_numbers(sport):
    tables = sport.xpath("//*[@id='view-coverage']//table")
    told = [
        [
            [words_of(cell) for cell in row if words_of(cell)]
            for row in table.xpath(".//tr")[1:]
        ]
        for table in tables
    ]
    assert told[0] == [
        ["T1 Bewegen", "1", "1", "0"],
        ["T2 Gezondheid", "1", "0", "0"],
        ["Total", "1", "1", "0"],
    ]
    assert told[1] == [
        ["T1 Bewegen", "1", "0"],
        ["T2 Gezondheid", "1", "1"],
        ["Total", "2", "1"],
    ]


def test_a_shared_target_without_effort_under_one_of_its_goals_is_named(sport):
    assert [
        words_of(each)
        for each in sport.xpath("//*[@id='view-coverage']/section//li")
    ] == [
        "S2 under D1: through the goal In 2028 zijn er 10 clubs",
        "S1 under D2: through the goal In 2028 sport 60% elke week",
    ]


def test_findings_stand_most_serious_first_and_those_of_a_rule_together():
    sport = network(SPORT)
    findings = (
        Finding(
            "DM305",
            "no_source",
            Severity.INFO,
            sport["S2"],
            Sentence("no source"),
        ),
        Finding(
            "DC101",
            "goal_without_effort",
            Severity.ERROR,
            sport["D3"],
            Sentence("nobody works on it"),
        ),
        Finding(
            "DM305",
            "no_source",
            Severity.INFO,
            sport["S1"],
            Sentence("no source either"),
        ),
    )
    told = [
        words_of(each)
        for each in page(sport, findings).xpath(
            "//*[@id='view-findings']//tbody/tr"
        )
    ]
    assert told == [
        "Error A goal without an effort of its own: nothing in the programme expressly works "
        "on it. DC101 1",
        "D3 nobody works on it",
        "Info no source DM305 2",
        "S2 no source",
        "S1 no source either",
    ]


def test_no_findings_and_no_notes_are_said_in_words(sport):
    assert "No findings" in words_of(sport.get_element_by_id("view-findings"))
    assert "No reading notes" in words_of(
        sport.get_element_by_id("view-notes")
    )


def test_an_empty_programme_gives_a_page():
    found = page(Network(Programme()))
    assert words_of(found.find(".//h1")) == "plan.docx"
    assert "Nothing was found" in words_of(
        found.get_element_by_id("view-table")
    )


def test_words_of_the_document_keep_its_language_on_a_page_in_another():
    programme = Programme(
        identity=Identity(title="Sport", lang="nl"),
        elements=(Theme(id="T1", text="Bewegen"), Goal(id="D1", text="Doel")),
    )
    found = page(Network(programme))
    assert found.get("lang") == "en"
    assert {
        each.get("lang") for each in found.xpath("//span[@class='text']")
    } == {"nl"}
    assert found.find(".//h1").get("lang") == "nl"


# what the script knows


def test_the_script_knows_every_element_link_and_place():
    source = network(SPORT)
    data = json.loads(page(source).get_element_by_id("data").text)
    assert [each["id"] for each in data["elements"]] == [
        each.id for each in source
    ]
    ids = [each["id"] for each in data["elements"]]
    assert [(ids[start], ids[end]) for start, end, *_ in data["links"]] == [
        (each.start, each.end) for each in source.links()
    ]
    told = [
        data["places"][number]
        for each in data["elements"]
        for number in each.get("places", ())
    ]
    assert told == [
        place.as_sentence().in_language("en")
        for each in source
        for place in each.places
    ]


@settings(
    max_examples=strategies.FEW_EXAMPLES,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(strategies.programmes)
def test_places_are_told_as_everywhere_else(programme):
    from dinet.writers.page.script_facts import NumberedPlaces

    places = NumberedPlaces("en")
    for place in (
        place for each in programme.elements for place in each.places
    ):
        if "" not in (place.sheet, place.heading):
            assert places.words[
                places.number_of(place)
            ] == place.as_sentence().in_language("en")


# harm


@pytest.fixture(scope="module")
def attacked() -> html.HtmlElement:
    found = hostile.network()
    return page(found, hostile.findings(found))


def test_hostile_text_stays_text(attacked):
    told = {
        words_of(each)
        for each in attacked.xpath("//*[@id='view-table']//*[@class='text']")
    }
    assert {" ".join(each.text.split()) for each in hostile.network()} <= told


def test_hostile_text_makes_no_tags_and_no_handlers(attacked):
    plain = {
        each.tag
        for each in page(network(SPORT)).iter()
        if isinstance(each.tag, str)
    }
    assert {
        each.tag for each in attacked.iter() if isinstance(each.tag, str)
    } - plain <= {"em", "code", "small", "pattern"}
    names = {name for each in attacked.iter() for name in each.attrib}
    assert not [
        name
        for name in names
        if name.startswith("on")
        or name in ("style", "src", "srcdoc", "action")
    ]
    assert len(attacked.xpath("//script")) == 2


def test_every_link_leads_to_a_place_in_the_page_itself(attacked):
    assert {each[:1] for each in attacked.xpath("//@href")} == {"#"}
    assert not attacked.xpath(
        "//link | //img | //iframe | //object | //embed | //base | //form"
    )


def test_only_the_scripts_and_styles_of_the_page_itself_may_run(attacked):
    text = write(hostile.network(), (), ENGLISH).decode()
    policy = attacked.xpath(
        "//meta[@http-equiv='Content-Security-Policy']/@content"
    )[0]
    for tag in ("script", "style"):
        blocks = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        hashes = [
            f"'sha256-{b64encode(sha256(each.encode()).digest()).decode()}'"
            for each in blocks
        ]
        assert re.search(rf"{tag}-src ([^;]*);", policy)[1].split() == hashes
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_the_scripts_use_no_markup_no_storage_and_no_network():
    sources = {
        path.name: path.read_text(encoding="utf-8")
        for path in TEMPLATES_FOLDER.rglob("*.js")
    }
    # only in the page that dinet watch serves, and only to where that came from
    sent = sources.pop("watch_form.js")
    assert re.findall(r"fetch\(.*|XMLHttp|Storage", sent) == [
        'fetch("form", {'
    ]
    desk = sources.pop("served_desk.js")  # likewise of dinet open
    assert re.findall(r"fetch\(.*|XMLHttp|Storage", desk) == [
        'fetch(what, { method: "POST", headers, body, signal });'
    ]
    source = "".join(sources.values())
    source = re.sub(r"/\*.*?\*/", "", source, flags=re.S)
    assert not re.findall(
        r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|Storage|fetch\(|XMLHttp|import\(|cookie",
        source,
    )


def test_templates_take_no_text_of_the_document_as_it_is():
    source = "".join(
        (TEMPLATES_FOLDER / "page" / f"{name}.html").read_text(
            encoding="utf-8"
        )
        for name in PARTS
    )
    taken = {
        each.partition("(")[0]
        for each in re.findall(r"([\w.]+(?:\([^(){}]*\))?)\|safe", source)
    }
    assert taken == {
        "cells.ref",
        "cells.text",
        "cells.line",
        "cells.entry",
        "style",
        "script",
        "data",
        "picture.markup",
    }


# promises


def test_a_page_of_forty_elements_is_small():
    lines = "\n".join(
        f"  - {{id: I{n}, tekst: {'Een inspanning van gemiddelde lengte. ' * 4}, voor: D1}}"
        for n in range(40)
    )
    assert (
        len(
            write(
                network(
                    f"doelen: [{{id: D1, tekst: Doel}}]\ninspanningen:\n{lines}"
                ),
                (),
                ENGLISH,
            )
        )
        < 345_000
    )


def test_a_page_brings_the_letters_of_other_languages_only_when_it_has_them():
    usual, other = (
        write(network(f"doelen: [{{id: D1, tekst: {text}}}]"), (), ENGLISH)
        for text in ("Één café → ½ € “ja”", "Meer hulp voor Ayşe")
    )
    assert usual.count(b"@font-face") == other.count(b"@font-face") == 2
    assert 35_000 < len(other) - len(usual) < 45_000


WRITE = """
import sys
from dinet.layout.style.profile import Profile
from dinet.writers.html import write
from tests.writers import hostile

sys.stdout.buffer.write(write(hostile.network(), hostile.findings(hostile.network()), Profile()))
"""


@pytest.mark.slow
def test_the_same_network_gives_the_same_bytes():
    def run(seed: str) -> bytes:
        env = {"PYTHONHASHSEED": seed, "PYTHONPATH": ".", "TZ": f"UTC-{seed}"}
        return subprocess.run(
            [sys.executable, "-c", WRITE],
            env=env,
            capture_output=True,
            check=True,
        ).stdout

    assert run("1") == run("2") != b""


class Missing(gettext.NullTranslations):
    """Remembers what the catalogue did not know."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def gettext(self, message: str) -> str:
        self.words.append(message)
        return message


def test_every_word_of_the_page_is_there_in_dutch():
    missing = Missing()
    catalogue = gettext.translation(
        "dinet", CATALOGUE_FOLDER, languages=["nl"]
    )
    catalogue.add_fallback(missing)
    templates = "".join(
        path.read_text(encoding="utf-8")
        for path in TEMPLATES_FOLDER.rglob("*.html")
    )
    for each in re.findall(
        r'say\((".*?"(?: if .*? else ".*?")*)\)', templates
    ):
        for literal in re.findall(
            r'"([^"]+)"', each.replace('name == "THROUGH"', "")
        ):
            catalogue.gettext(literal)
    tables = (
        *labels.KIND_NAMES.values(),
        *labels.LINK_NAMES.values(),
        *labels.LEVEL_WORDS.values(),
    )
    for each in (
        *(each for pair in tables for each in pair),
        *labels.BASIS_NAMES.values(),
        *SCRIPT_WORDS.values(),
    ):
        catalogue.gettext(each)
    assert missing.words == []


@pytest.mark.parametrize(
    ("identity", "told"),
    [
        ({"datum": "1 maart 2026"}, "Date of reference: 1 maart 2026."),
        ({"periode": "2026-2029"}, "deadlines are held against 2026"),
        ({}, "whether deadlines have passed is not known"),
    ],
)
def test_findings_say_against_which_time_deadlines_were_held(identity, told):
    heads = "".join(f"{name}: {value}\n" for name, value in identity.items())
    plan = network(
        "programma: Sport\n"
        + heads
        + "doelen:\n  - {id: D1, tekst: Sporten}\n"
    )
    page = html.fromstring(write(plan, (), ENGLISH))
    assert told in page.get_element_by_id("view-findings").text_content()
    assert told in ScriptLists(plan, (), "en").build_data()["as_of"]
