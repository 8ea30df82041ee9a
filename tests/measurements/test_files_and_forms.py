"""Files of one's own and forms name their targets; what they say is told with its place."""

from pathlib import Path

import pytest

from dinet.errors import DocumentError
from dinet.measurements.status_words import reasons_for_status
from tests.measurements.files import ODATA, STATLINE, SWING, measured_from

PLAN = """
    peildatum: 2023-12-31
    smart-doelen:
      - {code: 2.1, tekst: "In 2026 is 40% van de inwoners lid (in 2020 was dit 35,5%)."}
      - {id: S-plan, tekst: In 2025 heeft 100% van de clubs een plan.}
"""
LEDEN = 'S1: {bestand: leden.csv, kolom: "Leden (%)", regio: Bergen (L.)}'


@pytest.mark.parametrize(
    ("form", "data"),
    [
        (LEDEN, STATLINE),
        (
            "S1: {bestand: leden.csv, kolom: LedenRelatief_2, regio: GM0893}",
            ODATA,
        ),
        (
            "S1: {bestand: leden.csv, onderwerp: 'Leden van één vereniging (% inwoners)'}",
            SWING,
        ),
        ('"2.1": leden.csv, kolom "Leden (%)", regio Bergen (L.)', STATLINE),
    ],
)
def test_a_line_says_which_series_is_which_target(
    tmp_path: Path, form: str, data: str | bytes
) -> None:
    status = measured_from(tmp_path, PLAN, form_yaml=form, leden_csv=data)[0]
    numbers = {point.year: point.number for point in status.points}
    assert status.status == "too slow"
    assert (numbers[2020], numbers[2022]) == (35.5, 36)
    assert all(one.place for one in status.measured)


def test_a_count_never_answers_a_target_in_per_cent(tmp_path: Path) -> None:
    form = LEDEN.replace("(%)", "(aantal)")
    status = measured_from(tmp_path, PLAN, form_yaml=form, leden_csv=STATLINE)[
        0
    ]
    assert (status.status, status.obstacle) == ("cannot be said", "unit")


def test_a_provisional_figure_is_told_with_what_final_ones_say(
    tmp_path: Path,
) -> None:
    status = measured_from(
        tmp_path, PLAN, form_yaml=LEDEN, leden_csv=STATLINE
    )[0]
    assert status.final_only is not None
    assert status.final_only.points[-1].year == 2022
    told = [one.in_language("nl") for one in reasons_for_status(status, "nl")]
    assert (
        "Voor 2021 is er geen cijfer (“.”); dat is onbekend, en niet nul."
        in told
    )
    assert any(
        "Met alleen definitieve cijfers: te langzaam" in one for one in told
    )


def test_own_rows_name_targets_by_id_or_code_and_a_revised_target_keeps_the_old(
    tmp_path: Path,
) -> None:
    own = (
        "Doel;Jaar;Waarde;Eenheid;Soort;Opmerking\n"
        "2.1;2023;39,0;%;;n = 412\n"
        "S-plan;2021;0;%;;\n"
        "S-plan;2023;80;%;;\n"
        "S-plan;2025;75;%;bijgesteld doel;besluit raad\n"
    )
    members, plans = measured_from(tmp_path, PLAN, own_csv=own)
    assert (members.status, members.measured[0].sample) == ("on course", "412")
    assert plans.aimed is not None
    assert (plans.aimed.number, plans.status) == (100, "on course")
    assert [one.status for one in plans.revised] == ["reached"]


def test_two_figures_of_one_year_that_differ_are_not_chosen_from(
    tmp_path: Path,
) -> None:
    own = "Doel;Jaar;Waarde;Eenheid\nS1;2022;36,5;%\nS1;2022;36,0;%\n"
    status = measured_from(tmp_path, PLAN, own_csv=own)[0]
    assert (status.status, status.obstacle) == ("cannot be said", "clash")
    assert [one.text for one in status.clashing] == ["36,5", "36,0"]


def test_a_final_figure_comes_in_place_of_a_provisional_one_and_is_told(
    tmp_path: Path,
) -> None:
    own = "Doel;Jaar;Waarde;Eenheid\nS1;2022*;36,5;%\nS1;2022;36,0;%\n"
    status = measured_from(tmp_path, PLAN, own_csv=own)[0]
    told = [one.in_language("en") for one in reasons_for_status(status, "en")]
    assert [point.number for point in status.points] == [36]
    assert any("36,5 of 2022 was provisional" in one for one in told)


def test_a_figure_stays_provisional_when_another_file_cannot_say_so(
    tmp_path: Path,
) -> None:
    own = "Doel;Jaar;Waarde;Eenheid\nS1;2022*;36,0;%\nS1;2022;36,0;%\n"
    status = measured_from(tmp_path, PLAN, own_csv=own)[0]
    assert status.points[0].is_provisional
    assert len(status.points[0].measurements) == 2


def test_figures_may_stand_in_the_form_itself(tmp_path: Path) -> None:
    form = """
S-plan: {2021: 10%, 2023: 62%}
metingen:
  - {doel: S1, jaar: 2022, waarde: "36", eenheid: "%", bron: GGD}
"""
    members, plans = measured_from(tmp_path, PLAN, form_yaml=form)
    assert members.measured[0].source == "GGD"
    assert members.measured[0].place is not None
    assert members.measured[0].place.line == 4
    assert plans.status == "on course"


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (
            {"own_csv": "Doel;Jaar;Waarde\nS9;2022;3\n"},
            "no target is called “S9”",
        ),
        (
            {"own_csv": STATLINE},
            "does not say which targets its figures are of",
        ),
        (
            {"form_yaml": "S1: {kolom: Leden}"},
            "write here a target and its series",
        ),
        (
            {"form_yaml": LEDEN, "leden_csv": ODATA},
            "nothing there is called “Leden (%)”",
        ),
        ({"form_yaml": "S1: {2022: veel}"}, "no figure that is one"),
    ],
)
def test_what_cannot_be_placed_is_refused_at_its_place(
    tmp_path: Path, files: dict[str, str], told: str
) -> None:
    with pytest.raises(DocumentError) as error:
        measured_from(tmp_path, PLAN, **files)
    assert told in error.value.in_language("en")
    assert ".csv" in str(error.value) or ".yaml" in str(error.value)
