"""What stands out in a programme: whole sentences that are true of it, the gravest first."""

import pytest

from dinet.api import Network
from dinet.finding import Finding, Severity, WholeProgramme
from dinet.language import Sentence
from dinet.model import Effort, Goal, Place, Programme, Unread
from dinet.report.linked_words import ElementCodes, split_into_pieces
from dinet.report.salient.salient_points import (
    MOST_POINTS,
    find_salient_points,
    salient_sentences,
)
from tests.builder import network
from tests.network.worlds import programme, world


def told(of: Network, *findings: Finding) -> list[str]:
    return [first for first, _ in salient_sentences(of, findings, "en")]


def proofs(of: Network) -> dict[str, str]:
    return dict(salient_sentences(of, (), "en"))


def found(severity: Severity) -> Finding:
    return Finding("DX", "rule", severity, WholeProgramme(), Sentence("so"))


def test_a_goal_without_effort_is_told_before_anything_else():
    said = told(world("I1>S1>D1 S2>D2 I1>D3"), found(Severity.WARNING))
    assert said == [
        "No effort leads to goal D2.",
        "Goal D3 has no target: nobody can tell when it is reached.",
        "Two goals hang on one effort each: D1 and D3.",
        "No effort works on target S2 itself.",
        "The audit has 1 finding.",
    ]


def test_what_the_document_does_not_say_is_called_unknown_and_never_missing():
    said = told(world("D1 D2 S1 I1 I2"))
    assert said == [
        "The document does not say which efforts serve which of its 2 goals.",
        "The document does not say which target is of which goal.",
    ]
    assert told(world("D1 I1"))[0] == (
        "The document does not say which efforts serve its one goal."
    )


def test_a_strategic_goal_of_which_nothing_is_said_is_told_apart_from_the_others():
    of = network("""
        doelen:
          - {id: D1, tekst: Meer sport, niveau: strategisch}
          - {id: D2, tekst: Meer hallen, niveau: operationeel}
        inspanningen: [{id: I1, tekst: Bouwen, voor: D2}]
    """)
    assert told(of)[0] == (
        "The document does not say which efforts lead to goal D1."
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("D1 D2", "No efforts were read."),
        ("I1 I2", "No goals were read."),
        ("", "No goals, targets or efforts were read."),
    ],
)
def test_a_document_without_efforts_or_goals_is_not_blamed_for_gaps(
    text, said
):
    assert told(world(text))[0] == said
    assert not any("No effort leads" in each for each in told(world(text)))


def test_pairs_are_named_where_they_are_few_and_counted_where_they_are_many():
    few = proofs(world("I1>D1 I2>D2 I3>D3 I4>D3"))
    assert few["Two goals hang on one effort each: D1 and D2."] == (
        "D1 on I1, D2 on I2"
    )
    many = world(" ".join(f"I{at}>D{at}" for at in range(1, 10)))
    assert (
        "Nine goals hang on one effort each: D1, D2, D3, D4, D5, D6 and 3 others."
        in told(many)
    )


def test_a_target_is_shared_by_goals_and_by_themes():
    assert "S1 counts for two goals in two themes: D1 and D2." in told(
        world("I1>S1>D1>T1 S1>D2>T2 I2>D1 I3>D2")
    )
    several = proofs(world("S1>D1 S1>D2 S2>D1 S2>D2 S2>D3 I1>D1 I2>D1"))
    assert several["Two targets count for more than one goal: S1 and S2."] == (
        "S2 for three: D1, D2 and D3"
    )


def test_good_news_is_told_only_when_it_holds_for_every_goal():
    assert "Both goals have efforts." in told(world("I1>S1>D1 I1>D2"))
    assert "All 3 goals have efforts." in told(world("I1>D1 I1>D2 I1>D3"))
    assert not any("have efforts" in each for each in told(world("I1>D1 D2")))


def test_the_goal_to_which_most_efforts_lead_is_told_when_it_stands_out():
    many = " ".join(f"I{at}>D1" for at in range(1, 7))
    said = "Most efforts lead to D1: 6 of the 8."
    assert said in told(world(f"{many} I7>D2 I8>D2"))
    assert said not in told(world(f"{many} I7>D2 I8>D2 I1>D2 I2>D2"))


def test_words_that_leave_something_open_are_quoted_with_their_place():
    place = Place(file="plan.docx", table=1, row=4)
    effort = Effort(id="I1", text="Een n.t.b. plan", places=(place,))
    goal = Goal(id="D1", text="Meer sport")
    of = Network(Programme(elements=(goal, effort)))
    assert proofs(of)["I1 still says “n.t.b.”."] == (
        "“Een n.t.b. plan” · table 1, row 4"
    )


def test_what_reading_lost_comes_first_and_puts_what_is_missing_in_doubt():
    lost = Unread(text="Zie bijlage", reason="cell_not_understood")
    whole = programme("I1>D1 D2 I2>D1")
    of = Network(whole.model_copy(update={"unread": (lost,)}))
    assert told(of)[0] == "Reading left out: 1 cell."
    assert told(of)[1] == "No effort leads to goal D2."
    assert proofs(of)["No effort leads to goal D2."] == (
        "Unless it stands in what reading left out"
    )


def test_an_introduction_that_was_not_read_is_told_after_the_programme():
    text = Unread(text="Inleiding", reason="text_left")
    whole = programme("I1>D1 D2")
    said = told(Network(whole.model_copy(update={"unread": (text,)})))
    assert said[0] == "No effort leads to goal D2."
    assert "Reading left out: 1 text outside the network." in said


def test_more_points_than_are_read_in_a_minute_are_left_out_but_not_the_findings():
    text = "D1 I1>S1>D2 S1>D3 S2>D4 I2>D5 I3 S3 I4>S4>D6 I5>D6 D7 I9>D8"
    said = told(world(text), found(Severity.ERROR))
    assert len(said) == MOST_POINTS
    assert said[-1] == "The audit has 1 finding."


def test_every_code_leads_to_its_element_and_words_lead_to_a_view():
    of = world("I1>D1 I2>D1 D2")
    pieces = find_salient_points(of)[0].sentence_pieces("nl")
    assert [piece.words for piece in pieces if piece.element] == ["D2"]
    last = find_salient_points(of, (found(Severity.INFO),))[-1]
    assert {piece.view for piece in last.sentence_pieces("nl")} == {
        "",
        "findings",
    }


def test_a_code_that_looks_like_a_blank_stays_as_it_is():
    of = network("""
        doelen: [{id: "{total}", tekst: Meer sport}, {id: D2, tekst: Rust}]
        inspanningen: [{id: I1, tekst: Bouwen, voor: D2}]
    """)
    assert told(of)[0] == "No effort leads to goal {total}."


def test_an_empty_programme_has_one_sentence():
    assert len(told(Network(Programme()))) == 1


def test_codes_are_equal_when_they_name_the_same_elements():
    goals = world("D1 D2").goals
    assert ElementCodes(goals) == ElementCodes(list(goals))
    assert ElementCodes(goals) != ElementCodes(goals[:1])
    assert split_into_pieces(ElementCodes(goals), "nl")[1].words == " en "
