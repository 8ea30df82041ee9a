"""dinet's own format as people write it: every form that is read, and what is noted about it."""

import pytest

from dinet.model import Programme, Target
from dinet.plugins import plugin_folder
from dinet.readers.yaml import read
from tests.builder import programme


def links(this: Programme) -> list[str]:
    return [f"{each.start} {each.kind} {each.end}" for each in this.links]


def ids(this: Programme) -> list[str]:
    return [each.id for each in this.elements]


# what is read


def test_elements_serve_what_they_stand_under() -> None:
    this = programme("""
        focuspunten:
          - naam: Sport
            doelen:
              - tekst: Meer kinderen sporten.
                smart-doelen:
                  - tekst: In 2028 sport 60%.
                    inspanningen: [Bouwen van een hal]
                inspanningen: [Aanleggen van een veld]
    """)
    assert links(this) == [
        "D1 part_of T1",
        "S1 measures D1",
        "I1 contributes_to S1",
        "I2 contributes_to D1",
    ]


def test_elements_say_what_they_serve() -> None:
    this = programme("""
        focuspunten: [Sport]
        doelen:
          - {tekst: Meer kinderen sporten., focuspunt: T1, voor: D2}
          - Kinderen zijn gezonder.
        smart-doelen:
          - {tekst: In 2028 sport 60%., voor: D1}
        inspanningen:
          - tekst: Bouwen van een hal.
            voor: [D1, S1]
            hangt-af-van: I2
            botst-met: I3
          - {tekst: Kopen van grond., verwijst-naar: D1}
          - {tekst: Bouwen van woningen., draagt-bij-aan: D2}
    """)
    assert links(this) == [
        "D1 part_of T1",
        "D1 contributes_to D2",
        "S1 measures D1",
        "I1 contributes_to D1",
        "I1 contributes_to S1",
        "I1 depends_on I2",
        "I1 conflicts_with I3",
        "I2 refers_to D1",
        "I3 contributes_to D2",
    ]


def test_a_target_is_shared_by_its_id() -> None:
    this = programme("""
        smart-doelen:
          - {id: S-scholen, tekst: 90% van de scholen doet mee in 2026.}
        doelen:
          - {tekst: Gelijke kansen., smart: [S-scholen]}
          - {tekst: Meer samenwerking., smart: S-scholen}
    """)
    assert ids(this) == ["D1", "D2", "S-scholen"]
    assert links(this) == ["S-scholen measures D1", "S-scholen measures D2"]


def test_zie_refers_to_an_effort_elsewhere_with_its_evidence() -> None:
    this = programme("""
        doelen:
          - tekst: Gelijke kansen.
            inspanningen:
              - {zie: I-hal, grond: zelfde rij, herkomst: {tabel: 1, rij: 2}}
        inspanningen:
          - {id: I-hal, tekst: Bouwen van een hal.}
    """)
    (link,) = this.links
    assert (link.start, link.end, link.basis, link.places[0].row) == (
        "I-hal",
        "D1",
        "same row",
        2,
    )


def test_words_alone_are_a_text_unless_they_are_an_id() -> None:
    this = programme("""
        doelen:
          - tekst: Gelijke kansen.
            inspanningen: [Training, I-hal, I-hol]
        inspanningen:
          - {id: I-hal, tekst: Bouwen van een hal.}
    """)
    assert [each.text for each in this.elements] == [
        "Gelijke kansen.",
        "Training",
        "I-hol",
        "Bouwen van een hal.",
    ]
    (note,) = this.notes
    assert (note.code, note.place.line, note.values) == (
        "no_such_id",
        4,
        {"text": "I-hol"},
    )


def test_an_element_that_was_given_no_id_gets_the_first_free_one_of_its_kind() -> (
    None
):
    this = programme("""
        doelen: [Een, {id: D2, tekst: Twee}, Drie]
        inspanningen: [{id: D1, tekst: Vier}, Vijf]
    """)
    assert {each.text: each.id for each in this.elements} == {
        "Een": "D3",
        "Twee": "D2",
        "Drie": "D4",
        "Vier": "D1",
        "Vijf": "I1",
    }


def test_parts_of_an_effort_are_numbered_after_it() -> None:
    this = programme("""
        inspanningen:
          - Een
          - tekst: Twee
            deelinspanningen:
              - Twee a
              - {tekst: Twee b, deelinspanningen: [Twee b i]}
          - {tekst: Drie, onderdeel-van: I1}
          - Vier
    """)
    found = {each.text: each.id for each in this.elements}
    assert found == {
        "Een": "I1",
        "Twee": "I2",
        "Twee a": "I2.1",
        "Twee b": "I2.2",
        "Twee b i": "I2.2.1",
        "Drie": "I1.1",
        "Vier": "I3",
    }
    assert "I2.2.1 part_of I2.2" in links(this)
    assert "I1.1 part_of I1" in links(this)


def test_an_effort_that_is_part_of_a_theme_is_counted_among_the_efforts() -> (
    None
):
    assert ids(
        programme(
            "{focuspunten: [Sport], inspanningen: [{tekst: Werk, onderdeel-van: T1}]}"
        )
    ) == ["T1", "I1"]


def test_keys_are_read_in_english_and_in_any_case() -> None:
    this = programme("""
        Programme: Young
        language: en
        goals:
          - text: More children exercise.
            Level: Strategic
            targets: [{text: In 2028 60% exercise., baseline_year: 2024}]
        links:
          - {from: S1, to: D1, kind: refers to, basis: heading}
    """)
    assert (this.title, this.lang, this.elements[0].level) == (
        "Young",
        "en",
        "strategic",
    )
    assert this.elements[1].target.baseline_year == "2024"
    assert (this.links[1].kind, this.links[1].basis) == (
        "refers_to",
        "heading",
    )


def test_every_value_stays_a_text() -> None:
    this = programme(
        "smart-doelen: [{id: 010, tekst: NO, jaar: 1_000, "
        "streefwaarde: 1:30, nulmeting: ~, eenheid: 2026-13-45}]"
    )
    (target,) = this.elements
    assert (target.id, target.text) == ("010", "NO")
    assert tuple(target.target.model_dump(exclude_none=True).values()) == (
        "1:30",
        "2026-13-45",
        "1_000",
        "~",
    )


def test_what_was_left_open_is_not_there_and_an_empty_text_is() -> None:
    (effort,) = programme(
        "inspanningen: [{tekst: Werk, trekker: , fase: , titel: ''}, ]"
    ).elements
    assert (effort.owners, effort.phase, effort.title) == ((), None, "")


def test_one_value_is_a_list_of_one() -> None:
    (effort,) = programme(
        "inspanningen: {tekst: Werk, trekker: A, partners: [B, C]}"
    ).elements
    assert (effort.owners, effort.partners) == (("A",), ("B", "C"))


def test_places_are_in_the_document_that_the_file_names() -> None:
    this = programme("""
        document: plan.docx
        doelen:
          - tekst: Een
            herkomst:
              - {tabel: 1, rij: 2, kolom: 3, kop: Doel}
              - {bestand: bijlage.xlsx, blad: DIN, rij: 4}
    """)
    assert [
        place.as_sentence().in_language("en")
        for place in this.elements[0].places
    ] == [
        "plan.docx, table 1, row 2, column Doel",
        "bijlage.xlsx, sheet DIN, row 4",
    ]


def test_a_link_to_an_unknown_id_and_an_id_that_is_taken_are_left_for_the_rules() -> (
    None
):
    this = programme(
        "doelen: [{id: D1, tekst: Een}, {id: D1, tekst: Twee, voor: D9}]"
    )
    assert ids(this) == ["D1", "D1"]
    assert links(this) == ["D1 contributes_to D9"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_marked_encodings_are_read(encoding: str) -> None:
    this = read("doelen: [Eén ‘café’]".encode(encoding), "plan.yaml").programme
    assert (this.elements[0].text, this.notes) == ("Eén ‘café’", ())


def test_a_file_from_an_old_editor_is_read_and_that_is_noted() -> None:
    this = read("doelen: [Eén]".encode("cp1252"), "plan.yaml").programme
    assert (this.elements[0].text, this.notes[0].code) == ("Eén", "encoding")


# what its writer may not have meant


def test_a_text_that_a_comment_cuts_short_is_noted() -> None:
    this = programme(
        "doelen:\n  - Uitvoeren van plan #3 van 2026\n  - Een  # uitleg\n  - 'Plan #4'\n"
    )
    assert [each.text for each in this.elements] == [
        "Uitvoeren van plan",
        "Een",
        "Plan #4",
    ]
    (note,) = this.notes
    assert (note.code, note.place.line) == ("cut_by_hash", 2)
    assert note.values == {"text": "Uitvoeren van plan", "rest": "#3 van 2026"}


def test_characters_that_no_text_can_hold_are_replaced_and_noted() -> None:
    this = programme("doelen:\n  - Een\x07twee\n")
    assert (
        this.elements[0].text,
        this.notes[0].code,
        this.notes[0].place.line,
    ) == (
        "Een\ufffdtwee",
        "odd_characters",
        2,
    )


def test_notes_are_in_the_language_of_the_document() -> None:
    dutch, english = (
        programme(f"taal: {lang}\ndoelen:\n  - plan #3\n").notes[0].message
        for lang in ("nl", "en")
    )
    assert english.startswith("“plan” ends before “#3”")
    assert dutch != english


def test_an_aim_that_is_left_open_is_still_an_aim() -> None:
    (target,) = programme(
        "smart-doelen: [{tekst: Een, streefwaarde: }]"
    ).elements
    assert isinstance(target, Target)
    assert target.target is not None


def test_the_example_in_the_documentation_is_a_whole_network() -> None:
    example = (
        plugin_folder("readers")
        .plugin_named("yaml")
        .documentation.split("\n\n")[2]
    )
    this = programme(example)
    assert links(this) == [
        "D1 part_of netwerk",
        "S1 measures D1",
        "I1 contributes_to D1",
        "I-clubs contributes_to D1",
        "I-clubs contributes_to S1",
    ]
