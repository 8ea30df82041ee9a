"""Rules on whether a target can be measured, and on what contradicts itself in it."""

import pytest

from dinet.plugins import plugin_folder
from tests.builder import network

RULES = (
    "comparative_only",
    "no_deadline",
    "no_number",
    "percentage_out_of_range",
    "target_at_or_below_baseline",
    "title_description_mismatch",
    "year_before_baseline",
)


def found(target: str) -> dict[str, str]:
    """What each rule says in Dutch of a target, given as the words of a native file."""
    plan = network(f"smart-doelen: [{{{target}}}]")
    rules = plugin_folder("rules")
    return {
        name: sentence.in_language("nl")
        for name in RULES
        for _, sentence in rules.plugin_named(name).module.check.check(plan)
    }


@pytest.mark.parametrize(
    "text",
    [
        "In 2029 fietst 45% van de werknemers (in 2023 was dit 38%).",
        "In 2027 is de sporthal geopend.",
        "Eind 2028 wacht niemand langer dan 6 weken op schuldhulp.",
        "In 2030 is 110% van het budget van 2024 beschikbaar.",
        "In 2030 ligt de huur op ten hoogste 120% van de sociale huurgrens.",
        "De bijstandsnorm is in 2027 130% van het sociaal minimum.",
        "Het aantal meldingen stijgt in 2028 met 20% (in 2024 waren het er 300).",
        "Het energieverbruik daalt naar 80% in 2030 (in 2020 was dit 100%).",
        "In 2029 voelt 80% van de inwoners zich veiliger dan landelijk gemiddeld.",
    ],
)
def test_a_sound_target_is_left_alone(text: str) -> None:
    assert found(f'tekst: "{text}"') == {}


def test_one_fault_is_told_by_one_rule() -> None:
    assert list(found("tekst: In 2028 zijn inwoners tevreden.")) == [
        "no_number"
    ]
    assert list(found("tekst: In 2028 is het verzuim lager.")) == [
        "comparative_only"
    ]
    assert found("tekst: N.t.b.") == {}
    assert found("tekst: Verzuim, streefwaarde: n.t.b., jaar: 2028") == {}


def test_a_report_on_the_past_is_told_as_such() -> None:
    said = found("tekst: In 2019 fietste 31% van de werknemers.")
    assert said == {
        "no_number": "SMART-doel S1 vertelt alleen wat er gemeten is: het noemt geen getal "
        "dat bereikt moet worden."
    }


def test_columns_count_as_much_as_the_sentence() -> None:
    assert found("tekst: Fietsers, streefwaarde: 45%, jaar: 2029") == {}
    assert list(found("tekst: Fietsers, streefwaarde: 45%")) == ["no_deadline"]


def test_a_share_in_a_column_is_judged_by_what_it_is_a_share_of() -> None:
    share = (
        "tekst: Aandeel werknemers dat fietst, streefwaarde: 145%, jaar: 2029"
    )
    cover = "tekst: Kostendekking, streefwaarde: 145%, jaar: 2029"
    assert list(found(share)) == ["percentage_out_of_range"]
    assert found(cover) == {}


def test_a_share_in_a_column_may_be_called_so_by_its_sentence() -> None:
    share = (
        'tekst: "In 2029 fietst 145% van de werknemers.", streefwaarde: 145%'
    )
    assert "percentage_out_of_range" in found(share)


def test_columns_that_lie_the_wrong_way_are_told_with_both_numbers() -> None:
    said = found(
        "tekst: Het verzuim daalt, streefwaarde: 6%, jaar: 2028, nulmeting: 5%"
    )
    assert said == {
        "target_at_or_below_baseline": "SMART-doel S1 moet dalen, maar gaat van 5% naar 6%."
    }


def test_a_milestone_before_the_baseline_is_no_fault_beside_a_later_one() -> (
    None
):
    early = 'tekst: "In 2024 fietst 40% en in 2030 fietst 45% (in 2026 was dit 38%)."'
    assert "year_before_baseline" not in found(early)


@pytest.mark.parametrize(
    ("text", "is_fault"),
    [
        ("In 2028 heeft 130% van de huishoudens zonnepanelen.", True),
        ("Uiterlijk in 2027 doet minimaal 105% van de scholen mee.", True),
        ("In 2027 spijbelt 115% van de leerlingen minder.", True),
        ("In 2028 is 110% van de lasten gedekt.", False),
        ("In 2030 is 105% van de norm gehaald.", False),
    ],
)
def test_only_members_of_a_group_cannot_be_more_than_all(
    text: str, *, is_fault: bool
) -> None:
    assert ("percentage_out_of_range" in found(f"tekst: {text}")) is is_fault
