"""The rules on what reading noted, most of which wait till somebody asks for them."""

import dinet
from dinet.application.auditing.audit_network import AuditWishes, audit_network
from dinet.model import Effort, ExtraField, FieldMention, Place, Programme
from dinet.network import Network
from dinet.rules import heading_read_as
from tests.builder import network
from tests.rules.said import found, said

ASKED = ("DS001", "DI802", "DI803", "DI804", "DX905")
NOTES = """
leesnotities:
  - {code: box_left, bericht: a, waarden: {text: Buurt, count: "1"}}
  - {code: joined, bericht: b, waarden: {first: Een, second: twee}}
  - {code: picture, bericht: c}
ongelezen:
  - {tekst: los, reden: cel niet begrepen}
doelen:
  - tekst: Meer kinderen sporten.
    herkomst: {bestand: plan.docx, tabel: 1, rij: 2, kolom: 1, kop: Wat willen we?}
"""


def test_what_every_report_begins_with_is_no_finding_unless_it_is_asked() -> (
    None
):
    plan = network(NOTES)
    usual = {finding.code for finding in dinet.audit(plan)}
    assert usual.isdisjoint(ASKED)
    asked = {
        finding.code
        for finding in audit_network(plan, AuditWishes(also=ASKED))
    }
    assert asked >= set(ASKED)


def test_texts_of_one_row_are_one_finding_at_their_cells() -> None:
    cell = "{{bestand: plan.docx, tabel: 1, rij: {row}, kolom: {column}}}"
    texts = "".join(
        f"\n  - {{tekst: t{number}, reden: woorden naast wat is gelezen, plaats: "
        + cell.format(row=row, column=number)
        + "}"
        for number, row in ((1, 2), (2, 2), (3, 5))
    )
    told = found("row_not_understood", f"ongelezen:{texts}")
    assert [str(finding.sentence) for finding in told] == [
        "Not understood in this row: “t1”, and other texts (1).",
        "Not understood in this row: “t3”.",
    ]
    assert [len(finding.places) for finding in told] == [2, 1]


def test_text_around_the_network_and_other_tables_are_no_rows_of_it() -> None:
    for reason in (
        "tekst buiten het netwerk",
        "tabel over iets anders",
        "kop zonder inhoud",
    ):
        text = f"ongelezen: [{{tekst: x, reden: {reason}}}]"
        assert said("row_not_understood", text) == []


def test_colours_that_no_legend_explains_are_one_finding() -> None:
    note = "  - {code: colour_unexplained, bericht: x}\n"
    assert said("phase_by_colour_lost", f"leesnotities:\n{note}{note}") == [
        "No legend explains the colours of some cells of the planning (2): their phases are "
        "unknown. Write the name of the phase in the cell."
    ]


def test_a_picture_with_words_for_it_is_well() -> None:
    note = (
        "leesnotities: [{code: picture, bericht: x, waarden: {text: Kaart}}]"
    )
    assert said("picture_without_text", note) == []


def _network_of_cells(heading: str, owner_heading: str) -> Network:
    def place(column: int, words: str) -> Place:
        return Place(
            file="plan.xlsx", table=1, row=2, column=column, heading=words
        )

    owner = FieldMention(
        field="owner", text="Ans", place=place(2, owner_heading)
    )
    effort = Effort(
        id="I1",
        text="Bouwen van een sporthal.",
        owners=("Ans",),
        stated=(owner,),
        extra=(ExtraField(heading="Wijk", text="Noord"),),
        places=(place(1, heading),),
    )
    return Network(Programme(elements=(effort,)))


def test_only_headings_in_words_of_ones_own_are_told() -> None:
    usual = _network_of_cells("Inspanningen", "Trekker")
    assert list(heading_read_as.check.find_remarks(usual)) == []
    own = _network_of_cells("Wat gaan we doen?", "Wie")
    told = [
        sentence.in_language("nl")
        for _, sentence in heading_read_as.check.find_remarks(own)
    ]
    assert told == [
        "De kop “Wat gaan we doen?” is gelezen als: inspanning.",
        "De kop “Wie” is gelezen als: trekker.",
    ]
