"""The mapping file.

What a document leaves open is asked for, and what a person fills in is stated.
"""

import pytest

from dinet.errors import DocumentError
from dinet.interpret.mapping import mapping_form
from dinet.model import Programme
from dinet.native import ProblemReport
from dinet.network import Network
from dinet.readers.yaml import parse_yaml
from dinet.vocabulary.active_dialect import dialect_in, using_dialect
from tests.builder import programme

OPEN = """
doelen:
  - {id: D1, tekst: Meer kinderen sporten., niveau: strategisch}
  - {id: D2, tekst: Meer clubs in de wijk., niveau: operationeel}
inspanningen:
  - {id: I1, tekst: Bouwen van een sporthal., groep: kolom 1}
  - {id: I2, tekst: "Werven: van trainers.", groep: kolom 1}
  - {id: I3, tekst: Communicatie}
"""


def filled(form: str, answers: dict[str, str]) -> Programme:
    lines = form.split("\n")
    for key, ids in answers.items():
        lines = [
            line.replace("[]", ids)
            if line.strip().startswith(f'"{key}')
            else line
            for line in lines
        ]
    report = ProblemReport("plan.koppeling.yaml")
    return mapping_form.apply_mapping(
        programme(OPEN), parse_yaml("\n".join(lines), report), report
    )


def form() -> str:
    asked = mapping_form.mapping_form(programme(OPEN))
    assert asked is not None
    return asked


def test_a_form_asks_for_each_group_each_loose_effort_and_each_operational_goal() -> (
    None
):
    keys = [
        line.strip().split('":')[0]
        for line in form().split("\n")
        if line.startswith('  "')
    ]
    assert keys == [
        '"kolom 1',
        '"I3 Communicatie',
        '"D2 Meer clubs in de wijk.',
    ]


def test_a_programme_that_leaves_nothing_open_has_no_form() -> None:
    assert (
        mapping_form.mapping_form(
            programme(
                "doelen: [{tekst: Meer sport., inspanningen: [Bouwen van een hal.]}]"
            )
        )
        is None
    )


def test_an_empty_form_changes_nothing() -> None:
    assert filled(form(), {}) == programme(OPEN)


def test_a_group_gives_each_of_its_efforts_a_stated_link_with_the_line_of_the_form() -> (
    None
):
    links = filled(form(), {"kolom 1": "[D1]"}).links
    assert [
        (link.start, link.end, link.kind, link.basis) for link in links
    ] == [
        ("I1", "D1", "contributes_to", "stated"),
        ("I2", "D1", "contributes_to", "stated"),
    ]
    assert {
        (place.file, place.line) for link in links for place in link.places
    } == {("plan.koppeling.yaml", 8)}


def test_one_id_needs_no_brackets_and_an_operational_goal_can_be_put_under_a_strategic_one() -> (
    None
):
    network = Network(filled(form(), {"D2": "D1"}))
    assert [goal.id for goal in network.goals_of(network["D2"])] == ["D1"]


@pytest.mark.parametrize(
    ("form_text", "what"),
    [
        (
            'groepen: {"kolom 1": [D9]}',
            "plan.koppeling.yaml:1:23: there is no element D9",
        ),
        ('groepen: {"kolom 9": [D1]}', "“kolom 9” is not in this document"),
        (
            'inspanningen: {"I1 Heel iets anders": [D1]}',
            "was the form made from another version?",
        ),
        ("groeppen: {}", "Did you mean groepen"),
        ("- D1", "this is not a mapping file"),
    ],
)
def test_a_form_that_does_not_fit_is_refused_with_its_place(
    form_text: str, what: str
) -> None:
    report = ProblemReport("plan.koppeling.yaml")
    with pytest.raises(DocumentError) as refused:
        mapping_form.apply_mapping(
            programme(OPEN), parse_yaml(form_text, report), report
        )
    assert what in str(refused.value)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("D1, S1", "More than one id is written as a list: [D1, S1]."),
        ("D1; S1", "More than one id is written as a list: [D1, S1]."),
        ("D1 en S1", "More than one id is written as a list: [D1, S1]."),
        ("D1 + D99", "More than one id is written as a list: [D1, D99]."),
    ],
)
def test_ids_without_brackets_get_the_hint_to_write_a_list(
    written: str, hint: str
) -> None:
    form_text = f'groepen: {{"kolom 1": "{written}"}}'
    report = ProblemReport("plan.koppeling.yaml")
    with pytest.raises(DocumentError) as refused:
        mapping_form.apply_mapping(
            programme(OPEN), parse_yaml(form_text, report), report
        )
    assert hint in str(refused.value)


def test_words_that_are_no_ids_get_no_such_hint() -> None:
    form_text = 'groepen: {"kolom 1": "alle doelen, geen uitzondering"}'
    report = ProblemReport("plan.koppeling.yaml")
    with pytest.raises(DocumentError) as refused:
        mapping_form.apply_mapping(
            programme(OPEN), parse_yaml(form_text, report), report
        )
    assert "written as a list" not in str(refused.value)


def test_a_note_about_what_is_open_goes_when_it_is_filled_in() -> None:
    import dinet

    read = dinet.read("examples/coevorden.docx")
    asked = mapping_form.mapping_form(read)
    assert asked is not None
    report = ProblemReport("x")
    answered = asked.replace('"kolom 1": []', '"kolom 1": [D1]')
    some = mapping_form.apply_mapping(
        read, parse_yaml(answered, report), report
    )
    assert "group_unexplained" in {note.code for note in some.notes}
    report = ProblemReport("x")
    every = mapping_form.apply_mapping(
        read, parse_yaml(asked.replace(": []", ": [D1]"), report), report
    )
    assert not {"group_unexplained", "levels_unlinked"} & {
        note.code for note in every.notes
    }


def test_a_dialect_says_by_which_kind_of_link_what_is_filled_in_serves() -> (
    None
):
    own = dialect_in(
        b'[inspanning.dient]\ndoel = "hangt af van"\n', "eigen.toml"
    )
    with using_dialect(own):
        links = filled(form(), {"I3": "[D1]"}).links
    assert [(link.start, link.end, link.kind) for link in links] == [
        ("I3", "D1", "depends_on")
    ]
