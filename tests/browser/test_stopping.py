"""What the page says is lost when elements stop, beside what the network itself says."""

from itertools import pairwise
from random import Random

import pytest

from dinet.model import (
    AIM_KINDS,
    ELEMENT_OF,
    KINDS,
    LINK_KINDS,
    SUPPORTING_LINKS,
    Link,
    Programme,
)
from dinet.network import Grade, Network
from dinet.writers.page.page_template import SCRIPTS_FOLDER
from tests.browser.conftest import ids

pytestmark = pytest.mark.browser

CASES = 400
ASKED = """([aims, cases]) => cases.map(([kinds, links, stopped, unknown]) => {
    const stopping = createStopping(kinds, links, aims, new Set(unknown));
    const gone = new Set(stopped);
    const losses = stopping.findLosses(gone);
    const ways = losses.map(({ number }) => stopping.findWays(number, gone));
    const counts = losses.map(({ number, before, after }) => [number, before, after]);
    return [Array.from(stopping.before), counts, ways];
})"""
Case = tuple[Network, list[str]]


def cases() -> list[Case]:
    """Networks of any shape, and what stops in each.

    With cycles, links to oneself and several links between a pair.
    """
    chance = Random(7)
    found = []
    for size in (chance.randrange(1, 25) for _ in range(CASES)):
        kinds = [
            chance.choice((*KINDS, "goal", "target", "effort", "effort"))
            for _ in range(size)
        ]
        elements = [
            ELEMENT_OF[kind](id=f"E{number}", text="tekst")
            for number, kind in enumerate(kinds)
        ]
        pairs = [
            (chance.choice(elements), chance.choice(elements))
            for _ in range(chance.randrange(0, 3 * size))
        ]
        links = [
            Link(start=start.id, end=end.id, kind=chance.choice(LINK_KINDS))
            for start, end in pairs
        ]
        stopped = [each.id for each in elements if chance.random() < 0.25]
        found.append(
            (Network(Programme(elements=elements, links=links)), stopped)
        )
    return found


@pytest.fixture(scope="module")
def answers(browser) -> list[tuple[Case, list]]:
    page = browser.new_page()
    source = (SCRIPTS_FOLDER / "stopping.js").read_text(encoding="utf-8")
    page.add_script_tag(
        content=f"{source}\nglobalThis.createStopping = createStopping;",
        type="module",
    )
    asked = list(map(as_numbers, cases()))
    return list(
        zip(
            cases(),
            page.evaluate(ASKED, [sorted(AIM_KINDS), asked]),
            strict=True,
        )
    )


def as_numbers(
    case: Case,
) -> tuple[list[str], list[tuple[int, int]], list[int], list[int]]:
    network, stopped = case
    number = {each.id: at for at, each in enumerate(network)}
    links = [
        (number[link.start], number[link.end])
        for link in network.links()
        if link.kind in SUPPORTING_LINKS
    ]
    return (
        [each.kind for each in network],
        links,
        [number[each] for each in stopped],
        [
            number[each.id]
            for each in network
            if network.grade(each) is Grade.UNKNOWN
        ],
    )


def test_the_page_gives_every_goal_and_target_the_grade_of_the_network(
    answers,
):
    for (network, _), (before, _, _) in answers:
        told = {
            each.id: tuple(Grade)[before[at]]
            for at, each in enumerate(network)
            if each.kind in ("goal", "target")
        }
        assert told == {
            each.id: network.grade(each)
            for each in (*network.goals, *network.targets)
        }


def test_the_page_and_the_network_agree_on_every_loss(answers):
    losing = 0
    for (network, stopped), (_, losses, _) in answers:
        impact = network.impact(*stopped)
        grades = tuple(Grade)
        told = [
            (network.elements[number].id, grades[before], grades[after])
            for number, before, after in losses
        ]
        assert told == [
            (loss.element.id, loss.before, loss.after)
            for loss in impact.losses
        ]
        losing += bool(told)
    assert losing > CASES / 4


def test_every_way_that_falls_away_begins_at_what_stopped_and_follows_links(
    answers,
):
    for (network, stopped), (_, losses, ways) in answers:
        links = {
            (link.start, link.end)
            for link in network.links()
            if link.kind in SUPPORTING_LINKS
        }
        for (number, _, _), found in zip(losses, ways, strict=True):
            for way in (
                [network.elements[each].id for each in numbers]
                for numbers in found
            ):
                assert way[0] in stopped
                assert way[-1] == network.elements[number].id
                assert set(pairwise(way)) <= links


# on the page


def fates(page, fate: str) -> set[str]:
    return ids(page, f".element.fate-{fate}")


def test_an_effort_that_is_switched_off_shows_what_loses_its_support(
    open_page, source, data
):
    critical = max(source.critical(), key=lambda each: len(each.rests))
    page = open_page(data)
    page.click("[data-panel=whatif][aria-controls]")
    page.check(f"#whatif input[value='{critical.effort.id}']")
    losses = source.impact(critical.effort.id).losses
    assert losses
    assert fates(page, "stopped") == {critical.effort.id}
    assert fates(page, "none") == {
        loss.element.id for loss in losses if loss.after is Grade.NONE
    }
    assert fates(page, "lower") == {
        loss.element.id for loss in losses if loss.after is not Grade.NONE
    }
    assert page.inner_text("#whatif-said").startswith("Switched off: 1.")
    told = set(
        page.locator(
            "#whatif-results .links > li > .entry > .chip"
        ).all_inner_texts()
    )
    assert told == {critical.effort.id, *(loss.element.id for loss in losses)}
    assert (
        page.locator("#whatif-results .way .chip").first.inner_text()
        == critical.effort.id
    )
    page.click("#whatif-reset")
    assert fates(page, "stopped") == set()
    assert page.inner_text("#whatif-said") == ""


def test_what_is_switched_off_stands_in_the_address_and_comes_back_with_it(
    open_page, data
):
    page = open_page(data, "#view-network?stop=I1,I2")
    assert fates(page, "stopped") == {"I1", "I2"}
    assert page.is_visible("#whatif")
    page.check("#whatif input[value=I3]")
    assert page.evaluate("location.hash") == "#view-network?stop=I1,I2,I3"
    page.go_back()
    assert fates(page, "stopped") == {"I1", "I2"}


def test_a_target_without_any_source_counts_no_longer(open_page, source, data):
    sources = {name for each in source.targets for name in each.sources}
    page = open_page(
        data,
        "#view-network?nosource="
        + ",".join(sorted(sources)).replace(" ", "%20"),
    )
    assert fates(page, "stopped") == {
        each.id for each in source.targets if each.sources
    }


def test_an_element_is_switched_off_in_its_details(open_page, data):
    page = open_page(data, "#I1")
    page.click("#details .actions button:text-is('Switch off')")
    assert (
        page.get_attribute(
            "#details .actions button:text-is('Switch on')", "aria-pressed"
        )
        == "true"
    )
    assert fates(page, "stopped") == {"I1"}
    assert (
        page.get_attribute("[data-id=I1] .face", "aria-description")
        == "Switched off"
    )


def test_the_other_views_mark_what_is_switched_off_and_what_is_lost(
    open_page, source, data
):
    page = open_page(data, "#view-table?stop=I20")
    lost = {loss.element.id for loss in source.impact("I20").losses}
    assert lost
    chips = page.locator("#view-table .chip[data-fate]")
    signs = chips.evaluate_all(
        "all => all.map(one => [one.textContent, one.dataset.fate])"
    )
    assert {element for element, _ in signs} == {"I20", *lost}
    assert dict(signs)["I20"] == "✕"
    assert page.inner_text("#scenario p >> nth=0").startswith(
        "Switched off: 1."
    )
    page.click("#scenario button")
    assert page.is_visible("#whatif")
    assert page.is_hidden("#scenario")
    page.click("#whatif-reset")
    page.click(".tabs a[href='#view-matrix']")
    assert page.locator(".chip[data-fate]").count() == 0


def test_what_is_lost_is_printed(open_page, data):
    page = open_page(data, "#view-network?stop=I1,I2")
    page.emulate_media(media="print")
    assert page.is_visible("#whatif-results")
    assert page.locator("#whatif button:visible").count() == 0
    page = open_page(data)
    page.emulate_media(media="print")
    assert page.is_hidden("#whatif")
