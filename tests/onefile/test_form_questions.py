"""A mapping form as questions, and with answers as a form again."""

from dinet.onefile.form_questions import fill_form, form_questions

FORM = """# Wat het document niet zegt.
koppeling: 1
document: "plan.docx"
groepen:
  "kolom \\"1\\"": []  # De hal · Lessen
tabellen:
  "tabel 6": {vorm: }  # niet gelezen; begint met “Partij”
# Zeg in een woord wat het is.
kolommen:
  "tabel 6": {"Partij": , "Belang": }
#  "Wie betaalt": opmerking
zelfde:
#  - [D1, D2]  # Meer sport
"""
KINDS = ["ids", "shape", "columns", "word", "sameness"]


def test_each_line_that_can_be_answered_is_a_question() -> None:
    questions = list(form_questions(FORM))
    assert [each.kind for each in questions] == KINDS
    assert questions[0].key == 'kolom "1"'
    assert questions[0].comment == "De hal · Lessen"
    assert questions[2].fields == ("Partij", "Belang")
    assert questions[4].list_name == "zelfde"


def test_a_form_without_answers_stays_as_it_is() -> None:
    assert fill_form(FORM, {4: [" "], 9: ["", ""]}) == FORM


def test_answers_stand_in_the_form_as_a_person_would_write_them() -> None:
    lines = {each.kind: each.line for each in form_questions(FORM)}
    filled = fill_form(
        FORM,
        {
            lines["ids"]: ["D1", "2.1"],
            lines["shape"]: ["matrix"],
            lines["columns"]: ["", "doel"],
            lines["word"]: ["lijst: x"],
            lines["sameness"]: ["yes"],
        },
    ).split("\n")
    assert filled[lines["ids"]] == '  "kolom \\"1\\"": [D1, "2.1"]'
    assert filled[lines["shape"]] == '  "tabel 6": {vorm: matrix}'
    assert filled[lines["columns"]] == '  "tabel 6": {"Belang": doel}'
    assert filled[lines["word"]] == '  "Wie betaalt": "lijst: x"'
    assert filled[lines["sameness"]] == "  - [D1, D2]"
