"""What stands in a box."""

from dinet.layout.layered.cards import Cards, display_text
from dinet.layout.style.profile import Profile
from dinet.model import Aim, Effort, Goal, Programme, Target
from dinet.network import Network
from tests.network.worlds import world

ENGLISH = Profile(lang="en")


def remarks(network: Network) -> dict[str, tuple[str, ...]]:
    return {
        each: card.remarks
        for each, card in Cards(network, ENGLISH).items()
        if card.remarks
    }


def test_a_short_card_shows_the_first_sentence():
    goal = Goal(id="D1", text="Alle kinderen sporten elke week. Ook thuis.")
    assert display_text(goal, short=True) == "Alle kinderen sporten elke week."
    assert display_text(goal, short=False) == goal.text


def test_a_title_is_the_short_text_and_begins_the_whole_one():
    goal = Goal(id="D1", title="Sport", text="Iedereen doet mee.")
    assert display_text(goal, short=True) == "Sport"
    assert display_text(goal, short=False) == "Sport: Iedereen doet mee."
    assert (
        display_text(
            Goal(id="D1", title="Iedereen", text="Iedereen doet mee."),
            short=False,
        )
        == "Iedereen doet mee."
    )
    assert (
        display_text(Goal(id="D1", title="Sport", text=""), short=False)
        == "Sport"
    )


def test_a_box_says_what_is_missing():
    assert remarks(world("S1>D1 I1>S1 D2 S2>D1 S3 I2")) == {
        "D2": ("! no effort", "! no target"),
        "S2": ("! no effort of its own",),
        "S3": ("! no goal", "! no effort"),
        "I2": ("! no goal",),
    }


def test_what_every_element_of_a_kind_misses_stands_in_no_box():
    cards = Cards(world("I1>D1 I2>D2 I3>D3 I4>D4"), ENGLISH)
    assert cards.common_gaps == {"goals_without_target"}
    assert not any(card.remarks for card in cards.values())


def test_three_elements_are_not_a_whole_kind():
    assert (
        Cards(world("I1>D1 I2>D2 I3>D3"), ENGLISH).common_gaps == frozenset()
    )


def test_a_target_names_its_year_and_sources():
    target = Target(
        id="S1", text="80%", target=Aim(year="2028"), sources=("CBS", "GGD")
    )
    network = Network(
        Programme(elements=(target, Effort(id="I1", text="Werk")))
    )
    assert Cards(network, ENGLISH)["S1"].remarks[-1] == "2028 · CBS · GGD"


def test_a_bar_is_wide_enough_for_every_code_of_its_kind():
    elements = (
        Effort(id="I1", text="a"),
        Effort(id="I-1.10a", text="b"),
        Goal(id="D1", text="c"),
    )
    bars = Cards(Network(Programme(elements=elements)), ENGLISH).bar_widths
    assert bars["goal"] == bars["theme"] < bars["effort"]


def test_a_repeated_card_is_dashed_and_says_why_and_the_others_stay():
    cards = Cards(world("S1>D1 I1>S1"), ENGLISH)
    again = cards.with_remarks(
        {"S1": "shared with theme T2", "D1": "also served by I2"}, {"S1"}
    )
    assert (again["S1"].dashed, again["S1"].remarks) == (
        True,
        ("shared with theme T2",),
    )
    assert (again["D1"].dashed, again["D1"].remarks) == (
        False,
        ("also served by I2",),
    )
    assert (cards["S1"].dashed, again["I1"]) == (False, cards["I1"])


def test_a_gap_is_told_whole_also_in_a_narrow_box():
    cards = Cards(world("D1"), ENGLISH)
    told = cards.wrap_card("D1", 5.5).remarks
    assert [remark.text for remark in told] == list(cards["D1"].remarks)
    assert all(len(remark.lines) > 1 for remark in told)
    assert "…" not in "".join(line for remark in told for line in remark.lines)
