"""The overview of the page: tiles of goals in their themes, and what they say of each."""

import pytest
from lxml import html

from dinet.finding import Finding, Severity
from dinet.language import Sentence
from dinet.layout.style.profile import Profile
from dinet.network import Network
from dinet.report.reading.unsaid_links import find_unsaid_links
from dinet.writers.html import write
from dinet.writers.page.overview_view import (
    MOST_TILES,
    AimTile,
    OverviewView,
    TileLevel,
    build_overview,
)
from tests.builder import network
from tests.network.worlds import world

THEMES = """
    thema's: [{id: T1, tekst: Bewegen}, {id: T2, tekst: Rust}, {id: T3, tekst: Leeg}]
    doelen:
      - {id: D1, tekst: Meer sport. Ieder kind beweegt elke dag., thema: T1}
      - {id: D2, tekst: Meer rust, thema: T2}
      - {id: D3, tekst: Meer groen}
    smart-doelen:
      - {id: S1, tekst: In 2028 sport 60%, voor: [D1, D2]}
    inspanningen:
      - {id: I1, tekst: Bouwen van een hal, voor: D1}
      - {id: I2, tekst: Werven van trainers, voor: D1}
      - {id: I3, tekst: Stille ruimten, voor: D2}
"""


def overview(
    of: Network, *findings: Finding, source: str = ""
) -> OverviewView:
    return build_overview(of, findings, source, "en")


def tiles(of: Network, *findings: Finding) -> dict[str, AimTile]:
    return {
        tile.element.id: tile
        for group in overview(of, *findings).groups
        for tile in group.tiles
    }


def page(of: Network, lang: str = "en") -> html.HtmlElement:
    data = write(of, (), Profile(lang=lang, source="plan.docx"))
    return html.document_fromstring(
        data, parser=html.HTMLParser(encoding="utf-8", huge_tree=True)
    )


def words_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_goals_stand_in_their_themes_and_those_without_one_apart():
    groups = overview(network(THEMES)).groups
    assert [
        (group.theme.id if group.theme else group.heading, group.counts)
        for group in groups
    ] == [
        ("T1", "1 goal"),
        ("T2", "1 goal"),
        ("T3", "0 goals"),
        ("Without a theme", "1 goal"),
    ]


def test_a_tile_counts_what_its_goal_has_and_says_what_it_lacks():
    of = network(THEMES)
    finding = Finding(
        "DX", "rule", Severity.INFO, of["D1"], Sentence("so it is")
    )
    found = tiles(of, finding)
    assert found["D1"].facts == ("1 target", "2 efforts", "1 finding")
    assert found["D1"].shared == ("S1",)
    assert found["D1"].lone_effort is None
    assert found["D2"].lone_effort == of["I3"]
    assert (found["D3"].grade_words, found["D3"].sign) == ("no effort", "!")
    assert found["D3"].is_unmeasured
    assert found["D3"].facts == ()


def test_a_tile_has_the_first_sentence_and_a_sign_that_more_follows():
    assert tiles(network(THEMES))["D1"].sentence == "Meer sport. …"
    assert tiles(network(THEMES))["D2"].sentence == "Meer rust"


def test_no_tile_misses_a_target_in_a_document_without_targets():
    assert not tiles(world("I1>D1 D2"))["D2"].is_unmeasured


def test_the_targets_are_the_tiles_of_a_programme_without_goals():
    of = world("I1>S1 S2")
    assert overview(of).heading == "The targets in one picture"
    assert tiles(of)["S1"].facts == ("1 effort",)


def test_goals_without_themes_stand_by_their_level():
    of = network("""
        doelen:
          - {id: D1, tekst: Meer sport, niveau: strategisch}
          - {id: D2, tekst: Meer hallen, niveau: operationeel}
    """)
    assert [group.heading for group in overview(of).groups] == [
        "Strategic goals",
        "Operational goals",
    ]


def test_the_legend_counts_a_goal_of_two_themes_once():
    of = world("D1>T1 D1>T2 I1>D1 I2>D1")
    assert [(line.words, line.many) for line in overview(of).legend] == [
        ("direct", 1)
    ]


@pytest.mark.parametrize("level", list(MOST_TILES))
def test_the_more_goals_there_are_the_less_a_tile_tells(level):
    most = MOST_TILES[level]
    served = "I1>D0 I2>D0 "
    goals = [f"D{at}" for at in range(most + 1)]
    assert overview(world(served + " ".join(goals[:most]))).level == level
    more = overview(world(served + " ".join(goals)))
    assert list(TileLevel).index(more.level) > list(TileLevel).index(level)


def test_every_goal_is_a_link_to_its_place_and_says_its_grade_in_words():
    found = page(network(THEMES)).xpath("//*[@id='tiles']//a")
    assert [tile.get("href") for tile in found] == ["#D1", "#D2", "#D3"]
    assert "no effort; ! no target" in words_of(found[2])
    assert "shares S1" in words_of(found[0])
    assert "hangs on one effort: I3" in words_of(found[1])


def test_what_stands_out_links_codes_and_lists():
    found = page(network(THEMES)).get_element_by_id("salient")
    links = {each.get("href") for each in found.iter("a")}
    assert {"#D3", "#D2", "#I3"} <= links
    assert words_of(found).startswith(
        "What stands out No effort leads to goal D3."
    )


def test_a_document_that_links_nothing_gets_a_banner_with_the_way_to_settle_it():
    found = page(world("D1 D2 I1"))
    (banner,) = found.find_class("unsaid")
    assert "it names 2 goals and 1 effort" in words_of(banner)
    assert "So the coverage of every goal is unknown." in words_of(banner)
    assert "Link them here" in words_of(banner)
    assert words_of(found.get_element_by_id("settle-after")).endswith(
        "dinet build plan.docx --mapping plan.koppeling.yaml"
    )
    assert "unknown" not in words_of(found.get_element_by_id("salient"))
    assert page(world("I1>D1 D2")).find_class("unsaid") == []


def test_a_native_file_is_filled_in_itself():
    unsaid = find_unsaid_links(world("D1 I1"), "plan.din.yaml")
    assert unsaid is not None
    assert [command for _, command in unsaid.steps] == [None]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("het plan.docx", 'dinet read "het plan.docx" -o plan.din.yaml'),
        ("$(rm x).docx", "dinet read DOCUMENT -o plan.din.yaml"),
        ("", "dinet read DOCUMENT -o plan.din.yaml"),
        ("-o.docx", "dinet read DOCUMENT -o plan.din.yaml"),
    ],
)
def test_a_command_to_copy_holds_no_more_than_a_name(name, said):
    unsaid = find_unsaid_links(world("D1 I1"), name)
    assert unsaid is not None
    assert str(unsaid.steps[0][1]) == said


def test_a_programme_without_anything_says_so():
    found = page(world(""))
    assert "No goals or targets." in words_of(found.get_element_by_id("tiles"))
