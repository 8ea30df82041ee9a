"""The picture of a new version: what is new, changed and gone, each with a sign of its own."""

from dinet.layout.pages import lay_out_picture
from dinet.layout.style.profile import Profile
from dinet.network import Network
from dinet.report.versions.version_page import version_page
from dinet.report.versions.version_picture import (
    draw_marked_version,
    mark_version,
)
from dinet.versions.version_comparison import compare_versions
from tests.network.worlds import world

OLD = world("D1>T1 D2>T1 S1>D1 I1>S1 I2>D2 I3>D2")


def changed(network: Network, texts: dict[str, str]) -> Network:
    """The same programme, in which some elements say something else; empty when they are gone."""
    programme = network.programme
    elements = [
        each.model_copy(update={"text": texts.get(each.id, each.text)})
        for each in programme.elements
    ]
    kept = {each.id for each in elements if each.text}
    links = [
        link for link in programme.links if {link.start, link.end} <= kept
    ]
    update = {
        "elements": tuple(each for each in elements if each.id in kept),
        "links": tuple(links),
    }
    return Network(programme.model_copy(update=update))


WAS = changed(
    OLD,
    {
        "S1": "In 2026 sport 60% van de jeugd",
        "I3": "Een zwembad bouwen langs de vaart",
    },
)
BECOMES = changed(
    WAS,
    {
        "I1": "",
        "S1": "In 2026 sport 50% van de jeugd",
        "I3": "Elke wijk krijgt een beweegcoach",
    },
)


def test_each_difference_has_a_sign_and_words_and_what_is_gone_a_dashed_border():
    marked = mark_version(compare_versions(WAS, BECOMES), "en")
    notes = dict(marked.notes)
    assert notes["S1"] == "≠ value: softer"
    assert notes["I1"] == "× gone"
    assert {"× gone", "+ new"} <= set(notes.values())
    layout = lay_out_picture(
        marked.network, (), marked.marked_profile(Profile("en"))
    )
    assert {box.id for box in layout.boxes if box.dashed} == marked.gone
    told = {
        box.id: [each.text for each in box.remarks] for box in layout.boxes
    }
    assert "× gone" in told["I1"]
    assert any("× gone (dashed)" in line.text for line in layout.words)
    counted = " ".join(line.text for line in layout.words)
    assert f"{len(BECOMES.efforts)} efforts" in counted


def test_what_came_of_a_split_is_told_apart_from_what_is_new() -> None:
    whole = (
        "Zwerfvuil opruimen met scholieren en containers plaatsen bij winkels"
    )
    halves = {
        "I1": "Scholieren ruimen zwerfvuil op",
        "I2": "Containers plaatsen bij de winkels",
    }
    old = changed(world("I1>D1"), {"I1": whole})
    new = changed(world("I1>D1 I2>D1"), halves)
    notes = dict(mark_version(compare_versions(old, new), "en").notes)
    assert notes["I1"] == notes["I2"] == "+ perhaps from a split"


def test_what_is_gone_keeps_its_links_and_its_place_under_an_id_that_is_free():
    marked = mark_version(compare_versions(WAS, BECOMES), "nl")
    ids = [element.id for element in marked.network.efforts]
    old_pool = next(each for each in marked.gone if each != "I1")
    assert old_pool == "I3 oud"
    assert ids.index("I1") < ids.index("I2") < ids.index(old_pool)
    links = {(link.start, link.end) for link in marked.network.links()}
    assert {("I1", "S1"), (old_pool, "D2"), ("I3", "D2")} <= links


def test_the_page_of_two_versions_shows_the_picture_and_runs_and_asks_for_nothing():
    comparison = compare_versions(WAS, BECOMES)
    page = version_page(comparison, "was.docx", "wordt.docx", "nl")
    picture = draw_marked_version(comparison, "nl")
    assert picture
    assert picture in page
    assert "@font-face" not in picture
    assert "<script" not in page


def test_equal_versions_have_no_picture():
    page = version_page(compare_versions(WAS, WAS), "a", "b", "nl")
    assert "<svg" not in page
