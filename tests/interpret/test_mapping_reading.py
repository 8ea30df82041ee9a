"""What a person says in the mapping form of headings, columns, tables and sameness.

It is known before the document is read, so what comes out is as if the document said it.
"""

from pathlib import Path

import pytest

import dinet
from dinet.api import with_mapping
from dinet.application.read_document import read_mapping, read_with_account
from dinet.errors import DocumentError
from dinet.interpret.account.held_texts import HeldTexts, cell_key
from dinet.interpret.mapping.mapping_form import mapping_form
from dinet.model import Link, Place, Programme
from tests.documents import (
    bullet,
    heading,
    left,
    noted,
    para,
    table,
    told,
    word,
)
from tests.workbooks import sheet, workbook

FORM = "plan.koppeling.yaml"
LIST = (
    "Stip;Klus;Wie doet het\n"
    "Schone sloten;De duiker vervangen;Waterteam\n"
    "Minder hinder van muggen;Padden uitzetten;Groenteam\n"
)


def mapped(folder: Path, data: bytes, name: str, form: str) -> Programme:
    """What is read in a document with a form."""
    path = folder / FORM
    path.write_text(form, encoding="utf-8")
    return read_with_account(data, name, form=read_mapping(path)).programme


def refusal(folder: Path, data: bytes, name: str, form: str) -> str:
    """Why a document and a form do not go together."""
    with pytest.raises(DocumentError) as refused:
        mapped(folder, data, name, form)
    return str(refused.value)


def lines_of(link: Link) -> list[tuple[str, int | None]]:
    """The lines that prove a link and stand in the form."""
    return [
        (place.file, place.line) for place in link.places if place.file == FORM
    ]


# columns


@pytest.mark.parametrize(
    "form",
    [
        "kolommen:\n  Stip: doel\n  Klus: inspanning\n",
        'kolommen:\n  "tabel 1":\n    Klus: activiteit\n    Stip: goal\n',
        'kolommen: {"table 1": {"STIP": doelen, "klus": inspanningen}}',
    ],
)
def test_columns_are_what_the_form_says_by_table_or_everywhere(
    tmp_path: Path, form: str
) -> None:
    read = mapped(tmp_path, LIST.encode(), "plan.csv", form)
    assert told(read) == [
        "D1 Schone sloten",
        "D2 Minder hinder van muggen",
        "I1 De duiker vervangen > D1",
        "I2 Padden uitzetten > D2",
    ]
    assert [each.owners for each in read.elements[2:]] == [
        ("Waterteam",),
        ("Groenteam",),
    ]
    assert read.unread == ()


def test_a_link_by_a_stated_column_is_stated_at_its_cell_and_at_the_line_of_the_form(
    tmp_path: Path,
) -> None:
    form = "kolommen:\n  Stip: doel\n  Klus: inspanning\n"
    link, _ = mapped(tmp_path, LIST.encode(), "plan.csv", form).links
    assert link.basis == "stated"
    assert [place.file for place in link.places] == ["plan.csv", FORM]
    assert lines_of(link)[0][1] in (2, 3)


def test_the_level_of_goals_and_the_fields_of_efforts_can_be_said_of_columns(
    tmp_path: Path,
) -> None:
    book = workbook(
        sheet(
            "Werk",
            ["Koers", "Waar het op staat", "Klus", "Baas", "Poen"],
            ["Gezond", "Minder rokers", "Stopcursus", "Kim Vos", "€ 900"],
        )
    )
    form = (
        "kolommen:\n"
        "  Werk:\n"
        "    Koers: strategisch doel\n"
        "    Waar het op staat: operationeel doel\n"
        "    Klus: inspanning\n"
        "    Baas: trekker\n"
        "    Poen: budget\n"
    )
    read = mapped(tmp_path, book, "werk.xlsx", form)
    assert [
        (each.text, getattr(each, "level", None)) for each in read.elements
    ] == [
        ("Gezond", "strategic"),
        ("Minder rokers", "operational"),
        ("Stopcursus", None),
    ]
    course = read.elements[2]
    assert course.owners == ("Kim Vos",)
    assert getattr(course, "budget", None) == "€ 900"


def test_a_column_of_one_table_says_nothing_of_another(tmp_path: Path) -> None:
    book = workbook(
        sheet("Nu", ["Punt", "Klus"], ["Rust", "Een bankje plaatsen"]),
        sheet("Toen", ["Punt", "Klus"], ["Ruis", "Een paal weghalen"]),
    )
    form = "kolommen: {Nu: {Punt: doel, Klus: inspanning}}"
    read = mapped(tmp_path, book, "x.xlsx", form)
    assert told(read) == ["D1 Rust", "I1 Een bankje plaatsen > D1"]
    assert {text for _, text in left(read)} >= {"Ruis", "Een paal weghalen"}


def test_headings_down_the_first_column_can_be_said_too(
    tmp_path: Path,
) -> None:
    card = word(
        table(
            ["Stip", "Een veilige haven", "Een druk plein"],
            ["Klus", "Steigers vernieuwen", "Marktkramen huren"],
            ["Trekker", "Havendienst", "Marktmeester"],
        )
    )
    form = "kolommen: {Stip: doel, Klus: inspanning}"
    read = mapped(tmp_path, card, "plan.docx", form)
    assert told(read) == [
        "D1 Een veilige haven",
        "D2 Een druk plein",
        "I1 Steigers vernieuwen > D1",
        "I2 Marktkramen huren > D2",
    ]
    assert {link.basis for link in read.links} == {"stated"}


# headings


def test_a_word_for_one_makes_the_heading_itself_an_element(
    tmp_path: Path,
) -> None:
    plan = word(
        heading("Groene daken"),
        table(
            ["Inspanning", "Trekker"],
            ["Sedum leggen", "Team Dak"],
        ),
        heading("Stille straten"),
        table(
            ["Inspanning", "Trekker"],
            ["Drempels aanleggen", "Team Weg"],
        ),
    )
    form = "koppen:\n  Groene daken: doel\n  Stille straten: doel\n"
    read = mapped(tmp_path, plan, "plan.docx", form)
    assert told(read) == [
        "D1 Groene daken",
        "D2 Stille straten",
        "I1 Sedum leggen > D1",
        "I2 Drempels aanleggen > D2",
    ]
    assert [lines_of(link) for link in read.links] == [
        [(FORM, 2)],
        [(FORM, 3)],
    ]


def test_a_word_for_more_says_what_stands_under_the_heading(
    tmp_path: Path,
) -> None:
    plan = word(
        heading("Hier gaan we voor"),
        bullet("Een schone gracht"),
        bullet("Een levende markt"),
        heading("Wat op de rol staat"),
        bullet("Baggeren"),
    )
    form = (
        "koppen:\n"
        "  Hier gaan we voor: doelen\n"
        "  Wat op de rol staat: inspanningen\n"
    )
    read = mapped(tmp_path, plan, "plan.docx", form)
    assert told(read) == [
        "D1 Een schone gracht",
        "D2 Een levende markt",
        "I1 Baggeren",
    ]
    assert noted(read).count("heading_stated") == 2


def test_a_line_that_no_format_marks_can_be_said_to_be_a_heading(
    tmp_path: Path,
) -> None:
    plan = word(
        para("Ons beleid staat hier."),
        para("Meer rust aan het water."),
        heading("Inspanningen", 2),
        bullet("Boten op stroom"),
    )
    form = "koppen: {Meer rust aan het water.: doel}"
    read = mapped(tmp_path, plan, "plan.docx", form)
    assert told(read)[0] == "D1 Meer rust aan het water."


# shapes


def test_a_person_says_what_the_heads_of_a_matrix_are(
    tmp_path: Path,
) -> None:
    plan = word(
        table(
            ["", "Wandelpad", "Fietsbrug"],
            ["Rust", "x", ""],
            ["Ruimte", "x", "x"],
        )
    )
    form = (
        "tabellen:\n"
        '  "tabel 1": {vorm: matrix, rijen: doelen, kolommen: inspanning}\n'
    )
    read = mapped(tmp_path, plan, "plan.docx", form)
    assert told(read) == [
        "D1 Rust",
        "D2 Ruimte",
        "I1 Wandelpad > D1, D2",
        "I2 Fietsbrug > D2",
    ]
    assert lines_of(read.links[0]) == [(FORM, 2)]


def test_the_shape_that_a_person_says_is_the_one_that_reads_the_table(
    tmp_path: Path,
) -> None:
    plan = word(
        table(
            ["Doel", "Inspanning"],
            ["Droge kelders", "Pompen plaatsen"],
            ["Schone lucht", "Bussen op stroom"],
        )
    )
    read = mapped(
        tmp_path, plan, "plan.docx", 'tabellen: {"tabel 1": {vorm: staand}}'
    )
    assert [link.basis for link in read.links] == ["stated", "stated"]
    assert [lines_of(link) for link in read.links] == [[(FORM, 1)]] * 2
    assert "shape_stated" in noted(read)


@pytest.mark.parametrize("head", ["Vooraf", "Terugblik"])
def test_a_table_that_stands_apart_is_read_when_a_person_says_how(
    tmp_path: Path, head: str
) -> None:
    plan = word(
        heading("Doelen en inspanningen"),
        table(["Doel", "Inspanning"], ["Droge kelders", "Pompen plaatsen"]),
        heading(head),
        table(["Project", "Resultaat"], ["Brug", "Minder file"]),
    )
    form = 'tabellen: {"tabel 2": {vorm: staand}}'
    assert "I2 Brug > S1" in told(mapped(tmp_path, plan, "plan.docx", form))


@pytest.mark.parametrize("words", ["kruistabel", "cross table", "Matrix"])
def test_shapes_are_called_as_people_call_them(
    tmp_path: Path, words: str
) -> None:
    plan = word(
        table(
            ["Inspanning \\ Doel", "Meer vogels", "Meer vlinders"],
            ["Bloemen zaaien", "", "x"],
            ["Heggen planten", "x", "x"],
        )
    )
    form = f'tabellen: {{"tabel 1": "{words}"}}'
    assert told(mapped(tmp_path, plan, "plan.docx", form)) == [
        "D1 Meer vogels",
        "D2 Meer vlinders",
        "I1 Bloemen zaaien > D2",
        "I2 Heggen planten > D1, D2",
    ]


# sameness

TWINS = (
    "Doel;SMART-doel;Inspanning\n"
    "Veilig;In 2029 zijn er 40 branden in woningen in de hele stad;Voorlichten\n"
    "Warm;In 2029 zijn er 40 woningen met branden in heel de stad;Isoleren\n"
    "Droog;In 2028 staan nul kelders blank;Pompen\n"
)


def test_elements_that_a_person_calls_one_are_one_and_the_others_keep_their_ids(
    tmp_path: Path,
) -> None:
    read = mapped(tmp_path, TWINS.encode(), "plan.csv", "zelfde: [[I1, I2]]")
    assert told(read)[-2:] == [
        "I1 Voorlichten > D1, D2, S1, S2",
        "I3 Pompen > D3, S3",
    ]


def test_what_is_one_keeps_both_wordings_and_both_places(
    tmp_path: Path,
) -> None:
    read = mapped(tmp_path, TWINS.encode(), "plan.csv", "zelfde: [[I1, I3]]")
    effort = next(each for each in read.elements if each.id == "I1")
    assert effort.wordings == ("Pompen",)
    assert [place.row for place in effort.places] == [2, 4]
    assert "same_stated" in noted(read)


def test_what_is_one_by_two_answers_is_one_altogether(tmp_path: Path) -> None:
    form = "zelfde: [[I1, I3], [I2, I3]]"
    read = mapped(tmp_path, TWINS.encode(), "plan.csv", form)
    assert [each.id for each in read.elements if each.kind == "effort"] == [
        "I1"
    ]


def test_a_doubt_on_two_that_look_alike_goes_when_they_are_not_the_same(
    tmp_path: Path,
) -> None:
    alike = (
        "Doel;SMART-doel\n"
        "Kunst;In 2027 bezoeken 500 leerlingen van de basisschool het museum.\n"
        "Taal;In 2027 bezoeken 500 leerlingen van de basisschool vaak een theater.\n"
    )
    path = tmp_path / "plan.csv"
    path.write_text(alike, encoding="utf-8")
    assert "possible_duplicate" in noted(dinet.read(path))
    read = mapped(
        tmp_path, alike.encode(), "plan.csv", "niet-zelfde: [[S1, S2]]"
    )
    assert "possible_duplicate" not in noted(read)
    assert "apart_stated" in noted(read)


def test_two_wordings_that_were_made_one_can_be_kept_apart(
    tmp_path: Path,
) -> None:
    first = (
        "In 2027 fietst 60% van de scholieren in de stad veilig naar school."
    )
    second = "In 2027 fietst 60% van de scholieren in de stad veilig naar de school."
    text = f"Doel;SMART-doel\nVeilig;{first}\nGezond;{second}\n"
    path = tmp_path / "plan.csv"
    path.write_text(text, encoding="utf-8")
    assert "merged_near" in noted(dinet.read(path))
    form = f'niet-zelfde:\n  - ["{first}", "{second}"]\n'
    read = mapped(tmp_path, text.encode(), "plan.csv", form)
    assert told(read)[2:] == [f"S1 {first} > D1", f"S2 {second} > D2"]


# forms that do not fit


@pytest.mark.parametrize(
    ("form", "what"),
    [
        (
            "koppen: {Stille wateren: doel}",
            f"{FORM}:1:10: there is no heading “Stille wateren”",
        ),
        ("koppen: {Stille straat: doel}", "Did you mean Stille straten?"),
        ("koppen: {Stille straten: trekker}", "a heading is a goal, a theme"),
        ("koppen: {Stille straten: doeltje}", "“doeltje” is nothing that"),
        ('kolommen: {"tabel 7": {Werk: doel}}', "no table “tabel 7”"),
        ('kolommen: {"tabel 1": {Wrk: inspanning}}', "Did you mean Werk"),
        ("kolommen: {Bedrag: budget}", "“Bedrag” is no heading of a column"),
        ('tabellen: {"tabel 1": {vorm: matrix}}', "cannot be read as matrix"),
        ('tabellen: {"tabel 1": {vorm: matriks}}', "Did you mean matrix?"),
        ('tabellen: {"tabel 1": {form: matrix}}', "Did you mean vorm?"),
        ('tabellen: {"tabel 2": {vorm: staand}}', "Did you mean tabel 1?"),
        ("zelfde: [[I1, I9]]", f"{FORM}:1:15: there is no element I9"),
        ("zelfde: [[D1, I1]]", "different kinds"),
        ("zelfde: [I1, I2]", "each group in brackets"),
        ("zelfde: [[I1]]", "each group in brackets"),
        ("niet-zelfde: [[I1, Zitten]]", "there is no element Zitten"),
    ],
)
def test_a_form_that_does_not_fit_says_where_and_what_may_be_meant(
    tmp_path: Path, form: str, what: str
) -> None:
    plan = word(
        heading("Stille straten"),
        table(
            ["Doel", "Werk", "Inspanning"],
            ["Rust", "", "Drempels leggen"],
            ["Orde", "", "Borden plaatsen"],
        ),
    )
    assert what in refusal(tmp_path, plan, "plan.docx", form)


def test_all_that_does_not_fit_is_told_at_once(tmp_path: Path) -> None:
    form = "koppen:\n  Niets: doel\nkolommen:\n  Nergens: inspanning\n"
    said = refusal(tmp_path, LIST.encode(), "plan.csv", form)
    assert f"{FORM}:2:3" in said
    assert f"{FORM}:4:3" in said


def test_what_a_form_adds_takes_no_id_that_it_names(
    tmp_path: Path,
) -> None:
    plan = word(
        table(["Doel", "Inspanning"], ["", "Praten"], ["Rust", "Luisteren"]),
        para("Toelichting."),
        table(["Nr", "Punt"], ["x", "Moed"]),
    )
    first = read_with_account(plan, "plan.docx").programme
    assert "D1 Rust" in told(first)
    form = (
        'kolommen: {"tabel 2": {Punt: doel}}\n'
        'inspanningen: {"I1 Praten": [D1]}\n'
    )
    read = mapped(tmp_path, plan, "plan.docx", form)
    assert "I1 Praten > D1" in told(read)
    assert "D1 Rust" in told(read)


def test_an_id_that_the_same_form_gives_to_another_element_is_refused(
    tmp_path: Path,
) -> None:
    plan = b"Doel;Inspanning\nRust;Praten\n"
    form = (
        "kolommen: {Doel: inspanning, Inspanning: doel}\n"
        'inspanningen: {"I1 Rust": [D1]}\n'
    )
    said = refusal(tmp_path, plan, "plan.csv", form)
    assert f"{FORM}:2:28: D1 is “Rust” without this form" in said


def test_an_id_of_sameness_that_the_form_gives_to_another_is_refused(
    tmp_path: Path,
) -> None:
    plan = b"Doel;Inspanning\nRust;Praten\nOrde;Zitten\n"
    form = (
        "kolommen: {Doel: inspanning, Inspanning: doel}\nzelfde: [[D1, D2]]\n"
    )
    said = refusal(tmp_path, plan, "plan.csv", form)
    assert "D2 is “Orde” without this form" in said


def test_a_native_file_has_nothing_to_read_in_another_way(
    tmp_path: Path,
) -> None:
    native = b"doelen: [{id: D1, tekst: Rust}]\n"
    said = refusal(tmp_path, native, "x.din.yaml", "kolommen: {Punt: doel}")
    assert f"{FORM}:1:12" in said


def test_a_programme_that_was_read_already_takes_no_answers_on_reading(
    tmp_path: Path,
) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("Doel;Inspanning\nRust;Praten\n", encoding="utf-8")
    form = tmp_path / FORM
    form.write_text("koppen: {Rust: doel}", encoding="utf-8")
    with pytest.raises(DocumentError):
        with_mapping(dinet.read(path), form)


# what the form asks


def asked(data: bytes, name: str) -> str:
    """The form for a document, as it was made; empty when there is none."""
    return mapping_form(read_with_account(data, name).programme) or ""


def test_a_table_that_no_shape_reads_is_asked_for_with_its_first_row(
    tmp_path: Path,
) -> None:
    plan = word(
        table(["Doel", "Inspanning"], ["Droge kelders", "Pompen plaatsen"]),
        para("Er is meer."),
        table(["Stip", "Klus"], ["Schone lucht", "Bussen op stroom"]),
    )
    form = asked(plan, "plan.docx")
    assert '  "tabel 2": {vorm: }' in form
    assert '  "tabel 2": {"Stip": , "Klus": }' in form
    before = read_with_account(plan, "plan.docx").programme
    unfilled = mapped(tmp_path, plan, "plan.docx", form)
    assert unfilled == before
    filled = form.replace('"Stip": ', '"Stip": doel').replace(
        '"Klus": ', '"Klus": inspanning'
    )
    read = mapped(tmp_path, plan, "plan.docx", filled)
    assert told(read) == [
        "D1 Droge kelders",
        "D2 Schone lucht",
        "I1 Pompen plaatsen > D1",
        "I2 Bussen op stroom > D2",
    ]
    assert "table_not_understood" not in noted(read)
    assert asked(plan, "plan.docx") != (mapping_form(read) or "")
    assert mapping_form(read) is None


def test_left_headings_stand_behind_a_number_sign_and_ask_for_no_form() -> (
    None
):
    plan = (
        heading("Doelen"),
        bullet("Schone lucht"),
        heading("Stille nachten langs de kade"),
        para("Daar wordt nu over gesproken."),
    )
    assert asked(word(*plan), "plan.docx") == ""
    form = asked(
        word(*plan, heading("Inspanningen"), bullet("Bussen op stroom")),
        "plan.docx",
    )
    assert '#  "Stille nachten langs de kade": doel' in form


def test_tables_of_versions_and_terms_are_not_asked_for() -> None:
    plan = word(
        table(["Versie", "Datum", "Auteur"], ["0.1", "1 mei", "Kim Vos"]),
        table(["Doel", "Inspanning"], ["Droge kelders", "Pompen plaatsen"]),
    )
    assert asked(plan, "plan.docx") == ""


@pytest.mark.no_cover
def test_the_form_never_becomes_a_wall(tmp_path: Path) -> None:
    tables = []
    for number in range(30):
        tables.append(para("Er is meer te zien in wat volgt."))
        tables.append(
            table(
                [f"Vak{number}", f"Rij{number}"], ["Iets anders", "Nog iets"]
            )
        )
    network = table(["Doel", "Inspanning"], ["Droge kelders", "Pompen"])
    form = asked(word(network, *tables), "plan.docx")
    assert form.count("vorm: }") == 5
    assert len(form.splitlines()) < 25


def test_what_looks_alike_can_be_answered_by_its_ids() -> None:
    first = "In 2027 bezoeken 500 leerlingen van de basisschool het museum."
    second = "In 2027 bezoeken 500 leerlingen van de basisschool een theater."
    plan = word(
        table(
            ["Doel", "SMART-doel"],
            ["Kunst", first],
            ["Taal", second],
        ),
        para("Er is meer."),
        table(["Stip", "Klus"], ["Schone lucht", "Bussen op stroom"]),
    )
    assert f"zelfde:\n#  - [S1, S2]  # {second[:20]}" in asked(
        plan, "plan.docx"
    )


def test_a_line_of_the_form_explains_no_line_of_the_document(
    tmp_path: Path,
) -> None:
    plan = (
        b"Rustig wonen\n\n"
        b"Dit staat er zomaar, op de derde regel van het stuk.\n\n"
        b"Inspanningen\n\n- Drempels leggen\n- Borden plaatsen\n"
    )
    form = "# een\n# twee\nkoppen: {Rustig wonen: doel}\n"
    read = mapped(tmp_path, plan, "plan.txt", form)
    assert told(read)[1] == "I1 Drempels leggen > D1"
    assert lines_of(read.links[0]) == [(FORM, 3)]
    third_line = cell_key(Place(file="plan.txt", line=3))
    assert third_line not in HeldTexts(read).links_in_cell
    assert "Dit staat er zomaar, op de derde regel van het stuk." in {
        text for _, text in left(read)
    }


def test_a_refusal_says_that_a_form_can_help(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(LIST, encoding="utf-8")
    with pytest.raises(DocumentError, match="--mapping"):
        dinet.read(path)
    form = tmp_path / FORM
    form.write_text(
        "kolommen: {Stip: doel, Klus: maatregel}", encoding="utf-8"
    )
    assert len(dinet.read(path, mapping=form).links) == 2
