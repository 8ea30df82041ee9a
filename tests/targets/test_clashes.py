"""Where a field or title says something else than the sentence of a target."""

import pytest

from dinet.model import Aim, Measurement, Target
from dinet.targets.clashes import find_clashes
from dinet.targets.known_target import know_target

SENTENCE = (
    "In 2029 fietst 45% van de werknemers naar het werk (in 2023 was dit 38%)."
)


def clashes(target: Target) -> list[tuple[str, str, str]]:
    found = find_clashes(know_target(target, "nl"), "nl")
    return [(clash.part, clash.stated, clash.said) for clash in found]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"value": "45", "unit": "%", "year": "2029"}, []),
        ({"value": "45 procent"}, []),
        ({"value": "50"}, [("value", "50", "45%")]),
        ({"value": "12 weken"}, []),
        ({"value": "n.t.b."}, []),
        ({"year": "eind 2030"}, [("year", "eind 2030", "In 2029")]),
        ({"year": "2026-2030"}, []),
        (
            {"baseline": "41", "baseline_year": "2023", "unit": "%"},
            [("baseline", "41", "in 2023 was dit 38%")],
        ),
        ({"baseline": "35", "baseline_year": "2020", "unit": "%"}, []),
        (
            {"baseline_year": "2022"},
            [("baseline_year", "2022", "in 2023 was dit 38%")],
        ),
    ],
)
def test_numbers_and_years_that_can_be_compared_clash(
    fields: dict[str, str], expected: list[tuple[str, str, str]]
) -> None:
    target = Target(id="S1", text=SENTENCE, target=Aim(**fields))
    assert clashes(target) == expected


def test_a_milestone_of_another_year_is_no_clash() -> None:
    measured = tuple(
        Measurement(kind="target", year=year, text=text)
        for year, text in (("2027", "42%"), ("2029", "45%"))
    )
    target = Target(id="S1", text=SENTENCE, measurements=measured)
    assert clashes(target) == []
    last = Measurement(kind="target", year="2029", text="48%")
    other = target.model_copy(update={"measurements": (measured[0], last)})
    assert clashes(other) == [("value", "48%", "45%")]


def test_a_title_with_another_number_of_one_unit_clashes() -> None:
    text = "In 2030 telt de wijk 1.500 woningen."
    assert clashes(Target(id="S1", text=text, title="1.000 woningen")) == [
        ("title", "1.000 woningen", "1.500 woningen")
    ]
    assert clashes(Target(id="S1", text=text, title="1.500 woningen")) == []
    assert clashes(Target(id="S1", text=text, title="Doel 3: woningen")) == []
