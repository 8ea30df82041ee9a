"""What is known of a target, from its fields and its sentence."""

from dinet.model import Aim, Measurement, Place, Target
from dinet.targets.known_target import (
    KnownTarget,
    goals_as_targets,
    know_target,
)
from tests.builder import network


def known(text: str, **aim: str) -> KnownTarget:
    stated = Aim(**aim) if aim else None
    return know_target(Target(id="S1", text=text, target=stated), "nl")


SENTENCE = (
    "In 2029 fietst 45% van de werknemers naar het werk (in 2023 was dit 38%)."
)


def test_each_part_of_a_sentence_tells_its_place() -> None:
    parts = known(SENTENCE)
    value, deadline, start = (
        parts.values[0],
        parts.deadlines[0],
        parts.baselines[0],
    )
    assert (value.value, value.unit) == (45, "%")
    assert (deadline.norm, start.year, start.value) == ("2029", "2023", 38)
    for part in (value, deadline, start):
        span = part.origin.span
        assert span is not None
        assert SENTENCE[span.start : span.end] == span.words
        assert part.origin.field is None


def test_what_a_field_states_wins_over_the_sentence() -> None:
    parts = known(
        SENTENCE, value="50", unit="%", year="2030", baseline="40% (2024)"
    )
    assert [one.value for one in parts.values] == [50]
    assert [one.norm for one in parts.deadlines] == ["2030"]
    assert [(one.year, one.value) for one in parts.baselines] == [("2024", 40)]
    assert parts.values[0].origin.field == "value"
    assert parts.analysis.values[0].value == 45


def test_a_field_without_a_number_leaves_the_word_to_the_sentence() -> None:
    parts = known(SENTENCE, value="hoger", baseline_year="2023")
    assert [one.value for one in parts.values] == [45]
    assert [one.value for one in parts.baselines] == [None, 38]


def test_signs_and_words_before_a_number_in_a_field_compare() -> None:
    said = {
        text: known("Deelname", value=text).values[0]
        for text in ("≥ 60%", "< 10", "max. 4 weken", "1.250", "-3%")
    }
    assert [one.comparator for one in said.values()] == [
        "ge",
        "lt",
        "le",
        "eq",
        "eq",
    ]
    assert said["1.250"].value == 1250
    assert said["-3%"].kind == "change"


def test_values_of_several_years_keep_their_years() -> None:
    place = Place(file="plan.xlsx", sheet="Blad1", row=3, column=5)
    measured = tuple(
        Measurement(kind="target", year=year, text=text, place=place)
        for year, text in (("2027", "40%"), ("2030", "55%"))
    )
    target = Target(id="S1", text="Fietsers", measurements=measured)
    parts = know_target(target, "nl")
    assert [(one.year, one.value) for one in parts.values] == [
        ("2027", 40),
        ("2030", 55),
    ]
    assert [one.norm for one in parts.deadlines] == ["2027", "2030"]
    assert parts.values[0].origin.places == (place,)


def test_fields_better_the_verdicts_of_a_bare_indicator() -> None:
    bare = known("Fietsgebruik onder werknemers")
    filled = known(
        "Fietsgebruik onder werknemers",
        value="45",
        unit="%",
        year="2029",
        baseline="38",
    )
    verdicts = {
        letter: (verdict.verdict, filled.verdicts[letter].verdict)
        for letter, verdict in bare.verdicts.items()
    }
    assert verdicts["S"][1] == "yes"
    assert verdicts["M"] == ("no", "yes")
    assert verdicts["A"] == ("unknown", "unknown")
    assert verdicts["R"] == ("unknown", "supported")
    assert verdicts["T"] == ("no", "yes")


def test_all_of_a_group_is_doubtful_until_a_start_is_known() -> None:
    assert known("Scholen", value="100%").verdicts["R"].verdict == "doubtful"
    filled = known("Scholen", value="100%", baseline="80%")
    assert filled.verdicts["R"].verdict == "supported"


def test_a_report_on_the_past_is_no_target_unless_a_field_aims() -> None:
    past = "In 2019 fietste 31% van de werknemers."
    assert not known(past).is_target
    assert {one.verdict for one in known(past).verdicts.values()} == {
        "unknown"
    }
    assert known(past, value="45%").is_target


def test_goals_that_no_target_measures_are_asked_the_same() -> None:
    plan = network(
        """
        doelen:
          - {id: D1, tekst: Een gezonde stad., niveau: strategisch}
          - {id: D2, tekst: In 2029 fietst 45% van de werknemers.}
          - id: D3
            tekst: Kinderen lopen naar school.
            smart-doelen: [In 2028 loopt 60% van de kinderen naar school.]
        """
    )
    goals = goals_as_targets(plan)
    assert [one.element.id for one in goals] == ["D2"]
    assert goals[0].values[0].value == 45
