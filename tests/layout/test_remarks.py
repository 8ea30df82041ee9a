"""What is told under the text of a box."""

from typing import Any

from dinet.finding import Finding, Severity
from dinet.language import Sentence
from dinet.layout.layered.page_layout import lay_out_programme
from dinet.layout.style.profile import Profile
from dinet.model import Effort
from dinet.network import Network
from tests.layout.geometry import broken
from tests.network.worlds import link, world

WHOLE = world("S1>D1 S2>D1 I1>S1 S3>D2 D3")
FOUND = (
    Finding(
        "DC101",
        "a",
        Severity.ERROR,
        WHOLE["D3"],
        Sentence("no effort serves it, and that is told in many words"),
    ),
    Finding(
        "DC301", "b", Severity.INFO, link("I1", "S1"), Sentence("said twice")
    ),
)


def remarks(
    network: Network = WHOLE, **wishes: Any
) -> dict[str, tuple[str, ...]]:
    layout = lay_out_programme(network, FOUND, Profile(lang="en", **wishes))
    assert broken(layout) == {}
    return {
        box.id: tuple(remark.text for remark in box.remarks)
        for box in layout.boxes
        if box.remarks
    }


def legend(**wishes: Any) -> list[str]:
    layout = lay_out_programme(WHOLE, FOUND, Profile(lang="en", **wishes))
    return [words.text for words in layout.words if words.role == "legend"]


def test_findings_are_marked_with_their_code_and_told_in_words():
    found = remarks(marks="findings")
    assert found["D3"][0] == "! DC101"
    assert (
        " ".join(found["D3"][1:])
        == "no effort serves it, and that is told in many words"
    )
    assert found["I1"] == ("! DC301", "said twice")
    assert set(found) == {"D3", "I1"}
    assert "! = a finding of the audit" in legend(marks="findings")


def test_marks_can_be_left_out():
    assert remarks(marks="none") == {}
    assert not any(line.startswith("!") for line in legend(marks="none"))


def test_coverage_is_told_in_words_with_a_sign_of_its_own():
    found = remarks(coverage=True, marks="none")
    assert (found["D1"], found["S1"]) == (
        ("✓ efforts: through its own target",),
        ("✓ efforts: with an effort of its own",),
    )
    assert found["S2"] == ("± efforts: through the goal",)
    assert found["D3"] == found["S3"] == ("! efforts: none",)
    assert (
        "✓ ± ! ? = efforts: of its own, by another way, none, unknown"
        in legend(coverage=True)
    )


def test_coverage_takes_the_place_of_the_gaps_that_say_the_same():
    assert remarks(coverage=True)["D3"] == ("! efforts: none", "! no target")


def test_an_effort_has_no_grade():
    whole = world("D1")
    alone = Network(
        whole.programme.model_copy(
            update={
                "elements": (*whole.elements, Effort(id="I1", text="Werk"))
            }
        )
    )
    assert "I1" not in remarks(alone, coverage=True, marks="none")
