"""The rules on old statuses, on programmes that claim one thing, and on full pictures."""

from dinet.finding import RuleSettings
from dinet.model import Effort, FieldMention, Goal, Link, Place, Programme
from dinet.network import Network
from dinet.rules import no_alternative_met, old_status, picture_too_full
from tests.builder import network
from tests.rules.said import said

DATED = "peildatum: 2026-03-01\ninspanningen:\n  - {tekst: Een hal bouwen, "


def test_a_status_that_is_old_is_told_with_its_day() -> None:
    plan = DATED + "status: stand per 1-3-2024 loopt}"
    assert said("old_status", plan) == [
        "The status of I1 (effort) is 730 days old: “stand per 1-3-2024 loopt”, of 2024-03-01."
    ]


def test_a_day_that_is_not_of_the_status_says_nothing_of_it() -> None:
    assert said("old_status", DATED + "status: gestart op 1-3-2024}") == []


def test_what_is_done_stays_done() -> None:
    extra = "extra: [{kop: Peildatum, tekst: 1-3-2024}]"
    assert said("old_status", f"{DATED}status: Afgerond, {extra}}}") == []
    assert len(said("old_status", f"{DATED}status: Loopt, {extra}}}")) == 1


def test_without_a_date_of_reference_no_status_is_old() -> None:
    plan = DATED.replace("peildatum: 2026-03-01\n", "")
    assert said("old_status", plan + "status: stand per 1-3-2024}") == []


def test_the_heading_above_a_status_may_hold_its_day() -> None:
    place = Place(
        file="p.xlsx", table=1, row=2, column=3, heading="Stand 1-1-2025"
    )
    mention = FieldMention(field="status", text="loopt", place=place)
    effort = Effort(id="I1", text="Een hal", status="loopt", stated=(mention,))
    plan = network("peildatum: 2026-03-01").programme
    dated = Network(plan.model_copy(update={"elements": (effort,)}))
    assert len(list(old_status.check.find_remarks(dated))) == 1
    years = RuleSettings({"days": 1000})
    assert list(old_status.check.find_remarks(dated, years)) == []


def test_one_programme_may_claim_what_it_likes() -> None:
    one = "programmas: [{id: P1, tekst: Een}]\nsmart-doelen:\n"
    assert (
        said(
            "claimed_by_programmes", one + "  - {tekst: t, onderdeel-van: P1}"
        )
        == []
    )
    two = one.replace("Een}", "Een}, {id: P2, tekst: Twee}")
    assert said(
        "claimed_by_programmes",
        two + "  - {tekst: t, onderdeel-van: [P1, P2]}",
    ) == ["S1 (target) is claimed by 2 programmes: “Een”, “Twee”."]


def test_a_lower_goal_with_a_benefit_is_an_alternative_and_a_vision_another() -> (
    None
):
    plan = """
doelen:
  - {id: D1, tekst: Een}
  - {id: D2, tekst: Twee, voor: D1}
  - {id: D3, tekst: Drie}
baten:
  - {id: B1, tekst: Vier, voor: D2}
"""
    check = no_alternative_met.check
    told = [
        about.id
        for about, _ in check.find_remarks(network(plan))
        if isinstance(about, Goal)
    ]
    assert told == ["D3"]
    visionary = RuleSettings(visionary=frozenset({"D3"}))
    assert list(check.find_remarks(network(plan), visionary)) == []


def test_goals_in_a_ring_are_asked_once() -> None:
    plan = """
doelen:
  - {id: D1, tekst: Een, voor: D2}
  - {id: D2, tekst: Twee, voor: D1}
"""
    assert len(said("no_alternative_met", plan)) == 2


def test_more_elements_than_are_drawn_are_told_as_too_many() -> None:
    count = 12_000
    goal = Goal(id="D1", text="Meer sport")
    efforts = [Effort(id=f"I{at}", text="Werk") for at in range(count)]
    links = [
        Link(start=effort.id, end="D1", kind="contributes_to")
        for effort in efforts
    ]
    plan = Network(Programme(elements=(goal, *efforts), links=tuple(links)))
    ((_, sentence),) = picture_too_full.check.find_remarks(plan)
    assert str(sentence) == (
        "The network has 12001 elements, too many for one picture: draw a theme a page."
    )


def test_smaller_letters_may_be_allowed() -> None:
    efforts = "".join(f"\n      - werk {number}" for number in range(60))
    plan = network(f"doelen:\n  - tekst: Sport\n    inspanningen:{efforts}")
    check = picture_too_full.check
    assert len(list(check.find_remarks(plan))) == 1
    assert list(check.find_remarks(plan, RuleSettings({"points": 3}))) == []
