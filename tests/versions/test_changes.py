"""What changed of a target, and whether that asks more or less."""

import pytest

from dinet.model import Aim, Effort, Goal, Target
from dinet.versions.changes import find_changes


def effects(old: str, new: str) -> dict[str, str]:
    """The effect of each change between two wordings of a target, by its kind."""
    changes = find_changes(
        Target(id="S1", text=old), Target(id="S2", text=new), "nl"
    )
    return {change.kind: change.effect for change in changes}


@pytest.mark.parametrize(
    ("old", "new", "effect"),
    [
        (
            "In 2027 heeft 70% van de daken zonnepanelen.",
            "In 2027 heeft 60% van de daken zonnepanelen.",
            "softer",
        ),
        (
            "In 2027 is de schooluitval 4%.",
            "In 2027 is de schooluitval 3%.",
            "stricter",
        ),
        (
            "De wachttijd is in 2027 maximaal 6 weken.",
            "De wachttijd is in 2027 maximaal 8 weken.",
            "softer",
        ),
        (
            "In 2027 zijn er 40 laadpalen (2023: 12).",
            "In 2027 zijn er 30 laadpalen (2023: 12).",
            "softer",
        ),
        (
            "In 2027 gebruikt 9% van de inwoners de regeling (2023: 14%).",
            "In 2027 gebruikt 7% van de inwoners de regeling (2023: 14%).",
            "stricter",
        ),
        (
            "In 2027 is het restafval met 20% gedaald.",
            "In 2027 is het restafval met 30% gedaald.",
            "stricter",
        ),
        (
            "In 2027 heeft 50% van de jongeren met schulden hulp.",
            "In 2027 heeft 60% van de jongeren met schulden hulp.",
            "unknown",
        ),
        (
            "In 2027 woont 90% van de inwoners op hoogstens 800 meter van een halte.",
            "In 2027 heeft 85% van de inwoners een halte binnen hoogstens 800 meter.",
            "softer",
        ),
        (
            "In 2027 is er 120 km fietspad.",
            "In 2027 is er 150 kilometer fietspad.",
            "stricter",
        ),
        (
            "In 2027 krijgen 350 leerlingen training in weerbaarheid.",
            "In 2027 volgen 500 leerlingen een weerbaarheidstraining.",
            "stricter",
        ),
        (
            "In 2027 rijdt 95% van de bussen op tijd.",
            "In 2027 heeft hoogstens 5% van de bussen vertraging.",
            "unknown",
        ),
    ],
)
def test_a_value_that_moved_says_what_it_asks(
    old: str, new: str, effect: str
) -> None:
    assert effects(old, new) == {"reworded": "none", "value": effect}


def test_a_deadline_that_moved_is_later_or_earlier() -> None:
    old = "Op 1 maart 2026 zijn alle lokalen geventileerd."
    new = "Op 1 januari 2026 zijn alle lokalen geventileerd."
    assert effects(old, new)["deadline"] == "earlier"
    assert effects(new, old)["deadline"] == "later"


def test_words_alone_change_nothing_that_is_asked() -> None:
    old = "In 2028 sport 60% van de jeugd."
    new = "60% van de jeugd sport in 2028!"
    assert effects(old, new) == {"reworded": "none"}
    assert effects(old, f"  {old.upper()}") == {}


def test_a_field_counts_before_the_sentence() -> None:
    text = "Meer jeugd sport."
    old = Target(id="S1", text=text, target=Aim(value="60%", year="2027"))
    new = Target(id="S1", text=text, target=Aim(value="55%", year="2028"))
    changes = find_changes(old, new, "nl")
    told = [(change.kind, change.old, change.effect) for change in changes]
    assert told == [("value", "60%", "softer"), ("deadline", "2027", "later")]


def test_owner_period_money_and_source_are_told_as_they_stand() -> None:
    old = Effort(
        id="I1", text="Een hal bouwen", owners=("Sport",), budget="€ 10.000"
    )
    new = Effort(
        id="I9",
        text="Een hal bouwen",
        owners=("Sport", "Vastgoed"),
        budget="p.m.",
        period="2026-2027",
    )
    told = {
        change.kind: (change.old, change.new)
        for change in find_changes(old, new, "nl")
    }
    assert told == {
        "owner": ("Sport", "Sport, Vastgoed"),
        "period": ("", "2026-2027"),
        "budget": ("€ 10.000", "p.m."),
    }


def test_a_goal_with_a_figure_asks_something_too() -> None:
    old = Goal(id="D1", text="90 % van de beheerders herkent brandgevaar.")
    new = Goal(id="D4", text="95 % van de beheerders herkent brandgevaar.")
    found = {
        change.kind: (change.old, change.new, change.effect)
        for change in find_changes(old, new, "nl")
    }
    assert found["value"] == ("90 %", "95 %", "stricter")


def test_a_year_to_compare_with_is_a_starting_point() -> None:
    old = Goal(id="D1", text="Het schoolverzuim neemt af t.o.v. 2019.")
    new = Goal(id="D1", text="Het schoolverzuim neemt af t.o.v. 2021.")
    (_, change) = find_changes(old, new, "nl")
    assert change.kind == "baseline"


def test_what_starts_from_one_figure_is_counted_alike_whatever_its_name() -> (
    None
):
    old = "Het aantal first offenders daalt van 85 in 2022 naar 60 in 2027."
    new = "Het aantal jongeren met een misdrijf daalt van 85 in 2022 naar 55 in 2027."
    assert effects(old, new)["value"] == "stricter"


def test_a_share_is_no_number_of_the_same_figure() -> None:
    changes = find_changes(
        Target(id="S1", text="In 2027 doet 80% van de scholen mee."),
        Target(id="S1", text="In 2027 doen 80 scholen mee."),
        "nl",
    )
    told = [(one.old, one.new) for one in changes if one.kind == "value"]
    assert told == [("80%", ""), ("", "80 scholen")]
