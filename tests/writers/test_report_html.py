"""The report as one HTML file."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from dinet.api import audit
from dinet.layout.style.profile import Profile
from dinet.layout.tables.matrix import build_matrix
from dinet.limits import current_limits, use_limits
from dinet.model import Effort, Programme, Step
from dinet.network import Network
from dinet.writers import report_html
from tests.builder import network
from tests.network.worlds import world
from tests.writers import hostile
from tests.writers.sport import SPORT

ENGLISH = Profile(lang="en", source="plan.docx", paper="A4")


class Parsed(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(
        self, tag: str, attrs: list[tuple[str, str | None]]
    ) -> None:
        self.tags.append((tag, dict(attrs)))


def page(of: Network, profile: Profile = ENGLISH) -> str:
    return report_html.write(of, audit(of), profile).decode()


@pytest.fixture(scope="module")
def sport_page() -> str:
    return page(network(SPORT))


def test_the_page_asks_for_nothing_and_runs_nothing(sport_page):
    found = Parsed(sport_page).tags
    assert not [
        tag for tag, _ in found if tag in ("script", "link", "iframe", "img")
    ]
    assert not [
        attrs
        for _, attrs in found
        if "src" in attrs or any(name.startswith("on") for name in attrs)
    ]
    policy = next(
        attrs["content"] for tag, attrs in found if attrs.get("http-equiv")
    )
    assert policy.startswith("default-src 'none'")
    assert not re.search(r"https?://(?!www\.w3\.org/)", sport_page)


def test_headings_of_the_page_go_down_one_level_at_a_time(sport_page):
    levels = [
        int(tag[1])
        for tag, _ in Parsed(sport_page).tags
        if re.fullmatch(r"h\d", tag)
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_every_place_that_a_link_of_the_page_leads_to_is_there(sport_page):
    found = Parsed(sport_page).tags
    places = {attrs["id"] for _, attrs in found if "id" in attrs}
    assert {attrs["href"][1:] for tag, attrs in found if tag == "a"} <= places


def test_no_name_stands_twice_on_the_page(sport_page):
    names = [
        attrs["id"] for _, attrs in Parsed(sport_page).tags if "id" in attrs
    ]
    assert len(names) == len(set(names))


def test_the_page_tells_everything(sport_page):
    for each in network(SPORT):
        assert each.text in sport_page
    for part in (
        "Summary",
        "The network",
        "Goals, targets and efforts",
        "Coverage",
        "Findings",
        "Matrix",
        "Planning",
    ):
        assert f">{part}</h2>" in sport_page


def test_the_matrix_of_the_page_says_its_ways_in_words(sport_page):
    assert (
        ">only by way of S1, which leads over a shared target<" in sport_page
    )
    assert (
        sport_page.count(">directly<")
        >= len(build_matrix(network(SPORT)).rows) - 1
    )


def test_hostile_text_stays_text_on_the_page():
    hurt = hostile.network()
    found = Parsed(
        report_html.write(hurt, hostile.findings(hurt), ENGLISH).decode()
    ).tags
    assert not [
        tag
        for tag, attrs in found
        if tag in ("script", "img", "iframe", "form", "base")
        or "onload" in attrs
    ]


def test_a_page_without_a_picture_links_to_none():
    with use_limits(current_limits()._replace(picture=3)):
        found = page(world("I1>S1>D1>T1"))
    assert "too large for a picture" in found
    assert 'href="#e-' not in found


def test_the_page_shows_a_planning_only_when_one_is_known():
    steps = (Step(period="2024 K1", phase="uitvoering"),)
    known = Network(
        Programme(elements=(Effort(id="I1", text="Werven", planning=steps),))
    )
    assert 'id="view-planning"' in page(known)
    assert 'id="view-planning"' not in page(world("I1>D1"))
